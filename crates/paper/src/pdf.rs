//! The page as a PDF whose text can be searched and copied: glyph ids are placed exactly as they were shaped,
//! and every word carries its Unicode. Not here: layout; every place comes from the page.

use crate::Unprintable;
use crate::font::{Face, UNITS_PER_EM, Word};
use crate::ink::{grey, points, raise, thousandths_left};
use crate::page::{Frame, Ink, Mark, Page, SUB, Style};
use printpdf::{
    Codepoint, DictItem, FontId, LinePoint, OffsetDateTime, Op, PaintMode, ParsedFont, PdfDocument, PdfFont,
    PdfFontHandle, PdfPage, PdfSaveOptions, Point, Polygon, PolygonRing, TextItem, TextMatrix, WindingOrder,
};
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

/// White kept above and below what is printed on a roll, in dots.
const MARGIN: i32 = 32;

/// What the file says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Shown in the title bar of a reader.
    pub title: String,
    /// The mart.
    pub author: String,
    /// What tells this document from every other: the bill's number and copy.
    pub identifier: String,
    /// When the bill was made, UTC microseconds.
    pub made_at_us: i64,
}

/// Writes a PDF of the pages: a roll's is as long as what is on it.
pub fn bytes(pages: &[Page], about: &About) -> Result<Vec<u8>, Unprintable> {
    let made = OffsetDateTime::from_unix_timestamp(about.made_at_us.div_euclid(1_000_000))
        .map_err(|error| Unprintable::Encoding(error.to_owned()))?;
    let mut document = PdfDocument::new(&about.title);
    let facts = &mut document.metadata.info;
    facts.author.clone_from(&about.author);
    facts.identifier.clone_from(&about.identifier);
    facts.subject.clone_from(&about.identifier);
    "ODOP Mart POS".clone_into(&mut facts.creator);
    "ODOP Mart POS".clone_into(&mut facts.producer);
    (facts.creation_date, facts.modification_date, facts.metadata_date) = (made, made, made);
    for face in Face::ALL {
        document.resources.fonts.map.insert(resource(face), PdfFont::new(embedded(face).clone()));
    }
    for page in pages {
        let surface = Surface::of(page);
        let width = points(page.paper.paper_dots() * SUB);
        let height = points(surface.height * SUB);
        document.pages.push(PdfPage::new(width.into(), height.into(), surface.draw(page)));
    }
    let mut warnings = Vec::new();
    let file = document.save(&PdfSaveOptions::default(), &mut warnings);
    // A warning here is a glyph or font left out, which is never right on a bill.
    match warnings.first() {
        None => Ok(file),
        Some(warning) => Err(Unprintable::Encoding(warning.msg.clone())),
    }
}

/// printpdf makes the tag of a subset from it, which has to be six capital letters.
fn resource(face: Face) -> FontId {
    FontId(match face {
        Face::Regular => "MUKTAR".into(),
        Face::Bold => "MUKTAB".into(),
    })
}

fn embedded(face: Face) -> &'static ParsedFont {
    static PARSED: [OnceLock<ParsedFont>; 2] = [const { OnceLock::new() }; 2];
    PARSED[face as usize]
        .get_or_init(|| ParsedFont::from_bytes(face.bytes(), 0, &mut Vec::new()).expect("a sound font is compiled in"))
}

/// Which character a glyph stands for, where it stands for one.
fn character(face: Face, glyph: u16) -> Option<char> {
    static CHARACTERS: [OnceLock<HashMap<u16, char>>; 2] = [const { OnceLock::new() }; 2];
    let characters = CHARACTERS[face as usize].get_or_init(|| {
        let mut characters = HashMap::new();
        let tables = face.tables().tables().cmap.into_iter().flat_map(|cmap| cmap.subtables);
        for table in tables.filter(rustybuzz::ttf_parser::cmap::Subtable::is_unicode) {
            table.codepoints(|code| {
                if let (Some(glyph), Some(character)) = (table.glyph_index(code), char::from_u32(code)) {
                    characters.entry(glyph.0).or_insert(character);
                }
            });
        }
        characters
    });
    characters.get(&glyph).copied()
}

/// The paper the page lies on.
struct Surface {
    left: i32,
    top: i32,
    height: i32,
}

impl Surface {
    fn of(page: &Page) -> Self {
        // A sheet has its margins in its layout.
        let top = if page.paper.sheet_dots().is_some() { 0 } else { MARGIN };
        Self { left: (page.paper.paper_dots() - page.paper.dots()) / 2, top, height: page.height + 2 * top }
    }

    fn draw(&self, page: &Page) -> Vec<Op> {
        let mut ops = vec![Op::SetFillColor { col: grey(0) }];
        for mark in &page.marks {
            match mark {
                Mark::Bar(frame) => ops.push(self.fill(std::slice::from_ref(frame))),
                Mark::Code { dark, .. } => ops.push(self.fill(dark)),
                Mark::Word { .. } => {}
            }
        }
        ops.push(Op::StartTextSection);
        let mut current: Option<(Style, Ink)> = None;
        for mark in &page.marks {
            let Mark::Word { x_sub, baseline, style, ink, word, .. } = mark else { continue };
            if current.is_none_or(|(_, last)| last != *ink) {
                ops.push(Op::SetFillColor { col: grey(if *ink == Ink::Black { 0 } else { 100 }) });
            }
            if current.is_none_or(|(last, _)| last != *style) {
                let font = PdfFontHandle::External(resource(style.face));
                ops.push(Op::SetFont { font, size: points(style.px * SUB) });
            }
            current = Some((*style, *ink));
            let place = self.point(*x_sub, baseline * SUB);
            ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(place.x, place.y) });
            ops.push(begin_word(&word.text));
            show(&mut ops, *style, word);
            ops.push(Op::EndMarkedContent);
        }
        ops.push(Op::EndTextSection);
        ops
    }

    fn point(&self, x_sub: i32, y_sub: i32) -> Point {
        Point { x: points(self.left * SUB + x_sub), y: points((self.height - self.top) * SUB - y_sub) }
    }

    /// One path for all, so that no hair of white shows between neighbours.
    fn fill(&self, frames: &[Frame]) -> Op {
        let ring = |frame: &Frame| {
            let (left, top) = (frame.x * SUB, frame.y * SUB);
            let (right, bottom) = (left + frame.width * SUB, top + frame.height * SUB);
            let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
            PolygonRing { points: corners.map(|(x, y)| LinePoint { p: self.point(x, y), bezier: false }).to_vec() }
        };
        Op::DrawPolygon {
            polygon: Polygon {
                rings: frames.iter().map(ring).collect(),
                mode: PaintMode::Fill,
                winding_order: WindingOrder::NonZero,
            },
        }
    }
}

/// Opens a span whose text is `text` whatever its glyphs are: Devanagari glyphs stand in another order than
/// their characters, and many stand for none.
fn begin_word(text: &str) -> Op {
    let marked = std::iter::once(0xFEFF).chain(text.encode_utf16());
    let data = marked.flat_map(u16::to_be_bytes).collect();
    let properties = BTreeMap::from([("ActualText".to_owned(), DictItem::String { data, literal: false })]);
    Op::BeginMarkedContentWithProperties { tag: "Span".into(), properties: DictItem::Dict { map: properties } }
}

fn show(ops: &mut Vec<Op>, style: Style, word: &Word) {
    let mut items: Vec<TextItem> = Vec::new();
    let (mut pen, mut raised) = (0, 0);
    for (place, glyph) in word.glyphs.iter().enumerate() {
        if glyph.y != raised {
            if !items.is_empty() {
                ops.push(Op::ShowText { items: std::mem::take(&mut items) });
            }
            ops.push(raise(style.sub(glyph.y)));
            raised = glyph.y;
        }
        if glyph.x != pen {
            items.push(TextItem::Offset(thousandths_left(pen - glyph.x)));
        }
        // The reader moves by the width in the font file, which may not be what the shaper moved by.
        pen = glyph.x + own_advance(style.face, glyph.id);
        let stands_for = character(style.face, glyph.id).map_or_else(|| cluster(word, place), String::from);
        items.push(TextItem::GlyphIds(vec![Codepoint {
            gid: glyph.id,
            offset: Default::default(),
            cid: Some(stands_for),
        }]));
    }
    ops.push(Op::ShowText { items });
    if raised != 0 {
        ops.push(raise(0));
    }
}

fn own_advance(face: Face, glyph: u16) -> i32 {
    let advance = face.tables().glyph_hor_advance(rustybuzz::ttf_parser::GlyphId(glyph));
    advance.map_or(UNITS_PER_EM, i32::from)
}

/// The text of the cluster that the glyph at `place` belongs to.
fn cluster(word: &Word, place: usize) -> String {
    let start = word.glyphs[place].cluster;
    let ends = word.glyphs.iter().map(|glyph| glyph.cluster).filter(|at| *at > start);
    word.text[start..ends.min().unwrap_or(word.text.len())].to_owned()
}
