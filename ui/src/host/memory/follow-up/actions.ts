/** Action items and the files that go with them, in memory. */
import type {
  ActionForm,
  ActionsPage,
  ActionView,
  EvidenceView,
  OptionView,
  Topic,
} from "../../../generated/types";
import { dateText, subjectName } from "../assess";
import type { Answers } from "../calls";
import { needText, ownerName } from "../deliberation/voices";
import { fingerprint } from "../samples";
import type { State } from "../state";
import type { Words } from "../words";
import { askedLinks } from "./findings";
import { actionFrom, today, type MemoryAction } from "./work";

const statuses: readonly { value: string; label: Words }[] = [
  { value: "open", label: { nl: "open", en: "open" } },
  { value: "under_way", label: { nl: "mee bezig", en: "under way" } },
  { value: "done", label: { nl: "gedaan", en: "done" } },
  { value: "dropped", label: { nl: "vervallen", en: "dropped" } },
];
const closing: readonly string[] = ["done", "dropped"];

/** The calls about action items, and about files of theirs and of opinions. */
export function actionCalls(
  state: State,
): Pick<
  Answers,
  "actions_page" | "plan_action" | "revise_action" | "progress_action" | "attach_document"
> {
  const about = (assessment: string): Topic[] => [{ kind: "assessment", assessment }];
  const checked = (form: ActionForm) => {
    needText(state, "text", form.text);
    if (form.owner.kind === "named") state.name("owner", form.owner.name);
    return actionFrom(form);
  };

  return {
    actions_page: ({ assessment }) => actionsPage(state, assessment),
    plan_action: ({ assessment, form }) => {
      const id = state.fresh("action");
      const action = { id, form: checked(form), progress: [], documents: [] };
      state.assessment(assessment).followUp.actions.push(action);
      return state.changed(about(assessment), id);
    },
    revise_action: ({ action: id, form }) => {
      const [assessment, action] = holding(state, id);
      action.form = checked(form);
      return state.changed(about(assessment));
    },
    progress_action: ({ action: id, status, note, proof }) => {
      const [assessment, action] = holding(state, id);
      if (status === "dropped") {
        state.need(
          "note",
          note,
          {
            nl: "Bij een actie die vervalt, hoort een reden.",
            en: "An action that is dropped needs a reason.",
          },
          { nl: "Schrijf in de toelichting waarom.", en: "Write in the explanation why." },
        );
      }
      const files = proof.map((handle) => document(state, state.file(handle).name));
      action.documents.push(...files);
      action.progress.unshift({ status, note, proof: files.map(({ label }) => label) });
      return state.changed(about(assessment));
    },
    attach_document: ({ action, opinion, file }) => {
      const { name } = state.file(file);
      if (action !== null) {
        const [assessment, held] = holding(state, action);
        held.documents.push(document(state, name));
        return state.changed(about(assessment));
      }
      for (const { id, followUp } of state.open().assessments) {
        const held = followUp.opinions.find((one) => one.id === opinion);
        if (held === undefined) continue;
        held.documents.push(document(state, name));
        return state.changed(about(id));
      }
      return state.unknown();
    },
  };
}

/** A file as it is kept. */
export function document(state: State, label: string): EvidenceView {
  return {
    id: state.fresh("document"),
    label,
    size: "48 kB",
    sha256: fingerprint,
    at: state.say({ nl: "vandaag, 14:32", en: "today, 14:32" }),
  };
}

function holding(state: State, id: string): [string, MemoryAction] {
  for (const assessment of state.open().assessments) {
    const held = assessment.followUp.actions.find((action) => action.id === id);
    if (held !== undefined) return [assessment.id, held];
  }
  return state.unknown();
}

const statusOf = ({ progress }: MemoryAction) => progress[0]?.status ?? "open";
const isClosed = (action: MemoryAction) => closing.includes(statusOf(action));

/** The assessments of the same application from before this one. */
function before(state: State, assessment: string) {
  const { subject, date } = state.assessment(assessment);
  return state
    .open()
    .assessments.filter(
      (one) => one.subject === subject && one.id !== assessment && one.date < date,
    );
}

function actionsPage(state: State, assessment: string | null): ActionsPage {
  const own = state
    .open()
    .assessments.filter(({ id }) => assessment === null || id === assessment)
    .flatMap(({ id, followUp }) => followUp.actions.map((one) => view(state, id, one, false)));
  const carried =
    assessment === null
      ? []
      : before(state, assessment).flatMap(({ id, followUp }) =>
          followUp.actions
            .filter((action) => !isClosed(action))
            .map((action) => view(state, id, action, true)),
        );
  const actions = [...carried, ...own];
  const findings: OptionView[] =
    assessment === null
      ? []
      : state.assessment(assessment).followUp.findings.map(({ id, form }) => option(id, form.text));
  return {
    subject: assessment === null ? null : subjectName(state, assessment),
    actions,
    open: actions.filter(({ closed }) => !closed).length,
    overdue: actions.filter(({ overdue }) => overdue).length,
    carried_over: carried.length,
    members: state.open().members.map(({ id, form }) => option(id, form.name)),
    statuses: statuses.map(({ value, label }) => option(value, state.say(label))),
    questions: assessment === null ? [] : askedLinks(state),
    findings,
  };
}

const option = (value: string, label: string): OptionView => ({ value, label, descriptor: null });

function view(
  state: State,
  assessment: string,
  action: MemoryAction,
  carriedOver: boolean,
): ActionView {
  const { form } = action;
  const status = statusOf(action);
  const inWords = (word: string) =>
    state.say(statuses.find(({ value }) => value === word)?.label ?? { nl: word, en: word });
  const date = dateText(state, state.assessment(assessment).date);
  return {
    id: action.id,
    assessment,
    subject: subjectName(state, assessment),
    form,
    owner_label: ownerName(state, form.owner),
    due_text: form.due === null ? null : dateText(state, form.due),
    status,
    status_label: inWords(status),
    closed: isClosed(action),
    overdue: !isClosed(action) && form.due !== null && form.due < today,
    carried_over: carriedOver
      ? state.say({
          nl: `Meegenomen uit de zelfbeoordeling van ${date}`,
          en: `Carried over from the self-assessment of ${date}`,
        })
      : null,
    progress: action.progress.map((noted) => ({
      at: state.say({ nl: "vandaag, 14:32", en: "today, 14:32" }),
      who: state.say({ nl: "de commissie", en: "the committee" }),
      status_label: inWords(noted.status),
      note: noted.note,
      proof: [...noted.proof],
    })),
    documents: action.documents,
  };
}
