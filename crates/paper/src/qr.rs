//! A QR code for the screen. On paper it is part of the page (`receipt`).

use crate::Unprintable;
use crate::codes;
use std::fmt::Write;

/// The code as the path of an SVG whose view box is `0 0 size size`: one unit to a module, the quiet zone of
/// four modules included. Fill it black on white.
pub fn svg_path(text: &str) -> Result<(usize, String), Unprintable> {
    let code = codes::qr(text)?;
    let mut path = String::new();
    for run in code.dark {
        let (x, y, width) = (run.x, run.y, run.width);
        write!(path, "M{x} {y}h{width}v1h-{width}z").expect("a string takes all");
    }
    Ok((code.across.unsigned_abs() as usize, path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_stays_within_its_box_and_begins_with_the_finder() {
        let (size, path) = svg_path("upi://pay?pa=mart@bank&am=5169.00&cu=INR").expect("it is short");
        assert!(path.starts_with("M4 4h7v1h-7z"), "{path}");
        assert_eq!((size - 8 - 17) % 4, 0, "a QR is 17 + 4n modules wide");
    }

    #[test]
    fn what_is_too_long_is_refused() {
        assert!(matches!(svg_path(&"x".repeat(3000)), Err(Unprintable::Code { .. })));
    }
}
