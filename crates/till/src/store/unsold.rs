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

/// What a maker was told or asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The step's word.
    pub step: String,
    /// Whether they agreed; a reminder asks nothing.
    pub agreed: Option<bool>,
    /// The business date, as `YYYY-MM-DD`.
    pub on: String,
}

/// What was said of a consignor's item on `since` or later, the last first. What was said before is about goods that are
/// gone.
pub fn answers(db: &Connection, consignor: &str, item: Uuid, since: Date) -> Result<Vec<Answer>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT step, agreed, told FROM (
             SELECT step, agreed, seq, (SELECT max(business_date) FROM day WHERE first_seq <= answer.seq) AS told
             FROM unsold_answer AS answer WHERE consignor = ?1 AND item = ?2
         ) WHERE told >= ?3 ORDER BY seq DESC",
    )?;
    let rows = statement.query_map(params![consignor, item.to_string(), since.to_string()], |row| {
        Ok(Answer { step: row.get(0)?, agreed: row.get(1)?, on: row.get(2)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
