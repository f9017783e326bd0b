//! The manager's home: what of the stock and of its owners needs somebody today, what is due to artisans and what they
//! earned this month, today's sale by the hour, and how the till is. Not here: the drawer (`day`), and doing any of it.

use crate::approvals;
use crate::clock::date_text;
use crate::desk::Desk;
use crate::due::days_between;
use crate::fault::Stop;
use crate::items::{self, ItemRowView};
use crate::sign_in::Nothing;
use crate::status::{StatusView, view_status};
use crate::stock::{StockRowView, row_view};
use crate::store;
use crate::store::stock::{Only, Wanted};
use crate::views::Money;
use domain::money::{Paise, group_indian};
use domain::name::Name;
use domain::stock::Step;
use jiff::ToSpan;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// The hours in which a mart is open, as they are drawn.
const OPENS: u8 = 10;
const CLOSES: u8 = 20;

/// How many rows of each list are shown.
const SHOWN: usize = 6;

/// More items that run out than this are not counted.
const MANY: usize = 1_000;

/// Of how many of the goods that came first it is asked whether their makers are to be told: who has more of them has enough
/// to do today.
const WAITING: usize = 300;

/// How many of those who wait longest are named.
const OLDEST: usize = 3;

/// How many makers of the month are named.
const TOP: usize = 5;

/// Bytes left below which the disk is nearly full.
const NEARLY_FULL: u64 = 2_000_000_000;

/// Somebody who was promised money by now.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct LateView {
    pub name: Name,
    pub village: Name,
    pub amount: Money,
    pub promised_by: String,
    pub days: i32,
}

/// What is due to artisans.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct HomeDueView {
    pub payable: Money,
    /// To how many.
    pub artisans: u32,
    /// To those who were promised money by now.
    pub overdue: Money,
    pub late: u32,
    /// Who waits longest.
    pub oldest: Vec<LateView>,
}

/// A bar of a chart: what it stands for, and how high it is beside the highest.
#[derive(Debug, Clone, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct BarView {
    /// The day of the month, the hour, or the month.
    pub of: u8,
    pub amount: Money,
    /// Percent of the highest.
    pub part: u8,
}

/// What a maker earned.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct EarnedView {
    pub name: Name,
    pub village: Name,
    pub amount: Money,
}

/// The month and the day in figures.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct FiguresView {
    /// This month's income of artisans by day, each day up to today.
    pub income: Vec<BarView>,
    pub income_total: Money,
    pub month: u8,
    pub makers: Vec<EarnedView>,
    /// Today's sale by hour, over the hours a mart is open and any other that had some.
    pub hours: Vec<BarView>,
    pub sold: Money,
    pub sales: u32,
    /// UPI payments without a reference.
    pub upi: u32,
    pub upi_sum: Money,
}

/// How this till is.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct HealthView {
    pub status: StatusView,
    #[ts(type = "number")]
    pub entries: i64,
    /// Of the database.
    pub megabytes: String,
    /// Left on its disk; none: the system does not tell.
    pub free_gigabytes: Option<String>,
    /// So little is left that somebody should make room before the till has to stop.
    pub nearly_full: bool,
}

/// Rows that need somebody, the first of them, and how many there are.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct NeededView {
    pub total: u32,
    pub rows: Vec<StockRowView>,
}

/// What needs somebody.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct HomeView {
    pub due: HomeDueView,
    pub figures: FiguresView,
    pub health: HealthView,
    pub low: Vec<ItemRowView>,
    pub low_total: u32,
    /// Fewer than none on hand: something was sold that never came in.
    pub negative: NeededView,
    /// Makers to be told, asked, or offered their goods back, and not yet.
    pub remind: NeededView,
    pub markdown: NeededView,
    pub give_back: NeededView,
    /// Sheets of intake that were begun and not taken.
    pub drafts: u32,
    /// Consignors whose bank details wait for a second person.
    pub banks: u32,
    /// Goods on approval whose six months are nearly or quite over.
    pub approvals: u32,
    /// Transfers of which nobody knows yet what became.
    pub on_the_way: u32,
    /// Counts that go on.
    pub counts: u32,
}

fn needed(rows: impl Iterator<Item = StockRowView>) -> NeededView {
    let mut rows: Vec<StockRowView> = rows.collect();
    // The oldest first.
    rows.sort_by_key(|row| std::cmp::Reverse(row.days));
    let total = rows.len() as u32;
    rows.truncate(SHOWN);
    NeededView { total, rows }
}

fn due(desk: &mut Desk) -> Result<HomeDueView, Stop> {
    desk.gather()?;
    let today = desk.today().1;
    let sums = store::due::sums(&desk.db, None, today)?;
    let payable: Vec<_> = sums.into_iter().filter(|one| one.payable_paise > Paise::ZERO).collect();
    let mut late: Vec<_> =
        payable.iter().filter_map(|one| Some((one.promised_by.filter(|by| *by < today)?, one))).collect();
    late.sort_by_key(|(by, one)| (*by, &one.consignor));
    let mut oldest = Vec::with_capacity(OLDEST);
    for (by, one) in late.iter().take(OLDEST) {
        let Some(consignor) = store::consignor::by_id(&desk.db, &one.consignor)? else { continue };
        oldest.push(LateView {
            name: consignor.name,
            village: consignor.village,
            amount: one.payable_paise.into(),
            promised_by: date_text(*by),
            days: days_between(*by, today),
        });
    }
    Ok(HomeDueView {
        payable: payable.iter().map(|one| one.payable_paise).sum::<Paise>().into(),
        artisans: payable.len() as u32,
        overdue: late.iter().map(|(_, one)| one.payable_paise).sum::<Paise>().into(),
        late: late.len() as u32,
        oldest,
    })
}

/// Bars of whole numbers, each beside the highest; what is below nothing has no bar.
pub(crate) fn bars(amounts: impl Iterator<Item = (u8, Paise)>) -> Vec<BarView> {
    let amounts: Vec<_> = amounts.collect();
    let highest = amounts.iter().map(|(_, paise)| paise.0).max().unwrap_or(0).max(1);
    amounts
        .into_iter()
        .map(|(of, paise)| BarView { of, amount: paise.into(), part: (paise.0.max(0) * 100 / highest) as u8 })
        .collect()
}

fn figures(desk: &Desk) -> Result<FiguresView, Stop> {
    let today = desk.today().1;
    let (mut by_day, mut by_maker) = (BTreeMap::<i8, Paise>::new(), BTreeMap::<String, Paise>::new());
    for one in store::home::earned(&desk.db, today.first_of_month())? {
        *by_day.entry(one.day).or_default() += one.paise;
        *by_maker.entry(one.consignor).or_default() += one.paise;
    }
    let days = (1..=today.day()).map(|day| (day as u8, by_day.get(&day).copied().unwrap_or_default()));
    let mut top: Vec<_> = by_maker.into_iter().filter(|(_, paise)| *paise > Paise::ZERO).collect();
    top.sort_by_key(|(_, paise)| std::cmp::Reverse(*paise));
    let mut makers = Vec::with_capacity(TOP);
    for (id, paise) in top.into_iter().take(TOP) {
        let Some(consignor) = store::consignor::by_id(&desk.db, &id)? else { continue };
        makers.push(EarnedView { name: consignor.name, village: consignor.village, amount: paise.into() });
    }
    let sold = store::home::hours(&desk.db, today)?;
    let at = |hour: u8| sold.iter().find(|one| one.hour == hour).map_or(Paise::ZERO, |one| one.paise);
    let hours = match (sold.first(), sold.last()) {
        (Some(first), Some(last)) => bars((first.hour.min(OPENS)..=last.hour.max(CLOSES)).map(|hour| (hour, at(hour)))),
        _ => Vec::new(),
    };
    let (upi, upi_sum) = store::home::unmatched(&desk.db)?;
    Ok(FiguresView {
        income: bars(days),
        income_total: by_day.values().copied().sum::<Paise>().into(),
        month: today.month() as u8,
        makers,
        hours,
        sold: sold.iter().map(|one| one.paise).sum::<Paise>().into(),
        sales: sold.iter().map(|one| one.sales).sum::<i64>() as u32,
        upi: upi as u32,
        upi_sum: upi_sum.into(),
    })
}

fn health(desk: &mut Desk) -> Result<HealthView, Stop> {
    let (entries, bytes) = store::home::size(&desk.db)?;
    let tenths = |bytes: u64, of: u64| format!("{}.{}", group_indian(bytes / of), bytes % of * 10 / of);
    let free = desk.path.parent().and_then(|folder| fs4::available_space(folder).ok());
    Ok(HealthView {
        status: view_status(desk, Nothing {})?,
        entries,
        megabytes: tenths(bytes as u64, 1_000_000),
        free_gigabytes: free.map(|free| tenths(free, 1_000_000_000)),
        nearly_full: free.is_some_and(|free| free < NEARLY_FULL),
    })
}

/// The first rows of stock that are fewer than none, and how many there are.
fn negative(desk: &Desk) -> Result<NeededView, Stop> {
    let wanted = Wanted { only: Some(Only::Negative), ..Wanted::default() };
    let (rows, total) = store::stock::list(&desk.db, &wanted, SHOWN, 0)?;
    let rows = rows.into_iter().map(|row| row_view(desk, row, None)).collect::<Result<_, _>>()?;
    Ok(NeededView { total: total as u32, rows })
}

/// Makers' goods that are to be spoken of, among as many as came first.
fn waiting(desk: &Desk) -> Result<Vec<StockRowView>, Stop> {
    let today = desk.today().1;
    let Some(days) = store::consignor::first_reminder(&desk.db, today)? else { return Ok(Vec::new()) };
    let Ok(by) = today.checked_sub(days.days()) else { return Ok(Vec::new()) };
    let rows = store::stock::waiting(&desk.db, by, WAITING)?;
    Ok(rows.into_iter().map(|row| row_view(desk, row, None)).collect::<Result<_, _>>()?)
}

/// What of the stock and of its owners needs somebody today, and how the mart is doing.
pub fn view_home(desk: &mut Desk, _: Nothing) -> Result<HomeView, Stop> {
    let low = items::running_out(desk, SHOWN, MANY)?;
    let (mut remind, mut markdown, mut give_back) = (Vec::new(), Vec::new(), Vec::new());
    for row in waiting(desk)? {
        let Some(step) = row.step.filter(|step| row.done < Some(*step)) else { continue };
        match step {
            Step::Remind => remind.push(row),
            Step::Markdown => markdown.push(row),
            Step::GiveBack => give_back.push(row),
        }
    }
    let mut banks = 0;
    for consignor in store::consignor::all(&desk.db)? {
        banks += u32::from(store::consignor::bank(&desk.db, &consignor.id, "asked")?.is_some());
    }
    Ok(HomeView {
        due: due(desk)?,
        figures: figures(desk)?,
        health: health(desk)?,
        low_total: low.total,
        low: low.items,
        negative: negative(desk)?,
        remind: needed(remind.into_iter()),
        markdown: needed(markdown.into_iter()),
        give_back: needed(give_back.into_iter()),
        drafts: store::draft::all(&desk.db)?.len() as u32,
        banks,
        approvals: approvals::late(desk)?,
        on_the_way: store::transfer::on_the_way(&desk.db)? as u32,
        counts: store::count::counts(&desk.db)?.len() as u32,
    })
}
