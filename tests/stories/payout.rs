//! Paying: by bank file, UPI and voucher, what the bank answers, what fails and is sent again, advances, proven accounts.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tests::payouts::{kavita, reply};
use tests::{PIN, Shop};
use uuid::Uuid;

/// Both consignors have sold and were settled and approved.
fn approved() -> (Shop, Vec<Value>) {
    let mut shop = Shop::that_pays();
    shop.sells(&["KURTA", "SURAHI"]);
    shop.days_pass(8);
    let posted: Vec<Value> = ["reshma", "sohit"].map(|id| shop.settles(id)).into();
    shop.approves(&posted.iter().collect::<Vec<_>>());
    (shop, posted)
}

fn send(shop: &mut Shop, rail: &str, settlement: &Value) -> String {
    shop.refuses("send_payouts", json!({ "id": Uuid::now_v7(), "rail": rail, "settlements": [settlement["id"]] }))
}

fn confirm(settlement: &Value, reference: &str) -> Value {
    json!({ "settlement": settlement["id"], "reference": reference, "paise": settlement["net"]["paise"] })
}

#[test]
fn a_bank_file_is_made_once_with_its_totals_and_an_edited_one_is_known() {
    let (mut shop, posted) = approved();
    let ids: Vec<&Value> = posted.iter().map(|one| &one["id"]).collect();
    let input = json!({ "id": Uuid::now_v7(), "rail": "bank", "settlements": ids });
    let seen = shop.call("preview_bank_file", input.clone());
    let text = seen["text"].as_str().unwrap();
    assert!(text.contains("XXXXXXXX5678") && !text.contains("003412345678"), "accounts are masked on the screen");
    let total: i64 = posted.iter().map(|one| one["net"]["paise"].as_i64().unwrap()).sum();
    assert_eq!((&seen["count"], &seen["total"]["paise"]), (&json!(2), &json!(total)));

    let sent = shop.call("send_payouts", input.clone());
    assert_eq!(
        (&sent["sha256"], &sent["file"], &sent["total"]["paise"]),
        (&seen["sha256"], &json!("whole"), &json!(total))
    );
    let path = sent["path"].as_str().unwrap().to_owned();
    let bytes = std::fs::read(&path).unwrap();
    assert_eq!(data_encoding::HEXLOWER.encode(&Sha256::digest(&bytes)), sent["sha256"].as_str().unwrap());
    let first = String::from_utf8(bytes.clone()).unwrap().lines().nth(1).unwrap().to_owned();
    assert!(first.starts_with("N,RESHMA,003412345678,1675.42,RESHMA,LKO1A26H000001,PUNB0123400,PUNB,"), "{first}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600, "nobody else reads accounts");
    }
    assert_eq!(shop.call("send_payouts", input)["path"], path, "asked twice it is sent once");
    assert_eq!(send(&mut shop, "bank", &posted[0]), "settlement_elsewhere", "nobody is paid twice");
    assert_eq!(shop.call("check_bank_file", json!({ "id": sent["id"] }))["file"], "whole");

    std::fs::write(&path, String::from_utf8(bytes).unwrap().replace("003412345678", "999999999999")).unwrap();
    assert_eq!(shop.refuses("check_bank_file", json!({ "id": sent["id"] })), "bank_file_edited");
    assert_eq!(shop.call("view_payouts", json!({}))["files"][0]["file"], "edited");
    std::fs::remove_file(&path).unwrap();
    assert_eq!(shop.refuses("check_bank_file", json!({ "id": sent["id"] })), "bank_file_gone");
    shop.must_verify();
}

#[test]
fn a_payout_is_confirmed_by_a_reference_that_was_never_used() {
    let (mut shop, posted) = approved();
    assert_eq!(shop.refuses("confirm_payout", confirm(&posted[0], "600000000001")), "settlement_elsewhere", "not sent");
    shop.sends("bank", &posted.iter().collect::<Vec<_>>());
    let before = shop.payable("reshma");
    assert_eq!(shop.refuses("confirm_payout", confirm(&posted[0], "123")), "reference_wrong");
    let reference = shop.confirms(&posted[0]);
    assert_eq!(shop.payable("reshma"), before - posted[0]["net"]["paise"].as_i64().unwrap());
    assert_eq!(shop.call("confirm_payout", confirm(&posted[0], &reference))["state"], "confirmed", "the same again");
    assert_eq!(shop.refuses("confirm_payout", confirm(&posted[1], &reference)), "reference_used");
    assert_eq!(shop.refuses("confirm_payout", confirm(&posted[0], "600000000099")), "settlement_elsewhere");
    let message = shop.count("SELECT count(*) FROM maker_message WHERE consignor = 'reshma' AND text LIKE '%H000001%'");
    assert_eq!(message, 1, "the message waits for the centre");
    shop.must_verify();
}

#[test]
fn the_bank_s_reply_is_taken_whole_or_not_at_all() {
    let (mut shop, posted) = approved();
    shop.sends("bank", &posted.iter().collect::<Vec<_>>());
    let rupees = |place: usize| posted[place]["net"]["text"].as_str().unwrap().to_owned();
    let (one, two) = (rupees(0), rupees(1));
    let csv = |rows: &str| reply(&format!("Ref,Amount,UTR,Status,Reason\n{rows}"));
    let fault = |shop: &mut Shop, rows: &str| {
        let view = shop.call("preview_bank_reply", csv(rows));
        let code = shop.refuses("take_bank_reply", csv(rows));
        assert_eq!(code, "reply_refused");
        view["rows"].as_array().unwrap().iter().find_map(|row| row["fault"].as_str()).unwrap_or_default().to_owned()
    };
    let good = format!("LKO1A26H000001,\"{one}\",PUNBN26330000123,SUCCESS,\n");
    for (rows, what) in [
        (format!("LKO1A26H000009,{two},PUNBN26330000124,SUCCESS,\n"), "unknown_settlement"),
        (format!("{good}LKO1A26H000002,1.00,PUNBN26330000124,SUCCESS,\n"), "other_amount"),
        (format!("LKO1A26H000002,\"{two}\",PUNB,SUCCESS,\n"), "reference_wrong"),
        (format!("LKO1A26H000002,\"{two}\",PUNBN26330000124,PERHAPS,\n"), "unknown_status"),
        ("LKO1A26H000002,=1+1,PUNBN26330000124,SUCCESS,\n".to_owned(), "formula"),
        (format!("LKO1A26H000002,\"{two}\",@SUM(A1),SUCCESS,\n"), "formula"),
        (format!("{good}LKO1A26H000002,\"{two}\",PUNBN26330000123,SUCCESS,\n"), "reference_twice"),
        (format!("{good}{good}"), "settlement_twice"),
    ] {
        assert_eq!(fault(&mut shop, &rows), what, "{rows}");
    }
    let both = format!("{good}LKO1A/26/H000002,\"{two}\",,FAILED,खाता बंद है\n");
    assert_eq!(shop.refuses("take_bank_reply", csv(&format!("{both}TOTAL,1.00,,,\n"))), "reply_totals");
    assert_eq!(shop.refuses("preview_bank_reply", reply("a,b\n1,2\n")), "import_columns");
    assert_eq!(shop.refuses("preview_bank_reply", json!({ "content_base64": "UEsDBA==" })), "not_a_csv");
    assert_eq!(shop.call("view_payouts", json!({}))["sent"].as_array().map(Vec::len), Some(2), "nothing was taken");

    let seen = shop.call("preview_bank_reply", csv(&both));
    assert_eq!((&seen["paid"], &seen["failed"], &seen["faults"]), (&json!(1), &json!(1), &json!(0)));
    shop.call("take_bank_reply", csv(&both));
    let view = shop.call("view_payouts", json!({}));
    assert_eq!((&view["sent"], &view["failed"][0]["reason"]), (&json!([]), &json!("खाता बंद है")));
    // The same file again changes nothing of what arrived.
    assert_eq!(shop.call("preview_bank_reply", csv(&good))["known"], 1);
    shop.call("take_bank_reply", csv(&good));
    shop.must_verify();
}

#[test]
fn what_failed_is_sent_again_by_two_people_and_what_came_back_is_owed_again() {
    let (mut shop, posted) = approved();
    let one = &posted[0];
    shop.sends("bank", &[one]);
    shop.call("fail_payout", json!({ "settlement": one["id"], "reason": "खाता नहीं मिला" }));
    assert_eq!(send(&mut shop, "bank", one), "second_person_needed", "a typed failure pays nobody twice");
    let again = json!({ "id": Uuid::now_v7(), "rail": "bank", "settlements": [one["id"]], "approval": kavita() });
    shop.call("send_payouts", again);
    shop.confirms(one);
    let paid = shop.payable("reshma");
    // Days later the bank gives it back.
    shop.call("fail_payout", json!({ "settlement": one["id"], "reason": "बैंक ने लौटाया" }));
    assert_eq!(shop.payable("reshma"), paid + one["net"]["paise"].as_i64().unwrap());
    assert_eq!(shop.due("reshma")["owed"]["paise"], json!(shop.payable("reshma")));
    let again = json!({ "id": Uuid::now_v7(), "rail": "bank", "settlements": [one["id"]], "approval": kavita() });
    shop.call("send_payouts", again);
    shop.confirms(one);
    assert_eq!(shop.payable("reshma"), paid);
    assert_eq!(
        shop.refuses("fail_payout", json!({ "settlement": posted[1]["id"], "reason": "x" })),
        "settlement_elsewhere"
    );
    shop.must_verify();
}

#[test]
fn cash_goes_against_a_signed_voucher_under_the_cap() {
    let (mut shop, posted) = approved();
    let safe = "SELECT coalesce(sum(paise), 0) FROM posting WHERE account = 'safe'";
    let before = shop.count(safe);
    let sent = shop.sends("cash", &[&posted[0]]);
    assert_eq!(sent["payouts"][0]["reference"], "LKO1A/26/V000001");
    assert_eq!(shop.count(safe), before, "nothing is paid before the voucher is signed");
    shop.call("confirm_payout", confirm(&posted[0], ""));
    assert_eq!(shop.count(safe), before - posted[0]["net"]["paise"].as_i64().unwrap());

    // Two vouchers of a day add up: 5,000 is the mart's limit.
    for _ in 0..2 {
        shop.sells(&["KURTA"]);
    }
    shop.days_pass(8);
    let more = shop.settles("reshma");
    shop.approves(&[&more]);
    shop.sends("cash", &[&more]);
    shop.call(
        "adjust_stock",
        json!({ "id": Uuid::from_u128(900), "item": Uuid::from_u128(1), "owner": "consignor:reshma",
        "cause": "missing", "qty_milli": 1_000, "note": "गिनती" }),
    );
    let third = shop.settles("reshma");
    shop.approves(&[&third]);
    assert_eq!(send(&mut shop, "cash", &third), "cash_payout_over");
    shop.call("fail_payout", json!({ "settlement": more["id"], "reason": "लेने नहीं आईं" }));
    shop.sends("cash", &[&third]);
    shop.sets_payout(json!({}));
    assert_eq!(send(&mut shop, "cash", &posted[1]), "cash_payout_off");
    assert_eq!(send(&mut shop, "bank", &posted[1]), "no_payer");
    shop.sets_payout(json!({ "cash_paise": 99_999_999 }));
    assert_eq!(shop.call("view_payouts", json!({}))["cash"]["paise"], 1_000_000, "never over the law's own");
    shop.must_verify();
}

#[test]
fn money_goes_only_to_an_account_that_a_rupee_proved() {
    let mut shop = Shop::that_pays();
    shop.sells(&["KURTA"]);
    shop.days_pass(8);
    let posted = shop.settles("reshma");
    shop.approves(&[&posted]);
    assert_eq!(send(&mut shop, "upi", &posted), "no_bank_account", "she has a bank account");
    // A new account is nobody's until it is proven, a day and a second person later.
    shop.signs_in("imran");
    shop.call("ask_bank", json!({ "consignor": "reshma", "details": { "holder": "Reshma Begum", "vpa": "reshma@upi" }, "again": "reshma@upi" }));
    shop.signs_in("anil");
    shop.days_pass(1);
    shop.call("answer_bank", json!({ "consignor": "reshma", "allowed": true }));
    assert_eq!(shop.due("reshma")["account"], "allowed");
    assert_eq!(send(&mut shop, "upi", &posted), "account_unproven");
    let mut proof = json!({ "consignor": "reshma", "reference": "600000000777", "name_at_bank": "SOMEBODY ELSE" });
    assert_eq!(shop.refuses("prove_account", proof.clone()), "second_person_needed", "another's name");
    proof["name_at_bank"] = json!("SMT RESHMA BEGAM");
    let proven = shop.call("prove_account", proof.clone());
    assert_eq!(proven["account"], "proven");
    assert_eq!(shop.call("prove_account", proof)["account"], "proven", "the same again costs no second rupee");
    assert_eq!(shop.count("SELECT sum(paise) FROM posting WHERE account = 'bank_charges'"), 300);
    shop.sends("upi", &[&posted]);
    assert_eq!(
        shop.refuses("confirm_payout", confirm(&posted, "PUNBN26330000123")),
        "reference_wrong",
        "UPI has twelve figures"
    );
    shop.confirms(&posted);
    shop.must_verify();
}

#[test]
fn an_advance_needs_two_people_and_is_repaid_out_of_settlements() {
    let mut shop = Shop::that_pays();
    let mut advance = json!({ "id": Uuid::now_v7(), "consignor": "reshma", "paise": 150_000, "reference": "600000000888",
        "repay_bps": 5_000, "reason": "रेशम ख़रीदने को" });
    assert_eq!(shop.refuses("pay_advance", advance.clone()), "second_person_needed");
    advance["approval"] = kavita();
    shop.call("pay_advance", advance.clone());
    shop.call("pay_advance", advance.clone());
    let listed = shop.call("view_advances", json!({}))["advances"].clone();
    assert_eq!((listed.as_array().map(Vec::len), &listed[0]["left"]["paise"]), (Some(1), &json!(150_000)));
    advance["id"] = json!(Uuid::now_v7());
    assert_eq!(shop.refuses("pay_advance", advance), "reference_used");
    shop.sells(&["KURTA"]);
    shop.days_pass(8);
    let share = shop.due("reshma")["payable"]["paise"].as_i64().unwrap();
    let posted = shop.settles("reshma");
    assert_eq!(posted["net"]["paise"], json!(share - 83_771), "half of it repays");
    assert_eq!(shop.due("reshma")["advance"]["paise"], json!(150_000 - 83_771));
    shop.call("withdraw_settlements", json!({ "settlements": [posted["id"]], "reason": "देखना है" }));
    assert_eq!(shop.due("reshma")["advance"]["paise"], 150_000);
    assert_eq!(shop.count("SELECT sum(paise) FROM posting WHERE account = 'consignor_advance:reshma'"), 150_000);
    shop.must_verify();
}

#[test]
fn a_till_that_goes_on_from_a_copy_pays_nobody_until_two_people_name_it() {
    let (mut shop, _) = approved();
    till::copies::make(&shop.db, tests::now_us()).expect("a copy");
    shop.closes();
    crate::damage::spoil(&shop);
    let host = till::host::Host::open(&shop.db);
    let copy = host.call("view_copies", json!({})).expect("copies")["copies"][0]["id"].clone();
    host.call("restore_copy", json!({ "id": copy })).expect("goes back");
    drop(host);
    shop.opens().expect("the till opens");
    shop.signs_in("anil");
    if shop.call("view_status", json!({}))["clock"] == "jumped" {
        shop.call("accept_clock", json!({ "manager": "anil", "pin": PIN }));
    }
    assert_eq!(shop.call("view_due", json!({}))["office"], false, "it does not know what it paid since the copy");
    let mut mart = shop.call("view_settings", json!({}))["mart"].clone();
    mart["payout"]["office_till"] = json!("1B");
    assert_eq!(shop.refuses("set_settings", mart.clone()), "second_person_needed");
    mart["approval"] = kavita();
    shop.call("set_settings", mart);
    assert_eq!(shop.call("view_due", json!({}))["office"], true);
    shop.must_verify();
}

#[test]
fn an_old_reply_answers_for_no_later_sending() {
    let (mut shop, posted) = approved();
    let one = &posted[0];
    let amount = one["net"]["text"].as_str().unwrap();
    let csv = |rows: &str| reply(&format!("Ref,Amount,UTR,Status,Reason\n{rows}"));
    shop.sends("bank", &[one]);
    let failed = csv(&format!("LKO1A26H000001,\"{amount}\",,FAILED,खाता बंद\n"));
    shop.call("take_bank_reply", failed.clone());
    assert_eq!(shop.call("preview_bank_reply", failed.clone())["known"], 1, "told twice");
    let again = json!({ "id": Uuid::now_v7(), "rail": "bank", "settlements": [one["id"]], "approval": kavita() });
    let sent = shop.call("send_payouts", again);
    let file = std::fs::read_to_string(sent["path"].as_str().unwrap()).unwrap();
    assert!(file.contains("LKO1A26H000001R2"), "{file}");
    shop.call("take_bank_reply", failed);
    assert_eq!(
        shop.call("view_payouts", json!({}))["sent"].as_array().map(Vec::len),
        Some(1),
        "it is still on its way"
    );
    let late = csv(&format!("LKO1A26H000001,\"{amount}\",PUNBN26330000123,SUCCESS,\n"));
    assert_eq!(shop.call("preview_bank_reply", late)["rows"][0]["fault"], "not_sent", "people look into that");
    let paid = format!("LKO1A26H000001R2,\"{amount}\",PUNBN26330000124");
    shop.call("take_bank_reply", csv(&format!("{paid},SUCCESS,\n")));
    let before = shop.payable("reshma");
    shop.call("take_bank_reply", csv(&format!("{paid},RETURNED,खाता बंद\n")));
    assert_eq!(shop.payable("reshma"), before + one["net"]["paise"].as_i64().unwrap(), "the bank gave it back");
    shop.must_verify();
}

#[test]
fn a_reply_answers_only_for_what_the_bank_was_given() {
    let (mut shop, posted) = approved();
    shop.sends("cash", &[&posted[0]]);
    let amount = posted[0]["net"]["text"].as_str().unwrap();
    let paid = reply(&format!("Ref,Amount,UTR,Status\nLKO1A26H000001,\"{amount}\",PUNBN26330000123,SUCCESS\n"));
    assert_eq!(shop.call("preview_bank_reply", paid)["rows"][0]["fault"], "not_sent");
    shop.must_verify();
}

#[test]
fn what_was_paid_by_a_changed_file_is_said_by_two_people_and_of_the_right_amount() {
    let (mut shop, posted) = approved();
    let sent = shop.sends("bank", &posted.iter().collect::<Vec<_>>());
    let mut one = confirm(&posted[0], "PUNBN26330000123");
    for paise in [Value::Null, json!(100)] {
        one["paise"] = paise;
        assert_eq!(shop.refuses("confirm_payout", one.clone()), "paid_other_amount");
    }
    let path = sent["path"].as_str().unwrap();
    let text = std::fs::read_to_string(path).unwrap();
    std::fs::write(path, text.replace("003412345678", "999999999999")).unwrap();
    one = confirm(&posted[0], "PUNBN26330000123");
    assert_eq!(shop.refuses("confirm_payout", one.clone()), "edited_file_paid");
    let amount = posted[1]["net"]["text"].as_str().unwrap();
    let rest = reply(&format!("Ref,Amount,UTR,Status\nLKO1A26H000002,\"{amount}\",PUNBN26330000124,SUCCESS\n"));
    assert_eq!(shop.refuses("take_bank_reply", rest.clone()), "edited_file_paid");
    for (command, mut input) in [("confirm_payout", one), ("take_bank_reply", rest)] {
        input["approval"] = kavita();
        shop.call(command, input);
    }
    assert_eq!(shop.payable("reshma") + shop.payable("sohit"), 0);
    shop.must_verify();
}

#[test]
fn vouchers_of_two_days_are_not_paid_on_one() {
    let mut shop = Shop::that_pays();
    for _ in 0..2 {
        shop.sells(&["KURTA", "KURTA"]);
    }
    shop.days_pass(8);
    let first = shop.settles("reshma");
    shop.sells(&["KURTA"]);
    shop.days_pass(8);
    let second = shop.settles("reshma");
    shop.approves(&[&first, &second]);
    shop.sets_payout(json!({ "cash_paise": 800_000 }));
    shop.sends("cash", &[&first]);
    shop.days_pass(1);
    assert_eq!(send(&mut shop, "cash", &second), "cash_payout_over", "the first may still be signed today");
    shop.call("confirm_payout", confirm(&first, ""));
    assert_eq!(send(&mut shop, "cash", &second), "cash_payout_over", "it was paid today, whenever it was written");
    shop.days_pass(1);
    shop.sends("cash", &[&second]);
    shop.call("confirm_payout", confirm(&second, ""));
    shop.must_verify();
}

#[test]
fn a_name_that_no_bank_file_can_hold_is_refused() {
    let mut shop = Shop::that_pays();
    let details = json!({ "holder": "सोहित प्रजापति", "account": "003412345699", "ifsc": "PUNB0123400" });
    let asked = json!({ "consignor": "sohit", "details": details, "again": "003412345699" });
    assert_eq!(shop.refuses("ask_bank", asked), "invalid_input");
}

#[test]
fn what_is_due_is_told_by_district() {
    let (mut shop, _) = approved();
    shop.sells(&["KURTA", "SURAHI"]);
    let all = shop.call("view_due", json!({}));
    let districts = all["districts"].as_array().unwrap();
    let artisans: i64 = districts.iter().map(|one| one["artisans"].as_i64().unwrap()).sum();
    assert_eq!((districts.len(), artisans), (1, 2), "{districts:?}");
    for (district, rows) in [("LKO", 2), ("VNS", 0)] {
        let view = shop.call("view_due", json!({ "district": district }));
        assert_eq!(view["rows"].as_array().map(Vec::len), Some(rows), "{district}");
    }
}
