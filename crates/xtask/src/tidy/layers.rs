//! Who may know whom: the crates of this project, and the libraries that have one home.

use super::project::Project;

/// Each member with the members it may be built on.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("questionnaire", &[]),
    ("signature", &[]),
    ("token", &["signature"]),
    ("messages", &["questionnaire"]),
    ("assessment", &["questionnaire"]),
    ("dossier", &["assessment", "questionnaire"]),
    ("report", &["questionnaire", "assessment", "messages"]),
    ("forms", &["questionnaire", "report", "messages"]),
    ("logo", &["assessment"]),
    (
        "verification",
        &[
            "questionnaire",
            "assessment",
            "report",
            "signature",
            "messages",
        ],
    ),
    (
        "application",
        &[
            "questionnaire",
            "assessment",
            "dossier",
            "report",
            "forms",
            "logo",
            "signature",
            "token",
            "verification",
            "messages",
        ],
    ),
    ("verantwoord-verify", &["verification", "messages"]),
    (
        "verantwoord",
        &["application", "messages", "verantwoord-verify"],
    ),
    ("verantwoord-desktop", &["application", "messages"]),
    ("xtask", &["application", "questionnaire", "messages"]),
    (
        "bench",
        &[
            "questionnaire",
            "assessment",
            "dossier",
            "report",
            "signature",
            "application",
        ],
    ),
];

/// The tests that cross crates may know anything. The campaign uses rusqlite without the dossier: it makes databases
/// that are less safe than a dossier, to prove that it would find what they lose, and dossiers that somebody forged.
const KNOW_ALL: [&str; 2] = ["journeys", "ordeal"];

/// Libraries, by how their names begin, with the members that may use them.
const HOMES: &[(&str, &[&str])] = &[
    ("rusqlite", &["dossier"]),
    ("libsqlite3-sys", &["dossier"]),
    ("printpdf", &["report"]),
    ("lopdf", &["report", "signature"]),
    ("tera", &["report"]),
    ("pbkdf2", &["signature", "dossier"]),
    ("hmac", &["signature", "dossier"]),
    ("aes", &["signature", "dossier"]),
    ("cbc", &["signature", "dossier"]),
    ("usvg", &["logo"]),
    ("p256", &["signature"]),
    ("ecdsa", &["signature"]),
    ("rsa", &["signature"]),
    ("cms", &["signature"]),
    ("x509-", &["signature"]),
    ("pkcs", &["signature"]),
    ("p12", &["signature"]),
    ("cryptoki", &["token"]),
    ("tauri", &["verantwoord-desktop"]),
    ("wry", &["verantwoord-desktop"]),
    ("tao", &["verantwoord-desktop"]),
    ("fluent", &["messages"]),
];

/// Members that use a library outside its home all the same: what a commit costs without `dossier`, only SQLite can tell.
const GUESTS: &[(&str, &str)] = &[("bench", "rusqlite")];

pub(super) fn members_know_only_whom_they_may(project: &Project) -> Vec<String> {
    let members: Vec<&str> = project
        .packages
        .iter()
        .filter(|package| package.member)
        .map(|package| package.name.as_str())
        .collect();
    let mut complaints = Vec::new();
    for package in project
        .packages
        .iter()
        .filter(|package| package.member && !KNOW_ALL.contains(&package.name.as_str()))
    {
        let Some((_, allowed)) = MAY_KNOW.iter().find(|(name, _)| *name == package.name) else {
            complaints.push(format!(
                "{} has no place in the map; give it one in MAY_KNOW",
                package.name
            ));
            continue;
        };
        for known in package
            .dependencies
            .iter()
            .filter(|name| members.contains(&name.as_str()))
        {
            if !allowed.contains(&known.as_str()) {
                complaints.push(format!("{} may not know {known}", package.name));
            }
        }
    }
    complaints
}

pub(super) fn libraries_stay_in_their_crate(project: &Project) -> Vec<String> {
    let mut complaints = Vec::new();
    for package in project
        .packages
        .iter()
        .filter(|package| package.member && !KNOW_ALL.contains(&package.name.as_str()))
    {
        for library in &package.dependencies {
            let home = HOMES.iter().find(|(start, _)| library.starts_with(start));
            if let Some((_, homes)) = home
                && !homes.contains(&package.name.as_str())
                && !GUESTS.contains(&(package.name.as_str(), library.as_str()))
            {
                complaints.push(format!(
                    "{} uses {library}, which belongs in {}",
                    package.name,
                    homes.join(" and ")
                ));
            }
        }
    }
    complaints
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn core_that_knows_its_user_is_refused() {
        let project = Project::with_members(&[
            ("questionnaire", &["assessment", "serde"]),
            ("assessment", &["questionnaire"]),
        ]);
        assert_eq!(
            members_know_only_whom_they_may(&project),
            ["questionnaire may not know assessment"]
        );
    }

    #[test]
    fn new_member_needs_a_place_in_the_map() {
        let project = Project::with_members(&[("extra", &[])]);
        assert_eq!(members_know_only_whom_they_may(&project).len(), 1);
    }

    #[test]
    fn tests_may_know_anything() {
        let project = Project::with_members(&[
            ("journeys", &["dossier", "rusqlite"]),
            ("ordeal", &["dossier", "rusqlite"]),
            ("dossier", &["rusqlite"]),
        ]);
        assert!(members_know_only_whom_they_may(&project).is_empty());
        assert!(libraries_stay_in_their_crate(&project).is_empty());
    }

    #[test]
    fn library_outside_its_home_is_refused() {
        let project = Project::with_members(&[
            ("dossier", &["rusqlite"]),
            ("report", &["rusqlite", "lopdf"]),
            ("bench", &["rusqlite", "tera"]),
            ("application", &["tauri-plugin-dialog"]),
        ]);
        assert_eq!(
            libraries_stay_in_their_crate(&project),
            [
                "report uses rusqlite, which belongs in dossier",
                "bench uses tera, which belongs in report",
                "application uses tauri-plugin-dialog, which belongs in verantwoord-desktop",
            ]
        );
    }
}
