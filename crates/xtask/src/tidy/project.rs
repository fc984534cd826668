//! What the rules look at: the project's own files, and the packages that Cargo resolved.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::terminal::{cargo, output, root};

/// The project as the rules see it.
#[derive(Default)]
pub(crate) struct Project {
    /// The text files by path from the root, with `/` between the parts.
    pub(crate) files: BTreeMap<String, String>,
    /// Every package in the lock file, our own included.
    pub(crate) packages: Vec<Package>,
    /// The names of the crates that end up in the programs people install, on any of the three systems.
    pub(crate) shipped: BTreeSet<String>,
    /// The same of the verifier alone, which a stranger downloads.
    pub(crate) verifier: BTreeSet<String>,
}

/// A package of Cargo.
pub(crate) struct Package {
    pub(crate) name: String,
    /// One of ours.
    pub(crate) member: bool,
    /// The licence in SPDX form.
    pub(crate) licence: Option<String>,
    /// What it is built on; what only its tests or its build script use is left out.
    pub(crate) dependencies: BTreeSet<String>,
}

/// Folders with what others made or what is built.
const NOT_OURS: [&str; 7] = [
    ".git",
    "target",
    "node_modules",
    "ui/dist",
    "ui/dist-memory",
    "src-tauri/gen",
    ".tools",
];

/// The programs that people install.
const SHIPPED: [&str; 3] = ["verantwoord", "verantwoord-desktop", VERIFIER];

/// The one of them that needs nothing but a report.
pub(crate) const VERIFIER: &str = "verantwoord-verify";

/// The systems they are built for. Telephones are not among them: there Tauri brings an HTTP client.
const SYSTEMS: [&str; 4] = [
    "x86_64-unknown-linux-gnu",
    "x86_64-pc-windows-msvc",
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
];

impl Project {
    /// Reads the files and asks Cargo for the packages.
    pub(crate) fn read() -> Result<Self> {
        let mut files = BTreeMap::new();
        read_folder(&root(), "", &mut files)?;
        let metadata = output(&mut cargo(&[
            "metadata",
            "--format-version",
            "1",
            "--locked",
        ]))?;
        let packages =
            packages(&serde_json::from_str(&metadata)?).context("cargo metadata lacks a field")?;
        Ok(Self {
            files,
            packages,
            shipped: contained_in(
                &SHIPPED,
                &["--features", "verantwoord-desktop/custom-protocol"],
            )?,
            verifier: contained_in(&[VERIFIER], &[])?,
        })
    }

    /// The files whose path passes, with their text.
    pub(crate) fn files_where(
        &self,
        wanted: impl Fn(&str) -> bool,
    ) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .filter(move |(path, _)| wanted(path))
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }
}

fn read_folder(folder: &Path, prefix: &str, files: &mut BTreeMap<String, String>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if prefix.is_empty() {
            name.clone()
        } else {
            format!("{prefix}/{name}")
        };
        if NOT_OURS.contains(&name.as_str()) || NOT_OURS.contains(&path.as_str()) {
            continue;
        }
        let kind = entry.file_type()?;
        if kind.is_dir() {
            read_folder(&entry.path(), &path, files)?;
        } else if kind.is_file()
            && let Ok(text) = fs::read_to_string(entry.path())
        {
            // Pictures, fonts and PDFs are no UTF-8 and hold nothing for these rules.
            files.insert(path, text);
        }
    }
    Ok(())
}

fn packages(metadata: &Value) -> Option<Vec<Package>> {
    let members = metadata.get("workspace_members")?.as_array()?;
    metadata
        .get("packages")?
        .as_array()?
        .iter()
        .map(|package| read_package(package, members))
        .collect()
}

fn read_package(package: &Value, members: &[Value]) -> Option<Package> {
    let dependencies = package.get("dependencies")?.as_array()?;
    let normal = dependencies
        .iter()
        .filter(|dependency| dependency.get("kind").is_none_or(Value::is_null));
    Some(Package {
        name: package.get("name")?.as_str()?.to_owned(),
        member: members.contains(package.get("id")?),
        licence: package
            .get("license")
            .and_then(Value::as_str)
            .map(str::to_owned),
        dependencies: normal
            .filter_map(|dependency| dependency.get("name")?.as_str().map(str::to_owned))
            .collect(),
    })
}

/// Asks `cargo tree`, which knows which optional dependencies are switched on; `cargo metadata` mixes in the tests'.
fn contained_in(programs: &[&str], features: &[&str]) -> Result<BTreeSet<String>> {
    let mut tree = cargo(&["tree", "--locked", "--edges", "normal,no-proc-macro"]);
    tree.args(["--prefix", "none", "--format", "{p}"]);
    tree.args(features);
    for program in programs {
        tree.args(["--package", program]);
    }
    for system in SYSTEMS {
        tree.args(["--target", system]);
    }
    let lines = output(&mut tree)?;
    let names = lines.lines().filter_map(|line| line.split(' ').next());
    Ok(names
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect())
}

#[cfg(test)]
impl Project {
    /// A project of these files.
    pub(crate) fn with_files(files: &[(&str, &str)]) -> Self {
        let owned = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
        Self {
            files: files.iter().map(owned).collect(),
            ..Self::default()
        }
    }

    /// A project of these packages of our own, each with what it depends on.
    pub(crate) fn with_members(members: &[(&str, &[&str])]) -> Self {
        let package = |(name, dependencies): &(&str, &[&str])| Package {
            name: (*name).to_owned(),
            member: true,
            licence: None,
            dependencies: dependencies.iter().map(|name| (*name).to_owned()).collect(),
        };
        Self {
            packages: members.iter().map(package).collect(),
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_package_is_built_on_counts_as_dependency() {
        let metadata = serde_json::json!({
            "workspace_members": ["path+file:///p#report@0.1.0"],
            "packages": [{
                "name": "report", "id": "path+file:///p#report@0.1.0", "license": "EUPL-1.2",
                "dependencies": [
                    {"name": "printpdf", "kind": null},
                    {"name": "insta", "kind": "dev"},
                    {"name": "cc", "kind": "build"},
                ],
            }],
        });
        let packages = packages(&metadata).unwrap();
        assert!(packages[0].member);
        assert_eq!(Vec::from_iter(&packages[0].dependencies), ["printpdf"]);
    }
}
