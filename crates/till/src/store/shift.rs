//! Shifts, and what a shift took.

use crate::fault::Fault;
use domain::money::Paise;
use rusqlite::{Connection, OptionalExtension, params};

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

/// What a shift took by one kind of tender, and how many sales it had.
pub fn taken(db: &Connection, from_seq: i64, kind: &str) -> Result<Paise, Fault> {
    Ok(Paise(db.query_row(
        "SELECT coalesce(sum(paise), 0) FROM tender WHERE seq >= ?1 AND kind = ?2",
        params![from_seq, kind],
        |row| row.get(0),
    )?))
}

/// How many sales a shift had.
pub fn sales(db: &Connection, number: i64, from_seq: i64) -> Result<i64, Fault> {
    Ok(db.query_row("SELECT count(*) FROM sale WHERE seq >= ?1 AND shift = ?2", params![from_seq, number], |row| {
        row.get(0)
    })?)
}

/// Cash put into the drawer and taken out of it between sales, since a shift began.
pub fn cash_moved(db: &Connection, from_seq: i64) -> Result<(Paise, Paise), Fault> {
    let sum = |sign: &str| -> Result<Paise, Fault> {
        Ok(Paise(db.query_row(
            &format!(
                "SELECT coalesce(sum(abs(posting.paise)), 0) FROM posting JOIN journal USING (seq)
                 WHERE posting.seq >= ?1 AND account = 'drawer' AND kind = 'cash_moved' AND posting.paise {sign} 0"
            ),
            [from_seq],
            |row| row.get(0),
        )?))
    };
    Ok((sum(">")?, sum("<")?))
}
