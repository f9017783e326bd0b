//! The one place with floats, because tiny-skia and printpdf speak nothing else: glyph outlines become
//! coverage, and lengths become points. Money never comes here; what goes in and comes out is whole dots,
//! 64ths of them, and coverage in bytes.
#![expect(clippy::float_arithmetic, reason = "the interfaces of tiny-skia and printpdf are made of floats")]

use crate::font::{Face, UNITS_PER_EM};
use crate::page::SUB;
use printpdf::{Op, Pt};
use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};
use tiny_skia::{FillRule, Mask, PathBuilder, Transform};

/// A glyph may start at any of this many places within a dot.
pub(crate) const PLACES: i32 = 4;

/// How much of each dot a glyph covers, 255 being all of it.
#[derive(Debug, Default)]
pub(crate) struct Coverage {
    /// From the glyph's origin to the left column.
    pub left: i32,
    /// From the baseline down to the top row (negative above it).
    pub top: i32,
    pub width: usize,
    pub rows: Vec<u8>,
}

/// Draws glyph `id` of `face` at `px` dots to the em, its origin `place` quarters into a dot.
pub(crate) fn coverage(face: Face, id: u16, px: i32, place: i32) -> Coverage {
    let tables = face.tables();
    let mut outline = Outline(PathBuilder::new());
    let Some(bounds) = tables.outline_glyph(GlyphId(id), &mut outline) else { return Coverage::default() };
    let Some(path) = outline.0.finish() else { return Coverage::default() };
    let down = |units: i16| (i32::from(units) * px).div_euclid(UNITS_PER_EM);
    // A dot more on either side holds the part of a dot by which the origin is moved.
    let (left, right) = (down(bounds.x_min) - 1, down(bounds.x_max) + 3);
    let (top, bottom) = (-down(bounds.y_max) - 2, -down(bounds.y_min) + 2);
    let (width, height) = ((right - left).unsigned_abs(), (bottom - top).unsigned_abs());
    let Some(mut mask) = Mask::new(width, height) else { return Coverage::default() };
    let scale = number(px) / number(UNITS_PER_EM);
    let x = number(place) / number(PLACES) - number(left);
    let onto_mask = Transform::from_row(scale, 0.0, 0.0, -scale, x, -number(top));
    mask.fill_path(&path, FillRule::Winding, true, onto_mask);
    Coverage { left, top, width: width as usize, rows: mask.data().to_vec() }
}

struct Outline(PathBuilder);

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.0.quad_to(x1, y1, x, y);
    }
    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.0.cubic_to(x1, y1, x2, y2, x, y);
    }
    fn close(&mut self) {
        self.0.close();
    }
}

/// 64ths of a dot in PDF points: 8 dots to the millimetre, 72 points to 25.4 of those.
pub(crate) fn points(sub: i32) -> Pt {
    Pt(number(sub) * 72.0 / (25.4 * 8.0 * number(SUB)))
}

/// A text operator's adjustment: thousandths of an em, positive to the left.
pub(crate) fn thousandths_left(font_units: i32) -> f32 {
    number(font_units) * 1000.0 / number(UNITS_PER_EM)
}

/// Raises what follows above the baseline.
pub(crate) fn raise(sub: i32) -> Op {
    Op::SetLineOffset { multiplier: points(sub).0 }
}

/// A grey from black (0) to white (100 of a hundred).
pub(crate) fn grey(percent: i32) -> printpdf::Color {
    printpdf::Color::Greyscale(printpdf::Greyscale { percent: number(percent) / 100.0, icc_profile: None })
}

#[expect(clippy::cast_precision_loss, reason = "lengths on paper are far below 2^24")]
fn number(whole: i32) -> f32 {
    whole as f32
}
