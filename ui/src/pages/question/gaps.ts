/** What an unfinished answer lacks, as a problem with words and a place. */
import type { ProblemView } from "../../generated/types";
import type { Translate } from "../../text/catalogue";
import type { Gap } from "./draft";

const words = {
  value: ["ui-question-gap-value", "ui-question-gap-value.remedy"],
  because: ["ui-question-gap-because", "ui-question-gap-because.remedy"],
  by: ["ui-question-gap-by", "ui-question-gap-by.remedy"],
} as const;

/** The problem of the first gap; the others as particulars. */
export function problemOfGaps(t: Translate, gaps: readonly Gap[]): ProblemView {
  const [first = "value", ...others] = gaps;
  const [what, remedy] = words[first];
  return {
    code: "answer-incomplete",
    what: t(what),
    remedy: t(remedy),
    field: first,
    details: others.map((gap) => t(words[gap][0])),
  };
}

/** What to say at the field, when it is a gap. */
export function wordsAt(t: Translate, gaps: readonly Gap[], gap: Gap): string | null {
  return gaps.includes(gap) ? t(words[gap][0]) : null;
}
