//! The mart's own facts and settings.

use crate::consignor::{account_ok, ifsc_ok, vpa_ok};
use crate::money::{Bps, Paise, WHOLE_BPS};
use crate::name::Name;
use crate::operator::{Operator, Role};
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where UPI money goes: the mart's merchant address, never a person's (gst.md 5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UpiPayee {
    /// Virtual payment address.
    pub vpa: String,
    /// Name the customer's app shows.
    pub name: String,
    /// Merchant category code, 4 digits.
    pub mcc: String,
}

impl UpiPayee {
    /// Refuses what no UPI app would pay to.
    fn check(&self) -> Result<(), Refusal> {
        let name = !self.name.trim().is_empty() && self.name.chars().count() <= 99;
        let mcc = self.mcc.len() == 4 && self.mcc.bytes().all(|byte| byte.is_ascii_digit());
        for (what, fits) in [("vpa", vpa_ok(&self.vpa)), ("upi_name", name), ("mcc", mcc)] {
            fits.then_some(()).ok_or_else(|| Refusal::invalid(what))?;
        }
        Ok(())
    }
}

/// The largest discount each role may give, as a share of the price before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DiscountLimits {
    /// A cashier's.
    pub cashier_bps: Bps,
    /// A manager's.
    pub manager_bps: Bps,
}

impl DiscountLimits {
    /// The limit of a role; who does not sell gives none.
    pub fn of(&self, role: Role) -> Bps {
        match role {
            Role::Cashier => self.cashier_bps,
            Role::Manager => self.manager_bps,
            Role::Storekeeper | Role::Approver => Bps(0),
        }
    }
}

/// What a mart that says nothing lets a cashier pay back.
pub fn return_limit_cashier() -> Paise {
    Paise::rupees(2_000)
}

/// For how long after the sale.
pub fn return_days_cashier() -> i32 {
    7
}

fn yes() -> bool {
    true
}

/// What a cashier may take to the safe at once where the mart has not said.
pub const CASHIER_DROP: Paise = Paise::rupees(50_000);

/// Rules of the drawer and of leaving it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DrawerRules {
    /// Notes of Rs 2,000 are counted. The Reserve Bank has withdrawn them, so by default they are not.
    pub notes_of_2000: bool,
    /// Most cash a cashier may pay out for one small expense.
    pub cashier_paid_out_paise: Paise,
    /// Most cash a cashier may take to the safe at once; none: `CASHIER_DROP`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub cashier_drop_paise: Option<Paise>,
    /// Minutes without a key until the screen asks for a PIN; 0: never.
    pub lock_minutes: u32,
}

impl Default for DrawerRules {
    fn default() -> Self {
        Self {
            notes_of_2000: false,
            cashier_paid_out_paise: Paise::rupees(500),
            cashier_drop_paise: None,
            lock_minutes: 5,
        }
    }
}

/// The mart's account that payouts leave, as its bank's files name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Payer {
    /// Digits, leading zeros kept.
    pub account: String,
    /// Of the branch.
    pub ifsc: String,
    /// The bank's name for the mart as a customer who sends files; empty where it has none.
    #[serde(default)]
    pub corporate_id: String,
    /// The template of its files, from `assets/bank`.
    pub template: String,
}

/// Rules of paying consignors.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct PayoutRules {
    /// Code of the one till that settles and pays; none: the mart has one till.
    #[ts(optional = nullable)]
    pub office_till: Option<String>,
    /// The most cash to one consignor in a day, never over the law's own limit; nothing: cash pays nobody.
    pub cash_paise: Paise,
    /// Where bank files pay from.
    #[ts(optional = nullable)]
    pub payer: Option<Payer>,
}

impl PayoutRules {
    fn check(&self) -> Result<(), Refusal> {
        let code = |code: &String| {
            code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        };
        if !self.office_till.iter().all(code) {
            return Err(Refusal::invalid("office_till"));
        }
        if self.cash_paise < Paise::ZERO {
            return Err(Refusal::invalid("cash_paise"));
        }
        let Some(payer) = &self.payer else { return Ok(()) };
        if !account_ok(&payer.account) {
            return Err(Refusal::invalid("account"));
        }
        if !ifsc_ok(&payer.ifsc) {
            return Err(Refusal::invalid("ifsc"));
        }
        let word = |text: &str, most: usize| {
            text.len() <= most && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        };
        if !word(&payer.corporate_id, 32) || !word(&payer.template, 32) || payer.template.is_empty() {
            return Err(Refusal::invalid("payer"));
        }
        Ok(())
    }
}

/// One mart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[expect(clippy::struct_excessive_bools, reason = "each is a rule of its own that a manager sets")]
pub struct Mart {
    /// In both scripts.
    pub name: Name,
    /// Locality and town, short.
    pub place: Name,
    /// As printed.
    pub address: Name,
    /// As printed.
    pub phone: String,
    /// Where customers may complain in writing; empty where it has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub email: String,
    /// The mart's GST registration.
    pub gstin: String,
    /// GST code of its State.
    pub state: String,
    /// Three letters; the head of every bill number.
    pub district: String,
    /// Digits of HSN on a bill (notification 78/2020-CT).
    pub hsn_digits: usize,
    /// Where UPI goes; none: the mart takes no UPI.
    pub upi: Option<UpiPayee>,
    /// What each role may give away.
    pub discount_limits: DiscountLimits,
    /// The most a cashier may pay back for one bill without a manager.
    #[serde(default = "return_limit_cashier")]
    pub return_limit_cashier_paise: Paise,
    /// Days after a sale in which a cashier may take back without a manager.
    #[serde(default = "return_days_cashier")]
    pub return_days_cashier: i32,
    /// Goods may be sold in a consignor's own name (supply mode B): only once counsel has agreed (gst.md 1.4).
    #[serde(default)]
    pub principal_name_allowed: bool,
    /// Such goods may go to a buyer of another State.
    #[serde(default)]
    pub memo_other_state_allowed: bool,
    /// A public body that deducts GST from what it pays registered suppliers (CGST Act s.51).
    #[serde(default = "yes")]
    pub deducts_gst: bool,
    /// Rules of the drawer.
    #[serde(default)]
    pub drawer: DrawerRules,
    /// Rules of paying consignors.
    #[serde(default)]
    #[ts(as = "Option<PayoutRules>", optional)]
    pub payout: PayoutRules,
    /// A demonstration: PINs are shown and paper says so.
    pub demo: bool,
}

impl Mart {
    /// The largest discount an operator may give.
    pub fn discount_limit(&self, operator: &Operator) -> Bps {
        operator.limits.discount_bps.unwrap_or_else(|| self.discount_limits.of(operator.role))
    }

    /// The most an operator may pay out for one small expense; none: no limit.
    pub fn paid_out_limit(&self, operator: &Operator) -> Option<Paise> {
        match operator.role {
            Role::Manager => operator.limits.paid_out_paise,
            Role::Cashier => Some(operator.limits.paid_out_paise.unwrap_or(self.drawer.cashier_paid_out_paise)),
            Role::Storekeeper | Role::Approver => Some(operator.limits.paid_out_paise.unwrap_or(Paise::ZERO)),
        }
    }

    /// The most an operator may take from the drawer to the safe at once; none: no limit.
    pub fn drop_limit(&self, operator: &Operator) -> Option<Paise> {
        match operator.role {
            Role::Manager => None,
            Role::Cashier | Role::Storekeeper | Role::Approver => {
                Some(self.drawer.cashier_drop_paise.unwrap_or(CASHIER_DROP))
            }
        }
    }

    /// Refuses what the law or the bill number would not take.
    pub fn check(&self) -> Result<(), Refusal> {
        self.name.filled("name")?;
        self.address.filled("address")?;
        self.upi.iter().try_for_each(UpiPayee::check)?;
        email_ok(&self.email).then_some(()).ok_or_else(|| Refusal::invalid("email"))?;
        check_gstin(&self.gstin)?;
        self.gstin.starts_with(&self.state).then_some(()).ok_or_else(|| Refusal::invalid("state"))?;
        let district = self.district.len() == 3 && self.district.bytes().all(|byte| byte.is_ascii_uppercase());
        district.then_some(()).ok_or_else(|| Refusal::invalid("district"))?;
        let share = |bps: Bps| (0..=WHOLE_BPS).contains(&bps.0);
        (share(self.discount_limits.cashier_bps) && share(self.discount_limits.manager_bps))
            .then_some(())
            .ok_or_else(|| Refusal::invalid("discount_limits"))?;
        (self.return_limit_cashier_paise >= Paise::ZERO)
            .then_some(())
            .ok_or_else(|| Refusal::invalid("return_limit_cashier_paise"))?;
        (0..=3_650)
            .contains(&self.return_days_cashier)
            .then_some(())
            .ok_or_else(|| Refusal::invalid("return_days_cashier"))?;
        let drawer = self.drawer.lock_minutes <= 240
            && self.drawer.cashier_paid_out_paise >= Paise::ZERO
            && self.drawer.cashier_drop_paise.is_none_or(|limit| limit >= Paise::ZERO);
        drawer.then_some(()).ok_or_else(|| Refusal::invalid("drawer"))?;
        self.payout.check()?;
        [4, 6, 8].contains(&self.hsn_digits).then_some(()).ok_or_else(|| Refusal::invalid("hsn_digits"))
    }
}

/// Nothing, or a name at a domain, of plain letters.
fn email_ok(email: &str) -> bool {
    let plain = email.len() <= 100 && email.bytes().all(|byte| byte.is_ascii_graphic());
    let (name, domain) = email.split_once('@').unwrap_or_default();
    email.is_empty() || plain && !name.is_empty() && domain.contains('.') && !domain.contains('@')
}

/// Whether a GSTIN has the right form and check digit (gst.md 2.1).
pub fn gstin_ok(gstin: &str) -> bool {
    check_gstin(gstin).is_ok()
}

/// Refuses a GSTIN by the first thing wrong with it: its length, a letter or digit in the other's place, or its last
/// character, which is reckoned from the others (gst.md 2.1).
pub fn check_gstin(gstin: &str) -> Result<(), Refusal> {
    if gstin.chars().count() != 15 {
        return Err(Refusal::invalid("gstin_length"));
    }
    let bytes = gstin.as_bytes();
    let digit = |place: usize| bytes[place].is_ascii_digit();
    let upper = |place: usize| bytes[place].is_ascii_uppercase();
    let form = bytes.len() == 15
        && bytes.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
        && (0..2).all(digit)
        && (2..6).all(upper)
        && (7..11).all(digit)
        && upper(11) | digit(11);
    if !form {
        return Err(Refusal::invalid("gstin_letters"));
    }
    let value = |byte: u8| u32::from(if byte.is_ascii_digit() { byte - b'0' } else { byte - b'A' + 10 });
    let sum: u32 = bytes[..14]
        .iter()
        .enumerate()
        .map(|(place, byte)| value(*byte) * if place % 2 == 0 { 1 } else { 2 })
        .map(|product| product / 36 + product % 36)
        .sum();
    if (36 - sum % 36) % 36 != value(bytes[14]) {
        return Err(Refusal::invalid("gstin_check"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gstin_is_checked_to_its_last_digit() {
        assert!(gstin_ok("27AAPFU0939F1ZV"));
        assert!(!gstin_ok("27AAPFU0939F1ZW"));
        assert!(!gstin_ok("27AAPFU0939F1Z"));
        assert!(!gstin_ok("२७AAPFU0939F1ZV"));
        assert!(!gstin_ok(""));
    }

    #[test]
    fn what_is_wrong_with_a_gstin_is_said() {
        for (gstin, what) in [
            ("27AAPFU0939F1Z", "gstin_length"),
            ("27AAPFU0939F1ZVX", "gstin_length"),
            ("27AAPFUO939F1ZV", "gstin_letters"),
            ("2ZAAPFU0939F1ZV", "gstin_letters"),
            ("२७AAPFU0939F1ZV", "gstin_letters"),
            ("27AAPFU0939F1ZW", "gstin_check"),
        ] {
            assert_eq!(check_gstin(gstin), Err(Refusal::invalid(what)), "{gstin}");
        }
    }
}
