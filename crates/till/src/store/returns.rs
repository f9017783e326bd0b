//! What came back: slices of sale lines, how their money went back, credit notes and what is left of each, voided
//! sales, and what is still to be done about UPI. Not here: which return is allowed (`crate::returns`).

use crate::fault::Fault;
use crate::store::apply::json;
use crate::store::{journal, stock};
use domain::bill::keep_until;
use domain::entry::{Payload, UpiClaimed, UpiRefunded};
use domain::money::Paise;
use domain::quantity::Milli;
use domain::returns::{Earlier, Refund, Return, Voided};
use domain::tender::Tender;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Params, params};
use uuid::Uuid;

/// The one row that an entry must change; if it is not there, the journal names what never was.
pub(super) fn changed(rows: usize, what: &str) -> Result<(), Fault> {
    if rows == 1 { Ok(()) } else { Err(Fault::DatabaseDamaged { problem: format!("there is no {what}") }) }
}

/// Applies a return: its slices, its money, its notes, and whole goods back to their owner's stock.
pub fn take_back(db: &Connection, seq: i64, on: Date, returned: &Return) -> Result<(), Fault> {
    let sale_seq: Option<i64> = db
        .prepare_cached("SELECT seq FROM sale WHERE sale_id = ?1 AND voided_seq IS NULL")?
        .query_row([returned.sale.as_bytes()], |row| row.get(0))
        .optional()?;
    changed(usize::from(sale_seq.is_some()), "sale of that return")?;
    let (until, total) = (keep_until(on).to_string(), returned.tax.total().0);
    db.prepare_cached(
        "INSERT INTO return (seq, return_id, sale_seq, keep_until, total_paise) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![seq, returned.id.as_bytes(), sale_seq, until, total])?;
    let mut slices = db.prepare_cached(
        "INSERT INTO returned_line (seq, place, sale_seq, line, item, owner, qty_milli, taxable_paise, total_paise,
             consignor_share_paise, resellable)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?;
    let mut whole =
        db.prepare_cached("UPDATE stock SET sold_milli = sold_milli - ?3 WHERE item = ?1 AND owner = ?2")?;
    let mut broken =
        db.prepare_cached("UPDATE stock SET broken_milli = broken_milli + ?3 WHERE item = ?1 AND owner = ?2")?;
    for (place, line) in (0i64..).zip(&returned.lines) {
        let (item, owner) = (line.item.to_string(), line.owner.to_string());
        slices.execute(params![
            seq,
            place,
            sale_seq,
            line.line as i64,
            item,
            owner,
            line.qty_milli.0,
            line.tax.taxable_paise.0,
            line.tax.total().0,
            line.earned.consignor_share_paise.0,
            line.resellable
        ])?;
        let goods = if line.resellable { &mut whole } else { &mut broken };
        changed(goods.execute(params![item, owner, line.qty_milli.0])?, "stock of that line")?;
        if let Some(code) = &line.piece {
            stock::move_piece(db, seq, code, if line.resellable { "here" } else { "broken" })?;
        }
    }
    let mut notes = db.prepare_cached(
        "INSERT INTO credit_note (number, seq, against, kept_paise, used_paise) VALUES (?1, ?2, ?3, 0, 0)",
    )?;
    for note in &returned.credit_notes {
        notes.execute(params![note.number, seq, note.against])?;
    }
    for (place, refund) in (0i64..).zip(&returned.refunds) {
        let (kind, reference) = match refund {
            Refund::Cash { .. } => ("cash", None),
            Refund::Upi { reference, .. } => ("upi", Some(reference)),
            Refund::Card { reference, .. } => ("card", Some(reference)),
            Refund::CreditNote { number, paise } => {
                let kept = db
                    .prepare_cached("UPDATE credit_note SET kept_paise = kept_paise + ?2 WHERE number = ?1")?
                    .execute(params![number, paise.0])?;
                changed(kept, "credit note of that refund")?;
                ("credit_note", Some(number))
            }
        };
        give(db, seq, place, returned.id, kind, refund.paise(), reference)?;
    }
    Ok(())
}

fn give(
    db: &Connection,
    seq: i64,
    place: i64,
    of: Uuid,
    kind: &str,
    paise: Paise,
    reference: Option<&String>,
) -> Result<(), Fault> {
    db.prepare_cached(
        "INSERT INTO refund (seq, place, of_id, kind, paise, reference) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![seq, place, of.as_bytes(), kind, paise.0, reference])?;
    Ok(())
}

/// Applies a void: the mark, the goods back, the money back by every tender, spent notes free again.
pub fn void(db: &Connection, seq: i64, voided: &Voided) -> Result<(), Fault> {
    let sale = &voided.sale;
    let marked = db.execute(
        "UPDATE sale SET voided_seq = ?2 WHERE sale_id = ?1 AND voided_seq IS NULL",
        params![sale.id.as_bytes(), seq],
    )?;
    changed(marked, "such sale to void")?;
    for line in &sale.lines {
        let back = db
            .prepare_cached("UPDATE stock SET sold_milli = sold_milli - ?3 WHERE item = ?1 AND owner = ?2")?
            .execute(params![line.item.id.to_string(), line.owner.to_string(), line.qty_milli.0])?;
        changed(back, "stock of that line")?;
        if let Some(code) = &line.piece {
            stock::move_piece(db, seq, code, "here")?;
        }
    }
    for (place, tender) in (0i64..).zip(&sale.tenders) {
        let (kind, reference) = match tender {
            Tender::Cash { .. } => ("cash", None),
            Tender::Upi { reference, .. } => ("upi", Some(reference)),
            Tender::Card { reference, .. } => ("card", Some(reference)),
            Tender::CreditNote { paise, number } => {
                spend(db, number, -*paise)?;
                ("credit_note", Some(number))
            }
        };
        give(db, seq, place, sale.id, kind, tender.paise(), reference)?;
    }
    Ok(())
}

/// Applies a tender that is a credit note: so much less is left of it.
pub fn spend(db: &Connection, number: &str, paise: Paise) -> Result<(), Fault> {
    let spent = db
        .prepare_cached("UPDATE credit_note SET used_paise = used_paise + ?2 WHERE number = ?1")?
        .execute(params![number, paise.0])?;
    changed(spent, "credit note of that number")
}

/// Applies a claim.
pub fn claim(db: &Connection, claimed: &UpiClaimed) -> Result<(), Fault> {
    let rows = db.execute(
        "UPDATE upi_tender SET claimed = ?3 WHERE seq = (SELECT seq FROM sale WHERE sale_id = ?1) AND place = ?2",
        params![claimed.sale.as_bytes(), claimed.tender as i64, claimed.reference],
    )?;
    changed(rows, "UPI tender of that claim")
}

/// The note that keeps the money of the return that also gave this one.
pub fn keeper(db: &Connection, number: &str) -> Result<Option<String>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT number FROM credit_note WHERE kept_paise > 0
         AND seq = (SELECT seq FROM credit_note WHERE number = ?1)",
    )?;
    Ok(statement.query_row([number], |row| row.get(0)).optional()?)
}

/// Applies the end of a refund by UPI.
pub fn refunded(db: &Connection, refunded: &UpiRefunded) -> Result<(), Fault> {
    let rows = db.execute(
        "UPDATE refund SET done = ?3 WHERE of_id = ?1 AND place = ?2",
        params![refunded.of.as_bytes(), refunded.refund as i64, refunded.reference.as_deref().unwrap_or_default()],
    )?;
    changed(rows, "refund of that task")
}

/// What has come back of a sale.
pub fn earlier(db: &Connection, sale_seq: i64, lines: usize) -> Result<Earlier, Fault> {
    let mut qty_milli = vec![Milli(0); lines];
    let mut slices = db.prepare_cached("SELECT line, qty_milli FROM returned_line WHERE sale_seq = ?1")?;
    let mut rows = slices.query([sale_seq])?;
    while let Some(row) = rows.next()? {
        if let Some(line) = qty_milli.get_mut(row.get::<_, i64>(0)? as usize) {
            line.0 += row.get::<_, i64>(1)?;
        }
    }
    let total = db
        .prepare_cached("SELECT coalesce(sum(total_paise), 0) FROM return WHERE sale_seq = ?1")?
        .query_row([sale_seq], |row| row.get(0))?;
    let mut statement = db.prepare_cached(
        "SELECT kind, paise, coalesce(reference, '') FROM refund JOIN return USING (seq)
         WHERE sale_seq = ?1 ORDER BY seq, place",
    )?;
    let refunds = statement
        .query_map([sale_seq], |row| {
            let (kind, paise, reference): (String, _, _) = (row.get(0)?, Paise(row.get(1)?), row.get(2)?);
            Ok(match &*kind {
                "upi" => Refund::Upi { paise, reference },
                "card" => Refund::Card { paise, reference },
                "credit_note" => Refund::CreditNote { paise, number: reference },
                _ => Refund::Cash { paise },
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(Earlier { qty_milli, total: Paise(total), refunds })
}

/// The return of an id, if it has happened.
pub fn by_id(db: &Connection, id: Uuid) -> Result<Option<Return>, Fault> {
    let seq: Option<i64> = db
        .prepare_cached("SELECT seq FROM return WHERE return_id = ?1")?
        .query_row([id.as_bytes()], |row| row.get(0))
        .optional()?;
    let Some(seq) = seq else { return Ok(None) };
    let damaged = || Fault::DatabaseDamaged { problem: format!("entry {seq} is no return") };
    let bytes = journal::payload(db, seq)?.ok_or_else(damaged)?;
    let payload: Payload = serde_json::from_slice(&bytes).map_err(|_| damaged())?;
    payload.fact.returned().cloned().map(Some).ok_or_else(damaged)
}

/// Whether a sale was voided.
pub fn is_voided(db: &Connection, sale_seq: i64) -> Result<bool, Fault> {
    Ok(db
        .prepare_cached("SELECT voided_seq IS NOT NULL FROM sale WHERE seq = ?1")?
        .query_row([sale_seq], |row| row.get(0))?)
}

/// A credit note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its number.
    pub number: String,
    /// The entry that it is of.
    pub seq: i64,
    /// The document it corrects.
    pub against: String,
    /// Kept for a later purchase.
    pub kept: Paise,
    /// Not yet spent.
    pub left: Paise,
}

fn note_row(row: &rusqlite::Row) -> rusqlite::Result<Note> {
    let (kept, used): (i64, i64) = (row.get(3)?, row.get(4)?);
    Ok(Note {
        number: row.get(0)?,
        seq: row.get(1)?,
        against: row.get(2)?,
        kept: Paise(kept),
        left: Paise(kept - used),
    })
}

/// The credit note of a number.
pub fn note(db: &Connection, number: &str) -> Result<Option<Note>, Fault> {
    Ok(db
        .prepare_cached("SELECT number, seq, against, kept_paise, used_paise FROM credit_note WHERE number = ?1")?
        .query_row([number], note_row)
        .optional()?)
}

/// The credit notes of a sale.
pub fn notes_of(db: &Connection, sale_seq: i64) -> Result<Vec<Note>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT number, seq, against, kept_paise, used_paise FROM credit_note JOIN return USING (seq)
         WHERE sale_seq = ?1 ORDER BY number",
    )?;
    Ok(statement.query_map([sale_seq], note_row)?.collect::<Result<_, _>>()?)
}

/// The newest credit notes of a day.
pub fn notes_of_day(db: &Connection, day: Date, limit: u32) -> Result<Vec<Note>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT number, seq, against, kept_paise, used_paise FROM credit_note
         WHERE seq >= (SELECT first_seq FROM day WHERE business_date = ?1)
             AND seq < coalesce((SELECT min(first_seq) FROM day WHERE business_date > ?1), 9223372036854775807)
         ORDER BY seq DESC, number LIMIT ?2",
    )?;
    Ok(statement.query_map(params![day.to_string(), limit], note_row)?.collect::<Result<_, _>>()?)
}

/// The newest credit notes with a part of a number, of a return that came to an amount, or against one of these sales.
pub fn notes_matching(
    db: &Connection,
    number: &str,
    total: Option<Paise>,
    sales: &[i64],
    limit: u32,
) -> Result<Vec<Note>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT number, seq, against, kept_paise, used_paise FROM credit_note JOIN return USING (seq)
         WHERE instr(number, ?1) > 0 OR total_paise = ?2 OR sale_seq IN (SELECT value FROM json_each(?3))
         ORDER BY seq DESC, number LIMIT ?4",
    )?;
    let asked = params![number, total.map(|total| total.0), json(&sales)?, limit];
    Ok(statement.query_map(asked, note_row)?.collect::<Result<_, _>>()?)
}

/// What the customers' UPI apps showed, for each of the `tenders` of a sale.
pub fn claims(db: &Connection, sale_seq: i64, tenders: &[Tender]) -> Result<Vec<Option<String>>, Fault> {
    let mut claims = vec![None; tenders.len()];
    let mut statement = db.prepare_cached("SELECT place, claimed FROM upi_tender WHERE seq = ?1")?;
    let mut rows = statement.query([sale_seq])?;
    while let Some(row) = rows.next()? {
        if let Some(claim) = claims.get_mut(row.get::<_, i64>(0)? as usize) {
            *claim = row.get(1)?;
        }
    }
    Ok(claims)
}

/// Something still to be done about UPI money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UpiTask {
    /// The sale's number.
    pub number: String,
    /// When the money came or was to go back.
    pub at_us: i64,
    /// The sale (a claim), or the return or voided sale (a refund).
    pub of: Uuid,
    /// Place of the tender or refund in it.
    pub place: usize,
    /// How much.
    pub paise: Paise,
    /// The reference in the sale's QR.
    pub reference: String,
    /// Of a voided sale for which no reference was typed: its money may never have come.
    pub unsure: bool,
}

/// UPI tenders whose reference nobody has typed; a voided sale's are for its refund to settle.
const CLAIMS: &str = "SELECT sale.number, journal.at_us, sale.sale_id, upi.place, upi.paise, upi.reference, 0
     FROM upi_tender AS upi JOIN sale USING (seq) JOIN journal USING (seq)
     WHERE claimed IS NULL AND voided_seq IS NULL";

/// UPI refunds still to be made.
const REFUNDS: &str = "SELECT sale.number, journal.at_us, refund.of_id, refund.place, refund.paise, refund.reference,
         return.seq IS NULL AND (SELECT claimed IS NULL FROM upi_tender AS upi
             WHERE upi.seq = sale.seq AND upi.place = refund.place)
     FROM refund LEFT JOIN return USING (seq) JOIN journal ON journal.seq = refund.seq
     JOIN sale ON sale.seq = return.sale_seq OR (return.seq IS NULL AND sale.voided_seq = refund.seq)
     WHERE refund.kind = 'upi' AND done IS NULL";

fn tasks(db: &Connection, sql: &str, asked: impl Params) -> Result<Vec<UpiTask>, Fault> {
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map(asked, |row| {
        Ok(UpiTask {
            number: row.get(0)?,
            at_us: row.get(1)?,
            of: Uuid::from_bytes(row.get(2)?),
            place: row.get::<_, i64>(3)? as usize,
            paise: Paise(row.get(4)?),
            reference: row.get(5)?,
            unsure: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The newest tenders to claim.
pub fn unclaimed(db: &Connection, most: u32) -> Result<Vec<UpiTask>, Fault> {
    tasks(db, &format!("{CLAIMS} ORDER BY seq DESC LIMIT ?1"), [most])
}

/// The tender to claim at a place of a sale.
pub fn to_claim(db: &Connection, sale: Uuid, place: u32) -> Result<Option<UpiTask>, Fault> {
    let sql = format!("{CLAIMS} AND sale.sale_id = ?1 AND upi.place = ?2");
    Ok(tasks(db, &sql, params![sale.as_bytes(), place])?.pop())
}

/// The oldest refunds to make.
pub fn to_refund(db: &Connection, most: u32) -> Result<Vec<UpiTask>, Fault> {
    tasks(db, &format!("{REFUNDS} ORDER BY refund.seq LIMIT ?1"), [most])
}

/// The refund to make at a place of a return or a voided sale.
pub fn refund_to_make(db: &Connection, of: Uuid, place: u32) -> Result<Option<UpiTask>, Fault> {
    let sql = format!("{REFUNDS} AND refund.of_id = ?1 AND refund.place = ?2");
    Ok(tasks(db, &sql, params![of.as_bytes(), place])?.pop())
}

/// Whether a UPI reference was typed before, for money that came or that went back.
pub fn upi_reference_used(db: &Connection, reference: &str) -> Result<bool, Fault> {
    Ok(db
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM upi_tender WHERE claimed = ?1)
                 OR EXISTS (SELECT 1 FROM refund WHERE done = ?1)",
        )?
        .query_row([reference], |row| row.get(0))?)
}

/// The first line of which more came back than was sold, or whose slices, all back, do not add to the line.
pub fn over_returned(db: &Connection) -> Result<Option<String>, Fault> {
    Ok(db
        .query_row(
            "SELECT 'line ' || (sold.line + 1) || ' of the sale at entry ' || sold.seq || ' has come back wrongly'
             FROM returned_line AS back JOIN sale_line AS sold ON sold.seq = back.sale_seq AND sold.line = back.line
             GROUP BY sold.seq, sold.line
             HAVING sum(back.qty_milli) > sold.qty_milli OR (sum(back.qty_milli) = sold.qty_milli
                 AND (sum(back.total_paise) <> sold.total_paise OR sum(back.taxable_paise) <> sold.taxable_paise
                     OR sum(back.consignor_share_paise) <> sold.consignor_share_paise))
             LIMIT 1",
            [],
            |row| row.get(0),
        )
        .optional()?)
}
