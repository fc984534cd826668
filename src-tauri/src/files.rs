//! Choosing a file. The dialog is the system's own and opens here; the window gets a
//! handle and never a path.

use std::path::PathBuf;
use std::sync::PoisonError;

use application::view::{ChosenFile, FilePurpose};
use tauri::{AppHandle, State};

use crate::Shared;

/// Asks the person for a file. `None` when they changed their mind.
#[tauri::command(async)]
pub(crate) fn choose_file(
    app: AppHandle,
    shared: State<'_, Shared>,
    purpose: FilePurpose,
    suggested: Option<String>,
) -> Option<ChosenFile> {
    let (title, name) = {
        let application = shared.lock().unwrap_or_else(PoisonError::into_inner);
        let name = application.suggested_name(purpose, suggested.as_deref());
        (application.dialog_title(purpose), name)
    };
    let path = ask(&app, purpose, &title, &name)?;
    let mut application = shared.lock().unwrap_or_else(PoisonError::into_inner);
    Some(application.grant(path, purpose))
}

#[cfg(not(feature = "journey"))]
fn ask(app: &AppHandle, purpose: FilePurpose, title: &str, name: &str) -> Option<PathBuf> {
    use tauri_plugin_dialog::DialogExt;

    let dialog = app.dialog().file().set_title(title);
    let dialog = match extensions(purpose) {
        [] => dialog,
        extensions => dialog.add_filter(title, extensions),
    };
    let chosen = if is_new(purpose) {
        dialog.set_file_name(name).blocking_save_file()
    } else {
        dialog.blocking_pick_file()
    };
    chosen?.into_path().ok()
}

/// The end-to-end tests cannot drive the system's dialog. They write a list of lines
/// `purpose path`, and each question takes the first line for its purpose.
#[cfg(feature = "journey")]
fn ask(_: &AppHandle, purpose: FilePurpose, _: &str, _: &str) -> Option<PathBuf> {
    let list = std::env::var_os("VERANTWOORD_CHOICES")?;
    let wanted = serde_json::to_value(purpose).ok()?;
    let text = std::fs::read_to_string(&list).ok()?;
    let mut chosen = None;
    let mut rest = String::new();
    for line in text.lines() {
        match line.split_once(' ') {
            Some((purpose, path)) if chosen.is_none() && wanted == purpose => {
                chosen = Some(PathBuf::from(path));
            }
            _ => rest = rest + line + "\n",
        }
    }
    std::fs::write(&list, rest).ok()?;
    chosen
}

#[cfg(not(feature = "journey"))]
fn is_new(purpose: FilePurpose) -> bool {
    matches!(
        purpose,
        FilePurpose::NewDossier
            | FilePurpose::EvidenceCopy
            | FilePurpose::Report
            | FilePurpose::SignedReport
            | FilePurpose::NewIdentity
    )
}

#[cfg(not(feature = "journey"))]
fn extensions(purpose: FilePurpose) -> &'static [&'static str] {
    match purpose {
        FilePurpose::OpenDossier | FilePurpose::NewDossier => &["dossier"],
        FilePurpose::Report | FilePurpose::OpenReport | FilePurpose::SignedReport => &["pdf"],
        FilePurpose::OpenIdentity | FilePurpose::NewIdentity => &["p12", "pfx"],
        FilePurpose::Certificate => &["pem", "crt", "cer", "der"],
        FilePurpose::Evidence | FilePurpose::EvidenceCopy => &[],
    }
}
