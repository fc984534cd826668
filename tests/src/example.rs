//! The example that comes with the questionnaire, and the labels of its answers: read from the files, so that a journey
//! types what a committee would.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value as Json, json};

use crate::workshop::root;

/// An answer of the example, as the command line takes it.
#[derive(Clone)]
pub struct Answer(Json);

/// All answers of the web shop with a chatbot, in the order of the questionnaire.
#[must_use]
pub fn example_answers() -> Vec<Answer> {
    let answers = json_at(folder().join("examples/webshop-chatbot.json"))["answers"].take();
    answers
        .as_array()
        .unwrap()
        .iter()
        .cloned()
        .map(in_dutch)
        .collect()
}

/// The answer with its Dutch texts: the file holds them in every language.
fn in_dutch(mut answer: Json) -> Answer {
    for text in ["value", "because"] {
        if answer[text].is_object() {
            answer[text] = answer[text]["nl"].take();
        }
    }
    Answer(answer)
}

impl Answer {
    /// An answer to this question.
    #[must_use]
    pub fn to(question: &str, value: &str) -> Self {
        Self(json!({"question": question, "value": value}))
    }

    /// With a consideration.
    #[must_use]
    pub fn because(mut self, words: &str) -> Self {
        self.0["because"] = json!(words);
        self
    }

    /// The id of the question.
    #[must_use]
    pub fn question(&self) -> &str {
        self.0["question"].as_str().unwrap()
    }

    /// The values that were chosen.
    pub fn values(&self) -> impl Iterator<Item = &str> {
        self.0["value"].as_str().unwrap().split(',')
    }

    /// The consideration.
    #[must_use]
    pub fn consideration(&self) -> &str {
        self.0["because"].as_str().unwrap_or_default()
    }

    /// The line of JSON that `answer --stdin` reads.
    #[must_use]
    pub fn line(&self) -> String {
        format!("{}\n", self.0)
    }
}

/// What an option of a question is called in Dutch.
#[must_use]
pub fn instrument_label(id: &str, value: &str) -> String {
    let sections = fs::read_dir(folder().join("sections")).expect("the sections");
    let mut question = sections
        .map(|section| json_at(section.unwrap().path()))
        .flat_map(|section| section["questions"].as_array().cloned().unwrap())
        .find(|candidate| candidate["id"] == id)
        .unwrap_or_else(|| panic!("no question {id}"));
    let choices = question["answer"]["choices"].take();
    let choice = choices
        .as_array()
        .into_iter()
        .flatten()
        .find(|choice| choice["value"] == value)
        .unwrap_or_else(|| panic!("no option {value} in {id}"));
    choice["label"]["nl"].as_str().unwrap().to_owned()
}

fn folder() -> PathBuf {
    root().join("questionnaires/customer-contact-ai/1.0")
}

fn json_at(path: PathBuf) -> Json {
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path:?}: {error}"))
}
