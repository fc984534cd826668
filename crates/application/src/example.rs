//! The example: a filled dossier of an organisation that does not exist.
//!
//! It is made through the same changes as a user's own work, from two files that stand beside the
//! questionnaire: what was assessed, and how the committee came to it. Both hold every text in each
//! language of the program. Everything in them is fictional and says so.

mod story;
mod texts;

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use assessment::{
    Answer, AssessmentId, Change, Evidence, Member, Moment, Organisation, Pinned, Subject,
    SubjectId,
};
use questionnaire::{EvidenceStrength, Language, Questionnaire};
use serde::Deserialize;
use story::{Names, Story};

use crate::Application;
use crate::instruments;
use crate::open::{Deed, Open};
use crate::problem::Problem;
use crate::surroundings::Surroundings;
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
    "evidence/accessibility-report.md"
    "evidence/answers-before-the-start.md"
    "evidence/chatbot-opening-text.txt"
    "evidence/emergency-stop-drill.txt"
    "evidence/fields-sent-to-the-model.csv"
    "evidence/incident-log.csv"
    "evidence/incidentenlog.csv"
    "evidence/measured-answers-q3.csv"
    "evidence/meting-antwoorden-q3.csv"
    "evidence/oefening-noodstop.txt"
    "evidence/openingstekst-chatbot.txt"
    "evidence/processing-agreements-summary.txt"
    "evidence/reaching-an-employee.csv"
    "evidence/test-medewerker-bereiken.csv"
    "evidence/testverslag-antwoorden-voor-start.md"
    "evidence/testverslag-toegankelijkheid.md"
    "evidence/velden-naar-het-model.csv"
    "evidence/verslag-ondernemingsraad.txt"
    "evidence/verwerkersovereenkomst-samenvatting.txt"
    "evidence/works-council-minutes.txt"
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
    /// Opens the example, in the language that the program speaks. It is made anew each time, in the
    /// program's own folder, so that whoever tries things out in it begins with the same again.
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

    /// Makes the example at `path` in the language of the program, and opens it.
    ///
    /// # Errors
    /// When something stands at that place already, or it cannot be written.
    pub fn example(&mut self, path: &Path) -> Result<Changed, Problem> {
        let language = self.words().language;
        let example: Example = texts::read(CONTENT, language)?;
        let story = Story::read(language)?;
        let told = {
            let telling = Telling::of(&story, &mut self.surroundings);
            example.told(path, &story, telling.surroundings)?
        };
        Ok(self.take_up(told))
    }
}

/// The surroundings while a story is told: its sessions were held on days of their own, and there is nothing in it that
/// a backup could save. However the telling ends, they are as before after it.
struct Telling<'a> {
    surroundings: &'a mut Surroundings,
    clock: Box<dyn FnMut() -> Moment + Send>,
    backups: Option<PathBuf>,
}

impl<'a> Telling<'a> {
    fn of(story: &Story, surroundings: &'a mut Surroundings) -> Self {
        Self {
            clock: std::mem::replace(&mut surroundings.clock, story.clock()),
            backups: surroundings.backups.take(),
            surroundings,
        }
    }
}

impl Drop for Telling<'_> {
    fn drop(&mut self) {
        std::mem::swap(&mut self.surroundings.clock, &mut self.clock);
        std::mem::swap(&mut self.surroundings.backups, &mut self.backups);
    }
}

impl Example {
    /// Makes the example at `path`.
    fn told(
        &self,
        path: &Path,
        story: &Story,
        surroundings: &mut Surroundings,
    ) -> Result<Open, Problem> {
        let instrument = instruments::find(&self.assessment.questionnaire)?;
        let organisation = Organisation {
            name: self.organisation.name.clone(),
            ..Organisation::default()
        };
        let mut open = Open::create(path, organisation, self.language, surroundings)?;
        let mut names = Names::default();
        names.name("mandate", &self.mandate);
        let subject = open.act(surroundings, |act| {
            act.record(Change::OrganisationDescribed(self.organisation.clone()))?;
            for member in &self.members {
                let joined = act.record(Change::MemberJoined(member.clone()))?;
                names.name(&format!("member {}", member.name), joined);
            }
            act.record(Change::SubjectAdded(self.subject.clone()))
        })?;
        let started = Change::AssessmentStarted {
            subject: SubjectId(subject),
            questionnaire: Pinned {
                id: instrument.questionnaire.id.to_string(),
                version: instrument.questionnaire.version.clone(),
                digest: instrument.digest.clone(),
            },
            date: typed::date(&self.assessment.date, "date")?,
            scope: self.assessment.scope.clone(),
        };
        let assessment = open.start_assessment(surroundings, started, instrument)?;
        names.name("subject", subject);
        names.name("assessment", assessment);
        for moment in story.moments() {
            open.act(surroundings, |act| {
                for step in &moment.steps {
                    names.record(step, act)?;
                    for theme in &step.answers {
                        let questions = (&instrument.questionnaire, theme.as_str());
                        self.answer(questions, AssessmentId(assessment), act, &mut names)?;
                    }
                }
                Ok(())
            })?;
        }
        Ok(open)
    }

    /// Records the answers to the questions whose ids begin so, with their evidence.
    fn answer(
        &self,
        (questionnaire, theme): (&Questionnaire, &str),
        assessment: AssessmentId,
        act: &mut Deed<'_, '_>,
        names: &mut Names,
    ) -> Result<(), Problem> {
        for given in self
            .answers
            .iter()
            .filter(|it| it.question.starts_with(theme))
        {
            let (question, answer) = given.answer(questionnaire)?;
            let recorded = act.record(Change::AnswerRecorded {
                assessment,
                question,
                answer,
                based_on: Vec::new(),
                taken_over_from: None,
            })?;
            names.name(&format!("answer {}", given.question), recorded);
            for piece in self
                .evidence
                .iter()
                .filter(|it| it.question == given.question)
            {
                let evidence = store(act, &piece.file, &piece.label)?;
                act.record(Change::EvidenceAttached {
                    assessment,
                    question: piece.question.as_str().into(),
                    evidence,
                })?;
            }
        }
        Ok(())
    }
}

/// Keeps one of the files that the example attaches.
fn store(act: &mut Deed<'_, '_>, file: &str, label: &str) -> Result<Evidence, Problem> {
    let known = EVIDENCE.iter().find(|(name, _)| *name == file);
    let (_, content) = known.ok_or_else(|| Problem::fault_saying(format!("no {file}")))?;
    let media_type = crate::evidence::media_type(Path::new(file));
    let blob = act.store_blob(&mut Cursor::new(content), media_type)?;
    Ok(Evidence {
        label: label.to_owned(),
        sha256: blob.sha256,
        size: blob.size,
        media_type: media_type.to_owned(),
    })
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
