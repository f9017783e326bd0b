//! Payout: how a settlement's money goes to its consignor, what comes of it, advances on goods, and the proof that an account
//! is whose it is said to be. Not here: how much is paid (`settlement`), how a bank wants its file (`bank_file`).

use crate::money::{Bps, Paise};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Letter of cash vouchers in their numbers.
pub const VOUCHER_LETTER: char = 'V';

/// How likely two names must be one for an account to be proven without a second person (gst.md 8), in basis points.
pub const LIKE_ENOUGH: Bps = Bps(8_000);

/// What a rupee sent to prove an account costs.
pub const PENNY: Paise = Paise::rupees(1);

/// How money goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Rail {
    /// By a file that the mart's bank carries out.
    Bank,
    /// One by one through the bank's UPI app.
    Upi,
    /// In cash against a voucher.
    Cash,
}

impl Rail {
    /// Its word, as in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Bank => "bank",
            Self::Upi => "upi",
            Self::Cash => "cash",
        }
    }

    /// The rail of a word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Bank, Self::Upi, Self::Cash].into_iter().find(|rail| rail.word() == word)
    }
}

/// The file a bank was given, so that an edited one is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentFile {
    /// Its name.
    pub name: String,
    /// The template it follows.
    pub template: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
}

/// One settlement whose money was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentOne {
    /// Which settlement.
    pub settlement: Uuid,
    /// Whose.
    pub consignor: String,
    /// How much.
    pub paise: Paise,
    /// The entry that asked for the bank details it went to; none in cash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bank_seq: Option<i64>,
    /// Of its cash voucher.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voucher: Option<String>,
}

/// Money was sent: a file was made, a payment begun, or vouchers written. Nothing is paid until it is confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayoutSent {
    /// Made before anything was shown, so that it can be asked for twice and happen once.
    pub id: Uuid,
    /// How.
    pub rail: Rail,
    /// What the bank was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<SentFile>,
    /// To whom.
    pub payouts: Vec<SentOne>,
}

impl PayoutSent {
    /// Control total.
    pub fn total(&self) -> Paise {
        self.payouts.iter().map(|one| one.paise).sum()
    }
}

/// One payout that arrived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmed {
    /// Which settlement.
    pub settlement: Uuid,
    /// Whose.
    pub consignor: String,
    /// How much.
    pub paise: Paise,
    /// How.
    pub rail: Rail,
    /// The bank's reference (UTR or RRN), or the number of the signed voucher: used once for ever.
    pub reference: String,
    /// The message to the consignor, as it is sent.
    pub message_hi: String,
}

/// Payouts arrived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayoutsConfirmed {
    /// Which.
    pub payouts: Vec<Confirmed>,
}

/// One payout whose money did not arrive, or came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failed {
    /// Which settlement.
    pub settlement: Uuid,
    /// Whose.
    pub consignor: String,
    /// How much.
    pub paise: Paise,
    /// How it had gone.
    pub rail: Rail,
    /// It had been confirmed: the bank gave it back.
    pub was_confirmed: bool,
    /// The bank's reason, or the operator's.
    pub reason: String,
}

/// Payouts failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayoutsFailed {
    /// Which.
    pub payouts: Vec<Failed>,
}

/// Money lent to a consignor on goods to come, by bank only (Income-tax Act 2025 s.185).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdvancePaid {
    /// Made before anything was shown, so that it can be asked for twice and happen once.
    pub id: Uuid,
    /// To whom.
    pub consignor: String,
    /// How much.
    pub paise: Paise,
    /// The bank's reference.
    pub reference: String,
    /// The most of each settlement that repays it.
    pub repay_bps: Bps,
    /// What for, in the operator's words.
    pub reason: String,
}

/// A rupee proved whose an account is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountProven {
    /// Whose it shall be.
    pub consignor: String,
    /// The entry that asked for the bank details.
    pub asked_seq: i64,
    /// The bank's reference of the rupee.
    pub reference: String,
    /// How like the names are.
    pub like_bps: Bps,
}

/// Whether a bank's reference has a form that one of its rails gives: UTR of NEFT (16) or RTGS (22), RRN of IMPS and UPI (12
/// digits) (gst.md 8).
pub fn reference_ok(rail: Rail, reference: &str) -> bool {
    let digits = reference.bytes().all(|byte| byte.is_ascii_digit());
    let plain = reference.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    match rail {
        Rail::Bank => plain && (matches!(reference.len(), 16 | 22) || (digits && reference.len() == 12)),
        Rail::Upi => digits && reference.len() == 12,
        Rail::Cash => true,
    }
}

/// A name as banks write it: capital letters and spaces of one kind, no titles.
fn plain_name(name: &str) -> Vec<char> {
    let spaced: String = name.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    let words = spaced.to_uppercase();
    let words: Vec<&str> = words
        .split_whitespace()
        .filter(|word| !matches!(*word, "MR" | "MRS" | "MS" | "SMT" | "SHRI" | "SRI" | "KM"))
        .collect();
    words.join(" ").chars().collect()
}

/// How like two names are, in basis points: 10,000 less the share of letters that differ (Levenshtein), the order of the
/// words aside.
pub fn likeness(one: &str, other: &str) -> Bps {
    let of = |one: &[char], other: &[char]| -> i64 {
        let longest = one.len().max(other.len());
        if longest == 0 {
            return 0;
        }
        let mut row: Vec<usize> = (0..=other.len()).collect();
        for (place, letter) in one.iter().enumerate() {
            let mut before = row[0];
            row[0] = place + 1;
            for (column, against) in other.iter().enumerate() {
                let changed = before + usize::from(letter != against);
                before = row[column + 1];
                row[column + 1] = changed.min(row[column] + 1).min(before + 1);
            }
        }
        ((longest - row[other.len()]) * 10_000 / longest) as i64
    };
    let (one, other) = (plain_name(one), plain_name(other));
    let sorted = |name: &[char]| {
        let text: String = name.iter().collect();
        let mut words: Vec<&str> = text.split(' ').collect();
        words.sort_unstable();
        words.join(" ").chars().collect::<Vec<char>>()
    };
    Bps(of(&one, &other).max(of(&sorted(&one), &sorted(&other))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_alike_as_people_would_say() {
        assert_eq!(likeness("Reshma Begum", "SMT. RESHMA BEGUM"), Bps(10_000));
        assert_eq!(likeness("Reshma Begum", "BEGUM RESHMA"), Bps(10_000));
        assert!(likeness("Reshma Khatoon", "RESHMA KHATUN") >= LIKE_ENOUGH);
        assert!(likeness("Reshma Begum", "SOHIT PRAJAPATI") < LIKE_ENOUGH);
        assert_eq!(likeness("", ""), Bps(0));
    }

    #[test]
    fn references_have_their_forms() {
        for good in ["PUNBN26330000123", "PUNBR52026112300000012", "633012345678"] {
            assert!(reference_ok(Rail::Bank, good), "{good}");
        }
        for bad in ["", "PUNB", "punbn26330000123", "63301234567", "PUNBN2633000012३"] {
            assert!(!reference_ok(Rail::Bank, bad), "{bad}");
        }
        assert!(reference_ok(Rail::Upi, "633012345678"));
        assert!(!reference_ok(Rail::Upi, "PUNBN26330000123"));
    }
}
