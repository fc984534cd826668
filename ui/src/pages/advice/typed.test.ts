import { expect, test } from "vitest";

import type { AdviceForm, AdvicePage, DecisionForm } from "../../generated/types";
import { typedAdvice, typedDecision, writtenAdvice, writtenDecision } from "./typed";

const option = (value: string) => ({ value, label: value, descriptor: null });

const advice: AdviceForm = {
  course: "go_if",
  because: "Bijna klaar.",
  conditions: [
    { text: "Voorleestest", owner: null, due: "2027-01-15" },
    { text: "Belknop", owner: { kind: "member", member: "m-1" }, due: null },
    { text: "Contract", owner: { kind: "named", name: "Inkoop" }, due: null },
  ],
  interests: [{ of: "Klanten", text: "Snel antwoord" }],
  weighing: "Klanten eerst.",
  review_on: null,
  review_when: ["incident", "honderd klachten"],
};

const risk = (id: string) => ({
  id,
  number: 1,
  form: {
    text: `Risico ${id}`,
    for_whom: "klanten",
    findings: [],
    before: { likelihood: 3, impact: 4 },
    after: null,
  },
  before_label: "kans 3, gevolg 4",
  after_label: null,
  findings: [],
  measures: [],
});

const page: AdvicePage = {
  subject: "Chatbot",
  advice: {
    event: "advice",
    form: advice,
    course_label: "",
    conditions: [],
    review_on_text: null,
    review_when_labels: [],
    given: "",
  },
  advice_conflict: [],
  decision: null,
  decision_conflict: [],
  departs: null,
  risks: [risk("r-1"), risk("r-2")],
  courses: ["go", "go_if", "no_go", "stop"].map(option),
  triggers: ["model_change", "incident"].map(option),
  members: [],
  missing: [],
};

test("an advice that is opened and saved says what it said", () => {
  expect(writtenAdvice(typedAdvice(page))).toEqual(advice);
});

test("what is typed on is no part of the page", () => {
  const typed = typedAdvice(page);
  typed.interests.push({ of: "Medewerkers", text: "Tijd" });
  expect(advice.interests).toHaveLength(1);
});

test("a decision begins with the conditions of the advice and with no risk taken", () => {
  const typed = typedDecision(page, "2026-11-21");
  expect(typed.conditions.map(({ text }) => text)).toEqual(["Voorleestest", "Belknop", "Contract"]);
  typed.course = "go_if";
  expect(writtenDecision(typed)).toMatchObject<Partial<DecisionForm>>({
    conditions: advice.conditions,
    residual_risks: [],
  });
});

test("a decision that is not under conditions has none, and says of each risk what was chosen", () => {
  const typed = typedDecision(page, "2026-11-21");
  typed.course = "stop";
  const [first] = typed.risks;
  if (first !== undefined) Object.assign(first, { choice: "refused", because: "Te groot." });
  const written = writtenDecision(typed);
  expect(written.conditions).toEqual([]);
  expect(written.residual_risks).toEqual([{ risk: "r-1", accepted: false, because: "Te groot." }]);
});
