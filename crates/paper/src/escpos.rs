//! A picture as the bytes of an ESC/POS print job: drawer pulse, raster in bands, feed, cut. Not here: how
//! the bytes reach a printer, and what the printer answers (`till`).

use crate::raster::Bitmap;

/// Rows to a raster command: cheap printers lose a picture that is longer than their buffer.
pub const BAND_ROWS: usize = 256;

const RESET: &[u8] = b"\x1b@";
/// Drawer kick-out connector pin 2, on for 50 ms and off for 500 ms.
const DRAWER: &[u8] = b"\x1bp\x00\x19\xfa";
/// Four lines, past the tear bar.
const FEED: &[u8] = b"\x1bd\x04";
/// Feed to the cutter and cut, leaving one point.
const CUT: &[u8] = b"\x1dVB\x00";

/// What a job does besides printing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Open the cash drawer, before the paper moves: the clerk needs the change first.
    pub drawer: bool,
}

/// The whole job.
pub fn job(picture: &Bitmap, options: Options) -> Vec<u8> {
    let stride = picture.stride();
    let mut job = Vec::with_capacity(picture.height() * stride + 64);
    job.extend_from_slice(RESET);
    if options.drawer {
        job.extend_from_slice(DRAWER);
    }
    let rows: Vec<&[u8]> = picture.rows().collect();
    for band in rows.chunks(BAND_ROWS) {
        job.extend_from_slice(b"\x1dv0\x00");
        job.extend_from_slice(&(stride as u16).to_le_bytes());
        job.extend_from_slice(&(band.len() as u16).to_le_bytes());
        band.iter().for_each(|row| job.extend_from_slice(row));
    }
    job.extend_from_slice(FEED);
    job.extend_from_slice(CUT);
    job
}
