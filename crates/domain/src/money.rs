//! Money in whole paise, rates in basis points, and the one place where either is rounded,
//! divided or written out. Not here: what a rate applies to (`gst`, `agreement`).

use crate::quantity::Milli;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};
use ts_rs::TS;

/// An amount of Indian money in paise; may be negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "number")]
pub struct Paise(pub i64);

/// A rate in basis points: 5 % is 500.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "number")]
pub struct Bps(pub i64);

/// 100 % in basis points.
pub const WHOLE_BPS: i64 = 10_000;

/// `numerator / denominator`, halves away from zero (gst.md 2.3). The caller's inputs are bounded
/// by the limits of `Basket`, so the quotient always fits.
///
/// # Panics
/// When `denominator` is zero or the quotient leaves `i64`.
pub fn divide_half_up(numerator: i128, denominator: i128) -> i64 {
    use rust_decimal::prelude::ToPrimitive;
    let quotient = Decimal::from_i128_with_scale(numerator, 0) / Decimal::from_i128_with_scale(denominator, 0);
    // A quotient can only be a rounded decimal when its tail is beyond 28 digits, far past one half.
    quotient
        .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
        .to_i64()
        .expect("amounts are bounded by the basket's limits")
}

impl Paise {
    /// No money.
    pub const ZERO: Self = Self(0);

    /// Whether it is no money: an entry leaves such amounts out.
    pub fn is_zero(&self) -> bool {
        *self == Self::ZERO
    }

    /// Whole rupees.
    pub const fn rupees(rupees: i64) -> Self {
        Self(rupees * 100)
    }

    /// `self * bps / 10000`, halves away from zero.
    #[must_use]
    pub fn at(self, rate: Bps) -> Self {
        Self(divide_half_up(i128::from(self.0) * i128::from(rate.0), i128::from(WHOLE_BPS)))
    }

    /// The price of a quantity, `self` being that of one unit; halves away from zero.
    #[must_use]
    pub fn times(self, quantity: Milli) -> Self {
        Self(divide_half_up(i128::from(self.0) * i128::from(quantity.0), 1_000))
    }

    /// The nearest whole rupee, halves up (away from zero).
    #[must_use]
    pub fn nearest_rupee(self) -> Self {
        Self(divide_half_up(i128::from(self.0), 100) * 100)
    }

    /// Splits `self` in proportion to `weights` by largest remainder (ties to the earlier part): the
    /// parts always add to the whole, and no part is further than one paisa from its exact share.
    ///
    /// # Panics
    /// When `weights` is empty, holds a negative, or adds to zero while `self` is not zero.
    pub fn split(self, weights: &[i64]) -> Vec<Self> {
        assert!(weights.iter().all(|weight| *weight >= 0), "weights are not negative");
        let total: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
        if self == Self::ZERO {
            return vec![Self::ZERO; weights.len()];
        }
        assert!(total > 0, "something to weigh by");
        let exact = |weight: i64| i128::from(self.0) * i128::from(weight);
        let mut parts: Vec<i64> = weights.iter().map(|weight| exact(*weight).div_euclid(total) as i64).collect();
        let mut left = self.0 - parts.iter().sum::<i64>();
        let mut by_remainder: Vec<usize> = (0..weights.len()).collect();
        by_remainder.sort_by_key(|part| (-exact(weights[*part]).rem_euclid(total), *part));
        for part in by_remainder {
            if left == 0 {
                break;
            }
            parts[part] += 1;
            left -= 1;
        }
        parts.into_iter().map(Paise).collect()
    }

    /// `1,23,456.00`: Indian grouping, two decimals, a true minus sign.
    pub fn to_text(self) -> String {
        let sign = if self.0 < 0 { "\u{2212}" } else { "" };
        let whole = self.0.unsigned_abs();
        format!("{sign}{}.{:02}", group_indian(whole / 100), whole % 100)
    }

    /// `₹1,23,456` where there are no paise, else `₹1,23,456.50`.
    pub fn to_rupee_text(self) -> String {
        let sign = if self.0 < 0 { "\u{2212}" } else { "" };
        let whole = self.0.unsigned_abs();
        let paise = if whole.is_multiple_of(100) { String::new() } else { format!(".{:02}", whole % 100) };
        format!("{sign}₹{}{paise}", group_indian(whole / 100))
    }
}

/// `12345678` as `1,23,45,678`.
pub fn group_indian(number: u64) -> String {
    let digits = number.to_string();
    let (head, tail) = digits.split_at(digits.len().saturating_sub(3));
    let mut out = String::with_capacity(digits.len() + 4);
    for (place, digit) in head.chars().enumerate() {
        if place > 0 && (head.len() - place).is_multiple_of(2) {
            out.push(',');
        }
        out.push(digit);
    }
    if !head.is_empty() {
        out.push(',');
    }
    out + tail
}

impl Bps {
    /// `5%`, `0.25%`: as few decimals as the rate needs.
    pub fn to_text(self) -> String {
        format!("{}%", Decimal::new(self.0, 2).normalize())
    }
}

impl Add for Paise {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}
impl Sub for Paise {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}
impl Neg for Paise {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}
impl AddAssign for Paise {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}
impl SubAssign for Paise {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}
impl Sum for Paise {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn halves_go_away_from_zero() {
        assert_eq!([divide_half_up(5, 2), divide_half_up(-5, 2), divide_half_up(112_518, 100)], [3, -3, 1125]);
    }

    #[test]
    fn amounts_are_written_the_indian_way() {
        let written = [0, 5, 99_900, 12_345_600, 12_345_678_900, -15_100].map(|paise| Paise(paise).to_text());
        assert_eq!(written, ["0.00", "0.05", "999.00", "1,23,456.00", "12,34,56,789.00", "\u{2212}151.00"]);
        assert_eq!([Paise(516_900).to_rupee_text(), Paise(50).to_rupee_text()], ["₹5,169", "₹0.50"]);
        assert_eq!([Bps(500).to_text(), Bps(25).to_text(), Bps(0).to_text()], ["5%", "0.25%", "0%"]);
    }

    proptest! {
        #[test]
        fn parts_add_to_the_whole(
            whole in -10_000_000_000i64..10_000_000_000,
            weights in prop::collection::vec(0i64..1_000_000_000, 1..40),
        ) {
            prop_assume!(weights.iter().sum::<i64>() > 0);
            let total: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
            let parts = Paise(whole).split(&weights);
            prop_assert_eq!(parts.iter().copied().sum::<Paise>(), Paise(whole));
            for (part, weight) in parts.iter().zip(&weights) {
                let off = i128::from(part.0) * total - i128::from(whole) * i128::from(*weight);
                prop_assert!(off.abs() < total, "a part is within one paisa of its exact share");
            }
        }

        #[test]
        fn rounding_is_never_more_than_half(amount in -1_000_000_000_000i64..1_000_000_000_000) {
            let off = Paise(amount).nearest_rupee() - Paise(amount);
            prop_assert!(off.0.abs() <= 50);
        }
    }
}
