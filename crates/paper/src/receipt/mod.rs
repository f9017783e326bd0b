//! The receipt: what a bill says, as plain facts. Not here: any sum (each was computed once, by `domain`, and
//! stored with the sale), and where things stand on paper (`layout`).

mod layout;
mod plain;

use crate::words;
use domain::bill::BillKind;
use domain::money::{Bps, Paise};
use domain::name::{Language, Name};

/// Everything a receipt says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The mart.
    pub mart: Name,
    /// Where it is.
    pub address: Name,
    /// Its GST number.
    pub gstin: String,
    /// Its telephone.
    pub phone: String,
    /// Which document the law makes it.
    pub heading: BillKind,
    /// The bill's number in full.
    pub number: String,
    /// `dd-mm-yyyy`.
    pub date: String,
    /// `HH:MM`.
    pub time: String,
    /// Who sold.
    pub operator: Name,
    /// At which till.
    pub till: String,
    /// The State the supply is made in.
    pub place_of_supply: Name,
    /// Its GST code.
    pub state_code: String,
    /// What was sold.
    pub lines: Vec<ReceiptLine>,
    /// Discount on the whole bill; zero is not printed.
    pub basket_discount: Paise,
    /// Value before tax, after all discounts.
    pub taxable: Paise,
    /// Tax by rate.
    pub tax: Vec<TaxRow>,
    /// To the nearest rupee.
    pub round_off: Paise,
    /// What was to pay.
    pub due: Paise,
    /// What was paid, and how.
    pub tenders: Vec<ReceiptTender>,
    /// Given back out of cash; zero is not printed.
    pub change: Paise,
    /// The due in words.
    pub words: Name,
    /// Artisans this bill gives income to, each once.
    pub makers: Vec<Name>,
    /// What the QR code says.
    pub qr: String,
    /// The first print has none; a reprint has its count.
    pub copy: Option<u32>,
    /// Made in practice: not a bill.
    pub practice: bool,
    /// The bill could not be signed.
    pub unsigned: bool,
    /// The demo mart: prices are examples.
    pub demo: bool,
}

/// One thing sold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptLine {
    /// The item.
    pub name: Name,
    /// Its HSN code.
    pub hsn: String,
    /// The rate of GST that was charged.
    pub rate: Bps,
    /// Who made it, where that is known.
    pub maker: Option<Name>,
    /// The district it comes from.
    pub district: Name,
    /// `2` or `1.5`.
    pub quantity: String,
    /// What the quantity counts.
    pub unit: Name,
    /// For one unit.
    pub price: Paise,
    /// For the line, after its own discount and before the bill's.
    pub amount: Paise,
    /// The line's own discount; zero is not printed.
    pub discount: Paise,
}

/// The tax of all lines of one rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaxRow {
    /// The whole rate; CGST and SGST are half of it each.
    pub rate: Bps,
    /// Value it is charged on.
    pub taxable: Paise,
    /// Central tax.
    pub cgst: Paise,
    /// State tax.
    pub sgst: Paise,
    /// Integrated tax, in their stead, for a supply to another State.
    pub igst: Paise,
}

/// How money was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TenderKind {
    /// Notes and coins.
    Cash,
    /// By the mart's QR.
    Upi,
    /// On the bank's terminal.
    Card,
    /// With a credit note.
    CreditNote,
}

/// One part of what was paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptTender {
    /// How.
    pub kind: TenderKind,
    /// How much of the due it covers.
    pub amount: Paise,
    /// Notes and coins handed over, where it was cash.
    pub given: Option<Paise>,
    /// The transfer's or the terminal's.
    pub reference: Option<String>,
}

fn heading_key(kind: BillKind) -> &'static str {
    match kind {
        BillKind::TaxInvoice => "paper-tax-invoice",
        BillKind::BillOfSupply => "paper-bill-of-supply",
        BillKind::InvoiceCumBillOfSupply => "paper-invoice-cum-bill-of-supply",
        BillKind::SaleMemo => "paper-sale-memo",
        BillKind::CreditNote => "paper-credit-note",
    }
}

impl TenderKind {
    fn key(self) -> &'static str {
        match self {
            Self::Cash => "paper-cash",
            Self::Upi => "paper-upi",
            Self::Card => "paper-card",
            Self::CreditNote => "paper-by-credit-note",
        }
    }
}

impl TaxRow {
    /// `2.5%`: half the rate, as the law wants it named for CGST and for SGST.
    fn half_rate(&self) -> String {
        // Half of a hundredth of a percent is five thousandths.
        let thousandths = self.rate.0 * 5;
        let tail = format!("{:03}", thousandths % 1000);
        let tail = tail.trim_end_matches('0');
        format!("{}{}{tail}%", thousandths / 1000, if tail.is_empty() { "" } else { "." })
    }
}

/// A message in both languages.
fn both(key: &str, args: &[(&str, words::Value<'_>)]) -> Name {
    Name::new(words::text(Language::Hi, key, args), words::text(Language::En, key, args))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_rate_is_exact() {
        let half = |rate| TaxRow { rate: Bps(rate), ..NOTHING }.half_rate();
        assert_eq!([500, 1_800, 25, 300, 0].map(half), ["2.5%", "9%", "0.125%", "1.5%", "0%"]);
    }

    const NOTHING: TaxRow =
        TaxRow { rate: Bps(0), taxable: Paise::ZERO, cgst: Paise::ZERO, sgst: Paise::ZERO, igst: Paise::ZERO };
}
