/** Every call about the committee at work. */
import type { State } from "../state";
import { committeeCalls } from "./committee";
import { forLaterCalls } from "./for-later";
import { roundCalls } from "./rounds";
import { sayingCalls } from "./said";
import { sessionCalls } from "./sessions";

export { roleLabel, speaksFor } from "./committee";

/** Every call about the committee at work. */
export function deliberationCalls(state: State) {
  return {
    ...committeeCalls(state),
    ...sessionCalls(state),
    ...forLaterCalls(state),
    ...roundCalls(state),
    ...sayingCalls(state),
  };
}
