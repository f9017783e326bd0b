//! Photographs of goods and makers, by their hash.

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

/// Throws a picture away that nothing names any more.
pub fn drop_unused(db: &Connection, hash: &str) -> Result<(), Fault> {
    db.execute(
        "DELETE FROM picture WHERE hash = ?1 AND NOT EXISTS (SELECT 1 FROM item WHERE picture = ?1)
             AND NOT EXISTS (SELECT 1 FROM piece WHERE picture = ?1)
             AND NOT EXISTS (SELECT 1 FROM consignor WHERE picture = ?1)
             AND NOT EXISTS (SELECT 1 FROM draft WHERE instr(body, ?1) > 0)",
        [hash],
    )?;
    Ok(())
}
