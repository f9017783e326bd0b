//! Who buys: the buyer of the basket, customers who agreed to be remembered, and how what is personal is sealed. Every
//! person has a key of their own, kept sealed by the till; without it nothing of them can be read again, while bills
//! stay as they are. What the law makes a bill keep is sealed under a key of that bill, which no consent can take back
//! (DPDP Act s.8(7)).

use crate::clock::date_text;
use crate::desk::{Desk, Writing};
use crate::fault::{Fault, Stop};
use crate::key::{self, random};
use crate::masters::{DoneView, printable};
use crate::packs::TAX;
use crate::sell::{BasketView, change};
use crate::sign_in::Nothing;
use crate::store;
use crate::store::person::Mark;
use crate::views::Money;
use data_encoding::BASE64;
use domain::buyer::{Buyer, mobile_ok};
use domain::customer::{CustomerForgotten, CustomerSet, NOTICE};
use domain::entry::{Fact, Payload};
use domain::money::Paise;
use domain::name::Name;
use domain::refusal::Refusal;
use domain::sale::{BuyerOnBill, Sealed};
use domain::translit::search_key;
use domain::typed;
use jiff::civil::Date;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// How many bills of a customer are shown.
const LAST_BILLS: u32 = 5;

/// What a bill says of its buyer and is personal.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Person {
    /// As printed.
    pub name: String,
    /// Ten digits.
    pub mobile: Option<String>,
    /// As printed.
    pub address: String,
    /// Where the goods are sent, if elsewhere; as printed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub delivery: String,
    /// Income-tax number.
    pub pan: Option<String>,
    /// They signed the declaration that they have none.
    pub declared: bool,
}

fn internal(error: impl std::fmt::Display) -> Fault {
    Fault::Internal { cause: error.to_string() }
}

/// What is sealed under a person's key; none once they are forgotten, or on a till without its key.
pub(crate) fn open<T: DeserializeOwned>(desk: &Desk, sealed: &Sealed) -> Option<T> {
    let row = store::person::key(&desk.db, sealed.person).ok()??;
    let key = key::unseal(&desk.key().ok()?.sealing(), sealed.person, &row)?;
    let text = BASE64.decode(sealed.text.as_bytes()).ok()?;
    serde_json::from_slice(&key::unseal(&key.try_into().ok()?, sealed.person, &text)?).ok()
}

/// What a bill says of its buyer; none once they are forgotten, or on a till without its key.
pub fn unseal(desk: &Desk, sealed: &Sealed) -> Option<Person> {
    open(desk, sealed)
}

/// Seals under the key of `person`, or of a new one.
pub(crate) fn seal(writing: &Writing, person: Option<Uuid>, what: &impl Serialize) -> Result<Sealed, Stop> {
    let sealing = writing.key.sealing();
    let known = match person {
        Some(person) => store::person::key(writing.db, person)?.map(|row| (person, row)),
        None => None,
    };
    let (person, key): (Uuid, [u8; 32]) = if let Some((person, row)) = known {
        let key = key::unseal(&sealing, person, &row).and_then(|key| key.try_into().ok());
        (person, key.ok_or_else(|| internal("the key of a person does not open"))?)
    } else {
        let (person, key) = (Uuid::from_bytes(random()?), random()?);
        store::person::keep_key(writing.db, person, &key::seal(&sealing, person, &key)?)?;
        (person, key)
    };
    let text = serde_json::to_vec(what).map_err(internal)?;
    Ok(Sealed { person, text: BASE64.encode(&key::seal(&key, person, &text)?) })
}

/// What tells a buyer apart in the count of a day's cash: a registration counts by the PAN in it, and who is known by name
/// and address alone by these, however they are spelt.
fn marks(desk: &Desk, buyer: &Buyer) -> Result<Vec<Mark>, Fault> {
    let (name, address) = (search_key(&buyer.name), search_key(&buyer.address));
    let named = (!name.is_empty() && !address.is_empty()).then(|| format!("{name}|{address}"));
    let told = [("mobile", buyer.mobile.as_deref()), ("pan", buyer.pan()), ("named", named.as_deref())];
    let key = desk.key()?;
    Ok(told.into_iter().filter_map(|(what, text)| Some(key.mark(what, text?))).collect())
}

/// Refuses cash that brings a buyer's day to the limit of Income-tax Act 2025 s.186; answers the marks to count it by.
pub(crate) fn cash_fits(desk: &Desk, buyer: &Buyer, cash: Paise, on: Date) -> Result<Vec<Mark>, Stop> {
    let marks = if cash > Paise::ZERO { marks(desk, buyer)? } else { Vec::new() };
    if let Some(limit) = TAX.limit("cash_receipt_paise", on) {
        for mark in &marks {
            if store::person::cash_on(&desk.db, mark, on)? + cash >= limit {
                return Err(Refusal::CashOverLimit { limit: limit.to_text() }.into());
            }
        }
    }
    Ok(marks)
}

/// The buyer as the bill keeps them, and which customer they are. `by_law`: the bill must keep naming them.
pub(crate) fn on_bill(
    writing: &Writing,
    buyer: &Buyer,
    by_law: bool,
) -> Result<(Option<BuyerOnBill>, Option<Uuid>), Stop> {
    if *buyer == Buyer::default() {
        return Ok((None, None));
    }
    let customer = match &buyer.mobile {
        Some(mobile) => store::person::by_mobile(writing.db, &writing.key.mark("mobile", mobile))?,
        None => None,
    };
    let person = Person {
        name: buyer.name.clone(),
        mobile: buyer.mobile.clone(),
        address: buyer.address.clone(),
        delivery: buyer.delivery.clone(),
        pan: buyer.pan.clone(),
        declared: buyer.declared,
    };
    let nameless =
        person.name.is_empty() && person.address.is_empty() && person.delivery.is_empty() && person.mobile.is_none();
    let sealed = if nameless && person.pan.is_none() && !person.declared {
        None
    } else {
        Some(seal(writing, customer.filter(|_| !by_law), &person)?)
    };
    let on_bill =
        BuyerOnBill { gstin: buyer.gstin.clone(), sez: buyer.sez, state: buyer.state.clone(), person: sealed };
    Ok((Some(on_bill), customer))
}

/// Notes the sale just written: whose it is, and from whom its cash.
pub(crate) fn note_sale(writing: &Writing, customer: Option<Uuid>, marks: &[Mark], cash: Paise) -> Result<(), Stop> {
    let seq = writing.head.seq;
    if let Some(customer) = customer {
        store::person::bought(writing.db, customer, seq)?;
    }
    for mark in marks {
        store::person::took_cash(writing.db, mark, seq, writing.business_date, cash)?;
    }
    Ok(())
}

/// Who buys, and whether they agree to be remembered.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct SetBuyer {
    pub buyer: Buyer,
    #[serde(default)]
    pub consent: bool,
}

/// As typed at a counter: with spaces, in small letters, empty fields.
fn tidy(buyer: Buyer) -> Buyer {
    let read = |text: Option<String>, as_kept: fn(&str) -> String| {
        text.map(|text| as_kept(&text)).filter(|text| !text.is_empty())
    };
    let gstin = read(buyer.gstin, typed::code);
    let home = gstin.as_deref().and_then(|gstin| gstin.get(..2)).map(str::to_owned);
    Buyer {
        state: read(buyer.state, typed::code).or(home),
        gstin,
        pan: read(buyer.pan, typed::code),
        mobile: read(buyer.mobile, typed::mobile),
        name: buyer.name.trim().to_owned(),
        address: buyer.address.trim().to_owned(),
        delivery: buyer.delivery.trim().to_owned(),
        ..buyer
    }
}

/// Says who buys: the basket is taxed anew by their State. Who agrees is remembered.
pub fn set_buyer(desk: &mut Desk, input: SetBuyer) -> Result<BasketView, Stop> {
    let buyer = tidy(input.buyer);
    buyer.check(&TAX)?;
    if buyer.gstin.as_ref() == Some(&desk.mart.gstin) {
        return Err(Refusal::OwnGstin.into());
    }
    for (what, text) in [("name", &buyer.name), ("address", &buyer.address), ("delivery", &buyer.delivery)] {
        printable(what, text)?;
    }
    if input.consent && buyer.mobile.is_none() {
        return Err(Refusal::invalid("mobile").into());
    }
    let kept = buyer.clone();
    let view = change(desk, |basket| {
        basket.buyer = Some(kept).filter(|buyer| *buyer != Buyer::default());
        Ok(None)
    })?;
    if input.consent {
        remember(desk, &buyer)?;
    }
    Ok(view)
}

/// Remembers a buyer who agreed; the PAN is asked again where a bill needs it.
fn remember(desk: &mut Desk, buyer: &Buyer) -> Result<(), Stop> {
    let kept = Buyer { pan: None, declared: false, delivery: String::new(), ..buyer.clone() };
    let mark = desk.key()?.mark("mobile", buyer.mobile.as_deref().unwrap_or_default());
    let known = store::person::by_mobile(&desk.db, &mark)?;
    if let Some(person) = known
        && remembered(desk, person)?.as_ref() == Some(&kept)
    {
        return Ok(());
    }
    desk.commit(|writing| {
        let sealed = seal(writing, known, &kept)?;
        store::person::set_mobile(writing.db, sealed.person, &mark)?;
        writing.append(Fact::CustomerSet(CustomerSet { notice: NOTICE.to_owned(), sealed }))
    })
}

fn remembered(desk: &Desk, person: Uuid) -> Result<Option<Buyer>, Fault> {
    let Some(seq) = store::person::last_set(&desk.db, person)? else { return Ok(None) };
    let Some(bytes) = store::journal::payload(&desk.db, seq)? else { return Ok(None) };
    let payload: Payload = serde_json::from_slice(&bytes).map_err(internal)?;
    Ok(match &payload.fact {
        Fact::CustomerSet(set) => open(desk, &set.sealed),
        _ => None,
    })
}

/// Takes the buyer off the basket.
pub fn clear_buyer(desk: &mut Desk, _: Nothing) -> Result<BasketView, Stop> {
    change(desk, |basket| {
        basket.buyer = None;
        Ok(None)
    })
}

/// A mobile number.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct FindCustomer {
    pub mobile: String,
}

/// A bill of a customer.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct BoughtView {
    pub number: String,
    pub date: String,
    pub due: Money,
}

/// A customer who agreed to be remembered, and their last bills.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct CustomerView {
    pub person: String,
    pub buyer: Buyer,
    pub bills: Vec<BoughtView>,
}

/// The customer of a mobile, if there is one.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct FoundView {
    pub customer: Option<CustomerView>,
}

/// Finds a customer by their mobile.
pub fn find_customer(desk: &mut Desk, input: FindCustomer) -> Result<FoundView, Stop> {
    let mobile = typed::mobile(&input.mobile);
    if !mobile_ok(&mobile) {
        return Err(Refusal::invalid("mobile").into());
    }
    let mark = desk.key()?.mark("mobile", &mobile);
    let Some(person) = store::person::by_mobile(&desk.db, &mark)? else { return Ok(FoundView { customer: None }) };
    let Some(buyer) = remembered(desk, person)? else { return Ok(FoundView { customer: None }) };
    let bills = store::person::history(&desk.db, person, LAST_BILLS)?
        .into_iter()
        .map(|(number, date, due)| BoughtView { number, date: date.parse().map_or(date, date_text), due: due.into() })
        .collect();
    Ok(FoundView { customer: Some(CustomerView { person: person.to_string(), buyer, bills }) })
}

/// A customer.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct ForgetCustomer {
    pub person: String,
}

/// Takes a customer's consent back and forgets them: their key goes, their bills stay. It is as easy as agreeing was
/// (DPDP Act s.6(4)), so it needs no manager.
pub fn forget_customer(desk: &mut Desk, input: ForgetCustomer) -> Result<DoneView, Stop> {
    let person = Uuid::parse_str(&input.person).map_err(|_| Refusal::invalid("person"))?;
    let known = remembered(desk, person)?.ok_or_else(|| Refusal::invalid("person"))?;
    desk.commit(|writing| {
        store::person::forget(writing.db, person)?;
        writing.append(Fact::CustomerForgotten(CustomerForgotten { person }))
    })?;
    desk.undo.clear();
    if desk.basket.buyer.as_ref().is_some_and(|buyer| buyer.mobile == known.mobile) {
        clear_buyer(desk, Nothing {})?;
    }
    store::empty_log(&desk.db)?;
    Ok(DoneView { seq: desk.head.seq })
}

/// A State.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct StateView {
    pub code: String,
    pub name: Name,
}

/// Every State, and the mart's own.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct StatesView {
    pub own: String,
    pub states: Vec<StateView>,
}

/// The States a bill can name.
pub fn view_states(desk: &mut Desk, _: Nothing) -> Result<StatesView, Stop> {
    let states = TAX.states().map(|(code, name)| StateView { code: code.to_owned(), name: name.clone() }).collect();
    Ok(StatesView { own: desk.mart.state.clone(), states })
}
