/**
 * A host that lives in memory: for tests and for work on the pages. It knows a
 * small made-up questionnaire and judges nothing for real.
 */
import { kinds, type CallName, type Calls } from "../../generated/calls";
import type { Changed, ChosenFile, FilePurpose, ProblemView, Topic } from "../../generated/types";
import { done, refused, type Host } from "../interface";
import { problemFrom } from "../problem";
import { answersFrom } from "./calls";
import { lay } from "./opening";
import { Refusal, State } from "./state";

const names: Readonly<Record<FilePurpose, string>> = {
  open_dossier: "voorbeeld.dossier",
  new_dossier: "nieuw.verantwoord",
  evidence: "Wachttijden oktober – café.pdf",
  evidence_copy: "kopie.pdf",
  report: "rapport.pdf",
  report_form: "rapport.html",
  logo: "logo.svg",
  template: "voorwoord.html",
  open_report: "rapport.pdf",
  signed_report: "rapport-ondertekend.pdf",
  open_identity: "noor.p12",
  new_identity: "identiteit.p12",
  token_library: "opensc-pkcs11.so",
  timestamp_request: "tijdstempel.tsq",
  timestamp_answer: "tijdstempel.tsr",
  validation: "uitgever.crl",
  certificate: "noor.pem",
  hand_out_copy: "kopie.dossier",
  received_dossier: "Dossier Voorbeeld Webwinkel B.V. – kopie Idris.dossier",
  export: "voorbeeld.json",
  open_export: "voorbeeld.json",
  destruction_certificate: "bewijs van vernietiging.txt",
};

const forRoom: ReadonlySet<CallName> = new Set(["show_in_room", "blank_room"]);
const room: Topic[] = [{ kind: "room" }];

/** A host in memory, with a way to make its next changes fail. */
export interface MemoryHost extends Host {
  /** Refuses every change from now on with this problem; `null` lets them pass again. */
  failWith(problem: ProblemView | null): void;
}

/** A fresh host in memory. */
export function memoryHost(): MemoryHost {
  const state = new State();
  lay(state);
  const answers = answersFrom(state);
  const listeners = new Set<(changed: Changed) => void>();

  function answer<Name extends CallName>(
    name: Name,
    input: Calls[Name]["input"],
  ): Calls[Name]["output"] {
    if (kinds[name] === "change" && state.failing !== null) throw new Refusal(state.failing);
    return answers[name]?.(input) ?? state.unknown();
  }

  function chosen(name: string): ChosenFile {
    const file = { handle: state.fresh("file"), name, folder: "Documenten" };
    state.files.set(file.handle, file);
    return file;
  }

  return {
    call(name, input) {
      try {
        const value = answer(name, input);
        if (kinds[name] === "change") tell(listeners, state.changed(forRoom.has(name) ? room : []));
        return Promise.resolve(done(value));
      } catch (thrown) {
        const problem = thrown instanceof Refusal ? thrown.problem : problemFrom(thrown);
        return Promise.resolve(refused(problem));
      }
    },
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    chooseFile(purpose, suggested): Promise<ChosenFile> {
      return Promise.resolve(chosen(suggested ?? names[purpose]));
    },
    chooseFiles(purpose): Promise<readonly ChosenFile[]> {
      const name = names[purpose];
      const other = name.replace(/(?=\.\w+$)/, " (2)");
      return Promise.resolve([chosen(name), chosen(other)]);
    },
    openRoom() {
      return Promise.resolve();
    },
    failWith(problem) {
      state.failing = problem;
    },
  };
}

function tell(listeners: ReadonlySet<(changed: Changed) => void>, changed: Changed): void {
  for (const listener of listeners) listener(changed);
}
