/** Retention, erasing, encryption, looking back and destroying, as far as the pages can see. */
import type { AnswerForm, ErasableView, PastPage } from "../../generated/types";
import { dateText, inWords, stateOf, subjectName } from "./assess";
import type { Answers } from "./calls";
import { questions, sections } from "./questions";
import type { MemoryStep, State } from "./state";
import type { Words } from "./words";

const code = "K7QD 2MNX 84TR VW3H 9PLC 5JZB";
const shortest = 15;
const lacksReason = {
  what: { nl: "Schrijf de reden op.", en: "Write down the reason." },
  remedy: {
    nl: "De reden blijft in het dossier staan.",
    en: "The reason stays in the dossier.",
  },
};

/** The calls about taking care of a dossier. */
export function careCalls(
  state: State,
): Pick<
  Answers,
  | "care_page"
  | "choose_retention"
  | "erasure_preview"
  | "erase"
  | "finish_erasing"
  | "destroy_dossier"
  | "finish_destruction"
  | "as_it_was"
  | "encrypt_dossier"
  | "change_passphrase"
  | "decrypt_dossier"
  | "weigh_passphrase"
> {
  const { say } = state;

  return {
    care_page: () => {
      const dossier = state.open();
      const { retention } = dossier;
      const days = retention === null ? null : daysUntil(retention.until);
      return {
        file: dossier.file.name,
        organisation: dossier.organisation.name,
        read_only: dossier.read_only,
        retention:
          retention === null || days === null
            ? null
            : {
                until: dateText(state, retention.until),
                until_iso: retention.until,
                reason: retention.reason,
                chosen: say({ nl: "vandaag, 14:32", en: "today, 14:32" }),
                days,
                due: days <= 0,
              },
        reminder: reminderOf(state),
        people: dossier.members.map(({ id, form }) => ({ id, name: form.name, left: false })),
        erased: dossier.erased,
        unfinished: null,
        encryption: encryptionOf(state),
        forks: [],
        reports: dossier.reports,
      };
    },
    choose_retention: ({ until, reason }) => {
      if (Number.isNaN(Date.parse(until))) {
        state.refuse("date-unknown", "until", {
          what: { nl: "Deze datum bestaat niet.", en: "This date does not exist." },
          remedy: {
            nl: "Vul dag, maand en jaar in met cijfers.",
            en: "Enter day, month and year in figures.",
          },
        });
      }
      state.need("reason", reason, lacksReason.what, lacksReason.remedy);
      state.open().retention = { until, reason };
      state.note({
        nl: "Zoë Çelik koos een bewaartermijn.",
        en: "Zoë Çelik chose how long to keep the dossier.",
      });
      return state.changed([{ kind: "dossier" }]);
    },
    erasure_preview: ({ member, event }) => {
      const dossier = state.open();
      const person = dossier.members.find(({ id }) => id === member)?.form.name ?? null;
      const events = dossier.history
        .filter(({ entry, erased }) => !erased && entry.id === event)
        .concat(person === null ? [] : wordsOf(dossier.history, person));
      return {
        person,
        events: events.map((step) => erasable(state, step, person)),
        consequences: [
          say({
            nl: "Een antwoord waarvan de woorden zijn gewist, telt niet meer mee. De vraag staat weer open.",
            en: "An answer whose words were erased no longer counts. The question is open again.",
          }),
          say({
            nl: "2 reservekopieën worden opnieuw geschreven zonder deze woorden.",
            en: "2 backups are written anew without these words.",
          }),
          say({
            nl: "Kopieën en rapporten buiten dit programma blijven zoals ze zijn.",
            en: "Copies and reports outside this program stay as they are.",
          }),
        ],
      };
    },
    erase: ({ events, reason }) => {
      state.need("reason", reason, lacksReason.what, lacksReason.remedy);
      const dossier = state.open();
      const steps = dossier.history.filter(({ entry }) => events.includes(entry.id));
      for (const step of steps) erase(state, step, reason);
      return {
        events: steps.length,
        backups_rewritten: state.backups.length,
        backups_removed: 0,
        complete: true,
        lines: [
          say({
            nl: "De woorden staan niet meer in het dossier.",
            en: "The words are no longer in the dossier.",
          }),
          say({
            nl: `${state.backups.length} reservekopieën zijn opnieuw geschreven, zonder deze woorden.`,
            en: `${state.backups.length} backups were written anew, without these words.`,
          }),
          say({
            nl: "Kopieën die u heeft uitgedeeld, kan het programma niet bereiken.",
            en: "The program cannot reach copies that you handed out.",
          }),
        ],
        changed: state.changed([{ kind: "dossier" }]),
      };
    },
    finish_erasing: () => ({
      events: 0,
      backups_rewritten: 0,
      backups_removed: 0,
      complete: true,
      lines: [],
      changed: state.changed([]),
    }),
    destroy_dossier: ({ organisation, certificate, backups }) => {
      const dossier = state.open();
      if (organisation !== dossier.organisation.name) {
        state.refuse("organisation-differs", "organisation", {
          what: {
            nl: "Dit is niet de naam van de organisatie.",
            en: "This is not the name of the organisation.",
          },
          remedy: {
            nl: "Typ de naam precies zoals hij hier staat. Er is niets vernietigd.",
            en: "Type the name exactly as it stands here. Nothing was destroyed.",
          },
        });
      }
      const { name } = dossier.file;
      state.dossier = null;
      if (backups) state.backups = [];
      return {
        what: [
          say({ nl: `${name} is verwijderd.`, en: `${name} was removed.` }),
          backups
            ? say({ nl: "2 reservekopieën zijn verwijderd.", en: "2 backups were removed." })
            : say({ nl: "De reservekopieën zijn er nog.", en: "The backups are still there." }),
        ],
        certificate: state.file(certificate),
        changed: state.changed([{ kind: "dossier" }]),
      };
    },
    finish_destruction: ({ file, certificate }) => {
      if (certificate === null || certificate === undefined) {
        state.refuse("certificate-not-found", "certificate", {
          what: {
            nl: "Het bewijs van de vernietiging staat niet meer waar het stond.",
            en: "The certificate of the destruction is not where it was any more.",
          },
          remedy: {
            nl: "Kies het bewijs dat begonnen was, of een plaats voor een nieuw bewijs.",
            en: "Choose the certificate that was begun, or a place for a new one.",
          },
        });
      }
      const { name } = state.file(file);
      state.recent = state.recent.filter((recent) => recent.file.handle !== file);
      return {
        what: [say({ nl: `${name} is verwijderd.`, en: `${name} was removed.` })],
        certificate: state.file(certificate),
        changed: state.changed([{ kind: "dossier" }]),
      };
    },
    as_it_was: ({ assessment, event, date }) => asItWas(state, assessment, event, date),
    encrypt_dossier: ({ passphrase }) => lock(state, "passphrase", passphrase),
    change_passphrase: ({ current, new: passphrase }) => {
      unlock(state, "current", current);
      return lock(state, "new", passphrase);
    },
    decrypt_dossier: ({ passphrase }) => {
      unlock(state, "passphrase", passphrase);
      state.obstacles.delete(state.open().file.handle);
      return state.changed([{ kind: "dossier" }]);
    },
    weigh_passphrase: ({ passphrase }) => {
      const score = Math.min(4, Math.floor(passphrase.length / 5));
      const weights: readonly Words[] = [
        { nl: "zeer zwak", en: "very weak" },
        { nl: "zwak", en: "weak" },
        { nl: "matig", en: "fair" },
        { nl: "sterk", en: "strong" },
        { nl: "zeer sterk", en: "very strong" },
      ];
      return {
        score,
        words: say(weights[score] ?? { nl: "", en: "" }),
        long_enough: passphrase.length >= shortest,
      };
    },
  };
}

/** That the last day is near, in words. */
export function reminderOf(state: State): string | null {
  const { retention } = state.open();
  if (retention === null || daysUntil(retention.until) > 31) return null;
  return state.say({
    nl: "De bewaartermijn van dit dossier loopt af. Beslis samen of u het langer bewaart of vernietigt.",
    en: "The retention period of this dossier is ending. Decide together whether to keep it longer or destroy it.",
  });
}

function daysUntil(date: string): number {
  return Math.ceil((Date.parse(date) - Date.now()) / 86_400_000);
}

function wordsOf(history: readonly MemoryStep[], person: string): MemoryStep[] {
  return history.filter(({ erased, words_of }) => !erased && words_of === person);
}

function erasable(state: State, { entry, words_of }: MemoryStep, person: string | null) {
  const view: ErasableView = {
    id: entry.id,
    number: entry.number,
    at: entry.at,
    what: entry.what,
    why:
      person === null
        ? state.say({ nl: "U koos deze wijziging.", en: "You chose this change." })
        : state.say({ nl: "Dit schreef deze persoon.", en: "This person wrote this." }),
    erasable: words_of !== null,
    sure: true,
    becomes: state.say({
      nl: "Het antwoord en de overweging verdwijnen.",
      en: "The answer and the consideration disappear.",
    }),
  };
  return view;
}

/** The words go, the place and the reason stay. */
function erase(state: State, step: MemoryStep, reason: string): void {
  const { question, id, number, at, who } = step.entry;
  if (question !== null) state.assessment("assessment-example").answers.delete(question);
  step.erased = true;
  step.entry = { ...step.entry, before: null, after: null };
  state.open().erased.unshift({
    event: id,
    at: state.say({ nl: "vandaag, 14:32", en: "today, 14:32" }),
    what: state.say({
      nl: `Stap ${number} van ${who}, ${at}`,
      en: `Step ${number} by ${who}, ${at}`,
    }),
    reason,
    who: "Zoë Çelik",
  });
  state.note({ nl: "Zoë Çelik wiste woorden.", en: "Zoë Çelik erased words." });
}

function encryptionOf(state: State) {
  const encrypted = state.obstacles.get(state.open().file.handle)?.kind === "encrypted";
  return {
    encrypted,
    words: state.say(
      encrypted
        ? {
            nl: "Het dossier is versleuteld. Alleen met de wachtwoordzin of de herstelcode kan iemand het openen.",
            en: "The dossier is encrypted. It can only be opened with the passphrase or the recovery code.",
          }
        : {
            nl: "Het dossier is niet versleuteld. Wie het bestand heeft, kan het lezen.",
            en: "The dossier is not encrypted. Whoever has the file can read it.",
          },
    ),
    shortest,
  };
}

function lock(state: State, field: string, passphrase: string) {
  if (passphrase.length < shortest) {
    state.refuse("passphrase-too-short", field, {
      what: { nl: "De wachtwoordzin is te kort.", en: "The passphrase is too short." },
      remedy: { nl: "Neem minstens vijftien tekens.", en: "Use at least fifteen characters." },
    });
  }
  state.obstacles.set(state.open().file.handle, { kind: "encrypted", passphrase, code });
  return {
    recovery_code: code,
    files: [
      state.say({
        nl: "Het dossier en 2 reservekopieën zijn versleuteld.",
        en: "The dossier and 2 backups were encrypted.",
      }),
      state.say({
        nl: "Kopieën, exporten en rapporten die u eerder maakte, blijven leesbaar.",
        en: "Copies, exports and reports that you made before stay readable.",
      }),
    ],
    changed: state.changed([{ kind: "dossier" }]),
  };
}

function unlock(state: State, field: string, passphrase: string): void {
  const obstacle = state.obstacles.get(state.open().file.handle);
  if (obstacle?.kind !== "encrypted") return;
  if (passphrase !== obstacle.passphrase && passphrase !== obstacle.code)
    state.wrongPassphrase(field);
}

function asItWas(
  state: State,
  assessment: string,
  event: string | null,
  date: string | null,
): PastPage {
  const { say } = state;
  const { history } = state.open();
  const step = history.find(({ entry }) => event === null || entry.id === event);
  if (step === undefined) return state.unknown();
  const now = state.assessment(assessment).answers;
  let changed_since = 0;
  const pastSections = sections.map(({ id, title }) => ({
    section: id,
    title: say(title),
    questions: questions
      .filter(({ section }) => section === id)
      .map((question) => {
        const then = step.answers.get(question.id);
        const words = (answer: AnswerForm | undefined) =>
          answer === undefined ? "" : `${inWords(state, question, answer)} ${answer.because}`;
        const changed = words(then) !== words(now.get(question.id));
        if (changed) changed_since += 1;
        return {
          question: question.id,
          label: say(question.text),
          state: stateOf(then),
          answers:
            then === undefined
              ? []
              : [
                  {
                    value: inWords(state, question, then),
                    because: then.because,
                    who: then.by ?? step.entry.who,
                    at: step.entry.at,
                  },
                ],
          evidence: question.id === "PUR-04" ? 1 : 0,
          changed_since: changed,
        };
      }),
  }));
  return {
    assessment,
    subject: subjectName(state, assessment),
    moment:
      event === null
        ? say({
            nl: `Zoals het was aan het einde van ${dateText(state, date ?? "")}`,
            en: `As it was at the end of ${dateText(state, date ?? "")}`,
          })
        : say({
            nl: `Zoals het was na wijziging ${step.entry.number}, ${step.entry.at}`,
            en: `As it was after change ${step.entry.number}, ${step.entry.at}`,
          }),
    change: step.entry.what,
    sections: pastSections.filter((section) => section.questions.length > 0),
    asked: questions.length,
    answered: step.answers.size,
    changed_since,
    note: say({
      nl: "Dit is opnieuw opgebouwd uit de geschiedenis. Woorden die later zijn gewist, zijn ook hier weg.",
      en: "This was built anew from the history. Words that were erased later are gone here too.",
    }),
  };
}
