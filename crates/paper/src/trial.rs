//! The test print of a printer: both scripts, small and large, a code, and a rule across the whole paper. Not here:
//! sending it (`till`).

use crate::Unprintable;
use crate::codes;
use crate::page::{Page, Paper, Style};
use crate::receipt::both;
use crate::sheet::{Align, Sheet};
use crate::text::Span;
use domain::name::Name;

/// The test print of `mart`, made at `at`, to the printer at `place`.
pub fn page(mart: &Name, place: &str, at: &str, roll: Paper) -> Result<Page, Unprintable> {
    let mut sheet = Sheet::new(roll, 4);
    let (large, body) = (Style::bold(32), Style::regular(22));
    let (title, whole) = (both("paper-trial", &[]), both("paper-trial-whole", &[]));
    sheet.band(&[Span::new(large, title.hi), Span::new(large, title.en)])?;
    sheet.gap(8);
    for (style, text) in [(large, &mart.hi), (body, &mart.en)] {
        sheet.phrase(vec![Span::new(style, text)], Align::Centre)?;
    }
    let width = match roll {
        Paper::Mm80 => "80 mm",
        Paper::Mm58 => "58 mm",
        Paper::A5 => "A5",
        Paper::A4 => "A4",
    };
    sheet.listed(&[place, at, width].map(|text| Span::new(body, text)), sheet.across(), Align::Centre)?;
    sheet.phrase(vec![Span::new(large, "क्षत्रिय श्री र्ता ₹1,23,456.78")], Align::Centre)?;
    sheet.gap(8);
    sheet.column = (0, roll.dots());
    sheet.rule(4);
    sheet.gap(4);
    for text in [whole.hi, whole.en] {
        sheet.phrase(vec![Span::new(body, text)], Align::Centre)?;
    }
    let code = codes::qr("ODOP Mart POS")?;
    let side = code.across * 5;
    sheet.code(&code, (roll.dots() - side) / 2, (5, 5));
    sheet.gap(side);
    Ok(sheet.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_print_says_what_it_is_on_any_roll() {
        for roll in [Paper::Mm80, Paper::Mm58] {
            let mart = Name::new("ओडीओपी मार्ट लखनऊ", "ODOP Mart Lucknow");
            let page = page(&mart, "192.168.1.50:9100", "23-11-2026 10:42", roll).expect("a page");
            let text = page.text();
            for said in ["छपाई की जाँच", "TEST PRINT", "192.168.1.50:9100"] {
                assert!(text.contains(said), "{said} in {text}");
            }
        }
    }
}
