//! What lost goods are worth to their owner, what is owed for them, and what no more when they turn up. Not here: setting
//! stock right (`stock`), counting it (`count`), goods on the way (`transfers`).

use crate::consign::entry_of;
use crate::desk::Writing;
use crate::fault::{Fault, Stop};
use crate::packs::TAX;
use crate::stock::pieces_of;
use crate::store;
use crate::store::stock::PieceRow;
use domain::agreement::{Agreement, Owner, SupplyMode};
use domain::entry::Fact;
use domain::gst::{Rate, Supply, charge};
use domain::item::Item;
use domain::money::{Bps, Paise};
use domain::quantity::Milli;
use domain::refusal::Refusal;
use domain::stock::{AdjustedLine, Cause, compensation, pieces_fit, taken_back};
use jiff::civil::Date;
use rusqlite::Connection;
use uuid::Uuid;

/// What the owner of goods that have no price asked for one of them when they brought some last.
fn asked(writing: &Writing, item: &Item, agreement: &Agreement) -> Result<Option<Paise>, Stop> {
    let owner = Owner::Consignor(agreement.consignor.clone());
    for seq in store::stock::receipts(writing.db, item.id, &owner)? {
        let Fact::ConsignmentTaken(taken) = entry_of(writing.db, seq)?.fact else { continue };
        let asked = taken.lines.iter().filter(|line| line.item == item.id).find_map(|line| line.asked_paise);
        if asked.is_some() {
            return Ok(asked);
        }
    }
    Ok(None)
}

/// The price of goods as they would have sold today: what a loss is reckoned by. A piece may have its own. Of goods without
/// a price it is what their owner asked for them; without that too, somebody must set a price first.
fn full_price(
    writing: &Writing,
    item: &Item,
    agreement: &Agreement,
    quantity: Milli,
    own: Option<Paise>,
) -> Result<Paise, Stop> {
    let price = match store::item::price(writing.db, item.id, writing.business_date)? {
        Some(price) => Some(price),
        None => asked(writing, item, agreement)?.map(|asked| (asked, true)),
    };
    let includes_tax = price.is_none_or(|(_, includes_tax)| includes_tax);
    let needed = || price.map(|(paise, _)| paise).ok_or_else(|| Refusal::NoPrice { name: item.name.hi.clone() });
    let rate = TAX.rate(&item.rate_class, writing.business_date)?;
    // An unregistered principal collects no GST.
    let rate = if agreement.supply_mode == SupplyMode::B { Rate { rate_bp: Bps(0), threshold: None } } else { rate };
    let terms = agreement.terms(item);
    let price = own.map_or_else(needed, Ok)?;
    Ok(terms.worth(&charge(price.times(quantity), includes_tax, quantity, &rate, Supply::IntraState).tax))
}

/// What is owed for a piece that is lost, by the entry that lost it.
fn owed_for(db: &Connection, code: &str) -> Result<Paise, Fault> {
    let Some((seq, _)) = store::stock::piece_history(db, code)?.pop() else { return Ok(Paise::ZERO) };
    let owed = match entry_of(db, seq)?.fact {
        Fact::StockAdjusted(adjusted) => adjusted.lines.iter().find_map(|line| line.owed_for(code)),
        Fact::TransferSettled(settled) => settled.lines.iter().find_map(|line| line.owed_for(code)),
        _ => None,
    };
    Ok(owed.unwrap_or(Paise::ZERO))
}

/// What goods are worth before tax at a price: what a challan tells of them.
pub(crate) fn before_tax(
    item: &Item,
    (price, includes_tax): (Paise, bool),
    quantity: Milli,
    on: Date,
) -> Result<Paise, Refusal> {
    let rate = TAX.rate(&item.rate_class, on)?;
    Ok(charge(price.times(quantity), includes_tax, quantity, &rate, Supply::IntraState).tax.taxable_paise)
}

impl Writing<'_> {
    /// The line that sets one owner's goods of an item right, with what its owner is owed by the agreement of the day.
    pub(crate) fn adjusted(
        &self,
        item: &Item,
        owner: &Owner,
        cause: Cause,
        lost: Milli,
        pieces: Vec<String>,
    ) -> Result<(AdjustedLine, Option<Paise>, Option<Bps>), Stop> {
        pieces_fit(&pieces, lost)?;
        let rows = pieces_of(self, item.id, owner, &pieces)?;
        let agreement = match owner.consignor() {
            Some(id) => store::consignor::agreement(self.db, id, self.business_date)?,
            None => None,
        };
        let (mut owed, mut each, mut worth, mut borne) = (Paise::ZERO, Vec::new(), None, None);
        if let Some(agreement) = &agreement {
            if lost > Milli(0) {
                let worths = if rows.is_empty() {
                    vec![full_price(self, item, agreement, lost, None)?]
                } else {
                    let one = |row: &PieceRow| full_price(self, item, agreement, Milli::ONE, row.piece.price_paise);
                    rows.iter().map(one).collect::<Result<_, _>>()?
                };
                let whole = worths.iter().copied().sum();
                owed = compensation(cause, agreement, whole);
                if worths.len() > 1 {
                    each = owed.split(&worths.iter().map(|worth| worth.0.max(0)).collect::<Vec<_>>());
                }
                (worth, borne) = (Some(whole), Some(cause.borne(agreement)));
            } else {
                owed = -self.owed_no_more(item.id, owner, Milli(-lost.0), &rows)?;
            }
        }
        let line = AdjustedLine {
            item: item.id,
            owner: owner.clone(),
            lost_milli: lost,
            pieces,
            terms: agreement.map(|agreement| agreement.terms(item)),
            compensation_paise: owed,
            each_paise: each,
        };
        Ok((line, worth, borne))
    }

    /// What is owed no more when goods turn up: for a piece its own, for loose goods their part of what the loose ones left.
    fn owed_no_more(&self, item: Uuid, owner: &Owner, found: Milli, pieces: &[PieceRow]) -> Result<Paise, Fault> {
        let Some(row) = store::stock::of(self.db, item, owner)? else { return Ok(Paise::ZERO) };
        let (mut own, mut owed, mut lost) = (Paise::ZERO, row.owed_paise, row.lost_milli);
        for piece in store::stock::pieces_in(self.db, "lost", item, Some(owner))? {
            let code = &piece.piece.code;
            let paise = owed_for(self.db, code)?;
            if pieces.iter().any(|one| one.piece.code == *code) {
                own += paise;
            }
            (owed, lost) = (owed - paise, Milli(lost.0 - Milli::ONE.0));
        }
        Ok(if pieces.is_empty() { taken_back(owed.max(Paise::ZERO), lost, found) } else { own.min(row.owed_paise) })
    }
}
