/** The agenda while it is planned: items that keep their words as they are moved about. */
import type {
  AgendaItemForm,
  AgendaTopicForm,
  ProposedAgenda,
  SessionPage,
} from "../../generated/types";

/** An item of the plan. */
export interface PlanItem {
  readonly key: string;
  readonly topic: AgendaTopicForm;
  readonly label: string;
  readonly text: string | null;
  readonly reason: string | null;
  minutes: string;
}

/** What two items have in common when they are about the same. */
export function keyOf(topic: AgendaTopicForm): string {
  return JSON.stringify(Object.entries(topic).sort());
}

/** The items that the program proposes. */
export function fromProposal({ items }: ProposedAgenda): PlanItem[] {
  return items.map(({ topic, label, text, reason, minutes }) => ({
    key: keyOf(topic),
    topic,
    label,
    text,
    reason,
    minutes: String(minutes),
  }));
}

/** The items that stand on the agenda of a session already. */
export function fromSession({ agenda }: SessionPage): PlanItem[] {
  return agenda
    .filter(({ planned }) => planned)
    .map(({ topic, label, text, minutes }) => ({
      key: keyOf(topic),
      topic,
      label,
      text,
      reason: null,
      minutes: minutes === 0 ? "" : String(minutes),
    }));
}

/** A topic in one's own words. */
export function ownItem(text: string): PlanItem {
  const topic: AgendaTopicForm = { kind: "other", text };
  return { key: keyOf(topic), topic, label: text, text: null, reason: null, minutes: "" };
}

/** The same items with one of them moved a place up or down. */
export function moved(items: readonly PlanItem[], at: number, by: 1 | -1): PlanItem[] {
  const order = [...items];
  const [item] = order.splice(at, 1);
  if (item !== undefined) order.splice(at + by, 0, item);
  return order;
}

/** The agenda as the program wants it; no time box where no number was typed. */
export function agendaOf(items: readonly PlanItem[]): AgendaItemForm[] {
  return items.map(({ topic, minutes }) => ({ topic, minutes: minutesOf(minutes) }));
}

/** How many minutes all of it takes. */
export function total(items: readonly PlanItem[]): number {
  return items.reduce((sum, { minutes }) => sum + minutesOf(minutes), 0);
}

function minutesOf(typed: string): number {
  return /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
}
