//! A table on sheets: heading, facts, columns of words and of amounts, rows as many as there are, the heads of the columns on
//! every sheet. The mart's books are tables. Not here: any sum (the till made each), and how lines are set (`sheet`).

use crate::Unprintable;
use crate::page::{Page, Paper, Style};
use crate::receipt::{Languages, Sizes, both, dots};
use crate::sheet::{Align, Cell, Sheet};
use crate::text::Span;
use domain::name::Name;

/// White between two columns, in dots.
const BETWEEN: i32 = 18;
/// The narrowest a column of words may be, and one of amounts is.
const NARROWEST: i32 = 120;

/// Everything a table says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Which of the two languages it speaks.
    pub languages: Languages,
    /// The mart.
    pub mart: Name,
    /// Where it is.
    pub address: Name,
    /// What it is.
    pub title: Name,
    /// What it is about: labels and values.
    pub facts: Vec<(Name, Name)>,
    /// Its columns, from the left.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<TableRow>,
    /// The demo mart.
    pub demo: bool,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub label: Name,
    /// How much of the width that amounts leave is its own, beside others of words; none: a column of amounts, which is as
    /// wide as the widest.
    pub share: Option<i32>,
}

/// How a row stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Begins a part; only its first cell is read, across the whole width.
    Heading,
    /// One of many.
    Plain,
    /// A sum, under a rule.
    Sum,
}

/// A row: a cell for each column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// How it stands out.
    pub weight: Weight,
    /// What it says.
    pub cells: Vec<Name>,
}

impl Table {
    /// Lays it out on as many sheets as it takes.
    pub fn pages(&self, paper: Paper) -> Result<Vec<Page>, Unprintable> {
        let mut flow = Flow::on(self, paper)?;
        flow.head()?;
        flow.heads()?;
        for row in &self.rows {
            flow.row(row)?;
        }
        flow.finish()
    }
}

/// A table on its way to the sheets.
struct Flow<'a> {
    table: &'a Table,
    sizes: Sizes,
    sheets: Vec<Sheet>,
    /// Left edge and width of each column.
    places: Vec<(i32, i32)>,
}

impl<'a> Flow<'a> {
    fn on(table: &'a Table, paper: Paper) -> Result<Self, Unprintable> {
        let sizes = Sizes::of(paper);
        let mut sheet = Sheet::new(paper, sizes.margin);
        sheet.y = sizes.margin;
        let mut flow = Self { table, sizes, sheets: vec![sheet], places: Vec::new() };
        flow.places = flow.placed()?;
        Ok(flow)
    }

    /// Columns of amounts are as wide as their widest; those of words share what is left.
    fn placed(&self) -> Result<Vec<(i32, i32)>, Unprintable> {
        let (says, columns) = (self.table.languages, &self.table.columns);
        let mut widths = vec![0; columns.len()];
        for (place, column) in columns.iter().enumerate().filter(|(_, column)| column.share.is_none()) {
            widths[place] = NARROWEST;
            for word in says.each(&column.label).flat_map(str::split_whitespace) {
                widths[place] = widths[place].max(dots(&Span::new(Style::bold(self.sizes.small), word))?);
            }
            for row in self.table.rows.iter().filter(|row| row.weight != Weight::Heading) {
                let Some(cell) = row.cells.get(place) else { continue };
                widths[place] = widths[place].max(dots(&Span::new(self.style(row.weight), says.lead(cell)))?);
            }
        }
        let (left, width) = self.sheets[0].across();
        let shares: i32 = columns.iter().filter_map(|column| column.share).sum();
        let between = BETWEEN * (columns.len() as i32 - 1);
        let spare = width - between - widths.iter().sum::<i32>();
        let mut x = left;
        let mut places = Vec::with_capacity(columns.len());
        for (column, width) in columns.iter().zip(widths) {
            let width = column.share.map_or(width, |share| spare * share / shares.max(1));
            if column.share.is_some() && width < NARROWEST {
                return Err(Unprintable::Width { text: column.label.en.clone() });
            }
            places.push((x, width));
            x += width + BETWEEN;
        }
        Ok(places)
    }

    fn style(&self, weight: Weight) -> Style {
        match weight {
            Weight::Plain => Style::regular(self.sizes.small),
            Weight::Heading | Weight::Sum => Style::bold(self.sizes.small),
        }
    }

    fn sheet(&mut self) -> &mut Sheet {
        self.sheets.last_mut().expect("a table begins with a sheet")
    }

    fn bottom(&self) -> i32 {
        let foot = self.sizes.margin + self.sizes.small * 2;
        self.sheets[0].paper.sheet_dots().map_or(i32::MAX, |height| height - foot)
    }

    fn each(&self, name: &Name, style: Style) -> Vec<Span> {
        self.table.languages.each(name).filter(|text| !text.is_empty()).map(|text| Span::new(style, text)).collect()
    }

    /// The mart, what it is, and what it is about.
    fn head(&mut self) -> Result<(), Unprintable> {
        let (table, sizes) = (self.table, self.sizes);
        let small = Style::regular(sizes.small);
        let mart = self.each(&table.mart, Style::bold(sizes.subtitle));
        let address = self.each(&table.address, small);
        let title = self.each(&table.title, Style::bold(sizes.heading));
        let demo = if table.demo { self.each(&both("paper-demo", &[]), small) } else { Vec::new() };
        let facts: Vec<_> = table
            .facts
            .iter()
            .map(|(label, value)| {
                (self.each(label, small), Span::new(Style::bold(sizes.small), table.languages.lead(value)))
            })
            .collect();
        let sheet = self.sheet();
        let across = sheet.across();
        for line in [&mart, &address, &demo].into_iter().filter(|line| !line.is_empty()) {
            sheet.listed(line, across, Align::Centre)?;
        }
        sheet.gap(8);
        sheet.band(&title)?;
        sheet.gap(8);
        let (left, width) = across;
        for (label, value) in facts {
            let room = width * 35 / 100;
            let label = label.into_iter().enumerate().map(|(place, mut span)| {
                if place > 0 {
                    span.text = format!("· {}", span.text);
                }
                span
            });
            sheet.row(&[
                Cell::left(label.collect(), left, room - 8),
                Cell::left(vec![value], left + room, width - room),
            ])?;
        }
        sheet.gap(8);
        Ok(())
    }

    /// The heads of the columns.
    fn heads(&mut self) -> Result<(), Unprintable> {
        let bold = Style::bold(self.sizes.small);
        let cells: Vec<Cell> = self
            .table
            .columns
            .iter()
            .zip(&self.places)
            .map(|(column, (x, width))| Cell {
                spans: self.each(&column.label, bold),
                x: *x,
                width: *width,
                align: if column.share.is_some() { Align::Left } else { Align::Right },
                whole: false,
            })
            .collect();
        let sheet = self.sheet();
        sheet.rule(3);
        sheet.gap(4);
        sheet.row(&cells)?;
        sheet.gap(4);
        sheet.rule(2);
        sheet.gap(4);
        Ok(())
    }

    /// A further sheet, which says whose it is and heads its columns again.
    fn turn(&mut self) -> Result<(), Unprintable> {
        let small = Style::regular(self.sizes.small);
        let mut sheet = Sheet::new(self.sheets[0].paper, self.sizes.margin);
        sheet.y = self.sizes.margin;
        let says = self.table.languages;
        let told = [&self.table.mart, &self.table.title].map(|name| Span::new(small, says.lead(name)));
        sheet.listed(&told, sheet.across(), Align::Left)?;
        sheet.gap(6);
        self.sheets.push(sheet);
        self.heads()
    }

    fn row(&mut self, row: &TableRow) -> Result<(), Unprintable> {
        let before = self.sheet().filled();
        self.put(row)?;
        // A heading does not stand alone at the foot of a sheet.
        let room = if row.weight == Weight::Heading { self.sizes.small * 3 } else { 0 };
        if self.sheet().y + room <= self.bottom() {
            return Ok(());
        }
        self.sheet().back_to(before);
        self.turn()?;
        self.put(row)
    }

    fn put(&mut self, row: &TableRow) -> Result<(), Unprintable> {
        let says = self.table.languages;
        let (style, small) = (self.style(row.weight), Style::regular(self.sizes.small - 3));
        let spans = |name: &Name| {
            let mut spans = vec![Span::new(style, says.lead(name))];
            spans.extend(says.second(name).map(|text| Span::new(small, text)));
            spans.retain(|span| !span.text.is_empty());
            spans
        };
        let heading = row.cells.first().map(&spans).unwrap_or_default();
        let cells: Vec<Cell> = row
            .cells
            .iter()
            .zip(&self.table.columns)
            .zip(&self.places)
            .map(|((name, column), (x, width))| {
                if column.share.is_some() {
                    Cell::left(spans(name), *x, *width)
                } else {
                    Cell::amount(Span::new(style, says.lead(name)), x + width, *width)
                }
            })
            .filter(|cell| cell.spans.iter().any(|span| !span.text.is_empty()))
            .collect();
        let sheet = self.sheet();
        match row.weight {
            Weight::Heading => {
                sheet.gap(10);
                sheet.phrase(heading, Align::Left)?;
                sheet.gap(2);
                sheet.dotted();
                sheet.gap(2);
                return Ok(());
            }
            Weight::Sum => {
                sheet.gap(2);
                sheet.rule(2);
                sheet.gap(3);
            }
            Weight::Plain => sheet.gap(2),
        }
        sheet.row(&cells)
    }

    fn finish(mut self) -> Result<Vec<Page>, Unprintable> {
        let (bottom, count, says) = (self.bottom(), self.sheets.len(), self.table.languages);
        let small = Style::regular(self.sizes.small);
        for (place, sheet) in self.sheets.iter_mut().enumerate() {
            let told = both("paper-page", &[("page", (place + 1).into()), ("count", count.into())]);
            let told: Vec<Span> = says.each(&told).map(|text| Span::new(small, text)).collect();
            sheet.y = bottom + self.sizes.small / 2;
            sheet.listed(&told, sheet.across(), Align::Centre)?;
        }
        Ok(self.sheets.into_iter().map(Sheet::finish).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: usize) -> Table {
        let same = |text: &str| Name::new(text, text);
        let cell = |hi: &str, en: &str| Name::new(hi, en);
        let column = |label: &str, share| Column { label: same(label), share };
        let mut all = vec![TableRow { weight: Weight::Heading, cells: vec![cell("नकद", "Cash")] }];
        all.extend((0..rows).map(|_| TableRow {
            weight: Weight::Plain,
            cells: vec![cell("दराज़ में नकद", "Cash in the drawer"), same("12,34,56,789.00"), same("")],
        }));
        all.push(TableRow {
            weight: Weight::Sum,
            cells: vec![cell("जोड़", "Total"), same("12,34,56,789.00"), same("1.00")],
        });
        Table {
            languages: Languages::Both,
            mart: cell("ओडीओपी मार्ट लखनऊ", "ODOP Mart Lucknow"),
            address: cell("हज़रतगंज", "Hazratganj"),
            title: cell("तलपट", "Trial balance"),
            facts: vec![(cell("तारीख़", "Date"), same("23-11-2026"))],
            columns: vec![column("खाता", Some(1)), column("नाम", None), column("जमा", None)],
            rows: all,
            demo: true,
        }
    }

    #[test]
    fn every_sheet_heads_its_columns_and_no_row_is_lost() {
        let pages = table(150).pages(Paper::A4).expect("sheets");
        assert!(pages.len() > 2);
        let texts: Vec<String> = pages.iter().map(Page::text).collect();
        for text in &texts {
            assert!(text.contains("खाता") && text.contains("तलपट"), "{text}");
        }
        assert_eq!(texts.concat().matches("Cash in the drawer").count(), 150);
        assert!(texts.last().expect("a sheet").contains("Total"));
    }

    #[test]
    fn an_amount_is_never_broken_and_a_table_without_room_for_words_is_refused() {
        let mut wide = table(1);
        wide.columns.extend((0..12).map(|_| Column { label: Name::new("जमा", "Credit"), share: None }));
        for row in &mut wide.rows[1..] {
            row.cells.extend((0..12).map(|_| Name::new("12,34,56,789.00", "12,34,56,789.00")));
        }
        assert!(matches!(wide.pages(Paper::A4), Err(Unprintable::Width { .. })));
    }
}
