/** Where a section or a question stands, in words. */
import type { AnswerState, SectionStatusView } from "../../generated/types";
import type { MessageKey } from "../../generated/messages";

/** The key of the words for each status of a section. */
export const statusKeys = {
  not_asked: "ui-status-not-asked",
  not_started: "ui-status-not-started",
  in_progress: "ui-status-in-progress",
  all_answered: "ui-status-all-answered",
  completed: "ui-status-completed",
  to_review: "ui-status-to-review",
} as const satisfies Readonly<Record<SectionStatusView, MessageKey>>;

/** The key of the words for each state of a question. */
export const stateKeys = {
  open: "ui-state-open",
  not_yet_known: "ui-state-not-yet-known",
  answered: "ui-state-answered",
  not_applicable: "ui-state-not-applicable",
  conflict: "ui-state-conflict",
} as const satisfies Readonly<Record<AnswerState, MessageKey>>;
