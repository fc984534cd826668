/**
 * Looking at something of the program and keeping the look fresh: asked again
 * when what is asked for changes, and whenever anything was changed, by this
 * window or another.
 */
import type { CallName, Calls } from "../generated/calls";
import type { ProblemView, Topic } from "../generated/types";
import type { Host } from "../host/interface";

/** What is seen at this moment. The last value stays while a new one is fetched. */
export class Look<Name extends CallName> {
  #value = $state.raw<Calls[Name]["output"] | null>(null);
  #problem = $state.raw<ProblemView | null>(null);
  #asked = 0;
  readonly #host: Host;
  readonly #name: Name;
  readonly #input: () => Calls[Name]["input"];

  constructor(host: Host, name: Name, input: () => Calls[Name]["input"]) {
    this.#host = host;
    this.#name = name;
    this.#input = input;
  }

  /** What was found, once it was found. */
  get value(): Calls[Name]["output"] | null {
    return this.#value;
  }

  /** Why nothing could be found. */
  get problem(): ProblemView | null {
    return this.#problem;
  }

  /** Looks again. An answer that a later question has overtaken is dropped. */
  async again(): Promise<void> {
    const ticket = ++this.#asked;
    const outcome = await this.#host.call(this.#name, this.#input());
    if (ticket !== this.#asked) return;
    if (outcome.ok) {
      this.#value = outcome.value;
      this.#problem = null;
    } else {
      this.#problem = outcome.problem;
    }
  }
}

/** Looks for as long as the calling component is shown. */
export function look<Name extends CallName>(
  host: Host,
  name: Name,
  input: () => Calls[Name]["input"],
): Look<Name> {
  const seen = new Look(host, name, input);
  $effect(() => {
    input();
    void seen.again();
    return host.onChanged(({ topics }) => {
      if (name === "room_view" || !onlyForTheRoom(topics)) void seen.again();
    });
  });
  return seen;
}

/** What is typed changes the room's screen with every letter, and nothing else. */
function onlyForTheRoom(topics: readonly Topic[]): boolean {
  return topics.length > 0 && topics.every(({ kind }) => kind === "room");
}
