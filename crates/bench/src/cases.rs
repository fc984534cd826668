//! Two reports of fixed size, to hold the product to its promises of speed: one full of long answers, one full of tables and
//! charts.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Result, ensure};
use questionnaire::{QuestionId, SectionId};
use report::ReportData;
use report::charts::{Axis, Figure, Radar, Score};
use report::data::{ConclusionData, MeetingsData, PositionsData, Standing};
use report::document::parse;
use report::layout::RunningText;
use report::pdf::{Settings, render};

/// How many answers the first has, of how many characters, by how many members.
const ANSWERS: usize = 74;
const LENGTH: usize = 570;
const MEMBERS: usize = 5;
/// How many parts the second has, each with a table and a chart.
pub(crate) const PARTS: usize = 36;
/// How many rows each of the tables has.
pub(crate) const ROWS: usize = 18;

/// The data of the first, from that of the example: answers, charts and members, and nothing else of what a committee does.
pub(crate) fn answers(mut data: ReportData, words: &str) -> ReportData {
    data.conclusion = ConclusionData::default();
    data.meetings = MeetingsData::default();
    // Risks and actions are drawn.
    data.follow_up.findings.clear();
    data.follow_up.measures.clear();
    data.follow_up.opinions.clear();
    let because: String = words.chars().cycle().take(LENGTH).collect();
    let mut left = ANSWERS;
    for section in &mut data.sections {
        for question in &mut section.questions {
            let Some(given) = question.given.shown_mut() else {
                continue;
            };
            given.comments.clear();
            given.positions = PositionsData::default();
            given.answers.truncate(left);
            left -= given.answers.len();
            if given.answers.is_empty() {
                given.standing = Standing::Open;
            }
            for answer in &mut given.answers {
                if let Some(text) = answer.because.shown_mut() {
                    text.clone_from(&because);
                }
            }
        }
    }
    while let (true, Some(member)) = (data.members.len() < MEMBERS, data.members.first().cloned()) {
        data.members.push(member);
    }
    data.members.truncate(MEMBERS);
    data
}

/// The data of the example with so many answers and meetings: its sections and meetings stand there again and again, each under
/// names of its own.
pub(crate) fn grown(data: &ReportData, answers: usize, meetings: usize) -> Result<ReportData> {
    let mut grown = data.clone();
    grown.sections.clear();
    // Lists of questions by the names that they had.
    let results = &mut grown.results;
    let legal = &mut results.legal;
    for list in [
        &mut results.key_points,
        &mut results.open,
        &mut results.not_applicable,
        &mut results.thin_evidence,
        &mut legal.open,
        &mut legal.partly,
        &mut legal.unknown,
        &mut legal.upcoming,
    ] {
        list.clear();
    }
    let mut left = answers;
    for time in 1.. {
        for section in &data.sections {
            let mut section = section.clone();
            section.id = SectionId::new(format!("{}_{time}", section.id));
            for question in &mut section.questions {
                question.id = QuestionId::new(format!("{}-{time}", question.id));
            }
            section.questions.retain(|question| {
                let taken = left >= question.answers().len();
                left -= if taken { question.answers().len() } else { 0 };
                taken
            });
            grown.sections.push(section);
        }
        if left == 0 {
            break;
        }
        ensure!(time < answers, "the example has no answers");
    }
    let held = &data.meetings.sessions;
    ensure!(!held.is_empty(), "the example has no meetings");
    grown.meetings.sessions = held.iter().cycle().take(meetings).cloned().collect();
    Ok(grown)
}

/// The second, as a PDF.
pub(crate) fn pages(words: &str) -> Result<Vec<u8>> {
    let figures = BTreeMap::from([("radar".to_owned(), radar())]);
    let settings = Settings {
        title: "Verantwoording".to_owned(),
        subject: "Vraagbaak".to_owned(),
        organisation: "Voorbeeld Webwinkel B.V.".to_owned(),
        created: "2026-11-21T13:32:05Z".parse()?,
        running: RunningText {
            head_left: "Voorbeeld Webwinkel B.V.".to_owned(),
            foot_right: "Pagina {page} van {pages}".to_owned(),
            ..RunningText::default()
        },
        attachment: None,
        signature_fields: Vec::new(),
    };
    Ok(render(&parse(&markup(words), figures)?, &settings)?)
}

fn markup(words: &str) -> String {
    let mut markup = "<document lang=\"nl\"><contents depth=\"1\">Inhoud</contents>".to_owned();
    for part in 1..=PARTS {
        let _ = write!(
            markup,
            "<h1 id=\"part-{part}\" number=\"{part}\">Onderdeel {part}</h1><p>{words}</p><p>{words}</p>\
             <figure ref=\"radar\" alt=\"Radardiagram\"><caption>Score per belofte</caption></figure>\
             <table widths=\"1 6 2\" align=\"left left right\"><caption>Metingen</caption>\
             <thead><tr><th>Nr.</th><th>Wat</th><th>Waarde</th></tr></thead><tbody>"
        );
        for row in 1..=ROWS {
            let (what, value) = cell(part, row);
            let _ = write!(
                markup,
                "<tr><th>{row}</th><td>{what}</td><td>{value}</td></tr>"
            );
        }
        markup.push_str("</tbody></table>");
    }
    markup + "</document>"
}

/// What a row of a table says, and its figure.
pub(crate) fn cell(part: usize, row: usize) -> (String, usize) {
    let what = format!("Meting {row} van onderdeel {part}, zie de toelichting");
    (what, row * part)
}

/// The chart of each part.
pub(crate) fn radar() -> Figure {
    let axes = (1..=7).map(|axis| Axis {
        label: format!("Belofte {axis}"),
        score: Some(Score {
            value: f64::from(axis) * 13.0,
            shown: (axis * 13).to_string(),
        }),
    });
    Figure::Radar(Radar {
        axes: axes.collect(),
    })
}
