//! Shaping against HarfBuzz itself: the ids and places of glyphs, which text extraction cannot show to be
//! wrong. Needs the program `hb-shape`, which `cargo xtask test` installs; without it this fails.

use paper::page::{Ink, Mark, Page, Paper, Style};
use paper::raster::Bitmap;
use paper::{Face, shape};
use std::process::Command;

/// Conjuncts, rephs, split vowels, nuktas, stacked marks: what goes wrong first.
const DEVANAGARI: [&str; 64] = [
    "श्री",
    "शि",
    "र्ता",
    "क्ष",
    "क्षि",
    "क्षेत्रीय",
    "त्र",
    "त्रि",
    "ज्ञ",
    "ज्ञान",
    "द्ध",
    "द्धि",
    "द्व",
    "द्य",
    "द्म",
    "ट्र",
    "ट्रक",
    "ड्र",
    "प्रिंट",
    "प्रिंटर",
    "र्कि",
    "र्की",
    "र्कों",
    "ऱ्य",
    "ऱ्ह",
    "डॉ",
    "डॉक्टर",
    "ऑर्डर",
    "कृष्णा",
    "हृदय",
    "रुपये",
    "रूप",
    "कार्ड",
    "खर्च",
    "वर्ष",
    "दर्ज़ी",
    "ज़री",
    "फ़ॉर्मल",
    "साड़ी",
    "आज़मगढ़",
    "हस्तनिर्मित",
    "चिकनकारी",
    "सिद्धार्थ",
    "मुरादाबाद",
    "विश्वकर्मा",
    "लक्ष्मी",
    "उन्हें",
    "राष्ट्रीय",
    "स्त्री",
    "शृंगार",
    "श्रृंगार",
    "ब्रह्म",
    "चिह्न",
    "प्रह्लाद",
    "गड्ढा",
    "मिट्टी",
    "छुट्टी",
    "विट्ठल",
    "कुंआँ",
    "गाँव",
    "हूँ",
    "क्‍ष",
    "क्‌ष",
    "१२३४",
];
/// Latin, with what a bill mixes into it.
const LATIN: [&str; 8] = ["₹5,169", "₹1,23,456.00", "−150.00", "LKO1A/26/T000123", "Chikankari", "(5", "AVATAR", "@"];

/// `(id, advance, x, y)` of every glyph and the byte its cluster begins at.
type Placed = (u64, i64, i64, i64, u64);

fn harfbuzz(face: Face, script: &str, language: &str, text: &str) -> Vec<Placed> {
    let file = match face {
        Face::Regular => concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/fonts/Mukta-Regular.ttf"),
        Face::Bold => concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/fonts/Mukta-Bold.ttf"),
    };
    let ran = Command::new("hb-shape")
        .args(["--features=tnum", "--direction=ltr", "--utf8-clusters", "--no-glyph-names", "--output-format=json"])
        .args([format!("--script={script}"), format!("--language={language}")])
        .args(["--font-file", file, "--text", text])
        .output()
        .expect("hb-shape is installed (package libharfbuzz-bin)");
    assert!(ran.status.success(), "hb-shape: {}", String::from_utf8_lossy(&ran.stderr));
    let glyphs: Vec<serde_json::Value> = serde_json::from_slice(&ran.stdout).expect("JSON");
    let number = |glyph: &serde_json::Value, key: &str| glyph[key].as_i64().expect("a number");
    let placed = |glyph: &serde_json::Value| {
        let id = glyph["g"].as_u64().expect("an id");
        let cluster = glyph["cl"].as_u64().expect("a cluster");
        (id, number(glyph, "ax"), number(glyph, "dx"), number(glyph, "dy"), cluster)
    };
    glyphs.iter().map(placed).collect()
}

fn ours(face: Face, text: &str) -> Vec<Placed> {
    let word = shape(face, text).expect("Mukta has every glyph");
    let mut pen = 0;
    let placed = word.glyphs.iter().map(|glyph| {
        let offset = glyph.x - pen;
        pen += glyph.advance;
        (u64::from(glyph.id), glyph.advance.into(), offset.into(), glyph.y.into(), glyph.cluster as u64)
    });
    let placed = placed.collect();
    assert_eq!(pen, word.advance, "the word is as wide as its glyphs");
    placed
}

#[test]
fn glyphs_and_advances_are_harfbuzzs() {
    for face in Face::ALL {
        for (words, script, language) in [(&DEVANAGARI[..], "Deva", "hi"), (&LATIN[..], "Latn", "en")] {
            for text in words {
                assert_eq!(ours(face, text), harfbuzz(face, script, language, text), "{text} in {face:?}");
            }
        }
    }
}

/// The line is lower than Mukta's own; no mark of the corpus may reach out of it, or rows would touch.
#[test]
fn every_mark_stays_within_its_line() {
    for px in [18, 20, 21, 24, 40] {
        for face in Face::ALL {
            for text in DEVANAGARI.iter().chain(&LATIN) {
                let style = Style { face, px };
                let word = shape(face, text).expect("Mukta has every glyph");
                let mark = Mark::Word { x_sub: 64 * 64, baseline: 100, style, ink: Ink::Black, spaced: false, word };
                let frame = mark.frame();
                let picture = Bitmap::of(&Page { paper: Paper::Mm80, height: 200, marks: vec![mark] });
                let line = usize::try_from(frame.y).unwrap()..usize::try_from(frame.y + frame.height).unwrap();
                let inked = |y: &usize| (0..picture.width()).any(|x| picture.is_black(x, *y));
                assert!((0..200).any(|y| inked(&y)), "{text} is drawn");
                let outside: Vec<usize> = (0..200).filter(|y| !line.contains(y)).filter(inked).collect();
                assert_eq!(outside, [0; 0], "{text} at {px} reaches out of {line:?}");
            }
        }
    }
}
