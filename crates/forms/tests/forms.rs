//! Every form holds everything that was typed, as text, and is the same each time.

#![allow(
    clippy::expect_used,
    reason = "a form that cannot be made is a failing test"
)]

#[path = "../../report/tests/example/mod.rs"]
mod example;
#[path = "../../report/tests/logos/mod.rs"]
mod logos;
#[path = "../../report/tests/marked/mod.rs"]
mod marked;

use std::io::{Cursor, Read};

use std::collections::BTreeSet;

use assessment::finding::{ActionItem, ActionStatus, Progress};
use assessment::session::Owner;
use assessment::{ActionId, Change, Member, MemberId, Role};
use forms::{Form, write};
use questionnaire::{Language, QuestionId};
use report::ReportData;

fn written(form: Form, data: &ReportData) -> String {
    String::from_utf8(write(form, data).expect("the form is made")).expect("it is text")
}

/// A part of a package.
fn part(package: &[u8], name: &str) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(package)).expect("a package");
    let mut text = String::new();
    package
        .by_name(name)
        .expect(name)
        .read_to_string(&mut text)
        .expect("text");
    text
}

/// The text between the tags, references resolved.
fn text_of(markup: &str) -> String {
    let mut text = String::new();
    let mut rest = markup;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        let tag = &rest[at..];
        let end = tag.find('>').expect("a tag ends");
        if tag.starts_with("<br") || tag.starts_with("<w:br") {
            text.push('\n');
        }
        rest = &tag[end + 1..];
    }
    text.push_str(rest);
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

/// Text as it is once Markdown has been read.
fn read_markdown(markdown: &str) -> String {
    let mut text = String::new();
    let mut characters = markdown.chars().peekable();
    while let Some(character) = characters.next() {
        match (character, characters.peek()) {
            ('\\', Some('\n')) => {}
            ('\\', Some(next)) if next.is_ascii_punctuation() => {
                text.extend(characters.next());
            }
            _ => text.push(character),
        }
    }
    text
}

#[track_caller]
fn assert_holds(text: &str, typed: &[String], what: &str) {
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = squeezed(text);
    for typed in typed {
        let wanted = squeezed(&marked::legible(typed));
        assert!(
            text.contains(&wanted),
            "{what} lost {}",
            wanted.chars().take(200).collect::<String>()
        );
    }
}

#[test]
fn everything_that_was_typed_is_found_again_in_the_forms_made_of_blocks() {
    for language in Language::ALL {
        let (data, typed) = marked::data(language);
        assert!(typed.len() > 200, "{} texts", typed.len());
        assert_holds(&text_of(&written(Form::Html, &data)), &typed, "HTML");
        let docx = write(Form::Docx, &data).expect("DOCX");
        assert_holds(&text_of(&part(&docx, "word/document.xml")), &typed, "DOCX");
        // In Markdown a quotation marks each of its lines.
        let markdown = read_markdown(&written(Form::Markdown, &data)).replace("\n> ", "\n");
        assert_holds(&markdown.replace("<br>", " "), &typed, "Markdown");
    }
}

#[test]
fn every_answer_is_found_again_in_the_forms_made_of_rows() {
    let (data, _) = marked::data(Language::Nl);
    let json = write(Form::Json, &data).expect("JSON");
    assert_eq!(report::read(&json).expect("data"), data);
    let csv = written(Form::Csv, &data);
    let xlsx = write(Form::Xlsx, &data).expect("XLSX");
    let shared = text_of(&part(&xlsx, "xl/sharedStrings.xml"));
    for answer in data.questions().flat_map(|question| question.answers()) {
        let because = answer.because.shown().expect("nothing is withheld");
        for text in [because, &answer.text, &answer.label] {
            assert!(csv.contains(&text.replace('"', "\"\"")), "CSV lost {text}");
            assert!(shared.contains(&*marked::legible(text)), "XLSX lost {text}");
        }
    }
}

#[test]
fn the_logo_stands_in_the_forms_that_hold_pictures_with_its_words() {
    for logo in [logos::outlines(), logos::picture()] {
        let mut data = example::data(Language::Nl, &[], |_, answer| Some(answer));
        data.style.name = Some("Voorbeeldwinkel".to_owned());
        data.style.logo = Some(logo.clone());
        let page = written(Form::Html, &data);
        let is_picture = logo == logos::picture();
        assert_eq!(page.contains("img-src data:"), is_picture);
        assert_eq!(
            page.contains("<img src=\"data:image/png;base64,"),
            is_picture
        );
        assert_eq!(page.matches("Logo van Voorbeeldwinkel").count(), 1);
        let docx = write(Form::Docx, &data).expect("DOCX");
        let text = part(&docx, "word/document.xml");
        assert!(text.contains("descr=\"Logo van Voorbeeldwinkel\""));
        assert!(part(&docx, "word/_rels/document.xml.rels").contains("media/logo.png"));
        let mut package = zip::ZipArchive::new(Cursor::new(&docx)).expect("a package");
        let mut picture = Vec::new();
        let mut file = package.by_name("word/media/logo.png").expect("a picture");
        file.read_to_end(&mut picture).expect("bytes");
        assert!(picture.starts_with(b"\x89PNG"));
        assert_eq!(write(Form::Docx, &data).expect("again"), docx);
        let xlsx = write(Form::Xlsx, &data).expect("XLSX");
        assert!(part(&xlsx, "xl/sharedStrings.xml").contains("Voorbeeldwinkel"));
    }
    let data = example::data(Language::Nl, &[], |_, answer| Some(answer));
    assert!(!written(Form::Html, &data).contains("img-src"));
}

#[test]
fn the_same_data_gives_the_same_bytes_in_every_form() {
    let (data, _) = marked::data(Language::En);
    for form in Form::ALL {
        assert_eq!(
            write(form, &data).expect("made"),
            write(form, &data).expect("made again"),
            "{form}"
        );
    }
}

#[test]
fn no_cell_of_a_workbook_is_a_formula_or_a_link() {
    let (data, _) = marked::data(Language::Nl);
    let xlsx = write(Form::Xlsx, &data).expect("XLSX");
    for sheet in 1..=5 {
        let sheet = part(&xlsx, &format!("xl/worksheets/sheet{sheet}.xml"));
        assert!(!sheet.contains("<f") && !sheet.contains("<hyperlink"));
    }
}

/// The texts of a row of a sheet, in the order of its cells; numbers as they are written.
fn rows(package: &[u8], sheet: usize) -> Vec<Vec<String>> {
    let strings = part(package, "xl/sharedStrings.xml");
    let strings: Vec<String> = strings.split("<si>").skip(1).map(text_of).collect();
    let sheet = part(package, &format!("xl/worksheets/sheet{sheet}.xml"));
    let cell = |cell: &str| {
        let value = cell.split("<v>").nth(1)?.split("</v>").next()?;
        let shared = cell.split('>').next()?.contains("t=\"s\"");
        Some(if shared {
            strings.get(value.parse::<usize>().ok()?)?.trim().to_owned()
        } else {
            value.to_owned()
        })
    };
    let rows = sheet.split("<row ").skip(1);
    rows.map(|row| row.split("<c ").skip(1).filter_map(cell).collect())
        .collect()
}

#[test]
fn the_workbook_has_a_row_for_each_answer_action_and_score() {
    let (events, assessment) = example::events(example::questionnaire(), |_, it| Some(it));
    let mut on = example::Recorder { events };
    let action = ActionId(on.record(Change::ActionPlanned {
        assessment,
        action: ActionItem {
            text: "=merk-actie()".to_owned(),
            owner: Owner::Named("Ilse Fictief".to_owned()),
            due: Some("2027-03-01".parse().expect("a date")),
            question: Some(QuestionId::new("HUM-01")),
            findings: BTreeSet::new(),
        },
    }));
    on.record(Change::ActionProgressed {
        assessment,
        action,
        progress: Progress {
            status: ActionStatus::UnderWay,
            note: "merk-voortgang".to_owned(),
            proof: BTreeSet::new(),
        },
    });
    let question = QuestionId::new("HUM-01");
    let member = Member::new("Ilse Fictief", Role::Member);
    let member = MemberId(on.record(Change::MemberJoined(member)));
    let round = on.round(assessment, &question, false, [(member, 4, String::new())]);
    on.reveal(assessment, round);
    let data = example::composed(&on.events, assessment, Language::Nl, &[]);
    let xlsx = write(Form::Xlsx, &data).expect("XLSX");
    let workbook = part(&xlsx, "xl/workbook.xml");
    let names: Vec<&str> = workbook
        .split("<sheet name=\"")
        .skip(1)
        .filter_map(|sheet| sheet.split('"').next())
        .collect();
    let sheet = |name: &str| {
        let at = names.iter().position(|it| *it == name);
        rows(&xlsx, at.expect(name) + 1)
    };

    let answers = sheet("Antwoorden");
    let given = data.questions().map(|it| it.answers().len().max(1));
    assert_eq!(answers.len() - 1, given.sum::<usize>());
    let hum = answers
        .iter()
        .find(|row| row.contains(&"HUM-01".to_owned()));
    let label = &data.questions().find(|it| it.id.as_str() == "HUM-01");
    let label = &label.expect("it is asked").answers()[0].label;
    assert!(hum.expect("it is a row").contains(label));

    let scores = sheet("Scores");
    let results = &data.results;
    assert_eq!(
        scores.len() - 1,
        1 + results.sections.len() + results.promises.len()
    );
    let total = results.total.score.expect("a score");
    assert_eq!(
        scores[1].get(2),
        Some(&total.to_string()),
        "{:?}",
        scores[1]
    );

    let actions = sheet("Acties");
    assert_eq!(
        actions[1],
        [
            "A1",
            "=merk-actie()",
            "Ilse Fictief",
            "2027-03-01",
            "under_way",
            "merk-voortgang",
            "HUM-01"
        ]
    );
    let silent = sheet("Stille scores");
    let four = silent
        .iter()
        .find(|row| row.get(3) == Some(&"1".to_owned()));
    assert!(four.expect("one scored")[2].starts_with('4'), "{silent:?}");
}

#[test]
fn a_text_that_is_too_long_for_a_cell_goes_on_below_it() {
    let mut data = example::data(Language::Nl, &[], |_, answer| Some(answer));
    let long = "begin ".to_owned() + &"lang ".repeat(20_000) + "einde-van-de-tekst";
    for question in data
        .sections
        .iter_mut()
        .flat_map(|section| &mut section.questions)
    {
        let given = question.given.shown_mut().expect("nothing is withheld");
        for answer in &mut given.answers {
            let because = answer.because.shown_mut();
            because.expect("nothing is withheld").clone_from(&long);
        }
    }
    let xlsx = write(Form::Xlsx, &data).expect("XLSX");
    assert!(part(&xlsx, "xl/sharedStrings.xml").contains("einde-van-de-tekst"));
}

#[test]
fn a_page_of_html_asks_for_nothing_and_runs_nothing() {
    let (data, _) = marked::data(Language::Nl);
    let html = written(Form::Html, &data);
    for forbidden in [
        "<script", "<img", "<link", "<iframe", " src=", "url(", "@import", " style=", " onload",
    ] {
        assert!(!html.contains(forbidden), "{forbidden}");
    }
    let policy = html
        .split("Content-Security-Policy")
        .nth(1)
        .expect("a policy");
    assert!(policy.contains("default-src &#39;none&#39;"));
    assert_eq!(html.matches("<h1").count(), 1);
    for landmark in ["<header>", "<nav ", "<main ", "<footer>"] {
        assert_eq!(html.matches(landmark).count(), 1, "{landmark}");
    }
    assert!(html.starts_with("<!doctype html>\n<html lang=\"nl\">"));
    let heads = html.matches("<th").count() - html.matches("<thead").count();
    let scopes = html.matches("<th scope=\"").count();
    assert!(
        heads > 80 && heads == scopes,
        "{heads} heads, {scopes} scopes"
    );
    assert_eq!(
        html.matches("<svg xmlns").count(),
        html.matches("<desc id=").count()
    );
}

#[test]
fn levels_of_headings_are_never_skipped_and_every_link_leads_somewhere() {
    let (data, _) = example::committee::worked(Language::Nl, &[]);
    let html = written(Form::Html, &data);
    let mut before = 0;
    for (at, _) in html.match_indices("<h") {
        if let Some(level) = html[at + 2..].chars().next().and_then(|c| c.to_digit(10)) {
            assert!(level <= before + 1, "h{before} is followed by h{level}");
            before = level;
        }
    }
    for link in html.split("href=\"#").skip(1) {
        let id = link.split('"').next().expect("an id");
        assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
    }
}

#[test]
fn a_text_document_has_styles_repeated_heads_and_words_for_its_charts() {
    let data = example::data(Language::En, &[], |_, answer| Some(answer));
    let docx = write(Form::Docx, &data).expect("DOCX");
    let document = part(&docx, "word/document.xml");
    let styles = part(&docx, "word/styles.xml");
    for style in document.split("<w:pStyle w:val=\"").skip(1) {
        let style = style.split('"').next().expect("a style");
        assert!(
            styles.contains(&format!("w:styleId=\"{style}\"")),
            "{style}"
        );
    }
    assert!(document.matches("<w:tblHeader/>").count() >= 5);
    assert!(document.matches("descr=\"Radar").count() == 1);
    assert!(
        document.contains("<w:lang w:val=\"nl-NL\"/>"),
        "what was typed is Dutch"
    );
    assert!(styles.contains("<w:lang w:val=\"en-GB\""));
    let marks: Vec<&str> = document.split("w:name=\"place").skip(1).collect();
    for link in document.split("w:anchor=\"place").skip(1) {
        let number = link.split('"').next().expect("a number");
        assert!(
            marks
                .iter()
                .any(|mark| mark.starts_with(&format!("{number}\"")))
        );
    }
}

/// Runs where LibreOffice is; elsewhere there is nothing to convert with.
#[test]
fn office_programs_open_the_forms_without_loss() {
    let is_here = std::process::Command::new("soffice")
        .arg("--version")
        .output();
    if is_here.is_err() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let data = example::data(Language::Nl, &["Noor Voorbeeld"], |_, answer| Some(answer));
    for (form, to, filter) in [
        (Form::Docx, "txt", "txt:Text (encoded):UTF8"),
        (
            Form::Xlsx,
            "csv",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2",
        ),
        (Form::Html, "txt", "txt:Text (encoded):UTF8"),
    ] {
        let name = format!("rapport-{form}");
        let file = folder.path().join(format!("{name}.{form}"));
        std::fs::write(&file, write(form, &data).expect("made")).expect("written");
        let converted = std::process::Command::new("soffice")
            .arg(format!(
                "-env:UserInstallation=file://{}/profile",
                folder.path().display()
            ))
            .args(["--headless", "--convert-to", filter, "--outdir"])
            .arg(folder.path())
            .arg(&file)
            .output()
            .expect("LibreOffice runs");
        let made = std::fs::read_dir(folder.path())
            .expect("a folder")
            .filter_map(|entry| Some(entry.ok()?.path()))
            .find(|path| {
                let file = path.file_name().unwrap_or_default().to_string_lossy();
                file.starts_with(&name) && file.ends_with(to)
            });
        let made = made.unwrap_or_else(|| panic!("{form}: {converted:?}"));
        let text = std::fs::read_to_string(made).expect("text");
        let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = squeezed(&text).replace("\"\"", "\"");
        for answer in data.questions().flat_map(|question| question.answers()) {
            let because = answer.because.shown().expect("nothing is withheld");
            assert!(text.contains(&squeezed(because)), "{form}: {because}");
        }
    }
}
