import { expect, test } from "vitest";

import { FAULT, isProblem, problemFrom } from "./problem";

const problem = {
  code: "disk-full",
  what: "Vol",
  remedy: "Ruim op",
  field: null,
  details: ["sda1"],
};

test("a problem of the program is passed on as it is", () => {
  expect(problemFrom(problem)).toBe(problem);
});

test.each([
  null,
  "text",
  3,
  {},
  { ...problem, field: 3 },
  { ...problem, details: [3] },
  { ...problem, code: null },
])("%j is no problem of the program", (value) => {
  expect(isProblem(value)).toBe(false);
});

test("what the bridge itself throws becomes a fault that keeps its words", () => {
  expect(problemFrom(new Error("command start_page not found"))).toMatchObject({
    code: FAULT,
    details: ["command start_page not found"],
  });
});
