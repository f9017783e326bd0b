//! Printers: where receipts go, and the queue's next step. A sale never waits for a printer: its job is a row
//! that the host's worker sends, again and again until the printer takes it. Not here: what a receipt looks
//! like (`paper`).

use crate::desk::Desk;
use crate::document::receipt;
use crate::fault::{Fault, Stop};
use crate::receipt;
use crate::sign_in::Nothing;
use crate::status::{StatusView, view_status};
use crate::store;
use crate::store::print_job::PrintJob;
use domain::refusal::Refusal;
use paper::page::Paper;
use paper::receipt::Receipt;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::Write;
use std::net::{TcpStream, ToSocketAddrs};
use std::path::{Path, PathBuf};
use std::time::Duration;
use ts_rs::TS;

/// A printer does not answer for longer than this only when it is not there.
const PATIENCE: Duration = Duration::from_secs(5);

/// A way to paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Device {
    /// ESC/POS over TCP, usually port 9100.
    Network {
        /// `host:port`.
        address: String,
    },
    /// ESC/POS to a device file such as `/dev/usb/lp0`.
    File {
        /// Its path.
        path: String,
    },
    /// Each job as a file of ESC/POS bytes and a PDF in a folder.
    Folder {
        /// Its path.
        path: String,
    },
}

/// The chosen printer and the width of its paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrinterSetting {
    /// None: receipts are shown only.
    pub printer: Option<Device>,
    /// 80 or 58.
    #[serde(default = "wide")]
    pub width_mm: u32,
}

fn wide() -> u32 {
    80
}

impl PrinterSetting {
    /// The paper's width.
    pub(crate) fn roll(&self) -> Paper {
        if self.width_mm == 58 { Paper::Mm58 } else { Paper::Mm80 }
    }
}

/// Chooses the printer of this computer.
pub fn set_printer(desk: &mut Desk, input: PrinterSetting) -> Result<StatusView, Stop> {
    if ![58, 80].contains(&input.width_mm) {
        return Err(Refusal::invalid("width_mm").into());
    }
    let place = match &input.printer {
        None => "-",
        Some(Device::Network { address }) => address,
        Some(Device::File { path } | Device::Folder { path }) => path,
    };
    if place.trim().is_empty() || place.chars().any(char::is_control) {
        return Err(Refusal::invalid("printer").into());
    }
    let json = serde_json::to_string(&input).map_err(|error| Fault::Internal { cause: error.to_string() })?;
    store::setting::set(&desk.db, "printer", &json)?;
    view_status(desk, Nothing {})
}

/// The chosen printer, if there is one.
pub(crate) fn chosen(db: &Connection) -> Result<Option<PrinterSetting>, Fault> {
    let json = store::setting::get(db, "printer")?;
    let setting = json.and_then(|json| serde_json::from_str::<PrinterSetting>(&json).ok());
    Ok(setting.filter(|setting| setting.printer.is_some()))
}

/// A job taken off the queue, with all it needs to print away from the desk.
pub(crate) struct Ready {
    job: PrintJob,
    receipt: Receipt,
    setting: PrinterSetting,
    at_us: i64,
}

/// Takes the next job off the queue and notes that its bytes are about to go.
pub(crate) fn take_next(desk: &mut Desk) -> Result<Option<Ready>, Fault> {
    let Some(setting) = chosen(&desk.db)? else { return Ok(None) };
    let Some(job) = store::print_job::next(&desk.db)? else { return Ok(None) };
    let Some(entry) = store::sale::by_seq(&desk.db, job.sale_seq)? else { return Ok(None) };
    let receipt = receipt(desk, &entry, job.copy)?;
    store::print_job::begin(&desk.db, job.id)?;
    Ok(Some(Ready { job, receipt, setting, at_us: entry.at_us }))
}

/// Lays out and sends a job; needs no desk.
pub(crate) fn print(ready: &Ready) -> Result<(), Fault> {
    let Some(device) = &ready.setting.printer else { return Ok(()) };
    let bitmap = receipt::picture(&ready.receipt, ready.setting.roll())?;
    let bytes = paper::escpos::job(&bitmap, paper::escpos::Options { drawer: ready.job.drawer });
    match device {
        Device::Network { address } => send(address, &bytes),
        Device::File { path } => {
            let refused = |_| Fault::PrinterUnreachable { place: path.clone() };
            let mut device = fs::OpenOptions::new().write(true).open(path).map_err(refused)?;
            device.write_all(&bytes).and_then(|()| device.flush()).map_err(refused)
        }
        Device::Folder { path } => {
            let copy = if ready.job.copy > 0 { format!("-{}", ready.job.copy) } else { String::new() };
            let name = format!("{}{copy}", ready.receipt.number.replace('/', "-"));
            let folder = PathBuf::from(path);
            write_file(&folder.join(format!("{name}.escpos")), &bytes)?;
            let pdf = receipt::pdf(&ready.receipt, ready.setting.roll(), ready.at_us)?;
            write_file(&folder.join(format!("{name}.pdf")), &pdf)
        }
    }
}

/// Notes how a job ended.
pub(crate) fn note(desk: &mut Desk, ready: &Ready, outcome: &Result<(), Fault>) -> Result<(), Fault> {
    let problem = outcome.as_ref().err().map(|fault| fault.parts().0);
    let now = desk.now_us();
    store::print_job::end(&desk.db, ready.job.id, problem, now)
}

fn send(address: &str, bytes: &[u8]) -> Result<(), Fault> {
    let unreachable = || Fault::PrinterUnreachable { place: address.to_owned() };
    let places = address.to_socket_addrs().map_err(|_| unreachable())?;
    let mut stream = places
        .into_iter()
        .find_map(|place| TcpStream::connect_timeout(&place, PATIENCE).ok())
        .ok_or_else(unreachable)?;
    stream
        .set_write_timeout(Some(PATIENCE))
        .and_then(|()| stream.write_all(bytes))
        .and_then(|()| stream.flush())
        .and_then(|()| stream.shutdown(std::net::Shutdown::Write))
        .map_err(|_| unreachable())
}

/// Writes a file whole or not at all.
pub(crate) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let draft = path.with_added_extension("part");
    fs::write(&draft, bytes)?;
    Ok(fs::rename(draft, path)?)
}
