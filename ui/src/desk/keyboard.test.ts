import { describe, expect, test, vi } from "vitest";

import { Keyboard, shortcutNames, shortcutOf, shortcuts } from "./keyboard";

const plain = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

describe("the keys", () => {
  test("no two do the same", () => {
    const pressed = shortcutNames().map(
      (name) => `${shortcuts[name].held} ${shortcuts[name].code}`,
    );
    expect(new Set(pressed).size).toBe(pressed.length);
  });

  test("none of them is a bare letter, so that typing stays typing", () => {
    const bare = shortcutNames().filter((name) => shortcuts[name].held === "none");
    expect(bare).toEqual(["keys"]);
    expect(shortcutOf({ ...plain, code: "KeyE" })).toBeNull();
    expect(shortcutOf({ ...plain, shiftKey: true, code: "KeyE" })).toBeNull();
  });

  test("Cmd is as good as Ctrl, and AltGr is neither", () => {
    expect(shortcutOf({ ...plain, metaKey: true, code: "Enter" })).toBe("save_and_next");
    expect(shortcutOf({ ...plain, ctrlKey: true, altKey: true, code: "KeyE" })).toBeNull();
  });

  test("the page that came last is asked first, and is forgotten when it goes", () => {
    const keyboard = new Keyboard();
    const frame = vi.fn();
    const page = vi.fn();
    keyboard.on("example", frame);
    const stop = keyboard.on("example", page);
    expect(keyboard.press({ ...plain, altKey: true, code: "KeyE" })).toBe(true);
    stop();
    keyboard.press({ ...plain, altKey: true, code: "KeyE" });
    expect([frame.mock.calls.length, page.mock.calls.length]).toEqual([1, 1]);
    expect(keyboard.press({ ...plain, altKey: true, code: "KeyS" })).toBe(false);
  });
});
