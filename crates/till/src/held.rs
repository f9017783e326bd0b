//! Baskets put by while another customer is served: held with one key, recalled with one. They lie sealed beside the
//! open basket and survive what it survives. Not here: the open basket (`sell`).

use crate::clock::clock_text;
use crate::desk::Desk;
use crate::fault::{Fault, Stop};
use crate::key::{seal, unseal};
use crate::packs;
use crate::sell::{BasketView, supply_of, view_basket};
use crate::sign_in::Nothing;
use crate::store;
use crate::views::Money;
use domain::basket::{Basket, Named};
use domain::money::Paise;
use domain::name::Name;
use domain::refusal::Refusal;
use serde::{Deserialize, Serialize};
use std::convert::Infallible;
use ts_rs::TS;

/// As many as a clerk can keep apart.
const MOST: usize = 9;

/// A basket put by.
#[derive(Debug, Clone)]
pub(crate) struct Held {
    at_us: i64,
    basket: Basket,
}

/// The same in the second file: goods by their item's id alone.
#[derive(Serialize, Deserialize)]
struct Kept {
    at_us: i64,
    basket: Basket<Named>,
}

/// A basket put by, as a chip shows it.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct HeldView {
    pub id: String,
    /// Who waits for it, if they said.
    pub buyer: Option<String>,
    /// What lies on top of it.
    pub first: Name,
    /// How much of everything.
    pub quantity: Name,
    pub due: Money,
    /// When it was put by: `10:31`.
    pub at: String,
}

/// The baskets put by, oldest first.
pub(crate) fn views(desk: &Desk) -> Vec<HeldView> {
    let view = |held: &Held| {
        let basket = &held.basket;
        let due = basket.price(supply_of(desk, basket).1).map_or(Paise::ZERO, |priced| priced.due_paise);
        HeldView {
            id: basket.id.to_string(),
            buyer: basket.buyer.as_ref().map(|buyer| buyer.name.clone()).filter(|name| !name.is_empty()),
            first: basket.lines.first().map(|line| line.goods.item.name.clone()).unwrap_or_default(),
            quantity: packs::sum(basket.lines.iter().map(|line| (line.qty_milli, &line.goods.item.unit))),
            due: due.into(),
            at: clock_text(held.at_us),
        }
    };
    desk.held.iter().map(view).collect()
}

/// The baskets that were put by when the program last ran and have not been sold since.
pub(crate) fn kept(desk: &Desk) -> Result<Vec<Held>, Fault> {
    let Some(sealed) = desk.kept.get("held")? else { return Ok(Vec::new()) };
    let json = unseal(&desk.key()?.sealing(), desk.till.device, &sealed);
    let kept: Vec<Kept> = json.and_then(|json| serde_json::from_slice(&json).ok()).unwrap_or_default();
    let mut held = Vec::with_capacity(kept.len());
    for Kept { at_us, basket } in kept {
        // A kill between the two writes of a hold or a recall leaves a basket both put by and open.
        if basket.id != desk.basket.id && store::sale::by_id(&desk.db, basket.id)?.is_none() {
            held.push(Held { at_us, basket: desk.found_again(&basket)? });
        }
    }
    Ok(held)
}

fn keep(desk: &mut Desk) -> Result<(), Fault> {
    let kept = desk.held.iter().map(|held| {
        let Ok(basket) = held.basket.with_goods(|goods| Ok::<_, Infallible>(Some(goods.named())));
        Kept { at_us: held.at_us, basket }
    });
    let json =
        serde_json::to_vec(&kept.collect::<Vec<_>>()).map_err(|error| Fault::Internal { cause: error.to_string() })?;
    let sealed = seal(&desk.key()?.sealing(), desk.till.device, &json)?;
    desk.kept.set("held", &sealed)
}

fn put_by(desk: &mut Desk) -> Result<(), Stop> {
    if desk.held.len() == MOST {
        return Err(Refusal::HeldFull { most: MOST as i64 }.into());
    }
    let at_us = desk.now_us();
    desk.held.push(Held { at_us, basket: desk.basket.clone() });
    Ok(())
}

/// Puts the open basket by and begins a new one.
pub fn hold_basket(desk: &mut Desk, _: Nothing) -> Result<BasketView, Stop> {
    desk.own_shift()?;
    if desk.basket.lines.is_empty() {
        return Err(Refusal::BasketEmpty.into());
    }
    put_by(desk)?;
    keep(desk)?;
    desk.open_basket(Basket::new(desk.new_id()));
    desk.keep_basket();
    view_basket(desk, Nothing {})
}

/// Which basket; none is the one put by last.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct RecallBasket {
    pub basket: Option<String>,
}

/// Goes on with a basket that was put by, at today's prices. What lies open is put by in its place.
pub fn recall_basket(desk: &mut Desk, input: RecallBasket) -> Result<BasketView, Stop> {
    desk.own_shift()?;
    let wanted = |held: &Held| input.basket.as_ref().is_none_or(|id| held.basket.id.to_string() == *id);
    let place = desk.held.iter().rposition(wanted).ok_or(Refusal::NothingHeld)?;
    let recalled = desk.held.remove(place);
    if !desk.basket.lines.is_empty() {
        put_by(desk)?;
    }
    desk.open_basket(recalled.basket);
    // Looked up again at the next look, whatever has changed meanwhile.
    desk.priced_on = None;
    desk.keep_basket();
    keep(desk)?;
    view_basket(desk, Nothing {})
}
