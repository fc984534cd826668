//! The quick scan: the few questions that say most, in half an hour. Its answers are ordinary answers.

use assessment::outcome::LegalStanding;
use assessment::progress::quick_scan;
use questionnaire::QuestionId;

use crate::assessed::Assessed;
use crate::problem::Problem;
use crate::results;
use crate::view::*;
use crate::{Application, count};

impl Application {
    /// The quick scan: its questions, how far it is, and what it shows.
    ///
    /// # Errors
    /// When there is no such assessment.
    pub fn quick_scan_page(&mut self, input: OneAssessment) -> Result<QuickScanPage, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let outcome = &assessed.outcome;
        let scan = &outcome.quick_scan;
        let progress = quick_scan(assessed.questionnaire, outcome);
        let profile = outcome.intake.iter();
        let profile = profile.filter(|_| assessed.questionnaire.quick_scan.intake);
        let profile = profile.filter_map(|id| question(&assessed, id, true));
        let asked = scan.asked.iter();
        let asked = asked.filter_map(|id| question(&assessed, id, false));
        let (unknown, unmet): (Vec<_>, Vec<_>) = scan
            .legal
            .iter()
            .partition(|point| point.standing == LegalStanding::Unknown);
        Ok(QuickScanPage {
            subject: assessed.subject_name(),
            questions: profile.chain(asked).collect(),
            asked: count(progress.asked),
            most: count(progress.most),
            settled: count(progress.settled),
            profile_open: count(progress.profile_open),
            minutes_left: count(progress.minutes_left),
            next: progress.next.map(|next| next.to_string()),
            legal: results::legal(&assessed, unmet.into_iter()),
            legal_unknown: results::legal(&assessed, unknown.into_iter()),
            key_points: results::points(&assessed, &scan.missing_key_points, results::first_step),
            note: assessed.words.text("follow-up-quick-scan-note"),
            left_out: (progress.profile_open == 0).then(|| left_out(&assessed)),
        })
    }
}

fn left_out(assessed: &Assessed<'_>) -> QuickScanLeftOut {
    let outcome = &assessed.outcome;
    let scanned = |id: &QuestionId| outcome.quick_scan.asked.contains(id);
    let sections = assessed.questionnaire.sections.iter().filter(|section| {
        let mut asked = section.questions.iter().map(|question| &question.id);
        let is_asked = |id: &QuestionId| outcome.asked.contains(id);
        asked.clone().any(is_asked) && !asked.any(scanned)
    });
    let legal = outcome.legal.points.iter();
    QuickScanLeftOut {
        questions: count(outcome.asked.iter().filter(|id| !scanned(id)).count()),
        legal: count(legal.filter(|point| !scanned(&point.question)).count()),
        sections: sections
            .map(|section| section.title.get(assessed.words.language).to_owned())
            .collect(),
    }
}

fn question(assessed: &Assessed<'_>, id: &QuestionId, profile: bool) -> Option<QuickScanQuestion> {
    let question = assessed.questionnaire.question(id)?;
    Some(QuickScanQuestion {
        question: assessed.question_link(question),
        profile,
        state: assessed.answer_state(id),
        answer: assessed.answer_in_words(question),
        legal: assessed.is_legal_point(question),
    })
}
