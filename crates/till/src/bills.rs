//! Bills asked for again: by the QR on their paper, by number, by goods, of the day; what can still come back of one;
//! and what is still to be done about UPI money. Not here: their paper (`receipt`), taking goods back (`returns`).

use crate::clock::{clock_text, date_text, in_india};
use crate::desk::Desk;
use crate::fault::{Fault, Stop};
use crate::packs;
use crate::returns::CreditNoteView;
use crate::sign_in::Nothing;
use crate::store;
use crate::store::returns::{Note, UpiTask};
use crate::store::sale::SaleEntry;
use crate::views::{Money, TenderView};
use domain::bill::BillKind;
use domain::buyer::mobile_ok;
use domain::entry::{Fact, UpiClaimed, UpiRefunded};
use domain::money::Paise;
use domain::name::Name;
use domain::operator::Role;
use domain::quantity::Milli;
use domain::refusal::Refusal;
use domain::returns::{slice, too_late};
use domain::tender::Tender;
use domain::typed::{self, latin_digits};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use ts_rs::TS;
use uuid::Uuid;

/// How much of what is to be done about UPI is shown at once.
const MOST_TASKS: u32 = 200;

/// How a bill stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "said above")]
pub enum BillState {
    Sold,
    PartReturned,
    Returned,
    Voided,
}

/// One bill of a list.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct BillRow {
    pub number: String,
    pub date: String,
    pub time: String,
    pub due: Money,
    pub tenders: Vec<TenderView>,
    pub state: BillState,
    /// Its first goods, and how many lines more there are.
    pub first: Name,
    pub more: u32,
    /// A UPI payment of it has no reference yet.
    pub unclaimed: bool,
    /// Goods came back in exchange for these.
    pub exchange: bool,
}

/// One credit note, or return of a sale memo, of a list.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct NoteRow {
    pub number: String,
    pub date: String,
    pub time: String,
    /// The document it corrects.
    pub against: String,
    /// It takes back a sale memo; else it is a credit note.
    pub memo: bool,
    /// What it takes off that, with tax.
    pub amount: Money,
}

/// Bills and credit notes, the newest of each first.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct BillsView {
    /// The day that is shown, when nothing is looked for.
    pub day: String,
    pub bills: Vec<BillRow>,
    pub notes: Vec<NoteRow>,
    /// There are older ones that were not asked for.
    pub more: bool,
}

/// One line of a bill, and how much of it can still come back.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct BillLineView {
    pub line: u32,
    pub item: String,
    pub name: Name,
    pub category: String,
    pub maker: Option<Name>,
    pub consigned: bool,
    pub unit: Name,
    pub quantity: String,
    pub amount: Money,
    pub left_milli: Milli,
    pub left: String,
    /// What all that is left comes to.
    pub left_amount: Money,
}

/// A bill.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct BillView {
    #[serde(flatten)]
    pub bill: BillRow,
    /// All its documents.
    pub documents: Vec<String>,
    /// For a return of it, which happens once for this id.
    pub return_id: String,
    pub lines: Vec<BillLineView>,
    /// What the customer's app showed, for each tender.
    pub claims: Vec<Option<String>>,
    pub notes: Vec<CreditNoteView>,
    /// It is of the open shift and nothing has come back.
    pub voidable: bool,
    /// A return now is too late to reduce GST (CGST Act s.34(2)).
    pub late: bool,
}

/// A scanned QR, or a number in any of its spellings, as the number.
fn number_in(text: &str) -> (String, Option<(&str, &str)>) {
    let mut fields = text.trim().split('|');
    let number_of = |text: &str| latin_digits(text.trim()).to_uppercase();
    if fields.next() == Some("ODOP1") {
        let (number, due, date) = (fields.next(), fields.next(), fields.next());
        return (number_of(number.unwrap_or_default()), due.zip(date));
    }
    (number_of(text), None)
}

/// The sale of a QR or a number of any of its documents; of this till only.
pub(crate) fn bill_of(desk: &Desk, text: &str) -> Result<SaleEntry, Stop> {
    let (number, said) = number_in(text);
    let entry = store::sale::by_document(&desk.db, &number)?.filter(|entry| {
        // A paper that says another amount or day than the journal is not this bill.
        said.is_none_or(|(due, date)| {
            due == entry.sale().due_paise.0.to_string() && date == entry.payload.business_date.to_string()
        })
    });
    entry.ok_or_else(|| Refusal::UnknownBill { number: number.chars().take(20).collect() }.into())
}

fn row(desk: &Desk, entry: &SaleEntry) -> Result<BillRow, Stop> {
    let sale = entry.sale();
    let back = store::returns::earlier(&desk.db, entry.seq, sale.lines.len())?.qty_milli;
    let voided = store::returns::is_voided(&desk.db, entry.seq)?;
    let claims = store::returns::claims(&desk.db, entry.seq, &sale.tenders)?;
    let whole = back.iter().zip(&sale.lines).all(|(back, line)| *back == line.qty_milli);
    let state = match (voided, whole, back.iter().any(|back| *back > Milli(0))) {
        (true, _, _) => BillState::Voided,
        (false, true, _) => BillState::Returned,
        (false, false, true) => BillState::PartReturned,
        (false, false, false) => BillState::Sold,
    };
    let open = |(tender, claim): (&Tender, &Option<String>)| matches!(tender, Tender::Upi { .. }) && claim.is_none();
    Ok(BillRow {
        number: sale.number().to_owned(),
        date: date_text(entry.payload.business_date),
        time: clock_text(entry.at_us),
        due: sale.due_paise.into(),
        tenders: sale.tenders.iter().map(TenderView::from).collect(),
        state,
        first: sale.lines.first().map(|line| line.item.name.clone()).unwrap_or_default(),
        more: sale.lines.len().saturating_sub(1) as u32,
        unclaimed: !voided && sale.tenders.iter().zip(&claims).any(open),
        exchange: entry.payload.fact.returned().is_some(),
    })
}

/// A credit note as its entry tells it.
fn note_row(desk: &Desk, note: Note) -> Result<Option<NoteRow>, Fault> {
    let Some((payload, at_us)) = store::journal::fact(&desk.db, note.seq)? else { return Ok(None) };
    Ok(payload.fact.returned().map(|returned| {
        let places = returned.credit_notes.iter().filter(|one| one.number == note.number).flat_map(|one| &one.lines);
        let amount: Paise = places.filter_map(|place| Some(returned.lines.get(*place)?.tax.total())).sum();
        NoteRow {
            number: note.number.clone(),
            date: date_text(payload.business_date),
            time: clock_text(at_us),
            against: note.against.clone(),
            memo: returned
                .credit_notes
                .iter()
                .any(|one| one.number == note.number && one.kind == BillKind::MemoCancelled),
            amount: amount.into(),
        }
    }))
}

/// What bills are looked for: a part of a number, an amount, a barcode, SKU or words of goods, the mobile of a customer who
/// agreed to be remembered; nothing: those of a day, so many days before today.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct FindBills {
    pub text: String,
    pub limit: u32,
    #[ts(optional = nullable)]
    pub days_ago: Option<u16>,
}

/// An amount as it is typed: digits, two more after a point at most.
fn amount_in(text: &str) -> Option<Paise> {
    let plain: String = latin_digits(text).chars().filter(|c| !"₹, ".contains(*c)).collect();
    let (rupees, paise) = plain.split_once('.').unwrap_or((&plain, ""));
    if paise.len() > 2 || rupees.len() > 9 || !format!("{rupees}{paise}").bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    format!("{rupees}{paise:0<2}").parse().ok().map(Paise)
}

/// Places of the newest sales of the customer of a mobile, if the text is one.
fn bought_by(desk: &Desk, text: &str, limit: u32) -> Result<Vec<i64>, Fault> {
    let mobile = typed::mobile(text);
    // A till without its key has nothing to find them by.
    let (true, Ok(key)) = (mobile_ok(&mobile), desk.key()) else { return Ok(Vec::new()) };
    match store::person::by_mobile(&desk.db, &key.mark("mobile", &mobile))? {
        Some(person) => store::person::bought_in(&desk.db, person, limit),
        None => Ok(Vec::new()),
    }
}

/// Finds bills and credit notes.
pub fn view_bills(desk: &mut Desk, input: FindBills) -> Result<BillsView, Stop> {
    let limit = input.limit.clamp(1, 200);
    let (text, _) = number_in(&input.text);
    let text: String = text.chars().take(100).collect();
    let ago = jiff::Span::new().days(input.days_ago.unwrap_or_default());
    let day = desk.today().1.saturating_sub(ago);
    let (mut found, mut notes) = if text.is_empty() {
        (store::sale::of_day(&desk.db, day, limit + 1)?, store::returns::notes_of_day(&desk.db, day, limit + 1)?)
    } else {
        let mut items: Vec<Uuid> = store::item::by_code(&desk.db, &text)?.map(|item| item.id).into_iter().collect();
        if items.is_empty() {
            items.extend(store::search::search(&desk.db, desk.today().1, &text, 100)?.into_iter().map(|item| item.id));
        }
        let mut found = bought_by(desk, &text, limit + 1)?;
        found.extend(store::sale::matching(&desk.db, &text, amount_in(&text), &items, limit + 1)?);
        found.sort_unstable_by_key(|seq| Reverse(*seq));
        found.dedup();
        let notes = store::returns::notes_matching(&desk.db, &text, amount_in(&text), &found, limit + 1)?;
        (found, notes)
    };
    let more = found.len().max(notes.len()) > limit as usize;
    found.truncate(limit as usize);
    notes.truncate(limit as usize);
    let mut bills = Vec::new();
    for seq in found {
        if let Some(entry) = store::sale::by_seq(&desk.db, seq)? {
            bills.push(row(desk, &entry)?);
        }
    }
    let notes = notes.into_iter().filter_map(|note| note_row(desk, note).transpose()).collect::<Result<_, _>>()?;
    Ok(BillsView { day: date_text(day), bills, notes, more })
}

/// A scanned QR or a number.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct BillText {
    pub text: String,
}

/// The bill that a credit note's QR or number corrects, if it is one.
fn corrected(desk: &Desk, text: &str) -> Result<Option<SaleEntry>, Stop> {
    let (number, said) = number_in(text);
    let Some(note) = store::returns::note(&desk.db, &number)? else { return Ok(None) };
    let Some((payload, _)) = store::journal::fact(&desk.db, note.seq)? else { return Ok(None) };
    let due = payload.fact.returned().map_or(Paise::ZERO, |returned| returned.refund_paise).0.to_string();
    if said.is_some_and(|said| said != (&*due, &*payload.business_date.to_string())) {
        return Ok(None);
    }
    bill_of(desk, &note.against).map(Some)
}

/// Shows a bill and what can still come back of it; of a credit note the bill that it corrects.
pub fn view_bill(desk: &mut Desk, input: BillText) -> Result<BillView, Stop> {
    let entry = match corrected(desk, &input.text)? {
        Some(entry) => entry,
        None => bill_of(desk, &input.text)?,
    };
    let sale = entry.sale();
    let bill = row(desk, &entry)?;
    let earlier = store::returns::earlier(&desk.db, entry.seq, sale.lines.len())?;
    let notes = store::returns::notes_of(&desk.db, entry.seq)?;
    let mut lines = Vec::new();
    for (place, (line, back)) in sale.lines.iter().zip(&earlier.qty_milli).enumerate() {
        let left = if bill.state == BillState::Voided { Milli(0) } else { Milli(line.qty_milli.0 - back.0) };
        let left_amount = if left == Milli(0) { Paise::ZERO } else { slice(place, line, *back, left)?.tax.total() };
        lines.push(BillLineView {
            line: place as u32,
            item: line.item.id.to_string(),
            name: line.item.name.clone(),
            category: line.item.icon.clone(),
            maker: line.item.maker.clone(),
            consigned: line.owner.consignor().is_some(),
            unit: packs::unit(&line.item.unit),
            quantity: line.qty_milli.to_text(),
            amount: line.tax.total().into(),
            left_milli: left,
            left: left.to_text(),
            left_amount: left_amount.into(),
        });
    }
    Ok(BillView {
        documents: sale.bills.iter().map(|bill| bill.number.clone()).collect(),
        return_id: desk.new_id().to_string(),
        lines,
        claims: store::returns::claims(&desk.db, entry.seq, &sale.tenders)?,
        voidable: bill.state == BillState::Sold
            && notes.is_empty()
            && desk.shift.as_ref().is_some_and(|shift| entry.payload.shift == Some(shift.number)),
        notes: notes.into_iter().map(CreditNoteView::from).collect(),
        late: too_late(entry.payload.business_date, desk.today().1),
        bill,
    })
}

/// Something to be done about UPI money.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "fields of store::returns::UpiTask")]
pub struct UpiTaskView {
    pub number: String,
    pub date: String,
    pub time: String,
    pub of: String,
    pub place: u32,
    pub amount: Money,
    pub reference: String,
    pub unsure: bool,
}

impl From<UpiTask> for UpiTaskView {
    fn from(task: UpiTask) -> Self {
        Self {
            number: task.number,
            date: date_text(in_india(task.at_us).0),
            time: clock_text(task.at_us),
            of: task.of.to_string(),
            place: task.place as u32,
            amount: task.paise.into(),
            reference: task.reference,
            unsure: task.unsure,
        }
    }
}

/// UPI money to be looked after.
#[derive(Debug, Serialize, TS)]
pub struct UpiTasksView {
    /// Payments whose reference nobody has typed, the newest first.
    pub claims: Vec<UpiTaskView>,
    /// Money to give back through the bank's app, the oldest first.
    pub refunds: Vec<UpiTaskView>,
    /// There are more of either, shown as these get done.
    pub more: bool,
}

/// Shows what is to be done about UPI money.
pub fn view_upi_tasks(desk: &mut Desk, _: Nothing) -> Result<UpiTasksView, Stop> {
    let claims = store::returns::unclaimed(&desk.db, MOST_TASKS + 1)?;
    let refunds = store::returns::to_refund(&desk.db, MOST_TASKS + 1)?;
    let more = [&claims, &refunds].into_iter().any(|tasks| tasks.len() > MOST_TASKS as usize);
    let views = |tasks: Vec<UpiTask>| tasks.into_iter().take(MOST_TASKS as usize).map(UpiTaskView::from).collect();
    Ok(UpiTasksView { claims: views(claims), refunds: views(refunds), more })
}

/// The reference of a UPI transaction: 12 digits, of a payment of a bill (`of` the sale) or of money given back.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct UpiReference {
    pub of: String,
    pub place: u32,
    pub reference: String,
}

/// Whose money a reference is typed for.
fn whose(input: &UpiReference) -> Result<Uuid, Refusal> {
    Uuid::parse_str(&input.of).map_err(|_| Refusal::invalid("of"))
}

/// The 12 digits, if they are (the bank's retrieval reference number): they name one transfer, so they are typed once.
fn twelve(desk: &Desk, text: &str) -> Result<String, Stop> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.len() != 12 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Refusal::UpiReferenceWrong.into());
    }
    if store::returns::upi_reference_used(&desk.db, &digits)? {
        return Err(Refusal::ReferenceUsed { reference: digits }.into());
    }
    Ok(digits)
}

/// Types in what the customer's UPI app shows; a manager approves it. The bank's word is still to come.
pub fn claim_upi(desk: &mut Desk, input: UpiReference) -> Result<UpiTasksView, Stop> {
    let task = store::returns::to_claim(&desk.db, whose(&input)?, input.place)?.ok_or(Refusal::UpiNotOpen)?;
    let reference = twelve(desk, &input.reference)?;
    desk.needs(Role::Manager)?;
    let claimed = UpiClaimed { sale: task.of, tender: task.place, reference };
    desk.commit(|writing| writing.append(Fact::UpiClaimed(claimed)))?;
    view_upi_tasks(desk, Nothing {})
}

/// Types in the reference of money that has gone back by UPI, or nothing where none had come: the task is done. A
/// manager approves it.
pub fn finish_upi_refund(desk: &mut Desk, input: UpiReference) -> Result<UpiTasksView, Stop> {
    let task = store::returns::refund_to_make(&desk.db, whose(&input)?, input.place)?.ok_or(Refusal::UpiNotOpen)?;
    let never_came = task.unsure && input.reference.trim().is_empty();
    let reference = if never_came { None } else { Some(twelve(desk, &input.reference)?) };
    desk.needs(Role::Manager)?;
    let refunded = UpiRefunded { of: task.of, refund: task.place, reference };
    desk.commit(|writing| writing.append(Fact::UpiRefunded(refunded)))?;
    view_upi_tasks(desk, Nothing {})
}
