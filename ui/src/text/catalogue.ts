/**
 * The texts of the interface, from the same Fluent files that the rest of the
 * program reads. Only the files about the interface are bundled.
 */
import { FluentBundle, FluentResource } from "@fluent/bundle";

import type { MessageKey, Messages } from "../generated/messages";

/** A language of the interface. */
export type Language = "nl" | "en";

/** Every language there is. */
export const languages: readonly Language[] = ["nl", "en"];

/** The language with this code; Dutch when there is none. */
export function languageFrom(code: string): Language {
  return code === "en" ? "en" : "nl";
}

type Variables = Readonly<Record<string, string | number>>;

/** Gives the text of a key; what the text wants is checked by its type. */
export type Translate = <Key extends MessageKey>(
  key: Key,
  ...variables: keyof Messages[Key] extends never ? [] : [Messages[Key]]
) => string;

const sources = {
  nl: import.meta.glob<string>(
    ["../../../locales/nl/ui-*.ftl", "../../../locales/nl/product.ftl"],
    {
      query: "?raw",
      import: "default",
      eager: true,
    },
  ),
  en: import.meta.glob<string>(
    ["../../../locales/en/ui-*.ftl", "../../../locales/en/product.ftl"],
    {
      query: "?raw",
      import: "default",
      eager: true,
    },
  ),
};

/** The bundle of one language. */
export function bundleOf(language: Language): FluentBundle {
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const source of Object.values(sources[language])) {
    bundle.addResource(new FluentResource(source));
  }
  return bundle;
}

/** How to translate into one language. A key without a text shows itself. */
export function translator(language: Language): Translate {
  const bundle = bundleOf(language);
  return (key: MessageKey, ...variables: readonly Variables[]) => {
    const [id = key, attribute] = key.split(".");
    const message = bundle.getMessage(id);
    const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
    if (pattern === null || pattern === undefined) return key;
    return bundle.formatPattern(pattern, variables[0] ?? {}, []);
  };
}
