//! The advice, the decision, and what the members think of both.

use assessment::AssessmentState;
use assessment::advice::{Advice, Condition, Decision};
use assessment::deliberation::Matter;
use assessment::state::Given;

use super::follow_up::Marks;
use super::{Sources, deliberation, owner};
use crate::data::{
    AdviceData, ConclusionData, ConditionData, DecisionData, InterestData, PositionsData,
    ResidualRiskData,
};
use crate::private::Salts;

pub(super) fn conclusion(
    sources: &Sources<'_>,
    state: &AssessmentState,
    marks: &Marks,
    salts: &mut Salts,
) -> ConclusionData {
    let held = &state.conclusion;
    let advice = match held.advice() {
        Some(one) => std::slice::from_ref(one),
        None => held.advice.as_slice(),
    };
    let decisions = match held.decision() {
        Some(one) => std::slice::from_ref(one),
        None => held.decisions.as_slice(),
    };
    let positions = match advice.first() {
        Some(given) => deliberation::positions(sources, &Matter::Advice(given.event), salts),
        None => PositionsData::default(),
    };
    ConclusionData {
        advice: advice
            .iter()
            .map(|given| self::advice(sources, given, salts))
            .collect(),
        positions,
        decisions: decisions
            .iter()
            .map(|given| decision(sources, &given.said, held.departs(), marks, salts))
            .collect(),
        on_report: deliberation::positions(sources, &Matter::Report, salts),
    }
}

fn advice(sources: &Sources<'_>, given: &Given<Advice>, salts: &mut Salts) -> AdviceData {
    let advice = &given.said;
    AdviceData {
        date: given.at.date(),
        course: advice.course,
        because: salts.seal(advice.because.clone()),
        conditions: conditions(sources, &advice.conditions, salts),
        interests: advice
            .interests
            .iter()
            .map(|interest| InterestData {
                of: interest.of.clone(),
                text: salts.seal(interest.text.clone()),
            })
            .collect(),
        weighing: salts.seal(advice.weighing.clone()),
        review_on: advice.review_on,
        review_when: advice.review_when.clone(),
    }
}

fn decision(
    sources: &Sources<'_>,
    decision: &Decision,
    departs: bool,
    marks: &Marks,
    salts: &mut Salts,
) -> DecisionData {
    DecisionData {
        owner: salts.seal(decision.owner.clone()),
        function: decision.function.clone(),
        date: decision.date,
        course: decision.course,
        departs,
        because: salts.seal(decision.because.clone()),
        conditions: conditions(sources, &decision.conditions, salts),
        residual_risks: decision
            .residual_risks
            .iter()
            .map(|risk| ResidualRiskData {
                risk: marks.risk(risk.risk),
                accepted: risk.accepted,
                because: salts.seal(risk.because.clone()),
            })
            .collect(),
    }
}

fn conditions(
    sources: &Sources<'_>,
    conditions: &[Condition],
    salts: &mut Salts,
) -> Vec<ConditionData> {
    conditions
        .iter()
        .map(|condition| ConditionData {
            text: condition.text.clone(),
            owner: condition
                .owner
                .as_ref()
                .map(|it| owner(sources.state, it, salts)),
            due: condition.due,
        })
        .collect()
}
