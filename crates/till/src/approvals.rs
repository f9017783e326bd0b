//! Goods of registered vendors on approval: taken in by their challan, watched against the six months of CGST Act s.31(7),
//! given back by the mart's challan. Not here: the rules (`domain::approval`), their invoice (`purchases`).

use crate::clock::date_text;
use crate::consign::entry;
use crate::desk::Desk;
use crate::fault::{Fault, Stop};
use crate::packs::{self, TAX};
use crate::sign_in::Nothing;
use crate::slip;
use crate::stock::{GivenBackView, said};
use crate::store;
use domain::agreement::Owner;
use domain::approval::{ApprovalReturned, ApprovalState, ApprovalTaken, OnApproval, check_lines, state};
use domain::bill::Series;
use domain::entry::{Fact, StockLine};
use domain::name::Name;
use domain::purchase::Vendor;
use domain::quantity::Milli;
use domain::refusal::Refusal;
use domain::transfer::CHALLAN_LETTER;
use domain::year::FinancialYear;
use jiff::civil::Date;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// One vendor's goods of an item.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ApprovalRowView {
    pub item: String,
    pub sku: String,
    pub name: Name,
    pub icon: String,
    pub picture: Option<String>,
    pub unit: Name,
    /// GSTIN.
    pub vendor: String,
    pub vendor_name: Name,
    /// On hand and theirs.
    pub here: String,
    pub here_milli: Milli,
    /// Sold or lost: the invoice is due.
    pub due: String,
    pub due_milli: Milli,
    /// Date of the challan of the oldest of it that is here.
    pub since: Option<String>,
    #[ts(type = "number | null")]
    pub days: Option<i64>,
    pub state: ApprovalState,
}

/// Goods on approval, the oldest first.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct ApprovalsView {
    pub rows: Vec<ApprovalRowView>,
    pub vendors: Vec<Vendor>,
    pub today: String,
}

/// Days from which the alarm rings, and after which nothing is sold.
fn limits(on: Date) -> (i64, i64) {
    let days = |key| TAX.days(key, on).unwrap_or(i64::MAX);
    (days("approval_alarm_days"), days("approval_last_days"))
}

/// The date of the challan of the oldest of a vendor's goods that are here.
fn since(db: &Connection, item: Uuid, vendor: &str) -> Result<Option<Date>, Fault> {
    Ok(store::stock::of(db, item, &Owner::Vendor(vendor.to_owned()))?.and_then(|row| row.since))
}

fn days_since(since: Date, on: Date) -> i64 {
    on.since(since).map_or(0, |span| i64::from(span.get_days()))
}

/// The date of the challan of goods whose six months are over.
pub(crate) fn over_since(db: &Connection, item: Uuid, vendor: &str, on: Date) -> Result<Option<Date>, Fault> {
    let theirs = store::stock::on_approval(db, item, vendor)?.is_some_and(|goods| goods.theirs() > Milli(0));
    let since = if theirs { since(db, item, vendor)? } else { None };
    let (alarm, last) = limits(on);
    Ok(since.filter(|since| state(days_since(*since, on), alarm, last) == ApprovalState::Over))
}

fn rows(desk: &Desk) -> Result<Vec<ApprovalRowView>, Fault> {
    let today = desk.today().1;
    let (alarm, last) = limits(today);
    let mut rows = Vec::new();
    for (id, vendor) in store::stock::approvals(&desk.db)? {
        let (Some(item), Some(goods)) =
            (store::item::by_id(&desk.db, id)?, store::stock::on_approval(&desk.db, id, &vendor)?)
        else {
            continue;
        };
        if goods.theirs() == Milli(0) && goods.due() == Milli(0) {
            continue;
        }
        let since = if goods.theirs() > Milli(0) { since(&desk.db, id, &vendor)? } else { None };
        let days = since.map(|since| days_since(since, today));
        let name = store::purchase::vendor(&desk.db, &vendor)?.map(|vendor| vendor.name);
        rows.push(ApprovalRowView {
            item: item.id.to_string(),
            sku: item.sku,
            name: item.name,
            icon: item.icon,
            picture: item.picture,
            unit: packs::unit(&item.unit),
            vendor_name: name.unwrap_or_else(|| Name::new(&vendor, &vendor)),
            vendor,
            here: goods.theirs().to_text(),
            here_milli: goods.theirs(),
            due: goods.due().to_text(),
            due_milli: goods.due(),
            since: since.map(date_text),
            days,
            state: days.map_or(ApprovalState::Fresh, |days| state(days, alarm, last)),
        });
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.days));
    Ok(rows)
}

/// How many goods on approval need somebody: their six months end, or are over.
pub(crate) fn late(desk: &Desk) -> Result<u32, Fault> {
    Ok(rows(desk)?.iter().filter(|row| row.state != ApprovalState::Fresh).count() as u32)
}

/// Lists goods on approval and what the vendors' invoices are due for.
pub fn view_approvals(desk: &mut Desk, _: Nothing) -> Result<ApprovalsView, Stop> {
    let vendors = store::purchase::vendors(&desk.db)?;
    Ok(ApprovalsView { rows: rows(desk)?, vendors, today: desk.today().1.to_string() })
}

/// A vendor's challan as it is typed; asked for twice it is taken once.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "fields of domain::approval::ApprovalTaken")]
pub struct TakeApproval {
    #[ts(type = "string")]
    pub id: Uuid,
    /// GSTIN.
    pub vendor: String,
    pub challan: String,
    #[ts(type = "string")]
    pub challan_date: Date,
    pub lines: Vec<StockLine>,
}

/// Takes goods on approval: they stay the vendor's until they are sold or invoiced.
pub fn take_approval(desk: &mut Desk, input: TakeApproval) -> Result<ApprovalsView, Stop> {
    if let Some(seq) = store::stock::note_of(&desk.db, input.id)? {
        return match entry(desk, seq)?.fact {
            Fact::ApprovalTaken(_) => view_approvals(desk, Nothing {}),
            _ => Err(Refusal::invalid("id").into()),
        };
    }
    let challan = said("challan", &input.challan)?;
    if challan.chars().count() > 30 {
        return Err(Refusal::invalid("challan").into());
    }
    check_lines(&input.lines)?;
    let (_, last) = limits(desk.today().1);
    let days = days_since(input.challan_date, desk.today().1);
    // One of tomorrow is none yet, and of one that is over nothing could be sold.
    if !(0..last).contains(&days) {
        return Err(Refusal::invalid("challan_date").into());
    }
    desk.commit(|writing| {
        let owner = Owner::Vendor(input.vendor.clone());
        writing.known(&owner)?;
        if store::purchase::challan_taken(writing.db, &owner, &challan, FinancialYear::of(input.challan_date))? {
            return Err(Refusal::ChallanTaken { challan }.into());
        }
        for line in &input.lines {
            let item = store::item::by_id(writing.db, line.item)?.ok_or(Refusal::UnknownItem)?;
            packs::fits_unit(line.qty_milli, &item.unit)?;
        }
        writing.append(Fact::ApprovalTaken(ApprovalTaken {
            id: input.id,
            vendor: input.vendor,
            challan,
            challan_date: input.challan_date,
            lines: input.lines,
        }))
    })?;
    view_approvals(desk, Nothing {})
}

/// Goods on approval that go back; asked for twice they go once.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "fields of domain::approval::ApprovalReturned")]
pub struct ReturnApproval {
    #[ts(type = "string")]
    pub id: Uuid,
    pub vendor: String,
    pub lines: Vec<StockLine>,
    pub reason: String,
}

fn returned_view(desk: &Desk, seq: i64) -> Result<GivenBackView, Stop> {
    match entry(desk, seq)?.fact {
        Fact::ApprovalReturned(given) => Ok(GivenBackView { number: given.number }),
        _ => Err(Refusal::invalid("id").into()),
    }
}

/// Gives goods on approval back to their vendor: only what of theirs is here. What was sold or invoiced cannot go back so.
pub fn return_approval(desk: &mut Desk, input: ReturnApproval) -> Result<GivenBackView, Stop> {
    if let Some(seq) = store::stock::note_of(&desk.db, input.id)? {
        return returned_view(desk, seq);
    }
    let reason = said("reason", &input.reason)?;
    check_lines(&input.lines)?;
    let (till_name, way) = (desk.till_name(), slip::way(desk)?);
    desk.commit(|writing| {
        writing.known(&Owner::Vendor(input.vendor.clone()))?;
        for line in &input.lines {
            let item = store::item::by_id(writing.db, line.item)?.ok_or(Refusal::UnknownItem)?;
            packs::fits_unit(line.qty_milli, &item.unit)?;
            let goods = store::stock::on_approval(writing.db, line.item, &input.vendor)?;
            let theirs = goods.map_or(Milli(0), OnApproval::theirs);
            if line.qty_milli > theirs {
                return Err(Refusal::StockShort { name: item.name.hi, left: theirs.to_text() }.into());
            }
        }
        let series = Series::on(&till_name, writing.business_date, CHALLAN_LETTER);
        let number = series.number(store::sale::next_n(writing.db, &series.prefix())?);
        writing.append(Fact::ApprovalReturned(ApprovalReturned {
            id: input.id,
            number,
            vendor: input.vendor,
            lines: input.lines,
            reason,
        }))?;
        slip::enqueue(writing, way)
    })?;
    returned_view(desk, desk.head.seq)
}
