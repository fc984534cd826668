import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import App from "../src/App.svelte";
import type { ProblemView } from "../src/generated/types";
import { memoryHost, type MemoryHost } from "../src/host/memory";

const question = "#/assessments/assessment-example/questions/";
const full: ProblemView = {
  code: "disk-full",
  what: "De schijf is vol.",
  remedy: "Maak ruimte vrij en sla opnieuw op.",
  field: null,
  details: [],
};

describe("the window", () => {
  const user = userEvent.setup();
  let host: MemoryHost;

  beforeEach(() => {
    host = memoryHost();
    window.history.replaceState(null, "", "#/");
  });
  afterEach(() => cleanup());

  async function openAt(address: string) {
    await host.call("open_example", {});
    window.history.replaceState(null, "", address);
    render(App, { host });
    await screen.findByRole("heading", { level: 1 });
  }

  const saved = () =>
    host.call("question_page", { assessment: "assessment-example", question: "HUM-01" });

  test("starts in Dutch, says that nothing leaves the machine, and switches to English", async () => {
    render(App, { host });
    await screen.findByRole("heading", { level: 1, name: /Is uw AI in klantcontact verantwoord/ });
    screen.getByText(/maakt nooit verbinding met internet/);
    await user.click(screen.getByRole("button", { name: "English" }));
    await screen.findByRole("heading", { level: 1, name: /Can you account for your AI/ });
    expect(document.documentElement.lang).toBe("en");
  });

  test("opens at the dossier when one is open already", async () => {
    await openAt("#/");
    await screen.findByRole("heading", { level: 1, name: "Voorbeeld Webwinkel B.V." });
  });

  test("what nobody caught is said, not swallowed", async () => {
    await openAt("#/verify");
    const reason = new Error("no portal");
    window.dispatchEvent(Object.assign(new Event("unhandledrejection"), { reason }));
    await screen.findByText("no portal");
  });

  test("larger text is a matter of one attribute", async () => {
    render(App, { host });
    await user.click(await screen.findByRole("button", { name: /200/ }));
    expect(document.documentElement.dataset["textSize"]).toBe("200");
  });

  test("a new dossier without a name is refused with the same words on top and at the field", async () => {
    render(App, { host });
    await user.click(await screen.findByRole("link", { name: "Nieuw dossier maken" }));
    await user.click(await screen.findByRole("button", { name: /dossier maken/ }));
    const summary = await screen.findByRole("region", { name: "Dit ging niet" });
    expect(document.activeElement).toBe(summary);
    const field = screen.getByRole("textbox", { name: "Naam van de organisatie" });
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(screen.getAllByText("Vul een naam in.")).toHaveLength(2);
    await user.click(within(summary).getByRole("link"));
    expect(document.activeElement).toBe(field);
  });

  test("focus goes to the heading and the title follows the page", async () => {
    await openAt("#/dossier");
    await user.click(screen.getByRole("link", { name: "Controleren" }));
    const heading = await screen.findByRole("heading", { level: 1, name: "Rapport controleren" });
    expect(document.activeElement).toBe(heading);
    expect(document.title).toBe("Rapport controleren – Verantwoord");
  });

  test("an answer with Dutch letters is saved and said so", async () => {
    await openAt(`${question}HUM-01`);
    await user.click(screen.getByRole("radio", { name: "Deels" }));
    await user.type(
      screen.getByRole("textbox", { name: /Overweging/ }),
      "Coördinatie één keer per week",
    );
    await user.tab();
    await screen.findByText("Opgeslagen om 14:32");
    const outcome = await saved();
    expect(outcome.ok && outcome.value.answer).toMatchObject({
      value: { kind: "choice", option: "partly" },
      because: "Coördinatie één keer per week",
    });
  });

  test("not applicable on a legal point asks for reason and name, and keeps what was typed", async () => {
    await openAt(`${question}HUM-01`);
    await user.click(screen.getByRole("radio", { name: "Niet van toepassing" }));
    await user.type(screen.getByRole("combobox", { name: /Wie vindt dat/ }), "Idris Bakker");
    await user.click(screen.getByRole("button", { name: "Opslaan en verder" }));
    const summary = await screen.findByRole("region", { name: "Dit ging niet" });
    within(summary).getByRole("link", { name: "Schrijf waarom dit niet van toepassing is." });
    expect(screen.getByRole<HTMLInputElement>("combobox", { name: /Wie vindt dat/ }).value).toBe(
      "Idris Bakker",
    );
    expect(window.location.hash).toBe(`${question}HUM-01`);
    await user.click(screen.getByRole("button", { name: /Toch weggaan/ }));
    await waitFor(() => expect(window.location.hash).not.toBe(`${question}HUM-01`));
    const outcome = await saved();
    expect(outcome.ok && outcome.value.answer).toBeNull();
  });

  test("when saving fails the words stay and the page says what to do", async () => {
    await openAt(`${question}HUM-01`);
    host.failWith(full);
    await user.click(screen.getByRole("radio", { name: "Nee" }));
    const because = screen.getByRole<HTMLTextAreaElement>("textbox", { name: /Overweging/ });
    await user.type(because, "Dit mag niet weg");
    await user.tab();
    await screen.findByText(/Niet opgeslagen. De schijf is vol./);
    screen.getByText("Maak ruimte vrij en sla opnieuw op.");
    expect(because.value).toBe("Dit mag niet weg");
    host.failWith(null);
    await user.click(screen.getByRole("button", { name: "Opnieuw opslaan" }));
    await screen.findByText("Opgeslagen om 14:32");
  });

  test("a question can be answered and left by keyboard only", async () => {
    await openAt(`${question}PUR-04`);
    await user.keyboard("{Alt>}[Digit4]{/Alt}");
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /Het gebeurt/ }).checked).toBe(true);
    await user.keyboard("{Alt>}[KeyE]{/Alt}");
    expect(screen.getByText(/De Bonte Deur/).closest("details")?.open).toBe(true);
    await user.keyboard("{Control>}[Enter]{/Control}");
    await waitFor(() => expect(window.location.hash).toBe(`${question}PUR-05`));
    const outcome = await host.call("question_page", {
      assessment: "assessment-example",
      question: "PUR-04",
    });
    expect(outcome.ok && outcome.value.answer?.value).toEqual({ kind: "choice", option: "3" });
  });

  test("passphrases that differ are refused before a file is made", async () => {
    await openAt("#/identity");
    await user.type(screen.getByLabelText("Uw naam"), "Noor de Vries");
    await user.type(screen.getByLabelText("Wachtwoordzin"), "vier losse woorden hier");
    await user.type(screen.getByLabelText("Wachtwoordzin nog een keer"), "iets heel anders");
    await user.click(screen.getByRole("button", { name: /identiteit maken/ }));
    expect(await screen.findAllByText("De twee wachtwoordzinnen zijn niet gelijk.")).toHaveLength(
      2,
    );
    expect(screen.getByLabelText<HTMLInputElement>("Wachtwoordzin").value).toBe(
      "vier losse woorden hier",
    );
  });

  test("signing without a position names every gap at once", async () => {
    await openAt("#/sign");
    await user.click(screen.getByRole("button", { name: /Kies een bestand/ }));
    await user.click(await screen.findByRole("button", { name: /Ondertekenen en plaats kiezen/ }));
    const summary = await screen.findByRole("region", { name: "Dit ging niet" });
    expect(within(summary).getAllByRole("link")).toHaveLength(3);
  });
});
