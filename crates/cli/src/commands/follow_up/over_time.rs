//! Where an assessment stands, several beside each other, and the quick scan.

use application::view::{
    AdoptAssessment, CompareAssessments, ComparisonPage, ReopenAssessment, TakeOverAnswers,
    WithdrawAssessment,
};

use crate::arguments::Looking;
use crate::arguments::follow_up::{
    AdoptAssessment as AdoptArguments, Compare, TakeOver, WithReason,
};
use crate::commands::Context;
use crate::failure::{DONE, Failure};

pub(crate) fn status(context: &mut Context<'_>, looking: &Looking) -> Result<u8, Failure> {
    context.look(&looking.file)?;
    let assessment = context.assessment(looking.assessment.as_deref())?;
    let standing = context.application.standing_page(assessment)?;
    if looking.json {
        context.output.json(&standing)?;
        return Ok(DONE);
    }
    context.output.line(&standing.label)?;
    for line in standing.since.iter().chain(&standing.reopened) {
        context.output.line(line)?;
    }
    for missing in &standing.missing {
        let mark = if missing.required { '!' } else { '-' };
        context.output.line(&format!("{mark} {}", missing.text))?;
    }
    if !standing.since_signed.is_empty() {
        context.say("cli-since-signed", &[])?;
    }
    for line in &standing.since_signed {
        context.output.line(&format!("  {line}"))?;
    }
    if standing.can_adopt {
        for line in &standing.copies_out {
            context.output.line(&format!("- {line}"))?;
        }
    }
    if !standing.waiting.is_empty() {
        context.say("cli-waiting", &[])?;
    }
    for line in &standing.waiting {
        context.output.line(&format!("  {line}"))?;
    }
    Ok(DONE)
}

pub(crate) fn adopt(context: &mut Context<'_>, adopt: AdoptArguments) -> Result<u8, Failure> {
    let assessment = context.open_of(&adopt.of)?;
    let date = match adopt.date {
        Some(date) => date,
        None => context.application.today(),
    };
    let changed = context.application.adopt_assessment(AdoptAssessment {
        assessment,
        date,
        by: adopt.by,
        because: adopt.because,
    })?;
    context.saved(&changed)
}

pub(crate) fn withdraw(context: &mut Context<'_>, asked: WithReason) -> Result<u8, Failure> {
    let assessment = context.open_of(&asked.of)?;
    let reason = asked.reason;
    let withdrawn = WithdrawAssessment { assessment, reason };
    let changed = context.application.withdraw_assessment(withdrawn)?;
    context.saved(&changed)
}

pub(crate) fn reopen(context: &mut Context<'_>, asked: WithReason) -> Result<u8, Failure> {
    let assessment = context.open_of(&asked.of)?;
    let reason = asked.reason;
    let reopened = ReopenAssessment { assessment, reason };
    let changed = context.application.reopen_assessment(reopened)?;
    context.saved(&changed)
}

/// Compares the assessments that are named, or else all of the application.
pub(crate) fn compare(context: &mut Context<'_>, compare: &Compare) -> Result<u8, Failure> {
    context.look(&compare.file)?;
    let mut assessments = Vec::new();
    for named in &compare.assessments {
        assessments.push(context.application.assessment_meant(Some(named))?);
    }
    if assessments.is_empty() {
        let all = context.application.assessments()?.into_iter();
        let of = |subject: &String| compare.subject.as_ref().is_none_or(|it| it == subject);
        assessments.extend(all.filter(|it| of(&it.subject)).map(|it| it.id));
    }
    let compared = CompareAssessments { assessments };
    let page = context.application.comparison_page(compared)?;
    if compare.json {
        context.output.json(&page)?;
        return Ok(DONE);
    }
    show(context, &page)
}

fn show(context: &Context<'_>, page: &ComparisonPage) -> Result<u8, Failure> {
    let output = context.output;
    output.line(&page.subject)?;
    for one in &page.assessments {
        let id = one.id.get(..8).unwrap_or(&one.id);
        output.line(&format!(
            "{id}  {}  {}  {}",
            one.date, one.colour_label, one.standing
        ))?;
    }
    for score in std::iter::once(&page.total).chain(&page.promises) {
        let difference = score.difference.as_deref().unwrap_or("");
        output.line(&format!(
            "{}: {}  {difference}",
            score.label,
            score.texts.join(" → ")
        ))?;
    }
    for question in page.questions.iter().filter(|it| it.change != "same") {
        let answers = question.answers.iter();
        let answers: Vec<&str> = answers.map(|it| it.as_deref().unwrap_or("-")).collect();
        output.line(&format!(
            "{}  {}: {}",
            question.question.id,
            question.change_label,
            answers.join(" → ")
        ))?;
    }
    for action in &page.actions_closed {
        output.line(&format!("[x] {}", action.form.text))?;
    }
    Ok(DONE)
}

pub(crate) fn take_over(context: &mut Context<'_>, take_over: &TakeOver) -> Result<u8, Failure> {
    context.open(&take_over.file)?;
    let application = &mut context.application;
    let from = application.assessment_meant(Some(&take_over.from))?;
    let to = application.assessment_meant(Some(&take_over.to))?;
    let taken = application.take_over_answers(TakeOverAnswers { from, to })?;
    context.notice(taken.changed.notice.as_ref());
    context.say("cli-done-take-over", &[("count", taken.answers.into())])?;
    Ok(DONE)
}

pub(crate) fn quick_scan(context: &mut Context<'_>, looking: &Looking) -> Result<u8, Failure> {
    context.look(&looking.file)?;
    let assessment = context.assessment(looking.assessment.as_deref())?;
    let page = context.application.quick_scan_page(assessment)?;
    if looking.json {
        context.output.json(&page)?;
        return Ok(DONE);
    }
    for question in &page.questions {
        let answer = question.answer.as_deref().unwrap_or("");
        let mark = if answer.is_empty() { ' ' } else { 'x' };
        context.output.line(&format!(
            "[{mark}] {}  {}  {answer}",
            question.question.id, question.question.text
        ))?;
    }
    let minutes = [("minutes", page.minutes_left.into())];
    context.say("cli-quick-scan-left", &minutes)?;
    context.output.line(&page.note)?;
    Ok(DONE)
}
