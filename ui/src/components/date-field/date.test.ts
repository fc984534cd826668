import { expect, test } from "vitest";

import { dateFrom, partsOf, today } from "./date";

test("a date is taken apart and put together again", () => {
  expect(partsOf("2026-03-09")).toEqual({ day: "9", month: "3", year: "2026" });
  expect(dateFrom(partsOf("2026-03-09"))).toBe("2026-03-09");
});

test("what is no date is passed on for the program to refuse", () => {
  expect(dateFrom({ day: "31", month: "twee", year: "2026" })).toBe("2026-twee-31");
  expect(dateFrom({ day: "", month: "", year: "" })).toBe("-00-00");
});

test("today is the day of this machine, not of Greenwich", () => {
  expect(today(new Date(2026, 10, 21, 0, 5))).toBe("2026-11-21");
});
