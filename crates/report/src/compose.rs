//! From the state of an assessment to the data of a report.

use std::collections::BTreeSet;

use assessment::outcome::{Colour, Outcome, Tally, VerdictReason};
use assessment::{AssessmentId, AssessmentState, Current, Moment, RecordedAnswer, State};
use questionnaire::{
    DutchText, Language, ObligationLevel, Question, QuestionId, Questionnaire, ReferenceId, Score,
    Section, Value,
};

use crate::data::{
    AnswerData, AssessmentData, DossierMark, EvidenceData, FORMAT, GivenData, LegalData, MADE_BY,
    MemberData, OrganisationData, PromiseData, QuestionData, QuestionnaireData, ReasonData,
    ReferenceData, ReportData, ResultsData, ScoreData, SectionData, SignerData, Standing, Verdict,
    WatchData,
};
use crate::edition::Edition;
use crate::private::{Private, Salts};
use crate::wording;

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
    let sections = sections(sources, state, salts);
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
        committee: sources.state.committee.clone(),
        members: members(sources.state, salts),
        subject: sources
            .state
            .subjects
            .get(&state.subject)
            .cloned()
            .unwrap_or_default(),
        assessment: AssessmentData {
            id: id.0,
            date: state.date,
            started: state.started,
            scope: state.scope.clone(),
        },
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
        profile: profile(sources),
        results: results(sources, salts),
        references: references(questionnaire, &sections, language),
        sections,
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
        signers: signers(sources),
    })
}

fn members(state: &State, salts: &mut Salts) -> Vec<MemberData> {
    state
        .current_members()
        .into_iter()
        .map(|(_, member)| MemberData {
            name: salts.seal(member.name.clone()),
            role: member.role,
            expertise: salts.seal(member.expertise.clone()),
            speaks_for: member.speaks_for.clone(),
        })
        .collect()
}

fn signers(sources: &Sources<'_>) -> Vec<SignerData> {
    let members = sources.state.current_members();
    sources
        .signers
        .iter()
        .enumerate()
        .map(|(index, name)| SignerData {
            field: format!("Signature{}", index + 1),
            name: name.clone(),
            role: members
                .iter()
                .find(|(_, member)| member.name == *name)
                .map(|(_, member)| member.role),
        })
        .collect()
}

/// The derived flags are what a reader should know: they switch duties on.
fn profile(sources: &Sources<'_>) -> Vec<String> {
    sources
        .questionnaire
        .derived_flags
        .iter()
        .filter(|derived| sources.outcome.derived_flags.contains(&derived.flag))
        .map(|derived| derived.label.get(sources.language).to_owned())
        .collect()
}

fn results(sources: &Sources<'_>, salts: &mut Salts) -> ResultsData {
    let Sources {
        questionnaire,
        outcome,
        language,
        ..
    } = *sources;
    let texts = &questionnaire.verdict_texts;
    let (verdict, meaning) = match outcome.verdict.colour {
        Colour::Red => (Verdict::Red, &texts.red),
        Colour::Amber => (Verdict::Amber, &texts.amber),
        Colour::Green => (Verdict::Green, &texts.green),
    };
    let score = |id: String, label: String, tally: &Tally, many_not_applicable: bool| ScoreData {
        id,
        label,
        score: tally.score.map(|score| score.value()),
        questions: tally.n,
        many_not_applicable,
    };
    ResultsData {
        verdict,
        provisional: outcome.verdict.provisional,
        meaning: meaning.get(language).to_owned(),
        provisional_meaning: if outcome.verdict.provisional {
            texts.provisional.get(language).to_owned()
        } else {
            String::new()
        },
        reasons: outcome
            .verdict
            .reasons
            .iter()
            .map(|reason| {
                salts.seal(ReasonData {
                    text: wording::reason(questionnaire, reason, language),
                    question: about(reason).cloned(),
                })
            })
            .collect(),
        asked: count(outcome.asked.len()),
        answered: count(outcome.answered.len()),
        total: score("total".to_owned(), String::new(), &outcome.total, false),
        sections: outcome
            .sections
            .iter()
            .filter(|section| section.scored_asked > 0)
            .map(|section| {
                let title = questionnaire
                    .section(&section.section)
                    .map_or("", |section| section.title.get(language));
                score(
                    section.section.to_string(),
                    title.to_owned(),
                    &section.tally,
                    section.not_applicable_warning,
                )
            })
            .collect(),
        section_amber_below: questionnaire.scoring.thresholds.section_amber_below,
        promises: outcome
            .promises
            .iter()
            .map(|promise| {
                let text = questionnaire
                    .promise(promise.promise)
                    .map_or("", |promise| promise.text.get(language));
                score(
                    promise.promise.to_string(),
                    text.to_owned(),
                    &promise.tally,
                    false,
                )
            })
            .collect(),
        legal: LegalData {
            active: outcome
                .legal
                .points
                .iter()
                .map(|point| point.question.clone())
                .collect(),
            open: points(outcome.legal.open(), salts),
            partly: points(outcome.legal.partly(), salts),
            unknown: points(outcome.legal.unknown(), salts),
            upcoming: points(outcome.legal.upcoming(), salts),
        },
        key_points: sealed(&outcome.missing_key_points, salts),
        open: sealed(outcome.intake_open.iter().chain(&outcome.open), salts),
        not_applicable: sealed(&outcome.not_applicable, salts),
        thin_evidence: points(outcome.legal.met_on_little_evidence(), salts),
    }
}

/// The question that a rule of the verdict is about, if it is about one.
fn about(reason: &VerdictReason) -> Option<&QuestionId> {
    match reason {
        VerdictReason::OpenLegalGap { question }
        | VerdictReason::PartlyOpenLegalGap { question }
        | VerdictReason::UnknownLegalPoint { question }
        | VerdictReason::NearUpcomingLegalGap { question }
        | VerdictReason::MissingKeyPoint { question } => Some(question),
        VerdictReason::SectionBelowThreshold { .. } | VerdictReason::TotalBelowThreshold { .. } => {
            None
        }
    }
}

fn points<'a>(
    points: impl Iterator<Item = &'a assessment::outcome::LegalPoint>,
    salts: &mut Salts,
) -> Vec<Private<QuestionId>> {
    sealed(points.map(|point| &point.question), salts)
}

fn sealed<'a>(
    questions: impl IntoIterator<Item = &'a QuestionId>,
    salts: &mut Salts,
) -> Vec<Private<QuestionId>> {
    questions
        .into_iter()
        .map(|question| salts.seal(question.clone()))
        .collect()
}

fn sections(sources: &Sources<'_>, state: &AssessmentState, salts: &mut Salts) -> Vec<SectionData> {
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
            .map(|attached| EvidenceData {
                label: salts.seal(attached.evidence.label.clone()),
                sha256: attached.evidence.sha256.clone(),
                size: attached.evidence.size,
                media_type: attached.evidence.media_type.clone(),
            })
            .collect(),
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

/// The references that the questions asked rest on, in the order of the
/// questionnaire.
fn references(
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

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
