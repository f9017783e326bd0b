//! The books: the trial balance, ledgers, the closing proof, money that moves, and the end of a year.

use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;
use tests::{Shop, read_pdf, till_program};
use uuid::Uuid;

const VENDOR: &str = "09AABCU9603R1ZL";

fn account<'a>(trial: &'a Value, code: &str) -> &'a Value {
    let groups = trial["groups"].as_array().unwrap();
    let row = groups.iter().flat_map(|group| group["rows"].as_array().unwrap()).find(|row| row["account"] == code);
    row.unwrap_or_else(|| panic!("no {code} in {trial}"))
}

fn moves(from: &str, to: &str, paise: i64) -> Value {
    json!({ "id": Uuid::now_v7(), "from": from, "to": to, "paise": paise, "reference": "UTR 4411", "note": "" })
}

/// A day with every way to pay, a return, an expense and a purchase.
fn a_day() -> Shop {
    let mut shop = Shop::open();
    shop.sells(&["KURTA", "SURAHI", "DIYA"]);
    shop.scans("KURTA");
    shop.pays(json!([{ "kind": "upi", "paise": 219_900 }]));
    shop.scans("LOCK");
    shop.pays(json!([{ "kind": "card", "paise": 65_000, "reference": "RRN 4411" }]));
    shop.call("move_cash", json!({ "movement": "paid_out", "paise": 20_000, "reason": "चाय" }));
    shop.signs_in("anil");
    shop.call(
        "set_vendor",
        json!({ "gstin": VENDOR, "name": { "hi": "पीतल भंडार", "en": "Pital Bhandar" }, "address": "" }),
    );
    shop.call(
        "take_purchase",
        json!({ "id": Uuid::now_v7(), "vendor": VENDOR, "invoice": "PB/81", "invoice_date": "2026-11-20", "total_paise": 105_000,
            "lines": [{ "item": Uuid::from_u128(2), "qty_milli": 2_000, "taxable_paise": 100_000, "rate_bp": 500 }] }),
    );
    shop
}

#[test]
fn the_trial_balance_balances_and_leads_to_ledgers_and_the_closing_proof() {
    let mut shop = a_day();
    let trial = shop.call("view_trial_balance", json!({}));
    assert_eq!(trial["balances"], true);
    assert_eq!(
        (&trial["from"], &trial["to"], &trial["year"]),
        (&json!("2026-04-01"), &json!("2026-11-23"), &json!("2026-27"))
    );
    assert_eq!(account(&trial, "drawer")["closing"]["debit"]["paise"], 200_000 + 357_900 - 20_000);
    assert_eq!(
        account(&trial, "safe")["closing"]["credit"]["paise"],
        200_000,
        "what opened the drawer was never put in"
    );
    assert_eq!(account(&trial, "upi_clearing")["closing"]["debit"]["text"], "2,199.00");
    assert_eq!(account(&trial, "consignor_payable:reshma")["name"]["hi"], "रेशमा बेगम");
    assert_eq!(account(&trial, &format!("vendor_payable:{VENDOR}"))["closing"]["credit"]["paise"], 105_000);
    assert_eq!(trial["closing"]["debit"], trial["closing"]["credit"]);

    let ledger = shop.call("view_ledger", json!({ "account": "consignor_payable:reshma", "days": {} }));
    let rows = ledger["rows"].as_array().unwrap();
    assert_eq!((rows.len(), &ledger["total"]), (2, &json!(2)));
    assert_eq!(
        (&rows[0]["on"], &rows[0]["kind"]["en"], &rows[0]["told"]),
        (&json!("23-11-2026"), &json!("Sale"), &json!("LKO1A/26/T000001"))
    );
    assert_eq!(rows[0]["amount"]["credit"]["paise"], 209_428 - 41_886);
    assert_eq!(rows[1]["balance"]["credit"]["paise"], 2 * (209_428 - 41_886));
    assert_eq!(ledger["closing"], rows[1]["balance"]);
    let expenses = shop.call("view_ledger", json!({ "account": "petty_expenses", "days": {} }));
    assert_eq!(
        (&expenses["rows"][0]["told"], &expenses["rows"][0]["counter"][0]["hi"]),
        (&json!("चाय"), &json!("दराज़ में नकद"))
    );
    assert_eq!(shop.refuses("view_ledger", json!({ "account": "gold", "days": {} })), "invalid_input");
    let turned = json!({ "from": "2026-11-23", "to": "2026-11-22" });
    assert_eq!(shop.refuses("view_trial_balance", turned), "days_reversed");
    let years = json!({ "from": "2026-03-31", "to": "2026-11-23" });
    assert_eq!(shop.refuses("view_trial_balance", years), "one_year_at_a_time");

    let proof = shop.call("view_closing_proof", json!({}));
    assert_eq!(proof["holds"], true, "{proof}");
    assert_eq!(proof["proofs"].as_array().unwrap().len(), 13);
    shop.must_verify();
}

#[test]
fn a_long_ledger_is_read_page_by_page_and_any_days_follow_from_those_before() {
    let mut shop = Shop::open();
    for _ in 0..60 {
        shop.sells(&["DIYA"]);
    }
    shop.clock.pass_minutes(14 * 60);
    for _ in 0..3 {
        shop.sells(&["DIYA"]);
    }
    shop.signs_in("kavita");
    let page = |shop: &mut Shop, offset: usize, days: Value| {
        shop.call("view_ledger", json!({ "account": "sales", "days": days, "offset": offset }))
    };
    let (first, second) = (page(&mut shop, 0, json!({})), page(&mut shop, 50, json!({})));
    assert_eq!((first["rows"].as_array().unwrap().len(), second["rows"].as_array().unwrap().len()), (50, 13));
    assert_eq!(second["rows"][12]["balance"], first["closing"], "{first}");
    let today = page(&mut shop, 0, json!({ "from": "2026-11-24", "to": "2026-11-24" }));
    assert_eq!((&today["opening"], today["total"].as_i64()), (&second["rows"][9]["balance"], Some(3)));
    let trial = shop.call("view_trial_balance", json!({ "from": "2026-11-24", "to": "2026-11-24" }));
    assert_eq!(account(&trial, "sales")["opening"], today["opening"]);
    assert_eq!(account(&trial, "sales")["moved"]["credit"], today["moved"]["credit"]);
}

#[test]
fn money_goes_to_the_bank_and_pays_what_is_owed_and_a_wrong_move_is_taken_back() {
    let mut shop = a_day();
    shop.call("close_shift", json!({ "counted_paise": 537_900 }));
    assert_eq!(shop.refuses("move_money", moves("safe", "bank", 500_000)), "money_short");
    let capital = moves("capital", "safe", 200_000);
    shop.call("move_money", capital.clone());
    shop.call("move_money", capital);
    shop.call("move_money", moves("safe", "bank", 500_000));
    shop.call("move_money", moves("upi_clearing", "bank", 219_900));
    shop.call("move_money", moves("card_clearing", "bank_charges", 1_300));
    shop.call("move_money", moves("card_clearing", "bank", 63_700));
    let vendor = format!("vendor_payable:{VENDOR}");
    assert_eq!(shop.refuses("move_money", moves("bank", &vendor, 105_001)), "money_over_owed");
    assert_eq!(shop.refuses("move_money", moves("safe", &vendor, 100)), "money_goes_elsewhere");
    assert_eq!(shop.refuses("move_money", moves("bank", "vendor_payable:09AAPFU0939F1ZX", 100)), "invalid_input");
    assert_eq!(shop.refuses("move_money", moves("bank", "gold", 100)), "invalid_input");
    let mut blank = moves("bank", &vendor, 105_000);
    blank["reference"] = json!(" ");
    assert_eq!(shop.refuses("move_money", blank), "invalid_input");
    let seen = shop.call("move_money", moves("bank", &vendor, 105_000));
    let newest = seen["moves"][0].clone();
    assert_eq!((&newest["to"]["en"], &newest["amount"]["paise"]), (&json!("Pital Bhandar"), &json!(105_000)));
    let held =
        |shop: &mut Shop, code: &str| account(&shop.call("view_trial_balance", json!({})), code)["closing"].clone();
    assert_eq!(held(&mut shop, "bank")["debit"]["paise"], 500_000 + 219_900 + 63_700 - 105_000);
    assert_eq!(shop.refuses("take_back_money", json!({ "id": newest["id"], "reason": " " })), "invalid_input");
    let back = shop.call("take_back_money", json!({ "id": newest["id"], "reason": "ग़लत रक़म" }));
    assert_eq!((&back["moves"][0]["is_back"], &back["moves"][1]["is_back"]), (&json!(true), &json!(true)));
    for place in [0, 1] {
        let again = json!({ "id": back["moves"][place]["id"], "reason": "x" });
        assert_eq!(shop.refuses("take_back_money", again), "money_taken_back");
    }
    assert_eq!(held(&mut shop, &vendor)["credit"]["paise"], 105_000, "owed again");
    let tax = shop.call("view_money_moves", json!({}));
    let set_off = tax["ways"].as_array().unwrap().iter().find(|way| way["from"]["account"] == "input_cgst").unwrap();
    assert_eq!(set_off["from"]["holds"]["paise"], 2_500);
    shop.call("move_money", moves("input_cgst", "output_cgst", 2_500));
    assert_eq!(shop.call("view_closing_proof", json!({}))["holds"], true);
    shop.signs_in("kavita");
    assert_eq!(shop.refuses("move_money", moves("safe", "bank", 100)), "not_allowed", "an approver looks only");
    shop.must_verify();
}

#[test]
fn what_a_year_earned_becomes_the_surplus_of_the_next() {
    let mut shop = a_day();
    shop.call("close_shift", json!({ "counted_paise": 537_900 }));
    let year = shop.call("view_year_end", json!({}));
    let surplus = year["surplus"]["paise"].as_i64().unwrap();
    let (income, expenses) = (&year["income"]["sum"]["paise"], &year["expenses"]["sum"]["paise"]);
    assert_eq!(surplus, income.as_i64().unwrap() - expenses.as_i64().unwrap());
    assert_eq!((&year["balances"], &year["goes_on"]), (&json!(true), &json!(true)));
    // A till that stood for so long asks about its clock once.
    shop.clock.pass_minutes(200 * 24 * 60);
    shop.call("accept_clock", json!({ "manager": "anil", "pin": tests::PIN }));
    shop.signs_in("anil");
    shop.call("open_shift", json!({ "float_paise": 0 }));
    shop.sells(&["DIYA"]);
    let trial = shop.call("view_trial_balance", json!({}));
    assert_eq!(
        (&trial["year"], &trial["balances"], &trial["years"]),
        (&json!("2027-28"), &json!(true), &json!([2027, 2026]))
    );
    let carried = account(&trial, "surplus_of_earlier_years");
    let signed = carried["opening"]["credit"]["paise"].as_i64().unwrap_or_default()
        - carried["opening"]["debit"]["paise"].as_i64().unwrap_or_default();
    assert_eq!((signed, &carried["computed"]), (surplus, &json!(true)));
    assert_eq!(
        account(&trial, "sales")["opening"],
        json!({ "debit": null, "credit": null }),
        "a year begins at nothing"
    );
    let over = json!({ "from": "2026-11-01", "to": trial["to"] });
    let ledger = shop.call("view_ledger", json!({ "account": "sales", "days": over }));
    let rows = ledger["rows"].as_array().unwrap();
    let turn = rows.iter().position(|row| row["entry"] == 0).expect("the turn of the year");
    assert_eq!((&rows[turn]["on"], &rows[turn]["balance"]["credit"]), (&json!("01-04-2027"), &json!(null)));
    assert_eq!(ledger["closing"], account(&trial, "sales")["closing"]);
    let past = shop.call("view_year_end", json!({ "year": 2026 }));
    assert_eq!((&past["surplus"], &past["goes_on"]), (&year["surplus"], &json!(false)));
    assert_eq!(shop.refuses("view_year_end", json!({ "year": 2019 })), "invalid_input");
    assert_eq!(shop.call("view_year_end", json!({}))["balances"], true);
    shop.must_verify();
}

#[test]
fn a_figure_that_was_changed_by_hand_is_named() {
    let mut shop = a_day();
    let change = |shop: &mut Shop, sql: &str| {
        shop.closes();
        let db = rusqlite::Connection::open(&shop.db).unwrap();
        db.execute_batch(sql).unwrap();
        drop(db);
        shop.opens().unwrap();
        let proof = shop.call("view_closing_proof", json!({}));
        assert_eq!(proof["holds"], false, "{sql}");
        proof["proofs"].as_array().unwrap().iter().find(|one| one["holds"] == false).unwrap().clone()
    };
    let goods =
        change(&mut shop, "UPDATE stock SET received_milli = received_milli + 1000 WHERE owner = 'consignor:sohit'");
    assert_eq!(goods["key"], "goods");
    assert!(goods["differs"]["name"]["hi"].as_str().unwrap().ends_with("सोहित प्रजापति"), "{goods}");
    let credit = change(
        &mut shop,
        "UPDATE posting SET paise = paise + 100 WHERE account = 'consignor_payable:reshma' AND seq = (SELECT min(seq) FROM sale)",
    );
    assert_eq!(credit["key"], "balance");
    assert_eq!(credit["differs"]["left"], "1.00");
}

#[test]
fn every_page_of_the_books_is_saved_and_all_of_them_written_for_others() {
    let mut shop = a_day();
    let name = json!({ "hi": "=cmd|' /C calc'!A0", "en": "=cmd|' /C calc'!A0" });
    shop.call("set_vendor", json!({ "gstin": VENDOR, "name": name, "address": "" }));
    let pages = [
        (json!({ "page": "trial_balance", "days": {} }), "रेशमा बेगम"),
        (json!({ "page": "ledger", "account": "consignor_payable:reshma", "days": {} }), "LKO1A/26/T000001"),
        (json!({ "page": "closing_proof" }), "कारीगरों का देय"),
        (json!({ "page": "year_end", "year": {} }), "इस साल की बचत"),
    ];
    for (page, said) in pages {
        let save = |shop: &mut Shop, file: &str| {
            let saved = shop.call("save_books", json!({ "page": page, "file": file }));
            Path::new(saved["path"].as_str().unwrap()).to_owned()
        };
        let csv = std::fs::read_to_string(save(&mut shop, "csv")).unwrap();
        assert!(csv.starts_with('\u{feff}') && csv.contains(said), "{csv}");
        assert!(!csv.lines().any(|line| line.split(',').any(|cell| cell.trim_matches('"').starts_with('='))), "{csv}");
        let pdf = read_pdf(&save(&mut shop, "pdf"));
        assert!(!pdf.trim().is_empty());
        assert_eq!(shop.refuses("print_books", json!({ "page": page })), "no_printer");
    }
    let trial = shop.call("save_books", json!({ "page": { "page": "trial_balance", "days": {} }, "file": "csv" }));
    let trial = std::fs::read_to_string(trial["path"].as_str().unwrap()).unwrap();
    assert!(trial.contains("'=cmd|' /C calc'!A0"), "{trial}");
    let drawer = trial.lines().find(|line| line.contains("Cash in the drawer")).unwrap();
    assert!(drawer.ends_with(",Cash in the drawer,,,5579.00,200.00,5379.00,"), "amounts are bare figures: {drawer}");
    for (format, said) in [("hledger", "assets:cash:drawer"), ("tally", "<LEDGERNAME>"), ("csv", "LKO1A/26/T000001")] {
        let saved = shop.call("export_books", json!({ "format": format, "days": {} }));
        let text = std::fs::read_to_string(saved["path"].as_str().unwrap()).unwrap();
        assert!(text.contains(said), "{format}: {text}");
        // The program without a window writes the same.
        let out = Command::new(till_program())
            .args(["--db".as_ref(), shop.db.as_os_str(), "export".as_ref(), format.as_ref()])
            .output()
            .unwrap();
        let told: Value =
            serde_json::from_slice(&out.stdout).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&out.stderr)));
        assert!(Path::new(told["path"].as_str().unwrap()).exists());
    }
    let nothing = json!({ "format": "csv", "days": { "from": "2026-11-24", "to": "2026-11-23" } });
    assert_eq!(shop.refuses("export_books", nothing), "days_reversed");
    assert_eq!(shop.refuses("export_books", json!({ "format": "xls", "days": {} })), "invalid_input");
    shop.signs_in("sunita");
    assert_eq!(shop.refuses("export_books", json!({ "format": "csv", "days": {} })), "not_allowed");
}
