import { describe, expect, test } from "vitest";

import type { AnswerForm } from "../../generated/types";
import { check, draftOf, isEmpty, same, type Draft } from "./draft";

const empty = draftOf(null);
const named = { not_applicable_needs_name: true };
const unnamed = { not_applicable_needs_name: false };
const answer: AnswerForm = {
  value: { kind: "choices", options: ["chat", "phone"] },
  because: "Eén team, twee kanalen",
  certainty: "known",
  evidence_strength: 2,
  by: "Zoë",
};

describe("an unfinished answer", () => {
  test.each<[string, Draft["value"]]>([
    ["nothing", null],
    ["no option", { kind: "choices", options: [] }],
    ["an empty number", { kind: "number", typed: " " }],
    ["an empty text", { kind: "text", text: "\n" }],
  ])("%s lacks its value", (_, value) => {
    expect(check({ ...empty, value, because: "Daarom" }, unnamed)).toEqual({
      complete: false,
      gaps: ["value"],
    });
  });

  test("not applicable lacks a reason, and on a legal point a name", () => {
    const value = { kind: "not_applicable" } as const;
    expect(check({ ...empty, value }, unnamed)).toEqual({ complete: false, gaps: ["because"] });
    expect(check({ ...empty, value }, named)).toEqual({ complete: false, gaps: ["because", "by"] });
    expect(check({ ...empty, value, because: "Geen telefoon" }, named)).toEqual({
      complete: false,
      gaps: ["by"],
    });
  });

  test("not yet known is complete at once", () => {
    const checked = check({ ...empty, value: { kind: "not_yet_known" } }, named);
    expect(checked.complete).toBe(true);
  });
});

describe("a finished answer", () => {
  test("goes and comes back the same", () => {
    expect(check(draftOf(answer), unnamed)).toEqual({ complete: true, form: answer });
  });

  test("has no name when none was typed", () => {
    const checked = check({ ...draftOf(answer), by: "  " }, unnamed);
    expect(checked.complete && checked.form.by).toBeNull();
  });

  test("is the same whatever the order of ticking", () => {
    const other: AnswerForm = { ...answer, value: { kind: "choices", options: ["phone", "chat"] } };
    expect(same(answer, other)).toBe(true);
    expect(same(answer, { ...other, because: "" })).toBe(false);
    expect(same(answer, null)).toBe(false);
  });
});

test("a draft is empty only when nothing at all was written", () => {
  expect(isEmpty(empty)).toBe(true);
  expect(isEmpty({ ...empty, because: "Toch iets" })).toBe(false);
  expect(isEmpty({ ...empty, certainty: "known" })).toBe(false);
});
