//! The financial year: from 1 April to 31 March, named by the year it begins in.

use jiff::civil::{Date, date};
use std::fmt;

/// A financial year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FinancialYear(pub i16);

impl FinancialYear {
    /// The year of a day.
    pub fn of(on: Date) -> Self {
        Self(if on.month() < 4 { on.year() - 1 } else { on.year() })
    }

    /// 1 April.
    pub fn first(self) -> Date {
        date(self.0, 4, 1)
    }

    /// 31 March.
    pub fn last(self) -> Date {
        date(self.0 + 1, 3, 31)
    }
}

/// `2026-27`.
impl fmt::Display for FinancialYear {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{:02}", self.0, (self.0 + 1) % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_turns_on_the_first_of_april() {
        let year = FinancialYear::of(date(2027, 3, 31));
        assert_eq!((year, year.to_string()), (FinancialYear(2026), "2026-27".to_owned()));
        assert_eq!(FinancialYear::of(date(2027, 4, 1)).first(), year.last().tomorrow().unwrap());
        assert_eq!(FinancialYear(2099).to_string(), "2099-00");
    }
}
