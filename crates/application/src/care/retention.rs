//! How long a dossier is kept, and the reminder that its last day comes near.
//!
//! The program only reminds. What happens on that day is for people to decide.

use assessment::Change;
use jiff::civil::Date;

use crate::Application;
use crate::problem::Problem;
use crate::typed;
use crate::view::*;
use crate::words::Words;

/// From so many days before the last one there is a reminder.
const BEFORE: i32 = 30;

impl Application {
    /// Chooses how long the dossier is kept, and why. A day in the past is taken as it is: the reminder
    /// then says so.
    ///
    /// # Errors
    /// When the date is none or no reason is given.
    pub fn choose_retention(&mut self, input: ChooseRetention) -> Result<Changed, Problem> {
        let until = typed::date(&input.until, "until")?;
        let reason = typed::name(&input.reason, "reason")?;
        let open = self.open()?;
        let path = open.path().to_owned();
        let now = &open.state().retention;
        if now
            .as_ref()
            .is_some_and(|now| now.until == until && now.reason == reason)
        {
            return Ok(self.changed(Vec::new()));
        }
        let mut changed =
            self.record(Change::RetentionChosen { until, reason }, vec![Topic::Care])?;
        self.memory.is_kept_until(&path, Some(until));
        let today = self.surroundings.now().date();
        changed.notice = reminder(self.words(), until, today);
        Ok(changed)
    }

    /// The reminder for the dossier that is open, if it is time for one.
    pub(crate) fn reminder(&mut self) -> Option<String> {
        let today = self.surroundings.now().date();
        let retention = self.open.as_ref()?.state().retention.as_ref()?;
        reminder(self.words(), retention.until, today)
    }
}

/// How many days are left until the last one; negative after it.
pub(super) fn days_left(until: Date, today: Date) -> i32 {
    // Two dates of the calendar are never too far apart for a span of days.
    (until - today).get_days()
}

/// That the last day is near, has come or has passed, in words.
pub(crate) fn reminder(words: Words, until: Date, today: Date) -> Option<String> {
    let days = days_left(until, today);
    let key = match days {
        ..0 => "care-retention-passed",
        0 => "care-retention-today",
        1..=BEFORE => "care-retention-near",
        _ => return None,
    };
    let arguments = [
        ("until", words.date(until).into()),
        ("days", i64::from(days.abs()).into()),
    ];
    Some(words.format(key, &arguments))
}

#[cfg(test)]
mod tests {
    use messages::Language;

    use super::*;

    #[test]
    fn a_reminder_comes_thirty_days_before_and_stays() {
        let today: Date = "2026-11-21".parse().unwrap();
        for language in Language::ALL {
            let words = Words::new(language);
            #[track_caller]
            fn check(words: Words, until: &str, today: Date, expect: Option<&str>) {
                let told = reminder(words, until.parse().unwrap(), today);
                match expect {
                    None => assert_eq!(told, None),
                    Some(part) => assert!(told.unwrap().contains(part)),
                }
            }
            check(words, "2026-12-22", today, None);
            check(words, "2026-12-21", today, Some("30"));
            check(words, "2026-11-22", today, Some("2026"));
            check(words, "2026-11-21", today, Some("2026"));
            check(words, "2016-11-21", today, Some("2016"));
            check(words, "9999-12-31", today, None);
        }
    }
}
