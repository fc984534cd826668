import { expect, test } from "vitest";

import { found } from "./search";

const entries = [
  { term: "Menselijk toezicht", definition: "Een mens kan de AI stoppen.", also: [] },
  { term: "Verwerkersovereenkomst", definition: "Afspraken over privé-gegevens.", also: ["DPA"] },
  {
    term: "AI-systeem",
    definition: "Leidt uit gegevens af wat het doet.",
    also: ["kunstmatige intelligentie"],
  },
];
const terms = (search: string) => found(entries, search).map(({ term }) => term);

test("an empty search finds everything in its own order", () => {
  expect(terms("  ")).toEqual(entries.map(({ term }) => term));
});

test("capitals and accents do not matter", () => {
  expect(terms("PRIVE")).toEqual(["Verwerkersovereenkomst"]);
});

test("a hit in the name comes before a hit in the meaning", () => {
  expect(terms("ai")).toEqual(["AI-systeem", "Menselijk toezicht"]);
});

test("other names count, and every word must occur", () => {
  expect(terms("dpa")).toEqual(["Verwerkersovereenkomst"]);
  expect(terms("mens stoppen")).toEqual(["Menselijk toezicht"]);
  expect(terms("mens fiets")).toEqual([]);
});
