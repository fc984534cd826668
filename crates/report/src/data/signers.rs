//! Who was asked to sign, what they declared before, and how many the committee needs.

use assessment::Role;
use assessment::deliberation::Position;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{MemberData, ReportData};
use crate::private::Private;

/// Somebody who was asked to sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignerData {
    /// The name of the signature field in the PDF; nothing when they declared that they
    /// refuse to sign.
    pub field: Option<String>,
    /// Full name.
    pub name: String,
    /// Part in the meetings; nothing when the signer is no member.
    pub role: Option<Role>,
    /// What they declared under their name before the report was made.
    pub declared: Option<DeclaredData>,
    /// SHA-256 of the certificate that they signed with before, hexadecimal, where the
    /// dossier knows it.
    pub certificate: Option<String>,
}

/// A position on the report as a whole, declared before it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclaredData {
    /// The position.
    pub position: Position,
    /// Why.
    pub reason: Private<String>,
}

/// How many of the deciding members the committee needs, and how many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema)]
pub struct Needed {
    /// So many.
    pub members: usize,
    /// Of so many who decide on this assessment.
    pub deciding: usize,
}

impl ReportData {
    /// How many members the agreed quorum asks for; nothing where none was agreed.
    #[must_use]
    pub fn needed(&self) -> Option<Needed> {
        let members = self.members.iter();
        let deciding = members
            .filter(|member| member.role.decides() && member.stands_aside.is_none())
            .count();
        let quorum = self.committee.quorum?;
        Some(Needed {
            members: quorum.needed(deciding),
            deciding,
        })
    }

    /// Whether this signer decides on this assessment: by their role, and without standing aside.
    #[must_use]
    pub fn decides(&self, signer: &SignerData) -> bool {
        let is_theirs = |member: &&MemberData| member.name.shown() == Some(&signer.name);
        let mut theirs = self.members.iter().filter(is_theirs);
        signer.role.is_some_and(Role::decides) && theirs.all(|it| it.stands_aside.is_none())
    }
}
