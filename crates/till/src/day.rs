//! The report of a shift: X while it is open, Z once it is closed, numbered as the shift is, so without a gap. It is
//! read off the shift's own entries and recomputes nothing; the books must agree with it. Not here: its paper (`report`).

use crate::clock::{clock_text, date_text};
use crate::desk::Desk;
use crate::fault::{Fault, Stop};
use crate::shift::{CountRowView, count_rows};
use crate::sign_in::Nothing;
use crate::store;
use crate::store::shift::ShiftRow;
use crate::views::{Money, TenderKind};
use data_encoding::HEXLOWER;
use domain::agreement::{SupplyMode, Terms};
use domain::books::{Account, postings};
use domain::entry::{Fact, Payload};
use domain::gst::Tax;
use domain::money::{Bps, Paise};
use domain::name::Name;
use domain::operator::Role;
use domain::refusal::Refusal;
use domain::returns::{Refund, Return};
use domain::sale::Sale;
use domain::shift::{CashCount, Movement};
use domain::tender::Tender;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A sum by kind of tender.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct ByTender {
    pub cash: Paise,
    pub upi: Paise,
    pub card: Paise,
    pub credit_note: Paise,
    pub memo_cancelled: Paise,
}

impl ByTender {
    fn of(&mut self, kind: TenderKind) -> &mut Paise {
        match kind {
            TenderKind::Cash => &mut self.cash,
            TenderKind::Upi => &mut self.upi,
            TenderKind::Card => &mut self.card,
            TenderKind::CreditNote => &mut self.credit_note,
            TenderKind::MemoCancelled => &mut self.memo_cancelled,
        }
    }
}

/// Numbers of one series.
#[derive(Debug)]
struct Numbers {
    first: String,
    last: String,
    count: u32,
}

struct Moved {
    movement: Movement,
    at_us: i64,
    paise: Paise,
    reason: String,
    by: Option<String>,
    approved_by: Option<String>,
    count: Option<CashCount>,
}

struct Counted {
    at_us: i64,
    paise: Paise,
    count: Option<CashCount>,
}

/// What the entries of one shift say.
pub(crate) struct Report {
    pub shift: ShiftRow,
    pub sales: u32,
    pub taken: ByTender,
    refunded: ByTender,
    sold_paise: Paise,
    returns: u32,
    returned_paise: Paise,
    voids: u32,
    voided_paise: Paise,
    series: BTreeMap<String, Numbers>,
    rates: BTreeMap<Bps, Tax>,
    /// Sold on memos in consignors' names; no supply of the mart's (gst.md 1.4).
    memos_paise: Paise,
    round_off_paise: Paise,
    discounts: BTreeMap<Option<String>, (u32, Paise)>,
    moved: Vec<Moved>,
    /// In order; the last is the one it closed with.
    counts: Vec<Counted>,
    /// Whether nothing went in or out of the drawer since the last count.
    pub counted_now: bool,
    expected_paise: Paise,
    reprints: u32,
    pin_refusals: u32,
    closed_us: Option<i64>,
    given_by: Option<String>,
    handed_to: Option<String>,
    dates: Option<(Date, Date)>,
    pub last_seq: i64,
    grand_total_paise: Paise,
}

/// Reads the entries of a shift.
pub(crate) fn report(desk: &Desk, number: i64) -> Result<Report, Stop> {
    report_to(desk, number, i64::MAX)
}

/// Reads the entries of a shift as far as one.
pub(crate) fn report_to(desk: &Desk, number: i64, upto: i64) -> Result<Report, Stop> {
    let shift =
        store::shift::by_number(&desk.db, number)?.ok_or(Refusal::UnknownShift { number: number.to_string() })?;
    let last = shift.closed_seq.unwrap_or(desk.head.seq).min(upto);
    let mut report = Report {
        sales: 0,
        taken: ByTender::default(),
        refunded: ByTender::default(),
        sold_paise: Paise::ZERO,
        returns: 0,
        returned_paise: Paise::ZERO,
        voids: 0,
        voided_paise: Paise::ZERO,
        series: BTreeMap::new(),
        rates: BTreeMap::new(),
        memos_paise: Paise::ZERO,
        round_off_paise: Paise::ZERO,
        discounts: BTreeMap::new(),
        moved: Vec::new(),
        counts: Vec::new(),
        counted_now: false,
        expected_paise: shift.float_paise,
        reprints: 0,
        pin_refusals: 0,
        closed_us: None,
        given_by: None,
        handed_to: None,
        dates: None,
        last_seq: last,
        grand_total_paise: Paise::ZERO,
        shift,
    };
    store::journal::each_from(&desk.db, desk.till.device, report.shift.opened_seq, |row| {
        let (seq, at_us) = (row.header.seq, row.header.at_us);
        if seq > last {
            return Ok(false);
        }
        let payload: Payload = serde_json::from_slice(&row.payload)
            .map_err(|error| Fault::DatabaseDamaged { problem: format!("entry {seq}: {error}") })?;
        let on = payload.business_date;
        report.dates = Some((report.dates.map_or(on, |(first, _)| first), on));
        report.grand_total_paise = payload.grand_total_paise;
        // The opening entry tells of the float, and of a hand-over what the shift before had.
        if seq > report.shift.opened_seq {
            report.take(at_us, &payload);
            for number in &row.header.serials {
                report.number(number);
            }
        }
        Ok(true)
    })?;
    Ok(report)
}

impl Report {
    fn take(&mut self, at_us: i64, payload: &Payload) {
        match &payload.fact {
            Fact::Sale(sale) => self.sell(sale, payload),
            Fact::SaleVoided(voided) => {
                self.voids += 1;
                self.voided_paise += voided.sale.due_paise;
                self.round_off_paise -= voided.sale.round_off_paise;
                for tender in &voided.sale.tenders {
                    *self.refunded.of(kind(tender)) += tender.paise();
                }
                for line in &voided.sale.lines {
                    self.tax(line.terms, &line.tax, -1);
                }
            }
            Fact::Returned(returned) => self.give_back(returned),
            Fact::Exchanged(exchange) => {
                self.give_back(&exchange.returned);
                self.sell(&exchange.sale, payload);
            }
            Fact::CashMoved(moved) => self.moved.push(Moved {
                movement: moved.movement,
                at_us,
                paise: moved.paise,
                reason: moved.reason.clone(),
                by: payload.operator.clone(),
                approved_by: payload.approved_by.clone(),
                count: moved.count.clone(),
            }),
            Fact::DrawerCounted(counted) => {
                self.counts.push(Counted { at_us, paise: counted.counted_paise, count: counted.count.clone() });
                self.counted_now = true;
            }
            Fact::ShiftClosed(closed) => {
                self.close(at_us, closed);
                self.given_by.clone_from(&payload.operator);
            }
            Fact::ShiftHandedOver(handed) => {
                self.close(at_us, &handed.closed);
                self.given_by = Some(handed.given_by.clone());
                self.handed_to = Some(handed.taken_by.clone());
            }
            Fact::ReceiptReprinted(_) => self.reprints += 1,
            Fact::PinRefused(_) => self.pin_refusals += 1,
            Fact::TillEnrolled(_)
            | Fact::TillRestored(_)
            | Fact::SettingsSet(_)
            | Fact::OperatorSet(_)
            | Fact::ItemSet(_)
            | Fact::PriceSet(_)
            | Fact::ConsignorSet(_)
            | Fact::ConsignorForgotten(_)
            | Fact::AgreementSet(_)
            | Fact::StockReceived(_)
            | Fact::BankAsked(_)
            | Fact::BankAnswered(_)
            | Fact::ConsignmentTaken(_)
            | Fact::DraftDropped(_)
            | Fact::VendorSet(_)
            | Fact::Purchased(_)
            | Fact::ApprovalTaken(_)
            | Fact::ApprovalReturned(_)
            | Fact::GivenBack(_)
            | Fact::TransferSent(_)
            | Fact::TransferSettled(_)
            | Fact::TransferTaken(_)
            | Fact::TillTrusted(_)
            | Fact::StockAdjusted(_)
            | Fact::UnsoldAnswered(_)
            | Fact::SettlementPosted(_)
            | Fact::SettlementWithdrawn(_)
            | Fact::SettlementsApproved(_)
            | Fact::PayoutSent(_)
            | Fact::PayoutsConfirmed(_)
            | Fact::PayoutsFailed(_)
            | Fact::AdvancePaid(_)
            | Fact::AccountProven(_)
            | Fact::MoneyMoved(_)
            | Fact::ShiftOpened(_)
            | Fact::UpiClaimed(_)
            | Fact::UpiRefunded(_)
            | Fact::RecoverySet(_)
            | Fact::PinRecovered(_)
            | Fact::CustomerSet(_)
            | Fact::CustomerForgotten(_)
            | Fact::DrawerOpened(_)
            | Fact::ClockChanged(_)
            | Fact::OperatorUnlocked(_) => {}
        }
        if self.closed_us.is_none()
            && let Some(paise) = postings(&payload.fact).get(&Account::Drawer)
        {
            self.expected_paise += *paise;
            self.counted_now = false;
        }
    }

    fn close(&mut self, at_us: i64, closed: &domain::shift::ShiftClosed) {
        self.counts.push(Counted { at_us, paise: closed.counted_paise, count: closed.count.clone() });
        self.expected_paise = closed.expected_paise;
        self.closed_us = Some(at_us);
        self.counted_now = true;
    }

    fn sell(&mut self, sale: &Sale, payload: &Payload) {
        self.sales += 1;
        self.sold_paise += sale.due_paise;
        self.round_off_paise += sale.round_off_paise;
        for tender in &sale.tenders {
            *self.taken.of(kind(tender)) += tender.paise();
        }
        let mut discount = Paise::ZERO;
        for line in &sale.lines {
            self.tax(line.terms, &line.tax, 1);
            discount += line.discount_paise;
        }
        if discount > Paise::ZERO {
            let given = self.discounts.entry(payload.approved_by.clone()).or_default();
            given.0 += 1;
            given.1 += discount;
        }
    }

    fn give_back(&mut self, returned: &Return) {
        self.returns += 1;
        self.returned_paise += returned.refund_paise;
        self.round_off_paise -= returned.round_off_paise;
        for refund in &returned.refunds {
            let kind = match refund {
                Refund::Cash { .. } => TenderKind::Cash,
                Refund::Upi { .. } => TenderKind::Upi,
                Refund::Card { .. } => TenderKind::Card,
                Refund::CreditNote { number, .. } => TenderKind::kept_on(number),
            };
            *self.refunded.of(kind) += refund.paise();
        }
        for line in &returned.lines {
            self.tax(line.terms, &line.tax, -1);
        }
    }

    fn tax(&mut self, terms: Option<Terms>, tax: &Tax, sign: i64) {
        if terms.is_some_and(|terms| terms.supply_mode == SupplyMode::B) {
            self.memos_paise += Paise(tax.taxable_paise.0 * sign);
            return;
        }
        let sum = self.rates.entry(tax.rate_bp).or_insert(Tax { rate_bp: tax.rate_bp, ..Tax::default() });
        sum.taxable_paise += Paise(tax.taxable_paise.0 * sign);
        sum.cgst_paise += Paise(tax.cgst_paise.0 * sign);
        sum.sgst_paise += Paise(tax.sgst_paise.0 * sign);
        sum.igst_paise += Paise(tax.igst_paise.0 * sign);
    }

    fn number(&mut self, number: &str) {
        let prefix = number.trim_end_matches(|digit: char| digit.is_ascii_digit()).to_owned();
        let numbers = self.series.entry(prefix).or_insert_with(|| Numbers {
            first: number.to_owned(),
            last: String::new(),
            count: 0,
        });
        number.clone_into(&mut numbers.last);
        numbers.count += 1;
    }

    fn moved(&self, movement: Movement) -> Paise {
        self.moved.iter().filter(|one| one.movement == movement).map(|one| one.paise).sum()
    }

    /// The drawer; only for who may see what the books expect.
    pub(crate) fn cash(&self) -> CashView {
        let counted = self.counts.last().map(|counted| counted.paise);
        CashView {
            float: self.shift.float_paise.into(),
            cash_sales: self.taken.cash.into(),
            cash_refunds: self.refunded.cash.into(),
            cash_in: self.moved(Movement::PaidIn).into(),
            paid_out: self.moved(Movement::PaidOut).into(),
            dropped: self.moved(Movement::Drop).into(),
            expected: self.expected_paise.into(),
            first_counted: self.counts.first().map(|first| first.paise.into()),
            counted: counted.map(Money::from),
            difference: counted.map(|counted| (counted - self.expected_paise).into()),
        }
    }
}

fn kind(tender: &Tender) -> TenderKind {
    match tender {
        Tender::Cash { .. } => TenderKind::Cash,
        Tender::Upi { .. } => TenderKind::Upi,
        Tender::Card { .. } => TenderKind::Card,
        Tender::CreditNote { number, .. } => TenderKind::kept_on(number),
    }
}

/// The drawer of a shift.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct CashView {
    pub float: Money,
    pub cash_sales: Money,
    /// Given back in cash, for returns and voids.
    pub cash_refunds: Money,
    pub cash_in: Money,
    pub paid_out: Money,
    pub dropped: Money,
    pub expected: Money,
    pub first_counted: Option<Money>,
    pub counted: Option<Money>,
    /// Over is positive, short negative.
    pub difference: Option<Money>,
}

/// Numbers of one series of documents.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct SeriesView {
    pub prefix: String,
    pub first: String,
    pub last: String,
    pub count: u32,
}

/// One kind of tender: taken, and given back.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct TenderSumView {
    pub kind: TenderKind,
    pub taken: Money,
    pub refunded: Money,
}

/// One rate of GST, returns and voids taken off.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct RateSumView {
    /// `5%`.
    pub rate: String,
    pub taxable: Money,
    pub cgst: Money,
    pub sgst: Money,
    pub igst: Money,
}

/// Discounts, by who approved them; none: within the operator's own limit.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct DiscountSumView {
    pub approved_by: Option<Name>,
    pub bills: u32,
    pub amount: Money,
}

/// One movement of cash.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "fields of domain::shift::CashMoved")]
pub struct MovementView {
    pub movement: Movement,
    pub at: String,
    pub amount: Money,
    pub reason: String,
    pub by: Option<Name>,
    pub approved_by: Option<Name>,
    pub rows: Vec<CountRowView>,
}

/// One count of the drawer.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct DrawerCountView {
    pub at: String,
    pub amount: Money,
    pub rows: Vec<CountRowView>,
}

/// X or Z of a shift.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ShiftReportView {
    /// The number of the shift, and so of its Z.
    pub number: i32,
    /// Closed: this is its Z. Else an X, which may be asked for again.
    pub closed: bool,
    /// `LKO1A`.
    pub till: String,
    pub operator: Name,
    pub opened_on: String,
    pub opened_at: String,
    pub closed_on: Option<String>,
    pub closed_at: Option<String>,
    pub closed_by: Option<Name>,
    pub handed_to: Option<Name>,
    /// The last business date of it.
    pub business_date: String,
    pub series: Vec<SeriesView>,
    pub sales: u32,
    pub sold: Money,
    pub returns: u32,
    pub returned: Money,
    pub voids: u32,
    pub voided: Money,
    pub net: Money,
    /// None: not told before the count.
    pub tenders: Option<Vec<TenderSumView>>,
    pub rates: Vec<RateSumView>,
    /// Sold on memos in consignors' names, in none of the rates.
    pub memos: Money,
    pub round_off: Money,
    pub discounts: Vec<DiscountSumView>,
    pub movements: Vec<MovementView>,
    /// None: not told before the count.
    pub cash: Option<CashView>,
    pub counts: Vec<DrawerCountView>,
    pub reprints: u32,
    pub pin_refusals: u32,
    /// All sales of the till since it began.
    pub grand_total: Money,
    /// The last entry of the report and the first 16 digits of its hash.
    #[ts(type = "number")]
    pub entry: i64,
    pub hash: String,
}

/// Which shift; none: the open one.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct ShiftNumber {
    pub number: Option<i32>,
}

/// X of the open shift, or Z of any that was closed. A cashier sees their own shifts.
pub fn view_shift_report(desk: &mut Desk, input: ShiftNumber) -> Result<ShiftReportView, Stop> {
    let report = asked(desk, &input)?;
    let told = report.counted_now || desk.signed_in()?.role == Role::Manager;
    shown(desk, &report, told)
}

/// The report of a shift, if who is signed in may see it.
pub(crate) fn asked(desk: &Desk, input: &ShiftNumber) -> Result<Report, Stop> {
    let open = desk.shift.as_ref().map(|shift| shift.number);
    let number = input.number.map(i64::from).or(open).ok_or(Refusal::NoOpenShift)?;
    let report = report(desk, number)?;
    let operator = desk.signed_in()?;
    if operator.role != Role::Manager && report.shift.operator != operator.id {
        return Err(Refusal::NotAManager.into());
    }
    Ok(report)
}

/// A report in words; `told` is whether the drawer's cash may be told.
pub(crate) fn shown(desk: &Desk, report: &Report, told: bool) -> Result<ShiftReportView, Stop> {
    let named = |id: &Option<String>| match id {
        Some(id) => store::mart::name_at(&desk.db, id, report.last_seq),
        None => Ok(None),
    };
    let hash = store::journal::hash(&desk.db, report.last_seq)?.unwrap_or_default();
    let on = |at_us: i64| date_text(crate::clock::in_india(at_us).0);
    let kinds =
        [TenderKind::Cash, TenderKind::Upi, TenderKind::Card, TenderKind::CreditNote, TenderKind::MemoCancelled];
    let (mut taken, mut refunded) = (report.taken, report.refunded);
    let notes_of_2000 = desk.mart.drawer.notes_of_2000;
    let rows = |count: &Option<CashCount>| {
        let counted = count.as_ref().map(|count| count_rows(count, notes_of_2000)).unwrap_or_default();
        counted.into_iter().filter(|row| row.pieces > 0).collect::<Vec<_>>()
    };
    let mut movements = Vec::with_capacity(report.moved.len());
    for moved in &report.moved {
        movements.push(MovementView {
            movement: moved.movement,
            at: clock_text(moved.at_us),
            amount: moved.paise.into(),
            reason: moved.reason.clone(),
            by: named(&moved.by)?,
            approved_by: named(&moved.approved_by)?,
            rows: rows(&moved.count),
        });
    }
    let mut discounts = Vec::with_capacity(report.discounts.len());
    for (approved_by, (bills, amount)) in &report.discounts {
        discounts.push(DiscountSumView { approved_by: named(approved_by)?, bills: *bills, amount: (*amount).into() });
    }
    let counts = report.counts.iter().map(|counted| DrawerCountView {
        at: clock_text(counted.at_us),
        amount: counted.paise.into(),
        rows: rows(&counted.count),
    });
    let rates = report.rates.values().map(|tax| RateSumView {
        rate: tax.rate_bp.to_text(),
        taxable: tax.taxable_paise.into(),
        cgst: tax.cgst_paise.into(),
        sgst: tax.sgst_paise.into(),
        igst: tax.igst_paise.into(),
    });
    let series = report.series.iter().map(|(prefix, numbers)| SeriesView {
        prefix: prefix.clone(),
        first: numbers.first.clone(),
        last: numbers.last.clone(),
        count: numbers.count,
    });
    Ok(ShiftReportView {
        number: report.shift.number as i32,
        closed: report.closed_us.is_some(),
        till: till_then(desk, report.last_seq)?,
        operator: named(&Some(report.shift.operator.clone()))?.unwrap_or_default(),
        opened_on: on(report.shift.opened_us),
        opened_at: clock_text(report.shift.opened_us),
        closed_on: report.closed_us.map(on),
        closed_at: report.closed_us.map(clock_text),
        closed_by: named(&report.given_by)?,
        handed_to: named(&report.handed_to)?,
        business_date: report.dates.map(|(_, last)| date_text(last)).unwrap_or_default(),
        series: series.collect(),
        sales: report.sales,
        sold: report.sold_paise.into(),
        returns: report.returns,
        returned: report.returned_paise.into(),
        voids: report.voids,
        voided: report.voided_paise.into(),
        net: (report.sold_paise - report.returned_paise - report.voided_paise).into(),
        tenders: told.then(|| {
            let sum =
                |kind| TenderSumView { kind, taken: (*taken.of(kind)).into(), refunded: (*refunded.of(kind)).into() };
            kinds.map(sum).into()
        }),
        rates: rates.collect(),
        memos: report.memos_paise.into(),
        round_off: report.round_off_paise.into(),
        discounts,
        movements,
        cash: told.then(|| report.cash()),
        counts: counts.collect(),
        reprints: report.reprints,
        pin_refusals: report.pin_refusals,
        grand_total: report.grand_total_paise.into(),
        entry: report.last_seq,
        hash: HEXLOWER.encode(&hash[..8]),
    })
}

/// What the till was called at an entry: going on from a copy gives it a new code.
fn till_then(desk: &Desk, seq: i64) -> Result<String, Fault> {
    let epochs = store::mart::epochs(&desk.db)?;
    let then = epochs.iter().rev().find(|epoch| epoch.first_seq <= seq);
    Ok(format!("{}{}", desk.mart.district, then.map_or("", |epoch| &epoch.till_code)))
}

/// One line of the list of shifts.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct PastShiftView {
    pub number: i32,
    pub operator: Name,
    pub opened_on: String,
    pub opened_at: String,
    pub difference: Money,
}

/// The last shifts, newest first.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ShiftsView {
    /// The open one, if who is signed in may see it.
    pub open: Option<i32>,
    pub closed: Vec<PastShiftView>,
}

/// How many shifts the list shows: half a year of two a day.
const LISTED: i64 = 400;

/// The shifts whose reports can be seen: a cashier's own, a manager's all.
pub fn view_shifts(desk: &mut Desk, _: Nothing) -> Result<ShiftsView, Stop> {
    let operator = desk.signed_in()?;
    let own = (operator.role != Role::Manager).then_some(&*operator.id);
    let mut closed = Vec::new();
    for row in store::shift::closed(&desk.db, own, LISTED)? {
        let seq = row.closed_seq.unwrap_or(desk.head.seq);
        closed.push(PastShiftView {
            number: row.number as i32,
            operator: store::mart::name_at(&desk.db, &row.operator, seq)?.unwrap_or_default(),
            opened_on: date_text(crate::clock::in_india(row.opened_us).0),
            opened_at: clock_text(row.opened_us),
            difference: row.difference_paise.unwrap_or_default().into(),
        });
    }
    let open = desk.shift.as_ref().filter(|shift| own.is_none_or(|own| own == shift.operator));
    Ok(ShiftsView { open: open.map(|shift| shift.number as i32), closed })
}
