//! The words of follow-up: those that programs write, and those that people read.

use assessment::advice::{Course, Outsider, Trigger};
use assessment::finding::{ActionStatus, Cause, Rating};
use questionnaire::QuestionId;

use crate::view::OptionView;
use crate::words::{WordList, Words};

pub(super) const COURSES: WordList<Course> = WordList(&[
    ("go", Course::Go),
    ("go_if", Course::GoIf),
    ("no_go", Course::NoGo),
    ("stop", Course::Stop),
]);

pub(super) const OUTSIDERS: WordList<Outsider> = WordList(&[
    ("data_protection_officer", Outsider::DataProtectionOfficer),
    ("works_council", Outsider::WorksCouncil),
    ("customers", Outsider::Customers),
    ("other", Outsider::Other),
]);

pub(super) const STATUSES: WordList<ActionStatus> = WordList(&[
    ("open", ActionStatus::Open),
    ("under_way", ActionStatus::UnderWay),
    ("done", ActionStatus::Done),
    ("dropped", ActionStatus::Dropped),
]);

/// How a finding comes to be proposed about a question.
pub(super) type CauseOf = fn(QuestionId) -> Cause;

/// The words for why a finding is proposed.
pub(super) const CAUSES: &[(&str, CauseOf)] = &[
    ("legal_gap", Cause::LegalGap),
    ("missing_key_point", Cause::MissingKeyPoint),
    ("low_score", Cause::LowScore),
];

/// The word for why a finding is proposed.
pub(super) fn cause_word(cause: &Cause) -> &'static str {
    match cause {
        Cause::LegalGap(_) => "legal_gap",
        Cause::MissingKeyPoint(_) => "missing_key_point",
        Cause::LowScore(_) => "low_score",
    }
}

/// What asks for a new look and has a word of its own.
pub(super) const TRIGGERS: &[(&str, Trigger)] = &[
    ("model_change", Trigger::ModelChange),
    ("supplier_change", Trigger::SupplierChange),
    ("purpose_change", Trigger::PurposeChange),
    ("incident", Trigger::Incident),
];

/// The word, or the words, for what asks for a new look.
pub(super) fn trigger_word(trigger: &Trigger) -> String {
    match trigger {
        Trigger::Other(text) => text.clone(),
        known => TRIGGERS
            .iter()
            .find(|(_, candidate)| candidate == known)
            .map_or_else(String::new, |(word, _)| (*word).to_owned()),
    }
}

impl Words {
    /// The text of a word of follow-up: `follow-up-<list>-<word>`.
    pub(super) fn term(self, list: &str, word: &str) -> String {
        self.text(&format!("follow-up-{list}-{}", word.replace('_', "-")))
    }

    pub(super) fn course(self, course: Course) -> String {
        self.term("course", COURSES.word(course))
    }

    pub(super) fn outsider(self, outsider: Outsider) -> String {
        self.term("outsider", OUTSIDERS.word(outsider))
    }

    pub(super) fn action_status(self, status: ActionStatus) -> String {
        self.term("action", STATUSES.word(status))
    }

    pub(super) fn cause(self, cause: &Cause) -> String {
        self.term("cause", cause_word(cause))
    }

    pub(super) fn trigger(self, trigger: &Trigger) -> String {
        match trigger {
            Trigger::Other(text) => text.clone(),
            known => self.term("trigger", &trigger_word(known)),
        }
    }

    /// How serious a risk is.
    pub(super) fn rating(self, rating: Rating) -> String {
        let (likelihood, impact) = (rating.likelihood.get(), rating.impact.get());
        self.format(
            "follow-up-rating",
            &[
                ("likelihood", likelihood.into()),
                ("likely", self.grade("likelihood", likelihood).into()),
                ("impact", impact.into()),
                ("bad", self.grade("impact", impact).into()),
            ],
        )
    }

    /// A grade of `likelihood` or `impact`.
    pub(super) fn grade(self, of: &str, grade: u8) -> String {
        self.text(&format!("follow-up-{of}-{grade}"))
    }

    /// Every word of a list with its text, to choose from.
    pub(super) fn choices<'w>(
        self,
        list: &str,
        choices: impl IntoIterator<Item = &'w str>,
    ) -> Vec<OptionView> {
        let choice = |word: &str| choice(word.to_owned(), self.term(list, word));
        choices.into_iter().map(choice).collect()
    }
}

/// Something to choose, by its value and its words.
pub(super) fn choice(value: String, label: String) -> OptionView {
    OptionView {
        value,
        label,
        descriptor: None,
    }
}
