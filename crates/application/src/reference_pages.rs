//! What stands beside the questions: the glossary, the promises, the sources, what will change.

use crate::Application;
use crate::problem::Problem;
use crate::question_page::{promise_view, reference_view};
use crate::view::*;

impl Application {
    /// The glossary of an assessment's questionnaire, in alphabetical order.
    ///
    /// # Errors
    /// When there is no such assessment.
    pub fn glossary(&mut self, input: OneAssessment) -> Result<Vec<GlossaryEntry>, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let words = assessed.words;
        let mut entries: Vec<GlossaryEntry> = assessed
            .questionnaire
            .glossary
            .iter()
            .map(|term| GlossaryEntry {
                term: words.of(&term.term),
                definition: words.of(&term.definition),
                also: term.also.clone(),
            })
            .collect();
        entries.sort_by_cached_key(|entry| entry.term.to_lowercase());
        Ok(entries)
    }

    /// What an assessment's questionnaire is and rests on.
    ///
    /// # Errors
    /// When there is no such assessment.
    pub fn instrument_page(&mut self, input: OneAssessment) -> Result<InstrumentPage, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let words = assessed.words;
        let questionnaire = assessed.questionnaire;
        Ok(InstrumentPage {
            title: words.of(&questionnaire.title),
            version: questionnaire.version.clone(),
            status: words.of(&questionnaire.status),
            law_as_of: words.of(&questionnaire.law_as_of),
            digest: assessed.state.questionnaire.digest.clone(),
            promises: questionnaire
                .promises
                .iter()
                .map(|promise| promise_view(words, promise))
                .collect(),
            promises_note: words.text("report-annex-promises-note"),
            references: questionnaire
                .references
                .iter()
                .map(|reference| reference_view(words, reference))
                .collect(),
            watch: questionnaire
                .watch
                .iter()
                .map(|item| WatchView {
                    item: words.of(&item.item),
                    expected: words.of(&item.expected),
                    affects: item
                        .sections
                        .iter()
                        .filter_map(|id| questionnaire.section(id))
                        .map(|section| words.of(&section.title))
                        .collect(),
                })
                .collect(),
            notes: questionnaire
                .notes
                .iter()
                .map(|note| words.of(note))
                .collect(),
        })
    }
}
