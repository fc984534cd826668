//! What can be wrong with the files of a questionnaire, and where.
//!
//! A complaint carries data; the sentence a user reads is made elsewhere from its stable code. The
//! English given here is for developers and logs.

use std::fmt;

use crate::Language;

/// Something wrong at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// The name of the file; empty when the complaint is about the files together.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The place in the file as a JSON Pointer (RFC 6901).
    pub path: String,
    /// What is wrong.
    pub cause: Cause,
}

impl Complaint {
    /// The stable name of what is wrong: `unknown-field`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.cause.code()
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            column,
            path,
            cause,
        } = self;
        write!(f, "{file}:{line}:{column}: {cause} ({}", cause.code())?;
        if path.is_empty() {
            write!(f, ")")
        } else {
            write!(f, ", at {path})")
        }
    }
}

/// A kind of thing that has an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Named {
    /// A question.
    Question,
    /// A section.
    Section,
    /// A service promise.
    Promise,
    /// A reference.
    Reference,
    /// A role.
    Role,
    /// A duty holder.
    DutyHolder,
    /// A rule of scoring.
    Rule,
    /// A derived flag.
    DerivedFlag,
    /// A choice within a question.
    Choice,
}

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Question => "question",
            Self::Section => "section",
            Self::Promise => "promise",
            Self::Reference => "reference",
            Self::Role => "role",
            Self::DutyHolder => "duty holder",
            Self::Rule => "rule",
            Self::DerivedFlag => "derived flag",
            Self::Choice => "choice",
        })
    }
}

macro_rules! causes {
    ($($(#[$doc:meta])* $name:ident $({ $($(#[$field_doc:meta])* $field:ident: $type:ty),+ $(,)? })? = $code:literal, $message:literal;)+) => {
        /// What is wrong.
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
        #[non_exhaustive]
        pub enum Cause {$(
            $(#[$doc])*
            #[error($message)]
            $name $({ $($(#[$field_doc])* $field: $type),+ })?,
        )+}

        impl Cause {
            /// All codes, for tests that walk them.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The stable name of the cause.
            #[must_use]
            pub const fn code(&self) -> &'static str {
                match self {$(
                    Self::$name { .. } => $code,
                )+}
            }
        }
    };
}

causes! {
    // The files.

    /// No file was given, or none is named `questionnaire.json`.
    NoQuestionnaire = "no-questionnaire", "there is no file questionnaire.json";
    /// A file that is no part of a questionnaire, or a second file for the same part.
    UnexpectedFile = "unexpected-file", "this file is no part of the questionnaire";
    /// A section is listed without a file that holds it.
    MissingSection {
        /// The section.
        section: String,
    } = "missing-section", "no file in sections/ holds the section {section:?}";
    /// A file holds a section that is not listed.
    UnlistedSection {
        /// The section.
        section: String,
    } = "unlisted-section", "the section {section:?} is not listed in questionnaire.json";
    /// The files together are too large.
    TooLarge {
        /// The limit in bytes.
        limit: usize,
    } = "too-large", "the files together are larger than {limit} bytes";

    // Bytes and syntax.

    /// The file begins with a byte order mark.
    ByteOrderMark = "byte-order-mark", "the file begins with a byte order mark; save it as UTF-8 without one";
    /// The file is in UTF-16 or UTF-32.
    NotUtf8ButUtf16 = "utf-16", "the file is in UTF-16 or UTF-32; save it as UTF-8";
    /// The file is not valid UTF-8.
    NotUtf8 = "not-utf-8", "the file is not valid UTF-8 from here on";
    /// Half of a surrogate pair in an escape.
    LoneSurrogate = "lone-surrogate", "an escape stands for half a character";
    /// Not JSON.
    Syntax {
        /// What the parser says.
        message: String,
    } = "syntax", "this is not JSON: {message}";
    /// Nested too deeply.
    TooDeep {
        /// The limit.
        limit: usize,
    } = "too-deep", "lists and objects are nested more than {limit} deep";
    /// More values than any questionnaire has.
    TooManyValues {
        /// The limit.
        limit: usize,
    } = "too-many-values", "the file holds more than {limit} values";
    /// A field name beyond the limit.
    NameTooLong {
        /// The limit in bytes.
        limit: usize,
    } = "name-too-long", "the field name is longer than {limit} bytes";
    /// A text beyond the limit.
    TextTooLong {
        /// The limit in bytes.
        limit: usize,
    } = "text-too-long", "the text is longer than {limit} bytes";
    /// The same field twice in an object.
    DuplicateField {
        /// The field.
        field: String,
    } = "duplicate-field", "the field {field:?} is here twice";

    // Shape.

    /// A field that the format does not have.
    UnknownField {
        /// The field.
        field: String,
        /// The fields that are possible here.
        possible: Vec<String>,
    } = "unknown-field", "unknown field {field:?}; possible are {possible:?}";
    /// A field that has to be there.
    MissingField {
        /// The field.
        field: String,
    } = "missing-field", "the field {field:?} is missing";
    /// A text without one of its languages.
    MissingTranslation {
        /// The language.
        language: Language,
    } = "missing-translation", "the text in {language} is missing";
    /// A text that is empty in one of its languages.
    EmptyTranslation {
        /// The language.
        language: Language,
    } = "empty-translation", "the text in {language} is empty";
    /// A value of the wrong type.
    WrongType {
        /// The type that belongs here.
        expected: String,
        /// The type that is here.
        found: &'static str,
    } = "wrong-type", "{expected} belongs here, not {found}";
    /// A word that the format does not know here.
    UnknownWord {
        /// What is here.
        given: String,
        /// What is possible.
        possible: Vec<String>,
    } = "unknown-word", "unknown word {given:?}; possible are {possible:?}";
    /// A text in the wrong form.
    WrongForm {
        /// What is here.
        given: String,
        /// The regular expression that it has to match.
        pattern: String,
    } = "wrong-form", "{given:?} does not have the form {pattern}";
    /// Not a date.
    NotADate {
        /// What is here.
        given: String,
    } = "not-a-date", "{given:?} is not a date such as 2026-11-21";
    /// A number out of range.
    OutOfRange {
        /// What is here.
        given: String,
        /// The smallest number possible.
        min: String,
        /// The largest number possible.
        max: String,
    } = "out-of-range", "{given} is not between {min} and {max}";
    /// A score that is not exact in ten-thousandths.
    InexactScore {
        /// What is here.
        given: String,
    } = "inexact-score", "the score {given} has more than four decimals";
    /// A list of the wrong length.
    WrongLength {
        /// How many items are here.
        given: usize,
        /// The fewest possible.
        min: u64,
        /// The most possible, if there is a limit.
        max: Option<u64>,
    } = "wrong-length", "the list has {given} items; it needs at least {min} and at most {max:?}";

    // Meaning.

    /// More questions than the limit.
    TooManyQuestions {
        /// The limit.
        limit: usize,
    } = "too-many-questions", "there are more than {limit} questions";
    /// The same id twice.
    DuplicateId {
        /// What has the id.
        named: Named,
        /// The id.
        id: String,
    } = "duplicate-id", "there is already a {named} {id}";
    /// An id that points at nothing.
    UnknownId {
        /// What should have the id.
        named: Named,
        /// The id.
        id: String,
    } = "unknown-id", "there is no {named} {id}";
    /// The same id twice in a list.
    Repeated {
        /// What is repeated.
        item: String,
    } = "repeated", "{item} is already in this list";
    /// A flag that nothing sets.
    UnknownFlag {
        /// The flag.
        flag: String,
    } = "unknown-flag", "nothing sets the flag {flag}";
    /// A flag that is set only after it is asked for.
    FlagSetLater {
        /// The flag.
        flag: String,
    } = "flag-set-later", "the flag {flag} is set only later than here";
    /// Derived flags that depend on themselves.
    FlagCycle {
        /// The flags of the cycle, from the first listed.
        flags: Vec<String>,
    } = "flag-cycle", "these derived flags depend on each other: {flags:?}";
    /// A flag that intake sets and is derived as well.
    FlagSetTwice {
        /// The flag.
        flag: String,
    } = "flag-set-twice", "the flag {flag} is both derived and set by intake";
    /// A flag that is listed as informational while a condition uses it.
    FlagInUse {
        /// The flag.
        flag: String,
    } = "flag-in-use", "the flag {flag} is listed as informational, but a condition uses it";
    /// A question whose condition can never hold.
    NeverAsked {
        /// The question.
        question: String,
    } = "never-asked", "the condition of {question} can never hold";
    /// A derived flag whose condition can never hold.
    NeverSet {
        /// The flag.
        flag: String,
    } = "never-set", "the condition of the flag {flag} can never hold";
    /// A legal duty whose condition never holds where its question is asked.
    NeverBinding {
        /// The question.
        question: String,
    } = "never-binding", "the condition of the legal duty of {question} can never hold where it is asked";
    /// Numbers that no band covers.
    BandGap {
        /// The first number that is not covered.
        from: u32,
        /// The last one; absent when there is no end.
        to: Option<u32>,
    } = "band-gap", "no band covers the numbers from {from} to {to:?}";
    /// A band that covers numbers of an earlier band, or lies before it.
    BandOverlap {
        /// Where the band begins.
        min: u32,
    } = "band-overlap", "the band from {min} overlaps an earlier band or stands out of order";
    /// A band that ends before it begins.
    BandReversed {
        /// Where the band begins.
        min: u32,
        /// Where it ends.
        max: u32,
    } = "band-reversed", "the band ends at {max}, before it begins at {min}";
    /// Intake outside the first section, or assessment within it.
    WrongSection {
        /// The question.
        question: String,
    } = "wrong-section", "{question} does not belong here: intake fills the first section and nothing else does";
    /// An intake question with something that only assessment has.
    IntakeOnlyDescribes {
        /// The question.
        question: String,
        /// The field.
        field: &'static str,
    } = "intake-only-describes", "{question} is intake, which has no {field}";
    /// An assessment question without something that it needs.
    AssessmentNeeds {
        /// The question.
        question: String,
        /// The field.
        field: &'static str,
    } = "assessment-needs", "{question} needs the field {field}";
    /// A legal duty on a question whose answer has no score.
    DutyWithoutScore {
        /// The question.
        question: String,
    } = "duty-without-score", "{question} asks about a legal duty, but its answer has no score";

    /// There is more wrong than is reported.
    More = "more", "there is more wrong; these complaints come first";
}

impl Cause {
    /// Whether another file could hold what is missed here.
    pub(super) const fn says_something_is_missing(&self) -> bool {
        matches!(
            self,
            Self::UnknownId { .. }
                | Self::UnknownFlag { .. }
                | Self::NeverAsked { .. }
                | Self::NeverSet { .. }
                | Self::NeverBinding { .. }
        )
    }
}
