/** How reports look, as far as the page can see. */
import type { LogoDrawing, SectionPlaceView, Topic } from "../../generated/types";
import type { Answers } from "./calls";
import type { State } from "./state";

const usual = "#154a6d";

/** A made-up logo: a bag with a speech balloon cut out of it. */
export const sampleLogo: LogoDrawing = {
  kind: "outlines",
  width: 8192,
  height: 4096,
  areas: [
    {
      fill: "#7a1f3d",
      even_odd: true,
      path: "M0 1200L4096 1200L3700 4096L400 4096ZM1100 1800L3000 1800L3000 3000L2000 3000L1500 3500L1500 3000L1100 3000Z",
    },
    {
      fill: "#e39a1f",
      even_odd: false,
      path: "M1200 1200C1200 -200 2900 -200 2900 1200L2550 1200C2550 300 1550 300 1550 1200Z",
    },
    {
      fill: "#7a1f3d",
      even_odd: false,
      path: "M4700 1400L8192 1400L8192 1900L4700 1900ZM4700 2400L7400 2400L7400 2900L4700 2900ZM4700 3400L7900 3400L7900 3900L4700 3900Z",
    },
  ],
};

/** Some of the places where a section of one's own can stand. */
function placesOf(say: State["say"]): SectionPlaceView[] {
  return [
    {
      place: "committee",
      title: say({
        nl: "Wie heeft beoordeeld: in plaats daarvan",
        en: "Who assessed: in its place",
      }),
    },
    {
      place: "after-committee",
      title: say({ nl: "Wie heeft beoordeeld: erna", en: "Who assessed: after it" }),
    },
    {
      place: "method",
      title: say({
        nl: "Methode en grenzen: in plaats daarvan",
        en: "Method and limits: in its place",
      }),
    },
    {
      place: "after-method",
      title: say({ nl: "Methode en grenzen: erna", en: "Method and limits: after it" }),
    },
  ];
}

/** The calls about how reports look. */
export function styleCalls(
  state: State,
): Pick<
  Answers,
  | "style_page"
  | "choose_style"
  | "choose_logo"
  | "remove_logo"
  | "keep_own_section"
  | "remove_own_section"
> {
  const { say } = state;
  const reports: Topic[] = [{ kind: "reports" }];

  return {
    style_page: () => {
      const { style, logo, sections, organisation } = state.open();
      const shown = style.name || organisation.name;
      return {
        form: style,
        organisation: organisation.name,
        usual_accent: usual,
        logo:
          logo === null
            ? null
            : {
                drawing: logo,
                alternative: say({ nl: `Logo van ${shown}`, en: `Logo of ${shown}` }),
              },
        sections: placesOf(say)
          .filter(({ place }) => sections.includes(place))
          .map((at) => ({ ...at, broken: null })),
        places: placesOf(say),
      };
    },
    choose_style: ({ form }) => {
      const { name, accent } = form;
      if (accent !== "" && !/^#[0-9a-f]{6}$/i.test(accent)) {
        state.refuse("colour-unreadable", "accent", {
          what: { nl: `‘${accent}’ is geen kleur.`, en: `‘${accent}’ is no colour.` },
          remedy: { nl: "Schrijf de kleur als #154a6d.", en: "Write the colour as #154a6d." },
        });
      }
      state.open().style = { name, accent };
      return state.changed(reports);
    },
    choose_logo: ({ file }) => {
      const chosen = state.files.get(file);
      if (chosen?.name.endsWith(".svg") !== true) {
        state.refuse("logo-undrawable", "logo", {
          what: { nl: "Dit logo kan niet op een rapport.", en: "A report cannot draw this logo." },
          remedy: { nl: "Kies een SVG of PNG.", en: "Choose an SVG or PNG." },
        });
      }
      state.open().logo = sampleLogo;
      return state.changed(reports);
    },
    keep_own_section: ({ place, file }) => {
      if (state.files.get(file)?.name.endsWith(".html") !== true) {
        state.refuse("section-broken", "template", {
          what: { nl: "Dit sjabloon is niet bruikbaar.", en: "This template cannot be used." },
          remedy: { nl: "Herstel het sjabloon.", en: "Correct the template." },
        });
      }
      const { sections } = state.open();
      state.open().sections = [...sections.filter((other) => other !== place), place];
      return state.changed(reports);
    },
    remove_own_section: ({ place }) => {
      const { sections } = state.open();
      state.open().sections = sections.filter((other) => other !== place);
      return state.changed(reports);
    },
    remove_logo: () => {
      state.open().logo = null;
      return state.changed(reports);
    },
  };
}
