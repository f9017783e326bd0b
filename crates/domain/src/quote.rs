//! Pricing a basket given as JSON, with no database: the program `till quote`, and the oracle tests use it.
//! Not here: any rule of its own.

use crate::basket::{PriceLine, price};
use crate::gst::{Rate, Supply, Threshold};
use crate::mart::gstin_ok;
use crate::money::{Bps, Paise, WHOLE_BPS};
use crate::quantity::Milli;
use crate::refusal::Refusal;
use crate::tax_pack::TaxPack;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A basket to price.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuoteInput {
    /// Business date; it chooses the rates.
    pub on: Date,
    /// Who buys.
    #[serde(default)]
    pub buyer: QuoteBuyer,
    /// Taken off the whole bill.
    #[serde(default)]
    pub discount_paise: Paise,
    /// The lines.
    pub lines: Vec<QuoteLine>,
}

/// The buyer as far as tax asks.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuoteBuyer {
    /// GST code of the recorded State; none is the mart's.
    pub state: Option<String>,
    /// Their registration, if any.
    pub gstin: Option<String>,
}

/// One line, with either a rate class of the tax pack or a rate of its own.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuoteLine {
    price_paise: Paise,
    #[serde(default = "one")]
    qty_milli: Milli,
    #[serde(default = "yes")]
    includes_tax: bool,
    #[serde(default)]
    discount_paise: Paise,
    rate_class: Option<String>,
    rate_bp: Option<Bps>,
    threshold: Option<Threshold>,
}

fn one() -> Milli {
    Milli::ONE
}

fn yes() -> bool {
    true
}

impl QuoteLine {
    fn rate(&self, pack: &TaxPack, on: Date) -> Result<Rate, Refusal> {
        match (&self.rate_class, self.rate_bp) {
            (Some(class), None) if self.threshold.is_none() => pack.rate(class, on),
            (None, Some(rate_bp)) => {
                let share = |bps: Bps| (0..=WHOLE_BPS).contains(&bps.0);
                let lawful = self.threshold.is_none_or(|threshold| {
                    share(threshold.above_bp) && threshold.above_bp > rate_bp && threshold.limit_paise >= Paise::ZERO
                });
                if !share(rate_bp) || !lawful {
                    return Err(Refusal::invalid("rate_bp"));
                }
                Ok(Rate { rate_bp, threshold: self.threshold })
            }
            _ => Err(Refusal::invalid("rate_class or rate_bp")),
        }
    }
}

/// A priced basket.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the words of gst.md, in paise and basis points")]
pub struct Quote {
    pub lines: Vec<QuotedLine>,
    pub taxable_paise: Paise,
    pub cgst_paise: Paise,
    pub sgst_paise: Paise,
    pub igst_paise: Paise,
    pub round_off_paise: Paise,
    pub due_paise: Paise,
    pub warnings: Vec<QuoteWarning>,
}

/// A priced line; `discount_paise` is its own discount and its share of the bill's.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the words of gst.md, in paise and basis points")]
pub struct QuotedLine {
    pub taxable_paise: Paise,
    pub rate_bp: Bps,
    pub cgst_paise: Paise,
    pub sgst_paise: Paise,
    pub igst_paise: Paise,
    pub discount_paise: Paise,
    pub total_paise: Paise,
}

/// Something the clerk should know of a line.
#[derive(Debug, Serialize)]
pub struct QuoteWarning {
    /// `dead_zone`, or `other_state`: the buyer's State makes it IGST.
    pub code: &'static str,
    /// Which line, from 0; none: the whole bill.
    pub line: Option<usize>,
}

/// Prices `input` for a mart in `mart_state`.
pub fn quote(input: &QuoteInput, mart_state: &str, pack: &TaxPack) -> Result<Quote, Refusal> {
    if let Some(state) = &input.buyer.state {
        pack.state(state)?;
    }
    if input.buyer.gstin.as_deref().is_some_and(|gstin| !gstin_ok(gstin)) {
        return Err(Refusal::invalid("gstin"));
    }
    let (_, supply) = Supply::from_to(mart_state, input.buyer.state.as_deref(), input.buyer.gstin.is_some());
    let lines: Vec<PriceLine> = input
        .lines
        .iter()
        .map(|line| {
            Ok(PriceLine {
                price_paise: line.price_paise,
                qty_milli: line.qty_milli,
                includes_tax: line.includes_tax,
                discount_paise: line.discount_paise,
                rate: line.rate(pack, input.on)?,
            })
        })
        .collect::<Result<_, Refusal>>()?;
    let priced = price(&lines, input.discount_paise, supply)?;
    let other_state = (supply == Supply::InterState).then_some(QuoteWarning { code: "other_state", line: None });
    let dead_zones = priced.lines.iter().enumerate().filter(|(_, line)| line.dead_zone);
    let warnings = other_state
        .into_iter()
        .chain(dead_zones.map(|(place, _)| QuoteWarning { code: "dead_zone", line: Some(place) }));
    Ok(Quote {
        warnings: warnings.collect(),
        lines: priced
            .lines
            .iter()
            .map(|line| QuotedLine {
                taxable_paise: line.tax.taxable_paise,
                rate_bp: line.tax.rate_bp,
                cgst_paise: line.tax.cgst_paise,
                sgst_paise: line.tax.sgst_paise,
                igst_paise: line.tax.igst_paise,
                discount_paise: line.discount_paise,
                total_paise: line.tax.total(),
            })
            .collect(),
        taxable_paise: priced.tax.taxable_paise,
        cgst_paise: priced.tax.cgst_paise,
        sgst_paise: priced.tax.sgst_paise,
        igst_paise: priced.tax.igst_paise,
        round_off_paise: priced.round_off_paise,
        due_paise: priced.due_paise,
    })
}
