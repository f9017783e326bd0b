//! Figures as people and as machines read them: quantities and counts grouped in the Indian way wherever they are shown,
//! bare in tables, letters and facts; unlike units never added up.

use serde_json::{Value, json};
use std::path::Path;
use tests::{Shop, read_pdf};

const MOTI: &str = "00000000-0000-0000-0000-0000000000e1";
const GOTA: &str = "00000000-0000-0000-0000-0000000000e2";
const GUR: &str = "00000000-0000-0000-0000-0000000000e3";

/// Beads by the piece, ribbon by the metre and jaggery by the kilogram, cheap enough to be sold in lakhs.
fn cheap_goods(shop: &mut Shop) {
    let goods = [
        (MOTI, "MOTI", "काँच के मोती", "Glass beads", "7018-glass-bangles", "PCS", 10, 300_000_000),
        (GOTA, "GOTA", "गोटा", "Gota ribbon", "5208-woven-cotton-fabrics-cotton", "MTR", 100, 123_456_500),
        (GUR, "GUR", "गुड़", "Jaggery", "1701-jaggery-loose-pre-packaged", "KGS", 4_000, 1_234_000),
    ];
    shop.signs_in("anil");
    for (item, sku, hi, en, class, unit, price_paise, qty_milli) in goods {
        shop.call(
            "set_item",
            json!({ "id": item, "sku": sku, "barcode": "", "name": { "hi": hi, "en": en }, "maker": null,
                "district": { "hi": "लखनऊ", "en": "Lucknow" }, "icon": "other", "hsn": class.split('-').next(),
                "rate_class": class, "unit": unit, "gi": false, "retired": false }),
        );
        let price = json!({ "item": item, "price_paise": price_paise, "includes_tax": true, "from": "2026-11-23" });
        shop.call("set_price", price);
        for least in (0..qty_milli).step_by(100_000_000) {
            // A line holds a lakh at most.
            let line = json!({ "item": item, "qty_milli": 100_000_000.min(qty_milli - least) });
            shop.call("receive_stock", json!({ "owner": "mart", "lines": [line] }));
        }
    }
    shop.call("sign_out", json!({}));
}

/// Sells a lakh of beads, 12,345 metres of ribbon and a kilogram of jaggery; answers the bill's number.
fn sells_lakhs(shop: &mut Shop) -> Value {
    for (code, milli) in [("MOTI", 100_000_000), ("GOTA", 12_345_000), ("GUR", 1_000)] {
        shop.call("scan", json!({ "code": code, "quantity_milli": milli }));
    }
    let due = shop.basket()["due"]["paise"].clone();
    shop.pays(json!([{ "kind": "cash", "given_paise": due }]))["number"].clone()
}

/// Four figures or more that stand together, of which none is asked for here: they are no quantity and no amount.
fn ungrouped(text: &str) -> Vec<&str> {
    let runs = text.split(|c: char| !c.is_ascii_alphanumeric() && !"/,.-".contains(c));
    runs.filter(|run| run.len() >= 4 && run.bytes().all(|byte| byte.is_ascii_digit())).collect()
}

#[test]
fn lakhs_of_pieces_and_metres_are_read_as_amounts_are() {
    let mut shop = Shop::new();
    cheap_goods(&mut shop);
    shop.signs_in("sunita");
    shop.call("open_shift", json!({ "float_paise": 200_000 }));
    shop.call("scan", json!({ "code": "MOTI", "quantity_milli": 100_000_000 }));
    let basket = shop.call("scan", json!({ "code": "GOTA", "quantity_milli": 12_345_500 }));
    assert_eq!(
        basket["lines"].as_array().unwrap().iter().map(|line| &line["quantity"]).collect::<Vec<_>>(),
        ["1,00,000", "12,345.5"]
    );
    assert_eq!(basket["lines"][0]["on_hand"], "3,00,000");
    let refused = till::commands::run(shop.desk(), "set_quantity", json!({ "line": 0, "quantity_milli": 100_001_000 }));
    let told = refused.unwrap_err().to_json();
    assert_eq!(told["params"]["max"], "1,00,000", "{told}");
    shop.call("hold_basket", json!({}));
    let held = shop.basket()["held"][0].clone();
    assert_eq!(held["quantity"], json!({ "hi": "1,00,000 नग + 12,345.5 मीटर", "en": "1,00,000 pc + 12,345.5 metre" }));

    let number = sells_lakhs(&mut shop);
    let receipt = shop.call("view_receipt", json!({ "number": number }))["text"].as_str().unwrap().to_owned();
    for said in ["1,00,000 नग", "12,345 मीटर", "1 किलो"] {
        assert!(receipt.contains(said), "{said}: {receipt}");
    }
    for form in ["receipt", "a4", "gift"] {
        let saved = shop.call("save_document", json!({ "number": number, "form": form }));
        let paper = read_pdf(Path::new(saved["path"].as_str().unwrap()));
        for said in ["1,00,000 नग", "12,345 मीटर", "1 किलो"] {
            assert!(paper.contains(said), "{form}: {said}: {paper}");
        }
        // HSN and the mart's telephone number are no quantities.
        let loose: Vec<_> = ungrouped(&paper)
            .into_iter()
            .filter(|run| !["7018", "5208", "1701", "0522", "0000000", "2026"].contains(run))
            .collect();
        assert!(loose.is_empty(), "{form}: {loose:?}");
    }
    let sold = shop.last_entry();
    let sold =
        sold["fact"]["lines"].as_array().unwrap().iter().map(|line| line["qty_milli"].as_i64()).collect::<Vec<_>>();
    assert_eq!(sold, [Some(100_000_000), Some(12_345_000), Some(1_000)], "a fact is for machines");
    shop.must_verify();
}

#[test]
fn a_table_is_for_machines_and_its_paper_for_people() {
    let mut shop = Shop::new();
    cheap_goods(&mut shop);
    shop.signs_in("sunita");
    shop.call("open_shift", json!({ "float_paise": 200_000 }));
    sells_lakhs(&mut shop);
    shop.call("scan", json!({ "code": "GUR", "quantity_milli": 1_240_000 }));
    let due = shop.basket()["due"]["paise"].clone();
    shop.pays(json!([{ "kind": "card", "paise": due, "reference": "1" }]));
    shop.call("close_shift", json!({ "counted_paise": 0 }));
    shop.call("sign_out", json!({}));
    shop.signs_in("anil");
    let row = shop.call("view_stock_item", json!({ "item": MOTI }))["rows"][0].clone();
    assert_eq!([&row["received"], &row["sold"], &row["here"]], ["3,00,000", "1,00,000", "2,00,000"]);
    let list = json!({ "filter": "all", "text": "", "owner": null, "offset": 0 });
    let mut saved = |file: &str| {
        let saved = shop.call("save_stock", json!({ "list": list, "file": file }))["path"].as_str().unwrap().to_owned();
        if file == "pdf" { read_pdf(Path::new(&saved)) } else { std::fs::read_to_string(saved).unwrap() }
    };
    let table = saved("csv");
    let cells = |sku: &str| {
        let row = table.lines().find(|line| line.starts_with(sku)).unwrap();
        row.split(',').map(str::to_owned).collect::<Vec<_>>()
    };
    let head = cells("\u{feff}sku");
    let cell = |sku: &str, column: &str| cells(sku)[head.iter().position(|name| name == column).unwrap()].clone();
    assert_eq!(["received", "sold", "here"].map(|column| cell("MOTI", column)), ["300000", "100000", "200000"]);
    assert_eq!(["received", "sold", "here"].map(|column| cell("GOTA", column)), ["123456.5", "12345", "111111.5"]);
    assert_eq!(cell("GUR", "here"), "-7", "less than none is a figure and no formula");
    let paper = saved("pdf");
    for said in ["2,00,000 नग", "1,11,111.5 मीटर", "-7 किलो"] {
        assert!(paper.contains(said), "{said}: {paper}");
    }
}

#[test]
fn a_slip_adds_up_what_is_alike() {
    let mut shop = Shop::new();
    cheap_goods(&mut shop);
    shop.signs_in("anil");
    let draft = shop.call("start_draft", json!({ "consignor": "reshma" }));
    let mut adds = |code: &str, milli: i64| {
        shop.call("add_to_draft", json!({ "draft": draft["id"], "code": code, "quantity_milli": milli }))
    };
    adds("KURTA", 2_000);
    adds("FABRIC", 1_500_500);
    let view = adds("MOONJ", 1_000);
    let all = json!({ "hi": "3 नग + 1,500.5 मीटर", "en": "3 pc + 1,500.5 metre" });
    assert_eq!([&view["brought"], &view["accepted"]], [&all, &all]);
    let taken = shop.call("take_consignment", json!({ "draft": draft["id"] }));
    assert_eq!(taken["accepted"], all);
    let rows = shop.call("view_drafts", json!({}));
    assert_eq!([&rows["taken"][0]["accepted"], &rows["taken"][0]["rejected"]["hi"]], [&all, &json!("0")]);
    let notes = shop.call("view_notes", json!({ "consignor": "reshma" }));
    assert_eq!(notes["notes"][0]["quantity"], all);
    let hers = shop.call("view_consignors", json!({}))["consignors"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["id"] == "reshma")
        .unwrap()["here"]["en"]
        .clone();
    assert_eq!(hers, "1,541 metre + 58 pc");
    let saved = shop.call("save_slip", json!({ "note": { "number": taken["number"] } }));
    let paper = read_pdf(Path::new(saved["path"].as_str().unwrap()));
    assert!(paper.contains("3 नग + 1,500.5 मीटर"), "{paper}");
}
