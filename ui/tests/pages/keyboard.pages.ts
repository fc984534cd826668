/** The main road, without touching a mouse, with text at double size. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { Stage } from "./stage";

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await Stage.open();
  page = await stage.enter();
});
afterAll(() => stage.close());

test("from the first page to a saved answer by keyboard only", async () => {
  await page.keyboard.press("Control+Equal");
  await page.keyboard.press("Control+Equal");
  expect(await page.evaluate(() => document.documentElement.dataset["textSize"])).toBe("200");

  await press("Nieuw dossier maken");
  await type("Naam van de organisatie", "Voorbeeld Webwinkel B.V.");
  await page.keyboard.press("Enter");
  await heading("Voorbeeld Webwinkel B.V.");

  await press("AI-toepassing toevoegen");
  await type("Naam", "Chatbot Zoë");
  await page.keyboard.press("Enter");
  await heading("Nieuwe zelfbeoordeling");
  await press("Zelfbeoordeling beginnen");
  await heading("Chatbot Zoë");

  await press("Beginnen met de eerste vraag");
  await heading("Wat voor organisatie bent u?");
  await page.keyboard.press("Alt+Digit2");
  await page.keyboard.press("Control+Enter");
  await heading("In welke kanalen komt een klant deze AI tegen?");

  await page.keyboard.press("Alt+PageUp");
  await heading("Wat voor organisatie bent u?");
  expect(await page.locator("input[value=public_body]").isChecked()).toBe(true);
  expect(stage.complaints).toEqual([]);
});

test("focus is never behind the bar at the bottom of a question", async () => {
  await page.keyboard.press("Control+Minus");
  await page.keyboard.press("Control+Minus");
  await heading("Wat voor organisatie bent u?");
  const bar = page.locator("form button[type=submit]");
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press("Tab");
    const hidden = await page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body || focused.closest(".finish")) return null;
      const { left, width, top, height } = focused.getBoundingClientRect();
      const shown = document.elementFromPoint(left + width / 2, top + height / 2);
      return shown?.closest(".finish")
        ? `${focused.tagName} ${focused.id} ${focused.textContent}`
        : null;
    });
    expect(hidden).toBeNull();
  }
  expect(await bar.count()).toBe(1);
});

async function heading(name: string): Promise<void> {
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

/** Walks with Tab to what has this name. */
async function walkTo(name: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press("Tab");
    const focused = page.locator(":focus");
    const label = await focused.evaluate((element) => {
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      return (labels[0]?.textContent ?? element.textContent).trim();
    });
    if (label === name) return;
  }
  throw new Error(`Tab never reaches “${name}”`);
}

async function press(name: string): Promise<void> {
  await walkTo(name);
  await page.keyboard.press("Enter");
}

async function type(name: string, text: string): Promise<void> {
  await walkTo(name);
  await page.keyboard.type(text);
}
