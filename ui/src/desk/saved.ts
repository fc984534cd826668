/** What is said of a change that was kept. */
import type { Changed } from "../generated/types";
import type { Texts } from "../text/texts.svelte";

/** What the program has to add to it, or else when it was saved. */
export function saved(texts: Texts, { notice, saved_at }: Changed): string {
  return notice ?? texts.t("ui-frame-saved", { time: saved_at });
}
