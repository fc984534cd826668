//! Findings, risks and measures.

use application::Fact;
use application::view::{
    DismissProposal, DropFinding, DropMeasure, DropRisk, FindingForm, FindingsPage, MeasureForm,
    OwnerForm, ProposalRef, RatingForm, RecordFinding, RecordMeasure, RecordRisk, ReviseFinding,
    ReviseMeasure, ReviseRisk, RiskForm,
};

use super::{meant, short};
use crate::arguments::follow_up::commands::{Finding, Measure, Risk};
use crate::commands::Context;
use crate::failure::{DONE, Failure};

pub(crate) fn finding(context: &mut Context<'_>, command: Finding) -> Result<u8, Failure> {
    let changed = match command {
        Finding::List(list) => {
            let assessment = context.look_of(&list.of)?;
            let page = context.findings(&assessment)?;
            if list.json {
                context.output.json(&page)?;
                return Ok(DONE);
            }
            return show_findings(context, &page);
        }
        Finding::Add(add) => {
            let assessment = context.open_of(&add.of)?;
            let made = context.application.record_finding(RecordFinding {
                assessment,
                form: FindingForm {
                    text: add.text,
                    questions: add.questions,
                    proposal: None,
                },
            })?;
            return context.made(&made);
        }
        Finding::Adopt(adopt) => {
            let assessment = context.open_of(&adopt.of)?;
            let page = context.findings(&assessment)?;
            let (proposal, text) = proposal(&page, &adopt.question)?;
            let made = context.application.record_finding(RecordFinding {
                assessment,
                form: FindingForm {
                    text: adopt.text.unwrap_or(text),
                    questions: vec![proposal.question.clone()],
                    proposal: Some(proposal),
                },
            })?;
            return context.made(&made);
        }
        Finding::Dismiss(dismiss) => {
            let assessment = context.open_of(&dismiss.of)?;
            let page = context.findings(&assessment)?;
            let (proposal, _) = proposal(&page, &dismiss.question)?;
            context.application.dismiss_proposal(DismissProposal {
                assessment,
                proposal,
                reason: dismiss.reason,
            })?
        }
        Finding::Revise(revise) => {
            let assessment = context.open_of(&revise.of)?;
            let page = context.findings(&assessment)?;
            let finding = meant(&revise.item, page.findings.iter().map(|it| it.id.as_str()));
            let held = page.findings.into_iter().find(|it| it.id == finding);
            let form = FindingForm {
                text: revise.text,
                ..held.map(|it| it.form).unwrap_or_default()
            };
            let anew = ReviseFinding { finding, form };
            context.application.revise_finding(anew)?
        }
        Finding::Drop(drop) => {
            let assessment = context.open_of(&drop.of)?;
            let page = context.findings(&assessment)?;
            context.application.drop_finding(DropFinding {
                finding: meant(&drop.item, page.findings.iter().map(|it| it.id.as_str())),
                reason: drop.reason,
            })?
        }
    };
    context.saved(&changed)
}

/// What is proposed about a question, with a text to begin with.
fn proposal(page: &FindingsPage, question: &str) -> Result<(ProposalRef, String), Failure> {
    let mut proposals = page.proposals.iter();
    let found = proposals.find(|it| it.proposal.question == question);
    let found = found.ok_or_else(|| {
        let question = question.to_owned();
        Fact::NotProposed { question }.about("question")
    })?;
    Ok((found.proposal.clone(), found.text.clone()))
}

fn show_findings(context: &Context<'_>, page: &FindingsPage) -> Result<u8, Failure> {
    for finding in &page.findings {
        let questions = finding.form.questions.join(", ");
        context.output.line(&format!(
            "{:>3}  {}  {}  ({questions})",
            finding.number,
            short(&finding.id),
            finding.form.text
        ))?;
    }
    if !page.proposals.is_empty() {
        context.say("cli-proposed-findings", &[])?;
    }
    for proposal in &page.proposals {
        context.output.line(&format!(
            "  {}  {}: {}",
            proposal.proposal.question, proposal.cause_label, proposal.question.text
        ))?;
    }
    Ok(DONE)
}

pub(crate) fn risk(context: &mut Context<'_>, command: Risk) -> Result<u8, Failure> {
    let changed = match command {
        Risk::List(list) => {
            let assessment = context.look_of(&list.of)?;
            let page = context.findings(&assessment)?;
            if list.json {
                context.output.json(&(&page.risks, &page.matrix))?;
                return Ok(DONE);
            }
            return show_risks(context, &page);
        }
        Risk::Add(add) => {
            let assessment = context.open_of(&add.of)?;
            let findings = named_findings(context, &assessment, &add.findings)?;
            let after = add.after.as_deref().map(rating).transpose()?;
            let made = context.application.record_risk(RecordRisk {
                assessment,
                form: RiskForm {
                    text: add.text,
                    for_whom: add.for_whom,
                    findings,
                    before: rating(&add.before)?,
                    after,
                },
            })?;
            return context.made(&made);
        }
        Risk::Revise(revise) => {
            let assessment = context.open_of(&revise.of)?;
            let page = context.findings(&assessment)?;
            let risk = meant(&revise.item, page.risks.iter().map(|it| it.id.as_str()));
            let held = page.risks.into_iter().find(|it| it.id == risk);
            let held = held.ok_or_else(|| unknown_risk(&risk))?.form;
            let after = revise.after.as_deref().map(rating).transpose()?;
            let before = revise.before.as_deref().map(rating).transpose()?;
            let form = RiskForm {
                text: revise.text.unwrap_or(held.text),
                for_whom: revise.for_whom.unwrap_or(held.for_whom),
                findings: held.findings,
                before: before.unwrap_or(held.before),
                after: after.or(held.after),
            };
            context.application.revise_risk(ReviseRisk { risk, form })?
        }
        Risk::Drop(drop) => {
            let assessment = context.open_of(&drop.of)?;
            let page = context.findings(&assessment)?;
            context.application.drop_risk(DropRisk {
                risk: meant(&drop.item, page.risks.iter().map(|it| it.id.as_str())),
                reason: drop.reason,
            })?
        }
    };
    context.saved(&changed)
}

fn unknown_risk(given: &str) -> application::Problem {
    let given = given.to_owned();
    Fact::UnknownRisk { given }.about("risk")
}

/// Likelihood and impact, written `4x3`.
fn rating(given: &str) -> Result<RatingForm, Failure> {
    let parts = given.split_once('x');
    let parts = parts
        .and_then(|(likelihood, impact)| Some((likelihood.parse().ok()?, impact.parse().ok()?)));
    let (likelihood, impact) = parts.ok_or_else(|| {
        Fact::UnknownWord {
            given: given.to_owned(),
            allowed: "1x1 … 5x5".to_owned(),
        }
        .about("rating")
    })?;
    Ok(RatingForm { likelihood, impact })
}

fn named_findings(
    context: &mut Context<'_>,
    assessment: &str,
    given: &[String],
) -> Result<Vec<String>, Failure> {
    let page = context.findings(assessment)?;
    let ids = || page.findings.iter().map(|it| it.id.as_str());
    Ok(given.iter().map(|given| meant(given, ids())).collect())
}

fn show_risks(context: &Context<'_>, page: &FindingsPage) -> Result<u8, Failure> {
    for risk in &page.risks {
        context.output.line(&format!(
            "{:>3}  {}  {}  ({})",
            risk.number,
            short(&risk.id),
            risk.form.text,
            risk.before_label
        ))?;
        if let Some(after) = &risk.after_label {
            context.output.line(&format!("       → {after}"))?;
        }
    }
    for row in &page.matrix.rows {
        let cells = row.cells.iter().map(|cell| {
            let before: Vec<String> = cell.before.iter().map(ToString::to_string).collect();
            let after: Vec<String> = cell.after.iter().map(|it| format!("({it})")).collect();
            format!("{:^11}", [before, after].concat().join(" "))
        });
        let cells: Vec<String> = cells.collect();
        let line = format!("{} |{}|", row.likelihood, cells.join("|"));
        context.output.line(&line)?;
    }
    context.say("cli-matrix-legend", &[])?;
    Ok(DONE)
}

pub(crate) fn measure(context: &mut Context<'_>, command: Measure) -> Result<u8, Failure> {
    let changed = match command {
        Measure::List(list) => {
            let assessment = context.look_of(&list.of)?;
            let page = context.findings(&assessment)?;
            if list.json {
                context.output.json(&page.measures)?;
                return Ok(DONE);
            }
            for measure in &page.measures {
                let (id, owner) = (short(&measure.id), measure.owner.as_deref().unwrap_or("-"));
                let (number, text) = (measure.number, &measure.form.text);
                let in_place = &measure.in_place;
                let mark = if measure.overdue { '!' } else { ' ' };
                context.output.line(&format!(
                    "{mark}{number:>3}  {id}  {text}  ({owner}, {in_place})"
                ))?;
            }
            return Ok(DONE);
        }
        Measure::Add(add) => {
            let assessment = context.open_of(&add.of)?;
            let findings = named_findings(context, &assessment, &add.findings)?;
            let page = context.findings(&assessment)?;
            let ids = || page.risks.iter().map(|it| it.id.as_str());
            let risks = add.risks.iter().map(|given| meant(given, ids()));
            let made = context.application.record_measure(RecordMeasure {
                assessment,
                form: MeasureForm {
                    text: add.text,
                    findings,
                    risks: risks.collect(),
                    owner: add.owner.map(|name| OwnerForm::Named { name }),
                    due: add.due,
                    in_place_since: add.since,
                },
            })?;
            return context.made(&made);
        }
        Measure::Revise(revise) => {
            let assessment = context.open_of(&revise.of)?;
            let page = context.findings(&assessment)?;
            let measure = meant(&revise.item, page.measures.iter().map(|it| it.id.as_str()));
            let held = page.measures.into_iter().find(|it| it.id == measure);
            let mut form = held.map(|it| it.form).unwrap_or_default();
            form.text = revise.text.unwrap_or(form.text);
            if let Some(name) = revise.owner {
                form.owner = Some(OwnerForm::Named { name });
            }
            form.due = revise.due.or(form.due);
            form.in_place_since = revise.since.or(form.in_place_since);
            let anew = ReviseMeasure { measure, form };
            context.application.revise_measure(anew)?
        }
        Measure::Drop(drop) => {
            let assessment = context.open_of(&drop.of)?;
            let page = context.findings(&assessment)?;
            context.application.drop_measure(DropMeasure {
                measure: meant(&drop.item, page.measures.iter().map(|it| it.id.as_str())),
                reason: drop.reason,
            })?
        }
    };
    context.saved(&changed)
}
