//! What a passbook tells beside sold lines: settlements, payouts and advances of a consignor, each at its entry, and all of it
//! in its order. Not here: sold lines (`due`).

use crate::fault::Fault;
use crate::store::apply::first_at;
use crate::store::due::ref_of;
use domain::due::DueRef;
use domain::entry::Fact;
use domain::money::Paise;
use rusqlite::{Connection, params};

/// Notes what an entry of settling or paying changes for its consignors, at their places in it.
pub(super) fn note(db: &Connection, seq: i64, fact: &Fact) -> Result<(), Fault> {
    let moves: Vec<(&str, Paise)> = match fact {
        Fact::SettlementPosted(one) => vec![(&one.consignor, -one.figures.repaid())],
        Fact::SettlementWithdrawn(one) => vec![(&one.settlement.consignor, one.settlement.figures.repaid())],
        Fact::PayoutSent(sent) => sent.payouts.iter().map(|one| (&*one.consignor, Paise::ZERO)).collect(),
        Fact::PayoutsConfirmed(all) => all.payouts.iter().map(|one| (&*one.consignor, -one.paise)).collect(),
        Fact::PayoutsFailed(all) => {
            let back = |paise: Paise, was_confirmed| if was_confirmed { paise } else { Paise::ZERO };
            all.payouts.iter().map(|one| (&*one.consignor, back(one.paise, one.was_confirmed))).collect()
        }
        Fact::AdvancePaid(advance) => vec![(&advance.consignor, Paise::ZERO)],
        _ => return Ok(()),
    };
    let mut insert = db.prepare_cached("INSERT INTO payable_move (consignor, at, paise) VALUES (?1, ?2, ?3)")?;
    for (place, (consignor, paise)) in (0..).zip(moves) {
        insert.execute(params![consignor, first_at(seq) + place, paise.0])?;
    }
    Ok(())
}

/// All that changed what a consignor is owed up to an entry, oldest first: where it stands, the change, and whether it is a
/// sold line. What was sold must have been gathered.
pub fn all(db: &Connection, consignor: &str, upto: i64) -> Result<Vec<(DueRef, Paise, bool)>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT at, share_paise, 1 FROM due_line WHERE consignor = ?1 AND at < ?2
         UNION ALL SELECT at, paise, 0 FROM payable_move WHERE consignor = ?1 AND at < ?2 ORDER BY 1",
    )?;
    let rows = statement.query_map(params![consignor, first_at(upto + 1)], |row| {
        Ok((ref_of(row.get(0)?), Paise(row.get(1)?), row.get(2)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
