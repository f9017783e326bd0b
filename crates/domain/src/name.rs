//! Text that exists in both scripts, and which of the two a person reads.

use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The language of a screen or of one side of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Hindi, the first language of the counter.
    #[default]
    Hi,
    /// English.
    En,
}

/// A name or short text in Hindi and in English.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// In Devanagari.
    pub hi: String,
    /// In Latin script.
    pub en: String,
}

impl Name {
    /// A name from its two spellings.
    pub fn new(hi: impl Into<String>, en: impl Into<String>) -> Self {
        Self { hi: hi.into(), en: en.into() }
    }

    /// Refuses one that is not said in both scripts, or takes more than 200 characters; `what` it is.
    pub fn filled(&self, what: &str) -> Result<(), Refusal> {
        let filled = |text: &str| !text.trim().is_empty() && text.chars().count() <= 200;
        if filled(&self.hi) && filled(&self.en) { Ok(()) } else { Err(Refusal::invalid(what)) }
    }

    /// The spelling for `language`.
    pub fn of(&self, language: Language) -> &str {
        match language {
            Language::Hi => &self.hi,
            Language::En => &self.en,
        }
    }
}
