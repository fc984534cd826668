/** A report of three pages to look at: pictures of lines where the real host draws the report. */
import type { PassageView, PreviewForm } from "../../generated/types";
import type { Answers } from "./calls";
import { rulesOf } from "./editions";
import type { State } from "./state";
import type { Words } from "./words";

const pages: readonly { heading: Words; text: Words }[] = [
  {
    heading: { nl: "Samenvatting", en: "Summary" },
    text: {
      nl: "De commissie beantwoordde alle vragen over de chatbot.",
      en: "The committee answered all questions about the chatbot.",
    },
  },
  {
    heading: { nl: "1 De AI-toepassing", en: "1 The AI application" },
    text: {
      nl: "De chatbot beantwoordt vragen over bestellingen.",
      en: "The chatbot answers questions about orders.",
    },
  },
  {
    heading: { nl: "2 De commissie", en: "2 The committee" },
    text: { nl: "De commissie heeft drie leden.", en: "The committee has three members." },
  },
];

/** The calls about looking at a report. */
export function previewCalls(state: State): Pick<Answers, "report_preview" | "preview_page"> {
  const { say } = state;
  const language = (of: PreviewForm) =>
    of.kind === "edition" && of.edition.language === "en" ? "en" : "nl";
  const check = (of: PreviewForm) => {
    if (of.kind === "edition") rulesOf(state, of.edition);
  };

  return {
    report_preview: ({ of }) => {
      check(of);
      return {
        title:
          language(of) === "nl"
            ? "Verantwoordingsrapport – Chatbot Voorbeeldhulp"
            : "Accountability report – Chatbot Voorbeeldhulp",
        language: language(of),
        pages: pages.length,
        headings: pages.map(({ heading }, place) => ({
          level: 1,
          title: heading[language(of)],
          page: place + 1,
        })),
      };
    },
    preview_page: ({ of, page }) => {
      check(of);
      const shown = pages[page - 1];
      if (shown === undefined) {
        return state.refuse("no-such-page", "page", {
          what: {
            nl: `Pagina ${String(page)} is er niet.`,
            en: `There is no page ${String(page)}.`,
          },
          remedy: { nl: "Kies een andere pagina.", en: "Choose another page." },
        });
      }
      const heading = shown.heading[language(of)];
      const text = shown.text[language(of)];
      const passages: PassageView[] = [
        { kind: "heading", level: 1, text: heading, language: null },
        { kind: "paragraph", text, language: null },
        { kind: "figure", alternative: say({ nl: "Radardiagram", en: "Radar chart" }) },
        {
          kind: "table",
          rows: [
            { cells: [cell("1", true), cell(text, false)] },
            { cells: [cell("2", true), cell("Noor de Vries", false)] },
          ],
        },
        { kind: "list", items: [cell("• Zoë Çelik", false), cell("• Idris Bakker", false)] },
      ];
      return {
        picture: drawn(heading, text),
        alternative: say({
          nl: `Pagina ${String(page)} van 3. Koppen: ${heading}.`,
          en: `Page ${String(page)} of 3. Headings: ${heading}.`,
        }),
        text: passages,
      };
    },
  };
}

const cell = (text: string, heads: boolean) => ({ text, language: null, heads });

function drawn(heading: string, text: string): string {
  const lines = Array.from({ length: 30 }, (_, line) => {
    const y = String(190 + line * 18);
    return `<path d="M178 ${y}H${String(line % 6 === 5 ? 380 : 533)}" stroke="#c4cbd3"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="595.276" height="841.89" viewBox="0 0 595.276 841.89"><path fill="#fff" d="M0 0H596V842H0Z"/><text x="62" y="120" font-family="serif" font-size="24" fill="#154a6d">${heading}</text><text x="178" y="165" font-family="serif" font-size="10" fill="#1c2128">${text}</text>${lines.join("")}</svg>`;
}
