//! The data as rows and columns, for programs that count: the tables of the workbook, and the answers as CSV.

use messages::{Catalogue, catalogue};
use questionnaire::QuestionId;
use report::ReportData;
use report::data::{ActionData, AnswerData, QuestionData, ScoreData, SectionData};
use report::private::Private;

/// A table.
pub(crate) struct Table {
    pub(crate) name: String,
    pub(crate) head: Vec<String>,
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// What stands in a cell: numbers are to be counted with, texts are never looked into.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    Text(String),
    Number(f64),
    Empty,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(cell: Option<T>) -> Self {
        cell.map_or(Self::Empty, Into::into)
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Number(f64::from(number))
    }
}

impl From<u8> for Cell {
    fn from(number: u8) -> Self {
        Self::Number(f64::from(number))
    }
}

/// What stands in place of something that an edition withholds.
const WITHHELD: &str = "[withheld]";

/// A value that may be withheld.
fn private<T: Clone + Into<Cell>>(value: &Private<T>) -> Cell {
    match value.shown() {
        Some(value) => value.clone().into(),
        None => WITHHELD.into(),
    }
}

/// The tables of the workbook, in the language of the report.
pub(crate) fn tables(data: &ReportData) -> Vec<Table> {
    let texts = catalogue(data.language);
    let mut tables = vec![
        overview(data, texts),
        Table {
            name: texts.text("form-table-answers"),
            head: ANSWER_COLUMNS
                .iter()
                .map(|column| texts.text(&format!("form-column-{}", column.replace('_', "-"))))
                .collect(),
            rows: answers(data),
        },
        legal(data, texts),
        scores(data, texts),
        evidence(data, texts),
    ];
    // A committee that did no more than answer has no empty sheets.
    let more = [actions(data, texts), silent_scores(data, texts)];
    tables.extend(more.into_iter().filter(|table| !table.rows.is_empty()));
    tables
}

/// The names of the columns of answers, for programs: the same in each language.
const ANSWER_COLUMNS: [&str; 16] = [
    "section",
    "section_title",
    "question",
    "question_text",
    "obligation",
    "weight",
    "standing",
    "value",
    "label",
    "text",
    "because",
    "certainty",
    "evidence_strength",
    "by",
    "at",
    "evidence",
];

/// A row for each answer, and for each question without one.
fn answers(data: &ReportData) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for section in &data.sections {
        for question in &section.questions {
            if question.answers().is_empty() {
                rows.push(answer(section, question, None));
            }
            for given in question.answers() {
                rows.push(answer(section, question, Some(given)));
            }
        }
    }
    rows
}

fn answer(section: &SectionData, question: &QuestionData, given: Option<&AnswerData>) -> Vec<Cell> {
    let of = |part: fn(&AnswerData) -> Cell| given.map_or(Cell::Empty, part);
    let evidence: Vec<&str> = question
        .evidence()
        .iter()
        .map(|evidence| evidence.label.shown().map_or(WITHHELD, String::as_str))
        .collect();
    vec![
        section.id.to_string().into(),
        section.title.as_str().into(),
        question.id.to_string().into(),
        question.text.as_str().into(),
        word(&question.obligation).into(),
        question.weight.into(),
        question
            .given
            .shown()
            .map_or_else(|| WITHHELD.to_owned(), |given| word(&given.standing))
            .into(),
        of(|given| given.value.as_str().into()),
        of(|given| given.label.as_str().into()),
        of(|given| given.text.as_str().into()),
        of(|given| private(&given.because)),
        of(|given| given.certainty.as_ref().map(word).into()),
        of(|given| given.evidence_strength.into()),
        of(|given| private(&given.by)),
        of(|given| given.at.to_string().into()),
        evidence.join("\n").into(),
    ]
}

fn overview(data: &ReportData, texts: &Catalogue) -> Table {
    let date = messages::date(data.language, data.assessment.date);
    let verdict = texts.text(match data.results.verdict {
        report::data::Verdict::Red => "verdict-red",
        report::data::Verdict::Amber => "verdict-amber",
        report::data::Verdict::Green => "verdict-green",
    });
    let mut rows: Vec<(&str, Cell)> = vec![
        (
            "report-organisation",
            data.organisation.name.as_str().into(),
        ),
        (
            "report-organisation-sector",
            data.organisation.sector.as_str().into(),
        ),
        (
            "report-organisation-contact",
            private(&data.organisation.contact),
        ),
        ("report-subject-name", data.subject.name.as_str().into()),
        (
            "report-subject-purpose",
            data.subject.purpose.as_str().into(),
        ),
        (
            "report-subject-supplier",
            data.subject.supplier.as_str().into(),
        ),
        ("report-scope", data.assessment.scope.as_str().into()),
        ("report-cover-date", date.into()),
        (
            "report-cover-questionnaire",
            format!(
                "{} {}",
                data.questionnaire.title, data.questionnaire.version
            )
            .into(),
        ),
        ("form-row-verdict", verdict.into()),
        ("report-total", data.results.total.score.into()),
        ("report-answered", data.results.answered.into()),
        ("form-row-asked", data.results.asked.into()),
        (
            "report-cover-fingerprint",
            data.dossier.fingerprint.as_str().into(),
        ),
        ("form-row-note", texts.text("form-note").into()),
    ];
    if let Some(name) = data.style.name.as_deref() {
        rows.insert(1, ("report-organisation-shown", name.into()));
    }
    Table {
        name: texts.text("form-table-overview"),
        head: vec![
            texts.text("form-column-what"),
            texts.text("form-column-value"),
        ],
        rows: rows
            .into_iter()
            .map(|(key, cell)| vec![texts.text(key).into(), cell])
            .collect(),
    }
}

fn legal(data: &ReportData, texts: &Catalogue) -> Table {
    let legal = &data.results.legal;
    let holds = |points: &[Private<QuestionId>], question: &QuestionData| {
        points
            .iter()
            .any(|point| point.shown() == Some(&question.id))
    };
    let mut rows = Vec::new();
    for question in data.questions() {
        if !legal.active.contains(&question.id) {
            continue;
        }
        let group = [
            ("report-legal-open", &legal.open),
            ("report-legal-partly", &legal.partly),
            ("report-legal-unknown", &legal.unknown),
            ("report-legal-upcoming", &legal.upcoming),
        ]
        .into_iter()
        .find(|(_, points)| holds(points, question))
        .map_or("form-legal-met", |(key, _)| key);
        let group = match question.given.shown() {
            Some(_) => texts.text(group),
            None => WITHHELD.to_owned(),
        };
        let grounds: Vec<String> = data
            .references
            .iter()
            .filter(|reference| question.references.contains(&reference.id))
            .map(|reference| reference.title.clone())
            .collect();
        rows.push(vec![
            question.id.to_string().into(),
            question.text.as_str().into(),
            group.into(),
            grounds.join("\n").into(),
            question.duty_holders.join("; ").into(),
            question.applies_from.map(|date| date.to_string()).into(),
            question.first_step.as_str().into(),
        ]);
    }
    Table {
        name: texts.text("form-table-legal"),
        head: head(
            texts,
            &[
                "form-column-question",
                "form-column-question-text",
                "form-column-standing",
                "report-duty",
                "form-column-duty-holders",
                "form-column-applies-from",
                "report-first-step",
            ],
        ),
        rows,
    }
}

fn scores(data: &ReportData, texts: &Catalogue) -> Table {
    let row = |kind: &str, score: &ScoreData| -> Vec<Cell> {
        vec![
            texts.text(kind).into(),
            score.id.as_str().into(),
            score.label.as_str().into(),
            score.score.into(),
            score.questions.into(),
        ]
    };
    let results = &data.results;
    let rows = std::iter::once(row("report-total", &results.total))
        .chain(
            results
                .sections
                .iter()
                .map(|score| row("report-theme", score)),
        )
        .chain(
            results
                .promises
                .iter()
                .map(|score| row("report-promise", score)),
        )
        .collect();
    Table {
        name: texts.text("form-table-scores"),
        head: head(
            texts,
            &[
                "form-column-kind",
                "form-column-id",
                "form-column-name",
                "report-score",
                "report-questions",
            ],
        ),
        rows,
    }
}

fn evidence(data: &ReportData, texts: &Catalogue) -> Table {
    let rows = data
        .questions()
        .flat_map(|question| question.evidence().iter().map(move |file| (question, file)))
        .map(|(question, file)| -> Vec<Cell> {
            vec![
                question.id.to_string().into(),
                private(&file.label),
                file.media_type.as_str().into(),
                (file.size as f64).into(),
                file.sha256.as_str().into(),
            ]
        })
        .collect();
    Table {
        name: texts.text("form-table-evidence"),
        head: head(
            texts,
            &[
                "form-column-question",
                "form-column-name",
                "form-column-media-type",
                "form-column-size",
                "form-column-sha256",
            ],
        ),
        rows,
    }
}

fn actions(data: &ReportData, texts: &Catalogue) -> Table {
    let row = |action: &Private<ActionData>| -> Vec<Cell> {
        let Some(action) = action.shown() else {
            return vec![WITHHELD.into()];
        };
        vec![
            action.mark.as_str().into(),
            action.text.as_str().into(),
            private(&action.owner),
            action.due.map(|date| date.to_string()).into(),
            word(&action.status).into(),
            private(&action.note),
            action.question.as_ref().map(ToString::to_string).into(),
            action.findings.join(", ").into(),
            action.carried_over.map(|date| date.to_string()).into(),
        ]
    };
    Table {
        name: texts.text("report-actions"),
        head: head(
            texts,
            &[
                "form-column-id",
                "report-action",
                "report-owner",
                "form-column-due",
                "report-action-status",
                "form-column-note",
                "form-column-question",
                "report-findings",
                "form-column-carried-over",
            ],
        ),
        rows: data.follow_up.actions.iter().map(row).collect(),
    }
}

/// A row for each answer of each revealed round: how many scored it.
fn silent_scores(data: &ReportData, texts: &Catalogue) -> Table {
    let mut rows = Vec::new();
    for question in data.questions() {
        let rounds = question.given.shown().map(|given| given.rounds.as_slice());
        for round in rounds.into_iter().flatten() {
            for step in &round.steps {
                rows.push(vec![
                    question.id.to_string().into(),
                    round.revealed.to_string().into(),
                    step.label.as_str().into(),
                    step.votes.into(),
                    round.agreement.into(),
                ]);
            }
        }
    }
    Table {
        name: texts.text("form-table-silent-scores"),
        head: head(
            texts,
            &[
                "form-column-question",
                "form-column-revealed",
                "report-answer",
                "report-scores",
                "form-column-agreement",
            ],
        ),
        rows,
    }
}

fn head(texts: &Catalogue, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| texts.text(key)).collect()
}

/// The word for programs, as it stands in the data.
fn word<T: serde::Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// The answers as CSV (RFC 4180): commas, every text in quotes, lines that end in CRLF; UTF-8 with the mark in front by which
/// spreadsheets know it. A text that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises.
pub(crate) fn csv(data: &ReportData) -> String {
    let mut csv = String::from('\u{feff}');
    push_row(&mut csv, ANSWER_COLUMNS.iter().map(|name| (*name).into()));
    for row in answers(data) {
        push_row(&mut csv, row.into_iter());
    }
    csv
}

fn push_row(csv: &mut String, cells: impl Iterator<Item = Cell>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            csv.push(',');
        }
        match cell {
            Cell::Empty => {}
            Cell::Number(number) => csv.push_str(&number.to_string()),
            Cell::Text(text) => {
                csv.push('"');
                csv.push_str(&harmless(&text).replace('"', "\"\""));
                csv.push('"');
            }
        }
    }
    csv.push_str("\r\n");
}

/// A text that no spreadsheet takes for a formula.
fn harmless(text: &str) -> String {
    let begins_a_formula =
        text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if begins_a_formula {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_csv_is_a_formula_and_quotes_are_doubled() {
        let mut csv = String::new();
        let cells = ["=1+1", "-2", "@x", "\t=1", "zeg \"ja\", nu", "gewoon"];
        push_row(&mut csv, cells.into_iter().map(Cell::from));
        assert_eq!(
            csv,
            "\"'=1+1\",\"'-2\",\"'@x\",\"'\t=1\",\"zeg \"\"ja\"\", nu\",\"gewoon\"\r\n"
        );
    }
}
