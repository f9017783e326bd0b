//! Memos of what is sold in a consignor's name (supply mode B), and what of it comes back.

use domain::refusal::Refusal;
use serde_json::json;
use tests::Shop;
use till::commands;
use till::fault::Stop;

#[test]
fn a_part_of_a_memo_that_comes_back_is_not_the_memo_cancelled() {
    let mut shop = Shop::open();
    shop.signs_in("anil");
    shop.sells_in_sohit_s_name();
    shop.signs_in("sunita");
    let number = shop.sells(&["SURAHI", "SURAHI"])["number"].clone();
    let bill = shop.call("view_bill", json!({ "text": number }));
    let line = json!({ "line": 0, "quantity_milli": 1_000, "resellable": true });
    let asked = json!({ "id": bill["return_id"], "number": number, "lines": [line], "reason": "x", "to_note": true });
    let seen = shop.call("preview_return", asked.clone());
    assert_eq!(seen["ways"][0]["kind"], "memo_cancelled", "before it has a number, too");
    shop.call("take_return", asked);
    let notes = shop.call("view_bills", json!({ "text": "", "limit": 9 }))["notes"].clone();
    assert_eq!((&notes[0]["number"], &notes[0]["memo"]), (&json!("LKO1A/26/X000001"), &json!(true)));
    let paper = shop.call("view_receipt", json!({ "number": "LKO1A/26/X000001" }))["text"].clone();
    let paper = paper.as_str().unwrap();
    assert!(paper.contains("बिक्री पर्ची की वापसी") && !paper.contains("रद्द"), "{paper}");
    shop.must_verify();
}

#[test]
fn what_memos_sold_is_in_no_rate_of_the_mart_s_gst() {
    let mut shop = Shop::open();
    shop.signs_in("anil");
    shop.sells_in_sohit_s_name();
    shop.signs_in("sunita");
    let number = shop.sells(&["SURAHI", "SURAHI", "DIYA"])["number"].clone();
    let bill = shop.call("view_bill", json!({ "text": number }));
    let line = json!({ "line": 0, "quantity_milli": 1_000, "resellable": true });
    let asked = json!({ "id": bill["return_id"], "number": number, "lines": [line], "reason": "x", "to_note": true });
    shop.call("take_return", asked);
    shop.signs_in("anil");
    let report = shop.call("view_shift_report", json!({ "number": 1 }));
    let rates: Vec<_> = report["rates"].as_array().unwrap().iter().map(|sum| sum["rate"].clone()).collect();
    assert_eq!(rates, ["5%"], "only of the diya");
    let one = bill["lines"][0]["amount"]["paise"].as_i64().unwrap() / 2;
    assert_eq!(report["memos"]["paise"], one, "two sold, one back");
}

#[test]
fn the_note_of_a_mixed_return_without_the_money_names_the_one_that_has_it() {
    let mut shop = Shop::open();
    shop.signs_in("anil");
    shop.sells_in_sohit_s_name();
    shop.signs_in("sunita");
    let number = shop.sells(&["SURAHI", "DIYA"])["number"].clone();
    let bill = shop.call("view_bill", json!({ "text": number }));
    let lines = [0, 1].map(|line| json!({ "line": line, "quantity_milli": 1_000, "resellable": true }));
    let asked = json!({ "id": bill["return_id"], "number": number, "lines": lines, "reason": "x", "to_note": true });
    shop.call("take_return", asked);
    shop.scans("DIYA");
    let pays = |number: &str| json!({ "tenders": [{ "kind": "credit_note", "paise": 100, "number": number }] });
    let refused = commands::run(shop.desk(), "preview_payment", pays("LKO1A/26/X000001"));
    let holder = Refusal::CreditNoteEmpty { number: "LKO1A/26/X000001".into(), holder: "LKO1A/26/C000001".into() };
    assert!(matches!(refused, Err(Stop::Refusal(refusal)) if refusal == holder));
    shop.call("preview_payment", pays("lko1a/२६/c०००००१"));
    let note = shop.call("view_credit_note", json!({ "number": "LKO1A/२६/C०००००१" }));
    assert_eq!(note["number"], "LKO1A/26/C000001");
    let found = shop.call("view_bill", json!({ "text": "LKO1A/२६/T०००००१" }));
    assert_eq!(found["number"], number);
    let listed = shop.call("view_bills", json!({ "text": "T०००००१", "limit": 9 }));
    assert_eq!(listed["bills"][0]["number"], number);
}
