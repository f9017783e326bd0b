//! Buying for the mart's own stock: vendors, their invoices, input tax and the tax deducted from what they are paid.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use tests::Shop;
use uuid::Uuid;

const DIYA: &str = "00000000-0000-0000-0000-000000000002";
const LOCK: &str = "00000000-0000-0000-0000-000000000005";
const VENDOR: &str = "09AABCU9603R1ZL";

fn vendor() -> Value {
    json!({ "gstin": VENDOR, "name": { "hi": "पीतल भंडार", "en": "Pital Bhandar" }, "address": "मुरादाबाद" })
}

fn invoice(id: Uuid, number: &str, total: i64) -> Value {
    json!({ "id": id, "vendor": VENDOR, "invoice": number, "invoice_date": "2026-11-20", "total_paise": total, "lines": [
        { "item": DIYA, "qty_milli": 20_000, "taxable_paise": 600_000, "rate_bp": 500 },
        { "item": LOCK, "qty_milli": 10_000, "taxable_paise": 300_000, "rate_bp": 1_800 },
    ] })
}

fn book(shop: &Shop) -> BTreeMap<String, i64> {
    let db = rusqlite::Connection::open(&shop.db).unwrap();
    let mut rows = db.prepare("SELECT account, sum(paise) FROM posting GROUP BY account").unwrap();
    rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().collect::<Result<_, _>>().unwrap()
}

fn here(shop: &mut Shop, item: &str) -> String {
    shop.call("view_stock_item", json!({ "item": item }))["rows"][0]["here"].as_str().unwrap().to_owned()
}

#[test]
fn an_invoice_brings_own_stock_input_tax_and_a_debt() {
    let mut shop = Shop::new();
    shop.signs_in("imran");
    let id = Uuid::now_v7();
    assert_eq!(shop.refuses("take_purchase", invoice(id, "PB/81", 984_000)), "invalid_input", "no such vendor");
    let mut wrong = vendor();
    wrong["gstin"] = json!("09AAPFU0939F1ZX");
    assert_eq!(shop.refuses("set_vendor", wrong), "invalid_input");
    shop.call("set_vendor", vendor());
    assert_eq!(shop.refuses("preview_purchase", invoice(id, "PB/81", 900_000)), "invoice_mismatch");
    assert_eq!(shop.refuses("preview_purchase", invoice(id, " ", 984_000)), "invalid_input");
    let mut tomorrow = invoice(id, "PB/81", 984_000);
    tomorrow["invoice_date"] = json!("2026-11-24");
    assert_eq!(shop.refuses("preview_purchase", tomorrow), "invalid_input");
    let seen = shop.call("preview_purchase", invoice(id, "PB/81", 984_000));
    assert_eq!(
        (&seen["cgst"]["paise"], &seen["sgst"]["paise"], &seen["deducted"]["paise"]),
        (&json!(42_000), &json!(42_000), &json!(0))
    );
    assert!(book(&shop).is_empty(), "a preview changes nothing");

    shop.call("take_purchase", invoice(id, "PB/81", 984_000));
    shop.call("take_purchase", invoice(id, "PB/81", 984_000));
    assert_eq!(shop.refuses("take_purchase", invoice(Uuid::now_v7(), "PB/81", 984_000)), "invoice_taken");
    assert_eq!((here(&mut shop, DIYA), here(&mut shop, LOCK)), ("220".to_owned(), "40".to_owned()));
    let book = book(&shop);
    assert_eq!(book["purchases"], 900_000);
    assert_eq!((book["input_cgst"], book["input_sgst"]), (42_000, 42_000));
    assert_eq!(book[&format!("vendor_payable:{VENDOR}")], -984_000);
    let listed = shop.call("view_purchases", json!({}));
    assert_eq!(
        (listed["purchases"].as_array().unwrap().len(), &listed["purchases"][0]["invoice"]),
        (1, &json!("PB/81"))
    );
    let moves = shop.call("view_stock_item", json!({ "item": DIYA }))["moves"].clone();
    assert_eq!((&moves[0]["number"], &moves[0]["quantity"]), (&json!("PB/81"), &json!("20")));
    shop.must_verify();
}

#[test]
fn a_part_of_a_large_contract_pays_its_tax_to_the_office_unless_the_mart_is_no_public_body() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    shop.call("set_vendor", vendor());
    let mut large = invoice(Uuid::now_v7(), "PB/82", 984_000);
    large["contract_paise"] = json!(30_000_000);
    let seen = shop.call("take_purchase", large.clone());
    assert_eq!((&seen["deducted"]["paise"], &seen["owed"]["paise"]), (&json!(18_000), &json!(966_000)));
    assert_eq!(book(&shop)["gst_deducted"], -18_000);
    let mut mart = shop.call("view_settings", json!({}))["mart"].clone();
    mart["deducts_gst"] = json!(false);
    shop.call("set_settings", mart);
    (large["id"], large["invoice"]) = (json!(Uuid::now_v7()), json!("PB/83"));
    assert_eq!(shop.call("take_purchase", large)["deducted"]["paise"], 0);
    shop.must_verify();
}

#[test]
fn a_saved_list_has_more_than_the_screen() {
    let mut shop = Shop::new();
    shop.signs_in("imran");
    shop.call("set_vendor", vendor());
    for no in 0..53 {
        shop.call("take_purchase", invoice(Uuid::now_v7(), &format!("PB/{no}"), 984_000));
    }
    let saved = shop.call("save_purchases", json!({ "file": "csv" }));
    let rows = std::fs::read_to_string(saved["path"].as_str().unwrap()).unwrap();
    assert_eq!(rows.lines().count(), 54, "with its head");
}

#[test]
fn a_vendor_numbers_invoices_anew_in_each_financial_year() {
    let mut shop = Shop::new();
    shop.signs_in("imran");
    shop.call("set_vendor", vendor());
    let of = |date: &str| {
        let mut one = invoice(Uuid::now_v7(), "1", 984_000);
        one["invoice_date"] = json!(date);
        one
    };
    shop.call("take_purchase", of("2026-03-31"));
    assert_eq!(shop.refuses("take_purchase", of("2026-01-10")), "invoice_taken");
    shop.call("take_purchase", of("2026-04-01"));
    assert_eq!(shop.refuses("take_purchase", of("2026-11-20")), "invoice_taken");
    // However it is spelt, and not with a mistyped year.
    let spelt = |invoice: &str, date: &str| {
        let mut one = of(date);
        one["invoice"] = json!(invoice);
        one
    };
    shop.call("take_purchase", spelt("PB/7", "2026-11-20"));
    assert_eq!(shop.refuses("take_purchase", spelt(" pb / 7", "2026-11-19")), "invoice_taken");
    assert_eq!(shop.refuses("take_purchase", spelt("PB/8", "2020-11-20")), "invalid_input");
    assert_eq!(shop.refuses("take_purchase", spelt("Aadhaar 9999 4105 7058", "2026-11-20")), "aadhaar_not_taken");
    shop.call("take_purchase", spelt("999941057058", "2026-11-20"));
    assert_eq!(shop.call("view_purchases", json!({}))["purchases"].as_array().map(Vec::len), Some(4));
    shop.must_verify();
}

#[test]
fn the_mart_does_not_take_the_gstin_of_a_vendor() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    shop.call("set_vendor", vendor());
    let mut mart = shop.call("view_settings", json!({}))["mart"].clone();
    let own = mart["gstin"].clone();
    mart["gstin"] = json!(VENDOR);
    assert_eq!(shop.refuses("set_settings", mart.clone()), "gstin_of_vendor");
    assert_eq!(shop.call("view_settings", json!({}))["mart"]["gstin"], own);
    mart["gstin"] = json!("09AAACH7409R1ZZ");
    shop.call("set_settings", mart);
}
