// @vitest-environment node
import { beforeAll, describe, expect, test } from "vitest";

import { built } from "./built";

describe("the page that is shipped", () => {
  let files: { name: string; text: string }[] = [];

  beforeAll(async () => {
    const made = await built("production");
    files = [...made].map(([name, contents]) => ({ name, text: contents.toString() }));
  }, 120_000);

  const all = (ending: string) => files.filter(({ name }) => name.endsWith(ending));

  test("knows the desktop program and holds nothing of the host in memory", () => {
    const scripts = all(".js").map(({ text }) => text);
    expect(scripts.some((text) => text.includes("choose_file"))).toBe(true);
    expect(scripts.filter((text) => text.includes("Voorbeeld Webwinkel"))).toEqual([]);
  });

  test("has no script or style that its content security policy forbids", () => {
    for (const { text } of all(".html")) {
      expect(text).not.toMatch(/<script(?![^>]*\bsrc=)/);
      expect(text).not.toMatch(/<style|\sstyle=|\son\w+=/);
    }
    for (const { name, text } of all(".js")) {
      expect(text, name).not.toMatch(/\beval\(|new Function\(/);
    }
  });

  test("loads nothing from elsewhere and inlines no font", () => {
    for (const { name, text } of [...all(".html"), ...all(".css")]) {
      expect(text, name).not.toMatch(/https?:\/\/|data:font|@import/);
    }
  });

  test("brings its fonts along", () => {
    expect(all(".woff2").length).toBeGreaterThanOrEqual(4);
  });
});
