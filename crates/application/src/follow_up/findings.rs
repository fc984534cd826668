//! Findings: what the answers point at, and what the committee makes of it.

use assessment::Change;
use assessment::finding::proposal::proposals;
use assessment::finding::{Cause, Finding, Grade};
use assessment::outcome::LegalStanding;
use assessment::state::{FollowUp, standing};
use jiff::civil::Date;

use super::links::{Unknown, written_down};
use super::owners::members;
use super::terms::{CAUSES, cause_word};
use super::{measures, risks};
use crate::assessed::Assessed;
use crate::deliberation::on_finding;
use crate::files::label;
use crate::problem::{Fact, Problem};
use crate::typed;
use crate::view::*;
use crate::{Application, count};

impl Application {
    /// Proposals, findings, risks with their matrix, and measures.
    ///
    /// # Errors
    /// When there is no such assessment.
    pub fn findings_page(&mut self, input: OneAssessment) -> Result<FindingsPage, Problem> {
        let today = self.surroundings.now().date();
        let assessed = self.assessed(&input.assessment)?;
        let words = assessed.words;
        let grades = |of: &str| {
            let grade = |grade: Grade| {
                super::terms::choice(grade.get().to_string(), words.grade(of, grade.get()))
            };
            Grade::all().map(grade).collect()
        };
        Ok(FindingsPage {
            subject: assessed.subject_name(),
            proposals: proposed(&assessed),
            dismissed: dismissed(&assessed),
            findings: findings(&assessed, today)?,
            risks: risks::views(&assessed),
            matrix: risks::matrix_view(&assessed),
            measures: measures::views(&assessed, today),
            questions: assessed
                .asked()
                .iter()
                .map(|question| assessed.question_link(question))
                .collect(),
            members: members(assessed.open),
            likelihoods: grades("likelihood"),
            impacts: grades("impact"),
        })
    }

    /// Writes a finding down: one of the committee's own, or one made of a proposal.
    ///
    /// # Errors
    /// When it says nothing, or names a question or a proposal that does not exist.
    pub fn record_finding(&mut self, input: RecordFinding) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let finding = finding(&assessed, &input.form)?;
        let assessment = assessed.id;
        let change = Change::FindingRecorded {
            assessment,
            finding,
        };
        self.record_in(assessment, change)
    }

    /// Writes a finding anew. The proposal that it was made of stays.
    ///
    /// # Errors
    /// As for [`record_finding`](Self::record_finding), and when there is no such finding.
    pub fn revise_finding(&mut self, input: ReviseFinding) -> Result<Changed, Problem> {
        let (assessment, id, held) = self.written(register, &input.finding, Unknown::Finding)?;
        let assessed = self.assessed(&assessment.to_string())?;
        let mut now = finding(&assessed, &input.form)?;
        now.from = held.now.from.clone();
        let differs = held.now != now;
        let change = Change::FindingRevised {
            assessment,
            finding: id,
            now,
        };
        self.record_if(differs, assessment, change)
    }

    /// Drops a finding, with the reason.
    ///
    /// # Errors
    /// When there is no such finding, or no reason.
    pub fn drop_finding(&mut self, input: DropFinding) -> Result<Changed, Problem> {
        let reason = typed::said(&input.reason, "reason")?;
        let (assessment, finding, _) = self.written(register, &input.finding, Unknown::Finding)?;
        let change = Change::FindingDropped {
            assessment,
            finding,
            reason,
        };
        self.record_in(assessment, change)
    }

    /// Does not follow a proposal, with the reason.
    ///
    /// # Errors
    /// When it is not proposed, or no reason is given.
    pub fn dismiss_proposal(&mut self, input: DismissProposal) -> Result<Changed, Problem> {
        let reason = typed::said(&input.reason, "reason")?;
        let assessed = self.assessed(&input.assessment)?;
        let cause = cause(&assessed, &input.proposal)?;
        let proposed = proposals(assessed.state, &assessed.outcome);
        if proposed.iter().all(|proposal| proposal.cause != cause) {
            return Err(Fact::NotProposed {
                question: cause.question().to_string(),
            }
            .about("proposal"));
        }
        let assessment = assessed.id;
        let change = Change::ProposalDismissed {
            assessment,
            cause,
            reason,
        };
        self.record_in(assessment, change)
    }
}

fn register(held: &FollowUp) -> &assessment::state::Register<assessment::FindingId, Finding> {
    &held.findings
}

fn finding(assessed: &Assessed<'_>, form: &FindingForm) -> Result<Finding, Problem> {
    let from = form.proposal.as_ref();
    let from = from.map(|proposal| cause(assessed, proposal)).transpose()?;
    let mut questions = assessed.named_questions(&form.questions)?;
    questions.extend(from.iter().map(|cause| cause.question().clone()));
    Ok(Finding {
        text: typed::said(&form.text, "text")?,
        questions,
        from,
    })
}

fn cause(assessed: &Assessed<'_>, given: &ProposalRef) -> Result<Cause, Problem> {
    let question = assessed.question(&given.question)?.id.clone();
    let known = CAUSES.iter().find(|(word, _)| *word == given.cause);
    let (_, cause) = known.ok_or_else(|| {
        let words: Vec<&str> = CAUSES.iter().map(|(word, _)| *word).collect();
        Fact::UnknownWord {
            given: label(&given.cause),
            allowed: words.join(", "),
        }
        .about("proposal")
    })?;
    Ok(cause(question))
}

fn proposal_ref(cause: &Cause) -> ProposalRef {
    ProposalRef {
        cause: cause_word(cause).to_owned(),
        question: cause.question().to_string(),
    }
}

fn proposed(assessed: &Assessed<'_>) -> Vec<ProposalView> {
    let words = assessed.words;
    let proposals = proposals(assessed.state, &assessed.outcome).into_iter();
    proposals
        .filter_map(|proposal| {
            let question = assessed.questionnaire.question(proposal.cause.question())?;
            let link = assessed.question_link(question);
            let answer = assessed.answer_in_words(question).unwrap_or_default();
            let key = match (&proposal.cause, proposal.standing) {
                (_, Some(LegalStanding::Partly)) => "legal-partly",
                (_, Some(LegalStanding::Upcoming | LegalStanding::UpcomingNear)) => {
                    "legal-upcoming"
                }
                (Cause::LegalGap(_), _) => "legal-open",
                (Cause::MissingKeyPoint(_), _) => "key-point",
                (Cause::LowScore(_), _) => "low-score",
            };
            let arguments = [
                ("question", link.text.as_str().into()),
                ("answer", answer.as_str().into()),
            ];
            Some(ProposalView {
                text: words.format(&format!("follow-up-proposal-{key}"), &arguments),
                proposal: proposal_ref(&proposal.cause),
                cause_label: words.term("because", key),
                answer,
                question: link,
                first_step: words.of_option(question.first_step.as_ref()),
            })
        })
        .collect()
}

fn dismissed(assessed: &Assessed<'_>) -> Vec<DismissedProposal> {
    let words = assessed.words;
    let dismissed = assessed.state.follow_up.dismissed.iter();
    dismissed
        .filter_map(|(cause, dismissal)| {
            let question = assessed.questionnaire.question(cause.question())?;
            Some(DismissedProposal {
                event: dismissal.event.to_string(),
                cause_label: words.cause(cause),
                question: assessed.question_link(question),
                reason: dismissal.reason.clone(),
                at: words.moment(dismissal.at),
            })
        })
        .collect()
}

fn findings(assessed: &Assessed<'_>, today: Date) -> Result<Vec<FindingView>, Problem> {
    let words = assessed.words;
    let findings = standing(&assessed.state.follow_up.findings).into_iter();
    (1..)
        .zip(findings)
        .map(|(number, (id, finding))| {
            let Finding {
                text,
                questions,
                from,
            } = &finding.now;
            Ok(FindingView {
                id: id.to_string(),
                number: count(number),
                form: FindingForm {
                    text: text.clone(),
                    questions: questions.iter().map(ToString::to_string).collect(),
                    proposal: from.as_ref().map(proposal_ref),
                },
                questions: assessed.links(questions),
                cause_label: from.as_ref().map(|cause| words.cause(cause)),
                recorded: written_down(assessed.open, words, finding.at, finding.actor),
                positions: on_finding(assessed, id, today)?,
            })
        })
        .collect()
}
