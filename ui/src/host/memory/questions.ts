/** A small questionnaire, enough to show each kind of question. Content is made up. */
import type { Words } from "./words";

/** A question as the memory host holds it. */
export interface MemoryQuestion {
  readonly id: string;
  readonly section: string;
  readonly kind: "single" | "multiple" | "maturity" | "number" | "text";
  readonly text: Words;
  readonly why: Words;
  readonly note?: Words;
  readonly options?: readonly { value: string; label: Words; descriptor?: Words }[];
  readonly how?: Words;
  readonly unit?: Words;
  readonly example?: Words;
  readonly firstStep?: Words;
  readonly evidence?: readonly Words[];
  readonly legal?: boolean;
}

/** The sections, in order. */
export const sections: readonly { id: string; title: Words; introduction: Words }[] = [
  {
    id: "profile",
    title: { nl: "Profiel van de toepassing", en: "Application profile" },
    introduction: {
      nl: "Dit deel beschrijft wat uw AI doet, voor wie en met welke gegevens. Uw antwoorden bepalen welke vragen u daarna ziet.",
      en: "This part describes what your AI does, for whom and with which data. Your answers decide which questions you see next.",
    },
  },
  {
    id: "purpose",
    title: { nl: "Doel en strategie: AI is een middel", en: "Purpose and strategy: AI is a means" },
    introduction: {
      nl: "Dit deel gaat over de vraag waarom, waarvoor en voor wie u AI gebruikt.",
      en: "This part is about why, for what and for whom you use AI.",
    },
  },
  {
    id: "human_access",
    title: { nl: "Toegang tot menselijk contact", en: "Access to human contact" },
    introduction: {
      nl: "Dit deel gaat over de weg naar een mens voor klanten die vastlopen of geen AI willen.",
      en: "This part is about the way to a person for customers who get stuck or do not want AI.",
    },
  },
  {
    id: "sector",
    title: { nl: "Extra vragen voor uw sector", en: "Extra questions for your sector" },
    introduction: {
      nl: "Deze vragen gelden alleen voor bepaalde sectoren.",
      en: "These questions only apply to certain sectors.",
    },
  },
];

const yesPartlyNo = (yes: Words, partly: Words, no: Words) => [
  { value: "yes", label: { nl: "Ja", en: "Yes" }, descriptor: yes },
  { value: "partly", label: { nl: "Deels", en: "Partly" }, descriptor: partly },
  { value: "no", label: { nl: "Nee", en: "No" }, descriptor: no },
];

/** The questions, in order. */
export const questions: readonly MemoryQuestion[] = [
  {
    id: "INT-01",
    section: "profile",
    kind: "single",
    text: { nl: "Wat voor organisatie bent u?", en: "What kind of organisation are you?" },
    why: {
      nl: "Voor overheden en openbare diensten gelden extra plichten.",
      en: "Public bodies and public services have extra duties.",
    },
    note: {
      nl: "Voert u het contact voor een opdrachtgever? Beantwoord het profiel dan voor die opdrachtgever.",
      en: "Do you run contact for a client? Then answer the profile for that client.",
    },
    options: [
      { value: "private", label: { nl: "Private organisatie", en: "Private organisation" } },
      {
        value: "public_body",
        label: { nl: "Overheidsorganisatie of bestuursorgaan", en: "Public authority" },
      },
      {
        value: "public_service",
        label: {
          nl: "Private organisatie die een openbare dienst verleent (zoals zorg, onderwijs of openbaar vervoer)",
          en: "Private organisation providing a public service (such as care, education or public transport)",
        },
      },
    ],
  },
  {
    id: "INT-02",
    section: "profile",
    kind: "multiple",
    text: {
      nl: "In welke kanalen komt een klant deze AI tegen?",
      en: "In which channels does a customer meet this AI?",
    },
    why: {
      nl: "Elk kanaal heeft eigen regels en eigen klanten.",
      en: "Each channel has its own rules and its own customers.",
    },
    options: [
      {
        value: "chat",
        label: { nl: "Chat op de website of in de app", en: "Chat on the website or in the app" },
      },
      { value: "phone", label: { nl: "Telefoon", en: "Telephone" } },
      { value: "mail", label: { nl: "E-mail of post", en: "E-mail or letters" } },
      {
        value: "none",
        label: { nl: "Geen: alleen medewerkers gebruiken haar", en: "None: only employees use it" },
      },
    ],
  },
  {
    id: "INT-03",
    section: "profile",
    kind: "text",
    text: {
      nl: "Welke klanten hebben het meest last als deze AI een fout maakt?",
      en: "Which customers suffer most when this AI makes a mistake?",
    },
    why: {
      nl: "Wie het hardst geraakt wordt, hoort als eerste aan tafel.",
      en: "Those who are hit hardest belong at the table first.",
    },
    how: {
      nl: "Noem minstens twee groepen, en wat er dan met hen gebeurt.",
      en: "Name at least two groups, and what then happens to them.",
    },
  },
  {
    id: "PUR-04",
    section: "purpose",
    kind: "maturity",
    text: {
      nl: "Hoe goed staat in een vastgestelde visie op klantcontact waarom, waarvoor en voor wie u AI gebruikt?",
      en: "How well does an adopted vision on customer contact say why, for what and for whom you use AI?",
    },
    why: {
      nl: "Losse toepassingen zonder visie leiden tot frustratie bij klanten.",
      en: "Isolated applications without a vision frustrate customers.",
    },
    options: [
      {
        value: "0",
        label: { nl: "Niet aanwezig", en: "Absent" },
        descriptor: {
          nl: "Er is geen visie op klantcontact, of AI komt er niet in voor.",
          en: "There is no vision on customer contact, or it does not mention AI.",
        },
      },
      {
        value: "1",
        label: {
          nl: "Soms, en afhankelijk van personen",
          en: "Sometimes, and depending on individuals",
        },
        descriptor: {
          nl: "Losse teams of personen hebben ideeën over AI, maar die zijn nergens samen vastgelegd.",
          en: "Separate teams or people have ideas about AI, but these are not recorded together anywhere.",
        },
      },
      {
        value: "2",
        label: { nl: "Opgeschreven en vastgesteld", en: "Written down and adopted" },
        descriptor: {
          nl: "Een vastgestelde visie zegt waarom, waarvoor en voor wie u AI gebruikt.",
          en: "An adopted vision says why, for what and for whom you use AI.",
        },
      },
      {
        value: "3",
        label: {
          nl: "Het gebeurt, en u kunt het laten zien",
          en: "It is done, and you can show it",
        },
        descriptor: {
          nl: "Een document laat zien hoe deze AI bij de visie past, en teams kennen de visie.",
          en: "A document shows how this AI fits the vision, and teams know the vision.",
        },
      },
      {
        value: "4",
        label: { nl: "Gecontroleerd en steeds verbeterd", en: "Checked and always being improved" },
        descriptor: {
          nl: "De visie is het afgelopen jaar getoetst aan ervaringen van klanten en medewerkers, en daarna aangepast of bewust gehouden.",
          en: "In the past year the vision was tested against experience of customers and employees, and then changed or deliberately kept.",
        },
      },
    ],
    example: {
      nl: "Woningcorporatie De Bonte Deur bespreekt haar visie elk voorjaar met huurders. Daarom bleef reparatie melden ook per telefoon mogelijk.",
      en: "Housing association De Bonte Deur discusses its vision with tenants every spring. That is why repairs can still be reported by phone.",
    },
    firstStep: {
      nl: "Schrijf in de visie waarom, waarvoor en voor wie u AI gebruikt.",
      en: "State in your vision why, for what and for whom you use AI.",
    },
    evidence: [
      {
        nl: "Vastgestelde visie of strategie klantcontact",
        en: "Adopted vision or strategy for customer contact",
      },
      { nl: "Bestuursbesluit", en: "Board decision" },
    ],
  },
  {
    id: "PUR-05",
    section: "purpose",
    kind: "number",
    text: {
      nl: "Hoeveel klanten sprak u dit jaar zelf over deze AI?",
      en: "How many customers did you speak to about this AI this year?",
    },
    why: {
      nl: "Wie niet met klanten praat, weet niet of de AI hen helpt.",
      en: "If you do not talk to customers, you do not know whether the AI helps them.",
    },
    unit: { nl: "klanten", en: "customers" },
    how: {
      nl: "Tel gesprekken van minstens tien minuten. Geen gesprekken? Vul dan 0 in.",
      en: "Count conversations of at least ten minutes. No conversations? Then enter 0.",
    },
    firstStep: {
      nl: "Bel deze week vijf klanten na een chat.",
      en: "Phone five customers after a chat this week.",
    },
  },
  {
    id: "HUM-01",
    section: "human_access",
    kind: "single",
    legal: true,
    text: {
      nl: "Kan een klant op elk moment van het gesprek een medewerker bereiken?",
      en: "Can a customer reach an employee at every moment of the conversation?",
    },
    why: {
      nl: "Een klant die vastloopt, moet verder kunnen met een mens.",
      en: "A customer who gets stuck must be able to go on with a person.",
    },
    options: yesPartlyNo(
      {
        nl: "In elk kanaal staat de weg naar een medewerker in beeld, en die is binnen openingstijd bereikbaar.",
        en: "In every channel the way to an employee is in sight, and one can be reached during opening hours.",
      },
      {
        nl: "Er is een weg, maar niet in elk kanaal of pas na meerdere pogingen.",
        en: "There is a way, but not in every channel or only after several attempts.",
      },
      {
        nl: "De klant komt niet verder dan de AI, of moet zelf een nummer zoeken.",
        en: "The customer gets no further than the AI, or has to look for a number.",
      },
    ),
    example: {
      nl: "Telecombedrijf Klinkdraad zet in elk chatvenster de knop ‘Ik wil een mens’.",
      en: "Telecom company Klinkdraad puts the button ‘I want a person’ in every chat window.",
    },
    firstStep: {
      nl: "Zet in de chat een vaste knop naar een medewerker.",
      en: "Put a fixed button to an employee in the chat.",
    },
    evidence: [
      { nl: "Schermafbeelding van elk kanaal", en: "Screenshot of each channel" },
      { nl: "Cijfers over wachttijd", en: "Figures about waiting time" },
    ],
  },
  {
    id: "HUM-02",
    section: "human_access",
    kind: "single",
    text: {
      nl: "Hoeft een klant zijn verhaal niet opnieuw te vertellen aan de medewerker?",
      en: "Is a customer spared from telling the story again to the employee?",
    },
    why: {
      nl: "Opnieuw beginnen kost de klant tijd en vertrouwen.",
      en: "Starting again costs the customer time and trust.",
    },
    options: yesPartlyNo(
      {
        nl: "De medewerker ziet het hele gesprek met de AI voordat hij begint.",
        en: "The employee sees the whole conversation with the AI before starting.",
      },
      { nl: "De medewerker ziet alleen het onderwerp.", en: "The employee only sees the subject." },
      {
        nl: "Het gesprek met de AI gaat niet mee.",
        en: "The conversation with the AI is not passed on.",
      },
    ),
    firstStep: {
      nl: "Geef het gesprek door aan de medewerker.",
      en: "Pass the conversation on to the employee.",
    },
  },
];
