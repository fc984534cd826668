//! How each language writes numbers, dates and lists.
//!
//! A small table instead of a locale library: two languages, one calendar, whole numbers and one decimal. Time zones
//! are not known here; a caller passes the local date and time.

use jiff::civil::{Date, DateTime};
use questionnaire::Language;

const DUTCH_MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A number as this program shows it: exactly, never as a binary fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Number {
    /// A whole number.
    Whole(i64),
    /// A number with one decimal, counted in tenths: 725 is 72.5.
    Tenths(i64),
}

macro_rules! number_from {
    ($($lossless:ty)*) => {
        $(impl From<$lossless> for Number {
            fn from(whole: $lossless) -> Self {
                Number::Whole(i64::from(whole))
            }
        })*
    };
}

number_from!(i8 i16 i32 i64 u8 u16 u32);

impl From<usize> for Number {
    fn from(whole: usize) -> Self {
        Number::Whole(i64::try_from(whole).unwrap_or(i64::MAX))
    }
}

impl From<u64> for Number {
    fn from(whole: u64) -> Self {
        Number::Whole(i64::try_from(whole).unwrap_or(i64::MAX))
    }
}

/// A number with the language's separators: `1.234,5` or `1,234.5`.
#[must_use]
pub fn number(language: Language, number: impl Into<Number>) -> String {
    let (thousands, decimal) = match language {
        Language::Nl => ('.', ','),
        Language::En => (',', '.'),
    };
    let number = number.into();
    let (negative, whole, tenth) = match number {
        Number::Whole(whole) => (whole < 0, whole.unsigned_abs(), None),
        Number::Tenths(tenths) => (
            tenths < 0,
            tenths.unsigned_abs() / 10,
            Some(tenths.unsigned_abs() % 10),
        ),
    };
    let digits = whole.to_string();
    let mut written = String::from(if negative { "-" } else { "" });
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push(thousands);
        }
        written.push(digit);
    }
    if let Some(tenth) = tenth {
        written.push(decimal);
        written.push_str(&tenth.to_string());
    }
    written
}

/// A date in full: `21 november 2026` or `21 November 2026`.
#[must_use]
pub fn date(language: Language, date: Date) -> String {
    let months = match language {
        Language::Nl => &DUTCH_MONTHS,
        Language::En => &ENGLISH_MONTHS,
    };
    let month = usize::try_from(date.month() - 1)
        .ok()
        .and_then(|index| months.get(index))
        .copied();
    format!(
        "{} {} {}",
        date.day(),
        month.unwrap_or_default(),
        date.year()
    )
}

/// A date with the time to the minute: `21 november 2026 om 14:32` or `21 November 2026 at 14:32`.
#[must_use]
pub fn date_time(language: Language, moment: DateTime) -> String {
    let at = match language {
        Language::Nl => "om",
        Language::En => "at",
    };
    format!(
        "{} {at} {:02}:{:02}",
        date(language, moment.date()),
        moment.hour(),
        moment.minute()
    )
}

/// An enumeration in a sentence: `a, b en c` or `a, b and c`.
#[must_use]
pub fn list(language: Language, items: &[impl AsRef<str>]) -> String {
    let and = match language {
        Language::Nl => " en ",
        Language::En => " and ",
    };
    let Some((last, others)) = items.split_last() else {
        return String::new();
    };
    let others = others
        .iter()
        .map(AsRef::as_ref)
        .collect::<Vec<_>>()
        .join(", ");
    let joint = if others.is_empty() { "" } else { and };
    format!("{others}{joint}{}", last.as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{En, Nl};

    #[test]
    fn numbers_are_grouped_by_three() {
        assert_eq!(number(Nl, 0), "0");
        assert_eq!(number(Nl, 999), "999");
        assert_eq!(number(Nl, 1_234_567), "1.234.567");
        assert_eq!(number(En, -1_234), "-1,234");
    }

    #[test]
    fn one_decimal_is_always_written() {
        assert_eq!(number(Nl, Number::Tenths(12_345)), "1.234,5");
        assert_eq!(number(En, Number::Tenths(12_345)), "1,234.5");
        assert_eq!(number(En, Number::Tenths(1_000)), "100.0");
        assert_eq!(number(Nl, Number::Tenths(-5)), "-0,5");
    }

    #[test]
    fn dates_name_the_month() {
        let day = jiff::civil::date(2026, 11, 21);
        assert_eq!(date(Nl, day), "21 november 2026");
        assert_eq!(date(En, day), "21 November 2026");
        assert_eq!(date(Nl, jiff::civil::date(2026, 1, 2)), "2 januari 2026");
        assert_eq!(
            date(En, jiff::civil::date(2026, 12, 31)),
            "31 December 2026"
        );
    }

    #[test]
    fn times_have_two_digits() {
        let moment = jiff::civil::date(2026, 11, 21).at(9, 5, 59, 0);
        assert_eq!(date_time(Nl, moment), "21 november 2026 om 09:05");
        assert_eq!(date_time(En, moment), "21 November 2026 at 09:05");
    }

    #[test]
    fn lists_end_with_and() {
        assert_eq!(list(Nl, &["a", "b", "c"]), "a, b en c");
        assert_eq!(list(En, &["a", "b", "c"]), "a, b and c");
        assert_eq!(list(Nl, &["a", "b"]), "a en b");
        assert_eq!(list(Nl, &["a"]), "a");
        assert_eq!(list(Nl, &[] as &[&str]), "");
    }
}
