//! The till's secrets: the key that signs entries and the pepper of PINs. Kept in the operating system's
//! key store, or where there is none in a file only its owner can read; which of the two is recorded in
//! the journal and shown. Not here: what is signed.

use crate::fault::Fault;
use argon2::password_hash::{PasswordHasher, SaltString};
use argon2::{Algorithm, Argon2, Params, PasswordHash, PasswordVerifier, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use data_encoding::HEXLOWER;
use domain::typed::latin_digits;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use uuid::Uuid;

const SERVICE: &str = "odop-mart-till";
/// OWASP's minimum for Argon2id: 19 MiB, two passes, one lane.
const PIN_COST: (u32, u32, u32) = (19_456, 2, 1);

/// Where a till's secrets are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyStore {
    /// Secret Service, Keychain or Credential Manager.
    Os,
    /// A file beside the database with mode 0600.
    File,
}

impl KeyStore {
    /// As recorded.
    pub fn code(self) -> &'static str {
        match self {
            Self::Os => "os",
            Self::File => "file",
        }
    }

    /// From how it was recorded.
    pub fn parse(code: &str) -> Self {
        if code == "os" { Self::Os } else { Self::File }
    }
}

/// A till's secrets in memory.
pub struct DeviceKey {
    signing: SigningKey,
    pepper: [u8; 32],
}

/// Secure random bytes.
pub fn random<const N: usize>() -> Result<[u8; N], Fault> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| Fault::Internal { cause: error.to_string() })?;
    Ok(bytes)
}

impl DeviceKey {
    /// Makes secrets for `device` and keeps them: in the operating system's store if it takes them and gives
    /// them back, else in the file beside `db`.
    pub fn create(db: &Path, device: Uuid) -> Result<(Self, KeyStore), Fault> {
        let secret: [u8; 64] = random()?;
        let text = HEXLOWER.encode(&secret);
        let kept = keyring::Entry::new(SERVICE, &device.to_string())
            .and_then(|entry| entry.set_password(&text).and_then(|()| entry.get_password()))
            .is_ok_and(|back| back == text);
        if kept {
            return Ok((Self::from_secret(&secret), KeyStore::Os));
        }
        write_private(&key_file(db), text.as_bytes())?;
        Ok((Self::from_secret(&secret), KeyStore::File))
    }

    /// The secrets `create` kept.
    pub fn load(db: &Path, device: Uuid, store: KeyStore) -> Result<Self, Fault> {
        let text = match store {
            KeyStore::Os => keyring::Entry::new(SERVICE, &device.to_string())
                .and_then(|entry| entry.get_password())
                .map_err(|_| Fault::KeyMissing)?,
            KeyStore::File => fs::read_to_string(key_file(db)).map_err(|_| Fault::KeyMissing)?,
        };
        let secret = HEXLOWER.decode(text.trim().as_bytes()).map_err(|_| Fault::KeyMissing)?;
        Ok(Self::from_secret(&secret.try_into().map_err(|_| Fault::KeyMissing)?))
    }

    fn from_secret(secret: &[u8; 64]) -> Self {
        let (signing, pepper) = secret.split_at(32);
        Self {
            signing: SigningKey::from_bytes(signing.try_into().expect("half of 64")),
            pepper: pepper.try_into().expect("half of 64"),
        }
    }

    /// Signs.
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.signing.sign(message).to_bytes()
    }

    /// The till's own key for sealing; drawn from the secret that peppers PINs.
    pub fn sealing(&self) -> [u8; 32] {
        hmac(&self.pepper, b"odop-mart seal 1")
    }

    /// A keyed hash by which something personal is found again and not read.
    pub fn mark(&self, what: &str, text: &str) -> [u8; 32] {
        hmac(&hmac(&self.pepper, b"odop-mart mark 1"), format!("{what}:{text}").as_bytes())
    }

    /// The public half, hexadecimal.
    pub fn public_key(&self) -> String {
        HEXLOWER.encode(self.signing.verifying_key().as_bytes())
    }

    fn argon(&self) -> Result<Argon2<'_>, Fault> {
        let (memory, passes, lanes) = PIN_COST;
        let fault = |error: argon2::Error| Fault::Internal { cause: error.to_string() };
        let params = Params::new(memory, passes, lanes, None).map_err(fault)?;
        Argon2::new_with_secret(&self.pepper, Algorithm::Argon2id, Version::V0x13, params).map_err(fault)
    }

    /// Stretches a PIN for keeping, of whatever keyboard its digits are.
    pub fn hash_pin(&self, pin: &str) -> Result<String, Fault> {
        let fault = |error: argon2::password_hash::Error| Fault::Internal { cause: error.to_string() };
        let salt = SaltString::encode_b64(&random::<16>()?).map_err(fault)?;
        Ok(self.argon()?.hash_password(latin_digits(pin).as_bytes(), &salt).map_err(fault)?.to_string())
    }

    /// Whether `pin` is the one that was hashed.
    pub fn pin_fits(&self, pin: &str, phc: &str) -> Result<bool, Fault> {
        let argon = self.argon()?;
        Ok(PasswordHash::new(phc).is_ok_and(|hash| argon.verify_password(latin_digits(pin).as_bytes(), &hash).is_ok()))
    }
}

/// HMAC-SHA-256 (RFC 2104) of a key of 32 bytes.
fn hmac(key: &[u8; 32], text: &[u8]) -> [u8; 32] {
    let pad = |byte: u8| {
        let mut block = [byte; 64];
        block.iter_mut().zip(key).for_each(|(block, key)| *block ^= key);
        block
    };
    let inner = Sha256::new().chain_update(pad(0x36)).chain_update(text).finalize();
    Sha256::new().chain_update(pad(0x5c)).chain_update(inner).finalize().into()
}

/// Seals bytes with XChaCha20-Poly1305, bound to whom they are of; the nonce stands before the ciphertext.
pub fn seal(key: &[u8; 32], of: Uuid, text: &[u8]) -> Result<Vec<u8>, Fault> {
    let nonce: [u8; 24] = random()?;
    let sealed = XChaCha20Poly1305::new(key.into())
        .encrypt(XNonce::from_slice(&nonce), Payload { msg: text, aad: of.as_bytes() })
        .map_err(|error| Fault::Internal { cause: error.to_string() })?;
    Ok([&nonce[..], &sealed].concat())
}

/// What `seal` sealed; none for another key, another person or changed bytes.
pub fn unseal(key: &[u8; 32], of: Uuid, sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, text) = sealed.split_at_checked(24)?;
    XChaCha20Poly1305::new(key.into())
        .decrypt(XNonce::from_slice(nonce), Payload { msg: text, aad: of.as_bytes() })
        .ok()
}

/// Whether `signature` over `message` was made by the holder of `public_key` (hexadecimal).
pub fn signature_fits(public_key: &str, message: &[u8], signature: &[u8]) -> bool {
    let key = HEXLOWER.decode(public_key.as_bytes()).ok().and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
    let signature = <[u8; 64]>::try_from(signature).ok().map(|bytes| Signature::from_bytes(&bytes));
    match (key.and_then(|key| VerifyingKey::from_bytes(&key).ok()), signature) {
        (Some(key), Some(signature)) => key.verify_strict(message, &signature).is_ok(),
        _ => false,
    }
}

/// The secrets' file of a database.
pub fn key_file(db: &Path) -> PathBuf {
    db.with_added_extension("key")
}

/// Writes a file that only its owner can read, durably.
fn write_private(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    Ok(file.sync_all()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_for_its_person_alone() {
        let (key, of) = ([7; 32], Uuid::from_u128(1));
        let mut sealed = seal(&key, of, b"Asha").expect("sealed");
        assert_eq!(unseal(&key, of, &sealed).as_deref(), Some(&b"Asha"[..]));
        assert_eq!(unseal(&[8; 32], of, &sealed), None);
        assert_eq!(unseal(&key, Uuid::from_u128(2), &sealed), None);
        assert_eq!(unseal(&key, of, &sealed[..20]), None);
        sealed[30] ^= 1;
        assert_eq!(unseal(&key, of, &sealed), None);
    }

    #[test]
    fn a_mark_is_an_hmac() {
        // RFC 4231's second case has a short key, which HMAC pads with zeros.
        let mut key = [0; 32];
        key[..4].copy_from_slice(b"Jefe");
        let mac = hmac(&key, b"what do ya want for nothing?");
        assert_eq!(HEXLOWER.encode(&mac), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }
}
