/**
 * The desktop program as host. The only file that knows Tauri: it passes calls
 * on and decides nothing.
 */
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";

import type { CallName, Calls } from "../generated/calls";
import type { Changed, ChosenFile } from "../generated/types";
import { done, refused, type Host } from "./interface";
import { problemFrom } from "./problem";

/** The desktop program. */
export function tauriHost(): Host {
  return {
    async call(name, input) {
      return await ask(name, input);
    },
    onChanged(listener) {
      const listening = listen<Changed>("changed", (event) => listener(event.payload));
      return () => void listening.then((stop) => stop());
    },
    async chooseFile(purpose, suggested) {
      return await invoke<ChosenFile | null>("choose_file", {
        purpose,
        suggested: suggested ?? null,
      });
    },
    async chooseFiles(purpose) {
      return await invoke<readonly ChosenFile[]>("choose_files", { purpose });
    },
    async openRoom() {
      await invoke("open_room");
    },
  };
}

async function ask<Name extends CallName>(name: Name, input: Calls[Name]["input"]) {
  try {
    return done(await invoke<Calls[Name]["output"]>(name, { input }));
  } catch (thrown) {
    return refused<Calls[Name]["output"]>(problemFrom(thrown));
  }
}
