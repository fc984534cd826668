import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { Navigation } from "./navigation.svelte";

describe("going from place to place", () => {
  let navigation: Navigation;
  let stop: () => void;

  beforeEach(() => {
    window.history.replaceState(null, "", "#/dossier");
    navigation = new Navigation(window);
    stop = navigation.listen();
  });
  afterEach(() => stop());

  test("the address tells where to begin", () => {
    expect(navigation.current).toEqual({ page: "dossier" });
  });

  test("a link within the page is followed without leaving it", async () => {
    const link = document.createElement("a");
    link.href = "#/keys";
    document.body.append(link);
    link.click();
    await vi.waitFor(() => expect(navigation.current).toEqual({ page: "keys" }));
    expect(window.location.hash).toBe("#/keys");
  });

  test("a page that does not let go is not left", async () => {
    navigation.guardWith(() => Promise.resolve(false));
    expect(await navigation.go({ page: "keys" })).toBe(false);
    expect(navigation.current).toEqual({ page: "dossier" });
    expect(window.location.hash).toBe("#/dossier");
  });

  test("a page with several forms is left when all of them let go", async () => {
    const letsGo = vi.fn(() => Promise.resolve(true));
    const stop = navigation.guardWith(() => Promise.resolve(false));
    navigation.guardWith(letsGo);
    expect(await navigation.go({ page: "keys" })).toBe(false);
    stop();
    expect(await navigation.go({ page: "keys" })).toBe(true);
    expect(letsGo).toHaveBeenCalledTimes(1);
  });

  test("going back is asked too, and the address is put right when refused", async () => {
    await navigation.go({ page: "keys" });
    const asked = vi.fn(() => Promise.resolve(false));
    navigation.guardWith(asked);
    window.history.back();
    await vi.waitFor(() => expect(asked).toHaveBeenCalled());
    await vi.waitFor(() => expect(window.location.hash).toBe("#/keys"));
    expect(navigation.current).toEqual({ page: "keys" });
  });

  test("signing keeps the way back to the assessment, the dossier does not", async () => {
    await navigation.go({ page: "report", assessment: "a-1" });
    await navigation.go({ page: "sign" });
    expect(navigation.assessment).toBe("a-1");
    await navigation.go({ page: "dossier" });
    expect(navigation.assessment).toBeNull();
  });
});
