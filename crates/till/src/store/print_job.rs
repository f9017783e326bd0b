//! What to print, and what became of it. A receipt's job is written in its entry's own transaction.

use crate::fault::Fault;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// On what a job prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// The roll of the receipt printer.
    Receipt,
    /// The roll, without prices.
    Gift,
    /// The roll: certificates of what a bill sold.
    Certificate,
    /// The same on sheets of A5.
    CertificateA5,
    /// Sheets of A5.
    A5,
    /// Sheets of A4.
    A4,
    /// The roll: the newest page of a passbook.
    Passbook,
    /// The whole passbook on sheets of A4.
    PassbookA4,
    /// A PDF that was made already: labels, a report.
    File,
    /// Nothing: the drawer opens.
    Drawer,
}

/// Which printer a job goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Route {
    /// Receipts and the drawer.
    Receipt,
    /// Bills on A5 and A4.
    Sheet,
    /// Label sheets.
    Label,
    /// Reports.
    Report,
}

impl Form {
    /// It comes off the roll.
    pub fn on_roll(self) -> bool {
        match self {
            Self::Receipt | Self::Gift | Self::Certificate | Self::Passbook => true,
            Self::CertificateA5 | Self::A5 | Self::A4 | Self::PassbookA4 | Self::File | Self::Drawer => false,
        }
    }

    /// It is no numbered document: it has no duplicates.
    pub fn beside_bill(self) -> bool {
        match self {
            Self::Gift | Self::Certificate | Self::CertificateA5 | Self::Passbook | Self::PassbookA4 => true,
            Self::Receipt | Self::A5 | Self::A4 | Self::File | Self::Drawer => false,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Receipt => "receipt",
            Self::Gift => "gift",
            Self::Certificate => "certificate",
            Self::CertificateA5 => "certificate_a5",
            Self::A5 => "a5",
            Self::A4 => "a4",
            Self::Passbook => "passbook",
            Self::PassbookA4 => "passbook_a4",
            Self::File => "file",
            Self::Drawer => "drawer",
        }
    }

    fn parse(code: &str) -> Self {
        match code {
            "gift" => Self::Gift,
            "certificate" => Self::Certificate,
            "certificate_a5" => Self::CertificateA5,
            "a5" => Self::A5,
            "a4" => Self::A4,
            "passbook" => Self::Passbook,
            "passbook_a4" => Self::PassbookA4,
            "file" => Self::File,
            "drawer" => Self::Drawer,
            _ => Self::Receipt,
        }
    }
}

impl Route {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Receipt, Self::Sheet, Self::Label, Self::Report];

    /// Its word in the database and in settings.
    pub fn code(self) -> &'static str {
        match self {
            Self::Receipt => "receipt",
            Self::Sheet => "sheet",
            Self::Label => "label",
            Self::Report => "report",
        }
    }

    fn parse(code: &str) -> Self {
        Self::ALL.into_iter().find(|route| route.code() == code).unwrap_or(Self::Receipt)
    }
}

/// Something to print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintJob {
    /// The row.
    pub id: i64,
    /// The entry it prints; labels and reports have none.
    pub seq: Option<i64>,
    /// The shift whose report it prints, and up to which entry.
    pub report: Option<(i64, i64)>,
    /// Of an entry that closed several documents the number of the one; without an entry, whose passbook.
    pub about: Option<String>,
    /// Up to which entry the passbook is told.
    pub upto: Option<i64>,
    /// On what.
    pub form: Form,
    /// Where.
    pub route: Route,
    /// The PDF, where one was made already.
    pub file: Option<String>,
    /// 0 is the original, 1 the first duplicate.
    pub copy: i64,
    /// Whether it opens the drawer.
    pub drawer: bool,
    /// `waiting`, `printing`, `printed`, `doubt`, `dropped`.
    pub state: String,
    /// Tries so far.
    pub attempts: i64,
    /// What was wrong with the last try: a fault's code.
    pub problem: Option<String>,
    /// Who asked for it; none: whoever made the entry.
    pub asked_by: Option<String>,
    /// When.
    pub asked_us: i64,
    /// When it was last tried.
    pub done_us: Option<i64>,
}

const COLUMNS: &str =
    "id, sale_seq, form, route, file, copy, drawer, state, attempts, problem, asked_by, asked_us, done_us, shift, upto,
     about";

fn read(row: &Row) -> rusqlite::Result<PrintJob> {
    Ok(PrintJob {
        id: row.get(0)?,
        seq: row.get(1)?,
        report: row.get::<_, Option<i64>>(13)?.zip(row.get(14)?),
        about: row.get(15)?,
        upto: row.get(14)?,
        form: Form::parse(&row.get::<_, String>(2)?),
        route: Route::parse(&row.get::<_, String>(3)?),
        file: row.get(4)?,
        copy: row.get(5)?,
        drawer: row.get(6)?,
        state: row.get(7)?,
        attempts: row.get(8)?,
        problem: row.get(9)?,
        asked_by: row.get(10)?,
        asked_us: row.get(11)?,
        done_us: row.get(12)?,
    })
}

/// Puts an entry's receipt into the queue.
pub fn enqueue(db: &Connection, seq: i64, copy: i64, drawer: bool, now_us: i64) -> Result<(), Fault> {
    ask(db, &Asked { seq: Some(seq), copy, drawer, ..Asked::new(Form::Receipt, Route::Receipt) }, now_us)
}

/// What is asked for beyond an entry's first receipt.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// The entry.
    pub seq: Option<i64>,
    /// The shift whose report, and up to which entry.
    pub report: Option<(i64, i64)>,
    /// Which of the entry's documents.
    pub about: Option<&'a str>,
    /// Whose passbook, and up to which entry.
    pub passbook: Option<(&'a str, i64)>,
    /// On what.
    pub form: Form,
    /// Where.
    pub route: Route,
    /// The PDF.
    pub file: Option<&'a str>,
    /// Which copy.
    pub copy: i64,
    /// Whether it opens the drawer.
    pub drawer: bool,
    /// Who asks.
    pub by: Option<&'a str>,
}

impl Asked<'_> {
    /// Nothing but a form and a way.
    pub fn new(form: Form, route: Route) -> Self {
        Self {
            seq: None,
            report: None,
            about: None,
            passbook: None,
            form,
            route,
            file: None,
            copy: 0,
            drawer: false,
            by: None,
        }
    }
}

/// Puts a job into the queue.
pub fn ask(db: &Connection, asked: &Asked, now_us: i64) -> Result<(), Fault> {
    db.prepare_cached(
        "INSERT INTO print_job (sale_seq, form, route, file, copy, drawer, state, asked_by, asked_us, shift, upto,
             about)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'waiting', ?7, ?8, ?9, ?10, ?11)",
    )?
    .execute(params![
        asked.seq,
        asked.form.code(),
        asked.route.code(),
        asked.file,
        asked.copy,
        asked.drawer,
        asked.by,
        now_us,
        asked.report.map(|(shift, _)| shift),
        asked.report.or(asked.passbook.map(|(_, upto)| (0, upto))).map(|(_, upto)| upto),
        asked.about.or(asked.passbook.map(|(whose, _)| whose))
    ])?;
    Ok(())
}

/// The oldest job still to print on a way.
pub fn next(db: &Connection, route: Route) -> Result<Option<PrintJob>, Fault> {
    let sql = format!("SELECT {COLUMNS} FROM print_job WHERE state = 'waiting' AND route = ?1 ORDER BY id LIMIT 1");
    Ok(db.prepare_cached(&sql)?.query_row([route.code()], read).optional()?)
}

/// One job.
pub fn by_id(db: &Connection, id: i64) -> Result<Option<PrintJob>, Fault> {
    let sql = format!("SELECT {COLUMNS} FROM print_job WHERE id = ?1");
    Ok(db.prepare_cached(&sql)?.query_row([id], read).optional()?)
}

/// The newest jobs, what still waits or is in doubt first.
pub fn newest(db: &Connection, most: i64) -> Result<Vec<PrintJob>, Fault> {
    let sql = format!(
        "SELECT {COLUMNS} FROM print_job ORDER BY state IN ('waiting', 'printing', 'doubt') DESC, id DESC LIMIT ?1"
    );
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map([most], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Bytes of the job are about to be sent.
pub fn begin(db: &Connection, id: i64) -> Result<(), Fault> {
    db.prepare_cached("UPDATE print_job SET state = 'printing', attempts = attempts + 1 WHERE id = ?1")?
        .execute([id])?;
    Ok(())
}

/// How a try of `begin` ended. A job that was dropped while its bytes went out stays dropped, unless it came out.
pub fn note(db: &Connection, id: i64, state: &str, problem: Option<&str>, now_us: i64) -> Result<(), Fault> {
    db.prepare_cached(
        "UPDATE print_job SET state = ?2, problem = ?3, done_us = ?4
         WHERE id = ?1 AND (state = 'printing' OR ?2 = 'printed')",
    )?
    .execute(params![id, state, problem, now_us])?;
    Ok(())
}

/// Nothing more is printed of an entry, for a refusal's reason: not even what is being sent now, if it does not come out.
pub fn drop_of(db: &Connection, seq: i64, reason: &str, now_us: i64) -> Result<(), Fault> {
    db.prepare_cached(
        "UPDATE print_job SET state = 'dropped', problem = ?2, done_us = ?3
         WHERE sale_seq = ?1 AND state IN ('waiting', 'printing', 'doubt')",
    )?
    .execute(params![seq, reason, now_us])?;
    Ok(())
}

/// Ends a job: `printed`, `waiting` again, or `dropped`; and what was wrong.
pub fn end(db: &Connection, id: i64, state: &str, problem: Option<&str>, now_us: i64) -> Result<(), Fault> {
    db.prepare_cached("UPDATE print_job SET state = ?2, problem = ?3, done_us = ?4 WHERE id = ?1")?
        .execute(params![id, state, problem, now_us])?;
    Ok(())
}

/// After a crash: a job that was being sent may or may not have come out. It is not sent again by itself.
pub fn doubt_interrupted(db: &Connection) -> Result<(), Fault> {
    db.execute("UPDATE print_job SET state = 'doubt', problem = 'printer_stopped' WHERE state = 'printing'", [])?;
    Ok(())
}

/// The newest job of the sale's receipt, and whether the clerk has said what became of it.
pub fn of_sale(db: &Connection, seq: i64) -> Result<Option<(i64, bool)>, Fault> {
    Ok(db
        .query_row(
            "SELECT id, answered FROM print_job WHERE sale_seq = ?1 AND form NOT IN ('gift', 'certificate', 'certificate_a5') ORDER BY id DESC LIMIT 1",
            [seq],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?)
}

/// The clerk has said what became of the sale's receipt: waiting ones need not print any more.
pub fn answer(db: &Connection, seq: i64) -> Result<(), Fault> {
    db.execute("UPDATE print_job SET answered = 1 WHERE sale_seq = ?1", [seq])?;
    db.execute("UPDATE print_job SET state = 'dropped' WHERE sale_seq = ?1 AND state IN ('waiting', 'doubt')", [seq])?;
    Ok(())
}

/// How many jobs wait, and what was wrong with the last try.
pub fn waiting(db: &Connection) -> Result<(i64, Option<String>), Fault> {
    let count = db
        .prepare_cached("SELECT count(*) FROM print_job WHERE state IN ('waiting', 'printing')")?
        .query_row([], |row| row.get(0))?;
    let problem = db
        .prepare_cached(
            "SELECT problem FROM print_job WHERE state = 'waiting' AND problem IS NOT NULL ORDER BY id LIMIT 1",
        )?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok((count, problem))
}

/// How many jobs only a person can say about whether they came out.
pub fn in_doubt(db: &Connection) -> Result<i64, Fault> {
    Ok(db.prepare_cached("SELECT count(*) FROM print_job WHERE state = 'doubt'")?.query_row([], |row| row.get(0))?)
}

/// The highest copy asked for of an entry's paper.
pub fn copies(db: &Connection, seq: i64) -> Result<i64, Fault> {
    Ok(db.query_row("SELECT coalesce(max(copy), 0) FROM print_job WHERE sale_seq = ?1", [seq], |row| row.get(0))?)
}

/// The highest copy asked for of one document of an entry; none: it was never asked for.
pub fn last_copy(db: &Connection, seq: i64, about: Option<&str>) -> Result<Option<i64>, Fault> {
    Ok(db
        .prepare_cached("SELECT max(copy) FROM print_job WHERE sale_seq = ?1 AND about IS ?2")?
        .query_row(params![seq, about], |row| row.get(0))?)
}

/// How often the report of a shift up to an entry was asked for.
pub fn reports(db: &Connection, (shift, upto): (i64, i64)) -> Result<i64, Fault> {
    Ok(db.query_row("SELECT count(*) FROM print_job WHERE shift = ?1 AND upto = ?2", [shift, upto], |row| row.get(0))?)
}

/// The entry that closed the document of a number.
pub fn entry_of(db: &Connection, number: &str) -> Result<Option<i64>, Fault> {
    Ok(db
        .prepare_cached("SELECT seq FROM serial WHERE number = ?1")?
        .query_row([number], |row| row.get(0))
        .optional()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the worker notes of a job whose bill was voided while its bytes went out.
    #[test]
    fn a_job_dropped_while_it_is_sent_stays_dropped_unless_it_came_out() {
        let folder = tempfile::tempdir().unwrap();
        let db = crate::store::create(&folder.path().join("mart.db")).unwrap();
        for (ended, kept, why) in [
            ("waiting", "dropped", Some("sale_voided")),
            ("doubt", "dropped", Some("sale_voided")),
            ("printed", "printed", None),
        ] {
            enqueue(&db, 7, 0, true, 1).unwrap();
            let job = next(&db, Route::Receipt).unwrap().expect("a job");
            begin(&db, job.id).unwrap();
            drop_of(&db, 7, "sale_voided", 2).unwrap();
            let problem = (ended != "printed").then_some("printer_unreachable");
            note(&db, job.id, ended, problem, 3).unwrap();
            let job = by_id(&db, job.id).unwrap().expect("the job");
            assert_eq!((job.state.as_str(), job.problem.as_deref()), (kept, why), "{ended}");
            assert!(next(&db, Route::Receipt).unwrap().is_none(), "it is not sent again");
        }
    }
}
