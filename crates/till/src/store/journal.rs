//! The journal's rows: appended, and read in order. Not here: what an entry changes elsewhere (`apply`).

use crate::fault::Fault;
use domain::entry::{GENESIS, Hash, Header, Payload};
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

/// One row as it stands.
#[derive(Debug, Clone)]
pub struct Row {
    /// All of the header; `device` is filled by who knows the till.
    pub header: Header,
    /// The bytes that were hashed.
    pub payload: Vec<u8>,
    /// The link before.
    pub previous_hash: Hash,
    /// This link.
    pub hash: Hash,
    /// Over the hash.
    pub signature: Vec<u8>,
}

/// Appends a row and its document numbers.
pub fn append(db: &Connection, row: &Row) -> Result<(), Fault> {
    let header = &row.header;
    db.prepare_cached(
        "INSERT INTO journal (seq, epoch, entry_id, kind, version, at_us, payload, previous_hash, hash, signature)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute(params![
        header.seq,
        header.epoch,
        header.id.as_bytes(),
        header.kind,
        header.version,
        header.at_us,
        row.payload,
        row.previous_hash,
        row.hash,
        row.signature,
    ])?;
    give_numbers(db, header)
}

/// Writes the numbers of an entry's documents; one that was given before is refused.
pub fn give_numbers(db: &Connection, header: &Header) -> Result<(), Fault> {
    let mut number = db.prepare_cached("INSERT INTO serial (number, seq, place) VALUES (?1, ?2, ?3)")?;
    for (place, serial) in (0i64..).zip(&header.serials) {
        number.execute(params![serial, header.seq, place])?;
    }
    Ok(())
}

/// The place and hash of the last entry: 0 and the genesis hash of an empty journal.
pub fn head(db: &Connection) -> Result<(i64, Hash), Fault> {
    Ok(db
        .prepare_cached("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?
        .unwrap_or((0, GENESIS)))
}

/// Calls `each` with every row from `first` on, in order, until it answers false.
pub fn each_from(
    db: &Connection,
    device: Uuid,
    first: i64,
    mut each: impl FnMut(Row) -> Result<bool, Fault>,
) -> Result<(), Fault> {
    let mut serials = db.prepare("SELECT seq, number FROM serial WHERE seq >= ?1 ORDER BY seq, place")?;
    let mut serials = serials.query_map([first], |row| Ok((row.get::<_, i64>(0)?, row.get(1)?)))?.peekable();
    let mut statement = db.prepare(
        "SELECT seq, epoch, entry_id, kind, version, at_us, payload, previous_hash, hash, signature
         FROM journal WHERE seq >= ?1 ORDER BY seq",
    )?;
    let mut rows = statement.query([first])?;
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get(0)?;
        let entry_id: [u8; 16] = row.get(2)?;
        let mut numbers = Vec::new();
        while let Some(found) = serials.next_if(|found| !matches!(found, Ok((of, _)) if *of > seq)) {
            let (of, number) = found?;
            if of == seq {
                numbers.push(number);
            }
        }
        let row = Row {
            header: Header {
                device,
                epoch: row.get(1)?,
                seq,
                id: Uuid::from_bytes(entry_id),
                kind: row.get(3)?,
                version: row.get(4)?,
                at_us: row.get(5)?,
                serials: numbers,
            },
            payload: row.get(6)?,
            previous_hash: row.get(7)?,
            hash: row.get(8)?,
            signature: row.get(9)?,
        };
        if !each(row)? {
            break;
        }
    }
    Ok(())
}

/// The payload of one entry.
pub fn payload(db: &Connection, seq: i64) -> Result<Option<Vec<u8>>, Fault> {
    Ok(db
        .prepare_cached("SELECT payload FROM journal WHERE seq = ?1")?
        .query_row([seq], |row| row.get(0))
        .optional()?)
}

/// What happened in one entry, and when.
pub fn fact(db: &Connection, seq: i64) -> Result<Option<(Payload, i64)>, Fault> {
    let Some(bytes) = payload(db, seq)? else { return Ok(None) };
    let damaged = |error: serde_json::Error| Fault::DatabaseDamaged { problem: format!("entry {seq}: {error}") };
    Ok(Some((serde_json::from_slice(&bytes).map_err(damaged)?, at_us(db, seq)?)))
}

/// The hash of one entry.
pub fn hash(db: &Connection, seq: i64) -> Result<Option<Hash>, Fault> {
    Ok(db.prepare_cached("SELECT hash FROM journal WHERE seq = ?1")?.query_row([seq], |row| row.get(0)).optional()?)
}

/// When an entry was written.
pub fn at_us(db: &Connection, seq: i64) -> Result<i64, Fault> {
    Ok(db.prepare_cached("SELECT at_us FROM journal WHERE seq = ?1")?.query_row([seq], |row| row.get(0))?)
}
