//! QR and bar codes as dark rectangles. Not here: what they say (`receipt`) and where they stand (`sheet`).

use crate::Unprintable;
use crate::page::Frame;
use barcoders::sym::code128::Code128;
use fast_qr::{ECL, QRBuilder};

/// Modules of white that a reader wants around a QR code.
pub(crate) const QUIET: i32 = 4;

/// Characters from which on a code is made for the least damage.
const LONG: usize = 1_000;

/// A code in modules.
pub(crate) struct Code {
    pub across: i32,
    pub down: i32,
    /// Its dark runs.
    pub dark: Vec<Frame>,
}

/// A QR code with its quiet zone.
pub(crate) fn qr(text: &str) -> Result<Code, Unprintable> {
    // What says much is printed large and never folded into a corner: less of it need be mended.
    let ecl = if text.len() > LONG { ECL::L } else { ECL::M };
    let code = QRBuilder::new(text)
        .ecl(ecl)
        .build()
        .map_err(|error| Unprintable::Code { text: text.to_owned(), reason: error.to_string() })?;
    let rows = (0..code.size).map(|row| {
        let dark: Vec<bool> = code[row][..code.size].iter().map(|module| module.value()).collect();
        runs(&dark, QUIET + row as i32, QUIET)
    });
    let side = code.size as i32 + 2 * QUIET;
    Ok(Code { across: side, down: side, dark: rows.flatten().collect() })
}

/// A Code 128, one module high, without quiet zones.
pub(crate) fn code128(text: &str) -> Result<Code, Unprintable> {
    let refused = |reason: String| Unprintable::Code { text: text.to_owned(), reason };
    // Set B says every character; the serial's digits go two by two in set C, which keeps a bill number
    // within the 384 dots of 58 mm paper.
    let digits = text.len() - text.trim_end_matches(|character: char| character.is_ascii_digit()).len();
    let (head, tail) = text.split_at(text.len() - digits / 2 * 2);
    let (set_b, set_c) = ("\u{181}", if tail.len() < 4 { "" } else { "\u{106}" });
    let code = Code128::new(format!("{set_b}{head}{set_c}{tail}")).map_err(|error| refused(error.to_string()))?;
    let dark: Vec<bool> = code.encode().into_iter().map(|module| module == 1).collect();
    Ok(Code { across: dark.len() as i32, down: 1, dark: runs(&dark, 0, 0) })
}

/// Neighbouring dark modules of a row as one rectangle each.
pub(crate) fn runs(dark: &[bool], y: i32, left: i32) -> Vec<Frame> {
    let mut found: Vec<Frame> = Vec::new();
    for (x, _) in dark.iter().enumerate().filter(|(_, dark)| **dark) {
        let x = left + x as i32;
        match found.last_mut() {
            Some(run) if run.x + run.width == x => run.width += 1,
            _ => found.push(Frame { x, y, width: 1, height: 1 }),
        }
    }
    found
}
