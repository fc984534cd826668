//! The network: a whole session, from a new dossier to a verified report and to the end of the dossier, asks the
//! system for no internet socket.

use std::fs;

use anyhow::{Context as _, Result, ensure};

use crate::cycle;
use crate::deed::NEW;
use crate::program::{Programs, run, watched};
use crate::scene::{
    self, BACKUP, DOSSIER, EXPORT, IDENTITY, NEXT_KEY, OTHER, PASSPHRASE, REPORT, SIGNED, SIGNER,
};
use crate::{Campaign, Order, Tally};

pub(crate) const CAMPAIGN: Campaign = Campaign {
    name: "network",
    what: "a whole session opens no internet socket",
    short: 1,
    full: 3,
    run: campaign,
};

fn campaign(programs: &Programs, order: &Order) -> Result<Tally> {
    cycle::each("network", "sessions", order, |cycle| {
        let here = cycle.folder.clone();
        fs::write(here.join(PASSPHRASE), "een lange zin om te onthouden\n")?;
        fs::write(here.join("bewijs.txt"), "een bewijsstuk\n")?;
        let person = ["--name", SIGNER];
        fs::write(here.join(NEXT_KEY), "een andere zin om te onthouden\n")?;
        let passphrase = ["--passphrase-file", PASSPHRASE];
        let next = ["--passphrase-file", NEXT_KEY];
        let session: [(&[&str], &[&str], i32); 39] = [
            (
                &["new", DOSSIER, "--organisation"],
                &["Voorbeeld Webwinkel B.V."],
                0,
            ),
            (&["member", "add", DOSSIER], &person, 0),
            (&["assess", DOSSIER, "--subject"], &["Chatbot"], 0),
            (&["questions", DOSSIER, "--json"], &[], 0),
            (&["answer", DOSSIER, "--stdin"], &[], 0),
            (&["evidence", DOSSIER, "PUR-01"], &["bewijs.txt"], 0),
            (&["scores", DOSSIER, "--json"], &[], 0),
            (&["history", DOSSIER, "--json"], &[], 0),
            (&["check", DOSSIER, "--json"], &[], 0),
            (&["report", DOSSIER, "--out"], &[REPORT], 0),
            (
                &["identity", "new", "--name", SIGNER, "--out", IDENTITY],
                &passphrase,
                0,
            ),
            (&scene::SIGN, &[], 0),
            (&["verify", SIGNED, "--dossier"], &[DOSSIER, "--json"], 3),
            (&["copy", DOSSIER, "--out"], &[OTHER], 0),
            (&["answer", OTHER, "--stdin"], &[], 0),
            (&["merge", DOSSIER], &[OTHER, "--json"], 0),
            (&["undo", DOSSIER], &["6"], 0),
            (&["backup"], &[DOSSIER], 0),
            (&["backups"], &[DOSSIER, "--json"], 0),
            (&["restore", DOSSIER, "--out"], &[BACKUP], 0),
            (&["export", DOSSIER, "--out"], &[EXPORT], 0),
            (&["import", EXPORT, "--out"], &[NEW], 0),
            (&["example"], &["voorbeeld.dossier"], 0),
            (
                &["report", DOSSIER, "--edition", "public", "--out"],
                &["publiek.pdf"],
                0,
            ),
            (
                &["report", DOSSIER, "--edition", "summary", "--out"],
                &["kort.pdf"],
                0,
            ),
            (
                &["export", DOSSIER, "--as", "html", "--out"],
                &["verslag.html"],
                0,
            ),
            (
                &["export", DOSSIER, "--as", "docx", "--out"],
                &["verslag.docx"],
                0,
            ),
            (
                &["export", DOSSIER, "--as", "xlsx", "--out"],
                &["verslag.xlsx"],
                0,
            ),
            (
                &["export", DOSSIER, "--as", "csv", "--out"],
                &["verslag.csv"],
                0,
            ),
            (
                &["export", DOSSIER, "--as", "md", "--out"],
                &["verslag.md"],
                0,
            ),
            (
                &["retention", DOSSIER, "--until", "2033-11-21"],
                &["--reason", "afgesproken"],
                0,
            ),
            (&["erase", DOSSIER, "--member", SIGNER], &["--preview"], 0),
            (
                &["erase", DOSSIER, "--member", SIGNER],
                &["--reason", "op verzoek"],
                0,
            ),
            (&["rescue", DOSSIER, "--out"], &["gered.dossier"], 0),
            (&["encrypt", DOSSIER], &passphrase, 0),
            (
                &["passphrase", DOSSIER, "--new-passphrase-file", NEXT_KEY],
                &passphrase,
                0,
            ),
            (&["decrypt", DOSSIER], &next, 0),
            (&["status", NEW], &[], 0),
            (
                &["destroy", DOSSIER, "--organisation"],
                &[
                    "Voorbeeld Webwinkel B.V.",
                    "--certificate",
                    "bewijs van vernietiging.txt",
                ],
                0,
            ),
        ];
        for (first, second, code) in session {
            let arguments = [first, second].concat();
            let command = programs.verantwoord(&here, &arguments);
            let line = "{\"question\":\"PUR-01\",\"value\":\"yes\",\"because\":\"https://example.org/\"}\n";
            let log = here.join("log");
            let to = log.to_str().context("an odd temporary folder")?;
            let ran = run(watched(&command, &["-o", to, "-e", "trace=network"]), line)?;
            let shown = arguments.join(" ");
            ensure!(
                ran.code == Some(code),
                "`{shown}`: {:?} {}",
                ran.code,
                ran.err
            );
            cycle.count("commands watched");
            cycle.acknowledged += ran.out.matches("ACK ").count() as u64;
            for call in fs::read_to_string(&log)?.lines() {
                let opens = call.contains(" socket(") || call.contains(" connect(");
                ensure!(
                    !opens || call.contains("(AF_UNIX"),
                    "`{shown}` made the call {call}"
                );
                ensure!(!call.contains("AF_INET"), "`{shown}` made the call {call}");
            }
        }
        Ok(())
    })
}
