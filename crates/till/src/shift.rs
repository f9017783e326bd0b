//! The shift: opened with a float, counted blind, closed or handed over, and cash moved in between. Closing never
//! fails for the cash being wrong; it records the difference. What the books expect is told only after a count.

use crate::day::{self, CashView, Report};
use crate::desk::Desk;
use crate::fault::{Fault, Stop};
use crate::report;
use crate::sign_in::{Approval, check_pin};
use crate::store;
use crate::store::shift::OpenShift as Opened;
use crate::views::{Money, ShiftView};
use domain::books::Account;
use domain::entry::Fact;
use domain::money::{Paise, group_indian};
use domain::operator::Role;
use domain::refusal::Refusal;
use domain::shift::{
    CashCount, CashMoved, Denomination, DrawerCounted, HandedOver, Movement, ShiftClosed, ShiftOpened, countable,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Cash as it was told: the sum of its notes and coins, else the sum that was typed.
fn told(desk: &Desk, typed: Option<Paise>, count: Option<&CashCount>) -> Result<Paise, Refusal> {
    match (typed, count) {
        (None, Some(count)) => count.worth(desk.mart.drawer.notes_of_2000),
        (Some(typed), None) => countable(typed),
        _ => Err(Refusal::invalid("count_or_amount")),
    }
}

/// One row of a count.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct CountRowView {
    pub denomination: Denomination,
    /// `500`.
    pub rupees: String,
    pub coin: bool,
    pub pieces: u32,
    pub amount: Money,
}

/// A count and what it comes to.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct CountView {
    /// Every note and coin that is counted here, largest first.
    pub rows: Vec<CountRowView>,
    pub sum: Money,
}

/// What a count comes to, while it is being made.
pub fn view_count(desk: &mut Desk, input: CashCount) -> Result<CountView, Stop> {
    let sum = input.worth(desk.mart.drawer.notes_of_2000)?;
    Ok(CountView { rows: count_rows(&input, desk.mart.drawer.notes_of_2000), sum: sum.into() })
}

/// The rows of a count: what is counted here, and whatever else was.
pub(crate) fn count_rows(count: &CashCount, notes_of_2000: bool) -> Vec<CountRowView> {
    let pieces = |one| count.0.get(&one).copied().unwrap_or(0);
    Denomination::ALL
        .into_iter()
        .filter(|one| *one != Denomination::Note2000 || notes_of_2000 || pieces(*one) > 0)
        .map(|one| CountRowView {
            denomination: one,
            rupees: group_indian(one.value().0.unsigned_abs() / 100),
            coin: one >= Denomination::Coin20,
            pieces: pieces(one),
            amount: Paise(one.value().0 * i64::from(pieces(one))).into(),
        })
        .collect()
}

/// The float, typed or counted.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct OpenShift {
    #[ts(optional)]
    pub float_paise: Option<Paise>,
    #[ts(optional)]
    pub count: Option<CashCount>,
}

/// Opens a shift for who is signed in.
pub fn open_shift(desk: &mut Desk, input: OpenShift) -> Result<ShiftView, Stop> {
    if let Some(shift) = &desk.shift {
        return Err(Refusal::ShiftOpenAlready { number: shift.number.to_string() }.into());
    }
    let float_paise = told(desk, input.float_paise, input.count.as_ref())?;
    let number = store::shift::next_number(&desk.db)?;
    desk.commit(|writing| {
        writing.shift = Some(number);
        writing.append(Fact::ShiftOpened(ShiftOpened { number, float_paise, count: input.count }))
    })?;
    opened(desk)
}

fn opened(desk: &mut Desk) -> Result<ShiftView, Stop> {
    desk.shift = store::shift::open(&desk.db)?;
    ShiftView::of(desk)?.ok_or_else(|| Fault::Internal { cause: "the shift is not open".into() }.into())
}

/// What the books say is in the drawer of the open shift.
pub(crate) fn expected(desk: &Desk, shift: &Opened) -> Result<Paise, Fault> {
    // The opening entry itself is left out: of a hand-over it also holds the difference of the shift before.
    let moved = store::sale::balance_from(&desk.db, &Account::Drawer.to_string(), shift.opened_seq + 1)?;
    Ok(shift.float_paise + moved)
}

/// The count, typed or by notes and coins.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct CloseShift {
    #[ts(optional)]
    pub counted_paise: Option<Paise>,
    #[ts(optional)]
    pub count: Option<CashCount>,
}

/// What the shift did, shown only after a count.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct DrawerView {
    pub number: i32,
    pub closed: bool,
    pub sales: i32,
    pub upi: Money,
    pub card: Money,
    #[serde(flatten)]
    pub cash: CashView,
}

impl DrawerView {
    fn of(report: Report, closed: bool) -> Self {
        Self {
            number: report.shift.number as i32,
            closed,
            sales: report.sales as i32,
            upi: report.taken.upi.into(),
            card: report.taken.card.into(),
            cash: report.cash(),
        }
    }
}

/// Counts the drawer and shows the difference, without closing: the count may be wrong and made again. Each is kept.
pub fn count_drawer(desk: &mut Desk, input: CloseShift) -> Result<DrawerView, Stop> {
    let number = desk.own_shift()?.number;
    let counted_paise = told(desk, input.counted_paise, input.count.as_ref())?;
    desk.commit(|writing| {
        writing.append(Fact::DrawerCounted(DrawerCounted { number, counted_paise, count: input.count }))
    })?;
    Ok(DrawerView::of(day::report(desk, number)?, false))
}

/// Closes the open shift. The expected amount is the book balance of the drawer.
pub fn close_shift(desk: &mut Desk, input: CloseShift) -> Result<DrawerView, Stop> {
    let shift = desk.own_shift()?.clone();
    let counted_paise = told(desk, input.counted_paise, input.count.as_ref())?;
    let expected_paise = expected(desk, &shift)?;
    let closed = ShiftClosed { number: shift.number, expected_paise, counted_paise, count: input.count };
    let way = report::way(desk)?;
    desk.commit(|writing| {
        writing.append(Fact::ShiftClosed(closed))?;
        report::enqueue(writing, shift.number, way)
    })?;
    desk.shift = None;
    desk.copy_wanted = true;
    Ok(DrawerView::of(day::report(desk, shift.number)?, true))
}

/// The count, the PIN of who gives the drawer, and who takes it.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct HandOver {
    #[ts(optional)]
    pub counted_paise: Option<Paise>,
    #[ts(optional)]
    pub count: Option<CashCount>,
    pub pin: String,
    pub to: Approval,
}

/// Closes the open shift and opens the next one's with the counted cash as float, signed by both PINs. Who takes the
/// drawer is signed in afterwards; the open basket stays.
pub fn hand_over(desk: &mut Desk, input: HandOver) -> Result<DrawerView, Stop> {
    let shift = desk.own_shift()?.clone();
    let given_by = desk.signed_in()?.id.clone();
    let counted_paise = told(desk, input.counted_paise, input.count.as_ref())?;
    if input.to.operator == shift.operator || input.to.operator == given_by {
        return Err(Refusal::invalid("taker").into());
    }
    check_pin(desk, &given_by, &input.pin)?;
    let taker = check_pin(desk, &input.to.operator, &input.to.pin)?;
    if !matches!(taker.role, Role::Cashier | Role::Manager) {
        return Err(Refusal::NotAllowed { role: taker.role.code().to_owned() }.into());
    }
    let expected_paise = expected(desk, &shift)?;
    let number = store::shift::next_number(&desk.db)?;
    let fact = HandedOver {
        closed: ShiftClosed { number: shift.number, expected_paise, counted_paise, count: input.count.clone() },
        opened: ShiftOpened { number, float_paise: counted_paise, count: input.count },
        given_by,
        taken_by: taker.id.clone(),
    };
    let way = report::way(desk)?;
    desk.commit(|writing| {
        writing.append(Fact::ShiftHandedOver(fact))?;
        report::enqueue(writing, shift.number, way)
    })?;
    desk.kept.set("operator", taker.id.as_bytes())?;
    desk.operator = Some(taker);
    desk.copy_wanted = true;
    opened(desk)?;
    Ok(DrawerView::of(day::report(desk, shift.number)?, true))
}

/// Cash into or out of the drawer.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "fields of domain::shift::CashMoved")]
pub struct MoveCash {
    pub movement: Movement,
    #[ts(optional)]
    pub paise: Option<Paise>,
    #[ts(optional)]
    pub count: Option<CashCount>,
    pub reason: String,
}

/// Puts cash into the drawer or takes it out, with a reason. An expense has a limit, and so has what a cashier takes to
/// the safe without a manager.
pub fn move_cash(desk: &mut Desk, input: MoveCash) -> Result<ShiftView, Stop> {
    desk.own_shift()?;
    let paise = told(desk, input.paise, input.count.as_ref())?;
    if paise == Paise::ZERO {
        return Err(Refusal::AmountOutOfRange.into());
    }
    let reason = input.reason.trim().to_owned();
    if reason.is_empty() || reason.chars().count() > 200 || reason.chars().any(char::is_control) {
        return Err(Refusal::invalid("reason").into());
    }
    if input.movement == Movement::PaidOut
        && let Some(limit) = desk.mart.paid_out_limit(desk.authority()?).filter(|limit| paise > *limit)
    {
        return Err(Refusal::PaidOutOverLimit { limit: limit.to_rupee_text() }.into());
    }
    if input.movement == Movement::Drop
        && let Some(limit) = desk.mart.drop_limit(desk.authority()?).filter(|limit| paise > *limit)
    {
        return Err(Refusal::DropOverLimit { limit: limit.to_rupee_text() }.into());
    }
    let moved = CashMoved { movement: input.movement, paise, reason, count: input.count };
    desk.commit(|writing| writing.append(Fact::CashMoved(moved)))?;
    ShiftView::of(desk)?.ok_or_else(|| Refusal::NoOpenShift.into())
}
