//! Values are read, refused, written and scored as the command line promises.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

use std::collections::BTreeSet;

use proptest::prelude::*;
use questionnaire::{Question, QuestionId, Questionnaire, Score, Value, ValueRefused};

fn question(id: &str) -> &'static Question {
    Questionnaire::built_in("customer-contact-ai@1.0")
        .and_then(|instrument| instrument.question(&QuestionId::from(id)))
        .expect("the question exists")
}

const INTAKE_ONE: &str = "INT-01";
const INTAKE_MANY: &str = "INT-07";
const YES_PARTLY_NO: &str = "PUR-01";
const SINGLE: &str = "PUR-03";
const MATURITY: &str = "PUR-04";
const NUMBER: &str = "HUM-02";
const TEXT: &str = "GOV-07";

#[track_caller]
fn check(id: &str, written: &str, expected: Value) {
    assert_eq!(question(id).read_value(written), Ok(expected));
}

#[track_caller]
fn refused(id: &str, written: &str) -> ValueRefused {
    question(id).read_value(written).expect_err("it is refused")
}

#[test]
fn a_value_is_read_by_the_type_of_its_question() {
    check(INTAKE_ONE, "private", Value::Choice("private".into()));
    check(YES_PARTLY_NO, " partly ", Value::Choice("partly".into()));
    check(SINGLE, "balanced", Value::Choice("balanced".into()));
    check(MATURITY, "4", Value::Level(4));
    check(NUMBER, "0", Value::Number(0));
    check(NUMBER, "9999", Value::Number(9999));
    check(
        TEXT,
        "Snelheid botste\n\tmet zorg.",
        Value::Text("Snelheid botste\n\tmet zorg.".into()),
    );
    let both = BTreeSet::from(["ordinary".to_owned(), "outside_eea".to_owned()]);
    check(INTAKE_MANY, "outside_eea, ordinary", Value::Choices(both));
}

#[test]
fn not_applicable_and_not_yet_known_are_understood() {
    for id in [YES_PARTLY_NO, SINGLE, MATURITY, NUMBER, TEXT] {
        check(id, "na", Value::NotApplicable);
        check(id, "not-yet-known", Value::NotYetKnown);
    }
    check(INTAKE_MANY, "not-yet-known", Value::NotYetKnown);
    assert_eq!(
        refused(INTAKE_ONE, "na"),
        ValueRefused::ProfileAlwaysApplies
    );
}

#[test]
fn a_refusal_says_what_was_possible() {
    let choices = ["yes", "partly", "no"].map(str::to_owned).to_vec();
    assert_eq!(
        refused(YES_PARTLY_NO, "Yes"),
        ValueRefused::UnknownChoice {
            given: "Yes".into(),
            choices: choices.clone()
        }
    );
    assert_eq!(
        refused(YES_PARTLY_NO, ""),
        ValueRefused::NothingChosen { choices }
    );
    assert!(matches!(
        refused(INTAKE_MANY, " , "),
        ValueRefused::NothingChosen { .. }
    ));
    assert!(
        matches!(refused(INTAKE_MANY, "ordinary,bananas"), ValueRefused::UnknownChoice { given, .. } if given == "bananas")
    );
    assert_eq!(
        refused(INTAKE_MANY, "none,ordinary"),
        ValueRefused::Exclusive {
            choice: "none".into()
        }
    );
}

#[test]
fn numbers_are_whole_and_plain() {
    for written in [
        "10000",
        "-1",
        "+1",
        "1.0",
        "1e3",
        "",
        "zes",
        "٣",
        "99999999999999999999",
    ] {
        assert_eq!(
            refused(NUMBER, written),
            ValueRefused::NotANumber {
                given: written.into(),
                largest: 9_999
            }
        );
    }
    for written in ["5", "-1", "2.5", "", "300"] {
        assert_eq!(
            refused(MATURITY, written),
            ValueRefused::NotALevel {
                given: written.into()
            }
        );
    }
}

#[test]
fn text_has_a_limit_and_no_control_characters() {
    check(TEXT, &"é".repeat(20_000), Value::Text("é".repeat(20_000)));
    assert_eq!(
        refused(TEXT, &"é".repeat(20_001)),
        ValueRefused::TextTooLong {
            length: 20_001,
            limit: 20_000
        }
    );
    for (written, code_point, position) in [
        ("a\u{0}", 0, 2),
        ("\u{1b}[31m", 0x1b, 1),
        ("ab\rc", 0x0d, 3),
        ("x\u{85}", 0x85, 2),
    ] {
        assert_eq!(
            refused(TEXT, written),
            ValueRefused::ControlCharacter {
                code_point,
                position
            }
        );
    }
    assert_eq!(refused(TEXT, " \n"), ValueRefused::EmptyText);
}

#[test]
fn a_value_of_another_type_is_refused() {
    let wrong = |id: &str, value: Value| question(id).accepts(&value);
    assert!(matches!(
        wrong(NUMBER, Value::Level(1)),
        Err(ValueRefused::WrongType { expected: "number" })
    ));
    assert!(matches!(
        wrong(MATURITY, Value::Level(5)),
        Err(ValueRefused::NotALevel { .. })
    ));
    assert!(matches!(
        wrong(NUMBER, Value::Number(10_000)),
        Err(ValueRefused::NotANumber { .. })
    ));
    assert!(matches!(
        wrong(TEXT, Value::Choice("yes".into())),
        Err(ValueRefused::WrongType { .. })
    ));
}

#[test]
fn scores_are_exact() {
    let score = |id: &str, written: &str| {
        let question = question(id);
        let value = question.read_value(written).expect("it is a value");
        question.score(&value).map(Score::ten_thousandths)
    };
    assert_eq!(score(YES_PARTLY_NO, "yes"), Some(10_000));
    assert_eq!(score(YES_PARTLY_NO, "partly"), Some(5_000));
    assert_eq!(score(YES_PARTLY_NO, "no"), Some(0));
    assert_eq!(score(SINGLE, "mostly_cost"), Some(3_300));
    assert_eq!(score(MATURITY, "1"), Some(2_500));
    assert_eq!(score(MATURITY, "3"), Some(7_500));
    assert_eq!(score(NUMBER, "2"), Some(10_000));
    assert_eq!(score(NUMBER, "3"), Some(5_000));
    assert_eq!(score(NUMBER, "99"), Some(0));
    assert_eq!(score(TEXT, "tekst"), None);
    assert_eq!(score(INTAKE_ONE, "private"), None);
    assert_eq!(score(YES_PARTLY_NO, "na"), None);
    assert_eq!(score(YES_PARTLY_NO, "not-yet-known"), None);
}

#[test]
fn every_score_survives_being_written_as_a_decimal() {
    for steps in 0..=Score::STEPS {
        let score = Score::from_ten_thousandths(steps).expect("it is in range");
        let written = serde_json::to_string(&score).expect("it is JSON");
        assert_eq!(
            serde_json::from_str::<Score>(&written).ok(),
            Some(score),
            "{written}"
        );
    }
    for refused in ["1.0001", "-0.1", "0.33333", "1e-5"] {
        assert!(serde_json::from_str::<Score>(refused).is_err(), "{refused}");
    }
}

#[test]
fn a_value_is_one_field_in_json() {
    let json = |value: Value| serde_json::to_string(&value).expect("it is JSON");
    assert_eq!(json(Value::Choice("yes".into())), r#"{"choice":"yes"}"#);
    assert_eq!(json(Value::NotYetKnown), r#""not_yet_known""#);
    assert_eq!(
        json(Value::Choices(["b".to_owned(), "a".to_owned()].into())),
        r#"{"choices":["a","b"]}"#
    );
}

proptest! {
    #[test]
    fn what_was_read_and_written_reads_the_same(index in 0..110_usize, written in "\\PC{0,30}|[0-9]{1,5}|yes|no|na") {
        let instrument = Questionnaire::built_in("customer-contact-ai@1.0").expect("built in");
        let question = instrument.questions().nth(index).expect("there are 110");
        if let Ok(value) = question.read_value(&written) {
            prop_assert_eq!(question.read_value(&value.written()), Ok(value));
        }
    }
}
