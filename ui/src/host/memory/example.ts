/** The dossier of a made-up web shop, filled in part. */
import type { AnswerForm, CommitteeForm } from "../../generated/types";
import { languageFrom } from "../../text/catalogue";
import { recordAnswer } from "./answering";
import { conclude } from "./conclusion/example";
import { nothingConcluded } from "./conclusion/work";
import { deliberate } from "./deliberation/example";
import { noWork } from "./deliberation/work";
import { followUp } from "./follow-up/example";
import { nothingFollowed } from "./follow-up/work";
import { application, committee } from "./samples";
import { stock } from "./keeping";
import type { State } from "./state";
import { sampleLogo } from "./style";

/** Opens the example. */
export function openExample(state: State): void {
  const { say } = state;
  const file = {
    handle: "file-example",
    name: "voorbeeld.dossier",
    folder: "Documenten",
  };
  state.dossier = {
    file,
    written_in: languageFrom(state.settings.language),
    organisation: {
      name: "Voorbeeld Webwinkel B.V.",
      sector: say({ nl: "Webwinkel", en: "Web shop" }),
      description: say({
        nl: "Verkoopt huishoudelijke spullen aan klanten in heel Nederland.",
        en: "Sells household goods to customers all over the Netherlands.",
      }),
      contact: "ethiek@voorbeeldwebwinkel.example",
    },
    committee: describedAs(
      say({
        nl: "De directie stelde de commissie in op 3 maart 2026. De commissie adviseert over elke AI-toepassing in het klantcontact; de directie besluit.",
        en: "The board set up the committee on 3 March 2026. The committee advises on every AI application in customer contact; the board decides.",
      }),
    ),
    members: committee(say).map((form) => ({ id: state.fresh("member"), form, gone: null })),
    left: [],
    interests: [],
    subjects: [{ id: "subject-example", form: application(say) }],
    assessments: [],
    history: [],
    erased: [],
    style: { name: "", accent: "#7a1f3d" },
    logo: sampleLogo,
    sections: ["after-committee"],
    reports: [
      {
        assessment: "assessment-example",
        subject: application(say).name,
        at: say({ nl: "14 november 2026, 16:40", en: "14 November 2026, 16:40" }),
        signers: ["Noor de Vries", "Idris Bakker"],
        since: say({
          nl: "Sinds dit rapport is 1 antwoord veranderd.",
          en: "Since this report 1 answer has changed.",
        }),
      },
    ],
    retention: null,
    read_only: null,
    copies: [
      {
        id: "copy-1",
        file: "Voorbeeld Webwinkel – Idris Bakker.dossier",
        who: "Idris Bakker",
        at: say({ nl: "12 november 2026, 16:40", en: "12 November 2026, 16:40" }),
        by: say({ nl: "de commissie", en: "the committee" }),
        out: true,
        standing: say({ nl: "nog niet terug", en: "not back yet" }),
      },
    ],
    merged: new Set(),
  };
  stock(state);
  state.note({ nl: "Zoë Çelik begon het dossier.", en: "Zoë Çelik started the dossier." });
  addEarlier(state, "assessment-first", "2024-11-18");
  addEarlier(state, "assessment-second", "2025-11-20");
  addAssessment(
    state,
    "assessment-example",
    "subject-example",
    "2026-11-21",
    {
      nl: "Alleen de chatbot op de website. De telefoon valt erbuiten.",
      en: "Only the chatbot on the website. The telephone is not included.",
    }[state.settings.language === "en" ? "en" : "nl"],
  );
  state.note({
    nl: "Zoë Çelik begon een zelfbeoordeling van Chatbot Voorbeeldhulp.",
    en: "Zoë Çelik started a self-assessment of Chatbot Voorbeeldhulp.",
  });
  fill(state);
  deliberate(state, "assessment-example");
  followUp(state, "assessment-example");
  conclude(state, "assessment-example");
}

/** Adds an assessment without answers. */
export function addAssessment(
  state: State,
  id: string,
  subject: string,
  date: string,
  scope: string,
): void {
  state.open().assessments.unshift({
    id,
    subject,
    date,
    scope,
    answers: new Map(),
    earlier: new Map(),
    evidence: new Map(),
    completed: new Set(),
    conflicts: new Map(),
    work: noWork(),
    conclusion: nothingConcluded(),
    takenOver: new Map(),
    followUp: nothingFollowed(),
  });
}

/** An assessment of before: adopted, or signed by most. */
function addEarlier(state: State, id: string, date: string): void {
  addAssessment(state, id, "subject-example", date, "");
  const { answers, conclusion } = state.assessment(id);
  const option = date < "2025" ? "0" : "1";
  answers.set("PUR-04", {
    value: { kind: "choice", option },
    because: "",
    certainty: "known",
    evidence_strength: null,
    by: null,
  });
  answers.set("HUM-01", {
    value: { kind: "not_yet_known" },
    because: "",
    certainty: null,
    evidence_strength: null,
    by: null,
  });
  const by = state.say({ nl: "de directie", en: "the board" });
  conclusion.settled =
    option === "0"
      ? { kind: "adopted", date: "2024-12-09", by, because: "" }
      : { kind: "signed", signers: ["Noor de Vries", "Zoë Çelik"], awaited: ["Idris Bakker"] };
}

/** A committee of which nothing but the mandate was written down. */
export function describedAs(mandate: string): CommitteeForm {
  return {
    mandate,
    mandated_on: null,
    mandated_by: "",
    mandated_by_public: false,
    quorum: { kind: "none" },
    independence: "",
  };
}

function fill(state: State): void {
  const { say } = state;
  const assessment = state.assessment("assessment-example");
  const choice = (option: string, because: string): AnswerForm => ({
    value: { kind: "choice", option },
    because,
    certainty: "known",
    evidence_strength: 2,
    by: "Noor de Vries",
  });
  assessment.answers.set("INT-01", choice("private", ""));
  assessment.answers.set("INT-02", {
    value: { kind: "choices", options: ["chat"] },
    because: "",
    certainty: "known",
    evidence_strength: null,
    by: null,
  });
  assessment.completed.add("profile");
  recordAnswer(
    state,
    "assessment-example",
    "PUR-04",
    choice("1", say({ nl: "Alleen het team wist ervan.", en: "Only the team knew." })),
    "Idris Bakker",
  );
  recordAnswer(
    state,
    "assessment-example",
    "PUR-04",
    choice(
      "2",
      say({
        nl: "De visie is in september vastgesteld. Niet alle teams kennen haar al; de coördinator bespreekt haar in november.",
        en: "The vision was adopted in September. Not all teams know it yet; the coordinator discusses it in November.",
      }),
    ),
  );
  assessment.evidence.set("PUR-04", [
    {
      id: "evidence-1",
      label: say({
        nl: "Visie klantcontact 2026 – vastgesteld.pdf",
        en: "Vision customer contact 2026 – adopted.pdf",
      }),
      size: "214 kB",
      sha256: "3a7bd3e2360a3d29eea436fcfb7e44c735d117c42d1c1835420b6b9942dd4f1b",
      at: say({ nl: "21 november 2026, 10:05", en: "21 November 2026, 10:05" }),
    },
  ]);
}
