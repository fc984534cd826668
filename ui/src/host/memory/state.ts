/** What the memory host remembers, and the refusals it can give. */
import type {
  AnswerForm,
  ChosenFile,
  EvidenceView,
  FileHandle,
  HistoryEntry,
  MemberForm,
  OrganisationForm,
  ProblemView,
  RecentDossier,
  Settings,
  SubjectForm,
  Topic,
} from "../../generated/types";
import { languageFrom } from "../../text/catalogue";
import { saying, type Say, type Words } from "./words";

/** A refusal on its way out of a call. */
export class Refusal extends Error {
  readonly problem: ProblemView;

  constructor(problem: ProblemView) {
    super(problem.code);
    this.problem = problem;
  }
}

interface MemoryAssessment {
  readonly id: string;
  readonly subject: string;
  date: string;
  scope: string;
  readonly answers: Map<string, AnswerForm>;
  readonly earlier: Map<string, AnswerForm[]>;
  readonly evidence: Map<string, EvidenceView[]>;
  readonly completed: Set<string>;
}

interface MemoryDossier {
  readonly file: ChosenFile;
  organisation: OrganisationForm;
  mandate: string;
  readonly members: { id: string; form: MemberForm }[];
  readonly subjects: { id: string; form: SubjectForm }[];
  readonly assessments: MemoryAssessment[];
  readonly history: HistoryEntry[];
}

/** Everything there is to remember. */
export class State {
  settings: Settings = { language: "nl", text_size: 100 };
  dossier: MemoryDossier | null = null;
  recent: RecentDossier[] = [];
  readonly say: Say = saying(() => languageFrom(this.settings.language));
  readonly files = new Map<FileHandle, ChosenFile>();
  /** What a later call must do badly, to see how the window copes. */
  failing: ProblemView | null = null;
  #count = 0;

  /** A name that was not given before. */
  fresh(prefix: string): string {
    return `${prefix}-${++this.#count}`;
  }

  /** The open dossier, or a refusal. */
  open(): MemoryDossier {
    return (
      this.dossier ??
      this.refuse("no-dossier", null, {
        what: { nl: "Er is geen dossier open.", en: "No dossier is open." },
        remedy: { nl: "Open eerst een dossier.", en: "Open a dossier first." },
      })
    );
  }

  /** The assessment of this identity, or a refusal. */
  assessment(id: string): MemoryAssessment {
    return this.open().assessments.find((assessment) => assessment.id === id) ?? this.unknown();
  }

  /** Writes a step into the history. */
  note(
    what: Words,
    question: string | null = null,
    before: string | null = null,
    after: string | null = null,
  ): void {
    const dossier = this.open();
    dossier.history.unshift({
      id: this.fresh("event"),
      number: dossier.history.length + 1,
      at: this.say({ nl: "vandaag, 14:32", en: "today, 14:32" }),
      who: "Zoë Çelik",
      what: this.say(what),
      before,
      after,
      question,
      assessment: question === null ? null : "assessment-example",
    });
  }

  /** Refuses when a text that is needed is empty. */
  need(field: string, value: string, what: Words, remedy: Words): void {
    if (value.trim() === "") this.refuse("field-empty", field, { what, remedy });
  }

  /** Refuses. */
  refuse(code: string, field: string | null, words: { what: Words; remedy: Words }): never {
    throw new Refusal({
      code,
      what: this.say(words.what),
      remedy: this.say(words.remedy),
      field,
      details: [],
    });
  }

  /** Refuses because there is no such thing. */
  unknown(): never {
    return this.refuse("not-found", null, {
      what: { nl: "Dit staat niet in het dossier.", en: "This is not in the dossier." },
      remedy: { nl: "Ga terug naar het dossier.", en: "Go back to the dossier." },
    });
  }

  /** The answer to a change. */
  changed(topics: Topic[], subject: string | null = null) {
    return {
      saved_at: "14:32",
      events: this.dossier?.history.length ?? 0,
      topics,
      subject,
      notice: null,
    };
  }
}
