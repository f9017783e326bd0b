//! The only SQL of the till. Each noun has its file; this one opens the database as it must be opened.

pub mod apply;
pub mod books;
pub mod consignor;
pub mod count;
pub mod draft;
pub mod due;
pub mod home;
pub mod item;
pub mod journal;
pub mod mart;
pub mod money_move;
pub mod open_basket;
pub mod passbook;
pub mod payout;
pub mod person;
pub mod picture;
pub mod print_job;
pub mod purchase;
pub mod returns;
pub mod sale;
pub mod search;
pub mod setting;
pub mod settlement;
pub mod shift;
pub mod stock;
pub mod transfer;
pub mod unsold;

use crate::fault::Fault;
use rusqlite::{Connection, OpenFlags};
use rusqlite_migration::{M, Migrations, SchemaVersion};
use std::path::Path;

/// The first SQLite with the WAL-reset fix; older ones can corrupt a database.
const OLDEST_SQLITE: i32 = 3_051_003;

const MIGRATIONS: &[M<'static>] = &[M::up(include_str!("../../migrations/001_first.sql"))];

/// Makes a new database file with today's schema.
pub fn create(path: &Path) -> Result<Connection, Fault> {
    let mut db = Connection::open(path)?;
    prepare(&db, true)?;
    migrate(&mut db)?;
    search::renew_words(&mut db)?;
    Ok(db)
}

/// Opens an existing database for its one writer, and brings an older one up to date.
pub fn open(path: &Path) -> Result<Connection, Fault> {
    let mut db =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    check_version(&db)?;
    prepare(&db, true)?;
    migrate(&mut db)?;
    search::renew_words(&mut db)?;
    Ok(db)
}

/// Opens an existing database that another program may be writing to.
pub fn open_to_read(path: &Path) -> Result<Connection, Fault> {
    let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    check_version(&db)?;
    prepare(&db, false)?;
    db.pragma_update(None, "query_only", true)?;
    Ok(db)
}

/// An empty database with today's schema in memory: what a rebuild fills.
pub fn in_memory() -> Result<Connection, Fault> {
    let mut db = Connection::open_in_memory()?;
    migrate(&mut db)?;
    Ok(db)
}

fn prepare(db: &Connection, writer: bool) -> Result<(), Fault> {
    assert!(rusqlite::version_number() >= OLDEST_SQLITE, "this SQLite can corrupt a WAL database");
    db.busy_timeout(std::time::Duration::from_secs(5))?;
    db.pragma_update(None, "foreign_keys", true)?;
    db.pragma_update(None, "recursive_triggers", true)?;
    db.pragma_update(None, "trusted_schema", false)?;
    db.pragma_update(None, "cell_size_check", true)?;
    db.pragma_update(None, "mmap_size", 0)?;
    db.set_prepared_statement_cache_capacity(128);
    if writer {
        db.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
        db.pragma_update(None, "synchronous", "full")?;
        // A person's key that is deleted must be gone from the file.
        db.pragma_update(None, "secure_delete", true)?;
        // Checkpoints run when the till is idle, so that a sale costs exactly one flush. Should it never be
        // idle, SQLite's own limit keeps the log from growing without bound.
        db.pragma_update(None, "wal_autocheckpoint", 16_000)?;
        if cfg!(target_os = "macos") {
            db.pragma_update(None, "fullfsync", true)?;
            db.pragma_update(None, "checkpoint_fullfsync", true)?;
        }
    }
    Ok(())
}

fn migrations() -> Migrations<'static> {
    Migrations::from_slice(MIGRATIONS)
}

fn check_version(db: &Connection) -> Result<(), Fault> {
    let known = i64::try_from(MIGRATIONS.len()).expect("few migrations");
    let found: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > known {
        return Err(Fault::DatabaseNewer { found, known });
    }
    Ok(())
}

fn migrate(db: &mut Connection) -> Result<(), Fault> {
    if let Ok(SchemaVersion::Inside(version)) = migrations().current_version(db)
        && version.get() == MIGRATIONS.len()
    {
        return Ok(());
    }
    migrations().to_latest(db).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => Fault::from(err),
        other => Fault::StorageFailed { cause: other.to_string() },
    })
}

/// Begins one reading of many questions: the file is locked once for all of them.
pub fn begin_reading(db: &Connection) -> Result<(), Fault> {
    Ok(db.prepare_cached("BEGIN")?.execute([]).map(drop)?)
}

/// Ends a reading, if one is open.
pub fn end_reading(db: &Connection) -> Result<(), Fault> {
    if !db.is_autocommit() {
        db.prepare_cached("COMMIT")?.execute([])?;
    }
    Ok(())
}

/// Moves the log into the database file; for idle moments.
pub fn checkpoint(db: &Connection) -> Result<(), Fault> {
    db.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?;
    Ok(())
}

/// Moves the whole log into the file and empties it, so that what was deleted is nowhere.
pub fn empty_log(db: &Connection) -> Result<(), Fault> {
    db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}

/// SQLite's own check of the file; `Err` with what it found.
pub fn quick_check(db: &Connection) -> Result<(), Fault> {
    let found: String = db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if found == "ok" { Ok(()) } else { Err(Fault::DatabaseDamaged { problem: found }) }
}

/// Writes a compact copy of the whole database to a new file.
pub fn copy_into(db: &Connection, to: &Path) -> Result<(), Fault> {
    let to = to.to_str().ok_or_else(|| Fault::StorageFailed { cause: "the path is not text".into() })?;
    db.execute("VACUUM INTO ?1", [to])?;
    Ok(())
}

/// The tables that a rebuild must give again row by row, with the order that compares them.
pub const REBUILT: &[(&str, &str)] = &[
    ("serial", "number"),
    ("till", "epoch"),
    ("mart", "seq"),
    ("operator", "id"),
    ("operator_name", "operator, seq"),
    ("recovery", "id"),
    ("item", "id"),
    ("price", "item, from_date"),
    ("consignor", "id"),
    ("bank", "asked_seq"),
    ("agreement", "consignor, version"),
    ("customer", "person"),
    ("stock", "item, owner"),
    ("stock_move", "at"),
    ("piece", "code"),
    ("piece_move", "code, seq"),
    ("stock_note", "seq"),
    ("transfer", "seq"),
    ("known_till", "public_key"),
    ("vendor", "gstin"),
    ("purchase", "seq"),
    ("unsold_answer", "seq"),
    ("shift", "number"),
    ("day", "business_date"),
    ("sale", "seq"),
    ("sale_line", "at"),
    ("upi_tender", "seq, place"),
    ("return", "seq"),
    ("returned_line", "seq, place"),
    ("refund", "seq, place"),
    ("credit_note", "number"),
    ("due_line", "consignor, at"),
    ("gathered", "id"),
    ("turnover", "consignor, year"),
    ("settlement", "seq"),
    ("payable_move", "consignor, at"),
    ("payout", "seq"),
    ("bank_reference", "reference"),
    ("cash_to", "consignor, business_date, settlement"),
    ("advance", "seq"),
    ("maker_message", "at"),
    ("money_move", "seq"),
    ("posting", "at"),
];

/// The first difference between two databases in one of the rebuilt tables, as words for a report.
pub fn first_difference(db: &Connection, rebuilt: &Connection) -> Result<Option<String>, Fault> {
    for (table, order) in REBUILT {
        let sql = format!("SELECT * FROM {table} ORDER BY {order}");
        let (mut here, mut there) = (db.prepare(&sql)?, rebuilt.prepare(&sql)?);
        let columns = here.column_count();
        let (mut here, mut there) = (here.query([])?, there.query([])?);
        for place in 1.. {
            let row = |row: Option<&rusqlite::Row>| -> Result<Option<Vec<rusqlite::types::Value>>, rusqlite::Error> {
                row.map(|row| (0..columns).map(|column| row.get(column)).collect()).transpose()
            };
            let (left, right) = (row(here.next()?)?, row(there.next()?)?);
            if left != right {
                return Ok(Some(format!("table {table}, row {place} is not what the journal says")));
            }
            if left.is_none() {
                break;
            }
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn objects(db: &Connection) -> Vec<(String, String)> {
        let mut statement =
            db.prepare("SELECT name, coalesce(sql, '') FROM sqlite_schema ORDER BY name").expect("a schema");
        statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .expect("rows")
            .collect::<Result<_, _>>()
            .expect("text")
    }

    #[test]
    fn the_migrations_give_the_schema_as_it_is_today() {
        let today = Connection::open_in_memory().unwrap();
        today.execute_batch(include_str!("../../../../schema.sql")).unwrap();
        assert_eq!(objects(&in_memory().unwrap()), objects(&today));
    }

    #[test]
    fn every_table_is_rebuilt_or_local() {
        let local = [
            "journal",
            "item_words",
            "known_word",
            "picture",
            "print_job",
            "setting",
            "pin_guard",
            "person_key",
            "draft",
            "stock_count",
            "count_scan",
            "bought",
            "cash_from",
        ];
        for (name, sql) in objects(&in_memory().unwrap()) {
            if sql.starts_with("CREATE TABLE") && !name.starts_with("item_words_") {
                let known = local.contains(&&*name) || REBUILT.iter().any(|(table, _)| *table == name);
                assert!(known, "{name} has no class");
            }
        }
    }

    #[test]
    fn a_newer_database_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mart.db");
        create(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();
        assert_eq!(open(&path).map(|_| ()), Err(Fault::DatabaseNewer { found: 99, known: 1 }));
        assert_eq!(open_to_read(&path).map(|_| ()), Err(Fault::DatabaseNewer { found: 99, known: 1 }));
    }
}
