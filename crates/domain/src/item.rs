//! Items: the kinds of thing a mart sells, and their dated prices. Not here: how many there are and
//! whose (stock is a projection of the journal).

use crate::gst::{Rate, dead_zone};
use crate::money::Paise;
use crate::name::Name;
use crate::quantity::Milli;
use crate::refusal::Refusal;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::ops::Not;
use ts_rs::TS;
use uuid::Uuid;

/// The most one unit may cost: one crore rupees, far above any craft and far inside the arithmetic.
pub const MOST_PRICE: Paise = Paise::rupees(10_000_000);

/// A kind of thing sold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Item {
    /// Made on the till that first knew it.
    #[ts(type = "string")]
    pub id: Uuid,
    /// The mart's own short code.
    pub sku: String,
    /// What the scanner reads; unique among items for sale.
    pub barcode: String,
    /// In both scripts.
    pub name: Name,
    /// Who made it, where one maker is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional = nullable)]
    pub maker: Option<Name>,
    /// The district it comes from.
    pub district: Name,
    /// Class of goods for the drawn picture.
    pub icon: String,
    /// Harmonised code, 2 to 8 digits.
    pub hsn: String,
    /// Row of the tax pack: one HSN can have several.
    pub rate_class: String,
    /// GST unit code, for example `PCS` or `MTR`.
    pub unit: String,
    /// Sold under a registered geographical indication.
    #[serde(default, skip_serializing_if = "Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub gi: bool,
    /// Which indication, as it is registered; empty where nobody wrote it down.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub gi_name: String,
    /// No longer for sale.
    #[serde(default, skip_serializing_if = "Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub retired: bool,
    /// The item it is a variant of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string")]
    pub parent: Option<Uuid>,
    /// Which variant: size, colour. Empty when it is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub variant: String,
    /// At so much on hand or less, more is to be asked for; none: the mart's usual.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional = nullable)]
    pub reorder_milli: Option<Milli>,
    /// Hash of its photograph; none: the drawn picture of its class of goods.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub picture: Option<String>,
}

impl Item {
    /// Refuses what a till could not sell or print.
    pub fn check(&self) -> Result<(), Refusal> {
        self.name.filled("name")?;
        let filled = |text: &str, most: usize| !text.trim().is_empty() && text.chars().count() <= most;
        let fault = if !filled(&self.sku, 40) {
            "sku"
        } else if !filled(&self.barcode, 40) || !self.barcode.bytes().all(|byte| byte.is_ascii_graphic()) {
            "barcode"
        } else if !(2..=8).contains(&self.hsn.len()) || !self.hsn.bytes().all(|byte| byte.is_ascii_digit()) {
            "hsn"
        } else if !filled(&self.unit, 3) {
            "unit"
        } else if self.gi_name.chars().count() > 80 || self.gi_name.chars().any(char::is_control) {
            "gi_name"
        } else if self.variant.chars().count() > 60 {
            "variant"
        } else if self.reorder_milli.is_some_and(|level| !(Milli(0)..=Milli::MOST).contains(&level)) {
            "reorder_milli"
        } else if self.parent == Some(self.id) {
            "parent"
        } else {
            return Ok(());
        };
        Err(Refusal::invalid(fault))
    }

    /// Any item, for tests to which it does not matter.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        Self {
            id: Uuid::nil(),
            sku: "S".into(),
            barcode: "1".into(),
            name: Name::new("दीया", "diya"),
            maker: None,
            district: Name::default(),
            icon: "other".into(),
            hsn: "7418".into(),
            rate_class: "x".into(),
            unit: "PCS".into(),
            gi: false,
            gi_name: String::new(),
            retired: false,
            parent: None,
            variant: String::new(),
            reorder_milli: None,
            picture: None,
        }
    }
}

/// A price of an item from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Price {
    /// Whose price.
    #[ts(type = "string")]
    pub item: Uuid,
    /// For one unit.
    pub price_paise: Paise,
    /// Whether GST is inside it (a shelf price or MRP).
    pub includes_tax: bool,
    /// First business date it holds.
    #[ts(type = "string")]
    pub from: Date,
}

impl Price {
    /// Refuses a price that is no price, and one in the dead zone of `rate` (policy BLOCK at the item
    /// master, gst.md 3.2).
    pub fn check(&self, rate: &Rate) -> Result<(), Refusal> {
        if self.price_paise < Paise(1) || self.price_paise > MOST_PRICE {
            return Err(Refusal::AmountOutOfRange);
        }
        match dead_zone(self.price_paise, self.includes_tax, rate) {
            Some((low, high)) => Err(Refusal::DeadZonePrice { low: low.to_text(), high: high.to_text() }),
            None => Ok(()),
        }
    }
}
