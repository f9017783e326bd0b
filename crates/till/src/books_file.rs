//! Pages of the books as tables on A4 to print and keep, or as CSV, which spreadsheets open. Not here: what they say
//! (`books`, `closing_proof`), files for other programs (`books_export`).

use crate::books::{self, Days, Names, Period, SidesView, ViewLedger, WhichYear, YearClassView, both, row_of, run};
use crate::clock::{date_text, in_india, time_text};
use crate::closing_proof::view_closing_proof;
use crate::desk::Desk;
use crate::document;
use crate::fault::{Fault, Stop};
use crate::import::{bare, harmless};
use crate::lists::ListFile;
use crate::printer::{self, write_file};
use crate::printing::{PrintJobsView, view_print_jobs};
use crate::receipt::{SavedView, unprintable};
use crate::sign_in::Nothing;
use crate::store;
use crate::store::books::each_entry;
use crate::store::print_job::{Asked, Form, Route};
use crate::views::Money;
use domain::name::{Language, Name};
use domain::refusal::Refusal;
use paper::page::Paper;
use paper::pdf::About;
use paper::printable;
use paper::table::{Column, Table, TableRow, Weight};
use serde::Deserialize;
use std::collections::HashMap;
use ts_rs::TS;

/// As many rows of a ledger as are worth paper: some sixty sheets.
const MOST_ROWS: usize = 3_000;

/// A page of the books.
#[derive(Debug, Deserialize, TS)]
#[serde(tag = "page", rename_all = "snake_case")]
#[expect(missing_docs, reason = "named as the commands that view them")]
pub enum BooksPage {
    TrialBalance { days: Days },
    Ledger { account: String, days: Days },
    ClosingProof,
    YearEnd { year: WhichYear },
}

/// Which page, and as what.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct SaveBooks {
    pub page: BooksPage,
    pub file: ListFile,
}

/// Which page.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct PrintBooks {
    pub page: BooksPage,
}

/// A table, and what its file is called.
struct Page {
    name: String,
    table: Table,
}

fn same(text: impl Into<String>) -> Name {
    let text = text.into();
    Name::new(text.clone(), text)
}

fn nothing() -> Name {
    Name::default()
}

/// Words that were typed, as paper can show them.
fn typed(name: &Name) -> Name {
    Name::new(printable(&name.hi), printable(&name.en))
}

fn amount(money: Option<&Money>) -> Name {
    money.map_or_else(nothing, |money| same(&*money.text))
}

fn pair(sides: &SidesView) -> [Name; 2] {
    [amount(sides.debit.as_ref()), amount(sides.credit.as_ref())]
}

fn words(key: &str, share: i32) -> Column {
    Column { label: both(key), share: Some(share) }
}

fn amounts(key: &str) -> Column {
    Column { label: both(key), share: None }
}

fn heading(name: Name) -> TableRow {
    TableRow { weight: Weight::Heading, cells: vec![name] }
}

fn blank(desk: &Desk, title: Name, columns: Vec<Column>) -> Result<Table, Fault> {
    let made = time_text(desk.now_us());
    let mart = &desk.mart;
    Ok(Table {
        languages: document::languages(desk)?,
        mart: mart.name.clone(),
        address: Name::new(
            format!("{} · {}", mart.address.hi, mart.gstin),
            format!("{} · {}", mart.address.en, mart.gstin),
        ),
        title,
        facts: vec![(both("books-made"), same(made))],
        columns,
        rows: Vec::new(),
        demo: mart.demo,
    })
}

fn period_fact(from: &str, to: &str) -> (Name, Name) {
    let day = |text: &str| text.parse().map_or_else(|_| text.to_owned(), date_text);
    (both("books-period"), same(format!("{} – {}", day(from), day(to))))
}

fn trial_balance(desk: &mut Desk, days: Days) -> Result<Page, Stop> {
    let view = books::view_trial_balance(desk, days)?;
    let columns = vec![
        words("books-account", 1),
        amounts("books-opening-dr"),
        amounts("books-opening-cr"),
        amounts("books-debit"),
        amounts("books-credit"),
        amounts("books-closing-dr"),
        amounts("books-closing-cr"),
    ];
    let mut table = blank(desk, both("books-trial"), columns)?;
    table.facts.insert(0, period_fact(&view.from, &view.to));
    let row = |weight, name: Name, of: [&SidesView; 3]| TableRow {
        weight,
        cells: std::iter::once(name).chain(of.into_iter().flat_map(pair)).collect(),
    };
    for group in &view.groups {
        table.rows.push(heading(group.name.clone()));
        for one in &group.rows {
            table.rows.push(row(Weight::Plain, typed(&one.name), [&one.opening, &one.moved, &one.closing]));
        }
    }
    table.rows.push(row(Weight::Sum, both("books-total"), [&view.opening, &view.moved, &view.closing]));
    Ok(Page { name: format!("trial-balance-{}-{}", view.from, view.to), table })
}

fn ledger(desk: &mut Desk, account: String, days: Days, most: usize) -> Result<Page, Stop> {
    let head = books::view_ledger(desk, ViewLedger { account: account.clone(), days, offset: 0 })?;
    if head.total > most {
        return Err(Refusal::TooManyRows { limit: most as i64 }.into());
    }
    let period = Period::of(desk, days)?;
    let columns = vec![
        words("books-date", 16),
        words("books-what", 38),
        words("books-against", 34),
        amounts("books-debit"),
        amounts("books-credit"),
        amounts("books-balance-dr"),
        amounts("books-balance-cr"),
    ];
    let mut table = blank(desk, both("books-ledger"), columns)?;
    table.facts.insert(0, (both("books-account"), typed(&head.name)));
    table.facts.insert(1, period_fact(&head.from, &head.to));
    let line = |weight, what: Name, amount: [Name; 2], balance: &SidesView| {
        let [debit, credit] = amount;
        let [left, right] = pair(balance);
        TableRow { weight, cells: vec![nothing(), what, nothing(), debit, credit, left, right] }
    };
    table.rows.push(line(Weight::Plain, both("books-opening"), [nothing(), nothing()], &head.opening));
    let names = Names::read(&desk.db)?;
    let rows = run(desk, &account, &period)?.rows;
    // The entries of all rows are met on one walk along the journal.
    let mut told = HashMap::with_capacity(rows.len());
    let wanted: HashMap<i64, &books::Running> =
        rows.iter().filter(|row| row.seq > 0).map(|row| (row.seq, row)).collect();
    if let (Some(first), Some(last)) = (wanted.keys().min(), wanted.keys().max()) {
        each_entry(&desk.db, (*first, *last + 1), |entry| {
            if let Some(row) = wanted.get(&entry.seq) {
                told.insert(entry.seq, row_of(row, Some(entry), &account, &names)?);
            }
            Ok(true)
        })?;
    }
    for row in &rows {
        let view = match told.remove(&row.seq) {
            Some(view) => view,
            None => row_of(row, None, &account, &names)?,
        };
        let what = |kind: &str| {
            if view.told.is_empty() { kind.to_owned() } else { format!("{kind} · {}", printable(&view.told)) }
        };
        let against = |language| {
            let names: Vec<&str> = view.counter.iter().map(|name| name.of(language)).collect();
            printable(&names.join(", "))
        };
        let [debit, credit] = pair(&view.amount);
        let [left, right] = pair(&view.balance);
        // What is said of it stands once, after its kind in either language.
        let said = Name::new(
            what(&view.kind.hi),
            if view.told.is_empty() { view.kind.en.clone() } else { what(&view.kind.en) },
        );
        table.rows.push(TableRow {
            weight: Weight::Plain,
            cells: vec![
                same(view.on),
                one_of(desk, said)?,
                one_of(desk, Name::new(against(Language::Hi), against(Language::En)))?,
                debit,
                credit,
                left,
                right,
            ],
        });
    }
    table.rows.push(line(Weight::Sum, both("books-closing"), pair(&head.moved), &head.closing));
    Ok(Page { name: format!("ledger-{}-{}-{}", account.replace(':', "-"), head.from, head.to), table })
}

/// The language that leads, alone: rows of a ledger are many.
fn one_of(desk: &Desk, name: Name) -> Result<Name, Fault> {
    Ok(same(document::languages(desk)?.lead(&name)))
}

fn closing_proof(desk: &mut Desk) -> Result<Page, Stop> {
    let view = view_closing_proof(desk, Nothing {})?;
    let columns = vec![words("books-what", 1), amounts("amount")];
    let mut table = blank(desk, both("books-proof"), columns)?;
    let entry = format!("{} · {}", view.entry, view.hash);
    table.facts = vec![(both("books-made"), same(&*view.at)), (both("books-entry"), same(entry))];
    let plain = |name: Name, figure: &str| TableRow { weight: Weight::Plain, cells: vec![name, same(figure)] };
    for proof in &view.proofs {
        let side = |side: &str| both(&format!("proof-{}-{side}", proof.key));
        let verdict = both(if proof.holds { "proof-holds" } else { "proof-differs" });
        let title = both(&format!("proof-{}", proof.key));
        let joined = |title: &str, verdict: &str| format!("{title} – {verdict}");
        table.rows.push(heading(Name::new(joined(&title.hi, &verdict.hi), joined(&title.en, &verdict.en))));
        table.rows.push(plain(side("left"), &proof.left));
        for part in &proof.parts {
            table.rows.push(plain(part.name.clone(), &part.amount.text));
        }
        table.rows.push(plain(side("right"), &proof.right));
        if let Some(wrong) = &proof.differs {
            table.rows.push(plain(typed(&wrong.name), &format!("{} / {}", wrong.left, wrong.right)));
        }
    }
    let day = in_india(desk.now_us()).0;
    Ok(Page { name: format!("closing-proof-{day}-{}", view.entry), table })
}

fn year_end(desk: &mut Desk, year: WhichYear) -> Result<Page, Stop> {
    let view = books::view_year_end(desk, year)?;
    let columns = vec![words("books-account", 1), amounts("amount")];
    let mut table = blank(desk, both("books-year"), columns)?;
    table.facts.insert(0, (both("books-period"), same(format!("{} – {}", view.from, view.to))));
    let line = |weight, name: Name, money: &Money| TableRow { weight, cells: vec![name, same(&*money.text)] };
    let mut rows = Vec::new();
    let mut class = |class: &YearClassView| {
        rows.push(heading(class.name.clone()));
        rows.extend(class.rows.iter().map(|row| line(Weight::Plain, typed(&row.name), &row.amount)));
        rows.push(line(Weight::Sum, both("books-total"), &class.sum));
    };
    class(&view.income);
    class(&view.expenses);
    let surplus = line(Weight::Sum, both("year-surplus"), &view.surplus);
    class(&view.assets);
    class(&view.liabilities);
    class(&view.equity);
    let at = view.income.rows.len() + view.expenses.rows.len() + 4;
    rows.insert(at, surplus);
    rows.push(line(Weight::Sum, both("year-owed"), &view.owed));
    table.rows = rows;
    Ok(Page { name: format!("year-end-{}", view.year), table })
}

fn page(desk: &mut Desk, page: BooksPage, most: usize) -> Result<Page, Stop> {
    match page {
        BooksPage::TrialBalance { days } => trial_balance(desk, days),
        BooksPage::Ledger { account, days } => ledger(desk, account, days, most),
        BooksPage::ClosingProof => closing_proof(desk),
        BooksPage::YearEnd { year } => year_end(desk, year),
    }
}

fn pdf(desk: &Desk, page: &Page) -> Result<Vec<u8>, Fault> {
    let now = desk.now_us();
    let about = About {
        title: page.name.clone(),
        author: desk.mart.name.en.clone(),
        identifier: format!("{} {now}", page.name),
        made_at_us: now,
    };
    paper::pdf::bytes(&page.table.pages(Paper::A4).map_err(unprintable)?, &about).map_err(unprintable)
}

/// A table for spreadsheets: words in both languages where they differ, amounts as bare figures.
fn csv(table: &Table) -> Result<Vec<u8>, Fault> {
    let broke = |error: csv::Error| Fault::Internal { cause: error.to_string() };
    // The mark tells spreadsheets that this is UTF-8.
    let mut out = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    let cells = |column: &Column, name: &Name| -> Vec<String> {
        match column.share {
            Some(_) => vec![harmless(&name.hi), harmless(&name.en)],
            // What is left can be no formula.
            None => vec![bare(&name.en)],
        }
    };
    let head = table.columns.iter().flat_map(|column| match column.share {
        Some(_) => vec![column.label.hi.clone(), column.label.en.clone()],
        None => vec![column.label.en.clone()],
    });
    out.write_record(head).map_err(broke)?;
    for row in &table.rows {
        let nothing = nothing();
        let filled = table.columns.iter().enumerate();
        let record = filled.flat_map(|(place, column)| cells(column, row.cells.get(place).unwrap_or(&nothing)));
        out.write_record(record).map_err(broke)?;
    }
    out.into_inner().map_err(|error| Fault::Internal { cause: error.to_string() })
}

/// Saves a page of the books in the folder `exports` beside the database.
pub fn save_books(desk: &mut Desk, input: SaveBooks) -> Result<SavedView, Stop> {
    let most = if input.file == ListFile::Pdf { MOST_ROWS } else { usize::MAX };
    let page = page(desk, input.page, most)?;
    let bytes = match input.file {
        ListFile::Csv => csv(&page.table)?,
        ListFile::Pdf => pdf(desk, &page)?,
    };
    let path = desk.path.with_file_name("exports").join(format!("{}.{}", page.name, input.file.ending()));
    write_file(&path, &bytes)?;
    Ok(SavedView { path: path.display().to_string() })
}

/// Prints a page of the books on sheets.
pub fn print_books(desk: &mut Desk, input: PrintBooks) -> Result<PrintJobsView, Stop> {
    let route = if printer::routed(&desk.db, Route::Report)?.is_some() { Route::Report } else { Route::Sheet };
    if printer::routed(&desk.db, route)?.is_none() {
        return Err(Refusal::NoPrinter.into());
    }
    let page = page(desk, input.page, MOST_ROWS)?;
    let path = desk.path.with_file_name("exports").join(format!("{}.pdf", page.name));
    write_file(&path, &pdf(desk, &page)?)?;
    let (path, by) = (path.display().to_string(), desk.signed_in()?.id.clone());
    let asked = Asked { file: Some(&path), by: Some(&by), ..Asked::new(Form::File, route) };
    store::print_job::ask(&desk.db, &asked, desk.now_us())?;
    view_print_jobs(desk, Nothing {})
}
