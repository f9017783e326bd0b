//! What each entry makes due to consignors, line by line: the frozen share of what was sold, what came back or was voided,
//! and compensation for what was lost. Not here: which of it a settlement pays (`settlement`).

use crate::agreement::{Earned, Owner, Promise, SupplyMode, Terms};
use crate::entry::Fact;
use crate::gst::Tax;
use crate::money::Paise;
use crate::quantity::Milli;
use crate::returns::ReturnedLine;
use crate::sale::SaleLine;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::iter::Sum;
use std::ops::Add;
use uuid::Uuid;

/// Which due line: the entry that made it, and its place among that entry's lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DueRef(pub i64, pub i64);

/// Why something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum DueKind {
    /// Goods were sold.
    Sale,
    /// A customer brought them back.
    Return,
    /// The sale was voided.
    Void,
    /// Goods were lost in the mart's keeping, or were found again.
    Loss,
}

impl DueKind {
    /// Its word, as in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Sale => "sale",
            Self::Return => "return",
            Self::Void => "void",
            Self::Loss => "loss",
        }
    }

    /// The kind of a word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Sale, Self::Return, Self::Void, Self::Loss].into_iter().find(|kind| kind.word() == word)
    }
}

/// How a consignor's share came about: `goods - commission - commission_gst - fees + compensation`. All of it is negative
/// on a line that takes back what was due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Split {
    /// What the share is taken of: the taxable value (under B the price), with what the mart bears of the discount under A2
    /// and B.
    pub goods_paise: Paise,
    /// The mart's margin (A1) or commission (A2, B).
    pub commission_paise: Paise,
    /// GST on the commission; nothing under A1.
    pub commission_gst_paise: Paise,
    /// Packing, transport and handling.
    pub fees_paise: Paise,
    /// For goods that were lost.
    pub compensation_paise: Paise,
}

impl Split {
    fn new(tax: &Tax, terms: &Terms, earned: &Earned) -> Self {
        let goods = tax.taxable_paise + earned.borne_paise;
        let share = earned.consignor_share_paise;
        Self {
            goods_paise: goods,
            commission_paise: match terms.supply_mode {
                SupplyMode::A1 => goods - share - earned.fee_paise,
                SupplyMode::A2 | SupplyMode::B => earned.commission_paise,
            },
            commission_gst_paise: earned.commission_gst_paise,
            fees_paise: earned.fee_paise,
            compensation_paise: Paise::ZERO,
        }
    }

    /// For goods that were lost, or found again.
    fn lost(compensation_paise: Paise) -> Self {
        Self { compensation_paise, ..Self::default() }
    }

    /// The consignor's.
    pub fn share(&self) -> Paise {
        self.goods_paise - self.commission_paise - self.commission_gst_paise - self.fees_paise + self.compensation_paise
    }

    /// The same, turned round.
    #[must_use]
    pub fn back(&self) -> Self {
        Self {
            goods_paise: -self.goods_paise,
            commission_paise: -self.commission_paise,
            commission_gst_paise: -self.commission_gst_paise,
            fees_paise: -self.fees_paise,
            compensation_paise: -self.compensation_paise,
        }
    }
}

impl Add for Split {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            goods_paise: self.goods_paise + other.goods_paise,
            commission_paise: self.commission_paise + other.commission_paise,
            commission_gst_paise: self.commission_gst_paise + other.commission_gst_paise,
            fees_paise: self.fees_paise + other.fees_paise,
            compensation_paise: self.compensation_paise + other.compensation_paise,
        }
    }
}

impl Sum for Split {
    fn sum<I: Iterator<Item = Self>>(lines: I) -> Self {
        lines.fold(Self::default(), Add::add)
    }
}

/// One line that changes what a consignor is owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Its place among the lines of its entry, from 0; a line of a sale stands at its own place in the sale.
    pub place: i64,
    /// Whose.
    pub consignor: String,
    /// Why.
    pub kind: DueKind,
    /// The line of a sale it takes back: the sale, and the place in it.
    pub takes_back: Option<(Uuid, i64)>,
    /// Version of the agreement it follows; none: the one of the day.
    pub agreement_version: Option<i64>,
    /// Of which item.
    pub item: Uuid,
    /// The unique piece it was.
    pub piece: Option<String>,
    /// How much.
    pub qty_milli: Milli,
    /// What the customer paid for it, tax and all; what was paid back, negative.
    pub price_paise: Paise,
    /// In whose name it was sold; none for goods that were lost.
    pub supply_mode: Option<SupplyMode>,
    /// How the share came about.
    pub split: Split,
}

impl Due {
    fn sold(place: usize, line: &SaleLine) -> Option<Self> {
        let (consignor, terms) = line.owner.consignor().zip(line.terms.as_ref())?;
        Some(Self {
            place: place as i64,
            consignor: consignor.to_owned(),
            kind: DueKind::Sale,
            takes_back: None,
            agreement_version: Some(terms.agreement_version),
            item: line.item.id,
            piece: line.piece.clone(),
            qty_milli: line.qty_milli,
            price_paise: line.tax.total(),
            supply_mode: Some(terms.supply_mode),
            split: Split::new(&line.tax, terms, &line.earned),
        })
    }

    /// What the mart bears of goods that were lost, or takes back of goods that were found; nothing where it bears nothing.
    fn lost(
        place: usize,
        owner: &Owner,
        terms: Option<Terms>,
        item: Uuid,
        piece: Option<&String>,
        qty_milli: Milli,
        compensation_paise: Paise,
    ) -> Option<Self> {
        let consignor = owner.consignor().filter(|_| !compensation_paise.is_zero())?;
        Some(Self {
            place: place as i64,
            consignor: consignor.to_owned(),
            kind: DueKind::Loss,
            takes_back: None,
            agreement_version: terms.map(|terms| terms.agreement_version),
            item,
            piece: piece.cloned(),
            qty_milli,
            price_paise: Paise::ZERO,
            supply_mode: None,
            split: Split::lost(compensation_paise),
        })
    }

    fn returned(place: usize, sale: Uuid, line: &ReturnedLine) -> Option<Self> {
        let (consignor, terms) = line.owner.consignor().zip(line.terms.as_ref())?;
        Some(Self {
            place: place as i64,
            consignor: consignor.to_owned(),
            kind: DueKind::Return,
            takes_back: Some((sale, line.line as i64)),
            agreement_version: Some(terms.agreement_version),
            item: line.item,
            piece: line.piece.clone(),
            qty_milli: line.qty_milli,
            price_paise: -line.tax.total(),
            supply_mode: Some(terms.supply_mode),
            split: Split::new(&line.tax, terms, &line.earned).back(),
        })
    }
}

/// Kinds of entries that can make something due: no other is read for it.
pub const KINDS: [&str; 6] = ["sale", "sale_voided", "returned", "exchanged", "stock_adjusted", "transfer_settled"];

/// What an entry makes due, in its order. Lines that change nothing (the mart's own goods, a loss that nobody is paid for)
/// are left out; the places of the others stay.
pub fn dues(fact: &Fact) -> Vec<Due> {
    let mut dues = Vec::new();
    if !KINDS.contains(&fact.kind()) {
        return dues;
    }
    let mut first = 0;
    if let Some(sale) = fact.sale() {
        dues.extend(sale.lines.iter().enumerate().filter_map(|(place, line)| Due::sold(place, line)));
        first += sale.lines.len();
    }
    if let Some(returned) = fact.returned() {
        let lines = returned.lines.iter().enumerate();
        dues.extend(lines.filter_map(|(place, line)| Due::returned(first + place, returned.sale, line)));
        first += returned.lines.len();
        // What came back broken is made good as any loss in the mart's keeping is.
        dues.extend(returned.lines.iter().enumerate().filter_map(|(place, line)| {
            let (piece, paise) = (line.piece.as_ref(), line.compensation_paise);
            Due::lost(first + place, &line.owner, line.terms, line.item, piece, line.qty_milli, paise)
        }));
    }
    match fact {
        Fact::SaleVoided(voided) => {
            dues.extend(voided.sale.lines.iter().enumerate().filter_map(|(place, line)| {
                let sold = Due::sold(place, line)?;
                Some(Due {
                    kind: DueKind::Void,
                    takes_back: Some((voided.sale.id, sold.place)),
                    price_paise: -sold.price_paise,
                    split: sold.split.back(),
                    ..sold
                })
            }));
        }
        Fact::StockAdjusted(adjusted) => {
            dues.extend(adjusted.lines.iter().enumerate().filter_map(|(place, line)| {
                let (piece, paise) = (line.pieces.first(), line.compensation_paise);
                Due::lost(place, &line.owner, line.terms, line.item, piece, line.lost_milli, paise)
            }));
        }
        Fact::TransferSettled(settled) => {
            dues.extend(settled.lines.iter().enumerate().filter_map(|(place, line)| {
                let (piece, paise) = (line.lost.first(), line.compensation_paise);
                Due::lost(place, &line.owner, line.terms, line.item, piece, line.lost_milli, paise)
            }));
        }
        _ => {}
    }
    dues
}

/// The days of a due line under a promise: from when it may be paid, and by when it was promised. What was lost waits for
/// no customer.
pub fn days(kind: DueKind, on: Date, promise: &Promise) -> (Date, Date) {
    let after = |days: i32| on.checked_add(days.days()).unwrap_or(on);
    let from = match kind {
        DueKind::Sale | DueKind::Return | DueKind::Void => after(promise.holding_days),
        DueKind::Loss => on,
    };
    (from, after(promise.payout_days))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreement::DiscountBearer;
    use crate::gst::{Supply, tax_within};
    use crate::money::Bps;
    use proptest::prelude::*;

    fn split(
        price: i64,
        rate: i64,
        mode: SupplyMode,
        commission: i64,
        fee: i64,
        bearer: DiscountBearer,
    ) -> (Split, Earned) {
        let terms = Terms {
            agreement_version: 1,
            supply_mode: mode,
            commission_bps: Bps(commission),
            discount_bearer: bearer,
            fee_paise: Paise(fee),
        };
        let rate = if mode == SupplyMode::B { 0 } else { rate };
        let charged = tax_within(Paise(price), Bps(rate), Supply::IntraState);
        let full = tax_within(Paise(price + price / 7), Bps(rate), Supply::IntraState);
        let earned = terms.earned(&charged, &full, Milli::ONE, Bps(1_800));
        (Split::new(&charged, &terms, &earned), earned)
    }

    proptest! {
        #[test]
        fn a_split_adds_to_the_frozen_share(
            price in 1i64..10_000_000, rate in prop_oneof![Just(0i64), Just(500), Just(1_800)],
            mode in prop_oneof![Just(SupplyMode::A1), Just(SupplyMode::A2), Just(SupplyMode::B)],
            commission in 0i64..=10_000, fee in 0i64..5_000,
            bearer in prop_oneof![Just(DiscountBearer::Shared), Just(DiscountBearer::Mart), Just(DiscountBearer::Consignor)],
        ) {
            let (split, earned) = split(price, rate, mode, commission, fee, bearer);
            prop_assert_eq!(split.share(), earned.consignor_share_paise);
            prop_assert_eq!(split.back().share(), -split.share());
            prop_assert_eq!((split + split.back()).share(), Paise::ZERO);
        }
    }

    #[test]
    fn the_three_modes_split_as_the_vectors_say() {
        // TV25 to TV27: 1,050.00 at 5 %, 20 %.
        let of = |mode| split(105_000, 500, mode, 2_000, 0, DiscountBearer::Shared).0;
        let a1 = of(SupplyMode::A1);
        assert_eq!((a1.goods_paise, a1.commission_paise, a1.share()), (Paise(100_000), Paise(20_000), Paise(80_000)));
        let a2 = of(SupplyMode::A2);
        assert_eq!((a2.commission_gst_paise, a2.share()), (Paise(3_600), Paise(76_400)));
        let b = of(SupplyMode::B);
        assert_eq!((b.goods_paise, b.commission_paise, b.share()), (Paise(105_000), Paise(21_000), Paise(80_220)));
    }

    #[test]
    fn what_is_lost_waits_for_no_customer() {
        let on = jiff::civil::date(2026, 11, 23);
        let promise = Promise::default();
        assert_eq!(days(DueKind::Sale, on, &promise).0, jiff::civil::date(2026, 11, 30));
        assert_eq!(days(DueKind::Loss, on, &promise), (on, jiff::civil::date(2026, 12, 8)));
    }
}
