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

/// Asks the person for files, of which there can be several. None when they changed
/// their mind.
#[tauri::command(async)]
pub(crate) fn choose_files(
    app: AppHandle,
    shared: State<'_, Shared>,
    purpose: FilePurpose,
) -> Vec<ChosenFile> {
    let title = {
        let application = shared.lock().unwrap_or_else(PoisonError::into_inner);
        application.dialog_title(purpose)
    };
    let paths = ask_for_several(&app, purpose, &title);
    let mut application = shared.lock().unwrap_or_else(PoisonError::into_inner);
    let grant = |path| application.grant(path, purpose);
    paths.into_iter().map(grant).collect()
}

#[cfg(not(feature = "journey"))]
fn ask(app: &AppHandle, purpose: FilePurpose, title: &str, name: &str) -> Option<PathBuf> {
    let dialog = dialog(app, purpose, title);
    let chosen = if is_new(purpose) {
        dialog.set_file_name(name).blocking_save_file()
    } else {
        dialog.blocking_pick_file()
    };
    chosen?.into_path().ok()
}

#[cfg(not(feature = "journey"))]
fn ask_for_several(app: &AppHandle, purpose: FilePurpose, title: &str) -> Vec<PathBuf> {
    let chosen = dialog(app, purpose, title).blocking_pick_files();
    let chosen = chosen.unwrap_or_default().into_iter();
    chosen.filter_map(|file| file.into_path().ok()).collect()
}

#[cfg(not(feature = "journey"))]
fn dialog(
    app: &AppHandle,
    purpose: FilePurpose,
    title: &str,
) -> tauri_plugin_dialog::FileDialogBuilder<tauri::Wry> {
    use tauri_plugin_dialog::DialogExt;

    let dialog = app.dialog().file().set_title(title);
    match extensions(purpose) {
        [] => dialog,
        extensions => dialog.add_filter(title, extensions),
    }
}

/// The end-to-end tests cannot drive the system's dialog. They write a list of lines
/// `purpose path`; each question takes the first line for its purpose, and one for
/// several files takes all of them.
#[cfg(feature = "journey")]
fn ask(_: &AppHandle, purpose: FilePurpose, _: &str, _: &str) -> Option<PathBuf> {
    take_from_list(purpose, 1).pop()
}

#[cfg(feature = "journey")]
fn ask_for_several(_: &AppHandle, purpose: FilePurpose, _: &str) -> Vec<PathBuf> {
    take_from_list(purpose, usize::MAX)
}

#[cfg(feature = "journey")]
fn take_from_list(purpose: FilePurpose, most: usize) -> Vec<PathBuf> {
    let Some(list) = std::env::var_os("VERANTWOORD_CHOICES") else {
        return Vec::new();
    };
    let (Ok(wanted), Ok(text)) = (
        serde_json::to_value(purpose),
        std::fs::read_to_string(&list),
    ) else {
        return Vec::new();
    };
    let mut chosen = Vec::new();
    let mut rest = String::new();
    for line in text.lines() {
        match line.split_once(' ') {
            Some((purpose, path)) if chosen.len() < most && wanted == purpose => {
                chosen.push(PathBuf::from(path));
            }
            _ => rest = rest + line + "\n",
        }
    }
    match std::fs::write(&list, rest) {
        Ok(()) => chosen,
        Err(_) => Vec::new(),
    }
}

#[cfg(not(feature = "journey"))]
fn is_new(purpose: FilePurpose) -> bool {
    matches!(
        purpose,
        FilePurpose::NewDossier
            | FilePurpose::EvidenceCopy
            | FilePurpose::Report
            | FilePurpose::ReportForm
            | FilePurpose::SignedReport
            | FilePurpose::NewIdentity
            | FilePurpose::TimestampRequest
            | FilePurpose::HandOutCopy
            | FilePurpose::Export
            | FilePurpose::DestructionCertificate
    )
}

#[cfg(not(feature = "journey"))]
fn extensions(purpose: FilePurpose) -> &'static [&'static str] {
    match purpose {
        FilePurpose::OpenDossier
        | FilePurpose::NewDossier
        | FilePurpose::HandOutCopy
        | FilePurpose::ReceivedDossier => &["dossier"],
        FilePurpose::Export | FilePurpose::OpenExport => &["json"],
        FilePurpose::Report | FilePurpose::OpenReport | FilePurpose::SignedReport => &["pdf"],
        FilePurpose::Logo => &["svg", "png"],
        FilePurpose::Template => &["html", "tera", "txt"],
        FilePurpose::ReportForm => &["html", "docx", "xlsx", "csv", "json", "md"],
        FilePurpose::OpenIdentity | FilePurpose::NewIdentity => &["p12", "pfx"],
        FilePurpose::DestructionCertificate => &["txt"],
        FilePurpose::Certificate => &["pem", "crt", "cer", "der"],
        FilePurpose::TimestampRequest => &["tsq"],
        FilePurpose::TimestampAnswer => &["tsr"],
        FilePurpose::Validation => &["pem", "crt", "cer", "der", "crl", "ors", "ocsp"],
        FilePurpose::TokenLibrary if cfg!(windows) => &["dll"],
        // Such a library may also be called `opensc-pkcs11.so.0`, or be one of macOS's of either ending.
        FilePurpose::TokenLibrary | FilePurpose::Evidence | FilePurpose::EvidenceCopy => &[],
    }
}
