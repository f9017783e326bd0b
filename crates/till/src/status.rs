//! The status strip: what is true now of the journal, the printer, the safe copy and the clock.

use crate::clock::clock_text;
use crate::copies;
use crate::desk::Desk;
use crate::fault::Stop;
use crate::printer;
use crate::sign_in::Nothing;
use crate::store;
use domain::entry::Clock;
use serde::Serialize;
use ts_rs::TS;

/// The printer as far as the queue knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "named as on the screen")]
pub enum PrinterState {
    Ready,
    None,
    Failing,
    NearEnd,
}

/// Whether the clock is believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "named as on the screen")]
pub enum ClockState {
    Ok,
    Jumped,
}

/// What is true now.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct StatusView {
    /// Every bill is on the disk: the journal takes writes.
    pub saved: bool,
    pub printer: PrinterState,
    /// A fault's code.
    pub printer_problem: Option<String>,
    pub jobs_waiting: u32,
    /// Only a person can say whether they came out.
    pub jobs_in_doubt: u32,
    /// Minutes since the last verified copy; none yet.
    pub copy_minutes: Option<u32>,
    pub copy_place: String,
    /// `os` or `file`.
    pub key_store: String,
    /// `2026-11-23`.
    pub business_date: String,
    /// 1 is Monday.
    pub weekday: u32,
    /// `10:42` in India.
    pub time: String,
    pub clock: ClockState,
}

/// The status strip.
pub fn view_status(desk: &mut Desk, _: Nothing) -> Result<StatusView, Stop> {
    let (clock, on) = desk.today();
    let now = desk.now_us();
    let (jobs_waiting, problem) = store::print_job::waiting(&desk.db)?;
    let printer = match (printer::chosen(&desk.db)?, &problem) {
        (None, _) => PrinterState::None,
        (Some(_), Some(_)) => PrinterState::Failing,
        (Some(_), None) if store::setting::get(&desk.db, "printer_near_end")?.as_deref() == Some("yes") => {
            PrinterState::NearEnd
        }
        (Some(_), None) => PrinterState::Ready,
    };
    let last_copy: Option<i64> = store::setting::get(&desk.db, "copied_us")?.and_then(|at| at.parse().ok());
    Ok(StatusView {
        saved: desk.db.is_autocommit(),
        printer,
        printer_problem: problem,
        jobs_waiting: jobs_waiting as u32,
        jobs_in_doubt: store::print_job::in_doubt(&desk.db)? as u32,
        copy_minutes: last_copy.map(|at| ((now - at).max(0) / 60_000_000) as u32),
        copy_place: copies::folder(&desk.db, &desk.path)?.display().to_string(),
        key_store: desk.till.key_store.clone(),
        business_date: on.to_string(),
        weekday: on.weekday().to_monday_one_offset() as u32,
        time: clock_text(now),
        clock: match clock {
            Clock::Ok => ClockState::Ok,
            Clock::Jumped => ClockState::Jumped,
        },
    })
}
