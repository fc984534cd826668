//! Where an assessment stands, and closing it: adopting, withdrawing, reopening.
//!
//! What was signed is never changed. Work that goes on after a signature opens the assessment again,
//! and whoever does it is told so. One that was adopted or withdrawn is closed: it takes no work until
//! it is reopened, with a reason.

use assessment::standing::{Reopened, Standing, Status, standing};
use assessment::state::Closing;
use assessment::{Change, EventId};

use super::missing::missing_points;
use crate::assessed::Assessed;
use crate::history_page::sentence;
use crate::keeping::copying::not_back;
use crate::problem::{Fact, Problem};
use crate::report_page::mark;
use crate::typed;
use crate::view::*;
use crate::words::{WordList, Words};
use crate::{Application, count};

const STATUSES: WordList<Status> = WordList(&[
    ("concept", Status::Concept),
    ("ready_to_sign", Status::ReadyToSign),
    ("signed", Status::Signed),
    ("adopted", Status::Adopted),
    ("withdrawn", Status::Withdrawn),
]);

/// How many sentences about what has been done since a signature are shown.
const MOST_SENTENCES: usize = 100;

impl Application {
    /// Where an assessment stands, and what it lacks.
    ///
    /// # Errors
    /// When there is no such assessment.
    pub fn standing_page(&mut self, input: OneAssessment) -> Result<StandingView, Problem> {
        standing_view(&self.assessed(&input.assessment)?)
    }

    /// Writes down that the organisation made an assessment its own.
    ///
    /// # Errors
    /// When it was not signed, or is adopted already; or when somebody who was expected to sign has not,
    /// and no reason is given.
    pub fn adopt_assessment(&mut self, input: AdoptAssessment) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let status = standing_of(&assessed)?.status;
        if status != Status::Signed {
            return Err(Fact::NotAdoptable {
                status: assessed.words.status(status),
            }
            .into());
        }
        let because = typed::paragraphs(&input.because, "because")?;
        let awaited = awaited(&assessed);
        if !awaited.is_empty() && because.is_empty() {
            let names = messages::list(assessed.words.language, awaited);
            return Err(Fact::WhyNotAllSigned { names }.about("because"));
        }
        let assessment = assessed.id;
        let change = Change::AssessmentAdopted {
            assessment,
            date: typed::date(&input.date, "date")?,
            by: typed::name(&input.by, "by")?,
            because,
            heads: assessed.open.fingerprint().heads,
        };
        self.close(assessment, change)
    }

    /// Withdraws an assessment, with the reason: it stays, and no longer counts.
    ///
    /// # Errors
    /// When it was withdrawn already, or no reason is given.
    pub fn withdraw_assessment(&mut self, input: WithdrawAssessment) -> Result<Changed, Problem> {
        let reason = typed::said(&input.reason, "reason")?;
        let assessed = self.assessed(&input.assessment)?;
        let status = standing_of(&assessed)?.status;
        if status == Status::Withdrawn {
            return Err(Fact::WithdrawnAlready.into());
        }
        let assessment = assessed.id;
        self.close(
            assessment,
            Change::AssessmentWithdrawn { assessment, reason },
        )
    }

    /// Takes a signed, adopted or withdrawn assessment up again, with the reason.
    ///
    /// # Errors
    /// When there is nothing to reopen, or no reason is given.
    pub fn reopen_assessment(&mut self, input: ReopenAssessment) -> Result<Changed, Problem> {
        let reason = typed::said(&input.reason, "reason")?;
        let assessed = self.assessed(&input.assessment)?;
        let status = standing_of(&assessed)?.status;
        if !is_settled(status) {
            return Err(Fact::NotReopenable {
                status: assessed.words.status(status),
            }
            .into());
        }
        let assessment = assessed.id;
        self.close(
            assessment,
            Change::AssessmentReopened { assessment, reason },
        )
    }

    fn close(
        &mut self,
        assessment: assessment::AssessmentId,
        change: Change,
    ) -> Result<Changed, Problem> {
        self.record(
            change,
            vec![super::links::topic(assessment), Topic::Subjects],
        )
    }

    /// What there is to know about a change of an assessment that was signed: that it is open again.
    pub(crate) fn unsettling(&self, change: &Change) -> Option<String> {
        let id = change.assessment().filter(|_| change.is_signed_for())?;
        let held = self.open().ok()?.state().assessments.get(&id)?;
        if held.reports.is_empty() {
            return None;
        }
        let assessed = self.assessed(&id.to_string()).ok()?;
        let is_signed = standing_of(&assessed).ok()?.status == Status::Signed;
        is_signed.then(|| assessed.words.text("follow-up-was-signed"))
    }
}

fn is_settled(status: Status) -> bool {
    matches!(status, Status::Signed | Status::Adopted | Status::Withdrawn)
}

impl Words {
    fn status(self, status: Status) -> String {
        self.term("status", STATUSES.word(status))
    }
}

/// Where an assessment stands.
pub(super) fn standing_of(assessed: &Assessed<'_>) -> Result<Standing, Problem> {
    let state = assessed.open.state();
    standing(
        assessed.questionnaire,
        state,
        assessed.id,
        &assessed.outcome,
    )
    .ok_or_else(|| Problem::fault_saying(format!("no standing of {}", assessed.id)))
}

/// The word and the words for where an assessment stands.
pub(crate) fn status_of(assessed: &Assessed<'_>) -> Result<(String, String), Problem> {
    let status = standing_of(assessed)?.status;
    Ok((
        STATUSES.word(status).to_owned(),
        assessed.words.status(status),
    ))
}

/// Where an assessment stands, in words.
pub(crate) fn standing_view(assessed: &Assessed<'_>) -> Result<StandingView, Problem> {
    let words = assessed.words;
    let standing = standing_of(assessed)?;
    let missing = missing_points(assessed, &standing.missing);
    let status = standing.status;
    Ok(StandingView {
        status: STATUSES.word(status).to_owned(),
        label: words.status(status),
        since: standing.since.map(|event| since(assessed, status, event)),
        reopened: standing.reopened.map(|how| reopened(assessed, how)),
        required: count(missing.iter().filter(|point| point.required).count()),
        missing,
        since_signed: since_signed(assessed),
        waiting: waiting(assessed),
        copies_out: match status {
            Status::Adopted | Status::Withdrawn => Vec::new(),
            _ => copies_out(assessed),
        },
        awaited: if is_settled(status) {
            awaited(assessed).to_vec()
        } else {
            Vec::new()
        },
        can_adopt: status == Status::Signed,
        can_withdraw: status != Status::Withdrawn,
        can_reopen: is_settled(status),
    })
}

/// Who was expected to sign the report that was signed last and has not.
fn awaited<'a>(assessed: &Assessed<'a>) -> &'a [String] {
    let report = assessed.state.reports.last();
    report.map_or(&[], |report| report.awaited.as_slice())
}

/// Since when it is settled, by whom and why.
fn since(assessed: &Assessed<'_>, status: Status, event: EventId) -> String {
    let words = assessed.words;
    match (status, &assessed.state.conclusion.closed) {
        (
            Status::Adopted,
            Some(Closing::Adopted {
                date, by, because, ..
            }),
        ) => {
            let key = match because.as_str() {
                "" => "follow-up-since-adopted",
                _ => "follow-up-since-adopted-because",
            };
            words.format(
                key,
                &[
                    ("date", words.date(*date).into()),
                    ("by", by.as_str().into()),
                    ("because", because.as_str().into()),
                ],
            )
        }
        (Status::Withdrawn, Some(Closing::Withdrawn { at, reason, .. })) => words.format(
            "follow-up-since-withdrawn",
            &[
                ("at", words.moment(*at).into()),
                ("reason", reason.as_str().into()),
            ],
        ),
        _ => {
            let reports = &assessed.state.reports;
            let report = reports.iter().find(|report| report.event == event);
            let Some(report) = report else {
                return words.status(status);
            };
            let signers = messages::list(words.language, &report.signers);
            words.format(
                "follow-up-since-signed",
                &[
                    ("at", words.moment(report.at).into()),
                    ("signers", signers.into()),
                ],
            )
        }
    }
}

fn reopened(assessed: &Assessed<'_>, how: Reopened) -> String {
    let words = assessed.words;
    match how {
        Reopened::WithReason(event) => {
            let mut reopenings = assessed.state.conclusion.reopened.iter();
            let Some(told) = reopenings.find(|reopening| reopening.event == event) else {
                return words.text("follow-up-reopened");
            };
            words.format(
                "follow-up-reopened-with-reason",
                &[
                    ("at", words.moment(told.at).into()),
                    ("reason", told.reason.as_str().into()),
                ],
            )
        }
        Reopened::ByWork(event) => {
            let mut events = assessed.open.events().iter();
            let Some(event) = events.find(|it| it.id == event) else {
                return words.text("follow-up-reopened");
            };
            words.format(
                "follow-up-reopened-by-work",
                &[
                    ("at", words.moment(event.at).into()),
                    ("what", sentence(assessed.open, words, event).into()),
                ],
            )
        }
    }
}

/// What has been done in the assessment since a report of it was signed last, the latest first.
fn since_signed(assessed: &Assessed<'_>) -> Vec<String> {
    let open = assessed.open;
    let Some(report) = assessed.state.reports.last() else {
        return Vec::new();
    };
    let since = open.since(&mark(report)).unwrap_or_default();
    let of_this = since.into_iter().rev().filter(|event| {
        let change = event.change.as_ref();
        change.is_some_and(|change| {
            !matches!(change, Change::ReportSigned { .. })
                && change.assessment() == Some(assessed.id)
                && !open.state().waits(event.id)
        })
    });
    of_this
        .take(MOST_SENTENCES)
        .map(|event| sentence(open, assessed.words, event))
        .collect()
}

/// The copies that are out, in words.
fn copies_out(assessed: &Assessed<'_>) -> Vec<String> {
    let open = assessed.open;
    let copies = open.state().copies_in_order().into_iter();
    copies
        .filter(|(_, copy)| copy.is_out())
        .map(|(_, copy)| not_back(open, assessed.words, copy))
        .collect()
}

/// What came in for the assessment after it was adopted without it, the latest first.
fn waiting(assessed: &Assessed<'_>) -> Vec<String> {
    let open = assessed.open;
    let waiting = open.state().waiting(assessed.id);
    let events = open.events().iter().rev();
    events
        .filter(|event| waiting.contains(&event.id))
        .take(MOST_SENTENCES)
        .map(|event| sentence(open, assessed.words, event))
        .collect()
}
