//! The receipt: what a bill says, as plain facts. Not here: any sum (each was computed once, by `domain`, and
//! stored with the sale), and where things stand on paper (`layout`).

mod layout;
mod lines;
mod plain;

pub(crate) use layout::{Sizes, dots};

use crate::logo::Logo;
use crate::words;
use domain::bill::BillKind;
use domain::money::{Bps, Paise};
use domain::name::{Language, Name};

/// Everything a receipt says: the documents of one payment on one strip, each a section with its own heading and
/// number, and what was paid for all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is true or not by itself, in any mix")]
pub struct Receipt {
    /// Which of the two languages it speaks.
    pub languages: Languages,
    /// The mart's picture.
    pub logo: Option<Logo>,
    /// The mart.
    pub mart: Name,
    /// Where it is.
    pub address: Name,
    /// Its GST number.
    pub gstin: String,
    /// Its telephone.
    pub phone: String,
    /// The number the paper is called by: its first document's.
    pub number: String,
    /// `dd-mm-yyyy`.
    pub date: String,
    /// `HH:MM`.
    pub time: String,
    /// Who sold.
    pub operator: Name,
    /// At which till.
    pub till: String,
    /// Who bought, where the bill says it.
    pub buyer: Option<ReceiptBuyer>,
    /// The State the supply is made in.
    pub place_of_supply: Name,
    /// Its GST code.
    pub state_code: String,
    /// The documents, in the order of their numbers' kinds.
    pub sections: Vec<Section>,
    /// What came back, by credit notes that stand first: all there is, or in exchange for what the other documents sell.
    pub refund: Option<Refunded>,
    /// What was written to the whole bill; empty is not printed.
    pub note: String,
    /// To the nearest rupee.
    pub round_off: Paise,
    /// What was to pay; where nothing was sold, what goes back.
    pub due: Paise,
    /// How that was given.
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
    /// Voided after it was closed: a bill no more.
    pub voided: bool,
    /// A bill of the mart's commission to a consignor: no goods, and nothing to pay at the counter.
    pub commission: bool,
    /// The bill could not be signed.
    pub unsigned: bool,
    /// The demo mart: prices are examples.
    pub demo: bool,
}

/// Which languages a paper speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Languages {
    /// Hindi leads, English follows smaller.
    #[default]
    Both,
    /// One alone.
    Only(Language),
}

/// One document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Which document the law makes it.
    pub kind: BillKind,
    /// Its number in full.
    pub number: String,
    /// In whose name the goods are sold, on a memo: the mart is not their supplier there.
    pub principal: Option<Principal>,
    /// The document a credit note corrects, and its date.
    pub against: Option<(String, String)>,
    /// What was sold or came back.
    pub lines: Vec<ReceiptLine>,
    /// Discount on the whole bill; zero is not printed.
    pub basket_discount: Paise,
    /// Value before tax, after all discounts.
    pub taxable: Paise,
    /// Tax by rate.
    pub tax: Vec<TaxRow>,
    /// Value with tax, before rounding.
    pub total: Paise,
}

/// Whose goods a memo sells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principal {
    /// The artisan, group or society.
    pub name: Name,
    /// Where they live.
    pub address: Name,
}

/// The buyer, as far as the bill names them (CGST rule 46(d) to (f)).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReceiptBuyer {
    /// Empty where it is not said.
    pub name: String,
    /// Empty where it is not said.
    pub address: String,
    /// A registered buyer's.
    pub gstin: Option<String>,
    /// Their State and its GST code.
    pub state: Option<(Name, String)>,
    /// A unit in a special economic zone.
    pub sez: bool,
    /// Where the goods go, if elsewhere (CGST rule 46(e), (o)); empty where it is not said.
    pub delivery: String,
}

/// Goods came back. Their credit notes name the recipient and the place of supply of the documents they correct, whoever
/// buys now (CGST rule 53(1A)).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refunded {
    /// Why, in the operator's words.
    pub reason: String,
    /// Too late to reduce GST (CGST Act s.34(2)).
    pub late: bool,
    /// Where and to whom they had been supplied.
    pub supplied: Supplied,
    /// To the nearest rupee; where nothing was sold the paper's own says it.
    pub round_off: Paise,
    /// How the part of it came back that paid for nothing on this paper; where nothing was sold, `tenders` say it.
    pub rest: Vec<ReceiptTender>,
}

/// Where a supply is made and to whom.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Supplied {
    /// Who bought, where the bill says it.
    pub buyer: Option<ReceiptBuyer>,
    /// The State the supply is made in.
    pub place: Name,
    /// Its GST code.
    pub state_code: String,
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
    /// What was written to it; empty is not printed.
    pub note: String,
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
    /// With what a sale memo was taken back by.
    MemoCancelled,
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
        BillKind::MemoCancelled => "paper-memo-cancelled",
    }
}

impl Languages {
    /// What stands first.
    pub fn lead(self, name: &Name) -> &str {
        match self {
            Self::Both | Self::Only(Language::Hi) => &name.hi,
            Self::Only(Language::En) => &name.en,
        }
    }

    /// What follows; nothing where it would say the same.
    pub(crate) fn second(self, name: &Name) -> Option<&str> {
        (self == Self::Both && name.en != name.hi).then_some(&*name.en)
    }

    /// Both of these.
    pub(crate) fn each(self, name: &Name) -> impl Iterator<Item = &str> {
        std::iter::once(self.lead(name)).chain(self.second(name))
    }
}

impl ReceiptLine {
    /// Services have accounting codes of chapter 99 where goods have HSN.
    fn code_key(&self) -> &'static str {
        if self.hsn.starts_with("99") { "paper-sac" } else { "paper-hsn" }
    }
}

impl Section {
    /// Tax belongs on it: not on a bill of supply (CGST rule 49), nor on a memo, whose principal may collect none (s.32);
    /// nor on what takes either back.
    fn shows_tax(&self) -> bool {
        match self.kind {
            BillKind::TaxInvoice | BillKind::InvoiceCumBillOfSupply => self.principal.is_none(),
            BillKind::CreditNote => self.principal.is_none() && !self.tax.is_empty(),
            BillKind::BillOfSupply | BillKind::SaleMemo | BillKind::MemoCancelled => false,
        }
    }

    /// A tax invoice, whose first print is the recipient's original (CGST rule 48).
    fn is_invoice(&self) -> bool {
        match self.kind {
            BillKind::TaxInvoice | BillKind::InvoiceCumBillOfSupply => true,
            BillKind::BillOfSupply | BillKind::SaleMemo | BillKind::CreditNote | BillKind::MemoCancelled => false,
        }
    }

    fn value_key(&self) -> &'static str {
        if self.shows_tax() { "paper-taxable" } else { "paper-value" }
    }

    fn total_key(&self) -> &'static str {
        match self.kind {
            BillKind::TaxInvoice | BillKind::BillOfSupply | BillKind::InvoiceCumBillOfSupply => "paper-bill-total",
            BillKind::SaleMemo => "paper-memo-total",
            BillKind::CreditNote => "paper-note-total",
            BillKind::MemoCancelled => "paper-memo-cancelled-total",
        }
    }

    fn number_key(&self) -> &'static str {
        match self.kind {
            BillKind::TaxInvoice | BillKind::BillOfSupply | BillKind::InvoiceCumBillOfSupply => "paper-number",
            BillKind::SaleMemo => "paper-memo-number",
            BillKind::CreditNote => "paper-note-number",
            BillKind::MemoCancelled => "paper-memo-cancelled-number",
        }
    }
}

impl Receipt {
    /// The mart supplies the goods of at least one document: its GSTIN belongs on the paper.
    fn mart_supplies(&self) -> bool {
        self.sections.iter().any(|section| section.principal.is_none())
    }

    /// The first print of a tax invoice, which says that it is the recipient's (CGST rule 48).
    fn is_original(&self) -> bool {
        let void = self.practice || self.voided || self.copy.is_some();
        !void && self.sections.iter().any(Section::is_invoice)
    }

    /// Several documents, or one that is part of an exchange: each says its own total.
    fn totals_each(&self) -> bool {
        self.sections.len() > 1
    }

    /// Something was sold: all is not credit notes.
    fn sells(&self) -> bool {
        self.sections.iter().any(|section| !section.kind.comes_back())
    }

    /// Supplied as the section's documents say, if it is the first of what came back or of what was sold.
    fn supplied(&self, place: usize) -> Option<Supplied> {
        let comes_back = |place: usize| self.sections[place].kind.comes_back();
        if place > 0 && comes_back(place - 1) == comes_back(place) {
            return None;
        }
        Some(match &self.refund {
            Some(refund) if comes_back(place) => refund.supplied.clone(),
            _ => Supplied {
                buyer: self.buyer.clone(),
                place: self.place_of_supply.clone(),
                state_code: self.state_code.clone(),
            },
        })
    }

    /// What came back, if the section is its last credit note and something was sold for it.
    fn credited(&self, place: usize) -> Option<&Refunded> {
        let note = |place: usize| self.sections.get(place).map(|section| section.kind.comes_back());
        self.refund.as_ref().filter(|_| note(place) == Some(true) && note(place + 1) == Some(false))
    }

    fn due_key(&self) -> &'static str {
        if self.commission {
            self.sections.first().map_or("paper-bill-total", Section::total_key)
        } else if self.sells() {
            "paper-due"
        } else {
            "paper-refund"
        }
    }

    fn buyer_key(&self) -> &'static str {
        if self.commission { "paper-recipient" } else { "paper-buyer" }
    }

    /// What is said at the end: how long law wants a bill of commission kept (CGST Act s.36), else thanks.
    fn end_key(&self) -> &'static str {
        if self.commission { "paper-keep" } else { "paper-thanks" }
    }
}

impl Refunded {
    /// What goes back, or stays on a credit note, after what was sold is paid.
    fn rest_paise(&self) -> Paise {
        self.rest.iter().map(|tender| tender.amount).sum()
    }
}

impl TenderKind {
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Cash => "paper-cash",
            Self::Upi => "paper-upi",
            Self::Card => "paper-card",
            Self::CreditNote => "paper-by-credit-note",
            Self::MemoCancelled => "paper-by-memo-cancelled",
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
pub(crate) fn both(key: &str, args: &[(&str, words::Value<'_>)]) -> Name {
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
