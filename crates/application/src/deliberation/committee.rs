//! The committee itself: mandate and quorum, members with their term, and who stands aside.

use assessment::state::MemberState;
use assessment::{Change, Committee, Member, MemberId, Quorum, Share, SubjectId};
use jiff::civil::Date;

use super::{known, unknown_member};
use crate::dossier_page::member_form;
use crate::problem::{Fact, Problem};
use crate::typed;
use crate::view::*;
use crate::words::Words;
use crate::{Application, count};

impl Application {
    /// The page of the committee.
    ///
    /// # Errors
    /// When no dossier is open.
    pub fn committee_page(&mut self, _: Nothing) -> Result<CommitteePage, Problem> {
        let today = self.surroundings.now().date();
        let words = self.words();
        let open = self.open()?;
        let state = open.state();
        let mut all: Vec<(&MemberId, &MemberState)> = state.members.iter().collect();
        all.sort_by_key(|(_, member)| member.order);
        let (left, members): (Vec<_>, Vec<_>) =
            all.iter().partition(|(_, member)| member.left.is_some());
        let deciding = members
            .iter()
            .filter(|(_, member)| member.serves_on(today) && member.member.role.decides())
            .count();
        let view = |listed: Vec<(&MemberId, &MemberState)>| {
            let listed = listed.into_iter();
            listed
                .map(|(id, member)| member_view(words, *id, member, today))
                .collect()
        };
        let subjects = open.subjects_in_order().into_iter();
        let committee = &state.committee;
        Ok(CommitteePage {
            form: CommitteeForm {
                mandate: committee.mandate.clone(),
                mandated_on: committee.mandated_on.map(|date| date.to_string()),
                mandated_by: committee.mandated_by.clone(),
                mandated_by_public: committee.mandated_by_public,
                quorum: quorum_form(committee.quorum),
                independence: committee.independence.clone(),
            },
            quorum_label: quorum_label(words, committee.quorum),
            quorum_needed: committee
                .quorum
                .map(|quorum| count(quorum.needed(deciding))),
            deciding: count(deciding),
            members: view(members),
            left: view(left),
            subjects: subjects
                .map(|(id, subject)| SubjectInterests {
                    subject: id.to_string(),
                    name: subject.name.clone(),
                    aside: state
                        .standing_aside(id)
                        .into_iter()
                        .map(|(member, conflict)| InterestView {
                            member: member.to_string(),
                            name: open.who(assessment::Actor::Member(member), words),
                            reason: conflict.reason.clone(),
                            at: words.moment(conflict.at),
                        })
                        .collect(),
                })
                .collect(),
        })
    }

    /// Writes down what the committee is and may do.
    ///
    /// # Errors
    /// When a text, date or quorum cannot be kept.
    pub fn describe_committee(&mut self, input: DescribeCommittee) -> Result<Changed, Problem> {
        let form = &input.form;
        let committee = Committee {
            mandate: typed::paragraphs(&form.mandate, "mandate")?,
            mandated_on: typed::date_or_none(form.mandated_on.as_deref(), "mandated_on")?,
            mandated_by: typed::line(&form.mandated_by, "mandated_by")?,
            mandated_by_public: form.mandated_by_public,
            quorum: quorum(form.quorum)?,
            independence: typed::paragraphs(&form.independence, "independence")?,
        };
        if self.open()?.state().committee == committee {
            return Ok(self.changed(Vec::new()));
        }
        self.record(
            Change::CommitteeDescribed(committee),
            vec![Topic::Committee],
        )
    }

    /// Has a member stand aside from everything about an AI application.
    ///
    /// # Errors
    /// When there is no such application or member, or nothing says what binds them.
    pub fn declare_interest(&mut self, input: DeclareInterest) -> Result<Changed, Problem> {
        let (subject, member) = self.interest(&input.subject, &input.member)?;
        let reason = typed::paragraphs(&input.reason, "reason")?;
        if reason.is_empty() {
            return Err(Fact::TextEmpty.about("reason"));
        }
        let declared = &self.open()?.state().conflicts_of_interest;
        if declared
            .get(&(subject, member))
            .is_some_and(|it| it.reason == reason)
        {
            return Ok(self.changed(Vec::new()));
        }
        let change = Change::ConflictOfInterestDeclared {
            subject,
            member,
            reason,
        };
        let topics = self.about_subject(subject)?;
        self.record(change, topics)
    }

    /// Has a member take part again in what an AI application is about.
    ///
    /// # Errors
    /// When they did not stand aside from it.
    pub fn end_interest(&mut self, input: EndInterest) -> Result<Changed, Problem> {
        let (subject, member) = self.interest(&input.subject, &input.member)?;
        let state = self.open()?.state();
        if !state.conflicts_of_interest.contains_key(&(subject, member)) {
            let name = state.members.get(&member).map(|it| it.member.name.clone());
            return Err(Fact::NotAside {
                name: name.unwrap_or_default(),
            }
            .about("member"));
        }
        let topics = self.about_subject(subject)?;
        self.record(Change::ConflictOfInterestEnded { subject, member }, topics)
    }

    fn interest(&self, subject: &str, member: &str) -> Result<(SubjectId, MemberId), Problem> {
        let subject = self.subject(subject)?;
        let (member, _) = known(&self.open()?.state().members, member, unknown_member)?;
        Ok((subject, member))
    }

    /// The committee, and every assessment of an application.
    fn about_subject(&self, subject: SubjectId) -> Result<Vec<Topic>, Problem> {
        let assessments = &self.open()?.state().assessments;
        let of = assessments.iter().filter(|(_, it)| it.subject == subject);
        let assessed = of.map(|(id, _)| Topic::Assessment {
            assessment: id.to_string(),
        });
        Ok(std::iter::once(Topic::Committee).chain(assessed).collect())
    }
}

/// The first and the last day of a term, as typed.
pub(crate) fn term(form: &MemberForm) -> Result<(Option<Date>, Option<Date>), Problem> {
    let from = typed::date_or_none(form.from.as_deref(), "from")?;
    let until = typed::date_or_none(form.until.as_deref(), "until")?;
    match (from, until) {
        (Some(from), Some(until)) if until < from => Err(Fact::TermEndsBeforeIt.about("until")),
        term => Ok(term),
    }
}

/// The same, to type.
pub(crate) fn term_of(member: &Member) -> (Option<String>, Option<String>) {
    let typed = |date: Option<Date>| date.map(|date| date.to_string());
    (typed(member.from), typed(member.until))
}

fn member_view(words: Words, id: MemberId, state: &MemberState, today: Date) -> CommitteeMember {
    let member = &state.member;
    CommitteeMember {
        id: id.to_string(),
        form: member_form(member),
        role_label: words.role(member.role),
        speaks_for_labels: member
            .speaks_for
            .iter()
            .map(|whom| words.speaks_for(whom))
            .collect(),
        term: term_label(words, member),
        serving: state.serves_on(today),
        decides: member.role.decides(),
        left: state.left.map(|at| words.moment(at)),
    }
}

fn term_label(words: Words, member: &Member) -> String {
    let date = |date: Date| words.date(date);
    match (member.from.map(date), member.until.map(date)) {
        (None, None) => String::new(),
        (Some(from), None) => words.format("committee-term-from", &[("from", from.into())]),
        (None, Some(until)) => words.format("committee-term-until", &[("until", until.into())]),
        (Some(from), Some(until)) => words.format(
            "committee-term",
            &[("from", from.into()), ("until", until.into())],
        ),
    }
}

fn quorum(form: QuorumForm) -> Result<Option<Quorum>, Problem> {
    let share = |part, of| {
        Share::new(part, of).map_err(|_| {
            Fact::NotAShare {
                part: u64::from(part),
                of: u64::from(of),
            }
            .about("quorum")
        })
    };
    Ok(match form {
        QuorumForm::None => None,
        QuorumForm::Members { members: 0 } => {
            return Err(Fact::NotAShare { part: 0, of: 0 }.about("quorum"));
        }
        QuorumForm::Members { members } => Some(Quorum::Members(members)),
        QuorumForm::AtLeast { part, of } => Some(Quorum::AtLeast(share(part, of)?)),
        QuorumForm::MoreThan { part, of } => Some(Quorum::MoreThan(share(part, of)?)),
    })
}

fn quorum_form(quorum: Option<Quorum>) -> QuorumForm {
    match quorum {
        None => QuorumForm::None,
        Some(Quorum::Members(members)) => QuorumForm::Members { members },
        Some(Quorum::AtLeast(share)) => QuorumForm::AtLeast {
            part: share.part(),
            of: share.of(),
        },
        Some(Quorum::MoreThan(share)) => QuorumForm::MoreThan {
            part: share.part(),
            of: share.of(),
        },
    }
}

fn quorum_label(words: Words, quorum: Option<Quorum>) -> String {
    let share = |key: &str, share: Share| {
        let arguments = [
            ("part", u64::from(share.part()).into()),
            ("of", u64::from(share.of()).into()),
        ];
        words.format(key, &arguments)
    };
    match quorum {
        None => words.text("committee-quorum-none"),
        Some(Quorum::Members(members)) => words.format(
            "committee-quorum-members",
            &[("members", u64::from(members).into())],
        ),
        Some(Quorum::AtLeast(at_least)) => share("committee-quorum-at-least", at_least),
        Some(Quorum::MoreThan(more)) => share("committee-quorum-more-than", more),
    }
}
