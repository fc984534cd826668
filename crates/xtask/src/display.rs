//! A display that exists only in memory, and pictures of what a program shows on it.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};

use crate::terminal::{output, program};

/// Starts the program, waits until it has drawn itself, keeps a picture and ends the program.
pub(crate) fn picture_of(mut window: Command, picture: &Path) -> Result<()> {
    let display = Display::open()?;
    window
        .env("DISPLAY", &display.name)
        .env_remove("WAYLAND_DISPLAY")
        // Without a graphics card this only costs time.
        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let window = window
        .spawn()
        .context("the desktop program did not start")?;
    let mut window = Ended(window);
    let end = Instant::now() + Duration::from_secs(60);
    let mut before = String::new();
    loop {
        if let Some(status) = window.0.try_wait()? {
            bail!("the window closed by itself: {status}");
        }
        ensure!(
            Instant::now() < end,
            "the window was still empty after a minute"
        );
        std::thread::sleep(Duration::from_millis(500));
        output(
            program("import", &["-window", "root"])
                .arg(picture)
                .env("DISPLAY", &display.name),
        )?;
        let now = output(program("identify", &["-format", "%k %#"]).arg(picture))?;
        // Drawn is: more colours than an empty window has, and the same picture twice.
        let colours: u32 = now
            .split(' ')
            .next()
            .and_then(|count| count.parse().ok())
            .unwrap_or(0);
        if colours > 16 && now == before {
            return Ok(());
        }
        before = now;
    }
}

/// A display that exists only in memory, gone when this is dropped.
struct Display {
    name: String,
    _server: Ended,
}

impl Display {
    fn open() -> Result<Self> {
        let arguments = [
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1280x900x24",
            "-nolisten",
            "tcp",
        ];
        let server = program("Xvfb", &arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut server = Ended(server.context("Xvfb did not start")?);
        // The server chooses a free number and writes it when it is ready.
        let mut number = String::new();
        let stdout = server.0.stdout.take().context("Xvfb has no output")?;
        BufReader::new(stdout).read_line(&mut number)?;
        ensure!(!number.trim().is_empty(), "Xvfb found no free display");
        Ok(Self {
            name: format!(":{}", number.trim()),
            _server: server,
        })
    }
}

/// A process that ends with its owner.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        // It may have ended already, and then there is nothing to do.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
