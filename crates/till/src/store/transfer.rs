//! Goods on the way to other marts and from them, and the tills whose signature is believed.

use crate::fault::Fault;
use crate::store::apply::first_at;
use crate::store::returns::changed;
use crate::store::search::index_item;
use crate::store::stock::{Move, come_in, keep_note, move_piece, new_piece, note};
use domain::name::Name;
use domain::quantity::Milli;
use domain::transfer::{Parcel, TillTrusted, TransferSettled, TransferTaken};
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

/// Applies goods that were sent: they are on the way.
pub(super) fn send(db: &Connection, seq: i64, on: Date, parcel: &Parcel) -> Result<(), Fault> {
    keep_note(db, seq, parcel.id, "sent", Some(&parcel.number), None)?;
    db.execute("INSERT INTO transfer (seq) VALUES (?1)", [seq])?;
    for (at, line) in (first_at(seq)..).zip(&parcel.lines) {
        let owner = line.owner.to_string();
        let rows = db
            .prepare_cached("UPDATE stock SET transit_milli = transit_milli + ?3 WHERE item = ?1 AND owner = ?2")?
            .execute(params![line.item.to_string(), owner, line.qty_milli.0])?;
        changed(rows, "stock of that line")?;
        note(db, &Move { at, item: line.item, owner: &owner, kind: "transit", qty_milli: line.qty_milli, on })?;
        for piece in &line.pieces {
            move_piece(db, seq, &piece.code, "transit")?;
        }
    }
    Ok(())
}

/// Applies what became of them: nothing is on the way any more.
pub(super) fn settle(db: &Connection, seq: i64, on: Date, settled: &TransferSettled) -> Result<(), Fault> {
    let sent = sent_seq(db, settled.transfer)?;
    let rows = db.execute(
        "UPDATE transfer SET settled_seq = ?2 WHERE seq = ?1 AND settled_seq IS NULL",
        [sent.unwrap_or_default(), seq],
    )?;
    changed(rows, "transfer on the way")?;
    let mut at = first_at(seq);
    for line in &settled.lines {
        let owner = line.owner.to_string();
        let (arrived, lost, back) = (line.arrived_milli, line.lost_milli, line.back_milli);
        let all = Milli(arrived.0 + lost.0 + back.0);
        let rows = db
            .prepare_cached(
                "UPDATE stock SET transit_milli = transit_milli - ?3, sent_milli = sent_milli + ?4,
                     lost_milli = lost_milli + ?5, owed_paise = owed_paise + ?6
                 WHERE item = ?1 AND owner = ?2",
            )?
            .execute(params![line.item.to_string(), owner, all.0, arrived.0, lost.0, line.compensation_paise.0])?;
        changed(rows, "stock of that line")?;
        for (kind, qty_milli) in [("transit", Milli(-all.0)), ("sent", arrived), ("lost", lost)] {
            if qty_milli != Milli(0) {
                note(db, &Move { at, item: line.item, owner: &owner, kind, qty_milli, on })?;
                at += 1;
            }
        }
        for (state, codes) in [("sent", &line.arrived), ("lost", &line.lost), ("here", &line.back)] {
            for code in codes {
                move_piece(db, seq, code, state)?;
            }
        }
    }
    Ok(())
}

/// Applies goods of another mart that came in.
pub(super) fn take(db: &Connection, seq: i64, on: Date, taken: &TransferTaken) -> Result<(), Fault> {
    keep_note(db, seq, taken.transfer, "taken", Some(&taken.number), None)?;
    for (at, line) in (first_at(seq)..).zip(&taken.lines) {
        let owner = line.owner.to_string();
        come_in(db, seq, &Move { at, item: line.item, owner: &owner, kind: "in", qty_milli: line.came_milli, on })?;
        for piece in &line.pieces {
            new_piece(db, seq, line.item, &owner, piece)?;
        }
        index_item(db, line.item)?;
    }
    Ok(())
}

/// Applies a key that is believed.
pub(super) fn trust(db: &Connection, trusted: &TillTrusted) -> Result<(), Fault> {
    db.execute(
        "INSERT OR REPLACE INTO known_till (public_key, till, name_hi, name_en) VALUES (?1, ?2, ?3, ?4)",
        params![trusted.public_key, trusted.till, trusted.name.hi, trusted.name.en],
    )?;
    Ok(())
}

/// A till of another mart whose key is believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownTill {
    /// As on its bills.
    pub till: String,
    /// Its mart.
    pub name: Name,
}

/// The till of a key, if it is believed.
pub fn known(db: &Connection, public_key: &str) -> Result<Option<KnownTill>, Fault> {
    Ok(db
        .prepare_cached("SELECT till, name_hi, name_en FROM known_till WHERE public_key = ?1")?
        .query_row([public_key], |row| {
            Ok(KnownTill { till: row.get(0)?, name: Name { hi: row.get(1)?, en: row.get(2)? } })
        })
        .optional()?)
}

/// The entry that sent a parcel.
pub fn sent_seq(db: &Connection, id: Uuid) -> Result<Option<i64>, Fault> {
    Ok(db
        .prepare_cached("SELECT seq FROM stock_note WHERE id = ?1 AND kind = 'sent'")?
        .query_row([id.as_bytes()], |row| row.get(0))
        .optional()?)
}

/// The entry that settled what an entry sent, if it is settled.
pub fn settled_seq(db: &Connection, sent: i64) -> Result<Option<i64>, Fault> {
    Ok(db
        .prepare_cached("SELECT settled_seq FROM transfer WHERE seq = ?1")?
        .query_row([sent], |row| row.get(0))
        .optional()?
        .flatten())
}

/// The last parcels that went (with the entry that settled each) or came, newest first: their entries. What is still on
/// the way is among them however old it is.
pub fn last(db: &Connection, most: usize) -> Result<Vec<i64>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT seq FROM (SELECT seq FROM stock_note WHERE kind IN ('sent', 'taken') ORDER BY seq DESC LIMIT ?1)
         UNION SELECT seq FROM transfer WHERE settled_seq IS NULL ORDER BY seq DESC",
    )?;
    let rows = statement.query_map([most as i64], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How many parcels are on the way.
pub fn on_the_way(db: &Connection) -> Result<i64, Fault> {
    Ok(db.query_row("SELECT count(*) FROM transfer WHERE settled_seq IS NULL", [], |row| row.get(0))?)
}
