/** Made-up lists that hardly change: promises, sources, terms, who is in the committee. */
import type {
  GlossaryEntry,
  MemberForm,
  PromiseView,
  ReferenceView,
  SubjectForm,
  WatchView,
} from "../../generated/types";
import type { Say } from "./words";

export const fingerprint = "7c1f0b6e5d3a49c28e91f4a6b0d7735c18a2e94fd06b3c5e7f8190a2b4c6d8e0";

const promiseNames = [
  { nl: "Respect en bereikbaarheid", en: "Respect and accessibility" },
  { nl: "Luisteren en verbeteren", en: "Listening and improving" },
  { nl: "Zorg voor klantgegevens", en: "Care for customer data" },
  { nl: "Goed werk voor medewerkers", en: "Good work for employees" },
  { nl: "Verantwoord uitbesteden", en: "Accountable outsourcing" },
  { nl: "Vriendelijke technologie", en: "Friendly technology" },
  { nl: "Mens, milieu en maatschappij", en: "People, planet and society" },
] as const;

/** The promises; their full texts are shortened here. */
export function promises(say: Say): PromiseView[] {
  return promiseNames.map((name, place) => ({
    number: place + 1,
    short: say(name),
    text: say({
      nl: `Wij beloven klanten: ${name.nl.toLowerCase()}, in elk contact en bij elke dienst die wij uitbesteden.`,
      en: `We promise customers: ${name.en.toLowerCase()}, in every contact and every service we outsource.`,
    }),
    status: say(
      place === 0
        ? { nl: "tekst van de belofte zelf", en: "text of the promise itself" }
        : { nl: "werkvertaling", en: "working translation" },
    ),
    working_translation: place > 0,
  }));
}

export function references(say: Say): ReferenceView[] {
  return [
    {
      id: "AIA-50",
      title: say({ nl: "AI-verordening, artikel 50", en: "AI Act, article 50" }),
      kind: say({ nl: "Wet", en: "Law" }),
      url: "https://eur-lex.europa.eu/eli/reg/2024/1689/oj",
      status: say({ nl: "Bron zelf bekeken", en: "Source seen" }),
      applies_from: say({ nl: "2 augustus 2026", en: "2 August 2026" }),
      note: null,
    },
    {
      id: "ISO-42001",
      title: "ISO/IEC 42001:2023",
      kind: say({ nl: "Norm", en: "Standard" }),
      url: null,
      status: say({ nl: "Bron niet zelf bekeken", en: "Source not seen" }),
      applies_from: null,
      note: say({
        nl: "Alleen een openbare samenvatting is bekeken.",
        en: "Only a public summary was seen.",
      }),
    },
  ];
}

export function glossary(say: Say): GlossaryEntry[] {
  return [
    {
      term: say({ nl: "AI-systeem", en: "AI system" }),
      definition: say({
        nl: "Een computersysteem dat uit gegevens afleidt wat het moet doen: een antwoord, voorspelling, advies of besluit.",
        en: "A computer system that derives from data what to do: an answer, prediction, advice or decision.",
      }),
      also: [say({ nl: "kunstmatige intelligentie", en: "artificial intelligence" })],
    },
    {
      term: say({ nl: "Generatieve AI", en: "Generative AI" }),
      definition: say({
        nl: "AI die zelf nieuwe tekst, spraak of beeld maakt.",
        en: "AI that makes new text, speech or images itself.",
      }),
      also: ["GenAI"],
    },
    {
      term: say({ nl: "Menselijk toezicht", en: "Human oversight" }),
      definition: say({
        nl: "Een mens kan zien wat de AI doet, ingrijpen en haar stoppen.",
        en: "A person can see what the AI does, intervene and stop it.",
      }),
      also: [],
    },
  ];
}

export function watch(say: Say): WatchView[] {
  return [
    {
      item: say({
        nl: "Uitstel van de regels voor AI met een hoog risico",
        en: "Postponement of the rules for high-risk AI",
      }),
      expected: say({ nl: "eind 2026", en: "end of 2026" }),
      affects: [say({ nl: "Doel en strategie", en: "Purpose and strategy" })],
    },
  ];
}

export function committee(say: Say): MemberForm[] {
  return [
    {
      name: "Noor de Vries",
      role: "chair",
      expertise: say({ nl: "Klantcontact en bestuur", en: "Customer contact and governance" }),
      speaks_for: "board",
      from: null,
      until: null,
    },
    {
      name: "Idris Bakker",
      role: "member",
      expertise: say({ nl: "Privacyrecht", en: "Privacy law" }),
      speaks_for: "privacy",
      from: null,
      until: null,
    },
    {
      name: "Zoë Çelik",
      role: "secretary",
      expertise: say({ nl: "Klantenpanel", en: "Customer panel" }),
      speaks_for: "customers",
      from: null,
      until: null,
    },
    {
      name: "Samira Haddou",
      role: "member",
      expertise: say({ nl: "Ondernemingsraad", en: "Works council" }),
      speaks_for: "employees,customers",
      from: "2026-03-03",
      until: "2028-03-02",
    },
    {
      name: "Bram Okoye",
      role: "member",
      expertise: say({ nl: "Taalmodellen", en: "Language models" }),
      speaks_for: "technology",
      from: null,
      until: null,
    },
    {
      name: "Joris Veldkamp",
      role: "guest",
      expertise: say({ nl: "Inkoop", en: "Procurement" }),
      speaks_for: null,
      from: null,
      until: null,
    },
  ];
}

export function application(say: Say): SubjectForm {
  return {
    name: say({ nl: "Chatbot Voorbeeldhulp", en: "Chatbot Voorbeeldhulp" }),
    purpose: say({
      nl: "Beantwoordt vragen van klanten over bestellingen en retouren, dag en nacht.",
      en: "Answers customers' questions about orders and returns, day and night.",
    }),
    description: "",
    supplier: "Fictief AI-bedrijf B.V.",
    in_use_since: "2026",
  };
}
