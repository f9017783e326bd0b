//! The shift: one operator's charge of the till's cash, from float to count; cash counted by notes and coins.

use crate::money::Paise;
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The most cash a drawer is believed to hold: ten crore rupees means a typing error.
pub const MOST_CASH: Paise = Paise::rupees(100_000_000);

/// Refuses an amount no drawer holds.
pub fn countable(paise: Paise) -> Result<Paise, Refusal> {
    if paise < Paise::ZERO || paise > MOST_CASH { Err(Refusal::AmountOutOfRange) } else { Ok(paise) }
}

/// A note or coin of the Reserve Bank, largest first. Twenty and ten rupees are both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each says its rupees")]
pub enum Denomination {
    Note2000,
    Note500,
    Note200,
    Note100,
    Note50,
    Note20,
    Note10,
    Coin20,
    Coin10,
    Coin5,
    Coin2,
    Coin1,
}

impl Denomination {
    /// All, in the order they are counted.
    pub const ALL: [Self; 12] = [
        Self::Note2000,
        Self::Note500,
        Self::Note200,
        Self::Note100,
        Self::Note50,
        Self::Note20,
        Self::Note10,
        Self::Coin20,
        Self::Coin10,
        Self::Coin5,
        Self::Coin2,
        Self::Coin1,
    ];

    /// What one is worth.
    pub fn value(self) -> Paise {
        Paise::rupees(match self {
            Self::Note2000 => 2_000,
            Self::Note500 => 500,
            Self::Note200 => 200,
            Self::Note100 => 100,
            Self::Note50 => 50,
            Self::Note20 | Self::Coin20 => 20,
            Self::Note10 | Self::Coin10 => 10,
            Self::Coin5 => 5,
            Self::Coin2 => 2,
            Self::Coin1 => 1,
        })
    }
}

/// How many of each note and coin there are. Its worth is the counted amount.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CashCount(pub BTreeMap<Denomination, u32>);

impl CashCount {
    /// What all of it is worth; refused beyond what a drawer holds. `notes_of_2000`: whether the mart takes them.
    pub fn worth(&self, notes_of_2000: bool) -> Result<Paise, Refusal> {
        if !notes_of_2000 && self.0.get(&Denomination::Note2000).is_some_and(|pieces| *pieces > 0) {
            return Err(Refusal::NoteNotTaken { note: Denomination::Note2000.value().to_rupee_text() });
        }
        countable(self.0.iter().map(|(denomination, pieces)| Paise(denomination.value().0 * i64::from(*pieces))).sum())
    }
}

/// A shift began.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShiftOpened {
    /// 1, 2, 3, ... on this till.
    pub number: i64,
    /// Cash put into the drawer.
    pub float_paise: Paise,
    /// Of which notes and coins, where they were counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<CashCount>,
}

/// A shift ended. The expected amount is the book balance of the drawer, never typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShiftClosed {
    /// Which.
    pub number: i64,
    /// What the books say is in the drawer.
    pub expected_paise: Paise,
    /// What was counted, blind. It leaves the drawer for the safe.
    pub counted_paise: Paise,
    /// Of which notes and coins, where they were counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<CashCount>,
}

impl ShiftClosed {
    /// Over (positive) or short.
    pub fn difference(&self) -> Paise {
        self.counted_paise - self.expected_paise
    }
}

/// The drawer was counted and the difference shown; the shift may go on, or close with this or a later count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawerCounted {
    /// Of which shift.
    pub number: i64,
    /// What was counted, blind.
    pub counted_paise: Paise,
    /// Of which notes and coins, where they were counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<CashCount>,
}

/// One operator's shift ended and the next one's began with the counted cash, which never left the drawer. It is one
/// entry because neither half can have happened without the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedOver {
    /// The shift that ended. The difference is its own.
    pub closed: ShiftClosed,
    /// The shift that began.
    pub opened: ShiftOpened,
    /// Who gave the drawer and signed with their PIN.
    pub given_by: String,
    /// Who took it and signed with theirs.
    pub taken_by: String,
}

/// Cash put into or taken out of the drawer between sales.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CashMoved {
    /// What for.
    pub movement: Movement,
    /// How much, more than nothing.
    pub paise: Paise,
    /// Why, in the operator's words.
    pub reason: String,
    /// Of which notes and coins, where they were counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<CashCount>,
}

/// What cash moved for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Movement {
    /// From the safe into the drawer, as change.
    PaidIn,
    /// Out of the drawer for a small expense.
    PaidOut,
    /// Out of the drawer into the safe, so that little is in it.
    Drop,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_worth_its_notes_and_coins() {
        let count = CashCount(Denomination::ALL.into_iter().skip(1).map(|one| (one, 2)).collect());
        assert_eq!(count.worth(false), Ok(Paise::rupees(2 * 918)));
        assert_eq!(CashCount::default().worth(false), Ok(Paise::ZERO));
        let json = serde_json::to_string(&CashCount(BTreeMap::from([(Denomination::Coin10, 3)]))).expect("plain data");
        assert_eq!(json, r#"{"coin10":3}"#);
    }

    #[test]
    fn notes_of_two_thousand_are_taken_only_where_the_mart_says_so() {
        let count = CashCount(BTreeMap::from([(Denomination::Note2000, 1)]));
        assert_eq!(count.worth(false), Err(Refusal::NoteNotTaken { note: "₹2,000".into() }));
        assert_eq!(count.worth(true), Ok(Paise::rupees(2_000)));
        let many = CashCount(Denomination::ALL.into_iter().map(|one| (one, u32::MAX)).collect());
        assert_eq!(many.worth(true), Err(Refusal::AmountOutOfRange));
    }
}
