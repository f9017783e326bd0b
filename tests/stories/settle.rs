//! Settling: who is due what and since when, statements posted, withdrawn and approved, what comes back after it was paid.

use serde_json::{Value, json};
use tests::payouts::kavita;
use tests::{PIN, Shop};
use uuid::Uuid;

/// Reshma's share of a kurta of 2,199: 20 % margin off the taxable value.
const KURTA: i64 = 167_542;

fn takes_back(shop: &mut Shop, number: &Value, line: usize) {
    let bill = shop.call("view_bill", json!({ "text": number }));
    let lines = json!([{ "line": line, "quantity_milli": 1_000, "resellable": true }]);
    shop.call(
        "take_return",
        json!({ "id": bill["return_id"], "number": number, "lines": lines, "reason": "छोटा है", "to_note": false }),
    );
}

fn posts(shop: &mut Shop, consignor: &str) -> String {
    let total = shop.due(consignor)["net"]["paise"].clone();
    shop.refuses("post_settlements", json!({ "run": Uuid::now_v7(), "consignors": [consignor], "total_paise": total }))
}

#[test]
fn what_is_sold_is_held_then_payable_then_overdue() {
    let mut shop = Shop::that_pays();
    shop.sells(&["KURTA", "SURAHI"]);
    let due = shop.due("reshma");
    assert_eq!(
        (&due["held"]["paise"], &due["payable"]["paise"], &due["waits"]),
        (&json!(KURTA), &json!(0), &json!("nothing"))
    );
    assert_eq!(due["owed"]["paise"], json!(shop.payable("reshma")));
    shop.days_pass(7);
    let due = shop.due("reshma");
    assert_eq!(
        (&due["held"]["paise"], &due["payable"]["paise"], &due["net"]["paise"]),
        (&json!(0), &json!(KURTA), &json!(KURTA))
    );
    assert_eq!(
        (&due["days"], &due["overdue_days"], &due["waits"], &due["since"]),
        (&json!(7), &json!(0), &Value::Null, &json!("23-11-2026"))
    );
    shop.days_pass(9);
    assert_eq!(shop.due("reshma")["overdue_days"], json!(1));
    let late = shop.call("view_due", json!({ "filter": "overdue" }));
    assert_eq!((late["rows"].as_array().map(Vec::len), &late["overdue"]), (Some(2), &json!(2)));
    // Found by village or name in either script; the filter for the threshold finds nobody yet.
    for (text, many) in [("resma", 1), ("रेशमा", 1), ("गाँव", 2), ("xyz", 0)] {
        assert_eq!(
            shop.call("view_due", json!({ "text": text }))["rows"].as_array().map(Vec::len),
            Some(many),
            "{text}"
        );
    }
    assert_eq!(shop.call("view_due", json!({ "filter": "turnover" }))["rows"], json!([]));
    shop.must_verify();
}

#[test]
fn a_settlement_is_seen_posted_approved_by_another_and_never_posted_twice() {
    let mut shop = Shop::that_pays();
    let number = shop.sells(&["KURTA", "MOONJ", "SURAHI"])["number"].clone();
    shop.days_pass(8);
    let seen = shop.call("preview_settlement", json!({ "consignor": "reshma" }));
    assert_eq!(seen["rows"].as_array().map(Vec::len), Some(2));
    assert_eq!(seen["rows"][0]["bill"], number);
    let net = shop.due("reshma")["net"]["paise"].clone();
    assert_eq!(seen["figures"]["net"]["paise"], net, "{seen}");

    // What was sold since it was seen is not posted unseen.
    let run = json!({ "run": Uuid::now_v7(), "consignors": ["reshma"], "total_paise": net.as_i64().unwrap() - 1 });
    assert_eq!(shop.refuses("post_settlements", run), "due_changed");
    assert_eq!(shop.call("view_settlements", json!({}))["rows"], json!([]));

    let run = json!({ "run": Uuid::now_v7(), "consignors": ["reshma"], "total_paise": net });
    let posted = shop.call("post_settlements", run.clone());
    assert_eq!(posted["rows"][0]["number"], "LKO1A/26/H000001");
    assert_eq!(shop.call("post_settlements", run)["rows"], posted["rows"], "asked twice it is posted once");
    assert_eq!(posts(&mut shop, "reshma"), "nothing_to_settle");
    assert_eq!(shop.due("reshma")["unpaid"]["paise"], net);
    let told = shop.call("view_settlement", json!({ "number": "lko1a/26/h000001" }));
    assert_eq!((&told["rows"], &told["figures"]["net"]), (&seen["rows"], &seen["figures"]["net"]), "as it was seen");

    let ids = json!({ "settlements": [posted["rows"][0]["id"]] });
    assert_eq!(shop.refuses("approve_settlements", ids.clone()), "second_person_needed");
    let mut by_cashier = ids.clone();
    by_cashier["approval"] = json!({ "operator": "sunita", "pin": PIN });
    assert_eq!(shop.refuses("approve_settlements", by_cashier), "approval_needed");
    shop.approves(&[&posted["rows"][0]]);
    assert_eq!(shop.call("approve_settlements", ids.clone())["rows"][0]["state"], "approved", "once is enough");
    let mut late = ids;
    late["reason"] = json!("ग़लती");
    assert_eq!(shop.refuses("withdraw_settlements", late), "settlement_elsewhere", "what is approved stands");
    shop.must_verify();
}

#[test]
fn who_was_just_given_a_pin_by_the_poster_is_no_second_person() {
    let mut shop = Shop::that_pays();
    shop.sells(&["KURTA"]);
    shop.days_pass(8);
    let posted = shop.settles("reshma");
    let own = json!({ "id": "myself", "name": { "hi": "मैं", "en": "me" }, "role": "approver", "pin": "735162" });
    shop.call("set_operator", own);
    let by = json!({ "settlements": [posted["id"]], "approval": { "operator": "myself", "pin": "735162" } });
    assert_eq!(shop.refuses("approve_settlements", by.clone()), "second_person_new");
    // Nor one whose PIN the poster changed.
    let taken =
        json!({ "id": "kavita", "name": { "hi": "कविता", "en": "kavita" }, "role": "approver", "pin": "735163" });
    shop.call("set_operator", taken);
    let hers = json!({ "settlements": [posted["id"]], "approval": { "operator": "kavita", "pin": "735163" } });
    assert_eq!(shop.refuses("approve_settlements", hers), "second_person_new");
    shop.days_pass(1);
    assert_eq!(
        shop.call("approve_settlements", by)["rows"][0]["state"],
        "approved",
        "a day later others could have seen it"
    );
}

#[test]
fn who_set_the_poster_s_pin_is_no_second_person_of_theirs() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    shop.call("open_shift", json!({ "float_paise": 200_000 }));
    shop.sells(&["KURTA"]);
    shop.days_pass(8);
    let puppet = json!({ "id": "vimla", "name": { "hi": "विमला", "en": "Vimla" }, "role": "manager", "pin": "735162" });
    shop.call("set_operator", puppet);
    shop.call("sign_out", json!({}));
    shop.call("sign_in", json!({ "operator": "vimla", "pin": "735162" }));
    let posted = shop.settles("reshma");
    let bank = json!({ "holder": "Sohit", "account": "999988887777", "ifsc": "PUNB0123400" });
    shop.call("ask_bank", json!({ "consignor": "sohit", "details": bank, "again": "999988887777" }));
    shop.signs_in("anil");
    let approve = json!({ "settlements": [posted["id"]] });
    assert_eq!(shop.refuses("approve_settlements", approve.clone()), "second_person_new");
    let allow = json!({ "consignor": "sohit", "allowed": true });
    assert_eq!(shop.refuses("answer_bank", allow), "second_person_new");
    shop.days_pass(1);
    assert_eq!(shop.call("approve_settlements", approve)["rows"][0]["state"], "approved", "she could have seen it");
}

#[test]
fn a_withdrawn_settlement_frees_its_lines() {
    let mut shop = Shop::that_pays();
    shop.sells(&["KURTA"]);
    shop.days_pass(8);
    let before = shop.due("reshma");
    let posted = shop.settles("reshma");
    let input = |reason: &str| json!({ "settlements": [posted["id"]], "reason": reason });
    assert_eq!(shop.refuses("withdraw_settlements", input(" ")), "invalid_input");
    let gone = shop.call("withdraw_settlements", input("दाम ग़लत था"));
    assert_eq!((&gone["rows"][0]["state"], &gone["rows"][0]["reason"]), (&json!("withdrawn"), &json!("दाम ग़लत था")));
    assert_eq!(shop.call("withdraw_settlements", input("फिर")), gone, "once is enough");
    assert_eq!(shop.due("reshma"), before);
    let again = shop.settles("reshma");
    assert_eq!(again["number"], "LKO1A/26/H000002", "a number is never given twice");
    shop.must_verify();
}

#[test]
fn what_comes_back_before_it_is_settled_stands_beside_its_sale() {
    let mut shop = Shop::that_pays();
    let number = shop.sells(&["KURTA", "MOONJ"])["number"].clone();
    takes_back(&mut shop, &number, 0);
    let voided = shop.sells(&["KURTA"])["number"].clone();
    shop.call("void_sale", json!({ "number": voided, "reason": "ग़लत बिल" }));
    shop.days_pass(8);
    let seen = shop.call("preview_settlement", json!({ "consignor": "reshma" }));
    let kinds: Vec<&str> = seen["rows"].as_array().unwrap().iter().filter_map(|row| row["kind"].as_str()).collect();
    assert_eq!(kinds.iter().filter(|kind| **kind == "sale").count(), 3);
    assert_eq!(kinds.iter().filter(|kind| **kind != "sale").count(), 2);
    assert_eq!(seen["figures"]["net"]["paise"], json!(shop.payable("reshma")));
    shop.settles("reshma");
    assert_eq!(shop.due("reshma")["payable"]["paise"], 0);
    shop.must_verify();
}

#[test]
fn what_comes_back_after_it_was_paid_is_recovered_capped_and_carried() {
    let mut shop = Shop::that_pays();
    let number = shop.sells(&["KURTA"])["number"].clone();
    shop.days_pass(8);
    let first = shop.settles("reshma");
    shop.approves(&[&first]);
    shop.sends("bank", &[&first]);
    shop.confirms(&first);
    assert_eq!(shop.payable("reshma"), 0);
    takes_back(&mut shop, &number, 0);
    let due = shop.due("reshma");
    assert_eq!(
        (&due["to_recover"]["paise"], &due["owed"]["paise"], &due["overdue_days"]),
        (&json!(KURTA), &json!(-KURTA), &json!(0))
    );
    assert_eq!(posts(&mut shop, "reshma"), "nothing_to_settle", "nothing is collected");

    // Half of what she earns next, at most: 275 a basket, less tax and margin.
    shop.sells(&["MOONJ"]);
    shop.days_pass(8);
    let seen = shop.call("preview_settlement", json!({ "consignor": "reshma" }));
    let earned = 20_952;
    let figures = &seen["figures"];
    assert_eq!(
        (&figures["recovered"]["paise"], &figures["net"]["paise"]),
        (&json!(earned / 2), &json!(earned - earned / 2))
    );
    assert_eq!(seen["recoveries"][0]["row"]["against"], number, "it is named with its bill: {seen}");
    let second = shop.settles("reshma");
    shop.approves(&[&second]);
    let third = {
        shop.sells(&["MOONJ"]);
        shop.days_pass(8);
        shop.settles("reshma")
    };
    // Withdrawn in turn, nothing of what is to be recovered is lost.
    shop.call("withdraw_settlements", json!({ "settlements": [third["id"]], "reason": "देखना है" }));
    assert_eq!(shop.due("reshma")["to_recover"]["paise"], json!(KURTA - earned / 2));
    shop.must_verify();
}

#[test]
fn recoveries_survive_withdrawals_in_whatever_turn() {
    let mut shop = Shop::that_pays();
    let number = shop.sells(&["MOONJ"])["number"].clone();
    shop.days_pass(8);
    let paid = shop.settles("reshma");
    shop.approves(&[&paid]);
    takes_back(&mut shop, &number, 0);
    let mut posted = Vec::new();
    for _ in 0..2 {
        shop.sells(&["MOONJ"]);
        shop.days_pass(8);
        posted.push(shop.settles("reshma"));
    }
    assert_eq!(shop.due("reshma")["to_recover"]["paise"], 0, "two halves are the whole");
    for (one, left) in posted.iter().zip([20_952 / 2, 20_952]) {
        shop.call("withdraw_settlements", json!({ "settlements": [one["id"]], "reason": "देखना है" }));
        assert_eq!(shop.due("reshma")["to_recover"]["paise"], json!(left));
    }
    shop.must_verify();
}

#[test]
fn what_a_later_settlement_recovers_of_is_withdrawn_after_it() {
    let mut shop = Shop::that_pays();
    let number = shop.sells(&["KURTA"])["number"].clone();
    shop.days_pass(8);
    let first = shop.settles("reshma");
    takes_back(&mut shop, &number, 0);
    shop.sells(&["KURTA"]);
    shop.days_pass(8);
    let second = shop.settles("reshma");
    assert_eq!(second["net"]["paise"], json!(KURTA / 2), "half of it is recovered");
    let both = |ids: &[&Value]| json!({ "settlements": ids, "reason": "देखना है" });
    assert_eq!(shop.refuses("withdraw_settlements", both(&[&first["id"]])), "withdraw_later");
    shop.call("withdraw_settlements", both(&[&first["id"], &second["id"]]));
    let due = shop.due("reshma");
    assert_eq!(due["owed"]["paise"], json!(shop.payable("reshma")), "every paisa of it is in an open line");
    assert_eq!(due["net"]["paise"], json!(KURTA), "one came back, one is sold");
    shop.must_verify();
}

#[test]
fn losses_are_paid_and_what_is_found_again_is_recovered() {
    let mut shop = Shop::that_pays();
    let kurta = Uuid::from_u128(1);
    let lost = |id: u128, cause: &str| json!({ "id": Uuid::from_u128(id), "item": kurta, "owner": "consignor:reshma", "cause": cause, "qty_milli": 1_000, "note": "गिनती" });
    shop.call("adjust_stock", lost(900, "missing"));
    assert_eq!(shop.due("reshma")["payable"]["paise"], json!(KURTA), "who lost goods has waited long enough");
    let posted = shop.settles("reshma");
    let told = shop.call("view_settlement", json!({ "number": posted["number"] }));
    assert_eq!(told["figures"]["compensation"]["paise"], json!(KURTA));
    shop.call("adjust_stock", lost(901, "found"));
    assert_eq!(shop.due("reshma")["to_recover"]["paise"], json!(KURTA));
    shop.must_verify();
}

#[test]
fn commission_is_billed_with_its_gst_when_a_settlement_is_approved() {
    let mut shop = Shop::that_pays();
    let agreement = json!({ "consignor": "reshma", "version": 2, "from": "2026-11-24", "supply_mode": "A2", "commission_bps": 2_000,
        "discount_bearer": "shared" });
    shop.call("set_agreement", agreement);
    shop.days_pass(1);
    let number = shop.sells(&["KURTA"])["number"].clone();
    shop.days_pass(8);
    let posted = shop.settles("reshma");
    shop.approves(&[&posted]);
    let row = shop.call("view_settlements", json!({ "consignor": "reshma" }))["rows"][0].clone();
    assert_eq!(row["commission"], "LKO1A/26/F000001");
    // 2,199 less 5 % is 2,094.28; 20 % of it 418.86, and 9 % of that twice.
    let entry = shop.last_entry();
    let bill = &entry["fact"]["settlements"][0]["commission"];
    assert_eq!(
        (&bill["taxable_paise"], &bill["cgst_paise"], &bill["sgst_paise"]),
        (&json!(41_886), &json!(3_770), &json!(3_770))
    );
    assert_eq!(row["net"]["paise"], json!(209_428 - 41_886 - 7_540));

    // What comes back after it was settled brings a credit note once all of it is recovered.
    takes_back(&mut shop, &number, 0);
    shop.sells(&["KURTA"]);
    shop.sells(&["KURTA"]);
    shop.days_pass(8);
    let second = shop.settles("reshma");
    shop.approves(&[&second]);
    let entry = shop.last_entry();
    let one = &entry["fact"]["settlements"][0];
    assert_eq!(one["commission"]["taxable_paise"], json!(2 * 41_886), "two sold: {one}");
    assert_eq!(
        (&one["credit"]["number"], &one["credit"]["taxable_paise"]),
        (&json!("LKO1A/26/G000001"), &json!(-41_886)),
        "what came back was billed before, and is credited by itself"
    );
    let proof = shop.call("view_closing_proof", json!({}));
    let commission = proof["proofs"].as_array().unwrap().iter().find(|one| one["key"] == "commission").unwrap();
    assert_eq!((&commission["left"], &commission["holds"]), (&json!("837.72"), &json!(true)), "{commission}");
    shop.must_verify();
}

#[test]
fn a_maker_near_the_gst_threshold_is_warned_of() {
    let mut shop = Shop::that_pays();
    let low = json!({ "consignor": "reshma", "version": 2, "from": "2026-11-24", "supply_mode": "A1", "commission_bps": 2_000,
        "discount_bearer": "shared", "turnover_warning_bps": 5 });
    shop.call("set_agreement", low);
    shop.days_pass(1);
    shop.sells(&["KURTA"]);
    let row = shop.due("reshma");
    assert_eq!((&row["turnover"]["paise"], &row["turnover_limit"]["paise"]), (&json!(209_428), &json!(400_000_000)));
}

#[test]
fn only_the_office_till_settles_and_others_show_balances() {
    let mut shop = Shop::that_pays();
    shop.sells(&["KURTA"]);
    shop.days_pass(8);
    let net = shop.due("reshma")["net"]["paise"].clone();
    shop.sets_payout(json!({ "office_till": "2B" }));
    let view = shop.call("view_due", json!({}));
    assert_eq!(
        (&view["office"], &view["office_till"], &view["payable"]["paise"]),
        (&json!(false), &json!("2B"), &json!(KURTA))
    );
    let run = json!({ "run": Uuid::now_v7(), "total_paise": net });
    assert_eq!(shop.refuses("post_settlements", run), "not_office_till");
    let none = json!({ "settlements": [], "reason": "x", "approval": kavita() });
    assert_eq!(shop.refuses("withdraw_settlements", none), "not_office_till");
}
