//! Rates, States and legal limits as dated data. The packs are CSV text from `assets/tax`; here they are
//! read and asked by business date, never typed into code.

use crate::gst::{Rate, Threshold};
use crate::money::{Bps, Paise};
use crate::name::Name;
use crate::refusal::Refusal;
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The day GST 2.0 rates began: notification 9/2025-CT(R).
const GST_2_FROM: Date = jiff::civil::date(2025, 9, 22);

/// A rate class: what it covers and its rates before and from 22-09-2025.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RateClass {
    /// HSN of the class, 2 to 8 digits.
    pub hsn: String,
    /// What it covers, in the words of the notification.
    pub description: String,
    /// True when the source was not firm ("rate to be confirmed").
    pub unconfirmed: bool,
    before: Rate,
    from: Rate,
}

#[derive(Deserialize)]
struct RateRow {
    rate_class: String,
    hsn: String,
    description: String,
    rate_before_2025_09_22_bp: i64,
    rate_from_2025_09_22_bp: i64,
    unit_price_threshold_paise: Option<i64>,
    rate_above_bp: Option<i64>,
    before_unit_price_threshold_paise: Option<i64>,
    before_rate_above_bp: Option<i64>,
    confidence: String,
}

#[derive(Deserialize)]
struct StateRow {
    code: String,
    name_en: String,
    name_hi: String,
}

#[derive(Deserialize)]
struct LimitRow {
    key: String,
    from: Date,
    value: i64,
}

/// All packs, read once.
#[derive(Debug, Clone, Default)]
pub struct TaxPack {
    classes: BTreeMap<String, RateClass>,
    states: BTreeMap<String, Name>,
    limits: BTreeMap<String, BTreeMap<Date, i64>>,
}

impl TaxPack {
    /// Reads the three tables `rates.csv`, `states.csv` and `limits.csv`.
    pub fn parse(rates: &str, states: &str, limits: &str) -> Result<Self, csv::Error> {
        let mut pack = Self::default();
        for row in csv::Reader::from_reader(rates.as_bytes()).deserialize() {
            let row: RateRow = row?;
            let rate = |bps: i64, limit: Option<i64>, above: Option<i64>| Rate {
                rate_bp: Bps(bps),
                threshold: limit
                    .zip(above)
                    .map(|(limit, above)| Threshold { limit_paise: Paise(limit), above_bp: Bps(above) }),
            };
            let class = RateClass {
                hsn: row.hsn,
                description: row.description,
                unconfirmed: row.confidence == "low",
                before: rate(
                    row.rate_before_2025_09_22_bp,
                    row.before_unit_price_threshold_paise,
                    row.before_rate_above_bp,
                ),
                from: rate(row.rate_from_2025_09_22_bp, row.unit_price_threshold_paise, row.rate_above_bp),
            };
            pack.classes.insert(row.rate_class, class);
        }
        for row in csv::Reader::from_reader(states.as_bytes()).deserialize() {
            let row: StateRow = row?;
            pack.states.insert(row.code, Name::new(row.name_hi, row.name_en));
        }
        for row in csv::Reader::from_reader(limits.as_bytes()).deserialize() {
            let row: LimitRow = row?;
            pack.limits.entry(row.key).or_default().insert(row.from, row.value);
        }
        Ok(pack)
    }

    /// The rate of a class on a business date.
    pub fn rate(&self, class: &str, on: Date) -> Result<Rate, Refusal> {
        let known = self.class(class, on)?;
        Ok(if on < GST_2_FROM { known.before } else { known.from })
    }

    /// The class itself.
    pub fn class(&self, class: &str, on: Date) -> Result<&RateClass, Refusal> {
        self.classes
            .get(class)
            .ok_or_else(|| Refusal::NoRate { class: class.chars().take(80).collect(), date: on.to_string() })
    }

    /// Every class with its word, in the order of the pack's words.
    pub fn classes(&self) -> impl Iterator<Item = (&str, &RateClass)> {
        self.classes.iter().map(|(word, class)| (word.as_str(), class))
    }

    /// The name of a State by its GST code.
    pub fn state(&self, code: &str) -> Result<&Name, Refusal> {
        self.states.get(code).ok_or_else(|| Refusal::invalid("state"))
    }

    /// Every State with its GST code, by code.
    pub fn states(&self) -> impl Iterator<Item = (&str, &Name)> {
        self.states.iter().map(|(code, name)| (code.as_str(), name))
    }

    /// A legal number of days in force on a day; none before its law began.
    pub fn days(&self, key: &str, on: Date) -> Option<i64> {
        self.limits.get(key)?.range(..=on).next_back().map(|(_, value)| *value)
    }

    /// A legal limit in force on a day; none before its law began.
    pub fn limit(&self, key: &str, on: Date) -> Option<Paise> {
        self.limits.get(key)?.range(..=on).next_back().map(|(_, value)| Paise(*value))
    }
}
