//! Counts of the stock while they go on: every scan with the last entry it could know of, and what came and went since.

use crate::fault::Fault;
use crate::store::apply::first_at;
use domain::agreement::Owner;
use domain::quantity::Milli;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A count that goes on.
#[derive(Debug, Clone)]
pub struct CountRow {
    /// Its id.
    pub id: Uuid,
    /// Who began it.
    pub operator: String,
    /// When, in microseconds since 1970 UTC.
    pub began_us: i64,
    /// The last entry before it.
    pub began_seq: i64,
    /// One category of goods, or all of them when empty.
    pub category: String,
}

/// Begins a count.
pub fn begin_count(db: &Connection, count: &CountRow) -> Result<(), Fault> {
    db.execute(
        "INSERT INTO stock_count (id, operator, began_us, began_seq, category) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![count.id.to_string(), count.operator, count.began_us, count.began_seq, count.category],
    )?;
    Ok(())
}

/// The counts that go on, oldest first.
pub fn counts(db: &Connection) -> Result<Vec<CountRow>, Fault> {
    let mut statement =
        db.prepare_cached("SELECT id, operator, began_us, began_seq, category FROM stock_count ORDER BY began_us, id")?;
    let rows = statement.query_map([], |row| {
        let id: String = row.get(0)?;
        Ok(CountRow {
            id: Uuid::parse_str(&id).unwrap_or_default(),
            operator: row.get(1)?,
            began_us: row.get(2)?,
            began_seq: row.get(3)?,
            category: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Ends a count: its scans go with it.
pub fn end_count(db: &Connection, id: Uuid) -> Result<(), Fault> {
    db.execute("DELETE FROM count_scan WHERE count = ?1", [id.to_string()])?;
    db.execute("DELETE FROM stock_count WHERE id = ?1", [id.to_string()])?;
    Ok(())
}

/// Notes a scan; false where that piece was counted already.
pub fn scan(
    db: &Connection,
    count: Uuid,
    item: Uuid,
    piece: Option<&str>,
    qty_milli: Milli,
    seq: i64,
) -> Result<bool, Fault> {
    Ok(db
        .prepare_cached(
            "INSERT OR IGNORE INTO count_scan (count, item, piece, qty_milli, seq) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![count.to_string(), item.to_string(), piece, qty_milli.0, seq])?
        == 1)
}

/// Takes the last scan of a count back; the item and quantity it was of.
pub fn undo_scan(db: &Connection, count: Uuid) -> Result<Option<(Uuid, Milli)>, Fault> {
    let found: Option<(String, i64)> = db
        .prepare_cached(
            "DELETE FROM count_scan WHERE no = (SELECT max(no) FROM count_scan WHERE count = ?1)
             RETURNING item, qty_milli",
        )?
        .query_row([count.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(found.map(|(item, qty)| (Uuid::parse_str(&item).unwrap_or_default(), Milli(qty))))
}

/// What was counted of an item. Loose goods are those without a tag of their own.
#[derive(Debug, Clone)]
pub struct Counted {
    /// The item.
    pub item: Uuid,
    /// How much was scanned, pieces and loose.
    pub qty_milli: Milli,
    /// Of which loose.
    pub loose_milli: Milli,
    /// The last entry that its first scan could know of.
    pub first_seq: i64,
    /// The entries that the first and the last scan of loose goods could know of.
    pub loose_seqs: Option<(i64, i64)>,
}

/// Sums of a count by item.
pub fn counted(db: &Connection, count: Uuid) -> Result<Vec<Counted>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT item, sum(qty_milli), coalesce(sum(qty_milli) FILTER (WHERE piece IS NULL), 0),
             min(seq) FILTER (WHERE piece IS NULL), max(seq) FILTER (WHERE piece IS NULL), min(seq)
         FROM count_scan WHERE count = ?1 GROUP BY item ORDER BY item",
    )?;
    let rows = statement.query_map([count.to_string()], |row| {
        let item: String = row.get(0)?;
        let seqs: (Option<i64>, Option<i64>) = (row.get(3)?, row.get(4)?);
        Ok(Counted {
            item: Uuid::parse_str(&item).unwrap_or_default(),
            qty_milli: Milli(row.get(1)?),
            loose_milli: Milli(row.get(2)?),
            loose_seqs: seqs.0.zip(seqs.1),
            first_seq: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The items scanned last with what was counted of each, newest first.
pub fn last_counted(db: &Connection, count: Uuid, most: usize) -> Result<Vec<(Uuid, Milli)>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT item, sum(qty_milli) FROM count_scan WHERE count = ?1 GROUP BY item ORDER BY max(no) DESC LIMIT ?2",
    )?;
    let rows = statement.query_map(params![count.to_string(), most as i64], |row| {
        let item: String = row.get(0)?;
        Ok((Uuid::parse_str(&item).unwrap_or_default(), Milli(row.get(1)?)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How many scans a count has.
pub fn scans(db: &Connection, count: Uuid) -> Result<i64, Fault> {
    Ok(db
        .prepare_cached("SELECT count(*) FROM count_scan WHERE count = ?1")?
        .query_row([count.to_string()], |row| row.get(0))?)
}

/// Forgets the scans of one item.
pub fn forget_scans(db: &Connection, count: Uuid, item: Uuid) -> Result<(), Fault> {
    db.prepare_cached("DELETE FROM count_scan WHERE count = ?1 AND item = ?2")?
        .execute([count.to_string(), item.to_string()])?;
    Ok(())
}

/// How much of an item was counted so far.
pub fn counted_of(db: &Connection, count: Uuid, item: Uuid) -> Result<Milli, Fault> {
    Ok(Milli(
        db.prepare_cached("SELECT coalesce(sum(qty_milli), 0) FROM count_scan WHERE count = ?1 AND item = ?2")?
            .query_row([count.to_string(), item.to_string()], |row| row.get(0))?,
    ))
}

/// The tags a count has seen of an item, each with the last entry its scan could know of.
pub fn pieces_seen(db: &Connection, count: Uuid, item: Uuid) -> Result<Vec<(String, i64)>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT piece, seq FROM count_scan WHERE count = ?1 AND item = ?2 AND piece IS NOT NULL ORDER BY piece",
    )?;
    let rows = statement.query_map([count.to_string(), item.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether an item came or went in the entries after `after`, up to `upto`.
pub fn moved_between(db: &Connection, item: Uuid, after: i64, upto: i64) -> Result<bool, Fault> {
    Ok(db
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM sale_line WHERE item = ?1 AND at >= ?2 AND at < ?3)
                 OR EXISTS (SELECT 1 FROM stock_move WHERE item = ?1 AND at >= ?2 AND at < ?3)
                 OR EXISTS (SELECT 1 FROM returned_line WHERE item = ?1 AND seq > ?4 AND seq <= ?5)
                 OR EXISTS (SELECT 1 FROM sale JOIN sale_line ON sale_line.seq = sale.seq
                            WHERE sale_line.item = ?1 AND voided_seq > ?4 AND voided_seq <= ?5)",
        )?
        .query_row(params![item.to_string(), first_at(after + 1), first_at(upto + 1), after, upto], |row| row.get(0))?)
}

/// The entries after `after` that set the books of an item right.
pub fn set_right(db: &Connection, item: Uuid, after: i64) -> Result<Vec<i64>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT DISTINCT stock_move.seq FROM stock_move JOIN stock_note ON stock_note.seq = stock_move.seq
         WHERE item = ?1 AND at >= ?2 AND stock_note.kind = 'adjusted' ORDER BY at",
    )?;
    let rows = statement.query_map(params![item.to_string(), first_at(after + 1)], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How much of an item without tags came and went, by owner, in the entries after `after`, up to `upto`. What one entry
/// takes and brings back, as goods on the way that arrive elsewhere, neither came nor went.
pub fn loose_moved(
    db: &Connection,
    item: Uuid,
    after: i64,
    upto: i64,
) -> Result<BTreeMap<Owner, (Milli, Milli)>, Fault> {
    let mut statement = db.prepare_cached(
        "WITH step (seq, owner, state, was) AS (
             SELECT one.seq, piece.owner, one.state, lag(one.state) OVER (PARTITION BY one.code ORDER BY one.seq)
             FROM piece JOIN piece_move AS one ON one.code = piece.code WHERE piece.item = ?1
         ), moved (seq, owner, gone) AS (
             SELECT seq, owner, qty_milli FROM sale_line WHERE item = ?1 AND at >= ?2 AND at < ?3
             UNION ALL SELECT seq, owner, CASE kind WHEN 'in' THEN -qty_milli ELSE qty_milli END FROM stock_move
             WHERE item = ?1 AND at >= ?2 AND at < ?3
             UNION ALL SELECT seq, owner, -qty_milli FROM returned_line
             WHERE item = ?1 AND seq > ?4 AND seq <= ?5 AND resellable = 1
             UNION ALL SELECT voided_seq, owner, -sale_line.qty_milli FROM sale JOIN sale_line ON sale_line.seq = sale.seq
             WHERE sale_line.item = ?1 AND voided_seq > ?4 AND voided_seq <= ?5
             UNION ALL SELECT seq, owner, 1000 * ((state = 'here') - (coalesce(was, '') = 'here')) FROM step
             WHERE seq > ?4 AND seq <= ?5
         ), entry (owner, gone) AS (SELECT owner, sum(gone) FROM moved GROUP BY seq, owner)
         SELECT owner, sum(max(-gone, 0)), sum(max(gone, 0)) FROM entry GROUP BY owner",
    )?;
    let bounds = params![item.to_string(), first_at(after + 1), first_at(upto + 1), after, upto];
    let rows =
        statement.query_map(bounds, |row| Ok((row.get::<_, String>(0)?, Milli(row.get(1)?), Milli(row.get(2)?))))?;
    let mut moved = BTreeMap::new();
    for row in rows {
        let (owner, came, went) = row?;
        moved.extend(Owner::parse(&owner).map(|owner| (owner, (came, went))));
    }
    Ok(moved)
}
