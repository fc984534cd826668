/** Trying to do something and remembering what stood in the way. */
import { tick } from "svelte";

import type { ProblemView } from "../generated/types";
import type { Outcome } from "../host/interface";

/** Something else that is wrong at a field, found at the same time. */
export interface Besides {
  readonly field: string;
  readonly what: string;
}

/** One attempt after another at the same thing, from one page. */
export class Attempt {
  #problem = $state.raw<ProblemView | null>(null);
  #besides = $state.raw<readonly Besides[]>([]);
  #busy = $state(false);

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
    return this.#busy;
  }

  /** The words to show at a field. */
  at(field: string): string | null {
    if (this.#problem?.field === field) return this.#problem.what;
    return this.#besides.find((other) => other.field === field)?.what ?? null;
  }

  /** Tries. A second press while the first is under way does nothing. */
  async run<Value>(deed: () => Promise<Outcome<Value>>): Promise<Value | null> {
    if (this.#busy) return null;
    this.#busy = true;
    this.#besides = [];
    const outcome = await deed();
    this.#busy = false;
    if (outcome.ok) {
      this.#problem = null;
      return outcome.value;
    }
    // Shown anew even when it is the same problem again, so that focus moves to it.
    this.#problem = null;
    await tick();
    this.#problem = outcome.problem;
    return null;
  }

  /** Refuses without asking, for what only the window can know. */
  async refuse(problem: ProblemView, besides: readonly Besides[] = []): Promise<void> {
    await this.run(() => Promise.resolve({ ok: false, problem }));
    this.#besides = besides;
  }
}
