//! What stands in the files themselves.

use super::project::Project;

/// Crates without input, output, clock or chance.
const PURE: [&str; 2] = ["crates/questionnaire/src/", "crates/assessment/src/"];

/// How Rust reaches for the world outside.
const OUTSIDE: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "SystemTime",
    "Instant",
    "::now(",
    "File::open",
    "getrandom",
    "rand::",
    "Uuid::new",
    "thread::sleep",
    "println!",
    "eprintln!",
];

/// How a web page reads text as HTML or as a program.
const HTML_SINKS: &[&str] = &[
    "{@html",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "srcdoc",
    "DOMParser",
    "createContextualFragment",
    "setHTMLUnsafe",
    "eval(",
    "new Function(",
];

/// Where the interface meets the desktop shell.
const HOST: &str = "ui/src/host/tauri.ts";

/// Words that name no concept.
const CATCH_ALL: [&str; 8] = [
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "manager",
    "processor",
];

// In pieces, so that these rules do not complain about themselves.
const UNFINISHED: &[&str] = &[
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("unimpl", "emented!"),
    concat!("to", "do!("),
    concat!("Under ", "construction"),
];
const MACHINE: &[&str] = &[
    concat!("/ho", "me/"),
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/Us", "ers/"),
    concat!("C:\\", "Users"),
];

/// About this many lines is as long as one concept gets.
const LONG: usize = 400;

pub(super) fn pure_crates_read_nothing(project: &Project) -> Vec<String> {
    let pure =
        |path: &str| PURE.iter().any(|folder| path.starts_with(folder)) && path.ends_with(".rs");
    let mut complaints = Vec::new();
    for (path, text) in project.files_where(pure) {
        for (number, line) in product_code(text) {
            for outside in OUTSIDE.iter().filter(|outside| line.contains(**outside)) {
                complaints.push(format!("{path}:{number}: reaches outside with `{outside}`"));
            }
        }
    }
    complaints
}

pub(super) fn sql_only_in_the_dossier(project: &Project) -> Vec<String> {
    let elsewhere = |path: &str| path.ends_with(".sql") && !path.starts_with("crates/dossier/");
    project
        .files_where(elsewhere)
        .map(|(path, _)| format!("{path} belongs in crates/dossier"))
        .collect()
}

pub(super) fn tauri_only_in_the_host(project: &Project) -> Vec<String> {
    let host = |path: &str| path == HOST || path == "ui/src/host/tauri.test.ts";
    let others = |path: &str| is_interface(path) && !host(path);
    found_in(
        project,
        others,
        &["@tauri-apps", "__TAURI__", "__TAURI_INTERNALS__."],
        &format!("belongs in {HOST}"),
    )
}

pub(super) fn no_html_sinks(project: &Project) -> Vec<String> {
    found_in(
        project,
        is_interface,
        HTML_SINKS,
        "reads text as HTML or as a program",
    )
}

pub(super) fn modules_are_introduced(project: &Project) -> Vec<String> {
    project
        .files_where(|path| path.ends_with(".rs"))
        .filter(|(_, text)| !text.starts_with("//!"))
        .map(|(path, _)| format!("{path} does not begin with `//!`"))
        .collect()
}

pub(super) fn no_catch_all_names(project: &Project) -> Vec<String> {
    let names_nothing = |path: &str| {
        is_source(path)
            && path.split('/').any(|part| {
                let name = part.split('.').next().unwrap_or(part).to_lowercase();
                CATCH_ALL.contains(&name.as_str())
            })
    };
    project
        .files_where(names_nothing)
        .map(|(path, _)| format!("{path}: name the concept"))
        .collect()
}

pub(super) fn no_machine_paths(project: &Project) -> Vec<String> {
    let mut complaints = Vec::new();
    for (path, text) in &project.files {
        for (number, line) in (1..).zip(text.lines()) {
            for machine in MACHINE
                .iter()
                .filter(|machine| begins_a_path(line, machine))
            {
                complaints.push(format!("{path}:{number}: mentions `{machine}`"));
            }
        }
    }
    complaints
}

pub(super) fn nothing_unfinished(project: &Project) -> Vec<String> {
    found_in(project, is_text_of_ours, UNFINISHED, "is unfinished")
}

/// Sources that have grown long, with their number of lines.
pub(super) fn long_files(project: &Project) -> Vec<(&str, usize)> {
    project
        .files_where(is_source)
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > LONG)
        .collect()
}

fn found_in(
    project: &Project,
    place: impl Fn(&str) -> bool,
    words: &[&str],
    complaint: &str,
) -> Vec<String> {
    let mut complaints = Vec::new();
    for (path, text) in project.files_where(place) {
        for (number, line) in (1..).zip(text.lines()) {
            for word in words.iter().filter(|word| line.contains(**word)) {
                complaints.push(format!("{path}:{number}: `{word}` {complaint}"));
            }
        }
    }
    complaints
}

/// The numbered lines of a Rust file without its comments and without the tests at its end.
fn product_code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = (1..).zip(text.lines());
    lines
        .take_while(|(_, line)| line.trim() != "#[cfg(test)]")
        .map(|(number, line)| (number, line.split("//").next().unwrap_or(line)))
}

/// Whether a path starts here, rather than going on in the middle of another one.
fn begins_a_path(line: &str, start: &str) -> bool {
    line.match_indices(start).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        before.is_none_or(|before| !before.is_alphanumeric() && !"_-.}>*".contains(before))
    })
}

fn is_interface(path: &str) -> bool {
    path.starts_with("ui/src/") || path == "ui/index.html"
}

fn is_source(path: &str) -> bool {
    let written = [".rs", ".ts", ".js", ".svelte", ".css"]
        .iter()
        .any(|end| path.ends_with(end));
    written && !path.starts_with("ui/src/generated/")
}

fn is_text_of_ours(path: &str) -> bool {
    const ENDS: [&str; 12] = [
        ".rs", ".ts", ".svelte", ".css", ".html", ".ftl", ".sql", ".tera", ".toml", ".yml", ".md",
        ".py",
    ];
    ENDS.iter().any(|end| path.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(rule: fn(&Project) -> Vec<String>, files: &[(&str, &str)], expect: &[&str]) {
        assert_eq!(rule(&Project::with_files(files)), expect);
    }

    #[test]
    fn clock_in_the_rules_is_refused() {
        let text = "//! Reads std::fs? No.\nlet now = Timestamp::now();\n#[cfg(test)]\nmod tests { use std::fs; }\n";
        check(
            pure_crates_read_nothing,
            &[
                ("crates/assessment/src/a.rs", text),
                ("crates/dossier/src/a.rs", text),
            ],
            &["crates/assessment/src/a.rs:2: reaches outside with `::now(`"],
        );
    }

    #[test]
    fn sql_outside_the_dossier_is_refused() {
        check(
            sql_only_in_the_dossier,
            &[
                ("crates/dossier/src/a.sql", ""),
                ("crates/report/src/a.sql", ""),
            ],
            &["crates/report/src/a.sql belongs in crates/dossier"],
        );
    }

    #[test]
    fn tauri_outside_the_host_is_refused() {
        let text = "import { invoke } from \"@tauri-apps/api/core\";\n";
        check(
            tauri_only_in_the_host,
            &[
                ("ui/src/host/tauri.ts", text),
                ("ui/src/pages/start.ts", text),
                ("ui/package.json", text),
            ],
            &["ui/src/pages/start.ts:1: `@tauri-apps` belongs in ui/src/host/tauri.ts"],
        );
    }

    #[test]
    fn every_html_sink_is_refused() {
        for sink in HTML_SINKS {
            let line = format!("<p>{sink}answer}}</p>");
            let found = no_html_sinks(&Project::with_files(&[("ui/src/pages/a.svelte", &line)]));
            assert!(!found.is_empty(), "{sink}");
        }
        check(
            no_html_sinks,
            &[("ui/src/pages/a.svelte", "<p>{answer}</p>")],
            &[],
        );
    }

    #[test]
    fn module_without_introduction_is_refused() {
        check(
            modules_are_introduced,
            &[
                ("a.rs", "//! For this.\n"),
                ("b.rs", "fn main() {}\n"),
                ("c.ts", "export {};\n"),
            ],
            &["b.rs does not begin with `//!`"],
        );
    }

    #[test]
    fn name_for_the_rest_is_refused() {
        check(
            no_catch_all_names,
            &[
                ("ui/src/utils/a.ts", ""),
                ("crates/report/src/helpers.rs", ""),
                ("docs/common/a.md", ""),
            ],
            &[
                "crates/report/src/helpers.rs: name the concept",
                "ui/src/utils/a.ts: name the concept",
            ],
        );
    }

    #[test]
    fn path_of_a_machine_is_refused() {
        let home = format!("see {}someone/file", MACHINE[0]);
        let inside = format!("see ui{}page", MACHINE[0]);
        check(
            no_machine_paths,
            &[("a.md", &home), ("b.md", &inside)],
            &[&format!("a.md:1: mentions `{}`", MACHINE[0])],
        );
    }

    #[test]
    fn unfinished_work_is_refused() {
        for word in UNFINISHED {
            let line = format!("// {word} the rest");
            assert_eq!(
                nothing_unfinished(&Project::with_files(&[("a.rs", &line)])).len(),
                1,
                "{word}"
            );
        }
        check(nothing_unfinished, &[("a.rs", "//! Done.\n")], &[]);
    }

    #[test]
    fn long_source_is_mentioned_and_generated_is_not() {
        let text = "line\n".repeat(LONG + 1);
        let project = Project::with_files(&[
            ("a.rs", &text),
            ("ui/src/generated/b.ts", &text),
            ("c.rs", "line\n"),
        ]);
        assert_eq!(long_files(&project), [("a.rs", LONG + 1)]);
    }
}
