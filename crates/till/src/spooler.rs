//! The system's print service: CUPS by its programs `lp` and `lpstat`, the spooler of Windows by its own calls, where a
//! queue also says how its printer is. Not here: printers that are spoken to directly (`device`).

#[cfg(not(windows))]
pub use self::cups::{ask, print, print_sheet, queues};
#[cfg(windows)]
pub use self::spool::{ask, print, print_sheet, queues};

/// Whether the service makes a PDF into sheets.
pub const TAKES_SHEETS: bool = cfg!(not(windows));

#[cfg(not(windows))]
mod cups {
    use crate::device::{Outcome, PATIENCE, Said, unreachable_at};
    use crate::fault::Fault;
    use std::io::{Read, Write};
    use std::process::{Command, Stdio};
    use std::time::{Duration, Instant};

    /// Printers the print service knows.
    pub fn queues() -> Vec<String> {
        let listed = bounded(Command::new("lpstat").arg("-e"), None);
        let text = listed.map(|(_, out)| String::from_utf8_lossy(&out).into_owned()).unwrap_or_default();
        text.lines().map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }

    /// Sends bytes as they are.
    pub fn print(name: &str, bytes: &[u8]) -> Outcome {
        lp(name, Some("raw"), bytes)
    }

    /// Sends a PDF, which the service makes into sheets.
    pub fn print_sheet(name: &str, pdf: &[u8]) -> Outcome {
        lp(name, None, pdf)
    }

    /// Whether the queue is there.
    pub fn ask(name: &str) -> Result<Option<Said>, Fault> {
        if queues().iter().any(|queue| queue == name) { Ok(None) } else { Err(unreachable_at(name)) }
    }

    fn lp(name: &str, option: Option<&str>, bytes: &[u8]) -> Outcome {
        let mut command = Command::new("lp");
        command.args(["-d", name]);
        if let Some(option) = option {
            command.args(["-o", option]);
        }
        match bounded(&mut command, Some(bytes)) {
            Some((true, _)) => Outcome::Printed(None),
            Some((false, _)) | None => Outcome::NotSent(unreachable_at(name)),
        }
    }

    /// Runs a program of the system for no longer than it may take: whether it succeeded, and what it said.
    fn bounded(command: &mut Command, input: Option<&[u8]>) -> Option<(bool, Vec<u8>)> {
        let mut child = command
            .stdin(if input.is_some() { Stdio::piped() } else { Stdio::null() })
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        // The program may end before it has read everything; how it ended says what that means.
        let feeding = child.stdin.take().zip(input.map(<[u8]>::to_vec)).map(|(mut stdin, input)| {
            std::thread::spawn(move || {
                let _ = stdin.write_all(&input);
            })
        });
        let began = Instant::now();
        let ended = loop {
            match child.try_wait() {
                Ok(Some(status)) => break status.success(),
                Ok(None) if began.elapsed() < PATIENCE * 2 => std::thread::sleep(Duration::from_millis(20)),
                Ok(None) | Err(_) => {
                    let _ = child.kill();
                    let _ = child.wait();
                    return None;
                }
            }
        };
        if let Some(feeding) = feeding {
            let _ = feeding.join();
        }
        let mut said = Vec::new();
        child.stdout.take()?.read_to_end(&mut said).ok()?;
        Some((ended, said))
    }
}

/// The spooler has no safe door, and the crates that promise one read what it did not write when no printer is there or none
/// is the default. Here every buffer is as long and as aligned as what is read from it, and lives as long.
#[cfg(windows)]
#[expect(unsafe_code, reason = "calls into winspool; why each is sound is said beside it")]
mod spool {
    use crate::device::{Outcome, Said, unreachable_at};
    use crate::fault::Fault;
    use std::ptr::{null, null_mut};
    use windows_sys::Win32::Graphics::Printing::{
        AbortPrinter, ClosePrinter, DOC_INFO_1W, EndDocPrinter, EndPagePrinter, EnumPrintersW, GetPrinterW,
        OpenPrinterW, PRINTER_ATTRIBUTE_WORK_OFFLINE, PRINTER_ENUM_CONNECTIONS, PRINTER_ENUM_LOCAL, PRINTER_HANDLE,
        PRINTER_INFO_2W, PRINTER_INFO_4W, PRINTER_STATUS_DOOR_OPEN, PRINTER_STATUS_ERROR, PRINTER_STATUS_NOT_AVAILABLE,
        PRINTER_STATUS_OFFLINE, PRINTER_STATUS_PAPER_JAM, PRINTER_STATUS_PAPER_OUT, PRINTER_STATUS_PAUSED,
        PRINTER_STATUS_USER_INTERVENTION, StartDocPrinterW, StartPagePrinter, WritePrinter,
    };

    /// Printers may be added between asking how much room their list needs and asking for the list.
    const TRIES: usize = 4;

    fn wide(text: &str) -> Vec<u16> {
        text.encode_utf16().chain([0]).collect()
    }

    /// Asks for records of a kind until they have room; answers the room with how many records stand at its beginning.
    /// `ask` is given the room and its bytes, and notes how many bytes it needs and how many records it wrote.
    fn records<T>(ask: impl Fn(*mut u8, u32, &mut u32, &mut u32) -> bool) -> Option<(Vec<T>, usize)> {
        let mut room: Vec<T> = Vec::new();
        for _ in 0..TRIES {
            let (mut needed, mut written) = (0, 0);
            let bytes = u32::try_from(room.capacity() * size_of::<T>()).ok()?;
            if ask(room.as_mut_ptr().cast(), bytes, &mut needed, &mut written) {
                return Some((room, written as usize));
            }
            if needed <= bytes {
                return None;
            }
            room.reserve_exact(needed as usize / size_of::<T>() + 1);
        }
        None
    }

    /// Printers the print service knows.
    pub fn queues() -> Vec<String> {
        let of = PRINTER_ENUM_LOCAL | PRINTER_ENUM_CONNECTIONS;
        // SAFETY: the room has as many bytes as is said, and is aligned for the records.
        let ask = |room, bytes, needed: &mut u32, written: &mut u32| unsafe {
            EnumPrintersW(of, null(), 4, room, bytes, needed, written) != 0
        };
        let Some((room, count)) = records::<PRINTER_INFO_4W>(ask) else { return Vec::new() };
        // SAFETY: so many records were written at its beginning; their names lie behind them in the same room.
        (0..count).filter_map(|place| unsafe { text((*room.as_ptr().add(place)).pPrinterName) }).collect()
    }

    /// Text that ends with a zero; none where there is none.
    ///
    /// # Safety
    /// `start` is null, or every unit up to a zero can be read.
    unsafe fn text(start: *const u16) -> Option<String> {
        if start.is_null() {
            return None;
        }
        // SAFETY: promised by the caller.
        let units = unsafe { std::slice::from_raw_parts(start, (0..).take_while(|at| *start.add(*at) != 0).count()) };
        Some(String::from_utf16_lossy(units))
    }

    /// A printer that is open, until this goes.
    struct Open(PRINTER_HANDLE);

    impl Open {
        fn new(name: &str) -> Result<Self, Fault> {
            let (mut handle, called) = (PRINTER_HANDLE::default(), wide(name));
            // SAFETY: the name ends with a zero, and the handle is written before it is used.
            let opened = unsafe { OpenPrinterW(called.as_ptr(), &raw mut handle, null()) != 0 };
            if opened { Ok(Self(handle)) } else { Err(unreachable_at(name)) }
        }

        /// Refuses a printer of which the service says that it cannot print.
        fn ready(&self, name: &str) -> Result<(), Fault> {
            // SAFETY: the room has as many bytes as is said, and is aligned for the record.
            let ask = |room, bytes, needed: &mut u32, written: &mut u32| unsafe {
                let told = GetPrinterW(self.0, 2, room, bytes, needed) != 0;
                *written = u32::from(told);
                told
            };
            let Some((room, 1)) = records::<PRINTER_INFO_2W>(ask) else { return Err(unreachable_at(name)) };
            // SAFETY: one record was written at its beginning.
            let (status, attributes) = unsafe { ((*room.as_ptr()).Status, (*room.as_ptr()).Attributes) };
            let is = |flags: u32| status & flags != 0;
            let said = Said {
                cover_open: is(PRINTER_STATUS_DOOR_OPEN),
                paper_out: is(PRINTER_STATUS_PAPER_OUT),
                offline: attributes & PRINTER_ATTRIBUTE_WORK_OFFLINE != 0
                    || is(PRINTER_STATUS_OFFLINE
                        | PRINTER_STATUS_NOT_AVAILABLE
                        | PRINTER_STATUS_PAUSED
                        | PRINTER_STATUS_ERROR
                        | PRINTER_STATUS_PAPER_JAM
                        | PRINTER_STATUS_USER_INTERVENTION),
                near_end: false,
            };
            said.trouble(name)
        }

        /// Gives the spooler one document of these bytes.
        fn document(&self, name: &str, bytes: &[u8]) -> Outcome {
            let (mut called, mut kind) = (wide("ODOP Mart"), wide("RAW"));
            let about =
                DOC_INFO_1W { pDocName: called.as_mut_ptr(), pOutputFile: null_mut(), pDatatype: kind.as_mut_ptr() };
            // SAFETY: the handle is open; both texts end with a zero and live as long as the call; what is written is as long
            // as is said.
            unsafe {
                if StartDocPrinterW(self.0, 1, &raw const about) == 0 {
                    return Outcome::NotSent(unreachable_at(name));
                }
                let mut whole = StartPagePrinter(self.0) != 0;
                let mut rest = bytes;
                while whole && !rest.is_empty() {
                    let mut took = 0;
                    let most = u32::try_from(rest.len()).unwrap_or(u32::MAX);
                    whole = WritePrinter(self.0, rest.as_ptr().cast(), most, &raw mut took) != 0 && took > 0;
                    rest = rest.get(took as usize..).unwrap_or_default();
                }
                whole = whole && EndPagePrinter(self.0) != 0 && EndDocPrinter(self.0) != 0;
                if whole {
                    return Outcome::Printed(None);
                }
                AbortPrinter(self.0);
            }
            // It may print while it is still being given the rest.
            Outcome::InDoubt(unreachable_at(name))
        }
    }

    impl Drop for Open {
        fn drop(&mut self) {
            // SAFETY: it was opened, and is closed once.
            unsafe { ClosePrinter(self.0) };
        }
    }

    /// Sends bytes as they are: datatype RAW.
    pub fn print(name: &str, bytes: &[u8]) -> Outcome {
        let opened = Open::new(name).and_then(|printer| printer.ready(name).map(|()| printer));
        match opened {
            Ok(printer) => printer.document(name, bytes),
            Err(fault) => Outcome::NotSent(fault),
        }
    }

    /// This service makes no sheets of a PDF: a folder takes them here.
    pub fn print_sheet(name: &str, _: &[u8]) -> Outcome {
        Outcome::NotSent(unreachable_at(name))
    }

    /// Whether the queue is there, and its printer ready as far as the service knows.
    pub fn ask(name: &str) -> Result<Option<Said>, Fault> {
        Open::new(name)?.ready(name).map(|()| None)
    }
}
