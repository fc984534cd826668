//! Markdown: CommonMark with tables. What people typed is escaped so that it stays text in every program that reads Markdown:
//! no heading, link, picture, list or element can come of it.

use std::fmt::Write as _;

use messages::catalogue;
use report::ReportData;
use report::document::{Block, Cell, Flow, Heading, Inline, List, Role, Table, plain_text};

use crate::FormFailed;
use crate::legible::legible;

pub(crate) fn write(data: &ReportData) -> Result<String, FormFailed> {
    let document = report::document(data)?;
    let mut text = String::new();
    push_blocks(&mut text, &document.blocks, "");
    let note = escaped(&catalogue(data.language).text("form-note"));
    let _ = writeln!(text, "---\n\n{note}");
    Ok(text)
}

/// Writes blocks, each line after `indent`, each block followed by an empty line.
fn push_blocks(text: &mut String, blocks: &[Block], indent: &str) {
    for block in blocks {
        match block {
            Block::Cover(cover) => {
                paragraph(text, indent, &inlines(&cover.organisation));
                paragraph(text, indent, &format!("# {}", inlines(&cover.title)));
                paragraph(text, indent, &inlines(&cover.subtitle));
                push_blocks(text, &cover.foot, indent);
            }
            Block::Section(section) => push_blocks(text, &section.blocks, indent),
            Block::Heading(heading) => paragraph(text, indent, &self::heading(heading)),
            Block::Paragraph(words) => {
                let said = inlines(&words.content);
                match words.role {
                    Role::Quote => paragraph(text, &format!("{indent}> "), &said),
                    // A status is bold already; bold inside bold is no markup.
                    Role::Label | Role::Choice if !said.starts_with("**") => {
                        paragraph(text, indent, &format!("**{said}**"));
                    }
                    _ => paragraph(text, indent, &said),
                }
            }
            Block::List(list) => push_list(text, list, indent),
            Block::Definitions(definitions) => {
                for definition in definitions {
                    let term = inlines(&definition.term);
                    push_item(
                        text,
                        indent,
                        &format!("- **{term}**"),
                        &definition.description,
                    );
                }
                end_block(text, indent);
            }
            Block::Table(table) => push_table(text, table, indent),
            Block::Figure(figure) => {
                paragraph(text, indent, &inlines(&figure.caption));
                paragraph(text, indent, &escaped(&figure.alternative));
            }
            Block::Callout(callout) => {
                let quoted = format!("{indent}> ");
                if let Some(title) = &callout.title {
                    paragraph(text, &quoted, &format!("**{}**", escaped(title)));
                }
                push_blocks(text, &callout.blocks, &quoted);
            }
            Block::Verdict(verdict) => {
                paragraph(text, indent, &format!("**{}**", escaped(&verdict.word)));
                push_blocks(text, &verdict.blocks, indent);
            }
            Block::KeyFigures(figures) => {
                for figure in figures {
                    let note = figure
                        .note
                        .as_ref()
                        .map_or(String::new(), |note| format!(" {}", escaped(note)));
                    let _ = writeln!(
                        text,
                        "{indent}- {}: **{}**{note}",
                        escaped(&figure.label),
                        escaped(&figure.value)
                    );
                }
                end_block(text, indent);
            }
            // There are no pages here and no signatures; programs that show Markdown list its headings.
            // A text holds no picture, and whose report it is stands there in words.
            Block::Contents(_) | Block::Logo(_) | Block::SignatureFields | Block::PageBreak => {}
        }
    }
}

fn heading(heading: &Heading) -> String {
    let marks = "#".repeat(usize::from(heading.level) + 1);
    let number = heading
        .number
        .as_ref()
        .map_or(String::new(), |number| format!("{} ", escaped(number)));
    format!("{marks} {number}{}", one_line(&heading.content))
}

/// Writes a paragraph, if there is anything in it.
fn paragraph(text: &mut String, indent: &str, said: &str) {
    if said.is_empty() {
        return;
    }
    for line in said.lines() {
        let _ = writeln!(text, "{indent}{line}");
    }
    end_block(text, indent);
}

fn end_block(text: &mut String, indent: &str) {
    let _ = writeln!(text, "{}", indent.trim_end());
}

fn push_list(text: &mut String, list: &List, indent: &str) {
    for (at, item) in (0..).zip(&list.items) {
        let mark = match list.first_number {
            Some(first) => format!("{}.", first + at),
            None => "-".to_owned(),
        };
        push_item(text, indent, &mark, item);
    }
    end_block(text, indent);
}

/// An item: its first paragraph stands beside the mark, the rest below it.
fn push_item(text: &mut String, indent: &str, mark: &str, flow: &Flow) {
    let inner = format!("{indent}    ");
    match flow.blocks.split_first() {
        Some((Block::Paragraph(first), rest)) => {
            let said = inlines(&first.content);
            let mut lines = said.lines();
            let _ = writeln!(text, "{indent}{mark} {}", lines.next().unwrap_or_default());
            for line in lines {
                let _ = writeln!(text, "{inner}{line}");
            }
            if !rest.is_empty() {
                end_block(text, indent);
                push_blocks(text, rest, &inner);
            }
        }
        Some(_) => {
            let _ = writeln!(text, "{indent}{mark}");
            end_block(text, indent);
            push_blocks(text, &flow.blocks, &inner);
        }
        None => {
            let _ = writeln!(text, "{indent}{mark}");
        }
    }
}

fn push_table(text: &mut String, table: &Table, indent: &str) {
    let caption = inlines(&table.caption);
    if !caption.is_empty() {
        paragraph(text, indent, &format!("**{caption}**"));
    }
    let columns = table.columns.len();
    let head: Vec<String> = (0..columns)
        .map(|column| {
            let cells = table.head.iter().filter_map(|row| row.get(column));
            cells.map(cell).collect::<Vec<_>>().join("<br>")
        })
        .collect();
    let _ = writeln!(text, "{indent}| {} |", head.join(" | "));
    let _ = writeln!(text, "{indent}|{}", " --- |".repeat(columns));
    for row in &table.body {
        let cells: Vec<String> = row
            .iter()
            .map(|one| {
                let said = cell(one);
                if one.is_head && !said.is_empty() {
                    format!("**{said}**")
                } else {
                    said
                }
            })
            .collect();
        let _ = writeln!(text, "{indent}| {} |", cells.join(" | "));
    }
    end_block(text, indent);
}

/// A cell is one line: what stands below each other is parted by the one element that Markdown needs here.
fn cell(cell: &Cell) -> String {
    let mut parts = Vec::new();
    collect(&cell.flow.blocks, &mut parts);
    parts.join("<br>")
}

fn collect(blocks: &[Block], parts: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => parts.push(
                inlines(&paragraph.content)
                    .replace("\\\n", "<br>")
                    .replace('\n', " "),
            ),
            Block::List(list) => {
                for item in &list.items {
                    collect(&item.blocks, parts);
                }
            }
            Block::Definitions(definitions) => {
                for definition in definitions {
                    parts.push(one_line(&definition.term));
                    collect(&definition.description.blocks, parts);
                }
            }
            Block::Section(section) => collect(&section.blocks, parts),
            Block::Callout(callout) => collect(&callout.blocks, parts),
            Block::Verdict(verdict) => {
                parts.push(escaped(&verdict.word));
                collect(&verdict.blocks, parts);
            }
            Block::Heading(heading) => parts.push(one_line(&heading.content)),
            Block::Table(table) => {
                for row in table.head.iter().chain(&table.body) {
                    for cell in row {
                        collect(&cell.flow.blocks, parts);
                    }
                }
            }
            Block::Figure(figure) => parts.push(escaped(&figure.alternative)),
            Block::KeyFigures(figures) => {
                for figure in figures {
                    parts.push(escaped(&format!("{}: {}", figure.label, figure.value)));
                }
            }
            Block::Cover(_)
            | Block::Contents(_)
            | Block::Logo(_)
            | Block::SignatureFields
            | Block::PageBreak => {}
        }
    }
}

fn one_line(content: &[Inline]) -> String {
    escaped(&plain_text(content)).replace('\n', " ")
}

fn inlines(content: &[Inline]) -> String {
    let mut text = String::new();
    for inline in content {
        match inline {
            Inline::Text(words) => text.push_str(&escaped(words)),
            Inline::Strong(content) | Inline::Status(_, content) => {
                let _ = write!(text, "**{}**", inlines(content));
            }
            Inline::Emphasis(content) => {
                let _ = write!(text, "*{}*", inlines(content));
            }
            // Between back quotes nothing can be escaped; what stands there is escaped text instead.
            Inline::Code(content)
            | Inline::Passage(_, content)
            | Inline::Reference { content, .. } => text.push_str(&inlines(content)),
            Inline::Link { address, content } => {
                let address: String = address
                    .chars()
                    .filter(|c| !c.is_whitespace() && !matches!(c, '<' | '>' | '\\'))
                    .collect();
                let _ = write!(text, "[{}](<{address}>)", inlines(content));
            }
            Inline::PageNumber { .. } => {}
            Inline::LineBreak => text.push_str("\\\n"),
        }
    }
    text
}

/// Text that Markdown leaves as it is.
fn escaped(text: &str) -> String {
    let text = legible(text);
    let mut escaped = String::with_capacity(text.len() + 16);
    let mut characters = text.chars().peekable();
    let mut at_start = true;
    let mut digits_only = true;
    while let Some(character) = characters.next() {
        let next_is_word = characters.peek().is_some_and(|next| !next.is_whitespace());
        let is_markup = match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '|' | '~' | '$' | '@'
            | '{' | '}' | '!' => true,
            '+' | '-' | '=' => at_start,
            // An address, or a picture by its name.
            ':' | '/' => next_is_word,
            // A numbered list, and an address without a scheme.
            '.' | ')' => digits_only || escaped.to_ascii_lowercase().ends_with("www"),
            _ => false,
        };
        if is_markup {
            escaped.push('\\');
        }
        digits_only = digits_only && character.is_ascii_digit();
        at_start = at_start && character.is_whitespace();
        escaped.push(character);
        if character == '\n' {
            (at_start, digits_only) = (true, true);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expect: &str) {
        assert_eq!(escaped(typed), expect);
    }

    #[test]
    fn what_people_typed_stays_text() {
        check("# kop", "\\# kop");
        check("- punt, e-mail", "\\- punt, e-mail");
        check("1. een 2.0", "1\\. een 2.0");
        check("[x](y) ![z]", "\\[x\\](y) \\!\\[z\\]");
        check("<script>&amp;", "\\<script\\>\\&amp;");
        check("https://a.nl: dus", "https\\:\\/\\/a.nl: dus");
        check("www.a.nl a@b.nl", "www\\.a.nl a\\@b.nl");
        check("a | b", "a \\| b");
        check("==\n==", "\\==\n\\==");
        check("gewoon: zo, ja.", "gewoon: zo, ja.");
    }
}
