//! The licences of everything the project is built with, in Rust and in the interface.
//!
//! `deny.toml` has the same list for `cargo deny`, which reads the licence texts too; a test keeps the two equal.

use serde_json::Value;
use spdx::{Expression, LicenseReq, ParseMode};

use super::dependencies::npm_packages;
use super::project::Project;

/// Licences whose works may be part of a work under the EUPL-1.2.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "EUPL-1.2",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    "WTFPL",
    "Zlib",
    "blessing",
];

/// Allowed for what only checks and builds the interface: data and a parser under licences for documents.
const ALLOWED_FOR_TOOLS: &[&str] = &["BlueOak-1.0.0", "CC-BY-3.0", "CC-BY-4.0", "Python-2.0"];

pub(super) fn all_are_compatible(project: &Project) -> Vec<String> {
    let mut complaints = Vec::new();
    for package in &project.packages {
        let licence = package.licence.as_deref();
        if !licence.is_some_and(|licence| allows(licence, &[ALLOWED])) {
            complaints.push(format!(
                "{}: {}",
                package.name,
                licence.unwrap_or("no licence")
            ));
        }
    }
    for (name, package) in npm_packages(project) {
        let licence = package.get("license").and_then(Value::as_str);
        let is_tool = package.get("dev").and_then(Value::as_bool).unwrap_or(false);
        let lists: &[&[&str]] = if is_tool {
            &[ALLOWED, ALLOWED_FOR_TOOLS]
        } else {
            &[ALLOWED]
        };
        if !licence.is_some_and(|licence| allows(licence, lists)) {
            complaints.push(format!("ui: {name}: {}", licence.unwrap_or("no licence")));
        }
    }
    complaints
}

fn allows(licence: &str, lists: &[&[&str]]) -> bool {
    // Older packages write "MIT/Apache-2.0".
    let Ok(expression) = Expression::parse_mode(licence, ParseMode::LAX) else {
        return false;
    };
    let written = |requirement: &LicenseReq| requirement.to_string();
    expression.evaluate(|requirement| {
        lists
            .iter()
            .any(|list| list.contains(&written(requirement).as_str()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::project::Package;

    fn with_licence(licence: Option<&str>) -> Vec<String> {
        let package = Package {
            name: "sample".to_owned(),
            member: false,
            licence: licence.map(str::to_owned),
            dependencies: Default::default(),
        };
        all_are_compatible(&Project {
            packages: vec![package],
            ..Project::default()
        })
    }

    #[test]
    fn permissive_and_weak_copyleft_licences_are_allowed() {
        for licence in [
            "MIT",
            "MIT/Apache-2.0",
            "MPL-2.0",
            "(MIT OR GPL-3.0-only) AND Unicode-3.0",
        ] {
            assert!(with_licence(Some(licence)).is_empty(), "{licence}");
        }
        assert!(with_licence(Some("Apache-2.0 WITH LLVM-exception")).is_empty());
    }

    #[test]
    fn other_and_absent_licences_are_refused() {
        assert_eq!(with_licence(Some("GPL-3.0-only")), ["sample: GPL-3.0-only"]);
        assert_eq!(
            with_licence(Some("MIT AND AGPL-3.0-only")),
            ["sample: MIT AND AGPL-3.0-only"]
        );
        assert_eq!(with_licence(None), ["sample: no licence"]);
    }

    #[test]
    fn packages_of_the_interface_count_and_tools_may_have_more() {
        let lock = r#"{"packages": {
            "": {},
            "node_modules/data": {"license": "CC-BY-4.0", "dev": true},
            "node_modules/shipped": {"license": "CC-BY-4.0"},
            "node_modules/silent": {}
        }}"#;
        let project = Project::with_files(&[("ui/package-lock.json", lock)]);
        assert_eq!(
            all_are_compatible(&project),
            ["ui: shipped: CC-BY-4.0", "ui: silent: no licence"]
        );
    }

    #[test]
    fn cargo_deny_has_the_same_list() {
        let deny = include_str!("../../../../deny.toml");
        let (_, after) = deny.split_once("[licenses]").unwrap();
        let (_, list) = after.split_once("allow = [").unwrap();
        let (list, _) = list.split_once(']').unwrap();
        let listed: Vec<&str> = list
            .lines()
            .filter_map(|line| line.trim().strip_suffix(','))
            .collect();
        let listed: Vec<&str> = listed.iter().map(|entry| entry.trim_matches('"')).collect();
        assert_eq!(listed, ALLOWED);
    }
}
