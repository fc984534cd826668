//! Large dossiers open quickly, and dossiers that are too large do no harm.

use assessment::Change;
use dossier::{Dossier, DossierError, check};

use crate::builder::{Desk, member, stamp};

#[test]
fn ten_thousand_events_are_opened_and_verified() {
    let mut desk = Desk::new();
    let mut dossier = desk.open();
    for batch in 0..10 {
        let joined = (0..1000)
            .map(|n| Change::MemberJoined(member(&format!("Lid {batch}-{n}"))))
            .collect();
        dossier.record(joined, stamp(), &mut desk.entropy).unwrap();
    }
    drop(dossier);
    let begun = std::time::Instant::now();
    let dossier = desk.open();
    println!(
        "opened {} events in {:?}",
        dossier.events().len(),
        begun.elapsed()
    );
    assert_eq!(dossier.events().len(), 10_001);
}

#[test]
fn more_rows_than_a_dossier_holds_are_not_taken_in() {
    let desk = Desk::new();
    desk.tamper(
        "with recursive n (i) as (select 2 union all select i + 1 from n where i < 250000)
         insert into event
         select e.replica, i, i, e.at, e.actor, e.kind, e.commitment, e.hash, printf('%064x', i)
         from n, event as e",
    );
    let Err(DossierError::Damaged { findings, .. }) = Dossier::open_to_read(&desk.path) else {
        panic!("was opened")
    };
    assert!(findings.len() <= 100);
    assert!(!check(&desk.path).unwrap().sound);
}
