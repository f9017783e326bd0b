//! The passbook: all that changed what a consignor is owed since they began, with the balance after each. Its last balance is
//! what the books say is owed. Not here: how it is kept (`store::passbook`), layout (`paper::account`).

use crate::account::{address, way_of};
use crate::clock::date_text;
use crate::consign::entry;
use crate::consignors::known;
use crate::desk::Desk;
use crate::document::{self, Print};
use crate::fault::{Fault, Stop};
use crate::printer;
use crate::printing::{PrintJobsView, view_print_jobs};
use crate::receipt::SavedView;
use crate::sign_in::Nothing;
use crate::statement::{Entries, PayeeView, StatementRowView};
use crate::store;
use crate::store::print_job::{Asked, Form, Route};
use crate::views::Money;
use domain::due::{DueKind, DueRef};
use domain::entry::Fact;
use domain::money::Paise;
use domain::name::{Language, Name};
use domain::payout::Rail;
use domain::refusal::Refusal;
use domain::stock::Cause;
use domain::words::amount_in_words;
use paper::account::{Account, AccountPart, AccountRow};
use paper::page::Paper;
use paper::printable;
use paper::words::{Value, text};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Rows of a page.
const PAGE: usize = 40;

/// What a row of a passbook tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PassbookKind {
    /// Goods were sold.
    Sale,
    /// A customer brought them back.
    Return,
    /// The sale was voided.
    Void,
    /// Goods were lost in the mart's keeping, or were found again.
    Loss,
    /// A settlement was posted; the change is what it took for advances.
    Settled,
    /// It was withdrawn.
    Withdrawn,
    /// Its money was sent.
    Sent,
    /// The money arrived.
    Paid,
    /// It did not, or the bank gave it back.
    Failed,
    /// An advance was given: it is owed back out of later settlements.
    Advance,
}

impl PassbookKind {
    fn key(self) -> &'static str {
        match self {
            Self::Sale => "passbook-sale",
            Self::Return => "passbook-return",
            Self::Void => "passbook-void",
            Self::Loss => "passbook-loss",
            Self::Settled => "passbook-settled",
            Self::Withdrawn => "passbook-withdrawn",
            Self::Sent => "passbook-sent",
            Self::Paid => "passbook-paid",
            Self::Failed => "passbook-failed",
            Self::Advance => "passbook-advance",
        }
    }
}

/// One row.
#[derive(Debug, Clone, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct PassbookRowView {
    pub kind: PassbookKind,
    pub date: String,
    /// Of the bill, the credit note or the settlement; of an advance the bank's reference.
    pub number: String,
    /// Of what was sold.
    pub item: Option<Name>,
    pub piece: Option<String>,
    pub quantity: String,
    pub unit: Name,
    pub cause: Option<Cause>,
    pub rail: Option<Rail>,
    /// The bank's reference, or the voucher's number.
    pub reference: String,
    pub reason: String,
    /// What a settlement, a payout or an advance comes to.
    pub sum: Option<Money>,
    /// What it changes of what is owed.
    pub change: Money,
    /// What is owed after it.
    pub balance: Money,
}

/// A page of a passbook.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct PassbookView {
    pub consignor: PayeeView,
    /// Oldest first.
    pub rows: Vec<PassbookRowView>,
    /// What was owed before the first of them.
    pub opening: Money,
    /// What is owed now.
    pub balance: Money,
    /// This page, from 1; the last is the newest.
    pub page: u32,
    pub pages: u32,
}

/// Whose passbook, and which page; none: the newest.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct ViewPassbook {
    pub consignor: String,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub page: Option<u32>,
}

/// A page of a consignor's passbook.
pub fn view_passbook(desk: &mut Desk, input: ViewPassbook) -> Result<PassbookView, Stop> {
    desk.gather()?;
    let consignor = known(desk, &input.consignor)?;
    let upto = desk.head.seq;
    let moves = store::passbook::all(&desk.db, &consignor.id, upto)?;
    let pages = moves.len().div_ceil(PAGE).max(1);
    let page = input.page.map_or(pages, |page| page as usize);
    if !(1..=pages).contains(&page) {
        return Err(Refusal::invalid("page").into());
    }
    let first = (page - 1) * PAGE;
    let (rows, opening) = rows(desk, &moves, first, PAGE)?;
    Ok(PassbookView {
        consignor: PayeeView::of(desk, &consignor)?,
        rows,
        opening: opening.into(),
        balance: moves.iter().map(|(_, paise, _)| *paise).sum::<Paise>().into(),
        page: page as u32,
        pages: pages as u32,
    })
}

/// So many rows from a place on, and what was owed before the first.
fn rows(
    desk: &Desk,
    moves: &[(DueRef, Paise, bool)],
    first: usize,
    most: usize,
) -> Result<(Vec<PassbookRowView>, Paise), Fault> {
    let opening: Paise = moves[..first.min(moves.len())].iter().map(|(_, paise, _)| *paise).sum();
    let mut entries = Entries::new(desk);
    let (mut told, mut balance) = (Vec::new(), opening);
    for (at, change, sold) in moves.iter().skip(first).take(most) {
        balance += *change;
        let row = if *sold { of_line(entries.row(*at)?) } else { of_move(desk, *at)? };
        told.push(PassbookRowView { change: (*change).into(), balance: balance.into(), ..row });
    }
    Ok((told, opening))
}

fn of_line(row: StatementRowView) -> PassbookRowView {
    PassbookRowView {
        kind: match row.kind {
            DueKind::Sale => PassbookKind::Sale,
            DueKind::Return => PassbookKind::Return,
            DueKind::Void => PassbookKind::Void,
            DueKind::Loss => PassbookKind::Loss,
        },
        number: row.bill,
        item: Some(row.name),
        piece: row.piece,
        quantity: row.quantity,
        unit: row.unit,
        cause: row.cause,
        ..blank(PassbookKind::Sale, row.date)
    }
}

fn blank(kind: PassbookKind, date: String) -> PassbookRowView {
    PassbookRowView {
        kind,
        date,
        number: String::new(),
        item: None,
        piece: None,
        quantity: String::new(),
        unit: Name::default(),
        cause: None,
        rail: None,
        reference: String::new(),
        reason: String::new(),
        sum: None,
        change: Paise::ZERO.into(),
        balance: Paise::ZERO.into(),
    }
}

/// What an entry of settling or paying tells at a place.
fn of_move(desk: &Desk, at: DueRef) -> Result<PassbookRowView, Fault> {
    let payload = entry(desk, at.0)?;
    let place = usize::try_from(at.1).unwrap_or_default();
    let number = |id| Ok::<_, Fault>(store::settlement::by_id(&desk.db, id)?.map(|row| row.number).unwrap_or_default());
    let row = |kind| blank(kind, date_text(payload.business_date));
    let gone = || Fault::DatabaseDamaged { problem: format!("entry {}: nothing was paid at {}", at.0, at.1) };
    Ok(match &payload.fact {
        Fact::SettlementPosted(one) => PassbookRowView {
            number: one.number.clone(),
            sum: Some(one.figures.net_paise.into()),
            ..row(PassbookKind::Settled)
        },
        Fact::SettlementWithdrawn(one) => PassbookRowView {
            number: one.settlement.number.clone(),
            sum: Some(one.settlement.figures.net_paise.into()),
            reason: one.reason.clone(),
            ..row(PassbookKind::Withdrawn)
        },
        Fact::PayoutSent(sent) => {
            let one = sent.payouts.get(place).ok_or_else(gone)?;
            PassbookRowView {
                number: number(one.settlement)?,
                sum: Some(one.paise.into()),
                rail: Some(sent.rail),
                reference: one.voucher.clone().unwrap_or_default(),
                ..row(PassbookKind::Sent)
            }
        }
        Fact::PayoutsConfirmed(all) => {
            let one = all.payouts.get(place).ok_or_else(gone)?;
            PassbookRowView {
                number: number(one.settlement)?,
                sum: Some(one.paise.into()),
                rail: Some(one.rail),
                reference: one.reference.clone(),
                ..row(PassbookKind::Paid)
            }
        }
        Fact::PayoutsFailed(all) => {
            let one = all.payouts.get(place).ok_or_else(gone)?;
            PassbookRowView {
                number: number(one.settlement)?,
                sum: Some(one.paise.into()),
                rail: Some(one.rail),
                reason: one.reason.clone(),
                ..row(PassbookKind::Failed)
            }
        }
        Fact::AdvancePaid(advance) => PassbookRowView {
            sum: Some(advance.paise.into()),
            reference: advance.reference.clone(),
            reason: advance.reason.clone(),
            ..row(PassbookKind::Advance)
        },
        _ => return Err(gone()),
    })
}

fn both(key: &str, args: &[(&str, Value<'_>)]) -> Name {
    Name::new(text(Language::Hi, key, args), text(Language::En, key, args))
}

fn same(text: impl Into<String>) -> Name {
    let text = text.into();
    Name::new(text.clone(), text)
}

/// The passbook of a consignor up to an entry: its newest page on a roll, all of it on sheets. None for nobody.
pub(crate) fn on_paper(desk: &Desk, id: &str, upto: i64, newest: bool) -> Result<Option<Print>, Fault> {
    let Some(consignor) = store::consignor::by_id(&desk.db, id)? else { return Ok(None) };
    let moves = store::passbook::all(&desk.db, id, upto)?;
    let first = if newest { moves.len().saturating_sub(PAGE) } else { 0 };
    let (rows, opening) = rows(desk, &moves, first, moves.len())?;
    let balance = rows.last().map_or(opening, |row| row.balance.paise);
    let languages = document::languages(desk)?;
    let on = entry(desk, upto)?.business_date;
    let payee = PayeeView::of(desk, &consignor)?;
    let mut told: Vec<AccountRow> = Vec::with_capacity(rows.len() + 1);
    if first > 0 {
        told.push(AccountRow {
            date: String::new(),
            name: both("paper-brought", &[]),
            told: Vec::new(),
            cells: vec![String::new(), opening.to_text()],
            so_far: opening,
        });
    }
    for row in rows {
        let kind = both(row.kind.key(), &[]);
        let lead = |name: &Name| languages.lead(name).to_owned();
        let mut details = vec![row.number.clone()];
        if let Some(cause) = row.cause {
            details.push(lead(&both(&format!("cause-{}", cause.word()), &[])));
        }
        if !row.quantity.is_empty() {
            details.push(format!("{} {}", row.quantity, lead(&row.unit)));
        }
        details.extend(row.piece.clone());
        details.extend(row.sum.as_ref().map(|sum| sum.rupees.clone()));
        details.extend(row.rail.map(|rail| lead(&both(&format!("rail-{}", rail.word()), &[]))));
        details.extend([row.reference.clone(), printable(&row.reason)]);
        let name = match (&row.item, row.kind) {
            (Some(item), PassbookKind::Sale) => item.clone(),
            (Some(item), _) => Name::new(format!("{}: {}", kind.hi, item.hi), format!("{}: {}", kind.en, item.en)),
            (None, _) => kind,
        };
        details.retain(|text| !text.is_empty());
        let change = if row.change.paise.is_zero() { String::new() } else { row.change.text };
        told.push(AccountRow {
            date: row.date,
            name,
            told: details,
            cells: vec![change, row.balance.text],
            so_far: row.balance.paise,
        });
    }
    let mut facts =
        vec![(both("slip-consignor", &[]), payee.name.clone()), (both("slip-village", &[]), address(&payee))];
    if !payee.masked.is_empty() {
        facts.push((both("statement-account", &[]), same(&payee.masked)));
    }
    facts.push((both("slip-date", &[]), same(date_text(on))));
    let mart = &desk.mart;
    Ok(Some(Print::Accounts(vec![Account {
        name: format!("passbook-{id}-{upto}"),
        languages,
        mart: mart.name.clone(),
        address: mart.address.clone(),
        phone: mart.phone.clone(),
        title: both("passbook", &[]),
        number: String::new(),
        facts,
        comes_to: Some((both("passbook-owed", &[]), balance, amount_in_words(balance))),
        parts: vec![AccountPart {
            heading: both("passbook-rows", &[]),
            columns: vec![both("passbook-change", &[]), both("passbook-balance", &[])],
            rows: told,
        }],
        sums: Vec::new(),
        words: vec![both("passbook-what", &[])],
        qr: String::new(),
        proof: Name::default(),
        copy: None,
        demo: mart.demo,
    }])))
}

/// Whose passbook, and on what: `receipt` (the roll) or `a4`; none: as slips print.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct PassbookOn {
    pub consignor: String,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub form: Option<Form>,
}

/// Prints a passbook up to now: on the roll its newest page, on sheets all of it.
pub fn print_passbook(desk: &mut Desk, input: PassbookOn) -> Result<PrintJobsView, Stop> {
    desk.gather()?;
    let consignor = known(desk, &input.consignor)?;
    let (form, route) = way_of(desk, input.form)?;
    let form = match route {
        Route::Receipt => Form::Passbook,
        Route::Sheet | Route::Label | Route::Report => match form {
            Form::A4 => Form::PassbookA4,
            _ => return Err(Refusal::invalid("form").into()),
        },
    };
    let by = desk.signed_in()?.id.clone();
    let passbook = Some((&*consignor.id, desk.head.seq));
    let asked = Asked { passbook, by: Some(&by), ..Asked::new(form, route) };
    store::print_job::ask(&desk.db, &asked, desk.now_us())?;
    view_print_jobs(desk, Nothing {})
}

/// Saves a passbook as PDF into the folder `notes` beside the database: the newest page as on the roll, or all of it on A4.
pub fn save_passbook(desk: &mut Desk, input: PassbookOn) -> Result<SavedView, Stop> {
    desk.gather()?;
    let consignor = known(desk, &input.consignor)?;
    let (paper, ending) = match input.form {
        None | Some(Form::A4) => (Paper::A4, "a4.pdf"),
        Some(Form::Receipt) => (printer::chosen(&desk.db)?.map_or(Paper::Mm80, |setting| setting.roll()), "pdf"),
        Some(_) => return Err(Refusal::invalid("form").into()),
    };
    let upto = desk.head.seq;
    let print =
        on_paper(desk, &consignor.id, upto, paper != Paper::A4)?.ok_or_else(|| Refusal::invalid("consignor"))?;
    crate::account::saved(desk, &print, paper, store::journal::at_us(&desk.db, upto)?, ending)
}
