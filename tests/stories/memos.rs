//! Memos of what is sold in a consignor's name (supply mode B), and what of it comes back.

use serde_json::json;
use tests::Shop;

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
