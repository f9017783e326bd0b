//! The two faces and shaping: a word of text becomes glyph ids with places, exactly as HarfBuzz would.
//! Not here: lines (`text`), outlines (`ink`).

use crate::Unprintable;
use rustybuzz::{Direction, Feature, Language, ShapePlan, UnicodeBuffer, script};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use unicode_script::{Script, UnicodeScript};

/// A face of Mukta: Latin, Devanagari and ₹ in one family. SIL Open Font License, `assets/fonts/OFL.txt`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Face {
    /// Running text.
    Regular,
    /// What is looked for first.
    Bold,
}

/// Font units to the em, of both faces (asserted when they are parsed).
pub(crate) const UNITS_PER_EM: i32 = 1000;
/// The features on for every word: amounts stand in columns.
const FEATURES: &str = "tnum";
/// A shop has a few thousand words; beyond this something is wrong and the cache starts afresh.
const WORDS_KEPT: usize = 20_000;

/// One placed glyph; distances in font units from the word's start on the baseline, y upward.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph {
    /// Its index in the face.
    pub id: u16,
    /// Where its origin is.
    pub x: i32,
    /// How far it is raised.
    pub y: i32,
    /// How far it moves the pen.
    pub advance: i32,
    /// Byte of the word's text at which its cluster begins.
    pub cluster: usize,
}

/// A shaped word.
#[derive(Debug, PartialEq, Eq)]
pub struct Word {
    /// The Unicode that was shaped.
    pub text: Box<str>,
    /// In the order they are drawn.
    pub glyphs: Vec<Glyph>,
    /// Width of the whole, in font units.
    pub advance: i32,
}

impl Face {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Regular, Self::Bold];

    /// The TrueType file.
    pub const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../../assets/fonts/Mukta-Regular.ttf"),
            Self::Bold => include_bytes!("../../../assets/fonts/Mukta-Bold.ttf"),
        }
    }

    fn loaded(self) -> &'static Loaded {
        static LOADED: [OnceLock<Loaded>; 2] = [const { OnceLock::new() }; 2];
        LOADED[self as usize].get_or_init(|| Loaded::of(self))
    }

    /// The parsed tables.
    pub(crate) fn tables(self) -> &'static rustybuzz::Face<'static> {
        &self.loaded().tables
    }

    /// Advance of the space between words, in font units.
    pub(crate) fn space(self) -> i32 {
        self.loaded().space
    }
}

/// A parsed face with what is dear to make: a shape plan per script, and every word shaped so far.
struct Loaded {
    tables: rustybuzz::Face<'static>,
    latin: ShapePlan,
    devanagari: ShapePlan,
    space: i32,
    words: Mutex<HashMap<Box<str>, Arc<Word>>>,
}

/// How a run of letters is shaped. A script the fonts do not have goes the Latin way and is then refused
/// for want of glyphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Writing {
    Latin,
    Devanagari,
}

impl Writing {
    fn script(self) -> rustybuzz::Script {
        match self {
            Self::Latin => script::LATIN,
            Self::Devanagari => script::DEVANAGARI,
        }
    }

    fn language(self) -> Language {
        match self {
            Self::Latin => "en",
            Self::Devanagari => "hi",
        }
        .parse()
        .expect("a language code")
    }
}

impl Loaded {
    fn of(face: Face) -> Self {
        let tables = rustybuzz::Face::from_slice(face.bytes(), 0).expect("a sound font is compiled in");
        assert_eq!(tables.units_per_em(), UNITS_PER_EM, "the faces count 1000 units to the em");
        let features: [Feature; 1] = [FEATURES.parse().expect("a feature")];
        let plan = |writing: Writing| {
            ShapePlan::new(
                &tables,
                Direction::LeftToRight,
                Some(writing.script()),
                Some(&writing.language()),
                &features,
            )
        };
        let (latin, devanagari) = (plan(Writing::Latin), plan(Writing::Devanagari));
        let space = tables.glyph_index(' ').and_then(|id| tables.glyph_hor_advance(id)).expect("a space");
        Self { latin, devanagari, space: i32::from(space), words: Mutex::default(), tables }
    }

    fn shape(&self, text: &str) -> Result<Word, Unprintable> {
        // Characters that turn what follows them round show nothing themselves: on a screen one name can pass for another.
        if let Some(at) = text.find(|one| matches!(one, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')) {
            return Err(self.missing(text, at));
        }
        let mut word = Word { text: text.into(), glyphs: Vec::new(), advance: 0 };
        for (start, run, writing) in runs(text) {
            let mut buffer = UnicodeBuffer::new();
            buffer.push_str(run);
            buffer.set_direction(Direction::LeftToRight);
            buffer.set_script(writing.script());
            buffer.set_language(writing.language());
            let plan = match writing {
                Writing::Latin => &self.latin,
                Writing::Devanagari => &self.devanagari,
            };
            let shaped = rustybuzz::shape_with_plan(&self.tables, plan, buffer);
            for (glyph, place) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
                let cluster = start + glyph.cluster as usize;
                if glyph.glyph_id == 0 {
                    return Err(self.missing(text, cluster));
                }
                word.glyphs.push(Glyph {
                    id: u16::try_from(glyph.glyph_id).expect("a TrueType glyph id has 16 bits"),
                    x: word.advance + place.x_offset,
                    y: place.y_offset,
                    advance: place.x_advance,
                    cluster,
                });
                word.advance += place.x_advance;
            }
        }
        Ok(word)
    }

    /// A cluster may hold several characters: the one to name is the one the face does not have.
    fn missing(&self, text: &str, cluster: usize) -> Unprintable {
        let mut tail = text[cluster..].chars();
        let first = tail.clone().next().unwrap_or(char::REPLACEMENT_CHARACTER);
        let character = tail.find(|character| self.tables.glyph_index(*character).is_none()).unwrap_or(first);
        Unprintable::Glyph { character, text: text.to_owned() }
    }
}

/// `text` cut where the script changes. Digits, punctuation and ₹ go with the letters before them.
fn runs(text: &str) -> impl Iterator<Item = (usize, &str, Writing)> {
    let writing = |character: char| match character.script() {
        Script::Common | Script::Inherited => None,
        Script::Devanagari => Some(Writing::Devanagari),
        _ => Some(Writing::Latin),
    };
    let mut start = 0;
    std::iter::from_fn(move || {
        let tail = &text[start..];
        let first = tail.chars().find_map(writing).unwrap_or(Writing::Latin);
        let changed = tail.char_indices().find(|(_, character)| writing(*character).is_some_and(|own| own != first));
        let run = &tail[..changed.map_or(tail.len(), |(at, _)| at)];
        let found = (start, run, first);
        start += run.len();
        (!run.is_empty()).then_some(found)
    })
}

/// Shapes one word (any text without a line break); every word is shaped once and remembered.
pub fn shape(face: Face, text: &str) -> Result<Arc<Word>, Unprintable> {
    let loaded = face.loaded();
    // A thread that panicked while it held the cache left whole words in it.
    let words = || loaded.words.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(word) = words().get(text) {
        return Ok(Arc::clone(word));
    }
    let word = Arc::new(loaded.shape(text)?);
    let mut words = words();
    if words.len() >= WORDS_KEPT {
        words.clear();
    }
    words.insert(text.into(), Arc::clone(&word));
    Ok(word)
}

/// What paper can say of a text that nobody checked when it was typed: all of it but characters that no font has.
pub fn printable(text: &str) -> String {
    let said = |part: &str| shape(Face::Regular, part).is_ok();
    let word = |word: &str| -> String {
        if said(word) { word.to_owned() } else { word.chars().filter(|one| said(&one.to_string())).collect() }
    };
    text.split_whitespace().map(word).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_cut_where_its_script_changes() {
        let cut = |text: &'static str| runs(text).map(|(_, run, writing)| (run, writing)).collect::<Vec<_>>();
        assert_eq!(cut("₹2,199"), [("₹2,199", Writing::Latin)]);
        assert_eq!(cut("(चिकन)kurta"), [("(चिकन)", Writing::Devanagari), ("kurta", Writing::Latin)]);
        assert_eq!(cut(""), []);
    }

    #[test]
    fn a_character_without_a_glyph_is_named() {
        let refused = shape(Face::Regular, "चाय☕").expect_err("Mukta has no cup");
        assert_eq!(refused, Unprintable::Glyph { character: '☕', text: "चाय☕".into() });
        assert!(refused.to_string().contains("U+2615"), "{refused}");
        assert!(shape(Face::Bold, "தமிழ்").is_err(), "nor Tamil");
        let turned = shape(Face::Regular, "abc\u{202E}def").expect_err("read from behind");
        assert_eq!(turned, Unprintable::Glyph { character: '\u{202E}', text: "abc\u{202E}def".into() });
        assert!(shape(Face::Regular, "क\u{200D}ष").is_ok(), "a joiner belongs to the script");
    }

    #[test]
    fn what_nobody_checked_is_printed_without_what_has_no_glyph() {
        assert_eq!(printable("चाय☕ के लिए 🪔 ठीक"), "चाय के लिए ठीक");
        assert_eq!(printable("R-12/34"), "R-12/34");
        assert_eq!(printable("☕"), "");
    }

    #[test]
    fn figures_are_of_one_width() {
        for face in Face::ALL {
            let widths: Vec<i32> =
                "0123456789".chars().map(|digit| shape(face, &digit.to_string()).expect("a digit").advance).collect();
            assert!(widths.iter().all(|width| *width == widths[0]), "{widths:?}");
        }
    }
}
