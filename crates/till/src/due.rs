//! The due list: who is due what, since when, and by when it was promised. Not here: settling it (`settle`).

use crate::clock::date_text;
use crate::desk::Desk;
use crate::fault::{Fault, Stop};
use crate::packs::{self, TAX};
use crate::settle::{AccountState, account, office_till, reckoned};
use crate::store;
use crate::store::due::DueSums;
use crate::views::Money;
use domain::agreement::Agreement;
use domain::basket::Priced;
use domain::consignor::Consignor;
use domain::gst::Supply;
use domain::money::{Bps, Paise};
use domain::name::Name;
use domain::refusal::Refusal;
use domain::sale::bills_of;
use domain::settlement::{Reckoned, Waits};
use domain::translit::search_key;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// Which consignors of the due list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DueFilter {
    /// Whoever is owed anything, or owes.
    #[default]
    All,
    /// Whoever can be settled now.
    Payable,
    /// Whoever was promised money by now.
    Overdue,
    /// Whoever comes near the GST threshold.
    Turnover,
}

/// Which consignors, and by which words of their name, village or district.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct ViewDue {
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub filter: DueFilter,
    /// Id of their district; none: all districts.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub district: Option<String>,
    /// Who was chosen to be settled: told what they come to, whether the list shows them or not.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub chosen: Vec<String>,
}

/// Why a consignor is not settled now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WaitsView {
    /// Nothing is payable.
    Nothing,
    /// It comes to nothing, or less.
    Carried,
    /// It is less than the agreement's minimum.
    BelowMinimum,
    /// There is no agreement in force.
    NoAgreement,
}

/// One consignor of the due list.
#[derive(Debug, Clone, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct DueRowView {
    pub consignor: String,
    pub name: Name,
    pub village: Name,
    pub district: Name,
    pub district_id: String,
    pub craft: Name,
    pub picture: Option<String>,
    /// Payable today, before recoveries and advances.
    pub payable: Money,
    /// Lines of that.
    #[ts(type = "number")]
    pub lines: i64,
    /// What a settlement of today would pay.
    pub net: Money,
    /// Why it would not; none: it can be settled.
    pub waits: Option<WaitsView>,
    /// Waits for the customers' time to bring goods back.
    pub held: Money,
    /// To be recovered, not negative.
    pub to_recover: Money,
    /// Left of advances.
    pub advance: Money,
    /// Settled and not paid.
    pub unpaid: Money,
    /// All that is owed: what stands in the books.
    pub owed: Money,
    /// Day of the oldest line that is payable.
    pub since: Option<String>,
    /// Days since.
    pub days: Option<i32>,
    /// The first day something was promised by.
    pub promised_by: Option<String>,
    /// Days until that; negative: it is past.
    pub left_days: Option<i32>,
    /// Days past that; 0: not yet.
    pub overdue_days: i32,
    pub account: AccountState,
    /// Of the allowed account.
    pub masked: String,
    pub by_upi: bool,
    /// Of goods sold in this financial year.
    pub turnover: Money,
    /// The GST threshold that is near or past; none: it is far.
    pub turnover_limit: Option<Money>,
}

/// What is due in one district.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct DueDistrictView {
    pub id: String,
    pub name: Name,
    pub artisans: u32,
    pub payable: Money,
}

/// Who is due what.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct DueView {
    /// The oldest first.
    pub rows: Vec<DueRowView>,
    pub today: String,
    /// Every district with somebody to whom anything is due, by name.
    pub districts: Vec<DueDistrictView>,
    /// Of all rows.
    pub payable: Money,
    /// What settling all who can be settled would pay, and how many those are.
    pub net: Money,
    pub can_settle: u32,
    /// What settling who was chosen would pay, and how many of them can be settled.
    pub chosen_net: Money,
    pub chosen: u32,
    pub held: Money,
    pub to_recover: Money,
    pub unpaid: Money,
    pub overdue: u32,
    /// This till settles and pays.
    pub office: bool,
    /// Code of the till that does.
    pub office_till: String,
}

pub(crate) fn waits(reckoned: &Reckoned, agreement: Option<&Agreement>) -> Option<WaitsView> {
    let minimum = agreement.map_or(Paise::ZERO, |agreement| agreement.promise.minimum_paise);
    match reckoned.waits(minimum) {
        Some(Waits::Nothing) => Some(WaitsView::Nothing),
        Some(Waits::Carried) => Some(WaitsView::Carried),
        Some(Waits::BelowMinimum) => Some(WaitsView::BelowMinimum),
        // Who has ended their agreement is still paid what they earned under it.
        None => None,
    }
}

pub(crate) fn days_between(since: Date, until: Date) -> i32 {
    until.since(since).map_or(0, |span| span.get_days())
}

fn row(desk: &Desk, consignor: Consignor, sums: &DueSums, today: Date) -> Result<DueRowView, Fault> {
    let id = &consignor.id;
    let (reckoned, agreement) = reckoned(&desk.db, id, today)?;
    let (state, details) = account(desk, id)?;
    let (unpaid, advance) = (store::settlement::unpaid_of(&desk.db, id)?, store::payout::lent_to(&desk.db, id)?);
    let turnover = store::due::turnover(&desk.db, id, today)?;
    let limit = TAX.limit("registration_turnover_goods_paise", today);
    let warning = agreement.as_ref().map_or(Bps(8_000), |agreement| agreement.turnover_warning_bps);
    let left = sums.promised_by.map(|by| days_between(today, by));
    Ok(DueRowView {
        payable: sums.payable_paise.into(),
        lines: sums.lines,
        net: reckoned.figures.net_paise.into(),
        waits: waits(&reckoned, agreement.as_ref()),
        held: sums.held_paise.into(),
        to_recover: (-sums.to_recover_paise).into(),
        advance: advance.into(),
        unpaid: unpaid.into(),
        owed: (sums.payable_paise + sums.held_paise + sums.to_recover_paise + unpaid).into(),
        since: sums.since.map(date_text),
        days: sums.since.map(|since| days_between(since, today)),
        promised_by: sums.promised_by.map(date_text),
        left_days: left,
        overdue_days: left.map_or(0, |left| (-left).max(0)),
        account: state,
        by_upi: details.as_ref().is_some_and(|details| details.account.is_empty()),
        masked: details.map_or_else(String::new, |details| details.masked()),
        turnover: turnover.into(),
        turnover_limit: limit.filter(|limit| turnover >= limit.at(warning)).map(Money::from),
        district: packs::district(&consignor.district),
        district_id: consignor.district,
        consignor: consignor.id,
        name: consignor.name,
        village: consignor.village,
        craft: consignor.craft,
        picture: consignor.picture,
    })
}

/// Every consignor with what they are due, the oldest promise first.
pub(crate) fn rows(desk: &mut Desk) -> Result<Vec<DueRowView>, Stop> {
    desk.gather()?;
    let today = desk.today().1;
    let mut sums: HashMap<String, DueSums> =
        store::due::sums(&desk.db, None, today)?.into_iter().map(|one| (one.consignor.clone(), one)).collect();
    let mut rows = Vec::new();
    for consignor in store::consignor::all(&desk.db)? {
        let sums = sums.remove(&consignor.id).unwrap_or_default();
        rows.push((sums.promised_by, row(desk, consignor, &sums, today)?));
    }
    // Goods that come back late are reckoned even with who is forgotten.
    for (id, sums) in sums {
        if let Some(consignor) = store::consignor::by_id(&desk.db, &id)? {
            rows.push((sums.promised_by, row(desk, consignor, &sums, today)?));
        }
    }
    // Who waits longest comes first; who waits for nothing, last.
    rows.sort_by(|(left, one), (right, other)| {
        (left.is_none(), left, &one.name.en).cmp(&(right.is_none(), right, &other.name.en))
    });
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}

fn districts<'a>(rows: impl Iterator<Item = &'a DueRowView>) -> Vec<DueDistrictView> {
    let mut sums: HashMap<&str, (&Name, u32, Paise)> = HashMap::new();
    for row in rows {
        let (_, artisans, payable) = sums.entry(&row.district_id).or_insert((&row.district, 0, Paise::ZERO));
        *artisans += 1;
        *payable += row.payable.paise;
    }
    let view = |(id, (name, artisans, payable)): (&str, (&Name, u32, Paise))| DueDistrictView {
        id: id.to_owned(),
        name: name.clone(),
        artisans,
        payable: payable.into(),
    };
    let mut districts: Vec<_> = sums.into_iter().map(view).collect();
    districts.sort_by(|one, other| one.name.en.cmp(&other.name.en));
    districts
}

/// Who is due what, since when, and by when it was promised.
pub fn view_due(desk: &mut Desk, input: ViewDue) -> Result<DueView, Stop> {
    let mut rows = rows(desk)?;
    let chosen = rows.iter().filter(|row| row.waits.is_none() && input.chosen.contains(&row.consignor));
    let (chosen, chosen_net) = chosen.fold((0, Paise::ZERO), |(count, net), row| (count + 1, net + row.net.paise));
    let wanted = search_key(&input.text);
    let something = |row: &DueRowView| {
        [&row.payable, &row.held, &row.to_recover, &row.advance, &row.unpaid].iter().any(|money| !money.paise.is_zero())
    };
    let districts = districts(rows.iter().filter(|row| something(row)));
    rows.retain(|row| {
        let names = [&row.name, &row.village, &row.district];
        let found = wanted.is_empty()
            || names
                .iter()
                .any(|name| search_key(&name.hi).contains(&wanted) || search_key(&name.en).contains(&wanted));
        found
            && input.district.as_ref().is_none_or(|district| *district == row.district_id)
            && match input.filter {
                DueFilter::All => something(row),
                DueFilter::Payable => row.waits.is_none(),
                DueFilter::Overdue => row.overdue_days > 0,
                DueFilter::Turnover => row.turnover_limit.is_some(),
            }
    });
    let sum = |of: fn(&DueRowView) -> &Money| Money::from(rows.iter().map(|row| of(row).paise).sum::<Paise>());
    let ready = || rows.iter().filter(|row| row.waits.is_none());
    let office = office_till(desk);
    Ok(DueView {
        today: date_text(desk.today().1),
        districts,
        payable: sum(|row| &row.payable),
        net: ready().map(|row| row.net.paise).sum::<Paise>().into(),
        can_settle: ready().count() as u32,
        chosen_net: chosen_net.into(),
        chosen,
        held: sum(|row| &row.held),
        to_recover: sum(|row| &row.to_recover),
        unpaid: sum(|row| &row.unpaid),
        overdue: rows.iter().filter(|row| row.overdue_days > 0).count() as u32,
        office: office == desk.till.till_code,
        office_till: office,
        rows,
    })
}

/// Refuses a payment that would sell more in a consignor's own name than they may supply in a year without registering: a
/// GSTIN, and goods in the mart's name, come first (CGST Act s.22(1), notification 10/2019-CT; gst.md 1.2). Of other baskets
/// nothing is asked.
pub(crate) fn unregistered_may_supply(desk: &mut Desk, priced: &Priced, supply: Supply) -> Result<(), Stop> {
    let memos: Vec<_> = bills_of(&desk.basket, priced, false)
        .into_iter()
        .filter_map(|draft| Some((draft.principal?, draft.lines)))
        .collect();
    if memos.is_empty() {
        return Ok(());
    }
    desk.gather()?;
    let today = desk.today().1;
    let limit = match supply {
        Supply::IntraState => "registration_turnover_goods_paise",
        Supply::InterState => "registration_turnover_paise",
    };
    let Some(limit) = TAX.limit(limit, today) else { return Ok(()) };
    for (consignor, lines) in memos {
        let goods: Paise = lines.iter().map(|line| priced.lines[*line].tax.total()).sum();
        if store::due::turnover(&desk.db, &consignor, today)? + goods > limit {
            let name = store::consignor::name(&desk.db, &consignor)?.unwrap_or_default().hi;
            return Err(Refusal::ThresholdReached { name, limit: limit.to_rupee_text() }.into());
        }
    }
    Ok(())
}
