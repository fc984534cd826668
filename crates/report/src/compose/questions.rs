//! The questions that were asked, and what the committee made of each.

use std::collections::BTreeSet;

use assessment::{AssessmentState, Current, Evidence, RecordedAnswer};
use questionnaire::{
    Language, ObligationLevel, Question, Questionnaire, ReferenceId, Score, Section, Value,
};

use super::{Sources, deliberation};
use crate::data::{
    AnswerData, EvidenceData, GivenData, QuestionData, ReferenceData, SectionData, Standing,
};
use crate::private::Salts;
use crate::wording;

pub(super) fn sections(
    sources: &Sources<'_>,
    state: &AssessmentState,
    salts: &mut Salts,
) -> Vec<SectionData> {
    sources
        .questionnaire
        .sections
        .iter()
        .filter_map(|section| {
            let questions: Vec<QuestionData> = section
                .questions
                .iter()
                .filter(|question| sources.outcome.is_asked(&question.id))
                .map(|question| self::question(sources, state, question, salts))
                .collect();
            (!questions.is_empty()).then(|| section_data(section, questions, sources))
        })
        .collect()
}

fn section_data(
    section: &Section,
    questions: Vec<QuestionData>,
    sources: &Sources<'_>,
) -> SectionData {
    SectionData {
        id: section.id.clone(),
        title: section.title.get(sources.language).to_owned(),
        introduction: section.introduction.get(sources.language).to_owned(),
        intake: !section.has_assessment(),
        questions,
    }
}

fn question(
    sources: &Sources<'_>,
    state: &AssessmentState,
    question: &Question,
    salts: &mut Salts,
) -> QuestionData {
    let language = sources.language;
    let legal = sources
        .outcome
        .legal
        .points
        .iter()
        .find(|point| point.question == question.id);
    // A duty that does not bind here counts as a norm.
    let obligation = match (question.obligation.level(), legal) {
        (ObligationLevel::Must, None) => ObligationLevel::Should,
        (level, _) => level,
    };
    let current = state.current(&question.id);
    let recorded: Vec<&RecordedAnswer> = match current {
        Current::Open => Vec::new(),
        Current::Answered(one) => vec![one],
        Current::Conflict(several) => several.iter().collect(),
    };
    let given = GivenData {
        standing: standing(question, current),
        answers: recorded
            .into_iter()
            .map(|recorded| answer(sources, question, recorded, salts))
            .collect(),
        evidence: state
            .evidence_for(&question.id)
            .map(|attached| evidence(&attached.evidence, salts))
            .collect(),
        positions: deliberation::on_answer(sources, state, &question.id, salts),
        rounds: deliberation::rounds(sources, state, question, salts),
        comments: deliberation::comments(sources, state, &question.id, salts),
    };
    let given = salts.seal(given);
    QuestionData {
        id: question.id.clone(),
        text: question.text.get(language).to_owned(),
        obligation,
        applies_from: legal.and_then(|point| point.applies_from),
        duty_holders: legal
            .map(|point| point.holders.as_slice())
            .unwrap_or_default()
            .iter()
            .filter_map(|holder| sources.questionnaire.duty_holder(holder))
            .map(|holder| holder.name.get(language).to_owned())
            .collect(),
        weight: question.weight,
        references: question.references.clone(),
        promises: question.promises.clone(),
        first_step: question
            .first_step
            .as_ref()
            .map(|step| step.get(language).to_owned())
            .unwrap_or_default(),
        given,
    }
}

fn standing(question: &Question, current: Current<'_>) -> Standing {
    let value = match current {
        Current::Open => return Standing::Open,
        Current::Conflict(_) => return Standing::Conflict,
        Current::Answered(recorded) => &recorded.answer.value,
    };
    match value {
        Value::NotYetKnown => Standing::NotYetKnown,
        Value::NotApplicable => Standing::NotApplicable,
        _ if !question.is_scored() => Standing::Answered,
        _ => match question.score(value) {
            None => Standing::Answered,
            Some(Score::ONE) => Standing::Full,
            Some(Score::ZERO) => Standing::Zero,
            Some(_) => Standing::Partial,
        },
    }
}

fn answer(
    sources: &Sources<'_>,
    question: &Question,
    recorded: &RecordedAnswer,
    salts: &mut Salts,
) -> AnswerData {
    let answer = &recorded.answer;
    let labels = &sources.questionnaire.labels;
    let (value, text) = match &answer.value {
        Value::Text(text) => (String::new(), text.clone()),
        value => (value.written(), String::new()),
    };
    AnswerData {
        value,
        label: wording::answer(
            sources.questionnaire,
            question,
            &answer.value,
            sources.language,
        ),
        text,
        because: salts.seal(answer.because.clone()),
        certainty: answer.certainty,
        evidence_strength: answer.evidence_strength.map(|strength| strength.level()),
        evidence_strength_label: answer.evidence_strength.map(|strength| {
            labels
                .evidence_strength(strength)
                .get(sources.language)
                .to_owned()
        }),
        by: salts.seal(answer.by.clone()),
        at: recorded.at,
    }
}

pub(super) fn evidence(evidence: &Evidence, salts: &mut Salts) -> EvidenceData {
    EvidenceData {
        label: salts.seal(evidence.label.clone()),
        sha256: evidence.sha256.clone(),
        size: evidence.size,
        media_type: evidence.media_type.clone(),
    }
}

/// The references that the questions asked rest on, in the order of the
/// questionnaire.
pub(super) fn references(
    questionnaire: &Questionnaire,
    sections: &[SectionData],
    language: Language,
) -> Vec<ReferenceData> {
    let used: BTreeSet<&ReferenceId> = sections
        .iter()
        .flat_map(|section| &section.questions)
        .flat_map(|question| &question.references)
        .collect();
    questionnaire
        .references
        .iter()
        .filter(|reference| used.contains(&reference.id))
        .map(|reference| ReferenceData {
            id: reference.id.clone(),
            title: reference.title.get(language).to_owned(),
            source: reference.source.get(language).to_owned(),
            verified: reference.verified,
            applies_from: reference.applies_from,
            url: reference.url.clone(),
            note: reference
                .note
                .as_ref()
                .map(|note| note.get(language).to_owned())
                .unwrap_or_default(),
        })
        .collect()
}
