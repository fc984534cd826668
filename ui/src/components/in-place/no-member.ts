/** What to say where somebody of the committee is to be chosen and nobody is. */
import { refused, type Outcome } from "../../host/interface";
import type { Texts } from "../../text/texts.svelte";

/** Refuses at the field of the member. */
export function noMember(texts: Texts): Promise<Outcome<never>> {
  return Promise.resolve(
    refused<never>({
      code: "no-member-chosen",
      what: texts.t("ui-no-member"),
      remedy: texts.t("ui-no-member.remedy"),
      field: "member",
      details: [],
    }),
  );
}
