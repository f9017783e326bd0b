//! What makers of unsold goods were told or asked, and what they said.

use crate::fault::Fault;
use crate::store::returns::changed;
use domain::stock::{Step, UnsoldAnswered};
use jiff::civil::Date;
use rusqlite::{Connection, params};
use uuid::Uuid;

/// Applies what a maker was told or asked.
pub(super) fn answer_unsold(db: &Connection, seq: i64, answered: &UnsoldAnswered) -> Result<(), Fault> {
    db.execute(
        "INSERT INTO unsold_answer (seq, consignor, item, step, agreed, how) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            seq,
            answered.consignor,
            answered.item.to_string(),
            step_word(answered.step),
            answered.agreed,
            answered.how
        ],
    )?;
    for piece in &answered.pieces {
        let rows = db
            .prepare_cached("UPDATE piece SET price_paise = ?2 WHERE code = ?1")?
            .execute(params![piece.code, piece.price_paise.0])?;
        changed(rows, "such piece")?;
    }
    Ok(())
}

fn step_word(step: Step) -> &'static str {
    match step {
        Step::Remind => "remind",
        Step::Markdown => "markdown",
        Step::GiveBack => "give_back",
    }
}

/// The steps that were taken with a consignor's item on `since` or later, the last first, and whether they agreed. What
/// was said before is about goods that are gone.
pub fn answers(
    db: &Connection,
    consignor: &str,
    item: Uuid,
    since: Date,
) -> Result<Vec<(String, Option<bool>)>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT step, agreed FROM unsold_answer AS answer WHERE consignor = ?1 AND item = ?2
             AND (SELECT max(business_date) FROM day WHERE first_seq <= answer.seq) >= ?3 ORDER BY seq DESC",
    )?;
    let rows = statement
        .query_map(params![consignor, item.to_string(), since.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
