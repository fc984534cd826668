//! The tables as a workbook. Texts are written as texts: no cell is a formula or a link, whatever it begins with.

use report::ReportData;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
};

use crate::FormFailed;
use crate::legible::legible;
use crate::tables::{Cell, Table, tables};

/// What fits in one cell, in units of UTF-16 as Excel counts them.
const LONGEST: usize = 32_767;

pub(crate) fn write(data: &ReportData) -> Result<Vec<u8>, FormFailed> {
    let mut workbook = Workbook::new();
    // The moment that the report shows, so that the same data gives the same bytes.
    let made = ExcelDateTime::from_timestamp(data.as_of.timestamp().as_second())?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title(messages::catalogue(data.language).text("report-title"))
            .set_subject(legible(&data.subject.name))
            .set_author(legible(data.organisation_name()))
            .set_creation_datetime(&made),
    );
    for table in tables(data) {
        sheet(workbook.add_worksheet(), &table)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn sheet(sheet: &mut Worksheet, table: &Table) -> Result<(), FormFailed> {
    let head = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border_bottom(FormatBorder::Thin);
    let body = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    sheet.set_name(&table.name)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    for (column, name) in (0..).zip(&table.head) {
        sheet.write_string_with_format(0, column, name, &head)?;
        let widest = table
            .rows
            .iter()
            .filter_map(|row| row.get(usize::from(column)));
        let widest = widest.map(width).fold(name.chars().count(), usize::max);
        sheet.set_column_width(column, widest.clamp(8, 60) as f64)?;
    }
    let mut line = 1;
    for row in &table.rows {
        // A text that is too long for a cell goes on in the rows below.
        let mut lines = 1;
        for (column, cell) in (0..).zip(row) {
            match cell {
                Cell::Empty => {}
                Cell::Number(number) => {
                    sheet.write_number_with_format(line, column, *number, &body)?;
                }
                Cell::Text(text) => {
                    let pieces = pieces(text);
                    lines = lines.max(pieces.len() as u32);
                    for (below, piece) in (0..).zip(&pieces) {
                        sheet.write_string_with_format(line + below, column, piece, &body)?;
                    }
                }
            }
        }
        line += lines;
    }
    Ok(())
}

/// The text in pieces that fit in a cell.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut units = 0;
    for character in legible(text).chars() {
        units += character.len_utf16();
        if units > LONGEST {
            pieces.push(String::new());
            units = character.len_utf16();
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(character);
        }
    }
    pieces
}

/// The longest line of a cell, in characters.
fn width(cell: &Cell) -> usize {
    match cell {
        Cell::Text(text) => text
            .lines()
            .map(|line| line.chars().count() + 2)
            .max()
            .unwrap_or(0),
        _ => 0,
    }
}
