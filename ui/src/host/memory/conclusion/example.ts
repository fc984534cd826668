/** How the example was concluded: a go under conditions, with a dissent, and a decision on it. */
import type { State } from "../state";

/** Has the committee of the example advise and the owner decide. */
export function conclude(state: State, assessment: string): void {
  const { say } = state;
  const { conclusion, work, followUp } = state.assessment(assessment);
  const member = (name: string) =>
    state.open().members.find(({ form }) => form.name === name)?.id ?? "";
  const conditions = [
    {
      text: say({
        nl: "Wie belt, krijgt binnen drie minuten een mens aan de lijn.",
        en: "Those who phone speak to a person within three minutes.",
      }),
      owner: { kind: "member", member: member("Idris Bakker") } as const,
      due: "2027-01-15",
    },
    {
      text: say({
        nl: "De chatbot zegt in elk kanaal dat hij geen mens is.",
        en: "The chatbot says in every channel that it is not a person.",
      }),
      owner: { kind: "named", name: say({ nl: "Team website", en: "Website team" }) } as const,
      due: null,
    },
  ];
  conclusion.advice = {
    number: 0,
    form: {
      course: "go_if",
      because: say({
        nl: "De chatbot helpt de meeste klanten sneller. Wie een mens nodig heeft, wacht nog te lang.",
        en: "The chatbot helps most customers faster. Those who need a person still wait too long.",
      }),
      conditions,
      interests: [
        {
          of: say({ nl: "Klanten", en: "Customers" }),
          text: say({
            nl: "Snel een goed antwoord, en een mens als dat nodig is.",
            en: "A good answer quickly, and a person where needed.",
          }),
        },
        {
          of: say({ nl: "Medewerkers", en: "Employees" }),
          text: say({
            nl: "Genoeg tijd voor lastige vragen.",
            en: "Enough time for hard questions.",
          }),
        },
      ],
      weighing: say({
        nl: "De wachttijd voor wie belt weegt het zwaarst: die klanten hebben geen andere weg.",
        en: "The waiting time for those who phone weighs most: those customers have no other way.",
      }),
      review_on: "2027-11-21",
      review_when: [
        "model_change",
        "incident",
        say({
          nl: "meer dan honderd klachten in een maand",
          en: "over a hundred complaints a month",
        }),
      ],
    },
  };
  conclusion.given = 1;
  const on = { matter: "advice", on: 0, named: true } as const;
  work.positions.push(
    { ...on, member: member("Noor de Vries"), position: "agree", reason: "" },
    {
      ...on,
      member: member("Idris Bakker"),
      position: "reservation",
      reason: say({
        nl: "Drie minuten is alleen haalbaar met twee extra medewerkers.",
        en: "Three minutes is only feasible with two more employees.",
      }),
    },
    {
      ...on,
      member: member("Zoë Çelik"),
      position: "dissent",
      reason: say({
        nl: "Zolang de wachttijd zo lang is, hoort de chatbot niet open te staan.",
        en: "As long as the waiting time is this long, the chatbot should not be open.",
      }),
    },
  );
  conclusion.decision = {
    on: 0,
    form: {
      owner: "Fenna Jansen",
      function: say({ nl: "directeur klantcontact", en: "director customer contact" }),
      date: "2026-11-21",
      course: "go_if",
      because: "",
      conditions: conditions.map((condition) => ({ ...condition, owner: { ...condition.owner } })),
      residual_risks: followUp.risks.map(({ id }) => ({ risk: id, accepted: true, because: "" })),
    },
  };
}
