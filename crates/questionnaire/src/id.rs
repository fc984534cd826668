//! Names by which the parts of a questionnaire point at each other.
//!
//! An id is data, not code: nothing here knows which ids exist. Ids are never reused for something
//! else in a later version, because old dossiers keep pointing at them.

use std::borrow::Borrow;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident matches $pattern:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(#[schemars(regex(pattern = $pattern))] String);

        impl $name {
            /// Takes any text as an id; whether it exists is for the questionnaire to say.
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// The id as written in the questionnaire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self(id)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// A questionnaire, over all its versions: `customer-contact-ai`.
    QuestionnaireId matches r"^[a-z][a-z0-9-]*$";
    /// A question: `HUM-01`.
    QuestionId matches r"^[A-Z]{2,5}-[0-9]{2,3}$";
    /// A section: `human_access`.
    SectionId matches r"^[a-z][a-z0-9_]*$";
    /// A fact about the application that intake sets and conditions ask for: `genai`.
    Flag matches r"^[a-z][a-z0-9_]*$";
    /// A law, standard or statement that a question rests on: `AIA-50-1`.
    ReferenceId matches r"^[A-Za-z0-9][A-Za-z0-9-]*$";
    /// A role that is well placed to help answer a question: `works_council`.
    RoleId matches r"^[a-z][a-z0-9_]*$";
    /// A kind of party that a legal duty binds: `deployer`.
    DutyHolderId matches r"^[a-z][a-z0-9_]*$";
}
