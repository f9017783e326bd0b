//! The mart's logo: any PNG as dots of black and white, its greys by error diffusion (Floyd and Steinberg). Not here:
//! where it stands (`receipt`), and where its file is kept (`till`).

use crate::Unprintable;
use crate::codes::runs;
use crate::page::Frame;

/// The largest side a logo's file may have; more is a photograph of a camera.
const MOST_SIDE: u32 = 4_000;

/// A grey picture; 0 is black.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    width: usize,
    height: usize,
    grey: Vec<u8>,
}

impl Logo {
    /// Reads a PNG; what is transparent is paper.
    pub fn from_png(file: &[u8]) -> Result<Self, Unprintable> {
        let refused = |error: png::DecodingError| Unprintable::Encoding(error.to_string());
        let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
        decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
        let mut reader = decoder.read_info().map_err(refused)?;
        let (width, height) = reader.info().size();
        if width == 0 || height == 0 || width > MOST_SIDE || height > MOST_SIDE {
            return Err(Unprintable::Encoding(format!("a logo of {width} by {height}")));
        }
        let size = reader.output_buffer_size().ok_or_else(|| Unprintable::Encoding("a logo too large".into()))?;
        let mut pixels = vec![0; size];
        let frame = reader.next_frame(&mut pixels).map_err(refused)?;
        let samples = frame.color_type.samples();
        let grey = pixels[..frame.buffer_size()].chunks_exact(samples).map(|pixel| {
            let (light, opaque) = match *pixel {
                [grey] => (u32::from(grey), 255),
                [grey, opaque] => (u32::from(grey), u32::from(opaque)),
                [red, green, blue] => (luma(red, green, blue), 255),
                [red, green, blue, opaque] => (luma(red, green, blue), u32::from(opaque)),
                _ => (255, 0),
            };
            ((light * opaque + 255 * (255 - opaque)) / 255) as u8
        });
        Ok(Self { width: width as usize, height: height as usize, grey: grey.collect() })
    }

    /// Its size in dots, as large as fits into `room` without being made larger than it is.
    pub(crate) fn fitted(&self, room: (i32, i32)) -> (i32, i32) {
        let (width, height) = (self.width as i64, self.height as i64);
        let (across, down) = (i64::from(room.0).min(width), i64::from(room.1).min(height));
        if across * height <= down * width {
            (across as i32, (across * height / width).max(1) as i32)
        } else {
            ((down * width / height).max(1) as i32, down as i32)
        }
    }

    /// Its black dots at a size of `fitted`, as runs from its own corner.
    pub(crate) fn dark(&self, (across, down): (i32, i32)) -> Vec<Frame> {
        let (across, down) = (across.unsigned_abs() as usize, down.unsigned_abs() as usize);
        let mut level: Vec<i32> = Vec::with_capacity(across * down);
        for y in 0..down {
            for x in 0..across {
                // The mean of all that falls onto the dot.
                let (left, right) = (x * self.width / across, ((x + 1) * self.width).div_ceil(across));
                let (top, bottom) = (y * self.height / down, ((y + 1) * self.height).div_ceil(down));
                let rows = (top..bottom).map(|row| &self.grey[row * self.width + left..row * self.width + right]);
                let (sum, count) =
                    rows.flatten().fold((0u32, 0u32), |(sum, count), dot| (sum + u32::from(*dot), count + 1));
                level.push((sum / count.max(1)) as i32);
            }
        }
        let mut found = Vec::new();
        for y in 0..down {
            let mut dark = vec![false; across];
            for x in 0..across {
                let wanted = level[y * across + x];
                dark[x] = wanted < 128;
                let error = wanted - if dark[x] { 0 } else { 255 };
                let mut pass = |x: Option<usize>, y: usize, sixteenths: i32| {
                    if let Some(x) = x.filter(|x| *x < across && y < down) {
                        level[y * across + x] += error * sixteenths / 16;
                    }
                };
                pass(Some(x + 1), y, 7);
                pass(x.checked_sub(1), y + 1, 3);
                pass(Some(x), y + 1, 5);
                pass(Some(x + 1), y + 1, 1);
            }
            found.extend(runs(&dark, y as i32, 0));
        }
        found
    }
}

fn luma(red: u8, green: u8, blue: u8) -> u32 {
    (u32::from(red) * 299 + u32::from(green) * 587 + u32::from(blue) * 114) / 1_000
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32, rgba: &[u8]) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, width, height);
        encoder.set_color(png::ColorType::Rgba);
        let mut writer = encoder.write_header().expect("a header");
        writer.write_image_data(rgba).expect("pixels");
        writer.finish().expect("an end");
        file
    }

    #[test]
    fn greys_keep_their_share_of_black() {
        let logo = Logo::from_png(&png(64, 64, &[96, 96, 96, 255].repeat(64 * 64))).expect("a picture");
        let black: i32 = logo.dark((64, 64)).iter().map(|run| run.width).sum();
        let share = black * 255 / (64 * 64);
        assert!((share - (255 - 96)).abs() < 6, "{share}");
    }

    #[test]
    fn what_is_transparent_is_paper_and_what_is_no_png_is_refused() {
        let logo = Logo::from_png(&png(8, 8, &[0, 0, 0, 0].repeat(64))).expect("a picture");
        assert_eq!(logo.dark((8, 8)), []);
        assert!(Logo::from_png(b"GIF89a").is_err());
    }

    #[test]
    fn a_logo_fits_its_room_and_keeps_its_shape() {
        let logo = Logo { width: 400, height: 100, grey: vec![0; 40_000] };
        assert_eq!(logo.fitted((200, 96)), (200, 50));
        assert_eq!(logo.fitted((1_000, 50)), (200, 50));
        assert_eq!(logo.fitted((1_000, 1_000)), (400, 100), "never larger than it is");
        assert_eq!(logo.dark((200, 50)).len(), 50, "a run to a row");
    }
}
