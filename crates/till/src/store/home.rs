//! What the manager's home sums up of a month and a day. Not here: what is due (`due`), what needs somebody (`item`, `stock`).

use crate::fault::Fault;
use domain::money::Paise;
use jiff::civil::Date;
use rusqlite::{Connection, params};

/// What a consignor earned on a day: shares of what was sold, less of what came back.
#[derive(Debug, Clone)]
pub struct Earned {
    /// The day of the month.
    pub day: i8,
    /// Whose goods.
    pub consignor: String,
    /// How much.
    pub paise: Paise,
}

/// What consignors earned since a day, by day. Lines are found by where the day's entries begin, not by date.
pub fn earned(db: &Connection, since: Date) -> Result<Vec<Earned>, Fault> {
    let Some(first) = first_of(db, since)? else { return Ok(Vec::new()) };
    let mut statement = db.prepare_cached(
        "SELECT CAST(substr(business_date, 9) AS INTEGER), substr(owner, 11), sum(share)
         FROM (SELECT sale.business_date, line.owner, line.consignor_share_paise AS share
                   FROM sale JOIN sale_line AS line ON line.at BETWEEN sale.seq << 20 AND (sale.seq << 20) + 1048575
                   WHERE sale.seq >= ?1 AND sale.voided_seq IS NULL AND line.owner <> 'mart'
               UNION ALL
               SELECT (SELECT max(business_date) FROM day WHERE first_seq <= back.seq), back.owner,
                      -back.consignor_share_paise
                   FROM returned_line AS back WHERE back.seq >= ?1 AND back.owner <> 'mart')
         GROUP BY 1, 2",
    )?;
    let rows = statement
        .query_map([first], |row| Ok(Earned { day: row.get(0)?, consignor: row.get(1)?, paise: Paise(row.get(2)?) }))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Sales of one hour.
#[derive(Debug, Clone)]
pub struct Hour {
    /// Of the day in India.
    pub hour: u8,
    /// How many.
    pub sales: i64,
    /// What they came to.
    pub paise: Paise,
}

/// Sales of a day by the hour; voided ones do not count.
pub fn hours(db: &Connection, on: Date) -> Result<Vec<Hour>, Fault> {
    let Some(first) = first_of(db, on)? else { return Ok(Vec::new()) };
    let mut statement = db.prepare_cached(
        "SELECT (journal.at_us / 1000000 + 19800) % 86400 / 3600, count(*), sum(sale.due_paise)
         FROM sale JOIN journal USING (seq)
         WHERE sale.seq >= ?1 AND sale.business_date = ?2 AND sale.voided_seq IS NULL GROUP BY 1 ORDER BY 1",
    )?;
    let rows = statement.query_map(params![first, on.to_string()], |row| {
        Ok(Hour { hour: row.get(0)?, sales: row.get(1)?, paise: Paise(row.get(2)?) })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// UPI payments whose reference nobody has typed: how many, and what they come to.
pub fn unmatched(db: &Connection) -> Result<(i64, Paise), Fault> {
    Ok(db
        .prepare_cached(
            "SELECT count(*), coalesce(sum(upi.paise), 0) FROM upi_tender AS upi JOIN sale USING (seq)
             WHERE upi.claimed IS NULL AND sale.voided_seq IS NULL",
        )?
        .query_row([], |row| Ok((row.get(0)?, Paise(row.get(1)?))))?)
}

/// The first entry of a day or of the next one that has any.
fn first_of(db: &Connection, since: Date) -> Result<Option<i64>, Fault> {
    Ok(db
        .prepare_cached("SELECT min(first_seq) FROM day WHERE business_date >= ?1")?
        .query_row([since.to_string()], |row| row.get(0))?)
}

/// Entries of the journal, and bytes of the database.
pub fn size(db: &Connection) -> Result<(i64, i64), Fault> {
    Ok((
        db.prepare_cached("SELECT coalesce(max(seq), 0) FROM journal")?.query_row([], |row| row.get(0))?,
        db.prepare_cached("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")?
            .query_row([], |row| row.get(0))?,
    ))
}
