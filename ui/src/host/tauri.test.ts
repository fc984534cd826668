import { invoke } from "@tauri-apps/api/core";
import { listen, type EventCallback } from "@tauri-apps/api/event";
import { beforeEach, describe, expect, test, vi } from "vitest";

import type { Changed } from "../generated/types";
import { tauriHost } from "./tauri";

vi.mock("@tauri-apps/api/core", () => ({ invoke: vi.fn() }));
vi.mock("@tauri-apps/api/event", () => ({ listen: vi.fn() }));

describe("the desktop program as host", () => {
  beforeEach(() => void vi.clearAllMocks());

  test("each call is a command of its own, with its input as one argument", async () => {
    vi.mocked(invoke).mockResolvedValue({ saved_at: "14:32" });
    const outcome = await tauriHost().call("open_dossier", { file: "f-1" });
    expect(invoke).toHaveBeenCalledExactlyOnceWith("open_dossier", {
      input: { file: "f-1" },
    });
    expect(outcome).toEqual({ ok: true, value: { saved_at: "14:32" } });
  });

  test("a refusal is an outcome, not an exception", async () => {
    const problem = { code: "in-use", what: "Bezet", remedy: "Wacht", field: "file", details: [] };
    vi.mocked(invoke).mockRejectedValue(problem);
    expect(await tauriHost().call("open_dossier", { file: "f-1" })).toEqual({
      ok: false,
      problem,
    });
  });

  test("choosing a file sends what it is for and a name to suggest", async () => {
    vi.mocked(invoke).mockResolvedValue(null);
    expect(await tauriHost().chooseFile("report", "rapport.pdf")).toBeNull();
    expect(invoke).toHaveBeenCalledWith("choose_file", {
      purpose: "report",
      suggested: "rapport.pdf",
    });
    await tauriHost().chooseFile("evidence");
    expect(invoke).toHaveBeenLastCalledWith("choose_file", {
      purpose: "evidence",
      suggested: null,
    });
  });

  test("several files are chosen at once", async () => {
    const files = [{ handle: "f-1", name: "een.dossier", folder: "Documenten" }];
    vi.mocked(invoke).mockResolvedValue(files);
    expect(await tauriHost().chooseFiles("received_dossier")).toEqual(files);
    expect(invoke).toHaveBeenCalledExactlyOnceWith("choose_files", {
      purpose: "received_dossier",
    });
  });

  test("every change is heard until one stops listening", async () => {
    const changed: Changed = {
      saved_at: "14:32",
      events: 1,
      topics: [],
      subject: null,
      notice: null,
    };
    const unlisten = vi.fn();
    let tell: EventCallback<Changed> = () => undefined;
    vi.mocked(listen<Changed>).mockImplementation((_, heard) => {
      tell = heard;
      return Promise.resolve(unlisten);
    });
    const heard = vi.fn();
    const stop = tauriHost().onChanged(heard);
    tell({ event: "changed", id: 1, payload: changed });
    expect(listen).toHaveBeenCalledWith("changed", expect.any(Function));
    expect(heard).toHaveBeenCalledExactlyOnceWith(changed);
    stop();
    await vi.waitFor(() => expect(unlisten).toHaveBeenCalled());
  });
});
