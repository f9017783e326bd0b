//! The receipt of a sale or a return: shown, printed again, saved as PDF, and asked about after a crash. Its facts come
//! from the journal as they were frozen; nothing is computed anew. Not here: layout (`paper`), devices
//! (`printer`).

use crate::desk::Desk;
use crate::document::{Print, of_entry};
use crate::fault::{Fault, Stop};
use crate::pay::{SaleView, find};
use crate::printer;
use crate::sign_in::{SignedInView, language, signed_in};
use crate::store;
use crate::store::print_job::{Form, Route};
use crate::views::Money;
use data_encoding::BASE64;
use domain::refusal::Refusal;
use paper::Unprintable;
use paper::page::Paper;
use paper::receipt::Receipt;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The number of a bill or of a credit note; none is the last bill.
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

/// The entry of a bill's number or of a credit note's; where none is said, of the last bill.
fn entry_of(desk: &Desk, number: Option<&str>) -> Result<i64, Stop> {
    let number = number.map(|number| number.trim().to_uppercase());
    if let Some(number) = &number
        && let Some(note) = store::returns::note(&desk.db, number)?
    {
        return Ok(note.seq);
    }
    Ok(find(desk, number.as_deref())?.seq)
}

/// The facts of that entry, and when it was written.
fn paper_of(desk: &Desk, seq: i64) -> Result<(Receipt, i64), Fault> {
    let missing = || Fault::DatabaseDamaged { problem: format!("entry {seq} has no paper") };
    let (payload, at_us) = store::journal::fact(&desk.db, seq)?.ok_or_else(missing)?;
    Ok((of_entry(desk, seq, at_us, payload, 0)?.ok_or_else(missing)?, at_us))
}

/// The receipt on the screen.
pub fn view_receipt(desk: &mut Desk, input: BillNumber) -> Result<ReceiptView, Stop> {
    let seq = entry_of(desk, input.number.as_deref())?;
    let copies = store::print_job::copies(&desk.db, seq)?;
    let (receipt, _) = paper_of(desk, seq)?;
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
    let seq = entry_of(desk, input.number.as_deref())?;
    if printer::chosen(&desk.db)?.is_none() {
        return Err(Refusal::NoPrinter.into());
    }
    desk.commit(|writing| writing.duplicate(seq, None, (Form::Receipt, Route::Receipt)))?;
    let fact = store::journal::fact(&desk.db, seq)?.map(|(payload, _)| payload.fact);
    let shown = fact.as_ref().and_then(|fact| match (fact.sale(), fact.returned()) {
        (Some(sale), _) => Some(SaleView::of(sale, true)),
        (None, Some(returned)) => Some(SaleView::of_return(returned, true)),
        (None, None) => None,
    });
    shown.ok_or_else(|| Refusal::NothingSoldYet.into())
}

/// Where a receipt was saved.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct SavedView {
    pub path: String,
}

/// Saves a receipt as PDF into the folder `receipts` beside the database.
pub fn save_receipt(desk: &mut Desk, input: BillNumber) -> Result<SavedView, Stop> {
    let (receipt, at_us) = paper_of(desk, entry_of(desk, input.number.as_deref())?)?;
    let folder = desk.path.with_file_name("receipts");
    let path = folder.join(format!("{}.pdf", receipt.number.replace('/', "-")));
    let bytes = Print::from(receipt).pdf(Paper::Mm80, at_us)?;
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
