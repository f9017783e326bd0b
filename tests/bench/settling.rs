//! Settling with five thousand consignors over a million postings, beside hledger that only adds up the same postings; and
//! the books of all of them, read and written for others.

use crate::ask;
use crate::figure::{Figure, Times};
use rusqlite::Connection;
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use tests::{PIN, TestClock};
use till::desk::Desk;
use till::init;
use uuid::Uuid;

/// Consigned lines of one sale, each of another consignor.
const LINES: usize = 4;

/// A mart whose consignors have one item each, and all that was sold of it.
fn make(folder: &Path, consignors: usize, postings: i64) -> Desk {
    let mut mart: Value = serde_json::from_str(&tests::mart_json()).expect("the test mart");
    let of = |n: usize| {
        json!({
            "id": format!("c{n}"), "name": { "hi": format!("कारीगर {n}"), "en": format!("Artisan {n}") },
            "village": { "hi": "गाँव", "en": "village" }, "district": "LKO", "craft": { "hi": "शिल्प", "en": "craft" },
            "agreement": { "supply_mode": if n.is_multiple_of(2) { "A1" } else { "A2" }, "commission_bps": 2_000,
                "discount_bearer": "shared", "from": "2026-04-01" },
        })
    };
    let item = |n: usize| {
        json!({
            "sku": format!("C{n}"), "barcode": format!("22{n:010}"), "name": { "hi": format!("दीया {n}"), "en": format!("Diya {n}") },
            "maker": null, "district": { "hi": "लखनऊ", "en": "Lucknow" }, "icon": "other", "hsn": "7418",
            "rate_class": "7418-table-kitchen-household-copper", "unit": "PCS", "gi": false,
            "price_paise": 10_050 + n as i64, "includes_tax": true, "owner": { "consignor": format!("c{n}") }, "qty_milli": 100_000_000,
        })
    };
    mart["consignors"] = (0..consignors).map(of).collect();
    mart["items"] = (0..consignors).map(item).collect();
    let clock = TestClock::at_eleven();
    let db = folder.join("mart.db");
    init::init_mart(&db, serde_json::from_value(mart).expect("a mart"), &clock).expect("set up");
    let mut desk = Desk::open(&db, Box::new(clock.clone())).expect("the till opens");
    ask(&mut desk, "sign_in", json!({ "operator": "anil", "pin": PIN }));
    ask(&mut desk, "open_shift", json!({ "float_paise": 0 }));
    let looks = Connection::open(&db).expect("opens");
    let mut next = 0;
    for sale in 0.. {
        // Counting them is a walk of its own.
        if sale % 1_000 == 0 {
            let made: i64 = looks.query_row("SELECT count(*) FROM posting", [], |row| row.get(0)).expect("a number");
            if made >= postings {
                break;
            }
        }
        let mut basket = Value::Null;
        for _ in 0..LINES {
            basket = ask(&mut desk, "scan", json!({ "code": format!("22{:010}", next % consignors) }));
            // No number of consignors is a multiple of this, so that everyone meets everyone.
            next += 7;
        }
        let due = basket["due"]["paise"].as_i64().expect("a due");
        let upi = json!({ "kind": "card", "paise": due / 2, "reference": "R1" });
        let tenders = json!([upi, { "kind": "cash", "given_paise": 100_000 }]);
        ask(&mut desk, "take_payment", json!({ "basket": basket["id"], "tenders": tenders }));
    }
    ask(&mut desk, "close_shift", json!({ "counted_paise": 0 }));
    clock.pass_minutes(8 * 24 * 60);
    desk
}

/// Measures all of it.
pub fn settling(folder: &Path, fewer: usize) -> Vec<Figure> {
    let (consignors, postings) = (5_000 / fewer, 1_000_000 / fewer as i64);
    let mut desk = make(folder, consignors, postings);
    let begun = Instant::now();
    let due = ask(&mut desk, "view_due", json!({}));
    println!("       first gathering of all lines and the due list: {} ms", begun.elapsed().as_millis());
    let begun = Instant::now();
    ask(&mut desk, "view_due", json!({}));
    let list = begun.elapsed();
    let mut previews = Times::default();
    for n in 0..200 {
        let begun = Instant::now();
        ask(&mut desk, "preview_settlement", json!({ "consignor": format!("c{}", n * 17 % consignors) }));
        previews.push(begun.elapsed());
    }
    let run = json!({ "run": Uuid::now_v7(), "total_paise": due["net"]["paise"] });
    let begun = Instant::now();
    let posted = ask(&mut desk, "post_settlements", run)["count"].clone();
    let settled = begun.elapsed();
    assert_eq!(posted, consignors, "everyone is settled");
    let lines: i64 = Connection::open(folder.join("mart.db"))
        .and_then(|db| db.query_row("SELECT count(*) FROM due_line WHERE settlement IS NOT NULL", [], |row| row.get(0)))
        .expect("a number");
    println!("       {posted} settlements of {lines} lines over at least {postings} postings");
    let mut asked = |name, command, input, most| {
        let begun = Instant::now();
        ask(&mut desk, command, input);
        Figure::time(name, begun.elapsed(), most)
    };
    let books = [
        asked("trial balance over a million postings", "view_trial_balance", json!({}), 1_000.0),
        asked(
            "a page of a ledger among a million postings",
            "view_ledger",
            json!({ "account": "consignor_payable:c7", "days": {} }),
            1_000.0,
        ),
        asked("closing proof over a million postings", "view_closing_proof", json!({}), 3_000.0),
        asked(
            "a million postings written for Tally",
            "export_books",
            json!({ "format": "tally", "days": {} }),
            5_000.0,
        ),
        asked(
            "a million postings written for hledger",
            "export_books",
            json!({ "format": "hledger", "days": {} }),
            5_000.0,
        ),
    ];
    let mut figures = vec![
        Figure::time("settle all consignors, one entry each, in one transaction", settled, 1_000.0),
        Figure::ratio("the same over hledger adding up the same postings", settled, hledger(&mut desk), 1.0),
        Figure::time("preview of one settlement, p99", previews.at(99), 20.0),
        Figure::time("the due list of all consignors", list, 1_000.0),
    ];
    figures.extend(books);
    figures
}

/// How long hledger takes for the balances of the same books.
fn hledger(desk: &mut Desk) -> Duration {
    let saved = ask(desk, "export_books", json!({ "format": "hledger", "days": {} }));
    let begun = Instant::now();
    let out = Command::new("hledger").args(["-f", saved["path"].as_str().expect("a path"), "balance"]).output();
    let out = out.expect("hledger runs");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    begun.elapsed()
}
