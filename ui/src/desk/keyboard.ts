/**
 * The keys that do something everywhere or on one page. Each is held together
 * with Alt or Ctrl (or is F1), so that none gets in the way of typing or of a
 * screen reader.
 */

/** A key and what must be held with it. */
interface Shortcut {
  /** The key by its place on the keyboard, as `KeyboardEvent.code`. */
  readonly code: string;
  readonly held: "alt" | "ctrl" | "none";
  /** How it is written on the page of keys. */
  readonly shown: readonly string[];
}

/** Every key of the window, in the order in which the page of keys lists them. */
export const shortcuts = {
  save_and_next: { code: "Enter", held: "ctrl", shown: ["Ctrl", "Enter"] },
  previous: { code: "PageUp", held: "alt", shown: ["Alt", "Page Up"] },
  skip: { code: "PageDown", held: "alt", shown: ["Alt", "Page Down"] },
  example: { code: "KeyE", held: "alt", shown: ["Alt", "E"] },
  first_step: { code: "KeyS", held: "alt", shown: ["Alt", "S"] },
  not_yet_known: { code: "KeyN", held: "alt", shown: ["Alt", "N"] },
  option_1: { code: "Digit1", held: "alt", shown: ["Alt", "1"] },
  option_2: { code: "Digit2", held: "alt", shown: ["Alt", "2"] },
  option_3: { code: "Digit3", held: "alt", shown: ["Alt", "3"] },
  option_4: { code: "Digit4", held: "alt", shown: ["Alt", "4"] },
  option_5: { code: "Digit5", held: "alt", shown: ["Alt", "5"] },
  glossary: { code: "KeyG", held: "alt", shown: ["Alt", "G"] },
  tasks: { code: "KeyT", held: "alt", shown: ["Alt", "T"] },
  results: { code: "KeyR", held: "alt", shown: ["Alt", "R"] },
  history: { code: "KeyH", held: "alt", shown: ["Alt", "H"] },
  dossier: { code: "KeyD", held: "alt", shown: ["Alt", "D"] },
  room: { code: "KeyP", held: "alt", shown: ["Alt", "P"] },
  blank_room: { code: "KeyB", held: "alt", shown: ["Alt", "B"] },
  larger: { code: "Equal", held: "ctrl", shown: ["Ctrl", "+"] },
  smaller: { code: "Minus", held: "ctrl", shown: ["Ctrl", "-"] },
  keys: { code: "F1", held: "none", shown: ["F1"] },
} as const satisfies Readonly<Record<string, Shortcut>>;

/** The name of a key of the window. */
export type ShortcutName = keyof typeof shortcuts;

/** What is known of a key that was pressed. */
export interface Pressed {
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** Which shortcut was pressed. Cmd counts as Ctrl. */
export function shortcutOf(pressed: Pressed): ShortcutName | null {
  const held = heldWith(pressed);
  for (const name of shortcutNames()) {
    const shortcut: Shortcut = shortcuts[name];
    if (shortcut.code === pressed.code && shortcut.held === held) return name;
  }
  return null;
}

/** Every name, in the order of the list. */
export function shortcutNames(): ShortcutName[] {
  return Object.keys(shortcuts).filter((name): name is ShortcutName => name in shortcuts);
}

function heldWith(pressed: Pressed): Shortcut["held"] | "other" {
  const ctrl = pressed.ctrlKey || pressed.metaKey;
  if (ctrl && pressed.altKey) return "other";
  if (ctrl) return "ctrl";
  if (pressed.altKey) return pressed.shiftKey ? "other" : "alt";
  return pressed.shiftKey ? "other" : "none";
}

/** Who wants to hear of which key; the last to come is asked first. */
export class Keyboard {
  readonly #handlers: { name: ShortcutName; act: () => void }[] = [];

  /** Does `act` when the key is pressed. Returns how to stop. */
  on(name: ShortcutName, act: () => void): () => void {
    const handler = { name, act };
    this.#handlers.unshift(handler);
    return () => {
      const at = this.#handlers.indexOf(handler);
      if (at >= 0) this.#handlers.splice(at, 1);
    };
  }

  /** Several at once. */
  onAll(acts: Partial<Record<ShortcutName, () => void>>): () => void {
    const stops = shortcutNames().flatMap((name) => {
      const act = acts[name];
      return act === undefined ? [] : [this.on(name, act)];
    });
    return () => stops.forEach((stop) => stop());
  }

  /** Takes a key that was pressed; says whether it did something. */
  press(pressed: Pressed): boolean {
    const name = shortcutOf(pressed);
    const handler = this.#handlers.find((candidate) => candidate.name === name);
    handler?.act();
    return handler !== undefined;
  }
}
