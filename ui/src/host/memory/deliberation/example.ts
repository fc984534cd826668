/** The example's committee at work: sessions, silent scores, positions and comments. */
import type { BallotForm, TakeHomeForm } from "../../../generated/types";
import type { State } from "../state";
import { newSession } from "./sessions";

const minute = 60_000;

/** Has the committee of the example meet, score, differ and comment. */
export function deliberate(state: State, assessment: string): void {
  const { say } = state;
  const { work } = state.assessment(assessment);
  const { members, committee, interests } = state.open();
  const id = (name: string) => members.find(({ form }) => form.name === name)?.id ?? "";
  const noor = id("Noor de Vries");
  const idris = id("Idris Bakker");
  const zoe = id("Zoë Çelik");
  const samira = id("Samira Haddou");
  Object.assign(committee, {
    mandated_on: "2026-03-03",
    mandated_by_public: true,
    mandated_by: say({ nl: "De directie", en: "The board" }),
    quorum: { kind: "more_than", part: 1, of: 2 },
    independence: say({
      nl: "Niemand in de commissie wordt beoordeeld op het succes van de chatbot.",
      en: "Nobody on the committee is judged by the success of the chatbot.",
    }),
  });
  interests.push({
    subject: "subject-example",
    member: id("Bram Okoye"),
    reason: say({
      nl: "Werkte tot vorig jaar bij de leverancier.",
      en: "Worked for the supplier until last year.",
    }),
  });

  const first = newSession("session-first", {
    date: "2026-11-07",
    place: say({ nl: "Vergaderzaal 2", en: "Meeting room 2" }),
    agenda: [{ topic: { kind: "open_question", question: "PUR-04" }, minutes: 20 }],
  });
  first.started = "10:00";
  first.ended = "11:15";
  for (const member of [noor, idris, zoe]) {
    first.attendance.set(member, [{ movement: "came", at: "10:00" }]);
  }
  work.sessions.push(first);

  const now = newSession("session-example", {
    date: "2026-11-21",
    place: say({ nl: "Vergaderzaal 2", en: "Meeting room 2" }),
    agenda: [
      { topic: { kind: "contested", question: "PUR-04" }, minutes: 15 },
      { topic: { kind: "open_question", question: "HUM-01" }, minutes: 10 },
      {
        topic: {
          kind: "other",
          text: say({
            nl: "Wachttijd voor wie belt",
            en: "Waiting time for those who phone",
          }),
        },
        minutes: 0,
      },
    ],
  });
  now.started = "14:00";
  const came = (at: string) => ({ movement: "came", at });
  now.attendance.set(noor, [came("14:00")]);
  now.attendance.set(idris, [came("14:00"), { movement: "went", at: "14:20" }, came("14:28")]);
  now.attendance.set(zoe, [came("14:02")]);
  now.attendance.set(samira, [{ movement: "excused", at: "14:00" }]);
  const contested = { kind: "contested", question: "PUR-04" } as const;
  now.takenUp.push({ topic: contested, since: Date.now() - 12 * minute, until: null });
  now.minutes.set("contested PUR-04", {
    topic: contested,
    text: say({
      nl: "Idris: zonder termijn blijft de visie papier. Noor: het plan staat in het jaarplan.",
      en: "Idris: without a date the vision stays on paper. Noor: it is in the annual plan.",
    }),
  });
  work.sessions.push(now);
  work.sessions.push(
    newSession("session-planned", {
      date: "2026-12-05",
      place: "",
      agenda: [{ topic: { kind: "open_question", question: "HUM-02" }, minutes: 10 }],
    }),
  );

  work.parked.push(
    {
      id: "point-1",
      text: say({ nl: "Wie betaalt de extra medewerkers?", en: "Who pays the extra employees?" }),
      outcome: null,
    },
    {
      id: "point-2",
      text: say({ nl: "Naam van de chatbot", en: "Name of the chatbot" }),
      outcome: say({ nl: "Besproken op 7 november.", en: "Discussed on 7 November." }),
    },
  );
  const asked = (text: string, more: Partial<TakeHomeForm>): TakeHomeForm => ({
    text,
    member: null,
    named: "",
    due: null,
    question: null,
    ...more,
  });
  work.takeHome.push(
    {
      id: "take-home-1",
      session: first.id,
      form: asked(
        say({
          nl: "Hoe vaak geeft de chatbot een fout antwoord?",
          en: "How often does the chatbot give a wrong answer?",
        }),
        {
          named: say({ nl: "Datawetenschapper", en: "Data scientist" }),
          due: "2026-11-14",
          question: "HUM-01",
        },
      ),
      answer: null,
      dropped: null,
    },
    {
      id: "take-home-2",
      session: first.id,
      form: asked(
        say({ nl: "Staat de visie op intranet?", en: "Is the vision on the intranet?" }),
        { member: zoe },
      ),
      answer: say({ nl: "Ja, sinds september.", en: "Yes, since September." }),
      dropped: null,
    },
  );

  const vote = (option: string, because = ""): BallotForm => ({
    value: { kind: "choice", option },
    because,
  });
  const open = { pin: null, opened: false };
  work.rounds.push(
    {
      id: "round-revealed",
      questions: ["PUR-04", "HUM-02"],
      names_shown: true,
      scale: "answers",
      session: first.id,
      revealed: true,
      votes: [
        { member: noor, question: "PUR-04", ballot: vote("3"), ...open },
        {
          member: idris,
          question: "PUR-04",
          ballot: vote("0", say({ nl: "Er is geen termijn.", en: "There is no date." })),
          ...open,
        },
        { member: zoe, question: "PUR-04", ballot: vote("2"), ...open },
        {
          member: samira,
          question: "PUR-04",
          ballot: vote("2"),
          pin: "4711",
          opened: false,
        },
        { member: noor, question: "HUM-02", ballot: vote("yes"), ...open },
        { member: zoe, question: "HUM-02", ballot: vote("yes"), ...open },
        {
          member: idris,
          question: "HUM-02",
          ballot: { value: { kind: "not_yet_known" }, because: "" },
          ...open,
        },
      ],
    },
    {
      id: "round-example",
      questions: ["HUM-01", "HUM-02"],
      names_shown: false,
      scale: "answers",
      session: now.id,
      revealed: false,
      votes: [
        { member: noor, question: "HUM-01", ballot: vote("yes"), ...open },
        { member: noor, question: "HUM-02", ballot: vote("no"), ...open },
        {
          member: idris,
          question: "HUM-01",
          ballot: vote("no", say({ nl: "Ik belde zelf.", en: "I phoned myself." })),
          pin: "1234",
          opened: false,
        },
        { member: idris, question: "HUM-02", ballot: vote("no"), pin: "1234", opened: false },
      ],
    },
  );

  const answer = state.assessment(assessment).earlier.get("PUR-04")?.length ?? 0;
  const reserve = say({
    nl: "Alleen met een termijn waarop alle teams de visie kennen.",
    en: "Only with a date by which all teams know the vision.",
  });
  const disagree = say({
    nl: "Een visie die niemand kent, is er niet. Dit hoort op 1 te staan.",
    en: "A vision that nobody knows does not exist. This belongs at 1.",
  });
  const on = { matter: "answer PUR-04", named: true } as const;
  work.positions.push(
    { ...on, on: answer - 1, member: samira, position: "agree", reason: "" },
    { ...on, on: answer, member: noor, position: "agree", reason: "" },
    { ...on, on: answer, member: zoe, position: "reservation", reason: reserve },
    { ...on, on: answer, member: idris, position: "dissent", reason: disagree, named: false },
  );
  const comment = { question: "PUR-04", revised: false, in_report: false };
  work.comments.push(
    {
      ...comment,
      id: "comment-1",
      by: zoe,
      reply_to: null,
      text: say({
        nl: "Geldt de visie ook voor het team in Suriname?",
        en: "Does the vision also hold for the team in Suriname?",
      }),
      resolved: false,
      in_report: true,
    },
    {
      ...comment,
      id: "comment-2",
      by: id("Joris Veldkamp"),
      reply_to: "comment-1",
      text: say({ nl: "Ja, dat staat in het contract.", en: "Yes, that is in the contract." }),
      resolved: false,
    },
    {
      ...comment,
      id: "comment-3",
      by: null,
      reply_to: null,
      text: say({ nl: "Bron toevoegen.", en: "Add the source." }),
      resolved: true,
    },
  );
}
