//! The closing proof: what must always be true of the mart's money and goods, each said twice from what was written apart,
//! and tied to the books. Not here: the journal's own proof (`verify`).

use crate::books::{Names, both};
use crate::clock::time_text;
use crate::desk::Desk;
use crate::fault::{Fault, Stop};
use crate::shift::expected;
use crate::sign_in::Nothing;
use crate::store;
use crate::views::Money;
use data_encoding::HEXLOWER;
use domain::account::Account;
use domain::money::Paise;
use domain::name::Name;
use domain::quantity::Milli;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;
use uuid::Uuid;

/// One thing that must be true: its message is `proof-` and `key`, those of its sides end with `-left` and `-right`.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct ProofView {
    pub key: String,
    pub left: String,
    pub right: String,
    pub holds: bool,
    /// The first that differs, and how: one's name and both figures.
    pub differs: Option<ProofDifferenceView>,
    /// What one side is made of.
    pub parts: Vec<ProofPartView>,
}

/// What differs first.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct ProofDifferenceView {
    pub name: Name,
    pub left: String,
    pub right: String,
}

/// A part of a sum.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct ProofPartView {
    pub name: Name,
    pub amount: Money,
}

/// The closing proof, up to the last entry.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ClosingProofView {
    /// `23-11-2026 18:05`.
    pub at: String,
    #[ts(type = "number")]
    pub entry: i64,
    /// The head of its hash.
    pub hash: String,
    pub proofs: Vec<ProofView>,
    pub holds: bool,
}

/// Two sums of money.
fn money(key: &str, left: Paise, right: Paise) -> ProofView {
    ProofView {
        key: key.to_owned(),
        left: left.to_text(),
        right: right.to_text(),
        holds: left == right,
        differs: None,
        parts: Vec::new(),
    }
}

/// One sum for each name on either side.
fn by_name(
    key: &str,
    left: &BTreeMap<String, Paise>,
    right: &BTreeMap<String, Paise>,
    name: impl Fn(&str) -> Name,
) -> ProofView {
    let of = |sums: &BTreeMap<String, Paise>, one: &str| sums.get(one).copied().unwrap_or_default();
    let wrong = left.keys().chain(right.keys()).find(|one| of(left, one) != of(right, one));
    let mut proof = money(key, left.values().copied().sum(), right.values().copied().sum());
    if let Some(one) = wrong {
        proof.holds = false;
        proof.differs = Some(ProofDifferenceView {
            name: name(one),
            left: of(left, one).to_text(),
            right: of(right, one).to_text(),
        });
    }
    proof
}

/// Proves everything that must be true now.
pub fn view_closing_proof(desk: &mut Desk, _: Nothing) -> Result<ClosingProofView, Stop> {
    // What is due is gathered first; nothing of it is a fact of its own.
    desk.gather()?;
    let db = &desk.db;
    let names = Names::read(db)?;
    let balances = store::books::balances(db, store::books::END)?;
    let balance = |account: &Account| balances.get(&account.to_string()).copied().unwrap_or_default();
    let of_persons = |code: &str| -> BTreeMap<String, Paise> {
        let whose = |account: &str| account.strip_prefix(code)?.strip_prefix(':').map(str::to_owned);
        balances.iter().filter_map(|(account, paise)| Some((whose(account)?, *paise))).collect()
    };
    let owed = |code: &str| -> BTreeMap<String, Paise> {
        of_persons(code).into_iter().map(|(whose, paise)| (whose, -paise)).collect()
    };
    let consignor = |id: &str| names.of(&Account::ConsignorPayable(id.to_owned()).to_string());
    let vendor = |gstin: &str| names.of(&Account::VendorPayable(gstin.to_owned()).to_string());
    let mut proofs = vec![entries_balance(desk, &balances)?];
    proofs.extend(selling(desk)?);
    proofs.push(by_name("payable", &owed("consignor_payable"), &store::books::owed_to_consignors(db)?, consignor));
    let [billed, waiting] = store::books::commission(db)?;
    let mut commission = money("commission", -balance(&Account::Commission), billed + waiting);
    commission.parts = vec![
        ProofPartView { name: both("proof-part-billed"), amount: billed.into() },
        ProofPartView { name: both("proof-part-not-billed"), amount: waiting.into() },
    ];
    proofs.push(commission);
    proofs.push(by_name(
        "advances",
        &of_persons("consignor_advance"),
        &store::books::lent_to_consignors(db)?,
        consignor,
    ));
    proofs.push(by_name("vendors", &owed("vendor_payable"), &store::books::owed_to_vendors(db)?, vendor));
    proofs.push(money("notes", -balance(&Account::CreditNotesOutstanding), store::books::left_on_notes(db)?));
    proofs.push(money("upi", balance(&Account::UpiClearing), store::books::upi_not_in_bank(db)?));
    let in_drawer = match &desk.shift {
        Some(shift) => expected(desk, shift)?,
        None => Paise::ZERO,
    };
    proofs.push(money("drawer", balance(&Account::Drawer), in_drawer));
    proofs.push(goods(desk, &names)?);
    Ok(ClosingProofView {
        at: time_text(desk.now_us()),
        entry: desk.head.seq,
        hash: HEXLOWER.encode(&desk.head.hash[..8]),
        holds: proofs.iter().all(|proof| proof.holds),
        proofs,
    })
}

/// Every entry's postings add to nothing, and so do all balances.
fn entries_balance(desk: &Desk, balances: &BTreeMap<String, Paise>) -> Result<ProofView, Fault> {
    let (mut debit, mut credit) = (Paise::ZERO, Paise::ZERO);
    for paise in balances.values() {
        if *paise > Paise::ZERO {
            debit += *paise;
        } else {
            credit -= *paise;
        }
    }
    let mut proof = money("balance", debit, credit);
    if let Some((seq, sum)) = store::books::first_unbalanced(&desk.db)? {
        proof.holds = false;
        let name = Name::new(seq.to_string(), seq.to_string());
        proof.differs = Some(ProofDifferenceView { name, left: sum.to_text(), right: Paise::ZERO.to_text() });
    }
    Ok(proof)
}

/// Lines and round-off come to the bills, bills to the tenders, shares to what consignors were credited, and the tenders
/// to payable, margin, tax and round-off.
fn selling(desk: &Desk) -> Result<[ProofView; 4], Fault> {
    let sold = store::books::sold(&desk.db)?;
    let (mut tenders, mut payable, mut tax, mut margin, mut round_off) =
        (Paise::ZERO, Paise::ZERO, Paise::ZERO, Paise::ZERO, Paise::ZERO);
    for (code, paise) in store::books::of_selling(&desk.db)? {
        let account: Account =
            code.parse().map_err(|_| Fault::DatabaseDamaged { problem: format!("no account {code}") })?;
        match account {
            Account::Drawer | Account::UpiClearing | Account::CardClearing | Account::CreditNotesOutstanding => {
                tenders += paise;
            }
            // What is owed for goods that came back broken is a loss and no share.
            Account::ConsignorPayable(_) | Account::LossesBorne => payable -= paise,
            Account::OutputCgst | Account::OutputSgst | Account::OutputIgst => tax -= paise,
            Account::RoundOff => round_off -= paise,
            _ => margin -= paise,
        }
    }
    let part = |name: Name, paise: Paise| ProofPartView { name, amount: paise.into() };
    let mut split = money("split", tenders, payable + margin + tax + round_off);
    split.parts = vec![
        part(both("proof-part-payable"), payable),
        part(both("proof-part-margin"), margin),
        part(both("proof-part-tax"), tax),
        part(both("account-round-off"), round_off),
    ];
    Ok([
        money("lines", sold.lines + round_off, sold.bills),
        money("tenders", sold.bills, tenders),
        money("shares", sold.shares, payable),
        split,
    ])
}

/// What came in is sold, given back, lost or here, of every item and owner.
fn goods(desk: &Desk, names: &Names) -> Result<ProofView, Fault> {
    let sums = store::books::goods(&desk.db)?;
    let text = |milli: i64| Milli(milli).to_text();
    let mut proof = ProofView {
        key: "goods".into(),
        left: text(sums.iter().map(|sum| sum.received).sum()),
        right: text(sums.iter().map(store::books::GoodsSum::told).sum()),
        holds: true,
        differs: None,
        parts: Vec::new(),
    };
    if let Some(wrong) = sums.iter().find(|sum| sum.received != sum.told()) {
        let item = match wrong.item.parse::<Uuid>() {
            Ok(id) => store::item::by_id(&desk.db, id)?.map(|item| item.name),
            Err(_) => None,
        };
        let item = item.unwrap_or_else(|| Name::new(&*wrong.item, &*wrong.item));
        let owner = match wrong.owner.split_once(':') {
            Some(("consignor", id)) => names.of(&Account::ConsignorPayable(id.to_owned()).to_string()),
            Some((_, gstin)) => names.of(&Account::VendorPayable(gstin.to_owned()).to_string()),
            None => both("stock-owner-mart"),
        };
        let name = Name::new(format!("{}, {}", item.hi, owner.hi), format!("{}, {}", item.en, owner.en));
        proof.holds = false;
        proof.differs = Some(ProofDifferenceView { name, left: text(wrong.received), right: text(wrong.told()) });
    }
    Ok(proof)
}
