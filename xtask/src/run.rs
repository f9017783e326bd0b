//! `cargo xtask run`: builds the till and opens its window on a demo mart. Where there is no screen it runs on a
//! virtual one and leaves a picture of the window.

use std::collections::HashSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use crate::setup;
use crate::step::{self, cargo, command, must, program, root, target};

/// A window that shows nothing after this long never will: a cold start on a slow machine takes a few seconds.
const LIMIT: Duration = Duration::from_secs(90);
/// The screen at the counter.
pub const COUNTER: &str = "1366x768";
/// Text drawn with soft edges makes hundreds of colours; an empty window has one or two.
const COLOURS_OF_TEXT: usize = 64;

/// Sets up, builds, makes the demo mart if there is none, and opens the window.
pub fn run() -> Result<(), String> {
    let virtual_screen = needs_virtual_screen();
    setup::system(if virtual_screen { &[setup::BUILD, setup::VIRTUAL_SCREEN] } else { &[setup::BUILD] })?;
    setup::screens()?;
    programs()?;
    let mart = demo_mart();
    if !mart.exists() {
        let folder = mart.parent().expect("the demo mart lies in a folder");
        fs::create_dir_all(folder).map_err(|why| format!("{}: {why}", folder.display()))?;
        must("demo mart", command(program("till"), &["--db"]).arg(&mart).args(["init", "--demo"]))?;
    }
    if virtual_screen { on_virtual_screen() } else { on_this_screen() }
}

/// The app and the program `till`, in the dev profile: it builds in a third of the time of a release, its
/// dependencies are optimised, it is the build that the tests use, and Tauri always serves the screens compiled in.
pub fn programs() -> Result<(), String> {
    must("programs", &mut cargo(&["build", "--workspace", "--bins"]))
}

/// Whether there is no screen to open a window on.
pub fn needs_virtual_screen() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(target_os = "linux") && (set("CI") || !(set("DISPLAY") || set("WAYLAND_DISPLAY")))
}

/// A command of ours on a screen of its own, of so many dots, and with a message bus of its own.
pub fn within_virtual_screen(size: &str) -> Command {
    let screen = format!("-screen 0 {size}x24 -nolisten tcp");
    let mut command = command("xvfb-run", &["--auto-servernum", "--server-args", &screen]);
    command.args(["dbus-run-session", "--"]).env("NO_AT_BRIDGE", "1").env_remove("WAYLAND_DISPLAY");
    command
}

fn demo_mart() -> PathBuf {
    target().join("demo").join("mart.db")
}

fn open_window() -> Command {
    let mut window = command(program("odop-mart"), &["--db"]);
    window.arg(demo_mart());
    window
}

fn on_this_screen() -> Result<(), String> {
    step::say("open; close the window to end");
    let status = open_window().status().map_err(|why| format!("odop-mart: {why}"))?;
    if status.success() { Ok(()) } else { Err(format!("odop-mart ended with {status}")) }
}

fn on_virtual_screen() -> Result<(), String> {
    let picture = root().join("pictures").join("run.png");
    let _ = fs::remove_file(&picture);
    let me = env::current_exe().map_err(|why| format!("xtask: {why}"))?;
    must("window", within_virtual_screen(COUNTER).arg(me).arg("picture").arg(&picture))?;
    step::say(&format!("there is no display here: see {}", picture.display()));
    Ok(())
}

/// Opens the window on the screen it is started on, waits until it is drawn, takes its picture and closes it.
pub fn take_picture(picture: &Path) -> Result<(), String> {
    let folder = picture.parent().ok_or("the picture needs a folder")?;
    fs::create_dir_all(folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    let mut window = open_window().spawn().map_err(|why| format!("odop-mart: {why}"))?;
    let taken = wait_until_drawn(&mut window).and_then(|()| save_screen(picture));
    // By its own handle: another till on this machine is none of our business.
    let _ = window.kill();
    let _ = window.wait();
    taken
}

/// Drawn means: text stands there, and two looks in a row see the same.
fn wait_until_drawn(window: &mut Child) -> Result<(), String> {
    let started = Instant::now();
    let mut before = Vec::new();
    while started.elapsed() < LIMIT {
        if let Some(status) = window.try_wait().map_err(|why| why.to_string())? {
            return Err(format!("the window never came: odop-mart ended with {status}"));
        }
        let now = look()?;
        if now == before && colours(&now) > COLOURS_OF_TEXT {
            return Ok(());
        }
        before = now;
        thread::sleep(Duration::from_millis(400));
    }
    Err(format!("the window showed nothing in {} s", LIMIT.as_secs()))
}

/// The screen as three bytes a dot.
fn look() -> Result<Vec<u8>, String> {
    let said = command("import", &["-silent", "-window", "root", "-depth", "8", "rgb:-"]).output();
    let said = said.map_err(|why| format!("import: {why}"))?;
    if said.status.success() { Ok(said.stdout) } else { Err(String::from_utf8_lossy(&said.stderr).into_owned()) }
}

fn colours(screen: &[u8]) -> usize {
    screen.chunks_exact(3).collect::<HashSet<_>>().len()
}

fn save_screen(picture: &Path) -> Result<(), String> {
    must("picture", command("import", &["-silent", "-window", "root"]).arg(picture))
}
