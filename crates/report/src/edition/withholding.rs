//! What an edition takes out of what people said, part by part.
//!
//! A finding, a risk, a measure or an action tells what was answered: it goes with the
//! answer that it rests on.

use std::collections::BTreeSet;

use questionnaire::QuestionId;
use serde::Serialize;
use serde_json::Value;

use super::{Edition, Redaction};
use crate::data::{
    ConditionData, EvidenceData, FollowUpData, GivenData, MeetingsData, PositionData,
    PositionsData, ReportData,
};
use crate::private::{Class, Private};

type Done = Result<(), serde_json::Error>;

/// Takes out of `data` what `redaction` says, but for the contact and the results.
pub(super) fn withhold(data: &mut ReportData, redaction: &Redaction) -> Done {
    // The summary carries nothing that it does not show, whoever may read it.
    if !data.committee.mandated_by_public || data.edition == Edition::Summary {
        redaction.of_some(Class::Names, &mut data.committee.mandated_by)?;
    }
    for member in &mut data.members {
        redaction.of(Class::Names, &mut member.name)?;
        redaction.of(Class::Names, &mut member.expertise)?;
        redaction.of_some(Class::Names, &mut member.stands_aside)?;
    }
    redaction.of_some(Class::Considerations, &mut data.assessment.reopened)?;
    let sections = data.sections.iter_mut();
    for question in sections.flat_map(|section| &mut section.questions) {
        if redaction.questions.contains(&question.id) {
            question.given.withhold(Class::Answers)?;
        }
        redaction.of(Class::Answers, &mut question.given)?;
        if let Some(given) = question.given.shown_mut() {
            withhold_given(given, redaction)?;
        }
    }
    withhold_follow_up(&mut data.follow_up, redaction)?;
    withhold_conclusion(data, redaction)?;
    for declared in data
        .signers
        .iter_mut()
        .filter_map(|it| it.declared.as_mut())
    {
        // Who signs this edition is named on it; why somebody thinks so need not be.
        redaction.of(Class::Names, &mut declared.reason)?;
        redaction.of(Class::Considerations, &mut declared.reason)?;
    }
    withhold_meetings(&mut data.meetings, redaction)
}

impl Redaction {
    fn of<T: Serialize>(&self, class: Class, value: &mut Private<T>) -> Done {
        if self.classes.contains(&class) && !says_nothing(value)? {
            value.withhold(class)?;
        }
        Ok(())
    }

    fn of_some<T: Serialize>(&self, class: Class, value: &mut Option<Private<T>>) -> Done {
        value.as_mut().map_or(Ok(()), |value| self.of(class, value))
    }

    fn positions(&self, positions: &mut PositionsData) -> Done {
        let PositionsData {
            tally: _,
            voiced,
            earlier,
        } = positions;
        for PositionData {
            position: _,
            reason,
            by,
        } in voiced.iter_mut().chain(earlier)
        {
            self.of(Class::Considerations, reason)?;
            self.of_some(Class::Names, by)?;
        }
        Ok(())
    }

    fn evidence(&self, files: &mut [EvidenceData]) -> Done {
        for file in files {
            self.of(Class::Evidence, &mut file.label)?;
        }
        Ok(())
    }

    fn conditions(&self, conditions: &mut [ConditionData]) -> Done {
        for condition in conditions {
            self.of_some(Class::Names, &mut condition.owner)?;
        }
        Ok(())
    }
}

/// Whether there is nothing to withhold: a mark would say that something was there.
fn says_nothing<T: Serialize>(value: &Private<T>) -> Result<bool, serde_json::Error> {
    let shown = value.shown().map(serde_json::to_value).transpose()?;
    Ok(shown == Some(Value::String(String::new())))
}

fn withhold_given(given: &mut GivenData, redaction: &Redaction) -> Done {
    for answer in &mut given.answers {
        redaction.of(Class::Considerations, &mut answer.because)?;
        redaction.of(Class::Names, &mut answer.by)?;
    }
    redaction.evidence(&mut given.evidence)?;
    redaction.positions(&mut given.positions)?;
    for ballot in given.rounds.iter_mut().flat_map(|round| &mut round.said) {
        redaction.of(Class::Considerations, &mut ballot.because)?;
        redaction.of_some(Class::Names, &mut ballot.by)?;
    }
    for comment in &mut given.comments {
        redaction.of(Class::Considerations, &mut comment.text)?;
        redaction.of_some(Class::Names, &mut comment.by)?;
    }
    Ok(())
}

fn withhold_follow_up(data: &mut FollowUpData, redaction: &Redaction) -> Done {
    let told = |question: &QuestionId| redaction.questions.contains(question);
    let mut gone: BTreeSet<String> = BTreeSet::new();
    for finding in &mut data.findings {
        if let Some(shown) = finding.shown_mut() {
            redaction.positions(&mut shown.positions)?;
            if shown.questions.iter().any(told) {
                gone.insert(shown.mark.clone());
                finding.withhold(Class::Answers)?;
            }
        }
        redaction.of(Class::Answers, finding)?;
    }
    let rests_on =
        |gone: &BTreeSet<String>, marks: &[String]| marks.iter().any(|mark| gone.contains(mark));
    for risk in &mut data.risks {
        if let Some(shown) = risk.shown()
            && rests_on(&gone, &shown.findings)
        {
            gone.insert(shown.mark.clone());
            risk.withhold(Class::Answers)?;
        }
        redaction.of(Class::Answers, risk)?;
    }
    for measure in &mut data.measures {
        if let Some(shown) = measure.shown_mut() {
            redaction.of_some(Class::Names, &mut shown.owner)?;
        }
        if measure
            .shown()
            .is_some_and(|shown| rests_on(&gone, &shown.findings) || rests_on(&gone, &shown.risks))
        {
            measure.withhold(Class::Answers)?;
        }
        redaction.of(Class::Answers, measure)?;
    }
    for action in &mut data.actions {
        if let Some(shown) = action.shown_mut() {
            redaction.of(Class::Names, &mut shown.owner)?;
            redaction.of(Class::Considerations, &mut shown.note)?;
            redaction.evidence(&mut shown.proof)?;
            if shown.question.as_ref().is_some_and(told) || rests_on(&gone, &shown.findings) {
                action.withhold(Class::Answers)?;
            }
        }
        redaction.of(Class::Answers, action)?;
    }
    for opinion in &mut data.opinions {
        redaction.of(Class::Names, &mut opinion.name)?;
        redaction.of(Class::Considerations, &mut opinion.because)?;
        redaction.of(Class::Considerations, &mut opinion.text)?;
        redaction.evidence(&mut opinion.documents)?;
    }
    Ok(())
}

fn withhold_conclusion(data: &mut ReportData, redaction: &Redaction) -> Done {
    let conclusion = &mut data.conclusion;
    redaction.positions(&mut conclusion.positions)?;
    redaction.positions(&mut conclusion.on_report)?;
    for advice in &mut conclusion.advice {
        redaction.of(Class::Considerations, &mut advice.because)?;
        redaction.of(Class::Considerations, &mut advice.weighing)?;
        for interest in &mut advice.interests {
            redaction.of(Class::Considerations, &mut interest.text)?;
        }
        redaction.conditions(&mut advice.conditions)?;
    }
    for decision in &mut conclusion.decisions {
        redaction.of(Class::Names, &mut decision.owner)?;
        redaction.of(Class::Considerations, &mut decision.because)?;
        redaction.conditions(&mut decision.conditions)?;
        for risk in &mut decision.residual_risks {
            redaction.of(Class::Considerations, &mut risk.because)?;
        }
    }
    Ok(())
}

fn withhold_meetings(meetings: &mut MeetingsData, redaction: &Redaction) -> Done {
    for session in &mut meetings.sessions {
        for there in &mut session.attendance {
            redaction.of(Class::Names, &mut there.name)?;
        }
        for topic in &mut session.topics {
            redaction.of(Class::Considerations, &mut topic.topic)?;
            redaction.of(Class::Considerations, &mut topic.minutes)?;
        }
        redaction.of(Class::Considerations, &mut session.minutes)?;
    }
    for parked in &mut meetings.parked {
        redaction.of(Class::Considerations, parked)?;
    }
    for taken in &mut meetings.take_home {
        redaction.of(Class::Considerations, &mut taken.text)?;
        redaction.of(Class::Names, &mut taken.owner)?;
    }
    Ok(())
}
