//! Items: listing, pricing with a look at what it does, variants and photographs.

use data_encoding::BASE64;
use serde_json::{Value, json};
use tests::Shop;

const KURTA: &str = "00000000-0000-0000-0000-000000000001";
const DIYA: &str = "00000000-0000-0000-0000-000000000002";

fn skus(list: &Value) -> Vec<String> {
    list["items"].as_array().unwrap().iter().map(|item| item["sku"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_storekeeper_lists_and_finds_items() {
    let mut shop = Shop::new();
    shop.signs_in("imran");
    let all = shop.call("view_items", json!({ "filter": "for_sale" }));
    assert_eq!(all["total"], 10);
    assert_eq!(skus(&all)[0], "ATTAR");
    for words in ["chikan", "चिकन", "KURTA"] {
        let found = shop.call("view_items", json!({ "filter": "for_sale", "text": words }));
        assert!(skus(&found).contains(&"KURTA".to_owned()), "{words}");
    }
    let mut diya = shop.call("view_item", json!({ "item": DIYA }))["item"].clone();
    diya["retired"] = json!(true);
    diya["hsn"] = json!("74");
    shop.call("set_item", diya.clone());
    assert_eq!(skus(&shop.call("view_items", json!({ "filter": "retired" }))), ["DIYA"]);
    assert_eq!(skus(&shop.call("view_items", json!({ "filter": "retired", "text": "diya" }))), ["DIYA"]);
    assert_eq!(shop.call("view_items", json!({ "filter": "for_sale", "text": "diya" }))["total"], 0);
    diya["retired"] = json!(false);
    shop.call("set_item", diya);
    // Carpets' row says 57, a chapter: two digits where the mart prints four.
    assert_eq!(skus(&shop.call("view_items", json!({ "filter": "short_hsn" }))), ["DARI", "DIYA", "KURTA"]);
    assert_eq!(shop.call("view_items", json!({ "filter": "no_price" }))["total"], 0);
    for filter in ["low", "unconfirmed"] {
        shop.call("view_items", json!({ "filter": filter, "text": "'\"*( 🪔 चिकन" }));
        shop.call("view_items", json!({ "filter": filter }));
    }
    shop.must_verify();
}

#[test]
fn an_item_sold_below_nothing_is_in_the_list_of_what_runs_out() {
    let mut shop = Shop::open();
    shop.call("add_item", json!({ "item": KURTA, "quantity_milli": 19_000 }));
    shop.pays(json!([{ "kind": "card", "paise": 4_178_100, "reference": "77" }]));
    shop.signs_in("anil");
    let low = shop.call("view_items", json!({ "filter": "low" }));
    assert_eq!(skus(&low), ["KURTA"]);
    assert_eq!(low["items"][0]["on_hand"], "1");
}

#[test]
fn a_price_shows_what_it_does_before_it_is_set() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let price =
        |paise: i64, from: &str| json!({ "item": KURTA, "price_paise": paise, "includes_tax": true, "from": from });
    let seen = shop.call("preview_price", price(210_000, "2026-12-01"));
    assert_eq!(seen["before"]["price"]["paise"], 219_900);
    assert_eq!(seen["after"]["rate"], "5%");
    assert_eq!(seen["after"]["taxable"]["paise"], 200_000);
    assert_eq!(seen["after"]["cgst"]["paise"], 5_000);
    assert_eq!(seen["after"]["share"]["consignor_gets"]["paise"], 160_000, "80 % of the taxable value");
    assert_eq!(seen["after"]["share"]["mart_keeps"]["paise"], 40_000);
    assert_eq!(seen["dead_zone"], Value::Null);
    let dead = shop.call("preview_price", price(270_000, "2026-12-01"));
    assert_eq!(dead["dead_zone"][0]["text"], "2,625.00");
    assert_eq!(dead["dead_zone"][1]["text"], "2,950.01");
    assert_eq!(shop.refuses("set_price", price(270_000, "2026-12-01")), "dead_zone_price");
    assert_eq!(shop.refuses("preview_price", price(0, "2026-12-01")), "amount_out_of_range");
    shop.call("set_price", price(210_000, "2026-12-01"));
    let item = shop.call("view_item", json!({ "item": KURTA }));
    let states: Vec<&str> =
        item["prices"].as_array().unwrap().iter().map(|one| one["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["coming", "now"]);
    assert_eq!(item["row"]["price"]["paise"], 219_900, "until December");
    assert_eq!(shop.call("view_item_choices", json!({}))["districts"].as_array().unwrap().len(), 75);
    shop.must_verify();
}

#[test]
fn a_variant_hangs_on_its_parent() {
    let mut shop = Shop::new();
    shop.signs_in("imran");
    let mut variant = shop.call("view_item", json!({ "item": KURTA }))["item"].clone();
    variant["id"] = json!("01930000-0000-7000-8000-000000000009");
    variant["sku"] = json!("KURTA-XL");
    variant["barcode"] = json!("2100000000098");
    variant["parent"] = json!(KURTA);
    variant["variant"] = json!("XL, नीला");
    shop.call("set_item", variant.clone());
    let parent = shop.call("view_item", json!({ "item": KURTA }));
    assert_eq!(parent["variants"][0]["variant"], "XL, नीला");
    assert_eq!(shop.call("view_item", json!({ "item": variant["id"] }))["parent"]["sku"], "KURTA");
    variant["parent"] = variant["id"].clone();
    assert_eq!(shop.refuses("set_item", variant), "invalid_input", "nothing is its own parent");
    shop.must_verify();
}

/// A PNG of one colour.
/// A picture.
pub(crate) fn png(side: u32) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, side, side);
    encoder.set_color(png::ColorType::Rgb);
    encoder.write_header().unwrap().write_image_data(&vec![200; (side * side * 3) as usize]).unwrap();
    out
}

#[test]
fn a_photograph_is_made_small_and_what_is_none_is_refused() {
    let mut shop = Shop::new();
    shop.signs_in("imran");
    let with = |bytes: &[u8]| json!({ "item": KURTA, "content_base64": BASE64.encode(bytes) });
    let hash = shop.call("set_picture", with(&png(900)))["item"]["picture"].clone();
    let kept = shop.call("view_picture", json!({ "picture": hash }));
    let jpeg = BASE64.decode(kept["jpeg_base64"].as_str().unwrap().as_bytes()).unwrap();
    assert!(jpeg.starts_with(&[0xFF, 0xD8]) && jpeg.len() < 20_000, "{} bytes", jpeg.len());
    assert_eq!(shop.call("search", json!({ "text": "kurta", "limit": 1 }))["hits"][0]["picture"], hash);
    assert_eq!(shop.refuses("set_picture", with(b"%PDF-1.7")), "not_a_picture");
    assert_eq!(shop.refuses("set_picture", with(&png(900)[..200])), "not_a_picture", "cut short");
    assert_eq!(shop.refuses("set_picture", with(b"")), "not_a_picture");
    assert_eq!(shop.refuses("set_picture", with(&vec![0; 11 << 20])), "picture_too_large");
    assert_eq!(shop.refuses("view_picture", json!({ "picture": "../../etc/passwd" })), "not_a_picture");
    shop.must_verify();
}

#[test]
fn an_item_without_a_barcode_gets_the_marts_own_and_its_unit_and_district_are_known() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let item = |n: u8, barcode: &str| {
        json!({ "id": format!("00000000-0000-0000-0000-0000000001{n:02}"), "sku": format!("NEW-{n}"), "barcode": barcode,
            "name": { "hi": "नया दीया", "en": "New diya" }, "district": { "hi": "लखनऊ", "en": "Lucknow" }, "icon": "other",
            "hsn": "7418", "rate_class": "7418-table-kitchen-household-copper", "unit": "PCS" })
    };
    let read = |shop: &mut Shop, sku: &str| -> String {
        rusqlite::Connection::open(&shop.db)
            .unwrap()
            .query_row("SELECT barcode FROM item WHERE sku = ?1", [sku], |row| row.get(0))
            .unwrap()
    };
    shop.call("set_item", item(1, ""));
    assert_eq!(read(&mut shop, "NEW-1"), "2100000000012", "an EAN-13 with its check digit");
    shop.call("set_item", item(2, "2100000000043"));
    shop.call("set_item", item(3, ""));
    assert_eq!(read(&mut shop, "NEW-3"), "2100000000050", "after the highest there is");
    for (field, wrong) in
        [("unit", json!("BOX9")), ("unit", json!("ZZZ")), ("district", json!({ "hi": "कहीं", "en": "Nowhere" }))]
    {
        let mut item = item(4, "");
        item[field] = wrong;
        assert_eq!(shop.refuses("set_item", item), "invalid_input", "{field}");
    }
    shop.must_verify();
}

#[test]
fn one_item_breaks_no_list_and_no_label() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let item = shop.call("view_item", json!({ "item": KURTA }))["item"].clone();
    for (field, value, code) in [
        ("variant", json!("लाल 😀"), "no_glyph"),
        ("variant", json!("ल\nा"), "invalid_input"),
        ("variant", json!("Ж"), "no_glyph"),
        ("sku", json!("KURTA 😀"), "no_glyph"),
        ("gi_name", json!("😀"), "no_glyph"),
        ("icon", json!("<script>"), "invalid_input"),
        ("parent", json!("00000000-0000-0000-0000-0000000000aa"), "invalid_input"),
    ] {
        let mut bad = item.clone();
        bad[field] = value.clone();
        assert_eq!(shop.refuses("set_item", bad), code, "{field} {value}");
    }
    // Of two items neither can be above the other's parent, by hand or by a table.
    let diya = "00000000-0000-0000-0000-000000000002";
    let mut above = item.clone();
    (above["parent"], above["variant"]) = (json!(diya), json!("लाल"));
    shop.call("set_item", above);
    let mut below = shop.call("view_item", json!({ "item": diya }))["item"].clone();
    (below["parent"], below["variant"]) = (json!(KURTA), json!("नीला"));
    assert_eq!(shop.refuses("set_item", below.clone()), "invalid_input");
    let cell = |value: &Value| value.as_str().unwrap().to_owned();
    let columns = ["sku", "hsn", "rate_class", "unit"].map(|column| cell(&below[column])).join(",");
    let table = format!(
        "sku,hsn,rate_class,unit,name_hi,name_en,district,variant_of,variant\n{columns},दीया,Diya,LKO,KURTA,नीला\n"
    );
    let content = data_encoding::BASE64.encode(table.as_bytes());
    let seen = shop.call("preview_import", json!({ "content_base64": content }));
    assert_eq!(seen["faults"][0]["column"], "variant_of", "{seen}");
    shop.must_verify();
}
