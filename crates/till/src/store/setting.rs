//! This computer's own settings.

use crate::fault::Fault;
use rusqlite::{Connection, OptionalExtension};

/// The value of a key.
pub fn get(db: &Connection, key: &str) -> Result<Option<String>, Fault> {
    Ok(db.prepare_cached("SELECT value FROM setting WHERE key = ?1")?.query_row([key], |row| row.get(0)).optional()?)
}

/// Sets a key.
pub fn set(db: &Connection, key: &str, value: &str) -> Result<(), Fault> {
    db.prepare_cached("INSERT OR REPLACE INTO setting (key, value) VALUES (?1, ?2)")?.execute([key, value])?;
    Ok(())
}
