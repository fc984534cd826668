/** Doing something in a session, with the id of what takes focus if it would be lost. */
import type { Changed } from "../../generated/types";
import type { Outcome } from "../../host/interface";

/** Does it; nothing comes back when something stood in the way. */
export type Turn = (
  deed: () => Promise<Outcome<Changed>>,
  place: string,
) => Promise<Changed | null>;
