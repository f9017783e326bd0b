//! Statements, bills of commission and cash vouchers on paper: printed, one or a whole run, and saved. What they say is read
//! off the entries and off the same view that the screen shows. Not here: layout (`paper`), passbooks (`passbook`).

use crate::clock::date_text;
use crate::consign::entry;
use crate::desk::Desk;
use crate::document::{self, Print};
use crate::fault::{Fault, Stop};
use crate::packs::{COMMISSION, TAX};
use crate::printer;
use crate::printing::{PrintJobsView, view_print_jobs};
use crate::receipt::SavedView;
use crate::sign_in::Nothing;
use crate::slip;
use crate::statement::{self, PayeeView, StatementRowView, StatementView};
use crate::store;
use crate::store::print_job::{Asked, Form, Route, last_copy};
use crate::store::settlement::SettlementRow;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use domain::bill::BillKind;
use domain::due::DueKind;
use domain::entry::{Fact, Payload};
use domain::money::{Bps, Paise};
use domain::name::{Language, Name};
use domain::payout::{PayoutSent, SentOne};
use domain::refusal::Refusal;
use domain::settlement::{CommissionBill, SettlementsApproved, State};
use domain::statement::Proof;
use domain::words::amount_in_words;
use paper::account::{Account, AccountPart, AccountRow, AccountSum};
use paper::page::Paper;
use paper::printable;
use paper::receipt::{Languages, Receipt, ReceiptBuyer, ReceiptLine, Section, TaxRow};
use paper::slip::Slip;
use paper::words::{Value, text};
use serde::Deserialize;
use ts_rs::TS;

/// Documents of one command.
const MOST: usize = 500;

fn both(key: &str, args: &[(&str, Value<'_>)]) -> Name {
    Name::new(text(Language::Hi, key, args), text(Language::En, key, args))
}

fn same(text: impl Into<String>) -> Name {
    let text = text.into();
    Name::new(text.clone(), text)
}

/// `village, district` in both scripts.
pub(crate) fn address(payee: &PayeeView) -> Name {
    let at = |village: &str, district: &str| format!("{village}, {district}");
    Name::new(at(&payee.village.hi, &payee.district.hi), at(&payee.village.en, &payee.district.en))
}

/// The statement of the entry that posted a settlement; none for any other entry.
pub(crate) fn of_entry(desk: &Desk, seq: i64, payload: &Payload, copy: i64) -> Result<Option<Account>, Fault> {
    let Fact::SettlementPosted(settlement) = &payload.fact else { return Ok(None) };
    let Some(row) = store::settlement::by_id(&desk.db, settlement.id)? else { return Ok(None) };
    let view = match statement::of_settlement(desk, &row) {
        Ok(view) => view,
        Err(Stop::Refusal(_)) => return Ok(None),
        Err(Stop::Fault(fault)) => return Err(fault),
    };
    let qr = proof(desk, seq, &row, settlement.lines.len())?;
    let copy = u32::try_from(copy).ok().filter(|copy| *copy > 0);
    Ok(Some(Account { copy, ..on_paper(desk, &view, qr)? }))
}

/// What proves a statement without a network: its figures and the hash of its entry, signed by the till.
fn proof(desk: &Desk, seq: i64, row: &SettlementRow, lines: usize) -> Result<String, Fault> {
    let proof = Proof {
        number: row.number.clone(),
        consignor: row.consignor.clone(),
        upto: row.upto.to_string(),
        net_paise: row.net_paise,
        lines,
        entry: HEXLOWER.encode(&store::journal::hash(&desk.db, seq)?.unwrap_or_default()),
        till: desk.till_name(),
    };
    let key = desk.key()?;
    let said = proof.said(&key.public_key());
    Ok(format!("{said}|{}", BASE64URL_NOPAD.encode(&key.sign(said.as_bytes()))))
}

/// The key of where a statement has come to.
fn state_key(state: State) -> &'static str {
    match state {
        State::Posted => "statement-posted",
        State::Withdrawn => "statement-withdrawn",
        State::Approved => "statement-approved",
        State::Sent => "statement-sent",
        State::Confirmed => "statement-confirmed",
        State::Failed => "statement-failed",
    }
}

/// A statement as the screen shows it, on paper.
fn on_paper(desk: &Desk, view: &StatementView, qr: String) -> Result<Account, Fault> {
    let (languages, mart, figures) = (document::languages(desk)?, &desk.mart, &view.figures);
    let number = view.number.clone().unwrap_or_default();
    let mut parts = vec![sold(languages, view)];
    parts.extend(recovered(languages, view));
    parts.extend(repaid(view));
    let mut words = Vec::new();
    if !figures.held.paise.is_zero() {
        words.push(both("statement-held-what", &[("amount", figures.held.rupees.as_str().into())]));
    }
    if !figures.closing.paise.is_zero() {
        let left = (-figures.closing.paise).to_rupee_text();
        words.push(both("statement-closing-what", &[("amount", left.into())]));
    }
    for (key, bill) in
        [("statement-commission-bill", &view.commission_bill), ("statement-commission-credit", &view.commission_credit)]
    {
        words.extend(bill.as_ref().map(|number| both(key, &[("number", number.as_str().into())])));
    }
    words.push(both("statement-what", &[]));
    Ok(Account {
        name: number.clone(),
        languages,
        mart: mart.name.clone(),
        address: mart.address.clone(),
        phone: mart.phone.clone(),
        title: both("statement", &[]),
        number,
        facts: facts(view),
        comes_to: Some((both("statement-net", &[]), figures.net.paise, figures.net_words.clone())),
        parts,
        sums: sums(view),
        words,
        qr,
        proof: both("statement-proof", &[]),
        copy: None,
        demo: mart.demo,
    })
}

fn facts(view: &StatementView) -> Vec<(Name, Name)> {
    let payee = &view.consignor;
    let mut facts =
        vec![(both("slip-consignor", &[]), payee.name.clone()), (both("slip-village", &[]), address(payee))];
    let mut fact = |key: &str, value: Name| facts.push((both(key, &[]), value));
    fact("slip-date", same(&view.date));
    let upto: Value<'_> = view.upto.as_str().into();
    let period = match &view.since {
        Some(since) => both("statement-since", &[("since", since.as_str().into()), ("upto", upto)]),
        None => both("statement-upto", &[("upto", upto)]),
    };
    fact("statement-period", period);
    if let Some(state) = view.state {
        fact("statement-state", both(state_key(state), &[]));
    }
    if !payee.masked.is_empty() {
        fact("statement-account", same(&payee.masked));
    }
    if let Some(paid) = &view.paid {
        let rail = both(&format!("rail-{}", paid.rail.word()), &[]);
        let told = |rail: &str| match &paid.reference {
            Some(reference) => format!("{rail}, {reference}"),
            None => rail.to_owned(),
        };
        fact("statement-rail", Name::new(told(&rail.hi), told(&rail.en)));
        fact("statement-sent-on", same(&paid.sent_on));
        if let Some(on) = &paid.confirmed_on {
            fact("statement-confirmed-on", same(on));
        }
    }
    if let Some(promised) = &view.promised_by {
        let args = [("date", promised.as_str().into()), ("days", view.promise_days.into())];
        fact("statement-promised", both("statement-promised-by", &args));
    }
    if view.late_days > 0 {
        fact("statement-late", both("statement-late-days", &[("days", view.late_days.into())]));
    }
    if let Some(name) = &view.approved_by {
        fact("statement-approved-by", name.clone());
    }
    if let Some(reason) = &view.reason {
        fact("slip-reason", same(printable(reason)));
    }
    facts
}

/// What is told of a line beside its amounts: what became of it, its bill, how much, which piece.
fn told(languages: Languages, row: &StatementRowView) -> Vec<String> {
    let lead = |name: &Name| languages.lead(name).to_owned();
    let mut told = vec![row.bill.clone()];
    if row.kind == DueKind::Return
        && let Some(against) = &row.against
    {
        told.push(lead(&both("statement-against", &[("bill", against.as_str().into())])));
    }
    if let Some(cause) = row.cause {
        told.push(lead(&both(&format!("cause-{}", cause.word()), &[])));
    }
    told.push(format!("{} {}", row.quantity, lead(&row.unit)));
    told.extend(row.piece.clone());
    told.retain(|text| !text.is_empty());
    told
}

/// A line's name; what takes back says so before it.
fn row_name(row: &StatementRowView) -> Name {
    let key = match row.kind {
        DueKind::Sale => return row.name.clone(),
        DueKind::Return => "passbook-return",
        DueKind::Void => "passbook-void",
        DueKind::Loss => "passbook-loss",
    };
    let kind = both(key, &[]);
    Name::new(format!("{}: {}", kind.hi, row.name.hi), format!("{}: {}", kind.en, row.name.en))
}

/// The lines. A column stands only where one of them has something in it.
fn sold(languages: Languages, view: &StatementView) -> AccountPart {
    type Of = fn(&StatementRowView) -> Paise;
    let columns: [(&str, Of, i64); 6] = [
        ("statement-price", |row| row.price.paise, 1),
        ("statement-goods", |row| row.goods.paise, 1),
        ("statement-commission", |row| row.commission.paise, -1),
        ("statement-commission-gst", |row| row.commission_gst.paise, -1),
        ("statement-fees", |row| row.fees.paise, -1),
        ("statement-share", |row| row.share.paise, 1),
    ];
    let shown: Vec<_> = columns
        .iter()
        .filter(|(key, of, _)| *key == "statement-share" || view.rows.iter().any(|row| !of(row).is_zero()))
        .collect();
    let mut so_far = Paise::ZERO;
    let rows = view.rows.iter().map(|row| {
        so_far += row.share.paise;
        let cell = |(key, of, sign): &&(&str, Of, i64)| {
            let paise = of(row);
            if paise.is_zero() && *key != "statement-share" { String::new() } else { Paise(paise.0 * sign).to_text() }
        };
        AccountRow {
            date: row.date.clone(),
            name: row_name(row),
            told: told(languages, row),
            cells: shown.iter().map(cell).collect(),
            so_far,
        }
    });
    let rows = rows.collect();
    AccountPart {
        heading: both("statement-rows", &[]),
        columns: shown.iter().map(|(key, ..)| both(key, &[])).collect(),
        rows,
    }
}

/// What was paid before and is taken back: each with its bill.
fn recovered(languages: Languages, view: &StatementView) -> Option<AccountPart> {
    let mut so_far = Paise::ZERO;
    let rows: Vec<AccountRow> = view
        .recoveries
        .iter()
        .map(|one| {
            so_far += one.taken.paise;
            AccountRow {
                date: one.row.date.clone(),
                name: row_name(&one.row),
                told: told(languages, &one.row),
                cells: vec![(-one.row.share.paise).to_text(), one.left.text.clone(), one.taken.text.clone()],
                so_far,
            }
        })
        .collect();
    (!rows.is_empty()).then(|| AccountPart {
        heading: both("statement-recoveries", &[]),
        columns: ["statement-share-was", "statement-left", "statement-taken"].map(|key| both(key, &[])).to_vec(),
        rows,
    })
}

fn repaid(view: &StatementView) -> Option<AccountPart> {
    let mut so_far = Paise::ZERO;
    let rows: Vec<AccountRow> = view
        .repaid
        .iter()
        .map(|one| {
            so_far += one.repaid.paise;
            AccountRow {
                date: one.date.clone(),
                name: both("statement-advance", &[]),
                told: Vec::new(),
                cells: vec![one.advance.text.clone(), one.left.text.clone(), one.repaid.text.clone()],
                so_far,
            }
        })
        .collect();
    (!rows.is_empty()).then(|| AccountPart {
        heading: both("statement-repaid", &[]),
        columns: ["statement-advance-was", "statement-left", "statement-taken"].map(|key| both(key, &[])).to_vec(),
        rows,
    })
}

/// What the sum is made of: each as it stands in the sum, so that what is taken off is negative.
fn sums(view: &StatementView) -> Vec<AccountSum> {
    let figures = &view.figures;
    let sum = |key: &str, amount: Paise, strong| AccountSum { label: both(key, &[]), amount, strong };
    let mut sums = vec![sum("statement-sold", figures.sold.paise, false)];
    let parts = [
        ("statement-returned", figures.returned.paise),
        ("statement-commission", -figures.commission.paise),
        ("statement-commission-gst", -figures.commission_gst.paise),
        ("statement-fees", -figures.fees.paise),
        ("statement-compensation", figures.compensation.paise),
    ];
    sums.extend(parts.into_iter().filter(|(_, amount)| !amount.is_zero()).map(|(key, paise)| sum(key, paise, false)));
    sums.push(sum("statement-earned", figures.earned.paise, true));
    let off = [("statement-recovered", -figures.recovered.paise), ("statement-repaid", -figures.repaid.paise)];
    sums.extend(off.into_iter().filter(|(_, amount)| !amount.is_zero()).map(|(key, paise)| sum(key, paise, false)));
    sums.push(sum("statement-net", figures.net.paise, true));
    sums
}

/// One of the several documents that an entry closed: a bill of commission or a cash voucher.
pub(crate) fn of_number(desk: &Desk, seq: i64, number: &str, copy: i64) -> Result<Option<Print>, Fault> {
    let Some((payload, at_us)) = store::journal::fact(&desk.db, seq)? else { return Ok(None) };
    let copy = u32::try_from(copy).ok().filter(|copy| *copy > 0);
    match &payload.fact {
        Fact::SettlementsApproved(approved) => {
            let bill = commission(desk, (seq, at_us), &payload, approved, number)?;
            Ok(bill.map(|bill| Print::from(Receipt { copy, ..bill })))
        }
        Fact::PayoutSent(sent) => {
            let slip = voucher(desk, &payload, sent, number)?;
            Ok(slip.map(|slip| Print::Slips(vec![Slip { copy, ..slip }])))
        }
        _ => Ok(None),
    }
}

/// The tax invoice of a settlement's commission with all that CGST rule 46 asks for, or its credit note (rule 53).
fn commission(
    desk: &Desk,
    (seq, at_us): (i64, i64),
    payload: &Payload,
    approved: &SettlementsApproved,
    number: &str,
) -> Result<Option<Receipt>, Fault> {
    let found = approved
        .settlements
        .iter()
        .find_map(|one| Some((one.settlement, one.bills().find(|bill| bill.number == number)?)));
    let Some((settlement, bill)) = found else { return Ok(None) };
    let Some(row) = store::settlement::by_id(&desk.db, settlement)? else { return Ok(None) };
    let Some(consignor) = store::consignor::by_id(&desk.db, &row.consignor)? else { return Ok(None) };
    let back = bill.taxable_paise < Paise::ZERO;
    let whole = |paise: Paise| if back { -paise } else { paise };
    let CommissionBill { taxable_paise, cgst_paise, sgst_paise, .. } = bill;
    let (taxable, cgst, sgst) = (whole(*taxable_paise), whole(*cgst_paise), whole(*sgst_paise));
    let total = taxable + cgst + sgst;
    let mut receipt = document::blank(desk, seq, at_us, payload, number, total)?;
    let rate = TAX.rate(COMMISSION, payload.business_date).map_or(Bps(0), |rate| rate.rate_bp);
    let against = if back {
        let corrected = store::settlement::bills_corrected(&desk.db, &row.consignor, row.seq)?;
        let on = match corrected.last() {
            Some((_, approved)) => date_text(entry(desk, *approved)?.business_date),
            None => String::new(),
        };
        let numbers: Vec<String> = corrected.into_iter().map(|(number, _)| number).collect();
        (!numbers.is_empty()).then(|| (numbers.join(", "), on))
    } else {
        None
    };
    receipt.sections = vec![Section {
        kind: if back { BillKind::CreditNote } else { BillKind::TaxInvoice },
        number: number.to_owned(),
        principal: None,
        against,
        lines: vec![ReceiptLine {
            name: both("commission-line", &[]),
            hsn: "996211".into(),
            rate,
            maker: None,
            district: Name::default(),
            quantity: "1".into(),
            unit: both("commission-unit", &[]),
            price: taxable,
            amount: taxable,
            discount: Paise::ZERO,
            note: String::new(),
        }],
        basket_discount: Paise::ZERO,
        taxable,
        tax: vec![TaxRow { rate, taxable, cgst, sgst, igst: Paise::ZERO }],
        total,
    }];
    let state = TAX.state(&desk.mart.state).cloned().unwrap_or_default();
    receipt.place_of_supply = state.clone();
    receipt.state_code.clone_from(&desk.mart.state);
    let payee = PayeeView::of(desk, &consignor)?;
    let place = address(&payee);
    let said = |name: &Name| match receipt.languages {
        Languages::Both if name.hi != name.en => format!("{} · {}", name.hi, name.en),
        Languages::Both | Languages::Only(_) => receipt.languages.lead(name).to_owned(),
    };
    receipt.buyer = Some(ReceiptBuyer {
        name: said(&payee.name),
        address: said(&place),
        gstin: None,
        state: Some((state, desk.mart.state.clone())),
        sez: false,
        delivery: String::new(),
    });
    let of = both("commission-of", &[("number", row.number.as_str().into())]);
    receipt.languages.lead(&of).clone_into(&mut receipt.note);
    receipt.commission = true;
    Ok(Some(receipt))
}

/// The voucher that a consignor signs for cash, in two copies.
fn voucher(desk: &Desk, payload: &Payload, sent: &PayoutSent, number: &str) -> Result<Option<Slip>, Fault> {
    let wanted = |one: &&SentOne| one.voucher.as_deref() == Some(number);
    let Some(one) = sent.payouts.iter().find(wanted) else { return Ok(None) };
    let settlement = store::settlement::by_id(&desk.db, one.settlement)?.map(|row| row.number).unwrap_or_default();
    let mut slip = slip::blank(desk, payload, "voucher", number, &one.consignor)?;
    slip.subject = Some(same(one.paise.to_rupee_text()));
    slip.facts.push((both("voucher-settlement", &[]), same(settlement)));
    slip.facts.push((both("voucher-words", &[]), amount_in_words(one.paise)));
    slip.sums.push((both("voucher-amount", &[]), one.paise.to_rupee_text()));
    slip.words.push(both("voucher-what", &[]));
    slip.signatures.push(both("slip-signature-witness", &[]));
    Ok(Some(slip))
}

/// Which document, and on what: `receipt` (the roll), `a5` or `a4`; none: as slips print.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct AccountOn {
    pub number: String,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub form: Option<Form>,
}

/// Many of them.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct AccountsOn {
    pub numbers: Vec<String>,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub form: Option<Form>,
}

/// The kinds of documents that are printed here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Statement,
    Commission,
    Voucher,
}

/// The entry that closed a document of a kind; which of its documents, where it closed several.
fn find(desk: &Desk, kind: Kind, number: &str) -> Result<(i64, Option<String>), Stop> {
    let number: String = number.trim().to_ascii_uppercase().chars().take(20).collect();
    let unknown = || Refusal::UnknownBill { number: number.clone() };
    let seq = store::print_job::entry_of(&desk.db, &number)?.ok_or_else(unknown)?;
    let (found, several) = match entry(desk, seq)?.fact {
        Fact::SettlementPosted(_) => (Kind::Statement, false),
        Fact::SettlementsApproved(_) => (Kind::Commission, true),
        Fact::PayoutSent(_) => (Kind::Voucher, true),
        _ => return Err(unknown().into()),
    };
    if found == kind { Ok((seq, several.then_some(number))) } else { Err(unknown().into()) }
}

/// A form that was asked for and the printer it goes to, or the way that slips print.
pub(crate) fn way_of(desk: &Desk, form: Option<Form>) -> Result<(Form, Route), Stop> {
    let Some(form) = form else { return Ok(slip::way(desk)?.ok_or(Refusal::NoPrinter)?) };
    let route = match form {
        Form::Receipt => Route::Receipt,
        Form::A5 | Form::A4 => Route::Sheet,
        _ => return Err(Refusal::invalid("form").into()),
    };
    if printer::routed(&desk.db, route)?.is_none() {
        return Err(Refusal::NoPrinter.into());
    }
    Ok((form, route))
}

/// Puts documents into the queue in their order: what was asked for before as a duplicate, which the journal notes.
fn print(desk: &mut Desk, kind: Kind, numbers: &[String], form: Option<Form>) -> Result<PrintJobsView, Stop> {
    if !(1..=MOST).contains(&numbers.len()) {
        return Err(Refusal::invalid("numbers").into());
    }
    let way = way_of(desk, form)?;
    let found = numbers.iter().map(|number| find(desk, kind, number)).collect::<Result<Vec<_>, _>>()?;
    desk.commit(|writing| {
        for (seq, about) in &found {
            let about = about.as_deref();
            if last_copy(writing.db, *seq, about)?.is_some() {
                writing.duplicate(*seq, about, way)?;
            } else {
                let by = writing.operator.clone();
                let asked = Asked { seq: Some(*seq), about, by: by.as_deref(), ..Asked::new(way.0, way.1) };
                store::print_job::ask(writing.db, &asked, writing.now_us)?;
            }
        }
        Ok(())
    })?;
    view_print_jobs(desk, Nothing {})
}

fn save(desk: &mut Desk, kind: Kind, input: &AccountOn) -> Result<SavedView, Stop> {
    let (seq, about) = find(desk, kind, &input.number)?;
    let (paper, ending) = match input.form {
        None | Some(Form::A4) => (Paper::A4, "a4.pdf"),
        Some(Form::A5) => (Paper::A5, "a5.pdf"),
        Some(Form::Receipt) => (printer::chosen(&desk.db)?.map_or(Paper::Mm80, |setting| setting.roll()), "pdf"),
        Some(_) => return Err(Refusal::invalid("form").into()),
    };
    let print = match about {
        Some(number) => of_number(desk, seq, &number, 0)?,
        None => document::printed(desk, seq, Form::A4, 0)?,
    };
    let print = print.ok_or_else(|| Refusal::invalid("number"))?;
    saved(desk, &print, paper, store::journal::at_us(&desk.db, seq)?, ending)
}

/// Writes a PDF into the folder `notes` beside the database.
pub(crate) fn saved(desk: &Desk, print: &Print, paper: Paper, at_us: i64, ending: &str) -> Result<SavedView, Stop> {
    let folder = desk.path.with_file_name("notes").display().to_string();
    let path = crate::device::in_folder(&folder, &print.name(), ending);
    printer::write_file(&path, &print.pdf(paper, at_us)?)?;
    Ok(SavedView { path: path.display().to_string() })
}

/// Prints a statement: a second time as a duplicate.
pub fn print_statement(desk: &mut Desk, input: AccountOn) -> Result<PrintJobsView, Stop> {
    desk.gather()?;
    print(desk, Kind::Statement, &[input.number], input.form)
}

/// Prints the statements of a run.
pub fn print_statements(desk: &mut Desk, input: AccountsOn) -> Result<PrintJobsView, Stop> {
    desk.gather()?;
    print(desk, Kind::Statement, &input.numbers, input.form)
}

/// Saves a statement as PDF into the folder `notes` beside the database.
pub fn save_statement(desk: &mut Desk, input: AccountOn) -> Result<SavedView, Stop> {
    desk.gather()?;
    save(desk, Kind::Statement, &input)
}

/// Prints a bill of commission, or its credit note.
pub fn print_commission_bill(desk: &mut Desk, input: AccountOn) -> Result<PrintJobsView, Stop> {
    print(desk, Kind::Commission, &[input.number], input.form)
}

/// Saves it as PDF.
pub fn save_commission_bill(desk: &mut Desk, input: AccountOn) -> Result<SavedView, Stop> {
    save(desk, Kind::Commission, &input)
}

/// Prints a cash voucher in two copies.
pub fn print_voucher(desk: &mut Desk, input: AccountOn) -> Result<PrintJobsView, Stop> {
    print(desk, Kind::Voucher, &[input.number], input.form)
}

/// Saves it as PDF.
pub fn save_voucher(desk: &mut Desk, input: AccountOn) -> Result<SavedView, Stop> {
    save(desk, Kind::Voucher, &input)
}
