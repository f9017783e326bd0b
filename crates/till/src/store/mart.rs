//! The mart, the till, and the people of both.

use crate::fault::Fault;
use domain::mart::Mart;
use domain::money::{Bps, Paise};
use domain::name::Name;
use domain::operator::{Operator, OwnLimits, Role};
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

/// This till as its newest epoch has it.
#[derive(Debug, Clone)]
pub struct TillRow {
    /// Grows when the till goes on from a copy.
    pub epoch: i64,
    /// First entry of the epoch.
    pub first_seq: i64,
    /// The till's id.
    pub device: Uuid,
    /// Two characters.
    pub till_code: String,
    /// Of the epoch's signatures, hexadecimal.
    pub public_key: String,
    /// `os` or `file`.
    pub key_store: String,
}

/// All epochs of this till, oldest first.
pub fn epochs(db: &Connection) -> Result<Vec<TillRow>, Fault> {
    let mut statement =
        db.prepare("SELECT epoch, first_seq, device, till_code, public_key, key_store FROM till ORDER BY epoch")?;
    let rows = statement.query_map([], |row| {
        let device: String = row.get(2)?;
        Ok(TillRow {
            epoch: row.get(0)?,
            first_seq: row.get(1)?,
            device: Uuid::parse_str(&device).unwrap_or_default(),
            till_code: row.get(3)?,
            public_key: row.get(4)?,
            key_store: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The mart; none before set-up.
pub fn mart(db: &Connection) -> Result<Option<Mart>, Fault> {
    mart_at(db, i64::MAX)
}

/// The mart as it was at an entry.
pub fn mart_at(db: &Connection, seq: i64) -> Result<Option<Mart>, Fault> {
    let body: Option<String> = db
        .prepare_cached("SELECT body FROM mart WHERE seq <= ?1 ORDER BY seq DESC LIMIT 1")?
        .query_row([seq], |row| row.get(0))
        .optional()?;
    body.map(|body| serde_json::from_str(&body))
        .transpose()
        .map_err(|error| Fault::DatabaseDamaged { problem: format!("mart: {error}") })
}

fn read_operator(row: &Row) -> rusqlite::Result<Operator> {
    let role: String = row.get(3)?;
    Ok(Operator {
        id: row.get(0)?,
        name: Name { hi: row.get(1)?, en: row.get(2)? },
        role: match &*role {
            "storekeeper" => Role::Storekeeper,
            "manager" => Role::Manager,
            "approver" => Role::Approver,
            _ => Role::Cashier,
        },
        pin_phc: row.get(4)?,
        active: row.get(5)?,
        limits: OwnLimits {
            discount_bps: row.get::<_, Option<i64>>(6)?.map(Bps),
            paid_out_paise: row.get::<_, Option<i64>>(7)?.map(Paise),
        },
    })
}

/// Everyone there ever was, who left last.
pub fn people(db: &Connection) -> Result<Vec<Operator>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT id, name_hi, name_en, role, pin_phc, active, discount_bps, paid_out_paise FROM operator
         ORDER BY active DESC, role = 'approver', role = 'manager', role = 'storekeeper', id",
    )?;
    let rows = statement.query_map([], read_operator)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What an operator was called at an entry.
pub fn name_at(db: &Connection, operator: &str, seq: i64) -> Result<Option<Name>, Fault> {
    Ok(db
        .prepare_cached(
            "SELECT name_hi, name_en FROM operator_name WHERE operator = ?1 AND seq <= ?2 ORDER BY seq DESC LIMIT 1",
        )?
        .query_row(params![operator, seq], |row| Ok(Name { hi: row.get(0)?, en: row.get(1)? }))
        .optional()?)
}

/// Operators who may sign in, cashiers first.
pub fn operators(db: &Connection) -> Result<Vec<Operator>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT id, name_hi, name_en, role, pin_phc, active, discount_bps, paid_out_paise FROM operator WHERE active = 1
         ORDER BY role = 'approver', role = 'manager', role = 'storekeeper', id",
    )?;
    let rows = statement.query_map([], read_operator)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// One operator who may sign in.
pub fn operator(db: &Connection, id: &str) -> Result<Option<Operator>, Fault> {
    Ok(db
        .prepare_cached(
            "SELECT id, name_hi, name_en, role, pin_phc, active, discount_bps, paid_out_paise FROM operator WHERE id = ?1 AND active = 1",
        )?
        .query_row([id], read_operator)
        .optional()?)
}

/// The entry that last set an operator's PIN.
pub fn pin_seq(db: &Connection, id: &str) -> Result<Option<i64>, Fault> {
    Ok(db.query_row("SELECT pin_seq FROM operator WHERE id = ?1", [id], |row| row.get(0)).optional()?)
}

/// Wrong PINs in a row and until when the operator must wait.
pub fn pin_guard(db: &Connection, operator: &str) -> Result<(i64, i64), Fault> {
    Ok(db
        .query_row("SELECT failures, locked_until_us FROM pin_guard WHERE operator = ?1", [operator], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?
        .unwrap_or((0, 0)))
}

/// Keeps them; no failures clears the row.
pub fn set_pin_guard(db: &Connection, operator: &str, failures: i64, locked_until_us: i64) -> Result<(), Fault> {
    if failures == 0 {
        db.execute("DELETE FROM pin_guard WHERE operator = ?1", [operator])?;
    } else {
        db.execute(
            "INSERT OR REPLACE INTO pin_guard (operator, failures, locked_until_us) VALUES (?1, ?2, ?3)",
            params![operator, failures, locked_until_us],
        )?;
    }
    Ok(())
}

/// The stretched recovery code; none: the mart has none.
pub fn recovery(db: &Connection) -> Result<Option<String>, Fault> {
    Ok(db.query_row("SELECT code_phc FROM recovery WHERE id = 1", [], |row| row.get(0)).optional()?)
}
