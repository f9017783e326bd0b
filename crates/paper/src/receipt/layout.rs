//! The receipt from top to bottom. Hindi leads, English follows smaller; amounts stand in one column at the
//! right edge; what is to pay is the largest thing on the paper. Not here: how lines are set (`sheet`).

use super::{Receipt, ReceiptLine, ReceiptTender, both, heading_key};
use crate::Unprintable;
use crate::codes;
use crate::page::{Page, Roll, SUB, Style};
use crate::sheet::{Align, Cell, Sheet};
use crate::text::{Line, Span};
use domain::money::Paise;
use domain::name::Name;

const BORDER: &str = include_str!("../../../../assets/receipts/border.txt");
/// Smallest bar of a bar code that a till's scanner reads off thermal paper, in dots.
const BAR: i32 = 2;
/// Height of the bar code.
const BARS_HIGH: i32 = 72;

/// Sizes for a roll, in dots to the em.
struct Sizes {
    title: i32,
    subtitle: i32,
    heading: i32,
    body: i32,
    small: i32,
    due: i32,
    margin: i32,
    /// Largest module of the QR code.
    module: i32,
}

impl Sizes {
    const fn of(roll: Roll) -> Self {
        match roll {
            Roll::Mm80 => {
                Self { title: 40, subtitle: 26, heading: 28, body: 24, small: 20, due: 64, margin: 8, module: 4 }
            }
            Roll::Mm58 => {
                Self { title: 31, subtitle: 22, heading: 23, body: 21, small: 18, due: 48, margin: 4, module: 4 }
            }
        }
    }
}

/// A receipt on its way to the page.
struct Layout<'a> {
    receipt: &'a Receipt,
    sheet: Sheet,
    sizes: Sizes,
}

impl Receipt {
    /// Lays the receipt out for a roll.
    pub fn page(&self, roll: Roll) -> Result<Page, Unprintable> {
        let sizes = Sizes::of(roll);
        let mut layout = Layout { receipt: self, sheet: Sheet::new(roll, sizes.margin), sizes };
        layout.banners()?;
        layout.mart()?;
        layout.heading()?;
        layout.particulars()?;
        layout.lines()?;
        layout.totals()?;
        layout.due()?;
        layout.tenders()?;
        layout.makers()?;
        layout.proof()?;
        layout.foot()?;
        Ok(layout.sheet.finish())
    }
}

/// Width of a span in whole dots.
fn dots(span: &Span) -> Result<i32, Unprintable> {
    Ok((Line::of(std::slice::from_ref(span))?.width_sub + SUB - 1) / SUB)
}

impl Layout<'_> {
    fn body(&self, text: impl Into<String>) -> Span {
        Span::new(Style::regular(self.sizes.body), text)
    }

    fn strong(&self, text: impl Into<String>) -> Span {
        Span::new(Style::bold(self.sizes.body), text)
    }

    fn small(&self, text: impl Into<String>) -> Span {
        Span::new(Style::regular(self.sizes.small), text)
    }

    /// Hindi in `lead`, then English small; once, where both say the same.
    fn label(&self, lead: Style, name: &Name) -> Vec<Span> {
        let mut spans = vec![Span::new(lead, &name.hi)];
        if name.en != name.hi {
            spans.push(self.small(&name.en));
        }
        spans
    }

    /// What this paper is not: a first print, or a bill at all.
    fn banners(&mut self) -> Result<(), Unprintable> {
        let practice = self.receipt.practice.then(|| both("paper-practice", &[]));
        let copy = self.receipt.copy.map(|copy| both("paper-copy", &[("copy", copy.into())]));
        for banner in practice.into_iter().chain(copy) {
            let spans = [banner.hi, banner.en].map(|text| self.strong(text));
            self.sheet.band(&spans)?;
            self.sheet.gap(8);
        }
        Ok(())
    }

    fn mart(&mut self) -> Result<(), Unprintable> {
        let receipt = self.receipt;
        self.sheet.border(BORDER);
        self.sheet.gap(6);
        self.sheet.phrase(vec![Span::new(Style::bold(self.sizes.title), &receipt.mart.hi)], Align::Centre)?;
        self.sheet.phrase(vec![Span::new(Style::bold(self.sizes.subtitle), &receipt.mart.en)], Align::Centre)?;
        self.sheet.gap(4);
        self.sheet.phrase(vec![self.small(&receipt.address.hi)], Align::Centre)?;
        self.sheet.phrase(vec![self.small(&receipt.address.en)], Align::Centre)?;
        let phone = both("paper-phone", &[("phone", receipt.phone.as_str().into())]);
        let gstin = both("paper-gstin", &[("gstin", receipt.gstin.as_str().into())]);
        let contact = [Span::new(Style::bold(self.sizes.small), gstin.hi), self.small(phone.hi)];
        self.sheet.listed(&contact, self.sheet.across(), Align::Centre)?;
        self.sheet.gap(10);
        Ok(())
    }

    fn heading(&mut self) -> Result<(), Unprintable> {
        let heading = both(heading_key(self.receipt.heading), &[]);
        self.sheet.rule(2);
        self.sheet.gap(4);
        let style = Style::bold(self.sizes.heading);
        let names = [Span::new(style, heading.hi), Span::new(style, heading.en)];
        self.sheet.listed(&names, self.sheet.across(), Align::Centre)?;
        self.sheet.gap(4);
        self.sheet.rule(2);
        self.sheet.gap(8);
        Ok(())
    }

    /// Number, date, operator, till: small labels over what they name.
    fn particulars(&mut self) -> Result<(), Unprintable> {
        let receipt = self.receipt;
        self.pair(
            ("paper-number", vec![self.strong(&receipt.number)]),
            ("paper-date", vec![self.strong(&receipt.date), self.strong(&receipt.time)]),
        )?;
        self.sheet.gap(4);
        let operator = self.label(Style::regular(self.sizes.body), &receipt.operator);
        self.pair(("paper-operator", operator), ("paper-till", vec![self.body(&receipt.till)]))?;
        self.sheet.gap(4);
        let place = both("paper-place-of-supply", &[]);
        let state = &receipt.place_of_supply;
        let told = [
            self.small(format!("{} {}", place.hi, place.en)),
            self.small(format!("{} {} ({})", state.hi, state.en, receipt.state_code)),
        ];
        self.sheet.listed(&told, self.sheet.across(), Align::Left)?;
        self.sheet.gap(8);
        Ok(())
    }

    fn pair(&mut self, left: (&str, Vec<Span>), right: (&str, Vec<Span>)) -> Result<(), Unprintable> {
        let (edge, width) = (self.sheet.left(), self.sheet.width());
        // The number is the longer of the two and the one that may not be cut.
        let (first, second) = (width * 56 / 100, width * 44 / 100);
        let mut labels = Vec::new();
        for (key, x, width) in [(left.0, edge, first), (right.0, edge + first, second)] {
            let label = both(key, &[]);
            labels.push(Cell::left(vec![self.small(label.hi), self.small(label.en)], x, width - 8));
        }
        self.sheet.row(&labels)?;
        self.sheet.row(&[Cell::left(left.1, edge, first - 8), Cell::left(right.1, edge + first, second)])
    }

    fn lines(&mut self) -> Result<(), Unprintable> {
        let receipt = self.receipt;
        let heads = ["paper-item", "paper-quantity", "paper-amount"].map(|key| both(key, &[]));
        let mut widths = [0, 0];
        for (width, head) in widths.iter_mut().zip(&heads[1..]) {
            *width = dots(&self.small(&head.hi))?.max(dots(&self.small(&head.en))?);
        }
        for line in &receipt.lines {
            widths[0] = widths[0].max(dots(&self.quantity(line))?);
            widths[1] = widths[1].max(dots(&self.strong(line.amount.to_text()))?);
        }
        let (left, right) = (self.sheet.left(), self.sheet.right());
        let quantity_right = right - widths[1] - 16;
        let name_width = quantity_right - widths[0] - 12 - left;
        self.sheet.rule(2);
        self.sheet.gap(2);
        for of in [|name: &Name| name.hi.clone(), |name: &Name| name.en.clone()] {
            let [item, quantity, amount] = [0, 1, 2].map(|column| self.small(of(&heads[column])));
            self.sheet.row(&[
                Cell::left(vec![item], left, name_width),
                Cell::amount(quantity, quantity_right, widths[0]),
                Cell::amount(amount, right, widths[1]),
            ])?;
        }
        self.sheet.gap(2);
        self.sheet.rule(2);
        self.sheet.gap(6);
        for (place, line) in receipt.lines.iter().enumerate() {
            if place > 0 {
                self.sheet.gap(6);
                self.sheet.dotted();
                self.sheet.gap(5);
            }
            let quantity = self.quantity(line);
            let amount = self.strong(line.amount.to_text());
            self.sheet.row(&[
                Cell::left(vec![self.strong(&line.name.hi)], left, name_width),
                Cell::amount(quantity, quantity_right, widths[0]),
                Cell::amount(amount, right, widths[1]),
            ])?;
            let beneath = (left, quantity_right - left);
            let particulars = self.line_particulars(line);
            self.sheet.listed(&particulars, beneath, Align::Left)?;
            if line.discount != Paise::ZERO {
                let discount = both("paper-line-discount", &[("amount", line.discount.to_rupee_text().into())]);
                let told = [self.small(discount.hi), self.small(discount.en)];
                self.sheet.listed(&told, beneath, Align::Left)?;
            }
        }
        self.sheet.gap(8);
        Ok(())
    }

    fn quantity(&self, line: &ReceiptLine) -> Span {
        self.body(format!("{} {}", line.quantity, line.unit.hi))
    }

    /// English name, price where it is not the amount, HSN, rate, maker and district.
    fn line_particulars(&self, line: &ReceiptLine) -> Vec<Span> {
        let mut told = vec![line.name.en.clone()];
        if line.quantity != "1" || line.discount != Paise::ZERO {
            told.push(both("paper-price-each", &[("price", line.price.to_rupee_text().into())]).hi);
        }
        told.push(both("paper-hsn", &[("hsn", line.hsn.as_str().into())]).hi);
        told.push(both("paper-gst", &[("rate", line.rate.to_text().into())]).hi);
        let maker = line.maker.as_ref().map(|maker| format!("{}, ", maker.hi)).unwrap_or_default();
        told.push(maker + &line.district.hi);
        told.into_iter().map(|text| self.small(text)).collect()
    }

    /// A label at the left and an amount at the right edge.
    fn amount(&mut self, label: Vec<Span>, amount: Span) -> Result<(), Unprintable> {
        let width = dots(&amount)?;
        let (left, right) = (self.sheet.left(), self.sheet.right());
        let cells = [Cell::left(label, left, right - left - width - 16), Cell::amount(amount, right, width)];
        self.sheet.row(&cells)
    }

    fn total(&mut self, key: &str, amount: Paise) -> Result<(), Unprintable> {
        let label = self.label(Style::regular(self.sizes.body), &both(key, &[]));
        let amount = self.body(amount.to_text());
        self.amount(label, amount)
    }

    fn totals(&mut self) -> Result<(), Unprintable> {
        let receipt = self.receipt;
        self.sheet.rule(2);
        self.sheet.gap(6);
        if receipt.basket_discount != Paise::ZERO {
            self.total("paper-basket-discount", -receipt.basket_discount)?;
        }
        self.total("paper-taxable", receipt.taxable)?;
        self.tax()?;
        if receipt.round_off != Paise::ZERO {
            self.total("paper-round-off", receipt.round_off)?;
        }
        self.sheet.gap(6);
        Ok(())
    }

    /// The tax table: one row to a rate. Where a row is too wide for the roll its taxes go below each other.
    fn tax(&mut self) -> Result<(), Unprintable> {
        let receipt = self.receipt;
        let local = receipt.tax.iter().any(|row| row.cgst != Paise::ZERO || row.sgst != Paise::ZERO);
        let other = receipt.tax.iter().any(|row| row.igst != Paise::ZERO);
        if !local && !other {
            return Ok(());
        }
        let mut keys = vec!["paper-rate", "paper-taxable-short"];
        keys.extend(local.then_some(["paper-cgst", "paper-sgst"]).into_iter().flatten());
        keys.extend(other.then_some("paper-igst"));
        let head = |key: &&str| {
            let name = both(key, &[]);
            // The narrow roll has room for one of them.
            if self.sheet.roll == Roll::Mm58 || name.hi == name.en {
                name.hi
            } else {
                format!("{} {}", name.hi, name.en)
            }
        };
        let mut table: Vec<Vec<String>> = vec![keys.iter().map(head).collect()];
        for row in &receipt.tax {
            let half = row.half_rate();
            let rate = row.rate.to_text();
            let mut cells = vec![if local { format!("{rate} ({half} + {half})") } else { rate }, row.taxable.to_text()];
            cells.extend(local.then(|| [row.cgst.to_text(), row.sgst.to_text()]).into_iter().flatten());
            cells.extend(other.then(|| row.igst.to_text()));
            table.push(cells);
        }
        let mut widths = vec![0; keys.len()];
        for row in &table {
            for (width, text) in widths.iter_mut().zip(row) {
                *width = (*width).max(dots(&self.small(text))?);
            }
        }
        self.sheet.gap(4);
        let (left, right) = (self.sheet.left(), self.sheet.right());
        let spare = right - left - widths.iter().sum::<i32>();
        let columns = widths.len() as i32 - 1;
        if spare >= columns * 10 {
            for row in table {
                let mut edge = left + widths[0];
                let mut cells = vec![Cell::left(vec![self.small(&row[0])], left, widths[0])];
                for (column, text) in row.iter().enumerate().skip(1) {
                    edge = if column as i32 == columns { right } else { edge + spare / columns + widths[column] };
                    cells.push(Cell::amount(self.small(text), edge, widths[column]));
                }
                self.sheet.row(&cells)?;
            }
        } else {
            for row in &table[1..] {
                let label = vec![self.small(format!("GST {}", row[0]))];
                let taxable = self.small(&row[1]);
                self.amount(label, taxable)?;
                for (head, tax) in table[0].iter().zip(row).skip(2) {
                    let (label, tax) = (vec![self.small(head)], self.small(tax));
                    self.amount(label, tax)?;
                }
            }
        }
        self.sheet.gap(4);
        Ok(())
    }

    fn due(&mut self) -> Result<(), Unprintable> {
        let label = both("paper-due", &[]);
        self.sheet.rule(4);
        let spans = vec![Span::new(Style::bold(self.sizes.heading), label.hi), self.small(label.en)];
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
        let said = [self.small(&self.receipt.words.hi), self.small(&self.receipt.words.en)];
        for words in said {
            self.sheet.phrase(vec![words], Align::Left)?;
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
        self.sheet.gap(10);
        Ok(())
    }

    fn tender(&mut self, tender: &ReceiptTender) -> Result<(), Unprintable> {
        self.total(tender.kind.key(), tender.amount)?;
        let given = tender.given.map(|given| both("paper-given", &[("amount", given.to_rupee_text().into())]));
        let told = given.into_iter().flat_map(|given| [given.hi, given.en]).chain(tender.reference.clone());
        let told: Vec<Span> = told.map(|text| self.small(text)).collect();
        self.sheet.listed(&told, self.sheet.across(), Align::Left)
    }

    /// Whom this bill feeds: the reason the mart exists, so it has its own frame.
    fn makers(&mut self) -> Result<(), Unprintable> {
        let makers = &self.receipt.makers;
        if makers.is_empty() {
            return Ok(());
        }
        let told = both("paper-makers", &[("count", makers.len().into())]);
        let heading = self.strong(told.hi);
        let english = self.small(told.en);
        let named = |of: fn(&Name) -> &String, style| -> Vec<Span> {
            makers.iter().map(|maker| Span::new(style, of(maker))).collect()
        };
        let hindi_names = named(|maker| &maker.hi, Style::regular(self.sizes.body));
        let english_names = named(|maker| &maker.en, Style::regular(self.sizes.small));
        self.sheet.boxed(|sheet, x, width| {
            let centred = |span| Cell { spans: vec![span], x, width, align: Align::Centre, whole: false };
            sheet.row(&[centred(heading)])?;
            sheet.listed(&hindi_names, (x, width), Align::Centre)?;
            sheet.gap(4);
            sheet.row(&[centred(english)])?;
            sheet.listed(&english_names, (x, width), Align::Centre)
        })?;
        self.sheet.gap(12);
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
        let (check, back) = (both("paper-check", &[]), both("paper-return", &[]));
        // An unsigned bill can be found by its code but not proved by it.
        let proof = if receipt.unsigned { both("paper-unsigned", &[]) } else { check };
        let told = [self.strong(back.hi), self.small(back.en), self.body(proof.hi), self.small(proof.en)];
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
        let spare = self.sheet.roll.dots() - width;
        if spare >= 0 {
            self.sheet.code(&code, spare / 2, (BAR, BARS_HIGH));
            self.sheet.gap(BARS_HIGH + 2);
        }
        let number = Span::new(Style::bold(self.sizes.small), &self.receipt.number);
        self.sheet.phrase(vec![number], Align::Centre)
    }

    fn foot(&mut self) -> Result<(), Unprintable> {
        self.sheet.gap(8);
        let thanks = both("paper-thanks", &[]);
        self.sheet.phrase(vec![self.strong(thanks.hi)], Align::Centre)?;
        self.sheet.phrase(vec![self.small(thanks.en)], Align::Centre)?;
        if self.receipt.demo {
            let demo = both("paper-demo", &[]);
            let told = [self.small(demo.hi), self.small(demo.en)];
            self.sheet.gap(6);
            self.sheet.dotted();
            self.sheet.gap(4);
            self.sheet.listed(&told, self.sheet.across(), Align::Centre)?;
        }
        self.sheet.gap(6);
        self.sheet.border(BORDER);
        Ok(())
    }
}
