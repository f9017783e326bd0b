//! THE WINDOW, program `odop-mart`: opens a till and hands the window's one command to it. Not here: anything the
//! till decides, and any other door into the system (`tauri.conf.json` and the capability allow only `call`).

// A shop sees the window and no console beside it.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Weak};

use clap::Parser;
use serde_json::{Value, json};
use tauri::{App, Manager, State, WebviewWindow};
use till::host::Host;

/// The till of an ODOP Mart.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// The till's database; without it, the one in this computer's folder for the app.
    #[arg(long)]
    db: Option<PathBuf>,
}

/// The one command of the window: any command of the till by its name. A refusal or fault is its error.
/// `async` keeps the disk off the thread that draws.
#[tauri::command(async)]
fn call(till: State<'_, Weak<Host>>, command: &str, input: Value) -> Result<Value, Value> {
    match till.upgrade() {
        Some(host) => host.call(command, input),
        None => Err(json!({ "kind": "fault", "code": "closing", "params": {} })),
    }
}

fn database(app: &App, arguments: Arguments) -> Result<PathBuf, Box<dyn Error>> {
    if let Some(chosen) = arguments.db {
        return Ok(chosen);
    }
    let folder = app.path().app_local_data_dir()?;
    fs::create_dir_all(&folder)?;
    Ok(folder.join("mart.db"))
}

/// Text and boxes need no graphics card. Where there is none, as in many a cheap PC, WebKit imitates one, and a key press
/// now and then waits two frames more for it; where there is one, its driver is one thing less to go wrong.
#[cfg(target_os = "linux")]
fn painted_by_the_processor(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};
    window.with_webview(|webview| {
        if let Some(settings) = webview.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })
}

#[cfg(not(target_os = "linux"))]
fn painted_by_the_processor(_: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let app = tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![call])
        .setup(|app| {
            // A driven window keeps the size its test was written for.
            let driven = std::env::var_os("TAURI_AUTOMATION").is_some();
            if let Some(window) = app.get_webview_window("main") {
                painted_by_the_processor(&window)?;
                if !driven {
                    window.maximize()?;
                }
            }
            Ok(())
        })
        .build(tauri::generate_context!())?;
    let host = Arc::new(Host::open(&database(&app, arguments)?));
    host.at_window_start();
    // The window borrows the till: when the window is gone the till is closed here, and knows that it was.
    app.manage(Arc::downgrade(&host));
    app.run_return(|_, _| {});
    drop(host);
    Ok(())
}
