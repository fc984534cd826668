/**
 * The room's window, as it is read from the back of a room: large enough, with
 * enough contrast, the question in sight, dark at one key.
 */
import { join } from "node:path";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { RoomView } from "../../src/generated/types";
import { cutOff, violations } from "./every";
import { Stage } from "./stage";

const words =
  "De chatbot verwijst naar een mens zodra iemand daarom vraagt, maar niet als iemand vastloopt. ";
const empty: RoomView = {
  language: "nl",
  title: "Scherm voor de zaal",
  blank: false,
  caption: "Toegang tot menselijk contact",
  heading: "Kan een klant op elk moment een mens bereiken, ook als de chatbot dat niet aanbiedt?",
  help: "Wie vastloopt, moet altijd verder kunnen.",
  clock: {
    topic: words,
    text: "12 van 20 minuten.",
    done: 12,
    of: 20,
  },
  parts: [],
};
const views: Readonly<Record<string, RoomView>> = {
  question: {
    ...empty,
    parts: [
      {
        kind: "list",
        heading: "Antwoord",
        items: [
          { label: "Ja", more: null, mark: null },
          { label: "Deels", more: "Alleen op werkdagen.", mark: "gekozen" },
          { label: "Nee", more: null, mark: null },
        ],
      },
      { kind: "text", heading: "Overweging", text: words },
      {
        kind: "positions",
        heading: "Standpunten",
        positions: [
          { label: "Akkoord", name: "Noor Voorbeeld", reason: "" },
          { label: "Niet akkoord", name: null, reason: words },
        ],
      },
    ],
  },
  reveal: {
    ...empty,
    heading: "Scoreronde: de uitkomst",
    help: null,
    parts: [
      {
        kind: "scores",
        heading: empty.heading,
        text: "5 stemmen. Midden: Deels.",
        steps: [
          { label: "Nee", votes: 2, names: ["Sanne Verzonnen", "Pieter Schijn"] },
          { label: "Deels", votes: 1, names: ["Noor Voorbeeld"] },
          { label: "Ja", votes: 2, names: [] },
        ],
        speak_first: "Laat eerst vertellen: Sanne Verzonnen en Pieter Schijn.",
      },
    ],
  },
  waiting: {
    ...empty,
    caption: "",
    heading: "Hier verschijnt zo de vraag",
    help: null,
    clock: null,
  },
};
const sizes = [
  { width: 1920, height: 1080, scheme: "light" },
  { width: 640, height: 400, scheme: "dark" },
] as const;

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

describe.each(sizes)("at $width × $height ($scheme)", ({ width, height, scheme }) => {
  test.each(Object.entries(views))("%s is accessible and large", async (name, view) => {
    const page = await stage.room(view, scheme);
    await page.setViewportSize({ width, height });
    const folder = process.env["SCREENSHOTS"];
    if (folder !== undefined) {
      await page.screenshot({ path: join(folder, `room-${name}-${String(width)}-${scheme}.png`) });
    }
    expect(await violations(page)).toEqual([]);
    expect(await cutOff(page)).toBe(false);
    expect(await smallest(page)).toBeGreaterThanOrEqual(24);
    expect(stage.complaints).toEqual([]);
    await page.close();
  });
});

test("the question stays in sight while the answer grows and scrolls", async () => {
  const page = await stage.room(empty);
  for (const lines of [1, 20, 40]) {
    const text = `${words.repeat(lines)}Tot hier.`;
    const parts = [{ kind: "text", heading: "Overweging", text }] as const;
    await stage.show(page, { ...empty, parts: [...parts] });
    await page.getByText("Tot hier.").waitFor();
    await page.waitForFunction(() => {
      const last = document.querySelector("main section:last-child");
      const shown = document.querySelector("main")?.getBoundingClientRect();
      const end = last?.getBoundingClientRect().bottom ?? Infinity;
      return shown !== undefined && end <= shown.bottom + 2;
    });
    expect(await inSight(page, "h1")).toBe(true);
  }
  await page.locator("main").press("Home");
  expect(await inSight(page, "h1")).toBe(true);
  await page.close();
});

test("one key makes the screen dark, from this window and from the facilitator's", async () => {
  const page = await stage.room(empty);
  const heading = page.locator("h1");
  const dark = async (yes: boolean) => {
    await heading.waitFor({ state: yes ? "detached" : "visible" });
    expect(await page.evaluate(() => document.body.innerText.trim() === "")).toBe(yes);
  };
  await dark(false);
  await page.keyboard.press("b");
  await dark(true);
  // What changes meanwhile brings nothing back.
  await stage.show(page, { ...empty, caption: "Iets anders" });
  await dark(true);
  await page.keyboard.press(".");
  await dark(false);
  await stage.show(page, { ...empty, blank: true });
  await dark(true);
  await stage.show(page, empty);
  await dark(false);
  await page.close();
});

test("the window fills the screen at F11 and gives it back", async () => {
  const page = await stage.room(empty);
  const full = (yes: boolean) =>
    page.waitForFunction((wanted) => (document.fullscreenElement !== null) === wanted, yes);
  await page.keyboard.press("F11");
  await full(true);
  await page.keyboard.press("F11");
  await full(false);
  await page.close();
});

/** The smallest size of any text on the screen, in pixels. */
function smallest(page: Page): Promise<number> {
  return page.evaluate(() => {
    const sizes = [...document.querySelectorAll("body *")]
      .filter((element) => [...element.childNodes].some(({ nodeType }) => nodeType === 3))
      .map((element) => parseFloat(getComputedStyle(element).fontSize));
    return Math.min(...sizes);
  });
}

function inSight(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });
}
