//! Signers whose key is RSA: out of a file, and where the key stays with openssl, as with a token.

use std::sync::LazyLock;

use der::Decode;
use pkcs8::PrivateKeyInfo;

use super::{
    others::Openssl,
    people::signing,
    pki::read,
    reports::{ANNA, Form, report},
};
use crate::{
    Certificate, Code, Identity, KeyFault, KeyRefused, SignRefused, Signer, Verdict, sign, verify,
};

/// A key and its certificate in PEM form, made once: looking for primes takes its time.
type Pair = (Vec<u8>, Vec<u8>);

static OF_3072_BITS: LazyLock<Option<Pair>> = LazyLock::new(|| pair(3072));

fn pair(bits: usize) -> Option<Pair> {
    let openssl = Openssl::found()?;
    let bits = format!("rsa_keygen_bits:{bits}");
    Some(openssl.certificate(&["RSA", "-pkeyopt", &bits]))
}

/// Somebody with an RSA key in a file that openssl made.
pub(super) fn somebody() -> Option<Identity> {
    let openssl = Openssl::found()?;
    let (key, certificate) = OF_3072_BITS.as_ref()?;
    let file = openssl.key_file(key, certificate, &[], "geheim");
    Some(Identity::open(&file, "geheim").unwrap())
}

fn assert_signs(identity: &Identity) -> Vec<u8> {
    let pdf = sign(&report(Form::Table, &[ANNA]), &signing(ANNA), identity).unwrap();
    let verification = verify(&pdf, std::slice::from_ref(identity.certificate()));
    assert_eq!(
        (verification.verdict, verification.findings),
        (Verdict::Intact, Vec::new())
    );
    pdf
}

#[test]
fn an_rsa_key_from_a_file_signs_however_the_file_is_protected() {
    let (Some(openssl), Some((key, certificate))) = (Openssl::found(), &*OF_3072_BITS) else {
        return;
    };
    let protections: [&[&str]; 6] = [
        // What openssl writes today, and what it wrote.
        &[],
        &["-legacy"],
        &["-legacy", "-certpbe", "PBE-SHA1-RC2-128"],
        &["-keypbe", "NONE", "-certpbe", "NONE", "-macalg", "sha384"],
        // As Windows exports: its provider beside the key, the use of the key within it, and the two protections it offers.
        &[
            "-keysig",
            "-CSP",
            "Microsoft Enhanced RSA and AES Cryptographic Provider",
            "-keypbe",
            "PBE-SHA1-3DES",
            "-certpbe",
            "PBE-SHA1-RC2-40",
            "-macalg",
            "sha1",
            "-legacy",
        ],
        &[
            "-keysig",
            "-CSP",
            "Microsoft Software Key Storage Provider",
            "-keypbe",
            "AES-256-CBC",
            "-certpbe",
            "AES-256-CBC",
            "-macalg",
            "sha256",
        ],
    ];
    for protection in protections {
        let file = openssl.key_file(key, certificate, protection, "geheim");
        let identity = Identity::open(&file, "geheim")
            .unwrap_or_else(|refused| panic!("{protection:?}: {refused}"));
        assert_signs(&identity);
        assert_eq!(
            Identity::open(&file, "geheimer").unwrap_err(),
            KeyRefused::WrongPassphrase
        );
    }
}

#[test]
fn an_rsa_key_of_4096_bits_signs_too() {
    let (Some(openssl), Some((key, certificate))) = (Openssl::found(), pair(4096)) else {
        return;
    };
    let file = openssl.key_file(&key, &certificate, &[], "x");
    assert_signs(&Identity::open(&file, "x").unwrap());
}

#[test]
fn a_key_that_is_bound_to_pss_signs() {
    let Some(openssl) = Openssl::found() else {
        return;
    };
    let (key, certificate) = openssl.certificate(&["RSA-PSS", "-pkeyopt", "rsa_keygen_bits:3072"]);
    let file = openssl.key_file(&key, &certificate, &[], "x");
    assert_signs(&Identity::open(&file, "x").unwrap());
}

#[test]
fn the_message_names_pss_with_sha_256_throughout_and_a_salt_of_32_bytes() {
    let Some(identity) = somebody() else {
        return;
    };
    let message = crate::message::make(&[b"iets"], &identity).unwrap();
    // RFC 4055: RSASSA-PSS, its hash, its mask with the same hash, its salt; each hash with NULL.
    let algorithm = hex::decode(
        "304106092a864886f70d01010a3034a00f300d06096086480165030402010500\
         a11c301a06092a864886f70d010108300d06096086480165030402010500a203020120",
    );
    let algorithm = algorithm.unwrap();
    let named = message
        .windows(algorithm.len())
        .filter(|window| *window == algorithm);
    assert_eq!(named.count(), 1);
}

#[test]
fn two_signatures_of_one_key_differ_by_their_salt() {
    let Some(identity) = somebody() else {
        return;
    };
    let (first, second) = (identity.sign(b"iets"), identity.sign(b"iets"));
    assert_ne!(first.unwrap(), second.unwrap());
}

#[test]
fn rsa_numbers_that_do_not_belong_together_are_refused() {
    let (Some(openssl), Some((key, certificate))) = (Openssl::found(), &*OF_3072_BITS) else {
        return;
    };
    let (_, der) = der::pem::decode_vec(key).unwrap();
    let info = PrivateKeyInfo::from_der(&der).unwrap();
    let numbers = pkcs1::RsaPrivateKey::from_der(info.private_key).unwrap();
    for number in [numbers.private_exponent, numbers.prime1, numbers.prime2] {
        let (at, _) = der
            .windows(number.as_bytes().len())
            .enumerate()
            .find(|(_, window)| *window == number.as_bytes())
            .unwrap();
        let mut other = der.clone();
        // Still odd, and still of the same length.
        other[at + number.as_bytes().len() - 2] ^= 1;
        let pem = der::pem::encode_string("PRIVATE KEY", der::pem::LineEnding::LF, &other);
        let file = openssl.key_file(pem.unwrap().as_bytes(), certificate, &[], "x");
        assert_eq!(
            Identity::open(&file, "x").unwrap_err(),
            KeyRefused::NotAKeyFile
        );
    }
}

/// Somebody whose key stays with openssl.
struct Keeper {
    openssl: Openssl,
    certificate: Certificate,
    padding: &'static [&'static str],
}

const PSS: &[&str] = &[
    "-sigopt",
    "rsa_padding_mode:pss",
    "-sigopt",
    "rsa_pss_saltlen:32",
];

impl Keeper {
    fn found(bits: usize) -> Option<Self> {
        let openssl = Openssl::found()?;
        let bits = format!("rsa_keygen_bits:{bits}");
        let (_, certificate) = openssl.certificate(&["RSA", "-pkeyopt", &bits]);
        Some(Self {
            openssl,
            certificate: Certificate::from_pem_or_der(&certificate).unwrap(),
            padding: PSS,
        })
    }
}

impl Signer for Keeper {
    fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    fn issuers(&self) -> &[Certificate] {
        &[]
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, KeyFault> {
        let sign = [
            "dgst", "-sha256", "-sign", "key.pem", "-out", "s.bin", "m.bin",
        ];
        let arguments = [&sign[..4], self.padding, &sign[4..]].concat();
        let made = self.openssl.run(&arguments, &[("m.bin", message)]);
        made.map_err(KeyFault::Other)?;
        Ok(read(&self.openssl, "s.bin"))
    }
}

#[test]
fn an_rsa_key_elsewhere_signs_with_pss() {
    let Some(keeper) = Keeper::found(3072) else {
        return;
    };
    let pdf = sign(&report(Form::Table, &[ANNA]), &signing(ANNA), &keeper).unwrap();
    let verification = verify(&pdf, &[keeper.certificate]);
    assert_eq!(verification.verdict, Verdict::Intact);
    assert_eq!(verification.findings, []);
}

#[test]
fn nobody_signs_with_the_older_padding() {
    let Some(keeper) = Keeper::found(3072) else {
        return;
    };
    let older = Keeper {
        padding: &[],
        ..keeper
    };
    let refused = sign(&report(Form::Table, &[ANNA]), &signing(ANNA), &older);
    let Err(SignRefused::OwnResult(findings)) = refused else {
        panic!("refused")
    };
    assert_eq!(findings[0].code, Code::SignatureInvalid);
}

#[test]
fn a_small_rsa_key_does_not_sign() {
    let Some(keeper) = Keeper::found(2048) else {
        return;
    };
    let refused = sign(&report(Form::Table, &[ANNA]), &signing(ANNA), &keeper);
    assert!(matches!(refused, Err(SignRefused::CertificateNotFit(what)) if what.contains("2048")));
}
