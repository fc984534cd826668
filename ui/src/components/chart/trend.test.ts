import { expect, test } from "vitest";

import { courseOf } from "./trend";

test("a line goes from edge to edge, and higher is better", () => {
  expect(courseOf([0, 50, 100], 200, 100)).toEqual([
    [
      { x: 0, y: 100 },
      { x: 100, y: 50 },
      { x: 200, y: 0 },
    ],
  ]);
});

test("a score that is not shown breaks the line and pulls it nowhere", () => {
  expect(courseOf([50, null, 50], 200, 100)).toEqual([[{ x: 0, y: 50 }], [{ x: 200, y: 50 }]]);
  expect(courseOf([null], 200, 100)).toEqual([]);
});
