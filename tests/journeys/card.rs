//! Signing with a card, through the window: a token in software takes the place of the card.

use std::fs;

use journeys::Workshop;

use crate::in_software::{InSoftware, P256, PIN, RSA, SHORT_RSA};

const NAME: &str = "Noor Voorbeeld";

#[test]
fn a_report_is_signed_with_a_card_and_others_agree() {
    let Some(workshop) = Workshop::open("card") else {
        return;
    };
    let Some(tokens) = InSoftware::found(&workshop.path("")) else {
        return;
    };
    tokens.token("Personeelskaart");
    tokens.certificate("issuer", "Voorbeeld Uitgever", P256, None);
    tokens.certificate("tekenen", NAME, RSA, Some("issuer"));
    tokens.certificate("oud", NAME, SHORT_RSA, Some("issuer"));
    tokens.put("Personeelskaart", "tekenen", "01");
    tokens.put("Personeelskaart", "oud", "02");
    tokens.put_certificate("Personeelskaart", "issuer", "09");
    // Where SoftHSM looks in the home of whoever runs the program.
    let settings = workshop.path("home/.config/softhsm2");
    fs::create_dir_all(&settings).unwrap();
    fs::copy(tokens.settings(), settings.join("softhsm2.conf")).unwrap();

    workshop.done(&["example", "voorbeeld.dossier"]);
    let report = workshop.path("rapport.pdf");
    workshop.done(&[
        "report",
        "voorbeeld.dossier",
        "--out",
        "rapport.pdf",
        "--signer",
        NAME,
    ]);
    let signed = workshop.path("rapport ondertekend.pdf");
    workshop.will_choose("open_report", &report);
    workshop.will_choose("token_library", &tokens.library);
    workshop.will_choose("signed_report", &signed);
    workshop.will_choose("signed_report", &signed);

    let window = workshop.window();
    window
        .follow("Rapport ondertekenen")
        .page("Rapport ondertekenen")
        .press("Kies een bestand: Rapport")
        .choose(NAME)
        .choose("Met een kaart of token")
        .press("Kies een bestand: Bibliotheek van uw kaart of token")
        .reads("RSA 3072 · uitgegeven door Voorbeeld Uitgever")
        .unfold("Hiermee kunt u niet tekenen")
        .reads("De RSA-sleutel heeft 2048 bits.")
        .reads("het kijkt niet in de Europese vertrouwenslijsten")
        .fill("Pincode van de kaart", "0000")
        .press("Ondertekenen en plaats kiezen")
        .reads("De pincode is niet goed.")
        .reads("Er zijn nog maar weinig pogingen over.")
        .keep_picture("wrong-pin");
    assert!(!signed.exists());
    window
        .fill("Pincode van de kaart", PIN)
        .press("Ondertekenen en plaats kiezen")
        .reads("Uw handtekening staat in het rapport")
        .reads("Iedereen heeft nu ondertekend.");

    let opinions = workshop.opinions();
    opinions.conforms(&signed, 1);
    opinions.signed_by(&signed, &[tokens.path("issuer.pem")]);
}
