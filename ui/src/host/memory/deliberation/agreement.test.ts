import { expect, test } from "vitest";

import { agreement } from "./agreement";

test("agreement is that of the published examples", () => {
  expect(agreement([30, 40, 210, 130, 530, 50, 10])).toBe(61);
  expect(agreement([1, 1, 0, 0, 0, 0, 0])).toBe(83);
  expect(agreement([1, 0, 0, 0, 1, 0, 0])).toBe(-27);
  expect(agreement([1, 0, 0, 0, 0, 0, 1])).toBe(-100);
});

test("too few answers or votes have no agreement", () => {
  expect(agreement([2, 3])).toBeNull();
  expect(agreement([0, 1, 0])).toBeNull();
});
