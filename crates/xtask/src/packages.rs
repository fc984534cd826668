//! Packages of the operating system: which are needed, why, and how they get there.
//!
//! Only apt is driven. Elsewhere this says what to install by hand and goes on; the build tells the rest.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use anyhow::{Context as _, Result, ensure};

use crate::terminal::{exists, program, run, say};

/// A package and what it is needed for.
pub(crate) struct Package {
    name: &'static str,
    why: &'static str,
}

const fn package(name: &'static str, why: &'static str) -> Package {
    Package { name, why }
}

/// Needed to build and open the desktop program.
pub(crate) const TO_BUILD: &[Package] = &[
    package(
        "build-essential",
        "the C compiler that links Rust programs and builds SQLite",
    ),
    package(
        "pkg-config",
        "tells the build where the system's libraries are",
    ),
    package(
        "libssl-dev",
        "libcrypto, with which SQLCipher encrypts a dossier",
    ),
    package(
        "libwebkit2gtk-4.1-dev",
        "the web view in which the window draws its pages",
    ),
];

/// Needed to show the window where there is no screen.
pub(crate) const TO_SHOW: &[Package] = &[
    package("xvfb", "a virtual display for the window"),
    package("xauth", "lets programs onto that display"),
    package("imagemagick", "takes the picture of the window"),
];

/// Needed to test, besides the above.
pub(crate) const TO_TEST: &[Package] = &[
    package(
        "webkit2gtk-driver",
        "operates the real window in the end-to-end tests",
    ),
    package(
        "poppler-utils",
        "pdfsig and pdftotext: a second opinion on signatures and text",
    ),
    package("qpdf", "checks that the PDF is well formed"),
    package(
        "strace",
        "watches the program at work, stops it in the middle of a write, and breaks the disk under it",
    ),
    package(
        "libnss3-tools",
        "the certificate store that pdfsig asks whom to trust",
    ),
    package(
        "chromium",
        "a second browser, in which every page is looked at in each language and size",
    ),
    package("openssl", "a second opinion on the signatures alone"),
    package(
        "softhsm2",
        "a token in software, to sign with as with a smart card",
    ),
    package("opensc", "puts keys and certificates on that token"),
    package("mupdf-tools", "draws pages with a renderer of another make"),
    package(
        "librsvg2-bin",
        "draws the pages that the window shows, to compare them with the PDF",
    ),
    package(
        "libreoffice-writer-nogui",
        "opens the forms of a report that are texts, as most desks do",
    ),
    package(
        "libreoffice-calc-nogui",
        "opens the form of a report that is a workbook",
    ),
    package(
        "python3-venv",
        "a place of their own for the Python validators",
    ),
];

/// Installs what is missing, saying what and why; asks for sudo when not root.
pub(crate) fn ensure(wanted: &[&[Package]]) -> Result<()> {
    if !cfg!(target_os = "linux") {
        say(
            "This is not Linux: please install by hand what the Tauri handbook asks for on this system",
        );
        say("(macOS: Xcode's command line tools; Windows: the C++ build tools and WebView2).");
        return Ok(());
    }
    let wanted = wanted.iter().copied().flatten();
    if !exists("dpkg-query") || !exists("apt-get") {
        say("There is no apt on this system. The build needs what Debian calls:");
        for package in wanted {
            say(&format!("- {}: {}", package.name, package.why));
        }
        return Ok(());
    }
    let missing: Vec<&Package> = wanted
        .filter(|package| !is_installed(package.name))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    say("These system packages are missing and will be installed:");
    for package in &missing {
        say(&format!("- {}: {}", package.name, package.why));
    }
    let names: Vec<&str> = missing.iter().map(|package| package.name).collect();
    let fresh = lists_are_fresh(Path::new("/var/lib/apt/lists"), SystemTime::now());
    if !fresh {
        run(&mut apt(&["update"])?)?;
    }
    let install = [
        &["install", "--yes", "--no-install-recommends"],
        names.as_slice(),
    ]
    .concat();
    if run(&mut apt(&install)?).is_err() {
        ensure!(fresh, "apt could not install {}", names.join(" "));
        say("The package lists may be out of date; once more with new ones.");
        run(&mut apt(&["update"])?)?;
        run(&mut apt(&install)?)?;
    }
    Ok(())
}

fn is_installed(name: &str) -> bool {
    let status = program(
        "dpkg-query",
        &["--show", "--showformat=${db:Status-Status}", name],
    )
    .stderr(Stdio::null())
    .output();
    status.is_ok_and(|output| output.stdout == b"installed")
}

fn apt(arguments: &[&str]) -> Result<Command> {
    let root = crate::terminal::output(&mut program("id", &["-u"]))?.trim() == "0";
    let mut words = vec!["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
    if !root {
        ensure!(
            exists("sudo"),
            "installing packages needs root, and there is no sudo here; as root: apt-get {}",
            arguments.join(" ")
        );
        say("Not root: sudo may ask for your password.");
        words.insert(0, "sudo");
    }
    words.extend_from_slice(arguments);
    let (name, rest) = words.split_first().context("a command has a name")?;
    Ok(program(name, rest))
}

/// Whether apt has package lists, and put them there less than a week ago. The lists themselves carry the date of
/// the server; the folder has the date of the last update.
fn lists_are_fresh(folder: &Path, now: SystemTime) -> bool {
    const WEEK: Duration = Duration::from_secs(7 * 24 * 3600);
    let Ok(mut entries) = fs::read_dir(folder) else {
        return false;
    };
    let has_lists = entries.any(|entry| {
        let name = entry
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .unwrap_or_default();
        name.contains("_Packages") || name.ends_with("InRelease")
    });
    let changed = fs::metadata(folder).and_then(|metadata| metadata.modified());
    has_lists && changed.is_ok_and(|at| now.duration_since(at).unwrap_or_default() < WEEK)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absent_empty_and_old_lists_are_not_fresh() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("lists");
        let now = SystemTime::now();
        assert!(!lists_are_fresh(&folder, now));
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("lock"), "").unwrap();
        assert!(!lists_are_fresh(&folder, now));
        fs::write(folder.join("deb.debian.org_dists_stable_InRelease"), "").unwrap();
        assert!(lists_are_fresh(&folder, now));
        assert!(!lists_are_fresh(
            &folder,
            now + Duration::from_secs(8 * 24 * 3600)
        ));
    }

    #[test]
    fn package_that_does_not_exist_is_not_installed() {
        assert!(!is_installed("there-is-no-such-package"));
    }
}
