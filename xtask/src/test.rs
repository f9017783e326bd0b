//! `cargo xtask test`: the same set-up as `run`, then every check with a line each and one closing line with counts.
//! A check that fails does not keep the next from being made. Not here: what any test is about.

use std::process::Command;
use std::time::Instant;

use crate::counts::{self, Counts, Reader};
use crate::step::{self, cargo, npm, report, watch};
use crate::{licences, run, setup};

/// Sets up and makes every check; the error says that something failed.
pub fn test() -> Result<(), String> {
    let mut checks = Checks::default();
    setup::system(&[setup::BUILD, setup::VIRTUAL_SCREEN, setup::CHECKS])?;
    checks.one("format", &mut cargo(&["fmt", "--all", "--check", "--", "-l"]));
    checks.licences();
    // The app compiles the built screens in, so that they come before anything that looks at the app.
    checks.needs(setup::screens());
    checks.one("screens checked", &mut npm("ui", &["run", "check"]));
    checks.many("screens tested", &mut npm("ui", &["test"]), counts::vitest);
    checks.one("lints", &mut cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]));
    let built = checks.needs(run::programs());
    // The window tests' packages hold the decoder that the Rust tests of paper ask.
    let packages = checks.needs(setup::npm_packages("tests/window"));
    checks.rust();
    if built && packages {
        checks.window();
    } else {
        checks.not_checked.push("the real window: the app could not be built, or its driver not installed".to_owned());
    }
    checks.advisories();
    checks.close()
}

/// How much of what a failed check said is shown; all of it is in its log.
const SHOWN_LINES: usize = 150;

#[derive(Default)]
struct Checks {
    total: Counts,
    not_checked: Vec<String>,
}

impl Checks {
    /// A check that is one: it holds or it does not.
    fn one(&mut self, name: &str, command: &mut Command) {
        let started = Instant::now();
        let ran = watch(name, command);
        self.end(name, started, counts::one(ran.ok), &ran.words);
    }

    /// A runner of many tests.
    fn many(&mut self, name: &str, command: &mut Command, read: Reader) {
        let started = Instant::now();
        let ran = watch(name, command);
        let mut counts = read(&ran.words);
        // A runner that broke, or found no test at all, is a failure of its own.
        if counts.failed == 0 && (!ran.ok || counts.passed == 0) {
            counts.failed = 1;
        }
        self.end(name, started, counts, &ran.words);
    }

    /// A part of the set-up, which prints its own lines: it counts only when it fails.
    fn needs(&mut self, done: Result<(), String>) -> bool {
        if let Err(why) = &done {
            step::say(why);
            self.total += counts::one(false);
        }
        done.is_ok()
    }

    fn rust(&mut self) {
        let nextest = cargo(&["nextest", "--version"]).output().is_ok_and(|said| said.status.success());
        let (words, read): (&[&str], Reader) = if nextest {
            (&["nextest", "run", "--workspace", "--no-fail-fast"], counts::nextest)
        } else {
            (&["test", "--workspace", "--lib", "--bins", "--tests", "--no-fail-fast"], counts::cargo_test)
        };
        // The programs are built: a test that builds `till` alone would build all of it again with other features.
        self.many("rust tests", cargo(words).env("TILL", step::program("till")), read);
    }

    fn window(&mut self) {
        if !cfg!(target_os = "linux") {
            self.not_checked.push("the real window: it is driven through WebKitGTK, on Linux".to_owned());
            return;
        }
        let mut driven = run::within_virtual_screen("1920x1080");
        driven.args(["npm", "--prefix", "tests/window", "test"]);
        driven.env("TILL", step::program("till")).env("ODOP_MART", step::program("odop-mart"));
        self.many("window tests", &mut driven, counts::node);
    }

    fn licences(&mut self) {
        let started = Instant::now();
        let (refused, note) = match licences::refused() {
            Ok((refused, packages)) => (refused, format!("{packages} packages")),
            Err(why) => (vec![why], String::new()),
        };
        report(refused.is_empty(), "licences", started, &note);
        for line in &refused {
            step::say(line);
        }
        self.total += counts::one(refused.is_empty());
    }

    /// Known holes in what we use. The lists of them are on the network: where they cannot be had, that is said.
    fn advisories(&mut self) {
        let deny = cargo(&["deny", "--version"]).output().is_ok_and(|said| said.status.success());
        if deny {
            self.one("crates: bans and sources", &mut cargo(&["deny", "--all-features", "check", "bans", "sources"]));
            self.listed("crates: advisories", &mut cargo(&["deny", "check", "advisories"]), "failed to fetch");
        } else {
            self.not_checked.push("advisories against crates: cargo-deny is not installed".to_owned());
        }
        self.listed("npm: advisories", &mut npm("ui", &["audit", "--omit=dev"]), "audit endpoint returned an error");
    }

    /// A check against a list on the network, which may not be there.
    fn listed(&mut self, name: &str, command: &mut Command, no_list: &str) {
        let started = Instant::now();
        let ran = watch(name, command);
        if !ran.ok && ran.words.contains(no_list) {
            self.not_checked.push(format!("{name}: the list cannot be had from here"));
        } else {
            self.end(name, started, counts::one(ran.ok), &ran.words);
        }
    }

    fn end(&mut self, name: &str, started: Instant, counts: Counts, words: &str) {
        let many = counts.passed + counts.failed > 1;
        let note = if many { format!("{} passed, {} failed", counts.passed, counts.failed) } else { String::new() };
        report(counts.failed == 0, name, started, &note);
        if counts.failed > 0 {
            step::say(&end_of(words));
        }
        self.total += counts;
    }

    fn close(self) -> Result<(), String> {
        for what in &self.not_checked {
            step::say(&format!("not checked: {what}"));
        }
        let Counts { passed, failed } = self.total;
        step::say(&format!("{passed} passed, {failed} failed"));
        if failed == 0 { Ok(()) } else { Err("something failed: its words are above".to_owned()) }
    }
}

fn end_of(words: &str) -> String {
    let lines: Vec<&str> = words.trim_end().lines().collect();
    lines[lines.len().saturating_sub(SHOWN_LINES)..].join("\n")
}
