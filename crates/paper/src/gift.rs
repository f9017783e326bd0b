//! The gift receipt: what is given and who made it, without a price, with the bill's number for an exchange. Not here:
//! finding the bill again (`till`).

use crate::Unprintable;
use crate::codes;
use crate::page::{Page, Paper, Style};
use crate::receipt::{Languages, Sizes, both};
use crate::sheet::{Align, Sheet};
use crate::text::Span;
use domain::name::Name;

/// Everything a gift receipt says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GiftReceipt {
    /// Which of the two languages it speaks.
    pub languages: Languages,
    /// The mart.
    pub mart: Name,
    /// Where it is.
    pub address: Name,
    /// Its telephone.
    pub phone: String,
    /// The bill's number.
    pub number: String,
    /// `dd-mm-yyyy`.
    pub date: String,
    /// What is given.
    pub gifts: Vec<Gift>,
    /// The demo mart.
    pub demo: bool,
}

/// One thing given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gift {
    /// The item.
    pub name: Name,
    /// `2` or `1.5`.
    pub quantity: String,
    /// What the quantity counts.
    pub unit: Name,
    /// Who made it, where that is known.
    pub maker: Option<Name>,
    /// The district it comes from.
    pub district: Name,
    /// What was written to it.
    pub note: String,
}

impl GiftReceipt {
    /// Lays it out on a roll or on the first part of a sheet.
    pub fn page(&self, paper: Paper) -> Result<Page, Unprintable> {
        let sizes = Sizes::of(paper);
        let (says, mut sheet) = (self.languages, Sheet::new(paper, sizes.margin));
        sheet.gap(8);
        let across = sheet.across();
        let heading = Style::bold(sizes.heading);
        let (body, small) = (Style::regular(sizes.body), Style::regular(sizes.small));
        for (text, size) in says.each(&self.mart).zip([sizes.heading, sizes.subtitle]) {
            sheet.phrase(vec![Span::new(Style::bold(size), text)], Align::Centre)?;
        }
        let at = [says.lead(&self.address), &self.phone].map(|text| Span::new(small, text));
        sheet.listed(&at, across, Align::Centre)?;
        sheet.gap(10);
        let title = both("paper-gift", &[]);
        let titles: Vec<Span> = says.each(&title).map(|text| Span::new(heading, text)).collect();
        sheet.band(&titles)?;
        sheet.gap(8);
        for (place, gift) in self.gifts.iter().enumerate() {
            if place > 0 {
                sheet.gap(6);
                sheet.dotted();
                sheet.gap(5);
            }
            let count = format!("{} {} ×", gift.quantity, says.lead(&gift.unit));
            let name = Span::new(Style::bold(sizes.body), says.lead(&gift.name));
            sheet.phrase(vec![Span::new(body, count), name], Align::Left)?;
            let mut told: Vec<&str> = says.second(&gift.name).into_iter().collect();
            told.extend(gift.maker.as_ref().map(|maker| says.lead(maker)));
            told.push(says.lead(&gift.district));
            told.push(&gift.note);
            let told: Vec<Span> =
                told.into_iter().filter(|text| !text.is_empty()).map(|text| Span::new(small, text)).collect();
            sheet.listed(&told, across, Align::Left)?;
        }
        sheet.gap(8);
        sheet.rule(2);
        sheet.gap(12);
        let code = codes::qr(&self.number)?;
        let module = 6;
        let side = code.across * module;
        sheet.code(&code, across.0 + (across.1 - side) / 2, (module, module));
        sheet.gap(side + 6);
        let found = [&self.number, &self.date].map(|text| Span::new(Style::bold(sizes.body), text));
        sheet.listed(&found, across, Align::Centre)?;
        sheet.gap(6);
        let what = both("paper-gift-what", &[]);
        for (text, style) in says.each(&what).zip([body, small]) {
            sheet.phrase(vec![Span::new(style, text)], Align::Centre)?;
        }
        if self.demo {
            let demo = both("paper-demo", &[]);
            let told: Vec<Span> = says.each(&demo).map(|text| Span::new(small, text)).collect();
            sheet.gap(6);
            sheet.listed(&told, across, Align::Centre)?;
        }
        sheet.gap(10);
        Ok(sheet.finish())
    }
}
