//! The main job without a window: the example, in both languages, signed by three people.

use journeys::Workshop;

const SIGNERS: [(&str, &[&str]); 3] = [
    ("Noor Voorbeeld", &["--position", "agree"]),
    // What she declared on the report she signs with.
    ("Ilse Fictief", &[]),
    (
        "Karim Denkbeeld",
        &[
            "--position",
            "dissent",
            "--reason",
            "De rekening voor het milieu is onbekend.",
        ],
    ),
];

#[test]
fn example_is_reported_and_signed_by_three_in_both_languages() {
    let Some(workshop) = Workshop::open("command-line") else {
        return;
    };
    workshop.done(&["example", "voorbeeld.dossier"]);
    let (keys, certificates): (Vec<_>, Vec<_>) = SIGNERS
        .iter()
        .map(|(name, _)| workshop.identity(name))
        .unzip();
    for language in ["nl", "en"] {
        let mut pdf = format!("rapport-{language}.pdf");
        let mut report = vec![
            "report",
            "voorbeeld.dossier",
            "--out",
            &pdf,
            "--language",
            language,
        ];
        report.extend(SIGNERS.iter().flat_map(|(name, _)| ["--signer", name]));
        workshop.done(&report);
        workshop.opinions().conforms(&workshop.path(&pdf), 0);

        for (number, ((name, position), key)) in SIGNERS.iter().zip(&keys).enumerate() {
            let signed = format!("rapport-{language}-{number}.pdf");
            let sign = [
                "sign",
                &pdf,
                "--identity",
                key,
                "--name",
                name,
                "--out",
                &signed,
            ];
            let secret = ["--passphrase-file", "wachtwoordzin"];
            workshop.done(&[&sign[..], position, &secret].concat());
            pdf = signed;
            workshop
                .opinions()
                .conforms(&workshop.path(&pdf), number + 1);
        }
        workshop
            .opinions()
            .signed_by(&workshop.path(&pdf), &certificates);

        let trust: Vec<&str> = certificates
            .iter()
            .map(|path| path.to_str().unwrap())
            .collect();
        let trusting = |how_many: usize| {
            let trust = trust[..how_many].iter().flat_map(|pem| ["--trust", pem]);
            let arguments: Vec<&str> = ["verify", &pdf, "--json"]
                .into_iter()
                .chain(trust)
                .collect();
            workshop.run(&arguments).status.code()
        };
        assert_eq!(trusting(3), Some(0));
        assert_eq!(trusting(2), Some(3), "one signer is unknown");
    }
}
