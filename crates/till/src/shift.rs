//! The shift: opened with a float, closed with a blind count. Closing never fails for the cash being wrong;
//! it records the difference.

use crate::desk::Desk;
use crate::fault::{Fault, Stop};
use crate::store;
use crate::views::{Money, ShiftView};
use domain::books::Account;
use domain::entry::Fact;
use domain::money::Paise;
use domain::refusal::Refusal;
use domain::shift::{CashMoved, Direction, ShiftClosed, ShiftOpened, countable};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The float.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct OpenShift {
    pub float_paise: Paise,
}

/// Opens a shift for who is signed in.
pub fn open_shift(desk: &mut Desk, input: OpenShift) -> Result<ShiftView, Stop> {
    if let Some(shift) = &desk.shift {
        return Err(Refusal::ShiftOpenAlready { number: shift.number }.into());
    }
    let float_paise = countable(input.float_paise)?;
    let number = store::shift::next_number(&desk.db)?;
    desk.commit(|writing| {
        writing.shift = Some(number);
        writing.append(Fact::ShiftOpened(ShiftOpened { number, float_paise }))
    })?;
    desk.shift = store::shift::open(&desk.db)?;
    ShiftView::of(desk)?.ok_or_else(|| Fault::Internal { cause: "the shift is not open".into() }.into())
}

/// The count.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct CloseShift {
    pub counted_paise: Paise,
}

/// What the shift did, shown only after the count.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ShiftClosedView {
    pub number: i32,
    pub sales: i32,
    pub float: Money,
    pub cash_sales: Money,
    pub upi: Money,
    pub card: Money,
    pub cash_in: Money,
    pub cash_out: Money,
    pub expected: Money,
    pub counted: Money,
    /// Over is positive, short negative.
    pub difference: Money,
}

/// Closes the open shift. The expected amount is the book balance of the drawer.
pub fn close_shift(desk: &mut Desk, input: CloseShift) -> Result<ShiftClosedView, Stop> {
    let shift = desk.own_shift()?.clone();
    let counted_paise = countable(input.counted_paise)?;
    let from = shift.opened_seq;
    let expected_paise = store::sale::balance_from(&desk.db, &Account::Drawer.to_string(), from)?;
    let taken = |kind| store::shift::taken(&desk.db, from, kind);
    let (cash, upi, card) = (taken("cash")?, taken("upi")?, taken("card")?);
    let (cash_in, cash_out) = store::shift::cash_moved(&desk.db, from)?;
    let sales = store::shift::sales(&desk.db, shift.number, from)?;
    let closed = ShiftClosed { number: shift.number, expected_paise, counted_paise };
    let difference = closed.difference();
    desk.commit(|writing| writing.append(Fact::ShiftClosed(closed)))?;
    desk.shift = None;
    desk.copy_wanted = true;
    Ok(ShiftClosedView {
        number: shift.number as i32,
        sales: sales as i32,
        float: shift.float_paise.into(),
        cash_sales: cash.into(),
        upi: upi.into(),
        card: card.into(),
        cash_in: cash_in.into(),
        cash_out: cash_out.into(),
        expected: expected_paise.into(),
        counted: counted_paise.into(),
        difference: difference.into(),
    })
}

/// Cash into or out of the drawer.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "fields of domain::shift::CashMoved")]
pub struct MoveCash {
    pub direction: Direction,
    pub paise: Paise,
    pub reason: String,
}

/// Puts cash into the drawer or takes it out, with a reason.
pub fn move_cash(desk: &mut Desk, input: MoveCash) -> Result<ShiftView, Stop> {
    desk.own_shift()?;
    let paise = countable(input.paise)?;
    if paise == Paise::ZERO {
        return Err(Refusal::AmountOutOfRange.into());
    }
    let reason = input.reason.trim().to_owned();
    if reason.is_empty() || reason.chars().count() > 200 {
        return Err(Refusal::invalid("reason").into());
    }
    desk.commit(|writing| writing.append(Fact::CashMoved(CashMoved { direction: input.direction, paise, reason })))?;
    ShiftView::of(desk)?.ok_or_else(|| Refusal::NoOpenShift.into())
}
