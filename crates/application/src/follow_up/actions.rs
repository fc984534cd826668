//! Action items: who does what by when, how far it is, and what shows it.

use std::collections::BTreeSet;

use assessment::finding::{ActionItem, ActionStatus, DocumentOf, Progress};
use assessment::state::{ActionState, standing};
use assessment::{ActionId, AssessmentId, Change, EvidenceId, OpinionId};
use dossier::MAX_BLOB;
use jiff::civil::Date;

use super::links::{Unknown, date_or_none, topic};
use super::owners::{members, owner_form, owner_name};
use super::terms::{STATUSES, choice};
use crate::evidence::{store, view};
use crate::files::open_regular;
use crate::open::Open;
use crate::problem::{Fact, Problem};
use crate::typed;
use crate::view::*;
use crate::words::Words;
use crate::{Application, count};

/// An action item with the assessment in which it was planned.
pub(super) type Planned<'a> = (AssessmentId, ActionId, &'a ActionState);

impl Application {
    /// The action items of one assessment with those carried over to it, or of the whole dossier.
    ///
    /// # Errors
    /// When no dossier is open or there is no such assessment.
    pub fn actions_page(&mut self, input: ActionsOf) -> Result<ActionsPage, Problem> {
        let today = self.surroundings.now().date();
        let words = self.words();
        let open = self.open()?;
        let assessed = input.assessment.as_deref();
        let assessed = assessed.map(|given| self.assessed(given)).transpose()?;
        let (carried, own) = match &assessed {
            Some(assessed) => (
                open.state().carried_over(assessed.id),
                planned(open, Some(assessed.id)),
            ),
            None => (Vec::new(), planned(open, None)),
        };
        let carried_over = count(carried.len());
        let carried = carried
            .into_iter()
            .map(|action| action_view(open, words, today, action, true));
        let own = own
            .into_iter()
            .map(|action| action_view(open, words, today, action, false));
        let actions: Vec<ActionView> = carried.chain(own).collect();
        let number = |holds: fn(&ActionView) -> bool| {
            count(actions.iter().filter(|action| holds(action)).count())
        };
        Ok(ActionsPage {
            subject: assessed.as_ref().map(|assessed| assessed.subject_name()),
            open: number(|action| !action.closed),
            overdue: number(|action| action.overdue),
            carried_over,
            members: members(open),
            statuses: words.choices("action", STATUSES.0.iter().map(|(word, _)| *word)),
            questions: assessed.as_ref().map_or_else(Vec::new, |assessed| {
                let asked = assessed.asked().iter();
                asked.map(|it| assessed.question_link(it)).collect()
            }),
            findings: assessed.as_ref().map_or_else(Vec::new, |assessed| {
                let findings = standing(&assessed.state.follow_up.findings).into_iter();
                findings
                    .map(|(id, it)| choice(id.to_string(), it.now.text.clone()))
                    .collect()
            }),
            actions,
        })
    }

    /// Plans an action item.
    ///
    /// # Errors
    /// When it says nothing, has no owner, its date is none, or it names what does not exist.
    pub fn plan_action(&mut self, input: PlanAction) -> Result<Changed, Problem> {
        let assessment = self.assessed(&input.assessment)?.id;
        let action = self.action_item(assessment, &input.form)?;
        self.record_in(assessment, Change::ActionPlanned { assessment, action })
    }

    /// Writes an action item anew.
    ///
    /// # Errors
    /// As for [`plan_action`](Self::plan_action), and when there is no such action item.
    pub fn revise_action(&mut self, input: ReviseAction) -> Result<Changed, Problem> {
        let (assessment, action, held) = self.action(&input.action)?;
        let now = self.action_item(assessment, &input.form)?;
        let differs = held.planned.now != now;
        let change = Change::ActionRevised {
            assessment,
            action,
            now,
        };
        self.record_if(differs, assessment, change)
    }

    /// Notes how far an action item is, with the files that show it: all of it or nothing.
    ///
    /// # Errors
    /// When there is no such action item, it is dropped without a reason, or a file cannot be read.
    pub fn progress_action(&mut self, input: ProgressAction) -> Result<Changed, Problem> {
        let status = typed::word(&STATUSES, &input.status, "status")?;
        let note = typed::paragraphs(&input.note, "note")?;
        if status == ActionStatus::Dropped && note.is_empty() {
            return Err(Fact::WhyDropped.about("note"));
        }
        let (assessment, action, held) = self.action(&input.action)?;
        if held.status() == status && note.is_empty() && input.proof.is_empty() {
            return Ok(self.changed(Vec::new()));
        }
        let limit = self.words().size(MAX_BLOB);
        let mut files = Vec::new();
        for handle in &input.proof {
            let path = self.files.path(handle, &[FilePurpose::Evidence])?;
            files.push((open_regular(&path, MAX_BLOB, &limit)?, path));
        }
        let (open, surroundings) = self.open_and_surroundings()?;
        let event = open.act(surroundings, |act| {
            let mut proof = BTreeSet::new();
            for (file, path) in &mut files {
                let evidence = store(act, file, path)?;
                let attached = act.record(Change::DocumentAttached {
                    assessment,
                    of: DocumentOf::Action(action),
                    evidence,
                })?;
                proof.insert(EvidenceId(attached));
            }
            act.record(Change::ActionProgressed {
                assessment,
                action,
                progress: Progress {
                    status,
                    note,
                    proof,
                },
            })
        })?;
        let mut changed = self.announced(vec![topic(assessment)]);
        changed.subject = Some(event.to_string());
        Ok(changed)
    }

    /// Adds a file to an action item or to an opinion.
    ///
    /// # Errors
    /// When not exactly one of the two is named, it does not exist, or the file cannot be read.
    pub fn attach_document(&mut self, input: AttachDocument) -> Result<Changed, Problem> {
        let (assessment, of) = match (&input.action, &input.opinion) {
            (Some(given), None) => {
                let (assessment, action, _) = self.action(given)?;
                (assessment, DocumentOf::Action(action))
            }
            (None, Some(given)) => {
                let (assessment, opinion, _): (_, OpinionId, _) =
                    self.written(|held| &held.opinions, given, Unknown::Opinion)?;
                (assessment, DocumentOf::Opinion(opinion))
            }
            _ => return Err(Fact::DocumentOfWhat.into()),
        };
        let path = self.files.path(&input.file, &[FilePurpose::Evidence])?;
        let limit = self.words().size(MAX_BLOB);
        let mut file = open_regular(&path, MAX_BLOB, &limit)?;
        let (open, surroundings) = self.open_and_surroundings()?;
        let event = open.act(surroundings, |act| {
            let evidence = store(act, &mut file, &path)?;
            act.record(Change::DocumentAttached {
                assessment,
                of,
                evidence,
            })
        })?;
        let mut changed = self.announced(vec![topic(assessment)]);
        changed.subject = Some(event.to_string());
        Ok(changed)
    }

    fn action_item(
        &self,
        assessment: AssessmentId,
        form: &ActionForm,
    ) -> Result<ActionItem, Problem> {
        let assessed = self.assessed(&assessment.to_string())?;
        let question = form.question.as_deref().filter(|given| !given.is_empty());
        let question = question.map(|given| assessed.question(given));
        Ok(ActionItem {
            text: typed::said(&form.text, "text")?,
            owner: self.owner(&form.owner)?,
            due: date_or_none(form.due.as_deref(), "due")?,
            question: question.transpose()?.map(|question| question.id.clone()),
            findings: assessed.named_findings(&form.findings)?,
        })
    }
}

/// The action items of one assessment or of all, in the order they were planned.
fn planned(open: &Open, of: Option<AssessmentId>) -> Vec<Planned<'_>> {
    let assessments = open.state().assessments.iter();
    let mut planned: Vec<Planned<'_>> = assessments
        .filter(|(id, _)| of.is_none_or(|of| of == **id))
        .flat_map(|(id, held)| {
            let actions = held.follow_up.actions.iter();
            actions.map(|(action, state)| (*id, *action, state))
        })
        .collect();
    planned.sort_by_key(|(_, _, action)| action.planned.order);
    planned
}

/// An action item as it stands.
pub(super) fn action_view(
    open: &Open,
    words: Words,
    today: Date,
    (assessment, id, action): Planned<'_>,
    carried_over: bool,
) -> ActionView {
    let item = &action.planned.now;
    let status = action.status();
    let held = open.state().assessments.get(&assessment);
    let subject = held.and_then(|held| open.state().subjects.get(&held.subject));
    let documents = held.map(|held| {
        let documents = held.follow_up.documents_of(DocumentOf::Action(id));
        let mut documents: Vec<_> = documents.collect();
        documents.sort_by_key(|(id, document)| (document.at, *id));
        documents
    });
    let documents = documents.unwrap_or_default();
    let name_of = |proof: &EvidenceId| {
        let found = documents.iter().find(|(id, _)| id == proof);
        found.map(|(_, document)| document.evidence.label.clone())
    };
    ActionView {
        id: id.to_string(),
        assessment: assessment.to_string(),
        subject: subject.map(|it| it.name.clone()).unwrap_or_default(),
        form: ActionForm {
            text: item.text.clone(),
            owner: owner_form(&item.owner),
            due: item.due.map(|date| date.to_string()),
            question: item.question.as_ref().map(ToString::to_string),
            findings: item.findings.iter().map(ToString::to_string).collect(),
        },
        owner_label: owner_name(open, words, &item.owner),
        due_text: item.due.map(|date| words.date(date)),
        status: STATUSES.word(status).to_owned(),
        status_label: words.action_status(status),
        closed: status.is_closed(),
        overdue: !status.is_closed() && item.due.is_some_and(|due| due < today),
        carried_over: held.filter(|_| carried_over).map(|held| {
            let date = [("date", words.date(held.date).into())];
            words.format("follow-up-carried-over", &date)
        }),
        progress: action
            .progress
            .iter()
            .rev()
            .map(|noted| ProgressView {
                at: words.moment(noted.at),
                who: open.who(noted.actor, words),
                status_label: words.action_status(noted.progress.status),
                note: noted.progress.note.clone(),
                proof: noted.progress.proof.iter().filter_map(name_of).collect(),
            })
            .collect(),
        documents: documents
            .iter()
            .map(|(id, document)| view(words, *id, &document.evidence, document.at))
            .collect(),
    }
}
