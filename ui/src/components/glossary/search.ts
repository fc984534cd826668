/** Finding a term in the glossary, whatever its capitals and accents. */
import type { GlossaryEntry } from "../../generated/types";

/**
 * The entries in which every word of the search occurs: those with a hit in the
 * term or another name first, in their own order.
 */
export function found(entries: readonly GlossaryEntry[], search: string): GlossaryEntry[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  const inName = (entry: GlossaryEntry) => holds([entry.term, ...entry.also].join(" "), words);
  const inMeaning = (entry: GlossaryEntry) =>
    holds([entry.term, ...entry.also, entry.definition].join(" "), words);
  return [
    ...entries.filter(inName),
    ...entries.filter((entry) => !inName(entry) && inMeaning(entry)),
  ];
}

function holds(text: string, words: readonly string[]): boolean {
  const searched = plain(text);
  return words.every((word) => searched.includes(word));
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();
}
