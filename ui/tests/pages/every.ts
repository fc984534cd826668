/** What holds for every page of every window. */
import type { Page } from "playwright-core";

import { axeSource } from "./stage";

/** What axe finds wrong, in a line each. As text: the page knows an `axe` of its own. */
const findings = `axe
  .run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: { "color-contrast-enhanced": { enabled: true } },
  })
  .then(({ violations }) =>
    violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => id + ": " + html + " " + failureSummary),
    ),
  )`;

/** What axe finds wrong with the page, contrast of less than 7:1 included. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return await page.evaluate<string[]>(findings);
}

/** Whether the page is wider than the window. */
export function cutOff(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
}
