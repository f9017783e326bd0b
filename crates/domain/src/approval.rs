//! Goods on approval: a registered vendor leaves them by challan without an invoice, and they are the vendor's until they
//! are sold or invoiced or go back. The invoice is due at the sale, and at the latest six months after they left the vendor
//! (CGST Act s.31(7)). Not here: the invoice itself (`purchase`).

use crate::entry::StockLine;
use crate::quantity::Milli;
use crate::refusal::Refusal;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;
use uuid::Uuid;

/// Goods of a vendor came on approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovalTaken {
    /// Made before anything was shown, so that it can be asked for twice and happen once.
    pub id: Uuid,
    /// The vendor's GSTIN.
    pub vendor: String,
    /// Number of the vendor's challan.
    pub challan: String,
    /// Its date: from it the six months run.
    pub challan_date: Date,
    /// What came.
    pub lines: Vec<StockLine>,
}

/// Goods on approval went back to their vendor, by a challan of the mart (CGST rule 55).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovalReturned {
    /// Made before anything was shown, so that it can be asked for twice and happen once.
    pub id: Uuid,
    /// Of its challan.
    pub number: String,
    /// The vendor's GSTIN.
    pub vendor: String,
    /// What went.
    pub lines: Vec<StockLine>,
    /// Why, in the operator's words.
    pub reason: String,
}

/// Refuses lines that are none, too many, or name an item twice.
pub fn check_lines(lines: &[StockLine]) -> Result<(), Refusal> {
    if lines.is_empty() {
        return Err(Refusal::ConsignmentEmpty);
    }
    if lines.len() > crate::purchase::MOST_LINES {
        return Err(Refusal::QuantityOutOfRange { max: crate::purchase::MOST_LINES.to_string() });
    }
    let mut seen = BTreeSet::new();
    for line in lines {
        line.qty_milli.sellable()?;
        if !seen.insert(line.item) {
            return Err(Refusal::invalid("item_twice"));
        }
    }
    Ok(())
}

/// How near the end goods on approval are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalState {
    /// There is time.
    Fresh,
    /// The invoice is to be asked for, or they are to go back.
    Alarm,
    /// They may not be sold until the invoice comes.
    Over,
}

/// The state of goods that left their vendor so many days ago.
pub fn state(days: i64, alarm_days: i64, last_days: i64) -> ApprovalState {
    if days >= last_days {
        ApprovalState::Over
    } else if days >= alarm_days {
        ApprovalState::Alarm
    } else {
        ApprovalState::Fresh
    }
}

/// What a vendor's goods of an item are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnApproval {
    /// On hand; fewer than none where more was sold than came.
    pub here_milli: Milli,
    /// Gone to customers or lost in the mart's keeping.
    pub gone_milli: Milli,
    /// Of which the vendor has invoiced.
    pub invoiced_milli: Milli,
}

impl OnApproval {
    /// Gone and not invoiced yet: the vendor's invoice is due for it.
    pub fn due(self) -> Milli {
        Milli((self.gone_milli.0 - self.invoiced_milli.0).max(0))
    }

    /// On hand and the vendor's. What a customer brought back after its invoice is here and the mart's.
    pub fn theirs(self) -> Milli {
        Milli((self.here_milli.0 - (self.invoiced_milli.0 - self.gone_milli.0).max(0)).max(0))
    }

    /// Of `invoiced` goods those that are still here, and become the mart's own; what is gone is invoiced first. Refuses more
    /// than there is.
    pub fn bought(self, invoiced: Milli) -> Result<Milli, Milli> {
        let here = Milli((invoiced.0 - self.due().0).max(0));
        if here > self.theirs() { Err(Milli(self.due().0 + self.theirs().0)) } else { Ok(here) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_six_months_have_an_alarm_before_their_end() {
        let at = |days| state(days, 150, 180);
        assert_eq!(
            [0, 149, 150, 179, 180].map(at),
            [
                ApprovalState::Fresh,
                ApprovalState::Fresh,
                ApprovalState::Alarm,
                ApprovalState::Alarm,
                ApprovalState::Over
            ]
        );
    }

    #[test]
    fn what_is_gone_is_invoiced_before_what_is_here() {
        let goods = OnApproval { here_milli: Milli(6_000), gone_milli: Milli(4_000), invoiced_milli: Milli(1_000) };
        assert_eq!((goods.due(), goods.theirs()), (Milli(3_000), Milli(6_000)));
        assert_eq!(goods.bought(Milli(2_000)), Ok(Milli(0)));
        assert_eq!(goods.bought(Milli(5_000)), Ok(Milli(2_000)));
        assert_eq!(goods.bought(Milli(9_001)), Err(Milli(9_000)));
        // One that was invoiced came back from its customer: it is here and the mart's.
        let back = OnApproval { here_milli: Milli(7_000), gone_milli: Milli(3_000), invoiced_milli: Milli(4_000) };
        assert_eq!((back.due(), back.theirs()), (Milli(0), Milli(6_000)));
    }

    proptest! {
        #[test]
        fn an_invoice_of_everything_leaves_nothing_of_theirs(came in 0i64..90_000, gone in 0i64..90_000) {
            let goods = OnApproval { here_milli: Milli(came - gone), gone_milli: Milli(gone), invoiced_milli: Milli(0) };
            let all = Milli(goods.due().0 + goods.theirs().0);
            let here = goods.bought(all).unwrap();
            let after = OnApproval {
                here_milli: Milli(goods.here_milli.0 - here.0),
                invoiced_milli: Milli(all.0 - here.0),
                ..goods
            };
            prop_assert_eq!((after.due(), after.theirs()), (Milli(0), Milli(0)));
        }
    }
}
