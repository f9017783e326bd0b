//! Taking in what another mart sent: counted before anybody sees how much it was, shown line by line, taken whole and once.
//! Not here: sending, letters and settling (`transfers`).

use crate::clock::date_text;
use crate::consign::entry;
use crate::desk::{Desk, Writing};
use crate::fault::Stop;
use crate::import::own_code;
use crate::packs;
use crate::stock::said;
use crate::store;
use crate::transfers::{SignerView, TransferView, hash_of, open, owner_name, seq_of, signer, trust, view_entry};
use crate::views::Money;
use domain::agreement::{CommissionOf, Owner, Which};
use domain::consignment::Piece;
use domain::consignor::ConsignorSet;
use domain::entry::Fact;
use domain::item::{Item, Price};
use domain::mart::Mart;
use domain::name::Name;
use domain::operator::Role;
use domain::quantity::Milli;
use domain::refusal::Refusal;
use domain::transfer::{
    Answer, Came, Letter, LetterKind, MartAddress, Parcel, ParcelConsignor, ParcelItem, ParcelLine, TakenLine,
    TransferTaken,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;
use uuid::Uuid;

/// What was counted of a line, before anybody sees what was sent.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// How much came whole; of unique pieces their number counts.
    pub came_milli: Milli,
    /// Tags of unique pieces that came whole; those of other lines among them are theirs.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub seen: Vec<String>,
}

/// A letter from another mart, and what was counted of its lines so far.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct Arrival {
    pub content_base64: String,
    #[serde(default)]
    pub counts: Vec<Option<Counted>>,
    /// What was found, in words.
    #[serde(default)]
    pub note: String,
}

/// A line of what would be taken in.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ArrivalLineView {
    pub sku: String,
    pub barcode: String,
    pub name: Name,
    pub variant: String,
    pub icon: String,
    pub unit: Name,
    /// This mart does not sell it yet: it would be made.
    pub new_item: bool,
    pub price: Option<Money>,
    pub owner_name: Option<Name>,
    /// This mart does not know them yet: they would be made, with their agreement.
    pub new_owner: bool,
    /// Unique pieces: their tags are scanned.
    pub unique: bool,
    /// What was sent; none: until all is counted nobody is told.
    pub sent: Option<String>,
    pub short: Option<String>,
    /// Tags of pieces that did not come.
    pub missing: Vec<String>,
}

/// What would be taken in.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ArrivalView {
    pub transfer: String,
    pub number: String,
    pub date: String,
    pub from: MartAddress,
    pub note: String,
    pub signer: SignerView,
    pub lines: Vec<ArrivalLineView>,
    /// Every line is counted.
    pub counted: bool,
    /// It was taken in before.
    pub taken: bool,
}

/// The parcel of a letter that is meant for this mart.
fn parcel_of(letter: &Letter, mart: &Mart) -> Result<Parcel, Refusal> {
    let parcel: Parcel = letter.read(LetterKind::Parcel)?;
    parcel.check()?;
    if parcel.to.gstin != mart.gstin || parcel.from.gstin != mart.gstin {
        return Err(Refusal::TransferNeedsInvoice { gstin: parcel.from.gstin });
    }
    if parcel.to.code != mart.district {
        return Err(Refusal::TransferElsewhere { mart: parcel.to.name.hi });
    }
    if !letter.till.starts_with(&parcel.from.code) || !parcel.number.starts_with(&letter.till) {
        return Err(Refusal::NotALetter);
    }
    Ok(parcel)
}

/// Whether this very parcel was taken in before; another one under its id is no such letter.
fn taken_before(desk: &Desk, letter: &Letter, parcel: &Parcel) -> Result<Option<i64>, Stop> {
    let Some(seq) = store::stock::note_of(&desk.db, parcel.id)? else { return Ok(None) };
    match entry(desk, seq)?.fact {
        Fact::TransferTaken(taken) if taken.letter.said == letter.said => Ok(Some(seq)),
        _ => Err(Refusal::TransferChanged.into()),
    }
}

fn came(parcel: &Parcel, line: &ParcelLine, counted: &Counted) -> Result<Came, Refusal> {
    let mut came = Came { came_milli: counted.came_milli, missing: Vec::new() };
    if !line.pieces.is_empty() {
        let seen: BTreeSet<&str> = counted.seen.iter().map(String::as_str).collect();
        let on_none =
            |code: &&&str| !parcel.lines.iter().flat_map(|line| &line.pieces).any(|piece| piece.code == **code);
        if let Some(foreign) = seen.iter().find(on_none) {
            return Err(Refusal::UnknownPiece { code: foreign.chars().take(40).collect() });
        }
        let gone = line.pieces.iter().filter(|piece| !seen.contains(piece.code.as_str()));
        came.missing = gone.map(|piece| piece.code.clone()).collect();
        came.came_milli = Milli((line.pieces.len() - came.missing.len()) as i64 * Milli::ONE.0);
    }
    came.check(line)?;
    if let Some(one) = parcel.item(line.item).filter(|_| ![Milli(0), line.qty_milli].contains(&came.came_milli)) {
        packs::fits_unit(came.came_milli, &one.item.unit)?;
    }
    Ok(came)
}

/// What the parcel's items and owners are here.
#[derive(Default)]
struct Here {
    items: BTreeMap<Uuid, (Item, bool)>,
    owners: BTreeMap<Owner, (Owner, bool)>,
}

/// The item here that a parcel's is: by its id, else by its code if that names the same goods. Another one under that code
/// must be told apart first.
fn same_item(writing: &Writing, sent: &Item) -> Result<Option<Item>, Stop> {
    let fits = |here: &Item| here.unit == sent.unit && here.rate_class == sent.rate_class;
    let differs = || Refusal::TransferItemDiffers { sku: sent.sku.clone() };
    if let Some(here) = store::item::by_id(writing.db, sent.id)? {
        return if fits(&here) { Ok(Some(here)) } else { Err(differs().into()) };
    }
    match store::item::by_code(writing.db, &sent.sku)? {
        Some(here)
            if fits(&here) && here.variant == sent.variant && here.name.en.eq_ignore_ascii_case(&sent.name.en) =>
        {
            Ok(Some(here))
        }
        Some(_) => Err(differs().into()),
        None => Ok(None),
    }
}

fn take_item(writing: &mut Writing, sent: &ParcelItem) -> Result<(Item, bool), Stop> {
    let known = same_item(writing, &sent.item)?;
    let is_new = known.is_none();
    let id = known.map_or(sent.item.id, |known| known.id);
    if is_new {
        let mut item = Item { picture: None, ..sent.item.clone() };
        if let Some(parent) = item.parent
            && store::item::by_id(writing.db, parent)?.is_none()
        {
            item.parent = None;
        }
        // A barcode of the other mart's own may stand on something else here.
        if store::item::by_code(writing.db, &item.barcode)?.is_some() {
            item.barcode = String::new();
        }
        writing.set_item(item)?;
    }
    if let Some((price_paise, includes_tax)) = sent.price
        && store::item::price(writing.db, id, writing.business_date)?.is_none()
    {
        writing.set_price(Price { item: id, price_paise, includes_tax, from: writing.business_date })?;
    }
    Ok((store::item::by_id(writing.db, id)?.ok_or(Refusal::UnknownItem)?, is_new))
}

/// The consignor here that a parcel's is: of the same id and names, else under the id with the other mart's code. Who is not
/// known is made, and who has no agreement gets the one that came.
fn take_owner(
    writing: &mut Writing,
    parcel: &Parcel,
    sent: &ParcelConsignor,
    here: &Here,
) -> Result<(Owner, bool), Stop> {
    let mut consignor = sent.consignor.clone();
    consignor.picture = None;
    let mut is_new = true;
    let others: String = format!("{}-{}", consignor.id, parcel.from.code.to_ascii_lowercase());
    for id in [consignor.id.clone(), others] {
        match store::consignor::by_id(writing.db, &id)? {
            Some(known) if known.name == consignor.name && store::consignor::remembered(writing.db, &id)? => {
                (consignor.id, is_new) = (id, false);
                break;
            }
            Some(_) => {}
            None => {
                consignor.id = id;
                break;
            }
        }
    }
    let id = consignor.id.clone();
    if is_new {
        if store::consignor::exists(writing.db, &id)? {
            return Err(Refusal::UnknownConsignor { id }.into());
        }
        writing.set_consignor(ConsignorSet { consignor, identity: None })?;
    }
    if store::consignor::agreement(writing.db, &id, writing.business_date)?.is_none() {
        let newest = store::consignor::agreements(writing.db, &id)?.into_iter().next();
        let mut agreement = sent.agreement.clone();
        agreement.consignor.clone_from(&id);
        agreement.version = newest.map_or(0, |newest| newest.version) + 1;
        agreement.from = writing.business_date;
        let of_here = |one: CommissionOf| match one.goods {
            Which::Category(_) => Some(one),
            Which::Item(item) => {
                let goods = Which::Item(here.items.get(&item).map(|(item, _)| item.id)?);
                Some(CommissionOf { goods, ..one })
            }
        };
        agreement.commission_of = agreement.commission_of.into_iter().filter_map(of_here).collect();
        writing.set_agreement(agreement)?;
    }
    Ok((Owner::Consignor(id), is_new))
}

/// Makes the items and owners of a parcel that are not here yet.
fn make_known(writing: &mut Writing, parcel: &Parcel) -> Result<Here, Stop> {
    let mut here = Here::default();
    here.owners.insert(Owner::Mart, (Owner::Mart, false));
    for sent in &parcel.items {
        let taken = take_item(writing, sent)?;
        here.items.insert(sent.item.id, taken);
    }
    for sent in &parcel.consignors {
        let taken = take_owner(writing, parcel, sent, &here)?;
        here.owners.insert(Owner::Consignor(sent.consignor.id.clone()), taken);
    }
    Ok(here)
}

/// The lines that come in. A piece keeps its tag unless there is one like it here; then it gets a new one, and the old one
/// stands in its note.
fn lines_here(writing: &Writing, parcel: &Parcel, counts: &[Came], here: &Here) -> Result<Vec<TakenLine>, Stop> {
    let last = store::stock::last_tag(writing.db)?.and_then(|code| code.get(2..12)?.parse::<u64>().ok());
    let coming = parcel.lines.iter().flat_map(|line| &line.pieces);
    let highest =
        coming.filter(|piece| piece.code.starts_with("22")).filter_map(|piece| piece.code.get(2..12)?.parse().ok());
    let mut next = highest.chain(last).max().unwrap_or(0);
    let mut lines: Vec<TakenLine> = Vec::new();
    for (no, (line, came)) in parcel.lines.iter().zip(counts).enumerate() {
        if came.came_milli == Milli(0) {
            continue;
        }
        let unknown = || Refusal::invalid("lines");
        let (item, _) = here.items.get(&line.item).ok_or_else(unknown)?;
        let (owner, _) = here.owners.get(&line.owner).ok_or_else(unknown)?;
        let mut pieces = Vec::new();
        for piece in line.pieces.iter().filter(|piece| !came.missing.contains(&piece.code)) {
            let mut piece = Piece { picture: None, ..piece.clone() };
            if store::stock::piece(writing.db, &piece.code)?.is_some()
                || store::item::by_code(writing.db, &piece.code)?.is_some()
            {
                next += 1;
                let note = format!("{} ({})", piece.note, piece.code);
                let note = note.trim().chars().take(domain::basket::MOST_NOTE).collect();
                piece = Piece { code: own_code("22", next), note, ..piece };
            }
            pieces.push(piece);
        }
        lines.push(TakenLine { line: no, item: item.id, owner: owner.clone(), came_milli: came.came_milli, pieces });
    }
    Ok(lines)
}

fn counts_of(parcel: &Parcel, counts: &[Option<Counted>]) -> Result<Vec<Option<Came>>, Refusal> {
    if counts.len() > parcel.lines.len() {
        return Err(Refusal::UnknownLine);
    }
    let counted = counts.iter().chain(std::iter::repeat(&None));
    parcel
        .lines
        .iter()
        .zip(counted)
        .map(|(line, one)| one.as_ref().map(|one| came(parcel, line, one)).transpose())
        .collect()
}

/// Shows line by line what taking a letter in would do; nothing is written. How much was sent is told once all is counted.
pub fn preview_transfer(desk: &mut Desk, input: Arrival) -> Result<ArrivalView, Stop> {
    let letter = open(&input.content_base64)?;
    let parcel = parcel_of(&letter, &desk.mart)?;
    let taken = taken_before(desk, &letter, &parcel)?.is_some();
    let counts = counts_of(&parcel, &input.counts)?;
    let counted = counts.iter().all(Option::is_some);
    let signer = signer(desk, &letter)?;
    let here = desk.previewing(|writing| make_known(writing, &parcel))?;
    let mut lines = Vec::with_capacity(parcel.lines.len());
    for (line, came) in parcel.lines.iter().zip(&counts) {
        let (item, new_item) = here.items.get(&line.item).ok_or(Refusal::UnknownItem)?;
        let sent = parcel.item(line.item).ok_or(Refusal::UnknownItem)?;
        let new_owner = here.owners.get(&line.owner).is_some_and(|(_, is_new)| *is_new);
        let shown = came.as_ref().filter(|_| counted);
        let price = store::item::price(&desk.db, item.id, desk.today().1)?.or(sent.price);
        lines.push(ArrivalLineView {
            sku: item.sku.clone(),
            barcode: item.barcode.clone(),
            name: item.name.clone(),
            variant: item.variant.clone(),
            icon: item.icon.clone(),
            unit: packs::unit(&item.unit),
            new_item: *new_item,
            price: price.map(|(paise, _)| paise.into()),
            owner_name: owner_name(desk, &parcel, &line.owner)?,
            new_owner,
            unique: !line.pieces.is_empty(),
            sent: counted.then(|| line.qty_milli.to_text()),
            short: shown.map(|came| Milli(line.qty_milli.0 - came.came_milli.0).to_text()),
            missing: shown.map(|came| came.missing.clone()).unwrap_or_default(),
        });
    }
    Ok(ArrivalView {
        transfer: parcel.id.to_string(),
        number: parcel.number,
        date: date_text(parcel.on),
        from: parcel.from,
        note: parcel.note,
        signer,
        lines,
        counted,
        taken,
    })
}

/// Takes another mart's goods in, all that were counted or nothing; the same letter twice is taken once. The key of a till
/// that wrote for the first time is a manager's to believe.
pub fn take_transfer(desk: &mut Desk, input: Arrival) -> Result<TransferView, Stop> {
    let letter = open(&input.content_base64)?;
    let parcel = parcel_of(&letter, &desk.mart)?;
    if let Some(seq) = taken_before(desk, &letter, &parcel)? {
        return view_entry(desk, seq);
    }
    let counts: Option<Vec<Came>> = counts_of(&parcel, &input.counts)?.into_iter().collect();
    let counts = counts.ok_or(Refusal::CountGoesOn)?;
    let short = parcel.lines.iter().zip(&counts).any(|(line, came)| came.came_milli < line.qty_milli);
    // Whoever says that something is missing says how it was found.
    let note = if short || !input.note.trim().is_empty() { said("note", &input.note)? } else { String::new() };
    let known = signer(desk, &letter)?.known;
    if !known {
        desk.needs(Role::Manager)?;
    }
    desk.commit(|writing| {
        trust(writing, &letter, &parcel.from.name, known)?;
        let here = make_known(writing, &parcel)?;
        let lines = lines_here(writing, &parcel, &counts, &here)?;
        let answer = Answer { transfer: parcel.id, parcel_hash: hash_of(&letter.said), lines: counts, note };
        let number = parcel.number.clone();
        writing.append(Fact::TransferTaken(TransferTaken { letter, transfer: parcel.id, number, lines, answer }))
    })?;
    let seq = seq_of(desk, parcel.id)?;
    view_entry(desk, seq)
}
