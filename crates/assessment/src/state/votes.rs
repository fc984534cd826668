//! Rounds of silent scores. What was voted stays in here until the reveal.

use std::collections::{BTreeMap, BTreeSet};

use questionnaire::QuestionId;

use crate::change::Change;
use crate::event::{Event, EventId, MemberId, RoundId, VoteId};
use crate::moment::Moment;
use crate::vote::{Ballot, Round, Seal, Vote};

/// A round of silent scores.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundState {
    /// What it asks for.
    pub round: Round,
    /// When it was opened.
    pub opened: Moment,
    /// The reveal, once there was one.
    pub revealed: Option<Reveal>,
    /// Its place among all events: rounds are listed in this order.
    pub order: u64,
    id: RoundId,
    votes: BTreeMap<VoteId, CastVote>,
}

/// The end of a round. The first reveal in order of place is the reveal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reveal {
    /// The event.
    pub event: EventId,
    /// When.
    pub at: Moment,
    /// The votes that were there.
    pub votes: BTreeSet<VoteId>,
}

#[derive(Debug, Clone, PartialEq)]
struct CastVote {
    question: QuestionId,
    member: MemberId,
    vote: Vote,
    unsealed: Option<Ballot>,
    order: u64,
}

impl CastVote {
    fn ballot(&self) -> Option<&Ballot> {
        match &self.vote {
            Vote::Open(ballot) => Some(ballot),
            Vote::Sealed { .. } => self.unsealed.as_ref(),
        }
    }
}

/// A vote after the reveal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RevealedVote<'a> {
    /// Which one.
    pub vote: VoteId,
    /// Whose.
    pub member: MemberId,
    /// What was voted; nothing while it is sealed.
    pub ballot: Option<&'a Ballot>,
}

/// A vote that its voter has yet to unlock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LockedVote<'a> {
    /// Which one.
    pub vote: VoteId,
    /// On which question.
    pub question: &'a QuestionId,
    /// Whose.
    pub member: MemberId,
    /// The ballot and the salt of its seal, under the voter's code.
    pub locked: &'a str,
}

impl RoundState {
    pub(super) fn opened(round: &Round, event: &Event, order: u64) -> Self {
        RoundState {
            round: round.clone(),
            opened: event.at,
            revealed: None,
            order,
            id: RoundId(event.id),
            votes: BTreeMap::new(),
        }
    }

    /// Who voted on a question, without a word about what.
    pub fn voters(&self, question: &QuestionId) -> BTreeSet<MemberId> {
        self.votes
            .values()
            .filter(|vote| vote.question == *question)
            .map(|vote| vote.member)
            .collect()
    }

    /// The votes that a reveal now would name: of each member the last on each
    /// question.
    pub fn to_reveal(&self) -> BTreeSet<VoteId> {
        self.last_of(|_| true).into_values().collect()
    }

    /// The votes that count, or would at a reveal now, and are still locked, in the
    /// order they were cast.
    pub fn locked(&self) -> Vec<LockedVote<'_>> {
        let counting = match &self.revealed {
            Some(reveal) => reveal.votes.clone(),
            None => self.to_reveal(),
        };
        let mut locked: Vec<_> = counting
            .into_iter()
            .filter_map(|id| Some((id, self.votes.get(&id)?)))
            .filter_map(|(vote, cast)| match &cast.vote {
                Vote::Sealed { locked, .. } if cast.unsealed.is_none() => {
                    let locked = LockedVote {
                        vote,
                        question: &cast.question,
                        member: cast.member,
                        locked,
                    };
                    Some((cast.order, locked))
                }
                _ => None,
            })
            .collect();
        locked.sort_by_key(|(order, _)| *order);
        locked.into_iter().map(|(_, locked)| locked).collect()
    }

    /// The votes on a question, one of each member; nothing before the reveal.
    pub fn revealed_votes(&self, question: &QuestionId) -> Option<Vec<RevealedVote<'_>>> {
        let reveal = self.revealed.as_ref()?;
        let last = self.last_of(|id| reveal.votes.contains(&id));
        let votes = last
            .into_iter()
            .filter(|((of, _), _)| *of == question)
            .filter_map(|((_, member), vote)| {
                let ballot = self.votes.get(&vote)?.ballot();
                Some(RevealedVote {
                    vote,
                    member,
                    ballot,
                })
            });
        Some(votes.collect())
    }

    /// Who voted on a question only when it had been revealed, or on a copy that came
    /// in later: this does not count.
    pub fn came_too_late(&self, question: &QuestionId) -> BTreeSet<MemberId> {
        let Some(reveal) = &self.revealed else {
            return BTreeSet::new();
        };
        let on = |cast: &&CastVote| cast.question == *question;
        let in_time: BTreeSet<MemberId> = reveal
            .votes
            .iter()
            .filter_map(|id| self.votes.get(id))
            .filter(on)
            .map(|cast| cast.member)
            .collect();
        let all = self.votes.values().filter(on).map(|cast| cast.member);
        all.filter(|member| !in_time.contains(member)).collect()
    }

    fn last_of(
        &self,
        counts: impl Fn(VoteId) -> bool,
    ) -> BTreeMap<(&QuestionId, MemberId), VoteId> {
        let mut last: BTreeMap<(&QuestionId, MemberId), (u64, VoteId)> = BTreeMap::new();
        for (id, cast) in self.votes.iter().filter(|(id, _)| counts(**id)) {
            let place = last.entry((&cast.question, cast.member));
            let latest = place.or_insert((cast.order, *id));
            if latest.0 <= cast.order {
                *latest = (cast.order, *id);
            }
        }
        last.into_iter().map(|(of, (_, id))| (of, id)).collect()
    }

    pub(super) fn apply(&mut self, event: &Event, change: &Change, order: u64) {
        match change {
            Change::VoteCast {
                question,
                member,
                vote,
                ..
            } if self.round.questions.contains(question) => {
                let cast = CastVote {
                    question: question.clone(),
                    member: *member,
                    vote: vote.clone(),
                    unsealed: None,
                    order,
                };
                self.votes.insert(VoteId(event.id), cast);
            }
            Change::VoteUnsealed {
                vote, ballot, salt, ..
            } => {
                let round = self.id;
                if let Some(cast) = self.votes.get_mut(vote)
                    && let Vote::Sealed { seal, .. } = &cast.vote
                    && *seal == Seal::of(round, &cast.question, cast.member, ballot, salt)
                {
                    cast.unsealed = Some(ballot.clone());
                }
            }
            Change::RoundRevealed { votes, .. } if self.revealed.is_none() => {
                self.revealed = Some(Reveal {
                    event: event.id,
                    at: event.at,
                    votes: votes.clone(),
                });
            }
            _ => {}
        }
    }
}
