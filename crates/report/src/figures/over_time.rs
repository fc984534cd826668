//! What happens over time: the actions by their dates, and how the assessments of an application
//! went.

use assessment::finding::ActionStatus;
use jiff::civil::Date;
use messages::catalogue;

use super::shown;
use crate::charts::{Mark, Moment, Score, Timeline, Tone, Trend, TrendPoint};
use crate::data::{ActionData, ReportData, Verdict};
use crate::private::Private;

/// How many assessments are drawn; the table has them all.
const MOST: usize = 12;
/// How many actions are drawn, those that are not done first; the table has them all.
const MOST_ACTIONS: usize = 24;
/// How much of an action stands beside its date, in characters.
const WORDS: usize = 160;

/// The actions that have a date and were not dropped, and the day of the report among them.
pub(super) fn actions(data: &ReportData) -> Timeline {
    let texts = catalogue(data.language);
    let today = data.as_of.date();
    let mut dated: Vec<(Date, &ActionData)> = dated(data).collect();
    dated.sort_by_key(|(due, action)| (action.status.is_closed(), *due));
    dated.truncate(MOST_ACTIONS);
    let mut moments: Vec<(Date, Mark, String, Tone)> = dated
        .into_iter()
        .map(|(due, action)| {
            let status = texts.text(status(action.status));
            let closed = action.status.is_closed();
            let (status, tone) = match action.status {
                ActionStatus::Done => (status, Tone::Positive),
                _ if due < today && !closed => {
                    let late = [("status", status.into())];
                    (texts.format("report-actions-late", &late), Tone::Critical)
                }
                _ => (status, Tone::Neutral),
            };
            let label = format!("{} · {status} · {}", action.mark, short(&action.text));
            let mark = if closed { Mark::Done } else { Mark::Open };
            (due, mark, label, tone)
        })
        .collect();
    if !moments.is_empty() {
        let here = texts.text("report-actions-today");
        moments.push((today, Mark::Now, here, Tone::Neutral));
    }
    moments.sort_by_key(|(date, mark, ..)| (*date, *mark != Mark::Now));
    let epoch = Date::constant(2000, 1, 1);
    let moment = |(date, mark, label, tone): (Date, Mark, String, Tone)| Moment {
        when: messages::date(data.language, date),
        day: epoch.until(date).map_or(0, |span| span.get_days()),
        label,
        mark,
        tone,
    };
    Timeline {
        moments: moments.into_iter().map(moment).collect(),
    }
}

/// The same in words.
pub(super) fn actions_in_words(data: &ReportData) -> String {
    let texts = catalogue(data.language);
    let moments = actions(data).moments.into_iter();
    let told: Vec<String> = moments
        .map(|moment| format!("{}: {}", moment.when, moment.label))
        .collect();
    let told = [("values", told.join("; ").into())];
    texts.format("report-actions-alternative", &told)
}

/// Whether there is an action to draw.
pub(crate) fn has_dated_actions(data: &ReportData) -> bool {
    dated(data).next().is_some()
}

fn dated(data: &ReportData) -> impl Iterator<Item = (Date, &ActionData)> {
    let shown = data.follow_up.actions.iter().filter_map(Private::shown);
    shown
        .filter(|action| action.status != ActionStatus::Dropped)
        .filter_map(|action| Some((action.due?, action)))
}

fn status(status: ActionStatus) -> &'static str {
    match status {
        ActionStatus::Open => "report-action-open",
        ActionStatus::UnderWay => "report-action-under-way",
        ActionStatus::Done => "report-action-done",
        ActionStatus::Dropped => "report-action-dropped",
    }
}

/// The beginning of a text, in one line: the table has the whole.
fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(WORDS) {
        None => line,
        Some((end, _)) => {
            let head = line.get(..end).unwrap_or_default();
            let whole_words = head.rsplit_once(' ').map_or(head, |(words, _)| words);
            format!("{whole_words} …")
        }
    }
}

/// The latest assessments, this one included.
pub(super) fn trend(data: &ReportData) -> Trend {
    let all = &data.results.trend;
    let latest = all.iter().skip(all.len().saturating_sub(MOST));
    Trend {
        points: latest
            .map(|point| TrendPoint {
                when: messages::date(data.language, point.date),
                score: point.total.map(|value| Score {
                    value,
                    shown: shown(Some(value), data.language),
                }),
                tone: match point.verdict {
                    Verdict::Red => Tone::Critical,
                    Verdict::Amber => Tone::Caution,
                    Verdict::Green => Tone::Positive,
                },
            })
            .collect(),
        without_score: catalogue(data.language).text("report-no-score"),
    }
}

/// The same in words.
pub(super) fn trend_in_words(data: &ReportData) -> String {
    let Trend {
        points,
        without_score,
    } = trend(data);
    let told: Vec<String> = points
        .into_iter()
        .map(|point| {
            let score = point
                .score
                .map_or(without_score.clone(), |score| score.shown);
            format!("{}: {score}", point.when)
        })
        .collect();
    let told = [("values", told.join("; ").into())];
    catalogue(data.language).format("report-trend-alternative", &told)
}
