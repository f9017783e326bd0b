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
use domain::money::Paise;
use domain::name::Name;
use domain::refusal::Refusal;
use paper::Unprintable;
use paper::label::{CodeKind, Grid, Label};
use paper::pdf::About;
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
    /// Month and year of packing, as printed; goods that are not packed have none.
    #[serde(default)]
    pub packed: String,
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
}

/// Makes label sheets and saves them in the folder `labels` beside the database.
pub fn make_labels(desk: &mut Desk, input: MakeLabels) -> Result<LabelsView, Stop> {
    let grid = input.sheet.grid();
    let kind = match input.code {
        LabelCode::Bars => CodeKind::Bars,
        LabelCode::Qr => CodeKind::Qr,
    };
    let count: usize = input.items.iter().map(|of| of.count as usize).sum();
    if !(1..=MOST).contains(&count) {
        return Err(Refusal::invalid("count").into());
    }
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
        let label = label(desk, of)?;
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
    Ok(LabelsView { path, labels: count as u32, sheets: pages.len() as u32 })
}

/// A tag of an item, or of one unique piece of it, by its code and own price.
pub(crate) struct Tag {
    pub item: Uuid,
    pub piece: Option<(String, Option<Paise>)>,
}

/// Makes tags.
pub(crate) fn labels_of_pieces(desk: &mut Desk, tags: &[Tag], sheet: LabelSheet) -> Result<LabelsView, Stop> {
    if !(1..=MOST).contains(&tags.len()) {
        return Err(Refusal::invalid("count").into());
    }
    let mut labels = Vec::with_capacity(tags.len());
    for Tag { item, piece } in tags {
        let item = store::item::by_id(&desk.db, *item)?.ok_or(Refusal::UnknownItem)?;
        let mut label = label(desk, &LabelsOf { item: item.barcode, count: 1, packed: String::new() })?;
        if let Some((code, price)) = piece {
            label.code.clone_from(code);
            label.price = price.unwrap_or(label.price);
        }
        labels.push(label);
    }
    let print = printer::routed(&desk.db, Route::Label)?.is_some();
    made(desk, &labels, sheet.grid(), CodeKind::Bars, 0, print)
}

fn label(desk: &Desk, of: &LabelsOf) -> Result<Label, Stop> {
    if of.packed.chars().count() > 12 || of.packed.chars().any(char::is_control) {
        return Err(Refusal::invalid("packed").into());
    }
    let code = of.item.trim();
    let item = store::item::by_code(&desk.db, code)?
        .ok_or_else(|| Refusal::UnknownBarcode { code: code.chars().take(40).collect() })?;
    let on = desk.today().1;
    let unpriced = || Refusal::ItemNotForSale { name: item.name.hi.clone() };
    let (price, includes_tax) = store::item::price(&desk.db, item.id, on)?.ok_or_else(unpriced)?;
    // The retail price is the one with all taxes (rule 2(m)); one that is kept without them is not printed as such.
    if !includes_tax {
        return Err(Refusal::invalid("includes_tax").into());
    }
    let unit = packs::unit(&item.unit);
    let mart = &desk.mart;
    let care = |name: &str, address: &str| {
        [name, address, &mart.phone, &mart.email]
            .into_iter()
            .filter(|said| !said.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    };
    Ok(Label {
        sku: item.sku,
        price,
        maker: item.maker,
        district: item.district,
        gi: item.gi,
        hsn: item.hsn.chars().take(mart.hsn_digits).collect(),
        unit: Name::new(format!("1 {}", unit.hi), format!("1 {}", unit.en)),
        packed: of.packed.trim().to_owned(),
        code: item.barcode,
        care: Name::new(care(&mart.name.hi, &mart.address.hi), care(&mart.name.en, &mart.address.en)),
        name: item.name,
    })
}
