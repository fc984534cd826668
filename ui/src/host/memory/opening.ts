/** Beginning, opening and closing a dossier in memory, and what can stand in the way. */
import type { Answers } from "./calls";
import { describedAs, openExample } from "./example";
import { stock } from "./keeping";
import type { State } from "./state";

const obstructed = [
  {
    handle: "file-locked",
    name: "gemeente.dossier",
    organisation: "Voorbeeld Gemeente",
    exists: true,
    obstacle: {
      kind: "encrypted",
      passphrase: "vier losse woorden hier",
      code: "K7QD 2MNX 84TR VW3H",
    },
  },
  {
    handle: "file-damaged",
    name: "energie.dossier",
    organisation: "Voorbeeld Energie B.V.",
    exists: true,
    obstacle: { kind: "damaged" },
  },
  {
    handle: "file-half-destroyed",
    name: "bank.dossier",
    organisation: "Voorbeeld Bank N.V.",
    exists: true,
    obstacle: { kind: "half_destroyed" },
  },
  {
    handle: "file-in-use",
    name: "zorg.dossier",
    organisation: "Voorbeeld Zorg",
    exists: true,
    obstacle: { kind: "in_use" },
  },
  {
    handle: "file-gone",
    name: "verzekeraar.dossier",
    organisation: "Voorbeeld Verzekeraar N.V.",
    exists: false,
    obstacle: null,
  },
] as const;

const ending = {
  nl: "De bewaartermijn loopt af op 1 december 2026.",
  en: "The retention period ends on 1 December 2026.",
};

/** Puts dossiers in the list of those opened before, each with something in its way. */
export function lay(state: State): void {
  const { say } = state;
  for (const { handle, name, organisation, exists, obstacle } of obstructed) {
    const file = { handle, name, folder: "Documenten" };
    state.files.set(handle, file);
    if (obstacle !== null) state.obstacles.set(handle, obstacle);
    state.recent.push({
      file,
      organisation,
      opened: "19-11-2026, 16:05",
      exists,
      reminder: handle === "file-in-use" ? say(ending) : null,
    });
  }
}

/** The calls about opening. */
export function openingCalls(
  state: State,
): Pick<
  Answers,
  | "start_page"
  | "new_dossier"
  | "open_dossier"
  | "look_at_dossier"
  | "open_example"
  | "close_dossier"
  | "forget_recent"
  | "import_dossier"
  | "rescue_dossier"
> {
  const { say } = state;
  const opened = () => state.changed([{ kind: "dossier" }]);

  return {
    start_page: () => ({
      recent: state.recent,
      version: "0.1.0",
      open: state.dossier?.organisation.name ?? null,
      written_in: state.dossier?.written_in ?? null,
    }),
    new_dossier: ({ file: handle, organisation, language }) => {
      state.name("organisation", organisation);
      const chosen = state.file(handle);
      state.dossier = {
        file: chosen,
        written_in: language,
        organisation: { name: organisation, sector: "", description: "", contact: "" },
        committee: describedAs(""),
        members: [],
        left: [],
        interests: [],
        subjects: [],
        assessments: [],
        history: [],
        erased: [],
        reports: [],
        style: { name: "", accent: "" },
        logo: null,
        sections: ["after-committee"],
        retention: null,
        read_only: null,
        copies: [],
        merged: new Set(),
      };
      state.recent.unshift({
        file: chosen,
        organisation,
        opened: say({ nl: "vandaag, 14:32", en: "today, 14:32" }),
        exists: true,
        reminder: null,
      });
      state.note({ nl: "Het dossier is begonnen.", en: "The dossier was started." });
      return opened();
    },
    open_dossier: ({ file, passphrase }) => {
      pass(state, file, passphrase ?? null);
      openExample(state);
      return opened();
    },
    look_at_dossier: () => {
      openExample(state);
      state.open().read_only = say({
        nl: "U kunt dit dossier nu alleen bekijken: het is elders geopend.",
        en: "You can only look at this dossier now: it is open elsewhere.",
      });
      return opened();
    },
    open_example: () => {
      openExample(state);
      return opened();
    },
    close_dossier: () => {
      state.dossier = null;
      return opened();
    },
    forget_recent: ({ file: handle }) => {
      state.recent = state.recent.filter((recent) => recent.file.handle !== handle);
      return state.changed([{ kind: "settings" }]);
    },
    import_dossier: ({ from, file }) => {
      state.file(from);
      const chosen = state.file(file);
      openExample(state);
      Object.assign(state.open(), { file: chosen });
      return opened();
    },
    rescue_dossier: ({ from, file }) => {
      state.file(from);
      stock(state);
      return {
        words: [
          say({
            nl: "Alle 48 antwoorden van voor 20 november zijn gaaf en overgenomen.",
            en: "All 48 answers from before 20 November are sound and were taken over.",
          }),
          say({
            nl: "Van 2 wijzigingen is te zien dat ze er waren, maar niet wat erin stond.",
            en: "Of 2 steps it can be seen that they were there, but not what they said.",
          }),
        ],
        file: state.file(file),
        changed: state.changed([]),
      };
    },
  };
}

function pass(state: State, file: string, passphrase: string | null): void {
  const obstacle = state.obstacles.get(file);
  switch (obstacle?.kind) {
    case undefined:
      return;
    case "in_use":
      state.refuse("dossier-in-use", null, {
        what: {
          nl: "zorg.dossier is in gebruik bij Idris Bakker.",
          en: "zorg.dossier is in use by Idris Bakker.",
        },
        remedy: {
          nl: "Wacht tot het dossier daar gesloten is, of bekijk het zonder iets te wijzigen.",
          en: "Wait until the dossier is closed there, or look at it without changing anything.",
        },
      });
      break;
    case "damaged":
      state.refuse("dossier-damaged", null, {
        what: {
          nl: "energie.dossier is beschadigd. Er is niets in veranderd.",
          en: "energie.dossier is damaged. Nothing in it was changed.",
        },
        remedy: {
          nl: "Maak eerst een kopie van het bestand.",
          en: "First make a copy of the file.",
        },
      });
      break;
    case "half_destroyed":
      state.refuse("destruction-begun", null, {
        what: {
          nl: "bank.dossier is geen dossier meer: de vernietiging is begonnen en niet afgemaakt.",
          en: "bank.dossier is no dossier any more: its destruction was begun and not finished.",
        },
        remedy: { nl: "Maak de vernietiging af.", en: "Finish the destruction." },
      });
      break;
    case "encrypted":
      if (passphrase === obstacle?.passphrase || passphrase === obstacle?.code) return;
      if (passphrase === null) {
        state.refuse("dossier-encrypted", null, {
          what: { nl: "Dit dossier is versleuteld.", en: "This dossier is encrypted." },
          remedy: { nl: "Typ de wachtwoordzin.", en: "Type the passphrase." },
        });
      }
      state.wrongPassphrase("passphrase");
  }
}
