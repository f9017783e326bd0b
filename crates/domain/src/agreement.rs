//! Whose goods they are, and what the mart and the consignor agreed. Not here: stock, settlement.

use crate::gst::Tax;
use crate::money::{Bps, Paise, WHOLE_BPS, divide_half_up};
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
    /// In the mart's own name, for a commission that is billed to the consignor with GST.
    A2,
    /// In the principal's name, without GST on the goods, for a commission with GST.
    B,
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
    /// Divides a line charged `charged` that would have been `full` without its discounts (gst.md 1.3).
    /// `commission_rate` is the GST rate of commission on the day.
    ///
    /// A1: the margin lies inside the price and what the consignor gets is the mart's cost (the margin is
    /// negative where the mart bears more than it earns). A2 takes its commission from the taxable value, B from
    /// the price; GST on it is billed with it.
    pub fn earned(&self, charged: &Tax, full: &Tax, commission_rate: Bps) -> Earned {
        let base = |tax: &Tax| match self.supply_mode {
            SupplyMode::A1 | SupplyMode::A2 => tax.taxable_paise,
            SupplyMode::B => tax.total(),
        };
        let (charged, full) = (base(charged), base(full));
        let (commission_base, borne) = match self.discount_bearer {
            DiscountBearer::Shared => (charged, Paise::ZERO),
            DiscountBearer::Mart => (full, full - charged),
            DiscountBearer::Consignor => (full, Paise::ZERO),
        };
        let commission = commission_base.at(self.commission_bps);
        match self.supply_mode {
            SupplyMode::A1 => Earned { consignor_share_paise: charged + borne - commission, ..Earned::default() },
            SupplyMode::A2 | SupplyMode::B => {
                let half = Paise(divide_half_up(
                    i128::from(commission.0) * i128::from(commission_rate.0),
                    2 * i128::from(WHOLE_BPS),
                ));
                Earned {
                    consignor_share_paise: charged + borne - commission - half - half,
                    commission_paise: commission,
                    commission_gst_paise: half + half,
                    borne_paise: borne,
                }
            }
        }
    }
}

/// What a consigned line gives its consignor, and what the mart bills for selling it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Earned {
    /// What the consignor gets. Under A2 and B: price (A2: without GST), plus what is borne, less commission and its GST.
    pub consignor_share_paise: Paise,
    /// Billed to the consignor under A2 and B; under A1 the margin is inside the price and nothing is billed.
    #[serde(default, skip_serializing_if = "Paise::is_zero")]
    pub commission_paise: Paise,
    /// GST on the commission, in two equal halves of CGST and SGST.
    #[serde(default, skip_serializing_if = "Paise::is_zero")]
    pub commission_gst_paise: Paise,
    /// The part of the discounts that the mart bears in the consignor's stead, under A2 and B.
    #[serde(default, skip_serializing_if = "Paise::is_zero")]
    pub borne_paise: Paise,
}

impl Earned {
    /// The mart's own goods: nobody else earns.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
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
        let tax = |taxable| Tax { taxable_paise: Paise(taxable), ..Tax::default() };
        let earned = |supply_mode, discount_bearer| {
            Terms { agreement_version: 1, supply_mode, commission_bps: Bps(2_000), discount_bearer }.earned(
                &tax(90_000),
                &tax(100_000),
                Bps(1_800),
            )
        };
        let share = |bearer| earned(SupplyMode::A1, bearer).consignor_share_paise;
        assert_eq!(share(DiscountBearer::Shared), Paise(72_000));
        assert_eq!(share(DiscountBearer::Mart), Paise(80_000));
        assert_eq!(share(DiscountBearer::Consignor), Paise(70_000));
        // A2 bills the commission: 200.00 and 36.00 GST on it come off whatever the consignor's price is.
        let billed = earned(SupplyMode::A2, DiscountBearer::Mart);
        assert_eq!((billed.consignor_share_paise, billed.borne_paise), (Paise(76_400), Paise(10_000)));
        let billed = earned(SupplyMode::A2, DiscountBearer::Consignor);
        assert_eq!((billed.consignor_share_paise, billed.borne_paise), (Paise(66_400), Paise::ZERO));
        let billed = earned(SupplyMode::B, DiscountBearer::Shared);
        assert_eq!((billed.commission_paise, billed.commission_gst_paise), (Paise(18_000), Paise(3_240)));
    }
}
