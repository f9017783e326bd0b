//! A laid-out document: words, bars and codes, each with its place. Everything an output needs and nothing
//! it has to decide. Lengths are dots of a 203 dpi printer (8 to the millimetre), y downward; words stand on
//! whole-dot baselines and at 64ths of a dot across. Not here: how places are chosen (`sheet`, `receipt`).

use crate::font::{Face, UNITS_PER_EM, Word};
use std::sync::Arc;

/// 64ths of a dot.
pub(crate) const SUB: i32 = 64;

/// What a document is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Paper {
    /// A roll of 80 mm, of which 72 mm are printed.
    Mm80,
    /// A roll of 58 mm, of which 48 mm are printed.
    Mm58,
    /// A sheet of 148 by 210 mm.
    A5,
    /// A sheet of 210 by 297 mm.
    A4,
}

impl Paper {
    /// Printed width in dots. The margins of a sheet are the layout's.
    pub const fn dots(self) -> i32 {
        match self {
            Self::Mm80 => 576,
            Self::Mm58 => 384,
            Self::A5 => 1_184,
            Self::A4 => 1_680,
        }
    }

    /// Width of the paper itself, in dots.
    pub const fn paper_dots(self) -> i32 {
        match self {
            Self::Mm80 => 640,
            Self::Mm58 => 464,
            Self::A5 | Self::A4 => self.dots(),
        }
    }

    /// Height of a sheet in dots; a roll is as long as what is on it.
    pub const fn sheet_dots(self) -> Option<i32> {
        match self {
            Self::Mm80 | Self::Mm58 => None,
            Self::A5 => Some(1_680),
            Self::A4 => Some(2_376),
        }
    }
}

/// A face at a size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Style {
    /// Which face.
    pub face: Face,
    /// Dots to the em.
    pub px: i32,
}

impl Style {
    /// Running text of `px` dots.
    pub const fn regular(px: i32) -> Self {
        Self { face: Face::Regular, px }
    }

    /// Bold text of `px` dots.
    pub const fn bold(px: i32) -> Self {
        Self { face: Face::Bold, px }
    }

    /// From the baseline up to the top of the line. Mukta's own line (1.66 em) spends paper; this one still
    /// holds every mark of the scripts, which a test measures.
    pub const fn ascent(self) -> i32 {
        self.px * 98 / 100
    }

    /// From the baseline down to the bottom of the line.
    pub const fn descent(self) -> i32 {
        (self.px * 40 + 99) / 100
    }

    /// Font units as 64ths of a dot, to the nearest.
    pub(crate) const fn sub(self, font_units: i32) -> i32 {
        (font_units * self.px * SUB + UNITS_PER_EM / 2).div_euclid(UNITS_PER_EM)
    }
}

/// What a mark is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ink {
    /// Printed dots.
    Black,
    /// Left out of a black bar.
    Paper,
}

/// A rectangle in dots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Frame {
    /// Left edge.
    pub x: i32,
    /// Top edge.
    pub y: i32,
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
}

impl Frame {
    /// Whether the two share a dot.
    pub const fn meets(self, other: Self) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }
}

/// One thing on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// A shaped word.
    Word {
        /// Its start, in 64ths of a dot.
        x_sub: i32,
        /// Its baseline, in dots.
        baseline: i32,
        /// Face and size.
        style: Style,
        /// Black, or left out of a bar.
        ink: Ink,
        /// Whether it stands apart from the word before it on its line.
        spaced: bool,
        /// Its glyphs.
        word: Arc<Word>,
    },
    /// A filled rectangle: a rule, the side of a box, a band.
    Bar(Frame),
    /// Many filled rectangles that are one picture: a QR code, a bar code, an ornament.
    Code {
        /// The place it takes, quiet zone included.
        place: Frame,
        /// Its black parts.
        dark: Vec<Frame>,
    },
}

impl Mark {
    /// The place it takes; of a word, its whole line height.
    pub fn frame(&self) -> Frame {
        match self {
            Self::Word { x_sub, baseline, style, word, .. } => {
                let x = x_sub.div_euclid(SUB);
                let right = (x_sub + style.sub(word.advance)).div_euclid(SUB);
                let height = style.ascent() + style.descent();
                Frame { x, y: baseline - style.ascent(), width: right - x, height }
            }
            Self::Bar(frame) => *frame,
            Self::Code { place, .. } => *place,
        }
    }
}

/// A document on a roll, or one sheet of it, with every mark in its place, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// What it is for.
    pub paper: Paper,
    /// Its length in dots.
    pub height: i32,
    /// What is on it.
    pub marks: Vec<Mark>,
}

impl Page {
    /// Its words in reading order, one line of text per baseline.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut line = None;
        for mark in &self.marks {
            let Mark::Word { baseline, word, spaced, .. } = mark else { continue };
            match line {
                Some(last) if last != *baseline => text.push('\n'),
                Some(_) if *spaced => text.push(' '),
                None | Some(_) => {}
            }
            line = Some(*baseline);
            text.push_str(&word.text);
        }
        text
    }
}
