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

/// Facts of a kind in the journal, oldest first.
fn facts(shop: &Shop, kind: &str) -> Vec<Value> {
    let db = store::open_to_read(&shop.db).unwrap();
    let (head, _) = store::journal::head(&db).unwrap();
    let payloads = (1..=head).map(|seq| store::journal::payload(&db, seq).unwrap().unwrap());
    payloads
        .map(|bytes| serde_json::from_slice::<Value>(&bytes).unwrap())
        .filter(|payload| payload["kind"] == kind)
        .collect()
}

#[test]
fn ten_wrong_pins_need_a_manager_and_each_lock_is_a_fact() {
    let mut shop = Shop::new();
    let guess = |shop: &mut Shop| shop.refuses("sign_in", json!({ "operator": "sunita", "pin": "000000" }));
    for _ in 0..4 {
        guess(&mut shop);
    }
    assert_eq!(facts(&shop, "pin_refused").len(), 0, "a slip of the finger is no fact");
    for _ in 5..10 {
        assert_eq!(guess(&mut shop), "pin_locked");
        shop.clock.pass_minutes(16);
    }
    assert_eq!(guess(&mut shop), "pin_needs_manager");
    shop.clock.pass_minutes(24 * 60);
    shop.restarts();
    let right = json!({ "operator": "sunita", "pin": PIN });
    assert_eq!(shop.refuses("sign_in", right.clone()), "pin_needs_manager", "no waiting helps");
    let refused = facts(&shop, "pin_refused");
    assert_eq!((refused.len(), &refused[5]["fact"]["failures"]), (6, &json!(10)));
    assert_eq!((&refused[0]["fact"]["wait_seconds"], &refused[5]["fact"]["wait_seconds"]), (&json!(30), &Value::Null));
    assert!(!refused[5].to_string().contains("000000"), "no PIN is kept");

    shop.signs_in("ramesh");
    let unlock = json!({ "operator": "sunita" });
    assert_eq!(shop.refuses("unlock_operator", unlock.clone()), "approval_needed");
    shop.signs_in("anil");
    let seen = shop.call("view_people", json!({}));
    assert!(seen["people"].as_array().unwrap().iter().any(|one| one["id"] == "sunita" && one["shut_out"] == true));
    shop.call("unlock_operator", unlock);
    assert_eq!(facts(&shop, "operator_unlocked")[0]["operator"], "anil");
    shop.call("sign_in", right);
    shop.must_verify();
}

#[test]
fn guesses_never_shut_out_the_last_manager() {
    let mut shop = Shop::new();
    for _ in 0..14 {
        shop.refuses("sign_in", json!({ "operator": "anil", "pin": "000000" }));
        shop.clock.pass_minutes(16);
    }
    shop.signs_in("anil");
    shop.must_verify();
}

#[test]
fn a_pin_is_the_same_in_devanagari_digits() {
    let mut shop = Shop::open();
    shop.call("sign_in", json!({ "operator": "sunita", "pin": "४८२९१३" }));
    shop.signs_in("anil");
    let person = json!({ "id": "meena", "name": { "hi": "मीना", "en": "Meena" }, "role": "cashier", "pin": "४७२९१३" });
    shop.call("set_operator", person);
    shop.call("sign_in", json!({ "operator": "meena", "pin": "472913" }));
}

#[test]
fn a_locked_screen_does_nothing_until_a_pin_and_keeps_everything() {
    let mut shop = Shop::open();
    shop.scans("DIYA");
    let start = shop.call("lock_screen", json!({}));
    assert_eq!((&start["locked"], &start["lock_minutes"]), (&json!(true), &json!(5)));
    assert_eq!(start["signed_in"]["operator"]["id"], "sunita", "the same one may go on");
    for command in LIST.iter().filter(|command| command.access != Access::Anyone) {
        assert_eq!(shop.refuses(command.name, json!({})), "screen_locked", "{}", command.name);
    }
    shop.restarts();
    assert_eq!(shop.refuses("view_basket", json!({})), "screen_locked", "a restart does not open it");
    assert_eq!(shop.refuses("sign_in", json!({ "operator": "sunita", "pin": "000000" })), "wrong_pin");
    shop.signs_in("sunita");
    assert_eq!(shop.basket()["lines"].as_array().unwrap().len(), 1);
    shop.call("lock_screen", json!({}));
    shop.signs_in("anil");
    assert_eq!(shop.basket()["lines"].as_array().unwrap().len(), 1, "another may sign in over it");
}

#[test]
fn people_change_without_a_new_pin_and_have_limits_of_their_own() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let person = |more: Value| {
        let mut person = json!({ "id": "sunita", "name": { "hi": "सुनीता", "en": "Sunita" }, "role": "cashier" });
        person.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        person
    };
    let limits = json!({ "limits": { "discount_bps": 1_500, "paid_out_paise": 0 } });
    shop.call("set_operator", person(limits));
    assert_eq!(shop.refuses("set_operator", person(json!({ "pin": "123456" }))), "pin_trivial");
    assert_eq!(shop.refuses("set_operator", person(json!({ "limits": { "discount_bps": 10_001 } }))), "invalid_input");
    let stranger = json!({ "id": "new", "name": { "hi": "नया", "en": "New" }, "role": "cashier" });
    assert_eq!(shop.refuses("set_operator", stranger), "invalid_input", "someone new needs a PIN");
    shop.signs_in("sunita");
    shop.call("open_shift", json!({ "float_paise": 100_000 }));
    shop.scans("KURTA");
    shop.call("discount_line", json!({ "line": 0, "discount_paise": 32_000 }));
    assert_eq!(shop.refuses("discount_line", json!({ "line": 0, "discount_paise": 33_500 })), "discount_over_limit");
    let tea = json!({ "movement": "paid_out", "paise": 1_000, "reason": "चाय" });
    assert_eq!(shop.refuses("move_cash", tea), "paid_out_over_limit");
    shop.signs_in("anil");
    shop.call("set_operator", person(json!({ "active": false })));
    assert_eq!(shop.refuses("sign_in", json!({ "operator": "sunita", "pin": PIN })), "unknown_operator");
    shop.call("set_operator", person(json!({})));
    shop.signs_in("sunita");
    shop.must_verify();
}

#[test]
fn the_look_of_a_till_is_kept_and_anyone_may_change_it() {
    let mut shop = Shop::new();
    assert_eq!(
        shop.call("view_start", json!({}))["look"],
        json!({ "theme": "auto", "sound": true, "digits": "latin" })
    );
    let evening = json!({ "theme": "dark", "sound": false, "digits": "devanagari" });
    assert_eq!(shop.call("set_look", evening.clone())["look"], evening);
    shop.restarts();
    assert_eq!(shop.call("view_start", json!({}))["look"], evening);
    for wrong in [json!({ "theme": "pink", "sound": true, "digits": "latin" }), json!({ "theme": "dark" })] {
        assert_eq!(shop.refuses("set_look", wrong), "invalid_input");
    }
}

#[test]
fn a_window_that_finds_the_till_busy_opens_it_later_with_nobody_signed_in() {
    let mut shop = Shop::open();
    shop.sells(&["DIYA"]);
    // The other program still holds the till when the window begins, as one that was killed does for a moment.
    let host = till::host::Host::open(&shop.db);
    host.at_window_start();
    let refused = host.call("view_start", json!({})).expect_err("it is held");
    assert_eq!(refused["code"], "already_running");
    shop.closes();
    let start = host.call("view_start", json!({})).expect("it opens");
    assert_eq!(start["signed_in"], json!(null), "nobody showed a PIN");
}
