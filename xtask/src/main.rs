//! `cargo xtask run | test | bench`: sets a machine up and starts the programs and the checks, with one line a step.
//! Only the standard library, so that it is ready in two seconds on a machine that has nothing else.
//! Not here: anything about a shop, and any check that a test can make by itself.

mod bench;
mod counts;
mod licences;
#[cfg(test)]
mod readme;
mod run;
mod setup;
mod step;
mod test;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask run                             sets up, builds and opens the till on a demo mart
cargo xtask test                            sets up and runs every check
cargo xtask bench [--quick] [--json FILE]   measures the figures of the README";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["run"] => run::run(),
        ["test"] => test::test(),
        ["bench", forwarded @ ..] => bench::bench(forwarded),
        // `run` calls itself by this name inside the virtual screen it started.
        ["picture", picture] => run::take_picture(picture.as_ref()),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
