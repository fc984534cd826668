//! The first screen, settings, and opening and closing dossiers.

use std::path::Path;

use assessment::Organisation;
use dossier::At;

use crate::Application;
use crate::care;
use crate::files;
use crate::memory::Recent;
use crate::open::Open;
use crate::problem::{Fact, Problem};
use crate::typed;
use crate::view::*;

impl Application {
    /// The first screen.
    ///
    /// # Errors
    /// Never; the signature is that of every call.
    pub fn start_page(&mut self, _: Nothing) -> Result<StartPage, Problem> {
        let words = self.words();
        let today = self.surroundings.now().date();
        let known = self.memory.recent().to_vec();
        let mut recent = Vec::with_capacity(known.len());
        for dossier in known {
            recent.push(RecentDossier {
                file: self.grant(&dossier.path, FilePurpose::OpenDossier),
                organisation: dossier.organisation,
                opened: words.moment(dossier.opened),
                exists: dossier.path.is_file(),
                reminder: dossier
                    .kept_until
                    .and_then(|until| care::reminder(words, until, today)),
            });
        }
        Ok(StartPage {
            recent,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            open: self.open.as_ref().map(|open| files::name_of(open.path())),
            written_in: self.committee_language().ok(),
        })
    }

    /// The settings in force.
    ///
    /// # Errors
    /// Never; the signature is that of every call.
    pub fn settings(&mut self, _: Nothing) -> Result<Settings, Problem> {
        Ok(self.memory.settings())
    }

    /// Chooses language and size of the text.
    ///
    /// # Errors
    /// When there is no such language or size.
    pub fn choose_settings(&mut self, input: ChooseSettings) -> Result<Changed, Problem> {
        let language = typed::language(&input.language)?;
        if !matches!(input.text_size, 100 | 150 | 200) {
            return Err(Fact::TextSizeUnknown {
                given: u64::from(input.text_size),
            }
            .about("text_size"));
        }
        self.memory.choose(language, input.text_size);
        self.language = language;
        Ok(self.announced(vec![Topic::Settings]))
    }

    /// Makes a dossier and opens it.
    ///
    /// # Errors
    /// When the organisation has no name, something stands at that place already, or nothing can be
    /// written there.
    pub fn new_dossier(&mut self, input: NewDossier) -> Result<Changed, Problem> {
        let path = self.files.path(&input.file, &[FilePurpose::NewDossier])?;
        let organisation = Organisation {
            name: typed::name(&input.organisation, "organisation")?,
            ..Organisation::default()
        };
        let language = typed::language(&input.language)?;
        // The dossier that is open stays open until the new one stands.
        let open = Open::create(&path, organisation, language, &mut self.surroundings)?;
        Ok(self.take_up(open))
    }

    /// Opens a dossier. When somebody else is at work in it, says who.
    ///
    /// # Errors
    /// When the file is no dossier, newer than this program, damaged, encrypted otherwise, or in use.
    pub fn open_dossier(&mut self, input: OpenDossier) -> Result<Changed, Problem> {
        let path = self.dossier_path(&input.file)?;
        let secret = self.secret(input.passphrase.as_ref())?;
        self.let_go_of(&path);
        let at = At::with(&path, secret.as_ref());
        let open = Open::to_work(at, &mut self.surroundings)?;
        Ok(self.take_up(open))
    }

    /// Opens a dossier for looking only: what somebody else is writing now shows at the next look.
    ///
    /// # Errors
    /// As for opening, but for a dossier in use.
    pub fn look_at_dossier(&mut self, input: OpenDossier) -> Result<Changed, Problem> {
        let path = self.dossier_path(&input.file)?;
        let secret = self.secret(input.passphrase.as_ref())?;
        self.let_go_of(&path);
        let at = At::with(&path, secret.as_ref());
        let open = Open::to_look(at, &mut self.surroundings)?;
        let mut changed = self.take_up(open);
        changed.notice = Some(self.words().text("application-read-only"));
        Ok(changed)
    }

    /// Closes the dossier that is open. Everything in it was saved when it was done.
    ///
    /// # Errors
    /// Never; the signature is that of every call.
    pub fn close_dossier(&mut self, _: Nothing) -> Result<Changed, Problem> {
        self.shut();
        Ok(self.announced(vec![Topic::Dossier]))
    }

    /// Takes a dossier off the list of recent ones. The file stays where it is.
    ///
    /// # Errors
    /// When the handle is not one of a dossier.
    pub fn forget_recent(&mut self, input: OneFile) -> Result<Changed, Problem> {
        let path = self.dossier_path(&input.file)?;
        self.memory.forget(&path);
        Ok(self.announced(vec![Topic::Dossier]))
    }

    fn dossier_path(&self, file: &FileHandle) -> Result<std::path::PathBuf, Problem> {
        let purposes = [FilePurpose::OpenDossier, FilePurpose::NewDossier];
        self.files.path(file, &purposes)
    }

    /// A dossier that is opened once more is closed first: its lock is our own.
    pub(crate) fn let_go_of(&mut self, path: &Path) {
        if self.open.as_ref().is_some_and(|open| open.path() == path) {
            self.shut();
        }
    }

    pub(crate) fn take_up(&mut self, open: Open) -> Changed {
        let opened = self.surroundings.now();
        self.memory.opened(Recent {
            path: open.path().to_owned(),
            organisation: open.state().organisation.name.clone(),
            opened,
            kept_until: open.state().retention.as_ref().map(|it| it.until),
        });
        self.open = Some(open);
        self.announced(vec![Topic::Dossier])
    }
}
