//! The questionnaire: its format, its checks, its conditions and the worth of its answers.
//!
//! This crate is pure. It takes text and returns values; it reads no file, no clock and no random
//! numbers, and it knows nothing of committees, dossiers or reports. What a set of answers adds up
//! to is the business of `assessment`.
//!
//! ```
//! use std::collections::BTreeMap;
//! use questionnaire::{QuestionId, Questionnaire, Value};
//!
//! let instrument = Questionnaire::built_in("customer-contact-ai@1.0").expect("it is built in");
//! let intake = instrument.question(&QuestionId::from("INT-03")).expect("it exists");
//! let chatbot = intake.read_value("chatbot").expect("it is a choice");
//!
//! let none: BTreeMap<QuestionId, Value> = BTreeMap::new();
//! let one = BTreeMap::from([(intake.id.clone(), chatbot)]);
//! // A chatbot talks to customers, so more is asked of it.
//! assert!(instrument.asked(|id| one.get(id)).len() > instrument.asked(|id| none.get(id)).len());
//! ```

mod asking;
mod condition;
mod digest;
mod id;
mod instrument;
mod language;
pub mod parse;
mod published;
mod question;
mod schema;
mod score;
mod value;

pub use asking::Flags;
pub use condition::Condition;
pub use digest::digest_of;
pub use id::{DutyHolderId, Flag, QuestionId, QuestionnaireId, ReferenceId, RoleId, SectionId};
pub use instrument::{
    AnswerLabels, DerivedFlag, DutchText, DutyHolder, MinimumToShow, ObligationTexts,
    Questionnaire, QuickScan, Reference, ReferenceKind, Role, Rule, Scoring, Section,
    ServicePromise, Term, Thresholds, VerdictTexts, Verified, WatchItem,
};
pub use language::{Language, Localised, UnknownLanguage};
pub use parse::{Complaint, Source, parse};
pub use published::{Published, published};
pub use question::{
    AnswerForm, Band, LegalDuty, Obligation, ObligationLevel, ProfileChoice, Question,
    QuestionKind, ScoredChoice,
};
pub use schema::schema;
pub use score::{EvidenceStrength, Score};
pub use value::{Value, ValueRefused};
