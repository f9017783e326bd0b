//! A sheet being filled from the top: lines, rows of columns, rules, boxes, codes. What is put down takes its
//! height, so nothing can overlap. Not here: what is said (`receipt`).

use crate::Unprintable;
use crate::codes::{Code, runs};
use crate::page::{Frame, Ink, Mark, Page, Paper, SUB};
use crate::text::{Line, Span, wrap};

/// Where text stands within its width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Centre,
    Right,
}

/// One column of a row.
pub(crate) struct Cell {
    pub spans: Vec<Span>,
    pub x: i32,
    pub width: i32,
    pub align: Align,
    /// Amounts never wrap: they fit or the document is refused.
    pub whole: bool,
}

impl Cell {
    pub fn left(spans: Vec<Span>, x: i32, width: i32) -> Self {
        Self { spans, x, width, align: Align::Left, whole: false }
    }

    /// An amount, its last figure at `right`.
    pub fn amount(span: Span, right: i32, width: i32) -> Self {
        Self { spans: vec![span], x: right - width, width, align: Align::Right, whole: true }
    }
}

pub(crate) struct Sheet {
    pub paper: Paper,
    /// Left edge and width of the column that is being filled.
    pub column: (i32, i32),
    /// Where the next thing goes.
    pub y: i32,
    marks: Vec<Mark>,
}

/// How far a sheet is filled.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Filled {
    y: i32,
    marks: usize,
}

impl Sheet {
    /// `margin` is the white kept at either side.
    pub fn new(paper: Paper, margin: i32) -> Self {
        Self { paper, column: (margin, paper.dots() - 2 * margin), y: 0, marks: Vec::new() }
    }

    pub fn filled(&self) -> Filled {
        Filled { y: self.y, marks: self.marks.len() }
    }

    /// Takes off again what was put down since.
    pub fn back_to(&mut self, filled: Filled) {
        self.y = filled.y;
        self.marks.truncate(filled.marks);
    }

    pub fn left(&self) -> i32 {
        self.column.0
    }

    pub fn right(&self) -> i32 {
        self.column.0 + self.column.1
    }

    pub fn width(&self) -> i32 {
        self.column.1
    }

    /// The whole width, as a place for text.
    pub fn across(&self) -> (i32, i32) {
        (self.left(), self.width())
    }

    pub fn gap(&mut self, dots: i32) {
        self.y += dots;
    }

    pub fn finish(self) -> Page {
        Page { paper: self.paper, height: self.paper.sheet_dots().unwrap_or(self.y), marks: self.marks }
    }

    /// Sets columns side by side on one baseline; each wraps downward by itself, and the row is as high as
    /// the longest.
    pub fn row(&mut self, cells: &[Cell]) -> Result<(), Unprintable> {
        self.row_in(cells, Ink::Black)
    }

    fn row_in(&mut self, cells: &[Cell], ink: Ink) -> Result<(), Unprintable> {
        let mut set = Vec::with_capacity(cells.len());
        for cell in cells {
            let lines = wrap(&cell.spans, cell.width * SUB)?;
            if cell.whole && lines.len() > 1 {
                return Err(Unprintable::Width { text: lines.iter().map(Line::text).collect() });
            }
            set.push(lines);
        }
        let first = set.iter().filter_map(|lines| lines.first()).map(|line| line.extent().0).max().unwrap_or(0);
        let mut bottom = self.y;
        for (cell, lines) in cells.iter().zip(&set) {
            let mut baseline = self.y + first;
            for (place, line) in lines.iter().enumerate() {
                let (above, below) = line.extent();
                if place > 0 {
                    baseline += above;
                }
                self.line(cell, line, baseline, ink);
                bottom = bottom.max(baseline + below);
                baseline += below;
            }
        }
        self.y = bottom;
        Ok(())
    }

    fn line(&mut self, cell: &Cell, line: &Line, baseline: i32, ink: Ink) {
        let spare = cell.width * SUB - line.width_sub;
        let start = cell.x * SUB
            + match cell.align {
                Align::Left => 0,
                // A whole dot, so that the same words look the same on every line.
                Align::Centre => spare / 2 / SUB * SUB,
                Align::Right => spare,
            };
        self.marks.extend(line.words.iter().enumerate().map(|(place, placed)| Mark::Word {
            x_sub: start + placed.x_sub,
            baseline,
            style: placed.style,
            ink,
            // Columns stand apart.
            spaced: placed.spaced || place == 0,
            word: placed.word.clone(),
        }));
    }

    /// A phrase across the sheet.
    pub fn phrase(&mut self, spans: Vec<Span>, align: Align) -> Result<(), Unprintable> {
        self.row(&[Cell { spans, x: self.left(), width: self.width(), align, whole: false }])
    }

    /// Phrases set one after another with ` · ` between; a line ends between phrases where it can.
    pub fn listed(&mut self, phrases: &[Span], (x, width): (i32, i32), align: Align) -> Result<(), Unprintable> {
        self.listed_in(phrases, (x, width), align, Ink::Black)
    }

    fn listed_in(
        &mut self,
        phrases: &[Span],
        (x, width): (i32, i32),
        align: Align,
        ink: Ink,
    ) -> Result<(), Unprintable> {
        let cell = |spans| [Cell { spans, x, width, align, whole: false }];
        let mut row: Vec<Span> = Vec::new();
        for phrase in phrases {
            let mut longer = row.clone();
            if let Some(last) = longer.last_mut() {
                last.text.push_str(" ·");
            }
            longer.push(phrase.clone());
            if !row.is_empty() && Line::of(&longer)?.width_sub > width * SUB {
                self.row_in(&cell(std::mem::replace(&mut row, vec![phrase.clone()])), ink)?;
            } else {
                row = longer;
            }
        }
        if row.is_empty() { Ok(()) } else { self.row_in(&cell(row), ink) }
    }

    /// A line across the sheet.
    pub fn rule(&mut self, thickness: i32) {
        let frame = Frame { x: self.left(), y: self.y, width: self.width(), height: thickness };
        self.marks.push(Mark::Bar(frame));
        self.y += thickness;
    }

    /// A finer line: dots.
    pub fn dotted(&mut self) {
        let place = Frame { x: self.left(), y: self.y, width: self.width(), height: 2 };
        let dark = (0..place.width / 8).map(|dot| Frame { x: place.x + dot * 8, y: place.y, width: 2, height: 2 });
        self.marks.push(Mark::Code { place, dark: dark.collect() });
        self.y += 2;
    }

    /// A drawn tile (`#` is black) repeated across the sheet, as often as it fits whole, in the middle.
    pub fn border(&mut self, tile: &str) {
        let rows: Vec<Vec<bool>> =
            tile.lines().map(|line| line.chars().map(|character| character == '#').collect()).collect();
        let across = rows.first().map_or(1, Vec::len) as i32;
        let times = self.width() / across;
        let left = self.left() + (self.width() - times * across) / 2;
        let dark = rows.iter().enumerate().flat_map(|(y, row)| {
            let whole: Vec<bool> = row.iter().copied().cycle().take((times * across) as usize).collect();
            runs(&whole, self.y + y as i32, left)
        });
        let dark = dark.collect();
        let place = Frame { x: left, y: self.y, width: times * across, height: rows.len() as i32 };
        self.marks.push(Mark::Code { place, dark });
        self.y += place.height;
    }

    /// White text in a black band.
    pub fn band(&mut self, phrases: &[Span]) -> Result<(), Unprintable> {
        let (place, top) = (self.marks.len(), self.y);
        self.gap(4);
        self.listed_in(phrases, (self.left() + 8, self.width() - 16), Align::Centre, Ink::Paper)?;
        self.gap(4);
        let band = Frame { x: self.left(), y: top, width: self.width(), height: self.y - top };
        self.marks.insert(place, Mark::Bar(band));
        Ok(())
    }

    /// Whatever `inside` puts down, with a line around it; it is given the left edge and the width.
    pub fn boxed(
        &mut self,
        inside: impl FnOnce(&mut Self, i32, i32) -> Result<(), Unprintable>,
    ) -> Result<(), Unprintable> {
        const LINE: i32 = 2;
        let (x, y, width) = (self.left(), self.y, self.width());
        self.gap(LINE + 6);
        inside(self, x + 14, width - 28)?;
        self.gap(6);
        let height = self.y + LINE - y;
        let sides = [
            Frame { x, y, width, height: LINE },
            Frame { x, y: self.y, width, height: LINE },
            Frame { x, y: y + LINE, width: LINE, height: height - 2 * LINE },
            Frame { x: x + width - LINE, y: y + LINE, width: LINE, height: height - 2 * LINE },
        ];
        self.marks.extend(sides.map(Mark::Bar));
        self.y += LINE;
        Ok(())
    }

    /// A picture of black runs at `x`. It does not move on: text may stand beside it.
    pub fn dots(&mut self, dark: Vec<Frame>, x: i32, (width, height): (i32, i32)) {
        let onto_sheet = |run: Frame| Frame { x: x + run.x, y: self.y + run.y, ..run };
        let dark = dark.into_iter().map(onto_sheet).collect();
        self.marks.push(Mark::Code { place: Frame { x, y: self.y, width, height }, dark });
    }

    /// A code at `x`, every module `across` dots wide and `down` dots high. It does not move on: text may
    /// stand beside it.
    pub fn code(&mut self, code: &Code, x: i32, (across, down): (i32, i32)) {
        let onto_sheet = |run: &Frame| Frame {
            x: x + run.x * across,
            y: self.y + run.y * down,
            width: run.width * across,
            height: run.height * down,
        };
        let dark = code.dark.iter().map(onto_sheet).collect();
        let place = Frame { x, y: self.y, width: code.across * across, height: code.down * down };
        self.marks.push(Mark::Code { place, dark });
    }
}
