//! One Tauri command for each call, so that every call has a permission of its own.
//!
//! A command decodes, calls and encodes. A panic is caught here: the person sees a
//! fault with a number and goes on working.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::PoisonError;

use application::view::*;
use application::{Application, Problem};
use serde::Serialize;
use tauri::{AppHandle, Builder, Emitter, State, Wry};

use crate::{Shared, files, window};

/// Runs a call, tells every window what it changed, and puts a refusal into words.
fn carry_out<T: Serialize>(
    app: &AppHandle,
    shared: &Shared,
    call: impl FnOnce(&mut Application) -> Result<T, Problem>,
) -> Result<T, ProblemView> {
    // A call that panicked left no half-made change in the file: changes are transactions.
    let mut application = shared.lock().unwrap_or_else(PoisonError::into_inner);
    let answer = catch_unwind(AssertUnwindSafe(|| call(&mut application)))
        .unwrap_or_else(|panic| Err(application.fault(message(panic.as_ref()))));
    for changed in application.announcements() {
        // A window that is closing cannot be told, and need not be.
        let _ = app.emit("changed", changed);
    }
    answer.map_err(|problem| application.describe(&problem))
}

/// What a panic said.
fn message(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("a panic without words")
}

macro_rules! commands {
    ($($kind:ident $name:ident($input:ty) -> $output:ty;)*) => {
        $(
            #[tauri::command(async)]
            fn $name(
                app: AppHandle,
                shared: State<'_, Shared>,
                input: $input,
            ) -> Result<$output, ProblemView> {
                carry_out(&app, &shared, |application| application.$name(input))
            }
        )*

        /// Registers every call, the dialogs and the room's window.
        pub(crate) fn register(shell: Builder<Wry>) -> Builder<Wry> {
            shell.invoke_handler(tauri::generate_handler![
                files::choose_file,
                files::choose_files,
                window::open_room,
                $($name),*
            ])
        }
    };
}

application::for_each_call!(commands);
