//! Builds the product and opens it; where there is no screen, does its main job without one.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail, ensure};

use crate::terminal::{built, exit_code, heading, program, run as execute, say, target};
use crate::{commands, display, interface, packages};

/// Installs what is missing, builds, and opens the window with the arguments given.
pub(crate) fn run(arguments: &[&str]) -> Result<()> {
    let screen = has_screen();
    heading("What is needed");
    packages::ensure(if screen {
        &[packages::TO_BUILD]
    } else {
        &[packages::TO_BUILD, packages::TO_SHOW]
    })?;
    interface::install()?;
    heading("Building the interface and the program");
    interface::build()?;
    commands::build_programs()?;
    if screen {
        heading("Opening the window");
        let here = std::env::current_dir()?;
        return execute(program(built("verantwoord-desktop"), arguments).current_dir(here));
    }
    heading("There is no display here, so no window opens");
    say(
        "The main job without a window: an example dossier, its report, a signature and its verification.",
    );
    without_window(&target().join("example"))
}

/// Whether a window can be shown. Only X11 and Wayland can be absent.
fn has_screen() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// Who signs: the chair of the fictional committee in the example.
const SIGNER: &str = "Noor Voorbeeld";

fn without_window(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let file = |name: &str| folder.join(name);
    let [dossier, report, identity, passphrase, signed, picture] = [
        file("example.dossier"),
        file("report.pdf"),
        file("identity.p12"),
        file("passphrase.txt"),
        file("signed-report.pdf"),
        file("window.png"),
    ];
    // The identity belongs to nobody; whoever uses the program chooses a passphrase of their own.
    fs::write(&passphrase, "only for this example\n")?;

    execute(verantwoord(&["example"]).arg(&dossier))?;
    execute(
        verantwoord(&["report"])
            .arg(&dossier)
            .arg("--out")
            .arg(&report),
    )?;
    execute(
        verantwoord(&["identity", "new", "--name", SIGNER, "--out"])
            .arg(&identity)
            .arg("--passphrase-file")
            .arg(&passphrase),
    )?;
    execute(
        verantwoord(&["sign"])
            .arg(&report)
            .arg("--identity")
            .arg(&identity)
            .args(["--name", SIGNER, "--position", "agree", "--passphrase-file"])
            .arg(&passphrase)
            .arg("--out")
            .arg(&signed),
    )?;
    match exit_code(verantwoord(&["verify"]).arg(&signed))? {
        0 => {}
        3 => say(
            "Intact. The signer is unknown, as is right: nobody vouches for an identity made for an example.",
        ),
        code => bail!("the signed report did not verify: code {code}"),
    }
    take_picture(&picture)?;

    heading("Made");
    for (path, what) in [
        (&dossier, "the example dossier"),
        (&report, "its report, prepared for signing"),
        (&identity, "the signer's identity"),
        (&passphrase, "the passphrase of that identity"),
        (&signed, "the signed report"),
        (&picture, "a picture of the window"),
    ] {
        ensure!(path.is_file(), "{} was not made", path.display());
        let shown = std::env::current_dir()
            .ok()
            .and_then(|here| path.strip_prefix(here).ok().map(Path::to_owned));
        say(&format!(
            "{}  {what}",
            shown.unwrap_or_else(|| path.clone()).display()
        ));
    }
    Ok(())
}

fn verantwoord(arguments: &[&str]) -> Command {
    program(built("verantwoord"), arguments)
}

/// Opens the window with the example on a virtual display and keeps what it shows.
fn take_picture(picture: &Path) -> Result<()> {
    // Its settings stay out of the user's own folders.
    let profile = target().join("example-profile");
    if profile.exists() {
        fs::remove_dir_all(&profile)?;
    }
    let mut window = program(built("verantwoord-desktop"), &["--example"]);
    for folder in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"] {
        window.env(folder, profile.join(folder));
    }
    display::picture_of(window, picture)
}
