/** A date as three numbers that a person types, and as the program writes it. */

/** The parts as typed. */
export interface DateParts {
  day: string;
  month: string;
  year: string;
}

/** The parts of a date such as `2026-11-21`. */
export function partsOf(date: string): DateParts {
  const [year = "", month = "", day = ""] = date.split("-");
  return { day: bare(day), month: bare(month), year };
}

/**
 * The date that the parts make, such as `2026-11-21`. What is no number is passed
 * on as typed: whether a date exists is decided by the program, not here.
 */
export function dateFrom({ day, month, year }: DateParts): string {
  return [year.trim(), padded(month), padded(day)].join("-");
}

/** The same date; nothing when no part of it was typed. */
export function dateOrNothing(date: string): string | null {
  return date === dateFrom({ day: "", month: "", year: "" }) ? null : date;
}

/** The day it is, by the clock of this machine. */
export function today(now: Date): string {
  return dateFrom({
    day: String(now.getDate()),
    month: String(now.getMonth() + 1),
    year: String(now.getFullYear()),
  });
}

function bare(number: string): string {
  return number.replace(/^0+(?=\d)/, "");
}

function padded(number: string): string {
  return number.trim().padStart(2, "0");
}
