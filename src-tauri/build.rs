//! Declares every call of the application as a command with a permission of its own.
//!
//! The names come from the one list of calls. It is read as text, because a build
//! script that depended on the application would compile everything twice.

use std::error::Error;

const CALLS: &str = "../crates/application/src/calls.rs";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={CALLS}");
    println!("cargo::rerun-if-changed=../ui/dist");
    let source = std::fs::read_to_string(CALLS)?;
    let mut commands: Vec<&'static str> = source.lines().filter_map(call).collect();
    if commands.is_empty() {
        return Err(format!("{CALLS} lists no calls").into());
    }
    commands.extend(["choose_file", "choose_files", "open_room"]);
    let manifest = tauri_build::AppManifest::new().commands(commands.leak());
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}

/// The name in a line such as `query start_page(Nothing) -> StartPage;`.
fn call(line: &str) -> Option<&'static str> {
    let line = line.trim();
    let rest = line
        .strip_prefix("query ")
        .or_else(|| line.strip_prefix("change "))?;
    let (name, _) = rest.split_once('(')?;
    Some(String::leak(name.to_owned()))
}
