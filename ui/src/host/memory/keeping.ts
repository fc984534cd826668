/** Undoing, backups, copies and merging, as far as the pages can see of them. */
import type {
  AnswerForm,
  BackupView,
  CopyView,
  HistoryEntry,
  MergeDone,
  Topic,
  WaitingView,
} from "../../generated/types";
import { inWords, subjectName } from "./assess";
import { needText } from "./deliberation/voices";
import type { Answers } from "./calls";
import { questions } from "./questions";
import type { MemoryStep, MemoryVersion, State } from "./state";
import type { Words } from "./words";

const assessment = "assessment-example";
const everything: Topic[] = [{ kind: "dossier" }, { kind: "assessment", assessment }];

/** A step as the page of the history shows it. */
export function shown(state: State, step: MemoryStep): HistoryEntry {
  const { entry, erased, undone_by } = step;
  const open = state.open();
  return {
    ...entry,
    undo: open.read_only === null && step.turn !== null && undone_by === null ? offer(state) : null,
    not_undone:
      step.turn === null
        ? state.say({
            nl: `Dit kan niet ongedaan gemaakt worden: ${entry.what} Leg vast wat er nu anders is.`,
            en: `This cannot be undone: ${entry.what} Record what is different now.`,
          })
        : null,
    undone_by,
    waits: null,
    erased,
    erasable: open.read_only === null && !erased && step.words_of !== null,
  };
}

const offer = (state: State) => ({ label: state.say({ nl: "Ongedaan maken", en: "Undo" }) });

/** The parts of the work that a step of this host can belong to. */
export const areas: readonly { value: string; label: Words }[] = [
  { value: "answers", label: { nl: "Antwoorden en bewijs", en: "Answers and evidence" } },
  {
    value: "subjects",
    label: { nl: "Organisatie en AI-toepassingen", en: "Organisation and AI applications" },
  },
];

/** To which of them a step belongs. */
export const areaOf = ({ entry }: MemoryStep): string =>
  entry.question === null ? "subjects" : "answers";

/** The step that can be taken back now. */
function takenBack(state: State, event: string): MemoryStep {
  const step = state.open().history.find(({ entry }) => entry.id === event);
  if (step?.turn != null && isLast(state, step)) return step;
  return state.refuse("undo-changes-nothing", "event", {
    what: {
      nl: "Dit ongedaan maken verandert nu niets.",
      en: "Undoing this changes nothing now.",
    },
    remedy: { nl: "Kijk naar de latere wijzigingen.", en: "Look at the later changes." },
  });
}

/** Undoing what something later took the place of would change nothing. */
function isLast(state: State, step: MemoryStep): boolean {
  if (step.undone_by !== null || step.erased) return false;
  const { question } = step.entry;
  const last = state
    .open()
    .history.find(({ entry, undone_by }) => entry.question === question && undone_by === null);
  return last === step;
}

/** Makes a backup. */
function backUp(state: State, why: Words): BackupView {
  const { say } = state;
  const backup = {
    id: state.fresh("backup"),
    dossier: "voorbeeld",
    organisation: state.dossier?.organisation.name ?? null,
    at: say({ nl: "vandaag, 14:32", en: "today, 14:32" }),
    why: say(why),
    events: state.dossier?.history.length ?? null,
    size: say({ nl: "1,2 MB", en: "1.2 MB" }),
    last_saved: say({ nl: "vandaag, 14:31", en: "today, 14:31" }),
    verified: true,
    problem: null,
  };
  state.backups.unshift(backup);
  return backup;
}

/** The backups that there are when a dossier has been in use for a while. */
export function stock(state: State): void {
  const { say } = state;
  if (state.backups.length > 0) return;
  state.backups = [
    {
      id: "backup-daily",
      dossier: "voorbeeld",
      organisation: "Voorbeeld Webwinkel B.V.",
      at: say({ nl: "20 november 2026, 09:02", en: "20 November 2026, 09:02" }),
      why: say({ nl: "de eerste van die werkdag", en: "the first of that working day" }),
      events: 46,
      size: say({ nl: "1,1 MB", en: "1.1 MB" }),
      last_saved: say({ nl: "19 november 2026, 16:48", en: "19 November 2026, 16:48" }),
      verified: true,
      problem: null,
    },
    {
      id: "backup-damaged",
      dossier: "voorbeeld",
      organisation: null,
      at: say({ nl: "2 november 2026, 08:55", en: "2 November 2026, 08:55" }),
      why: say({ nl: "voor een samenvoeging", en: "before a merge" }),
      events: null,
      size: say({ nl: "12 kB", en: "12 kB" }),
      last_saved: null,
      verified: false,
      problem: say({
        nl: "Deze reservekopie is beschadigd en kan niet worden teruggehaald.",
        en: "This backup is damaged and cannot be brought back.",
      }),
    },
  ];
}

/** The calls about keeping a dossier safe. */
export function keepingCalls(
  state: State,
): Pick<
  Answers,
  | "undo_offer"
  | "undo"
  | "backups_page"
  | "back_up_now"
  | "restore_backup"
  | "copies_page"
  | "hand_out_copy"
  | "give_up_copy"
  | "merge"
  | "export_dossier"
> {
  const { say } = state;
  const told = (words: Words) => ({ ...state.changed([]), notice: say(words) });

  return {
    undo_offer: ({ event }) => {
      takenBack(state, event);
      return offer(state);
    },
    undo: ({ event }) => {
      const step = takenBack(state, event);
      const { turn, entry } = step;
      turn?.();
      state.note(
        {
          nl: `Zoë Çelik maakte wijziging ${entry.number} ongedaan.`,
          en: `Zoë Çelik undid change ${entry.number}.`,
        },
        {
          ...(entry.question !== null && { question: entry.question }),
          ...(turn !== null && { turn }),
        },
      );
      step.undone_by = say({
        nl: "Ongedaan gemaakt op 21 november 2026, 14:32, door Zoë Çelik",
        en: "Undone on 21 November 2026, 14:32, by Zoë Çelik",
      });
      return state.changed(everything);
    },
    backups_page: () => ({
      folder: "Gegevens/verantwoord/reservekopieën",
      backups: state.backups,
      explanation: say({
        nl: "Het programma maakt uit zichzelf een reservekopie: op elke werkdag, en voor een samenvoeging of ondertekening. Van oudere bewaart het een deel.",
        en: "The program makes backups by itself: on each working day, and before a merge or signature. Of older ones it keeps some.",
      }),
      can_back_up: state.dossier !== null,
    }),
    back_up_now: () => {
      state.open();
      backUp(state, { nl: "op uw verzoek", en: "at your request" });
      return told({ nl: "De reservekopie is gemaakt.", en: "The backup was made." });
    },
    restore_backup: ({ backup, file }) => {
      if (!state.backups.some(({ id }) => id === backup)) state.unknown();
      const { name, handle } = state.file(file);
      const words = {
        nl: `De reservekopie staat nu in ${name}. Open dat bestand om ermee verder te gaan.`,
        en: `The backup is now in ${name}. Open that file to go on with it.`,
      };
      return { ...told(words), subject: handle };
    },
    copies_page: () => ({
      copies: state.open().copies.toSorted((one, other) => Number(other.out) - Number(one.out)),
    }),
    give_up_copy: ({ copy, reason }) => {
      needText(state, "reason", reason);
      settleCopies(state, ({ id }) => id === copy, {
        nl: `komt niet terug, vastgelegd op 21 november 2026, 14:32. Reden: ${reason}`,
        en: `will not come back, written down on 21 November 2026, 14:32. Reason: ${reason}`,
      });
      return state.changed([{ kind: "care" }]);
    },
    hand_out_copy: ({ file, member }) => {
      const dossier = state.open();
      const holder = dossier.members.find(({ id }) => id === member);
      if (member !== null && holder === undefined) state.unknown();
      const { name } = state.file(file);
      dossier.copies.unshift({
        id: `copy-${dossier.copies.length + 1}`,
        file: name,
        who: holder?.form.name ?? null,
        at: say({ nl: "21 november 2026, 14:32", en: "21 November 2026, 14:32" }),
        by: say({ nl: "de commissie", en: "the committee" }),
        out: true,
        standing: say({ nl: "nog niet terug", en: "not back yet" }),
      });
      return told({
        nl: `De kopie staat in ${name}. Geef dat bestand mee.`,
        en: `The copy is in ${name}. Hand out that file.`,
      });
    },
    merge: ({ files }) =>
      merge(
        state,
        files.map((file) => state.file(file).name),
      ),
    export_dossier: ({ file }) => {
      state.open();
      const { name } = state.file(file);
      return told({
        nl: `De export staat in ${name}. Dat bestand is niet versleuteld.`,
        en: `The export is in ${name}. That file is not encrypted.`,
      });
    },
  };
}

const who = "Idris Bakker";

/** Takes in what Idris did at home: one answer that contradicts and one that is new. */
function merge(state: State, names: readonly string[]): MergeDone {
  const { say } = state;
  const { merged } = state.open();
  const held = state.assessment(assessment);
  const fresh = names.filter((name) => !merged.has(name));
  const choice = (option: string, because: Words): AnswerForm => ({
    value: { kind: "choice", option },
    because: say(because),
    certainty: "known",
    evidence_strength: 1,
    by: who,
  });
  const isAdopted = held.conclusion.settled?.kind === "adopted";
  if (fresh.length > 0 && merged.size === 0 && isAdopted) {
    backUp(state, { nl: "voor een samenvoeging", en: "before a merge" });
    held.conclusion.waiting = ["PUR-04", "HUM-01"].map((question) =>
      say({ nl: `Antwoord op ${question} vastgelegd`, en: `Answer to ${question} recorded` }),
    );
  } else if (fresh.length > 0 && merged.size === 0) {
    backUp(state, { nl: "voor een samenvoeging", en: "before a merge" });
    contradict(
      state,
      choice("3", {
        nl: "In mijn team hangt de visie aan de muur, en in elk werkoverleg komt zij terug.",
        en: "In my team the vision is on the wall, and it comes up in every meeting.",
      }),
    );
    const because = { nl: "Altijd met één klik.", en: "Always with one click." };
    held.answers.set("HUM-01", choice("yes", because));
    state.note(
      { nl: `${who} legde een antwoord vast.`, en: `${who} recorded an answer.` },
      { question: "HUM-01", who, after: say({ nl: "Ja", en: "Yes" }) },
    );
  }
  const first = merged.size === 0;
  const back = ({ file, who: holder }: CopyView) => names.includes(file) || holder === who;
  const isBack = fresh.length > 0 && state.open().copies.some((copy) => copy.out && back(copy));
  if (isBack) {
    settleCopies(state, back, {
      nl: "terug sinds 21 november 2026, 14:32",
      en: "back since 21 November 2026, 14:32",
    });
  }
  for (const name of names) merged.add(name);
  const added = fresh.length > 0 && first ? 2 : 0;
  const notice = say(
    added === 0
      ? { nl: "Er was niets nieuws.", en: "There was nothing new." }
      : { nl: "2 wijzigingen zijn erbij gekomen.", en: "2 changes were added." },
  );
  return {
    added,
    from: names.map((file, place) => ({
      file,
      events: place === 0 ? added : 0,
      authors: place === 0 && added > 0 ? [who] : [],
    })),
    recovered: 0,
    erased: 0,
    returned: isBack
      ? [say({ nl: `De kopie van ${who} is terug.`, en: `${who}’s copy is back.` })]
      : [],
    conflicts: added === 0 || isAdopted ? [] : conflicts(state),
    waiting: held.conclusion.waiting.length === 0 ? [] : [waits(state)],
    forks:
      names.length < 2
        ? []
        : [
            say({
              nl: "De kopie van Idris Bakker is na wijziging 3 op twee plaatsen verder gegaan.",
              en: "The copy of Idris Bakker went on in two places after change 3.",
            }),
          ],
    backup:
      added === 0
        ? null
        : say({
            nl: "Eerst is een reservekopie gemaakt: voorbeeld 2026-11-21 14.32.dossier.",
            en: "A backup was made first: voorbeeld 2026-11-21 14.32.dossier.",
          }),
    changed: { ...state.changed(everything), notice },
  };
}

/** Writes down what became of the copies that are out and are meant. */
function settleCopies(state: State, meant: (copy: CopyView) => boolean, words: Words): void {
  const dossier = state.open();
  dossier.copies = dossier.copies.map((copy) =>
    copy.out && meant(copy) ? { ...copy, out: false, standing: state.say(words) } : copy,
  );
}

function waits(state: State): WaitingView {
  return {
    assessment,
    subject: subjectName(state, assessment),
    words: state.say({
      nl: "Er wachten 2 wijzigingen. Ze tellen mee zodra u de zelfbeoordeling heropent.",
      en: "2 changes wait. They count once you reopen the assessment.",
    }),
  };
}

function contradict(state: State, theirs: AnswerForm): void {
  const { say } = state;
  const held = state.assessment(assessment);
  const ours = held.answers.get("PUR-04");
  const here: MemoryVersion[] =
    ours === undefined
      ? []
      : [
          {
            who: "Zoë Çelik",
            at: say({ nl: "21 november 2026, 14:32", en: "21 November 2026, 14:32" }),
            place: say({ nl: "in dit dossier", en: "in this dossier" }),
            answer: ours,
          },
        ];
  held.conflicts.set("PUR-04", [
    ...here,
    {
      who,
      at: say({ nl: "20 november 2026, 20:15", en: "20 November 2026, 20:15" }),
      place: say({ nl: "in een kopie", en: "in a copy" }),
      answer: theirs,
    },
  ]);
  state.note(
    { nl: `${who} legde een antwoord vast.`, en: `${who} recorded an answer.` },
    { question: "PUR-04", who, after: theirs.because },
  );
}

function conflicts(state: State): MergeDone["conflicts"] {
  const held = state.assessment(assessment);
  return questions.flatMap((question) => {
    const versions = held.conflicts.get(question.id);
    if (versions === undefined) return [];
    return [
      {
        assessment,
        subject: subjectName(state, assessment),
        question: question.id,
        label: state.say(question.text),
        versions: versions.map(({ answer, ...version }) => ({
          ...version,
          value: inWords(state, question, answer),
          because: answer.because,
        })),
      },
    ];
  });
}
