//! An encrypted dossier, through the program: nobody reads it without passphrase or recovery code, and
//! everything works with one of them.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value as Json;

const PROGRAM: &str = env!("CARGO_BIN_EXE_verantwoord");
const NAME: &str = "Voorbeeld Webwinkel B.V.";

struct Desk(tempfile::TempDir);

impl Desk {
    /// A desk with a dossier, and files with passphrases.
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        for (file, words) in [
            ("eerste", "Drie koeien eten gras\n"),
            ("tweede", "Vier geiten drinken melk\n"),
            ("kort", "te kort\n"),
        ] {
            fs::write(desk.0.path().join(file), words).unwrap();
        }
        desk.done(&["new", "werk.dossier", "--organisation", NAME]);
        desk
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(PROGRAM)
            .args(arguments)
            .current_dir(self.0.path())
            .env("VERANTWOORD_BACKUPS", self.0.path().join("reserve"))
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }

    #[track_caller]
    fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {output:?}");
        assert!(output.stderr.is_empty(), "{arguments:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// What is said of a command that is refused.
    #[track_caller]
    fn refused(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {output:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    #[track_caller]
    fn json(&self, arguments: &[&str]) -> Json {
        serde_json::from_str(&self.done(arguments)).unwrap()
    }

    /// Whether the name of the organisation can be read in any dossier or what stands beside it.
    fn is_readable(&self) -> bool {
        let readable = |path: &Path| {
            let bytes = fs::read(path).unwrap();
            bytes.windows(NAME.len()).any(|it| it == NAME.as_bytes())
        };
        [self.0.path().to_owned(), self.0.path().join("reserve")]
            .iter()
            .flat_map(|folder| fs::read_dir(folder).into_iter().flatten())
            .map(|entry| entry.unwrap().path())
            .any(|path| path.is_file() && readable(&path))
    }
}

#[test]
fn an_encrypted_dossier_is_worked_in_and_made_readable_again() {
    let desk = Desk::new();
    desk.done(&["backup", "werk.dossier"]);
    let before = desk.json(&["check", "werk.dossier", "--json"]);
    assert!(desk.is_readable() && before["encrypted"] == false);
    let short = desk.refused(&["encrypt", "werk.dossier", "--passphrase-file", "kort"]);
    assert!(short.contains("15"), "{short}");

    let made = [
        "encrypt",
        "werk.dossier",
        "--passphrase-file",
        "eerste",
        "--json",
    ];
    let made = desk.json(&made);
    assert!(!desk.is_readable());
    let code = made["recoveryCode"].as_str().unwrap();
    fs::write(desk.0.path().join("code"), code).unwrap();
    let again = desk.refused(&["encrypt", "werk.dossier", "--passphrase-file", "eerste"]);
    assert!(again.contains("al versleuteld"), "{again}");

    let asked = desk.refused(&["check", "werk.dossier"]);
    assert!(asked.contains("--passphrase-file"), "{asked}");
    desk.refused(&["check", "werk.dossier", "--passphrase-file", "tweede"]);
    let with_code = [
        "check",
        "werk.dossier",
        "--json",
        "--passphrase-file",
        "code",
    ];
    let after = desk.json(&with_code);
    assert!(after["encrypted"] == true && after["fingerprint"] == before["fingerprint"]);

    let member = ["member", "add", "werk.dossier", "--name", "Noor Voorbeeld"];
    desk.done(&[&member[..], &["--passphrase-file", "code"]].concat());
    let home = ["copy", "werk.dossier", "--out", "thuis.dossier"];
    desk.done(&[&home[..], &["--passphrase-file", "code"]].concat());
    let member = ["member", "add", "thuis.dossier", "--name", "Bram Voorbeeld"];
    desk.done(&[&member[..], &["--passphrase-file", "code"]].concat());
    let merge = ["merge", "werk.dossier", "thuis.dossier", "--json"];
    let merged = desk.json(&[&merge[..], &["--passphrase-file", "code"]].concat());
    assert_eq!(merged["added"], 1);
    assert!(!desk.is_readable());
    let backups = [
        "backups",
        "werk.dossier",
        "--json",
        "--passphrase-file",
        "code",
    ];
    let backups = desk.json(&backups);
    let verified = |it: &Json| it["verified"] == true;
    assert!(
        backups.as_array().unwrap().iter().all(verified),
        "{backups}"
    );

    desk.done(&["decrypt", "werk.dossier", "--passphrase-file", "code"]);
    assert!(desk.is_readable());
    assert_eq!(
        desk.json(&["check", "werk.dossier", "--json"])["encrypted"],
        false
    );
}

#[test]
fn another_passphrase_makes_the_first_and_its_code_worthless() {
    let desk = Desk::new();
    let made = [
        "encrypt",
        "werk.dossier",
        "--passphrase-file",
        "eerste",
        "--json",
    ];
    let made = desk.json(&made);
    fs::write(
        desk.0.path().join("code"),
        made["recoveryCode"].as_str().unwrap(),
    )
    .unwrap();
    let change = ["passphrase", "werk.dossier", "--passphrase-file", "eerste"];
    let told = desk.done(&[&change[..], &["--new-passphrase-file", "tweede"]].concat());
    assert_eq!(told.lines().last().unwrap().split('-').count(), 17);
    for old in ["eerste", "code"] {
        desk.refused(&["check", "werk.dossier", "--passphrase-file", old]);
    }
    desk.done(&["check", "werk.dossier", "--passphrase-file", "tweede"]);
}

#[test]
fn the_program_has_libcrypto_and_nothing_that_speaks_tls() {
    let program = fs::read(PROGRAM).unwrap();
    let has = |text: &str| program.windows(text.len()).any(|it| it == text.as_bytes());
    assert!(has("EVP_CIPHER_CTX_new"), "this program can be searched");
    for name in ["libssl", "SSL_connect", "SSL_CTX_new", "TLS_client_method"] {
        assert!(!has(name), "{name} is in the program");
    }
}

#[test]
fn a_backup_under_a_former_passphrase_is_named_before_and_after_it_goes() {
    let desk = Desk::new();
    let second = ["--passphrase-file", "tweede"];
    let with_second = |arguments: &[&str]| desk.done(&[arguments, &second].concat());
    desk.done(&["member", "add", "werk.dossier", "--name", "Noor Voorbeeld"]);
    desk.done(&["encrypt", "werk.dossier", "--passphrase-file", "eerste"]);
    let backup = fs::read_dir(desk.0.path().join("reserve")).unwrap().next();
    let backup = backup.unwrap().unwrap().path();
    let name = backup.file_name().unwrap().to_string_lossy().into_owned();
    let former = fs::read(&backup).unwrap();
    let change = [
        "passphrase",
        "werk.dossier",
        "--new-passphrase-file",
        "tweede",
    ];
    desk.done(&[&change[..], &["--passphrase-file", "eerste"]].concat());

    // As when it comes back from elsewhere: nobody but who knows the former passphrase can read it.
    fs::write(&backup, &former).unwrap();
    let listed = with_second(&["backups", "werk.dossier"]);
    assert!(
        listed.contains(&name) && listed.contains("vroegere"),
        "{listed}"
    );
    let to_finish = ["passphrase", "werk.dossier", "--former-passphrase-file"];
    let wrong = with_second(&[&to_finish[..], &["kort"]].concat());
    assert!(
        wrong.contains(&name) && wrong.contains("andere wachtwoordzin"),
        "{wrong}"
    );
    assert!(fs::read(&backup).unwrap() == former);
    let finished = with_second(&[&to_finish[..], &["eerste"]].concat());
    assert!(finished.contains("opnieuw geschreven"), "{finished}");
    let listed = with_second(&["backups", "werk.dossier"]);
    assert!(!listed.contains("vroegere"), "{listed}");

    // Nobody can erase anything in it, so it goes: that is told before and after.
    fs::write(&backup, &former).unwrap();
    let erase = ["erase", "werk.dossier", "--member", "Noor Voorbeeld"];
    let told = with_second(&[&erase[..], &["--preview"]].concat());
    assert!(
        told.contains(&name) && told.contains("gaat niet open"),
        "{told}"
    );
    assert!(backup.exists());
    let told = with_second(&[&erase[..], &["--reason", "op verzoek"]].concat());
    assert!(
        told.contains(&name) && told.contains("is weggehaald"),
        "{told}"
    );
    assert!(!backup.exists());
}
