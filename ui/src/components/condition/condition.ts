/** Conditions as they are typed, and as they are written down. */
import type { ConditionForm } from "../../generated/types";

/** Stands for somebody who is no member, among the members to choose from. */
export const SOMEBODY_ELSE = "somebody_else";

/** A condition as it is typed. */
export interface TypedCondition {
  text: string;
  /** A member, somebody else, or nobody yet. */
  who: string | null;
  named: string;
  due: string | null;
}

/** A condition of which nothing is typed yet. */
export function blankCondition(): TypedCondition {
  return { text: "", who: null, named: "", due: null };
}

/** A condition that was written down, to be typed anew. */
export function typedCondition({ text, owner, due }: ConditionForm): TypedCondition {
  if (owner === null) return { ...blankCondition(), text, due };
  return owner.kind === "member"
    ? { text, who: owner.member, named: "", due }
    : { text, who: SOMEBODY_ELSE, named: owner.name, due };
}

/** What was typed, to be written down. */
export function writtenCondition({ text, who, named, due }: TypedCondition): ConditionForm {
  if (who === null) return { text, owner: null, due };
  if (who === SOMEBODY_ELSE) return { text, owner: { kind: "named", name: named }, due };
  return { text, owner: { kind: "member", member: who }, due };
}
