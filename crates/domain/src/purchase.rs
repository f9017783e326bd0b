//! What the mart buys for itself from registered vendors: the invoice line by line with its input tax, and the tax a
//! public body deducts from the payment. Not here: goods on approval, and paying the vendor.

use crate::gst::{Supply, Tax, tax_on};
use crate::item::MOST_PRICE;
use crate::mart::check_gstin;
use crate::money::{Bps, Paise, WHOLE_BPS};
use crate::name::Name;
use crate::quantity::Milli;
use crate::refusal::Refusal;
use crate::year::FinancialYear;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// The most lines of one invoice.
pub const MOST_LINES: usize = 200;

/// A registered business that sells to the mart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Vendor {
    /// Their GST registration, which is how they are known.
    pub gstin: String,
    /// In both scripts.
    pub name: Name,
    /// As on their invoices.
    pub address: String,
}

impl Vendor {
    /// Refuses who is not registered.
    pub fn check(&self) -> Result<(), Refusal> {
        check_gstin(&self.gstin)?;
        let filled = |text: &str| !text.trim().is_empty() && text.chars().count() <= 200;
        if !filled(&self.name.hi) || !filled(&self.name.en) {
            return Err(Refusal::invalid("name"));
        }
        if self.address.chars().count() > 300 || self.address.chars().any(char::is_control) {
            return Err(Refusal::invalid("address"));
        }
        Ok(())
    }

    /// Whether buying from them leaves the State.
    pub fn supply(&self, mart_state: &str) -> Supply {
        if self.gstin.starts_with(mart_state) { Supply::IntraState } else { Supply::InterState }
    }
}

/// One line of an invoice as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InvoiceLine {
    /// Which item.
    #[ts(type = "string")]
    pub item: Uuid,
    /// How much.
    pub qty_milli: Milli,
    /// What all of it costs without tax.
    pub taxable_paise: Paise,
    /// The rate the vendor charged.
    pub rate_bp: Bps,
}

/// One line that was bought, frozen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PurchasedLine {
    /// Which item.
    pub item: Uuid,
    /// How much.
    pub qty_milli: Milli,
    /// Its value and input tax.
    pub tax: Tax,
    /// Of goods that were here on approval: how much of them was still on hand and is the mart's own now; the rest was gone
    /// before. None: they came with the invoice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_milli: Option<Milli>,
}

/// GST that the mart deducts from what it pays a registered supplier (CGST Act s.51).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Deducted {
    /// Central.
    pub cgst_paise: Paise,
    /// State.
    pub sgst_paise: Paise,
    /// Integrated.
    pub igst_paise: Paise,
}

impl Deducted {
    /// 1 % and 1 %, or 2 % across States, of the value without tax, where the contract's value is above the limit.
    pub fn of(taxable: Paise, contract: Paise, limit: Option<Paise>, supply: Supply) -> Self {
        if limit.is_none_or(|limit| contract <= limit) {
            return Self::default();
        }
        match supply {
            Supply::IntraState => {
                let half = taxable.at(Bps(100));
                Self { cgst_paise: half, sgst_paise: half, ..Self::default() }
            }
            Supply::InterState => Self { igst_paise: taxable.at(Bps(200)), ..Self::default() },
        }
    }

    /// All of it.
    pub fn sum(self) -> Paise {
        self.cgst_paise + self.sgst_paise + self.igst_paise
    }
}

/// Goods were bought for the mart's own stock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Purchase {
    /// Made before anything was shown, so that it can be asked for twice and happen once.
    pub id: Uuid,
    /// The vendor's GSTIN.
    pub vendor: String,
    /// The invoice's own number.
    pub invoice: String,
    /// Its date.
    pub invoice_date: Date,
    /// What was bought.
    pub lines: Vec<PurchasedLine>,
    /// Sum over the lines (its rate is of no meaning).
    pub tax: Tax,
    /// What makes the lines come to the invoice's total.
    pub round_off_paise: Paise,
    /// What the invoice comes to.
    pub total_paise: Paise,
    /// Kept back of it for the tax office.
    pub deducted: Deducted,
}

impl Purchase {
    /// What the vendor is owed.
    pub fn owed(&self) -> Paise {
        self.total_paise - self.deducted.sum()
    }
}

/// What an invoice says beside its lines.
pub struct InvoiceHead<'a> {
    /// Made before anything was shown.
    pub id: Uuid,
    /// Who sells.
    pub vendor: &'a Vendor,
    /// Its number.
    pub invoice: &'a str,
    /// Its date.
    pub invoice_date: Date,
    /// What it comes to, as printed on it.
    pub total_paise: Paise,
    /// Value of the whole contract without tax, where this invoice is a part of one.
    pub contract_paise: Option<Paise>,
}

/// The purchase that an invoice makes on a day. Its printed total must be what its lines come to, give or take a rupee.
pub fn purchase(
    head: &InvoiceHead,
    lines: &[InvoiceLine],
    mart_state: &str,
    limit: Option<Paise>,
    today: Date,
) -> Result<Purchase, Refusal> {
    let invoice = head.invoice.trim();
    // CGST rule 46(b): at most 16 of letters, digits, hyphen and slash; older and foreign ones are let through longer.
    let numbered = (1..=30).contains(&invoice.chars().count()) && !invoice.chars().any(char::is_control);
    if !numbered {
        return Err(Refusal::invalid("invoice"));
    }
    // Of older ones no input tax is left to take (CGST Act s.16(4)); a year is soon mistyped.
    if head.invoice_date > today || FinancialYear::of(head.invoice_date).0 + 1 < FinancialYear::of(today).0 {
        return Err(Refusal::invalid("invoice_date"));
    }
    if lines.is_empty() || lines.len() > MOST_LINES {
        return Err(Refusal::ConsignmentEmpty);
    }
    let supply = head.vendor.supply(mart_state);
    let (mut frozen, mut sum) = (Vec::with_capacity(lines.len()), Tax::default());
    for line in lines {
        line.qty_milli.sellable()?;
        if !(Paise(1)..=MOST_PRICE).contains(&line.taxable_paise) || !(0..=WHOLE_BPS).contains(&line.rate_bp.0) {
            return Err(Refusal::AmountOutOfRange);
        }
        let tax = tax_on(line.taxable_paise, line.rate_bp, supply);
        sum.taxable_paise += tax.taxable_paise;
        sum.cgst_paise += tax.cgst_paise;
        sum.sgst_paise += tax.sgst_paise;
        sum.igst_paise += tax.igst_paise;
        frozen.push(PurchasedLine { item: line.item, qty_milli: line.qty_milli, tax, approved_milli: None });
    }
    let round_off_paise = head.total_paise - sum.total();
    if !(-100..=100).contains(&round_off_paise.0) {
        return Err(Refusal::InvoiceMismatch { total: sum.total().to_text() });
    }
    let contract = head.contract_paise.unwrap_or(sum.taxable_paise).max(sum.taxable_paise);
    Ok(Purchase {
        id: head.id,
        vendor: head.vendor.gstin.clone(),
        invoice: invoice.to_owned(),
        invoice_date: head.invoice_date,
        lines: frozen,
        tax: sum,
        round_off_paise,
        total_paise: head.total_paise,
        deducted: Deducted::of(sum.taxable_paise, contract, limit, supply),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn vendor() -> Vendor {
        Vendor {
            gstin: "09AAPFU0939F1ZT".into(),
            name: Name::new("पीतल भंडार", "Pital Bhandar"),
            address: String::new(),
        }
    }

    fn bought(total: i64, contract: Option<i64>) -> Result<Purchase, Refusal> {
        let vendor = vendor();
        let head = InvoiceHead {
            id: Uuid::nil(),
            vendor: &vendor,
            invoice: "PB/26-27/81",
            invoice_date: date(2026, 11, 20),
            total_paise: Paise(total),
            contract_paise: contract.map(Paise),
        };
        let line = |taxable, rate| InvoiceLine {
            item: Uuid::nil(),
            qty_milli: Milli(10_000),
            taxable_paise: Paise(taxable),
            rate_bp: Bps(rate),
        };
        let lines = [line(100_000, 500), line(33_333, 1_800)];
        purchase(&head, &lines, "09", Some(Paise(25_000_000)), date(2026, 11, 23))
    }

    #[test]
    fn the_printed_total_is_what_the_lines_come_to() {
        let purchase = bought(144_300, None).expect("a purchase");
        assert_eq!((purchase.tax.total(), purchase.round_off_paise), (Paise(144_333), Paise(-33)));
        assert_eq!(purchase.deducted, Deducted::default(), "a small contract");
        assert_eq!(purchase.owed(), Paise(144_300));
        assert!(matches!(bought(150_000, None), Err(Refusal::InvoiceMismatch { .. })));
    }

    #[test]
    fn tax_is_deducted_from_a_part_of_a_large_contract() {
        let purchase = bought(144_333, Some(30_000_000)).expect("a purchase");
        assert_eq!(purchase.deducted.sum(), Paise(2_666));
        assert_eq!(purchase.owed(), Paise(144_333 - 2_666));
        assert_eq!(vendor().supply("27"), Supply::InterState);
        let across = Deducted::of(Paise(100_000), Paise(30_000_000), Some(Paise(25_000_000)), Supply::InterState);
        assert_eq!((across.igst_paise, across.cgst_paise), (Paise(2_000), Paise::ZERO));
    }
}
