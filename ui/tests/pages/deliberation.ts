/** The committee at work: sessions, silent scores, positions and comments. */
import type { Page } from "playwright-core";

import type { Place } from "./place";

const assessment = "assessment-example";
const press = (page: Page, name: RegExp) => page.getByRole("button", { name }).first().click();
const submit = (page: Page) => page.locator("button[type=submit]").first().click();
const round = { page: "round", assessment, round: "round-example" } as const;
const vote = { page: "vote", assessment, round: "round-example" } as const;
const contested = { page: "question", assessment, question: "PUR-04" } as const;

/** Goes behind the veil as one of the members. */
async function unveil(page: Page, name: string): Promise<void> {
  await page.getByRole("radio", { name }).check();
  await page.locator("#field-pin").fill("4821");
  await page.locator("#field-again").fill("4821");
  await submit(page);
  await page.locator("input[name=score]").first().waitFor();
}

export const deliberation: readonly Place[] = [
  { name: "sessions", route: { page: "sessions", assessment } },
  { name: "session-ended", route: { page: "session", assessment, session: "session-first" } },
  { name: "session-running", route: { page: "session", assessment, session: "session-example" } },
  { name: "session-planned", route: { page: "session", assessment, session: "session-planned" } },
  {
    name: "session-refused",
    route: { page: "session", assessment, session: "session-planned" },
    prepare: async (page) => {
      await press(page, /^(Sessie beginnen|Begin the session)/);
      await page.locator(".problem-summary h2").waitFor();
    },
  },
  {
    name: "session-asking",
    route: { page: "session", assessment, session: "session-example" },
    prepare: async (page) => {
      await press(page, /^(Punt parkeren|Park a point)/);
      await press(page, /^(Iemand iets laten uitzoeken|Have somebody find out)/);
      await press(page, /^(Achteraf noteren|Note afterwards)/);
      await page.locator("form").nth(2).waitFor();
    },
  },
  { name: "session-plan-new", route: { page: "session_plan", assessment, session: null } },
  {
    name: "session-plan",
    route: { page: "session_plan", assessment, session: "session-example" },
    prepare: async (page) => {
      await press(page, /^(Omlaag|Down)/);
      await page.locator("summary").click();
    },
  },
  { name: "vote-ballot", route: vote, prepare: (page) => unveil(page, "Samira Haddou") },
  { name: "rounds", route: { page: "rounds", assessment } },
  {
    name: "round-new",
    route: { page: "new_round", assessment, session: "session-example" },
    prepare: async (page) => {
      await page.locator("summary").nth(1).click();
      await submit(page);
      await page.locator(".problem-summary h2").waitFor();
    },
  },
  { name: "round-open", route: round },
  { name: "vote-veil", route: vote },
  {
    name: "vote-refused",
    route: vote,
    prepare: async (page) => {
      await submit(page);
      await page.locator(".problem-summary h2").waitFor();
    },
  },
  {
    name: "vote-handed-on",
    route: vote,
    prepare: async (page) => {
      await unveil(page, "Zoë Çelik");
      for (let at = 0; at < 2; at += 1) {
        await page.getByText(at === 0 ? /^(Deels|Partly)$/ : /^(Ja|Yes)$/).click();
        await submit(page);
        await page.waitForTimeout(100);
      }
      await page.getByRole("heading", { level: 1, name: /^(Dank u|Thank you)/ }).waitFor();
    },
  },
  {
    name: "round-revealed",
    route: round,
    prepare: async (page) => {
      await submit(page);
      await page.locator("#round-locked").waitFor();
    },
  },
  { name: "round-with-names", route: { page: "round", assessment, round: "round-revealed" } },
  { name: "question-positions", route: contested },
  {
    name: "question-position-refused",
    route: contested,
    prepare: async (page) => {
      await press(page, /^(Standpunt vastleggen|Record a position)/);
      await page.locator(".in-place button[type=submit]").click();
      await page.locator(".problem-summary h2").waitFor();
      for (const summary of await page.locator("section details summary").all()) {
        await summary.click();
      }
    },
  },
];
