//! How the committee of the example came to its advice: its changes, moment by moment.
//!
//! The file holds changes in the form in which a dossier keeps them. An identity that is not known
//! beforehand is written as `$` and a name: of a step that was named with `as`, of a member, of the
//! answer to a question.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use assessment::{Change, Moment};
use questionnaire::Language;
use serde::Deserialize;
use serde_json::Value as Json;

use crate::open::Deed;
use crate::problem::Problem;

const CONTENT: &str = include_str!(
    "../../../../questionnaires/customer-contact-ai/1.0/examples/webshop-committee.json"
);

/// The story, and how far it was told.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Story {
    moments: Vec<AtOnce>,
    #[serde(skip)]
    told: Arc<AtomicUsize>,
}

/// What happened at one moment.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AtOnce {
    at: Moment,
    pub(super) steps: Vec<Step>,
}

/// One thing that happened.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Step {
    /// The name by which later steps know it.
    #[serde(rename = "as")]
    name: String,
    /// A file to keep before it: its change knows it by `$sha256`, `$size` and `$media_type`.
    store: Option<String>,
    change: Option<Json>,
    /// The themes of which the answers are recorded.
    pub(super) answers: Vec<String>,
}

impl Story {
    pub(super) fn read(language: Language) -> Result<Self, Problem> {
        super::texts::read(CONTENT, language)
    }

    /// Moment after moment, and the clock with it.
    pub(super) fn moments(&self) -> impl Iterator<Item = &AtOnce> {
        let moments = self.moments.iter().enumerate();
        moments.map(|(place, moment)| {
            self.told.store(place, Ordering::Relaxed);
            moment
        })
    }

    /// A clock that shows the moment at which the story is.
    pub(super) fn clock(&self) -> Box<dyn FnMut() -> Moment + Send> {
        let moments: Vec<Moment> = self.moments.iter().map(|moment| moment.at).collect();
        let told = Arc::clone(&self.told);
        let epoch = Moment::new(jiff::Timestamp::UNIX_EPOCH, jiff::tz::Offset::UTC);
        Box::new(move || {
            let now = moments.get(told.load(Ordering::Relaxed));
            now.copied().unwrap_or(epoch)
        })
    }
}

/// What the names in the story stand for.
#[derive(Default)]
pub(super) struct Names(BTreeMap<String, Json>);

impl Names {
    pub(super) fn name(&mut self, name: &str, stands_for: impl ToString) {
        self.0
            .insert(name.to_owned(), stands_for.to_string().into());
    }

    /// Records the change of a step, if it has one.
    pub(super) fn record(&mut self, step: &Step, act: &mut Deed<'_, '_>) -> Result<(), Problem> {
        if let Some(file) = &step.store {
            let kept = super::store(act, file, "")?;
            self.name("sha256", kept.sha256);
            self.name("media_type", kept.media_type);
            self.0.insert("size".to_owned(), kept.size.into());
        }
        let Some(change) = &step.change else {
            return Ok(());
        };
        let change = self.resolved(change)?;
        let change: Change = serde_json::from_value(change).map_err(|e| Problem::fault(&e))?;
        let event = act.record(change)?;
        self.name(&step.name, event);
        Ok(())
    }

    /// The same with every name replaced by what it stands for.
    fn resolved(&self, written: &Json) -> Result<Json, Problem> {
        Ok(match written {
            Json::String(text) => match text.strip_prefix('$') {
                Some(name) => {
                    let known = self.0.get(name).cloned();
                    known
                        .ok_or_else(|| Problem::fault_saying(format!("nothing is named {name}")))?
                }
                None => written.clone(),
            },
            Json::Array(items) => {
                let items = items.iter().map(|item| self.resolved(item));
                Json::Array(items.collect::<Result<_, _>>()?)
            }
            Json::Object(fields) => {
                let fields = fields.iter();
                let fields = fields.map(|(key, field)| Ok((key.clone(), self.resolved(field)?)));
                Json::Object(fields.collect::<Result<_, Problem>>()?)
            }
            other => other.clone(),
        })
    }
}
