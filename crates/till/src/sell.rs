//! The counter up to the payment: scan, search, and change the basket. Nothing here flushes to the disk; a
//! basket is kept beside the journal without.

use crate::approvals;
use crate::clock::date_text;
use crate::desk::Desk;
use crate::fault::{Fault, Stop};
use crate::held::{self, HeldView};
use crate::packs::{self, TAX, fits_unit};
use crate::returns::ExchangeView;
use crate::sign_in::Nothing;
use crate::store;
use crate::store::stock::PieceRow;
use crate::views::{HitView, Money, TenderView};
use domain::agreement::{Owner, SupplyMode};
use domain::basket::{Basket, Goods, Line, Named, Priced};
use domain::buyer::Buyer;
use domain::gst::Supply;
use domain::item::Item;
use domain::money::Paise;
use domain::name::Name;
use domain::operator::Role;
use domain::quantity::Milli;
use domain::refusal::Refusal;
use domain::typed::latin_digits;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;
use uuid::Uuid;

/// One line as shown.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct LineView {
    /// Its place, from 0.
    pub no: u32,
    #[serde(flatten)]
    pub goods: HitView,
    pub quantity_milli: Milli,
    pub quantity: String,
    pub rate: String,
    /// The line's own discount.
    pub discount: Money,
    /// After its own discount, before its share of the bill's.
    pub amount: Money,
    /// The item's own price, where a manager set another.
    pub own_price: Option<Money>,
    pub note: String,
    /// The tag of the unique piece that is sold.
    pub piece: Option<String>,
    /// A warning's code.
    pub warning: Option<String>,
    /// The basket asks for more of the item than is here.
    pub short: bool,
}

/// The last bill, shown until the next payment begins.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct LastSaleView {
    pub number: String,
    pub due: Money,
    pub change: Money,
    pub tenders: Vec<TenderView>,
}

/// The basket and what it comes to.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct BasketView {
    pub id: String,
    pub lines: Vec<LineView>,
    /// How much of everything, each unit apart.
    pub quantity: Name,
    /// How many consignors' goods are in it.
    pub artisans: u32,
    pub taxable: Money,
    /// All discounts.
    pub discount: Money,
    /// Of which on the whole bill.
    pub basket_discount: Money,
    pub cgst: Money,
    pub sgst: Money,
    pub igst: Money,
    pub round_off: Money,
    pub due: Money,
    /// Goods that come back in exchange for these, by their bill.
    pub exchange: Option<ExchangeView>,
    /// The due less what they pay for.
    pub to_pay: Money,
    /// Baskets put by, oldest first.
    pub held: Vec<HeldView>,
    /// The line that was just changed.
    pub touched: Option<u32>,
    /// The last change can be taken back.
    pub can_undo: bool,
    /// What was written to the whole bill.
    pub note: String,
    /// Who buys.
    pub buyer: Option<Buyer>,
    /// The State the supply is made in.
    pub place_of_supply: Name,
    /// Codes of what the clerk should know of the whole bill.
    pub warnings: Vec<String>,
    pub last_sale: Option<LastSaleView>,
}

/// Whose goods a sale of the item takes: of goods on approval whose six months are over nothing is sold until their invoice
/// comes (CGST Act s.31(7)), and the next owner's go instead.
fn owner_to_sell(desk: &Desk, item: &Item, on: Date) -> Result<Owner, Stop> {
    let first = store::item::owner_to_sell(&desk.db, item.id)?;
    let Owner::Vendor(gstin) = &first else { return Ok(first) };
    let Some(over) = approvals::over_since(&desk.db, item.id, gstin, on)? else { return Ok(first) };
    for (owner, here) in store::stock::owners_of(&desk.db, item.id)? {
        let late = match &owner {
            Owner::Vendor(gstin) => approvals::over_since(&desk.db, item.id, gstin, on)?.is_some(),
            Owner::Mart | Owner::Consignor(_) => false,
        };
        if here > Milli(0) && !late {
            return Ok(owner);
        }
    }
    Err(Refusal::ApprovalOver { name: item.name.hi.clone(), date: date_text(over) }.into())
}

/// Looks up what the counter must know to sell an item, or one piece of it, on a day.
pub(crate) fn goods(desk: &Desk, item: Item, piece: Option<PieceRow>, on: Date) -> Result<Goods, Stop> {
    let not_for_sale = |item: &Item| Refusal::ItemNotForSale { name: item.name.hi.clone() };
    if item.retired {
        return Err(not_for_sale(&item).into());
    }
    if let Some(gone) = piece.as_ref().filter(|piece| piece.state != "here") {
        return Err(gone.refused().into());
    }
    let (price_paise, includes_tax) = store::item::price(&desk.db, item.id, on)?.ok_or_else(|| not_for_sale(&item))?;
    let rate = TAX.rate(&item.rate_class, on)?;
    let (owner, price_paise) = match &piece {
        Some(row) => (row.owner.clone(), row.piece.price_paise.unwrap_or(price_paise)),
        None => (owner_to_sell(desk, &item, on)?, price_paise),
    };
    let terms = match &owner {
        Owner::Mart | Owner::Vendor(_) => None,
        Owner::Consignor(id) => {
            let agreement = store::consignor::agreement(&desk.db, id, on)?.ok_or_else(|| not_for_sale(&item))?;
            Some(agreement.terms(&item))
        }
    };
    if terms.is_some_and(|terms| terms.supply_mode == SupplyMode::B) && !desk.mart.principal_name_allowed {
        return Err(Refusal::PrincipalNameOff.into());
    }
    // A receipt names who made the piece.
    let maker = piece.as_ref().and_then(|row| row.piece.made_by.clone()).or_else(|| item.maker.clone());
    let item = Item { maker, ..item };
    let piece = piece.map(|row| row.piece.code);
    Ok(Goods { item: item.into(), price_paise, includes_tax, rate, owner, piece, terms })
}

/// The same of goods that are named.
pub(crate) fn goods_of(desk: &Desk, named: &Named, on: Date) -> Result<Goods, Stop> {
    let item = store::item::by_id(&desk.db, named.item)?.ok_or(Refusal::UnknownItem)?;
    let piece = match &named.piece {
        Some(code) => Some(piece_of(desk, code)?),
        None => None,
    };
    goods(desk, item, piece, on)
}

/// The same; none of goods that can no longer be sold.
pub(crate) fn still_sold(desk: &Desk, named: &Named, on: Date) -> Result<Option<Goods>, Fault> {
    match goods_of(desk, named, on) {
        Ok(goods) => Ok(Some(goods)),
        Err(Stop::Refusal(_)) => Ok(None),
        Err(Stop::Fault(fault)) => Err(fault),
    }
}

fn piece_of(desk: &Desk, code: &str) -> Result<PieceRow, Stop> {
    let unknown = || Refusal::UnknownPiece { code: code.chars().take(40).collect() };
    Ok(store::stock::piece(&desk.db, code)?.ok_or_else(unknown)?)
}

/// Where the open basket is supplied, and whether that leaves the State.
pub(crate) fn supply(desk: &Desk) -> (&str, Supply) {
    supply_of(desk, &desk.basket)
}

pub(crate) fn supply_of<'a>(desk: &'a Desk, basket: &'a Basket) -> (&'a str, Supply) {
    match &basket.buyer {
        Some(buyer) => buyer.supply(&desk.mart.state),
        None => Supply::from_to(&desk.mart.state, None, false),
    }
}

/// Refuses goods in a principal's name to a buyer who may not have them so.
pub(crate) fn memo_fits(desk: &Desk, basket: &Basket) -> Result<(), Refusal> {
    match &basket.buyer {
        Some(buyer) if basket.has_memo() => buyer.takes_memo(&desk.mart.state, desk.mart.memo_other_state_allowed),
        _ => Ok(()),
    }
}

/// Looks every line up again if the day or a master has changed since it was; answers whether it did.
pub(crate) fn refresh(desk: &mut Desk) -> Result<bool, Stop> {
    let now = (desk.today().1, desk.masters_seq);
    if desk.priced_on == Some(now) {
        return Ok(false);
    }
    // What can no longer be sold leaves the basket: else nothing could be done with what is left.
    desk.basket = desk.basket.with_goods(|goods| still_sold(desk, &goods.named(), now.0))?;
    desk.priced_on = Some(now);
    Ok(true)
}

/// Changes the basket if what comes of it can be priced and its discounts are within the operator's limit. What somebody
/// with a wider limit approved stays as long as no discount in it becomes a larger share; what is then within the
/// operator's own limit again needs nobody's approval any more.
pub(crate) fn change(
    desk: &mut Desk,
    body: impl FnOnce(&mut Basket) -> Result<Option<usize>, Refusal>,
) -> Result<BasketView, Stop> {
    refresh(desk)?;
    let mut basket = desk.basket.clone();
    let touched = body(&mut basket)?;
    memo_fits(desk, &basket)?;
    let priced = basket.price(supply_of(desk, &basket).1)?;
    let own = desk.mart.discount_limit(desk.signed_in()?);
    if priced.within(own).is_ok() {
        // A price by hand is approved apart from discounts.
        basket.approved_by.take_if(|_| basket.lines.iter().all(|line| line.price_paise.is_none()));
    } else if !desk.basket.price(supply(desk).1).is_ok_and(|was| basket.no_wider(&priced, own, &desk.basket, &was)) {
        let authority = desk.authority()?;
        priced.within(desk.mart.discount_limit(authority))?;
        basket.approved_by = Some(authority.id.clone());
    }
    if desk.basket.lines.is_empty() && !basket.lines.is_empty() {
        basket.id = desk.new_id();
    }
    desk.change_basket(basket);
    Ok(view(desk, &priced, touched)?)
}

fn view(desk: &Desk, priced: &Priced, touched: Option<usize>) -> Result<BasketView, Fault> {
    let basket = &desk.basket;
    let mut asked: BTreeMap<Uuid, i64> = BTreeMap::new();
    for line in &basket.lines {
        *asked.entry(line.goods.item.id).or_default() += line.qty_milli.0;
    }
    let lines = basket
        .lines
        .iter()
        .zip(&priced.lines)
        .enumerate()
        .map(|(no, (line, priced))| {
            let on_hand = store::item::on_hand(&desk.db, line.goods.item.id)?;
            Ok(LineView {
                no: no as u32,
                goods: HitView { price: line.price().into(), ..HitView::at(&line.goods, on_hand) },
                own_price: line.price_paise.map(|_| line.goods.price_paise.into()),
                note: line.note.clone(),
                piece: line.goods.piece.clone(),
                quantity_milli: line.qty_milli,
                quantity: line.qty_milli.to_text(),
                rate: priced.tax.rate_bp.to_text(),
                discount: line.discount_paise.into(),
                amount: (priced.gross_paise - line.discount_paise).into(),
                warning: priced.dead_zone.then(|| "dead_zone".to_owned()),
                short: asked[&line.goods.item.id] > on_hand.0,
            })
        })
        .collect::<Result<Vec<_>, Fault>>()?;
    let consignors: BTreeSet<&str> = basket.lines.iter().filter_map(|line| line.goods.owner.consignor()).collect();
    let last_sale = desk.last_sale.as_ref().map(|sale| LastSaleView {
        number: sale.number().to_owned(),
        due: sale.due_paise.into(),
        change: sale.change_paise.into(),
        tenders: sale.tenders.iter().map(TenderView::from).collect(),
    });
    let (place, kind) = supply(desk);
    Ok(BasketView {
        id: basket.id.to_string(),
        quantity: packs::sum(basket.lines.iter().map(|line| (line.qty_milli, &line.goods.item.unit))),
        artisans: consignors.len() as u32,
        lines,
        taxable: priced.tax.taxable_paise.into(),
        discount: priced.discount().into(),
        basket_discount: basket.discount_paise.into(),
        cgst: priced.tax.cgst_paise.into(),
        sgst: priced.tax.sgst_paise.into(),
        igst: priced.tax.igst_paise.into(),
        round_off: priced.round_off_paise.into(),
        due: priced.due_paise.into(),
        exchange: ExchangeView::of(basket, priced.due_paise),
        to_pay: (priced.due_paise - basket.credit(priced.due_paise)).into(),
        held: held::views(desk),
        touched: touched.map(|touched| touched as u32),
        can_undo: !desk.undo.is_empty(),
        note: basket.note.clone(),
        buyer: basket.buyer.clone(),
        place_of_supply: TAX.state(place).cloned().unwrap_or_default(),
        warnings: (kind == Supply::InterState).then(|| "other_state".to_owned()).into_iter().collect(),
        last_sale,
    })
}

/// The open basket.
pub fn view_basket(desk: &mut Desk, _: Nothing) -> Result<BasketView, Stop> {
    refresh(desk)?;
    let priced = desk.basket.price(supply(desk).1)?;
    Ok(view(desk, &priced, None)?)
}

/// A barcode or SKU, and how much of it; one if nothing is said.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct Scan {
    pub code: String,
    #[ts(optional = nullable)]
    pub quantity_milli: Option<Milli>,
}

/// What a scanned code names: an item, or one piece of it.
pub(crate) fn scanned(desk: &Desk, code: &str) -> Result<(Item, Option<PieceRow>), Stop> {
    let code = code.trim();
    if let Some(item) = store::item::by_code(&desk.db, code)? {
        return Ok((item, None));
    }
    if let Some(piece) = store::stock::piece(&desk.db, code)? {
        return Ok((store::item::by_id(&desk.db, piece.item)?.ok_or(Refusal::UnknownItem)?, Some(piece)));
    }
    // Typed on a Devanagari keyboard; no scanner sends that.
    let latin = latin_digits(code);
    if latin != code {
        return scanned(desk, &latin);
    }
    Err(Refusal::UnknownBarcode { code: code.chars().take(40).collect() }.into())
}

/// Adds what was scanned.
pub fn scan(desk: &mut Desk, input: Scan) -> Result<BasketView, Stop> {
    desk.own_shift()?;
    desk.looking(|desk| {
        let (item, piece) = scanned(desk, &input.code)?;
        add(desk, item, piece, input.quantity_milli.unwrap_or(Milli::ONE))
    })
}

/// An item by its id.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct AddItem {
    pub item: String,
    pub quantity_milli: Milli,
}

/// Adds an item chosen from a search.
pub fn add_item(desk: &mut Desk, input: AddItem) -> Result<BasketView, Stop> {
    desk.own_shift()?;
    let id = Uuid::parse_str(&input.item).map_err(|_| Refusal::UnknownItem)?;
    desk.looking(|desk| {
        let item = store::item::by_id(&desk.db, id)?.ok_or(Refusal::UnknownItem)?;
        add(desk, item, None, input.quantity_milli)
    })
}

fn add(desk: &mut Desk, item: Item, piece: Option<PieceRow>, quantity: Milli) -> Result<BasketView, Stop> {
    fits_unit(quantity, &item.unit)?;
    let goods = goods(desk, item, piece, desk.today().1)?;
    change(desk, |basket| basket.add(goods, quantity).map(Some))
}

/// A line and its new quantity.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct SetQuantity {
    pub line: u32,
    pub quantity_milli: Milli,
}

/// Sets how much a line holds. More at a price by hand than a manager saw is a manager's act again.
pub fn set_quantity(desk: &mut Desk, input: SetQuantity) -> Result<BasketView, Stop> {
    let place = input.line as usize;
    let more = |line: &Line| line.price_paise.is_some() && input.quantity_milli > line.qty_milli;
    if desk.basket.lines.get(place).is_some_and(more) {
        desk.needs(Role::Manager)?;
    }
    if let Some(line) = desk.basket.lines.get(place) {
        fits_unit(input.quantity_milli, &line.goods.item.unit)?;
    }
    let changed = change(desk, |basket| basket.set_quantity(place, input.quantity_milli).map(|()| Some(place)));
    // Nobody gave a discount here: what is left of the goods no longer bears the one that stands.
    changed.map_err(|stop| match stop {
        Stop::Refusal(Refusal::DiscountOverAmount { amount }) => Refusal::DiscountOverLeft { amount }.into(),
        other => other,
    })
}

/// A line and what is taken off it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct DiscountLine {
    pub line: u32,
    pub discount_paise: Paise,
}

/// Takes an amount off a line; zero takes the discount back.
pub fn discount_line(desk: &mut Desk, input: DiscountLine) -> Result<BasketView, Stop> {
    let place = input.line as usize;
    change(desk, |basket| basket.discount_line(place, input.discount_paise).map(|()| Some(place)))
}

/// What is taken off the whole bill.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct DiscountBasket {
    pub discount_paise: Paise,
}

/// Takes an amount off the whole bill; zero takes the discount back.
pub fn discount_basket(desk: &mut Desk, input: DiscountBasket) -> Result<BasketView, Stop> {
    change(desk, |basket| {
        basket.discount_paise = input.discount_paise;
        Ok(None)
    })
}

/// A line.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct RemoveLine {
    pub line: u32,
}

/// Takes a line out.
pub fn remove_line(desk: &mut Desk, input: RemoveLine) -> Result<BasketView, Stop> {
    change(desk, |basket| {
        basket.remove(input.line as usize)?;
        // A bill discount that the rest cannot bear goes with the line.
        let rest: Paise = basket.price(Supply::IntraState).map_or(Paise::ZERO, |priced| priced.due_paise);
        if rest == Paise::ZERO {
            basket.discount_paise = Paise::ZERO;
        }
        Ok(None)
    })
}

/// Begins the basket anew.
pub fn empty_basket(desk: &mut Desk, _: Nothing) -> Result<BasketView, Stop> {
    desk.change_basket(Basket::new(desk.new_id()));
    view_basket(desk, Nothing {})
}

/// Takes the last change of the open basket back.
pub fn undo(desk: &mut Desk, _: Nothing) -> Result<BasketView, Stop> {
    desk.own_shift()?;
    let before = desk.undo.pop_back().ok_or(Refusal::NothingToUndo)?;
    desk.basket = before;
    // Looked up again, whatever has changed meanwhile.
    desk.priced_on = None;
    desk.keep_basket();
    view_basket(desk, Nothing {})
}

/// A line and the price of one unit; none is the item's own again.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct PriceLine {
    pub line: u32,
    pub price_paise: Option<Paise>,
}

/// Sells a line at another price than its item's: a manager's act, named in the sale's entry.
pub fn price_line(desk: &mut Desk, input: PriceLine) -> Result<BasketView, Stop> {
    let place = input.line as usize;
    if input.price_paise.is_some() {
        desk.needs(Role::Manager)?;
    }
    let by = desk.authority()?.id.clone();
    change(desk, |basket| {
        basket.set_price(place, input.price_paise)?;
        if input.price_paise.is_some() {
            basket.approved_by = Some(by);
        }
        Ok(Some(place))
    })
}

/// A line, or none for the whole bill, and what is written to it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct WriteNote {
    pub line: Option<u32>,
    pub note: String,
}

/// Writes a note that is kept with the sale and printed; an empty one takes it away.
pub fn write_note(desk: &mut Desk, input: WriteNote) -> Result<BasketView, Stop> {
    let place = input.line.map(|line| line as usize);
    change(desk, |basket| basket.set_note(place, &input.note).map(|()| place))
}

/// Words and how many hits are wanted.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct Search {
    pub text: String,
    pub limit: u32,
}

/// What was found.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct SearchView {
    pub hits: Vec<HitView>,
}

/// Finds items by what is known of them: names in both scripts, maker, village, district, SKU, barcode, price;
/// also where a word is mistyped.
pub fn search(desk: &mut Desk, input: Search) -> Result<SearchView, Stop> {
    let on = desk.today().1;
    let mut hits = Vec::new();
    for item in store::search::search(&desk.db, on, &input.text, input.limit.min(50) as usize)? {
        // Goods without a price or terms today are not for sale today.
        match goods(desk, item, None, on) {
            Ok(goods) => hits.push(HitView::of(desk, &goods)?),
            Err(Stop::Refusal(_)) => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(SearchView { hits })
}
