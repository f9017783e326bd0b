//! The books over random days of the mart: they balance on any day, the closing proof holds, and hledger, a program of others,
//! accepts our export and comes to the same balances. What Tally gets adds up to them as well.

use jiff::civil::Date;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use tests::Shop;
use tests::payouts::kavita;
use till::fault::Stop;
use till::{commands, store};
use uuid::Uuid;

const SKUS: [&str; 6] = ["KURTA", "SURAHI", "DIYA", "BANGLE", "ATTAR", "FABRIC"];
/// A name with everything that a file format could trip over, in a script that is not Latin.
const VENDOR: &str = "09AABCU9603R1ZL";

/// Something that happens at the mart.
#[derive(Debug, Clone)]
enum Step {
    Sell(usize, usize, u8),
    Return(u8, bool),
    Exchange(u8, usize),
    Void,
    Cash(&'static str, i64),
    Buy(i64),
    Lose(usize),
    Move(u8, i64),
    TakeBack,
    Settle(usize, u8),
    NewShift(i64),
    Days(i64),
}

fn any_step() -> impl Strategy<Value = Step> {
    let item = || 0usize..SKUS.len();
    prop_oneof![
        8 => (item(), item(), 0u8..4).prop_map(|(one, other, tender)| Step::Sell(one, other, tender)),
        2 => (any::<u8>(), any::<bool>()).prop_map(|(which, to_note)| Step::Return(which, to_note)),
        2 => (any::<u8>(), item()).prop_map(|(which, item)| Step::Exchange(which, item)),
        1 => Just(Step::Void),
        2 => (prop_oneof![Just("drop"), Just("paid_in"), Just("paid_out")], 1i64..90_000).prop_map(|(what, paise)| Step::Cash(what, paise)),
        1 => (1i64..900_000).prop_map(Step::Buy),
        1 => item().prop_map(Step::Lose),
        4 => (any::<u8>(), 1i64..400_000).prop_map(|(way, paise)| Step::Move(way, paise)),
        1 => Just(Step::TakeBack),
        2 => (0usize..2, 0u8..4).prop_map(|(whom, far)| Step::Settle(whom, far)),
        1 => (0i64..900_000).prop_map(Step::NewShift),
        1 => (1i64..200).prop_map(Step::Days),
    ]
}

/// Does what may be done; what the rules refuse does not happen.
fn tries(shop: &mut Shop, name: &str, input: Value) -> Option<Value> {
    match commands::run(shop.desk(), name, input) {
        Ok(value) => Some(value),
        Err(Stop::Refusal(_)) => None,
        Err(Stop::Fault(fault)) => panic!("{name} broke: {fault}"),
    }
}

fn asked(shop: &mut Shop, bills: &[Value], which: u8, to_note: bool) -> Option<Value> {
    let number = bills.get(usize::from(which) % bills.len().max(1))?;
    let bill = tries(shop, "view_bill", json!({ "text": number }))?;
    let lines = json!([{ "line": 0, "quantity_milli": 1_000, "resellable": which.is_multiple_of(2) }]);
    Some(
        json!({ "id": bill["return_id"], "number": number, "lines": lines, "reason": "साइज़; \"छोटा\" | (=)", "to_note": to_note }),
    )
}

fn pays(shop: &mut Shop, tender: u8) -> Option<Value> {
    let basket = shop.basket();
    let due = basket["to_pay"]["paise"].as_i64().or_else(|| basket["due"]["paise"].as_i64())?;
    let tenders = match tender {
        _ if due == 0 => json!([]),
        0 => json!([{ "kind": "cash", "given_paise": due }]),
        1 => json!([{ "kind": "upi", "paise": due }]),
        2 => json!([{ "kind": "card", "paise": due, "reference": "RRN 4411" }]),
        _ => json!([{ "kind": "upi", "paise": due / 2 }, { "kind": "cash", "given_paise": due }]),
    };
    tries(shop, "take_payment", json!({ "basket": basket["id"], "tenders": tenders }))
}

fn happens(shop: &mut Shop, bills: &mut Vec<Value>, step: &Step) {
    tries(shop, "empty_basket", json!({}));
    tries(shop, "drop_exchange", json!({}));
    match *step {
        Step::Sell(one, other, tender) => {
            for item in [one, other] {
                tries(shop, "scan", json!({ "code": SKUS[item] }));
            }
            bills.extend(pays(shop, tender).map(|sale| sale["number"].clone()));
        }
        Step::Return(which, to_note) => {
            if let Some(input) = asked(shop, bills, which, to_note) {
                tries(shop, "take_return", input);
            }
        }
        Step::Exchange(which, item) => {
            let Some(input) = asked(shop, bills, which, true) else { return };
            if tries(shop, "start_exchange", input).is_some() {
                tries(shop, "scan", json!({ "code": SKUS[item] }));
                bills.extend(pays(shop, 0).map(|sale| sale["number"].clone()));
                tries(shop, "drop_exchange", json!({}));
            }
        }
        Step::Void => {
            if let Some(number) = bills.last().cloned() {
                tries(shop, "void_sale", json!({ "number": number, "reason": "ग़लत चीज़" }));
            }
        }
        Step::Cash(movement, paise) => {
            tries(shop, "move_cash", json!({ "movement": movement, "paise": paise, "reason": "चाय; date:2001-01-01" }));
        }
        Step::Buy(paise) => {
            let lines =
                json!([{ "item": Uuid::from_u128(2), "qty_milli": 1_000, "taxable_paise": paise, "rate_bp": 0 }]);
            let id = Uuid::now_v7();
            tries(
                shop,
                "take_purchase",
                json!({ "id": id, "vendor": VENDOR, "invoice": id.to_string()[..20], "invoice_date": "2026-11-20",
                "total_paise": paise, "lines": lines, "contract_paise": 30_000_000 }),
            );
        }
        Step::Lose(item) => {
            let (no, owner) = [(1, "consignor:reshma"), (3, "consignor:sohit"), (2, "mart")][item % 3];
            let cause = if item < 4 { "breakage" } else { "found" };
            tries(
                shop,
                "adjust_stock",
                json!({ "id": Uuid::now_v7(), "item": Uuid::from_u128(no), "owner": owner, "cause": cause,
                "qty_milli": 1_000, "note": "टूटा" }),
            );
        }
        Step::Move(way, paise) => {
            let ways = shop.call("view_money_moves", json!({}))["ways"].as_array().unwrap().clone();
            let from = &ways[usize::from(way) % ways.len()];
            let to = from["to"].as_array().unwrap();
            if to.is_empty() {
                return;
            }
            let to = &to[usize::from(way / 7) % to.len()]["account"];
            tries(
                shop,
                "move_money",
                json!({ "id": Uuid::now_v7(), "from": from["from"]["account"], "to": to, "paise": paise,
                "reference": "UTR <&> 4411", "note": "a;b|c" }),
            );
        }
        Step::TakeBack => {
            let moves = shop.call("view_money_moves", json!({}))["moves"].as_array().unwrap().clone();
            if let Some(one) = moves.iter().find(|one| one["is_back"] == false) {
                tries(shop, "take_back_money", json!({ "id": one["id"], "reason": "ग़लत" }));
            }
        }
        Step::Settle(whom, far) => {
            let consignor = ["reshma", "sohit"][whom];
            let total = shop.due(consignor)["net"]["paise"].clone();
            let run = json!({ "run": Uuid::now_v7(), "consignors": [consignor], "total_paise": total });
            let Some(posted) = tries(shop, "post_settlements", run) else { return };
            let id = posted["rows"][0]["id"].clone();
            if far == 0 {
                tries(shop, "withdraw_settlements", json!({ "settlements": [id], "reason": "ग़लत; दिन" }));
                return;
            }
            tries(shop, "approve_settlements", json!({ "settlements": [id], "approval": kavita() }));
            let rail = if far == 1 { "cash" } else { "bank" };
            tries(shop, "send_payouts", json!({ "id": Uuid::now_v7(), "rail": rail, "settlements": [id] }));
            let reference = if far == 1 { String::new() } else { shop.reference() };
            let paise = posted["rows"][0]["net"]["paise"].clone();
            tries(shop, "confirm_payout", json!({ "settlement": id, "reference": reference, "paise": paise }));
            if far == 3 {
                tries(shop, "fail_payout", json!({ "settlement": id, "reason": "खाता बंद" }));
            }
        }
        Step::NewShift(counted) => {
            tries(shop, "close_shift", json!({ "counted_paise": counted }));
            tries(shop, "open_shift", json!({ "float_paise": counted / 2 }));
        }
        Step::Days(days) => {
            tries(shop, "close_shift", json!({ "counted_paise": 100 }));
            shop.clock.pass_minutes(days * 24 * 60);
            tries(shop, "accept_clock", json!({ "manager": "anil", "pin": tests::PIN }));
            tries(shop, "sign_in", json!({ "operator": "anil", "pin": tests::PIN }));
            tries(shop, "open_shift", json!({ "float_paise": 100 }));
        }
    }
}

fn a_mart() -> Shop {
    let mut shop = Shop::that_pays();
    let name = json!({ "hi": "राम & <संस> \"पीतल\"; 'भंडार'", "en": "Ram & <Sons> \"Brass\"; 'Store'" });
    shop.call("set_vendor", json!({ "gstin": VENDOR, "name": name, "address": "" }));
    shop
}

/// Runs hledger on a journal.
pub fn hledger(journal: &str, arguments: &[&str]) -> String {
    let said = Command::new("hledger")
        .args(["-f", journal])
        .args(arguments)
        .env("LANG", "C.UTF-8")
        .output()
        .expect("hledger runs");
    assert!(said.status.success(), "hledger {arguments:?}: {}", String::from_utf8_lossy(&said.stderr));
    String::from_utf8(said.stdout).expect("text")
}

/// Balances that hledger computes before a day, by its accounts, in paise.
pub fn theirs(journal: &str, before: Date) -> BTreeMap<String, i64> {
    let day = before.to_string();
    let table = hledger(journal, &["balance", "--flat", "--no-total", "-O", "csv", "-e", &day]);
    let mut reader = table.lines().skip(1).map(|line| {
        let (account, amount) = line.split_once("\",\"").expect("two cells");
        let figures: String = amount.chars().filter(|c| c.is_ascii_digit() || *c == '-').collect();
        (account.trim_start_matches('"').to_owned(), figures.parse::<i64>().expect("paise"))
    });
    let mut sums = BTreeMap::new();
    for (account, paise) in reader.by_ref().filter(|(_, paise)| *paise != 0) {
        sums.insert(account, paise);
    }
    sums
}

/// Our balances before a day, without those that are nothing.
pub fn ours(db: &Path, before: Date) -> BTreeMap<String, i64> {
    let db = store::open_to_read(db).expect("opens");
    let first = store::books::first_on(&db, before).expect("a day");
    let all = store::books::balances(&db, first).expect("balances");
    all.into_iter().filter(|(_, paise)| paise.0 != 0).map(|(account, paise)| (account, paise.0)).collect()
}

/// The path of an account in our journal ends with its word.
pub fn same(theirs: &BTreeMap<String, i64>, ours: &BTreeMap<String, i64>) {
    let words: BTreeMap<String, i64> = theirs
        .iter()
        .map(|(path, paise)| (path.splitn(3, ':').nth(2).expect("three parts").to_owned(), *paise))
        .collect();
    assert_eq!(&words, ours);
}

/// A piece of XML: its name, its text, what is inside it.
#[derive(Debug, Default)]
struct Node {
    name: String,
    text: String,
    inside: Vec<Node>,
}

impl Node {
    fn all<'a>(&'a self, name: &str, found: &mut Vec<&'a Node>) {
        for node in &self.inside {
            if node.name == name {
                found.push(node);
            }
            node.all(name, found);
        }
    }

    fn of(&self, name: &str) -> &str {
        &self.inside.iter().find(|node| node.name == name).unwrap_or_else(|| panic!("no {name} in {self:?}")).text
    }
}

/// Reads XML; every tag must be closed in its order, every reference be one of the five.
fn read_xml(text: &str) -> Node {
    fn unescaped(text: &str) -> String {
        let mut out = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('&') {
            let (name, later) = after.split_once(';').expect("a reference ends");
            out.push_str(before);
            out.push(match name {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "apos" => '\'',
                other => panic!("&{other};"),
            });
            rest = later;
        }
        out + rest
    }
    let mut open = vec![Node::default()];
    for piece in text.trim_start_matches("<?xml version=\"1.0\" encoding=\"UTF-8\"?>").split('<').skip(1) {
        let (tag, after) = piece.split_once('>').expect("a tag ends");
        if let Some(name) = tag.strip_prefix('/') {
            let done = open.pop().expect("an open tag");
            assert_eq!(done.name, name);
            open.last_mut().expect("what it is inside of").inside.push(done);
        } else {
            let name = tag.split(' ').next().expect("a name").to_owned();
            open.push(Node { name, text: unescaped(after), inside: Vec::new() });
        }
    }
    assert_eq!(open.len(), 1, "a tag is open");
    open.remove(0)
}

fn paise(text: &str) -> i64 {
    text.replace('.', "").parse().expect("an amount")
}

/// Sums by ledger of what Tally would import, debits positive; each voucher must balance, its ledgers be declared.
fn tally(file: &Path) -> BTreeMap<String, i64> {
    let root = read_xml(&std::fs::read_to_string(file).expect("a file"));
    let (mut ledgers, mut vouchers) = (Vec::new(), Vec::new());
    root.all("LEDGER", &mut ledgers);
    root.all("VOUCHER", &mut vouchers);
    let mut sums = BTreeMap::new();
    for ledger in &ledgers {
        let name = ledger.inside[0].of("NAME").to_owned();
        assert!(!ledger.of("PARENT").is_empty());
        assert!(sums.insert(name, -paise(ledger.of("OPENINGBALANCE"))).is_none(), "a ledger stands twice");
    }
    for voucher in &vouchers {
        let mut sum = 0;
        for line in voucher.inside.iter().filter(|node| node.name == "ALLLEDGERENTRIES.LIST") {
            let amount = paise(line.of("AMOUNT"));
            assert_eq!(line.of("ISDEEMEDPOSITIVE") == "Yes", amount < 0, "a debit is deemed positive and is negative");
            *sums
                .get_mut(line.of("LEDGERNAME"))
                .unwrap_or_else(|| panic!("{} is not declared", line.of("LEDGERNAME"))) -= amount;
            sum += amount;
        }
        assert_eq!(sum, 0, "a voucher does not balance");
        assert!(
            ["Sales", "Credit Note", "Purchase", "Payment", "Receipt", "Contra", "Journal"]
                .contains(&voucher.of("VOUCHERTYPENAME"))
        );
        assert_eq!(voucher.of("DATE").len(), 8);
    }
    sums.retain(|_, paise| *paise != 0);
    sums
}

fn export(shop: &mut Shop, format: &str, days: Value) -> String {
    shop.call("export_books", json!({ "format": format, "days": days }))["path"].as_str().expect("a path").to_owned()
}

/// Its note is made and spent in one entry, so the books never held it; Tally is told of both halves and must know it.
#[test]
fn an_even_exchange_names_no_ledger_that_tally_was_not_told_of() {
    let mut shop = a_mart();
    let mut bills = Vec::new();
    for step in [Step::Sell(2, 2, 1), Step::Exchange(0, 2)] {
        happens(&mut shop, &mut bills, &step);
    }
    assert_eq!(shop.last_entry()["kind"], "exchanged");
    let file = export(&mut shop, "tally", json!({}));
    assert_eq!(tally(Path::new(&file)).values().sum::<i64>(), 0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, max_shrink_iters: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_books_balance_on_any_day_and_hledger_and_tally_come_to_the_same(
        history in prop::collection::vec(any_step(), 5..60), back in 0i64..400,
    ) {
        let mut shop = a_mart();
        let mut bills = Vec::new();
        for step in &history {
            happens(&mut shop, &mut bills, step);
        }
        let proof = shop.call("view_closing_proof", json!({}));
        prop_assert!(proof["holds"] == true, "{}", proof);
        let today = shop.call("view_trial_balance", json!({}));
        let last: Date = today["to"].as_str().unwrap().parse().unwrap();
        let (journal, xml) = (export(&mut shop, "hledger", json!({})), export(&mut shop, "tally", json!({})));
        hledger(&journal, &["check", "--strict", "ordereddates"]);
        let whole = ours(&shop.db, last.tomorrow().unwrap());
        let of_tally = tally(Path::new(&xml));
        prop_assert_eq!(of_tally.len(), whole.len());
        let sorted = |sums: &BTreeMap<String, i64>| { let mut all: Vec<i64> = sums.values().copied().collect(); all.sort_unstable(); all };
        prop_assert_eq!(sorted(&of_tally), sorted(&whole));
        for day in [last.tomorrow().unwrap(), last.checked_sub(jiff::ToSpan::days(back)).unwrap()] {
            let sums = ours(&shop.db, day);
            prop_assert_eq!(sums.values().sum::<i64>(), 0);
            same(&theirs(&journal, day), &sums);
        }
        // On any day of any year the trial balance, with what earlier years left, balances.
        let to = last.checked_sub(jiff::ToSpan::days(back)).unwrap();
        let seen = shop.call("view_trial_balance", json!({ "to": to }));
        prop_assert!(seen["balances"] == true, "{}", seen);
        // An export of some days opens with what was there, and comes to the same end.
        let part = export(&mut shop, "hledger", json!({ "from": today["from"] }));
        hledger(&part, &["check", "--strict"]);
        let closing: i64 = theirs(&part, last.tomorrow().unwrap()).iter().filter(|(path, _)| path.starts_with("assets")).map(|(_, paise)| paise).sum();
        let assets: i64 = theirs(&journal, last.tomorrow().unwrap()).iter().filter(|(path, _)| path.starts_with("assets")).map(|(_, paise)| paise).sum();
        prop_assert_eq!(closing, assets);
        let part = export(&mut shop, "tally", json!({ "from": today["from"] }));
        prop_assert_eq!(tally(Path::new(&part)).values().sum::<i64>(), 0);
        shop.must_verify();
    }
}
