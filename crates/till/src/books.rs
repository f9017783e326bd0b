//! The books as an accountant reads them: the trial balance, the ledger of any account, the end of a year. Every figure is a
//! sum of postings; nothing is closed or carried by hand. Not here: the closing proof (`closing_proof`), files (`books_file`).

use crate::clock::date_text;
use crate::desk::Desk;
use crate::fault::{Fault, Stop};
use crate::store;
use crate::store::books::{Booked, Movement};
use crate::views::Money;
use domain::account::{Account, Class, Group};
use domain::books::told;
use domain::entry::Payload;
use domain::money::Paise;
use domain::name::{Language, Name};
use domain::refusal::Refusal;
use domain::year::FinancialYear;
use jiff::civil::Date;
use paper::words::text;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// How many rows of a ledger are on a page.
pub const PAGE: usize = 50;

/// The computed line that keeps what earlier years left.
pub(crate) const SURPLUS: &str = "surplus_of_earlier_years";

/// A message in both languages.
pub(crate) fn both(key: &str) -> Name {
    Name::new(text(Language::Hi, key, &[]), text(Language::En, key, &[]))
}

/// What accounts are called: their message, or the person they are of.
pub(crate) struct Names {
    consignors: BTreeMap<String, Name>,
    vendors: BTreeMap<String, Name>,
}

impl Names {
    pub(crate) fn read(db: &Connection) -> Result<Self, Fault> {
        let consignors = store::consignor::names(db)?;
        let vendors = store::purchase::vendors(db)?.into_iter().map(|one| (one.gstin, one.name)).collect();
        Ok(Self { consignors, vendors })
    }

    /// The name of an account as `posting` names it.
    pub(crate) fn of(&self, code: &str) -> Name {
        let Ok(account) = code.parse::<Account>() else { return both(&format!("account-{}", code.replace('_', "-"))) };
        let message = both(&format!("account-{}", account.code().replace('_', "-")));
        let Some(whose) = account.whose() else { return message };
        let name = self.consignors.get(whose).or_else(|| self.vendors.get(whose)).cloned();
        let name = name.unwrap_or_else(|| Name::new(whose, whose));
        match account {
            // What artisans and vendors are owed stands under their group's name; what they owe says so.
            Account::ConsignorPayable(_) | Account::VendorPayable(_) => name,
            _ => Name::new(format!("{} – {}", name.hi, message.hi), format!("{} – {}", name.en, message.en)),
        }
    }
}

/// From which day to which; none: this financial year, until today.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct Days {
    #[serde(default)]
    #[ts(type = "string", optional)]
    pub from: Option<Date>,
    #[serde(default)]
    #[ts(type = "string", optional)]
    pub to: Option<Date>,
}

/// Days that were asked for, and the entries of them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Period {
    pub from: Date,
    pub to: Date,
    pub year: FinancialYear,
    /// The first entry of the year, of the days, and after them.
    pub year_seq: i64,
    pub first: i64,
    pub end: i64,
}

impl Period {
    pub(crate) fn of(desk: &Desk, days: Days) -> Result<Self, Stop> {
        let to = days.to.unwrap_or_else(|| desk.today().1);
        let from = days.from.unwrap_or_else(|| FinancialYear::of(to).first());
        if from > to {
            return Err(Refusal::DaysReversed.into());
        }
        let year = FinancialYear::of(from);
        let after = to.tomorrow().map_err(|_| Refusal::invalid("to"))?;
        let seq = |day| store::books::first_on(&desk.db, day);
        Ok(Self { from, to, year, year_seq: seq(year.first())?, first: seq(from)?, end: seq(after)? })
    }

    /// The same, if it lies in one financial year.
    pub(crate) fn in_a_year(self) -> Result<Self, Refusal> {
        if self.year == FinancialYear::of(self.to) { Ok(self) } else { Err(Refusal::OneYearAtATime) }
    }
}

/// An amount on its side: one of the two is there, or none.
#[derive(Debug, Clone, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct SidesView {
    pub debit: Option<Money>,
    pub credit: Option<Money>,
}

impl From<Paise> for SidesView {
    fn from(paise: Paise) -> Self {
        Self {
            debit: (paise > Paise::ZERO).then(|| paise.into()),
            credit: (paise < Paise::ZERO).then(|| (-paise).into()),
        }
    }
}

impl SidesView {
    fn of(debit: Paise, credit: Paise) -> Self {
        let some = |paise: Paise| (paise != Paise::ZERO).then(|| paise.into());
        Self { debit: some(debit), credit: some(credit) }
    }
}

/// One account of a trial balance.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct TrialRowView {
    pub account: String,
    pub name: Name,
    pub opening: SidesView,
    /// What it did over the days.
    pub moved: SidesView,
    pub closing: SidesView,
    /// A computed line has no ledger.
    pub computed: bool,
}

/// Accounts under one heading.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct TrialGroupView {
    pub name: Name,
    pub rows: Vec<TrialRowView>,
}

/// The trial balance.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct TrialBalanceView {
    pub from: String,
    pub to: String,
    /// `2026-27`.
    pub year: String,
    /// The years there are books of, newest first, by the year each begins in.
    pub years: Vec<i32>,
    pub groups: Vec<TrialGroupView>,
    pub opening: SidesView,
    pub moved: SidesView,
    pub closing: SidesView,
    /// Every pair of sums is equal.
    pub balances: bool,
}

/// One account with its sums.
#[derive(Debug, Clone)]
pub(crate) struct Trial {
    pub code: String,
    pub group: Group,
    pub opening: Paise,
    pub debit: Paise,
    pub credit: Paise,
}

impl Trial {
    pub(crate) fn closing(&self) -> Paise {
        self.opening + self.debit - self.credit
    }
}

/// Every account that did anything or holds anything, in the order of the trial balance. What income and expense of earlier
/// years came to is one line of equity.
pub(crate) fn trial(db: &Connection, period: &Period) -> Result<Vec<Trial>, Fault> {
    let mut rows = Vec::new();
    let mut surplus = Paise::ZERO;
    for (code, moved) in store::books::movements(db, period.year_seq, period.first, period.end)? {
        let group = group_of(&code)?;
        let Movement { before_year, in_year, debit, credit } = moved;
        let opening = if group.class().of_a_year() {
            surplus += before_year;
            in_year
        } else {
            before_year + in_year
        };
        rows.push(Trial { code, group, opening, debit, credit });
    }
    let (debit, credit) = (Paise::ZERO, Paise::ZERO);
    rows.push(Trial { code: SURPLUS.into(), group: Group::Capital, opening: surplus, debit, credit });
    rows.retain(|row| [row.opening, row.debit, row.credit].iter().any(|paise| *paise != Paise::ZERO));
    rows.sort_by(|one, other| (one.group, &one.code).cmp(&(other.group, &other.code)));
    Ok(rows)
}

/// The group of an account as `posting` names it.
pub(crate) fn group_of(code: &str) -> Result<Group, Fault> {
    let account: Account = code
        .parse()
        .map_err(|error: domain::account::UnknownAccount| Fault::DatabaseDamaged { problem: error.to_string() })?;
    Ok(account.group())
}

fn sides(rows: &[Trial], of: impl Fn(&Trial) -> Paise) -> (Paise, Paise) {
    rows.iter().map(of).fold((Paise::ZERO, Paise::ZERO), |(debit, credit), paise| {
        if paise > Paise::ZERO { (debit + paise, credit) } else { (debit, credit - paise) }
    })
}

/// The trial balance of some days of one financial year.
pub fn view_trial_balance(desk: &mut Desk, input: Days) -> Result<TrialBalanceView, Stop> {
    let period = Period::of(desk, input)?.in_a_year()?;
    let rows = trial(&desk.db, &period)?;
    let names = Names::read(&desk.db)?;
    let opening = sides(&rows, |row| row.opening);
    let closing = sides(&rows, Trial::closing);
    let moved =
        rows.iter().fold((Paise::ZERO, Paise::ZERO), |(debit, credit), row| (debit + row.debit, credit + row.credit));
    let balances = [opening, moved, closing].iter().all(|(debit, credit)| debit == credit);
    let mut groups: Vec<(Group, TrialGroupView)> = Vec::new();
    for row in rows {
        if groups.last().is_none_or(|(group, _)| *group != row.group) {
            let name = group_name(row.group);
            groups.push((row.group, TrialGroupView { name, rows: Vec::new() }));
        }
        let view = TrialRowView {
            name: names.of(&row.code),
            opening: row.opening.into(),
            moved: SidesView::of(row.debit, row.credit),
            closing: row.closing().into(),
            computed: row.code == SURPLUS,
            account: row.code,
        };
        groups.last_mut().unwrap_or_else(|| unreachable!("just put in")).1.rows.push(view);
    }
    Ok(TrialBalanceView {
        from: period.from.to_string(),
        to: period.to.to_string(),
        year: period.year.to_string(),
        years: years(desk)?.iter().map(|year| i32::from(year.0)).collect(),
        groups: groups.into_iter().map(|(_, view)| view).collect(),
        opening: SidesView::of(opening.0, opening.1),
        moved: SidesView::of(moved.0, moved.1),
        closing: SidesView::of(closing.0, closing.1),
        balances,
    })
}

pub(crate) fn group_name(group: Group) -> Name {
    both(&format!("group-{}", group.code().replace('_', "-")))
}

/// The financial years there are books of, newest first.
fn years(desk: &Desk) -> Result<Vec<FinancialYear>, Fault> {
    let today = desk.today().1;
    let first = FinancialYear::of(store::books::first_day(&desk.db)?.unwrap_or(today));
    Ok((first.0..=FinancialYear::of(today).0).rev().map(FinancialYear).collect())
}

/// Which account, over which days, from which row.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct ViewLedger {
    pub account: String,
    pub days: Days,
    #[serde(default)]
    #[ts(type = "number", optional)]
    pub offset: usize,
}

/// One row of a ledger.
#[derive(Debug, Clone, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct LedgerRowView {
    pub on: String,
    /// What it was, in words.
    pub kind: Name,
    /// Numbers of its documents, or what it says of itself.
    pub told: String,
    /// What stands against it.
    pub counter: Vec<Name>,
    pub amount: SidesView,
    /// After it.
    pub balance: SidesView,
    /// The journal's entry; 0: a computed row.
    #[ts(type = "number")]
    pub entry: i64,
}

/// A page of the ledger of an account.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct LedgerView {
    pub account: String,
    pub name: Name,
    pub group: Name,
    pub from: String,
    pub to: String,
    pub opening: SidesView,
    pub rows: Vec<LedgerRowView>,
    /// Of all rows.
    #[ts(type = "number")]
    pub total: usize,
    pub moved: SidesView,
    pub closing: SidesView,
}

/// A row of a ledger before it is told: its entry, amount, and the balance after it. Entry 0 is the turn of a year, which
/// takes what the account came to into the surplus.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Running {
    pub seq: i64,
    pub amount: Paise,
    pub balance: Paise,
    /// Of a turn, the year that begins.
    pub turn: Option<FinancialYear>,
}

/// An account's rows over a period, and what it held before.
pub(crate) struct Ran {
    pub account: Account,
    pub opening: Paise,
    pub rows: Vec<Running>,
    pub debit: Paise,
    pub credit: Paise,
}

impl Ran {
    pub(crate) fn closing(&self) -> Paise {
        self.rows.last().map_or(self.opening, |row| row.balance)
    }
}

/// Runs an account over a period. An account of a year begins each at nothing.
pub(crate) fn run(desk: &Desk, code: &str, period: &Period) -> Result<Ran, Stop> {
    let account: Account = code.parse().map_err(|_| Refusal::invalid("account"))?;
    let mut turns = Vec::new();
    if account.class().of_a_year() {
        let last = FinancialYear::of(period.to).0;
        let years = (period.year.0 + 1..=last).map(FinancialYear);
        for year in years {
            turns.push((store::books::first_on(&desk.db, year.first())?, year));
        }
    }
    let since = if account.class().of_a_year() { period.year_seq } else { 0 };
    let mut turns = turns.into_iter().peekable();
    let mut ran = Ran { account, opening: Paise::ZERO, rows: Vec::new(), debit: Paise::ZERO, credit: Paise::ZERO };
    let mut balance = Paise::ZERO;
    let turn = |rows: &mut Vec<Running>, balance: &mut Paise, year| {
        if *balance != Paise::ZERO {
            let amount = -*balance;
            *balance = Paise::ZERO;
            rows.push(Running { seq: 0, amount, balance: Paise::ZERO, turn: Some(year) });
        }
    };
    store::books::each_of(&desk.db, code, period.end, |seq, amount| {
        if seq < since {
            return;
        }
        while let Some((_, year)) = turns.next_if(|(first, _)| *first <= seq) {
            turn(&mut ran.rows, &mut balance, year);
        }
        balance += amount;
        if seq < period.first {
            ran.opening = balance;
            return;
        }
        if amount > Paise::ZERO {
            ran.debit += amount;
        } else {
            ran.credit -= amount;
        }
        ran.rows.push(Running { seq, amount, balance, turn: None });
    })?;
    for (_, year) in turns {
        turn(&mut ran.rows, &mut balance, year);
    }
    Ok(ran)
}

/// What an entry was, in words.
pub(crate) fn kind_name(kind: &str) -> Name {
    both(&format!("posted-{}", kind.replace('_', "-")))
}

/// These numbers of an entry's documents, and what it says of itself.
pub(crate) fn told_of(entry: &Booked, numbers: &[String]) -> Result<String, Fault> {
    let said = match &entry.payload {
        Some(bytes) => told(&payload(entry.seq, bytes)?.fact),
        None => String::new(),
    };
    let parts = [numbers.join(", "), said];
    Ok(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "))
}

pub(crate) fn payload(seq: i64, bytes: &[u8]) -> Result<Payload, Fault> {
    serde_json::from_slice(bytes).map_err(|error| Fault::DatabaseDamaged { problem: format!("entry {seq}: {error}") })
}

/// One row of a ledger as it is told.
pub(crate) fn row_of(row: &Running, entry: Option<&Booked>, code: &str, names: &Names) -> Result<LedgerRowView, Fault> {
    let (amount, balance) = (row.amount.into(), row.balance.into());
    let Some(entry) = entry else {
        let on = row.turn.map_or_else(String::new, |year| date_text(year.first()));
        let counter = vec![both("account-surplus-of-earlier-years")];
        return Ok(LedgerRowView {
            on,
            kind: both("posted-year"),
            told: String::new(),
            counter,
            amount,
            balance,
            entry: 0,
        });
    };
    // What stands against a debit is what was credited, and the other way round.
    let against = entry.lines.iter().filter(|(of, paise)| of != code && (paise.0 > 0) != (row.amount.0 > 0));
    Ok(LedgerRowView {
        on: entry.on.parse().map_or_else(|_| entry.on.clone(), date_text),
        kind: kind_name(&entry.kind),
        told: told_of(entry, &entry.numbers)?,
        counter: against.map(|(of, _)| names.of(of)).collect(),
        amount,
        balance,
        entry: entry.seq,
    })
}

/// A page of the ledger of any account.
pub fn view_ledger(desk: &mut Desk, input: ViewLedger) -> Result<LedgerView, Stop> {
    let period = Period::of(desk, input.days)?;
    let ran = run(desk, &input.account, &period)?;
    let names = Names::read(&desk.db)?;
    let page: Vec<Running> = ran.rows.iter().skip(input.offset).take(PAGE).copied().collect();
    let seqs: Vec<i64> = page.iter().map(|row| row.seq).filter(|seq| *seq > 0).collect();
    let entries = store::books::entries(&desk.db, &seqs)?;
    let rows =
        page.iter().map(|row| row_of(row, entries.get(&row.seq), &input.account, &names)).collect::<Result<_, _>>()?;
    Ok(LedgerView {
        name: names.of(&input.account),
        group: group_name(ran.account.group()),
        account: input.account,
        from: period.from.to_string(),
        to: period.to.to_string(),
        opening: ran.opening.into(),
        total: ran.rows.len(),
        moved: SidesView::of(ran.debit, ran.credit),
        closing: ran.closing().into(),
        rows,
    })
}

/// Which year, by the year it begins in; none: this one.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct WhichYear {
    #[serde(default)]
    #[ts(type = "number", optional)]
    pub year: Option<i16>,
}

/// An account and what it came to in a year, or is carried with.
#[derive(Debug, Clone, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct YearRowView {
    pub account: String,
    pub name: Name,
    pub amount: Money,
}

/// The accounts of one class, and what they come to.
#[derive(Debug, Clone, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct YearClassView {
    pub name: Name,
    pub rows: Vec<YearRowView>,
    pub sum: Money,
}

/// The end of a year: what it earned and cost, and what goes on into the next.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct YearEndView {
    pub year: String,
    pub years: Vec<i32>,
    pub from: String,
    pub to: String,
    /// The year goes on.
    pub goes_on: bool,
    pub income: YearClassView,
    pub expenses: YearClassView,
    /// Income less expenses; a loss is negative.
    pub surplus: Money,
    pub assets: YearClassView,
    pub liabilities: YearClassView,
    /// With the surplus of this year and of those before it.
    pub equity: YearClassView,
    /// Liabilities and equity.
    pub owed: Money,
    pub balances: bool,
}

/// What a year earned and cost, and the balances carried into the next.
pub fn view_year_end(desk: &mut Desk, input: WhichYear) -> Result<YearEndView, Stop> {
    let today = desk.today().1;
    let year = input.year.map_or(FinancialYear::of(today), FinancialYear);
    let years = years(desk)?;
    if !years.contains(&year) {
        return Err(Refusal::invalid("year").into());
    }
    let period = Period::of(desk, Days { from: Some(year.first()), to: Some(year.last()) })?;
    let rows = trial(&desk.db, &period)?;
    let names = Names::read(&desk.db)?;
    let class = |class: Class| {
        let mut view =
            YearClassView { name: both(&format!("class-{}", class.code())), rows: Vec::new(), sum: Paise::ZERO.into() };
        let mut sum = Paise::ZERO;
        for row in rows.iter().filter(|row| row.group.class() == class && row.closing() != Paise::ZERO) {
            let amount = if class.is_debit() { row.closing() } else { -row.closing() };
            sum += amount;
            view.rows.push(YearRowView { account: row.code.clone(), name: names.of(&row.code), amount: amount.into() });
        }
        view.sum = sum.into();
        view
    };
    let (income, expenses) = (class(Class::Income), class(Class::Expense));
    let surplus = income.sum.paise - expenses.sum.paise;
    let (assets, liabilities, mut equity) = (class(Class::Asset), class(Class::Liability), class(Class::Equity));
    equity.rows.push(YearRowView { account: String::new(), name: both("year-surplus"), amount: surplus.into() });
    equity.sum = (equity.sum.paise + surplus).into();
    let owed = liabilities.sum.paise + equity.sum.paise;
    Ok(YearEndView {
        year: year.to_string(),
        years: years.iter().map(|year| i32::from(year.0)).collect(),
        from: date_text(period.from),
        to: date_text(period.to),
        goes_on: today <= period.to,
        balances: assets.sum.paise == owed,
        surplus: surplus.into(),
        owed: owed.into(),
        income,
        expenses,
        assets,
        liabilities,
        equity,
    })
}
