/** What the memory host remembers of what follows from the answers of one assessment. */
import type {
  ActionForm,
  EvidenceView,
  FindingForm,
  MeasureForm,
  OpinionForm,
  ProposalRef,
  RiskForm,
} from "../../../generated/types";

/** The day on which the work in memory goes on. */
export const today = "2026-11-21";

/** Something that was written down and may be written anew. */
export interface Written<Form> {
  readonly id: string;
  form: Form;
}

/** An action item with what was said of its progress, the latest first. */
export interface MemoryAction extends Written<ActionForm> {
  readonly progress: { status: string; note: string; proof: readonly string[] }[];
  readonly documents: EvidenceView[];
}

/** An opinion with its files. */
export interface MemoryOpinion extends Written<OpinionForm> {
  readonly documents: EvidenceView[];
}

/** A proposal that was not followed. */
export interface Dismissed {
  readonly event: string;
  readonly proposal: ProposalRef;
  readonly reason: string;
}

/** All of it. */
export interface FollowUp {
  findings: Written<FindingForm>[];
  dismissed: Dismissed[];
  risks: Written<RiskForm>[];
  measures: Written<MeasureForm>[];
  readonly actions: MemoryAction[];
  opinions: MemoryOpinion[];
}

/** Nothing yet. */
export function nothingFollowed(): FollowUp {
  return { findings: [], dismissed: [], risks: [], measures: [], actions: [], opinions: [] };
}

/** A finding that shares nothing with what is typed on. */
export const findingFrom = ({ text, questions, proposal }: FindingForm): FindingForm => ({
  text,
  questions: [...questions],
  proposal: proposal === null ? null : { ...proposal },
});

/** The same of a risk. */
export const riskFrom = (form: RiskForm): RiskForm => ({
  ...form,
  findings: [...form.findings],
  before: { ...form.before },
  after: form.after === null ? null : { ...form.after },
});

/** The same of a measure. */
export const measureFrom = (form: MeasureForm): MeasureForm => ({
  ...form,
  findings: [...form.findings],
  risks: [...form.risks],
  owner: form.owner === null ? null : { ...form.owner },
});

/** The same of an action item. */
export const actionFrom = (form: ActionForm): ActionForm => ({
  ...form,
  owner: { ...form.owner },
  findings: [...form.findings],
});
