//! What follows from the answers: findings, risks, measures, actions, opinions, advice and decision, and
//! where an assessment stands.

pub(super) mod actions;
pub(super) mod conclusion;
pub(super) mod findings;
pub(super) mod over_time;

use application::view::{Changed, FindingsPage, OneAssessment};

use super::Context;
use crate::failure::{DONE, Failure};

/// The fewest characters of an identity that name something; a shorter number is a place in the list.
const FEWEST: usize = 4;

/// The identity of what is meant: by its number in the list, or the first characters of its identity.
/// What fits nothing, or several, goes on as it was given, for the application to refuse.
pub(super) fn meant<'a>(given: &str, all: impl IntoIterator<Item = &'a str>) -> String {
    let all: Vec<&str> = all.into_iter().collect();
    let number = given.parse::<usize>().ok();
    let number = number.filter(|_| given.len() < FEWEST);
    if let Some(number) = number {
        let place = number.checked_sub(1).and_then(|place| all.get(place));
        return place.map_or_else(|| given.to_owned(), ToString::to_string);
    }
    let fits = |id: &&&str| given.len() >= FEWEST && id.starts_with(given);
    let mut fitting = all.iter().filter(fits);
    match (fitting.next(), fitting.next()) {
        (Some(id), None) => (*id).to_owned(),
        _ => given.to_owned(),
    }
}

/// The first characters of an identity: enough to name it.
fn short(id: &str) -> &str {
    id.get(..8).unwrap_or(id)
}

impl Context<'_> {
    /// Says what was made, so that it can be named.
    fn made(&self, changed: &Changed) -> Result<u8, Failure> {
        self.notice(changed.notice.as_ref());
        let id = changed.subject.clone().unwrap_or_default();
        self.say("cli-done-made", &[("id", id.into())])?;
        Ok(DONE)
    }

    pub(super) fn findings(&mut self, assessment: &str) -> Result<FindingsPage, Failure> {
        let assessment = assessment.to_owned();
        Ok(self
            .application
            .findings_page(OneAssessment { assessment })?)
    }
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn a_thing_is_named_by_its_number_or_the_beginning_of_its_identity() {
        let all = ["1234aa", "1234bb", "77abcd"];
        assert_eq!(meant("3", all), "77abcd");
        assert_eq!(meant("77ab", all), "77abcd");
        assert_eq!(meant("1234b", all), "1234bb");
        for nothing in ["0", "4", "1234", "77a", "xxxx"] {
            assert_eq!(meant(nothing, all), nothing);
        }
    }
}
