//! Consignors, the dated terms with them, and where their money goes.

use crate::fault::Fault;
use crate::store::apply::json;
use crate::store::returns::changed;
use crate::store::search::index_consignor;
use domain::agreement::{Agreement, Owner};
use domain::consignor::{BankAnswered, BankAsked, Consignor, ConsignorForgotten, ConsignorSet, SealedIdentity};
use domain::name::Name;
use domain::quantity::Milli;
use domain::sale::Sealed;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

fn damaged(what: &str, error: impl std::fmt::Display) -> Fault {
    Fault::DatabaseDamaged { problem: format!("{what}: {error}") }
}

/// Applies what was set of a consignor; who brings no new identity keeps theirs.
pub(super) fn set(db: &Connection, at_us: i64, set: &ConsignorSet) -> Result<(), Fault> {
    let consignor = &set.consignor;
    let identity = set.identity.as_ref().map(json).transpose()?;
    db.prepare_cached(
        "INSERT INTO consignor
         (id, name_hi, name_en, village_hi, village_en, district, craft_hi, craft_en, artisans, picture, has_left,
          identity, agreed_us, gi_user, members)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
         ON CONFLICT (id) DO UPDATE SET name_hi = ?2, name_en = ?3, village_hi = ?4, village_en = ?5, district = ?6,
          craft_hi = ?7, craft_en = ?8, artisans = ?9, picture = ?10, has_left = ?11,
          identity = coalesce(?12, identity), agreed_us = coalesce(?13, agreed_us), gi_user = ?14, members = ?15",
    )?
    .execute(params![
        consignor.id,
        consignor.name.hi,
        consignor.name.en,
        consignor.village.hi,
        consignor.village.en,
        consignor.district,
        consignor.craft.hi,
        consignor.craft.en,
        consignor.artisans,
        consignor.picture,
        consignor.left,
        identity,
        identity.as_ref().map(|_| at_us),
        consignor.gi_user,
        json(&consignor.members)?
    ])?;
    index_consignor(db, &consignor.id)
}

const COLUMNS: &str = "id, name_hi, name_en, village_hi, village_en, district, craft_hi, craft_en, artisans, picture, has_left, gi_user, members";

fn read(row: &Row) -> rusqlite::Result<Consignor> {
    let name = |hi: usize| Ok::<_, rusqlite::Error>(Name { hi: row.get(hi)?, en: row.get(hi + 1)? });
    Ok(Consignor {
        id: row.get(0)?,
        name: name(1)?,
        village: name(3)?,
        district: row.get(5)?,
        craft: name(6)?,
        artisans: row.get(8)?,
        picture: row.get(9)?,
        left: row.get(10)?,
        gi_user: row.get(11)?,
        members: serde_json::from_str(&row.get::<_, String>(12)?).map_err(|error| {
            rusqlite::Error::FromSqlConversionFailure(12, rusqlite::types::Type::Text, error.into())
        })?,
    })
}

/// One consignor.
pub fn by_id(db: &Connection, id: &str) -> Result<Option<Consignor>, Fault> {
    Ok(db
        .prepare_cached(&format!("SELECT {COLUMNS} FROM consignor WHERE id = ?1"))?
        .query_row([id], read)
        .optional()?)
}

/// Every consignor who is not forgotten, who left last.
pub fn all(db: &Connection) -> Result<Vec<Consignor>, Fault> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM consignor WHERE forgotten_us IS NULL ORDER BY has_left, name_en, id"
    ))?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What every consignor is called in accounts, those who are forgotten too.
pub fn names(db: &Connection) -> Result<BTreeMap<String, Name>, Fault> {
    let mut statement = db.prepare_cached("SELECT id, name_hi, name_en FROM consignor")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, Name { hi: row.get(1)?, en: row.get(2)? })))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What is sealed of a consignor, and when they agreed to it.
pub fn identity(db: &Connection, id: &str) -> Result<Option<(SealedIdentity, i64)>, Fault> {
    let found: Option<(Option<String>, Option<i64>)> = db
        .prepare_cached("SELECT identity, agreed_us FROM consignor WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((Some(text), Some(at_us))) = found else { return Ok(None) };
    let identity = serde_json::from_str(&text).map_err(|error| damaged("identity", error))?;
    Ok(Some((identity, at_us)))
}

/// The consignor whose identity a person's key opens.
pub fn of_person(db: &Connection, person: Uuid) -> Result<Option<Consignor>, Fault> {
    Ok(db
        .prepare_cached(&format!("SELECT {COLUMNS} FROM consignor WHERE identity ->> '$.sealed.person' = ?1"))?
        .query_row([person.to_string()], read)
        .optional()?)
}

/// Whether there is a consignor of this id who is not forgotten.
pub fn remembered(db: &Connection, id: &str) -> Result<bool, Fault> {
    Ok(db
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM consignor WHERE id = ?1 AND forgotten_us IS NULL)")?
        .query_row([id], |row| row.get(0))?)
}

/// Applies that a consignor is forgotten: what is left is what accounts must name.
pub(super) fn forget(db: &Connection, at_us: i64, forgotten: &ConsignorForgotten) -> Result<(), Fault> {
    let id = &forgotten.consignor;
    let rows = db.execute(
        "UPDATE consignor SET identity = NULL, agreed_us = NULL, picture = NULL, members = '[]', gi_user = '',
             has_left = 1, forgotten_us = ?2 WHERE id = ?1",
        params![id, at_us],
    )?;
    changed(rows, "such consignor")?;
    db.execute("DELETE FROM bank WHERE consignor = ?1", [id])?;
    db.execute("DELETE FROM maker_message WHERE consignor = ?1", [id])?;
    db.execute("UPDATE piece SET maker_hi = NULL, maker_en = NULL WHERE owner = 'consignor:' || ?1", [id])?;
    index_consignor(db, id)
}

/// Every person whose key opens something of a consignor: their identity, and bank details of any time.
pub fn persons(db: &Connection, id: &str) -> Result<BTreeSet<Uuid>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT identity ->> '$.sealed.person' FROM consignor WHERE id = ?1 AND identity IS NOT NULL
         UNION SELECT sealed ->> '$.person' FROM bank WHERE consignor = ?1",
    )?;
    let rows = statement.query_map([id], |row| row.get::<_, String>(0))?;
    rows.map(|person| Uuid::parse_str(&person?).map_err(|error| damaged("person", error))).collect()
}

/// Every photograph that there ever was of a consignor, by its hash.
pub fn pictures(db: &Connection, id: &str) -> Result<Vec<String>, Fault> {
    let mut statement = db.prepare(
        "SELECT DISTINCT CAST(payload AS TEXT) ->> '$.fact.picture' AS picture FROM journal
         WHERE kind = 'consignor_set' AND CAST(payload AS TEXT) ->> '$.fact.id' = ?1 AND picture IS NOT NULL",
    )?;
    let rows = statement.query_map([id], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether there is or was a consignor of this id.
pub fn exists(db: &Connection, id: &str) -> Result<bool, Fault> {
    Ok(db.query_row("SELECT EXISTS (SELECT 1 FROM consignor WHERE id = ?1)", [id], |row| row.get(0))?)
}

/// Of how many items a consignor's goods are here, and how much of every unit.
pub fn goods_here(db: &Connection, consignor: &str) -> Result<(i64, Vec<(Milli, String)>), Fault> {
    let mut statement = db.prepare_cached(
        "SELECT count(*), sum(here_milli), unit FROM stock JOIN item ON item.id = stock.item
         WHERE owner = ?1 AND here_milli > 0 GROUP BY unit",
    )?;
    let (mut kinds, mut sums) = (0, Vec::new());
    let mut rows = statement.query([Owner::Consignor(consignor.to_owned()).to_string()])?;
    while let Some(row) = rows.next()? {
        kinds += row.get::<_, i64>(0)?;
        sums.push((Milli(row.get(1)?), row.get(2)?));
    }
    Ok((kinds, sums))
}

/// The name of a consignor.
pub fn name(db: &Connection, id: &str) -> Result<Option<Name>, Fault> {
    Ok(db
        .prepare_cached("SELECT name_hi, name_en FROM consignor WHERE id = ?1")?
        .query_row([id], |row| Ok(Name { hi: row.get(0)?, en: row.get(1)? }))
        .optional()?)
}

/// Applies a version of an agreement.
pub(super) fn set_agreement(db: &Connection, seq: i64, agreement: &Agreement) -> Result<(), Fault> {
    db.execute(
        "INSERT INTO agreement (consignor, version, from_date, set_seq, body) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![agreement.consignor, agreement.version, agreement.from.to_string(), seq, json(agreement)?],
    )?;
    Ok(())
}

fn parsed(body: Option<String>) -> Result<Option<Agreement>, Fault> {
    body.map(|body| serde_json::from_str(&body)).transpose().map_err(|error| damaged("agreement", error))
}

/// The agreement in force with a consignor on a day: the newest version that has begun.
pub fn agreement(db: &Connection, consignor: &str, on: Date) -> Result<Option<Agreement>, Fault> {
    parsed(
        db.prepare_cached(
            "SELECT body FROM agreement WHERE consignor = ?1 AND from_date <= ?2 ORDER BY from_date DESC LIMIT 1",
        )?
        .query_row(params![consignor, on.to_string()], |row| row.get(0))
        .optional()?,
    )
}

/// The fewest days after which an agreement in force on a day has its consignor told of unsold goods.
pub fn first_reminder(db: &Connection, on: Date) -> Result<Option<i32>, Fault> {
    Ok(db
        .prepare_cached(
            "SELECT min(body ->> '$.ladder.remind_days') FROM agreement AS one WHERE from_date =
                 (SELECT max(from_date) FROM agreement WHERE consignor = one.consignor AND from_date <= ?1)",
        )?
        .query_row([on.to_string()], |row| row.get(0))?)
}

/// One version of an agreement.
pub fn agreement_version(db: &Connection, consignor: &str, version: i64) -> Result<Option<Agreement>, Fault> {
    parsed(
        db.prepare_cached("SELECT body FROM agreement WHERE consignor = ?1 AND version = ?2")?
            .query_row(params![consignor, version], |row| row.get(0))
            .optional()?,
    )
}

/// The entry that made a version of an agreement.
pub fn agreement_seq(db: &Connection, consignor: &str, version: i64) -> Result<Option<i64>, Fault> {
    Ok(db
        .prepare_cached("SELECT set_seq FROM agreement WHERE consignor = ?1 AND version = ?2")?
        .query_row(params![consignor, version], |row| row.get(0))
        .optional()?)
}

/// Every version of an agreement, newest first.
pub fn agreements(db: &Connection, consignor: &str) -> Result<Vec<Agreement>, Fault> {
    let mut statement = db.prepare_cached("SELECT body FROM agreement WHERE consignor = ?1 ORDER BY version DESC")?;
    let rows = statement.query_map([consignor], |row| row.get::<_, String>(0))?;
    rows.map(|body| serde_json::from_str(&body?).map_err(|error| damaged("agreement", error))).collect()
}

/// What is known of a typed set of bank details.
#[derive(Debug, Clone)]
pub struct BankRow {
    /// The entry that asked.
    pub asked_seq: i64,
    /// JSON of `BankDetails` under the consignor's key.
    pub sealed: Sealed,
    /// Who asked.
    pub asked_by: String,
    /// When, in microseconds since 1970 UTC.
    pub asked_us: i64,
    /// Who allowed it.
    pub answered_by: Option<String>,
    /// When.
    pub answered_us: Option<i64>,
    /// The entry that proved whose account it is.
    pub proven_seq: Option<i64>,
}

/// Bank details of a consignor in a state: `asked` or `allowed`.
pub fn bank(db: &Connection, consignor: &str, state: &str) -> Result<Option<BankRow>, Fault> {
    let found = db
        .prepare_cached(
            "SELECT asked_seq, sealed, asked_by, asked_us, answered_by, answered_us, proven_seq FROM bank
             WHERE consignor = ?1 AND state = ?2 AND state <> 'past'",
        )?
        .query_row([consignor, state], |row| {
            let sealed: String = row.get(1)?;
            Ok(BankRow {
                asked_seq: row.get(0)?,
                sealed: serde_json::from_str(&sealed).map_err(|error| {
                    rusqlite::Error::FromSqlConversionFailure(1, rusqlite::types::Type::Text, error.into())
                })?,
                asked_by: row.get(2)?,
                asked_us: row.get(3)?,
                answered_by: row.get(4)?,
                answered_us: row.get(5)?,
                proven_seq: row.get(6)?,
            })
        })
        .optional()?;
    Ok(found)
}

fn past(db: &Connection, consignor: &str, state: &str) -> Result<(), Fault> {
    db.execute("UPDATE bank SET state = 'past' WHERE consignor = ?1 AND state = ?2", [consignor, state])?;
    Ok(())
}

/// Applies bank details that were asked for: what was asked for before is past.
pub(super) fn ask_bank(db: &Connection, seq: i64, at_us: i64, by: &str, asked: &BankAsked) -> Result<(), Fault> {
    past(db, &asked.consignor, "asked")?;
    db.execute(
        "INSERT INTO bank (asked_seq, consignor, sealed, asked_by, asked_us, state) VALUES (?1, ?2, ?3, ?4, ?5, 'asked')",
        params![seq, asked.consignor, json(&asked.sealed)?, by, at_us],
    )?;
    Ok(())
}

/// Applies the answer to them.
pub(super) fn answer_bank(db: &Connection, at_us: i64, by: &str, answered: &BankAnswered) -> Result<(), Fault> {
    if answered.allowed {
        past(db, &answered.consignor, "allowed")?;
    }
    let rows = db.execute(
        "UPDATE bank SET state = ?3, answered_by = ?4, answered_us = ?5
         WHERE asked_seq = ?1 AND consignor = ?2 AND state = 'asked'",
        params![answered.asked_seq, answered.consignor, if answered.allowed { "allowed" } else { "past" }, by, at_us],
    )?;
    changed(rows, "bank details to answer for")
}

/// Whether goods of a consignor are here, and whether some are on the way.
pub fn left_of(db: &Connection, id: &str) -> Result<(bool, bool), Fault> {
    Ok(db
        .prepare_cached(
            "SELECT coalesce(max(here_milli <> 0), 0), coalesce(max(transit_milli <> 0), 0) FROM stock WHERE owner = 'consignor:' || ?1",
        )?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?)
}
