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
        for row in band {
            job.extend_from_slice(row);
        }
    }
    job.extend_from_slice(FEED);
    job.extend_from_slice(CUT);
    job
}

/// The drawer's pulse alone.
pub fn pulse() -> Vec<u8> {
    [RESET, DRAWER].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Frame, Mark, Page, Paper};

    /// Reads the job as a printer would and gives back the raster bytes of each band.
    fn bands(mut job: &[u8], drawer: bool) -> Vec<Vec<u8>> {
        let take = |job: &mut &[u8], expected: &[u8]| *job = job.strip_prefix(expected).expect("the command is next");
        take(&mut job, &[0x1b, 0x40]);
        if drawer {
            take(&mut job, &[0x1b, 0x70, 0, 25, 250]);
        }
        let mut bands = Vec::new();
        while job.starts_with(&[0x1d, 0x76]) {
            take(&mut job, &[0x1d, 0x76, 0x30, 0]);
            let (head, rest) = job.split_at(4);
            let stride = usize::from(u16::from_le_bytes([head[0], head[1]]));
            let rows = usize::from(u16::from_le_bytes([head[2], head[3]]));
            assert!((1..=BAND_ROWS).contains(&rows), "{rows} rows in a band");
            let (band, rest) = rest.split_at(stride * rows);
            bands.push(band.to_vec());
            job = rest;
        }
        take(&mut job, &[0x1b, 0x64, 4]);
        take(&mut job, &[0x1d, 0x56, 66, 0]);
        assert_eq!(job, [0u8; 0], "nothing after the cut");
        bands
    }

    #[test]
    fn a_job_is_the_picture_in_bands_and_a_cut() {
        for (height, rows) in [(1, vec![1]), (256, vec![256]), (600, vec![256, 256, 88])] {
            let bar = Mark::Bar(Frame { x: 3, y: 0, width: 9, height });
            let picture = Bitmap::of(&Page { paper: Paper::Mm80, height, marks: vec![bar] });
            for drawer in [true, false] {
                let bands = bands(&job(&picture, Options { drawer }), drawer);
                assert_eq!(bands.iter().map(|band| band.len() / 72).collect::<Vec<_>>(), rows);
                assert_eq!(bands.concat(), picture.rows().collect::<Vec<_>>().concat());
                assert_eq!(bands[0][..3], [0b0001_1111, 0b1111_0000, 0], "1 is black, the high bit is left");
            }
        }
    }
}
