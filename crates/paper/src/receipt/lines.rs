//! The table of what was sold, or came back: a row to a line, with the columns the paper has room for; on sheets its
//! head is repeated and its sum carried; and the table of its tax. Not here: totals (`layout`).

use super::layout::{Layout, dots};
use super::{ReceiptLine, Section, both};
use crate::Unprintable;
use crate::page::{Paper, Style};
use crate::sheet::{Align, Cell};
use crate::text::Span;
use domain::money::Paise;

/// White between two columns.
const GAP: i32 = 16;

/// What stands in a column beside the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Hsn,
    /// Accounting code of a service.
    Sac,
    Quantity,
    Price,
    Discount,
    Gst,
    Amount,
}

/// The columns, each with its right edge and width, and what is left for the name.
struct Table {
    columns: Vec<(Column, i32, i32)>,
    name: i32,
    /// HSN, price, discount and rate have columns of their own.
    wide: bool,
}

impl Column {
    fn key(self) -> &'static str {
        match self {
            Self::Hsn => "paper-hsn-short",
            Self::Sac => "paper-sac-short",
            Self::Quantity => "paper-quantity",
            Self::Price => "paper-price",
            Self::Discount => "paper-discount",
            Self::Gst => "paper-gst-short",
            Self::Amount => "paper-amount",
        }
    }

    fn of(self, layout: &Layout, line: &ReceiptLine) -> Span {
        match self {
            Self::Hsn | Self::Sac => layout.small(&line.hsn),
            Self::Quantity => layout.body(format!("{} {}", line.quantity, layout.says.lead(&line.unit))),
            Self::Price => layout.body(line.price.to_text()),
            Self::Discount if line.discount == Paise::ZERO => layout.body(""),
            Self::Discount => layout.body((-line.discount).to_text()),
            Self::Gst => layout.small(line.rate.to_text()),
            Self::Amount => layout.strong(line.amount.to_text()),
        }
    }
}

impl Layout<'_> {
    pub fn lines(&mut self, section: &Section) -> Result<(), Unprintable> {
        let table = self.table(section)?;
        self.heads(&table)?;
        let mut so_far = Paise::ZERO;
        for (place, line) in section.lines.iter().enumerate() {
            let before = self.sheet.filled();
            self.line(&table, section, place, line)?;
            // Room is kept for the row that carries the sum.
            if self.sheet.y > self.bottom() - 2 * self.sizes.body {
                self.sheet.back_to(before);
                if place > 0 {
                    self.carry("paper-carried", so_far)?;
                }
                self.turn()?;
                self.heads(&table)?;
                if place > 0 {
                    self.carry("paper-brought", so_far)?;
                    self.sheet.gap(6);
                }
                self.line(&table, section, place, line)?;
                if self.sheet.y > self.bottom() {
                    return Err(Unprintable::Height { text: line.name.hi.clone() });
                }
            }
            so_far += line.amount;
        }
        self.sheet.gap(8);
        Ok(())
    }

    fn table(&self, section: &Section) -> Result<Table, Unprintable> {
        let short = [Column::Quantity, Column::Amount];
        if self.on_sheets() {
            let services = section.lines.iter().all(|line| line.code_key() == "paper-sac");
            let code = if services { Column::Sac } else { Column::Hsn };
            let mut wide = vec![code, Column::Quantity, Column::Price];
            wide.extend(section.lines.iter().any(|line| line.discount != Paise::ZERO).then_some(Column::Discount));
            wide.extend(section.shows_tax().then_some(Column::Gst));
            wide.push(Column::Amount);
            let table = self.measured(section, &wide, true)?;
            // A name wants a third of the width; dear goods on a small sheet leave less.
            if table.name * 3 >= self.sheet.width() {
                return Ok(table);
            }
        }
        self.measured(section, &short, false)
    }

    fn measured(&self, section: &Section, columns: &[Column], wide: bool) -> Result<Table, Unprintable> {
        let mut edge = self.sheet.right();
        let mut placed = Vec::new();
        for column in columns.iter().rev() {
            let mut width = 0;
            for text in self.says.each(&both(column.key(), &[])) {
                width = width.max(dots(&self.small(text))?);
            }
            for line in &section.lines {
                width = width.max(dots(&column.of(self, line))?);
            }
            placed.insert(0, (*column, edge, width));
            edge -= width + GAP;
        }
        Ok(Table { columns: placed, name: edge + GAP - 12 - self.sheet.left(), wide })
    }

    fn heads(&mut self, table: &Table) -> Result<(), Unprintable> {
        self.sheet.rule(2);
        self.sheet.gap(2);
        let item = both("paper-item", &[]);
        let heads: Vec<_> = table.columns.iter().map(|(column, ..)| both(column.key(), &[])).collect();
        for (row, item) in self.says.each(&item).enumerate() {
            let mut cells = vec![Cell::left(vec![self.small(item)], self.sheet.left(), table.name)];
            for ((_, edge, width), head) in table.columns.iter().zip(&heads) {
                // What is the same in both languages stands once.
                if let Some(text) = self.says.each(head).nth(row) {
                    cells.push(Cell::amount(self.small(text), *edge, *width));
                }
            }
            self.sheet.row(&cells)?;
        }
        self.sheet.gap(2);
        self.sheet.rule(2);
        self.sheet.gap(6);
        Ok(())
    }

    fn line(&mut self, table: &Table, section: &Section, place: usize, line: &ReceiptLine) -> Result<(), Unprintable> {
        let left = self.sheet.left();
        if place > 0 {
            self.sheet.gap(6);
            self.sheet.dotted();
            self.sheet.gap(5);
        }
        let mut name = vec![self.strong(self.says.lead(&line.name))];
        if table.wide {
            name.insert(0, self.body(format!("{}.", place + 1)));
        }
        let mut cells = vec![Cell::left(name, left, table.name)];
        for (column, edge, width) in &table.columns {
            let span = column.of(self, line);
            if !span.text.is_empty() {
                cells.push(Cell::amount(span, *edge, *width));
            }
        }
        self.sheet.row(&cells)?;
        let beneath = if table.wide { table.name } else { table.columns[0].1 - left };
        let particulars = self.line_particulars(table, section, line);
        self.sheet.listed(&particulars, (left, beneath), Align::Left)?;
        if line.discount != Paise::ZERO && !table.wide {
            let discount = both("paper-line-discount", &[("amount", line.discount.to_rupee_text().into())]);
            self.sheet.listed(&self.smalls(&discount), (left, beneath), Align::Left)?;
        }
        self.noted(&line.note)
    }

    /// What was written to a line or to the whole bill.
    pub fn noted(&mut self, note: &str) -> Result<(), Unprintable> {
        if note.is_empty() {
            return Ok(());
        }
        let told = both("paper-note", &[("note", note.into())]);
        self.sheet.phrase(vec![self.small(self.says.lead(&told))], Align::Left)
    }

    /// The other language's name, price where it is not the amount, HSN, rate, maker and district.
    fn line_particulars(&self, table: &Table, section: &Section, line: &ReceiptLine) -> Vec<Span> {
        let lead = |key, args: &[_]| self.says.lead(&both(key, args)).to_owned();
        let mut told: Vec<String> = self.says.second(&line.name).map(str::to_owned).into_iter().collect();
        if !table.wide {
            if line.quantity != "1" || line.discount != Paise::ZERO {
                told.push(lead("paper-price-each", &[("price", line.price.to_rupee_text().into())]));
            }
            told.push(lead(line.code_key(), &[("hsn", line.hsn.as_str().into())]));
            if section.shows_tax() {
                told.push(lead("paper-gst", &[("rate", line.rate.to_text().into())]));
            }
        }
        let maker = line.maker.as_ref().map(|maker| format!("{}, ", self.says.lead(maker))).unwrap_or_default();
        told.push(maker + self.says.lead(&line.district));
        told.into_iter().filter(|text| !text.is_empty()).map(|text| self.small(text)).collect()
    }

    fn carry(&mut self, key: &str, so_far: Paise) -> Result<(), Unprintable> {
        self.sheet.gap(4);
        let label = self.label(Style::regular(self.sizes.small), &both(key, &[]));
        let amount = self.strong(so_far.to_text());
        self.amount(label, amount)
    }

    /// The tax table: one row to a rate. Where a row is too wide for the roll its taxes go below each other.
    pub fn tax(&mut self, section: &Section) -> Result<(), Unprintable> {
        let local = section.tax.iter().any(|row| row.cgst != Paise::ZERO || row.sgst != Paise::ZERO);
        let other = section.tax.iter().any(|row| row.igst != Paise::ZERO);
        if !local && !other {
            return Ok(());
        }
        let mut keys = vec!["paper-rate", "paper-taxable-short"];
        keys.extend(local.then_some(["paper-cgst", "paper-sgst"]).into_iter().flatten());
        keys.extend(other.then_some("paper-igst"));
        let head = |key: &&str| {
            let name = both(key, &[]);
            // The narrow roll has room for one of them.
            match self.says.second(&name).filter(|_| self.sheet.paper != Paper::Mm58) {
                Some(second) => format!("{} {second}", self.says.lead(&name)),
                None => self.says.lead(&name).to_owned(),
            }
        };
        let mut table: Vec<Vec<String>> = vec![keys.iter().map(head).collect()];
        for row in &section.tax {
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
}
