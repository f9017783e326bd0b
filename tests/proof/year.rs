//! A year of a mart: forty artisans under three kinds of terms, twelve thousand sales, goods that come back, twelve runs of
//! payouts some of which fail, and at the end every way of asking says the same.

use crate::books::{hledger, ours, same, theirs};
use jiff::civil::Date;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tests::payouts::{kavita, reply};
use tests::{Shop, TestClock};
use till::init;
use uuid::Uuid;

const CONSIGNORS: usize = 40;
const MONTHS: usize = 12;
const SALES: usize = 1_000;

fn mart() -> Value {
    let mut mart: Value = serde_json::from_str(&tests::mart_json()).expect("the test mart");
    let consignor = |n: usize| {
        json!({
            "id": format!("c{n}"), "name": { "hi": format!("कारीगर {n}"), "en": format!("Artisan {n}") },
            "village": { "hi": "गाँव", "en": "village" }, "district": "LKO", "craft": { "hi": "शिल्प", "en": "craft" },
            "agreement": { "supply_mode": if n.is_multiple_of(2) { "A1" } else { "A2" }, "commission_bps": 1_500 + n * 25,
                "discount_bearer": "shared", "from": "2026-04-01" },
        })
    };
    let item = |n: usize| {
        json!({
            "sku": format!("C{n}"), "barcode": format!("22{n:010}"), "name": { "hi": format!("दीया {n}"), "en": format!("Diya {n}") },
            "maker": null, "district": { "hi": "लखनऊ", "en": "Lucknow" }, "icon": "other", "hsn": "7418",
            "rate_class": "7418-table-kitchen-household-copper", "unit": "PCS", "gi": false,
            "price_paise": 20_050 + 731 * n as i64, "includes_tax": true, "owner": { "consignor": format!("c{n}") }, "qty_milli": 10_000_000,
        })
    };
    mart["consignors"] = (0..CONSIGNORS).map(consignor).collect();
    mart["items"] = (0..CONSIGNORS).map(item).collect();
    mart
}

/// The mart with proven accounts, and every fifth artisan selling in their own name.
fn opened(folder: &std::path::Path) -> Shop {
    let clock = TestClock::at_eleven();
    let db = folder.join("mart.db");
    init::init_mart(&db, serde_json::from_value(mart()).expect("a mart"), &clock).expect("set up");
    let mut shop = Shop::on(&db, clock);
    shop.signs_in("imran");
    for n in 0..CONSIGNORS {
        let (account, id) = (format!("00341234{n:04}"), format!("c{n}"));
        let details = json!({ "holder": id, "account": account, "ifsc": "PUNB0123400" });
        shop.call("ask_bank", json!({ "consignor": id, "details": details, "again": account }));
    }
    shop.signs_in("anil");
    shop.sets_payout(json!({ "payer": { "account": "000111222333", "ifsc": "UBIN0123456", "template": "generic" } }));
    for n in 0..CONSIGNORS {
        shop.call("answer_bank", json!({ "consignor": format!("c{n}"), "allowed": true }));
        shop.proves_account(&format!("c{n}"));
    }
    shop.may_sell_in_the_principal_s_name();
    for n in (0..CONSIGNORS).step_by(5) {
        shop.call(
            "set_agreement",
            json!({ "consignor": format!("c{n}"), "version": 2, "from": "2026-11-24", "supply_mode": "B",
            "commission_bps": 2_000, "discount_bearer": "shared", "fees": { "packing_paise": 500 } }),
        );
    }
    shop.days_pass(1);
    shop
}

fn sells_a_month(shop: &mut Shop, month: usize) {
    shop.call("open_shift", json!({ "float_paise": 0 }));
    let mut earlier = Vec::new();
    for sale in 0..SALES {
        let n = month * 7 + sale * 11;
        let codes: Vec<String> = (0..=sale % 3).map(|line| format!("22{:010}", (n + line * 13) % CONSIGNORS)).collect();
        let number = shop.sells(&codes.iter().map(String::as_str).collect::<Vec<_>>())["number"].clone();
        if sale % 17 == 0 {
            earlier.push(number);
        }
        // Some of it comes back, of this month or of one that was paid long ago.
        if sale % 50 == 49 {
            let number = earlier.remove(0);
            let bill = shop.call("view_bill", json!({ "text": number }));
            let lines = json!([{ "line": 0, "quantity_milli": 1_000, "resellable": sale % 100 == 99 }]);
            shop.call(
                "take_return",
                json!({ "id": bill["return_id"], "number": number, "lines": lines, "reason": "x", "to_note": true }),
            );
        }
    }
    shop.call("close_shift", json!({ "counted_paise": 0 }));
}

/// Posts a run, has it approved and sent; the bank pays most of it, and the rest is sent again.
fn pays_a_month(shop: &mut Shop, month: usize, paid: &mut BTreeMap<String, i64>) {
    let total = shop.call("view_due", json!({}))["net"]["paise"].clone();
    let posted = shop.call("post_settlements", json!({ "run": Uuid::now_v7(), "total_paise": total }));
    assert!(posted["count"].as_u64().is_some_and(|count| count > 30), "{}", posted["count"]);
    let rows = posted["rows"].as_array().expect("rows");
    let all: Vec<&Value> = rows.iter().collect();
    shop.approves(&all);
    shop.sends("bank", &all);
    let answers: Vec<String> = rows
        .iter()
        .enumerate()
        .map(|(place, row)| {
            let (number, amount) =
                (row["number"].as_str().expect("a number"), row["net"]["text"].as_str().expect("an amount"));
            if place % 9 == month % 9 {
                format!("{number},\"{amount}\",,REJECTED,खाता बंद है")
            } else {
                format!("{number},\"{amount}\",PUNBN{month:05}{place:06},SUCCESS,")
            }
        })
        .collect();
    let taken = shop.call("take_bank_reply", reply(&format!("Ref,Amount,UTR,Status,Reason\n{}\n", answers.join("\n"))));
    assert!(taken["failed"].as_u64().is_some_and(|failed| failed > 0), "some fail");
    let failed = shop.call("view_payouts", json!({}))["failed"].as_array().expect("rows").clone();
    let ids: Vec<&Value> = failed.iter().map(|row| &row["id"]).collect();
    shop.call(
        "send_payouts",
        json!({ "id": Uuid::now_v7(), "rail": "bank", "settlements": ids, "approval": kavita() }),
    );
    for row in &failed {
        shop.confirms(row);
    }
    for row in rows {
        *paid.entry(row["consignor"].as_str().expect("an id").to_owned()).or_default() +=
            row["net"]["paise"].as_i64().expect("paise");
    }
}

#[test]
fn a_year_of_forty_artisans_comes_to_the_same_however_it_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let mut shop = opened(folder.path());
    let mut paid = BTreeMap::new();
    for month in 0..MONTHS {
        sells_a_month(&mut shop, month);
        for _ in 0..3 {
            shop.days_pass(10);
        }
        pays_a_month(&mut shop, month, &mut paid);
    }
    assert_eq!(shop.count("SELECT count(*) FROM sale"), (MONTHS * SALES) as i64);
    assert_eq!(shop.count("SELECT count(*) FROM settlement WHERE state <> 'confirmed'"), 0, "every one was paid");

    let mut told = 0;
    for n in 0..CONSIGNORS {
        let id = format!("c{n}");
        let payable = shop.payable(&id);
        // What all lines ever gave, less what was paid, is what is owed.
        let earned = shop.count(&format!("SELECT sum(share_paise) FROM due_line WHERE consignor = '{id}'"));
        assert_eq!(payable, earned - paid.get(&id).copied().unwrap_or_default(), "{id}");
        let book = shop.call("view_passbook", json!({ "consignor": id }));
        assert_eq!(book["balance"]["paise"], json!(payable), "{id}");
        let statements = shop.call("view_settlements", json!({ "consignor": id }));
        let mut sum = 0;
        for row in statements["rows"].as_array().expect("rows") {
            let statement = shop.call("view_settlement", json!({ "number": row["number"] }));
            let figure = |name: &str| statement["figures"][name]["paise"].as_i64().expect("paise");
            assert_eq!(figure("opening") + figure("earned") - figure("repaid"), figure("net") + figure("closing"));
            let lines: i64 =
                statement["rows"].as_array().unwrap().iter().map(|row| row["share"]["paise"].as_i64().unwrap()).sum();
            assert_eq!(lines, figure("earned"), "{}", row["number"]);
            sum += figure("net");
            told += 1;
        }
        assert_eq!(sum, paid.get(&id).copied().unwrap_or_default(), "{id}: statements add to what was paid");
    }
    println!("{told} statements");

    shop.must_verify();
    let proof = shop.call("view_closing_proof", json!({}));
    assert_eq!(proof["holds"], true, "{proof}");
    let path =
        shop.call("export_books", json!({ "format": "hledger", "days": {} }))["path"].as_str().unwrap().to_owned();
    hledger(&path, &["check", "--strict", "ordereddates"]);
    let to =
        shop.call("view_trial_balance", json!({}))["to"].as_str().unwrap().parse::<Date>().unwrap().tomorrow().unwrap();
    same(&theirs(&path, to), &ours(&shop.db, to));
}
