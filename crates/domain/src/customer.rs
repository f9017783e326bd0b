//! Customers who agreed to be remembered. Not here: who a bill names because the law asks (`buyer`), keys (the till).

use crate::sale::Sealed;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The notice that is read to a customer before they agree (DPDP Act 2023 s.5); changes with its words.
pub const NOTICE: &str = "2026-11";

/// A customer agreed to be remembered, or what is remembered changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerSet {
    /// Which notice they agreed to.
    pub notice: String,
    /// What is remembered, under the person's own key.
    pub sealed: Sealed,
}

/// A customer took their consent back: their key is gone, and with it what was personal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerForgotten {
    /// Who they were.
    pub person: Uuid,
}
