/** Every call of the window, answered from memory. */
import type { CallName, Calls } from "../../generated/calls";
import type { Topic } from "../../generated/types";
import { recordAnswer, withdrawAnswer } from "./answering";
import {
  assessmentPage,
  draftStatus,
  questionPage,
  sectionPage,
  subjectName,
  summary,
} from "./assess";
import { careCalls, reminderOf } from "./care";
import { conclusionCalls } from "./conclusion";
import { standingOf } from "./conclusion/standing";
import { deliberationCalls, roleLabel, speaksFor } from "./deliberation";
import { editionCalls } from "./editions";
import { addAssessment } from "./example";
import { followUpCalls } from "./follow-up";
import { resultsPage, verificationPage } from "./judge";
import { areaOf, areas, keepingCalls, shown } from "./keeping";
import { openingCalls } from "./opening";
import { previewCalls } from "./preview";
import { fingerprint, glossary, promises, references, watch } from "./samples";
import { signingCalls } from "./signing";
import type { State } from "./state";
import { styleCalls } from "./style";

/** One function for each call. */
export type Answers = {
  [Name in CallName]: (input: Calls[Name]["input"]) => Calls[Name]["output"];
};

/** A call that no page makes yet is not answered here. */
type Answered = Partial<Answers>;

/** Answers from this state. */
export function answersFrom(state: State): Answered {
  const { say } = state;
  const about = (assessment: string): Topic[] => [{ kind: "assessment", assessment }];
  const committee: Topic[] = [{ kind: "committee" }];
  const subjects: Topic[] = [{ kind: "subjects" }];
  const named = ({ name }: { name: string }) => state.name("name", name);

  return {
    ...openingCalls(state),
    ...keepingCalls(state),
    ...careCalls(state),
    ...styleCalls(state),
    ...deliberationCalls(state),
    ...conclusionCalls(state),
    ...followUpCalls(state),
    show_in_room: () => state.changed([{ kind: "room" }]),
    blank_room: () => {
      state.roomIsDark = !state.roomIsDark;
      const told = state.roomIsDark
        ? { nl: "Het scherm voor de zaal is donker.", en: "The screen for the room is dark." }
        : {
            nl: "Het scherm voor de zaal is weer te zien.",
            en: "The screen for the room can be seen again.",
          };
      return { ...state.changed([{ kind: "room" }]), notice: say(told) };
    },
    settings: () => state.settings,
    choose_settings: (settings) => {
      state.settings = settings;
      return state.changed([{ kind: "settings" }]);
    },
    dossier_page: () => {
      const dossier = state.open();
      return {
        file: dossier.file.name,
        folder: dossier.file.folder,
        read_only: dossier.read_only,
        working_as: null,
        reminder: reminderOf(state),
        organisation: dossier.organisation,
        mandate: dossier.committee.mandate,
        members: dossier.members.map(({ id, form }) => ({
          id,
          form,
          role_label: roleLabel(state, form),
          speaks_for_label: speaksFor(state, form).join(", ") || null,
        })),
        subjects: dossier.subjects.map(({ id, form }) => ({
          id,
          form,
          assessments: dossier.assessments
            .filter(({ subject }) => subject === id)
            .map((one) => summary(state, one.id)),
        })),
        events: dossier.history.length,
        fingerprint,
        saved: say({ nl: "vandaag om 14:32", en: "today at 14:32" }),
      };
    },
    describe_organisation: ({ form }) => {
      named(form);
      state.open().organisation = { ...form };
      return state.changed(committee);
    },
    add_subject: ({ form }) => {
      named(form);
      const id = state.fresh("subject");
      state.open().subjects.push({ id, form: { ...form } });
      return state.changed(subjects, id);
    },
    revise_subject: ({ subject, form }) => {
      named(form);
      const known = state.open().subjects.find(({ id }) => id === subject) ?? state.unknown();
      known.form = { ...form };
      return state.changed(subjects);
    },
    questionnaires: () => [
      {
        reference: "customer-contact-ai@1.0",
        title: say({
          nl: "Ethische zelftoets AI in klantcontact",
          en: "Ethical self-assessment AI in customer contact",
        }),
        version: "1.0",
        status: say(draftStatus),
        law_as_of: say({ nl: "21 november 2026", en: "21 November 2026" }),
        questions: 110,
      },
    ],
    start_assessment: ({ subject, date, scope }) => {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) {
        state.refuse("date-unknown", "date", {
          what: { nl: "Deze datum bestaat niet.", en: "This date does not exist." },
          remedy: {
            nl: "Vul dag, maand en jaar in met cijfers.",
            en: "Enter day, month and year in figures.",
          },
        });
      }
      const id = state.fresh("assessment");
      addAssessment(state, id, subject, date, scope);
      return state.changed(subjects, id);
    },
    revise_assessment: ({ assessment, date, scope }) => {
      Object.assign(state.assessment(assessment), { date, scope });
      return state.changed(about(assessment));
    },
    assessment_page: ({ assessment }) => assessmentPage(state, assessment),
    section_page: ({ assessment, section }) => sectionPage(state, assessment, section),
    complete_section: ({ assessment, section }) => {
      state.assessment(assessment).completed.add(section);
      return state.changed(about(assessment));
    },
    reopen_section: ({ assessment, section }) => {
      state.assessment(assessment).completed.delete(section);
      return state.changed(about(assessment));
    },
    question_page: ({ assessment, question }) => questionPage(state, assessment, question),
    record_answer: ({ assessment, question, answer }) => {
      recordAnswer(state, assessment, question, answer);
      return state.changed(about(assessment));
    },
    withdraw_answer: ({ assessment, question }) => {
      withdrawAnswer(state, assessment, question);
      return state.changed(about(assessment));
    },
    attach_evidence: ({ assessment, question, file: handle }) => {
      const { evidence } = state.assessment(assessment);
      const id = state.fresh("evidence");
      const piece = {
        id,
        label: state.file(handle).name,
        size: "48 kB",
        sha256: fingerprint,
        at: "14:32",
      };
      evidence.set(question, [...(evidence.get(question) ?? []), piece]);
      return state.changed(about(assessment), id);
    },
    detach_evidence: ({ evidence: gone }) => {
      for (const { evidence } of state.open().assessments) {
        for (const [question, pieces] of evidence) {
          evidence.set(
            question,
            pieces.filter(({ id }) => id !== gone),
          );
        }
      }
      return state.changed(subjects);
    },
    copy_evidence: () => state.changed([]),
    results_page: ({ assessment }) => resultsPage(state, assessment),
    history_page: ({ question, author, area, skip, take }) => {
      const here = state
        .open()
        .history.filter(({ entry }) => question === null || entry.question === question);
      const all = here
        .filter(({ entry }) => author === null || entry.who === author)
        .filter((step) => area === null || areaOf(step) === area)
        .map((step) => shown(state, step));
      const occurring = new Set(here.map(areaOf));
      return {
        entries: all.slice(skip, skip + take),
        total: all.length,
        authors: [...new Set(here.map(({ entry }) => entry.who))]
          .sort()
          .map((who) => ({ value: who, label: who, descriptor: null })),
        areas: areas
          .filter(({ value }) => occurring.has(value))
          .map(({ value, label }) => ({ value, label: say(label), descriptor: null })),
        meaning: say({
          nl: "Elke wijziging ligt vast aan de wijziging ervoor. Verandert iemand een oude wijziging, dan ziet het programma dat bij het openen.",
          en: "Every change is tied to the change before it. If somebody alters an old change, the program notices when it opens the file.",
        }),
      };
    },
    glossary: () => glossary(say),
    instrument_page: () => ({
      title: say({
        nl: "Ethische zelftoets AI in klantcontact",
        en: "Ethical self-assessment AI in customer contact",
      }),
      version: "1.0",
      status: say(draftStatus),
      law_as_of: say({ nl: "21 november 2026", en: "21 November 2026" }),
      digest: fingerprint,
      promises: promises(say),
      promises_note: say({
        nl: "De Nederlandse tekst van de beloften 2 tot en met 7 is een werkvertaling.",
        en: "The Dutch text of promises 2 to 7 is a working translation.",
      }),
      references: references(say),
      watch: watch(say),
      notes: [
        say({
          nl: "Organisaties in de voorbeelden zijn verzonnen.",
          en: "Organisations in the examples are fictional.",
        }),
      ],
    }),
    report_page: ({ assessment }) => ({
      subject: subjectName(state, assessment),
      standing: standingOf(state, assessment),
      signers: state.open().members.map(({ form }) => ({
        name: form.name,
        role: roleLabel(state, form),
        expected: form.role !== "guest",
      })),
      signed: [],
    }),
    ...previewCalls(state),
    make_report: ({ signers, to }) => ({
      file: state.file(to),
      pages: 42,
      size: "1,3 MB",
      signers,
      names_left: null,
    }),
    ...editionCalls(state),
    ...signingCalls(state),
    verify_report: ({ file: handle, trust }) => verificationPage(state, handle, trust.length > 0),
  };
}
