/** Opinions from outside, in memory. */
import type { OpinionForm, OpinionsPage, Topic } from "../../../generated/types";
import { dateText, subjectName } from "../assess";
import type { Answers } from "../calls";
import { needText } from "../deliberation/voices";
import type { State } from "../state";
import type { Words } from "../words";

const outsiders: readonly { of: string; label: Words }[] = [
  {
    of: "data_protection_officer",
    label: { nl: "functionaris gegevensbescherming", en: "data protection officer" },
  },
  { of: "works_council", label: { nl: "ondernemingsraad", en: "works council" } },
  {
    of: "customers",
    label: {
      nl: "klanten of wie namens hen spreekt",
      en: "customers or whoever speaks for them",
    },
  },
  { of: "other", label: { nl: "iemand anders", en: "somebody else" } },
];

/** The calls about opinions from outside. */
export function opinionCalls(
  state: State,
): Pick<Answers, "opinions_page" | "record_opinion" | "revise_opinion" | "drop_opinion"> {
  const about = (assessment: string): Topic[] => [{ kind: "assessment", assessment }];
  const checked = (form: OpinionForm) => {
    if (!form.asked) {
      state.need(
        "because",
        form.because,
        {
          nl: "Er staat niet waarom deze mening niet is gevraagd.",
          en: "It does not say why this opinion was not asked for.",
        },
        { nl: "Schrijf op waarom niet.", en: "Write down why not." },
      );
    }
    if (form.of === "other") needText(state, "name", form.name);
    return { ...form };
  };
  const holding = (id: string) =>
    state
      .open()
      .assessments.find(({ followUp }) => followUp.opinions.some((one) => one.id === id)) ??
    state.unknown();

  return {
    opinions_page: ({ assessment }) => opinionsPage(state, assessment),
    record_opinion: ({ assessment, form }) => {
      const id = state.fresh("opinion");
      const opinion = { id, form: checked(form), documents: [] };
      state.assessment(assessment).followUp.opinions.push(opinion);
      return state.changed(about(assessment), id);
    },
    revise_opinion: ({ opinion, form }) => {
      const { id, followUp } = holding(opinion);
      const held = followUp.opinions.find((one) => one.id === opinion) ?? state.unknown();
      held.form = checked(form);
      return state.changed(about(id));
    },
    drop_opinion: ({ opinion, reason }) => {
      needText(state, "reason", reason);
      const { id, followUp } = holding(opinion);
      followUp.opinions = followUp.opinions.filter((one) => one.id !== opinion);
      return state.changed(about(id));
    },
  };
}

function opinionsPage(state: State, assessment: string): OpinionsPage {
  const { opinions } = state.assessment(assessment).followUp;
  const labelOf = (of: string) =>
    state.say(outsiders.find((one) => one.of === of)?.label ?? { nl: of, en: of });
  const asked = ({ asked: was, text }: OpinionForm): Words => {
    if (!was) return { nl: "Niet gevraagd", en: "Not asked" };
    return text === ""
      ? { nl: "Gevraagd, nog geen antwoord", en: "Asked, no answer yet" }
      : { nl: "Gevraagd en ontvangen", en: "Asked and received" };
  };
  return {
    subject: subjectName(state, assessment),
    expected: outsiders
      .filter(({ of }) => of !== "other")
      .map(({ of, label }) => ({
        of,
        label: state.say(label),
        settled: opinions.some(({ form }) => form.of === of),
      })),
    opinions: opinions.map(({ id, form, documents }) => ({
      id,
      form,
      of_label: labelOf(form.of),
      asked_label: state.say(asked(form)),
      date_text: form.date === null ? null : dateText(state, form.date),
      documents,
    })),
    outsiders: outsiders.map(({ of, label }) => ({
      value: of,
      label: state.say(label),
      descriptor: null,
    })),
  };
}
