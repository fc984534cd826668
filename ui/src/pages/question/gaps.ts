/** What an unfinished answer lacks, as a problem with words and a place. */
import type { Besides } from "../../desk/attempt.svelte";
import type { ProblemView } from "../../generated/types";
import type { Translate } from "../../text/catalogue";
import type { Gap } from "./draft";

const words = {
  value: ["ui-question-gap-value", "ui-question-gap-value.remedy"],
  because: ["ui-question-gap-because", "ui-question-gap-because.remedy"],
  by: ["ui-question-gap-by", "ui-question-gap-by.remedy"],
} as const;

/** The problem of the first gap, and what is wrong besides. */
export function problemOfGaps(
  t: Translate,
  gaps: readonly Gap[],
): { problem: ProblemView; besides: readonly Besides[] } {
  const [first = "value", ...others] = gaps;
  const [what, remedy] = words[first];
  return {
    problem: {
      code: "answer-incomplete",
      what: t(what),
      remedy: t(remedy),
      field: first,
      details: [],
    },
    besides: others.map((gap) => ({ field: gap, what: t(words[gap][0]) })),
  };
}
