/**
 * How the pages bear the ways in which people read them: on a narrow screen or strongly
 * magnified, with wider spacing, by the mark of focus. Criteria of WCAG 2.2; the ledger in
 * `docs/conformance/wcag-2.2.md` says which.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { cutOff } from "./every";
import { goTo, places } from "./places";
import { Stage } from "./stage";

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await Stage.open();
  page = await stage.enter();
  await page.locator(".sheet button").click();
  await page.getByRole("heading", { level: 1, name: "Voorbeeld Webwinkel B.V." }).waitFor();
});
afterAll(() => stage.close());

/** The places as they are when one comes there: what differs by a press is the same page. */
const asOneComes = places.filter(({ prepare }) => prepare === undefined);

describe("on a screen of 320 pixels, as wide as 1280 at 400 %", () => {
  beforeAll(() => page.setViewportSize({ width: 320, height: 640 }));
  afterAll(() => page.setViewportSize({ width: 1280, height: 720 }));

  test.each(asOneComes)("$name fits 320 pixels", async ({ route }) => {
    await goTo(page, route);
    await page.waitForTimeout(50);
    expect(await beyond(page)).toEqual([]);
  });
});

describe("with the spacing that readers may ask for", () => {
  beforeAll(() =>
    page.evaluate(() => {
      const sheet = document.styleSheets[0];
      sheet?.insertRule(
        "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }",
        sheet.cssRules.length,
      );
      sheet?.insertRule("p { margin-block-end: 2em !important }", sheet.cssRules.length);
    }),
  );

  test.each(asOneComes)("$name bears wider spacing", async ({ route }) => {
    await goTo(page, route);
    await page.waitForTimeout(50);
    expect(await cutOff(page)).toBe(false);
    expect(await clipped(page)).toEqual([]);
  });
});

test("borders of fields and the mark of focus stand out by 3:1 or more", async () => {
  for (const scheme of ["light", "dark"] as const) {
    const other = await stage.enter(scheme);
    await other.getByRole("link", { name: "Nieuw dossier maken" }).click();
    const field = other.getByRole("textbox", { name: "Naam van de organisatie" });
    await field.waitFor();
    const border = await ratio(other, "border-top-color");
    await field.focus();
    expect(border).toBeGreaterThanOrEqual(3);
    expect(await ratio(other, "outline-color")).toBeGreaterThanOrEqual(3);
    expect(await field.evaluate((it) => parseFloat(getComputedStyle(it).outlineWidth))).toBe(3);
    await other.close();
  }
});

test("a passphrase can be pasted", async () => {
  await goTo(page, { page: "identity" });
  const field = page.locator("#field-passphrase");
  await field.evaluate((element) => {
    if (!(element instanceof HTMLInputElement)) throw new Error("No field.");
    const stopped = !element.dispatchEvent(
      new ClipboardEvent("paste", { bubbles: true, cancelable: true }),
    );
    if (stopped) throw new Error("Pasting is stopped.");
  });
  expect(await field.getAttribute("type")).toBe("password");
});

test("whoever types their own name is helped to", async () => {
  await goTo(page, { page: "identity" });
  expect(await page.locator("#field-name").getAttribute("autocomplete")).toBe("name");
});

/** What reaches beyond the window and cannot be scrolled to by itself. Tables and charts may: two dimensions are theirs. */
function beyond(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll("main *, header *, nav *")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 5)
      .map(
        ({ tagName, className, textContent }) =>
          `${tagName} ${String(className)} ${textContent.trim().slice(0, 40)}`,
      );
  });
}

/** Elements that hide a part of their own text. */
function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("main *, header *, nav *")]
      .filter((element) => {
        const { overflowX, overflowY, position } = getComputedStyle(element);
        const hides = [overflowX, overflowY].some((way) => way === "hidden" || way === "clip");
        const unseen = position === "absolute" && element.offsetWidth <= 1;
        return (
          hides &&
          !unseen &&
          (element.scrollWidth > element.clientWidth + 1 ||
            element.scrollHeight > element.clientHeight + 1)
        );
      })
      .map(({ tagName, className }) => `${tagName} ${className}`),
  );
}

/** How far the colour of what is in the first text field's box stands out from the ground around it. */
function ratio(page: Page, property: string): Promise<number> {
  return page
    .locator("input[type=text], input:not([type])")
    .first()
    .evaluate((field, name) => {
      const parts = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number).slice(0, 3);
      const light = (colour: string) => {
        const [red = 0, green = 0, blue = 0] = parts(colour).map((part) => {
          const share = part / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const ground = getComputedStyle(document.documentElement).backgroundColor;
      const both = [getComputedStyle(field).getPropertyValue(name), ground].map(light);
      return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
    }, property);
}
