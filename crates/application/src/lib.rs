//! One function for each thing a user can do, the same for the window and the
//! command line.
//!
//! This crate joins the pure rules, the dossier, the report and the signature. It
//! knows no window and prints nothing: it answers with values and with
//! [`Problem`]s, in the user's language.

mod answering;
mod assessed;
mod assessment_page;
mod calls;
mod care;
mod complaints;
mod damage;
mod deliberation;
mod disclosing;
mod dossier_page;
mod evidence;
mod example;
#[cfg(feature = "forms")]
mod exporting;
mod fact;
mod figures;
mod files;
mod follow_up;
mod history_page;
mod instruments;
mod keeping;
mod memory;
mod open;
mod problem;
mod question_page;
mod reference_pages;
mod report_page;
mod report_preview;
mod report_style;
mod results;
mod room;
mod signing;
mod start;
mod surroundings;
mod typed;
mod typescript;
mod verifying;
pub mod view;
mod words;

use std::path::Path;

use assessment::{AssessmentId, Change};
use dossier::{Overwrite, write_file_atomically};
use messages::Language;

use crate::assessed::Assessed;
use crate::files::{ChosenFiles, label};
use crate::memory::Memory;
use crate::open::Open;
use crate::report_preview::Previewed;
use crate::room::Room;
use crate::view::{Changed, ChosenFile, FilePurpose, ProblemView, Topic};
use crate::words::Words;

pub use answering::WrittenAnswer;
pub use assessment::report_style::SectionPlace;
pub use disclosing::Wanted;
pub use figures::{
    AskedQuestion, DossierCheck, LegalFigures, ListedAssessment, QuestionnaireCheck, Scores,
};
pub use history_page::HistoryFigures;
pub use keeping::tail::{HeldBackup, HeldReport, Tail};
pub use problem::{Detail, Fact, Kind, Problem};
pub use report::schema as report_schema;
pub use surroundings::Surroundings;
pub use typescript::{command_names, typescript};
pub use verification::{DisclosureFigures, FindingFigures, SignatureFigures, VerificationFigures};
pub use verifying::VerificationHere;
pub use view::OwnSection;

/// A report asks for memory half a million times: with the allocator of glibc that was a third of its time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The program behind the window and behind the command line: at most one dossier that is open, and
/// what belongs to the person at the screen.
pub struct Application {
    surroundings: Surroundings,
    memory: Memory,
    language: Language,
    files: ChosenFiles,
    open: Option<Open>,
    /// What opens encrypted dossiers, where it does not come with the call.
    secret: Option<dossier::Secret>,
    announcements: Vec<Changed>,
    room: Room,
    /// The report that was looked at last, on its pages.
    previewed: Option<Previewed>,
}

impl Application {
    /// The program in these surroundings, in the language that was chosen last time.
    #[must_use]
    pub fn new(surroundings: Surroundings) -> Self {
        let memory = Memory::load(surroundings.folder.clone());
        Self {
            language: memory.language(),
            surroundings,
            memory,
            files: ChosenFiles::default(),
            open: None,
            secret: None,
            announcements: Vec::new(),
            room: Room::default(),
            previewed: None,
        }
    }

    /// The same program in another language, until settings are chosen.
    #[must_use]
    pub fn in_language(self, language: Language) -> Self {
        Self { language, ..self }
    }

    /// The language in which the program answers.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The handle of a file that the person chose. Only a dialog of the system, or an argument on
    /// the command line, is such a choice.
    pub fn grant(&mut self, path: impl AsRef<Path>, purpose: FilePurpose) -> ChosenFile {
        self.files.grant(path.as_ref(), purpose)
    }

    /// The name that a dialog proposes for a file: what was suggested, made safe, or else a name for
    /// this purpose in the user's language.
    #[must_use]
    pub fn suggested_name(&self, purpose: FilePurpose, suggested: Option<&str>) -> String {
        let safe = suggested.map(files::safe_name).unwrap_or_default();
        if !safe.is_empty() {
            return safe;
        }
        match purpose {
            FilePurpose::NewDossier => self.words().text("application-file-dossier"),
            FilePurpose::Report => self.words().text("application-file-report"),
            FilePurpose::ReportForm => self.words().text("application-file-report-form"),
            FilePurpose::SignedReport => self.words().text("application-file-signed-report"),
            FilePurpose::NewIdentity => self.words().text("application-file-identity"),
            FilePurpose::TimestampRequest => self.words().text("application-file-timestamp"),
            FilePurpose::HandOutCopy => self.words().text("keeping-file-copy"),
            FilePurpose::Export => self.words().text("keeping-file-export"),
            FilePurpose::DestructionCertificate => self.words().text("care-file-certificate"),
            _ => String::new(),
        }
    }

    /// The title of the dialog in which a file is chosen.
    #[must_use]
    pub fn dialog_title(&self, purpose: FilePurpose) -> String {
        self.words().text(match purpose {
            FilePurpose::OpenDossier => "application-choose-dossier",
            FilePurpose::NewDossier => "application-choose-new-dossier",
            FilePurpose::Evidence => "application-choose-evidence",
            FilePurpose::EvidenceCopy => "application-choose-evidence-copy",
            FilePurpose::Report => "application-choose-new-report",
            FilePurpose::ReportForm => "application-choose-report-form",
            FilePurpose::Logo => "application-choose-logo",
            FilePurpose::Template => "application-choose-template",
            FilePurpose::OpenReport => "application-choose-report",
            FilePurpose::SignedReport => "application-choose-signed-report",
            FilePurpose::OpenIdentity => "application-choose-identity",
            FilePurpose::NewIdentity => "application-choose-new-identity",
            FilePurpose::TokenLibrary => "application-choose-token-library",
            FilePurpose::Certificate => "application-choose-certificate",
            FilePurpose::TimestampRequest => "application-choose-timestamp-request",
            FilePurpose::TimestampAnswer => "application-choose-timestamp-answer",
            FilePurpose::Validation => "application-choose-validation",
            FilePurpose::HandOutCopy => "keeping-choose-copy",
            FilePurpose::ReceivedDossier => "keeping-choose-received",
            FilePurpose::Export => "keeping-choose-export",
            FilePurpose::OpenExport => "keeping-choose-open-export",
            FilePurpose::DestructionCertificate => "care-choose-certificate",
        })
    }

    /// What changed since this was last asked, for every window to hear.
    pub fn announcements(&mut self) -> Vec<Changed> {
        std::mem::take(&mut self.announcements)
    }

    /// A problem in the user's language. The cause of a fault goes to the log.
    #[must_use]
    pub fn describe(&mut self, problem: &Problem) -> ProblemView {
        if problem.fact.kind() == Kind::Fault {
            let at = self.surroundings.now();
            self.memory.log(&format!("{at} {problem}"));
        }
        problem.view(self.language)
    }

    /// A fault that was caught at the border of the program, with what is known of its cause. What was saved before it
    /// counts, also where the call did not get to it.
    #[must_use]
    pub fn fault(&mut self, cause: &str) -> Problem {
        if let Some(open) = &mut self.open {
            // What cannot be read now is told by whatever is done next.
            let _ = open.fold_anew();
        }
        Problem::panicked(cause)
    }

    fn words(&self) -> Words {
        Words::new(self.language)
    }

    /// Lets go of the dossier that is open, and of all that was made of it.
    fn shut(&mut self) {
        self.open = None;
        self.previewed = None;
    }

    fn open(&self) -> Result<&Open, Problem> {
        self.open.as_ref().ok_or_else(|| Fact::NoDossierOpen.into())
    }

    fn open_and_surroundings(&mut self) -> Result<(&mut Open, &mut Surroundings), Problem> {
        match &mut self.open {
            Some(open) => Ok((open, &mut self.surroundings)),
            None => Err(Fact::NoDossierOpen.into()),
        }
    }

    fn assessed(&self, id: &str) -> Result<Assessed<'_>, Problem> {
        let id: AssessmentId = id
            .parse()
            .map_err(|_| Fact::UnknownAssessment { given: label(id) }.about("assessment"))?;
        Assessed::new(self.open()?, id, self.words())
    }

    /// Writes a file that the person chose, in the place of what was there, as the dialog asked. A
    /// dossier is the exception: nothing ever takes its place.
    fn write_over(&self, to: &Path, bytes: &[u8]) -> Result<(), Problem> {
        let is_open = self.open.as_ref().is_some_and(|open| {
            let place = |path| std::fs::canonicalize(path).ok();
            let dossier = place(open.path());
            dossier.is_some() && dossier == place(to)
        });
        let is_named_so = to.extension().is_some_and(|it| it == files::DOSSIER);
        let overwrite = if is_open || is_named_so {
            Overwrite::Refuse
        } else {
            Overwrite::Replace
        };
        Ok(write_file_atomically(to, bytes, overwrite)?)
    }

    /// Records one change and says what it changed. What it began is known by its event.
    fn record(&mut self, change: Change, topics: Vec<Topic>) -> Result<Changed, Problem> {
        let notice = self.unsettling(&change);
        let (open, surroundings) = self.open_and_surroundings()?;
        let event = open.record(surroundings, change)?;
        let mut changed = self.announced(topics);
        changed.subject = Some(event.to_string());
        changed.notice = notice.or(changed.notice);
        Ok(changed)
    }

    /// What to say after a change that was saved. Every window hears that something changed; what there
    /// is to say about it is for whoever made the change.
    fn announced(&mut self, topics: Vec<Topic>) -> Changed {
        let mut changed = self.changed(topics);
        self.announcements.push(changed.clone());
        self.room.forget_typed();
        let warning = self.open.as_mut().and_then(Open::take_warning);
        changed.notice = warning.map(|problem| self.not_backed_up(&problem));
        changed
    }

    /// What to say after something that changed nothing in the dossier.
    fn told(&self, notice: String) -> Changed {
        Changed {
            notice: Some(notice),
            ..self.changed(Vec::new())
        }
    }

    fn changed(&self, topics: Vec<Topic>) -> Changed {
        let words = self.words();
        let open = self.open.as_ref();
        Changed {
            saved_at: open
                .and_then(Open::last_saved)
                .map(|moment| words.time(moment))
                .unwrap_or_default(),
            events: open.map_or(0, |open| open.state().events),
            topics,
            subject: None,
            notice: None,
        }
    }
}

/// A count as the window takes it.
fn count(items: usize) -> u32 {
    u32::try_from(items).unwrap_or(u32::MAX)
}
