//! The short form of every campaign.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot begin has failed, and a seed must be told"
)]

use std::path::Path;

use ordeal::{CAMPAIGNS, Order, Programs, fresh_seed};

#[track_caller]
fn survives(name: &str) {
    let programs = Programs::find(Path::new(env!("CARGO_BIN_EXE_ordeal"))).unwrap();
    let Some(programs) = programs else {
        println!("skipped: there is no target/debug/verantwoord, or no strace");
        return;
    };
    let campaign = CAMPAIGNS.iter().find(|campaign| campaign.name == name);
    let campaign = campaign.unwrap();
    let order = Order {
        seed: fresh_seed(),
        first: 0,
        cycles: campaign.short,
        jobs: 1,
    };
    println!("seed {}", order.seed);
    let tally = campaign.run(&programs, &order).unwrap();
    println!("{tally}");
    assert!(
        tally.complaints.is_empty(),
        "{}",
        tally.complaints.join("\n")
    );
    assert_eq!(tally.cycles.0, order.cycles);
}

#[test]
fn a_killed_program_has_lost_nothing() {
    survives("kill");
}

#[test]
fn a_cut_of_the_power_has_lost_nothing() {
    survives("power");
}

#[test]
fn a_failing_disk_is_told_of_and_has_lost_nothing() {
    survives("faults");
}

#[test]
fn a_session_opens_no_internet_socket() {
    survives("network");
}

#[test]
fn of_two_programs_one_writes_and_the_other_is_told_who() {
    survives("race");
}

#[test]
fn what_changes_the_answers_does_not_go_unnoticed() {
    survives("damage");
}

#[test]
fn hostile_files_are_refused_in_time_and_without_a_trace() {
    survives("hostile");
}
