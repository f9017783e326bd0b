//! Shifts, and what a shift took.

use crate::fault::Fault;
use domain::money::Paise;
use rusqlite::{Connection, OptionalExtension, Row, params};

/// The shift that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenShift {
    /// 1, 2, 3, ...
    pub number: i64,
    /// Whose.
    pub operator: String,
    /// The entry that opened it.
    pub opened_seq: i64,
    /// When.
    pub opened_us: i64,
    /// Cash it began with.
    pub float_paise: Paise,
}

/// The open shift, if there is one.
pub fn open(db: &Connection) -> Result<Option<OpenShift>, Fault> {
    Ok(db
        .prepare_cached(
            "SELECT number, operator, opened_seq, opened_us, float_paise FROM shift WHERE closed_seq IS NULL",
        )?
        .query_row([], |row| {
            Ok(OpenShift {
                number: row.get(0)?,
                operator: row.get(1)?,
                opened_seq: row.get(2)?,
                opened_us: row.get(3)?,
                float_paise: Paise(row.get(4)?),
            })
        })
        .optional()?)
}

/// The number the next shift gets.
pub fn next_number(db: &Connection) -> Result<i64, Fault> {
    Ok(db.query_row("SELECT coalesce(max(number), 0) + 1 FROM shift", [], |row| row.get(0))?)
}

/// One shift, open or closed.
#[derive(Debug, Clone)]
pub struct ShiftRow {
    /// 1, 2, 3, ...
    pub number: i64,
    /// Whose.
    pub operator: String,
    /// The entry that opened it.
    pub opened_seq: i64,
    /// When.
    pub opened_us: i64,
    /// Cash it began with.
    pub float_paise: Paise,
    /// The entry that closed it; none: it is open.
    pub closed_seq: Option<i64>,
    /// Over or short; none: it is open.
    pub difference_paise: Option<Paise>,
}

fn read(row: &Row) -> rusqlite::Result<ShiftRow> {
    Ok(ShiftRow {
        number: row.get(0)?,
        operator: row.get(1)?,
        opened_seq: row.get(2)?,
        opened_us: row.get(3)?,
        float_paise: Paise(row.get(4)?),
        closed_seq: row.get(5)?,
        difference_paise: row.get::<_, Option<i64>>(6)?.map(Paise),
    })
}

/// One shift.
pub fn by_number(db: &Connection, number: i64) -> Result<Option<ShiftRow>, Fault> {
    Ok(db
        .prepare_cached(
            "SELECT number, operator, opened_seq, opened_us, float_paise, closed_seq, counted_paise - expected_paise
             FROM shift WHERE number = ?1",
        )?
        .query_row([number], read)
        .optional()?)
}

/// The last shifts that were closed, newest first; of one operator, or of all.
pub fn closed(db: &Connection, operator: Option<&str>, limit: i64) -> Result<Vec<ShiftRow>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT number, operator, opened_seq, opened_us, float_paise, closed_seq, counted_paise - expected_paise
         FROM shift WHERE closed_seq IS NOT NULL AND (?1 IS NULL OR operator = ?1) ORDER BY number DESC LIMIT ?2",
    )?;
    let rows = statement.query_map(params![operator, limit], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}
