//! Money that moves otherwise than over the counter: written down, and taken back where it was wrong. Not here: where it
//! may go (`domain::money_move`), payouts to consignors.

use crate::books::Names;
use crate::clock::date_text;
use crate::desk::Desk;
use crate::fault::Stop;
use crate::sign_in::Nothing;
use crate::store;
use crate::store::money_move::MoveRow;
use crate::views::Money;
use domain::account::Account;
use domain::entry::Fact;
use domain::money::Paise;
use domain::money_move::{MoneyMoved, ways};
use domain::name::Name;
use domain::refusal::Refusal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// How many moves are listed.
const LISTED: usize = 50;

/// An account and what the books say of it.
#[derive(Debug, Clone, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct AccountView {
    pub account: String,
    pub name: Name,
    /// What it holds; of what is owed, how much is owed.
    pub holds: Money,
}

/// Where money may go from one account.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct WayView {
    pub from: AccountView,
    pub to: Vec<AccountView>,
}

/// One move.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "fields of domain::money_move::MoneyMoved")]
pub struct MoneyMoveView {
    pub id: String,
    pub on: String,
    pub from: Name,
    pub to: Name,
    pub amount: Money,
    pub reference: String,
    pub note: String,
    /// It takes back another, or was taken back: neither can be taken back again.
    pub is_back: bool,
}

/// Where money may go, and the last moves.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct MoneyMovesView {
    pub ways: Vec<WayView>,
    pub moves: Vec<MoneyMoveView>,
}

/// Where money may go, and the last moves.
pub fn view_money_moves(desk: &mut Desk, _: Nothing) -> Result<MoneyMovesView, Stop> {
    let names = Names::read(&desk.db)?;
    let balances = store::books::balances(&desk.db, store::books::END)?;
    let vendors = store::purchase::vendors(&desk.db)?;
    let seen = |account: &Account| {
        let code = account.to_string();
        let balance = balances.get(&code).copied().unwrap_or_default();
        let holds = if account.class().is_debit() { balance } else { -balance };
        AccountView { name: names.of(&code), account: code, holds: holds.into() }
    };
    let ways = ways("").into_iter().map(|(from, to)| {
        let to = to.into_iter().flat_map(|to| match to {
            Account::VendorPayable(_) => {
                vendors.iter().map(|vendor| Account::VendorPayable(vendor.gstin.clone())).collect()
            }
            other => vec![other],
        });
        WayView { from: seen(&from), to: to.map(|to| seen(&to)).collect() }
    });
    let view = |row: MoveRow| MoneyMoveView {
        id: row.moved.id.to_string(),
        on: row.on.parse().map_or(row.on, date_text),
        from: names.of(&row.moved.from.to_string()),
        to: names.of(&row.moved.to.to_string()),
        amount: row.moved.paise.into(),
        reference: row.moved.reference,
        note: row.moved.note,
        is_back: row.is_back || row.moved.takes_back.is_some(),
    };
    Ok(MoneyMovesView {
        ways: ways.collect(),
        moves: store::money_move::last(&desk.db, LISTED)?.into_iter().map(view).collect(),
    })
}

/// One move; asked for twice it happens once.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "fields of domain::money_move::MoneyMoved")]
pub struct MoveMoney {
    #[ts(type = "string")]
    pub id: Uuid,
    pub from: String,
    pub to: String,
    pub paise: Paise,
    pub reference: String,
    pub note: String,
}

fn account(code: &str, what: &str) -> Result<Account, Refusal> {
    code.parse().map_err(|_| Refusal::invalid(what))
}

/// Writes down money that moved.
pub fn move_money(desk: &mut Desk, input: MoveMoney) -> Result<MoneyMovesView, Stop> {
    let moved = MoneyMoved {
        id: input.id,
        from: account(&input.from, "from")?,
        to: account(&input.to, "to")?,
        paise: input.paise,
        reference: input.reference,
        note: input.note,
        takes_back: None,
    };
    if store::money_move::by_id(&desk.db, input.id)?.is_none() {
        desk.commit(|writing| {
            if let Account::VendorPayable(gstin) = &moved.to {
                store::purchase::vendor(writing.db, gstin)?.ok_or_else(|| Refusal::invalid("to"))?;
            }
            let balance = |account: &Account| store::sale::balance_from(writing.db, &account.to_string(), 1);
            let (held, owed) = (balance(&moved.from)?, balance(&moved.to)?);
            writing.append(Fact::MoneyMoved(moved.check(held, owed)?))
        })?;
    }
    view_money_moves(desk, Nothing {})
}

/// Which move, and why it was wrong.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct TakeBackMoney {
    #[ts(type = "string")]
    pub id: Uuid,
    pub reason: String,
}

/// Takes a wrong move back whole, once.
pub fn take_back_money(desk: &mut Desk, input: TakeBackMoney) -> Result<MoneyMovesView, Stop> {
    let row = store::money_move::by_id(&desk.db, input.id)?.ok_or_else(|| Refusal::invalid("id"))?;
    if row.is_back || row.moved.takes_back.is_some() {
        return Err(Refusal::MoneyTakenBack.into());
    }
    let back = row.moved.back(desk.new_id(), &input.reason)?;
    desk.commit(|writing| writing.append(Fact::MoneyMoved(back)))?;
    view_money_moves(desk, Nothing {})
}
