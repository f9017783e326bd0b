//! Items by the table: what a file would add and change, row by row, and then all of it or nothing; and the
//! same table written out. Not here: reading the file (`import_file`).

use crate::clock::in_india;
use crate::desk::Desk;
use crate::fault::{Fault, Stop};
use crate::import_file::{ItemLine, ItemTable, RowFault, RowFaultCode, read_base64};
use crate::masters::{MOST_ABOVE, unit_unfit};
use crate::packs::{DISTRICTS, TAX};
use crate::sign_in::Nothing;
use crate::store;
use crate::views::Money;
use domain::agreement::Owner;
use domain::entry::{Fact, StockLine, StockReceived};
use domain::item::{Item, Price};
use domain::name::Name;
use domain::refusal::Refusal;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use ts_rs::TS;
use uuid::Uuid;

/// A CSV file as it is.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct ImportFile {
    pub content_base64: String,
}

/// What a row would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "said above")]
pub enum RowEffect {
    Added,
    Changed,
    Unchanged,
}

/// A row that could be read, and what it would do.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ImportRowView {
    pub row: u32,
    pub effect: RowEffect,
    pub sku: String,
    pub name: Name,
    /// A new price.
    pub price: Option<Money>,
    pub from: Option<String>,
}

/// What a file would do. Nothing has happened yet.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ImportView {
    pub encoding: String,
    /// `,`, `;` or `tab`.
    pub delimiter: String,
    pub rows: u32,
    pub added: u32,
    pub changed: u32,
    pub unchanged: u32,
    /// Rows that are refused; while there is one, nothing is taken in.
    pub refused: u32,
    /// What is wrong, the first of it.
    pub faults: Vec<RowFault>,
    /// What would change, the first of it.
    pub lines: Vec<ImportRowView>,
    /// The masters this was compared with.
    #[ts(type = "number")]
    pub seen: i64,
}

const FAULTS_SHOWN: usize = 200;
const LINES_SHOWN: usize = 100;

struct Change {
    row: u32,
    effect: RowEffect,
    item: Item,
    /// Whether the item itself changes, or only its price.
    item_changes: bool,
    price: Option<Price>,
    stock: Option<(Owner, StockLine)>,
}

struct Plan {
    changes: Vec<Change>,
    faults: Vec<RowFault>,
}

/// The mart as the rows are compared with it.
struct Known {
    items: HashMap<String, Item>,
    barcodes: HashMap<String, Uuid>,
    prices: HashMap<Uuid, Vec<Price>>,
    agreements: HashMap<String, Result<(), RowFaultCode>>,
    next_barcode: u64,
}

impl Known {
    fn of(desk: &Desk) -> Result<Self, Fault> {
        let items = store::item::all(&desk.db)?;
        let mut prices: HashMap<Uuid, Vec<Price>> = HashMap::new();
        for price in store::item::all_prices(&desk.db)? {
            prices.entry(price.item).or_default().push(price);
        }
        let next_barcode = items.iter().filter_map(|item| own_serial(&item.barcode)).max().unwrap_or(0) + 1;
        Ok(Self {
            barcodes: items.iter().map(|item| (item.barcode.clone(), item.id)).collect(),
            items: items.into_iter().map(|item| (item.sku.to_lowercase(), item)).collect(),
            prices,
            agreements: HashMap::new(),
            next_barcode,
        })
    }

    fn price(&self, item: Uuid, on: Date) -> Option<&Price> {
        self.prices.get(&item)?.iter().rev().find(|price| price.from <= on)
    }

    /// Whether goods of a consignor may come in.
    fn owner(&mut self, desk: &Desk, id: &str, on: Date) -> Result<Result<(), RowFaultCode>, Fault> {
        if let Some(known) = self.agreements.get(id) {
            return Ok(*known);
        }
        let answer = if !store::consignor::remembered(&desk.db, id)? {
            Err(RowFaultCode::UnknownConsignor)
        } else if store::consignor::agreement(&desk.db, id, on)?.is_none() {
            Err(RowFaultCode::NoAgreement)
        } else {
            Ok(())
        };
        self.agreements.insert(id.to_owned(), answer);
        Ok(answer)
    }

    fn new_barcode(&mut self) -> String {
        loop {
            let code = own_barcode(self.next_barcode);
            self.next_barcode += 1;
            if !self.barcodes.contains_key(&code) {
                return code;
            }
        }
    }
}

/// The mart's own barcode of an item.
pub(crate) fn own_barcode(serial: u64) -> String {
    own_code("21", serial)
}

/// EAN-13 for use inside the shop: a prefix of two digits, 21 for items and 22 for pieces, ten digits, the check digit.
pub(crate) fn own_code(prefix: &str, serial: u64) -> String {
    let digits = format!("{prefix}{:010}", serial % 10_000_000_000);
    let sum: u32 =
        digits.bytes().zip([1, 3].into_iter().cycle()).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}

fn own_serial(barcode: &str) -> Option<u64> {
    let serial = barcode.strip_prefix("21")?.get(..10)?.parse().ok()?;
    (own_barcode(serial) == barcode).then_some(serial)
}

fn fault(line: &ItemLine, column: &str, code: RowFaultCode, value: impl Into<String>) -> RowFault {
    RowFault { row: line.row, column: column.to_owned(), code, value: value.into() }
}

/// The item a row makes of what there is.
fn item_of(line: &ItemLine, before: Option<&Item>, id: Uuid, parent: Option<Uuid>, known: &mut Known) -> Item {
    let barcode = line.barcode.clone().or_else(|| before.map(|item| item.barcode.clone()));
    Item {
        id,
        sku: line.sku.clone(),
        barcode: barcode.unwrap_or_else(|| known.new_barcode()),
        name: line.name.clone(),
        maker: line.maker.clone().unwrap_or_else(|| before.and_then(|item| item.maker.clone())),
        district: line.district.clone(),
        icon: line.icon.clone().or_else(|| before.map(|item| item.icon.clone())).unwrap_or_else(|| "other".to_owned()),
        hsn: line.hsn.clone(),
        rate_class: line.rate_class.clone(),
        unit: line.unit.clone(),
        gi: line.gi.or_else(|| before.map(|item| item.gi)).unwrap_or(false),
        gi_name: line.gi_name.clone().or_else(|| before.map(|item| item.gi_name.clone())).unwrap_or_default(),
        gi_number: line.gi_number.clone().or_else(|| before.map(|item| item.gi_number.clone())).unwrap_or_default(),
        net: line.net.clone().unwrap_or_else(|| before.and_then(|item| item.net.clone())),
        retired: line.retired.or_else(|| before.map(|item| item.retired)).unwrap_or(false),
        parent,
        variant: line.variant.clone().or_else(|| before.map(|item| item.variant.clone())).unwrap_or_default(),
        reorder_milli: before.and_then(|item| item.reorder_milli),
        picture: before.and_then(|item| item.picture.clone()),
    }
}

/// The price a row sets, if it is another than the one of its day.
fn price_of(line: &ItemLine, item: &Item, known: &Known, today: Date) -> Result<Option<Price>, RowFault> {
    let Some(price_paise) = line.price_paise else { return Ok(None) };
    let price = Price { item: item.id, price_paise, includes_tax: line.includes_tax, from: line.from.unwrap_or(today) };
    let same = |before: &Price| (before.price_paise, before.includes_tax) == (price_paise, line.includes_tax);
    if known.price(item.id, price.from).is_some_and(same) {
        return Ok(None);
    }
    if price.from < today {
        return Err(fault(line, "price_from", RowFaultCode::Past, price.from.to_string()));
    }
    let rate = TAX
        .rate(&item.rate_class, price.from)
        .map_err(|_| fault(line, "rate_class", RowFaultCode::UnknownClass, &item.rate_class))?;
    match price.check(&rate) {
        Ok(()) => Ok(Some(price)),
        Err(Refusal::DeadZonePrice { low, high }) => {
            Err(fault(line, "price", RowFaultCode::DeadZone, format!("≤ {low}, ≥ {high}")))
        }
        Err(_) => Err(fault(line, "price", RowFaultCode::NotAPrice, price_paise.to_text())),
    }
}

/// Compares a table with the mart as it is.
fn plan(desk: &Desk, table: &ItemTable) -> Result<Plan, Stop> {
    let today = desk.today().1;
    let mut known = Known::of(desk)?;
    let mut plan = Plan { changes: Vec::with_capacity(table.lines.len()), faults: table.faults.clone() };
    // A variant may stand above its parent in the file.
    let ids: HashMap<String, Uuid> = table
        .lines
        .iter()
        .map(|line| line.sku.to_lowercase())
        .map(|sku| (known.items.get(&sku).map_or_else(|| desk.new_id(), |item| item.id), sku))
        .map(|(id, sku)| (sku, id))
        .collect();
    for line in &table.lines {
        let sku = line.sku.to_lowercase();
        let before = known.items.get(&sku).cloned();
        let id = ids.get(&sku).copied().unwrap_or_else(|| desk.new_id());
        let found = plan.faults.len();
        let parent = match line.variant_of.as_deref() {
            None => before.as_ref().and_then(|item| item.parent),
            Some("") => None,
            Some(of) => {
                let of = of.to_lowercase();
                let parent = ids.get(&of).copied().or_else(|| known.items.get(&of).map(|item| item.id));
                if parent.is_none() || parent == Some(id) {
                    plan.faults.push(fault(
                        line,
                        "variant_of",
                        RowFaultCode::UnknownItem,
                        of.chars().take(40).collect::<String>(),
                    ));
                }
                parent
            }
        };
        let item = item_of(line, before.as_ref(), id, parent, &mut known);
        if known.barcodes.get(&item.barcode).is_some_and(|owner| *owner != id) {
            plan.faults.push(fault(line, "barcode", RowFaultCode::BarcodeTaken, &item.barcode));
        }
        for (column, code, own) in [
            ("sku", &item.sku, before.as_ref().map(|before| &before.sku)),
            ("barcode", &item.barcode, before.as_ref().map(|before| &before.barcode)),
        ] {
            if own != Some(code) && store::stock::piece(&desk.db, code)?.is_some() {
                plan.faults.push(fault(line, column, RowFaultCode::BarcodeTaken, code));
            }
        }
        if let Some(here) = unit_unfit(&desk.db, &item)? {
            plan.faults.push(fault(line, "unit", RowFaultCode::UnitUnfit, here.to_text()));
        }
        if let Err(refused) = item.check() {
            plan.faults.push(fault(line, "", RowFaultCode::Unfit, refused.to_string()));
        }
        let price = match price_of(line, &item, &known, today) {
            Ok(price) => price,
            Err(fault) => {
                plan.faults.push(fault);
                None
            }
        };
        let stock = match line.quantity {
            None => None,
            Some(_) if before.is_some() => {
                plan.faults.push(fault(line, "quantity", RowFaultCode::StockOfKnown, ""));
                None
            }
            Some(qty_milli) => {
                if let Some(consignor) = line.owner.consignor()
                    && let Err(code) = known.owner(desk, consignor, today)?
                {
                    plan.faults.push(fault(line, "owner", code, consignor));
                }
                Some((line.owner.clone(), StockLine { item: id, qty_milli }))
            }
        };
        if plan.faults.len() > found {
            continue;
        }
        let item_changes = before.as_ref() != Some(&item);
        let effect = match (&before, item_changes || price.is_some()) {
            (None, _) => RowEffect::Added,
            (Some(_), true) => RowEffect::Changed,
            (Some(_), false) => RowEffect::Unchanged,
        };
        plan.changes.push(Change { row: line.row, effect, item, item_changes, price, stock });
    }
    let before = known.items.values().map(|item| (item.id, item.parent));
    let parents: HashMap<Uuid, Option<Uuid>> =
        before.chain(plan.changes.iter().map(|change| (change.item.id, change.item.parent))).collect();
    for Change { row, item, .. } in &plan.changes {
        let mut above = (0..MOST_ABOVE).scan(item.parent, |above, _| {
            let parent = (*above)?;
            *above = parents.get(&parent).copied().flatten();
            Some(parent)
        });
        if above.any(|parent| parent == item.id) {
            let (column, value) = ("variant_of".to_owned(), item.sku.clone());
            plan.faults.push(RowFault { row: *row, column, code: RowFaultCode::UnknownItem, value });
        }
    }
    plan.faults.sort_by_key(|fault| fault.row);
    Ok(plan)
}

impl Plan {
    fn count(&self, effect: RowEffect) -> u32 {
        self.changes.iter().filter(|change| change.effect == effect).count() as u32
    }

    fn refused(&self) -> u32 {
        let mut rows: Vec<u32> = self.faults.iter().map(|fault| fault.row).collect();
        rows.dedup();
        rows.len() as u32
    }
}

/// Shows what a file would do.
pub fn preview_import(desk: &mut Desk, input: ImportFile) -> Result<ImportView, Stop> {
    let table = read_base64(&input.content_base64)?;
    let plan = plan(desk, &table)?;
    let lines = plan.changes.iter().filter(|change| change.effect != RowEffect::Unchanged).take(LINES_SHOWN);
    Ok(ImportView {
        encoding: table.encoding.to_owned(),
        delimiter: if table.delimiter == '\t' { "tab".to_owned() } else { table.delimiter.to_string() },
        rows: table.rows as u32,
        added: plan.count(RowEffect::Added),
        changed: plan.count(RowEffect::Changed),
        unchanged: plan.count(RowEffect::Unchanged),
        refused: plan.refused(),
        lines: lines
            .map(|change| ImportRowView {
                row: change.row,
                effect: change.effect,
                sku: change.item.sku.clone(),
                name: change.item.name.clone(),
                price: change.price.map(|price| price.price_paise.into()),
                from: change.price.map(|price| price.from.to_string()),
            })
            .collect(),
        faults: plan.faults.into_iter().take(FAULTS_SHOWN).collect(),
        seen: desk.masters_seq,
    })
}

/// The same file, and the masters its preview was compared with.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct ImportItems {
    pub content_base64: String,
    #[ts(type = "number")]
    pub seen: i64,
}

/// What was taken in.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ImportedView {
    pub added: u32,
    pub changed: u32,
    pub unchanged: u32,
}

/// Takes a file in: every row of it, in one transaction, or none.
pub fn import_items(desk: &mut Desk, input: ImportItems) -> Result<ImportedView, Stop> {
    if input.seen != desk.masters_seq {
        return Err(Refusal::ImportChanged.into());
    }
    let table = read_base64(&input.content_base64)?;
    let plan = plan(desk, &table)?;
    if !plan.faults.is_empty() {
        return Err(Refusal::ImportRefused { rows: i64::from(plan.refused()) }.into());
    }
    let view = ImportedView {
        added: plan.count(RowEffect::Added),
        changed: plan.count(RowEffect::Changed),
        unchanged: plan.count(RowEffect::Unchanged),
    };
    let mut received: BTreeMap<Owner, Vec<StockLine>> = BTreeMap::new();
    desk.commit(|writing| {
        for change in plan.changes {
            if change.item_changes {
                writing.append(Fact::ItemSet(change.item))?;
            }
            if let Some(price) = change.price {
                writing.append(Fact::PriceSet(price))?;
            }
            if let Some((owner, line)) = change.stock {
                received.entry(owner).or_default().push(line);
            }
        }
        for (owner, lines) in received {
            writing.append(Fact::StockReceived(StockReceived { owner, lines }))?;
        }
        Ok(())
    })?;
    Ok(view)
}

/// Where all items were written.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ExportedView {
    pub path: String,
    pub items: u32,
}

/// A cell that no spreadsheet takes for a formula; reading it in again takes the apostrophe off.
pub(crate) fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@'])
        || text.starts_with("'=")
        || text.starts_with("'+")
        || text.starts_with("'-")
        || text.starts_with("'@")
        || text.starts_with("''")
    {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// A written amount or quantity as a spreadsheet reads it: its commas and its true minus sign are for people.
pub(crate) fn bare(figure: &str) -> String {
    figure.replace(',', "").replace('\u{2212}', "-")
}

const EXPORTED: [&str; 22] = [
    "sku",
    "barcode",
    "name_hi",
    "name_en",
    "maker_hi",
    "maker_en",
    "district",
    "icon",
    "hsn",
    "rate_class",
    "unit",
    "gi",
    "gi_name",
    "gi_number",
    "net",
    "net_unit",
    "price",
    "includes_tax",
    "price_from",
    "variant_of",
    "variant",
    "retired",
];

/// Every item with its price of today as CSV, that spreadsheets open and `preview_import` finds unchanged.
fn table(desk: &Desk) -> Result<(Vec<u8>, u32), Stop> {
    let broke = |error: csv::Error| Fault::Internal { cause: error.to_string() };
    let today = desk.today().1;
    let known = Known::of(desk)?;
    let items = store::item::all(&desk.db)?;
    let skus: HashMap<Uuid, &str> = items.iter().map(|item| (item.id, &*item.sku)).collect();
    // The mark tells spreadsheets that this is UTF-8.
    let mut out = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    out.write_record(EXPORTED).map_err(broke)?;
    let yes_no = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    for item in &items {
        let maker = item.maker.clone().unwrap_or_default();
        let price = known.price(item.id, today);
        let district = DISTRICTS.iter().find(|(_, name)| **name == item.district).map(|(code, _)| code.clone());
        out.write_record([
            harmless(&item.sku),
            harmless(&item.barcode),
            harmless(&item.name.hi),
            harmless(&item.name.en),
            harmless(&maker.hi),
            harmless(&maker.en),
            harmless(&district.unwrap_or_else(|| item.district.en.clone())),
            item.icon.clone(),
            item.hsn.clone(),
            item.rate_class.clone(),
            item.unit.clone(),
            yes_no(item.gi),
            harmless(&item.gi_name),
            harmless(&item.gi_number),
            item.net.as_ref().map(|net| bare(&net.milli.to_text())).unwrap_or_default(),
            item.net.as_ref().map(|net| net.unit.clone()).unwrap_or_default(),
            price.map(|price| bare(&price.price_paise.to_text())).unwrap_or_default(),
            yes_no(price.is_none_or(|price| price.includes_tax)),
            price.map(|price| price.from.to_string()).unwrap_or_default(),
            item.parent.and_then(|parent| skus.get(&parent)).map(|sku| harmless(sku)).unwrap_or_default(),
            harmless(&item.variant),
            yes_no(item.retired),
        ])
        .map_err(broke)?;
    }
    let bytes = out.into_inner().map_err(|error| Fault::Internal { cause: error.to_string() })?;
    Ok((bytes, items.len() as u32))
}

/// Writes every item to a CSV file beside the till's own.
pub fn export_items(desk: &mut Desk, _: Nothing) -> Result<ExportedView, Stop> {
    let (bytes, items) = table(desk)?;
    let day = in_india(desk.now_us()).0;
    let path = desk.path.with_file_name("exports").join(format!("items-{day}.csv"));
    crate::printer::write_file(&path, &bytes)?;
    Ok(ExportedView { path: path.display().to_string(), items })
}
