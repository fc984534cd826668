//! A timestamping authority that answers without a clock, and wrongly where a test wants it to.

use cms::{
    cert::{CertificateChoices, IssuerAndSerialNumber},
    content_info::{CmsVersion, ContentInfo},
    signed_data::{
        CertificateSet, EncapsulatedContentInfo, SignedData, SignerIdentifier, SignerInfo,
        SignerInfos,
    },
};
use der::{
    Any, AnyRef, Decode, Encode, Sequence, Tag,
    asn1::{Int, ObjectIdentifier, OctetString, SetOfVec},
};
use sha2::{Digest, Sha256};
use x509_cert::{attr::Attribute, spki::AlgorithmIdentifierOwned};

use super::people::{Made, Person, oid};
use crate::{Signer, policy};

/// An authority whose certificate may sign timestamps and nothing else.
pub(super) fn authority() -> Person {
    Made {
        for_timestamps: true,
        ..Made::new("Tijdstempeldienst Voorbeeld")
    }
    .make()
}

/// The beginning of a request; what follows is not looked at.
#[derive(Sequence)]
struct Request<'a> {
    version: u8,
    imprint: AnyRef<'a>,
    nonce: Int,
    with_certificate: bool,
}

/// An answer as it should be, unless a test changes a part.
pub(super) struct Answer {
    pub(super) time: &'static str,
    pub(super) status: u8,
    /// What it stands for, instead of what was asked.
    pub(super) imprint: Option<Vec<u8>>,
    /// Changes the attributes before they are signed.
    pub(super) attributes: fn(&mut Vec<Attribute>),
    /// Whether the signature on the token is right.
    pub(super) signs_well: bool,
    /// Certificates beside its own.
    pub(super) stray: Vec<crate::Certificate>,
}

impl Default for Answer {
    fn default() -> Self {
        Self {
            time: "20260304121500Z",
            status: 0,
            imprint: None,
            attributes: |_| {},
            signs_well: true,
            stray: Vec::new(),
        }
    }
}

impl Answer {
    /// The bytes of the answer (`.tsr`).
    pub(super) fn to(&self, request: &[u8], authority: &Person) -> Vec<u8> {
        let status = vec![u32::from(self.status)].to_der().unwrap();
        let token = self.token(request, authority);
        sequence(&[&status, &token])
    }

    fn token(&self, request: &[u8], authority: &Person) -> Vec<u8> {
        let request = Request::from_der(request).unwrap();
        assert!(request.version == 1 && request.with_certificate);
        let imprint = match &self.imprint {
            None => request.imprint.to_der().unwrap(),
            Some(hash) => sequence(&[
                &algorithm(policy::SHA_256).to_der().unwrap(),
                &OctetString::new(hash.as_slice()).unwrap().to_der().unwrap(),
            ]),
        };
        let content = sequence(&[
            &1_u8.to_der().unwrap(),
            &oid("1.2.3.4.1").to_der().unwrap(),
            &imprint,
            &7_u8.to_der().unwrap(),
            &Any::new(Tag::GeneralizedTime, self.time.as_bytes())
                .unwrap()
                .to_der()
                .unwrap(),
            &request.nonce.to_der().unwrap(),
        ]);
        self.signed(&content, authority)
    }

    fn signed(&self, content: &[u8], authority: &Person) -> Vec<u8> {
        let certificate = &authority.certificate;
        let hash = OctetString::new(Sha256::digest(certificate.der()).as_slice()).unwrap();
        let id = sequence(&[&sequence(&[&sequence(&[&hash.to_der().unwrap()])])]);
        let mut attributes = vec![
            attribute("1.2.840.113549.1.9.3", &TST_INFO.to_der().unwrap()),
            attribute(
                "1.2.840.113549.1.9.4",
                &OctetString::new(Sha256::digest(content).as_slice())
                    .unwrap()
                    .to_der()
                    .unwrap(),
            ),
            attribute("1.2.840.113549.1.9.16.2.47", &id),
        ];
        (self.attributes)(&mut attributes);
        let attributes = SetOfVec::try_from(attributes).unwrap();
        let mut signature = authority.sign(&attributes.to_der().unwrap()).unwrap();
        if !self.signs_well {
            signature = authority.sign(b"something else").unwrap();
        }
        let tbs = &certificate.parsed().tbs_certificate;
        let info = SignerInfo {
            version: CmsVersion::V1,
            sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
                issuer: tbs.issuer.clone(),
                serial_number: tbs.serial_number.clone(),
            }),
            digest_alg: algorithm(policy::SHA_256),
            signed_attrs: Some(attributes),
            signature_algorithm: algorithm(policy::ECDSA_SHA_256),
            signature: OctetString::new(signature).unwrap(),
            unsigned_attrs: None,
        };
        let certificates = std::iter::once(certificate)
            .chain(&authority.issuers)
            .chain(&self.stray)
            .map(|one| CertificateChoices::Certificate(one.parsed().clone()));
        let signed_data = SignedData {
            version: CmsVersion::V3,
            digest_algorithms: SetOfVec::try_from(vec![algorithm(policy::SHA_256)]).unwrap(),
            encap_content_info: EncapsulatedContentInfo {
                econtent_type: TST_INFO,
                econtent: Some(Any::encode_from(&OctetString::new(content).unwrap()).unwrap()),
            },
            certificates: Some(CertificateSet(SetOfVec::from_iter(certificates).unwrap())),
            crls: None,
            signer_infos: SignerInfos(SetOfVec::try_from(vec![info]).unwrap()),
        };
        let content = ContentInfo {
            content_type: oid("1.2.840.113549.1.7.2"),
            content: Any::encode_from(&signed_data).unwrap(),
        };
        content.to_der().unwrap()
    }
}

const TST_INFO: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.1.4");

fn algorithm(oid: ObjectIdentifier) -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned {
        oid,
        parameters: None,
    }
}

/// An attribute of one value.
pub(super) fn attribute(kind: &str, value: &[u8]) -> Attribute {
    Attribute {
        oid: oid(kind),
        values: SetOfVec::try_from(vec![Any::from_der(value).unwrap()]).unwrap(),
    }
}

/// A SEQUENCE of parts that are encoded already.
pub(super) fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    Any::new(Tag::Sequence, parts.concat())
        .unwrap()
        .to_der()
        .unwrap()
}
