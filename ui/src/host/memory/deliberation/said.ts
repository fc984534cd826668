/** What members say of an answer, in memory: positions and comments. */
import type {
  CommentView,
  MatterForm,
  PositionsView,
  PositionView,
  ThreadView,
  Topic,
} from "../../../generated/types";
import type { Answers } from "../calls";
import type { State } from "../state";
import { asideOf, nameOf, needText, needVoice, voices } from "./voices";
import { keyOfMatter, type MemoryComment, type MemoryPosition } from "./work";

const labels: Readonly<Record<string, { nl: string; en: string }>> = {
  agree: { nl: "akkoord", en: "agree" },
  reservation: { nl: "akkoord met voorbehoud", en: "agree with reservation" },
  dissent: { nl: "niet akkoord", en: "dissent" },
  abstain: { nl: "onthouding", en: "abstain" },
  refuse: { nl: "weigert te ondertekenen", en: "refuses to sign" },
};

/** The calls about positions and comments. */
export function sayingCalls(
  state: State,
): Pick<
  Answers,
  | "positions"
  | "take_position"
  | "withdraw_position"
  | "make_comment"
  | "revise_comment"
  | "resolve_comment"
  | "reopen_comment"
  | "choose_comment"
> {
  const about = (assessment: string): Topic[] => [{ kind: "assessment", assessment }];
  const commentOf = (assessment: string, id: string): MemoryComment =>
    state.assessment(assessment).work.comments.find((comment) => comment.id === id) ??
    state.unknown();
  const take = (assessment: string, taken: MemoryPosition) => {
    const { work } = state.assessment(assessment);
    const same = (one: MemoryPosition) =>
      one.member === taken.member && one.matter === taken.matter && one.on === taken.on;
    work.positions = [...work.positions.filter((one) => !same(one)), taken];
  };

  return {
    positions: ({ assessment, on }) => positionsOn(state, assessment, on),
    take_position: ({ assessment, on, member, position, reason, named }) => {
      needVoice(state, assessment, member);
      const number = standing(state, assessment, on) ?? refuseNothingStands(state);
      if (position !== "agree" && position !== "abstain") {
        state.need(
          "reason",
          reason,
          { nl: "Schrijf uw reden op.", en: "Write down your reason." },
          {
            nl: "Bij een voorbehoud of niet akkoord hoort een reden.",
            en: "A reservation or dissent needs a reason.",
          },
        );
      }
      take(assessment, { matter: keyOfMatter(on), on: number, member, position, reason, named });
      return state.changed(about(assessment));
    },
    withdraw_position: ({ assessment, on, member }) => {
      const number = standing(state, assessment, on) ?? refuseNothingStands(state);
      const { work } = state.assessment(assessment);
      const matter = keyOfMatter(on);
      work.positions = work.positions.filter(
        (one) => one.member !== member || one.matter !== matter || one.on !== number,
      );
      return state.changed(about(assessment));
    },
    make_comment: ({ assessment, question, text, by, reply_to, in_report }) => {
      needText(state, "text", text);
      const id = state.fresh("comment");
      state.assessment(assessment).work.comments.push({
        id,
        question,
        by,
        reply_to: reply_to === null ? null : commentOf(assessment, reply_to).id,
        text,
        revised: false,
        resolved: false,
        in_report,
      });
      return state.changed(about(assessment), id);
    },
    revise_comment: ({ assessment, comment, text }) => {
      needText(state, "text", text);
      Object.assign(commentOf(assessment, comment), { text, revised: true });
      return state.changed(about(assessment));
    },
    resolve_comment: ({ assessment, comment }) => {
      commentOf(assessment, comment).resolved = true;
      return state.changed(about(assessment));
    },
    reopen_comment: ({ assessment, comment }) => {
      commentOf(assessment, comment).resolved = false;
      return state.changed(about(assessment));
    },
    choose_comment: ({ assessment, comment, in_report }) => {
      commentOf(assessment, comment).in_report = in_report;
      return state.changed(about(assessment));
    },
  };
}

function refuseNothingStands(state: State): never {
  return state.refuse("nothing-stands", "on", {
    what: {
      nl: "Er is nog niets om een standpunt over in te nemen.",
      en: "There is nothing yet to take a position on.",
    },
    remedy: { nl: "Leg eerst een antwoord vast.", en: "First record an answer." },
  });
}

/** Which form of it holds, by its number; nothing when none does, or more than one. */
function standing(state: State, assessment: string, on: MatterForm): number | null {
  const { answers, earlier, conflicts, followUp, conclusion } = state.assessment(assessment);
  switch (on.kind) {
    case "answer":
      if (!answers.has(on.question) || conflicts.has(on.question)) return null;
      return earlier.get(on.question)?.length ?? 0;
    case "finding":
      return followUp.findings.some(({ id }) => id === on.finding) ? 0 : null;
    case "advice":
      return conclusion.advice?.number ?? null;
    case "report":
      return 0;
  }
}

/** The positions on an answer, or on something else that stands. */
export function positionsOn(state: State, assessment: string, on: MatterForm): PositionsView {
  const number = standing(state, assessment, on);
  const { positions } = state.assessment(assessment).work;
  const matter = keyOfMatter(on);
  const here = positions.filter((one) => one.matter === matter);
  const now = here.filter((one) => one.on === number);
  const before = here.filter((one) => one.on !== number);
  const all = voices(state, assessment);
  const took = (member: string) => now.some((one) => one.member === member);
  const notYet = all.filter(({ member }) => !took(member));
  const view = (one: MemoryPosition): PositionView => ({
    member: one.member,
    name: nameOf(state, one.member),
    position: one.position,
    label: state.say(labels[one.position] ?? { nl: one.position, en: one.position }),
    reason: one.reason,
    named: one.named,
    at: state.say({ nl: "vandaag, 14:32", en: "today, 14:32" }),
  });
  return {
    on,
    standing: all.flatMap(({ member }) => now.filter((one) => one.member === member).map(view)),
    earlier: before.map(view),
    to_ask_again: notYet.filter(({ member }) => before.some((one) => one.member === member)),
    not_yet: notYet,
    aside: state
      .open()
      .members.filter(({ id }) => asideOf(state, assessment, id) !== null)
      .map(({ id, form }) => ({ member: id, name: form.name })),
    contested: now.some(({ position }) => position === "dissent" || position === "reservation"),
    open: number !== null,
  };
}

/** The comments on a question, as threads. */
export function threadsOn(state: State, assessment: string, question: string): ThreadView[] {
  const here = state
    .assessment(assessment)
    .work.comments.filter((comment) => comment.question === question);
  const today = state.say({ nl: "vandaag, 14:32", en: "today, 14:32" });
  const view = (comment: MemoryComment): CommentView => ({
    id: comment.id,
    text: comment.text,
    by:
      comment.by === null
        ? state.say({ nl: "de commissie", en: "the committee" })
        : nameOf(state, comment.by),
    at: comment.revised ? state.say({ nl: `${today}, gewijzigd`, en: `${today}, revised` }) : today,
    resolved: comment.resolved ? today : null,
    in_report: comment.in_report,
  });
  const rootOf = (comment: MemoryComment): string => {
    const parent = here.find(({ id }) => id === comment.reply_to);
    return parent === undefined ? comment.id : rootOf(parent);
  };
  return here
    .filter(({ reply_to }) => reply_to === null)
    .map((first) => ({
      comment: view(first),
      replies: here
        .filter((comment) => comment.reply_to !== null && rootOf(comment) === first.id)
        .map(view),
    }));
}
