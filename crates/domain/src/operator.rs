//! Operators and what each role may do.

use crate::money::{Bps, Paise};
use crate::name::Name;
use crate::refusal::Refusal;
use crate::typed::latin_digits;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a person is at the mart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Sells.
    Cashier,
    /// Takes goods in and counts them.
    Storekeeper,
    /// Runs the mart.
    Manager,
    /// Approves payouts.
    Approver,
}

impl Role {
    /// The role's word in JSON and SQL.
    pub fn code(self) -> &'static str {
        match self {
            Self::Cashier => "cashier",
            Self::Storekeeper => "storekeeper",
            Self::Manager => "manager",
            Self::Approver => "approver",
        }
    }
}

/// A person who signs in with a PIN.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Operator {
    /// Short and stable.
    pub id: String,
    /// In both scripts.
    pub name: Name,
    /// What they may do.
    pub role: Role,
    /// Argon2id hash of the PIN in PHC form, peppered with the till's secret: useless without the till's key.
    pub pin_phc: String,
    /// False once they have left.
    pub active: bool,
    /// What this one may do beyond or below the role.
    #[serde(default)]
    pub limits: OwnLimits,
}

/// An operator's own limits; where there is none, the role's holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct OwnLimits {
    /// Largest discount, as a share of the price before it.
    pub discount_bps: Option<Bps>,
    /// Most cash for one small expense.
    pub paid_out_paise: Option<Paise>,
}

/// Whether a PIN is six digits, of whatever keyboard.
pub fn six_digits(pin: &str) -> bool {
    let pin = latin_digits(pin);
    pin.len() == 6 && pin.bytes().all(|byte| byte.is_ascii_digit())
}

/// Refuses a PIN that is not six digits, or the first that anyone would guess: all alike, in a row up or down, or a
/// beginning repeated.
pub fn check_pin(pin: &str) -> Result<(), Refusal> {
    if !six_digits(pin) {
        return Err(Refusal::invalid("pin"));
    }
    let pin = latin_digits(pin);
    let digits = pin.as_bytes();
    let step = |pair: &[u8]| (pair[1] + 10 - pair[0]) % 10;
    let in_a_row = [1, 9].into_iter().any(|by| digits.windows(2).all(|pair| step(pair) == by));
    let repeated = [1, 2, 3].into_iter().any(|period| (period..6).all(|at| digits[at] == digits[at - period]));
    if in_a_row || repeated { Err(Refusal::PinTrivial) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_that_anyone_would_guess_is_refused() {
        for pin in ["123456", "१२३४५६", "654321", "000000", "111111", "121212", "123123", "890123", "456789", "210987"]
        {
            assert_eq!(check_pin(pin), Err(Refusal::PinTrivial), "{pin}");
        }
        for pin in ["12345", "1234567", "12345x", "", "१२३४५"] {
            assert!(matches!(check_pin(pin), Err(Refusal::InvalidInput { .. })), "{pin}");
        }
        for pin in ["482913", "४८२९१३", "135790", "112233", "123465"] {
            assert_eq!(check_pin(pin), Ok(()), "{pin}");
        }
    }
}
