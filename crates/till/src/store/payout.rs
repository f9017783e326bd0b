//! How money went to consignors: each time it was sent, references that were used, cash of a day, advances, proven accounts
//! and the messages that wait for the centre.

use crate::fault::Fault;
use crate::store::apply::first_at;
use crate::store::passbook;
use crate::store::returns::changed;
use crate::store::settlement::{self, Writer};
use domain::entry::Fact;
use domain::money::Paise;
use domain::payout::{AccountProven, AdvancePaid, PayoutSent, PayoutsConfirmed, PayoutsFailed, Rail};
use domain::settlement::State;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

/// Applies money that was sent.
pub(super) fn send(db: &Connection, writer: &Writer, sent: &PayoutSent) -> Result<(), Fault> {
    db.prepare_cached(
        "INSERT INTO payout (seq, id, rail, count, total_paise, file, sha256) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        writer.seq,
        sent.id.as_bytes(),
        sent.rail.word(),
        sent.payouts.len() as i64,
        sent.total().0,
        sent.file.as_ref().map(|file| &file.name),
        sent.file.as_ref().map(|file| &file.sha256)
    ])?;
    for one in &sent.payouts {
        settlement::must_be(db, writer.seq, one.settlement, &one.consignor, one.paise)?;
        let rows = db
            .prepare_cached(
                "UPDATE settlement SET state = 'sent', state_seq = ?2, sent_seq = ?2, sendings = sendings + 1, rail = ?3, reference = ?4,
                     reason = NULL, said_by = ?5
                 WHERE id = ?1 AND state IN ('approved', 'failed')",
            )?
            .execute(params![one.settlement.as_bytes(), writer.seq, sent.rail.word(), one.voucher, writer.by])?;
        changed(rows, "a settlement to pay")?;
        if sent.rail == Rail::Cash {
            let seq = seq_of(db, one.settlement)?;
            db.prepare_cached(
                "INSERT INTO cash_to (consignor, business_date, settlement, paise) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![one.consignor, writer.on.to_string(), seq, one.paise.0])?;
        }
    }
    Ok(())
}

fn seq_of(db: &Connection, id: Uuid) -> Result<i64, Fault> {
    Ok(db.prepare_cached("SELECT seq FROM settlement WHERE id = ?1")?.query_row([id.as_bytes()], |row| row.get(0))?)
}

fn use_reference(db: &Connection, reference: &str, seq: i64) -> Result<(), Fault> {
    db.prepare_cached("INSERT INTO bank_reference (reference, seq) VALUES (?1, ?2)")?
        .execute(params![reference, seq])?;
    Ok(())
}

/// Whether a reference was used before, in whatever case it was typed.
pub fn is_used(db: &Connection, reference: &str) -> Result<bool, Fault> {
    Ok(db
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM bank_reference WHERE reference = ?1)")?
        .query_row([reference.to_ascii_uppercase()], |row| row.get(0))?)
}

/// Applies payouts that arrived.
pub(super) fn confirm(db: &Connection, writer: &Writer, confirmed: &PayoutsConfirmed) -> Result<(), Fault> {
    for (place, one) in (0..).zip(&confirmed.payouts) {
        settlement::must_be(db, writer.seq, one.settlement, &one.consignor, one.paise)?;
        let seq = settlement::advance(db, one.settlement, State::Sent, State::Confirmed, writer.seq)?;
        use_reference(db, &one.reference, writer.seq)?;
        db.prepare_cached("UPDATE settlement SET reference = ?2, said_by = ?3 WHERE seq = ?1")?.execute(params![
            seq,
            one.reference,
            writer.by
        ])?;
        if one.rail == Rail::Cash {
            db.prepare_cached("UPDATE cash_to SET business_date = ?3 WHERE consignor = ?1 AND settlement = ?2")?
                .execute(params![one.consignor, seq, writer.on.to_string()])?;
        }
        tell(db, writer.seq, place, &one.consignor, &one.message_hi)?;
    }
    Ok(())
}

/// Applies payouts that failed.
pub(super) fn fail(db: &Connection, writer: &Writer, failed: &PayoutsFailed) -> Result<(), Fault> {
    for one in &failed.payouts {
        settlement::must_be(db, writer.seq, one.settlement, &one.consignor, one.paise)?;
        let from = if one.was_confirmed { State::Confirmed } else { State::Sent };
        let seq = settlement::advance(db, one.settlement, from, State::Failed, writer.seq)?;
        db.prepare_cached("UPDATE settlement SET reason = ?2, said_by = ?3 WHERE seq = ?1")?
            .execute(params![seq, one.reason, writer.by])?;
        if one.rail == Rail::Cash {
            db.prepare_cached("DELETE FROM cash_to WHERE consignor = ?1 AND settlement = ?2")?
                .execute(params![one.consignor, seq])?;
        }
    }
    Ok(())
}

/// Applies an advance.
pub(super) fn lend(db: &Connection, writer: &Writer, advance: &AdvancePaid) -> Result<(), Fault> {
    use_reference(db, &advance.reference, writer.seq)?;
    db.prepare_cached("INSERT INTO advance (seq, id, consignor, paise, repay_bps) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![writer.seq, advance.id.as_bytes(), advance.consignor, advance.paise.0, advance.repay_bps.0])?;
    Ok(())
}

/// Applies the proof of an account.
pub(super) fn prove(db: &Connection, writer: &Writer, proven: &AccountProven) -> Result<(), Fault> {
    use_reference(db, &proven.reference, writer.seq)?;
    let rows = db.execute(
        "UPDATE bank SET proven_seq = ?3 WHERE asked_seq = ?1 AND consignor = ?2 AND state = 'allowed'",
        params![proven.asked_seq, proven.consignor, writer.seq],
    )?;
    changed(rows, "an account to prove")
}

/// Keeps a message to a consignor for the centre.
pub(super) fn tell(db: &Connection, seq: i64, place: i64, consignor: &str, text: &str) -> Result<(), Fault> {
    db.prepare_cached("INSERT INTO maker_message (at, consignor, text) VALUES (?1, ?2, ?3)")?.execute(params![
        first_at(seq) + place,
        consignor,
        text
    ])?;
    Ok(())
}

/// Cash that a consignor was given on a day, with what vouchers that are not signed yet may still give them on it.
pub fn cash_of(db: &Connection, consignor: &str, on: Date, and_unsigned: bool) -> Result<Paise, Fault> {
    Ok(Paise(
        db.prepare_cached(
            "SELECT coalesce(sum(cash_to.paise), 0) FROM cash_to JOIN settlement ON settlement.seq = cash_to.settlement
             WHERE cash_to.consignor = ?1
                 AND CASE settlement.state WHEN 'confirmed' THEN cash_to.business_date = ?2 ELSE ?3 END",
        )?
        .query_row(params![consignor, on.to_string(), and_unsigned], |row| row.get(0))?,
    ))
}

/// One time that money was sent.
#[derive(Debug, Clone)]
pub struct PayoutRow {
    /// The entry.
    pub seq: i64,
    /// Its id.
    pub id: Uuid,
    /// How.
    pub rail: Rail,
    /// How many payouts.
    pub count: i64,
    /// Control total.
    pub total_paise: Paise,
    /// The file and its hash.
    pub file: Option<(String, String)>,
}

/// The last times that money was sent, the newest first; or the one of an id.
pub fn sent(db: &Connection, id: Option<Uuid>, limit: i64) -> Result<Vec<PayoutRow>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT seq, id, rail, count, total_paise, file, sha256 FROM payout WHERE ?1 IS NULL OR id = ?1
         ORDER BY seq DESC LIMIT ?2",
    )?;
    let rows = statement.query_map(params![id.map(Uuid::into_bytes), limit], |row| {
        let (rail, file, hash): (String, Option<String>, Option<String>) = (row.get(2)?, row.get(5)?, row.get(6)?);
        Ok(PayoutRow {
            seq: row.get(0)?,
            id: Uuid::from_bytes(row.get(1)?),
            rail: Rail::parse(&rail).unwrap_or(Rail::Bank),
            count: row.get(3)?,
            total_paise: Paise(row.get(4)?),
            file: file.zip(hash),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The time that money was sent by an entry.
pub fn sent_at(db: &Connection, seq: i64) -> Result<Option<PayoutRow>, Fault> {
    let id: Option<[u8; 16]> =
        db.prepare_cached("SELECT id FROM payout WHERE seq = ?1")?.query_row([seq], |row| row.get(0)).optional()?;
    Ok(id.map(|id| sent(db, Some(Uuid::from_bytes(id)), 1)).transpose()?.and_then(|mut rows| rows.pop()))
}

/// One advance.
#[derive(Debug, Clone)]
pub struct AdvanceRow {
    /// The entry.
    pub seq: i64,
    /// Its id.
    pub id: Uuid,
    /// To whom.
    pub consignor: String,
    /// How much.
    pub paise: Paise,
    /// How much of it is repaid.
    pub repaid_paise: Paise,
}

/// Advances to a consignor, or to all, the newest first.
pub fn advances(db: &Connection, consignor: Option<&str>) -> Result<Vec<AdvanceRow>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT seq, id, consignor, paise, repaid_paise FROM advance WHERE ?1 IS NULL OR consignor = ?1 ORDER BY seq DESC",
    )?;
    let rows = statement.query_map([consignor], |row| {
        Ok(AdvanceRow {
            seq: row.get(0)?,
            id: Uuid::from_bytes(row.get(1)?),
            consignor: row.get(2)?,
            paise: Paise(row.get(3)?),
            repaid_paise: Paise(row.get(4)?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What a consignor still owes of advances.
pub fn lent_to(db: &Connection, consignor: &str) -> Result<Paise, Fault> {
    Ok(Paise(
        db.prepare_cached("SELECT coalesce(sum(paise - repaid_paise), 0) FROM advance WHERE consignor = ?1")?
            .query_row([consignor], |row| row.get(0))?,
    ))
}

/// Whether an advance was noted already.
pub fn advance_exists(db: &Connection, id: Uuid) -> Result<bool, Fault> {
    Ok(db
        .prepare_cached("SELECT seq FROM advance WHERE id = ?1")?
        .query_row([id.as_bytes()], |row| row.get::<_, i64>(0))
        .optional()?
        .is_some())
}

/// Applies what an entry of settling or paying changes.
pub(super) fn apply(db: &Connection, writer: &Writer, operator: &str, fact: &Fact) -> Result<(), Fault> {
    passbook::note(db, writer.seq, fact)?;
    match fact {
        Fact::SettlementPosted(one) => settlement::post(db, writer, operator, one),
        Fact::SettlementWithdrawn(one) => settlement::withdraw(db, writer, one),
        Fact::SettlementsApproved(all) => settlement::approve(db, writer, all),
        Fact::PayoutSent(sent) => send(db, writer, sent),
        Fact::PayoutsConfirmed(all) => confirm(db, writer, all),
        Fact::PayoutsFailed(all) => fail(db, writer, all),
        Fact::AdvancePaid(advance) => lend(db, writer, advance),
        Fact::AccountProven(proven) => prove(db, writer, proven),
        _ => Ok(()),
    }
}
