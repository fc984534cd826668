/** A made-up judgement, to see every part of the results and the verification. */
import type {
  ContributionView,
  PointView,
  ResultsPage,
  ScoreView,
  VerificationPage,
} from "../../generated/types";
import { dateText, inWords, subjectName } from "./assess";
import { questions, sections } from "./questions";
import { fingerprint, promises } from "./samples";
import type { State } from "./state";

/** The results. */
export function resultsPage(state: State, assessment: string): ResultsPage {
  const { say } = state;
  const { answers, date } = state.assessment(assessment);
  const scored = questions.filter(({ section }) => section !== "profile");
  const contributions: ContributionView[] = scored.map((question) => {
    const answer = answers.get(question.id);
    return {
      question: question.id,
      text: say(question.text),
      answer:
        answer === undefined
          ? say({ nl: "nog open", en: "still open" })
          : inWords(state, question, answer),
      weight: 3,
      score: answer === undefined ? number(state, 0) : number(state, 0.5),
      points: answer === undefined ? number(state, 0) : number(state, 1.5),
    };
  });
  const score = (
    id: string,
    label: string,
    value: number | null,
    remark: string | null = null,
  ): ScoreView => ({
    id,
    label,
    value,
    text:
      value === null
        ? say({ nl: "te weinig vragen", en: "too few questions" })
        : number(state, value),
    questions: contributions.length,
    remark,
    contributions,
  });
  const values = [62.5, 48.3, 81, 55, null, 70.4, 38.9];
  return {
    subject: subjectName(state, assessment),
    date: dateText(state, date),
    verdict: {
      colour: "amber",
      label: say({ nl: "Oranje", en: "Amber" }),
      provisional: true,
      text: say({
        nl: "U heeft geen open wettelijk knelpunt gemeld, maar er is nog werk. Oranje is geen verbod en geen vrijbrief; de commissie bepaalt onder welke voorwaarden de toepassing door mag.",
        en: "You reported no open legal gap, but there is work left. Amber is neither a ban nor a licence; the committee decides under which conditions the application may go on.",
      }),
      provisional_text: say({
        nl: "Voorlopig: niet alle vragen zijn beantwoord, dus de kleur kan nog veranderen.",
        en: "Provisional: not all questions have been answered, so the colour may still change.",
      }),
      reasons: [
        say({
          nl: "Van 1 wettelijk punt is nog niet bekend hoe het zit.",
          en: "About 1 legal point it is not yet known how things stand.",
        }),
        say({ nl: "Een onderdeel scoort lager dan 50.", en: "One section scores below 50." }),
      ],
    },
    total: score("total", say({ nl: "Totaal", en: "Total" }), 58.3),
    sections: sections
      .filter(({ id }) => id !== "profile")
      .map(({ id, title }, place) => score(id, say(title), [64.2, 47.5, null][place] ?? null)),
    promises: promises(say).map(({ number, short }) =>
      score(String(number), short, values[number - 1] ?? null),
    ),
    legal: {
      open: [],
      partly: points(state, "HUM-02"),
      unknown: points(state, "HUM-01"),
      upcoming: [],
      active: 2,
    },
    key_points: points(state, "PUR-05"),
    open: points(state, "PUR-05", "HUM-01", "HUM-02"),
    not_applicable: [],
    thin_evidence: points(state, "HUM-01"),
    evidence_note: say({
      nl: "Bij deze vragen is het antwoord ja, maar is er geen document.",
      en: "For these questions the answer is yes, but there is no document.",
    }),
    method: [
      say({
        nl: "Elke score is de som van gewicht maal waarde, gedeeld door de som van de gewichten, maal 100.",
        en: "Each score is the sum of weight times worth, divided by the sum of the weights, times 100.",
      }),
    ],
  };
}

function points(state: State, ...ids: string[]): PointView[] {
  return questions
    .filter(({ id }) => ids.includes(id))
    .map((question) => ({
      question: question.id,
      text: state.say(question.text),
      section: state.say(
        sections.find(({ id }) => id === question.section)?.title ?? { nl: "", en: "" },
      ),
      detail: question.firstStep === undefined ? null : state.say(question.firstStep),
      applies_from: question.legal
        ? state.say({ nl: "2 augustus 2026", en: "2 August 2026" })
        : null,
      references: question.legal
        ? [state.say({ nl: "AI-verordening, artikel 50", en: "AI Act, article 50" })]
        : [],
    }));
}

function number(state: State, value: number): string {
  return value.toLocaleString(state.settings.language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
}

/** What verifying finds: intact, and trusted once a certificate was added. */
export function verificationPage(state: State, file: string, trusted: boolean): VerificationPage {
  const { say } = state;
  return {
    file: state.files.get(file) ?? state.unknown(),
    verdict: trusted ? "intact" : "intact-unknown-signer",
    headline: say(
      trusted
        ? {
            nl: "Dit rapport is ongewijzigd, en u kent wie ondertekende",
            en: "This report is unchanged, and you know who signed",
          }
        : {
            nl: "Dit rapport is ongewijzigd, maar wie ondertekende staat niet vast",
            en: "This report is unchanged, but who signed is not established",
          },
    ),
    meaning: say({
      nl: "Elk teken is nog zoals het ondertekend werd. Het zegt niet of de antwoorden waar zijn.",
      en: "Every character is still as it was signed. It does not say whether the answers are true.",
    }),
    signatures: [
      {
        name: "Noor de Vries",
        role: say({ nl: "Voorzitter", en: "Chair" }),
        position: say({ nl: "Akkoord met voorbehoud", en: "Agree with reservation" }),
        reason: say({
          nl: "De wachttijd moet eerst omlaag.",
          en: "Waiting time has to go down first.",
        }),
        time: say({ nl: "21 november 2026, 15:10", en: "21 November 2026, 15:10" }),
        fingerprint: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        trust: say(
          trusted
            ? { nl: "Een certificaat dat u vertrouwt", en: "A certificate that you trust" }
            : { nl: "Zelf gemaakt en u niet bekend", en: "Self-made and not known to you" },
        ),
        trusted,
      },
    ],
    missing: ["Idris Bakker", "Zoë Çelik"],
    refused: [],
    quorum: null,
    data: say({
      nl: "De gegevens in het bestand zijn wat de pagina’s zeggen: de cijfers zijn opnieuw uitgerekend en gelijk.",
      en: "The data in the file is what the pages say: the figures were recalculated and are equal.",
    }),
    data_verdict: "equal",
    findings: [],
    fingerprint,
    since: say({
      nl: "Sinds dit rapport is er in het dossier niets veranderd.",
      en: "Since this report nothing has changed in the dossier.",
    }),
  };
}
