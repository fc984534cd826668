//! What the templates say about an assessment.

#![allow(
    clippy::expect_used,
    reason = "a report that cannot be made is a failing test"
)]

mod example;

use assessment::Answer;
use questionnaire::{Language, Value};
use report::document::{Block, Document, Inline, plain_text};

fn unchanged(_: &str, answer: Answer) -> Option<Answer> {
    Some(answer)
}

fn document(language: Language) -> Document {
    report::document(&example::data(language, &["Noor Voorbeeld"], unchanged))
        .expect("the example makes a document")
}

/// Every word of a document, block by block.
fn words(document: &Document) -> String {
    fn inlines(content: &[Inline], text: &mut String) {
        text.push_str(&plain_text(content));
        text.push('\n');
    }
    fn walk(blocks: &[Block], text: &mut String) {
        for block in blocks {
            match block {
                Block::Cover(cover) => {
                    inlines(&cover.organisation, text);
                    inlines(&cover.title, text);
                    inlines(&cover.subtitle, text);
                    walk(&cover.foot, text);
                }
                Block::Contents(contents) => inlines(&contents.title, text),
                Block::Section(section) => walk(&section.blocks, text),
                Block::Heading(heading) => inlines(&heading.content, text),
                Block::Paragraph(paragraph) => inlines(&paragraph.content, text),
                Block::List(list) => list.items.iter().for_each(|item| walk(&item.blocks, text)),
                Block::Definitions(definitions) => {
                    for definition in definitions {
                        inlines(&definition.term, text);
                        walk(&definition.description.blocks, text);
                    }
                }
                Block::Table(table) => {
                    inlines(&table.caption, text);
                    for cell in table.head.iter().chain(&table.body).flatten() {
                        walk(&cell.flow.blocks, text);
                    }
                }
                Block::Callout(callout) => walk(&callout.blocks, text),
                Block::Verdict(verdict) => {
                    text.push_str(&verdict.word);
                    text.push('\n');
                    walk(&verdict.blocks, text);
                }
                Block::KeyFigures(figures) => {
                    for figure in figures {
                        text.push_str(&format!("{} {}\n", figure.label, figure.value));
                    }
                }
                Block::Figure(_) | Block::Logo(_) | Block::SignatureFields | Block::PageBreak => {}
            }
        }
    }
    let mut text = String::new();
    walk(&document.blocks, &mut text);
    text
}

#[test]
fn every_answer_and_every_consideration_is_in_the_report() {
    let data = example::data(Language::Nl, &[], unchanged);
    let text = words(&report::document(&data).unwrap());
    let mut answers = 0;
    for question in data.sections.iter().flat_map(|section| &section.questions) {
        assert!(text.contains(&question.text), "{}", question.id);
        for answer in question.answers() {
            answers += 1;
            assert!(text.contains(&answer.label), "{}", question.id);
            let because = answer.because.shown().expect("nothing is withheld");
            for line in because.lines().chain(answer.text.lines()) {
                assert!(text.contains(line.trim()), "{}: {line}", question.id);
            }
        }
        for evidence in question.evidence() {
            let label = evidence.label.shown().expect("nothing is withheld");
            assert!(text.contains(label) && text.contains(&evidence.sha256));
        }
    }
    assert_eq!(answers, 90);
}

#[test]
fn both_languages_have_the_same_blocks() {
    fn shape(blocks: &[Block]) -> Vec<String> {
        blocks
            .iter()
            .flat_map(|block| match block {
                Block::Section(section) => shape(&section.blocks),
                Block::Heading(heading) => vec![format!("h{} {:?}", heading.level, heading.id)],
                Block::Table(table) => vec![format!("table of {} rows", table.body.len())],
                Block::Figure(figure) => vec![format!("figure {}", figure.name)],
                _ => Vec::new(),
            })
            .collect()
    }
    let dutch = document(Language::Nl);
    let english = document(Language::En);
    assert_eq!(shape(&dutch.blocks), shape(&english.blocks));
    assert!(words(&english).contains("Accountability report on AI in customer contact"));
    assert!(!words(&english).contains("Verantwoordingsrapport"));
}

#[test]
fn dutch_answers_in_an_english_report_are_marked_as_dutch() {
    fn passages(blocks: &[Block], found: &mut usize) {
        for block in blocks {
            match block {
                Block::Section(section) => passages(&section.blocks, found),
                Block::Paragraph(paragraph) => {
                    *found +=
                        usize::from(paragraph.language.as_ref().is_some_and(|l| l.tag() == "nl"));
                }
                _ => {}
            }
        }
    }
    let mut english = 0;
    passages(&document(Language::En).blocks, &mut english);
    assert!(english >= 80, "{english} passages");
    let mut dutch = 0;
    passages(&document(Language::Nl).blocks, &mut dutch);
    assert_eq!(dutch, 0);
}

#[test]
fn what_people_typed_is_never_markup_and_never_a_template() {
    let typed = "<h1 onload=\"x\">{{ d.organisation.name }}</h1> & {% raw %} <script>…</script>";
    let data = example::data(Language::Nl, &[], |question, mut answer| {
        if question == "PUR-01" {
            typed.clone_into(&mut answer.because);
        }
        Some(answer)
    });
    assert!(words(&report::document(&data).unwrap()).contains(typed));
}

#[test]
fn an_unfinished_assessment_says_so_on_its_cover_and_lists_what_is_open() {
    let data = example::data(Language::Nl, &[], |question, answer| {
        (question != "PUR-01").then_some(answer)
    });
    assert!(data.results.provisional);
    let text = words(&report::document(&data).unwrap());
    assert!(text.contains("(voorlopig)"), "the verdict is provisional");
    assert!(text.contains("79 van de 80 vragen zijn beantwoord"));
    assert!(text.contains("Niet beantwoord"));
}

#[test]
fn an_open_legal_gap_is_red_and_listed_with_its_first_step() {
    let data = example::data(Language::Nl, &[], |question, mut answer| {
        if question == "TRA-01" {
            answer.value = Value::Choice(Value::NO.to_owned());
        }
        Some(answer)
    });
    assert_eq!(data.results.legal.open.len(), 1);
    let text = words(&report::document(&data).unwrap());
    assert!(text.contains("Rood\n"));
    assert!(text.contains("Open wettelijk knelpunt TRA-01"));
    assert!(text.contains("Schrijf per kanaal een duidelijke openingszin over AI"));
}

#[test]
fn a_dossier_without_members_or_answers_still_makes_a_report() {
    let data = example::data(Language::En, &[], |_, _| None);
    let text = words(&report::document(&data).unwrap());
    assert!(text.contains("too few questions"));
}

#[test]
fn the_data_survives_its_canonical_form() {
    let data = example::data(Language::Nl, &["Noor Voorbeeld"], unchanged);
    let json = report::canonical(&data).unwrap();
    assert_eq!(report::read(&json).unwrap(), data);
    assert_eq!(
        report::canonical(&report::read(&json).unwrap()).unwrap(),
        json
    );
}
