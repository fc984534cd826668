/** What the memory host remembers of how an assessment was concluded. */
import type { AdviceForm, ConditionForm, DecisionForm } from "../../../generated/types";

/** An advice, by its number among all that were given. */
export interface MemoryAdvice {
  readonly number: number;
  readonly form: AdviceForm;
}

/** A decision, and on which advice it was taken. */
export interface MemoryDecision {
  readonly on: number;
  readonly form: DecisionForm;
}

/** All of it. */
export interface Conclusion {
  advice: MemoryAdvice | null;
  /** How many pieces of advice were given so far. */
  given: number;
  decision: MemoryDecision | null;
  /** What settled it last. */
  settled:
    | { kind: "signed"; signers: readonly string[]; awaited: readonly string[] }
    | { kind: "adopted"; date: string; by: string; because: string }
    | { kind: "withdrawn"; reason: string }
    | null;
  reopened: string | null;
  /** What came in after it was adopted. */
  waiting: readonly string[];
}

/** Nothing yet. */
export function nothingConcluded(): Conclusion {
  return { advice: null, given: 0, decision: null, settled: null, reopened: null, waiting: [] };
}

const conditionFrom = (form: ConditionForm): ConditionForm => ({
  ...form,
  owner: form.owner === null ? null : { ...form.owner },
});

/** An advice that shares nothing with what is typed on. */
export const adviceFrom = (form: AdviceForm): AdviceForm => ({
  ...form,
  conditions: form.conditions.map(conditionFrom),
  interests: form.interests.map((interest) => ({ ...interest })),
  review_when: [...form.review_when],
});

/** The same of a decision. */
export const decisionFrom = (form: DecisionForm): DecisionForm => ({
  ...form,
  conditions: form.conditions.map(conditionFrom),
  residual_risks: form.residual_risks.map((residual) => ({ ...residual })),
});
