//! The dossier that is open, with what its events add up to.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Seek};
use std::path::Path;

use assessment::standing::{Status, closed_to};
use assessment::{
    Actor, Change, Event, EventId, MemberId, Moment, Organisation, Pinned, State, Subject,
    SubjectId,
};
use dossier::{
    Act, At, BlobRef, Dossier, DossierError, Fingerprint, Head, Holder, Occasion, Quantity, Stamp,
};
use jiff::civil::Date;
use questionnaire::{Language, Questionnaire};
use report::data::DossierMark;

use crate::instruments::{self, Instrument};
use crate::keeping::backups;
use crate::problem::{Fact, Problem};
use crate::surroundings::Surroundings;
use crate::words::Words;

/// An open dossier: its file, its state and the questionnaires it keeps.
pub(crate) struct Open {
    dossier: Dossier,
    state: State,
    /// By digest.
    questionnaires: BTreeMap<String, Questionnaire>,
    /// The last day of work for which it was seen to that there is a backup.
    backed_up: Option<Date>,
    /// Why there is no backup of this day, until somebody was told.
    warning: Option<Problem>,
}

/// One deed of a person: everything that is written down together.
pub(crate) struct Deed<'d, 'a> {
    act: &'d mut Act<'a>,
    /// As it was before the deed.
    state: &'d State,
}

impl Deed<'_, '_> {
    /// Records a change, unless the assessment that it is of is closed to it.
    pub(crate) fn record(&mut self, change: Change) -> Result<EventId, Problem> {
        is_open_to(self.state, &change)?;
        Ok(self.act.record(change)?)
    }

    /// Keeps bytes under their hash.
    pub(crate) fn store_blob(
        &mut self,
        source: &mut (impl Read + Seek),
        media_type: &str,
    ) -> Result<BlobRef, DossierError> {
        self.act.store_blob(source, media_type)
    }
}

impl Open {
    pub(crate) fn create(
        path: &Path,
        organisation: Organisation,
        language: Language,
        surroundings: &mut Surroundings,
    ) -> Result<Self, Problem> {
        let stamp = stamp(surroundings);
        let holder = holder(surroundings, stamp.at);
        let entropy = surroundings.entropy.as_mut();
        let dossier = Dossier::create(path, organisation, language, stamp, entropy, &holder)?;
        let mut open = Self::of(dossier)?;
        // There is nothing in it yet that could be lost.
        open.backed_up = Some(stamp.at.date());
        Ok(open)
    }

    pub(crate) fn to_work(at: At<'_>, surroundings: &mut Surroundings) -> Result<Self, Problem> {
        let now = surroundings.now();
        let dossier = Dossier::open_after(at, &holder(surroundings, now), |before| {
            backups::make(before, surroundings, now, Occasion::Migration).map(drop)
        })?;
        let mut open = Self::of(dossier)?;
        // Whoever encrypted it may have been cut off before the backups were.
        if let Some(folder) = &surroundings.backups {
            open.dossier.encrypt_backups(folder, None);
        }
        open.back_up_daily(surroundings, now);
        Ok(open)
    }

    pub(crate) fn to_look(at: At<'_>, surroundings: &mut Surroundings) -> Result<Self, Problem> {
        Self::of(whole(at, surroundings, Dossier::open_to_read)?)
    }

    /// With what the events of `dossier` add up to.
    fn of(dossier: Dossier) -> Result<Self, Problem> {
        let mut open = Self {
            dossier,
            state: State::default(),
            questionnaires: BTreeMap::new(),
            backed_up: None,
            warning: None,
        };
        open.fold_anew()?;
        Ok(open)
    }

    /// Folds everything, also what came in between by a merge.
    pub(crate) fn fold_anew(&mut self) -> Result<(), Problem> {
        self.state = State::from_events(self.dossier.events());
        self.keep_questionnaires()
    }

    /// Reads the questionnaires of the assessments that count now.
    fn keep_questionnaires(&mut self) -> Result<(), Problem> {
        for assessment in self.state.assessments.values() {
            let pinned = &assessment.questionnaire;
            if !self.questionnaires.contains_key(&pinned.digest) {
                let questionnaire = kept_questionnaire(&self.dossier, pinned)?;
                self.questionnaires
                    .insert(pinned.digest.clone(), questionnaire);
            }
        }
        Ok(())
    }

    pub(crate) fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    pub(crate) fn dossier_mut(&mut self) -> &mut Dossier {
        &mut self.dossier
    }

    /// Sees to it that there is a backup of this day of work. That there is none stops nobody, but
    /// is told.
    fn back_up_daily(&mut self, surroundings: &Surroundings, now: Moment) {
        let today = Some(now.date());
        if self.backed_up != today {
            self.backed_up = today;
            self.warning = backups::ensure_daily(&self.dossier, surroundings, now).err();
        }
    }

    /// Why there is no backup of this day, if nobody was told yet.
    pub(crate) fn take_warning(&mut self) -> Option<Problem> {
        self.warning.take()
    }

    pub(crate) fn path(&self) -> &Path {
        self.dossier.path()
    }

    pub(crate) fn is_read_only(&self) -> bool {
        self.dossier.is_read_only()
    }

    /// # Errors
    /// When the assessment that a change is of is closed to it.
    pub(crate) fn is_open_to(&self, change: &Change) -> Result<(), Problem> {
        is_open_to(&self.state, change)
    }

    pub(crate) fn state(&self) -> &State {
        &self.state
    }

    pub(crate) fn events(&self) -> &[Event] {
        self.dossier.events()
    }

    pub(crate) fn fingerprint(&self) -> Fingerprint {
        self.dossier.fingerprint()
    }

    /// What only the holders of the dossier know.
    pub(crate) fn secret(&self) -> Result<[u8; 32], Problem> {
        Ok(self.dossier.secret()?)
    }

    pub(crate) fn last_saved(&self) -> Option<Moment> {
        self.events().last().map(|event| event.at)
    }

    /// The AI applications in the order in which they were added.
    pub(crate) fn subjects_in_order(&self) -> Vec<(SubjectId, &Subject)> {
        self.events()
            .iter()
            .filter_map(|event| {
                let id = SubjectId(event.id);
                self.state.subjects.get(&id).map(|subject| (id, subject))
            })
            .collect()
    }

    /// The questionnaire that an assessment is pinned to.
    pub(crate) fn questionnaire(&self, pinned: &Pinned) -> Result<&Questionnaire, Problem> {
        self.questionnaires
            .get(&pinned.digest)
            .ok_or_else(|| Problem::fault_saying(format!("no questionnaire {}", pinned.digest)))
    }

    /// As whom this copy works: the member it was made for, for as long as anything is known of them.
    pub(crate) fn working_as(&self) -> Option<MemberId> {
        let member = self.dossier.made_for();
        member.filter(|id| self.state.members.contains_key(id))
    }

    /// When something is done in this copy, and by whom.
    fn stamp(&self, surroundings: &mut Surroundings) -> Stamp {
        Stamp {
            actor: self.working_as().map_or(Actor::Committee, Actor::Member),
            ..stamp(surroundings)
        }
    }

    /// Who did an event, for reading. Who chose not to be named is not named here either.
    pub(crate) fn author(&self, event: &Event, words: Words) -> String {
        match self.named_author(event) {
            Some(actor) => self.who(actor, words),
            None => words.text("application-somebody"),
        }
    }

    /// Who did an event, unless they chose not to be named.
    pub(crate) fn named_author(&self, event: &Event) -> Option<Actor> {
        let hidden = matches!(event.actor, Actor::Member(_)) && self.is_unnamed(event);
        (!hidden).then_some(event.actor)
    }

    /// Whether an event is about a position of somebody who chose not to be named.
    fn is_unnamed<'a>(&'a self, mut event: &'a Event) -> bool {
        while let Some(Change::Undone { event: named }) = &event.change {
            match self.events().iter().find(|event| event.id == *named) {
                Some(undone) => event = undone,
                None => return false,
            }
        }
        match &event.change {
            Some(Change::PositionTaken { statement, .. }) => !statement.named,
            Some(Change::PositionWithdrawn { .. }) => true,
            _ => false,
        }
    }

    /// Who did something, for reading.
    pub(crate) fn who(&self, actor: Actor, words: Words) -> String {
        match actor {
            Actor::Committee => words.text("application-committee"),
            Actor::Member(id) => self
                .state
                .members
                .get(&id)
                .map(|member| member.member.name.clone())
                .unwrap_or_else(|| words.text("application-somebody")),
        }
    }

    /// Does what `deed` does in one transaction, then takes over what was recorded.
    pub(crate) fn act<T>(
        &mut self,
        surroundings: &mut Surroundings,
        deed: impl FnOnce(&mut Deed<'_, '_>) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let stamp = self.stamp(surroundings);
        self.back_up_daily(surroundings, stamp.at);
        let state = &self.state;
        let done = self
            .dossier
            .act(stamp, surroundings.entropy.as_mut(), |act| {
                deed(&mut Deed { act, state })
            });
        self.catch_up();
        // An undo can bring an assessment back that did not count when the dossier was opened.
        self.keep_questionnaires()?;
        done
    }

    /// Records one change.
    pub(crate) fn record(
        &mut self,
        surroundings: &mut Surroundings,
        change: Change,
    ) -> Result<EventId, Problem> {
        self.act(surroundings, |act| act.record(change))
    }

    /// Starts an assessment and keeps its questionnaire, both or neither.
    pub(crate) fn start_assessment(
        &mut self,
        surroundings: &mut Surroundings,
        started: Change,
        instrument: &Instrument,
    ) -> Result<EventId, Problem> {
        self.act(surroundings, |act| {
            act.store_blob(
                &mut Cursor::new(&instrument.document),
                instruments::MEDIA_TYPE,
            )?;
            act.record(started)
        })
    }

    /// Erases words for good.
    pub(crate) fn erase(
        &mut self,
        surroundings: &mut Surroundings,
        events: &[EventId],
        reason: &str,
    ) -> Result<(), Problem> {
        let stamp = self.stamp(surroundings);
        let entropy = surroundings.entropy.as_mut();
        let erased = self.dossier.erase(events, reason, stamp, entropy);
        // What was folded before holds the words.
        let folded = self.fold_anew();
        erased?;
        folded
    }

    /// The event with this identity.
    pub(crate) fn event(&self, given: &str) -> Result<&Event, Problem> {
        let id = given.parse::<EventId>().ok();
        id.and_then(|id| self.events().iter().find(|event| event.id == id))
            .ok_or_else(|| {
                Fact::UnknownEvent {
                    given: crate::files::label(given),
                }
                .about("event")
            })
    }

    /// The number of an event among all, from 1; 0 when there is no such event.
    pub(crate) fn number(&self, id: EventId) -> u64 {
        let place = self.events().iter().position(|event| event.id == id);
        place.map_or(0, |place| place as u64 + 1)
    }

    pub(crate) fn copy_blob(&self, sha256: &str) -> Result<Vec<u8>, Problem> {
        let mut bytes = Vec::new();
        self.dossier.read_blob(sha256, &mut bytes)?;
        Ok(bytes)
    }

    /// What has been done since the dossier was in this state; nothing when it never was.
    pub(crate) fn since(&self, then: &DossierMark) -> Option<Vec<&Event>> {
        let heads = self.heads(then)?;
        self.dossier.since(&heads).ok()
    }

    /// Where the chains ended when the dossier was in this state; nothing when it never was.
    pub(crate) fn heads(&self, then: &DossierMark) -> Option<Vec<Head>> {
        heads_of(&self.dossier, then)
    }

    /// Folds the events that the state does not have yet.
    fn catch_up(&mut self) {
        let folded = usize::try_from(self.state.events).unwrap_or(usize::MAX);
        match self.dossier.events().get(folded..) {
            Some(new) => {
                for event in new {
                    self.state.apply(event);
                }
            }
            None => self.state = State::from_events(self.dossier.events()),
        }
    }
}

/// Where the chains of `dossier` ended when it was in this state; nothing when it never was.
pub(crate) fn heads_of(dossier: &Dossier, then: &DossierMark) -> Option<Vec<Head>> {
    let heads = if then.heads.is_empty() {
        heads_after(dossier, then.events)?
    } else {
        then.heads.clone()
    };
    let known = dossier.fingerprint_of(&heads).ok()?;
    (known.root == then.fingerprint).then_some(heads)
}

/// Where the chains ended after so many events, if nothing was merged in between since.
fn heads_after(dossier: &Dossier, events: u64) -> Option<Vec<Head>> {
    let events = usize::try_from(events).ok()?;
    let mut heads = BTreeMap::new();
    for event in dossier.events().get(..events)? {
        let head = Head {
            replica: event.replica.clone(),
            seq: event.seq,
            hash: event.id,
        };
        heads.insert(&event.replica, head);
    }
    Some(heads.into_values().collect())
}

/// Reads a dossier in a way that writes nothing. Where a change was cut off, it is undone first, as at
/// every opening: what a killed program leaves behind is no reason to refuse a look.
pub(crate) fn whole<'a, T>(
    at: At<'a>,
    surroundings: &mut Surroundings,
    read: impl Fn(At<'a>) -> Result<T, DossierError>,
) -> Result<T, Problem> {
    match read(at) {
        Err(DossierError::HalfChanged { .. }) => {}
        other => return Ok(other?),
    }
    let now = surroundings.now();
    let opened = Dossier::open_after(at, &holder(surroundings, now), |before| {
        // Whoever only looks does not change the form of the file.
        Err(DossierError::ReadOnly {
            path: before.path().to_owned(),
        })
    });
    match opened {
        // Whoever is at work undoes or finishes it.
        Ok(_) | Err(DossierError::LockedBy { .. } | DossierError::ReadOnly { .. }) => Ok(read(at)?),
        Err(error) => Err(error.into()),
    }
}

fn kept_questionnaire(dossier: &Dossier, pinned: &Pinned) -> Result<Questionnaire, Problem> {
    // What the program brings along under the same digest is the same, and known to be sound.
    if let Some(instrument) = instruments::with_digest(&pinned.digest) {
        return Ok(instrument.questionnaire.clone());
    }
    let mut document = Vec::new();
    dossier.read_blob(&pinned.digest, &mut document)?;
    instruments::read_files(&pinned.id, &[(instruments::WHOLE.to_owned(), document)])
        .map(|instrument| instrument.questionnaire)
}

fn is_open_to(state: &State, change: &Change) -> Result<(), Problem> {
    match closed_to(state, change) {
        None => Ok(()),
        Some(Status::Withdrawn) => Err(Fact::AssessmentWithdrawn.into()),
        Some(_) => Err(Fact::AssessmentAdopted.into()),
    }
}

/// When something is done, by the committee.
pub(crate) fn stamp(surroundings: &mut Surroundings) -> Stamp {
    Stamp {
        at: surroundings.now(),
        actor: Actor::Committee,
    }
}

pub(crate) fn holder(surroundings: &Surroundings, since: Moment) -> Holder {
    Holder {
        user: surroundings.user.clone(),
        host: surroundings.host.clone(),
        pid: std::process::id(),
        program: "Verantwoord".to_owned(),
        since,
    }
}

impl From<DossierError> for Problem {
    fn from(error: DossierError) -> Self {
        use crate::files::name_of;
        use DossierError as E;
        let problem: Problem = match &error {
            E::NotFound { path } => Fact::FileMissing {
                name: name_of(path),
            }
            .into(),
            E::NotAFile { path, .. } => Fact::NotAFile {
                name: name_of(path),
            }
            .into(),
            E::AlreadyExists { path } => Fact::FileExists {
                name: name_of(path),
            }
            .into(),
            E::NotADossier { path, .. } => Fact::NotADossier {
                name: name_of(path),
            }
            .into(),
            E::Encrypted { path } => Fact::DossierEncrypted {
                name: name_of(path),
            }
            .into(),
            E::WrongSecret { path } => Fact::WrongPassphrase {
                name: name_of(path),
            }
            .about("passphrase"),
            E::DestructionBegun { path } => Fact::DestructionBegun {
                name: name_of(path),
            }
            .into(),
            E::CodeMistyped => Fact::RecoveryCodeMistyped.about("passphrase"),
            E::PassphraseLength { shortest, .. } => Fact::PassphraseTooShort {
                least: *shortest as u64,
            }
            .about("passphrase"),
            E::TooNew {
                path,
                version,
                supported,
            } => Fact::DossierNewer {
                name: name_of(path),
                version: u64::from(*version),
                known: u64::from(*supported),
            }
            .into(),
            E::UnknownEventKind { path, .. } => Fact::DossierFromLaterProgram {
                name: name_of(path),
            }
            .into(),
            E::Damaged { path, findings } => Problem::from(Fact::DossierDamaged {
                name: name_of(path),
            })
            .with_details(findings.iter().map(crate::damage::detail)),
            E::LockedBy { path, holder } => match holder {
                Some(holder) => Fact::DossierInUse {
                    name: name_of(path),
                    who: crate::files::label(&at_machine(&holder.user, &holder.host)),
                },
                None => Fact::DossierBusy {
                    name: name_of(path),
                },
            }
            .into(),
            E::HalfChanged { path, .. } => Fact::DossierInterrupted {
                name: name_of(path),
            }
            .into(),
            E::ReadOnly { path } => Fact::DossierReadOnly {
                name: name_of(path),
            }
            .into(),
            E::Replaced { path } => Fact::DossierReplaced {
                name: name_of(path),
            }
            .into(),
            E::DiskFull { path } => Fact::DiskFull {
                name: name_of(path),
            }
            .into(),
            E::TooLarge { what, limit } => Problem::from(Fact::DossierFull { limit: *limit })
                .with_details([Words::detail(match what {
                    Quantity::Events => "application-too-many-events",
                    Quantity::Words => "application-too-many-words",
                    Quantity::AllWords => "application-too-many-words-in-all",
                    _ => "application-too-large-a-file",
                })]),
            E::BlobChanging => Fact::FileChanging.into(),
            E::Io { path, source } => Fact::NotSaved {
                name: name_of(path),
                reason: source.kind().to_string(),
            }
            .into(),
            _ => return Problem::fault(&error),
        };
        Problem {
            cause: Some(error.to_string()),
            ..problem
        }
    }
}

/// Who works at which machine. A machine without accounts has no name for the user.
pub(crate) fn at_machine(user: &str, host: &str) -> String {
    if user.is_empty() {
        host.to_owned()
    } else {
        format!("{user}@{host}")
    }
}
