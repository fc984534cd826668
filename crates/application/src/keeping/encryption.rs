//! Encrypting a dossier, changing its passphrase, and making it readable again.
//!
//! What stays readable elsewhere is told each time: nobody can encrypt what others already have.

use dossier::{DossierError, NewPassphrase, RewrittenBackups, SHORTEST_PASSPHRASE, Secret};

use crate::Application;
use crate::files::name_of;
use crate::problem::{Fact, Problem};
use crate::view::*;
use crate::words::Words;

/// No more of a passphrase than this is weighed: more cannot make it stronger than the highest score.
const WEIGHED: usize = 100;

impl Application {
    /// Takes what opens the encrypted dossiers that are named from now on. For a program without a
    /// window; there it comes with each call.
    ///
    /// # Errors
    /// When it looks like a recovery code and is none.
    pub fn give_passphrase(&mut self, passphrase: &str) -> Result<(), Problem> {
        self.secret = Some(Secret::read(passphrase)?);
        Ok(())
    }

    /// Encrypts the dossier that is open, with its backups.
    ///
    /// # Errors
    /// When the passphrase is too short, the dossier is encrypted already or can only be looked at, or
    /// nothing can be written.
    pub fn encrypt_dossier(&mut self, input: Encrypt) -> Result<Encrypted, Problem> {
        let open = self.open()?;
        if open.dossier().is_encrypted() {
            return Err(Fact::EncryptedAlready {
                name: name_of(open.path()),
            }
            .into());
        }
        self.encrypt_with(input.passphrase.reveal(), "passphrase")
    }

    /// Gives the encrypted dossier that is open another passphrase, and another recovery code. What
    /// opened it before opens it no longer.
    ///
    /// # Errors
    /// As for encrypting; and when the current passphrase is another.
    pub fn change_passphrase(&mut self, input: ChangePassphrase) -> Result<Encrypted, Problem> {
        self.require_passphrase(input.current.reveal(), "current")?;
        self.encrypt_with(input.new.reveal(), "new")
    }

    /// Puts the backups that only a former passphrase opens under the one of the dossier that is open, as when the
    /// passphrase is changed. For a program without a window: what the dossier itself can finish, it finishes when it
    /// is opened.
    ///
    /// # Errors
    /// When the dossier is not encrypted or can only be looked at, or when this looks like a recovery code and is none.
    pub fn bring_backups_along(&mut self, former: &str) -> Result<Changed, Problem> {
        let former = Secret::read(former)?;
        let folder = self.surroundings.backups.clone().unwrap_or_default();
        let words = self.words();
        let dossier = self.open()?.dossier();
        let name = name_of(dossier.path());
        if !dossier.is_encrypted() {
            return Err(Fact::NotEncrypted { name }.into());
        }
        if dossier.is_read_only() {
            return Err(Fact::DossierReadOnly { name }.into());
        }
        let backups = dossier.encrypt_backups(&folder, Some(&former));
        let mut lines = told(backups, words);
        if lines.is_empty() {
            lines.push(words.text("keeping-backups-all-along"));
        }
        Ok(self.told(lines.join(" ")))
    }

    /// Makes the encrypted dossier that is open readable without a passphrase, with its backups.
    ///
    /// # Errors
    /// When the passphrase is another, or nothing can be written.
    pub fn decrypt_dossier(&mut self, input: Decrypt) -> Result<Changed, Problem> {
        self.require_passphrase(input.passphrase.reveal(), "passphrase")?;
        let folder = self.surroundings.backups.clone().unwrap_or_default();
        let words = self.words();
        let (open, _) = self.open_and_surroundings()?;
        let backups = open.dossier_mut().decrypt(&folder)?;
        let mut lines = vec![words.text("keeping-decrypted")];
        lines.extend(told(backups, words));
        let mut changed = self.announced(vec![Topic::Dossier]);
        changed.notice = Some(lines.join(" "));
        Ok(changed)
    }

    /// How hard a passphrase is to guess. It is kept nowhere.
    ///
    /// # Errors
    /// Never; the signature is that of every call.
    pub fn weigh_passphrase(&mut self, input: Weigh) -> Result<PassphraseWeight, Problem> {
        let typed = input.passphrase.reveal();
        let end = typed.char_indices().nth(WEIGHED);
        let beginning = typed.get(..end.map_or(typed.len(), |(at, _)| at));
        let beginning = beginning.unwrap_or_default();
        let open = self
            .open
            .as_ref()
            .map(|open| open.state().organisation.name.as_str());
        let known: Vec<&str> = ["verantwoord", "dossier"].into_iter().chain(open).collect();
        let score = u8::from(zxcvbn::zxcvbn(beginning, &known).score());
        let long_enough = NewPassphrase::new(typed).is_ok();
        let key = match score {
            _ if !long_enough => "keeping-passphrase-short",
            0 | 1 => "keeping-passphrase-weak",
            2 => "keeping-passphrase-fair",
            3 => "keeping-passphrase-good",
            _ => "keeping-passphrase-strong",
        };
        let shortest = ("count", SHORTEST_PASSPHRASE.into());
        Ok(PassphraseWeight {
            score,
            words: self.words().format(key, &[shortest]),
            long_enough,
        })
    }

    fn encrypt_with(
        &mut self,
        passphrase: &str,
        field: &'static str,
    ) -> Result<Encrypted, Problem> {
        let passphrase = NewPassphrase::new(passphrase).map_err(|error| Problem {
            field: Some(field),
            ..error.into()
        })?;
        let folder = self.surroundings.backups.clone().unwrap_or_default();
        let words = self.words();
        let (open, surroundings) = self.open_and_surroundings()?;
        let entropy = surroundings.entropy.as_mut();
        let sealed = open.dossier_mut().encrypt(&passphrase, &folder, entropy)?;
        let name = name_of(open.path());
        let mut files = vec![words.format("keeping-encrypted", &[("name", name.into())])];
        files.extend(told(sealed.backups, words));
        files.extend(
            [
                "keeping-others-readable",
                "keeping-exports-readable",
                "keeping-disk-readable",
            ]
            .map(|key| words.text(key)),
        );
        Ok(Encrypted {
            recovery_code: ShownOnce::new(sealed.code.to_text()),
            files,
            changed: self.announced(vec![Topic::Dossier]),
        })
    }

    /// Makes sure that somebody knows what opens the dossier that is open.
    fn require_passphrase(&self, given: &str, field: &'static str) -> Result<(), Problem> {
        let open = self.open()?;
        let name = name_of(open.path());
        if !open.dossier().is_encrypted() {
            return Err(Fact::NotEncrypted { name }.into());
        }
        let secret = Secret::read(given).map_err(|error| Problem {
            field: Some(field),
            ..error.into()
        })?;
        if open.dossier().opens_with(&secret) {
            Ok(())
        } else {
            Err(Fact::WrongPassphrase { name }.about(field))
        }
    }

    /// What there is to open an encrypted dossier: what was given with a call, or with the program, or
    /// what opens the dossier that is open.
    pub(crate) fn secret(&self, given: Option<&SecretText>) -> Result<Option<Secret>, Problem> {
        if let Some(given) = given {
            return Secret::read(given.reveal())
                .map(Some)
                .map_err(|error| Problem {
                    field: Some("passphrase"),
                    ..error.into()
                });
        }
        let of_open = || self.open.as_ref().and_then(|open| open.dossier().opener());
        Ok(self.secret.clone().or_else(of_open))
    }
}

/// Whether the dossier is encrypted, in words.
pub(crate) fn encryption(is_encrypted: bool, words: Words) -> EncryptionView {
    EncryptionView {
        encrypted: is_encrypted,
        words: words.text(if is_encrypted {
            "keeping-is-encrypted"
        } else {
            "keeping-is-readable"
        }),
        shortest: u32::try_from(SHORTEST_PASSPHRASE).unwrap_or(u32::MAX),
    }
}

fn told(backups: RewrittenBackups, words: Words) -> Vec<String> {
    let mut lines = Vec::new();
    if !backups.rewritten.is_empty() {
        let count = backups.rewritten.len().into();
        lines.push(words.format("keeping-backups-rewritten", &[("count", count)]));
    }
    for (path, error) in backups.left {
        let name = ("name", name_of(&path).into());
        lines.push(match error {
            DossierError::Encrypted { .. } | DossierError::WrongSecret { .. } => {
                words.format("keeping-backup-other-passphrase", &[name])
            }
            error => {
                let why = Problem::from(error).what(words.language);
                words.format("keeping-backup-left", &[name, ("why", why.into())])
            }
        });
    }
    for path in &backups.unfinished {
        let name = [("name", name_of(path).into())];
        lines.push(words.format("keeping-unfinished-left", &name));
    }
    lines
}
