/** Proposals, findings, risks with their matrix, and measures, in memory. */
import type {
  FindingsPage,
  MeasureForm,
  OptionView,
  ProposalRef,
  ProposalView,
  QuestionLink,
  RatingForm,
  RiskForm,
  Topic,
} from "../../../generated/types";
import { dateText, inWords, subjectName } from "../assess";
import type { Answers } from "../calls";
import { needText, ownerName } from "../deliberation/voices";
import { positionsOn } from "../deliberation/said";
import { questions, sections } from "../questions";
import type { State } from "../state";
import type { Words } from "../words";
import { findingFrom, measureFrom, riskFrom, today, type FollowUp, type Written } from "./work";

const causes: Readonly<Record<string, Words>> = {
  legal_gap: { nl: "Wettelijk knelpunt", en: "Legal gap" },
  missing_key_point: { nl: "Belangrijk punt dat ontbreekt", en: "Missing key point" },
  low_score: { nl: "Lage score", en: "Low score" },
};

/** What the made-up judgement points at. */
const pointedAt: readonly ProposalRef[] = [
  { cause: "legal_gap", question: "HUM-02" },
  { cause: "missing_key_point", question: "PUR-05" },
  { cause: "low_score", question: "PUR-04" },
];

const likelihoods: readonly Words[] = [
  { nl: "zeer klein", en: "very small" },
  { nl: "klein", en: "small" },
  { nl: "redelijk", en: "fair" },
  { nl: "groot", en: "large" },
  { nl: "zeer groot", en: "very large" },
];
const impacts: readonly Words[] = [
  { nl: "zeer klein", en: "very small" },
  { nl: "klein", en: "small" },
  { nl: "merkbaar", en: "noticeable" },
  { nl: "ernstig", en: "serious" },
  { nl: "zeer ernstig", en: "very serious" },
];
const grades = [1, 2, 3, 4, 5] as const;

const same = (one: ProposalRef, other: ProposalRef | null) =>
  other !== null && one.cause === other.cause && one.question === other.question;

/** The calls about findings, risks and measures. */
export function findingCalls(
  state: State,
): Pick<
  Answers,
  | "findings_page"
  | "record_finding"
  | "revise_finding"
  | "drop_finding"
  | "dismiss_proposal"
  | "record_risk"
  | "revise_risk"
  | "drop_risk"
  | "record_measure"
  | "revise_measure"
  | "drop_measure"
> {
  const about = (assessment: string): Topic[] => [{ kind: "assessment", assessment }];
  const followUpOf = (assessment: string) => state.assessment(assessment).followUp;
  const risk = (form: RiskForm) => {
    needText(state, "text", form.text);
    needRating(state, "before", form.before);
    if (form.after !== null) needRating(state, "after", form.after);
    return riskFrom(form);
  };

  return {
    findings_page: ({ assessment }) => findingsPage(state, assessment),
    record_finding: ({ assessment, form }) => {
      needText(state, "text", form.text);
      const id = state.fresh("finding");
      followUpOf(assessment).findings.push({ id, form: findingFrom(form) });
      return state.changed(about(assessment), id);
    },
    revise_finding: ({ finding, form }) => {
      needText(state, "text", form.text);
      const [assessment, held] = holding(state, "findings", finding);
      held.form = findingFrom({ ...form, proposal: held.form.proposal });
      return state.changed(about(assessment));
    },
    drop_finding: ({ finding, reason }) => drop(state, "findings", finding, reason),
    dismiss_proposal: ({ assessment, proposal, reason }) => {
      needReason(state, reason);
      const followUp = followUpOf(assessment);
      const { dismissed } = followUp;
      let done = false;
      const turn = () => {
        done = !done;
        followUp.dismissed = done
          ? [...dismissed, { event: step.entry.id, proposal: { ...proposal }, reason }]
          : dismissed;
      };
      const step = state.note(
        {
          nl: `De commissie wees een voorstel af bij vraag ${proposal.question}`,
          en: `The committee dismissed a proposal about question ${proposal.question}`,
        },
        { turn, question: proposal.question },
      );
      turn();
      return state.changed(about(assessment));
    },
    record_risk: ({ assessment, form }) => {
      const id = state.fresh("risk");
      followUpOf(assessment).risks.push({ id, form: risk(form) });
      return state.changed(about(assessment), id);
    },
    revise_risk: ({ risk: id, form }) => {
      const [assessment, held] = holding(state, "risks", id);
      held.form = risk(form);
      return state.changed(about(assessment));
    },
    drop_risk: ({ risk: id, reason }) => drop(state, "risks", id, reason),
    record_measure: ({ assessment, form }) => {
      needText(state, "text", form.text);
      if (form.owner?.kind === "named") state.name("owner", form.owner.name);
      const id = state.fresh("measure");
      followUpOf(assessment).measures.push({ id, form: measureFrom(form) });
      return state.changed(about(assessment), id);
    },
    revise_measure: ({ measure, form }) => {
      needText(state, "text", form.text);
      if (form.owner?.kind === "named") state.name("owner", form.owner.name);
      const [assessment, held] = holding(state, "measures", measure);
      held.form = measureFrom(form);
      return state.changed(about(assessment));
    },
    drop_measure: ({ measure, reason }) => drop(state, "measures", measure, reason),
  };
}

type Register = "findings" | "risks" | "measures";
type Held<Name extends Register> = FollowUp[Name][number];

/** What stands under this identity, and in which assessment. */
function holding<Name extends Register>(
  state: State,
  register: Name,
  id: string,
): [string, Held<Name>] {
  for (const assessment of state.open().assessments) {
    const all: readonly Held<Name>[] = assessment.followUp[register];
    const held = all.find((one) => one.id === id);
    if (held !== undefined) return [assessment.id, held];
  }
  return state.unknown();
}

function drop(state: State, register: Register, id: string, reason: string) {
  needReason(state, reason);
  const [assessment] = holding(state, register, id);
  const { followUp } = state.assessment(assessment);
  const stays = (one: { id: string }) => one.id !== id;
  followUp.findings = followUp.findings.filter(stays);
  followUp.risks = followUp.risks.filter(stays);
  followUp.measures = followUp.measures.filter(stays);
  return state.changed([{ kind: "assessment", assessment }]);
}

function needReason(state: State, reason: string): void {
  needText(state, "reason", reason);
}

function needRating(state: State, field: string, { likelihood, impact }: RatingForm): void {
  if (Math.min(likelihood, impact) >= 1) return;
  state.refuse("not-a-grade", field, {
    what: {
      nl: "0 is geen cijfer voor kans of gevolg.",
      en: "0 is no grade of likelihood or impact.",
    },
    remedy: {
      nl: "Kies een heel getal van 1 tot en met 5.",
      en: "Choose a whole number from 1 to 5.",
    },
  });
}

const wordOf = (state: State, words: readonly Words[], grade: number) =>
  state.say(words[grade - 1] ?? { nl: "", en: "" });

function rated(state: State, { likelihood, impact }: RatingForm): string {
  const [likely, bad] = [wordOf(state, likelihoods, likelihood), wordOf(state, impacts, impact)];
  return state.say({
    nl: `kans ${likelihood} (${likely}), gevolg ${impact} (${bad})`,
    en: `likelihood ${likelihood} (${likely}), impact ${impact} (${bad})`,
  });
}

function linkTo(state: State, question: string): QuestionLink {
  const known = questions.find(({ id }) => id === question) ?? state.unknown();
  const section = sections.find(({ id }) => id === known.section) ?? state.unknown();
  return { id: known.id, text: state.say(known.text), section: state.say(section.title) };
}

/** The questions that are asked apart from the profile. */
export function askedLinks(state: State): QuestionLink[] {
  return questions.map(({ id }) => linkTo(state, id));
}

function proposal(state: State, assessment: string, ref: ProposalRef): ProposalView {
  const question = questions.find(({ id }) => id === ref.question) ?? state.unknown();
  const given = state.assessment(assessment).answers.get(ref.question);
  const answer =
    given === undefined
      ? state.say({ nl: "nog open", en: "still open" })
      : inWords(state, question, given);
  const text = state.say(question.text);
  return {
    proposal: ref,
    cause_label: causeLabel(state, ref),
    question: linkTo(state, ref.question),
    answer,
    text: state.say({
      nl: `Hier is nog weinig geregeld. Op de vraag ‘${text}’ antwoordt de commissie: ${answer}.`,
      en: `Little has been arranged here. To the question ‘${text}’ the committee answers: ${answer}.`,
    }),
    first_step: question.firstStep === undefined ? null : state.say(question.firstStep),
  };
}

const causeLabel = (state: State, { cause }: ProposalRef) =>
  state.say(causes[cause] ?? { nl: cause, en: cause });

function options(state: State, words: readonly Words[]): OptionView[] {
  return words.map((label, place) => ({
    value: String(place + 1),
    label: state.say(label),
    descriptor: null,
  }));
}

function textsOf<Form extends { text: string }>(
  all: readonly Written<Form>[],
  wanted: readonly string[],
): string[] {
  return all.filter(({ id }) => wanted.includes(id)).map(({ form }) => form.text);
}

/** What follows from the answers, as its page shows it. */
export function findingsPage(state: State, assessment: string): FindingsPage {
  const { findings, dismissed, risks, measures } = state.assessment(assessment).followUp;
  const settled = (ref: ProposalRef) =>
    findings.some(({ form }) => same(ref, form.proposal)) ||
    dismissed.some((one) => same(ref, one.proposal));
  const standsAt = (rating: RatingForm | null, likelihood: number, impact: number) =>
    rating !== null && rating.likelihood === likelihood && rating.impact === impact;
  const numbers = (at: (form: RiskForm) => RatingForm | null, likelihood: number, impact: number) =>
    risks.flatMap(({ form }, place) => (standsAt(at(form), likelihood, impact) ? [place + 1] : []));
  return {
    subject: subjectName(state, assessment),
    proposals: pointedAt
      .filter((ref) => !settled(ref))
      .map((ref) => proposal(state, assessment, ref)),
    dismissed: dismissed.map(({ event, proposal: ref, reason }) => ({
      event,
      cause_label: causeLabel(state, ref),
      question: linkTo(state, ref.question),
      reason,
      at: state.say({ nl: "vandaag, 14:32", en: "today, 14:32" }),
    })),
    findings: findings.map(({ id, form }, place) => ({
      id,
      number: place + 1,
      form,
      questions: form.questions.map((question) => linkTo(state, question)),
      cause_label: form.proposal === null ? null : causeLabel(state, form.proposal),
      recorded: state.say({
        nl: "Opgeslagen op 21 november 2026, 14:32 door de commissie",
        en: "Saved on 21 November 2026, 14:32 by the committee",
      }),
      positions: positionsOn(state, assessment, { kind: "finding", finding: id }),
    })),
    risks: risks.map(({ id, form }, place) => ({
      id,
      number: place + 1,
      form,
      before_label: rated(state, form.before),
      after_label: form.after === null ? null : rated(state, form.after),
      findings: textsOf(findings, form.findings),
      measures: measures.filter((one) => one.form.risks.includes(id)).map((one) => one.form.text),
    })),
    matrix: {
      rows: [...grades].reverse().map((likelihood) => ({
        likelihood,
        label: wordOf(state, likelihoods, likelihood),
        cells: grades.map((impact) => ({
          impact,
          label: wordOf(state, impacts, impact),
          before: numbers(({ before }) => before, likelihood, impact),
          after: numbers(({ after }) => after, likelihood, impact),
        })),
      })),
    },
    measures: measures.map(({ id, form }, place) => ({
      id,
      number: place + 1,
      form,
      owner: form.owner === null ? null : ownerName(state, form.owner),
      in_place: inPlace(state, form),
      overdue: form.in_place_since === null && form.due !== null && form.due < today,
      findings: textsOf(findings, form.findings),
      risks: textsOf(risks, form.risks),
    })),
    questions: askedLinks(state),
    members: state
      .open()
      .members.map(({ id, form }) => ({ value: id, label: form.name, descriptor: null })),
    likelihoods: options(state, likelihoods),
    impacts: options(state, impacts),
  };
}

function inPlace(state: State, { in_place_since, due }: MeasureForm): string {
  if (in_place_since !== null) {
    const since = dateText(state, in_place_since);
    return state.say({ nl: `Van kracht sinds ${since}`, en: `In place since ${since}` });
  }
  if (due === null) return state.say({ nl: "Nog niet van kracht", en: "Not in place yet" });
  const date = dateText(state, due);
  return state.say({
    nl: `Nog niet van kracht, uiterlijk ${date}`,
    en: `Not in place yet, due by ${date}`,
  });
}
