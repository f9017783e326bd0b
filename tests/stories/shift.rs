//! The shift, from float to count.

use serde_json::json;
use tests::Shop;

#[test]
fn a_day_from_float_to_count() {
    let mut shop = Shop::open();
    shop.sells(&["DIYA"]);
    shop.scans("KURTA");
    shop.pays(json!([{ "kind": "upi", "paise": 219_900 }]));
    shop.call("move_cash", json!({ "direction": "out", "paise": 100_000, "reason": "तिजोरी में" }));
    shop.call("move_cash", json!({ "direction": "in", "paise": 5_000, "reason": "छुट्टे" }));
    let closed = shop.call("close_shift", json!({ "counted_paise": 157_000 }));
    assert_eq!(closed["expected"]["text"], "1,580.00");
    assert_eq!(closed["difference"]["text"], "\u{2212}10.00");
    assert_eq!((&closed["sales"], &closed["upi"]["text"]), (&json!(2), &json!("2,199.00")));
    assert_eq!((&closed["cash_out"]["text"], &closed["cash_in"]["text"]), (&json!("1,000.00"), &json!("50.00")));
    assert_eq!(shop.refuses("scan", json!({ "code": "DIYA" })), "no_open_shift");
    assert_eq!(shop.call("open_shift", json!({ "float_paise": 0 }))["number"], 2);
    shop.must_verify();
}

#[test]
fn without_a_shift_nothing_is_sold() {
    let mut shop = Shop::new();
    shop.signs_in("sunita");
    assert_eq!(shop.refuses("scan", json!({ "code": "DIYA" })), "no_open_shift");
    assert_eq!(shop.refuses("close_shift", json!({ "counted_paise": 0 })), "no_open_shift");
}

#[test]
fn a_shift_is_one_operators_charge() {
    let mut shop = Shop::open();
    assert_eq!(shop.refuses("open_shift", json!({ "float_paise": 0 })), "shift_open_already");
    shop.signs_in("ramesh");
    assert_eq!(shop.refuses("scan", json!({ "code": "DIYA" })), "shift_open_already");
    assert_eq!(shop.refuses("close_shift", json!({ "counted_paise": 0 })), "shift_open_already");
    shop.signs_in("anil");
    shop.sells(&["DIYA"]);
    shop.call("close_shift", json!({ "counted_paise": 253_000 }));
    shop.must_verify();
}

#[test]
fn amounts_no_drawer_holds() {
    let mut shop = Shop::new();
    shop.signs_in("sunita");
    assert_eq!(shop.refuses("open_shift", json!({ "float_paise": -1 })), "amount_out_of_range");
    assert_eq!(shop.refuses("open_shift", json!({ "float_paise": 1_000_000_000_000_i64 })), "amount_out_of_range");
    shop.call("open_shift", json!({ "float_paise": 0 }));
    let nothing = json!({ "direction": "out", "paise": 0, "reason": "x" });
    assert_eq!(shop.refuses("move_cash", nothing), "amount_out_of_range");
    assert_eq!(shop.refuses("move_cash", json!({ "direction": "out", "paise": 5, "reason": " " })), "invalid_input");
}
