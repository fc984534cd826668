/** What the memory host remembers, and the refusals it can give. */
import type {
  AnswerForm,
  BackupView,
  ChosenFile,
  CommitteeForm,
  CopyView,
  ErasureView,
  EvidenceView,
  FileHandle,
  HistoryEntry,
  KeptReportView,
  LogoDrawing,
  MemberForm,
  OrganisationForm,
  ProblemView,
  RecentDossier,
  Settings,
  StyleForm,
  SubjectForm,
  Topic,
} from "../../generated/types";
import { languageFrom } from "../../text/catalogue";
import type { Conclusion } from "./conclusion/work";
import type { Work } from "./deliberation/work";
import type { FollowUp } from "./follow-up/work";
import { saying, type Say, type Words } from "./words";

/** A refusal on its way out of a call. */
export class Refusal extends Error {
  readonly problem: ProblemView;

  constructor(problem: ProblemView) {
    super(problem.code);
    this.problem = problem;
  }
}

/** One of several answers that contradict each other, and who gave it. */
export interface MemoryVersion {
  readonly who: string;
  readonly at: string;
  readonly place: string;
  readonly answer: AnswerForm;
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
  readonly conflicts: Map<string, readonly MemoryVersion[]>;
  readonly work: Work;
  readonly conclusion: Conclusion;
  /** The date of the assessment from which an answer was taken over, by its question. */
  readonly takenOver: Map<string, string>;
  readonly followUp: FollowUp;
}

/** A member of the committee, and since when no longer. */
export interface MemoryMember {
  readonly id: string;
  form: MemberForm;
  gone: string | null;
}

type Recorded = Omit<
  HistoryEntry,
  "undo" | "not_undone" | "undone_by" | "waits" | "erased" | "erasable"
>;

/** A step of the history, with what is needed to take it back and to look back at it. */
export interface MemoryStep {
  entry: Recorded;
  /** Takes it back, or does it again; nothing where that is never possible. */
  readonly turn: (() => void) | null;
  undone_by: string | null;
  erased: boolean;
  /** Whose words it holds. */
  readonly words_of: string | null;
  /** The answers as they were after it. */
  readonly answers: ReadonlyMap<string, AnswerForm>;
}

/** What a step is about, beyond the sentence that tells it. */
interface About {
  readonly question?: string;
  readonly before?: string | null;
  readonly after?: string | null;
  readonly who?: string;
  readonly turn?: () => void;
}

/** What keeps a file from being opened at once. */
export type Obstacle =
  | { kind: "encrypted"; passphrase: string; code: string }
  | { kind: "damaged" }
  | { kind: "half_destroyed" }
  | { kind: "in_use" };

interface MemoryDossier {
  readonly file: ChosenFile;
  /** The language in which people write in it. */
  readonly written_in: string;
  organisation: OrganisationForm;
  committee: CommitteeForm;
  readonly members: MemoryMember[];
  readonly left: MemoryMember[];
  /** Who stands aside from which application, and why. */
  readonly interests: { subject: string; member: string; reason: string }[];
  readonly subjects: { id: string; form: SubjectForm }[];
  readonly assessments: MemoryAssessment[];
  readonly history: MemoryStep[];
  readonly erased: ErasureView[];
  readonly reports: KeptReportView[];
  retention: { until: string; reason: string } | null;
  style: StyleForm;
  logo: LogoDrawing | null;
  /** Where sections of the organisation's own stand. */
  sections: readonly string[];
  read_only: string | null;
  /** The copies that were handed out, the latest first. */
  copies: CopyView[];
  /** The copies that were taken in already. */
  readonly merged: Set<string>;
}

/** Everything there is to remember. */
export class State {
  settings: Settings = { language: "nl", text_size: 100 };
  dossier: MemoryDossier | null = null;
  recent: RecentDossier[] = [];
  backups: BackupView[] = [];
  readonly obstacles = new Map<FileHandle, Obstacle>();
  readonly say: Say = saying(() => languageFrom(this.settings.language));
  readonly files = new Map<FileHandle, ChosenFile>();
  /** What a later call must do badly, to see how the window copes. */
  failing: ProblemView | null = null;
  roomIsDark = false;
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
  note(what: Words, about: About = {}): MemoryStep {
    const dossier = this.open();
    const question = about.question ?? null;
    const assessment = dossier.assessments.find(({ id }) => id === "assessment-example");
    const who = about.who ?? "Zoë Çelik";
    const step: MemoryStep = {
      entry: {
        id: this.fresh("event"),
        number: dossier.history.length + 1,
        at: this.say({ nl: "vandaag, 14:32", en: "today, 14:32" }),
        who,
        what: this.say(what),
        before: about.before ?? null,
        after: about.after ?? null,
        question,
        assessment: question === null ? null : "assessment-example",
        as_it_was: assessment?.id ?? null,
      },
      turn: about.turn ?? null,
      undone_by: null,
      erased: false,
      words_of: question === null ? null : who,
      answers: new Map(assessment?.answers),
    };
    dossier.history.unshift(step);
    return step;
  }

  /** The file behind a handle, or a refusal. */
  file(handle: FileHandle): ChosenFile {
    return this.files.get(handle) ?? this.unknown();
  }

  /** Refuses a name that is empty. */
  name(field: string, value: string): void {
    this.need(
      field,
      value,
      { nl: "Vul een naam in.", en: "Enter a name." },
      {
        nl: "Zonder naam kan dit niet worden opgeslagen.",
        en: "Without a name this cannot be saved.",
      },
    );
  }

  /** Refuses a passphrase that does not open. */
  wrongPassphrase(field: string): never {
    return this.refuse("wrong-passphrase", field, {
      what: {
        nl: "Deze wachtwoordzin of herstelcode past niet.",
        en: "This passphrase or recovery code does not fit.",
      },
      remedy: {
        nl: "Let op hoofdletters en spaties, en probeer het opnieuw.",
        en: "Mind capitals and spaces, and try again.",
      },
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
