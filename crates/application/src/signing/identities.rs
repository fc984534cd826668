//! Identities: a person's key with a certificate in their name, in a file that a passphrase protects.

use std::path::Path;

use dossier::{Overwrite, write_private_file};
use signature::{Identity, IdentityFault, KeyRefused, NewIdentity, OsRng, Signer};

use crate::Application;
use crate::files::{name_of, read_regular};
use crate::problem::{Detail, Fact, Problem};
use crate::typed;
use crate::view::*;
use crate::words::Words;

/// The shortest passphrase that an identity is made with. It only keeps out slips of the hand: the
/// window advises twelve characters or more, and who writes scripts decides for themselves.
const SHORTEST_PASSPHRASE: usize = 4;
/// What a key file may weigh.
const LARGEST_IDENTITY: u64 = 1_000_000;

impl Application {
    /// Makes an identity for one person: a key of their own with a certificate in their name, in a
    /// file that their passphrase protects. The program keeps neither.
    ///
    /// # Errors
    /// When the name cannot be used, the passphrase is too short, or the file exists or cannot be
    /// written.
    pub fn create_identity(&mut self, input: CreateIdentity) -> Result<IdentityMade, Problem> {
        let passphrase = input.passphrase.reveal();
        let to = self.files.path(&input.to, &[FilePurpose::NewIdentity])?;
        let name = typed::name(&input.name, "name")?;
        if passphrase.chars().count() < SHORTEST_PASSPHRASE {
            return Err(Fact::PassphraseTooShort {
                least: SHORTEST_PASSPHRASE as u64,
            }
            .about("passphrase"));
        }
        let now = self.surroundings.now();
        let new = NewIdentity {
            name: &name,
            valid_from: now.timestamp(),
        };
        // Keys come from the system's own source, whatever the surroundings say.
        let file = Identity::create(&new, passphrase, &mut OsRng).map_err(not_made)?;
        let made = Identity::open(&file, passphrase).map_err(|error| Problem::fault(&error))?;
        write_private_file(&to, &file, Overwrite::Refuse)?;
        let words = self.words();
        let until = assessment::Moment::new(made.certificate().valid_until(), now.offset());
        Ok(IdentityMade {
            file: self.grant(&to, FilePurpose::OpenIdentity),
            name,
            fingerprint: made.fingerprint().to_string(),
            valid_until: words.date(until.date()),
            meaning: words.text("application-identity-meaning"),
        })
    }

    /// The certificate of an identity in PEM form, for others to trust.
    ///
    /// # Errors
    /// When the passphrase does not open the identity.
    pub fn certificate(&self, identity: &FileHandle, passphrase: &str) -> Result<String, Problem> {
        Ok(self.identity(identity, passphrase)?.certificate_pem())
    }

    /// Writes the certificate of an identity to a file, for others to trust.
    ///
    /// # Errors
    /// When the passphrase does not open the identity or the file cannot be written.
    pub fn save_certificate(
        &self,
        identity: &FileHandle,
        passphrase: &str,
        to: &Path,
    ) -> Result<(), Problem> {
        let pem = self.certificate(identity, passphrase)?;
        self.write_over(to, pem.as_bytes())
    }

    pub(super) fn identity(
        &self,
        file: &FileHandle,
        passphrase: &str,
    ) -> Result<Identity, Problem> {
        let purposes = [FilePurpose::OpenIdentity, FilePurpose::NewIdentity];
        let path = self.files.path(file, &purposes)?;
        let limit = self.words().size(LARGEST_IDENTITY);
        let bytes = read_regular(&path, LARGEST_IDENTITY, &limit)?;
        let name = name_of(&path);
        Identity::open(&bytes, passphrase).map_err(|refused| match refused {
            KeyRefused::WrongPassphrase => Fact::PassphraseWrong { name }.about("passphrase"),
            refused => unusable(name, why(&refused)),
        })
    }
}

fn not_made(fault: IdentityFault) -> Problem {
    match fault {
        IdentityFault::PassphraseEmpty => Fact::PassphraseTooShort {
            least: SHORTEST_PASSPHRASE as u64,
        }
        .about("passphrase"),
        IdentityFault::PassphraseCharacters => Fact::PassphraseUnusable.about("passphrase"),
        IdentityFault::Name => Fact::IdentityNotMade.about("name"),
        other => Problem::fault(&other),
    }
}

/// An identity that cannot sign, and why.
pub(super) fn unusable(name: String, why: Detail) -> Problem {
    Fact::IdentityUnusable { name }
        .about("identity")
        .with_details([why])
}

/// Why a key is not taken, in both languages.
pub(super) fn why(refused: &KeyRefused) -> Detail {
    match refused {
        KeyRefused::NotAKeyFile => Words::detail("identity-not-a-key-file"),
        KeyRefused::ProtectionUnsupported(_) => Words::detail("identity-protection"),
        KeyRefused::NoKey => Words::detail("identity-no-key"),
        KeyRefused::SeveralKeys => Words::detail("identity-several-keys"),
        KeyRefused::NoCertificate => Words::detail("identity-no-certificate"),
        // As text: the size of a key is a name more than a number, and is written without a dot.
        KeyRefused::RsaTooShort { bits } => {
            Words::detail_with("identity-rsa-weak", &[("bits", bits.to_string().into())])
        }
        KeyRefused::KindUnsupported(_) => Words::detail("identity-kind"),
        KeyRefused::NotForSigning => Words::detail("identity-not-for-signing"),
        other => Detail::Plain(other.to_string()),
    }
}
