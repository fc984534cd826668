//! Key files (PKCS#12, RFC 7292): written one way, read in the ways that common programs write them.
//!
//! Written: the key under PBES2 with PBKDF2-HMAC-SHA-256 and AES-256-CBC, the certificate as it is (it is public), HMAC-SHA-256
//! over both. Read: also encrypted certificates, and the older protections with 3DES and RC2 that browsers and older openssl made. Nothing is read before the file's own checksum under the
//! passphrase is right, and costs that a file asks for are bounded.

use cbc::cipher::{BlockDecryptMut, KeyIvInit, block_padding::Pkcs7};
use cms::{content_info::ContentInfo, encrypted_data::EncryptedData};
use der::{
    Any, Decode, Encode, Sequence,
    asn1::{ContextSpecific, ObjectIdentifier, OctetString, SetOfVec},
};
use hmac::{Hmac, Mac};
use pkcs5::pbes2;
use pkcs8::EncodePrivateKey;
use pkcs12::{
    cert_type::CertBag,
    digest_info::DigestInfo,
    kdf::{Pkcs12KeyType, derive_key_utf8},
    mac_data::MacData,
    pfx::{Pfx, Version},
    safe_bag::SafeBag,
};
use rand_core::CryptoRngCore;
use sha1::Sha1;
use sha2::{Sha256, Sha384, Sha512};
use x509_cert::{attr::Attribute, spki::AlgorithmIdentifierOwned};
use zeroize::Zeroizing;

use super::{IdentityFault, KeyRefused};
use crate::{certificate::Certificate, policy};

/// Rounds for a file that is made here: a hundred times what openssl writes, and still less than a second on a small computer.
const ROUNDS: u32 = 250_000;
/// Rounds that a file may ask for, for its checksum and for each of its parts: a thousand times what is usual, and in all
/// still seconds.
const MOST_ROUNDS: u32 = 2_000_000;
/// Protected parts that a file may have: each costs its rounds. A file of one key has two, with its certificates protected apart.
const MOST_PARTS: usize = 4;
/// No key file is larger.
const LARGEST_FILE: usize = 1 << 20;

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const ENCRYPTED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.6");
const KEY_BAG: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.10.1.1");
const SHROUDED_KEY_BAG: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.10.1.2");
const CERTIFICATE_BAG: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.10.1.3");
const X509_CERTIFICATE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.22.1");
const FRIENDLY_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.20");
const LOCAL_KEY_ID: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.21");
const SHA_1: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.14.3.2.26");
const PBES2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.5.13");
const SHA_1_3DES: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.1.3");
const SHA_1_RC2_128: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.1.5");
const SHA_1_RC2_40: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.1.6");

/// What a key file holds.
pub(crate) struct Contents {
    /// The private key (PKCS#8).
    pub(crate) key: Zeroizing<Vec<u8>>,
    pub(crate) certificates: Vec<Certificate>,
}

/// A protected key (RFC 5208).
#[derive(Sequence)]
struct Shrouded {
    algorithm: AlgorithmIdentifierOwned,
    data: OctetString,
}

/// Parameters of the older protections.
#[derive(Sequence)]
struct Salted {
    salt: OctetString,
    rounds: u32,
}

/// Reads a key file.
pub(crate) fn read(file: &[u8], passphrase: &str) -> Result<Contents, KeyRefused> {
    if file.len() > LARGEST_FILE {
        return Err(KeyRefused::NotAKeyFile);
    }
    let pfx = Pfx::from_der(file).map_err(damaged)?;
    let safe = Zeroizing::new(data(&pfx.auth_safe)?);
    check_mac(pfx.mac_data.as_ref(), &safe, passphrase)?;
    let mut keys = Vec::new();
    let mut certificates = Vec::new();
    let mut parts = 0;
    let mut decrypt = |algorithm: &AlgorithmIdentifierOwned, bytes: &[u8]| {
        parts += 1;
        if parts > MOST_PARTS {
            let what = format!("more than {MOST_PARTS} parts");
            return Err(KeyRefused::ProtectionUnsupported(what));
        }
        decrypt(algorithm, bytes, passphrase)
    };
    for content in Vec::<ContentInfo>::from_der(&safe).map_err(damaged)? {
        let bags = match content.content_type {
            DATA => Zeroizing::new(data(&content)?),
            ENCRYPTED_DATA => {
                let encrypted: EncryptedData = content.content.decode_as().map_err(damaged)?;
                let info = encrypted.enc_content_info;
                let bytes = info.encrypted_content.ok_or(KeyRefused::NotAKeyFile)?;
                decrypt(&info.content_enc_alg, bytes.as_bytes())?
            }
            other => return Err(KeyRefused::ProtectionUnsupported(other.to_string())),
        };
        for bag in Vec::<SafeBag>::from_der(&bags).map_err(damaged)? {
            let value = Zeroizing::new(bag.bag_value);
            match bag.bag_id {
                KEY_BAG => keys.push(Zeroizing::new(
                    explicit::<Any>(&value)?.to_der().map_err(damaged)?,
                )),
                SHROUDED_KEY_BAG => {
                    let shrouded: Shrouded = explicit(&value)?;
                    keys.push(decrypt(&shrouded.algorithm, shrouded.data.as_bytes())?);
                }
                CERTIFICATE_BAG => {
                    let bag: CertBag = explicit(&value)?;
                    if bag.cert_id == X509_CERTIFICATE {
                        certificates.push(
                            Certificate::from_der(bag.cert_value.as_bytes())
                                .map_err(|_| KeyRefused::NotAKeyFile)?,
                        );
                    }
                }
                _ => {}
            }
        }
    }
    let mut keys = keys.into_iter();
    match (keys.next(), keys.next()) {
        (Some(key), None) => Ok(Contents { key, certificates }),
        (None, _) => Err(KeyRefused::NoKey),
        (Some(_), Some(_)) => Err(KeyRefused::SeveralKeys),
    }
}

fn damaged(_: der::Error) -> KeyRefused {
    KeyRefused::NotAKeyFile
}

fn data(content: &ContentInfo) -> Result<Vec<u8>, KeyRefused> {
    if content.content_type != DATA {
        return Err(KeyRefused::ProtectionUnsupported(
            content.content_type.to_string(),
        ));
    }
    let octets: OctetString = content.content.decode_as().map_err(damaged)?;
    Ok(octets.into_bytes())
}

/// The value of a bag, which the `pkcs12` crate hands out with its `[0]` around it.
fn explicit<'a, T>(bag: &'a [u8]) -> Result<T, KeyRefused>
where
    T: Decode<'a> + der::Tagged + der::DecodeValue<'a> + 'a,
{
    ContextSpecific::<T>::from_der(bag)
        .map(|tagged| tagged.value)
        .map_err(damaged)
}

fn bounded(rounds: u32) -> Result<i32, KeyRefused> {
    if rounds > MOST_ROUNDS {
        return Err(KeyRefused::ProtectionUnsupported(format!(
            "{rounds} rounds"
        )));
    }
    i32::try_from(rounds).map_err(|_| KeyRefused::NotAKeyFile)
}

fn check_mac(mac: Option<&MacData>, safe: &[u8], passphrase: &str) -> Result<(), KeyRefused> {
    // A file without a checksum could have been changed by anyone.
    let mac = mac.ok_or_else(|| KeyRefused::ProtectionUnsupported("no checksum".to_owned()))?;
    let rounds = bounded(u32::try_from(mac.iterations).map_err(|_| KeyRefused::NotAKeyFile)?)?;
    let salt = mac.mac_salt.as_bytes();
    macro_rules! check {
        ($hash:ty) => {{
            let length = <$hash as sha2::Digest>::output_size();
            let key =
                derive_key_utf8::<$hash>(passphrase, salt, Pkcs12KeyType::Mac, rounds, length);
            let key = Zeroizing::new(key.map_err(|_| KeyRefused::WrongPassphrase)?);
            let hmac = Hmac::<$hash>::new_from_slice(&key).map_err(|_| KeyRefused::NotAKeyFile)?;
            hmac.chain_update(safe)
                .verify_slice(mac.mac.digest.as_bytes())
                .map_err(|_| KeyRefused::WrongPassphrase)
        }};
    }
    match mac.mac.algorithm.oid {
        SHA_1 => check!(Sha1),
        policy::SHA_256 => check!(Sha256),
        policy::SHA_384 => check!(Sha384),
        policy::SHA_512 => check!(Sha512),
        other => Err(KeyRefused::ProtectionUnsupported(other.to_string())),
    }
}

fn decrypt(
    algorithm: &AlgorithmIdentifierOwned,
    bytes: &[u8],
    passphrase: &str,
) -> Result<Zeroizing<Vec<u8>>, KeyRefused> {
    let parameters = algorithm
        .parameters
        .as_ref()
        .ok_or(KeyRefused::NotAKeyFile)?;
    if algorithm.oid == PBES2 {
        let der = parameters.to_der().map_err(damaged)?;
        let unsupported = || KeyRefused::ProtectionUnsupported(PBES2.to_string());
        let parameters = pbes2::Parameters::from_der(&der).map_err(|_| unsupported())?;
        match &parameters.kdf {
            pbes2::Kdf::Pbkdf2(pbkdf2) => bounded(pbkdf2.iteration_count)?,
            _ => return Err(unsupported()),
        };
        // The passphrase is known to be right, so that anything else is an algorithm that is not there.
        return parameters
            .decrypt(passphrase, bytes)
            .map(Zeroizing::new)
            .map_err(|_| unsupported());
    }
    let salted: Salted = parameters.decode_as().map_err(damaged)?;
    let rounds = bounded(salted.rounds)?;
    let derive = |kind, length| {
        let key = derive_key_utf8::<Sha1>(passphrase, salted.salt.as_bytes(), kind, rounds, length);
        key.map(Zeroizing::new)
            .map_err(|_| KeyRefused::WrongPassphrase)
    };
    let iv = derive(Pkcs12KeyType::Iv, 8)?;
    let clear = match algorithm.oid {
        SHA_1_3DES => cbc::Decryptor::<des::TdesEde3>::new_from_slices(
            &derive(Pkcs12KeyType::EncryptionKey, 24)?,
            &iv,
        )
        .map_err(|_| KeyRefused::NotAKeyFile)?
        .decrypt_padded_vec_mut::<Pkcs7>(bytes),
        SHA_1_RC2_128 | SHA_1_RC2_40 => {
            let length = if algorithm.oid == SHA_1_RC2_40 { 5 } else { 16 };
            let key = derive(Pkcs12KeyType::EncryptionKey, length)?;
            let cipher = rc2::Rc2::new_with_eff_key_len(&key, length * 8);
            let iv = cbc::cipher::Iv::<cbc::Decryptor<rc2::Rc2>>::clone_from_slice(&iv);
            <cbc::Decryptor<rc2::Rc2> as cbc::cipher::InnerIvInit>::inner_iv_init(cipher, &iv)
                .decrypt_padded_vec_mut::<Pkcs7>(bytes)
        }
        other => return Err(KeyRefused::ProtectionUnsupported(other.to_string())),
    };
    clear
        .map(Zeroizing::new)
        .map_err(|_| KeyRefused::NotAKeyFile)
}

/// Writes a key file with one key and its certificate.
pub(crate) fn write(
    key: &p256::ecdsa::SigningKey,
    certificate: &Certificate,
    name: &str,
    passphrase: &str,
    rng: &mut impl CryptoRngCore,
) -> Result<Vec<u8>, IdentityFault> {
    let (mut salt, mut iv, mut mac_salt) = ([0; 16], [0; 16], [0; 16]);
    for random in [&mut salt, &mut iv, &mut mac_salt] {
        rng.fill_bytes(random);
    }
    let encoding = |error: &dyn std::fmt::Display| IdentityFault::Encoding(error.to_string());
    let pkcs8 = key.to_pkcs8_der().map_err(|error| encoding(&error))?;
    let parameters = pbes2::Parameters::pbkdf2_sha256_aes256cbc(ROUNDS, &salt, &iv)
        .map_err(|error| encoding(&error))?;
    let shrouded = parameters
        .encrypt(passphrase, pkcs8.as_bytes())
        .map_err(|error| encoding(&error))?;
    let file = || -> der::Result<Vec<u8>> {
        let parameters = Some(Any::encode_from(&parameters)?);
        let algorithm = AlgorithmIdentifierOwned {
            oid: PBES2,
            parameters,
        };
        let key = Shrouded {
            algorithm,
            data: OctetString::new(shrouded)?,
        };
        sealed(&safe(&key, certificate, name)?, &mac_salt, passphrase)
    };
    file().map_err(|error| encoding(&error))
}

fn safe(key: &Shrouded, certificate: &Certificate, name: &str) -> der::Result<Vec<u8>> {
    let labels = labels(name, &certificate.fingerprint().0)?;
    let bag = |bag_id, bag_value| SafeBag {
        bag_id,
        bag_value,
        bag_attributes: Some(labels.clone()),
    };
    let certificate = CertBag {
        cert_id: X509_CERTIFICATE,
        cert_value: OctetString::new(certificate.der())?,
    };
    let contents = |bag: SafeBag| -> der::Result<ContentInfo> {
        let content = Any::encode_from(&OctetString::new(vec![bag].to_der()?)?)?;
        Ok(ContentInfo {
            content_type: DATA,
            content,
        })
    };
    vec![
        contents(bag(CERTIFICATE_BAG, certificate.to_der()?))?,
        contents(bag(SHROUDED_KEY_BAG, key.to_der()?))?,
    ]
    .to_der()
}

fn sealed(safe: &[u8], salt: &[u8], passphrase: &str) -> der::Result<Vec<u8>> {
    // The keys come from random bytes already; these rounds only keep guessing passphrases here as slow as there.
    let rounds = i32::try_from(ROUNDS).unwrap_or(i32::MAX);
    let key = Zeroizing::new(derive_key_utf8::<Sha256>(
        passphrase,
        salt,
        Pkcs12KeyType::Mac,
        rounds,
        32,
    )?);
    let hmac = Hmac::<Sha256>::new_from_slice(&key).map_err(|_| der::ErrorKind::Failed)?;
    let digest = hmac.chain_update(safe).finalize().into_bytes();
    Pfx {
        version: Version::V3,
        auth_safe: ContentInfo {
            content_type: DATA,
            content: Any::encode_from(&OctetString::new(safe)?)?,
        },
        mac_data: Some(MacData {
            mac: DigestInfo {
                algorithm: AlgorithmIdentifierOwned {
                    oid: policy::SHA_256,
                    parameters: Some(Any::null()),
                },
                digest: OctetString::new(digest.as_slice())?,
            },
            mac_salt: OctetString::new(salt)?,
            iterations: rounds,
        }),
    }
    .to_der()
}

/// The name that programs show, and the mark by which a certificate finds its key.
fn labels(name: &str, id: &[u8]) -> der::Result<SetOfVec<Attribute>> {
    let one = |oid, value| -> der::Result<Attribute> {
        Ok(Attribute {
            oid,
            values: SetOfVec::try_from(vec![value])?,
        })
    };
    let mark = Any::encode_from(&OctetString::new(id)?)?;
    let mut labels = vec![one(LOCAL_KEY_ID, mark)?];
    if let Ok(name) = der::asn1::BmpString::from_utf8(name) {
        labels.push(one(FRIENDLY_NAME, Any::encode_from(&name)?)?);
    }
    SetOfVec::try_from(labels)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file with so many protected parts, each of which asks for so many rounds.
    fn file(parts: usize, rounds: u32) -> Vec<u8> {
        let parameters = |rounds| {
            pbes2::Parameters::pbkdf2_sha256_aes256cbc(rounds, &[1; 16], &[2; 16]).unwrap()
        };
        let key = Shrouded {
            algorithm: AlgorithmIdentifierOwned {
                oid: PBES2,
                parameters: Some(Any::encode_from(&parameters(rounds)).unwrap()),
            },
            data: OctetString::new(parameters(1).encrypt("geheim", b"no key").unwrap()).unwrap(),
        };
        let bag = || SafeBag {
            bag_id: SHROUDED_KEY_BAG,
            bag_value: key.to_der().unwrap(),
            bag_attributes: None,
        };
        let bags: Vec<SafeBag> = (0..parts).map(|_| bag()).collect();
        let octets = OctetString::new(bags.to_der().unwrap()).unwrap();
        let content = ContentInfo {
            content_type: DATA,
            content: Any::encode_from(&octets).unwrap(),
        };
        sealed(&vec![content].to_der().unwrap(), &[3; 16], "geheim").unwrap()
    }

    fn refused(file: &[u8]) -> KeyRefused {
        read(file, "geheim").map(|_| ()).unwrap_err()
    }

    #[test]
    fn a_key_file_with_many_protected_parts_is_refused() {
        assert_eq!(refused(&file(MOST_PARTS, 1)), KeyRefused::SeveralKeys);
        let many = refused(&file(MOST_PARTS + 1, 1));
        assert!(
            matches!(many, KeyRefused::ProtectionUnsupported(_)),
            "{many}"
        );
    }

    #[test]
    fn a_key_file_that_asks_for_many_rounds_is_refused() {
        let rounds = MOST_ROUNDS + 1;
        assert_eq!(
            refused(&file(1, rounds)),
            KeyRefused::ProtectionUnsupported(format!("{rounds} rounds"))
        );
    }
}
