//! Lists as files: stock and consignors as CSV, which spreadsheets open, or as PDF to print. Not here: what a row says
//! (`stock`, `consignors`), the table of items (`import`).

use crate::approvals::{self, ApprovalRowView};
use crate::clock::{date_text, in_india};
use crate::consign::{self, ConsignmentRowView};
use crate::consignors::{self, ConsignorRowView};
use crate::count::{self, DifferenceView, ShortView, WhichStockCount};
use crate::desk::Desk;
use crate::document;
use crate::fault::{Fault, Stop};
use crate::import::{bare, harmless};
use crate::printer::write_file;
use crate::purchases::{self, PurchaseRowView};
use crate::receipt::{SavedView, unprintable};
use crate::sign_in::Nothing;
use crate::stock::{self, StockFilter, StockRowView, ViewStock};
use crate::store;
use crate::transfers::{self, TransferRowView, TransferState};
use domain::agreement::Owner;
use domain::money::{Paise, group_indian};
use domain::name::{Language, Name};
use domain::quantity::Milli;
use paper::page::Paper;
use paper::pdf::About;
use paper::printable;
use paper::slip::{Slip, SlipRow};
use paper::words::text;
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// What kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "named as on the screen")]
pub enum ListFile {
    Csv,
    Pdf,
}

impl ListFile {
    /// How its file ends.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Pdf => "pdf",
        }
    }
}

/// Which list of stock, and as what.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct SaveStock {
    pub list: ViewStock,
    pub file: ListFile,
}

/// As what.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct SaveList {
    pub file: ListFile,
}

/// The most letters of a file's name before its day: what every file system takes, in Hindi too.
const MOST_NAME: usize = 60;

/// The most rows of a list that is read entry by entry.
const WHOLE: usize = 20_000;

/// One row: what a spreadsheet gets, and what paper says.
struct Row {
    cells: Vec<String>,
    on_paper: SlipRow,
}

fn both(key: &str) -> Name {
    Name::new(text(Language::Hi, key, &[]), text(Language::En, key, &[]))
}

fn save(
    desk: &Desk,
    name: &str,
    title: Name,
    head: &[&str],
    rows: Vec<Row>,
    file: ListFile,
) -> Result<SavedView, Stop> {
    save_part(desk, name, (title, Vec::new()), head, rows, file)
}

/// What is written of an old entry may hold what no font has: paper says the rest.
fn on_paper(row: SlipRow) -> SlipRow {
    SlipRow {
        name: Name::new(printable(&row.name.hi), printable(&row.name.en)),
        told: row.told.iter().map(|told| printable(told)).collect(),
        figure: printable(&row.figure),
    }
}

/// A list of which `facts` say what of it is here.
fn save_part(
    desk: &Desk,
    name: &str,
    (title, facts): (Name, Vec<(Name, Name)>),
    head: &[&str],
    rows: Vec<Row>,
    file: ListFile,
) -> Result<SavedView, Stop> {
    let now = desk.now_us();
    let day = in_india(now).0;
    let path = desk.path.with_file_name("exports").join(format!("{name}-{day}.{}", file.ending()));
    let bytes = match file {
        ListFile::Csv => csv_of(head, &rows)?,
        ListFile::Pdf => {
            let mart = &desk.mart;
            let slip = Slip {
                name: name.to_owned(),
                languages: document::languages(desk)?,
                mart: mart.name.clone(),
                address: mart.address.clone(),
                phone: mart.phone.clone(),
                title,
                subject: None,
                picture: None,
                number: String::new(),
                qr: String::new(),
                facts: [vec![(both("slip-date"), Name::new(date_text(day), date_text(day)))], facts].concat(),
                sums: vec![(both("slip-rows"), group_indian(rows.len() as u64))],
                rows: rows.into_iter().map(|row| on_paper(row.on_paper)).collect(),
                words: Vec::new(),
                signatures: Vec::new(),
                copies: Vec::new(),
                copy: None,
                demo: mart.demo,
            };
            let about = About {
                title: format!("{name} {day}"),
                author: mart.name.en.clone(),
                identifier: format!("{name} {now}"),
                made_at_us: now,
            };
            paper::pdf::bytes(&slip.pages(Paper::A4).map_err(unprintable)?, &about).map_err(unprintable)?
        }
    };
    write_file(&path, &bytes)?;
    Ok(SavedView { path: path.display().to_string() })
}

fn csv_of(head: &[&str], rows: &[Row]) -> Result<Vec<u8>, Fault> {
    let broke = |error: csv::Error| Fault::Internal { cause: error.to_string() };
    // The mark tells spreadsheets that this is UTF-8.
    let mut out = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    out.write_record(head).map_err(broke)?;
    for row in rows {
        // A figure below none is no formula.
        let figure =
            |cell: &str| cell.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let cells = row.cells.iter().map(|cell| if figure(cell) { cell.clone() } else { harmless(cell) });
        out.write_record(cells).map_err(broke)?;
    }
    out.into_inner().map_err(|error| Fault::Internal { cause: error.to_string() })
}

const STOCK: [&str; 19] = [
    "sku",
    "barcode",
    "name_hi",
    "name_en",
    "variant",
    "owner",
    "owner_name",
    "received",
    "sold",
    "given_back",
    "lost",
    "compensation",
    "in_transit",
    "sent",
    "here",
    "unit",
    "days",
    "sold_30_days",
    "reorder_level",
];

fn stock_row(row: StockRowView, filter: StockFilter) -> Row {
    let owner = row.owner_name.clone().unwrap_or_else(|| both("stock-owner-mart"));
    let days = row.days.map(|days| days.to_string()).unwrap_or_default();
    let (lost, much) = (filter == StockFilter::Lost, if filter == StockFilter::Lost { &row.lost } else { &row.here });
    let with_unit = |much: &str| format!("{much} {}", row.unit.hi);
    let much = with_unit(much);
    let mut told = vec![owner.hi.clone(), row.sku.clone(), row.variant.clone()];
    told.extend(
        row.days
            .filter(|_| filter == StockFilter::Ageing)
            .map(|days| text(Language::Hi, "stock-days", &[("days", days.into())])),
    );
    if filter == StockFilter::Reorder {
        told.push(text(Language::Hi, "list-reorder", &[("level", with_unit(&row.reorder).into())]));
    }
    told.extend(lost.then(|| text(Language::Hi, "list-owed", &[("owed", row.owed.rupees.clone().into())])));
    told.extend(
        row.sold_lately.iter().map(|sold| text(Language::Hi, "list-sold-lately", &[("sold", with_unit(sold).into())])),
    );
    Row {
        on_paper: SlipRow { name: row.name.clone(), told, figure: much },
        cells: vec![
            row.sku,
            row.barcode,
            row.name.hi,
            row.name.en,
            row.variant,
            row.owner,
            owner.en,
            bare(&row.received),
            bare(&row.sold),
            bare(&row.given_back),
            bare(&row.lost),
            bare(&row.owed.text),
            bare(&row.in_transit),
            bare(&row.sent),
            bare(&row.here),
            row.unit.en,
            days,
            bare(&row.sold_lately.unwrap_or_default()),
            bare(&row.reorder),
        ],
    }
}

/// Saves a list of stock, whole, in the folder `exports` beside the database.
pub fn save_stock(desk: &mut Desk, input: SaveStock) -> Result<SavedView, Stop> {
    let rows = stock::whole_list(desk, &input.list)?;
    let ViewStock { owner, text: words, filter, .. } = input.list;
    let (mut name, key) = match filter {
        StockFilter::Here => ("stock".to_owned(), "stock-filter-here"),
        StockFilter::Negative => ("negative".to_owned(), "stock-filter-negative"),
        StockFilter::Ageing => ("ageing".to_owned(), "stock-filter-ageing"),
        StockFilter::Reorder => ("reorder".to_owned(), "stock-filter-reorder"),
        StockFilter::Lost => ("lost".to_owned(), "stock-filter-lost"),
        StockFilter::All => ("stock-all".to_owned(), "stock-filter-all"),
    };
    let (stock, which) = (both("screen-stock"), both(key));
    let title = Name::new(format!("{}: {}", stock.hi, which.hi), format!("{}: {}", stock.en, which.en));
    // Whose and which: a second list of the day does not take the place of the first.
    let mut facts = Vec::new();
    if let Some(owner) = &owner {
        let said = match stock::parse_owner(owner)? {
            Owner::Mart => None,
            Owner::Consignor(id) => store::consignor::name(&desk.db, &id)?,
            Owner::Vendor(gstin) => store::purchase::vendor(&desk.db, &gstin)?.map(|vendor| vendor.name),
        };
        facts.push((both("stock-owner"), said.unwrap_or_else(|| both("stock-owner-mart"))));
    }
    if !words.trim().is_empty() {
        let said = printable(&words);
        facts.push((both("list-search"), Name::new(said.clone(), said)));
    }
    for part in owner.iter().map(|owner| owner.rsplit(':').next().unwrap_or_default()).chain(words.split_whitespace()) {
        name.push('-');
        name.extend(part.chars().filter(|letter| letter.is_alphanumeric() || *letter == '-'));
    }
    let name: String = name.chars().take(MOST_NAME).collect();
    let rows = rows.into_iter().map(|row| stock_row(row, filter)).collect();
    save_part(desk, &name, (title, facts), &STOCK, rows, input.file)
}

fn consignment_row(row: ConsignmentRowView) -> Row {
    let told = vec![row.number.clone(), row.date.clone()];
    Row {
        on_paper: SlipRow { name: row.name.clone(), told, figure: row.accepted.hi },
        cells: vec![
            row.number,
            row.date,
            row.consignor,
            row.name.hi,
            row.name.en,
            row.lines.to_string(),
            bare(&row.accepted_milli.to_text()),
            bare(&row.rejected_milli.to_text()),
        ],
    }
}

/// Saves the list of consignments that were taken.
pub fn save_consignments(desk: &mut Desk, input: SaveList) -> Result<SavedView, Stop> {
    let rows = consign::taken(desk, WHOLE)?.into_iter().map(consignment_row).collect();
    let head = ["number", "date", "consignor", "name_hi", "name_en", "lines", "accepted", "rejected"];
    save(desk, "consignments", both("consignments-taken"), &head, rows, input.file)
}

fn difference_row(row: DifferenceView) -> Row {
    let owner = |part: &ShortView| part.name.clone().unwrap_or_else(|| both("stock-owner-mart"));
    let owners = |of: fn(&Name) -> &String| {
        row.owners.iter().map(|part| of(&owner(part)).clone()).collect::<Vec<_>>().join("; ")
    };
    let owed: i64 = row.owners.iter().map(|part| part.compensation.paise.0).sum();
    let much = format!("{} {}", row.difference, row.item.unit.hi);
    Row {
        on_paper: SlipRow {
            name: row.item.name.clone(),
            told: vec![owners(|name| &name.hi), row.item.sku.clone()],
            figure: much,
        },
        cells: vec![
            row.item.sku,
            row.item.name.hi,
            row.item.name.en,
            owners(|name| &name.en),
            bare(&row.expected),
            bare(&row.item.counted),
            bare(&row.difference),
            row.item.unit.en,
            bare(&Paise(owed).to_text()),
        ],
    }
}

/// Which count, and as what.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct SaveStockCount {
    #[ts(type = "string")]
    pub count: Uuid,
    pub file: ListFile,
}

/// Saves what a count found out so far.
pub fn save_stock_count(desk: &mut Desk, input: SaveStockCount) -> Result<SavedView, Stop> {
    let review = count::review_stock_count(desk, WhichStockCount { count: input.count })?;
    let rows = review.differences.into_iter().map(difference_row).collect();
    let head = ["sku", "name_hi", "name_en", "owners", "expected", "counted", "difference", "unit", "compensation"];
    save(desk, "count", both("count"), &head, rows, input.file)
}

/// Saves the items for sale with their prices as PDF; as CSV they are a table that can be taken in again (`import`).
pub fn save_items(desk: &mut Desk, _: Nothing) -> Result<SavedView, Stop> {
    let on = desk.today().1;
    let mut rows = Vec::new();
    for item in store::item::all(&desk.db)?.into_iter().filter(|item| !item.retired) {
        let price = store::item::price(&desk.db, item.id, on)?.map(|(price, _)| price.to_rupee_text());
        let maker = item.maker.map(|maker| maker.hi).unwrap_or_default();
        let told = vec![maker, item.sku, item.variant, item.district.hi];
        let on_paper = SlipRow { name: item.name, told, figure: price.unwrap_or_default() };
        rows.push(Row { cells: Vec::new(), on_paper });
    }
    save(desk, "items", both("screen-items"), &[], rows, ListFile::Pdf)
}

const CONSIGNORS: [&str; 11] = [
    "id",
    "name_hi",
    "name_en",
    "village_hi",
    "village_en",
    "district",
    "craft_en",
    "artisans",
    "supply_mode",
    "commission",
    "here",
];

fn consignor_row(row: ConsignorRowView) -> Row {
    let consignor = row.consignor;
    let told = vec![
        consignor.craft.hi.clone(),
        format!("{}, {}", consignor.village.hi, row.district_name.hi),
        row.commission.clone().unwrap_or_default(),
    ];
    let mode = row.supply_mode.map(|mode| format!("{mode:?}")).unwrap_or_default();
    Row {
        on_paper: SlipRow { name: consignor.name.clone(), told, figure: row.here.hi },
        cells: vec![
            consignor.id,
            consignor.name.hi,
            consignor.name.en,
            consignor.village.hi,
            consignor.village.en,
            consignor.district,
            consignor.craft.en,
            consignor.artisans.to_string(),
            mode,
            row.commission.unwrap_or_default(),
            bare(&row.here_milli.to_text()),
        ],
    }
}

/// Saves the list of consignors, without anything that is personal.
pub fn save_consignors(desk: &mut Desk, input: SaveList) -> Result<SavedView, Stop> {
    let rows = consignors::view_consignors(desk, Nothing {})?.consignors;
    let rows = rows.into_iter().map(consignor_row).collect();
    save(desk, "consignors", both("slip-consignors"), &CONSIGNORS, rows, input.file)
}

fn transfer_row(row: TransferRowView) -> Row {
    let state = match row.state {
        TransferState::OnTheWay => "transfer-on-the-way",
        TransferState::Settled => "transfer-settled",
        TransferState::Taken => "transfer-taken",
    };
    let state = both(state);
    let told = vec![row.number.clone(), row.date.clone(), state.hi.clone()];
    Row {
        on_paper: SlipRow { name: row.mart.clone(), told, figure: row.value.rupees },
        cells: vec![
            row.number,
            row.date,
            row.mart.hi,
            row.mart.en,
            state.en,
            row.lines.to_string(),
            bare(&row.value.text),
        ],
    }
}

/// Saves the list of goods sent to other marts and taken from them.
pub fn save_transfers(desk: &mut Desk, input: SaveList) -> Result<SavedView, Stop> {
    let rows = transfers::listed(desk, WHOLE)?.transfers;
    let head = ["number", "date", "mart_hi", "mart_en", "state", "lines", "value"];
    save(desk, "transfers", both("transfers"), &head, rows.into_iter().map(transfer_row).collect(), input.file)
}

fn approval_row(row: ApprovalRowView) -> Row {
    let days = row.days.map(|days| days.to_string()).unwrap_or_default();
    let since = row.since.unwrap_or_default();
    let due = text(Language::Hi, "approval-due", &[("due", format!("{} {}", row.due, row.unit.hi).into())]);
    let mut told = vec![row.vendor_name.hi.clone(), row.sku.clone(), since.clone()];
    told.extend((row.due_milli > Milli(0)).then_some(due));
    Row {
        on_paper: SlipRow { name: row.name.clone(), told, figure: format!("{} {}", row.here, row.unit.hi) },
        cells: vec![
            row.sku,
            row.name.hi,
            row.name.en,
            row.vendor,
            row.vendor_name.en,
            bare(&row.here),
            bare(&row.due),
            row.unit.en,
            since,
            days,
        ],
    }
}

/// Saves the list of goods on approval.
pub fn save_approvals(desk: &mut Desk, input: SaveList) -> Result<SavedView, Stop> {
    let rows = approvals::view_approvals(desk, Nothing {})?.rows;
    let head = ["sku", "name_hi", "name_en", "vendor", "vendor_name", "here", "invoice_due", "unit", "since", "days"];
    save(desk, "approvals", both("approval"), &head, rows.into_iter().map(approval_row).collect(), input.file)
}

fn purchase_row(row: PurchaseRowView) -> Row {
    let told = vec![row.invoice.clone(), row.date.clone()];
    Row {
        on_paper: SlipRow { name: row.vendor.clone(), told, figure: row.total.rupees },
        cells: vec![row.date, row.vendor.hi, row.vendor.en, row.invoice, bare(&row.total.text), bare(&row.owed.text)],
    }
}

/// Saves the list of purchases.
pub fn save_purchases(desk: &mut Desk, input: SaveList) -> Result<SavedView, Stop> {
    let rows = purchases::listed(desk, WHOLE)?.purchases;
    let head = ["date", "vendor_hi", "vendor_en", "invoice", "total", "owed"];
    save(desk, "purchases", both("purchase"), &head, rows.into_iter().map(purchase_row).collect(), input.file)
}

#[cfg(test)]
mod tests {
    use crate::demonstration::{call, demonstration};
    use crate::store;
    use domain::entry::Fact;
    use serde_json::json;

    #[test]
    fn an_item_of_an_old_entry_breaks_no_list_and_no_label() {
        let (_folder, mut desk) = demonstration();
        let mut old = store::item::all(&desk.db).unwrap().into_iter().find(|item| !item.barcode.is_empty()).unwrap();
        (old.variant, old.sku) = ("लाल 😀\n".into(), "OLD 😀".into());
        let labels = json!([{ "item": old.barcode, "count": 1 }]);
        desk.commit(|writing| writing.append(Fact::ItemSet(old))).unwrap();
        call(&mut desk, "sign_in", json!({ "operator": "anil", "pin": "333333" }));
        let list = json!({ "text": "", "filter": "all", "offset": 0 });
        call(&mut desk, "save_stock", json!({ "list": list, "file": "pdf" }));
        call(&mut desk, "make_labels", json!({ "items": labels, "sheet": "5x13", "code": "bars" }));
    }
}
