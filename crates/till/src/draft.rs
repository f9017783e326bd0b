//! A consignment being written down: what is kept of it until it is taken, and how the screen sees it. Not here: what is
//! done with it (`consign`).

use crate::clock::time_text;
use crate::consign::sum_of;
use crate::consignors::known;
use crate::desk::Desk;
use crate::fault::{Fault, Stop};
use crate::packs;
use crate::store;
use crate::views::Money;
use domain::consignment::{ConsignedLine, Piece, SecondCount};
use domain::name::Name;
use domain::quantity::Milli;
use domain::refusal::Refusal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A consignment being written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Draft {
    pub(crate) id: Uuid,
    pub(crate) consignor: String,
    pub(crate) lines: Vec<ConsignedLine>,
    #[serde(default)]
    pub(crate) note: String,
    /// Every second count that was begun.
    #[serde(default)]
    pub(crate) second_counts: Vec<SecondCount>,
}

impl Draft {
    /// The second count that is shown or goes on: the last that was not given up.
    fn recount(&self) -> Option<&SecondCount> {
        self.second_counts.iter().rfind(|count| count.given_up.is_none())
    }

    /// The second count that was done and shown last: it is never taken back.
    pub(crate) fn recounted(&self) -> Option<&SecondCount> {
        self.second_counts.iter().rfind(|count| count.given_up.is_none() && !count.goes_on())
    }

    /// The first count is hidden: somebody is counting again.
    pub(crate) fn blind(&self) -> bool {
        self.second_counts.last().is_some_and(SecondCount::goes_on)
    }

    /// A line stands otherwise than the second count found it, or came after it.
    pub(crate) fn differs(&self, line: &ConsignedLine) -> bool {
        !self.blind() && self.recounted().is_some_and(|count| count.found(line.item) != Some(line.brought_milli))
    }
}

/// A piece on the screen.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct PieceView {
    pub code: String,
    pub price: Option<Money>,
    pub note: String,
    pub picture: Option<String>,
    pub made_by: Option<Name>,
    pub mark: String,
}

/// A line of a draft. While somebody counts again, no quantity of the first count is told.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct DraftLineView {
    pub item: String,
    pub sku: String,
    pub name: Name,
    pub icon: String,
    pub unit: Name,
    /// What is shown of it: its own photograph, else the item's.
    pub picture: Option<String>,
    pub price: Option<Money>,
    pub asked: Option<Money>,
    pub brought_milli: Option<Milli>,
    pub brought: Option<String>,
    pub accepted_milli: Option<Milli>,
    pub accepted: Option<String>,
    pub rejected: Option<String>,
    pub reason: String,
    pub made_by: Option<Name>,
    pub pieces: Vec<PieceView>,
    /// What the second count found.
    pub again: Option<String>,
    pub differs: bool,
}

/// A second count of a draft, or what of it nobody can see on its lines.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct SecondCountView {
    pub by: Name,
    /// Why it was given up.
    pub given_up: Option<String>,
    /// What it found otherwise than it stood, and what of it stands no more.
    pub found: Vec<FoundAgainView>,
}

/// What a second count found of an item.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct FoundAgainView {
    pub name: Name,
    pub stood: String,
    pub again: String,
    /// It stands on no line any more.
    pub gone: bool,
}

/// A draft as it stands.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct DraftView {
    pub id: String,
    pub consignor: String,
    pub name: Name,
    pub village: Name,
    /// Artisans one of whom may have made a line or a piece.
    pub members: Vec<Name>,
    pub saved: String,
    pub lines: Vec<DraftLineView>,
    pub note: String,
    /// Somebody is counting again.
    pub blind: bool,
    pub recounted: bool,
    /// Every second count that is over.
    pub second_counts: Vec<SecondCountView>,
    /// How much was brought and taken in all, each unit apart.
    pub brought: Option<Name>,
    pub accepted: Option<Name>,
}

pub(crate) fn draft_view(desk: &Desk, draft: &Draft, saved_us: i64) -> Result<DraftView, Stop> {
    let consignor = known(desk, &draft.consignor)?;
    let on = desk.today().1;
    let blind = draft.blind();
    let mut lines = Vec::with_capacity(draft.lines.len());
    for line in &draft.lines {
        let item = store::item::by_id(&desk.db, line.item)?.ok_or(Refusal::UnknownItem)?;
        let again = draft.recount().and_then(|count| count.found(line.item));
        let open = |milli: Milli| (!blind).then_some(milli);
        let text = |milli: Milli| open(milli).map(Milli::to_text);
        lines.push(DraftLineView {
            item: item.id.to_string(),
            picture: line.picture.clone().or_else(|| item.picture.clone()),
            price: store::item::price(&desk.db, item.id, on)?.map(|(paise, _)| paise.into()),
            sku: item.sku,
            name: item.name,
            icon: item.icon,
            unit: packs::unit(&item.unit),
            asked: line.asked_paise.map(Money::from),
            brought_milli: open(line.brought_milli),
            brought: text(line.brought_milli),
            accepted_milli: open(line.accepted_milli),
            accepted: text(line.accepted_milli),
            rejected: text(line.rejected()),
            // Why some was not taken tells of how much was brought, as what is noted may.
            reason: if blind { String::new() } else { line.reason.clone() },
            made_by: line.made_by.clone(),
            // Their number would tell the count.
            pieces: if blind { Vec::new() } else { line.pieces.iter().map(piece_view).collect() },
            again: again.map(Milli::to_text),
            differs: draft.differs(line),
        });
    }
    let sum = |of: fn(&ConsignedLine) -> Milli| {
        if blind { Ok(None) } else { sum_of(desk, draft.lines.iter().map(|line| (line.item, of(line)))).map(Some) }
    };
    Ok(DraftView {
        id: draft.id.to_string(),
        consignor: consignor.id,
        name: consignor.name,
        village: consignor.village,
        members: consignor.members,
        saved: time_text(saved_us),
        brought: sum(|line| line.brought_milli)?,
        accepted: sum(|line| line.accepted_milli)?,
        lines,
        note: if blind { String::new() } else { draft.note.clone() },
        blind,
        recounted: !blind && draft.recounted().is_some(),
        // What was found before would tell who counts now.
        second_counts: if blind { Vec::new() } else { second_count_views(desk, draft)? },
    })
}

fn second_count_views(desk: &Desk, draft: &Draft) -> Result<Vec<SecondCountView>, Stop> {
    let mut views = Vec::with_capacity(draft.second_counts.len());
    for count in &draft.second_counts {
        let mut found = Vec::new();
        for line in &count.lines {
            let gone = count.gone(&draft.lines).any(|one| one.item == line.item);
            let Some(again) = line.again_milli.filter(|again| *again != line.first_milli || gone) else { continue };
            let item = store::item::by_id(&desk.db, line.item)?.ok_or(Refusal::UnknownItem)?;
            found.push(FoundAgainView {
                name: item.name,
                stood: line.first_milli.to_text(),
                again: again.to_text(),
                gone,
            });
        }
        let by = store::mart::name_at(&desk.db, &count.by, desk.head.seq)?;
        let given_up = count.given_up.as_ref().map(|given_up| given_up.reason.clone());
        views.push(SecondCountView { by: by.unwrap_or_else(|| Name::new(&*count.by, &*count.by)), given_up, found });
    }
    Ok(views)
}

fn piece_view(piece: &Piece) -> PieceView {
    PieceView {
        code: piece.code.clone(),
        price: piece.price_paise.map(Money::from),
        note: piece.note.clone(),
        picture: piece.picture.clone(),
        made_by: piece.made_by.clone(),
        mark: piece.mark.clone(),
    }
}

pub(crate) fn parse(body: &str) -> Result<Draft, Fault> {
    serde_json::from_str(body).map_err(|error| Fault::DatabaseDamaged { problem: format!("draft: {error}") })
}

/// Whether a draft, as it is kept, is of a consignor; one that cannot be read may be.
pub(crate) fn is_of(body: &str, consignor: &str) -> bool {
    parse(body).map_or(true, |draft| draft.consignor == consignor)
}

pub(crate) fn find(desk: &Desk, id: &str) -> Result<Draft, Stop> {
    let id = Uuid::parse_str(id).map_err(|_| Refusal::UnknownDraft)?;
    Ok(parse(&store::draft::by_id(&desk.db, id)?.ok_or(Refusal::UnknownDraft)?)?)
}

/// Keeps a draft on the disk and shows it.
pub(crate) fn keep(desk: &mut Desk, draft: &Draft) -> Result<DraftView, Stop> {
    let saved_us = desk.now_us();
    let body = serde_json::to_string(draft).map_err(|error| Fault::Internal { cause: error.to_string() })?;
    store::draft::keep(&desk.db, draft.id, saved_us, &body)?;
    draft_view(desk, draft, saved_us)
}
