/** The quiet clock: how long a topic took, in whole minutes, without seconds that hurry anybody. */

/** How long a topic took so far, and how that stands to its time box. */
export type Standing =
  | { kind: "free"; minutes: number }
  | { kind: "within"; minutes: number; left: number }
  | { kind: "over"; minutes: number; over: number };

/** How a topic stands that took `seconds` before and is on the table since `since`. */
export function standingOf(
  { seconds, since, minutes }: { seconds: number; since: string | null; minutes: number },
  now: number,
): Standing {
  const running = since === null ? 0 : Math.max(0, now - Date.parse(since)) / 1000;
  const taken = Math.floor((seconds + running) / 60);
  if (minutes === 0) return { kind: "free", minutes: taken };
  if (taken < minutes) return { kind: "within", minutes: taken, left: minutes - taken };
  return { kind: "over", minutes: taken, over: taken - minutes };
}
