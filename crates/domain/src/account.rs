//! The chart of accounts: every account of the mart's books with its group, in one list. A new account is one line of it.
//! Not here: what posts to an account (`books`), and what accounts are called (`account-` and `group-` of the locale).

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What an account is to the mart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// What the mart has, or is owed.
    Asset,
    /// What it owes.
    Liability,
    /// What its owner put in, and what earlier years left.
    Equity,
    /// What it earned this year.
    Income,
    /// What that cost.
    Expense,
}

impl Class {
    /// All, in the order of a balance.
    pub const ALL: [Self; 5] = [Self::Asset, Self::Liability, Self::Equity, Self::Income, Self::Expense];

    /// Its word, also its top account in a plain-text journal.
    pub fn code(self) -> &'static str {
        match self {
            Self::Asset => "assets",
            Self::Liability => "liabilities",
            Self::Equity => "equity",
            Self::Income => "income",
            Self::Expense => "expenses",
        }
    }

    /// Whether its balance ends with its year: income and expense, which become the surplus.
    pub fn of_a_year(self) -> bool {
        matches!(self, Self::Income | Self::Expense)
    }

    /// Whether such an account grows by debits.
    pub fn is_debit(self) -> bool {
        matches!(self, Self::Asset | Self::Expense)
    }
}

macro_rules! groups {
    ($($(#[$doc:meta])* $group:ident = $code:literal, $class:ident, $tally:literal;)*) => {
        /// A heading of the trial balance.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Group { $($(#[$doc])* $group),* }

        impl Group {
            /// All, in the order of the trial balance.
            pub const ALL: &[Self] = &[$(Self::$group),*];

            /// Its word.
            pub fn code(self) -> &'static str {
                match self { $(Self::$group => $code),* }
            }

            /// What its accounts are to the mart.
            pub fn class(self) -> Class {
                match self { $(Self::$group => Class::$class),* }
            }

            /// The group of Tally that its ledgers lie under; all are there in every company.
            pub fn tally(self) -> &'static str {
                match self { $(Self::$group => $tally),* }
            }
        }
    };
}

groups! {
    /// Notes and coins.
    Cash = "cash", Asset, "Cash-in-Hand";
    /// Money in the bank.
    Bank = "bank", Asset, "Bank Accounts";
    /// Paid by customers, not yet in the bank.
    Clearing = "clearing", Asset, "Current Assets";
    /// Lent to artisans on goods to come.
    Advances = "advances", Asset, "Loans & Advances (Asset)";
    /// Tax paid on purchases, to be set off.
    InputTax = "input_tax", Asset, "Duties & Taxes";
    /// Owed to artisans.
    Consignors = "consignors", Liability, "Sundry Creditors";
    /// Owed to registered suppliers.
    Vendors = "vendors", Liability, "Sundry Creditors";
    /// Owed to the tax office.
    OutputTax = "output_tax", Liability, "Duties & Taxes";
    /// Owed to customers.
    Customers = "customers", Liability, "Current Liabilities";
    /// Put in by whom the mart belongs to.
    Capital = "capital", Equity, "Capital Account";
    /// Goods sold.
    Sales = "sales", Income, "Sales Accounts";
    /// Earned otherwise.
    OtherIncome = "other_income", Income, "Indirect Incomes";
    /// What the goods cost.
    Goods = "goods", Expense, "Purchase Accounts";
    /// What running the mart costs.
    Running = "running", Expense, "Indirect Expenses";
}

/// The marker of an account of one person: their id follows.
type Id = String;

macro_rules! accounts {
    ($($(#[$doc:meta])* $account:ident $(($id:ident))? = $code:literal in $group:ident;)*) => {
        /// An account of the mart's books.
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(into = "String", try_from = "String")]
        pub enum Account { $($(#[$doc])* $account $(($id))?),* }

        impl Account {
            /// Where it stands in the trial balance.
            pub fn group(&self) -> Group {
                match self { $(Self::$account { .. } => Group::$group),* }
            }

            /// Its word without whose it is, which is its name in the locale.
            pub fn code(&self) -> &'static str {
                match self { $(Self::$account { .. } => $code),* }
            }

            /// Whose it is, of accounts that there is one of for each person.
            pub fn whose(&self) -> Option<&str> {
                match self { $(Self::$account { $(0: accounts!(@bind $id whose))? } => accounts!(@some $($id whose)?)),* }
            }

            /// Every account there is, those of persons as of `id`.
            pub fn all(id: &str) -> Vec<Self> {
                let _ = id;
                vec![$(Self::$account $((accounts!(@own $id id)))?),*]
            }

            fn read(code: &str, whose: Option<&str>) -> Option<Self> {
                match (code, whose) {
                    $(($code, accounts!(@want $($id whose)?)) => Some(Self::$account $((accounts!(@own $id whose)))?),)*
                    _ => None,
                }
            }
        }
    };
    (@bind $id:ident $whose:ident) => { $whose };
    (@some $id:ident $whose:ident) => { Some($whose) };
    (@some) => { None };
    (@own $id:ident $whose:ident) => { $whose.to_owned() };
    (@want $id:ident $whose:ident) => { Some($whose) };
    (@want) => { None };
}

accounts! {
    /// Cash in this till's drawer.
    Drawer = "drawer" in Cash;
    /// Cash out of the drawer: the mart's safe.
    Safe = "safe" in Cash;
    /// The mart's account at its bank.
    Bank = "bank" in Bank;
    /// UPI taken, not yet in the bank.
    UpiClearing = "upi_clearing" in Clearing;
    /// Card money taken, not yet in the bank.
    CardClearing = "card_clearing" in Clearing;
    /// Lent to one consignor on goods to come.
    ConsignorAdvance(Id) = "consignor_advance" in Advances;
    /// Central tax paid on purchases, to be set off.
    InputCgst = "input_cgst" in InputTax;
    /// State tax likewise.
    InputSgst = "input_sgst" in InputTax;
    /// Integrated tax likewise.
    InputIgst = "input_igst" in InputTax;
    /// Owed to one consignor.
    ConsignorPayable(Id) = "consignor_payable" in Consignors;
    /// Owed to one vendor, by GSTIN.
    VendorPayable(Id) = "vendor_payable" in Vendors;
    /// Central tax owed.
    OutputCgst = "output_cgst" in OutputTax;
    /// State tax owed.
    OutputSgst = "output_sgst" in OutputTax;
    /// Integrated tax owed.
    OutputIgst = "output_igst" in OutputTax;
    /// GST deducted from payments to vendors, owed to the tax office (CGST Act s.51).
    GstDeducted = "gst_deducted" in OutputTax;
    /// Credit notes that customers still hold.
    CreditNotesOutstanding = "credit_notes_outstanding" in Customers;
    /// What whom the mart belongs to put into it and took out again.
    Capital = "capital" in Capital;
    /// Sales in the mart's own name, without tax.
    Sales = "sales" in Sales;
    /// Earned by selling for consignors under A2 and B.
    Commission = "commission" in OtherIncome;
    /// Taken off consignors' shares for packing, transport and handling.
    FeesRecovered = "fees_recovered" in OtherIncome;
    /// Interest of the bank, and what else came in.
    OtherIncome = "other_income" in OtherIncome;
    /// What consigned goods cost the mart: the consignors' shares.
    CostOfConsignedGoods = "cost_of_consigned_goods" in Goods;
    /// Bought for the mart's own stock, without tax.
    Purchases = "purchases" in Goods;
    /// Discounts the mart bears in a consignor's stead under A2 and B.
    DiscountsBorne = "discounts_borne" in Running;
    /// Paid to consignors for goods lost in the mart's keeping.
    LossesBorne = "losses_borne" in Running;
    /// What the bank costs: kept by who handles cards, and the rupees that prove accounts.
    BankCharges = "bank_charges" in Running;
    /// Small expenses paid out of the drawer.
    PettyExpenses = "petty_expenses" in Running;
    /// Rent, power, pay and the like, paid by the bank.
    Expenses = "expenses" in Running;
    /// Bills rounded to the rupee.
    RoundOff = "round_off" in Running;
    /// Drawer over or short.
    CashOverShort = "cash_over_short" in Running;
}

impl Account {
    /// What it is to the mart.
    pub fn class(&self) -> Class {
        self.group().class()
    }

    /// Notes, coins or money in the bank.
    pub fn is_money(&self) -> bool {
        matches!(self.group(), Group::Cash | Group::Bank)
    }
}

impl fmt::Display for Account {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.whose() {
            Some(whose) => write!(out, "{}:{whose}", self.code()),
            None => out.write_str(self.code()),
        }
    }
}

impl From<Account> for String {
    fn from(account: Account) -> Self {
        account.to_string()
    }
}

/// There is no such account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownAccount(pub String);

impl fmt::Display for UnknownAccount {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "there is no account {:?}", self.0)
    }
}

impl std::error::Error for UnknownAccount {}

impl FromStr for Account {
    type Err = UnknownAccount;

    fn from_str(text: &str) -> Result<Self, UnknownAccount> {
        let (code, whose) = text.split_once(':').map_or((text, None), |(code, whose)| (code, Some(whose)));
        let known = whose.is_none_or(|whose| !whose.is_empty());
        known.then(|| Self::read(code, whose)).flatten().ok_or_else(|| UnknownAccount(text.to_owned()))
    }
}

impl TryFrom<String> for Account {
    type Error = UnknownAccount;

    fn try_from(text: String) -> Result<Self, UnknownAccount> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_account_reads_back_and_is_like_no_other() {
        let all = Account::all("reshma");
        let codes: BTreeSet<String> = all.iter().map(ToString::to_string).collect();
        assert_eq!(codes.len(), all.len());
        for account in all {
            assert_eq!(account.to_string().parse(), Ok(account.clone()));
            assert_eq!(account.to_string().contains(':'), account.whose() == Some("reshma"));
            assert!(Group::ALL.contains(&account.group()));
        }
        for wrong in ["", "gold", "safe:reshma", "vendor_payable", "vendor_payable:", "Safe", " safe"] {
            assert!(wrong.parse::<Account>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn groups_stand_by_class() {
        let classes: Vec<Class> = Group::ALL.iter().map(|group| group.class()).collect();
        assert!(classes.is_sorted());
        for class in Class::ALL {
            assert!(classes.contains(&class));
        }
        // What ends with its year is what a surplus is made of.
        assert!(Class::ALL.into_iter().filter(|class| class.of_a_year()).eq([Class::Income, Class::Expense]));
    }
}
