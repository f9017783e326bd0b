//! Goods on approval from registered vendors: taken by challan, sold, invoiced, given back, and kept from sale when their
//! six months are over (CGST Act s.31(7)).

use proptest::prelude::*;
use serde_json::{Value, json};
use tests::Shop;
use uuid::Uuid;

const DIYA: &str = "00000000-0000-0000-0000-000000000002";
const LOCK: &str = "00000000-0000-0000-0000-000000000005";
const VENDOR: &str = "09AABCU9603R1ZL";

fn with_vendor() -> Shop {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let vendor =
        json!({ "gstin": VENDOR, "name": { "hi": "पीतल भंडार", "en": "Pital Bhandar" }, "address": "मुरादाबाद" });
    shop.call("set_vendor", vendor);
    shop.call("open_shift", json!({ "float_paise": 0 }));
    shop
}

/// An item that only the vendor brings: SKU `VASE`.
fn vase(shop: &mut Shop) -> String {
    let mut item = shop.call("view_item", json!({ "item": DIYA }))["item"].clone();
    let id = Uuid::now_v7().to_string();
    for (field, value) in [("id", json!(id)), ("sku", json!("VASE")), ("barcode", json!(""))] {
        item[field] = value;
    }
    shop.call("set_item", item);
    shop.call("set_price", json!({ "item": id, "price_paise": 40_000, "includes_tax": true, "from": "2026-11-23" }));
    id
}

fn challan(item: &str, milli: i64, date: &str) -> Value {
    json!({ "id": Uuid::now_v7(), "vendor": VENDOR, "challan": format!("PB/{}", &Uuid::now_v7().simple().to_string()[20..]), "challan_date": date,
        "lines": [{ "item": item, "qty_milli": milli }] })
}

fn invoice(no: &str, item: &str, milli: i64) -> Value {
    json!({ "id": Uuid::now_v7(), "vendor": VENDOR, "invoice": no, "invoice_date": "2026-11-23", "total_paise": 105_000,
        "lines": [{ "item": item, "qty_milli": milli, "taxable_paise": 100_000, "rate_bp": 500 }], "on_approval": true })
}

/// What is here and theirs, and what their invoice is due for.
fn approval(shop: &mut Shop) -> Value {
    let rows = shop.call("view_approvals", json!({}))["rows"].clone();
    rows.as_array()
        .unwrap()
        .first()
        .map(|row| json!([row["here"], row["due"], row["days"], row["state"]]))
        .unwrap_or_default()
}

/// Received, sold, given back and here of an owner's vases.
fn figures(shop: &mut Shop, item: &str, owner: &str) -> Value {
    let view = shop.call("view_stock_item", json!({ "item": item }));
    let row = view["rows"].as_array().unwrap().iter().find(|row| row["owner"] == owner).cloned().unwrap_or_default();
    json!([row["received"], row["sold"], row["given_back"], row["here"]])
}

fn theirs() -> String {
    format!("vendor:{VENDOR}")
}

#[test]
fn goods_on_approval_are_the_vendor_s_until_sold_or_invoiced() {
    let mut shop = with_vendor();
    let vase = vase(&mut shop);
    let taken = challan(&vase, 10_000, "2026-11-13");
    shop.call("take_approval", taken.clone());
    shop.call("take_approval", taken);
    assert_eq!(approval(&mut shop), json!(["10", "0", 10, "fresh"]), "once, and as old as the challan");
    let saved = |shop: &mut Shop, list: &str, file: &str| {
        shop.call(list, json!({ "file": file }))["path"].as_str().unwrap().to_owned()
    };
    assert!(std::fs::read_to_string(saved(&mut shop, "save_approvals", "csv")).unwrap().contains("VASE"));
    let paper = tests::read_pdf(std::path::Path::new(&saved(&mut shop, "save_approvals", "pdf")));
    assert!(paper.contains("पीतल भंडार"), "{paper}");
    let sold = shop.sells(&["VASE", "VASE", "VASE"])["number"].clone();
    let line = shop.last_entry()["fact"]["lines"][0].clone();
    assert_eq!(
        (&line["owner"], &line["terms"]),
        (&json!({ "vendor": VENDOR }), &Value::Null),
        "sold in the mart's own name"
    );
    assert_eq!(approval(&mut shop), json!(["7", "3", 10, "fresh"]), "the invoice is due at the sale");
    assert_eq!(shop.refuses("take_purchase", invoice("A/1", &vase, 11_000)), "stock_short");
    assert_eq!(shop.refuses("take_purchase", invoice("A/1", DIYA, 1_000)), "stock_short", "no diya is on approval");
    // Five are invoiced: the three that are sold, and two of those here, which are the mart's own now.
    shop.call("preview_purchase", invoice("A/1", &vase, 5_000));
    shop.call("take_purchase", invoice("A/1", &vase, 5_000));
    assert_eq!(figures(&mut shop, &vase, &theirs()), json!(["10", "3", "2", "5"]));
    assert!(std::fs::read_to_string(saved(&mut shop, "save_purchases", "csv")).unwrap().contains("A/1"));
    assert_eq!(figures(&mut shop, &vase, "mart"), json!(["2", "0", "0", "2"]));
    assert_eq!(approval(&mut shop), json!(["5", "0", 10, "fresh"]));
    // One of the sold comes back: it was paid for, so it is not the vendor's to take.
    let back = json!({ "id": Uuid::now_v7().to_string(), "number": sold, "lines": [{ "line": 0, "quantity_milli": 1_000, "resellable": true }], "reason": "नाप", "to_note": true });
    shop.call("take_return", back);
    assert_eq!(approval(&mut shop), json!(["5", "0", 10, "fresh"]));
    let give = |id: Uuid, milli: i64| json!({ "id": id, "vendor": VENDOR, "lines": [{ "item": vase, "qty_milli": milli }], "reason": "बिका नहीं" });
    let id = Uuid::now_v7();
    assert_eq!(shop.refuses("return_approval", give(id, 6_000)), "stock_short");
    assert_eq!(shop.call("return_approval", give(id, 5_000))["number"], "LKO1A/26/D000001");
    assert_eq!(shop.call("return_approval", give(id, 5_000))["number"], "LKO1A/26/D000001", "once");
    assert_eq!(approval(&mut shop), Value::Null);
    let paper = shop.call("save_slip", json!({ "note": { "number": "LKO1A/26/D000001" } }));
    let paper = tests::read_pdf(std::path::Path::new(paper["path"].as_str().unwrap()));
    for words in ["डिलीवरी चालान", "पीतल भंडार", VENDOR, "TRIPLICATE FOR CONSIGNER"]
    {
        assert!(paper.contains(words), "{words}: {paper}");
    }
    shop.must_verify();
}

#[test]
fn the_challan_to_a_vendor_tells_value_place_of_supply_and_the_e_way_bill() {
    let mut shop = with_vendor();
    let vase = vase(&mut shop);
    let there = "27AAPFU0939F1ZV";
    shop.call(
        "set_vendor",
        json!({ "gstin": there, "name": { "hi": "मुंबई भंडार", "en": "Mumbai Bhandar" }, "address": "मुंबई" }),
    );
    let note = |shop: &mut Shop, vendor: &str, milli: i64| {
        let mut came = challan(&vase, milli, "2026-11-23");
        came["vendor"] = json!(vendor);
        shop.call("take_approval", came);
        let give = json!({ "id": Uuid::now_v7(), "vendor": vendor, "lines": [{ "item": vase, "qty_milli": milli }], "reason": "बिका नहीं" });
        let number = shop.call("return_approval", give)["number"].clone();
        let paper = shop.call("save_slip", json!({ "note": { "number": number } }));
        tests::read_pdf(std::path::Path::new(paper["path"].as_str().unwrap()))
    };
    // 400.00 with 5 % in it: 380.95 each.
    let far = note(&mut shop, there, 200_000);
    for words in ["76,190.48", "आपूर्ति का राज्य", "महाराष्ट्र (27)", "ई-वे बिल"]
    {
        assert!(far.contains(words), "{words}: {far}");
    }
    let near = note(&mut shop, VENDOR, 2_000);
    assert!(near.contains("761.90"), "{near}");
    assert!(!near.contains("आपूर्ति का राज्य") && !near.contains("ई-वे बिल"), "{near}");
}

/// The till was shut that long; a manager says that its clock is right.
fn days_pass(shop: &mut Shop, days: i64) {
    shop.clock.pass_minutes(days * 24 * 60);
    shop.call("accept_clock", json!({ "manager": "anil", "pin": tests::PIN }));
}

#[test]
fn after_six_months_nothing_is_sold_until_the_invoice_comes() {
    let mut shop = with_vendor();
    let vase = vase(&mut shop);
    shop.call("take_approval", challan(&vase, 4_000, "2026-11-23"));
    days_pass(&mut shop, 149);
    assert_eq!(
        (approval(&mut shop)[3].clone(), shop.call("view_home", json!({}))["approvals"].clone()),
        (json!("fresh"), json!(0))
    );
    days_pass(&mut shop, 1);
    assert_eq!(
        (approval(&mut shop)[3].clone(), shop.call("view_home", json!({}))["approvals"].clone()),
        (json!("alarm"), json!(1))
    );
    shop.call("close_shift", json!({ "counted_paise": 0 }));
    shop.call("open_shift", json!({ "float_paise": 0 }));
    shop.sells(&["VASE"]);
    days_pass(&mut shop, 30);
    assert_eq!(approval(&mut shop), json!(["3", "1", 180, "over"]));
    assert_eq!(shop.refuses("scan", json!({ "code": "VASE" })), "approval_over");
    // Newer goods of the mart's own go instead.
    shop.call("receive_stock", json!({ "owner": "mart", "lines": [{ "item": vase, "qty_milli": 1_000 }] }));
    shop.sells(&["VASE"]);
    assert_eq!(shop.last_entry()["fact"]["lines"][0]["owner"], "mart");
    assert_eq!(shop.refuses("scan", json!({ "code": "VASE" })), "approval_over");
    shop.call("take_purchase", invoice("A/9", &vase, 4_000));
    shop.sells(&["VASE"]);
    assert_eq!(approval(&mut shop), Value::Null);
    shop.must_verify();
}

#[test]
fn what_is_no_challan_is_refused() {
    let mut shop = with_vendor();
    let asks = |change: &dyn Fn(&mut Value)| {
        let mut asked = challan(LOCK, 1_000, "2026-11-20");
        change(&mut asked);
        asked
    };
    for (asked, code) in [
        (asks(&|one| one["vendor"] = json!("27AAPFU0939F1ZV")), "invalid_input"),
        (asks(&|one| one["challan"] = json!(" ")), "invalid_input"),
        (asks(&|one| one["challan_date"] = json!("2026-11-24")), "invalid_input"),
        (asks(&|one| one["challan_date"] = json!("2026-05-01")), "invalid_input"),
        (asks(&|one| one["lines"] = json!([])), "consignment_empty"),
        (asks(&|one| one["lines"][0]["qty_milli"] = json!(0)), "quantity_out_of_range"),
        (asks(&|one| one["lines"][0]["item"] = json!(Uuid::nil())), "unknown_item"),
        (asks(&|one| one["lines"] = json!([one["lines"][0], one["lines"][0]])), "invalid_input"),
    ] {
        assert_eq!(shop.refuses("take_approval", asked.clone()), code, "{asked}");
    }
    let loose = json!({ "owner": { "vendor": VENDOR }, "lines": [{ "item": LOCK, "qty_milli": 1_000 }] });
    assert_eq!(shop.refuses("receive_stock", loose), "invalid_input", "a vendor's goods come by challan");
    shop.call("take_approval", asks(&|_| ()));
    let to = json!({ "code": "VNS", "name": { "hi": "वाराणसी", "en": "Varanasi" }, "address": { "hi": "लंका", "en": "Lanka" }, "gstin": "09AAPFU0939F1ZT" });
    let send =
        json!({ "id": Uuid::now_v7(), "to": to, "lines": [{ "item": LOCK, "owner": theirs(), "qty_milli": 1_000 }] });
    assert_eq!(shop.refuses("send_transfer", send), "approval_goods");
    // Lost in the mart's keeping: it is to be invoiced.
    let lost = json!({ "id": Uuid::now_v7(), "item": LOCK, "owner": theirs(), "cause": "theft", "qty_milli": 1_000, "note": "चोरी" });
    shop.call("adjust_stock", lost);
    assert_eq!(approval(&mut shop), json!(["0", "1", null, "fresh"]));
    shop.call("take_purchase", invoice("A/2", LOCK, 1_000));
    assert_eq!(approval(&mut shop), Value::Null);
    shop.must_verify();
}

/// What can happen to goods on approval.
#[derive(Debug, Clone)]
enum Happens {
    Came(i64),
    Sold(i64),
    Back,
    Lost(i64),
    Invoiced(i64),
    Returned(i64),
}

fn any_happening() -> impl Strategy<Value = Happens> {
    use Happens::*;
    prop_oneof![
        2 => (1i64..6).prop_map(Came),
        4 => (1i64..4).prop_map(Sold),
        2 => Just(Back),
        1 => (1i64..3).prop_map(Lost),
        3 => (1i64..6).prop_map(Invoiced),
        2 => (1i64..4).prop_map(Returned),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, max_shrink_iters: 40, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever happens, what came on approval is back with its vendor, invoiced, to be invoiced, or here and theirs; and
    /// together with what the mart owns of it as many are here as somebody who watched would count.
    #[test]
    fn nothing_on_approval_is_owed_twice_or_forgotten(history in prop::collection::vec(any_happening(), 1..20)) {
        let mut shop = with_vendor();
        let vase = vase(&mut shop);
        let (mut came, mut here, mut invoiced, mut returned) = (0, 0, 0, 0);
        let mut last: Option<(Value, i64)> = None;
        for (no, what) in history.iter().enumerate() {
            match *what {
                Happens::Came(n) => {
                    shop.call("take_approval", challan(&vase, n * 1_000, "2026-11-20"));
                    (came, here) = (came + n, here + n);
                }
                Happens::Sold(n) if n <= here => {
                    shop.call("scan", json!({ "code": "VASE", "quantity_milli": n * 1_000 }));
                    let due = shop.basket()["due"]["paise"].clone();
                    let number = shop.pays(json!([{ "kind": "cash", "given_paise": due }]))["number"].clone();
                    (here, last) = (here - n, Some((number, n)));
                }
                Happens::Back => {
                    let Some((number, n)) = last.take() else { continue };
                    let lines = json!([{ "line": 0, "quantity_milli": n * 1_000, "resellable": true }]);
                    shop.call("take_return", json!({ "id": Uuid::now_v7().to_string(), "number": number, "lines": lines, "reason": "नाप", "to_note": true }));
                    here += n;
                }
                Happens::Lost(n) => {
                    let lost = json!({ "id": Uuid::now_v7(), "item": vase, "owner": theirs(), "cause": "theft", "qty_milli": n * 1_000, "note": "x" });
                    if till::commands::run(shop.desk(), "adjust_stock", lost).is_ok() {
                        here -= n;
                    }
                }
                Happens::Invoiced(n) => {
                    if till::commands::run(shop.desk(), "take_purchase", invoice(&format!("I/{no}"), &vase, n * 1_000)).is_ok() {
                        invoiced += n;
                    }
                }
                Happens::Returned(n) => {
                    let give = json!({ "id": Uuid::now_v7(), "vendor": VENDOR, "lines": [{ "item": vase, "qty_milli": n * 1_000 }], "reason": "x" });
                    if till::commands::run(shop.desk(), "return_approval", give).is_ok() {
                        (here, returned) = (here - n, returned + n);
                    }
                }
                Happens::Sold(_) => {}
            }
            let milli = |row: &Value, what: &str| row[what].as_str().map_or(0, |text| text.parse::<i64>().unwrap());
            let view = shop.call("view_stock_item", json!({ "item": vase }));
            let rows = view["rows"].as_array().unwrap();
            let of = |owner: &str| rows.iter().find(|row| row["owner"] == owner).map_or(0, |row| milli(row, "here"));
            prop_assert_eq!(of("mart") + of(&theirs()), here, "{:?}", what);
            let row = shop.call("view_approvals", json!({}))["rows"][0].clone();
            let below = of(&theirs()).min(0);
            prop_assert_eq!(returned + invoiced + milli(&row, "here") + milli(&row, "due") + below, came, "{:?}", what);
        }
        shop.must_verify();
    }
}

#[test]
fn a_challan_is_taken_once_and_nobody_is_their_own_vendor() {
    let mut shop = with_vendor();
    let vase = vase(&mut shop);
    let taken = challan(&vase, 3_000, "2026-11-20");
    shop.call("take_approval", taken.clone());
    let mut again = taken;
    again["id"] = json!(Uuid::now_v7());
    assert_eq!(shop.refuses("take_approval", again.clone()), "challan_taken");
    let other = "27AAPFU0939F1ZV";
    let name = json!({ "hi": "मुंबई भंडार", "en": "Mumbai Bhandar" });
    shop.call("set_vendor", json!({ "gstin": other, "name": name, "address": "मुंबई" }));
    again["vendor"] = json!(other);
    shop.call("take_approval", again);
    let own = json!({ "gstin": "09AAPFU0939F1ZT", "name": name, "address": "x" });
    assert_eq!(shop.refuses("set_vendor", own), "own_gstin");
    shop.must_verify();
}

#[test]
fn a_vendor_numbers_challans_anew_in_each_financial_year() {
    let mut shop = with_vendor();
    let vase = vase(&mut shop);
    // To 24 April 2027, day by day as a mart that is open.
    shop.call("close_shift", json!({ "counted_paise": 0 }));
    for _ in 0..19 {
        shop.clock.pass_minutes(8 * 24 * 60);
        shop.call("open_shift", json!({ "float_paise": 0 }));
        shop.call("close_shift", json!({ "counted_paise": 0 }));
    }
    let of = |date: &str| {
        let mut one = challan(&vase, 1_000, date);
        one["challan"] = json!("1");
        one
    };
    shop.call("take_approval", of("2027-03-31"));
    assert_eq!(shop.refuses("take_approval", of("2027-03-01")), "challan_taken");
    shop.call("take_approval", of("2027-04-01"));
    assert_eq!(shop.refuses("take_approval", of("2027-04-01")), "challan_taken");
    shop.must_verify();
}
