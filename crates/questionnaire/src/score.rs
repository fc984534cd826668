//! Exact scores.
//!
//! The content writes scores such as 0.33 and 0.25; added up as floating-point numbers they would
//! make a total depend on the order of the answers. A score is therefore a whole number of
//! ten-thousandths, and nothing is rounded before it is shown.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What an answer is worth, from 0 to 1 in steps of a ten-thousandth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u16);

impl Score {
    /// The number of steps between 0 and 1.
    pub const STEPS: u16 = 10_000;
    /// Nothing is in place.
    pub const ZERO: Self = Self(0);
    /// Half of what is asked.
    pub const HALF: Self = Self(Self::STEPS / 2);
    /// All that is asked.
    pub const ONE: Self = Self(Self::STEPS);

    /// A score of `ten_thousandths`, or nothing when that is more than 1.
    #[must_use]
    pub const fn from_ten_thousandths(ten_thousandths: u16) -> Option<Self> {
        if ten_thousandths <= Self::STEPS {
            Some(Self(ten_thousandths))
        } else {
            None
        }
    }

    /// The score in ten-thousandths, for exact sums.
    #[must_use]
    pub const fn ten_thousandths(self) -> u16 {
        self.0
    }

    /// The score as a decimal number: for writing it down, never for adding.
    #[must_use]
    pub fn as_decimal(self) -> f64 {
        f64::from(self.0) / f64::from(Self::STEPS)
    }

    /// The score that `decimal` stands for, if it lies between 0 and 1 and is a whole number of
    /// ten-thousandths.
    #[must_use]
    pub fn from_decimal(decimal: f64) -> Option<Self> {
        if !(0.0..=1.0).contains(&decimal) {
            return None;
        }
        let steps = (decimal * f64::from(Self::STEPS)).round();
        // The nearest step, written as a decimal again, is the same number only if nothing was lost.
        // The cast cannot truncate: `steps` is a whole number from 0 to 10,000.
        let score = Self(steps as u16);
        (score.as_decimal() == decimal).then_some(score)
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.as_decimal())
    }
}

impl Serialize for Score {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.as_decimal())
    }
}

impl<'de> Deserialize<'de> for Score {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let decimal = f64::deserialize(deserializer)?;
        Self::from_decimal(decimal).ok_or_else(|| {
            D::Error::invalid_value(
                Unexpected::Float(decimal),
                &"a number from 0 to 1 with at most four decimals",
            )
        })
    }
}

impl JsonSchema for Score {
    fn schema_name() -> Cow<'static, str> {
        "Score".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "What an answer is worth, from 0 to 1 with at most four decimals.",
            "type": "number",
            "format": "score",
            "minimum": 0,
            "maximum": 1,
        })
    }
}

/// How well an answer is supported. It never changes a score or a colour.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceStrength {
    /// Level 0: no evidence.
    None,
    /// Level 1: explained orally.
    Stated,
    /// Level 2: a document is present.
    Documented,
    /// Level 3: checked by the committee.
    Checked,
}

impl EvidenceStrength {
    /// All levels, weakest first.
    pub const ALL: [Self; 4] = [Self::None, Self::Stated, Self::Documented, Self::Checked];

    /// The level as a number, 0 to 3.
    #[must_use]
    pub const fn level(self) -> u8 {
        match self {
            Self::None => 0,
            Self::Stated => 1,
            Self::Documented => 2,
            Self::Checked => 3,
        }
    }
}
