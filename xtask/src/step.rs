//! One step is one command and one line on the screen, with its seconds. Its words go to a log file and are shown
//! when it fails. Not here: what the steps are, and what their words mean.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, BufReader, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How long a reader that is not a terminal (a CI log) waits for a sign of life from a long step.
const SIGN_OF_LIFE: Duration = Duration::from_secs(30);
/// A process left behind by a step may keep its output open; this long after the step itself ended it is not waited for.
const LEFT_OPEN: Duration = Duration::from_secs(5);

/// A command that ran: whether it ended well, and everything it said.
pub struct Ran {
    pub ok: bool,
    pub words: String,
}

/// The folder of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the workspace").to_owned()
}

/// Where cargo builds, and where stamps and logs are kept.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// A built program of the dev profile.
pub fn program(name: &str) -> PathBuf {
    target().join("debug").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// A command that starts in the workspace and writes plain text.
pub fn command(program: impl AsRef<std::ffi::OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root()).env("NO_COLOR", "1").env("CARGO_TERM_COLOR", "never");
    command
}

/// The cargo that runs this program.
pub fn cargo(arguments: &[&str]) -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), arguments)
}

/// npm in one of the project's npm folders.
pub fn npm(folder: &str, arguments: &[&str]) -> Command {
    let mut command = command(if cfg!(windows) { "npm.cmd" } else { "npm" }, arguments);
    command.current_dir(root().join(folder));
    command
}

/// A step of the set-up: prints its line, and an error ends everything that needs it.
pub fn must(name: &str, command: &mut Command) -> Result<(), String> {
    let started = Instant::now();
    let ran = watch(name, command);
    report(ran.ok, name, started, "");
    if ran.ok { Ok(()) } else { Err(format!("{}\n{name} failed", ran.words.trim_end())) }
}

/// The line of a step that has ended.
pub fn report(ok: bool, name: &str, started: Instant, note: &str) {
    let mark = if ok { "ok    " } else { "FAILED" };
    let gap = if note.is_empty() { "" } else { "  " };
    say(&format!("{mark} {}  {name}{gap}{note}", seconds(started)));
}

fn seconds(started: Instant) -> String {
    let tenths = started.elapsed().as_millis() / 100;
    format!("{:>5}.{} s", tenths / 10, tenths % 10)
}

/// A line about something that is not a step.
pub fn say(line: &str) {
    let clear = if std::io::stdout().is_terminal() { "\r\x1b[K" } else { "" };
    println!("{clear}{line}");
}

/// Runs a command to its end, showing its last line while it works.
pub fn watch(name: &str, command: &mut Command) -> Ran {
    let started = Instant::now();
    let mut words = String::new();
    let ended = start(command).map(|child| follow(name, child, started, &mut words));
    let ok = match ended {
        Ok(Ok(status)) => status.success(),
        Ok(Err(why)) | Err(why) => {
            let program = command.get_program().to_string_lossy().into_owned();
            let _ = writeln!(words, "{program}: {why}");
            false
        }
    };
    keep_log(name, &words);
    Ran { ok, words }
}

fn start(command: &mut Command) -> std::io::Result<Child> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()
}

fn follow(name: &str, mut child: Child, started: Instant, words: &mut String) -> std::io::Result<ExitStatus> {
    let (sender, lines) = channel();
    read_lines(child.stdout.take(), sender.clone());
    read_lines(child.stderr.take(), sender);
    let (mut last_sign, mut ended_at) = (started, None);
    loop {
        match lines.recv_timeout(Duration::from_millis(200)) {
            Ok(line) => {
                words.push_str(&line);
                words.push('\n');
            }
            Err(RecvTimeoutError::Disconnected) => return child.wait(),
            Err(RecvTimeoutError::Timeout) => {
                if child.try_wait()?.is_some() && ended_at.get_or_insert_with(Instant::now).elapsed() > LEFT_OPEN {
                    return child.wait();
                }
            }
        }
        show_progress(name, started, &mut last_sign, words);
    }
}

fn read_lines(stream: Option<impl Read + Send + 'static>, sender: Sender<String>) {
    let Some(stream) = stream else { return };
    thread::spawn(move || {
        let mut stream = BufReader::new(stream);
        let mut line = Vec::new();
        // Bytes, not `lines()`: a program may print what is not UTF-8, and the rest of its words are still wanted.
        while stream.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
            let _ = sender.send(String::from_utf8_lossy(&line).trim_end().to_owned());
            line.clear();
        }
    });
}

fn show_progress(name: &str, started: Instant, last_sign: &mut Instant, words: &str) {
    let terminal = std::io::stdout().is_terminal();
    let pause = if terminal { Duration::from_millis(200) } else { SIGN_OF_LIFE };
    if last_sign.elapsed() < pause {
        return;
    }
    *last_sign = Instant::now();
    let line: String = words.lines().last().unwrap_or_default().trim().chars().take(60).collect();
    let line = format!("...    {}  {name}  {line}", seconds(started));
    if terminal {
        print!("\r\x1b[K{line}");
        let _ = std::io::stdout().flush();
    } else {
        println!("{line}");
    }
}

fn keep_log(name: &str, words: &str) {
    let folder = target().join("xtask").join("logs");
    let file = folder.join(format!("{}.log", name.replace(' ', "-")));
    // A log is a courtesy: without it the words are still on the screen when the step fails.
    let _ = fs::create_dir_all(&folder).and_then(|()| fs::write(file, words));
}
