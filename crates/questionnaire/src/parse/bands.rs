//! Bands of numbers: together they cover every number from 0, each number once.

use super::complaint::Cause;
use crate::Band;

/// What is wrong with `bands`, by the index of the band where it shows.
pub(super) fn check(bands: &[Band]) -> Vec<(usize, Cause)> {
    let mut causes = Vec::new();
    // The first number that no band so far covers; none once a band has no end.
    let mut next = Some(0_u32);
    for (index, band) in bands.iter().enumerate() {
        if let Some(max) = band.max.filter(|max| *max < band.min) {
            causes.push((index, Cause::BandReversed { min: band.min, max }));
            continue;
        }
        match next {
            Some(expected) if band.min > expected => {
                causes.push((
                    index,
                    Cause::BandGap {
                        from: expected,
                        to: Some(band.min - 1),
                    },
                ));
            }
            Some(expected) if band.min == expected => {}
            _ => causes.push((index, Cause::BandOverlap { min: band.min })),
        }
        let after = band.max.and_then(|max| max.checked_add(1));
        next = next.and_then(|expected| after.map(|after| after.max(expected)));
    }
    if let Some(from) = next {
        causes.push((
            bands.len().saturating_sub(1),
            Cause::BandGap { from, to: None },
        ));
    }
    causes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Score;

    #[track_caller]
    fn check_bands(bands: &[(u32, Option<u32>)], expected: &[(usize, Cause)]) {
        let bands: Vec<Band> = bands
            .iter()
            .map(|&(min, max)| Band {
                min,
                max,
                score: Score::ZERO,
            })
            .collect();
        assert_eq!(check(&bands), expected);
    }

    #[test]
    fn bands_that_join_from_zero_without_end_are_sound() {
        check_bands(&[(0, Some(2)), (3, Some(4)), (5, None)], &[]);
        check_bands(&[(0, None)], &[]);
    }

    #[test]
    fn a_gap_is_named_by_its_numbers() {
        check_bands(
            &[(1, None)],
            &[(
                0,
                Cause::BandGap {
                    from: 0,
                    to: Some(0),
                },
            )],
        );
        check_bands(
            &[(0, Some(2)), (5, None)],
            &[(
                1,
                Cause::BandGap {
                    from: 3,
                    to: Some(4),
                },
            )],
        );
        check_bands(
            &[(0, Some(2))],
            &[(0, Cause::BandGap { from: 3, to: None })],
        );
    }

    #[test]
    fn bands_that_overlap_or_stand_out_of_order_are_refused() {
        check_bands(
            &[(0, Some(3)), (3, None)],
            &[(1, Cause::BandOverlap { min: 3 })],
        );
        check_bands(
            &[(0, None), (3, None)],
            &[(1, Cause::BandOverlap { min: 3 })],
        );
        check_bands(
            &[(3, None), (0, Some(2))],
            &[
                (
                    0,
                    Cause::BandGap {
                        from: 0,
                        to: Some(2),
                    },
                ),
                (1, Cause::BandOverlap { min: 0 }),
            ],
        );
    }

    #[test]
    fn a_band_that_ends_before_it_begins_is_refused() {
        check_bands(
            &[(0, Some(2)), (5, Some(3)), (3, None)],
            &[(1, Cause::BandReversed { min: 5, max: 3 })],
        );
    }

    #[test]
    fn the_largest_number_is_covered_like_any_other() {
        check_bands(&[(0, Some(u32::MAX))], &[]);
    }
}
