/** Trying to do something and remembering what stood in the way. */
import { tick } from "svelte";

import type { ProblemView } from "../generated/types";
import type { Outcome } from "../host/interface";

/** Something else that is wrong at a field, found at the same time. */
export interface Besides {
  readonly field: string;
  readonly what: string;
}

/** One attempt after another, from one page. */
export class Attempt {
  #problem = $state.raw<ProblemView | null>(null);
  #besides = $state.raw<readonly Besides[]>([]);
  /** What is under way or waits for its turn. */
  #underWay = $state.raw<readonly string[]>([]);
  /** Settles when everything that was asked for so far is done. */
  #last: Promise<unknown> = Promise.resolve();
  /** Whether something went wrong since the page was last at rest. */
  #stood = false;

  /** What stood in the way last time. */
  get problem(): ProblemView | null {
    return this.#problem;
  }

  /** What else is wrong, at other fields. */
  get besides(): readonly Besides[] {
    return this.#besides;
  }

  /** Whether an attempt is under way. */
  get busy(): boolean {
    return this.#underWay.length > 0;
  }

  /** The words to show at a field. */
  at(field: string): string | null {
    if (this.#problem?.field === field) return this.#problem.what;
    return this.#besides.find((other) => other.field === field)?.what ?? null;
  }

  /**
   * Tries. A second press for the same thing while the first is under way does nothing; a
   * press for another thing waits for its turn, so a page on which several things can be
   * pressed names each of them.
   */
  async run<Value>(deed: () => Promise<Outcome<Value>>, thing = ""): Promise<Value | null> {
    if (this.#underWay.includes(thing)) return null;
    if (!this.busy) {
      this.#stood = false;
      this.#besides = [];
    }
    const outcome = this.busy ? this.#last.then(deed) : deed();
    this.#underWay = [...this.#underWay, thing];
    this.#last = outcome.catch(() => undefined);
    return this.#settled(
      await outcome.finally(() => {
        this.#underWay = this.#underWay.filter((other) => other !== thing);
      }),
    );
  }

  /** Refuses without asking, for what only the window can know. */
  async refuse(problem: ProblemView, besides: readonly Besides[] = []): Promise<void> {
    this.#besides = [];
    await this.#show(problem);
    this.#besides = besides;
  }

  async #settled<Value>(outcome: Outcome<Value>): Promise<Value | null> {
    if (!outcome.ok) {
      await this.#show(outcome.problem);
      return null;
    }
    // Nobody has read yet what stood in the way of something pressed just before.
    if (!this.#stood) this.#problem = null;
    return outcome.value;
  }

  /** Shown anew even when it is the same problem again, so that focus moves to it. */
  async #show(problem: ProblemView): Promise<void> {
    this.#stood = true;
    this.#problem = null;
    await tick();
    this.#problem = problem;
  }
}
