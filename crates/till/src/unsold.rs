//! Goods that do not sell: the steps of the agreement's ladder, what their maker said to each, and the prices of an agreed
//! markdown. Not here: which goods are old (`stock`).

use crate::consignors::known;
use crate::desk::Desk;
use crate::fault::{Fault, Stop};
use crate::masters::{DoneView, done};
use crate::packs::TAX;
use crate::stock::{days_since, owner_name, said};
use crate::store;
use crate::store::stock::StockRow;
use crate::store::unsold::Answer;
use domain::agreement::Owner;
use domain::entry::Fact;
use domain::item::{Item, Price};
use domain::money::{Bps, Paise};
use domain::name::{Language, Name};
use domain::quantity::Milli;
use domain::refusal::Refusal;
use domain::stock::{PiecePrice, Step, UnsoldAnswered, marked_down, step_of};
use jiff::civil::Date;
use rusqlite::Connection;
use serde::Deserialize;
use std::collections::BTreeSet;
use ts_rs::TS;
use uuid::Uuid;

pub(crate) fn parse_step(word: &str) -> Option<Step> {
    match word {
        "remind" => Some(Step::Remind),
        "markdown" => Some(Step::Markdown),
        "give_back" => Some(Step::GiveBack),
        _ => None,
    }
}

/// What the maker of unsold goods was told or asked, and what they said.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "fields of domain::stock::UnsoldAnswered")]
pub struct AnswerUnsold {
    pub consignor: String,
    #[ts(type = "string")]
    pub item: Uuid,
    pub step: Step,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub agreed: Option<bool>,
    pub how: String,
}

/// What a markdown of one owner's goods of an item makes of their prices.
pub(crate) struct Markdown {
    /// The item's new price and whether tax is inside, where goods of theirs are sold at it.
    item: Option<(Paise, bool)>,
    /// Pieces that have their own price.
    pieces: Vec<PiecePrice>,
}

impl Markdown {
    pub(crate) fn of(db: &Connection, row: &StockRow, by: Bps, on: Date) -> Result<Self, Fault> {
        let (own, at_item_price) = own_prices(db, row.item.id, &row.owner, row.here_milli)?;
        let price = if at_item_price > Milli(0) { store::item::price(db, row.item.id, on)? } else { None };
        Ok(Self {
            item: price.map(|(price, includes_tax)| (marked_down(price, by), includes_tax)),
            pieces: own
                .into_iter()
                .map(|(code, price)| PiecePrice { code, price_paise: marked_down(price, by) })
                .collect(),
        })
    }

    /// Each once, the lowest first.
    pub(crate) fn prices(&self) -> BTreeSet<Paise> {
        self.pieces.iter().map(|piece| piece.price_paise).chain(self.item.map(|(price, _)| price)).collect()
    }
}

/// An owner's pieces here that have their own price, with it, and how much of their goods is sold at the item's.
fn own_prices(db: &Connection, item: Uuid, owner: &Owner, here: Milli) -> Result<(Vec<(String, Paise)>, Milli), Fault> {
    let pieces = store::stock::pieces_in(db, "here", item, Some(owner))?;
    let own: Vec<(String, Paise)> =
        pieces.into_iter().filter_map(|row| Some((row.piece.code, row.piece.price_paise?))).collect();
    let left = Milli(here.0 - own.len() as i64 * Milli::ONE.0);
    Ok((own, left))
}

/// Another owner whose goods would be sold for less if the item's price fell.
fn other_at_this_price(desk: &Desk, item: Uuid, owner: &Owner) -> Result<Option<Name>, Fault> {
    for (other, here) in store::stock::owners_of(&desk.db, item)? {
        if other != *owner && own_prices(&desk.db, item, &other, here)?.1 > Milli(0) {
            return Ok(Some(owner_name(desk, &other)?.unwrap_or_else(|| desk.mart.name.clone())));
        }
    }
    Ok(None)
}

/// Notes a step with unsold goods; the message to their maker waits for the centre. A markdown they agreed to is the
/// price from today on of the item and of their pieces that have their own; one maker's word cannot lower another's.
pub fn answer_unsold(desk: &mut Desk, input: AnswerUnsold) -> Result<DoneView, Stop> {
    let consignor = known(desk, &input.consignor)?;
    let today = desk.today().1;
    let owner = Owner::Consignor(consignor.id.clone());
    let item = store::item::by_id(&desk.db, input.item)?.ok_or(Refusal::UnknownItem)?;
    let none = || Refusal::StockShort { name: item.name.hi.clone(), left: "0".to_owned() };
    let row = store::stock::of(&desk.db, item.id, &owner)?.filter(|row| row.here_milli > Milli(0)).ok_or_else(none)?;
    let agreement = store::consignor::agreement(&desk.db, &consignor.id, today)?
        .ok_or_else(|| Refusal::NoAgreement { name: consignor.name.hi.clone() })?;
    let days = days_since(row.since, today).unwrap_or(0);
    // A step is taken only once the goods are old enough for it.
    if step_of(days, &agreement).is_none_or(|reached| input.step > reached) {
        return Err(Refusal::invalid("step").into());
    }
    if (input.step == Step::Remind) != input.agreed.is_none() {
        return Err(Refusal::invalid("agreed").into());
    }
    let answers = match row.since {
        Some(since) => store::unsold::answers(&desk.db, &consignor.id, item.id, since)?,
        None => Vec::new(),
    };
    let step = |answer: &Answer| parse_step(&answer.step);
    if answers.iter().any(|answer| answer.agreed == Some(true) && step(answer) >= Some(input.step)) {
        return Err(Refusal::AgreedAlready { name: item.name.hi }.into());
    }
    // Nor is a lower step taken after a higher one.
    if answers.iter().any(|answer| step(answer) > Some(input.step)) {
        return Err(Refusal::invalid("step").into());
    }
    let how = said("how", &input.how)?;
    // A button pressed twice sends one message.
    let again = |answer: &Answer| answer.agreed == input.agreed && answer.on == today.to_string();
    if answers.first().is_some_and(|last| step(last) == Some(input.step) && again(last)) {
        return Ok(done(desk));
    }
    let lower = match (input.step, input.agreed) {
        (Step::Markdown, Some(true)) => Markdown::of(&desk.db, &row, agreement.ladder.markdown_bps, today)?,
        _ => Markdown { item: None, pieces: Vec::new() },
    };
    if lower.item.is_some()
        && let Some(other) = other_at_this_price(desk, item.id, &owner)?
    {
        return Err(Refusal::OthersAtThisPrice { name: item.name.hi, owner: other.hi }.into());
    }
    let prices: Vec<String> = lower.prices().into_iter().map(Paise::to_text).collect();
    let message = message(input.step, input.agreed, &item, &row.here_milli.to_text(), days, prices.join(", "));
    desk.commit(|writing| {
        let rate = TAX.rate(&item.rate_class, writing.business_date)?;
        let includes_tax =
            store::item::price(writing.db, item.id, writing.business_date)?.is_none_or(|(_, includes)| includes);
        for PiecePrice { price_paise, .. } in &lower.pieces {
            Price { item: item.id, price_paise: *price_paise, includes_tax, from: writing.business_date }
                .check(&rate)?;
        }
        writing.append(Fact::UnsoldAnswered(UnsoldAnswered {
            consignor: consignor.id,
            item: item.id,
            step: input.step,
            agreed: input.agreed,
            how,
            message_hi: message,
            pieces: lower.pieces,
        }))?;
        if let Some((price_paise, includes_tax)) = lower.item {
            writing.set_price(Price { item: item.id, price_paise, includes_tax, from: writing.business_date })?;
        }
        Ok(())
    })?;
    Ok(done(desk))
}

/// The message to the maker, as their phone shows it.
fn message(step: Step, agreed: Option<bool>, item: &Item, here: &str, days: i32, price: String) -> String {
    let key = match (step, agreed) {
        (Step::Remind, _) => "sms-unsold-remind",
        (Step::Markdown, Some(true)) => "sms-unsold-markdown",
        (Step::GiveBack, Some(true)) => "sms-unsold-give-back",
        (Step::Markdown | Step::GiveBack, _) => "sms-unsold-kept",
    };
    let args =
        [("item", item.name.hi.as_str().into()), ("here", here.into()), ("days", days.into()), ("price", price.into())];
    paper::words::text(Language::Hi, key, &args)
}
