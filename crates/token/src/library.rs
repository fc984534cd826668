//! The library that came with a card or token: loaded, asked what is in the readers, and let go.

use std::path::Path;

use cryptoki::{
    context::{CInitializeArgs, CInitializeFlags, Pkcs11},
    error::{Error, RvError},
    slot::{Slot, TokenInfo},
};

use crate::{
    fault::{TokenFault, Tries},
    on_token::{self, OnToken},
    signing::TokenSigner,
};

/// A library of PKCS#11 that was loaded. It is let go when this is dropped.
pub struct Library {
    cryptoki: Pkcs11,
    /// Whether it was started here: then it is stopped here as well.
    is_ours: bool,
}

impl Library {
    /// Loads a library.
    ///
    /// # Errors
    /// When there is no such file, or it is no library of PKCS#11.
    pub fn load(file: &Path) -> Result<Self, TokenFault> {
        // Without this, the system would look for the name in places of its own.
        if !file.is_absolute() || !file.is_file() {
            return Err(TokenFault::LibraryMissing);
        }
        let cryptoki = Pkcs11::new(file).map_err(|error| match error {
            Error::Pkcs11(..) => TokenFault::LibraryFailed(error.to_string()),
            other => TokenFault::NotALibrary(other.to_string()),
        })?;
        let start = CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK);
        let is_ours = match cryptoki.initialize(start) {
            Ok(()) => true,
            Err(Error::Pkcs11(RvError::CryptokiAlreadyInitialized, _)) => false,
            Err(error) => return Err(TokenFault::LibraryFailed(error.to_string())),
        };
        Ok(Self { cryptoki, is_ours })
    }

    /// The certificates of persons on every card and token, those of their issuers apart. Nobody needs a PIN to see them. Whether
    /// the key is there too shows only after the PIN.
    ///
    /// # Errors
    /// When there is no card or token, or no certificate on it.
    pub fn certificates(&self) -> Result<Vec<OnToken>, TokenFault> {
        let mut found = Vec::new();
        let mut any = false;
        for slot in self.cryptoki.get_slots_with_token()? {
            let Ok(info) = self.cryptoki.get_token_info(slot) else {
                // Taken out just now.
                continue;
            };
            if info.token_initialized() {
                any = true;
                let session = self.cryptoki.open_ro_session(slot)?;
                found.extend(on_token::certificates(&session, slot, &info)?);
            }
        }
        match (any, found.is_empty()) {
            (false, _) => Err(TokenFault::NoToken),
            (true, true) => Err(TokenFault::NoCertificate),
            (true, false) => Ok(found),
        }
    }

    /// Makes the key of a certificate ready to sign. Without a PIN, the reader asks for it.
    ///
    /// # Errors
    /// When the PIN is not right, or the key is not there.
    pub fn unlock(self, wanted: OnToken, pin: Option<&str>) -> Result<TokenSigner, TokenFault> {
        TokenSigner::unlock(self, wanted, pin)
    }

    pub(crate) fn cryptoki(&self) -> &Pkcs11 {
        &self.cryptoki
    }

    pub(crate) fn info(&self, slot: Slot) -> Result<TokenInfo, TokenFault> {
        Ok(self.cryptoki.get_token_info(slot)?)
    }
}

impl Drop for Library {
    fn drop(&mut self) {
        if self.is_ours {
            // Nothing is left to do for whoever let it go.
            let _ = self.cryptoki.clone().finalize();
        }
    }
}

/// How many times the PIN may still be mistyped.
pub(crate) fn tries(info: &TokenInfo) -> Tries {
    if info.user_pin_locked() {
        Tries::None
    } else if info.user_pin_final_try() {
        Tries::Last
    } else if info.user_pin_count_low() {
        Tries::Few
    } else {
        Tries::Unsaid
    }
}
