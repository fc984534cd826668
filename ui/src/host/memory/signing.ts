/** Identities, cards, and signing with either, in memory. */
import type { ChosenFile, ReportSignedView, TokenCertificate } from "../../generated/types";
import type { Answers } from "./calls";
import { fingerprint } from "./samples";
import type { State } from "./state";

/** The calls that are answered here. */
type Signing = Pick<
  Answers,
  | "create_identity"
  | "signing_page"
  | "sign_report"
  | "look_at_token"
  | "sign_with_token"
  | "request_timestamp"
  | "embed_timestamp"
  | "add_validation"
  | "receive_report"
>;

/** The report once something was added to it that is no signature. */
const signedOnce = (file: ChosenFile): ReportSignedView => ({
  file,
  signed: ["Zoë Çelik"],
  missing: ["Noor de Vries", "Idris Bakker"],
  kept: true,
  notice: null,
});

const meaning = {
  nl: "Met uw handtekening zegt u: dit rapport bevat mijn standpunt en is daarna niet veranderd. U zegt niet dat u het met alles eens bent.",
  en: "With your signature you say: this report contains my position and was not changed afterwards. You do not say that you agree with everything.",
};

const onCard = {
  nl: "De sleutel blijft op de kaart. Wat uw handtekening bewijst, hangt af van wie het certificaat uitgaf. Een uitgever die nagaat wie u bent, staat in voor uw naam. Een gekwalificeerde handtekening vraagt een gekwalificeerd certificaat op een gekwalificeerde kaart. Of dat zo is, controleert dit programma niet: het kijkt niet in de Europese vertrouwenslijsten.",
  en: "The key stays on the card. What your signature proves depends on who issued the certificate. An issuer that checks who you are vouches for your name. A qualified signature needs a qualified certificate on a qualified card. This program does not check whether that is so: it does not look at the European trusted lists.",
};

/** What is on the card: one certificate to sign with, and one of former days. */
function certificates({ say }: State): TokenCertificate[] {
  const common = {
    name: "Noor de Vries",
    subject: "CN=Noor de Vries",
    token: "Personeelskaart",
    pin_on_reader: false,
  };
  return [
    {
      ...common,
      fingerprint,
      issuer: "Voorbeeld Uitgever CA",
      label: "Ondertekenen",
      kind: "RSA 3072",
      valid_from: say({ nl: "2 maart 2025", en: "2 March 2025" }),
      valid_until: say({ nl: "2 maart 2029", en: "2 March 2029" }),
      refused: null,
      warning: say({
        nl: "De pincode is eerder verkeerd ingetoetst. Er zijn nog maar weinig pogingen over.",
        en: "The PIN was mistyped before. Only a few tries are left.",
      }),
    },
    {
      ...common,
      fingerprint: fingerprint.replaceAll("1", "7"),
      issuer: "Voorbeeld Uitgever CA (2019)",
      label: "Ondertekenen (oud)",
      kind: "RSA 2048",
      valid_from: say({ nl: "2 maart 2021", en: "2 March 2021" }),
      valid_until: say({ nl: "2 maart 2028", en: "2 March 2028" }),
      refused: say({
        nl: "De RSA-sleutel heeft 2048 bits. Dat is te kort om nog veilig te zijn: nodig zijn er ten minste 3072. Vraag de uitgever om een nieuw certificaat, of maak een identiteit in dit programma.",
        en: "The RSA key has 2048 bits. That is too short to be safe any more: at least 3072 bits are needed. Ask the issuer for a new certificate, or make an identity in this program.",
      }),
      warning: null,
    },
  ];
}

/** Answers from this state. */
export function signingCalls(state: State): Signing {
  const { say } = state;

  /** The report as it is once somebody signed, whatever they signed with. */
  function signed({
    name,
    position,
    reason,
    to,
  }: {
    name: string;
    position: string | null;
    reason: string;
    to: string;
  }): ReportSignedView {
    if (position !== null && position !== "agree" && position !== "abstain") {
      state.need(
        "reason",
        reason,
        { nl: "Schrijf uw reden op.", en: "Write down your reason." },
        {
          nl: "Bij een voorbehoud of niet akkoord hoort een reden.",
          en: "A reservation or dissent needs a reason.",
        },
      );
    }
    return {
      file: state.file(to),
      signed: ["Zoë Çelik", name],
      missing: ["Idris Bakker"].filter((other) => other !== name),
      kept: true,
      notice: null,
    };
  }

  return {
    create_identity: ({ name, passphrase, to }) => {
      state.name("name", name);
      if (passphrase.length < 12) {
        state.refuse("passphrase-short", "passphrase", {
          what: { nl: "De wachtwoordzin is te kort.", en: "The passphrase is too short." },
          remedy: { nl: "Neem minstens twaalf tekens.", en: "Use at least twelve characters." },
        });
      }
      return {
        file: state.file(to),
        name,
        fingerprint,
        valid_until: say({ nl: "21 november 2029", en: "21 November 2029" }),
        meaning: say(meaning),
      };
    },
    signing_page: () => ({
      title: say({
        nl: "Verantwoordingsrapport Chatbot Voorbeeldhulp",
        en: "Accountability report Chatbot Voorbeeldhulp",
      }),
      expected: [
        {
          name: "Noor de Vries",
          role: say({ nl: "Commissielid", en: "Member" }),
          position: null,
          label: null,
          reason: null,
        },
        {
          name: "Idris Bakker",
          role: say({ nl: "Commissielid", en: "Member" }),
          position: "dissent",
          label: say({ nl: "Niet akkoord", en: "Dissent" }),
          reason: say({ nl: "Eerst meten.", en: "Measure first." }),
        },
      ],
      signed: ["Zoë Çelik"],
      refused: [],
      first: null,
      meaning: say(meaning),
      library: null,
    }),
    sign_report: (input) => signed(input),
    look_at_token: () => ({ certificates: certificates(state), meaning: say(onCard) }),
    sign_with_token: ({ pin, ...input }) => {
      state.need(
        "pin",
        pin ?? "",
        { nl: "De pincode ontbreekt.", en: "There is no PIN." },
        { nl: "Toets de pincode van uw kaart in.", en: "Type the PIN of your card." },
      );
      if (pin === "0000") {
        state.refuse("token-pin-wrong", "pin", {
          what: { nl: "De pincode is niet goed.", en: "The PIN is not right." },
          remedy: {
            nl: "Controleer de pincode voor u het opnieuw probeert. Na te veel fouten blokkeert de kaart zichzelf.",
            en: "Check the PIN before you try again. After too many mistakes the card locks itself.",
          },
        });
      }
      return signed(input);
    },
    request_timestamp: ({ whole, to }) => ({ file: state.file(to), whole, steps: [] }),
    embed_timestamp: ({ to }) => signedOnce(state.file(to)),
    add_validation: ({ to }) => signedOnce(state.file(to)),
    receive_report: () => ({
      signed: ["Zoë Çelik"],
      new: ["Zoë Çelik"],
      missing: ["Noor de Vries", "Idris Bakker"],
      since: say({
        nl: "Het dossier is sindsdien niet veranderd.",
        en: "The dossier has not changed since.",
      }),
      notice: null,
    }),
  };
}
