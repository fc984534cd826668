//! Looking: reading a dossier without a lock, also while somebody writes in it.
//!
//! A look sees the file as it happens to be. While somebody writes, that can be
//! half of a change; then the chain or a page does not hold, and another look a
//! moment later will do. So nothing half is ever taken for what was said.

use std::path::Path;
use std::thread;
use std::time::Duration;

use crate::connection::{Mode, OpenFile, examine, is_half_changed, undo_half_change};
use crate::error::DossierError;
use crate::history::History;

/// How often to look at a dossier that is being written, and the longest pause
/// between two looks: about a second in all.
const LOOKS: u32 = 25;
const LONGEST_PAUSE: Duration = Duration::from_millis(50);

/// What is run at opening: pages and types, without comparing indexes.
pub(crate) const QUICK_CHECK: &str = "pragma quick_check(20)";

/// Lets `see` look at the dossier at `path` until what it sees holds, or until
/// there is no more reason to hope. `see` fails with damage when it does not hold.
///
/// A change that was cut off is undone first where that is possible, since it is
/// otherwise all that can be seen; apart from that nothing is written.
pub(crate) fn look<T>(
    path: &Path,
    see: impl Fn() -> Result<T, DossierError>,
) -> Result<T, DossierError> {
    examine(path)?;
    // Undoing fails where nothing can be written, and when the change is under way.
    let half_changed = is_half_changed(path)? && undo_half_change(path).is_err();
    let mut before = None;
    let mut pause = Duration::from_millis(1);
    for _ in 0..LOOKS {
        match see() {
            Err(DossierError::Damaged { path, findings }) => {
                // Damage stays as it is; what is half now is whole or otherwise next.
                if !half_changed && before.as_ref() == Some(&findings) && !is_half_changed(&path)? {
                    return Err(DossierError::Damaged { path, findings });
                }
                before = Some(findings);
            }
            seen => return seen,
        }
        thread::sleep(pause);
        pause = LONGEST_PAUSE.min(pause * 2);
    }
    Err(DossierError::HalfChanged {
        path: path.to_owned(),
    })
}

/// Opens and reads what the dossier at `path` holds, in one go.
pub(crate) fn read(
    path: &Path,
    mode: Mode,
    check: &str,
) -> Result<(OpenFile, u32, History), DossierError> {
    let open = OpenFile::new(path, mode)?;
    let version = open.version(path)?;
    let history = History::read(open.connection(), path, version, check)?;
    Ok((open, version, history))
}
