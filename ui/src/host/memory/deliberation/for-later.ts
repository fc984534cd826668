/** What sessions leave for later: the parking lot, and questions that somebody takes home. */
import type { Topic } from "../../../generated/types";
import type { Answers } from "../calls";
import type { State } from "../state";
import { needText } from "./voices";
import { sessionOf } from "./sessions";

/** The calls about what is left for later. */
export function forLaterCalls(
  state: State,
): Pick<
  Answers,
  "park_point" | "take_out_point" | "ask_take_home" | "answer_take_home" | "drop_take_home"
> {
  const about = (assessment: string): Topic[] => [{ kind: "assessment", assessment }];
  const takenHome = (assessment: string, id: string) =>
    state.assessment(assessment).work.takeHome.find((one) => one.id === id) ?? state.unknown();

  return {
    park_point: ({ assessment, session, text }) => {
      sessionOf(state, assessment, session);
      needText(state, "text", text);
      const id = state.fresh("point");
      state.assessment(assessment).work.parked.push({ id, text, outcome: null });
      return state.changed(about(assessment), id);
    },
    take_out_point: ({ assessment, point, outcome }) => {
      const { parked } = state.assessment(assessment).work;
      const known = parked.find((one) => one.id === point && one.outcome === null);
      needText(state, "outcome", outcome);
      (known ?? state.unknown()).outcome = outcome;
      return state.changed(about(assessment));
    },
    ask_take_home: ({ assessment, session, form }) => {
      needText(state, "text", form.text);
      if (form.member === null) state.name("named", form.named);
      const id = state.fresh("take-home");
      const asked = { id, session, form: { ...form }, answer: null, dropped: null };
      state.assessment(assessment).work.takeHome.push(asked);
      return state.changed(about(assessment), id);
    },
    answer_take_home: ({ assessment, take_home, text }) => {
      needText(state, "text", text);
      takenHome(assessment, take_home).answer = text;
      return state.changed(about(assessment));
    },
    drop_take_home: ({ assessment, take_home, reason }) => {
      needText(state, "reason", reason);
      takenHome(assessment, take_home).dropped = reason;
      return state.changed(about(assessment));
    },
  };
}
