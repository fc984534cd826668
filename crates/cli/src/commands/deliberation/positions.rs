//! Positions and comments.

use application::view::{
    ChooseComment, MakeComment, MatterForm, OneComment, OneQuestion, PositionView, PositionsOn,
    ReviseComment, TakePosition, ThreadView, WithdrawPosition,
};

use super::Context;
use crate::arguments::deliberation::{self as asked, CommentCommand};
use crate::commands::follow_up::meant;
use crate::failure::{DONE, Failure};

/// Takes or withdraws a position; shows the positions when no member is named.
pub(crate) fn position(context: &mut Context<'_>, asked: asked::Position) -> Result<u8, Failure> {
    let (Some(name), Some(stance)) = (&asked.member, &asked.stance) else {
        let assessment = context.look_of(&asked.of)?;
        return show(context, assessment, &asked);
    };
    let assessment = context.open_of(&asked.of)?;
    let on = matter(context, &assessment, &asked.on)?;
    let member = context.application.member_meant(name)?;
    let changed = if stance == "withdraw" {
        context.application.withdraw_position(WithdrawPosition {
            assessment,
            on,
            member,
        })?
    } else {
        context.application.take_position(TakePosition {
            assessment,
            on,
            member,
            position: stance.clone(),
            reason: asked.reason.clone(),
            named: !asked.unnamed,
        })?
    };
    context.saved(&changed)
}

/// The advice, the report, a finding by its number or the first characters of its identity, or else a question.
fn matter(context: &mut Context<'_>, assessment: &str, given: &str) -> Result<MatterForm, Failure> {
    Ok(match given {
        "advice" => MatterForm::Advice,
        "report" => MatterForm::Report,
        _ => {
            let findings = context.findings(assessment)?.findings;
            let finding = meant(given, findings.iter().map(|it| it.id.as_str()));
            if findings.iter().any(|it| it.id == finding) {
                MatterForm::Finding { finding }
            } else {
                MatterForm::Answer {
                    question: given.to_owned(),
                }
            }
        }
    })
}

fn show(
    context: &mut Context<'_>,
    assessment: String,
    asked: &asked::Position,
) -> Result<u8, Failure> {
    let on = matter(context, &assessment, &asked.on)?;
    let positions = context
        .application
        .positions(PositionsOn { assessment, on })?;
    if asked.json {
        context.output.json(&positions)?;
        return Ok(DONE);
    }
    let line = |position: &PositionView| match position.reason.as_str() {
        "" => format!("{}: {}", position.name, position.label),
        reason => format!("{}: {}: {reason}", position.name, position.label),
    };
    if positions.standing.is_empty() && positions.earlier.is_empty() {
        context.say("cli-positions-none", &[])?;
    }
    for position in &positions.standing {
        context.output.line(&line(position))?;
    }
    if !positions.earlier.is_empty() {
        context.say("cli-positions-earlier", &[])?;
    }
    for position in &positions.earlier {
        context.output.line(&format!("  {}", line(position)))?;
    }
    if !positions.to_ask_again.is_empty() {
        let names: Vec<&str> = positions
            .to_ask_again
            .iter()
            .map(|person| person.name.as_str())
            .collect();
        context.say("cli-ask-again", &[("names", names.join(", ").into())])?;
    }
    Ok(DONE)
}

pub(crate) fn comment(context: &mut Context<'_>, command: CommentCommand) -> Result<u8, Failure> {
    let changed = match command {
        CommentCommand::List(list) => return self::list(context, list),
        CommentCommand::Add(add) => {
            let assessment = context.open_of(&add.of)?;
            let by = match &add.member {
                Some(name) => Some(context.application.member_meant(name)?),
                None => None,
            };
            let made = context.application.make_comment(MakeComment {
                assessment,
                question: add.question,
                text: add.text,
                by,
                reply_to: add.reply_to,
                in_report: add.in_report,
            })?;
            let comment = made.subject.clone().unwrap_or_default();
            context.notice(made.notice.as_ref());
            context.say("cli-done-comment", &[("comment", comment.into())])?;
            return Ok(DONE);
        }
        CommentCommand::Revise(revise) => {
            let assessment = context.open_of(&revise.of)?;
            context.application.revise_comment(ReviseComment {
                assessment,
                comment: revise.comment,
                text: revise.text,
            })?
        }
        CommentCommand::Resolve(one) => {
            let one = self::one(context, one)?;
            context.application.resolve_comment(one)?
        }
        CommentCommand::Reopen(one) => {
            let one = self::one(context, one)?;
            context.application.reopen_comment(one)?
        }
        CommentCommand::Choose(choose) => {
            let assessment = context.open_of(&choose.of)?;
            context.application.choose_comment(ChooseComment {
                assessment,
                comment: choose.comment,
                in_report: !choose.out,
            })?
        }
    };
    context.saved(&changed)
}

fn one(context: &mut Context<'_>, one: asked::OneComment) -> Result<OneComment, Failure> {
    Ok(OneComment {
        assessment: context.open_of(&one.of)?,
        comment: one.comment,
    })
}

fn list(context: &mut Context<'_>, list: asked::ListComments) -> Result<u8, Failure> {
    let assessment = context.look_of(&list.of)?;
    let page = context.application.question_page(OneQuestion {
        assessment,
        question: list.question,
    })?;
    if list.json {
        context.output.json(&page.comments)?;
        return Ok(DONE);
    }
    for ThreadView { comment, replies } in &page.comments {
        let mark = if comment.resolved.is_some() { 'x' } else { ' ' };
        context.output.line(&format!(
            "[{mark}] {}: {} ({})",
            comment.by, comment.text, comment.at
        ))?;
        for reply in replies {
            context.output.line(&format!(
                "      {}: {} ({})",
                reply.by, reply.text, reply.at
            ))?;
        }
    }
    Ok(DONE)
}
