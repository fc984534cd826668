/** Silent scores in memory. Nothing here tells a vote before the reveal. */
import type {
  Changed,
  MemberPin,
  RoundPage,
  RoundQuestion,
  RoundSummary,
  Topic,
  VoterView,
} from "../../../generated/types";
import { subjectName } from "../assess";
import type { Answers } from "../calls";
import { questions, type MemoryQuestion } from "../questions";
import type { State } from "../state";
import { ballotInput, isShut, resultOf } from "./result";
import { asideOf, decides, nameOf, needVoice } from "./voices";
import type { MemoryRound } from "./work";

const measure = {
  nl: "Overeenstemming is maat A van Van der Eijk (Quality & Quantity 35, 2001): 1 als iedereen hetzelfde kiest, 0 als de stemmen gelijk verdeeld zijn, −1 als er twee uitersten zijn. Het midden is de mediaan.",
  en: "Agreement is measure A by Van der Eijk (Quality & Quantity 35, 2001): 1 when all choose the same, 0 when the votes are spread evenly, −1 when there are two extremes. The middle is the median.",
};

/** The calls about silent scores. */
export function roundCalls(
  state: State,
): Pick<
  Answers,
  "rounds_page" | "round_page" | "open_round" | "cast_vote" | "reveal_round" | "open_votes"
> {
  const about = (assessment: string): Topic[] => [{ kind: "assessment", assessment }];
  const roundOf = (assessment: string, id: string) =>
    state.assessment(assessment).work.rounds.find((round) => round.id === id) ?? state.unknown();

  return {
    rounds_page: ({ assessment }) => ({
      assessment,
      subject: subjectName(state, assessment),
      rounds: state
        .assessment(assessment)
        .work.rounds.map((round) => roundSummary(state, assessment, round))
        .reverse(),
    }),
    round_page: ({ assessment, round }) => pageOf(state, assessment, roundOf(assessment, round)),
    open_round: ({ assessment, questions: wanted, names_shown, scale, session }) => {
      if (wanted.length === 0) {
        state.refuse("no-questions", "questions", {
          what: { nl: "Er is geen vraag gekozen.", en: "No question was chosen." },
          remedy: { nl: "Kies minstens één vraag.", en: "Choose at least one question." },
        });
      }
      const text = wanted.find((id) => askedAs(state, id).kind === "text");
      if (scale === "answers" && text !== undefined) {
        state.refuse("no-scale", "questions", {
          what: {
            nl: `De antwoorden op vraag ${text} zijn niet te scoren.`,
            en: `The answers to question ${text} cannot be scored.`,
          },
          remedy: { nl: "Kies de schaal van 1 tot 5.", en: "Choose the scale from 1 to 5." },
        });
      }
      const id = state.fresh("round");
      const round = { id, questions: wanted, names_shown, scale, session };
      state.assessment(assessment).work.rounds.push({ ...round, revealed: false, votes: [] });
      return state.changed(about(assessment), id);
    },
    cast_vote: ({ assessment, round: id, question, member: given, ballot, pin }) => {
      const round = roundOf(assessment, id);
      // This host knows no copies of members: somebody is always chosen.
      const member = given ?? state.unknown();
      needVoice(state, assessment, member);
      if (round.revealed) refuseRevealed(state);
      const code = pin === "" ? null : pin;
      const locked = round.votes.find((vote) => vote.member === member && vote.pin !== null);
      if (locked !== undefined && locked.pin !== code) refusePin(state, member);
      if (code !== null && code.length < 4) {
        state.refuse("pin-too-short", "pin", {
          what: { nl: "De pincode is te kort.", en: "The code is too short." },
          remedy: {
            nl: "Neem een pincode van minstens 4 tekens.",
            en: "Use a code of at least 4 characters.",
          },
        });
      }
      round.votes = round.votes.filter(
        (vote) => vote.member !== member || vote.question !== question,
      );
      round.votes.push({ member, question, ballot: { ...ballot }, pin: code, opened: false });
      return state.changed(about(assessment));
    },
    reveal_round: ({ assessment, round: id, pins }) => {
      const round = roundOf(assessment, id);
      if (round.revealed) refuseRevealed(state);
      if (round.votes.length === 0) {
        state.refuse("nobody-voted", "round", {
          what: { nl: "Nog niemand heeft gescoord.", en: "Nobody has scored yet." },
          remedy: { nl: "Laat eerst iemand scoren.", en: "First have somebody score." },
        });
      }
      for (const { member, pin } of pins) checkPin(state, round, member, pin);
      round.revealed = true;
      for (const pin of pins) open(round, pin);
      return shutNotice(state, round, state.changed(about(assessment), id));
    },
    open_votes: ({ assessment, round: id, pin }) => {
      const round = roundOf(assessment, id);
      checkPin(state, round, pin.member, pin.pin);
      open(round, pin);
      return shutNotice(state, round, state.changed(about(assessment), id));
    },
  };
}

/** A round in a list. */
export function roundSummary(state: State, assessment: string, round: MemoryRound): RoundSummary {
  const voters = votersOf(state, assessment, round).filter(({ aside }) => aside === null);
  return {
    id: round.id,
    questions: [...round.questions],
    opened: state.say({ nl: "vandaag, 13:40", en: "today, 13:40" }),
    revealed: round.revealed ? state.say({ nl: "vandaag, 14:05", en: "today, 14:05" }) : null,
    voted: voters.filter(({ complete }) => complete).length,
    deciding: voters.length,
  };
}

function refuseRevealed(state: State): never {
  return state.refuse("round-revealed", "round", {
    what: { nl: "Deze ronde is al onthuld.", en: "This round was revealed already." },
    remedy: { nl: "Open een nieuwe ronde.", en: "Open a new round." },
  });
}

function refusePin(state: State, member: string): never {
  const name = nameOf(state, member);
  return state.refuse("pin-wrong", "pin", {
    what: {
      nl: `Dit is niet de pincode waarmee ${name} in deze ronde stemde. Er is niets veranderd.`,
      en: `This is not the code with which ${name} voted in this round. Nothing was changed.`,
    },
    remedy: { nl: "Typ dezelfde pincode als bij het stemmen.", en: "Type the same code again." },
  });
}

function checkPin(state: State, round: MemoryRound, member: string, pin: string): void {
  const locked = round.votes.filter((vote) => vote.member === member && isShut(vote));
  if (locked.length === 0 || locked.some((vote) => vote.pin !== pin)) refusePin(state, member);
}

function open(round: MemoryRound, { member }: MemberPin): void {
  for (const vote of round.votes) if (vote.member === member) vote.opened = true;
}

function shutNotice(state: State, round: MemoryRound, changed: Changed): Changed {
  const shut = new Set(round.votes.filter(isShut).map(({ member }) => nameOf(state, member)));
  if (shut.size === 0) return changed;
  const names = [...shut].join(", ");
  const notice = {
    nl: `Niet geopend, want de pincode ontbreekt: de scores van ${names}. Zij kunnen ze later nog openen.`,
    en: `Not opened, because the code is missing: the scores of ${names}. They can still open them later.`,
  };
  return { ...changed, notice: state.say(notice) };
}

function pageOf(state: State, assessment: string, round: MemoryRound): RoundPage {
  const shown = round.questions.map((id): RoundQuestion => {
    const asked = askedAs(state, id);
    const voted = new Set(round.votes.filter((vote) => vote.question === id).map(who)).size;
    return {
      question: { id, text: state.say(asked.text), section: asked.section },
      input: ballotInput(state, asked, round.scale),
      voted,
      result: round.revealed ? resultOf(state, assessment, round, asked) : null,
    };
  });
  const rank = ({ result }: RoundQuestion) =>
    result?.agreement ?? (result === null || result.spread === 0 ? 100 : 0);
  const { opened, revealed } = roundSummary(state, assessment, round);
  return {
    id: round.id,
    assessment,
    session: round.session,
    names_shown: round.names_shown,
    scale: round.scale,
    opened,
    revealed,
    questions: shown,
    working_as: null,
    voters: votersOf(state, assessment, round),
    talk_first: round.revealed
      ? [...shown].sort((one, other) => rank(one) - rank(other)).map(({ question }) => question.id)
      : [],
    measure: state.say(measure),
  };
}

const who = ({ member }: { member: string }) => member;

function askedAs(state: State, id: string): MemoryQuestion {
  return questions.find((question) => question.id === id) ?? state.unknown();
}

function votersOf(state: State, assessment: string, round: MemoryRound): VoterView[] {
  return state
    .open()
    .members.filter(({ form }) => decides(form.role))
    .map(({ id, form }) => {
      const votes = round.votes.filter(({ member }) => member === id);
      const voted = round.questions.filter((asked) =>
        votes.some(({ question }) => question === asked),
      );
      return {
        member: id,
        name: form.name,
        voted,
        complete: voted.length === round.questions.length,
        locked: votes.filter(isShut).length,
        aside: asideOf(state, assessment, id),
      };
    });
}
