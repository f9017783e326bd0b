//! What is due to consignors: gathered from the journal into lines, and asked by consignor. Selling writes none of it, so
//! that the queue never waits for a settlement.

use crate::fault::Fault;
use crate::store::apply::first_at;
use crate::store::consignor;
use domain::agreement::{Promise, SupplyMode};
use domain::due::{Due, DueKind, DueRef, KINDS, Split, days, dues};
use domain::entry::Payload;
use domain::money::{Bps, Paise};
use domain::settlement::{OpenAdvance, OpenLine};
use domain::year::FinancialYear;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// One number for entry and place, as in every table that is keyed so.
pub(super) fn at_of(line: DueRef) -> i64 {
    first_at(line.0) + line.1
}

/// The entry and place of such a number.
pub(super) fn ref_of(at: i64) -> DueRef {
    DueRef(at >> 20, at & 0xF_FFFF)
}

/// The last entry whose lines were gathered.
pub fn gathered(db: &Connection) -> Result<i64, Fault> {
    Ok(db
        .prepare_cached("SELECT seq FROM gathered WHERE id = 1")?
        .query_row([], |row| row.get(0))
        .optional()?
        .unwrap_or(0))
}

fn set_gathered(db: &Connection, seq: i64) -> Result<(), Fault> {
    db.prepare_cached("INSERT INTO gathered (id, seq) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET seq = ?1")?
        .execute([seq])?;
    Ok(())
}

/// Gathers the lines of every entry up to `upto` that is not gathered yet.
pub fn gather(db: &Connection, upto: i64) -> Result<(), Fault> {
    let after = gathered(db)?;
    if upto <= after {
        return Ok(());
    }
    let mut gathering = Gathering::default();
    let mut statement = db.prepare(&format!(
        "SELECT seq, payload FROM journal WHERE seq > ?1 AND seq <= ?2 AND kind IN ('{}') ORDER BY seq",
        KINDS.join("', '")
    ))?;
    let mut rows = statement.query([after, upto])?;
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get(0)?;
        let payload = serde_json::from_slice(row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?)
            .map_err(|error| Fault::DatabaseDamaged { problem: format!("entry {seq}: {error}") })?;
        gathering.take(db, seq, &payload)?;
        if gathering.lines.len() >= AT_ONCE {
            gathering.write(db)?;
        }
    }
    gathering.write(db)?;
    set_gathered(db, upto)
}

/// Lines that are written at once: enough to be in the table's order, few enough to be held.
const AT_ONCE: usize = 100_000;

/// Gathers the lines of one entry that is read anyway: how a rebuild gathers, which has no journal.
pub fn gather_entry(db: &Connection, seq: i64, payload: &Payload) -> Result<(), Fault> {
    let mut gathering = Gathering::default();
    gathering.take(db, seq, payload)?;
    gathering.write(db)?;
    set_gathered(db, seq)
}

/// A due line with its days.
struct Line {
    at: i64,
    due: Due,
    takes_back: Option<i64>,
    on: Date,
    from: Date,
    by: Date,
}

/// Lines that are read and not yet written, what was promised by consignor and version of the agreement, and turnover.
#[derive(Default)]
struct Gathering {
    lines: Vec<Line>,
    promises: HashMap<(String, Option<i64>), Promise>,
    turnover: BTreeMap<(String, i16), Paise>,
}

impl Gathering {
    fn promise(&mut self, db: &Connection, due: &Due) -> Result<Promise, Fault> {
        let key = (due.consignor.clone(), due.agreement_version);
        if let Some(promise) = self.promises.get(&key) {
            return Ok(*promise);
        }
        let agreement = match due.agreement_version {
            Some(version) => consignor::agreement_version(db, &due.consignor, version)?,
            None => None,
        };
        let promise = agreement.map_or_else(Promise::default, |agreement| agreement.promise);
        self.promises.insert(key, promise);
        Ok(promise)
    }

    /// Reads the lines of an entry.
    fn take(&mut self, db: &Connection, seq: i64, payload: &Payload) -> Result<(), Fault> {
        let on = payload.business_date;
        for due in dues(&payload.fact) {
            let promise = self.promise(db, &due)?;
            let sold = match due.takes_back {
                Some((sale, place)) => Some((sold_on(db, seq, sale)?, place)),
                None => None,
            };
            // What takes back a sold line is reckoned with it, so it waits as long as that one does.
            let (from, by) = days(due.kind, sold.map_or(on, |((_, since), _)| since), &promise);
            if due.kind != DueKind::Loss {
                let key = (due.consignor.clone(), FinancialYear::of(on).0);
                *self.turnover.entry(key).or_default() += due.split.goods_paise;
            }
            let takes_back = sold.map(|((sale, _), place)| first_at(sale) + place);
            self.lines.push(Line { at: first_at(seq) + due.place, due, takes_back, on, from, by });
        }
        Ok(())
    }

    /// Writes what was read, in the table's order: a million pages touched here and there would take minutes.
    fn write(&mut self, db: &Connection) -> Result<(), Fault> {
        self.lines.sort_unstable_by(|one, other| (&one.due.consignor, one.at).cmp(&(&other.due.consignor, other.at)));
        let mut insert = db.prepare_cached(
            "INSERT INTO due_line (consignor, at, kind, takes_back, business_date, payable_from, promised_by, goods_paise,
                 commission_paise, commission_gst_paise, fees_paise, compensation_paise, billed)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        )?;
        for line in self.lines.drain(..) {
            let (due, split) = (&line.due, &line.due.split);
            insert.execute(params![
                due.consignor,
                line.at,
                due.kind.word(),
                line.takes_back,
                line.on.to_string(),
                line.from.to_string(),
                line.by.to_string(),
                split.goods_paise.0,
                split.commission_paise.0,
                split.commission_gst_paise.0,
                split.fees_paise.0,
                split.compensation_paise.0,
                due.supply_mode.is_some_and(|mode| mode != SupplyMode::A1)
            ])?;
        }
        let mut add = db.prepare_cached(
            "INSERT INTO turnover (consignor, year, paise) VALUES (?1, ?2, ?3)
             ON CONFLICT (consignor, year) DO UPDATE SET paise = paise + ?3",
        )?;
        for ((consignor, year), paise) in std::mem::take(&mut self.turnover) {
            add.execute(params![consignor, year, paise.0])?;
        }
        Ok(())
    }
}

/// The entry and the day of a sale.
fn sold_on(db: &Connection, seq: i64, sale: Uuid) -> Result<(i64, Date), Fault> {
    let found: Option<(i64, String)> = db
        .prepare_cached("SELECT seq, business_date FROM sale WHERE sale_id = ?1")?
        .query_row([sale.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    found
        .and_then(|(sold, on)| Some((sold, on.parse().ok()?)))
        .ok_or_else(|| Fault::DatabaseDamaged { problem: format!("entry {seq}: its sale is gone") })
}

/// A consignor's lines that are in no live settlement, in their order.
pub fn open(db: &Connection, consignor: &str) -> Result<Vec<OpenLine>, Fault> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {OPEN} FROM due_line WHERE consignor = ?1 AND settlement IS NULL ORDER BY at"
    ))?;
    let rows = statement.query_map([consignor], read_open)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

const OPEN: &str =
    "at, kind, takes_back, payable_from, goods_paise, commission_paise, commission_gst_paise, fees_paise,
     compensation_paise, billed, recovered_paise";

fn unreadable(column: usize, what: &str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, what.to_owned().into())
}

fn read_open(row: &Row) -> rusqlite::Result<OpenLine> {
    let kind: &str = row.get_ref(1)?.as_str()?;
    let from: &str = row.get_ref(3)?.as_str()?;
    let paise = |column| row.get(column).map(Paise);
    Ok(OpenLine {
        at: ref_of(row.get(0)?),
        kind: DueKind::parse(kind).ok_or_else(|| unreadable(1, "a kind"))?,
        takes_back: row.get::<_, Option<i64>>(2)?.map(ref_of),
        payable_from: from.parse().map_err(|_| unreadable(3, "a date"))?,
        split: Split {
            goods_paise: paise(4)?,
            commission_paise: paise(5)?,
            commission_gst_paise: paise(6)?,
            fees_paise: paise(7)?,
            compensation_paise: paise(8)?,
        },
        billed: row.get(9)?,
        recovered_paise: paise(10)?,
    })
}

/// A consignor's advances that are not repaid, the oldest first.
pub fn advances(db: &Connection, consignor: &str) -> Result<Vec<OpenAdvance>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT id, paise - repaid_paise, repay_bps FROM advance
         WHERE consignor = ?1 AND repaid_paise < paise ORDER BY seq",
    )?;
    let rows = statement.query_map([consignor], |row| {
        Ok(OpenAdvance {
            id: Uuid::from_bytes(row.get(0)?),
            left_paise: Paise(row.get(1)?),
            repay_bps: Bps(row.get(2)?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Everyone with lines that are in no live settlement.
pub fn consignors(db: &Connection) -> Result<Vec<String>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT id FROM consignor WHERE EXISTS
             (SELECT 1 FROM due_line WHERE consignor = consignor.id AND settlement IS NULL) ORDER BY id",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What is due to one consignor, or to each of them, in sums.
#[derive(Debug, Clone, Default)]
pub struct DueSums {
    /// Whose.
    pub consignor: String,
    /// Payable on the day: shares whose time has come, less what takes back others of them.
    pub payable_paise: Paise,
    /// Held for the customer's time to bring goods back.
    pub held_paise: Paise,
    /// To be recovered, negative: what takes back lines that were settled.
    pub to_recover_paise: Paise,
    /// The first day on which something payable was promised.
    pub promised_by: Option<Date>,
    /// The day of the oldest line that is payable.
    pub since: Option<Date>,
    /// Lines that are payable.
    pub lines: i64,
}

/// Sums of what is due on a day, of one consignor or of all who have any.
pub fn sums(db: &Connection, consignor: Option<&str>, on: Date) -> Result<Vec<DueSums>, Fault> {
    // What takes back a line that is settled already, and what was found again, is recovered, not paid.
    const LEFT: &str = "share_paise + recovered_paise";
    const RECOVERED: &str = "share_paise < 0 AND (takes_back IS NULL OR EXISTS (SELECT 1 FROM due_line AS sold
         WHERE sold.consignor = due_line.consignor AND sold.at = due_line.takes_back AND sold.settlement IS NOT NULL))";
    let mut statement = db.prepare_cached(&format!(
        "SELECT consignor,
                coalesce(sum(left) FILTER (WHERE payable AND NOT recovered), 0),
                coalesce(sum(left) FILTER (WHERE NOT payable AND NOT recovered), 0),
                coalesce(sum(left) FILTER (WHERE recovered), 0),
                min(promised_by) FILTER (WHERE payable AND left > 0 AND NOT undone),
                min(business_date) FILTER (WHERE payable AND left > 0 AND NOT undone),
                count(*) FILTER (WHERE payable AND NOT recovered)
         FROM (SELECT consignor, {LEFT} AS left, payable_from <= ?1 AS payable, promised_by, business_date,
                      ({RECOVERED}) AS recovered,
                      goods_paise = -(SELECT sum(goods_paise) FROM due_line AS back
                          WHERE back.takes_back = due_line.at AND back.takes_back IS NOT NULL) IS TRUE AS undone
               FROM due_line WHERE settlement IS NULL AND (?2 IS NULL OR consignor = ?2))
         GROUP BY consignor"
    ))?;
    let date = |text: Option<String>| text.and_then(|text| text.parse().ok());
    let rows = statement.query_map(params![on.to_string(), consignor], |row| {
        Ok(DueSums {
            consignor: row.get(0)?,
            payable_paise: Paise(row.get(1)?),
            held_paise: Paise(row.get(2)?),
            to_recover_paise: Paise(row.get(3)?),
            promised_by: date(row.get(4)?),
            since: date(row.get(5)?),
            lines: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What still counts of every line that is in no live settlement, whenever it is payable: the part of what is owed to a
/// consignor that no settlement names.
pub fn unsettled(db: &Connection, consignor: &str) -> Result<Paise, Fault> {
    Ok(Paise(
        db.prepare_cached(
            "SELECT coalesce(sum(share_paise + recovered_paise), 0) FROM due_line
             WHERE consignor = ?1 AND settlement IS NULL",
        )?
        .query_row([consignor], |row| row.get(0))?,
    ))
}

/// Whether anything of a consignor was sold from a day on that its customer kept.
pub fn sold_since(db: &Connection, consignor: &str, since: Date) -> Result<bool, Fault> {
    Ok(db
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM due_line WHERE consignor = ?1 AND business_date >= ?2 AND kind = 'sale'
                 AND share_paise + coalesce((SELECT sum(share_paise) FROM due_line AS back
                     WHERE back.takes_back = due_line.at), 0) > 0)",
        )?
        .query_row(params![consignor, since.to_string()], |row| row.get(0))?)
}

/// What a consignor earned in each of the months from one day to another in which there was any: the month as `2026-11`.
pub fn income(db: &Connection, consignor: &str, since: Date, upto: Date) -> Result<Vec<(String, Paise)>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT substr(business_date, 1, 7), sum(share_paise) FROM due_line
         WHERE consignor = ?1 AND business_date BETWEEN ?2 AND ?3 GROUP BY 1",
    )?;
    let rows = statement.query_map(params![consignor, since.to_string(), upto.to_string()], |row| {
        Ok((row.get(0)?, Paise(row.get(1)?)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A consignor's last lines whose money has not arrived, the newest first, and what all of them come to and are.
pub fn unpaid(db: &Connection, consignor: &str, most: i64) -> Result<(Vec<DueRef>, Paise, i64), Fault> {
    const UNPAID: &str = "FROM due_line WHERE consignor = ?1 AND (settlement IS NULL OR EXISTS
         (SELECT 1 FROM settlement WHERE settlement.seq = due_line.settlement AND state <> 'confirmed'))";
    let mut statement = db.prepare_cached(&format!("SELECT at {UNPAID} ORDER BY at DESC LIMIT ?2"))?;
    let rows = statement.query_map(params![consignor, most], |row| row.get(0).map(ref_of))?;
    let lines = rows.collect::<Result<_, _>>()?;
    let (share, count) = db
        .prepare_cached(&format!(
            "SELECT coalesce(sum(share_paise), 0), count(*) FILTER (WHERE kind = 'sale') {UNPAID}
             AND kind <> 'loss'"
        ))?
        .query_row([consignor], |row| Ok((Paise(row.get(0)?), row.get(1)?)))?;
    Ok((lines, share, count))
}

/// What waited for the customer's time when a settlement up to a day was written: all that was sold before it and neither
/// settled before it nor payable on that day.
pub fn held_at(db: &Connection, consignor: &str, seq: i64, upto: Date) -> Result<Paise, Fault> {
    Ok(Paise(
        db.prepare_cached(
            "SELECT coalesce(sum(share_paise), 0) FROM due_line
             WHERE consignor = ?1 AND at < ?2 AND payable_from > ?3 AND (settlement IS NULL OR settlement > ?4)",
        )?
        .query_row(params![consignor, first_at(seq), upto.to_string(), seq], |row| row.get(0))?,
    ))
}

/// Value of a consignor's goods that were sold in the financial year of a day.
pub fn turnover(db: &Connection, consignor: &str, on: Date) -> Result<Paise, Fault> {
    Ok(Paise(
        db.prepare_cached("SELECT coalesce(max(paise), 0) FROM turnover WHERE consignor = ?1 AND year = ?2")?
            .query_row(params![consignor, FinancialYear::of(on).0], |row| row.get(0))?,
    ))
}
