//! The receipt of a sale: shown, printed again, saved as PDF, and asked about after a crash. Its facts come
//! from the journal as they were frozen; nothing is computed anew. Not here: layout (`paper`), devices
//! (`printer`).

use crate::desk::Desk;
use crate::document::{Print, receipt};
use crate::fault::{Fault, Stop};
use crate::pay::{SaleView, find};
use crate::printer;
use crate::sign_in::{SignedInView, language, signed_in};
use crate::store;
use crate::store::print_job::{Asked, Form, Route};
use crate::views::Money;
use data_encoding::BASE64;
use domain::entry::{Fact, ReceiptReprinted};
use domain::refusal::Refusal;
use paper::Unprintable;
use paper::page::Paper;
use serde::{Deserialize, Serialize};
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

/// Paper that cannot be made is a fault of the program: masters refuse what has no glyph.
pub(crate) fn unprintable(error: Unprintable) -> Fault {
    Fault::Internal { cause: error.to_string() }
}

/// The receipt on the screen.
pub fn view_receipt(desk: &mut Desk, input: BillNumber) -> Result<ReceiptView, Stop> {
    let entry = find(desk, input.number.as_deref())?;
    let copies = store::print_job::copies(&desk.db, entry.seq)?;
    let receipt = receipt(desk, &entry, 0)?;
    let roll = printer::chosen(&desk.db)?.map_or(Paper::Mm80, |setting| setting.roll());
    let (number, text) = (receipt.number.clone(), receipt.to_text(language(desk)?));
    let bitmap = Print::from(receipt).picture(roll)?;
    Ok(ReceiptView {
        number,
        width: bitmap.width() as u32,
        height: bitmap.height() as u32,
        png_base64: BASE64.encode(&bitmap.to_png().map_err(unprintable)?),
        text,
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
        return Err(Refusal::NoPrinter.into());
    }
    desk.commit(|writing| {
        let reprinted = ReceiptReprinted { sale: sale.id, number: sale.number().to_owned(), copy };
        writing.append(Fact::ReceiptReprinted(reprinted))?;
        let by = writing.operator.clone();
        let asked =
            Asked { seq: Some(entry.seq), copy, by: by.as_deref(), ..Asked::new(Form::Receipt, Route::Receipt) };
        store::print_job::ask(writing.db, &asked, writing.now_us)?;
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
    let bytes = Print::from(receipt).pdf(Paper::Mm80, entry.at_us)?;
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
    // Nobody needs the receipt of a bill that was voided.
    let voided = entry.as_ref().map_or(Ok(false), |entry| store::returns::is_voided(&desk.db, entry.seq))?;
    Ok(entry
        .filter(|_| !voided)
        .map(|entry| ReceiptQuestion { number: entry.sale().number().to_owned(), due: entry.sale().due_paise.into() }))
}

/// At start after a crash: the last sale's receipt is in doubt unless the clerk has answered for it. What
/// was waiting for the printer in that moment waits for the answer too.
pub(crate) fn ask_after_crash(desk: &Desk) -> Result<(), Fault> {
    store::print_job::doubt_interrupted(&desk.db)?;
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
