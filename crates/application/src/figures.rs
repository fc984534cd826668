//! What programs read: the questions that are asked, the scores, the check of a file. Plain data in a
//! fixed form, in no language.

use std::collections::BTreeMap;
use std::path::Path;

use assessment::outcome::{LegalPoint, ShownScore};
use dossier::{At, Dossier};
use questionnaire::QuestionId;
use serde::Serialize;

use crate::assessed::Assessed;
use crate::keeping::tail::Tail;
use crate::open::whole;
use crate::problem::Problem;
use crate::view::OneAssessment;
use crate::{Application, count, damage};

/// A question that is asked now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AskedQuestion {
    /// Its id.
    pub id: String,
    /// `intake` or `assessment`.
    pub kind: &'static str,
    /// The type of its answer: `maturity`, `yes_partly_no_na`, `single_choice`, `multiple_choice`,
    /// `number` or `free_text`.
    #[serde(rename = "type")]
    pub answer_type: &'static str,
    /// The values that can be chosen; none for a number or text.
    pub options: Vec<String>,
    /// Whether it has an answer that settles it.
    pub answered: bool,
    /// The question, for people.
    #[serde(skip)]
    pub text: String,
}

/// An assessment in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListedAssessment {
    /// Its identity.
    pub id: String,
    /// The name of the AI application.
    pub subject: String,
    /// The date that decides which duties apply.
    pub date: String,
    /// `id@version`, the version in full.
    pub questionnaire: String,
    /// How many questions are asked, intake included.
    pub asked: u32,
    /// How many of them are settled.
    pub answered: u32,
}

/// The scores of an assessment.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Scores {
    /// How many assessment questions are asked.
    pub asked: u32,
    /// How many of them are settled.
    pub answered: u32,
    /// The total, with one decimal; nothing when too few questions apply.
    pub total: Option<f64>,
    /// By section.
    pub themes: BTreeMap<String, Option<f64>>,
    /// By number of the promise.
    pub promises: BTreeMap<String, Option<f64>>,
    /// `red`, `amber` or `green`.
    pub verdict: &'static str,
    /// Whether questions are open.
    pub provisional: bool,
    /// The legal points that are not met.
    pub legal: LegalFigures,
    /// Missing key points.
    pub key_points: Vec<String>,
}

/// The legal points that are not met, by question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LegalFigures {
    /// In force and not met.
    pub open: Vec<String>,
    /// In force and met in part.
    pub partly: Vec<String>,
    /// In force and not answered.
    pub unknown: Vec<String>,
    /// Not yet in force and not fully met.
    pub upcoming: Vec<String>,
}

impl Application {
    /// The assessments in the order in which they were started.
    ///
    /// # Errors
    /// When no dossier is open.
    pub fn assessments(&self) -> Result<Vec<ListedAssessment>, Problem> {
        let open = self.open()?;
        let ids = open.state().assessments_in_order();
        ids.into_iter()
            .map(|(id, state)| {
                let assessed = Assessed::new(open, id, self.words())?;
                let (asked, answered) = assessed.asked_and_settled();
                let pinned = &state.questionnaire;
                Ok(ListedAssessment {
                    id: id.to_string(),
                    subject: assessed.subject_name(),
                    date: state.date.to_string(),
                    questionnaire: format!("{}@{}", pinned.id, pinned.version),
                    asked,
                    answered,
                })
            })
            .collect()
    }

    /// The questions that are asked now, in order.
    ///
    /// # Errors
    /// When there is no such assessment.
    pub fn asked_questions(&self, input: &OneAssessment) -> Result<Vec<AskedQuestion>, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        Ok(assessed
            .asked()
            .iter()
            .map(|question| AskedQuestion {
                id: question.id.to_string(),
                kind: question.kind().as_str(),
                answer_type: question.answer.type_name(),
                options: question.choices(),
                answered: assessed.is_settled(&question.id),
                text: assessed.words.of(&question.text),
            })
            .collect())
    }

    /// The scores as they stand.
    ///
    /// # Errors
    /// When there is no such assessment.
    pub fn scores(&self, input: &OneAssessment) -> Result<Scores, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let outcome = &assessed.outcome;
        Ok(Scores {
            asked: count(outcome.asked.len()),
            answered: count(outcome.answered.len()),
            total: outcome.total.score.map(ShownScore::value),
            themes: outcome
                .sections
                .iter()
                .map(|section| {
                    let score = section.tally.score.map(ShownScore::value);
                    (section.section.to_string(), score)
                })
                .collect(),
            promises: outcome
                .promises
                .iter()
                .map(|promise| {
                    let score = promise.tally.score.map(ShownScore::value);
                    (promise.promise.to_string(), score)
                })
                .collect(),
            verdict: outcome.verdict.colour.as_str(),
            provisional: outcome.verdict.provisional,
            legal: LegalFigures {
                open: legal(outcome.legal.open()),
                partly: legal(outcome.legal.partly()),
                unknown: legal(outcome.legal.unknown()),
                upcoming: legal(outcome.legal.upcoming()),
            },
            key_points: ids(&outcome.missing_key_points),
        })
    }

    /// How many events the open dossier has.
    ///
    /// # Errors
    /// When none is open.
    pub fn event_count(&self) -> Result<u64, Problem> {
        Ok(self.open()?.state().events)
    }

    /// The language that the committee works in: `nl` or `en`.
    ///
    /// # Errors
    /// When no dossier is open.
    pub fn committee_language(&self) -> Result<String, Problem> {
        Ok(self.open()?.state().language.tag().to_owned())
    }

    /// The date on the wall.
    pub fn today(&mut self) -> String {
        self.surroundings.now().date().to_string()
    }

    /// Checks a dossier from beginning to end without opening it for work, and holds its end against its
    /// backups and signed reports. Damage is not an error
    /// here but part of the answer.
    ///
    /// # Errors
    /// When there is nothing to check: no dossier, a newer one, one that somebody is writing in.
    pub fn check_dossier(&mut self, path: &Path) -> Result<DossierCheck, Problem> {
        let secret = self.secret(None)?;
        let at = At::with(path, secret.as_ref());
        // What does not hold is compared with nothing.
        let dossier = whole(at, &mut self.surroundings, Dossier::open_to_read).ok();
        // A passphrase takes its time, which is spent once.
        let at = match &dossier {
            Some(dossier) => At::like(path, dossier),
            None => at,
        };
        let machine = whole(at, &mut self.surroundings, dossier::check)?;
        let findings = machine
            .findings
            .iter()
            .map(|finding| damage::text(finding, self.language));
        let mut checked = DossierCheck {
            findings: findings.collect(),
            machine,
            tail: None,
            compared: Vec::new(),
        };
        if let Some(dossier) = dossier.filter(|_| checked.machine.sound) {
            let words = self.words();
            let tail = Tail::of(&dossier, self.surroundings.backups.as_deref(), words);
            checked.machine.sound = !tail.cut;
            checked.compared = tail.told(checked.machine.events, words);
            checked.tail = Some(tail);
        }
        Ok(checked)
    }

    /// Checks a questionnaire: a file that holds all of it, or a folder as it is published.
    ///
    /// # Errors
    /// With every complaint about it.
    pub fn check_questionnaire(&self, path: &Path) -> Result<QuestionnaireCheck, Problem> {
        let instrument = crate::instruments::load(path)?;
        Ok(QuestionnaireCheck {
            name: instrument.questionnaire.name(),
            version: instrument.questionnaire.version.clone(),
            questions: count(instrument.questionnaire.questions().count()),
            digest: instrument.digest,
        })
    }
}

/// What a check of a dossier found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DossierCheck {
    /// For programs.
    #[serde(flatten)]
    pub machine: dossier::Check,
    /// Against what the end of the history was held, when all before it holds.
    pub tail: Option<Tail>,
    /// What is not as it was written, in words.
    #[serde(skip)]
    pub findings: Vec<String>,
    /// Against what the end of the history was held, and what that shows, in words.
    #[serde(skip)]
    pub compared: Vec<String>,
}

/// A questionnaire without complaints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuestionnaireCheck {
    /// `id@edition`.
    pub name: String,
    /// Its version.
    pub version: String,
    /// How many questions it holds.
    pub questions: u32,
    /// SHA-256 of its canonical JSON.
    pub digest: String,
}

fn legal<'p>(points: impl Iterator<Item = &'p LegalPoint>) -> Vec<String> {
    points.map(|point| point.question.to_string()).collect()
}

fn ids(questions: &[QuestionId]) -> Vec<String> {
    questions.iter().map(ToString::to_string).collect()
}
