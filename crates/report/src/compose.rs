//! From the state of an assessment to the data of a report.

mod committee;
mod conclusion;
mod deliberation;
mod follow_up;
mod questions;
mod results;
mod signers;

use assessment::comparison::Assessed;
use assessment::outcome::Outcome;
use assessment::session::Owner;
use assessment::standing::{self, Reopened, Status};
use assessment::{AssessmentId, AssessmentState, MemberId, Moment, State};
use questionnaire::{DutchText, Language, Questionnaire};

use crate::data::{
    AssessmentData, DossierMark, FORMAT, MADE_BY, OrganisationData, PromiseData, QuestionnaireData,
    ReportData, WatchData,
};
use crate::edition::Edition;
use crate::private::{Private, Salts};
use follow_up::Marks;

/// What a report is made from.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// Everything the dossier holds.
    pub state: &'a State,
    /// Which assessment to report on.
    pub assessment: AssessmentId,
    /// The questionnaire that the assessment is pinned to.
    pub questionnaire: &'a Questionnaire,
    /// What the rules make of the answers.
    pub outcome: &'a Outcome,
    /// Which state of the dossier this is.
    pub dossier: &'a DossierMark,
    /// What only the holders of the dossier know: salts are drawn from it.
    pub secret: &'a [u8; 32],
    /// When the last event was recorded.
    pub as_of: Moment,
    /// The language of the pages.
    pub language: Language,
    /// Who is expected to sign, by name, in order; the first certifies.
    pub signers: &'a [String],
    /// The earlier assessments of the same application, in any order.
    pub earlier: &'a [Assessed<'a>],
}

/// The state holds no assessment of that identity.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the dossier holds no assessment {0}")]
pub struct NoSuchAssessment(pub AssessmentId);

/// Gathers everything that the pages of a report say.
///
/// # Errors
/// [`NoSuchAssessment`].
pub fn compose(sources: &Sources<'_>) -> Result<ReportData, NoSuchAssessment> {
    let id = sources.assessment;
    let state = sources
        .state
        .assessments
        .get(&id)
        .ok_or(NoSuchAssessment(id))?;
    let language = sources.language;
    let questionnaire = sources.questionnaire;
    let salts = &mut Salts::new(sources.secret, language.tag());
    let organisation = &sources.state.organisation;
    let sections = questions::sections(sources, state, salts);
    let marks = Marks::of(state);
    Ok(ReportData {
        format: FORMAT.to_owned(),
        made_by: MADE_BY.to_owned(),
        edition: Edition::Full,
        language,
        written_in: sources.state.language,
        as_of: sources.as_of,
        dossier: sources.dossier.clone(),
        organisation: OrganisationData {
            name: organisation.name.clone(),
            sector: organisation.sector.clone(),
            description: organisation.description.clone(),
            contact: salts.seal(organisation.contact.clone()),
        },
        committee: committee::committee(&sources.state.committee, salts),
        members: committee::members(sources, salts),
        subject: sources
            .state
            .subjects
            .get(&state.subject)
            .cloned()
            .unwrap_or_default(),
        assessment: assessment(sources, state, salts),
        questionnaire: QuestionnaireData {
            id: questionnaire.id.to_string(),
            version: questionnaire.version.clone(),
            digest: state.questionnaire.digest.clone(),
            title: questionnaire.title.get(language).to_owned(),
            status: questionnaire.status.get(language).to_owned(),
            law_as_of: questionnaire.law_as_of.get(language).to_owned(),
            answer_rule: questionnaire.answer_rule.get(language).to_owned(),
            rules: questionnaire
                .scoring
                .rules
                .iter()
                .map(|rule| rule.text.get(language).to_owned())
                .collect(),
            notes: questionnaire
                .notes
                .iter()
                .map(|note| note.get(language).to_owned())
                .collect(),
        },
        profile: results::profile(sources),
        results: results::results(sources, state, salts),
        references: questions::references(questionnaire, &sections, language),
        sections,
        follow_up: follow_up::follow_up(sources, state, &marks, salts),
        conclusion: conclusion::conclusion(sources, state, &marks, salts),
        meetings: committee::meetings(sources, state, salts),
        promises: questionnaire
            .promises
            .iter()
            .map(|promise| PromiseData {
                number: promise.nr,
                text: promise.text.get(language).to_owned(),
                working_translation: language == Language::Nl
                    && promise.dutch_text == DutchText::WorkingTranslation,
                source: promise.source.clone(),
            })
            .collect(),
        watch: questionnaire
            .watch
            .iter()
            .map(|watch| WatchData {
                item: watch.item.get(language).to_owned(),
                expected: watch.expected.get(language).to_owned(),
            })
            .collect(),
        signers: signers::signers(sources, salts),
        style: sources.state.report_style.clone(),
    })
}

fn assessment(sources: &Sources<'_>, state: &AssessmentState, salts: &mut Salts) -> AssessmentData {
    let standing = standing::standing(
        sources.questionnaire,
        sources.state,
        sources.assessment,
        sources.outcome,
    );
    let (status, reopened) = standing.map_or((Status::Concept, None), |standing| {
        (standing.status, standing.reopened)
    });
    let reason = |reopened| match reopened {
        Reopened::ByWork(_) => String::new(),
        Reopened::WithReason(event) => {
            let all = &state.conclusion.reopened;
            let one = all.iter().find(|reopening| reopening.event == event);
            one.map(|reopening| reopening.reason.clone())
                .unwrap_or_default()
        }
    };
    AssessmentData {
        id: sources.assessment.0,
        date: state.date,
        started: state.started,
        scope: state.scope.clone(),
        status,
        reopened: reopened.map(|reopened| salts.seal(reason(reopened))),
    }
}

/// A member's name. Empty when the words of the event that brought them were erased.
fn name_of(state: &State, member: MemberId) -> String {
    state
        .members
        .get(&member)
        .map(|state| state.member.name.clone())
        .unwrap_or_default()
}

/// Who is to do something, by name.
fn owner(state: &State, owner: &Owner, salts: &mut Salts) -> Private<String> {
    salts.seal(match owner {
        Owner::Member(member) => name_of(state, *member),
        Owner::Named(name) => name.clone(),
    })
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
