//! Goods back: returns in parts, void, credit notes as tenders, UPI money, and bills found again. Not here: exchange
//! (`exchange`).

use proptest::prelude::*;
use rusqlite::Connection;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tests::{PIN, Shop};

/// All book balances that are not zero.
pub fn balances(shop: &Shop) -> BTreeMap<String, i64> {
    let db = Connection::open(&shop.db).unwrap();
    let mut statement =
        db.prepare("SELECT account, sum(paise) FROM posting GROUP BY account HAVING sum(paise) <> 0").unwrap();
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
}

/// Received, sold and broken of an item, of all owners.
pub fn stock(shop: &Shop, sku: &str) -> (i64, i64) {
    Connection::open(&shop.db)
        .unwrap()
        .query_row(
            "SELECT sum(sold_milli), sum(broken_milli) FROM stock JOIN item ON item.id = stock.item WHERE sku = ?1",
            [sku],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .unwrap()
}

/// The manager's PIN.
pub fn anil() -> Value {
    json!({ "operator": "anil", "pin": PIN })
}

/// A return of lines (place, quantity, resellable) of a bill, by the id it is shown with.
pub fn asked(shop: &mut Shop, number: &Value, lines: &[(u32, i64, bool)], to_note: bool) -> Value {
    let bill = shop.call("view_bill", json!({ "text": number }));
    let lines: Vec<Value> = lines
        .iter()
        .map(|(line, quantity, resellable)| {
            json!({ "line": line, "quantity_milli": quantity, "resellable": resellable })
        })
        .collect();
    json!({ "id": bill["return_id"], "number": number, "lines": lines, "reason": "साइज़ ठीक नहीं", "to_note": to_note })
}

pub fn takes_back(shop: &mut Shop, number: &Value, lines: &[(u32, i64, bool)], to_note: bool) -> Value {
    let mut input = asked(shop, number, lines, to_note);
    input["approval"] = anil();
    shop.call("take_return", input)
}

#[test]
fn everything_back_in_parts_brings_every_balance_back() {
    let mut shop = Shop::open();
    let before = balances(&shop);
    shop.scans("KURTA");
    shop.scans("SURAHI");
    shop.scans("BANGLE");
    shop.call("scan", json!({ "code": "FABRIC", "quantity_milli": 3_700 }));
    shop.call("discount_basket", json!({ "discount_paise": 10_001 }));
    let due = shop.basket()["due"]["paise"].clone();
    let number = shop.pays(json!([{ "kind": "cash", "given_paise": due }]))["number"].clone();
    assert_eq!(number, "LKO1A/26/M000001");

    let first = takes_back(&mut shop, &number, &[(3, 1_300, true), (1, 1_000, true)], false);
    assert_eq!(first["notes"], json!(["LKO1A/26/C000001"]), "notes have a series of their own");
    assert_eq!(first["ways"][0]["kind"], "cash");
    assert!(first["refund"]["paise"].as_i64().unwrap() % 100 == 0, "whole rupees");
    assert_eq!((stock(&shop, "FABRIC"), stock(&shop, "SURAHI")), ((2_400, 0), (0, 0)));
    let bill = shop.call("view_bill", json!({ "text": number }));
    assert_eq!((&bill["state"], &bill["lines"][3]["left"]), (&json!("part_returned"), &json!("2.4")));
    shop.must_verify();

    shop.restarts();
    let second = takes_back(&mut shop, &number, &[(0, 1_000, true), (2, 1_000, true), (3, 2_400, true)], false);
    let back = [&first, &second].iter().map(|one| one["refund"]["paise"].as_i64().unwrap()).sum::<i64>();
    assert_eq!(Some(back), due.as_i64(), "in the end exactly what was paid");
    assert_eq!(balances(&shop), before);
    assert_eq!(shop.call("view_bill", json!({ "text": number }))["state"], "returned");
    let again = asked(&mut shop, &number, &[(0, 1_000, true)], false);
    assert_eq!(shop.refuses("take_return", again), "return_over_sold");
    shop.must_verify();
}

/// What a broken return owes, as it stands in the books.
fn owed_for_broken(shop: &Shop) -> Vec<(String, i64)> {
    let entry = shop.last_entry();
    let lines = entry["fact"]["lines"].as_array().unwrap();
    let owed = |line: &Value| Some((line["owner"]["consignor"].as_str()?.into(), line["compensation_paise"].as_i64()?));
    lines.iter().filter_map(owed).collect()
}

#[test]
fn what_comes_back_broken_is_owed_for_by_the_agreement_it_was_sold_under() {
    let mut shop = Shop::open();
    let before = balances(&shop);
    shop.scans("KURTA");
    shop.scans("SURAHI");
    shop.scans("DIYA");
    let due = shop.basket()["due"]["paise"].clone();
    let number = shop.pays(json!([{ "kind": "cash", "given_paise": due }]))["number"].clone();
    let sold = balances(&shop);
    // From tomorrow Reshma bears half of what breaks: her kurta was sold before that.
    shop.signs_in("anil");
    let half = json!({ "consignor": "reshma", "version": 2, "from": "2026-11-24", "supply_mode": "A1", "commission_bps": 1_000,
        "discount_bearer": "shared", "loss": { "breakage_bps": 5_000, "theft_bps": 10_000, "transit_bps": 5_000 } });
    shop.call("set_agreement", half);
    shop.clock.pass_minutes(24 * 60);
    shop.call("accept_clock", json!({ "manager": "anil", "pin": PIN }));
    shop.signs_in("sunita");
    let lines = [(0, 1_000, false), (1, 1_000, true), (2, 1_000, false)];
    let input = asked(&mut shop, &number, &lines, true);
    let shown = shop.call("preview_return", input.clone());
    let mut input = input;
    input["approval"] = anil();
    let share = -(sold["consignor_payable:reshma"] - before.get("consignor_payable:reshma").unwrap_or(&0));
    assert_eq!(shown["compensation"]["paise"], json!(share), "who keeps goods answers for them");
    assert_eq!(shop.call("take_return", input)["compensation"], shown["compensation"]);
    assert_eq!(owed_for_broken(&shop), [("reshma".to_owned(), share)], "nothing for what is whole or the mart's own");
    let after = balances(&shop);
    assert_eq!((after["losses_borne"], after["consignor_payable:reshma"]), (share, -share));
    assert_eq!(after.get("consignor_payable:sohit"), before.get("consignor_payable:sohit"));
    shop.must_verify();
}

#[test]
fn asked_twice_a_return_happens_once() {
    let mut shop = Shop::open();
    let number = shop.sells(&["DIYA", "DIYA"])["number"].clone();
    let input = asked(&mut shop, &number, &[(0, 1_000, true)], true);
    let shown = shop.call("preview_return", input.clone());
    assert_eq!((&shown["refund"]["text"], &shown["notes"]), (&json!("530.00"), &json!([])));
    let first = shop.call("take_return", input.clone());
    shop.restarts();
    assert_eq!(shop.call("take_return", input.clone()), first);
    let mut other = input;
    other["lines"][0]["resellable"] = json!(false);
    assert_eq!(shop.refuses("take_return", other.clone()), "invalid_input", "the same id for something else");
    assert_eq!(shop.refuses("start_exchange", other), "invalid_input");
    assert_eq!(shop.call("view_bill", json!({ "text": number }))["lines"][0]["left"], "1");
    shop.must_verify();
}

#[test]
fn a_bill_is_found_by_its_qr_its_number_and_its_goods() {
    let mut shop = Shop::open();
    let number = shop.sells(&["DIYA"])["number"].clone();
    shop.sells(&["KURTA"]);
    let hash: String = Connection::open(&shop.db)
        .unwrap()
        .query_row("SELECT lower(hex(substr(hash, 1, 4))) FROM journal WHERE kind = 'sale' LIMIT 1", [], |row| {
            row.get(0)
        })
        .unwrap();
    let qr = format!("ODOP1|LKO1A/26/T000001|53000|2026-11-23|{hash}|sig");
    assert_eq!(shop.call("view_bill", json!({ "text": qr }))["number"], number);
    assert_eq!(shop.call("view_bill", json!({ "text": " lko1a/26/t000001 " }))["number"], number);
    for other in ["ODOP1|LKO1A/26/T000001|53100|2026-11-23|x|y", "VNS2B/26/T000001", "ODOP1|", ""] {
        assert_eq!(shop.refuses("view_bill", json!({ "text": other })), "unknown_bill", "{other}");
    }
    let mut found = |text: &str| -> Value {
        let bills = shop.call("view_bills", json!({ "text": text, "limit": 50 }));
        bills["bills"].as_array().unwrap().iter().map(|bill| bill["number"].clone()).collect()
    };
    let second = json!("LKO1A/26/T000002");
    assert_eq!(found(""), json!([second, number]), "of the day, the newest first");
    assert_eq!(found("diya"), json!([number]));
    assert_eq!(found("कुर्ता"), json!([second]));
    assert_eq!(found("2000000000001"), json!([number]), "by barcode");
    assert_eq!(found("₹2,199"), json!([second]));
    assert_eq!(found("t000002"), json!([second]));
    assert_eq!(found("'\"%_*(😀"), json!([]));
    assert_eq!(shop.call("view_bills", json!({ "text": "", "limit": 1 }))["more"], true);
    let before = shop.call("view_bills", json!({ "text": "", "limit": 9, "days_ago": 1 }));
    assert_eq!((&before["day"], &before["bills"]), (&json!("22-11-2026"), &json!([])));
    let long_ago = shop.call("view_bills", json!({ "text": "diya", "limit": 9, "days_ago": 65_535 }));
    assert_eq!(long_ago["bills"].as_array().unwrap().len(), 1, "what is looked for is found on any day");
}

#[test]
fn what_is_no_return_is_refused() {
    let mut shop = Shop::open();
    let number = shop.sells(&["DIYA", "DIYA"])["number"].clone();
    let refused = |shop: &mut Shop, lines: &[(u32, i64, bool)]| {
        let input = asked(shop, &number, lines, false);
        let code = shop.refuses("take_return", input.clone());
        assert_eq!(shop.refuses("preview_return", input.clone()), code);
        assert_eq!(shop.refuses("start_exchange", input), code);
        code
    };
    assert_eq!(refused(&mut shop, &[]), "return_empty");
    assert_eq!(refused(&mut shop, &[(0, 3_000, true)]), "return_over_sold");
    assert_eq!(refused(&mut shop, &[(0, 1_000, true), (0, 2_000, false)]), "return_over_sold");
    assert_eq!(refused(&mut shop, &[(0, 1_500, true)]), "quantity_whole");
    assert_eq!(refused(&mut shop, &[(0, 0, true)]), "quantity_out_of_range");
    assert_eq!(refused(&mut shop, &[(7, 1_000, true)]), "unknown_line");
    let mut input = asked(&mut shop, &number, &[(0, 1_000, true)], false);
    input["number"] = json!("VNS2B/26/T000009");
    assert_eq!(shop.refuses("take_return", input.clone()), "unknown_bill");
    input["number"] = number.clone();
    input["reason"] = json!("  ");
    assert_eq!(shop.refuses("take_return", input.clone()), "invalid_input");
    input["reason"] = json!("x");
    input["id"] = json!("no id");
    assert_eq!(shop.refuses("take_return", input), "invalid_input");
    shop.must_verify();
}

#[test]
fn a_cashier_takes_back_little_and_soon_a_manager_the_rest() {
    let mut shop = Shop::open();
    let kurta = shop.sells(&["KURTA"])["number"].clone();
    let diyas = shop.sells(&["DIYA", "DIYA", "DIYA", "DIYA"])["number"].clone();
    let input = asked(&mut shop, &kurta, &[(0, 1_000, true)], false);
    assert_eq!(shop.call("preview_return", input.clone())["approval"], true);
    assert_eq!(shop.refuses("take_return", input.clone()), "approval_needed", "over Rs 2,000");
    assert_eq!(shop.refuses("start_exchange", input.clone()), "approval_needed");
    let mut approved = input;
    approved["approval"] = anil();
    shop.call("take_return", approved);
    let entry = shop.last_entry();
    assert_eq!((&entry["operator"], &entry["approved_by"]), (&json!("sunita"), &json!("anil")));

    let input = asked(&mut shop, &diyas, &[(0, 3_000, true)], false);
    shop.call("take_return", input);
    let input = asked(&mut shop, &diyas, &[(0, 1_000, true)], false);
    assert_eq!(shop.refuses("take_return", input), "approval_needed", "in parts it is no more");

    let late = shop.sells(&["DIYA"])["number"].clone();
    shop.clock.pass_minutes(8 * 24 * 60);
    shop.signs_in("anil");
    shop.call("accept_clock", json!({ "manager": "anil", "pin": PIN }));
    shop.signs_in("sunita");
    let input = asked(&mut shop, &late, &[(0, 1_000, true)], false);
    assert_eq!(shop.refuses("take_return", input), "approval_needed", "after a week");
    shop.must_verify();
}

#[test]
fn money_goes_back_the_way_it_came() {
    let mut shop = Shop::open();
    for _ in 0..2 {
        shop.scans("DARI");
    }
    let tenders = json!([{ "kind": "upi", "paise": 100_000 }, { "kind": "card", "paise": 96_000, "reference": "C77" },
        { "kind": "cash", "given_paise": 100_000 }]);
    let number = shop.pays(tenders)["number"].clone();
    let ways = |returned: &Value| -> Vec<(String, i64)> {
        let ways = returned["ways"].as_array().unwrap();
        ways.iter()
            .map(|way| (way["kind"].as_str().unwrap().into(), way["amount"]["paise"].as_i64().unwrap()))
            .collect()
    };
    let first = takes_back(&mut shop, &number, &[(0, 1_000, true)], false);
    assert_eq!(ways(&first), [("upi".into(), 100_000), ("card".into(), 48_000)]);
    let second = takes_back(&mut shop, &number, &[(0, 1_000, true)], false);
    assert_eq!(ways(&second), [("card".into(), 48_000), ("cash".into(), 100_000)]);

    let tasks = shop.call("view_upi_tasks", json!({}));
    let task = &tasks["refunds"][0];
    assert_eq!((&task["number"], &task["amount"]["text"]), (&number, &json!("1,000.00")));
    let mut done = json!({ "of": task["of"], "place": task["place"], "reference": "" });
    assert_eq!(shop.refuses("finish_upi_refund", done.clone()), "upi_reference_wrong", "this money did come");
    done["reference"] = json!("4123 4567 8901");
    assert_eq!(shop.refuses("finish_upi_refund", done.clone()), "approval_needed");
    done["approval"] = anil();
    assert_eq!(shop.call("finish_upi_refund", done.clone())["refunds"], json!([]));
    assert_eq!(shop.refuses("finish_upi_refund", done), "upi_not_open");
    shop.must_verify();
}

#[test]
fn a_credit_note_is_spent_in_parts_and_no_more() {
    let mut shop = Shop::open();
    let number = shop.sells(&["DIYA", "DIYA"])["number"].clone();
    let note = takes_back(&mut shop, &number, &[(0, 2_000, true)], true)["notes"][0].clone();
    let by_note = |paise: i64, number: &Value| json!({ "kind": "credit_note", "paise": paise, "number": number });
    shop.scans("LOCK");
    assert_eq!(shop.call("view_credit_note", json!({ "number": note }))["left"]["text"], "1,060.00");
    let short = json!({ "tenders": [by_note(60_000, &note), by_note(46_001, &json!(" lko1a/26/c000001"))] });
    assert_eq!(shop.refuses("preview_payment", short), "credit_note_short");
    assert_eq!(shop.refuses("view_credit_note", json!({ "number": "LKO1A/26/C000009" })), "unknown_credit_note");
    let sale = shop.pays(json!([by_note(50_000, &note), { "kind": "cash", "given_paise": 20_000 }]));
    assert_eq!((&sale["change"]["text"], &sale["tenders"][0]["kind"]), (&json!("50.00"), &json!("credit_note")));

    shop.restarts();
    shop.scans("DIYA");
    let basket = shop.basket()["id"].clone();
    let pay = |tenders: Value| json!({ "basket": basket, "tenders": tenders });
    let unknown = pay(json!([by_note(53_000, &json!("VNS2B/26/C000001"))]));
    assert_eq!(shop.refuses("take_payment", unknown), "unknown_credit_note");
    shop.call("discount_line", json!({ "line": 0, "discount_paise": 1_000 }));
    shop.call("discount_line", json!({ "line": 0, "discount_paise": 0 }));
    shop.pays(json!([by_note(53_000, &note)]));
    shop.scans("TOY");
    let basket = shop.basket()["id"].clone();
    let pay = |tenders: Value| json!({ "basket": basket, "tenders": tenders });
    assert_eq!(shop.refuses("take_payment", pay(json!([by_note(32_000, &note)]))), "credit_note_short");
    shop.pays(json!([by_note(3_000, &note), { "kind": "upi", "paise": 29_000 }]));
    shop.scans("TOY");
    let used = json!({ "tenders": [by_note(100, &note)] });
    assert_eq!(shop.refuses("preview_payment", used), "credit_note_used");
    assert_eq!(balances(&shop).get("credit_notes_outstanding"), None);
    shop.must_verify();
}

#[test]
fn a_sale_is_voided_whole_in_its_own_shift_and_by_a_manager() {
    let mut shop = Shop::open();
    let before = balances(&shop);
    let bought = shop.sells(&["DIYA"])["number"].clone();
    let note = takes_back(&mut shop, &bought, &[(0, 1_000, true)], true)["notes"][0].clone();
    shop.scans("KURTA");
    let tenders = json!([{ "kind": "credit_note", "paise": 53_000, "number": note }, { "kind": "upi", "paise": 100_000 },
        { "kind": "cash", "given_paise": 66_900 }]);
    let number = shop.pays(tenders)["number"].clone();
    let void = |number: &Value| json!({ "number": number, "reason": "ग़लत चीज़" });
    assert_eq!(shop.refuses("void_sale", void(&number)), "approval_needed");
    assert_eq!(shop.refuses("void_sale", void(&json!("X/26/T000001"))), "unknown_bill");
    assert_eq!(shop.refuses("void_sale", void(&bought)), "sale_returned");
    let mut approved = void(&number);
    approved["approval"] = anil();
    let bill = shop.call("void_sale", approved.clone());
    assert_eq!(shop.basket()["last_sale"], Value::Null, "it is no last bill any more");
    assert_eq!(
        (&bill["state"], &bill["voidable"], &bill["lines"][0]["left"]),
        (&json!("voided"), &json!(false), &json!("0"))
    );
    assert_eq!(shop.refuses("void_sale", approved), "sale_voided");
    let input = asked(&mut shop, &number, &[(0, 1_000, true)], false);
    assert_eq!(shop.refuses("take_return", input), "sale_voided");
    assert_eq!(stock(&shop, "KURTA"), (0, 0));
    assert_eq!(shop.call("view_credit_note", json!({ "number": note }))["left"]["text"], "530.00", "free again");
    let mut after = balances(&shop);
    assert_eq!(after.remove("credit_notes_outstanding"), Some(-53_000));
    *after.get_mut("drawer").unwrap() -= 53_000;
    assert_eq!(after, before);

    // Nobody knows whether its UPI money came; a manager says that it did not.
    let task = shop.call("view_upi_tasks", json!({}))["refunds"][0].clone();
    assert_eq!(task["unsure"], true);
    let done = json!({ "of": task["of"], "place": task["place"], "reference": "", "approval": anil() });
    assert_eq!(shop.call("finish_upi_refund", done), json!({ "claims": [], "refunds": [], "more": false }));

    let next = shop.sells(&["TOY"])["number"].clone();
    assert_eq!(next, "LKO1A/26/T000003", "numbers stay, cancelled");
    shop.call("close_shift", json!({ "counted_paise": 285_000 }));
    shop.signs_in("anil");
    shop.call("open_shift", json!({ "float_paise": 0 }));
    assert_eq!(shop.refuses("void_sale", void(&next)), "void_after_shift");
    shop.must_verify();
}

#[test]
fn the_drawer_expects_what_returns_left_in_it() {
    let mut shop = Shop::open();
    let number = shop.sells(&["DIYA", "LOCK"])["number"].clone();
    takes_back(&mut shop, &number, &[(0, 1_000, true)], false);
    let closed = shop.call("close_shift", json!({ "counted_paise": 265_000 }));
    assert_eq!((&closed["expected"]["text"], &closed["difference"]["paise"]), (&json!("2,650.00"), &json!(0)));
    assert_eq!(shop.refuses("drop_exchange", json!({ "x": 1 })), "invalid_input");
    let input = asked(&mut shop, &number, &[(1, 1_000, true)], false);
    assert_eq!(shop.refuses("take_return", input), "no_open_shift");
}

#[test]
fn a_upi_payment_is_claimed_later_once_and_with_approval() {
    let mut shop = Shop::open();
    shop.scans("DIYA");
    let number = shop.pays(json!([{ "kind": "upi", "paise": 53_000 }]))["number"].clone();
    let bills = shop.call("view_bills", json!({ "text": "", "limit": 9 }));
    assert_eq!(bills["bills"][0]["unclaimed"], true);
    let task = shop.call("view_upi_tasks", json!({}))["claims"][0].clone();
    assert_eq!((&task["number"], &task["amount"]["text"]), (&number, &json!("530.00")));
    let mut claim = json!({ "of": task["of"], "place": task["place"], "reference": "12345" });
    assert_eq!(shop.refuses("claim_upi", claim.clone()), "upi_reference_wrong");
    claim["reference"] = json!("४१२३४५६७८९०१");
    assert_eq!(shop.refuses("claim_upi", claim.clone()), "upi_reference_wrong");
    claim["reference"] = json!("412345678901");
    assert_eq!(shop.refuses("claim_upi", claim.clone()), "approval_needed");
    claim["approval"] = anil();
    assert_eq!(shop.call("claim_upi", claim.clone())["claims"], json!([]));
    assert_eq!(shop.refuses("claim_upi", claim.clone()), "upi_not_open");
    claim["of"] = json!("x");
    assert_eq!(shop.refuses("claim_upi", claim), "invalid_input");
    assert_eq!(shop.call("view_bill", json!({ "text": number }))["claims"], json!(["412345678901"]));
    shop.must_verify();
}

#[test]
fn a_memo_in_a_consignors_name_is_cancelled_outside_the_credit_notes() {
    let mut shop = Shop::open();
    shop.signs_in("anil");
    shop.sells_in_sohit_s_name();
    shop.signs_in("sunita");
    let before = balances(&shop);
    let number = shop.sells(&["SURAHI", "DIYA"])["number"].clone();
    let bill = shop.call("view_bill", json!({ "text": number }));
    assert_eq!(bill["documents"], json!(["LKO1A/26/T000001", "LKO1A/26/S000001"]));
    let memo = shop.call("view_bill", json!({ "text": "LKO1A/26/S000001" }));
    assert_eq!(memo["number"], number, "any of its documents finds a sale");
    let back = takes_back(&mut shop, &json!("LKO1A/26/S000001"), &[(0, 1_000, true), (1, 1_000, true)], false);
    assert_eq!(back["notes"], json!(["LKO1A/26/C000001", "LKO1A/26/X000001"]));
    let notes = shop.last_entry()["fact"]["credit_notes"].clone();
    assert_eq!((&notes[0]["against"], &notes[0]["lines"]), (&json!("LKO1A/26/T000001"), &json!([1])));
    assert_eq!((&notes[1]["against"], &notes[1]["lines"]), (&json!("LKO1A/26/S000001"), &json!([0])));
    assert_eq!((&notes[0]["kind"], &notes[1]["kind"]), (&Value::Null, &json!("memo_cancelled")));
    assert_eq!(balances(&shop), before);
    let paper = shop.call("view_receipt", json!({ "number": "LKO1A/26/X000001" }))["text"].clone();
    let (note, memo) = paper.as_str().unwrap().split_once("बिक्री पर्ची की वापसी").expect("its own heading");
    assert!(note.contains("क्रेडिट नोट") && note.contains("LKO1A/26/C000001"), "{paper}");
    assert!(memo.contains("LKO1A/26/X000001") && memo.contains("LKO1A/26/S000001"), "{paper}");
    assert!(!memo.contains("GST 0%"), "{paper}");
    // A memo alone spends no number of the credit notes, and money kept on it is found by its own.
    let number = shop.sells(&["SURAHI"])["number"].clone();
    assert_eq!(number, "LKO1A/26/S000002");
    let kept = takes_back(&mut shop, &number, &[(0, 1_000, true)], true);
    assert_eq!(kept["notes"], json!(["LKO1A/26/X000002"]));
    assert_eq!(kept["ways"][0]["reference"], "LKO1A/26/X000002");
    assert_eq!(kept["ways"][0]["kind"], "memo_cancelled");
    let due = shop.scans("SURAHI")["due"]["paise"].clone();
    let sold = shop.pays(json!([{ "kind": "credit_note", "paise": due, "number": "LKO1A/26/X000002" }]));
    assert_eq!(sold["number"], "LKO1A/26/S000003");
    assert_eq!(sold["tenders"][0]["kind"], "memo_cancelled");
    let paper = shop.call("view_receipt", json!({ "number": sold["number"] }))["text"].clone();
    let paper = paper.as_str().unwrap();
    assert!(paper.contains("बिक्री पर्ची की वापसी: ₹") && !paper.contains("क्रेडिट नोट"), "{paper}");
    shop.signs_in("anil");
    let report = shop.call("view_shift_report", json!({ "number": 1 }));
    shop.signs_in("sunita");
    let sums = report["tenders"].as_array().unwrap().iter();
    let of_memos = sums.clone().find(|sum| sum["kind"] == "memo_cancelled").unwrap();
    assert_eq!((&of_memos["taken"]["paise"], &of_memos["refunded"]["paise"]), (&due, &due));
    let of_notes = sums.clone().find(|sum| sum["kind"] == "credit_note").unwrap();
    assert_eq!((&of_notes["taken"]["paise"], &of_notes["refunded"]["paise"]), (&json!(0), &json!(0)));
    let number = shop.sells(&["DIYA"])["number"].clone();
    assert_eq!(takes_back(&mut shop, &number, &[(0, 1_000, true)], false)["notes"], json!(["LKO1A/26/C000002"]));
    shop.must_verify();
}

#[test]
fn a_note_against_a_bill_of_supply_says_no_tax_as_the_bill_did() {
    let mut shop = Shop::open();
    let number = shop.sells(&["BANGLE"])["number"].clone();
    assert_eq!(number, "LKO1A/26/B000001");
    assert_eq!(takes_back(&mut shop, &number, &[(0, 1_000, true)], false)["notes"], json!(["LKO1A/26/C000001"]));
    for number in ["LKO1A/26/B000001", "LKO1A/26/C000001"] {
        let text = shop.call("view_receipt", json!({ "number": number }))["text"].clone();
        let text = text.as_str().unwrap();
        assert!(text.contains(number), "{text}");
        assert!(!text.contains("GST 0%") && !text.contains("रिवर्स"), "{text}");
    }
    shop.must_verify();
}

#[test]
fn notes_number_anew_each_financial_year_and_are_flagged_when_too_late() {
    let mut shop = Shop::open();
    let number = shop.sells(&["DIYA", "DIYA", "DIYA"])["number"].clone();
    assert_eq!(takes_back(&mut shop, &number, &[(0, 1_000, true)], false)["notes"], json!(["LKO1A/26/C000001"]));
    for (days, note, late) in [(200, "LKO1A/27/C000001", false), (173, "LKO1A/27/C000002", true)] {
        shop.call("close_shift", json!({ "counted_paise": 0 }));
        shop.clock.pass_minutes(days * 24 * 60);
        shop.call("accept_clock", json!({ "manager": "anil", "pin": PIN }));
        shop.call("open_shift", json!({ "float_paise": 0 }));
        let back = takes_back(&mut shop, &number, &[(0, 1_000, true)], true);
        assert_eq!((&back["notes"], &back["late"]), (&json!([note]), &json!(late)), "after {days} days more");
    }
    shop.must_verify();
}

/// One step of a random history.
#[derive(Debug, Clone)]
enum Step {
    Sell(Vec<(usize, i64)>, bool),
    Back { bill: usize, cut: i64, resellable: bool, to_note: bool },
    Exchange { bill: usize, cut: i64, to_note: bool, goods: (usize, i64) },
    Void(usize),
    Restart,
}

const CODES: [&str; 6] = ["KURTA", "DIYA", "SURAHI", "BANGLE", "ATTAR", "FABRIC"];

fn any_step() -> impl Strategy<Value = Step> {
    // Only the fabric is measured, and cut.
    let goods =
        || (0..CODES.len(), 1i64..4_000).prop_map(|(code, milli)| (code, whole(CODES[code] == "FABRIC", milli)));
    prop_oneof![
        4 => (prop::collection::vec(goods(), 1..4), any::<bool>()).prop_map(|(goods, card)| Step::Sell(goods, card)),
        4 => (any::<usize>(), 1i64..1_500, any::<bool>(), any::<bool>())
            .prop_map(|(bill, cut, resellable, to_note)| Step::Back { bill, cut, resellable, to_note }),
        2 => (any::<usize>(), 1i64..1_500, any::<bool>(), goods())
            .prop_map(|(bill, cut, to_note, goods)| Step::Exchange { bill, cut, to_note, goods }),
        1 => any::<usize>().prop_map(Step::Void),
        1 => Just(Step::Restart),
    ]
}

/// As much of it as can be sold at once: of what is counted no half.
fn whole(measured: bool, milli: i64) -> i64 {
    if measured { milli } else { (milli + 999) / 1_000 * 1_000 }
}

/// About `cut` thousandths of each line that is left; over a thousand tries to take back too much.
fn part(shop: &mut Shop, number: &Value, cut: i64, resellable: bool, to_note: bool) -> Value {
    let bill = shop.call("view_bill", json!({ "text": number }));
    let lines: Vec<(u32, i64, bool)> = (0u32..)
        .zip(bill["lines"].as_array().unwrap())
        .map(|(place, line)| (place, line["left_milli"].as_i64().unwrap(), line["unit"]["en"] == "metre"))
        .filter(|(_, left, _)| *left > 0)
        .map(|(place, left, measured)| {
            (place, whole(measured, left * cut / 1_000 + i64::from(cut > 1_000)), resellable)
        })
        .filter(|(_, quantity, _)| *quantity > 0)
        .collect();
    asked(shop, number, &lines, to_note)
}

fn does(shop: &mut Shop, name: &str, input: Value) -> Option<Value> {
    match till::commands::run(shop.desk(), name, input) {
        Ok(value) => Some(value),
        Err(till::fault::Stop::Refusal(_)) => None,
        Err(till::fault::Stop::Fault(fault)) => panic!("{name} broke: {fault}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_history_balances_and_everything_back_is_nothing_left(steps in prop::collection::vec(any_step(), 1..14)) {
        let mut shop = Shop::new();
        shop.signs_in("anil");
        shop.call("open_shift", json!({ "float_paise": 200_000 }));
        let mut before = balances(&shop);
        let mut bills: Vec<Value> = Vec::new();
        for step in steps {
            match step {
                Step::Sell(goods, card) => {
                    for (code, quantity) in goods {
                        shop.call("scan", json!({ "code": CODES[code], "quantity_milli": quantity }));
                    }
                    let due = shop.basket()["due"]["paise"].clone();
                    let tender = if card {
                        json!({ "kind": "card", "paise": due, "reference": "R" })
                    } else {
                        json!({ "kind": "cash", "given_paise": due })
                    };
                    bills.push(shop.pays(json!([tender]))["number"].clone());
                }
                Step::Back { bill, cut, resellable, to_note } => if let Some(number) = pick(&bills, bill) {
                    let input = part(&mut shop, &number, cut, resellable, to_note);
                    let refused_over = does(&mut shop, "take_return", input).is_none();
                    for (consignor, owed) in if refused_over { vec![] } else { owed_for_broken(&shop) } {
                        *before.entry("losses_borne".into()).or_default() += owed;
                        *before.entry(format!("consignor_payable:{consignor}")).or_default() -= owed;
                    }
                    prop_assert!(cut <= 1_000 || refused_over, "more came back than was sold");
                },
                Step::Exchange { bill, cut, to_note, goods } => if let Some(number) = pick(&bills, bill) {
                    let input = part(&mut shop, &number, cut, true, to_note);
                    if does(&mut shop, "start_exchange", input).is_some() {
                        shop.call("scan", json!({ "code": CODES[goods.0], "quantity_milli": goods.1 }));
                        let to_pay = shop.basket()["to_pay"]["paise"].clone();
                        bills.push(shop.pays(json!([{ "kind": "cash", "given_paise": to_pay }]))["number"].clone());
                    }
                },
                Step::Void(bill) => if let Some(number) = pick(&bills, bill) {
                    does(&mut shop, "void_sale", json!({ "number": number, "reason": "x" }));
                },
                Step::Restart => shop.restarts(),
            }
        }
        for number in &bills {
            let input = part(&mut shop, number, 1_000, true, false);
            does(&mut shop, "take_return", input);
        }
        let mut after = balances(&shop);
        // What customers still hold as notes is in the drawer or on its way from the bank instead.
        let notes = after.remove("credit_notes_outstanding").unwrap_or_default();
        let money = ["drawer", "card_clearing"].iter().map(|account| after.remove(*account).unwrap_or_default()).sum::<i64>();
        let mut expected = before.clone();
        let float = expected.remove("drawer").unwrap_or_default();
        prop_assert_eq!(money + notes, float);
        prop_assert_eq!(after, expected);
        prop_assert_eq!(CODES.map(|code| stock(&shop, code)).map(|(sold, broken)| sold - broken), [0; 6]);
        shop.must_verify();
    }
}

fn pick(bills: &[Value], place: usize) -> Option<Value> {
    bills.get(place % bills.len().max(1)).cloned()
}

#[test]
fn the_oldest_of_many_upi_payments_can_still_be_claimed_and_a_reference_only_once() {
    let mut shop = Shop::open();
    for _ in 0..201 {
        shop.scans("TOY");
        shop.pays(json!([{ "kind": "upi", "paise": 32_000 }]));
    }
    let tasks = shop.call("view_upi_tasks", json!({}));
    assert_eq!((&tasks["more"], tasks["claims"].as_array().unwrap().len()), (&json!(true), 200));
    let first: Vec<u8> = Connection::open(&shop.db)
        .unwrap()
        .query_row("SELECT sale_id FROM sale ORDER BY seq LIMIT 1", [], |row| row.get(0))
        .unwrap();
    let first = uuid::Uuid::from_slice(&first).unwrap();
    let claim = |of: &str, reference: &str| json!({ "of": of, "place": 0, "reference": reference, "approval": anil() });
    let left = shop.call("claim_upi", claim(&first.to_string(), "4123 4567 8901"));
    assert_eq!(left["more"], false);
    let next = left["claims"][0].clone();
    let next = next["of"].as_str().unwrap();
    assert_eq!(shop.refuses("claim_upi", claim(next, "412345678901")), "reference_used");
    shop.call("claim_upi", claim(next, "412345678902"));
    assert_eq!(shop.refuses("claim_upi", claim(next, "412345678903")), "upi_not_open");
    // Money that goes back is another transfer than the one that came.
    takes_back(&mut shop, &json!("LKO1A/26/T000001"), &[(0, 1_000, true)], false);
    let task = shop.call("view_upi_tasks", json!({}))["refunds"][0].clone();
    let refund = |reference: &str| json!({ "of": task["of"], "place": task["place"], "reference": reference, "approval": anil() });
    assert_eq!(shop.refuses("finish_upi_refund", refund("412345678901")), "reference_used");
    shop.call("finish_upi_refund", refund("412345678904"));
    let other = left["claims"][1]["of"].clone();
    assert_eq!(shop.refuses("claim_upi", claim(other.as_str().unwrap(), "412345678904")), "reference_used");
    shop.must_verify();
}

#[test]
fn bills_are_found_by_the_mobile_of_a_customer_who_agreed() {
    let mut shop = Shop::open();
    let mut buys = |consent: bool| {
        shop.scans("DIYA");
        let buyer = json!({ "name": "Asha", "mobile": "9876543210" });
        shop.call("set_buyer", json!({ "buyer": buyer, "consent": consent }));
        shop.sells(&[])["number"].clone()
    };
    let numbers = [buys(false), buys(true), buys(false)];
    shop.sells(&["DIYA"]);
    let mut found = |text: &str| -> Vec<Value> {
        let bills = shop.call("view_bills", json!({ "text": text, "limit": 50 }));
        bills["bills"].as_array().unwrap().iter().map(|bill| bill["number"].clone()).collect()
    };
    assert_eq!(found("98765 43210"), [numbers[2].clone(), numbers[1].clone()], "from when they agreed, newest first");
    assert!(found("9876543211").is_empty());
}

#[test]
fn a_credit_note_is_found_seen_printed_again_and_kept_as_long_as_a_bill() {
    let mut shop = Shop::open();
    let number = shop.sells(&["DIYA", "DIYA"])["number"].clone();
    shop.sells(&["KURTA"]);
    let note = takes_back(&mut shop, &number, &[(0, 1_000, true)], false)["notes"][0].clone();
    let mut found = |text: &str| -> Value {
        let notes = shop.call("view_bills", json!({ "text": text, "limit": 50 }))["notes"].clone();
        notes.as_array().unwrap().iter().map(|note| note["number"].clone()).collect()
    };
    for text in ["", "c000001", "diya", "530"] {
        assert_eq!(found(text), json!([note]), "{text}");
    }
    assert_eq!(found("kurta"), json!([]));
    let row = shop.call("view_bills", json!({ "text": "", "limit": 50 }))["notes"][0].clone();
    assert_eq!((&row["against"], &row["amount"]["text"]), (&number, &json!("530.00")));
    let qr = |due: &str| json!({ "text": format!("ODOP1|LKO1A/26/C000001|{due}|2026-11-23|x|y") });
    assert_eq!(shop.call("view_bill", qr("53000"))["number"], number);
    assert_eq!(shop.refuses("view_bill", qr("53100")), "unknown_bill");

    let seen = shop.call("view_receipt", json!({ "number": "lko1a/26/c000001" }));
    assert_eq!((&seen["number"], &seen["copies"]), (&note, &json!(0)));
    assert!(seen["text"].as_str().unwrap().contains("क्रेडिट नोट संख्या: LKO1A/26/C000001"), "{seen}");
    let path = shop.call("save_receipt", json!({ "number": note }))["path"].clone();
    assert!(tests::read_pdf(path.as_str().unwrap().as_ref()).contains("CREDIT NOTE"));
    shop.signs_in("anil");
    shop.prints_into_folder(80);
    let again = shop.call("reprint_receipt", json!({ "number": note }));
    assert_eq!((&again["number"], &again["due"]["text"]), (&note, &json!("530.00")));
    assert_eq!(shop.last_entry()["fact"]["number"], note);
    assert_eq!(shop.call("view_receipt", json!({ "number": note }))["copies"], 1);
    let until: String =
        Connection::open(&shop.db).unwrap().query_row("SELECT keep_until FROM return", [], |row| row.get(0)).unwrap();
    assert_eq!(until, "2033-12-31", "CGST Act s.36");
    shop.must_verify();
}
