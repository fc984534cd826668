import { expect, test } from "vitest";

import { agendaOf, moved, ownItem, total } from "./agenda";

const items = ["een", "twee", "drie"].map((text) => ownItem(text));
const labels = (order: readonly { label: string }[]) => order.map(({ label }) => label);

test("an item is moved one place", () => {
  expect(labels(moved(items, 0, 1))).toEqual(["twee", "een", "drie"]);
  expect(labels(moved(items, 2, -1))).toEqual(["een", "drie", "twee"]);
});

test("what is no number of minutes is no time box", () => {
  const timed = [
    { ...ownItem("een"), minutes: "15" },
    { ...ownItem("twee"), minutes: "een kwartier" },
  ];
  expect(agendaOf(timed).map(({ minutes }) => minutes)).toEqual([15, 0]);
  expect(total(timed)).toBe(15);
});
