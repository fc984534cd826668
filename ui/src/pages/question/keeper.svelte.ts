/**
 * Keeps what is written down: nothing typed may be lost, and one change becomes
 * one event rather than one per keystroke.
 *
 * A choice is recorded after a breath, so that walking through options with the
 * arrow keys leaves one answer. Words are recorded when writing pauses, when the
 * field is left and when the page is left. Records follow one another; what
 * changes meanwhile goes along with the next.
 */
import type { AnswerForm, Changed, ProblemView } from "../../generated/types";
import type { Outcome } from "../../host/interface";
import { check, draftOf, isEmpty, same, type Checked, type Draft, type Gap } from "./draft";

/** How things stand with what is on the page. */
export type Keeping =
  | { kind: "as_found" }
  | { kind: "waiting" }
  | { kind: "incomplete"; gaps: readonly Gap[] }
  | { kind: "saving" }
  | { kind: "saved"; at: string; notice: string | null }
  | { kind: "failed"; problem: ProblemView };

/** How long to wait before recording, in milliseconds. */
export const pauses = { choice: 700, words: 3000 } as const;

/** What the keeper needs from the page. */
export interface Page {
  readonly needsName: boolean;
  readonly record: (form: AnswerForm) => Promise<Outcome<Changed>>;
}

/** The answer on the page and what has become of it. */
export class Keeper {
  readonly draft: Draft;
  #keeping = $state.raw<Keeping>({ kind: "as_found" });
  #recorded: AnswerForm | null;
  /** How many events the dossier had when this keeper last recorded something. */
  #recordedAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | null = null;
  readonly #page: Page;

  constructor(answer: AnswerForm | null, page: Page) {
    const draft = $state(draftOf(answer));
    this.draft = draft;
    this.#recorded = answer;
    this.#page = page;
  }

  /** How things stand. */
  get keeping(): Keeping {
    return this.#keeping;
  }

  /** Hears that something was chosen or typed. */
  changed(what: keyof typeof pauses): void {
    this.#keeping = { kind: "waiting" };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#once(), pauses[what]);
  }

  /** Records what stands there now, once: a field was left, and writing may go on in the next. */
  async recordNow(): Promise<void> {
    await this.#once();
  }

  /** Records until nothing is left unrecorded. Says whether all is safe, so that the page may go. */
  async keep(): Promise<boolean> {
    let safe = await this.#once();
    while (this.#unsettled()) safe = await this.#once();
    return safe;
  }

  /**
   * Takes over an answer that was recorded elsewhere, if nothing is unsaved here. `events` says how
   * many events the dossier had when the answer was read: one that was read before the last record
   * here is the past, and never comes back over what was typed since.
   */
  refresh(answer: AnswerForm | null, events: number): void {
    if (events < this.#recordedAt) return;
    const idle = this.#keeping.kind === "as_found" || this.#keeping.kind === "saved";
    if (!idle || this.#saving !== null || same(answer, this.#recorded)) return;
    this.#recorded = answer;
    Object.assign(this.draft, draftOf(answer));
  }

  /** Lets go of what was not recorded. */
  discard(): void {
    clearTimeout(this.#timer);
    Object.assign(this.draft, draftOf(this.#recorded));
    this.#keeping = { kind: "as_found" };
  }

  /** Hears that the answer was withdrawn: nothing holds any more. */
  withdrawn(): void {
    this.#recorded = null;
    this.discard();
  }

  async #once(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#saving !== null) await this.#saving;
    const checked = this.#checked();
    if (!checked.complete) return this.#incomplete(checked.gaps);
    if (same(checked.form, this.#recorded)) return this.#nothingNew();
    this.#saving = this.#record($state.snapshot(checked.form));
    await this.#saving;
    return this.#keeping.kind === "saved";
  }

  async #record(form: AnswerForm): Promise<void> {
    this.#keeping = { kind: "saving" };
    const outcome = await this.#page.record(form);
    this.#saving = null;
    if (!outcome.ok) {
      this.#keeping = { kind: "failed", problem: outcome.problem };
      return;
    }
    this.#recorded = form;
    const { saved_at, notice, events } = outcome.value;
    this.#recordedAt = events;
    // What was written meanwhile is not saved yet; its own pause is running.
    this.#keeping = this.#holds(form)
      ? { kind: "saved", at: saved_at, notice }
      : { kind: "waiting" };
  }

  /** Something was written, or another record was begun, while the last one was under way. */
  #unsettled(): boolean {
    return this.#keeping.kind === "waiting" || this.#keeping.kind === "saving";
  }

  #holds(form: AnswerForm): boolean {
    const checked = this.#checked();
    return checked.complete && same(checked.form, form);
  }

  #checked(): Checked {
    return check(this.draft, { not_applicable_needs_name: this.#page.needsName });
  }

  #incomplete(gaps: readonly Gap[]): boolean {
    if (isEmpty(this.draft) && this.#recorded === null) {
      this.#keeping = { kind: "as_found" };
      return true;
    }
    this.#keeping = { kind: "incomplete", gaps };
    return false;
  }

  #nothingNew(): boolean {
    if (this.#keeping.kind !== "saved") this.#keeping = { kind: "as_found" };
    return true;
  }
}
