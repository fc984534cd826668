import { expect, test } from "vitest";

import type { QuorumForm } from "../../generated/types";
import { quorumFrom, typedQuorum } from "./quorum";

test.each<QuorumForm>([
  { kind: "none" },
  { kind: "members", members: 3 },
  { kind: "more_than", part: 1, of: 2 },
  { kind: "at_least", part: 2, of: 3 },
  { kind: "more_than", part: 3, of: 5 },
])("a rule that is shown and not touched stays what it was: %j", (quorum) => {
  expect(quorumFrom(typedQuorum(quorum), quorum)).toEqual(quorum);
});

test("what is no number is for the program to refuse", () => {
  const typed = { rule: "members", members: "drie", part: "", of: "" };
  expect(quorumFrom(typed, { kind: "none" })).toEqual({ kind: "members", members: 0 });
});
