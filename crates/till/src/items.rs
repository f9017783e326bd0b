//! Items as storekeeper and manager keep them: the list, one item with its prices and variants, what a new
//! price would do, and photographs. Not here: writing an item or a price (`masters`), tables of them (`import`).

use crate::desk::Desk;
use crate::fault::{Fault, Stop};
use crate::packs::{self, COMMISSION, TAX};
use crate::sign_in::Nothing;
use crate::store;
use crate::store::item::{Asked, Filter};
use crate::views::Money;
use data_encoding::{BASE64, HEXLOWER};
use domain::agreement::{Owner, SupplyMode};
use domain::entry::Fact;
use domain::gst::{Rate, Supply, charge, dead_zone};
use domain::item::{Item, MOST_PRICE, Price};
use domain::money::{Bps, Paise};
use domain::name::Name;
use domain::quantity::Milli;
use domain::refusal::Refusal;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::Cursor;
use ts_rs::TS;
use uuid::Uuid;

/// Which items.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct ViewItems {
    /// Words as at the counter; empty for all.
    #[serde(default)]
    pub text: String,
    pub filter: Filter,
    #[serde(default)]
    pub offset: u32,
}

/// An item in a list.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, clippy::struct_excessive_bools, reason = "fields of domain::item::Item, each shown by itself")]
pub struct ItemRowView {
    pub id: String,
    pub sku: String,
    pub name: Name,
    pub variant: String,
    pub maker: Option<Name>,
    pub district: Name,
    pub category: String,
    pub picture: Option<String>,
    pub hsn: String,
    pub unit: Name,
    pub gi: bool,
    pub retired: bool,
    /// Of the day; none: it cannot be sold.
    pub price: Option<Money>,
    pub on_hand: String,
    pub low: bool,
    pub hsn_short: bool,
    /// The rate of its class is still to be confirmed.
    pub unconfirmed: bool,
}

/// Items, and how many there are in all.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct ItemsView {
    pub items: Vec<ItemRowView>,
    pub total: u32,
}

/// A page of a list, and how many a search looks at.
const PAGE: usize = 60;
const FOUND: usize = 200;

fn unconfirmed() -> Vec<String> {
    TAX.classes().filter(|(_, class)| class.unconfirmed).map(|(word, _)| word.to_owned()).collect()
}

fn row(desk: &Desk, item: &Item, asked: &Asked) -> Result<ItemRowView, Fault> {
    let on_hand = store::item::on_hand(&desk.db, item.id)?;
    Ok(ItemRowView {
        id: item.id.to_string(),
        sku: item.sku.clone(),
        name: item.name.clone(),
        variant: item.variant.clone(),
        maker: item.maker.clone(),
        district: item.district.clone(),
        category: item.icon.clone(),
        picture: item.picture.clone(),
        hsn: item.hsn.clone(),
        unit: packs::unit(&item.unit),
        gi: item.gi,
        retired: item.retired,
        price: store::item::price(&desk.db, item.id, asked.on)?.map(|(paise, _)| paise.into()),
        on_hand: on_hand.to_text(),
        low: on_hand <= store::item::reorder_level(item),
        hsn_short: item.hsn.len() < asked.hsn_digits,
        unconfirmed: asked.unconfirmed.contains(&item.rate_class),
    })
}

/// Lists items by words and filter.
pub fn view_items(desk: &mut Desk, input: ViewItems) -> Result<ItemsView, Stop> {
    let unconfirmed = unconfirmed();
    let asked = Asked { on: desk.today().1, hsn_digits: desk.mart.hsn_digits, unconfirmed: &unconfirmed };
    let (items, total) = if input.text.trim().is_empty() {
        store::item::page(&desk.db, input.filter, &asked, PAGE, input.offset as usize)?
    } else {
        let found = match input.filter {
            Filter::Retired => store::item::search_retired(&desk.db, &input.text, FOUND)?,
            _ => store::search::search(&desk.db, asked.on, &input.text, FOUND)?,
        };
        let mut kept = Vec::new();
        for item in found {
            if store::item::belongs(&desk.db, &item, input.filter, &asked)? {
                kept.push(item);
            }
        }
        let total = kept.len() as i64;
        (kept.into_iter().skip(input.offset as usize).take(PAGE).collect(), total)
    };
    let items = items.iter().map(|item| row(desk, item, &asked)).collect::<Result<_, _>>()?;
    Ok(ItemsView { items, total: total as u32 })
}

/// The first items that are running out, and how many there are.
pub(crate) fn running_out(desk: &Desk, limit: usize, most: usize) -> Result<ItemsView, Stop> {
    let unconfirmed = unconfirmed();
    let asked = Asked { on: desk.today().1, hsn_digits: desk.mart.hsn_digits, unconfirmed: &unconfirmed };
    let (items, total) = store::item::running_out(&desk.db, limit, most)?;
    let items = items.iter().map(|item| row(desk, item, &asked)).collect::<Result<_, _>>()?;
    Ok(ItemsView { items, total: total as u32 })
}

/// How many items for sale have an HSN shorter than the mart's, and how many a rate to be confirmed.
pub(crate) fn to_look_at(desk: &Desk) -> Result<(u32, u32), Fault> {
    let unconfirmed = unconfirmed();
    let asked = Asked { on: desk.today().1, hsn_digits: desk.mart.hsn_digits, unconfirmed: &unconfirmed };
    let count = |filter| store::item::page(&desk.db, filter, &asked, 0, 0).map(|(_, total)| total as u32);
    Ok((count(Filter::ShortHsn)?, count(Filter::Unconfirmed)?))
}

/// Which item.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct WhichItem {
    #[ts(type = "string")]
    pub item: Uuid,
}

/// A price on its days.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "fields of domain::item::Price")]
pub struct PriceView {
    pub from: String,
    pub price: Money,
    pub includes_tax: bool,
    /// `past`, `now` or `coming`.
    pub state: PriceState,
}

/// Whether a price holds today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "said above")]
pub enum PriceState {
    Past,
    Now,
    Coming,
}

/// One item with all that hangs on it, and what a label says of it (gst.md 7.1).
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ItemView {
    pub item: Item,
    pub row: ItemRowView,
    /// Three letters of its district, where it is one of the 75.
    pub district_code: Option<String>,
    pub rate_description: String,
    pub rate: String,
    pub prices: Vec<PriceView>,
    pub parent: Option<ItemRowView>,
    pub variants: Vec<ItemRowView>,
    /// Whose goods are sold next.
    pub owner: Option<Name>,
}

/// One item.
pub fn view_item(desk: &mut Desk, input: WhichItem) -> Result<ItemView, Stop> {
    item_view(desk, input.item)
}

fn item_view(desk: &Desk, id: Uuid) -> Result<ItemView, Stop> {
    let item = store::item::by_id(&desk.db, id)?.ok_or(Refusal::UnknownItem)?;
    let unconfirmed = unconfirmed();
    let asked = Asked { on: desk.today().1, hsn_digits: desk.mart.hsn_digits, unconfirmed: &unconfirmed };
    let listed = store::item::prices(&desk.db, id)?;
    let now = listed.iter().find(|price| price.from <= asked.on).map(|price| price.from);
    let prices = listed
        .iter()
        .map(|price| PriceView {
            from: price.from.to_string(),
            price: price.price_paise.into(),
            includes_tax: price.includes_tax,
            state: match Some(price.from).cmp(&now) {
                std::cmp::Ordering::Greater => PriceState::Coming,
                std::cmp::Ordering::Equal => PriceState::Now,
                std::cmp::Ordering::Less => PriceState::Past,
            },
        })
        .collect();
    let rows = |items: Vec<Item>| items.iter().map(|item| row(desk, item, &asked)).collect::<Result<Vec<_>, _>>();
    let parent = match item.parent {
        Some(parent) => store::item::by_id(&desk.db, parent)?,
        None => None,
    };
    let owner = match store::item::owner_to_sell(&desk.db, id)? {
        Owner::Mart => None,
        Owner::Vendor(gstin) => store::purchase::vendor(&desk.db, &gstin)?.map(|vendor| vendor.name),
        Owner::Consignor(id) => store::consignor::name(&desk.db, &id)?,
    };
    let class = TAX.class(&item.rate_class, asked.on)?;
    Ok(ItemView {
        row: row(desk, &item, &asked)?,
        district_code: packs::DISTRICTS.iter().find(|(_, name)| **name == item.district).map(|(code, _)| code.clone()),
        rate_description: class.description.clone(),
        rate: rate_text(&TAX.rate(&item.rate_class, asked.on)?),
        prices,
        parent: rows(parent.into_iter().collect())?.pop(),
        variants: rows(store::item::variants(&desk.db, id)?)?,
        owner,
        item,
    })
}

/// `5%`, or `5% / 18% > ₹2,500` where a higher rate begins above a price.
fn rate_text(rate: &Rate) -> String {
    match rate.threshold {
        None => rate.rate_bp.to_text(),
        Some(threshold) => format!(
            "{} / {} > {}",
            rate.rate_bp.to_text(),
            threshold.above_bp.to_text(),
            threshold.limit_paise.to_rupee_text()
        ),
    }
}

/// What an item can be made of.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ChoicesView {
    pub classes: Vec<ClassView>,
    pub units: Vec<CodeView>,
    pub districts: Vec<CodeView>,
    /// Registered geographical indications by the district's code.
    pub indications: BTreeMap<String, Vec<String>>,
    pub icons: Vec<String>,
    pub hsn_digits: u32,
    /// `2026-11-23`.
    pub today: String,
}

/// A rate class.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "fields of domain::tax_pack::RateClass")]
pub struct ClassView {
    pub class: String,
    pub hsn: String,
    pub description: String,
    pub rate: String,
    pub unconfirmed: bool,
}

/// A code and its words.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct CodeView {
    pub code: String,
    pub name: Name,
}

pub(crate) fn districts() -> Vec<CodeView> {
    packs::DISTRICTS.iter().map(|(code, name)| CodeView { code: code.clone(), name: name.clone() }).collect()
}

/// Rate classes with today's rate, units, districts and drawn pictures.
pub fn view_item_choices(desk: &mut Desk, _: Nothing) -> Result<ChoicesView, Stop> {
    let on = desk.today().1;
    let mut classes = Vec::new();
    for (word, class) in TAX.classes() {
        classes.push(ClassView {
            class: word.to_owned(),
            hsn: class.hsn.clone(),
            description: class.description.clone(),
            rate: rate_text(&TAX.rate(word, on)?),
            unconfirmed: class.unconfirmed,
        });
    }
    Ok(ChoicesView {
        classes,
        units: packs::units().map(|(code, name)| CodeView { code: code.to_owned(), name: name.clone() }).collect(),
        districts: districts(),
        indications: packs::INDICATIONS
            .iter()
            .map(|(code, names)| (code.clone(), names.iter().cloned().collect()))
            .collect(),
        icons: packs::ICONS.iter().map(|icon| (*icon).to_owned()).collect(),
        hsn_digits: desk.mart.hsn_digits as u32,
        today: on.to_string(),
    })
}

/// What a price does: tax, and who gets what.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct PriceEffectView {
    pub price: Money,
    pub includes_tax: bool,
    /// The rate that applies at this price.
    pub rate: String,
    pub taxable: Money,
    pub cgst: Money,
    pub sgst: Money,
    /// What a customer of this State pays for one.
    pub total: Money,
    /// Whose goods, and what of one they get under the agreement of that day.
    pub share: Option<ShareView>,
}

/// How one unit's price is shared.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ShareView {
    pub consignor: Name,
    pub consignor_gets: Money,
    /// The mart's margin or commission, without GST.
    pub mart_keeps: Money,
    pub commission: String,
}

/// What a new price would do, beside the price of that day without it.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct PricePreview {
    pub before: Option<PriceEffectView>,
    pub after: PriceEffectView,
    /// No rate is self-consistent at it; lawful are prices up to the first bound or from the second.
    pub dead_zone: Option<(Money, Money)>,
    /// It begins before today.
    pub past: bool,
}

fn effect(desk: &Desk, item: &Item, price: Paise, includes_tax: bool, on: Date) -> Result<PriceEffectView, Stop> {
    let rate = TAX.rate(&item.rate_class, on)?;
    let owner = store::item::owner_to_sell(&desk.db, item.id)?;
    let terms = match owner.consignor() {
        Some(id) => store::consignor::agreement(&desk.db, id, on)?.map(|agreement| agreement.terms(item)),
        None => None,
    };
    // What is sold in the principal's name bears no GST (gst.md 1.2, mode B).
    let principal = terms.is_some_and(|terms| terms.supply_mode == SupplyMode::B);
    let rate = if principal { Rate { rate_bp: Bps(0), threshold: None } } else { rate };
    let tax = charge(price, includes_tax, Milli::ONE, &rate, Supply::IntraState).tax;
    let share = match (owner.consignor(), terms) {
        (Some(id), Some(terms)) => {
            let earned = terms.earned(&tax, &tax, Milli::ONE, TAX.rate(COMMISSION, on)?.rate_bp);
            Some(ShareView {
                consignor: store::consignor::name(&desk.db, id)?.unwrap_or_default(),
                consignor_gets: earned.consignor_share_paise.into(),
                mart_keeps: match terms.supply_mode {
                    SupplyMode::A1 => tax.taxable_paise - earned.consignor_share_paise,
                    SupplyMode::A2 | SupplyMode::B => earned.commission_paise,
                }
                .into(),
                commission: terms.commission_bps.to_text(),
            })
        }
        _ => None,
    };
    Ok(PriceEffectView {
        price: price.into(),
        includes_tax,
        rate: tax.rate_bp.to_text(),
        taxable: tax.taxable_paise.into(),
        cgst: tax.cgst_paise.into(),
        sgst: tax.sgst_paise.into(),
        total: tax.total().into(),
        share,
    })
}

/// Shows what a price would do, before it is set.
pub fn preview_price(desk: &mut Desk, input: Price) -> Result<PricePreview, Stop> {
    let item = store::item::by_id(&desk.db, input.item)?.ok_or(Refusal::UnknownItem)?;
    if input.price_paise < Paise(1) || input.price_paise > MOST_PRICE {
        return Err(Refusal::AmountOutOfRange.into());
    }
    let before = match store::item::price(&desk.db, item.id, input.from)? {
        Some((paise, includes_tax)) => Some(effect(desk, &item, paise, includes_tax, input.from)?),
        None => None,
    };
    let zone = dead_zone(input.price_paise, input.includes_tax, &TAX.rate(&item.rate_class, input.from)?);
    Ok(PricePreview {
        before,
        after: effect(desk, &item, input.price_paise, input.includes_tax, input.from)?,
        dead_zone: zone.map(|(low, high)| (low.into(), high.into())),
        past: input.from < desk.today().1,
    })
}

/// A photograph for an item: the file as it is, PNG or JPEG.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct SetPicture {
    #[ts(type = "string")]
    pub item: Uuid,
    pub content_base64: String,
}

/// A larger file is no photograph of a thing in a shop.
pub(crate) const MOST_PICTURE_BYTES: usize = 10 << 20;
const MOST_SIDE: u32 = 12_000;
/// What its pixels may take while it is made small.
const MOST_PIXEL_BYTES: u64 = 256 << 20;
/// The longer side of what is kept.
const KEPT_SIDE: u32 = 320;

pub(crate) fn too_large() -> Refusal {
    Refusal::PictureTooLarge { limit: "10 MB".into() }
}

/// Reads a photograph and makes it small, upright and on white; what else its file tells is not kept. Needs no desk.
fn small(content_base64: &str) -> Result<Vec<u8>, Refusal> {
    if content_base64.len() > MOST_PICTURE_BYTES / 3 * 4 + 8 {
        return Err(too_large());
    }
    let bytes = BASE64.decode(content_base64.as_bytes()).map_err(|_| Refusal::NotAPicture)?;
    let format = image::guess_format(&bytes).map_err(|_| Refusal::NotAPicture)?;
    if ![ImageFormat::Png, ImageFormat::Jpeg].contains(&format) {
        return Err(Refusal::NotAPicture);
    }
    let mut reader = ImageReader::with_format(Cursor::new(&bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_SIDE);
    limits.max_image_height = Some(MOST_SIDE);
    limits.max_alloc = Some(MOST_PIXEL_BYTES);
    reader.limits(limits);
    let wrong = |error| match error {
        image::ImageError::Limits(_) => too_large(),
        _ => Refusal::NotAPicture,
    };
    let mut decoder = reader.into_decoder().map_err(wrong)?;
    if decoder.total_bytes() > MOST_PIXEL_BYTES {
        return Err(too_large());
    }
    // A telephone says beside the pixels which way it was held, and often where.
    let upright = decoder.orientation().map_err(wrong)?;
    let said = [decoder.exif_metadata(), decoder.xmp_metadata(), decoder.iptc_metadata()];
    let plain = said.iter().all(|said| matches!(said, Ok(None)));
    let mut picture = DynamicImage::from_decoder(decoder).map_err(wrong)?;
    let small = picture.width().max(picture.height()) <= KEPT_SIDE && bytes.len() <= 64 << 10;
    if format == ImageFormat::Jpeg && small && plain {
        return Ok(bytes);
    }
    picture.apply_orientation(upright);
    let picture = if picture.width().max(picture.height()) > KEPT_SIDE {
        picture.thumbnail(KEPT_SIDE, KEPT_SIDE)
    } else {
        picture
    };
    let mut flat = image::RgbImage::new(picture.width(), picture.height());
    for (x, y, pixel) in picture.to_rgba8().enumerate_pixels() {
        let [red, green, blue, alpha] = pixel.0.map(u32::from);
        let on_white = |part: u32| ((part * alpha + 255 * (255 - alpha)) / 255) as u8;
        flat.put_pixel(x, y, image::Rgb([red, green, blue].map(on_white)));
    }
    let mut jpeg = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut jpeg, 82)
        .encode_image(&flat)
        .map_err(|_| Refusal::NotAPicture)?;
    Ok(jpeg)
}

/// Done before the desk is taken, so that a large photograph keeps nobody waiting at the counter.
pub(crate) fn make_small(input: &mut serde_json::Value) -> Result<(), Refusal> {
    if let Some(serde_json::Value::String(content)) = input.get_mut("content_base64") {
        *content = BASE64.encode(&small(content)?);
    }
    Ok(())
}

/// Keeps a photograph, small, and answers the hash it is named by.
pub(crate) fn keep_picture(db: &rusqlite::Connection, content_base64: &str) -> Result<String, Stop> {
    let jpeg = small(content_base64)?;
    let hash = HEXLOWER.encode(&Sha256::digest(&jpeg));
    store::picture::keep(db, &hash, &jpeg)?;
    Ok(hash)
}

/// Gives an item a photograph.
pub fn set_picture(desk: &mut Desk, input: SetPicture) -> Result<ItemView, Stop> {
    let mut item = store::item::by_id(&desk.db, input.item)?.ok_or(Refusal::UnknownItem)?;
    desk.commit(|writing| {
        item.picture = Some(keep_picture(writing.db, &input.content_base64)?);
        writing.append(Fact::ItemSet(item))
    })?;
    item_view(desk, input.item)
}

/// Which photograph.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct WhichPicture {
    pub picture: String,
}

/// A small JPEG.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct PictureView {
    pub jpeg_base64: String,
}

/// The photograph of a hash; its bytes never change, so a screen asks once.
pub fn view_picture(desk: &mut Desk, input: WhichPicture) -> Result<PictureView, Stop> {
    let jpeg = store::picture::get(&desk.db, &input.picture)?.ok_or(Refusal::NotAPicture)?;
    Ok(PictureView { jpeg_base64: BASE64.encode(&jpeg) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::ImageEncoder;
    use image::codecs::jpeg::JpegEncoder;

    /// A JPEG, its left half black, that says what a telephone held on its side says of itself.
    fn on_its_side(width: u32, height: u32) -> String {
        let half = |x, _| image::Luma([if x < width / 2 { 0 } else { 255 }]);
        let pixels = image::GrayImage::from_fn(width, height, half);
        // Little-endian TIFF with one field: orientation (0x0112), a short, one of it, 6: turn it right by a quarter.
        let exif = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
        let mut jpeg = Vec::new();
        let mut encoder = JpegEncoder::new(&mut jpeg);
        encoder.set_exif_metadata(exif).expect("JPEG has a place for it");
        encoder.write_image(&pixels, width, height, image::ExtendedColorType::L8).expect("encoded");
        BASE64.encode(&jpeg)
    }

    #[test]
    fn a_photograph_stands_upright_and_tells_nothing_beside_its_pixels() {
        for (width, height, kept) in [(600, 300, (160, 320)), (60, 30, (30, 60))] {
            let jpeg = small(&on_its_side(width, height)).expect("a photograph");
            assert!(!jpeg.windows(4).any(|bytes| bytes == b"Exif"), "nothing of where it was taken");
            let upright = image::load_from_memory(&jpeg).expect("a picture").to_luma8();
            assert_eq!(upright.dimensions(), kept);
            let (top, bottom) = (upright.get_pixel(kept.0 / 2, 4).0[0], upright.get_pixel(kept.0 / 2, kept.1 - 4).0[0]);
            assert!(top < 60 && bottom > 200, "what was left is above: {top} {bottom}");
            assert_eq!(small(&BASE64.encode(&jpeg)).expect("again"), jpeg, "what is small stays as it is");
        }
    }
}
