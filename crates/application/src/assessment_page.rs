//! Assessments: starting one, the task list, the check page of a section.

use assessment::progress::SectionProgress;
use assessment::{Change, Pinned};

use crate::assessed::{Assessed, status_view};
use crate::follow_up::standing_view;
use crate::instruments::{self, Instrument};
use crate::problem::{Fact, Problem};
use crate::typed;
use crate::view::*;
use crate::{Application, count};

impl Application {
    /// The questionnaires that an assessment can be started with.
    ///
    /// # Errors
    /// Never; the signature is that of every call.
    pub fn questionnaires(&mut self, _: Nothing) -> Result<Vec<QuestionnaireChoice>, Problem> {
        let words = self.words();
        Ok(instruments::published()
            .iter()
            .map(|instrument| &instrument.questionnaire)
            .map(|questionnaire| QuestionnaireChoice {
                reference: questionnaire.name(),
                title: words.of(&questionnaire.title),
                version: questionnaire.version.clone(),
                status: words.of(&questionnaire.status),
                law_as_of: words.of(&questionnaire.law_as_of),
                questions: count(questionnaire.questions().count()),
            })
            .collect())
    }

    /// Starts an assessment of an application with a published questionnaire. The questionnaire is
    /// kept in the dossier: the assessment never depends on what a later program brings along.
    ///
    /// # Errors
    /// When there is no such application or questionnaire, or the date is none.
    pub fn start_assessment(&mut self, input: StartAssessment) -> Result<Changed, Problem> {
        let instrument = instruments::find(&input.questionnaire)?;
        self.start_assessment_with(&input, instrument)
    }

    /// Starts an assessment with a published questionnaire or, where none has the name that is given,
    /// with the one at that place: a file that holds all of it, or a folder as it is published.
    ///
    /// # Errors
    /// As for [`start_assessment`](Self::start_assessment), and with every complaint about the
    /// questionnaire.
    pub fn start_assessment_from(&mut self, input: &StartAssessment) -> Result<Changed, Problem> {
        let instrument = instruments::find_or_load(&input.questionnaire)?;
        self.start_assessment_with(input, &instrument)
    }

    /// Whether an assessment could be started so, but for its application.
    ///
    /// # Errors
    /// As for [`start_assessment_from`](Self::start_assessment_from).
    pub fn require_startable(&self, input: &StartAssessment) -> Result<(), Problem> {
        typed::date(&input.date, "date")?;
        typed::paragraphs(&input.scope, "scope")?;
        instruments::find_or_load(&input.questionnaire).map(|_| ())
    }

    fn start_assessment_with(
        &mut self,
        input: &StartAssessment,
        instrument: &Instrument,
    ) -> Result<Changed, Problem> {
        let subject = self.subject(&input.subject)?;
        let date = typed::date(&input.date, "date")?;
        let scope = typed::paragraphs(&input.scope, "scope")?;
        let started = Change::AssessmentStarted {
            subject,
            questionnaire: Pinned {
                id: instrument.questionnaire.id.to_string(),
                version: instrument.questionnaire.version.clone(),
                digest: instrument.digest.clone(),
            },
            date,
            scope,
        };
        let (open, surroundings) = self.open_and_surroundings()?;
        let event = open.start_assessment(surroundings, started, instrument)?;
        let mut changed = self.announced(vec![Topic::Subjects]);
        changed.subject = Some(event.to_string());
        Ok(changed)
    }

    /// Writes the date and the scope of an assessment anew.
    ///
    /// # Errors
    /// When there is no such assessment or the date is none.
    pub fn revise_assessment(&mut self, input: ReviseAssessment) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let date = typed::date(&input.date, "date")?;
        let scope = typed::paragraphs(&input.scope, "scope")?;
        let (assessment, same) = (
            assessed.id,
            assessed.state.date == date && assessed.state.scope == scope,
        );
        if same {
            return Ok(self.changed(Vec::new()));
        }
        self.record(
            Change::AssessmentRevised {
                assessment,
                date,
                scope,
            },
            vec![
                Topic::Subjects,
                Topic::Assessment {
                    assessment: assessment.to_string(),
                },
            ],
        )
    }

    /// The task list.
    ///
    /// # Errors
    /// When there is no such assessment.
    pub fn assessment_page(&mut self, input: OneAssessment) -> Result<AssessmentPage, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let words = assessed.words;
        let sections = assessed
            .questionnaire
            .sections
            .iter()
            .zip(assessed.progress())
            .map(|(section, progress)| SectionTask {
                id: section.id.to_string(),
                title: words.of(&section.title),
                asked: count(progress.asked.len()),
                answered: count(progress.answered),
                status: status_view(progress.status),
                first: first_to_do(&assessed, &progress),
            })
            .collect();
        let conflicts = assessed
            .state
            .conflicts()
            .into_iter()
            .filter_map(|id| assessed.questionnaire.question(id))
            .map(|question| assessed.question_link(question))
            .collect();
        let (asked, answered) = assessed.asked_and_settled();
        Ok(AssessmentPage {
            id: assessed.id.to_string(),
            subject: assessed.subject_name(),
            date: assessed.state.date.to_string(),
            date_text: words.date(assessed.state.date),
            scope: assessed.state.scope.clone(),
            questionnaire: assessed.title_and_version(),
            questionnaire_status: words.of(&assessed.questionnaire.status),
            sections,
            asked,
            answered,
            next: assessed
                .first_open()
                .map(|question| question.id.to_string()),
            conflicts,
            profile: assessed.profile_in_words(),
            kept_aside: count(assessed.outcome.ignored.len()),
            standing: standing_view(&assessed)?,
        })
    }

    /// The check page of a section.
    ///
    /// # Errors
    /// When there is no such assessment or section.
    pub fn section_page(&mut self, input: OneSection) -> Result<SectionPage, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let words = assessed.words;
        let section = assessed.section(&input.section)?;
        let all = assessed.progress();
        let questions = section
            .questions
            .iter()
            .filter(|question| assessed.is_asked(&question.id))
            .map(|question| {
                let answer = assessed.answer(&question.id);
                SectionRow {
                    id: question.id.to_string(),
                    text: words.of(&question.text),
                    answer: assessed.answer_in_words(question),
                    because: answer
                        .map(|answer| answer.because.clone())
                        .unwrap_or_default(),
                    certainty: answer
                        .and_then(|answer| answer.certainty)
                        .map(|certainty| words.certainty(certainty)),
                    evidence: count(assessed.state.evidence_for(&question.id).count()),
                    state: assessed.answer_state(&question.id),
                    legal: assessed.is_legal_point(question),
                }
            })
            .collect();
        let has_questions = |other: &&questionnaire::Section| {
            all.iter()
                .any(|progress| progress.section == other.id && !progress.asked.is_empty())
        };
        let sections = &assessed.questionnaire.sections;
        let place = sections.iter().position(|other| other.id == section.id);
        let (before, from_here) = sections.split_at(place.unwrap_or(0));
        Ok(SectionPage {
            id: section.id.to_string(),
            title: words.of(&section.title),
            introduction: words.of(&section.introduction),
            questions,
            status: all
                .iter()
                .find(|progress| progress.section == section.id)
                .map_or(SectionStatusView::NotAsked, |progress| {
                    status_view(progress.status)
                }),
            previous: before
                .iter()
                .rev()
                .find(has_questions)
                .map(|section| assessed.section_link(section)),
            next: from_here
                .iter()
                .skip(1)
                .find(has_questions)
                .map(|section| assessed.section_link(section)),
        })
    }

    /// Declares a section complete. Open questions are no obstacle: the committee decides.
    ///
    /// # Errors
    /// When there is no such assessment or section.
    pub fn complete_section(&mut self, input: OneSection) -> Result<Changed, Problem> {
        self.declare(&input, true)
    }

    /// Takes a completed section up again.
    ///
    /// # Errors
    /// When there is no such assessment or section.
    pub fn reopen_section(&mut self, input: OneSection) -> Result<Changed, Problem> {
        self.declare(&input, false)
    }

    fn declare(&mut self, input: &OneSection, complete: bool) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let section = assessed.section(&input.section)?.id.clone();
        let assessment = assessed.id;
        if assessed.state.completed.contains(&section) == complete {
            return Ok(self.changed(Vec::new()));
        }
        let change = if complete {
            Change::SectionCompleted {
                assessment,
                section,
            }
        } else {
            Change::SectionReopened {
                assessment,
                section,
            }
        };
        let topic = Topic::Assessment {
            assessment: assessment.to_string(),
        };
        self.record(change, vec![topic])
    }

    /// The identity of the assessment that is meant: the one that is named, in full or by the first
    /// digits of its identity, or the only one.
    ///
    /// # Errors
    /// When there is none, no such one, or several and none was named.
    pub fn assessment_meant(&self, named: Option<&str>) -> Result<String, Problem> {
        let all: Vec<String> = self
            .open()?
            .state()
            .assessments_in_order()
            .into_iter()
            .map(|(id, _)| id.to_string())
            .collect();
        let fitting: Vec<&String> = match named {
            Some(named) => all
                .iter()
                .filter(|id| named.len() >= 4 && id.starts_with(named))
                .collect(),
            None => all.iter().collect(),
        };
        match (fitting.as_slice(), named) {
            ([only], _) => Ok((*only).clone()),
            ([], Some(named)) => Err(Fact::UnknownAssessment {
                given: crate::files::label(named),
            }
            .about("assessment")),
            ([], None) => Err(Fact::NoAssessment.into()),
            (several, _) => {
                let identities: Vec<&str> =
                    several.iter().map(|id| id.get(..8).unwrap_or(id)).collect();
                Err(Fact::SeveralAssessments {
                    identities: identities.join(", "),
                }
                .about("assessment"))
            }
        }
    }
}

fn first_to_do(assessed: &Assessed<'_>, progress: &SectionProgress) -> Option<String> {
    progress
        .asked
        .iter()
        .find(|id| !assessed.is_settled(id))
        .or_else(|| progress.asked.first())
        .map(ToString::to_string)
}
