//! Receipts to print. A sale's job is written in the sale's own transaction.

use crate::fault::Fault;
use rusqlite::{Connection, OptionalExtension, Row, params};

/// A receipt to print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintJob {
    /// The row.
    pub id: i64,
    /// The sale's entry.
    pub sale_seq: i64,
    /// 0 is the original, 1 the first duplicate.
    pub copy: i64,
    /// Whether it opens the drawer.
    pub drawer: bool,
    /// Tries so far.
    pub attempts: i64,
}

fn read(row: &Row) -> rusqlite::Result<PrintJob> {
    Ok(PrintJob {
        id: row.get(0)?,
        sale_seq: row.get(1)?,
        copy: row.get(2)?,
        drawer: row.get(3)?,
        attempts: row.get(4)?,
    })
}

/// Puts a receipt into the queue.
pub fn enqueue(db: &Connection, sale_seq: i64, copy: i64, drawer: bool, now_us: i64) -> Result<(), Fault> {
    db.prepare_cached(
        "INSERT INTO print_job (sale_seq, copy, drawer, state, asked_us) VALUES (?1, ?2, ?3, 'waiting', ?4)",
    )?
    .execute(params![sale_seq, copy, drawer, now_us])?;
    Ok(())
}

/// The oldest receipt still to print.
pub fn next(db: &Connection) -> Result<Option<PrintJob>, Fault> {
    Ok(db
        .prepare_cached(
            "SELECT id, sale_seq, copy, drawer, attempts FROM print_job WHERE state = 'waiting' ORDER BY id LIMIT 1",
        )?
        .query_row([], read)
        .optional()?)
}

/// Bytes of the job are about to be sent.
pub fn begin(db: &Connection, id: i64) -> Result<(), Fault> {
    db.prepare_cached("UPDATE print_job SET state = 'printing', attempts = attempts + 1 WHERE id = ?1")?
        .execute([id])?;
    Ok(())
}

/// The printer took the whole job, or `problem` says why not and it waits again.
pub fn end(db: &Connection, id: i64, problem: Option<&str>, now_us: i64) -> Result<(), Fault> {
    let state = if problem.is_none() { "printed" } else { "waiting" };
    db.prepare_cached("UPDATE print_job SET state = ?2, problem = ?3, done_us = ?4 WHERE id = ?1")?
        .execute(params![id, state, problem, now_us])?;
    Ok(())
}

/// After a crash: a job that was being sent may or may not have come out. It is not sent again by itself.
pub fn drop_interrupted(db: &Connection) -> Result<(), Fault> {
    db.execute("UPDATE print_job SET state = 'dropped' WHERE state = 'printing'", [])?;
    Ok(())
}

/// The newest job of the last sale, and whether the clerk has said what became of it.
pub fn of_sale(db: &Connection, sale_seq: i64) -> Result<Option<(i64, bool)>, Fault> {
    Ok(db
        .query_row(
            "SELECT id, answered FROM print_job WHERE sale_seq = ?1 ORDER BY id DESC LIMIT 1",
            [sale_seq],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?)
}

/// The clerk has said what became of the sale's receipt: waiting ones need not print any more.
pub fn answer(db: &Connection, sale_seq: i64) -> Result<(), Fault> {
    db.execute("UPDATE print_job SET answered = 1 WHERE sale_seq = ?1", [sale_seq])?;
    db.execute("UPDATE print_job SET state = 'dropped' WHERE sale_seq = ?1 AND state = 'waiting'", [sale_seq])?;
    Ok(())
}

/// How many receipts wait, and what was wrong with the last try.
pub fn waiting(db: &Connection) -> Result<(i64, Option<String>), Fault> {
    let count = db
        .prepare_cached("SELECT count(*) FROM print_job WHERE state IN ('waiting', 'printing')")?
        .query_row([], |row| row.get(0))?;
    let problem = db
        .prepare_cached(
            "SELECT problem FROM print_job WHERE state = 'waiting' AND problem IS NOT NULL ORDER BY id LIMIT 1",
        )?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok((count, problem))
}

/// The highest copy asked for of a sale's receipt.
pub fn copies(db: &Connection, sale_seq: i64) -> Result<i64, Fault> {
    Ok(db.query_row("SELECT coalesce(max(copy), 0) FROM print_job WHERE sale_seq = ?1", [sale_seq], |row| row.get(0))?)
}
