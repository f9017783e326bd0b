//! Safe copies and going back to one. A copy is made beside the selling, checked whole before it counts, and
//! lies in a second folder, best on a second disk. A damaged file is put aside, never deleted.

use crate::clock::{clock_text, date_text, in_india};
use crate::desk::{Head, Writing, lock};
use crate::fault::{Fault, Stop};
use crate::key::{DeviceKey, KeyStore};
use crate::store::open_basket::{OpenBasket, path_of};
use crate::store::{self, journal};
use crate::verify;
use domain::entry::{Clock, Fact, Payload, TillRestored};
use domain::refusal::Refusal;
use jiff::Timestamp;
use rusqlite::{Connection, TransactionBehavior};
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// How many copies are kept: two days of hours and more.
const KEPT: usize = 60;
/// Till codes in order: Crockford's base 32, which has no letters that look like digits.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The folder of copies: chosen, or `copies` beside the database.
pub(crate) fn folder(db: &Connection, path: &Path) -> Result<PathBuf, Fault> {
    Ok(store::setting::get(db, "copies")?.map_or_else(|| default_folder(path), PathBuf::from))
}

fn default_folder(path: &Path) -> PathBuf {
    path.with_file_name("copies")
}

/// Where a damaged database's copies are: its own setting cannot be read, so its folder is also noted beside it.
fn noted_folder(path: &Path) -> PathBuf {
    fs::read_to_string(path.with_added_extension("copies"))
        .map_or_else(|_| default_folder(path), |noted| PathBuf::from(noted.trim()))
}

/// Chooses the folder of copies.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct SetCopies {
    pub folder: String,
}

/// Chooses the folder of copies and has one made there at once.
pub fn set_copies(desk: &mut crate::desk::Desk, input: SetCopies) -> Result<crate::status::StatusView, Stop> {
    let chosen = PathBuf::from(&input.folder);
    if !chosen.is_absolute() || fs::create_dir_all(&chosen).is_err() {
        return Err(Refusal::invalid("folder").into());
    }
    store::setting::set(&desk.db, "copies", &input.folder)?;
    crate::printer::write_file(&desk.path.with_added_extension("copies"), input.folder.as_bytes())?;
    desk.copy_wanted = true;
    crate::status::view_status(desk, crate::sign_in::Nothing {})
}

/// Makes a copy of the database at `path` and checks it: SQLite's own check, and the same head as the
/// original had. Only then it gets its name. Answers where it is.
pub fn make(path: &Path, now_us: i64) -> Result<PathBuf, Fault> {
    let original = store::open_to_read(path)?;
    original.pragma_update(None, "query_only", false)?;
    let folder = folder(&original, path)?;
    fs::create_dir_all(&folder)?;
    let (seq, hash) = journal::head(&original)?;
    let draft = folder.join("copy.part");
    let _ = fs::remove_file(&draft);
    store::copy_into(&original, &draft)?;
    File::options().read(true).write(true).open(&draft)?.sync_all()?;
    let copy = Connection::open_with_flags(&draft, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    store::quick_check(&copy)?;
    // The original may have grown while it was copied; the copy must at least hold this head.
    if journal::hash(&copy, seq)? != Some(hash) {
        return Err(Fault::StorageFailed { cause: "the copy does not hold the journal's head".into() });
    }
    let (head, _) = journal::head(&copy)?;
    drop(copy);
    let (date, time) = in_india(now_us);
    let name = format!("mart-{date}-{:02}{:02}{:02}-{head}.db", time.hour(), time.minute(), time.second());
    let place = folder.join(name);
    fs::rename(&draft, &place)?;
    if let Ok(opened) = File::open(&folder) {
        let _ = opened.sync_all();
    }
    prune(&folder);
    Ok(place)
}

fn copies_in(folder: &Path) -> Vec<PathBuf> {
    let mut copies: Vec<(std::time::SystemTime, PathBuf)> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            name.starts_with("mart-") && Path::new(&name).extension().is_some_and(|end| end == "db")
        })
        .filter_map(|path| Some((fs::metadata(&path).ok()?.modified().ok()?, path)))
        .collect();
    copies.sort();
    copies.into_iter().rev().map(|(_, path)| path).collect()
}

fn prune(folder: &Path) {
    for old in copies_in(folder).into_iter().skip(KEPT) {
        let _ = fs::remove_file(old);
    }
}

/// One copy: when it was made, up to which bill it goes, and whether it proves whole.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct CopyView {
    pub id: String,
    /// `23-11-2026 10:42`.
    pub taken_at: String,
    pub last_bill: Option<String>,
    pub bills: u32,
    pub good: bool,
}

/// What is wrong, and the copies there are, newest first.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct CopiesView {
    pub problem: String,
    pub copies: Vec<CopyView>,
}

/// How many of the newest copies are offered; each is proven whole first.
const OFFERED: usize = 5;

/// The copies of the database at `path`; works when it is damaged.
pub(crate) fn view(path: &Path, problem: &str) -> CopiesView {
    let copies = copies_in(&noted_folder(path)).into_iter().take(OFFERED).map(|copy| describe(&copy)).collect();
    CopiesView { problem: problem.to_owned(), copies }
}

fn describe(copy: &Path) -> CopyView {
    let id = copy.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let read = || -> Result<CopyView, Fault> {
        let db = Connection::open_with_flags(copy, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let (seq, _) = journal::head(&db)?;
        let at_us = journal::at_us(&db, seq)?;
        let (bills, last_bill) = store::sale::count_and_last(&db)?;
        Ok(CopyView {
            id: id.clone(),
            taken_at: format!("{} {}", date_text(in_india(at_us).0), clock_text(at_us)),
            last_bill,
            bills: bills as u32,
            good: verify::verify(&db, None)?.ok,
        })
    };
    read().unwrap_or(CopyView { id: id.clone(), taken_at: String::new(), last_bill: None, bills: 0, good: false })
}

/// Which copy to go back to.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct RestoreCopy {
    pub id: String,
}

/// Goes back to a copy (none chosen: the last good one) and says what it was. The file that was there is put
/// aside under a name of its own. The till goes on under a new code, so that no number that may already be
/// on paper is given again.
pub fn restore(path: &Path, id: Option<&str>, now_us: i64) -> Result<CopyView, Stop> {
    let _lock = lock(path)?;
    let folder = noted_folder(path);
    let copies = copies_in(&folder);
    let (copy, view) = match id {
        Some(id) => {
            let copy = copies
                .iter()
                .find(|copy| copy.file_name().is_some_and(|name| name.to_string_lossy() == id))
                .ok_or(Refusal::UnknownCopy)?;
            (copy.clone(), describe(copy))
        }
        None => copies
            .into_iter()
            .map(|copy| (copy.clone(), describe(&copy)))
            .find(|(_, view)| view.good)
            .ok_or(Refusal::NoGoodCopy)?,
    };
    if !view.good {
        return Err(Refusal::NoGoodCopy.into());
    }
    let ready = restoring(path);
    let draft = path.with_added_extension("restoring.part");
    for suffix in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(suffixed(&draft, suffix));
    }
    fs::copy(&copy, &draft)?;
    go_on(&draft, path, now_us)?;
    fs::rename(&draft, &ready)?;
    put_aside(path, now_us)?;
    finish_restore(path)?;
    Ok(view)
}

fn restoring(path: &Path) -> PathBuf {
    path.with_added_extension("restoring")
}

fn suffixed(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// A restore that was cut off after the damaged file was put aside is finished at the next start.
pub(crate) fn finish_restore(path: &Path) -> Result<(), Fault> {
    let ready = restoring(path);
    if !path.exists() && ready.exists() {
        fs::rename(ready, path)?;
    }
    Ok(())
}

fn put_aside(path: &Path, now_us: i64) -> Result<(), Fault> {
    let stamp = Timestamp::from_microsecond(now_us).unwrap_or(Timestamp::UNIX_EPOCH).as_second();
    let aside = path.with_added_extension(format!("damaged-{stamp}"));
    for suffix in ["-wal", "-shm", ""] {
        let from = suffixed(path, suffix);
        if from.exists() {
            fs::rename(&from, suffixed(&aside, suffix))?;
        }
    }
    Ok(())
}

/// The next till code: never one this journal has had.
fn next_code(code: &str) -> String {
    let value = |byte: u8| ALPHABET.iter().position(|known| *known == byte).unwrap_or(0);
    let number = code.bytes().fold(0, |sum, byte| sum * 32 + value(byte)) + 1;
    [number / 32 % 32, number % 32].iter().map(|digit| char::from(ALPHABET[*digit])).collect()
}

/// Writes the entry with which the journal goes on from the copy: a new epoch under a new till code, and a new
/// key if the old one is gone.
fn go_on(draft: &Path, path: &Path, now_us: i64) -> Result<(), Stop> {
    let mut db = store::open(draft)?;
    let till = store::mart::epochs(&db)?.pop().ok_or(Fault::NoMart)?;
    let (seq, hash) = journal::head(&db)?;
    let payload: Payload = serde_json::from_slice(&journal::payload(&db, seq)?.ok_or(Fault::NoMart)?)
        .map_err(|error| Fault::DatabaseDamaged { problem: error.to_string() })?;
    let store_of = KeyStore::parse(&till.key_store);
    let (key, key_store) = match DeviceKey::load(path, till.device, store_of) {
        Ok(key) => (key, store_of),
        Err(_) => DeviceKey::create(path, till.device)?,
    };
    let fact = TillRestored {
        last_seq: seq,
        till_code: next_code(&till.till_code),
        public_key: key.public_key(),
        key_store: key_store.code().to_owned(),
    };
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let at_us = journal::at_us(&transaction, seq)?;
    let mut writing = Writing {
        db: &transaction,
        operator: None,
        approved_by: None,
        shift: None,
        now_us,
        business_date: payload.business_date,
        clock: Clock::Ok,
        key: &key,
        device: till.device,
        epoch: till.epoch + 1,
        head: Head {
            seq,
            hash,
            at_us,
            business_date: payload.business_date,
            clock: payload.clock,
            grand_total: payload.grand_total_paise,
        },
        masters_seq: seq,
    };
    writing.append(Fact::TillRestored(fact))?;
    let head = writing.head;
    transaction.commit()?;
    db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    drop(db);
    for suffix in ["-wal", "-shm"] {
        let _ = fs::remove_file(suffixed(draft, suffix));
    }
    File::options().read(true).write(true).open(draft)?.sync_all()?;
    if path_of(path).exists() {
        OpenBasket::open(path)?.set_head(head.seq, &head.hash);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::next_code;

    #[test]
    fn till_codes_never_look_alike() {
        assert_eq!(["1A", "1H", "1Z", "ZZ"].map(next_code), ["1B", "1J", "20", "00"]);
    }
}
