/**
 * An answer while it is being written: complete enough to record, or not yet and
 * why. Nothing is judged here that ends in the report; the program checks again.
 */
import type { AnswerForm, AnswerValue, QuestionPage } from "../../generated/types";

/** An answer that may still lack its value. */
export interface Draft {
  value: AnswerValue | null;
  because: string;
  certainty: string | null;
  evidence_strength: number | null;
  by: string;
}

/** What a draft still lacks before it can be recorded. */
export type Gap = "value" | "because" | "by";

/** A draft that can be recorded, or what it lacks. */
export type Checked = { complete: true; form: AnswerForm } | { complete: false; gaps: Gap[] };

/** The draft to go on with: the answer that holds, or nothing. */
export function draftOf(answer: AnswerForm | null): Draft {
  if (answer === null) {
    return { value: null, because: "", certainty: null, evidence_strength: null, by: "" };
  }
  return { ...answer, by: answer.by ?? "" };
}

/** What the draft lacks, or the answer it makes. */
export function check(
  draft: Draft,
  question: Pick<QuestionPage, "not_applicable_needs_name">,
): Checked {
  const value = filled(draft.value);
  if (value === null) return { complete: false, gaps: ["value"] };
  const gaps: Gap[] = [];
  if (value.kind === "not_applicable") {
    if (draft.because.trim() === "") gaps.push("because");
    if (question.not_applicable_needs_name && draft.by.trim() === "") gaps.push("by");
  }
  if (gaps.length > 0) return { complete: false, gaps };
  return {
    complete: true,
    form: { ...draft, value, by: draft.by.trim() === "" ? null : draft.by.trim() },
  };
}

/** Whether two answers say the same. */
export function same(one: AnswerForm | null, other: AnswerForm | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    sameValue(one.value, other.value) &&
    one.because === other.because &&
    one.certainty === other.certainty &&
    one.evidence_strength === other.evidence_strength &&
    one.by === other.by
  );
}

/** Whether anything was written at all. */
export function isEmpty(draft: Draft): boolean {
  return (
    filled(draft.value) === null &&
    draft.because.trim() === "" &&
    draft.certainty === null &&
    draft.evidence_strength === null &&
    draft.by.trim() === ""
  );
}

function filled(value: AnswerValue | null): AnswerValue | null {
  if (value === null) return null;
  switch (value.kind) {
    case "choices":
      return value.options.length > 0 ? value : null;
    case "number":
      return value.typed.trim() !== "" ? value : null;
    case "text":
      return value.text.trim() !== "" ? value : null;
    default:
      return value;
  }
}

function sameValue(one: AnswerValue, other: AnswerValue): boolean {
  switch (one.kind) {
    case "choice":
      return other.kind === "choice" && one.option === other.option;
    case "choices":
      return (
        other.kind === "choices" &&
        one.options.length === other.options.length &&
        one.options.every((option) => other.options.includes(option))
      );
    case "number":
      return other.kind === "number" && one.typed === other.typed;
    case "text":
      return other.kind === "text" && one.text === other.text;
    default:
      return one.kind === other.kind;
  }
}
