/** The committee at work as somebody does it who never touches a mouse, and what stays unseen. */
import type { Page } from "playwright-core";
import { afterAll, beforeEach, expect, test } from "vitest";

import { goTo } from "./places";
import { Stage } from "./stage";

const assessment = "assessment-example";
let stage: Stage | undefined;
let page: Page;

beforeEach(async () => {
  stage ??= await Stage.open();
  page = await stage.enter();
  await page.locator(".sheet button").click();
  await page.getByRole("heading", { level: 1, name: "Voorbeeld Webwinkel B.V." }).waitFor();
});
afterAll(() => stage?.close());

const focused = () => page.evaluate(() => document.activeElement?.textContent.trim() ?? "");
const press = async (name: RegExp) => {
  await page.getByRole("button", { name }).first().focus();
  await page.keyboard.press("Enter");
};

test("a topic that is moved keeps focus, so that it can be moved on", async () => {
  await goTo(page, { page: "session_plan", assessment, session: "session-example" });
  await press(/^Omlaag\s?: Hoe goed staat/);
  await page.keyboard.press("Enter");
  const topics = await page.locator("ol strong").allTextContents();
  expect(topics[2]).toMatch(/^3\. Hoe goed staat/);
  expect(await focused()).toMatch(/^Omlaag\s?: Hoe goed staat/);
});

test("focus follows a topic to the table and back to the agenda", async () => {
  await goTo(page, { page: "session", assessment, session: "session-example" });
  await press(/^Klaar met dit punt/);
  await page.waitForFunction(() => document.activeElement?.id === "agenda");
  await press(/^Bespreken\s?: Kan een klant/);
  await page.waitForFunction(() => document.activeElement?.id === "on-the-table");
  expect(await focused()).toMatch(/^Kan een klant/);
});

test("whoever leaves below the quorum is seen to do so", async () => {
  await goTo(page, { page: "session", assessment, session: "session-example" });
  await page.getByText("Het quorum is gehaald.").waitFor();
  await press(/^Gaat weg\s?: Zoë Çelik/);
  await page.getByText("Het quorum is niet gehaald.").waitFor();
  expect(await focused()).toMatch(/^Is er\s?: Zoë Çelik/);
});

test("nothing of a score is in sight after it was handed on, nor before the reveal", async () => {
  const secret = "Niemand mag dit nog weten";
  await goTo(page, { page: "vote", assessment, round: "round-example" });
  await page.getByRole("radio", { name: "Samira Haddou" }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.type("4821");
  await page.keyboard.press("Tab");
  await page.keyboard.type("4821");
  await page.keyboard.press("Enter");
  for (const question of [/^Kan een klant/, /^Hoeft een klant/]) {
    await page.getByRole("heading", { level: 1, name: question }).waitFor();
    await page.getByRole("radio", { name: "Deels" }).focus();
    await page.keyboard.press("Space");
    await page.getByLabel("Waarom?").fill(secret);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
  }
  await page.getByRole("heading", { level: 1, name: "Dank u, Samira Haddou" }).waitFor();
  expect(await page.content()).not.toContain(secret);
  await press(/^Ik ben de volgende/);
  await page.getByRole("radio", { name: "Samira Haddou" }).waitFor();
  expect(await page.locator("#field-pin").inputValue()).toBe("");
  await goTo(page, { page: "round", assessment, round: "round-example" });
  await page.getByText("Wie een score gaf").waitFor();
  expect(await page.content()).not.toContain(secret);
  expect(stage?.complaints).toEqual([]);
});

test("a position on an answer that changed is asked for again and kept", async () => {
  await goTo(page, { page: "question", assessment, question: "PUR-04" });
  await page.locator("input[value='3']").check();
  await page
    .getByText(/Opgeslagen om/)
    .first()
    .waitFor();
  const again = page.getByText(/Vraag het hun opnieuw/);
  await again
    .getByText(/Idris Bakker/)
    .or(again)
    .first()
    .waitFor();
  await page.waitForFunction(() =>
    document.body.textContent.includes("4 standpunten over een eerder antwoord"),
  );
  expect(await again.textContent()).toContain("Idris Bakker");
});

test("what is typed in a small form is not lost by a stray click", async () => {
  await goTo(page, { page: "session", assessment, session: "session-example" });
  await press(/^Punt parkeren/);
  await page.keyboard.type("Wie belt de klant terug?");
  await page.getByRole("link", { name: "Uitkomst" }).click();
  await page.getByText("Wat u hier invulde, is nog niet opgeslagen.").waitFor();
  await page.getByRole("button", { name: "Opslaan" }).click();
  await page.getByText("Wie belt de klant terug?", { exact: true }).waitFor();
  expect(await focused()).toBe("Punt parkeren");
});
