//! What the program proposes to talk about, and whether enough members are there, in words.

use assessment::Moment;
use assessment::SessionId;
use assessment::agenda::{Reason, propose, quorum_at};
use assessment::outcome::LegalStanding;

use super::topics;
use crate::assessed::Assessed;
use crate::problem::Problem;
use crate::typed;
use crate::view::*;
use crate::{Application, count};

impl Application {
    /// The agenda that the program proposes: conflicts, legal points, what the members differ on, actions
    /// that are due, what was parked, open questions. The facilitator may put it in another order.
    ///
    /// # Errors
    /// When there is no such assessment or the date is none.
    pub fn proposed_agenda(&mut self, input: ProposeAgenda) -> Result<ProposedAgenda, Problem> {
        let today = self.surroundings.now().date();
        let day = typed::date_or_none(input.date.as_deref(), "date")?.unwrap_or(today);
        let assessed = self.assessed(&input.assessment)?;
        let proposed = propose(
            assessed.questionnaire,
            assessed.open.state(),
            assessed.id,
            &assessed.outcome,
            day,
        );
        let items: Vec<ProposedItem> = proposed
            .into_iter()
            .map(|proposed| ProposedItem {
                label: topics::in_words(&assessed, &proposed.topic),
                text: topics::text(&assessed, &proposed.topic),
                reason: reason(&assessed, &proposed.reason),
                minutes: proposed.minutes,
                topic: topics::form(&proposed.topic),
            })
            .collect();
        Ok(ProposedAgenda {
            minutes: items.iter().map(|item| u32::from(item.minutes)).sum(),
            items,
        })
    }
}

fn reason(assessed: &Assessed<'_>, reason: &Reason) -> String {
    let words = assessed.words;
    let members = |key: &str, members: &[assessment::MemberId]| {
        let names = messages::list(words.language, &assessed.names(members));
        words.format(key, &[("names", names.into())])
    };
    match reason {
        Reason::Conflict { answers } => words.format(
            "session-reason-conflict",
            &[("answers", u64::from(count(*answers)).into())],
        ),
        Reason::LegalGap { standing } => words.text(match standing {
            Some(LegalStanding::Partly) => "session-reason-legal-partly",
            Some(LegalStanding::Unknown) => "session-reason-legal-unknown",
            Some(LegalStanding::Upcoming | LegalStanding::UpcomingNear) => {
                "session-reason-legal-upcoming"
            }
            _ => "session-reason-legal-open",
        }),
        Reason::Positions { members: who } => members("session-reason-positions", who),
        Reason::AskAgain { members: who } => members("session-reason-ask-again", who),
        Reason::Votes { .. } => words.text("session-reason-votes"),
        Reason::ActionDue { due } => {
            words.format("session-reason-action", &[("due", words.date(*due).into())])
        }
        Reason::Parked => words.text("session-reason-parked"),
        Reason::NotYetKnown => words.text("session-reason-not-yet-known"),
        Reason::Open => words.text("session-reason-open"),
    }
}

/// Whether enough members are in a session at a moment.
pub(super) fn quorum(assessed: &Assessed<'_>, session: SessionId, at: Moment) -> QuorumView {
    let standing = quorum_at(assessed.open.state(), assessed.id, session, at);
    let (present, deciding, needed, reached) = standing.map_or((0, 0, None, false), |it| {
        let needed = it.needed.map(count);
        (
            count(it.present.len()),
            count(it.deciding),
            needed,
            it.reached,
        )
    });
    let key = match (needed, reached) {
        (None, _) => "session-quorum-none",
        (Some(_), true) => "session-quorum-reached",
        (Some(_), false) => "session-quorum-missed",
    };
    let arguments = [
        ("present", u64::from(present).into()),
        ("deciding", u64::from(deciding).into()),
        ("needed", u64::from(needed.unwrap_or_default()).into()),
    ];
    QuorumView {
        present,
        deciding,
        needed,
        reached,
        text: assessed.words.format(key, &arguments),
    }
}
