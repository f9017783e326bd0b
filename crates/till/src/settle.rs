//! Settling with consignors: the statement before it is posted, posting, withdrawing and approving. Only the office till
//! settles. Not here: who is due what (`due`), paying (`payout`), what a statement says (`statement`).

use crate::clock::date_text;
use crate::consignors::known;
use crate::customers::open;
use crate::desk::Desk;
use crate::due::waits;
use crate::fault::{Fault, Stop};
use crate::statement::{self, StatementView};
use crate::store;
use crate::store::settlement::SettlementRow;
use crate::views::Money;
use domain::agreement::Agreement;
use domain::bill::Series;
use domain::consignor::BankDetails;
use domain::entry::Fact;
use domain::money::{Bps, Paise, WHOLE_BPS};
use domain::name::Name;
use domain::operator::{Operator, Role};
use domain::refusal::Refusal;
use domain::settlement::{
    ApprovedOne, COMMISSION_BACK_LETTER, COMMISSION_LETTER, CommissionBill, Reckoned, SETTLEMENT_LETTER, Settlement,
    SettlementsApproved, State, Withdrawn, reckon,
};
use domain::translit::search_key;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// How far a consignor's account is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AccountState {
    /// Nobody typed one.
    None,
    /// It waits for a second person.
    Asked,
    /// It is allowed, and no rupee proved it.
    Allowed,
    /// A rupee proved whose it is.
    Proven,
}

/// The code of the till that settles and pays. A till that goes on from a copy does not know what it paid after the copy was
/// made: it settles again only once the mart names it.
pub(crate) fn office_till(desk: &Desk) -> String {
    desk.mart
        .payout
        .office_till
        .clone()
        .unwrap_or_else(|| if desk.till.epoch == 1 { desk.till.till_code.clone() } else { String::new() })
}

/// Refuses to settle or pay on another till.
pub(crate) fn needs_office(desk: &Desk) -> Result<(), Refusal> {
    let office = office_till(desk);
    if office == desk.till.till_code { Ok(()) } else { Err(Refusal::NotOfficeTill { office }) }
}

/// How long ago a PIN must have been set for its owner and whoever set it to be two people.
const NEW_US: i64 = 24 * 3_600 * 1_000_000;

/// Refuses two operators of whom one just set the other's PIN: one person may be both. Nobody is signed in when a mart is
/// set up, nor when a forgotten PIN is set by the recovery code.
pub(crate) fn two_people(desk: &Desk, one: &str, other: &str) -> Result<(), Stop> {
    for (owner, setter) in [(one, other), (other, one)] {
        let Some(seq) = store::mart::pin_seq(&desk.db, owner)? else { continue };
        let Some((payload, at_us)) = store::journal::fact(&desk.db, seq)? else { continue };
        let age = desk.now_us() - at_us;
        let known = payload.operator.as_deref() == Some(setter) || matches!(payload.fact, Fact::PinRecovered(_));
        if known && age < NEW_US {
            return Err(
                Refusal::SecondPersonNew { hours: (NEW_US - age.max(0) + 3_599_999_999) / 3_600_000_000 }.into()
            );
        }
    }
    Ok(())
}

/// Who answers as the second person for what `first` did: another manager or approver, neither of whom just set the other's
/// PIN.
pub(crate) fn second_person(desk: &Desk, first: &str) -> Result<Operator, Stop> {
    let by = desk.authority()?;
    if !matches!(by.role, Role::Manager | Role::Approver) {
        return Err(Refusal::ApprovalNeeded { role: Role::Approver.code().to_owned() }.into());
    }
    if by.id == first {
        return Err(Refusal::SecondPersonNeeded.into());
    }
    two_people(desk, first, &by.id)?;
    Ok(by.clone())
}

/// What a consignor's account is, and where money goes.
pub(crate) fn account(desk: &Desk, consignor: &str) -> Result<(AccountState, Option<BankDetails>), Fault> {
    if let Some(row) = store::consignor::bank(&desk.db, consignor, "allowed")? {
        let state = if row.proven_seq.is_some() { AccountState::Proven } else { AccountState::Allowed };
        return Ok((state, open(desk, &row.sealed)));
    }
    let asked = store::consignor::bank(&desk.db, consignor, "asked")?.is_some();
    Ok((if asked { AccountState::Asked } else { AccountState::None }, None))
}

/// The lines, advances and agreement of a consignor, reckoned up to a day.
pub(crate) fn reckoned(
    db: &rusqlite::Connection,
    consignor: &str,
    upto: Date,
) -> Result<(Reckoned, Option<Agreement>), Fault> {
    let agreement = store::consignor::agreement(db, consignor, upto)?;
    let recovery = agreement.as_ref().map_or(Bps(WHOLE_BPS / 2), |agreement| agreement.promise.recovery_bps);
    let (lines, advances) = (store::due::open(db, consignor)?, store::due::advances(db, consignor)?);
    Ok((reckon(&lines, &advances, upto, recovery), agreement))
}

/// Whose statement.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct PreviewSettlement {
    pub consignor: String,
}

/// The statement as it would be posted today: nothing is written.
pub fn preview_settlement(desk: &mut Desk, input: PreviewSettlement) -> Result<StatementView, Stop> {
    desk.gather()?;
    let consignor = known(desk, &input.consignor)?;
    let today = desk.today().1;
    let (reckoned, _) = reckoned(&desk.db, &consignor.id, today)?;
    statement::of_reckoned(desk, &consignor, &reckoned, today)
}

/// Whom to settle, and the total that was seen; asked for twice, a run is posted once.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct PostSettlements {
    #[ts(type = "string")]
    pub run: Uuid,
    /// None: everyone who can be settled.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub consignors: Option<Vec<String>>,
    pub total_paise: Paise,
}

/// A settlement as it is listed.
#[derive(Debug, Clone, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct SettlementRowView {
    #[ts(type = "string")]
    pub id: Uuid,
    pub number: String,
    pub consignor: String,
    pub name: Name,
    pub village: Name,
    pub on: String,
    pub upto: String,
    pub net: Money,
    pub state: State,
    /// When it came to that.
    pub state_on: String,
    pub posted_by: Name,
    /// Who is signed in posted it, so somebody else must approve.
    pub own: bool,
    pub approved_by: Option<Name>,
    pub rail: Option<domain::payout::Rail>,
    pub reference: Option<String>,
    pub reason: Option<String>,
    pub commission: Option<String>,
    pub credit: Option<String>,
    pub account: AccountState,
    pub masked: String,
    pub by_upi: bool,
}

/// Settlements.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct SettlementsView {
    /// A page of them.
    pub rows: Vec<SettlementRowView>,
    /// All that were asked for, and what they pay.
    pub count: u32,
    pub total: Money,
    pub more: bool,
    pub office: bool,
}

pub(crate) fn name_of(desk: &Desk, operator: &str) -> Result<Name, Fault> {
    let named = store::mart::name_at(&desk.db, operator, desk.head.seq)?;
    Ok(named.unwrap_or_else(|| Name::new(operator, operator)))
}

pub(crate) fn settlement_row(desk: &Desk, row: SettlementRow) -> Result<SettlementRowView, Fault> {
    let consignor = store::consignor::by_id(&desk.db, &row.consignor)?;
    let (name, village) = consignor.map(|one| (one.name, one.village)).unwrap_or_default();
    let (account, details) = account(desk, &row.consignor)?;
    Ok(SettlementRowView {
        id: row.id,
        number: row.number,
        name,
        village,
        on: date_text(row.on),
        upto: date_text(row.upto),
        net: row.net_paise.into(),
        state: row.state,
        state_on: crate::clock::time_text(store::journal::at_us(&desk.db, row.state_seq)?),
        posted_by: name_of(desk, &row.posted_by)?,
        own: desk.operator.as_ref().is_some_and(|operator| operator.id == row.posted_by),
        approved_by: row.approved_by.as_deref().map(|id| name_of(desk, id)).transpose()?,
        rail: row.rail,
        reference: row.reference,
        reason: row.reason,
        commission: row.commission,
        credit: row.credit,
        account,
        by_upi: details.as_ref().is_some_and(|details| details.account.is_empty()),
        masked: details.map_or_else(String::new, |details| details.masked()),
        consignor: row.consignor,
    })
}

pub(crate) fn settlements_view(desk: &Desk, rows: Vec<SettlementRow>, more: bool) -> Result<SettlementsView, Stop> {
    let total: Paise = rows.iter().map(|row| row.net_paise).sum();
    let (count, more) = (rows.len() as u32, more || rows.len() > PAGE);
    // Of a run of thousands a page is shown.
    let rows = rows.into_iter().take(PAGE).map(|row| settlement_row(desk, row)).collect::<Result<_, _>>()?;
    Ok(SettlementsView { rows, count, total: total.into(), more, office: needs_office(desk).is_ok() })
}

/// Posts a run: one settlement for each consignor, all or none. What was sold since it was seen stands in none of them if
/// the total is another.
pub fn post_settlements(desk: &mut Desk, input: PostSettlements) -> Result<SettlementsView, Stop> {
    let run = input.run;
    if !store::settlement::run_exists(&desk.db, run)? {
        post_run(desk, input)?;
    }
    settlements_view(desk, store::settlement::of_run(&desk.db, run)?, false)
}

/// Writes the settlements of a run.
fn post_run(desk: &mut Desk, input: PostSettlements) -> Result<(), Stop> {
    needs_office(desk)?;
    desk.gather()?;
    let till_name = desk.till_name();
    desk.commit(|writing| {
        let whom = match &input.consignors {
            Some(chosen) => chosen.clone(),
            None => store::due::consignors(writing.db)?,
        };
        let series = Series::on(&till_name, writing.business_date, SETTLEMENT_LETTER);
        let mut n = store::sale::next_n(writing.db, &series.prefix())?;
        let (mut total, mut posted) = (Paise::ZERO, 0);
        for consignor in whom {
            let (reckoned, agreement) = reckoned(writing.db, &consignor, writing.business_date)?;
            if waits(&reckoned, agreement.as_ref()).is_some() {
                // Who was chosen by name and cannot be settled is not left out in silence.
                if input.consignors.is_some() {
                    return Err(Refusal::NothingToSettle.into());
                }
                continue;
            }
            total += reckoned.figures.net_paise;
            posted += 1;
            let number = series.number(n);
            n += 1;
            writing.append(Fact::SettlementPosted(Settlement {
                id: writing.new_id(),
                run: input.run,
                number,
                consignor,
                upto: writing.business_date,
                lines: reckoned.lines,
                figures: reckoned.figures,
            }))?;
        }
        if posted == 0 {
            return Err(Refusal::NothingToSettle.into());
        }
        if total != input.total_paise {
            return Err(Refusal::DueChanged { total: total.to_rupee_text() }.into());
        }
        Ok(())
    })
}

/// Which settlements, and why.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct WithdrawSettlements {
    #[ts(type = "Array<string>")]
    pub settlements: Vec<Uuid>,
    pub reason: String,
}

pub(crate) fn known_settlement(db: &rusqlite::Connection, id: Uuid) -> Result<SettlementRow, Stop> {
    let unknown = || Refusal::UnknownSettlement { number: id.to_string() };
    Ok(store::settlement::by_id(db, id)?.ok_or_else(unknown)?)
}

/// Refuses a settlement that cannot come to `next`.
pub(crate) fn may_become(row: &SettlementRow, next: State) -> Result<(), Refusal> {
    if row.state.may_become(next) {
        return Ok(());
    }
    Err(Refusal::SettlementElsewhere { number: row.number.clone(), state: row.state.word().to_owned() })
}

pub(crate) fn said(what: &str, text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > domain::basket::MOST_NOTE || text.chars().any(char::is_control) {
        return Err(Refusal::invalid(what));
    }
    Ok(text.to_owned())
}

/// Withdraws settlements before they are approved: their lines are due again. One that is withdrawn already stays so.
pub fn withdraw_settlements(desk: &mut Desk, input: WithdrawSettlements) -> Result<SettlementsView, Stop> {
    needs_office(desk)?;
    let reason = said("reason", &input.reason)?;
    let mut rows: Vec<_> =
        input.settlements.iter().map(|id| known_settlement(&desk.db, *id)).collect::<Result<_, _>>()?;
    rows.sort_by_key(|row| std::cmp::Reverse(row.seq));
    rows.dedup_by_key(|row| row.seq);
    desk.commit(|writing| {
        for row in &rows {
            if row.state == State::Withdrawn {
                continue;
            }
            may_become(row, State::Withdrawn)?;
            // A part of what came back was recovered from a later one: it would be forgotten when its sale is due again.
            if let Some(number) = store::settlement::recovers_of(writing.db, &row.consignor, row.seq)? {
                return Err(Refusal::WithdrawLater { number: row.number.clone(), later: number }.into());
            }
            let settlement = store::settlement::posted(writing.db, row.seq)?;
            writing.append(Fact::SettlementWithdrawn(Withdrawn { settlement, reason: reason.clone() }))?;
        }
        Ok(())
    })?;
    list_of(desk, &input.settlements)
}

pub(crate) fn list_of(desk: &Desk, ids: &[Uuid]) -> Result<SettlementsView, Stop> {
    let rows = ids.iter().map(|id| known_settlement(&desk.db, *id)).collect::<Result<_, _>>()?;
    settlements_view(desk, rows, false)
}

/// Which settlements.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct WhichSettlements {
    #[ts(type = "Array<string>")]
    pub settlements: Vec<Uuid>,
}

/// Approves settlements: a manager or approver who did not post them, all or none. The commission of each is billed now, when
/// nothing can be withdrawn any more. One that is approved already stays so.
pub fn approve_settlements(desk: &mut Desk, input: WhichSettlements) -> Result<SettlementsView, Stop> {
    needs_office(desk)?;
    let mut rows = Vec::new();
    for id in &input.settlements {
        let row = known_settlement(&desk.db, *id)?;
        if row.approved_seq.is_some() || rows.iter().any(|other: &SettlementRow| other.id == row.id) {
            continue;
        }
        may_become(&row, State::Approved)?;
        rows.push(row);
    }
    for first in rows.iter().map(|row| &row.posted_by).collect::<std::collections::BTreeSet<_>>() {
        second_person(desk, first)?;
    }
    if !rows.is_empty() {
        let till_name = desk.till_name();
        desk.commit(|writing| {
            let series = |letter| Series::on(&till_name, writing.business_date, letter);
            let (bills, backs) = (series(COMMISSION_LETTER), series(COMMISSION_BACK_LETTER));
            let mut next_bill = store::sale::next_n(writing.db, &bills.prefix())?;
            let mut next_back = store::sale::next_n(writing.db, &backs.prefix())?;
            let mut settlements = Vec::with_capacity(rows.len());
            for row in &rows {
                let figures = store::settlement::posted(writing.db, row.seq)?.figures;
                let bill = |series: &Series, n: &mut i64, taxable_paise: Paise, tax: Paise| {
                    (!taxable_paise.is_zero() || !tax.is_zero()).then(|| {
                        let number = series.number(*n);
                        *n += 1;
                        let half = Paise(tax.0 / 2);
                        CommissionBill { number, taxable_paise, cgst_paise: half, sgst_paise: tax - half }
                    })
                };
                settlements.push(ApprovedOne {
                    settlement: row.id,
                    commission: bill(&bills, &mut next_bill, figures.billed_paise, figures.billed_gst_paise),
                    credit: bill(&backs, &mut next_back, figures.credited_paise, figures.credited_gst_paise),
                });
            }
            writing.append(Fact::SettlementsApproved(SettlementsApproved { settlements }))
        })?;
    }
    list_of(desk, &input.settlements)
}

/// Which settlements to list.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct ViewSettlements {
    /// None: in whatever state.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub state: Option<State>,
    /// None: of everyone.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub consignor: Option<String>,
    /// A part of a number, or of a consignor's name or village in either script.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub text: String,
    #[serde(default)]
    pub offset: u32,
}

const PAGE: usize = 60;

/// What was typed to find settlements by: a part of their number, and the consignors whose name or village it is a part of.
fn about(desk: &Desk, text: &str) -> Result<Option<(String, Vec<String>)>, Fault> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let wanted = search_key(text);
    let called = |name: &Name| {
        !wanted.is_empty() && (search_key(&name.hi).contains(&wanted) || search_key(&name.en).contains(&wanted))
    };
    let all = store::consignor::all(&desk.db)?;
    let found = all.into_iter().filter(|one| called(&one.name) || called(&one.village)).map(|one| one.id).collect();
    Ok(Some((text.trim().to_ascii_uppercase(), found)))
}

/// Settlements, the newest first.
pub fn view_settlements(desk: &mut Desk, input: ViewSettlements) -> Result<SettlementsView, Stop> {
    let mut rows = if let Some(consignor) = &input.consignor {
        let mut all = store::settlement::of_consignor(&desk.db, consignor)?;
        all.retain(|row| input.state.is_none_or(|state| row.state == state));
        all.into_iter().skip(input.offset as usize).take(PAGE + 1).collect()
    } else {
        let about = about(desk, &input.text)?;
        store::settlement::page(&desk.db, input.state, about.as_ref(), PAGE + 1, input.offset as usize)?
    };
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    settlements_view(desk, rows, more)
}

/// The number of a settlement.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct SettlementNumber {
    pub number: String,
}

pub(crate) fn numbered(desk: &Desk, number: &str) -> Result<SettlementRow, Stop> {
    let number: String = number.trim().to_ascii_uppercase().chars().take(20).collect();
    let found = store::settlement::by_number(&desk.db, &number)?;
    Ok(found.ok_or(Refusal::UnknownSettlement { number })?)
}

/// One settlement's statement.
pub fn view_settlement(desk: &mut Desk, input: SettlementNumber) -> Result<StatementView, Stop> {
    desk.gather()?;
    let row = numbered(desk, &input.number)?;
    statement::of_settlement(desk, &row)
}
