/** Recording answers and withdrawing them, as steps that can be taken back. */
import type { AnswerForm } from "../../generated/types";
import { inWords } from "./assess";
import { questions } from "./questions";
import type { State } from "./state";

/** Records an answer. It settles what contradicted before. */
export function recordAnswer(
  state: State,
  assessment: string,
  question: string,
  answer: AnswerForm,
  who = "Zoë Çelik",
): void {
  change(state, assessment, question, structuredClone(answer), who);
}

/** Withdraws an answer. */
export function withdrawAnswer(state: State, assessment: string, question: string): void {
  change(state, assessment, question, undefined, "Zoë Çelik");
}

function change(
  state: State,
  assessment: string,
  question: string,
  answer: AnswerForm | undefined,
  who: string,
): void {
  const held = state.assessment(assessment);
  const asked = questions.find(({ id }) => id === question) ?? state.unknown();
  const before = held.answers.get(question);
  const contradicted = held.conflicts.get(question);
  const words = (form: AnswerForm | undefined) =>
    form === undefined ? null : inWords(state, asked, form);
  let done = false;
  const turn = () => {
    done = !done;
    held.takenOver.delete(question);
    const now = done ? answer : before;
    if (now === undefined) held.answers.delete(question);
    else held.answers.set(question, now);
    if (done || contradicted === undefined) held.conflicts.delete(question);
    else held.conflicts.set(question, contradicted);
  };
  turn();
  if (before !== undefined)
    held.earlier.set(question, [before, ...(held.earlier.get(question) ?? [])]);
  const text = { nl: lower(asked.text.nl), en: lower(asked.text.en) };
  state.note(
    answer === undefined
      ? { nl: `${who} trok een antwoord in: ${text.nl}`, en: `${who} withdrew: ${text.en}` }
      : {
          nl: `${who} legde een antwoord vast: ${text.nl}`,
          en: `${who} recorded an answer: ${text.en}`,
        },
    { question, who, before: words(before), after: words(answer), turn },
  );
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
