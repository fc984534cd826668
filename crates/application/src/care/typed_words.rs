//! The words in a change that somebody typed, found by where they stand in it.
//!
//! A change is looked through in the form in which the file keeps it, so that no kind of change can be
//! forgotten here. What a file that is attached says is not looked into.

use assessment::{Change, EventId, MemberId};
use serde_json::Value;

/// A text from this many characters on is recognised when it is repeated.
const TELLING: usize = 12;
/// A part of a name has at least so many characters.
const SHORTEST_PART: usize = 3;
/// Under these keys stands what somebody is called.
const NAMES: [&str; 5] = ["name", "by", "owner", "named", "signers"];

/// A text in a change, and the key under which it stands.
struct Leaf {
    key: String,
    text: String,
}

fn leaves(change: &Change) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    if let Ok(value) = serde_json::to_value(change)
        && let Some(body) = value.get("body")
    {
        gather("", body, &mut leaves);
    }
    leaves
}

fn gather(key: &str, value: &Value, leaves: &mut Vec<Leaf>) {
    match value {
        Value::String(text) => leaves.push(Leaf {
            key: key.to_owned(),
            text: text.clone(),
        }),
        Value::Array(items) => items.iter().for_each(|item| gather(key, item, leaves)),
        Value::Object(fields) => fields
            .iter()
            .for_each(|(key, value)| gather(key, value, leaves)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// How a name stands in a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Found {
    /// Only a part of it, as a word by itself.
    Part,
    /// All of it, somewhere in a text.
    Mentioned,
    /// As the name of somebody who stands for what was said.
    Named,
}

/// How `name` stands in `change`, if it does. Words that `house` has too, the name of the organisation,
/// tell nobody by themselves.
pub(super) fn find(change: &Change, name: &str, house: &str) -> Option<Found> {
    let found = |leaf: &Leaf| {
        if holds(&leaf.text, name) {
            let named = NAMES.contains(&leaf.key.as_str());
            Some(if named {
                Found::Named
            } else {
                Found::Mentioned
            })
        } else {
            holds_part(&leaf.text, name, house).then_some(Found::Part)
        }
    };
    leaves(change).iter().filter_map(found).max()
}

/// Whether `change` says something about the member with this identity, besides naming them.
pub(super) fn is_about(change: &Change, member: MemberId) -> bool {
    let id = member.to_string();
    let leaves = leaves(change);
    leaves
        .iter()
        .any(|leaf| leaf.key == "member" && leaf.text == id)
        && leaves
            .iter()
            .any(|leaf| leaf.text.parse::<EventId>().is_err())
}

/// Whether `text` repeats what somebody typed in `change`: a name or a part of one, or a longer text.
pub(super) fn repeats(text: &str, change: &Change, house: &str) -> bool {
    leaves(change).iter().any(|leaf| {
        if NAMES.contains(&leaf.key.as_str()) {
            holds(text, &leaf.text) || holds_part(text, &leaf.text, house)
        } else {
            let is_prose = leaf.text.trim().contains(char::is_whitespace);
            is_prose && leaf.text.chars().count() >= TELLING && holds(text, &leaf.text)
        }
    })
}

/// Whether `text` holds `words`, whatever the case and the white space.
fn holds(text: &str, words: &str) -> bool {
    let words = plain(words);
    !words.is_empty() && plain(text).contains(&words)
}

/// Whether a part of a name stands in `text` as a word by itself. Parts such as *van der*, which begin
/// with a small letter, are everybody's.
fn holds_part(text: &str, name: &str, house: &str) -> bool {
    let parts: Vec<&str> = words_of(name)
        .filter(|part| part.chars().count() >= SHORTEST_PART)
        .filter(|part| part.starts_with(char::is_uppercase))
        .filter(|part| words_of(house).all(|word| word != *part))
        .collect();
    words_of(text).any(|word| parts.contains(&word))
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use assessment::{Answer, AssessmentId, Committee};
    use questionnaire::Value;

    use super::*;

    fn answer(because: &str, by: Option<&str>) -> Change {
        Change::AnswerRecorded {
            assessment: AssessmentId(EventId::new([1; 32])),
            question: "HUM-01".into(),
            answer: Answer {
                because: because.to_owned(),
                by: by.map(str::to_owned),
                ..Answer::new(Value::Choice("yes".to_owned()))
            },
            based_on: Vec::new(),
            taken_over_from: None,
        }
    }

    #[test]
    fn a_name_is_found_wherever_somebody_typed_it() {
        let name = "Noor van Voorbeeld";
        #[track_caller]
        fn check(change: &Change, name: &str, expect: Option<Found>) {
            assert_eq!(find(change, name, "Webwinkel Vooruit B.V."), expect);
        }
        check(
            &answer("", Some("Noor van Voorbeeld")),
            name,
            Some(Found::Named),
        );
        check(
            &answer("Gezien door  noor van\nvoorbeeld.", None),
            name,
            Some(Found::Mentioned),
        );
        check(
            &answer("Volgens Noor klopt het.", None),
            name,
            Some(Found::Part),
        );
        check(&answer("Van een voorbeeld van noorden.", None), name, None);
        let mandate = "Voorzitter: Noor van Voorbeeld".to_owned();
        let change = Change::CommitteeDescribed(Committee {
            mandate,
            ..Committee::default()
        });
        check(&change, name, Some(Found::Mentioned));
    }

    #[test]
    fn what_is_said_about_a_member_by_identity_is_found_and_a_mere_identity_is_not() {
        let member = MemberId(EventId::new([7; 32]));
        let left = Change::MemberLeft { member };
        assert!(!is_about(&left, member));
        let now = serde_json::json!({
            "kind": "member_revised",
            "body": { "member": member, "now": { "name": "Noor", "role": "chair" } },
        });
        let revised: Change = serde_json::from_value(now).unwrap();
        assert!(is_about(&revised, member));
        assert!(!is_about(&revised, MemberId(EventId::new([8; 32]))));
    }

    #[test]
    fn a_reason_may_say_why_and_not_what() {
        let change = answer("De proef is in mei mislukt.", Some("Noor van Voorbeeld"));
        for repeating in [
            "Verzoek van Noor van Voorbeeld",
            "verzoek van NOOR VAN VOORBEELD",
            "Noor vroeg erom",
            "Er stond: de proef is in mei mislukt.",
        ] {
            assert!(repeats(repeating, &change, ""), "{repeating}");
        }
        for fine in [
            "Verzoek van de betrokkene, yes",
            "Een voorbeeld van een vergissing",
        ] {
            assert!(!repeats(fine, &change, ""), "{fine}");
        }
        let house = "Voorbeeld Webwinkel B.V.";
        assert!(!repeats(
            "Besluit van Voorbeeld Webwinkel B.V.",
            &change,
            house
        ));
    }
}
