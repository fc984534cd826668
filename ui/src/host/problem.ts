/** Reading what a failed call left behind. */
import type { ProblemView } from "../generated/types";

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** Whether something that came from outside is a problem as the program writes it. */
export function isProblem(value: unknown): value is ProblemView {
  if (typeof value !== "object" || value === null) return false;
  if (!("code" in value && "what" in value && "remedy" in value)) return false;
  if (!("field" in value && "details" in value)) return false;
  return (
    isText(value.code) &&
    isText(value.what) &&
    isText(value.remedy) &&
    (value.field === null || isText(value.field)) &&
    Array.isArray(value.details) &&
    value.details.every(isText)
  );
}

/**
 * The problem in whatever was thrown. What is not a problem of the program comes
 * from the bridge itself and is passed on as a fault, with its own words kept.
 */
export function problemFrom(thrown: unknown): ProblemView {
  if (isProblem(thrown)) return thrown;
  const words = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: FAULT, what: "", remedy: "", field: null, details: [words] };
}

/** The code of a fault for which the window has to find the words itself. */
export const FAULT = "window-fault";

/** The code of a refusal that is no more than a question: what opens this file? */
export const ENCRYPTED = "dossier-encrypted";

const locks: ReadonlySet<string> = new Set([
  ENCRYPTED,
  "wrong-passphrase",
  "recovery-code-mistyped",
]);

/** Whether a passphrase is what is missing, or what was wrong. */
export function wantsPassphrase(problem: ProblemView | null): boolean {
  return problem !== null && locks.has(problem.code);
}
