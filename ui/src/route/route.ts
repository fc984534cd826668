/**
 * The places one can be, and how each is written behind the `#` of the window's
 * own address. Reading and writing are pure; going there is in `navigation`.
 */

/** A place in the window. */
export type Route =
  | { page: "start" }
  | { page: "new_dossier" }
  | { page: "dossier" }
  | { page: "organisation" }
  | { page: "committee" }
  | { page: "mandate" }
  | { page: "member"; member: string | null }
  | { page: "application"; application: string | null }
  | { page: "new_assessment"; application: string }
  | { page: "together" }
  | { page: "care" }
  | { page: "report_style" }
  | { page: "retention" }
  | { page: "encryption" }
  | { page: "erase"; member: string | null; event: string | null }
  | { page: "destroy" }
  | { page: "backups" }
  | { page: "assessment"; assessment: string }
  | { page: "particulars"; assessment: string }
  | { page: "section"; assessment: string; section: string }
  | { page: "question"; assessment: string; question: string }
  | { page: "sessions"; assessment: string }
  | { page: "session"; assessment: string; session: string }
  | { page: "session_plan"; assessment: string; session: string | null }
  | { page: "rounds"; assessment: string }
  | { page: "new_round"; assessment: string; session: string | null }
  | { page: "round"; assessment: string; round: string }
  | { page: "vote"; assessment: string; round: string }
  | { page: "results"; assessment: string }
  | { page: "comparison"; assessment: string }
  | { page: "quick_scan"; assessment: string }
  | { page: "advice"; assessment: string }
  | { page: "give_advice"; assessment: string }
  | { page: "take_decision"; assessment: string }
  | { page: "standing"; assessment: string }
  | { page: "findings"; assessment: string }
  | { page: "actions"; assessment: string | null }
  | { page: "opinions"; assessment: string }
  | { page: "report"; assessment: string }
  | { page: "instrument"; assessment: string }
  | { page: "past"; assessment: string; event: string | null }
  | { page: "history"; assessment: string | null; question: string | null }
  | { page: "sign" }
  | { page: "identity" }
  | { page: "verify" }
  | { page: "keys" };

/** How a place is written. */
export function addressOf(route: Route): string {
  return `#/${segmentsOf(route).map(encodeURIComponent).join("/")}`;
}

function segmentsOf(route: Route): readonly string[] {
  switch (route.page) {
    case "start":
      return [];
    case "new_dossier":
      return ["new"];
    case "dossier":
      return ["dossier"];
    case "report_style":
      return ["dossier", "report-style"];
    case "organisation":
    case "committee":
    case "mandate":
    case "together":
    case "care":
    case "retention":
    case "encryption":
    case "destroy":
      return ["dossier", route.page];
    case "erase":
      if (route.event !== null) return ["dossier", "erase", "steps", route.event];
      if (route.member !== null) return ["dossier", "erase", "members", route.member];
      return ["dossier", "erase"];
    case "member":
      return ["dossier", "members", route.member ?? NEW];
    case "application":
      return ["dossier", "applications", route.application ?? NEW];
    case "new_assessment":
      return ["dossier", "applications", route.application, "assess"];
    case "assessment":
      return ["assessments", route.assessment];
    case "section":
      return ["assessments", route.assessment, "sections", route.section];
    case "question":
      return ["assessments", route.assessment, "questions", route.question];
    case "particulars":
    case "sessions":
    case "rounds":
    case "results":
    case "comparison":
    case "findings":
    case "opinions":
    case "advice":
    case "standing":
    case "report":
    case "instrument":
      return ["assessments", route.assessment, route.page];
    case "quick_scan":
      return ["assessments", route.assessment, "quick-scan"];
    case "give_advice":
      return ["assessments", route.assessment, "advice", "give"];
    case "take_decision":
      return ["assessments", route.assessment, "advice", "decide"];
    case "actions":
      if (route.assessment === null) return ["dossier", "actions"];
      return ["assessments", route.assessment, "actions"];
    case "session":
      return ["assessments", route.assessment, "sessions", route.session];
    case "session_plan":
      return ["assessments", route.assessment, "sessions", route.session ?? NEW, "plan"];
    case "new_round":
      return [
        "assessments",
        route.assessment,
        "rounds",
        NEW,
        ...(route.session === null ? [] : [route.session]),
      ];
    case "round":
      return ["assessments", route.assessment, "rounds", route.round];
    case "vote":
      return ["assessments", route.assessment, "rounds", route.round, "vote"];
    case "past":
      return [
        "assessments",
        route.assessment,
        "past",
        ...(route.event === null ? [] : [route.event]),
      ];
    case "history":
      if (route.assessment === null) return ["history"];
      if (route.question === null) return ["assessments", route.assessment, "history"];
      return ["assessments", route.assessment, "questions", route.question, "history"];
    case "backups":
    case "sign":
    case "identity":
    case "verify":
    case "keys":
      return [route.page];
  }
}

/** Stands where an identity would, for something that does not exist yet. */
const NEW = "new";

/** The place that is written so; the start for what is no place. */
export function routeAt(address: string): Route {
  const segments = address
    .replace(/^#?\/?/, "")
    .split("/")
    .filter(Boolean)
    .map(decoded);
  const [area, ...rest] = segments;
  switch (area) {
    case "new":
      return { page: "new_dossier" };
    case "dossier":
      return inDossier(rest);
    case "assessments":
      return inAssessment(rest);
    case "history":
      return { page: "history", assessment: null, question: null };
    case "backups":
    case "sign":
    case "identity":
    case "verify":
    case "keys":
      return { page: area };
    default:
      return { page: "start" };
  }
}

function inDossier([what, id, then]: readonly string[]): Route {
  switch (what) {
    case "organisation":
    case "committee":
    case "mandate":
    case "together":
    case "care":
    case "retention":
    case "encryption":
    case "destroy":
      return { page: what };
    case "report-style":
      return { page: "report_style" };
    case "actions":
      return { page: "actions", assessment: null };
    case "erase":
      return {
        page: "erase",
        member: id === "members" ? (then ?? null) : null,
        event: id === "steps" ? (then ?? null) : null,
      };
    default:
      return inList(what, id, then);
  }
}

function inList(what: string | undefined, id: string | undefined, then: string | undefined): Route {
  if (what === "members" && id !== undefined) {
    return { page: "member", member: id === NEW ? null : id };
  }
  if (what === "applications" && id !== undefined) {
    if (then === "assess") return { page: "new_assessment", application: id };
    return { page: "application", application: id === NEW ? null : id };
  }
  return { page: "dossier" };
}

function inAssessment([assessment, what, id, then]: readonly string[]): Route {
  if (assessment === undefined) return { page: "dossier" };
  switch (what) {
    case "sections":
      return id === undefined
        ? { page: "assessment", assessment }
        : { page: "section", assessment, section: id };
    case "questions":
      if (id === undefined) return { page: "assessment", assessment };
      if (then === "history") return { page: "history", assessment, question: id };
      return { page: "question", assessment, question: id };
    case "history":
      return { page: "history", assessment, question: null };
    case "past":
      return { page: "past", assessment, event: id ?? null };
    case "sessions":
      if (id === undefined) return { page: "sessions", assessment };
      if (then !== "plan") return { page: "session", assessment, session: id };
      return { page: "session_plan", assessment, session: id === NEW ? null : id };
    case "rounds":
      if (id === undefined) return { page: "rounds", assessment };
      if (id === NEW) return { page: "new_round", assessment, session: then ?? null };
      return { page: then === "vote" ? "vote" : "round", assessment, round: id };
    case "quick-scan":
      return { page: "quick_scan", assessment };
    case "advice":
      if (id === "give") return { page: "give_advice", assessment };
      return { page: id === "decide" ? "take_decision" : "advice", assessment };
    case "comparison":
    case "standing":
    case "particulars":
    case "results":
    case "findings":
    case "actions":
    case "opinions":
    case "report":
    case "instrument":
      return { page: what, assessment };
    default:
      return { page: "assessment", assessment };
  }
}

/** The assessment a place belongs to. */
export function assessmentOf(route: Route): string | null {
  return "assessment" in route ? route.assessment : null;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
