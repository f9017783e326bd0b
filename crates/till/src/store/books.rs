//! The books as they are asked for: balances, the rows of an account, entries with their postings in order, and the sums that
//! the closing proof compares. Every question walks `posting` once in its own order: selling keeps no index for it.

use crate::fault::Fault;
use crate::store::apply::first_at;
use domain::money::Paise;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::{BTreeMap, HashMap};

/// After every entry there can be.
pub const END: i64 = i64::MAX >> 20;

/// A text where it lies: a million of them are not copied to be counted.
fn text<'a>(row: &'a Row, column: usize) -> rusqlite::Result<&'a str> {
    let type_wrong = |_| rusqlite::Error::InvalidColumnType(column, String::new(), rusqlite::types::Type::Text);
    row.get_ref(column)?.as_str().map_err(type_wrong)
}

/// The first entry on or after a day; `END` where there is none.
pub fn first_on(db: &Connection, day: Date) -> Result<i64, Fault> {
    Ok(db
        .prepare_cached("SELECT first_seq FROM day WHERE business_date >= ?1 ORDER BY business_date LIMIT 1")?
        .query_row([day.to_string()], |row| row.get(0))
        .optional()?
        .unwrap_or(END))
}

/// The first day there is.
pub fn first_day(db: &Connection) -> Result<Option<Date>, Fault> {
    let day: Option<String> = db.query_row("SELECT min(business_date) FROM day", [], |row| row.get(0))?;
    Ok(day.and_then(|day| day.parse().ok()))
}

/// Balances of all accounts before an entry, debits positive; accounts that come to nothing are there too.
pub fn balances(db: &Connection, before: i64) -> Result<BTreeMap<String, Paise>, Fault> {
    let mut sums: HashMap<String, i64> = HashMap::new();
    let mut statement = db.prepare_cached("SELECT account, paise FROM posting WHERE at < ?1 ORDER BY at")?;
    let mut rows = statement.query([first_at(before.min(END))])?;
    while let Some(row) = rows.next()? {
        let (account, paise): (&str, i64) = (text(row, 0)?, row.get(1)?);
        match sums.get_mut(account) {
            Some(sum) => *sum += paise,
            None => drop(sums.insert(account.to_owned(), paise)),
        }
    }
    Ok(sums.into_iter().map(|(account, paise)| (account, Paise(paise))).collect())
}

/// What one account did over some entries.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Movement {
    /// Balance before the year of these entries.
    pub before_year: Paise,
    /// What it changed by in the year before these entries.
    pub in_year: Paise,
    /// Debits among them.
    pub debit: Paise,
    /// Credits among them, positive.
    pub credit: Paise,
}

impl Movement {
    fn add(&mut self, at: i64, paise: i64, (year, first): (i64, i64)) {
        let sum = if at < year {
            &mut self.before_year
        } else if at < first {
            &mut self.in_year
        } else if paise > 0 {
            &mut self.debit
        } else {
            self.credit += Paise(-paise);
            return;
        };
        *sum += Paise(paise);
    }
}

/// What every account did over the entries from `first` up to before `end`, the year of which begins with entry `year`.
pub fn movements(db: &Connection, year: i64, first: i64, end: i64) -> Result<BTreeMap<String, Movement>, Fault> {
    let bounds = (first_at(year), first_at(first));
    let mut sums: HashMap<String, Movement> = HashMap::new();
    let mut statement = db.prepare_cached("SELECT at, account, paise FROM posting WHERE at < ?1 ORDER BY at")?;
    let mut rows = statement.query([first_at(end)])?;
    while let Some(row) = rows.next()? {
        let (at, account, paise): (i64, &str, i64) = (row.get(0)?, text(row, 1)?, row.get(2)?);
        match sums.get_mut(account) {
            Some(sum) => sum.add(at, paise, bounds),
            None => sums.entry(account.to_owned()).or_default().add(at, paise, bounds),
        }
    }
    Ok(sums.into_iter().collect())
}

/// Calls `each` with the entry and amount of every posting to an account before an entry, in order.
pub fn each_of(db: &Connection, account: &str, before: i64, mut each: impl FnMut(i64, Paise)) -> Result<(), Fault> {
    let mut statement =
        db.prepare_cached("SELECT seq, paise FROM posting WHERE at < ?2 AND account = ?1 ORDER BY at")?;
    let mut rows = statement.query(params![account, first_at(before)])?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, Paise(row.get(1)?));
    }
    Ok(())
}

/// An entry as the books see it.
#[derive(Debug, Clone, Default)]
pub struct Booked {
    /// Its place in the journal.
    pub seq: i64,
    /// Its business date, `YYYY-MM-DD`.
    pub on: String,
    /// Its kind.
    pub kind: String,
    /// Numbers of its documents, in order.
    pub numbers: Vec<String>,
    /// What was written, where its kind and number do not say enough.
    pub payload: Option<Vec<u8>>,
    /// Its accounts and amounts, debits positive.
    pub lines: Vec<(String, Paise)>,
}

/// Kinds whose number says all that the books need to say.
const NUMBERED: &str = "('sale', 'returned', 'settlement_posted')";

/// The business date of each entry, asked in the journal's order.
struct Days(std::iter::Peekable<std::vec::IntoIter<(i64, String)>>, String);

impl Days {
    fn new(db: &Connection) -> Result<Self, Fault> {
        let mut statement = db.prepare_cached("SELECT first_seq, business_date FROM day ORDER BY first_seq")?;
        let days = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<Vec<_>, _>>()?;
        Ok(Self(days.into_iter().peekable(), String::new()))
    }

    fn of(&mut self, seq: i64) -> &str {
        while let Some((_, day)) = self.0.next_if(|(first, _)| *first <= seq) {
            self.1 = day;
        }
        &self.1
    }
}

/// Calls `each` with every entry that posts, from `first` up to before `end`, in order, until it answers false. The journal,
/// its numbers and its postings are each walked once, side by side.
pub fn each_entry(
    db: &Connection,
    (first, end): (i64, i64),
    mut each: impl FnMut(&Booked) -> Result<bool, Fault>,
) -> Result<(), Fault> {
    let mut days = Days::new(db)?;
    let mut serials = db.prepare("SELECT seq, number FROM serial WHERE seq >= ?1 AND seq < ?2 ORDER BY seq, place")?;
    let mut serials = serials.query([first, end])?;
    let mut serial: Option<(i64, String)> = next_two(&mut serials)?;
    let mut journal = db.prepare(&format!(
        "SELECT seq, kind, CASE WHEN kind NOT IN {NUMBERED} THEN payload END FROM journal
         WHERE seq >= ?1 AND seq < ?2 ORDER BY seq"
    ))?;
    let mut journal = journal.query([first, end])?;
    let mut postings = db.prepare("SELECT seq, account, paise FROM posting WHERE at >= ?1 AND at < ?2 ORDER BY at")?;
    let mut postings = postings.query([first_at(first), first_at(end)])?;
    let mut posting: Option<(i64, String, i64)> = next_three(&mut postings)?;
    let mut entry = Booked::default();
    while let Some((seq, account, paise)) = posting.take() {
        entry.seq = seq;
        entry.lines.clear();
        entry.lines.push((account, Paise(paise)));
        posting = next_three(&mut postings)?;
        while let Some((_, account, paise)) = posting.take_if(|(of, _, _)| *of == seq) {
            entry.lines.push((account, Paise(paise)));
            posting = next_three(&mut postings)?;
        }
        loop {
            let row =
                journal.next()?.ok_or_else(|| Fault::DatabaseDamaged { problem: format!("entry {seq} is gone") })?;
            if row.get::<_, i64>(0)? == seq {
                (entry.kind, entry.payload) = (row.get(1)?, row.get(2)?);
                break;
            }
        }
        entry.numbers.clear();
        while let Some((of, number)) = serial.take_if(|(of, _)| *of <= seq) {
            if of == seq {
                entry.numbers.push(number);
            }
            serial = next_two(&mut serials)?;
        }
        days.of(seq).clone_into(&mut entry.on);
        if !each(&entry)? {
            break;
        }
    }
    Ok(())
}

fn next_two(rows: &mut rusqlite::Rows) -> Result<Option<(i64, String)>, Fault> {
    Ok(rows.next()?.map(|row| Ok::<_, rusqlite::Error>((row.get(0)?, row.get(1)?))).transpose()?)
}

fn next_three(rows: &mut rusqlite::Rows) -> Result<Option<(i64, String, i64)>, Fault> {
    Ok(rows.next()?.map(|row| Ok::<_, rusqlite::Error>((row.get(0)?, row.get(1)?, row.get(2)?))).transpose()?)
}

/// A few entries of a page, by their places.
pub fn entries(db: &Connection, seqs: &[i64]) -> Result<BTreeMap<i64, Booked>, Fault> {
    let (mut found, mut days) = (BTreeMap::new(), Days::new(db)?);
    let mut sorted = seqs.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let mut journal = db.prepare_cached(&format!(
        "SELECT kind, CASE WHEN kind NOT IN {NUMBERED} THEN payload END FROM journal WHERE seq = ?1"
    ))?;
    let mut postings =
        db.prepare_cached("SELECT account, paise FROM posting WHERE at >= ?1 AND at < ?2 ORDER BY at")?;
    for seq in sorted {
        let (kind, payload) = journal.query_row([seq], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let lines = postings
            .query_map([first_at(seq), first_at(seq + 1)], |row| Ok((row.get(0)?, Paise(row.get(1)?))))?
            .collect::<Result<_, _>>()?;
        found.insert(seq, Booked { seq, on: days.of(seq).to_owned(), kind, numbers: Vec::new(), payload, lines });
    }
    // Numbers are kept by number: one walk finds those of the whole page.
    let wanted: Vec<String> = found.keys().map(ToString::to_string).collect();
    let mut numbers = db.prepare_cached(
        "SELECT seq, number FROM serial WHERE seq IN (SELECT value FROM json_each(?1)) ORDER BY seq, place",
    )?;
    let mut rows = numbers.query([format!("[{}]", wanted.join(","))])?;
    while let Some(row) = rows.next()? {
        if let Some(entry) = found.get_mut(&row.get(0)?) {
            entry.numbers.push(row.get(1)?);
        }
    }
    Ok(found)
}

/// The first entry whose postings do not add to nothing, with what they come to.
pub fn first_unbalanced(db: &Connection) -> Result<Option<(i64, Paise)>, Fault> {
    let mut statement = db.prepare_cached("SELECT seq, paise FROM posting ORDER BY at")?;
    let mut rows = statement.query([])?;
    let (mut seq, mut sum) = (0, 0i64);
    while let Some(row) = rows.next()? {
        let of: i64 = row.get(0)?;
        if of != seq && sum != 0 {
            break;
        }
        seq = of;
        sum += row.get::<_, i64>(1)?;
    }
    Ok((sum != 0).then_some((seq, Paise(sum))))
}

/// Goods of one item and owner in thousandths, as their moves and the lines of sales say, and as the stock room does.
#[derive(Debug, Clone)]
pub struct GoodsSum {
    /// Which item.
    pub item: String,
    /// Whose.
    pub owner: String,
    /// Came in.
    pub received: i64,
    /// Sold and not whole back.
    pub sold: i64,
    /// Given back to the owner.
    pub given: i64,
    /// Lost, less what was found.
    pub lost: i64,
    /// On the way to another mart.
    pub transit: i64,
    /// Arrived there.
    pub sent: i64,
    /// On hand, by the stock room.
    pub here: i64,
}

impl GoodsSum {
    /// What is where it should be.
    pub fn told(&self) -> i64 {
        self.sold + self.given + self.lost + self.transit + self.sent + self.here
    }
}

/// Goods by item and owner.
pub fn goods(db: &Connection) -> Result<Vec<GoodsSum>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT item, owner, CASE kind WHEN 'in' THEN 0 WHEN 'given' THEN 2 WHEN 'lost' THEN 3 WHEN 'transit' THEN 4 ELSE 5 END, qty_milli FROM stock_move
         UNION ALL SELECT item, owner, 1, qty_milli FROM sale_line
             WHERE seq NOT IN (SELECT seq FROM sale WHERE voided_seq IS NOT NULL)
         UNION ALL SELECT item, owner, 1, -qty_milli FROM returned_line WHERE resellable = 1
         UNION ALL SELECT item, owner, 6, here_milli FROM stock",
    )?;
    let mut sums: HashMap<String, HashMap<String, [i64; 7]>> = HashMap::new();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (item, owner): (&str, &str) = (text(row, 0)?, text(row, 1)?);
        let (column, qty): (i64, i64) = (row.get(2)?, row.get(3)?);
        if !sums.contains_key(item) {
            sums.insert(item.to_owned(), HashMap::new());
        }
        let owners = sums.get_mut(item).unwrap_or_else(|| unreachable!("just put in"));
        match owners.get_mut(owner) {
            Some(sum) => sum[column as usize] += qty,
            None => owners.entry(owner.to_owned()).or_default()[column as usize] += qty,
        }
    }
    let mut found: Vec<GoodsSum> = sums
        .into_iter()
        .flat_map(|(item, owners)| owners.into_iter().map(move |(owner, sum)| (item.clone(), owner, sum)))
        .map(|(item, owner, [received, sold, given, lost, transit, sent, here])| GoodsSum {
            item,
            owner,
            received,
            sold,
            given,
            lost,
            transit,
            sent,
            here,
        })
        .collect();
    found.sort_unstable_by(|one, other| (&one.item, &one.owner).cmp(&(&other.item, &other.owner)));
    Ok(found)
}

/// What was sold less what came back, by the tables of bills.
#[derive(Debug, Clone, Copy, Default)]
pub struct SoldSums {
    /// Lines, tax and all.
    pub lines: Paise,
    /// Consignors' shares of them.
    pub shares: Paise,
    /// What bills asked for, less what was given back.
    pub bills: Paise,
}

/// What was sold less what came back.
pub fn sold(db: &Connection) -> Result<SoldSums, Fault> {
    Ok(db.query_row(
        "SELECT sold.total - back.total, sold.share - back.share, bills.due - given.paise
         FROM (SELECT coalesce(sum(total_paise), 0) AS total, coalesce(sum(consignor_share_paise), 0) AS share
                   FROM sale_line WHERE seq NOT IN (SELECT seq FROM sale WHERE voided_seq IS NOT NULL)) AS sold,
              (SELECT coalesce(sum(total_paise), 0) AS total, coalesce(sum(consignor_share_paise), 0) AS share
                   FROM returned_line) AS back,
              (SELECT coalesce(sum(due_paise), 0) AS due FROM sale WHERE voided_seq IS NULL) AS bills,
              (SELECT coalesce(sum(paise), 0) AS paise FROM refund WHERE seq IN (SELECT seq FROM return)) AS given",
        [],
        |row| Ok(SoldSums { lines: Paise(row.get(0)?), shares: Paise(row.get(1)?), bills: Paise(row.get(2)?) }),
    )?)
}

/// What the entries of selling (sales, voids, returns, exchanges) posted, by account.
pub fn of_selling(db: &Connection) -> Result<BTreeMap<String, Paise>, Fault> {
    let mut selling = db.prepare_cached(
        "SELECT seq FROM sale UNION SELECT seq FROM return
         UNION SELECT voided_seq FROM sale WHERE voided_seq IS NOT NULL ORDER BY 1",
    )?;
    let mut selling = selling.query_map([], |row| row.get::<_, i64>(0))?.peekable();
    let mut sums: BTreeMap<String, Paise> = BTreeMap::new();
    let mut statement = db.prepare_cached("SELECT seq, account, paise FROM posting ORDER BY at")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get(0)?;
        while selling.next_if(|one| matches!(one, Ok(one) if *one < seq)).is_some() {}
        if selling.peek().is_some_and(|one| matches!(one, Ok(one) if *one == seq)) {
            let account = text(row, 1)?;
            match sums.get_mut(account) {
                Some(sum) => *sum += Paise(row.get(2)?),
                None => drop(sums.insert(account.to_owned(), Paise(row.get(2)?))),
            }
        }
    }
    Ok(sums)
}

fn by_name(db: &Connection, sql: &str) -> Result<BTreeMap<String, Paise>, Fault> {
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, Paise(row.get(1)?))))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What each consignor is owed: lines that are in no live settlement, and settlements that are not paid. All lines must be
/// gathered.
pub fn owed_to_consignors(db: &Connection) -> Result<BTreeMap<String, Paise>, Fault> {
    by_name(
        db,
        "SELECT consignor, sum(paise) FROM (
             SELECT consignor, share_paise + recovered_paise AS paise FROM due_line WHERE settlement IS NULL
             UNION ALL SELECT consignor, net_paise FROM settlement WHERE state NOT IN ('confirmed', 'withdrawn'))
         GROUP BY consignor",
    )
}

/// What each consignor was lent and has not repaid.
pub fn lent_to_consignors(db: &Connection) -> Result<BTreeMap<String, Paise>, Fault> {
    by_name(db, "SELECT consignor, sum(paise - repaid_paise) FROM advance GROUP BY consignor")
}

/// What each vendor is owed: invoices, less what was paid.
pub fn owed_to_vendors(db: &Connection) -> Result<BTreeMap<String, Paise>, Fault> {
    by_name(
        db,
        "SELECT vendor, sum(paise) FROM (
             SELECT vendor, owed_paise AS paise FROM purchase
             UNION ALL SELECT substr(to_account, 16), -paise FROM money_move WHERE to_account LIKE 'vendor_payable:%'
             UNION ALL SELECT substr(from_account, 16), paise FROM money_move WHERE from_account LIKE 'vendor_payable:%')
         GROUP BY vendor",
    )
}

/// Commission, without its GST, that was billed less what was credited; and what is on no invoice or credit note yet.
pub fn commission(db: &Connection) -> Result<[Paise; 2], Fault> {
    let billed = db
        .prepare_cached(
            "SELECT coalesce(sum(coalesce(one.value ->> '$.commission.taxable_paise', 0)
                 + coalesce(one.value ->> '$.credit.taxable_paise', 0)), 0)
             FROM journal, json_each(CAST(journal.payload AS TEXT), '$.fact.settlements') AS one
             WHERE journal.kind = 'settlements_approved'",
        )?
        .query_row([], |row| row.get(0))?;
    let waiting = db
        .prepare_cached(
            "SELECT coalesce(sum(commission_paise), 0) FROM due_line LEFT JOIN settlement ON settlement.seq = settlement
             WHERE billed = 1 AND approved_seq IS NULL",
        )?
        .query_row([], |row| row.get(0))?;
    Ok([Paise(billed), Paise(waiting)])
}

/// What is left on credit notes.
pub fn left_on_notes(db: &Connection) -> Result<Paise, Fault> {
    Ok(Paise(db.query_row("SELECT coalesce(sum(kept_paise - used_paise), 0) FROM credit_note", [], |row| row.get(0))?))
}

/// UPI that customers paid, less what went back to them and what the bank paid out.
pub fn upi_not_in_bank(db: &Connection) -> Result<Paise, Fault> {
    Ok(Paise(db.query_row(
        "SELECT (SELECT coalesce(sum(paise), 0) FROM upi_tender)
              - (SELECT coalesce(sum(paise), 0) FROM refund WHERE kind = 'upi')
              - (SELECT coalesce(sum(paise), 0) FROM money_move WHERE from_account = 'upi_clearing')
              + (SELECT coalesce(sum(paise), 0) FROM money_move WHERE to_account = 'upi_clearing')",
        [],
        |row| row.get(0),
    )?))
}
