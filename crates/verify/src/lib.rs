//! The verification of a report, as a terminal shows it: the words, the JSON and the exit code.
//!
//! Whoever verifies on the command line gets these, whichever program does it. What is verified, and
//! the verdict, is `verification`'s; nothing is decided here.

use messages::{Argument, Language, catalogue};
use serde::Serialize;
pub use verification::printable;
use verification::{DisclosureFigures, VerificationFigures, VerificationInWords};

/// Done, and in order.
pub const DONE: u8 = 0;
/// Refused, or not in order.
pub const REFUSED: u8 = 1;
/// Wrongly called, or not a file that can be read as what it should be.
pub const UNUSABLE: u8 = 2;
/// Intact, but a signer is unknown, or the pages could not be compared with the data.
pub const IN_PART: u8 = 3;
/// The machine or another program stood in the way.
pub const PREVENTED: u8 = 4;
/// A fault of the program.
pub const FAULT: u8 = 5;

/// What a verification has to say.
#[derive(Debug, Clone, PartialEq)]
pub struct Verified {
    told: Told,
    /// The exit code that goes with it.
    pub code: u8,
}

#[derive(Debug, Clone, PartialEq)]
enum Told {
    /// Lines for a person.
    Lines(String, Language),
    /// Values for a program.
    Figures(Box<Figures>),
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Figures {
    #[serde(flatten)]
    found: VerificationFigures,
    #[serde(skip_serializing_if = "Option::is_none")]
    disclosure: Option<DisclosureFigures>,
}

impl Verified {
    /// In lines for a person: the verdict first, then who signed, who did not, and what was found.
    /// `since` is what a dossier has to add.
    #[must_use]
    pub fn in_lines(found: &VerificationInWords, since: Option<&str>, language: Language) -> Self {
        Self {
            told: Told::Lines(lines(found, since, language), language),
            code: code(found.verdict),
        }
    }

    /// For a program.
    #[must_use]
    pub fn as_figures(found: VerificationFigures) -> Self {
        Self {
            code: code(found.verdict),
            told: Told::Figures(Box::new(Figures {
                found,
                disclosure: None,
            })),
        }
    }

    /// Whether the report is what was signed, by whomever: only then it is of interest whether
    /// something that was made known belongs to it.
    #[must_use]
    pub fn is_intact(&self) -> bool {
        matches!(self.code, DONE | IN_PART)
    }

    /// The same with what became of something that was made known.
    #[must_use]
    pub fn with(mut self, disclosed: DisclosureFigures) -> Self {
        if !disclosed.original {
            self.code = REFUSED;
        }
        match &mut self.told {
            Told::Lines(text, language) => {
                text.push_str("\n\n");
                text.push_str(&disclosure_in_lines(&disclosed, *language));
            }
            Told::Figures(figures) => figures.disclosure = Some(disclosed),
        }
        self
    }

    /// What goes to standard output.
    ///
    /// # Errors
    /// When the values cannot be written as JSON, which would be a fault.
    pub fn text(&self) -> serde_json::Result<String> {
        match &self.told {
            Told::Lines(text, _) => Ok(printable(text)),
            Told::Figures(figures) => serde_json::to_string_pretty(figures),
        }
    }
}

fn code(verdict: &str) -> u8 {
    match verdict {
        "intact" => DONE,
        "intact-unknown-signer" | "intact-not-compared" => IN_PART,
        _ => REFUSED,
    }
}

/// Whether it is the original and of what, and the thing itself.
fn disclosure_in_lines(disclosed: &DisclosureFigures, language: Language) -> String {
    let texts = catalogue(language);
    let Some(place) = &disclosed.place else {
        return texts.text("cli-disclosure-other");
    };
    let mut lines = vec![texts.format("cli-disclosure-original", &[("place", place.into())])];
    lines.extend(disclosed.question.clone());
    lines.push(match &disclosed.value {
        serde_json::Value::String(text) => text.clone(),
        value => serde_json::to_string_pretty(value).unwrap_or_default(),
    });
    lines.join("\n")
}

fn lines(found: &VerificationInWords, since: Option<&str>, language: Language) -> String {
    let said =
        |key: &str, arguments: &[(&str, Argument<'_>)]| catalogue(language).format(key, arguments);
    let mut lines = vec![found.headline.clone(), found.meaning.clone()];
    for signature in &found.signatures {
        lines.extend([
            String::new(),
            format!("{} ({})", signature.name, signature.role),
            format!("  {}", signature.reason),
            format!("  {}", signature.time),
            format!("  SHA-256 {}", signature.fingerprint),
            format!("  {}", signature.trust),
        ]);
    }
    if !found.signatures.is_empty() {
        lines.push(String::new());
    }
    if !found.missing.is_empty() {
        let names = messages::list(language, &found.missing);
        lines.push(said("cli-not-signed-yet", &[("names", names.into())]));
    }
    if !found.refused.is_empty() {
        let names = messages::list(language, &found.refused);
        lines.push(said("cli-refuses-to-sign", &[("names", names.into())]));
    }
    lines.extend(found.quorum.clone());
    if found.verdict != "unreadable" {
        lines.push(found.data.clone());
    }
    if let Some(fingerprint) = &found.fingerprint {
        lines.push(said(
            "cli-fingerprint",
            &[("fingerprint", fingerprint.into())],
        ));
    }
    lines.extend(since.map(str::to_owned));
    lines.extend(found.findings.iter().map(|finding| format!("- {finding}")));
    lines.join("\n")
}
