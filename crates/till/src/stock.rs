//! Where the goods are and whose: the list by item and owner, one item and one piece with all that happened to them,
//! goods given back, stock set right with who bears the loss. Not here: counting (`count`), intake (`consign`), goods that do
//! not sell (`unsold`).

use crate::clock::{date_text, time_text};
use crate::consign::entry;
use crate::consignors::known;
use crate::desk::{Desk, Writing};
use crate::fault::{Fault, Stop};
use crate::masters::printable;
use crate::packs;
use crate::slip;
use crate::store;
use crate::store::stock::{Only, PieceRow, StockRow, Wanted};
use crate::unsold::{Markdown, parse_step};
use crate::views::Money;
use domain::agreement::Owner;
use domain::bill::Series;
use domain::entry::Fact;
use domain::money::{Bps, Paise};
use domain::name::Name;
use domain::operator::Role;
use domain::quantity::Milli;
use domain::refusal::Refusal;
use domain::stock::{Cause, GIVEN_BACK_LETTER, GivenBack, GivenLine, Step, StockAdjusted, pieces_fit, step_of};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;
use uuid::Uuid;

/// Which rows of stock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StockFilter {
    /// On hand.
    Here,
    /// Fewer than none on hand.
    Negative,
    /// So long here that the maker must be told.
    Ageing,
    /// Running out: more is to be asked for.
    Reorder,
    /// Lost, by owner.
    Lost,
    /// Everything there ever was.
    All,
}

/// Which rows, whose, and by which words.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct ViewStock {
    /// `mart` or `consignor:<id>`; none: of all.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub owner: Option<String>,
    #[serde(default)]
    pub text: String,
    pub filter: StockFilter,
    #[serde(default)]
    pub offset: u32,
}

/// One owner's goods of an item.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct StockRowView {
    pub item: String,
    pub sku: String,
    pub barcode: String,
    pub name: Name,
    pub variant: String,
    pub icon: String,
    pub picture: Option<String>,
    pub unit: Name,
    pub owner: String,
    /// None: the mart's own.
    pub owner_name: Option<Name>,
    pub received: String,
    pub sold: String,
    pub given_back: String,
    pub lost: String,
    /// Promised for what is lost.
    pub owed: Money,
    /// On the way to another mart, and taken in there.
    pub in_transit: String,
    pub sent: String,
    pub here: String,
    pub here_milli: Milli,
    /// The item's level at which more is to be asked for.
    pub reorder: String,
    /// Sold in the last 30 days, where the list is of what runs out or is saved whole.
    pub sold_lately: Option<String>,
    /// Days since the oldest of it came.
    pub days: Option<i32>,
    pub price: Option<Money>,
    /// What the agreement's ladder asks to do.
    pub step: Option<Step>,
    /// The highest step that was done, and whether they agreed.
    pub done: Option<Step>,
    pub agreed: Option<bool>,
    /// The prices that would be agreed in a markdown: the item's, and those of pieces that have their own.
    pub lower: Vec<Money>,
}

/// Rows of stock, and how many there are in all.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct StockView {
    pub rows: Vec<StockRowView>,
    #[ts(type = "number")]
    pub total: i64,
    /// There are more than `total`: nobody counted on.
    pub more: bool,
    /// Owners whose goods are here, for choosing one.
    pub owners: Vec<OwnerView>,
    /// What is promised for all that was lost, where the list is of that.
    pub owed: Option<Money>,
}

/// An owner of goods that are here.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct OwnerView {
    pub owner: String,
    pub name: Option<Name>,
}

/// A page of a list, and how many items a search looks at.
const PAGE: usize = 60;
const FOUND: usize = 100;

pub(crate) fn parse_owner(text: &str) -> Result<Owner, Refusal> {
    Owner::parse(text).ok_or_else(|| Refusal::invalid("owner"))
}

pub(crate) fn owner_name(desk: &Desk, owner: &Owner) -> Result<Option<Name>, Fault> {
    match owner {
        Owner::Mart => Ok(None),
        Owner::Vendor(gstin) => {
            let vendor = store::purchase::vendor(&desk.db, gstin)?;
            Ok(Some(vendor.map_or_else(|| Name::new(gstin, gstin), |vendor| vendor.name)))
        }
        Owner::Consignor(id) => Ok(Some(store::consignor::name(&desk.db, id)?.unwrap_or_else(|| Name::new(id, id)))),
    }
}

pub(crate) fn days_since(since: Option<Date>, today: Date) -> Option<i32> {
    Some(today.since(since?).ok()?.get_days())
}

/// What sold lately, by item and owner.
type Sold = BTreeMap<(Uuid, Owner), Milli>;

/// How many days back what sold is told.
const LATELY_DAYS: i32 = 30;

fn sold_lately(desk: &Desk) -> Result<Sold, Fault> {
    match desk.today().1.checked_sub(LATELY_DAYS.days()) {
        Ok(from) => store::stock::sold_from(&desk.db, from),
        Err(_) => Ok(Sold::new()),
    }
}

pub(crate) fn row_view(desk: &Desk, row: StockRow, sold: Option<&Sold>) -> Result<StockRowView, Fault> {
    let today = desk.today().1;
    let days = days_since(row.since, today);
    let price = store::item::price(&desk.db, row.item.id, today)?.map(|(paise, _)| paise);
    let agreement = match row.owner.consignor() {
        Some(id) => store::consignor::agreement(&desk.db, id, today)?,
        None => None,
    };
    let step = agreement.as_ref().zip(days).and_then(|(agreement, days)| step_of(days, agreement));
    let answers = match (row.owner.consignor(), step, row.since) {
        (Some(id), Some(_), Some(since)) => store::unsold::answers(&desk.db, id, row.item.id, since)?,
        _ => Vec::new(),
    };
    let lower = match agreement.filter(|_| step == Some(Step::Markdown)) {
        Some(agreement) => Markdown::of(&desk.db, &row, agreement.ladder.markdown_bps, today)?.prices(),
        None => BTreeSet::new(),
    };
    // The highest step, and what was said to it last: a reminder that comes after a markdown undoes none.
    let answer = answers.into_iter().rev().max_by_key(|answer| parse_step(&answer.step));
    Ok(StockRowView {
        owner_name: owner_name(desk, &row.owner)?,
        sold_lately: sold
            .map(|sold| sold.get(&(row.item.id, row.owner.clone())).copied().unwrap_or(Milli(0)).to_text()),
        reorder: store::item::reorder_level(&row.item).to_text(),
        owner: row.owner.to_string(),
        received: row.received_milli.to_text(),
        sold: row.sold_milli.to_text(),
        given_back: row.given_milli.to_text(),
        lost: row.lost_milli.to_text(),
        owed: row.owed_paise.into(),
        in_transit: row.transit_milli.to_text(),
        sent: row.sent_milli.to_text(),
        here: row.here_milli.to_text(),
        here_milli: row.here_milli,
        days,
        lower: lower.into_iter().map(Money::from).collect(),
        price: price.map(Money::from),
        step,
        done: answer.as_ref().and_then(|answer| parse_step(&answer.step)),
        agreed: answer.and_then(|answer| answer.agreed),
        unit: packs::unit(&row.item.unit),
        item: row.item.id.to_string(),
        sku: row.item.sku,
        barcode: row.item.barcode,
        name: row.item.name,
        variant: row.item.variant,
        icon: row.item.icon,
        picture: row.item.picture,
    })
}

/// The most rows of a list that is saved whole.
const WHOLE: usize = 200_000;

/// Every row of a list.
pub(crate) fn whole_list(desk: &Desk, input: &ViewStock) -> Result<Vec<StockRowView>, Stop> {
    let (rows, _) = rows_of(desk, input, WHOLE, 0)?;
    let sold = sold_lately(desk)?;
    rows.into_iter().map(|row| Ok(row_view(desk, row, Some(&sold))?)).collect()
}

fn rows_of(desk: &Desk, input: &ViewStock, limit: usize, offset: usize) -> Result<(Vec<StockRow>, i64), Stop> {
    let owner = input.owner.as_deref().map(parse_owner).transpose()?;
    let today = desk.today().1;
    let wanted = Wanted {
        owner,
        item: None,
        only: match input.filter {
            StockFilter::Here => Some(Only::Here),
            StockFilter::Negative => Some(Only::Negative),
            StockFilter::Reorder => Some(Only::Reorder),
            StockFilter::Lost => Some(Only::Lost),
            StockFilter::Ageing | StockFilter::All => None,
        },
        ageing: (input.filter == StockFilter::Ageing).then_some(today),
    };
    if input.text.trim().is_empty() {
        return Ok(store::stock::list(&desk.db, &wanted, limit, offset)?);
    }
    let mut rows = Vec::new();
    // On the screen the best finds are enough; what is saved is saved whole.
    for item in store::search::search(&desk.db, today, &input.text, if limit > PAGE { limit } else { FOUND })? {
        rows.extend(store::stock::list(&desk.db, &Wanted { item: Some(item.id), ..wanted.clone() }, limit, 0)?.0);
    }
    let total = rows.len() as i64;
    Ok((rows, total))
}

/// Lists stock by item and owner.
pub fn view_stock(desk: &mut Desk, input: ViewStock) -> Result<StockView, Stop> {
    let (rows, total) = rows_of(desk, &input, PAGE, input.offset as usize)?;
    let mut owners = Vec::new();
    for owner in store::stock::owners(&desk.db)? {
        owners.push(OwnerView { name: owner_name(desk, &owner)?, owner: owner.to_string() });
    }
    let sold = if input.filter == StockFilter::Reorder { Some(sold_lately(desk)?) } else { None };
    let owner = input.owner.as_deref().map(parse_owner).transpose()?;
    let owed = match (input.filter, input.text.trim().is_empty()) {
        (StockFilter::Lost, true) => Some(store::stock::owed_for_lost(&desk.db, owner.as_ref())?.into()),
        (StockFilter::Lost, false) => Some(rows.iter().map(|row| row.owed_paise).sum::<Paise>().into()),
        _ => None,
    };
    let rows = rows.into_iter().map(|row| row_view(desk, row, sold.as_ref())).collect::<Result<_, _>>()?;
    let counted = store::stock::COUNTED;
    Ok(StockView { rows, total: total.min(counted), more: total > counted, owners, owed })
}

/// Which item.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct StockItem {
    #[ts(type = "string")]
    pub item: Uuid,
}

/// A unique piece in a list.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct PieceRowView {
    pub code: String,
    pub owner_name: Option<Name>,
    pub price: Option<Money>,
    pub note: String,
    pub picture: Option<String>,
    pub made_by: Option<Name>,
    pub mark: String,
    /// `here`, `sold`, `broken`, `given`, `lost`, `transit` or `sent`.
    pub state: String,
}

/// Something that happened to an item's goods otherwise than over the counter.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct MoveView {
    pub date: String,
    /// `in`, `given`, `lost`, `transit` or `sent`.
    pub kind: String,
    pub quantity: String,
    pub owner_name: Option<Name>,
    /// Of its note.
    pub number: Option<String>,
    /// The note can be printed again.
    pub prints: bool,
}

/// One item's goods by owner, its pieces that are here, and its last moves.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct StockItemView {
    pub rows: Vec<StockRowView>,
    pub pieces: Vec<PieceRowView>,
    pub moves: Vec<MoveView>,
}

fn piece_view(desk: &Desk, row: PieceRow) -> Result<PieceRowView, Fault> {
    Ok(PieceRowView {
        owner_name: owner_name(desk, &row.owner)?,
        code: row.piece.code,
        price: row.piece.price_paise.map(Money::from),
        note: row.piece.note,
        picture: row.piece.picture,
        made_by: row.piece.made_by,
        mark: row.piece.mark,
        state: row.state,
    })
}

/// How many moves of an item are shown.
const MOVES: usize = 40;

/// One item's goods.
pub fn view_stock_item(desk: &mut Desk, input: StockItem) -> Result<StockItemView, Stop> {
    let wanted = Wanted { item: Some(input.item), ..Wanted::default() };
    let (rows, _) = store::stock::list(&desk.db, &wanted, PAGE, 0)?;
    let pieces = store::stock::pieces_in(&desk.db, "here", input.item, None)?;
    let mut moves = Vec::new();
    for moved in store::stock::moves(&desk.db, input.item, MOVES)? {
        moves.push(MoveView {
            date: moved.on.map_or_else(String::new, date_text),
            kind: moved.kind,
            quantity: moved.qty_milli.to_text(),
            owner_name: owner_name(desk, &moved.owner)?,
            number: moved.number,
            prints: moved.prints,
        });
    }
    Ok(StockItemView {
        rows: rows.into_iter().map(|row| row_view(desk, row, None)).collect::<Result<_, _>>()?,
        pieces: pieces.into_iter().map(|row| piece_view(desk, row)).collect::<Result<_, _>>()?,
        moves,
    })
}

/// Which piece.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct WhichPiece {
    pub code: String,
}

/// One step of a piece's life.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct PieceStepView {
    pub at: String,
    pub state: String,
    /// Of the note or bill.
    pub number: Option<String>,
}

/// A piece from its intake to its customer.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct PieceStoryView {
    pub piece: PieceRowView,
    pub item: String,
    pub name: Name,
    pub steps: Vec<PieceStepView>,
}

/// What happened to a piece.
pub fn view_piece(desk: &mut Desk, input: WhichPiece) -> Result<PieceStoryView, Stop> {
    let code: String = input.code.trim().chars().take(40).collect();
    let row = store::stock::piece(&desk.db, &code)?.ok_or(Refusal::UnknownPiece { code })?;
    let item = store::item::by_id(&desk.db, row.item)?.ok_or(Refusal::UnknownItem)?;
    let mut steps = Vec::new();
    for (seq, state) in store::stock::piece_history(&desk.db, &row.piece.code)? {
        let fact = entry(desk, seq)?.fact;
        steps.push(PieceStepView {
            at: time_text(store::journal::at_us(&desk.db, seq)?),
            state,
            number: fact.serials().into_iter().next(),
        });
    }
    Ok(PieceStoryView { piece: piece_view(desk, row)?, item: item.id.to_string(), name: item.name, steps })
}

/// Goods that go back to their consignor; asked for twice they go once.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "fields of domain::stock::GivenBack")]
pub struct GiveBack {
    #[ts(type = "string")]
    pub id: Uuid,
    pub consignor: String,
    pub lines: Vec<GivenLine>,
    pub reason: String,
}

/// The note of goods given back.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct GivenBackView {
    pub number: String,
}

pub(crate) fn said(what: &str, text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > domain::basket::MOST_NOTE {
        return Err(Refusal::invalid(what));
    }
    printable(what, text)?;
    Ok(text.to_owned())
}

/// Pieces of an item and owner that are here, or why one is not.
pub(crate) fn pieces_of(writing: &Writing, item: Uuid, owner: &Owner, codes: &[String]) -> Result<Vec<PieceRow>, Stop> {
    let mut rows = Vec::with_capacity(codes.len());
    for code in codes {
        let unknown = || Refusal::UnknownPiece { code: code.chars().take(40).collect() };
        let row = store::stock::piece(writing.db, code)?.ok_or_else(unknown)?;
        if row.item != item || row.owner != *owner {
            return Err(unknown().into());
        }
        if rows.iter().any(|other: &PieceRow| other.piece.code == row.piece.code) {
            return Err(Refusal::PieceTwice { code: code.clone() }.into());
        }
        rows.push(row);
    }
    Ok(rows)
}

/// Gives goods back to their consignor: only what of theirs is here. What was sold cannot be given back.
pub fn give_back(desk: &mut Desk, input: GiveBack) -> Result<GivenBackView, Stop> {
    if let Some(seq) = store::stock::note_of(&desk.db, input.id)? {
        return given_view(desk, seq);
    }
    let consignor = known(desk, &input.consignor)?;
    let owner = Owner::Consignor(consignor.id.clone());
    let reason = said("reason", &input.reason)?;
    if input.lines.is_empty() {
        return Err(Refusal::ConsignmentEmpty.into());
    }
    let (till_name, way) = (desk.till_name(), slip::way(desk)?);
    desk.commit(|writing| {
        for (no, line) in input.lines.iter().enumerate() {
            pieces_fit(&line.pieces, line.qty_milli)?;
            let item = store::item::by_id(writing.db, line.item)?.ok_or(Refusal::UnknownItem)?;
            packs::fits_unit(line.qty_milli, &item.unit)?;
            if input.lines[..no].iter().any(|other| other.item == line.item) {
                return Err(Refusal::invalid("item_twice").into());
            }
            let loose = store::stock::loose(writing.db, "here", line.item, &owner)?;
            if line.pieces.is_empty() && line.qty_milli > loose {
                return Err(Refusal::StockShort { name: item.name.hi, left: loose.max(Milli(0)).to_text() }.into());
            }
            let pieces = pieces_of(writing, line.item, &owner, &line.pieces)?;
            if let Some(gone) = pieces.iter().find(|row| row.state != "here") {
                return Err(gone.refused().into());
            }
        }
        let series = Series::on(&till_name, writing.business_date, GIVEN_BACK_LETTER);
        let number = series.number(store::sale::next_n(writing.db, &series.prefix())?);
        writing.append(Fact::GivenBack(GivenBack {
            id: input.id,
            number,
            consignor: consignor.id,
            lines: input.lines,
            reason,
        }))?;
        slip::enqueue(writing, way)
    })?;
    given_view(desk, desk.head.seq)
}

fn given_view(desk: &Desk, seq: i64) -> Result<GivenBackView, Stop> {
    match entry(desk, seq)?.fact {
        Fact::GivenBack(given) => Ok(GivenBackView { number: given.number }),
        _ => Err(Refusal::invalid("id").into()),
    }
}

/// Goods of one owner that are fewer or more than the books say; asked for twice it is set right once.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "fields of domain::stock::AdjustedLine")]
pub struct AdjustStock {
    #[ts(type = "string")]
    pub id: Uuid,
    #[ts(type = "string")]
    pub item: Uuid,
    pub owner: String,
    pub cause: Cause,
    pub qty_milli: Milli,
    #[serde(default)]
    pub pieces: Vec<String>,
    pub note: String,
}

/// What setting stock right would do, or did.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct AdjustmentView {
    /// What the goods are worth to their owner.
    pub worth: Option<Money>,
    /// The part the mart bears.
    pub borne: Option<String>,
    pub compensation: Money,
    pub here_after: String,
}

fn adjustment(writing: &Writing, input: &AdjustStock) -> Result<(StockAdjusted, AdjustmentView), Stop> {
    let owner = parse_owner(&input.owner)?;
    writing.known(&owner)?;
    let item = store::item::by_id(writing.db, input.item)?.ok_or(Refusal::UnknownItem)?;
    packs::fits_unit(input.qty_milli, &item.unit)?;
    let row = store::stock::of(writing.db, item.id, &owner)?;
    if let Owner::Consignor(id) = &owner
        && input.cause == Cause::Found
        && (row.is_none() || store::consignor::agreement(writing.db, id, writing.business_date)?.is_none())
    {
        // What they never brought comes in by a note, on their terms.
        let name = store::consignor::name(writing.db, id)?.unwrap_or_default().hi;
        return Err(Refusal::NeverBrought { name, item: item.name.hi }.into());
    }
    let here = row.map_or(Milli(0), |row| row.here_milli);
    let lost = if input.cause == Cause::Found { Milli(-input.qty_milli.0) } else { input.qty_milli };
    let loose = store::stock::loose(writing.db, "here", item.id, &owner)?;
    if input.pieces.is_empty() && lost > loose.max(Milli(0)) {
        return Err(Refusal::StockShort { name: item.name.hi, left: loose.max(Milli(0)).to_text() }.into());
    }
    let (line, worth, borne) = writing.adjusted(&item, &owner, input.cause, lost, input.pieces.clone())?;
    let rows = pieces_of(writing, item.id, &owner, &input.pieces)?;
    // Only what was lost is found; what was sold or sent is somebody else's now.
    let before = if input.cause == Cause::Found { "lost" } else { "here" };
    if let Some(wrong) = rows.iter().find(|row| row.state != before) {
        return Err(wrong.refused().into());
    }
    let view = AdjustmentView {
        worth: worth.map(Money::from),
        borne: borne.map(Bps::to_text),
        compensation: line.compensation_paise.into(),
        here_after: Milli(here.0 - lost.0).to_text(),
    };
    let note = said("note", &input.note)?;
    Ok((StockAdjusted { id: input.id, cause: input.cause, lines: vec![line], note, count: None }, view))
}

/// What setting stock right would do: nothing is written.
pub fn preview_adjustment(desk: &mut Desk, input: AdjustStock) -> Result<AdjustmentView, Stop> {
    desk.previewing(|writing| Ok(adjustment(writing, &input)?.1))
}

/// Sets stock right, with its cause and who bears it. It is a manager's act.
pub fn adjust_stock(desk: &mut Desk, input: AdjustStock) -> Result<AdjustmentView, Stop> {
    desk.needs(Role::Manager)?;
    if store::stock::note_of(&desk.db, input.id)?.is_some() {
        let owner = parse_owner(&input.owner)?;
        let here = store::stock::of(&desk.db, input.item, &owner)?.map_or(Milli(0), |row| row.here_milli);
        let compensation = Paise::ZERO.into();
        return Ok(AdjustmentView { worth: None, borne: None, compensation, here_after: here.to_text() });
    }
    desk.commit(|writing| {
        let (adjusted, view) = adjustment(writing, &input)?;
        writing.append(Fact::StockAdjusted(adjusted))?;
        Ok(view)
    })
}
