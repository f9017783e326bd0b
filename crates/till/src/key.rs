//! The till's secrets: the key that signs entries and the pepper of PINs. Kept in the operating system's
//! key store, or where there is none in a file only its owner can read; which of the two is recorded in
//! the journal and shown. Not here: what is signed.

use crate::fault::Fault;
use argon2::password_hash::{PasswordHasher, SaltString};
use argon2::{Algorithm, Argon2, Params, PasswordHash, PasswordVerifier, Version};
use data_encoding::HEXLOWER;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
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

    /// Stretches a PIN for keeping.
    pub fn hash_pin(&self, pin: &str) -> Result<String, Fault> {
        let fault = |error: argon2::password_hash::Error| Fault::Internal { cause: error.to_string() };
        let salt = SaltString::encode_b64(&random::<16>()?).map_err(fault)?;
        Ok(self.argon()?.hash_password(pin.as_bytes(), &salt).map_err(fault)?.to_string())
    }

    /// Whether `pin` is the one that was hashed.
    pub fn pin_fits(&self, pin: &str, phc: &str) -> Result<bool, Fault> {
        let argon = self.argon()?;
        Ok(PasswordHash::new(phc).is_ok_and(|hash| argon.verify_password(pin.as_bytes(), &hash).is_ok()))
    }
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
