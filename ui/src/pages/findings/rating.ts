/** How serious a risk is: as it is chosen in two fields, and as the program wants it. */
import type { RatingForm } from "../../generated/types";

/** The grades as chosen; nothing where none was. */
export interface ChosenRating {
  likelihood: string | null;
  impact: string | null;
}

/** What is chosen when this holds. */
export function chosenFrom(rating: RatingForm | null): ChosenRating {
  if (rating === null) return { likelihood: null, impact: null };
  return { likelihood: String(rating.likelihood), impact: String(rating.impact) };
}

/**
 * What was chosen; nothing when neither was. A grade that is missing beside the other
 * becomes 0, which is none: the program says so.
 */
export function ratingFrom({ likelihood, impact }: ChosenRating): RatingForm | null {
  if (likelihood === null && impact === null) return null;
  return { likelihood: Number(likelihood ?? 0), impact: Number(impact ?? 0) };
}
