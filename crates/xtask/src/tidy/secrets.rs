//! Secrets have a type of their own, which is wiped and never shown.

use super::project::Project;

/// What a secret is called in this project.
const SECRETS: [&str; 7] = [
    "passphrase",
    "pin",
    "pins",
    "password",
    "recovery_code",
    "secret",
    "private_key",
];

/// Types that stay in memory after use, and that anything may print or write out.
const PLAIN: [&str; 4] = ["String", "Vec<u8>", "Box<str>", "Vec<String>"];

pub(super) fn secrets_are_wiped(project: &Project) -> Vec<String> {
    let ours = |path: &str| {
        let shipped = path.starts_with("crates/") && !path.starts_with("crates/xtask/");
        (shipped || path.starts_with("src-tauri/")) && path.contains("/src/") && is_rust(path)
    };
    let mut complaints = Vec::new();
    for (path, text) in project.files_where(ours) {
        let lines = (1..).zip(text.lines());
        for (number, line) in lines.take_while(|(_, line)| line.trim() != "#[cfg(test)]") {
            if let Some(name) = plain_secret(line) {
                complaints.push(format!("{path}:{number}: `{name}` is a plain text"));
            }
        }
    }
    complaints
}

/// The secret that this line declares as something that is not wiped.
fn plain_secret(line: &str) -> Option<&str> {
    let code = line.split("//").next().unwrap_or(line);
    let declared = code.match_indices(": ");
    declared
        .filter_map(|(at, colon)| Some((code.get(..at)?, code.get(at + colon.len()..)?)))
        .find_map(|(before, kind)| plain(before, kind))
}

/// The name at the end of what stands before a colon, if it is that of a secret and what follows is a plain type.
fn plain<'l>(before: &'l str, kind: &str) -> Option<&'l str> {
    let name = before.rsplit([' ', '(', ',']).next()?;
    let kind = kind
        .trim_start_matches("Option<")
        .trim_start_matches("&mut ");
    let is_plain = PLAIN.iter().any(|plain| {
        let rest = kind.strip_prefix(plain);
        rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == ':'))
    });
    (SECRETS.contains(&name) && is_plain).then_some(name)
}

fn is_rust(path: &str) -> bool {
    path.ends_with(".rs") && !path.contains("/tests/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secret_in_a_plain_text_is_refused() {
        for line in [
            "    passphrase: String,",
            "    pub pin: Option<String>,",
            "    pub(crate) recovery_code: String,",
            "fn open(path: &Path, secret: Vec<u8>) {",
            "        let passphrase: String = typed.chars().collect();",
        ] {
            assert!(plain_secret(line).is_some(), "{line}");
        }
        for line in [
            "    passphrase: SecretText,",
            "    pub pin: Option<SecretText>,",
            "fn open(passphrase: &str) {",
            "    passphrase_file: Option<PathBuf>,",
            "    // passphrase: String",
            "    name: String,",
            "    let spin: String = turn();",
        ] {
            assert_eq!(plain_secret(line), None, "{line}");
        }
    }

    #[test]
    fn only_what_people_run_is_looked_at() {
        let text = "struct Typed {\n    pin: String,\n}\n";
        let project = Project::with_files(&[
            ("crates/cli/src/a.rs", text),
            ("crates/cli/tests/b.rs", text),
            ("crates/xtask/src/c.rs", text),
        ]);
        assert_eq!(
            secrets_are_wiped(&project),
            ["crates/cli/src/a.rs:2: `pin` is a plain text"]
        );
    }
}
