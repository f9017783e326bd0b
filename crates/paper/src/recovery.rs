//! The recovery code on a slip, to be kept in a safe place. Not here: sending it, and that nothing else keeps it (`till`).

use crate::Unprintable;
use crate::page::{Page, Paper, Style};
use crate::receipt::both;
use crate::sheet::{Align, Sheet};
use crate::text::Span;
use domain::name::Name;

/// The slip of `code` for `till` of `mart`, made on `date`.
pub fn page(mart: &Name, till: &str, code: &str, date: &str, roll: Paper) -> Result<Page, Unprintable> {
    let mut sheet = Sheet::new(roll, 8);
    let (large, body) = (Style::bold(28), Style::regular(22));
    let (figures, across) = if roll == Paper::Mm58 { (Style::bold(30), 2) } else { (Style::bold(34), 3) };
    let title = both("paper-recovery", &[]);
    sheet.band(&[Span::new(large, title.hi), Span::new(large, title.en)])?;
    sheet.gap(8);
    for (style, text) in [(large, &mart.hi), (body, &mart.en)] {
        sheet.phrase(vec![Span::new(style, text)], Align::Centre)?;
    }
    sheet.listed(&[till, date].map(|text| Span::new(body, text)), sheet.across(), Align::Centre)?;
    sheet.gap(16);
    let groups: Vec<&str> = code.split('-').collect();
    sheet.boxed(|sheet, x, width| {
        for row in groups.chunks(across) {
            let span = Span::new(figures, row.join("-"));
            sheet.listed(&[span], (x, width), Align::Centre)?;
        }
        Ok(())
    })?;
    sheet.gap(16);
    let what = both("paper-recovery-what", &[]);
    for (style, text) in [(body, what.hi), (Style::regular(20), what.en)] {
        sheet.phrase(vec![Span::new(style, text)], Align::Left)?;
    }
    sheet.gap(8);
    Ok(sheet.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_stands_whole_on_any_roll() {
        for roll in [Paper::Mm80, Paper::Mm58] {
            let mart = Name::new("ओडीओपी मार्ट लखनऊ", "ODOP Mart Lucknow");
            let code = "WMMW8-QWWM3-8MWQ7-00HGM-MMMMM-WWWWW";
            let text = page(&mart, "LKO1A", code, "23-11-2026", roll).expect("a page").text();
            let rows = if roll == Paper::Mm80 {
                "WMMW8-QWWM3-8MWQ7\n00HGM-MMMMM-WWWWW"
            } else {
                "WMMW8-QWWM3\n8MWQ7-00HGM\nMMMMM-WWWWW"
            };
            assert!(text.contains(rows), "{text}");
            assert!(text.contains("RECOVERY CODE") && text.contains("LKO1A · 23-11-2026"), "{text}");
        }
    }
}
