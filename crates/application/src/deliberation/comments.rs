//! Comments on a question: threads that can be resolved, each comment chosen into the report or not.

use assessment::deliberation::Comment;
use assessment::state::CommentState;
use assessment::{Change, CommentId};
use questionnaire::QuestionId;

use super::for_later::saying;
use super::{known, unknown_member};
use crate::Application;
use crate::assessed::Assessed;
use crate::problem::{Fact, Problem};
use crate::view::*;

impl Application {
    /// Makes a comment on a question, or answers one.
    ///
    /// # Errors
    /// When the text says nothing, or the question, the member or the comment that it answers is not
    /// known.
    pub fn make_comment(&mut self, input: MakeComment) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let question = assessed.question(&input.question)?.id.clone();
        let by = input.by.as_deref().filter(|given| !given.is_empty());
        let members = &assessed.open.state().members;
        let by = by.map(|given| known(members, given, unknown_member));
        let reply_to = input.reply_to.as_deref().filter(|given| !given.is_empty());
        let reply_to = reply_to.map(|given| assessed.comment(given)).transpose()?;
        if let Some((_, answered)) = reply_to
            && answered.question != question
        {
            let question = answered.question.to_string();
            return Err(Fact::OtherQuestion { question }.about("reply_to"));
        }
        let comment = Comment {
            text: saying(&input.text, "text")?,
            by: by.transpose()?.map(|(id, _)| id),
            reply_to: reply_to.map(|(id, _)| id),
            in_report: input.in_report,
        };
        let (assessment, topic) = (assessed.id, assessed.topic());
        let change = Change::CommentMade {
            assessment,
            question,
            comment,
        };
        self.record(change, topic)
    }

    /// Words a comment anew.
    ///
    /// # Errors
    /// When there is no such comment or the text says nothing.
    pub fn revise_comment(&mut self, input: ReviseComment) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let (comment, state) = assessed.comment(&input.comment)?;
        let text = saying(&input.text, "text")?;
        if state.comment.text == text {
            return Ok(self.changed(Vec::new()));
        }
        let (assessment, topic) = (assessed.id, assessed.topic());
        let change = Change::CommentRevised {
            assessment,
            comment,
            text,
        };
        self.record(change, topic)
    }

    /// Settles what a comment is about.
    ///
    /// # Errors
    /// When there is no such comment.
    pub fn resolve_comment(&mut self, input: OneComment) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let (comment, state) = assessed.comment(&input.comment)?;
        if state.resolved.is_some() {
            return Ok(self.changed(Vec::new()));
        }
        let (assessment, topic) = (assessed.id, assessed.topic());
        self.record(
            Change::CommentResolved {
                assessment,
                comment,
            },
            topic,
        )
    }

    /// Opens what a comment is about again.
    ///
    /// # Errors
    /// When there is no such comment.
    pub fn reopen_comment(&mut self, input: OneComment) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let (comment, state) = assessed.comment(&input.comment)?;
        if state.resolved.is_none() {
            return Ok(self.changed(Vec::new()));
        }
        let (assessment, topic) = (assessed.id, assessed.topic());
        self.record(
            Change::CommentReopened {
                assessment,
                comment,
            },
            topic,
        )
    }

    /// Chooses a comment into the report, or out of it.
    ///
    /// # Errors
    /// When there is no such comment.
    pub fn choose_comment(&mut self, input: ChooseComment) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let (comment, state) = assessed.comment(&input.comment)?;
        if state.comment.in_report == input.in_report {
            return Ok(self.changed(Vec::new()));
        }
        let (assessment, topic) = (assessed.id, assessed.topic());
        let change = Change::CommentChosen {
            assessment,
            comment,
            in_report: input.in_report,
        };
        self.record(change, topic)
    }
}

impl<'a> Assessed<'a> {
    fn comment(&self, given: &str) -> Result<(CommentId, &'a CommentState), Problem> {
        known(&self.state.deliberation.comments, given, |given| {
            Fact::UnknownComment { given }.about("comment")
        })
    }
}

/// The comments on a question, in the order in which they began.
pub(crate) fn threads(assessed: &Assessed<'_>, question: &QuestionId) -> Vec<ThreadView> {
    let threads = assessed.state.deliberation.threads(question);
    threads
        .into_iter()
        .map(|thread| ThreadView {
            comment: view(assessed, thread.id, thread.comment),
            replies: thread
                .replies
                .into_iter()
                .map(|(id, reply)| view(assessed, id, reply))
                .collect(),
        })
        .collect()
}

fn view(assessed: &Assessed<'_>, id: CommentId, state: &CommentState) -> CommentView {
    let words = assessed.words;
    let made = words.moment(state.at);
    CommentView {
        id: id.to_string(),
        text: state.comment.text.clone(),
        by: match state.comment.by {
            Some(member) => assessed.name(member),
            None => words.text("application-committee"),
        },
        at: match state.revised {
            Some(revised) => words.format(
                "comment-revised-at",
                &[
                    ("made", made.into()),
                    ("revised", words.moment(revised).into()),
                ],
            ),
            None => made,
        },
        resolved: state.resolved.map(|at| words.moment(at)),
        in_report: state.comment.in_report,
    }
}
