/** Sessions in memory: planned, held, and what they left for later. */
import type {
  AgendaItemView,
  AgendaTopicForm,
  AttendanceView,
  ProposedItem,
  QuorumView,
  SessionForm,
  SessionPage,
  SessionStateView,
  Topic,
} from "../../../generated/types";
import { dateText, stateOf, subjectName } from "../assess";
import type { Answers } from "../calls";
import { questions } from "../questions";
import type { State } from "../state";
import { roleLabel } from "./committee";
import { roundSummary } from "./rounds";
import { asideOf, decides, nameOf, voices } from "./voices";
import { keyOf, keyOfMatter, needed, type MemorySession } from "./work";

const movements = {
  came: { nl: "kwam", en: "came" },
  went: { nl: "vertrok", en: "left" },
  excused: { nl: "afgemeld", en: "excused" },
} as const;

const labels = {
  conflict: { nl: "Antwoorden die elkaar tegenspreken", en: "Answers that contradict each other" },
  legal_gap: { nl: "Wettelijk punt", en: "Legal point" },
  contested: { nl: "Verschil van mening", en: "Difference of opinion" },
  open_question: { nl: "Open vraag", en: "Open question" },
} as const;

/** The session of this identity, or a refusal. */
export function sessionOf(state: State, assessment: string, session: string): MemorySession {
  const { sessions } = state.assessment(assessment).work;
  return sessions.find(({ id }) => id === session) ?? state.unknown();
}

/** The calls about sessions themselves. */
export function sessionCalls(
  state: State,
): Pick<
  Answers,
  | "sessions_page"
  | "session_page"
  | "proposed_agenda"
  | "plan_session"
  | "revise_session"
  | "start_session"
  | "end_session"
  | "note_attendance"
  | "take_up_topic"
  | "close_topic"
  | "write_minutes"
> {
  const about = (assessment: string): Topic[] => [{ kind: "assessment", assessment }];
  const running = (assessment: string, id: string) => {
    const session = sessionOf(state, assessment, id);
    if (stateOfSession(session) === "running") return session;
    return state.refuse("session-not-running", "session", {
      what: { nl: "Deze sessie is niet bezig.", en: "This session does not go on." },
      remedy: { nl: "Begin de sessie eerst.", en: "Begin the session first." },
    });
  };
  const needPlan = ({ date }: SessionForm) => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return;
    state.refuse("date-unknown", "date", {
      what: { nl: "Deze datum bestaat niet.", en: "This date does not exist." },
      remedy: {
        nl: "Vul dag, maand en jaar in met cijfers.",
        en: "Enter day, month and year in figures.",
      },
    });
  };

  return {
    sessions_page: ({ assessment }) => {
      const { sessions } = state.assessment(assessment).work;
      return {
        assessment,
        subject: subjectName(state, assessment),
        sessions: sessions.map((session) => ({
          id: session.id,
          date: dateText(state, session.form.date),
          place: session.form.place,
          state: stateOfSession(session),
          items: session.form.agenda.length,
          attended: [...session.attendance]
            .filter(([, noted]) => noted.some(({ movement }) => movement === "came"))
            .map(([member]) => nameOf(state, member)),
        })),
        running: sessions.find((one) => stateOfSession(one) === "running")?.id ?? null,
        parked: parked(state, assessment),
        take_home: takenHome(state, assessment, () => true),
      };
    },
    session_page: ({ assessment, session }) =>
      pageOf(state, assessment, sessionOf(state, assessment, session)),
    proposed_agenda: ({ assessment }) => {
      const items = proposed(state, assessment);
      return { items, minutes: items.reduce((sum, { minutes }) => sum + minutes, 0) };
    },
    plan_session: ({ assessment, form }) => {
      needPlan(form);
      const id = state.fresh("session");
      state.assessment(assessment).work.sessions.push(newSession(id, structuredClone(form)));
      return state.changed(about(assessment), id);
    },
    revise_session: ({ assessment, session, form }) => {
      needPlan(form);
      sessionOf(state, assessment, session).form = structuredClone(form);
      return state.changed(about(assessment));
    },
    start_session: ({ assessment, session }) => {
      const { sessions } = state.assessment(assessment).work;
      const other = sessions.find((one) => stateOfSession(one) === "running");
      if (other !== undefined) {
        const date = dateText(state, other.form.date);
        state.refuse("session-running", "session", {
          what: {
            nl: `De sessie van ${date} is nog bezig.`,
            en: `The session of ${date} still goes on.`,
          },
          remedy: { nl: "Beëindig die sessie eerst.", en: "End that one first." },
        });
      }
      Object.assign(sessionOf(state, assessment, session), { started: "14:32", ended: null });
      return state.changed(about(assessment));
    },
    end_session: ({ assessment, session }) => {
      const ending = running(assessment, session);
      putAside(ending);
      ending.ended = "14:32";
      return state.changed(about(assessment));
    },
    note_attendance: ({ assessment, session, member, movement, at }) => {
      const { attendance } = sessionOf(state, assessment, session);
      if (at !== null && at.trim() !== "" && !/^([01]\d|2[0-3]):[0-5]\d$/.test(at.trim())) {
        state.refuse("time-malformed", "at", {
          what: { nl: `${at} is geen tijd.`, en: `${at} is not a time.` },
          remedy: { nl: "Schrijf de tijd als 14:32.", en: "Write the time as 14:32." },
        });
      }
      const before = attendance.get(member) ?? [];
      const time = at?.trim() ?? "";
      if (time === "" && before.at(-1)?.movement === movement) return state.changed([]);
      attendance.set(member, [...before, { movement, at: time || "14:32" }]);
      return state.changed(about(assessment));
    },
    take_up_topic: ({ assessment, session, topic }) => {
      const held = running(assessment, session);
      putAside(held);
      held.takenUp.push({ topic, since: Date.now(), until: null });
      return state.changed(about(assessment));
    },
    close_topic: ({ assessment, session }) => {
      putAside(running(assessment, session));
      return state.changed(about(assessment));
    },
    write_minutes: ({ assessment, session, topic, text }) => {
      sessionOf(state, assessment, session).minutes.set(keyOf(topic), { topic, text });
      return state.changed(about(assessment));
    },
  };
}

/** A session that did not begin. */
export function newSession(id: string, form: SessionForm): MemorySession {
  return {
    id,
    form,
    started: null,
    ended: null,
    attendance: new Map(),
    takenUp: [],
    minutes: new Map(),
  };
}

function putAside({ takenUp }: MemorySession): void {
  const last = takenUp.at(-1);
  if (last !== undefined) last.until ??= Date.now();
}

function stateOfSession({ started, ended }: MemorySession): SessionStateView {
  if (started === null) return "planned";
  return ended === null ? "running" : "ended";
}

function pageOf(state: State, assessment: string, session: MemorySession): SessionPage {
  const { rounds } = state.assessment(assessment).work;
  const agenda = itemsOf(state, session);
  const last = session.takenUp.at(-1);
  const attendance = attendanceOf(state, assessment, session);
  const moment = (time: string | null) =>
    time === null ? null : `${dateText(state, session.form.date)}, ${time}`;
  return {
    id: session.id,
    assessment,
    subject: subjectName(state, assessment),
    form: structuredClone(session.form),
    date: dateText(state, session.form.date),
    state: stateOfSession(session),
    started: moment(session.started),
    ended: moment(session.ended),
    quorum: quorumOf(state, assessment, attendance),
    attendance,
    agenda,
    minutes_planned: agenda.reduce((sum, { minutes }) => sum + minutes, 0),
    on_the_table: last?.until === null ? last.topic : null,
    minutes: session.minutes.get("")?.text ?? "",
    parked: parked(state, assessment),
    take_home: takenHome(
      state,
      assessment,
      (one) => one.session === session.id || (one.answer === null && one.dropped === null),
    ),
    rounds: rounds
      .filter((round) => round.session === session.id)
      .map((round) => roundSummary(state, assessment, round)),
  };
}

function itemsOf(state: State, session: MemorySession): AgendaItemView[] {
  const planned = session.form.agenda.map((item) => ({ ...item, planned: true }));
  const besides = [
    ...session.takenUp.map(({ topic }) => topic),
    ...[...session.minutes.values()].flatMap(({ topic }) => (topic === null ? [] : [topic])),
  ].map((topic) => ({ topic, minutes: 0, planned: false }));
  const items = new Map<string, AgendaItemView>();
  for (const { topic, minutes, planned: isPlanned } of [...planned, ...besides]) {
    const key = keyOf(topic);
    if (items.has(key)) continue;
    const times = session.takenUp.filter((time) => keyOf(time.topic) === key);
    const since = times.find(({ until }) => until === null)?.since;
    const seconds = times.reduce(
      (sum, time) => sum + (time.until === null ? 0 : time.until - time.since) / 1000,
      0,
    );
    items.set(key, {
      topic,
      ...wordsOf(state, topic),
      planned: isPlanned,
      minutes,
      seconds: Math.round(seconds),
      since: since === undefined ? null : new Date(since).toISOString(),
      done: times.length > 0 && since === undefined,
      written: session.minutes.get(key)?.text ?? "",
    });
  }
  return [...items.values()];
}

/** A topic in words. */
function wordsOf(
  state: State,
  topic: AgendaTopicForm,
): { label: string; text: string | null; question: string | null } {
  if (topic.kind === "other") return { label: topic.text, text: null, question: null };
  if (topic.kind === "action_due") return { label: topic.action, text: null, question: null };
  const asked = questions.find(({ id }) => id === topic.question) ?? state.unknown();
  return {
    label: `${state.say(labels[topic.kind])}: ${topic.question}`,
    text: state.say(asked.text),
    question: topic.question,
  };
}

function attendanceOf(state: State, assessment: string, session: MemorySession): AttendanceView[] {
  const say = (movement: string) =>
    Object.entries(movements).find(([word]) => word === movement)?.[1];
  return state.open().members.map(({ id, form }) => {
    const noted = session.attendance.get(id) ?? [];
    const last = noted.at(-1)?.movement;
    const aside = asideOf(state, assessment, id);
    return {
      member: id,
      name: form.name,
      role_label: roleLabel(state, form),
      present: last === "came",
      excused: last === "excused",
      counts: decides(form.role) && aside === null,
      aside,
      movements: noted.map(({ movement, at }) => {
        const words = say(movement);
        return { movement, label: words === undefined ? movement : state.say(words), at };
      }),
    };
  });
}

function quorumOf(
  state: State,
  assessment: string,
  attendance: readonly AttendanceView[],
): QuorumView {
  const deciding = voices(state, assessment).length;
  const present = attendance.filter((one) => one.present && one.counts).length;
  const wanted = needed(state.open().committee.quorum, deciding);
  const reached = wanted === null ? present > 0 : present >= wanted;
  const there = {
    nl: `${present} van ${deciding} leden aanwezig`,
    en: `${present} of ${deciding} members present`,
  };
  const rule = reached
    ? { nl: "Het quorum is gehaald.", en: "The quorum is met." }
    : { nl: "Het quorum is niet gehaald.", en: "The quorum is not met." };
  const text =
    wanted === null
      ? {
          nl: `${there.nl}. Er is geen quorum afgesproken.`,
          en: `${there.en}. No quorum was agreed.`,
        }
      : {
          nl: `${there.nl}; ${wanted} nodig. ${rule.nl}`,
          en: `${there.en}; ${wanted} needed. ${rule.en}`,
        };
  return { present, deciding, needed: wanted, reached, text: state.say(text) };
}

/** Conflicts first, then what the members differ on, what was parked, open questions. */
function proposed(state: State, assessment: string): ProposedItem[] {
  const { answers, conflicts, work } = state.assessment(assessment);
  const item = (
    topic: AgendaTopicForm,
    minutes: number,
    reason: { nl: string; en: string },
  ): ProposedItem => {
    const { label, text } = wordsOf(state, topic);
    return { topic, label, text, reason: state.say(reason), minutes };
  };
  const differed = new Set(
    work.positions
      .filter(({ position }) => position === "dissent" || position === "reservation")
      .map(({ matter }) => matter),
  );
  const contested = questions
    .map(({ id }) => id)
    .filter((question) => differed.has(keyOfMatter({ kind: "answer", question })));
  return [
    ...[...conflicts.keys()].map((question) =>
      item({ kind: "conflict", question }, 10, {
        nl: "Er staan antwoorden die elkaar tegenspreken.",
        en: "There are answers that contradict each other.",
      }),
    ),
    ...contested.map((question) =>
      item({ kind: "contested", question }, 15, {
        nl: "Niet iedereen is het eens met het antwoord.",
        en: "Not everybody agrees with the answer.",
      }),
    ),
    ...work.parked
      .filter(({ outcome }) => outcome === null)
      .map(({ text }) =>
        item({ kind: "other", text }, 5, {
          nl: "Staat op de parkeerplaats.",
          en: "Stands in the parking lot.",
        }),
      ),
    ...questions
      .filter(({ id }) => stateOf(answers.get(id), conflicts.has(id)) === "open")
      .map(({ id }) =>
        item({ kind: "open_question", question: id }, 8, {
          nl: "Nog niet beantwoord.",
          en: "Not answered yet.",
        }),
      ),
  ];
}

function parked(state: State, assessment: string) {
  const { work } = state.assessment(assessment);
  const at = state.say({ nl: "vandaag, 14:32", en: "today, 14:32" });
  return [...work.parked]
    .sort((one, other) => Number(one.outcome !== null) - Number(other.outcome !== null))
    .map((point) => ({ ...point, at }));
}

function takenHome(
  state: State,
  assessment: string,
  wanted: (one: {
    session: string | null;
    answer: string | null;
    dropped: string | null;
  }) => boolean,
) {
  const settled = (one: { answer: string | null; dropped: string | null }) =>
    Number(one.answer !== null || one.dropped !== null);
  return state
    .assessment(assessment)
    .work.takeHome.filter(wanted)
    .sort((one, other) => settled(one) - settled(other))
    .map(({ id, form, answer, dropped }) => ({
      id,
      form,
      owner: form.member === null ? form.named : nameOf(state, form.member),
      due: form.due === null ? null : dateText(state, form.due),
      overdue: form.due !== null && form.due < "2026-11-21" && answer === null && dropped === null,
      answer,
      dropped,
    }));
}
