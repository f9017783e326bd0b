//! Operators and what each role may do.

use crate::name::Name;
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
}
