//! Intake: a consignment is written down as a draft that survives a power cut, counted a second time if wished by
//! somebody who does not see the first count, and taken: then it has a number, its goods have their owner, and its note
//! and tags are printed.

use crate::clock::date_text;
use crate::consignors::known;
use crate::desk::{Desk, Writing};
use crate::draft::{Draft, DraftView, draft_view, find, keep, parse};
use crate::fault::{Fault, Stop};
use crate::import::own_code;
use crate::masters::printable;
use crate::packs;
use crate::sell::scanned;
use crate::sign_in::Nothing;
use crate::slip;
use crate::stock::said;
use crate::store;
use domain::bill::Series;
use domain::consignment::{
    ConsignedLine, Consignment, CountedAgain, DraftDropped, GivenUp, MOST_PIECES, Piece, SecondCount, check_lines,
};
use domain::consignor::Consignor;
use domain::entry::{Fact, Payload};
use domain::item::Item;
use domain::money::Paise;
use domain::name::Name;
use domain::quantity::Milli;
use domain::refusal::Refusal;
use domain::stock::CONSIGNMENT_LETTER;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Drafts and the last notes.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct DraftsView {
    pub drafts: Vec<DraftView>,
    pub taken: Vec<ConsignmentRowView>,
}

/// A consignment that was taken.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ConsignmentRowView {
    pub number: String,
    pub consignor: String,
    pub name: Name,
    pub date: String,
    pub lines: u32,
    pub accepted: Name,
    pub accepted_milli: Milli,
    pub rejected: Name,
    pub rejected_milli: Milli,
}

/// How many taken consignments are listed.
const LISTED: usize = 50;

/// Drafts that are open, and what was taken lately.
pub fn view_drafts(desk: &mut Desk, _: Nothing) -> Result<DraftsView, Stop> {
    let mut drafts = Vec::new();
    for (saved_us, body) in store::draft::all(&desk.db)? {
        drafts.push(draft_view(desk, &parse(&body)?, saved_us)?);
    }
    Ok(DraftsView { drafts, taken: taken(desk, LISTED)? })
}

/// The last consignments that were taken.
pub(crate) fn taken(desk: &Desk, most: usize) -> Result<Vec<ConsignmentRowView>, Fault> {
    let mut taken = Vec::new();
    for seq in store::stock::consignments(&desk.db, most)? {
        let payload = entry(desk, seq)?;
        let Fact::ConsignmentTaken(consignment) = &payload.fact else { continue };
        let sum = |of: fn(&ConsignedLine) -> Milli| Milli(consignment.lines.iter().map(|line| of(line).0).sum());
        let told =
            |of: fn(&ConsignedLine) -> Milli| sum_of(desk, consignment.lines.iter().map(|line| (line.item, of(line))));
        taken.push(ConsignmentRowView {
            number: consignment.number.clone(),
            consignor: consignment.consignor.clone(),
            name: store::consignor::name(&desk.db, &consignment.consignor)?.unwrap_or_default(),
            date: date_text(payload.business_date),
            lines: consignment.lines.len() as u32,
            accepted: told(|line| line.accepted_milli)?,
            accepted_milli: sum(|line| line.accepted_milli),
            rejected: told(ConsignedLine::rejected)?,
            rejected_milli: sum(ConsignedLine::rejected),
        });
    }
    Ok(taken)
}

/// How much goods come to, each unit apart.
pub(crate) fn sum_of(desk: &Desk, goods: impl Iterator<Item = (Uuid, Milli)>) -> Result<Name, Fault> {
    let mut of_units = Vec::new();
    for (item, quantity) in goods {
        if let Some(item) = store::item::by_id(&desk.db, item)? {
            of_units.push((quantity, item.unit));
        }
    }
    Ok(packs::sum(of_units))
}

/// The payload of an entry.
pub(crate) fn entry(desk: &Desk, seq: i64) -> Result<Payload, Fault> {
    entry_of(&desk.db, seq)
}

/// The payload of an entry of a database.
pub(crate) fn entry_of(db: &Connection, seq: i64) -> Result<Payload, Fault> {
    let damaged = |what: String| Fault::DatabaseDamaged { problem: format!("entry {seq}: {what}") };
    let bytes = store::journal::payload(db, seq)?.ok_or_else(|| damaged("is not there".into()))?;
    serde_json::from_slice(&bytes).map_err(|error| damaged(error.to_string()))
}

/// Whose goods come in.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct StartDraft {
    pub consignor: String,
}

/// Begins to write a consignment down. Goods without an agreement, or of who left, are not taken.
pub fn start_draft(desk: &mut Desk, input: StartDraft) -> Result<DraftView, Stop> {
    let consignor = known(desk, &input.consignor)?;
    agreed(desk, &consignor)?;
    let draft = Draft {
        id: desk.new_id(),
        consignor: consignor.id,
        lines: Vec::new(),
        note: String::new(),
        second_counts: Vec::new(),
    };
    keep(desk, &draft)
}

/// The version of the agreement by which a consignor brings goods today.
fn agreed(desk: &Desk, consignor: &Consignor) -> Result<i64, Stop> {
    let name = || consignor.name.hi.clone();
    if consignor.left {
        return Err(Refusal::ConsignorLeft { name: name() }.into());
    }
    let agreement = store::consignor::agreement(&desk.db, &consignor.id, desk.today().1)?;
    Ok(agreement.ok_or_else(|| Refusal::NoAgreement { name: name() })?.version)
}

/// Which draft.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct WhichDraft {
    pub draft: String,
}

/// A draft, or a second count of it, that is given up, and why.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct GiveUp {
    pub draft: String,
    /// Needed once somebody has begun to count a second time.
    #[serde(default)]
    pub reason: String,
}

/// Throws a draft away; what was counted a second time stays in the journal, with why.
pub fn drop_draft(desk: &mut Desk, input: GiveUp) -> Result<DraftsView, Stop> {
    let draft = find(desk, &input.draft)?;
    if draft.second_counts.is_empty() {
        store::draft::drop(&desk.db, draft.id)?;
    } else {
        let reason = said("reason", &input.reason)?;
        desk.commit(|writing| {
            store::draft::drop(writing.db, draft.id)?;
            let Draft { id, consignor, second_counts, .. } = draft;
            writing.append(Fact::DraftDropped(DraftDropped { id, consignor, second_counts, reason }))
        })?;
    }
    view_drafts(desk, Nothing {})
}

/// What was brought, by what a scan or a search named.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct AddToDraft {
    pub draft: String,
    /// Barcode, SKU or id of the item.
    pub code: String,
    pub quantity_milli: Milli,
}

/// Adds what was brought to a draft: to its line if there is one. All of it is accepted until somebody says otherwise.
pub fn add_to_draft(desk: &mut Desk, input: AddToDraft) -> Result<DraftView, Stop> {
    let mut draft = open_draft(desk, &input.draft)?;
    let item = named(desk, &input.code)?;
    packs::fits_unit(input.quantity_milli, &item.unit)?;
    if let Some(line) = draft.lines.iter_mut().find(|line| line.item == item.id) {
        line.brought_milli = Milli(line.brought_milli.0 + input.quantity_milli.0);
        line.accepted_milli = Milli(line.accepted_milli.0 + input.quantity_milli.0);
        line.brought_milli.sellable()?;
    } else {
        draft.lines.push(ConsignedLine {
            item: item.id,
            brought_milli: input.quantity_milli,
            accepted_milli: input.quantity_milli,
            reason: String::new(),
            asked_paise: None,
            pieces: Vec::new(),
            picture: None,
            made_by: None,
        });
        if draft.lines.len() > domain::consignment::MOST_LINES {
            return Err(Refusal::QuantityOutOfRange { max: domain::consignment::MOST_LINES.to_string() }.into());
        }
    }
    keep(desk, &draft)
}

fn named(desk: &Desk, code: &str) -> Result<Item, Stop> {
    match Uuid::parse_str(code) {
        Ok(id) => Ok(store::item::by_id(&desk.db, id)?.ok_or(Refusal::UnknownItem)?),
        Err(_) => Ok(scanned(desk, code)?.0),
    }
}

/// A draft that may be changed: while somebody counts again it may not.
fn open_draft(desk: &Desk, id: &str) -> Result<Draft, Stop> {
    let draft = find(desk, id)?;
    if draft.blind() { Err(Refusal::CountGoesOn.into()) } else { Ok(draft) }
}

/// A line of a draft and what it becomes.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "fields of domain::consignment::ConsignedLine")]
pub struct SetDraftLine {
    pub draft: String,
    pub line: u32,
    pub brought_milli: Milli,
    pub accepted_milli: Milli,
    #[serde(default)]
    pub reason: String,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub asked_paise: Option<Paise>,
    /// Each accepted one is a unique piece and gets a tag of its own.
    #[serde(default)]
    pub unique: bool,
    /// Who of the consignor's artisans made all of it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub made_by: Option<Name>,
    /// What tells the pieces apart, in the order of their tags.
    #[serde(default)]
    pub pieces: Vec<PieceSaid>,
}

/// What is said of a piece.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "fields of domain::consignment::Piece")]
pub struct PieceSaid {
    #[serde(default)]
    #[ts(optional = nullable)]
    pub price_paise: Option<Paise>,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub made_by: Option<Name>,
    #[serde(default)]
    pub mark: String,
}

/// Changes a line of a draft. Tags are given when the consignment is taken; until then pieces are only told apart.
pub fn set_draft_line(desk: &mut Desk, input: SetDraftLine) -> Result<DraftView, Stop> {
    let mut draft = open_draft(desk, &input.draft)?;
    let members = known(desk, &draft.consignor)?.members;
    let named = input.pieces.iter().map(|piece| &piece.made_by).chain([&input.made_by]);
    if named.flatten().any(|name| !members.contains(name)) {
        return Err(Refusal::invalid("made_by").into());
    }
    let line = draft.lines.get_mut(input.line as usize).ok_or(Refusal::UnknownLine)?;
    let item = store::item::by_id(&desk.db, line.item)?.ok_or(Refusal::UnknownItem)?;
    packs::fits_unit(input.brought_milli, &item.unit)?;
    if input.accepted_milli != Milli(0) {
        packs::fits_unit(input.accepted_milli, &item.unit)?;
    }
    let whole = input.accepted_milli.0 % Milli::ONE.0 == 0;
    let pieces = if input.unique {
        let count = usize::try_from(input.accepted_milli.0 / Milli::ONE.0).unwrap_or(0);
        if !whole || count > MOST_PIECES {
            let taken = input.accepted_milli.to_text();
            return Err(Refusal::PiecesMismatch { pieces: MOST_PIECES as i64, taken }.into());
        }
        let kept = std::mem::take(&mut line.pieces);
        (0..count)
            .map(|no| {
                let kept = Piece { code: format!("{no}"), ..kept.get(no).cloned().unwrap_or_default() };
                let Some(said) = input.pieces.get(no) else { return kept };
                Piece {
                    price_paise: said.price_paise,
                    note: said.note.trim().to_owned(),
                    made_by: said.made_by.clone(),
                    mark: said.mark.trim().to_owned(),
                    ..kept
                }
            })
            .collect()
    } else {
        Vec::new()
    };
    let changed = ConsignedLine {
        item: line.item,
        brought_milli: input.brought_milli,
        accepted_milli: input.accepted_milli,
        reason: if input.brought_milli == input.accepted_milli {
            String::new()
        } else {
            input.reason.trim().to_owned()
        },
        asked_paise: input.asked_paise,
        pieces,
        picture: line.picture.clone(),
        made_by: input.made_by,
    };
    changed.check()?;
    let words = changed.pieces.iter().flat_map(|piece| [("note", &piece.note), ("mark", &piece.mark)]);
    words.chain([("reason", &changed.reason)]).try_for_each(|(what, text)| printable(what, text))?;
    // What a second count found stands beside the new number.
    *line = changed;
    keep(desk, &draft)
}

/// A line of a draft.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct DraftLineNo {
    pub draft: String,
    pub line: u32,
}

/// Takes a line out of a draft.
pub fn remove_draft_line(desk: &mut Desk, input: DraftLineNo) -> Result<DraftView, Stop> {
    let mut draft = open_draft(desk, &input.draft)?;
    let place = input.line as usize;
    if place >= draft.lines.len() {
        return Err(Refusal::UnknownLine.into());
    }
    draft.lines.remove(place);
    keep(desk, &draft)
}

/// A photograph of a line, or of one of its pieces.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct PictureDraftLine {
    pub draft: String,
    pub line: u32,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub piece: Option<u32>,
    /// JPEG or PNG; none takes it away.
    pub content_base64: Option<String>,
}

/// Puts a photograph to a line of a draft.
pub fn picture_draft_line(desk: &mut Desk, input: PictureDraftLine) -> Result<DraftView, Stop> {
    let mut draft = open_draft(desk, &input.draft)?;
    let line = draft.lines.get_mut(input.line as usize).ok_or(Refusal::UnknownLine)?;
    let hash = match &input.content_base64 {
        Some(content) => Some(crate::items::keep_picture(&desk.db, content)?),
        None => None,
    };
    match input.piece {
        None => line.picture = hash,
        Some(no) => line.pieces.get_mut(no as usize).ok_or(Refusal::UnknownLine)?.picture = hash,
    }
    keep(desk, &draft)
}

/// What is written to the whole consignment.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct NoteDraft {
    pub draft: String,
    pub note: String,
}

/// Writes a note to a draft.
pub fn note_draft(desk: &mut Desk, input: NoteDraft) -> Result<DraftView, Stop> {
    let mut draft = open_draft(desk, &input.draft)?;
    draft.note = if input.note.trim().is_empty() { String::new() } else { said("note", &input.note)? };
    keep(desk, &draft)
}

/// Begins a second count: until it is done nobody is shown the first.
pub fn recount_draft(desk: &mut Desk, input: WhichDraft) -> Result<DraftView, Stop> {
    let mut draft = open_draft(desk, &input.draft)?;
    if draft.lines.is_empty() {
        return Err(Refusal::ConsignmentEmpty.into());
    }
    let by = desk.signed_in()?.id.clone();
    let of_line =
        |line: &ConsignedLine| CountedAgain { item: line.item, first_milli: line.brought_milli, again_milli: None };
    let lines = draft.lines.iter().map(of_line).collect();
    draft.second_counts.push(SecondCount { by, lines, given_up: None });
    keep(desk, &draft)
}

/// What the second count found of a line.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct RecountLine {
    pub draft: String,
    pub line: u32,
    pub brought_milli: Milli,
}

/// Notes what the second count found of a line. With the last line both counts are shown, and it changes no more.
pub fn recount_line(desk: &mut Desk, input: RecountLine) -> Result<DraftView, Stop> {
    let mut draft = find(desk, &input.draft)?;
    let operator = desk.signed_in()?.id.clone();
    let line = draft.lines.get(input.line as usize).ok_or(Refusal::UnknownLine)?;
    let item = store::item::by_id(&desk.db, line.item)?.ok_or(Refusal::UnknownItem)?;
    if input.brought_milli != Milli(0) {
        packs::fits_unit(input.brought_milli, &item.unit)?;
    }
    if !draft.blind() {
        return Err(if draft.recounted().is_some() { Refusal::RecountOver } else { Refusal::UnknownDraft }.into());
    }
    let count = draft.second_counts.last_mut().ok_or(Refusal::UnknownDraft)?;
    // One person's count is not gone on with by another, who saw nothing of it.
    if count.by != operator && count.lines.iter().any(|line| line.again_milli.is_some()) {
        let name =
            store::mart::name_at(&desk.db, &count.by, desk.head.seq)?.map_or_else(|| count.by.clone(), |name| name.hi);
        return Err(Refusal::RecountOfOther { name }.into());
    }
    count.lines.get_mut(input.line as usize).ok_or(Refusal::UnknownLine)?.again_milli = Some(input.brought_milli);
    count.by = operator;
    keep(desk, &draft)
}

/// Gives a second count up before its end; that it was begun, what it found and why it ended stays with the draft.
pub fn drop_recount(desk: &mut Desk, input: GiveUp) -> Result<DraftView, Stop> {
    let mut draft = find(desk, &input.draft)?;
    let by = desk.signed_in()?.id.clone();
    if !draft.blind() {
        return Err(if draft.recounted().is_some() { Refusal::RecountOver } else { Refusal::UnknownDraft }.into());
    }
    let reason = said("reason", &input.reason)?;
    let count = draft.second_counts.last_mut().ok_or(Refusal::UnknownDraft)?;
    count.given_up = Some(GivenUp { by, reason });
    keep(desk, &draft)
}

/// A consignment that was taken, and what prints.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct TakenView {
    pub number: String,
    pub name: Name,
    pub accepted: Name,
    /// Tags of unique pieces that were given.
    pub tags: Vec<String>,
}

/// Takes the goods in: number, stock with its owner, tags; all of it or nothing. Asked for twice it happens once.
pub fn take_consignment(desk: &mut Desk, input: WhichDraft) -> Result<TakenView, Stop> {
    let id = Uuid::parse_str(&input.draft).map_err(|_| Refusal::UnknownDraft)?;
    if let Some(seq) = store::stock::note_of(&desk.db, id)? {
        return taken_view(desk, seq);
    }
    let draft = open_draft(desk, &input.draft)?;
    let consignor = known(desk, &draft.consignor)?;
    let agreement_version = agreed(desk, &consignor)?;
    let gone = draft.recounted().map_or(0, |count| count.gone(&draft.lines).count());
    let differing = gone + draft.lines.iter().filter(|line| draft.differs(line)).count();
    if differing > 0 {
        return Err(Refusal::CountDiffers { lines: differing as i64 }.into());
    }
    let counted_by = draft.recounted().map(|count| count.by.clone());
    let (till_name, way) = (desk.till_name(), slip::way(desk)?);
    desk.commit(|writing| {
        let series = Series::on(&till_name, writing.business_date, CONSIGNMENT_LETTER);
        let number = series.number(store::sale::next_n(writing.db, &series.prefix())?);
        let mut lines = draft.lines;
        tag(writing, &mut lines)?;
        check_lines(&lines)?;
        for line in &lines {
            fits_item(writing, line)?;
        }
        for piece in lines.iter().flat_map(|line| line.pieces.iter().map(move |piece| (line.item, piece))) {
            fits_rate(writing, piece.0, piece.1.price_paise)?;
        }
        store::draft::drop(writing.db, id)?;
        writing.append(Fact::ConsignmentTaken(Consignment {
            id,
            number,
            consignor: draft.consignor,
            agreement_version,
            lines,
            counted_by,
            second_counts: draft.second_counts,
            note: draft.note,
        }))?;
        slip::enqueue(writing, way)
    })?;
    taken_view(desk, desk.head.seq)
}

/// A line must be in the unit that its item has now: it may have had another when the line was written.
fn fits_item(writing: &Writing, line: &ConsignedLine) -> Result<(), Stop> {
    let item = store::item::by_id(writing.db, line.item)?.ok_or(Refusal::UnknownItem)?;
    for milli in [line.brought_milli, line.accepted_milli].into_iter().filter(|milli| *milli != Milli(0)) {
        packs::fits_unit(milli, &item.unit)?;
    }
    Ok(())
}

/// A price of a piece's own must be as lawful as an item's.
fn fits_rate(writing: &Writing, item: Uuid, price: Option<Paise>) -> Result<(), Stop> {
    let Some(price_paise) = price else { return Ok(()) };
    let item = store::item::by_id(writing.db, item)?.ok_or(Refusal::UnknownItem)?;
    let includes_tax =
        store::item::price(writing.db, item.id, writing.business_date)?.is_none_or(|(_, includes)| includes);
    let rate = packs::TAX.rate(&item.rate_class, writing.business_date)?;
    domain::item::Price { item: item.id, price_paise, includes_tax, from: writing.business_date }.check(&rate)?;
    Ok(())
}

/// Gives every piece its tag: the next of the mart's own that no item has.
fn tag(writing: &Writing, lines: &mut [ConsignedLine]) -> Result<(), Fault> {
    let last = store::stock::last_tag(writing.db)?.and_then(|code| code.get(2..12)?.parse::<u64>().ok());
    let mut tags = (last.unwrap_or(0) + 1..).map(|n| own_code("22", n));
    for (piece, made_by) in lines.iter_mut().flat_map(|line| line.pieces.iter_mut().map(|piece| (piece, &line.made_by)))
    {
        for tag in tags.by_ref() {
            if store::item::by_code(writing.db, &tag)?.is_none() {
                piece.code = tag;
                break;
            }
        }
        // Who made all of the line made each piece of which nobody else is named.
        piece.made_by = piece.made_by.take().or_else(|| made_by.clone());
    }
    Ok(())
}

fn taken_view(desk: &Desk, seq: i64) -> Result<TakenView, Stop> {
    let payload = entry(desk, seq)?;
    let Fact::ConsignmentTaken(taken) = payload.fact else { return Err(Refusal::UnknownDraft.into()) };
    Ok(TakenView {
        name: store::consignor::name(&desk.db, &taken.consignor)?.unwrap_or_default(),
        accepted: sum_of(desk, taken.lines.iter().map(|line| (line.item, line.accepted_milli)))?,
        tags: taken.lines.iter().flat_map(|line| line.pieces.iter().map(|piece| piece.code.clone())).collect(),
        number: taken.number,
    })
}
