//! Why a card or token cannot be used, as facts that can be told in plain words.

use cryptoki::error::{Error, RvError};
use signature::KeyFault;

/// How many times a PIN may still be mistyped, as far as a token says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tries {
    /// Nothing is said.
    Unsaid,
    /// It was mistyped before.
    Few,
    /// The next mistake locks it.
    Last,
    /// It is locked.
    None,
}

/// Why a card or token cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TokenFault {
    /// There is no file at that place.
    #[error("there is no such library")]
    LibraryMissing,
    /// The file is no library of PKCS#11 for this machine.
    #[error("this is not a library of PKCS#11: {0}")]
    NotALibrary(String),
    /// The library does not start.
    #[error("the library does not start: {0}")]
    LibraryFailed(String),
    /// No reader holds a card, and no token is plugged in.
    #[error("there is no card in a reader and no token")]
    NoToken,
    /// There is no certificate of a person on it.
    #[error("there is no certificate on the card")]
    NoCertificate,
    /// The key of the certificate is not on it.
    #[error("the key of the certificate is not on the card")]
    NoKey,
    /// The PIN is wrong.
    #[error("the PIN is wrong")]
    PinWrong(Tries),
    /// The PIN was mistyped too often.
    #[error("the PIN is locked")]
    PinLocked,
    /// Nobody has chosen a PIN yet, or it has to be changed first.
    #[error("the PIN has to be chosen or changed first")]
    PinToChange,
    /// The person, or the reader in their name, called it off.
    #[error("it was called off")]
    CalledOff,
    /// The card was taken out, or does not answer any more.
    #[error("the card is gone")]
    Gone,
    /// Anything else, in the words of PKCS#11.
    #[error("{0}")]
    Other(String),
}

impl From<Error> for TokenFault {
    fn from(error: Error) -> Self {
        match &error {
            Error::Pkcs11(code, _) => match code {
                code if is_gone(*code) => Self::Gone,
                code if is_called_off(*code) => Self::CalledOff,
                RvError::PinIncorrect | RvError::PinInvalid | RvError::PinLenRange => {
                    Self::PinWrong(Tries::Unsaid)
                }
                RvError::PinLocked => Self::PinLocked,
                RvError::PinExpired | RvError::UserPinNotInitialized => Self::PinToChange,
                code => Self::Other(format!("{code:?}")),
            },
            _ => Self::Other(error.to_string()),
        }
    }
}

/// What goes wrong while signing, for whoever asked for the signature.
pub(crate) fn while_signing(error: &Error) -> KeyFault {
    match error {
        Error::Pkcs11(code, _) if is_gone(*code) => KeyFault::Gone,
        Error::Pkcs11(code, _) if is_called_off(*code) => KeyFault::CalledOff,
        Error::Pkcs11(code, _) => KeyFault::Other(format!("{code:?}")),
        other => KeyFault::Other(other.to_string()),
    }
}

/// Whether a token cannot do what was asked, but may do the same in another way.
pub(crate) fn asks_another_way(error: &Error) -> bool {
    matches!(
        error,
        Error::NullFunctionPointer
            | Error::Pkcs11(
                RvError::MechanismInvalid
                    | RvError::MechanismParamInvalid
                    | RvError::KeyFunctionNotPermitted
                    | RvError::KeyTypeInconsistent
                    | RvError::FunctionNotSupported
                    | RvError::DataLenRange
                    | RvError::OperationActive
                    | RvError::OperationNotInitialized,
                _
            )
    )
}

/// What tokens and readers answer after the card was taken out.
fn is_gone(code: RvError) -> bool {
    matches!(
        code,
        RvError::DeviceRemoved
            | RvError::DeviceError
            | RvError::TokenNotPresent
            | RvError::TokenNotRecognized
            | RvError::SlotIdInvalid
            | RvError::SessionHandleInvalid
            | RvError::SessionClosed
            | RvError::KeyHandleInvalid
            | RvError::ObjectHandleInvalid
    )
}

fn is_called_off(code: RvError) -> bool {
    matches!(
        code,
        RvError::FunctionCanceled | RvError::FunctionRejected | RvError::Cancel
    )
}
