//! The double entry of every kind of entry, in one table (consignment.md, Books). Every entry's postings
//! add to zero. Not here: balances, which are sums of postings.

pub use crate::account::Account;
use crate::agreement::{Earned, Owner, SupplyMode, Terms};
use crate::entry::Fact;
use crate::gst::Tax;
use crate::money::Paise;
use crate::payout::{PENNY, Rail};
use crate::returns::{Refund, Return};
use crate::sale::Sale;
use crate::settlement::Settlement;
use crate::shift::Movement;
use crate::tender::Tender;
use std::collections::BTreeMap;

/// One side of a double entry: a debit is positive, a credit negative.
pub type Postings = BTreeMap<Account, Paise>;

/// What an entry posts, one amount an account, none of them zero; empty for entries that move no money.
pub fn postings(fact: &Fact) -> Postings {
    let mut book = Postings::new();
    let mut debit = |account, paise: Paise| *book.entry(account).or_default() += paise;
    match fact {
        Fact::Sale(sale) => post_sale(sale, &mut debit),
        Fact::SaleVoided(voided) => post_sale(&voided.sale, &mut |account, paise: Paise| debit(account, -paise)),
        Fact::Returned(returned) => post_return(returned, &mut debit),
        Fact::Exchanged(exchange) => {
            post_return(&exchange.returned, &mut debit);
            post_sale(&exchange.sale, &mut debit);
        }
        Fact::ShiftOpened(opened) => {
            debit(Account::Drawer, opened.float_paise);
            debit(Account::Safe, -opened.float_paise);
        }
        Fact::ShiftClosed(closed) => {
            debit(Account::Drawer, -closed.expected_paise);
            debit(Account::CashOverShort, -closed.difference());
            debit(Account::Safe, closed.counted_paise);
        }
        // The counted cash is the next float and never leaves the drawer.
        Fact::ShiftHandedOver(handed) => {
            debit(Account::Drawer, handed.closed.difference());
            debit(Account::CashOverShort, -handed.closed.difference());
        }
        Fact::CashMoved(moved) => {
            let (from, to) = match moved.movement {
                Movement::PaidIn => (Account::Safe, Account::Drawer),
                Movement::PaidOut => (Account::Drawer, Account::PettyExpenses),
                Movement::Drop => (Account::Drawer, Account::Safe),
            };
            debit(from, -moved.paise);
            debit(to, moved.paise);
        }
        Fact::Purchased(purchase) => {
            debit(Account::Purchases, purchase.tax.taxable_paise);
            debit(Account::InputCgst, purchase.tax.cgst_paise);
            debit(Account::InputSgst, purchase.tax.sgst_paise);
            debit(Account::InputIgst, purchase.tax.igst_paise);
            debit(Account::RoundOff, purchase.round_off_paise);
            debit(Account::GstDeducted, -purchase.deducted.sum());
            debit(Account::VendorPayable(purchase.vendor.clone()), -purchase.owed());
        }
        Fact::StockAdjusted(adjusted) => {
            for line in &adjusted.lines {
                if let Some(id) = line.owner.consignor() {
                    post_compensation(id, line.compensation_paise, &mut debit);
                }
            }
        }
        Fact::TransferSettled(settled) => {
            for line in &settled.lines {
                if let Some(id) = line.owner.consignor() {
                    post_compensation(id, line.compensation_paise, &mut debit);
                }
            }
        }
        Fact::SettlementPosted(settlement) => post_repaid(settlement, &mut debit),
        Fact::SettlementWithdrawn(withdrawn) => {
            post_repaid(&withdrawn.settlement, &mut |account, paise: Paise| debit(account, -paise));
        }
        Fact::PayoutsConfirmed(confirmed) => {
            for one in &confirmed.payouts {
                debit(Account::ConsignorPayable(one.consignor.clone()), one.paise);
                debit(paid_from(one.rail), -one.paise);
            }
        }
        // Money that never left changes nothing; what the bank gave back is owed again.
        Fact::PayoutsFailed(failed) => {
            for one in failed.payouts.iter().filter(|one| one.was_confirmed) {
                debit(paid_from(one.rail), one.paise);
                debit(Account::ConsignorPayable(one.consignor.clone()), -one.paise);
            }
        }
        Fact::AdvancePaid(advance) => {
            debit(Account::ConsignorAdvance(advance.consignor.clone()), advance.paise);
            debit(Account::Bank, -advance.paise);
        }
        Fact::AccountProven(_) => {
            debit(Account::BankCharges, PENNY);
            debit(Account::Bank, -PENNY);
        }
        Fact::MoneyMoved(moved) => {
            debit(moved.to.clone(), moved.paise);
            debit(moved.from.clone(), -moved.paise);
        }
        Fact::SettlementsApproved(_)
        | Fact::PayoutSent(_)
        | Fact::TillEnrolled(_)
        | Fact::TillRestored(_)
        | Fact::SettingsSet(_)
        | Fact::OperatorSet(_)
        | Fact::RecoverySet(_)
        | Fact::PinRecovered(_)
        | Fact::ItemSet(_)
        | Fact::PriceSet(_)
        | Fact::ConsignorSet(_)
        | Fact::ConsignorForgotten(_)
        | Fact::AgreementSet(_)
        | Fact::BankAsked(_)
        | Fact::VendorSet(_)
        | Fact::BankAnswered(_)
        | Fact::StockReceived(_)
        | Fact::ConsignmentTaken(_)
        | Fact::DraftDropped(_)
        | Fact::ApprovalTaken(_)
        | Fact::ApprovalReturned(_)
        | Fact::GivenBack(_)
        | Fact::UnsoldAnswered(_)
        | Fact::TransferSent(_)
        | Fact::TransferTaken(_)
        | Fact::TillTrusted(_)
        | Fact::UpiClaimed(_)
        | Fact::UpiRefunded(_)
        | Fact::DrawerOpened(_)
        | Fact::ReceiptReprinted(_)
        | Fact::CustomerSet(_)
        | Fact::CustomerForgotten(_)
        | Fact::DrawerCounted(_)
        | Fact::ClockChanged(_)
        | Fact::PinRefused(_)
        | Fact::OperatorUnlocked(_) => {}
    }
    book.retain(|_, paise| *paise != Paise::ZERO);
    book
}

/// What accountants' programs call an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voucher {
    /// Goods sold.
    Sales,
    /// Goods back.
    CreditNote,
    /// Goods bought.
    Purchase,
    /// Money went.
    Payment,
    /// Money came.
    Receipt,
    /// Money went from one of the mart's own places to another.
    Contra,
    /// No money moved.
    Journal,
}

impl Voucher {
    /// As Tally names it.
    pub fn tally(self) -> &'static str {
        match self {
            Self::Sales => "Sales",
            Self::CreditNote => "Credit Note",
            Self::Purchase => "Purchase",
            Self::Payment => "Payment",
            Self::Receipt => "Receipt",
            Self::Contra => "Contra",
            Self::Journal => "Journal",
        }
    }

    /// What an entry of a kind is, by its accounts where the kind does not say.
    pub fn of(kind: &str, lines: &[(Account, Paise)]) -> Self {
        match kind {
            "sale" => return Self::Sales,
            "returned" | "sale_voided" => return Self::CreditNote,
            "purchased" => return Self::Purchase,
            _ => {}
        }
        let money = lines.iter().filter(|(account, _)| account.is_money());
        let (count, sum) = money.fold((0, Paise::ZERO), |(count, sum), (_, paise)| (count + 1, sum + *paise));
        match (count, sum.cmp(&Paise::ZERO)) {
            (0, _) => Self::Journal,
            (count, std::cmp::Ordering::Equal) if count == lines.len() => Self::Contra,
            (_, std::cmp::Ordering::Less) => Self::Payment,
            (_, std::cmp::Ordering::Greater) => Self::Receipt,
            (_, std::cmp::Ordering::Equal) => Self::Journal,
        }
    }
}

/// The halves of an entry that is two things in one, each with its kind: an exchange is a return and a sale.
pub fn halves(fact: &Fact) -> Option<[(&'static str, Postings); 2]> {
    let Fact::Exchanged(exchange) = fact else { return None };
    let (returned, sale) = (Fact::Returned(exchange.returned.clone()), Fact::Sale(exchange.sale.clone()));
    Some([(returned.kind(), postings(&returned)), (sale.kind(), postings(&sale))])
}

/// What an entry that posts says of itself beside the numbers of its documents: references, and its operator's words.
pub fn told(fact: &Fact) -> String {
    let joined = |parts: &[&str]| parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    match fact {
        Fact::SaleVoided(voided) => joined(&[voided.sale.number(), &voided.reason]),
        Fact::ShiftOpened(opened) => opened.number.to_string(),
        Fact::ShiftClosed(closed) => closed.number.to_string(),
        Fact::ShiftHandedOver(handed) => format!("{} → {}", handed.closed.number, handed.opened.number),
        Fact::CashMoved(moved) => moved.reason.clone(),
        Fact::Purchased(purchase) => purchase.invoice.clone(),
        Fact::StockAdjusted(adjusted) => adjusted.note.clone(),
        Fact::MoneyMoved(moved) => joined(&[&moved.reference, &moved.note]),
        Fact::SettlementWithdrawn(withdrawn) => joined(&[&withdrawn.settlement.number, &withdrawn.reason]),
        Fact::PayoutsConfirmed(confirmed) => {
            joined(&confirmed.payouts.iter().map(|one| &*one.reference).collect::<Vec<_>>())
        }
        Fact::PayoutsFailed(failed) => joined(&failed.payouts.iter().map(|one| &*one.reason).collect::<Vec<_>>()),
        Fact::AdvancePaid(advance) => joined(&[&advance.reference, &advance.reason]),
        Fact::AccountProven(proven) => proven.reference.clone(),
        // The rest has numbers, or posts nothing.
        _ => String::new(),
    }
}

/// Where a payout's money comes from.
fn paid_from(rail: Rail) -> Account {
    match rail {
        Rail::Bank | Rail::Upi => Account::Bank,
        Rail::Cash => Account::Safe,
    }
}

/// What a settlement takes for advances; all else of it is owed already since the goods were sold.
fn post_repaid(settlement: &Settlement, debit: &mut impl FnMut(Account, Paise)) {
    let repaid = settlement.figures.repaid();
    debit(Account::ConsignorPayable(settlement.consignor.clone()), repaid);
    debit(Account::ConsignorAdvance(settlement.consignor.clone()), -repaid);
}

fn post_sale(sale: &Sale, debit: &mut impl FnMut(Account, Paise)) {
    for tender in &sale.tenders {
        let account = match tender {
            Tender::Cash { .. } => Account::Drawer,
            Tender::Upi { .. } => Account::UpiClearing,
            Tender::Card { .. } => Account::CardClearing,
            Tender::CreditNote { .. } => Account::CreditNotesOutstanding,
        };
        debit(account, tender.paise());
    }
    for line in &sale.lines {
        post_line(&line.owner, line.terms.as_ref(), &line.tax, &line.earned, debit);
    }
    debit(Account::RoundOff, -sale.round_off_paise);
}

/// What the mart bears of a consignor's loss, and owes them.
fn post_compensation(consignor: &str, owed: Paise, debit: &mut impl FnMut(Account, Paise)) {
    debit(Account::LossesBorne, owed);
    debit(Account::ConsignorPayable(consignor.to_owned()), -owed);
}

/// The sale's lines turned round, slice by slice, the money given back, and what is owed for goods that came back broken.
fn post_return(returned: &Return, debit: &mut impl FnMut(Account, Paise)) {
    for refund in &returned.refunds {
        let account = match refund {
            Refund::Cash { .. } => Account::Drawer,
            Refund::Upi { .. } => Account::UpiClearing,
            Refund::Card { .. } => Account::CardClearing,
            Refund::CreditNote { .. } => Account::CreditNotesOutstanding,
        };
        debit(account, -refund.paise());
    }
    for line in &returned.lines {
        post_line(&line.owner, line.terms.as_ref(), &line.tax, &line.earned, &mut |account, paise: Paise| {
            debit(account, -paise);
        });
        if let Some(id) = line.owner.consignor() {
            post_compensation(id, line.compensation_paise, debit);
        }
    }
    debit(Account::RoundOff, returned.round_off_paise);
}

/// One line sold. In the mart's own name the sale and its tax are the mart's; under A1 the consignor's share is the
/// cost of the goods, under A2 and B the price is the consignor's and the commission, with its GST, the mart's. The
/// mart's own goods have no second half until their cost is known.
fn post_line(owner: &Owner, terms: Option<&Terms>, tax: &Tax, earned: &Earned, debit: &mut impl FnMut(Account, Paise)) {
    debit(Account::OutputCgst, -tax.cgst_paise);
    debit(Account::OutputSgst, -tax.sgst_paise);
    debit(Account::OutputIgst, -tax.igst_paise);
    let (Some(id), Some(terms)) = (owner.consignor(), terms) else {
        debit(Account::Sales, -tax.taxable_paise);
        return;
    };
    let payable = || Account::ConsignorPayable(id.to_owned());
    match terms.supply_mode {
        SupplyMode::A1 => {
            debit(Account::Sales, -tax.taxable_paise);
            let cost = earned.consignor_share_paise + earned.fee_paise;
            debit(Account::CostOfConsignedGoods, cost);
            debit(payable(), -cost);
        }
        SupplyMode::A2 | SupplyMode::B => {
            let half = Paise(earned.commission_gst_paise.0 / 2);
            debit(payable(), -tax.taxable_paise);
            debit(payable(), earned.commission_paise + earned.commission_gst_paise);
            debit(Account::Commission, -earned.commission_paise);
            debit(Account::OutputCgst, -half);
            debit(Account::OutputSgst, -half);
            debit(Account::DiscountsBorne, earned.borne_paise);
            debit(payable(), -earned.borne_paise);
        }
    }
    debit(payable(), earned.fee_paise);
    debit(Account::FeesRecovered, -earned.fee_paise);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreement::DiscountBearer;
    use crate::basket::{Basket, Goods};
    use crate::bill::BillKind;
    use crate::gst::{Rate, Supply};
    use crate::item::Item;
    use crate::money::Bps;
    use crate::quantity::Milli;
    use crate::returns::{CreditNote, ReturnedLine, refund, slice};
    use crate::sale::{Bill, Closing};
    use crate::shift::{ShiftClosed, ShiftOpened};
    use proptest::prelude::*;
    use uuid::Uuid;

    fn any_goods() -> impl Strategy<Value = (Goods, Milli, i64)> {
        let bearer =
            prop_oneof![Just(DiscountBearer::Shared), Just(DiscountBearer::Mart), Just(DiscountBearer::Consignor)];
        let rate = prop_oneof![Just(0i64), Just(300), Just(500), Just(1_800)];
        let mode = prop_oneof![Just(SupplyMode::A1), Just(SupplyMode::A2), Just(SupplyMode::B)];
        let fee = prop_oneof![Just(0i64), 1i64..5_000];
        (1i64..1_000_000, 1i64..20_000, 0i64..10_000, rate, 0i64..=10_000, bearer, (mode, fee), 0u8..4).prop_map(
            |(price, qty, off, rate, commission, discount_bearer, (supply_mode, fee), owner)| {
                let terms = Terms {
                    agreement_version: 1,
                    supply_mode,
                    commission_bps: Bps(commission),
                    discount_bearer,
                    fee_paise: Paise(fee),
                };
                let goods = Goods {
                    item: Item::sample().into(),
                    price_paise: Paise(price),
                    includes_tax: true,
                    rate: Rate { rate_bp: Bps(rate), threshold: None },
                    owner: if owner == 0 { Owner::Mart } else { Owner::Consignor(format!("c{owner}")) },
                    piece: None,
                    terms: (owner > 0).then_some(terms),
                };
                (goods, Milli(qty), off)
            },
        )
    }

    fn sold(goods: Vec<(Goods, Milli, i64)>, supply: Supply) -> Sale {
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
        let closing = Closing {
            priced: &priced,
            place_of_supply: "09",
            supply,
            buyer: None,
            bills: vec![Bill {
                kind: BillKind::TaxInvoice,
                number: "LKO1A/26/T000001".into(),
                principal: None,
                lines: vec![],
            }],
            tenders: vec![
                Tender::Cash { paise: half, given_paise: due },
                Tender::Card { paise: due - half, reference: "R".into() },
            ],
            change_paise: half,
            commission_rate: Bps(1_800),
        };
        Sale::close(basket, closing).unwrap()
    }

    /// Slices of a sale come back, refunded in cash.
    fn back(sale: &Sale, lines: Vec<ReturnedLine>, before: Paise) -> Return {
        let mut tax = Tax::default();
        for line in &lines {
            tax.taxable_paise += line.tax.taxable_paise;
            tax.cgst_paise += line.tax.cgst_paise;
            tax.sgst_paise += line.tax.sgst_paise;
            tax.igst_paise += line.tax.igst_paise;
        }
        let refund_paise = refund(sale, before, tax.total());
        Return {
            id: Uuid::nil(),
            sale: sale.id,
            sale_number: sale.number().to_owned(),
            credit_notes: vec![CreditNote {
                kind: BillKind::CreditNote,
                number: "C".into(),
                against: "T".into(),
                lines: vec![],
            }],
            lines,
            round_off_paise: refund_paise - tax.total(),
            tax,
            refund_paise,
            refunds: vec![Refund::Cash { paise: refund_paise }],
            reason: "x".into(),
            late: false,
        }
    }

    fn add_up(sum: &mut Postings, fact: &Fact) {
        let book = postings(fact);
        assert_eq!(book.values().copied().sum::<Paise>(), Paise::ZERO);
        for (account, paise) in book {
            // Refunds were given in cash whatever was paid.
            let account = if account == Account::CardClearing { Account::Drawer } else { account };
            *sum.entry(account).or_default() += paise;
        }
    }

    proptest! {
        #[test]
        fn returning_everything_brings_every_balance_back_to_zero(
            goods in prop::collection::vec(any_goods(), 1..6), inter in any::<bool>(), cut in 1i64..1_000,
        ) {
            let sale = sold(goods, if inter { Supply::InterState } else { Supply::IntraState });
            let mut sum = Postings::new();
            add_up(&mut sum, &Fact::Sale(sale.clone()));
            let mut before = Paise::ZERO;
            // First a part of every line, then the rest of every line.
            for second in [false, true] {
                let lines: Vec<_> = sale.lines.iter().enumerate().filter_map(|(place, line)| {
                    let first = Milli((line.qty_milli.0 * cut / 1_000).clamp(1, line.qty_milli.0));
                    let rest = Milli(line.qty_milli.0 - first.0);
                    let (already, size) = if second { (first, rest) } else { (Milli(0), first) };
                    (size > Milli(0)).then(|| slice(place, line, already, size).unwrap())
                }).collect();
                if lines.is_empty() {
                    continue;
                }
                let returned = back(&sale, lines, before);
                before += returned.tax.total();
                prop_assert_eq!(returned.refund_paise.0 % 100, 0, "cash goes back in whole rupees");
                add_up(&mut sum, &Fact::Returned(returned));
            }
            for (account, paise) in sum {
                prop_assert_eq!(paise, Paise::ZERO, "{}", account);
            }
        }

        #[test]
        fn every_sale_balances_and_owes_what_its_lines_say(
            goods in prop::collection::vec(any_goods(), 1..12), inter in any::<bool>(),
        ) {
            let sale = sold(goods, if inter { Supply::InterState } else { Supply::IntraState });
            let due = sale.due_paise;
            let owed: Paise = sale.lines.iter().map(|line| line.earned.consignor_share_paise).sum();
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
                Fact::ShiftOpened(ShiftOpened { number: 1, float_paise: Paise(float), count: None }),
                Fact::ShiftClosed(ShiftClosed { number: 1, expected_paise: expected, counted_paise: Paise(counted), count: None }),
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
