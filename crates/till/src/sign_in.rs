//! Who is at the till: the start screen, signing in and out, language, and a manager's word for the clock.

use crate::desk::Desk;
use crate::fault::{Fault, Stop};
use crate::receipt::{ReceiptQuestion, open_question};
use crate::status::{StatusView, view_status};
use crate::store;
use crate::views::{OperatorView, ShiftView};
use domain::entry::{Clock, ClockChanged, Fact, PinRefused};
use domain::name::{Language, Name};
use domain::operator::{Operator, Role};
use domain::refusal::Refusal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Nothing to say.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// The mart, its people and who is signed in.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct StartView {
    pub mart: Name,
    pub place: Name,
    pub till_code: String,
    pub demo: bool,
    pub language: Language,
    pub look: Look,
    pub operators: Vec<OperatorView>,
    pub signed_in: Option<SignedInView>,
    /// Who is signed in must show their PIN again.
    pub locked: bool,
    /// Minutes without a key until the screen locks; 0: never.
    pub lock_minutes: u32,
}

/// Who is signed in, to what.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct SignedInView {
    pub operator: OperatorView,
    pub shift: Option<ShiftView>,
    /// Asked after a crash.
    pub question: Option<ReceiptQuestion>,
}

/// The start screen.
pub fn view_start(desk: &mut Desk, _: Nothing) -> Result<StartView, Stop> {
    let operators = store::mart::operators(&desk.db)?;
    Ok(StartView {
        mart: desk.mart.name.clone(),
        place: desk.mart.place.clone(),
        till_code: desk.till.till_code.clone(),
        demo: desk.mart.demo,
        language: language(desk)?,
        look: look(desk)?,
        operators: operators.iter().map(|operator| OperatorView::of(desk, operator)).collect(),
        signed_in: signed_in(desk)?,
        locked: desk.locked,
        lock_minutes: desk.mart.drawer.lock_minutes,
    })
}

/// Who is signed in, with the open shift and an open question.
pub(crate) fn signed_in(desk: &Desk) -> Result<Option<SignedInView>, Fault> {
    let Some(operator) = &desk.operator else { return Ok(None) };
    Ok(Some(SignedInView {
        operator: OperatorView::of(desk, operator),
        shift: ShiftView::of(desk)?,
        question: open_question(desk)?,
    }))
}

/// The language of this till's screens.
pub(crate) fn language(desk: &Desk) -> Result<Language, Fault> {
    let code = store::setting::get(&desk.db, "language")?;
    Ok(if code.as_deref() == Some("en") { Language::En } else { Language::Hi })
}

/// How this till's screens look and sound.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct Look {
    pub theme: Theme,
    pub sound: bool,
    pub digits: Digits,
}

/// Light by day, dark for evening shops.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "named as on the screen")]
pub enum Theme {
    /// As the computer is set.
    Auto,
    Light,
    Dark,
}

/// Figures of amounts and quantities on the screen: `123` or `१२३`. Paper has `123`.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "said above")]
pub enum Digits {
    Latin,
    Devanagari,
}

fn look(desk: &Desk) -> Result<Look, Fault> {
    let kept = store::setting::get(&desk.db, "look")?.and_then(|json| serde_json::from_str(&json).ok());
    Ok(kept.unwrap_or(Look { theme: Theme::Auto, sound: true, digits: Digits::Latin }))
}

/// Changes how this till's screens look and sound.
pub fn set_look(desk: &mut Desk, input: Look) -> Result<StartView, Stop> {
    let json = serde_json::to_string(&input).map_err(|error| Fault::Internal { cause: error.to_string() })?;
    store::setting::set(&desk.db, "look", &json)?;
    view_start(desk, Nothing {})
}

/// Which language.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct SetLanguage {
    pub language: Language,
}

/// Changes the language of this till's screens.
pub fn set_language(desk: &mut Desk, input: SetLanguage) -> Result<StartView, Stop> {
    let code = match input.language {
        Language::Hi => "hi",
        Language::En => "en",
    };
    store::setting::set(&desk.db, "language", code)?;
    view_start(desk, Nothing {})
}

/// An operator and their PIN.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct SignIn {
    pub operator: String,
    pub pin: String,
}

/// Wrong PINs in a row before an operator must wait, the first wait, and the longest.
const TRIES: i64 = 5;
const FIRST_WAIT_US: i64 = 30_000_000;
const LONGEST_WAIT_US: i64 = 15 * 60_000_000;

/// Wrong PINs in a row after which only a manager lets an operator in again.
const MANAGER_AFTER: i64 = 10;

/// Whether so many wrong PINs shut an operator out until a manager unlocks them. A manager is never shut out while
/// no other manager could unlock them: a stranger's guesses must not close the mart. They only wait.
pub(crate) fn shut_out(desk: &Desk, operator: &Operator, failures: i64) -> Result<bool, Fault> {
    if failures < MANAGER_AFTER || !operator.active {
        return Ok(false);
    }
    if operator.role != Role::Manager {
        return Ok(true);
    }
    for other in store::mart::operators(&desk.db)? {
        if other.role == Role::Manager
            && other.id != operator.id
            && store::mart::pin_guard(&desk.db, &other.id)?.0 < MANAGER_AFTER
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Checks a PIN. After five wrong ones the operator waits 30 seconds, then twice as long each time; after ten a manager
/// must unlock them. Each of these is a fact of the journal; a single wrong key is not.
pub(crate) fn check_pin(desk: &mut Desk, id: &str, pin: &str) -> Result<Operator, Stop> {
    let Some(operator) = store::mart::operator(&desk.db, id)? else {
        // As long as it takes for someone who is here, so that the time tells nothing.
        desk.key()?.hash_pin(pin)?;
        return Err(Refusal::UnknownOperator.into());
    };
    let now = desk.now_us();
    let (failures, locked_until) = store::mart::pin_guard(&desk.db, id)?;
    if shut_out(desk, &operator, failures)? {
        return Err(Refusal::PinNeedsManager.into());
    }
    // A clock set back must not lock anyone out for longer than the longest wait.
    if now < locked_until && locked_until - now <= LONGEST_WAIT_US {
        return Err(Refusal::PinLocked { seconds: (locked_until - now + 999_999) / 1_000_000 }.into());
    }
    if desk.key()?.pin_fits(pin, &operator.pin_phc)? {
        if failures > 0 {
            store::mart::set_pin_guard(&desk.db, id, 0, 0)?;
        }
        return Ok(operator);
    }
    let failures = failures + 1;
    let wait = match u32::try_from(failures - TRIES) {
        Ok(over) => (FIRST_WAIT_US << over.min(10)).min(LONGEST_WAIT_US),
        Err(_) => 0,
    };
    if wait == 0 {
        store::mart::set_pin_guard(&desk.db, id, failures, now)?;
        return Err(Refusal::WrongPin { left: TRIES - failures }.into());
    }
    let out = shut_out(desk, &operator, failures)?;
    let seconds = wait / 1_000_000;
    let refused = PinRefused { operator: id.to_owned(), failures, wait_seconds: (!out).then_some(seconds) };
    desk.commit(|writing| {
        store::mart::set_pin_guard(writing.db, id, failures, now + wait)?;
        writing.append(Fact::PinRefused(refused))
    })?;
    Err(if out { Refusal::PinNeedsManager } else { Refusal::PinLocked { seconds } }.into())
}

/// Someone who approves, and their PIN.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct Approval {
    pub operator: String,
    pub pin: String,
}

/// Checks the PIN of someone who approves what is beyond the operator's limits. Nobody approves their own.
pub(crate) fn approve(desk: &mut Desk, approval: Approval) -> Result<Operator, Stop> {
    if desk.signed_in()?.id == approval.operator {
        return Err(Refusal::ApprovalNeeded { role: Role::Manager.code().to_owned() }.into());
    }
    check_pin(desk, &approval.operator, &approval.pin)
}

/// Signs an operator in.
pub fn sign_in(desk: &mut Desk, input: SignIn) -> Result<SignedInView, Stop> {
    let operator = check_pin(desk, &input.operator, &input.pin)?;
    desk.kept.set("operator", operator.id.as_bytes())?;
    desk.operator = Some(operator);
    unlock(desk)?;
    signed_in(desk)?.ok_or_else(|| Refusal::NotSignedIn.into())
}

fn unlock(desk: &mut Desk) -> Result<(), Fault> {
    desk.locked = false;
    desk.kept.set("locked", b"")
}

/// Signs out. The open basket stays for whoever signs in next.
pub fn sign_out(desk: &mut Desk, _: Nothing) -> Result<StartView, Stop> {
    desk.operator = None;
    desk.kept.set("operator", b"")?;
    unlock(desk)?;
    view_start(desk, Nothing {})
}

/// A manager and their PIN.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct AcceptClock {
    pub manager: String,
    pub pin: String,
}

/// A manager answers for a clock that jumped: it is right as it is now.
pub fn accept_clock(desk: &mut Desk, input: AcceptClock) -> Result<StatusView, Stop> {
    if desk.today().0 == Clock::Ok {
        return Err(Refusal::ClockNotJumped.into());
    }
    let manager = check_pin(desk, &input.manager, &input.pin)?;
    if manager.role != Role::Manager {
        return Err(Refusal::NotAManager.into());
    }
    let before_us = desk.head.at_us;
    desk.commit(|writing| {
        // From here on the clock is believed, and so is the date it gives, if that is not in the past.
        writing.clock = Clock::Ok;
        writing.business_date = writing.business_date.max(crate::clock::in_india(writing.now_us).0);
        writing.append(Fact::ClockChanged(ClockChanged { before_us, manager: manager.id.clone() }))
    })?;
    view_status(desk, Nothing {})
}
