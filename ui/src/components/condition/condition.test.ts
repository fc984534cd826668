import { expect, test } from "vitest";

import type { ConditionForm } from "../../generated/types";
import { blankCondition, SOMEBODY_ELSE, typedCondition, writtenCondition } from "./condition";

const written: ConditionForm[] = [
  { text: "Voorleestest", owner: null, due: null },
  { text: "Belknop", owner: { kind: "member", member: "m-1" }, due: "2027-01-15" },
  { text: "Contract", owner: { kind: "named", name: "Inkoop" }, due: null },
];

test.each(written)("$text is written down as it was", (condition) => {
  expect(writtenCondition(typedCondition(condition))).toEqual(condition);
});

test("somebody else without a name is not nobody", () => {
  const typed = { ...blankCondition(), text: "x", who: SOMEBODY_ELSE };
  expect(writtenCondition(typed).owner).toEqual({ kind: "named", name: "" });
});
