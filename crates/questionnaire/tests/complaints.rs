//! Everything that can be wrong with the files is found, all at once, each thing with its place.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

use std::collections::BTreeSet;

use proptest::prelude::*;
use questionnaire::parse::{
    Cause, LARGEST_SIZE, LONGEST_TEXT, MOST_COMPLAINTS, MOST_QUESTIONS, Named,
};
use questionnaire::{Complaint, Language, Source, parse, published};
use serde_json::{Value as Json, json};

/// The published files, to be spoilt.
struct Files(Vec<(String, Vec<u8>)>);

impl Files {
    fn sound() -> Self {
        let sources = published()[0].sources().iter();
        Self(
            sources
                .map(|source| (source.name.to_owned(), source.bytes.to_vec()))
                .collect(),
        )
    }

    #[track_caller]
    fn file(&mut self, name: &str) -> &mut Vec<u8> {
        &mut self
            .0
            .iter_mut()
            .find(|(file, _)| file == name)
            .expect("there is such a file")
            .1
    }

    fn bytes(mut self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        *self.file(name) = bytes.as_ref().to_vec();
        self
    }

    #[track_caller]
    fn json(mut self, name: &str, change: impl FnOnce(&mut Json)) -> Self {
        let mut json = serde_json::from_slice(self.file(name)).expect("it is JSON");
        change(&mut json);
        *self.file(name) = serde_json::to_vec_pretty(&json).expect("it is JSON");
        self
    }

    /// Puts `value` at `pointer`.
    #[track_caller]
    fn put(self, name: &str, pointer: &str, value: Json) -> Self {
        self.json(name, |json| {
            let (parent, field) = pointer.rsplit_once('/').expect("a pointer has a parent");
            match json.pointer_mut(parent).expect("the parent exists") {
                Json::Object(fields) => {
                    fields.insert(field.to_owned(), value);
                }
                Json::Array(items) if field == "-" => items.push(value),
                Json::Array(items) => items[field.parse::<usize>().expect("an index")] = value,
                other => panic!("{other} holds nothing"),
            }
        })
    }

    #[track_caller]
    fn remove(self, name: &str, pointer: &str) -> Self {
        self.json(name, |json| {
            let (parent, field) = pointer.rsplit_once('/').expect("a pointer has a parent");
            let parent = json
                .pointer_mut(parent)
                .and_then(Json::as_object_mut)
                .expect("an object");
            assert!(parent.remove(field).is_some(), "{pointer} exists");
        })
    }

    fn without(mut self, name: &str) -> Self {
        self.0.retain(|(file, _)| file != name);
        self
    }

    fn complaints(&self) -> Vec<Complaint> {
        let sources: Vec<_> = self
            .0
            .iter()
            .map(|(name, bytes)| Source { name, bytes })
            .collect();
        parse(&sources).err().unwrap_or_default()
    }

    /// Expects exactly these complaints, as file, pointer and code.
    #[track_caller]
    fn expect(&self, expected: &[(&str, &str, &str)]) {
        let complaints = self.complaints();
        let found: BTreeSet<_> = complaints
            .iter()
            .map(|complaint| {
                (
                    complaint.file.as_str(),
                    complaint.path.as_str(),
                    complaint.code(),
                )
            })
            .collect();
        let readable: Vec<_> = complaints.iter().map(ToString::to_string).collect();
        assert_eq!(
            found,
            expected.iter().copied().collect(),
            "{}",
            readable.join("\n")
        );
    }
}

const MAIN: &str = "questionnaire.json";
const PROFILE: &str = "sections/profile.json";
const PURPOSE: &str = "sections/purpose.json";
const HUMAN: &str = "sections/human_access.json";
const TRANSPARENCY: &str = "sections/transparency.json";

#[test]
fn a_place_is_a_line_and_a_column_in_characters() {
    let files = Files::sound().bytes(
        "glossary.json",
        "{\n  \"glossary\": [],\n  \"é\": 1, \"extra\": 2\n}",
    );
    let complaints = files.complaints();
    let places: Vec<_> = complaints
        .iter()
        .map(|it| (it.line, it.column, it.path.as_str(), it.code()))
        .collect();
    assert_eq!(
        places,
        [
            (3, 3, "/é", "unknown-field"),
            (3, 11, "/extra", "unknown-field")
        ]
    );
}

#[test]
fn a_pointer_escapes_slashes_and_tildes() {
    Files::sound()
        .put(MAIN, "/a~b", json!(1))
        .json(MAIN, |json| json["c/d"] = json!(1))
        .expect(&[
            (MAIN, "/a~0b", "unknown-field"),
            (MAIN, "/c~1d", "unknown-field"),
        ]);
}

#[test]
fn everything_wrong_in_all_files_is_reported_in_one_run() {
    Files::sound()
        .put(MAIN, "/colour", json!("red"))
        .remove(MAIN, "/title/en")
        .put(PURPOSE, "/questions/0/id", json!("HUM-01"))
        .remove(PURPOSE, "/questions/1/why")
        .put(
            PURPOSE,
            "/questions/1/condition",
            json!({"flag": "nowhere_set"}),
        )
        .put(HUMAN, "/questions/0/references/0", json!("NO-SUCH"))
        .put("references.json", "/references/0/verified", json!("surely"))
        .put("glossary.json", "/glossary/0/term/nl", json!(" "))
        .expect(&[
            (MAIN, "/colour", "unknown-field"),
            (MAIN, "/title", "missing-translation"),
            (MAIN, "/quick_scan/questions/2", "unknown-id"),
            (PURPOSE, "/questions/1", "missing-field"),
            (PURPOSE, "/questions/1/condition/flag", "unknown-flag"),
            (HUMAN, "/questions/0/id", "duplicate-id"),
            (HUMAN, "/questions/0/references/0", "unknown-id"),
            ("references.json", "/references/0/verified", "unknown-word"),
            ("glossary.json", "/glossary/0/term/nl", "empty-translation"),
        ]);
}

#[test]
fn the_files_that_belong_together_are_told_by_their_names() {
    let mut files = Files::sound();
    files.0.push(("notes.json".to_owned(), b"{}".to_vec()));
    files.expect(&[("notes.json", "", "unexpected-file")]);

    Files::sound().without("sections/sector.json").expect(
        &[
            (MAIN, "/sections/17", "missing-section"),
            (MAIN, "/watch", "x"),
        ][..1],
    );
    Files::sound()
        .json(MAIN, |json| {
            json["sections"].as_array_mut().expect("a list").pop();
        })
        .expect(&[("sections/sector.json", "", "unlisted-section")]);
    assert_eq!(
        parse(&[]).expect_err("nothing is nothing")[0].code(),
        "no-questionnaire"
    );
    assert!(
        Files::sound()
            .without(MAIN)
            .complaints()
            .iter()
            .any(|it| it.code() == "no-questionnaire")
    );
    Files::sound()
        .without("references.json")
        .complaints()
        .iter()
        .find(|it| it.code() == "missing-field" && it.file == MAIN)
        .expect("the list of references is missed");
}

#[test]
fn a_folder_in_front_of_the_names_does_not_matter() {
    let mut files = Files::sound();
    for (name, _) in &mut files.0 {
        *name = format!("C:\\work\\1.0\\{}", name.replace('/', "\\"));
    }
    files.expect(&[]);
}

#[test]
fn a_broken_file_does_not_hide_or_invent_complaints_in_the_others() {
    Files::sound()
        .bytes("references.json", "{\"references\": [")
        .bytes(PURPOSE, "{")
        .put(MAIN, "/colour", json!("red"))
        .expect(
            &[
                (MAIN, "/colour", "unknown-field"),
                ("references.json", "", "syntax"),
                (PURPOSE, "", "syntax"),
                (MAIN, "/references", "missing-field"),
            ][..3],
        );
}

#[test]
fn bytes_that_are_not_utf_8_json_are_refused_with_their_place() {
    let check = |bytes: &[u8], code: &str, line: usize, column: usize| {
        let complaints = Files::sound().bytes("glossary.json", bytes).complaints();
        let first = complaints
            .iter()
            .find(|it| it.file == "glossary.json")
            .expect("a complaint");
        assert_eq!(
            (first.code(), first.line, first.column),
            (code, line, column),
            "{first}"
        );
    };
    check(b"\xef\xbb\xbf{\"glossary\": []}", "byte-order-mark", 1, 1);
    check(b"\xff\xfe{\0}\0", "utf-16", 1, 1);
    check(b"\xfe\xff\0{\0}", "utf-16", 1, 1);
    check(b"{\0}\0", "utf-16", 1, 1);
    check(b"{\n  \"gloss\xffary\": []}", "not-utf-8", 2, 9);
    check(b"", "syntax", 1, 1);
    check(b"{\"glossary\": [],}", "syntax", 1, 17);
    check(b"{\"glossary\": [] // words\n}", "syntax", 1, 17);
    check(b"{'glossary': []}", "syntax", 1, 2);
    check(b"{\"glossary\": [1e999]}", "syntax", 1, 19);
    check(
        b"{\"glossary\": [],\n \"glossary\": []}",
        "duplicate-field",
        2,
        2,
    );
    let deep = format!("{{\"glossary\": {}", "[".repeat(200_000));
    check(deep.as_bytes(), "too-deep", 1, 14 + 31);
    let name = format!("{{\n\"{}\": 1}}", "n".repeat(300));
    check(name.as_bytes(), "name-too-long", 2, 1);
}

#[test]
fn half_a_surrogate_pair_is_no_character() {
    for text in [
        r"\ud800",
        r"\udc00",
        r"\ud800\ud800",
        r"\ud800x",
        r"x\udfff\udfff",
    ] {
        let bytes = format!("{{\n\"glossary\": [\"{text}\"]}}");
        let complaints = Files::sound().bytes("glossary.json", bytes).complaints();
        let [complaint] = complaints.as_slice() else {
            panic!("{complaints:?}")
        };
        assert_eq!(
            (complaint.code(), complaint.line),
            ("lone-surrogate", 2),
            "{text}"
        );
        assert!(
            (14..=14 + 2 + text.len()).contains(&complaint.column),
            "{complaint}"
        );
    }
}

#[test]
fn sizes_have_limits() {
    let long = "x".repeat(LONGEST_TEXT + 1);
    Files::sound()
        .put(PURPOSE, "/introduction/en", json!(long))
        .expect(&[(PURPOSE, "/introduction/en", "text-too-long")]);
    let complaints = Files::sound()
        .bytes("glossary.json", vec![b' '; LARGEST_SIZE])
        .complaints();
    assert!(complaints.iter().any(|it| it.code() == "too-large"));

    let files = Files::sound().json(PURPOSE, |json| {
        let questions = json["questions"].as_array_mut().expect("a list");
        let mut question = questions[1].clone();
        // Small enough that two thousand of them stay below the limit of size.
        for text in ["text", "why", "example", "first_step"] {
            question[text] = json!({"nl": "x", "en": "x"});
        }
        question["answer"] = json!({"type": "free_text", "how": {"nl": "x", "en": "x"}});
        for list in [
            "evidence_hints",
            "references",
            "promises",
            "suggested_roles",
        ] {
            question.as_object_mut().expect("an object").remove(list);
        }
        questions.resize(MOST_QUESTIONS + 1, question);
    });
    assert_eq!(files.complaints()[0].code(), "too-many-questions");
}

#[test]
fn beyond_a_thousand_complaints_it_is_only_said_that_there_are_more() {
    let glossary = format!("{{\"glossary\": [{}1]}}", "1,".repeat(5_000));
    let complaints = Files::sound().bytes("glossary.json", glossary).complaints();
    assert_eq!(complaints.len(), MOST_COMPLAINTS + 1);
    assert_eq!(complaints.last().map(|it| &it.cause), Some(&Cause::More));
}

#[test]
fn a_file_made_to_take_all_memory_is_refused_before_it_is_read() {
    let values = format!("{{\"glossary\": [{}1]}}", "{},".repeat(1_500_000));
    let complaints = Files::sound().bytes("glossary.json", values).complaints();
    assert_eq!(complaints[0].code(), "too-many-values");
}

#[test]
fn the_shape_is_what_the_schema_says() {
    #[track_caller]
    fn check(file: &str, pointer: &str, value: Json, code: &str) {
        Files::sound()
            .put(file, pointer, value)
            .expect(&[(file, pointer, code)]);
    }
    check(MAIN, "/format", json!(2), "out-of-range");
    check(MAIN, "/version", json!("one"), "wrong-form");
    check(MAIN, "/date", json!("2026-02-30"), "not-a-date");
    check(MAIN, "/date", json!("20261121"), "not-a-date");
    check(MAIN, "/title", json!("only one"), "wrong-type");
    check(MAIN, "/title/fr", json!("un de trop"), "unknown-field");
    check(
        MAIN,
        "/promises/0/dutch_text",
        json!("perhaps"),
        "unknown-word",
    );
    check(PURPOSE, "/questions/0/weight", json!(4), "out-of-range");
    check(PURPOSE, "/questions/0/weight", json!(-1), "out-of-range");
    check(PURPOSE, "/questions/0/weight", json!(1.5), "wrong-type");
    check(PURPOSE, "/questions/0/weight", json!("1"), "wrong-type");
    check(
        PURPOSE,
        "/questions/0/obligation",
        json!("shall"),
        "unknown-word",
    );
    check(PURPOSE, "/questions/0/obligation", json!(7), "wrong-type");
    Files::sound()
        .put(PURPOSE, "/questions/0/obligation", json!({"may": {}}))
        .expect(&[(PURPOSE, "/questions/0/obligation/may", "unknown-field")]);
    check(
        PURPOSE,
        "/questions/0/answer/type",
        json!("essay"),
        "unknown-word",
    );
    check(
        PURPOSE,
        "/questions/0/condition",
        json!({}),
        "missing-field",
    );
    check(
        PURPOSE,
        "/questions/2/answer/choices/0/score",
        json!(1.01),
        "out-of-range",
    );
    check(
        PURPOSE,
        "/questions/2/answer/choices/0/score",
        json!(0.33333),
        "inexact-score",
    );
    check(
        PURPOSE,
        "/questions/2/answer/choices",
        json!([]),
        "wrong-length",
    );
    check(
        HUMAN,
        "/questions/1/answer/bands/0/max",
        json!(5_000_000_000_u64),
        "out-of-range",
    );
}

#[test]
fn a_descriptor_that_is_missing_is_missed() {
    Files::sound()
        .remove(PURPOSE, "/questions/0/answer/partly")
        .remove(PURPOSE, "/questions/2/answer/choices/1/descriptor")
        .remove(PURPOSE, "/questions/0/answer/type")
        .expect(
            &[
                (PURPOSE, "/questions/0/answer", "missing-field"),
                (PURPOSE, "/questions/2/answer/choices/1", "missing-field"),
                (PURPOSE, "/questions/0", "assessment-needs"),
            ][..2],
        );
    Files::sound()
        .remove(PURPOSE, "/questions/0/answer/partly")
        .remove(PURPOSE, "/questions/0/example")
        .expect(&[
            (PURPOSE, "/questions/0/answer", "missing-field"),
            (PURPOSE, "/questions/0", "assessment-needs"),
        ]);
    Files::sound()
        .json(PURPOSE, |json| {
            json["questions"][3]["answer"]["levels"]
                .as_array_mut()
                .expect("levels")
                .pop();
        })
        .expect(&[(PURPOSE, "/questions/3/answer/levels", "wrong-length")]);
}

#[test]
fn ids_are_used_once_and_point_at_something() {
    Files::sound()
        .put(MAIN, "/quick_scan/questions/0", json!("XXX-99"))
        .put(MAIN, "/quick_scan/questions/3", json!("GOV-02"))
        .put(MAIN, "/watch/0/sections/0", json!("nowhere"))
        .put(MAIN, "/roles/1/id", json!("board"))
        .put(MAIN, "/promises/1/nr", json!(1))
        .put(PURPOSE, "/questions/0/promises", json!([6, 2, 6]))
        .put(PURPOSE, "/questions/0/suggested_roles", json!(["jester"]))
        .put(
            PURPOSE,
            "/questions/2/answer/choices/1/value",
            json!("cost"),
        )
        .json("references.json", |json| {
            json["references"][5]["id"] = json!("KSF-1")
        })
        .complaints()
        .iter()
        .map(|it| (it.path.clone(), it.cause.clone()))
        .for_each(|(path, cause)| match (path.as_str(), cause) {
            (
                "/quick_scan/questions/0",
                Cause::UnknownId {
                    named: Named::Question,
                    id,
                },
            ) => {
                assert_eq!(id, "XXX-99");
            }
            ("/quick_scan/questions/3", Cause::Repeated { item }) => assert_eq!(item, "GOV-02"),
            (
                "/watch/0/sections/0",
                Cause::UnknownId {
                    named: Named::Section,
                    ..
                },
            ) => {}
            (
                _,
                Cause::UnknownId {
                    named: Named::Role | Named::Reference,
                    ..
                },
            ) => {}
            (
                "/roles/1/id" | "/roles/2/id",
                Cause::DuplicateId {
                    named: Named::Role, ..
                },
            ) => {}
            (
                "/promises/1/nr",
                Cause::DuplicateId {
                    named: Named::Promise,
                    ..
                },
            ) => {}
            ("/questions/0/promises/2", Cause::Repeated { .. }) => {}
            (
                _,
                Cause::UnknownId {
                    named: Named::Promise,
                    id,
                },
            ) => assert_eq!(id, "2"),
            (
                "/questions/2/answer/choices/1/value",
                Cause::DuplicateId {
                    named: Named::Choice,
                    ..
                },
            ) => {}
            (
                "/references/5/id",
                Cause::DuplicateId {
                    named: Named::Reference,
                    ..
                },
            ) => {}
            other => panic!("{other:?}"),
        });
    Files::sound()
        .put(
            TRANSPARENCY,
            "/questions/0/obligation/must/holders/0",
            json!("landlord"),
        )
        .expect(&[(
            TRANSPARENCY,
            "/questions/0/obligation/must/holders/0",
            "unknown-id",
        )]);
}

#[test]
fn a_flag_has_to_be_set_before_it_is_asked_for() {
    let genai = json!({"flag": "genai"});
    // INT-05 sets `genai`: INT-06 may ask for it, INT-05 itself and INT-02 may not.
    Files::sound()
        .put(PROFILE, "/questions/5/condition", genai.clone())
        .expect(&[]);
    Files::sound()
        .put(PROFILE, "/questions/4/condition", genai.clone())
        .put(
            PROFILE,
            "/questions/1/condition",
            json!({"all": [genai, {"not": {"flag": "eaa_applies"}}]}),
        )
        .expect(&[
            (PROFILE, "/questions/4/condition/flag", "flag-set-later"),
            (
                PROFILE,
                "/questions/1/condition/all/0/flag",
                "flag-set-later",
            ),
            (
                PROFILE,
                "/questions/1/condition/all/1/not/flag",
                "flag-set-later",
            ),
        ]);
    Files::sound()
        .put(MAIN, "/derived_flags/0/when", json!({"any": [{"flag": "genai"}, {"flag": "fria"}]}))
        .complaints()
        .iter()
        .find(|it| matches!(&it.cause, Cause::FlagCycle { flags } if flags == &["ai_system", "annex3", "fria"]))
        .expect("ai_system, annex3 and fria depend on each other");
    Files::sound()
        .put(
            MAIN,
            "/derived_flags/1/when",
            json!({"flag": "contact_duty"}),
        )
        .expect(&[(MAIN, "/derived_flags/1/when/flag", "flag-set-later")]);
    Files::sound()
        .put(MAIN, "/derived_flags/0/when", json!({"flag": "ai_system"}))
        .expect(&[(MAIN, "/derived_flags/0/when", "flag-cycle")]);
    Files::sound()
        .put(MAIN, "/derived_flags/1/flag", json!("genai"))
        .complaints()
        .iter()
        .find(|it| it.code() == "flag-set-twice")
        .expect("intake sets genai already");
    Files::sound()
        .put(MAIN, "/informational_flags/-", json!("nothing"))
        .put(MAIN, "/informational_flags/-", json!("genai"))
        .expect(&[
            (MAIN, "/informational_flags/10", "unknown-flag"),
            (MAIN, "/informational_flags/11", "flag-in-use"),
        ]);
}

#[test]
fn a_question_that_nobody_can_reach_is_found() {
    #[track_caller]
    fn check(condition: Json, expected: &[(&str, &str, &str)]) {
        Files::sound()
            .put(PURPOSE, "/questions/0/condition", condition)
            .expect(expected);
    }
    let never = [(PURPOSE, "/questions/0/condition", "never-asked")];
    check(
        json!({"all": [{"flag": "genai"}, {"not": {"flag": "genai"}}]}),
        &never,
    );
    check(json!({"any": []}), &never);
    check(json!({"not": {"all": []}}), &never);
    // One question with one choice: an organisation is one sort or another, not both.
    check(
        json!({"all": [{"flag": "public_service"}, {"flag": "public_body"}]}),
        &never,
    );
    // Through derived flags: fria needs annex3, which needs ai_system.
    check(
        json!({"all": [{"flag": "fria"}, {"not": {"flag": "ai_system"}}]}),
        &never,
    );
    // Several choices of one question may be taken together.
    check(
        json!({"all": [{"flag": "consumers"}, {"flag": "vulnerable"}]}),
        &[],
    );
    check(
        json!({"all": [{"flag": "fria"}, {"flag": "public_body"}]}),
        &[],
    );

    Files::sound()
        .put(
            MAIN,
            "/derived_flags/1/when",
            json!({"all": [{"flag": "public_body"}, {"flag": "public_service"}]}),
        )
        .complaints()
        .iter()
        .find(|it| it.code() == "never-set" && it.path == "/derived_flags/1/when")
        .expect("the flag can never be set");
    Files::sound()
        .put(
            TRANSPARENCY,
            "/questions/0/obligation/must/only_if",
            json!({"not": {"flag": "customer_facing"}}),
        )
        .put(
            TRANSPARENCY,
            "/questions/0/condition",
            json!({"flag": "customer_facing"}),
        )
        .expect(&[(
            TRANSPARENCY,
            "/questions/0/obligation/must/only_if",
            "never-binding",
        )]);
}

#[test]
fn bands_cover_every_number_once() {
    Files::sound()
        .put(HUMAN, "/questions/1/answer/bands/1/min", json!(4))
        .expect(&[(HUMAN, "/questions/1/answer/bands/1", "band-gap")]);
    Files::sound()
        .put(HUMAN, "/questions/1/answer/bands/1/min", json!(2))
        .expect(&[(HUMAN, "/questions/1/answer/bands/1", "band-overlap")]);
}

#[test]
fn intake_and_assessment_keep_apart() {
    Files::sound()
        .put(PROFILE, "/questions/0/weight", json!(2))
        .put(PROFILE, "/questions/0/promises", json!([1]))
        .put(PROFILE, "/questions/0/obligation", json!("should"))
        .expect(&[
            (PROFILE, "/questions/0/weight", "intake-only-describes"),
            (PROFILE, "/questions/0/promises", "intake-only-describes"),
            (PROFILE, "/questions/0/obligation", "intake-only-describes"),
        ]);
    let mut intake = Json::Null;
    let files = Files::sound().json(PROFILE, |json| intake = json["questions"][9].clone());
    intake["id"] = json!("INT-11");
    files
        .json(PURPOSE, |json| {
            json["questions"]
                .as_array_mut()
                .expect("a list")
                .push(intake)
        })
        .expect(&[(PURPOSE, "/questions/5/answer/type", "wrong-section")]);
    Files::sound()
        .put(
            "sections/governance.json",
            "/questions/6/obligation",
            json!({"must": {"holders": ["deployer"]}}),
        )
        .expect(&[(
            "sections/governance.json",
            "/questions/6/obligation",
            "duty-without-score",
        )]);
}

#[test]
fn a_missing_translation_names_its_language() {
    let complaints = Files::sound()
        .remove(PURPOSE, "/questions/0/text/nl")
        .complaints();
    assert_eq!(
        complaints[0].cause,
        Cause::MissingTranslation {
            language: Language::Nl
        }
    );
}

#[test]
fn codes_are_stable_words_and_none_is_used_twice() {
    let codes: BTreeSet<_> = Cause::CODES.iter().collect();
    assert_eq!(codes.len(), Cause::CODES.len());
    for code in codes {
        assert!(
            code.bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
            "{code}"
        );
    }
}

/// JSON that resembles a questionnaire enough to get far.
fn some_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        "\\PC{0,12}".prop_map(Json::from),
        prop::sample::select(vec![
            "maturity",
            "number",
            "must",
            "genai",
            "HUM-01",
            "2026-11-21"
        ])
        .prop_map(Json::from),
    ];
    let field = prop::sample::select(vec![
        "id",
        "type",
        "answer",
        "condition",
        "flag",
        "all",
        "any",
        "not",
        "nl",
        "en",
        "bands",
        "choices",
        "questions",
        "sections",
        "obligation",
        "must",
        "score",
        "x",
    ]);
    leaf.prop_recursive(5, 40, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Json::from),
            prop::collection::btree_map(field.clone().prop_map(str::to_owned), inner, 0..5)
                .prop_map(|fields| Json::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn no_bytes_make_the_parser_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = parse(&[Source { name: "questionnaire.json", bytes: &bytes }]);
    }

    #[test]
    fn no_text_makes_the_parser_panic(text in "[\\[\\]{}\",:0-9a-z\\\\u\\n\\u{feff}é ]{0,200}") {
        let _ = parse(&[Source { name: "questionnaire.json", bytes: text.as_bytes() }]);
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn one_changed_byte_is_refused_with_a_place_or_changes_only_content(
        file in 0..21_usize, at in any::<prop::sample::Index>(), byte in any::<u8>(),
    ) {
        let mut files = Files::sound();
        let bytes = &mut files.0[file].1;
        let at = at.index(bytes.len());
        bytes[at] = byte;
        for complaint in files.complaints() {
            prop_assert!(complaint.line >= 1 && complaint.column >= 1);
        }
    }

    #[test]
    fn whatever_stands_anywhere_in_a_questionnaire_gets_complaints_and_no_panic(
        pointer in prop::sample::select(vec![
            "", "/format", "/sections", "/sections/0", "/sections/1/questions/0",
            "/sections/1/questions/0/answer", "/sections/2/questions/1/answer/bands",
            "/sections/1/questions/0/condition", "/sections/3/questions/0/obligation", "/derived_flags/0/when",
            "/derived_flags", "/scoring", "/labels", "/references", "/glossary/0/term",
        ]),
        value in some_json(),
    ) {
        let assembled = published()[0].questionnaire().assembled();
        let mut json: Json = serde_json::from_str(&assembled).expect("it is JSON");
        *json.pointer_mut(pointer).unwrap_or(&mut Json::Null) = value;
        let bytes = serde_json::to_vec(&json).expect("it is JSON");
        if let Err(complaints) = parse(&[Source { name: "questionnaire.json", bytes: &bytes }]) {
            prop_assert!(!complaints.is_empty());
            // The schema promises what the types need: nothing is left for deserialising to refuse.
            for complaint in &complaints {
                prop_assert!(complaint.code() != "syntax", "{complaint}");
            }
        }
    }
}
