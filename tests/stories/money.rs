//! Payment: cash, UPI, card and any mix; what is refused; what a consignor earns.

use rusqlite::Connection;
use serde_json::json;
use tests::Shop;

#[test]
fn any_mix_until_nothing_remains() {
    let mut shop = Shop::open();
    shop.scans("KURTA");
    let upi = json!({ "kind": "upi", "paise": 100_000 });
    let card = json!({ "kind": "card", "paise": 50_000, "reference": "RRN 4411" });
    let seen = shop.call("preview_payment", json!({ "tenders": [upi, card] }));
    assert_eq!((&seen["remaining"]["text"], &seen["ready"]), (&json!("699.00"), &json!(false)));
    assert_eq!(
        seen["likely"].as_array().unwrap().iter().map(|note| &note["text"]).collect::<Vec<_>>(),
        ["699.00", "700.00", "1,000.00", "2,000.00"]
    );
    let sale = shop.pays(json!([upi, card, { "kind": "cash", "given_paise": 70_000 }]));
    assert_eq!(sale["change"]["text"], "1.00");
    assert_eq!(sale["tenders"][2]["amount"]["text"], "699.00");
    shop.must_verify();
}

#[test]
fn the_upi_code_asks_for_this_bill_and_no_more() {
    let mut shop = Shop::open();
    shop.scans("KURTA");
    let code = shop.call("show_upi", json!({ "paise": 219_900 }));
    let uri = code["uri"].as_str().unwrap();
    assert!(uri.starts_with("upi://pay?pa=odopmart.lko@sbi&pn=ODOP%20Mart%20Lucknow&mc=5947&tr="), "{uri}");
    assert!(uri.ends_with("&am=2199.00&cu=INR"), "{uri}");
    let reference = code["reference"].as_str().unwrap();
    assert!(reference.len() == 26 && uri.contains(reference));
    assert_eq!(shop.refuses("show_upi", json!({ "paise": 219_901 })), "amount_out_of_range");
    let sale = shop.pays(json!([{ "kind": "upi", "paise": 219_900 }]));
    assert_eq!(sale["tenders"][0]["reference"], reference, "the bill keeps the reference its code showed");
}

#[test]
fn payments_the_law_or_arithmetic_forbids() {
    let mut shop = Shop::open();
    assert_eq!(shop.refuses("take_payment", json!({ "basket": "x", "tenders": [] })), "invalid_input");
    let nobody = json!({ "basket": "00000000-0000-7000-8000-000000000000", "tenders": [] });
    assert_eq!(shop.refuses("take_payment", nobody), "basket_changed");
    let basket = shop.call("scan", json!({ "code": "KURTA", "quantity_milli": 91_000 }))["id"].clone();
    let mut refused = |tenders| shop.refuses("take_payment", json!({ "basket": basket, "tenders": tenders }));
    assert_eq!(refused(json!([])), "tender_short");
    assert_eq!(refused(json!([{ "kind": "cash", "given_paise": 1 }])), "tender_short");
    // 91 kurtas are Rs 2,00,109: too much cash for one bill (Income-tax Act 2025 s.186).
    assert_eq!(refused(json!([{ "kind": "cash", "given_paise": 20_010_900 }])), "cash_over_limit");
    assert_eq!(refused(json!([{ "kind": "upi", "paise": 20_010_900 }])), "upi_over_limit");
    assert_eq!(refused(json!([{ "kind": "upi", "paise": 20_010_901 }])), "non_cash_over_due");
    assert_eq!(refused(json!([{ "kind": "card", "paise": 20_010_900, "reference": " " }])), "card_reference_missing");
    assert_eq!(refused(json!([{ "kind": "cash", "given_paise": -5 }])), "amount_out_of_range");
    assert_eq!(refused(json!([{ "kind": "cheque", "paise": 5 }])), "invalid_input");
    assert_eq!(shop.basket()["lines"][0]["quantity"], "91", "nothing was lost");
    assert_eq!(shop.verified().sales, 0);
}

#[test]
fn an_empty_basket_is_no_sale() {
    let mut shop = Shop::open();
    let basket = shop.basket()["id"].clone();
    assert_eq!(shop.refuses("take_payment", json!({ "basket": basket, "tenders": [] })), "basket_empty");
}

#[test]
fn the_books_know_what_each_consignor_earned() {
    let mut shop = Shop::open();
    shop.sells(&["KURTA", "SURAHI", "DIYA"]);
    let db = Connection::open(&shop.db).unwrap();
    let balance = |account: &str| -> i64 {
        db.query_row("SELECT coalesce(sum(paise), 0) FROM posting WHERE account = ?1", [account], |row| row.get(0))
            .unwrap()
    };
    // Kurta 2,199.00 at 5 % inside: taxable 2,094.28, margin 20 % = 418.86 (TV25's arithmetic).
    assert_eq!(balance("consignor_payable:reshma"), -(209_428 - 41_886));
    // Surahi 850.00: taxable 809.52, margin 25 % = 202.38.
    assert_eq!(balance("consignor_payable:sohit"), -(80_952 - 20_238));
    assert_eq!(balance("drawer"), 200_000 + 357_900);
    let all: i64 = db.query_row("SELECT sum(paise) FROM posting", [], |row| row.get(0)).unwrap();
    assert_eq!(all, 0);
}

#[test]
fn the_agreement_of_the_day_is_frozen_on_the_line() {
    let mut shop = Shop::open();
    shop.sells(&["KURTA"]);
    shop.signs_in("anil");
    let agreement = json!({ "consignor": "reshma", "version": 2, "from": "2026-11-23", "supply_mode": "A1",
        "commission_bps": 1_500, "discount_bearer": "shared" });
    shop.call("set_agreement", agreement);
    shop.sells(&["KURTA"]);
    let db = Connection::open(&shop.db).unwrap();
    let mut statement = db.prepare("SELECT consignor_share_paise FROM sale_line ORDER BY seq").unwrap();
    let shares: Vec<i64> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert_eq!(shares, [209_428 - 41_886, 209_428 - 31_414]);
    shop.must_verify();
}

#[test]
fn two_upi_payments_of_one_bill_have_each_its_own_reference() {
    let mut shop = Shop::open();
    shop.scans("KURTA");
    let first = shop.call("show_upi", json!({ "paise": 100_000 }))["reference"].clone();
    let second = shop.call("show_upi", json!({ "paise": 119_900, "before": 1 }))["reference"].clone();
    assert_ne!(first, second);
    shop.pays(json!([{ "kind": "upi", "paise": 100_000 }, { "kind": "upi", "paise": 119_900 }]));
    let tenders = shop.last_entry()["fact"]["tenders"].clone();
    assert_eq!((&tenders[0]["reference"], &tenders[1]["reference"]), (&first, &second));
    shop.must_verify();
}
