//! Money that moves otherwise than over the counter: cash taken to the bank, UPI and cards as the bank pays them out, vendors
//! paid, tax deposited and set off. A wrong move is taken back whole. Not here: payouts to consignors (`payout`), cash in
//! and out of the drawer (`shift`).

use crate::account::Account;
use crate::money::Paise;
use crate::refusal::Refusal;
use crate::shift::MOST_CASH;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Money moved from one account to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoneyMoved {
    /// Made before anything was shown, so that it can be asked for twice and happen once.
    pub id: Uuid,
    /// Where it was.
    pub from: Account,
    /// Where it went, or what it paid.
    pub to: Account,
    /// How much.
    pub paise: Paise,
    /// The bank's, the challan's or the slip's; may be empty where no bank was in it.
    pub reference: String,
    /// What it was for, in the operator's words; of a move that takes back another, why.
    pub note: String,
    /// The move that this one takes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub takes_back: Option<Uuid>,
}

/// Whether money may go from one account to another.
pub fn may_go(from: &Account, to: &Account) -> bool {
    use Account::{
        Bank, BankCharges, Capital, CardClearing, Expenses, GstDeducted, InputCgst, InputIgst, InputSgst, OtherIncome,
        OutputCgst, OutputIgst, OutputSgst, Safe, UpiClearing, VendorPayable,
    };
    match from {
        // Cash goes to the bank and nowhere else: what is paid is paid by the bank, small expenses out of the drawer.
        Safe => matches!(to, Bank | Capital),
        // What the bank pays out of UPI and cards, less what it keeps.
        UpiClearing | CardClearing => matches!(to, Bank | BankCharges),
        Bank => matches!(
            to,
            Safe | Capital
                | UpiClearing
                | CardClearing
                | VendorPayable(_)
                | OutputCgst
                | OutputSgst
                | OutputIgst
                | GstDeducted
                | BankCharges
                | Expenses
        ),
        Capital => matches!(to, Safe | Bank),
        OtherIncome => matches!(to, Bank),
        // Set-off of input tax: central and State tax never pay each other (CGST Act s.49(5)).
        InputCgst => matches!(to, OutputCgst | OutputIgst),
        InputSgst => matches!(to, OutputSgst | OutputIgst),
        InputIgst => matches!(to, OutputIgst | OutputCgst | OutputSgst),
        _ => false,
    }
}

/// Every way that money may go; `vendor` stands for any of them.
pub fn ways(vendor: &str) -> Vec<(Account, Vec<Account>)> {
    let all = Account::all(vendor);
    let to = |from: &Account| all.iter().filter(|to| may_go(from, to)).cloned().collect::<Vec<_>>();
    all.iter().map(|from| (from.clone(), to(from))).filter(|(_, to)| !to.is_empty()).collect()
}

/// Whether an account can give only what the books say it holds. The bank may be overdrawn, and an owner may put in more.
fn holds(account: &Account) -> bool {
    use Account::{CardClearing, InputCgst, InputIgst, InputSgst, Safe, UpiClearing};
    matches!(account, Safe | UpiClearing | CardClearing | InputCgst | InputSgst | InputIgst)
}

/// Whether an account is paid no more than the books say is owed.
fn is_owed(account: &Account) -> bool {
    use Account::{GstDeducted, OutputCgst, OutputIgst, OutputSgst, VendorPayable};
    matches!(account, VendorPayable(_) | GstDeducted | OutputCgst | OutputSgst | OutputIgst)
}

fn words(what: &str, text: &str, most: usize, needed: bool) -> Result<String, Refusal> {
    let text = text.trim();
    if (needed && text.is_empty()) || text.chars().count() > most || text.chars().any(char::is_control) {
        return Err(Refusal::invalid(what));
    }
    Ok(text.to_owned())
}

impl MoneyMoved {
    /// Refuses a move that cannot be; `held` and `to_balance` are the book balances of its two accounts, debits positive.
    pub fn check(self, held: Paise, to_balance: Paise) -> Result<Self, Refusal> {
        if self.paise <= Paise::ZERO || self.paise > MOST_CASH {
            return Err(Refusal::AmountOutOfRange);
        }
        if !may_go(&self.from, &self.to) {
            return Err(Refusal::MoneyGoesElsewhere);
        }
        let by_bank = [&self.from, &self.to].contains(&&Account::Bank);
        let reference = words("reference", &self.reference, 40, by_bank)?;
        let note = words("note", &self.note, 200, reference.is_empty())?;
        if holds(&self.from) && self.paise > held {
            return Err(Refusal::MoneyShort { left: held.max(Paise::ZERO).to_rupee_text() });
        }
        if is_owed(&self.to) && self.paise > -to_balance {
            return Err(Refusal::MoneyOverOwed { owed: (-to_balance).max(Paise::ZERO).to_rupee_text() });
        }
        Ok(Self { reference, note, ..self })
    }

    /// The move that takes this one back.
    pub fn back(&self, id: Uuid, reason: &str) -> Result<Self, Refusal> {
        let note = words("reason", reason, 200, true)?;
        Ok(Self {
            id,
            from: self.to.clone(),
            to: self.from.clone(),
            paise: self.paise,
            reference: self.reference.clone(),
            note,
            takes_back: Some(self.id),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Account::{Bank, Capital, Drawer, InputCgst, OutputCgst, OutputSgst, Safe, Sales, UpiClearing, VendorPayable};

    fn moved(from: Account, to: Account, paise: i64) -> MoneyMoved {
        MoneyMoved {
            id: Uuid::nil(),
            from,
            to,
            paise: Paise(paise),
            reference: " SLIP 4411 ".into(),
            note: String::new(),
            takes_back: None,
        }
    }

    #[test]
    fn money_goes_only_where_it_can() {
        let vendor = || VendorPayable("09AAPFU0939F1ZT".into());
        let checked = |from, to| moved(from, to, 100).check(Paise(100), Paise(-100));
        for (from, to) in
            [(Safe, Bank), (UpiClearing, Bank), (Bank, vendor()), (InputCgst, OutputCgst), (Capital, Safe)]
        {
            assert_eq!(checked(from, to).map(|moved| moved.reference), Ok("SLIP 4411".to_owned()));
        }
        for (from, to) in
            [(Safe, vendor()), (Bank, Bank), (InputCgst, OutputSgst), (Sales, Bank), (Drawer, Bank), (Bank, Drawer)]
        {
            assert_eq!(checked(from, to), Err(Refusal::MoneyGoesElsewhere));
        }
        // None goes out of an account of income to itself, and every way is one that may be gone.
        for (from, to) in ways("v") {
            assert!(to.iter().all(|to| may_go(&from, to) && *to != from), "{from}");
        }
    }

    #[test]
    fn no_more_than_is_there_and_no_more_than_is_owed() {
        let short = moved(Safe, Bank, 101).check(Paise(100), Paise::ZERO);
        assert_eq!(short, Err(Refusal::MoneyShort { left: "₹1".into() }));
        let none = moved(Safe, Bank, 1).check(Paise(-500), Paise::ZERO);
        assert_eq!(none, Err(Refusal::MoneyShort { left: "₹0".into() }));
        let over = moved(Bank, OutputCgst, 101).check(Paise::ZERO, Paise(-100));
        assert_eq!(over, Err(Refusal::MoneyOverOwed { owed: "₹1".into() }));
        assert!(moved(Bank, Safe, 101).check(Paise(-100), Paise::ZERO).is_ok(), "a bank may be overdrawn");
        assert_eq!(moved(Safe, Bank, 0).check(Paise(100), Paise::ZERO), Err(Refusal::AmountOutOfRange));
        let unreferenced = MoneyMoved { reference: " ".into(), ..moved(Safe, Bank, 1) };
        assert_eq!(unreferenced.check(Paise(100), Paise::ZERO), Err(Refusal::invalid("reference")));
    }

    #[test]
    fn a_move_is_taken_back_as_it_went() {
        let one = moved(Safe, Bank, 100);
        let back = one.back(Uuid::max(), "typed twice").expect("a reason");
        assert_eq!((back.from, back.to, back.paise, back.takes_back), (Bank, Safe, Paise(100), Some(Uuid::nil())));
        assert_eq!(one.back(Uuid::max(), " "), Err(Refusal::invalid("reason")));
    }
}
