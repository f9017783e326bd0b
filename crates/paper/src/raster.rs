//! The page as black and white dots: what a thermal printer burns, and the very same picture for the screen.
//! Not here: printer commands (`escpos`).

use crate::Unprintable;
use crate::font::Face;
use crate::ink::{Coverage, PLACES, coverage};
use crate::page::{Frame, Ink, Mark, Page, SUB};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// A dot is burnt from this coverage on. A little under one half keeps thin strokes whole without filling small
/// counters; at 104 the headline of running Devanagari (24 dots) is two dots thick, at 110 it would be one.
pub const THRESHOLD: u8 = 104;

/// Beyond this the cache of drawn glyphs starts afresh (a receipt in both widths needs about 900).
const GLYPHS_KEPT: usize = 20_000;

/// A picture of one bit per dot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bitmap {
    width: usize,
    height: usize,
    bits: Vec<u8>,
}

type Key = (Face, u16, i32, i32);
static GLYPHS: Mutex<Option<HashMap<Key, Arc<Coverage>>>> = Mutex::new(None);

impl Bitmap {
    /// Draws a page.
    pub fn of(page: &Page) -> Self {
        let mut canvas = Canvas::new(page.paper.dots(), page.height);
        let mut glyphs = GLYPHS.lock().unwrap_or_else(PoisonError::into_inner);
        let glyphs = glyphs.get_or_insert_with(HashMap::new);
        if glyphs.len() > GLYPHS_KEPT {
            glyphs.clear();
        }
        for mark in &page.marks {
            match mark {
                Mark::Bar(frame) => canvas.fill(*frame),
                Mark::Code { dark, .. } => dark.iter().for_each(|frame| canvas.fill(*frame)),
                Mark::Word { x_sub, baseline, style, ink, word, .. } => {
                    for glyph in &word.glyphs {
                        let x = x_sub + style.sub(glyph.x);
                        let place = x.rem_euclid(SUB) * PLACES / SUB;
                        let key = (style.face, glyph.id, style.px, place);
                        let drawn = glyphs
                            .entry(key)
                            .or_insert_with(|| Arc::new(coverage(style.face, glyph.id, style.px, place)));
                        let raised = (style.sub(glyph.y) + SUB / 2).div_euclid(SUB);
                        canvas.lay(drawn, x.div_euclid(SUB), baseline - raised, *ink);
                    }
                }
            }
        }
        canvas.threshold()
    }

    /// Dots across.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Dots down.
    pub fn height(&self) -> usize {
        self.height
    }

    /// Bytes to a row.
    pub fn stride(&self) -> usize {
        self.width.div_ceil(8)
    }

    /// Rows from the top; within a byte the leftmost dot is the highest bit, and 1 is black.
    pub fn rows(&self) -> impl Iterator<Item = &[u8]> {
        self.bits.chunks_exact(self.stride())
    }

    /// Whether a dot is black; outside the picture none is.
    pub fn is_black(&self, x: usize, y: usize) -> bool {
        x < self.width && y < self.height && self.bits[y * self.stride() + x / 8] & (0x80 >> (x % 8)) != 0
    }

    /// The same picture as a PNG of one bit per dot, 203 dots to the inch.
    pub fn to_png(&self) -> Result<Vec<u8>, Unprintable> {
        let failed = |error: png::EncodingError| Unprintable::Encoding(error.to_string());
        let side = |dots: usize| u32::try_from(dots).map_err(|error| Unprintable::Encoding(error.to_string()));
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, side(self.width)?, side(self.height)?);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::One);
        encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: 8000, yppu: 8000, unit: png::Unit::Meter }));
        // In PNG a 1 is white.
        let white: Vec<u8> = self.bits.iter().map(|byte| !byte).collect();
        let mut writer = encoder.write_header().map_err(failed)?;
        writer.write_image_data(&white).map_err(failed)?;
        writer.finish().map_err(failed)?;
        Ok(file)
    }
}

/// Coverage of every dot of the page.
struct Canvas {
    width: usize,
    height: usize,
    cover: Vec<u8>,
}

impl Canvas {
    fn new(width: i32, height: i32) -> Self {
        let (width, height) = (width.unsigned_abs() as usize, height.unsigned_abs() as usize);
        Self { width, height, cover: vec![0; width * height] }
    }

    fn row(&mut self, y: i32, from: i32, to: i32) -> &mut [u8] {
        let inside = |at: i32, end: usize| usize::try_from(at).unwrap_or(0).min(end);
        let (from, to) = (inside(from, self.width), inside(to, self.width));
        match usize::try_from(y) {
            Ok(y) if y < self.height && from < to => &mut self.cover[y * self.width + from..y * self.width + to],
            _ => &mut [],
        }
    }

    fn fill(&mut self, frame: Frame) {
        for y in frame.y..frame.y + frame.height {
            self.row(y, frame.x, frame.x + frame.width).fill(255);
        }
    }

    /// Where glyphs meet their coverage adds up, so that the headline of a word has no gaps.
    fn lay(&mut self, glyph: &Coverage, x: i32, baseline: i32, ink: Ink) {
        if glyph.width == 0 {
            return;
        }
        let left = x + glyph.left;
        let hidden = usize::try_from(-left).unwrap_or(0);
        for (y, cover) in (baseline + glyph.top..).zip(glyph.rows.chunks_exact(glyph.width)) {
            let row = self.row(y, left, left + glyph.width as i32);
            for (dot, cover) in row.iter_mut().zip(cover.iter().skip(hidden)) {
                *dot = match ink {
                    Ink::Black => dot.saturating_add(*cover),
                    Ink::Paper => dot.saturating_sub(*cover),
                };
            }
        }
    }

    fn threshold(self) -> Bitmap {
        let burnt = |dots: &[u8]| {
            dots.iter().enumerate().fold(0u8, |byte, (bit, dot)| byte | (u8::from(*dot >= THRESHOLD) << (7 - bit)))
        };
        let bits = self.cover.chunks_exact(self.width).flat_map(|row| row.chunks(8)).map(burnt).collect();
        Bitmap { width: self.width, height: self.height, bits }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dot_is_burnt_from_the_threshold_on() {
        let mut canvas = Canvas::new(10, 1);
        canvas.cover.copy_from_slice(&[0, THRESHOLD - 1, THRESHOLD, 255, 0, 0, 0, 0, 255, 0]);
        let picture = canvas.threshold();
        assert_eq!(picture.rows().collect::<Vec<_>>(), [[0b0011_0000, 0b1000_0000]]);
        assert!(picture.is_black(8, 0) && !picture.is_black(9, 0) && !picture.is_black(10, 0));
    }

    #[test]
    fn what_hangs_over_an_edge_is_clipped() {
        let glyph = Coverage { left: -1, top: -2, width: 3, rows: vec![255; 9] };
        let mut canvas = Canvas::new(8, 2);
        canvas.lay(&glyph, 0, 1, Ink::Black);
        canvas.lay(&glyph, 7, 3, Ink::Black);
        assert_eq!(canvas.threshold().rows().collect::<Vec<_>>(), [[0b1100_0000], [0b1100_0011]]);
    }
}
