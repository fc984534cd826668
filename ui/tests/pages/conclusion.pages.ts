/** Advice, decision and standing as somebody brings them about who never touches a mouse. */
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

test("an advice under conditions is refused without one, and given with one that names who and when", async () => {
  await goTo(page, { page: "give_advice", assessment: "assessment-second" });
  await page.getByRole("radio", { name: "doorgaan onder voorwaarden" }).focus();
  await page.keyboard.press("Space");
  await page.getByLabel("Waarom?").fill("Bijna klaar.");
  await press(/^Opslaan/);
  await page.getByRole("link", { name: "hoort minstens één voorwaarde" }).waitFor();
  await press(/^Voorwaarde toevoegen/);
  await page.keyboard.type("De voorleestest is gedaan.");
  await page.keyboard.press("Tab");
  await page.getByLabel("Wie zorgt ervoor?").selectOption({ label: "Iemand anders" });
  await page.getByLabel("Naam of functie").fill("Team website");
  for (const [part, typed] of [
    ["Dag", "15"],
    ["Maand", "1"],
    ["Jaar", "2027"],
  ] as const) {
    await page.locator("ol").getByLabel(part).fill(typed);
  }
  await press(/^Opslaan/);
  await page.getByRole("heading", { level: 1, name: "Advies en besluit" }).waitFor();
  await page.getByText("De voorleestest is gedaan.").waitFor();
  await page.getByText("Wie: Team website · uiterlijk 15 januari 2027").waitFor();
});

test("a condition that is removed hands focus to what adds one, and takes nothing else along", async () => {
  await goTo(page, { page: "give_advice", assessment });
  await press(/^Weghalen\s?: Voorwaarde 1/);
  expect(await focused()).toBe("Voorwaarde toevoegen");
  await press(/^Opslaan/);
  await page.getByRole("heading", { level: 1, name: "Advies en besluit" }).waitFor();
  expect(await page.getByText("Wie belt, krijgt binnen drie minuten").count()).toBe(1);
  await page.getByText("Dit besluit gaat over een eerder advies.").waitFor();
  await page.getByText("Het advies is veranderd nadat zij een standpunt innamen.").waitFor();
});

test("whoever adopts without all signatures is asked why, and a reason closes it", async () => {
  await goTo(page, { page: "standing", assessment: "assessment-second" });
  await press(/^Vaststellen/);
  await page.getByLabel("Door wie?").fill("de directie");
  await page.keyboard.press("Enter");
  await page.locator(".problem-summary").waitFor();
  await page.getByLabel("Waarom stelt u vast zonder").fill("Idris is met verlof.");
  await page.locator("form button[type=submit]").focus();
  await page.keyboard.press("Enter");
  await page.getByText(/Vastgesteld op .* door de directie/).waitFor();
  await press(/^Heropenen/);
  await page.keyboard.type("Een ander model.");
  await page.locator("form button[type=submit]").focus();
  await page.keyboard.press("Enter");
  await page.getByText("Reden: Een ander model.").waitFor();
});

test("what is missing leads to where it is filled in", async () => {
  await goTo(page, { page: "standing", assessment });
  await page
    .getByRole("link", { name: "nam nog geen standpunt in over het advies" })
    .first()
    .focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Advies en besluit" }).waitFor();
  expect(stage?.complaints).toEqual([]);
});

test("an answer that was taken over says so until somebody looked at it", async () => {
  await goTo(page, { page: "comparison", assessment });
  await press(/^Neem/);
  await press(/^Ja, neem/);
  await page
    .getByText(/antwoord(en)? overgenomen/)
    .first()
    .waitFor();
  await goTo(page, { page: "question", assessment, question: "HUM-01" });
  await press(/^Dit antwoord klopt nog/);
  await page.getByText("Overgenomen uit de zelfbeoordeling").waitFor({ state: "detached" });
});
