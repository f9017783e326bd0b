//! Printers: where receipts and sheets go, and the queue's next step. A sale never waits for a printer: its job is a row
//! that the host's worker sends, again and again until the printer takes it; what may have come out half is not sent
//! again by itself. Not here: what a paper looks like (`paper`), how a device is spoken to (`device`).

pub use crate::device::Device;
pub(crate) use crate::device::write_file;

use crate::desk::Desk;
use crate::device::{self, Outcome, in_folder};
use crate::document::{self, Print};
use crate::fault::{Fault, Stop};
use crate::sign_in::Nothing;
use crate::status::{StatusView, view_status};
use crate::store;
use crate::store::print_job::{Form, PrintJob, Route};
use domain::refusal::Refusal;
use paper::page::Paper;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::PathBuf;
use ts_rs::TS;

/// A receipt that did not come out in so many tries, three seconds apart, no longer opens the drawer.
const DRAWER_TRIES: i64 = 20;

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
    check(input.printer.as_ref())?;
    let json = serde_json::to_string(&input).map_err(|error| Fault::Internal { cause: error.to_string() })?;
    store::setting::set(&desk.db, "printer", &json)?;
    view_status(desk, Nothing {})
}

/// Refuses a printer that is nowhere.
pub(crate) fn check(printer: Option<&Device>) -> Result<(), Refusal> {
    let place = printer.map_or("-", Device::place);
    // A name that begins with a dash would be an option of the system's program.
    let system = matches!(printer, Some(Device::System { name }) if name.starts_with('-'));
    if place.trim().is_empty() || place.chars().any(char::is_control) || system {
        return Err(Refusal::invalid("printer"));
    }
    Ok(())
}

/// The printer of receipts, if there is one.
pub(crate) fn chosen(db: &Connection) -> Result<Option<PrinterSetting>, Fault> {
    let json = store::setting::get(db, "printer")?;
    let setting = json.and_then(|json| serde_json::from_str::<PrinterSetting>(&json).ok());
    Ok(setting.filter(|setting| setting.printer.is_some()))
}

/// The printer of a way; sheets, labels and reports have their own.
pub(crate) fn routed(db: &Connection, route: Route) -> Result<Option<Device>, Fault> {
    if route == Route::Receipt {
        return Ok(chosen(db)?.and_then(|setting| setting.printer));
    }
    let json = store::setting::get(db, &format!("printer_{}", route.code()))?;
    Ok(json.and_then(|json| serde_json::from_str(&json).ok()))
}

/// A job taken off the queue, with all it needs to print away from the desk.
pub(crate) struct Ready {
    job: PrintJob,
    device: Device,
    work: Work,
}

/// What goes to the printer.
enum Work {
    Paper { print: Print, paper: Paper, at_us: i64 },
    File(PathBuf),
    Drawer,
}

/// Takes the next job off the queue and notes that its bytes are about to go: of all ways the one that was tried
/// longest ago, so that no printer holds up another.
pub(crate) fn take_next(desk: &mut Desk) -> Result<Option<Ready>, Fault> {
    let mut waiting = Vec::new();
    for route in Route::ALL {
        if let Some(device) = routed(&desk.db, route)?
            && let Some(job) = store::print_job::next(&desk.db, route)?
        {
            waiting.push((job, device));
        }
    }
    waiting.sort_by_key(|(job, _)| (job.done_us, job.id));
    for (job, device) in waiting {
        let Some(work) = work_of(desk, &job)? else {
            // There is nothing to print, whoever asked: it must not hold up what there is.
            let why = why_nothing(desk, &job)?;
            store::print_job::end(&desk.db, job.id, "dropped", Some(why), desk.now_us())?;
            continue;
        };
        store::print_job::begin(&desk.db, job.id)?;
        return Ok(Some(Ready { job, device, work }));
    }
    Ok(None)
}

/// Why a job has nothing to print, by the code of its words: what was to be vouched for is the customer's no more.
fn why_nothing(desk: &Desk, job: &PrintJob) -> Result<&'static str, Fault> {
    match job.seq.filter(|_| matches!(job.form, Form::Certificate | Form::CertificateA5)) {
        Some(seq) if store::returns::is_voided(&desk.db, seq)? => Ok("sale_voided"),
        Some(_) => Ok("nothing_left_of_bill"),
        None => Ok("internal"),
    }
}

fn work_of(desk: &Desk, job: &PrintJob) -> Result<Option<Work>, Fault> {
    let paper = match job.form {
        Form::Drawer => return Ok(Some(Work::Drawer)),
        Form::File => return Ok(job.file.as_ref().map(|file| Work::File(file.into()))),
        Form::Receipt | Form::Gift | Form::Certificate | Form::Passbook => {
            chosen(&desk.db)?.map_or(Paper::Mm80, |setting| setting.roll())
        }
        Form::A5 | Form::CertificateA5 => Paper::A5,
        Form::A4 | Form::PassbookA4 => Paper::A4,
    };
    let Some((print, seq)) = document::of_job(desk, job)? else { return Ok(None) };
    let at_us = store::journal::at_us(&desk.db, seq)?;
    Ok(Some(Work::Paper { print, paper, at_us }))
}

/// Lays out and sends a job; needs no desk.
pub(crate) fn print(ready: &Ready) -> Outcome {
    sent(ready).unwrap_or_else(Outcome::NotSent)
}

fn sent(ready: &Ready) -> Result<Outcome, Fault> {
    let Ready { job, device, work } = ready;
    match work {
        Work::Drawer if matches!(device, Device::Folder { .. }) => Ok(Outcome::Printed(None)),
        Work::Drawer => Ok(device::send(device, &paper::escpos::pulse())),
        Work::File(file) => {
            let pdf = fs::read(file)?;
            match device {
                Device::Folder { path } => {
                    let name = file.file_name().map(PathBuf::from).unwrap_or_default();
                    write_file(&PathBuf::from(path).join(name), &pdf)?;
                    Ok(Outcome::Printed(None))
                }
                Device::Network { .. } | Device::File { .. } | Device::System { .. } => {
                    Ok(device::send_sheet(device, &pdf))
                }
            }
        }
        Work::Paper { print, paper, at_us } => {
            let roll = job.form.on_roll();
            let bytes = || -> Result<Vec<u8>, Fault> {
                let bitmap = print.picture(*paper)?;
                // Change was given long ago when a receipt comes out late.
                let drawer = job.drawer && job.attempts < DRAWER_TRIES;
                Ok(paper::escpos::job(&bitmap, paper::escpos::Options { drawer }))
            };
            match device {
                Device::Folder { path } => {
                    let copy = if job.copy > 0 { format!("-{}", job.copy) } else { String::new() };
                    let name = format!("{}{copy}", print.name());
                    if roll {
                        write_file(&in_folder(path, &name, "escpos"), &bytes()?)?;
                    }
                    write_file(&in_folder(path, &name, "pdf"), &print.pdf(*paper, *at_us)?)?;
                    Ok(Outcome::Printed(None))
                }
                Device::Network { .. } | Device::File { .. } | Device::System { .. } if roll => {
                    Ok(device::send(device, &bytes()?))
                }
                Device::Network { .. } | Device::File { .. } | Device::System { .. } => {
                    Ok(device::send_sheet(device, &print.pdf(*paper, *at_us)?))
                }
            }
        }
    }
}

/// Notes how a job ended.
pub(crate) fn note(desk: &mut Desk, ready: &Ready, outcome: &Outcome) -> Result<(), Fault> {
    let state = match outcome {
        Outcome::Printed(said) => {
            if ready.job.route == Route::Receipt {
                let near_end = said.is_some_and(|said| said.near_end);
                store::setting::set(&desk.db, "printer_near_end", if near_end { "yes" } else { "no" })?;
            }
            "printed"
        }
        // A drawer that opens when nobody stands before it any more is worse than one that stays shut.
        Outcome::NotSent(_) | Outcome::InDoubt(_) if ready.job.form == Form::Drawer => "dropped",
        // What cannot be laid out never will be, and must not hold up what can.
        Outcome::NotSent(Fault::Internal { .. }) => "dropped",
        Outcome::NotSent(_) => "waiting",
        Outcome::InDoubt(_) => "doubt",
    };
    let problem = outcome.fault().map(|fault| fault.parts().0);
    let now = desk.now_us();
    store::print_job::note(&desk.db, ready.job.id, state, problem, now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demonstration::demonstration;

    /// It would be tried again for ever, and nothing behind it would print.
    #[test]
    fn what_cannot_be_laid_out_does_not_hold_up_what_can() {
        let (folder, mut desk) = demonstration();
        let printer = json(folder.path().join("printed"));
        store::setting::set(&desk.db, "printer", &printer).unwrap();
        let drawer = store::print_job::Asked::new(Form::Drawer, Route::Receipt);
        let file = folder.path().join("labels.pdf").display().to_string();
        for (asked, ended) in [
            (
                store::print_job::Asked {
                    file: Some(&file),
                    ..store::print_job::Asked::new(Form::File, Route::Receipt)
                },
                "dropped",
            ),
            (drawer, "printed"),
        ] {
            store::print_job::ask(&desk.db, &asked, 1).unwrap();
            let ready = take_next(&mut desk).unwrap().expect("a job");
            let outcome = match ready.job.form {
                Form::Drawer => print(&ready),
                _ => Outcome::NotSent(Fault::Internal { cause: "no glyph".into() }),
            };
            note(&mut desk, &ready, &outcome).unwrap();
            let job = store::print_job::by_id(&desk.db, ready.job.id).unwrap().expect("the job");
            assert_eq!(job.state, ended);
        }
        assert!(take_next(&mut desk).unwrap().is_none());
    }

    fn json(path: PathBuf) -> String {
        let printer = Some(Device::Folder { path: path.display().to_string() });
        serde_json::to_string(&PrinterSetting { printer, width_mm: 80 }).unwrap()
    }
}
