//! Merging what members did in copies of their own.
//!
//! Every file is looked at before anything is written: whether it is a copy of this dossier, whether
//! it is sound, and what it brings. Answers that contradict each other are all kept; which one holds
//! is for the committee to say.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use assessment::{Actor, Change, Event, EventId, RecordedAnswer};
use dossier::{At, Fork, Occasion, Secret};

use super::backups;
use crate::Application;
use crate::assessed::Assessed;
use crate::files::name_of;
use crate::open::Open;
use crate::problem::{Fact, Problem};
use crate::view::*;
use crate::words::Words;

/// A copy that came back, and what it has that nobody had before.
struct Received {
    path: PathBuf,
    name: String,
    /// Events that are not in the dossier, and not in a copy before this one.
    brings: Vec<Event>,
    /// Whether it has words that the dossier had lost.
    recovers: bool,
    /// The mark with which it was handed out.
    mark: Option<String>,
}

impl Application {
    /// Takes in what was done in copies of the dossier that is open: all of it or, when one of them
    /// cannot be taken, nothing. A backup is made first.
    ///
    /// # Errors
    /// When a file is not a copy of this dossier, is damaged, or is the dossier itself, and when no
    /// backup can be made.
    pub fn merge(&mut self, input: MergeFiles) -> Result<MergeDone, Problem> {
        let mut paths = Vec::new();
        for file in &input.files {
            paths.push(self.files.path(file, &[FilePurpose::ReceivedDossier])?);
        }
        if paths.is_empty() {
            return Err(Fact::FileNotChosen.about("files"));
        }
        let secret = self.secret(input.passphrase.as_ref())?;
        let received = self.receive(&paths, secret.as_ref())?;
        let words = self.words();
        let (open, surroundings) = self.open_and_surroundings()?;
        let forks = open.dossier().forks();
        let (mut recovered, mut erased, mut backup) = (0, 0, None);
        if received.iter().any(Received::is_new) {
            let now = surroundings.now();
            let made = backups::make(open.dossier(), surroundings, now, Occasion::Merge)?;
            let others: Vec<At<'_>> = received
                .iter()
                .map(|it| At::with(&it.path, secret.as_ref()))
                .collect();
            let merged = open.dossier_mut().merge(&others);
            let folded = open.fold_anew();
            let merged = merged?;
            folded?;
            recovered = merged.recovered.len() as u64;
            erased = merged.erased.len() as u64;
            let name = name_of(&made.path);
            backup = Some(words.format("keeping-backed-up-before", &[("name", name.into())]));
        }
        let marks: Vec<String> = received.iter().filter_map(|it| it.mark.clone()).collect();
        let returned = self.take_copies_in(&marks)?;
        let open = self.open()?;
        let mut forks_now = open.dossier().forks();
        forks_now.retain(|fork| !forks.contains(fork));
        let from: Vec<MergedFile> = received
            .iter()
            .map(|received| received.view(open, words))
            .collect();
        let added = from.iter().map(|file| file.events).sum();
        let mut done = MergeDone {
            added,
            from,
            recovered,
            erased,
            returned,
            conflicts: conflicts(open, words, &received)?,
            waiting: waiting(open, words)?,
            forks: forks_now.iter().map(|fork| told(fork, words)).collect(),
            backup,
            changed: self.changed(Vec::new()),
        };
        if done.backup.is_some() || !done.returned.is_empty() {
            let topics = self.everything();
            done.changed = self.announced(topics);
        }
        done.changed.notice = Some(summary(&done, words));
        Ok(done)
    }

    /// Looks at copies that came back, without changing anything.
    fn receive(
        &mut self,
        paths: &[PathBuf],
        secret: Option<&Secret>,
    ) -> Result<Vec<Received>, Problem> {
        let (open, surroundings) = self.open_and_surroundings()?;
        if open.is_read_only() {
            return Err(Fact::DossierReadOnly {
                name: name_of(open.path()),
            }
            .into());
        }
        let mut known: BTreeSet<EventId> = open.events().iter().map(|event| event.id).collect();
        let mut lost: BTreeSet<EventId> = open
            .events()
            .iter()
            .filter(|event| event.change.is_none() && open.state().erased_by(event.id).is_none())
            .map(|event| event.id)
            .collect();
        let itself = fs::canonicalize(open.path()).ok();
        let mut received = Vec::new();
        for path in paths {
            let name = name_of(path);
            if path == open.path() || (itself.is_some() && fs::canonicalize(path).ok() == itself) {
                return Err(Fact::MergeWithItself { name }.about("files"));
            }
            let theirs = Open::to_look(At::with(path, secret), surroundings).map_err(
                |problem| match problem.fact {
                    Fact::DossierDamaged { name } => Problem {
                        fact: Fact::ReceivedDamaged { name },
                        ..problem
                    },
                    _ => problem,
                },
            )?;
            if theirs.dossier().id() != open.dossier().id() {
                let theirs = theirs.state().organisation.name.clone();
                return Err(Fact::OtherDossier { name, theirs }.about("files"));
            }
            let (mut brings, mut recovers) = (Vec::new(), false);
            for event in theirs.events() {
                recovers |= event.change.is_some() && lost.remove(&event.id);
                if known.insert(event.id) {
                    brings.push(event.clone());
                }
            }
            received.push(Received {
                path: path.clone(),
                name,
                brings,
                recovers,
                mark: theirs.dossier().handed_out_as().map(str::to_owned),
            });
        }
        Ok(received)
    }

    /// Every topic: what to say when anything may have changed.
    pub(crate) fn everything(&self) -> Vec<Topic> {
        let assessments = self.open.iter().flat_map(|open| {
            open.state().assessments.keys().map(|id| Topic::Assessment {
                assessment: id.to_string(),
            })
        });
        [
            Topic::Dossier,
            Topic::Committee,
            Topic::Subjects,
            Topic::Reports,
            Topic::Care,
        ]
        .into_iter()
        .chain(assessments)
        .collect()
    }
}

impl Received {
    fn is_new(&self) -> bool {
        self.recovers || !self.brings.is_empty()
    }

    fn view(&self, open: &Open, words: Words) -> MergedFile {
        let mut authors = BTreeSet::new();
        for event in &self.brings {
            authors.insert(match &event.change {
                Some(Change::AnswerRecorded { answer, .. }) => {
                    author(open, words, event.actor, answer.by.as_deref())
                }
                _ => open.author(event, words),
            });
        }
        MergedFile {
            file: self.name.clone(),
            events: self.brings.len() as u64,
            authors: authors.into_iter().collect(),
        }
    }
}

/// Who gave an answer: the member who wrote it down or, where the committee did, who vouches for it.
fn author(open: &Open, words: Words, actor: Actor, by: Option<&str>) -> String {
    match (actor, by) {
        (Actor::Committee, Some(name)) => name.to_owned(),
        _ => open.who(actor, words),
    }
}

/// Every question with answers that contradict each other, also those from before.
fn conflicts(
    open: &Open,
    words: Words,
    received: &[Received],
) -> Result<Vec<ConflictView>, Problem> {
    let version = |assessed: &Assessed<'_>, question, recorded: &RecordedAnswer| {
        let from = received.iter().find(|received| {
            let mut brought = received.brings.iter();
            brought.any(|event| event.id == recorded.event)
        });
        let answer = &recorded.answer;
        ConflictVersion {
            who: author(open, words, recorded.actor, answer.by.as_deref()),
            at: words.moment(recorded.at),
            place: match from {
                Some(received) => words.format(
                    "keeping-in-copy",
                    &[("name", received.name.as_str().into())],
                ),
                None => words.text("keeping-in-dossier"),
            },
            value: assessed.value_in_words(question, &answer.value),
            because: answer.because.clone(),
        }
    };
    let mut conflicts = Vec::new();
    for (id, state) in open.state().assessments_in_order() {
        let in_conflict = state.conflicts();
        if in_conflict.is_empty() {
            continue;
        }
        let assessed = Assessed::new(open, id, words)?;
        for question in assessed.questionnaire.questions() {
            if !in_conflict.contains(&&question.id) {
                continue;
            }
            let answers = state.answers.get(&question.id);
            conflicts.push(ConflictView {
                assessment: id.to_string(),
                subject: assessed.subject_name(),
                question: question.id.to_string(),
                label: words.of(&question.text),
                versions: answers
                    .into_iter()
                    .flatten()
                    .map(|recorded| version(&assessed, question, recorded))
                    .collect(),
            });
        }
    }
    Ok(conflicts)
}

/// Every adopted assessment for which something came in, now or before, that it was adopted without.
fn waiting(open: &Open, words: Words) -> Result<Vec<WaitingView>, Problem> {
    let mut waiting = Vec::new();
    for (id, _) in open.state().assessments_in_order() {
        let count = open.state().waiting(id).len();
        if count == 0 {
            continue;
        }
        waiting.push(WaitingView {
            assessment: id.to_string(),
            subject: Assessed::new(open, id, words)?.subject_name(),
            words: words.format("keeping-waits", &[("count", count.into())]),
        });
    }
    Ok(waiting)
}

/// That two copies wrote under one name.
pub(crate) fn told(fork: &Fork, words: Words) -> String {
    let replica = fork.replica.0.get(..8).unwrap_or(&fork.replica.0);
    words.format(
        "keeping-fork",
        &[
            ("replica", replica.into()),
            ("after", fork.after.into()),
            ("branches", fork.heads.len().into()),
        ],
    )
}

/// What a merge brought, in one paragraph.
fn summary(done: &MergeDone, words: Words) -> String {
    let mut sentences = vec![match done.backup {
        None => words.text("keeping-nothing-new"),
        Some(_) => words.format("keeping-merged", &[("count", done.added.into())]),
    }];
    sentences.extend(done.returned.iter().cloned());
    for (key, count) in [
        ("keeping-merged-recovered", done.recovered),
        ("keeping-merged-erased", done.erased),
        ("keeping-merged-conflicts", done.conflicts.len() as u64),
        ("keeping-merged-waiting", done.waiting.len() as u64),
    ] {
        if count > 0 {
            sentences.push(words.format(key, &[("count", count.into())]));
        }
    }
    sentences.join(" ")
}
