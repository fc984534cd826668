//! The committee's advice and the owner's decision.

use application::Fact;
use application::view::{
    AdviceForm, AdvicePage, ConditionForm, ConditionView, DecisionForm, GiveAdvice, InterestForm,
    OneAssessment, OwnerForm, ResidualRiskForm, TakeDecision,
};

use super::meant;
use crate::arguments::follow_up::{Advise, Conditions, Decide};
use crate::commands::Context;
use crate::failure::{DONE, Failure};

/// Gives an advice or takes it back; shows advice and decision when no course is named.
pub(crate) fn advise(context: &mut Context<'_>, advise: Advise) -> Result<u8, Failure> {
    let Some(course) = advise.course else {
        let assessment = context.look_of(&advise.of)?;
        let page = context
            .application
            .advice_page(OneAssessment { assessment })?;
        if advise.json {
            context.output.json(&page)?;
            return Ok(DONE);
        }
        return show(context, &page);
    };
    let assessment = context.open_of(&advise.of)?;
    let changed = if course == "withdraw" {
        let assessment = OneAssessment { assessment };
        context.application.withdraw_advice(assessment)?
    } else {
        context.application.give_advice(GiveAdvice {
            assessment,
            form: AdviceForm {
                course,
                because: advise.because,
                conditions: conditions(&advise.conditions)?,
                interests: advise.interests.iter().map(|it| interest(it)).collect(),
                weighing: advise.weighing,
                review_on: advise.review_on,
                review_when: advise.review_when,
            },
        })?
    };
    context.saved(&changed)
}

fn conditions(given: &Conditions) -> Result<Vec<ConditionForm>, Fact> {
    let condition = |text: &String| ConditionForm {
        text: text.clone(),
        owner: None,
        due: None,
    };
    let mut forms: Vec<ConditionForm> = given.conditions.iter().map(condition).collect();
    for owner in &given.condition_owners {
        let (form, name) = numbered(&mut forms, owner)?;
        form.owner = Some(OwnerForm::Named {
            name: name.to_owned(),
        });
    }
    for due in &given.condition_dues {
        let (form, date) = numbered(&mut forms, due)?;
        form.due = Some(date.to_owned());
    }
    Ok(forms)
}

/// The condition that is meant by its number, and what is said of it: `1=Noor Voorbeeld`.
fn numbered<'f, 'g>(
    forms: &'f mut [ConditionForm],
    given: &'g str,
) -> Result<(&'f mut ConditionForm, &'g str), Fact> {
    let count = forms.len();
    let said = given.split_once('=').and_then(|(number, said)| {
        let place = number.parse::<usize>().ok()?.checked_sub(1)?;
        Some((forms.get_mut(place)?, said))
    });
    said.ok_or_else(|| Fact::UnknownWord {
        given: given.to_owned(),
        allowed: (1..=count)
            .map(|number| format!("{number}=…"))
            .collect::<Vec<_>>()
            .join(", "),
    })
}

/// Whose interest and what it is, written `customers=a quick answer`.
fn interest(given: &str) -> InterestForm {
    let (of, text) = given.split_once('=').unwrap_or((given, ""));
    InterestForm {
        of: of.to_owned(),
        text: text.to_owned(),
    }
}

fn show(context: &Context<'_>, page: &AdvicePage) -> Result<u8, Failure> {
    let output = context.output;
    for advice in page.advice.iter().chain(&page.advice_conflict) {
        let course = [("course", advice.course_label.clone().into())];
        context.say("cli-advice", &course)?;
        output.line(&advice.form.because)?;
        for condition in &advice.conditions {
            output.line(&in_a_line(condition))?;
        }
    }
    for decision in page.decision.iter().chain(&page.decision_conflict) {
        let told = [
            ("course", decision.course_label.clone().into()),
            ("owner", decision.form.owner.clone().into()),
            ("date", decision.date_text.clone().into()),
        ];
        context.say("cli-decision", &told)?;
        for line in decision.form.because.lines() {
            output.line(line)?;
        }
        for condition in &decision.conditions {
            output.line(&in_a_line(condition))?;
        }
        for risk in &decision.residual_risks {
            output.line(&format!("- {}: {}", risk.label, risk.text))?;
        }
    }
    if let Some(departs) = &page.departs {
        output.line(departs)?;
    }
    for missing in &page.missing {
        output.line(&format!("! {}", missing.text))?;
    }
    Ok(DONE)
}

/// A condition with who sees to it and by when, as far as that was said.
fn in_a_line(condition: &ConditionView) -> String {
    let more: Vec<&str> = condition
        .owner
        .iter()
        .chain(&condition.due)
        .map(String::as_str)
        .collect();
    if more.is_empty() {
        format!("- {}", condition.text)
    } else {
        format!("- {} ({})", condition.text, more.join(", "))
    }
}

pub(crate) fn decide(context: &mut Context<'_>, decide: Decide) -> Result<u8, Failure> {
    let assessment = context.open_of(&decide.of)?;
    let page = context.findings(&assessment)?;
    let residual = |given: &String, accepted: bool| {
        let (risk, because) = given.split_once('=').unwrap_or((given, ""));
        ResidualRiskForm {
            risk: meant(risk, page.risks.iter().map(|it| it.id.as_str())),
            accepted,
            because: because.to_owned(),
        }
    };
    let accepted = decide.accept.iter().map(|given| residual(given, true));
    let refused = decide.refuse.iter().map(|given| residual(given, false));
    let residual_risks = accepted.chain(refused).collect();
    let date = match decide.date {
        Some(date) => date,
        None => context.application.today(),
    };
    let changed = context.application.take_decision(TakeDecision {
        assessment,
        form: DecisionForm {
            owner: decide.owner,
            function: decide.function,
            date,
            course: decide.course,
            because: decide.because,
            conditions: conditions(&decide.conditions)?,
            residual_risks,
        },
    })?;
    context.saved(&changed)
}
