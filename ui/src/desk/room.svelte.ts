/**
 * What the room sees of the page that the facilitator is at. The room's window
 * asks for it by itself; here it is said what that is, letter by letter.
 */
import type { ShowInRoom } from "../generated/types";
import type { Host } from "../host/interface";
import type { Announcer } from "./announcer.svelte";

/** Shows the room what the calling component is about, and keeps up with it. */
export function showInRoom(host: Host, what: () => ShowInRoom): void {
  let next: ShowInRoom | null = null;
  let busy = false;

  /** One at a time: of what is typed meanwhile, only the last is worth showing. */
  async function show(): Promise<void> {
    busy = true;
    while (next !== null) {
      const input = next;
      next = null;
      await host.call("show_in_room", input);
    }
    busy = false;
  }

  $effect(() => {
    next = $state.snapshot(what());
    if (!busy) void show();
  });
}

/** Makes the room's screen dark or light again, and says which. */
export async function blankRoom(host: Host, announcer: Announcer): Promise<string | null> {
  const outcome = await host.call("blank_room", {});
  const told = outcome.ok ? outcome.value.notice : outcome.problem.what;
  if (told !== null) announcer.say(told);
  return told;
}
