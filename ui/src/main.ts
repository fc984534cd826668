/** Starts the window with the host it finds itself in. */
import { mount } from "svelte";

import App from "./App.svelte";
import type { Host } from "./host/interface";
import "./styles/index.css";

/**
 * The desktop program when it is there. Elsewhere, and never in the build that is
 * shipped, a host in memory takes its place.
 */
async function hostAround(): Promise<Host | null> {
  if ("__TAURI_INTERNALS__" in window) {
    const { tauriHost } = await import("./host/tauri");
    return tauriHost();
  }
  if (import.meta.env.MODE !== "production") {
    const { memoryHost } = await import("./host/memory");
    return memoryHost();
  }
  return null;
}

const target = document.getElementById("app");
const host = await hostAround();
if (target !== null && host !== null) mount(App, { target, props: { host } });
