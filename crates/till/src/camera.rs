//! The camera: the system's own program for it is opened, and the photograph that it saves among the person's pictures is
//! taken from there. A till in a shop needs no driver, and no window of it a right to the camera. Not here: what a
//! photograph is of (`items`, `consign`, `consignors`).

use crate::desk::Desk;
use crate::fault::Stop;
use crate::items::{MOST_PICTURE_BYTES, too_large};
use crate::sign_in::Nothing;
use data_encoding::BASE64;
use domain::refusal::Refusal;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant, SystemTime};
use ts_rs::TS;
use uuid::Uuid;

/// What opens a camera, the best first. Those of Windows and macOS hand over to the system's own.
#[cfg(windows)]
const PROGRAMS: &[(&str, &[&str])] = &[("rundll32.exe", &["url.dll,FileProtocolHandler", "microsoft.windows.camera:"])];
#[cfg(target_os = "macos")]
const PROGRAMS: &[(&str, &[&str])] = &[("open", &["-a", "Photo Booth"])];
#[cfg(not(any(windows, target_os = "macos")))]
const PROGRAMS: &[(&str, &[&str])] = &[("snapshot", &[]), ("cheese", &[]), ("kamoso", &[]), ("webcamoid", &[])];

/// A program that ends sooner than a person can close it has handed over to another that goes on.
const HANDED_OVER: Duration = Duration::from_secs(3);

/// Folders within folders that are looked into: cameras keep to one below the pictures, one of them to two.
const DEEPEST: usize = 3;

/// An open camera.
pub(crate) struct Camera {
    /// Of this opening.
    id: Uuid,
    program: Child,
    opened: Instant,
    /// It ended as soon as it was opened: another program, that is not ours to watch, shows the camera.
    handed_over: bool,
    folder: PathBuf,
    /// Pictures of before, as they were.
    known: HashSet<(SystemTime, PathBuf)>,
    /// The newest and how large it was when it was last looked at: one that still grows is not whole.
    newest: Option<(PathBuf, u64)>,
}

impl Camera {
    fn open(id: Uuid) -> Result<Self, Refusal> {
        let usual = || dirs::home_dir().map(|home| home.join("Pictures"));
        let folder = dirs::picture_dir().or_else(usual).ok_or(Refusal::NoCamera)?;
        let known = pictures(&folder).into_iter().collect();
        let program = PROGRAMS.iter().find_map(|(name, words)| {
            let mut command = Command::new(name);
            command.args(*words).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()
        });
        let program = program.ok_or(Refusal::NoCamera)?;
        Ok(Self { id, program, opened: Instant::now(), handed_over: false, folder, known, newest: None })
    }

    /// The newest photograph since it was opened, once it is whole.
    fn taken(&mut self) -> Option<PathBuf> {
        let new = pictures(&self.folder).into_iter().filter(|picture| !self.known.contains(picture));
        let sized = |(_, path): (SystemTime, PathBuf)| Some((fs::metadata(&path).ok()?.len(), path));
        // One without a byte is none yet, and never is where its program ended so.
        let newest = new.max().and_then(sized).filter(|(size, _)| *size > 0).map(|(size, path)| (path, size));
        let looked = std::mem::replace(&mut self.newest, newest.clone());
        newest.filter(|newest| looked.as_ref() == Some(newest)).map(|(path, _)| path)
    }

    /// The person closed it.
    fn closed(&mut self) -> bool {
        let Ok(Some(status)) = self.program.try_wait() else { return false };
        // Windows' own says that it failed whenever it handed over.
        let well = cfg!(windows) || status.success();
        self.handed_over |= well && self.opened.elapsed() < HANDED_OVER;
        !self.handed_over
    }
}

impl Drop for Camera {
    /// Where the program is a child of ours it goes, and the till is in front again.
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// Photographs below a folder, with the time of each. What cannot be looked at is none.
fn pictures(folder: &Path) -> Vec<(SystemTime, PathBuf)> {
    let mut found = Vec::new();
    let mut folders = vec![(folder.to_owned(), 0)];
    while let Some((folder, depth)) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            // Not followed: a link may lead anywhere.
            let Ok(about) = entry.metadata() else { continue };
            let picture = path
                .extension()
                .is_some_and(|end| ["jpg", "jpeg", "png"].iter().any(|one| end.eq_ignore_ascii_case(one)));
            if about.is_dir() && depth < DEEPEST {
                folders.push((path, depth + 1));
            } else if about.is_file() && picture {
                found.extend(about.modified().ok().map(|at| (at, path)));
            }
        }
    }
    found
}

/// What the camera has.
#[derive(Debug, Default, Serialize, TS)]
pub struct CameraView {
    /// Of this opening; none when it is closed.
    #[ts(type = "string | null")]
    pub camera: Option<Uuid>,
    /// The photograph, once there is one; the camera is closed then.
    pub content_base64: Option<String>,
}

/// Which opening of the camera.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct WhichCamera {
    #[ts(type = "string")]
    pub camera: Uuid,
}

/// Opens the system's program for the camera; one that is open already is closed before.
pub fn open_camera(desk: &mut Desk, _: Nothing) -> Result<CameraView, Stop> {
    desk.camera = None;
    let camera = Camera::open(desk.new_id())?;
    let camera = desk.camera.insert(camera);
    Ok(CameraView { camera: Some(camera.id), content_base64: None })
}

/// Looks whether a photograph was taken since that opening of the camera, which is then over.
pub fn view_camera(desk: &mut Desk, input: WhichCamera) -> Result<CameraView, Stop> {
    let Some(camera) = desk.camera.as_mut().filter(|camera| camera.id == input.camera) else {
        return Ok(CameraView::default());
    };
    // One that was closed may have saved its last a moment ago.
    let closed = camera.closed();
    let Some(path) = camera.taken() else {
        let over = closed && camera.newest.is_none();
        return Ok(CameraView { camera: (!over).then_some(input.camera), content_base64: None });
    };
    desk.camera = None;
    if fs::metadata(&path).is_ok_and(|about| about.len() > MOST_PICTURE_BYTES as u64) {
        return Err(too_large().into());
    }
    let bytes = fs::read(&path).map_err(|_| Refusal::NotAPicture)?;
    Ok(CameraView { camera: None, content_base64: Some(BASE64.encode(&bytes)) })
}

/// Closes the camera: nobody waits for its photograph any longer.
pub fn close_camera(desk: &mut Desk, input: WhichCamera) -> Result<CameraView, Stop> {
    drop(desk.camera.take_if(|camera| camera.id == input.camera));
    Ok(CameraView::default())
}
