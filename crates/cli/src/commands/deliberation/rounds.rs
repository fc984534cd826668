//! Silent scores: opening a round, voting, revealing.

use std::path::Path;

use application::Fact;
use application::view::{
    AnswerValue, BallotForm, CastVote, MemberPin, OneRound, OpenRound, OpenVotes, RevealRound,
    RoundPage, RoundResult,
};

use super::Context;
use crate::arguments::deliberation::{self as asked, RoundCommand};
use crate::commands::{Secret, secret};
use crate::failure::{DONE, Failure};

pub(crate) fn round(context: &mut Context<'_>, command: RoundCommand) -> Result<u8, Failure> {
    match command {
        RoundCommand::Open(open) => self::open(context, open),
        RoundCommand::Show(show) => {
            let assessment = context.look_of(&show.of)?;
            let round = context
                .application
                .round_meant(&assessment, show.round.as_deref())?;
            shown(context, OneRound { assessment, round }, show.json)
        }
    }
}

fn open(context: &mut Context<'_>, open: asked::OpenRound) -> Result<u8, Failure> {
    let assessment = context.open_of(&open.of)?;
    let session = match open.session.as_deref() {
        Some(named) => Some(
            context
                .application
                .session_meant(&assessment, Some(named))?,
        ),
        None => None,
    };
    let scale = if open.one_to_five {
        "one_to_five"
    } else {
        "answers"
    };
    let changed = context.application.open_round(OpenRound {
        assessment,
        questions: open.questions,
        names_shown: open.named,
        scale: scale.to_owned(),
        session,
    })?;
    let round = changed.subject.clone().unwrap_or_default();
    context.notice(changed.notice.as_ref());
    context.say("cli-done-round", &[("round", round.into())])?;
    Ok(DONE)
}

pub(crate) fn score(context: &mut Context<'_>, score: asked::Score) -> Result<u8, Failure> {
    let assessment = context.open_of(&score.of)?;
    let round = context
        .application
        .round_meant(&assessment, score.round.as_deref())?;
    let (name, question, value) = match <[String; 3]>::try_from(score.vote) {
        Ok([name, question, value]) => (Some(name), question, value),
        Err(vote) => {
            let mut vote = vote.into_iter();
            let mut next = || vote.next().unwrap_or_default();
            (None, next(), next())
        }
    };
    let member = match &name {
        Some(name) => context.application.member_meant(name)?,
        None => context.application.member_of_this_copy()?,
    };
    let pin = match (score.without_pin, score.pin_file.as_deref()) {
        (true, _) => None,
        (false, file) => Some(secret(context, file, Secret::Pin)?),
    };
    let value = match value.as_str() {
        "na" => AnswerValue::NotApplicable,
        "not-yet-known" => AnswerValue::NotYetKnown,
        _ => AnswerValue::Choice { option: value },
    };
    let changed = context.application.cast_vote(CastVote {
        assessment,
        round,
        question: question.clone(),
        member: Some(member),
        ballot: BallotForm {
            value,
            because: score.because,
        },
        pin,
    })?;
    context.notice(changed.notice.as_ref());
    let question = ("question", question.into());
    match name {
        Some(name) => context.say("cli-done-score", &[("name", name.trim().into()), question])?,
        None => context.say("cli-done-own-score", &[question])?,
    }
    Ok(DONE)
}

/// Reveals a round; of one that was revealed, opens the votes that were still locked.
pub(crate) fn reveal(context: &mut Context<'_>, reveal: asked::Reveal) -> Result<u8, Failure> {
    let assessment = context.open_of(&reveal.of)?;
    let round = context
        .application
        .round_meant(&assessment, reveal.round.as_deref())?;
    let mut pins = Vec::new();
    for given in &reveal.pin_file {
        let Some((name, path)) = given.split_once('=') else {
            let given = given.clone();
            let allowed = "NAME=PATH".to_owned();
            return Err(Fact::UnknownWord { given, allowed }.about("pin").into());
        };
        pins.push(MemberPin {
            member: context.application.member_meant(name)?,
            pin: secret(context, Some(Path::new(path)), Secret::Pin)?,
        });
    }
    let one = OneRound { assessment, round };
    let page = context.application.round_page(one.clone())?;
    if page.revealed.is_some() && !pins.is_empty() {
        for pin in pins {
            let changed = context.application.open_votes(OpenVotes {
                assessment: one.assessment.clone(),
                round: one.round.clone(),
                pin,
            })?;
            context.notice(changed.notice.as_ref());
        }
    } else {
        let changed = context.application.reveal_round(RevealRound {
            assessment: one.assessment.clone(),
            round: one.round.clone(),
            pins,
        })?;
        context.notice(changed.notice.as_ref());
    }
    shown(context, one, reveal.json)
}

fn shown(context: &mut Context<'_>, one: OneRound, json: bool) -> Result<u8, Failure> {
    let page = context.application.round_page(one)?;
    if json {
        context.output.json(&page)?;
    } else {
        say(context, &page)?;
    }
    Ok(DONE)
}

fn say(context: &Context<'_>, page: &RoundPage) -> Result<(), Failure> {
    let output = context.output;
    for voter in page.voters.iter().filter(|voter| voter.aside.is_none()) {
        let mark = if voter.complete { 'x' } else { ' ' };
        output.line(&format!("[{mark}] {}", voter.name))?;
    }
    for question in &page.questions {
        output.line(&format!(
            "{}  {}",
            question.question.id, question.question.text
        ))?;
        match &question.result {
            Some(result) => say_result(context, result)?,
            None => context.say("cli-voted", &[("votes", question.voted.into())])?,
        }
    }
    if !page.talk_first.is_empty() {
        let order = page.talk_first.join(", ");
        context.say("cli-talk-first", &[("questions", order.into())])?;
    }
    Ok(())
}

fn say_result(context: &Context<'_>, result: &RoundResult) -> Result<(), Failure> {
    let output = context.output;
    output.line(&format!("  {}", result.text))?;
    for step in &result.steps {
        output.line(&format!("  {:>3}  {}", step.votes, step.label))?;
    }
    for vote in &result.named {
        let label = vote.label.as_deref().unwrap_or("?");
        output.line(&format!("  {}: {label}", vote.name))?;
        for line in vote.because.lines() {
            output.line(&format!("      {line}"))?;
        }
    }
    for ballot in &result.because {
        output.line(&format!("  - {}: {}", ballot.label, ballot.because))?;
    }
    Ok(())
}
