//! Two programs on one dossier: one writes, the other is told who, and may look.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;

use assessment::Change;
use dossier::{At, Dossier, DossierError, Secret, check};

use crate::builder::{Counting, Desk, holder, member, names, stamp};
use crate::encrypting::{ENCRYPTED, encrypted};

/// The environment variable by which this program, run again by a test, is told
/// which dossier to hold until it is killed.
const HOLD: &str = "DOSSIER_TO_HOLD";
/// And what opens it, where it is encrypted.
const OPENED_BY: &str = "DOSSIER_OPENED_BY";

fn joined(name: &str) -> Vec<Change> {
    vec![Change::MemberJoined(member(name))]
}

/// Another process that has the dossier open, has saved a member and is halfway
/// an act that it will never finish.
fn other_program(desk: &Desk) -> Child {
    other_program_with(desk, "")
}

fn other_program_with(desk: &Desk, code: &str) -> Child {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["sharing::as_the_other_program", "--exact", "--nocapture"])
        .env(HOLD, &desk.path)
        .env(OPENED_BY, code)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let output = BufReader::new(child.stdout.take().unwrap());
    let ready = output.lines().any(|line| line.unwrap().contains("ready"));
    assert!(ready, "the other program did not start");
    child
}

#[test]
fn as_the_other_program() {
    let Some(path) = std::env::var_os(HOLD) else {
        return;
    };
    let code = std::env::var(OPENED_BY).unwrap();
    let secret = Secret::read(&code).unwrap();
    let mut dossier = Dossier::open(At::with(&path, Some(&secret)), &holder()).unwrap();
    let mut entropy = Counting(1_000_000);
    dossier
        .record(joined("Opgeslagen"), stamp(), &mut entropy)
        .unwrap();
    let _: Result<(), DossierError> = dossier.act(stamp(), &mut entropy, |act| {
        act.record(Change::MemberJoined(member("Half")))?;
        println!("ready");
        std::io::stdin().read_line(&mut String::new()).unwrap();
        Err(DossierError::BlobChanging)
    });
}

#[test]
fn the_second_program_is_told_who_has_it_and_may_look() {
    let desk = Desk::full();
    let mut other = other_program(&desk);
    let refused = Dossier::open(&desk.path, &holder());
    let looked = Dossier::open_to_read(&desk.path);
    let checked = check(&desk.path);
    other.kill().unwrap();
    other.wait().unwrap();
    let Err(DossierError::LockedBy {
        holder: Some(told), ..
    }) = refused
    else {
        panic!("{refused:?}")
    };
    assert_eq!(*told, holder());
    let looked = looked.unwrap();
    let Some(Change::MemberJoined(last)) = &looked.events().last().unwrap().change else {
        panic!("the saved member is not seen")
    };
    assert_eq!(last.name, "Opgeslagen");
    assert!(checked.unwrap().sound);
}

#[test]
fn a_killed_program_leaves_what_was_saved_and_no_lock() {
    leaves_what_was_saved(Desk::full(), "");
    leaves_what_was_saved(encrypted().0, &ENCRYPTED.1);
}

#[track_caller]
fn leaves_what_was_saved(mut desk: Desk, code: &str) {
    let secret = Secret::read(code).unwrap();
    let at = At::with(&desk.path, Some(&secret));
    let before = Dossier::open_to_read(at).unwrap().events().len();
    let mut other = other_program_with(&desk, code);
    assert!(desk.names().iter().any(|name| name.ends_with(".lock")));
    other.kill().unwrap();
    other.wait().unwrap();
    assert!(
        desk.names().iter().any(|name| name.ends_with(".lock")),
        "nobody took it away"
    );

    let mut dossier = Dossier::open(at, &holder()).unwrap();
    assert_eq!(dossier.events().len(), before + 1);
    dossier
        .record(joined("Daarna"), stamp(), &mut desk.entropy)
        .unwrap();
    drop(dossier);
    assert!(check(at).unwrap().sound);
    assert_eq!(desk.names().len(), 1, "{:?}", desk.names());
}

#[test]
fn a_dossier_is_opened_once_in_one_program_too() {
    let desk = Desk::new();
    let first = desk.open();
    assert!(matches!(
        Dossier::open(&desk.path, &holder()),
        Err(DossierError::LockedBy {
            holder: Some(_),
            ..
        })
    ));
    assert_eq!(
        Dossier::open_to_read(&desk.path).unwrap().events(),
        first.events()
    );
    drop(first);
    desk.open();
}

#[test]
fn a_program_that_leaves_no_word_keeps_us_out_too() {
    let desk = Desk::new();
    let stranger = rusqlite::Connection::open(&desk.path).unwrap();
    stranger.execute_batch("begin exclusive").unwrap();
    let refused = Dossier::open(&desk.path, &holder());
    assert!(
        matches!(refused, Err(DossierError::LockedBy { holder: None, .. })),
        "{refused:?}"
    );
    drop(stranger);
    assert_eq!(desk.names().len(), 1);
    let open = desk.open();
    let stranger = rusqlite::Connection::open(&desk.path).unwrap();
    stranger.busy_timeout(std::time::Duration::ZERO).unwrap();
    assert!(stranger.execute_batch("delete from payload").is_err());
    assert_eq!(open.events().len(), 1);
}

#[test]
fn whoever_looks_while_somebody_writes_sees_what_was_there_at_a_moment() {
    let mut desk = Desk::full();
    let mut dossier = desk.open();
    let path = desk.path.clone();
    let enough = std::sync::atomic::AtomicBool::new(false);
    let looks: Vec<_> = thread::scope(|scope| {
        let looking = scope.spawn(|| {
            let mut looks = Vec::new();
            while !enough.load(std::sync::atomic::Ordering::SeqCst) {
                match Dossier::open_to_read(&path) {
                    Ok(look) => looks.push(look.events().to_vec()),
                    Err(DossierError::HalfChanged { .. }) => {}
                    Err(other) => panic!("{other:?}"),
                }
            }
            looks
        });
        for number in 0..60 {
            let name = format!("Lid {number} {}", "x".repeat(number * 50));
            dossier
                .record(joined(&name), stamp(), &mut desk.entropy)
                .unwrap();
        }
        enough.store(true, std::sync::atomic::Ordering::SeqCst);
        looking.join().unwrap()
    });
    assert!(!looks.is_empty());
    for look in looks {
        assert!(dossier.events().starts_with(&look));
    }
    drop(dossier);
    assert!(check(&desk.path).unwrap().sound);
}

/// A change that does not fit in memory, and is not finished.
const HALF: &str = "pragma cache_size = 1; pragma cache_spill = 1; begin;
    update payload set body = body || hex(zeroblob(3000));";

/// A folder with a dossier in the middle of a change: it is partly in the file, and the journal beside it says how to undo it.
fn half_changed(desk: &Desk) -> (tempfile::TempDir, PathBuf) {
    let sound = desk.bytes();
    let stranger = rusqlite::Connection::open(&desk.path).unwrap();
    stranger.execute_batch(HALF).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("half.dossier");
    fs::copy(&desk.path, &path).unwrap();
    fs::copy(beside(&desk.path, "-journal"), beside(&path, "-journal")).unwrap();
    assert_ne!(fs::read(&path).unwrap(), sound);
    (folder, path)
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

#[test]
fn a_change_that_was_cut_off_is_undone_by_whoever_comes_first() {
    let desk = Desk::full();
    let events = desk.open().events().to_vec();
    let openings: [fn(&Path) -> usize; 3] = [
        |path| Dossier::open(path, &holder()).unwrap().events().len(),
        |path| Dossier::open_to_read(path).unwrap().events().len(),
        |path| {
            let check = check(path).unwrap();
            assert!(check.sound);
            check.events as usize
        },
    ];
    for open in openings {
        let (folder, path) = half_changed(&desk);
        assert_eq!(open(&path), events.len());
        assert_eq!(names(folder.path()), ["half.dossier"]);
        assert_eq!(Dossier::open_to_read(&path).unwrap().events(), events);
    }
}

#[test]
fn a_change_that_is_under_way_is_left_alone() {
    let desk = Desk::full();
    let events = desk.open().events().len();
    let stranger = rusqlite::Connection::open(&desk.path).unwrap();
    stranger.execute_batch(HALF).unwrap();
    // Reading the file here would let go of the locks of the stranger.
    let seen = || {
        fs::metadata(&desk.path)
            .map(|meta| (meta.len(), meta.modified().unwrap()))
            .unwrap()
    };
    let before = seen();
    for looked in [
        Dossier::open_to_read(&desk.path).err(),
        check(&desk.path).err(),
    ] {
        assert!(
            matches!(looked, Some(DossierError::HalfChanged { .. })),
            "{looked:?}"
        );
    }
    assert_eq!(seen(), before);
    stranger.execute_batch("rollback").unwrap();
    assert_eq!(
        Dossier::open_to_read(&desk.path).unwrap().events().len(),
        events
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_place_of_a_journal_is_not_waited_for() {
    for suffix in ["-journal", "-wal", "-shm"] {
        let desk = Desk::new();
        let pipe = beside(&desk.path, suffix);
        assert!(
            Command::new("mkfifo")
                .arg(&pipe)
                .status()
                .unwrap()
                .success()
        );
        for error in [
            Dossier::open(&desk.path, &holder()).err(),
            Dossier::open_to_read(&desk.path).err(),
            check(&desk.path).err(),
        ] {
            assert!(
                matches!(error, Some(DossierError::NotAFile { .. })),
                "{error:?}"
            );
        }
    }
}
