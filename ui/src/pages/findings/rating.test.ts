import { expect, test } from "vitest";

import { chosenFrom, ratingFrom } from "./rating";

test("a rating is chosen as it stands", () => {
  const rating = { likelihood: 4, impact: 2 };
  expect(ratingFrom(chosenFrom(rating))).toEqual(rating);
  expect(ratingFrom(chosenFrom(null))).toBeNull();
});

test("half a rating is passed on, so that the program can refuse it", () => {
  expect(ratingFrom({ likelihood: "3", impact: null })).toEqual({ likelihood: 3, impact: 0 });
});
