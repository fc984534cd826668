/** What followed from the answers of the example. */
import type { State } from "../state";
import { document } from "./actions";

/** Has the committee of the example find, weigh, plan and ask. */
export function followUp(state: State, assessment: string): void {
  const { say } = state;
  const held = state.assessment(assessment).followUp;
  const { work } = state.assessment(assessment);
  const member = (name: string) =>
    state.open().members.find(({ form }) => form.name === name)?.id ?? "";

  held.findings.push(
    {
      id: "finding-1",
      form: {
        text: say({
          nl: "De visie op AI in klantcontact is vastgesteld, maar niet alle teams kennen haar.",
          en: "The vision on AI in customer contact was adopted, but not all teams know it.",
        }),
        questions: ["PUR-04"],
        proposal: { cause: "low_score", question: "PUR-04" },
      },
    },
    {
      id: "finding-2",
      form: {
        text: say({
          nl: "Wie belt in plaats van chat, wacht te lang op een mens.",
          en: "Those who phone instead of chat wait too long for a person.",
        }),
        questions: ["HUM-01"],
        proposal: null,
      },
    },
  );
  work.positions.push(
    {
      matter: "finding finding-2",
      on: 0,
      member: member("Noor de Vries"),
      position: "agree",
      reason: "",
      named: true,
    },
    {
      matter: "finding finding-2",
      on: 0,
      member: member("Idris Bakker"),
      position: "dissent",
      reason: say({
        nl: "De wachttijd is die van elke andere maandag. Dit ligt niet aan de chatbot.",
        en: "The waiting time is that of any other Monday. The chatbot is not the cause.",
      }),
      named: true,
    },
  );
  held.risks.push(
    {
      id: "risk-waiting",
      form: {
        text: say({
          nl: "Een klant met een dringende vraag haakt af.",
          en: "A customer with an urgent question gives up.",
        }),
        for_whom: say({ nl: "Klanten zonder internet", en: "Customers without internet" }),
        findings: ["finding-2"],
        before: { likelihood: 4, impact: 4 },
        after: { likelihood: 2, impact: 4 },
      },
    },
    {
      id: "risk-vision",
      form: {
        text: say({
          nl: "Een team zet de chatbot in voor iets waar hij niet voor bedoeld is.",
          en: "A team uses the chatbot for something it is not meant for.",
        }),
        for_whom: say({ nl: "Alle klanten", en: "All customers" }),
        findings: ["finding-1"],
        before: { likelihood: 3, impact: 2 },
        after: null,
      },
    },
    {
      id: "risk-name",
      form: {
        text: say({
          nl: "Een klant denkt dat hij met een mens praat.",
          en: "A customer thinks that they are talking to a person.",
        }),
        for_whom: "",
        findings: [],
        before: { likelihood: 4, impact: 4 },
        after: { likelihood: 1, impact: 3 },
      },
    },
  );
  held.measures.push(
    {
      id: "measure-1",
      form: {
        text: say({
          nl: "Wie belt, hoort na één minuut dat terugbellen kan.",
          en: "Whoever phones hears after one minute that they can be called back.",
        }),
        findings: ["finding-2"],
        risks: ["risk-waiting"],
        owner: { kind: "member", member: member("Samira Haddou") },
        due: "2027-02-01",
        in_place_since: null,
      },
    },
    {
      id: "measure-2",
      form: {
        text: say({
          nl: "De chatbot noemt zich in de eerste zin een computer.",
          en: "The chatbot calls itself a computer in its first sentence.",
        }),
        findings: [],
        risks: ["risk-name"],
        owner: { kind: "named", name: say({ nl: "Team website", en: "Website team" }) },
        due: null,
        in_place_since: "2026-09-01",
      },
    },
  );
  held.actions.push(
    {
      id: "action-1",
      form: {
        text: say({
          nl: "Terugbellen regelen met de leverancier van de telefoon",
          en: "Arrange calling back with the supplier of the telephone",
        }),
        owner: { kind: "member", member: member("Samira Haddou") },
        due: "2026-11-14",
        question: "HUM-01",
        findings: ["finding-2"],
      },
      progress: [
        {
          status: "under_way",
          note: say({ nl: "De offerte is binnen.", en: "The offer has come in." }),
          proof: [say({ nl: "Offerte terugbellen.pdf", en: "Offer calling back.pdf" })],
        },
        { status: "open", note: say({ nl: "Gebeld.", en: "Phoned." }), proof: [] },
      ],
      documents: [
        document(state, say({ nl: "Offerte terugbellen.pdf", en: "Offer calling back.pdf" })),
      ],
    },
    {
      id: "action-2",
      form: {
        text: say({
          nl: "De visie bespreken in alle teams",
          en: "Discuss the vision in all teams",
        }),
        owner: {
          kind: "named",
          name: say({ nl: "Hoofd klantcontact", en: "Head of customer contact" }),
        },
        due: null,
        question: null,
        findings: ["finding-1"],
      },
      progress: [],
      documents: [],
    },
    {
      id: "action-3",
      form: {
        text: say({
          nl: "De eerste zin van de chatbot aanpassen",
          en: "Change the first sentence of the chatbot",
        }),
        owner: { kind: "member", member: member("Zoë Çelik") },
        due: "2026-09-01",
        question: null,
        findings: [],
      },
      progress: [
        {
          status: "done",
          note: say({ nl: "Staat live.", en: "It is live." }),
          proof: [],
        },
      ],
      documents: [],
    },
  );
  held.opinions.push(
    {
      id: "opinion-1",
      form: {
        of: "data_protection_officer",
        name: "Lotte Jansen",
        asked: true,
        because: say({
          nl: "De chatbot ziet bestelnummers en adressen.",
          en: "The chatbot sees order numbers and addresses.",
        }),
        text: say({
          nl: "Bewaar gesprekken niet langer dan dertig dagen.\nVraag nooit om een geboortedatum.",
          en: "Keep conversations no longer than thirty days.\nNever ask for a date of birth.",
        }),
        date: "2026-11-10",
      },
      documents: [
        document(state, say({ nl: "Advies gegevensbescherming.pdf", en: "Advice on data.pdf" })),
      ],
    },
    {
      id: "opinion-2",
      form: {
        of: "works_council",
        name: "",
        asked: false,
        because: say({
          nl: "Er is geen ondernemingsraad; het team zit zelf aan tafel.",
          en: "There is no works council; the team itself is at the table.",
        }),
        text: "",
        date: null,
      },
      documents: [],
    },
  );
}
