//! The receipt as plain text in one language, for a screen reader and for search. Not here: the page, which
//! says the same in both languages at once (`layout`).

use super::{Receipt, heading_key};
use crate::words::{self, Value};
use domain::money::Paise;
use domain::name::Language;
use std::fmt::Write;

impl Receipt {
    /// What the paper says, a fact to a line.
    pub fn to_text(&self, language: Language) -> String {
        let say = |key: &str, args: &[(&str, Value<'_>)]| words::text(language, key, args);
        let fact = |key: &str, value: &str| format!("{}: {value}", say(key, &[]));
        let mut told: Vec<String> = Vec::new();
        told.extend(self.practice.then(|| say("paper-practice", &[])));
        told.extend(self.copy.map(|copy| say("paper-copy", &[("copy", copy.into())])));
        told.push(self.mart.of(language).to_owned());
        told.push(self.address.of(language).to_owned());
        told.push(say("paper-gstin", &[("gstin", self.gstin.as_str().into())]));
        told.push(say("paper-phone", &[("phone", self.phone.as_str().into())]));
        told.push(say(heading_key(self.heading), &[]));
        told.push(fact("paper-number", &self.number));
        told.push(fact("paper-date", &format!("{} {}", self.date, self.time)));
        told.push(fact("paper-operator", self.operator.of(language)));
        told.push(fact("paper-till", &self.till));
        told.push(fact(
            "paper-place-of-supply",
            &format!("{} ({})", self.place_of_supply.of(language), self.state_code),
        ));
        for line in &self.lines {
            let mut parts = vec![
                line.name.of(language).to_owned(),
                format!("{} {}", line.quantity, line.unit.of(language)),
                say("paper-price-each", &[("price", line.price.to_rupee_text().into())]),
                line.amount.to_rupee_text(),
            ];
            if line.discount != Paise::ZERO {
                parts.push(say("paper-line-discount", &[("amount", line.discount.to_rupee_text().into())]));
            }
            parts.push(say("paper-hsn", &[("hsn", line.hsn.as_str().into())]));
            parts.push(say("paper-gst", &[("rate", line.rate.to_text().into())]));
            parts.extend(line.maker.as_ref().map(|maker| maker.of(language).to_owned()));
            parts.push(line.district.of(language).to_owned());
            told.push(parts.join(", "));
        }
        if self.basket_discount != Paise::ZERO {
            told.push(fact("paper-basket-discount", &(-self.basket_discount).to_rupee_text()));
        }
        told.push(fact("paper-taxable", &self.taxable.to_rupee_text()));
        for row in &self.tax {
            let mut parts = say("paper-gst", &[("rate", row.rate.to_text().into())]);
            let taxes = [
                ("paper-taxable-short", row.taxable),
                ("paper-cgst", row.cgst),
                ("paper-sgst", row.sgst),
                ("paper-igst", row.igst),
            ];
            for (key, amount) in taxes.into_iter().filter(|(_, amount)| *amount != Paise::ZERO) {
                write!(parts, ", {} {}", say(key, &[]), amount.to_rupee_text()).expect("a string takes all");
            }
            told.push(parts);
        }
        if self.round_off != Paise::ZERO {
            told.push(fact("paper-round-off", &self.round_off.to_rupee_text()));
        }
        told.push(fact("paper-due", &self.due.to_rupee_text()));
        told.push(self.words.of(language).to_owned());
        for tender in &self.tenders {
            let mut paid = fact(tender.kind.key(), &tender.amount.to_rupee_text());
            let given = tender.given.map(|given| say("paper-given", &[("amount", given.to_rupee_text().into())]));
            for detail in given.into_iter().chain(tender.reference.clone()) {
                paid = format!("{paid}, {detail}");
            }
            told.push(paid);
        }
        if self.change != Paise::ZERO {
            told.push(fact("paper-change", &self.change.to_rupee_text()));
        }
        if !self.makers.is_empty() {
            let names: Vec<&str> = self.makers.iter().map(|maker| maker.of(language)).collect();
            let heading = say("paper-makers", &[("count", self.makers.len().into())]);
            told.push(format!("{heading}: {}", names.join(", ")));
        }
        told.push(say("paper-return", &[]));
        told.extend(self.unsigned.then(|| say("paper-unsigned", &[])));
        told.extend(self.demo.then(|| say("paper-demo", &[])));
        told.join("\n")
    }
}
