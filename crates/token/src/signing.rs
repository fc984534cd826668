//! A key on a card or token that signs.

use std::fmt;

use cryptoki::{
    error::Error,
    mechanism::{
        Mechanism, MechanismType,
        rsa::{PkcsMgfType, PkcsPssParams},
    },
    object::{Attribute, AttributeType, KeyType, ObjectClass, ObjectHandle},
    session::{Session, UserType},
    slot::Slot,
    types::AuthPin,
};
use signature::{Certificate, KeyFault, Scheme, Signer};

use crate::{
    fault::{TokenFault, Tries, asks_another_way, while_signing},
    library::{Library, tries},
    on_token::OnToken,
};

/// A key on a card or token, ready to sign. When this is dropped, the card is let go, and the PIN is wiped from memory.
pub struct TokenSigner {
    // In this order: a session ends before its library is let go.
    session: Session,
    library: Library,
    slot: Slot,
    key: ObjectHandle,
    scheme: Scheme,
    certificate: Certificate,
    issuers: Vec<Certificate>,
    /// Kept only where the key wants it again at each signature.
    pin_each_time: Option<Option<AuthPin>>,
}

impl TokenSigner {
    pub(crate) fn unlock(
        library: Library,
        wanted: OnToken,
        pin: Option<&str>,
    ) -> Result<Self, TokenFault> {
        let scheme = wanted
            .certificate
            .scheme()
            .map_err(|refused| TokenFault::Other(refused.to_string()))?;
        let info = library.info(wanted.slot)?;
        let session = library.cryptoki().open_ro_session(wanted.slot)?;
        // An exact copy: nothing of it is left behind when it moves into the box that wipes itself.
        let pin = pin
            .filter(|_| !info.protected_authentication_path())
            .map(|pin| AuthPin::new(pin.into()));
        if info.login_required() {
            log_in(&library, &session, wanted.slot, pin.as_ref())?;
        }
        let key = find_key(&session, &wanted.id, scheme)?;
        let pin_each_time = always_authenticates(&session, key)?.then_some(pin);
        Ok(Self {
            session,
            library,
            slot: wanted.slot,
            key,
            scheme,
            certificate: wanted.certificate,
            issuers: wanted.issuers,
            pin_each_time,
        })
    }

    /// Signs in one way.
    fn attempt(&self, way: &Way, message: &[u8]) -> Result<Vec<u8>, Error> {
        let digest;
        let data = if way.hashes {
            message
        } else {
            digest = self.scheme.digest(message);
            &digest
        };
        let Some(pin) = &self.pin_each_time else {
            return self.session.sign(&way.mechanism, self.key, data);
        };
        self.session.sign_init(&way.mechanism, self.key)?;
        self.session
            .login(UserType::ContextSpecific, pin.as_ref())?;
        self.session.sign_update(data)?;
        self.session.sign_final()
    }
}

impl fmt::Debug for TokenSigner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TokenSigner({:?})", self.certificate)
    }
}

impl Signer for TokenSigner {
    fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    fn issuers(&self) -> &[Certificate] {
        &self.issuers
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, KeyFault> {
        let offered = self
            .library
            .cryptoki()
            .get_mechanism_list(self.slot)
            .map_err(|error| while_signing(&error))?;
        let mut ways = ways(self.scheme);
        if self.pin_each_time.is_some() {
            // That takes several steps, which tokens rather take when they do the hashing.
            ways.sort_by_key(|way| !way.hashes);
        }
        for way in ways {
            if !offered.contains(&way.mechanism.mechanism_type()) {
                continue;
            }
            match self.attempt(&way, message) {
                Ok(raw) => return self.scheme.encode(raw),
                Err(error) if asks_another_way(&error) => {}
                Err(error) => return Err(while_signing(&error)),
            }
        }
        Err(KeyFault::CannotSign(self.scheme.to_string()))
    }
}

/// One of the ways in which a token can make a signature.
struct Way {
    mechanism: Mechanism<'static>,
    /// Whether the token does the hashing.
    hashes: bool,
}

/// The ways that lead to the same signature, the commonest first.
fn ways(scheme: Scheme) -> Vec<Way> {
    let way = |mechanism, hashes| Way { mechanism, hashes };
    let pss = PkcsPssParams {
        hash_alg: MechanismType::SHA256,
        mgf: PkcsMgfType::MGF1_SHA256,
        s_len: 32.into(),
    };
    match scheme {
        Scheme::EcdsaSha256 => vec![
            way(Mechanism::Ecdsa, false),
            way(Mechanism::EcdsaSha256, true),
        ],
        Scheme::EcdsaSha384 => vec![
            way(Mechanism::Ecdsa, false),
            way(Mechanism::EcdsaSha384, true),
        ],
        Scheme::PssSha256 => vec![
            way(Mechanism::Sha256RsaPkcsPss(pss), true),
            way(Mechanism::RsaPkcsPss(pss), false),
        ],
        _ => Vec::new(),
    }
}

/// Gives the PIN, but not to a token that would lock itself or is locked.
fn log_in(
    library: &Library,
    session: &Session,
    slot: Slot,
    pin: Option<&AuthPin>,
) -> Result<(), TokenFault> {
    if tries(&library.info(slot)?) == Tries::None {
        return Err(TokenFault::PinLocked);
    }
    let refused = match session.login(UserType::User, pin) {
        Ok(()) => return Ok(()),
        Err(Error::Pkcs11(cryptoki::error::RvError::UserAlreadyLoggedIn, _)) => return Ok(()),
        Err(error) => TokenFault::from(error),
    };
    Err(match refused {
        // What is left is known only now.
        TokenFault::PinWrong(_) => match tries(&library.info(slot)?) {
            Tries::None => TokenFault::PinLocked,
            left => TokenFault::PinWrong(left),
        },
        other => other,
    })
}

/// The key that belongs to a certificate: by its mark, or because no other of its kind is there. A wrong one would show: what it
/// signs is verified with the certificate before anybody gets it.
fn find_key(session: &Session, id: &[u8], scheme: Scheme) -> Result<ObjectHandle, TokenFault> {
    let kind = match scheme {
        Scheme::PssSha256 => KeyType::RSA,
        _ => KeyType::EC,
    };
    let of_kind = [
        Attribute::Class(ObjectClass::PRIVATE_KEY),
        Attribute::KeyType(kind),
    ];
    let mut marked = of_kind.to_vec();
    marked.push(Attribute::Id(id.to_vec()));
    if !id.is_empty()
        && let Some(key) = session.find_objects(&marked)?.first()
    {
        return Ok(*key);
    }
    match session.find_objects(&of_kind)?.as_slice() {
        [only] => Ok(*only),
        _ => Err(TokenFault::NoKey),
    }
}

/// Whether the key wants the PIN again for each signature, as keys for signing by hand often do.
fn always_authenticates(session: &Session, key: ObjectHandle) -> Result<bool, TokenFault> {
    let known = session.get_attributes(key, &[AttributeType::AlwaysAuthenticate])?;
    Ok(known.contains(&Attribute::AlwaysAuthenticate(true)))
}
