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

#[cfg(windows)]
mod spool {
    use crate::device::{Outcome, Said, unreachable_at};
    use crate::fault::Fault;
    use printers::common::base::job::PrinterJobOptions;
    use printers::common::base::printer::Printer;
    use printers::{get_printer_by_name, get_printers};

    /// Printers the print service knows.
    pub fn queues() -> Vec<String> {
        get_printers().into_iter().map(|printer| printer.system_name).collect()
    }

    /// Sends bytes as they are: datatype RAW, which is what the crate writes unless it is told otherwise.
    pub fn print(name: &str, bytes: &[u8]) -> Outcome {
        let printer = match ready(name) {
            Ok(printer) => printer,
            Err(fault) => return Outcome::NotSent(fault),
        };
        match printer.print(bytes, PrinterJobOptions { name: Some("ODOP Mart"), ..PrinterJobOptions::none() }) {
            Ok(_) => Outcome::Printed(None),
            Err(_) => Outcome::NotSent(unreachable_at(name)),
        }
    }

    /// This service makes no sheets of a PDF: a folder takes them here.
    pub fn print_sheet(name: &str, _: &[u8]) -> Outcome {
        Outcome::NotSent(unreachable_at(name))
    }

    /// Whether the queue is there, and its printer ready as far as the service knows.
    pub fn ask(name: &str) -> Result<Option<Said>, Fault> {
        ready(name).map(|_| None)
    }

    fn ready(name: &str) -> Result<Printer, Fault> {
        let printer = get_printer_by_name(name).ok_or_else(|| unreachable_at(name))?;
        let is = |reasons: &[&str]| printer.state_reasons.iter().any(|reason| reasons.contains(&&**reason));
        let said = Said {
            cover_open: is(&["door_open"]),
            paper_out: is(&["paper_out"]),
            offline: is(&["offline", "not_available", "paused", "error", "paper_jam", "user_intervention"]),
            near_end: false,
        };
        said.trouble(name)?;
        Ok(printer)
    }
}
