/** Every page and every state of a page that looks different, and how to get there. */
import type { Page } from "playwright-core";

import { addressOf, type Route } from "../../src/route/route";
import { conclusion } from "./conclusion";
import { deliberation } from "./deliberation";
import { followUp } from "./follow-up";
import type { Place } from "./place";

const assessment = "assessment-example";

const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name }).first().click();
const submit = (page: Page) => page.locator("button[type=submit]").first().click();
const question = (id: string): Route => ({ page: "question", assessment, question: id });

const makeEdition = /^(Plaats kiezen en editie maken|Choose a place and make the ed)/;

/** Goes to a place as a link would. */
export async function goTo(page: Page, route: Route): Promise<void> {
  await page.evaluate((address) => {
    window.location.hash = address;
  }, addressOf(route));
  await page.waitForFunction((address) => window.location.hash === address, addressOf(route));
  await page.getByRole("heading", { level: 1 }).waitFor();
}

export const places: readonly Place[] = [
  { name: "start", route: { page: "start" } },
  { name: "new-dossier", route: { page: "new_dossier" } },
  { name: "new-dossier-refused", route: { page: "new_dossier" }, prepare: submit },
  { name: "dossier", route: { page: "dossier" } },
  { name: "organisation", route: { page: "organisation" } },
  { name: "committee", route: { page: "committee" } },
  {
    name: "committee-interest-refused",
    route: { page: "committee" },
    prepare: async (page) => {
      await press(page, /^(Eigen belang melden|Declare an interest)/);
      await submit(page);
      await page.locator(".problem-summary h2").waitFor();
    },
  },
  { name: "mandate", route: { page: "mandate" } },
  { name: "member", route: { page: "member", member: null } },
  { name: "application", route: { page: "application", application: null } },
  { name: "new-assessment", route: { page: "new_assessment", application: "subject-example" } },
  { name: "assessment", route: { page: "assessment", assessment } },
  { name: "particulars", route: { page: "particulars", assessment } },
  { name: "section", route: { page: "section", assessment, section: "purpose" } },
  { name: "question-single", route: question("INT-01") },
  { name: "question-multiple", route: question("INT-02") },
  { name: "question-text", route: question("INT-03") },
  { name: "question-maturity", route: question("PUR-04") },
  {
    name: "question-help",
    route: question("PUR-04"),
    prepare: async (page) => {
      for (const details of await page.locator("aside details").all()) {
        await details.locator("summary").click();
      }
    },
  },
  {
    name: "glossary",
    route: question("PUR-04"),
    prepare: async (page) => {
      await page.keyboard.press("Alt+g");
      await page.locator("#glossary-title").waitFor();
    },
  },
  { name: "question-number", route: question("PUR-05") },
  { name: "question-yes-no", route: question("HUM-02") },
  {
    name: "question-refused",
    route: question("HUM-01"),
    prepare: async (page) => {
      await page.locator("input[value=not_applicable]").check();
      await submit(page);
      await page.locator(".problem-summary h2").waitFor();
    },
  },
  ...deliberation,
  ...followUp,
  { name: "results", route: { page: "results", assessment } },
  {
    name: "results-why",
    route: { page: "results", assessment },
    prepare: async (page) => {
      await page.locator("#field-why-score").selectOption("1");
    },
  },
  ...conclusion,
  { name: "report", route: { page: "report", assessment } },
  { name: "report-made", route: { page: "report", assessment }, prepare: submit },
  {
    name: "edition-made",
    route: { page: "report", assessment },
    prepare: (page) => press(page, makeEdition),
  },
  {
    name: "report-preview",
    route: { page: "report", assessment },
    prepare: async (page) => {
      await press(page, /^(Eerst bekijken|Look at it first)/);
      await page.getByRole("dialog").getByRole("img").waitFor();
    },
  },
  {
    name: "report-preview-text",
    route: { page: "report", assessment },
    prepare: async (page) => {
      await press(page, /^(Eerst bekijken|Look at it first)/);
      await page.getByLabel(/Als tekst|As text/).check();
      await page.getByRole("dialog").getByRole("table").waitFor();
    },
  },
  {
    name: "edition-questions-left-out",
    route: { page: "report", assessment },
    prepare: async (page) => {
      await page.locator("#field-redact").fill("HUM-01, PUR-04");
      await press(page, makeEdition);
      await page.locator("#edition-made").waitFor();
    },
  },
  {
    name: "edition-question-unknown",
    route: { page: "report", assessment },
    prepare: async (page) => {
      await page.locator("#field-redact").fill("HUM-99");
      await press(page, makeEdition);
      await page.locator("#field-redact-error").waitFor();
    },
  },
  {
    name: "edition-preview-refused",
    route: { page: "report", assessment },
    prepare: async (page) => {
      await page.locator("#field-redact").fill("HUM-99");
      await press(page, /^(De pdf eerst bekijken|Look at the PDF first)/);
      await page.getByRole("dialog").locator(".problem-summary h2").waitFor();
    },
  },
  {
    name: "edition-nothing-left-out",
    route: { page: "report", assessment },
    prepare: async (page) => {
      await page.locator("#field-redact").fill("");
      for (const kind of ["names", "evidence", "contact"])
        await page.locator(`input[value=${kind}]`).uncheck();
      await press(page, makeEdition);
      await page.locator("#field-withhold-error").waitFor();
    },
  },
  {
    name: "sign",
    route: { page: "sign" },
    prepare: async (page) => {
      await page.locator("#field-report").click();
      await page.locator("#field-passphrase").waitFor();
    },
  },
  {
    name: "sign-with-a-card",
    route: { page: "sign" },
    prepare: async (page) => {
      await page.locator("input[value=token]").check();
      await page.locator("#field-library").click();
      await page.locator("#field-pin").waitFor();
    },
  },
  {
    name: "sign-refused",
    route: { page: "sign" },
    prepare: async (page) => {
      await page.locator("input[value=file]").check();
      await submit(page);
    },
  },
  {
    name: "signed",
    route: { page: "sign" },
    prepare: async (page) => {
      await page.locator("input[name=name]").first().check();
      await page.locator("input[value=dissent]").check();
      await page.locator("#field-identity").click();
      await page.locator("#field-reason").fill("De wachttijd is te lang voor wie belt.");
      await submit(page);
      await page.locator("#signed-title").waitFor();
    },
  },
  { name: "identity", route: { page: "identity" } },
  {
    name: "identity-made",
    route: { page: "identity" },
    prepare: async (page) => {
      await page.locator("#field-name").fill("Noor de Vries");
      await page.locator("#field-passphrase").fill("vier losse woorden hier");
      await page.locator("#field-again").fill("vier losse woorden hier");
      await submit(page);
      await page.locator("#identity-made").waitFor();
    },
  },
  { name: "verify", route: { page: "verify" } },
  {
    name: "verified",
    route: { page: "verify" },
    prepare: async (page) => {
      await submit(page);
      await page.locator("#verify-headline").waitFor();
    },
  },
  { name: "history", route: { page: "history", assessment, question: null } },
  { name: "history-of-question", route: { page: "history", assessment, question: "PUR-04" } },
  {
    name: "history-undo",
    route: { page: "history", assessment: null, question: null },
    prepare: async (page) => {
      await press(page, /^(Ongedaan maken|Undo)/);
      await page.locator(".confirm").waitFor();
    },
  },
  {
    name: "history-undone",
    route: { page: "history", assessment: null, question: null },
    prepare: async (page) => {
      await page.locator(".confirm .button").click();
      await page.locator(".undone").waitFor();
    },
  },
  {
    name: "past",
    route: { page: "past", assessment, event: null },
    prepare: async (page) => {
      await goTo(page, { page: "history", assessment, question: null });
      await page
        .getByRole("link", { name: /^(Bekijk hoe het toen was|See how it was)/ })
        .last()
        .click();
      await page
        .getByRole("heading", { level: 1, name: /^(Zoals het toen was|As it was)/ })
        .waitFor();
    },
  },
  {
    name: "history-undo-refused",
    route: { page: "history", assessment: null, question: null },
    prepare: async (page) => {
      await page
        .getByRole("button", { name: /^(Ongedaan maken|Undo)/ })
        .last()
        .click();
      await page.locator("li .notice").waitFor();
    },
  },
  {
    name: "history-not-undone",
    route: { page: "history", assessment: null, question: null },
    prepare: async (page) => {
      await page.locator("#field-area").selectOption("subjects");
      await page.locator("#field-author").selectOption({ label: "Zoë Çelik" });
      await page.locator("li summary").first().click();
    },
  },
  { name: "instrument", route: { page: "instrument", assessment } },
  { name: "keys", route: { page: "keys" } },
  { name: "care", route: { page: "care" } },
  { name: "backups", route: { page: "backups" } },
  {
    name: "backups-restored",
    route: { page: "backups" },
    prepare: async (page) => {
      await press(page, /^(Terughalen|Bring back)/);
      await page.locator(".notice").waitFor();
    },
  },
  { name: "report-style", route: { page: "report_style" } },
  {
    name: "report-style-without-logo",
    route: { page: "report_style" },
    prepare: (page) => press(page, /^(Logo weghalen|Remove the logo)/),
  },
  // After the other states of its page, where its typed words would stand.
  {
    name: "report-style-refused",
    route: { page: "report_style" },
    prepare: async (page) => {
      await page.locator("#field-accent").fill("rood");
      await submit(page);
      await page.locator(".problem-summary h2").waitFor();
    },
  },
  { name: "retention", route: { page: "retention" } },
  { name: "retention-refused", route: { page: "retention" }, prepare: submit },
  { name: "together", route: { page: "together" } },
  {
    name: "together-refused",
    route: { page: "together" },
    prepare: async (page) => {
      await submit(page);
      await page.locator(".problem-summary h2").waitFor();
    },
  },
  {
    name: "together-merged",
    route: { page: "together" },
    prepare: async (page) => {
      await page.locator("#field-files").click();
      await submit(page);
      await page.locator("#merged").waitFor();
    },
  },
  { name: "assessment-conflict", route: { page: "assessment", assessment } },
  { name: "question-conflict", route: question("PUR-04") },
  { name: "encryption", route: { page: "encryption" } },
  {
    name: "encryption-code",
    route: { page: "encryption" },
    prepare: async (page) => {
      await page.locator("#field-passphrase").fill("vier losse woorden hier");
      await page.locator("#field-again").fill("vier losse woorden hier");
      await submit(page);
      await page.locator("#recovery-code").waitFor();
    },
  },
  {
    name: "encryption-code-refused",
    route: { page: "encryption" },
    prepare: async (page) => {
      await page.locator("#field-code").fill("5JZX");
      await submit(page);
      await page.locator(".problem-summary h2").waitFor();
    },
  },
  {
    name: "encryption-on",
    route: { page: "encryption" },
    prepare: async (page) => {
      await page.locator("#field-code").fill("5jzb");
      await submit(page);
      await page.locator("#field-current").waitFor();
      await page.locator("#field-new").fill("een nieuwe wachtwoordzin");
      await page.locator(".weight .steps").waitFor();
    },
  },
  { name: "erase", route: { page: "erase", member: null, event: null } },
  {
    name: "erase-preview",
    route: { page: "erase", member: null, event: null },
    prepare: async (page) => {
      await page.getByRole("link", { name: "Idris Bakker" }).click();
      await page.locator("#field-reason").fill("Idris vroeg erom");
      await press(page, /^(Wissen…|Erase…)/);
      await page.locator(".confirm").waitFor();
    },
  },
  {
    name: "erased",
    route: { page: "erase", member: null, event: null },
    prepare: async (page) => {
      await page.getByRole("link", { name: "Idris Bakker" }).click();
      await page.locator("#field-reason").fill("Op verzoek");
      await press(page, /^(Wissen…|Erase…)/);
      await page.locator(".confirm .button").click();
      await page.locator("#erased").waitFor();
    },
  },
  { name: "care-later", route: { page: "care" } },
  { name: "destroy", route: { page: "destroy" } },
  {
    name: "destroyed",
    route: { page: "destroy" },
    prepare: async (page) => {
      await page.locator("#field-organisation").fill("Voorbeeld Webwinkel B.V.");
      await submit(page);
      await page.locator("#destroyed").waitFor();
    },
  },
  {
    name: "start-locked",
    route: { page: "start" },
    prepare: async (page) => {
      await press(page, "Voorbeeld Gemeente");
      await page.locator("#field-passphrase").fill("iets anders");
      await submit(page);
      await page.locator(".problem-summary h2").waitFor();
    },
  },
  {
    name: "start-in-use",
    route: { page: "start" },
    prepare: async (page) => {
      await press(page, "Voorbeeld Zorg");
      await page.locator(".problem-summary h2").waitFor();
    },
  },
  {
    name: "start-damaged",
    route: { page: "start" },
    prepare: async (page) => {
      await press(page, "Voorbeeld Energie B.V.");
      await page.locator("#start-damaged").waitFor();
    },
  },
  {
    name: "start-half-destroyed",
    route: { page: "start" },
    prepare: async (page) => {
      await press(page, "Voorbeeld Bank N.V.");
      await page.locator("#start-destruction").waitFor();
    },
  },
  {
    name: "start-destruction-finished",
    route: { page: "start" },
    prepare: async (page) => {
      await press(page, "Voorbeeld Bank N.V.");
      await press(page, /^(Vernietiging afmaken|Finish the destruction)$/);
      await press(page, /(kiezen en afmaken|and finish)$/);
      await page.locator("#destroyed").waitFor();
    },
  },
  {
    name: "start-rescued",
    route: { page: "start" },
    prepare: async (page) => {
      await press(page, "Voorbeeld Energie B.V.");
      await press(page, /(redden wat gaaf is|rescue what is sound)$/);
      await page.locator("#rescued").waitFor();
    },
  },
  {
    name: "start-first",
    route: { page: "start" },
    prepare: async (page) => {
      const forget = page.getByRole("button", { name: /^(Uit de lijst halen|Remove from list)/ });
      for (let left = await forget.count(); left > 0; left -= 1) await forget.first().click();
      await page.locator("#start-steps").waitFor();
    },
  },
];
