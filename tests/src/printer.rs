//! A printer to test with: takes jobs over TCP, answers `DLE EOT` as a real one does, and can be out of paper, open,
//! silent, or die in the middle of a job. It skips raster payloads when it looks for questions.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// How it is, and what it took.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "a printer can be all of it at once")]
pub struct State {
    /// It has no paper.
    pub paper_out: bool,
    /// Its cover is open.
    pub cover_open: bool,
    /// Somebody pressed its button: it takes nothing until it is pressed again.
    pub offline: bool,
    /// Its roll is nearly used up.
    pub near_end: bool,
    /// It answers nothing, as cheap ones do.
    pub silent: bool,
    /// It dies when it has taken so many bytes of a job.
    pub dies_after: Option<usize>,
    /// Its paper ends when it has taken so many bytes of a job.
    pub runs_out_after: Option<usize>,
    /// The bytes of each job, questions left out.
    pub jobs: Vec<Vec<u8>>,
}

/// A printer on a port of this computer.
pub struct FakePrinter {
    /// Where it listens.
    pub address: SocketAddr,
    state: Arc<(Mutex<State>, Condvar)>,
}

impl FakePrinter {
    /// Switches one on.
    pub fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("its address");
        let state = Arc::new((Mutex::new(State::default()), Condvar::new()));
        let theirs = Arc::clone(&state);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let job = take(stream, &theirs.0);
                if !job.is_empty() {
                    theirs.0.lock().unwrap_or_else(PoisonError::into_inner).jobs.push(job);
                    theirs.1.notify_all();
                }
            }
        });
        Self { address, state }
    }

    /// As `set_printer` wants it.
    pub fn setting(&self) -> serde_json::Value {
        serde_json::json!({ "printer": { "kind": "network", "address": self.address.to_string() }, "width_mm": 80 })
    }

    /// Changes how it is.
    pub fn is(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.0.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// Its jobs, once there are so many.
    ///
    /// # Panics
    /// When they do not come within ten seconds.
    pub fn jobs(&self, count: usize) -> Vec<Vec<u8>> {
        let state = self.state.0.lock().unwrap_or_else(PoisonError::into_inner);
        let few = |state: &mut State| state.jobs.len() < count;
        let waited = self.state.1.wait_timeout_while(state, Duration::from_secs(10), few);
        let (state, late) = waited.unwrap_or_else(PoisonError::into_inner);
        assert!(!late.timed_out(), "only {} of {count} jobs came", state.jobs.len());
        state.jobs.clone()
    }

    /// How many jobs it has now.
    pub fn count(&self) -> usize {
        self.state.0.lock().unwrap_or_else(PoisonError::into_inner).jobs.len()
    }
}

impl Default for FakePrinter {
    fn default() -> Self {
        Self::new()
    }
}

/// Takes one connection: answers what is asked, keeps what is printed.
fn take(mut stream: TcpStream, state: &Mutex<State>) -> Vec<u8> {
    let mut job = Vec::new();
    let mut byte = [0];
    // Bytes of the raster still to come, and the last bytes outside of it.
    let (mut raster, mut head) = (0usize, Vec::new());
    while matches!(stream.read(&mut byte), Ok(1)) {
        let [byte] = byte;
        let now = {
            let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
            if state.runs_out_after.is_some_and(|most| job.len() >= most) {
                state.paper_out = true;
            }
            state.clone()
        };
        if now.dies_after.is_some_and(|most| job.len() >= most) {
            return job;
        }
        if raster > 0 {
            raster -= 1;
            job.push(byte);
            continue;
        }
        head.push(byte);
        if let [.., 0x10, 0x04, what] = head[..] {
            job.truncate(job.len() - 2);
            head.clear();
            if !now.silent && stream.write_all(&[answer(&now, what)]).is_err() {
                return job;
            }
            continue;
        }
        job.push(byte);
        if let [.., 0x1d, 0x76, 0x30, 0, wide, wider, high, higher] = head[..] {
            raster = usize::from(u16::from_le_bytes([wide, wider])) * usize::from(u16::from_le_bytes([high, higher]));
            head.clear();
        }
    }
    job
}

fn answer(state: &State, what: u8) -> u8 {
    let stopped = state.paper_out || state.cover_open || state.offline;
    let said = match what {
        1 if stopped => 0x08,
        2 => (if state.cover_open { 0x04 } else { 0 }) | (if state.paper_out { 0x20 } else { 0 }),
        4 if state.paper_out => 0x60,
        4 if state.near_end => 0x0c,
        _ => 0,
    };
    0x12 | said
}
