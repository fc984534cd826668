//! The figures of campaigns as a table, for the terminal and for whoever keeps them.

use std::fmt::Write as _;

use crate::{CAMPAIGNS, Tally};

/// A table in Markdown: what was done how often, how many answers were acknowledged, how many of those were lost,
/// and what else was counted.
pub fn table(tallies: &[Tally]) -> String {
    let mut text = String::from(
        "| campaign | what happens | times | acknowledged answers looked for | lost or not as promised | of which |\n\
         |---|---|---:|---:|---:|---|\n",
    );
    for tally in tallies {
        let what = CAMPAIGNS
            .iter()
            .find(|campaign| campaign.name == tally.name)
            .map_or("", |campaign| campaign.what);
        let also: Vec<String> = tally
            .also
            .iter()
            .map(|(what, number)| format!("{what}: {}", grouped(*number)))
            .collect();
        let (times, unit) = tally.cycles;
        let _ = writeln!(
            text,
            "| {} | {what} | {} {unit} | {} | {} | {} |",
            tally.name,
            grouped(times),
            grouped(tally.acknowledged),
            grouped(tally.lost),
            also.join("; ")
        );
    }
    text
}

/// A number with its thousands apart.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_tells_the_figures() {
        let mut tally = Tally::new("kill", "cycles");
        tally.cycles.0 = 10_000;
        tally.acknowledged = 1_234_567;
        tally.also.insert("killed in the midst", 999);
        let table = table(&[tally]);
        let row = table.lines().last().unwrap_or_default();
        assert!(row.starts_with("| kill | the program is killed"), "{row}");
        assert!(
            row.ends_with("| 10,000 cycles | 1,234,567 | 0 | killed in the midst: 999 |"),
            "{row}"
        );
    }
}
