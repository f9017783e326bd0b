//! Money's worth given against the due: cash, UPI, card, in any mix.

use crate::money::Paise;
use crate::refusal::Refusal;
use crate::tax_pack::TaxPack;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is offered, before it is taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[ts(rename = "TenderInput")]
pub enum Offer {
    /// Notes and coins; more than the due gives change.
    Cash {
        /// What the customer handed over.
        given_paise: Paise,
    },
    /// A UPI transfer to the mart's QR.
    Upi {
        /// Its amount.
        paise: Paise,
    },
    /// A card on the bank's terminal.
    Card {
        /// Its amount.
        paise: Paise,
        /// The terminal's reference.
        reference: String,
    },
    /// A credit note of this till, or a part of one.
    CreditNote {
        /// How much of it.
        paise: Paise,
        /// Its number.
        number: String,
    },
}

/// What was taken. Amounts of one sale add to its due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Tender {
    /// Cash kept in the drawer, out of what was given.
    Cash {
        /// Kept.
        paise: Paise,
        /// Handed over.
        given_paise: Paise,
    },
    /// UPI, by the reference in its QR. The bill closes before the money is matched.
    Upi {
        /// Amount.
        paise: Paise,
        /// The sale's own reference in the QR (`tr`).
        reference: String,
        /// How sure we are of it.
        state: UpiState,
    },
    /// Card, by the terminal's reference.
    Card {
        /// Amount.
        paise: Paise,
        /// The terminal's.
        reference: String,
    },
    /// A credit note, or a part of one.
    CreditNote {
        /// Amount.
        paise: Paise,
        /// Its number.
        number: String,
    },
}

/// How far a UPI tender has come: `shown`, then `claimed`, then `matched` (gst.md 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UpiState {
    /// The QR was shown and the clerk closed the bill.
    Shown,
    /// The customer's app showed a reference, which was typed in: the bank's word is still to come.
    Claimed,
}

impl Tender {
    /// What it covers of the due.
    pub fn paise(&self) -> Paise {
        match self {
            Self::Cash { paise, .. }
            | Self::Upi { paise, .. }
            | Self::Card { paise, .. }
            | Self::CreditNote { paise, .. } => *paise,
        }
    }
}

/// How offers stand against a due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Balance {
    /// Still wanted.
    pub remaining: Paise,
    /// To give back, out of cash.
    pub change: Paise,
}

/// Adds offers up against `due` without taking them, so that a screen can show where they stand.
pub fn balance(due: Paise, offers: &[Offer]) -> Result<Balance, Refusal> {
    let (mut cash, mut other) = (Paise::ZERO, Paise::ZERO);
    for offer in offers {
        let (sum, amount) = match offer {
            Offer::Cash { given_paise } => (&mut cash, *given_paise),
            Offer::Upi { paise } | Offer::Card { paise, .. } | Offer::CreditNote { paise, .. } => (&mut other, *paise),
        };
        // A ten-crore offer is a typing error, and keeps the sums inside 64 bits.
        if amount < Paise::ZERO || amount > Paise::rupees(100_000_000) {
            return Err(Refusal::AmountOutOfRange);
        }
        *sum += amount;
    }
    if other > due {
        return Err(Refusal::NonCashOverDue { due: due.to_text() });
    }
    let wanted = due - other;
    Ok(Balance {
        remaining: Paise((wanted - cash).0.max(0)),
        change: if cash > wanted { cash - wanted } else { Paise::ZERO },
    })
}

/// The reference of a sale's UPI tender, so many of them into it: each has its own, the first the sale's (gst.md 5).
pub fn upi_reference(sale: &str, before: usize) -> String {
    if before == 0 { sale.to_owned() } else { format!("{sale}{}", before + 1) }
}

/// Takes the offers for a bill of `due`, and says the change. `sale_reference` is the sale's own for UPI.
///
/// Cash of Rs 2,00,000 or more is barred by law for one bill (Income-tax Act 2025 s.186); it is counted by
/// what the mart keeps. A UPI transfer has the acquirer's limit.
pub fn take(
    due: Paise,
    offers: &[Offer],
    sale_reference: &str,
    pack: &TaxPack,
    on: Date,
) -> Result<(Vec<Tender>, Paise), Refusal> {
    let Balance { remaining, change } = balance(due, offers)?;
    if remaining > Paise::ZERO {
        return Err(Refusal::TenderShort { due: due.to_text(), paid: (due - remaining).to_text() });
    }
    let (mut change_left, mut upi) = (change, 0);
    let mut tenders = Vec::with_capacity(offers.len());
    for offer in offers {
        let tender = match offer {
            Offer::Cash { given_paise } => {
                let back = change_left.min(*given_paise);
                change_left -= back;
                Tender::Cash { paise: *given_paise - back, given_paise: *given_paise }
            }
            Offer::Upi { paise } => {
                if let Some(limit) = pack.limit("upi_max_txn_paise", on).filter(|limit| paise > limit) {
                    return Err(Refusal::UpiOverLimit { limit: limit.to_text() });
                }
                let reference = upi_reference(sale_reference, upi);
                upi += usize::from(*paise > Paise::ZERO);
                Tender::Upi { paise: *paise, reference, state: UpiState::Shown }
            }
            Offer::Card { paise, reference } => {
                let reference = reference.trim();
                if reference.is_empty() {
                    return Err(Refusal::CardReferenceMissing);
                }
                if reference.chars().count() > 40 || reference.chars().any(char::is_control) {
                    return Err(Refusal::invalid("reference"));
                }
                Tender::Card { paise: *paise, reference: reference.to_owned() }
            }
            Offer::CreditNote { paise, number } => {
                Tender::CreditNote { paise: *paise, number: number.trim().to_owned() }
            }
        };
        // What adds nothing is no tender: an empty cash field of a split, say.
        if tender.paise() > Paise::ZERO {
            tenders.push(tender);
        }
    }
    let cash: Paise = tenders.iter().filter(|tender| matches!(tender, Tender::Cash { .. })).map(Tender::paise).sum();
    if let Some(limit) = pack.limit("cash_receipt_paise", on).filter(|limit| cash >= *limit) {
        return Err(Refusal::CashOverLimit { limit: limit.to_text() });
    }
    Ok((tenders, change))
}

/// Amounts of cash a customer is likely to hand over for `due`: exact, then the next whole hundred, five
/// hundred and two thousand, without repeats.
pub fn likely_cash(due: Paise) -> Vec<Paise> {
    let up_to = |step: i64| Paise((due.0 + step * 100 - 1).div_euclid(step * 100) * step * 100);
    let mut likely = vec![due, up_to(100), up_to(500), up_to(2_000)];
    likely.dedup();
    likely
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn pack() -> TaxPack {
        let limits = "key,from,value,unit,law\n\
            cash_receipt_paise,2017-04-01,20000000,paise,x\nupi_max_txn_paise,2017-07-01,10000000,paise,x\n";
        TaxPack::parse("rate_class\n", "code\n", limits).expect("a small pack")
    }

    fn taken(due: i64, offers: &[Offer]) -> Result<(Vec<Tender>, Paise), Refusal> {
        take(Paise(due), offers, "ref", &pack(), date(2026, 11, 23))
    }

    #[test]
    fn change_comes_out_of_cash_only() {
        let (tenders, change) =
            taken(516_900, &[Offer::Upi { paise: Paise(400_000) }, Offer::Cash { given_paise: Paise(200_000) }])
                .expect("enough");
        assert_eq!(change, Paise(83_100));
        assert_eq!(tenders[1], Tender::Cash { paise: Paise(116_900), given_paise: Paise(200_000) });
        assert!(matches!(taken(100, &[Offer::Upi { paise: Paise(101) }]), Err(Refusal::NonCashOverDue { .. })));
    }

    #[test]
    fn short_money_and_too_much_cash_are_refused() {
        assert!(matches!(taken(100, &[Offer::Cash { given_paise: Paise(99) }]), Err(Refusal::TenderShort { .. })));
        assert!(matches!(taken(100, &[]), Err(Refusal::TenderShort { .. })));
        let two_lakh = [Offer::Cash { given_paise: Paise(20_000_000) }];
        assert!(matches!(taken(20_000_000, &two_lakh), Err(Refusal::CashOverLimit { .. })));
        assert!(taken(19_999_900, &two_lakh).is_ok(), "the mart keeps less than two lakh");
        assert!(matches!(taken(100, &[Offer::Cash { given_paise: Paise(i64::MAX) }]), Err(Refusal::AmountOutOfRange)));
    }

    #[test]
    fn likely_notes_do_not_repeat() {
        assert_eq!(likely_cash(Paise(516_900)), [516_900, 520_000, 550_000, 600_000].map(Paise));
        assert_eq!(likely_cash(Paise(200_000)), [Paise(200_000)]);
    }

    proptest! {
        #[test]
        fn tenders_add_to_the_due(
            due in 1i64..10_000_000, upi in 0i64..10_000_000, card in 0i64..10_000_000, cash in 0i64..20_000_000,
        ) {
            let offers = [
                Offer::Upi { paise: Paise(upi) },
                Offer::Card { paise: Paise(card), reference: "A1".into() },
                Offer::Cash { given_paise: Paise(cash) },
            ];
            if let Ok((tenders, change)) = taken(due, &offers) {
                prop_assert_eq!(tenders.iter().map(Tender::paise).sum::<Paise>(), Paise(due));
                prop_assert_eq!(Paise(upi + card + cash) - change, Paise(due));
            }
        }
    }
}
