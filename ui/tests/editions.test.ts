/** Choosing what a public edition leaves out, as somebody does it who sits at the screen. */
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
  window.location.hash = "#/assessments/assessment-example/report";
  render(App, { host });
  await screen.findByRole("heading", { name: "Andere edities en vormen" });
});
afterEach(() => cleanup());

const questions = () => screen.getByRole("textbox", { name: "Vragen die u weglaat" });
const make = () => user.click(screen.getByRole("button", { name: /^Plaats kiezen en editie/ }));
const tick = (name: RegExp) => user.click(screen.getByRole("checkbox", { name }));

test("what is ticked and named is what the program is told to leave out", async () => {
  const call = vi.spyOn(host, "call");
  await tick(/^Contactgegevens/);
  await tick(/^Overwegingen/);
  await user.type(questions(), "hum-01, PUR-04");
  await make();
  await screen.findByText("De editie is gemaakt");
  const withhold = "names,evidence,considerations,question:HUM-01,question:PUR-04";
  expect(call).toHaveBeenCalledWith("make_edition", expect.objectContaining({ withhold }));
});

test("where a name is left is said, until its question is left out as well", async () => {
  await make();
  await screen.findByText(/^Op één plaats staat in lopende tekst nog een naam/);
  await user.type(questions(), "HUM-01");
  await make();
  await vi.waitFor(() => expect(screen.queryByText(/^Op één plaats staat/)).toBeNull());
});

test("a question that is not there is refused at the field", async () => {
  await user.type(questions(), "HUM-99");
  await make();
  await screen.findByRole("region", { name: "Dit ging niet" });
  expect(questions().getAttribute("aria-invalid")).toBe("true");
});

test("a public edition that leaves nothing out is not asked for, nor looked at", async () => {
  const call = vi.spyOn(host, "call");
  for (const name of [/^Namen/, /^Bestandsnamen/, /^Contactgegevens/]) await tick(name);
  await make();
  const summary = await screen.findByRole("region", { name: "Dit ging niet" });
  within(summary).getByRole("link", { name: /^Kies wat u weglaat/ });
  await user.click(screen.getByRole("button", { name: "De pdf eerst bekijken" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  for (const name of ["make_edition", "report_preview"])
    expect(call).not.toHaveBeenCalledWith(name, expect.anything());
});

test("another edition has nothing to choose", async () => {
  const call = vi.spyOn(host, "call");
  await user.click(screen.getByRole("radio", { name: /^Volledige editie/ }));
  expect(screen.queryByRole("textbox", { name: "Vragen die u weglaat" })).toBeNull();
  await make();
  await screen.findByText("De editie is gemaakt");
  expect(call).toHaveBeenCalledWith("make_edition", expect.objectContaining({ withhold: null }));
});
