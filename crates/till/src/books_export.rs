//! The postings of all entries, or of some days, for accountants' programs: a plain-text journal for hledger, XML for Tally,
//! CSV. The journal is walked once and written as it is read. Not here: tables that people read (`books_file`).

use crate::books::{Days, Names, Period, SURPLUS, Trial, both, group_of, kind_name, payload, told_of, trial};
use crate::desk::Desk;
use crate::fault::{Fault, Stop};
use crate::import::harmless;
use crate::receipt::SavedView;
use crate::store;
use crate::store::books::{Booked, each_entry};
use domain::account::{Account, Group};
use domain::books::{Voucher, halves};
use domain::money::Paise;
use domain::name::Name;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;
use std::fmt::Write as _;
use std::fs;
use std::io::{BufWriter, Write};
use ts_rs::TS;

/// For which program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "named as on the screen")]
pub enum BooksFormat {
    Hledger,
    Tally,
    Csv,
}

impl BooksFormat {
    /// A format by its word.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "hledger" => Some(Self::Hledger),
            "tally" => Some(Self::Tally),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }

    fn ending(self) -> &'static str {
        match self {
            Self::Hledger => "journal",
            Self::Tally => "xml",
            Self::Csv => "csv",
        }
    }
}

/// For which program, and which days; no first day: from the beginning.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct ExportBooks {
    pub format: BooksFormat,
    pub days: Days,
}

/// Writes the postings of the days into the folder `exports` beside the database, whole or not at all.
pub fn export_books(desk: &mut Desk, input: ExportBooks) -> Result<SavedView, Stop> {
    let first = store::books::first_day(&desk.db)?.unwrap_or_else(|| desk.today().1);
    let days = Days { from: Some(input.days.from.unwrap_or(first)), to: input.days.to };
    let period = Period::of(desk, days)?;
    let name = format!("books-{}-{}.{}", period.from, period.to, input.format.ending());
    let path = desk.path.with_file_name("exports").join(name);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let draft = path.with_added_extension("part");
    let mut out = BufWriter::new(fs::File::create(&draft)?);
    let books = Books { desk, names: Names::read(&desk.db)?, trial: trial(&desk.db, &period)?, period };
    match input.format {
        BooksFormat::Hledger => books.hledger(&mut out)?,
        BooksFormat::Tally => books.tally(&mut out)?,
        BooksFormat::Csv => books.csv(&mut out)?,
    }
    out.flush()?;
    fs::rename(draft, &path)?;
    Ok(SavedView { path: path.display().to_string() })
}

/// What is exported.
struct Books<'a> {
    desk: &'a Desk,
    names: Names,
    /// Every account that did or held anything in the period.
    trial: Vec<Trial>,
    period: Period,
}

/// Text in one line, without what a program would read as more than text.
fn plain(text: &str, not: &[char]) -> String {
    text.chars().map(|c| if c.is_control() || not.contains(&c) { ' ' } else { c }).collect::<String>().trim().to_owned()
}

/// `1234.50`, as programs read it.
fn figures(paise: Paise) -> String {
    let sign = if paise < Paise::ZERO { "-" } else { "" };
    let whole = paise.0.unsigned_abs();
    format!("{sign}{}.{:02}", whole / 100, whole % 100)
}

impl Books<'_> {
    /// Accounts that held something before the days, each with what.
    fn opening(&self) -> impl Iterator<Item = (&Trial, Paise)> {
        self.trial.iter().map(|row| (row, row.opening)).filter(|(_, paise)| *paise != Paise::ZERO)
    }

    fn each(&self, each: impl FnMut(&Booked) -> Result<bool, Fault>) -> Result<(), Fault> {
        each_entry(&self.desk.db, (self.period.first, self.period.end), each)
    }

    /// A plain-text journal: what it uses is declared, so that `hledger check --strict` accepts it.
    fn hledger(&self, out: &mut impl Write) -> Result<(), Fault> {
        let mart = &self.desk.mart;
        let (from, to) = (self.period.from, self.period.to);
        writeln!(out, "; {} · {} · {from} – {to}\n", plain(&mart.name.en, &[]), plain(&mart.name.hi, &[]))?;
        writeln!(out, "commodity ₹1,00,00,000.00\n")?;
        let mut accounts = BTreeMap::new();
        for row in &self.trial {
            let name = self.names.of(&row.code);
            let account = hledger_account(&row.code, row.group);
            writeln!(out, "account {account}  ; {} / {}", plain(&name.en, &[':', ',']), plain(&name.hi, &[':', ',']))?;
            accounts.insert(row.code.clone(), account);
        }
        let line = |out: &mut dyn Write, code: &str, paise: Paise| {
            let account = accounts.get(code).map_or(code, String::as_str);
            writeln!(out, "    {account}  ₹{}", figures(paise))
        };
        if self.opening().next().is_some() {
            writeln!(out, "\n{from} Opening balances")?;
            for (row, paise) in self.opening() {
                line(out, &row.code, paise)?;
            }
        }
        let mut kinds: BTreeMap<String, String> = BTreeMap::new();
        self.each(|entry| {
            if !kinds.contains_key(&entry.kind) {
                kinds.insert(entry.kind.clone(), kind_name(&entry.kind).en);
            }
            let number = entry.numbers.first().map(|number| format!("({number}) ")).unwrap_or_default();
            let mut note = told_of(entry, entry.numbers.get(1..).unwrap_or_default())?;
            note = plain(&note, &[';', '|']);
            if !note.is_empty() {
                note.insert_str(0, " | ");
            }
            writeln!(out, "\n{} {number}{}{note}  ; entry {}", entry.on, kinds[&entry.kind], entry.seq)?;
            for (code, paise) in &entry.lines {
                line(out, code, *paise)?;
            }
            Ok(true)
        })
    }

    /// Masters and vouchers as Tally imports them: a debit is deemed positive and its amount negative.
    fn tally(&self, out: &mut impl Write) -> Result<(), Fault> {
        let mut ledgers: BTreeMap<String, String> =
            self.trial.iter().map(|row| (row.code.clone(), escaped(&ledger_name(&self.names, &row.code).en))).collect();
        write!(
            out,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ENVELOPE>\n<HEADER><TALLYREQUEST>Import Data</TALLYREQUEST></HEADER>\n\
             <BODY><IMPORTDATA>\n<REQUESTDESC><REPORTNAME>All Masters</REPORTNAME></REQUESTDESC>\n<REQUESTDATA>\n"
        )?;
        for row in &self.trial {
            self.tally_ledger(out, &row.code, row.group, row.opening)?;
        }
        let mut told = String::new();
        self.each(|entry| {
            told.clear();
            told.push_str(&told_of(entry, &entry.numbers)?);
            let whole = match &entry.payload {
                Some(bytes) if entry.kind == "exchanged" => halves(&payload(entry.seq, bytes)?.fact),
                _ => None,
            };
            let Some(both) = whole else {
                let lines: Vec<(Account, Paise)> =
                    entry.lines.iter().filter_map(|(code, paise)| Some((code.parse().ok()?, *paise))).collect();
                let voucher =
                    TallyVoucher { entry, part: 0, kind: &entry.kind, told: &told, number: entry.numbers.first() };
                self.tally_voucher(out, &voucher, &lines, &mut ledgers)?;
                return Ok(true);
            };
            for (part, (kind, postings)) in both.into_iter().enumerate() {
                let lines: Vec<(Account, Paise)> = postings.into_iter().collect();
                let number = if part == 0 { entry.numbers.first() } else { entry.numbers.last() };
                let voucher = TallyVoucher { entry, part, kind, told: &told, number };
                self.tally_voucher(out, &voucher, &lines, &mut ledgers)?;
            }
            Ok(true)
        })?;
        write!(out, "</REQUESTDATA>\n</IMPORTDATA></BODY>\n</ENVELOPE>\n")?;
        Ok(())
    }

    fn tally_ledger(&self, out: &mut impl Write, code: &str, group: Group, opening: Paise) -> Result<(), Fault> {
        let name = ledger_name(&self.names, code);
        let (en, hi) = (escaped(&name.en), escaped(&name.hi));
        let parent = if code == SURPLUS { "Reserves & Surplus" } else { group.tally() };
        let alias = if hi == en { String::new() } else { format!("<NAME>{hi}</NAME>") };
        // Tally's own sign: what is owed opens positive.
        writeln!(
            out,
            "<TALLYMESSAGE xmlns:UDF=\"TallyUDF\"><LEDGER NAME=\"{en}\" ACTION=\"Create\"><NAME.LIST TYPE=\"String\"><NAME>{en}</NAME>\
             {alias}</NAME.LIST><PARENT>{}</PARENT><ISBILLWISEON>No</ISBILLWISEON><OPENINGBALANCE>{}</OPENINGBALANCE>\
             </LEDGER></TALLYMESSAGE>",
            escaped(parent),
            figures(-opening)
        )?;
        Ok(())
    }

    fn tally_voucher(
        &self,
        out: &mut impl Write,
        voucher: &TallyVoucher,
        lines: &[(Account, Paise)],
        ledgers: &mut BTreeMap<String, String>,
    ) -> Result<(), Fault> {
        // What an exchange moves there and back changes no balance, so no trial balance has it.
        for code in lines.iter().map(|(account, _)| account.to_string()) {
            if let Slot::Vacant(slot) = ledgers.entry(code) {
                self.tally_ledger(out, slot.key(), group_of(slot.key())?, Paise::ZERO)?;
                let name = escaped(&ledger_name(&self.names, slot.key()).en);
                slot.insert(name);
            }
        }
        let TallyVoucher { entry, part, kind, told, number } = voucher;
        let vtype = Voucher::of(kind, lines).tally();
        let date: String = entry.on.chars().filter(char::is_ascii_digit).collect();
        let number = number.map_or_else(|| entry.seq.to_string(), |number| escaped(number));
        write!(
            out,
            "<TALLYMESSAGE xmlns:UDF=\"TallyUDF\"><VOUCHER REMOTEID=\"{}-{}-{part}\" VCHTYPE=\"{vtype}\" ACTION=\"Create\" \
             OBJVIEW=\"Accounting Voucher View\"><DATE>{date}</DATE><EFFECTIVEDATE>{date}</EFFECTIVEDATE>\
             <VOUCHERTYPENAME>{vtype}</VOUCHERTYPENAME><VOUCHERNUMBER>{number}</VOUCHERNUMBER><NARRATION>{}</NARRATION>",
            self.desk.till.device,
            entry.seq,
            escaped(format!("{} {told}", kind_name(kind).en).trim())
        )?;
        for (account, paise) in lines {
            let code = account.to_string();
            let name = ledgers.get(&code).map_or("", String::as_str);
            let is_debit = if *paise > Paise::ZERO { "Yes" } else { "No" };
            write!(
                out,
                "<ALLLEDGERENTRIES.LIST><LEDGERNAME>{name}</LEDGERNAME><ISDEEMEDPOSITIVE>{is_debit}</ISDEEMEDPOSITIVE>\
                 <AMOUNT>{}</AMOUNT></ALLLEDGERENTRIES.LIST>",
                figures(-*paise)
            )?;
        }
        writeln!(out, "</VOUCHER></TALLYMESSAGE>")?;
        Ok(())
    }

    /// One row for each posting, for spreadsheets.
    fn csv(&self, out: &mut impl Write) -> Result<(), Fault> {
        let broke = |error: csv::Error| Fault::StorageFailed { cause: error.to_string() };
        // The mark tells spreadsheets that this is UTF-8.
        out.write_all("\u{feff}".as_bytes())?;
        let mut out = csv::Writer::from_writer(out);
        out.write_record(CSV).map_err(broke)?;
        let names: BTreeMap<&str, Name> = self.trial.iter().map(|row| (&*row.code, self.names.of(&row.code))).collect();
        let mut row = |start: [&str; 5], code: &str, paise: Paise| {
            let name = names.get(code).cloned().unwrap_or_else(|| self.names.of(code));
            let (debit, credit) = match paise {
                paise if paise > Paise::ZERO => (figures(paise), String::new()),
                paise => (String::new(), figures(-paise)),
            };
            let [on, entry, kind, numbers, told] = start.map(harmless);
            out.write_record([
                on,
                entry,
                kind,
                numbers,
                told,
                code.to_owned(),
                harmless(&name.hi),
                harmless(&name.en),
                debit,
                credit,
            ])
            .map_err(broke)
        };
        let from = self.period.from.to_string();
        for (one, paise) in self.opening() {
            row([&from, "", "opening", "", ""], &one.code, paise)?;
        }
        self.each(|entry| {
            let told = told_of(entry, &[])?;
            let (seq, numbers) = (entry.seq.to_string(), entry.numbers.join(" "));
            for (code, paise) in &entry.lines {
                row([&entry.on, &seq, &entry.kind, &numbers, &told], code, *paise)?;
            }
            Ok(true)
        })?;
        out.flush()?;
        Ok(())
    }
}

/// What a voucher is of.
struct TallyVoucher<'a> {
    entry: &'a Booked,
    /// Which half of an entry that is two things.
    part: usize,
    kind: &'a str,
    told: &'a str,
    number: Option<&'a String>,
}

const CSV: [&str; 10] =
    ["date", "entry", "kind", "numbers", "told", "account", "account_hi", "account_en", "debit", "credit"];

/// `assets:cash:drawer`, `liabilities:consignors:consignor_payable:reshma`.
fn hledger_account(code: &str, group: Group) -> String {
    // What ends an account's name, or makes it another kind of line, is in no id that we give.
    format!("{}:{}:{}", group.class().code(), group.code(), plain(code, &[';']))
}

/// A ledger's name in Tally, which is like no other: with the id of whose it is.
fn ledger_name(names: &Names, code: &str) -> Name {
    let name = names.of(code);
    match code.split_once(':') {
        Some((_, whose)) => Name::new(format!("{} ({whose})", name.hi), format!("{} ({whose})", name.en)),
        None if code == SURPLUS => both("account-surplus-of-earlier-years"),
        None => name,
    }
}

/// Text as XML has it; what XML cannot have is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\t' | '\n' | '\r' => out.push(' '),
            character if character.is_control() || matches!(character, '\u{fffe}' | '\u{ffff}') => {}
            character => {
                let _ = out.write_char(character);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_program_would_misread_is_only_text() {
        assert_eq!(escaped("Ram & <Sons> \"रेशम\"\n'x'\u{7}"), "Ram &amp; &lt;Sons&gt; &quot;रेशम&quot; &apos;x&apos;");
        assert_eq!(plain("a; b|c\nd ", &[';', '|']), "a  b c d");
        assert_eq!([1, -5, 100, -123_456].map(|paise| figures(Paise(paise))), ["0.01", "-0.05", "1.00", "-1234.56"]);
        assert_eq!(
            hledger_account("consignor_payable:reshma", Group::Consignors),
            "liabilities:consignors:consignor_payable:reshma"
        );
    }
}
