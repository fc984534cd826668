//! Complaints about a questionnaire, in the words of the person who wrote it.

use messages::{Argument, Language, catalogue};
use questionnaire::parse::{Cause, Complaint, Named};

use crate::problem::Detail;

/// A complaint on one line: file, line, column, what is wrong, what to do, and its code.
pub(crate) fn detail(complaint: &Complaint) -> Detail {
    Detail::Localised {
        nl: line(complaint, Language::Nl),
        en: line(complaint, Language::En),
    }
}

fn line(complaint: &Complaint, language: Language) -> String {
    let Complaint {
        file,
        line,
        column,
        path,
        ..
    } = complaint;
    let text = text(&complaint.cause, language);
    let code = complaint.code();
    let place = if path.is_empty() {
        String::new()
    } else {
        format!(" {path}")
    };
    if file.is_empty() {
        format!("{text} [{code}]{place}")
    } else {
        format!("{file}:{line}:{column}: {text} [{code}]{place}")
    }
}

fn text(cause: &Cause, language: Language) -> String {
    let texts = catalogue(language);
    let key = format!("complaint-{}", cause.code());
    let name = |named: &Named| {
        texts.text(match named {
            Named::Question => "complaint-named.question",
            Named::Section => "complaint-named.section",
            Named::Promise => "complaint-named.promise",
            Named::Reference => "complaint-named.reference",
            Named::Role => "complaint-named.role",
            Named::DutyHolder => "complaint-named.duty-holder",
            Named::Rule => "complaint-named.rule",
            Named::DerivedFlag => "complaint-named.derived-flag",
            Named::Choice => "complaint-named.choice",
        })
    };
    let list = |items: &[String]| Argument::from(items.join(", "));
    let plain = |text: &str| Argument::from(text.to_owned());
    let arguments: Vec<(&str, Argument<'_>)> = match cause {
        Cause::MissingSection { section } | Cause::UnlistedSection { section } => {
            vec![("section", plain(section))]
        }
        Cause::TooLarge { limit }
        | Cause::TooDeep { limit }
        | Cause::TooManyValues { limit }
        | Cause::NameTooLong { limit }
        | Cause::TextTooLong { limit }
        | Cause::TooManyQuestions { limit } => vec![("limit", (*limit).into())],
        Cause::Syntax { message } => vec![("message", plain(message))],
        Cause::DuplicateField { field } | Cause::MissingField { field } => {
            vec![("field", plain(field))]
        }
        Cause::UnknownField { field, possible } => {
            vec![("field", plain(field)), ("possible", list(possible))]
        }
        Cause::MissingTranslation { language } | Cause::EmptyTranslation { language } => {
            vec![(
                "language",
                texts.text(&format!("language-{}", language.tag())).into(),
            )]
        }
        Cause::WrongType { expected, found } => {
            vec![("expected", plain(expected)), ("found", plain(found))]
        }
        Cause::UnknownWord { given, possible } => {
            vec![("given", plain(given)), ("possible", list(possible))]
        }
        Cause::WrongForm { given, pattern } => {
            vec![("given", plain(given)), ("pattern", plain(pattern))]
        }
        Cause::NotADate { given } | Cause::InexactScore { given } => vec![("given", plain(given))],
        Cause::OutOfRange { given, min, max } => vec![
            ("given", plain(given)),
            ("min", plain(min)),
            ("max", plain(max)),
        ],
        Cause::WrongLength { given, min, max } => vec![
            ("given", (*given).into()),
            ("min", (*min).into()),
            ("max", max.map_or_else(|| plain("–"), Argument::from)),
        ],
        Cause::DuplicateId { named, id } | Cause::UnknownId { named, id } => {
            vec![("named", name(named).into()), ("id", plain(id))]
        }
        Cause::Repeated { item } => vec![("item", plain(item))],
        Cause::UnknownFlag { flag }
        | Cause::FlagSetLater { flag }
        | Cause::FlagSetTwice { flag }
        | Cause::FlagInUse { flag }
        | Cause::NeverSet { flag } => vec![("flag", plain(flag))],
        Cause::FlagCycle { flags } => vec![("flags", list(flags))],
        Cause::NeverAsked { question }
        | Cause::NeverBinding { question }
        | Cause::WrongSection { question }
        | Cause::DutyWithoutScore { question } => vec![("question", plain(question))],
        Cause::IntakeOnlyDescribes { question, field }
        | Cause::AssessmentNeeds { question, field } => {
            vec![("question", plain(question)), ("field", plain(field))]
        }
        Cause::BandGap { from, to } => vec![
            ("from", (*from).into()),
            ("to", to.map_or_else(|| plain("–"), Argument::from)),
        ],
        Cause::BandOverlap { min } => vec![("min", (*min).into())],
        Cause::BandReversed { min, max } => vec![("min", (*min).into()), ("max", (*max).into())],
        _ => Vec::new(),
    };
    texts.format(&key, &arguments)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_complaint_has_words_in_both_languages() {
        for language in Language::ALL {
            for code in Cause::CODES {
                assert!(
                    catalogue(language).contains(&format!("complaint-{code}")),
                    "{code}"
                );
            }
        }
    }

    #[test]
    fn a_complaint_gives_its_place_and_fills_in_its_words() {
        let complaint = Complaint {
            file: "sections/privacy.json".to_owned(),
            line: 12,
            column: 3,
            path: "/questions/0".to_owned(),
            cause: Cause::UnknownId {
                named: Named::Reference,
                id: "AVG-1".to_owned(),
            },
        };
        for language in Language::ALL {
            let line = line(&complaint, language);
            assert!(line.starts_with("sections/privacy.json:12:3: "), "{line}");
            assert!(line.contains("AVG-1") && !line.contains("{$"), "{line}");
            assert!(line.ends_with("[unknown-id] /questions/0"), "{line}");
        }
    }
}
