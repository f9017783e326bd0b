//! A clock that jumps is asked about once, recorded, and stops nothing.

use serde_json::json;
use tests::{PIN, Shop};

#[test]
fn a_dead_battery_sells_on_and_a_manager_answers_once() {
    let mut shop = Shop::open();
    shop.sells(&["DIYA"]);
    assert_eq!(shop.refuses("accept_clock", json!({ "manager": "anil", "pin": PIN })), "clock_not_jumped");
    shop.clock.pass_minutes(-17 * 365 * 24 * 60);
    let status = shop.call("view_status", json!({}));
    assert_eq!((&status["clock"], &status["business_date"]), (&json!("jumped"), &json!("2026-11-23")));
    assert_eq!(shop.sells(&["DIYA"])["number"], "LKO1A/26/T000002", "selling goes on, in the right year's series");
    shop.clock.pass_minutes(17 * 365 * 24 * 60);
    assert_eq!(shop.call("view_status", json!({}))["clock"], "jumped", "until someone answers for it");
    assert_eq!(shop.refuses("accept_clock", json!({ "manager": "sunita", "pin": PIN })), "not_a_manager");
    assert_eq!(shop.refuses("accept_clock", json!({ "manager": "anil", "pin": "000000" })), "wrong_pin");
    assert_eq!(shop.call("accept_clock", json!({ "manager": "anil", "pin": PIN }))["clock"], "ok");
    shop.restarts();
    assert_eq!(shop.call("view_status", json!({}))["clock"], "ok", "asked once");
    shop.must_verify();
}

#[test]
fn the_business_date_waits_for_a_clock_that_ran_ahead() {
    let mut shop = Shop::open();
    shop.clock.pass_minutes(3 * 24 * 60);
    shop.sells(&["DIYA"]);
    assert_eq!(shop.call("view_status", json!({}))["business_date"], "2026-11-23");
    let status = shop.call("accept_clock", json!({ "manager": "anil", "pin": PIN }));
    assert_eq!(status["business_date"], "2026-11-26", "it was right after all");
    shop.must_verify();
}
