//! The statement of a settlement: every line of it with its bill, what it comes to, what is recovered and repaid, and how the
//! money went. The same view is shown before it is posted, after, and on paper. Not here: which lines are settled
//! (`settle`), layout (`paper::statement`).

use crate::certificate::{genuine, to_do};
use crate::clock::date_text;
use crate::consign::entry;
use crate::customers::open;
use crate::desk::Desk;
use crate::fault::{Fault, Stop};
use crate::home::{BarView, bars};
use crate::key::signature_fits;
use crate::packs;
use crate::store;
use crate::store::settlement::SettlementRow;
use crate::views::Money;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use domain::agreement::Promise;
use domain::consignor::{BankDetails, Consignor};
use domain::due::{Due, DueKind, DueRef, days, dues};
use domain::entry::{Fact, Payload};
use domain::money::Paise;
use domain::name::{Language, Name};
use domain::payout::Rail;
use domain::refusal::Refusal;
use domain::settlement::{Figures, Reckoned, State};
use domain::statement::Proof;
use domain::stock::Cause;
use domain::words::amount_in_words;
use jiff::ToSpan;
use jiff::civil::Date;
use paper::words::text;
use rusqlite::Connection;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;
use ts_rs::TS;
use uuid::Uuid;

/// A consignor as others may see them: nothing personal but name, place and the masked account.
#[derive(Debug, Clone, Serialize, TS)]
#[expect(missing_docs, reason = "fields of domain::consignor::Consignor")]
pub struct PayeeView {
    pub id: String,
    pub name: Name,
    pub village: Name,
    pub district: Name,
    /// Where their money goes, never whole; empty where nothing is allowed yet.
    pub masked: String,
}

impl PayeeView {
    /// A consignor and the account that holds today.
    pub(crate) fn of(desk: &Desk, consignor: &Consignor) -> Result<Self, Fault> {
        let bank = store::consignor::bank(&desk.db, &consignor.id, "allowed")?;
        let details: Option<BankDetails> = bank.and_then(|row| open(desk, &row.sealed));
        Ok(Self {
            id: consignor.id.clone(),
            name: consignor.name.clone(),
            village: consignor.village.clone(),
            district: packs::district(&consignor.district),
            masked: details.map_or_else(String::new, |details| details.masked()),
        })
    }
}

/// One line that is due: sold, brought back, voided or lost. All amounts are negative on a line that takes back.
#[derive(Debug, Clone, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct StatementRowView {
    pub kind: DueKind,
    pub date: String,
    /// Number of the bill, or of the credit note; empty where goods were lost in the mart.
    pub bill: String,
    /// The bill it takes back.
    pub against: Option<String>,
    pub name: Name,
    pub piece: Option<String>,
    pub quantity: String,
    pub unit: Name,
    /// What the customer paid for it.
    pub price: Money,
    pub goods: Money,
    pub commission: Money,
    pub commission_gst: Money,
    pub fees: Money,
    pub compensation: Money,
    pub share: Money,
    /// Why it is compensated.
    pub cause: Option<Cause>,
    /// By when it was promised; none where it takes back.
    pub promised_by: Option<String>,
}

/// What was paid before and is taken back now.
#[derive(Debug, Clone, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct RecoveryRowView {
    pub row: StatementRowView,
    pub taken: Money,
    pub left: Money,
}

/// An advance that is repaid.
#[derive(Debug, Clone, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct RepaidRowView {
    /// When it was given.
    pub date: String,
    /// How much it was.
    pub advance: Money,
    pub repaid: Money,
    pub left: Money,
}

/// What a statement comes to: `sold + returned - commission - GST - fees + compensation = earned` and
/// `earned - recovered - repaid = net`.
#[derive(Debug, Clone, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct StatementFiguresView {
    /// What stood to be recovered before, negative.
    pub opening: Money,
    pub sold: Money,
    /// Negative.
    pub returned: Money,
    /// Of what was sold, less that of what came back.
    pub commission: Money,
    pub commission_gst: Money,
    pub fees: Money,
    pub compensation: Money,
    pub earned: Money,
    pub recovered: Money,
    pub repaid: Money,
    pub net: Money,
    pub net_words: Name,
    /// What stands to be recovered after, negative.
    pub closing: Money,
    /// Waits for the customer's time to bring goods back.
    pub held: Money,
}

/// How far the money has come.
#[derive(Debug, Clone, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct StatementPaidView {
    pub rail: Rail,
    pub sent_on: String,
    /// The bank's reference, or the voucher's number.
    pub reference: Option<String>,
    pub confirmed_on: Option<String>,
}

/// A statement: not posted yet, or where it has come to.
#[derive(Debug, Clone, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct StatementView {
    /// None: nothing is posted yet.
    pub number: Option<String>,
    pub state: Option<State>,
    pub date: String,
    pub consignor: PayeeView,
    /// When it was last settled; none: never.
    pub since: Option<String>,
    pub upto: String,
    /// Sales, each followed by what takes it back; losses in their order.
    pub rows: Vec<StatementRowView>,
    pub recoveries: Vec<RecoveryRowView>,
    pub repaid: Vec<RepaidRowView>,
    pub figures: StatementFiguresView,
    /// What they earned in the twelve months up to it, each month's.
    pub income: Vec<BarView>,
    /// By when the first of it was promised.
    pub promised_by: Option<String>,
    /// Days after the sale within which the agreement promises the money.
    pub promise_days: i32,
    /// Days the promise was or is missed by; 0: it is kept.
    pub late_days: i32,
    /// Number of the invoice of the commission.
    pub commission_bill: Option<String>,
    /// Number of the credit note of commission that was billed before.
    pub commission_credit: Option<String>,
    pub posted_by: Option<Name>,
    pub approved_by: Option<Name>,
    pub paid: Option<StatementPaidView>,
    /// Why it was withdrawn or failed.
    pub reason: Option<String>,
}

/// Entries that are asked for lines, each read once.
pub(crate) struct Entries<'a> {
    desk: &'a Desk,
    read: HashMap<i64, (Payload, Vec<Due>)>,
    names: HashMap<Uuid, (Name, String)>,
    promises: HashMap<(String, Option<i64>), Promise>,
}

/// A line with what its place in a statement hangs on.
struct Told {
    row: StatementRowView,
    promised_by: Date,
    /// The line itself, or the sold one it takes back.
    beside: (Option<(Uuid, i64)>, DueRef),
}

impl<'a> Entries<'a> {
    pub(crate) fn new(desk: &'a Desk) -> Self {
        Self { desk, read: HashMap::new(), names: HashMap::new(), promises: HashMap::new() }
    }

    fn read(&mut self, seq: i64) -> Result<&(Payload, Vec<Due>), Fault> {
        match self.read.entry(seq) {
            Slot::Occupied(there) => Ok(there.into_mut()),
            Slot::Vacant(free) => {
                let payload = entry(self.desk, seq)?;
                let lines = dues(&payload.fact);
                Ok(free.insert((payload, lines)))
            }
        }
    }

    /// Name and unit of an item as they are today.
    fn item(&mut self, id: Uuid) -> Result<(Name, String), Fault> {
        if let Some(found) = self.names.get(&id) {
            return Ok(found.clone());
        }
        let item = store::item::by_id(&self.desk.db, id)?;
        let found = item.map(|item| (item.name, item.unit)).unwrap_or_default();
        self.names.insert(id, found.clone());
        Ok(found)
    }

    fn promise(&mut self, due: &Due) -> Result<Promise, Fault> {
        let key = (due.consignor.clone(), due.agreement_version);
        if let Some(promise) = self.promises.get(&key) {
            return Ok(*promise);
        }
        let agreement = match due.agreement_version {
            Some(version) => store::consignor::agreement_version(&self.desk.db, &due.consignor, version)?,
            None => None,
        };
        let promise = agreement.map_or_else(Promise::default, |agreement| agreement.promise);
        self.promises.insert(key, promise);
        Ok(promise)
    }

    fn told(&mut self, at: DueRef) -> Result<Told, Fault> {
        let (payload, lines) = self.read(at.0)?;
        let damaged = || Fault::DatabaseDamaged { problem: format!("entry {}: nothing is due at {}", at.0, at.1) };
        let due = lines.iter().find(|due| due.place == at.1).ok_or_else(damaged)?.clone();
        let on = payload.business_date;
        let (bill, against) = documents(&payload.fact, &due);
        let cause = match &payload.fact {
            Fact::StockAdjusted(adjusted) => Some(adjusted.cause),
            Fact::TransferSettled(_) => Some(Cause::Transit),
            // What came back broken is made good.
            _ => (due.kind == DueKind::Loss).then_some(Cause::Breakage),
        };
        let frozen = frozen_item(&payload.fact, &due);
        let (name, unit) = match frozen {
            Some(found) => {
                self.names.entry(due.item).or_insert_with(|| found.clone());
                found
            }
            None => self.item(due.item)?,
        };
        let promised_by = days(due.kind, on, &self.promise(&due)?).1;
        let split = due.split;
        let row = StatementRowView {
            kind: due.kind,
            date: date_text(on),
            bill,
            against,
            name,
            piece: due.piece.clone(),
            quantity: due.qty_milli.to_text(),
            unit: packs::unit(&unit),
            price: due.price_paise.into(),
            goods: split.goods_paise.into(),
            commission: split.commission_paise.into(),
            commission_gst: split.commission_gst_paise.into(),
            fees: split.fees_paise.into(),
            compensation: split.compensation_paise.into(),
            share: split.share().into(),
            cause,
            promised_by: (split.share() > Paise::ZERO).then(|| date_text(promised_by)),
        };
        Ok(Told { row, promised_by, beside: (due.takes_back, at) })
    }

    /// One line as a statement tells it.
    pub(crate) fn row(&mut self, at: DueRef) -> Result<StatementRowView, Fault> {
        Ok(self.told(at)?.row)
    }

    /// By when the first of these lines was promised that was not taken back whole.
    pub(crate) fn first_promise(&mut self, lines: &[DueRef]) -> Result<Option<Date>, Fault> {
        Ok(self.rows(lines)?.1)
    }

    /// Lines in their order, but each that takes back a sold one right after it; and the first day that was promised for
    /// what was not taken back whole.
    fn rows(&mut self, lines: &[DueRef]) -> Result<(Vec<StatementRowView>, Option<Date>), Fault> {
        let mut told = lines.iter().map(|at| self.told(*at)).collect::<Result<Vec<_>, _>>()?;
        let sold: HashMap<(Uuid, i64), DueRef> = lines
            .iter()
            .filter_map(|at| {
                let sale = self.read.get(&at.0)?.0.fact.sale()?;
                Some(((sale.id, at.1), *at))
            })
            .collect();
        let first = |one: &Told| one.beside.0.and_then(|sale| sold.get(&sale).copied()).unwrap_or(one.beside.1);
        told.sort_by_key(|one| (first(one), one.beside.1));
        let mut back: HashMap<DueRef, Paise> = HashMap::new();
        for one in told.iter().filter(|one| one.beside.0.is_some()) {
            *back.entry(first(one)).or_default() += one.row.goods.paise;
        }
        let kept = |one: &&Told| {
            let undone = back.get(&one.beside.1).is_some_and(|paise| *paise == -one.row.goods.paise);
            one.row.share.paise > Paise::ZERO && !undone
        };
        let promised = told.iter().filter(kept).map(|one| one.promised_by).min();
        Ok((told.into_iter().map(|one| one.row).collect(), promised))
    }
}

/// Name and unit of the item as a sale froze them.
fn frozen_item(fact: &Fact, due: &Due) -> Option<(Name, String)> {
    let sale = match fact {
        Fact::SaleVoided(voided) => &voided.sale,
        _ => fact.sale()?,
    };
    let line = match due.kind {
        DueKind::Sale | DueKind::Void => usize::try_from(due.place).ok().and_then(|place| sale.lines.get(place))?,
        DueKind::Return | DueKind::Loss => return None,
    };
    Some((line.item.name.clone(), line.item.unit.clone()))
}

/// The document that made a line due, and the bill it takes back.
fn documents(fact: &Fact, due: &Due) -> (String, Option<String>) {
    let place = usize::try_from(due.place).unwrap_or_default();
    let of_sale = |sale: &domain::sale::Sale| {
        let bill = sale.bills.iter().find(|bill| bill.lines.contains(&place));
        bill.map_or_else(|| sale.number().to_owned(), |bill| bill.number.clone())
    };
    // In an exchange what came back stands after what was sold.
    let first = fact.sale().map_or(0, |sale| sale.lines.len());
    let note = |line: usize| {
        let returned = fact.returned()?;
        let note = returned.credit_notes.iter().find(|note| note.lines.contains(&line))?;
        Some((note.number.clone(), Some(note.against.clone())))
    };
    match due.kind {
        DueKind::Sale => (fact.sale().map(of_sale).unwrap_or_default(), None),
        DueKind::Return => {
            let sold = || (fact.returned().map(|back| back.sale_number.clone()).unwrap_or_default(), None);
            note(place - first).unwrap_or_else(sold)
        }
        DueKind::Void => match fact {
            Fact::SaleVoided(voided) => {
                let bill = of_sale(&voided.sale);
                (bill.clone(), Some(bill))
            }
            _ => Default::default(),
        },
        DueKind::Loss => {
            let lines = fact.returned().map_or(0, |returned| returned.lines.len());
            note(place.saturating_sub(first + lines)).unwrap_or_default()
        }
    }
}

fn figures_view(figures: &Figures, held: Paise) -> StatementFiguresView {
    let both = figures.sold + figures.returned;
    StatementFiguresView {
        opening: figures.opening_paise.into(),
        sold: figures.sold.goods_paise.into(),
        returned: figures.returned.goods_paise.into(),
        commission: both.commission_paise.into(),
        commission_gst: both.commission_gst_paise.into(),
        fees: both.fees_paise.into(),
        compensation: figures.compensation_paise.into(),
        earned: figures.earned().into(),
        recovered: figures.recovered().into(),
        repaid: figures.repaid().into(),
        net: figures.net_paise.into(),
        net_words: amount_in_words(figures.net_paise),
        closing: figures.closing_paise.into(),
        held: held.into(),
    }
}

/// What a statement says of lines and figures, whatever has become of it.
fn view(
    desk: &Desk,
    consignor: &Consignor,
    lines: &[DueRef],
    figures: &Figures,
    (before, upto, held): (Option<i64>, Date, Paise),
) -> Result<(StatementView, Option<Date>), Fault> {
    let mut entries = Entries::new(desk);
    let (rows, promised) = entries.rows(lines)?;
    let mut recoveries = Vec::with_capacity(figures.recoveries.len());
    for one in &figures.recoveries {
        let row = entries.row(one.at)?;
        recoveries.push(RecoveryRowView { row, taken: one.paise.into(), left: one.left_paise.into() });
    }
    let mut repaid = Vec::with_capacity(figures.repaid.len());
    if !figures.repaid.is_empty() {
        let advances = store::payout::advances(&desk.db, Some(&consignor.id))?;
        for one in &figures.repaid {
            let Some(advance) = advances.iter().find(|advance| advance.id == one.advance) else { continue };
            repaid.push(RepaidRowView {
                date: date_text(entry(desk, advance.seq)?.business_date),
                advance: advance.paise.into(),
                repaid: one.paise.into(),
                left: one.left_paise.into(),
            });
        }
    }
    let mut earlier = store::settlement::of_consignor(&desk.db, &consignor.id)?.into_iter();
    let last = earlier.find(|row| row.state != State::Withdrawn && before.is_none_or(|seq| row.seq < seq));
    let agreement = store::consignor::agreement(&desk.db, &consignor.id, upto)?;
    let promise = agreement.map_or_else(Promise::default, |agreement| agreement.promise);
    let statement = StatementView {
        number: None,
        state: None,
        date: date_text(desk.today().1),
        consignor: PayeeView::of(desk, consignor)?,
        since: last.map(|row| date_text(row.upto)),
        upto: date_text(upto),
        rows,
        recoveries,
        repaid,
        figures: figures_view(figures, held),
        income: income(desk, &consignor.id, upto)?,
        promised_by: promised.map(date_text),
        promise_days: promise.payout_days,
        late_days: 0,
        commission_bill: None,
        commission_credit: None,
        posted_by: None,
        approved_by: None,
        paid: None,
        reason: None,
    };
    Ok((statement, promised))
}

fn income(desk: &Desk, consignor: &str, upto: Date) -> Result<Vec<BarView>, Fault> {
    let first = upto.first_of_month().saturating_sub(11.months());
    let earned = store::due::income(&desk.db, consignor, first, upto)?;
    let of = |month: &Date| {
        let name = month.strftime("%Y-%m").to_string();
        earned.iter().find(|(earned, _)| *earned == name).map_or(Paise::ZERO, |(_, paise)| *paise)
    };
    Ok(bars(first.series(1.month()).take(12).map(|month| (month.month() as u8, of(&month)))))
}

fn late(promised: Option<Date>, on: Date) -> i32 {
    promised.map_or(0, |promised| (on - promised).get_days().max(0))
}

/// The statement that a settlement would give.
pub(crate) fn of_reckoned(
    desk: &Desk,
    consignor: &Consignor,
    reckoned: &Reckoned,
    upto: Date,
) -> Result<StatementView, Stop> {
    let about = (None, upto, reckoned.held_paise);
    let (statement, promised) = view(desk, consignor, &reckoned.lines, &reckoned.figures, about)?;
    Ok(StatementView { late_days: late(promised, desk.today().1), ..statement })
}

/// The statement of a posted settlement as it stands.
pub(crate) fn of_settlement(desk: &Desk, row: &SettlementRow) -> Result<StatementView, Stop> {
    let settlement = store::settlement::posted(&desk.db, row.seq)?;
    let consignor = store::consignor::by_id(&desk.db, &row.consignor)?;
    let consignor = consignor.ok_or_else(|| Refusal::UnknownConsignor { id: row.consignor.clone() })?;
    let held = store::due::held_at(&desk.db, &row.consignor, row.seq, row.upto)?;
    let about = (Some(row.seq), row.upto, held);
    let (statement, promised) = view(desk, &consignor, &settlement.lines, &settlement.figures, about)?;
    let (paid, masked) = paid(desk, row)?;
    let ended = match row.state {
        State::Confirmed | State::Withdrawn => entry(desk, row.state_seq)?.business_date,
        State::Posted | State::Approved | State::Sent | State::Failed => desk.today().1,
    };
    let name = |id: &str| store::mart::name_at(&desk.db, id, desk.head.seq);
    Ok(StatementView {
        number: Some(row.number.clone()),
        state: Some(row.state),
        date: date_text(row.on),
        consignor: PayeeView { masked: masked.unwrap_or(statement.consignor.masked), ..statement.consignor },
        late_days: late(promised, ended),
        commission_bill: row.commission.clone(),
        commission_credit: row.credit.clone(),
        posted_by: name(&row.posted_by)?,
        approved_by: row.approved_by.as_deref().map(name).transpose()?.flatten(),
        paid,
        reason: row.reason.clone(),
        ..statement
    })
}

/// How the money of a settlement went, and the account it went to.
fn paid(desk: &Desk, row: &SettlementRow) -> Result<(Option<StatementPaidView>, Option<String>), Fault> {
    let (Some(seq), Some(rail)) = (row.sent_seq, row.rail) else { return Ok((None, None)) };
    let payload = entry(desk, seq)?;
    let Fact::PayoutSent(sent) = &payload.fact else { return Ok((None, None)) };
    let to = sent.payouts.iter().find(|one| one.settlement == row.id).and_then(|one| one.bank_seq);
    let masked = match to {
        Some(asked) => match entry(desk, asked)?.fact {
            Fact::BankAsked(asked) => open::<BankDetails>(desk, &asked.sealed).map(|details| details.masked()),
            _ => None,
        },
        None => None,
    };
    let confirmed = row.state == State::Confirmed;
    let confirmed_on = confirmed.then(|| entry(desk, row.state_seq)).transpose()?;
    let view = StatementPaidView {
        rail,
        sent_on: date_text(payload.business_date),
        reference: row.reference.clone(),
        confirmed_on: confirmed_on.map(|payload| date_text(payload.business_date)),
    };
    Ok((Some(view), masked))
}

/// The message to a consignor whose money has arrived.
pub(crate) fn message(number: &str, net: Paise, rail: Rail, masked: &str, reference: &str) -> String {
    let key = match rail {
        Rail::Bank | Rail::Upi => "sms-payout-confirmed",
        Rail::Cash => "sms-payout-cash",
    };
    let args = [
        ("number", number.into()),
        ("amount", net.to_rupee_text().into()),
        ("account", masked.into()),
        ("reference", reference.into()),
    ];
    text(Language::Hi, key, &args)
}

/// Checks the text of a statement's code without a network: whether whoever holds the key it names signed just these figures,
/// and, where there is a till to ask, whether that key is the till's, its journal has just that entry, and what has become of
/// the settlement.
pub fn verify(text: &str, keys: &[String], db: Option<&Connection>) -> Result<Value, Stop> {
    let (proof, key, said, signature) = Proof::parse(text).ok_or_else(|| Refusal::invalid("statement"))?;
    let signature = BASE64URL_NOPAD.decode(signature.as_bytes()).unwrap_or_default();
    let signed = signature_fits(key, said.as_bytes(), &signature);
    let known = (!keys.is_empty()).then(|| keys.iter().any(|one| one == key));
    let row = match db {
        Some(db) => store::settlement::by_number(db, &proof.number)?,
        None => None,
    };
    let in_journal = match (db, &row) {
        (Some(db), Some(row)) => {
            let hash = store::journal::hash(db, row.seq)?.map(|hash| HEXLOWER.encode(&hash));
            let same = row.net_paise == proof.net_paise && row.consignor == proof.consignor;
            Some(same && hash.as_deref() == Some(&*proof.entry))
        }
        (Some(_), None) => Some(false),
        (None, _) => None,
    };
    let genuine = genuine(signed && in_journal != Some(false), known);
    Ok(json!({
        "genuine": genuine,
        "to_do": to_do(genuine),
        "signed": signed,
        "known_key": known,
        "in_journal": in_journal,
        "state": row.map(|row| row.state.word()),
        "public_key": key,
        "number": proof.number, "consignor": proof.consignor, "upto": proof.upto, "net": proof.net_paise.to_text(),
        "lines": proof.lines, "entry": proof.entry, "till": proof.till,
    }))
}
