//! Paying what was settled: bank files, UPI and cash vouchers, what became of each, advances, and the rupee that proves an
//! account. Only the office till pays. Not here: what is paid (`settle`), how a bank wants its file (`domain::bank_file`),
//! its reply (`bank_reply`).

use crate::clock::time_text;
use crate::consignors::remembered;
use crate::customers::open;
use crate::desk::Desk;
use crate::device::write_private;
use crate::fault::{Fault, Stop};
use crate::masters::{DoneView, done};
use crate::packs::{BANK_FILES, TAX};
use crate::pay::{UpiView, percent};
use crate::settle::{
    AccountState, SettlementRowView, account, known_settlement, may_become, name_of, needs_office, said, second_person,
    settlement_row,
};
use crate::sign_in::Nothing;
use crate::statement;
use crate::store;
use crate::store::payout::PayoutRow;
use crate::store::settlement::SettlementRow;
use crate::views::Money;
use data_encoding::HEXLOWER;
use domain::bank_file::{self, Payment, Template};
use domain::bill::Series;
use domain::consignor::BankDetails;
use domain::entry::Fact;
use domain::mart::Payer;
use domain::money::{Bps, Paise};
use domain::name::Name;
use domain::payout::{
    AccountProven, AdvancePaid, Confirmed, Failed, LIKE_ENOUGH, PayoutSent, PayoutsConfirmed, PayoutsFailed, Rail,
    SentFile, SentOne, VOUCHER_LETTER, likeness, reference_ok,
};
use domain::refusal::Refusal;
use domain::settlement::State;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::PathBuf;
use ts_rs::TS;
use uuid::Uuid;

/// How a file that was given to a bank stands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileState {
    /// As it was written.
    Whole,
    /// Somebody changed it.
    Edited,
    /// It is not there.
    Gone,
}

/// One time that money was sent.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct SentView {
    #[ts(type = "string")]
    pub id: Uuid,
    pub rail: Rail,
    pub at: String,
    pub by: Name,
    #[ts(type = "number")]
    pub count: i64,
    pub total: Money,
    /// Where the file lies.
    pub path: Option<String>,
    pub sha256: Option<String>,
    pub file: Option<FileState>,
    pub payouts: Vec<SettlementRowView>,
}

/// A bank's template.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "fields of domain::bank_file::Template")]
pub struct TemplateView {
    pub id: String,
    pub name: Name,
    pub needs_corporate_id: bool,
}

/// What waits to be paid, what is on its way, and what came back.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct PayoutsView {
    pub posted: Vec<SettlementRowView>,
    pub approved: Vec<SettlementRowView>,
    pub sent: Vec<SettlementRowView>,
    pub failed: Vec<SettlementRowView>,
    /// What waits to be approved.
    pub to_approve: Money,
    /// What is approved or failed, and waits to be sent.
    pub to_send: Money,
    /// What is on its way.
    pub on_way: Money,
    pub files: Vec<SentView>,
    pub templates: Vec<TemplateView>,
    /// The mart's account, masked; none: it has to be set first.
    pub payer: Option<String>,
    pub template: Option<String>,
    /// The most cash to one consignor in a day; none: cash pays nobody.
    pub cash: Option<Money>,
    pub office: bool,
    pub office_till: String,
}

fn folder(desk: &Desk) -> PathBuf {
    desk.path.with_file_name("payouts")
}

fn file_state(desk: &Desk, name: &str, sha256: &str) -> FileState {
    match fs::read(folder(desk).join(name)) {
        Ok(bytes) if HEXLOWER.encode(&Sha256::digest(&bytes)) == sha256 => FileState::Whole,
        Ok(_) => FileState::Edited,
        Err(_) => FileState::Gone,
    }
}

fn sent_view(desk: &Desk, row: PayoutRow) -> Result<SentView, Stop> {
    let damaged = || Fault::DatabaseDamaged { problem: format!("entry {} sent no money", row.seq) };
    let (payload, at_us) = store::journal::fact(&desk.db, row.seq)?.ok_or_else(damaged)?;
    let Fact::PayoutSent(sent) = payload.fact else { return Err(damaged().into()) };
    let payouts = sent.payouts.iter().map(|one| Ok(settlement_row(desk, known_settlement(&desk.db, one.settlement)?)?));
    Ok(SentView {
        id: row.id,
        rail: row.rail,
        at: time_text(at_us),
        by: name_of(desk, payload.operator.as_deref().unwrap_or_default())?,
        count: row.count,
        total: row.total_paise.into(),
        path: row.file.as_ref().map(|(name, _)| folder(desk).join(name).display().to_string()),
        file: row.file.as_ref().map(|(name, hash)| file_state(desk, name, hash)),
        sha256: row.file.map(|(_, hash)| hash),
        payouts: payouts.collect::<Result<_, Stop>>()?,
    })
}

/// The last files that are shown.
const FILES: i64 = 8;

/// What waits to be paid, what is on its way, and what came back.
pub fn view_payouts(desk: &mut Desk, _: Nothing) -> Result<PayoutsView, Stop> {
    let (mut posted, mut approved, mut on_way, mut failed) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for row in store::settlement::unpaid(&desk.db)? {
        let list = match row.state {
            State::Posted => &mut posted,
            State::Approved => &mut approved,
            State::Sent => &mut on_way,
            State::Failed => &mut failed,
            State::Withdrawn | State::Confirmed => continue,
        };
        list.push(settlement_row(desk, row)?);
    }
    let files = store::payout::sent(&desk.db, None, FILES)?;
    let files = files.into_iter().map(|row| sent_view(desk, row)).collect::<Result<_, _>>()?;
    let payer = desk.mart.payout.payer.as_ref();
    let cash = cash_limit(desk);
    let sum = |rows: &[SettlementRowView]| rows.iter().map(|row| row.net.paise).sum::<Paise>();
    Ok(PayoutsView {
        to_approve: sum(&posted).into(),
        to_send: (sum(&approved) + sum(&failed)).into(),
        on_way: sum(&on_way).into(),
        posted,
        approved,
        sent: on_way,
        failed,
        files,
        templates: BANK_FILES
            .iter()
            .map(|one| TemplateView {
                id: one.id.clone(),
                name: one.name.clone(),
                needs_corporate_id: one.needs_corporate_id,
            })
            .collect(),
        payer: payer.map(|payer| {
            BankDetails { account: payer.account.clone(), ifsc: payer.ifsc.clone(), ..BankDetails::default() }.masked()
        }),
        template: payer.map(|payer| payer.template.clone()),
        cash: (cash > Paise::ZERO).then(|| cash.into()),
        office: needs_office(desk).is_ok(),
        office_till: crate::settle::office_till(desk),
    })
}

/// The most cash to one consignor in a day: the mart's own limit, never over the law's.
fn cash_limit(desk: &Desk) -> Paise {
    let law = TAX.limit("cash_payout_paise", desk.today().1).unwrap_or(Paise::ZERO);
    desk.mart.payout.cash_paise.min(law)
}

/// What to pay, and how; asked for twice, it is sent once.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct SendPayouts {
    #[ts(type = "string")]
    pub id: Uuid,
    pub rail: Rail,
    #[ts(type = "Array<string>")]
    pub settlements: Vec<Uuid>,
}

/// A bank file before it is made.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct BankFileView {
    pub name: String,
    /// All of it, as the bank gets it, with accounts masked.
    pub text: String,
    pub count: u32,
    pub total: Money,
    pub sha256: String,
}

/// What one payout is sent to.
struct Way {
    row: SettlementRow,
    details: Option<BankDetails>,
    bank_seq: Option<i64>,
}

/// Checks all that is to be sent: each approved, or failed before, to an account that a rupee proved, within the limits of
/// its rail.
fn ways(desk: &Desk, rail: Rail, settlements: &[Uuid]) -> Result<Vec<Way>, Stop> {
    needs_office(desk)?;
    if settlements.is_empty() {
        return Err(Refusal::NothingToSettle.into());
    }
    let today = desk.today().1;
    let mut ways: Vec<Way> = Vec::with_capacity(settlements.len());
    for id in settlements {
        let row = known_settlement(&desk.db, *id)?;
        may_become(&row, State::Sent)?;
        if ways.iter().any(|other| other.row.id == row.id) {
            return Err(Refusal::invalid("settlement_twice").into());
        }
        let name = store::consignor::name(&desk.db, &row.consignor)?.unwrap_or_default().hi;
        let way = match rail {
            Rail::Cash => {
                let limit = cash_limit(desk);
                if limit <= Paise::ZERO {
                    return Err(Refusal::CashPayoutOff.into());
                }
                let same = ways.iter().filter(|other| other.row.consignor == row.consignor);
                let here: Paise = same.map(|other| other.row.net_paise).sum();
                let others = store::payout::cash_of(&desk.db, &row.consignor, today, true)?;
                if others + here + row.net_paise > limit {
                    return Err(Refusal::CashPayoutOver { name, limit: limit.to_rupee_text() }.into());
                }
                Way { row, details: None, bank_seq: None }
            }
            Rail::Bank | Rail::Upi => {
                let (state, details) = account(desk, &row.consignor)?;
                let Some(details) = details.filter(|details| details.account.is_empty() == (rail == Rail::Upi)) else {
                    return Err(Refusal::NoBankAccount { name }.into());
                };
                if state != AccountState::Proven {
                    return Err(Refusal::AccountUnproven { name }.into());
                }
                if rail == Rail::Upi
                    && let Some(limit) = TAX.limit("upi_max_txn_paise", today).filter(|limit| row.net_paise > *limit)
                {
                    return Err(Refusal::RailOverLimit { name, limit: limit.to_rupee_text() }.into());
                }
                let bank = store::consignor::bank(&desk.db, &row.consignor, "allowed")?;
                Way { row, details: Some(details), bank_seq: bank.map(|bank| bank.asked_seq) }
            }
        };
        ways.push(way);
    }
    Ok(ways)
}

/// The template of the mart's bank.
fn template(payer: &Payer) -> Result<&'static Template, Refusal> {
    BANK_FILES.iter().find(|one| one.id == payer.template).ok_or_else(|| Refusal::invalid("template"))
}

/// The bank's file, and its name.
fn bank_file(desk: &Desk, id: Uuid, ways: &[Way]) -> Result<(String, String, &'static Template), Stop> {
    let payer = desk.mart.payout.payer.as_ref().ok_or(Refusal::NoPayer)?;
    let template = template(payer)?;
    let payments: Vec<Payment> = ways
        .iter()
        .filter_map(|way| {
            let details = way.details.as_ref()?;
            Some(Payment {
                code: way.row.consignor.clone(),
                holder: details.holder.clone(),
                account: details.account.clone(),
                ifsc: details.ifsc.clone(),
                paise: way.row.net_paise,
                reference: bank_file::reference(&way.row.number, way.row.sendings + 1),
            })
        })
        .collect();
    let serial = store::payout::sent(&desk.db, None, i64::MAX)?.len() as i64 + 1;
    let text = template.write(payer, &payments, desk.today().1, serial)?;
    let short: String = id.simple().to_string().chars().skip(20).collect();
    Ok((format!("{}-{}-{short}.{}", template.id, desk.today().1, template.ending), text, template))
}

/// What a bank would be given: nothing is written. Accounts are masked, for a screen is seen by others.
pub fn preview_bank_file(desk: &mut Desk, input: SendPayouts) -> Result<BankFileView, Stop> {
    let ways = ways(desk, Rail::Bank, &input.settlements)?;
    let (name, text, _) = bank_file(desk, input.id, &ways)?;
    let sha256 = HEXLOWER.encode(&Sha256::digest(text.as_bytes()));
    let mut shown = text;
    for details in ways.iter().filter_map(|way| way.details.as_ref()) {
        let keep = details.account.len().saturating_sub(4);
        shown = shown.replace(&details.account, &format!("{}{}", "X".repeat(keep), &details.account[keep..]));
    }
    let total: Paise = ways.iter().map(|way| way.row.net_paise).sum();
    Ok(BankFileView { name, text: shown, count: ways.len() as u32, total: total.into(), sha256 })
}

/// Sends money: makes the bank's file, begins payments by UPI, or writes vouchers. Nothing is paid until it is confirmed.
pub fn send_payouts(desk: &mut Desk, input: SendPayouts) -> Result<SentView, Stop> {
    if let Some(row) = store::payout::sent(&desk.db, Some(input.id), 1)?.pop() {
        return sent_view(desk, row);
    }
    let ways = ways(desk, input.rail, &input.settlements)?;
    for way in ways.iter().filter(|way| way.row.state == State::Failed) {
        // Who said that money did not arrive cannot send it again alone.
        second_person(desk, way.row.said_by.as_deref().unwrap_or_default())?;
    }
    let file = match input.rail {
        Rail::Bank => Some(bank_file(desk, input.id, &ways)?),
        Rail::Upi | Rail::Cash => None,
    };
    let till_name = desk.till_name();
    let sent_file = file.as_ref().map(|(name, text, template)| SentFile {
        name: name.clone(),
        template: template.id.clone(),
        sha256: HEXLOWER.encode(&Sha256::digest(text.as_bytes())),
    });
    // A file whose entry is then not written pays nobody: it is written again, byte for byte, or stands unused.
    if let Some((name, text, _)) = &file {
        write_private(&folder(desk).join(name), text.as_bytes())?;
    }
    desk.commit(|writing| {
        let series = Series::on(&till_name, writing.business_date, VOUCHER_LETTER);
        let mut n = store::sale::next_n(writing.db, &series.prefix())?;
        let mut payouts = Vec::with_capacity(ways.len());
        for way in &ways {
            let voucher = (input.rail == Rail::Cash).then(|| {
                n += 1;
                series.number(n - 1)
            });
            payouts.push(SentOne {
                settlement: way.row.id,
                consignor: way.row.consignor.clone(),
                paise: way.row.net_paise,
                bank_seq: way.bank_seq,
                voucher,
            });
        }
        writing.append(Fact::PayoutSent(PayoutSent { id: input.id, rail: input.rail, file: sent_file, payouts }))
    })?;
    let row = store::payout::sent(&desk.db, Some(input.id), 1)?.pop();
    sent_view(desk, row.ok_or_else(|| Fault::Internal { cause: "a payout is gone".into() })?)
}

/// Which time that money was sent.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct WhichSent {
    #[ts(type = "string")]
    pub id: Uuid,
}

/// Sees that the file is still what was approved: ask it before the bank is given the file.
pub fn check_bank_file(desk: &mut Desk, input: WhichSent) -> Result<SentView, Stop> {
    let row = store::payout::sent(&desk.db, Some(input.id), 1)?.pop().ok_or_else(|| Refusal::invalid("id"))?;
    if let Some((name, hash)) = &row.file {
        match file_state(desk, name, hash) {
            FileState::Whole => {}
            FileState::Edited => return Err(Refusal::BankFileEdited { file: name.clone() }.into()),
            FileState::Gone => return Err(Refusal::BankFileGone { file: name.clone() }.into()),
        }
    }
    sent_view(desk, row)
}

/// A payout that arrived, and the bank's reference; none in cash, where the voucher is signed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct ConfirmPayout {
    #[ts(type = "string")]
    pub settlement: Uuid,
    #[serde(default)]
    pub reference: String,
    /// What the bank says it paid; only where its file did.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub paise: Option<Paise>,
}

/// Refuses who sent a bank's file to say alone what was paid by it, if it is not the file that was sent.
pub(crate) fn file_is_whole(desk: &Desk, row: &SettlementRow) -> Result<(), Stop> {
    let Some(sent) = row.sent_seq.map(|seq| store::payout::sent_at(&desk.db, seq)).transpose()?.flatten() else {
        return Ok(());
    };
    if let Some((name, hash)) = &sent.file
        && file_state(desk, name, hash) == FileState::Edited
    {
        let by = store::journal::fact(&desk.db, sent.seq)?.and_then(|(payload, _)| payload.operator);
        return match second_person(desk, by.as_deref().unwrap_or_default()) {
            Ok(_) => Ok(()),
            Err(Stop::Refusal(_)) => Err(Refusal::EditedFilePaid { file: name.clone() }.into()),
            Err(fault) => Err(fault),
        };
    }
    Ok(())
}

pub(crate) fn confirmed(desk: &Desk, row: &SettlementRow, reference: &str) -> Result<Confirmed, Stop> {
    let rail = row.rail.ok_or_else(|| Refusal::invalid("rail"))?;
    if rail == Rail::Cash {
        let (limit, today) = (cash_limit(desk), desk.today().1);
        if store::payout::cash_of(&desk.db, &row.consignor, today, false)? + row.net_paise > limit {
            let name = store::consignor::name(&desk.db, &row.consignor)?.unwrap_or_default().hi;
            return Err(Refusal::CashPayoutOver { name, limit: limit.to_rupee_text() }.into());
        }
    }
    let typed: String = reference.split_whitespace().collect::<String>().to_ascii_uppercase();
    let reference = match rail {
        Rail::Cash => row.reference.clone().unwrap_or_default(),
        Rail::Bank | Rail::Upi => typed,
    };
    if !reference_ok(rail, &reference) {
        return Err(Refusal::ReferenceWrong { reference: reference.chars().take(40).collect() }.into());
    }
    if store::payout::is_used(&desk.db, &reference)? {
        return Err(Refusal::ReferenceUsed { reference }.into());
    }
    let masked = sent_to(desk, row)?.map_or_else(String::new, |details| details.masked());
    Ok(Confirmed {
        settlement: row.id,
        consignor: row.consignor.clone(),
        paise: row.net_paise,
        rail,
        message_hi: statement::message(&row.number, row.net_paise, rail, &masked, &reference),
        reference,
    })
}

/// Where the money of a settlement went: the details of that time, whatever they are today.
fn sent_to(desk: &Desk, row: &SettlementRow) -> Result<Option<BankDetails>, Fault> {
    let Some(sent_seq) = row.sent_seq else { return Ok(None) };
    let Some((payload, _)) = store::journal::fact(&desk.db, sent_seq)? else { return Ok(None) };
    let Fact::PayoutSent(sent) = payload.fact else { return Ok(None) };
    let asked = sent.payouts.into_iter().find(|one| one.settlement == row.id).and_then(|one| one.bank_seq);
    let Some((payload, _)) = asked.map(|seq| store::journal::fact(&desk.db, seq)).transpose()?.flatten() else {
        return Ok(None);
    };
    Ok(match payload.fact {
        Fact::BankAsked(asked) => open(desk, &asked.sealed),
        _ => None,
    })
}

/// Which settlement.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct WhichSettlement {
    #[ts(type = "string")]
    pub settlement: Uuid,
}

/// The UPI code of a payout that is on its way, for the mart's own app to scan: the amount fixed, the settlement named.
pub fn show_payout_upi(desk: &mut Desk, input: WhichSettlement) -> Result<UpiView, Stop> {
    needs_office(desk)?;
    let row = known_settlement(&desk.db, input.settlement)?;
    may_become(&row, State::Confirmed)?;
    let name = || store::consignor::name(&desk.db, &row.consignor).map(|name| name.unwrap_or_default().hi);
    let Some(details) = sent_to(desk, &row)?.filter(|details| !details.vpa.is_empty()) else {
        return Err(Refusal::NoBankAccount { name: name()? }.into());
    };
    let note = bank_file::reference(&row.number, row.sendings);
    let uri = format!(
        "upi://pay?pa={}&pn={}&tn={}&am={}&cu=INR",
        percent(&details.vpa).replace("%40", "@"),
        percent(&details.holder),
        percent(&note),
        // NPCI's form of an amount has neither grouping nor a sign.
        row.net_paise.to_text().replace(',', ""),
    );
    let (size, path) = paper::qr::svg_path(&uri).map_err(crate::receipt::unprintable)?;
    let (payee, amount) = (details.masked(), row.net_paise.into());
    Ok(UpiView { payee, amount, reference: note, uri, size: size as u32, path })
}

/// Confirms that a payout arrived, by its bank's reference; the same again changes nothing.
pub fn confirm_payout(desk: &mut Desk, input: ConfirmPayout) -> Result<SettlementRowView, Stop> {
    needs_office(desk)?;
    let row = known_settlement(&desk.db, input.settlement)?;
    let same = row.reference.as_deref() == Some(input.reference.trim().to_ascii_uppercase().as_str());
    if row.state == State::Confirmed && (same || row.rail == Some(Rail::Cash)) {
        return Ok(settlement_row(desk, row)?);
    }
    may_become(&row, State::Confirmed)?;
    if row.rail == Some(Rail::Bank) && input.paise != Some(row.net_paise) {
        return Err(Refusal::PaidOtherAmount { amount: row.net_paise.to_rupee_text() }.into());
    }
    file_is_whole(desk, &row)?;
    let payouts = vec![confirmed(desk, &row, &input.reference)?];
    desk.commit(|writing| writing.append(Fact::PayoutsConfirmed(PayoutsConfirmed { payouts })))?;
    Ok(settlement_row(desk, known_settlement(&desk.db, input.settlement)?)?)
}

/// A payout that did not arrive, or that the bank gave back, and why.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct FailPayout {
    #[ts(type = "string")]
    pub settlement: Uuid,
    pub reason: String,
}

pub(crate) fn failed(row: &SettlementRow, reason: String) -> Result<Failed, Refusal> {
    may_become(row, State::Failed)?;
    Ok(Failed {
        settlement: row.id,
        consignor: row.consignor.clone(),
        paise: row.net_paise,
        rail: row.rail.ok_or_else(|| Refusal::invalid("rail"))?,
        was_confirmed: row.state == State::Confirmed,
        reason,
    })
}

/// Notes that a payout failed: it can be sent again, by this and another person.
pub fn fail_payout(desk: &mut Desk, input: FailPayout) -> Result<SettlementRowView, Stop> {
    needs_office(desk)?;
    let row = known_settlement(&desk.db, input.settlement)?;
    let payouts = vec![failed(&row, said("reason", &input.reason)?)?];
    desk.commit(|writing| writing.append(Fact::PayoutsFailed(PayoutsFailed { payouts })))?;
    Ok(settlement_row(desk, known_settlement(&desk.db, input.settlement)?)?)
}

/// An advance on goods to come, that the bank has paid; asked for twice it is noted once.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "fields of domain::payout::AdvancePaid")]
pub struct PayAdvance {
    #[ts(type = "string")]
    pub id: Uuid,
    pub consignor: String,
    pub paise: Paise,
    pub reference: String,
    pub repay_bps: Bps,
    pub reason: String,
}

/// The most of one advance.
const MOST_ADVANCE: Paise = Paise::rupees(1_000_000);

fn bank_reference(desk: &Desk, typed: &str) -> Result<String, Stop> {
    let reference: String = typed.split_whitespace().collect::<String>().to_ascii_uppercase();
    if !reference_ok(Rail::Bank, &reference) {
        return Err(Refusal::ReferenceWrong { reference: reference.chars().take(40).collect() }.into());
    }
    if store::payout::is_used(&desk.db, &reference)? {
        return Err(Refusal::ReferenceUsed { reference }.into());
    }
    Ok(reference)
}

/// Notes an advance: by bank only, to a proven account, and two people answer for it.
pub fn pay_advance(desk: &mut Desk, input: PayAdvance) -> Result<DoneView, Stop> {
    needs_office(desk)?;
    if store::payout::advance_exists(&desk.db, input.id)? {
        return Ok(done(desk));
    }
    let consignor = remembered(desk, &input.consignor)?;
    if !(Paise(1)..=MOST_ADVANCE).contains(&input.paise) {
        return Err(Refusal::AmountOutOfRange.into());
    }
    if !(1..=10_000).contains(&input.repay_bps.0) {
        return Err(Refusal::invalid("repay_bps").into());
    }
    let reason = said("reason", &input.reason)?;
    let reference = bank_reference(desk, &input.reference)?;
    match account(desk, &consignor.id)?.0 {
        AccountState::Proven => {}
        AccountState::Allowed => return Err(Refusal::AccountUnproven { name: consignor.name.hi }.into()),
        AccountState::None | AccountState::Asked => {
            return Err(Refusal::NoBankAccount { name: consignor.name.hi }.into());
        }
    }
    second_person(desk, &desk.signed_in()?.id)?;
    desk.commit(|writing| {
        writing.append(Fact::AdvancePaid(AdvancePaid {
            id: input.id,
            consignor: consignor.id,
            paise: input.paise,
            reference,
            repay_bps: input.repay_bps,
            reason,
        }))
    })?;
    Ok(done(desk))
}

/// An advance as it is listed.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct AdvanceView {
    pub consignor: String,
    pub name: Name,
    pub at: String,
    pub amount: Money,
    pub repaid: Money,
    pub left: Money,
    pub reason: String,
    pub reference: String,
}

/// Advances, the newest first.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct AdvancesView {
    pub advances: Vec<AdvanceView>,
}

/// Every advance.
pub fn view_advances(desk: &mut Desk, _: Nothing) -> Result<AdvancesView, Stop> {
    let mut advances = Vec::new();
    for row in store::payout::advances(&desk.db, None)? {
        let Some((payload, at_us)) = store::journal::fact(&desk.db, row.seq)? else { continue };
        let Fact::AdvancePaid(paid) = payload.fact else { continue };
        advances.push(AdvanceView {
            name: store::consignor::name(&desk.db, &row.consignor)?.unwrap_or_default(),
            consignor: row.consignor,
            at: time_text(at_us),
            amount: row.paise.into(),
            repaid: row.repaid_paise.into(),
            left: (row.paise - row.repaid_paise).into(),
            reason: paid.reason,
            reference: paid.reference,
        });
    }
    Ok(AdvancesView { advances })
}

/// What the bank said of a rupee that was sent to a consignor's account.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct ProveAccount {
    pub consignor: String,
    pub reference: String,
    /// The name that the bank has for the account.
    pub name_at_bank: String,
}

/// What became of it.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct ProvenView {
    /// How like the names are.
    pub like: String,
    pub account: AccountState,
}

/// Notes that a rupee proved whose an account is. Where the names are less than four fifths alike a second person answers.
pub fn prove_account(desk: &mut Desk, input: ProveAccount) -> Result<ProvenView, Stop> {
    needs_office(desk)?;
    let consignor = remembered(desk, &input.consignor)?;
    let name_at_bank = said("name_at_bank", &input.name_at_bank)?;
    let bank = store::consignor::bank(&desk.db, &consignor.id, "allowed")?;
    let bank = bank.ok_or_else(|| Refusal::NoBankAccount { name: consignor.name.hi.clone() })?;
    let details: BankDetails = open(desk, &bank.sealed).ok_or(Fault::KeyMissing)?;
    let like = likeness(&details.holder, &name_at_bank);
    if bank.proven_seq.is_none() {
        let reference = bank_reference(desk, &input.reference)?;
        if like < LIKE_ENOUGH {
            second_person(desk, &desk.signed_in()?.id)?;
        }
        desk.commit(|writing| {
            writing.append(Fact::AccountProven(AccountProven {
                consignor: consignor.id.clone(),
                asked_seq: bank.asked_seq,
                reference,
                like_bps: like,
            }))
        })?;
    }
    Ok(ProvenView { like: like.to_text(), account: account(desk, &consignor.id)?.0 })
}
