//! Where a dossier is, and what opens it there.

use std::path::{Path, PathBuf};

use crate::connection::examine;
use crate::dossier::Dossier;
use crate::error::DossierError;
use crate::file;
use crate::secret::{Key, Secret};

/// The path of a dossier, with what opens it when it is encrypted. Any path will do
/// for one that is not.
#[derive(Debug, Clone, Copy)]
pub struct At<'a> {
    path: &'a Path,
    opens: Opens<'a>,
}

#[derive(Debug, Clone, Copy)]
enum Opens<'a> {
    Nothing,
    Secret(&'a Secret),
    Key(&'a Key),
}

impl<'a, P: AsRef<Path> + ?Sized> From<&'a P> for At<'a> {
    fn from(path: &'a P) -> Self {
        At {
            path: path.as_ref(),
            opens: Opens::Nothing,
        }
    }
}

impl<'a> At<'a> {
    /// A dossier that `secret` opens if it is encrypted.
    pub fn with<P: AsRef<Path> + ?Sized>(path: &'a P, secret: Option<&'a Secret>) -> Self {
        At {
            path: path.as_ref(),
            opens: secret.map_or(Opens::Nothing, Opens::Secret),
        }
    }

    /// A copy or a backup of `dossier`, encrypted like it or not at all.
    pub fn like<P: AsRef<Path> + ?Sized>(path: &'a P, dossier: &'a Dossier) -> Self {
        At::opened_by(path.as_ref(), dossier.key())
    }

    pub(crate) fn opened_by(path: &'a Path, key: Option<&'a Key>) -> Self {
        At {
            path,
            opens: key.map_or(Opens::Nothing, Opens::Key),
        }
    }

    /// The same, with `key` where nothing else was given.
    pub(crate) fn or_opened_by(self, key: Option<&'a Key>) -> Self {
        match self.opens {
            Opens::Nothing => At::opened_by(self.path, key),
            _ => self,
        }
    }

    pub(crate) fn path(&self) -> &'a Path {
        self.path
    }

    /// Makes sure that this is a dossier that can be read; gives its path from the
    /// root, and its key if it is encrypted.
    pub(crate) fn examine(self) -> Result<(PathBuf, Option<Key>), DossierError> {
        let path = file::absolute(self.path)?;
        let key = examine(&path, |salt| match self.opens {
            Opens::Nothing => None,
            Opens::Secret(secret) => secret.key(salt),
            Opens::Key(key) => Some(key.clone()).filter(|key| *key.salt() == salt),
        })?;
        Ok((path, key))
    }
}
