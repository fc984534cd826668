/** What follows from the answers: findings, risks, measures, actions, opinions. */
import type { Page } from "playwright-core";

import type { Place } from "./place";

const assessment = "assessment-example";
const findings = { page: "findings", assessment } as const;
const actions = { page: "actions", assessment } as const;
const opinions = { page: "opinions", assessment } as const;
const press = (page: Page, name: RegExp) => page.getByRole("button", { name }).first().click();

/** Sends the form that is open, and waits for why it is refused. */
async function refused(page: Page): Promise<void> {
  await page.locator(".in-place button[type=submit]").first().click();
  await page.locator(".problem-summary h2").waitFor();
}

/** Places of one page do not follow each other: going where one is already changes nothing. */
export const followUp: readonly Place[] = [
  { name: "findings", route: findings },
  { name: "actions", route: actions },
  {
    name: "findings-proposals",
    route: findings,
    prepare: async (page) => {
      await press(page, /^(Afwijzen|Dismiss)/);
      await page.locator(".in-place textarea").fill("Dit is vorige maand geregeld.");
      await page.locator(".in-place button[type=submit]").click();
      await page.locator("details summary").first().click();
      await press(page, /^(Overnemen|Take over)/);
    },
  },
  { name: "opinions", route: opinions },
  {
    name: "finding-refused",
    route: findings,
    prepare: async (page) => {
      await press(page, /^(Eigen bevinding|Record a finding)/);
      await refused(page);
      await press(page, /^(Wijzigen|Change)/);
    },
  },
  {
    name: "action-progress",
    route: actions,
    prepare: async (page) => {
      await press(page, /^(Voortgang vastleggen|Record progress)/);
      await page.locator("button[id$=file]").click();
    },
  },
  {
    name: "risk-refused",
    route: findings,
    prepare: async (page) => {
      await press(page, /^(Risico vastleggen|Record a risk)/);
      await refused(page);
    },
  },
  {
    name: "opinion-refused",
    route: opinions,
    prepare: async (page) => {
      await page
        .getByRole("button", { name: /^(Mening vastleggen|Record an opinion)/ })
        .last()
        .click();
      await refused(page);
    },
  },
  {
    name: "measure-new",
    route: findings,
    prepare: (page) => press(page, /^(Maatregel vastleggen|Record a measure)/),
  },
  {
    name: "action-refused",
    route: actions,
    prepare: async (page) => {
      await press(page, /^(Actie plannen|Plan an action)/);
      await refused(page);
    },
  },
  { name: "actions-of-all", route: { page: "actions", assessment: null } },
];
