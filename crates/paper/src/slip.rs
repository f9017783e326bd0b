//! The slip: what mart and maker sign for goods and terms. Heading, facts, rows with a figure each, sums, what is agreed
//! in words, and places to sign; in as many copies as there are who keep one. Consignment notes, notes of goods given
//! back and agreements are slips. Not here: what they say (`till`), and bills (`receipt`).

use crate::Unprintable;
use crate::codes;
use crate::logo::Logo;
use crate::page::{Page, Paper, Style};
use crate::receipt::{Languages, Sizes, both};
use crate::sheet::{Align, Cell, Sheet};
use crate::text::Span;
use domain::name::Name;

/// Everything a slip says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
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
    /// What it is of, in large type.
    pub subject: Option<Name>,
    /// A picture of it.
    pub picture: Option<Logo>,
    /// Its number; empty for a slip without one.
    pub number: String,
    /// What its code says; empty for a slip without one.
    pub qr: String,
    /// What it is about: labels and values.
    pub facts: Vec<(Name, Name)>,
    /// Its rows.
    pub rows: Vec<SlipRow>,
    /// Sums under them.
    pub sums: Vec<(Name, String)>,
    /// What is agreed, paragraph by paragraph.
    pub words: Vec<Name>,
    /// Who signs.
    pub signatures: Vec<Name>,
    /// Whose copy each is; none: one without a name.
    pub copies: Vec<Name>,
    /// The first print has none; a reprint has its count.
    pub copy: Option<u32>,
    /// The demo mart.
    pub demo: bool,
}

/// A row and its figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlipRow {
    /// What it is of.
    pub name: Name,
    /// What is told of it, small.
    pub told: Vec<String>,
    /// At the right edge.
    pub figure: String,
}

impl Slip {
    /// Lays it out: on a roll as one strip with all copies, on sheets each copy on its own.
    pub fn pages(&self, paper: Paper) -> Result<Vec<Page>, Unprintable> {
        pages(std::slice::from_ref(self), paper)
    }
}

/// Lays slips out one after the other: on a roll as one strip.
pub fn pages(slips: &[Slip], paper: Paper) -> Result<Vec<Page>, Unprintable> {
    let mut sheets = Vec::new();
    let nobody = [Name::default()];
    for slip in slips {
        let mut flow = Flow { slip, sizes: Sizes::of(paper), sheets };
        for copy in if slip.copies.is_empty() { &nobody[..] } else { &slip.copies[..] } {
            flow.copy(paper, copy)?;
        }
        sheets = flow.sheets;
    }
    Ok(sheets.into_iter().map(Sheet::finish).collect())
}

/// A slip on its way to the pages.
struct Flow<'a> {
    slip: &'a Slip,
    sizes: Sizes,
    sheets: Vec<Sheet>,
}

impl Flow<'_> {
    fn sheet(&mut self) -> &mut Sheet {
        self.sheets.last_mut().expect("a copy begins with a sheet")
    }

    fn each(&self, name: &Name, style: Style) -> Vec<Span> {
        self.slip.languages.each(name).filter(|text| !text.is_empty()).map(|text| Span::new(style, text)).collect()
    }

    fn label(&self, lead: Style, name: &Name) -> Vec<Span> {
        let mut spans = vec![Span::new(lead, self.slip.languages.lead(name))];
        let second = self.slip.languages.second(name).filter(|second| *second != self.slip.languages.lead(name));
        spans.extend(second.map(|text| Span::new(Style::regular(self.sizes.small), text)));
        spans
    }

    fn new_sheet(&mut self, paper: Paper) {
        let mut sheet = Sheet::new(paper, self.sizes.margin);
        sheet.y = paper.sheet_dots().map_or(8, |_| self.sizes.margin);
        self.sheets.push(sheet);
    }

    /// Puts something down whole: on a further sheet, which says whose it is, where it does not fit on this one.
    fn put(&mut self, body: impl Fn(&mut Sheet) -> Result<(), Unprintable>) -> Result<(), Unprintable> {
        let bottom = self.sheet().paper.sheet_dots().map_or(i32::MAX, |height| height - self.sizes.margin);
        let before = self.sheet().filled();
        body(self.sheet())?;
        if self.sheet().y <= bottom {
            return Ok(());
        }
        self.sheet().back_to(before);
        let paper = self.sheet().paper;
        self.new_sheet(paper);
        let small = Style::regular(self.sizes.small);
        let mut told = self.each(&self.slip.title, small);
        told.push(Span::new(small, &self.slip.number));
        told.retain(|span| !span.text.is_empty());
        let sheet = self.sheet();
        let across = sheet.across();
        sheet.listed(&told, across, Align::Left)?;
        sheet.gap(4);
        sheet.rule(2);
        sheet.gap(10);
        body(sheet)
    }

    fn copy(&mut self, paper: Paper, whose: &Name) -> Result<(), Unprintable> {
        if paper.sheet_dots().is_some() || self.sheets.is_empty() {
            self.new_sheet(paper);
        } else {
            // The strip is torn here.
            let sheet = self.sheet();
            sheet.gap(40);
            sheet.dotted();
            sheet.gap(40);
        }
        self.head(whose)?;
        self.subject()?;
        self.facts()?;
        self.rows()?;
        self.words()?;
        self.signatures()
    }

    fn head(&mut self, whose: &Name) -> Result<(), Unprintable> {
        let (slip, sizes) = (self.slip, self.sizes);
        let (body, small) = (Style::regular(sizes.body), Style::regular(sizes.small));
        let mart: Vec<Span> = slip
            .languages
            .each(&slip.mart)
            .zip([sizes.heading, sizes.subtitle])
            .map(|(text, size)| Span::new(Style::bold(size), text))
            .collect();
        let mut at = self.each(&slip.address, small);
        at.push(Span::new(small, &slip.phone));
        at.retain(|span| !span.text.is_empty());
        let title = self.each(&slip.title, Style::bold(sizes.heading));
        let whose = self.each(whose, body);
        let copy = slip
            .copy
            .map(|copy| self.each(&both("paper-report-copy", &[("copy", copy.into())]), Style::bold(sizes.body)));
        let demo = if slip.demo { self.each(&both("paper-demo", &[]), small) } else { Vec::new() };
        self.put(|sheet| {
            for span in &mart {
                sheet.phrase(vec![span.clone()], Align::Centre)?;
            }
            sheet.listed(&at, sheet.across(), Align::Centre)?;
            sheet.gap(8);
            sheet.band(&title)?;
            sheet.gap(6);
            for line in copy.iter().chain([&whose, &demo]).filter(|line| !line.is_empty()) {
                sheet.listed(line, sheet.across(), Align::Centre)?;
            }
            sheet.gap(6);
            Ok(())
        })
    }

    /// What it is of, its number, its code and its picture.
    fn subject(&mut self) -> Result<(), Unprintable> {
        let (slip, sizes) = (self.slip, self.sizes);
        let subject = slip.subject.as_ref().map(|name| {
            let styles = [Style::bold(sizes.heading), Style::regular(sizes.body)];
            slip.languages.each(name).zip(styles).map(|(text, style)| Span::new(style, text)).collect::<Vec<_>>()
        });
        if let Some(subject) = subject {
            self.put(|sheet| {
                subject.iter().try_for_each(|span| sheet.phrase(vec![span.clone()], Align::Centre))?;
                sheet.gap(8);
                Ok(())
            })?;
        }
        if let Some(picture) = &slip.picture {
            let width = self.sheet().width();
            let size = picture.fitted((width / 2, width / 2));
            self.put(|sheet| {
                let x = sheet.left() + (sheet.width() - size.0) / 2;
                sheet.dots(picture.dark(size), x, size);
                sheet.gap(size.1 + 8);
                Ok(())
            })?;
        }
        if slip.qr.is_empty() {
            return Ok(());
        }
        let code = codes::qr(&slip.qr)?;
        let number = Span::new(Style::bold(sizes.subtitle), &slip.number);
        let alone = slip.number.is_empty();
        self.put(|sheet| {
            let (left, width) = sheet.across();
            // Codes that say much have many modules.
            let module = match code.across {
                across if across * 4 <= width / 2 => 4,
                across if across * 3 <= width * 3 / 4 => 3,
                _ => 2,
            };
            let side = code.across * module;
            let top = sheet.y;
            let x = if alone { left + (width - side) / 2 } else { left + width - side };
            sheet.code(&code, x, (module, module));
            if !alone {
                sheet.gap(side / 2 - sizes.subtitle);
                sheet.row(&[Cell::left(vec![number.clone()], left, width - side - 8)])?;
            }
            sheet.y = sheet.y.max(top + side);
            sheet.gap(6);
            Ok(())
        })
    }

    fn facts(&mut self) -> Result<(), Unprintable> {
        let (slip, sizes) = (self.slip, self.sizes);
        let (body, small) = (Style::regular(sizes.body), Style::regular(sizes.small));
        for (label, value) in &slip.facts {
            let (label, value) = (self.label(small, label), self.label(body, value));
            self.put(|sheet| {
                let (left, width) = sheet.across();
                let room = width * 38 / 100;
                sheet.row(&[
                    Cell::left(label.clone(), left, room - 8),
                    Cell::left(value.clone(), left + room, width - room),
                ])
            })?;
        }
        Ok(())
    }

    fn rows(&mut self) -> Result<(), Unprintable> {
        let (slip, sizes) = (self.slip, self.sizes);
        let (strong, small) = (Style::bold(sizes.body), Style::regular(sizes.small));
        for (place, row) in slip.rows.iter().enumerate() {
            let name = vec![Span::new(strong, slip.languages.lead(&row.name))];
            let figure = Span::new(strong, &row.figure);
            let mut told: Vec<Span> =
                slip.languages.second(&row.name).into_iter().map(|text| Span::new(small, text)).collect();
            told.extend(row.told.iter().filter(|text| !text.is_empty()).map(|text| Span::new(small, text)));
            self.put(|sheet| {
                sheet.gap(6);
                if place == 0 {
                    sheet.rule(2);
                } else {
                    sheet.dotted();
                }
                sheet.gap(5);
                let (left, width) = sheet.across();
                let room = width / 4;
                sheet.row(&[
                    Cell::left(name.clone(), left, width - room - 8),
                    Cell::amount(figure.clone(), left + width, room),
                ])?;
                sheet.listed(&told, sheet.across(), Align::Left)
            })?;
        }
        for (place, (label, figure)) in slip.sums.iter().enumerate() {
            let label = self.label(strong, label);
            let figure = Span::new(Style::bold(sizes.subtitle), figure);
            self.put(|sheet| {
                if place == 0 {
                    sheet.gap(6);
                    sheet.rule(2);
                    sheet.gap(5);
                }
                let (left, width) = sheet.across();
                let room = width / 3;
                sheet.row(&[
                    Cell::left(label.clone(), left, width - room - 8),
                    Cell::amount(figure.clone(), left + width, room),
                ])
            })?;
        }
        Ok(())
    }

    fn words(&mut self) -> Result<(), Unprintable> {
        let (body, small) = (Style::regular(self.sizes.body), Style::regular(self.sizes.small));
        for words in &self.slip.words {
            let mut styles = [body, small].into_iter();
            let texts: Vec<Span> = self
                .slip
                .languages
                .each(words)
                .filter(|text| !text.is_empty())
                .map(|text| Span::new(styles.next().unwrap_or(small), text))
                .collect();
            self.put(|sheet| {
                sheet.gap(8);
                texts.iter().try_for_each(|text| sheet.phrase(vec![text.clone()], Align::Left))
            })?;
        }
        Ok(())
    }

    /// Room to sign or to leave a thumb's print.
    fn signatures(&mut self) -> Result<(), Unprintable> {
        let small = Style::regular(self.sizes.small);
        let told: Vec<Vec<Span>> = self.slip.signatures.iter().map(|who| self.each(who, small)).collect();
        if told.is_empty() {
            return Ok(());
        }
        let room = self.sizes.body * 4;
        self.put(|sheet| {
            sheet.gap(room);
            let (left, width) = sheet.across();
            let each = width / told.len() as i32;
            let cells = told.iter().enumerate().map(|(place, who)| {
                let spans = who.clone();
                Cell { spans, x: left + place as i32 * each, width: each - 12, align: Align::Centre, whole: false }
            });
            sheet.rule(1);
            sheet.gap(4);
            sheet.row(&cells.collect::<Vec<_>>())?;
            sheet.gap(10);
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slip(rows: usize) -> Slip {
        let name = |hi: &str, en: &str| Name::new(hi, en);
        Slip {
            name: "LKO1A/26/N000001".into(),
            languages: Languages::Both,
            mart: name("ओडीओपी मार्ट लखनऊ", "ODOP Mart Lucknow"),
            address: name("हज़रतगंज", "Hazratganj"),
            phone: "0522".into(),
            title: both("slip-consignment", &[]),
            subject: None,
            picture: None,
            number: "LKO1A/26/N000001".into(),
            qr: "LKO1A/26/N000001".into(),
            facts: vec![(both("slip-consignor", &[]), name("मुन्नी देवी", "Munni Devi"))],
            rows: (0..rows)
                .map(|_| SlipRow {
                    name: name("मूँज की टोकरी", "Moonj basket"),
                    told: vec!["MOONJ".into()],
                    figure: "3 नग".into(),
                })
                .collect(),
            sums: vec![(both("slip-accepted", &[]), "3".into())],
            words: vec![both("slip-consignment-what", &[])],
            signatures: vec![both("slip-signature-maker", &[]), both("slip-signature-mart", &[])],
            copies: vec![both("slip-copy-maker", &[]), both("slip-copy-mart", &[])],
            copy: None,
            demo: false,
        }
    }

    #[test]
    fn both_copies_are_on_the_strip_and_each_on_its_own_sheet() {
        let strip = slip(2).pages(Paper::Mm80).expect("a strip");
        assert_eq!(strip.len(), 1);
        let text = strip[0].text();
        for said in ["कारीगर की प्रति", "मार्ट की प्रति", "LKO1A/26/N000001", "मूँज की टोकरी", "3 नग"]
        {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert_eq!(text.matches("मुन्नी देवी").count(), 2);
        assert_eq!(slip(2).pages(Paper::A4).expect("sheets").len(), 2);
        slip(2).pages(Paper::Mm58).expect("a narrow strip");
        assert_eq!(Slip { copies: vec![], ..slip(2) }.pages(Paper::A5).expect("a sheet").len(), 1);
    }

    #[test]
    fn a_long_slip_goes_on_over_sheets_and_loses_no_row() {
        let pages = slip(60).pages(Paper::A4).expect("sheets");
        assert!(pages.len() > 2, "{}", pages.len());
        let text: String = pages.iter().map(Page::text).collect();
        assert_eq!(text.matches("मूँज की टोकरी").count(), 120);
        let bottom = Paper::A4.sheet_dots().unwrap();
        assert!(pages.iter().all(|page| page.height == bottom));
    }
}
