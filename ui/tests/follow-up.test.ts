/** What follows from the answers, as somebody does it who sits at the screen. */
import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import App from "../src/App.svelte";
import { memoryHost, type MemoryHost } from "../src/host/memory";

const assessment = "assessment-example";
const user = userEvent.setup({ delay: null });
let host: MemoryHost;

beforeEach(() => {
  window.location.hash = "";
  host = memoryHost();
});
afterEach(() => cleanup());

async function openAt(address: string): Promise<void> {
  await host.call("open_example", {});
  window.location.hash = address;
  render(App, { host });
  await screen.findByRole("heading", { level: 1 });
}

async function findings() {
  const outcome = await host.call("findings_page", { assessment });
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome.value;
}

const press = async (name: string | RegExp, place = 0) => {
  const [...buttons] = await screen.findAllByRole("button", { name });
  await user.click(buttons.at(place) ?? document.body);
};

describe("findings and risks", () => {
  beforeEach(() => openAt(`#/assessments/${assessment}/findings`));

  test("a proposal becomes a finding in the committee's own words", async () => {
    await press(/^Overnemen/);
    const text = screen.getByRole("textbox", { name: "Wat is er aan de hand?" });
    await user.clear(text);
    await user.type(text, "Wie belt, begint opnieuw.");
    await user.click(screen.getByRole("button", { name: "Opslaan" }));
    await screen.findByRole("article", { name: "Bevinding 3" });
    const { proposals, findings: found } = await findings();
    expect(found.at(-1)?.form).toEqual({
      text: "Wie belt, begint opnieuw.",
      questions: ["HUM-02"],
      proposal: { cause: "legal_gap", question: "HUM-02" },
    });
    expect(proposals.map(({ proposal }) => proposal.question)).toEqual(["PUR-05"]);
    await waitFor(() => expect(document.activeElement?.id).toBe("proposals-title"));
  });

  test("a proposal is dismissed with a reason, and comes back when that is undone", async () => {
    await press(/^Afwijzen/);
    await user.click(screen.getByRole("button", { name: "Afwijzen" }));
    await screen.findAllByText("Hier is niets ingevuld.");
    await user.type(screen.getByRole("textbox", { name: /^Waarom is dit/ }), "Al geregeld.");
    await user.click(screen.getByRole("button", { name: "Afwijzen" }));
    await user.click(await screen.findByText("1 afgewezen voorstel"));
    screen.getByText("Al geregeld.");
    await press(/^Toch weer voorstellen/);
    await waitFor(async () => expect((await findings()).proposals).toHaveLength(2));
  });

  test("a finding rests on questions that are picked and dropped again", async () => {
    await press("Eigen bevinding vastleggen");
    await user.type(screen.getByRole("textbox", { name: "Wat is er aan de hand?" }), "Iets.");
    const next = screen.getByRole("combobox", { name: "Vraag toevoegen" });
    for (const question of ["HUM-01", "PUR-05"]) {
      await user.selectOptions(next, question);
      await press(/^Toevoegen/);
    }
    expect(document.activeElement).toBe(next);
    await press(/^Weghalen\s?: HUM-01/);
    await user.click(screen.getByRole("button", { name: "Opslaan" }));
    await screen.findByRole("article", { name: "Bevinding 3" });
    expect((await findings()).findings.at(-1)?.form.questions).toEqual(["PUR-05"]);
  });

  test("half a rating is refused where it is chosen, and a whole one stands in the matrix", async () => {
    await press("Risico vastleggen");
    await user.type(screen.getByRole("textbox", { name: "Wat kan er misgaan?" }), "Verwisseling.");
    const now = screen.getByRole("group", { name: "Hoe ernstig is het nu?" });
    await user.selectOptions(within(now).getByRole("combobox", { name: "Kans" }), "5");
    await user.click(screen.getByRole("button", { name: "Opslaan" }));
    await within(now).findByText("0 is geen cijfer voor kans of gevolg.");
    await user.selectOptions(within(now).getByRole("combobox", { name: "Gevolg" }), "1");
    await user.click(screen.getByRole("button", { name: "Opslaan" }));
    const before = screen.getByRole("table", { name: "Zoals het nu is" });
    const row = within(before).getByRole("row", { name: /^5 zeer groot/ });
    const [first] = within(row).getAllByRole("cell");
    const risk = within(first ?? document.body).getByRole("button", { name: /^R4/ });
    await user.click(risk);
    expect(document.activeElement?.textContent).toContain("Verwisseling.");
    screen.getByText("Nog niet ingeschat met de maatregelen: R2, R4.");
  });

  test("a dissent on a finding stands below it", async () => {
    await press("Standpunt vastleggen");
    const form = screen.getByRole("form", { name: "Standpunt vastleggen" });
    await user.selectOptions(within(form).getByRole("combobox"), "Zoë Çelik");
    await user.click(within(form).getByRole("radio", { name: "Niet akkoord" }));
    await user.type(within(form).getByRole("textbox"), "Te zwaar gezegd.");
    await user.click(within(form).getByRole("button", { name: "Opslaan" }));
    const first = screen.getByRole("article", { name: "Bevinding 1" });
    await within(first).findByText("Te zwaar gezegd.");
    expect((await findings()).findings[0]?.positions.contested).toBe(true);
  });

  test("a measure is tied to the risk that it makes smaller", async () => {
    await press("Maatregel vastleggen");
    await user.type(screen.getByRole("textbox", { name: "Wat regelt u?" }), "Nalezen.");
    await user.click(screen.getByRole("checkbox", { name: /^R2/ }));
    await user.click(screen.getByRole("button", { name: "Opslaan" }));
    await screen.findByRole("heading", { name: "Maatregel 3" });
    const { risks, measures } = await findings();
    expect(measures.at(-1)?.in_place).toBe("Nog niet van kracht");
    expect(risks[1]?.measures).toEqual(["Nalezen."]);
  });
});

describe("actions", () => {
  const actions = async () => {
    const outcome = await host.call("actions_page", { assessment });
    return outcome.ok ? outcome.value : null;
  };

  test("an action is planned for a member, then done with the files that show it", async () => {
    await openAt(`#/assessments/${assessment}/actions`);
    await press("Actie plannen");
    await user.type(screen.getByRole("textbox", { name: "Wat moet er gebeuren?" }), "Nabellen");
    await user.click(screen.getByRole("button", { name: "Opslaan" }));
    await screen.findAllByText("Vul een naam in.");
    const who = screen.getByRole("combobox", { name: "Wie doet het?" });
    await user.selectOptions(who, "Zoë Çelik");
    await user.click(screen.getByRole("button", { name: "Opslaan" }));
    await screen.findByRole("article", { name: "Nabellen" });
    expect(await actions()).toMatchObject({ open: 3, overdue: 1 });

    await press(/^Voortgang vastleggen\s?: Nabellen/);
    await user.click(screen.getByRole("radio", { name: "gedaan" }));
    await press(/^Bestanden kiezen/);
    await user.click(screen.getByRole("button", { name: "Opslaan" }));
    await user.click(await screen.findByText("2 afgesloten acties"));
    const done = (await actions())?.actions.find(({ form }) => form.text === "Nabellen");
    expect(done).toMatchObject({ owner_label: "Zoë Çelik", status: "done", closed: true });
    expect(done?.documents.map(({ label }) => label)).toEqual(done?.progress[0]?.proof);
    expect(done?.documents).toHaveLength(2);
  });

  test("a later assessment carries over what is not closed", async () => {
    await host.call("open_example", {});
    const started = await host.call("start_assessment", {
      subject: "subject-example",
      questionnaire: "customer-contact-ai@1.0",
      date: "2027-11-21",
      scope: "",
    });
    const next = started.ok ? started.value.subject : null;
    window.location.hash = `#/assessments/${next ?? ""}/actions`;
    render(App, { host });
    await screen.findByText(/2 acties komen uit een eerdere zelfbeoordeling/);
    const marks = screen.getAllByText("Meegenomen uit de zelfbeoordeling van 21 november 2026");
    expect(marks).toHaveLength(2);
    expect(screen.getAllByText("Te laat")).toHaveLength(1);
  });

  test("all actions of the dossier lead to their assessments", async () => {
    await openAt("#/dossier/actions");
    const [link] = screen.getAllByRole("link", { name: "Chatbot Voorbeeldhulp" });
    await user.click(link ?? document.body);
    await screen.findByRole("button", { name: "Actie plannen" });
    expect(window.location.hash).toBe(`#/assessments/${assessment}/actions`);
  });
});

test("whoever was not asked is not left without a reason", async () => {
  await openAt(`#/assessments/${assessment}/opinions`);
  const customers = await screen.findByRole("region", { name: /^Klanten/ });
  within(customers).getByText("Er staat nog niet of om deze mening is gevraagd.");
  await user.click(within(customers).getByRole("button", { name: /^Mening vastleggen/ }));
  await user.type(screen.getByRole("textbox", { name: "Wat vinden zij?" }), "Half getypt");
  await user.click(screen.getByRole("radio", { name: "Nee" }));
  await user.click(screen.getByRole("button", { name: "Opslaan" }));
  await screen.findAllByText("Er staat niet waarom deze mening niet is gevraagd.");
  await user.type(screen.getByRole("textbox", { name: "Waarom niet gevraagd" }), "Volgt in mei.");
  await user.click(screen.getByRole("button", { name: "Opslaan" }));
  await within(customers).findByText("Volgt in mei.");
  within(customers).getByText("Niet gevraagd");
  expect(within(customers).queryByText("Half getypt")).toBeNull();
  expect(within(customers).queryByText(/^Er staat nog niet/)).toBeNull();
});
