//! Whose goods they are, and what the mart and the consignor agreed. Not here: stock, settlement.

use crate::money::{Bps, Paise, WHOLE_BPS};
use crate::name::Name;
use crate::refusal::Refusal;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// Whose goods they are.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// The mart's own stock.
    Mart,
    /// A consignor's, by id.
    Consignor(String),
}

impl Owner {
    /// The consignor's id, if it is one.
    pub fn consignor(&self) -> Option<&str> {
        match self {
            Self::Mart => None,
            Self::Consignor(id) => Some(id),
        }
    }

    /// The owner from how `Display` writes it.
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once(':') {
            None if text == "mart" => Some(Self::Mart),
            Some(("consignor", id)) if !id.is_empty() => Some(Self::Consignor(id.to_owned())),
            _ => None,
        }
    }
}

impl fmt::Display for Owner {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mart => out.write_str("mart"),
            Self::Consignor(id) => write!(out, "consignor:{id}"),
        }
    }
}

/// The artisan, self-help group or society that owns goods until they are sold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Consignor {
    /// Short and stable.
    pub id: String,
    /// In both scripts.
    pub name: Name,
    /// Where they live.
    pub village: Name,
    /// Three-letter district code.
    pub district: String,
    /// What they make.
    pub craft: Name,
}

/// In whose name consigned goods are sold (gst.md 1.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum SupplyMode {
    /// In the mart's own name on sale-or-return, with a margin inside the price.
    A1,
}

/// Who bears a discount given at the counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DiscountBearer {
    /// It lowers the base of the margin, so both bear it in proportion.
    Shared,
    /// The consignor gets what the undiscounted price would have given.
    Mart,
    /// The mart's margin stays that of the undiscounted price.
    Consignor,
}

/// Dated terms with a consignor. A new version begins on its own day; older ones stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Agreement {
    /// Whose.
    pub consignor: String,
    /// 1, 2, 3, ... for each consignor.
    #[ts(type = "number")]
    pub version: i64,
    /// First business date it holds.
    #[ts(type = "string")]
    pub from: Date,
    /// In whose name goods are sold.
    pub supply_mode: SupplyMode,
    /// The mart's margin on the taxable value.
    pub commission_bps: Bps,
    /// Who bears discounts.
    pub discount_bearer: DiscountBearer,
}

impl Agreement {
    /// Refuses a margin that is no share.
    pub fn check(&self) -> Result<(), Refusal> {
        if !(0..=WHOLE_BPS).contains(&self.commission_bps.0) {
            return Err(Refusal::invalid("commission_bps"));
        }
        if self.version < 1 {
            return Err(Refusal::invalid("version"));
        }
        Ok(())
    }

    /// What a line freezes of it.
    pub fn terms(&self) -> Terms {
        Terms {
            agreement_version: self.version,
            supply_mode: self.supply_mode,
            commission_bps: self.commission_bps,
            discount_bearer: self.discount_bearer,
        }
    }
}

/// The terms a consigned line was sold under, frozen with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// Version of the consignor's agreement.
    pub agreement_version: i64,
    /// In whose name.
    pub supply_mode: SupplyMode,
    /// The mart's margin.
    pub commission_bps: Bps,
    /// Who bears the discount.
    pub discount_bearer: DiscountBearer,
}

impl Terms {
    /// The consignor's share of a line whose taxable value is `taxable`, and would have been `full`
    /// without its discounts. The mart's margin is the rest (negative where the mart bears more than it earns).
    pub fn consignor_share(&self, taxable: Paise, full: Paise) -> Paise {
        match self.supply_mode {
            SupplyMode::A1 => match self.discount_bearer {
                DiscountBearer::Shared => taxable - taxable.at(self.commission_bps),
                DiscountBearer::Mart => full - full.at(self.commission_bps),
                DiscountBearer::Consignor => taxable - full.at(self.commission_bps),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn owners_read_back_as_written() {
        for owner in [Owner::Mart, Owner::Consignor("reshma".into())] {
            assert_eq!(Owner::parse(&owner.to_string()), Some(owner));
        }
        assert_eq!(Owner::parse("consignor:"), None);
    }

    #[test]
    fn each_bearer_bears_its_discount() {
        // 1,000.00 taxable at 20 %, of which 100.00 was given away.
        let share = |bearer| {
            Terms {
                agreement_version: 1,
                supply_mode: SupplyMode::A1,
                commission_bps: Bps(2_000),
                discount_bearer: bearer,
            }
            .consignor_share(Paise(90_000), Paise(100_000))
        };
        assert_eq!(share(DiscountBearer::Shared), Paise(72_000));
        assert_eq!(share(DiscountBearer::Mart), Paise(80_000));
        assert_eq!(share(DiscountBearer::Consignor), Paise(70_000));
    }
}
