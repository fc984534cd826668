/** Looking at a report on its pages, by somebody who never touches a mouse. */
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

const picture = () => page.getByRole("dialog").getByRole("img");

/** Waits for the picture of a page, and that it is drawn: the policy lets it through. */
async function drawn(alternative: RegExp): Promise<void> {
  const image = page.getByRole("dialog").getByRole("img", { name: alternative });
  await image.waitFor();
  await expect
    .poll(() => image.evaluate((it) => it instanceof HTMLImageElement && it.naturalWidth))
    .toBe(595);
}

async function open(name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
}

test("every page is reached, by turning, by its number and by its heading", async () => {
  await goTo(page, { page: "report", assessment });
  await open("Eerst bekijken");
  await drawn(/^Pagina 1 van 3\. Koppen: Samenvatting/);
  await page.keyboard.press("Alt+PageDown");
  await drawn(/^Pagina 2 van 3/);
  await page.getByLabel("Pagina", { exact: true }).fill("3");
  await page.keyboard.press("Enter");
  await drawn(/^Pagina 3 van 3/);
  await page.keyboard.press("Alt+PageDown");
  await page.getByText("Dit is de laatste pagina.").waitFor();
  await page.getByLabel("Ga naar").selectOption({ label: "Samenvatting (1)" });
  await drawn(/^Pagina 1 van 3/);
  await page.keyboard.press("Alt+PageUp");
  await page.getByText("Dit is de eerste pagina.").waitFor();
  expect(stage?.complaints).toEqual([]);
});

test("a page is read as text too, and closing hands focus back", async () => {
  await goTo(page, { page: "report", assessment });
  await open("Eerst bekijken");
  await page.getByLabel("Als tekst").focus();
  await page.keyboard.press("Space");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("heading", { level: 3, name: "Samenvatting" }).waitFor();
  expect(await dialog.getByRole("row").count()).toBe(2);
  expect(await picture().count()).toBe(0);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe(
    "Eerst bekijken",
  );
  await open("Eerst bekijken");
  await page.getByRole("button", { name: "Sluiten", exact: true }).focus();
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe(
    "Eerst bekijken",
  );
});

test("a wider window, a larger page: each zoom changes the size of the picture and of nothing else", async () => {
  await goTo(page, { page: "report", assessment });
  await open("Eerst bekijken");
  await drawn(/^Pagina 1/);
  const width = () => picture().evaluate((it) => it.getBoundingClientRect().width);
  const widths: number[] = [];
  for (const label of ["Hele pagina", "Zoals op papier", "Anderhalf keer zo groot"]) {
    await page.getByLabel("Grootte", { exact: true }).selectOption({ label });
    widths.push(await width());
  }
  expect(widths).toEqual([...widths].sort((a, b) => a - b));
  expect(new Set(widths).size).toBe(3);
  await page.getByLabel("Grootte", { exact: true }).selectOption({ label: "Zoals op papier" });
  const before = await width();
  await page.keyboard.press("Control+Equal");
  expect(await width()).toBeCloseTo(before * 1.5, 0);
});

test("whoever signs reads the file first, on the page of signing", async () => {
  await goTo(page, { page: "sign" });
  await page
    .getByRole("button", { name: /^Kies een bestand/ })
    .first()
    .click();
  await open("Rapport hier lezen");
  await drawn(/^Pagina 1 van 3/);
  expect(stage?.complaints).toEqual([]);
});
