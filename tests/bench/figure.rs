//! Times, their percentiles, and a figure with its target. Durations are counted in whole nanoseconds; only
//! here, on the way to a reader, do they become milliseconds with decimals.
#![expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "a measured ratio is no money")]

use serde_json::{Value, json};
use std::fmt;
use std::time::Duration;

/// Times of one thing.
#[derive(Default)]
pub struct Times(Vec<Duration>);

impl Times {
    /// One more.
    pub fn push(&mut self, time: Duration) {
        self.0.push(time);
    }

    /// The percentile `percent`.
    pub fn at(&self, percent: usize) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        sorted[(sorted.len() * percent / 100).min(sorted.len() - 1)]
    }
}

/// One figure.
pub struct Figure {
    name: &'static str,
    value: f64,
    unit: &'static str,
    most: f64,
    beside: Option<(f64, f64)>,
}

fn milliseconds(time: Duration) -> f64 {
    time.as_nanos() as f64 / 1e6
}

impl Figure {
    /// A time in milliseconds and the most it may be.
    pub fn time(name: &'static str, time: Duration, most: f64) -> Self {
        Self { name, value: milliseconds(time), unit: "ms", most, beside: None }
    }

    /// A time over a peer's, and the most the ratio may be.
    pub fn ratio(name: &'static str, time: Duration, peer: Duration, most: f64) -> Self {
        let (time, peer) = (milliseconds(time), milliseconds(peer));
        Self { name, value: time / peer, unit: "x", most, beside: Some((time, peer)) }
    }

    /// Whether it is within its target.
    pub fn met(&self) -> bool {
        self.value <= self.most
    }

    /// For a machine.
    pub fn to_json(&self) -> Value {
        json!({ "name": self.name, "value": self.value, "unit": self.unit, "most": self.most, "met": self.met() })
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let met = if self.met() { "met   " } else { "MISSED" };
        write!(out, "{met} {:62} {:8.3} {} (target {} {})", self.name, self.value, self.unit, self.most, self.unit)?;
        match self.beside {
            Some((time, peer)) => write!(out, "; {time:.3} ms over {peer:.3} ms"),
            None => Ok(()),
        }
    }
}
