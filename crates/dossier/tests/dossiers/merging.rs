//! What members did in their copies comes together, whatever the order.

use std::fs;
use std::path::{Path, PathBuf};

use assessment::{Actor, AssessmentId, Change, EventId, State};
use dossier::{Dossier, DossierError, Stamp, check};
use proptest::prelude::*;

use crate::builder::{Counting, Desk, answer, holder, member, stamp, tamper};

fn open(path: &Path) -> Dossier {
    Dossier::open(path, &holder()).unwrap()
}

fn assessment_of(dossier: &Dossier) -> AssessmentId {
    *State::from_events(dossier.events())
        .assessments
        .keys()
        .next()
        .unwrap()
}

fn answered(dossier: &Dossier, question: &str, because: &str) -> Change {
    let assessment = assessment_of(dossier);
    let state = State::from_events(dossier.events());
    Change::AnswerRecorded {
        assessment,
        question: question.into(),
        answer: answer(because),
        based_on: state.assessments[&assessment].replaced_by_next(&question.into()),
        taken_over_from: None,
    }
}

/// A copy to work in at home.
fn copy(desk: &mut Desk, name: &str) -> PathBuf {
    let path = desk.folder.path().join(format!("{name}.dossier"));
    let dossier = Dossier::open_to_read(&desk.path).unwrap();
    dossier.hand_out(&path, None, &mut desk.entropy).unwrap();
    path
}

fn says(path: &Path, question: &str, because: &str, entropy: &mut Counting) -> EventId {
    let mut dossier = open(path);
    let change = answered(&dossier, question, because);
    dossier.record(vec![change], stamp(), entropy).unwrap()[0].id
}

#[test]
fn a_copy_is_known_by_the_mark_with_which_it_was_handed_out() {
    let mut desk = Desk::full();
    let dossier = desk.open();
    assert_eq!(dossier.handed_out_as(), None);
    let mut marks = Vec::new();
    let mut paths = Vec::new();
    for name in ["een.dossier", "twee.dossier"] {
        let path = desk.folder.path().join(name);
        marks.push(dossier.hand_out(&path, None, &mut desk.entropy).unwrap());
        paths.push(path);
    }
    drop(dossier);
    assert_ne!(marks[0], marks[1]);
    // Also after it was worked in, and in what is made of it; a copy of it is another.
    let copy = Dossier::open(&paths[0], &holder()).unwrap();
    assert_eq!(copy.handed_out_as(), Some(marks[0].as_str()));
    let restored = desk.folder.path().join("terug.dossier");
    copy.copy_to(&restored, &mut desk.entropy).unwrap();
    let restored = Dossier::open_to_read(&restored).unwrap();
    assert_eq!(restored.handed_out_as(), Some(marks[0].as_str()));
    let next = desk.folder.path().join("volgende.dossier");
    let mark = copy.hand_out(&next, None, &mut desk.entropy).unwrap();
    assert!(!marks.contains(&mark));
    let next = Dossier::open_to_read(&next).unwrap();
    assert_eq!(next.handed_out_as(), Some(mark.as_str()));
}

#[test]
fn a_copy_knows_for_whom_it_was_made_and_what_is_done_in_it_keeps_its_author() {
    let mut desk = Desk::full();
    let (zoe, bram) = {
        let state = State::from_events(desk.open().events());
        let mut members = state.members.into_keys();
        (members.next().unwrap(), members.next().unwrap())
    };
    let mut made_for = |from: &Path, to: &str, member| {
        let path = desk.folder.path().join(to);
        let dossier = Dossier::open_to_read(from).unwrap();
        dossier.hand_out(&path, member, &mut desk.entropy).unwrap();
        path
    };
    let home = made_for(&desk.path, "zoe.dossier", Some(zoe));
    let again = made_for(&home, "nog-eens.dossier", None);
    let other = made_for(&home, "bram.dossier", Some(bram));
    for (path, member) in [
        (&desk.path, None),
        (&home, Some(zoe)),
        (&again, Some(zoe)),
        (&other, Some(bram)),
    ] {
        assert_eq!(open(path).made_for(), member);
        assert_eq!(Dossier::open_to_read(path).unwrap().made_for(), member);
    }

    let mut copy = open(&home);
    let change = answered(&copy, "HUM-02", "Thuis gedacht");
    let hers = Stamp {
        actor: Actor::Member(zoe),
        ..stamp()
    };
    let done = copy.record(vec![change], hers, &mut desk.entropy).unwrap();
    assert_eq!(copy.made_for(), Some(zoe));
    drop(copy);
    let mut dossier = desk.open();
    dossier.merge(&[&home]).unwrap();
    assert_eq!(dossier.made_for(), None);
    assert!(dossier.events().contains(&done[0]));
    assert_eq!(done[0].actor, Actor::Member(zoe));
    // What the committee did meanwhile goes to the copy, and leaves it hers.
    drop(dossier);
    let mut copy = open(&home);
    copy.merge(&[&other]).unwrap();
    assert_eq!(copy.made_for(), Some(zoe));
    drop(copy);

    // A name that is none is nobody's.
    tamper(&home, "update meta set value = 'zoe' where name = 'member'");
    assert_eq!(open(&home).made_for(), None);
    assert!(check(&home).unwrap().sound);
}

#[test]
fn what_was_done_at_home_comes_back_and_contradictions_are_told() {
    let mut desk = Desk::full();
    let (zoe, bram) = (copy(&mut desk, "zoe"), copy(&mut desk, "bram"));
    let at_home = says(&zoe, "HUM-01", "Thuis gedacht", &mut desk.entropy);
    let also = says(&bram, "HUM-02", "Ook gedaan", &mut desk.entropy);
    let here = says(&desk.path, "HUM-01", "Hier gedacht", &mut desk.entropy);

    let mut dossier = desk.open();
    let merged = dossier.merge(&[&zoe, &bram]).unwrap();
    let mut added = merged.added.clone();
    added.sort();
    let mut expected = vec![at_home, also];
    expected.sort();
    assert_eq!(added, expected);
    assert_eq!(merged.replicas.len(), 2);
    assert!(merged.forks.is_empty() && merged.erased.is_empty());
    let [conflict] = &merged.conflicts[..] else {
        panic!("{:?}", merged.conflicts)
    };
    assert_eq!(conflict.question.as_str(), "HUM-01");
    let mut both: Vec<EventId> = conflict.answers.iter().map(|answer| answer.event).collect();
    both.sort();
    let mut expected = vec![at_home, here];
    expected.sort();
    assert_eq!(both, expected);

    // The committee decides.
    let decided = answered(&dossier, "HUM-01", "Besloten");
    dossier
        .record(vec![decided], stamp(), &mut desk.entropy)
        .unwrap();
    let before = dossier.fingerprint();
    drop(dossier);
    let bytes = desk.bytes();
    let mut dossier = desk.open();
    let again = dossier.merge(&[&zoe, &bram, &zoe]).unwrap();
    assert!(again.added.is_empty() && again.conflicts.is_empty());
    assert_eq!(dossier.fingerprint(), before);
    drop(dossier);
    assert!(
        desk.bytes() == bytes,
        "merging nothing new changed the file"
    );
    assert!(check(&desk.path).unwrap().sound);
}

#[test]
fn another_dossier_is_refused_and_nothing_is_merged() {
    let mut desk = Desk::full();
    let zoe = copy(&mut desk, "zoe");
    says(&zoe, "HUM-01", "Thuis", &mut desk.entropy);
    let other = desk.folder.path().join("ander.dossier");
    let entropy = &mut Counting(5_000_000);
    let organisation = crate::builder::organisation();
    drop(Dossier::create(
        &other,
        organisation,
        questionnaire::Language::Nl,
        stamp(),
        entropy,
        &holder(),
    ));
    let before = desk.bytes();
    let mut dossier = desk.open();
    let refused = dossier.merge(&[&zoe, &other]);
    assert!(
        matches!(&refused, Err(DossierError::OtherDossier { path }) if *path == other),
        "{refused:?}"
    );
    drop(dossier);
    assert!(desk.bytes() == before);
}

#[test]
fn a_damaged_copy_is_refused_and_nothing_is_merged() {
    let mut desk = Desk::full();
    let zoe = copy(&mut desk, "zoe");
    says(&zoe, "HUM-01", "Thuis", &mut desk.entropy);
    let before = desk.bytes();
    for sql in [
        "update payload set body = replace(body, 'Thuis', 'Elders')",
        "update blob set content = zeroblob(length(content))",
        "create trigger t after insert on event begin delete from payload; end",
    ] {
        let copy = desk.folder.path().join("kapot.dossier");
        fs::copy(&zoe, &copy).unwrap();
        crate::builder::tamper(&copy, sql);
        let damaged = fs::read(&copy).unwrap();
        let mut dossier = desk.open();
        let refused = dossier.merge(&[&zoe, &copy]);
        assert!(
            matches!(refused, Err(DossierError::Damaged { .. })),
            "{sql}: {refused:?}"
        );
        drop(dossier);
        assert!(desk.bytes() == before && fs::read(&copy).unwrap() == damaged);
    }
}

#[test]
fn the_dossier_itself_under_another_name_is_passed_over() {
    let desk = Desk::full();
    let mut dossier = desk.open();
    let same = desk.path.clone();
    assert!(dossier.merge(&[&same]).unwrap().added.is_empty());
    #[cfg(unix)]
    {
        let linked = desk.folder.path().join("zelfde.dossier");
        fs::hard_link(&desk.path, &linked).unwrap();
        assert!(dossier.merge(&[&linked]).unwrap().added.is_empty());
    }
}

#[test]
fn erased_words_stay_erased_whoever_still_has_them() {
    let mut desk = Desk::full();
    let mut dossier = desk.open();
    let joined = vec![Change::MemberJoined(member("Geheimzinnige Naam"))];
    let joined = dossier.record(joined, stamp(), &mut desk.entropy).unwrap()[0].id;
    drop(dossier);
    let zoe = copy(&mut desk, "zoe");
    says(&zoe, "HUM-01", "Thuis", &mut desk.entropy);
    open(&desk.path)
        .erase(&[joined], "op verzoek", stamp(), &mut desk.entropy)
        .unwrap();

    let mut dossier = desk.open();
    let merged = dossier.merge(&[&zoe]).unwrap();
    assert_eq!((merged.added.len(), merged.erased.len()), (1, 0));
    let mut theirs = open(&zoe);
    let merged = theirs.merge(&[&desk.path.with_file_name("nergens")]);
    assert!(matches!(merged, Err(DossierError::NotFound { .. })));
    let here = dossier.fingerprint();
    drop(dossier);
    let merged = theirs.merge(&[&desk.path]).unwrap();
    assert_eq!(merged.erased, [joined]);
    assert_eq!(theirs.fingerprint().root, here.root);
    drop(theirs);
    for path in [&desk.path, &zoe] {
        let bytes = fs::read(path).unwrap();
        assert!(
            !bytes
                .windows(18)
                .any(|window| window == b"Geheimzinnige Naam")
        );
        assert!(check(path).unwrap().sound);
    }
}

/// Two files of which each went on under the name of the other.
fn forked(desk: &mut Desk) -> PathBuf {
    says(&desk.path, "HUM-01", "Samen", &mut desk.entropy);
    let shared = desk.bytes();
    says(&desk.path, "HUM-01", "Eerste tak", &mut desk.entropy);
    let other = desk.folder.path().join("eerder.dossier");
    fs::rename(&desk.path, &other).unwrap();
    // An older copy is put back in the very same place.
    fs::write(&desk.path, shared).unwrap();
    says(&desk.path, "HUM-01", "Tweede tak", &mut desk.entropy);
    other
}

#[test]
fn a_chain_that_split_is_told_and_both_branches_are_kept() {
    let mut desk = Desk::full();
    let other = forked(&mut desk);
    let mut dossier = desk.open();
    assert!(dossier.forks().is_empty());
    let mine = dossier.replica().clone();
    let before = dossier.fingerprint();
    let merged = dossier.merge(&[&other]).unwrap();
    let [fork] = &merged.forks[..] else {
        panic!("{:?}", merged.forks)
    };
    assert_eq!((&fork.replica, fork.after, fork.heads.len()), (&mine, 1, 2));
    assert_eq!(merged.conflicts.len(), 1);
    assert_eq!(dossier.fingerprint_of(&before.heads).unwrap(), before);
    assert_eq!(dossier.since(&before.heads).unwrap().len(), 1);
    // Neither branch is continued.
    let change = answered(&dossier, "HUM-01", "Besloten");
    let next = dossier
        .record(vec![change], stamp(), &mut desk.entropy)
        .unwrap()[0]
        .clone();
    assert_ne!(next.replica, mine);
    assert_eq!(next.seq, 1);
    let fingerprint = dossier.fingerprint();
    let events = dossier.events().to_vec();
    drop(dossier);
    let found = check(&desk.path).unwrap();
    assert!(found.sound);
    assert_eq!((found.forks.len(), found.fingerprint), (1, fingerprint));
    assert_eq!(desk.open().events(), events);
}

#[test]
fn a_file_that_is_written_elsewhere_takes_a_name_of_its_own() {
    let mut desk = Desk::new();
    let mut dossier = desk.open();
    let first = dossier.replica().clone();
    let joined = |name: &str| vec![Change::MemberJoined(member(name))];
    dossier
        .record(joined("Zoë"), stamp(), &mut desk.entropy)
        .unwrap();
    assert_eq!(*dossier.replica(), first);
    drop(dossier);
    let moved = desk.folder.path().join("verplaatst.dossier");
    fs::copy(&desk.path, &moved).unwrap();
    let bytes = fs::read(&moved).unwrap();
    let mut copied = open(&moved);
    let event = copied
        .record(joined("Bram"), stamp(), &mut desk.entropy)
        .unwrap()[0]
        .clone();
    assert_ne!(event.replica, first);
    drop(copied);
    assert!(fs::read(&moved).unwrap() != bytes);
    // Where it came from, and where it is, nothing changes.
    let mut dossier = desk.open();
    dossier.merge(&[&moved]).unwrap();
    let event = dossier
        .record(joined("Ans"), stamp(), &mut desk.entropy)
        .unwrap()[0]
        .clone();
    assert_eq!((&event.replica, event.seq), (&first, 3));
    assert!(dossier.forks().is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn any_division_of_work_merged_in_any_order_any_number_of_times_gives_the_same(
        work in prop::collection::vec((0..4usize, 0..6u8, any::<prop::sample::Index>()), 1..14),
        merges in prop::collection::vec((0..4usize, 0..4usize), 0..4),
        order in Just(vec![0usize, 1, 2, 3]).prop_shuffle(),
        other in Just(vec![0usize, 1, 2, 3, 2, 0]).prop_shuffle(),
    ) {
        let mut desk = Desk::full();
        let mut paths: Vec<PathBuf> = (0..3).map(|n| copy(&mut desk, &format!("lid {n}"))).collect();
        // And one that was put back in the place of another.
        paths.push(forked(&mut desk));
        let half = work.len() / 2;
        let mut merges = merges.into_iter();
        for (step, (who, what, pick)) in work.into_iter().enumerate() {
            let mut dossier = open(&paths[who]);
            let event = dossier.events()[pick.index(dossier.events().len())].id;
            let change = match what {
                0 => Change::MemberJoined(member(&format!("Lid {step}"))),
                1 => Change::Undone { event },
                2 => Change::Erased { event, reason: "op verzoek".to_owned() },
                _ => answered(&dossier, ["HUM-01", "HUM-02"][step % 2], &format!("Stap {step}")),
            };
            match dossier.record(vec![change], stamp(), &mut desk.entropy) {
                Ok(_) | Err(DossierError::CannotErase { .. }) => {}
                Err(error) => return Err(TestCaseError::fail(error.to_string())),
            }
            if step >= half && let Some((one, two)) = merges.next() && one != two {
                drop(dossier);
                open(&paths[one]).merge(&[&paths[two]]).unwrap();
            }
        }
        let whole = |name: &str, order: &[usize], one_by_one: bool| {
            let path = desk.folder.path().join(name);
            fs::copy(&desk.path, &path).unwrap();
            let mut dossier = open(&path);
            let others: Vec<&Path> = order.iter().map(|n| paths[*n].as_path()).collect();
            if one_by_one {
                for other in others {
                    dossier.merge(&[other]).unwrap();
                }
            } else {
                dossier.merge(&others).unwrap();
            }
            let mut export = Vec::new();
            dossier.export(&mut export).unwrap();
            let seen = (dossier.fingerprint(), dossier.events().to_vec(), export);
            drop(dossier);
            assert!(check(&path).unwrap().sound);
            seen
        };
        let one = whole("samen 1", &order, true);
        let two = whole("samen 2", &other, false);
        prop_assert_eq!(&one.0, &two.0);
        prop_assert_eq!(&one.1, &two.1);
        prop_assert!(one.2 == two.2, "the exports differ");
        prop_assert_eq!(State::from_events(&one.1), State::from_events(&two.1));
    }
}
