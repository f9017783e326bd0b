//! The receipt of a sale: shown, printed again, saved as PDF, and asked about after a crash. Its facts come
//! from the journal as they were frozen; nothing is computed anew. Not here: layout (`paper`), devices
//! (`printer`).

use crate::clock::{clock_text, date_text};
use crate::desk::Desk;
use crate::fault::{Fault, Stop};
use crate::packs::{self, TAX};
use crate::pay::{SaleView, find};
use crate::printer;
use crate::sign_in::{SignedInView, language, signed_in};
use crate::store::sale::SaleEntry;
use crate::store::{self, journal};
use crate::views::Money;
use data_encoding::{BASE64, BASE64URL_NOPAD, HEXLOWER};
use domain::entry::{Fact, ReceiptReprinted};
use domain::money::{Bps, Paise};
use domain::refusal::Refusal;
use domain::tender::Tender;
use domain::words::amount_in_words;
use paper::Unprintable;
use paper::page::Roll;
use paper::pdf::About;
use paper::raster::Bitmap;
use paper::receipt::{Receipt, ReceiptLine, ReceiptTender, TaxRow, TenderKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A bill number; none is the last bill.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct BillNumber {
    pub number: Option<String>,
}

/// A receipt as it prints: a PNG in base64, and the same as text.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ReceiptView {
    pub number: String,
    pub png_base64: String,
    pub width: u32,
    pub height: u32,
    pub text: String,
    /// Duplicates asked for so far.
    pub copies: u32,
}

/// What the receipt's QR says: number, total, date, the head of the journal hash, and a signature over these,
/// so that the paper alone proves itself to who holds the till's public key.
fn proof(desk: &Desk, entry: &SaleEntry) -> Result<(String, bool), Fault> {
    let sale = entry.sale();
    let hash = journal::hash(&desk.db, entry.seq)?.unwrap_or_default();
    let said = format!(
        "ODOP1|{}|{}|{}|{}",
        sale.number(),
        sale.due_paise.0,
        entry.payload.business_date,
        HEXLOWER.encode(&hash[..4])
    );
    Ok(match desk.key() {
        Ok(key) => (format!("{said}|{}", BASE64URL_NOPAD.encode(&key.sign(said.as_bytes()))), false),
        Err(_) => (said, true),
    })
}

/// The facts of a sale's receipt; `copy` 0 is the original.
pub(crate) fn receipt(desk: &Desk, entry: &SaleEntry, copy: i64) -> Result<Receipt, Fault> {
    let sale = entry.sale();
    let mart = &desk.mart;
    let operator = match &entry.payload.operator {
        Some(id) => store::mart::operator(&desk.db, id)?.map(|operator| operator.name),
        None => None,
    };
    let mut tax: BTreeMap<Bps, TaxRow> = BTreeMap::new();
    for line in &sale.lines {
        let row = tax.entry(line.tax.rate_bp).or_insert(TaxRow {
            rate: line.tax.rate_bp,
            taxable: Paise::ZERO,
            cgst: Paise::ZERO,
            sgst: Paise::ZERO,
            igst: Paise::ZERO,
        });
        row.taxable += line.tax.taxable_paise;
        row.cgst += line.tax.cgst_paise;
        row.sgst += line.tax.sgst_paise;
        row.igst += line.tax.igst_paise;
    }
    let mut makers = Vec::new();
    for maker in
        sale.lines.iter().filter(|line| line.owner.consignor().is_some()).filter_map(|line| line.item.maker.as_ref())
    {
        if !makers.contains(maker) {
            makers.push(maker.clone());
        }
    }
    let place_name = TAX.state(&sale.place_of_supply).cloned().unwrap_or_default();
    let (qr, unsigned) = proof(desk, entry)?;
    Ok(Receipt {
        mart: mart.name.clone(),
        address: mart.address.clone(),
        gstin: mart.gstin.clone(),
        phone: mart.phone.clone(),
        heading: sale.bills.first().map(|bill| bill.kind).ok_or_else(|| Fault::Internal { cause: "no bill".into() })?,
        number: sale.number().to_owned(),
        date: date_text(entry.payload.business_date),
        time: clock_text(entry.at_us),
        operator: operator.unwrap_or_default(),
        till: desk.till_name(),
        place_of_supply: place_name,
        state_code: sale.place_of_supply.clone(),
        lines: sale
            .lines
            .iter()
            .map(|line| ReceiptLine {
                name: line.item.name.clone(),
                hsn: line.item.hsn.chars().take(mart.hsn_digits).collect(),
                rate: line.tax.rate_bp,
                maker: line.item.maker.clone(),
                district: line.item.district.clone(),
                quantity: line.qty_milli.to_text(),
                unit: packs::unit(&line.item.unit),
                price: line.price_paise,
                amount: line.gross_paise - (line.discount_paise - line.bill_share_paise),
                discount: line.discount_paise - line.bill_share_paise,
            })
            .collect(),
        basket_discount: sale.lines.iter().map(|line| line.bill_share_paise).sum(),
        taxable: sale.tax.taxable_paise,
        tax: tax.into_values().collect(),
        round_off: sale.round_off_paise,
        due: sale.due_paise,
        tenders: sale
            .tenders
            .iter()
            .map(|tender| match tender {
                Tender::Cash { paise, given_paise } => {
                    ReceiptTender { kind: TenderKind::Cash, amount: *paise, given: Some(*given_paise), reference: None }
                }
                Tender::Upi { paise, reference, .. } => ReceiptTender {
                    kind: TenderKind::Upi,
                    amount: *paise,
                    given: None,
                    reference: Some(reference.clone()),
                },
                Tender::Card { paise, reference } => ReceiptTender {
                    kind: TenderKind::Card,
                    amount: *paise,
                    given: None,
                    reference: Some(reference.clone()),
                },
                Tender::CreditNote { paise, number } => ReceiptTender {
                    kind: TenderKind::CreditNote,
                    amount: *paise,
                    given: None,
                    reference: Some(number.clone()),
                },
            })
            .collect(),
        change: sale.change_paise,
        words: amount_in_words(sale.due_paise),
        makers,
        qr,
        copy: u32::try_from(copy).ok().filter(|copy| *copy > 0),
        practice: false,
        unsigned,
        demo: mart.demo,
    })
}

/// The picture of a receipt on a roll.
pub(crate) fn picture(receipt: &Receipt, roll: Roll) -> Result<Bitmap, Fault> {
    Ok(Bitmap::of(&receipt.page(roll).map_err(unprintable)?))
}

/// A receipt as PDF; `at_us` is when its bill was closed.
pub(crate) fn pdf(receipt: &Receipt, roll: Roll, at_us: i64) -> Result<Vec<u8>, Fault> {
    let about = About {
        title: receipt.number.clone(),
        author: receipt.mart.en.clone(),
        identifier: format!("{} {}", receipt.number, receipt.copy.unwrap_or(0)),
        made_at_us: at_us,
    };
    paper::pdf::bytes(&receipt.page(roll).map_err(unprintable)?, &about).map_err(unprintable)
}

/// Paper that cannot be made is a fault of the program: masters refuse what has no glyph.
pub(crate) fn unprintable(error: Unprintable) -> Fault {
    Fault::Internal { cause: error.to_string() }
}

/// The receipt on the screen.
pub fn view_receipt(desk: &mut Desk, input: BillNumber) -> Result<ReceiptView, Stop> {
    let entry = find(desk, input.number.as_deref())?;
    let copies = store::print_job::copies(&desk.db, entry.seq)?;
    let receipt = receipt(desk, &entry, 0)?;
    let roll = printer::chosen(&desk.db)?.map_or(Roll::Mm80, |setting| setting.roll());
    let bitmap = picture(&receipt, roll)?;
    Ok(ReceiptView {
        number: receipt.number.clone(),
        width: bitmap.width() as u32,
        height: bitmap.height() as u32,
        png_base64: BASE64.encode(&bitmap.to_png().map_err(unprintable)?),
        text: receipt.to_text(language(desk)?),
        copies: copies as u32,
    })
}

/// Prints a receipt again; it says DUPLICATE and which.
pub fn reprint_receipt(desk: &mut Desk, input: BillNumber) -> Result<SaleView, Stop> {
    let entry = find(desk, input.number.as_deref())?;
    let sale = entry.sale();
    let copy = store::print_job::copies(&desk.db, entry.seq)? + 1;
    let prints = printer::chosen(&desk.db)?.is_some();
    if !prints {
        return Err(Fault::PrinterUnreachable { place: String::new() }.into());
    }
    desk.commit(|writing| {
        let reprinted = ReceiptReprinted { sale: sale.id, number: sale.number().to_owned(), copy };
        writing.append(Fact::ReceiptReprinted(reprinted))?;
        store::print_job::enqueue(writing.db, entry.seq, copy, false, writing.now_us)?;
        Ok(())
    })?;
    Ok(SaleView::of(sale, prints))
}

/// Where a receipt was saved.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct SavedView {
    pub path: String,
}

/// Saves a receipt as PDF into the folder `receipts` beside the database.
pub fn save_receipt(desk: &mut Desk, input: BillNumber) -> Result<SavedView, Stop> {
    let entry = find(desk, input.number.as_deref())?;
    let receipt = receipt(desk, &entry, 0)?;
    let folder = desk.path.with_file_name("receipts");
    let path = folder.join(format!("{}.pdf", receipt.number.replace('/', "-")));
    let bytes = pdf(&receipt, Roll::Mm80, entry.at_us)?;
    printer::write_file(&path, &bytes)?;
    Ok(SavedView { path: path.display().to_string() })
}

/// The question after a crash: did this receipt come out?
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct ReceiptQuestion {
    pub number: String,
    pub due: Money,
}

/// The open question, if the program did not end properly and the last sale had a receipt to print.
pub(crate) fn open_question(desk: &Desk) -> Result<Option<ReceiptQuestion>, Fault> {
    let asked: Option<i64> = store::setting::get(&desk.db, "question")?.and_then(|seq| seq.parse().ok());
    let Some(seq) = asked else { return Ok(None) };
    let entry = store::sale::by_seq(&desk.db, seq)?;
    Ok(entry
        .map(|entry| ReceiptQuestion { number: entry.sale().number().to_owned(), due: entry.sale().due_paise.into() }))
}

/// At start after a crash: the last sale's receipt is in doubt unless the clerk has answered for it. What
/// was waiting for the printer in that moment waits for the answer too.
pub(crate) fn ask_after_crash(desk: &Desk) -> Result<(), Fault> {
    store::print_job::drop_interrupted(&desk.db)?;
    if let Some(entry) = store::sale::last(&desk.db)?
        && desk.shift.is_some()
        && let Some((_, false)) = store::print_job::of_sale(&desk.db, entry.seq)?
    {
        store::setting::set(&desk.db, "question", &entry.seq.to_string())?;
    }
    Ok(())
}

/// The clerk's answer.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct AnswerReceipt {
    pub number: String,
    pub came_out: bool,
}

/// Takes the answer: it came out, or it is printed again as a duplicate.
pub fn answer_receipt(desk: &mut Desk, input: AnswerReceipt) -> Result<SignedInView, Stop> {
    let entry = find(desk, Some(&input.number))?;
    store::print_job::answer(&desk.db, entry.seq)?;
    store::setting::set(&desk.db, "question", "")?;
    if !input.came_out {
        reprint_receipt(desk, BillNumber { number: Some(input.number) })?;
    }
    signed_in(desk)?.ok_or_else(|| Refusal::NotSignedIn.into())
}
