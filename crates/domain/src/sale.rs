//! The sale: a basket closed for good. Every line freezes its owner, terms, tax and share, so that a
//! return, a statement or a tax return years later reads it and computes nothing. Not here: the number
//! series (the till takes numbers inside the sale's own transaction).

use crate::agreement::{Earned, Owner, Terms};
use crate::basket::{Basket, Priced};
use crate::bill::{BillKind, Draft, DraftLine, drafts};
use crate::gst::{Supply, Tax, tax_on, tax_within};
use crate::item::Item;
use crate::money::{Bps, Paise};
use crate::quantity::Milli;
use crate::refusal::Refusal;
use crate::tender::Tender;
use serde::{Deserialize, Serialize};
use std::ops::Not;
use std::sync::Arc;
use uuid::Uuid;

/// A closed, numbered fact: one payment, its lines, its tenders and the documents it closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sale {
    /// The basket's id.
    pub id: Uuid,
    /// The documents of this payment.
    pub bills: Vec<Bill>,
    /// Who bought, where the bill says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub buyer: Option<BuyerOnBill>,
    /// GST code of the State the supply is made in.
    pub place_of_supply: String,
    /// What the clerk wrote to the whole bill.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// In the basket's order.
    pub lines: Vec<SaleLine>,
    /// What was given; they add to `due_paise`.
    pub tenders: Vec<Tender>,
    /// Sum over the lines (its rate is of no meaning).
    pub tax: Tax,
    /// To the nearest rupee.
    pub round_off_paise: Paise,
    /// What was to pay.
    pub due_paise: Paise,
    /// Given back out of cash.
    pub change_paise: Paise,
}

/// The buyer as a bill keeps them: what GST returns ask for in the open, what is personal sealed under the person's own
/// key, so that it can be forgotten while the bill stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BuyerOnBill {
    /// A registered buyer's.
    pub gstin: Option<String>,
    /// A unit in a special economic zone.
    pub sez: bool,
    /// GST code of the State recorded.
    pub state: Option<String>,
    /// Name, mobile, address and PAN.
    pub person: Option<Sealed>,
}

/// Something personal that only its person's key opens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    /// Whose key.
    pub person: Uuid,
    /// Nonce and ciphertext, base64.
    pub text: String,
}

/// One numbered document of a sale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bill {
    /// Which document.
    pub kind: BillKind,
    /// Its number.
    pub number: String,
    /// The consignor in whose name a memo is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub principal: Option<String>,
    /// Places of its lines in the sale, from 0.
    pub lines: Vec<usize>,
}

/// One line, frozen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaleLine {
    /// The item as it was.
    pub item: Arc<Item>,
    /// Whose goods.
    pub owner: Owner,
    /// The unique piece it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub piece: Option<String>,
    /// The terms with the consignor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<Terms>,
    /// How much.
    pub qty_milli: Milli,
    /// For one unit.
    pub price_paise: Paise,
    /// The item's own price, where a manager set another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_price_paise: Option<Paise>,
    /// Whether GST was inside the price.
    pub includes_tax: bool,
    /// Price times quantity.
    pub gross_paise: Paise,
    /// The line's discount and its share of the bill's.
    #[serde(default, skip_serializing_if = "Paise::is_zero")]
    pub discount_paise: Paise,
    /// Of which from the bill.
    #[serde(default, skip_serializing_if = "Paise::is_zero")]
    pub bill_share_paise: Paise,
    /// Taxable value and tax.
    pub tax: Tax,
    /// Charged the higher rate because no rate fitted.
    #[serde(default, skip_serializing_if = "Not::not")]
    pub dead_zone: bool,
    /// What the consignor earns and is billed; nothing for the mart's own goods.
    #[serde(default, skip_serializing_if = "Earned::is_nothing")]
    pub earned: Earned,
    /// What the clerk wrote to it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl SaleLine {
    /// What stays with the mart of the taxable value, the GST it owes on a commission left out.
    pub fn margin(&self) -> Paise {
        self.tax.taxable_paise - self.earned.consignor_share_paise - self.earned.commission_gst_paise
    }
}

/// The documents a basket closes as.
pub fn bills_of(basket: &Basket, priced: &Priced, registered_buyer: bool) -> Vec<Draft> {
    let lines: Vec<DraftLine> = basket
        .lines
        .iter()
        .zip(&priced.lines)
        .map(|(line, priced)| DraftLine { rate_bp: priced.tax.rate_bp, principal: line.goods.principal() })
        .collect();
    drafts(&lines, registered_buyer)
}

/// What a sale is closed with, beside its basket.
pub struct Closing<'a> {
    /// The basket's price, for `supply`.
    pub priced: &'a Priced,
    /// GST code of the State the supply is made in.
    pub place_of_supply: &'a str,
    /// Within the State or not.
    pub supply: Supply,
    /// Who bought, where the bill says it.
    pub buyer: Option<BuyerOnBill>,
    /// The numbered documents.
    pub bills: Vec<Bill>,
    /// What was given.
    pub tenders: Vec<Tender>,
    /// Given back out of cash.
    pub change_paise: Paise,
    /// GST rate of commission on the day.
    pub commission_rate: Bps,
}

impl Sale {
    /// Closes a basket.
    pub fn close(basket: Basket, closing: Closing) -> Result<Self, Refusal> {
        let Closing { priced, place_of_supply, supply, buyer, bills, tenders, change_paise, commission_rate } = closing;
        if basket.lines.is_empty() {
            return Err(Refusal::BasketEmpty);
        }
        let lines = basket
            .lines
            .into_iter()
            .zip(&priced.lines)
            .map(|(line, priced)| {
                // Without discounts, at the rate that was charged: what the agreement's bearer rule compares with.
                let full = if line.goods.includes_tax { tax_within } else { tax_on };
                let full = full(line.undiscounted(), priced.tax.rate_bp, supply);
                let (price_paise, own_price_paise) = (line.price(), line.price_paise.map(|_| line.goods.price_paise));
                let goods = line.goods;
                SaleLine {
                    earned: goods.terms.map_or_else(Earned::default, |terms| {
                        terms.earned(&priced.tax, &full, line.qty_milli, commission_rate)
                    }),
                    item: goods.item,
                    owner: goods.owner,
                    piece: goods.piece,
                    terms: goods.terms,
                    qty_milli: line.qty_milli,
                    price_paise,
                    own_price_paise,
                    includes_tax: goods.includes_tax,
                    gross_paise: priced.gross_paise,
                    discount_paise: priced.discount_paise,
                    bill_share_paise: priced.bill_share_paise,
                    tax: priced.tax,
                    dead_zone: priced.dead_zone,
                    note: line.note,
                }
            })
            .collect();
        Ok(Self {
            id: basket.id,
            bills,
            buyer,
            place_of_supply: place_of_supply.to_owned(),
            note: basket.note,
            lines,
            tenders,
            tax: priced.tax,
            round_off_paise: priced.round_off_paise,
            due_paise: priced.due_paise,
            change_paise,
        })
    }

    /// The number it is called by: its first document's.
    pub fn number(&self) -> &str {
        self.bills.first().map_or("", |bill| &bill.number)
    }
}
