//! The double entry of every kind of entry, in one table (consignment.md, Books). Every entry's postings
//! add to zero. Not here: balances, which are sums of postings.

use crate::agreement::Owner;
use crate::entry::Fact;
use crate::money::Paise;
use crate::sale::Sale;
use crate::shift::Direction;
use crate::tender::Tender;
use std::collections::BTreeMap;
use std::fmt;

/// An account of the mart's books.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Account {
    /// Cash in this till's drawer.
    Drawer,
    /// Cash out of the drawer: the mart's safe.
    Safe,
    /// UPI taken, not yet in the bank.
    UpiClearing,
    /// Card money taken, not yet in the bank.
    CardClearing,
    /// Sales in the mart's own name, without tax.
    Sales,
    /// Central tax owed.
    OutputCgst,
    /// State tax owed.
    OutputSgst,
    /// Integrated tax owed.
    OutputIgst,
    /// What consigned goods cost the mart: the consignors' shares.
    CostOfConsignedGoods,
    /// Owed to one consignor.
    ConsignorPayable(String),
    /// Bills rounded to the rupee.
    RoundOff,
    /// Drawer over or short.
    CashOverShort,
}

impl fmt::Display for Account {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Drawer => "drawer",
            Self::Safe => "safe",
            Self::UpiClearing => "upi_clearing",
            Self::CardClearing => "card_clearing",
            Self::Sales => "sales",
            Self::OutputCgst => "output_cgst",
            Self::OutputSgst => "output_sgst",
            Self::OutputIgst => "output_igst",
            Self::CostOfConsignedGoods => "cost_of_consigned_goods",
            Self::ConsignorPayable(id) => return write!(out, "consignor_payable:{id}"),
            Self::RoundOff => "round_off",
            Self::CashOverShort => "cash_over_short",
        })
    }
}

/// One side of a double entry: a debit is positive, a credit negative.
pub type Postings = BTreeMap<Account, Paise>;

/// What an entry posts, one amount an account, none of them zero; empty for entries that move no money.
pub fn postings(fact: &Fact) -> Postings {
    let mut book = Postings::new();
    let mut debit = |account, paise: Paise| *book.entry(account).or_default() += paise;
    match fact {
        Fact::Sale(sale) => post_sale(sale, &mut debit),
        Fact::ShiftOpened(opened) => {
            debit(Account::Drawer, opened.float_paise);
            debit(Account::Safe, -opened.float_paise);
        }
        Fact::ShiftClosed(closed) => {
            debit(Account::Drawer, -closed.expected_paise);
            debit(Account::CashOverShort, -closed.difference());
            debit(Account::Safe, closed.counted_paise);
        }
        Fact::CashMoved(moved) => {
            let into_drawer = match moved.direction {
                Direction::In => moved.paise,
                Direction::Out => -moved.paise,
            };
            debit(Account::Drawer, into_drawer);
            debit(Account::Safe, -into_drawer);
        }
        Fact::TillEnrolled(_)
        | Fact::TillRestored(_)
        | Fact::SettingsSet(_)
        | Fact::OperatorSet(_)
        | Fact::ItemSet(_)
        | Fact::PriceSet(_)
        | Fact::ConsignorSet(_)
        | Fact::AgreementSet(_)
        | Fact::StockReceived(_)
        | Fact::ReceiptReprinted(_)
        | Fact::ClockChanged(_) => {}
    }
    book.retain(|_, paise| *paise != Paise::ZERO);
    book
}

/// A1: debit the tenders; credit sales, tax and round-off; debit cost and credit payable with the
/// consignor's share. The mart's own goods have no second half until their cost is known.
fn post_sale(sale: &Sale, debit: &mut impl FnMut(Account, Paise)) {
    for tender in &sale.tenders {
        let account = match tender {
            Tender::Cash { .. } => Account::Drawer,
            Tender::Upi { .. } => Account::UpiClearing,
            Tender::Card { .. } => Account::CardClearing,
        };
        debit(account, tender.paise());
    }
    for line in &sale.lines {
        debit(Account::Sales, -line.tax.taxable_paise);
        debit(Account::OutputCgst, -line.tax.cgst_paise);
        debit(Account::OutputSgst, -line.tax.sgst_paise);
        debit(Account::OutputIgst, -line.tax.igst_paise);
        if let Owner::Consignor(id) = &line.owner {
            debit(Account::CostOfConsignedGoods, line.consignor_share_paise);
            debit(Account::ConsignorPayable(id.clone()), -line.consignor_share_paise);
        }
    }
    debit(Account::RoundOff, -sale.round_off_paise);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreement::{DiscountBearer, SupplyMode, Terms};
    use crate::basket::{Basket, Goods};
    use crate::bill::BillKind;
    use crate::gst::{Rate, Supply};
    use crate::item::Item;
    use crate::money::Bps;
    use crate::name::Name;
    use crate::quantity::Milli;
    use crate::sale::Bill;
    use crate::shift::{ShiftClosed, ShiftOpened};
    use proptest::prelude::*;
    use uuid::Uuid;

    fn any_goods() -> impl Strategy<Value = (Goods, Milli, i64)> {
        let bearer =
            prop_oneof![Just(DiscountBearer::Shared), Just(DiscountBearer::Mart), Just(DiscountBearer::Consignor)];
        let rate = prop_oneof![Just(0i64), Just(300), Just(500), Just(1_800)];
        (1i64..1_000_000, 1i64..20_000, 0i64..10_000, rate, 0i64..=10_000, bearer, 0u8..4).prop_map(
            |(price, qty, off, rate, commission, discount_bearer, owner)| {
                let terms = Terms {
                    agreement_version: 1,
                    supply_mode: SupplyMode::A1,
                    commission_bps: Bps(commission),
                    discount_bearer,
                };
                let item = Item {
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
                    retired: false,
                };
                let goods = Goods {
                    item,
                    price_paise: Paise(price),
                    includes_tax: true,
                    rate: Rate { rate_bp: Bps(rate), threshold: None },
                    owner: if owner == 0 { Owner::Mart } else { Owner::Consignor(format!("c{owner}")) },
                    terms: (owner > 0).then_some(terms),
                };
                (goods, Milli(qty), off)
            },
        )
    }

    proptest! {
        #[test]
        fn every_sale_balances_and_owes_what_its_lines_say(
            goods in prop::collection::vec(any_goods(), 1..12), inter in any::<bool>(),
        ) {
            let supply = if inter { Supply::InterState } else { Supply::IntraState };
            let mut basket = Basket::new(Uuid::nil());
            for (goods, quantity, off) in goods {
                let place = basket.add(goods, quantity).unwrap();
                let line = &basket.lines[place];
                let gross = i128::from(line.goods.price_paise.0) * i128::from(line.qty_milli.0) / 1_000;
                basket.discount_line(place, Paise(gross as i64).at(Bps(off))).unwrap();
            }
            let priced = basket.price(supply).unwrap();
            let due = priced.due_paise;
            let half = Paise(due.0 / 2);
            let tenders = vec![
                Tender::Cash { paise: half, given_paise: due },
                Tender::Card { paise: due - half, reference: "R".into() },
            ];
            let bill = Bill { kind: BillKind::TaxInvoice, number: "LKO1A/26/T000001".into(), lines: vec![] };
            let sale = Sale::close(basket, &priced, ("09", supply), vec![bill], tenders, half).unwrap();
            let owed: Paise = sale.lines.iter().map(|line| line.consignor_share_paise).sum();
            let margin: Paise = sale.lines.iter().map(crate::sale::SaleLine::margin).sum();
            let book = postings(&Fact::Sale(sale));
            prop_assert_eq!(book.values().copied().sum::<Paise>(), Paise::ZERO);
            let payable: Paise = book
                .iter()
                .filter(|(account, _)| matches!(account, Account::ConsignorPayable(_)))
                .map(|(_, paise)| *paise)
                .sum();
            prop_assert_eq!(-payable, owed);
            // Three-way proof: tenders = payable + margin + tax + round-off.
            let of = |account: Account| book.get(&account).copied().unwrap_or_default();
            let tax = -(of(Account::OutputCgst) + of(Account::OutputSgst) + of(Account::OutputIgst));
            prop_assert_eq!(owed + margin + tax - of(Account::RoundOff), due);
        }

        #[test]
        fn a_shift_empties_the_drawer(float in 0i64..1_000_000, taken in 0i64..1_000_000, counted in 0i64..3_000_000) {
            let expected = Paise(float + taken);
            let facts = [
                Fact::ShiftOpened(ShiftOpened { number: 1, float_paise: Paise(float) }),
                Fact::ShiftClosed(ShiftClosed { number: 1, expected_paise: expected, counted_paise: Paise(counted) }),
            ];
            let mut drawer = Paise(taken);
            for fact in facts {
                let book = postings(&fact);
                prop_assert_eq!(book.values().copied().sum::<Paise>(), Paise::ZERO);
                drawer += book.get(&Account::Drawer).copied().unwrap_or_default();
            }
            prop_assert_eq!(drawer, Paise::ZERO);
        }
    }
}
