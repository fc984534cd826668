//! Looking: reading a dossier without a lock, also while somebody writes in it.
//!
//! A look sees the file as it happens to be. While somebody writes, that can be
//! half of a change; then the chain or a page does not hold, and another look a
//! moment later will do. So nothing half is ever taken for what was said.

use std::path::Path;
use std::thread;
use std::time::Duration;

use crate::at::At;
use crate::connection::{Mode, OpenFile, is_half_changed, undo_half_change};
use crate::error::DossierError;
use crate::history::History;
use crate::secret::Key;

/// How often to look at a dossier that is being written, and the longest pause
/// between two looks: about a second in all.
const LOOKS: u32 = 25;
const LONGEST_PAUSE: Duration = Duration::from_millis(50);

/// What is run at opening: pages and types, without comparing indexes.
pub(crate) const QUICK_CHECK: &str = "pragma quick_check(20)";

/// Lets `see` look at the dossier `at` a place until what it sees holds, or until
/// there is no more reason to hope. `see` fails with damage when it does not hold.
///
/// A change that was cut off is undone first where that is possible, since it is
/// otherwise all that can be seen; apart from that nothing is written.
pub(crate) fn look<T>(
    at: At<'_>,
    see: impl Fn(&Path, Option<&Key>) -> Result<T, DossierError>,
) -> Result<T, DossierError> {
    let (path, key) = at.examine()?;
    let key = key.as_ref();
    // Undoing fails where nothing can be written, and when the change is under way.
    let half_changed = is_half_changed(&path)?
        && match undo_half_change(&path, key) {
            Err(wrong @ DossierError::WrongSecret { .. }) => return Err(wrong),
            undone => undone.is_err(),
        };
    let mut before = None;
    let mut pause = Duration::from_millis(1);
    for _ in 0..LOOKS {
        let seen = see(&path, key);
        let findings = match &seen {
            Err(DossierError::Damaged { findings, .. }) => findings.clone(),
            // Half of an encrypted first page.
            Err(DossierError::WrongSecret { .. }) => Vec::new(),
            _ => return seen,
        };
        // Damage stays as it is; what is half now is whole or otherwise next.
        if !half_changed && before.as_ref() == Some(&findings) && !is_half_changed(&path)? {
            return seen;
        }
        before = Some(findings);
        thread::sleep(pause);
        pause = LONGEST_PAUSE.min(pause * 2);
    }
    Err(DossierError::HalfChanged { path })
}

/// Opens and reads what the dossier at `path` holds, in one go.
pub(crate) fn read(
    path: &Path,
    mode: Mode,
    key: Option<&Key>,
    check: &str,
) -> Result<(OpenFile, u32, History), DossierError> {
    let open = OpenFile::new(path, mode, key)?;
    let version = open.version(path)?;
    let history = History::read(open.connection(), path, version, check)?;
    Ok((open, version, history))
}
