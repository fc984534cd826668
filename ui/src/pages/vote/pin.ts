/** What the window can know to be wrong before somebody scores. */
import type { ProblemView } from "../../generated/types";
import type { Translate } from "../../text/catalogue";

/** The shortest code that the program takes. */
export const shortest = 4;

/** Who scores, and their code typed twice. */
interface Typed {
  readonly member: string | null;
  readonly pin: string;
  readonly again: string;
}

/** The first thing that is wrong; nothing when scoring may begin. */
export function wrongWith(t: Translate, { member, pin, again }: Typed): ProblemView | null {
  if (member === null) {
    return problem(
      "voter-unnamed",
      "member",
      t("ui-vote-lacks-name"),
      t("ui-vote-lacks-name.remedy"),
    );
  }
  if ([...pin].length < shortest) {
    return problem(
      "pin-too-short",
      "pin",
      t("ui-vote-pin-short"),
      t("ui-vote-pin-short.remedy", { least: shortest }),
    );
  }
  if (pin !== again) {
    return problem(
      "pins-differ",
      "again",
      t("ui-vote-pin-differs"),
      t("ui-vote-pin-differs.remedy"),
    );
  }
  return null;
}

function problem(code: string, field: string, what: string, remedy: string): ProblemView {
  return { code, what, remedy, field, details: [] };
}
