/**
 * What the window may ask of the program around it.
 *
 * There are two hosts: the desktop (`tauri.ts`) and one in memory (`memory/`)
 * for tests and for work on components. Nothing else in the interface knows
 * which of the two it talks to.
 */
import type { CallName, Calls } from "../generated/calls";
import type { Changed, ChosenFile, FilePurpose, ProblemView } from "../generated/types";

/** What came of a call: a value, or a problem in the user's language. */
export type Outcome<Value> = { ok: true; value: Value } | { ok: false; problem: ProblemView };

/** The program around the window. */
export interface Host {
  /** Asks or changes something. Never throws: a problem is an outcome. */
  call<Name extends CallName>(
    name: Name,
    input: Calls[Name]["input"],
  ): Promise<Outcome<Calls[Name]["output"]>>;
  /** Hears about every change, whichever window made it. Returns how to stop. */
  onChanged(listener: (changed: Changed) => void): () => void;
  /** Lets the person choose a file. `null` when they chose none. */
  chooseFile(purpose: FilePurpose, suggested?: string): Promise<ChosenFile | null>;
  /** Lets the person choose files that exist, several at once. Empty when they chose none. */
  chooseFiles(purpose: FilePurpose): Promise<readonly ChosenFile[]>;
  /** Opens the room's window, or brings it to the front. */
  openRoom(): Promise<void>;
}

/** An outcome that holds a value. */
export function done<Value>(value: Value): Outcome<Value> {
  return { ok: true, value };
}

/** An outcome that holds a problem. */
export function refused<Value>(problem: ProblemView): Outcome<Value> {
  return { ok: false, problem };
}
