//! Reports: making one, and what was made of it since.

use assessment::state::SignedReport;
use assessment::{AssessmentId, MemberId, Role};
use report::data::DossierMark;
use report::edition::{Edition, NamePlace, Redaction};
use report::private::Class;
use report::{ReportData, Sources};

use crate::Application;
use crate::assessed::Assessed;
use crate::count;
use crate::files::label;
use crate::follow_up::standing_view;
use crate::open::Open;
use crate::problem::{Fact, Problem};
use crate::typed;
use crate::view::*;
use crate::words::Words;

/// How many people can be asked to sign one report.
const MOST_SIGNERS: usize = 20;

impl Application {
    /// The page on which a report is made and signed.
    ///
    /// # Errors
    /// When there is no such assessment.
    pub fn report_page(&mut self, input: OneAssessment) -> Result<ReportPage, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let words = assessed.words;
        let members = assessed.open.state().current_members();
        let mut signed: Vec<SignedReportView> = assessed
            .state
            .reports
            .iter()
            .map(|report| SignedReportView {
                sha256: report.sha256.clone(),
                at: words.moment(report.at),
                signers: report.signers.clone(),
                since: since(assessed.open, words, &mark(report)),
            })
            .collect();
        signed.reverse();
        Ok(ReportPage {
            subject: assessed.subject_name(),
            standing: standing_view(&assessed)?,
            signers: members
                .into_iter()
                .map(|(_, member)| SignerChoice {
                    name: member.name.clone(),
                    role: words.role(member.role),
                    expected: member.role != Role::Guest,
                })
                .collect(),
            signed,
        })
    }

    /// Makes a report with an empty signature field for each signer. Without signers, the members of
    /// the committee are meant, the chair first. The file appears whole or not at all.
    ///
    /// # Errors
    /// When there is nobody to sign, something cannot be put on paper, or the file cannot be written.
    pub fn make_report(&mut self, input: MakeReport) -> Result<ReportMade, Problem> {
        self.make_edition(MakeEdition {
            report: input,
            edition: Edition::Full.word().to_owned(),
            withhold: None,
        })
    }

    /// Makes an edition of a report. The public edition and the summary await no signatures unless signers are named.
    ///
    /// # Errors
    /// As [`make_report`](Self::make_report), and when there is no such edition or nothing is withheld by a name.
    pub fn make_edition(&mut self, input: MakeEdition) -> Result<ReportMade, Problem> {
        let to = self.files.path(&input.report.to, &[FilePurpose::Report])?;
        let made = self.edition_data(&PreviewEdition {
            assessment: input.report.assessment,
            language: input.report.language,
            edition: input.edition,
            withhold: input.withhold,
            signers: input.report.signers,
        })?;
        let names_left = made.warning(self.words())?;
        let rendered = report::render(&made.data).map_err(|error| Problem::fault(&error))?;
        self.write_over(&to, &rendered)?;
        self.announced(vec![Topic::Reports]);
        let size = self.words().size(rendered.len() as u64);
        Ok(ReportMade {
            file: self.grant(&to, FilePurpose::OpenReport),
            pages: pages(&rendered),
            size,
            names_left,
            signers: made
                .data
                .signers
                .into_iter()
                .map(|signer| signer.name)
                .collect(),
        })
    }

    /// The data of an edition as the dossier stands.
    pub(crate) fn edition_data(&self, wanted: &PreviewEdition) -> Result<EditionData, Problem> {
        let assessed = self.assessed(&wanted.assessment)?;
        let (edition, redaction) =
            edition_of(&assessed, &wanted.edition, wanted.withhold.as_deref())?;
        let signers = match edition {
            Edition::Public | Edition::Summary if wanted.signers.is_empty() => Vec::new(),
            _ => signers(assessed.open, &wanted.signers)?,
        };
        let full = data(&assessed, typed::language(&wanted.language)?, &signers)?;
        EditionData::of(full, edition, &redaction)
    }
}

/// The data of an edition, and of the full report that it is of.
pub(crate) struct EditionData {
    pub(crate) data: ReportData,
    full: ReportData,
}

impl EditionData {
    /// An edition of a full report.
    pub(crate) fn of(
        full: ReportData,
        edition: Edition,
        redaction: &Redaction,
    ) -> Result<Self, Problem> {
        let data = report::edition::edition(&full, edition, redaction)
            .map_err(|error| Problem::fault(&error))?;
        Ok(Self { data, full })
    }

    /// Where to look for names that a public edition withholds and that were left in running text; nothing when there are
    /// none.
    pub(crate) fn warning(&self, words: Words) -> Result<Option<String>, Problem> {
        if self.data.edition != Edition::Public {
            return Ok(None);
        }
        let left = report::edition::names_left(&self.full, &self.data)
            .map_err(|error| Problem::fault(&error))?;
        if left.is_empty() {
            return Ok(None);
        }
        let named = left.iter().map(|place| match place {
            NamePlace::Question(question) => question.to_string(),
            NamePlace::Chapter(title) => words.text(title),
        });
        let places: Vec<String> = named.collect();
        let told = [
            ("count", places.len().into()),
            ("places", places.join(", ").into()),
        ];
        Ok(Some(words.format("application-names-left", &told)))
    }
}

/// Which edition is meant, and what it withholds.
pub(crate) fn edition(
    given: &str,
    withhold: Option<&str>,
) -> Result<(Edition, Redaction), Problem> {
    let unknown = |given: &str, allowed: String, field: &'static str| {
        Fact::UnknownWord {
            given: label(given),
            allowed,
        }
        .about(field)
    };
    let edition: Edition = given
        .parse()
        .map_err(|_| unknown(given, Edition::ALL.map(Edition::word).join(", "), "edition"))?;
    let redaction = match (edition, withhold) {
        (Edition::Full, None) => Redaction::default(),
        (Edition::Public, None) => Redaction::usual(),
        (Edition::Public, Some(rules)) => rules.parse().map_err(|_| {
            let classes = Class::ALL.map(|(word, _)| word).join(", ");
            unknown(rules, format!("{classes}, question:ID"), "redact")
        })?,
        (Edition::Summary, None) => Redaction::everything(),
        // Only the public edition can be told what to withhold.
        (Edition::Full | Edition::Summary, Some(rules)) => {
            return Err(unknown(rules, "--edition public".to_owned(), "redact"));
        }
    };
    Ok((edition, redaction))
}

/// The same for an assessment: a slip of the hand must not publish the answer that it meant.
pub(crate) fn edition_of(
    assessed: &Assessed<'_>,
    given: &str,
    withhold: Option<&str>,
) -> Result<(Edition, Redaction), Problem> {
    let (edition, redaction) = edition(given, withhold)?;
    for question in &redaction.questions {
        let given = label(question.as_str());
        assessed
            .question(question.as_str())
            .map_err(|_| Fact::UnknownQuestion { given }.about("redact"))?;
    }
    Ok((edition, redaction))
}

/// The data of a report on an assessment as it stands.
pub(crate) fn data(
    assessed: &Assessed<'_>,
    language: questionnaire::Language,
    signers: &[String],
) -> Result<ReportData, Problem> {
    let fingerprint = assessed.open.fingerprint();
    let earlier: Vec<Assessed<'_>> = assessed
        .open
        .state()
        .earlier(assessed.id)
        .into_iter()
        .map(|(id, _)| Assessed::new(assessed.open, id, assessed.words))
        .collect::<Result<_, _>>()?;
    let earlier: Vec<_> = earlier.iter().map(Assessed::compared).collect();
    report::compose(&Sources {
        state: assessed.open.state(),
        assessment: assessed.id,
        questionnaire: assessed.questionnaire,
        outcome: &assessed.outcome,
        secret: &assessed.open.secret()?,
        dossier: &DossierMark {
            fingerprint: fingerprint.root,
            events: fingerprint.events,
            heads: fingerprint.heads,
        },
        as_of: assessed.open.last_saved().unwrap_or(assessed.state.started),
        language,
        signers,
        earlier: &earlier,
    })
    .map_err(|error| Problem::fault(&error))
}

/// Who is to sign, in order: those who are named, or else the members, the chair first.
fn signers(open: &Open, named: &[String]) -> Result<Vec<String>, Problem> {
    let mut signers = Vec::new();
    for name in named {
        signers.push(typed::name(name, "signers")?);
    }
    if signers.is_empty() {
        let mut members: Vec<(MemberId, &assessment::Member)> = open.state().current_members();
        members.retain(|(_, member)| member.role != Role::Guest);
        signers.extend(members.into_iter().map(|(_, member)| member.name.clone()));
    }
    // The chair's signature certifies, whoever is named first.
    let members = open.state().current_members();
    let is_chair = |name: &String| {
        let mut chairs = members.iter().filter(|(_, it)| it.role == Role::Chair);
        chairs.any(|(_, chair)| chair.name == *name)
    };
    signers.sort_by_key(|name| !is_chair(name));
    if signers.is_empty() {
        return Err(Fact::NoSigners.about("signers"));
    }
    if signers.len() > MOST_SIGNERS {
        return Err(Fact::TooManySigners {
            limit: MOST_SIGNERS as u64,
        }
        .about("signers"));
    }
    for (place, name) in signers.iter().enumerate() {
        if signers.iter().take(place).any(|other| other == name) {
            return Err(Fact::SignerTwice { name: name.clone() }.about("signers"));
        }
    }
    Ok(signers)
}

/// The state of the dossier that a signed report shows.
pub(crate) fn mark(report: &SignedReport) -> DossierMark {
    DossierMark {
        fingerprint: report.fingerprint.clone(),
        events: report.events,
        heads: report.heads.clone(),
    }
}

/// What has changed in the dossier since a report was made, in words. Keeping the signed report
/// itself is no change to what it says.
pub(crate) fn since(open: &Open, words: Words, then: &DossierMark) -> String {
    let Some(since) = open.since(then) else {
        return words.text("application-since-unknown");
    };
    let changes: Vec<_> = since
        .into_iter()
        .filter(|event| !matches!(event.change, Some(assessment::Change::ReportSigned { .. })))
        .collect();
    match changes.last() {
        None => words.text("application-since-nothing"),
        Some(latest) => words.format(
            "application-since-changes",
            &[
                ("count", changes.len().into()),
                (
                    "latest",
                    crate::history_page::sentence(open, words, latest).into(),
                ),
            ],
        ),
    }
}

/// The assessment that a report is of, if it is one of this dossier.
pub(crate) fn is_of(open: &Open, data: &ReportData) -> Option<AssessmentId> {
    let id = AssessmentId(data.assessment.id);
    open.state().assessments.contains_key(&id).then_some(id)
}

/// How many pages a report has that was made just now: its page objects stand in the file as they
/// are, for strangers to read.
fn pages(pdf: &[u8]) -> u32 {
    const PAGE: &[u8] = b"/Type/Page";
    let is_page = |window: &[u8]| {
        let (name, next) = window.split_at(PAGE.len());
        name == PAGE && !next.iter().any(u8::is_ascii_alphanumeric)
    };
    count(
        pdf.windows(PAGE.len() + 1)
            .filter(|window| is_page(window))
            .count(),
    )
}
