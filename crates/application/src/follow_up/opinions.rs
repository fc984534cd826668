//! Voices from outside: who was asked and what they said, or why they were not asked.

use assessment::advice::{Opinion, Outsider};
use assessment::finding::DocumentOf;
use assessment::state::{FollowUp, Register, standing};
use assessment::{Change, OpinionId};

use super::links::{Unknown, date_or_none};
use super::terms::OUTSIDERS;
use crate::Application;
use crate::assessed::Assessed;
use crate::evidence::view;
use crate::problem::{Fact, Problem};
use crate::typed;
use crate::view::*;

impl Application {
    /// The opinions from outside, and whose is expected.
    ///
    /// # Errors
    /// When there is no such assessment.
    pub fn opinions_page(&mut self, input: OneAssessment) -> Result<OpinionsPage, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let words = assessed.words;
        let opinions = standing(&assessed.state.follow_up.opinions);
        let expected = Outsider::EXPECTED.map(|of| ExpectedOpinion {
            of: OUTSIDERS.word(of).to_owned(),
            label: words.outsider(of),
            settled: opinions.iter().any(|(_, opinion)| opinion.now.of == of),
        });
        Ok(OpinionsPage {
            subject: assessed.subject_name(),
            expected: expected.into(),
            opinions: opinions
                .into_iter()
                .map(|(id, opinion)| opinion_view(&assessed, id, &opinion.now))
                .collect(),
            outsiders: words.choices("outsider", OUTSIDERS.0.iter().map(|(word, _)| *word)),
        })
    }

    /// Writes an opinion down, or that none was asked.
    ///
    /// # Errors
    /// When somebody was not asked and it is not said why, or a word, date or text cannot be kept.
    pub fn record_opinion(&mut self, input: RecordOpinion) -> Result<Changed, Problem> {
        let assessment = self.assessed(&input.assessment)?.id;
        let opinion = opinion(&input.form)?;
        let change = Change::OpinionRecorded {
            assessment,
            opinion,
        };
        self.record_in(assessment, change)
    }

    /// Writes an opinion anew.
    ///
    /// # Errors
    /// As for [`record_opinion`](Self::record_opinion), and when there is no such opinion.
    pub fn revise_opinion(&mut self, input: ReviseOpinion) -> Result<Changed, Problem> {
        let (assessment, id, held) = self.written(register, &input.opinion, Unknown::Opinion)?;
        let now = opinion(&input.form)?;
        let differs = held.now != now;
        let change = Change::OpinionRevised {
            assessment,
            opinion: id,
            now,
        };
        self.record_if(differs, assessment, change)
    }

    /// Drops an opinion, with the reason.
    ///
    /// # Errors
    /// When there is no such opinion, or no reason.
    pub fn drop_opinion(&mut self, input: DropOpinion) -> Result<Changed, Problem> {
        let reason = typed::said(&input.reason, "reason")?;
        let (assessment, opinion, _) = self.written(register, &input.opinion, Unknown::Opinion)?;
        let change = Change::OpinionDropped {
            assessment,
            opinion,
            reason,
        };
        self.record_in(assessment, change)
    }
}

fn register(held: &FollowUp) -> &Register<OpinionId, Opinion> {
    &held.opinions
}

fn opinion(form: &OpinionForm) -> Result<Opinion, Problem> {
    let opinion = Opinion {
        of: typed::word(&OUTSIDERS, &form.of, "of")?,
        name: typed::line(&form.name, "name")?,
        asked: form.asked,
        because: typed::paragraphs(&form.because, "because")?,
        text: typed::paragraphs(&form.text, "text")?,
        date: date_or_none(form.date.as_deref(), "date")?,
    };
    if !opinion.asked && opinion.because.is_empty() {
        return Err(Fact::WhyNotAsked.about("because"));
    }
    if opinion.of == Outsider::Other && opinion.name.is_empty() {
        return Err(Fact::TextEmpty.about("name"));
    }
    Ok(opinion)
}

fn opinion_view(assessed: &Assessed<'_>, id: OpinionId, opinion: &Opinion) -> OpinionView {
    let words = assessed.words;
    let documents = assessed
        .state
        .follow_up
        .documents_of(DocumentOf::Opinion(id));
    let mut documents: Vec<_> = documents.collect();
    documents.sort_by_key(|(id, document)| (document.at, *id));
    OpinionView {
        id: id.to_string(),
        form: OpinionForm {
            of: OUTSIDERS.word(opinion.of).to_owned(),
            name: opinion.name.clone(),
            asked: opinion.asked,
            because: opinion.because.clone(),
            text: opinion.text.clone(),
            date: opinion.date.map(|date| date.to_string()),
        },
        of_label: words.outsider(opinion.of),
        asked_label: words.text(match (opinion.asked, opinion.text.is_empty()) {
            (false, _) => "follow-up-opinion-not-asked",
            (true, true) => "follow-up-opinion-awaited",
            (true, false) => "follow-up-opinion-given",
        }),
        date_text: opinion.date.map(|date| words.date(date)),
        documents: documents
            .into_iter()
            .map(|(id, document)| view(words, id, &document.evidence, document.at))
            .collect(),
    }
}
