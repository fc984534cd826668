//! How far votes agree: van der Eijk's measure A.
//!
//! C. van der Eijk, *Measuring agreement in ordered rating scales*, Quality and
//! Quantity 35 (2001), 325–341, <https://doi.org/10.1023/A:1010374114305>. It is made
//! for ordered answers: it looks at which answers were given and how far they lie
//! apart, and never adds up grades as if they were amounts. 1 is all on one answer,
//! 0 as many on each, −1 half on either end.
//!
//! It needs three answers to choose from, and says little about fewer than four
//! votes: show it beside the votes, never instead of them.

use serde::{Serialize, Serializer};

/// Agreement in hundredths, from −100 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Agreement(i8);

impl Agreement {
    /// The agreement of `votes`, which says how many chose each answer, in their
    /// order. Nothing with fewer than three answers or fewer than two votes.
    pub fn of(votes: &[u32]) -> Option<Self> {
        let total: u32 = votes.iter().sum();
        if votes.len() < 3 || total < 2 {
            return None;
        }
        let mut left = votes.to_vec();
        let mut agreement = 0.0;
        // The votes are taken apart into layers in which each answer has as many or
        // none, and each layer weighs as many votes as it has.
        while let Some(height) = left.iter().copied().filter(|votes| *votes > 0).min() {
            let layer: Vec<bool> = left.iter().map(|votes| *votes > 0).collect();
            let filled = layer.iter().filter(|given| **given).count();
            let weight = f64::from(height) * filled as f64 / f64::from(total);
            agreement += weight * layer_agreement(&layer, filled);
            for votes in &mut left {
                *votes = votes.saturating_sub(height);
            }
        }
        // Sums and quotients alone are the same on every machine, so rounding is too.
        Some(Agreement((agreement * 100.0).round() as i8))
    }

    /// The agreement in hundredths.
    pub fn hundredths(self) -> i8 {
        self.0
    }
}

impl Serialize for Agreement {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(self.0) / 100.0)
    }
}

/// Agreement within a layer: equations (1) and (2) of the paper.
fn layer_agreement(layer: &[bool], filled: usize) -> f64 {
    let answers = layer.len() as f64;
    match filled {
        1 => return 1.0,
        filled if filled == layer.len() => return 0.0,
        _ => {}
    }
    // Of all three answers in order: those that stand together, and those with a gap.
    let (mut together, mut apart) = (0_u32, 0_u32);
    for (first, one) in layer.iter().enumerate() {
        for (second, other) in layer.iter().enumerate().skip(first + 1) {
            for third in layer.iter().skip(second + 1) {
                match (one, other, third) {
                    (true, true, false) | (false, true, true) => together += 1,
                    (true, false, true) => apart += 1,
                    _ => {}
                }
            }
        }
    }
    let (together, apart) = (f64::from(together), f64::from(apart));
    let unimodality = ((answers - 2.0) * together - (answers - 1.0) * apart)
        / ((answers - 2.0) * (together + apart));
    unimodality * (1.0 - (filled as f64 - 1.0) / (answers - 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(votes: &[u32], hundredths: impl Into<Option<i8>>) {
        let agreement = Agreement::of(votes).map(Agreement::hundredths);
        assert_eq!(agreement, hundredths.into(), "{votes:?}");
    }

    #[test]
    fn agreement_is_that_of_the_published_examples() {
        check(&[30, 40, 210, 130, 530, 50, 10], 61);
        // Table 1 of the paper: one layer with two filled answers, ever further apart.
        check(&[1, 1, 0, 0, 0, 0, 0], 83);
        check(&[1, 0, 1, 0, 0, 0, 0], 47);
        check(&[1, 0, 0, 1, 0, 0, 0], 10);
        check(&[1, 0, 0, 0, 1, 0, 0], -27);
        check(&[1, 0, 0, 0, 0, 1, 0], -63);
        check(&[1, 0, 0, 0, 0, 0, 1], -100);
    }

    #[test]
    fn all_alike_is_one_even_is_nothing_and_two_camps_is_minus_one() {
        check(&[0, 0, 5, 0, 0], 100);
        check(&[1, 1, 1, 1, 1], 0);
        check(&[3, 0, 3], -100);
    }

    #[test]
    fn too_few_answers_or_votes_have_no_agreement() {
        check(&[2, 3], None);
        check(&[0, 1, 0], None);
        check(&[], None);
    }
}
