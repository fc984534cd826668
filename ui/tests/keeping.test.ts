import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import App from "../src/App.svelte";
import { memoryHost, type MemoryHost } from "../src/host/memory";

const assessment = "assessment-example";
const passphrase = "vier losse woorden hier";

describe("keeping a dossier", () => {
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

  async function answered(question: string) {
    const outcome = await host.call("question_page", { assessment, question });
    return outcome.ok ? outcome.value : null;
  }

  test("undoing asks first, says no harm done after no, and brings back what held before", async () => {
    await openAt("#/history");
    const [undo] = await screen.findAllByRole("button", { name: /^Ongedaan maken/ });
    await user.click(undo ?? document.body);
    await user.click(screen.getByRole("button", { name: "Nee, toch niet" }));
    expect((await answered("PUR-04"))?.answer?.value).toEqual({ kind: "choice", option: "2" });
    const [again] = screen.getAllByRole("button", { name: /^Ongedaan maken/ });
    expect(document.activeElement).toBe(again);
    await user.click(again ?? document.body);
    await user.click(screen.getByRole("button", { name: "Ongedaan maken" }));
    await screen.findByText(/^Ongedaan gemaakt op/);
    expect((await answered("PUR-04"))?.answer?.value).toEqual({ kind: "choice", option: "1" });
  });

  test("a step that would change nothing is not undone, and it is said why", async () => {
    await openAt("#/history");
    const [...undo] = await screen.findAllByRole("button", { name: /^Ongedaan maken/ });
    await user.click(undo.at(-1) ?? document.body);
    const why = await screen.findAllByText(/^Dit ongedaan maken verandert nu niets/);
    expect(why[0]?.closest("li")?.contains(undo.at(-1) ?? null)).toBe(true);
    expect(screen.queryByRole("button", { name: "Nee, toch niet" })).toBeNull();
  });

  test("the history is looked through by author and by part of the work", async () => {
    await openAt("#/history");
    await screen.findByText(/^1 tot en met 4 van 4/);
    await user.selectOptions(screen.getByRole("combobox", { name: "Van wie" }), "Idris Bakker");
    await screen.findByText(/^1 tot en met 1 van 1/);
    const area = screen.getByRole("combobox", { name: "Wat voor wijziging" });
    await user.selectOptions(area, "Organisatie en AI-toepassingen");
    await screen.findByText(/van 0/);
  });

  test("a backup that was brought back is opened from where one is", async () => {
    await openAt("#/backups");
    await user.click(await screen.findByRole("button", { name: /^Terughalen/ }));
    await user.click(await screen.findByRole("button", { name: /teruggehaald.* openen$/ }));
    await screen.findByRole("heading", { level: 1, name: "Voorbeeld Webwinkel B.V." });
  });

  test("after a switch of language nothing is told in the other one, and a problem says in which it is", async () => {
    await openAt("#/backups");
    await user.click(await screen.findByRole("button", { name: "Nu een reservekopie maken" }));
    await screen.findByText("De reservekopie is gemaakt.", { selector: "main *" });
    await user.click(screen.getByRole("button", { name: "English" }));
    await screen.findByRole("heading", { level: 1, name: "Backups" });
    expect(screen.queryByText("De reservekopie is gemaakt.", { selector: "main *" })).toBeNull();

    cleanup();
    await openAt("#/dossier/together");
    await user.click(await screen.findByRole("button", { name: "Merge" }));
    const problem = await screen.findByRole("region", { name: "This did not work" });
    await user.click(screen.getByRole("button", { name: "Nederlands" }));
    expect(problem.querySelector("[lang]")?.getAttribute("lang")).toBe("en");
  });

  test("a merge shows both versions and leads to a decision that ends the conflict", async () => {
    await openAt("#/dossier/together");
    await user.click(screen.getByRole("button", { name: "Samenvoegen" }));
    const summary = await screen.findByRole("region", { name: "Dit ging niet" });
    within(summary).getByRole("link", { name: "Kies eerst een bestand dat u terugkreeg." });
    await user.click(screen.getByRole("button", { name: /^Bestanden kiezen/ }));
    await user.click(await screen.findByRole("button", { name: "Samenvoegen" }));
    const done = await screen.findByRole("region", { name: "Samengevoegd" });
    expect(document.activeElement).toBe(done);
    within(done).getByText("Opgeschreven en vastgesteld");
    within(done).getByText("Het gebeurt, en u kunt het laten zien");
    await user.click(within(done).getByRole("link", { name: /^Samen beslissen/ }));
    const [, theirs] = await screen.findAllByRole("button", { name: /^Met dit antwoord verder/ });
    await user.click(theirs ?? document.body);
    await user.click(screen.getByRole("button", { name: "Opslaan en verder" }));
    await waitFor(async () => expect((await answered("PUR-04"))?.conflict).toEqual([]));
    expect((await answered("PUR-04"))?.answer?.value).toEqual({ kind: "choice", option: "3" });
  });

  test("who has a copy is shown, until it comes back or is given up with a reason", async () => {
    await openAt("#/dossier/together");
    const region = await screen.findByRole("region", { name: "Wie heeft een kopie" });
    within(region).getByText("Idris Bakker");
    within(region).getByText("nog niet terug");
    await user.click(screen.getByRole("button", { name: "Plaats kiezen en kopie maken" }));
    await within(region).findByText("Kopie zonder naam");
    const [give] = within(region).getAllByRole("button", { name: /^Komt niet terug/ });
    await user.click(give ?? document.body);
    await user.type(screen.getByRole("textbox", { name: /^Waarom/ }), "De laptop is kwijt.");
    await user.click(screen.getByRole("button", { name: "Komt niet terug" }));
    await within(region).findByText(/De laptop is kwijt\.$/);
    await user.click(screen.getByRole("button", { name: /^Bestanden kiezen/ }));
    await user.click(await screen.findByRole("button", { name: "Samenvoegen" }));
    const done = await screen.findByRole("region", { name: "Samengevoegd" });
    within(done).getByText("De kopie van Idris Bakker is terug.");
  });

  test("nothing is erased before what, why and a last yes", async () => {
    await openAt("#/dossier/erase");
    await user.click(await screen.findByRole("link", { name: "Idris Bakker" }));
    await user.click(await screen.findByRole("button", { name: "Wissen…" }));
    await user.click(screen.getByRole("button", { name: /^Ja, wis/ }));
    expect(await screen.findAllByText("Schrijf de reden op.")).toHaveLength(2);
    await user.type(
      screen.getByRole("textbox", { name: "Waarom wordt dit gewist?" }),
      "Op verzoek",
    );
    await user.click(screen.getByRole("button", { name: "Wissen…" }));
    await user.click(screen.getByRole("button", { name: /^Ja, wis/ }));
    await screen.findByRole("heading", { name: /zijn gewist$/ });
    const outcome = await host.call("care_page", {});
    expect(outcome.ok && outcome.value.erased.map(({ reason }) => reason)).toEqual(["Op verzoek"]);
  });

  test("a dossier is only destroyed under its own name", async () => {
    await openAt("#/dossier/destroy");
    const name = screen.getByRole("textbox", { name: "Typ de naam van de organisatie" });
    await user.type(name, "Een andere naam");
    await user.click(screen.getByRole("button", { name: /en vernietigen$/ }));
    await screen.findAllByText("Dit is niet de naam van de organisatie.");
    await user.clear(name);
    await user.type(name, "Voorbeeld Webwinkel B.V.");
    await user.click(screen.getByRole("button", { name: /en vernietigen$/ }));
    await screen.findByRole("region", { name: "Het dossier is vernietigd" });
    const outcome = await host.call("dossier_page", {});
    expect(outcome.ok).toBe(false);
  });

  test("what is still sound in a damaged dossier is rescued into a new one and opened", async () => {
    render(App, { host });
    await user.click(await screen.findByRole("button", { name: "Voorbeeld Energie B.V." }));
    await user.click(await screen.findByRole("button", { name: /redden wat gaaf is$/ }));
    await user.click(await screen.findByRole("button", { name: "Het nieuwe dossier openen" }));
    await screen.findByRole("heading", { level: 1, name: "Voorbeeld Webwinkel B.V." });
  });

  test("a destruction that was cut off is finished, also when its certificate is elsewhere", async () => {
    render(App, { host });
    await user.click(await screen.findByRole("button", { name: "Voorbeeld Bank N.V." }));
    await user.click(await screen.findByRole("button", { name: "Vernietiging afmaken" }));
    await screen.findAllByText(/staat niet meer waar het stond/);
    await user.click(await screen.findByRole("button", { name: /kiezen en afmaken$/ }));
    await screen.findByRole("region", { name: "Het dossier is vernietigd" });
    expect(screen.queryByRole("button", { name: "Voorbeeld Bank N.V." })).toBeNull();
  });

  test("the recovery code does not go away before it was typed from paper", async () => {
    await openAt("#/dossier/encryption");
    await user.type(screen.getByLabelText("Wachtwoordzin"), passphrase);
    await user.type(screen.getByLabelText("Wachtwoordzin nog een keer"), passphrase);
    await screen.findByText(/^Geschatte sterkte: /);
    await user.click(screen.getByRole("button", { name: "Dossier versleutelen" }));
    const region = await screen.findByRole("region", { name: "Schrijf nu uw herstelcode op" });
    const code = within(region).getByText(/^K7QD/).textContent;
    await user.click(screen.getByRole("link", { name: "Controleren" }));
    await screen.findAllByText(/^U heeft nog niet laten zien/);
    const field = screen.getByRole("textbox", { name: /^Typ de laatste vier tekens/ });
    await user.type(field, code.slice(-4).toLowerCase());
    await user.click(screen.getByRole("button", { name: "Ik heb de code opgeschreven" }));
    await screen.findAllByText(/^Klaar/);
    expect(screen.queryByText(code)).toBeNull();
  });

  test("an encrypted dossier asks, refuses what does not fit, and opens", async () => {
    render(App, { host });
    await user.click(await screen.findByRole("button", { name: "Voorbeeld Gemeente" }));
    const field = await screen.findByLabelText("Wachtwoordzin of herstelcode");
    expect(screen.queryByRole("region", { name: "Dit ging niet" })).toBeNull();
    await user.type(field, "iets anders");
    await user.click(screen.getByRole("button", { name: "Openen" }));
    await screen.findByRole("region", { name: "Dit ging niet" });
    await user.type(screen.getByLabelText("Wachtwoordzin of herstelcode"), passphrase);
    await user.click(screen.getByRole("button", { name: "Openen" }));
    await screen.findByRole("heading", { level: 1, name: "Voorbeeld Webwinkel B.V." });
  });
});
