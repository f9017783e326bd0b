//! THE DOCUMENTS. A view of facts becomes blocks, then one laid-out [`page::Page`] of placed words, bars
//! and codes; the page becomes a thermal raster, a screen picture, a PDF.
//!
//! ```text
//! Receipt -receipt::Receipt::pages--> Page --raster::Bitmap::of--> Bitmap --escpos::job--> printer bytes
//!                                      |                             '------to_png-------> screen picture
//!                                      '--pdf::bytes--> PDF
//! ```
//!
//! Nothing here computes money: every amount on paper was computed once, by `domain`, and is only written
//! out. Not here either: printers and their queues (`till`), and what a screen looks like (`ui`).

pub mod account;
mod codes;
pub mod escpos;
mod font;
pub mod gift;
mod ink;
pub mod label;
pub mod logo;
pub mod page;
pub mod pdf;
pub mod qr;
pub mod raster;
pub mod receipt;
pub mod recovery;
pub mod report;
mod sheet;
pub mod slip;
pub mod table;
mod text;
pub mod trial;
pub mod words;

pub use font::{Face, Glyph, Word, printable, shape};

/// Why a document cannot be put on paper. Nothing was printed: half a bill is worse than none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unprintable {
    /// The fonts have no glyph for it; a box on a bill would be a lie.
    #[error("no glyph for {character:?} (U+{:04X}) in {text:?}", u32::from(*.character))]
    Glyph {
        /// The character.
        character: char,
        /// The word it stands in.
        text: String,
    },
    /// It may not wrap (an amount, a code) and is wider than its place.
    #[error("{text:?} is wider than its place on the paper")]
    Width {
        /// What does not fit.
        text: String,
    },
    /// It may not be parted and is longer than a sheet.
    #[error("{text:?} is longer than a sheet")]
    Height {
        /// What it is.
        text: String,
    },
    /// It cannot be written as a QR or bar code.
    #[error("{text:?} cannot be written as a code: {reason}")]
    Code {
        /// What was to be encoded.
        text: String,
        /// Why not.
        reason: String,
    },
    /// The picture or PDF could not be written.
    #[error("the document could not be written: {0}")]
    Encoding(String),
}
