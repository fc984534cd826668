/** Advice and decision, in memory. */
import type {
  AdviceView,
  ConditionForm,
  ConditionView,
  DecisionView,
  MissingPoint,
  OptionView,
  Topic,
} from "../../../generated/types";
import { dateText, subjectName } from "../assess";
import type { Answers } from "../calls";
import { needText, ownerName, voices } from "../deliberation/voices";
import { findingsPage } from "../follow-up/findings";
import type { State } from "../state";
import type { Words } from "../words";
import { adviceFrom, decisionFrom } from "./work";

const courses: Readonly<Record<string, Words>> = {
  go: { nl: "doorgaan", en: "go" },
  go_if: { nl: "doorgaan onder voorwaarden", en: "go, if conditions are met" },
  no_go: { nl: "niet beginnen", en: "no go" },
  stop: { nl: "stoppen", en: "stop" },
};

const triggers: Readonly<Record<string, Words>> = {
  model_change: {
    nl: "een ander model of een andere versie ervan",
    en: "another model or another version of it",
  },
  supplier_change: { nl: "een andere leverancier", en: "another supplier" },
  purpose_change: { nl: "een ander doel", en: "another purpose" },
  incident: { nl: "een incident", en: "an incident" },
};

/** The calls about advice and decision. */
export function adviceCalls(
  state: State,
): Pick<Answers, "advice_page" | "give_advice" | "withdraw_advice" | "take_decision"> {
  const { say } = state;
  const about = (assessment: string): Topic[] => [{ kind: "assessment", assessment }];
  const course = (word: string) => {
    const words = courses[word];
    return words === undefined ? refuseCourse(state) : say(words);
  };
  const needConditions = (form: { course: string; conditions: ConditionForm[] }) => {
    course(form.course);
    if (form.course === "go_if" && form.conditions.length === 0) {
      state.refuse("conditions-needed", "conditions", {
        what: {
          nl: "Bij doorgaan onder voorwaarden hoort minstens één voorwaarde.",
          en: "To go under conditions needs at least one condition.",
        },
        remedy: {
          nl: "Schrijf op wat er eerst zo moet zijn, of kies iets anders.",
          en: "Write down what has to be so first, or choose something else.",
        },
      });
    }
    for (const { text } of form.conditions) needText(state, "conditions", text);
  };

  return {
    advice_page: ({ assessment }) => {
      const { advice, decision } = state.assessment(assessment).conclusion;
      const departs =
        advice !== null && decision !== null && advice.form.course !== decision.form.course;
      return {
        subject: subjectName(state, assessment),
        advice: advice === null ? null : adviceView(state, advice.number, advice.form),
        advice_conflict: [],
        decision: decision === null ? null : decisionView(state, assessment),
        decision_conflict: [],
        departs: departs
          ? say({
              nl: `Het besluit wijkt af van het advies. De commissie adviseert: ${course(advice.form.course)}. Het besluit is: ${course(decision.form.course)}.`,
              en: `The decision departs from the advice. The committee advises: ${course(advice.form.course)}. The decision is: ${course(decision.form.course)}.`,
            })
          : null,
        risks: findingsPage(state, assessment).risks,
        courses: optionsOf(state, courses),
        triggers: optionsOf(state, triggers),
        members: state
          .open()
          .members.map(({ id, form }) => ({ value: id, label: form.name, descriptor: null })),
        missing: missingOfAdvice(state, assessment),
      };
    },
    give_advice: ({ assessment, form }) => {
      needConditions(form);
      needText(state, "because", form.because);
      const { conclusion } = state.assessment(assessment);
      conclusion.advice = { number: conclusion.given, form: adviceFrom(form) };
      conclusion.given += 1;
      return state.changed(about(assessment));
    },
    withdraw_advice: ({ assessment }) => {
      state.assessment(assessment).conclusion.advice = null;
      return state.changed(about(assessment));
    },
    take_decision: ({ assessment, form }) => {
      const { conclusion, followUp } = state.assessment(assessment);
      const { advice } = conclusion;
      if (advice === null) return state.unknown();
      needConditions(form);
      state.name("owner", form.owner);
      if (form.course !== advice.form.course) needText(state, "because", form.because);
      const told = new Set(form.residual_risks.map(({ risk }) => risk));
      if (form.course.startsWith("go") && followUp.risks.some(({ id }) => !told.has(id))) {
        state.refuse("risks-left-out", "residual_risks", {
          what: {
            nl: "Het besluit zegt niet van elk risico dat blijft, of het wordt aanvaard.",
            en: "The decision does not say of every risk that stays whether it is accepted.",
          },
          remedy: {
            nl: "Zeg van elk risico of u het aanvaardt of niet.",
            en: "Say of each risk whether you accept it or refuse it.",
          },
        });
      }
      conclusion.decision = { on: advice.number, form: decisionFrom(form) };
      return state.changed(about(assessment));
    },
  };
}

function refuseCourse(state: State): never {
  return state.refuse("word-unknown", "course", {
    what: { nl: "Hier is nog niets gekozen.", en: "Nothing was chosen here yet." },
    remedy: { nl: "Kies één van de mogelijkheden.", en: "Choose one of the options." },
  });
}

const optionsOf = (state: State, words: Readonly<Record<string, Words>>): OptionView[] =>
  Object.entries(words).map(([value, label]) => ({
    value,
    label: state.say(label),
    descriptor: null,
  }));

function adviceView(state: State, number: number, form: AdviceView["form"]): AdviceView {
  const { say } = state;
  return {
    event: `advice-${number}`,
    form,
    course_label: say(courses[form.course] ?? { nl: "", en: "" }),
    conditions: form.conditions.map((condition) => conditionView(state, condition)),
    review_on_text: form.review_on === null ? null : dateText(state, form.review_on),
    review_when_labels: form.review_when.map((trigger) => {
      const words = triggers[trigger];
      return words === undefined ? trigger : say(words);
    }),
    given: say({
      nl: "21 november 2026, 14:32, door de commissie",
      en: "21 November 2026, 14:32, by the committee",
    }),
  };
}

function conditionView(state: State, { text, owner, due }: ConditionForm): ConditionView {
  return {
    text,
    owner: owner === null ? null : ownerName(state, owner),
    due: due === null ? null : dateText(state, due),
  };
}

function decisionView(state: State, assessment: string): DecisionView {
  const { say } = state;
  const { conclusion, followUp } = state.assessment(assessment);
  const { form, on } = conclusion.decision ?? state.unknown();
  return {
    event: "decision",
    form,
    course_label: say(courses[form.course] ?? { nl: "", en: "" }),
    date_text: dateText(state, form.date),
    conditions: form.conditions.map((condition) => conditionView(state, condition)),
    residual_risks: form.residual_risks.map(({ risk, accepted, because }) => ({
      text: followUp.risks.find(({ id }) => id === risk)?.form.text ?? "",
      accepted,
      label: say(
        accepted ? { nl: "aanvaard", en: "accepted" } : { nl: "niet aanvaard", en: "not accepted" },
      ),
      because,
    })),
    on_earlier_advice: conclusion.advice !== null && conclusion.advice.number !== on,
    taken: say({
      nl: "21 november 2026, 16:10, door de commissie",
      en: "21 November 2026, 16:10, by the committee",
    }),
  };
}

/** What is missing for the advice to be signed. */
export function missingOfAdvice(state: State, assessment: string): MissingPoint[] {
  const { conclusion, work } = state.assessment(assessment);
  const { advice } = conclusion;
  const point = (words: Words, required = true): MissingPoint => ({
    text: state.say(words),
    required,
    place: { kind: "advice" },
  });
  if (advice === null) {
    return [point({ nl: "Er is nog geen advies.", en: "There is no advice yet." })];
  }
  const took = (member: string) =>
    work.positions.some((one) => one.matter === "advice" && one.member === member);
  const silent = voices(state, assessment)
    .filter(({ member }) => !took(member))
    .map(({ name }) =>
      point({
        nl: `${name} nam nog geen standpunt in over het advies.`,
        en: `${name} has not taken a position on the advice yet.`,
      }),
    );
  const review = point(
    {
      nl: "Het advies noemt geen datum om opnieuw te kijken.",
      en: "The advice names no date for looking again.",
    },
    false,
  );
  return advice.form.review_on === null ? [...silent, review] : silent;
}
