//! Quantities in thousandths of the item's unit, so that metres and kilograms need no fractions.

use crate::money::group_indian;
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Thousandths of a unit (2.5 m is 2,500); negative only as a stock balance or delta.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "number")]
pub struct Milli(pub i64);

impl Milli {
    /// One unit.
    pub const ONE: Self = Self(1_000);
    /// The most one line may hold: 1,00,000 units. It keeps every product of price, quantity and rate
    /// far inside 128 bits, and no counter sells more at once.
    pub const MOST: Self = Self(100_000_000);

    /// `self` if a line may hold it.
    pub fn sellable(self) -> Result<Self, Refusal> {
        if self.0 < 1 || self > Self::MOST {
            return Err(Refusal::QuantityOutOfRange { max: Self::MOST.to_text() });
        }
        Ok(self)
    }

    /// `self` if a line of goods may hold it whose unit has so many decimals: of what is counted there is no half.
    pub fn of_unit(self, decimals: u32) -> Result<Self, Refusal> {
        self.sellable()?;
        if self.0 % 10_i64.pow(3 - decimals.min(3)) != 0 {
            return Err(Refusal::QuantityWhole { quantity: self.to_text() });
        }
        Ok(self)
    }

    /// `1`, `2.5`, `1,00,000`: Indian grouping, as few decimals as needed. For people: machines get [`Self::0`] or the
    /// same without its commas.
    pub fn to_text(self) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let whole = self.0.unsigned_abs();
        let part = format!(".{:03}", whole % 1_000);
        format!("{sign}{}{}", group_indian(whole / 1_000), part.trim_end_matches('0').trim_end_matches('.'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
    use rust_decimal::Decimal;

    #[test]
    fn only_a_sensible_quantity_is_sellable() {
        for refused in [0, -1, 100_000_001, 1_000_000_000_000, i64::MIN, i64::MAX] {
            assert!(Milli(refused).sellable().is_err(), "{refused}");
        }
        assert_eq!(Milli(1).sellable(), Ok(Milli(1)));
        for (milli, decimals) in [(2_000, 0), (1_500, 1), (1_250, 2), (1_255, 3)] {
            assert_eq!(Milli(milli).of_unit(decimals), Ok(Milli(milli)));
        }
        for (milli, decimals) in [(1_500, 0), (1_255, 2), (0, 0), (-1_000, 0)] {
            assert!(Milli(milli).of_unit(decimals).is_err(), "{milli}");
        }
        assert_eq!([Milli(1_000), Milli(2_500), Milli(-250)].map(Milli::to_text), ["1", "2.5", "-0.25"]);
    }

    #[test]
    fn a_quantity_is_written_as_an_amount_is() {
        let written = [0, 999_000, 1_000_000, 12_345_678, 100_000_000, -12_345_050].map(|milli| Milli(milli).to_text());
        assert_eq!(written, ["0", "999", "1,000", "12,345.678", "1,00,000", "-12,345.05"]);
    }

    proptest! {
        /// Three figures at most stand together before the point, and a machine reads what was meant.
        #[test]
        fn no_more_than_three_figures_stand_together(milli in any::<i64>()) {
            let text = Milli(milli).to_text();
            let whole = text.trim_start_matches('-').split('.').next().unwrap_or_default();
            let mut groups = whole.rsplit(',');
            prop_assert!(groups.next().is_some_and(|last| last.len() <= 3));
            prop_assert!(groups.all(|group| (1..=2).contains(&group.len())));
            prop_assert_eq!(text.replace(',', "").parse(), Ok(Decimal::new(milli, 3)));
        }
    }
}
