//! Masters of a mart that has no portal: it owns them and changes them by entries. Each is checked here, at
//! the door, so that the counter never meets an item it could not sell lawfully.

use crate::desk::{Desk, Writing};
use crate::fault::{Fault, Stop};
use crate::import::own_barcode;
use crate::packs::{DISTRICTS, ICONS, TAX, fits_unit, units};
use crate::settle::second_person;
use crate::store;
use domain::agreement::Owner;
use domain::entry::{Fact, StockReceived};
use domain::item::{Item, Price};
use domain::mart::Mart;
use domain::name::Name;
use domain::operator::{Operator, OwnLimits, Role, check_pin, six_digits};
use domain::quantity::Milli;
use domain::refusal::Refusal;
use domain::shift::MOST_CASH;
use domain::typed;
use paper::{Face, Unprintable};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Done.
#[derive(Debug, Serialize, TS)]
pub struct DoneView {
    /// The entry it became.
    #[ts(type = "number")]
    pub seq: i64,
}

/// The entry just written.
pub(crate) fn done(desk: &Desk) -> DoneView {
    DoneView { seq: desk.head.seq }
}

fn word(id: &str) -> Result<(), Refusal> {
    let fits = (1..=40).contains(&id.len())
        && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_');
    if fits { Ok(()) } else { Err(Refusal::invalid("id")) }
}

/// Refuses a text in which something has no glyph: no bill that names it could ever print.
pub(crate) fn printable(what: &str, text: &str) -> Result<(), Refusal> {
    if text.chars().any(char::is_control) {
        return Err(Refusal::invalid(what));
    }
    text.split_whitespace().try_for_each(|word| match paper::shape(Face::Regular, word) {
        Ok(_) => Ok(()),
        Err(Unprintable::Glyph { character, .. }) => {
            Err(Refusal::NoGlyph { letter: format!("{character} U+{:04X}", u32::from(character)) })
        }
        Err(_) => Err(Refusal::invalid(what)),
    })
}

/// The same of a name in both scripts.
fn printable_name(what: &str, name: &Name) -> Result<(), Refusal> {
    printable(what, &name.hi)?;
    printable(what, &name.en)
}

/// Refuses an item whose labels, bills or lists could not be printed.
pub(crate) fn printable_item(item: &Item) -> Result<(), Refusal> {
    for (what, name) in [("name", &item.name), ("district", &item.district)] {
        printable_name(what, name)?;
    }
    item.maker.iter().try_for_each(|maker| printable_name("maker", maker))?;
    let words =
        [("sku", &item.sku), ("variant", &item.variant), ("gi_name", &item.gi_name), ("gi_number", &item.gi_number)];
    words.into_iter().try_for_each(|(what, text)| printable(what, text))
}

/// Refuses a mart that the law or the bill number would not take, or whose bills could not be printed.
pub(crate) fn check_mart(mart: &Mart) -> Result<(), Refusal> {
    mart.check()?;
    TAX.state(&mart.state)?;
    for (what, name) in [("name", &mart.name), ("place", &mart.place), ("address", &mart.address)] {
        printable_name(what, name)?;
    }
    printable("phone", &mart.phone)
}

/// How far up from parent to parent an item is looked for, that is not to be its own.
pub(crate) const MOST_ABOVE: usize = 20;

/// How much an owner has here of an item of which its new unit has no such part: of what is counted there is no half.
pub(crate) fn unit_unfit(db: &Connection, item: &Item) -> Result<Option<Milli>, Fault> {
    if store::item::by_id(db, item.id)?.is_none_or(|before| before.unit == item.unit) {
        return Ok(None);
    }
    let part = |here: &Milli| matches!(fits_unit(*here, &item.unit), Err(Refusal::QuantityWhole { .. }));
    Ok(store::stock::owners_of(db, item.id)?.into_iter().map(|(_, here)| Milli(here.0.abs())).find(part))
}

impl Writing<'_> {
    /// Checks and writes an item; one without a barcode gets the mart's own.
    pub(crate) fn set_item(&mut self, mut item: Item) -> Result<(), Stop> {
        if item.barcode.is_empty() {
            item.barcode = self.new_barcode()?;
        }
        item.check()?;
        printable_item(&item)?;
        if !ICONS.contains(&&*item.icon) {
            return Err(Refusal::invalid("category").into());
        }
        let mut above = item.parent;
        for _ in 0..MOST_ABOVE {
            let Some(parent) = above else { break };
            let unfit = || Refusal::invalid("parent");
            above = store::item::by_id(self.db, parent)?.filter(|one| one.id != item.id).ok_or_else(unfit)?.parent;
        }
        TAX.rate(&item.rate_class, self.business_date)?;
        for (what, unit) in [("unit", Some(&item.unit)), ("net", item.net.as_ref().map(|net| &net.unit))] {
            if unit.is_some_and(|unit| !units().any(|(code, _)| code == unit)) {
                return Err(Refusal::invalid(what).into());
            }
        }
        if let Some(net) = &item.net {
            fits_unit(net.milli, &net.unit)?;
        }
        // Named in either script, spelt as the programme spells it.
        let same = |district: &&Name| district.en == item.district.en || district.hi == item.district.hi;
        item.district = DISTRICTS.values().find(same).ok_or_else(|| Refusal::invalid("district"))?.clone();
        if let Some(here) = unit_unfit(self.db, &item)? {
            return Err(Refusal::UnitUnfit { name: item.name.hi, here: here.to_text() }.into());
        }
        if store::item::code_taken(self.db, &item)? {
            return Err(Refusal::invalid("sku_or_barcode").into());
        }
        self.append(Fact::ItemSet(item))
    }

    /// The next of the mart's own barcodes.
    fn new_barcode(&self) -> Result<String, Fault> {
        let last = store::item::last_own_barcode(self.db)?.and_then(|code| code.get(2..12)?.parse::<u64>().ok());
        Ok(own_barcode(last.unwrap_or(0) + 1))
    }

    /// Checks a price against the item's rate on its first day and writes it.
    pub(crate) fn set_price(&mut self, price: Price) -> Result<(), Stop> {
        let item = store::item::by_id(self.db, price.item)?.ok_or(Refusal::UnknownItem)?;
        price.check(&TAX.rate(&item.rate_class, price.from)?)?;
        self.append(Fact::PriceSet(price))
    }

    /// Checks and writes a receipt of goods.
    pub(crate) fn receive_stock(&mut self, received: StockReceived) -> Result<(), Stop> {
        self.known(&received.owner)?;
        // A vendor's goods come by their challan.
        if matches!(received.owner, Owner::Vendor(_)) {
            return Err(Refusal::invalid("owner").into());
        }
        if received.lines.is_empty() {
            return Err(Refusal::invalid("lines").into());
        }
        for line in &received.lines {
            let item = store::item::by_id(self.db, line.item)?.ok_or(Refusal::UnknownItem)?;
            fits_unit(line.qty_milli, &item.unit)?;
        }
        if let Owner::Consignor(id) = &received.owner
            && store::consignor::agreement(self.db, id, self.business_date)?.is_none()
        {
            let name = store::consignor::name(self.db, id)?.unwrap_or_default();
            return Err(Refusal::NoAgreement { name: name.hi }.into());
        }
        self.append(Fact::StockReceived(received))
    }

    /// Checks and writes an operator with a new PIN.
    pub(crate) fn set_operator(&mut self, new: NewOperator) -> Result<(), Stop> {
        word(&new.id)?;
        new.name.filled("name")?;
        printable_name("name", &new.name)?;
        let limits = new.limits;
        let fits = limits.discount_bps.is_none_or(|bps| (0..=10_000).contains(&bps.0))
            && limits.paid_out_paise.is_none_or(|paise| (0..=MOST_CASH.0).contains(&paise.0));
        if !fits {
            return Err(Refusal::invalid("limits").into());
        }
        let pin_phc = match new.pin {
            Some(pin) if six_digits(&pin) => self.key.hash_pin(&pin)?,
            Some(_) => return Err(Refusal::invalid("pin").into()),
            None => {
                let kept = store::mart::people(self.db)?.into_iter().find(|person| person.id == new.id);
                kept.ok_or_else(|| Refusal::invalid("pin"))?.pin_phc
            }
        };
        self.append(Fact::OperatorSet(Operator {
            id: new.id,
            name: new.name,
            role: new.role,
            pin_phc,
            active: new.active,
            limits,
        }))
    }

    pub(crate) fn known(&self, owner: &Owner) -> Result<(), Stop> {
        match owner {
            Owner::Consignor(id) if !store::consignor::remembered(self.db, id)? => {
                Err(Refusal::UnknownConsignor { id: id.chars().take(40).collect() }.into())
            }
            Owner::Vendor(gstin) if store::purchase::vendor(self.db, gstin)?.is_none() => {
                Err(Refusal::invalid("vendor").into())
            }
            Owner::Mart | Owner::Consignor(_) | Owner::Vendor(_) => Ok(()),
        }
    }
}

/// Adds or changes an item.
pub fn set_item(desk: &mut Desk, input: Item) -> Result<DoneView, Stop> {
    desk.commit(|writing| writing.set_item(input))?;
    Ok(done(desk))
}

/// Sets a price from a day on. One in the GST dead zone is refused.
pub fn set_price(desk: &mut Desk, input: Price) -> Result<DoneView, Stop> {
    desk.commit(|writing| {
        // A day that is over was sold at the price it had.
        if input.from < writing.business_date {
            return Err(Refusal::invalid("price_from").into());
        }
        writing.set_price(input)
    })?;
    Ok(done(desk))
}

/// An operator and their new PIN of six digits; without one the PIN stays as it is.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "fields of domain::operator::Operator")]
pub struct NewOperator {
    pub id: String,
    pub name: Name,
    pub role: Role,
    #[ts(optional)]
    pub pin: Option<String>,
    #[serde(default = "yes")]
    pub active: bool,
    #[serde(default)]
    #[ts(as = "Option<OwnLimits>", optional)]
    pub limits: OwnLimits,
}

fn yes() -> bool {
    true
}

/// Adds or changes an operator. The last manager stays a manager.
pub fn set_operator(desk: &mut Desk, input: NewOperator) -> Result<DoneView, Stop> {
    if let Some(pin) = &input.pin {
        check_pin(pin)?;
    }
    let (id, new_pin) = (input.id.clone(), input.pin.is_some());
    desk.commit(|writing| {
        if new_pin {
            store::mart::set_pin_guard(writing.db, &input.id, 0, 0)?;
        }
        writing.set_operator(input)?;
        if store::mart::operators(writing.db)?.iter().any(|operator| operator.role == Role::Manager) {
            Ok(())
        } else {
            Err(Refusal::NotAManager.into())
        }
    })?;
    if desk.operator.as_ref().is_some_and(|operator| operator.id == id) {
        desk.operator = store::mart::operator(&desk.db, &id)?;
    }
    Ok(done(desk))
}

/// Changes the mart's facts and settings. What numbers and tax hang on stays: district, State, demonstration.
pub fn set_settings(desk: &mut Desk, mut input: Mart) -> Result<DoneView, Stop> {
    input.gstin = typed::code(&input.gstin);
    if let Some(payer) = &mut input.payout.payer {
        (payer.account, payer.ifsc) = (typed::code(&payer.account), typed::code(&payer.ifsc));
    }
    check_mart(&input)?;
    let fixed = |mart: &Mart| (mart.district.clone(), mart.state.clone(), mart.demo);
    if fixed(&input) != fixed(&desk.mart) {
        return Err(Refusal::invalid("mart").into());
    }
    if input.gstin != desk.mart.gstin
        && let Some(vendor) = store::purchase::vendor(&desk.db, &input.gstin)?
    {
        return Err(Refusal::GstinOfVendor { name: vendor.name.hi }.into());
    }
    // What a till paid after the copy that it goes on from was made, only people know: two of them let it pay again.
    let office = input.payout.office_till.as_ref();
    if desk.till.epoch > 1 && office == Some(&desk.till.till_code) && office != desk.mart.payout.office_till.as_ref() {
        second_person(desk, &desk.signed_in()?.id)?;
    }
    desk.commit(|writing| writing.append(Fact::SettingsSet(input.clone())))?;
    desk.mart = input;
    Ok(done(desk))
}

/// Takes goods in, with their owner.
pub fn receive_stock(desk: &mut Desk, input: StockReceived) -> Result<DoneView, Stop> {
    desk.commit(|writing| writing.receive_stock(input))?;
    Ok(done(desk))
}
