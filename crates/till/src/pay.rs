//! The payment: what is offered, the UPI code on the screen, and the sale itself, which happens once however
//! often it is asked for.

use crate::customers;
use crate::desk::Desk;
use crate::due::unregistered_may_supply;
use crate::fault::Stop;
use crate::packs::{COMMISSION, TAX};
use crate::printer;
use crate::returns::{self, with_notes};
use crate::sell::{memo_fits, refresh, supply};
use crate::store;
use crate::store::sale::SaleEntry;
use crate::views::{Money, TenderView};
use data_encoding::BASE32_NOPAD;
use domain::basket::Basket;
use domain::bill::{Draft, Series};
use domain::buyer::Buyer;
use domain::entry::Fact;
use domain::money::Paise;
use domain::operator::Role;
use domain::refusal::Refusal;
use domain::returns::{Exchange, Return};
use domain::sale::{Bill, Closing, Sale, bills_of};
use domain::tender::{Offer, Tender, balance, likely_cash, take, upi_reference};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What is offered so far.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct PreviewPayment {
    pub tenders: Vec<Offer>,
}

/// How it stands against the due.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct PaymentView {
    pub due: Money,
    pub remaining: Money,
    pub change: Money,
    /// Notes a customer probably hands over for what remains.
    pub likely: Vec<Money>,
    /// Nothing remains.
    pub ready: bool,
}

/// Shows how offers stand against the due, without taking them.
pub fn preview_payment(desk: &mut Desk, input: PreviewPayment) -> Result<PaymentView, Stop> {
    refresh(desk)?;
    let due = desk.basket.price(supply(desk).1)?.due_paise;
    let due = due - desk.basket.credit(due);
    let tenders = with_notes(desk, input.tenders)?;
    let balance = balance(due, &tenders)?;
    Ok(PaymentView {
        due: due.into(),
        remaining: balance.remaining.into(),
        change: balance.change.into(),
        likely: likely_cash(balance.remaining).into_iter().map(Money::from).collect(),
        ready: balance.remaining == Paise::ZERO,
    })
}

/// An amount to ask for by UPI.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct ShowUpi {
    pub paise: Paise,
    /// How many UPI payments of this bill come before it.
    #[serde(default)]
    #[ts(as = "Option<u8>", optional)]
    pub before: u8,
}

/// A UPI code: its text, and its picture as one SVG path over a square of `size` modules.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct UpiView {
    pub payee: String,
    pub amount: Money,
    pub reference: String,
    pub uri: String,
    pub size: u32,
    pub path: String,
}

/// The sale's own reference in its UPI code: 26 letters and digits of its id.
fn sale_reference(id: Uuid) -> String {
    BASE32_NOPAD.encode(id.as_bytes())
}

/// Percent-encodes all but the unreserved characters of RFC 3986.
pub(crate) fn percent(text: &str) -> String {
    let escaped = |byte: u8| {
        let plain = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        if plain { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    };
    text.bytes().map(escaped).collect()
}

/// Makes the UPI code for an amount of the open basket: the amount fixed, the sale's own reference in it
/// (gst.md 5).
pub fn show_upi(desk: &mut Desk, input: ShowUpi) -> Result<UpiView, Stop> {
    let upi = desk.mart.upi.clone().ok_or_else(|| Refusal::invalid("upi"))?;
    let on = desk.today().1;
    let due = desk.basket.price(supply(desk).1)?.due_paise;
    if input.paise < Paise(1) || input.paise > due - desk.basket.credit(due) {
        return Err(Refusal::AmountOutOfRange.into());
    }
    if let Some(limit) = TAX.limit("upi_max_txn_paise", on).filter(|limit| input.paise > *limit) {
        return Err(Refusal::UpiOverLimit { limit: limit.to_text() }.into());
    }
    let reference = upi_reference(&sale_reference(desk.basket.id), input.before.into());
    // NPCI's form of an amount has neither grouping nor a sign.
    let amount = input.paise.to_text().replace(',', "");
    let uri = format!(
        "upi://pay?pa={}&pn={}&mc={}&tr={reference}&tn={}&am={amount}&cu=INR",
        percent(&upi.vpa).replace("%40", "@"),
        percent(&upi.name),
        percent(&upi.mcc),
        percent(&format!("Bill of till {}", desk.till_name())),
    );
    let (size, path) = paper::qr::svg_path(&uri).map_err(crate::receipt::unprintable)?;
    Ok(UpiView { payee: upi.name, amount: input.paise.into(), reference, uri, size: size as u32, path })
}

/// The basket by its id, and what was given for it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct TakePayment {
    pub basket: String,
    pub tenders: Vec<Offer>,
}

/// A bill.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct SaleView {
    pub number: String,
    pub due: Money,
    pub change: Money,
    pub tenders: Vec<TenderView>,
    /// A receipt is on its way to a printer.
    pub printing: bool,
}

impl SaleView {
    /// A sale, and whether its receipt is being printed.
    pub(crate) fn of(sale: &Sale, printing: bool) -> Self {
        Self {
            number: sale.number().to_owned(),
            due: sale.due_paise.into(),
            change: sale.change_paise.into(),
            tenders: sale.tenders.iter().map(TenderView::from).collect(),
            printing,
        }
    }

    /// A return alone: what goes back and how, by its credit note.
    pub(crate) fn of_return(returned: &Return, printing: bool) -> Self {
        Self {
            number: returned.credit_notes.first().map(|note| note.number.clone()).unwrap_or_default(),
            due: returned.refund_paise.into(),
            change: Paise::ZERO.into(),
            tenders: returned.refunds.iter().map(|refund| returns::way(returned, refund)).collect(),
            printing,
        }
    }
}

/// Closes the basket as a sale: its number, entry, books, stock and print job are one transaction and one
/// flush. Asked for again with the same basket, it answers the same sale.
pub fn take_payment(desk: &mut Desk, input: TakePayment) -> Result<SaleView, Stop> {
    let id = Uuid::parse_str(&input.basket).map_err(|_| Refusal::invalid("basket"))?;
    if let Some(entry) = store::sale::by_id(&desk.db, id)? {
        return Ok(SaleView::of(entry.sale(), false));
    }
    desk.own_shift()?;
    if id != desk.basket.id {
        return Err(Refusal::BasketChanged.into());
    }
    if desk.basket.lines.is_empty() {
        return Err(Refusal::BasketEmpty.into());
    }
    let (place, kind_of_supply) = supply(desk);
    let place = place.to_owned();
    let shown = desk.basket.price(kind_of_supply)?;
    let priced = if refresh(desk)? { desk.basket.price(kind_of_supply)? } else { shown.clone() };
    if priced.due_paise != shown.due_paise {
        desk.keep_basket();
        return Err(Refusal::BasketChanged.into());
    }
    let approver = match &desk.basket.approved_by {
        Some(id) => store::mart::operator(&desk.db, id)?,
        None => None,
    };
    let authority = approver.as_ref().map_or_else(|| desk.authority(), Ok)?;
    priced.within(desk.mart.discount_limit(authority))?;
    if desk.basket.lines.iter().any(|line| line.price_paise.is_some()) && authority.role != Role::Manager {
        return Err(Refusal::ApprovalNeeded { role: Role::Manager.code().to_owned() }.into());
    }
    let on = desk.today().1;
    let credit = desk.basket.credit(priced.due_paise);
    let offers = with_notes(desk, input.tenders)?;
    let (mut tenders, change) = take(priced.due_paise - credit, &offers, &sale_reference(id), &TAX, on)?;
    let back = desk.basket.exchange.as_ref().map(|exchange| returns::of_exchange(desk, exchange)).transpose()?;
    memo_fits(desk, &desk.basket)?;
    unregistered_may_supply(desk, &priced, kind_of_supply)?;
    let buyer = desk.basket.buyer.clone().unwrap_or_default();
    let (taxable, due) = (priced.tax.taxable_paise, priced.due_paise);
    buyer.enough_for(taxable, due, &TAX, on)?;
    let by_law = buyer.gstin.is_some() || Buyer::default().enough_for(taxable, due, &TAX, on).is_err();
    let cash: Paise = tenders.iter().filter(|tender| matches!(tender, Tender::Cash { .. })).map(Tender::paise).sum();
    let marks = customers::cash_fits(desk, &buyer, cash, on)?;
    let commission_rate = TAX.rate(COMMISSION, on)?.rate_bp;
    let (till_name, prints) = (desk.till_name(), printer::chosen(&desk.db)?.is_some());
    let basket = desk.basket.clone();
    let sale = desk.commit(|writing| {
        let mut bills = Vec::new();
        for Draft { kind, principal, lines } in bills_of(&basket, &priced, buyer.gstin.is_some()) {
            let series = Series::on(&till_name, writing.business_date, kind.letter());
            // Two memos of one payment are of one series, which the entry moves on only when it is written.
            let before = bills.iter().filter(|bill: &&Bill| bill.kind == kind).count() as i64;
            let n = store::sale::next_n(writing.db, &series.prefix())? + before;
            bills.push(Bill { kind, number: series.number(n), principal, lines });
        }
        let let_back = basket.exchange.as_ref().and_then(|exchange| exchange.approved_by.clone());
        writing.approved_by = writing.approved_by.take().or(let_back).or(basket.approved_by.clone());
        writing.approved_by.take_if(|by| writing.operator.as_ref() == Some(by));
        let returned = back.map(|back| back.close(writing, credit)).transpose()?;
        if let Some(note) = returned.as_ref().and_then(|returned| returned.credit_notes.first())
            && credit > Paise::ZERO
        {
            tenders.insert(0, Tender::CreditNote { paise: credit, number: note.number.clone() });
        }
        let moves_cash = cash > Paise::ZERO || returned.as_ref().is_some_and(returns::gives_cash);
        let (on_bill, customer) = customers::on_bill(writing, &buyer, by_law)?;
        let closing = Closing {
            priced: &priced,
            place_of_supply: &place,
            supply: kind_of_supply,
            buyer: on_bill,
            bills,
            tenders,
            change_paise: change,
            commission_rate,
        };
        let sale = Sale::close(basket, closing)?;
        let fact = writing.append_and_return(match returned {
            Some(returned) => Fact::Exchanged(Exchange { returned, sale }),
            None => Fact::Sale(sale),
        })?;
        customers::note_sale(writing, customer, &marks, cash)?;
        if prints {
            store::print_job::enqueue(writing.db, writing.head.seq, 0, moves_cash, writing.now_us)?;
        }
        Ok(match fact {
            Fact::Exchanged(exchange) => exchange.sale,
            Fact::Sale(sale) => sale,
            _ => unreachable!("a payment writes a sale"),
        })
    })?;
    desk.open_basket(Basket::new(desk.new_id()));
    desk.sold.extend(sale.lines.iter().map(|line| (line.item.id, line.qty_milli)));
    let view = SaleView::of(&sale, prints);
    desk.last_sale = Some(sale);
    Ok(view)
}

/// The sale of a bill number, or the last.
pub(crate) fn find(desk: &Desk, number: Option<&str>) -> Result<SaleEntry, Stop> {
    match number {
        None => store::sale::last(&desk.db)?.ok_or_else(|| Refusal::NothingSoldYet.into()),
        Some(number) => store::sale::by_number(&desk.db, number.trim())?
            .ok_or_else(|| Refusal::UnknownBill { number: number.chars().take(20).collect() }.into()),
    }
}
