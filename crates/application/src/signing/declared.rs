//! What somebody signs with: the position that they declared, where they did.

use assessment::deliberation::Position;
use report::data::SignerData;

use super::{Asked, is_awaited};
use crate::problem::{Fact, Problem};
use crate::typed;
use crate::words::{POSITIONS, Words};

/// The position and the reason to sign with. What the report declares on its page is what the
/// signature says too: whoever thinks otherwise by now needs another report. Without a declaration,
/// what is given counts, and nothing said means agreement.
pub(super) fn agreed(
    awaited: Option<&SignerData>,
    input: &Asked,
) -> Result<(Position, String), Problem> {
    let given = input
        .position
        .as_deref()
        .map(|word| typed::word(&POSITIONS, word, "position"))
        .transpose()?;
    if let Some(refusing) = awaited.filter(|signer| !is_awaited(signer)) {
        let name = refusing.name.clone();
        return Err(Fact::SignerRefuses { name }.about("name"));
    }
    let Some(declared) = awaited.and_then(|signer| signer.declared.as_ref()) else {
        let reason = typed::reason(&input.reason, "reason")?;
        let position = given.unwrap_or(Position::Agree);
        if reason.is_empty() && position.needs_reason() {
            return Err(Fact::PositionNeedsReason.about("reason"));
        }
        return Ok((position, reason));
    };
    let name = || {
        awaited
            .map(|signer| signer.name.clone())
            .unwrap_or_default()
    };
    if given.is_some_and(|given| given != declared.position) {
        return Err(Fact::OtherThanDeclared { name: name() }
            .about("position")
            .with_details([Words::declared(declared.position)]));
    }
    let reason = typed::paragraphs(&input.reason, "reason")?;
    match declared.reason.shown() {
        Some(known) if reason.is_empty() || reason == *known => {
            Ok((declared.position, known.clone()))
        }
        Some(known) => Err(Fact::OtherThanDeclared { name: name() }
            .about("reason")
            .with_details([crate::problem::Detail::Plain(known.clone())])),
        None if reason.is_empty() && declared.position.needs_reason() => {
            Err(Fact::PositionNeedsReason.about("reason"))
        }
        None => Ok((declared.position, reason)),
    }
}
