//! Casting, revealing and opening votes.
//!
//! A vote is locked under the voter's own code, so that nobody sees it before the reveal: not in the
//! window, not in the history, not in the file. Without a code it is hidden by this program only, as at
//! home on a copy that nobody else holds.

use assessment::vote::{Ballot, Round, Scale, Seal, Vote};
use assessment::{Change, MemberId, RoundId, VoteId};
use questionnaire::{AnswerForm as Form, Question, Value};
use serde::{Deserialize, Serialize};
use signature::OsRng;
use zeroize::Zeroizing;

use super::known;
use super::rounds::SCALES;
use crate::Application;
use crate::answering;
use crate::assessed::Assessed;
use crate::files::label;
use crate::open::Open;
use crate::problem::{Fact, Problem};
use crate::typed;
use crate::view::*;

/// The shortest code. It keeps a neighbour out, not somebody with a computer and the file.
const SHORTEST_PIN: usize = 4;

/// What is locked: enough to show what was voted, and that it was this.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    ballot: Ballot,
    salt: String,
}

/// A vote that its voter opened.
struct Unlocked {
    vote: VoteId,
    kept: Kept,
}

impl Application {
    /// Opens a round of silent scores.
    ///
    /// # Errors
    /// When no question is named, one is not known or has no scale, or the session is not known.
    pub fn open_round(&mut self, input: OpenRound) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let scale = typed::word(&SCALES, &input.scale, "scale")?;
        let mut questions = Vec::new();
        for given in &input.questions {
            let question = assessed.question(given)?;
            if scale == Scale::Answers && !has_scale(question) {
                let question = question.id.to_string();
                return Err(Fact::NoScale { question }.about("questions"));
            }
            if !questions.contains(&question.id) {
                questions.push(question.id.clone());
            }
        }
        if questions.is_empty() {
            return Err(Fact::NoQuestions.about("questions"));
        }
        let session = input.session.as_deref();
        let session = session.map(|given| assessed.session(given)).transpose()?;
        let round = Round {
            questions,
            names_shown: input.names_shown,
            scale,
            session: session.map(|(id, _)| id),
        };
        let (assessment, topic) = (assessed.id, assessed.topic());
        self.record(Change::RoundOpened { assessment, round }, topic)
    }

    /// Casts a vote, or another one. Whoever voted under a code needs it to vote anew.
    ///
    /// # Errors
    /// When the round was revealed, the member has no say here, the value does not answer the question,
    /// or the code is too short or not theirs.
    pub fn cast_vote(&mut self, input: CastVote) -> Result<Changed, Problem> {
        let today = self.surroundings.now().date();
        let mut salt = [0_u8; 32];
        let drawn = self.surroundings.entropy.fill(&mut salt);
        drawn.map_err(|error| Problem::fault(&error))?;
        let assessed = self.assessed(&input.assessment)?;
        let (round, state) = assessed.round(&input.round)?;
        let question = assessed.question(&input.question)?;
        if !state.round.questions.contains(&question.id) {
            let question = question.id.to_string();
            return Err(Fact::NotInRound { question }.about("question"));
        }
        let member = match (&input.member, assessed.open.working_as()) {
            (None, Some(member)) => assessed.voice(&member.to_string(), today)?,
            (given, _) => assessed.voice(given.as_deref().unwrap_or_default(), today)?,
        };
        if state.revealed.is_some() {
            return Err(Fact::RoundRevealed.about("round"));
        }
        let ballot = Ballot {
            value: value(question, state.round.scale, &input.ballot.value)?,
            because: typed::paragraphs(&input.ballot.because, "because")?,
        };
        let before = state.locked().into_iter().find(|it| it.member == member);
        let pin = input.pin.as_ref().map(SecretText::reveal);
        let pin = pin.filter(|pin| !pin.is_empty());
        if let Some(before) = before
            && pin.is_none_or(|pin| kept(before.locked, pin).is_none())
        {
            let name = assessed.name(member);
            return Err(Fact::PinWrong { name }.about("pin"));
        }
        let vote = match pin {
            Some(pin) => sealed(round, question, member, ballot, &salt, pin)?,
            None => Vote::Open(ballot),
        };
        let (assessment, topic) = (assessed.id, assessed.topic());
        let change = Change::VoteCast {
            assessment,
            round,
            question: question.id.clone(),
            member,
            vote,
        };
        self.record(change, topic)
    }

    /// Reveals a round: no vote that comes in later counts. The locked votes of whoever gives their code
    /// are opened along with it; a notice names the others.
    ///
    /// # Errors
    /// When it was revealed before, nobody voted, or a code is wrong; nothing is revealed then.
    pub fn reveal_round(&mut self, input: RevealRound) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let (round, state) = assessed.round(&input.round)?;
        if state.revealed.is_some() {
            return Err(Fact::RoundRevealed.about("round"));
        }
        let votes = state.to_reveal();
        if votes.is_empty() {
            return Err(Fact::NobodyVoted.about("round"));
        }
        let mut unlocked = Vec::new();
        for pin in &input.pins {
            unlocked.extend(unlock(&assessed, round, pin)?);
        }
        let reveal = Change::RoundRevealed {
            assessment: assessed.id,
            round,
            votes,
        };
        self.shown(&input.assessment, round, Some(reveal), unlocked)
    }

    /// Opens the locked votes of a member after the reveal.
    ///
    /// # Errors
    /// When the round was not revealed, the member has no locked vote, or the code is wrong.
    pub fn open_votes(&mut self, input: OpenVotes) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let (round, state) = assessed.round(&input.round)?;
        if state.revealed.is_none() {
            return Err(Fact::NotRevealed.about("round"));
        }
        let unlocked = unlock(&assessed, round, &input.pin)?;
        self.shown(&input.assessment, round, None, unlocked)
    }

    /// Records a reveal and what was unlocked, all of it or nothing, and tells what stays shut.
    fn shown(
        &mut self,
        assessment: &str,
        round: RoundId,
        reveal: Option<Change>,
        unlocked: Vec<Unlocked>,
    ) -> Result<Changed, Problem> {
        let assessed = self.assessed(assessment)?;
        let (id, topic) = (assessed.id, assessed.topic());
        let (open, surroundings) = self.open_and_surroundings()?;
        open.act(surroundings, |act| {
            if let Some(reveal) = reveal {
                act.record(reveal)?;
            }
            for Unlocked { vote, kept } in unlocked {
                act.record(Change::VoteUnsealed {
                    assessment: id,
                    round,
                    vote,
                    ballot: kept.ballot,
                    salt: kept.salt,
                })?;
            }
            Ok(())
        })?;
        let mut changed = self.announced(topic);
        changed.subject = Some(round.to_string());
        let assessed = self.assessed(assessment)?;
        let (_, state) = assessed.round(&round.to_string())?;
        let mut shut: Vec<MemberId> = state.locked().iter().map(|it| it.member).collect();
        shut.sort_unstable();
        shut.dedup();
        if !shut.is_empty() {
            let names = messages::list(assessed.words.language, &assessed.names(&shut));
            let told = [("names", names.into())];
            changed.notice = Some(assessed.words.format("round-stays-shut", &told));
        }
        Ok(changed)
    }
}

/// Whether the answers to a question can be put in order or at least counted.
fn has_scale(question: &Question) -> bool {
    !matches!(
        question.answer,
        Form::FreeText { .. } | Form::ProfileChoices { .. }
    )
}

/// The value of a vote, if it fits the measure of the round.
fn value(question: &Question, scale: Scale, form: &AnswerValue) -> Result<Value, Problem> {
    let grade = match (scale, form) {
        (Scale::Answers, _) => return answering::value(question, form),
        (_, AnswerValue::NotYetKnown) => return Ok(Value::NotYetKnown),
        (_, AnswerValue::NotApplicable) => return Ok(Value::NotApplicable),
        (_, AnswerValue::Choice { option: typed } | AnswerValue::Number { typed }) => typed.trim(),
        (_, AnswerValue::Choices { .. } | AnswerValue::Text { .. }) => "",
    };
    match grade {
        "na" => Ok(Value::NotApplicable),
        "not-yet-known" => Ok(Value::NotYetKnown),
        grade => match grade.parse() {
            Ok(number @ 1..=5) => Ok(Value::Number(number)),
            _ => Err(Fact::UnknownOption {
                given: label(grade),
                allowed: "1, 2, 3, 4, 5".to_owned(),
            }
            .about("value")),
        },
    }
}

fn sealed(
    round: RoundId,
    question: &Question,
    member: MemberId,
    ballot: Ballot,
    salt: &[u8],
    pin: &str,
) -> Result<Vote, Problem> {
    if pin.chars().count() < SHORTEST_PIN {
        let least = SHORTEST_PIN as u64;
        return Err(Fact::PinTooShort { least }.about("pin"));
    }
    let salt: String = salt.iter().map(|byte| format!("{byte:02x}")).collect();
    let seal = Seal::of(round, &question.id, member, &ballot, &salt);
    let kept = serde_json::to_string(&Kept { ballot, salt });
    let kept = Zeroizing::new(kept.map_err(|error| Problem::fault(&error))?);
    // The lock's randomness comes from the system's own source, whatever the surroundings say.
    let locked = signature::lock(&kept, pin, &mut OsRng).map_err(|error| Problem::fault(&error))?;
    Ok(Vote::Sealed { seal, locked })
}

fn kept(locked: &str, pin: &str) -> Option<Kept> {
    let text = Zeroizing::new(signature::unlock(locked, pin).ok()?);
    serde_json::from_str(&text).ok()
}

/// Unlocks what a member's code unlocks of the votes that count, or would.
fn unlock(
    assessed: &Assessed<'_>,
    round: RoundId,
    pin: &MemberPin,
) -> Result<Vec<Unlocked>, Problem> {
    let members = &assessed.open.state().members;
    let (member, _) = known(members, &pin.member, super::unknown_member)?;
    let (_, state) = assessed.round(&round.to_string())?;
    let theirs = state.locked().into_iter().filter(|it| it.member == member);
    let unlocked: Vec<Unlocked> = theirs
        .filter_map(|it| {
            let kept = kept(it.locked, pin.pin.reveal())?;
            Some(Unlocked {
                vote: it.vote,
                kept,
            })
        })
        .collect();
    if unlocked.is_empty() {
        let name = assessed.name(member);
        return Err(Fact::PinWrong { name }.about("pin"));
    }
    Ok(unlocked)
}

/// Refuses what would show votes before the reveal: words that are written out as they are.
///
/// # Errors
/// When a vote without a code waits for its reveal.
pub(crate) fn no_open_votes_wait(open: &Open) -> Result<(), Problem> {
    let revealed = |round: &RoundId| {
        let mut all = open.state().assessments.values();
        all.any(|it| it.rounds.get(round).is_some_and(|it| it.revealed.is_some()))
    };
    let waits = open.events().iter().any(|event| match &event.change {
        Some(Change::VoteCast { round, vote, .. }) => {
            matches!(vote, Vote::Open(_)) && !revealed(round)
        }
        _ => false,
    });
    if waits {
        return Err(Fact::VotesWait.into());
    }
    Ok(())
}
