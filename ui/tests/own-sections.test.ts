/** Sections of one's own in the report, as somebody adds and removes them at the screen. */
import { cleanup, render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import App from "../src/App.svelte";
import { memoryHost, type MemoryHost } from "../src/host/memory";

const user = userEvent.setup({ delay: null });
let host: MemoryHost;

beforeEach(async () => {
  host = memoryHost();
  await host.call("open_example", {});
  window.location.hash = "#/dossier/report-style";
  render(App, { host });
  await screen.findByRole("heading", { name: "Eigen onderdelen" });
});
afterEach(() => cleanup());

const own = () => within(screen.getByRole("region", { name: "Eigen onderdelen" }));
const place = () => own().getByRole("combobox", { name: "Plaats in het rapport" });
const add = () => user.click(own().getByRole("button", { name: "Sjabloon kiezen en toevoegen" }));

test("a section is added in its place, shown in words, and removed", async () => {
  const call = vi.spyOn(host, "call");
  await user.selectOptions(place(), "Methode en grenzen: erna");
  await add();
  const remove = await own().findByRole("button", { name: "Weghalen: Methode en grenzen: erna" });
  expect(call).toHaveBeenCalledWith(
    "keep_own_section",
    expect.objectContaining({ place: "after-method" }),
  );
  expect(place()).toHaveProperty("value", "");
  await user.click(remove);
  await vi.waitFor(() =>
    expect(own().queryByRole("button", { name: /Methode en grenzen/ })).toBeNull(),
  );
  own().getByRole("button", { name: "Weghalen: Wie heeft beoordeeld: erna" });
});

test("without a place no file is asked for, and it is said what is missing", async () => {
  const chosen = vi.spyOn(host, "chooseFile");
  await add();
  own().getByRole("link", { name: "Kies waar het onderdeel in het rapport komt." });
  expect(chosen).not.toHaveBeenCalled();
});

test("a template that cannot be used is told, and nothing is added", async () => {
  vi.spyOn(host, "chooseFile").mockImplementation((purpose) =>
    memoryHost().chooseFile(purpose, "kapot.txt"),
  );
  await user.selectOptions(place(), "Methode en grenzen: erna");
  await add();
  await own().findAllByText("Dit sjabloon is niet bruikbaar.");
  own().getByRole("link", { name: "Dit sjabloon is niet bruikbaar." });
  expect(own().queryByRole("button", { name: /Methode en grenzen/ })).toBeNull();
});
