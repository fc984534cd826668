//! A row of steps that is carried out as far as it goes, with a summary at the end.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::terminal::heading;

/// One thing that has to hold.
pub(crate) struct Step {
    /// What it is called, also for `--only`.
    pub(crate) name: &'static str,
    /// What is done, for the reader of the output.
    pub(crate) what: &'static str,
    /// The steps without which this one says nothing.
    pub(crate) needs: &'static [&'static str],
    /// Does it.
    pub(crate) action: fn() -> Result<()>,
}

#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed,
    NotRun,
}

/// Carries out all steps, or one with what it needs. A failure stops only the steps that need the one that failed.
pub(crate) fn carry_out(steps: &[Step], only: Option<&str>) -> Result<()> {
    let wanted = select(steps, only)?;
    let mut outcomes: Vec<(&Step, Outcome, Duration)> = Vec::new();
    for step in wanted {
        heading(&format!("{}: {}", step.name, step.what));
        let blocker = outcomes.iter().find(|(done, outcome, _)| {
            *outcome != Outcome::Passed && step.needs.contains(&done.name)
        });
        if let Some((blocker, ..)) = blocker {
            println!("   not run, because {} did not pass", blocker.name);
            outcomes.push((step, Outcome::NotRun, Duration::ZERO));
            continue;
        }
        let start = Instant::now();
        let outcome = match (step.action)() {
            Ok(()) => Outcome::Passed,
            Err(error) => {
                println!("   FAILED: {error:#}");
                Outcome::Failed
            }
        };
        outcomes.push((step, outcome, start.elapsed()));
    }
    summarise(&outcomes)
}

/// The steps to carry out, in their order.
fn select<'a>(steps: &'a [Step], only: Option<&str>) -> Result<Vec<&'a Step>> {
    let Some(only) = only else {
        return Ok(steps.iter().collect());
    };
    let names = || {
        steps
            .iter()
            .map(|step| step.name)
            .collect::<Vec<_>>()
            .join(", ")
    };
    let Some(last) = steps.iter().rposition(|step| step.name == only) else {
        bail!("there is no step `{only}`; there are: {}", names());
    };
    let mut needed = vec![only];
    let mut selected = Vec::new();
    // A step needs only earlier ones, so one pass backwards finds them all.
    for step in steps.iter().take(last + 1).rev() {
        if needed.contains(&step.name) {
            needed.extend(step.needs);
            selected.push(step);
        }
    }
    selected.reverse();
    Ok(selected)
}

fn summarise(outcomes: &[(&Step, Outcome, Duration)]) -> Result<()> {
    heading("Summary");
    let count = |wanted: Outcome| {
        outcomes
            .iter()
            .filter(|(_, outcome, _)| *outcome == wanted)
            .count()
    };
    for (step, outcome, duration) in outcomes {
        let outcome = match outcome {
            Outcome::Passed => "passed",
            Outcome::Failed => "FAILED",
            Outcome::NotRun => "not run",
        };
        println!(
            "   {outcome:<8} {:>5} s  {:<12} {}",
            duration.as_secs(),
            step.name,
            step.what
        );
    }
    let total: Duration = outcomes.iter().map(|(.., duration)| *duration).sum();
    println!(
        "   in all {} min {:02} s",
        total.as_secs() / 60,
        total.as_secs() % 60
    );
    let (failed, not_run) = (count(Outcome::Failed), count(Outcome::NotRun));
    if not_run > 0 {
        println!("   {not_run} could not be run");
    }
    // The last line is for programs as well: it has this form always.
    println!("\n{} passed, {failed} failed", count(Outcome::Passed));
    if failed > 0 {
        bail!("not everything holds");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn works() -> Result<()> {
        Ok(())
    }

    fn breaks() -> Result<()> {
        bail!("on purpose")
    }

    const fn step(
        name: &'static str,
        needs: &'static [&'static str],
        action: fn() -> Result<()>,
    ) -> Step {
        Step {
            name,
            what: "",
            needs,
            action,
        }
    }

    #[test]
    fn one_failure_fails_the_whole() {
        assert!(carry_out(&[step("a", &[], works), step("b", &[], works)], None).is_ok());
        assert!(carry_out(&[step("a", &[], breaks), step("b", &[], works)], None).is_err());
    }

    #[test]
    fn step_is_not_run_when_what_it_needs_failed() {
        fn unreachable() -> Result<()> {
            panic!("must not be run")
        }
        let steps = [
            step("a", &[], breaks),
            step("b", &["a"], works),
            step("c", &["b"], unreachable),
        ];
        assert!(carry_out(&steps, None).is_err());
    }

    #[test]
    fn only_one_step_runs_with_what_it_needs() {
        let steps = [
            step("a", &[], works),
            step("b", &[], breaks),
            step("c", &["a"], works),
            step("d", &["c"], works),
            step("e", &[], breaks),
        ];
        let selected = select(&steps, Some("d")).unwrap();
        assert_eq!(
            selected.iter().map(|step| step.name).collect::<Vec<_>>(),
            ["a", "c", "d"]
        );
        assert!(carry_out(&steps, Some("d")).is_ok());
        assert!(carry_out(&steps, Some("no-such-step")).is_err());
    }
}
