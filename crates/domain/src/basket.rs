//! The basket: changeable lines without a number, and what they come to. Prices, owner and terms of a
//! line are looked up by the till and come in as `Goods`; nothing here reads a database.

use crate::agreement::{Owner, SupplyMode, Terms};
use crate::buyer::Buyer;
use crate::gst::{Rate, Supply, Tax, charge};
use crate::item::{Item, MOST_PRICE};
use crate::money::{Bps, Paise, WHOLE_BPS};
use crate::quantity::Milli;
use crate::refusal::Refusal;
use crate::returns::ExchangeAsked;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use uuid::Uuid;

/// The most lines one bill can have; a receipt that long is nobody's shopping.
pub const MOST_LINES: usize = 500;

/// The longest note, in characters: three lines of a receipt.
pub const MOST_NOTE: usize = 120;

/// What the counter must know of goods to sell them: the item, today's price and rate, and whose they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goods {
    /// The item, shared with whoever else sells or shows it.
    pub item: Arc<Item>,
    /// For one unit.
    pub price_paise: Paise,
    /// Whether GST is inside the price.
    pub includes_tax: bool,
    /// Today's rate of its class.
    pub rate: Rate,
    /// Whose goods are sold.
    pub owner: Owner,
    /// The unique piece that is sold, by its tag.
    pub piece: Option<String>,
    /// The terms in force with a consignor; none for the mart's own.
    pub terms: Option<Terms>,
}

/// Goods by name alone, to be looked up again: what a basket holds of them while it is kept or put by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// The item.
    pub item: Uuid,
    /// The unique piece.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub piece: Option<String>,
}

impl Goods {
    /// Their name.
    pub fn named(&self) -> Named {
        Named { item: self.item.id, piece: self.piece.clone() }
    }

    /// The consignor in whose name the goods are sold (supply mode B); none: the mart sells in its own.
    pub fn principal(&self) -> Option<&str> {
        match self.terms?.supply_mode {
            SupplyMode::A1 | SupplyMode::A2 => None,
            SupplyMode::B => self.owner.consignor(),
        }
    }

    /// The rate it is charged at: an unregistered principal cannot collect GST (CGST Act s.32).
    pub fn charged_rate(&self) -> Rate {
        if self.principal().is_some() { Rate { rate_bp: Bps(0), threshold: None } } else { self.rate }
    }
}

/// One line of a basket. A basket that is put by holds its goods by their item's id alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line<G = Goods> {
    /// What is sold.
    pub goods: G,
    /// How much of it.
    pub qty_milli: Milli,
    /// Taken off this line.
    pub discount_paise: Paise,
    /// For one unit, set by a manager in place of the item's own price.
    #[serde(default)]
    pub price_paise: Option<Paise>,
    /// What the clerk wrote to it; empty for most.
    #[serde(default)]
    pub note: String,
}

impl Line {
    /// For one unit: what a manager set, else the item's own price.
    pub fn price(&self) -> Paise {
        self.price_paise.unwrap_or(self.goods.price_paise)
    }

    /// What the line would come to without a discount. A price that was set below the item's own is a discount by
    /// another name, and its consignor's terms say who bears it.
    pub fn undiscounted(&self) -> Paise {
        self.price().max(self.goods.price_paise).times(self.qty_milli)
    }
}

/// Lines not yet sold. Its id becomes the sale's, so a sale can be asked for twice and happen once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basket<G = Goods> {
    /// Made when the basket was begun.
    pub id: Uuid,
    /// In the order they were scanned.
    pub lines: Vec<Line<G>>,
    /// Taken off the whole bill.
    pub discount_paise: Paise,
    /// Who buys, if they said.
    #[serde(default)]
    pub buyer: Option<Buyer>,
    /// Who approved what is beyond the operator's own limits.
    #[serde(default)]
    pub approved_by: Option<String>,
    /// Goods that come back in exchange for these.
    #[serde(default)]
    pub exchange: Option<ExchangeAsked>,
    /// What the clerk wrote to the whole bill.
    #[serde(default)]
    pub note: String,
}

impl<G> Basket<G> {
    /// The same basket with what `look` finds for each line's goods; a line for which it finds none is left out.
    pub fn with_goods<H, E>(&self, mut look: impl FnMut(&G) -> Result<Option<H>, E>) -> Result<Basket<H>, E> {
        let mut lines = Vec::with_capacity(self.lines.len());
        for Line { goods, qty_milli, discount_paise, price_paise, note } in &self.lines {
            if let Some(goods) = look(goods)? {
                let (qty_milli, discount_paise, price_paise) = (*qty_milli, *discount_paise, *price_paise);
                lines.push(Line { goods, qty_milli, discount_paise, price_paise, note: note.clone() });
            }
        }
        Ok(Basket {
            id: self.id,
            lines,
            discount_paise: self.discount_paise,
            buyer: self.buyer.clone(),
            approved_by: self.approved_by.clone(),
            exchange: self.exchange.clone(),
            note: self.note.clone(),
        })
    }
}

impl Basket {
    /// An empty basket.
    pub fn new(id: Uuid) -> Self {
        Self {
            id,
            lines: Vec::new(),
            discount_paise: Paise::ZERO,
            buyer: None,
            approved_by: None,
            exchange: None,
            note: String::new(),
        }
    }

    /// Adds goods: to their line if there is one of the same goods at the same price, else as a new line; a line that
    /// was written to or priced by hand is left as it is. Answers which line.
    pub fn add(&mut self, goods: Goods, qty_milli: Milli) -> Result<usize, Refusal> {
        qty_milli.sellable()?;
        if goods.piece.is_some() && qty_milli != Milli::ONE {
            return Err(Refusal::PieceIsOne);
        }
        // A line that was written to or priced by hand is the same piece all the same.
        if let Some(code) = &goods.piece
            && self.lines.iter().any(|line| line.goods.piece.as_ref() == Some(code))
        {
            return Err(Refusal::PieceTwice { code: code.clone() });
        }
        if let Some(place) =
            self.lines.iter().position(|line| line.goods == goods && line.price_paise.is_none() && line.note.is_empty())
        {
            self.set_quantity(place, Milli(self.lines[place].qty_milli.0 + qty_milli.0))?;
            return Ok(place);
        }
        if self.lines.len() == MOST_LINES {
            return Err(Refusal::QuantityOutOfRange { max: MOST_LINES.to_string() });
        }
        self.lines.push(Line { goods, qty_milli, discount_paise: Paise::ZERO, price_paise: None, note: String::new() });
        Ok(self.lines.len() - 1)
    }

    /// Sets how much a line holds.
    pub fn set_quantity(&mut self, place: usize, qty_milli: Milli) -> Result<(), Refusal> {
        qty_milli.sellable()?;
        let line = self.line(place)?;
        if line.goods.piece.is_some() && qty_milli != Milli::ONE {
            return Err(Refusal::PieceIsOne);
        }
        gross(line.price(), qty_milli, line.discount_paise)?;
        line.qty_milli = qty_milli;
        Ok(())
    }

    /// Takes an amount off a line; zero takes the discount back.
    pub fn discount_line(&mut self, place: usize, discount: Paise) -> Result<(), Refusal> {
        let line = self.line(place)?;
        gross(line.price(), line.qty_milli, discount)?;
        line.discount_paise = discount;
        Ok(())
    }

    /// Sells a line at another price for one unit; none is the item's own again.
    pub fn set_price(&mut self, place: usize, price: Option<Paise>) -> Result<(), Refusal> {
        let line = self.line(place)?;
        let price = price.filter(|price| *price != line.goods.price_paise);
        if price == Some(Paise::ZERO) {
            return Err(Refusal::AmountOutOfRange);
        }
        // A shelf price with all taxes is the MRP, and nothing is sold above that (Legal Metrology (Packaged Commodities)
        // Rules 2011, rule 18(2)).
        if line.goods.includes_tax && price.is_some_and(|price| price > line.goods.price_paise) {
            return Err(Refusal::PriceAboveMrp { mrp: line.goods.price_paise.to_text() });
        }
        gross(price.unwrap_or(line.goods.price_paise), line.qty_milli, line.discount_paise)?;
        line.price_paise = price;
        Ok(())
    }

    /// Writes a note to a line, or to the whole bill; an empty one takes it away.
    pub fn set_note(&mut self, place: Option<usize>, note: &str) -> Result<(), Refusal> {
        let note = note.trim();
        if note.chars().count() > MOST_NOTE || note.chars().any(char::is_control) {
            return Err(Refusal::invalid("note"));
        }
        let written = match place {
            Some(place) => &mut self.line(place)?.note,
            None => &mut self.note,
        };
        note.clone_into(written);
        Ok(())
    }

    /// Takes a line out. An empty basket has no discount, approval or note left.
    pub fn remove(&mut self, place: usize) -> Result<(), Refusal> {
        self.line(place)?;
        self.lines.remove(place);
        if self.lines.is_empty() {
            self.discount_paise = Paise::ZERO;
            self.approved_by = None;
            self.note.clear();
        }
        Ok(())
    }

    /// How much of a bill of `due` the goods that come back pay for.
    pub fn credit(&self, due: Paise) -> Paise {
        self.exchange.as_ref().map_or(Paise::ZERO, |exchange| exchange.refund_paise.min(due))
    }

    /// Whether every discount of it (`priced`) over `limit` is no larger a share than it was in `before`: of the whole, and
    /// of each line, which answers for one line of the same goods.
    pub fn no_wider(&self, priced: &Priced, limit: Bps, before: &Self, was: &Priced) -> bool {
        let line_over = |line: &PricedLine| over(line.own_discount(), line.gross_paise, limit);
        if over(priced.discount(), priced.gross(), limit)
            && larger_share((priced.discount(), priced.gross()), (was.discount(), was.gross()))
        {
            return false;
        }
        let mut known: Vec<(&Line, &PricedLine)> = before.lines.iter().zip(&was.lines).collect();
        self.lines.iter().zip(&priced.lines).filter(|(_, priced)| line_over(priced)).all(|(line, priced)| {
            let same = |(old, was): &(&Line, &PricedLine)| {
                old.goods.named() == line.goods.named()
                    && old.price_paise == line.price_paise
                    && !larger_share((priced.own_discount(), priced.gross_paise), (was.own_discount(), was.gross_paise))
            };
            known.iter().position(same).map(|place| known.swap_remove(place)).is_some()
        })
    }

    /// Whether some of it is sold in a consignor's name.
    pub fn has_memo(&self) -> bool {
        self.lines.iter().any(|line| line.goods.principal().is_some())
    }

    fn line(&mut self, place: usize) -> Result<&mut Line, Refusal> {
        self.lines.get_mut(place).ok_or(Refusal::UnknownLine)
    }

    /// What the basket comes to.
    pub fn price(&self, supply: Supply) -> Result<Priced, Refusal> {
        let lines: Vec<PriceLine> = self
            .lines
            .iter()
            .map(|line| PriceLine {
                price_paise: line.price(),
                qty_milli: line.qty_milli,
                includes_tax: line.goods.includes_tax,
                discount_paise: line.discount_paise,
                rate: line.goods.charged_rate(),
            })
            .collect();
        price(&lines, self.discount_paise, supply)
    }
}

/// What one line must tell to be priced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PriceLine {
    /// For one unit.
    pub price_paise: Paise,
    /// How much.
    pub qty_milli: Milli,
    /// Whether GST is inside the price.
    pub includes_tax: bool,
    /// Taken off the line.
    pub discount_paise: Paise,
    /// Rate of its class.
    pub rate: Rate,
}

/// A line with its share of the bill's discount and its tax.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PricedLine {
    /// Price times quantity, before discounts.
    pub gross_paise: Paise,
    /// The line's own discount and its share of the bill's.
    pub discount_paise: Paise,
    /// Of which from the bill.
    pub bill_share_paise: Paise,
    /// The tax, after every discount.
    pub tax: Tax,
    /// Charged the higher rate because no rate fitted.
    pub dead_zone: bool,
}

/// What a basket comes to. Totals are sums of the stored lines (gst.md 2.3: line level, then sum).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Priced {
    /// In the basket's order.
    pub lines: Vec<PricedLine>,
    /// Sum of the lines.
    pub tax: Tax,
    /// To the nearest rupee; not part of the taxable value.
    pub round_off_paise: Paise,
    /// What the customer pays.
    pub due_paise: Paise,
}

impl PricedLine {
    /// The line's own discount, without its share of the bill's.
    pub fn own_discount(&self) -> Paise {
        self.discount_paise - self.bill_share_paise
    }
}

/// Whether a discount is more of a price than a limit.
fn over(discount: Paise, gross: Paise, limit: Bps) -> bool {
    i128::from(discount.0) * i128::from(WHOLE_BPS) > i128::from(gross.0) * i128::from(limit.0)
}

/// Whether one discount is more of its price than another is of its own.
fn larger_share((discount, gross): (Paise, Paise), (other, of): (Paise, Paise)) -> bool {
    of == Paise::ZERO || i128::from(discount.0) * i128::from(of.0) > i128::from(other.0) * i128::from(gross.0)
}

impl Priced {
    /// Sum of all discounts.
    pub fn discount(&self) -> Paise {
        self.lines.iter().map(|line| line.discount_paise).sum()
    }

    /// Before all discounts.
    pub fn gross(&self) -> Paise {
        self.lines.iter().map(|line| line.gross_paise).sum()
    }

    /// Refuses discounts over a role's limit: no line's own discount and not all discounts together may be
    /// a larger share of the price than `limit`.
    pub fn within(&self, limit: Bps) -> Result<(), Refusal> {
        let line_over = self.lines.iter().any(|line| over(line.own_discount(), line.gross_paise, limit));
        if line_over || over(self.discount(), self.gross(), limit) {
            return Err(Refusal::DiscountOverLimit { limit: limit.to_text() });
        }
        Ok(())
    }
}

/// Price times quantity, if the discount leaves something of it.
fn gross(price: Paise, quantity: Milli, discount: Paise) -> Result<Paise, Refusal> {
    if price < Paise::ZERO || price > MOST_PRICE || discount < Paise::ZERO {
        return Err(Refusal::AmountOutOfRange);
    }
    quantity.sellable()?;
    let gross = price.times(quantity);
    if discount > gross {
        return Err(Refusal::DiscountOverAmount { amount: gross.to_text() });
    }
    Ok(gross)
}

/// Prices lines. A discount on the whole bill is apportioned by what each line comes to after its own, by
/// largest remainder and before tax (CGST Act s.15(3)(a)); a bill that mixes tax-inclusive and exclusive
/// prices has no common base and refuses one.
pub fn price(lines: &[PriceLine], discount: Paise, supply: Supply) -> Result<Priced, Refusal> {
    if lines.len() > MOST_LINES {
        return Err(Refusal::QuantityOutOfRange { max: MOST_LINES.to_string() });
    }
    let after_own: Vec<(Paise, Paise)> = lines
        .iter()
        .map(|line| {
            let gross = gross(line.price_paise, line.qty_milli, line.discount_paise)?;
            Ok((gross, gross - line.discount_paise))
        })
        .collect::<Result<_, Refusal>>()?;
    let weights: Vec<i64> = after_own.iter().map(|(_, rest)| rest.0).collect();
    let whole = Paise(weights.iter().sum());
    if discount < Paise::ZERO {
        return Err(Refusal::AmountOutOfRange);
    }
    if discount > whole {
        return Err(Refusal::DiscountOverAmount { amount: whole.to_text() });
    }
    let mixed = lines.iter().any(|line| line.includes_tax != lines[0].includes_tax);
    if discount > Paise::ZERO && mixed {
        return Err(Refusal::MixedPriceDiscount);
    }
    let shares = discount.split(&weights);
    let mut tax = Tax::default();
    let mut priced = Vec::with_capacity(lines.len());
    for ((line, (gross, rest)), share) in lines.iter().zip(after_own).zip(shares) {
        let charged = charge(rest - share, line.includes_tax, line.qty_milli, &line.rate, supply);
        tax.taxable_paise += charged.tax.taxable_paise;
        tax.cgst_paise += charged.tax.cgst_paise;
        tax.sgst_paise += charged.tax.sgst_paise;
        tax.igst_paise += charged.tax.igst_paise;
        priced.push(PricedLine {
            gross_paise: gross,
            discount_paise: line.discount_paise + share,
            bill_share_paise: share,
            tax: charged.tax,
            dead_zone: charged.dead_zone,
        });
    }
    let due = tax.total().nearest_rupee();
    Ok(Priced { lines: priced, tax, round_off_paise: due - tax.total(), due_paise: due })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::divide_half_up;
    use proptest::prelude::*;

    fn any_line(includes_tax: bool) -> impl Strategy<Value = PriceLine> {
        let rate = prop_oneof![Just(0i64), Just(25), Just(300), Just(500), Just(1_800)];
        (1i64..5_000_000, 1i64..50_000, 0i64..10_000, rate).prop_map(move |(price, qty, off, rate)| {
            let gross = divide_half_up(i128::from(price) * i128::from(qty), 1_000);
            PriceLine {
                price_paise: Paise(price),
                qty_milli: Milli(qty),
                includes_tax,
                discount_paise: Paise(gross).at(Bps(off)),
                rate: Rate { rate_bp: Bps(rate), threshold: None },
            }
        })
    }

    proptest! {
        #[test]
        fn the_lines_add_to_the_bill(
            lines in any::<bool>().prop_flat_map(|includes| prop::collection::vec(any_line(includes), 1..30)),
            off in 0i64..=10_000,
            inter in any::<bool>(),
        ) {
            let whole: Paise = lines.iter().map(|line| {
                gross(line.price_paise, line.qty_milli, line.discount_paise).unwrap() - line.discount_paise
            }).sum();
            let discount = whole.at(Bps(off));
            let supply = if inter { Supply::InterState } else { Supply::IntraState };
            let priced = price(&lines, discount, supply).unwrap();
            prop_assert_eq!(priced.lines.iter().map(|line| line.bill_share_paise).sum::<Paise>(), discount);
            prop_assert_eq!(priced.lines.iter().map(|line| line.tax.total()).sum::<Paise>(), priced.tax.total());
            prop_assert_eq!(priced.tax.total() + priced.round_off_paise, priced.due_paise);
            prop_assert_eq!(priced.due_paise.0 % 100, 0);
            prop_assert!(priced.round_off_paise.0.abs() <= 50);
            for line in &priced.lines {
                prop_assert!(line.tax.taxable_paise >= Paise::ZERO);
                if lines[0].includes_tax {
                    prop_assert_eq!(line.tax.total(), line.gross_paise - line.discount_paise);
                }
            }
        }
    }

    #[test]
    fn a_bill_of_mixed_prices_has_no_common_discount() {
        let line = |includes_tax| PriceLine {
            price_paise: Paise(10_000),
            qty_milli: Milli::ONE,
            includes_tax,
            discount_paise: Paise::ZERO,
            rate: Rate { rate_bp: Bps(500), threshold: None },
        };
        let mixed = [line(true), line(false)];
        assert_eq!(price(&mixed, Paise(1), Supply::IntraState), Err(Refusal::MixedPriceDiscount));
        assert!(price(&mixed, Paise::ZERO, Supply::IntraState).is_ok());
    }

    #[test]
    fn discounts_stop_at_the_role_and_at_the_price() {
        let line = PriceLine {
            price_paise: Paise(100_000),
            qty_milli: Milli::ONE,
            includes_tax: true,
            discount_paise: Paise(5_000),
            rate: Rate { rate_bp: Bps(500), threshold: None },
        };
        let at = |own: i64, bill: i64| {
            price(&[PriceLine { discount_paise: Paise(own), ..line }], Paise(bill), Supply::IntraState)
        };
        assert!(at(5_000, 0).unwrap().within(Bps(500)).is_ok());
        assert!(at(5_001, 0).unwrap().within(Bps(500)).is_err());
        assert!(at(3_000, 3_000).unwrap().within(Bps(500)).is_err(), "both together");
        assert!(matches!(at(100_001, 0), Err(Refusal::DiscountOverAmount { .. })));
        assert!(matches!(at(0, 100_001), Err(Refusal::DiscountOverAmount { .. })));
    }
}
