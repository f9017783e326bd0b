//! What a machine needs before anything can be built: system packages, npm packages, the built screens.
//! Each is looked at first, so that the second time costs nothing. Not here: Rust and Node themselves.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Instant, SystemTime};

use crate::step::{self, command, must, npm, root, target};

/// How it is seen that a need is met.
enum Sign {
    /// A program of this name is in PATH.
    Program(&'static str),
    /// pkg-config knows this library.
    Library(&'static str),
}
use Sign::{Library, Program};

/// Something of the system, with its names in the distributions we know.
pub struct Need {
    sign: Sign,
    apt: &'static str,
    dnf: &'static str,
    pacman: &'static str,
}

const fn need(sign: Sign, apt: &'static str, dnf: &'static str, pacman: &'static str) -> Need {
    Need { sign, apt, dnf, pacman }
}

/// To build the app.
pub const BUILD: &[Need] = &[
    need(Program("cc"), "build-essential", "gcc", "base-devel"),
    need(Program("pkg-config"), "pkg-config", "pkgconf-pkg-config", "pkgconf"),
    need(Library("webkit2gtk-4.1"), "libwebkit2gtk-4.1-dev", "webkit2gtk4.1-devel", "webkit2gtk-4.1"),
    need(Library("dbus-1"), "libdbus-1-dev", "dbus-devel", "dbus"),
];

/// To show a window where there is no screen, and to take its picture.
pub const VIRTUAL_SCREEN: &[Need] = &[
    need(Program("xvfb-run"), "xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb"),
    need(Program("xauth"), "xauth", "xorg-x11-xauth", "xorg-xauth"),
    need(Program("dbus-run-session"), "dbus", "dbus-daemon", "dbus"),
    need(Program("import"), "imagemagick", "ImageMagick", "imagemagick"),
];

/// To drive the window, and the programs by others that judge what we print.
pub const CHECKS: &[Need] = &[
    need(Program("WebKitWebDriver"), "webkit2gtk-driver", "webkit2gtk4.1", "webkit2gtk-4.1"),
    need(Program("xdotool"), "xdotool", "xdotool", "xdotool"),
    need(Program("xclip"), "xclip", "xclip", "xclip"),
    need(Program("strace"), "strace", "strace", "strace"),
    need(Program("zbarimg"), "zbar-tools", "zbar", "zbar"),
    need(Program("pdftotext"), "poppler-utils", "poppler-utils", "poppler"),
    need(Program("qpdf"), "qpdf", "qpdf", "qpdf"),
    need(Program("hledger"), "hledger", "hledger", "hledger"),
    need(Program("hb-shape"), "libharfbuzz-bin", "harfbuzz-devel", "harfbuzz-utils"),
];

/// Sees that the system has these, and installs what is missing where it can.
pub fn system(needs: &[&'static [Need]]) -> Result<(), String> {
    node()?;
    // Windows and macOS bring their own web view; the window is driven and the oracles run on Linux.
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let missing = missing(needs);
    if missing.is_empty() {
        return Ok(());
    }
    if !in_path("apt-get") {
        return Err(shopping_list(&missing));
    }
    let packages: Vec<&str> = missing.iter().map(|need| need.apt).collect();
    must("package list", &mut as_root(&["apt-get", "update"])?)?;
    let mut install = vec!["apt-get", "install", "--yes", "--no-install-recommends"];
    install.extend(&packages);
    must(&format!("system packages ({})", packages.join(" ")), &mut as_root(&install)?)?;
    let still = self::missing(needs);
    if still.is_empty() { Ok(()) } else { Err(shopping_list(&still)) }
}

/// The npm packages of a folder, exactly as its lock file says.
pub fn npm_packages(folder: &str) -> Result<(), String> {
    let lock = read(&root().join(folder).join("package-lock.json"))?;
    let stamp = stamp(&format!("npm-{}", folder.replace('/', "-")));
    if root().join(folder).join("node_modules").exists() && fs::read(&stamp).is_ok_and(|was| was == lock) {
        return Ok(());
    }
    // No install scripts: what a package wants to download or compile on its own is nothing we use.
    must(
        &format!("npm packages of {folder}"),
        &mut npm(folder, &["ci", "--ignore-scripts", "--no-audit", "--no-fund"]),
    )?;
    write(&stamp, &lock)
}

/// The built screens, which the app compiles in.
pub fn screens() -> Result<(), String> {
    npm_packages("ui")?;
    let started = Instant::now();
    let stamp = stamp("screens-built");
    let newest = newest(&root().join("ui")).max(newest(&root().join("assets")));
    let built = fs::metadata(&stamp).and_then(|stamp| stamp.modified()).ok();
    if root().join("ui/dist/index.html").exists() && built.is_some_and(|built| built > newest) {
        step::report(true, "screens", started, "unchanged");
        return Ok(());
    }
    must("screens", &mut npm("ui", &["run", "build"]))?;
    write(&stamp, b"")
}

fn node() -> Result<(), String> {
    let said = command("node", &["--version"]).stderr(Stdio::null()).output();
    let version = said.map(|said| String::from_utf8_lossy(&said.stdout).trim().to_owned()).unwrap_or_default();
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    match major {
        Some(20..) => Ok(()),
        Some(_) => Err(format!("Node 20 or newer is needed; this is {version}")),
        None => Err("Node 20 or newer is needed, with npm; `node --version` did not answer".to_owned()),
    }
}

fn missing(needs: &[&'static [Need]]) -> Vec<&'static Need> {
    needs.iter().flat_map(|list| list.iter()).filter(|need| !is_met(need)).collect()
}

fn is_met(need: &Need) -> bool {
    match need.sign {
        Program(name) => in_path(name),
        Library(name) => command("pkg-config", &["--exists", name])
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success()),
    }
}

fn in_path(program: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}

fn as_root(words: &[&str]) -> Result<Command, String> {
    let is_root = command("id", &["-u"]).output().is_ok_and(|said| said.stdout.trim_ascii() == b"0");
    let mut all = words.to_vec();
    if !is_root {
        if !in_path("sudo") {
            return Err(format!("as root, please, then again: {}", words.join(" ")));
        }
        all.insert(0, "sudo");
    }
    let mut command = command(all[0], &all[1..]);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    Ok(command)
}

fn shopping_list(missing: &[&Need]) -> String {
    let names = |of: fn(&Need) -> &str| missing.iter().map(|need| of(need)).collect::<Vec<_>>().join(" ");
    format!(
        "this system lacks something that is not installed automatically here. Install, then run the same again:\n  \
         Debian, Ubuntu: {}\n  Fedora: {}\n  Arch: {}",
        names(|need| need.apt),
        names(|need| need.dnf),
        names(|need| need.pacman)
    )
}

/// When anything under a folder was last written; what is installed or built there does not count.
fn newest(folder: &Path) -> SystemTime {
    let own = fs::metadata(folder).and_then(|entry| entry.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    let Ok(entries) = fs::read_dir(folder) else { return own };
    entries
        .flatten()
        .filter(|entry| !matches!(entry.file_name().to_str(), Some("node_modules" | "dist")))
        .map(|entry| newest(&entry.path()))
        .fold(own, SystemTime::max)
}

fn stamp(name: &str) -> PathBuf {
    target().join("xtask").join(name)
}

fn read(file: &Path) -> Result<Vec<u8>, String> {
    fs::read(file).map_err(|why| format!("{}: {why}", file.display()))
}

fn write(file: &Path, bytes: &[u8]) -> Result<(), String> {
    let folder = file.parent().expect("a stamp lies in a folder");
    fs::create_dir_all(folder).and_then(|()| fs::write(file, bytes)).map_err(|why| format!("{}: {why}", file.display()))
}
