/** Language and size of the text, as this person wants them on this machine. */
import type { Host } from "../host/interface";
import type { Settings } from "../generated/types";
import type { Texts } from "../text/texts.svelte";

/** The sizes of the text, in percent. */
export const textSizes = [100, 150, 200] as const;

/** Keeps the page in the language and size that were chosen. */
export class Preferences {
  #settings = $state.raw<Settings>({ language: "nl", text_size: 100 });
  readonly #host: Host;
  readonly #texts: Texts;
  readonly #root: HTMLElement;

  constructor(host: Host, texts: Texts, root: HTMLElement) {
    this.#host = host;
    this.#texts = texts;
    this.#root = root;
  }

  /** What was chosen. */
  get settings(): Settings {
    return this.#settings;
  }

  /** Reads what was chosen before. */
  async read(): Promise<void> {
    const outcome = await this.#host.call("settings", {});
    if (outcome.ok) this.#apply(outcome.value);
  }

  /** Speaks another language from now on. */
  async speak(language: string): Promise<void> {
    await this.#choose({ ...this.#settings, language });
  }

  /** Writes larger or smaller from now on. */
  async resize(text_size: number): Promise<void> {
    await this.#choose({ ...this.#settings, text_size });
  }

  /** Goes one size up or down. */
  async step(by: 1 | -1): Promise<void> {
    const at = textSizes.findIndex((size) => size === this.#settings.text_size);
    const size = textSizes[at + by];
    if (size !== undefined) await this.resize(size);
  }

  async #choose(settings: Settings): Promise<void> {
    const outcome = await this.#host.call("choose_settings", settings);
    if (outcome.ok) this.#apply(settings);
  }

  #apply(settings: Settings): void {
    this.#settings = settings;
    this.#texts.speak(settings.language);
    this.#root.lang = this.#texts.language;
    this.#root.dataset["textSize"] = String(settings.text_size);
  }
}
