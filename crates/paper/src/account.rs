//! The sheet of account: what a consignor sold and is paid, line by line, with what it comes to. The statement of a settlement
//! and the passbook are such sheets. On paper sheets a table whose head is repeated and whose sum is carried; on a roll a
//! block to a line. Not here: any sum (the till gives each), what is said (`till`), slips that are signed (`slip`).

use crate::Unprintable;
use crate::codes;
use crate::page::{Page, Paper, Style};
use crate::receipt::{Languages, Sizes, both, dots};
use crate::sheet::{Align, Cell, Sheet};
use crate::text::Span;
use domain::money::Paise;
use domain::name::Name;

/// White between two columns.
const GAP: i32 = 20;

/// Everything a sheet of account says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// What it is called where it lies among others.
    pub name: String,
    /// Which of the two languages it speaks.
    pub languages: Languages,
    /// The mart.
    pub mart: Name,
    /// Where it is.
    pub address: Name,
    /// Its telephone.
    pub phone: String,
    /// What it is.
    pub title: Name,
    /// Its number; empty for a sheet without one.
    pub number: String,
    /// Whose it is and for when: labels and values.
    pub facts: Vec<(Name, Name)>,
    /// What it comes to: in the largest type, and in words.
    pub comes_to: Option<(Name, Paise, Name)>,
    /// Its tables.
    pub parts: Vec<AccountPart>,
    /// What the sum is made of.
    pub sums: Vec<AccountSum>,
    /// What else is to be known, paragraph by paragraph.
    pub words: Vec<Name>,
    /// What its code says; empty for a sheet without one.
    pub qr: String,
    /// What the code is for.
    pub proof: Name,
    /// The first print has none; a reprint has its count.
    pub copy: Option<u32>,
    /// The demo mart.
    pub demo: bool,
}

/// A table under its heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountPart {
    /// What stands in it.
    pub heading: Name,
    /// Heads of the columns of amounts; the last is the one that counts.
    pub columns: Vec<Name>,
    /// Its rows.
    pub rows: Vec<AccountRow>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountRow {
    /// `dd-mm-yyyy`.
    pub date: String,
    /// What it is of.
    pub name: Name,
    /// What is told of it, small.
    pub told: Vec<String>,
    /// One for each column; empty is not printed.
    pub cells: Vec<String>,
    /// The sum, or the balance, after it.
    pub so_far: Paise,
}

/// A line of what the sum is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountSum {
    /// What it is.
    pub label: Name,
    /// How much.
    pub amount: Paise,
    /// It is a sum of those above it.
    pub strong: bool,
}

impl Account {
    /// Lays it out: on a roll one strip, on sheets as many as it takes.
    pub fn pages(&self, paper: Paper) -> Result<Vec<Page>, Unprintable> {
        pages(std::slice::from_ref(self), paper)
    }
}

/// Lays sheets of account out one after the other: on a roll as one strip, on paper sheets each on its own, numbered by
/// itself.
pub fn pages(accounts: &[Account], paper: Paper) -> Result<Vec<Page>, Unprintable> {
    let mut done: Vec<Sheet> = Vec::new();
    for account in accounts {
        let strip = if paper.sheet_dots().is_none() { done.pop() } else { None };
        let mut flow = Flow::on(account, paper, strip);
        flow.all()?;
        done.extend(flow.finish()?);
    }
    Ok(done.into_iter().map(Sheet::finish).collect())
}

/// Columns of amounts, each with its right edge and width, and where the name stands.
struct Table {
    columns: Vec<(i32, i32)>,
    name: (i32, i32),
    /// Every amount has a column; else only the last has, and the others are told.
    wide: bool,
}

/// A sheet of account on its way to the pages.
struct Flow<'a> {
    account: &'a Account,
    sizes: Sizes,
    sheet: Sheet,
    /// Sheets that are full.
    turned: Vec<Sheet>,
}

impl<'a> Flow<'a> {
    fn on(account: &'a Account, paper: Paper, strip: Option<Sheet>) -> Self {
        let sizes = Sizes::of(paper);
        let sheet = if let Some(mut sheet) = strip {
            // The strip is torn here.
            sheet.gap(40);
            sheet.dotted();
            sheet.gap(40);
            sheet
        } else {
            let mut sheet = Sheet::new(paper, sizes.margin);
            sheet.y = paper.sheet_dots().map_or(8, |_| sizes.margin);
            sheet
        };
        Self { account, sizes, sheet, turned: Vec::new() }
    }

    fn on_sheets(&self) -> bool {
        self.sheet.paper.sheet_dots().is_some()
    }

    fn says(&self) -> Languages {
        self.account.languages
    }

    /// Where a sheet ends for all but its page number.
    fn bottom(&self) -> i32 {
        let foot = self.sizes.margin + self.sizes.small * 2;
        self.sheet.paper.sheet_dots().map_or(i32::MAX, |height| height - foot)
    }

    fn small(&self, text: impl Into<String>) -> Span {
        Span::new(Style::regular(self.sizes.small), text)
    }

    fn strong(&self, text: impl Into<String>) -> Span {
        Span::new(Style::bold(self.sizes.body), text)
    }

    fn each(&self, name: &Name, style: Style) -> Vec<Span> {
        self.says().each(name).filter(|text| !text.is_empty()).map(|text| Span::new(style, text)).collect()
    }

    /// One language in `lead`, then the other small.
    fn label(&self, lead: Style, name: &Name) -> Vec<Span> {
        let mut spans = vec![Span::new(lead, self.says().lead(name))];
        spans.extend(self.says().second(name).map(|text| self.small(text)));
        spans
    }

    /// Goes on to a new sheet, which says whose it is.
    fn turn(&mut self) -> Result<(), Unprintable> {
        let mut next = Sheet::new(self.sheet.paper, self.sizes.margin);
        next.y = self.sizes.margin;
        self.turned.push(std::mem::replace(&mut self.sheet, next));
        self.duplicate()?;
        let account = self.account;
        let mut told = vec![self.small(self.says().lead(&account.title)), self.small(&account.number)];
        told.extend(account.facts.first().map(|(_, whose)| self.small(self.says().lead(whose))));
        told.push(self.small(self.says().lead(&account.mart)));
        told.retain(|span| !span.text.is_empty());
        self.sheet.listed(&told, self.sheet.across(), Align::Left)?;
        self.sheet.gap(4);
        self.sheet.rule(2);
        self.sheet.gap(10);
        Ok(())
    }

    /// Puts something down that may not be parted: on this sheet if there is room, else on the next.
    fn whole(&mut self, put: impl Fn(&mut Self) -> Result<(), Unprintable>) -> Result<(), Unprintable> {
        let before = self.sheet.filled();
        put(self)?;
        if self.sheet.y <= self.bottom() {
            return Ok(());
        }
        self.sheet.back_to(before);
        self.turn()?;
        put(self)?;
        if self.sheet.y <= self.bottom() {
            Ok(())
        } else {
            Err(Unprintable::Height { text: self.account.name.clone() })
        }
    }

    fn all(&mut self) -> Result<(), Unprintable> {
        self.whole(Flow::head)?;
        self.whole(|flow| {
            if flow.on_sheets() && !flow.account.qr.is_empty() {
                flow.beside_code()
            } else {
                flow.facts()?;
                flow.comes_to()
            }
        })?;
        for part in &self.account.parts {
            self.part(part)?;
        }
        if !self.account.sums.is_empty() {
            self.whole(Flow::sums)?;
        }
        for words in &self.account.words {
            self.whole(|flow| flow.paragraph(words))?;
        }
        if !self.on_sheets() && !self.account.qr.is_empty() {
            self.code()?;
        }
        self.sheet.gap(12);
        Ok(())
    }

    /// That it is a duplicate: every sheet says it, for sheets come apart.
    fn duplicate(&mut self) -> Result<(), Unprintable> {
        let Some(copy) = self.account.copy else { return Ok(()) };
        let told = both("paper-copy", &[("copy", copy.into())]);
        let told = self.each(&told, Style::bold(self.sizes.body));
        self.sheet.band(&told)?;
        self.sheet.gap(8);
        Ok(())
    }

    /// The mart and what it is.
    fn head(&mut self) -> Result<(), Unprintable> {
        self.duplicate()?;
        let account = self.account;
        for (text, size) in self.says().each(&account.mart).zip([self.sizes.heading, self.sizes.subtitle]) {
            self.sheet.phrase(vec![Span::new(Style::bold(size), text)], Align::Centre)?;
        }
        let mut at = self.each(&account.address, Style::regular(self.sizes.small));
        let phone = both("paper-phone", &[("phone", account.phone.as_str().into())]);
        at.push(self.small(self.says().lead(&phone)));
        self.sheet.listed(&at, self.sheet.across(), Align::Centre)?;
        self.sheet.gap(8);
        let title = self.each(&account.title, Style::bold(self.sizes.heading));
        self.sheet.band(&title)?;
        self.sheet.gap(6);
        if account.demo {
            let demo = self.each(&both("paper-demo", &[]), Style::regular(self.sizes.small));
            self.sheet.listed(&demo, self.sheet.across(), Align::Centre)?;
            self.sheet.gap(4);
        }
        if !account.number.is_empty() {
            let number = Span::new(Style::bold(self.sizes.subtitle), &account.number);
            self.sheet.phrase(vec![number], if self.on_sheets() { Align::Left } else { Align::Centre })?;
            self.sheet.gap(4);
        }
        Ok(())
    }

    fn facts(&mut self) -> Result<(), Unprintable> {
        let (left, width) = self.sheet.across();
        let room = width * if self.on_sheets() { 30 } else { 38 } / 100;
        for (label, value) in &self.account.facts {
            let label = self.label(Style::regular(self.sizes.small), label);
            let value = self.label(Style::bold(self.sizes.body), value);
            self.sheet.row(&[Cell::left(label, left, room - 8), Cell::left(value, left + room, width - room)])?;
        }
        Ok(())
    }

    fn comes_to(&mut self) -> Result<(), Unprintable> {
        let Some((label, amount, words)) = &self.account.comes_to else { return Ok(()) };
        self.sheet.gap(8);
        self.sheet.rule(4);
        self.sheet.gap(2);
        let label = self.label(Style::bold(self.sizes.heading), label);
        let text = amount.to_rupee_text();
        let (left, width) = self.sheet.across();
        // The largest size that leaves the label its third.
        let sizes = [self.sizes.heading * 2, self.sizes.heading, self.sizes.body];
        let mut chosen = Span::new(Style::bold(self.sizes.small), &text);
        for size in sizes {
            let span = Span::new(Style::bold(size), &text);
            if dots(&span)? <= width * 2 / 3 - 16 {
                chosen = span;
                break;
            }
        }
        let room = dots(&chosen)?;
        let right = left + width;
        self.sheet.row(&[Cell::left(label, left, width - room - 16), Cell::amount(chosen, right, room)])?;
        for span in self.each(words, Style::regular(self.sizes.small)) {
            self.sheet.phrase(vec![span], Align::Left)?;
        }
        self.sheet.rule(4);
        self.sheet.gap(8);
        Ok(())
    }

    /// Facts and sum with the code beside them.
    fn beside_code(&mut self) -> Result<(), Unprintable> {
        let code = codes::qr(&self.account.qr)?;
        let (column, top) = (self.sheet.column, self.sheet.y);
        let side = code.across * 4;
        self.sheet.code(&code, column.0 + column.1 - side, (4, 4));
        self.sheet.gap(side);
        let told = self.each(&self.account.proof, Style::regular(self.sizes.small));
        self.sheet.column = (column.0 + column.1 - side, side);
        told.into_iter().try_for_each(|span| self.sheet.phrase(vec![span], Align::Centre))?;
        let beside = std::mem::replace(&mut self.sheet.y, top);
        self.sheet.column = (column.0, column.1 - side - 24);
        self.facts()?;
        self.comes_to()?;
        self.sheet.column = column;
        self.sheet.y = self.sheet.y.max(beside);
        self.sheet.gap(8);
        Ok(())
    }

    /// The code alone, at the end of a strip.
    fn code(&mut self) -> Result<(), Unprintable> {
        let code = codes::qr(&self.account.qr)?;
        let (left, width) = self.sheet.across();
        let module = (width / code.across).min(4);
        if module < 2 {
            return Err(Unprintable::Width { text: self.account.qr.clone() });
        }
        let side = code.across * module;
        self.sheet.gap(8);
        self.sheet.code(&code, left + (width - side) / 2, (module, module));
        self.sheet.gap(side);
        let told = self.each(&self.account.proof, Style::regular(self.sizes.small));
        told.into_iter().try_for_each(|span| self.sheet.phrase(vec![span], Align::Centre))
    }

    fn part(&mut self, part: &AccountPart) -> Result<(), Unprintable> {
        let table = self.table(part)?;
        // A heading never stands alone at the foot of a sheet.
        let room = self.bottom().saturating_sub(self.sizes.body * 8);
        if self.sheet.y > room {
            self.turn()?;
        }
        self.sheet.gap(8);
        let heading = self.label(Style::bold(self.sizes.subtitle), &part.heading);
        self.sheet.phrase(heading, Align::Left)?;
        self.heads(part, &table)?;
        let mut before = None;
        for (place, row) in part.rows.iter().enumerate() {
            let filled = self.sheet.filled();
            self.row(part, &table, row, place > 0)?;
            // Room is kept for the line that carries the sum.
            if self.sheet.y > self.bottom().saturating_sub(2 * self.sizes.body) {
                self.sheet.back_to(filled);
                if let Some(sum) = before {
                    self.carry("paper-carried", sum)?;
                }
                self.turn()?;
                self.heads(part, &table)?;
                if let Some(sum) = before {
                    self.carry("paper-brought", sum)?;
                    self.sheet.gap(6);
                }
                self.row(part, &table, row, before.is_some())?;
                if self.sheet.y > self.bottom() {
                    return Err(Unprintable::Height { text: row.name.hi.clone() });
                }
            }
            before = Some(row.so_far);
        }
        self.sheet.gap(6);
        self.sheet.rule(2);
        self.sheet.gap(6);
        Ok(())
    }

    fn table(&self, part: &AccountPart) -> Result<Table, Unprintable> {
        if self.on_sheets() {
            let table = self.measured(part, true)?;
            // A name wants a quarter of the width; dear goods on a small sheet leave less.
            if table.name.1 * 4 >= self.sheet.width() {
                return Ok(table);
            }
        }
        self.measured(part, false)
    }

    fn measured(&self, part: &AccountPart, wide: bool) -> Result<Table, Unprintable> {
        let last = part.columns.len().saturating_sub(1);
        let mut edge = self.sheet.right();
        let mut columns = Vec::new();
        for place in (if wide { 0 } else { last }..part.columns.len()).rev() {
            let mut width = 0;
            for text in self.says().each(&part.columns[place]) {
                width = width.max(dots(&self.small(text))?);
            }
            for row in &part.rows {
                if let Some(text) = row.cells.get(place).filter(|text| !text.is_empty()) {
                    width = width.max(dots(&self.cell(text, place == last))?);
                }
            }
            columns.insert(0, (edge, width));
            edge -= width + GAP;
        }
        let date = if wide { dots(&self.small("00-00-0000"))? + GAP } else { 0 };
        let left = self.sheet.left() + date;
        Ok(Table { columns, name: (left, edge - left), wide })
    }

    fn cell(&self, text: &str, last: bool) -> Span {
        if last { self.strong(text) } else { self.small(text) }
    }

    fn heads(&mut self, part: &AccountPart, table: &Table) -> Result<(), Unprintable> {
        self.sheet.rule(2);
        self.sheet.gap(2);
        let (date, item) = (both("paper-date", &[]), both("account-what", &[]));
        let shown = &part.columns[part.columns.len() - table.columns.len()..];
        let rows = self.says().each(&item).count();
        for row in 0..rows {
            let at = |name: &Name| self.says().each(name).nth(row).map(str::to_owned);
            let mut cells = Vec::new();
            if table.wide
                && let Some(text) = at(&date)
            {
                let left = self.sheet.left();
                cells.push(Cell::left(vec![self.small(text)], left, table.name.0 - left));
            }
            if let Some(text) = at(&item) {
                cells.push(Cell::left(vec![self.small(text)], table.name.0, table.name.1));
            }
            for ((edge, width), head) in table.columns.iter().zip(shown) {
                // What is the same in both languages stands once.
                if let Some(text) = at(head) {
                    cells.push(Cell::amount(self.small(text), *edge, *width));
                }
            }
            self.sheet.row(&cells)?;
        }
        self.sheet.gap(2);
        self.sheet.rule(2);
        self.sheet.gap(5);
        Ok(())
    }

    fn row(&mut self, part: &AccountPart, table: &Table, row: &AccountRow, parted: bool) -> Result<(), Unprintable> {
        if parted {
            self.sheet.gap(5);
            self.sheet.dotted();
            self.sheet.gap(4);
        }
        let left = self.sheet.left();
        let last = part.columns.len().saturating_sub(1);
        let mut cells = Vec::new();
        if table.wide {
            cells.push(Cell::left(vec![self.small(&row.date)], left, table.name.0 - left));
        }
        cells.push(Cell::left(vec![self.strong(self.says().lead(&row.name))], table.name.0, table.name.1));
        let first = part.columns.len() - table.columns.len();
        for ((edge, width), (place, text)) in
            table.columns.iter().zip(row.cells.iter().enumerate().skip(first)).filter(|(_, (_, text))| !text.is_empty())
        {
            cells.push(Cell::amount(self.cell(text, place == last), *edge, *width));
        }
        self.sheet.row(&cells)?;
        let mut told: Vec<Span> = Vec::new();
        if !table.wide {
            told.push(self.small(&row.date));
        }
        told.extend(self.says().second(&row.name).map(|text| self.small(text)));
        told.extend(row.told.iter().map(|text| self.small(text)));
        if !table.wide {
            for (head, text) in part.columns[..last].iter().zip(&row.cells).filter(|(_, text)| !text.is_empty()) {
                told.push(self.small(format!("{} {text}", self.says().lead(head))));
            }
        }
        told.retain(|span| !span.text.is_empty());
        let beneath = if table.wide { table.name } else { self.sheet.across() };
        self.sheet.listed(&told, beneath, Align::Left)
    }

    /// A label at the left and an amount at the right edge.
    fn amount(&mut self, label: Vec<Span>, amount: Span) -> Result<(), Unprintable> {
        let width = dots(&amount)?;
        let (left, right) = (self.sheet.left(), self.sheet.right());
        self.sheet.row(&[Cell::left(label, left, right - left - width - 16), Cell::amount(amount, right, width)])
    }

    fn carry(&mut self, key: &str, sum: Paise) -> Result<(), Unprintable> {
        self.sheet.gap(4);
        let label = self.label(Style::regular(self.sizes.small), &both(key, &[]));
        self.amount(label, self.strong(sum.to_text()))
    }

    fn sums(&mut self) -> Result<(), Unprintable> {
        let column = self.sheet.column;
        if self.on_sheets() {
            self.sheet.column = (column.0 + column.1 * 45 / 100, column.1 - column.1 * 45 / 100);
        }
        for sum in &self.account.sums {
            let style = if sum.strong { Style::bold(self.sizes.body) } else { Style::regular(self.sizes.body) };
            if sum.strong {
                self.sheet.gap(3);
                self.sheet.rule(2);
                self.sheet.gap(3);
            }
            let label = self.label(style, &sum.label);
            self.amount(label, Span::new(style, sum.amount.to_text()))?;
        }
        self.sheet.column = column;
        self.sheet.gap(8);
        Ok(())
    }

    fn paragraph(&mut self, words: &Name) -> Result<(), Unprintable> {
        let styles = [Style::regular(self.sizes.body), Style::regular(self.sizes.small)];
        self.sheet.gap(6);
        for (text, style) in self.says().each(words).filter(|text| !text.is_empty()).zip(styles) {
            self.sheet.phrase(vec![Span::new(style, text)], Align::Left)?;
        }
        Ok(())
    }

    /// Numbers the sheets and hands them over.
    fn finish(mut self) -> Result<Vec<Sheet>, Unprintable> {
        let (bottom, on_sheets) = (self.bottom(), self.on_sheets());
        let style = Style::regular(self.sizes.small);
        let (says, small) = (self.says(), self.sizes.small);
        self.turned.push(self.sheet);
        let count = self.turned.len();
        if on_sheets {
            for (place, sheet) in self.turned.iter_mut().enumerate() {
                let told = both("paper-page", &[("page", (place + 1).into()), ("count", count.into())]);
                let told: Vec<Span> = says.each(&told).map(|text| Span::new(style, text)).collect();
                sheet.y = bottom + small / 2;
                sheet.listed(&told, sheet.across(), Align::Centre)?;
            }
        }
        Ok(self.turned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(rows: i64) -> Account {
        let name = |hi: &str, en: &str| Name::new(hi, en);
        let row = |no: i64| AccountRow {
            date: "23-11-2026".into(),
            name: name("चिकनकारी कुर्ता", "Chikankari kurta"),
            told: vec![format!("LKO1A/26/T{no:06}"), "1 नग".into()],
            cells: vec!["1,050.00".into(), "200.00".into(), "800.00".into()],
            so_far: Paise(80_000 * no),
        };
        Account {
            name: "LKO1A/26/H000001".into(),
            languages: Languages::Both,
            mart: name("ओडीओपी मार्ट लखनऊ", "ODOP Mart Lucknow"),
            address: name("हज़रतगंज", "Hazratganj"),
            phone: "0522".into(),
            title: name("हिसाब पर्ची", "Statement"),
            number: "LKO1A/26/H000001".into(),
            facts: vec![(name("कारीगर", "Consignor"), name("रेशमा बेगम", "Reshma Begum"))],
            comes_to: Some((
                name("आपको मिलेंगे", "To be paid"),
                Paise(80_000 * rows),
                domain::words::amount_in_words(Paise(80_000 * rows)),
            )),
            parts: vec![AccountPart {
                heading: name("बिका हुआ माल", "Goods sold"),
                columns: vec![name("दाम", "Price"), name("मार्ट का हिस्सा", "Mart’s share"), name("आपका", "Yours")],
                rows: (1..=rows).map(row).collect(),
            }],
            sums: vec![AccountSum { label: name("कुल", "Total"), amount: Paise(80_000 * rows), strong: true }],
            words: vec![name("यह पर्ची संभालकर रखें।", "Keep this.")],
            qr: format!("ODOPS1|{}", "x".repeat(300)),
            proof: name("असली होने का सबूत", "Proves it genuine"),
            copy: None,
            demo: false,
        }
    }

    #[test]
    fn a_strip_tells_every_amount_of_a_line() {
        for paper in [Paper::Mm80, Paper::Mm58] {
            let pages = account(2).pages(paper).expect("a strip");
            assert_eq!(pages.len(), 1);
            let text = pages[0].text();
            for said in ["LKO1A/26/T000002", "23-11-2026", "दाम 1,050.00", "मार्ट का हिस्सा 200.00", "₹1,600", "1 नग"]
            {
                assert!(text.contains(said), "{said}: {text}");
            }
        }
    }

    #[test]
    fn a_long_account_repeats_its_head_and_carries_its_sum() {
        let pages = account(60).pages(Paper::A4).expect("sheets");
        assert!(pages.len() > 2, "{}", pages.len());
        let text: Vec<String> = pages.iter().map(Page::text).collect();
        assert_eq!(text.concat().matches("चिकनकारी कुर्ता").count(), 60);
        for (no, page) in text.iter().enumerate() {
            assert!(page.contains("मार्ट का हिस्सा") || no + 1 == text.len(), "{page}");
            assert!(page.contains(&format!("{} / {}", no + 1, text.len())) || page.contains("H000001"), "{page}");
        }
        let carried: Vec<&str> = text[0].split("आगे").collect();
        assert_eq!(carried.len(), 2, "{}", text[0]);
    }

    #[test]
    fn a_run_is_one_strip_or_sheets_of_their_own() {
        let both = [account(1), Account { copy: Some(2), ..account(1) }];
        assert_eq!(pages(&both, Paper::Mm80).expect("a strip").len(), 1);
        let sheets = pages(&both, Paper::A4).expect("sheets");
        assert_eq!(sheets.len(), 2);
        assert!(!sheets[0].text().contains("DUPLICATE") && sheets[1].text().contains("DUPLICATE 2"));
    }

    #[test]
    fn crores_fit_every_paper() {
        let mut dear = account(1);
        dear.parts[0].rows[0].cells = vec!["12,34,56,789.50".into(); 3];
        dear.comes_to = Some((Name::new("आपको मिलेंगे", "To be paid"), Paise(12_345_678_950), Name::default()));
        for paper in [Paper::Mm80, Paper::Mm58, Paper::A5, Paper::A4] {
            dear.pages(paper).unwrap_or_else(|error| panic!("{paper:?}: {error}"));
        }
    }
}
