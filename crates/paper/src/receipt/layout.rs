//! The receipt from top to bottom, on a roll or on sheets. Hindi leads, English follows smaller; amounts stand in one
//! column at the right edge; what is to pay is the largest thing on the paper. Not here: how lines are set (`sheet`),
//! the table of what was sold (`lines`).

use super::{Languages, Receipt, ReceiptTender, Section, Supplied, both, heading_key};
use crate::Unprintable;
use crate::codes;
use crate::page::{Page, Paper, SUB, Style};
use crate::sheet::{Align, Cell, Sheet};
use crate::text::{Line, Span};
use domain::money::Paise;
use domain::name::{Language, Name};

const BORDER: &str = include_str!("../../../../assets/receipts/border.txt");
/// Smallest bar of a bar code that a till's scanner reads off thermal paper, in dots.
const BAR: i32 = 2;
/// Height of the bar code.
const BARS_HIGH: i32 = 72;

/// Sizes for a paper, in dots to the em.
#[derive(Clone, Copy)]
pub(crate) struct Sizes {
    title: i32,
    pub subtitle: i32,
    pub heading: i32,
    pub body: i32,
    pub small: i32,
    due: i32,
    pub margin: i32,
    /// Largest module of the QR code.
    module: i32,
    /// Room for the logo.
    logo: (i32, i32),
}

impl Sizes {
    pub const fn of(paper: Paper) -> Self {
        let (title, subtitle, heading, body, small, due) = match paper {
            Paper::Mm80 => (40, 26, 28, 24, 20, 64),
            Paper::Mm58 => (31, 22, 23, 21, 18, 48),
            Paper::A5 => (38, 26, 28, 24, 20, 50),
            Paper::A4 => (46, 30, 32, 27, 22, 60),
        };
        let (margin, module, logo) = match paper {
            Paper::Mm80 => (8, 4, (400, 120)),
            Paper::Mm58 => (4, 4, (280, 96)),
            Paper::A5 => (72, 3, (300, 150)),
            Paper::A4 => (96, 4, (420, 190)),
        };
        Self { title, subtitle, heading, body, small, due, margin, module, logo }
    }
}

/// A receipt on its way to the pages.
pub(super) struct Layout<'a> {
    pub receipt: &'a Receipt,
    pub says: Languages,
    pub sheet: Sheet,
    pub sizes: Sizes,
    /// Sheets that are full.
    turned: Vec<Sheet>,
}

impl Receipt {
    /// Lays the receipt out; on a roll it is one page, on sheets as many as it takes.
    pub fn pages(&self, paper: Paper) -> Result<Vec<Page>, Unprintable> {
        let mut layout = Layout::on(self, paper);
        layout.banners()?;
        layout.mart()?;
        for place in 0..self.sections.len() {
            layout.section(place)?;
        }
        layout.end()?;
        layout.finish()
    }
}

/// Width of a span in whole dots.
pub(crate) fn dots(span: &Span) -> Result<i32, Unprintable> {
    Ok((Line::of(std::slice::from_ref(span))?.width_sub + SUB - 1) / SUB)
}

impl<'a> Layout<'a> {
    fn on(receipt: &'a Receipt, paper: Paper) -> Self {
        let sizes = Sizes::of(paper);
        let mut sheet = Sheet::new(paper, sizes.margin);
        sheet.y = paper.sheet_dots().map_or(0, |_| sizes.margin);
        Self { receipt, says: receipt.languages, sheet, sizes, turned: Vec::new() }
    }

    pub fn on_sheets(&self) -> bool {
        self.sheet.paper.sheet_dots().is_some()
    }

    /// Where a sheet ends for all but its page number.
    pub fn bottom(&self) -> i32 {
        let foot = self.sizes.margin + self.sizes.small * 2;
        self.sheet.paper.sheet_dots().map_or(i32::MAX, |height| height - foot)
    }

    /// Goes on to a new sheet, which says whose it is.
    pub fn turn(&mut self) -> Result<(), Unprintable> {
        let mut next = Sheet::new(self.sheet.paper, self.sizes.margin);
        next.y = self.sizes.margin;
        self.turned.push(std::mem::replace(&mut self.sheet, next));
        self.banners()?;
        let receipt = self.receipt;
        let told = [self.says.lead(&receipt.mart), &receipt.number, &receipt.date].map(|text| self.small(text));
        self.sheet.listed(&told, self.sheet.across(), Align::Left)?;
        self.sheet.gap(4);
        self.sheet.rule(2);
        self.sheet.gap(10);
        Ok(())
    }

    /// Puts something down that may not be parted: on this sheet if there is room, else on the next.
    fn whole(&mut self, what: &str, put: impl Fn(&mut Self) -> Result<(), Unprintable>) -> Result<(), Unprintable> {
        let before = self.sheet.filled();
        put(self)?;
        if self.sheet.y <= self.bottom() {
            return Ok(());
        }
        self.sheet.back_to(before);
        self.turn()?;
        put(self)?;
        if self.sheet.y <= self.bottom() { Ok(()) } else { Err(Unprintable::Height { text: what.to_owned() }) }
    }

    /// Fills a part of the width: from `from` to `to` hundredths of it.
    fn within(
        &mut self,
        (from, to): (i32, i32),
        put: impl Fn(&mut Self) -> Result<(), Unprintable>,
    ) -> Result<(), Unprintable> {
        let (left, width) = self.sheet.column;
        self.sheet.column = (left + width * from / 100, width * (to - from) / 100);
        let done = put(self);
        self.sheet.column = (left, width);
        done
    }

    /// Numbers the sheets and hands them over.
    fn finish(mut self) -> Result<Vec<Page>, Unprintable> {
        if !self.on_sheets() {
            return Ok(vec![self.sheet.finish()]);
        }
        let bottom = self.bottom();
        let style = Style::regular(self.sizes.small);
        self.turned.push(self.sheet);
        let count = self.turned.len();
        for (place, sheet) in self.turned.iter_mut().enumerate() {
            let told = both("paper-page", &[("page", (place + 1).into()), ("count", count.into())]);
            let told: Vec<Span> = self.says.each(&told).map(|text| Span::new(style, text)).collect();
            sheet.y = bottom + self.sizes.small / 2;
            sheet.listed(&told, sheet.across(), Align::Centre)?;
        }
        Ok(self.turned.into_iter().map(Sheet::finish).collect())
    }

    pub fn body(&self, text: impl Into<String>) -> Span {
        Span::new(Style::regular(self.sizes.body), text)
    }

    pub fn strong(&self, text: impl Into<String>) -> Span {
        Span::new(Style::bold(self.sizes.body), text)
    }

    pub fn small(&self, text: impl Into<String>) -> Span {
        Span::new(Style::regular(self.sizes.small), text)
    }

    /// One language in `lead`, then the other small; once, where both say the same.
    pub fn label(&self, lead: Style, name: &Name) -> Vec<Span> {
        let mut spans = vec![Span::new(lead, self.says.lead(name))];
        spans.extend(self.says.second(name).map(|text| self.small(text)));
        spans
    }

    /// Each language in the small size.
    pub fn smalls(&self, name: &Name) -> Vec<Span> {
        self.says.each(name).map(|text| self.small(text)).collect()
    }

    fn side(&self) -> Align {
        if self.on_sheets() { Align::Left } else { Align::Centre }
    }

    /// What this paper is not: a first print, or a bill at all. Every sheet says it, for sheets come apart.
    fn banners(&mut self) -> Result<(), Unprintable> {
        let practice = self.receipt.practice.then(|| both("paper-practice", &[]));
        let voided = self.receipt.voided.then(|| both("paper-voided", &[]));
        let copy = self.receipt.copy.map(|copy| both("paper-copy", &[("copy", copy.into())]));
        for banner in practice.into_iter().chain(voided).chain(copy) {
            let spans: Vec<Span> = self.says.each(&banner).map(|text| self.strong(text)).collect();
            self.sheet.band(&spans)?;
            self.sheet.gap(8);
        }
        if self.receipt.is_original() {
            let style = Style::bold(self.sizes.small);
            let original = both("paper-original", &[]);
            let spans: Vec<Span> = self.says.each(&original).map(|text| Span::new(style, text)).collect();
            self.sheet.listed(&spans, self.sheet.across(), Align::Centre)?;
            self.sheet.gap(6);
        }
        Ok(())
    }

    fn mart(&mut self) -> Result<(), Unprintable> {
        if !self.on_sheets() {
            self.sheet.border(BORDER);
            self.sheet.gap(6);
        }
        let (column, top) = (self.sheet.column, self.sheet.y);
        let mut logo_bottom = top;
        if let Some(logo) = &self.receipt.logo {
            let size = logo.fitted(self.sizes.logo);
            let beside = self.on_sheets();
            let x = if beside { column.0 } else { column.0 + (column.1 - size.0) / 2 };
            self.sheet.dots(logo.dark(size), x, size);
            if beside {
                self.sheet.column = (column.0 + size.0 + 24, column.1 - size.0 - 24);
                logo_bottom = top + size.1;
            } else {
                self.sheet.gap(size.1 + 6);
            }
        }
        let named = self.mart_named();
        self.sheet.column = column;
        self.sheet.y = self.sheet.y.max(logo_bottom);
        self.sheet.gap(10);
        named
    }

    fn mart_named(&mut self) -> Result<(), Unprintable> {
        let (receipt, side) = (self.receipt, self.side());
        // Where only principals supply, the mart is the small print and they are the heading (gst.md 1.2, mode B).
        let sizes = if receipt.mart_supplies() {
            [self.sizes.title, self.sizes.subtitle]
        } else {
            [self.sizes.body, self.sizes.small]
        };
        for (text, size) in self.says.each(&receipt.mart).zip(sizes) {
            self.sheet.phrase(vec![Span::new(Style::bold(size), text)], side)?;
        }
        self.sheet.gap(4);
        for span in self.smalls(&receipt.address) {
            self.sheet.phrase(vec![span], side)?;
        }
        let phone = both("paper-phone", &[("phone", receipt.phone.as_str().into())]);
        let gstin = both("paper-gstin", &[("gstin", receipt.gstin.as_str().into())]);
        let mut contact = Vec::new();
        if receipt.mart_supplies() {
            contact.push(Span::new(Style::bold(self.sizes.small), self.says.lead(&gstin)));
        }
        contact.push(self.small(self.says.lead(&phone)));
        self.sheet.listed(&contact, self.sheet.across(), side)
    }

    /// One document with its heading, number, lines and totals.
    fn section(&mut self, place: usize) -> Result<(), Unprintable> {
        let section = &self.receipt.sections[place];
        self.whole(&section.number, |layout| {
            layout.heading(place, section)?;
            layout.principal(section)?;
            layout.particulars(place, section)
        })?;
        self.lines(section)?;
        self.whole(&section.number, |layout| {
            let column = if layout.on_sheets() { (50, 100) } else { (0, 100) };
            layout.within(column, |layout| layout.totals(place, section))
        })
    }

    fn heading(&mut self, place: usize, section: &Section) -> Result<(), Unprintable> {
        let count = self.receipt.sections.len();
        if place > 0 {
            self.sheet.gap(16);
        }
        if count > 1 {
            let told = both("paper-document", &[("place", (place + 1).into()), ("count", count.into())]);
            let told: Vec<Span> = self.says.each(&told).map(|text| self.strong(text)).collect();
            self.sheet.band(&told)?;
        } else {
            self.sheet.rule(2);
        }
        self.sheet.gap(4);
        let heading = both(heading_key(section.kind), &[]);
        let style = Style::bold(self.sizes.heading);
        let names: Vec<Span> = self.says.each(&heading).map(|text| Span::new(style, text)).collect();
        self.sheet.listed(&names, self.sheet.across(), Align::Centre)?;
        self.sheet.gap(4);
        self.sheet.rule(2);
        self.sheet.gap(8);
        Ok(())
    }

    /// In whose name a memo sells: the most prominent words of its section.
    fn principal(&mut self, section: &Section) -> Result<(), Unprintable> {
        let Some(principal) = &section.principal else { return Ok(()) };
        for span in self.smalls(&both("paper-principal", &[])) {
            self.sheet.phrase(vec![span], Align::Centre)?;
        }
        let sizes = [self.sizes.title, self.sizes.subtitle];
        for (text, size) in self.says.each(&principal.name).zip(sizes) {
            self.sheet.phrase(vec![Span::new(Style::bold(size), text)], Align::Centre)?;
        }
        let address: Vec<Span> = self.says.each(&principal.address).map(|text| self.body(text)).collect();
        self.sheet.listed(&address, self.sheet.across(), Align::Centre)?;
        self.sheet.gap(4);
        for span in self.smalls(&both("paper-no-tax-invoice", &[])) {
            self.sheet.phrase(vec![span], Align::Centre)?;
        }
        self.sheet.gap(8);
        Ok(())
    }

    /// Number and date; operator and till stand in the first document, place of supply and buyer in the first of what came
    /// back and in the first of what was sold.
    fn particulars(&mut self, place: usize, section: &Section) -> Result<(), Unprintable> {
        let receipt = self.receipt;
        let mut told = vec![
            (section.number_key(), vec![self.strong(&section.number)]),
            ("paper-date", vec![self.strong(&receipt.date), self.strong(&receipt.time)]),
        ];
        if place == 0 {
            told.push(("paper-operator", self.label(Style::regular(self.sizes.body), &receipt.operator)));
            told.push(("paper-till", vec![self.body(&receipt.till)]));
        }
        if let Some((number, date)) = &section.against {
            told.push(("paper-against", vec![self.body(number)]));
            told.push(("paper-against-date", vec![self.body(date)]));
        }
        let columns: &[i32] = if self.on_sheets() && told.len() > 2 { &[31, 27, 28, 14] } else { &[56, 44] };
        for row in told.chunks(columns.len()) {
            self.named(row, columns)?;
            self.sheet.gap(4);
        }
        if let Some(supplied) = receipt.supplied(place) {
            self.supply(section, &supplied)?;
            self.buyer(&supplied)?;
            if let Some(refund) = receipt.refund.as_ref().filter(|_| section.kind.comes_back()) {
                let reason = both("paper-reason", &[("reason", refund.reason.as_str().into())]);
                self.sheet.phrase(vec![self.small(self.says.lead(&reason))], Align::Left)?;
                if refund.late && section.shows_tax() {
                    for span in self.smalls(&both("paper-late", &[])) {
                        self.sheet.phrase(vec![span], Align::Left)?;
                    }
                }
            }
        }
        self.sheet.gap(8);
        Ok(())
    }

    /// Place of supply with its code, and that the buyer owes no tax of it (CGST rule 46(n), (p)).
    fn supply(&mut self, section: &Section, supplied: &Supplied) -> Result<(), Unprintable> {
        let place = both("paper-place-of-supply", &[]);
        let joined = |name: &Name| self.says.each(name).collect::<Vec<_>>().join(" ");
        let mut told = vec![
            self.small(joined(&place)),
            self.small(format!("{} ({})", joined(&supplied.place), supplied.state_code)),
        ];
        if section.shows_tax() {
            told.push(self.small(joined(&both("paper-reverse-charge", &[]))));
        }
        self.sheet.listed(&told, self.sheet.across(), Align::Left)
    }

    fn buyer(&mut self, supplied: &Supplied) -> Result<(), Unprintable> {
        let Some(buyer) = &supplied.buyer else { return Ok(()) };
        self.sheet.gap(6);
        self.sheet.dotted();
        self.sheet.gap(4);
        self.sheet.listed(&self.smalls(&both(self.receipt.buyer_key(), &[])), self.sheet.across(), Align::Left)?;
        if !buyer.name.is_empty() {
            self.sheet.phrase(vec![self.strong(&buyer.name)], Align::Left)?;
        }
        if !buyer.address.is_empty() {
            self.sheet.phrase(vec![self.small(&buyer.address)], Align::Left)?;
        }
        if !buyer.delivery.is_empty() {
            let delivery = both("paper-delivery", &[("address", buyer.delivery.as_str().into())]);
            self.sheet.phrase(vec![self.small(self.says.lead(&delivery))], Align::Left)?;
        }
        let mut told = Vec::new();
        if let Some(gstin) = &buyer.gstin {
            let gstin = both("paper-gstin", &[("gstin", gstin.as_str().into())]);
            told.push(Span::new(Style::bold(self.sizes.small), self.says.lead(&gstin)));
        }
        if let Some((state, code)) = &buyer.state {
            let named = self.says.each(state).collect::<Vec<_>>().join(" ");
            told.push(self.small(format!("{named} ({code})")));
        }
        if buyer.sez {
            told.extend(self.smalls(&both("paper-sez", &[])));
        }
        self.sheet.listed(&told, self.sheet.across(), Align::Left)
    }

    /// Small labels over what they name, in columns of so many hundredths of the width.
    fn named(&mut self, told: &[(&str, Vec<Span>)], columns: &[i32]) -> Result<(), Unprintable> {
        let (mut x, width) = self.sheet.across();
        let (mut labels, mut values) = (Vec::new(), Vec::new());
        for ((key, value), hundredths) in told.iter().zip(columns) {
            let across = width * hundredths / 100;
            labels.push(Cell::left(self.smalls(&both(key, &[])), x, across - 8));
            values.push(Cell::left(value.clone(), x, across - 8));
            x += across;
        }
        self.sheet.row(&labels)?;
        self.sheet.row(&values)
    }

    /// A label at the left and an amount at the right edge.
    pub fn amount(&mut self, label: Vec<Span>, amount: Span) -> Result<(), Unprintable> {
        let width = dots(&amount)?;
        let (left, right) = (self.sheet.left(), self.sheet.right());
        let cells = [Cell::left(label, left, right - left - width - 16), Cell::amount(amount, right, width)];
        self.sheet.row(&cells)
    }

    pub fn total(&mut self, key: &str, amount: Paise) -> Result<(), Unprintable> {
        let label = self.label(Style::regular(self.sizes.body), &both(key, &[]));
        let amount = self.body(amount.to_text());
        self.amount(label, amount)
    }

    fn totals(&mut self, place: usize, section: &Section) -> Result<(), Unprintable> {
        self.sheet.rule(2);
        self.sheet.gap(6);
        if section.basket_discount != Paise::ZERO {
            self.total("paper-basket-discount", -section.basket_discount)?;
        }
        self.total(section.value_key(), section.taxable)?;
        if section.shows_tax() {
            self.tax(section)?;
        }
        if self.receipt.totals_each() {
            let label = self.label(Style::bold(self.sizes.body), &both(section.total_key(), &[]));
            let total = self.strong(section.total.to_text());
            self.amount(label, total)?;
            if let Some(refund) = self.receipt.credited(place) {
                self.round_off(refund.round_off)?;
            }
        } else {
            self.round_off(self.receipt.round_off)?;
        }
        self.sheet.gap(6);
        Ok(())
    }

    fn round_off(&mut self, round_off: Paise) -> Result<(), Unprintable> {
        if round_off == Paise::ZERO { Ok(()) } else { self.total("paper-round-off", round_off) }
    }

    /// What all documents share: the due and how it was paid, whom it feeds, and what proves it.
    fn end(&mut self) -> Result<(), Unprintable> {
        let number = &self.receipt.number;
        if !self.on_sheets() {
            self.noted(&self.receipt.note)?;
            self.due()?;
            self.words()?;
            self.tenders()?;
            self.makers()?;
            self.proof()?;
            return self.foot();
        }
        self.whole(number, |layout| {
            let top = layout.sheet.y;
            layout.within((0, 47), |layout| {
                layout.sheet.gap(8);
                layout.noted(&layout.receipt.note)?;
                layout.words()
            })?;
            let left = std::mem::replace(&mut layout.sheet.y, top);
            layout.within((50, 100), |layout| {
                layout.due()?;
                layout.tenders()
            })?;
            layout.sheet.y = layout.sheet.y.max(left);
            Ok(())
        })?;
        self.whole(number, |layout| {
            let top = layout.sheet.y;
            layout.within((0, 47), Layout::proof)?;
            let left = std::mem::replace(&mut layout.sheet.y, top);
            layout.within((50, 100), |layout| {
                layout.makers()?;
                layout.signature()?;
                layout.foot()
            })?;
            layout.sheet.y = layout.sheet.y.max(left);
            Ok(())
        })
    }

    fn due(&mut self) -> Result<(), Unprintable> {
        if self.receipt.totals_each() {
            self.round_off(self.receipt.round_off)?;
            self.sheet.gap(6);
        }
        let label = both(self.receipt.due_key(), &[]);
        self.sheet.rule(4);
        let spans = self.label(Style::bold(self.sizes.heading), &label);
        let text = self.receipt.due.to_rupee_text();
        let room = self.sheet.width() - (Line::of(&spans)?.width_sub + SUB - 1) / SUB - 16;
        let largest = Span::new(Style::bold(self.sizes.due), &text);
        if dots(&largest)? <= room {
            self.amount(spans, largest)?;
        } else {
            // Crores: the label stands above, and the amount keeps a size that fits.
            self.sheet.phrase(spans, Align::Left)?;
            let smaller = Span::new(Style::bold(self.sizes.title), &text);
            let due = if dots(&largest)? <= self.sheet.width() { largest } else { smaller };
            self.sheet.row(&[Cell::amount(due, self.sheet.right(), self.sheet.width())])?;
        }
        self.sheet.rule(4);
        self.sheet.gap(6);
        Ok(())
    }

    fn words(&mut self) -> Result<(), Unprintable> {
        for span in self.smalls(&self.receipt.words) {
            self.sheet.phrase(vec![span], Align::Left)?;
        }
        self.sheet.gap(8);
        Ok(())
    }

    fn tenders(&mut self) -> Result<(), Unprintable> {
        for tender in &self.receipt.tenders {
            self.tender(tender)?;
        }
        if self.receipt.change != Paise::ZERO {
            let label = self.label(Style::bold(self.sizes.body), &both("paper-change", &[]));
            let change = self.strong(self.receipt.change.to_text());
            self.amount(label, change)?;
        }
        if let Some(refund) = self.receipt.refund.as_ref().filter(|refund| !refund.rest.is_empty()) {
            self.sheet.gap(6);
            self.sheet.dotted();
            self.sheet.gap(4);
            let label = self.label(Style::bold(self.sizes.body), &both("paper-rest", &[]));
            let rest = self.strong(refund.rest_paise().to_text());
            self.amount(label, rest)?;
            for tender in &refund.rest {
                self.tender(tender)?;
            }
        }
        self.sheet.gap(10);
        Ok(())
    }

    fn tender(&mut self, tender: &ReceiptTender) -> Result<(), Unprintable> {
        self.total(tender.kind.key(), tender.amount)?;
        let given = tender.given.map(|given| both("paper-given", &[("amount", given.to_rupee_text().into())]));
        let mut told: Vec<Span> = given.iter().flat_map(|given| self.smalls(given)).collect();
        told.extend(tender.reference.as_ref().map(|reference| self.small(reference)));
        self.sheet.listed(&told, self.sheet.across(), Align::Left)
    }

    /// Whom this bill feeds: the reason the mart exists, so it has its own frame.
    fn makers(&mut self) -> Result<(), Unprintable> {
        let (makers, says) = (&self.receipt.makers, self.says);
        if makers.is_empty() {
            return Ok(());
        }
        let told = both("paper-makers", &[("count", makers.len().into())]);
        let heading = self.strong(says.lead(&told));
        let lead: Vec<Span> = makers.iter().map(|maker| self.body(says.lead(maker))).collect();
        // The other language names all of them, or its sentence would stand without its names.
        let second = says.second(&told).map(|text| self.small(text));
        let names: Vec<Span> = makers.iter().map(|maker| self.small(&maker.en)).collect();
        self.sheet.boxed(|sheet, x, width| {
            let centred = |span| Cell { spans: vec![span], x, width, align: Align::Centre, whole: false };
            sheet.row(&[centred(heading)])?;
            sheet.listed(&lead, (x, width), Align::Centre)?;
            let Some(second) = second else { return Ok(()) };
            sheet.gap(4);
            sheet.row(&[centred(second)])?;
            sheet.listed(&names, (x, width), Align::Centre)
        })?;
        self.sheet.gap(12);
        Ok(())
    }

    /// Room for the signature that law wants on what the mart itself supplies (CGST rule 46(q), 49, 53): a roll is read on
    /// a screen or signed by its code.
    fn signature(&mut self) -> Result<(), Unprintable> {
        let receipt = self.receipt;
        if !receipt.mart_supplies() {
            return Ok(());
        }
        let mart = |language: Language| receipt.mart.of(language).into();
        let lead = both("paper-for-mart", &[("mart", mart(Language::Hi))]).hi;
        let second = both("paper-for-mart", &[("mart", mart(Language::En))]).en;
        let signed = |layout: &Self, name: &Name| layout.label(Style::bold(layout.sizes.small), name);
        for span in signed(self, &Name::new(lead, second)) {
            self.sheet.phrase(vec![span], Align::Right)?;
        }
        self.sheet.gap(self.sizes.body * 3);
        self.sheet.dotted();
        self.sheet.gap(4);
        let spans = signed(self, &both("paper-signatory", &[]));
        self.sheet.listed(&spans, self.sheet.across(), Align::Right)?;
        self.sheet.gap(8);
        Ok(())
    }

    /// The QR code with what it is for, and the bar code of the number.
    fn proof(&mut self) -> Result<(), Unprintable> {
        let receipt = self.receipt;
        let code = codes::qr(&receipt.qr)?;
        let (left, width) = self.sheet.across();
        let module = (width / code.across).min(self.sizes.module);
        if module < 2 {
            return Err(Unprintable::Width { text: receipt.qr.clone() });
        }
        let side = code.across * module;
        // An unsigned bill can be found by its code but not proved by it.
        let proof = both(if receipt.unsigned { "paper-unsigned" } else { "paper-check" }, &[]);
        let mut told = Vec::new();
        if receipt.sells() && !receipt.commission {
            told.extend(self.label(Style::bold(self.sizes.body), &both("paper-return", &[])));
        }
        told.extend(self.label(Style::regular(self.sizes.body), &proof));
        let beside = width - side;
        let top = self.sheet.y;
        if beside >= 220 {
            let high = |span: &Span| span.style.ascent() + span.style.descent();
            self.sheet.code(&code, left, (module, module));
            self.sheet.gap(((side - told.iter().map(high).sum::<i32>()) / 2).max(0));
            for span in told {
                self.sheet.row(&[Cell::left(vec![span], left + side, beside)])?;
            }
            self.sheet.y = self.sheet.y.max(top + side);
        } else {
            self.sheet.code(&code, left + beside / 2, (module, module));
            self.sheet.y = top + side;
            for span in told {
                self.sheet.phrase(vec![span], Align::Centre)?;
            }
        }
        self.sheet.gap(10);
        self.bars()
    }

    /// Left out where the number is too long for the roll: the QR code carries it anyway. On 58 mm the bars
    /// take the whole printed width and the unprinted edges of the paper are their quiet zones.
    fn bars(&mut self) -> Result<(), Unprintable> {
        let code = codes::code128(&self.receipt.number)?;
        let width = code.across * BAR;
        let (left, room) = if self.on_sheets() { self.sheet.column } else { (0, self.sheet.paper.dots()) };
        let spare = room - width;
        if spare >= 0 {
            self.sheet.code(&code, left + spare / 2, (BAR, BARS_HIGH));
            self.sheet.gap(BARS_HIGH + 2);
        }
        let number = Span::new(Style::bold(self.sizes.small), &self.receipt.number);
        self.sheet.phrase(vec![number], Align::Centre)
    }

    fn foot(&mut self) -> Result<(), Unprintable> {
        self.sheet.gap(8);
        let thanks = self.label(Style::bold(self.sizes.body), &both(self.receipt.end_key(), &[]));
        for span in thanks {
            self.sheet.phrase(vec![span], Align::Centre)?;
        }
        if self.receipt.demo {
            self.sheet.gap(6);
            self.sheet.dotted();
            self.sheet.gap(4);
            self.sheet.listed(&self.smalls(&both("paper-demo", &[])), self.sheet.across(), Align::Centre)?;
        }
        self.sheet.gap(6);
        self.sheet.border(BORDER);
        Ok(())
    }
}
