//! The program `verantwoord-verify`: tells of a report whether it is what was signed, and by whom.
//!
//! For people who have received a report and nothing else. It needs only the PDF, opens no window,
//! keeps nothing, and answers in the words and with the exit codes of `verantwoord verify`.

mod arguments;

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::panic;
use std::path::{Path, PathBuf, absolute};
use std::process::{self, ExitCode};

use messages::{Language, catalogue};
use verantwoord_verify::{DONE, FAULT, PREVENTED, REFUSED, UNUSABLE, Verified};
use verification::{Examination, Refusal, disclosed};

use crate::arguments::{Asked, Wish};

fn main() -> ExitCode {
    let asked = Asked::of(std::env::args_os().skip(1).collect::<Vec<OsString>>());
    let (language, closes) = (asked.language, closes_at_once(&asked));
    // A panic is a fault like any other: told in the user's language, with an exit code of its own. It ends here, so that the
    // program need not carry what it takes to unwind.
    panic::set_hook(Box::new(move |panicked| {
        let text = panicked.payload_as_str().unwrap_or("no message");
        let cause = format!("panic: {text}");
        let code = refuse(&Refusal::Fault { cause }, language);
        if closes {
            wait(language);
        }
        process::exit(code.into());
    }));
    let code = answer(&asked);
    if closes {
        wait(language);
    }
    ExitCode::from(code)
}

fn answer(asked: &Asked) -> u8 {
    let texts = catalogue(asked.language);
    match &asked.wish {
        Ok(Wish::Help) => say(&arguments::help(texts), DONE),
        Ok(Wish::Version) => say(
            concat!("verantwoord-verify ", env!("CARGO_PKG_VERSION")),
            DONE,
        ),
        Ok(Wish::Verify(report)) => match verify(asked, report) {
            Ok((text, code)) => say(&text, code),
            Err(refusal) => refuse(&refusal, asked.language),
        },
        Err(complaint) => {
            complain(&complaint.text(texts));
            UNUSABLE
        }
    }
}

/// Verifies a report, and what was made known of it: the answer and its exit code.
fn verify(asked: &Asked, report: &Path) -> Result<(String, u8), Refusal> {
    let trust: Vec<PathBuf> = asked.trust.iter().map(|path| whole(path)).collect();
    let found = Examination::of_file(&whole(report), &trust, asked.language)?;
    let mut verified = if asked.json {
        Verified::as_figures(found.figures(asked.language))
    } else {
        Verified::in_lines(&found.in_words(asked.language), None, asked.language)
    };
    if let Some(disclosure) = asked.disclosure.as_ref().filter(|_| verified.is_intact()) {
        let disclosed = disclosed(report, disclosure, asked.language)?;
        verified = verified.with(disclosed);
    }
    let text = verified.text().map_err(|error| Refusal::fault(&error))?;
    Ok((text, verified.code))
}

/// The whole path: `.` has no name to call it by, the folder that it stands for has.
fn whole(path: &Path) -> PathBuf {
    absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Writes the answer; gives the exit code, which is another one when nobody could be told.
fn say(text: &str, code: u8) -> u8 {
    let mut out = io::stdout().lock();
    match writeln!(out, "{text}").and_then(|()| out.flush()) {
        Ok(()) => code,
        Err(error) => {
            // A pipe that was closed at the other end: there is nobody left to tell.
            if error.kind() != io::ErrorKind::BrokenPipe {
                complain(&error.to_string());
            }
            PREVENTED
        }
    }
}

/// Says what happened, the particulars, and what to do; gives the exit code.
fn refuse(refusal: &Refusal, language: Language) -> u8 {
    let mut lines = vec![refusal.what(language)];
    let details = refusal.details(language).into_iter();
    lines.extend(details.map(|detail| format!("  {detail}")));
    lines.push(refusal.remedy(language));
    if let Refusal::Fault { cause } = refusal {
        // There is no log; whoever reports the number has this line.
        lines.push(format!("({cause})"));
    }
    complain(&lines.join("\n"));
    match refusal {
        Refusal::NotAFile { .. } => UNUSABLE,
        Refusal::FileMissing { .. } | Refusal::FileUnreadable { .. } => PREVENTED,
        Refusal::Fault { .. } => FAULT,
        _ => REFUSED,
    }
}

/// Says something that went wrong. If even that cannot be said, the exit code remains.
fn complain(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Whether the program was started by dropping a file on it, or by opening it: its console then
/// closes with it, before anybody has read the answer. A person who types only a path in a console
/// looks the same, and presses Enter once more.
fn closes_at_once(asked: &Asked) -> bool {
    let desktop = cfg!(any(windows, target_os = "macos"));
    desktop && asked.is_plain && io::stdin().is_terminal() && io::stdout().is_terminal()
}

fn wait(language: Language) {
    let mut out = io::stdout().lock();
    let text = catalogue(language).text("verifier-press-enter");
    let _ = write!(out, "\n{text}").and_then(|()| out.flush());
    let _ = io::stdin().read_line(&mut String::new());
}
