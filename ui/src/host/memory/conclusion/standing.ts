/** Where an assessment stands, in memory. */
import type { MissingPoint, StandingView, Topic } from "../../../generated/types";
import type { Answers } from "../calls";
import { dateText } from "../assess";
import { needText } from "../deliberation/voices";
import { questions, sections } from "../questions";
import type { State } from "../state";
import type { Words } from "../words";
import { missingOfAdvice } from "./advice";

const labels: Readonly<Record<string, Words>> = {
  concept: { nl: "concept", en: "draft" },
  ready_to_sign: { nl: "klaar om te ondertekenen", en: "ready to sign" },
  signed: { nl: "ondertekend", en: "signed" },
  adopted: { nl: "vastgesteld", en: "adopted" },
  withdrawn: { nl: "ingetrokken", en: "withdrawn" },
};

/** The calls about where an assessment stands. */
export function standingCalls(
  state: State,
): Pick<
  Answers,
  "standing_page" | "adopt_assessment" | "withdraw_assessment" | "reopen_assessment"
> {
  const about = (assessment: string): Topic[] => [{ kind: "assessment", assessment }];
  return {
    standing_page: ({ assessment }) => standingOf(state, assessment),
    adopt_assessment: ({ assessment, date, by, because }) => {
      const { conclusion } = state.assessment(assessment);
      state.name("by", by);
      const { awaited } = standingOf(state, assessment);
      if (awaited.length > 0) needText(state, "because", because);
      conclusion.settled = { kind: "adopted", date, by, because };
      return state.changed(about(assessment));
    },
    withdraw_assessment: ({ assessment, reason }) => {
      needText(state, "reason", reason);
      state.assessment(assessment).conclusion.settled = { kind: "withdrawn", reason };
      return state.changed(about(assessment));
    },
    reopen_assessment: ({ assessment, reason }) => {
      needText(state, "reason", reason);
      Object.assign(state.assessment(assessment).conclusion, {
        settled: null,
        reopened: reason,
        waiting: [],
      });
      return state.changed(about(assessment));
    },
  };
}

/** Where an assessment stands, and what it lacks. */
export function standingOf(state: State, assessment: string): StandingView {
  const { settled, reopened, waiting } = state.assessment(assessment).conclusion;
  const missing = settled === null ? missingIn(state, assessment) : [];
  const required = missing.filter((point) => point.required).length;
  const status = settled?.kind ?? (required === 0 ? "ready_to_sign" : "concept");
  return {
    status,
    label: state.say(labels[status] ?? { nl: status, en: status }),
    since: sinceWhen(state, assessment),
    reopened:
      reopened === null || settled !== null
        ? null
        : state.say({
            nl: `Heropend op 21 november 2026, 14:32. Reden: ${reopened}`,
            en: `Reopened on 21 November 2026, 14:32. Reason: ${reopened}`,
          }),
    missing,
    required,
    since_signed:
      settled?.kind === "signed"
        ? [
            state.say({
              nl: "Actie ‘Meet de wachttijd’ is mee bezig",
              en: "Action item ‘Measure the waiting time’ is under way",
            }),
          ]
        : [],
    waiting: [...waiting],
    copies_out: settled?.kind === "adopted" || settled?.kind === "withdrawn" ? [] : notBack(state),
    awaited: settled?.kind === "signed" ? [...settled.awaited] : [],
    can_adopt: settled?.kind === "signed",
    can_withdraw: settled?.kind !== "withdrawn",
    can_reopen: settled !== null,
  };
}

/** The copies that are out, in words. */
function notBack(state: State): string[] {
  return state
    .open()
    .copies.filter(({ out }) => out)
    .map(({ who, file, at }) => {
      const [date] = at.split(",");
      const of = who ?? file;
      return state.say({
        nl: `De kopie van ${of} van ${date} is nog niet terug.`,
        en: `${of}’s copy of ${date} has not come back.`,
      });
    });
}

function sinceWhen(state: State, assessment: string): string | null {
  const { settled } = state.assessment(assessment).conclusion;
  switch (settled?.kind) {
    case undefined:
      return null;
    case "signed": {
      const names = settled.signers.join(", ");
      return state.say({
        nl: `Ondertekend op 14 november 2026, 16:40 door ${names}`,
        en: `Signed on 14 November 2026, 16:40 by ${names}`,
      });
    }
    case "adopted": {
      const date = dateText(state, settled.date);
      const said = state.say({
        nl: `Vastgesteld op ${date} door ${settled.by}`,
        en: `Adopted on ${date} by ${settled.by}`,
      });
      return settled.because === "" ? said : `${said}. ${settled.because}`;
    }
    case "withdrawn":
      return state.say({
        nl: `Ingetrokken op 21 november 2026, 14:32. Reden: ${settled.reason}`,
        en: `Withdrawn on 21 November 2026, 14:32. Reason: ${settled.reason}`,
      });
  }
}

function missingIn(state: State, assessment: string): MissingPoint[] {
  const { answers, completed } = state.assessment(assessment);
  const points: MissingPoint[] = [];
  for (const section of sections) {
    const open = questions.filter((one) => one.section === section.id && !answers.has(one.id));
    const [first] = open;
    if (first === undefined) continue;
    const text =
      open.length === 1
        ? state.say({
            nl: `Er is nog geen antwoord op: ${first.text.nl}`,
            en: `There is no answer yet to: ${first.text.en}`,
          })
        : state.say({
            nl: `${open.length} vragen zonder antwoord in ‘${section.title.nl}’`,
            en: `${open.length} questions without an answer in ‘${section.title.en}’`,
          });
    points.push({ text, required: true, place: { kind: "question", question: first.id } });
  }
  points.push(...missingOfAdvice(state, assessment));
  for (const text of notBack(state)) {
    points.push({ text, required: false, place: { kind: "copies" } });
  }
  for (const section of sections) {
    if (completed.has(section.id) || questions.every((one) => one.section !== section.id)) continue;
    points.push({
      text: state.say({
        nl: `Dit onderdeel is nog niet afgerond: ${section.title.nl}`,
        en: `This section has not been declared complete: ${section.title.en}`,
      }),
      required: false,
      place: { kind: "section", section: section.id },
    });
  }
  return points;
}
