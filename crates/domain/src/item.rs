//! Items: the kinds of thing a mart sells, and their dated prices. Not here: how many there are and
//! whose (stock is a projection of the journal).

use crate::gst::{Rate, dead_zone};
use crate::money::{Paise, divide_half_up};
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
    /// The number of its application for registration; empty where nobody wrote it down.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub gi_number: String,
    /// What one holds, where that is not one of its unit: a jar sold by the piece holds 250 grams.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional = nullable)]
    pub net: Option<Net>,
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

/// Net contents of one pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Net {
    /// How much of the unit.
    pub milli: Milli,
    /// GST unit code.
    pub unit: String,
}

/// Units that are declared small below a whole large one, and how many make that.
const SMALL_AND_LARGE: [(&str, &str, i64); 3] = [("GMS", "KGS", 1_000), ("MLT", "LTR", 1_000), ("CMS", "MTR", 100)];

impl Net {
    /// Unit sale price of a pack of this retail price, and of which unit: by the gram below a kilogram and by the kilogram
    /// from there on, so with millilitres and centimetres; else by the unit itself (Legal Metrology (Packaged Commodities)
    /// Rules 2011, rule 6(11)). None where it is the retail price itself, which then need not be said twice.
    pub fn unit_price(&self, price: Paise) -> Option<(Paise, &str)> {
        let paired = SMALL_AND_LARGE.iter().find(|(small, large, _)| [*small, *large].contains(&&*self.unit));
        let (unit, many, milli) = match paired {
            None => (&*self.unit, 1, self.milli.0),
            Some((small, large, many)) => {
                let of_small = if self.unit == *large { self.milli.0 * many } else { self.milli.0 };
                if of_small < many * Milli::ONE.0 { (*small, 1, of_small) } else { (*large, *many, of_small) }
            }
        };
        let of_one = i128::from(price.0) * i128::from(many) * i128::from(Milli::ONE.0);
        let of_one = Paise(divide_half_up(of_one, i128::from(milli)));
        (of_one != price).then_some((of_one, unit))
    }
}

/// Whether goods are sold as handloom by their name: the draft Handloom Mark Regulation of 2026 wants that mark on whatever is
/// (gst.md 7.2), and until it is law a till warns.
pub fn called_handloom(name: &Name) -> bool {
    let en = name.en.to_lowercase();
    ["handloom", "hand loom", "hand-loom"].iter().any(|word| en.contains(word))
        || ["हथकरघा", "हैंडलूम", "हैण्डलूम"].iter().any(|word| name.hi.contains(word))
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
        } else if self.gi_number.chars().count() > 20 || self.gi_number.chars().any(char::is_control) {
            "gi_number"
        } else if self.net.as_ref().is_some_and(|net| !(Milli(1)..=Milli::MOST).contains(&net.milli)) {
            "net"
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
            gi_number: String::new(),
            net: None,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_sale_price_goes_by_the_small_unit_below_a_large_one() {
        let said = |milli, unit: &str, paise| {
            Net { milli: Milli(milli), unit: unit.into() }
                .unit_price(Paise(paise))
                .map(|(paise, unit)| (paise.0, unit.to_owned()))
        };
        let is = |paise, unit: &str| Some((paise, unit.to_owned()));
        assert_eq!(said(250_000, "GMS", 12_500), is(50, "GMS"));
        assert_eq!(said(250, "KGS", 12_500), is(50, "GMS"), "a quarter of a kilogram is 250 grams");
        assert_eq!(said(1_500_000, "GMS", 10_000), is(6_667, "KGS"), "rounded to the paisa");
        assert_eq!(said(5_500, "MTR", 550_000), is(100_000, "MTR"));
        assert_eq!(said(50_000, "CMS", 10_000), is(200, "CMS"));
        assert_eq!(said(100_000, "MLT", 4_550), is(46, "MLT"), "45.5 paise");
        assert_eq!(said(6_000, "NOS", 60_000), is(10_000, "NOS"));
        for one in ["KGS", "LTR", "MTR", "PCS"] {
            assert_eq!(said(1_000, one, 9_900), None, "one {one}: the retail price says it");
        }
        assert_eq!(said(1_000_000, "GMS", 9_900), None);
    }

    #[test]
    fn goods_are_called_handloom_in_either_script() {
        let called = |hi: &str, en: &str| called_handloom(&Name::new(hi, en));
        assert!(called("साड़ी (हथकरघा)", "Saree") && called("साड़ी", "Hand-loom saree") && called("x", "HANDLOOM"));
        assert!(!called("हाथ की कढ़ाई", "Handmade loom"));
    }

    #[test]
    fn an_item_holds_something_and_its_indication_has_a_short_number() {
        let with = |milli, number: &str| Item {
            net: Some(Net { milli: Milli(milli), unit: "GMS".into() }),
            gi_number: number.into(),
            ..Item::sample()
        };
        assert_eq!(with(250_000, "119").check(), Ok(()));
        assert_eq!(with(0, "119").check(), Err(Refusal::invalid("net")));
        for number in ["1".repeat(21), "1\n9".into()] {
            assert_eq!(with(1, &number).check(), Err(Refusal::invalid("gi_number")));
        }
    }
}
