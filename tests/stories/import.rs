//! Items by CSV: any spreadsheet's file, a preview with every wrong row, and all or nothing.

use data_encoding::BASE64;
use serde_json::{Value, json};
use tests::Shop;

const HEAD: &str = "sku,barcode,name_hi,name_en,district,hsn,rate_class,unit,price";
const APPAREL: &str = "62-apparel-clothing-accessories-knitted";

fn row(sku: &str, barcode: &str, price: &str) -> String {
    format!("{sku},{barcode},नई चीज़,New thing,LKO,6211,{APPAREL},PCS,{price}")
}

fn file(rows: &[String]) -> String {
    format!("{HEAD}\n{}\n", rows.join("\n"))
}

fn input(bytes: &[u8]) -> Value {
    json!({ "content_base64": BASE64.encode(bytes) })
}

fn manager() -> Shop {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    shop
}

fn faults(seen: &Value) -> Vec<(u64, String)> {
    let list = seen["faults"].as_array().unwrap();
    list.iter().map(|fault| (fault["row"].as_u64().unwrap(), fault["code"].as_str().unwrap().to_owned())).collect()
}

#[test]
fn a_file_is_looked_at_and_then_taken_in_whole() {
    let mut shop = manager();
    let text = file(&[row("NEW-1", "", "999.50"), row("NEW-2", "8901234567894", "₹ १२००"), row("kurta", "", "2199")]);
    let seen = shop.call("preview_import", input(text.as_bytes()));
    assert_eq!((&seen["added"], &seen["changed"], &seen["refused"]), (&json!(2), &json!(1), &json!(0)), "{seen}");
    assert_eq!(shop.refuses("scan", json!({ "code": "NEW-1" })), "no_open_shift");
    assert_eq!(shop.call("view_items", json!({ "filter": "for_sale" }))["total"], 10, "a look changes nothing");
    let mut take = input(text.as_bytes());
    take["seen"] = seen["seen"].clone();
    let done = shop.call("import_items", take.clone());
    assert_eq!(done["added"], 2);
    assert_eq!(shop.refuses("import_items", take), "import_changed", "the mart is another now");
    let again = shop.call("preview_import", input(text.as_bytes()));
    assert_eq!(again["unchanged"], 3, "{again}");
    shop.call("open_shift", json!({ "float_paise": 0 }));
    assert_eq!(shop.scans("8901234567894")["lines"][0]["price"]["paise"], 120_000);
    shop.must_verify();
}

#[test]
fn an_aadhaar_number_in_a_cell_is_refused_but_a_barcode_of_twelve_digits_is_taken() {
    let mut shop = manager();
    let named = |name: &str| format!("NEW-1,,{name},New thing,LKO,6211,{APPAREL},PCS,10");
    let seen = shop.call("preview_import", input(file(&[named("रेशमा 9999 4105 7058")]).as_bytes()));
    assert_eq!(faults(&seen), [(2, "aadhaar".to_owned())]);
    assert!(!seen.to_string().contains("7058"), "it is not shown again");
    // Cells beside each other are no number together.
    let apart = format!("9999,410570581,नाम,Name,LKO,6211,{APPAREL},PCS,10");
    let seen = shop.call("preview_import", input(file(&[row("NEW-1", "999941057058", "10"), apart]).as_bytes()));
    assert_eq!((&seen["added"], &seen["refused"]), (&json!(2), &json!(0)), "{seen}");
}

#[test]
fn one_wrong_row_and_nothing_is_taken_in() {
    let mut shop = manager();
    let wide = format!("{},extra", row("W", "", "10"));
    let text = file(&[
        row("GOOD", "", "100"),
        row("NEG", "", "-5"),
        row("NIL", "", "0"),
        row("HUGE", "", "99999999999"),
        row("DEAD", "", "2700"),
        row("TWICE", "777", "10"),
        row("twice", "778", "10"),
        row("CODE", "777", "10"),
        row("TAKEN", "2000000000001", "10"),
        row("=HYPERLINK(1)", "", "10"),
        "X,,नाम,@SUM(A1),LKO,6211,none,ZZZ,ten".to_owned(),
        "Y,,नाम 🪔,Name,Paris,62x1,".to_owned() + APPAREL + ",PCS,10",
        wide,
    ]);
    let seen = shop.call("preview_import", input(text.as_bytes()));
    let found = faults(&seen);
    for expected in [
        (3, "negative_price"),
        (4, "zero_price"),
        (5, "price_too_high"),
        (6, "dead_zone"),
        (8, "sku_twice"),
        (9, "barcode_twice"),
        (10, "barcode_taken"),
        (11, "formula"),
        (12, "formula"),
        (12, "unknown_class"),
        (12, "unknown_unit"),
        (12, "not_a_price"),
        (13, "unprintable"),
        (13, "unknown_district"),
        (13, "unfit"),
        (14, "wrong_width"),
    ] {
        assert!(found.contains(&(expected.0, expected.1.to_owned())), "{expected:?} is not in {found:?}");
    }
    let mut take = input(text.as_bytes());
    take["seen"] = seen["seen"].clone();
    assert_eq!(shop.refuses("import_items", take), "import_refused");
    assert_eq!(shop.call("view_items", json!({ "filter": "for_sale" }))["total"], 10);
    shop.must_verify();
}

#[test]
fn every_encoding_and_separator_of_a_shop_s_spreadsheets() {
    let mut shop = manager();
    let text = file(&[row("ENC", "", "100")]);
    let utf16 = |text: &str, little: bool, mark: bool| -> Vec<u8> {
        let units = mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
        units.flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    };
    let tabs = text.replace(',', "\t");
    let marked = [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat();
    for (name, bytes) in [
        ("UTF-8", text.clone().into_bytes()),
        ("UTF-8", marked),
        ("UTF-16LE", utf16(&tabs, true, true)),
        ("UTF-16BE", utf16(&tabs, false, true)),
        ("UTF-16LE", utf16(&text, true, false)),
        ("UTF-8", text.replace(',', ";").into_bytes()),
    ] {
        let seen = shop.call("preview_import", input(&bytes));
        assert_eq!((&seen["encoding"], &seen["added"]), (&json!(name), &json!(1)), "{seen}");
    }
    // Windows-1252 has no Hindi, but an accent and a rupee word come through.
    let mut old = format!("{HEAD}\nOLD,,Cafe,Caf").into_bytes();
    old.push(0xE9);
    old.extend(format!(",Lucknow,6211,{APPAREL},नग,100\n").replace("नग", "pcs").into_bytes());
    let seen = shop.call("preview_import", input(&old));
    assert_eq!(
        (&seen["encoding"], &seen["lines"][0]["name"]["en"]),
        (&json!("windows-1252"), &json!("Café")),
        "{seen}"
    );
    let hindi = "कोड;बारकोड;नाम;अंग्रेज़ी नाम;ज़िला;HSN;कर वर्ग;इकाई;दाम\n".to_owned()
        + &row("HI", "", "10").replace(',', ";").replace("LKO", "लखनऊ").replace("PCS", "नग");
    assert_eq!(shop.call("preview_import", input(hindi.as_bytes()))["added"], 1);
}

#[test]
fn a_file_that_is_no_table_of_items_is_refused_whole() {
    let mut shop = manager();
    for bytes in [b"".as_slice(), b"PK\x03\x04zip", b"%PDF-1.7", b"\x00\x01\x02\x03", b"\n\n", b"\xFF\xFE"] {
        assert_eq!(shop.refuses("preview_import", input(bytes)), "not_a_csv", "{bytes:?}");
    }
    assert_eq!(shop.refuses("preview_import", input(b"a,b,c\n1,2,3\n")), "import_columns");
    let twice = format!("{HEAD},sku\n");
    assert_eq!(shop.refuses("preview_import", input(twice.as_bytes())), "import_columns");
    assert_eq!(shop.refuses("preview_import", json!({ "content_base64": "***" })), "not_a_csv");
    assert_eq!(shop.refuses("preview_import", input(format!("{HEAD}\n").as_bytes())), "not_a_csv", "no rows");
    let begun = std::time::Instant::now();
    let many: Vec<String> = (0..200_000).map(|no| row(&format!("R{no}"), "", "100")).collect();
    assert_eq!(shop.refuses("preview_import", input(file(&many).as_bytes())), "import_too_long");
    assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
    shop.signs_in("sunita");
    assert_eq!(shop.refuses("preview_import", input(b"x")), "not_allowed");
}

#[test]
fn all_items_written_out_come_in_again_unchanged() {
    let mut shop = manager();
    let mut item = shop.call("view_item", json!({ "item": "00000000-0000-0000-0000-000000000002" }))["item"].clone();
    item["name"]["en"] = json!("=1+1, \"quoted\"");
    item["variant"] = json!("-5");
    item["gi_number"] = json!("119");
    item["net"] = json!({ "milli": 250_000, "unit": "MLT" });
    shop.call("set_item", item);
    let out = shop.call("export_items", json!({}));
    assert_eq!(out["items"], 10);
    let bytes = std::fs::read(out["path"].as_str().unwrap()).unwrap();
    assert!(String::from_utf8_lossy(&bytes).contains("'=1+1"), "no spreadsheet runs it");
    let seen = shop.call("preview_import", input(&bytes));
    assert_eq!((&seen["unchanged"], &seen["refused"]), (&json!(10), &json!(0)), "{seen}");
    let saved = shop.call("save_items", json!({}));
    let paper = tests::read_pdf(std::path::Path::new(saved["path"].as_str().unwrap()));
    assert!(paper.contains("KURTA") && paper.contains("₹2,199") && paper.contains("=1+1"), "{paper}");
}

#[test]
fn what_a_pack_holds_is_a_quantity_with_its_unit() {
    let mut shop = manager();
    let line = |sku: &str, net: &str| format!("{},{net}", row(sku, "", "100"));
    let text = |rows: &[String]| format!("{HEAD},net,net_unit,gi_number\n{}\n", rows.join("\n"));
    let wrong =
        [line("A", "250,,"), line("B", ",GMS,"), line("C", "x,GMS,"), line("D", "5,stones,"), line("E", "2.5,MLT,119")];
    let seen = shop.call("preview_import", input(text(&wrong).as_bytes()));
    let faults = faults(&seen);
    let of = |row: u64| faults.iter().find(|fault| fault.0 == row).map(|fault| fault.1.as_str());
    assert_eq!(
        [2, 3, 4, 5].map(of),
        [Some("empty"), Some("empty"), Some("not_a_number"), Some("unknown_unit")],
        "{seen}"
    );
    let right = text(&[line("A", "250,ग्राम,GI-119"), line("B", ",,")]);
    let seen = shop.call("preview_import", input(right.as_bytes()));
    let mut take = input(right.as_bytes());
    take["seen"] = seen["seen"].clone();
    assert_eq!(shop.call("import_items", take)["added"], 2, "{seen}");
    let mut item = |sku: &str| {
        let found = shop.call("view_items", json!({ "filter": "for_sale", "text": sku }))["items"][0]["id"].clone();
        shop.call("view_item", json!({ "item": found }))["item"].clone()
    };
    let (jar, loose) = (item("A"), item("B"));
    assert_eq!((&jar["net"], &jar["gi_number"]), (&json!({ "milli": 250_000, "unit": "GMS" }), &json!("GI-119")));
    assert_eq!(loose["net"], Value::Null);
}

#[test]
fn goods_and_variants_come_with_the_table() {
    let mut shop = manager();
    let line = |rest: &str| format!("{APPAREL},PCS,500,{rest}");
    let text = format!(
        "{HEAD},quantity,owner,variant_of,variant\nV-XL,,बड़ा,Large,LKO,6211,{}\nV,,कुर्ता,Kurta,LKO,6211,{}\n",
        line("3,reshma,V,XL"),
        line("2,mart,,")
    );
    let seen = shop.call("preview_import", input(text.as_bytes()));
    let mut take = input(text.as_bytes());
    take["seen"] = seen["seen"].clone();
    assert_eq!(shop.call("import_items", take)["added"], 2, "{seen}");
    let found = shop.call("view_items", json!({ "filter": "for_sale", "text": "V-XL" }));
    assert_eq!(found["items"][0]["on_hand"], "3");
    let item = shop.call("view_item", json!({ "item": found["items"][0]["id"] }));
    assert_eq!((&item["parent"]["sku"], &item["owner"]["en"]), (&json!("V"), &json!("reshma")));
    let again = shop.call("preview_import", input(text.as_bytes()));
    assert!(faults(&again).iter().all(|(_, code)| code == "stock_of_known"), "goods come in by a table only once");
    let nobody = text.replace("reshma", "nobody").replace("V-XL", "N-XL");
    assert!(faults(&shop.call("preview_import", input(nobody.as_bytes()))).contains(&(2, "unknown_consignor".into())));
    shop.must_verify();
}

#[test]
fn a_file_takes_no_tag_of_a_piece_and_no_unit_that_does_not_fit_what_is_here() {
    let mut shop = manager();
    let draft = shop.call("start_draft", json!({ "consignor": "reshma" }));
    shop.call("add_to_draft", json!({ "draft": draft["id"], "code": "MOONJ", "quantity_milli": 1_000 }));
    let line =
        json!({ "draft": draft["id"], "line": 0, "brought_milli": 1_000, "accepted_milli": 1_000, "unique": true });
    shop.call("set_draft_line", line);
    let tag = shop.call("take_consignment", json!({ "draft": draft["id"] }))["tags"][0].as_str().unwrap().to_owned();
    let text = file(&[row("NEW-1", &tag, "10"), row(&tag, "", "10"), row("FABRIC", "", "10")]);
    let seen = shop.call("preview_import", input(text.as_bytes()));
    let wrong = [(2, "barcode_taken"), (3, "barcode_taken"), (4, "unit_unfit")];
    assert_eq!(faults(&seen), wrong.map(|(row, code)| (row, code.to_owned())));
}
