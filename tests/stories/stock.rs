//! The stock room: where goods are and whose, what is given back, lost and found. Not here: counts (`count`), goods that do
//! not sell (`unsold`).

use serde_json::{Value, json};
use tests::Shop;
use uuid::Uuid;

pub const KURTA: &str = "00000000-0000-0000-0000-000000000001";
pub const DIYA: &str = "00000000-0000-0000-0000-000000000002";
pub const MOONJ: &str = "00000000-0000-0000-0000-000000000009";
pub const FABRIC: &str = "00000000-0000-0000-0000-00000000000a";

pub fn row(shop: &mut Shop, item: &str, owner: &str) -> Value {
    let view = shop.call("view_stock_item", json!({ "item": item }));
    view["rows"].as_array().unwrap().iter().find(|row| row["owner"] == owner).cloned().unwrap_or_default()
}

pub fn here(shop: &mut Shop, item: &str, owner: &str) -> String {
    row(shop, item, owner)["here"].as_str().unwrap().to_owned()
}

pub fn payable(shop: &Shop) -> i64 {
    let db = rusqlite::Connection::open(&shop.db).unwrap();
    db.query_row("SELECT coalesce(-sum(paise), 0) FROM posting WHERE account = 'consignor_payable:reshma'", [], |row| {
        row.get(0)
    })
    .unwrap()
}

pub fn lost(cause: &str, milli: i64) -> Value {
    json!({ "id": Uuid::now_v7(), "item": KURTA, "owner": "consignor:reshma", "cause": cause, "qty_milli": milli, "note": "नमी से" })
}

#[test]
fn stock_is_listed_by_owner_by_words_and_by_what_is_wrong_with_it() {
    let mut shop = Shop::new();
    shop.signs_in("imran");
    let asks = |shop: &mut Shop, input: Value| {
        shop.call("view_stock", input)["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["sku"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(asks(&mut shop, json!({ "filter": "here", "owner": "consignor:reshma" })), ["FABRIC", "KURTA", "MOONJ"]);
    assert_eq!(asks(&mut shop, json!({ "filter": "here", "text": "कुर्ता" })), ["KURTA"]);
    assert_eq!(asks(&mut shop, json!({ "filter": "here", "owner": "mart", "text": "kurta" })), Vec::<String>::new());
    assert_eq!(asks(&mut shop, json!({ "filter": "negative" })), Vec::<String>::new());
    assert_eq!(asks(&mut shop, json!({ "filter": "ageing" })), Vec::<String>::new());
    assert_eq!(shop.refuses("view_stock", json!({ "filter": "here", "owner": "nobody" })), "invalid_input");
    let view = shop.call("view_stock", json!({ "filter": "all" }));
    assert_eq!((&view["total"], view["owners"].as_array().unwrap().len()), (&json!(10), 3));
    shop.signs_in("anil");
    shop.call("open_shift", json!({ "float_paise": 0 }));
    for _ in 0..3 {
        shop.scans("SURAHI");
    }
    shop.call("set_quantity", json!({ "line": 0, "quantity_milli": 11_000 }));
    let due = shop.basket()["due"]["paise"].clone();
    shop.pays(json!([{ "kind": "cash", "given_paise": due }]));
    let negative = shop.call("view_stock", json!({ "filter": "negative" }));
    assert_eq!((&negative["rows"][0]["sku"], &negative["rows"][0]["here"]), (&json!("SURAHI"), &json!("-2")));
    shop.must_verify();
}

#[test]
fn what_runs_out_is_listed_with_what_sells_of_it() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let listed = |shop: &mut Shop| {
        let view = shop.call("view_stock", json!({ "filter": "reorder" }));
        let told =
            |row: &Value| (row["sku"].as_str().unwrap().to_owned(), row["sold_lately"].clone(), row["reorder"].clone());
        view["rows"].as_array().unwrap().iter().map(told).collect::<Vec<_>>()
    };
    assert_eq!(listed(&mut shop), []);
    let mut item = shop.call("view_item", json!({ "item": DIYA }))["item"].clone();
    item["reorder_milli"] = json!(-1);
    assert_eq!(shop.refuses("set_item", item.clone()), "invalid_input");
    item["reorder_milli"] = json!(198_000);
    shop.call("set_item", item);
    assert_eq!(listed(&mut shop), [], "two hundred are here");
    shop.call("open_shift", json!({ "float_paise": 0 }));
    let number = shop.sells(&["DIYA", "DIYA", "DIYA"])["number"].clone();
    let back = json!({ "id": Uuid::now_v7().to_string(), "number": number, "lines": [{ "line": 0, "quantity_milli": 1_000, "resellable": true }], "reason": "नाप", "to_note": true });
    shop.call("take_return", back);
    let voided = shop.sells(&["DIYA"])["number"].clone();
    shop.call("void_sale", json!({ "number": voided, "reason": "ग़लत" }));
    assert_eq!(listed(&mut shop), [("DIYA".to_owned(), json!("2"), json!("198"))]);
    assert_eq!(shop.call("view_home", json!({}))["low"][0]["sku"], "DIYA");
    let list = json!({ "filter": "reorder", "text": "", "owner": null, "offset": 0 });
    let saved = shop.call("save_stock", json!({ "list": list, "file": "csv" }))["path"].as_str().unwrap().to_owned();
    let text = std::fs::read_to_string(saved).unwrap();
    assert!(text.lines().count() == 2 && text.trim_end().ends_with(",2,198"), "{text}");
    days_pass(&mut shop, 31);
    assert_eq!(listed(&mut shop), [("DIYA".to_owned(), json!("0"), json!("198"))], "long ago");
    shop.must_verify();
}

#[test]
fn what_was_lost_is_listed_by_owner_with_what_is_owed_for_it() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let list = |owner: Value| json!({ "filter": "lost", "text": "", "owner": owner });
    assert_eq!(shop.call("view_stock", list(Value::Null))["rows"], json!([]));
    shop.call("adjust_stock", lost("theft", 2_000));
    let mut own = lost("breakage", 1_000);
    (own["item"], own["owner"]) = (json!(DIYA), json!("mart"));
    shop.call("adjust_stock", own);
    let all = shop.call("view_stock", list(Value::Null));
    assert_eq!((&all["total"], &all["owed"]["text"]), (&json!(2), &json!("3,350.86")));
    let hers = shop.call("view_stock", list(json!("consignor:reshma")));
    let row = &hers["rows"][0];
    assert_eq!((&hers["total"], &row["lost"], &row["owed"]["text"]), (&json!(1), &json!("2"), &json!("3,350.86")));
    assert_eq!(shop.call("view_stock", list(json!("mart")))["owed"]["paise"], 0);
    let mut found = list(Value::Null);
    found["text"] = json!("kurta");
    assert_eq!(shop.call("view_stock", found)["owed"]["text"], "3,350.86");
    let saved = |shop: &mut Shop, file: &str| {
        let saved = shop.call("save_stock", json!({ "list": list(Value::Null), "file": file }));
        std::path::PathBuf::from(saved["path"].as_str().unwrap())
    };
    let text = std::fs::read_to_string(saved(&mut shop, "csv")).unwrap();
    assert!(text.contains("lost,compensation") && text.contains(",2,3350.86,"), "{text}");
    let paper = tests::read_pdf(&saved(&mut shop, "pdf"));
    assert!(paper.contains("2 नग") && paper.contains("3,350.86"), "{paper}");
}

#[test]
fn a_list_of_words_is_saved_whole_too() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let item = shop.call("view_item", json!({ "item": DIYA }))["item"].clone();
    let mut lines = Vec::new();
    for no in 0..120 {
        let mut other = item.clone();
        let id = Uuid::now_v7();
        for (field, value) in [("id", json!(id)), ("sku", json!(format!("LAMP-{no}"))), ("barcode", json!(""))] {
            other[field] = value;
        }
        shop.call("set_item", other);
        lines.push(json!({ "item": id, "qty_milli": 1_000 }));
    }
    shop.call("receive_stock", json!({ "owner": "mart", "lines": lines }));
    let list = json!({ "filter": "here", "text": "diya", "owner": "mart" });
    let saved = shop.call("save_stock", json!({ "list": list, "file": "csv" }))["path"].as_str().unwrap().to_owned();
    assert_eq!(
        std::fs::read_to_string(saved).unwrap().lines().count(),
        122,
        "a head, the lamp and a hundred and twenty"
    );
}

#[test]
fn lists_are_saved_whole_and_carry_no_formula() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let mut item = shop.call("view_item", json!({ "item": DIYA }))["item"].clone();
    item["variant"] = json!("=HYPERLINK(1)");
    shop.call("set_item", item);
    let list = json!({ "filter": "here", "text": "", "owner": null, "offset": 0 });
    let saved = shop.call("save_stock", json!({ "list": list, "file": "csv" }))["path"].as_str().unwrap().to_owned();
    let text = std::fs::read_to_string(saved).unwrap();
    assert_eq!(text.lines().count(), 11, "a head and ten rows: {text}");
    assert!(text.contains("'=HYPERLINK(1)") && text.contains("reshma") && text.contains("40.5"), "{text}");
    let saved = shop.call("save_stock", json!({ "list": list, "file": "pdf" }))["path"].as_str().unwrap().to_owned();
    let text = tests::read_pdf(std::path::Path::new(&saved));
    assert!(text.contains("चिकनकारी कुर्ता") && text.contains("भंडार"), "{text}");
    let saved = shop.call("save_consignors", json!({ "file": "csv" }))["path"].as_str().unwrap().to_owned();
    assert!(std::fs::read_to_string(saved).unwrap().contains("sohit"));
    let saved = shop.call("save_consignors", json!({ "file": "pdf" }))["path"].as_str().unwrap().to_owned();
    assert!(tests::read_pdf(std::path::Path::new(&saved)).contains("रेशमा बेगम"));
}

#[test]
fn goods_go_back_to_their_consignor_but_not_those_that_were_sold() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    shop.call("open_shift", json!({ "float_paise": 0 }));
    shop.sells(&["KURTA", "KURTA"]);
    let give = |id: Uuid, milli: i64| json!({ "id": id, "consignor": "reshma", "lines": [{ "item": KURTA, "qty_milli": milli }], "reason": "बिका नहीं" });
    let id = Uuid::now_v7();
    assert_eq!(shop.refuses("give_back", give(id, 19_000)), "stock_short", "two of twenty are sold");
    assert_eq!(
        shop.refuses(
            "give_back",
            json!({ "id": id, "consignor": "reshma", "lines": [{ "item": DIYA, "qty_milli": 1_000 }], "reason": "x" })
        ),
        "stock_short",
        "not theirs"
    );
    assert_eq!(
        shop.refuses("give_back", json!({ "id": id, "consignor": "reshma", "lines": [], "reason": "x" })),
        "consignment_empty"
    );
    let mut silent = give(id, 1_000);
    silent["reason"] = json!(" ");
    assert_eq!(shop.refuses("give_back", silent), "invalid_input");
    assert_eq!(shop.call("give_back", give(id, 18_000))["number"], "LKO1A/26/R000001");
    assert_eq!(shop.call("give_back", give(id, 18_000))["number"], "LKO1A/26/R000001", "once");
    let all = row(&mut shop, KURTA, "consignor:reshma");
    assert_eq!((&all["here"], &all["given_back"], &all["sold"]), (&json!("0"), &json!("18"), &json!("2")));
    assert_eq!(shop.refuses("give_back", give(Uuid::now_v7(), 1_000)), "stock_short");
    shop.must_verify();
}

#[test]
fn a_loss_is_borne_as_the_agreement_says_and_what_is_found_is_owed_no_more() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    // 2,199.00 with 5 % in it, of which the mart keeps 20 %: 1,675.43 for each.
    let view = shop.call("preview_adjustment", lost("breakage", 2_000));
    assert_eq!(
        (&view["worth"]["text"], &view["borne"], &view["here_after"]),
        (&json!("3,350.86"), &json!("100%"), &json!("18"))
    );
    assert_eq!(payable(&shop), 0, "a preview changes nothing");
    let transit = shop.call("preview_adjustment", lost("transit", 2_000));
    assert_eq!(transit["compensation"]["text"], "1,675.43");
    assert_eq!(shop.refuses("preview_adjustment", lost("breakage", 21_000)), "stock_short");
    shop.signs_in("imran");
    assert_eq!(shop.refuses("adjust_stock", lost("breakage", 2_000)), "approval_needed");
    shop.signs_in("anil");
    let breakage = lost("breakage", 2_000);
    shop.call("adjust_stock", breakage.clone());
    shop.call("adjust_stock", breakage);
    assert_eq!((payable(&shop), here(&mut shop, KURTA, "consignor:reshma")), (335_086, "18".to_owned()));
    // One turns up, then the other, then one that was never missed.
    shop.call("adjust_stock", lost("found", 1_000));
    assert_eq!(payable(&shop), 167_543);
    shop.call("adjust_stock", lost("found", 1_000));
    shop.call("adjust_stock", lost("found", 1_000));
    assert_eq!((payable(&shop), here(&mut shop, KURTA, "consignor:reshma")), (0, "21".to_owned()));
    let mut own = lost("theft", 1_000);
    (own["item"], own["owner"]) = (json!(DIYA), json!("mart"));
    assert_eq!(shop.call("adjust_stock", own)["compensation"]["paise"], 0);
    shop.must_verify();
}

#[test]
fn a_found_piece_takes_back_what_was_owed_for_it_and_loose_finds_take_back_no_piece() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let draft = shop.call("start_draft", json!({ "consignor": "reshma" }));
    shop.call("add_to_draft", json!({ "draft": draft["id"], "code": "MOONJ", "quantity_milli": 2_000 }));
    let pieces = json!([{ "price_paise": 200_000 }, { "price_paise": 10_000 }]);
    let line = json!({ "draft": draft["id"], "line": 0, "brought_milli": 2_000, "accepted_milli": 2_000, "unique": true, "pieces": pieces });
    shop.call("set_draft_line", line);
    let tags = shop.call("take_consignment", json!({ "draft": draft["id"] }))["tags"].clone();
    let set = |shop: &mut Shop, cause: &str, tags: &[&Value], milli: i64| {
        let mut input = lost(cause, milli);
        (input["item"], input["pieces"]) = (json!(MOONJ), json!(tags));
        shop.call("adjust_stock", input);
        payable(shop)
    };
    let (dear, cheap) = (&tags[0], &tags[1]);
    let of_dear = set(&mut shop, "missing", &[dear], 1_000);
    let of_cheap = set(&mut shop, "missing", &[cheap], 1_000) - of_dear;
    assert!(of_dear > 10 * of_cheap && of_cheap > 0, "{of_dear} {of_cheap}");
    assert_eq!(set(&mut shop, "found", &[dear], 1_000), of_cheap, "each takes back its own");
    // Five that nobody lost are five that nobody wrote down.
    assert_eq!(set(&mut shop, "found", &[], 5_000), of_cheap, "the other is still lost");
    let told = row(&mut shop, MOONJ, "consignor:reshma");
    assert_eq!((&told["lost"], &told["received"], &told["here"]), (&json!("1"), &json!("42"), &json!("41")));
    let of_loose = set(&mut shop, "theft", &[], 2_000) - of_cheap;
    assert_eq!(set(&mut shop, "found", &[cheap], 1_000), of_loose);
    assert_eq!(set(&mut shop, "found", &[], 3_000), 0);
    assert_eq!(shop.call("view_stock", json!({ "filter": "lost" }))["rows"], json!([]));
    // Lost together, each keeps its own; on the way too.
    set(&mut shop, "missing", &[dear, cheap], 2_000);
    assert_eq!(set(&mut shop, "found", &[cheap], 1_000), of_dear);
    assert_eq!(set(&mut shop, "found", &[dear], 1_000), 0);
    let to = json!({ "code": "VNS", "name": { "hi": "वाराणसी", "en": "Varanasi" }, "address": { "hi": "लंका", "en": "Lanka" }, "gstin": "09AAPFU0939F1ZT" });
    let line = json!({ "item": MOONJ, "owner": "consignor:reshma", "qty_milli": 2_000, "pieces": tags });
    let id = Uuid::now_v7();
    shop.call("send_transfer", json!({ "id": id, "to": to, "lines": [line] }));
    let line = json!({ "arrived_milli": 0, "back_milli": 0, "lost": tags });
    shop.call("settle_transfer", json!({ "transfer": id, "lines": [line], "note": "x" }));
    assert!(payable(&shop) > of_cheap);
    let left = set(&mut shop, "found", &[dear], 1_000);
    assert!((left * 2 - of_cheap).abs() <= 2, "half of a loss on the way is borne: {left}");
    shop.must_verify();
}

#[test]
fn stolen_goods_without_a_price_are_owed_for_by_what_was_asked_for_them() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let mut item = shop.call("view_item", json!({ "item": KURTA }))["item"].clone();
    let id = Uuid::now_v7().to_string();
    for (field, value) in [("id", json!(id)), ("sku", json!("SAREE")), ("barcode", json!(""))] {
        item[field] = value;
    }
    shop.call("set_item", item);
    let brings = |shop: &mut Shop, asked: Value| {
        let draft = shop.call("start_draft", json!({ "consignor": "reshma" }));
        shop.call("add_to_draft", json!({ "draft": draft["id"], "code": "SAREE", "quantity_milli": 2_000 }));
        let line = json!({ "draft": draft["id"], "line": 0, "brought_milli": 2_000, "accepted_milli": 2_000, "asked_paise": asked });
        shop.call("set_draft_line", line);
        shop.call("take_consignment", json!({ "draft": draft["id"] }));
    };
    brings(&mut shop, Value::Null);
    let stolen = || {
        let mut stolen = lost("theft", 1_000);
        stolen["item"] = json!(id);
        stolen
    };
    assert_eq!(shop.refuses("preview_adjustment", stolen()), "no_price");
    assert_eq!(shop.refuses("adjust_stock", stolen()), "no_price");
    brings(&mut shop, json!(219_900));
    brings(&mut shop, Value::Null);
    shop.call("adjust_stock", stolen());
    assert_eq!(payable(&shop), 167_542, "as a kurta of that price");
    shop.call("set_price", json!({ "item": id, "price_paise": 109_950, "includes_tax": true, "from": "2026-11-23" }));
    assert_eq!(shop.call("preview_adjustment", stolen())["compensation"]["text"], "837.71", "a price goes before");
    shop.must_verify();
}

#[test]
fn the_manager_s_home_says_what_needs_somebody() {
    let mut shop = Shop::new();
    shop.signs_in("imran");
    assert_eq!(shop.refuses("view_home", json!({})), "not_allowed");
    shop.signs_in("anil");
    let home = shop.call("view_home", json!({}));
    assert_eq!((&home["low_total"], &home["negative"]["total"], &home["drafts"]), (&json!(0), &json!(0), &json!(0)));
    shop.call("open_shift", json!({ "float_paise": 0 }));
    shop.call("scan", json!({ "code": "DARI", "quantity_milli": 9_000 }));
    let due = shop.basket()["due"]["paise"].clone();
    shop.pays(json!([{ "kind": "cash", "given_paise": due }]));
    shop.call("start_draft", json!({ "consignor": "reshma" }));
    shop.call("start_stock_count", json!({}));
    let home = shop.call("view_home", json!({}));
    assert_eq!((&home["low"][0]["sku"], &home["negative"]["rows"][0]["here"]), (&json!("DARI"), &json!("-1")));
    assert_eq!((&home["drafts"], &home["counts"], &home["banks"]), (&json!(1), &json!(1), &json!(0)));
    days_pass(&mut shop, 95);
    let home = shop.call("view_home", json!({}));
    assert_eq!((&home["remind"]["total"], &home["markdown"]["total"]), (&json!(0), &json!(5)));
    let told = json!({ "consignor": "reshma", "item": KURTA, "step": "markdown", "agreed": false, "how": "फ़ोन पर" });
    shop.call("answer_unsold", told);
    assert_eq!(shop.call("view_home", json!({}))["markdown"]["total"], 4, "who was asked is no longer to be asked");
}

/// The till was shut that long; a manager says that its clock is right where somebody must.
pub fn days_pass(shop: &mut Shop, days: i64) {
    shop.clock.pass_minutes(days * 24 * 60);
    let right = json!({ "manager": "anil", "pin": tests::PIN });
    match till::commands::run(shop.desk(), "accept_clock", right) {
        Ok(_) | Err(till::fault::Stop::Refusal(domain::refusal::Refusal::ClockNotJumped)) => {}
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn each_list_has_a_name_of_its_own_and_says_what_is_on_it() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let mut paths = std::collections::BTreeSet::new();
    let mut saved = |shop: &mut Shop, owner: Value, filter: &str, words: &str| {
        let list = json!({ "owner": owner, "filter": filter, "text": words });
        let saved =
            shop.call("save_stock", json!({ "list": list, "file": "pdf" }))["path"].as_str().unwrap().to_owned();
        let paper = tests::read_pdf(std::path::Path::new(&saved));
        assert!(paths.insert(saved.clone()), "{saved} is written over");
        paper
    };
    let hers = saved(&mut shop, json!("consignor:reshma"), "here", "");
    assert!(hers.contains("यहाँ है") && hers.contains("रेशमा बेगम"), "{hers}");
    let mart = saved(&mut shop, json!("mart"), "here", "");
    assert!(mart.contains("किसका माल") && !mart.contains("रेशमा बेगम"), "{mart}");
    for filter in ["here", "all", "negative", "lost"] {
        saved(&mut shop, Value::Null, filter, "");
    }
    let found = saved(&mut shop, Value::Null, "here", "kurta");
    assert!(found.contains("kurta"), "{found}");
    saved(&mut shop, Value::Null, "here", &"लंबा नाम ../".repeat(40));
    let mut diya = shop.call("view_item", json!({ "item": DIYA }))["item"].clone();
    diya["reorder_milli"] = json!(500_000);
    shop.call("set_item", diya);
    let low = saved(&mut shop, Value::Null, "reorder", "");
    assert!(low.contains("500 नग बचने पर मँगाएँ"), "{low}");
    days_pass(&mut shop, 70);
    let old = saved(&mut shop, Value::Null, "ageing", "");
    assert!(old.contains("70 दिन से"), "{old}");
}

#[test]
fn what_a_consignor_never_brought_is_not_found_of_theirs() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let found = |item: &str, owner: &str| {
        let mut input = lost("found", 1_000);
        (input["item"], input["owner"]) = (json!(item), json!(owner));
        input
    };
    assert_eq!(shop.refuses("adjust_stock", found(DIYA, "consignor:reshma")), "never_brought");
    shop.call("adjust_stock", found(KURTA, "consignor:reshma"));
    shop.call("adjust_stock", found(KURTA, "mart"));
    shop.must_verify();
}
