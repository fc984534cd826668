/** Making editions, and what a public one leaves out. */
import type { Answers } from "./calls";
import { questions } from "./questions";
import type { State } from "./state";

interface Wanted {
  readonly edition: string;
  readonly withhold: string | null;
}

const kinds: ReadonlySet<string> = new Set([
  "names",
  "considerations",
  "answers",
  "evidence",
  "contact",
]);

/** What an edition leaves out, or a refusal. */
export function rulesOf(state: State, { edition, withhold }: Wanted): readonly string[] {
  if (edition !== "public") return [];
  const rules = (withhold ?? "names,evidence,contact").split(",");
  for (const rule of rules) {
    const [, question] = /^question:(.*)$/.exec(rule) ?? [];
    if (question === undefined && !kinds.has(rule)) {
      state.refuse("unknown-word", "redact", {
        what: { nl: `Het woord ‘${rule}’ bestaat hier niet.`, en: `There is no word ‘${rule}’.` },
        remedy: { nl: "Kies een ander woord.", en: "Choose another word." },
      });
    }
    if (question !== undefined && !questions.some(({ id }) => id === question)) {
      state.refuse("unknown-question", "redact", {
        what: {
          nl: `Deze vragenlijst heeft geen vraag ‘${question}’.`,
          en: `This questionnaire has no question ‘${question}’.`,
        },
        remedy: {
          nl: "Kijk in de lijst met vragen welke vraag u bedoelt.",
          en: "Look in the list of questions which one you mean.",
        },
      });
    }
  }
  return rules;
}

/** The calls that write an edition. */
export function editionCalls(state: State): Pick<Answers, "make_edition" | "export_report"> {
  /** One name stands in the consideration of one answer. */
  const namesLeft = (wanted: Wanted) => {
    const rules = rulesOf(state, wanted);
    const left = ["considerations", "answers", "question:HUM-01"].every(
      (rule) => !rules.includes(rule),
    );
    if (!rules.includes("names") || !left) return null;
    return state.say({
      nl: "Op één plaats staat in lopende tekst nog een naam die deze editie verder weglaat: HUM-01. Lees die tekst na voordat u publiceert. Wilt u de naam niet laten zien, laat dan ook die vraag of de overwegingen weg.",
      en: "In one place a name that this edition otherwise leaves out still stands in running text: HUM-01. Read that text before you publish. If you do not want to show the name, also leave out that question or the considerations.",
    });
  };

  return {
    make_edition: ({ report, edition, withhold }) => ({
      file: state.file(report.to),
      pages: 12,
      size: "0,4 MB",
      signers: [],
      names_left: namesLeft({ edition, withhold }),
    }),
    export_report: ({ to, edition, withhold }) => ({
      file: state.file(to),
      size: "64 kB",
      names_left: namesLeft({ edition, withhold }),
    }),
  };
}
