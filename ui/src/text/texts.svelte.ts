/** The texts in the language of this moment; what is shown follows a switch. */
import { languageFrom, translator, type Language, type Translate } from "./catalogue";

/** The texts and the language they are in. */
export class Texts {
  #language = $state<Language>("nl");
  #translate: Translate = $derived(translator(this.#language));

  /** The language of this moment. */
  get language(): Language {
    return this.#language;
  }

  /** Goes on in the language with this code. */
  speak(code: string): void {
    this.#language = languageFrom(code);
  }

  /** Gives the text of a key. */
  get t(): Translate {
    return this.#translate;
  }
}
