/** The texts in the language of this moment; what is shown follows a switch. */
import { languageFrom, translator, type Language, type Translate } from "./catalogue";

/** The texts and the language they are in. */
export class Texts {
  #language = $state<Language>("nl");
  #writtenIn = $state<string | null>(null);
  #translate: Translate = $derived(translator(this.#language));

  /** The language of this moment. */
  get language(): Language {
    return this.#language;
  }

  /** Goes on in the language with this code. */
  speak(code: string): void {
    this.#language = languageFrom(code);
  }

  /** Stands beside words that people typed in this language; nothing where no dossier is open. */
  besideWordsIn(code: string | null): void {
    this.#writtenIn = code;
  }

  /** The `lang` of words that people typed, where they are in another language than the window. */
  get typed(): string | undefined {
    return this.#writtenIn === this.#language ? undefined : (this.#writtenIn ?? undefined);
  }

  /** Gives the text of a key. */
  get t(): Translate {
    return this.#translate;
  }
}
