//! The editions of a report: what each shows and hides, and how they prove each other.

#![allow(
    clippy::expect_used,
    reason = "a report that cannot be made is a failing test"
)]

mod example;
mod extraction;
mod marked;

use lopdf::Document as Pdf;
use questionnaire::{Language, QuestionId, Value};
use report::edition::{
    Edition, NamePlace, NotDisclosed, Redaction, disclose, disclose_at, edition, names_left,
    place_of,
};
use report::private::{Private, Shown, fingerprint};
use report::{Comparison, ReportData, compare, document, render};

fn made(full: &ReportData, which: Edition, rules: &str) -> ReportData {
    let redaction = match which {
        Edition::Full => Redaction::default(),
        Edition::Public => rules.parse().expect("rules"),
        Edition::Summary => Redaction::everything(),
    };
    edition(full, which, &redaction).expect("an edition")
}

fn pages(pdf: &[u8]) -> usize {
    Pdf::load_mem(pdf).expect("a PDF").get_pages().len()
}

#[test]
fn all_editions_have_one_fingerprint_and_another_answer_has_another() {
    for language in Language::ALL {
        let full = example::data(language, &["Noor Voorbeeld"], |_, answer| Some(answer));
        let expected = fingerprint(&full).expect("a fingerprint");
        for (which, rules) in [
            (Edition::Public, "names"),
            (
                Edition::Public,
                "names,considerations,answers,evidence,contact",
            ),
            (Edition::Public, "question:HUM-01,considerations"),
            (Edition::Summary, ""),
        ] {
            let mut made = made(&full, which, rules);
            assert_eq!(
                fingerprint(&made).expect("a fingerprint"),
                expected,
                "{rules}"
            );
            made.signers.clear();
            assert_eq!(fingerprint(&made).expect("a fingerprint"), expected);
        }
        let other = example::data(language, &["Noor Voorbeeld"], |question, mut answer| {
            if question == "HUM-01" {
                answer.because.push('!');
            }
            Some(answer)
        });
        assert_ne!(fingerprint(&other).expect("a fingerprint"), expected);
    }
}

/// Without spaces and hyphens: where lines and pages end is no loss.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{ad}')
        .collect()
}

#[test]
fn everything_that_was_typed_can_be_read_on_the_pages() {
    for language in Language::ALL {
        let (full, typed) = marked::data(language);
        all_is_read(&full, typed.clone());
        // What the public edition still has in its data, it shows.
        let public = made(&full, Edition::Public, "names,evidence,contact");
        let kept = report::canonical(&public).expect("JSON");
        let kept = String::from_utf8(kept).expect("text");
        let is_kept = |text: &String| kept.contains(text.split(' ').next().expect("a mark"));
        let typed: Vec<String> = typed.into_iter().filter(is_kept).collect();
        assert!(typed.len() > 150, "{}", typed.len());
        all_is_read(&public, typed);
    }
}

#[track_caller]
fn all_is_read(data: &ReportData, typed: Vec<String>) {
    let language = data.language;
    let pdf = render(data).expect("a report");
    let said = letters(&extraction::read_aloud(
        &Pdf::load_mem(&pdf).expect("a PDF"),
    ));
    let mut long = 0;
    for text in typed {
        long += text.matches("wxyzq").count();
        // What reads from right to left is drawn in another order than it is typed in, and between the two parts of a
        // table row that a page cuts stand its other cells.
        let wanted = match text.split_once("שלום").or(text.split_once("wxyzq")) {
            Some((before, _)) => before.to_owned(),
            None => marked::legible(&text),
        };
        assert!(said.contains(&letters(&wanted)), "{language:?}: {wanted}");
    }
    assert_eq!(said.matches("wxyzq").count(), long);
    let hebrew = ["עולם", "םלוע"];
    assert!(hebrew.iter().any(|word| said.contains(word)));
}

/// Whether words of this place are withheld with names, considerations, evidence and contact details.
fn is_withheld(place: &str) -> bool {
    const NAMES: [&str; 6] = [
        "committee.mandated_by",
        "follow_up.opinions[].name",
        "meetings.sessions[].attendance[].name",
        "members[].expertise",
        "members[].name",
        "members[].stands_aside",
    ];
    const CONSIDERATIONS: [&str; 10] = [
        "assessment.reopened",
        "conclusion.advice[].interests[].text",
        "conclusion.advice[].weighing",
        "follow_up.actions[].note",
        "follow_up.opinions[].text",
        "meetings.parked[]",
        "meetings.sessions[].minutes",
        "meetings.sessions[].topics[].minutes",
        "meetings.sessions[].topics[].topic",
        "meetings.take_home[].text",
    ];
    let ends = |ends: &[&str]| ends.iter().any(|end| place.ends_with(end));
    NAMES.contains(&place)
        || ends(&[".by", ".owner"])
        || CONSIDERATIONS.contains(&place)
        || ends(&[".because", ".reason", ".comments[].text"])
        || ends(&[".evidence[].label", ".proof[].label", ".documents[].label"])
        || place == "organisation.contact"
}

#[test]
fn what_is_withheld_is_nowhere_in_the_data_nor_on_the_pages() {
    let (full, typed) = marked::with_places(Language::Nl);
    let public = made(
        &full,
        Edition::Public,
        "names,considerations,evidence,contact",
    );
    let kept = String::from_utf8(report::canonical(&public).expect("JSON")).expect("text");
    let document = format!("{:?}", report::document(&public).expect("a document"));
    let withheld = typed.iter().filter(|(place, _)| is_withheld(place));
    assert!(withheld.count() > 150);
    for (place, text) in typed {
        let mark = text.split(' ').next().expect("a mark");
        if is_withheld(place) {
            assert!(!kept.contains(mark) && !document.contains(mark), "{place}");
        } else {
            assert!(kept.contains(mark) && document.contains(mark), "{place}");
        }
    }
    assert!(document.contains("overweging niet openbaar"));
    assert!(document.contains("naam niet openbaar"));
    // What goes along with the names is called by what it is.
    assert!(document.contains("deskundigheid niet openbaar"));
}

#[test]
fn who_gave_the_mandate_is_withheld_from_the_public_unless_everybody_may_read_it() {
    let giver = "Wouter Opdracht";
    for is_public in [false, true] {
        let mut full = example::data(Language::Nl, &[], |_, answer| Some(answer));
        full.committee.mandated_by_public = is_public;
        full.committee.mandated_by = Some(Private::Shown(Shown {
            salt: "07".repeat(16),
            value: giver.to_owned(),
        }));
        for (which, rules, shown) in [
            (Edition::Full, "", true),
            (Edition::Public, "evidence", true),
            (Edition::Public, "names", is_public),
            (Edition::Summary, "", false),
        ] {
            let made = made(&full, which, rules);
            let data = String::from_utf8(report::canonical(&made).expect("JSON")).expect("text");
            assert_eq!(data.contains(giver), shown, "{which:?} {rules}");
            let pages = format!("{:?}", report::document(&made).expect("a document"));
            assert_eq!(pages.contains(giver), shown, "{which:?} {rules}");
            assert_eq!(
                fingerprint(&made).expect("a fingerprint"),
                fingerprint(&full).expect("a fingerprint")
            );
        }
    }
}

#[test]
fn a_withheld_answer_is_not_told_by_the_results_either() {
    let full = example::data(Language::Nl, &[], |question, mut answer| {
        if question == "TRA-01" {
            answer.value = Value::Choice(Value::NO.to_owned());
        }
        Some(answer)
    });
    let public = made(&full, Edition::Public, "question:TRA-01");
    let document = format!("{:?}", report::document(&public).expect("a document"));
    assert!(!document.contains("Open wettelijk knelpunt TRA-01"));
    assert!(document.contains("antwoord niet openbaar"));
    assert!(document.contains("Over één wettelijk punt in deze groep"));
    assert_eq!(
        public.results.legal.open.len(),
        full.results.legal.open.len()
    );
}

#[test]
fn every_edition_is_verified_by_its_own_data() {
    for language in Language::ALL {
        let full = example::data(language, &["Noor Voorbeeld"], |_, answer| Some(answer));
        for which in Edition::ALL {
            let data = made(&full, which, "names,evidence,contact");
            let pdf = render(&data).expect("a report");
            assert_eq!(compare(&pdf), Comparison::Equal(Box::new(data)));
        }
    }
}

#[test]
fn the_cover_is_one_page_in_every_edition() {
    for language in Language::ALL {
        let full = example::data(language, &["Noor Voorbeeld"], |_, answer| Some(answer));
        let contents = messages::catalogue(language).text("report-contents");
        for which in [Edition::Full, Edition::Public] {
            let pdf = render(&made(&full, which, "names")).expect("a report");
            let pdf = Pdf::load_mem(&pdf).expect("a PDF");
            let second = extraction::page_texts(&pdf).into_iter().nth(1);
            assert!(second.is_some_and(|page| page.contains(&contents)));
        }
    }
}

#[test]
fn the_summary_is_two_pages_with_or_without_signatures_and_however_red() {
    for language in Language::ALL {
        for signers in [&[][..], &["Noor Voorbeeld"]] {
            let green = example::data(language, signers, |_, answer| Some(answer));
            let red = example::data(language, signers, |question, mut answer| {
                if !question.starts_with("INT")
                    && answer.value == Value::Choice(Value::YES.to_owned())
                {
                    answer.value = Value::Choice(Value::NO.to_owned());
                }
                Some(answer)
            });
            let open = example::data(language, signers, |_, _| None);
            for mut full in [green, red, open] {
                let summary = made(&full, Edition::Summary, "");
                assert_eq!(pages(&render(&summary).expect("a summary")), 2);
                full.style.name = Some("Gemeenschappelijke Regeling Voorbeeld ".repeat(3));
                full.subject.name = "Digitale klantassistent voor vragen over afval ".repeat(4);
                let summary = made(&full, Edition::Summary, "");
                assert_eq!(pages(&render(&summary).expect("a summary")), 2);
            }
        }
    }
}

#[test]
fn nothing_is_said_to_be_withheld_where_there_was_nothing() {
    let mut full = example::data(Language::Nl, &[], |_, answer| Some(answer));
    let answers = full.sections.iter_mut().flat_map(|it| &mut it.questions);
    let given = answers.filter_map(|question| question.given.shown_mut());
    for answer in given.flat_map(|given| &mut given.answers) {
        *answer.because.shown_mut().expect("it is there") = String::new();
    }
    let public = made(&full, Edition::Public, "considerations");
    let shown = document(&public).expect("a document");
    assert!(!format!("{shown:?}").contains("overweging niet openbaar"));
}

#[test]
fn names_in_running_text_are_told_of_and_parts_of_words_are_not() {
    let said = |text: &str| {
        let mut full = example::data(Language::Nl, &[], |_, answer| Some(answer));
        let answers = full.sections.iter_mut().flat_map(|it| &mut it.questions);
        for question in answers {
            let text = if question.id.as_str() == "HUM-01" {
                text.to_owned()
            } else {
                String::new()
            };
            let given = question.given.shown_mut().expect("it is there");
            for answer in &mut given.answers {
                *answer.because.shown_mut().expect("it is there") = text.clone();
            }
        }
        let public = made(&full, Edition::Public, "names");
        names_left(&full, &public).expect("JSON")
    };
    let here = [NamePlace::Question(QuestionId::new("HUM-01"))];
    assert_eq!(said("Dat zei Noor Voorbeeld."), here);
    assert_eq!(said("Dat zei ‘Noor’, en zij weet het."), here);
    assert_eq!(said("De Noorse norm is strenger."), []);
}

#[test]
fn a_disclosed_answer_proves_to_be_the_original_and_a_changed_one_does_not() {
    let full = example::data(Language::Nl, &[], |_, answer| Some(answer));
    let question = QuestionId::new("HUM-01");
    let public = made(&full, Edition::Public, "question:HUM-01,considerations");
    let not_here = disclose(&public, &question);
    assert!(matches!(not_here, Err(NotDisclosed::Withheld)));
    let disclosure = disclose(&full, &question).expect("it is there");
    assert_eq!(
        disclosure.fingerprint,
        fingerprint(&public).expect("a fingerprint")
    );
    let place = place_of(&public, &disclosure)
        .expect("JSON")
        .expect("a place");
    let data = serde_json::to_value(&public).expect("JSON");
    assert!(place.ends_with("/given") && data.pointer(&place).is_some());
    let mut changed = disclosure.clone();
    changed.value["standing"] = "full".into();
    changed.value["answers"][0]["label"] = "Nee".into();
    assert!(place_of(&public, &changed).expect("JSON").is_none());
    let mut other = disclosure;
    other.salt = "00".repeat(16);
    assert!(place_of(&public, &other).expect("JSON").is_none());
}

#[test]
fn a_name_can_be_made_known_by_itself_and_an_answer_without_its_names() {
    let full = example::data(Language::Nl, &[], |_, answer| Some(answer));
    let public = made(&full, Edition::Public, "names,question:HUM-01");
    let name = disclose_at(&full, "/members/0/name").expect("it is there");
    assert_eq!(name.value, "Noor Voorbeeld");
    let place = place_of(&public, &name).expect("JSON");
    assert_eq!(place.as_deref(), Some("/members/0/name"));
    let without_names = made(&full, Edition::Public, "names");
    let answer = disclose(&without_names, &QuestionId::new("HUM-01")).expect("it is there");
    assert!(place_of(&public, &answer).expect("JSON").is_some());
    let by = &answer.value["answers"][0]["by"];
    assert!(by.get("commitment").is_some(), "{by}");
    for nothing in ["/members/99/name", "/members/0", "/organisation/name", "x"] {
        let refused = disclose_at(&full, nothing);
        assert!(
            matches!(refused, Err(NotDisclosed::NothingThere(_))),
            "{nothing}"
        );
    }
}

#[test]
fn rules_are_read_and_anything_else_is_refused() {
    let rules: Redaction = "names, question:HUM-01".parse().expect("rules");
    assert_eq!((rules.classes.len(), rules.questions.len()), (1, 1));
    assert!("namen".parse::<Redaction>().is_err());
    assert!("".parse::<Redaction>().is_err());
}
