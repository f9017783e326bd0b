//! The shift: one operator's charge of the till's cash, from float to count.

use crate::money::Paise;
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The most cash a drawer is believed to hold: ten crore rupees means a typing error.
pub const MOST_CASH: Paise = Paise::rupees(100_000_000);

/// Refuses an amount no drawer holds.
pub fn countable(paise: Paise) -> Result<Paise, Refusal> {
    if paise < Paise::ZERO || paise > MOST_CASH { Err(Refusal::AmountOutOfRange) } else { Ok(paise) }
}

/// A shift began.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShiftOpened {
    /// 1, 2, 3, ... on this till.
    pub number: i64,
    /// Cash put into the drawer.
    pub float_paise: Paise,
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
}

impl ShiftClosed {
    /// Over (positive) or short.
    pub fn difference(&self) -> Paise {
        self.counted_paise - self.expected_paise
    }
}

/// Cash put into or taken out of the drawer between sales.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CashMoved {
    /// In or out.
    pub direction: Direction,
    /// How much, more than nothing.
    pub paise: Paise,
    /// Why, in the operator's words.
    pub reason: String,
}

/// Which way cash went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// From the safe into the drawer.
    In,
    /// Out of the drawer into the safe.
    Out,
}
