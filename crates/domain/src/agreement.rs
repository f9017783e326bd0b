//! Whose goods they are, and what the mart and the consignor agreed. Not here: stock, settlement.

use crate::gst::Tax;
use crate::item::{Item, MOST_PRICE};
use crate::money::{Bps, Paise, WHOLE_BPS, divide_half_up};
use crate::quantity::Milli;
use crate::refusal::Refusal;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;
use uuid::Uuid;

/// Whose goods they are.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// The mart's own stock.
    Mart,
    /// A consignor's, by id.
    Consignor(String),
    /// A registered vendor's, by GSTIN, left on approval.
    Vendor(String),
}

impl Owner {
    /// The consignor's id, if it is one.
    pub fn consignor(&self) -> Option<&str> {
        match self {
            Self::Mart | Self::Vendor(_) => None,
            Self::Consignor(id) => Some(id),
        }
    }

    /// The owner from how `Display` writes it.
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once(':') {
            None if text == "mart" => Some(Self::Mart),
            Some(("consignor", id)) if !id.is_empty() => Some(Self::Consignor(id.to_owned())),
            Some(("vendor", gstin)) if !gstin.is_empty() => Some(Self::Vendor(gstin.to_owned())),
            _ => None,
        }
    }
}

impl fmt::Display for Owner {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mart => out.write_str("mart"),
            Self::Consignor(id) => write!(out, "consignor:{id}"),
            Self::Vendor(gstin) => write!(out, "vendor:{gstin}"),
        }
    }
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

/// Which goods a commission of its own is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    /// Goods of a category (the word of the item's drawn picture).
    Category(String),
    /// One item.
    Item(#[ts(type = "string")] Uuid),
}

/// A commission that differs for some goods.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CommissionOf {
    /// For which.
    pub goods: Which,
    /// The mart's share.
    pub commission_bps: Bps,
}

/// What is taken off for each unit sold, whatever its price.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Fees {
    /// Packing.
    pub packing_paise: Paise,
    /// Bringing it here.
    pub transport_paise: Paise,
    /// Keeping it: tag, shelf, cleaning.
    pub handling_paise: Paise,
}

impl Fees {
    /// All of them.
    pub fn sum(self) -> Paise {
        self.packing_paise + self.transport_paise + self.handling_paise
    }
}

/// Which part of a loss the mart bears, by its cause; the consignor bears the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct LossRule {
    /// Broken, spoilt or eaten by moths in the mart.
    pub breakage_bps: Bps,
    /// Stolen, or missing in a count.
    pub theft_bps: Bps,
    /// Lost or broken on the way.
    pub transit_bps: Bps,
}

impl Default for LossRule {
    /// Who keeps goods answers for them: all in the mart, half on the way.
    fn default() -> Self {
        Self { breakage_bps: Bps(WHOLE_BPS), theft_bps: Bps(WHOLE_BPS), transit_bps: Bps(WHOLE_BPS / 2) }
    }
}

/// When and how what was sold is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Promise {
    /// Days a sale is held before it is payable: the customer's time to bring it back.
    pub holding_days: i32,
    /// Days from the sale within which it is paid.
    pub payout_days: i32,
    /// Less than this is carried to the next payout.
    pub minimum_paise: Paise,
    /// The most of one settlement that a recovery may take.
    pub recovery_bps: Bps,
}

impl Default for Promise {
    fn default() -> Self {
        Self { holding_days: 7, payout_days: 15, minimum_paise: Paise::ZERO, recovery_bps: Bps(WHOLE_BPS / 2) }
    }
}

/// What happens with goods that do not sell, by the days they have been here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Ladder {
    /// The maker is told.
    pub remind_days: i32,
    /// A lower price is agreed.
    pub markdown_days: i32,
    /// They are offered back.
    pub give_back_days: i32,
    /// The markdown that is proposed.
    pub markdown_bps: Bps,
}

impl Default for Ladder {
    fn default() -> Self {
        Self { remind_days: 60, markdown_days: 90, give_back_days: 120, markdown_bps: Bps(2_000) }
    }
}

fn turnover_warning() -> Bps {
    Bps(8_000)
}

/// Dated terms with a consignor. A new version begins on a later day; older ones stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
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
    /// The mart's share of the taxable value (of the price under B).
    pub commission_bps: Bps,
    /// Other shares for some goods; an item's goes before its category's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<CommissionOf>>", optional)]
    pub commission_of: Vec<CommissionOf>,
    /// Who bears discounts.
    pub discount_bearer: DiscountBearer,
    /// Taken off for each unit sold.
    #[serde(default)]
    #[ts(as = "Option<Fees>", optional)]
    pub fees: Fees,
    /// Who bears losses.
    #[serde(default)]
    #[ts(as = "Option<LossRule>", optional)]
    pub loss: LossRule,
    /// When it is paid.
    #[serde(default)]
    #[ts(as = "Option<Promise>", optional)]
    pub promise: Promise,
    /// What becomes of unsold goods.
    #[serde(default)]
    #[ts(as = "Option<Ladder>", optional)]
    pub ladder: Ladder,
    /// The part of the GST threshold at which the maker's turnover is warned of (gst.md 1.2).
    #[serde(default = "turnover_warning")]
    #[ts(as = "Option<Bps>", optional)]
    pub turnover_warning_bps: Bps,
}

impl Agreement {
    /// The first version with a consignor as the corporation proposes it: own name with a margin of 20 %.
    pub fn first(consignor: impl Into<String>, from: Date) -> Self {
        Self {
            consignor: consignor.into(),
            version: 1,
            from,
            supply_mode: SupplyMode::A1,
            commission_bps: Bps(2_000),
            commission_of: Vec::new(),
            discount_bearer: DiscountBearer::Shared,
            fees: Fees::default(),
            loss: LossRule::default(),
            promise: Promise::default(),
            ladder: Ladder::default(),
            turnover_warning_bps: turnover_warning(),
        }
    }

    /// Refuses shares that are no shares and days that do not follow each other.
    pub fn check(&self) -> Result<(), Refusal> {
        let share = |bps: Bps| (0..=WHOLE_BPS).contains(&bps.0);
        let shares = [
            ("commission_bps", self.commission_bps),
            ("loss", self.loss.breakage_bps),
            ("loss", self.loss.theft_bps),
            ("loss", self.loss.transit_bps),
            ("promise", self.promise.recovery_bps),
            ("ladder", self.ladder.markdown_bps),
            ("turnover_warning_bps", self.turnover_warning_bps),
        ];
        let others = self.commission_of.iter().map(|one| ("commission_of", one.commission_bps));
        if let Some((what, _)) = shares.into_iter().chain(others).find(|(_, bps)| !share(*bps)) {
            return Err(Refusal::invalid(what));
        }
        if self.version < 1 {
            return Err(Refusal::invalid("version"));
        }
        let twice = |one: &CommissionOf| self.commission_of.iter().filter(|other| other.goods == one.goods).count() > 1;
        if self.commission_of.len() > 200 || self.commission_of.iter().any(twice) {
            return Err(Refusal::invalid("commission_of"));
        }
        let fees = [self.fees.packing_paise, self.fees.transport_paise, self.fees.handling_paise];
        if fees.iter().any(|paise| !(Paise::ZERO..=MOST_PRICE).contains(paise)) {
            return Err(Refusal::invalid("fees"));
        }
        let Promise { holding_days, payout_days, minimum_paise, .. } = self.promise;
        if !(0..=payout_days).contains(&holding_days)
            || payout_days > 365
            || !(Paise::ZERO..=MOST_PRICE).contains(&minimum_paise)
        {
            return Err(Refusal::invalid("promise"));
        }
        let Ladder { remind_days, markdown_days, give_back_days, .. } = self.ladder;
        if !(1 <= remind_days
            && remind_days <= markdown_days
            && markdown_days <= give_back_days
            && give_back_days <= 3_650)
        {
            return Err(Refusal::invalid("ladder"));
        }
        Ok(())
    }

    /// The mart's share of an item.
    pub fn commission(&self, item: &Item) -> Bps {
        let of = |which: Which| self.commission_of.iter().find(|one| one.goods == which).map(|one| one.commission_bps);
        of(Which::Item(item.id)).or_else(|| of(Which::Category(item.icon.clone()))).unwrap_or(self.commission_bps)
    }

    /// What a line of an item freezes of it.
    pub fn terms(&self, item: &Item) -> Terms {
        Terms {
            agreement_version: self.version,
            supply_mode: self.supply_mode,
            commission_bps: self.commission(item),
            discount_bearer: self.discount_bearer,
            fee_paise: self.fees.sum(),
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
    /// All fees for one unit.
    #[serde(default, skip_serializing_if = "Paise::is_zero")]
    pub fee_paise: Paise,
}

impl Terms {
    /// Divides a line of `quantity` charged `charged` that would have been `full` without its discounts (gst.md 1.3).
    /// `commission_rate` is the GST rate of commission on the day.
    ///
    /// A1: the margin lies inside the price and what the consignor gets is the mart's cost (the margin is
    /// negative where the mart bears more than it earns). A2 takes its commission from the taxable value, B from
    /// the price; GST on it is billed with it. Fees take no more than there is to take.
    pub fn earned(&self, charged: &Tax, full: &Tax, quantity: Milli, commission_rate: Bps) -> Earned {
        let (charged, full) = (self.base(charged), self.base(full));
        let (commission_base, borne) = match self.discount_bearer {
            DiscountBearer::Shared => (charged, Paise::ZERO),
            DiscountBearer::Mart => (full, full - charged),
            DiscountBearer::Consignor => (full, Paise::ZERO),
        };
        let commission = commission_base.at(self.commission_bps);
        let before_fees = match self.supply_mode {
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
                    fee_paise: Paise::ZERO,
                }
            }
        };
        let share = before_fees.consignor_share_paise;
        let fee_paise = self.fee_paise.times(quantity).min(share.max(Paise::ZERO));
        Earned { consignor_share_paise: share - fee_paise, fee_paise, ..before_fees }
    }

    /// What a share is taken of: the taxable value, or the price where no tax is in it.
    fn base(&self, tax: &Tax) -> Paise {
        match self.supply_mode {
            SupplyMode::A1 | SupplyMode::A2 => tax.taxable_paise,
            SupplyMode::B => tax.total(),
        }
    }

    /// What goods that would have been charged `full` are worth to their consignor: the price less the mart's share. No
    /// service was done that could be billed, and no fee earned.
    pub fn worth(&self, full: &Tax) -> Paise {
        let base = self.base(full);
        base - base.at(self.commission_bps)
    }
}

/// What a consigned line gives its consignor, and what the mart bills for selling it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Earned {
    /// What the consignor gets, less fees. Under A2 and B: price (A2: without GST), plus what is borne, less commission
    /// and its GST.
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
    /// Taken off for packing, transport and handling.
    #[serde(default, skip_serializing_if = "Paise::is_zero")]
    pub fee_paise: Paise,
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
        for owner in [Owner::Mart, Owner::Consignor("reshma".into()), Owner::Vendor("09AAPFU0939F1ZT".into())] {
            assert_eq!(Owner::parse(&owner.to_string()), Some(owner));
        }
        assert_eq!(Owner::parse("consignor:"), None);
    }

    fn terms() -> Terms {
        Terms {
            agreement_version: 1,
            supply_mode: SupplyMode::A1,
            commission_bps: Bps(2_000),
            discount_bearer: DiscountBearer::Shared,
            fee_paise: Paise::ZERO,
        }
    }

    fn agreement() -> Agreement {
        Agreement::first("reshma", jiff::civil::date(2026, 4, 1))
    }

    #[test]
    fn the_least_that_is_written_of_an_agreement_is_the_proposed_one() {
        let json = r#"{"consignor":"reshma","version":1,"from":"2026-04-01","supply_mode":"A1","commission_bps":2000,
            "discount_bearer":"shared"}"#;
        assert_eq!(serde_json::from_str::<Agreement>(json).expect("an agreement"), agreement());
    }

    #[test]
    fn an_items_own_commission_goes_before_its_categorys() {
        let item = Item::sample();
        let of = |goods, bps| CommissionOf { goods, commission_bps: Bps(bps) };
        let (category, own) = (of(Which::Category("other".into()), 1_500), of(Which::Item(item.id), 1_000));
        let with = |commission_of| Agreement { commission_of, ..agreement() }.terms(&item).commission_bps;
        assert_eq!(with(vec![]), Bps(2_000));
        assert_eq!(with(vec![of(Which::Category("brass".into()), 1)]), Bps(2_000));
        assert_eq!(with(vec![category.clone()]), Bps(1_500));
        assert_eq!(with(vec![category.clone(), own]), Bps(1_000));
        assert_eq!(
            Agreement { commission_of: vec![category.clone(), category], ..agreement() }.check(),
            Err(Refusal::invalid("commission_of"))
        );
    }

    #[test]
    fn an_agreement_is_checked() {
        assert_eq!(agreement().check(), Ok(()));
        let bad = [
            ("commission_bps", Agreement { commission_bps: Bps(10_001), ..agreement() }),
            ("loss", Agreement { loss: LossRule { theft_bps: Bps(-1), ..LossRule::default() }, ..agreement() }),
            ("promise", Agreement { promise: Promise { holding_days: 16, ..Promise::default() }, ..agreement() }),
            ("ladder", Agreement { ladder: Ladder { remind_days: 91, ..Ladder::default() }, ..agreement() }),
            ("fees", Agreement { fees: Fees { packing_paise: Paise(-1), ..Fees::default() }, ..agreement() }),
            ("version", Agreement { version: 0, ..agreement() }),
        ];
        for (what, agreement) in bad {
            assert_eq!(agreement.check(), Err(Refusal::invalid(what)));
        }
    }

    #[test]
    fn fees_are_taken_for_each_unit_and_never_more_than_there_is() {
        let tax = |taxable| Tax { taxable_paise: Paise(taxable), ..Tax::default() };
        let earned = |fee, taxable| {
            Terms { fee_paise: Paise(fee), ..terms() }.earned(&tax(taxable), &tax(taxable), Milli(2_000), Bps(1_800))
        };
        let some = earned(1_000, 100_000);
        assert_eq!((some.consignor_share_paise, some.fee_paise), (Paise(78_000), Paise(2_000)));
        let all = earned(1_000, 2_000);
        assert_eq!((all.consignor_share_paise, all.fee_paise), (Paise::ZERO, Paise(1_600)));
        assert_eq!(terms().worth(&tax(100_000)), Paise(80_000));
    }

    #[test]
    fn each_bearer_bears_its_discount() {
        // 1,000.00 taxable at 20 %, of which 100.00 was given away.
        let tax = |taxable| Tax { taxable_paise: Paise(taxable), ..Tax::default() };
        let earned = |supply_mode, discount_bearer| {
            let terms = Terms { supply_mode, discount_bearer, ..terms() };
            terms.earned(&tax(90_000), &tax(100_000), Milli::ONE, Bps(1_800))
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
