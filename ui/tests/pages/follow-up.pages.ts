/** What follows from the answers, as somebody does it who never touches a mouse. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { goTo } from "./places";
import { Stage } from "./stage";

const assessment = "assessment-example";
let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await Stage.open();
  page = await stage.enter();
  await page.locator(".sheet button").click();
  await page.getByRole("heading", { level: 1, name: "Voorbeeld Webwinkel B.V." }).waitFor();
});
afterAll(() => stage.close());

const focused = () => page.evaluate(() => document.activeElement?.textContent.trim() ?? "");
const press = async (name: RegExp) => {
  await page.getByRole("button", { name }).first().focus();
  await page.keyboard.press("Enter");
};
const next = () => page.keyboard.press("Tab");

test("a risk is rated, recorded and found from the matrix by keyboard only", async () => {
  await goTo(page, { page: "findings", assessment });
  await press(/^Risico vastleggen/);
  await page.keyboard.type("De chatbot verwart twee klanten.");
  await next();
  await page.keyboard.type("Alle klanten");
  for (const grade of ["2", "5"]) {
    await next();
    await page.keyboard.type(grade);
  }
  for (let field = 0; field < 3; field += 1) await next();
  await page.keyboard.press("Space");
  await next();
  await next();
  await page.keyboard.press("Enter");
  await page.getByText("kans 2 (klein), gevolg 5 (zeer ernstig)").waitFor();
  expect(await focused()).toBe("Risico vastleggen");
  await press(/^R4\s?: De chatbot verwart/);
  expect(await focused()).toMatch(/^R4 De chatbot verwart twee klanten\./);
  const [finding] = await page.locator("#risk-4 dd p").allTextContents();
  expect(finding).toMatch(/^De visie op AI/);
});

test("whoever dismisses a proposal goes on where the proposals are", async () => {
  await goTo(page, { page: "findings", assessment });
  await press(/^Afwijzen/);
  await page.keyboard.type("Dit is vorige maand geregeld.");
  await next();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "proposals-title");
  await page.getByText("1 afgewezen voorstel").waitFor();
  expect(stage.complaints).toEqual([]);
});
