//! The desktop shell: its windows, their dialogs and one command for each call of the
//! application. It holds no rules and decides nothing about an assessment.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
mod files;
mod window;

use std::process::ExitCode;
use std::sync::Mutex;

use application::{Application, Surroundings};

/// The one application behind all windows.
type Shared = Mutex<Application>;

fn main() -> ExitCode {
    let mut application = Application::new(Surroundings::of_this_machine());
    if std::env::args().any(|argument| argument == "--example") {
        // A failure shows on the first screen, where the example can be asked for again.
        let _ = application.open_example(application::view::Nothing {});
    }
    let shell = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(Shared::new(application))
        .setup(|app| Ok(window::open(app.handle())?));
    match commands::register(shell).run(tauri::generate_context!()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            window::report_failure(&error);
            ExitCode::FAILURE
        }
    }
}
