//! Time: the wall clock, the business date it gives, and whether it can be believed. Clocks annotate and
//! never gate: an unbelieved clock is recorded and asked about, and selling goes on.

use domain::entry::Clock;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::Offset;

/// India has one time zone and no summer time.
fn india() -> Offset {
    Offset::from_seconds(5 * 3_600 + 1_800).expect("within a day")
}
const MINUTE_US: i64 = 60_000_000;
const DAY_US: i64 = 24 * 60 * MINUTE_US;
/// Clock synchronisation steps a little; this much backwards is not a jump.
const TOLERANCE_US: i64 = 2 * MINUTE_US;
/// A closed mart may be closed over a festival; an open shift may not last a day.
const CLOSED_GAP_US: i64 = 10 * DAY_US;

/// Where the till gets the time from; tests bring their own.
pub trait WallClock: Send {
    /// Microseconds since 1970 UTC.
    fn now_us(&self) -> i64;
}

/// The computer's clock.
pub struct SystemClock;

impl WallClock for SystemClock {
    fn now_us(&self) -> i64 {
        Timestamp::now().as_microsecond()
    }
}

/// The civil date and time in India.
pub fn in_india(at_us: i64) -> (Date, Time) {
    let timestamp = Timestamp::from_microsecond(at_us).unwrap_or(Timestamp::UNIX_EPOCH);
    let civil = india().to_datetime(timestamp);
    (civil.date(), civil.time())
}

/// `10:42` in India.
pub fn clock_text(at_us: i64) -> String {
    let (_, time) = in_india(at_us);
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// `23-11-2026 10:42` in India.
pub fn time_text(at_us: i64) -> String {
    format!("{} {}", date_text(in_india(at_us).0), clock_text(at_us))
}

/// `23-11-2026`, as bills write it.
pub fn date_text(date: Date) -> String {
    format!("{:02}-{:02}-{}", date.day(), date.month(), date.year())
}

/// What the journal's last entry says of time.
#[derive(Debug, Clone, Copy)]
pub struct LastTime {
    /// When it was written.
    pub at_us: i64,
    /// Its business date.
    pub business_date: Date,
    /// Whether its clock was believed.
    pub clock: Clock,
    /// Whether a shift was open after it.
    pub shift_open: bool,
}

/// Whether the clock reading `now_us` follows from the last entry, and the business date that holds.
///
/// A reading before the last entry, more than a day after it within a shift, or more than ten days after it
/// with the till closed, is a jump; a jump lasts until a manager answers for it. The business date never
/// goes backwards, and an unbelieved clock cannot carry it forwards into a wrong year.
pub fn judge(now_us: i64, last: Option<LastTime>) -> (Clock, Date) {
    let (today, _) = in_india(now_us);
    let Some(last) = last else { return (Clock::Ok, today) };
    let gap = if last.shift_open { DAY_US } else { CLOSED_GAP_US };
    let jumped =
        last.clock == Clock::Jumped || now_us < last.at_us - TOLERANCE_US || now_us > last.at_us.saturating_add(gap);
    if jumped { (Clock::Jumped, last.business_date) } else { (Clock::Ok, today.max(last.business_date)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const NOON: i64 = 1_795_415_400_000_000; // 23-11-2026 11:00 IST

    fn judged(now_us: i64, shift_open: bool) -> (Clock, Date) {
        let last = LastTime { at_us: NOON, business_date: in_india(NOON).0, clock: Clock::Ok, shift_open };
        judge(now_us, Some(last))
    }

    #[test]
    fn the_day_turns_at_midnight_in_india() {
        let midnight = Timestamp::from_second(1_795_372_200).unwrap().as_microsecond();
        assert_eq!(in_india(midnight - 1).0.tomorrow().unwrap(), in_india(midnight).0);
        assert_eq!(clock_text(midnight), "00:00");
    }

    #[test]
    fn a_jump_keeps_the_business_date_until_answered() {
        assert_eq!(judged(NOON + 60 * MINUTE_US, true).0, Clock::Ok);
        assert_eq!(judged(NOON - MINUTE_US, true).0, Clock::Ok, "a small step of synchronisation");
        assert_eq!(judged(NOON - 3 * MINUTE_US, true).0, Clock::Jumped);
        assert_eq!(judged(NOON + 20 * 365 * DAY_US, true), (Clock::Jumped, in_india(NOON).0));
        assert_eq!(judged(0, true).1, in_india(NOON).0, "a dead battery sells at today's rates");
        assert_eq!(judged(NOON + 3 * DAY_US, false).0, Clock::Ok, "a long weekend");
        assert_eq!(judged(NOON + 11 * DAY_US, false).0, Clock::Jumped);
    }

    #[test]
    fn dates_are_written_as_on_bills() {
        assert_eq!(date_text(date(2026, 4, 1)), "01-04-2026");
    }
}
