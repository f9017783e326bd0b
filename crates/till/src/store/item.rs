//! Items as the counter asks for them: by barcode, by id, by words; with today's price and whose they are.

use crate::fault::Fault;
use domain::agreement::Owner;
use domain::item::{Item, Net, Price};
use domain::money::Paise;
use domain::name::Name;
use domain::quantity::Milli;
use domain::translit::search_key;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

const COLUMNS: &str = "id, sku, barcode, name_hi, name_en, maker_hi, maker_en, district_hi, district_en, icon, hsn,
    rate_class, unit, gi, retired, parent, variant, picture, reorder_milli, gi_name, gi_number, net_milli, net_unit";

/// The columns `read` reads, of a table that is called `item` among others.
pub(super) fn columns() -> String {
    COLUMNS.split(',').map(|column| format!("item.{}", column.trim())).collect::<Vec<_>>().join(", ")
}

pub(super) fn read(row: &Row) -> rusqlite::Result<Item> {
    let id: String = row.get(0)?;
    let maker: (Option<String>, Option<String>) = (row.get(5)?, row.get(6)?);
    let net: (Option<i64>, Option<String>) = (row.get(21)?, row.get(22)?);
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
        parent: row.get::<_, Option<String>>(15)?.and_then(|id| Uuid::parse_str(&id).ok()),
        variant: row.get(16)?,
        picture: row.get(17)?,
        reorder_milli: row.get::<_, Option<i64>>(18)?.map(Milli),
        gi_name: row.get(19)?,
        gi_number: row.get(20)?,
        net: net.0.zip(net.1).map(|(milli, unit)| Net { milli: Milli(milli), unit }),
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
/// where all are, the first owner there was who is not forgotten; where there is none, the mart.
pub fn owner_to_sell(db: &Connection, item: Uuid) -> Result<Owner, Fault> {
    let owner: Option<String> = db
        .prepare_cached(
            "SELECT owner FROM stock WHERE item = ?1 AND (here_milli > 0 OR NOT EXISTS (
                 SELECT 1 FROM consignor WHERE stock.owner = 'consignor:' || consignor.id AND forgotten_us IS NOT NULL))
             ORDER BY here_milli <= 0, first_seq, owner LIMIT 1",
        )?
        .query_row([item.to_string()], |row| row.get(0))
        .optional()?;
    Ok(owner.as_deref().and_then(Owner::parse).unwrap_or(Owner::Mart))
}

/// How much of the item is here, of all owners.
pub fn on_hand(db: &Connection, item: Uuid) -> Result<Milli, Fault> {
    Ok(Milli(
        db.prepare_cached("SELECT coalesce(sum(here_milli), 0) FROM stock WHERE item = ?1")?
            .query_row([item.to_string()], |row| row.get(0))?,
    ))
}

/// Whether another item already has this SKU or barcode, or a piece has it for its tag: a tag goes before an item's code.
pub fn code_taken(db: &Connection, item: &Item) -> Result<bool, Fault> {
    Ok(db
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM item WHERE id <> ?1 AND (sku = ?2 OR barcode = ?3))
                 OR EXISTS (SELECT 1 FROM piece WHERE code IN (?2, ?3))",
        )?
        .query_row(params![item.id.to_string(), item.sku, item.barcode], |row| row.get(0))?)
}

/// The highest of the mart's own barcodes: thirteen digits that begin with 21.
pub fn last_own_barcode(db: &Connection) -> Result<Option<String>, Fault> {
    Ok(db.query_row(
        "SELECT max(barcode) FROM item
         WHERE barcode BETWEEN '2100000000000' AND '2199999999999' AND barcode NOT GLOB '*[^0-9]*' AND length(barcode) = 13",
        [],
        |row| row.get(0),
    )?)
}

/// Which items a list is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Filter {
    /// For sale.
    ForSale,
    /// No longer for sale.
    Retired,
    /// As few as the item's reorder level are here, or fewer.
    Low,
    /// Without a price today.
    NoPrice,
    /// HSN shorter than the mart's bills need.
    ShortHsn,
    /// Of a rate class that is still to be confirmed.
    Unconfirmed,
}

/// What a list goes by besides the filter.
pub struct Asked<'a> {
    /// The day prices are asked for.
    pub on: Date,
    /// The mart's digits of HSN.
    pub hsn_digits: usize,
    /// Rate classes to be confirmed.
    pub unconfirmed: &'a [String],
}

/// At or below this an item without a level of its own is running out.
pub const LOW: Milli = Milli(2_000);

/// The level at which more of an item is to be asked for.
pub fn reorder_level(item: &Item) -> Milli {
    item.reorder_milli.unwrap_or(LOW)
}

const ON_HAND: &str = "(SELECT coalesce(sum(here_milli), 0) FROM stock WHERE stock.item = item.id)";

fn condition(filter: Filter) -> String {
    match filter {
        Filter::ForSale => "item.retired = 0".into(),
        Filter::Retired => "item.retired = 1".into(),
        Filter::Low => format!("item.retired = 0 AND {ON_HAND} <= coalesce(item.reorder_milli, {})", LOW.0),
        Filter::NoPrice => {
            "item.retired = 0 AND NOT EXISTS (SELECT 1 FROM price WHERE price.item = item.id AND from_date <= ?1)"
                .into()
        }
        Filter::ShortHsn => "item.retired = 0 AND length(item.hsn) < ?2".into(),
        Filter::Unconfirmed => "item.retired = 0 AND item.rate_class IN (SELECT value FROM json_each(?3))".into(),
    }
}

/// A page of the items of a filter, those of a SKU together, and how many there are in all.
pub fn page(
    db: &Connection,
    filter: Filter,
    asked: &Asked,
    limit: usize,
    offset: usize,
) -> Result<(Vec<Item>, i64), Fault> {
    let condition = condition(filter);
    let classes = serde_json::to_string(asked.unconfirmed).unwrap_or_default();
    let on = asked.on.to_string();
    // Every parameter is named once, whichever the filter needs.
    let named = "(?1 IS NULL OR ?2 IS NULL OR ?3 IS NULL OR 1)";
    let total = db
        .prepare_cached(&format!("SELECT count(*) FROM item WHERE {named} AND {condition}"))?
        .query_row(params![on, asked.hsn_digits as i64, classes], |row| row.get(0))?;
    let mut statement = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM item WHERE {named} AND {condition} ORDER BY sku, no LIMIT ?4 OFFSET ?5"
    ))?;
    let rows = statement
        .query_map(params![on, asked.hsn_digits as i64, classes, limit as i64, offset as i64], read)?
        .collect::<Result<_, _>>()?;
    Ok((rows, total))
}

/// Whether an item that was searched for belongs to a filter's list.
pub fn belongs(db: &Connection, item: &Item, filter: Filter, asked: &Asked) -> Result<bool, Fault> {
    Ok(match filter {
        Filter::Retired => item.retired,
        _ if item.retired => false,
        Filter::ForSale => true,
        Filter::Low => on_hand(db, item.id)? <= reorder_level(item),
        Filter::NoPrice => price(db, item.id, asked.on)?.is_none(),
        Filter::ShortHsn => item.hsn.len() < asked.hsn_digits,
        Filter::Unconfirmed => asked.unconfirmed.contains(&item.rate_class),
    })
}

/// Retired items whose words begin with the typed ones; `search` gives those for sale.
pub fn search_retired(db: &Connection, text: &str, limit: usize) -> Result<Vec<Item>, Fault> {
    let typed: String = text.chars().take(80).collect();
    let key = search_key(&typed);
    let asked = key.split_whitespace().take(8).map(|word| format!("\"{word}\"*")).collect::<Vec<_>>().join(" ");
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let columns = columns();
    let mut statement = db.prepare_cached(&format!(
        "SELECT {columns} FROM item_words JOIN item ON item.no = item_words.rowid
         WHERE item_words MATCH ?1 AND item.retired = 1 ORDER BY item.no LIMIT ?2"
    ))?;
    let rows = statement.query_map(params![asked, limit as i64], read)?.collect::<Result<_, _>>()?;
    Ok(rows)
}

/// Items that are running out, found by an index and not by looking at all: the first of them, and how many there are, one
/// more than `most` for many. What never came in does not run out.
pub fn running_out(db: &Connection, limit: usize, most: usize) -> Result<(Vec<Item>, i64), Fault> {
    let found = format!(
        "SELECT item.no FROM item WHERE item.retired = 0 AND {ON_HAND} <= coalesce(item.reorder_milli, {})
             AND item.id IN (SELECT item FROM stock WHERE here_milli <= 2000
                             UNION SELECT id FROM item WHERE reorder_milli > 2000) LIMIT {}",
        LOW.0,
        most + 1
    );
    let total = db.prepare_cached(&format!("SELECT count(*) FROM ({found})"))?.query_row([], |row| row.get(0))?;
    let mut statement =
        db.prepare_cached(&format!("SELECT {COLUMNS} FROM item WHERE no IN ({found}) ORDER BY sku, no LIMIT {limit}"))?;
    let rows = statement.query_map([], read)?.collect::<Result<_, _>>()?;
    Ok((rows, total))
}

/// Variants of an item.
pub fn variants(db: &Connection, parent: Uuid) -> Result<Vec<Item>, Fault> {
    let mut statement = db.prepare_cached(&format!("SELECT {COLUMNS} FROM item WHERE parent = ?1 ORDER BY sku"))?;
    let rows = statement.query_map([parent.to_string()], read)?.collect::<Result<_, _>>()?;
    Ok(rows)
}

/// Items of which an owner has or had goods here.
pub fn of_owner(db: &Connection, owner: &Owner) -> Result<Vec<Item>, Fault> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {} FROM item WHERE id IN (SELECT item FROM stock WHERE owner = ?1) ORDER BY no",
        columns()
    ))?;
    let rows = statement.query_map([owner.to_string()], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Every item there is, in the order of their making.
pub fn all(db: &Connection) -> Result<Vec<Item>, Fault> {
    let mut statement = db.prepare(&format!("SELECT {COLUMNS} FROM item ORDER BY no"))?;
    let rows = statement.query_map([], read)?.collect::<Result<_, _>>()?;
    Ok(rows)
}

fn read_price(row: &Row) -> rusqlite::Result<Price> {
    let (item, from): (String, String) = (row.get(0)?, row.get(1)?);
    let text = |error: Box<dyn std::error::Error + Send + Sync>| {
        rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, error)
    };
    Ok(Price {
        item: Uuid::parse_str(&item).map_err(|error| text(error.into()))?,
        from: from.parse().map_err(|error: jiff::Error| text(error.into()))?,
        price_paise: Paise(row.get(2)?),
        includes_tax: row.get(3)?,
    })
}

/// Prices of an item, newest first.
pub fn prices(db: &Connection, item: Uuid) -> Result<Vec<Price>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT item, from_date, price_paise, includes_tax FROM price WHERE item = ?1 ORDER BY from_date DESC",
    )?;
    let rows = statement.query_map([item.to_string()], read_price)?.collect::<Result<_, _>>()?;
    Ok(rows)
}

/// Prices of every item, oldest first.
pub fn all_prices(db: &Connection) -> Result<Vec<Price>, Fault> {
    let mut statement =
        db.prepare("SELECT item, from_date, price_paise, includes_tax FROM price ORDER BY item, from_date")?;
    let rows = statement.query_map([], read_price)?.collect::<Result<_, _>>()?;
    Ok(rows)
}
