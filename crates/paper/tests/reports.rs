//! The report of a shift on every paper: nothing overlaps, nothing is cut, and every amount is whole.

mod marks;
mod shifts;

use domain::money::Paise;
use domain::name::{Language, Name};
use domain::shift::Movement;
use marks::collisions;
use paper::page::{Page, Paper};
use paper::receipt::Languages;
use paper::report::{Moved, ShiftReport};
use proptest::prelude::*;
use std::fs;
use std::path::PathBuf;

const PAPERS: [(Paper, &str); 4] = [(Paper::Mm80, "80"), (Paper::Mm58, "58"), (Paper::A5, "a5"), (Paper::A4, "a4")];

fn text(report: &ShiftReport, paper: Paper) -> String {
    let pages = report.pages(paper).expect("pages");
    for page in &pages {
        assert_eq!(collisions(page), [""; 0], "{paper:?}");
    }
    pages.iter().map(Page::text).collect::<Vec<_>>().join("\n\n")
}

/// As they were when somebody last looked at them: see `examples/receipt.rs`.
#[test]
fn reports_are_as_they_were_when_last_looked_at() {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots"));
    for (name, report) in [("z", shifts::fullest()), ("x", shifts::emptiest())] {
        for (paper, format) in PAPERS {
            let file = folder.join(format!("{name}-{format}.txt"));
            let kept = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            assert_eq!(text(&report, paper), kept.trim_end(), "{name} on {paper:?}");
        }
    }
}

#[test]
fn either_language_can_stand_alone() {
    let mut report = shifts::fullest();
    report.movements.clear();
    report.languages = Languages::Only(Language::En);
    let english = text(&report, Paper::Mm80);
    assert_eq!(english.chars().find(|one| ('\u{900}'..='\u{97f}').contains(one)), None, "{english}");
    report.languages = Languages::Only(Language::Hi);
    let hindi = text(&report, Paper::A4);
    assert!(hindi.contains("सुनीता यादव") && !hindi.contains("Sunita") && !hindi.contains("Sales"), "{hindi}");
}

#[test]
fn what_is_counted_is_grouped_and_what_is_numbered_is_not() {
    let mut report = shifts::fullest();
    (report.number, report.reprints, report.sales.0) = (12_345, 99_999, 123_456);
    report.pieces = vec![("2,000".into(), false, 100_000, Paise(20_000_000_000))];
    let told = text(&report, Paper::Mm80);
    for said in ["Z report 12345", "99,999", "1,23,456 sales", "1,23,456 बिक्रियाँ", "2,000 रुपये का नोट × 1,00,000"]
    {
        assert!(told.contains(said), "{said}: {told}");
    }
}

#[test]
fn a_long_day_goes_on_over_sheets_and_each_says_whose_it_is() {
    let mut report = shifts::fullest();
    let moved = report.movements[0].clone();
    report.movements = (0..90).map(|place| Moved { amount: Paise(10_000 + place), ..moved.clone() }).collect();
    for paper in [Paper::A5, Paper::A4] {
        let pages = report.pages(paper).expect("pages");
        assert!(pages.len() > 1, "{paper:?}");
        for (place, page) in pages.iter().enumerate() {
            assert_eq!(collisions(page), [""; 0], "{paper:?}");
            let text = page.text();
            assert!(text.contains(&format!("Page {} of {}", place + 1, pages.len())), "{text}");
            assert!(text.contains("23-11-2026") && text.contains("ओडीओपी मार्ट"), "{text}");
        }
    }
    assert_eq!(report.pages(Paper::Mm80).expect("a page").len(), 1, "a roll is not parted");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn no_amount_is_lost_whatever_the_day_was(
        words in prop::collection::vec(prop::sample::select(&["राष्ट्रीयकृतप्रतिष्ठाननिर्मित", "चाय", "Pneumonoultramicroscopic", "12,345"][..]), 1..8),
        amounts in prop::collection::vec(-10_000_000_000_000i64..10_000_000_000_000, 1..12),
        copy in prop::option::of(1u32..100),
    ) {
        let told = words.join(" ");
        let mut report = ShiftReport { copy, ..shifts::fullest() };
        (report.operator, report.mart) = (Name::new(&*told, &*told), Name::new(&*told, "x"));
        report.movements = amounts
            .iter()
            .map(|paise| Moved {
                movement: Movement::Drop,
                at: "10:00".into(),
                amount: Paise(*paise),
                reason: told.clone(),
                approved_by: Some(Name::new(&*told, &*told)),
            })
            .collect();
        report.net = Paise(amounts[0]);
        for (paper, _) in PAPERS {
            let text = text(&report, paper);
            for amount in &amounts {
                let amount = Paise(*amount).to_text();
                prop_assert!(text.split_whitespace().any(|word| word == amount), "{} in\n{}", amount, text);
            }
        }
    }
}
