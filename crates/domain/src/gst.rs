//! GST on one line: the arithmetic of gst.md 2.3 and the price thresholds of 3.2. It is computed once,
//! here, and stored with the sale; paper, reports and returns read it. Not here: which rate a class has
//! (`tax_pack`), how a discount reaches a line (`basket`).

use crate::money::{Bps, Paise, WHOLE_BPS, divide_half_up};
use crate::quantity::Milli;
use serde::{Deserialize, Serialize};

/// Whether a supply stays in the mart's State (CGST + SGST) or leaves it (IGST): IGST Act s.7 and s.8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Supply {
    /// Within the State.
    IntraState,
    /// Across States.
    InterState,
}

impl Supply {
    /// The place of supply and the kind of supply it makes.
    ///
    /// An unregistered buyer's recorded State decides (IGST Act s.10(1)(ca)); where none is recorded it is
    /// the mart's. To a registered buyer at the counter the goods are `handed_over` at the mart (s.10(1)(a), default
    /// `b2b_counter_pos = SUPPLIER_STATE` of gst.md 2.2).
    pub fn from_to<'a>(mart_state: &'a str, buyer_state: Option<&'a str>, handed_over: bool) -> (&'a str, Self) {
        let place = if handed_over { mart_state } else { buyer_state.unwrap_or(mart_state) };
        (place, if place == mart_state { Self::IntraState } else { Self::InterState })
    }
}

/// A higher rate above a price: transaction value of one unit, GST excluded (gst.md 3.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    /// The highest unit value, in paise without GST, that still has the lower rate.
    pub limit_paise: Paise,
    /// The rate above it.
    pub above_bp: Bps,
}

/// The rate of a rate class on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rate {
    /// The rate, or the lower of two.
    pub rate_bp: Bps,
    /// Where a higher one begins, if it does.
    pub threshold: Option<Threshold>,
}

/// Taxable value and tax of one line, as stored and printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tax {
    /// Value without GST.
    pub taxable_paise: Paise,
    /// The rate that was applied.
    pub rate_bp: Bps,
    /// Central tax.
    #[serde(default, skip_serializing_if = "Paise::is_zero")]
    pub cgst_paise: Paise,
    /// State tax.
    #[serde(default, skip_serializing_if = "Paise::is_zero")]
    pub sgst_paise: Paise,
    /// Integrated tax.
    #[serde(default, skip_serializing_if = "Paise::is_zero")]
    pub igst_paise: Paise,
}

impl Tax {
    /// What the buyer pays for the line: value and tax.
    pub fn total(&self) -> Paise {
        self.taxable_paise + self.cgst_paise + self.sgst_paise + self.igst_paise
    }
}

/// Tax out of a price that includes it. The price stays exact and CGST equals SGST.
pub fn tax_within(price: Paise, rate: Bps, supply: Supply) -> Tax {
    let part = |share: i128| Paise(divide_half_up(i128::from(price.0) * i128::from(rate.0), share));
    let whole = i128::from(WHOLE_BPS + rate.0);
    match supply {
        Supply::IntraState => {
            let half = part(2 * whole);
            Tax {
                taxable_paise: price - half - half,
                rate_bp: rate,
                cgst_paise: half,
                sgst_paise: half,
                ..Tax::default()
            }
        }
        Supply::InterState => {
            let tax = part(whole);
            Tax { taxable_paise: price - tax, rate_bp: rate, igst_paise: tax, ..Tax::default() }
        }
    }
}

/// Tax on top of a value that excludes it.
pub fn tax_on(value: Paise, rate: Bps, supply: Supply) -> Tax {
    let part =
        |share: i64| Paise(divide_half_up(i128::from(value.0) * i128::from(rate.0), i128::from(share * WHOLE_BPS)));
    match supply {
        Supply::IntraState => {
            let half = part(2);
            Tax { taxable_paise: value, rate_bp: rate, cgst_paise: half, sgst_paise: half, ..Tax::default() }
        }
        Supply::InterState => Tax { taxable_paise: value, rate_bp: rate, igst_paise: part(1), ..Tax::default() },
    }
}

/// The tax of a line, and whether its price lies in the dead zone and was charged the higher rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Charge {
    /// The line's tax.
    pub tax: Tax,
    /// True when no rate was self-consistent and the higher one was charged (policy `CHARGE_HIGHER`).
    pub dead_zone: bool,
}

/// Charges `amount` (the line after every discount) for `quantity` units at `rate`.
pub fn charge(amount: Paise, includes_tax: bool, quantity: Milli, rate: &Rate, supply: Supply) -> Charge {
    let at = |bps| if includes_tax { tax_within(amount, bps, supply) } else { tax_on(amount, bps, supply) };
    let lower = at(rate.rate_bp);
    let Some(threshold) = rate.threshold else { return Charge { tax: lower, dead_zone: false } };
    // Per unit, compared in integers: value * 1000 with limit * quantity in thousandths.
    let above = |tax: &Tax| {
        i128::from(tax.taxable_paise.0) * 1_000 > i128::from(threshold.limit_paise.0) * i128::from(quantity.0)
    };
    if !above(&lower) {
        return Charge { tax: lower, dead_zone: false };
    }
    let higher = at(threshold.above_bp);
    Charge { dead_zone: !above(&higher), tax: higher }
}

/// The bounds of the dead zone of `rate` for one unit at a tax-inclusive price: the highest price at the
/// lower rate and the lowest lawful price above it, if `price` lies between them.
pub fn dead_zone(price: Paise, includes_tax: bool, rate: &Rate) -> Option<(Paise, Paise)> {
    if !includes_tax || !charge(price, true, Milli::ONE, rate, Supply::IntraState).dead_zone {
        return None;
    }
    let threshold = rate.threshold?;
    let gross = |bps: Bps| Paise(threshold.limit_paise.0 + threshold.limit_paise.at(bps).0);
    Some((gross(rate.rate_bp), gross(threshold.above_bp) + Paise(1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const APPAREL: Rate =
        Rate { rate_bp: Bps(500), threshold: Some(Threshold { limit_paise: Paise(250_000), above_bp: Bps(1_800) }) };

    fn any_supply() -> impl Strategy<Value = Supply> {
        prop_oneof![Just(Supply::IntraState), Just(Supply::InterState)]
    }

    #[test]
    fn the_dead_zone_has_the_bounds_of_the_law() {
        let zone = |price| dead_zone(Paise(price), true, &APPAREL);
        assert_eq!(zone(262_500), None);
        assert_eq!(zone(262_600), Some((Paise(262_500), Paise(295_001))));
        assert_eq!(zone(295_000), Some((Paise(262_500), Paise(295_001))));
        assert_eq!(zone(295_001), None);
        assert_eq!(dead_zone(Paise(270_000), false, &APPAREL), None, "an exclusive price has no dead zone");
    }

    #[test]
    fn a_discount_can_move_a_price_into_the_dead_zone() {
        // 3,304.00 less 20 % is 2,643.20 (gst.md 3.2).
        let charged = charge(Paise(264_320), true, Milli::ONE, &APPAREL, Supply::IntraState);
        assert!(charged.dead_zone);
        assert_eq!(charged.tax.rate_bp, Bps(1_800));
    }

    #[test]
    fn the_threshold_is_per_unit() {
        let four = charge(Paise(4 * 219_900), true, Milli(4_000), &APPAREL, Supply::IntraState);
        assert_eq!(four.tax.rate_bp, Bps(500));
        let half_metre = charge(Paise(150_000), true, Milli(500), &APPAREL, Supply::IntraState);
        assert_eq!(half_metre.tax.rate_bp, Bps(1_800));
    }

    proptest! {
        #[test]
        fn tax_plus_base_is_the_total(
            amount in 0i64..1_000_000_000_000, rate in 0i64..10_000, supply in any_supply(), includes in any::<bool>(),
        ) {
            let rate = Rate { rate_bp: Bps(rate), threshold: None };
            let tax = charge(Paise(amount), includes, Milli::ONE, &rate, supply).tax;
            prop_assert_eq!(tax.total(), tax.taxable_paise + tax.cgst_paise + tax.sgst_paise + tax.igst_paise);
            prop_assert_eq!(tax.cgst_paise, tax.sgst_paise);
            if includes {
                prop_assert_eq!(tax.total(), Paise(amount), "a shelf price stays exact");
            } else {
                prop_assert_eq!(tax.taxable_paise, Paise(amount));
            }
        }

        /// TV32: re-multiplying the stored taxable value gives the stored tax to within one paisa.
        #[test]
        fn re_multiplying_differs_by_at_most_a_paisa(price in 1i64..100_000_000) {
            let tax = tax_within(Paise(price), Bps(1_800), Supply::IntraState);
            let again = divide_half_up(i128::from(tax.taxable_paise.0) * 1_800, 20_000);
            prop_assert!((again - tax.cgst_paise.0).abs() <= 1);
        }
    }
}
