//! Signing in and out, and who may do what.

use domain::operator::Role;
use serde_json::{Value, json};
use tests::{PIN, Shop};
use till::commands::{Access, LIST};
use till::store;

#[test]
fn wrong_pins_make_an_operator_wait_longer_and_longer() {
    let mut shop = Shop::new();
    let guess = |shop: &mut Shop, pin: &str| shop.refuses("sign_in", json!({ "operator": "sunita", "pin": pin }));
    for _ in 0..4 {
        assert_eq!(guess(&mut shop, "000000"), "wrong_pin");
    }
    assert_eq!(guess(&mut shop, "000000"), "pin_locked");
    assert_eq!(guess(&mut shop, PIN), "pin_locked", "even the right one waits");
    shop.restarts();
    assert_eq!(guess(&mut shop, PIN), "pin_locked", "and a restart does not help");
    shop.clock.pass_minutes(1);
    assert_eq!(guess(&mut shop, "000000"), "pin_locked", "one more wrong one");
    shop.clock.pass_minutes(1);
    shop.signs_in("sunita");
    assert_eq!(guess(&mut shop, "000000"), "wrong_pin", "the right one clears the count");
}

#[test]
fn nobody_unknown_signs_in() {
    let mut shop = Shop::new();
    assert_eq!(shop.refuses("sign_in", json!({ "operator": "nobody", "pin": PIN })), "unknown_operator");
    assert_eq!(shop.refuses("view_basket", json!({})), "not_signed_in");
}

#[test]
fn the_start_screen_shows_people_but_no_pins() {
    let mut shop = Shop::new();
    let start = shop.call("view_start", json!({}));
    assert_eq!(start["operators"].as_array().unwrap().len(), 5);
    assert!(start["operators"].as_array().unwrap().iter().all(|operator| operator["demo_pin"] == Value::Null));
    assert!(!start.to_string().contains("argon2"));
    shop.signs_in("sunita");
    assert_eq!(shop.call("view_start", json!({}))["signed_in"]["operator"]["id"], "sunita");
    assert_eq!(shop.call("sign_out", json!({}))["signed_in"], Value::Null);
}

#[test]
fn the_language_stays_as_chosen() {
    let mut shop = Shop::new();
    assert_eq!(shop.call("view_start", json!({}))["language"], "hi");
    shop.call("set_language", json!({ "language": "en" }));
    shop.restarts();
    assert_eq!(shop.call("view_start", json!({}))["language"], "en");
}

/// Every command as every role: what the list forbids is refused, whatever the input.
#[test]
fn the_permission_matrix_lets_nothing_through() {
    let mut shop = Shop::open();
    let people =
        [(Role::Cashier, "sunita"), (Role::Storekeeper, "imran"), (Role::Manager, "anil"), (Role::Approver, "kavita")];
    for (role, operator) in people {
        for command in LIST {
            let Access::Roles(roles) = command.access else { continue };
            shop.signs_in(operator);
            if !roles.contains(&role) {
                assert_eq!(shop.refuses(command.name, json!({})), "not_allowed", "{} as {role:?}", command.name);
            }
        }
    }
    shop.call("sign_out", json!({}));
    for command in LIST.iter().filter(|command| command.access != Access::Anyone) {
        assert_eq!(shop.refuses(command.name, json!({})), "not_signed_in", "{}", command.name);
    }
}

#[test]
fn a_manager_s_pin_widens_the_limits_for_one_thing_and_is_recorded() {
    let mut shop = Shop::open();
    shop.scans("KURTA");
    let discount = |approval: Value| {
        let mut input = json!({ "line": 0, "discount_paise": 22_000 });
        if !approval.is_null() {
            input["approval"] = approval;
        }
        input
    };
    assert_eq!(shop.refuses("discount_line", discount(Value::Null)), "discount_over_limit");
    let by = |operator: &str, pin: &str| discount(json!({ "operator": operator, "pin": pin }));
    assert_eq!(shop.refuses("discount_line", by("anil", "000000")), "wrong_pin");
    assert_eq!(
        shop.refuses("discount_line", by("ramesh", PIN)),
        "discount_over_limit",
        "a colleague has no more to give"
    );
    assert_eq!(shop.refuses("discount_line", by("sunita", PIN)), "approval_needed", "nobody approves their own");
    shop.call("discount_line", by("anil", PIN));
    assert_eq!(shop.refuses("discount_line", json!({ "line": 0, "discount_paise": 33_000 })), "discount_over_limit");
    let due = shop.basket()["due"]["paise"].clone();
    shop.pays(json!([{ "kind": "cash", "given_paise": due }]));
    shop.sells(&["DIYA"]);
    let db = store::open_to_read(&shop.db).unwrap();
    let approved = |number: &str| store::sale::by_number(&db, number).unwrap().unwrap().payload.approved_by;
    assert_eq!(approved("LKO1A/26/T000001").as_deref(), Some("anil"));
    assert_eq!(approved("LKO1A/26/T000002"), None, "the next sale has the cashier's own limits");
    shop.must_verify();
}
