import { describe, expect, test } from "vitest";

import { addressOf, assessmentOf, routeAt, type Route } from "./route";

const a = "8c1e/ö #1";
const everyRoute: Route[] = [
  { page: "start" },
  { page: "new_dossier" },
  { page: "dossier" },
  { page: "organisation" },
  { page: "committee" },
  { page: "mandate" },
  { page: "sessions", assessment: a },
  { page: "session", assessment: a, session: "s-1" },
  { page: "session_plan", assessment: a, session: null },
  { page: "session_plan", assessment: a, session: "s-1" },
  { page: "rounds", assessment: a },
  { page: "new_round", assessment: a, session: null },
  { page: "new_round", assessment: a, session: "s-1" },
  { page: "round", assessment: a, round: "r-1" },
  { page: "vote", assessment: a, round: "r-1" },
  { page: "member", member: null },
  { page: "member", member: "m 1" },
  { page: "application", application: null },
  { page: "application", application: "s-1" },
  { page: "new_assessment", application: "s-1" },
  { page: "together" },
  { page: "care" },
  { page: "retention" },
  { page: "encryption" },
  { page: "erase", member: null, event: null },
  { page: "erase", member: "m 1", event: null },
  { page: "erase", member: null, event: "e/1" },
  { page: "destroy" },
  { page: "backups" },
  { page: "assessment", assessment: a },
  { page: "particulars", assessment: a },
  { page: "section", assessment: a, section: "human_access" },
  { page: "question", assessment: a, question: "HUM-01" },
  { page: "results", assessment: a },
  { page: "findings", assessment: a },
  { page: "actions", assessment: a },
  { page: "actions", assessment: null },
  { page: "opinions", assessment: a },
  { page: "comparison", assessment: a },
  { page: "quick_scan", assessment: a },
  { page: "advice", assessment: a },
  { page: "give_advice", assessment: a },
  { page: "take_decision", assessment: a },
  { page: "standing", assessment: a },
  { page: "report", assessment: a },
  { page: "instrument", assessment: a },
  { page: "past", assessment: a, event: null },
  { page: "past", assessment: a, event: "e-1" },
  { page: "history", assessment: null, question: null },
  { page: "history", assessment: a, question: null },
  { page: "history", assessment: a, question: "HUM-01" },
  { page: "sign" },
  { page: "identity" },
  { page: "verify" },
  { page: "keys" },
];

describe("addresses", () => {
  test.each(everyRoute)("$page is read as it was written", (route) => {
    expect(routeAt(addressOf(route))).toEqual(route);
  });

  test.each(["", "#", "#/", "#/nowhere", "#/%E0%A4%A", "https://elsewhere.example/"])(
    "%j leads to the start",
    (address) => {
      expect(routeAt(address)).toEqual({ page: "start" });
    },
  );

  test("half an address leads to the nearest whole place", () => {
    expect(routeAt("#/assessments/a-1/questions")).toEqual({
      page: "assessment",
      assessment: "a-1",
    });
    expect(routeAt("#/dossier/members")).toEqual({ page: "dossier" });
    expect(routeAt("#/dossier/erase/steps")).toEqual({ page: "erase", member: null, event: null });
  });

  test("a place in an assessment knows which", () => {
    expect(assessmentOf({ page: "results", assessment: "a-1" })).toBe("a-1");
    expect(assessmentOf({ page: "keys" })).toBeNull();
  });
});
