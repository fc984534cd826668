/** What the memory host remembers of a committee at work on one assessment. */
import type {
  AgendaTopicForm,
  BallotForm,
  MatterForm,
  QuorumForm,
  SessionForm,
  TakeHomeForm,
} from "../../../generated/types";

/** Somebody's coming or going. */
export interface MemoryMovement {
  readonly movement: string;
  readonly at: string;
}

/** A session. */
export interface MemorySession {
  readonly id: string;
  form: SessionForm;
  started: string | null;
  ended: string | null;
  readonly attendance: Map<string, MemoryMovement[]>;
  /** Times on the table, by the key of the topic; the last may go on. */
  readonly takenUp: { topic: AgendaTopicForm; since: number; until: number | null }[];
  /** By the key of the topic; of the session as a whole under the empty key. */
  readonly minutes: Map<string, { topic: AgendaTopicForm | null; text: string }>;
}

/** A vote, with the code under which it is locked. */
interface MemoryVote {
  readonly member: string;
  readonly question: string;
  readonly ballot: BallotForm;
  readonly pin: string | null;
  opened: boolean;
}

/** A round of silent scores. */
export interface MemoryRound {
  readonly id: string;
  readonly questions: readonly string[];
  readonly names_shown: boolean;
  readonly scale: string;
  readonly session: string | null;
  revealed: boolean;
  votes: MemoryVote[];
}

/** A position; `on` is the number of the answer among those to its question, and so on. */
export interface MemoryPosition {
  /** On what, by its key. */
  readonly matter: string;
  readonly on: number;
  readonly member: string;
  readonly position: string;
  readonly reason: string;
  readonly named: boolean;
}

/** A comment. */
export interface MemoryComment {
  readonly id: string;
  readonly question: string;
  readonly by: string | null;
  readonly reply_to: string | null;
  text: string;
  revised: boolean;
  resolved: boolean;
  in_report: boolean;
}

/** All of it. */
export interface Work {
  readonly sessions: MemorySession[];
  readonly parked: { id: string; text: string; outcome: string | null }[];
  readonly takeHome: {
    id: string;
    session: string | null;
    form: TakeHomeForm;
    answer: string | null;
    dropped: string | null;
  }[];
  readonly rounds: MemoryRound[];
  positions: MemoryPosition[];
  readonly comments: MemoryComment[];
}

/** Nothing done yet. */
export function noWork(): Work {
  return { sessions: [], parked: [], takeHome: [], rounds: [], positions: [], comments: [] };
}

/** What two topics have in common when they are the same. */
export function keyOf(topic: AgendaTopicForm | null): string {
  if (topic === null) return "";
  switch (topic.kind) {
    case "action_due":
      return `${topic.kind} ${topic.action}`;
    case "other":
      return `${topic.kind} ${topic.text}`;
    default:
      return `${topic.kind} ${topic.question}`;
  }
}

/** What two matters have in common when they are the same. */
export function keyOfMatter(matter: MatterForm): string {
  switch (matter.kind) {
    case "answer":
      return `answer ${matter.question}`;
    case "finding":
      return `finding ${matter.finding}`;
    default:
      return matter.kind;
  }
}

/** How many members are needed of so many that decide. */
export function needed(quorum: QuorumForm, deciding: number): number | null {
  switch (quorum.kind) {
    case "none":
      return null;
    case "members":
      return quorum.members;
    case "at_least":
      return Math.ceil((deciding * quorum.part) / quorum.of);
    case "more_than":
      return Math.floor((deciding * quorum.part) / quorum.of) + 1;
  }
}
