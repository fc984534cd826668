//! One question with everything that helps to answer it.

use assessment::{Change, Current, Event};
use questionnaire::{
    AnswerForm as Form, DutchText, Question, QuestionKind, Reference, ServicePromise,
};

use crate::assessed::{Assessed, answer_form};
use crate::deliberation;
use crate::problem::Problem;
use crate::view::*;
use crate::words::Words;
use crate::{Application, count};

impl Application {
    /// The page of one question, whether it is asked now or not.
    ///
    /// # Errors
    /// When there is no such assessment or question.
    pub fn question_page(&mut self, input: OneQuestion) -> Result<QuestionPage, Problem> {
        let today = self.surroundings.now().date();
        let assessed = self.assessed(&input.assessment)?;
        let question = assessed.question(&input.question)?;
        let positions = deliberation::on_answer(&assessed, &input.question, today)?;
        Ok(page(&assessed, question, positions))
    }
}

fn page(assessed: &Assessed<'_>, question: &Question, positions: PositionsView) -> QuestionPage {
    let words = assessed.words;
    let all = assessed.asked();
    let place = all.iter().position(|asked| asked.id == question.id);
    let section = assessed.questionnaire.section_of(&question.id);
    let here: Vec<&Question> = section
        .map(|section| {
            section
                .questions
                .iter()
                .filter(|question| assessed.is_asked(&question.id))
                .collect()
        })
        .unwrap_or_default();
    let number = here.iter().position(|asked| asked.id == question.id);
    let neighbour = |offset: isize| {
        place
            .and_then(|place| place.checked_add_signed(offset))
            .and_then(|place| all.get(place))
            .map(|question| assessed.question_link(question))
    };
    let current = match assessed.state.current(&question.id) {
        Current::Answered(recorded) => Some(recorded),
        Current::Open | Current::Conflict(_) => None,
    };
    let intake = question.kind() == QuestionKind::Intake;
    QuestionPage {
        id: question.id.to_string(),
        section: section.map_or_else(
            || SectionLink {
                id: String::new(),
                title: String::new(),
            },
            |section| assessed.section_link(section),
        ),
        number: count(number.map_or(0, |place| place + 1)),
        of: count(here.len()),
        introduction: section
            .filter(|_| number == Some(0))
            .map(|section| words.of(&section.introduction)),
        intake,
        text: words.of(&question.text),
        why: words.of(&question.why),
        note: words.of_option(question.note.as_ref()),
        answer_rule: matches!(question.answer, Form::YesPartlyNo { .. })
            .then(|| words.of(&assessed.questionnaire.answer_rule)),
        input: input_of(assessed, question),
        may_be_not_applicable: !intake,
        not_applicable_needs_name: assessed.is_legal_point(question),
        evidence_hints: question
            .evidence_hints
            .iter()
            .map(|hint| words.of(hint))
            .collect(),
        example: words.of_option(question.example.as_ref()),
        first_step: words.of_option(question.first_step.as_ref()),
        references: question
            .references
            .iter()
            .filter_map(|id| assessed.questionnaire.reference(id))
            .map(|reference| reference_view(words, reference))
            .collect(),
        promises: question
            .promises
            .iter()
            .filter_map(|nr| assessed.questionnaire.promise(*nr))
            .map(|promise| promise_view(words, promise))
            .collect(),
        suggested_roles: question
            .suggested_roles
            .iter()
            .filter_map(|id| assessed.questionnaire.role(id))
            .map(|role| words.of(&role.name))
            .collect(),
        obligation: obligation(assessed, question),
        weight: if question.is_scored() {
            question.weight
        } else {
            0
        },
        answer: current.map(|recorded| answer_form(&recorded.answer)),
        state: assessed.answer_state(&question.id),
        saved: current.map(|recorded| {
            words.format(
                "application-saved",
                &[
                    ("at", words.moment(recorded.at).into()),
                    ("who", assessed.open.who(recorded.actor, words).into()),
                ],
            )
        }),
        taken_over: current.and_then(|recorded| assessed.taken_over_from(recorded)),
        conflict: conflict(assessed, question),
        evidence: assessed
            .state
            .evidence_for(&question.id)
            .map(|it| crate::evidence::view(words, it.id, &it.evidence, it.at))
            .collect(),
        earlier: earlier(assessed, question),
        positions,
        comments: deliberation::threads(assessed, &question.id),
        previous: neighbour(-1),
        next: neighbour(1),
        asked: place.is_some(),
        members: assessed
            .open
            .state()
            .current_members()
            .into_iter()
            .map(|(_, member)| member.name.clone())
            .collect(),
        events: assessed.open.state().events,
    }
}

pub(crate) fn input_of(assessed: &Assessed<'_>, question: &Question) -> QuestionInput {
    let words = assessed.words;
    let labels = &assessed.questionnaire.labels;
    let profile = |choices: &[questionnaire::ProfileChoice]| {
        choices
            .iter()
            .map(|choice| OptionView {
                value: choice.value.clone(),
                label: words.of(&choice.label),
                descriptor: None,
            })
            .collect()
    };
    match &question.answer {
        Form::ProfileChoice { choices } => QuestionInput::Single {
            options: profile(choices),
        },
        Form::ProfileChoices { choices } => QuestionInput::Multiple {
            options: profile(choices),
        },
        Form::SingleChoice { choices } => QuestionInput::Single {
            options: choices
                .iter()
                .map(|choice| OptionView {
                    value: choice.value.clone(),
                    label: words.of(&choice.label),
                    descriptor: Some(words.of(&choice.descriptor)),
                })
                .collect(),
        },
        Form::YesPartlyNo {
            yes, partly, no, ..
        } => QuestionInput::Single {
            options: [
                (questionnaire::Value::YES, &labels.yes, yes),
                (questionnaire::Value::PARTLY, &labels.partly, partly),
                (questionnaire::Value::NO, &labels.no, no),
            ]
            .map(|(value, label, descriptor)| OptionView {
                value: value.to_owned(),
                label: words.of(label),
                descriptor: Some(words.of(descriptor)),
            })
            .into(),
        },
        Form::Maturity { levels } => QuestionInput::Maturity {
            options: labels
                .maturity
                .iter()
                .zip(levels)
                .enumerate()
                .map(|(level, (label, descriptor))| OptionView {
                    value: level.to_string(),
                    label: words.of(label),
                    descriptor: Some(words.of(descriptor)),
                })
                .collect(),
        },
        Form::Number { unit, how, .. } => QuestionInput::Number {
            unit: words.of(unit),
            how: Some(words.of(how)),
        },
        Form::FreeText { how } => QuestionInput::Text {
            how: Some(words.of(how)),
        },
    }
}

fn obligation(assessed: &Assessed<'_>, question: &Question) -> ObligationView {
    let words = assessed.words;
    let level = assessed.obligation_level(question);
    let duty = question
        .legal_duty()
        .filter(|_| matches!(level, "must" | "upcoming"));
    ObligationView {
        level: level.to_owned(),
        label: words.text(&format!("application-obligation-{level}")),
        applies_from: duty
            .and_then(|duty| duty.applies_from)
            .map(|date| words.date(date)),
        holders: duty
            .map(|duty| {
                duty.holders
                    .iter()
                    .filter_map(|id| assessed.questionnaire.duty_holder(id))
                    .map(|holder| words.of(&holder.name))
                    .collect()
            })
            .unwrap_or_default(),
    }
}

fn conflict(assessed: &Assessed<'_>, question: &Question) -> Vec<ConflictingAnswer> {
    let words = assessed.words;
    let Current::Conflict(several) = assessed.state.current(&question.id) else {
        return Vec::new();
    };
    several
        .iter()
        .map(|recorded| ConflictingAnswer {
            from: words.format(
                "application-saved",
                &[
                    ("at", words.moment(recorded.at).into()),
                    ("who", assessed.open.who(recorded.actor, words).into()),
                ],
            ),
            answer: answer_form(&recorded.answer),
            text: assessed.value_in_words(question, &recorded.answer.value),
        })
        .collect()
}

/// The answers that were replaced or withdrawn, the latest first.
fn earlier(assessed: &Assessed<'_>, question: &Question) -> Vec<EarlierAnswer> {
    let current = assessed.state.replaced_by_next(&question.id);
    let answers = |event: &&Event| match &event.change {
        Some(Change::AnswerRecorded {
            assessment,
            question: about,
            ..
        }) => *assessment == assessed.id && *about == question.id,
        _ => false,
    };
    assessed
        .open
        .events()
        .iter()
        .filter(answers)
        .filter(|event| !current.contains(&event.id))
        .rev()
        .filter_map(|event| match &event.change {
            Some(Change::AnswerRecorded { answer, .. }) => Some(EarlierAnswer {
                at: assessed.words.moment(event.at),
                text: assessed.value_in_words(question, &answer.value),
                because: answer.because.clone(),
            }),
            _ => None,
        })
        .collect()
}

pub(crate) fn reference_view(words: Words, reference: &Reference) -> ReferenceView {
    use questionnaire::{ReferenceKind as Kind, Verified};
    let kind = match reference.kind {
        Kind::Law => "law",
        Kind::SectorCode => "sector-code",
        Kind::SectorPosition => "sector-position",
        Kind::SupervisorStatement => "supervisor-statement",
        Kind::SupervisorGuidance => "supervisor-guidance",
        Kind::Standard => "standard",
        Kind::Norm => "norm",
    };
    let status = match reference.verified {
        Verified::Found => "found",
        Verified::Part => "part",
        Verified::General => "general",
    };
    ReferenceView {
        id: reference.id.to_string(),
        title: words.of(&reference.title),
        kind: words.text(&format!("application-reference-{kind}")),
        url: reference.url.clone(),
        status: words.text(&format!("application-source-{status}")),
        applies_from: reference.applies_from.map(|date| words.date(date)),
        note: words.of_option(reference.note.as_ref()),
    }
}

pub(crate) fn promise_view(words: Words, promise: &ServicePromise) -> PromiseView {
    let working_translation = words.language == messages::Language::Nl
        && promise.dutch_text == DutchText::WorkingTranslation;
    let status = match (words.language, promise.dutch_text) {
        (messages::Language::En, _) => "application-promise-english",
        (_, DutchText::Verbatim) => "application-promise-verbatim",
        (_, DutchText::WorkingTranslation) => "application-promise-working-translation",
    };
    PromiseView {
        number: promise.nr,
        text: words.of(&promise.text),
        status: words.text(status),
        working_translation,
        short: report::wording::promise(&promise.nr.to_string(), words.language),
    }
}
