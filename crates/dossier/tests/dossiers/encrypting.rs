//! Encrypted dossiers: nothing readable is left, nothing is lost, and a stranger with
//! SQLCipher and the passphrase can read them.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use assessment::Change;
use dossier::{
    At, Destruction, Dossier, DossierError, Entropy, Foreign, NewPassphrase, Occasion, Secret,
    check, rescue,
};
use rusqlite::Connection;

use crate::builder::{Desk, holder, member, names, stamp};

const WORDS: &str = "Drie koeien eten gras";
const OTHER_WORDS: &str = "Vier geiten drinken melk";

/// Bytes that look random, the same in every run.
pub(crate) struct Spread(pub(crate) u64);

impl Entropy for Spread {
    fn fill(&mut self, bytes: &mut [u8]) -> io::Result<()> {
        for byte in bytes {
            self.0 = self
                .0
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            *byte = (self.0 >> 56) as u8;
        }
        Ok(())
    }
}

fn new(words: &str) -> NewPassphrase {
    NewPassphrase::new(words).unwrap()
}

fn secret(words: &str) -> Secret {
    Secret::read(words).unwrap()
}

fn nowhere(desk: &Desk) -> std::path::PathBuf {
    desk.folder.path().join("geen map")
}

/// The bytes of the full dossier under [`WORDS`], and its recovery code. To make a key
/// of words takes a second here, and the code is the key.
pub(crate) static CODE: LazyLock<Secret> = LazyLock::new(|| secret(&ENCRYPTED.1));
pub(crate) static ENCRYPTED: LazyLock<(Vec<u8>, String)> = LazyLock::new(|| {
    let desk = Desk::full();
    let elsewhere = nowhere(&desk);
    let sealed = desk
        .open()
        .encrypt(&new(WORDS), &elsewhere, &mut Spread(7))
        .unwrap();
    (desk.bytes(), sealed.code.to_text().to_string())
});

/// A folder with an encrypted dossier, and its recovery code.
pub(crate) fn encrypted() -> (Desk, &'static Secret) {
    let (bytes, _) = &*ENCRYPTED;
    let desk = Desk::full();
    fs::write(&desk.path, bytes).unwrap();
    (desk, &CODE)
}

fn open(path: &Path, secret: &Secret) -> Result<Dossier, DossierError> {
    Dossier::open(At::with(path, Some(secret)), &holder())
}

fn look(path: &Path, secret: &Secret) -> Result<Dossier, DossierError> {
    Dossier::open_to_read(At::with(path, Some(secret)))
}

/// Words that are in the full dossier, one in its header and one in every table.
const READABLE: [&str; 9] = [
    "SQLite format 3",
    "CREATE TABLE",
    "Webwinkel",
    "Klanten kunnen altijd",
    "Zo\u{eb} Br\u{fb}l\u{e9}",
    "../handboek.txt",
    "signed_report",
    "%PDF-1.7 signed",
    "place:",
];

/// The places in `folder` at which any of the words is readable.
fn readable(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(readable(&path));
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        for word in READABLE {
            if bytes.windows(word.len()).any(|it| it == word.as_bytes()) {
                found.push(format!("{word} in {}", path.display()));
            }
        }
    }
    found
}

#[test]
fn nothing_readable_is_left_anywhere() {
    let mut desk = Desk::full();
    assert_eq!(readable(desk.folder.path()).len(), READABLE.len());
    let folder = desk.folder.path().join("reserve");
    let mut dossier = desk.open();
    let backup = dossier
        .backup_now(&folder, stamp().at, Occasion::Asked)
        .unwrap();
    // What a program left that was cut off: of a copy just now, and of who knows what long ago.
    let mark = &dossier.id().unwrap().to_string()[..16];
    let of_copy = folder.join(format!(".verantwoord-{mark}-abc123.part"));
    fs::copy(&backup.path, &of_copy).unwrap();
    let left = desk.folder.path().join(".verantwoord-abc123.part");
    fs::copy(&backup.path, &left).unwrap();
    let long_ago = fs::metadata(&left).unwrap().modified().unwrap() - Duration::from_secs(7200);
    let file = fs::File::options().write(true).open(&left).unwrap();
    file.set_modified(long_ago).unwrap();
    drop(file);

    let events = dossier.events().to_vec();
    let before = dossier.fingerprint();
    let sealed = dossier
        .encrypt(&new(WORDS), &folder, &mut Spread(7))
        .unwrap();
    assert_eq!(sealed.backups.rewritten, std::slice::from_ref(&backup.path));
    assert!(sealed.backups.left.is_empty());
    assert!(dossier.is_encrypted() && !left.exists() && !of_copy.exists());
    assert!(sealed.backups.unfinished.is_empty());
    // Also while it is open and being written.
    let joined = Change::MemberJoined(member("Klanten kunnen altijd"));
    let spoiled: Result<(), DossierError> = dossier.act(stamp(), &mut desk.entropy, |act| {
        act.record(joined.clone())?;
        assert_eq!(
            without_lock(readable(desk.folder.path())),
            Vec::<String>::new()
        );
        Err(DossierError::BlobChanging)
    });
    assert!(spoiled.is_err());
    let again = dossier
        .backup_now(&folder, stamp().at, Occasion::Asked)
        .unwrap();
    dossier
        .hand_out(
            &desk.folder.path().join("thuis.dossier"),
            None,
            &mut desk.entropy,
        )
        .unwrap();
    assert_eq!(
        (dossier.events(), dossier.fingerprint()),
        (&*events, before)
    );
    drop(dossier);
    assert_eq!(readable(desk.folder.path()), Vec::<String>::new());
    assert_eq!(desk.names().len(), 3, "{:?}", desk.names());
    let code = secret(&sealed.code.to_text());
    for path in [&desk.path, &backup.path, &again.path] {
        assert_eq!(look(path, &code).unwrap().events(), events);
    }
}

/// The lock tells the path and the holder, and is meant to be read.
fn without_lock(mut found: Vec<String>) -> Vec<String> {
    found.retain(|line| !line.ends_with(".lock"));
    found
}

#[test]
fn passphrase_and_recovery_code_open_it_and_nothing_else_does() {
    let (desk, code) = encrypted();
    let before = desk.bytes();
    for right in [&secret(WORDS), code] {
        let at = At::with(&desk.path, Some(right));
        assert!(check(at).unwrap().encrypted);
    }
    let nothing = Dossier::open(&desk.path, &holder());
    assert!(matches!(nothing, Err(DossierError::Encrypted { .. })));
    let nothing = check(&desk.path);
    assert!(matches!(nothing, Err(DossierError::Encrypted { .. })));
    for wrong in [&format!("{WORDS} "), ""] {
        let refused = open(&desk.path, &secret(wrong));
        assert!(
            matches!(refused, Err(DossierError::WrongSecret { .. })),
            "{wrong}: {refused:?}"
        );
    }
    assert!(desk.bytes() == before && desk.names().len() == 1);

    let dossier = open(&desk.path, code).unwrap();
    assert!(dossier.opens_with(code) && dossier.opens_with(&secret(WORDS)));
    assert!(!dossier.opens_with(&secret(OTHER_WORDS)));
}

#[test]
fn what_is_given_for_a_plain_dossier_is_not_needed() {
    let desk = Desk::full();
    let dossier = open(&desk.path, &secret(WORDS)).unwrap();
    assert!(!dossier.is_encrypted() && !dossier.opens_with(&secret(WORDS)));
}

#[test]
fn a_stranger_reads_it_with_sqlcipher_and_passphrase_or_code() {
    let (desk, _) = encrypted();
    let digits = ENCRYPTED.1.replace('-', "");
    for key in [WORDS.to_owned(), format!("x'{}'", &digits[..64])] {
        let stranger = Connection::open(&desk.path).unwrap();
        stranger.pragma_update(None, "key", key).unwrap();
        let name: String = stranger
            .query_row("select name from organisation", [], |row| row.get(0))
            .unwrap();
        assert_eq!(name, "Voorbeeld Webwinkel B.V.");
    }
}

#[test]
fn work_goes_on_as_before() {
    let (mut desk, code) = encrypted();
    let mut dossier = open(&desk.path, code).unwrap();
    let before = dossier.events().len();
    let erased = dossier
        .record(
            vec![Change::MemberJoined(member("Weg"))],
            stamp(),
            &mut desk.entropy,
        )
        .unwrap()[0]
        .id;
    dossier
        .erase(&[erased], "op verzoek", stamp(), &mut desk.entropy)
        .unwrap();
    assert!(dossier.is_compact());
    let replica = dossier.replica().clone();
    drop(dossier);
    let dossier = open(&desk.path, code).unwrap();
    assert_eq!(dossier.events().len(), before + 2);
    assert_eq!(dossier.replica(), &replica, "it is the same copy");
    let checked = check(At::like(&desk.path, &dossier)).unwrap();
    assert!(checked.sound && checked.encrypted);
    let settings: Vec<_> = dossier.settings().to_vec();
    assert_eq!(checked.pragmas.len(), settings.len());
    let plain = Desk::full();
    assert_eq!(settings, plain.open().settings());
}

#[test]
fn with_another_passphrase_the_old_one_and_its_code_open_nothing_any_more() {
    let (desk, old) = encrypted();
    let folder = desk.folder.path().join("reserve");
    let mut dossier = open(&desk.path, old).unwrap();
    let backup = dossier
        .backup_now(&folder, stamp().at, Occasion::Asked)
        .unwrap();
    let events = dossier.events().to_vec();
    let sealed = dossier
        .encrypt(&new(OTHER_WORDS), &folder, &mut Spread(8))
        .unwrap();
    drop(dossier);
    assert!(matches!(
        look(&desk.path, &secret(WORDS)),
        Err(DossierError::WrongSecret { .. })
    ));
    let code = secret(&sealed.code.to_text());
    for path in [&desk.path, &backup.path] {
        let refused = look(path, old);
        assert!(matches!(refused, Err(DossierError::WrongSecret { .. })));
        assert_eq!(look(path, &code).unwrap().events(), events);
    }
    assert_eq!(names(&folder).len(), 1);
}

#[test]
fn what_is_decrypted_is_what_it_was() {
    let desk = Desk::full();
    let folder = desk.folder.path().join("reserve");
    let mut dossier = desk.open();
    let backup = dossier
        .backup_now(&folder, stamp().at, Occasion::Asked)
        .unwrap();
    let (events, before) = (dossier.events().to_vec(), dossier.fingerprint());
    let mut export = Vec::new();
    dossier.export(&mut export).unwrap();
    dossier
        .encrypt(&new(WORDS), &folder, &mut Spread(7))
        .unwrap();
    let rewritten = dossier.decrypt(&folder).unwrap();
    assert_eq!(rewritten.rewritten, std::slice::from_ref(&backup.path));
    assert!(!dossier.is_encrypted());
    drop(dossier);
    for path in [&desk.path, &backup.path] {
        let dossier = Dossier::open_to_read(path).unwrap();
        assert_eq!(dossier.events(), events);
        assert_eq!(dossier.fingerprint(), before);
        let mut again = Vec::new();
        dossier.export(&mut again).unwrap();
        assert!(again == export);
        assert!(check(path).unwrap().sound);
    }
}

#[test]
fn a_backup_that_cannot_be_rewritten_is_told_and_stays() {
    let desk = Desk::full();
    let folder = desk.folder.path().join("reserve");
    let mut dossier = desk.open();
    let backup = dossier
        .backup_now(&folder, stamp().at, Occasion::Asked)
        .unwrap();
    crate::builder::tamper(&backup.path, "update payload set body = '{}'");
    let before = fs::read(&backup.path).unwrap();
    let sealed = dossier
        .encrypt(&new(WORDS), &folder, &mut Spread(7))
        .unwrap();
    let [(path, DossierError::Damaged { .. })] = &sealed.backups.left[..] else {
        panic!("{:?}", sealed.backups)
    };
    assert_eq!(*path, backup.path);
    assert!(fs::read(&backup.path).unwrap() == before);
}

#[test]
fn backups_that_were_left_readable_are_encrypted_later() {
    let desk = Desk::full();
    let folder = desk.folder.path().join("reserve");
    let mut dossier = desk.open();
    let backup = dossier
        .backup_now(&folder, stamp().at, Occasion::Asked)
        .unwrap();
    // Whoever encrypted it was cut off before the backups.
    let elsewhere = nowhere(&desk);
    dossier
        .encrypt(&new(WORDS), &elsewhere, &mut Spread(7))
        .unwrap();
    assert!(!check(&backup.path).unwrap().encrypted);
    assert_eq!(
        dossier.encrypt_backups(&folder, None).rewritten,
        [backup.path]
    );
    assert!(dossier.encrypt_backups(&folder, None).rewritten.is_empty());
}

#[test]
fn what_may_be_written_by_somebody_at_this_moment_is_told_and_stays() {
    let desk = Desk::full();
    let left = desk.folder.path().join(".verantwoord-abc123.part");
    fs::write(&left, "half").unwrap();
    let elsewhere = nowhere(&desk);
    let sealed = desk
        .open()
        .encrypt(&new(WORDS), &elsewhere, &mut Spread(7))
        .unwrap();
    assert_eq!(sealed.backups.unfinished, std::slice::from_ref(&left));
    assert!(left.exists());
}

/// How many former keys the dossier at `path` remembers.
fn former_keys(path: &Path, code: &str) -> i64 {
    let stranger = Connection::open(path).unwrap();
    let digits = code.replace('-', "");
    stranger
        .pragma_update(None, "key", format!("x'{}'", &digits[..64]))
        .unwrap();
    let select = "select count(*) from meta where name like 'former:%'";
    stranger.query_row(select, [], |row| row.get(0)).unwrap()
}

#[test]
fn a_change_of_passphrase_that_was_cut_off_before_the_backups_is_finished_later() {
    let (mut desk, old) = encrypted();
    let folder = desk.folder.path().join("reserve");
    let mut dossier = open(&desk.path, old).unwrap();
    let backup = dossier
        .backup_now(&folder, stamp().at, Occasion::Asked)
        .unwrap();
    let before = fs::read(&backup.path).unwrap();
    // Whoever changed it was cut off before the backups.
    let elsewhere = nowhere(&desk);
    let sealed = dossier
        .encrypt(&new(OTHER_WORDS), &elsewhere, &mut Spread(8))
        .unwrap();
    let home = desk.folder.path().join("thuis.dossier");
    dossier.hand_out(&home, None, &mut desk.entropy).unwrap();
    drop(dossier);
    let code = sealed.code.to_text();
    assert_eq!(former_keys(&desk.path, &code), 1);
    assert_eq!(former_keys(&home, &code), 0, "nobody else needs it");

    let dossier = open(&desk.path, &secret(&code)).unwrap();
    assert!(!dossier.opens(&backup));
    let finished = dossier.encrypt_backups(&folder, None);
    assert_eq!(finished.rewritten, std::slice::from_ref(&backup.path));
    assert!(dossier.opens(&backup) && finished.left.is_empty());
    drop(dossier);
    assert_eq!(former_keys(&desk.path, &code), 0);

    // One that comes back later opens with nothing that is still known.
    fs::write(&backup.path, &before).unwrap();
    let dossier = open(&desk.path, &secret(&code)).unwrap();
    let left = dossier.encrypt_backups(&folder, None).left;
    let [(path, DossierError::Encrypted { .. })] = &left[..] else {
        panic!("{left:?}")
    };
    assert_eq!(*path, backup.path);
    assert!(fs::read(&backup.path).unwrap() == before);
    let finished = dossier.encrypt_backups(&folder, Some(old));
    assert_eq!(finished.rewritten, [backup.path]);
}

#[test]
fn a_copy_comes_back_without_being_asked_for_a_passphrase() {
    let (mut desk, code) = encrypted();
    let mut dossier = open(&desk.path, code).unwrap();
    let home = desk.folder.path().join("thuis.dossier");
    dossier.hand_out(&home, None, &mut desk.entropy).unwrap();
    let mut copy = open(&home, code).unwrap();
    copy.record(
        vec![Change::MemberJoined(member("Thuis"))],
        stamp(),
        &mut desk.entropy,
    )
    .unwrap();
    drop(copy);
    assert_eq!(dossier.merge(&[&home]).unwrap().added.len(), 1);

    // With another passphrase it is asked for.
    let mut copy = open(&home, code).unwrap();
    let elsewhere = nowhere(&desk);
    let other = copy
        .encrypt(&new(OTHER_WORDS), &elsewhere, &mut Spread(8))
        .unwrap();
    drop(copy);
    let refused = dossier.merge(&[&home]);
    assert!(matches!(refused, Err(DossierError::Encrypted { path }) if path == home));
    let other = secret(&other.code.to_text());
    let merged = dossier.merge(&[At::with(&home, Some(&other))]).unwrap();
    assert_eq!(merged.added.len(), 0);

    // A plain one too.
    let mut copy = open(&home, &other).unwrap();
    copy.decrypt(&elsewhere).unwrap();
    drop(copy);
    dossier.merge(&[&home]).unwrap();
}

#[test]
fn every_changed_byte_is_noticed() {
    let (desk, code) = encrypted();
    let sound = desk.bytes();
    let at = At::with(&desk.path, Some(code));
    for place in (0..sound.len()).step_by(sound.len() / 40) {
        let mut bytes = sound.clone();
        bytes[place] ^= 1;
        fs::write(&desk.path, &bytes).unwrap();
        match check(at) {
            Ok(checked) => assert!(!checked.sound, "byte {place}"),
            Err(DossierError::WrongSecret { .. }) => assert!(place < 4096, "byte {place}"),
            Err(other) => panic!("byte {place}: {other:?}"),
        }
        assert!(desk.bytes() == bytes);
    }
    for length in [4096, sound.len() / 8192 * 4096, sound.len() - 4096] {
        fs::write(&desk.path, &sound[..length]).unwrap();
        assert!(!check(at).unwrap().sound, "{length} bytes");
    }
    fs::write(&desk.path, &sound[..sound.len() - 100]).unwrap();
    assert!(!check(at).unwrap().sound);
    let refused = check(&desk.path);
    let cut_off = Foreign::NotADatabase;
    assert!(matches!(refused, Err(DossierError::NotADossier { reason, .. }) if reason == cut_off));
}

#[test]
fn an_interrupted_change_is_undone() {
    let (desk, code) = encrypted();
    let events = look(&desk.path, code).unwrap().events().len();
    let stranger = Connection::open(&desk.path).unwrap();
    stranger.pragma_update(None, "key", WORDS).unwrap();
    stranger
        .execute_batch(
            "pragma cache_size = 1; pragma cache_spill = 1; begin;
             update payload set body = body || hex(zeroblob(3000)); pragma user_version = 2;",
        )
        .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("half.dossier");
    fs::copy(&desk.path, &path).unwrap();
    let journal = |path: &Path| format!("{}-journal", path.display());
    fs::copy(journal(&desk.path), journal(&path)).unwrap();
    assert!(fs::read(&path).unwrap() != desk.bytes() || desk.names().len() > 1);
    // A first page of which only half was written.
    let mut bytes = fs::read(&path).unwrap();
    bytes[2048..4096].fill(7);
    fs::write(&path, bytes).unwrap();
    assert!(matches!(
        look(&path, &secret(OTHER_WORDS)),
        Err(DossierError::WrongSecret { .. })
    ));
    assert_eq!(look(&path, code).unwrap().events().len(), events);
    assert_eq!(names(folder.path()), ["half.dossier"]);
}

#[test]
fn what_is_left_of_a_writing_that_was_cut_off_goes_at_the_next_opening() {
    let (desk, code) = encrypted();
    let left = desk
        .folder
        .path()
        .join(format!(".{}.verantwoord-part", desk.names()[0]));
    fs::write(&left, "Klanten kunnen altijd").unwrap();
    drop(open(&desk.path, code).unwrap());
    assert_eq!(desk.names().len(), 1);
}

#[test]
fn where_nothing_can_be_written_it_stays_as_it_was() {
    let mut desk = Desk::full();
    let mut dossier = desk.open();
    let events = dossier.events().to_vec();
    let in_the_way = desk.folder.path().join(format!(
        ".{}.verantwoord-part",
        "Webwinkel 100% #1?.dossier"
    ));
    fs::create_dir(&in_the_way).unwrap();
    let elsewhere = nowhere(&desk);
    let failed = dossier.encrypt(&new(WORDS), &elsewhere, &mut Spread(7));
    assert!(failed.is_err());
    assert!(!dossier.is_encrypted());
    dossier
        .record(
            vec![Change::MemberJoined(member("Nog"))],
            stamp(),
            &mut desk.entropy,
        )
        .unwrap();
    drop(dossier);
    assert_eq!(desk.open().events().len(), events.len() + 1);
}

#[test]
fn a_damaged_one_is_rescued_into_an_encrypted_one() {
    let (mut desk, code) = encrypted();
    let events = look(&desk.path, code).unwrap().events().len() as u64;
    let mut bytes = desk.bytes();
    let end = bytes.len() - 2000;
    bytes[end] ^= 1;
    fs::write(&desk.path, bytes).unwrap();
    let to = desk.folder.path().join("gered.dossier");
    let at = At::with(&desk.path, Some(code));
    let rescued = rescue(at, &to, &[], stamp(), &mut desk.entropy).unwrap();
    assert!(rescued.kept + rescued.lost.len() as u64 <= events);
    assert!(rescued.kept > events / 2, "{rescued:?} of {events}");
    assert!(check(At::with(&to, Some(code))).unwrap().encrypted);
    assert_eq!(readable(desk.folder.path()), Vec::<String>::new());
}

#[test]
fn an_encrypted_one_is_destroyed_by_who_can_open_it() {
    let (desk, code) = encrypted();
    let refused = Destruction::of(&desk.path, &holder());
    assert!(matches!(refused, Err(DossierError::Encrypted { .. })));
    let id = look(&desk.path, code).unwrap().id();
    let at = At::with(&desk.path, Some(code));
    let mut destruction = Destruction::of(at, &holder()).unwrap();
    assert_eq!(Some(destruction.doomed().dossier), id);
    let certificate = desk.folder.path().join("bewijs.txt");
    destruction.write_over(&certificate).unwrap();
    drop(destruction);
    // Whoever finishes it needs no passphrase: there is nothing left to open.
    let destruction = Destruction::resume(&desk.path, &holder()).unwrap();
    destruction.finish().unwrap();
    assert!(desk.names().is_empty());
}

#[test]
fn random_bytes_of_any_length_harm_nothing() {
    let desk = Desk::empty();
    let words = secret(WORDS);
    for length in [600, 4096, 5000, 8192] {
        let mut bytes = vec![0; length];
        Spread(99).fill(&mut bytes).unwrap();
        fs::write(&desk.path, &bytes).unwrap();
        for at in [At::from(&desk.path), At::with(&desk.path, Some(&words))] {
            let refused = check(at);
            assert!(
                matches!(
                    refused,
                    Err(DossierError::Encrypted { .. }
                        | DossierError::WrongSecret { .. }
                        | DossierError::NotADossier { .. })
                ),
                "{refused:?}"
            );
        }
        assert!(desk.bytes() == bytes && desk.names().len() == 1);
    }
}

#[test]
#[ignore = "measures, and proves nothing"]
fn what_encryption_costs() {
    let mut desk = Desk::full();
    let joined = || vec![Change::MemberJoined(member(&"x".repeat(500)))];
    let mut dossier = desk.open();
    for _ in 0..500 {
        dossier
            .record(joined(), stamp(), &mut desk.entropy)
            .unwrap();
    }
    drop(dossier);
    let mut measure = |name: &str, opens: Option<&Secret>| {
        let begun = Instant::now();
        let mut dossier = Dossier::open(At::with(&desk.path, opens), &holder()).unwrap();
        let opened = begun.elapsed();
        let begun = Instant::now();
        for _ in 0..100 {
            dossier
                .record(joined(), stamp(), &mut desk.entropy)
                .unwrap();
        }
        let each = begun.elapsed() / 100;
        let bytes = fs::metadata(&desk.path).unwrap().len();
        println!("{name}: open {opened:?}, commit {each:?}, {bytes} bytes");
        dossier
    };
    drop(measure("plain", None));
    let mut dossier = measure("plain", None);
    let elsewhere = nowhere(&Desk::empty());
    let begun = Instant::now();
    let sealed = dossier
        .encrypt(&new(WORDS), &elsewhere, &mut Spread(7))
        .unwrap();
    println!("encrypting: {:?}", begun.elapsed());
    drop(dossier);
    let code = secret(&sealed.code.to_text());
    drop(measure("with the code", Some(&code)));
    drop(measure("with the passphrase", Some(&secret(WORDS))));
}
