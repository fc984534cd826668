//! A moment as somebody's clock showed it: an instant together with the offset
//! from UTC that was in force there.
//!
//! The offset is kept because a report prints the time that people in the room
//! read on the wall, and must print the same on every machine, whatever time
//! zone that machine is in. A moment says what a clock said; it proves nothing
//! about whether that clock was right.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An instant, to the second, and the local offset from UTC, to the minute.
///
/// Moments are ordered by instant. Written in RFC 3339, always with a numeric
/// offset: `2026-11-21T14:32:05+01:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    seconds: i64,
    offset_minutes: i16,
}

/// A text that is not a moment in the form this crate writes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a moment of the form 2026-11-21T14:32:05+01:00")]
pub struct NotAMoment(pub String);

impl Moment {
    /// The moment of `timestamp` where clocks are `offset` ahead of UTC. Parts of
    /// a second and of an offset's minute are dropped.
    pub fn new(timestamp: Timestamp, offset: Offset) -> Self {
        let minutes = offset.seconds() / 60;
        Moment {
            seconds: timestamp.as_second(),
            offset_minutes: i16::try_from(minutes).unwrap_or(0),
        }
    }

    /// The instant.
    pub fn timestamp(self) -> Timestamp {
        Timestamp::from_second(self.seconds).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// The offset from UTC.
    pub fn offset(self) -> Offset {
        Offset::from_seconds(i32::from(self.offset_minutes) * 60).unwrap_or(Offset::UTC)
    }

    /// The date and time on the wall.
    pub fn civil(self) -> DateTime {
        self.offset().to_datetime(self.timestamp())
    }

    /// The date on the wall.
    pub fn date(self) -> Date {
        self.civil().date()
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, minutes) = if self.offset_minutes < 0 {
            ('-', -self.offset_minutes)
        } else {
            ('+', self.offset_minutes)
        };
        write!(
            f,
            "{}{sign}{:02}:{:02}",
            self.civil().strftime("%Y-%m-%dT%H:%M:%S"),
            minutes / 60,
            minutes % 60
        )
    }
}

impl FromStr for Moment {
    type Err = NotAMoment;

    fn from_str(text: &str) -> Result<Self, NotAMoment> {
        let refused = || NotAMoment(text.to_owned());
        let split = text.len().checked_sub(6).ok_or_else(refused)?;
        let (civil, offset) = text.split_at_checked(split).ok_or_else(refused)?;
        let civil = DateTime::strptime("%Y-%m-%dT%H:%M:%S", civil).map_err(|_| refused())?;
        let sign = match offset.get(..1) {
            Some("+") => 1,
            Some("-") => -1,
            _ => return Err(refused()),
        };
        let (hours, minutes) = offset
            .get(1..)
            .and_then(|rest| rest.split_once(':'))
            .ok_or_else(refused)?;
        let number = |part: &str| part.parse::<i32>().map_err(|_| refused());
        let offset = Offset::from_seconds(sign * (number(hours)? * 3600 + number(minutes)? * 60))
            .map_err(|_| refused())?;
        let timestamp = offset.to_timestamp(civil).map_err(|_| refused())?;
        let moment = Moment::new(timestamp, offset);
        if moment.to_string() == text {
            Ok(moment)
        } else {
            Err(refused())
        }
    }
}

impl JsonSchema for Moment {
    fn schema_name() -> Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A moment by the clock of a machine, with the offset of that clock.",
            "type": "string",
            "format": "date-time",
        })
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_as_the_wall_showed_it() {
        let moment: Moment = "2026-11-21T14:32:05+01:00".parse().unwrap();
        assert_eq!(moment.to_string(), "2026-11-21T14:32:05+01:00");
        assert_eq!(moment.timestamp().to_string(), "2026-11-21T13:32:05Z");
        assert_eq!(moment.date().to_string(), "2026-11-21");
    }

    #[test]
    fn a_negative_offset_survives_the_round_trip() {
        let text = "2026-11-21T00:05:00-03:30";
        assert_eq!(text.parse::<Moment>().unwrap().to_string(), text);
    }

    #[test]
    fn other_forms_are_refused() {
        for text in [
            "",
            "2026-11-21",
            "2026-11-21T14:32:05Z",
            "2026-13-21T14:32:05+01:00",
            "2026-11-21T14:32:05+99:00",
            "é026-11-21T14:32:05+01:00",
            "2026-11-21T14:32:05é01:00",
        ] {
            assert!(text.parse::<Moment>().is_err(), "{text}");
        }
    }
}
