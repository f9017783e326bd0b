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
