//! What the office's screens ask: what those chosen come to, settlements found by words, the code of a payment by UPI, and the
//! manager's home in figures.

use serde_json::{Value, json};
use tests::Shop;
use uuid::Uuid;

/// Reshma's share of a kurta of 2,199.
const KURTA: i64 = 167_542;

#[test]
fn those_who_are_chosen_are_summed_whether_the_list_shows_them_or_not() {
    let mut shop = Shop::that_pays();
    shop.sells(&["KURTA", "SURAHI"]);
    shop.days_pass(8);
    assert_eq!(shop.due("reshma")["left_days"], 7);
    let both = shop.call("view_due", json!({ "text": "nobody", "chosen": ["reshma", "sohit", "someone"] }));
    assert_eq!((&both["rows"], &both["chosen"]), (&json!([]), &json!(2)));
    let all = shop.call("view_due", json!({}));
    assert_eq!(both["chosen_net"], all["net"]);
    let one = shop.call("view_due", json!({ "chosen": ["reshma"] }));
    assert_eq!((&one["chosen_net"]["paise"], &one["chosen"]), (&json!(KURTA), &json!(1)));
    shop.settles("reshma");
    assert_eq!(shop.call("view_due", json!({ "chosen": ["reshma"] }))["chosen"], 0, "who waits is not settled again");
    shop.days_pass(9);
    assert_eq!(shop.due("sohit")["left_days"], -2);
}

#[test]
fn settlements_are_found_by_number_name_and_state() {
    let mut shop = Shop::that_pays();
    shop.sells(&["KURTA", "SURAHI"]);
    shop.days_pass(8);
    let posted: Vec<Value> = ["reshma", "sohit"].map(|id| shop.settles(id)).into();
    let sums = shop.call("view_payouts", json!({}));
    let total: i64 = posted.iter().map(|one| one["net"]["paise"].as_i64().unwrap()).sum();
    assert_eq!((&sums["to_approve"]["paise"], &sums["to_send"]["paise"]), (&json!(total), &json!(0)));
    shop.approves(&[&posted[0]]);
    assert_eq!(shop.call("view_payouts", json!({}))["to_send"], posted[0]["net"]);
    let found = |shop: &mut Shop, text: &str, state: Value| -> Vec<Value> {
        let view = shop.call("view_settlements", json!({ "text": text, "state": state }));
        view["rows"].as_array().unwrap().iter().map(|row| row["consignor"].clone()).collect()
    };
    assert_eq!(found(&mut shop, "h000001", Value::Null), ["reshma"]);
    assert_eq!(found(&mut shop, "सोहित", Value::Null), ["sohit"]);
    assert_eq!(found(&mut shop, "resma", json!("approved")), ["reshma"]);
    assert_eq!(found(&mut shop, "resma", json!("posted")), [""; 0]);
    assert_eq!(found(&mut shop, "village", Value::Null), ["sohit", "reshma"], "the newest first");
    assert_eq!(found(&mut shop, "%", Value::Null), [""; 0], "what is typed is no pattern");
}

#[test]
fn what_failed_is_looked_at_by_one_and_sent_again_by_two() {
    let mut shop = Shop::that_pays();
    shop.sells(&["KURTA"]);
    shop.days_pass(8);
    let posted = shop.settles("reshma");
    shop.approves(&[&posted]);
    shop.sends("bank", &[&posted]);
    assert_eq!(shop.call("view_payouts", json!({}))["on_way"], posted["net"]);
    shop.call("fail_payout", json!({ "settlement": posted["id"], "reason": "खाता बंद" }));
    let again = json!({ "id": Uuid::now_v7(), "rail": "bank", "settlements": [posted["id"]] });
    assert_eq!(shop.call("preview_bank_file", again.clone())["count"], 1);
    assert_eq!(shop.refuses("send_payouts", again), "second_person_needed");
}

#[test]
fn a_payment_by_upi_shows_its_code_once_it_is_on_its_way() {
    let mut shop = Shop::that_pays();
    shop.sells(&["KURTA", "SURAHI"]);
    shop.days_pass(8);
    let posted: Vec<Value> = ["reshma", "sohit"].map(|id| shop.settles(id)).into();
    shop.approves(&posted.iter().collect::<Vec<_>>());
    shop.signs_in("imran");
    let details = json!({ "holder": "Reshma Begum", "vpa": "reshma.b@upi" });
    shop.call("ask_bank", json!({ "consignor": "reshma", "details": details, "again": "reshma.b@upi" }));
    shop.signs_in("anil");
    shop.days_pass(1);
    shop.call("answer_bank", json!({ "consignor": "reshma", "allowed": true }));
    let proof = json!({ "consignor": "reshma", "reference": "600000000777", "name_at_bank": "RESHMA BEGUM" });
    shop.call("prove_account", proof);
    let code = |settlement: &Value| json!({ "settlement": settlement["id"] });
    assert_eq!(shop.refuses("show_payout_upi", code(&posted[0])), "settlement_elsewhere", "it is not sent yet");
    shop.sends("upi", &[&posted[0]]);
    shop.sends("bank", &[&posted[1]]);
    let shown = shop.call("show_payout_upi", code(&posted[0]));
    let number = posted[0]["number"].as_str().unwrap().replace('/', "");
    let uri = format!("upi://pay?pa=reshma.b@upi&pn=Reshma%20Begum&tn={number}&am=1675.42&cu=INR");
    assert_eq!((&shown["uri"], &shown["payee"]), (&json!(uri), &json!("••••.b@upi")));
    assert!(shown["size"].as_u64() > Some(20) && shown["path"].as_str().is_some_and(|path| !path.is_empty()));
    assert_eq!(shop.refuses("show_payout_upi", code(&posted[1])), "no_bank_account", "it went by the bank's file");
    shop.confirms(&posted[0]);
    assert_eq!(shop.refuses("show_payout_upi", code(&posted[0])), "settlement_elsewhere", "nobody is paid twice");
    shop.must_verify();
}

#[test]
fn the_home_tells_what_is_due_what_makers_earned_and_how_the_day_goes() {
    let mut shop = Shop::that_pays();
    let home = shop.call("view_home", json!({}));
    assert_eq!(
        (&home["figures"]["sales"], &home["figures"]["hours"], &home["due"]["artisans"]),
        (&json!(0), &json!([]), &json!(0))
    );
    let number = shop.sells(&["KURTA", "SURAHI"])["number"].clone();
    shop.clock.pass_minutes(125);
    shop.scans("DIYA");
    let due = shop.basket()["due"]["paise"].clone();
    shop.pays(json!([{ "kind": "upi", "paise": due }]));
    let home = shop.call("view_home", json!({}));
    let (figures, rows) = (&home["figures"], |list: &Value| list.as_array().unwrap().clone());
    let hours: Vec<i64> = rows(&figures["hours"]).iter().map(|bar| bar["of"].as_i64().unwrap()).collect();
    assert_eq!(hours, (10..=20).collect::<Vec<_>>(), "the hours a mart is open, with a sale or without");
    let parts: Vec<bool> = rows(&figures["hours"]).iter().map(|bar| bar["part"] != 0).collect();
    assert_eq!(parts[..4], [false, true, false, true]);
    assert_eq!((&figures["sales"], &figures["upi"], &figures["upi_sum"]["paise"]), (&json!(2), &json!(1), &due));
    let income = rows(&figures["income"]);
    assert_eq!(
        (income.len(), &income[22]["of"], &income[22]["part"], &income[21]["part"]),
        (23, &json!(23), &json!(100), &json!(0))
    );
    let makers: Vec<Value> = rows(&figures["makers"]).iter().map(|one| one["name"]["en"].clone()).collect();
    assert_eq!(makers.first(), Some(&json!("reshma")));
    let earned = figures["income_total"]["paise"].as_i64().unwrap();
    assert_eq!(earned, shop.payable("reshma") + shop.payable("sohit"));

    // What comes back is earned by nobody.
    let bill = shop.call("view_bill", json!({ "text": number }));
    let lines = json!([{ "line": 0, "quantity_milli": 1_000, "resellable": true }]);
    shop.call(
        "take_return",
        json!({ "id": bill["return_id"], "number": number, "lines": lines, "reason": "छोटा", "to_note": false }),
    );
    let home = shop.call("view_home", json!({}));
    assert_eq!(home["figures"]["income_total"]["paise"], json!(earned - KURTA));
    assert_eq!(home["due"]["artisans"], 0, "customers may still bring it back");

    shop.days_pass(17);
    let home = shop.call("view_home", json!({}));
    let due = &home["due"];
    assert_eq!((&due["late"], &due["overdue"], &due["oldest"][0]["days"]), (&json!(1), &due["payable"], &json!(2)));
    assert_eq!((&due["oldest"][0]["name"]["en"], &home["figures"]["sales"]), (&json!("sohit"), &json!(0)));
    assert!(home["health"]["entries"].as_i64() > Some(10) && home["health"]["status"]["saved"] == true);
}
