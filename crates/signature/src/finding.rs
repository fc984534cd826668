//! What a check found, as data: a code that a program can act on and the place where it was found.
//!
//! Sentences for people are made elsewhere, one per code and language; [`Code::all`] lets a test walk them.

use std::fmt;

use serde::{Serialize, Serializer};

/// How much a finding weighs in the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// Worth telling; the verdict stays as it is.
    Notice,
    /// Who signed is not established, although the bytes are intact.
    Untrusted,
    /// The file is not what was signed, or was not signed as it should have been.
    Altered,
    /// The file breaks the rules of its own format, so that two programs may see two documents.
    Malformed,
}

/// One thing that a check found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What was found.
    pub code: Code,
    /// The signature field concerned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The number of the PDF object concerned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<u32>,
    /// The place in the file, in bytes from its start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<usize>,
    /// A technical detail: a name from the file, a value, what was expected. Not a sentence.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub detail: String,
}

impl Finding {
    pub(crate) fn new(code: Code) -> Self {
        Self {
            code,
            field: None,
            object: None,
            at: None,
            detail: String::new(),
        }
    }

    pub(crate) fn at(mut self, at: usize) -> Self {
        self.at.get_or_insert(at);
        self
    }

    pub(crate) fn object(mut self, number: u32) -> Self {
        self.object.get_or_insert(number);
        self
    }

    pub(crate) fn field(mut self, field: &str) -> Self {
        self.field.get_or_insert_with(|| field.to_owned());
        self
    }

    pub(crate) fn detail(mut self, detail: impl fmt::Display) -> Self {
        self.detail = detail.to_string();
        self
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.as_str())?;
        if let Some(field) = &self.field {
            write!(f, ", field {field}")?;
        }
        if let Some(object) = self.object {
            write!(f, ", object {object}")?;
        }
        if let Some(at) = self.at {
            write!(f, ", byte {at}")?;
        }
        if !self.detail.is_empty() {
            write!(f, ": {}", self.detail)?;
        }
        Ok(())
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $effect:ident;)*) => {
        /// What can be found. The text of a code is stable: programs and translations depend on it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[$doc])* $name,)*
        }

        impl Code {
            /// The code as it stands in output for programs.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// How much the finding weighs in the verdict.
            #[must_use]
            pub const fn effect(self) -> Effect {
                match self { $(Self::$name => Effect::$effect,)* }
            }

            /// Every code, in the order of this list.
            pub fn all() -> impl Iterator<Item = Self> {
                [$(Self::$name,)*].into_iter()
            }
        }
    };
}

codes! {
    // The form of the file.

    /// The file does not begin with `%PDF-1.4` to `%PDF-2.0`.
    NotAPdf = "not-a-pdf", Malformed;
    /// The file is larger, deeper or more numerous in something than any report is.
    TooLarge = "too-large", Malformed;
    /// The file does not end with `startxref`, an offset and `%%EOF`.
    EndMissing = "end-missing", Malformed;
    /// Something stands where the format wants something else.
    Syntax = "syntax", Malformed;
    /// A cross-reference section is wrong, or not where the file says.
    CrossReference = "cross-reference", Malformed;
    /// A cross-reference entry does not lead to its object.
    ObjectMisplaced = "object-misplaced", Malformed;
    /// Bytes that belong to no object: a place to hide things.
    UnaccountedBytes = "unaccounted-bytes", Malformed;
    /// A reference to an object that does not exist: whoever adds it later changes the document.
    DanglingReference = "dangling-reference", Malformed;
    /// The file has both kinds of cross-reference at once, so that old and new programs see two documents.
    HybridFile = "hybrid-file", Malformed;
    /// The file is encrypted.
    Encrypted = "encrypted", Malformed;
    /// A stream with an encoding that this program does not read.
    UnknownFilter = "unknown-filter", Malformed;

    // What no report contains.

    /// A script, an action, a form or media.
    ActiveContent = "active-content", Altered;
    /// Layers that can be switched on and off.
    OptionalContent = "optional-content", Altered;
    /// An annotation other than a link or a prepared signature field.
    UnexpectedAnnotation = "unexpected-annotation", Altered;
    /// A form field other than a prepared signature field.
    UnexpectedField = "unexpected-field", Altered;
    /// An embedded file other than the report's own data.
    UnexpectedAttachment = "unexpected-attachment", Altered;
    /// A stream whose content stands in another file.
    ExternalContent = "external-content", Altered;

    // What changed after the report was made.

    /// The file was changed after the last signature.
    ChangedAfterSigning = "changed-after-signing", Altered;
    /// An object was added that is no signature.
    ObjectAdded = "object-added", Altered;
    /// An object was changed that is no signature field being filled.
    ObjectChanged = "object-changed", Altered;
    /// An object was removed.
    ObjectRemoved = "object-removed", Altered;
    /// An update fills no prepared field, or more than one.
    NotOneSignature = "not-one-signature", Altered;
    /// An update changed what the trailer says of the document.
    TrailerChanged = "trailer-changed", Altered;

    // What a signature says of itself.

    /// The signature lacks its byte range, or it is not four numbers from zero upwards.
    ByteRangeMalformed = "byte-range-malformed", Altered;
    /// The byte range leaves out more or less than the signature itself.
    ByteRangeGap = "byte-range-gap", Altered;
    /// The byte range does not reach the end of its revision.
    ByteRangeEnd = "byte-range-end", Altered;
    /// The signature's contents are missing or not written as they should be.
    ContentsMalformed = "contents-malformed", Altered;
    /// Not `/Filter /Adobe.PPKLite`, `/SubFilter /ETSI.CAdES.detached`.
    SignatureKind = "signature-kind", Altered;
    /// An entry of the signature dictionary is missing, unreadable or not allowed.
    SignatureEntry = "signature-entry", Altered;
    /// The name in the signature is not that of the person whom the field awaits.
    NameNotExpected = "name-not-expected", Altered;
    /// The first signature is not that of the person whom the report awaits first.
    FirstSigner = "first-signer", Altered;
    /// The first signature does not certify the document, or a later one does.
    Certification = "certification", Altered;

    // The cryptographic message.

    /// The message is not a CMS signature as PAdES wants it.
    MessageMalformed = "message-malformed", Altered;
    /// The signed attributes are not exactly content-type, message-digest and signing-certificate-v2.
    SignedAttributes = "signed-attributes", Altered;
    /// The signing certificate is missing, or another one than was signed.
    SigningCertificate = "signing-certificate", Altered;
    /// An algorithm or key that the policy does not allow.
    AlgorithmNotAllowed = "algorithm-not-allowed", Altered;
    /// The signed bytes have changed.
    DigestDiffers = "digest-differs", Altered;
    /// The signature was not made with the key of its certificate.
    SignatureInvalid = "signature-invalid", Altered;
    /// The timestamp is not right, or was made for something else.
    TimestampInvalid = "timestamp-invalid", Altered;
    /// A certificate came along that does not belong to the signer's chain.
    StrayCertificate = "stray-certificate", Altered;

    // Who signed.

    /// The certificate is not among the trusted ones, nor issued by one of them.
    SignerUnknown = "signer-unknown", Untrusted;
    /// A certificate was not valid at the time that the signature states.
    CertificateNotValid = "certificate-not-valid", Untrusted;
    /// A certificate was revoked when the signature was made; without a proven time, any revocation counts.
    CertificateRevoked = "certificate-revoked", Untrusted;
    /// The certificate may not be used for signing documents.
    CertificateUsage = "certificate-usage", Untrusted;
    /// The name in the certificate differs from the name in the signature.
    CertificateName = "certificate-name", Notice;
    /// Two people signed with the same certificate.
    CertificateShared = "certificate-shared", Notice;
    /// A later signature states an earlier time.
    TimesNotAscending = "times-not-ascending", Notice;
    /// The authority of a timestamp is not among the trusted ones, nor below one of them: its time counts as a statement only.
    TimestampUntrusted = "timestamp-untrusted", Notice;
    /// The validation data in the file leaves open whether a certificate was revoked.
    RevocationUnknown = "revocation-unknown", Notice;
    /// A signature states a time after that of its timestamp.
    TimeContradicted = "time-contradicted", Notice;
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The first of several findings in words, for an error that has room for one.
pub(crate) fn first(findings: &[Finding]) -> String {
    findings
        .first()
        .map(ToString::to_string)
        .unwrap_or_default()
}
