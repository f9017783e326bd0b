//! Who buys, as far as law and paper ask: a registration, a State, a name and address, a PAN. Not here: whether they
//! agreed to be remembered, and how what is personal is sealed (the till).

use crate::gst::Supply;
use crate::mart::check_gstin;
use crate::money::Paise;
use crate::refusal::Refusal;
use crate::tax_pack::TaxPack;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The buyer of a basket. All of it may be empty: most people at a counter are nobody's business.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Buyer {
    /// Their GST registration, if they buy for a business.
    pub gstin: Option<String>,
    /// A unit in a special economic zone: every supply to it is inter-State (IGST Act s.7(5)(b)).
    pub sez: bool,
    /// GST code of the State recorded on the bill; none: the mart's.
    pub state: Option<String>,
    /// As printed.
    pub name: String,
    /// Ten digits.
    pub mobile: Option<String>,
    /// As printed.
    pub address: String,
    /// Income-tax number, or a declaration in its place (`declared`).
    pub pan: Option<String>,
    /// Where the goods are sent, if not to that address; as printed.
    pub delivery: String,
    /// They have no PAN and signed the declaration of the Income-tax Rules.
    pub declared: bool,
}

impl Buyer {
    /// Refuses what is not in the form the law gives it.
    pub fn check(&self, pack: &TaxPack) -> Result<(), Refusal> {
        let wrong = |what: &str| Err(Refusal::invalid(what));
        self.gstin.as_deref().map_or(Ok(()), check_gstin)?;
        if self.pan.as_deref().is_some_and(|pan| !pan_ok(pan)) {
            return wrong("pan");
        }
        if self.mobile.as_deref().is_some_and(|mobile| !mobile_ok(mobile)) {
            return wrong("mobile");
        }
        if let Some(state) = &self.state {
            pack.state(state)?;
        }
        if self.sez && self.gstin.is_none() {
            return wrong("sez");
        }
        for (what, text, most) in
            [("name", &self.name, 100), ("address", &self.address, 300), ("delivery", &self.delivery, 300)]
        {
            if text.chars().count() > most || text.chars().any(char::is_control) {
                return wrong(what);
            }
        }
        Ok(())
    }

    /// Their income-tax number; a registration carries one.
    pub fn pan(&self) -> Option<&str> {
        self.pan.as_deref().or_else(|| self.gstin.as_deref()?.get(2..12))
    }

    /// Place of supply and kind of supply from a mart in `mart_state`: over the counter, or where goods that are sent to a
    /// registered buyer end their way (IGST Act s.10(1)(a)).
    pub fn supply<'a>(&'a self, mart_state: &'a str) -> (&'a str, Supply) {
        let handed_over = self.gstin.is_some() && self.delivery.is_empty();
        let (place, supply) = Supply::from_to(mart_state, self.state.as_deref(), handed_over);
        (place, if self.sez { Supply::InterState } else { supply })
    }

    /// Refuses a sale in a principal's name to who needs a tax invoice, and, unless `beyond_state` is allowed, to
    /// another State: an artisan below the threshold may not supply across States (gst.md 1.2).
    pub fn takes_memo(&self, mart_state: &str, beyond_state: bool) -> Result<(), Refusal> {
        if self.gstin.is_some() {
            return Err(Refusal::MemoToRegistered);
        }
        if !beyond_state && self.state.as_deref().is_some_and(|state| state != mart_state) {
            return Err(Refusal::MemoToOtherState);
        }
        Ok(())
    }

    /// Refuses a bill that says less of its buyer than the law demands: name and address beside a GSTIN (CGST rule 46(d)),
    /// name, address and State from a taxable value of Rs 50,000 (rule 46(e)), PAN or declaration above Rs 2,00,000 however
    /// paid (Income-tax Act 2025 s.262).
    pub fn enough_for(&self, taxable: Paise, due: Paise, pack: &TaxPack, on: Date) -> Result<(), Refusal> {
        let addressed = !self.name.trim().is_empty() && !self.address.trim().is_empty();
        if self.gstin.is_some() && !addressed {
            return Err(Refusal::RegisteredBuyerNeeded);
        }
        let named = addressed && self.state.is_some();
        let needs_name = pack.limit("name_address_taxable_paise", on).filter(|limit| taxable >= *limit);
        if let Some(limit) = needs_name.filter(|_| !named && self.gstin.is_none()) {
            return Err(Refusal::BuyerNameNeeded { limit: limit.to_text() });
        }
        let needs_pan = pack.limit("pan_paise", on).filter(|limit| due > *limit);
        if let Some(limit) = needs_pan.filter(|_| self.pan().is_none() && !self.declared) {
            return Err(Refusal::BuyerPanNeeded { limit: limit.to_text() });
        }
        Ok(())
    }
}

/// `^[A-Z]{5}[0-9]{4}[A-Z]$` (gst.md 2.1).
pub fn pan_ok(pan: &str) -> bool {
    let bytes = pan.as_bytes();
    bytes.len() == 10
        && bytes[..5].iter().all(u8::is_ascii_uppercase)
        && bytes[5..9].iter().all(u8::is_ascii_digit)
        && bytes[9].is_ascii_uppercase()
}

/// An Indian mobile number: ten digits, the first 6 to 9.
pub fn mobile_ok(mobile: &str) -> bool {
    let bytes = mobile.as_bytes();
    bytes.len() == 10 && bytes.iter().all(u8::is_ascii_digit) && bytes[0] >= b'6'
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn pack() -> TaxPack {
        let limits = "key,from,value,unit,law\nname_address_taxable_paise,2017-07-01,5000000,paise,x\n\
            pan_paise,2016-01-01,20000000,paise,x\n";
        TaxPack::parse("rate_class\n", "code,name_en,name_hi\n07,Delhi,दिल्ली\n", limits).expect("a small pack")
    }

    #[test]
    fn forms_are_checked() {
        let bad = [
            Buyer { gstin: Some("27AAPFU0939F1ZW".into()), ..Buyer::default() },
            Buyer { pan: Some("AAPFU0939".into()), ..Buyer::default() },
            Buyer { mobile: Some("5876543210".into()), ..Buyer::default() },
            Buyer { state: Some("99".into()), ..Buyer::default() },
            Buyer { sez: true, ..Buyer::default() },
            Buyer { name: "क".repeat(101), ..Buyer::default() },
            Buyer { address: "a\nb".into(), ..Buyer::default() },
        ];
        for buyer in bad {
            assert!(buyer.check(&pack()).is_err(), "{buyer:?}");
        }
        let good = Buyer { pan: Some("AAPFU0939F".into()), mobile: Some("9876543210".into()), ..Buyer::default() };
        assert_eq!(good.check(&pack()), Ok(()));
    }

    #[test]
    fn the_state_on_the_bill_decides_and_a_zone_is_always_abroad() {
        let delhi = Buyer { state: Some("07".into()), ..Buyer::default() };
        assert_eq!(delhi.supply("09"), ("07", Supply::InterState));
        let business = Buyer { gstin: Some("07AAPFU0939F1ZX".into()), ..delhi };
        assert_eq!(business.supply("09"), ("09", Supply::IntraState), "handed over at the counter");
        let sent = Buyer { delivery: "Karol Bagh".into(), ..business.clone() };
        assert_eq!(sent.supply("09"), ("07", Supply::InterState), "sent to another State");
        assert_eq!(Buyer { sez: true, ..business }.supply("09").1, Supply::InterState);
        assert_eq!(Buyer::default().supply("09"), ("09", Supply::IntraState));
    }

    #[test]
    fn large_bills_ask_who_buys() {
        let on = date(2026, 11, 23);
        let asked = |buyer: &Buyer, taxable, due| buyer.enough_for(Paise(taxable), Paise(due), &pack(), on);
        let nobody = Buyer::default();
        assert!(asked(&nobody, 4_999_999, 5_249_900).is_ok());
        assert!(matches!(asked(&nobody, 5_000_000, 5_250_000), Err(Refusal::BuyerNameNeeded { .. })));
        let named =
            Buyer { name: "Asha".into(), address: "Karol Bagh".into(), state: Some("07".into()), ..Buyer::default() };
        assert!(asked(&named, 19_047_619, 20_000_000).is_ok());
        assert!(matches!(asked(&named, 19_047_620, 20_000_100), Err(Refusal::BuyerPanNeeded { .. })));
        assert!(asked(&Buyer { declared: true, ..named }, 19_047_620, 20_000_100).is_ok());
    }
}
