//! Proof: the journal's chain and signatures, its numbers, its books, and that every projection is what the
//! journal says. `till verify` runs all of it and names the first thing wrong.

use crate::fault::Fault;
use crate::key::signature_fits;
use crate::store::open_basket::OpenBasket;
use crate::store::{self, apply, journal, mart};
use domain::bill::letter_of;
use domain::books::postings;
use domain::entry::{Fact, GENESIS, Hash, Payload, chain_hash};
use domain::money::Paise;
use domain::returns::{Refund, Return};
use domain::sale::Sale;
use domain::tender::Tender;
use jiff::civil::Date;
use rusqlite::Connection;
use serde::Serialize;
use std::path::Path;
use uuid::Uuid;

/// How many entries are checked each time the till starts.
const TAIL: i64 = 1_000;

/// What a whole verification found.
#[derive(Debug, Serialize)]
pub struct Report {
    /// Nothing was wrong.
    pub ok: bool,
    /// The first thing wrong, in words for support.
    pub wrong: Option<String>,
    /// Entries seen.
    pub entries: i64,
    /// Sales among them.
    pub sales: i64,
    /// The last entry's hash, hexadecimal.
    pub head: String,
}

impl Report {
    /// Of a file that could not even be read.
    pub fn unreadable(problem: String) -> Self {
        Self { ok: false, wrong: Some(problem), entries: 0, sales: 0, head: String::new() }
    }
}

/// At start: SQLite can read the file, the journal ends where this till left it, and the chain of its last
/// entries holds.
pub fn check_tail(db: &Connection, kept: &OpenBasket) -> Result<(), Fault> {
    let (seq, _) = journal::head(db)?;
    if let Some((kept_seq, kept_hash)) = kept.head()?
        && journal::hash(db, kept_seq)? != Some(kept_hash)
    {
        let problem = format!("the journal ends at entry {seq}, but entry {kept_seq} was written here");
        return Err(Fault::DatabaseDamaged { problem });
    }
    let first = (seq - TAIL).max(1);
    let mut walk = Walk::from(db, first)?;
    let mut wrong = None;
    let device = walk.device();
    journal::each_from(db, device, first, |row| {
        wrong = walk.step(&row, row.header.seq == seq).err();
        Ok(wrong.is_none())
    })?;
    match wrong {
        Some(problem) => Err(Fault::DatabaseDamaged { problem }),
        None => Ok(()),
    }
}

/// The chain being walked.
struct Walk {
    epochs: Vec<mart::TillRow>,
    next: i64,
    previous: Hash,
}

impl Walk {
    fn from(db: &Connection, first: i64) -> Result<Self, Fault> {
        let previous = if first == 1 { GENESIS } else { journal::hash(db, first - 1)?.unwrap_or(GENESIS) };
        Ok(Self { epochs: mart::epochs(db)?, next: first, previous })
    }

    fn device(&self) -> Uuid {
        self.epochs.first().map(|till| till.device).unwrap_or_default()
    }

    /// Checks one row's place, link and (where asked) signature.
    fn step(&mut self, row: &journal::Row, signature: bool) -> Result<(), String> {
        let seq = row.header.seq;
        if seq != self.next {
            return Err(format!("entry {} is missing", self.next));
        }
        if row.previous_hash != self.previous {
            return Err(format!("entry {seq} does not follow the entry before it"));
        }
        if chain_hash(&self.previous, &row.header, &row.payload) != row.hash {
            return Err(format!("entry {seq} is not as it was written"));
        }
        if signature {
            let key = self.epochs.iter().find(|till| till.epoch == row.header.epoch).map(|till| &*till.public_key);
            if !key.is_some_and(|key| signature_fits(key, &row.hash, &row.signature)) {
                return Err(format!("entry {seq} is not signed by this till"));
            }
        }
        self.next += 1;
        self.previous = row.hash;
        Ok(())
    }
}

/// What must hold from entry to entry.
struct Ledger {
    rebuilt: Connection,
    /// The last entry whose due lines the till has gathered.
    gathered: i64,
    business_date: Option<Date>,
    grand_total: Paise,
    sales: i64,
}

impl Ledger {
    fn step(&mut self, row: &journal::Row) -> Result<(), String> {
        let seq = row.header.seq;
        let payload: Payload =
            serde_json::from_slice(&row.payload).map_err(|error| format!("entry {seq} cannot be read: {error}"))?;
        if payload.fact.kind() != row.header.kind {
            return Err(format!("entry {seq} is not of the kind it says"));
        }
        if payload.fact.serials() != row.header.serials {
            return Err(format!("entry {seq} does not have the numbers it says"));
        }
        if let Some(odd) = oddly_numbered(&payload.fact) {
            return Err(format!("entry {seq}: number {odd} is of another series than its document"));
        }
        if self.business_date.is_some_and(|before| payload.business_date < before) {
            return Err(format!("the business date goes backwards at entry {seq}"));
        }
        self.business_date = Some(payload.business_date);
        if let Some(sale) = payload.fact.sale() {
            self.sales += 1;
            self.grand_total += sale.due_paise;
            sale_adds_up(sale).map_err(|what| format!("entry {seq}: {what}"))?;
        }
        if let Some(returned) = payload.fact.returned() {
            return_adds_up(returned).map_err(|what| format!("entry {seq}: {what}"))?;
        }
        if payload.grand_total_paise != self.grand_total {
            return Err(format!("the grand total is wrong at entry {seq}"));
        }
        if postings(&payload.fact).into_values().sum::<Paise>() != Paise::ZERO {
            return Err(format!("the books do not balance at entry {seq}"));
        }
        let broke = |fault: Fault| format!("entry {seq}: {fault}");
        apply::apply(&self.rebuilt, &row.header, &payload).map_err(broke)?;
        if seq <= self.gathered {
            store::due::gather_entry(&self.rebuilt, seq, &payload).map_err(broke)?;
        }
        if let Fact::SettlementPosted(settlement) = &payload.fact {
            let lines = store::settlement::lines_sum(&self.rebuilt, seq, settlement).map_err(broke)?;
            if !settlement.figures.adds_up() || lines != settlement.figures.earned() {
                return Err(format!("entry {seq}: the settlement does not come to what its lines do"));
            }
        }
        journal::give_numbers(&self.rebuilt, &row.header)
            .map_err(|_| format!("a number of entry {seq} was given before"))
    }
}

/// The first number whose letter is not that of its document's kind.
fn oddly_numbered(fact: &Fact) -> Option<&str> {
    fact.documents().into_iter().find(|(letter, number)| letter_of(number) != Some(*letter)).map(|(_, number)| number)
}

/// A sale's lines, tax, round-off and tenders must add up as the counter said they did.
fn sale_adds_up(sale: &Sale) -> Result<(), &'static str> {
    let lines: Paise = sale.lines.iter().map(|line| line.tax.total()).sum();
    if lines != sale.tax.total() || lines + sale.round_off_paise != sale.due_paise {
        return Err("the lines do not add to the due");
    }
    if sale.tenders.iter().map(Tender::paise).sum::<Paise>() != sale.due_paise {
        return Err("the tenders do not add to the due");
    }
    Ok(())
}

/// A return's slices, tax, round-off and refunds must add up, and each slice be on exactly one credit note.
fn return_adds_up(returned: &Return) -> Result<(), &'static str> {
    let lines: Paise = returned.lines.iter().map(|line| line.tax.total()).sum();
    if lines != returned.tax.total() || lines + returned.round_off_paise != returned.refund_paise {
        return Err("the slices do not add to the refund");
    }
    if returned.refunds.iter().map(Refund::paise).sum::<Paise>() != returned.refund_paise {
        return Err("the ways do not add to the refund");
    }
    let mut on_notes: Vec<usize> = returned.credit_notes.iter().flat_map(|note| note.lines.clone()).collect();
    on_notes.sort_unstable();
    if !on_notes.into_iter().eq(0..returned.lines.len()) {
        return Err("a slice is not on exactly one credit note");
    }
    Ok(())
}

/// The first series that is not 1, 2, 3, ... without a gap.
fn first_gap(numbers: &[String]) -> Option<String> {
    let mut expected: std::collections::BTreeMap<&str, i64> = std::collections::BTreeMap::new();
    let mut split: Vec<(&str, i64)> = numbers
        .iter()
        .map(|number| {
            let prefix = number.trim_end_matches(|digit: char| digit.is_ascii_digit());
            (prefix, number[prefix.len()..].parse().unwrap_or(0))
        })
        .collect();
    split.sort_unstable();
    for (prefix, n) in split {
        let next = expected.entry(prefix).or_insert(1);
        if n != *next {
            return Some(format!("series {prefix} has {n} where {next} should be"));
        }
        *next += 1;
    }
    None
}

/// Verifies a whole database. `kept_beside` is the database's path, when its second file shall be asked where
/// the journal's head was.
pub fn verify(db: &Connection, kept_beside: Option<&Path>) -> Result<Report, Fault> {
    let mut report = Report { ok: false, wrong: None, entries: 0, sales: 0, head: String::new() };
    report.wrong = first_wrong(db, kept_beside, &mut report)?;
    report.ok = report.wrong.is_none();
    Ok(report)
}

fn first_wrong(db: &Connection, kept_beside: Option<&Path>, report: &mut Report) -> Result<Option<String>, Fault> {
    match store::quick_check(db) {
        Err(Fault::DatabaseDamaged { problem }) => return Ok(Some(problem)),
        other => other?,
    }
    let mut walk = Walk::from(db, 1)?;
    let mut ledger = Ledger {
        rebuilt: store::in_memory()?,
        gathered: store::due::gathered(db)?,
        business_date: None,
        grand_total: Paise::ZERO,
        sales: 0,
    };
    // Journal rows are needed only as the target of foreign keys; a rebuild has none.
    ledger.rebuilt.pragma_update(None, "foreign_keys", false)?;
    ledger.rebuilt.execute_batch("BEGIN")?;
    let mut wrong = None;
    let device = walk.device();
    journal::each_from(db, device, 1, |row| {
        wrong = walk.step(&row, true).and_then(|()| ledger.step(&row)).err();
        Ok(wrong.is_none())
    })?;
    report.entries = walk.next - 1;
    report.sales = ledger.sales;
    report.head = data_encoding::HEXLOWER.encode(&walk.previous);
    if wrong.is_some() {
        return Ok(wrong);
    }
    if let Some(path) = kept_beside
        && store::open_basket::path_of(path).exists()
        && let Some((seq, hash)) = OpenBasket::open(path)?.head()?
        && journal::hash(db, seq)? != Some(hash)
    {
        return Ok(Some(format!("the journal ends at entry {}, but entry {seq} was written here", report.entries)));
    }
    if let Some(gap) = first_gap(&store::sale::numbers(db)?) {
        return Ok(Some(gap));
    }
    if let Some(wrong) = store::returns::over_returned(&ledger.rebuilt)? {
        return Ok(Some(wrong));
    }
    store::first_difference(db, &ledger.rebuilt)
}

#[cfg(test)]
mod tests {
    use super::{first_gap, journal, oddly_numbered, return_adds_up, verify};
    use crate::demonstration::{call, demonstration, sells_kurtas};
    use domain::bill::BillKind;
    use domain::entry::Fact;
    use domain::money::Paise;
    use domain::returns::Return;
    use serde_json::json;
    use uuid::Uuid;

    #[test]
    fn a_return_that_does_not_add_up_is_named() {
        let line = serde_json::json!({
            "line": 0, "item": "00000000-0000-0000-0000-000000000001", "owner": "mart", "terms": null,
            "qty_milli": 1_000, "resellable": true,
            "tax": { "taxable_paise": 50_476, "rate_bp": 500, "cgst_paise": 1_262, "sgst_paise": 1_262, "igst_paise": 0 },
            "earned": { "consignor_share_paise": 0, "commission_paise": 0, "commission_gst_paise": 0, "borne_paise": 0 },
        });
        let whole: Return = serde_json::from_value(serde_json::json!({
            "id": "00000000-0000-0000-0000-000000000002", "sale": "00000000-0000-0000-0000-000000000003",
            "sale_number": "T1", "credit_notes": [{ "number": "C1", "against": "T1", "lines": [0] }],
            "tax": line["tax"], "lines": [line], "round_off_paise": 0, "refund_paise": 53_000,
            "refunds": [{ "kind": "cash", "paise": 53_000 }], "reason": "x", "late": false,
        }))
        .expect("a return");
        assert_eq!(return_adds_up(&whole), Ok(()));
        let wrong = |spoil: &dyn Fn(&mut Return)| {
            let mut spoilt = whole.clone();
            spoil(&mut spoilt);
            return_adds_up(&spoilt).is_err()
        };
        assert!(wrong(&|one| one.refund_paise = Paise(53_100)));
        assert!(wrong(&|one| one.round_off_paise = Paise(1)));
        assert!(wrong(&|one| one.tax.cgst_paise = Paise(0)));
        assert!(wrong(&|one| one.refunds.clear()));
        assert!(wrong(&|one| one.credit_notes.clear()));
        assert!(wrong(&|one| one.credit_notes.push(one.credit_notes[0].clone())));
    }

    #[test]
    fn a_number_of_another_series_than_its_document_is_named() {
        let (_folder, mut desk) = demonstration();
        sells_kurtas(&mut desk);
        let bill = call(&mut desk, "view_bills", json!({ "text": "", "limit": 1 }))["bills"][0]["number"].clone();
        let bill = call(&mut desk, "view_bill", json!({ "text": bill }));
        let line = json!({ "line": 0, "quantity_milli": 1_000, "resellable": true });
        let asked = json!({ "id": bill["return_id"], "number": bill["number"], "lines": [line], "reason": "x",
            "to_note": false });
        call(&mut desk, "take_return", asked);
        assert_eq!(verify(&desk.db, None).unwrap().wrong, None);
        // The same return once more, as of a memo but under a credit note's number, written and signed as any entry is.
        let (payload, _) = journal::fact(&desk.db, desk.head.seq).unwrap().unwrap();
        let mut odd = payload.fact.returned().unwrap().clone();
        assert_eq!(oddly_numbered(&payload.fact), None);
        odd.id = Uuid::nil();
        odd.credit_notes[0].kind = BillKind::MemoCancelled;
        odd.credit_notes[0].number = odd.credit_notes[0].number.replace("C000001", "C000002");
        desk.commit(|writing| writing.append(Fact::Returned(odd))).unwrap();
        let wrong = verify(&desk.db, None).unwrap().wrong.unwrap();
        assert!(wrong.contains("C000002 is of another series than its document"), "{wrong}");
    }

    #[test]
    fn a_gap_in_a_series_is_named() {
        let numbers = |ns: &[&str]| ns.iter().map(|n| format!("LKO1A/26/{n}")).collect::<Vec<_>>();
        assert_eq!(first_gap(&numbers(&["T000001", "B000001", "T000002"])), None);
        assert_eq!(
            first_gap(&numbers(&["T000001", "T000003"])).as_deref(),
            Some("series LKO1A/26/T has 3 where 2 should be")
        );
        assert!(first_gap(&numbers(&["T000002"])).is_some());
    }
}
