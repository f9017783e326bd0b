//! Bill numbers and which document the law asks for. Not here: what a bill says (`paper`).

use crate::money::Bps;
use crate::year::FinancialYear;
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
    /// Goods sold in a consignor's name (supply mode B): a memo on the principal's behalf, no tax invoice.
    SaleMemo,
    /// Goods back: CGST Act s.34, rule 53.
    CreditNote,
    /// Goods of a memo back, all or some of them. Their principal charged no tax that a note of s.34 could correct, and the mart never owed
    /// any: it stands in no series of the mart's GST (gst.md 1.4, 2.5).
    MemoCancelled,
}

impl BillKind {
    /// Its letter in the number.
    pub fn letter(self) -> char {
        match self {
            Self::TaxInvoice => 'T',
            Self::BillOfSupply => 'B',
            Self::InvoiceCumBillOfSupply => 'M',
            Self::SaleMemo => 'S',
            Self::CreditNote => 'C',
            Self::MemoCancelled => 'X',
        }
    }

    /// The document for goods back that were on one of this kind.
    #[must_use]
    pub fn back(self) -> Self {
        match self {
            Self::SaleMemo | Self::MemoCancelled => Self::MemoCancelled,
            Self::TaxInvoice | Self::BillOfSupply | Self::InvoiceCumBillOfSupply | Self::CreditNote => Self::CreditNote,
        }
    }

    /// Goods come back on it.
    pub fn comes_back(self) -> bool {
        self == self.back()
    }
}

/// The letter in a document's number, which tells its series: what stands before its digits.
pub fn letter_of(number: &str) -> Option<char> {
    number.trim_end_matches(|digit: char| digit.is_ascii_digit()).chars().next_back()
}

/// A document that a basket will close as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which document.
    pub kind: BillKind,
    /// In whose name a memo is written.
    pub principal: Option<String>,
    /// Places of its lines in the basket, from 0.
    pub lines: Vec<usize>,
}

/// What a line tells the choice of documents: its rate, and the principal where it is sold in a consignor's name.
pub struct DraftLine<'a> {
    /// GST rate charged.
    pub rate_bp: Bps,
    /// The consignor, under supply mode B.
    pub principal: Option<&'a str>,
}

/// The documents the law asks of one payment (gst.md 1.4). Lines in the mart's name are one invoice-cum-bill of supply
/// for an unregistered buyer (rule 46A), and a tax invoice beside a bill of supply for a registered one; lines in a
/// principal's name are one memo for each principal. Each line is on exactly one.
pub fn drafts(lines: &[DraftLine<'_>], registered_buyer: bool) -> Vec<Draft> {
    let places = |wanted: &dyn Fn(&DraftLine) -> bool| -> Vec<usize> {
        lines.iter().enumerate().filter(|(_, line)| wanted(line)).map(|(place, _)| place).collect()
    };
    let taxable = places(&|line| line.principal.is_none() && line.rate_bp != Bps(0));
    let exempt = places(&|line| line.principal.is_none() && line.rate_bp == Bps(0));
    let own = |kind, lines| Draft { kind, principal: None, lines };
    let mut drafts = match (taxable.is_empty(), exempt.is_empty()) {
        (false, false) if registered_buyer => {
            vec![own(BillKind::TaxInvoice, taxable), own(BillKind::BillOfSupply, exempt)]
        }
        (false, false) => vec![own(BillKind::InvoiceCumBillOfSupply, places(&|line| line.principal.is_none()))],
        (false, true) => vec![own(BillKind::TaxInvoice, taxable)],
        (true, false) => vec![own(BillKind::BillOfSupply, exempt)],
        (true, true) => Vec::new(),
    };
    for (place, line) in lines.iter().enumerate() {
        let Some(principal) = line.principal else { continue };
        if let Some(memo) = drafts.iter_mut().find(|draft| draft.principal.as_deref() == Some(principal)) {
            memo.lines.push(place);
        } else {
            let principal = Some(principal.to_owned());
            drafts.push(Draft { kind: BillKind::SaleMemo, principal, lines: vec![place] });
        }
    }
    drafts
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
    pub fn on(till: &str, on: Date, letter: char) -> Self {
        Self { till: till.to_owned(), year: FinancialYear::of(on).0 % 100, letter }
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

/// Until when a document of a day is kept: 72 months from the annual return's due date, 31 December after the
/// financial year (CGST Act s.36).
pub fn keep_until(on: Date) -> Date {
    jiff::civil::date(FinancialYear::of(on).last().year() + 6, 12, 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_year_rolls_on_the_first_of_april() {
        let number = |on| Series::on("LKO1A", on, 'T').number(123);
        assert_eq!(number(date(2027, 3, 31)), "LKO1A/26/T000123");
        assert_eq!(number(date(2027, 4, 1)), "LKO1A/27/T000123");
        assert_eq!(number(date(2027, 4, 1)).len(), 16);
    }

    #[test]
    fn the_documents_follow_the_goods_and_the_buyer() {
        let made = |lines: &[(i64, Option<&str>)], registered| -> Vec<(char, Vec<usize>)> {
            let lines: Vec<_> = lines
                .iter()
                .map(|(rate, principal)| DraftLine { rate_bp: Bps(*rate), principal: *principal })
                .collect();
            drafts(&lines, registered).into_iter().map(|draft| (draft.kind.letter(), draft.lines)).collect()
        };
        assert_eq!(made(&[(500, None), (1_800, None)], false), [('T', vec![0, 1])]);
        assert_eq!(made(&[(0, None)], false), [('B', vec![0])]);
        assert_eq!(made(&[(0, None), (500, None)], false), [('M', vec![0, 1])]);
        assert_eq!(made(&[(0, None), (500, None)], true), [('T', vec![1]), ('B', vec![0])]);
        assert_eq!(
            made(&[(0, Some("reshma")), (500, None), (0, Some("sohit")), (0, Some("reshma"))], false),
            [('T', vec![1]), ('S', vec![0, 3]), ('S', vec![2])]
        );
        assert_eq!(made(&[], false), []);
    }

    #[test]
    fn a_memo_is_taken_back_outside_the_credit_notes() {
        let back = |kind: BillKind| (kind.back().letter(), kind.comes_back());
        assert_eq!(back(BillKind::SaleMemo), ('X', false));
        assert_eq!(back(BillKind::BillOfSupply), ('C', false));
        assert!(BillKind::MemoCancelled.comes_back() && BillKind::CreditNote.comes_back());
    }

    #[test]
    fn a_number_tells_its_letter() {
        assert_eq!(letter_of(&Series::on("LKO1A", date(2026, 11, 29), 'X').number(7)), Some('X'));
        assert_eq!(letter_of("0012"), None);
    }

    #[test]
    fn documents_are_kept_six_years_from_the_annual_return() {
        use jiff::civil::date;
        assert_eq!(keep_until(date(2026, 4, 1)), date(2033, 12, 31));
        assert_eq!(keep_until(date(2027, 3, 31)), date(2033, 12, 31));
        assert_eq!(keep_until(date(2027, 4, 1)), date(2034, 12, 31));
    }
}
