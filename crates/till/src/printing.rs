//! What a person does about paper: ways and languages, the queue with its history, a bill on sheets, the
//! drawer without a sale. Not here: the queue's own steps (`printer`), devices (`device`), a test print (`trial`).

use crate::clock::{clock_text, date_text, in_india};
use crate::desk::{Desk, Writing};
use crate::device::{self, Device};
use crate::document;
use crate::fault::{Fault, Stop};
use crate::printer::{self, PrinterSetting, check, write_file};
use crate::receipt::SavedView;
use crate::report;
use crate::sign_in::Nothing;
use crate::spooler;
use crate::store;
use crate::store::print_job::{Asked, Form, PrintJob, Route};
use data_encoding::BASE64;
use domain::entry::{DrawerOpened, Fact, ReceiptReprinted};
use domain::operator::Role;
use domain::payout::SentOne;
use domain::refusal::Refusal;
use domain::settlement::ApprovedOne;
use paper::logo::Logo;
use paper::page::Paper;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Jobs shown of the history.
const SHOWN: i64 = 60;
/// The largest file of a logo.
const MOST_LOGO: usize = 1 << 20;

/// The printers of this computer, and how its paper speaks.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct PrintersView {
    pub receipt: Option<PrinterSetting>,
    pub sheet: Option<Device>,
    pub label: Option<Device>,
    pub report: Option<Device>,
    pub languages: PaperLanguages,
    pub logo: bool,
    /// Queues of the system's print service.
    pub queues: Vec<String>,
}

/// Which languages paper speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "named as on the screen")]
pub enum PaperLanguages {
    Both,
    Hi,
    En,
}

impl PaperLanguages {
    fn code(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::Hi => "hi",
            Self::En => "en",
        }
    }
}

/// Printers, ways and paper of this computer.
pub fn view_printers(desk: &mut Desk, _: Nothing) -> Result<PrintersView, Stop> {
    let languages = match store::setting::get(&desk.db, "paper_languages")?.as_deref() {
        Some("hi") => PaperLanguages::Hi,
        Some("en") => PaperLanguages::En,
        _ => PaperLanguages::Both,
    };
    Ok(PrintersView {
        receipt: printer::chosen(&desk.db)?,
        sheet: printer::routed(&desk.db, Route::Sheet)?,
        label: printer::routed(&desk.db, Route::Label)?,
        report: printer::routed(&desk.db, Route::Report)?,
        languages,
        logo: store::setting::get(&desk.db, "logo")?.is_some_and(|logo| !logo.is_empty()),
        queues: spooler::queues(),
    })
}

/// A printer for a way; none takes it away.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct SetRoute {
    pub route: Route,
    pub printer: Option<Device>,
}

/// Chooses the printer of sheets, labels or reports; a receipt printer cannot print these.
pub fn set_route(desk: &mut Desk, input: SetRoute) -> Result<PrintersView, Stop> {
    check(input.printer.as_ref())?;
    let sheets = input.printer.as_ref().is_none_or(Device::takes_sheets);
    if !sheets || input.route == Route::Receipt {
        return Err(Refusal::invalid("printer").into());
    }
    let json = serde_json::to_string(&input.printer).map_err(|error| Fault::Internal { cause: error.to_string() })?;
    store::setting::set(&desk.db, &format!("printer_{}", input.route.code()), &json)?;
    view_printers(desk, Nothing {})
}

/// How paper speaks, and the mart's picture.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct SetPaper {
    pub languages: PaperLanguages,
    /// A PNG; empty takes it away, none leaves it as it is.
    #[serde(default)]
    pub logo_base64: Option<String>,
}

/// Chooses the languages of paper and the logo.
pub fn set_paper(desk: &mut Desk, input: SetPaper) -> Result<PrintersView, Stop> {
    if let Some(logo) = &input.logo_base64 {
        let file = BASE64.decode(logo.as_bytes()).map_err(|_| Refusal::invalid("logo_base64"))?;
        if !file.is_empty() && (file.len() > MOST_LOGO || Logo::from_png(&file).is_err()) {
            return Err(Refusal::invalid("logo_base64").into());
        }
        store::setting::set(&desk.db, "logo", logo)?;
    }
    store::setting::set(&desk.db, "paper_languages", input.languages.code())?;
    view_printers(desk, Nothing {})
}

/// A job of the queue or of its history.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct PrintJobView {
    #[ts(type = "number")]
    pub id: i64,
    /// The bill's number, `Z 3`, the file's name, or nothing.
    pub what: String,
    /// It prints the report of a shift.
    pub report: bool,
    pub form: Form,
    pub route: Route,
    pub copy: u32,
    /// It opened the drawer, or shall.
    pub drawer: bool,
    /// Why it was opened without a sale.
    pub reason: String,
    /// `waiting`, `printing`, `printed`, `doubt`, `dropped`.
    pub state: String,
    pub attempts: u32,
    /// A fault's code.
    pub problem: Option<String>,
    /// An operator's id.
    pub asked_by: String,
    pub asked_at: String,
}

/// The queue and its history.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct PrintJobsView {
    pub jobs: Vec<PrintJobView>,
}

/// What waits, what is in doubt, and what was printed last.
pub fn view_print_jobs(desk: &mut Desk, _: Nothing) -> Result<PrintJobsView, Stop> {
    let jobs = store::print_job::newest(&desk.db, SHOWN)?;
    let jobs = jobs.into_iter().map(|job| shown(desk, job)).collect::<Result<_, _>>()?;
    Ok(PrintJobsView { jobs })
}

fn shown(desk: &Desk, job: PrintJob) -> Result<PrintJobView, Fault> {
    let entry = match job.seq {
        Some(seq) => store::journal::fact(&desk.db, seq)?.map(|(payload, _)| payload),
        None => None,
    };
    let (what, reason) = match entry.as_ref().map(|payload| &payload.fact) {
        Some(Fact::DrawerOpened(opened)) => (String::new(), opened.reason.clone()),
        Some(Fact::SaleVoided(voided)) => (voided.sale.number().to_owned(), voided.reason.clone()),
        None if let Some((number, upto)) = job.report => {
            let closed = store::shift::by_number(&desk.db, number)?.and_then(|shift| shift.closed_seq);
            (format!("{} {number}", if closed == Some(upto) { "Z" } else { "X" }), String::new())
        }
        Some(fact) => (fact.serials().pop().unwrap_or_default(), String::new()),
        None => {
            let file = job.file.as_deref().map(std::path::Path::new).and_then(std::path::Path::file_name);
            (file.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(), String::new())
        }
    };
    let what = job.about.unwrap_or(what);
    let (on, _) = in_india(job.asked_us);
    Ok(PrintJobView {
        id: job.id,
        what,
        report: job.report.is_some(),
        form: job.form,
        route: job.route,
        copy: job.copy as u32,
        drawer: job.drawer,
        reason,
        state: job.state,
        attempts: job.attempts as u32,
        problem: job.problem,
        asked_by: job.asked_by.or_else(|| entry.and_then(|payload| payload.operator)).unwrap_or_default(),
        asked_at: format!("{} {}", date_text(on), clock_text(job.asked_us)),
    })
}

/// A job.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct JobId {
    #[ts(type = "number")]
    pub id: i64,
}

/// Prints a job again: one that still waits at once, one that may be on paper already as a duplicate.
pub fn retry_print_job(desk: &mut Desk, input: JobId) -> Result<PrintJobsView, Stop> {
    let job = store::print_job::by_id(&desk.db, input.id)?.ok_or_else(|| Refusal::invalid("id"))?;
    match job.state.as_str() {
        "printing" => return Err(Refusal::invalid("id").into()),
        "waiting" => {}
        state if let Some(which) = job.report => {
            if state == "doubt" {
                store::print_job::end(&desk.db, job.id, "dropped", job.problem.as_deref(), desk.now_us())?;
            }
            report::ask(desk, which, (job.form, job.route))?;
        }
        // A drawer that did open is opened again with a reason of its own; one that did not, by a manager.
        "printed" if job.form == Form::Drawer => return Err(Refusal::invalid("id").into()),
        _ if job.seq.is_none() || job.form == Form::Drawer || job.form.beside_bill() || of_terms(desk, &job)? => {
            if job.form == Form::Drawer {
                desk.needs(Role::Manager)?;
            }
            store::print_job::end(&desk.db, job.id, "waiting", None, desk.now_us())?;
        }
        state => {
            if state == "doubt" {
                store::print_job::end(&desk.db, job.id, "dropped", job.problem.as_deref(), desk.now_us())?;
            }
            again(desk, job.seq.unwrap_or_default(), job.about.as_deref(), (job.form, job.route))?;
        }
    }
    view_print_jobs(desk, Nothing {})
}

/// An agreement, which has no number and no duplicates.
fn of_terms(desk: &Desk, job: &PrintJob) -> Result<bool, Fault> {
    let Some(seq) = job.seq else { return Ok(false) };
    Ok(store::journal::fact(&desk.db, seq)?.is_some_and(|(payload, _)| matches!(payload.fact, Fact::AgreementSet(_))))
}

/// A job that needs no printing any more.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct DropPrintJob {
    #[ts(type = "number")]
    pub id: i64,
    /// It is on paper: the doubt is over.
    #[serde(default)]
    pub came_out: bool,
}

/// Takes a job off the queue, or answers for one that was in doubt.
pub fn drop_print_job(desk: &mut Desk, input: DropPrintJob) -> Result<PrintJobsView, Stop> {
    let job = store::print_job::by_id(&desk.db, input.id)?.ok_or_else(|| Refusal::invalid("id"))?;
    if !["waiting", "doubt"].contains(&&*job.state) {
        return Err(Refusal::invalid("id").into());
    }
    let state = if input.came_out { "printed" } else { "dropped" };
    store::print_job::end(&desk.db, job.id, state, job.problem.as_deref(), desk.now_us())?;
    view_print_jobs(desk, Nothing {})
}

/// A duplicate of an entry's paper, or of one of its several, with its line in the journal.
fn again(desk: &mut Desk, seq: i64, about: Option<&str>, way: (Form, Route)) -> Result<(), Stop> {
    desk.commit(|writing| writing.duplicate(seq, about, way))
}

impl Writing<'_> {
    /// Asks for a duplicate.
    pub(crate) fn duplicate(
        &mut self,
        seq: i64,
        about: Option<&str>,
        (form, route): (Form, Route),
    ) -> Result<(), Stop> {
        let last = match about {
            Some(_) => store::print_job::last_copy(self.db, seq, about)?.unwrap_or_default(),
            None => store::print_job::copies(self.db, seq)?,
        };
        let copy = last + 1;
        let (payload, _) = store::journal::fact(self.db, seq)?.ok_or_else(|| Refusal::invalid("id"))?;
        let id = match &payload.fact {
            Fact::Returned(returned) => Some(returned.id),
            Fact::ConsignmentTaken(taken) => Some(taken.id),
            Fact::GivenBack(given) => Some(given.id),
            Fact::ApprovalReturned(given) => Some(given.id),
            Fact::TransferSent(sent) => Some(sent.parcel.id),
            Fact::SettlementPosted(settlement) => Some(settlement.id),
            Fact::SettlementsApproved(approved) => {
                let billed = |one: &&ApprovedOne| one.bills().any(|bill| Some(&*bill.number) == about);
                approved.settlements.iter().find(billed).map(|one| one.settlement)
            }
            Fact::PayoutSent(sent) => {
                let voucher = |one: &&SentOne| one.voucher.as_deref() == about;
                sent.payouts.iter().find(voucher).map(|one| one.settlement)
            }
            fact => fact.sale().map(|sale| sale.id),
        };
        let called = || payload.fact.sale().map(|sale| sale.number().to_owned());
        let number = about.map(str::to_owned).or_else(called).or_else(|| payload.fact.serials().into_iter().next());
        let (Some(sale), Some(number)) = (id, number) else {
            return Err(Refusal::invalid("id").into());
        };
        self.append(Fact::ReceiptReprinted(ReceiptReprinted { sale, number, copy }))?;
        let by = self.operator.clone();
        let asked = Asked { seq: Some(seq), about, copy, by: by.as_deref(), ..Asked::new(form, route) };
        Ok(store::print_job::ask(self.db, &asked, self.now_us)?)
    }
}

/// A document and what to put it on.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Any number of its documents.
    pub number: String,
    /// `receipt`, `gift`, `certificate`, `certificate_a5`, `a5` or `a4`.
    pub form: Form,
}

impl Document {
    fn entry(&self, desk: &Desk) -> Result<i64, Stop> {
        let number = self.number.trim().to_ascii_uppercase();
        store::print_job::entry_of(&desk.db, &number)?
            .ok_or_else(|| Refusal::UnknownBill { number: number.chars().take(20).collect() }.into())
    }

    fn paper(&self, desk: &Desk) -> Result<Paper, Stop> {
        match self.form {
            Form::Receipt | Form::Gift | Form::Certificate => {
                Ok(printer::chosen(&desk.db)?.map_or(Paper::Mm80, |setting| setting.roll()))
            }
            Form::A5 | Form::CertificateA5 => Ok(Paper::A5),
            Form::A4 => Ok(Paper::A4),
            Form::Passbook | Form::PassbookA4 | Form::File | Form::Drawer => Err(Refusal::invalid("form").into()),
        }
    }
}

/// Prints a bill or credit note on the roll or on sheets: the original if it never was printed, else a duplicate. A gift
/// receipt or a certificate is no bill and has no duplicates.
pub fn print_document(desk: &mut Desk, input: Document) -> Result<PrintJobsView, Stop> {
    input.paper(desk)?;
    let seq = input.entry(desk)?;
    let route = if input.form.on_roll() { Route::Receipt } else { Route::Sheet };
    if printer::routed(&desk.db, route)?.is_none() {
        return Err(Refusal::NoPrinter.into());
    }
    document::printed(desk, seq, input.form, 0)?.ok_or_else(|| Refusal::invalid("number"))?;
    if !input.form.beside_bill() && store::print_job::of_sale(&desk.db, seq)?.is_some() {
        again(desk, seq, None, (input.form, route))?;
    } else {
        let by = desk.signed_in()?.id.clone();
        let asked = Asked { seq: Some(seq), by: Some(&by), ..Asked::new(input.form, route) };
        store::print_job::ask(&desk.db, &asked, desk.now_us())?;
    }
    view_print_jobs(desk, Nothing {})
}

/// Saves a bill or credit note as PDF into the folder `receipts` beside the database.
pub fn save_document(desk: &mut Desk, input: Document) -> Result<SavedView, Stop> {
    let (paper, seq) = (input.paper(desk)?, input.entry(desk)?);
    let printed = document::printed(desk, seq, input.form, 0)?.ok_or_else(|| Refusal::invalid("number"))?;
    let at_us = store::journal::at_us(&desk.db, seq)?;
    let ending = match input.form {
        Form::A5 | Form::CertificateA5 => "a5.pdf",
        Form::A4 => "a4.pdf",
        Form::Receipt
        | Form::Gift
        | Form::Certificate
        | Form::Passbook
        | Form::PassbookA4
        | Form::File
        | Form::Drawer => "pdf",
    };
    let folder = desk.path.with_file_name("receipts").display().to_string();
    let path = device::in_folder(&folder, &printed.name(), ending);
    write_file(&path, &printed.pdf(paper, at_us)?)?;
    Ok(SavedView { path: path.display().to_string() })
}

/// Why the drawer is opened.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct OpenDrawer {
    pub reason: String,
}

/// Opens the cash drawer without a sale: a manager's act, with its reason in the journal.
pub fn open_drawer(desk: &mut Desk, input: OpenDrawer) -> Result<PrintJobsView, Stop> {
    let reason = input.reason.trim().to_owned();
    if reason.is_empty() || reason.chars().count() > 200 || reason.chars().any(char::is_control) {
        return Err(Refusal::invalid("reason").into());
    }
    desk.needs(Role::Manager)?;
    if printer::routed(&desk.db, Route::Receipt)?.is_none() {
        return Err(Refusal::NoPrinter.into());
    }
    desk.commit(|writing| {
        writing.append(Fact::DrawerOpened(DrawerOpened { reason }))?;
        let seq = Some(writing.head.seq);
        let asked = Asked { seq, drawer: true, ..Asked::new(Form::Drawer, Route::Receipt) };
        Ok(store::print_job::ask(writing.db, &asked, writing.now_us)?)
    })?;
    view_print_jobs(desk, Nothing {})
}
