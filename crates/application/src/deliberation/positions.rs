//! Positions and dissent: who agrees with what stands, who does not and why.

use assessment::deliberation::{Matter, Position, Statement};
use assessment::state::TakenPosition;
use assessment::{Change, EventId, FindingId, MemberId};

use super::{known, unknown_member};
use crate::Application;
use crate::assessed::Assessed;
use crate::problem::{Fact, Problem};
use crate::typed;
use crate::view::*;
use crate::words::STANDS;

impl Application {
    /// The positions on an answer, a finding, the advice or the report.
    ///
    /// # Errors
    /// When there is no such question or finding.
    pub fn positions(&mut self, input: PositionsOn) -> Result<PositionsView, Problem> {
        let today = self.surroundings.now().date();
        let assessed = self.assessed(&input.assessment)?;
        view(&assessed, &input.on, today)
    }

    /// Takes a position, or another one.
    ///
    /// # Errors
    /// When there is nothing to take it on, the member has no say here, or a reason is lacking.
    pub fn take_position(&mut self, input: TakePosition) -> Result<Changed, Problem> {
        let today = self.surroundings.now().date();
        let assessed = self.assessed(&input.assessment)?;
        let member = assessed.voice(&input.member, today)?;
        let on = matter(&assessed, &input.on)?.ok_or_else(nothing_stands)?;
        let position = typed::word(&STANDS, &input.position, "position")?;
        if position == Position::Refuse && on != Matter::Report {
            return Err(Fact::RefuseReportOnly.about("position"));
        }
        let statement = Statement {
            position,
            reason: typed::paragraphs(&input.reason, "reason")?,
            named: input.named,
        };
        if position.needs_reason() && statement.reason.is_empty() {
            return Err(Fact::PositionNeedsReason.about("reason"));
        }
        let standing = assessed.open.state().positions(assessed.id, &on).standing;
        let mut same = standing.iter();
        if same.any(|(who, taken)| *who == member && taken.statement == statement) {
            return Ok(self.changed(Vec::new()));
        }
        let (assessment, topic) = (assessed.id, assessed.topic());
        let change = Change::PositionTaken {
            assessment,
            on,
            member,
            statement,
        };
        self.record(change, topic)
    }

    /// Withdraws a position. What was said stays in the history.
    ///
    /// # Errors
    /// When the member has none on what stands.
    pub fn withdraw_position(&mut self, input: WithdrawPosition) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let (member, _) = known(
            &assessed.open.state().members,
            &input.member,
            unknown_member,
        )?;
        let on = matter(&assessed, &input.on)?.ok_or_else(nothing_stands)?;
        let taken = assessed.state.deliberation.positions.get(&on);
        if taken.is_none_or(|taken| !taken.contains_key(&member)) {
            let name = assessed.name(member);
            return Err(Fact::NoPosition { name }.about("member"));
        }
        let (assessment, topic) = (assessed.id, assessed.topic());
        let change = Change::PositionWithdrawn {
            assessment,
            on,
            member,
        };
        self.record(change, topic)
    }
}

fn nothing_stands() -> Problem {
    Fact::NothingStands.about("on")
}

/// What a position is taken on as it stands; nothing when there is nothing, or more than one of it.
fn matter(assessed: &Assessed<'_>, form: &MatterForm) -> Result<Option<Matter>, Problem> {
    Ok(match form {
        MatterForm::Answer { question } => {
            let question = assessed.question(question)?;
            assessed.state.matter_of(&question.id)
        }
        MatterForm::Finding { finding } => {
            let findings = &assessed.state.follow_up.findings;
            let (id, finding) = known(findings, finding, |_| nothing_stands())?;
            finding.dropped.is_none().then_some(Matter::Finding(id))
        }
        MatterForm::Advice => match assessed.state.conclusion.advice.as_slice() {
            [advice] => Some(Matter::Advice(advice.event)),
            _ => None,
        },
        MatterForm::Report => Some(Matter::Report),
    })
}

/// The positions on the answer to a question.
pub(crate) fn on_answer(
    assessed: &Assessed<'_>,
    question: &str,
    today: jiff::civil::Date,
) -> Result<PositionsView, Problem> {
    let on = MatterForm::Answer {
        question: question.to_owned(),
    };
    view(assessed, &on, today)
}

/// The positions on a finding.
pub(crate) fn on_finding(
    assessed: &Assessed<'_>,
    finding: FindingId,
    today: jiff::civil::Date,
) -> Result<PositionsView, Problem> {
    let on = MatterForm::Finding {
        finding: finding.to_string(),
    };
    view(assessed, &on, today)
}

fn view(
    assessed: &Assessed<'_>,
    on: &MatterForm,
    today: jiff::civil::Date,
) -> Result<PositionsView, Problem> {
    let stands = matter(assessed, on)?;
    let open = stands.is_some();
    // Where nothing stands, what was said of an earlier form is found all the same.
    let nothing = EventId::new([0; 32]);
    let asked = match (stands, on) {
        (Some(matter), _) => matter,
        (None, MatterForm::Answer { question }) => Matter::Answer {
            question: assessed.question(question)?.id.clone(),
            event: nothing,
        },
        (None, MatterForm::Finding { finding }) => {
            let findings = &assessed.state.follow_up.findings;
            Matter::Finding(known(findings, finding, |_| nothing_stands())?.0)
        }
        (None, _) => Matter::Advice(nothing),
    };
    let whole = assessed.open.state();
    let positions = whole.positions(assessed.id, &asked);
    let deciding = whole.deciding_members(assessed.id, today);
    let took = |member: &MemberId| positions.standing.iter().any(|(who, _)| who == member);
    let persons = |members: &[MemberId]| {
        let members = members.iter();
        members.map(|member| assessed.person(*member)).collect()
    };
    let not_yet: Vec<MemberId> = deciding.into_iter().filter(|it| !took(it)).collect();
    let aside = whole.standing_aside(assessed.state.subject);
    let aside: Vec<MemberId> = aside.into_iter().map(|(member, _)| member).collect();
    Ok(PositionsView {
        on: on.clone(),
        contested: positions.is_contested(),
        standing: positions
            .standing
            .iter()
            .map(|(member, taken)| position(assessed, *member, taken))
            .collect(),
        earlier: positions
            .earlier
            .iter()
            .map(|(_, member, taken)| position(assessed, *member, taken))
            .collect(),
        to_ask_again: persons(&positions.to_ask_again),
        not_yet: persons(&not_yet),
        aside: persons(&aside),
        open,
    })
}

fn position(assessed: &Assessed<'_>, member: MemberId, taken: &TakenPosition) -> PositionView {
    let word = STANDS.word(taken.statement.position);
    PositionView {
        member: member.to_string(),
        name: assessed.name(member),
        position: word.to_owned(),
        label: assessed.words.text(&format!("application-position-{word}")),
        reason: taken.statement.reason.clone(),
        named: taken.statement.named,
        at: assessed.words.moment(taken.at),
    }
}
