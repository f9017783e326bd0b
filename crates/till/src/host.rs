//! What a window or `till serve` talks to: an open till, or the reason why there is none. It runs commands,
//! sends receipts to the printer and makes safe copies beside the selling, and opens the till again after a
//! storage fault. Not here: any rule of selling.

use crate::clock::{SystemClock, WallClock};
use crate::commands;
use crate::copies::{self, RestoreCopy};
use crate::desk::Desk;
use crate::device::Outcome;
use crate::fault::{Fault, Stop};
use crate::store;
use crate::{printer, receipt, set_up};
use serde_json::Value;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// A copy is made this long after the last.
const COPY_EVERY_US: i64 = 3_600_000_000;
/// A receipt the printer did not take is tried again this much later.
const PRINT_AGAIN: Duration = Duration::from_secs(3);

type State = Result<Box<Desk>, Fault>;

struct Shared {
    path: PathBuf,
    state: Mutex<State>,
    /// The till was opened once since this began.
    begun: AtomicBool,
    /// Whoever was signed in before this began must show their PIN again.
    windowed: AtomicBool,
    /// Wakes the worker: there may be something to print or copy, or it shall end.
    wake: (Mutex<Wake>, Condvar),
}

#[derive(Default)]
struct Wake {
    asked: bool,
    end: bool,
}

/// An open till, or the reason why there is none.
pub struct Host {
    shared: Arc<Shared>,
    worker: Mutex<Option<JoinHandle<()>>>,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn open(path: &Path) -> State {
    Desk::open(path, Box::new(SystemClock)).map(Box::new)
}

impl Shared {
    /// Opens the till, now or once what kept it from opening is over. Whenever that is, its beginning is the same: after a
    /// run that did not end properly it asks about the last receipt, and in a window nobody is signed in.
    fn open_into(&self, state: &mut State) {
        *state = open(&self.path);
        if let Ok(desk) = state
            && !self.begun.swap(true, Ordering::Relaxed)
        {
            let _ = begin(desk);
            if self.windowed.load(Ordering::Relaxed) {
                sign_out(desk);
            }
        }
    }
}

fn sign_out(desk: &mut Desk) {
    let _ = commands::run(desk, "sign_out", Value::Object(serde_json::Map::new()));
}

impl Host {
    /// Opens the till of a database. It never fails: a till that cannot be opened leaves its reason.
    pub fn open(db: &Path) -> Self {
        let shared = Arc::new(Shared {
            path: db.to_owned(),
            state: Mutex::new(Err(Fault::NoMart)),
            begun: AtomicBool::new(false),
            windowed: AtomicBool::new(false),
            wake: (Mutex::default(), Condvar::new()),
        });
        shared.open_into(&mut locked(&shared.state));
        let theirs = Arc::clone(&shared);
        let worker = std::thread::spawn(move || work(&theirs));
        Self { shared, worker: Mutex::new(Some(worker)) }
    }

    /// Ends properly: the worker finishes what it does, and the next start has nothing to ask. Later calls
    /// find no till.
    pub fn close(&self) {
        locked(&self.shared.wake.0).end = true;
        self.shared.wake.1.notify_one();
        if let Some(worker) = locked(&self.worker).take() {
            let _ = worker.join();
        }
        let mut state = locked(&self.shared.state);
        if let Ok(desk) = &mut *state {
            let _ = desk.idle();
            let _ = store::setting::set(&desk.db, "running", "no");
            *state = Err(Fault::AlreadyRunning);
        }
    }

    /// A window has begun: whoever was signed in must show their PIN again.
    pub fn at_window_start(&self) {
        let mut state = locked(&self.shared.state);
        self.shared.windowed.store(true, Ordering::Relaxed);
        if let Ok(desk) = &mut *state {
            sign_out(desk);
        }
    }

    /// Runs a command. A refusal or fault comes back as `{"kind","code","params"}`.
    pub fn call(&self, name: &str, input: Value) -> Result<Value, Value> {
        self.answer(name, input).map_err(|stop| stop.explained(&self.shared.path).to_json())
    }

    fn answer(&self, name: &str, mut input: Value) -> Result<Value, Stop> {
        commands::beforehand(name, &mut input)?;
        if let Some(answered) = set_up::answer(&self.shared.path, name, &input) {
            let mut state = locked(&self.shared.state);
            if matches!(&*state, Err(Fault::NoMart)) {
                self.shared.open_into(&mut state);
            }
            return answered;
        }
        let mut state = locked(&self.shared.state);
        match name {
            "view_copies" => {
                let problem = match &*state {
                    Ok(_) => String::new(),
                    Err(fault) => fault.to_string(),
                };
                drop(state);
                let view = copies::view(&self.shared.path, &problem);
                return serde_json::to_value(view).map_err(|error| Fault::Internal { cause: error.to_string() }.into());
            }
            "restore_copy" => {
                // Only a till that cannot be opened goes back to a copy from the screen.
                let Err(Fault::DatabaseDamaged { .. }) = &*state else {
                    return Err(domain::refusal::Refusal::UnknownCopy.into());
                };
                let chosen: RestoreCopy = serde_json::from_value(input)
                    .map_err(|error| domain::refusal::Refusal::invalid(error.to_string()))?;
                copies::restore(&self.shared.path, Some(&chosen.id), SystemClock.now_us())?;
                self.shared.open_into(&mut state);
                return run(&mut state, "view_start", serde_json::json!({}));
            }
            _ => {}
        }
        // A mart may have been set up, or a storage fault mended, since the till could not be opened.
        if matches!(&*state, Err(Fault::NoMart | Fault::StorageFailed { .. } | Fault::DiskFull | Fault::AlreadyRunning))
        {
            self.shared.open_into(&mut state);
        }
        let result = run(&mut state, name, input);
        if let Err(Stop::Fault(fault)) = &result
            && fault.ends_connection()
            && state.is_ok()
        {
            // What was half done is gone with the connection; the journal's head is checked anew.
            *state = Err(fault.clone());
            self.shared.open_into(&mut state);
        }
        drop(state);
        locked(&self.shared.wake.0).asked = true;
        self.shared.wake.1.notify_one();
        result
    }
}

fn run(state: &mut State, name: &str, input: Value) -> Result<Value, Stop> {
    match state {
        Err(fault) => Err(fault.clone().into()),
        Ok(desk) => catch_unwind(AssertUnwindSafe(|| commands::run(desk, name, input))).unwrap_or_else(|panic| {
            let cause = panic
                .downcast_ref::<&str>()
                .map(|words| (*words).to_owned())
                .or_else(|| panic.downcast_ref::<String>().cloned())
                .unwrap_or_default();
            Err(Fault::Internal { cause }.into())
        }),
    }
}

/// At start: after a run that did not end properly, ask about the last receipt; then note that one has begun.
fn begin(desk: &mut Desk) -> Result<(), Fault> {
    if store::setting::get(&desk.db, "running")?.as_deref() == Some("yes") {
        receipt::ask_after_crash(desk)?;
    }
    store::setting::set(&desk.db, "running", "yes")
}

impl Drop for Host {
    fn drop(&mut self) {
        self.close();
    }
}

/// Once a second, or as soon as a command has run: print what waits, copy what is due, keep the basket.
fn work(shared: &Shared) {
    let mut print_after = Instant::now();
    let mut last_copy_us: Option<i64> = None;
    let mut last_idle = Instant::now();
    loop {
        let wake = locked(&shared.wake.0);
        let (mut wake, _) = shared
            .wake
            .1
            .wait_timeout_while(wake, Duration::from_secs(1), |wake| !wake.asked && !wake.end)
            .unwrap_or_else(PoisonError::into_inner);
        if wake.end {
            return;
        }
        wake.asked = false;
        drop(wake);
        if let Ok(desk) = &mut *locked(&shared.state) {
            desk.keep_next_basket();
        }
        while Instant::now() >= print_after && print_one(shared, &mut print_after) {}
        copy_if_due(shared, &mut last_copy_us);
        if last_idle.elapsed() >= Duration::from_secs(1) {
            last_idle = Instant::now();
            if let Ok(desk) = &mut *locked(&shared.state) {
                let _ = desk.idle();
            }
        }
    }
}

/// Sends the next receipt. The desk is held only to take the job and to note its end.
fn print_one(shared: &Shared, print_after: &mut Instant) -> bool {
    let ready = match &mut *locked(&shared.state) {
        Ok(desk) => printer::take_next(desk),
        Err(_) => return false,
    };
    let Ok(Some(ready)) = ready else { return false };
    let outcome = catch_unwind(AssertUnwindSafe(|| printer::print(&ready)))
        .unwrap_or_else(|_| Outcome::NotSent(Fault::Internal { cause: "printing".into() }));
    let printed = outcome.fault().is_none();
    if !printed {
        *print_after = Instant::now() + PRINT_AGAIN;
    }
    if let Ok(desk) = &mut *locked(&shared.state) {
        let _ = printer::note(desk, &ready, &outcome);
    }
    printed
}

/// Makes a safe copy when a shift was closed or an hour has passed, without holding the desk.
fn copy_if_due(shared: &Shared, last_copy_us: &mut Option<i64>) {
    let now = SystemClock.now_us();
    {
        let mut state = locked(&shared.state);
        let Ok(desk) = &mut *state else { return };
        let known = last_copy_us
            .or_else(|| store::setting::get(&desk.db, "copied_us").ok().flatten().and_then(|at| at.parse().ok()));
        let due = known.is_none_or(|at| now - at >= COPY_EVERY_US || at > now);
        if !due && !desk.copy_wanted {
            return;
        }
        desk.copy_wanted = false;
    }
    let made = copies::make(&shared.path, now);
    // A copy that failed is tried again in a minute, not at once.
    *last_copy_us = Some(if made.is_ok() { now } else { now - COPY_EVERY_US + 60_000_000 });
    if made.is_ok()
        && let Ok(desk) = &mut *locked(&shared.state)
    {
        let _ = store::setting::set(&desk.db, "copied_us", &now.to_string());
    }
}

/// Runs one command on a database and closes it again: what `till call` does.
pub fn call_once(path: &Path, name: &str, input: Value) -> Result<Value, Stop> {
    run_once(path, name, input).map_err(|stop| stop.explained(path))
}

fn run_once(path: &Path, name: &str, input: Value) -> Result<Value, Stop> {
    match name {
        "view_copies" => {
            let problem = Desk::open_to_read(path, Box::new(SystemClock)).err().map(|fault| fault.to_string());
            let view = copies::view(path, &problem.unwrap_or_default());
            return serde_json::to_value(view).map_err(|error| Fault::Internal { cause: error.to_string() }.into());
        }
        "restore_copy" => {
            let chosen: RestoreCopy =
                serde_json::from_value(input).map_err(|error| domain::refusal::Refusal::invalid(error.to_string()))?;
            copies::restore(path, Some(&chosen.id), SystemClock.now_us())?;
            let mut desk = Desk::open(path, Box::new(SystemClock))?;
            return commands::run(&mut desk, "view_start", serde_json::json!({}));
        }
        _ => {}
    }
    if let Some(answered) = set_up::answer(path, name, &input) {
        return answered;
    }
    let mut desk = match commands::find(name)?.effect {
        commands::Effect::Reads => Desk::open_to_read(path, Box::new(SystemClock))?,
        commands::Effect::Writes => Desk::open(path, Box::new(SystemClock))?,
    };
    let out = commands::run(&mut desk, name, input)?;
    // One process, one command: what a window's worker would do later is done now.
    if commands::find(name)?.effect == commands::Effect::Writes {
        while let Some(ready) = printer::take_next(&mut desk)? {
            let outcome = printer::print(&ready);
            printer::note(&mut desk, &ready, &outcome)?;
            if outcome.fault().is_some() {
                break;
            }
        }
        desk.idle()?;
        if desk.copy_wanted {
            let now = desk.now_us();
            copies::make(path, now)?;
            store::setting::set(&desk.db, "copied_us", &now.to_string())?;
        }
    }
    Ok(out)
}
