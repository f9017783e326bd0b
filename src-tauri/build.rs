//! Declares the window's one command, so that Tauri's access list refuses every other by name.

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(&["call"]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))
        .expect("tauri.conf.json, the capability and the icons are complete");
}
