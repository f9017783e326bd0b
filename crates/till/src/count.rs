//! Counting the stock while selling goes on: blind, by scanner. Every scan is on the disk before the next, and knows the
//! last entry it could know of, so that what is sold after it was counted is not missed, and what was sold before is
//! not sought. Not here: what becomes of a difference (`stock`).

use crate::clock::time_text;
use crate::consign::entry_of;
use crate::desk::{Desk, Writing};
use crate::fault::{Fault, Stop};
use crate::masters::{DoneView, done};
use crate::packs;
use crate::sell::scanned;
use crate::sign_in::Nothing;
use crate::stock::owner_name;
use crate::store;
use crate::store::count::{CountRow, Counted};
use crate::store::stock::PieceRow;
use crate::views::Money;
use domain::agreement::Owner;
use domain::entry::Fact;
use domain::item::Item;
use domain::money::Paise;
use domain::name::Name;
use domain::operator::Role;
use domain::quantity::Milli;
use domain::refusal::Refusal;
use domain::stock::{AdjustedLine, Cause, StockAdjusted, allocate};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use ts_rs::TS;
use uuid::Uuid;

/// An item that was counted, without what the books say of it.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct CountedView {
    pub item: String,
    pub sku: String,
    pub name: Name,
    pub icon: String,
    pub picture: Option<String>,
    pub unit: Name,
    pub counted: String,
}

/// A count that goes on.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct StockCountView {
    pub id: String,
    pub began: String,
    pub by: Name,
    /// Empty: all goods.
    pub category: String,
    /// What was scanned last stands first.
    pub items: Vec<CountedView>,
    #[ts(type = "number")]
    pub scans: i64,
}

/// Counts that go on.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct StockCountsView {
    pub counts: Vec<StockCountView>,
}

/// How many of the counted items are shown.
const SHOWN: usize = 30;

fn counted_view(item: &Item, counted: Milli) -> CountedView {
    CountedView {
        item: item.id.to_string(),
        sku: item.sku.clone(),
        name: item.name.clone(),
        icon: item.icon.clone(),
        picture: item.picture.clone(),
        unit: packs::unit(&item.unit),
        counted: counted.to_text(),
    }
}

fn view(desk: &Desk, count: &CountRow) -> Result<StockCountView, Fault> {
    let mut items = Vec::new();
    for (item, counted) in store::count::last_counted(&desk.db, count.id, SHOWN)? {
        if let Some(item) = store::item::by_id(&desk.db, item)? {
            items.push(counted_view(&item, counted));
        }
    }
    let by = store::mart::name_at(&desk.db, &count.operator, desk.head.seq)?;
    Ok(StockCountView {
        id: count.id.to_string(),
        began: time_text(count.began_us),
        by: by.unwrap_or_else(|| Name::new(&count.operator, &count.operator)),
        category: count.category.clone(),
        items,
        scans: store::count::scans(&desk.db, count.id)?,
    })
}

/// The counts that go on.
pub fn view_stock_counts(desk: &mut Desk, _: Nothing) -> Result<StockCountsView, Stop> {
    let counts = store::count::counts(&desk.db)?;
    Ok(StockCountsView { counts: counts.iter().map(|count| view(desk, count)).collect::<Result<_, _>>()? })
}

/// What is counted: one category of goods, or all of them.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct StartStockCount {
    #[serde(default)]
    pub category: String,
}

/// Begins a count; one of the same goods that goes on is gone on with. Of goods that another counts too none is begun: each
/// would write off what is missing.
pub fn start_stock_count(desk: &mut Desk, input: StartStockCount) -> Result<StockCountView, Stop> {
    if input.category.chars().count() > 40 {
        return Err(Refusal::invalid("category").into());
    }
    let going = store::count::counts(&desk.db)?;
    if let Some(count) = going.iter().find(|count| count.category == input.category) {
        return Ok(view(desk, count)?);
    }
    if going.iter().any(|count| count.category.is_empty() || input.category.is_empty()) {
        return Err(Refusal::CountOverlaps.into());
    }
    let count = CountRow {
        id: desk.new_id(),
        operator: desk.signed_in()?.id.clone(),
        began_us: desk.now_us(),
        began_seq: desk.head.seq,
        category: input.category,
    };
    store::count::begin_count(&desk.db, &count)?;
    Ok(view(desk, &count)?)
}

/// What was scanned in a count, and how much of it; one if nothing is said.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct ScanStock {
    #[ts(type = "string")]
    pub count: Uuid,
    pub code: String,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub quantity_milli: Option<Milli>,
}

/// What a scan made of the count.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct ScannedView {
    pub item: CountedView,
    #[ts(type = "number")]
    pub scans: i64,
}

fn find(desk: &Desk, id: Uuid) -> Result<CountRow, Stop> {
    let counts = store::count::counts(&desk.db)?;
    Ok(counts.into_iter().find(|count| count.id == id).ok_or(Refusal::UnknownCount)?)
}

/// Notes a scan. What is not of this mart, or not of what is counted, is refused and nothing is noted; a piece counts
/// once, however often it is scanned.
pub fn scan_stock(desk: &mut Desk, input: ScanStock) -> Result<ScannedView, Stop> {
    let count = find(desk, input.count)?;
    let (item, piece) = scanned(desk, &input.code)?;
    if !count.category.is_empty() && item.icon != count.category {
        return Err(Refusal::NotCounted { name: item.name.hi }.into());
    }
    let quantity = packs::fits_unit(input.quantity_milli.unwrap_or(Milli::ONE), &item.unit)?;
    // What was sold, given back or sent cannot be on the shelf: its tag is wrong, or its entry.
    if let Some(gone) = piece.as_ref().filter(|row| !matches!(&*row.state, "here" | "lost")) {
        return Err(gone.refused().into());
    }
    let code = piece.map(|row| row.piece.code);
    if code.is_some() && quantity != Milli::ONE {
        return Err(Refusal::PieceIsOne.into());
    }
    let noted = store::count::scan(&desk.db, count.id, item.id, code.as_deref(), quantity, desk.head.seq)?;
    if let (false, Some(code)) = (noted, code) {
        return Err(Refusal::PieceTwice { code }.into());
    }
    let counted = store::count::counted_of(&desk.db, count.id, item.id)?;
    Ok(ScannedView { item: counted_view(&item, counted), scans: store::count::scans(&desk.db, count.id)? })
}

/// Which count.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct WhichStockCount {
    #[ts(type = "string")]
    pub count: Uuid,
}

/// Takes the last scan back.
pub fn undo_stock_scan(desk: &mut Desk, input: WhichStockCount) -> Result<StockCountView, Stop> {
    let count = find(desk, input.count)?;
    store::count::undo_scan(&desk.db, count.id)?.ok_or(Refusal::NothingToUndo)?;
    Ok(view(desk, &count)?)
}

/// An item of a count.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct StockCountItem {
    #[ts(type = "string")]
    pub count: Uuid,
    #[ts(type = "string")]
    pub item: Uuid,
}

/// Forgets what was counted of an item, to count it anew.
pub fn recount_stock_item(desk: &mut Desk, input: StockCountItem) -> Result<StockCountView, Stop> {
    let count = find(desk, input.count)?;
    store::count::forget_scans(&desk.db, count.id, input.item)?;
    Ok(view(desk, &count)?)
}

/// Throws a count away.
pub fn drop_stock_count(desk: &mut Desk, input: WhichStockCount) -> Result<StockCountsView, Stop> {
    let count = find(desk, input.count)?;
    desk.commit(|writing| Ok(store::count::end_count(writing.db, count.id)?))?;
    view_stock_counts(desk, Nothing {})
}

/// An item of which more or less is here than the books say.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct DifferenceView {
    pub item: CountedView,
    pub expected: String,
    /// Less than none: missing.
    pub difference: String,
    pub missing: bool,
    /// Not scanned at all.
    pub unseen: bool,
    /// Some was sold, or came, between its first and its last scan, or the books were set right after it by another number
    /// than the count's: only counting it anew tells.
    pub unclear: bool,
    /// Whose it is missing from, or found of.
    pub owners: Vec<ShortView>,
}

/// One owner's part of a difference.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ShortView {
    /// None: the mart's own.
    pub name: Option<Name>,
    pub lost: String,
    pub compensation: Money,
}

/// What a count found out.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ReviewView {
    pub id: String,
    /// Items that are as the books say.
    pub right: u32,
    pub differences: Vec<DifferenceView>,
    /// What would be owed to consignors if every difference stood.
    pub compensation: Money,
}

/// A difference before it is shown or written.
struct Difference {
    item: Item,
    counted: Milli,
    expected: Milli,
    unseen: bool,
    unclear: bool,
    /// Loose goods and pieces by owner; what is lost is positive.
    parts: Vec<(Owner, Milli, Vec<String>)>,
}

/// Compares a count with the books as they were at each item's last scan, of what was not scanned at its beginning.
fn differences(writing: &Writing, count: &CountRow) -> Result<(u32, Vec<Difference>), Stop> {
    let counted = store::count::counted(writing.db, count.id)?;
    let seen: HashMap<Uuid, &Counted> = counted.iter().map(|one| (one.item, one)).collect();
    let mut items: Vec<Uuid> = store::stock::items_here(writing.db, &count.category)?;
    let known: BTreeSet<Uuid> = items.iter().copied().collect();
    items.extend(counted.iter().map(|one| one.item).filter(|item| !known.contains(item)));
    let (mut right, mut found) = (0, Vec::new());
    for id in items {
        let Some(item) = store::item::by_id(writing.db, id)? else { continue };
        let one = seen.get(&id).copied();
        let (mut parts, missing_pieces) = pieces(writing, count, id, one)?;
        let loose = loose(writing, count, id, one)?;
        let lost = loose.lost;
        if lost != Milli(0) {
            parts.extend(allocate(lost, &loose.owners).into_iter().map(|(owner, share)| (owner, share, Vec::new())));
        }
        if parts.is_empty() && !loose.unclear {
            right += 1;
            continue;
        }
        let counted = one.map_or(Milli(0), |one| one.qty_milli);
        let expected = Milli(counted.0 + lost.0 + missing_pieces.0);
        found.push(Difference { item, counted, expected, unseen: one.is_none(), unclear: loose.unclear, parts });
    }
    Ok((right, found))
}

/// What a count found of the loose goods of an item.
struct Loose {
    /// How many are fewer than the books said at the last scan, or at the count's beginning where none was scanned.
    lost: Milli,
    /// Some came or went between the first scan and the last, or what was set right since is not what the count found.
    unclear: bool,
    /// Owners with what of their loose goods was here then and is now: what came since is not sought.
    owners: Vec<(Owner, Milli)>,
}

fn loose(writing: &Writing, count: &CountRow, item: Uuid, counted: Option<&Counted>) -> Result<Loose, Fault> {
    let (db, head) = (writing.db, writing.head.seq);
    let has_pieces = store::stock::has_pieces(db, item)?;
    let mut owners = store::stock::owners_of(db, item)?;
    if has_pieces {
        for row in store::stock::pieces_in(db, "here", item, None)? {
            if let Some((_, here)) = owners.iter_mut().find(|(owner, _)| *owner == row.owner) {
                here.0 -= Milli::ONE.0;
            }
        }
    }
    let scanned = counted.and_then(|one| one.loose_seqs.map(|seqs| (seqs, one.loose_milli)));
    let ((first, last), seen) = scanned.unwrap_or(((count.began_seq, count.began_seq), Milli(0)));
    let moved = store::count::loose_moved(db, item, last, head)?;
    let of = |owner: &Owner| moved.get(owner).copied().unwrap_or_default();
    let (came, went) = moved.values().fold((0, 0), |(came, went), one| (came + one.0.0, went + one.1.0));
    let before = owners.iter().map(|(_, here)| here.0).sum::<i64>() + went - came;
    // Of what nobody scanned, what left since was there: it left of what stood first, and of what came then.
    let there = if scanned.is_some() { seen.0 } else { went.min(before.max(0)).max(went - came) };
    let fewer = Milli(before - there);
    let stayed: Vec<(Owner, Milli)> = owners
        .iter()
        .map(|(owner, here)| (owner.clone(), *here.min(&Milli(here.0 + of(owner).1.0 - of(owner).0.0))))
        .collect();
    let enough = stayed.iter().map(|(_, here)| here.0.max(0)).sum::<i64>() >= fewer.0;
    let net = |after: i64, upto: i64| -> Result<i64, Fault> {
        let moved = store::count::loose_moved(db, item, after, upto)?;
        Ok(moved.values().map(|(came, went)| went.0 - came.0).sum())
    };
    let unclear =
        first < last && store::count::moved_between(db, item, first, last)? && (!has_pieces || net(first, last)? != 0);
    let owners = if enough { stayed } else { owners };
    if scanned.is_some()
        && let Some((told, looked)) = set_right(writing, item, last)?
    {
        // What somebody wrote off, or in, since it was counted is the count's own difference, or it left after that. Whatever
        // else it may be, only counting anew tells.
        let known = fewer == told || (fewer == Milli(0) && !looked);
        return Ok(Loose { lost: if known { Milli(0) } else { fewer }, unclear: unclear || !known, owners });
    }
    Ok(Loose { lost: fewer, unclear, owners })
}

/// How many fewer loose goods of an item the books were set to after an entry, if they were, and whether by a look at the
/// shelf: what is missing or found was so before; what broke or was stolen may have been there.
fn set_right(writing: &Writing, item: Uuid, after: i64) -> Result<Option<(Milli, bool)>, Fault> {
    let mut told: Option<(Milli, bool)> = None;
    for seq in store::count::set_right(writing.db, item, after)? {
        let Fact::StockAdjusted(adjusted) = entry_of(writing.db, seq)?.fact else { continue };
        let looked = adjusted.count.is_some() || matches!(adjusted.cause, Cause::Missing | Cause::Found);
        for line in adjusted.lines.iter().filter(|line| line.item == item && line.pieces.is_empty()) {
            let (sum, so_far) = told.unwrap_or_default();
            told = Some((Milli(sum.0 + line.lost_milli.0), so_far || looked));
        }
    }
    Ok(told)
}

/// A piece's or loose goods' part of a difference: whose, how much is lost, which tags.
type Part = (Owner, Milli, Vec<String>);

/// Pieces that are missing or found, by owner, and how many more are missing than found. One that came here after its
/// item was first looked for is not missing, whether it was brought, returned or found.
fn pieces(
    writing: &Writing,
    count: &CountRow,
    item: Uuid,
    counted: Option<&Counted>,
) -> Result<(Vec<Part>, Milli), Fault> {
    let scanned: BTreeMap<String, i64> = store::count::pieces_seen(writing.db, count.id, item)?.into_iter().collect();
    let last_move = |code: &str| -> Result<i64, Fault> {
        Ok(store::stock::piece_history(writing.db, code)?.last().map_or(0, |(at, _)| *at))
    };
    let since = counted.map_or(count.began_seq, |one| one.first_seq);
    let (mut missing, mut found): (BTreeMap<Owner, Vec<String>>, BTreeMap<Owner, Vec<String>>) = Default::default();
    for PieceRow { piece, owner, .. } in store::stock::pieces_in(writing.db, "here", item, None)? {
        if !scanned.contains_key(&piece.code) && last_move(&piece.code)? <= since {
            missing.entry(owner).or_default().push(piece.code);
        }
    }
    for (code, seq) in scanned {
        let Some(row) = store::stock::piece(writing.db, &code)? else { continue };
        // Only what was lost is found; one that went after it was scanned was rightly there.
        if row.state == "lost" && last_move(&code)? <= seq {
            found.entry(row.owner).or_default().push(code);
        }
    }
    let part = |sign: i64| {
        move |(owner, codes): (Owner, Vec<String>)| (owner, Milli(sign * codes.len() as i64 * Milli::ONE.0), codes)
    };
    let parts: Vec<Part> = missing.into_iter().map(part(1)).chain(found.into_iter().map(part(-1))).collect();
    let sum = Milli(parts.iter().map(|(_, lost, _)| lost.0).sum());
    Ok((parts, sum))
}

fn cause_of(lost: Milli, said: Option<Cause>) -> Cause {
    if lost < Milli(0) { Cause::Found } else { said.unwrap_or(Cause::Missing) }
}

/// What a count found out: for who decides. The count goes on until it is closed.
pub fn review_stock_count(desk: &mut Desk, input: WhichStockCount) -> Result<ReviewView, Stop> {
    desk.needs(Role::Manager)?;
    let count = find(desk, input.count)?;
    let (right, found, lines) = desk.previewing(|writing| {
        let (right, found) = differences(writing, &count)?;
        let mut lines: Vec<Vec<AdjustedLine>> = Vec::new();
        for one in &found {
            let parts = one.parts.iter().map(|(owner, lost, codes)| {
                Ok(writing.adjusted(&one.item, owner, cause_of(*lost, None), *lost, codes.clone())?.0)
            });
            lines.push(parts.collect::<Result<_, Stop>>()?);
        }
        Ok((right, found, lines))
    })?;
    let mut differences = Vec::with_capacity(found.len());
    let mut sum = Paise::ZERO;
    for (one, lines) in found.iter().zip(&lines) {
        let mut owners = Vec::with_capacity(lines.len());
        for line in lines {
            sum += line.compensation_paise;
            let (name, compensation) = (owner_name(desk, &line.owner)?, line.compensation_paise.into());
            owners.push(ShortView { name, lost: line.lost_milli.to_text(), compensation });
        }
        differences.push(DifferenceView {
            item: counted_view(&one.item, one.counted),
            expected: one.expected.to_text(),
            difference: Milli(one.counted.0 - one.expected.0).to_text(),
            missing: one.counted < one.expected,
            unseen: one.unseen,
            unclear: one.unclear,
            owners,
        });
    }
    Ok(ReviewView { id: count.id.to_string(), right, differences, compensation: sum.into() })
}

/// What a difference came of; without a word of it, what is missing is missing.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct ExplainedItem {
    #[ts(type = "string")]
    pub item: Uuid,
    pub cause: Cause,
}

/// A count that ends.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct CloseStockCount {
    #[ts(type = "string")]
    pub count: Uuid,
    #[serde(default)]
    pub causes: Vec<ExplainedItem>,
    pub note: String,
}

/// Ends a count: every difference is set right, each owner's by its agreement, all of it or nothing. An item that is
/// unclear must be counted anew first.
pub fn close_stock_count(desk: &mut Desk, input: CloseStockCount) -> Result<DoneView, Stop> {
    desk.needs(Role::Manager)?;
    let count = find(desk, input.count)?;
    let note = input.note.trim().to_owned();
    if note.chars().count() > domain::basket::MOST_NOTE || note.chars().any(char::is_control) {
        return Err(Refusal::invalid("note").into());
    }
    let said: HashMap<Uuid, Cause> = input.causes.iter().map(|one| (one.item, one.cause)).collect();
    desk.commit(|writing| {
        let (_, found) = differences(writing, &count)?;
        if let Some(one) = found.iter().find(|one| one.unclear) {
            return Err(Refusal::CountUnclear { name: one.item.name.hi.clone() }.into());
        }
        let mut by_cause: BTreeMap<&str, (Cause, Vec<AdjustedLine>)> = BTreeMap::new();
        for one in found {
            for (owner, lost, codes) in one.parts {
                let cause = cause_of(lost, said.get(&one.item.id).copied().filter(|cause| *cause != Cause::Found));
                let line = writing.adjusted(&one.item, &owner, cause, lost, codes)?.0;
                by_cause.entry(cause.word()).or_insert((cause, Vec::new())).1.push(line);
            }
        }
        store::count::end_count(writing.db, count.id)?;
        for (no, (cause, lines)) in (0u128..).zip(by_cause.into_values()) {
            // One count can make several entries; each has an id of its own.
            let id = Uuid::from_u128(count.id.as_u128() ^ (no + 1));
            writing.append(Fact::StockAdjusted(StockAdjusted {
                id,
                cause,
                lines,
                note: note.clone(),
                count: Some(count.id),
            }))?;
        }
        Ok(())
    })?;
    Ok(done(desk))
}
