//! Values in words: how an answer, a date, a size or a code reads in the user's language.

use assessment::deliberation::Position;
use assessment::report_style::SectionPlace;
use assessment::{Certainty, Member, Moment, Role, SpeaksFor};
use jiff::civil::{Date, DateTime};
use messages::{Argument, Catalogue, Language, Number, catalogue};
use questionnaire::{EvidenceStrength, Localised, Question, Questionnaire, Score, Value};
use report::wording;

use crate::problem::Detail;

pub(crate) use verification::{POSITIONS, STANDS, WordList};

/// The words of one language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words {
    pub(crate) language: Language,
    texts: &'static Catalogue,
}

impl Words {
    /// That a section of one's own cannot be used, where and why.
    pub(crate) fn broken_section(self, broken: &report::Broken) -> String {
        let arguments = [
            ("place", self.section_place(&broken.place).into()),
            ("line", line_of(broken.line).into()),
            ("cause", self.broken_cause(broken).into()),
        ];
        self.format("application-section-broken", &arguments)
    }

    /// Why a section of one's own cannot be used.
    pub(crate) fn broken_cause(self, broken: &report::Broken) -> String {
        report::wording::flaw(&broken.cause, self.language)
    }

    /// Where a section of one's own stands in the report; as it is written where the report has no such section.
    pub(crate) fn section_place(self, place: &SectionPlace) -> String {
        let section = match place.section() {
            "annexes" => self.text("application-section-annexes"),
            known if report::SECTIONS.contains(&known) => self.text(&format!("report-{known}")),
            _ => return place.to_string(),
        };
        let key = match place {
            SectionPlace::InsteadOf(_) => "application-section-instead-of",
            SectionPlace::After(_) => "application-section-after",
        };
        self.format(key, &[("section", section.into())])
    }

    pub(crate) fn new(language: Language) -> Self {
        Self {
            language,
            texts: catalogue(language),
        }
    }

    pub(crate) fn text(self, key: &str) -> String {
        self.texts.text(key)
    }

    /// A text in each language, for a problem.
    pub(crate) fn detail(key: &str) -> Detail {
        Self::detail_with(key, &[])
    }

    /// A text with particulars in each language, for a problem.
    pub(crate) fn detail_with(key: &str, arguments: &[(&str, Argument<'_>)]) -> Detail {
        let [nl, en] =
            [Language::Nl, Language::En].map(|language| catalogue(language).format(key, arguments));
        Detail::Localised { nl, en }
    }

    /// A position in each language, for a problem.
    pub(crate) fn declared(position: Position) -> Detail {
        let [nl, en] =
            [Language::Nl, Language::En].map(|language| Self::new(language).position(position));
        Detail::Localised { nl, en }
    }

    pub(crate) fn format(self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.texts.format(key, arguments)
    }

    pub(crate) fn of(self, text: &Localised) -> String {
        text.get(self.language).to_owned()
    }

    pub(crate) fn of_option(self, text: Option<&Localised>) -> Option<String> {
        text.map(|text| self.of(text))
    }

    pub(crate) fn date(self, date: Date) -> String {
        messages::date(self.language, date)
    }

    pub(crate) fn moment(self, moment: Moment) -> String {
        messages::date_time(self.language, moment.civil())
    }

    pub(crate) fn list(self, items: &[String]) -> String {
        messages::list(self.language, items)
    }

    /// A time on the clock on the wall.
    pub(crate) fn civil(self, at: DateTime) -> String {
        messages::date_time(self.language, at)
    }

    pub(crate) fn time(self, moment: Moment) -> String {
        let civil = moment.civil();
        format!("{:02}:{:02}", civil.hour(), civil.minute())
    }

    pub(crate) fn size(self, bytes: u64) -> String {
        wording::size(bytes, self.language)
    }

    /// A score of one answer, 0 to 1, with as many decimals as it has.
    pub(crate) fn worth(self, score: Score) -> String {
        self.decimal(&score.as_decimal().to_string())
    }

    /// A number written with a point, as the language writes it.
    pub(crate) fn decimal(self, written: &str) -> String {
        match self.language {
            Language::Nl => written.replace('.', ","),
            Language::En => written.to_owned(),
        }
    }

    pub(crate) fn tenths(self, tenths: u64) -> String {
        let tenths = i64::try_from(tenths).unwrap_or(i64::MAX);
        messages::number(self.language, Number::Tenths(tenths))
    }

    pub(crate) fn role(self, role: Role) -> String {
        wording::role(role, self.texts)
    }

    pub(crate) fn speaks_for(self, whom: SpeaksFor) -> String {
        wording::speaks_for(whom, self.texts)
    }

    pub(crate) fn certainty(self, certainty: Certainty) -> String {
        wording::certainty(certainty, self.texts)
    }

    pub(crate) fn position(self, position: Position) -> String {
        verification::position(position, self.language)
    }

    pub(crate) fn evidence_strength(
        self,
        questionnaire: &Questionnaire,
        strength: EvidenceStrength,
    ) -> String {
        self.of(questionnaire.labels.evidence_strength(strength))
    }

    /// A member on one line: name, role and whom they speak for.
    pub(crate) fn member(self, member: &Member) -> String {
        let parts: Vec<String> = std::iter::once(self.role(member.role))
            .chain(member.speaks_for.iter().map(|whom| self.speaks_for(whom)))
            .collect();
        format!("{} ({})", member.name, parts.join(", "))
    }

    /// The value of an answer as a person reads it.
    pub(crate) fn value(
        self,
        questionnaire: &Questionnaire,
        question: &Question,
        value: &Value,
    ) -> String {
        match value {
            Value::Text(text) => text.clone(),
            _ => wording::answer(questionnaire, question, value, self.language),
        }
    }
}

pub(crate) const ROLES: WordList<Role> = WordList(&[
    ("chair", Role::Chair),
    ("facilitator", Role::Facilitator),
    ("secretary", Role::Secretary),
    ("member", Role::Member),
    ("guest", Role::Guest),
]);

pub(crate) const INTERESTS: WordList<SpeaksFor> = WordList(&[
    ("customers", SpeaksFor::Customers),
    ("employees", SpeaksFor::Employees),
    ("privacy", SpeaksFor::Privacy),
    ("law", SpeaksFor::Law),
    ("technology", SpeaksFor::Technology),
    ("board", SpeaksFor::Board),
]);

pub(crate) const CERTAINTIES: WordList<Certainty> = WordList(&[
    ("known", Certainty::Known),
    ("assumed", Certainty::Assumed),
    ("unknown", Certainty::Unknown),
]);

/// In which line of a file something is wrong, as the texts want to know it.
pub(crate) fn line_of(line: Option<impl ToString>) -> String {
    line.map_or_else(|| "unknown".to_owned(), |line| line.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_is_read_is_the_word_that_is_written() {
        for (word, role) in ROLES.0 {
            assert_eq!(ROLES.read(word), Some(*role));
            assert_eq!(ROLES.word(*role), *word);
        }
        assert_eq!(ROLES.read("Chair"), None);
    }

    #[test]
    fn a_place_in_the_report_is_named_by_its_chapter_or_else_as_it_is_written() {
        let words = Words::new(Language::Nl);
        let said = |place: &str| words.section_place(&SectionPlace::from(place.to_owned()));
        for section in report::SECTIONS {
            assert!(!said(section).contains(['[', ']']), "{}", said(section));
        }
        assert_eq!(said("after-method"), "Methode en grenzen: erna");
        assert_eq!(said("annexes"), "Bijlagen: in plaats daarvan");
        assert_eq!(said("after-title"), "after-title");
    }
}
