import { expect, test } from "vitest";

import { standingOf } from "./clock";

const since = "2026-11-21T14:00:00Z";
const at = (time: string) => Date.parse(`2026-11-21T${time}Z`);

test("what a topic took before counts along", () => {
  expect(standingOf({ seconds: 180, since, minutes: 15 }, at("14:02:59"))).toEqual({
    kind: "within",
    minutes: 5,
    left: 10,
  });
});

test("over the time box it says by how much", () => {
  expect(standingOf({ seconds: 0, since, minutes: 10 }, at("14:12:30"))).toEqual({
    kind: "over",
    minutes: 12,
    over: 2,
  });
});

test("a topic without a time box is in no hurry, nor one that was put aside", () => {
  expect(standingOf({ seconds: 90, since: null, minutes: 0 }, at("15:00:00"))).toEqual({
    kind: "free",
    minutes: 1,
  });
});

test("a clock that was set back never counts below nothing", () => {
  expect(standingOf({ seconds: 0, since, minutes: 0 }, at("13:00:00")).minutes).toBe(0);
});
