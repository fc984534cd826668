//! Signers whose key is RSA: the key stays with openssl, as with a token.

use super::{
    others::Openssl,
    people::signing,
    pki::read,
    reports::{ANNA, Form, report},
};
use crate::{Certificate, Code, KeyFault, SignRefused, Signer, Verdict, sign, verify};

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
        made.map_err(KeyFault)?;
        Ok(read(&self.openssl, "s.bin"))
    }
}

#[test]
fn an_rsa_key_signs_with_pss() {
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
