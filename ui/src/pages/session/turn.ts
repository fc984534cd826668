/**
 * Doing something in a session: what it is called, to tell it from another press, and the id
 * of what takes focus if it would be lost.
 */
import type { Changed } from "../../generated/types";
import type { Outcome } from "../../host/interface";

/** Does it; nothing comes back when something stood in the way. */
export type Turn = (
  thing: string,
  deed: () => Promise<Outcome<Changed>>,
  place: string,
) => Promise<Changed | null>;
