//! Sales as they are asked for again: by id, by number, the last; and what the books hold.

use crate::fault::Fault;
use crate::store::apply::first_at;
use crate::store::journal;
use domain::entry::Payload;
use domain::money::Paise;
use domain::sale::Sale;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

/// A sale with the circumstances of its entry.
#[derive(Debug, Clone)]
pub struct SaleEntry {
    /// Its place in the journal.
    pub seq: i64,
    /// When it was written.
    pub at_us: i64,
    /// Its entry's circumstances; its fact is taken out into `sale`.
    pub payload: Payload,
}

impl SaleEntry {
    /// The sale itself.
    pub fn sale(&self) -> &Sale {
        self.payload.fact.sale().unwrap_or_else(|| unreachable!("read() took only a sale"))
    }
}

fn read(db: &Connection, seq: Option<i64>) -> Result<Option<SaleEntry>, Fault> {
    let Some(seq) = seq else { return Ok(None) };
    let damaged = |what: &str| Fault::DatabaseDamaged { problem: format!("entry {seq}: {what}") };
    let bytes = journal::payload(db, seq)?.ok_or_else(|| damaged("is missing"))?;
    let payload: Payload = serde_json::from_slice(&bytes).map_err(|error| damaged(&error.to_string()))?;
    if payload.fact.sale().is_none() {
        return Err(damaged("is no sale"));
    }
    Ok(Some(SaleEntry { seq, at_us: journal::at_us(db, seq)?, payload }))
}

/// The sale of a basket's id.
pub fn by_id(db: &Connection, id: Uuid) -> Result<Option<SaleEntry>, Fault> {
    let seq = db
        .prepare_cached("SELECT seq FROM sale WHERE sale_id = ?1")?
        .query_row([id.as_bytes()], |row| row.get(0))
        .optional()?;
    read(db, seq)
}

/// The sale of a bill number.
pub fn by_number(db: &Connection, number: &str) -> Result<Option<SaleEntry>, Fault> {
    let seq = db
        .prepare_cached(
            "SELECT sale.seq FROM serial JOIN sale USING (seq) WHERE serial.number = ?1 AND sale.number = ?1",
        )?
        .query_row([number], |row| row.get(0))
        .optional()?;
    read(db, seq)
}

/// The sale that any of whose documents has this number.
pub fn by_document(db: &Connection, number: &str) -> Result<Option<SaleEntry>, Fault> {
    let seq = db
        .prepare_cached("SELECT sale.seq FROM serial JOIN sale USING (seq) WHERE serial.number = ?1")?
        .query_row([number], |row| row.get(0))
        .optional()?;
    let entry = read(db, seq)?;
    // The note of an exchange is a document of the same entry, but not of its sale.
    Ok(entry.filter(|entry| entry.sale().bills.iter().any(|bill| bill.number == number)))
}

/// Places of the newest sales of a day.
pub fn of_day(db: &Connection, day: Date, limit: u32) -> Result<Vec<i64>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT seq FROM sale WHERE seq >= (SELECT first_seq FROM day WHERE business_date = ?1)
             AND seq < coalesce((SELECT min(first_seq) FROM day WHERE business_date > ?1), 9223372036854775807)
         ORDER BY seq DESC LIMIT ?2",
    )?;
    Ok(statement.query_map(params![day.to_string(), limit], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Places of the newest sales with a part of a number, with an amount due, or with one of these items. Goods are
/// looked for from the newest sale back: an index by item would make every sale touch a page for each line.
pub fn matching(
    db: &Connection,
    number: &str,
    due: Option<Paise>,
    items: &[Uuid],
    limit: u32,
) -> Result<Vec<i64>, Fault> {
    let items = serde_json::to_string(items).map_err(|error| Fault::Internal { cause: error.to_string() })?;
    let mut statement = db.prepare_cached(
        "SELECT seq FROM sale WHERE seq IN (SELECT seq FROM serial WHERE instr(number, ?1) > 0) OR due_paise = ?2
             OR EXISTS (SELECT 1 FROM sale_line AS line
                        WHERE line.at BETWEEN sale.seq << 20 AND (sale.seq + 1 << 20) - 1 AND line.item IN (SELECT value FROM json_each(?3)))
         ORDER BY seq DESC LIMIT ?4",
    )?;
    let rows = statement.query_map(params![number, due.map(|due| due.0), items, limit], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The sale of a place in the journal.
pub fn by_seq(db: &Connection, seq: i64) -> Result<Option<SaleEntry>, Fault> {
    read(db, Some(seq))
}

/// The last sale of this till.
pub fn last(db: &Connection) -> Result<Option<SaleEntry>, Fault> {
    let seq = db.prepare_cached("SELECT max(seq) FROM sale")?.query_row([], |row| row.get(0))?;
    read(db, seq)
}

/// How many sales there are, and the number of the last.
pub fn count_and_last(db: &Connection) -> Result<(i64, Option<String>), Fault> {
    let count = db.query_row("SELECT count(*) FROM sale", [], |row| row.get(0))?;
    let last = db.query_row("SELECT number FROM sale ORDER BY seq DESC LIMIT 1", [], |row| row.get(0)).optional()?;
    Ok((count, last))
}

/// The next number of a series: one more than the last of its six digits that was given.
pub fn next_n(db: &Connection, prefix: &str) -> Result<i64, Fault> {
    let last: Option<String> = db
        .prepare_cached("SELECT max(number) FROM serial WHERE number BETWEEN ?1 || '000000' AND ?1 || '999999'")?
        .query_row([prefix], |row| row.get(0))?;
    Ok(last.and_then(|number| number.get(prefix.len()..)?.parse::<i64>().ok()).map_or(1, |last| last + 1))
}

/// Every document number there is, ordered.
pub fn numbers(db: &Connection) -> Result<Vec<String>, Fault> {
    let mut statement = db.prepare("SELECT number FROM serial ORDER BY number")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The book balance of an account over the entries from `first` on.
pub fn balance_from(db: &Connection, account: &str, first: i64) -> Result<Paise, Fault> {
    Ok(Paise(
        db.prepare_cached("SELECT coalesce(sum(paise), 0) FROM posting WHERE at >= ?2 AND account = ?1")?
            .query_row(params![account, first_at(first)], |row| row.get(0))?,
    ))
}
