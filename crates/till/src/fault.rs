//! What stops a command: a `Refusal` (the rules say no) or a `Fault` (something broke). Both cross to a
//! screen as a code with parameters; the words come from the locale.

use domain::refusal::Refusal;
use rusqlite::ErrorCode;
use serde_json::{Map, Value, json};
use std::io::ErrorKind;
use std::path::Path;

/// Something broke. Nothing was half written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "each variant is its code; assets/locales/*/refusals.ftl says it in words")]
pub enum Fault {
    #[error("the database is damaged: {problem}")]
    DatabaseDamaged { problem: String },
    #[error("the database is of version {found}; this program knows {known}")]
    DatabaseNewer { found: i64, known: i64 },
    #[error("another copy of the program has this till open")]
    AlreadyRunning,
    #[error("there is no mart here yet")]
    NoMart,
    #[error("the disk is full")]
    DiskFull,
    #[error("storage failed: {cause}")]
    StorageFailed { cause: String },
    #[error("the till's key is missing")]
    KeyMissing,
    #[error("no printer at {place}")]
    PrinterUnreachable { place: String },
    #[error("the printer's cover is open: {place}")]
    PrinterCoverOpen { place: String },
    #[error("the printer is off line: {place}")]
    PrinterOffline { place: String },
    #[error("the printer has no paper: {place}")]
    PrinterPaperOut { place: String },
    #[error("the printer stopped in the middle: {place}")]
    PrinterStopped { place: String },
    #[error("internal: {cause}")]
    Internal { cause: String },
}

impl Fault {
    /// The stable code and its parameters.
    pub fn parts(&self) -> (&'static str, Map<String, Value>) {
        let (code, params) = match self {
            Self::DatabaseDamaged { problem } => ("database_damaged", json!({ "problem": problem })),
            Self::DatabaseNewer { found, known } => ("database_newer", json!({ "found": found, "known": known })),
            Self::AlreadyRunning => ("already_running", json!({})),
            Self::NoMart => ("no_mart", json!({})),
            Self::DiskFull => ("disk_full", json!({})),
            Self::StorageFailed { cause } => ("storage_failed", json!({ "cause": cause })),
            Self::KeyMissing => ("key_missing", json!({})),
            Self::PrinterUnreachable { place } => ("printer_unreachable", json!({ "where": place })),
            Self::PrinterCoverOpen { place } => ("printer_cover_open", json!({ "where": place })),
            Self::PrinterOffline { place } => ("printer_offline", json!({ "where": place })),
            Self::PrinterPaperOut { place } => ("printer_paper_out", json!({ "where": place })),
            Self::PrinterStopped { place } => ("printer_stopped", json!({ "where": place })),
            Self::Internal { cause } => ("internal", json!({ "cause": cause })),
        };
        let Value::Object(params) = params else { unreachable!("json! of an object") };
        (code, params)
    }

    /// A storage failure told as a full disk, where that is the cause: not every full disk says so itself.
    #[must_use]
    pub fn explained(self, db: &Path) -> Self {
        if !matches!(self, Self::StorageFailed { .. }) {
            return self;
        }
        let probe = db.with_added_extension("room");
        let full = std::fs::write(&probe, vec![0; 1 << 16]).is_err_and(|error| error.kind() == ErrorKind::StorageFull);
        let _ = std::fs::remove_file(probe);
        if full { Self::DiskFull } else { self }
    }

    /// Whether the open connection can no longer be trusted: close it, open it anew, check the head.
    pub fn ends_connection(&self) -> bool {
        matches!(self, Self::StorageFailed { .. } | Self::DatabaseDamaged { .. })
    }
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        let cause = error.to_string();
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::DatabaseDamaged { problem: cause },
            _ => Self::StorageFailed { cause },
        }
    }
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == ErrorKind::StorageFull {
            Self::DiskFull
        } else {
            Self::StorageFailed { cause: error.to_string() }
        }
    }
}

/// Why a command did not happen.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Stop {
    /// The rules say no.
    #[error("{0}")]
    Refusal(#[from] Refusal),
    /// Something broke.
    #[error("{0}")]
    Fault(#[from] Fault),
}

impl From<rusqlite::Error> for Stop {
    fn from(error: rusqlite::Error) -> Self {
        Self::Fault(error.into())
    }
}

impl From<std::io::Error> for Stop {
    fn from(error: std::io::Error) -> Self {
        Self::Fault(error.into())
    }
}

impl Stop {
    /// See `Fault::explained`.
    #[must_use]
    pub fn explained(self, db: &Path) -> Self {
        match self {
            Self::Fault(fault) => Self::Fault(fault.explained(db)),
            Self::Refusal(refusal) => Self::Refusal(refusal),
        }
    }

    /// `{"kind","code","params"}`, as it crosses to a screen.
    pub fn to_json(&self) -> Value {
        match self {
            Self::Refusal(refusal) => {
                let (code, params) = refusal.parts();
                json!({ "kind": "refusal", "code": code, "params": params })
            }
            Self::Fault(fault) => {
                let (code, params) = fault.parts();
                json!({ "kind": "fault", "code": code, "params": params })
            }
        }
    }
}
