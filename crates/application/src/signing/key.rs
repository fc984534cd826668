//! What somebody signs with: a file with a passphrase, or a card with a PIN.
//!
//! It is opened only when everything else is right. A card that locks itself after three mistakes is not asked in vain.

use signature::{KeyFault, Signer};

use super::identities::unusable;
use crate::Application;
use crate::files::name_of;
use crate::problem::{Detail, Problem};
use crate::view::{FileHandle, FilePurpose, SecretText};

/// Where the key is, and what opens it.
pub(super) enum Key {
    InFile {
        identity: FileHandle,
        passphrase: SecretText,
    },
    #[cfg(feature = "tokens")]
    OnToken(super::tokens::Wanted),
}

/// What turned out to be wrong with it while signing.
pub(super) enum Unfit {
    Certificate(Detail),
    Key(KeyFault),
}

impl Key {
    pub(super) fn open(&self, application: &Application) -> Result<Box<dyn Signer>, Problem> {
        match self {
            Self::InFile {
                identity,
                passphrase,
            } => Ok(Box::new(
                application.identity(identity, passphrase.reveal())?,
            )),
            #[cfg(feature = "tokens")]
            Self::OnToken(wanted) => application.unlock(wanted),
        }
    }

    pub(super) fn problem(&self, application: &Application, unfit: Unfit) -> Problem {
        match self {
            Self::InFile { identity, .. } => {
                let purposes = [FilePurpose::OpenIdentity, FilePurpose::NewIdentity];
                let path = application.files.path(identity, &purposes);
                let why = match unfit {
                    Unfit::Certificate(why) => why,
                    Unfit::Key(fault) => Detail::Plain(fault.to_string()),
                };
                unusable(path.map(|path| name_of(&path)).unwrap_or_default(), why)
            }
            #[cfg(feature = "tokens")]
            Self::OnToken(wanted) => wanted.problem(unfit),
        }
    }
}
