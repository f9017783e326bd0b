//! Keys of persons, and what is found by them. All of it stays on this till.

use crate::fault::Fault;
use domain::money::Paise;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

/// A keyed hash of what tells a person apart.
pub type Mark = [u8; 32];

/// A sale of a customer: number, business date, due.
pub type Bought = (String, String, Paise);

/// The sealed key of a person.
pub fn key(db: &Connection, person: Uuid) -> Result<Option<Vec<u8>>, Fault> {
    Ok(db
        .prepare_cached("SELECT sealed_key FROM person_key WHERE person = ?1")?
        .query_row([person.to_string()], |row| row.get(0))
        .optional()?)
}

/// Keeps the sealed key of a person.
pub fn keep_key(db: &Connection, person: Uuid, sealed_key: &[u8]) -> Result<(), Fault> {
    db.prepare_cached("INSERT INTO person_key (person, sealed_key) VALUES (?1, ?2)")?
        .execute(params![person.to_string(), sealed_key])?;
    Ok(())
}

/// Lets a customer be found by their mobile.
pub fn set_mobile(db: &Connection, person: Uuid, mobile: &Mark) -> Result<(), Fault> {
    db.execute("UPDATE person_key SET mobile_hash = ?2 WHERE person = ?1", params![person.to_string(), mobile])?;
    Ok(())
}

/// The customer of a mobile.
pub fn by_mobile(db: &Connection, mobile: &Mark) -> Result<Option<Uuid>, Fault> {
    let found: Option<String> = db
        .prepare_cached("SELECT person FROM person_key WHERE mobile_hash = ?1")?
        .query_row([mobile], |row| row.get(0))
        .optional()?;
    Ok(found.and_then(|person| Uuid::parse_str(&person).ok()))
}

/// Lets no other consignor have this artisan's card; none: they have none.
pub fn set_card(db: &Connection, person: Uuid, card: Option<&Mark>) -> Result<(), Fault> {
    db.execute("UPDATE person_key SET card_hash = ?2 WHERE person = ?1", params![person.to_string(), card])?;
    Ok(())
}

/// Who has an artisan's card.
pub fn by_card(db: &Connection, card: &Mark) -> Result<Option<Uuid>, Fault> {
    let found: Option<String> = db
        .prepare_cached("SELECT person FROM person_key WHERE card_hash = ?1")?
        .query_row([card], |row| row.get(0))
        .optional()?;
    Ok(found.and_then(|person| Uuid::parse_str(&person).ok()))
}

/// Forgets a person: their key, their mark, what they bought.
pub fn forget(db: &Connection, person: Uuid) -> Result<(), Fault> {
    db.execute("DELETE FROM person_key WHERE person = ?1", [person.to_string()])?;
    db.execute("DELETE FROM bought WHERE person = ?1", [person.to_string()])?;
    Ok(())
}

/// The entry that holds what is remembered of a customer: their last `customer_set`.
pub fn last_set(db: &Connection, person: Uuid) -> Result<Option<i64>, Fault> {
    Ok(db
        .prepare_cached("SELECT set_seq FROM customer WHERE person = ?1 AND forgotten_us IS NULL")?
        .query_row([person.to_string()], |row| row.get(0))
        .optional()?)
}

/// Notes that a customer bought.
pub fn bought(db: &Connection, person: Uuid, sale_seq: i64) -> Result<(), Fault> {
    db.execute("INSERT INTO bought (person, sale_seq) VALUES (?1, ?2)", params![person.to_string(), sale_seq])?;
    Ok(())
}

/// Places of the last sales of a customer, newest first.
pub fn bought_in(db: &Connection, person: Uuid, most: u32) -> Result<Vec<i64>, Fault> {
    let mut statement =
        db.prepare_cached("SELECT sale_seq FROM bought WHERE person = ?1 ORDER BY sale_seq DESC LIMIT ?2")?;
    Ok(statement.query_map(params![person.to_string(), most], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// The last sales of a customer, newest first.
pub fn history(db: &Connection, person: Uuid, most: u32) -> Result<Vec<Bought>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT sale.number, sale.business_date, sale.due_paise FROM bought JOIN sale ON sale.seq = bought.sale_seq
         WHERE bought.person = ?1 ORDER BY sale.seq DESC LIMIT ?2",
    )?;
    let rows = statement
        .query_map(params![person.to_string(), most], |row| Ok((row.get(0)?, row.get(1)?, Paise(row.get(2)?))))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Cash taken from a buyer on a day.
pub fn cash_on(db: &Connection, who: &Mark, on: Date) -> Result<Paise, Fault> {
    Ok(Paise(
        db.prepare_cached("SELECT coalesce(sum(paise), 0) FROM cash_from WHERE who = ?1 AND business_date = ?2")?
            .query_row(params![who, on.to_string()], |row| row.get(0))?,
    ))
}

/// Notes cash taken from a buyer; other days are of no use any more.
pub fn took_cash(db: &Connection, who: &Mark, sale_seq: i64, on: Date, paise: Paise) -> Result<(), Fault> {
    db.execute("DELETE FROM cash_from WHERE business_date <> ?1", [on.to_string()])?;
    db.execute(
        "INSERT INTO cash_from (who, sale_seq, business_date, paise) VALUES (?1, ?2, ?3, ?4)",
        params![who, sale_seq, on.to_string(), paise.0],
    )?;
    Ok(())
}

/// A sale was taken back whole: its cash no longer counts to who paid it.
pub fn uncount_cash(db: &Connection, sale_seq: i64) -> Result<(), Fault> {
    db.execute("DELETE FROM cash_from WHERE sale_seq = ?1", [sale_seq])?;
    Ok(())
}
