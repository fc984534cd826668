//! Who was asked to sign: a field for each who does not refuse, and what they declared.

use assessment::deliberation::{Matter, Position, Statement};
use assessment::state::Positions;

use super::Sources;
use crate::data::{DeclaredData, SignerData};
use crate::private::Salts;

/// The salts of what was declared are drawn after all others: who signs does not change
/// what the report says.
pub(super) fn signers(sources: &Sources<'_>, salts: &mut Salts) -> Vec<SignerData> {
    let members = sources.state.current_members();
    let Positions { standing, .. } = sources.state.positions(sources.assessment, &Matter::Report);
    let mut fields = 0_usize;
    let mut data = Vec::with_capacity(sources.signers.len());
    for name in sources.signers {
        let member = members.iter().find(|(_, member)| member.name == *name);
        // Who chose not to be named is not named here either.
        let declared: Option<&Statement> = member.and_then(|(id, _)| {
            let taken = standing.iter().find(|(who, _)| who == id);
            taken
                .map(|(_, taken)| &taken.statement)
                .filter(|said| said.named)
        });
        let refuses = declared.is_some_and(|said| said.position == Position::Refuse);
        let field = (!refuses).then(|| {
            fields += 1;
            format!("Signature{fields}")
        });
        data.push(SignerData {
            field,
            name: name.clone(),
            role: member.map(|(_, member)| member.role),
            declared: declared.map(|said| DeclaredData {
                position: said.position,
                reason: salts.seal(said.reason.clone()),
            }),
            certificate: certificate(sources, name),
        });
    }
    data
}

/// The certificate that somebody signed the latest report with which this dossier keeps.
fn certificate(sources: &Sources<'_>, name: &str) -> Option<String> {
    let assessments = sources.state.assessments.values();
    let reports = assessments.flat_map(|assessment| &assessment.reports);
    let known = reports.filter_map(|report| {
        let place = report.signers.iter().position(|signer| signer == name)?;
        Some((report.at.timestamp(), report.certificates.get(place)?))
    });
    known
        .max_by_key(|(at, _)| *at)
        .map(|(_, certificate)| certificate.clone())
}
