//! A table of items as a file: its bytes, in whatever encoding a shop's spreadsheet wrote them, become rows,
//! each checked for all that needs no mart. Not here: what the rows would change (`import`).

use crate::packs::{DISTRICTS, ICONS, TAX, fits_unit, units};
use data_encoding::BASE64;
use domain::agreement::Owner;
use domain::item::{MOST_PRICE, Net};
use domain::money::Paise;
use domain::name::Name;
use domain::quantity::Milli;
use domain::refusal::Refusal;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use jiff::civil::Date;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};
use ts_rs::TS;

/// The most rows one file may have: more is no shop's own list, and one transaction must not hold up the counter.
pub const MOST_ROWS: usize = 20_000;
/// The most bytes one file may have.
const MOST_BYTES: usize = 32 << 20;

/// Every column: its word in an exported file, and what else it may be called, in lower case without spaces.
const COLUMNS: &[(&str, &[&str])] = &[
    ("sku", &["code", "itemcode", "कोड", "एसकेयू", "सामानकोड"]),
    ("barcode", &["ean", "बारकोड"]),
    ("name_hi", &["hindiname", "nameinhindi", "नाम", "हिन्दीनाम", "हिंदीनाम", "नामहिन्दी"]),
    ("name_en", &["name", "englishname", "nameinenglish", "अंग्रेज़ीनाम", "अंग्रेजीनाम", "नामअंग्रेज़ी"]),
    ("maker_hi", &["कारीगर", "कारीगरहिन्दी", "बनानेवाला"]),
    ("maker_en", &["maker", "artisan", "कारीगरअंग्रेज़ी"]),
    ("district", &["ज़िला", "जिला"]),
    ("icon", &["category", "class", "किस्म", "क़िस्म"]),
    ("hsn", &["hsncode", "एचएसएन"]),
    ("rate_class", &["gstclass", "taxclass", "करवर्ग", "दरवर्ग"]),
    ("unit", &["uqc", "uom", "इकाई", "माप"]),
    ("gi", &["जीआई"]),
    ("gi_name", &["जीआईनाम"]),
    ("gi_number", &["जीआईसंख्या", "जीआईनंबर"]),
    ("net", &["netquantity", "शुद्धमात्रा"]),
    ("net_unit", &["शुद्धमात्राइकाई"]),
    ("price", &["mrp", "rate", "दाम", "क़ीमत", "कीमत", "दर"]),
    ("includes_tax", &["priceincludestax", "inclusive", "करसहित", "जीएसटीसहित"]),
    ("price_from", &["from", "दामकबसे", "कबसे"]),
    ("variant_of", &["parent", "किसकारूप"]),
    ("variant", &["size", "colour", "color", "रूप", "नाप", "रंग"]),
    ("retired", &["बंद"]),
    ("quantity", &["qty", "stock", "मात्रा", "भंडार"]),
    ("owner", &["किसकामाल"]),
];

/// Without these no row is an item.
const NEEDED: &[&str] = &["sku", "name_hi", "name_en", "district", "hsn", "rate_class", "unit"];

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RowFault {
    /// As a spreadsheet counts: the header is row 1.
    pub row: u32,
    /// The column's word.
    pub column: String,
    /// What is wrong.
    pub code: RowFaultCode,
    /// What stands there, or what it clashes with.
    pub value: String,
}

/// Why a cell is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the locale says each in words")]
pub enum RowFaultCode {
    Aadhaar,
    BarcodeTaken,
    BarcodeTwice,
    DeadZone,
    Empty,
    Formula,
    NegativePrice,
    NoAgreement,
    NotADate,
    NotANumber,
    NotAPrice,
    NotYesNo,
    Past,
    PriceTooHigh,
    SkuTwice,
    StockOfKnown,
    TooLong,
    Unfit,
    UnitUnfit,
    UnknownClass,
    UnknownConsignor,
    UnknownDistrict,
    UnknownIcon,
    UnknownItem,
    UnknownUnit,
    Unprintable,
    WrongWidth,
    ZeroPrice,
}

/// One row whose cells could all be read.
#[derive(Debug)]
#[expect(missing_docs, reason = "fields of domain::item::Item and Price; none: the file does not say")]
pub struct ItemLine {
    pub row: u32,
    pub sku: String,
    pub barcode: Option<String>,
    pub name: Name,
    pub maker: Option<Option<Name>>,
    pub district: Name,
    pub icon: Option<String>,
    pub hsn: String,
    pub rate_class: String,
    pub unit: String,
    pub gi: Option<bool>,
    pub gi_name: Option<String>,
    pub gi_number: Option<String>,
    pub net: Option<Option<Net>>,
    pub retired: Option<bool>,
    pub price_paise: Option<Paise>,
    pub includes_tax: bool,
    pub from: Option<Date>,
    pub variant_of: Option<String>,
    pub variant: Option<String>,
    pub quantity: Option<Milli>,
    pub owner: Owner,
}

/// A file, read.
#[derive(Debug)]
pub struct ItemTable {
    /// As the file was written.
    pub encoding: &'static str,
    /// Between its cells.
    pub delimiter: char,
    /// Rows with content, readable or not.
    pub rows: usize,
    /// The readable ones.
    pub lines: Vec<ItemLine>,
    /// What is wrong with the others.
    pub faults: Vec<RowFault>,
}

/// The last file read, so that the import after the preview need not read it again.
static LAST: Mutex<Option<([u8; 32], Arc<ItemTable>)>> = Mutex::new(None);

/// Reads a file that was read just before only once. Needs no desk.
pub fn read_base64(content: &str) -> Result<Arc<ItemTable>, Refusal> {
    if content.len() > MOST_BYTES / 3 * 4 + 8 {
        return Err(Refusal::ImportTooLong { limit: MOST_ROWS as i64 });
    }
    let hash: [u8; 32] = Sha256::digest(content.as_bytes()).into();
    let last = || LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((known, table)) = &*last()
        && *known == hash
    {
        return Ok(Arc::clone(table));
    }
    let bytes = BASE64.decode(content.as_bytes()).map_err(|_| Refusal::NotACsv)?;
    let table = Arc::new(read(&bytes)?);
    *last() = Some((hash, Arc::clone(&table)));
    Ok(table)
}

/// The text of a file and the name of the encoding it was found to be in.
fn decode(bytes: &[u8]) -> Result<(String, &'static str), Refusal> {
    // A spreadsheet saved as it is, not as CSV, begins as a zip file or an old Office file does.
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) || bytes.starts_with(b"%PDF") {
        return Err(Refusal::NotACsv);
    }
    let found = if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        encoding
    } else {
        // Without a mark: every second byte of plain UTF-16 text is zero or a block of one script.
        let pairs = bytes.chunks_exact(2).take(200);
        let (high, low) =
            pairs.fold((0, 0), |(high, low), pair| (high + u32::from(pair[0] == 0), low + u32::from(pair[1] == 0)));
        if low > high.max(3) {
            UTF_16LE
        } else if high > 3 {
            UTF_16BE
        } else if std::str::from_utf8(bytes).is_ok() {
            UTF_8
        } else {
            WINDOWS_1252
        }
    };
    let (text, _, broken) = found.decode(bytes);
    if broken || text.contains('\0') || text.trim().is_empty() {
        return Err(Refusal::NotACsv);
    }
    Ok((text.into_owned(), found.name()))
}

/// The sign that stands most often in the first line, outside quotes.
fn delimiter_of(text: &str) -> char {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let mut quoted = false;
    let mut counts = [(',', 0), (';', 0), ('\t', 0)];
    for sign in first.chars() {
        quoted ^= sign == '"';
        if !quoted && let Some((_, count)) = counts.iter_mut().find(|(known, _)| *known == sign) {
            *count += 1;
        }
    }
    // Of two that stand as often the earlier.
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or(',', |(sign, _)| sign)
}

fn folded(header: &str) -> String {
    header
        .chars()
        .filter(|sign| !sign.is_whitespace() && !['_', '-', '.', '(', ')', '*'].contains(sign))
        .flat_map(char::to_lowercase)
        .collect()
}

/// Columns of a table: the word of each, and what else it may be called, in lower case without spaces.
type Columns = [(&'static str, &'static [&'static str])];

/// Which column each cell of the header is; what is none of them is refused, or left alone.
fn header(
    cells: &csv::StringRecord,
    columns: &Columns,
    needed: &[&str],
    others_too: bool,
) -> Result<HashMap<&'static str, usize>, Refusal> {
    let mut places = HashMap::new();
    let mut unknown = Vec::new();
    for (place, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
        let said = folded(cell);
        let known = columns
            .iter()
            .find(|(word, others)| folded(word) == said || others.iter().any(|other| folded(other) == said));
        match known {
            Some((word, _)) if !places.contains_key(word) => {
                places.insert(*word, place);
            }
            None if others_too => {}
            // Twice the same column: nobody can say which holds.
            _ => unknown.push(cell.trim().chars().take(40).collect::<String>()),
        }
    }
    let missing: Vec<&str> = needed.iter().copied().filter(|word| !places.contains_key(word)).collect();
    if missing.is_empty() && unknown.is_empty() {
        Ok(places)
    } else {
        unknown.truncate(10);
        Err(Refusal::ImportColumns { missing: missing.join(", "), unknown: unknown.join(", ") })
    }
}

/// One row of a table: its number as a spreadsheet counts, and its cells by the word of their column.
pub type TableRow = (u32, HashMap<&'static str, String>);

/// The rows of somebody else's table, as text: columns that are not asked for are left alone.
pub fn read_table(content: &str, columns: &Columns, needed: &[&str]) -> Result<Vec<TableRow>, Refusal> {
    if content.len() > MOST_BYTES / 3 * 4 + 8 {
        return Err(Refusal::ImportTooLong { limit: MOST_ROWS as i64 });
    }
    let bytes = BASE64.decode(content.as_bytes()).map_err(|_| Refusal::NotACsv)?;
    let (text, _) = decode(&bytes)?;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter_of(&text) as u8)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut records = reader.records();
    let first = records.next().and_then(Result::ok).ok_or(Refusal::NotACsv)?;
    let places = header(&first, columns, needed, true)?;
    let mut rows = Vec::new();
    for (record, no) in records.zip(2u32..) {
        let record = record.map_err(|_| Refusal::NotACsv)?;
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if rows.len() == MOST_ROWS {
            return Err(Refusal::ImportTooLong { limit: MOST_ROWS as i64 });
        }
        let cell = |place: &usize| record.get(*place).unwrap_or_default().trim().to_owned();
        rows.push((no, places.iter().map(|(word, place)| (*word, cell(place))).collect()));
    }
    Ok(rows)
}

/// Digits of either script as ASCII, without what stands between them.
fn plain_number(text: &str) -> String {
    text.chars()
        .filter(|sign| !sign.is_whitespace() && !['₹', ','].contains(sign))
        .map(|sign| match sign {
            '\u{966}'..='\u{96F}' => char::from(b'0' + (sign as u32 - 0x966) as u8),
            '\u{2212}' => '-',
            other => other,
        })
        .collect()
}

/// Whole and at most `places` decimals as one whole number.
fn scaled(text: &str, places: usize) -> Option<i64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let (sign, whole) = whole.strip_prefix('-').map_or((1, whole), |whole| (-1, whole));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 15 || part.len() > places || !digits(whole) || !digits(part) {
        return None;
    }
    let value: i64 = format!("{whole}{part:0<places$}").parse().ok()?;
    Some(sign * value)
}

/// The cells of one row, with what was found wrong in them.
struct Cells<'a> {
    row: u32,
    record: &'a csv::StringRecord,
    places: &'a HashMap<&'static str, usize>,
    faults: Vec<RowFault>,
    /// Words that were found to have glyphs.
    printable: &'a mut HashSet<String>,
}

impl Cells<'_> {
    fn fault(&mut self, column: &str, code: RowFaultCode, value: &str) {
        self.faults.push(RowFault {
            row: self.row,
            column: column.to_owned(),
            code,
            value: value.chars().take(80).collect(),
        });
    }

    fn raw(&self, column: &'static str) -> Option<&str> {
        self.places.get(column).map(|place| self.record.get(*place).unwrap_or_default().trim())
    }

    /// A cell of words. What a spreadsheet would run as a formula is refused; one that was made harmless by an
    /// apostrophe, as an exported file has it, is read without that.
    fn text(&mut self, column: &'static str, most: usize) -> Option<String> {
        let cell = self.raw(column)?.to_owned();
        if cell.starts_with(['=', '+', '-', '@']) {
            self.fault(column, RowFaultCode::Formula, &cell);
            return None;
        }
        let text = match cell.strip_prefix('\'') {
            Some(rest) if rest.starts_with(['=', '+', '-', '@', '\'']) => rest.to_owned(),
            _ => cell,
        };
        if text.chars().count() > most {
            self.fault(column, RowFaultCode::TooLong, &text);
            return None;
        }
        // What others numbered may have twelve digits; the number itself is not shown again.
        if column != "barcode" && domain::aadhaar::found_in(&text) {
            self.fault(column, RowFaultCode::Aadhaar, "");
            return None;
        }
        if let Some(word) = text.split_whitespace().find(|word| !self.printable.contains(*word)).map(str::to_owned) {
            for word in text.split_whitespace() {
                if self.printable.contains(word) {
                    continue;
                }
                if text.chars().any(char::is_control) || paper::shape(paper::Face::Regular, word).is_err() {
                    self.fault(column, RowFaultCode::Unprintable, word);
                    return None;
                }
                self.printable.insert(word.to_owned());
            }
            self.printable.insert(word);
        }
        Some(text)
    }

    fn needed(&mut self, column: &'static str, most: usize) -> String {
        let known = self.faults.len();
        let text = self.text(column, most).unwrap_or_default();
        if text.is_empty() && self.faults.len() == known {
            self.fault(column, RowFaultCode::Empty, "");
        }
        text
    }

    fn yes_no(&mut self, column: &'static str) -> Option<bool> {
        let cell = self.raw(column)?.to_lowercase();
        match &*cell {
            "" => None,
            "yes" | "y" | "1" | "true" | "हाँ" | "हां" | "हा" => Some(true),
            "no" | "n" | "0" | "false" | "नहीं" | "नही" => Some(false),
            _ => {
                self.fault(column, RowFaultCode::NotYesNo, &cell);
                None
            }
        }
    }

    fn price(&mut self) -> Option<Paise> {
        let cell = self.raw("price")?.to_owned();
        if cell.is_empty() {
            return None;
        }
        let code = match scaled(&plain_number(&cell), 2) {
            None => RowFaultCode::NotAPrice,
            Some(..=-1) => RowFaultCode::NegativePrice,
            Some(0) => RowFaultCode::ZeroPrice,
            Some(paise) if Paise(paise) > MOST_PRICE => RowFaultCode::PriceTooHigh,
            Some(paise) => return Some(Paise(paise)),
        };
        self.fault("price", code, &cell);
        None
    }

    fn quantity(&mut self, column: &'static str, unit: &str) -> Option<Milli> {
        let cell = self.raw(column)?.to_owned();
        match scaled(&plain_number(&cell), 3) {
            _ if cell.is_empty() => None,
            Some(0) => None,
            Some(milli) if fits_unit(Milli(milli), unit).is_ok() => Some(Milli(milli)),
            _ => {
                self.fault(column, RowFaultCode::NotANumber, &cell);
                None
            }
        }
    }

    /// What one pack holds: a quantity and its unit, or neither.
    fn net(&mut self, packs: &Packs) -> Option<Net> {
        let cell = self.raw("net_unit").unwrap_or_default().to_owned();
        let unit = packs.units.get(&cell.to_lowercase()).cloned();
        if unit.is_none() && !cell.is_empty() {
            self.fault("net_unit", RowFaultCode::UnknownUnit, &cell);
        }
        let milli = self.quantity("net", unit.as_deref().unwrap_or_default());
        match (milli, unit) {
            (Some(_), None) if cell.is_empty() => self.fault("net_unit", RowFaultCode::Empty, ""),
            (None, Some(_)) => self.fault("net", RowFaultCode::Empty, ""),
            (milli, unit) => return milli.zip(unit).map(|(milli, unit)| Net { milli, unit }),
        }
        None
    }

    fn date(&mut self) -> Option<Date> {
        let cell = self.raw("price_from")?.to_owned();
        if cell.is_empty() {
            return None;
        }
        // As a person in India writes it, or as ISO has it.
        let parts: Vec<&str> = cell.split(['-', '/', '.']).collect();
        let number = |part: &str| part.parse::<i16>().ok();
        let date = match parts[..] {
            [year, month, day] if year.len() == 4 => number(year).zip(number(month)).zip(number(day)),
            [day, month, year] if year.len() == 4 => number(year).zip(number(month)).zip(number(day)),
            _ => None,
        };
        let date = date.and_then(|((year, month), day)| Date::new(year, month as i8, day as i8).ok());
        if date.is_none() {
            self.fault("price_from", RowFaultCode::NotADate, &cell);
        }
        date
    }

    fn district(&mut self, by_word: &HashMap<String, Name>) -> Name {
        let cell = self.needed("district", 60);
        let known = by_word.get(&cell.to_lowercase()).cloned();
        if known.is_none() && !cell.is_empty() {
            self.fault("district", RowFaultCode::UnknownDistrict, &cell);
        }
        known.unwrap_or_default()
    }

    fn one_of(&mut self, column: &'static str, code: RowFaultCode, found: impl Fn(&str) -> Option<String>) -> String {
        let cell = self.needed(column, 80);
        if cell.is_empty() {
            return cell;
        }
        found(&cell).unwrap_or_else(|| {
            self.fault(column, code, &cell);
            String::new()
        })
    }

    fn line(&mut self, packs: &Packs) -> ItemLine {
        let maker = (self.places.contains_key("maker_hi") || self.places.contains_key("maker_en")).then(|| {
            let (hi, en) =
                (self.text("maker_hi", 200).unwrap_or_default(), self.text("maker_en", 200).unwrap_or_default());
            // Known in one script only, it stands in both.
            match (hi.is_empty(), en.is_empty()) {
                (true, true) => None,
                (false, true) => Some(Name::new(hi.clone(), hi)),
                (true, false) => Some(Name::new(en.clone(), en)),
                (false, false) => Some(Name::new(hi, en)),
            }
        });
        let optional = |text: Option<String>| text.filter(|text| !text.is_empty());
        let barcode = optional(self.text("barcode", 40));
        if let Some(code) = barcode.clone().filter(|code| code.contains(char::is_whitespace)) {
            self.fault("barcode", RowFaultCode::Unfit, &code);
        }
        let hsn = self.needed("hsn", 8);
        if !hsn.is_empty() && (hsn.len() < 2 || !hsn.bytes().all(|byte| byte.is_ascii_digit())) {
            self.fault("hsn", RowFaultCode::Unfit, &hsn);
        }
        let icon = optional(self.text("icon", 40));
        if let Some(unknown) = icon.clone().filter(|icon| !ICONS.contains(&&**icon)) {
            self.fault("icon", RowFaultCode::UnknownIcon, &unknown);
        }
        let owner = match optional(self.text("owner", 60)).map(|owner| owner.to_lowercase()) {
            None => Owner::Mart,
            Some(mart) if mart == "mart" => Owner::Mart,
            Some(id) => Owner::Consignor(id.trim_start_matches("consignor:").to_owned()),
        };
        let unit =
            self.one_of("unit", RowFaultCode::UnknownUnit, |cell| packs.units.get(&cell.to_lowercase()).cloned());
        ItemLine {
            row: self.row,
            sku: self.needed("sku", 40),
            barcode,
            name: Name::new(self.needed("name_hi", 200), self.needed("name_en", 200)),
            maker,
            district: self.district(&packs.districts),
            icon,
            hsn,
            rate_class: self.one_of("rate_class", RowFaultCode::UnknownClass, |cell| {
                packs.classes.contains(cell).then(|| cell.to_owned())
            }),
            gi: self.yes_no("gi"),
            gi_name: self.text("gi_name", 80),
            gi_number: self.text("gi_number", 20),
            net: self.places.contains_key("net").then(|| self.net(packs)),
            retired: self.yes_no("retired"),
            price_paise: self.price(),
            includes_tax: self.yes_no("includes_tax").unwrap_or(true),
            from: self.date(),
            variant_of: self.raw("variant_of").map(str::to_owned),
            variant: self.text("variant", 60),
            quantity: self.quantity("quantity", &unit),
            unit,
            owner,
        }
    }
}

/// What cells are looked up in.
struct Packs {
    districts: HashMap<String, Name>,
    units: HashMap<String, String>,
    classes: HashSet<String>,
}

impl Packs {
    fn new() -> Self {
        let words = |code: &str, name: &Name| [code.to_lowercase(), name.hi.to_lowercase(), name.en.to_lowercase()];
        Self {
            districts: DISTRICTS
                .iter()
                .flat_map(|(code, name)| words(code, name).map(|word| (word, name.clone())))
                .collect(),
            // Two units share the word for a piece: the earlier code holds.
            units: units().fold(HashMap::new(), |mut known, (code, name)| {
                known.insert(code.to_lowercase(), code.to_owned());
                for word in words(code, name) {
                    known.entry(word).or_insert_with(|| code.to_owned());
                }
                known
            }),
            classes: TAX.classes().map(|(word, _)| word.to_owned()).collect(),
        }
    }
}

/// Reads a file. A file that is no table of items is refused whole; a row that is wrong is told.
pub fn read(bytes: &[u8]) -> Result<ItemTable, Refusal> {
    let (text, encoding) = decode(bytes)?;
    let delimiter = delimiter_of(&text);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter as u8)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut records = reader.records();
    let first = records.next().and_then(Result::ok).ok_or(Refusal::NotACsv)?;
    let places = header(&first, COLUMNS, NEEDED, false)?;
    let packs = Packs::new();
    let (mut lines, mut faults, mut printable) = (Vec::new(), Vec::new(), HashSet::new());
    let (mut skus, mut barcodes): (HashMap<String, u32>, HashMap<String, u32>) = (HashMap::new(), HashMap::new());
    let mut rows = 0;
    for (record, no) in records.zip(2u32..) {
        let record = record.map_err(|_| Refusal::NotACsv)?;
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        rows += 1;
        if rows > MOST_ROWS {
            return Err(Refusal::ImportTooLong { limit: MOST_ROWS as i64 });
        }
        let mut cells =
            Cells { row: no, record: &record, places: &places, faults: Vec::new(), printable: &mut printable };
        if record.len() != first.len() {
            cells.fault("", RowFaultCode::WrongWidth, &record.len().to_string());
            faults.append(&mut cells.faults);
            continue;
        }
        let line = cells.line(&packs);
        if let Some(earlier) = skus.insert(line.sku.to_lowercase(), no).filter(|_| !line.sku.is_empty()) {
            cells.fault("sku", RowFaultCode::SkuTwice, &earlier.to_string());
        }
        if let Some(earlier) = line.barcode.clone().and_then(|code| barcodes.insert(code, no)) {
            cells.fault("barcode", RowFaultCode::BarcodeTwice, &earlier.to_string());
        }
        if cells.faults.is_empty() {
            lines.push(line);
        } else {
            faults.append(&mut cells.faults);
        }
    }
    if rows == 0 {
        return Err(Refusal::NotACsv);
    }
    Ok(ItemTable { encoding, delimiter, rows, lines, faults })
}
