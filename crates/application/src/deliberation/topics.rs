//! The topics of an agenda: as typed, as kept, and in words.

use assessment::session::AgendaTopic;

use crate::assessed::Assessed;
use crate::files::label;
use crate::problem::{Fact, Problem};
use crate::typed;
use crate::view::AgendaTopicForm;

/// A topic that was chosen or typed.
pub(super) fn topic(
    assessed: &Assessed<'_>,
    form: &AgendaTopicForm,
) -> Result<AgendaTopic, Problem> {
    let question = |given: &str| Ok::<_, Problem>(assessed.question(given)?.id.clone());
    Ok(match form {
        AgendaTopicForm::Conflict { question: id } => AgendaTopic::Conflict(question(id)?),
        AgendaTopicForm::LegalGap { question: id } => AgendaTopic::LegalGap(question(id)?),
        AgendaTopicForm::Contested { question: id } => AgendaTopic::Contested(question(id)?),
        AgendaTopicForm::OpenQuestion { question: id } => AgendaTopic::OpenQuestion(question(id)?),
        AgendaTopicForm::ActionDue { action } => {
            let id = action.parse().ok();
            let mut all = assessed.open.state().assessments.values();
            let id = id.filter(|id| all.any(|it| it.follow_up.actions.contains_key(id)));
            AgendaTopic::ActionDue(id.ok_or_else(|| {
                Fact::UnknownTopic {
                    given: label(action),
                }
                .about("topic")
            })?)
        }
        AgendaTopicForm::Other { text } => AgendaTopic::Other(typed::name(text, "topic")?),
    })
}

pub(super) fn form(topic: &AgendaTopic) -> AgendaTopicForm {
    match topic {
        AgendaTopic::Conflict(question) => AgendaTopicForm::Conflict {
            question: question.to_string(),
        },
        AgendaTopic::LegalGap(question) => AgendaTopicForm::LegalGap {
            question: question.to_string(),
        },
        AgendaTopic::Contested(question) => AgendaTopicForm::Contested {
            question: question.to_string(),
        },
        AgendaTopic::OpenQuestion(question) => AgendaTopicForm::OpenQuestion {
            question: question.to_string(),
        },
        AgendaTopic::ActionDue(action) => AgendaTopicForm::ActionDue {
            action: action.to_string(),
        },
        AgendaTopic::Other(text) => AgendaTopicForm::Other { text: text.clone() },
    }
}

/// A topic on one line.
pub(super) fn in_words(assessed: &Assessed<'_>, topic: &AgendaTopic) -> String {
    let of = |key: &str, question: &questionnaire::QuestionId| {
        let question = question.to_string();
        assessed.words.format(key, &[("question", question.into())])
    };
    match topic {
        AgendaTopic::Conflict(question) => of("session-topic-conflict", question),
        AgendaTopic::LegalGap(question) => of("session-topic-legal-gap", question),
        AgendaTopic::Contested(question) => of("session-topic-contested", question),
        AgendaTopic::OpenQuestion(question) => of("session-topic-open-question", question),
        AgendaTopic::ActionDue(action) => {
            let mut all = assessed.open.state().assessments.values();
            let planned = all.find_map(|it| it.follow_up.actions.get(action));
            let text = planned.map(|action| action.planned.now.text.clone());
            let text = text.unwrap_or_default();
            let arguments = [("action", text.into())];
            assessed.words.format("session-topic-action", &arguments)
        }
        AgendaTopic::Other(text) => text.clone(),
    }
}

/// The text of the question that a topic is about.
pub(super) fn text(assessed: &Assessed<'_>, topic: &AgendaTopic) -> Option<String> {
    let question = assessed.questionnaire.question(topic.question()?)?;
    Some(assessed.words.of(&question.text))
}
