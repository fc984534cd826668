//! Who sits on the committee, who has a say, and who stands aside.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod course;

use assessment::{Change, Member, MemberId, Role};
use course::{Course, assessed, member};

#[test]
fn who_has_an_interest_of_their_own_has_no_say_about_that_application() {
    let (mut course, assessment, subject) = assessed();
    let zoe = MemberId(course.go(Change::MemberJoined(member("Zoë"))));
    let bram = MemberId(course.go(Change::MemberJoined(member("Bram"))));
    let guest = Member::new("Noor", Role::Guest);
    let noor = MemberId(course.go(Change::MemberJoined(guest)));
    let declared = course.go(Change::ConflictOfInterestDeclared {
        subject,
        member: bram,
        reason: "werkt voor de leverancier".to_owned(),
    });
    let state = course.state();
    let day = "2026-11-21".parse().unwrap();
    assert_eq!(state.deciding_members(assessment, day), [zoe]);
    assert!(!state.has_a_say(assessment, noor));
    let aside = state.standing_aside(subject);
    assert_eq!((aside[0].0, aside[0].1.event), (bram, declared));

    course.go(Change::ConflictOfInterestEnded {
        subject,
        member: bram,
    });
    let state = course.state();
    assert_eq!(state.deciding_members(assessment, day), [zoe, bram]);
}

#[test]
fn a_member_decides_within_their_term() {
    let (mut course, assessment, _) = assessed();
    let term = Member {
        from: Some("2026-01-01".parse().unwrap()),
        until: Some("2026-12-31".parse().unwrap()),
        ..member("Zoë")
    };
    let zoe = MemberId(course.go(Change::MemberJoined(term)));
    let decides = |course: &Course, day: &str| {
        let day = day.parse().unwrap();
        course.state().deciding_members(assessment, day) == [zoe]
    };
    assert!(!decides(&course, "2025-12-31"));
    assert!(decides(&course, "2026-01-01") && decides(&course, "2026-12-31"));
    assert!(!decides(&course, "2027-01-01"));
    course.go(Change::MemberLeft { member: zoe });
    assert!(decides(&course, "2026-11-20") && !decides(&course, "2026-11-21"));
}
