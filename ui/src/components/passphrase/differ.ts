/** A passphrase is typed twice, because nobody sees what was typed. */
import type { ProblemView } from "../../generated/types";
import type { Translate } from "../../text/catalogue";

/** A passphrase and the same once more. */
export interface TypedTwice {
  passphrase: string;
  again: string;
}

/** What is wrong when the two are not the same. */
export function differing(t: Translate, { passphrase, again }: TypedTwice): ProblemView | null {
  if (passphrase === again) return null;
  return {
    code: "passphrases-differ",
    what: t("ui-identity-differ"),
    remedy: t("ui-identity-differ.remedy"),
    field: "again",
    details: [],
  };
}
