//! Data in which everything that people type is a text of its own that can be found again: long, empty, in other scripts,
//! looking like markup, formulas and control characters.

mod fields;

use assessment::deliberation::Position;
use assessment::report_style::SectionPlace;
use fields::{CODES, LINES, OTHERS, PASSAGES};
use questionnaire::Language;
use report::ReportData;
use report::data::DeclaredData;
use serde_json::Value as Json;

/// What the texts end in, in turns.
fn endings() -> Vec<String> {
    vec![
        String::new(),
        "<script>alert(\"x\")</script> & {{ d }} {% raw %}".to_owned(),
        "=cmd|' /C calc'!A0".to_owned(),
        "שלום עולם and مرحبا".to_owned(),
        "🙂 👩🏽‍🚀 Ænigma čšž Ωмега".to_owned(),
        "bel\u{7}esc\u{1b}nul\u{0}einde".to_owned(),
        "eerste regel\ntweede regel".to_owned(),
        "# kop | - punt | *ster* | [x](http://voorbeeld.example)".to_owned(),
        "wxyzq ".repeat(3_500).trim_end().to_owned(),
    ]
}

/// The data, and every text in it.
pub(crate) fn data(language: Language) -> (ReportData, Vec<String>) {
    let (data, typed) = with_places(language);
    (data, typed.into_iter().map(|(_, text)| text).collect())
}

/// The data, and every text in it with its place.
pub(crate) fn with_places(language: Language) -> (ReportData, Vec<(&'static str, String)>) {
    let mut data = super::example::committee::worked(language, &["Noor Voorbeeld"]).0;
    say_what_is_rare(&mut data);
    let mut typed = Typed { texts: Vec::new() };
    let mut json = serde_json::to_value(&data).expect("data");
    typed.fill(&mut json, "");
    let mut data: ReportData =
        serde_json::from_value(json).expect("the same data with other words");
    for place in ["after-committee", "method"] {
        let [title, words] =
            [true, false].map(|is_line| as_template(&typed.next("style.sections", is_line)));
        let section = format!("<section><h1>{title}</h1><p>{words}</p></section>");
        data.style
            .sections
            .insert(SectionPlace::from(place.to_owned()), section);
    }
    let known = LINES.iter().chain(&PASSAGES);
    let met = |place: &&str| typed.texts.iter().any(|(met, _)| met == place);
    let missed: Vec<_> = known.filter(|place| !met(place)).collect();
    assert!(missed.is_empty(), "the example says nothing at {missed:?}");
    (data, typed.texts)
}

/// Puts something where the example says nothing.
fn say_what_is_rare(data: &mut ReportData) {
    let name = data.members.first().map(|member| member.name.clone());
    let reason = data.organisation.contact.clone();
    data.style.name = Some(String::new());
    data.assessment.reopened = Some(reason.clone());
    for signer in &mut data.signers {
        signer.declared = Some(DeclaredData {
            position: Position::AgreeWithReservation,
            reason: reason.clone(),
        });
    }
    let mut given: Vec<_> = data
        .sections
        .iter_mut()
        .flat_map(|section| &mut section.questions)
        .filter_map(|question| question.given.shown_mut())
        .collect();
    let said = given.iter_mut().flat_map(|given| &mut given.rounds);
    for said in said.flat_map(|round| &mut round.said) {
        said.by.clone_from(&name);
    }
    let findings = data.follow_up.findings.iter_mut();
    let positions = given
        .into_iter()
        .map(|given| &mut given.positions)
        .chain(findings.filter_map(|finding| Some(&mut finding.shown_mut()?.positions)))
        .chain([
            &mut data.conclusion.positions,
            &mut data.conclusion.on_report,
        ]);
    for positions in positions {
        for position in &mut positions.voiced {
            position.by.clone_from(&name);
        }
        positions.earlier.clone_from(&positions.voiced);
    }
}

/// What was typed so far, and where.
struct Typed {
    texts: Vec<(&'static str, String)>,
}

impl Typed {
    /// A text that is like no other.
    fn next(&mut self, place: &'static str, is_line: bool) -> String {
        let number = self.texts.len();
        let endings = endings();
        let ending = if is_line {
            "<b>&amp; 'regel' שלום 🙂"
        } else {
            // A long one now and then is enough.
            let at = if number % 40 == 8 { 8 } else { number % 8 };
            endings.get(at).map_or("", String::as_str)
        };
        let text = format!("merk{number:03} {ending}").trim_end().to_owned();
        self.texts.push((place, text.clone()));
        text
    }

    /// Puts texts in place of all that people typed. Words at a place that is not known are a failure: whoever adds a field
    /// says whose words it holds.
    fn fill(&mut self, value: &mut Json, place: &str) {
        match value {
            Json::Array(items) => {
                for item in items {
                    // Profile questions stand together in one table.
                    let is_intake = item.get("intake").is_some_and(|it| *it == true);
                    let place = if is_intake { "intake" } else { place };
                    self.fill(item, &format!("{place}[]"));
                }
            }
            Json::Object(fields) => {
                if fields.len() == 2
                    && fields.contains_key("salt")
                    && let Some(value) = fields.get_mut("value")
                {
                    return self.fill(value, place);
                }
                for (name, field) in fields {
                    let dot = if place.is_empty() { "" } else { "." };
                    self.fill(field, &format!("{place}{dot}{name}"));
                }
            }
            Json::String(text) => {
                let is = |known: &&&str| **known == place;
                let line = LINES.iter().find(is);
                match line.or_else(|| PASSAGES.iter().find(is)) {
                    Some(known) => *text = self.next(known, line.is_some()),
                    None => assert!(
                        OTHERS.iter().any(|start| place.starts_with(start))
                            || CODES.contains(&place.rsplit('.').next().unwrap_or(place)),
                        "whose words are {place}?"
                    ),
                }
            }
            _ => {}
        }
    }
}

/// The text as somebody writes it in a template, so that it says just that.
fn as_template(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// The text with the names of characters that nothing can show.
pub(crate) fn legible(text: &str) -> String {
    text.chars()
        .map(|character| {
            if character.is_control() && !matches!(character, '\n' | '\t' | '\r') {
                format!("[U+{:04X}]", u32::from(character))
            } else {
                character.to_string()
            }
        })
        .collect()
}
