/** What a public edition withholds: as it is chosen, and as the program is told. */

/** What can be withheld everywhere, in the order in which it is offered. */
export const kinds = ["names", "evidence", "contact", "considerations", "answers"] as const;

/** What is withheld as a rule. */
export const usual: readonly string[] = ["names", "evidence", "contact"];

/** The rules for these kinds and for the questions of these numbers; empty where nothing was chosen. */
export function withheld(chosen: readonly string[], questions: string): string {
  const numbers = questions
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((number) => number !== "");
  const named = [...new Set(numbers)].map((number) => `question:${number}`);
  return [...kinds.filter((kind) => chosen.includes(kind)), ...named].join(",");
}
