import { expect, test } from "vitest";

import { usual, withheld } from "./withheld";

test("the usual rules are those of the program", () => {
  expect(withheld(usual, "")).toBe("names,evidence,contact");
});

test("questions are told apart however they are typed", () => {
  expect(withheld(["names"], " hum-01,PUR-02;  INT-03\nHUM-01, ")).toBe(
    "names,question:HUM-01,question:PUR-02,question:INT-03",
  );
});

test("the order of ticking makes no difference, and no other word slips through", () => {
  expect(withheld(["answers", "names", "everything"], "")).toBe("names,answers");
});

test("what is no number is passed on, so that the program can refuse it", () => {
  expect(withheld([], "over de chatbot")).toBe("question:OVER,question:DE,question:CHATBOT");
});

test("nothing chosen is no rule", () => {
  expect(withheld([], " , ")).toBe("");
});
