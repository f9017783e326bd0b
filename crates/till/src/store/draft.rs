//! Consignments being written down. They are this computer's own affair until they are taken.

use crate::fault::Fault;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

/// Keeps a draft.
pub fn keep(db: &Connection, id: Uuid, saved_us: i64, body: &str) -> Result<(), Fault> {
    db.prepare_cached("INSERT OR REPLACE INTO draft (id, saved_us, body) VALUES (?1, ?2, ?3)")?.execute(params![
        id.to_string(),
        saved_us,
        body
    ])?;
    Ok(())
}

/// One draft.
pub fn by_id(db: &Connection, id: Uuid) -> Result<Option<String>, Fault> {
    Ok(db
        .prepare_cached("SELECT body FROM draft WHERE id = ?1")?
        .query_row([id.to_string()], |row| row.get(0))
        .optional()?)
}

/// Every draft with when it was last kept, newest first.
pub fn all(db: &Connection) -> Result<Vec<(i64, String)>, Fault> {
    let mut statement = db.prepare_cached("SELECT saved_us, body FROM draft ORDER BY saved_us DESC, id")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Drops a draft; whether there was one.
pub fn drop(db: &Connection, id: Uuid) -> Result<bool, Fault> {
    Ok(db.prepare_cached("DELETE FROM draft WHERE id = ?1")?.execute([id.to_string()])? == 1)
}
