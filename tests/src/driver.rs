//! `WebKitWebDriver` and one session with the real window: the commands of the WebDriver standard that the journeys
//! use. What they are used for is in `window`.

use std::fmt;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use serde_json::{Value as Json, json};

use crate::keys::{Key, typed};
use crate::patience::{PATIENCE, until};
use crate::wire;

/// The name under which WebDriver hands out an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How long a picture may take.
const FOR_A_PICTURE: Duration = Duration::from_secs(8);

/// An element of the page, as the driver knows it.
#[derive(Clone, Debug)]
pub(crate) struct Element(String);

impl Element {
    pub(crate) fn from(value: &Json) -> Option<Self> {
        Some(Self(value.get(ELEMENT)?.as_str()?.to_owned()))
    }
}

/// Why the driver did not do it: the standard's word for it, and what it says.
pub(crate) struct Refused {
    error: String,
    message: String,
}

impl fmt::Debug for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.error, self.message)
    }
}

impl Refused {
    /// The page drew itself anew between finding and using.
    pub(crate) fn is_of_the_moment(&self) -> bool {
        [
            "stale element reference",
            "element click intercepted",
            "element not interactable",
        ]
        .contains(&self.error.as_str())
    }
}

/// A driver with one session: one window of the desktop program.
pub(crate) struct Driver {
    process: Child,
    port: u16,
    session: String,
}

impl Driver {
    /// Opens the desktop program. Its surroundings are those of `command`; what it says goes to `log`.
    pub(crate) fn open(program: &Path, mut surroundings: Command, log: &Path) -> Self {
        let port = wire::free_port();
        let log = File::create(log).expect("a log for the driver");
        let process = surroundings
            .arg(format!("--port={port}"))
            // Without it, making a session waits for ever.
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdin(Stdio::null())
            .stdout(log.try_clone().expect("the log twice"))
            .stderr(log)
            .spawn()
            .expect("WebKitWebDriver is installed (Debian: webkit2gtk-driver)");
        let mut driver = Self {
            process,
            port,
            session: String::new(),
        };
        driver.await_start();
        let wanted = json!({"capabilities": {"alwaysMatch": {
            "webkitgtk:browserOptions": {"binary": program, "args": []},
        }}});
        let session = driver
            .send("POST", "/session", Some(&wanted))
            .expect("a window");
        driver.session = session["sessionId"].as_str().unwrap().to_owned();
        // Scripts have their own patience; the driver's must not run out before.
        let patience = json!({"script": 10 * PATIENCE.as_millis()});
        driver.post("timeouts", &patience).expect("patience");
        driver
    }

    fn await_start(&self) {
        until("WebKitWebDriver listens", || {
            wire::ask(self.port, ("GET", "/status"), None, PATIENCE).ok()
        });
    }

    /// Sends a command. Scripts have their own patience, so the driver is given more.
    fn send(&self, method: &str, path: &str, body: Option<&Json>) -> Result<Json, Refused> {
        self.send_within(3 * PATIENCE, (method, path), body)
    }

    fn send_within(
        &self,
        patience: Duration,
        command: (&str, &str),
        body: Option<&Json>,
    ) -> Result<Json, Refused> {
        let mut answer =
            wire::ask(self.port, command, body, patience).map_err(|error| Refused {
                error: "no answer".to_owned(),
                message: error.to_string(),
            })?;
        let value = answer["value"].take();
        match value["error"].as_str() {
            Some(error) => Err(Refused {
                error: error.to_owned(),
                message: value["message"].as_str().unwrap_or_default().to_owned(),
            }),
            None => Ok(value),
        }
    }

    fn post(&self, what: &str, body: &Json) -> Result<Json, Refused> {
        self.send("POST", &self.place(what), Some(body))
    }

    fn place(&self, what: &str) -> String {
        format!("/session/{}/{what}", self.session)
    }

    /// Runs a script that calls its last argument with the result.
    pub(crate) fn script(&self, script: &str, arguments: &[Json]) -> Result<Json, Refused> {
        self.post(
            "execute/async",
            &json!({"script": script, "args": arguments}),
        )
    }

    pub(crate) fn click(&self, Element(id): &Element) -> Result<(), Refused> {
        self.post(&format!("element/{id}/click"), &json!({}))
            .map(drop)
    }

    pub(crate) fn clear(&self, Element(id): &Element) -> Result<(), Refused> {
        self.post(&format!("element/{id}/clear"), &json!({}))
            .map(drop)
    }

    pub(crate) fn type_into(&self, Element(id): &Element, text: &str) -> Result<(), Refused> {
        self.post(
            &format!("element/{id}/value"),
            &json!({"text": typed(text)}),
        )
        .map(drop)
    }

    /// Presses keys together: the first ones are held while the last goes down and up.
    pub(crate) fn press(&self, keys: &[Key]) -> Result<(), Refused> {
        let stroke = |kind: &str, key: &Key| json!({"type": kind, "value": key.code()});
        let down = keys.iter().map(|key| stroke("keyDown", key));
        let up = keys.iter().rev().map(|key| stroke("keyUp", key));
        let actions: Vec<Json> = down.chain(up).collect();
        let keyboard = json!({"actions": [{"type": "key", "id": "keyboard", "actions": actions}]});
        self.post("actions", &keyboard).map(drop)
    }

    pub(crate) fn resize(&self, width: u32, height: u32) -> Result<(), Refused> {
        self.post("window/rect", &json!({"width": width, "height": height}))
            .map(drop)
    }

    /// The windows of the program, the one that is worked in first.
    pub(crate) fn windows(&self) -> Vec<String> {
        let ask = |what: &str| {
            let place = self.place(what);
            self.send("GET", &place, None).unwrap_or_default()
        };
        let here = ask("window");
        let all = ask("window/handles");
        let others = all.as_array().into_iter().flatten();
        let others = others.filter(|window| **window != here);
        let windows = std::iter::once(&here).chain(others);
        windows
            .filter_map(Json::as_str)
            .map(str::to_owned)
            .collect()
    }

    /// Turns to another window of the program.
    pub(crate) fn turn_to(&self, window: &str) -> Result<(), Refused> {
        self.post("window", &json!({"handle": window})).map(drop)
    }

    /// A picture of the window, as PNG. On a busy machine the web view may never come to draw it.
    pub(crate) fn picture(&self) -> Result<Vec<u8>, Refused> {
        let place = self.place("screenshot");
        let picture = self.send_within(FOR_A_PICTURE, ("GET", &place), None)?;
        Ok(BASE64.decode(picture.as_str().unwrap_or_default()).unwrap())
    }

    /// The process of the desktop program, which the driver started.
    pub(crate) fn program(&self) -> Option<u32> {
        let driver = self.process.id();
        let children = fs::read_to_string(format!("/proc/{driver}/task/{driver}/children"));
        children.ok()?.split_whitespace().next()?.parse().ok()
    }

    /// Ends the desktop program as a power cut would: without a chance to tidy up.
    pub(crate) fn kill_program(&self) {
        let program = self.program().expect("the driver has started the program");
        let killed = Command::new("kill")
            .args(["-KILL", &program.to_string()])
            .status();
        assert!(killed.expect("kill is there").success());
        until("the program is gone", || {
            (self.program() != Some(program)).then_some(())
        });
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // A session whose program was killed would not answer.
        if self.program().is_some() {
            let _ = self.send("DELETE", &format!("/session/{}", self.session), None);
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
