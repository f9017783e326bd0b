//! `cargo xtask bench`: sets up, builds what is measured as it ships, and hands over to the bench of the `tests` crate
//! and, where the window can be driven, to that of `tests/window`.

use crate::step::{cargo, must, target};
use crate::{run, setup};

/// Builds and measures; the words of the bench are its own.
pub fn bench(forwarded: &[&str]) -> Result<(), String> {
    setup::system(&[setup::BUILD, setup::VIRTUAL_SCREEN, setup::CHECKS])?;
    setup::screens()?;
    must("programs as they ship", &mut cargo(&["build", "--release", "--workspace", "--bins"]))?;
    let mut bench = cargo(&["run", "--release", "--quiet", "--package", "tests", "--bin", "bench", "--"]);
    bench.env("TILL", target().join("release").join("till"));
    let status = bench.args(forwarded).status().map_err(|why| format!("cargo: {why}"))?;
    let core = if status.success() { Ok(()) } else { Err(format!("the bench ended with {status}")) };
    core.and(window(forwarded))
}

fn window(forwarded: &[&str]) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    setup::npm_packages("tests/window")?;
    let mut driven = run::within_virtual_screen(run::COUNTER);
    let release = target().join("release");
    driven.args(["node", "tests/window/speed.mjs"]).args(forwarded);
    driven.env("TILL", release.join("till")).env("ODOP_MART", release.join("odop-mart"));
    let status = driven.status().map_err(|why| format!("xvfb-run: {why}"))?;
    if status.success() { Ok(()) } else { Err(format!("the window's bench ended with {status}")) }
}
