//! The manager's home: what of the stock and of its owners needs somebody today. Not here: money (`day`), and doing any
//! of it.

use crate::approvals;
use crate::desk::Desk;
use crate::fault::Stop;
use crate::items::{self, ItemRowView, ViewItems};
use crate::sign_in::Nothing;
use crate::stock::{self, StockFilter, StockRowView, ViewStock};
use crate::store;
use crate::store::item::Filter;
use domain::stock::Step;
use serde::Serialize;
use ts_rs::TS;

/// How many rows of each list are shown.
const SHOWN: usize = 6;

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

/// What of the stock and of its owners needs somebody today.
pub fn view_home(desk: &mut Desk, _: Nothing) -> Result<HomeView, Stop> {
    let low = items::view_items(desk, ViewItems { text: String::new(), filter: Filter::Low, offset: 0 })?;
    let list = |filter| ViewStock { owner: None, text: String::new(), filter, offset: 0 };
    let negative = stock::whole_list(desk, &list(StockFilter::Negative))?;
    let (mut remind, mut markdown, mut give_back) = (Vec::new(), Vec::new(), Vec::new());
    for row in stock::whole_list(desk, &list(StockFilter::Ageing))? {
        let Some(step) = row.step.filter(|step| row.done != Some(*step)) else { continue };
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
        low_total: low.total,
        low: low.items.into_iter().take(SHOWN).collect(),
        negative: needed(negative.into_iter()),
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
