//! The table: everything measured in turns, and what that adds up to.

use std::path::Path;

use anyhow::{Context as _, Result};

use crate::commit::{self, COMMITS};
use crate::material::{EVENTS, SIGNERS};
use crate::outside::{self, Others};
use crate::rows::{self, Row};
use crate::usage::{self, Usage};
use crate::work::{Length, Work};

/// How often each work is measured.
const ROUNDS: usize = 7;

/// Measures everything and prints it, next to what others made where it is installed.
pub(crate) fn print(others: &Others) -> Result<()> {
    // Beside the program, so on the disk that the project is on and never in memory.
    let beside = std::env::current_exe()?;
    let folder = tempfile::tempdir_in(beside.parent().context("a program has a folder")?)?;
    usage::again(
        &["prepare", &folder.path().display().to_string()],
        folder.path(),
    )?;
    let rows = measured(folder.path(), others)?;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!("{}", laid_out(&rows));
    println!(
        "{cores} cores, {} on {}. Medians of {ROUNDS} processes, of {COMMITS} commits. `time` is how long the work took, CPU \
         and memory are\nof the whole process. Ratios are of the work's CPU unless they say otherwise, of commits the time; \
         what is compared took\nturns. Absolute figures are noisy and belong to this machine.",
        std::env::consts::OS,
        std::env::consts::ARCH
    );
    if others.pyhanko.is_none() {
        println!(
            "pyHanko is not installed here: `cargo xtask test` installs it, then signatures are compared with it."
        );
    }
    if others.typesetters.is_none() {
        println!(
            "No typesetters are installed here: tests/validators/typesetters.txt tells how, then the pages are compared with them."
        );
    }
    Ok(())
}

fn measured(folder: &Path, others: &Others) -> Result<Vec<Row>> {
    let place = folder.display().to_string();
    let ours = |work: Work| vec!["once".to_owned(), place.clone(), work.to_string()];
    let mut asked = vec![ours(Work::Start), ours(Work::Report), ours(Work::Compare)];
    asked.extend([Length::Short, Length::Long].map(|length| ours(Work::Render(length))));
    asked.extend([ours(Work::Answers), ours(Work::Pages)]);
    let (python, typesetters) = others.typesetters.clone().unwrap_or_default();
    let pyhanko = others.pyhanko.as_deref();
    asked.extend(EVENTS.map(|events| ours(Work::Open(events))));
    let others = asked.len();
    asked.extend(typesetters.iter().map(|it| outside::typesets(&python, it)));
    let signatures = asked.len();
    for signers in SIGNERS {
        asked.extend([ours(Work::Sign(signers)), ours(Work::Verify(signers))]);
        if let Some(pyhanko) = pyhanko {
            asked.push(outside::pyhanko_signs(pyhanko, signers));
            asked.push(outside::pyhanko_verifies(pyhanko, signers));
        }
    }
    let measured = in_turns(&asked, folder)?;
    let (general, signatures) = measured.split_at(signatures);
    let (general, typeset) = general.split_at(others);
    let mut rows = Vec::new();
    if let [
        start,
        report,
        compare,
        short,
        long,
        answers,
        tables,
        fewer,
        more,
    ] = general
    {
        rows.push(Row::new("start of the program", *start));
        rows.extend(rows::report_rows(folder, [*report, *compare])?);
        rows.extend(rows::grown_rows([*short, *long]));
        rows.extend(rows::case_rows(folder, [*answers, *tables])?);
        rows.extend(rows::typesetter_rows(
            folder,
            tables,
            &typesetters,
            typeset,
        )?);
        rows.extend(rows::opening_rows([*fewer, *more]));
    }
    let each = if pyhanko.is_some() { 4 } else { 2 };
    for (signers, usages) in SIGNERS.into_iter().zip(signatures.chunks(each)) {
        rows.extend(rows::signature_rows(signers, usages));
    }
    rows.extend(rows::growth_rows(folder, signatures, each)?);
    rows.extend(rows::commit_rows(&commit::measure(folder)?));
    Ok(rows)
}

/// Measures each of them once, then each of them again, and so on.
fn in_turns(asked: &[Vec<String>], folder: &Path) -> Result<Vec<Usage>> {
    let mut measured = vec![Vec::new(); asked.len()];
    for _ in 0..ROUNDS {
        for (words, measured) in asked.iter().zip(&mut measured) {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            measured.push(usage::ask(&words, folder)?);
        }
    }
    measured
        .iter()
        .map(|usages| Usage::median(usages).context("nothing was measured"))
        .collect()
}

fn laid_out(rows: &[Row]) -> String {
    let shown = |figure: Option<f64>, unit: f64, decimals: usize| {
        figure.map_or("–".to_owned(), |figure| {
            format!("{:.decimals$}", figure * unit)
        })
    };
    let head = ["", "time ms", "CPU s", "peak MB", "ratio", ""].map(str::to_owned);
    let body = rows.iter().map(|row| {
        [
            row.work.clone(),
            shown(row.seconds, 1e3, 2),
            shown(row.cpu, 1.0, 3),
            shown(row.peak, 1e-6, 1),
            row.ratio
                .map_or(String::new(), |ratio| format!("{ratio:.3}")),
            row.remark.clone(),
        ]
    });
    let lines: Vec<[String; 6]> = std::iter::once(head).chain(body).collect();
    let widths: [usize; 6] = std::array::from_fn(|column| {
        let cells = lines.iter().filter_map(|line| line.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    });
    let mut text = String::new();
    for line in &lines {
        for (column, (cell, width)) in line.iter().zip(widths).enumerate() {
            let is_figure = (1..5).contains(&column);
            let padded = if is_figure {
                format!("{cell:>width$}  ")
            } else {
                format!("{cell:<width$}  ")
            };
            text.push_str(&padded);
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other() {
        let usage = Usage {
            seconds: 0.0123,
            work: None,
            cpu: Some(1.5),
            peak: None,
        };
        let rows = [
            Row::new("één", usage).ratio(Some(0.5)).remark("of it"),
            Row::timed("longer", 1.0),
        ];
        assert_eq!(
            laid_out(&rows),
            "        time ms  CPU s  peak MB  ratio\n\
             één       12.30  1.500        –  0.500  of it\n\
             longer  1000.00      –        –\n"
        );
    }
}
