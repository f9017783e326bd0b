//! Lines: spans of text are broken where Unicode allows it and set into a width. Not here: shaping (`font`)
//! and where lines stand (`sheet`).

use crate::Unprintable;
use crate::font::{Word, shape};
use crate::page::Style;
use std::collections::VecDeque;
use std::sync::Arc;
use unicode_linebreak::linebreaks;

/// Text in one style, part of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Span {
    pub style: Style,
    pub text: String,
}

impl Span {
    pub fn new(style: Style, text: impl Into<String>) -> Self {
        Self { style, text: text.into() }
    }
}

/// One word of a line.
#[derive(Debug, Clone)]
pub(crate) struct Placed {
    /// Its start in 64ths of a dot from the line's.
    pub x_sub: i32,
    pub style: Style,
    pub spaced: bool,
    pub word: Arc<Word>,
}

/// Words set side by side.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    pub words: Vec<Placed>,
    /// In 64ths of a dot.
    pub width_sub: i32,
}

impl Line {
    /// The whole phrase on one line, however long.
    pub fn of(spans: &[Span]) -> Result<Self, Unprintable> {
        let mut lines = wrap(spans, i32::MAX)?;
        Ok(if lines.is_empty() { Self::default() } else { lines.swap_remove(0) })
    }

    /// Heights of the tallest style on it: above and below the baseline.
    pub fn extent(&self) -> (i32, i32) {
        let styles = || self.words.iter().map(|placed| placed.style);
        (styles().map(Style::ascent).max().unwrap_or(0), styles().map(Style::descent).max().unwrap_or(0))
    }

    pub fn text(&self) -> String {
        let words = self.words.iter().map(|placed| [if placed.spaced { " " } else { "" }, &placed.word.text]);
        words.flatten().collect()
    }

    fn push(&mut self, piece: Piece) {
        let spaced = piece.spaced && !self.words.is_empty();
        let x_sub = self.width_sub + if spaced { piece.space_sub() } else { 0 };
        self.width_sub = x_sub + piece.width_sub();
        self.words.push(Placed { x_sub, style: piece.style, spaced, word: piece.word });
    }
}

/// What stands between two places where a line may end.
struct Piece {
    style: Style,
    spaced: bool,
    word: Arc<Word>,
}

impl Piece {
    fn of(style: Style, spaced: bool, text: &str) -> Result<Self, Unprintable> {
        Ok(Self { style, spaced, word: shape(style.face, text)? })
    }

    fn width_sub(&self) -> i32 {
        self.style.sub(self.word.advance)
    }

    fn space_sub(&self) -> i32 {
        self.style.sub(self.style.face.space())
    }

    /// Cuts a word that no line can hold between two of its clusters, as late as `width_sub` allows.
    fn cut(&self, width_sub: i32) -> Result<(Self, Self), Unprintable> {
        let mut ends: Vec<usize> = self.word.glyphs.iter().map(|glyph| glyph.cluster).filter(|at| *at > 0).collect();
        ends.sort_unstable();
        ends.dedup();
        let mut cut = None;
        for end in ends {
            let (head, tail) = self.word.text.split_at(end);
            let head = Self::of(self.style, self.spaced, head)?;
            if head.width_sub() > width_sub {
                break;
            }
            cut = Some((head, Self::of(self.style, false, tail)?));
        }
        cut.ok_or_else(|| Unprintable::Width { text: self.word.text.to_string() })
    }
}

/// Breaks a phrase into lines of at most `width_sub`. White space of any kind is one space.
pub(crate) fn wrap(spans: &[Span], width_sub: i32) -> Result<Vec<Line>, Unprintable> {
    let mut lines: Vec<Line> = Vec::new();
    let mut line = Line::default();
    let mut pieces = pieces(spans)?;
    while let Some(piece) = pieces.pop_front() {
        let space = if piece.spaced && !line.words.is_empty() { piece.space_sub() } else { 0 };
        if line.width_sub.saturating_add(space + piece.width_sub()) <= width_sub {
            line.push(piece);
        } else if !line.words.is_empty() {
            lines.push(std::mem::take(&mut line));
            pieces.push_front(piece);
        } else {
            let (head, tail) = piece.cut(width_sub)?;
            line.push(head);
            pieces.push_front(tail);
        }
    }
    if !line.words.is_empty() {
        lines.push(line);
    }
    Ok(lines)
}

fn pieces(spans: &[Span]) -> Result<VecDeque<Piece>, Unprintable> {
    let mut pieces = VecDeque::new();
    // Spans of a phrase are set apart by a space.
    for span in spans {
        let text = span.text.split(char::is_control).collect::<Vec<_>>().join(" ");
        let mut start = 0;
        let mut spaced = !pieces.is_empty();
        for (end, _) in linebreaks(&text) {
            let piece = &text[start..end];
            let word = piece.trim_matches(' ');
            spaced |= piece.starts_with(' ');
            if !word.is_empty() {
                pieces.push_back(Piece::of(span.style, spaced, word)?);
                spaced = false;
            }
            spaced |= piece.ends_with(' ');
            start = end;
        }
    }
    Ok(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::SUB;

    const BODY: Style = Style::regular(24);

    fn set(text: &str, dots: i32) -> Vec<String> {
        let lines = wrap(&[Span::new(BODY, text)], dots * SUB).expect("every word fits");
        assert!(lines.iter().all(|line| line.width_sub <= dots * SUB));
        lines.iter().map(Line::text).collect()
    }

    #[test]
    fn lines_end_where_unicode_lets_them() {
        assert_eq!(set("मिश्रित दाल उपहार पैक", 150), ["मिश्रित दाल", "उपहार पैक"]);
        assert_eq!(set("Wheat-stalk picture", 130), ["Wheat-stalk", "picture"]);
        assert_eq!(set("Wheat-stalk picture", 100), ["Wheat-", "stalk", "picture"]);
        assert_eq!(set("  two \n words  ", 200), ["two words"]);
        assert_eq!(set("", 100), [""; 0]);
    }

    #[test]
    fn a_word_longer_than_its_line_is_cut_between_syllables() {
        assert_eq!(set("क्षेत्रीयप्रिंटर", 60).concat(), "क्षेत्रीयप्रिंटर");
        for part in set("क्षेत्रीयप्रिंटर", 60) {
            assert!(!part.starts_with(['\u{93e}', '\u{93f}', '\u{940}', '\u{947}', '\u{902}', '\u{94d}']), "{part}");
        }
        assert!(matches!(wrap(&[Span::new(BODY, "क्षे")], SUB), Err(Unprintable::Width { .. })));
    }
}
