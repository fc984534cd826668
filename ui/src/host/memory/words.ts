/** Words in both languages, as the made-up content below holds them. */
import type { Language } from "../../text/catalogue";

/** The same words in both languages. */
export interface Words {
  readonly nl: string;
  readonly en: string;
}

/** Gives words in the language of this moment. */
export type Say = (words: Words) => string;

/** Speaks one language. */
export function saying(language: () => Language): Say {
  return (words) => words[language()];
}
