//! Consignors: who they are, how they are reached, and where their money goes. What is personal is sealed in the
//! entries (the till holds the keys). Not here: the terms with them (`agreement`).

use crate::bank_file::plain;
use crate::buyer::{mobile_ok, pan_ok};
use crate::name::Name;
use crate::refusal::Refusal;
use crate::sale::Sealed;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The version of the notice that consignors are shown and agree to (DPDP Act s.5, s.6).
pub const CONSENT: &str = "consignor-2";

/// The most artisans of a consignor who are known by name.
pub const MOST_MEMBERS: usize = 300;

/// The artisan, self-help group or society that owns goods until they are sold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Consignor {
    /// Short and stable.
    pub id: String,
    /// In both scripts.
    pub name: Name,
    /// Where they live.
    pub village: Name,
    /// Three-letter district code.
    pub district: String,
    /// What they make.
    pub craft: Name,
    /// How many artisans they speak for; 1 for an artisan of their own.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    #[ts(optional, as = "Option<u32>")]
    pub artisans: u32,
    /// Artisans they speak for, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Name>>")]
    pub members: Vec<Name>,
    /// Hash of their photograph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub picture: Option<String>,
    /// Their number as an authorised user of a geographical indication; empty where they have none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub gi_user: String,
    /// Brings no more goods; what is here stays on sale until it is given back.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub left: bool,
}

fn one() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_one(artisans: &u32) -> bool {
    *artisans == 1
}

impl Consignor {
    /// Refuses what could not be kept or printed.
    pub fn check(&self) -> Result<(), Refusal> {
        let id = (1..=40).contains(&self.id.len())
            && self
                .id
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_');
        if !id {
            return Err(Refusal::invalid("id"));
        }
        let own = [("name", &self.name), ("village", &self.village), ("craft", &self.craft)];
        for (what, name) in own.into_iter().chain(self.members.iter().map(|member| ("members", member))) {
            let filled = |text: &str| {
                !text.trim().is_empty() && text.chars().count() <= 200 && !text.chars().any(char::is_control)
            };
            if !filled(&name.hi) || !filled(&name.en) {
                return Err(Refusal::invalid(what));
            }
        }
        let twice = |member: &Name| self.members.iter().filter(|other| *other == member).count() > 1;
        if self.members.len() > MOST_MEMBERS || self.members.iter().any(twice) {
            return Err(Refusal::invalid("members"));
        }
        if self.gi_user.chars().count() > 40 || self.gi_user.chars().any(char::is_control) {
            return Err(Refusal::invalid("gi_user"));
        }
        if !(1..=100_000).contains(&self.artisans) {
            return Err(Refusal::invalid("artisans"));
        }
        Ok(())
    }
}

/// What of a consignor is nobody else's business: sealed under their own key.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Identity {
    /// Ten digits; by it and the card they are known.
    pub mobile: String,
    /// Number of the artisan's card of the Development Commissioner (Handicrafts), or a weaver's or Udyam number.
    pub pehchan: String,
    /// Income-tax number, where they have one.
    pub pan: String,
    /// The last four digits of their Aadhaar, as seen on a masked copy.
    pub aadhaar_last4: String,
    /// Social category, where they wish it kept (for the programme's reports).
    pub category: String,
}

impl Identity {
    /// Refuses what is not in its form.
    pub fn check(&self) -> Result<(), Refusal> {
        if !mobile_ok(&self.mobile) {
            return Err(Refusal::invalid("mobile"));
        }
        if !self.pan.is_empty() && !pan_ok(&self.pan) {
            return Err(Refusal::invalid("pan"));
        }
        let last4 = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        if !self.aadhaar_last4.is_empty() && !last4(&self.aadhaar_last4) {
            return Err(Refusal::invalid("aadhaar_last4"));
        }
        for (what, text, most) in [("pehchan", &self.pehchan, 30), ("category", &self.category, 30)] {
            if text.chars().count() > most || text.chars().any(char::is_control) {
                return Err(Refusal::invalid(what));
            }
        }
        Ok(())
    }
}

/// A consignor was added or changed. Without an identity the one that is kept stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsignorSet {
    /// What may be read by anyone.
    #[serde(flatten)]
    pub consignor: Consignor,
    /// The rest, as JSON of `Identity`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity: Option<SealedIdentity>,
}

/// A consignor asked for their personal data to be erased (DPDP Act s.12): their keys are gone, and with them what was
/// sealed. Name, village, goods and money stay in the accounts that the law has the mart keep (s.8(7); CGST s.36, rule 56).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsignorForgotten {
    /// Who they were.
    pub consignor: String,
}

/// An identity with what was agreed to when it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedIdentity {
    /// Version of the notice they agreed to.
    pub consent: String,
    /// JSON of `Identity`.
    pub sealed: Sealed,
}

/// Where a consignor's money goes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct BankDetails {
    /// As the bank has it.
    pub holder: String,
    /// Digits, leading zeros kept; empty where there is a UPI address only.
    pub account: String,
    /// Of the branch.
    pub ifsc: String,
    /// UPI address; empty for none.
    pub vpa: String,
}

impl BankDetails {
    /// Refuses what no bank would take (gst.md 8).
    pub fn check(&self) -> Result<(), Refusal> {
        let holder = (1..=40).contains(&self.holder.trim().chars().count());
        // A name that a bank's file cannot hold would leave it without a payee.
        if !holder || self.holder.chars().any(char::is_control) || plain(&self.holder).is_empty() {
            return Err(Refusal::invalid("holder"));
        }
        if self.account.is_empty() && self.ifsc.is_empty() {
            return if vpa_ok(&self.vpa) { Ok(()) } else { Err(Refusal::invalid("vpa")) };
        }
        if !account_ok(&self.account) {
            return Err(Refusal::invalid("account"));
        }
        if !ifsc_ok(&self.ifsc) {
            return Err(Refusal::invalid("ifsc"));
        }
        if !self.vpa.is_empty() && !vpa_ok(&self.vpa) {
            return Err(Refusal::invalid("vpa"));
        }
        Ok(())
    }

    /// As screens and paper show it: the last four figures of the account, the last letters of the address.
    pub fn masked(&self) -> String {
        let end = |text: &str, keep: usize| {
            let from = text.len().saturating_sub(keep);
            format!("••••{}", text.get(from..).unwrap_or_default())
        };
        match (self.account.is_empty(), self.vpa.split_once('@')) {
            (false, _) => format!("{} {}", self.ifsc, end(&self.account, 4)),
            (true, Some((name, bank))) => format!("{}@{bank}", end(name, 2)),
            (true, None) => String::new(),
        }
    }
}

/// `^[A-Z]{4}0[A-Z0-9]{6}$`.
pub fn ifsc_ok(ifsc: &str) -> bool {
    let bytes = ifsc.as_bytes();
    bytes.len() == 11
        && bytes[..4].iter().all(u8::is_ascii_uppercase)
        && bytes[4] == b'0'
        && bytes[5..].iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// Nine to eighteen digits.
pub fn account_ok(account: &str) -> bool {
    (9..=18).contains(&account.len()) && account.bytes().all(|byte| byte.is_ascii_digit())
}

/// `^[A-Za-z0-9._-]{2,256}@[A-Za-z][A-Za-z0-9.-]{1,63}$`.
pub fn vpa_ok(vpa: &str) -> bool {
    let Some((name, bank)) = vpa.split_once('@') else { return false };
    let word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-';
    (2..=256).contains(&name.len())
        && name.bytes().all(|byte| word(byte) || byte == b'_')
        && (2..=64).contains(&bank.len())
        && bank.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && bank.bytes().all(word)
}

/// Somebody typed where a consignor's money shall go. It goes there only once somebody else allowed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BankAsked {
    /// Whose.
    pub consignor: String,
    /// JSON of `BankDetails`, under the consignor's key.
    pub sealed: Sealed,
}

/// Somebody else answered for bank details.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BankAnswered {
    /// Whose.
    pub consignor: String,
    /// The entry that asked.
    pub asked_seq: i64,
    /// Allowed, or thrown away.
    pub allowed: bool,
}

/// How long a change of bank details waits before it can be allowed, so that a thief is found out first.
pub const BANK_WAIT_US: i64 = 24 * 3_600 * 1_000_000;

/// Refuses to allow bank details: by who asked, or, where there were others before, too soon.
pub fn may_allow(asked_by: &str, allowed_by: &str, waited_us: i64, changes: bool) -> Result<(), Refusal> {
    if asked_by == allowed_by {
        return Err(Refusal::SecondPersonNeeded);
    }
    if changes && waited_us < BANK_WAIT_US {
        let left = BANK_WAIT_US - waited_us.max(0);
        return Err(Refusal::BankWaits { hours: (left + 3_600_000_000 - 1) / 3_600_000_000 });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bank_details_have_their_forms() {
        let good = BankDetails {
            holder: "Reshma Khatoon".into(),
            account: "003412345678".into(),
            ifsc: "PUNB0123400".into(),
            vpa: String::new(),
        };
        assert_eq!(good.check(), Ok(()));
        assert_eq!(good.masked(), "PUNB0123400 ••••5678");
        let bad = [
            ("ifsc", BankDetails { ifsc: "PUNB1123400".into(), ..good.clone() }),
            ("ifsc", BankDetails { ifsc: String::new(), ..good.clone() }),
            ("account", BankDetails { account: "12345678".into(), ..good.clone() }),
            ("account", BankDetails { account: "१२३४५६७८९०".into(), ..good.clone() }),
            ("vpa", BankDetails { vpa: "reshma".into(), ..good.clone() }),
            ("vpa", BankDetails { account: String::new(), ifsc: String::new(), ..good.clone() }),
            ("holder", BankDetails { holder: " ".into(), ..good.clone() }),
        ];
        for (what, details) in bad {
            assert_eq!(details.check(), Err(Refusal::invalid(what)), "{details:?}");
        }
        let by_upi = BankDetails { holder: "R".into(), vpa: "reshma.k@upi".into(), ..BankDetails::default() };
        assert_eq!(by_upi.check(), Ok(()));
        assert_eq!(by_upi.masked(), "••••.k@upi");
    }

    #[test]
    fn a_change_of_bank_needs_a_second_person_and_a_day() {
        assert_eq!(may_allow("imran", "imran", BANK_WAIT_US, true), Err(Refusal::SecondPersonNeeded));
        assert_eq!(may_allow("imran", "anil", 0, false), Ok(()));
        assert_eq!(may_allow("imran", "anil", 1, true), Err(Refusal::BankWaits { hours: 24 }));
        assert_eq!(may_allow("imran", "anil", BANK_WAIT_US - 1, true), Err(Refusal::BankWaits { hours: 1 }));
        assert_eq!(may_allow("imran", "anil", BANK_WAIT_US, true), Ok(()));
    }

    #[test]
    fn identities_have_their_forms() {
        let good = Identity { mobile: "9876543210".into(), ..Identity::default() };
        assert_eq!(good.check(), Ok(()));
        for (what, bad) in [
            ("mobile", Identity::default()),
            ("pan", Identity { pan: "ABC".into(), ..good.clone() }),
            ("aadhaar_last4", Identity { aadhaar_last4: "999941057058".into(), ..good.clone() }),
            ("pehchan", Identity { pehchan: "x".repeat(31), ..good.clone() }),
        ] {
            assert_eq!(bad.check(), Err(Refusal::invalid(what)));
        }
    }
}
