//! Pricing a basket given as JSON, with no database: the program `till quote`, and the oracle tests use it.
//! Not here: any rule of its own.

use crate::agreement::{DiscountBearer, Earned, SupplyMode, Terms};
use crate::basket::{PriceLine, PricedLine, price};
use crate::bill::{Draft, DraftLine, drafts};
use crate::buyer::Buyer;
use crate::gst::{Rate, Supply, Threshold, tax_on, tax_within};
use crate::money::{Bps, Paise, WHOLE_BPS};
use crate::quantity::Milli;
use crate::refusal::Refusal;
use crate::tax_pack::TaxPack;
use crate::typed;
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
    /// A unit in a special economic zone, with its registration.
    #[serde(default)]
    pub sez: bool,
}

/// Whose goods a line is, and in whose name it is sold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
enum QuoteMode {
    #[default]
    #[serde(rename = "own")]
    Own,
    A1,
    A2,
    B,
}

impl QuoteMode {
    fn supply_mode(self) -> Option<SupplyMode> {
        match self {
            Self::Own => None,
            Self::A1 => Some(SupplyMode::A1),
            Self::A2 => Some(SupplyMode::A2),
            Self::B => Some(SupplyMode::B),
        }
    }
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
    #[serde(default)]
    mode: QuoteMode,
    commission_bp: Option<Bps>,
    /// Whose goods; lines that do not say are one consignor's.
    #[serde(default)]
    consignor: String,
}

fn one() -> Milli {
    Milli::ONE
}

fn yes() -> bool {
    true
}

impl QuoteLine {
    /// What was agreed with the consignor; none for the mart's own goods.
    fn terms(&self) -> Result<Option<Terms>, Refusal> {
        match (self.mode.supply_mode(), self.commission_bp) {
            (None, None) => Ok(None),
            (Some(supply_mode), Some(commission_bps)) if (0..=WHOLE_BPS).contains(&commission_bps.0) => {
                Ok(Some(Terms {
                    agreement_version: 1,
                    supply_mode,
                    commission_bps,
                    discount_bearer: DiscountBearer::Shared,
                    fee_paise: Paise::ZERO,
                }))
            }
            _ => Err(Refusal::invalid("commission_bp")),
        }
    }

    fn principal(&self) -> Option<&str> {
        (self.mode == QuoteMode::B).then_some(self.consignor.as_str())
    }

    fn rate(&self, pack: &TaxPack, on: Date) -> Result<Rate, Refusal> {
        let rate = self.rate_of_goods(pack, on)?;
        // An unregistered principal cannot collect GST (CGST Act s.32).
        Ok(if self.principal().is_some() { Rate { rate_bp: Bps(0), threshold: None } } else { rate })
    }

    fn rate_of_goods(&self, pack: &TaxPack, on: Date) -> Result<Rate, Refusal> {
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
            (None, None) if self.mode == QuoteMode::B && self.threshold.is_none() => {
                Ok(Rate { rate_bp: Bps(0), threshold: None })
            }
            _ => Err(Refusal::invalid("rate_class")),
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
    pub documents: Vec<QuotedDocument>,
    pub warnings: Vec<QuoteWarning>,
}

/// A document the payment closes: its letter, and places of its lines from 0.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "said above")]
pub struct QuotedDocument {
    pub kind: char,
    pub lines: Vec<usize>,
}

/// A priced line; `discount_paise` is its own discount and its share of the bill's. The commission is the margin
/// inside the price under A1, and what is billed to the consignor under A2 and B.
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
    pub commission_paise: Paise,
    pub commission_gst_paise: Paise,
    pub consignor_share_paise: Paise,
}

/// Something the clerk should know of a line.
#[derive(Debug, Serialize)]
pub struct QuoteWarning {
    /// `dead_zone`, or `other_state`: the buyer's State makes it IGST.
    pub code: &'static str,
    /// Which line, from 0; none: the whole bill.
    pub line: Option<usize>,
}

/// Prices `input` for a mart in `mart_state`; `commission_class` is the rate class of commission.
pub fn quote(input: &QuoteInput, mart_state: &str, commission_class: &str, pack: &TaxPack) -> Result<Quote, Refusal> {
    let QuoteBuyer { state, gstin, sez } = &input.buyer;
    let buyer = Buyer { state: state.clone(), gstin: gstin.as_deref().map(typed::code), sez: *sez, ..Buyer::default() };
    buyer.check(pack)?;
    let (_, supply) = buyer.supply(mart_state);
    if input.lines.iter().any(|line| line.principal().is_some()) {
        buyer.takes_memo(mart_state, false)?;
    }
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
    let drafted: Vec<DraftLine> = input
        .lines
        .iter()
        .zip(&priced.lines)
        .map(|(line, priced)| DraftLine { rate_bp: priced.tax.rate_bp, principal: line.principal() })
        .collect();
    let documents = drafts(&drafted, buyer.gstin.is_some())
        .into_iter()
        .map(|Draft { kind, lines, .. }| QuotedDocument { kind: kind.letter(), lines })
        .collect();
    let quoted = |(line, priced): (&QuoteLine, &PricedLine)| {
        let earned = match line.terms()? {
            None => Earned::default(),
            Some(terms) => {
                let full = if line.includes_tax { tax_within } else { tax_on };
                let full = full(priced.gross_paise, priced.tax.rate_bp, supply);
                let commission_rate = pack.rate(commission_class, input.on)?.rate_bp;
                let mut earned = terms.earned(&priced.tax, &full, line.qty_milli, commission_rate);
                if terms.supply_mode == SupplyMode::A1 {
                    earned.commission_paise = priced.tax.taxable_paise - earned.consignor_share_paise;
                }
                earned
            }
        };
        Ok(QuotedLine {
            taxable_paise: priced.tax.taxable_paise,
            rate_bp: priced.tax.rate_bp,
            cgst_paise: priced.tax.cgst_paise,
            sgst_paise: priced.tax.sgst_paise,
            igst_paise: priced.tax.igst_paise,
            discount_paise: priced.discount_paise,
            total_paise: priced.tax.total(),
            commission_paise: earned.commission_paise,
            commission_gst_paise: earned.commission_gst_paise,
            consignor_share_paise: earned.consignor_share_paise,
        })
    };
    Ok(Quote {
        documents,
        warnings: warnings.collect(),
        lines: input.lines.iter().zip(&priced.lines).map(quoted).collect::<Result<_, Refusal>>()?,
        taxable_paise: priced.tax.taxable_paise,
        cgst_paise: priced.tax.cgst_paise,
        sgst_paise: priced.tax.sgst_paise,
        igst_paise: priced.tax.igst_paise,
        round_off_paise: priced.round_off_paise,
        due_paise: priced.due_paise,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn asked(buyer: Value, lines: Value) -> Result<Value, Refusal> {
        let rates = "rate_class,hsn,description,rate_before_2025_09_22_bp,rate_from_2025_09_22_bp,\
            unit_price_threshold_paise,rate_above_bp,before_unit_price_threshold_paise,before_rate_above_bp,confidence\n\
            commission,9961,x,1800,1800,,,,,high\n";
        let states = "code,name_en,name_hi\n07,Delhi,d\n09,Uttar Pradesh,u\n";
        let pack = TaxPack::parse(rates, states, "key,from,value\n").expect("a small pack");
        let input = json!({ "on": "2026-11-23", "buyer": buyer, "lines": lines });
        let input: QuoteInput = serde_json::from_value(input).expect("a basket");
        quote(&input, "09", "commission", &pack).map(|quote| json!(quote))
    }

    fn mixed() -> Value {
        let memo = |price: i64, consignor: &str| json!({ "price_paise": price, "mode": "B", "commission_bp": 2_000, "consignor": consignor });
        json!([
            { "price_paise": 10_500, "rate_bp": 500 },
            memo(20_000, "reshma"),
            { "price_paise": 10_000, "rate_bp": 0 },
            memo(30_000, "sohit"),
            memo(40_000, "reshma"),
            { "price_paise": 10_500, "rate_bp": 500, "mode": "A1", "commission_bp": 2_000 },
        ])
    }

    #[test]
    fn each_document_names_its_lines() {
        let quote = asked(json!({}), mixed()).expect("priced");
        let documents = json!([
            { "kind": "M", "lines": [0, 2, 5] }, { "kind": "S", "lines": [1, 4] }, { "kind": "S", "lines": [3] },
        ]);
        assert_eq!(quote["documents"], documents);
        assert_eq!(quote["lines"][1]["taxable_paise"], 20_000, "no GST on goods of a principal");
        assert_eq!(quote["lines"][5]["commission_paise"], 2_000, "the margin inside the price");
        assert_eq!(quote["lines"][0]["consignor_share_paise"], 0);
        let own = json!([{ "price_paise": 10_500, "rate_bp": 500 }, { "price_paise": 10_000, "rate_bp": 0 }]);
        let business = json!({ "gstin": "09AAPFU0939F1ZT" });
        let split = json!([{ "kind": "T", "lines": [0] }, { "kind": "B", "lines": [1] }]);
        assert_eq!(asked(business, own.clone()).expect("priced")["documents"], split);
        let typed = json!({ "gstin": "09 aapfu 0939f-1zt" });
        assert_eq!(asked(typed, own).expect("priced")["documents"], split);
    }

    #[test]
    fn a_zone_pays_igst_within_the_state() {
        let line = json!([{ "price_paise": 10_500, "rate_bp": 500 }]);
        let zone = json!({ "gstin": "09AAPFU0939F1ZT", "sez": true });
        assert_eq!(asked(zone, line.clone()).expect("priced")["igst_paise"], 500);
        assert_eq!(asked(json!({ "sez": true }), line), Err(Refusal::invalid("sez")), "a zone's unit is registered");
    }

    #[test]
    fn a_memo_is_for_the_unregistered_of_the_state() {
        let business = json!({ "gstin": "09AAPFU0939F1ZT" });
        assert_eq!(asked(business, mixed()), Err(Refusal::MemoToRegistered));
        assert_eq!(asked(json!({ "state": "07" }), mixed()), Err(Refusal::MemoToOtherState));
        assert!(asked(json!({ "state": "09" }), mixed()).is_ok());
    }

    #[test]
    fn a_commission_belongs_to_consigned_goods() {
        let line = |mode: &str, commission: Value| json!([{ "price_paise": 100, "rate_bp": 0, "mode": mode, "commission_bp": commission }]);
        for (mode, commission) in [("own", json!(2_000)), ("A1", json!(null)), ("A2", json!(10_001)), ("B", json!(-1))]
        {
            assert_eq!(asked(json!({}), line(mode, commission)), Err(Refusal::invalid("commission_bp")), "{mode}");
        }
    }
}
