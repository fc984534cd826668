//! Words for what the rules compute: answers, reasons, roles, sizes.
//!
//! The window and the report say the same things with the same words, so both take
//! them from here.

use assessment::outcome::VerdictReason;
use assessment::{Certainty, Role, SpeaksFor};
use messages::{Catalogue, Number, catalogue};
use questionnaire::{AnswerForm, Language, Question, Questionnaire, Value};

use crate::document::Flaw;
use crate::edition::Edition;

/// An answer in words: the labels of what was chosen, a number with its unit. Empty
/// for a text, which speaks for itself.
#[must_use]
pub fn answer(
    questionnaire: &Questionnaire,
    question: &Question,
    value: &Value,
    language: Language,
) -> String {
    let labels = &questionnaire.labels;
    let label = match value {
        Value::NotApplicable => labels.not_applicable.get(language).to_owned(),
        Value::NotYetKnown => labels.not_yet_known.get(language).to_owned(),
        Value::Text(_) => String::new(),
        Value::Level(level) => labels
            .maturity
            .get(usize::from(*level))
            .map(|label| format!("{level} – {}", label.get(language)))
            .unwrap_or_default(),
        Value::Number(number) => match &question.answer {
            AnswerForm::Number { unit, .. } => format!(
                "{} {}",
                messages::number(language, *number),
                unit.get(language)
            ),
            _ => messages::number(language, *number),
        },
        Value::Choice(chosen) => choice(questionnaire, question, chosen, language),
        Value::Choices(chosen) => chosen
            .iter()
            .map(|chosen| choice(questionnaire, question, chosen, language))
            .collect::<Vec<_>>()
            .join("; "),
    };
    if label.is_empty() && !matches!(value, Value::Text(_)) {
        // Nothing is worse in a report than an answer that is not there.
        return value.written();
    }
    label
}

/// Why a section of one's own cannot be used.
#[must_use]
pub fn flaw(flaw: &Flaw, language: Language) -> String {
    let given = flaw.arguments.iter();
    let arguments: Vec<_> = given
        .map(|(name, value)| (*name, value.as_str().into()))
        .collect();
    catalogue(language).format(flaw.key, &arguments)
}

fn choice(
    questionnaire: &Questionnaire,
    question: &Question,
    chosen: &str,
    language: Language,
) -> String {
    let labels = &questionnaire.labels;
    let label = match &question.answer {
        AnswerForm::YesPartlyNo { .. } => match chosen {
            Value::YES => Some(&labels.yes),
            Value::PARTLY => Some(&labels.partly),
            Value::NO => Some(&labels.no),
            _ => None,
        },
        AnswerForm::SingleChoice { choices } => choices
            .iter()
            .find(|choice| choice.value == chosen)
            .map(|choice| &choice.label),
        AnswerForm::ProfileChoice { choices } | AnswerForm::ProfileChoices { choices } => choices
            .iter()
            .find(|choice| choice.value == chosen)
            .map(|choice| &choice.label),
        _ => None,
    };
    label.map_or_else(|| chosen.to_owned(), |label| label.get(language).to_owned())
}

/// A rule of the verdict that fired, as a sentence.
#[must_use]
pub fn reason(questionnaire: &Questionnaire, reason: &VerdictReason, language: Language) -> String {
    let texts = catalogue(language);
    let about = |key: &str, id: &questionnaire::QuestionId| {
        let text = questionnaire
            .question(id)
            .map_or("", |question| question.text.get(language));
        texts.format(
            key,
            &[("id", id.to_string().into()), ("question", text.into())],
        )
    };
    match reason {
        VerdictReason::OpenLegalGap { question } => about("verdict-open-legal-gap", question),
        VerdictReason::PartlyOpenLegalGap { question } => {
            about("verdict-partly-open-legal-gap", question)
        }
        VerdictReason::UnknownLegalPoint { question } => {
            about("verdict-unknown-legal-point", question)
        }
        VerdictReason::NearUpcomingLegalGap { question } => {
            about("verdict-near-upcoming-legal-gap", question)
        }
        VerdictReason::MissingKeyPoint { question } => about("verdict-missing-key-point", question),
        VerdictReason::SectionBelowThreshold {
            section,
            score,
            threshold,
        } => {
            let title = questionnaire
                .section(section)
                .map_or("", |section| section.title.get(language));
            texts.format(
                "verdict-section-below",
                &[
                    ("section", title.into()),
                    ("score", tenths(score.tenths()).into()),
                    ("threshold", (*threshold).into()),
                ],
            )
        }
        VerdictReason::TotalBelowThreshold { score, threshold } => texts.format(
            "verdict-total-below",
            &[
                ("score", tenths(score.tenths()).into()),
                ("threshold", (*threshold).into()),
            ],
        ),
    }
}

/// A service promise in a few words, for charts: `1 Zorg en bereikbaarheid`. A number
/// that has no name of its own stands for itself.
#[must_use]
pub fn promise(number: &str, language: Language) -> String {
    let key = format!("promise-{number}");
    let texts = catalogue(language);
    if texts.contains(&key) {
        format!("{number} {}", texts.text(&key))
    } else {
        number.to_owned()
    }
}

/// A member's part in the meetings.
#[must_use]
pub fn role(role: Role, texts: &Catalogue) -> String {
    texts.text(match role {
        Role::Chair => "role-chair",
        Role::Facilitator => "role-facilitator",
        Role::Secretary => "role-secretary",
        Role::Member => "role-member",
        Role::Guest => "role-guest",
    })
}

/// Whose interest somebody brings in.
#[must_use]
pub fn speaks_for(speaks_for: SpeaksFor, texts: &Catalogue) -> String {
    texts.text(match speaks_for {
        SpeaksFor::Customers => "speaks-for-customers",
        SpeaksFor::Employees => "speaks-for-employees",
        SpeaksFor::Privacy => "speaks-for-privacy",
        SpeaksFor::Law => "speaks-for-law",
        SpeaksFor::Technology => "speaks-for-technology",
        SpeaksFor::Board => "speaks-for-board",
    })
}

/// How sure the committee is.
#[must_use]
pub fn certainty(certainty: Certainty, texts: &Catalogue) -> String {
    texts.text(match certainty {
        Certainty::Known => "certainty-known",
        Certainty::Assumed => "certainty-assumed",
        Certainty::Unknown => "certainty-unknown",
    })
}

/// A size for reading: bytes, then kilobytes and megabytes of a thousand with one
/// decimal.
#[must_use]
pub fn size(bytes: u64, language: Language) -> String {
    let scaled = |unit: u64| tenths((bytes.saturating_mul(10).saturating_add(unit / 2)) / unit);
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", messages::number(language, scaled(1_000))),
        _ => format!("{} MB", messages::number(language, scaled(1_000_000))),
    }
}

fn tenths(tenths: u64) -> Number {
    Number::Tenths(i64::try_from(tenths).unwrap_or(i64::MAX))
}

/// What stands at the head of every page of an edition; the key of a text.
#[must_use]
pub fn running_head(edition: Edition) -> &'static str {
    match edition {
        Edition::Full => "report-header",
        Edition::Public => "report-header-public",
        Edition::Summary => "report-header-summary",
    }
}
