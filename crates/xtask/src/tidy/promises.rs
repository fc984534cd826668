//! The pages that promise something: every test they name has to be there.
//!
//! Whether a test shows what is promised is for whoever reads it.

use std::collections::BTreeSet;

use super::project::Project;

/// The pages that name the tests that keep what they say.
const PAGES: [&str; 8] = [
    "docs/promises.md",
    "docs/threat-model.md",
    "docs/conformance/README.md",
    "docs/conformance/pdf-a-3.md",
    "docs/conformance/pdf-ua-1.md",
    "docs/conformance/wcag-2.2.md",
    "docs/conformance/pades.md",
    "CONTRIBUTING.md",
];

/// The tests that a page names and that are nowhere.
pub(crate) fn name_tests_that_exist(project: &Project) -> Vec<String> {
    let functions: BTreeSet<&str> = project
        .files
        .iter()
        .filter(|(path, _)| path.ends_with(".rs"))
        .flat_map(|(_, text)| text.lines())
        .filter_map(|line| line.trim_start().strip_prefix("fn "))
        .filter_map(|rest| rest.split('(').next())
        .collect();
    let mut complaints = Vec::new();
    for page in PAGES {
        let text = project.files.get(page).map_or("", String::as_str);
        for name in named(text).filter(|name| !functions.contains(name)) {
            complaints.push(format!("{page} names {name}, which is no test"));
        }
        let missing =
            of_the_interface(text).filter(|(file, words)| !is_there(project, file, words));
        complaints
            .extend(missing.map(|(file, words)| {
                format!("{page} names “{words}”, which is no test in {file}")
            }));
    }
    complaints
}

/// What stands between backticks as the file of a test of the interface and its words:
/// `keyboard.test.ts: no two do the same`.
fn of_the_interface(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let marked = text.split('`').skip(1).step_by(2);
    marked
        .filter_map(|marked| marked.split_once(": "))
        .filter(|(file, _)| file.ends_with(".ts") && !file.contains(' '))
}

/// Whether a file of that name has a test in those words.
fn is_there(project: &Project, file: &str, words: &str) -> bool {
    let quoted = format!("(\"{words}\"");
    let ends = format!("/{file}");
    project
        .files_where(|path| path.starts_with("ui/") && path.ends_with(&ends))
        .any(|(_, text)| text.contains(&quoted))
}

/// What stands between backticks and is written like the name of a test, without the file that it may stand in.
fn named(text: &str) -> impl Iterator<Item = &str> {
    let is_name = |name: &&str| {
        let like = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        name.matches('_').count() > 1 && name.chars().all(like)
    };
    let quoted = text.split('`').skip(1).step_by(2);
    quoted
        .map(|name| name.rsplit("::").next().unwrap_or(name))
        .filter(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_without_its_test_is_found() {
        let mut project = Project::default();
        let page = "Kept by `what_was_saved_is_there`, with `journal_mode` as in `cargo xtask`.";
        project.files.insert(PAGES[0].to_owned(), page.to_owned());
        assert_eq!(name_tests_that_exist(&project).len(), 1);
        let test = "#[test]\n    fn what_was_saved_is_there() {}\n";
        project.files.insert("a.rs".to_owned(), test.to_owned());
        assert!(name_tests_that_exist(&project).is_empty());
        let clause = "| 6.1 | `archive::the_file_has_an_end` |";
        project.files.insert(PAGES[3].to_owned(), clause.to_owned());
        assert_eq!(name_tests_that_exist(&project).len(), 1);
    }

    #[test]
    fn a_promise_without_its_test_of_the_interface_is_found() {
        let mut project = Project::default();
        let page = "Kept by `keys.test.ts: no two do the same`, see `docs/a.md: b`.";
        project.files.insert(PAGES[0].to_owned(), page.to_owned());
        let mut with = |path: &str, text: &str| {
            project.files.insert(path.to_owned(), text.to_owned());
            name_tests_that_exist(&project).len()
        };
        assert_eq!(
            with(
                "ui/src/other.test.ts",
                "test(\"no two do the same\", () => {"
            ),
            1
        );
        assert_eq!(with("ui/src/keys.test.ts", "test(\"no two\", () => {"), 1);
        assert_eq!(
            with(
                "ui/src/keys.test.ts",
                "test(\"no two do the same\", () => {"
            ),
            0
        );
    }
}
