/** What votes show after the reveal: steps, middle, spread, agreement, who differs. */
import type {
  BallotForm,
  NamedVoteView,
  QuestionInput,
  RoundResult,
  StepView,
} from "../../../generated/types";
import { inputOf, inWords } from "../assess";
import type { MemoryQuestion } from "../questions";
import type { State } from "../state";
import { agreement } from "./agreement";
import { voices } from "./voices";
import type { MemoryRound } from "./work";

/** Whether a vote is still locked under its code. */
export const isShut = ({ pin, opened }: MemoryRound["votes"][number]) => pin !== null && !opened;

/** How a question is voted on. */
export function ballotInput(state: State, asked: MemoryQuestion, scale: string): QuestionInput {
  if (scale === "answers") return inputOf(state, asked);
  return {
    kind: "single",
    options: [1, 2, 3, 4, 5].map((grade) => ({
      value: String(grade),
      label: gradeLabel(state, grade),
      descriptor: null,
    })),
  };
}

function gradeLabel(state: State, grade: number): string {
  if (grade === 1) return state.say({ nl: "1 (helemaal niet)", en: "1 (not at all)" });
  if (grade === 5) return state.say({ nl: "5 (helemaal)", en: "5 (completely)" });
  return String(grade);
}

/** What was chosen, as a step of the scale; nothing for whoever could not say. */
function stepOf({ value }: BallotForm): string | null {
  if (value.kind === "choice") return value.option;
  return value.kind === "number" ? value.typed : null;
}

/** What the votes on a question show. */
export function resultOf(
  state: State,
  assessment: string,
  round: MemoryRound,
  asked: MemoryQuestion,
): RoundResult {
  const all = round.votes.filter(({ question }) => question === asked.id);
  const votes = all.filter((vote) => !isShut(vote));
  const input = ballotInput(state, asked, round.scale);
  const values =
    "options" in input
      ? ordered(input)
      : [...new Set(votes.flatMap(({ ballot }) => stepOf(ballot) ?? []))]
          .sort((one, other) => Number(one) - Number(other))
          .map((value) => ({ value, label: value }));
  const steps: StepView[] = values.map(({ value, label }) => ({
    value,
    label,
    votes: votes.filter(({ ballot }) => stepOf(ballot) === value).length,
  }));
  const places = votes
    .map(({ ballot }) => steps.findIndex(({ value }) => value === stepOf(ballot)))
    .filter((place) => place >= 0)
    .sort((one, other) => one - other);
  const low = places.at(0);
  const high = places.at(-1);
  const spread = low === undefined || high === undefined ? 0 : high - low;
  const isOrdered = input.kind !== "multiple";
  const label = ({ value }: BallotForm) =>
    (value.kind === "choice" && values.find((step) => step.value === value.option)?.label) ||
    inWords(state, asked, {
      value,
      because: "",
      certainty: null,
      evidence_strength: null,
      by: null,
    });
  const middle = [Math.floor((places.length - 1) / 2), Math.ceil((places.length - 1) / 2)].map(
    (at) => steps[places[at] ?? -1]?.label,
  );
  const median =
    !isOrdered || middle[0] === undefined
      ? null
      : middle[0] === middle[1]
        ? middle[0]
        : middle.join(" – ");
  const measured = isOrdered ? agreement(steps.map((step) => step.votes)) : null;
  const told = measured === null ? null : hundredths(state, measured);
  const kind = (wanted: string) =>
    votes.filter(({ ballot }) => ballot.value.kind === wanted).length;
  const inOrder = voices(state, assessment);
  const sentence = [
    state.say({ nl: `${votes.length} scores.`, en: `${votes.length} scores.` }),
    median === null ? null : state.say({ nl: `Midden: ${median}.`, en: `Middle: ${median}.` }),
    told === null
      ? null
      : state.say({ nl: `Overeenstemming: ${told}.`, en: `Agreement: ${told}.` }),
  ];
  const voteOf = (member: string) => all.find((vote) => vote.member === member);
  return {
    steps,
    ordered: isOrdered,
    cannot_say: kind("not_yet_known"),
    not_applicable: kind("not_applicable"),
    locked: all.length - votes.length,
    median,
    spread,
    agreement: measured,
    agreement_label: told,
    named: !round.names_shown
      ? []
      : inOrder.flatMap(({ member, name }): NamedVoteView[] => {
          const vote = voteOf(member);
          if (vote === undefined) return [];
          if (isShut(vote)) return [{ name, label: null, because: "", step: null }];
          const step = steps.findIndex(({ value }) => value === stepOf(vote.ballot));
          return [
            {
              name,
              label: label(vote.ballot),
              because: vote.ballot.because,
              step: step < 0 ? null : step,
            },
          ];
        }),
    because: round.names_shown
      ? []
      : votes
          .filter(({ ballot }) => ballot.because !== "")
          .map(({ ballot }) => ({ label: label(ballot), because: ballot.because }))
          .sort((one, other) =>
            (one.label + one.because).localeCompare(other.label + other.because),
          ),
    speak_first:
      round.names_shown && spread > 0
        ? inOrder
            .filter(({ member }) => {
              const vote = votes.find((one) => one.member === member);
              if (vote === undefined) return false;
              const step = steps.findIndex(({ value }) => value === stepOf(vote.ballot));
              return step === low || step === high;
            })
            .map(({ name }) => name)
        : [],
    missing: inOrder.filter(({ member }) => voteOf(member) === undefined).map(({ name }) => name),
    too_late: [],
    text: sentence.filter((part) => part !== null).join(" "),
  };
}

/** The options from least to most: levels stand so already, *yes, partly, no* the other way. */
function ordered(input: Extract<QuestionInput, { options: unknown }>) {
  const options = input.options.map(({ value, label }) => ({ value, label }));
  return options[0]?.value === "yes" ? options.reverse() : options;
}

function hundredths(state: State, measured: number): string {
  const written = (Math.abs(measured) / 100).toFixed(2);
  const sign = measured < 0 ? "−" : "";
  return `${sign}${state.settings.language === "nl" ? written.replace(".", ",") : written}`;
}
