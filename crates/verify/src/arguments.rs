//! What can be asked, and what is said about asking otherwise.
//!
//! Only few things can be asked, so they are read and explained here by hand.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::{Arg, Parser, ValueExt};
use messages::{Catalogue, Language};

/// The language when nothing is said, as with the program `verantwoord`.
const DEFAULT_LANGUAGE: Language = Language::Nl;
const REPORT: &str = "<PDF>";
const TRUST: &str = "--trust <PEM>";
const DISCLOSURE: &str = "--disclosure <JSON>";
const LANGUAGE: &str = "--language <nl|en>";

/// What somebody asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) wish: Result<Wish, Complaint>,
    pub(crate) trust: Vec<PathBuf>,
    pub(crate) disclosure: Option<PathBuf>,
    pub(crate) json: bool,
    pub(crate) language: Language,
    /// No option was given, as when a file is dropped on the program.
    pub(crate) is_plain: bool,
}

/// What is to be done.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    Verify(PathBuf),
    Help,
    Version,
}

/// What is wrong with the arguments.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Complaint {
    Missing,
    Unknown(String),
    ValueMissing(String),
    DoesNotFit(String),
    NotUtf8,
    Wrongly,
}

impl Asked {
    /// Reads the arguments to the end, also when something is wrong: the language may come last.
    pub(crate) fn of(arguments: Vec<OsString>) -> Self {
        let mut asked = Self {
            wish: Err(Complaint::Missing),
            trust: Vec::new(),
            disclosure: None,
            json: false,
            language: DEFAULT_LANGUAGE,
            is_plain: true,
        };
        let mut complaint = None;
        let mut parser = Parser::from_args(arguments);
        loop {
            let argument = parser.next();
            asked.is_plain &= matches!(argument, Ok(None | Some(Arg::Value(_))));
            let taken = match argument {
                Ok(None) => break,
                Ok(Some(Arg::Value(path))) => asked.take_path(path.into()),
                Ok(Some(Arg::Long("trust"))) => {
                    value(&mut parser, TRUST).map(|path| asked.trust.push(path.into()))
                }
                Ok(Some(Arg::Long("disclosure"))) => {
                    value(&mut parser, DISCLOSURE).map(|path| asked.disclosure = Some(path.into()))
                }
                Ok(Some(Arg::Long("language"))) => asked.take_language(&mut parser),
                Ok(Some(Arg::Long("json"))) => {
                    asked.json = true;
                    Ok(())
                }
                Ok(Some(Arg::Long("help") | Arg::Short('h'))) => {
                    asked.wish = Ok(Wish::Help);
                    Ok(())
                }
                Ok(Some(Arg::Long("version") | Arg::Short('V'))) => {
                    asked.wish = Ok(Wish::Version);
                    Ok(())
                }
                Ok(Some(Arg::Long(name))) => Err(Complaint::Unknown(format!("--{name}"))),
                Ok(Some(Arg::Short(name))) => Err(Complaint::Unknown(format!("-{name}"))),
                Err(_) => Err(Complaint::Wrongly),
            };
            if let Err(problem) = taken {
                complaint.get_or_insert(problem);
            }
        }
        if let Some(complaint) = complaint {
            asked.wish = Err(complaint);
        }
        asked
    }

    fn take_path(&mut self, path: PathBuf) -> Result<(), Complaint> {
        match self.wish {
            Err(_) => self.wish = Ok(Wish::Verify(path)),
            Ok(Wish::Verify(_)) => return Err(Complaint::Unknown(path.display().to_string())),
            Ok(Wish::Help | Wish::Version) => {}
        }
        Ok(())
    }

    fn take_language(&mut self, parser: &mut Parser) -> Result<(), Complaint> {
        let given = value(parser, LANGUAGE)?
            .string()
            .map_err(|_| Complaint::NotUtf8)?;
        self.language = given.parse().map_err(|_| Complaint::DoesNotFit(given))?;
        Ok(())
    }
}

fn value(parser: &mut Parser, option: &str) -> Result<OsString, Complaint> {
    parser
        .value()
        .map_err(|_| Complaint::ValueMissing(option.to_owned()))
}

impl Complaint {
    /// What, and where to look.
    pub(crate) fn text(&self, texts: &Catalogue) -> String {
        let what = match self {
            Self::Missing => texts.format("cli-missing-argument", &[("argument", REPORT.into())]),
            Self::Unknown(argument) => {
                texts.format("cli-unknown-argument", &[("argument", argument.into())])
            }
            Self::ValueMissing(option) => {
                texts.format("cli-missing-value", &[("argument", option.into())])
            }
            Self::DoesNotFit(given) => texts.format(
                "cli-invalid-value",
                &[("argument", LANGUAGE.into()), ("given", given.into())],
            ),
            Self::NotUtf8 => texts.text("cli-not-utf-8"),
            Self::Wrongly => texts.text("cli-wrongly-called"),
        };
        format!("{what}\n{}", texts.text("verifier-see-help"))
    }
}

/// What the program does and what can be asked of it.
pub(crate) fn help(texts: &Catalogue) -> String {
    let options = [
        (REPORT, "cli-argument-report"),
        (TRUST, "cli-argument-trust"),
        (DISCLOSURE, "cli-argument-disclosure"),
        ("--json", "cli-argument-json"),
        (LANGUAGE, "cli-argument-language"),
        ("-h, --help", "cli-argument-help"),
        ("-V, --version", "cli-argument-version"),
    ];
    let options: String = options
        .iter()
        .map(|(option, key)| format!("  {option:<20}{}\n", texts.text(key)))
        .collect();
    format!(
        "{}\n\n{} verantwoord-verify [--trust <PEM>]… [--disclosure <JSON>] [--json] [--language <nl|en>] {REPORT}\n\n{options}\n{}",
        texts.text("verifier-program"),
        texts.text("cli-usage"),
        texts.text("cli-exit-codes"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(arguments: &[&str]) -> Asked {
        Asked::of(arguments.iter().map(OsString::from).collect())
    }

    #[test]
    fn a_path_alone_is_enough() {
        let asked = asked(&["rapport.pdf"]);
        assert_eq!(asked.wish, Ok(Wish::Verify("rapport.pdf".into())));
        assert!(asked.is_plain && asked.trust.is_empty());
    }

    #[test]
    fn options_stand_anywhere_and_repeat() {
        let asked = asked(&[
            "--trust",
            "a.pem",
            "--json",
            "rapport.pdf",
            "--trust=b.pem",
            "--language=en",
        ]);
        assert_eq!(asked.wish, Ok(Wish::Verify("rapport.pdf".into())));
        assert_eq!(
            asked.trust,
            [PathBuf::from("a.pem"), PathBuf::from("b.pem")]
        );
        assert!(asked.json && !asked.is_plain);
        assert_eq!(asked.language, Language::En);
    }

    #[test]
    fn a_name_that_looks_like_an_option_can_be_given() {
        let asked = asked(&["--", "--json"]);
        assert_eq!(asked.wish, Ok(Wish::Verify("--json".into())));
        assert!(!asked.json);
    }

    #[test]
    fn what_is_wrong_is_said_in_the_language_that_comes_after_it() {
        let unknown = |argument: &str| Err(Complaint::Unknown(argument.to_owned()));
        let asked_in_english = asked(&["--sign", "x.pdf", "--language", "en"]);
        assert_eq!(asked_in_english.wish, unknown("--sign"));
        assert_eq!(asked_in_english.language, Language::En);
        assert_eq!(asked(&["a.pdf", "b.pdf"]).wish, unknown("b.pdf"));
        assert_eq!(asked(&["-x"]).wish, unknown("-x"));
        assert_eq!(asked(&[]).wish, Err(Complaint::Missing));
        assert_eq!(
            asked(&["a.pdf", "--trust"]).wish,
            Err(Complaint::ValueMissing(TRUST.to_owned()))
        );
        assert_eq!(
            asked(&["a.pdf", "--language", "fr"]).wish,
            Err(Complaint::DoesNotFit("fr".to_owned()))
        );
        assert_eq!(asked(&["a.pdf", "--json=1"]).wish, Err(Complaint::Wrongly));
    }

    #[test]
    fn help_and_complaints_have_their_words_in_both_languages() {
        for language in Language::ALL {
            let texts = messages::catalogue(language);
            let help = help(texts);
            assert!(
                !help.contains("[cli") && !help.contains("[verifier"),
                "{help}"
            );
            for complaint in [
                Complaint::Missing,
                Complaint::Unknown("x".to_owned()),
                Complaint::ValueMissing(TRUST.to_owned()),
                Complaint::DoesNotFit("x".to_owned()),
                Complaint::NotUtf8,
                Complaint::Wrongly,
            ] {
                let text = complaint.text(texts);
                assert_eq!(text.lines().count(), 2, "{text}");
                assert!(
                    !text.contains("[cli") && !text.contains("[verifier"),
                    "{text}"
                );
            }
        }
    }
}
