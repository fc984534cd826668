import { describe, expect, test } from "vitest";

import { onSpoke, polygon, ring, runs } from "./geometry";

describe("the radar", () => {
  test("begins at the top and goes round with the clock", () => {
    expect([0, 1, 2, 3].map((index) => onSpoke(index, 4, 10))).toEqual([
      { x: 0, y: -10 },
      { x: 10, y: 0 },
      { x: 0, y: 10 },
      { x: -10, y: 0 },
    ]);
  });

  test("draws a ring through every spoke", () => {
    expect(ring(4, 10)).toBe("0,-10 10,0 0,10 -10,0");
    expect(polygon([])).toBe("");
  });

  test("is one line when every value is there", () => {
    expect(runs([100, 50, 0, 50], 10)).toEqual([
      [
        { x: 0, y: -10 },
        { x: 5, y: 0 },
        { x: 0, y: 0 },
        { x: -5, y: 0 },
      ],
    ]);
  });

  test("breaks at a missing value instead of calling it zero", () => {
    expect(runs([100, null, 100, 100], 10)).toEqual([
      [
        { x: 0, y: 10 },
        { x: -10, y: 0 },
        { x: 0, y: -10 },
      ],
    ]);
    expect(runs([100, null, 100, null], 10)).toHaveLength(2);
    expect(runs([null, null, null], 10)).toEqual([]);
  });
});
