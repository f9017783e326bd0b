//! Bill numbers and which document the law asks for. Not here: what a bill says (`paper`).

use crate::gst::Tax;
use crate::money::Bps;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A numbered document of the counter; each kind has its own series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BillKind {
    /// All goods taxable: CGST rule 46.
    TaxInvoice,
    /// All goods exempt: rule 49.
    BillOfSupply,
    /// Both, to an unregistered buyer: rule 46A.
    InvoiceCumBillOfSupply,
}

impl BillKind {
    /// The document for lines of these taxes, sold to an unregistered buyer.
    pub fn of<'a>(lines: impl IntoIterator<Item = &'a Tax>) -> Self {
        let (mut taxable, mut exempt) = (false, false);
        for tax in lines {
            if tax.rate_bp == Bps(0) {
                exempt = true;
            } else {
                taxable = true;
            }
        }
        match (taxable, exempt) {
            (true, true) => Self::InvoiceCumBillOfSupply,
            (false, true) => Self::BillOfSupply,
            (true | false, false) => Self::TaxInvoice,
        }
    }

    /// Its letter in the number.
    pub fn letter(self) -> char {
        match self {
            Self::TaxInvoice => 'T',
            Self::BillOfSupply => 'B',
            Self::InvoiceCumBillOfSupply => 'M',
        }
    }
}

/// A gap-free series of numbers: one till, one financial year, one kind of document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// `LKO1A`: district and till.
    pub till: String,
    /// Two-digit year in which the financial year began.
    pub year: i16,
    /// What it numbers.
    pub letter: char,
}

impl Series {
    /// The series a document dated `on` belongs to. The financial year begins on 1 April.
    pub fn on(till: &str, on: Date, kind: BillKind) -> Self {
        let year = if on.month() >= 4 { on.year() } else { on.year() - 1 };
        Self { till: till.to_owned(), year: year % 100, letter: kind.letter() }
    }

    /// `LKO1A/26/T`, the part before the number.
    pub fn prefix(&self) -> String {
        format!("{}/{:02}/{}", self.till, self.year, self.letter)
    }

    /// `LKO1A/26/T000123`: at most 16 characters (CGST rule 46(b)).
    pub fn number(&self, n: i64) -> String {
        format!("{}{n:06}", self.prefix())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_year_rolls_on_the_first_of_april() {
        let number = |on| Series::on("LKO1A", on, BillKind::TaxInvoice).number(123);
        assert_eq!(number(date(2027, 3, 31)), "LKO1A/26/T000123");
        assert_eq!(number(date(2027, 4, 1)), "LKO1A/27/T000123");
        assert_eq!(number(date(2027, 4, 1)).len(), 16);
    }

    #[test]
    fn the_document_follows_the_goods() {
        let tax = |rate| Tax { rate_bp: Bps(rate), ..Tax::default() };
        assert_eq!(BillKind::of(&[tax(500), tax(1_800)]), BillKind::TaxInvoice);
        assert_eq!(BillKind::of(&[tax(0)]), BillKind::BillOfSupply);
        assert_eq!(BillKind::of(&[tax(0), tax(500)]), BillKind::InvoiceCumBillOfSupply);
    }
}
