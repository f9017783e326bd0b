//! `cargo xtask bench`: sets up, builds what is measured as it ships, and hands over to the bench of the `tests` crate.

use crate::setup;
use crate::step::{cargo, must, target};

/// Builds and measures; the words of the bench are its own.
pub fn bench(forwarded: &[&str]) -> Result<(), String> {
    setup::system(&[setup::BUILD, setup::VIRTUAL_SCREEN])?;
    setup::screens()?;
    must("programs as they ship", &mut cargo(&["build", "--release", "--workspace", "--bins"]))?;
    let mut bench = cargo(&["run", "--release", "--quiet", "--package", "tests", "--bin", "bench", "--"]);
    bench.env("TILL", target().join("release").join("till"));
    let status = bench.args(forwarded).status().map_err(|why| format!("cargo: {why}"))?;
    if status.success() { Ok(()) } else { Err(format!("the bench ended with {status}")) }
}
