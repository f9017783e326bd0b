//! The recovery code: what a manager who forgot the PIN sets a new one by. It is shown once and kept only
//! stretched; using it, or making another, ends the older one. Not here: PINs themselves (`sign_in`).

use crate::clock::{date_text, in_india};
use crate::desk::Desk;
use crate::device::{self, Device, Outcome};
use crate::fault::{Fault, Stop};
use crate::key::{DeviceKey, random};
use crate::printer::{self, PrinterSetting};
use crate::receipt::unprintable;
use crate::sign_in::Nothing;
use crate::store;
use domain::entry::{Fact, PinRecovered, RecoverySet};
use domain::operator::{Role, six_digits};
use domain::refusal::Refusal;
use paper::page::Paper;
use paper::raster::Bitmap;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Crockford's letters: none that is taken for another.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS: usize = 6;
/// Four letters of chance and one that checks them.
const GROUP: usize = 5;

/// Wrong codes in a row before everyone must wait, the first wait, and the longest.
const TRIES: i64 = 5;
const FIRST_WAIT_US: i64 = 60_000_000;
const LONGEST_WAIT_US: i64 = 60 * 60_000_000;
/// Wrong codes are counted with wrong PINs, under a name that no operator can have.
const GUARD: &str = "*recovery";

/// A recovery code, to be written down now: it is never shown again.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct RecoveryCodeView {
    pub code: String,
}

fn check_letter(group: &[u8], place: usize) -> u8 {
    let sum = group.iter().zip(1usize..).fold(place * 7 + 3, |sum, (letter, weight)| {
        sum + LETTERS.iter().position(|known| known == letter).unwrap_or(0) * (2 * weight + 1)
    });
    LETTERS[sum % 32]
}

/// 120 bits of chance as six groups of five, the last of each group checking it.
fn new_code() -> Result<String, Fault> {
    let chance: [u8; GROUPS * (GROUP - 1)] = random()?;
    let groups = chance.chunks(GROUP - 1).enumerate().map(|(place, bytes)| {
        let mut group: Vec<u8> = bytes.iter().map(|byte| LETTERS[usize::from(byte % 32)]).collect();
        group.push(check_letter(&group, place));
        String::from_utf8_lossy(&group).into_owned()
    });
    Ok(groups.collect::<Vec<_>>().join("-"))
}

/// A typed code as it was made, with what is easily mistaken put right; none if a group does not check.
fn as_made(typed: &str) -> Option<String> {
    let letters: Vec<u8> = typed
        .chars()
        .filter(|sign| !sign.is_whitespace() && *sign != '-')
        .map(|sign| match sign.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .map(|sign| u8::try_from(sign).unwrap_or(0))
        .collect();
    let groups: Vec<&[u8]> = letters.chunks(GROUP).collect();
    let whole = letters.len() == GROUPS * GROUP
        && groups.iter().enumerate().all(|(place, group)| check_letter(&group[..GROUP - 1], place) == group[GROUP - 1]);
    let text = groups.iter().map(|group| String::from_utf8_lossy(group)).collect::<Vec<_>>().join("-");
    whole.then_some(text)
}

/// A new code and the fact that keeps it.
pub(crate) fn make(key: &DeviceKey) -> Result<(String, Fact), Fault> {
    let code = new_code()?;
    let code_phc = key.hash_pin(&code)?;
    Ok((code, Fact::RecoverySet(RecoverySet { code_phc })))
}

/// Makes a new code in place of the older one.
pub fn make_recovery_code(desk: &mut Desk, _: Nothing) -> Result<RecoveryCodeView, Stop> {
    let (code, fact) = make(desk.key()?)?;
    desk.commit(|writing| writing.append(fact))?;
    Ok(RecoveryCodeView { code })
}

/// Refuses a code that is not the kept one. After five wrong ones everyone waits a minute, then twice as long each time.
fn proven(desk: &Desk, typed: &str) -> Result<(), Stop> {
    let now = desk.now_us();
    let (failures, locked_until) = store::mart::pin_guard(&desk.db, GUARD)?;
    if now < locked_until && locked_until - now <= LONGEST_WAIT_US {
        return Err(Refusal::PinLocked { seconds: (locked_until - now + 999_999) / 1_000_000 }.into());
    }
    let kept = store::mart::recovery(&desk.db)?;
    let fits = match (as_made(typed), kept) {
        (Some(code), Some(kept)) => desk.key()?.pin_fits(&code, &kept)?,
        _ => false,
    };
    if !fits {
        let failures = failures + 1;
        let over = u32::try_from(failures - TRIES).ok();
        let wait = over.map_or(0, |over| (FIRST_WAIT_US << over.min(10)).min(LONGEST_WAIT_US));
        store::mart::set_pin_guard(&desk.db, GUARD, failures, now + wait)?;
        return Err(match over {
            Some(_) => Refusal::PinLocked { seconds: wait / 1_000_000 },
            None => Refusal::RecoveryCodeWrong { left: TRIES - failures },
        }
        .into());
    }
    Ok(())
}

/// The code as it was just answered.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct PrintCode {
    pub code: String,
}

/// How the code came onto paper.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct PrintedCodeView {
    /// Not, and no problem: this till has no printer that leaves nothing behind, so the screen itself must print it.
    pub printed: bool,
    pub place: String,
    /// A fault's code; its words say what to do.
    pub problem: Option<String>,
}

/// Prints the code at once, without the queue: it is a secret, and what lies in a table or a file is none.
pub fn print_recovery_code(desk: &mut Desk, input: PrintCode) -> Result<PrintedCodeView, Stop> {
    proven(desk, &input.code)?;
    let setting = printer::chosen(&desk.db)?;
    let roll = setting.as_ref().map_or(Paper::Mm80, PrinterSetting::roll);
    let device = setting.and_then(|setting| setting.printer);
    let Some(device) = device.filter(|device| !matches!(device, Device::Folder { .. })) else {
        return Ok(PrintedCodeView { printed: false, place: String::new(), problem: None });
    };
    let code = as_made(&input.code).unwrap_or_default();
    let (on, _) = in_india(desk.now_us());
    let page =
        paper::recovery::page(&desk.mart.name, &desk.till_name(), &code, &date_text(on), roll).map_err(unprintable)?;
    let outcome = match device::ask(&device) {
        Ok(_) => device::send(&device, &paper::escpos::job(&Bitmap::of(&page), paper::escpos::Options::default())),
        Err(fault) => Outcome::NotSent(fault),
    };
    let problem = outcome.fault().map(|fault| fault.parts().0.to_owned());
    Ok(PrintedCodeView { printed: problem.is_none(), place: device.place().to_owned(), problem })
}

/// The code, who forgot, and the new PIN.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct RecoverPin {
    pub code: String,
    pub manager: String,
    pub pin: String,
}

/// Sets a manager's new PIN by the recovery code, and answers the next code.
pub fn recover_manager(desk: &mut Desk, input: RecoverPin) -> Result<RecoveryCodeView, Stop> {
    let operator = store::mart::operator(&desk.db, &input.manager)?.ok_or(Refusal::UnknownOperator)?;
    if operator.role != Role::Manager {
        return Err(Refusal::NotAManager.into());
    }
    if !six_digits(&input.pin) {
        return Err(Refusal::invalid("pin").into());
    }
    proven(desk, &input.code)?;
    let code = new_code()?;
    let (pin_phc, code_phc) = (desk.key()?.hash_pin(&input.pin)?, desk.key()?.hash_pin(&code)?);
    desk.commit(|writing| {
        writing.append(Fact::PinRecovered(PinRecovered { operator: operator.id.clone(), pin_phc, code_phc }))?;
        store::mart::set_pin_guard(writing.db, GUARD, 0, 0)?;
        Ok(store::mart::set_pin_guard(writing.db, &operator.id, 0, 0)?)
    })?;
    Ok(RecoveryCodeView { code })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_reads_back_however_it_is_typed_and_no_slip_of_one_letter_passes() {
        let code = new_code().unwrap();
        assert_eq!(code.len(), 35);
        assert_eq!(
            as_made(&code.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l")),
            Some(code.clone())
        );
        for place in (0..code.len()).filter(|place| code.as_bytes()[*place] != b'-') {
            let mut typed = code.clone().into_bytes();
            typed[place] = if typed[place] == b'7' { b'8' } else { b'7' };
            assert_eq!(as_made(&String::from_utf8(typed).unwrap()), None, "place {place}");
        }
        assert_eq!(as_made(&code[..34]), None);
        assert_eq!(as_made("🪔"), None);
    }
}
