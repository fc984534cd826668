//! Where the application stands on each legal duty that applies to it.
//!
//! A legal point is never averaged away: it is not a score and no score can hide it. What a gap
//! means for a particular organisation is for a lawyer; this module reports what the committee's
//! own answers say.

use std::collections::BTreeSet;

use jiff::civil::Date;
use questionnaire::{DutyHolderId, EvidenceStrength, Flag, QuestionId, Score, Thresholds};
use serde::Serialize;

use super::AskedQuestion;

/// How an active legal duty is answered on the date of the assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LegalStanding {
    /// All that the duty asks is in place.
    Met,
    /// In force, and nothing is in place.
    Open,
    /// In force, and part of it is in place.
    Partly,
    /// In force, and not answered.
    Unknown,
    /// Not yet in force and not fully in place; it starts soon enough to count in the verdict.
    UpcomingNear,
    /// Not yet in force and not fully in place.
    Upcoming,
}

/// A legal duty that is active: asked, applicable, and binding under its own condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LegalPoint {
    /// The question that asks about it.
    pub question: QuestionId,
    /// How it is answered.
    pub standing: LegalStanding,
    /// The first day on which the duty applies, if it is dated.
    pub applies_from: Option<Date>,
    /// How many days after the date of the assessment that is; negative once it applies.
    pub days_until: Option<i64>,
    /// Whom it binds.
    pub holders: Vec<DutyHolderId>,
    /// What the answer is worth, if there is one.
    pub score: Option<Score>,
    /// How well the answer is supported, if anything was said about it.
    pub evidence_strength: Option<EvidenceStrength>,
}

/// The legal points of an assessment.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Legal {
    /// All active points in the order of the questionnaire.
    pub points: Vec<LegalPoint>,
}

impl Legal {
    /// The points with this standing.
    pub fn with(&self, standing: LegalStanding) -> impl Iterator<Item = &LegalPoint> {
        self.points
            .iter()
            .filter(move |point| point.standing == standing)
    }

    /// Open gaps: each one makes the verdict red.
    pub fn open(&self) -> impl Iterator<Item = &LegalPoint> {
        self.with(LegalStanding::Open)
    }

    /// Partly open gaps.
    pub fn partly(&self) -> impl Iterator<Item = &LegalPoint> {
        self.with(LegalStanding::Partly)
    }

    /// Points in force that were not answered.
    pub fn unknown(&self) -> impl Iterator<Item = &LegalPoint> {
        self.with(LegalStanding::Unknown)
    }

    /// All upcoming gaps, the near ones included.
    pub fn upcoming(&self) -> impl Iterator<Item = &LegalPoint> {
        self.points.iter().filter(|point| {
            matches!(
                point.standing,
                LegalStanding::Upcoming | LegalStanding::UpcomingNear
            )
        })
    }

    /// The upcoming gaps that are near.
    pub fn upcoming_near(&self) -> impl Iterator<Item = &LegalPoint> {
        self.with(LegalStanding::UpcomingNear)
    }

    /// Points answered with all in place while the evidence is absent or only stated: the report
    /// says how many there are, and nothing else follows from it.
    pub fn met_on_little_evidence(&self) -> impl Iterator<Item = &LegalPoint> {
        self.with(LegalStanding::Met).filter(|point| {
            point.evidence_strength.unwrap_or(EvidenceStrength::None) <= EvidenceStrength::Stated
        })
    }
}

pub(super) fn legal(
    asked: &[AskedQuestion<'_>],
    flags: &BTreeSet<Flag>,
    date: Date,
    thresholds: Thresholds,
) -> Legal {
    let points = asked
        .iter()
        .filter_map(|asked| legal_point(asked, flags, date, thresholds))
        .collect();
    Legal { points }
}

fn legal_point(
    asked: &AskedQuestion<'_>,
    flags: &BTreeSet<Flag>,
    date: Date,
    thresholds: Thresholds,
) -> Option<LegalPoint> {
    let duty = asked.question.legal_duty()?;
    let binds = duty
        .only_if
        .as_ref()
        .is_none_or(|condition| condition.holds(flags));
    if !binds || asked.is_not_applicable() {
        return None;
    }
    let days_until = duty.applies_from.map(|start| days_between(date, start));
    let near = i64::from(thresholds.upcoming_near_days);
    let standing = match (days_until, asked.worth) {
        (_, Some(Score::ONE)) => LegalStanding::Met,
        (Some(days), _) if days > near => LegalStanding::Upcoming,
        (Some(days), _) if days > 0 => LegalStanding::UpcomingNear,
        (_, None) => LegalStanding::Unknown,
        (_, Some(Score::ZERO)) => LegalStanding::Open,
        (_, Some(_)) => LegalStanding::Partly,
    };
    Some(LegalPoint {
        question: asked.question.id.clone(),
        standing,
        applies_from: duty.applies_from,
        days_until,
        holders: duty.holders.clone(),
        score: asked.worth,
        evidence_strength: asked.judged.and_then(|judged| judged.evidence_strength),
    })
}

/// The number of days from `from` to `to`.
fn days_between(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}
