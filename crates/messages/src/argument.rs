//! What a text can be given to fill in.

use fluent_bundle::FluentValue;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};

use crate::Number;

/// A value for a variable in a text.
///
/// Numbers are written the way the language writes them and choose between singular and plural; dates and lists are
/// made into text first, with [`date`](crate::date) and [`list`](crate::list).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument<'a> {
    /// Text, used as it is.
    Text(&'a str),
    /// Text that was made for the occasion.
    Owned(String),
    /// A number, formatted for the language of the catalogue.
    Number(Number),
}

impl Argument<'_> {
    pub(crate) fn to_fluent(&self) -> FluentValue<'_> {
        match self {
            Argument::Text(text) => FluentValue::from(*text),
            Argument::Owned(text) => FluentValue::from(text.as_str()),
            Argument::Number(number) => {
                // Fluent needs the floating-point value only to choose between singular and plural.
                #[expect(
                    clippy::cast_precision_loss,
                    reason = "no count on screen comes near 2^53"
                )]
                let (value, decimals) = match *number {
                    Number::Whole(whole) => (whole as f64, None),
                    Number::Tenths(tenths) => (tenths as f64 / 10.0, Some(1)),
                };
                let options = FluentNumberOptions {
                    minimum_fraction_digits: decimals,
                    ..Default::default()
                };
                FluentValue::Number(FluentNumber::new(value, options))
            }
        }
    }
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Argument::Text(text)
    }
}

impl<'a> From<&'a String> for Argument<'a> {
    fn from(text: &'a String) -> Self {
        Argument::Text(text)
    }
}

impl From<String> for Argument<'_> {
    fn from(text: String) -> Self {
        Argument::Owned(text)
    }
}

impl From<Number> for Argument<'_> {
    fn from(number: Number) -> Self {
        Argument::Number(number)
    }
}

macro_rules! argument_from_number {
    ($($whole:ty)*) => {
        $(impl From<$whole> for Argument<'_> {
            fn from(whole: $whole) -> Self {
                Argument::Number(Number::from(whole))
            }
        })*
    };
}

argument_from_number!(i8 i16 i32 i64 u8 u16 u32 u64 usize);
