//! The window: its size, its title and what it may not do.

use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, WebviewUrl, WebviewWindowBuilder};

/// Opens the committee's window. It shows what is embedded in the program and goes
/// nowhere else: a link that was pasted into an answer cannot take it away.
pub(crate) fn open(app: &AppHandle) -> tauri::Result<()> {
    WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
        .title("Verantwoord")
        .inner_size(1280.0, 860.0)
        .min_inner_size(720.0, 540.0)
        .on_navigation(|url| {
            matches!(url.scheme(), "tauri" | "about")
                || url.host_str() == Some("tauri.localhost")
                || (cfg!(dev) && url.host_str() == Some("localhost"))
        })
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_document_title_changed(|window, title| {
            // A title that cannot be shown is no reason to stop.
            let _ = window.set_title(&title);
        })
        .disable_drag_drop_handler()
        .build()?;
    Ok(())
}

/// There is no window to say it in, so it goes where a terminal would show it.
#[expect(clippy::print_stderr, reason = "the window could not be opened")]
pub(crate) fn report_failure(error: &tauri::Error) {
    eprintln!("Verantwoord: {error}");
}
