/**
 * Every page, in both languages, at ordinary and at double size: accessible by
 * the rules of axe (contrast 7:1 included), nothing cut off, nothing refused by
 * the content security policy. `SCREENSHOTS=folder` keeps a picture of each.
 */
import { join } from "node:path";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { cutOff, violations } from "./every";
import { goTo, places } from "./places";
import { Stage } from "./stage";

const settings = [
  { language: "nl", size: 100, scheme: "light" },
  { language: "nl", size: 200, scheme: "light" },
  { language: "en", size: 100, scheme: "dark" },
  { language: "en", size: 200, scheme: "light" },
] as const;

describe.each(settings)("in $language at $size % ($scheme)", ({ language, size, scheme }) => {
  let stage: Stage;
  let page: Page;

  beforeAll(async () => {
    stage = await Stage.open();
    page = await stage.enter(scheme);
    if (language === "en") await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: new RegExp(`${String(size)}\\s?%`) }).click();
    await page.locator(".sheet button").click();
    await page.getByRole("heading", { level: 1, name: "Voorbeeld Webwinkel B.V." }).waitFor();
  });
  afterAll(() => stage.close());

  test.each(places)("$name", async ({ name, route, prepare }) => {
    await letGo(page);
    await goTo(page, route);
    await prepare?.(page);
    await page.waitForTimeout(50);
    const folder = process.env["SCREENSHOTS"];
    if (folder !== undefined) {
      const path = join(folder, `${name}-${language}-${String(size)}-${scheme}.png`);
      await page.screenshot({ path, fullPage: true });
    }
    expect(await violations(page)).toEqual([]);
    expect(await cutOff(page)).toBe(false);
    expect(stage.complaints).toEqual([]);
  });
});

/** Lets go of what a refused page holds on to, so that the next page can be shown. */
async function letGo(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  const anyway = page.getByRole("button", { name: /^(Toch weggaan|Leave anyway)/ });
  if (await anyway.isVisible()) await anyway.click();
  // A form asks once whether its words may be lost.
  const cancel = page.getByRole("link", { name: /^(Annuleren|Cancel)$/ });
  if (await cancel.isVisible()) await cancel.click();
}
