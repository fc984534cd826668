// @vitest-environment node
/** Words that people typed are in the language of the dossier, whatever the window speaks. */
import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { Texts } from "../src/text/texts.svelte";
import { filesIn } from "./built";

/** Opening tags; what stands in braces may hold a `>` of its own. */
const tags = /<[a-z:][^\s>]*(?:\s(?:\{[^}]*\}|[^>{])*)?>/gi;

// The room's window is not told in which language its words were typed.
const sources = filesIn("src").filter(
  (path) => path.endsWith(".svelte") && !path.startsWith("src/room"),
);

test("every element of typed words says in which language they are", () => {
  const silent = sources.flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(tags)]
      .map(([tag]) => tag)
      .filter((tag) => /class=.*\bas-typed\b/s.test(tag) && !/\slang=/.test(tag))
      .map((tag) => `${path}: ${tag}`),
  );
  expect(silent).toEqual([]);
});

test("typed words are marked only where the window speaks another language", () => {
  const texts = new Texts();
  expect(texts.typed).toBeUndefined();
  texts.besideWordsIn("nl");
  expect(texts.typed).toBeUndefined();
  texts.speak("en");
  expect(texts.typed).toBe("nl");
  texts.besideWordsIn(null);
  expect(texts.typed).toBeUndefined();
});
