//! The paper of an entry: a sale with all its documents, goods that came back, an exchange. Its facts come from the
//! journal as they were frozen; nothing is computed anew. Not here: layout (`paper`), devices (`printer`).

use crate::account;
use crate::certificate;
use crate::clock::{clock_text, date_text};
use crate::customers::unseal;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::packs::{self, TAX};
use crate::passbook;
use crate::receipt::unprintable;
use crate::report;
use crate::slip;
use crate::store::print_job::{Form, PrintJob};
use crate::store::sale::SaleEntry;
use crate::store::{self, journal};
use crate::views;
use data_encoding::{BASE64, BASE64URL_NOPAD, HEXLOWER};
use domain::bill::BillKind;
use domain::consignor::Consignor;
use domain::entry::{Fact, Payload};
use domain::gst::Tax;
use domain::item::Item;
use domain::mart::Mart;
use domain::money::{Bps, Paise};
use domain::name::{Language, Name};
use domain::quantity::Milli;
use domain::returns::{Refund, Return};
use domain::sale::{Bill, BuyerOnBill, Sale, SaleLine};
use domain::tender::Tender;
use domain::words::amount_in_words;
use jiff::civil::Date;
use paper::account::Account;
use paper::gift::{Gift, GiftReceipt};
use paper::logo::Logo;
use paper::page::{Page, Paper};
use paper::pdf::About;
use paper::printable;
use paper::raster::Bitmap;
use paper::receipt::{
    Languages, Principal, Receipt, ReceiptBuyer, ReceiptLine, ReceiptTender, Refunded, Section, Supplied, TaxRow,
    TenderKind,
};
use paper::report::ShiftReport;
use paper::slip::Slip;
use std::collections::BTreeMap;

/// What a job puts on paper.
pub(crate) enum Print {
    Receipt(Box<Receipt>),
    Report(Box<ShiftReport>),
    Gift(Box<GiftReceipt>),
    Slips(Vec<Slip>),
    Accounts(Vec<Account>),
}

impl From<Receipt> for Print {
    fn from(receipt: Receipt) -> Self {
        Self::Receipt(Box::new(receipt))
    }
}

impl Print {
    fn pages(&self, paper: Paper) -> Result<Vec<Page>, Fault> {
        let pages = match self {
            Self::Receipt(receipt) => receipt.pages(paper),
            Self::Report(report) => report.pages(paper),
            Self::Gift(gift) => gift.page(paper).map(|page| vec![page]),
            Self::Slips(slips) => paper::slip::pages(slips, paper),
            Self::Accounts(accounts) => paper::account::pages(accounts, paper),
        };
        pages.map_err(unprintable)
    }

    /// As it comes out of a roll.
    pub fn picture(&self, roll: Paper) -> Result<Bitmap, Fault> {
        self.pages(roll)?.first().map(Bitmap::of).ok_or_else(|| Fault::Internal { cause: "no page".into() })
    }

    /// As PDF; `at_us` is when it happened.
    pub fn pdf(&self, paper: Paper, at_us: i64) -> Result<Vec<u8>, Fault> {
        let nobody = String::new();
        let (author, copy) = match self {
            Self::Receipt(receipt) => (&receipt.mart.en, receipt.copy),
            Self::Report(report) => (&report.mart.en, report.copy),
            Self::Gift(gift) => (&gift.mart.en, None),
            Self::Slips(slips) => slips.first().map_or((&nobody, None), |slip| (&slip.mart.en, slip.copy)),
            Self::Accounts(accounts) => accounts.first().map_or((&nobody, None), |one| (&one.mart.en, one.copy)),
        };
        let title = self.name();
        let identifier = format!("{title} {}", copy.unwrap_or(0));
        let about = About { title, author: author.clone(), identifier, made_at_us: at_us };
        paper::pdf::bytes(&self.pages(paper)?, &about).map_err(unprintable)
    }

    /// What it is called, and its file.
    pub fn name(&self) -> String {
        match self {
            Self::Receipt(receipt) => receipt.number.clone(),
            Self::Gift(gift) => format!("{}-gift", gift.number),
            Self::Slips(slips) => slips.first().map_or_else(String::new, |slip| slip.name.clone()),
            Self::Accounts(accounts) => accounts.first().map_or_else(String::new, |one| one.name.clone()),
            Self::Report(report) if report.closed => format!("{}/Z{}", report.till, report.number),
            Self::Report(report) => format!("{}/X{}-{}", report.till, report.number, report.entry),
        }
    }
}

/// What a job of this form prints of the entry at `seq`; none for an entry that has no such paper.
pub(crate) fn printed(desk: &Desk, seq: i64, form: Form, copy: i64) -> Result<Option<Print>, Fault> {
    let Some((payload, at_us)) = journal::fact(&desk.db, seq)? else { return Ok(None) };
    if form == Form::Gift {
        let Some(sale) = payload.fact.sale() else { return Ok(None) };
        return Ok(Some(Print::Gift(Box::new(gift(desk, seq, sale, payload.business_date)?))));
    }
    if matches!(form, Form::Certificate | Form::CertificateA5) {
        let Some(sale) = payload.fact.sale() else { return Ok(None) };
        let slips = certificate::of_sale(desk, seq, sale, payload.business_date)?;
        return Ok((!slips.is_empty()).then_some(Print::Slips(slips)));
    }
    if let Some(account) = account::of_entry(desk, seq, &payload, copy)? {
        return Ok(Some(Print::Accounts(vec![account])));
    }
    if let Some(slip) = slip::of_entry(desk, &payload, copy)? {
        return Ok(Some(Print::Slips(vec![slip])));
    }
    Ok(of_entry(desk, seq, at_us, payload, copy)?.map(Print::from))
}

/// What a job prints, and the entry it tells of; none where there is nothing to print.
pub(crate) fn of_job(desk: &Desk, job: &PrintJob) -> Result<Option<(Print, i64)>, Fault> {
    if let Some((_, upto)) = job.report {
        return Ok(report::of_job(desk, job)?.map(|print| (print, upto)));
    }
    let (print, seq) = match (job.seq, &job.about) {
        (Some(seq), Some(number)) => (account::of_number(desk, seq, number, job.copy)?, seq),
        (Some(seq), None) => (printed(desk, seq, job.form, job.copy)?, seq),
        (None, Some(consignor)) => {
            let upto = job.upto.unwrap_or_default();
            (passbook::on_paper(desk, consignor, upto, job.form.on_roll())?, upto)
        }
        (None, None) => return Ok(None),
    };
    Ok(print.map(|print| (print, seq)))
}

/// What was sold, without a price.
fn gift(desk: &Desk, seq: i64, sale: &Sale, on: Date) -> Result<GiftReceipt, Fault> {
    let mart = mart_at(desk, seq)?;
    let gifts = sale.lines.iter().map(|line| Gift {
        name: line.item.name.clone(),
        quantity: line.qty_milli.to_text(),
        unit: packs::unit(&line.item.unit),
        maker: line.item.maker.clone(),
        district: line.item.district.clone(),
        note: printable(&line.note),
    });
    Ok(GiftReceipt {
        languages: languages(desk)?,
        mart: mart.name,
        address: mart.address,
        phone: mart.phone,
        number: sale.number().to_owned(),
        date: date_text(on),
        gifts: gifts.collect(),
        demo: mart.demo,
    })
}

/// The bill or credit note of the entry at `seq`; none for an entry that has none. `copy` 0 is the original.
pub(crate) fn of_entry(
    desk: &Desk,
    seq: i64,
    at_us: i64,
    payload: Payload,
    copy: i64,
) -> Result<Option<Receipt>, Fault> {
    match &payload.fact {
        Fact::Sale(_) | Fact::Exchanged(_) => receipt(desk, &SaleEntry { seq, at_us, payload }, copy).map(Some),
        Fact::Returned(returned) => note(desk, seq, at_us, &payload, returned, copy).map(Some),
        _ => Ok(None),
    }
}

/// The facts of a sale's paper, what came back for it in an exchange first.
pub(crate) fn receipt(desk: &Desk, entry: &SaleEntry, copy: i64) -> Result<Receipt, Fault> {
    let sale = entry.sale();
    let mut receipt = blank(desk, entry.seq, entry.at_us, &entry.payload, sale.number(), sale.due_paise)?;
    let hsn_digits = mart_at(desk, entry.seq)?.hsn_digits;
    if let Fact::Exchanged(exchange) = &entry.payload.fact {
        let (notes, refund) = came_back(desk, &exchange.returned, hsn_digits)?;
        receipt.sections.extend(notes);
        receipt.refund = Some(Refunded {
            round_off: exchange.returned.round_off_paise,
            rest: exchange.rest().iter().map(given_back).collect(),
            ..refund
        });
    }
    for bill in &sale.bills {
        receipt.sections.push(section(desk, sale, bill, hsn_digits)?);
    }
    for line in sale.lines.iter().filter(|line| line.owner.consignor().is_some()) {
        if let Some(maker) = line.item.maker.as_ref().filter(|maker| !receipt.makers.contains(maker)) {
            receipt.makers.push(maker.clone());
        }
    }
    let Supplied { buyer, place, state_code } = supplied(desk, sale);
    (receipt.buyer, receipt.place_of_supply, receipt.state_code) = (buyer, place, state_code);
    receipt.note = printable(&sale.note);
    receipt.round_off = sale.round_off_paise;
    receipt.tenders = sale.tenders.iter().map(tender).collect();
    receipt.change = sale.change_paise;
    receipt.copy = u32::try_from(copy).ok().filter(|copy| *copy > 0);
    receipt.voided = store::returns::is_voided(&desk.db, entry.seq)?;
    Ok(receipt)
}

/// The facts of a return's paper: its credit notes and how the money went back.
fn note(desk: &Desk, seq: i64, at_us: i64, payload: &Payload, returned: &Return, copy: i64) -> Result<Receipt, Fault> {
    let number = returned.credit_notes.first().map_or("", |note| &note.number);
    let mut receipt = blank(desk, seq, at_us, payload, number, returned.refund_paise)?;
    let (notes, refund) = came_back(desk, returned, mart_at(desk, seq)?.hsn_digits)?;
    (receipt.sections, receipt.refund) = (notes, Some(refund));
    receipt.round_off = returned.round_off_paise;
    receipt.tenders = returned.refunds.iter().map(given_back).collect();
    receipt.copy = u32::try_from(copy).ok().filter(|copy| *copy > 0);
    Ok(receipt)
}

/// The mart as an entry found it: a duplicate says what the original said, whatever was set since.
fn mart_at(desk: &Desk, seq: i64) -> Result<Mart, Fault> {
    store::mart::mart_at(&desk.db, seq)?.ok_or(Fault::NoMart)
}

/// What every paper of this mart says, before anything was sold.
pub(crate) fn blank(
    desk: &Desk,
    seq: i64,
    at_us: i64,
    payload: &Payload,
    number: &str,
    due: Paise,
) -> Result<Receipt, Fault> {
    let mart = mart_at(desk, seq)?;
    let operator = match &payload.operator {
        Some(id) => store::mart::name_at(&desk.db, id, seq)?,
        None => None,
    };
    let (qr, unsigned) = proof(desk, seq, payload, number, due)?;
    Ok(Receipt {
        languages: languages(desk)?,
        logo: logo(desk)?,
        mart: mart.name,
        address: mart.address,
        gstin: mart.gstin,
        phone: mart.phone,
        number: number.to_owned(),
        date: date_text(payload.business_date),
        time: clock_text(at_us),
        operator: operator.unwrap_or_default(),
        till: desk.till_name(),
        buyer: None,
        place_of_supply: Name::default(),
        state_code: String::new(),
        sections: Vec::new(),
        refund: None,
        note: String::new(),
        round_off: Paise::ZERO,
        due,
        tenders: Vec::new(),
        change: Paise::ZERO,
        words: amount_in_words(due),
        makers: Vec::new(),
        qr,
        copy: None,
        practice: false,
        voided: false,
        commission: false,
        unsigned,
        demo: mart.demo,
    })
}

/// Which languages this computer's paper speaks.
pub(crate) fn languages(desk: &Desk) -> Result<Languages, Fault> {
    Ok(match store::setting::get(&desk.db, "paper_languages")?.as_deref() {
        Some("hi") => Languages::Only(Language::Hi),
        Some("en") => Languages::Only(Language::En),
        _ => Languages::Both,
    })
}

/// The mart's logo. One that was kept could be read when it was set, so what cannot be read now is left out: a picture
/// is not worth a bill.
fn logo(desk: &Desk) -> Result<Option<Logo>, Fault> {
    let kept = store::setting::get(&desk.db, "logo")?.unwrap_or_default();
    Ok(BASE64.decode(kept.as_bytes()).ok().and_then(|file| Logo::from_png(&file).ok()))
}

/// What the receipt's QR says: number, total, date, the head of the journal hash, and a signature over these,
/// so that the paper alone proves itself to who holds the till's public key.
fn proof(desk: &Desk, seq: i64, payload: &Payload, number: &str, due: Paise) -> Result<(String, bool), Fault> {
    let hash = journal::hash(&desk.db, seq)?.unwrap_or_default();
    let said = format!("ODOP1|{number}|{}|{}|{}", due.0, payload.business_date, HEXLOWER.encode(&hash[..4]));
    Ok(match desk.key() {
        Ok(key) => (format!("{said}|{}", BASE64URL_NOPAD.encode(&key.sign(said.as_bytes()))), false),
        Err(_) => (said, true),
    })
}

/// Where the supply is made and to whom.
fn supplied(desk: &Desk, sale: &Sale) -> Supplied {
    Supplied {
        buyer: sale.buyer.as_ref().map(|buyer| said_of(desk, buyer)),
        place: TAX.state(&sale.place_of_supply).cloned().unwrap_or_default(),
        state_code: sale.place_of_supply.clone(),
    }
}

/// What is printed of a buyer: what stands in the open on the bill, and name and address while they are not forgotten.
fn said_of(desk: &Desk, buyer: &BuyerOnBill) -> ReceiptBuyer {
    let person = buyer.person.as_ref().and_then(|sealed| unseal(desk, sealed)).unwrap_or_default();
    let state = buyer.state.as_ref().and_then(|code| Some((TAX.state(code).ok()?.clone(), code.clone())));
    let (name, address, delivery) = (person.name, person.address, person.delivery);
    ReceiptBuyer { name, address, delivery, gstin: buyer.gstin.clone(), state, sez: buyer.sez }
}

fn section(desk: &Desk, sale: &Sale, bill: &Bill, hsn_digits: usize) -> Result<Section, Fault> {
    let lines: Vec<&SaleLine> = bill.lines.iter().filter_map(|place| sale.lines.get(*place)).collect();
    let taxes: Vec<Tax> = lines.iter().map(|line| line.tax).collect();
    Ok(Section {
        kind: bill.kind,
        number: bill.number.clone(),
        principal: principal(desk, bill.principal.as_deref())?,
        against: None,
        lines: lines
            .iter()
            .map(|line| ReceiptLine {
                price: line.price_paise,
                amount: line.gross_paise - (line.discount_paise - line.bill_share_paise),
                discount: line.discount_paise - line.bill_share_paise,
                note: printable(&line.note),
                ..goods(&line.item, line.qty_milli, &line.tax, hsn_digits)
            })
            .collect(),
        basket_discount: lines.iter().map(|line| line.bill_share_paise).sum(),
        taxable: taxes.iter().map(|tax| tax.taxable_paise).sum(),
        total: taxes.iter().map(Tax::total).sum(),
        tax: by_rate(&taxes),
    })
}

/// One section for each credit note of a return, and what they say together.
fn came_back(desk: &Desk, returned: &Return, hsn_digits: usize) -> Result<(Vec<Section>, Refunded), Fault> {
    let damaged = || Fault::DatabaseDamaged { problem: format!("there is no sale {}", returned.sale_number) };
    let entry = store::sale::by_id(&desk.db, returned.sale)?.ok_or_else(damaged)?;
    let (sale, sold_on) = (entry.sale(), date_text(entry.payload.business_date));
    let mut sections = Vec::new();
    for note in &returned.credit_notes {
        let back: Vec<_> = note.lines.iter().filter_map(|place| returned.lines.get(*place)).collect();
        let taxes: Vec<Tax> = back.iter().map(|line| line.tax).collect();
        let bill = sale.bills.iter().find(|bill| bill.number == note.against);
        let kind = bill.map(|bill| bill.kind);
        let lines = back.iter().filter_map(|line| {
            let sold = sale.lines.get(line.line)?;
            let amount = line.tax.total();
            let price = sold.price_paise;
            Some(ReceiptLine { price, amount, ..goods(&sold.item, line.qty_milli, &line.tax, hsn_digits) })
        });
        sections.push(Section {
            kind: note.kind,
            number: note.number.clone(),
            principal: principal(desk, bill.and_then(|bill| bill.principal.as_deref()))?,
            against: Some((note.against.clone(), sold_on.clone())),
            lines: lines.collect(),
            basket_discount: Paise::ZERO,
            taxable: taxes.iter().map(|tax| tax.taxable_paise).sum(),
            total: taxes.iter().map(Tax::total).sum(),
            // What a bill of supply does not say is not said of its goods when they are back, either (rule 49).
            tax: if kind == Some(BillKind::BillOfSupply) { Vec::new() } else { by_rate(&taxes) },
        });
    }
    let refund = Refunded {
        reason: printable(&returned.reason),
        late: returned.late,
        supplied: supplied(desk, sale),
        round_off: Paise::ZERO,
        rest: Vec::new(),
    };
    Ok((sections, refund))
}

/// A line as far as its item, quantity and rate say it.
fn goods(item: &Item, quantity: Milli, tax: &Tax, hsn_digits: usize) -> ReceiptLine {
    ReceiptLine {
        name: item.name.clone(),
        hsn: item.hsn.chars().take(hsn_digits).collect(),
        rate: tax.rate_bp,
        maker: item.maker.clone(),
        district: item.district.clone(),
        quantity: quantity.to_text(),
        unit: packs::unit(&item.unit),
        price: Paise::ZERO,
        amount: Paise::ZERO,
        discount: Paise::ZERO,
        note: String::new(),
    }
}

/// In whose name a memo is: the artisan with village and district.
fn principal(desk: &Desk, id: Option<&str>) -> Result<Option<Principal>, Fault> {
    let Some(id) = id else { return Ok(None) };
    let Some(Consignor { name, village, district, .. }) = store::consignor::by_id(&desk.db, id)? else {
        return Ok(Some(Principal { name: Name::new(id, id), address: Name::default() }));
    };
    let district = packs::district(&district);
    let address = Name::new(format!("{}, {}", village.hi, district.hi), format!("{}, {}", village.en, district.en));
    Ok(Some(Principal { name, address }))
}

fn by_rate(taxes: &[Tax]) -> Vec<TaxRow> {
    let mut rows: BTreeMap<Bps, TaxRow> = BTreeMap::new();
    for tax in taxes {
        let row = rows.entry(tax.rate_bp).or_insert(TaxRow {
            rate: tax.rate_bp,
            taxable: Paise::ZERO,
            cgst: Paise::ZERO,
            sgst: Paise::ZERO,
            igst: Paise::ZERO,
        });
        row.taxable += tax.taxable_paise;
        row.cgst += tax.cgst_paise;
        row.sgst += tax.sgst_paise;
        row.igst += tax.igst_paise;
    }
    rows.into_values().collect()
}

impl From<views::TenderKind> for TenderKind {
    fn from(kind: views::TenderKind) -> Self {
        match kind {
            views::TenderKind::Cash => Self::Cash,
            views::TenderKind::Upi => Self::Upi,
            views::TenderKind::Card => Self::Card,
            views::TenderKind::CreditNote => Self::CreditNote,
            views::TenderKind::MemoCancelled => Self::MemoCancelled,
        }
    }
}

fn tender(tender: &Tender) -> ReceiptTender {
    let (kind, amount, given, reference) = match tender {
        Tender::Cash { paise, given_paise } => (TenderKind::Cash, *paise, Some(*given_paise), None),
        Tender::Upi { paise, reference, .. } => (TenderKind::Upi, *paise, None, Some(reference)),
        Tender::Card { paise, reference } => (TenderKind::Card, *paise, None, Some(reference)),
        Tender::CreditNote { paise, number } => (views::TenderKind::kept_on(number).into(), *paise, None, Some(number)),
    };
    ReceiptTender { kind, amount, given, reference: reference.map(|text| printable(text)) }
}

fn given_back(refund: &Refund) -> ReceiptTender {
    let (kind, reference) = match refund {
        Refund::Cash { .. } => (TenderKind::Cash, None),
        Refund::Upi { reference, .. } => (TenderKind::Upi, Some(reference)),
        Refund::Card { reference, .. } => (TenderKind::Card, Some(reference)),
        Refund::CreditNote { number, .. } => (views::TenderKind::kept_on(number).into(), Some(number)),
    };
    ReceiptTender { kind, amount: refund.paise(), given: None, reference: reference.map(|text| printable(text)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demonstration::{demonstration, sells_kurtas};
    use domain::returns::{CreditNote, refund as refund_of, slice};
    use uuid::Uuid;

    /// A return as its use-case writes it, put into the journal: its paper says the number, what it corrects, the rate
    /// of the sale, and how the money went back.
    #[test]
    fn a_credit_note_says_what_it_corrects() {
        let (_folder, mut desk) = demonstration();
        sells_kurtas(&mut desk);
        let sold = store::sale::last(&desk.db).unwrap().unwrap();
        let sale = sold.sale().clone();
        let line = slice(0, &sale.lines[0], Milli(0), Milli(1_000)).unwrap();
        let back = refund_of(&sale, Paise::ZERO, line.tax.total());
        let number = sale.number().replace("/T", "/C");
        let returned = Return {
            id: Uuid::nil(),
            sale: sale.id,
            sale_number: sale.number().to_owned(),
            credit_notes: vec![CreditNote {
                kind: BillKind::CreditNote,
                number: number.clone(),
                against: sale.number().to_owned(),
                lines: vec![0],
            }],
            tax: line.tax,
            lines: vec![line],
            round_off_paise: Paise::ZERO,
            refund_paise: back,
            refunds: vec![Refund::Cash { paise: back }],
            reason: "सिलाई खुली".into(),
            late: true,
        };
        desk.commit(|writing| writing.append(Fact::Returned(returned))).unwrap();
        let Some(Print::Receipt(paper)) = printed(&desk, desk.head.seq, Form::Receipt, 1).unwrap() else {
            panic!("no paper");
        };
        let section = &paper.sections[0];
        assert_eq!((paper.sections.len(), &section.number, paper.copy), (1, &number, Some(1)));
        assert_eq!(section.against, Some((sale.number().to_owned(), date_text(sold.payload.business_date))));
        assert_eq!((section.lines[0].quantity.as_str(), section.lines[0].rate), ("1", sale.lines[0].tax.rate_bp));
        assert_eq!(section.total, section.lines[0].amount);
        assert_eq!((paper.due, paper.tenders[0].kind, paper.tenders[0].amount), (back, TenderKind::Cash, back));
        assert!(paper.refund.is_some_and(|refund| refund.late));
        assert!(printed(&desk, 1, Form::Receipt, 0).unwrap().is_none(), "an enrolment has no paper");
    }
}
