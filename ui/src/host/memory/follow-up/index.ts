/** Every call about what follows from the answers. */
import type { State } from "../state";
import { actionCalls } from "./actions";
import { findingCalls } from "./findings";
import { opinionCalls } from "./opinions";

/** Every call about what follows from the answers. */
export function followUpCalls(state: State) {
  return { ...findingCalls(state), ...actionCalls(state), ...opinionCalls(state) };
}
