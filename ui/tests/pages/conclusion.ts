/** Advice and decision, where an assessment stands, comparing, and the quick scan. */
import type { Page } from "playwright-core";

import type { Place } from "./place";

const assessment = "assessment-example";
const press = (page: Page, name: RegExp) => page.getByRole("button", { name }).first().click();
const submit = (page: Page) => page.locator("form button[type=submit]").first().click();
/** Chooses as a program would: what nobody typed is let go of without asking. */
const choose = (page: Page, value: string) =>
  page.locator(`input[value=${value}]`).evaluate((input: HTMLInputElement) => {
    input.checked = true;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
const refused = (page: Page) => page.locator(".problem-summary").first().waitFor();

export const conclusion: readonly Place[] = [
  { name: "quick-scan", route: { page: "quick_scan", assessment } },
  { name: "advice", route: { page: "advice", assessment } },
  { name: "advice-none", route: { page: "advice", assessment: "assessment-second" } },
  { name: "advice-give", route: { page: "give_advice", assessment } },
  {
    name: "advice-refused",
    route: { page: "give_advice", assessment: "assessment-second" },
    prepare: async (page) => {
      await choose(page, "go_if");
      await press(page, /^(Belang toevoegen|Add an interest)/);
      await submit(page);
      await refused(page);
    },
  },
  { name: "decision", route: { page: "take_decision", assessment } },
  {
    name: "decision-refused",
    route: { page: "take_decision", assessment },
    prepare: async (page) => {
      await page.locator("summary").click();
      await choose(page, "stop");
      await submit(page);
      await refused(page);
    },
  },
  { name: "standing-concept", route: { page: "standing", assessment } },
  {
    name: "standing-signed",
    route: { page: "standing", assessment: "assessment-second" },
    prepare: async (page) => {
      await press(page, /^(Vaststellen|Adopt)/);
      await press(page, /^(Heropenen|Reopen)/);
      await submit(page);
      await refused(page);
    },
  },
  { name: "standing-adopted", route: { page: "standing", assessment: "assessment-first" } },
  { name: "comparison", route: { page: "comparison", assessment } },
  {
    name: "comparison-taken-over",
    route: { page: "comparison", assessment },
    prepare: async (page) => {
      await press(page, /^(Neem|Take over)/);
      await press(page, /^(Ja, neem|Yes, take)/);
      await page.locator(".notice").first().waitFor();
    },
  },
  { name: "question-taken-over", route: { page: "question", assessment, question: "HUM-01" } },
];
