/** Conditions as they are typed. */
import type { ConditionForm } from "../../generated/types";

/** A condition of which nothing is typed yet. */
export const blankCondition = (): ConditionForm => ({ text: "", owner: null, due: null });

/** The same condition, to type on: what was written down stays as it was. */
export const conditionFrom = ({ text, owner, due }: ConditionForm): ConditionForm => ({
  text,
  owner: owner === null ? null : { ...owner },
  due,
});
