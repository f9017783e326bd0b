//! The receipt as plain text in one language, for a screen reader and for search. Not here: the page, which
//! says the same in both languages at once (`layout`).

use super::{Receipt, ReceiptTender, Section, Supplied, heading_key};
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
        told.extend(self.voided.then(|| say("paper-voided", &[])));
        told.extend(self.copy.map(|copy| say("paper-copy", &[("copy", copy.into())])));
        told.extend(self.is_original().then(|| say("paper-original", &[])));
        told.push(self.mart.of(language).to_owned());
        told.push(self.address.of(language).to_owned());
        told.extend(self.mart_supplies().then(|| say("paper-gstin", &[("gstin", self.gstin.as_str().into())])));
        told.push(say("paper-phone", &[("phone", self.phone.as_str().into())]));
        for (place, section) in self.sections.iter().enumerate() {
            told.push(say(heading_key(section.kind), &[]));
            if let Some(principal) = &section.principal {
                told.push(fact("paper-principal", principal.name.of(language)));
                told.push(principal.address.of(language).to_owned());
                told.push(say("paper-no-tax-invoice", &[]));
            }
            told.push(fact(section.number_key(), &section.number));
            told.push(fact("paper-date", &format!("{} {}", self.date, self.time)));
            if let Some((number, date)) = &section.against {
                told.push(fact("paper-against", number));
                told.push(fact("paper-against-date", date));
            }
            if place == 0 {
                told.push(fact("paper-operator", self.operator.of(language)));
                told.push(fact("paper-till", &self.till));
            }
            if let Some(supplied) = self.supplied(place) {
                self.supplied_to_text(language, section, &supplied, &mut told);
            }
            section.to_text(language, self.totals_each(), &mut told);
            if let Some(refund) = self.credited(place).filter(|refund| refund.round_off != Paise::ZERO) {
                told.push(fact("paper-round-off", &refund.round_off.to_rupee_text()));
            }
        }
        told.extend(noted(language, &self.note));
        if self.round_off != Paise::ZERO {
            told.push(fact("paper-round-off", &self.round_off.to_rupee_text()));
        }
        told.push(fact(self.due_key(), &self.due.to_rupee_text()));
        told.push(self.words.of(language).to_owned());
        let given = |tender: &ReceiptTender| {
            let mut paid = fact(tender.kind.key(), &tender.amount.to_rupee_text());
            let given = tender.given.map(|given| say("paper-given", &[("amount", given.to_rupee_text().into())]));
            for detail in given.into_iter().chain(tender.reference.clone()) {
                paid = format!("{paid}, {detail}");
            }
            paid
        };
        told.extend(self.tenders.iter().map(given));
        if self.change != Paise::ZERO {
            told.push(fact("paper-change", &self.change.to_rupee_text()));
        }
        if let Some(refund) = self.refund.as_ref().filter(|refund| !refund.rest.is_empty()) {
            told.push(fact("paper-rest", &refund.rest_paise().to_rupee_text()));
            told.extend(refund.rest.iter().map(given));
        }
        if !self.makers.is_empty() {
            let names: Vec<&str> = self.makers.iter().map(|maker| maker.of(language)).collect();
            let heading = say("paper-makers", &[("count", self.makers.len().into())]);
            told.push(format!("{heading}: {}", names.join(", ")));
        }
        told.extend((self.sells() && !self.commission).then(|| say("paper-return", &[])));
        told.extend(self.commission.then(|| say("paper-keep", &[])));
        told.extend(self.unsigned.then(|| say("paper-unsigned", &[])));
        told.extend(self.demo.then(|| say("paper-demo", &[])));
        told.join("\n")
    }

    /// What holds for all that came back, or for all that was sold, and is said in the first document of it.
    fn supplied_to_text(&self, language: Language, first: &Section, supplied: &Supplied, told: &mut Vec<String>) {
        let say = |key: &str, args: &[(&str, Value<'_>)]| words::text(language, key, args);
        let fact = |key: &str, value: &str| format!("{}: {value}", say(key, &[]));
        let place = format!("{} ({})", supplied.place.of(language), supplied.state_code);
        told.push(fact("paper-place-of-supply", &place));
        told.extend(first.shows_tax().then(|| say("paper-reverse-charge", &[])));
        if let Some(buyer) = &supplied.buyer {
            let state = buyer.state.as_ref().map(|(state, code)| format!("{} ({code})", state.of(language)));
            let gstin = buyer.gstin.as_ref().map(|gstin| say("paper-gstin", &[("gstin", gstin.as_str().into())]));
            let zone = buyer.sez.then(|| say("paper-sez", &[]));
            let delivery = [("address", buyer.delivery.as_str().into())];
            let delivery = (!buyer.delivery.is_empty()).then(|| say("paper-delivery", &delivery));
            let said = [buyer.name.clone(), buyer.address.clone()].into_iter().chain(delivery);
            let said = said.chain(gstin).chain(state).chain(zone);
            let said: Vec<String> = said.filter(|text| !text.is_empty()).collect();
            told.push(fact(self.buyer_key(), &said.join(", ")));
        }
        if let Some(refund) = self.refund.as_ref().filter(|_| first.kind.comes_back()) {
            told.push(say("paper-reason", &[("reason", refund.reason.as_str().into())]));
            told.extend((refund.late && first.shows_tax()).then(|| say("paper-late", &[])));
        }
    }
}

fn noted(language: Language, note: &str) -> Option<String> {
    (!note.is_empty()).then(|| words::text(language, "paper-note", &[("note", note.into())]))
}

impl Section {
    fn to_text(&self, language: Language, total: bool, told: &mut Vec<String>) {
        let say = |key: &str, args: &[(&str, Value<'_>)]| words::text(language, key, args);
        let fact = |key: &str, value: &str| format!("{}: {value}", say(key, &[]));
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
            parts.push(say(line.code_key(), &[("hsn", line.hsn.as_str().into())]));
            parts.extend(self.shows_tax().then(|| say("paper-gst", &[("rate", line.rate.to_text().into())])));
            parts.extend(line.maker.as_ref().map(|maker| maker.of(language).to_owned()));
            parts.push(line.district.of(language).to_owned());
            parts.extend(noted(language, &line.note));
            told.push(parts.join(", "));
        }
        if self.basket_discount != Paise::ZERO {
            told.push(fact("paper-basket-discount", &(-self.basket_discount).to_rupee_text()));
        }
        told.push(fact(self.value_key(), &self.taxable.to_rupee_text()));
        for row in self.tax.iter().filter(|_| self.shows_tax()) {
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
        told.extend(total.then(|| fact(self.total_key(), &self.total.to_rupee_text())));
    }
}
