//! Shelf and price labels on A4 sheets of self-adhesive labels: names, MRP, maker, district, GI, SKU, HSN, quantity, and a
//! code for the till's scanner; of packed goods also what Legal Metrology (Packaged Commodities) Rules 2011, rule 6, asks:
//! unit sale price, month, best before, who packed them and cares for complaints. On the small sheet an address has room
//! only where it is asked, of packed goods. Not here: prices and their tax (`domain`).

use crate::Unprintable;
use crate::codes;
use crate::page::{Frame, Page, Paper, Style};
use crate::receipt::{both, dots};
use crate::sheet::{Align, Cell, Sheet};
use crate::text::Span;
use crate::words::text;
use domain::money::Paise;
use domain::name::{Language, Name};

/// Hundredths of the type's usual size that can still be read.
const SMALLEST: i32 = 52;

/// A sheet of labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grid {
    /// 3 by 8 of 63.5 by 33.9 mm.
    Large,
    /// 5 by 13 of 38.1 by 21.2 mm.
    Small,
}

/// The code on a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CodeKind {
    /// Code 128; a code too long for the label becomes a QR.
    Bars,
    /// QR.
    Qr,
}

/// A registered geographical indication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indication {
    /// As registered; may be empty.
    pub name: String,
    /// Of its application; may be empty.
    pub number: String,
}

/// What one label says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The item.
    pub name: Name,
    /// The mart's own short code.
    pub sku: String,
    /// What it costs with all taxes.
    pub price: Paise,
    /// Who made it, where that is known.
    pub maker: Option<Name>,
    /// The district it comes from.
    pub district: Name,
    /// What it is sold under.
    pub gi: Option<Indication>,
    /// Number of its Handloom Mark or Silk Mark; may be empty.
    pub mark: String,
    /// Its HSN code.
    pub hsn: String,
    /// What one is or holds: `1 नग`.
    pub net: Name,
    /// Price and unit where one of that costs another amount: `₹0.50 / ग्राम`.
    pub unit_price: Option<Name>,
    /// Month and year of making or packing; empty where it is not packed.
    pub packed: String,
    /// Month and year; empty where it does not perish.
    pub best_before: String,
    /// What the scanner reads.
    pub code: String,
    /// The mart, its address, telephone and e-mail.
    pub care: Name,
}

impl Grid {
    /// Labels to a row and to a column.
    pub const fn size(self) -> (usize, usize) {
        match self {
            Self::Large => (3, 8),
            Self::Small => (5, 13),
        }
    }

    /// Where label `place` of a sheet lies.
    fn frame(self, place: usize) -> Frame {
        let (across, _) = self.size();
        let (column, row) = ((place % across) as i32, (place / across) as i32);
        match self {
            Self::Large => Frame { x: 58 + column * 528, y: 104 + row * 271, width: 508, height: 271 },
            // 21.2 mm are no whole dots, so rows are placed by tenths.
            Self::Small => Frame { x: 37 + column * 325, y: 86 + row * 1_696 / 10, width: 305, height: 169 },
        }
    }

    /// White within a label: printers pull the sheet in a little askew.
    const fn padding(self) -> i32 {
        match self {
            Self::Large => 14,
            Self::Small => 10,
        }
    }
}

/// Lays labels out, the first on place `skip` of the first sheet: a sheet that was begun is used up.
pub fn pages(labels: &[Label], grid: Grid, kind: CodeKind, skip: usize) -> Result<Vec<Page>, Unprintable> {
    let (across, down) = grid.size();
    let mut pages = Vec::new();
    let mut sheet = Sheet::new(Paper::A4, 0);
    for (place, label) in labels.iter().enumerate() {
        let place = place + skip % (across * down);
        if place > skip && place.is_multiple_of(across * down) {
            pages.push(std::mem::replace(&mut sheet, Sheet::new(Paper::A4, 0)).finish());
        }
        label.put(&mut sheet, grid, grid.frame(place % (across * down)), kind)?;
    }
    pages.push(sheet.finish());
    Ok(pages)
}

impl Label {
    /// In the largest type that fits.
    fn put(&self, sheet: &mut Sheet, grid: Grid, frame: Frame, kind: CodeKind) -> Result<(), Unprintable> {
        let before = sheet.filled();
        let bottom = frame.y + frame.height - grid.padding();
        for hundredths in (SMALLEST..=100).rev().step_by(4) {
            sheet.back_to(before);
            // A word too long for its place at this size may fit at the next.
            if self.at(sheet, grid, frame, kind, hundredths).is_ok() && sheet.y <= bottom {
                return Ok(());
            }
        }
        sheet.back_to(before);
        self.at(sheet, grid, frame, kind, SMALLEST)?;
        if sheet.y <= bottom { Ok(()) } else { Err(Unprintable::Height { text: self.name.hi.clone() }) }
    }

    fn packaged(&self) -> bool {
        !self.packed.is_empty()
    }

    fn at(
        &self,
        sheet: &mut Sheet,
        grid: Grid,
        frame: Frame,
        kind: CodeKind,
        hundredths: i32,
    ) -> Result<(), Unprintable> {
        let (lead, price, small, bars) = match grid {
            Grid::Large => (30, 34, 20, 48),
            Grid::Small => (22, 26, 16, 30),
        };
        let [lead, price, small] = [lead, price, small].map(|px| px * hundredths / 100);
        let (padding, top) = (grid.padding(), frame.y + grid.padding());
        let (left, width) = (frame.x + padding, frame.width - 2 * padding);
        let code = codes::code128(&self.code)?;
        let bars_wide = code.across * 2;
        let qr = (kind == CodeKind::Qr || bars_wide > width).then(|| codes::qr(&self.code)).transpose()?;
        sheet.y = top;
        sheet.column = (left, width);
        let mut side = 0;
        if let Some(qr) = &qr {
            let module = match grid {
                Grid::Large => 4,
                Grid::Small => 3,
            };
            side = qr.across * module;
            sheet.code(qr, left + width - side, (module, module));
            sheet.column = (left, width - side - 4);
        }
        let span = |said: &str| Span::new(Style::regular(small), said);
        sheet.phrase(vec![Span::new(Style::bold(lead), &self.name.hi)], Align::Left)?;
        sheet.phrase(vec![span(&self.name.en)], Align::Left)?;
        let mrp = both("paper-mrp", &[("price", self.price.to_rupee_text().into())]);
        let mrp = vec![Span::new(Style::bold(price), mrp.hi)];
        let taxes = both("paper-all-taxes", &[]);
        // In both languages where there is room.
        let said = |name: &Name| {
            let twice = grid == Grid::Large && name.hi != name.en;
            [Some(span(&name.hi)), twice.then(|| span(&name.en))].into_iter().flatten()
        };
        let net = |language| {
            let quantity = self.net.of(language);
            let mut told = quantity.to_owned();
            if self.packaged() {
                told = text(language, "paper-net", &[("quantity", quantity.into())]);
            }
            if let Some(price) = &self.unit_price {
                told = format!("{told} ({})", price.of(language));
            }
            told
        };
        let net = Name::new(net(Language::Hi), net(Language::En));
        match grid {
            Grid::Large => {
                sheet.phrase(mrp, Align::Left)?;
                let told: Vec<Span> = said(&taxes).chain(said(&net)).collect();
                sheet.listed(&told, sheet.across(), Align::Left)?;
            }
            Grid::Small => {
                let (left, width) = sheet.column;
                let taxes = span(&taxes.hi);
                let wide = dots(&taxes)?;
                let right = Cell::amount(taxes, left + width, wide);
                // A price is not parted: the type gets smaller.
                let mrp = Cell { whole: true, ..Cell::left(mrp, left, width - wide - 8) };
                sheet.row(&[mrp, right])?;
            }
        }
        let from = |language| {
            let maker = self.maker.iter().map(|maker| maker.of(language));
            maker.chain([self.district.of(language)]).collect::<Vec<_>>().join(", ")
        };
        let sku = both("paper-sku", &[("sku", self.sku.as_str().into())]);
        let mut told: Vec<Span> = said(&Name::new(from(Language::Hi), from(Language::En))).collect();
        if let Some(gi) = &self.gi {
            let number = [both("paper-gi", &[]).hi, gi.number.clone()].join(" ");
            told.push(Span::new(Style::bold(small), number.trim_end()));
            told.extend((grid == Grid::Large && !gi.name.is_empty()).then(|| span(&gi.name)));
        }
        match grid {
            Grid::Large => told.extend(said(&sku)),
            Grid::Small => told.extend(said(&net)),
        }
        told.extend(said(&both("paper-hsn", &[("hsn", self.hsn.as_str().into())])));
        for (key, month) in [("paper-packed", &self.packed), ("paper-best-before", &self.best_before)] {
            if !month.is_empty() {
                told.extend(said(&both(key, &[("month", month.as_str().into())])));
            }
        }
        if !self.mark.is_empty() {
            told.extend(said(&both("paper-mark", &[("number", self.mark.as_str().into())])));
        }
        sheet.listed(&told, sheet.across(), Align::Left)?;
        if grid == Grid::Large || self.packaged() {
            let key = if self.packaged() { "paper-packed-by" } else { "paper-care" };
            let care = both(key, &[("care", self.care.en.as_str().into())]);
            sheet.phrase(vec![span(&care.en)], Align::Left)?;
        }
        // The small label has its short code with the figures.
        let mut figures = vec![span(&self.code)];
        figures.extend((grid == Grid::Small).then(|| span(&sku.hi)));
        if qr.is_some() {
            sheet.listed(&figures, sheet.across(), Align::Left)?;
            sheet.y = sheet.y.max(top + side);
            return Ok(());
        }
        sheet.gap(4);
        sheet.code(&code, left, (2, bars));
        // The figures stand beside the bars where there is room, else beneath.
        let beside = width - bars_wide - 24;
        let figure = span(&self.code);
        if grid == Grid::Large && beside >= dots(&figure)? {
            let after = sheet.y + bars;
            sheet.gap(bars - figure.style.ascent() - figure.style.descent());
            sheet.row(&[Cell::amount(figure, left + width, beside)])?;
            sheet.y = sheet.y.max(after);
        } else {
            sheet.gap(bars + 2);
            sheet.listed(&figures, sheet.across(), Align::Left)?;
        }
        Ok(())
    }
}
