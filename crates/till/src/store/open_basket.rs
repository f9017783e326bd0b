//! The second file: the open basket, who is signed in, and where the journal's head was. It lies beside the
//! journal and is written without a flush, so that a scan costs none; a kill loses nothing of it and a
//! power cut at most its last second (`sync`). Nothing here is a fact.

use crate::fault::Fault;
use domain::entry::Hash;
use rusqlite::{Connection, OptionalExtension, params};
use std::path::{Path, PathBuf};

/// The open file.
pub struct OpenBasket {
    db: Connection,
    dirty: bool,
    /// The journal's head, written with whatever is kept next.
    head: Option<Vec<u8>>,
}

/// Where it lies.
pub fn path_of(db: &Path) -> PathBuf {
    db.with_added_extension("open")
}

impl OpenBasket {
    /// Opens it. It is only a convenience: one that is damaged is put aside and begun anew.
    pub fn open(db: &Path) -> Result<Self, Fault> {
        let path = path_of(db);
        Self::open_file(&path).or_else(|_| {
            for suffix in ["", "-wal", "-shm"] {
                let mut name = path.as_os_str().to_owned();
                name.push(suffix);
                let _ = std::fs::remove_file(name);
            }
            Self::open_file(&path)
        })
    }

    fn open_file(path: &Path) -> Result<Self, Fault> {
        let db = Connection::open(path)?;
        db.busy_timeout(std::time::Duration::from_secs(2))?;
        db.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
        db.pragma_update(None, "synchronous", "normal")?;
        // Only `sync` brings it onto the disk; by itself it would flush in the middle of a scan.
        db.pragma_update(None, "wal_autocheckpoint", 0)?;
        db.execute_batch(
            "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID",
        )?;
        let _: Option<Vec<u8>> =
            db.query_row("SELECT value FROM kept WHERE key = 'basket'", [], |row| row.get(0)).optional()?;
        Ok(Self { db, dirty: false, head: None })
    }

    /// What is kept under a key.
    pub fn get(&self, key: &str) -> Result<Option<Vec<u8>>, Fault> {
        Ok(self
            .db
            .prepare_cached("SELECT value FROM kept WHERE key = ?1")?
            .query_row([key], |row| row.get(0))
            .optional()?)
    }

    /// Keeps something, without a flush.
    pub fn set(&mut self, key: &str, value: &[u8]) -> Result<(), Fault> {
        self.dirty = true;
        match self.head.take() {
            // One statement is one transaction: the head costs nothing beside a basket.
            Some(head) => self
                .db
                .prepare_cached("INSERT OR REPLACE INTO kept (key, value) VALUES ('head', ?1), (?2, ?3)")?
                .execute(params![head, key, value])?,
            None => self
                .db
                .prepare_cached("INSERT OR REPLACE INTO kept (key, value) VALUES (?1, ?2)")?
                .execute(params![key, value])?,
        };
        Ok(())
    }

    /// Keeps where the journal's head is, so that a cut tail shows: with what is kept next, at the latest in a second.
    pub fn set_head(&mut self, seq: i64, hash: &Hash) {
        self.head = Some([&seq.to_be_bytes()[..], hash].concat());
        self.dirty = true;
    }

    fn write_head(&mut self) -> Result<(), Fault> {
        match self.head.take() {
            Some(head) => self.set("head", &head),
            None => Ok(()),
        }
    }

    /// Where the journal's head was when last kept.
    pub fn head(&self) -> Result<Option<(i64, Hash)>, Fault> {
        Ok(self.get("head")?.and_then(|value| {
            let (seq, hash) = value.split_at_checked(8)?;
            Some((i64::from_be_bytes(seq.try_into().ok()?), hash.try_into().ok()?))
        }))
    }

    /// Brings what was kept onto the disk, if there is anything new. Called once a second, off the selling path.
    pub fn sync(&mut self) -> Result<(), Fault> {
        if self.dirty {
            self.write_head()?;
            self.db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
            self.dirty = false;
        }
        Ok(())
    }
}

impl Drop for OpenBasket {
    fn drop(&mut self) {
        let _ = self.write_head();
    }
}
