//! Money that moved otherwise than over the counter.

use crate::fault::Fault;
use crate::store::returns::changed;
use domain::account::Account;
use domain::money::Paise;
use domain::money_move::MoneyMoved;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

/// Applies a move; one that takes back another marks it.
pub(super) fn apply(db: &Connection, seq: i64, on: Date, moved: &MoneyMoved) -> Result<(), Fault> {
    db.execute(
        "INSERT INTO money_move (seq, id, business_date, from_account, to_account, paise, reference, note, takes_back)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            seq,
            moved.id.as_bytes(),
            on.to_string(),
            moved.from.to_string(),
            moved.to.to_string(),
            moved.paise.0,
            moved.reference,
            moved.note,
            moved.takes_back.as_ref().map(Uuid::as_bytes)
        ],
    )?;
    if let Some(id) = moved.takes_back {
        let rows = db.execute(
            "UPDATE money_move SET back_seq = ?2 WHERE id = ?1 AND back_seq IS NULL AND takes_back IS NULL",
            params![id.as_bytes(), seq],
        )?;
        changed(rows, "such move to take back")?;
    }
    Ok(())
}

/// A move as it stands.
#[derive(Debug, Clone)]
pub struct MoveRow {
    /// When.
    pub on: String,
    /// What moved.
    pub moved: MoneyMoved,
    /// Whether it was taken back.
    pub is_back: bool,
}

const COLUMNS: &str =
    "id, business_date, from_account, to_account, paise, reference, note, takes_back, back_seq IS NOT NULL";

fn read(row: &Row) -> rusqlite::Result<MoveRow> {
    let account = |column: usize| -> rusqlite::Result<Account> {
        row.get_ref(column)?.as_str()?.parse().map_err(|error| {
            rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(error))
        })
    };
    Ok(MoveRow {
        on: row.get(1)?,
        moved: MoneyMoved {
            id: Uuid::from_bytes(row.get(0)?),
            from: account(2)?,
            to: account(3)?,
            paise: Paise(row.get(4)?),
            reference: row.get(5)?,
            note: row.get(6)?,
            takes_back: row.get::<_, Option<[u8; 16]>>(7)?.map(Uuid::from_bytes),
        },
        is_back: row.get(8)?,
    })
}

/// The move of an id.
pub fn by_id(db: &Connection, id: Uuid) -> Result<Option<MoveRow>, Fault> {
    Ok(db
        .prepare_cached(&format!("SELECT {COLUMNS} FROM money_move WHERE id = ?1"))?
        .query_row([id.as_bytes()], read)
        .optional()?)
}

/// The last moves, newest first.
pub fn last(db: &Connection, most: usize) -> Result<Vec<MoveRow>, Fault> {
    let mut statement = db.prepare_cached(&format!("SELECT {COLUMNS} FROM money_move ORDER BY seq DESC LIMIT ?1"))?;
    let rows = statement.query_map([most as i64], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}
