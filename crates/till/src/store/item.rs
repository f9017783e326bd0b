//! Items as the counter asks for them: by barcode, by id, by words; with today's price and whose they are.

use crate::fault::Fault;
use domain::agreement::{Agreement, Owner, Terms};
use domain::item::Item;
use domain::money::Paise;
use domain::name::Name;
use domain::quantity::Milli;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

pub(super) const COLUMNS: &str =
    "id, sku, barcode, name_hi, name_en, maker_hi, maker_en, district_hi, district_en, icon, hsn,
    rate_class, unit, gi, retired";

pub(super) fn read(row: &Row) -> rusqlite::Result<Item> {
    let id: String = row.get(0)?;
    let maker: (Option<String>, Option<String>) = (row.get(5)?, row.get(6)?);
    Ok(Item {
        id: Uuid::parse_str(&id)
            .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, error.into()))?,
        sku: row.get(1)?,
        barcode: row.get(2)?,
        name: Name { hi: row.get(3)?, en: row.get(4)? },
        maker: maker.0.zip(maker.1).map(|(hi, en)| Name { hi, en }),
        district: Name { hi: row.get(7)?, en: row.get(8)? },
        icon: row.get(9)?,
        hsn: row.get(10)?,
        rate_class: row.get(11)?,
        unit: row.get(12)?,
        gi: row.get(13)?,
        retired: row.get(14)?,
    })
}

/// The item a scanned barcode or a typed SKU names.
pub fn by_code(db: &Connection, code: &str) -> Result<Option<Item>, Fault> {
    for column in ["barcode", "sku"] {
        let found = db
            .prepare_cached(&format!("SELECT {COLUMNS} FROM item WHERE {column} = ?1"))?
            .query_row([code], read)
            .optional()?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// The item of an id.
pub fn by_id(db: &Connection, id: Uuid) -> Result<Option<Item>, Fault> {
    Ok(db
        .prepare_cached(&format!("SELECT {COLUMNS} FROM item WHERE id = ?1"))?
        .query_row([id.to_string()], read)
        .optional()?)
}

/// The price in force on a day, and whether GST is inside it.
pub fn price(db: &Connection, item: Uuid, on: Date) -> Result<Option<(Paise, bool)>, Fault> {
    Ok(db
        .prepare_cached(
            "SELECT price_paise, includes_tax FROM price WHERE item = ?1 AND from_date <= ?2
             ORDER BY from_date DESC LIMIT 1",
        )?
        .query_row(params![item.to_string(), on.to_string()], |row| Ok((Paise(row.get(0)?), row.get(1)?)))
        .optional()?)
}

/// Whose goods a sale of the item takes: the owner whose goods have lain here longest and are not sold out;
/// where all are, the first owner there was; where there never was one, the mart.
pub fn owner_to_sell(db: &Connection, item: Uuid) -> Result<Owner, Fault> {
    let owner: Option<String> = db
        .prepare_cached(
            "SELECT owner FROM stock WHERE item = ?1 ORDER BY received_milli <= sold_milli, first_seq, owner LIMIT 1",
        )?
        .query_row([item.to_string()], |row| row.get(0))
        .optional()?;
    Ok(owner.as_deref().and_then(Owner::parse).unwrap_or(Owner::Mart))
}

/// How much of the item is here, of all owners.
pub fn on_hand(db: &Connection, item: Uuid) -> Result<Milli, Fault> {
    Ok(Milli(
        db.prepare_cached("SELECT coalesce(sum(received_milli - sold_milli), 0) FROM stock WHERE item = ?1")?
            .query_row([item.to_string()], |row| row.get(0))?,
    ))
}

/// The terms in force with a consignor on a day: of the newest version that has begun.
pub fn terms(db: &Connection, consignor: &str, on: Date) -> Result<Option<Terms>, Fault> {
    let body: Option<String> = db
        .prepare_cached(
            "SELECT body FROM agreement WHERE consignor = ?1 AND from_date <= ?2
             ORDER BY from_date DESC, version DESC LIMIT 1",
        )?
        .query_row(params![consignor, on.to_string()], |row| row.get(0))
        .optional()?;
    body.map(|body| serde_json::from_str::<Agreement>(&body).map(|agreement| agreement.terms()))
        .transpose()
        .map_err(|error| Fault::DatabaseDamaged { problem: format!("agreement of {consignor}: {error}") })
}

/// Whether another item already has this SKU or barcode.
pub fn code_taken(db: &Connection, item: &Item) -> Result<bool, Fault> {
    Ok(db
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM item WHERE id <> ?1 AND (sku = ?2 OR barcode = ?3))")?
        .query_row(params![item.id.to_string(), item.sku, item.barcode], |row| row.get(0))?)
}
