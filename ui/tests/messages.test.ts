// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { bundleOf, languages, translator } from "../src/text/catalogue";
import { filesIn } from "./built";

const sources = filesIn("src")
  .filter((path) => /\.(svelte|ts)$/.test(path) && !path.includes("generated"))
  .filter((path) => !path.endsWith(".test.ts"))
  .map((path) => readFileSync(path, "utf8"));
const used = new Set(
  sources.flatMap((text) => [...text.matchAll(/"(ui-[a-z0-9.-]+)"/g)].map(([, key]) => key ?? "")),
);

describe.each(languages)("the texts in %s", (language) => {
  const written = new Set(
    readdirSync(`../locales/${language}`)
      .filter((name) => name.startsWith("ui-"))
      .flatMap((name) => keysOf(readFileSync(`../locales/${language}/${name}`, "utf8"))),
  );

  test("have every key that the pages use", () => {
    expect([...used].filter((key) => !written.has(key))).toEqual([]);
  });

  test("have no key that no page uses", () => {
    expect([...written].filter((key) => !used.has(key))).toEqual([]);
  });

  test("can all be read", () => {
    const bundle = bundleOf(language);
    const unread = [...written].filter((key) => {
      const [id = "", attribute] = key.split(".");
      const message = bundle.getMessage(id);
      return (attribute === undefined ? message?.value : message?.attributes[attribute]) == null;
    });
    expect(unread).toEqual([]);
  });
});

test("a number decides between one and many", () => {
  expect(translator("nl")("ui-section-evidence", { count: 1 })).toBe("1 bewijsstuk");
  expect(translator("en")("ui-section-evidence", { count: 3 })).toBe("3 pieces of evidence");
});

function keysOf(source: string): string[] {
  const keys: string[] = [];
  let message = "";
  for (const line of source.split("\n")) {
    const attribute = /^ {4}\.([a-z-]+) =/.exec(line)?.[1];
    const id = /^([a-z][a-z0-9-]*) =/.exec(line)?.[1];
    if (id !== undefined) message = id;
    if (id !== undefined) keys.push(id);
    if (attribute !== undefined) keys.push(`${message}.${attribute}`);
  }
  return keys;
}
