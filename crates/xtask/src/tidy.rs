//! The rules of ARCHITECTURE.md as code: what a program can check, nobody has to remember.
//!
//! A rule looks at the [`Project`] as it was read and returns complaints; it reads nothing itself, so each is tested
//! on a few lines of sample. What the compiler, rustfmt, clippy and the linters of `ui/` check is left to them.

mod dependencies;
mod layers;
mod licences;
mod project;
mod promises;
mod secrets;
mod sources;
mod texts;

use anyhow::{Result, bail};
use project::Project;
pub(crate) use project::VERIFIER;

use crate::terminal::say;

/// A rule: a name, the reason it exists, and the check, which returns one line for each violation.
struct Rule {
    name: &'static str,
    why: &'static str,
    check: fn(&Project) -> Vec<String>,
}

const RULES: &[Rule] = &[
    Rule {
        name: "who may know whom",
        why: "a core that knows no window, file or clock can be trusted, tested and used elsewhere",
        check: layers::members_know_only_whom_they_may,
    },
    Rule {
        name: "one home for each library",
        why: "SQL, PDF, cryptography and the window can each be replaced or reviewed in one place",
        check: layers::libraries_stay_in_their_crate,
    },
    Rule {
        name: "the rules are pure",
        why: "same input, same outcome: time, ids and files come in as arguments",
        check: sources::pure_crates_read_nothing,
    },
    Rule {
        name: "SQL in the dossier",
        why: "only the crate that keeps the file knows how it is kept",
        check: sources::sql_only_in_the_dossier,
    },
    Rule {
        name: "Tauri behind the host",
        why: "the interface must run, and be tested, without the desktop shell",
        check: sources::tauri_only_in_the_host,
    },
    Rule {
        name: "no HTML from text",
        why: "an answer is text: one place that reads it as HTML runs what a stranger wrote",
        check: sources::no_html_sinks,
    },
    Rule {
        name: "no network",
        why: "what an ethics committee writes down stays on its own machine",
        check: dependencies::nothing_can_connect,
    },
    Rule {
        name: "the verifier stands alone",
        why: "who was sent a report runs it anywhere, with nothing else installed, and it stays small",
        check: dependencies::the_verifier_stands_alone,
    },
    Rule {
        name: "licences",
        why: "the product is published under the EUPL-1.2 and must be allowed to contain what it contains",
        check: licences::all_are_compatible,
    },
    Rule {
        name: "official sources",
        why: "anyone must be able to fetch exactly what we built with",
        check: dependencies::come_from_the_official_registries,
    },
    Rule {
        name: "a module says what it is for",
        why: "a first-time reader starts at the top of a file",
        check: sources::modules_are_introduced,
    },
    Rule {
        name: "concepts have names",
        why: "a folder for the rest attracts the rest",
        check: sources::no_catch_all_names,
    },
    Rule {
        name: "no machine of ours",
        why: "a path of one machine is wrong on every other",
        check: sources::no_machine_paths,
    },
    Rule {
        name: "promises are kept by tests",
        why: "a promise whose test was renamed or removed is a sentence",
        check: promises::name_tests_that_exist,
    },
    Rule {
        name: "secrets are wiped",
        why: "what only one person knows must not stay in memory, nor get into a log or a file by accident",
        check: secrets::secrets_are_wiped,
    },
    Rule {
        name: "real apostrophes",
        why: "a report is typeset, and its texts are read by people who see the difference",
        check: texts::apostrophes_are_real,
    },
    Rule {
        name: "nothing unfinished",
        why: "what is not done belongs in an issue, not in the product",
        check: sources::nothing_unfinished,
    },
];

/// Checks all rules; long files are mentioned, not refused.
pub(crate) fn tidy() -> Result<()> {
    let project = Project::read()?;
    let mut broken = 0;
    for rule in RULES {
        let complaints = (rule.check)(&project);
        if complaints.is_empty() {
            continue;
        }
        broken += 1;
        println!("   {}: {}", rule.name, rule.why);
        for complaint in complaints {
            println!("     - {complaint}");
        }
    }
    for (path, lines) in sources::long_files(&project) {
        say(&format!(
            "note: {path} has {lines} lines; is it one concept?"
        ));
    }
    if broken > 0 {
        bail!("{broken} of {} rules are broken", RULES.len());
    }
    say(&format!(
        "{} rules hold for {} files.",
        RULES.len(),
        project.files.len()
    ));
    Ok(())
}
