//! Settlements and where each has come to, applied from their entries. Not here: what is due (`due`), how money went
//! (`payout`).

use crate::fault::Fault;
use crate::store::due::{self, at_of};
use crate::store::journal;
use crate::store::returns::changed;
use domain::due::DueRef;
use domain::entry::Fact;
use domain::money::Paise;
use domain::payout::Rail;
use domain::settlement::{Settlement, SettlementsApproved, State, Withdrawn};
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params};
use uuid::Uuid;

/// The entry being applied: where it stands, its day, and who wrote it.
pub struct Writer<'a> {
    /// The entry.
    pub seq: i64,
    /// Its business date.
    pub on: Date,
    /// Who answers for it: the approver, else who was signed in.
    pub by: &'a str,
}

fn list(lines: &[DueRef]) -> String {
    let numbers: Vec<String> = lines.iter().map(|line| at_of(*line).to_string()).collect();
    format!("[{}]", numbers.join(","))
}

/// Applies a posted settlement: its lines stand in it and in no other, what it recovers and repays is counted.
pub(super) fn post(db: &Connection, writer: &Writer, operator: &str, settlement: &Settlement) -> Result<(), Fault> {
    due::gather(db, writer.seq - 1)?;
    db.prepare_cached(
        "INSERT INTO settlement (seq, id, run, number, consignor, business_date, upto, net_paise, state, state_seq, posted_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'posted', ?1, ?9)",
    )?
    .execute(params![
        writer.seq,
        settlement.id.as_bytes(),
        settlement.run.as_bytes(),
        settlement.number,
        settlement.consignor,
        writer.on.to_string(),
        settlement.upto.to_string(),
        settlement.figures.net_paise.0,
        operator
    ])?;
    take(db, writer.seq, &settlement.consignor, &settlement.lines)?;
    for one in &settlement.figures.recoveries {
        let rows = db
            .prepare_cached(
                "UPDATE due_line SET recovered_paise = recovered_paise + ?3 WHERE consignor = ?1 AND at = ?2
                 AND settlement IS NULL",
            )?
            .execute(params![settlement.consignor, at_of(one.at), one.paise.0])?;
        changed(rows, "a line to recover")?;
        if one.left_paise.is_zero() {
            take(db, writer.seq, &settlement.consignor, &[one.at])?;
        }
    }
    repay(db, settlement, 1)
}

/// Gives lines to a settlement; each must be free. Where they are all that is open from the first to the last of them, as
/// nearly always, they are taken as one stretch, which is half the work.
fn take(db: &Connection, seq: i64, consignor: &str, lines: &[DueRef]) -> Result<(), Fault> {
    let ends = (lines.first().map_or(0, |line| at_of(*line)), lines.last().map_or(-1, |line| at_of(*line)));
    let open: (i64, Option<i64>) = db
        .prepare_cached(
            "SELECT count(*), sum(at) FROM due_line WHERE consignor = ?1 AND settlement IS NULL AND at BETWEEN ?2 AND ?3",
        )?
        .query_row(params![consignor, ends.0, ends.1], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let rows = if open == (lines.len() as i64, Some(lines.iter().map(|line| at_of(*line)).sum())) {
        db.prepare_cached(
            "UPDATE due_line SET settlement = ?1
             WHERE consignor = ?2 AND at BETWEEN ?3 AND ?4 AND settlement IS NULL",
        )?
        .execute(params![seq, consignor, ends.0, ends.1])?
    } else {
        db.prepare_cached(
            "UPDATE due_line SET settlement = ?1
             WHERE consignor = ?2 AND at IN (SELECT value FROM json_each(?3)) AND settlement IS NULL",
        )?
        .execute(params![seq, consignor, list(lines)])?
    };
    if rows == lines.len() {
        Ok(())
    } else {
        Err(Fault::DatabaseDamaged { problem: format!("entry {seq}: {} of {} lines are due", rows, lines.len()) })
    }
}

fn repay(db: &Connection, settlement: &Settlement, sign: i64) -> Result<(), Fault> {
    for one in &settlement.figures.repaid {
        let rows = db
            .prepare_cached("UPDATE advance SET repaid_paise = repaid_paise + ?2 WHERE id = ?1")?
            .execute(params![one.advance.as_bytes(), sign * one.paise.0])?;
        changed(rows, "an advance to repay")?;
    }
    Ok(())
}

/// Applies a withdrawal: the lines are due again, and what was recovered and repaid is not.
pub(super) fn withdraw(db: &Connection, writer: &Writer, withdrawn: &Withdrawn) -> Result<(), Fault> {
    let settlement = &withdrawn.settlement;
    let seq = advance(db, settlement.id, State::Posted, State::Withdrawn, writer.seq)?;
    db.prepare_cached("UPDATE settlement SET reason = ?2, said_by = ?3 WHERE seq = ?1")?.execute(params![
        seq,
        withdrawn.reason,
        writer.by
    ])?;
    db.prepare_cached(
        "UPDATE due_line SET settlement = NULL
         WHERE consignor = ?2 AND at IN (SELECT value FROM json_each(?3)) AND settlement = ?1",
    )?
    .execute(params![seq, settlement.consignor, list(&settlement.lines)])?;
    for one in &settlement.figures.recoveries {
        // What a later settlement recovered to the end is not at its end any more.
        let rows = db
            .prepare_cached(
                "UPDATE due_line SET recovered_paise = recovered_paise - ?3, settlement = NULL
                 WHERE consignor = ?1 AND at = ?2",
            )?
            .execute(params![settlement.consignor, at_of(one.at), one.paise.0])?;
        changed(rows, "a recovered line")?;
    }
    repay(db, settlement, -1)
}

/// Moves a settlement on from a state; one that is elsewhere is a damaged journal, for the use-case asked before.
pub(super) fn advance(db: &Connection, id: Uuid, from: State, to: State, by: i64) -> Result<i64, Fault> {
    db.prepare_cached("UPDATE settlement SET state = ?3, state_seq = ?4 WHERE id = ?1 AND state = ?2 RETURNING seq")?
        .query_row(params![id.as_bytes(), from.word(), to.word(), by], |row| row.get(0))
        .optional()?
        .ok_or_else(|| Fault::DatabaseDamaged {
            problem: format!("entry {by}: settlement {id} is not {}", from.word()),
        })
}

/// Applies approvals.
pub(super) fn approve(db: &Connection, writer: &Writer, approved: &SettlementsApproved) -> Result<(), Fault> {
    for one in &approved.settlements {
        let seq = advance(db, one.settlement, State::Posted, State::Approved, writer.seq)?;
        let posted_by: String =
            db.prepare_cached("SELECT posted_by FROM settlement WHERE seq = ?1")?.query_row([seq], |row| row.get(0))?;
        if posted_by == writer.by {
            let problem = format!("entry {}: who posted settlement {} approved it", writer.seq, one.settlement);
            return Err(Fault::DatabaseDamaged { problem });
        }
        db.prepare_cached(
            "UPDATE settlement SET approved_seq = ?2, approved_by = ?3, commission = ?4, credit = ?5 WHERE seq = ?1",
        )?
        .execute(params![
            seq,
            writer.seq,
            writer.by,
            one.commission.as_ref().map(|bill| &bill.number),
            one.credit.as_ref().map(|bill| &bill.number)
        ])?;
    }
    Ok(())
}

/// What the lines come to that a settlement pays, those left out that it recovers.
pub fn lines_sum(db: &Connection, seq: i64, settlement: &Settlement) -> Result<Paise, Fault> {
    let recovered: Vec<DueRef> = settlement.figures.recoveries.iter().map(|one| one.at).collect();
    Ok(Paise(
        db.prepare_cached(
            "SELECT coalesce(sum(share_paise), 0) FROM due_line
             WHERE consignor = ?1 AND settlement = ?2 AND at NOT IN (SELECT value FROM json_each(?3))",
        )?
        .query_row(params![settlement.consignor, seq, list(&recovered)], |row| row.get(0))?,
    ))
}

/// Refuses an entry that pays another amount, or somebody else, than a settlement says.
pub(super) fn must_be(db: &Connection, by: i64, id: Uuid, consignor: &str, paise: Paise) -> Result<(), Fault> {
    let fits: bool = db
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM settlement WHERE id = ?1 AND consignor = ?2 AND net_paise = ?3)")?
        .query_row(params![id.as_bytes(), consignor, paise.0], |row| row.get(0))?;
    if fits {
        Ok(())
    } else {
        Err(Fault::DatabaseDamaged {
            problem: format!("entry {by}: settlement {id} is of another amount or consignor"),
        })
    }
}

/// A settlement as it stands.
#[derive(Debug, Clone)]
pub struct SettlementRow {
    /// The entry that posted it.
    pub seq: i64,
    /// Its id.
    pub id: Uuid,
    /// The run it was posted in.
    pub run: Uuid,
    /// Its number.
    pub number: String,
    /// Whose.
    pub consignor: String,
    /// When it was posted.
    pub on: Date,
    /// What was payable up to this day.
    pub upto: Date,
    /// What is paid.
    pub net_paise: Paise,
    /// Where it has come to.
    pub state: State,
    /// By which entry.
    pub state_seq: i64,
    /// Who posted it.
    pub posted_by: String,
    /// The entry that approved it.
    pub approved_seq: Option<i64>,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// Of the invoice of its commission.
    pub commission: Option<String>,
    /// Of the credit note of commission that was billed before.
    pub credit: Option<String>,
    /// How often its money was sent.
    pub sendings: i64,
    /// The last time its money was sent.
    pub sent_seq: Option<i64>,
    /// How.
    pub rail: Option<Rail>,
    /// The bank's reference, or the voucher's number.
    pub reference: Option<String>,
    /// Why it failed or was withdrawn.
    pub reason: Option<String>,
    /// Who said so.
    pub said_by: Option<String>,
}

const COLUMNS: &str = "seq, id, run, number, consignor, business_date, upto, net_paise, state, state_seq, posted_by,
     approved_seq, approved_by, commission, sent_seq, rail, reference, reason, said_by, credit,
     sendings";

fn read(row: &Row) -> rusqlite::Result<SettlementRow> {
    let wrong = |column: usize| {
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, "not as written".into())
    };
    let date =
        |column: usize| -> rusqlite::Result<Date> { row.get::<_, String>(column)?.parse().map_err(|_| wrong(column)) };
    let state: String = row.get(8)?;
    let rail: Option<String> = row.get(15)?;
    Ok(SettlementRow {
        seq: row.get(0)?,
        id: Uuid::from_bytes(row.get(1)?),
        run: Uuid::from_bytes(row.get(2)?),
        number: row.get(3)?,
        consignor: row.get(4)?,
        on: date(5)?,
        upto: date(6)?,
        net_paise: Paise(row.get(7)?),
        state: State::parse(&state).ok_or_else(|| wrong(8))?,
        state_seq: row.get(9)?,
        posted_by: row.get(10)?,
        approved_seq: row.get(11)?,
        approved_by: row.get(12)?,
        commission: row.get(13)?,
        sent_seq: row.get(14)?,
        rail: rail.as_deref().and_then(Rail::parse),
        reference: row.get(16)?,
        reason: row.get(17)?,
        said_by: row.get(18)?,
        credit: row.get(19)?,
        sendings: row.get(20)?,
    })
}

fn many(db: &Connection, tail: &str, with: &[&dyn ToSql]) -> Result<Vec<SettlementRow>, Fault> {
    let mut statement = db.prepare_cached(&format!("SELECT {COLUMNS} FROM settlement {tail}"))?;
    let rows = statement.query_map(with, read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// One settlement.
pub fn by_id(db: &Connection, id: Uuid) -> Result<Option<SettlementRow>, Fault> {
    Ok(many(db, "WHERE id = ?1", &[id.as_bytes()])?.pop())
}

/// The settlement of a number.
pub fn by_number(db: &Connection, number: &str) -> Result<Option<SettlementRow>, Fault> {
    Ok(many(db, "WHERE number = ?1", &[&number])?.pop())
}

/// The settlements of one run, in their order.
pub fn of_run(db: &Connection, run: Uuid) -> Result<Vec<SettlementRow>, Fault> {
    many(db, "WHERE run = ?1 ORDER BY seq", &[run.as_bytes()])
}

/// Settlements that are neither paid nor withdrawn, in their order.
pub fn unpaid(db: &Connection) -> Result<Vec<SettlementRow>, Fault> {
    many(db, "WHERE state NOT IN ('confirmed', 'withdrawn') ORDER BY seq", &[])
}

/// A consignor's settlements, the newest first.
pub fn of_consignor(db: &Connection, consignor: &str) -> Result<Vec<SettlementRow>, Fault> {
    many(db, "WHERE consignor = ?1 ORDER BY seq DESC", &[&consignor])
}

/// All settlements, the newest first: in a state, and with a part of their number or of one of these consignors.
pub fn page(
    db: &Connection,
    state: Option<State>,
    about: Option<&(String, Vec<String>)>,
    limit: usize,
    offset: usize,
) -> Result<Vec<SettlementRow>, Fault> {
    let consignors = about.map(|(_, consignors)| serde_json::to_string(consignors).unwrap_or_default());
    many(
        db,
        "WHERE (?1 IS NULL OR state = ?1)
             AND (?2 IS NULL OR instr(number, ?2) > 0 OR consignor IN (SELECT value FROM json_each(?3)))
         ORDER BY seq DESC LIMIT ?4 OFFSET ?5",
        &[&state.map(State::word), &about.map(|(number, _)| number), &consignors, &(limit as i64), &(offset as i64)],
    )
}

/// What a consignor was promised by settlements and not paid.
pub fn unpaid_of(db: &Connection, consignor: &str) -> Result<Paise, Fault> {
    Ok(Paise(
        db.prepare_cached(
            "SELECT coalesce(sum(net_paise), 0) FROM settlement
             WHERE consignor = ?1 AND state NOT IN ('confirmed', 'withdrawn')",
        )?
        .query_row([consignor], |row| row.get(0))?,
    ))
}

/// Bills of commission whose goods came back and were recovered to the end in a settlement: each with the entry that made it.
pub fn bills_corrected(db: &Connection, consignor: &str, seq: i64) -> Result<Vec<(String, i64)>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT DISTINCT paid.commission, paid.approved_seq
         FROM due_line AS back
         JOIN due_line AS sold ON sold.consignor = back.consignor AND sold.at = back.takes_back
         JOIN settlement AS paid ON paid.seq = sold.settlement
         WHERE back.consignor = ?1 AND back.settlement = ?2 AND paid.seq <> ?2 AND paid.commission IS NOT NULL
             AND paid.approved_seq IS NOT NULL
         ORDER BY paid.seq",
    )?;
    let rows = statement.query_map(params![consignor, seq], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The last settlement that stands and recovers what came back of a line that another one pays.
pub fn recovers_of(db: &Connection, consignor: &str, seq: i64) -> Result<Option<String>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT number, seq FROM settlement WHERE consignor = ?1 AND seq > ?2 AND state <> 'withdrawn' ORDER BY seq DESC",
    )?;
    let later = statement.query_map(params![consignor, seq], |row| Ok((row.get(0)?, row.get(1)?)))?;
    for one in later {
        let (number, later): (String, i64) = one?;
        let recovered: Vec<DueRef> = posted(db, later)?.figures.recoveries.iter().map(|one| one.at).collect();
        let of_it: bool = db
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM due_line AS back
                     JOIN due_line AS sold ON sold.consignor = back.consignor AND sold.at = back.takes_back
                     WHERE back.consignor = ?1 AND back.at IN (SELECT value FROM json_each(?2)) AND sold.settlement = ?3)",
            )?
            .query_row(params![consignor, list(&recovered), seq], |row| row.get(0))?;
        if of_it {
            return Ok(Some(number));
        }
    }
    Ok(None)
}

/// A settlement as it was posted.
pub fn posted(db: &Connection, seq: i64) -> Result<Settlement, Fault> {
    match journal::fact(db, seq)?.map(|(payload, _)| payload.fact) {
        Some(Fact::SettlementPosted(settlement)) => Ok(settlement),
        _ => Err(Fault::DatabaseDamaged { problem: format!("entry {seq} is no settlement") }),
    }
}

/// Whether a run was posted already.
pub fn run_exists(db: &Connection, run: Uuid) -> Result<bool, Fault> {
    Ok(db
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM settlement WHERE run = ?1)")?
        .query_row([run.as_bytes()], |row| row.get(0))?)
}
