//! Organisation, committee, AI applications and the list of assessments.

use assessment::{Actor, Change, Member, MemberId, SpeaksFor, SubjectId};

use crate::assessed::Assessed;
use crate::deliberation;
use crate::files;
use crate::follow_up::status_of;
use crate::problem::{Fact, Problem};
use crate::typed;
use crate::view::*;
use crate::words::{INTERESTS, ROLES};
use crate::{Application, count};

impl Application {
    /// The page of the dossier that is open.
    ///
    /// # Errors
    /// When none is open.
    pub fn dossier_page(&mut self, _: Nothing) -> Result<DossierPage, Problem> {
        let words = self.words();
        let reminder = self.reminder();
        let open = self.open()?;
        let state = open.state();
        let members = state
            .current_members()
            .into_iter()
            .map(|(id, member)| MemberView {
                id: id.to_string(),
                form: member_form(member),
                role_label: words.role(member.role),
                speaks_for_label: listed(member, ", ", |whom| words.speaks_for(whom)),
            })
            .collect();
        let mut assessments = Vec::new();
        for (id, _) in state.assessments_in_order().into_iter().rev() {
            assessments.push(Assessed::new(open, id, words)?);
        }
        let subjects = open
            .subjects_in_order()
            .into_iter()
            .map(|(id, subject)| {
                Ok(SubjectView {
                    id: id.to_string(),
                    form: SubjectForm {
                        name: subject.name.clone(),
                        purpose: subject.purpose.clone(),
                        description: subject.description.clone(),
                        supplier: subject.supplier.clone(),
                        in_use_since: subject.in_use_since.clone(),
                    },
                    assessments: assessments
                        .iter()
                        .filter(|assessed| assessed.state.subject == id)
                        .map(summary)
                        .collect::<Result<_, _>>()?,
                })
            })
            .collect::<Result<_, Problem>>()?;
        let organisation = &state.organisation;
        Ok(DossierPage {
            file: files::name_of(open.path()),
            folder: open
                .path()
                .parent()
                .map(|folder| files::label(&folder.to_string_lossy()))
                .unwrap_or_default(),
            read_only: open
                .is_read_only()
                .then(|| words.text("application-read-only")),
            working_as: open.working_as().map(|member| {
                let name = open.who(Actor::Member(member), words);
                words.format("application-working-as", &[("name", name.into())])
            }),
            reminder,
            organisation: OrganisationForm {
                name: organisation.name.clone(),
                sector: organisation.sector.clone(),
                description: organisation.description.clone(),
                contact: organisation.contact.clone(),
            },
            mandate: state.committee.mandate.clone(),
            members,
            subjects,
            events: state.events,
            fingerprint: open.fingerprint().root,
            saved: open
                .last_saved()
                .map(|moment| words.moment(moment))
                .unwrap_or_default(),
        })
    }

    /// Writes the organisation's particulars anew.
    ///
    /// # Errors
    /// When the name is empty or a text cannot be kept.
    pub fn describe_organisation(
        &mut self,
        input: DescribeOrganisation,
    ) -> Result<Changed, Problem> {
        let organisation = typed::organisation(&input.form)?;
        if self.open()?.state().organisation == organisation {
            return Ok(self.changed(Vec::new()));
        }
        self.record(
            Change::OrganisationDescribed(organisation),
            vec![Topic::Committee, Topic::Dossier],
        )
    }

    /// Has somebody join the committee.
    ///
    /// # Errors
    /// When the name is empty or a text or word cannot be kept.
    pub fn add_member(&mut self, input: AddMember) -> Result<Changed, Problem> {
        let member = typed::member(&input.form)?;
        self.record(Change::MemberJoined(member), vec![Topic::Committee])
    }

    /// Writes a member's particulars anew.
    ///
    /// # Errors
    /// When there is no such member or a text or word cannot be kept.
    pub fn revise_member(&mut self, input: ReviseMember) -> Result<Changed, Problem> {
        let member = self.member(&input.member)?;
        let now = typed::member(&input.form)?;
        let state = self.open()?.state().members.get(&member);
        if state.is_some_and(|state| state.member == now) {
            return Ok(self.changed(Vec::new()));
        }
        self.record(
            Change::MemberRevised { member, now },
            vec![Topic::Committee],
        )
    }

    /// Has somebody leave the committee. What they did stays under their name.
    ///
    /// # Errors
    /// When there is no such member.
    pub fn remove_member(&mut self, input: OneMember) -> Result<Changed, Problem> {
        let member = self.member(&input.member)?;
        self.record(Change::MemberLeft { member }, vec![Topic::Committee])
    }

    /// Adds an AI application.
    ///
    /// # Errors
    /// When the name is empty or a text cannot be kept.
    pub fn add_subject(&mut self, input: AddSubject) -> Result<Changed, Problem> {
        let subject = typed::subject(&input.form)?;
        self.record(Change::SubjectAdded(subject), vec![Topic::Subjects])
    }

    /// Writes the particulars of an AI application anew.
    ///
    /// # Errors
    /// When there is no such application or a text cannot be kept.
    pub fn revise_subject(&mut self, input: ReviseSubject) -> Result<Changed, Problem> {
        let subject = self.subject(&input.subject)?;
        let now = typed::subject(&input.form)?;
        if self.open()?.state().subjects.get(&subject) == Some(&now) {
            return Ok(self.changed(Vec::new()));
        }
        self.record(
            Change::SubjectRevised { subject, now },
            vec![Topic::Subjects],
        )
    }

    pub(crate) fn member(&self, given: &str) -> Result<MemberId, Problem> {
        let current = self.open()?.state().current_members();
        current
            .into_iter()
            .map(|(id, _)| id)
            .find(|id| id.to_string() == given)
            .ok_or_else(|| {
                Fact::UnknownMember {
                    given: files::label(given),
                }
                .about("member")
            })
    }

    pub(crate) fn subject(&self, given: &str) -> Result<SubjectId, Problem> {
        let state = self.open()?.state();
        given
            .parse()
            .ok()
            .filter(|id| state.subjects.contains_key(id))
            .ok_or_else(|| {
                Fact::UnknownSubject {
                    given: files::label(given),
                }
                .about("subject")
            })
    }
}

/// A member's particulars, to type.
pub(crate) fn member_form(member: &Member) -> MemberForm {
    let (from, until) = deliberation::term_of(member);
    MemberForm {
        name: member.name.clone(),
        role: ROLES.word(member.role).to_owned(),
        expertise: member.expertise.clone(),
        speaks_for: listed(member, ",", |whom| INTERESTS.word(whom).to_owned()),
        from,
        until,
    }
}

/// Whom a member speaks for, in words.
fn listed(member: &Member, separator: &str, word: impl Fn(SpeaksFor) -> String) -> Option<String> {
    let words: Vec<String> = member.speaks_for.iter().map(word).collect();
    (!words.is_empty()).then(|| words.join(separator))
}

fn summary(assessed: &Assessed<'_>) -> Result<AssessmentSummary, Problem> {
    let (asked, answered) = assessed.asked_and_settled();
    let (status, status_label) = status_of(assessed)?;
    Ok(AssessmentSummary {
        id: assessed.id.to_string(),
        date: assessed.words.date(assessed.state.date),
        questionnaire: assessed.title_and_version(),
        asked,
        answered,
        signed_reports: count(assessed.state.reports.len()),
        status,
        status_label,
    })
}
