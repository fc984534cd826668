import type { Page } from "playwright-core";

import type { Route } from "../../src/route/route";

/** A page to look at, with what to do there first. */
export interface Place {
  readonly name: string;
  readonly route: Route;
  readonly prepare?: (page: Page) => Promise<void>;
}
