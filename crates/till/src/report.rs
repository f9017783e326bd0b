//! The report of a shift on paper: its Z as the shift ends, an X or an older Z when it is asked for. Not here: what it
//! says (`day`), where things stand on it (`paper::report`).

use crate::clock::{clock_text, date_text, in_india};
use crate::day::{self, ShiftNumber, ShiftReportView};
use crate::desk::{Desk, Writing};
use crate::device;
use crate::document::{self, Print};
use crate::fault::{Fault, Stop};
use crate::printer;
use crate::printing::{PrintJobsView, view_print_jobs};
use crate::receipt::SavedView;
use crate::sign_in::Nothing;
use crate::store;
use crate::store::print_job::{self, Asked, Form, PrintJob, Route};
use crate::views::Money;
use domain::money::Paise;
use domain::operator::Role;
use domain::refusal::Refusal;
use paper::page::Paper;
use paper::printable;
use paper::report::{Drawer, Moved, RateSum, ShiftReport};
use serde::Deserialize;
use ts_rs::TS;

/// On what a report prints by itself: sheets where it has a printer of its own, else the roll.
pub(crate) fn way(desk: &Desk) -> Result<Option<(Form, Route)>, Fault> {
    if printer::routed(&desk.db, Route::Report)?.is_some() {
        return Ok(Some((Form::A4, Route::Report)));
    }
    Ok(printer::chosen(&desk.db)?.map(|_| (Form::Receipt, Route::Receipt)))
}

/// Puts the Z of the shift that was just closed into the queue, in the same transaction.
pub(crate) fn enqueue(writing: &Writing, shift: i64, way: Option<(Form, Route)>) -> Result<(), Stop> {
    if let Some((form, route)) = way {
        let asked = Asked { report: Some((shift, writing.head.seq)), ..Asked::new(form, route) };
        print_job::ask(writing.db, &asked, writing.now_us)?;
    }
    Ok(())
}

/// Asks for a report once more, or for the first time.
pub(crate) fn ask(desk: &Desk, which: (i64, i64), (form, route): (Form, Route)) -> Result<(), Stop> {
    let by = desk.signed_in()?.id.clone();
    let copy = print_job::reports(&desk.db, which)?;
    let asked = Asked { report: Some(which), copy, by: Some(&by), ..Asked::new(form, route) };
    Ok(print_job::ask(&desk.db, &asked, desk.now_us())?)
}

/// What a job of a report prints. One who may not see the drawer's cash before the count does not print it either.
pub(crate) fn of_job(desk: &Desk, job: &PrintJob) -> Result<Option<Print>, Fault> {
    let Some((number, upto)) = job.report else { return Ok(None) };
    let by = match &job.asked_by {
        Some(id) => store::mart::operator(&desk.db, id)?,
        None => None,
    };
    let report = day::report_to(desk, number, upto).and_then(|report| {
        let told = report.counted_now || by.is_some_and(|operator| operator.role == Role::Manager);
        day::shown(desk, &report, told)
    });
    match report {
        Ok(view) => Ok(Some(on_paper(desk, view, job.copy)?)),
        Err(Stop::Refusal(_)) => Ok(None),
        Err(Stop::Fault(fault)) => Err(fault),
    }
}

fn on_paper(desk: &Desk, view: ShiftReportView, copy: i64) -> Result<Print, Fault> {
    let mart = &desk.mart;
    let paise = |money: &Money| money.paise;
    let some = |money: &Option<Money>| money.as_ref().map(paise);
    let tenders = |sums: Vec<day::TenderSumView>| {
        sums.into_iter().map(|sum| (sum.kind.into(), sum.taken.paise, sum.refunded.paise)).collect()
    };
    let rates = view.rates.into_iter().map(|sum| RateSum {
        rate: sum.rate,
        taxable: sum.taxable.paise,
        cgst: sum.cgst.paise,
        sgst: sum.sgst.paise,
        igst: sum.igst.paise,
    });
    let movements = view.movements.into_iter().map(|moved| Moved {
        movement: moved.movement,
        at: moved.at,
        amount: moved.amount.paise,
        reason: printable(&moved.reason),
        approved_by: moved.approved_by,
    });
    let pieces = view.counts.last().map(|count| count.rows.iter()).into_iter().flatten();
    let drawer = view.cash.as_ref().map(|cash| Drawer {
        float: cash.float.paise,
        cash_sales: cash.cash_sales.paise,
        cash_refunds: cash.cash_refunds.paise,
        cash_in: cash.cash_in.paise,
        paid_out: cash.paid_out.paise,
        dropped: cash.dropped.paise,
        expected: cash.expected.paise,
        first_counted: some(&cash.first_counted),
        counted: some(&cash.counted),
        difference: some(&cash.difference),
    });
    let at_us = store::journal::at_us(&desk.db, view.entry)?;
    let upto = format!("{} {}", date_text(in_india(at_us).0), clock_text(at_us));
    let sum = |count: u32, money: &Money| -> (u32, Paise) { (count, money.paise) };
    Ok(Print::Report(Box::new(ShiftReport {
        languages: document::languages(desk)?,
        mart: mart.name.clone(),
        address: mart.address.clone(),
        gstin: mart.gstin.clone(),
        till: view.till,
        number: view.number as u32,
        closed: view.closed,
        operator: view.operator,
        opened: format!("{} {}", view.opened_on, view.opened_at),
        ended: Some(view.closed_on.zip(view.closed_at).map_or(upto, |(on, at)| format!("{on} {at}"))),
        closed_by: view.closed_by,
        handed_to: view.handed_to,
        business_date: view.business_date,
        series: view.series.into_iter().map(|one| (one.first, one.last, one.count)).collect(),
        sales: sum(view.sales, &view.sold),
        returns: sum(view.returns, &view.returned),
        voids: sum(view.voids, &view.voided),
        net: view.net.paise,
        tenders: view.tenders.map(tenders),
        rates: rates.collect(),
        memos: view.memos.paise,
        round_off: view.round_off.paise,
        discounts: view.discounts.into_iter().map(|one| (one.approved_by, one.bills, one.amount.paise)).collect(),
        movements: movements.collect(),
        drawer,
        pieces: pieces.map(|row| (row.rupees.clone(), row.coin, row.pieces, row.amount.paise)).collect(),
        reprints: view.reprints,
        pin_refusals: view.pin_refusals,
        grand_total: view.grand_total.paise,
        entry: view.entry,
        hash: view.hash,
        copy: u32::try_from(copy).ok().filter(|copy| *copy > 0),
    })))
}

/// Which shift (none: the open one), and on what (none: as it prints by itself).
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct PaperReport {
    pub number: Option<i32>,
    pub form: Option<Form>,
}

/// Prints the X of the open shift, or the Z of an older one: the second time as a duplicate.
pub fn print_report(desk: &mut Desk, input: PaperReport) -> Result<PrintJobsView, Stop> {
    let report = day::asked(desk, &ShiftNumber { number: input.number })?;
    let (form, route) = match input.form {
        None => way(desk)?.ok_or(Refusal::NoPrinter)?,
        Some(Form::Receipt) => (Form::Receipt, Route::Receipt),
        Some(form @ (Form::A5 | Form::A4)) => {
            let own = printer::routed(&desk.db, Route::Report)?.is_some();
            (form, if own { Route::Report } else { Route::Sheet })
        }
        Some(
            Form::Gift
            | Form::Certificate
            | Form::CertificateA5
            | Form::Passbook
            | Form::PassbookA4
            | Form::File
            | Form::Drawer,
        ) => {
            return Err(Refusal::invalid("form").into());
        }
    };
    if printer::routed(&desk.db, route)?.is_none() {
        return Err(Refusal::NoPrinter.into());
    }
    ask(desk, (report.shift.number, report.last_seq), (form, route))?;
    view_print_jobs(desk, Nothing {})
}

/// Saves a report as PDF into the folder `reports` beside the database: on A4, if nothing else is asked for.
pub fn save_report(desk: &mut Desk, input: PaperReport) -> Result<SavedView, Stop> {
    let report = day::asked(desk, &ShiftNumber { number: input.number })?;
    let (paper, ending) = match input.form {
        None | Some(Form::A4) => (Paper::A4, "a4.pdf"),
        Some(Form::A5) => (Paper::A5, "a5.pdf"),
        Some(Form::Receipt) => (printer::chosen(&desk.db)?.map_or(Paper::Mm80, |setting| setting.roll()), "pdf"),
        Some(
            Form::Gift
            | Form::Certificate
            | Form::CertificateA5
            | Form::Passbook
            | Form::PassbookA4
            | Form::File
            | Form::Drawer,
        ) => {
            return Err(Refusal::invalid("form").into());
        }
    };
    let told = report.counted_now || desk.signed_in()?.role == Role::Manager;
    let print = on_paper(desk, day::shown(desk, &report, told)?, 0)?;
    let at_us = store::journal::at_us(&desk.db, report.last_seq)?;
    let folder = desk.path.with_file_name("reports").display().to_string();
    let path = device::in_folder(&folder, &print.name(), ending);
    printer::write_file(&path, &print.pdf(paper, at_us)?)?;
    Ok(SavedView { path: path.display().to_string() })
}
