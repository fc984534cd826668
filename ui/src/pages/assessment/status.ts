/** Where a section stands, in words. */
import type { SectionStatusView } from "../../generated/types";
import type { MessageKey } from "../../generated/messages";

/** The key of the words for each status. */
export const statusKeys = {
  not_asked: "ui-status-not-asked",
  not_started: "ui-status-not-started",
  in_progress: "ui-status-in-progress",
  all_answered: "ui-status-all-answered",
  completed: "ui-status-completed",
  to_review: "ui-status-to-review",
} as const satisfies Readonly<Record<SectionStatusView, MessageKey>>;
