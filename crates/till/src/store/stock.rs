//! Goods by item and owner, how they came and went, unique pieces, and counts while they go on.

use crate::fault::Fault;
use crate::store::apply::first_at;
use crate::store::item;
use crate::store::returns::changed;
use crate::store::search::index_item;
use domain::agreement::Owner;
use domain::approval::{ApprovalReturned, ApprovalTaken, OnApproval};
use domain::consignment::{Consignment, Piece};
use domain::entry::StockReceived;
use domain::item::Item;
use domain::money::Paise;
use domain::name::Name;
use domain::purchase::Purchase;
use domain::quantity::Milli;
use domain::refusal::Refusal;
use domain::stock::{GivenBack, StockAdjusted};
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::BTreeMap;
use uuid::Uuid;

/// One move of goods, as the ledger of moves has it.
pub(super) struct Move<'a> {
    pub at: i64,
    pub item: Uuid,
    pub owner: &'a str,
    pub kind: &'a str,
    pub qty_milli: Milli,
    pub on: Date,
}

pub(super) fn note(db: &Connection, moved: &Move) -> Result<(), Fault> {
    db.prepare_cached(
        "INSERT INTO stock_move (at, item, owner, kind, qty_milli, business_date) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        moved.at,
        moved.item.to_string(),
        moved.owner,
        moved.kind,
        moved.qty_milli.0,
        moved.on.to_string()
    ])?;
    Ok(())
}

pub(super) fn come_in(db: &Connection, seq: i64, moved: &Move) -> Result<(), Fault> {
    db.prepare_cached(
        "INSERT INTO stock (item, owner, first_seq, received_milli, sold_milli) VALUES (?1, ?2, ?3, ?4, 0)
         ON CONFLICT (item, owner) DO UPDATE SET received_milli = received_milli + ?4",
    )?
    .execute(params![moved.item.to_string(), moved.owner, seq, moved.qty_milli.0])?;
    note(db, moved)
}

/// Applies a plain receipt of goods.
pub(super) fn receive(db: &Connection, seq: i64, on: Date, received: &StockReceived) -> Result<(), Fault> {
    let owner = received.owner.to_string();
    for (at, line) in (first_at(seq)..).zip(&received.lines) {
        let moved = Move { at, item: line.item, owner: &owner, kind: "in", qty_milli: line.qty_milli, on };
        come_in(db, seq, &moved)?;
        if received.owner.consignor().is_some() {
            index_item(db, line.item)?;
        }
    }
    Ok(())
}

/// Applies a consignment: what was accepted of it comes in, its pieces with their tags.
pub(super) fn take(db: &Connection, seq: i64, on: Date, taken: &Consignment) -> Result<(), Fault> {
    let owner = Owner::Consignor(taken.consignor.clone()).to_string();
    keep_note(db, seq, taken.id, "consignment", Some(&taken.number), Some(&owner))?;
    for (at, line) in (first_at(seq)..).zip(&taken.lines) {
        if line.accepted_milli == Milli(0) {
            continue;
        }
        let moved = Move { at, item: line.item, owner: &owner, kind: "in", qty_milli: line.accepted_milli, on };
        come_in(db, seq, &moved)?;
        for piece in &line.pieces {
            new_piece(db, seq, line.item, &owner, piece)?;
        }
        index_item(db, line.item)?;
    }
    Ok(())
}

/// A piece that was not here before.
pub(super) fn new_piece(db: &Connection, seq: i64, item: Uuid, owner: &str, piece: &Piece) -> Result<(), Fault> {
    db.prepare_cached(
        "INSERT INTO piece (code, item, owner, price_paise, note, picture, maker_hi, maker_en, mark, state)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'here')",
    )?
    .execute(params![
        piece.code,
        item.to_string(),
        owner,
        piece.price_paise.map(|paise| paise.0),
        piece.note,
        piece.picture,
        piece.made_by.as_ref().map(|name| &name.hi),
        piece.made_by.as_ref().map(|name| &name.en),
        piece.mark
    ])?;
    move_piece(db, seq, &piece.code, "here")
}

/// Applies goods that came on approval: they are as old as the vendor's challan.
pub(super) fn approve(db: &Connection, seq: i64, taken: &ApprovalTaken) -> Result<(), Fault> {
    let owner = Owner::Vendor(taken.vendor.clone()).to_string();
    keep_note(db, seq, taken.id, "approval", Some(&taken.challan), Some(&owner))?;
    for (at, line) in (first_at(seq)..).zip(&taken.lines) {
        let on = taken.challan_date;
        come_in(db, seq, &Move { at, item: line.item, owner: &owner, kind: "in", qty_milli: line.qty_milli, on })?;
    }
    Ok(())
}

/// Applies goods on approval that went back to their vendor.
pub(super) fn give_to_vendor(db: &Connection, seq: i64, on: Date, given: &ApprovalReturned) -> Result<(), Fault> {
    let owner = Owner::Vendor(given.vendor.clone()).to_string();
    keep_note(db, seq, given.id, "approval_returned", Some(&given.number), Some(&owner))?;
    for (at, line) in (first_at(seq)..).zip(&given.lines) {
        give(db, &Move { at, item: line.item, owner: &owner, kind: "given", qty_milli: line.qty_milli, on })?;
    }
    Ok(())
}

/// Goods leave their owner's stock for good.
fn give(db: &Connection, moved: &Move) -> Result<(), Fault> {
    let rows = db
        .prepare_cached("UPDATE stock SET given_milli = given_milli + ?3 WHERE item = ?1 AND owner = ?2")?
        .execute(params![moved.item.to_string(), moved.owner, moved.qty_milli.0])?;
    changed(rows, "stock of that line")?;
    note(db, moved)
}

/// Applies what was bought: it is the mart's own. Of goods that were here on approval only what is still here becomes that;
/// what is gone is invoiced.
pub(super) fn buy(db: &Connection, seq: i64, on: Date, bought: &Purchase) -> Result<(), Fault> {
    let owner = Owner::Mart.to_string();
    keep_note(db, seq, bought.id, "purchase", Some(&bought.invoice), Some(&owner))?;
    let vendor = Owner::Vendor(bought.vendor.clone()).to_string();
    for (place, line) in (0i64..).zip(&bought.lines) {
        let (item, at) = (line.item, first_at(seq) + 2 * place);
        let qty_milli = line.approved_milli.unwrap_or(line.qty_milli);
        if let Some(here) = line.approved_milli {
            let rows = db
                .prepare_cached("UPDATE stock SET invoiced_milli = invoiced_milli + ?3 WHERE item = ?1 AND owner = ?2")?
                .execute(params![item.to_string(), vendor, line.qty_milli.0 - here.0])?;
            changed(rows, "stock of that line")?;
            if here > Milli(0) {
                give(db, &Move { at: at + 1, item, owner: &vendor, kind: "given", qty_milli: here, on })?;
            }
        }
        if qty_milli > Milli(0) {
            come_in(db, seq, &Move { at, item, owner: &owner, kind: "in", qty_milli, on })?;
        }
    }
    Ok(())
}

/// Applies goods given back to their consignor.
pub(super) fn give_back(db: &Connection, seq: i64, on: Date, given: &GivenBack) -> Result<(), Fault> {
    let owner = Owner::Consignor(given.consignor.clone()).to_string();
    keep_note(db, seq, given.id, "given_back", Some(&given.number), Some(&owner))?;
    for (at, line) in (first_at(seq)..).zip(&given.lines) {
        give(db, &Move { at, item: line.item, owner: &owner, kind: "given", qty_milli: line.qty_milli, on })?;
        for code in &line.pieces {
            move_piece(db, seq, code, "given")?;
        }
    }
    Ok(())
}

/// Applies what was set right. Goods that were never here and are found make their owner's row. What is found beyond what
/// was lost was never written down: it is received.
pub(super) fn adjust(db: &Connection, seq: i64, on: Date, adjusted: &StockAdjusted) -> Result<(), Fault> {
    keep_note(db, seq, adjusted.id, "adjusted", None, None)?;
    for (at, line) in (first_at(seq)..).zip(&adjusted.lines) {
        let owner = line.owner.to_string();
        db.prepare_cached(
            "INSERT OR IGNORE INTO stock (item, owner, first_seq, received_milli, sold_milli) VALUES (?1, ?2, ?3, 0, 0)",
        )?
        .execute(params![line.item.to_string(), owner, seq])?;
        let before = if line.pieces.is_empty() { loose(db, "lost", line.item, &line.owner)?.0 } else { i64::MAX };
        let lost = line.lost_milli.0.max(-before);
        db.prepare_cached(
            "UPDATE stock SET lost_milli = lost_milli + ?3, received_milli = received_milli + ?3 - ?4,
                 owed_paise = owed_paise + ?5 WHERE item = ?1 AND owner = ?2",
        )?
        .execute(params![line.item.to_string(), owner, lost, line.lost_milli.0, line.compensation_paise.0])?;
        note(db, &Move { at, item: line.item, owner: &owner, kind: "lost", qty_milli: line.lost_milli, on })?;
        for code in &line.pieces {
            move_piece(db, seq, code, if line.lost_milli > Milli(0) { "lost" } else { "here" })?;
        }
    }
    Ok(())
}

pub(super) fn keep_note(
    db: &Connection,
    seq: i64,
    id: Uuid,
    kind: &str,
    number: Option<&str>,
    owner: Option<&str>,
) -> Result<(), Fault> {
    db.execute(
        "INSERT INTO stock_note (seq, id, kind, number, owner) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![seq, id.as_bytes(), kind, number, owner],
    )?;
    Ok(())
}

/// Puts a piece where an entry left it.
pub(super) fn move_piece(db: &Connection, seq: i64, code: &str, state: &str) -> Result<(), Fault> {
    let rows = db.prepare_cached("UPDATE piece SET state = ?2 WHERE code = ?1")?.execute([code, state])?;
    changed(rows, "such piece")?;
    // One that goes and comes in one entry, in an exchange for itself, is where it was left last.
    db.prepare_cached("INSERT OR REPLACE INTO piece_move (code, seq, state) VALUES (?1, ?2, ?3)")?
        .execute(params![code, seq, state])?;
    Ok(())
}

/// The entry that made the note of an id, if it was made.
pub fn note_of(db: &Connection, id: Uuid) -> Result<Option<i64>, Fault> {
    Ok(db
        .prepare_cached("SELECT seq FROM stock_note WHERE id = ?1")?
        .query_row([id.as_bytes()], |row| row.get(0))
        .optional()?)
}

/// The entry that made the note of a number.
pub fn note_of_number(db: &Connection, number: &str) -> Result<Option<i64>, Fault> {
    Ok(db
        .prepare_cached("SELECT seq FROM serial JOIN stock_note USING (seq) WHERE serial.number = ?1")?
        .query_row([number], |row| row.get(0))
        .optional()?)
}

/// The last consignments, newest first: their entries.
pub fn consignments(db: &Connection, most: usize) -> Result<Vec<i64>, Fault> {
    let mut statement =
        db.prepare_cached("SELECT seq FROM stock_note WHERE kind = 'consignment' ORDER BY seq DESC LIMIT ?1")?;
    let rows = statement.query_map([most as i64], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The notes of what an owner brought and took back, newest first: their entries.
pub fn notes_of(db: &Connection, owner: &Owner) -> Result<Vec<i64>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT seq FROM stock_note WHERE owner = ?1 AND kind IN ('consignment', 'given_back') ORDER BY seq DESC",
    )?;
    let rows = statement.query_map([owner.to_string()], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A unique piece and where it is.
#[derive(Debug, Clone)]
pub struct PieceRow {
    /// Its tag, its own price, what tells it apart, its photograph.
    pub piece: Piece,
    /// The item it is one of.
    pub item: Uuid,
    /// Whose it is.
    pub owner: Owner,
    /// `here`, `sold`, `broken`, `given`, `lost`, `transit` or `sent`.
    pub state: String,
}

impl PieceRow {
    /// Why one that is not here is not sold or given back.
    pub fn refused(&self) -> Refusal {
        Refusal::PieceGone { code: self.piece.code.clone(), state: self.state.clone() }
    }
}

fn read_piece(row: &Row) -> rusqlite::Result<PieceRow> {
    let (item, owner): (String, String) = (row.get(1)?, row.get(2)?);
    let maker: (Option<String>, Option<String>) = (row.get(7)?, row.get(8)?);
    Ok(PieceRow {
        piece: Piece {
            code: row.get(0)?,
            price_paise: row.get::<_, Option<i64>>(3)?.map(Paise),
            note: row.get(4)?,
            picture: row.get(5)?,
            made_by: maker.0.zip(maker.1).map(|(hi, en)| Name { hi, en }),
            mark: row.get(9)?,
        },
        item: Uuid::parse_str(&item).unwrap_or_default(),
        owner: Owner::parse(&owner).unwrap_or(Owner::Mart),
        state: row.get(6)?,
    })
}

const PIECE: &str = "code, item, owner, price_paise, note, picture, state, maker_hi, maker_en, mark";

/// The piece of a tag.
pub fn piece(db: &Connection, code: &str) -> Result<Option<PieceRow>, Fault> {
    Ok(db
        .prepare_cached(&format!("SELECT {PIECE} FROM piece WHERE code = ?1"))?
        .query_row([code], read_piece)
        .optional()?)
}

/// The pieces of an item in a state, of one owner or of all.
pub fn pieces_in(db: &Connection, state: &str, item: Uuid, owner: Option<&Owner>) -> Result<Vec<PieceRow>, Fault> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {PIECE} FROM piece WHERE item = ?1 AND state = ?3 AND (?2 IS NULL OR owner = ?2) ORDER BY code"
    ))?;
    let rows = statement.query_map(params![item.to_string(), owner.map(ToString::to_string), state], read_piece)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What happened to a piece: entries and the state each left it in, oldest first.
pub fn piece_history(db: &Connection, code: &str) -> Result<Vec<(i64, String)>, Fault> {
    let mut statement = db.prepare_cached("SELECT seq, state FROM piece_move WHERE code = ?1 ORDER BY seq")?;
    let rows = statement.query_map([code], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The highest tag of the mart's own: thirteen digits that begin with 22.
pub fn last_tag(db: &Connection) -> Result<Option<String>, Fault> {
    Ok(db.query_row(
        "SELECT max(code) FROM piece WHERE code BETWEEN '2200000000000' AND '2299999999999'",
        [],
        |row| row.get(0),
    )?)
}

/// One owner's goods of an item.
#[derive(Debug, Clone)]
pub struct StockRow {
    /// The item.
    pub item: Item,
    /// Whose.
    pub owner: Owner,
    /// Came in.
    pub received_milli: Milli,
    /// Sold, less what came back whole.
    pub sold_milli: Milli,
    /// Given back to the owner.
    pub given_milli: Milli,
    /// Lost, less what of it was found.
    pub lost_milli: Milli,
    /// On the way to another mart.
    pub transit_milli: Milli,
    /// Taken in by another mart.
    pub sent_milli: Milli,
    /// On hand.
    pub here_milli: Milli,
    /// What was promised for the lost ones.
    pub owed_paise: Paise,
    /// First business date of the oldest goods on hand, if any are: what came last is taken to go last.
    pub since: Option<Date>,
}

/// Which rows of stock a list is narrowed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only {
    /// On hand, or owed for: what is all gone is left out.
    Here,
    /// Fewer than none on hand.
    Negative,
    /// Of items of which more is to be asked for.
    Reorder,
    /// Lost.
    Lost,
}

/// Which rows of stock a list is of.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// One owner's.
    pub owner: Option<Owner>,
    /// One item's.
    pub item: Option<Uuid>,
    /// Those alone.
    pub only: Option<Only>,
    /// The oldest of it has been here by this day as long as its owner's agreement has them told.
    pub ageing: Option<Date>,
}

/// More rows of a list than this are not counted.
pub const COUNTED: i64 = 10_000;

/// More rows than this are not sorted for a page.
const MUCH: i64 = 2_000;

/// Goods of whom no agreement says when they are old are old after so many days.
const OLD: i32 = 30;

/// The business date of the oldest goods on hand: goods leave in the order they came, so what is here is of the last
/// receipts, as many as make it up.
const SINCE: &str = "(SELECT min(business_date) FROM (
        SELECT business_date, sum(qty_milli) OVER (ORDER BY at DESC) - qty_milli AS later
        FROM stock_move WHERE stock_move.item = stock.item AND stock_move.owner = stock.owner AND kind = 'in'
    ) WHERE later < stock.here_milli)";

/// Rows of stock, by item; at most `limit` from `offset` on, and how many there are: one more than `COUNTED` for many.
pub fn list(db: &Connection, wanted: &Wanted, limit: usize, offset: usize) -> Result<(Vec<StockRow>, i64), Fault> {
    let mut conditions = vec!["1".to_owned()];
    let mut named: Vec<(&str, String)> = Vec::new();
    if let Some(owner) = &wanted.owner {
        conditions.push("stock.owner = :owner".into());
        named.push((":owner", owner.to_string()));
    }
    if let Some(item) = &wanted.item {
        conditions.push("stock.item = :item".into());
        named.push((":item", item.to_string()));
    }
    match wanted.only {
        None => {}
        Some(Only::Here) => conditions.push("stock.here_milli <> 0".into()),
        // The first says that an index has them.
        Some(Only::Negative) => conditions.push("stock.here_milli <= 2000 AND stock.here_milli < 0".into()),
        Some(Only::Lost) => conditions.push("stock.lost_milli > 0".into()),
        Some(Only::Reorder) => conditions.push(format!(
            "EXISTS (SELECT 1 FROM item AS low WHERE low.id = stock.item AND low.retired = 0
                 AND (SELECT sum(here_milli) FROM stock AS every WHERE every.item = low.id) <= coalesce(low.reorder_milli, {}))",
            item::LOW.0
        )),
    }
    if let Some(today) = &wanted.ageing {
        // The age of the mart's own goods is looked up only where they are asked for: it is the makers who wait.
        if wanted.owner.is_none() {
            conditions.push("stock.owner <> 'mart'".into());
        }
        conditions.push(format!(
            "stock.here_milli > 0 AND julianday(:today) - julianday({SINCE}) >= coalesce(
                 (SELECT body ->> '$.ladder.remind_days' FROM agreement
                  WHERE consignor = substr(stock.owner, 11) AND from_date <= :today ORDER BY from_date DESC LIMIT 1), {OLD})"
        ));
        named.push((":today", today.to_string()));
    }
    let condition = conditions.join(" AND ");
    let named: Vec<(&str, &dyn rusqlite::ToSql)> =
        named.iter().map(|(name, value)| (*name, value as &dyn rusqlite::ToSql)).collect();
    let total = db
        .prepare_cached(&format!("SELECT count(*) FROM (SELECT 1 FROM stock WHERE {condition} LIMIT {})", COUNTED + 1))?
        .query_row(&*named, |row| row.get(0))?;
    let columns = item::columns();
    // Of an owner of much the page is found by walking the items in their order, of one of little by sorting what is theirs.
    let of_owner = match &wanted.owner {
        Some(owner) => db
            .prepare_cached("SELECT count(*) FROM (SELECT 1 FROM stock WHERE owner = ?1 LIMIT ?2)")?
            .query_row(params![owner.to_string(), MUCH + 1], |row| row.get::<_, i64>(0))?,
        None => i64::MAX,
    };
    let walk = wanted.item.is_none()
        && wanted.ageing.is_none()
        && matches!(wanted.only, None | Some(Only::Here))
        && of_owner > MUCH;
    let join = if walk { "item CROSS JOIN stock" } else { "stock JOIN item" };
    // The page is chosen before the age of each of its rows is looked up.
    let mut statement = db.prepare_cached(&format!(
        "SELECT {columns}, stock.owner, received_milli, sold_milli, given_milli, lost_milli, here_milli,
             owed_paise, CASE WHEN here_milli > 0 THEN {SINCE} END AS since, transit_milli, sent_milli
         FROM (SELECT stock.*, item.sku AS sku FROM {join} ON item.id = stock.item
               WHERE {condition} ORDER BY item.sku LIMIT {limit} OFFSET {offset}) AS stock
         JOIN item ON item.id = stock.item ORDER BY stock.sku, stock.owner"
    ))?;
    let rows = statement.query_map(&*named, read_row)?;
    Ok((rows.collect::<Result<_, _>>()?, total))
}

fn read_row(row: &rusqlite::Row) -> rusqlite::Result<StockRow> {
    let owner: String = row.get("owner")?;
    let since: Option<String> = row.get("since")?;
    Ok(StockRow {
        item: item::read(row)?,
        owner: Owner::parse(&owner).unwrap_or(Owner::Mart),
        received_milli: Milli(row.get("received_milli")?),
        sold_milli: Milli(row.get("sold_milli")?),
        given_milli: Milli(row.get("given_milli")?),
        lost_milli: Milli(row.get("lost_milli")?),
        here_milli: Milli(row.get("here_milli")?),
        transit_milli: Milli(row.get("transit_milli")?),
        sent_milli: Milli(row.get("sent_milli")?),
        owed_paise: Paise(row.get("owed_paise")?),
        since: since.and_then(|date| date.parse().ok()),
    })
}

/// Makers' goods of which the oldest came on a day or before, among the `limit` rows that came first of all: how old each is
/// is looked up for those alone.
pub fn waiting(db: &Connection, by: Date, limit: usize) -> Result<Vec<StockRow>, Fault> {
    let columns = item::columns();
    let mut statement = db.prepare_cached(&format!(
        "SELECT {columns}, stock.owner, received_milli, sold_milli, given_milli, lost_milli, here_milli,
             owed_paise, {SINCE} AS since, transit_milli, sent_milli
         FROM (SELECT * FROM stock WHERE here_milli > 0 AND owner <> 'mart' AND first_seq <
                   coalesce((SELECT min(first_seq) FROM day WHERE business_date > ?1), 9223372036854775807)
               ORDER BY first_seq LIMIT {limit}) AS stock
         JOIN item ON item.id = stock.item"
    ))?;
    let rows = statement.query_map([by.to_string()], read_row)?.collect::<Result<Vec<_>, _>>()?;
    Ok(rows.into_iter().filter(|row| row.since.is_some_and(|since| since <= by)).collect())
}

/// How much of each item and owner was sold from a day on, less what came back.
pub fn sold_from(db: &Connection, from: Date) -> Result<BTreeMap<(Uuid, Owner), Milli>, Fault> {
    let first: Option<i64> = db
        .prepare_cached("SELECT min(first_seq) FROM day WHERE business_date >= ?1")?
        .query_row([from.to_string()], |row| row.get(0))?;
    let Some(first) = first else { return Ok(BTreeMap::new()) };
    let mut statement = db.prepare_cached(
        "SELECT item, owner, sum(qty_milli) FROM (
             SELECT item, owner, qty_milli FROM sale_line
             WHERE at >= ?1 AND NOT EXISTS (SELECT 1 FROM sale WHERE sale.seq = sale_line.seq AND voided_seq IS NOT NULL)
             UNION ALL SELECT item, owner, -qty_milli FROM returned_line WHERE seq >= ?2
         ) GROUP BY item, owner",
    )?;
    let rows = statement.query_map([first_at(first), first], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, Milli(row.get(2)?)))
    })?;
    let mut sold = BTreeMap::new();
    for row in rows {
        let (item, owner, quantity) = row?;
        if let Some(key) = Uuid::parse_str(&item).ok().zip(Owner::parse(&owner)) {
            sold.insert(key, quantity);
        }
    }
    Ok(sold)
}

/// Owners whose goods are or were here, the mart first.
pub fn owners(db: &Connection) -> Result<Vec<Owner>, Fault> {
    // From each owner the index leads to the next without the rows between.
    let mut statement = db.prepare_cached(
        "WITH RECURSIVE one (owner) AS (
             SELECT min(owner) FROM stock
             UNION ALL SELECT (SELECT min(owner) FROM stock WHERE stock.owner > one.owner) FROM one WHERE owner IS NOT NULL
         ) SELECT owner FROM one WHERE owner IS NOT NULL ORDER BY owner <> 'mart', owner",
    )?;
    let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
    let mut owners = Vec::new();
    for owner in rows {
        owners.extend(Owner::parse(&owner?));
    }
    Ok(owners)
}

/// One move of goods of an item.
#[derive(Debug, Clone)]
pub struct MoveRow {
    /// When.
    pub on: Option<Date>,
    /// `in`, `given`, `lost`, `transit` or `sent`.
    pub kind: String,
    /// How much.
    pub qty_milli: Milli,
    /// Whose.
    pub owner: Owner,
    /// Number of its note.
    pub number: Option<String>,
    /// The note is the mart's own and can be printed again.
    pub prints: bool,
}

/// The last moves of an item, newest first.
pub fn moves(db: &Connection, item: Uuid, most: usize) -> Result<Vec<MoveRow>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT business_date, stock_move.kind, qty_milli, stock_move.owner, stock_note.number,
             coalesce(stock_note.kind IN ('consignment', 'given_back', 'approval_returned', 'sent'), 0) FROM stock_move
         LEFT JOIN stock_note ON stock_note.seq = stock_move.seq
         WHERE item = ?1 ORDER BY at DESC LIMIT ?2",
    )?;
    let rows = statement.query_map(params![item.to_string(), most as i64], |row| {
        let (on, owner): (String, String) = (row.get(0)?, row.get(3)?);
        Ok(MoveRow {
            on: on.parse().ok(),
            kind: row.get(1)?,
            qty_milli: Milli(row.get(2)?),
            owner: Owner::parse(&owner).unwrap_or(Owner::Mart),
            number: row.get(4)?,
            prints: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Owners of an item with what each has here, who came first first.
pub fn owners_of(db: &Connection, item: Uuid) -> Result<Vec<(Owner, Milli)>, Fault> {
    let mut statement =
        db.prepare_cached("SELECT owner, here_milli FROM stock WHERE item = ?1 ORDER BY first_seq, owner")?;
    let rows = statement.query_map([item.to_string()], |row| Ok((row.get::<_, String>(0)?, Milli(row.get(1)?))))?;
    let mut owners = Vec::new();
    for row in rows {
        let (owner, here) = row?;
        owners.extend(Owner::parse(&owner).map(|owner| (owner, here)));
    }
    Ok(owners)
}

/// Items of a category of which some are on hand, or fewer than none; of all categories where it is empty.
pub fn items_here(db: &Connection, category: &str) -> Result<Vec<Uuid>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT DISTINCT stock.item FROM stock JOIN item ON item.id = stock.item
         WHERE here_milli <> 0 AND (?1 = '' OR item.icon = ?1) ORDER BY item.sku",
    )?;
    let rows = statement.query_map([category], |row| row.get::<_, String>(0))?;
    let mut items = Vec::new();
    for item in rows {
        items.extend(Uuid::parse_str(&item?).ok());
    }
    Ok(items)
}

/// One owner's goods of an item, if there ever were any.
pub fn of(db: &Connection, item: Uuid, owner: &Owner) -> Result<Option<StockRow>, Fault> {
    let wanted = Wanted { owner: Some(owner.clone()), item: Some(item), ..Wanted::default() };
    Ok(list(db, &wanted, 1, 0)?.0.pop())
}

/// What is promised for lost goods, of an owner or of all.
pub fn owed_for_lost(db: &Connection, owner: Option<&Owner>) -> Result<Paise, Fault> {
    Ok(Paise(
        db.prepare_cached("SELECT coalesce(sum(owed_paise), 0) FROM stock WHERE ?1 IS NULL OR owner = ?1")?
            .query_row([owner.map(ToString::to_string)], |row| row.get(0))?,
    ))
}

/// The entries by which goods of an item and owner came in, the last first.
pub fn receipts(db: &Connection, item: Uuid, owner: &Owner) -> Result<Vec<i64>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT DISTINCT seq FROM stock_move WHERE item = ?1 AND owner = ?2 AND kind = 'in' ORDER BY seq DESC",
    )?;
    let rows = statement.query_map(params![item.to_string(), owner.to_string()], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What a vendor's goods of an item are made of, if they ever had any here.
pub fn on_approval(db: &Connection, item: Uuid, vendor: &str) -> Result<Option<OnApproval>, Fault> {
    Ok(db
        .prepare_cached(
            "SELECT here_milli, sold_milli + lost_milli, invoiced_milli FROM stock WHERE item = ?1 AND owner = ?2",
        )?
        .query_row(params![item.to_string(), Owner::Vendor(vendor.to_owned()).to_string()], |row| {
            Ok(OnApproval {
                here_milli: Milli(row.get(0)?),
                gone_milli: Milli(row.get(1)?),
                invoiced_milli: Milli(row.get(2)?),
            })
        })
        .optional()?)
}

/// Items and vendors of goods on approval that are here or whose invoice is due.
pub fn approvals(db: &Connection) -> Result<Vec<(Uuid, String)>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT item, substr(owner, 8) FROM stock
         WHERE owner >= 'vendor:' AND owner < 'vendor;' AND (here_milli > 0 OR sold_milli + lost_milli > invoiced_milli)
         ORDER BY owner, item",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    let mut found = Vec::new();
    for row in rows {
        let (item, vendor) = row?;
        found.extend(Uuid::parse_str(&item).ok().map(|item| (item, vendor)));
    }
    Ok(found)
}

/// How much of one owner's goods of an item is `here`, or `lost`, that has no tag of its own.
pub fn loose(db: &Connection, state: &str, item: Uuid, owner: &Owner) -> Result<Milli, Fault> {
    Ok(Milli(
        db.prepare_cached(
            "SELECT coalesce(sum(iif(?3 = 'here', here_milli, lost_milli)), 0)
                 - 1000 * (SELECT count(*) FROM piece WHERE item = ?1 AND owner = ?2 AND state = ?3)
             FROM stock WHERE item = ?1 AND owner = ?2",
        )?
        .query_row(params![item.to_string(), owner.to_string(), state], |row| row.get(0))?,
    ))
}

/// Whether an item ever had unique pieces.
pub fn has_pieces(db: &Connection, item: Uuid) -> Result<bool, Fault> {
    Ok(db
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM piece WHERE item = ?1)")?
        .query_row([item.to_string()], |row| row.get(0))?)
}
