//! The shift, from float to count, hand-over and cash moved in between.

use domain::entry::{Fact, Payload};
use serde_json::{Value, json};
use tests::{PIN, Shop};
use till::commands::{Effect, LIST};
use till::store;

#[test]
fn a_day_from_float_to_count() {
    let mut shop = Shop::open();
    shop.sells(&["DIYA"]);
    shop.scans("KURTA");
    shop.pays(json!([{ "kind": "upi", "paise": 219_900 }]));
    shop.call("move_cash", json!({ "movement": "drop", "count": { "note500": 2 }, "reason": "तिजोरी में" }));
    shop.call("move_cash", json!({ "movement": "paid_in", "paise": 5_000, "reason": "छुट्टे" }));
    shop.call("move_cash", json!({ "movement": "paid_out", "paise": 3_000, "reason": "चाय" }));
    let closed = shop.call("close_shift", json!({ "counted_paise": 154_000 }));
    assert_eq!(closed["expected"]["text"], "1,550.00");
    assert_eq!(closed["difference"]["text"], "\u{2212}10.00");
    assert_eq!((&closed["sales"], &closed["upi"]["text"]), (&json!(2), &json!("2,199.00")));
    assert_eq!((&closed["dropped"]["text"], &closed["cash_in"]["text"]), (&json!("1,000.00"), &json!("50.00")));
    assert_eq!(closed["paid_out"]["text"], "30.00");
    assert_eq!(shop.refuses("scan", json!({ "code": "DIYA" })), "no_open_shift");
    assert_eq!(shop.call("open_shift", json!({ "float_paise": 0 }))["number"], 2);
    shop.must_verify();
    let db = store::open_to_read(&shop.db).unwrap();
    let balance = |account: &str| store::sale::balance_from(&db, account, 1).unwrap().0;
    assert_eq!(balance("drawer"), 0);
    assert_eq!(balance("petty_expenses"), 3_000, "tea is an expense");
    assert_eq!(balance("safe"), -200_000 + 100_000 - 5_000 + 154_000, "the drop is in the safe, the change came out");
    assert_eq!(balance("cash_over_short"), 1_000);
}

#[test]
fn cash_is_counted_by_notes_and_coins() {
    let mut shop = Shop::new();
    shop.signs_in("sunita");
    let seen = shop.call("view_count", json!({ "note500": 3, "coin10": 2, "note10": 4 }));
    assert_eq!(seen["sum"]["rupees"], "₹1,560");
    let rows = seen["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 11, "no row for the withdrawn note");
    assert_eq!((&rows[0]["rupees"], &rows[0]["amount"]["text"]), (&json!("500"), &json!("1,500.00")));
    assert_eq!(shop.refuses("view_count", json!({ "note2000": 1 })), "note_not_taken");
    assert_eq!(shop.refuses("view_count", json!({ "note1000": 1 })), "invalid_input");
    assert_eq!(shop.refuses("view_count", json!({ "note500": -1 })), "invalid_input");
    assert_eq!(shop.refuses("view_count", json!({ "note500": 4_000_000_000_u32 })), "amount_out_of_range");
    let both = json!({ "float_paise": 5, "count": { "coin1": 1 } });
    assert_eq!(shop.refuses("open_shift", both), "invalid_input", "either a count or a sum");
    assert_eq!(shop.refuses("open_shift", json!({})), "invalid_input");
    assert_eq!(shop.call("open_shift", json!({ "count": { "note100": 20 } }))["float"]["paise"], 200_000);
    let closed = shop.call("close_shift", json!({ "count": { "note100": 19, "coin20": 5 } }));
    assert_eq!(closed["difference"]["paise"], 0);
    let z = shop.call("view_shift_report", json!({ "number": 1 }));
    assert_eq!(z["counts"][0]["rows"].as_array().unwrap().len(), 2, "the count by pieces is kept");
    shop.must_verify();
}

/// Whatever a cashier may look at before the count, the cash expected is nowhere in it.
#[test]
fn nothing_tells_a_cashier_the_expected_cash_before_the_count() {
    let mut shop = Shop::open();
    shop.sells(&["DIYA", "KURTA"]);
    shop.sells(&["BANGLE"]);
    shop.call("move_cash", json!({ "movement": "drop", "paise": 77_700, "reason": "तिजोरी" }));
    let expected = 200_000 + 53_000 + 219_900 + 12_000 - 77_700;
    let inputs = [json!({}), json!({ "number": null }), json!({ "number": 1 }), json!({ "text": "diya", "limit": 5 })];
    let mut looked = 0;
    for command in LIST.iter().filter(|command| command.effect == Effect::Reads) {
        for input in &inputs {
            if let Ok(seen) = till::commands::run(shop.desk(), command.name, input.clone()) {
                looked += 1;
                let text = seen.to_string();
                let tells = text.contains(&expected.to_string()) || text.contains("4,072.00");
                assert!(!tells, "{} tells it: {text}", command.name);
            }
        }
    }
    assert!(looked > 6, "only {looked} answers were looked at");
    let x = shop.call("view_shift_report", json!({ "number": null }));
    assert_eq!((&x["cash"], &x["tenders"], &x["sales"]), (&Value::Null, &Value::Null, &json!(2)));
    shop.signs_in("anil");
    let x = shop.call("view_shift_report", json!({ "number": null }));
    assert_eq!(x["cash"]["expected"]["paise"], expected, "a manager may see it");
    shop.signs_in("sunita");
    shop.call("count_drawer", json!({ "counted_paise": expected }));
    let x = shop.call("view_shift_report", json!({ "number": null }));
    assert_eq!(x["cash"]["difference"]["paise"], 0, "and the cashier once it is counted");
    shop.sells(&["DIYA"]);
    let x = shop.call("view_shift_report", json!({ "number": null }));
    assert_eq!(x["cash"], Value::Null, "until the drawer moves again");
}

#[test]
fn what_was_first_counted_stays_however_often_it_is_counted_again() {
    let mut shop = Shop::open();
    let first = shop.call("count_drawer", json!({ "count": { "note500": 3 } }));
    assert_eq!((&first["closed"], &first["difference"]["paise"]), (&json!(false), &json!(-50_000)));
    shop.restarts();
    shop.call("count_drawer", json!({ "counted_paise": 190_000 }));
    let closed = shop.call("close_shift", json!({ "counted_paise": 200_000 }));
    assert_eq!((&closed["first_counted"]["paise"], &closed["difference"]["paise"]), (&json!(150_000), &json!(0)));
    let z = shop.call("view_shift_report", json!({ "number": 1 }));
    let counts: Vec<i64> =
        z["counts"].as_array().unwrap().iter().map(|one| one["amount"]["paise"].as_i64().unwrap()).collect();
    assert_eq!(counts, [150_000, 190_000, 200_000]);
    shop.must_verify();
}

#[test]
fn a_shift_is_handed_over_with_both_pins() {
    let mut shop = Shop::open();
    shop.sells(&["DIYA"]);
    shop.scans("KURTA");
    let over = |pin: &str, to: &str, their: &str| json!({ "counted_paise": 252_000, "pin": pin, "to": { "operator": to, "pin": their } });
    assert_eq!(shop.refuses("hand_over", over("000000", "ramesh", PIN)), "wrong_pin");
    assert_eq!(shop.refuses("hand_over", over(PIN, "ramesh", "000000")), "wrong_pin");
    assert_eq!(shop.refuses("hand_over", over(PIN, "imran", PIN)), "not_allowed", "a storekeeper does not sell");
    assert_eq!(shop.refuses("hand_over", over(PIN, "sunita", PIN)), "invalid_input", "not to oneself");
    let before = shop.verified().entries;
    let closed = shop.call("hand_over", over(PIN, "ramesh", PIN));
    assert_eq!(closed["difference"]["paise"], -1_000, "the difference is the first one's");
    assert_eq!(shop.verified().entries, before + 1, "one thing that happened is one entry");
    let start = shop.call("view_start", json!({}));
    assert_eq!(start["signed_in"]["operator"]["id"], "ramesh");
    assert_eq!(start["signed_in"]["shift"]["float"]["paise"], 252_000);
    assert_eq!(shop.basket()["lines"].as_array().unwrap().len(), 1, "the open basket stays");
    shop.restarts();
    shop.pays(json!([{ "kind": "cash", "given_paise": 219_900 }]));
    let closed = shop.call("close_shift", json!({ "counted_paise": 252_000 + 219_900 }));
    assert_eq!((&closed["number"], &closed["difference"]["paise"]), (&json!(2), &json!(0)));
    shop.signs_in("anil");
    let z = shop.call("view_shift_report", json!({ "number": 1 }));
    assert_eq!((&z["handed_to"]["hi"], &z["closed_by"]["hi"]), (&json!("ramesh"), &json!("sunita")));
    shop.must_verify();
    let db = store::open_to_read(&shop.db).unwrap();
    assert_eq!(store::sale::balance_from(&db, "drawer", 1).unwrap().0, 0);
}

#[test]
fn a_large_expense_needs_a_manager() {
    let mut shop = Shop::open();
    let expense = |paise: i64| json!({ "movement": "paid_out", "paise": paise, "reason": "बिजली का बिल" });
    shop.call("move_cash", expense(50_000));
    assert_eq!(shop.refuses("move_cash", expense(50_100)), "paid_out_over_limit");
    let mut approved = expense(50_100);
    approved["approval"] = json!({ "operator": "anil", "pin": PIN });
    shop.call("move_cash", approved);
    let db = store::open_to_read(&shop.db).unwrap();
    let (last, _) = store::journal::head(&db).unwrap();
    let payload: Payload = serde_json::from_slice(&store::journal::payload(&db, last).unwrap().unwrap()).unwrap();
    assert!(matches!(payload.fact, Fact::CashMoved(_)));
    assert_eq!(payload.approved_by.as_deref(), Some("anil"));
    shop.must_verify();
}

#[test]
fn without_a_shift_nothing_is_sold() {
    let mut shop = Shop::new();
    shop.signs_in("sunita");
    assert_eq!(shop.refuses("scan", json!({ "code": "DIYA" })), "no_open_shift");
    assert_eq!(shop.refuses("close_shift", json!({ "counted_paise": 0 })), "no_open_shift");
    assert_eq!(shop.refuses("count_drawer", json!({ "counted_paise": 0 })), "no_open_shift");
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
    // To the safe a cashier takes much more alone, but not any amount.
    let safe = |paise: i64| json!({ "movement": "drop", "paise": paise, "reason": "तिजोरी" });
    shop.call("move_cash", safe(5_000_000));
    assert_eq!(shop.refuses("move_cash", safe(5_000_100)), "drop_over_limit");
    let mut approved = safe(5_000_100);
    approved["approval"] = json!({ "operator": "anil", "pin": PIN });
    shop.call("move_cash", approved);
    assert_eq!(shop.last_entry()["approved_by"], "anil");
    let nothing = json!({ "movement": "drop", "paise": 0, "reason": "x" });
    assert_eq!(shop.refuses("move_cash", nothing), "amount_out_of_range");
    assert_eq!(shop.refuses("move_cash", json!({ "movement": "drop", "paise": 5, "reason": " " })), "invalid_input");
}
