//! The table: everything measured in turns, and what that adds up to.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use crate::commit::{self, COMMITS};
use crate::material::{self, DATA, EVENTS, SIGNERS, TIMES};
use crate::outside;
use crate::usage::{self, Usage};
use crate::work::{Length, Work};

/// How often each work is measured.
const ROUNDS: usize = 7;

/// A line of the table.
struct Row {
    work: String,
    seconds: Option<f64>,
    cpu: Option<f64>,
    peak: Option<f64>,
    ratio: Option<f64>,
    remark: String,
}

impl Row {
    fn new(work: impl Into<String>, usage: Usage) -> Self {
        Self {
            work: work.into(),
            seconds: Some(usage.seconds),
            cpu: usage.cpu,
            peak: usage.peak,
            ratio: None,
            remark: String::new(),
        }
    }

    fn timed(work: impl Into<String>, seconds: f64) -> Self {
        Self {
            ..Self::new(
                work,
                Usage {
                    seconds,
                    work: None,
                    cpu: None,
                    peak: None,
                },
            )
        }
    }

    fn ratio(self, ratio: Option<f64>) -> Self {
        Self { ratio, ..self }
    }

    fn remark(self, remark: impl Into<String>) -> Self {
        Self {
            remark: remark.into(),
            ..self
        }
    }
}

/// Measures everything and prints it; with pyHanko where there is one.
pub(crate) fn print(pyhanko: Option<&Path>) -> Result<()> {
    // Beside the program, so on the disk that the project is on and never in memory.
    let beside = std::env::current_exe()?;
    let folder = tempfile::tempdir_in(beside.parent().context("a program has a folder")?)?;
    usage::again(
        &["prepare", &folder.path().display().to_string()],
        folder.path(),
    )?;
    let rows = rows(folder.path(), pyhanko)?;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!("{}", laid_out(&rows));
    println!(
        "{cores} cores, {} on {}. Medians of {ROUNDS} processes, of {COMMITS} commits. `time` is how long the work took, CPU \
         and memory are\nof the whole process. Ratios are of the work's CPU unless they say otherwise, of commits the time; \
         what is compared took\nturns. Absolute figures are noisy and belong to this machine.",
        std::env::consts::OS,
        std::env::consts::ARCH
    );
    if pyhanko.is_none() {
        println!(
            "pyHanko is not installed here: `cargo xtask test` installs it, then signatures are compared with it."
        );
    }
    Ok(())
}

fn rows(folder: &Path, pyhanko: Option<&Path>) -> Result<Vec<Row>> {
    let place = folder.display().to_string();
    let ours = |work: Work| vec!["once".to_owned(), place.clone(), work.to_string()];
    let mut asked = vec![ours(Work::Start), ours(Work::Report), ours(Work::Compare)];
    asked.extend([Length::Short, Length::Long].map(|length| ours(Work::Render(length))));
    asked.extend([ours(Work::Answers), ours(Work::Pages)]);
    asked.extend(EVENTS.map(|events| ours(Work::Open(events))));
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
        rows.extend(report_rows(folder, [*report, *compare, *short, *long])?);
        rows.extend(case_rows(folder, [*answers, *tables])?);
        rows.extend(opening_rows([*fewer, *more]));
    }
    let each = if pyhanko.is_some() { 4 } else { 2 };
    for (signers, usages) in SIGNERS.into_iter().zip(signatures.chunks(each)) {
        rows.extend(signature_rows(signers, usages));
    }
    rows.extend(growth_rows(folder, signatures, each)?);
    rows.extend(commit_rows(&commit::measure(folder)?));
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

fn report_rows(folder: &Path, [report, compare, short, long]: [Usage; 4]) -> Result<Vec<Row>> {
    let pdf = fs::read(folder.join("report.pdf"))?;
    let [few, many] = DATA.map(|name| -> Result<usize> {
        Ok(material::count_answers(&report::read(&fs::read(
            folder.join(name),
        )?)?))
    });
    let (few, many) = (few?, many?);
    let size = format!("{} pages, {} kB", pages(&pdf), pdf.len() / 1000);
    Ok(vec![
        Row::new("report on the example", report).remark(size),
        Row::new("compare pages with data", compare)
            .ratio(work_over(&compare, &report))
            .remark("to the report itself"),
        Row::new(format!("render {few} answers"), short),
        Row::new(format!("render {many} answers"), long)
            .ratio(work_over(&long, &short))
            .remark(format!("to {few} answers; {TIMES} is linear")),
    ])
}

/// The two reports of fixed size against what was promised of them: processor time, and size or memory.
fn case_rows(folder: &Path, [answers, pages]: [Usage; 2]) -> Result<Vec<Row>> {
    const ANSWERS: (f64, f64) = (0.10, 400e3);
    const PAGES: (f64, f64) = (0.20, 40e6);
    let to = |usage: &Usage, most: f64| usage.cpu.and_then(|cpu| over(cpu, most));
    let signed = fs::read(folder.join(material::ANSWERS[1]))?;
    let many = fs::read(folder.join("pages.pdf"))?;
    Ok(vec![
        Row::new("74 answers of 570 characters", answers)
            .ratio(to(&answers, ANSWERS.0))
            .remark(format!(
                "to 0.10 CPU s; {} kB with 3 signatures, {:.2} of what it may be",
                signed.len() / 1000,
                signed.len() as f64 / ANSWERS.1
            )),
        Row::new(
            format!("{} pages, 36 tables and charts", self::pages(&many)),
            pages,
        )
        .ratio(to(&pages, PAGES.0))
        .remark(format!(
            "to 0.20 CPU s; memory {:.2} of what it may be",
            pages.peak.unwrap_or_default() / PAGES.1
        )),
    ])
}

fn opening_rows([fewer, more]: [Usage; 2]) -> Vec<Row> {
    let [few, many] = EVENTS;
    let per_event = |usage: Usage, events: usize| {
        format!(
            "{:.1} µs per event",
            usage.work.unwrap_or(usage.seconds) * 1e6 / events as f64
        )
    };
    let growth = many / few;
    vec![
        Row::new(format!("open {few} events"), fewer).remark(per_event(fewer, few)),
        Row::new(format!("open {many} events"), more)
            .ratio(work_over(&more, &fewer))
            .remark(format!(
                "to {few} events; {growth} is linear; {}",
                per_event(more, many)
            )),
    ]
}

fn signature_rows(signers: usize, usages: &[Usage]) -> Vec<Row> {
    let [sign, verify] = [
        format!("signature {signers} of {signers}"),
        format!("verify {signers}"),
    ];
    let against = |usage: &Usage, theirs: &Usage| {
        usage
            .cpu
            .zip(theirs.cpu)
            .and_then(|(ours, theirs)| over(ours, theirs))
    };
    let row = |work: &str, usage: &Usage, theirs: Option<&Usage>| match theirs {
        None => Row::new(work, *usage),
        Some(theirs) => Row::new(work, *usage)
            .ratio(against(usage, theirs))
            .remark("CPU to pyHanko's, same file, whole process"),
    };
    match usages {
        [ours, verified, theirs, validated] => vec![
            row(&sign, ours, Some(theirs)),
            row(&format!("{sign}, pyHanko"), theirs, None),
            row(&verify, verified, Some(validated)),
            row(&format!("{verify}, pyHanko"), validated, None),
        ],
        [ours, verified] => vec![row(&sign, ours, None), row(&verify, verified, None)],
        _ => Vec::new(),
    }
}

/// What the last signature and the verification of all of them cost with the most signers, over what they cost with the fewest.
fn growth_rows(folder: &Path, usages: &[Usage], each: usize) -> Result<Vec<Row>> {
    let (Some(few), Some(many)) = (SIGNERS.first(), SIGNERS.last()) else {
        return Ok(Vec::new());
    };
    let per_case: Vec<&[Usage]> = usages.chunks(each).collect();
    let (Some([sign, verify, ..]), Some([sign_last, verify_all, ..])) =
        (per_case.first(), per_case.last())
    else {
        return Ok(Vec::new());
    };
    let size = |signers: &usize| -> Result<f64> {
        Ok(fs::metadata(folder.join(format!("signed-{signers}.pdf")))?.len() as f64)
    };
    let each_adds = (size(many)? - size(few)?) / (many - few) as f64 / 1e3;
    let growth = many / few;
    Ok(vec![
        Row::new(format!("signature {many} of {many}"), *sign_last)
            .ratio(work_over(sign_last, sign))
            .remark(format!(
                "to the only one of {few}; each adds {each_adds:.1} kB"
            )),
        Row::new(format!("verify {many}"), *verify_all)
            .ratio(work_over(verify_all, verify))
            .remark(format!("to {few}; {growth} is linear")),
    ])
}

fn commit_rows(commits: &commit::Commits) -> Vec<Row> {
    vec![
        Row::timed("commit one answer", commits.dossier)
            .ratio(over(commits.dossier, commits.one_row))
            .remark(format!(
                "to SQLite, {} bytes in one row, same pragmas",
                commits.bytes
            )),
        Row::timed("SQLite, same rows and tables", commits.same_rows)
            .ratio(over(commits.same_rows, commits.one_row))
            .remark("to one row"),
        Row::timed("SQLite, one row", commits.one_row),
    ]
}

/// By the processor time of the work, where it is known.
fn work_over(one: &Usage, other: &Usage) -> Option<f64> {
    let [one, other] = [one, other].map(|usage| usage.work.unwrap_or(usage.seconds));
    over(one, other)
}

fn over(one: f64, other: f64) -> Option<f64> {
    (other > 0.0).then(|| one / other)
}

/// How many pages a report has: the largest count that a page tree states.
fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    let counts = text.split("/Count ").skip(1);
    let number = |rest: &str| {
        rest.split(|c: char| !c.is_ascii_digit())
            .next()?
            .parse()
            .ok()
    };
    counts.filter_map(number).max().unwrap_or(0)
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

    #[test]
    fn pages_are_counted_at_the_root_of_the_tree() {
        assert_eq!(pages(b"<</Type/Pages/Count 12/Kids[]>> <</Count 61>>"), 61);
        assert_eq!(pages(b"no tree"), 0);
    }
}
