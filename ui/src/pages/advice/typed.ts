/** Advice and decision as they are typed, and as they are written down. */
import { conditionFrom } from "../../components/condition/condition";
import type {
  AdviceForm,
  AdvicePage,
  ConditionForm,
  DecisionForm,
  InterestForm,
  ResidualRiskForm,
} from "../../generated/types";

/** An advice as it is typed. */
export interface TypedAdvice {
  course: string | null;
  because: string;
  conditions: ConditionForm[];
  interests: InterestForm[];
  weighing: string;
  review_on: string | null;
  review_when: string[];
  /** What else asks for a new look, one a line. */
  review_when_else: string;
}

/** The advice that holds, to be typed anew; else a blank one. */
export function typedAdvice({ advice, triggers }: AdvicePage): TypedAdvice {
  const form = advice?.form;
  const known = (trigger: string) => triggers.some(({ value }) => value === trigger);
  return {
    course: form?.course ?? null,
    because: form?.because ?? "",
    conditions: form?.conditions.map(conditionFrom) ?? [],
    interests: form?.interests.map((interest) => ({ ...interest })) ?? [],
    weighing: form?.weighing ?? "",
    review_on: form?.review_on ?? null,
    review_when: form?.review_when.filter(known) ?? [],
    review_when_else: form?.review_when.filter((trigger) => !known(trigger)).join("\n") ?? "",
  };
}

/** What was typed, to be written down. */
export function writtenAdvice(typed: TypedAdvice): AdviceForm {
  const more = typed.review_when_else.split("\n").map((line) => line.trim());
  return {
    course: typed.course ?? "",
    because: typed.because,
    conditions: typed.conditions.map(conditionFrom),
    interests: typed.interests.map((interest) => ({ ...interest })),
    weighing: typed.weighing,
    review_on: typed.review_on,
    review_when: [...typed.review_when, ...more.filter(Boolean)],
  };
}

/** What is done with a risk, as it is typed. */
export interface TypedRisk {
  readonly risk: string;
  readonly text: string;
  readonly rating: string;
  /** `accepted`, `refused`, or nothing yet. */
  choice: string | null;
  because: string;
}

/** A decision as it is typed. */
export interface TypedDecision {
  owner: string;
  function: string;
  date: string;
  course: string | null;
  because: string;
  conditions: ConditionForm[];
  risks: TypedRisk[];
}

/** The decision that holds, to be typed anew; else a blank one with the conditions of the advice. */
export function typedDecision(page: AdvicePage, today: string): TypedDecision {
  const form = page.decision?.form;
  const conditions = form?.conditions ?? page.advice?.form.conditions ?? [];
  const said = (risk: string): ResidualRiskForm | undefined =>
    form?.residual_risks.find((residual) => residual.risk === risk);
  const choice = (residual: ResidualRiskForm | undefined) =>
    residual === undefined ? null : residual.accepted ? "accepted" : "refused";
  return {
    owner: form?.owner ?? "",
    function: form?.function ?? "",
    date: form?.date ?? today,
    course: form?.course ?? null,
    because: form?.because ?? "",
    conditions: conditions.map(conditionFrom),
    risks: page.risks.map(({ id, form: risk, before_label, after_label }) => ({
      risk: id,
      text: risk.text,
      rating: after_label ?? before_label,
      choice: choice(said(id)),
      because: said(id)?.because ?? "",
    })),
  };
}

/** What was typed, to be written down. A risk of which nothing was said is left out. */
export function writtenDecision(typed: TypedDecision): DecisionForm {
  const goes = typed.course === "go_if";
  return {
    owner: typed.owner,
    function: typed.function,
    date: typed.date,
    course: typed.course ?? "",
    because: typed.because,
    conditions: goes ? typed.conditions.map(conditionFrom) : [],
    residual_risks: typed.risks
      .filter(({ choice }) => choice !== null)
      .map(({ risk, choice, because }) => ({ risk, accepted: choice === "accepted", because })),
  };
}
