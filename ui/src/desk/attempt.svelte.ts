/** Trying to do something and remembering what stood in the way. */
import { tick } from "svelte";

import type { ProblemView } from "../generated/types";
import type { Outcome } from "../host/interface";

/** One attempt after another at the same thing, from one page. */
export class Attempt {
  #problem = $state.raw<ProblemView | null>(null);
  #busy = $state(false);

  /** What stood in the way last time. */
  get problem(): ProblemView | null {
    return this.#problem;
  }

  /** Whether an attempt is under way. */
  get busy(): boolean {
    return this.#busy;
  }

  /** The words to show at a field. */
  at(field: string): string | null {
    return this.#problem?.field === field ? this.#problem.what : null;
  }

  /** Tries. A second press while the first is under way does nothing. */
  async run<Value>(deed: () => Promise<Outcome<Value>>): Promise<Value | null> {
    if (this.#busy) return null;
    this.#busy = true;
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
  async refuse(problem: ProblemView): Promise<void> {
    await this.run(() => Promise.resolve({ ok: false, problem }));
  }
}
