/** What every page has at hand. */
import { createContext } from "svelte";

import type { Host } from "../host/interface";
import type { Navigation } from "../route/navigation.svelte";
import type { Texts } from "../text/texts.svelte";
import type { Announcer } from "./announcer.svelte";
import type { Keyboard } from "./keyboard";
import type { Preferences } from "./preferences.svelte";
import type { ReportAtHand } from "./report-at-hand.svelte";

/** What every page has at hand. */
export interface Desk {
  readonly host: Host;
  readonly texts: Texts;
  readonly navigation: Navigation;
  readonly announcer: Announcer;
  readonly keyboard: Keyboard;
  readonly preferences: Preferences;
  readonly report: ReportAtHand;
}

/** Takes and gives the desk. */
export const [desk, layDesk] = createContext<Desk>();
