//! The bank's reply read in: a CSV file, seen row by row and taken whole or not at all. Not here: payments confirmed one by one
//! (`payout`), how a file is read (`import_file`).

use crate::desk::Desk;
use crate::fault::Stop;
use crate::import_file::read_table;
use crate::payout::{confirmed, failed, file_is_whole};
use crate::settle::{known_settlement, needs_office};
use crate::store;
use crate::store::settlement::SettlementRow;
use crate::views::Money;
use domain::bank_file::{read_reference, reference};
use domain::entry::Fact;
use domain::money::Paise;
use domain::name::Name;
use domain::payout::{Confirmed, Failed, PayoutsConfirmed, PayoutsFailed, Rail};
use domain::refusal::Refusal;
use domain::settlement::State;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The bank's reply: a CSV file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct BankReply {
    pub content_base64: String,
}

/// What is wrong with a row of the bank's reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the locale says each in words")]
pub enum ReplyFault {
    UnknownSettlement,
    NotSent,
    OtherAmount,
    NotAnAmount,
    ReferenceWrong,
    ReferenceUsed,
    ReferenceTwice,
    SettlementTwice,
    UnknownStatus,
    Formula,
}

/// One row of the bank's reply.
#[derive(Debug, Clone, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ReplyRowView {
    /// As a spreadsheet counts: the header is row 1.
    pub row: u32,
    pub number: String,
    pub name: Option<Name>,
    pub amount: String,
    pub reference: String,
    /// It arrived; else it failed.
    pub paid: bool,
    /// It was taken from an earlier reply.
    pub known: bool,
    pub reason: String,
    pub fault: Option<ReplyFault>,
}

/// The bank's reply, row by row.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ReplyView {
    pub rows: Vec<ReplyRowView>,
    pub paid: u32,
    pub failed: u32,
    pub known: u32,
    pub faults: u32,
    pub total_paid: Money,
}

/// Columns of a bank's reply: what each may be called, in lower case without spaces.
const REPLY: [(&str, &[&str]); 5] = [
    ("reference", &["ref", "refno", "instructionref", "customerref", "remarks", "number", "settlement", "संख्या"]),
    ("amount", &["amt", "amountrs", "txnamount", "रकम"]),
    ("utr", &["utrno", "utrnumber", "rrn", "bankref", "bankreference", "transactionid", "यूटीआर"]),
    ("status", &["txnstatus", "result", "स्थिति"]),
    ("reason", &["rejectreason", "failurereason", "remark", "error", "कारण"]),
];

const PAID: [&str; 8] = ["SUCCESS", "SUCCESSFUL", "PAID", "PROCESSED", "COMPLETED", "CREDITED", "EXECUTED", "S"];
/// What was paid before came back.
const GIVEN_BACK: [&str; 2] = ["RETURNED", "REVERSED"];
const NOT_PAID: [&str; 7] = ["FAILED", "FAILURE", "REJECTED", "RETURNED", "REVERSED", "CANCELLED", "F"];

/// `1,234.50` in paise.
fn amount(text: &str) -> Option<Paise> {
    let plain: String = text.chars().filter(|letter| !matches!(letter, ',' | '₹' | ' ')).collect();
    let (rupees, paise) = plain.split_once('.').unwrap_or((&plain, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(rupees) || !digits(paise) || rupees.len() > 12 || paise.len() > 2 {
        return None;
    }
    let paise: i64 = format!("{paise:0<2}").parse().ok()?;
    Some(Paise(rupees.parse::<i64>().ok()? * 100 + paise))
}

/// One row that can be taken.
enum Answer {
    Paid(Confirmed),
    Failed(Failed),
    Known,
}

fn formula(cells: &[&str]) -> bool {
    cells.iter().any(|cell| cell.starts_with(['=', '+', '-', '@', '\t']))
}

fn read_reply(desk: &Desk, input: &BankReply) -> Result<(ReplyView, Vec<Answer>), Stop> {
    needs_office(desk)?;
    let table = read_table(&input.content_base64, &REPLY, &["reference", "amount", "utr", "status"])?;
    let (mut rows, mut answers) = (Vec::new(), Vec::new());
    let (mut sum, mut said_total) = (Paise::ZERO, None);
    let (mut numbers, mut references) = (Vec::new(), Vec::new());
    let sent: Vec<SettlementRow> = store::settlement::unpaid(&desk.db)?;
    for (no, row) in &table {
        let cell = |name: &str| row.get(name).map_or("", |text| text.trim());
        let (number, typed, utr, status) = (cell("reference"), cell("amount"), cell("utr"), cell("status"));
        let (number, sending) = read_reference(number);
        if number == "TOTAL" {
            said_total = amount(typed).or(said_total).or(Some(Paise(-1)));
            continue;
        }
        let utr = utr.to_ascii_uppercase();
        let status = status.to_ascii_uppercase();
        let paise = amount(typed);
        sum += paise.unwrap_or_default();
        let found = match sent.iter().find(|row| reference(&row.number, 1) == number) {
            Some(row) => Some(row.clone()),
            None => store::settlement::by_number(&desk.db, &stroked(&number))?,
        };
        let paid = PAID.contains(&&*status);
        let answer = (|| -> Result<Answer, ReplyFault> {
            if formula(&[&number, typed, &utr, &status, cell("reason"), cell("reference")]) {
                return Err(ReplyFault::Formula);
            }
            let settlement = found.as_ref().ok_or(ReplyFault::UnknownSettlement)?;
            if numbers.contains(&(number.clone(), sending)) {
                return Err(ReplyFault::SettlementTwice);
            }
            let paise = paise.ok_or(ReplyFault::NotAnAmount)?;
            if paise != settlement.net_paise {
                return Err(ReplyFault::OtherAmount);
            }
            if !paid && !NOT_PAID.contains(&&*status) {
                return Err(ReplyFault::UnknownStatus);
            }
            if settlement.rail != Some(Rail::Bank) {
                return Err(ReplyFault::NotSent);
            }
            if sending > settlement.sendings {
                return Err(ReplyFault::UnknownSettlement);
            }
            // That an earlier sending failed is known; that it arrived after all is for people to look into.
            if sending < settlement.sendings || settlement.state == State::Failed {
                return if paid { Err(ReplyFault::NotSent) } else { Ok(Answer::Known) };
            }
            let arrived = settlement.state == State::Confirmed && settlement.reference.as_deref() == Some(&utr);
            if paid && arrived {
                return Ok(Answer::Known);
            }
            let gave_back = arrived && GIVEN_BACK.contains(&&*status);
            if settlement.state != State::Sent && !gave_back {
                return Err(ReplyFault::NotSent);
            }
            if !paid {
                let reason = cell("reason");
                let reason: String = if reason.is_empty() { &status } else { reason }.chars().take(120).collect();
                return failed(settlement, reason).map(Answer::Failed).map_err(|_| ReplyFault::NotSent);
            }
            if references.contains(&utr) {
                return Err(ReplyFault::ReferenceTwice);
            }
            confirmed(desk, settlement, &utr).map(Answer::Paid).map_err(|stop| match stop {
                Stop::Refusal(Refusal::ReferenceUsed { .. }) => ReplyFault::ReferenceUsed,
                _ => ReplyFault::ReferenceWrong,
            })
        })();
        numbers.push((number.clone(), sending));
        if paid {
            references.push(utr.clone());
        }
        let (fault, known) = match &answer {
            Ok(answer) => (None, matches!(answer, Answer::Known)),
            Err(fault) => (Some(*fault), false),
        };
        answers.extend(answer.ok());
        rows.push(ReplyRowView {
            row: *no,
            name: found.as_ref().map(|row| store::consignor::name(&desk.db, &row.consignor)).transpose()?.flatten(),
            number: found.map_or_else(|| number.chars().take(20).collect(), |row| row.number),
            amount: typed.chars().take(20).collect(),
            reference: utr.chars().take(30).collect(),
            paid,
            known,
            reason: cell("reason").chars().take(120).collect(),
            fault,
        });
    }
    if let Some(said) = said_total.filter(|said| *said != sum) {
        return Err(Refusal::ReplyTotals { file: said.to_rupee_text(), sent: sum.to_rupee_text() }.into());
    }
    let count = |wanted: fn(&ReplyRowView) -> bool| rows.iter().filter(|row| wanted(row)).count() as u32;
    let total: Paise = answers
        .iter()
        .map(|answer| match answer {
            Answer::Paid(one) => one.paise,
            Answer::Failed(_) | Answer::Known => Paise::ZERO,
        })
        .sum();
    let view = ReplyView {
        paid: count(|row| row.fault.is_none() && row.paid && !row.known),
        failed: count(|row| row.fault.is_none() && !row.paid),
        known: count(|row| row.known),
        faults: count(|row| row.fault.is_some()),
        total_paid: total.into(),
        rows,
    };
    Ok((view, answers))
}

/// `LKO1A26H000001` as `LKO1A/26/H000001`.
fn stroked(number: &str) -> String {
    match (number.get(..5), number.get(5..7), number.get(7..)) {
        (Some(till), Some(year), Some(rest)) => format!("{till}/{year}/{rest}"),
        _ => number.to_owned(),
    }
}

/// Reads the bank's reply and says, row by row, what it would do: nothing is written.
pub fn preview_bank_reply(desk: &mut Desk, input: BankReply) -> Result<ReplyView, Stop> {
    Ok(read_reply(desk, &input)?.0)
}

/// Takes the bank's reply, all of it or nothing: what arrived is confirmed, what did not has failed.
pub fn take_bank_reply(desk: &mut Desk, input: BankReply) -> Result<ReplyView, Stop> {
    let (view, answers) = read_reply(desk, &input)?;
    if view.faults > 0 {
        return Err(Refusal::ReplyRefused { rows: i64::from(view.faults) }.into());
    }
    for answer in &answers {
        if let Answer::Paid(one) = answer {
            file_is_whole(desk, &known_settlement(&desk.db, one.settlement)?)?;
        }
    }
    let (mut arrived, mut came_back) = (Vec::new(), Vec::new());
    for answer in answers {
        match answer {
            Answer::Paid(one) => arrived.push(one),
            Answer::Failed(one) => came_back.push(one),
            Answer::Known => {}
        }
    }
    desk.commit(|writing| {
        if !arrived.is_empty() {
            writing.append(Fact::PayoutsConfirmed(PayoutsConfirmed { payouts: arrived }))?;
        }
        if !came_back.is_empty() {
            writing.append(Fact::PayoutsFailed(PayoutsFailed { payouts: came_back }))?;
        }
        Ok(())
    })?;
    Ok(view)
}
