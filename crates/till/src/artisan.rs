//! What an artisan asks at the counter: what of mine is here, what sold, what am I owed and by when, when was I last paid.
//! Found by what they bring: a slip, a tag, their name or mobile. Nothing personal is told but name, village and the masked
//! account, for others stand in the queue. Not here: what sellers and storekeepers do with it (`consignors`).

use crate::clock::date_text;
use crate::consign::entry;
use crate::desk::Desk;
use crate::fault::{Fault, Stop};
use crate::packs;
use crate::statement::{Entries, PayeeView, StatementRowView};
use crate::store;
use crate::store::stock::Wanted;
use crate::views::Money;
use domain::agreement::{Owner, Promise};
use domain::buyer::mobile_ok;
use domain::consignor::Consignor;
use domain::entry::Fact;
use domain::money::Paise;
use domain::name::Name;
use domain::payout::Rail;
use domain::refusal::Refusal;
use domain::settlement::State;
use domain::statement::Proof;
use domain::typed;
use jiff::ToSpan;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Goods that are listed.
const GOODS: usize = 60;
/// Lines that are listed.
const LINES: i64 = 60;
/// People that a name may mean.
const CHOICES: usize = 12;

/// Goods of theirs that are here.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ArtisanGoodsView {
    pub name: Name,
    /// Key of the drawn picture.
    pub icon: String,
    pub picture: Option<String>,
    pub here: String,
    pub unit: Name,
}

/// The last time they were paid.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct LastPaidView {
    pub number: String,
    pub date: String,
    pub amount: Money,
    pub rail: Option<Rail>,
    pub reference: String,
}

/// What an artisan is told.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ArtisanView {
    pub consignor: PayeeView,
    pub craft: Name,
    pub picture: Option<String>,
    /// Kinds of goods that are here, and how much in all.
    #[ts(type = "number")]
    pub kinds: i64,
    pub here: Name,
    pub goods: Vec<ArtisanGoodsView>,
    /// Their share of what sold since they were last paid, and how many lines that is.
    pub sold: Money,
    #[ts(type = "number")]
    pub sold_lines: i64,
    /// The newest first.
    pub lines: Vec<StatementRowView>,
    /// All that is owed to them.
    pub owed: Money,
    /// Payable today, not settled.
    pub payable: Money,
    /// Settled, and on its way.
    pub coming: Money,
    /// Waits for the customers' time to bring goods back.
    pub held: Money,
    /// To be recovered, not negative.
    pub to_recover: Money,
    /// Left of advances.
    pub advance: Money,
    /// By when the oldest of it was promised.
    pub promised_by: Option<String>,
    /// Days past that; 0: not yet.
    pub late_days: i32,
    /// Days within which the agreement promises the money.
    pub promise_days: i32,
    /// When goods that are sold today would be paid.
    pub next_promise: String,
    pub last_paid: Option<LastPaidView>,
    /// Of the newest settlement.
    pub statement: Option<String>,
}

/// Somebody that a name may mean.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ArtisanChoiceView {
    pub id: String,
    pub name: Name,
    pub village: Name,
    pub district: Name,
    pub picture: Option<String>,
}

/// Who was found.
#[derive(Debug, Serialize, TS)]
pub struct ArtisanFoundView {
    /// The one it means.
    pub artisan: Option<ArtisanView>,
    /// Those it may mean.
    pub choices: Vec<ArtisanChoiceView>,
}

/// What was scanned or typed: the code or number of a slip or statement, a tag, a mobile, a name.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct FindArtisan {
    pub code: String,
}

/// Finds an artisan by what they bring, and tells them how they stand.
pub fn view_artisan(desk: &mut Desk, input: FindArtisan) -> Result<ArtisanFoundView, Stop> {
    desk.gather()?;
    let code = input.code.trim();
    let told = || code.chars().take(40).collect::<String>();
    if code.is_empty() || code.chars().count() > 1_000 {
        return Err(Refusal::invalid("code").into());
    }
    if let Some(consignor) = brought(desk, code)? {
        return Ok(ArtisanFoundView { artisan: Some(artisan(desk, &consignor)?), choices: Vec::new() });
    }
    let mut found = named(desk, code)?;
    if found.len() == 1 {
        let artisan = artisan(desk, &found.remove(0))?;
        return Ok(ArtisanFoundView { artisan: Some(artisan), choices: Vec::new() });
    }
    if found.is_empty() {
        return Err(Refusal::UnknownArtisan { code: told() }.into());
    }
    let choice = |one: Consignor| ArtisanChoiceView {
        district: packs::district(&one.district),
        id: one.id,
        name: one.name,
        village: one.village,
        picture: one.picture,
    };
    Ok(ArtisanFoundView { artisan: None, choices: found.into_iter().take(CHOICES).map(choice).collect() })
}

/// Whose a slip, a statement, a tag or a mobile is.
fn brought(desk: &Desk, code: &str) -> Result<Option<Consignor>, Stop> {
    let whose = |id: &str| {
        if store::consignor::remembered(&desk.db, id)? { store::consignor::by_id(&desk.db, id) } else { Ok(None) }
    };
    if let Some(consignor) = whose(code)? {
        return Ok(Some(consignor));
    }
    if let Some((proof, ..)) = Proof::parse(code) {
        return Ok(whose(&proof.consignor)?);
    }
    let mobile = typed::mobile(code);
    if mobile_ok(&mobile) {
        let mark = desk.key()?.mark("consignor", &mobile);
        let person = store::person::by_mobile(&desk.db, &mark)?;
        return Ok(person.map(|person| store::consignor::of_person(&desk.db, person)).transpose()?.flatten());
    }
    if let Some(piece) = store::stock::piece(&desk.db, code)? {
        return Ok(piece.owner.consignor().map(whose).transpose()?.flatten());
    }
    let number = code.to_ascii_uppercase();
    let Some(seq) = store::print_job::entry_of(&desk.db, &number)? else { return Ok(None) };
    let settled = |id| Ok::<_, Fault>(store::settlement::by_id(&desk.db, id)?.map(|row| row.consignor));
    let id = match entry(desk, seq)?.fact {
        Fact::ConsignmentTaken(taken) => Some(taken.consignor),
        Fact::GivenBack(given) => Some(given.consignor),
        Fact::SettlementPosted(settlement) => Some(settlement.consignor),
        Fact::SettlementsApproved(all) => {
            let one = all.settlements.iter().find(|one| one.bills().any(|bill| bill.number == number));
            one.map(|one| settled(one.settlement)).transpose()?.flatten()
        }
        Fact::PayoutSent(sent) => {
            let one = sent.payouts.into_iter().find(|one| one.voucher.as_deref() == Some(&*number));
            one.map(|one| one.consignor)
        }
        _ => None,
    };
    Ok(id.map(|id| whose(&id)).transpose()?.flatten())
}

/// Everyone of whose name, in either script, each word begins some word.
fn named(desk: &Desk, text: &str) -> Result<Vec<Consignor>, Fault> {
    let asked: Vec<String> = text.to_lowercase().split_whitespace().map(str::to_owned).collect();
    let fits = |one: &Consignor| {
        let said = [&one.name.hi, &one.name.en, &one.village.hi, &one.village.en].map(|text| text.to_lowercase());
        let begins =
            |word: &String| said.iter().any(|text| text.split_whitespace().any(|has| has.starts_with(&**word)));
        asked.iter().all(begins)
    };
    Ok(store::consignor::all(&desk.db)?.into_iter().filter(fits).collect())
}

fn artisan(desk: &Desk, consignor: &Consignor) -> Result<ArtisanView, Stop> {
    let (db, today, owner) = (&desk.db, desk.today().1, Owner::Consignor(consignor.id.clone()));
    let (kinds, here) = store::consignor::goods_here(db, &consignor.id)?;
    let wanted = Wanted { owner: Some(owner), only: Some(store::stock::Only::Here), ..Wanted::default() };
    let goods = store::stock::list(db, &wanted, GOODS, 0)?.0.into_iter().filter(|row| row.here_milli.0 > 0);
    let goods = goods.map(|row| ArtisanGoodsView {
        here: row.here_milli.to_text(),
        unit: packs::unit(&row.item.unit),
        picture: row.item.picture,
        icon: row.item.icon,
        name: row.item.name,
    });
    let goods = goods.collect();
    let sums = store::due::sums(db, Some(&consignor.id), today)?.pop().unwrap_or_default();
    let (at, sold, sold_lines) = store::due::unpaid(db, &consignor.id, LINES)?;
    let mut entries = Entries::new(desk);
    let lines = at.into_iter().map(|at| entries.row(at)).collect::<Result<_, _>>()?;
    let coming = store::settlement::unpaid_of(db, &consignor.id)?;
    let owed = store::due::unsettled(db, &consignor.id)? + coming;
    let settled = store::settlement::of_consignor(db, &consignor.id)?;
    let unpaid = settled.iter().filter(|row| !matches!(row.state, State::Confirmed | State::Withdrawn));
    // What is settled and not paid was promised too, and before what is not settled.
    let mut promised = sums.promised_by;
    for row in unpaid {
        let first = entries.first_promise(&store::settlement::posted(&desk.db, row.seq)?.lines)?;
        promised = [promised, first].into_iter().flatten().min();
    }
    let paid = settled.iter().filter(|row| row.state == State::Confirmed).max_by_key(|row| row.state_seq);
    let last_paid = match paid {
        Some(row) => Some(LastPaidView {
            number: row.number.clone(),
            date: date_text(entry(desk, row.state_seq)?.business_date),
            amount: row.net_paise.into(),
            rail: row.rail,
            reference: row.reference.clone().unwrap_or_default(),
        }),
        None => None,
    };
    let agreement = store::consignor::agreement(db, &consignor.id, today)?;
    let promise = agreement.map_or_else(Promise::default, |agreement| agreement.promise);
    let next = today.checked_add(promise.payout_days.days()).unwrap_or(today);
    Ok(ArtisanView {
        consignor: PayeeView::of(desk, consignor)?,
        craft: consignor.craft.clone(),
        picture: consignor.picture.clone(),
        kinds,
        here: packs::sum(here),
        goods,
        sold: sold.into(),
        sold_lines,
        lines,
        owed: owed.into(),
        payable: sums.payable_paise.max(Paise::ZERO).into(),
        coming: coming.into(),
        held: sums.held_paise.into(),
        to_recover: (-sums.to_recover_paise).into(),
        advance: store::payout::lent_to(db, &consignor.id)?.into(),
        promised_by: promised.map(date_text),
        late_days: promised.map_or(0, |promised| (today - promised).get_days().max(0)),
        promise_days: promise.payout_days,
        next_promise: date_text(next),
        last_paid,
        statement: settled.into_iter().find(|row| row.state != State::Withdrawn).map(|row| row.number),
    })
}
