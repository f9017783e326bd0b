//! The people of the mart as a manager sees and changes them, and the lock of the screen. Not here: signing in
//! (`sign_in`).

use crate::desk::Desk;
use crate::fault::Stop;
use crate::sign_in::{Nothing, StartView, shut_out, view_start};
use crate::store;
use crate::views::Money;
use domain::entry::{Fact, OperatorUnlocked};
use domain::name::Name;
use domain::operator::{Operator, OwnLimits, Role};
use domain::refusal::Refusal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One person.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "fields of domain::operator::Operator")]
pub struct PersonView {
    pub id: String,
    pub name: Name,
    pub role: Role,
    pub active: bool,
    pub limits: OwnLimits,
    /// The own discount limit as it is typed: `7.5`.
    pub discount_text: Option<String>,
    pub paid_out: Option<Money>,
    /// Wrong PINs in a row.
    #[ts(type = "number")]
    pub wrong_pins: i64,
    /// Only a manager lets them in again.
    pub shut_out: bool,
    /// The mart's last manager: stays one.
    pub last_manager: bool,
}

/// Everyone.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct PeopleView {
    pub people: Vec<PersonView>,
}

/// Everyone who works here or did.
pub fn view_people(desk: &mut Desk, _: Nothing) -> Result<PeopleView, Stop> {
    let people = store::mart::people(&desk.db)?;
    let is_manager = |person: &Operator| person.active && person.role == Role::Manager;
    let managers = people.iter().filter(|person| is_manager(person)).count();
    let mut views = Vec::with_capacity(people.len());
    for person in people {
        let (wrong_pins, _) = store::mart::pin_guard(&desk.db, &person.id)?;
        views.push(PersonView {
            shut_out: shut_out(desk, &person, wrong_pins)?,
            last_manager: managers == 1 && is_manager(&person),
            id: person.id,
            name: person.name,
            role: person.role,
            active: person.active,
            limits: person.limits,
            discount_text: person.limits.discount_bps.map(|bps| bps.to_text().trim_end_matches('%').to_owned()),
            paid_out: person.limits.paid_out_paise.map(Money::from),
            wrong_pins,
        });
    }
    Ok(PeopleView { people: views })
}

/// Who.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct UnlockOperator {
    pub operator: String,
}

/// Lets someone in again whom wrong PINs shut out.
pub fn unlock_operator(desk: &mut Desk, input: UnlockOperator) -> Result<StartView, Stop> {
    desk.needs(Role::Manager)?;
    let operator = store::mart::operator(&desk.db, &input.operator)?.ok_or(Refusal::UnknownOperator)?;
    if store::mart::pin_guard(&desk.db, &operator.id)?.0 > 0 {
        desk.commit(|writing| {
            store::mart::set_pin_guard(writing.db, &operator.id, 0, 0)?;
            writing.append(Fact::OperatorUnlocked(OperatorUnlocked { operator: operator.id.clone() }))
        })?;
    }
    view_start(desk, Nothing {})
}

/// Locks the screen: whoever signs in next goes on where it stands. The basket stays.
pub fn lock_screen(desk: &mut Desk, _: Nothing) -> Result<StartView, Stop> {
    desk.signed_in()?;
    desk.locked = true;
    desk.kept.set("locked", b"1")?;
    view_start(desk, Nothing {})
}
