/** A Dutch dossier in an English window: what people typed is Dutch to whoever has it read aloud. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { goTo, places } from "./places";
import { Stage } from "./stage";

const assessment = "assessment-example";
let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await Stage.open();
  page = await stage.enter();
  await page.locator(".sheet button").click();
  await page.getByRole("heading", { level: 1, name: "Voorbeeld Webwinkel B.V." }).waitFor();
  await page.getByRole("button", { name: "English" }).click();
  await page.locator("html[lang=en]").waitFor();
});
afterAll(() => stage.close());

/** The places of the dossier as one comes there. */
const asOneComes = places.filter(
  ({ route, prepare }) => prepare === undefined && route.page !== "start",
);

describe("in an English window on a Dutch dossier", () => {
  test.each(asOneComes)("$name says of each typed text that it is Dutch", async ({ route }) => {
    await goTo(page, route);
    await page.waitForTimeout(50);
    expect(await page.locator(".as-typed:not([lang=nl])").allTextContents()).toEqual([]);
  });

  test("a consideration is Dutch, and the words of the window around it are English", async () => {
    await goTo(page, { page: "section", assessment, section: "purpose" });
    const typed = page.locator(".as-typed").first();
    await typed.waitFor();
    expect(await typed.getAttribute("lang")).toBe("nl");
    expect(await page.locator("h1").evaluate((it) => it.closest("[lang]")?.tagName)).toBe("HTML");
  });

  test("a field to write in is Dutch, and what stands beside it is not", async () => {
    await goTo(page, { page: "mandate" });
    const field = page.locator("textarea").first();
    await field.waitFor();
    expect(await field.getAttribute("lang")).toBe("nl");
    expect(await page.locator("label[lang], .hint[lang]").count()).toBe(0);
  });

  test("nothing is marked once the window speaks Dutch", async () => {
    await goTo(page, { page: "section", assessment, section: "purpose" });
    await page.getByRole("button", { name: "Nederlands" }).click();
    await page.locator("html[lang=nl]").waitFor();
    await page.locator(".as-typed").first().waitFor();
    expect(await page.locator(".as-typed[lang]").count()).toBe(0);
  });
});
