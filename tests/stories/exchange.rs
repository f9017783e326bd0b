//! Exchange: goods back and other goods out as one thing, in the basket, in the books and on paper.

use crate::returns::{anil, asked, balances, stock, takes_back};
use serde_json::{Value, json};
use tests::Shop;

#[test]
fn an_exchange_for_more_is_paid_up_and_survives_a_kill() {
    let mut shop = Shop::open();
    let before = balances(&shop);
    let number = shop.sells(&["DIYA"])["number"].clone();
    let input = asked(&mut shop, &number, &[(0, 1_000, true)], true);
    let basket = shop.call("start_exchange", input.clone());
    assert_eq!((&basket["exchange"]["credit"]["text"], &basket["to_pay"]["text"]), (&json!("530.00"), &json!("0.00")));
    assert_eq!(shop.call("drop_exchange", json!({}))["exchange"], Value::Null);
    shop.call("start_exchange", input);
    shop.restarts();
    let basket = shop.scans("LOCK");
    assert_eq!((&basket["due"]["text"], &basket["to_pay"]["text"]), (&json!("650.00"), &json!("120.00")));
    assert_eq!(shop.refuses("show_upi", json!({ "paise": 12_001 })), "amount_out_of_range");
    assert_eq!(shop.call("preview_payment", json!({ "tenders": [] }))["remaining"]["text"], "120.00");
    let sale = shop.pays(json!([{ "kind": "cash", "given_paise": 20_000 }]));
    assert_eq!((&sale["number"], &sale["change"]["text"]), (&json!("LKO1A/26/T000002"), &json!("80.00")));
    assert_eq!(sale["tenders"][0]["reference"], "LKO1A/26/C000001");
    assert_eq!(shop.last_entry()["kind"], "exchanged", "one thing that happened");
    assert_eq!(shop.basket()["exchange"], Value::Null);
    assert_eq!((stock(&shop, "DIYA"), stock(&shop, "LOCK")), ((0, 0), (1_000, 0)));
    assert_eq!(shop.call("view_bill", json!({ "text": "LKO1A/26/T000002" }))["exchange"], true);
    let corrected = shop.call("view_bill", json!({ "text": "LKO1A/26/C000001" }));
    assert_eq!(
        (&corrected["number"], &corrected["state"]),
        (&number, &json!("returned")),
        "the bill that its note is of"
    );
    assert_eq!(shop.refuses("void_sale", json!({ "number": "LKO1A/26/C000001", "reason": "x" })), "unknown_bill");
    shop.must_verify();
    // The lock comes back too: what it was paid with goes back the same way, the note's part to a new note.
    let back = takes_back(&mut shop, &json!("LKO1A/26/T000002"), &[(0, 1_000, true)], false);
    assert_eq!(
        (&back["ways"][0]["kind"], &back["ways"][0]["amount"]["text"]),
        (&json!("credit_note"), &json!("530.00"))
    );
    assert_eq!((&back["ways"][1]["kind"], &back["ways"][1]["amount"]["text"]), (&json!("cash"), &json!("120.00")));
    let mut after = balances(&shop);
    assert_eq!(after.remove("credit_notes_outstanding"), Some(-53_000));
    *after.get_mut("drawer").unwrap() -= 53_000;
    assert_eq!(after, before);
    shop.must_verify();
}

#[test]
fn an_exchange_for_less_keeps_or_gives_back_the_rest() {
    let mut shop = Shop::open();
    for (to_note, kind) in [(true, "credit_note"), (false, "card")] {
        shop.scans("LOCK");
        let tenders = json!([{ "kind": "card", "paise": 65_000, "reference": "C1" }]);
        let number = shop.pays(tenders)["number"].clone();
        let input = asked(&mut shop, &number, &[(0, 1_000, false)], to_note);
        shop.call("start_exchange", input);
        let basket = shop.scans("DIYA");
        assert_eq!((&basket["exchange"]["rest"]["text"], &basket["to_pay"]["paise"]), (&json!("120.00"), &json!(0)));
        shop.pays(json!([]));
        let refunds = shop.last_entry()["fact"]["returned"]["refunds"].clone();
        let of = |kind: &str| -> i64 {
            let refunds = refunds.as_array().unwrap().iter().filter(|refund| refund["kind"] == kind);
            refunds.map(|refund| refund["paise"].as_i64().unwrap()).sum()
        };
        let note = shop.last_entry()["fact"]["returned"]["credit_notes"][0]["number"].clone();
        let left = shop.call("view_credit_note", json!({ "number": note }))["left"]["paise"].as_i64().unwrap();
        if kind == "credit_note" {
            assert_eq!((of("credit_note"), left), (65_000, 12_000));
        } else {
            assert_eq!((of("credit_note"), of("card"), left), (53_000, 12_000, 0));
        }
    }
    shop.must_verify();
}

#[test]
fn an_exchange_whose_goods_came_back_meanwhile_is_not_paid() {
    let mut shop = Shop::open();
    let number = shop.sells(&["DIYA"])["number"].clone();
    let input = asked(&mut shop, &number, &[(0, 1_000, true)], true);
    shop.call("start_exchange", input);
    takes_back(&mut shop, &number, &[(0, 1_000, true)], false);
    let basket = shop.scans("LOCK")["id"].clone();
    let pay = json!({ "basket": basket, "tenders": [{ "kind": "cash", "given_paise": 12_000 }] });
    assert_eq!(shop.refuses("take_payment", pay), "return_over_sold");
    shop.call("drop_exchange", json!({}));
    shop.pays(json!([{ "kind": "cash", "given_paise": 65_000 }]));
    shop.must_verify();
}

#[test]
fn an_exchange_cannot_be_paid_for_what_a_return_meanwhile_put_beyond_the_cashier() {
    let mut shop = Shop::open();
    shop.call("scan", json!({ "code": "DIYA", "quantity_milli": 3_000 }));
    shop.scans("LOCK");
    let due = shop.basket()["due"]["paise"].clone();
    let number = shop.pays(json!([{ "kind": "cash", "given_paise": due }]))["number"].clone();
    let input = asked(&mut shop, &number, &[(0, 3_000, true)], false);
    shop.call("start_exchange", input.clone());
    let other = asked(&mut shop, &number, &[(1, 1_000, true)], false);
    shop.call("take_return", other);
    let basket = shop.scans("BANGLE")["id"].clone();
    let mut pay = json!({ "basket": basket, "tenders": [] });
    assert_eq!(shop.refuses("take_payment", pay.clone()), "approval_needed", "650 and 1,590 of one bill");
    pay["approval"] = anil();
    shop.call("take_payment", pay);
    assert_eq!(shop.last_entry()["approved_by"], "anil");
    shop.must_verify();
}

#[test]
fn an_exchange_that_a_manager_began_or_approved_is_paid_by_the_cashier() {
    let mut shop = Shop::open();
    for by in ["anil", "sunita"] {
        let number = shop.sells(&["KURTA"])["number"].clone();
        shop.signs_in(by);
        let mut input = asked(&mut shop, &number, &[(0, 1_000, true)], true);
        if by == "sunita" {
            input["approval"] = anil();
        }
        shop.call("start_exchange", input);
        shop.signs_in("sunita");
        shop.scans("DIYA");
        shop.pays(json!([]));
        assert_eq!(shop.last_entry()["approved_by"], "anil", "{by}");
    }
    shop.must_verify();
}

#[test]
fn an_exchange_is_undone_and_comes_back_like_any_change() {
    let mut shop = Shop::open();
    let number = shop.sells(&["DIYA"])["number"].clone();
    shop.scans("LOCK");
    let input = asked(&mut shop, &number, &[(0, 1_000, true)], true);
    shop.call("start_exchange", input);
    shop.scans("TOY");
    let undone = shop.call("undo", json!({}));
    assert_eq!((&undone["due"]["text"], &undone["exchange"]["number"]), (&json!("650.00"), &number));
    shop.call("drop_exchange", json!({}));
    assert_eq!(shop.call("undo", json!({}))["exchange"]["number"], number, "dropped by a slip");
    let undone = shop.call("undo", json!({}));
    assert_eq!((&undone["due"]["text"], &undone["exchange"]), (&json!("650.00"), &Value::Null));
}

/// What the paper of the last bill says in English.
fn paper(shop: &mut Shop, number: Value) -> String {
    shop.call("set_language", json!({ "language": "en" }));
    shop.call("view_receipt", json!({ "number": number }))["text"].as_str().unwrap().to_owned()
}

#[test]
fn the_note_of_an_exchange_names_the_first_buyer_and_what_was_given_back() {
    let mut shop = Shop::open();
    shop.scans("LOCK");
    let ravi = json!({ "name": "Ravi Kumar", "address": "Karol Bagh", "state": "07" });
    shop.call("set_buyer", json!({ "buyer": ravi }));
    let number = shop.pays(json!([{ "kind": "cash", "given_paise": 65_000 }]))["number"].clone();
    let input = asked(&mut shop, &number, &[(0, 1_000, true)], false);
    shop.call("start_exchange", input);
    shop.scans("BANGLE");
    shop.pays(json!([]));
    shop.must_verify();
    let text = paper(&mut shop, Value::Null);
    let (note, bill) = text.split_once("BILL OF SUPPLY").expect(&text);
    for said in ["Place of supply: Delhi (07)", "Ravi Kumar, Karol Bagh, Delhi (07)", "साइज़ ठीक नहीं", "IGST"]
    {
        assert!(note.contains(said) && !bill.contains(said), "{said} in {text}");
    }
    assert!(bill.contains("Place of supply: Uttar Pradesh (09)"), "{text}");
    assert!(bill.contains("Left of goods returned: ₹530\nCash: ₹530"), "{text}");
}

#[test]
fn the_note_of_a_registered_buyer_s_exchange_carries_their_gstin_and_what_is_left_of_it() {
    let mut shop = Shop::open();
    shop.scans("LOCK");
    let craft = json!({ "name": "Awadh Craft", "address": "Aminabad", "gstin": "09AABCT1332L1ZC" });
    shop.call("set_buyer", json!({ "buyer": craft }));
    let number = shop.pays(json!([{ "kind": "card", "paise": 65_000, "reference": "C1" }]))["number"].clone();
    let input = asked(&mut shop, &number, &[(0, 1_000, true)], true);
    shop.call("start_exchange", input);
    shop.scans("DIYA");
    shop.pays(json!([]));
    let text = paper(&mut shop, Value::Null);
    let (note, bill) = text.rsplit_once("TAX INVOICE").expect(&text);
    assert!(note.contains("Awadh Craft, Aminabad, GSTIN 09AABCT1332L1ZC") && !bill.contains("Awadh"), "{text}");
    assert!(bill.contains("Left of goods returned: ₹120\nCredit note: ₹120, LKO1A/26/C000001"), "{text}");
}
