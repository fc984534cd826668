//! The windows: their size, their title and what they may not do.
//!
//! The committee's window may make every call. The room's window, for the projector, has one query and
//! hears that something changed; that is all its capability permits.

use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent, Wry,
};

const MAIN: &str = "main";
const ROOM: &str = "room";

/// Opens the committee's window. When it closes, so does the room's.
pub(crate) fn open(app: &AppHandle) -> tauri::Result<()> {
    let main = confined(app, MAIN, WebviewUrl::default())
        .inner_size(1280.0, 860.0)
        .min_inner_size(720.0, 540.0)
        .build()?;
    let app = app.clone();
    main.on_window_event(move |event| {
        if let (WindowEvent::Destroyed, Some(room)) = (event, app.get_webview_window(ROOM)) {
            // The program ends with its last window, also when this one is gone already.
            let _ = room.destroy();
        }
    });
    Ok(())
}

/// Opens the room's window, or brings it to the front. It is an ordinary window, to be dragged to the
/// projector; there it fills the screen at F11 or a double click.
#[tauri::command(async)]
pub(crate) fn open_room(app: AppHandle) -> Result<(), String> {
    let opened = match app.get_webview_window(ROOM) {
        Some(room) => show(&room),
        None => confined(&app, ROOM, WebviewUrl::App("room.html".into()))
            .inner_size(1024.0, 720.0)
            .min_inner_size(640.0, 400.0)
            .build()
            .map(drop),
    };
    opened.map_err(|error| error.to_string())
}

fn show(window: &WebviewWindow) -> tauri::Result<()> {
    window.unminimize()?;
    window.set_focus()
}

/// A window that shows what is embedded in the program and goes nowhere else: a link that was pasted
/// into an answer cannot take it away.
fn confined<'a>(
    app: &'a AppHandle,
    label: &str,
    page: WebviewUrl,
) -> WebviewWindowBuilder<'a, Wry, AppHandle> {
    WebviewWindowBuilder::new(app, label, page)
        .title("Verantwoord")
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
}

/// There is no window to say it in, so it goes where a terminal would show it.
#[expect(clippy::print_stderr, reason = "the window could not be opened")]
pub(crate) fn report_failure(error: &tauri::Error) {
    eprintln!("Verantwoord: {error}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_may_look_and_listen_and_do_nothing_else() {
        let capability: serde_json::Value =
            serde_json::from_str(include_str!("../capabilities/room.json")).unwrap();
        assert_eq!(capability["windows"], serde_json::json!([ROOM]));
        assert_eq!(
            capability["permissions"],
            serde_json::json!([
                "core:event:allow-listen",
                "core:event:allow-unlisten",
                "allow-room-view"
            ])
        );
        let calls = application::command_names();
        assert!(calls.contains(&("room_view", false)), "a query");
        let main: serde_json::Value =
            serde_json::from_str(include_str!("../capabilities/main.json")).unwrap();
        assert_eq!(main["windows"], serde_json::json!([MAIN]));
    }
}
