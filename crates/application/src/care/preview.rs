//! What an erasure would do, before anything is done.
//!
//! What becomes of each change is not guessed: the history is folded once more without its words.

use std::collections::BTreeSet;

use assessment::history::{About, Entry, history};
use assessment::{Actor, AssessmentId, Change, Event, EventId, MemberId, State, SubjectId};

use super::remains;
use super::typed_words::{Found, find, is_about};
use crate::Application;
use crate::files::label;
use crate::history_page::sentence;
use crate::open::Open;
use crate::problem::{Fact, Problem};
use crate::view::*;
use crate::words::Words;

impl Application {
    /// What erasing the words of one event would do, or all words of a member: every change in which
    /// they stand, what becomes of it, and what cannot be erased and why.
    ///
    /// # Errors
    /// When there is no such event or member, or neither or both were named.
    pub fn erasure_preview(&mut self, input: EraseOf) -> Result<ErasurePreview, Problem> {
        let words = self.words();
        let open = self.open()?;
        let (person, found) = match (&input.member, &input.event) {
            (Some(member), None) => {
                let id = member_of(open, member)?;
                let name = open
                    .state()
                    .members
                    .get(&id)
                    .map(|it| it.member.name.clone());
                (name, words_of_member(open, id))
            }
            (None, Some(event)) => (None, vec![(open.event(event)?.id, Why::Chosen)]),
            _ => return Err(Fact::NothingToErase.about("event")),
        };
        let chosen: BTreeSet<EventId> = found
            .iter()
            .filter(|(id, why)| why.is_sure() && cannot(open, *id).is_none())
            .map(|(id, _)| *id)
            .collect();
        let after = without(open.events(), &chosen);
        let entries = history(open.events());
        let mut events = Vec::new();
        let mut reports = 0;
        for (id, why) in &found {
            let Some(entry) = entries.iter().find(|entry| entry.event.id == *id) else {
                continue;
            };
            let refusal = cannot(open, *id);
            reports = reports.max(reports_since(open, entry));
            events.push(ErasableView {
                id: id.to_string(),
                number: entry.number,
                at: words.moment(entry.event.at),
                what: sentence(open, words, entry.event),
                why: words.text(why.key()),
                erasable: refusal.is_none(),
                sure: why.is_sure(),
                becomes: match refusal {
                    Some(key) => words.text(key),
                    None if chosen.contains(id) => becomes(words, open.state(), &after, entry),
                    None => {
                        let after = without(open.events(), &BTreeSet::from([*id]));
                        becomes(words, open.state(), &after, entry)
                    }
                },
            });
        }
        let folder = self.surroundings.backups.as_deref();
        let in_backups = match remains::of(open, folder) {
            Ok(backups) => {
                let closed = remains::not_opened(open, &backups);
                in_backups(words, backups.len(), &closed)
            }
            Err(_) => vec![remains::unread(words, folder)],
        };
        Ok(ErasurePreview {
            person,
            consequences: consequences(words, &events, reports, in_backups),
            events,
        })
    }
}

impl Application {
    /// The identity of the member with this name, whether they are still one or have left.
    ///
    /// # Errors
    /// When nobody of that name ever was a member, or more than one.
    pub fn member_meant(&self, name: &str) -> Result<String, Problem> {
        let members = self.open()?.state().members.iter();
        let meant: Vec<&MemberId> = members
            .filter(|(_, state)| state.member.name == name.trim())
            .map(|(id, _)| id)
            .collect();
        match meant.as_slice() {
            [only] => Ok(only.to_string()),
            [] => Err(Fact::UnknownMember { given: label(name) }.about("member")),
            _ => Err(Fact::SeveralMembers { given: label(name) }.about("member")),
        }
    }

    /// The identity of the member for whom the copy that is open was made.
    ///
    /// # Errors
    /// When it was made for nobody.
    pub fn member_of_this_copy(&self) -> Result<String, Problem> {
        let member = self.open()?.working_as();
        let member = member.ok_or_else(|| Fact::MadeForNobody.about("member"))?;
        Ok(member.to_string())
    }
}

/// Why a change is among those whose words are to be erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    /// Somebody chose it.
    Chosen,
    /// It holds the person's own particulars.
    Particulars,
    /// The person wrote it.
    Wrote,
    /// It says something about the person.
    About,
    /// Their name stands in it.
    Found(Found),
}

impl Why {
    fn is_sure(self) -> bool {
        self != Self::Found(Found::Part)
    }

    fn key(self) -> &'static str {
        match self {
            Self::Chosen => "care-why-chosen",
            Self::Particulars => "care-why-particulars",
            Self::Wrote => "care-why-wrote",
            Self::About => "care-why-about",
            Self::Found(Found::Named) => "care-why-named",
            Self::Found(Found::Mentioned) => "care-why-mentioned",
            Self::Found(Found::Part) => "care-why-part",
        }
    }
}

fn member_of(open: &Open, given: &str) -> Result<MemberId, Problem> {
    let id = given.parse().ok();
    id.filter(|id| open.state().members.contains_key(id))
        .ok_or_else(|| {
            Fact::UnknownMember {
                given: label(given),
            }
            .about("member")
        })
}

/// Every event in which words of a member stand or by name could stand.
fn words_of_member(open: &Open, member: MemberId) -> Vec<(EventId, Why)> {
    let mut names = BTreeSet::new();
    for event in open.events() {
        if let Some(now) = particulars(event, member) {
            names.insert(now.name.as_str());
        }
    }
    let house = &open.state().organisation.name;
    let mut found = Vec::new();
    for event in open.events() {
        let Some(change) = &event.change else {
            continue;
        };
        let why = if particulars(event, member).is_some() {
            Some(Why::Particulars)
        } else if event.actor == Actor::Member(member) {
            Some(Why::Wrote)
        } else if is_about(change, member) {
            Some(Why::About)
        } else {
            let named = names
                .iter()
                .filter_map(|name| find(change, name, house))
                .max();
            named.map(Why::Found)
        };
        found.extend(why.map(|why| (event.id, why)));
    }
    found
}

fn particulars(event: &Event, member: MemberId) -> Option<&assessment::Member> {
    match event.change.as_ref()? {
        Change::MemberJoined(now) if MemberId(event.id) == member => Some(now),
        Change::MemberRevised { member: of, now } if *of == member => Some(now),
        _ => None,
    }
}

/// Whether the words of an event can be erased.
pub(crate) fn is_erasable(open: &Open, event: &Event) -> bool {
    refusal(open, event).is_none()
}

/// Why the words of an event cannot be erased, as the key of a text; nothing when they can.
pub(super) fn cannot(open: &Open, id: EventId) -> Option<&'static str> {
    let event = open.events().iter().find(|event| event.id == id);
    event.map_or(Some("care-cannot-gone"), |event| refusal(open, event))
}

fn refusal(open: &Open, event: &Event) -> Option<&'static str> {
    let Some(change) = &event.change else {
        return Some("care-cannot-gone");
    };
    let assessed = |subject: SubjectId| {
        let mut assessments = open.state().assessments.values();
        assessments.any(|assessment| assessment.subject == subject)
    };
    match change {
        Change::ReportSigned { .. } => Some("care-cannot-signed"),
        Change::SubjectAdded(_) if assessed(SubjectId(event.id)) => Some("care-cannot-assessed"),
        Change::DossierStarted { .. } | Change::AssessmentStarted { .. } => {
            Some("care-cannot-beginning")
        }
        change if !Change::is_erasable(change.kind()) => Some("care-cannot-telling"),
        _ => None,
    }
}

/// What the events would add up to without the words of some of them.
fn without(events: &[Event], erased: &BTreeSet<EventId>) -> State {
    let left: Vec<Event> = events
        .iter()
        .map(|event| Event {
            change: event.change.clone().filter(|_| !erased.contains(&event.id)),
            ..event.clone()
        })
        .collect();
    State::from_events(&left)
}

/// What becomes of what an event is about, in words.
fn becomes(words: Words, now: &State, after: &State, entry: &Entry<'_>) -> String {
    let Some(about) = &entry.about else {
        return words.text("care-becomes-same");
    };
    let (now, after) = (now.held(about), after.held(about));
    words.text(match (about, after) {
        (_, after) if after == now => "care-becomes-same",
        (About::Question(..), None) => "care-becomes-open",
        (About::Question(..), Some(_)) => "care-becomes-earlier-answer",
        (About::Evidence(_), None) => "care-becomes-no-file",
        (About::Member(_), None) => "care-becomes-nobody",
        (_, None) => "care-becomes-nothing",
        (_, Some(_)) => "care-becomes-earlier",
    })
}

/// How many signed reports the dossier keeps that were made after an event and could hold its words.
fn reports_since(open: &Open, entry: &Entry<'_>) -> usize {
    let of = match &entry.about {
        Some(About::Question(id, _) | About::Assessment(id) | About::Section(id, _)) => Some(*id),
        _ => entry.event.change.as_ref().and_then(Change::assessment),
    };
    open.state()
        .assessments
        .iter()
        .filter(|(id, _): &(&AssessmentId, _)| of.is_none_or(|of| of == **id))
        .flat_map(|(_, assessment)| &assessment.reports)
        .filter(|report| report.events >= entry.number || report.at >= entry.event.at)
        .count()
}

fn consequences(
    words: Words,
    events: &[ErasableView],
    reports: usize,
    in_backups: Vec<String>,
) -> Vec<String> {
    let count = |key: &str, count: usize| words.format(key, &[("count", count.into())]);
    let mut lines = Vec::new();
    let erased = events.iter().filter(|event| event.erasable && event.sure);
    lines.push(count("care-erases", erased.count()));
    lines.push(words.text("care-place-stays"));
    let stay = events.iter().filter(|event| !event.erasable && event.sure);
    let stay = stay.count();
    if stay > 0 {
        lines.push(count("care-some-stay", stay));
    }
    let unsure = events.iter().filter(|event| event.erasable && !event.sure);
    let unsure = unsure.count();
    if unsure > 0 {
        lines.push(count("care-some-unsure", unsure));
    }
    if reports > 0 {
        lines.push(count("care-reports-stay", reports));
    }
    lines.extend(in_backups);
    lines.extend(remains::out_of_reach(words));
    lines
}

/// What becomes of the backups, some of which do not open.
fn in_backups(words: Words, backups: usize, closed: &[String]) -> Vec<String> {
    let mut lines = Vec::new();
    if backups > closed.len() || closed.is_empty() {
        let opened = backups - closed.len();
        lines.push(words.format("care-backups-too", &[("count", opened.into())]));
    }
    let closed = closed.iter();
    lines.extend(closed.map(|name| words.format("care-backup-goes", &[("name", name.into())])));
    lines
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use messages::Language;

    use super::*;
    use crate::Surroundings;

    /// The example with a report that one of its members signed, as far as the dossier can tell.
    fn with_signed_report() -> (tempfile::TempDir, Application, PersonView) {
        let folder = tempfile::tempdir().unwrap();
        let mut application = Application::new(Surroundings::predictable(1_795_251_600, None));
        application
            .example(&folder.path().join("voorbeeld.dossier"))
            .unwrap();
        let person = application.care_page(Nothing {}).unwrap().people.remove(0);
        let assessment = application.assessment_meant(None).unwrap();
        let assessment: AssessmentId = assessment.parse().unwrap();
        let (open, surroundings) = application.open_and_surroundings().unwrap();
        let fingerprint = open.fingerprint();
        open.act(surroundings, |act| {
            let kept = act.store_blob(&mut Cursor::new(b"%PDF"), "application/pdf")?;
            act.record(Change::ReportSigned {
                assessment,
                sha256: kept.sha256,
                fingerprint: fingerprint.root,
                events: fingerprint.events,
                heads: Vec::new(),
                awaited: Vec::new(),
                language: Language::Nl,
                signers: vec![person.name.clone()],
                certificates: Vec::new(),
            })
        })
        .unwrap();
        (folder, application, person)
    }

    #[test]
    fn what_was_signed_stays_and_that_is_told_before() {
        let (_folder, mut application, person) = with_signed_report();
        let of = EraseOf {
            member: Some(person.id),
            event: None,
        };
        let preview = application.erasure_preview(of).unwrap();
        let signed = preview.events.last().unwrap();
        assert!(!signed.erasable && signed.becomes.contains("ondertekend"));
        assert!(preview.events.iter().any(|event| event.erasable));
        let told = preview.consequences.join("\n");
        assert!(told.contains("Eén ondertekend rapport"), "{told}");
        assert!(
            told.contains("Eén wijziging kan niet gewist worden"),
            "{told}"
        );
    }

    #[test]
    fn after_an_erasure_each_signed_report_says_that_the_dossier_changed_since() {
        let (_folder, mut application, person) = with_signed_report();
        let since = |application: &mut Application| {
            let care = application.care_page(Nothing {}).unwrap();
            assert_eq!(care.reports[0].signers, [person.name.as_str()]);
            care.reports[0].since.clone()
        };
        assert!(since(&mut application).contains("niet veranderd"));
        let erase = Erase {
            events: vec![person.id.clone()],
            reason: "Op verzoek.".to_owned(),
        };
        application.erase(erase).unwrap();
        let told = since(&mut application);
        assert!(
            told.contains("Eén wijziging") || told.contains("één wijziging"),
            "{told}"
        );
        assert!(told.contains("Op verzoek."), "{told}");
    }
}
