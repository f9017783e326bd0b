//! Goods back: previewed, taken back once, or kept in the basket as an exchange; a sale voided in its own shift; credit
//! notes as tenders. Not here: finding a bill and what is to be done about UPI (`bills`), the rules (`domain::returns`).

use crate::bills::{BillView, bill_of};
use crate::desk::{Desk, Writing};
use crate::fault::{Fault, Stop};
use crate::packs::fits_unit;
use crate::printer;
use crate::sell::{BasketView, view_basket};
use crate::sign_in::Nothing;
use crate::store;
use crate::store::print_job::{self, Asked, Form, Route};
use crate::store::sale::SaleEntry;
use crate::views::{Money, TenderKind, TenderView};
use domain::agreement::Agreement;
use domain::basket::Basket;
use domain::bill::{BillKind, Series};
use domain::entry::Fact;
use domain::money::Paise;
use domain::operator::Role;
use domain::quantity::Milli;
use domain::refusal::Refusal;
use domain::returns::{Earlier, ExchangeAsked, Refund, Return, ReturnAsked, SliceAsked, Voided, take_back, too_late};
use domain::sale::Sale;
use domain::tender::{Offer, Tender};
use domain::typed::latin_digits;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A part of a line that is asked back.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "fields of domain::returns::SliceAsked")]
pub struct SliceInput {
    pub line: u32,
    pub quantity_milli: Milli,
    pub resellable: bool,
}

/// A return that is asked for, by the id that its bill was shown with.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "fields of domain::returns::ReturnAsked")]
pub struct ReturnInput {
    pub id: String,
    pub number: String,
    pub lines: Vec<SliceInput>,
    pub reason: String,
    /// All of the money is kept as a credit note; else it goes back the way it came.
    pub to_note: bool,
}

/// A return, before or after it happened.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ReturnView {
    pub number: String,
    /// Its credit notes; none before it happened.
    pub notes: Vec<String>,
    pub refund: Money,
    /// How the money goes back.
    pub ways: Vec<TenderView>,
    /// Too late to reduce GST (CGST Act s.34(2)).
    pub late: bool,
    /// Who is signed in needs a manager's PIN for it.
    pub approval: bool,
    /// What the mart owes the makers of what came back broken.
    pub compensation: Money,
}

impl ReturnView {
    fn of(returned: &Return, approval: bool) -> Self {
        let numbers = returned.credit_notes.iter().map(|note| note.number.clone());
        Self {
            number: returned.sale_number.clone(),
            notes: numbers.filter(|number| !number.is_empty()).collect(),
            refund: returned.refund_paise.into(),
            ways: returned.refunds.iter().map(|refund| way(returned, refund)).collect(),
            late: returned.late,
            approval,
            compensation: returned.lines.iter().map(|line| line.compensation_paise).sum::<Paise>().into(),
        }
    }
}

/// A way that money of a return goes back. Its note has no number before it happened, so the document tells its kind.
pub(crate) fn way(returned: &Return, refund: &Refund) -> TenderView {
    let memo = |number: &String| {
        let note = returned.credit_notes.iter().find(|note| note.number == *number);
        note.is_some_and(|note| note.kind == BillKind::MemoCancelled)
    };
    let (kind, reference) = match refund {
        Refund::Cash { .. } => (TenderKind::Cash, None),
        Refund::Upi { reference, .. } => (TenderKind::Upi, Some(reference.clone())),
        Refund::Card { reference, .. } => (TenderKind::Card, Some(reference.clone())),
        Refund::CreditNote { number, .. } => {
            let kind = if memo(number) { TenderKind::MemoCancelled } else { TenderKind::CreditNote };
            (kind, Some(number.clone()))
        }
    };
    let reference = reference.filter(|reference| !reference.is_empty());
    TenderView { kind, amount: refund.paise().into(), given: None, reference }
}

/// What comes back in exchange for the basket.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ExchangeView {
    /// The bill it was sold on.
    pub number: String,
    pub credit: Money,
    /// Of which pays for this basket.
    pub used: Money,
    pub rest: Money,
    /// Whether the rest stays a credit note; else it goes back the way it came.
    pub to_note: bool,
}

impl ExchangeView {
    /// Of a basket of `due`, if anything comes back.
    pub(crate) fn of(basket: &Basket, due: Paise) -> Option<Self> {
        let exchange = basket.exchange.as_ref()?;
        let used = basket.credit(due);
        Some(Self {
            number: exchange.asked.sale_number.clone(),
            credit: exchange.refund_paise.into(),
            used: used.into(),
            rest: (exchange.refund_paise - used).into(),
            to_note: exchange.asked.to_note,
        })
    }
}

/// The agreements a sale's lines were sold under.
fn sold_under(desk: &Desk, sale: &Sale) -> Result<Vec<Agreement>, Fault> {
    let mut agreements: Vec<Agreement> = Vec::new();
    for line in &sale.lines {
        let Some((id, terms)) = line.owner.consignor().zip(line.terms) else { continue };
        let version = terms.agreement_version;
        if !agreements.iter().any(|one| one.consignor == id && one.version == version) {
            agreements.extend(store::consignor::agreement_version(&desk.db, id, version)?);
        }
    }
    Ok(agreements)
}

/// A return that may be closed: its sale, and what came back before.
pub(crate) struct Closable {
    entry: SaleEntry,
    agreements: Vec<Agreement>,
    earlier: Earlier,
    asked: ReturnAsked,
    late: bool,
    till_name: String,
}

impl Closable {
    /// Looks a return up as it stands now.
    fn of(desk: &Desk, asked: ReturnAsked) -> Result<Self, Stop> {
        let entry = bill_of(desk, &asked.sale_number)?;
        if store::returns::is_voided(&desk.db, entry.seq)? {
            return Err(Refusal::SaleVoided { number: entry.sale().number().to_owned() }.into());
        }
        // Bills of before may have sold a half.
        for one in &asked.lines {
            let line = entry.sale().lines.get(one.line);
            if let Some(line) = line.filter(|line| fits_unit(line.qty_milli, &line.item.unit).is_ok()) {
                fits_unit(one.qty_milli, &line.item.unit)?;
            }
        }
        let earlier = store::returns::earlier(&desk.db, entry.seq, entry.sale().lines.len())?;
        let late = too_late(entry.payload.business_date, desk.today().1);
        let asked = ReturnAsked { sale_number: entry.sale().number().to_owned(), ..asked };
        let agreements = sold_under(desk, entry.sale())?;
        Ok(Self { entry, agreements, earlier, asked, late, till_name: desk.till_name() })
    }

    fn preview(&self, spent: Paise) -> Result<Return, Refusal> {
        take_back(self.entry.sale(), &self.agreements, &self.earlier, &self.asked, spent, self.late, |_| String::new())
    }

    /// Numbers it inside a transaction; `spent` of it pays for goods that go out.
    pub(crate) fn close(self, writing: &Writing, spent: Paise) -> Result<Return, Stop> {
        let of = |kind: BillKind| {
            let series = Series::on(&self.till_name, writing.business_date, kind.letter());
            store::sale::next_n(writing.db, &series.prefix()).map(|n| (series, n))
        };
        let (mut notes, mut memos) = (of(BillKind::CreditNote)?, of(BillKind::MemoCancelled)?);
        let number = |kind| {
            let (series, n) = if kind == BillKind::MemoCancelled { &mut memos } else { &mut notes };
            *n += 1;
            series.number(*n - 1)
        };
        Ok(take_back(self.entry.sale(), &self.agreements, &self.earlier, &self.asked, spent, self.late, number)?)
    }

    /// Whether it is beyond what a cashier may do alone: too much of one bill in all, or too long after it.
    fn beyond_cashier(&self, desk: &Desk, refund: Paise) -> bool {
        let gone: Paise = self.earlier.refunds.iter().map(Refund::paise).sum();
        let days = (desk.today().1 - self.entry.payload.business_date).get_days();
        gone + refund > desk.mart.return_limit_cashier_paise || days > desk.mart.return_days_cashier
    }

    fn allowed(&self, desk: &Desk, refund: Paise) -> Result<(), Refusal> {
        if self.beyond_cashier(desk, refund) { desk.needs(Role::Manager) } else { Ok(()) }
    }
}

/// The return of the open exchange, if it still comes to what the basket was shown with, and what came back meanwhile
/// leaves it within what a cashier may do alone, or a manager has approved it.
pub(crate) fn of_exchange(desk: &Desk, exchange: &ExchangeAsked) -> Result<Closable, Stop> {
    let closable = Closable::of(desk, exchange.asked.clone())?;
    let refund_paise = closable.preview(Paise::ZERO)?.refund_paise;
    if refund_paise != exchange.refund_paise {
        return Err(Refusal::BasketChanged.into());
    }
    if exchange.approved_by.is_none() {
        closable.allowed(desk, refund_paise)?;
    }
    Ok(closable)
}

fn asked(input: ReturnInput) -> Result<ReturnAsked, Refusal> {
    let slice = |one: SliceInput| SliceAsked {
        line: one.line as usize,
        qty_milli: one.quantity_milli,
        resellable: one.resellable,
    };
    Ok(ReturnAsked {
        id: Uuid::parse_str(&input.id).map_err(|_| Refusal::invalid("id"))?,
        sale_number: input.number,
        lines: input.lines.into_iter().map(slice).collect(),
        reason: input.reason.trim().to_owned(),
        to_note: input.to_note,
    })
}

fn reasoned(reason: &str) -> Result<(), Refusal> {
    let length = reason.chars().count();
    if (1..=200).contains(&length) { Ok(()) } else { Err(Refusal::invalid("reason")) }
}

/// Shows what a return comes to and how its money goes back, without taking anything back.
pub fn preview_return(desk: &mut Desk, input: ReturnInput) -> Result<ReturnView, Stop> {
    let closable = Closable::of(desk, asked(input)?)?;
    let returned = closable.preview(Paise::ZERO)?;
    let approval = closable.beyond_cashier(desk, returned.refund_paise) && desk.needs(Role::Manager).is_err();
    Ok(ReturnView::of(&returned, approval))
}

/// Takes goods back: credit notes, entry, books and stock are one transaction. Asked for again with the same id, it
/// answers the same return.
pub fn take_return(desk: &mut Desk, input: ReturnInput) -> Result<ReturnView, Stop> {
    let asked = asked(input)?;
    if let Some(done) = store::returns::by_id(&desk.db, asked.id)? {
        let same = bill_of(desk, &asked.sale_number)?.sale().id == done.sale
            && done
                .lines
                .iter()
                .map(|line| (line.line, line.qty_milli, line.resellable))
                .eq(asked.lines.iter().map(|line| (line.line, line.qty_milli, line.resellable)));
        return if same { Ok(ReturnView::of(&done, false)) } else { Err(Refusal::invalid("id").into()) };
    }
    desk.own_shift()?;
    reasoned(&asked.reason)?;
    let closable = Closable::of(desk, asked)?;
    closable.allowed(desk, closable.preview(Paise::ZERO)?.refund_paise)?;
    let prints = printer::chosen(&desk.db)?.is_some();
    let returned = desk.commit(|writing| {
        let returned = closable.close(writing, Paise::ZERO)?;
        writing.append(Fact::Returned(returned.clone()))?;
        if prints {
            print_job::enqueue(writing.db, writing.head.seq, 0, gives_cash(&returned), writing.now_us)?;
        }
        Ok(returned)
    })?;
    Ok(ReturnView::of(&returned, false))
}

/// Whether the drawer must open for it.
pub(crate) fn gives_cash(returned: &Return) -> bool {
    returned.refunds.iter().any(|refund| matches!(refund, Refund::Cash { .. }))
}

/// Keeps a return beside the basket's lines: their payment closes both.
pub fn start_exchange(desk: &mut Desk, input: ReturnInput) -> Result<BasketView, Stop> {
    desk.own_shift()?;
    let asked = asked(input)?;
    reasoned(&asked.reason)?;
    if store::returns::by_id(&desk.db, asked.id)?.is_some() {
        return Err(Refusal::invalid("id").into());
    }
    let closable = Closable::of(desk, asked)?;
    let refund_paise = closable.preview(Paise::ZERO)?.refund_paise;
    closable.allowed(desk, refund_paise)?;
    let seen = [desk.authority()?, desk.signed_in()?].into_iter().find(|one| one.role == Role::Manager);
    let approved_by = seen.map(|manager| manager.id.clone());
    let exchange = Some(ExchangeAsked { asked: closable.asked, refund_paise, approved_by });
    desk.change_basket(Basket { exchange, ..desk.basket.clone() });
    view_basket(desk, Nothing {})
}

/// Takes the return out of the basket again; nothing has come back.
pub fn drop_exchange(desk: &mut Desk, _: Nothing) -> Result<BasketView, Stop> {
    desk.change_basket(Basket { exchange: None, ..desk.basket.clone() });
    view_basket(desk, Nothing {})
}

/// A bill and why it is taken back whole.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct VoidSale {
    pub number: String,
    pub reason: String,
}

/// Voids a sale of the open shift: its numbers stay, cancelled, what still waits to be printed of it is dropped, and the
/// drawer opens where cash goes back. Asked for again, it is refused.
pub fn void_sale(desk: &mut Desk, input: VoidSale) -> Result<BillView, Stop> {
    let shift = desk.own_shift()?.number;
    let reason = input.reason.trim().to_owned();
    reasoned(&reason)?;
    let entry = bill_of(desk, &input.number)?;
    let sale = entry.sale();
    let number = sale.number().to_owned();
    if store::returns::is_voided(&desk.db, entry.seq)? {
        return Err(Refusal::SaleVoided { number }.into());
    }
    if entry.payload.shift != Some(shift) {
        return Err(Refusal::VoidAfterShift { number }.into());
    }
    if store::returns::earlier(&desk.db, entry.seq, 0)? != Earlier::default()
        || !store::returns::notes_of(&desk.db, entry.seq)?.is_empty()
    {
        return Err(Refusal::SaleReturned { number }.into());
    }
    desk.needs(Role::Manager)?;
    let cash = sale.tenders.iter().any(|tender| matches!(tender, Tender::Cash { .. }));
    let opens = cash && printer::chosen(&desk.db)?.is_some();
    desk.commit(|writing| {
        store::person::uncount_cash(writing.db, entry.seq)?;
        writing.append(Fact::SaleVoided(Voided { sale: sale.clone(), reason }))?;
        print_job::drop_of(writing.db, entry.seq, "sale_voided", writing.now_us)?;
        if opens {
            let seq = Some(writing.head.seq);
            let asked = Asked { seq, drawer: true, ..Asked::new(Form::Drawer, Route::Receipt) };
            print_job::ask(writing.db, &asked, writing.now_us)?;
        }
        Ok(())
    })?;
    // The last bill in sight is one that stands.
    desk.last_sale = desk.last_sale.take().filter(|last| last.id != sale.id);
    crate::bills::view_bill(desk, crate::bills::BillText { text: number })
}

/// A number.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct NoteNumber {
    pub number: String,
}

/// A credit note and what is left of it.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "fields of store::returns::Note")]
pub struct CreditNoteView {
    pub number: String,
    pub against: String,
    pub kept: Money,
    pub left: Money,
}

impl From<store::returns::Note> for CreditNoteView {
    fn from(note: store::returns::Note) -> Self {
        Self { number: note.number, against: note.against, kept: note.kept.into(), left: note.left.into() }
    }
}

fn note(desk: &Desk, number: &str) -> Result<store::returns::Note, Stop> {
    let number = latin_digits(number.trim()).to_uppercase();
    let shown = || Refusal::UnknownCreditNote { number: number.chars().take(20).collect() };
    Ok(store::returns::note(&desk.db, &number)?.ok_or_else(shown)?)
}

/// Shows what is left of a credit note of this till.
pub fn view_credit_note(desk: &mut Desk, input: NoteNumber) -> Result<CreditNoteView, Stop> {
    Ok(note(desk, &input.number)?.into())
}

/// Offers with the numbers of credit notes as they are written; refuses more of a note than is left of it.
pub(crate) fn with_notes(desk: &Desk, mut offers: Vec<Offer>) -> Result<Vec<Offer>, Stop> {
    let mut asked: Vec<(store::returns::Note, Paise)> = Vec::new();
    for offer in &mut offers {
        let Offer::CreditNote { paise, number } = offer else { continue };
        // Adding up what is no amount could overflow.
        domain::shift::countable(*paise)?;
        let note = note(desk, number)?;
        number.clone_from(&note.number);
        match asked.iter_mut().find(|(other, _)| *other == note) {
            Some((_, sum)) => *sum += *paise,
            None => asked.push((note, *paise)),
        }
    }
    for (note, paise) in asked {
        if note.left == Paise::ZERO {
            if note.kept == Paise::ZERO {
                let holder = store::returns::keeper(&desk.db, &note.number)?.unwrap_or_else(|| "none".to_owned());
                return Err(Refusal::CreditNoteEmpty { number: note.number, holder }.into());
            }
            return Err(Refusal::CreditNoteUsed { number: note.number }.into());
        }
        if paise > note.left {
            return Err(Refusal::CreditNoteShort { number: note.number, left: note.left.to_text() }.into());
        }
    }
    Ok(offers)
}
