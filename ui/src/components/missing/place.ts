/** Where to go for something that is missing. */
import type { MissingPlace } from "../../generated/types";
import type { Route } from "../../route/route";

/** The page on which it is filled in. */
export function placeOf(assessment: string, place: MissingPlace): Route {
  switch (place.kind) {
    case "question":
      return { page: "question", assessment, question: place.question };
    case "section":
      return { page: "section", assessment, section: place.section };
    case "session":
      return place.session === null
        ? { page: "sessions", assessment }
        : { page: "session", assessment, session: place.session };
    case "round":
      return { page: "round", assessment, round: place.round };
    case "committee":
    case "mandate":
    case "organisation":
      return { page: place.kind };
    case "copies":
      return { page: "together" };
    case "findings":
    case "actions":
    case "opinions":
    case "advice":
    case "report":
      return { page: place.kind, assessment };
  }
}
