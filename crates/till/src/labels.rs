//! Label sheets: items and how many labels of each, as a PDF to print. Not here: what a label looks like
//! (`paper::label`).

use crate::desk::Desk;
use crate::device::write_file;
use crate::fault::Stop;
use crate::packs;
use crate::printer;
use crate::receipt::unprintable;
use crate::store;
use crate::store::print_job::{Asked, Form, Route};
use domain::consignment::Piece;
use domain::item::{Item, Net, called_handloom};
use domain::name::{Language, Name};
use domain::quantity::Milli;
use domain::refusal::Refusal;
use jiff::civil::Date;
use paper::label::{CodeKind, Grid, Indication, Label};
use paper::pdf::About;
use paper::words::text;
use paper::{Unprintable, printable};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Labels of one PDF: more than anyone cuts in a day.
const MOST: usize = 2_000;

/// An item and its labels.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct LabelsOf {
    /// SKU or barcode.
    pub item: String,
    pub count: u32,
    /// Month and year of packing, `11-2026`; goods that are not packed have none.
    #[serde(default)]
    pub packed: String,
    /// Month and year until which packed goods keep; empty for those that do not perish.
    #[serde(default)]
    pub best_before: String,
}

/// A sheet of labels.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub enum LabelSheet {
    /// 24 of 63.5 by 33.9 mm.
    #[serde(rename = "3x8")]
    ThreeByEight,
    /// 65 of 38.1 by 21.2 mm.
    #[serde(rename = "5x13")]
    FiveByThirteen,
}

impl LabelSheet {
    fn grid(self) -> Grid {
        match self {
            Self::ThreeByEight => Grid::Large,
            Self::FiveByThirteen => Grid::Small,
        }
    }
}

/// The code on a label.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "named as on the screen")]
pub enum LabelCode {
    Bars,
    Qr,
}

/// What to make.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct MakeLabels {
    pub items: Vec<LabelsOf>,
    pub sheet: LabelSheet,
    pub code: LabelCode,
    /// Labels of the first sheet that are used up already.
    #[serde(default)]
    pub skip: u32,
    /// Send it to the printer of labels as well.
    #[serde(default)]
    pub print: bool,
}

/// What was made.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct LabelsView {
    pub path: String,
    pub labels: u32,
    pub sheets: u32,
    /// The first goods that are called handloom on a label which bears no number of that mark.
    pub unmarked: Option<Name>,
}

fn not_over(labels: usize) -> Result<(), Refusal> {
    if labels > MOST { Err(Refusal::LabelsOver { labels: labels as i64, limit: MOST as i64 }) } else { Ok(()) }
}

/// Makes label sheets and saves them in the folder `labels` beside the database.
pub fn make_labels(desk: &mut Desk, input: MakeLabels) -> Result<LabelsView, Stop> {
    let grid = input.sheet.grid();
    let kind = match input.code {
        LabelCode::Bars => CodeKind::Bars,
        LabelCode::Qr => CodeKind::Qr,
    };
    let count: usize = input.items.iter().map(|of| of.count as usize).sum();
    if count == 0 {
        return Err(Refusal::invalid("count").into());
    }
    not_over(count)?;
    let (across, down) = grid.size();
    if input.skip as usize >= across * down {
        return Err(Refusal::invalid("skip").into());
    }
    let way = printer::routed(&desk.db, Route::Label)?;
    if input.print && way.is_none() {
        return Err(Refusal::NoPrinter.into());
    }
    let mut labels = Vec::with_capacity(count);
    for of in &input.items {
        let months = Months::of(desk, of)?;
        let item = of.item.trim();
        let item = store::item::by_code(&desk.db, item)?
            .ok_or_else(|| Refusal::UnknownBarcode { code: item.chars().take(40).collect() })?;
        let label = label(desk, item, None, &months)?;
        labels.extend(std::iter::repeat_n(label, of.count as usize));
    }
    made(desk, &labels, grid, kind, input.skip as usize, input.print)
}

/// Lays labels out, saves them, and sends them to the printer of labels if they shall print.
fn made(
    desk: &Desk,
    labels: &[Label],
    grid: Grid,
    kind: CodeKind,
    skip: usize,
    print: bool,
) -> Result<LabelsView, Stop> {
    let count = labels.len();
    let pages = paper::label::pages(labels, grid, kind, skip).map_err(|error| match error {
        // A name as long as a novel is the item's to shorten.
        Unprintable::Height { text } | Unprintable::Width { text } => Stop::from(Refusal::invalid(text)),
        other => unprintable(other).into(),
    })?;
    let now = desk.now_us();
    let about = About {
        title: format!("{} x {count}", labels.first().map_or("", |label| &label.name.en)),
        author: desk.mart.name.en.clone(),
        identifier: format!("labels {now}"),
        made_at_us: now,
    };
    let path = desk.path.with_file_name("labels").join(format!("labels-{}.pdf", now / 1_000));
    write_file(&path, &paper::pdf::bytes(&pages, &about).map_err(unprintable)?)?;
    let path = path.display().to_string();
    if print {
        let by = desk.signed_in()?.id.clone();
        let asked = Asked { file: Some(&path), by: Some(&by), ..Asked::new(Form::File, Route::Label) };
        store::print_job::ask(&desk.db, &asked, now)?;
    }
    let unmarked = labels.iter().find(|label| label.mark.is_empty() && called_handloom(&label.name));
    let unmarked = unmarked.map(|label| label.name.clone());
    Ok(LabelsView { path, labels: count as u32, sheets: pages.len() as u32, unmarked })
}

/// A tag of an item, or of one unique piece of it as it is now.
pub(crate) struct Tag {
    pub item: Uuid,
    pub piece: Option<String>,
}

/// Makes tags.
pub(crate) fn labels_of_pieces(desk: &mut Desk, tags: &[Tag], sheet: LabelSheet) -> Result<LabelsView, Stop> {
    if tags.is_empty() {
        return Err(Refusal::NothingToTag.into());
    }
    not_over(tags.len())?;
    let mut labels = Vec::with_capacity(tags.len());
    for Tag { item, piece } in tags {
        let item = store::item::by_id(&desk.db, *item)?.ok_or(Refusal::UnknownItem)?;
        let piece = match piece {
            None => None,
            Some(code) => store::stock::piece(&desk.db, code)?.map(|row| row.piece),
        };
        labels.push(label(desk, item, piece.as_ref(), &Months::default())?);
    }
    let print = printer::routed(&desk.db, Route::Label)?.is_some();
    made(desk, &labels, sheet.grid(), CodeKind::Bars, 0, print)
}

/// Of packed goods, `NOV-2026`; empty where none is said.
#[derive(Default)]
struct Months {
    packed: String,
    best_before: String,
}

impl Months {
    /// Refuses what is no month, goods of tomorrow, and goods that had perished when they were packed.
    fn of(desk: &Desk, of: &LabelsOf) -> Result<Self, Refusal> {
        let packed = month("packed", &of.packed)?;
        let best_before = month("best_before", &of.best_before)?;
        if packed.is_some_and(|packed| packed > desk.today().1) {
            return Err(Refusal::invalid("packed"));
        }
        if best_before.is_some_and(|until| packed.is_none_or(|packed| until < packed)) {
            return Err(Refusal::invalid("best_before"));
        }
        let text = |month: Option<Date>| {
            month.map_or_else(String::new, |month| month.strftime("%b-%Y").to_string().to_uppercase())
        };
        Ok(Self { packed: text(packed), best_before: text(best_before) })
    }
}

/// The first day of a month as a person writes it, month or year first; none where nothing is said.
fn month(what: &str, said: &str) -> Result<Option<Date>, Refusal> {
    let said = said.trim();
    if said.is_empty() {
        return Ok(None);
    }
    let day = said.split_once(['-', '/', '.']).and_then(|(first, second)| {
        let (month, year) = if second.len() == 4 { (first, second) } else { (second, first) };
        Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()
    });
    let day = day.filter(|day| (2000..2100).contains(&day.year()));
    day.map(Some).ok_or_else(|| Refusal::invalid(what))
}

fn label(desk: &Desk, item: Item, piece: Option<&Piece>, months: &Months) -> Result<Label, Stop> {
    let on = desk.today().1;
    let unpriced = || Refusal::ItemNotForSale { name: item.name.hi.clone() };
    let (price, includes_tax) = store::item::price(&desk.db, item.id, on)?.ok_or_else(unpriced)?;
    // The retail price is the one with all taxes (rule 2(m)); one that is kept without them is not printed as such.
    if !includes_tax {
        return Err(Refusal::invalid("includes_tax").into());
    }
    let price = piece.and_then(|piece| piece.price_paise).unwrap_or(price);
    let net = item.net.clone().unwrap_or_else(|| Net { milli: Milli::ONE, unit: item.unit.clone() });
    let unit_price = net.unit_price(price).map(|(price, unit)| {
        let unit = packs::unit(unit);
        let said = |language, unit: &str| {
            text(
                language,
                "paper-unit-price",
                &[("price", price.to_rupee_text().into()), ("unit", unit.to_owned().into())],
            )
        };
        Name::new(said(Language::Hi, &unit.hi), said(Language::En, &unit.en))
    });
    let (quantity, unit) = (net.milli.to_text(), packs::unit(&net.unit));
    let mart = &desk.mart;
    let care = |name: &str, address: &str| {
        [name, address, &mart.phone, &mart.email]
            .into_iter()
            .filter(|said| !said.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let indication = || Indication { name: printable(&item.gi_name), number: printable(&item.gi_number) };
    Ok(Label {
        sku: printable(&item.sku),
        price,
        maker: piece.and_then(|piece| piece.made_by.clone()).or(item.maker),
        district: item.district,
        gi: item.gi.then(indication),
        mark: piece.map(|piece| printable(&piece.mark)).unwrap_or_default(),
        hsn: item.hsn.chars().take(mart.hsn_digits).collect(),
        net: Name::new(format!("{quantity} {}", unit.hi), format!("{quantity} {}", unit.en)),
        unit_price,
        packed: months.packed.clone(),
        best_before: months.best_before.clone(),
        code: piece.map_or(item.barcode, |piece| piece.code.clone()),
        care: Name::new(care(&mart.name.hi, &mart.address.hi), care(&mart.name.en, &mart.address.en)),
        name: item.name,
    })
}
