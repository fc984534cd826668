/** The pages of an assessment, from what the memory host remembers. */
import type {
  AnswerForm,
  AnswerState,
  AssessmentPage,
  AssessmentSummary,
  OptionView,
  QuestionInput,
  QuestionPage,
  SectionPage,
  SectionStatusView,
} from "../../generated/types";
import { questions, sections, type MemoryQuestion } from "./questions";
import { promises, references } from "./samples";
import { standingOf } from "./conclusion/standing";
import { positionsOn, threadsOn } from "./deliberation/said";
import type { State } from "./state";

const title = {
  nl: "Ethische zelftoets AI in klantcontact 1.0",
  en: "Ethical self-assessment AI in customer contact 1.0",
};
export const draftStatus = {
  nl: "Dit is een concept. Het is geen juridisch advies en niet goedgekeurd door de KSF.",
  en: "This is a draft. It is not legal advice and not endorsed by KSF.",
};

const inSection = (section: string) => questions.filter((question) => question.section === section);

function settled(answer: AnswerForm | undefined): boolean {
  return answer !== undefined && answer.value.kind !== "not_yet_known";
}

/** How a question stands; more than one answer is a conflict. */
export function stateOf(answer: AnswerForm | undefined, conflict = false): AnswerState {
  if (conflict) return "conflict";
  switch (answer?.value.kind) {
    case undefined:
      return "open";
    case "not_yet_known":
    case "not_applicable":
      return answer?.value.kind ?? "open";
    default:
      return "answered";
  }
}

function sectionStatus(state: State, assessment: string, section: string): SectionStatusView {
  const { answers, completed } = state.assessment(assessment);
  const asked = inSection(section);
  const answered = asked.filter(({ id }) => settled(answers.get(id))).length;
  if (asked.length === 0) return "not_asked";
  if (completed.has(section)) return answered < asked.length ? "to_review" : "completed";
  if (answered === 0) return "not_started";
  return answered < asked.length ? "in_progress" : "all_answered";
}

/** An assessment in the list of the dossier. */
export function summary(state: State, assessment: string): AssessmentSummary {
  const { answers } = state.assessment(assessment);
  return {
    id: assessment,
    date: dateText(state, state.assessment(assessment).date),
    questionnaire: state.say(title),
    asked: questions.length,
    answered: questions.filter(({ id }) => settled(answers.get(id))).length,
    signed_reports: 0,
    status: standingOf(state, assessment).status,
    status_label: standingOf(state, assessment).label,
  };
}

/** The name of the application that is assessed. */
export function subjectName(state: State, assessment: string): string {
  const { subject } = state.assessment(assessment);
  return state.open().subjects.find(({ id }) => id === subject)?.form.name ?? "";
}

/** A date for reading. */
export function dateText(state: State, date: string): string {
  const parsed = new Date(`${date}T12:00:00`);
  // As the program writes it: in English the day first, too.
  const language = state.settings.language === "en" ? "en-GB" : state.settings.language;
  return parsed.toLocaleDateString(language, {
    day: "numeric",
    month: "long",
    year: "numeric",
  });
}

/** The task list. */
export function assessmentPage(state: State, assessment: string): AssessmentPage {
  const { answers, date, scope, conflicts } = state.assessment(assessment);
  const { asked, answered } = summary(state, assessment);
  return {
    id: assessment,
    subject: subjectName(state, assessment),
    date,
    date_text: dateText(state, date),
    scope,
    questionnaire: state.say(title),
    questionnaire_status: state.say(draftStatus),
    sections: sections.map((section) => {
      const rows = inSection(section.id);
      const open = rows.find(({ id }) => !settled(answers.get(id)));
      return {
        id: section.id,
        title: state.say(section.title),
        asked: rows.length,
        answered: rows.filter(({ id }) => settled(answers.get(id))).length,
        status: sectionStatus(state, assessment, section.id),
        first: (open ?? rows[0])?.id ?? null,
      };
    }),
    asked,
    answered,
    next: questions.find(({ id }) => !settled(answers.get(id)))?.id ?? null,
    conflicts: questions
      .filter(({ id }) => conflicts.has(id))
      .map(({ id, text, section }) => ({ id, text: state.say(text), section })),
    profile: [
      state.say({ nl: "Klanten praten zelf met de AI", en: "Customers talk to the AI themselves" }),
      state.say({ nl: "De AI maakt zelf teksten", en: "The AI writes texts itself" }),
    ],
    kept_aside: 1,
    standing: standingOf(state, assessment),
  };
}

/** The check page of a section. */
export function sectionPage(state: State, assessment: string, id: string): SectionPage {
  const { answers, evidence, conflicts } = state.assessment(assessment);
  const at = sections.findIndex((section) => section.id === id);
  const section = sections[at] ?? state.unknown();
  const link = (place: number) => {
    const neighbour = sections[place];
    if (neighbour === undefined || inSection(neighbour.id).length === 0) return null;
    return { id: neighbour.id, title: state.say(neighbour.title) };
  };
  return {
    id,
    title: state.say(section.title),
    introduction: state.say(section.introduction),
    questions: inSection(id).map((question) => {
      const answer = answers.get(question.id);
      return {
        id: question.id,
        text: state.say(question.text),
        answer: answer === undefined ? null : inWords(state, question, answer),
        because: answer?.because ?? "",
        certainty: answer?.certainty === "known" ? state.say({ nl: "bekend", en: "known" }) : null,
        evidence: evidence.get(question.id)?.length ?? 0,
        state: stateOf(answer, conflicts.has(question.id)),
        legal: question.legal ?? false,
      };
    }),
    status: sectionStatus(state, assessment, id),
    previous: link(at - 1),
    next: link(at + 1),
  };
}

/** An answer in words. */
export function inWords(state: State, question: MemoryQuestion, { value }: AnswerForm): string {
  const label = (wanted: string) => {
    const option = question.options?.find((candidate) => candidate.value === wanted);
    return option === undefined ? wanted : state.say(option.label);
  };
  switch (value.kind) {
    case "choice":
      return label(value.option);
    case "choices":
      return value.options.map(label).join(", ");
    case "number":
      return value.typed;
    case "text":
      return value.text;
    case "not_applicable":
      return state.say({ nl: "Niet van toepassing", en: "Not applicable" });
    case "not_yet_known":
      return state.say({ nl: "Nog niet bekend", en: "Not yet known" });
  }
}

/** The page of a question. */
export function questionPage(state: State, assessment: string, id: string): QuestionPage {
  const { answers, evidence, earlier, conflicts, takenOver } = state.assessment(assessment);
  const at = questions.findIndex((question) => question.id === id);
  const question = questions[at] ?? state.unknown();
  const siblings = inSection(question.section);
  const section =
    sections.find((candidate) => candidate.id === question.section) ?? state.unknown();
  const answer = answers.get(id);
  const intake = question.section === "profile";
  const link = (place: number) => {
    const other = questions[place];
    return other === undefined
      ? null
      : { id: other.id, text: state.say(other.text), section: other.section };
  };
  const words = (text: typeof question.example) => (text === undefined ? null : state.say(text));
  return {
    id,
    section: { id: section.id, title: state.say(section.title) },
    number: siblings.indexOf(question) + 1,
    of: siblings.length,
    introduction: siblings[0] === question ? state.say(section.introduction) : null,
    intake,
    text: state.say(question.text),
    why: state.say(question.why),
    note: words(question.note),
    answer_rule: question.options?.some(({ descriptor }) => descriptor !== undefined)
      ? state.say({
          nl: "Ja: alle delen, in elk kanaal, nu te zien. Deels: minstens één deel. Alleen een plan is nee.",
          en: "Yes: every part, in every channel, visible now. Partly: at least one part. Only a plan is no.",
        })
      : null,
    input: inputOf(state, question),
    may_be_not_applicable: !intake,
    not_applicable_needs_name: question.legal ?? false,
    evidence_hints: question.evidence?.map(state.say) ?? [],
    example: words(question.example),
    first_step: words(question.firstStep),
    references: intake ? [] : references(state.say),
    promises: intake
      ? []
      : promises(state.say).filter(({ number }) => number === 1 || number === 6),
    suggested_roles: [
      state.say({ nl: "voorzitter", en: "chair" }),
      state.say({ nl: "manager klantcontact", en: "contact centre manager" }),
    ],
    obligation: {
      level: question.legal ? "must" : intake ? "info" : "should",
      label: state.say(
        question.legal
          ? { nl: "Wettelijke plicht", en: "Legal duty" }
          : intake
            ? { nl: "Profielvraag", en: "Profile question" }
            : { nl: "Norm of richtlijn", en: "Norm or guideline" },
      ),
      applies_from: question.legal
        ? state.say({ nl: "2 augustus 2026", en: "2 August 2026" })
        : null,
      holders: question.legal ? [state.say({ nl: "gebruiker van de AI", en: "deployer" })] : [],
    },
    weight: intake ? 0 : 3,
    answer: conflicts.has(id) ? null : (answer ?? null),
    state: stateOf(answer, conflicts.has(id)),
    saved:
      answer === undefined
        ? null
        : state.say({
            nl: "21 november 2026, 14:32, door Zoë Çelik",
            en: "21 November 2026, 14:32, by Zoë Çelik",
          }),
    taken_over: takenOver.has(id)
      ? state.say({
          nl: `Overgenomen uit de zelfbeoordeling van ${dateText(state, takenOver.get(id) ?? "")} en nog niet opnieuw bekeken`,
          en: `Taken over from the assessment of ${dateText(state, takenOver.get(id) ?? "")} and not looked at again yet`,
        })
      : null,
    conflict: (conflicts.get(id) ?? []).map((version) => ({
      from: `${version.who}, ${version.at}`,
      answer: version.answer,
      text: inWords(state, question, version.answer),
    })),
    evidence: evidence.get(id) ?? [],
    earlier: (earlier.get(id) ?? []).map((old, place) => ({
      at: state.say({
        nl: `${20 - place} november 2026, 11:1${place}`,
        en: `${20 - place} November 2026, 11:1${place}`,
      }),
      text: inWords(state, question, old),
      because: old.because,
    })),
    positions: positionsOn(state, assessment, { kind: "answer", question: id }),
    comments: threadsOn(state, assessment, id),
    previous: link(at - 1),
    next: link(at + 1),
    asked: true,
    members: state.open().members.map(({ form }) => form.name),
    events: state.open().history.length,
  };
}

/** How a question is answered. */
export function inputOf(state: State, question: MemoryQuestion): QuestionInput {
  const options: OptionView[] = (question.options ?? []).map(({ value, label, descriptor }) => ({
    value,
    label: state.say(label),
    descriptor: descriptor === undefined ? null : state.say(descriptor),
  }));
  const how = question.how === undefined ? null : state.say(question.how);
  switch (question.kind) {
    case "number":
      return { kind: "number", unit: state.say(question.unit ?? { nl: "", en: "" }), how };
    case "text":
      return { kind: "text", how };
    default:
      return { kind: question.kind, options };
  }
}
