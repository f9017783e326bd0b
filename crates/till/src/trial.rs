//! A test print: sent at once, and what came of it. Not here: what stands on it (`paper::trial`), the words for what is
//! wrong (the locale).

use crate::clock::{clock_text, date_text, in_india};
use crate::desk::Desk;
use crate::device::{self, Device, Outcome};
use crate::fault::{Fault, Stop};
use crate::printer::{self, PrinterSetting, check, write_file};
use crate::receipt::unprintable;
use crate::store::print_job::Route;
use domain::name::Name;
use domain::refusal::Refusal;
use paper::page::{Page, Paper};
use paper::raster::Bitmap;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A printer to try; none is the chosen one. On a way of sheets it gets a page of A4.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct TestPrint {
    #[serde(default)]
    pub printer: Option<PrinterSetting>,
    #[serde(default)]
    pub route: Option<Route>,
}

/// How a test print went.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct TestPrintView {
    pub printed: bool,
    pub place: String,
    /// A fault's code; its words say what to do.
    pub problem: Option<String>,
    /// The printer says how it is.
    pub answers: bool,
    pub near_end: bool,
}

/// Prints a test page now, and says what is wrong.
pub fn test_print(desk: &mut Desk, input: TestPrint) -> Result<TestPrintView, Stop> {
    let route = input.route.unwrap_or(Route::Receipt);
    let setting = match input.printer {
        Some(setting) => setting,
        None if route == Route::Receipt => printer::chosen(&desk.db)?.ok_or(Refusal::NoPrinter)?,
        None => PrinterSetting { printer: printer::routed(&desk.db, route)?, width_mm: 80 },
    };
    tried(&desk.mart.name, &setting, route, desk.now_us())
}

/// A printer to try while a mart is being set up.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct TryPrinter {
    pub mart: Name,
    pub printer: PrinterSetting,
}

/// Prints the test page of a mart.
pub(crate) fn tried(mart: &Name, setting: &PrinterSetting, route: Route, now_us: i64) -> Result<TestPrintView, Stop> {
    let device = setting.printer.as_ref().ok_or(Refusal::NoPrinter)?;
    check(Some(device))?;
    let (paper, sheet) = if route == Route::Receipt { (setting.roll(), false) } else { (Paper::A4, true) };
    if sheet && !device.takes_sheets() {
        return Err(Refusal::invalid("printer").into());
    }
    let at = format!("{} {}", date_text(in_india(now_us).0), clock_text(now_us));
    let page = paper::trial::page(mart, device.place(), &at, paper).map_err(unprintable)?;
    let pdf = |page: Page| {
        let about =
            paper::pdf::About { title: "Test".into(), author: mart.en.clone(), identifier: at, made_at_us: now_us };
        paper::pdf::bytes(&[page], &about).map_err(unprintable)
    };
    let outcome = match device {
        Device::Folder { path } => match write_file(&device::in_folder(path, "test", "pdf"), &pdf(page)?) {
            Ok(()) => Outcome::Printed(None),
            Err(_) => Outcome::NotSent(Fault::PrinterUnreachable { place: path.clone() }),
        },
        Device::Network { .. } | Device::File { .. } | Device::System { .. } => match device::ask(device) {
            Ok(_) if sheet => device::send_sheet(device, &pdf(page)?),
            Ok(_) => {
                let bytes = paper::escpos::job(&Bitmap::of(&page), paper::escpos::Options::default());
                device::send(device, &bytes)
            }
            Err(fault) => Outcome::NotSent(fault),
        },
    };
    let said = match &outcome {
        Outcome::Printed(said) => *said,
        Outcome::NotSent(_) | Outcome::InDoubt(_) => None,
    };
    let told = outcome.fault().map(|fault| fault.parts().0);
    Ok(TestPrintView {
        printed: told.is_none(),
        place: device.place().to_owned(),
        answers: said.is_some() || told.is_some_and(|code| code != "printer_unreachable"),
        near_end: said.is_some_and(|said| said.near_end),
        problem: told.map(str::to_owned),
    })
}
