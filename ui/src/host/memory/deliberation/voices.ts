/** Who has a say: who decides, who stands aside, and the refusals that follow from it. */
import type { OwnerForm } from "../../../generated/types";
import type { State } from "../state";

/** Whether somebody in this role decides. */
export const decides = (role: string): boolean => role !== "guest";

/** The member's name. */
export function nameOf(state: State, member: string): string {
  const { members, left } = state.open();
  const known = [...members, ...left].find(({ id }) => id === member);
  return known?.form.name ?? state.unknown();
}

/** Why a member stands aside from what an assessment is about. */
export function asideOf(state: State, assessment: string, member: string): string | null {
  const { subject } = state.assessment(assessment);
  const declared = state
    .open()
    .interests.find((one) => one.subject === subject && one.member === member);
  return declared?.reason ?? null;
}

/** The members who decide about an assessment, in order. */
export function voices(state: State, assessment: string): { member: string; name: string }[] {
  return state
    .open()
    .members.filter(({ id, form }) => decides(form.role) && asideOf(state, assessment, id) === null)
    .map(({ id, form }) => ({ member: id, name: form.name }));
}

/** Refuses for whoever has no say. */
export function needVoice(state: State, assessment: string, member: string): void {
  const name = nameOf(state, member);
  if (asideOf(state, assessment, member) !== null) {
    state.refuse("stands-aside", "member", {
      what: { nl: `${name} doet hier niet mee.`, en: `${name} stands aside here.` },
      remedy: {
        nl: "Er is een belang gemeld bij deze AI-toepassing.",
        en: "An interest in this AI application was declared.",
      },
    });
  }
  if (!voices(state, assessment).some((voice) => voice.member === member)) {
    state.refuse("has-no-say", "member", {
      what: { nl: `${name} beslist niet mee.`, en: `${name} does not decide.` },
      remedy: { nl: "Kies een commissielid.", en: "Choose a committee member." },
    });
  }
}

/** Refuses a text that says nothing. */
export function needText(state: State, field: string, text: string): void {
  state.need(
    field,
    text,
    { nl: "Hier is niets ingevuld.", en: "Nothing was filled in here." },
    { nl: "Vul iets in.", en: "Fill something in." },
  );
}

/** How whoever is to do something is called. */
export const ownerName = (state: State, owner: OwnerForm): string =>
  owner.kind === "named" ? owner.name : nameOf(state, owner.member);
