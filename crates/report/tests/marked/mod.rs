//! Data in which everything that people type is a text of its own that can be found again: long, empty, in other scripts,
//! looking like markup, formulas and control characters.

use assessment::report_style::SectionPlace;
use questionnaire::Language;
use report::ReportData;
use report::private::Private;

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
    let mut data = super::example::data(language, &["Noor Voorbeeld"], |_, answer| Some(answer));
    let endings = endings();
    let mut typed: Vec<String> = Vec::new();
    let mut fill = |text: &mut String, is_line: bool| {
        let number = typed.len();
        let ending = if is_line {
            "<b>&amp; 'regel' שלום 🙂"
        } else {
            // A long one now and then is enough.
            let at = if number % 40 == 8 { 8 } else { number % 8 };
            endings.get(at).map_or("", String::as_str)
        };
        *text = format!("merk{number:03} {ending}").trim_end().to_owned();
        typed.push(text.clone());
    };
    fill(&mut data.organisation.name, true);
    let mut shown = String::new();
    fill(&mut shown, true);
    data.style.name = Some(shown);
    fill(&mut data.organisation.sector, false);
    fill(&mut data.organisation.description, false);
    fill(there(&mut data.organisation.contact), false);
    fill(&mut data.committee.mandate, false);
    data.committee.mandated_by = Some(data.organisation.contact.clone());
    fill(
        data.committee
            .mandated_by
            .as_mut()
            .map(there)
            .expect("it was just put there"),
        true,
    );
    for member in &mut data.members {
        fill(there(&mut member.name), true);
        fill(there(&mut member.expertise), false);
    }
    fill(&mut data.subject.name, true);
    fill(&mut data.subject.purpose, false);
    fill(&mut data.subject.description, false);
    fill(&mut data.subject.supplier, false);
    fill(&mut data.subject.in_use_since, false);
    fill(&mut data.assessment.scope, false);
    for section in &mut data.sections {
        for question in &mut section.questions {
            let given = there(&mut question.given);
            for answer in &mut given.answers {
                fill(there(&mut answer.because), false);
                if section.intake {
                    continue;
                }
                fill(&mut answer.text, false);
                let mut by = String::new();
                fill(&mut by, true);
                *there(&mut answer.by) = Some(by);
            }
            for evidence in &mut given.evidence {
                fill(there(&mut evidence.label), true);
            }
        }
    }
    for signer in &mut data.signers {
        fill(&mut signer.name, true);
    }
    for place in ["after-committee", "method"] {
        let (mut title, mut words) = (String::new(), String::new());
        fill(&mut title, true);
        fill(&mut words, true);
        let [title, words] = [title, words].map(|text| as_template(&text));
        let section = format!("<section><h1>{title}</h1><p>{words}</p></section>");
        data.style
            .sections
            .insert(SectionPlace::from(place.to_owned()), section);
    }
    (data, typed)
}

/// The text as somebody writes it in a template, so that it says just that.
fn as_template(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// What the full edition never withholds.
fn there<T>(value: &mut Private<T>) -> &mut T {
    value.shown_mut().expect("the full edition has everything")
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
