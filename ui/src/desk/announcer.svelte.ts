/** Says something to people who listen rather than look, without moving them. */
export class Announcer {
  #words = $state("");

  /** What was said last. */
  get words(): string {
    return this.#words;
  }

  /** Says it politely, when the listener is ready. */
  say(words: string): void {
    // A live region is read again only when its text differs.
    this.#words = this.#words === words ? `${words}\u00a0` : words;
  }
}
