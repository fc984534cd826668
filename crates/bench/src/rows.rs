//! The lines of the table: what was measured next to what it is compared with.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::commit;
use crate::material::{self, EVENTS, GROWN, SIGNERS};
use crate::typesetters::Typesetter;
use crate::usage::Usage;

/// A line of the table.
pub(crate) struct Row {
    pub(crate) work: String,
    pub(crate) seconds: Option<f64>,
    pub(crate) cpu: Option<f64>,
    pub(crate) peak: Option<f64>,
    pub(crate) ratio: Option<f64>,
    pub(crate) remark: String,
}

impl Row {
    pub(crate) fn new(work: impl Into<String>, usage: Usage) -> Self {
        Self {
            work: work.into(),
            seconds: Some(usage.seconds),
            cpu: usage.cpu,
            peak: usage.peak,
            ratio: None,
            remark: String::new(),
        }
    }

    pub(crate) fn timed(work: impl Into<String>, seconds: f64) -> Self {
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

    pub(crate) fn ratio(self, ratio: Option<f64>) -> Self {
        Self { ratio, ..self }
    }

    pub(crate) fn remark(self, remark: impl Into<String>) -> Self {
        Self {
            remark: remark.into(),
            ..self
        }
    }
}

pub(crate) fn report_rows(folder: &Path, [report, compare]: [Usage; 2]) -> Result<Vec<Row>> {
    let pdf = fs::read(folder.join("report.pdf"))?;
    let size = format!("{} pages, {} kB", pages(&pdf), pdf.len() / 1000);
    Ok(vec![
        Row::new("report on the example", report).remark(size),
        Row::new("compare pages with data", compare)
            .ratio(work_over(&compare, &report))
            .remark("to the report itself"),
    ])
}

pub(crate) fn grown_rows([short, long]: [Usage; 2]) -> Vec<Row> {
    let [(few, fewer), (many, more)] = GROWN;
    vec![
        Row::new(format!("{few} answers, {fewer} sessions"), short),
        Row::new(format!("{many} answers, {more} sessions"), long)
            .ratio(work_over(&long, &short))
            .remark(format!("to {few} and {fewer}; {} is linear", many / few)),
    ]
}

/// The same pages by others: what ours takes of their processor time, memory and room on the disk.
pub(crate) fn typesetter_rows(
    folder: &Path,
    ours: &Usage,
    typesetters: &[Typesetter],
    usages: &[Usage],
) -> Result<Vec<Row>> {
    let size = |name: &str| -> Result<f64> { Ok(fs::read(folder.join(name))?.len() as f64) };
    let own = size("pages.pdf")?;
    let shown = |ratio: Option<f64>| ratio.map_or("–".to_owned(), |ratio| format!("{ratio:.3}"));
    let rows = typesetters.iter().zip(usages).map(|(it, theirs)| {
        let to = |figure: fn(&Usage) -> Option<f64>| {
            let (ours, theirs) = figure(ours).zip(figure(theirs))?;
            over(ours, theirs)
        };
        Ok(Row::new(format!("the same by {}", it.name), *theirs)
            .ratio(to(|usage| usage.cpu))
            .remark(format!(
                "ours to it, whole process; memory {}, file {}",
                shown(to(|usage| usage.peak)),
                shown(over(own, size(it.pdf)?))
            )))
    });
    rows.collect()
}

/// The two reports of fixed size against what was promised of them: processor time, and size or memory.
pub(crate) fn case_rows(folder: &Path, [answers, pages]: [Usage; 2]) -> Result<Vec<Row>> {
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

pub(crate) fn opening_rows([fewer, more]: [Usage; 2]) -> Vec<Row> {
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

pub(crate) fn signature_rows(signers: usize, usages: &[Usage]) -> Vec<Row> {
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
pub(crate) fn growth_rows(folder: &Path, usages: &[Usage], each: usize) -> Result<Vec<Row>> {
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

pub(crate) fn commit_rows(commits: &commit::Commits) -> Vec<Row> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_counted_at_the_root_of_the_tree() {
        assert_eq!(pages(b"<</Type/Pages/Count 12/Kids[]>> <</Count 61>>"), 61);
        assert_eq!(pages(b"no tree"), 0);
    }
}
