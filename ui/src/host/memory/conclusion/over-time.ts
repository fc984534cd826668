/** Assessments of one application side by side, and the quick scan, in memory. */
import type {
  ComparedQuestion,
  ComparedScore,
  PointView,
  QuestionLink,
  QuickScanLeftOut,
  Topic,
} from "../../../generated/types";
import { dateText, inWords, stateOf, subjectName, summary } from "../assess";
import type { Answers } from "../calls";
import { resultsPage } from "../judge";
import { questions, sections, type MemoryQuestion } from "../questions";
import { promises } from "../samples";
import type { State } from "../state";
import type { Words } from "../words";
import { standingOf } from "./standing";

const changes: Readonly<Record<string, Words>> = {
  same: { nl: "gelijk", en: "the same" },
  better: { nl: "beter", en: "better" },
  worse: { nl: "slechter", en: "worse" },
  otherwise: { nl: "anders", en: "different" },
  answered: { nl: "nu wel beantwoord", en: "answered now" },
  opened: { nl: "nu niet beantwoord", en: "not answered now" },
};

const quick = ["PUR-04", "HUM-01", "HUM-02"];

/** The calls about several assessments, and about the short way through one. */
export function overTimeCalls(
  state: State,
): Pick<Answers, "comparison_page" | "take_over_answers" | "quick_scan_page"> {
  const { say } = state;
  const about = (assessment: string): Topic[] => [{ kind: "assessment", assessment }];
  const link = ({ id, text, section }: MemoryQuestion): QuestionLink => ({
    id,
    text: say(text),
    section,
  });
  const toTakeOver = (from: string, to: string) => {
    const [before, now] = [state.assessment(from).answers, state.assessment(to).answers];
    return questions.filter(({ id }) => before.has(id) && !now.has(id));
  };

  return {
    comparison_page: ({ assessments: ids }) => {
      const all = ids.map((id) => state.assessment(id)).sort((a, b) => (a.date < b.date ? -1 : 1));
      const [first, last, before] = [all.at(0), all.at(-1), all.at(-2)];
      if (first === undefined || last === undefined || before === undefined) return state.unknown();
      const age = (at: number) => all.length - 1 - at;
      const score = (id: string, label: string, latest: number | null): ComparedScore => {
        const values = all.map((_, at) => (latest === null ? null : latest - age(at) * 7.5));
        const difference = (all.length - 1) * 7.5;
        return {
          id,
          label,
          values,
          texts: values.map((value) =>
            value === null
              ? say({ nl: "te weinig vragen", en: "too few questions" })
              : figure(state, value),
          ),
          difference: latest === null ? null : `+${figure(state, difference)}`,
        };
      };
      const results = resultsPage(state, last.id);
      return {
        subject: subjectName(state, last.id),
        assessments: all.map(({ id, date }, at) => ({
          id,
          date: dateText(state, date),
          questionnaire: summary(state, id).questionnaire,
          colour: age(at) > 0 ? "red" : "amber",
          colour_label: say(
            age(at) > 0 ? { nl: "Rood", en: "Red" } : { nl: "Oranje", en: "Amber" },
          ),
          provisional: age(at) === 0,
          standing: standingOf(state, id).label,
          open_gaps: age(at),
        })),
        questions: questions.map((question) => compared(state, question, all)),
        promises: promises(say).map(({ number, short }) =>
          score(String(number), short, results.promises[number - 1]?.value ?? null),
        ),
        total: score("total", say({ nl: "Totaal", en: "Total" }), results.total.value),
        gaps_closed: questions.filter(({ id }) => id === "HUM-02").map(link),
        gaps_opened: [],
        actions_closed: [],
        actions_carried_over: 1,
        to_take_over: toTakeOver(before.id, last.id).length,
      };
    },
    take_over_answers: ({ from, to }) => {
      const taken = toTakeOver(from, to);
      const [before, now] = [state.assessment(from), state.assessment(to)];
      for (const { id } of taken) {
        const answer = before.answers.get(id);
        if (answer !== undefined) now.answers.set(id, { ...answer });
        now.takenOver.set(id, before.date);
      }
      return { answers: taken.length, changed: state.changed(about(to)) };
    },
    quick_scan_page: ({ assessment }) => {
      const { answers } = state.assessment(assessment);
      const results = resultsPage(state, assessment);
      const scanned = (points: readonly PointView[]) =>
        points.filter(({ question }) => quick.includes(question) && !answers.has(question));
      const profile = questions.filter(({ section }) => section === "profile");
      const asked = questions.filter(({ id }) => quick.includes(id));
      const open = [...profile, ...asked].filter(({ id }) => !answers.has(id));
      return {
        subject: subjectName(state, assessment),
        questions: [...profile, ...asked].map((question) => {
          const answer = answers.get(question.id);
          return {
            question: link(question),
            profile: question.section === "profile",
            state: stateOf(answer),
            answer: answer === undefined ? null : inWords(state, question, answer),
            legal: question.legal ?? false,
          };
        }),
        asked: asked.length,
        most: asked.length,
        settled: asked.filter(({ id }) => answers.has(id)).length,
        profile_open: profile.filter(({ id }) => !answers.has(id)).length,
        minutes_left: open.reduce((sum, { section }) => sum + (section === "profile" ? 1 : 2), 0),
        next: open[0]?.id ?? null,
        legal: scanned(results.legal.partly),
        legal_unknown: scanned(results.legal.unknown),
        key_points: scanned(results.key_points),
        note: say({
          nl: "De snelle scan stelt de vragen die het meeste zeggen. U ziet wettelijke knelpunten, onbekende wettelijke punten en belangrijke punten die ontbreken, en geen score of kleur: daarvoor zijn het te weinig vragen. Uw antwoorden blijven staan voor de volledige zelfbeoordeling.",
          en: "The quick scan asks the questions that say most. You see legal gaps, legal points not known yet and missing key points, and no score or colour: there are too few questions for that. Your answers are kept for the full assessment.",
        }),
        left_out: profile.some(({ id }) => !answers.has(id)) ? null : leftOut(state, asked),
      };
    },
  };
}

function compared(
  state: State,
  question: MemoryQuestion,
  all: readonly { readonly id: string }[],
): ComparedQuestion {
  const held = all.map(({ id }) => state.assessment(id).answers.get(question.id));
  const texts = held.map((answer) =>
    answer === undefined ? null : inWords(state, question, answer),
  );
  const change = directionOf(texts.at(0) ?? null, texts.at(-1) ?? null, question.kind);
  const last = all.at(-1)?.id ?? "";
  return {
    question: { id: question.id, text: state.say(question.text), section: question.section },
    change,
    change_label: state.say(changes[change] ?? { nl: change, en: change }),
    answers: texts,
    because: held.map((answer) => answer?.because ?? ""),
    taken_over: state.assessment(last).takenOver.has(question.id),
  };
}

function directionOf(was: string | null, is: string | null, kind: MemoryQuestion["kind"]): string {
  if (was === is) return "same";
  if (was === null) return "answered";
  if (is === null) return "opened";
  return kind === "maturity" ? "better" : "otherwise";
}

const figure = (state: State, value: number) =>
  value.toLocaleString(state.settings.language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });

function leftOut(state: State, asked: readonly MemoryQuestion[]): QuickScanLeftOut {
  const others = questions.filter(
    ({ id, section }) => section !== "profile" && !quick.includes(id),
  );
  return {
    questions: others.length,
    legal: others.filter(({ legal }) => legal === true).length,
    sections: sections
      .filter(({ id }) => others.some(({ section }) => section === id))
      .filter(({ id }) => asked.every(({ section }) => section !== id))
      .map(({ title }) => state.say(title)),
  };
}
