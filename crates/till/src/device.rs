//! Ways to paper: network, device file, the system's print queue, a folder; and what a printer says of itself where it
//! answers (`DLE EOT`). Not here: what is printed (`document`), the queue (`printer`), the print
//! service itself (`spooler`).

use crate::fault::Fault;
use crate::spooler;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{ErrorKind, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use ts_rs::TS;

/// A printer does not answer for longer than this only when it is not there.
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);
/// A printer that says how it is says so at once, even while it prints.
const ANSWER: Duration = Duration::from_millis(400);

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
    /// A queue of the system's print service: receipts raw, and where the service is CUPS, sheets as PDF.
    System {
        /// Its name there.
        name: String,
    },
    /// Each job as a file of ESC/POS bytes and a PDF in a folder.
    Folder {
        /// Its path.
        path: String,
    },
}

impl Device {
    /// Where it is, in words of its own.
    pub fn place(&self) -> &str {
        match self {
            Self::Network { address } => address,
            Self::File { path } | Self::Folder { path } => path,
            Self::System { name } => name,
        }
    }

    /// Whether it takes a PDF; a receipt printer does not.
    pub fn takes_sheets(&self) -> bool {
        match self {
            Self::Network { .. } | Self::File { .. } => false,
            Self::System { .. } => spooler::TAKES_SHEETS,
            Self::Folder { .. } => true,
        }
    }
}

/// What a printer says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "a printer tells each of them by itself, in any mix")]
pub struct Said {
    /// Its cover is open.
    pub cover_open: bool,
    /// It has no paper.
    pub paper_out: bool,
    /// It is switched off line, or has an error of its own.
    pub offline: bool,
    /// Its roll is nearly used up.
    pub near_end: bool,
}

impl Said {
    /// What keeps it from printing.
    pub(crate) fn trouble(self, place: &str) -> Result<(), Fault> {
        let place = place.to_owned();
        if self.cover_open {
            Err(Fault::PrinterCoverOpen { place })
        } else if self.paper_out {
            Err(Fault::PrinterPaperOut { place })
        } else if self.offline {
            Err(Fault::PrinterOffline { place })
        } else {
            Ok(())
        }
    }
}

/// How a job ended.
#[derive(Debug)]
pub enum Outcome {
    /// The printer took all of it; what it said afterwards, if it says anything.
    Printed(Option<Said>),
    /// Nothing of it reached paper: it can be sent again.
    NotSent(Fault),
    /// Something of it may be on paper: only a person can say.
    InDoubt(Fault),
}

impl Outcome {
    /// What went wrong.
    pub fn fault(&self) -> Option<&Fault> {
        match self {
            Self::Printed(_) => None,
            Self::NotSent(fault) | Self::InDoubt(fault) => Some(fault),
        }
    }
}

/// Sends receipt bytes.
pub fn send(device: &Device, bytes: &[u8]) -> Outcome {
    let place = device.place();
    match device {
        Device::Network { address } => match connect(address) {
            Ok(mut stream) => deliver(&mut stream, bytes, place, |stream| {
                // What the printer has not taken is told by the connection's end; one that keeps it open is believed.
                let _ = stream.shutdown(std::net::Shutdown::Write);
                let ended = stream.read(&mut [0; 64]);
                !ended.is_err_and(|error| !waits(&error))
            }),
            Err(fault) => Outcome::NotSent(fault),
        },
        Device::File { path } => match open_device(path) {
            Ok(mut device) => deliver(&mut device, bytes, place, |_| true),
            Err(fault) => Outcome::NotSent(fault),
        },
        Device::System { name } => spooler::print(name, bytes),
        Device::Folder { .. } => Outcome::NotSent(unreachable_at(place)),
    }
}

/// Sends a PDF to the system's print service.
pub fn send_sheet(device: &Device, pdf: &[u8]) -> Outcome {
    match device {
        Device::System { name } => spooler::print_sheet(name, pdf),
        Device::Network { .. } | Device::File { .. } | Device::Folder { .. } => {
            Outcome::NotSent(unreachable_at(device.place()))
        }
    }
}

/// Whether the printer is there and ready; what it says, if it says anything.
pub fn ask(device: &Device) -> Result<Option<Said>, Fault> {
    let place = device.place();
    let said = match device {
        Device::Network { address } => status(&mut connect(address)?, ANSWER),
        Device::File { path } => status(&mut open_device(path)?, ANSWER),
        Device::System { name } => spooler::ask(name)?,
        Device::Folder { path } => {
            fs::create_dir_all(path).map_err(|_| unreachable_at(path))?;
            None
        }
    };
    if let Some(said) = said {
        said.trouble(place)?;
    }
    Ok(said)
}

pub(crate) fn unreachable_at(place: &str) -> Fault {
    Fault::PrinterUnreachable { place: place.to_owned() }
}

fn connect(address: &str) -> Result<TcpStream, Fault> {
    let places = address.to_socket_addrs().map_err(|_| unreachable_at(address))?;
    let stream = places.into_iter().find_map(|place| TcpStream::connect_timeout(&place, PATIENCE).ok());
    let stream = stream.ok_or_else(|| unreachable_at(address))?;
    stream
        .set_write_timeout(Some(PATIENCE))
        .and_then(|()| stream.set_read_timeout(Some(ANSWER)))
        .map_err(|_| unreachable_at(address))?;
    Ok(stream)
}

/// A device file that neither a read nor a write of can hang in: a printer without paper takes nothing.
fn open_device(path: &str) -> Result<File, Fault> {
    let mut options = File::options();
    options.write(true);
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::fs::OpenOptionsExt;
        const O_NONBLOCK: i32 = 0o4000;
        options.custom_flags(O_NONBLOCK);
    }
    // A printer on a one-way cable can only be written to.
    let both = options.clone().read(true).open(path);
    both.or_else(|_| options.open(path)).map_err(|_| unreachable_at(path))
}

/// Sends a job to a printer that may or may not answer. `ended` says whether the way it went is still whole.
fn deliver<S: Read + Write>(stream: &mut S, bytes: &[u8], place: &str, ended: impl Fn(&mut S) -> bool) -> Outcome {
    let before = status(stream, ANSWER);
    if let Some(Err(fault)) = before.map(|said| said.trouble(place)) {
        return Outcome::NotSent(fault);
    }
    let stopped = || Outcome::InDoubt(Fault::PrinterStopped { place: place.to_owned() });
    if write_whole(stream, bytes).is_err() {
        return stopped();
    }
    if before.is_none() {
        // It never says how it is: that it took everything is all there is to know.
        return if ended(stream) { Outcome::Printed(None) } else { stopped() };
    }
    match status(stream, PATIENCE) {
        None => stopped(),
        Some(said) => match said.trouble(place) {
            Ok(()) => Outcome::Printed(Some(said)),
            Err(fault) => Outcome::InDoubt(fault),
        },
    }
}

fn waits(error: &std::io::Error) -> bool {
    matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted)
}

/// Writes all of it, as long as the printer goes on taking some.
fn write_whole(stream: &mut impl Write, mut bytes: &[u8]) -> std::io::Result<()> {
    let mut last = Instant::now();
    while !bytes.is_empty() {
        match stream.write(bytes) {
            Ok(0) => return Err(ErrorKind::WriteZero.into()),
            Ok(taken) => {
                bytes = &bytes[taken..];
                last = Instant::now();
            }
            Err(error) if waits(&error) && last.elapsed() < PATIENCE => {
                std::thread::sleep(Duration::from_millis(20));
            }
            Err(error) => return Err(error),
        }
    }
    stream.flush()
}

/// Asks `DLE EOT` 1 (printer), 2 (why off line) and 4 (paper); none from a printer that does not answer.
fn status<S: Read + Write>(stream: &mut S, patience: Duration) -> Option<Said> {
    let printer = real_time(stream, 1, patience)?;
    let cause = real_time(stream, 2, ANSWER).unwrap_or(0);
    let paper = real_time(stream, 4, ANSWER).unwrap_or(0);
    Some(Said {
        cover_open: cause & 0x04 != 0,
        paper_out: cause & 0x20 != 0 || paper & 0x60 != 0,
        offline: printer & 0x08 != 0 || cause & 0x40 != 0,
        near_end: paper & 0x0c != 0,
    })
}

fn real_time<S: Read + Write>(stream: &mut S, what: u8, patience: Duration) -> Option<u8> {
    write_whole(stream, &[0x10, 0x04, what]).ok()?;
    let asked = Instant::now();
    let mut byte = [0];
    while asked.elapsed() < patience {
        match stream.read(&mut byte) {
            Ok(0) => return None,
            // Bits 0, 1, 4 and 7 of a status are fixed; anything else is a printer talking of other things.
            Ok(_) if byte[0] & 0x93 == 0x12 => return Some(byte[0]),
            Ok(_) => {}
            Err(error) if waits(&error) => std::thread::sleep(Duration::from_millis(5)),
            Err(_) => return None,
        }
    }
    None
}

/// A file of a folder printer.
pub fn in_folder(folder: &str, name: &str, ending: &str) -> PathBuf {
    Path::new(folder).join(format!("{}.{ending}", name.replace('/', "-")))
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

/// Writes a file whole or not at all, for nobody's eyes but this user's; what stands there already is not overwritten
/// unless it is the same.
pub(crate) fn write_private(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    if fs::read(path).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let draft = path.with_added_extension("part");
    let _ = fs::remove_file(&draft);
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&draft)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    // A name that another file has is never taken over.
    fs::hard_link(&draft, path).or_else(|_| {
        if path.exists() { Err(std::io::ErrorKind::AlreadyExists.into()) } else { fs::rename(&draft, path) }
    })?;
    let _ = fs::remove_file(&draft);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::VecDeque;

    /// A printer on a cable: answers from a list, takes what is written.
    #[derive(Default)]
    struct Cable {
        answers: VecDeque<u8>,
        taken: Vec<u8>,
    }

    impl Read for Cable {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let Some(answer) = self.answers.pop_front() else { return Err(ErrorKind::WouldBlock.into()) };
            buffer[0] = answer;
            Ok(1)
        }
    }

    impl Write for Cable {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            // A few bytes at a time, as a slow device takes them.
            let taken = bytes.len().min(3);
            self.taken.extend_from_slice(&bytes[..taken]);
            Ok(taken)
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    fn sent(answers: &[u8]) -> (Outcome, Vec<u8>) {
        let mut cable = Cable { answers: answers.iter().copied().collect(), taken: Vec::new() };
        let outcome = deliver(&mut cable, b"RECEIPT", "usb", |_| true);
        (outcome, cable.taken)
    }

    #[test]
    fn a_printer_that_says_why_gets_nothing() {
        for (answers, code) in [
            ([0x1a, 0x36, 0x12], "printer_cover_open"),
            ([0x1a, 0x32, 0x72], "printer_paper_out"),
            ([0x1a, 0x12, 0x12], "printer_offline"),
        ] {
            let (outcome, taken) = sent(&answers);
            assert!(matches!(outcome, Outcome::NotSent(_)), "{outcome:?}");
            assert_eq!(outcome.fault().unwrap().parts().0, code);
            assert!(!taken.windows(7).any(|part| part == b"RECEIPT"));
        }
    }

    #[test]
    fn what_it_says_after_the_job_decides() {
        let ready = [0x12, 0x12, 0x12];
        let (printed, taken) = sent(&[ready, [0x12, 0x12, 0x1e]].concat());
        let Outcome::Printed(Some(said)) = printed else { panic!("{printed:?}") };
        assert!(said.near_end && !said.paper_out);
        assert!(taken.windows(7).any(|part| part == b"RECEIPT"));
        let (outcome, _) = sent(&[ready, [0x1a, 0x32, 0x72]].concat());
        assert!(matches!(outcome, Outcome::InDoubt(Fault::PrinterPaperOut { .. })), "{outcome:?}");
        let (outcome, _) = sent(&ready);
        assert!(matches!(outcome, Outcome::InDoubt(Fault::PrinterStopped { .. })), "{outcome:?}");
    }

    #[test]
    fn a_printer_that_never_answers_is_believed() {
        assert!(matches!(sent(&[]).0, Outcome::Printed(None)));
        // Bytes that are no status are not taken for one.
        assert!(matches!(sent(&[0xff, 0x00, 0x41]).0, Outcome::Printed(None)));
    }
}
