//! Photographs of items, by their hash.

use crate::fault::Fault;
use rusqlite::{Connection, OptionalExtension, params};

/// Keeps a picture; one that is here already stays.
pub fn keep(db: &Connection, hash: &str, jpeg: &[u8]) -> Result<(), Fault> {
    db.prepare_cached("INSERT OR IGNORE INTO picture (hash, jpeg) VALUES (?1, ?2)")?.execute(params![hash, jpeg])?;
    Ok(())
}

/// The picture of a hash.
pub fn get(db: &Connection, hash: &str) -> Result<Option<Vec<u8>>, Fault> {
    Ok(db.prepare_cached("SELECT jpeg FROM picture WHERE hash = ?1")?.query_row([hash], |row| row.get(0)).optional()?)
}
