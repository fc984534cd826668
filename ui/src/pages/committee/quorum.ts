/** The rule for a quorum, as one of a few well-known ones or as numbers that are typed. */
import type { QuorumForm } from "../../generated/types";

/** The rule as chosen and typed. */
export interface TypedQuorum {
  rule: string | null;
  members: string;
  part: string;
  of: string;
}

const half: QuorumForm = { kind: "more_than", part: 1, of: 2 };
const twoThirds: QuorumForm = { kind: "at_least", part: 2, of: 3 };

/** What to show of a rule. */
export function typedQuorum(quorum: QuorumForm): TypedQuorum {
  const typed = { members: "", part: "", of: "" };
  if (quorum.kind === "none") return { ...typed, rule: "none" };
  if (quorum.kind === "members") {
    return { ...typed, rule: "members", members: String(quorum.members) };
  }
  if (isSame(quorum, half)) return { ...typed, rule: "half" };
  if (isSame(quorum, twoThirds)) return { ...typed, rule: "two_thirds" };
  return { ...typed, rule: "share", part: String(quorum.part), of: String(quorum.of) };
}

/**
 * The rule that was meant. What is no number becomes 0, which the program refuses; a
 * share that was *more than* before stays so.
 */
export function quorumFrom(typed: TypedQuorum, before: QuorumForm): QuorumForm {
  switch (typed.rule) {
    case "half":
      return half;
    case "two_thirds":
      return twoThirds;
    case "members":
      return { kind: "members", members: number(typed.members) };
    case "share": {
      const more = before.kind === "more_than" && typedQuorum(before).rule === "share";
      const [part, of] = [number(typed.part), number(typed.of)];
      return { kind: more ? "more_than" : "at_least", part, of };
    }
    default:
      return { kind: "none" };
  }
}

function isSame(one: QuorumForm, other: QuorumForm): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function number(typed: string): number {
  return /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
}
