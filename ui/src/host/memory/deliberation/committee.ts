/** The committee in memory: what it may do, who is in it, who stands aside. */
import type { CommitteeMember, MemberForm, QuorumForm, Topic } from "../../../generated/types";
import { dateText } from "../assess";
import type { Answers } from "../calls";
import type { MemoryMember, State } from "../state";
import type { Words } from "../words";
import { decides, needText, nameOf } from "./voices";
import { needed } from "./work";

const roles: Readonly<Record<string, Words>> = {
  chair: { nl: "Voorzitter", en: "Chair" },
  facilitator: { nl: "Gespreksleider", en: "Facilitator" },
  secretary: { nl: "Notulist", en: "Secretary" },
  guest: { nl: "Genodigde", en: "Guest" },
  member: { nl: "Commissielid", en: "Committee member" },
};

const groups: Readonly<Record<string, Words>> = {
  customers: { nl: "klanten", en: "customers" },
  employees: { nl: "medewerkers", en: "employees" },
  privacy: { nl: "privacy", en: "privacy" },
  law: { nl: "recht", en: "law" },
  technology: { nl: "techniek", en: "technology" },
  board: { nl: "bestuur", en: "board" },
};

const committee: Topic[] = [{ kind: "committee" }];
const date = /^\d{4}-\d{2}-\d{2}$/;

/** The role in words. */
export function roleLabel(state: State, { role }: MemberForm): string {
  const words = roles[role];
  return words === undefined ? role : state.say(words);
}

/** Whom somebody speaks for, in words. */
export function speaksFor(state: State, { speaks_for }: MemberForm): string[] {
  const whom = speaks_for?.split(",").map((one) => one.trim()) ?? [];
  return whom.map((one) => {
    const words = groups[one];
    return words === undefined ? one : state.say(words);
  });
}

/** The calls about the committee. */
export function committeeCalls(
  state: State,
): Pick<
  Answers,
  | "committee_page"
  | "describe_committee"
  | "add_member"
  | "revise_member"
  | "remove_member"
  | "declare_interest"
  | "end_interest"
> {
  const { say } = state;
  const view = ({ id, form, gone }: MemoryMember): CommitteeMember => ({
    id,
    form,
    role_label: roleLabel(state, form),
    speaks_for_labels: speaksFor(state, form),
    term: term(state, form),
    serving: gone === null,
    decides: decides(form.role),
    left: gone,
  });
  const needDate = (field: string, value: string | null) => {
    if (value === null || date.test(value)) return;
    state.refuse("date-unknown", field, {
      what: { nl: "Deze datum bestaat niet.", en: "This date does not exist." },
      remedy: {
        nl: "Vul dag, maand en jaar in met cijfers.",
        en: "Enter day, month and year in figures.",
      },
    });
  };
  const needMember = (form: MemberForm) => {
    state.name("name", form.name);
    needDate("from", form.from);
    needDate("until", form.until);
    if (form.from !== null && form.until !== null && form.until < form.from) {
      state.refuse("term-ends-before-it", "until", {
        what: { nl: "De termijn eindigt voor hij begint.", en: "The term ends before it begins." },
        remedy: { nl: "Kies een latere laatste dag.", en: "Choose a later last day." },
      });
    }
  };

  return {
    committee_page: () => {
      const { committee: form, members, left, subjects, interests } = state.open();
      const deciding = members.filter((member) => decides(member.form.role)).length;
      return {
        form,
        quorum_label: quorumLabel(state, form.quorum),
        quorum_needed: needed(form.quorum, deciding),
        deciding,
        members: members.map(view),
        left: left.map(view),
        subjects: subjects.map(({ id, form: { name } }) => ({
          subject: id,
          name,
          aside: interests
            .filter(({ subject }) => subject === id)
            .map(({ member, reason }) => ({
              member,
              name: nameOf(state, member),
              reason,
              at: say({ nl: "vandaag, 14:32", en: "today, 14:32" }),
            })),
        })),
      };
    },
    describe_committee: ({ form }) => {
      needDate("mandated_on", form.mandated_on);
      const { quorum } = form;
      const shares = quorum.kind === "at_least" || quorum.kind === "more_than";
      if (
        (quorum.kind === "members" && quorum.members === 0) ||
        (shares && (quorum.part === 0 || quorum.part > quorum.of))
      ) {
        state.refuse("not-a-share", "quorum", {
          what: { nl: "Dit is geen deel van de leden.", en: "This is no share of the members." },
          remedy: { nl: "Kies een ander aantal.", en: "Choose another number." },
        });
      }
      state.open().committee = structuredClone(form);
      return state.changed(committee);
    },
    add_member: ({ form }) => {
      needMember(form);
      const id = state.fresh("member");
      state.open().members.push({ id, form: { ...form }, gone: null });
      return state.changed(committee, id);
    },
    revise_member: ({ member, form }) => {
      needMember(form);
      const known = state.open().members.find(({ id }) => id === member) ?? state.unknown();
      known.form = { ...form };
      return state.changed(committee);
    },
    remove_member: ({ member }) => {
      const { members, left } = state.open();
      const at = members.findIndex(({ id }) => id === member);
      const [gone] = at < 0 ? [] : members.splice(at, 1);
      if (gone === undefined) return state.unknown();
      gone.gone = say({ nl: "vandaag, 14:32", en: "today, 14:32" });
      left.push(gone);
      return state.changed(committee);
    },
    declare_interest: ({ subject, member, reason }) => {
      nameOf(state, member);
      needText(state, "reason", reason);
      const { interests } = state.open();
      const known = interests.find((one) => one.subject === subject && one.member === member);
      if (known === undefined) interests.push({ subject, member, reason });
      else known.reason = reason;
      return state.changed(committee);
    },
    end_interest: ({ subject, member }) => {
      const { interests } = state.open();
      const at = interests.findIndex((one) => one.subject === subject && one.member === member);
      if (at < 0) return state.unknown();
      interests.splice(at, 1);
      return state.changed(committee);
    },
  };
}

function term(state: State, { from, until }: MemberForm): string {
  const first = from === null ? null : dateText(state, from);
  const last = until === null ? null : dateText(state, until);
  if (first !== null && last !== null) {
    return state.say({ nl: `${first} tot en met ${last}`, en: `${first} to ${last}` });
  }
  if (first !== null) return state.say({ nl: `vanaf ${first}`, en: `from ${first}` });
  return last === null ? "" : state.say({ nl: `tot en met ${last}`, en: `until ${last}` });
}

function quorumLabel(state: State, quorum: QuorumForm): string {
  switch (quorum.kind) {
    case "none":
      return state.say({ nl: "Geen afspraak", en: "No rule" });
    case "members":
      return state.say({
        nl: `Minstens ${quorum.members} leden`,
        en: `At least ${quorum.members} members`,
      });
    case "at_least":
      return state.say({
        nl: `Minstens ${quorum.part}/${quorum.of} van de leden`,
        en: `At least ${quorum.part}/${quorum.of} of the members`,
      });
    case "more_than":
      return state.say({
        nl: `Meer dan ${quorum.part}/${quorum.of} van de leden`,
        en: `More than ${quorum.part}/${quorum.of} of the members`,
      });
  }
}
