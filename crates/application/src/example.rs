//! The example: a filled dossier of an organisation that does not exist.
//!
//! It is made through the same changes as a user's own work, from a file that stands beside the
//! questionnaire. Everything in it is fictional and says so.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use assessment::{
    Answer, AssessmentId, Change, Committee, Evidence, Member, Organisation, Pinned, Subject,
    SubjectId,
};
use questionnaire::{EvidenceStrength, Language, Questionnaire};
use serde::Deserialize;

use crate::Application;
use crate::instruments;
use crate::open::Open;
use crate::problem::Problem;
use crate::typed;
use crate::view::*;
use crate::words::CERTAINTIES;

const CONTENT: &str =
    include_str!("../../../questionnaires/customer-contact-ai/1.0/examples/webshop-chatbot.json");

macro_rules! evidence {
    ($($file:literal)*) => {
        /// The files that the example attaches, by the name it calls them.
        const EVIDENCE: &[(&str, &[u8])] = &[$((
            $file,
            include_bytes!(concat!(
                "../../../questionnaires/customer-contact-ai/1.0/examples/",
                $file
            )),
        )),*];
    };
}

evidence! {
    "evidence/incidentenlog.csv"
    "evidence/meting-antwoorden-q3.csv"
    "evidence/oefening-noodstop.txt"
    "evidence/openingstekst-chatbot.txt"
    "evidence/test-medewerker-bereiken.csv"
    "evidence/testverslag-antwoorden-voor-start.md"
    "evidence/testverslag-toegankelijkheid.md"
    "evidence/velden-naar-het-model.csv"
    "evidence/verslag-ondernemingsraad.txt"
    "evidence/verwerkersovereenkomst-samenvatting.txt"
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    language: Language,
    organisation: Organisation,
    members: Vec<Member>,
    mandate: String,
    subject: Subject,
    assessment: ExampleAssessment,
    answers: Vec<ExampleAnswer>,
    evidence: Vec<ExampleEvidence>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleAssessment {
    questionnaire: String,
    date: String,
    scope: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleAnswer {
    question: String,
    value: String,
    #[serde(default)]
    because: String,
    certainty: Option<String>,
    evidence_strength: Option<u8>,
    by: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleEvidence {
    question: String,
    file: String,
    label: String,
}

impl Application {
    /// Opens the example. It is made anew each time, in the program's own folder, so that whoever
    /// tries things out in it begins with the same again.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn open_example(&mut self, _: Nothing) -> Result<Changed, Problem> {
        let folder = match &self.surroundings.folder {
            Some(folder) => folder.clone(),
            None => std::env::temp_dir().join(format!("verantwoord-{}", std::process::id())),
        };
        let name = self.words().text("application-example-file");
        let path = folder.join(name);
        self.let_go_of(&path);
        fs::create_dir_all(&folder).map_err(|error| crate::files::unwritable(&folder, &error))?;
        if path.exists() {
            // An example that somebody is at work in, in another window, is not taken from them.
            match Open::to_work((&path).into(), &mut self.surroundings) {
                Err(problem) if matches!(problem.code(), "dossier-in-use" | "dossier-busy") => {
                    return Err(problem);
                }
                _ => {}
            }
            fs::remove_file(&path).map_err(|error| crate::files::unwritable(&path, &error))?;
        }
        self.example(&path)
    }

    /// Makes the example at `path` and opens it.
    ///
    /// # Errors
    /// When something stands at that place already, or it cannot be written.
    pub fn example(&mut self, path: &Path) -> Result<Changed, Problem> {
        let example: Example = serde_json::from_str(CONTENT).map_err(|e| Problem::fault(&e))?;
        let instrument = instruments::find(&example.assessment.questionnaire)?;
        let surroundings = &mut self.surroundings;
        let mut open = Open::create(
            path,
            Organisation {
                name: example.organisation.name.clone(),
                ..Organisation::default()
            },
            example.language,
            surroundings,
        )?;
        let organisation = example.organisation.clone();
        let subject = open.act(surroundings, |act| {
            act.record(Change::OrganisationDescribed(organisation))?;
            act.record(Change::CommitteeDescribed(Committee {
                mandate: example.mandate.clone(),
                ..Committee::default()
            }))?;
            for member in &example.members {
                act.record(Change::MemberJoined(member.clone()))?;
            }
            Ok(act.record(Change::SubjectAdded(example.subject.clone()))?)
        })?;
        let started = Change::AssessmentStarted {
            subject: SubjectId(subject),
            questionnaire: Pinned {
                id: instrument.questionnaire.id.to_string(),
                version: instrument.questionnaire.version.clone(),
                digest: instrument.digest.clone(),
            },
            date: typed::date(&example.assessment.date, "date")?,
            scope: example.assessment.scope.clone(),
        };
        let assessment = AssessmentId(open.start_assessment(surroundings, started, instrument)?);
        open.act(surroundings, |act| {
            for given in &example.answers {
                let (question, answer) = given.answer(&instrument.questionnaire)?;
                act.record(Change::AnswerRecorded {
                    assessment,
                    question,
                    answer,
                    based_on: Vec::new(),
                    taken_over_from: None,
                })?;
            }
            for piece in &example.evidence {
                let content = EVIDENCE
                    .iter()
                    .find(|(name, _)| *name == piece.file)
                    .map(|(_, content)| *content)
                    .ok_or_else(|| Problem::fault_saying(format!("no {}", piece.file)))?;
                let media_type = crate::evidence::media_type(Path::new(&piece.file));
                let blob = act.store_blob(&mut Cursor::new(content), media_type)?;
                act.record(Change::EvidenceAttached {
                    assessment,
                    question: piece.question.as_str().into(),
                    evidence: Evidence {
                        label: piece.label.clone(),
                        sha256: blob.sha256,
                        size: blob.size,
                        media_type: media_type.to_owned(),
                    },
                })?;
            }
            Ok(())
        })?;
        Ok(self.take_up(open))
    }
}

impl ExampleAnswer {
    fn answer(
        &self,
        questionnaire: &Questionnaire,
    ) -> Result<(questionnaire::QuestionId, Answer), Problem> {
        let broken = || Problem::fault_saying(format!("the example answers {}", self.question));
        let id = questionnaire::QuestionId::new(self.question.as_str());
        let question = questionnaire.question(&id).ok_or_else(broken)?;
        let certainty = self.certainty.as_deref();
        let answer = Answer {
            value: question.read_value(&self.value).map_err(|_| broken())?,
            because: self.because.clone(),
            certainty: certainty.and_then(|word| CERTAINTIES.read(word)),
            evidence_strength: EvidenceStrength::ALL
                .into_iter()
                .find(|strength| Some(strength.level()) == self.evidence_strength),
            by: self.by.clone(),
        };
        Ok((id, answer))
    }
}
