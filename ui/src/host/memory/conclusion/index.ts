/** Every call about advice, decision, where an assessment stands, and how several lie to each other. */
import type { State } from "../state";
import { adviceCalls } from "./advice";
import { overTimeCalls } from "./over-time";
import { standingCalls } from "./standing";

/** Every call about how assessments are concluded. */
export function conclusionCalls(state: State) {
  return { ...adviceCalls(state), ...standingCalls(state), ...overTimeCalls(state) };
}
