//! The report of a shift on paper: X while it is open, Z once it is closed. One column on a roll; on sheets two side by
//! side. Not here: any sum (the till read each off the journal), and how lines are set (`sheet`).

use crate::Unprintable;
use crate::page::{Page, Paper, Style};
use crate::receipt::{Languages, Sizes, TenderKind, both, dots};
use crate::sheet::{Align, Cell, Sheet};
use crate::text::Span;
use crate::words;
use domain::money::{Paise, group_indian};
use domain::name::{Language, Name};
use domain::shift::Movement;

/// Everything the report of a shift says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShiftReport {
    /// Which of the two languages it speaks.
    pub languages: Languages,
    /// The mart.
    pub mart: Name,
    /// Where it is.
    pub address: Name,
    /// Its GST number.
    pub gstin: String,
    /// At which till.
    pub till: String,
    /// The shift's number, which is its Z's.
    pub number: u32,
    /// A Z; else an X.
    pub closed: bool,
    /// Whose shift.
    pub operator: Name,
    /// `dd-mm-yyyy HH:MM`.
    pub opened: String,
    /// When it was closed; of an X, when its last entry was written.
    pub ended: Option<String>,
    /// Who closed it.
    pub closed_by: Option<Name>,
    /// Who took the drawer over.
    pub handed_to: Option<Name>,
    /// The last business date of it.
    pub business_date: String,
    /// First and last number of each series, and how many.
    pub series: Vec<(String, String, u32)>,
    /// How many, and what they came to.
    pub sales: (u32, Paise),
    /// Likewise.
    pub returns: (u32, Paise),
    /// Likewise.
    pub voids: (u32, Paise),
    /// Sales without returns and voids.
    pub net: Paise,
    /// By kind of tender, taken and given back; none: not told before the count.
    pub tenders: Option<Vec<(TenderKind, Paise, Paise)>>,
    /// GST by rate.
    pub rates: Vec<RateSum>,
    /// Sold on memos in consignors' names, in none of the rates.
    pub memos: Paise,
    /// To the nearest rupees.
    pub round_off: Paise,
    /// Discounts by who approved them (none: within the operator's own limit), on how many bills, how much.
    pub discounts: Vec<(Option<Name>, u32, Paise)>,
    /// Cash moved in and out of the drawer.
    pub movements: Vec<Moved>,
    /// The drawer; none: not told before the count.
    pub drawer: Option<Drawer>,
    /// What was counted: rupees of a note or coin, whether it is a coin, pieces, and their worth.
    pub pieces: Vec<(String, bool, u32, Paise)>,
    /// Receipts printed again.
    pub reprints: u32,
    /// Lock-outs by wrong PINs.
    pub pin_refusals: u32,
    /// All sales of the till since it began.
    pub grand_total: Paise,
    /// The last entry of the report.
    pub entry: i64,
    /// The head of its hash.
    pub hash: String,
    /// The first print has none; a reprint has its count.
    pub copy: Option<u32>,
}

/// Value and tax of one rate, returns and voids taken off.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in `TaxRow`")]
pub struct RateSum {
    pub rate: String,
    pub taxable: Paise,
    pub cgst: Paise,
    pub sgst: Paise,
    pub igst: Paise,
}

/// One movement of cash.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in domain::shift::CashMoved")]
pub struct Moved {
    pub movement: Movement,
    /// `HH:MM`.
    pub at: String,
    pub amount: Paise,
    pub reason: String,
    pub approved_by: Option<Name>,
}

/// What was in the drawer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct Drawer {
    pub float: Paise,
    pub cash_sales: Paise,
    pub cash_refunds: Paise,
    pub cash_in: Paise,
    pub paid_out: Paise,
    pub dropped: Paise,
    pub expected: Paise,
    pub first_counted: Option<Paise>,
    pub counted: Option<Paise>,
    pub difference: Option<Paise>,
}

/// How a row stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weight {
    Plain,
    /// A sum, under a rule.
    Sum,
    Small,
}

/// A label and what stands at the right edge.
struct Row {
    label: Name,
    value: Option<String>,
    weight: Weight,
}

/// Rows under a heading.
struct Part {
    heading: Name,
    rows: Vec<Row>,
}

impl Part {
    fn new(key: &str) -> Self {
        Self { heading: both(key, &[]), rows: Vec::new() }
    }

    fn row(&mut self, label: Name, value: impl Into<String>, weight: Weight) {
        self.rows.push(Row { label, value: Some(value.into()), weight });
    }

    fn amount(&mut self, key: &str, amount: Paise) {
        self.row(both(key, &[]), amount.to_text(), Weight::Plain);
    }

    /// Nothing where it is nothing.
    fn some(&mut self, key: &str, amount: Paise) {
        if amount != Paise::ZERO {
            self.amount(key, amount);
        }
    }

    fn words(&mut self, key: &str) {
        self.rows.push(Row { label: both(key, &[]), value: None, weight: Weight::Small });
    }

    /// Says that there is nothing, if there is nothing.
    fn or_none(mut self) -> Self {
        if self.rows.is_empty() {
            self.words("report-none");
        }
        self
    }
}

/// What is the same in both languages.
fn same(text: impl Into<String>) -> Name {
    let text = text.into();
    Name::new(text.clone(), text)
}

fn counted(key: &str, count: u32) -> Name {
    both(key, &[("count", count.into())])
}

fn named(key: &str, name: &Name) -> Name {
    let said = |language| words::text(language, key, &[("name", name.of(language).into())]);
    Name::new(said(Language::Hi), said(Language::En))
}

impl ShiftReport {
    /// Lays the report out; on a roll it is one page, on sheets as many as it takes.
    pub fn pages(&self, paper: Paper) -> Result<Vec<Page>, Unprintable> {
        let mut flow = Flow::on(self, paper);
        flow.head()?;
        let mut first = vec![self.sold(), self.numbers(), self.discounted(), self.taxed()];
        let mut second = vec![self.tendered(), self.moved(), self.drawn()];
        second.extend(self.counted());
        second.push(self.proof());
        if flow.sheets[0].paper.sheet_dots().is_none() {
            first.append(&mut second);
        }
        flow.fill(&first, (0, 48))?;
        flow.fill(&second, (52, 100))?;
        if self.closed {
            flow.signatures()?;
        }
        flow.finish()
    }

    fn title(&self) -> Name {
        if self.closed { both("paper-z", &[("number", self.number.to_string().into())]) } else { both("report-x", &[]) }
    }

    fn sold(&self) -> Part {
        let mut part = Part::new("report-sales");
        part.row(counted("sales-count", self.sales.0), self.sales.1.to_text(), Weight::Plain);
        for (key, (count, paise)) in [("returns-count", self.returns), ("voids-count", self.voids)] {
            if count > 0 {
                part.row(counted(key, count), (-paise).to_text(), Weight::Plain);
            }
        }
        part.row(both("report-net", &[]), self.net.to_text(), Weight::Sum);
        part
    }

    fn numbers(&self) -> Part {
        let mut part = Part::new("report-series");
        for (first, last, count) in &self.series {
            part.row(same(format!("{first} – {last}")), group_indian((*count).into()), Weight::Plain);
        }
        part.or_none()
    }

    fn discounted(&self) -> Part {
        let mut part = Part::new("discount");
        for (approved_by, bills, amount) in &self.discounts {
            let who =
                approved_by.as_ref().map_or_else(|| both("within-own-limit", &[]), |name| named("approved-by", name));
            let bills = counted("bills-count", *bills);
            let label = Name::new(format!("{} · {}", who.hi, bills.hi), format!("{} · {}", who.en, bills.en));
            part.row(label, amount.to_text(), Weight::Plain);
        }
        part.or_none()
    }

    fn taxed(&self) -> Part {
        let mut part = Part::new("report-rates");
        for sum in &self.rates {
            let taxable = both("report-taxable", &[]);
            let rate = |word: &str| format!("{} · {word}", sum.rate);
            part.row(Name::new(rate(&taxable.hi), rate(&taxable.en)), sum.taxable.to_text(), Weight::Plain);
            for (key, tax) in [("paper-cgst", sum.cgst), ("paper-sgst", sum.sgst), ("paper-igst", sum.igst)] {
                if tax != Paise::ZERO {
                    part.row(both(key, &[]), tax.to_text(), Weight::Small);
                }
            }
        }
        part.some("report-memos", self.memos);
        part.some("round-off", self.round_off);
        part.or_none()
    }

    fn tendered(&self) -> Part {
        let mut part = Part::new("report-tenders");
        let Some(tenders) = &self.tenders else {
            part.words("told-after-count");
            return part;
        };
        for (kind, taken, refunded) in tenders {
            if *taken != Paise::ZERO || *refunded != Paise::ZERO {
                part.amount(kind.key(), *taken);
            }
            if *refunded != Paise::ZERO {
                part.row(both("refunded", &[]), (-*refunded).to_text(), Weight::Small);
            }
        }
        part.or_none()
    }

    fn moved(&self) -> Part {
        let mut part = Part::new("report-movements");
        for moved in &self.movements {
            let what = both(
                match moved.movement {
                    Movement::PaidIn => "move-paid-in",
                    Movement::PaidOut => "move-paid-out",
                    Movement::Drop => "move-drop",
                },
                &[],
            );
            let told = |what: &str| format!("{} · {what} · {}", moved.at, moved.reason);
            // The reason is in the operator's words and is said once.
            let label = Name::new(told(&what.hi), what.en);
            part.row(label, moved.amount.to_text(), Weight::Plain);
            if let Some(name) = &moved.approved_by {
                part.rows.push(Row { label: named("approved-by", name), value: None, weight: Weight::Small });
            }
        }
        part.or_none()
    }

    fn drawn(&self) -> Part {
        let mut part = Part::new("report-drawer");
        let Some(drawer) = &self.drawer else {
            part.words("told-after-count");
            return part;
        };
        part.amount("float", drawer.float);
        part.amount("cash-sales", drawer.cash_sales);
        part.some("cash-refunds", -drawer.cash_refunds);
        part.some("cash-in", drawer.cash_in);
        part.some("paid-out", -drawer.paid_out);
        part.some("dropped", -drawer.dropped);
        part.row(both("expected", &[]), drawer.expected.to_text(), Weight::Sum);
        if let Some(counted) = drawer.counted {
            part.amount("counted", counted);
        }
        if let Some(first) = drawer.first_counted.filter(|first| Some(*first) != drawer.counted) {
            part.row(both("first-counted", &[]), first.to_text(), Weight::Small);
        }
        if let Some(difference) = drawer.difference {
            let key = match difference.cmp(&Paise::ZERO) {
                std::cmp::Ordering::Less => "difference-short",
                std::cmp::Ordering::Equal => "difference-none",
                std::cmp::Ordering::Greater => "difference-over",
            };
            part.row(both(key, &[]), difference.to_text(), Weight::Sum);
        }
        part
    }

    fn counted(&self) -> Option<Part> {
        let mut part = Part::new("report-count");
        for (rupees, coin, pieces, worth) in &self.pieces {
            let piece = both(if *coin { "coin-of" } else { "note-of" }, &[("rupees", rupees.as_str().into())]);
            let times = |piece: &str| format!("{piece} × {}", group_indian((*pieces).into()));
            part.row(Name::new(times(&piece.hi), piece.en), worth.to_text(), Weight::Small);
        }
        (!part.rows.is_empty()).then_some(part)
    }

    fn proof(&self) -> Part {
        let mut part = Part::new("report-proof");
        part.row(both("reprints", &[]), group_indian(self.reprints.into()), Weight::Small);
        part.row(both("pin-refusals", &[]), group_indian(self.pin_refusals.into()), Weight::Small);
        part.row(both("grand-total", &[]), self.grand_total.to_text(), Weight::Small);
        let entry = self.entry.to_string();
        part.row(both("journal-entry", &[("entry", entry.as_str().into())]), &self.hash, Weight::Small);
        part
    }
}

/// A report on its way to the pages.
struct Flow<'a> {
    report: &'a ShiftReport,
    sizes: Sizes,
    sheets: Vec<Sheet>,
    /// Where columns begin on each sheet, and how far the last ones reach.
    tops: Vec<i32>,
}

impl<'a> Flow<'a> {
    fn on(report: &'a ShiftReport, paper: Paper) -> Self {
        let sizes = Sizes::of(paper);
        let mut sheet = Sheet::new(paper, sizes.margin);
        sheet.y = paper.sheet_dots().map_or(8, |_| sizes.margin);
        Self { report, sizes, sheets: vec![sheet], tops: Vec::new() }
    }

    fn says(&self) -> Languages {
        self.report.languages
    }

    fn bottom(&self) -> i32 {
        let foot = self.sizes.margin + self.sizes.small * 2;
        self.sheets[0].paper.sheet_dots().map_or(i32::MAX, |height| height - foot)
    }

    fn each(&self, name: &Name, style: Style) -> Vec<Span> {
        self.says().each(name).map(|text| Span::new(style, text)).collect()
    }

    /// One language in `lead`, then the other small.
    fn label(&self, lead: Style, name: &Name) -> Vec<Span> {
        let mut spans = vec![Span::new(lead, self.says().lead(name))];
        spans.extend(self.says().second(name).map(|text| Span::new(Style::regular(self.sizes.small), text)));
        spans
    }

    /// The mart, what it is, and whose.
    fn head(&mut self) -> Result<(), Unprintable> {
        let report = self.report;
        let (regular, small) = (Style::regular(self.sizes.body), Style::regular(self.sizes.small));
        let copy = report
            .copy
            .map(|copy| self.each(&both("paper-report-copy", &[("copy", copy.into())]), Style::bold(self.sizes.body)));
        let mart: Vec<Span> = self
            .says()
            .each(&report.mart)
            .zip([self.sizes.subtitle, self.sizes.body])
            .map(|(text, size)| Span::new(Style::bold(size), text))
            .collect();
        let address = self.each(&report.address, small);
        let gstin = both("paper-gstin", &[("gstin", report.gstin.as_str().into())]);
        let gstin = Span::new(small, self.says().lead(&gstin));
        let title = self.each(&report.title(), Style::bold(self.sizes.heading));
        let mut told = vec![
            (both("paper-till", &[]), same(&report.till)),
            (both("paper-shift", &[]), same(report.number.to_string())),
            (both("paper-operator", &[]), report.operator.clone()),
            (both("paper-opened", &[]), same(&report.opened)),
        ];
        told.extend(
            report
                .ended
                .as_ref()
                .map(|ended| (both(if report.closed { "paper-closed" } else { "paper-upto" }, &[]), same(ended))),
        );
        told.extend(report.closed_by.clone().map(|name| (both("paper-closed-by", &[]), name)));
        told.extend(report.handed_to.clone().map(|name| (both("paper-handed-to", &[]), name)));
        told.push((both("paper-business-date", &[]), same(&report.business_date)));
        let told: Vec<_> =
            told.iter().map(|(key, value)| (self.label(small, key), self.label(regular, value))).collect();
        let on_sheets = self.sheets[0].paper.sheet_dots().is_some();
        let sheet = &mut self.sheets[0];
        if let Some(copy) = copy {
            sheet.band(&copy)?;
            sheet.gap(8);
        }
        for span in mart.into_iter().chain(address).chain([gstin]) {
            sheet.phrase(vec![span], Align::Centre)?;
        }
        sheet.gap(8);
        sheet.rule(4);
        sheet.gap(4);
        sheet.listed(&title, sheet.across(), Align::Centre)?;
        sheet.gap(4);
        sheet.rule(4);
        sheet.gap(8);
        let (left, width) = sheet.across();
        // Side by side on sheets; below each other where one fact takes the width.
        let across = if on_sheets { 2 } else { 1 };
        let room = width * (if on_sheets { 48 } else { 100 }) / 100;
        for row in told.chunks(across) {
            let cells = row.iter().enumerate().flat_map(|(place, (key, value))| {
                let x = left + place as i32 * (width - room);
                let value = Cell {
                    spans: value.clone(),
                    x: x + room * 45 / 100,
                    width: room * 55 / 100,
                    align: Align::Right,
                    whole: false,
                };
                [Cell::left(key.clone(), x, room * 45 / 100 - 8), value]
            });
            sheet.row(&cells.collect::<Vec<_>>())?;
        }
        sheet.gap(8);
        self.tops.push(self.sheets[0].y);
        Ok(())
    }

    /// A further sheet, which says whose it is.
    fn turn(&mut self) -> Result<(), Unprintable> {
        let small = Style::regular(self.sizes.small);
        let mut sheet = Sheet::new(self.sheets[0].paper, self.sizes.margin);
        sheet.y = self.sizes.margin;
        let mart = self.says().lead(&self.report.mart).to_owned();
        let title = self.says().lead(&self.report.title()).to_owned();
        let told = [mart, title, self.report.business_date.clone()].map(|text| Span::new(small, text));
        sheet.listed(&told, sheet.across(), Align::Left)?;
        sheet.gap(4);
        sheet.rule(2);
        sheet.gap(10);
        self.tops.push(sheet.y);
        self.sheets.push(sheet);
        Ok(())
    }

    /// Fills a column from the first sheet on: from `from` to `to` hundredths of the width, all of it on a roll.
    fn fill(&mut self, parts: &[Part], (from, to): (i32, i32)) -> Result<(), Unprintable> {
        let (left, width) = self.sheets[0].across();
        let column = match self.sheets[0].paper.sheet_dots() {
            Some(_) => (left + width * from / 100, width * (to - from) / 100),
            None => (left, width),
        };
        let mut at = 0;
        let mut y = self.tops[0];
        for part in parts {
            for (place, row) in part.rows.iter().enumerate() {
                let heading = (place == 0).then_some(&part.heading);
                let mut reached = self.put(at, y, column, heading, row)?;
                if reached > self.bottom() {
                    at += 1;
                    if at == self.sheets.len() {
                        self.turn()?;
                    }
                    reached = self.put(at, self.tops[at], column, heading, row)?;
                    if reached > self.bottom() {
                        return Err(Unprintable::Height { text: row.label.hi.clone() });
                    }
                }
                y = reached;
            }
        }
        self.sheets[at].column = (left, width);
        self.sheets[at].y = self.sheets[at].y.max(y);
        Ok(())
    }

    /// Puts a row down, with the heading that begins its part; takes it off again where it does not fit.
    fn put(
        &mut self,
        at: usize,
        y: i32,
        column: (i32, i32),
        heading: Option<&Name>,
        row: &Row,
    ) -> Result<i32, Unprintable> {
        let (small, size) =
            (self.sizes.small, if row.weight == Weight::Small { self.sizes.small } else { self.sizes.body });
        let style = if row.weight == Weight::Sum { Style::bold(size) } else { Style::regular(size) };
        let heading = heading.map(|name| self.each(name, Style::bold(self.sizes.body)));
        let label = self.label(style, &row.label);
        let bottom = self.bottom();
        let sheet = &mut self.sheets[at];
        let whole = sheet.column;
        let (reached, before) = (sheet.y, sheet.filled());
        (sheet.column, sheet.y) = (column, y);
        if let Some(heading) = heading {
            sheet.gap(small / 2);
            sheet.listed(&heading, sheet.across(), Align::Left)?;
            sheet.gap(2);
            sheet.rule(2);
            sheet.gap(4);
        }
        if row.weight == Weight::Sum {
            sheet.gap(2);
            sheet.dotted();
            sheet.gap(2);
        }
        let value = row.value.as_ref().map(|value| Span::new(style, value));
        let taken = value.as_ref().map_or(Ok(0), dots)?;
        let mut cells = vec![Cell::left(label, sheet.left(), sheet.width() - taken - 16)];
        cells.extend(value.map(|value| Cell::amount(value, sheet.right(), taken)));
        sheet.row(&cells)?;
        let y = sheet.y;
        if y > bottom {
            sheet.back_to(before);
        }
        // What stands beside it may reach further down.
        sheet.y = if y > bottom { reached } else { reached.max(y) };
        sheet.column = whole;
        Ok(y)
    }

    /// A line for the hand of who gave the drawer, and of who took it.
    fn signatures(&mut self) -> Result<(), Unprintable> {
        let report = self.report;
        let high = self.sizes.body * 5;
        if self.sheets.last().is_some_and(|sheet| sheet.y + high > self.bottom()) {
            self.turn()?;
        }
        let small = Style::regular(self.sizes.small);
        let mut names = vec![report.closed_by.clone().unwrap_or_else(|| report.operator.clone())];
        names.extend(report.handed_to.clone());
        let signed: Vec<Vec<Span>> = names
            .iter()
            .map(|name| {
                let mut spans = self.each(&both("paper-signature", &[]), small);
                spans.push(Span::new(small, self.says().lead(name)));
                spans
            })
            .collect();
        let Some(sheet) = self.sheets.last_mut() else { return Ok(()) };
        sheet.gap(self.sizes.body * 3);
        let (left, width) = sheet.across();
        let y = sheet.y;
        let mut reached = y;
        for (place, spans) in signed.into_iter().enumerate() {
            sheet.y = y;
            sheet.column = (left + place as i32 * width * 52 / 100, width * 48 / 100);
            sheet.dotted();
            sheet.gap(4);
            sheet.listed(&spans, sheet.across(), Align::Left)?;
            reached = reached.max(sheet.y);
        }
        sheet.column = (left, width);
        sheet.y = reached;
        sheet.gap(8);
        Ok(())
    }

    fn finish(mut self) -> Result<Vec<Page>, Unprintable> {
        let (bottom, count, says) = (self.bottom(), self.sheets.len(), self.says());
        let small = Style::regular(self.sizes.small);
        if let [roll] = &mut self.sheets[..] {
            roll.gap(self.sizes.small / 2);
        }
        for (place, sheet) in self.sheets.iter_mut().enumerate().filter(|(_, sheet)| sheet.paper.sheet_dots().is_some())
        {
            let told = both("paper-page", &[("page", (place + 1).into()), ("count", count.into())]);
            let told: Vec<Span> = says.each(&told).map(|text| Span::new(small, text)).collect();
            sheet.y = bottom + self.sizes.small / 2;
            sheet.listed(&told, sheet.across(), Align::Centre)?;
        }
        Ok(self.sheets.into_iter().map(Sheet::finish).collect())
    }
}
