//! Masters: what an item, a price, a person or goods must be before the counter meets them.

use serde_json::{Value, json};
use tests::{PIN, Shop};

const NEW_ITEM: &str = "01930000-0000-7000-8000-000000000001";

fn item(sku: &str, barcode: &str) -> Value {
    json!({ "id": NEW_ITEM, "sku": sku, "barcode": barcode, "name": { "hi": "दरी", "en": "Durrie" }, "maker": null,
        "district": { "hi": "सीतापुर", "en": "Sitapur" }, "icon": "carpet", "hsn": "5702",
        "rate_class": "62-apparel-clothing-accessories-knitted", "unit": "PCS", "gi": false, "retired": false })
}

#[test]
fn a_price_in_the_dead_zone_is_refused_at_the_item_master() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    shop.call("set_item", item("DURRIE", "2100000000005"));
    let price =
        |paise: i64| json!({ "item": NEW_ITEM, "price_paise": paise, "includes_tax": true, "from": "2026-11-23" });
    assert_eq!(shop.refuses("set_price", price(270_000)), "dead_zone_price");
    assert_eq!(shop.refuses("set_price", price(0)), "amount_out_of_range");
    shop.call("set_price", price(262_500));
    let yesterday = json!({ "item": NEW_ITEM, "price_paise": 100, "includes_tax": true, "from": "2026-11-22" });
    assert_eq!(shop.refuses("set_price", yesterday), "invalid_input", "what it was sold at stays what it was");
    shop.call("open_shift", json!({ "float_paise": 0 }));
    assert_eq!(shop.scans("DURRIE")["lines"][0]["rate"], "5%");
    shop.must_verify();
}

#[test]
fn twelve_digits_of_a_shop_s_own_code_are_no_aadhaar_number() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    shop.call("set_item", item("999941057058", "2100000000005"));
    assert_eq!(shop.call("view_item", json!({ "item": NEW_ITEM }))["item"]["sku"], "999941057058");
}

#[test]
fn items_that_could_not_be_sold_or_told_apart() {
    let mut shop = Shop::new();
    shop.signs_in("imran");
    let with = |field: &str, value: Value| {
        let mut item = item("DURRIE", "2100000000005");
        item[field] = value;
        item
    };
    assert_eq!(shop.refuses("set_item", item("diya", "2100000000005")), "invalid_input", "the SKU of another");
    assert_eq!(shop.refuses("set_item", item("DURRIE", "2000000000001")), "invalid_input", "the barcode of another");
    assert_eq!(shop.refuses("set_item", with("rate_class", json!("no such class"))), "no_rate");
    assert_eq!(shop.refuses("set_item", with("hsn", json!("57x2"))), "invalid_input");
    assert_eq!(shop.refuses("set_item", with("name", json!({ "hi": "", "en": "x" }))), "invalid_input");
    assert_eq!(shop.refuses("set_item", with("name", json!({ "hi": "दरी 🪔", "en": "x" }))), "no_glyph", "no glyph");
    assert_eq!(shop.refuses("set_item", with("barcode", json!("21 00"))), "invalid_input");
}

#[test]
fn a_retired_item_is_not_sold_and_one_without_a_price_neither() {
    let mut shop = Shop::open();
    shop.signs_in("anil");
    shop.call("set_item", item("DURRIE", "2100000000005"));
    assert_eq!(shop.refuses("scan", json!({ "code": "DURRIE" })), "item_not_for_sale");
    let mut retired = item("DURRIE", "2100000000005");
    retired["retired"] = json!(true);
    shop.call("set_item", retired);
    assert_eq!(shop.refuses("scan", json!({ "code": "DURRIE" })), "item_not_for_sale");
    assert_eq!(shop.call("search", json!({ "text": "2100000000005", "limit": 5 }))["hits"], json!([]));
    let found = shop.call("search", json!({ "text": "durrie", "limit": 5 }));
    assert!(
        found["hits"].as_array().unwrap().iter().all(|hit| hit["sku"] != "DURRIE"),
        "at most what sounds nearly so"
    );
}

#[test]
fn a_mart_keeps_at_least_one_manager() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let operator = |id: &str, role: &str, pin: &str| json!({ "id": id, "name": { "hi": "नया", "en": "New" }, "role": role, "pin": pin, "active": true });
    assert_eq!(shop.refuses("set_operator", operator("anil", "cashier", PIN)), "not_a_manager");
    assert_eq!(shop.refuses("set_operator", operator("new", "cashier", "12345")), "invalid_input");
    assert_eq!(shop.refuses("set_operator", operator("New Man", "cashier", PIN)), "invalid_input");
    shop.call("set_operator", operator("new", "cashier", "135790"));
    shop.call("sign_in", json!({ "operator": "new", "pin": "135790" }));
    shop.must_verify();
}

#[test]
fn goods_come_in_only_with_an_owner_and_an_agreement() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let goods = |owner: Value, quantity: i64| json!({ "owner": owner, "lines": [{ "item": "00000000-0000-0000-0000-000000000003", "qty_milli": quantity }] });
    assert_eq!(shop.refuses("receive_stock", goods(json!({ "consignor": "nobody" }), 1_000)), "unknown_consignor");
    let consignor = json!({ "id": "munni", "name": { "hi": "मुन्नी देवी", "en": "Munni Devi" },
        "village": { "hi": "गाँव", "en": "village" }, "district": "SLN", "craft": { "hi": "मूँज", "en": "moonj" } });
    let identity = json!({ "mobile": "9876543210" });
    shop.call("set_consignor", json!({ "consignor": consignor, "identity": identity, "consent": true }));
    assert_eq!(shop.refuses("receive_stock", goods(json!({ "consignor": "munni" }), 1_000)), "no_agreement");
    let agreement = |version: i64, bps: i64| {
        json!({ "consignor": "munni", "version": version, "from": "2026-11-01",
        "supply_mode": "A1", "commission_bps": bps, "discount_bearer": "shared" })
    };
    assert_eq!(shop.refuses("set_agreement", agreement(2, 2_000)), "invalid_input", "versions follow each other");
    assert_eq!(shop.refuses("set_agreement", agreement(1, 10_001)), "invalid_input");
    shop.call("set_agreement", agreement(1, 2_000));
    assert_eq!(shop.refuses("receive_stock", goods(json!({ "consignor": "munni" }), 0)), "quantity_out_of_range");
    shop.call("receive_stock", goods(json!({ "consignor": "munni" }), 4_000));
    shop.must_verify();
}

#[test]
fn settings_change_but_not_what_numbers_hang_on() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let mut mart =
        serde_json::to_value(till::store::mart::mart(&rusqlite::Connection::open(&shop.db).unwrap()).unwrap()).unwrap();
    mart["phone"] = json!("0522 1111111");
    shop.call("set_settings", mart.clone());
    mart["district"] = json!("AGR");
    assert_eq!(shop.refuses("set_settings", mart.clone()), "invalid_input");
    mart["district"] = json!("LKO");
    let gstin = mart["gstin"].take();
    mart["gstin"] = json!("09AAPFU0939F1ZX");
    assert_eq!(shop.refuses("set_settings", mart.clone()), "invalid_input");
    mart["gstin"] = gstin;
    for (field, wrong) in [
        ("discount_limits", json!({ "cashier_bps": 10_001, "manager_bps": 2_000 })),
        ("discount_limits", json!({ "cashier_bps": 500, "manager_bps": -1 })),
        ("return_limit_cashier_paise", json!(-1)),
        ("return_days_cashier", json!(3_651)),
        ("drawer", json!({ "notes_of_2000": false, "cashier_paid_out_paise": 50_000, "lock_minutes": 241 })),
    ] {
        let mut mart = mart.clone();
        mart[field] = wrong;
        assert_eq!(shop.refuses("set_settings", mart), "invalid_input", "{field}");
    }
    mart["discount_limits"]["cashier_bps"] = json!(1_000);
    shop.call("set_settings", mart);
    shop.call("sign_out", json!({}));
    shop.signs_in("sunita");
    shop.call("open_shift", json!({ "float_paise": 0 }));
    shop.scans("DIYA");
    shop.call("discount_line", json!({ "line": 0, "discount_paise": 5_300 }));
    assert_eq!(shop.refuses("discount_line", json!({ "line": 0, "discount_paise": 5_301 })), "discount_over_limit");
    shop.must_verify();
}

#[test]
fn what_no_paper_could_show_is_taken_for_nobody_and_nothing() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let mart =
        serde_json::to_value(till::store::mart::mart(&rusqlite::Connection::open(&shop.db).unwrap()).unwrap()).unwrap();
    let smile = json!({ "hi": "मार्ट 😀", "en": "Mart" });
    for (field, wrong) in [
        ("name", smile.clone()),
        ("name", json!({ "hi": "", "en": "Mart" })),
        ("place", smile.clone()),
        ("address", smile.clone()),
        ("address", json!({ "hi": "हज़रतगंज", "en": " " })),
        ("phone", json!("0522 📞")),
        ("upi", json!({ "vpa": "not a vpa", "name": "ODOP Mart", "mcc": "5947" })),
        ("upi", json!({ "vpa": "odopmart.lko@sbi", "name": "ODOP Mart", "mcc": "ABCD" })),
        ("upi", json!({ "vpa": "odopmart.lko@sbi", "name": "", "mcc": "5947" })),
        ("hsn_digits", json!(3)),
    ] {
        let mut mart = mart.clone();
        mart[field] = wrong.clone();
        let code = if wrong.to_string().contains(['😀', '📞']) { "no_glyph" } else { "invalid_input" };
        assert_eq!(shop.refuses("set_settings", mart), code, "{field} {wrong}");
    }
    let asha = json!({ "id": "asha", "name": { "hi": "आशा 😀", "en": "Asha" }, "role": "cashier", "pin": tests::PIN });
    assert_eq!(shop.refuses("set_operator", asha), "no_glyph");
    assert_eq!(shop.refuses("set_item", item("BELL", "é१२३")), "invalid_input");
    assert_eq!(shop.refuses("set_buyer", json!({ "buyer": { "name": "Ravi 😀" } })), "no_glyph");
    shop.call("set_settings", mart);
    shop.must_verify();
}

#[test]
fn a_unit_in_which_what_is_here_cannot_be_counted_is_refused() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let fabric = "00000000-0000-0000-0000-00000000000a";
    let mut item = shop.call("view_item", json!({ "item": fabric }))["item"].clone();
    item["unit"] = json!("PCS");
    assert_eq!(shop.refuses("set_item", item.clone()), "unit_unfit", "forty and a half are here");
    let give = json!({ "id": uuid::Uuid::now_v7(), "consignor": "reshma", "lines": [{ "item": fabric, "qty_milli": 500 }], "reason": "x" });
    shop.call("give_back", give);
    shop.call("set_item", item);
    shop.must_verify();
}
