//! The commands that only look: questions, scores, history, checks.

use application::view::{Nothing, OneAssessment};
use application::{DossierCheck, Scores};
use messages::catalogue;

use super::Context;
use crate::arguments::care::History;
use crate::arguments::{Check, CheckQuestionnaire, ListAssessments, Looking};
use crate::failure::{DONE, Failure, REFUSED, UNUSABLE, code};

pub(super) fn assessments(
    context: &mut Context<'_>,
    list: &ListAssessments,
) -> Result<u8, Failure> {
    context.look(&list.file)?;
    let assessments = context.application.assessments()?;
    if list.json {
        context.output.json(&assessments)?;
        return Ok(DONE);
    }
    for assessment in assessments {
        let short = assessment.id.get(..8).unwrap_or(&assessment.id);
        context.output.line(&format!(
            "{short}  {}  {}  {} ({}/{})",
            assessment.date,
            assessment.subject,
            assessment.questionnaire,
            assessment.answered,
            assessment.asked
        ))?;
    }
    Ok(DONE)
}

pub(super) fn questions(context: &mut Context<'_>, looking: &Looking) -> Result<u8, Failure> {
    let assessment = look(context, looking)?;
    let questions = context.application.asked_questions(&assessment)?;
    if looking.json {
        context.output.json(&questions)?;
        return Ok(DONE);
    }
    for question in questions {
        let mark = if question.answered { 'x' } else { ' ' };
        let options = question.options.join("|");
        let options = if options.is_empty() {
            question.answer_type.to_owned()
        } else {
            options
        };
        context.output.line(&format!(
            "[{mark}] {}  {}  ({options})",
            question.id, question.text
        ))?;
    }
    Ok(DONE)
}

pub(super) fn scores(context: &mut Context<'_>, looking: &Looking) -> Result<u8, Failure> {
    let assessment = look(context, looking)?;
    if looking.json {
        context
            .output
            .json(&context.application.scores(&assessment)?)?;
        return Ok(DONE);
    }
    let scores = context.application.scores(&assessment)?;
    let page = context.application.results_page(assessment)?;
    let output = context.output;
    output.line(&page.verdict.label)?;
    output.line(&page.verdict.text)?;
    if let Some(text) = &page.verdict.provisional_text {
        output.line(text)?;
    }
    for reason in &page.verdict.reasons {
        output.line(&format!("- {reason}"))?;
    }
    answered(context, &scores)?;
    for score in [&page.total]
        .into_iter()
        .chain(&page.sections)
        .chain(&page.promises)
    {
        output.line(&format!("{:>10}  {}", score.text, score.label))?;
    }
    for (key, points) in [
        ("report-legal-open", &page.legal.open),
        ("report-legal-partly", &page.legal.partly),
        ("report-legal-unknown", &page.legal.unknown),
        ("report-legal-upcoming", &page.legal.upcoming),
        ("report-key-points", &page.key_points),
    ] {
        if !points.is_empty() {
            context.say(key, &[])?;
        }
        for point in points {
            output.line(&format!("  {}  {}", point.question, point.text))?;
        }
    }
    Ok(DONE)
}

fn answered(context: &Context<'_>, scores: &Scores) -> Result<(), Failure> {
    context.say(
        "cli-answered",
        &[
            ("answered", scores.answered.into()),
            ("asked", scores.asked.into()),
        ],
    )
}

pub(super) fn history(context: &mut Context<'_>, looking: &History) -> Result<u8, Failure> {
    if let Some(moment) = &looking.as_of {
        return super::care::as_it_was(context, looking, moment);
    }
    context.look(&looking.file)?;
    let mut history = context.application.history()?;
    if let Some(named) = looking.assessment.as_deref() {
        let meant = context.application.assessment_meant(Some(named))?;
        history.retain(|entry| entry.assessment.as_ref() == Some(&meant));
    }
    if looking.json {
        context.output.json(&history)?;
        return Ok(DONE);
    }
    for entry in history {
        let line = format!(
            "{:>5}  {}  {}: {}",
            entry.number, entry.at, entry.who, entry.what
        );
        context.output.line(&line)?;
        for (mark, text) in [('-', entry.before), ('+', entry.after)] {
            for line in text.iter().flat_map(|text| text.lines()) {
                context.output.line(&format!("       {mark} {line}"))?;
            }
        }
    }
    Ok(DONE)
}

pub(super) fn check(context: &mut Context<'_>, check: &Check) -> Result<u8, Failure> {
    let checked =
        match context.with_passphrase(|application| application.check_dossier(&check.file)) {
            Ok(checked) => checked,
            // Nothing there is not a dossier either.
            Err(Failure::Problem(problem))
                if code(&problem) == UNUSABLE || problem.code() == "file-missing" =>
            {
                Failure::Problem(problem).report(context.application.language(), context.output);
                return Ok(UNUSABLE);
            }
            Err(failure) => return Err(failure),
        };
    if check.json {
        context.output.json(&checked)?;
    } else {
        say_checked(context, &checked)?;
    }
    Ok(if checked.machine.sound { DONE } else { REFUSED })
}

fn say_checked(context: &Context<'_>, checked: &DossierCheck) -> Result<(), Failure> {
    let machine = &checked.machine;
    if machine.sound {
        let particulars = [
            ("events", machine.events.into()),
            ("fingerprint", machine.fingerprint.to_string().into()),
        ];
        context.say("cli-sound", &particulars)?;
    } else if checked.findings.is_empty() {
        context.say("cli-cut-off", &[])?;
    } else {
        context.say("cli-damaged", &[])?;
    }
    checked
        .findings
        .iter()
        .chain(&checked.compared)
        .try_for_each(|line| context.output.line(&format!("- {line}")))
}

pub(super) fn check_questionnaire(
    context: &mut Context<'_>,
    check: &CheckQuestionnaire,
) -> Result<u8, Failure> {
    let checked = context.application.check_questionnaire(&check.path)?;
    context.say(
        "cli-questionnaire-sound",
        &[
            ("name", checked.name.into()),
            ("version", checked.version.into()),
            ("questions", checked.questions.into()),
            ("digest", checked.digest.into()),
        ],
    )?;
    Ok(DONE)
}

pub(super) fn questionnaires(context: &mut Context<'_>) -> Result<u8, Failure> {
    for choice in context.application.questionnaires(Nothing {})? {
        let texts = catalogue(context.application.language());
        let count = [("count", choice.questions.into())];
        let count = texts.format("quantity-questions", &count);
        context
            .output
            .line(&format!("{}  {} ({count})", choice.reference, choice.title))?;
    }
    Ok(DONE)
}

fn look(context: &mut Context<'_>, looking: &Looking) -> Result<OneAssessment, Failure> {
    context.look(&looking.file)?;
    context.assessment(looking.assessment.as_deref())
}
