//! Texts that people type, checked before they become part of a change.
//!
//! What was typed is kept as it was typed, but for white space around it. A control character is
//! refused rather than dropped: nobody's words are changed behind their back.

use assessment::{Member, Organisation, Subject};
use jiff::civil::Date;
use questionnaire::{Language, Value};

use crate::deliberation;
use crate::problem::{Fact, Problem};
use crate::view::{MemberForm, OrganisationForm, SubjectForm};
use crate::words::{INTERESTS, ROLES, WordList};

/// The longest name or other text of one line, in characters.
const LONGEST_LINE: usize = 300;
/// The longest reason in a signature, in characters: it stands on one line in PDF viewers.
const LONGEST_REASON: usize = 2_000;

/// A text of one line that must say something.
pub(crate) fn name(text: &str, field: &'static str) -> Result<String, Problem> {
    let text = line(text, field)?;
    if text.is_empty() {
        return Err(Fact::TextEmpty.about(field));
    }
    Ok(text)
}

/// A text of one line, possibly empty.
pub(crate) fn line(text: &str, field: &'static str) -> Result<String, Problem> {
    checked(text, field, LONGEST_LINE, |_| false)
}

/// A reason to stand in a signature, possibly empty.
pub(crate) fn reason(text: &str, field: &'static str) -> Result<String, Problem> {
    checked(text, field, LONGEST_REASON, |_| false)
}

/// A text of any number of lines that must say something.
pub(crate) fn said(text: &str, field: &'static str) -> Result<String, Problem> {
    let text = paragraphs(text, field)?;
    if text.is_empty() {
        return Err(Fact::TextEmpty.about(field));
    }
    Ok(text)
}

/// A text of any number of lines, possibly empty.
pub(crate) fn paragraphs(text: &str, field: &'static str) -> Result<String, Problem> {
    // A window on another system ends its lines in its own way.
    let text = text.replace("\r\n", "\n");
    checked(&text, field, Value::LONGEST_TEXT, |c| {
        matches!(c, '\n' | '\t')
    })
}

fn checked(
    text: &str,
    field: &'static str,
    limit: usize,
    allowed: impl Fn(char) -> bool,
) -> Result<String, Problem> {
    let text = text.trim();
    let length = text.chars().count();
    if length > limit {
        return Err(Fact::TextTooLong {
            length: length as u64,
            limit: limit as u64,
        }
        .about(field));
    }
    let control = text
        .chars()
        .enumerate()
        .find(|(_, c)| c.is_control() && !allowed(*c));
    if let Some((before, character)) = control {
        return Err(Fact::ControlCharacter {
            character: format!("U+{:04X}", u32::from(character)),
            position: before as u64 + 1,
        }
        .about(field));
    }
    Ok(text.to_owned())
}

/// A date of the calendar: `2026-11-21`.
pub(crate) fn date(text: &str, field: &'static str) -> Result<Date, Problem> {
    let malformed = || {
        Fact::DateMalformed {
            given: crate::files::label(text),
        }
        .about(field)
    };
    let date: Date = text.trim().parse().map_err(|_| malformed())?;
    // Other ways of writing a date are understood by the parser and by nobody else.
    if date.to_string() == text.trim() {
        Ok(date)
    } else {
        Err(malformed())
    }
}

/// A date of the calendar, or none.
pub(crate) fn date_or_none(
    text: Option<&str>,
    field: &'static str,
) -> Result<Option<Date>, Problem> {
    match text.map(str::trim) {
        None | Some("") => Ok(None),
        Some(text) => date(text, field).map(Some),
    }
}

/// One of the words of a list.
pub(crate) fn word<T: Copy + PartialEq>(
    list: &WordList<T>,
    given: &str,
    field: &'static str,
) -> Result<T, Problem> {
    list.read(given).ok_or_else(|| {
        Fact::UnknownWord {
            given: crate::files::label(given),
            allowed: list.words(),
        }
        .about(field)
    })
}

pub(crate) fn language(given: &str) -> Result<Language, Problem> {
    given.parse().map_err(|_| {
        Fact::UnknownWord {
            given: crate::files::label(given),
            allowed: "nl, en".to_owned(),
        }
        .about("language")
    })
}

pub(crate) fn organisation(form: &OrganisationForm) -> Result<Organisation, Problem> {
    Ok(Organisation {
        name: name(&form.name, "name")?,
        sector: line(&form.sector, "sector")?,
        description: paragraphs(&form.description, "description")?,
        contact: line(&form.contact, "contact")?,
    })
}

pub(crate) fn member(form: &MemberForm) -> Result<Member, Problem> {
    let speaks_for = form
        .speaks_for
        .iter()
        .flat_map(|whom| whom.split(','))
        .map(str::trim)
        .filter(|whom| !whom.is_empty())
        .map(|whom| word(&INTERESTS, whom, "speaks_for"))
        .collect::<Result<_, _>>()?;
    let (from, until) = deliberation::term(form)?;
    Ok(Member {
        expertise: line(&form.expertise, "expertise")?,
        speaks_for,
        from,
        until,
        ..Member::new(name(&form.name, "name")?, word(&ROLES, &form.role, "role")?)
    })
}

pub(crate) fn subject(form: &SubjectForm) -> Result<Subject, Problem> {
    Ok(Subject {
        name: name(&form.name, "name")?,
        purpose: paragraphs(&form.purpose, "purpose")?,
        description: paragraphs(&form.description, "description")?,
        supplier: line(&form.supplier, "supplier")?,
        in_use_since: line(&form.in_use_since, "in_use_since")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_kept_as_typed_but_for_space_around_it() {
        assert_eq!(name("  Noor Voorbeeld ", "name").unwrap(), "Noor Voorbeeld");
        let text = "Eerste regel\r\n\ttweede: <b>vet</b> {{ 1 }} =1+1";
        assert_eq!(
            paragraphs(text, "because").unwrap(),
            "Eerste regel\n\ttweede: <b>vet</b> {{ 1 }} =1+1"
        );
    }

    #[test]
    fn what_cannot_be_kept_is_refused_with_its_place() {
        #[track_caller]
        fn check(refused: Result<String, Problem>, expect: Fact) {
            let problem = refused.unwrap_err();
            assert_eq!((problem.fact, problem.field), (expect, Some("field")));
        }
        check(name(" \t ", "field"), Fact::TextEmpty);
        check(
            line("a\nb", "field"),
            Fact::ControlCharacter {
                character: "U+000A".to_owned(),
                position: 2,
            },
        );
        check(
            paragraphs("é\u{1b}[31m", "field"),
            Fact::ControlCharacter {
                character: "U+001B".to_owned(),
                position: 2,
            },
        );
        check(
            line(&"é".repeat(301), "field"),
            Fact::TextTooLong {
                length: 301,
                limit: 300,
            },
        );
    }

    #[test]
    fn dates_are_read_in_one_form_only() {
        assert_eq!(
            date("2026-11-21", "date").unwrap().to_string(),
            "2026-11-21"
        );
        for other in [
            "",
            "21-11-2026",
            "2026-13-01",
            "2026-02-29",
            "20261121",
            "2026-11-21T10:00",
        ] {
            assert!(date(other, "date").is_err(), "{other}");
        }
    }
}
