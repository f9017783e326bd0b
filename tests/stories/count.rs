//! Counts of the stock while selling goes on: what is missing, what is found, and what a count cannot know.

use crate::stock::{DIYA, FABRIC, KURTA, MOONJ, here, payable, row};
use serde_json::{Value, json};
use tests::Shop;
use uuid::Uuid;

pub fn scan(shop: &mut Shop, count: &Value, code: &str, milli: i64) {
    shop.call("scan_stock", json!({ "count": count["id"], "code": code, "quantity_milli": milli }));
}

fn sells(shop: &mut Shop, code: &str) {
    shop.scans(code);
    let due = shop.basket()["due"]["paise"].clone();
    shop.pays(json!([{ "kind": "cash", "given_paise": due }]));
}

fn difference<'a>(review: &'a Value, sku: &str) -> Option<&'a Value> {
    review["differences"].as_array().unwrap().iter().find(|one| one["item"]["sku"] == sku)
}

#[test]
fn a_count_goes_on_while_goods_are_sold_and_knows_what_it_could_see() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    shop.call("open_shift", json!({ "float_paise": 0 }));
    let count = shop.call("start_stock_count", json!({ "category": "" }));
    let again = shop.call("start_stock_count", json!({ "category": "" }));
    assert_eq!(again["id"], count["id"], "one that goes on is gone on with");
    // Sold before it was counted: nineteen are there. Sold after: it was there.
    sells(&mut shop, "KURTA");
    scan(&mut shop, &count, "KURTA", 19_000);
    sells(&mut shop, "KURTA");
    // Counted in two goes with a sale between: nobody can tell.
    scan(&mut shop, &count, "DIYA", 100_000);
    sells(&mut shop, "DIYA");
    scan(&mut shop, &count, "DIYA", 99_000);
    scan(&mut shop, &count, "MOONJ", 33_000);
    for (code, milli) in [
        ("SURAHI", 9_000),
        ("BANGLE", 50_000),
        ("LOCK", 30_000),
        ("TOY", 25_000),
        ("ATTAR", 15_000),
        ("FABRIC", 41_000),
    ] {
        scan(&mut shop, &count, code, milli);
    }
    let seen = shop.call("view_stock_counts", json!({}))["counts"][0].clone();
    assert_eq!(
        (&seen["items"][0]["sku"], &seen["items"][0]["counted"], &seen["scans"]),
        (&json!("FABRIC"), &json!("41"), &json!(10))
    );
    assert!(seen.to_string().find("expected").is_none(), "a count is blind");
    assert_eq!(shop.refuses("scan_stock", json!({ "count": count["id"], "code": "4006381333931" })), "unknown_barcode");
    assert_eq!(shop.refuses("scan_stock", json!({ "count": Uuid::now_v7(), "code": "KURTA" })), "unknown_count");
    scan(&mut shop, &count, "TOY", 1_000);
    shop.call("undo_stock_scan", json!({ "count": count["id"] }));
    // A power cut loses no scan.
    shop.restarts();
    let at = json!({ "count": count["id"] });
    let review = shop.call("review_stock_count", at.clone());
    assert_eq!(difference(&review, "KURTA"), None);
    assert_eq!(difference(&review, "DIYA").unwrap()["unclear"], true);
    let moonj = difference(&review, "MOONJ").unwrap();
    assert_eq!(
        (&moonj["difference"], &moonj["missing"], &moonj["owners"][0]["lost"]),
        (&json!("-2"), &json!(true), &json!("2"))
    );
    assert_eq!(difference(&review, "FABRIC").unwrap()["difference"], "0.5");
    let dari = difference(&review, "DARI").unwrap();
    assert_eq!((&dari["unseen"], &dari["difference"]), (&json!(true), &json!("-8")));
    let close =
        json!({ "count": count["id"], "causes": [{ "item": MOONJ, "cause": "breakage" }], "note": "महीने की गिनती" });
    assert_eq!(shop.refuses("close_stock_count", close.clone()), "count_unclear");
    shop.call("recount_stock_item", json!({ "count": count["id"], "item": DIYA }));
    scan(&mut shop, &count, "DIYA", 199_000);
    scan(&mut shop, &count, "DARI", 8_000);
    let before = payable(&shop);
    shop.call("close_stock_count", close);
    assert_eq!(here(&mut shop, MOONJ, "consignor:reshma"), "33");
    assert_eq!(here(&mut shop, KURTA, "consignor:reshma"), "18");
    assert!(payable(&shop) > before, "what was broken is owed for");
    assert_eq!(shop.refuses("review_stock_count", at), "unknown_count");
    shop.must_verify();
}

#[test]
fn a_count_of_pieces_names_the_missing_ones_and_one_of_a_category_takes_no_others() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let draft = shop.call("start_draft", json!({ "consignor": "reshma" }));
    shop.call("add_to_draft", json!({ "draft": draft["id"], "code": "MOONJ", "quantity_milli": 3_000 }));
    shop.call(
        "set_draft_line",
        json!({ "draft": draft["id"], "line": 0, "brought_milli": 3_000, "accepted_milli": 3_000, "unique": true }),
    );
    let tags = shop.call("take_consignment", json!({ "draft": draft["id"] }))["tags"].clone();
    let tag = |no: usize| tags[no].as_str().unwrap().to_owned();
    shop.call("open_shift", json!({ "float_paise": 0 }));
    assert_eq!(shop.refuses("start_stock_count", json!({ "category": "x".repeat(41) })), "invalid_input");
    let brass = shop.call("start_stock_count", json!({ "category": "brass" }));
    assert_eq!(shop.refuses("scan_stock", json!({ "count": brass["id"], "code": tag(0) })), "not_counted");
    shop.call("drop_stock_count", json!({ "count": brass["id"] }));
    let count = shop.call("start_stock_count", json!({}));
    let code = |code: String| json!({ "count": count["id"], "code": code });
    shop.call("scan_stock", code(tag(0)));
    assert_eq!(shop.refuses("scan_stock", code(tag(0))), "piece_twice");
    assert_eq!(
        shop.refuses("scan_stock", json!({ "count": count["id"], "code": tag(1), "quantity_milli": 2_000 })),
        "piece_is_one"
    );
    // The first is sold after it was seen, the second is never seen.
    sells(&mut shop, &tag(0));
    shop.call("scan_stock", code(tag(2)));
    scan(&mut shop, &count, "MOONJ", 35_000);
    let review = shop.call("review_stock_count", json!({ "count": count["id"] }));
    let moonj = difference(&review, "MOONJ").unwrap();
    assert_eq!((&moonj["difference"], &moonj["unclear"]), (&json!("-1"), &json!(false)));
    for (code, milli) in [
        ("KURTA", 20_000),
        ("DIYA", 200_000),
        ("SURAHI", 9_000),
        ("BANGLE", 50_000),
        ("LOCK", 30_000),
        ("TOY", 25_000),
        ("ATTAR", 15_000),
        ("DARI", 8_000),
        ("FABRIC", 40_500),
    ] {
        scan(&mut shop, &count, code, milli);
    }
    shop.call("close_stock_count", json!({ "count": count["id"], "note": "" }));
    assert_eq!(shop.last_entry()["fact"]["lines"][0]["pieces"], json!([tag(1)]));
    assert_eq!(shop.call("view_piece", json!({ "code": tag(1) }))["piece"]["state"], "lost");
    // It turns up after all.
    let found = json!({ "id": Uuid::now_v7(), "item": MOONJ, "owner": "consignor:reshma", "cause": "found", "qty_milli": 1_000, "pieces": [tag(1)], "note": "अलमारी के पीछे" });
    shop.call("adjust_stock", found);
    assert_eq!(payable_of_moonj(&shop), 0);
    shop.must_verify();
}

fn payable_of_moonj(shop: &Shop) -> i64 {
    let db = rusqlite::Connection::open(&shop.db).unwrap();
    db.query_row("SELECT owed_paise FROM stock WHERE item = ?1", [MOONJ], |row| row.get(0)).unwrap()
}

/// Takes so many unique baskets in; answers their tags.
fn baskets(shop: &mut Shop, count: i64) -> Vec<String> {
    let draft = shop.call("start_draft", json!({ "consignor": "reshma" }));
    let milli = count * 1_000;
    shop.call("add_to_draft", json!({ "draft": draft["id"], "code": "MOONJ", "quantity_milli": milli }));
    let line =
        json!({ "draft": draft["id"], "line": 0, "brought_milli": milli, "accepted_milli": milli, "unique": true });
    shop.call("set_draft_line", line);
    let taken = shop.call("take_consignment", json!({ "draft": draft["id"] }));
    taken["tags"].as_array().unwrap().iter().map(|tag| tag.as_str().unwrap().to_owned()).collect()
}

fn state(shop: &mut Shop, tag: &str) -> Value {
    shop.call("view_piece", json!({ "code": tag }))["piece"]["state"].clone()
}

/// Scans everything that is here but what is named.
fn scan_all_but(shop: &mut Shop, count: &Value, left_out: &[&str]) {
    let rows = shop.call("view_stock", json!({ "filter": "here" }))["rows"].as_array().unwrap().clone();
    for row in rows {
        let sku = row["sku"].as_str().unwrap();
        if !left_out.contains(&sku) {
            scan(shop, count, sku, row["here_milli"].as_i64().unwrap());
        }
    }
}

#[test]
fn a_count_does_not_bring_back_what_was_sold_given_back_or_sent() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    shop.call("open_shift", json!({ "float_paise": 0 }));
    let tags = baskets(&mut shop, 6);
    sells(&mut shop, &tags[0]);
    let line = |tag: &str| json!([{ "item": MOONJ, "qty_milli": 1_000, "pieces": [tag] }]);
    let give = json!({ "id": Uuid::now_v7(), "consignor": "reshma", "lines": line(&tags[1]), "reason": "x" });
    shop.call("give_back", give);
    let to = json!({ "code": "VNS", "name": { "hi": "वाराणसी", "en": "Varanasi" }, "address": { "hi": "लंका", "en": "Lanka" }, "gstin": "09AAPFU0939F1ZT" });
    let mut lines = line(&tags[2]);
    lines[0]["owner"] = json!("consignor:reshma");
    shop.call("send_transfer", json!({ "id": Uuid::now_v7(), "to": to, "lines": lines }));
    let mut lost = crate::stock::lost("theft", 1_000);
    (lost["item"], lost["pieces"]) = (json!(MOONJ), json!([tags[3]]));
    shop.call("adjust_stock", lost);

    let count = shop.call("start_stock_count", json!({}));
    for gone in &tags[..3] {
        assert_eq!(shop.refuses("scan_stock", json!({ "count": count["id"], "code": gone })), "piece_gone");
    }
    // What was lost can turn up, and what is sold after it was seen stays sold.
    for here in &tags[3..] {
        shop.call("scan_stock", json!({ "count": count["id"], "code": here }));
    }
    sells(&mut shop, &tags[4]);
    scan_all_but(&mut shop, &count, &["MOONJ"]);
    scan(&mut shop, &count, "MOONJ", 35_000);
    let review = shop.call("review_stock_count", json!({ "count": count["id"] }));
    assert_eq!(review["differences"].as_array().unwrap().len(), 1, "{review}");
    assert_eq!(difference(&review, "MOONJ").unwrap()["difference"], "1");
    shop.call("close_stock_count", json!({ "count": count["id"], "note": "" }));
    let states: Vec<Value> = tags.iter().map(|tag| state(&mut shop, tag)).collect();
    assert_eq!(states, ["sold", "given", "transit", "here", "sold", "here"]);
    let row = row(&mut shop, MOONJ, "consignor:reshma");
    assert_eq!((&row["in_transit"], &row["sold"], &row["here"]), (&json!("1"), &json!("2"), &json!("37")));
    assert_eq!(shop.refuses("scan", json!({ "code": tags[0] })), "piece_gone", "it is not sold twice");
    shop.must_verify();
}

#[test]
fn what_comes_in_during_a_count_is_not_missing_and_what_was_sold_of_it_was_there() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    shop.call("open_shift", json!({ "float_paise": 0 }));
    let number = shop.sells(&["KURTA"])["number"].clone();
    let sold = baskets(&mut shop, 1);
    let bill = shop.sells(&[&sold[0]])["number"].clone();
    let count = shop.call("start_stock_count", json!({}));
    // Nobody has looked for kurtas, diyas or baskets when some are brought, bought, and come back.
    let brought = baskets(&mut shop, 2);
    let back = |number: &Value| json!({ "id": Uuid::now_v7().to_string(), "number": number, "lines": [{ "line": 0, "quantity_milli": 1_000, "resellable": true }], "reason": "नाप", "to_note": true });
    shop.call("take_return", back(&number));
    shop.call("take_return", back(&bill));
    let line = |item: &str| json!([{ "item": item, "qty_milli": 4_000 }]);
    shop.call("receive_stock", json!({ "owner": { "consignor": "sohit" }, "lines": line(KURTA) }));
    shop.call("receive_stock", json!({ "owner": "mart", "lines": line(DIYA) }));
    sells(&mut shop, "DIYA");
    scan_all_but(&mut shop, &count, &["KURTA", "DIYA", "MOONJ"]);
    let review = shop.call("review_stock_count", json!({ "count": count["id"] }));
    let told = |sku: &str| {
        let one = difference(&review, sku).unwrap();
        (one["difference"].as_str().unwrap().to_owned(), one["owners"].as_array().unwrap().len())
    };
    assert_eq!(told("KURTA"), ("-19".to_owned(), 1), "nineteen of Reshma's stood there, none of Sohit's");
    assert_eq!(told("DIYA"), ("-199".to_owned(), 1), "of two hundred one was sold and so was there");
    assert_eq!(told("MOONJ"), ("-35".to_owned(), 1), "no piece is missing");
    shop.call("close_stock_count", json!({ "count": count["id"], "note": "" }));
    assert_eq!(here(&mut shop, KURTA, "consignor:reshma"), "1");
    assert_eq!(here(&mut shop, KURTA, "consignor:sohit"), "4");
    assert_eq!(here(&mut shop, DIYA, "mart"), "4");
    for tag in brought.iter().chain(&sold) {
        assert_eq!(state(&mut shop, tag), "here");
    }
    shop.must_verify();
}

#[test]
fn a_piece_that_was_here_before_its_item_was_counted_is_missing() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    shop.call("open_shift", json!({ "float_paise": 0 }));
    let count = shop.call("start_stock_count", json!({}));
    let early = baskets(&mut shop, 2);
    shop.call("scan_stock", json!({ "count": count["id"], "code": early[0] }));
    let late = baskets(&mut shop, 1);
    scan(&mut shop, &count, "MOONJ", 35_000);
    scan_all_but(&mut shop, &count, &["MOONJ"]);
    shop.call("close_stock_count", json!({ "count": count["id"], "note": "" }));
    let states: Vec<Value> = early.iter().chain(&late).map(|tag| state(&mut shop, tag)).collect();
    assert_eq!(states, ["here", "lost", "here"]);
    assert!(payable(&shop) > 0);
    shop.must_verify();
}

#[test]
fn what_a_count_found_out_is_saved_as_a_list() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let count = shop.call("start_stock_count", json!({}));
    scan_all_but(&mut shop, &count, &["KURTA"]);
    scan(&mut shop, &count, "KURTA", 18_000);
    let saved = |shop: &mut Shop, file: &str| {
        let saved = shop.call("save_stock_count", json!({ "count": count["id"], "file": file }));
        std::path::PathBuf::from(saved["path"].as_str().unwrap())
    };
    let text = std::fs::read_to_string(saved(&mut shop, "csv")).unwrap();
    assert!(text.contains("KURTA,") && text.contains(",reshma,20,18,-2,") && text.lines().count() == 2, "{text}");
    assert!(tests::read_pdf(&saved(&mut shop, "pdf")).contains("चिकनकारी कुर्ता"));
    shop.signs_in("imran");
    let input = json!({ "count": count["id"], "file": "csv" });
    assert_eq!(shop.refuses("save_stock_count", input), "approval_needed", "a count is blind");
}

#[test]
fn a_vendor_s_missing_goods_are_shown_as_the_vendor_s() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let gstin = "09AABCU9603R1ZL";
    shop.call(
        "set_vendor",
        json!({ "gstin": gstin, "name": { "hi": "पीतल भंडार", "en": "Pital Bhandar" }, "address": "मुरादाबाद" }),
    );
    let mut vase = shop.call("view_item", json!({ "item": DIYA }))["item"].clone();
    let id = Uuid::now_v7().to_string();
    for (field, value) in [("id", json!(id)), ("sku", json!("VASE")), ("barcode", json!(""))] {
        vase[field] = value;
    }
    shop.call("set_item", vase);
    let challan = json!({ "id": Uuid::now_v7(), "vendor": gstin, "challan": "PB/1", "challan_date": "2026-11-23", "lines": [{ "item": id, "qty_milli": 3_000 }] });
    shop.call("take_approval", challan);
    let count = shop.call("start_stock_count", json!({}));
    scan_all_but(&mut shop, &count, &["VASE"]);
    let review = shop.call("review_stock_count", json!({ "count": count["id"] }));
    assert_eq!(difference(&review, "VASE").unwrap()["owners"][0]["name"]["en"], "Pital Bhandar");
}

#[test]
fn what_was_set_right_by_hand_during_a_count_is_not_written_off_again() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let count = shop.call("start_stock_count", json!({}));
    let adjusts = |shop: &mut Shop, cause: &str, milli: i64, item: &str, owner: &str| {
        let mut input = crate::stock::lost(cause, milli);
        (input["item"], input["owner"]) = (json!(item), json!(owner));
        shop.call("adjust_stock", input);
    };
    scan_all_but(&mut shop, &count, &["KURTA", "MOONJ", "DIYA", "FABRIC"]);
    // Two kurtas are gone when they are counted, and then somebody says so; one basket breaks after it was counted.
    scan(&mut shop, &count, "KURTA", 18_000);
    adjusts(&mut shop, "theft", 2_000, KURTA, "consignor:reshma");
    scan(&mut shop, &count, "MOONJ", 35_000);
    adjusts(&mut shop, "breakage", 1_000, MOONJ, "consignor:reshma");
    // Of three diyas that are gone one is told of; and half a metre that was there is said to be missing.
    scan(&mut shop, &count, "DIYA", 197_000);
    adjusts(&mut shop, "theft", 1_000, DIYA, "mart");
    scan(&mut shop, &count, "FABRIC", 40_500);
    adjusts(&mut shop, "missing", 500, FABRIC, "consignor:reshma");
    let review = shop.call("review_stock_count", json!({ "count": count["id"] }));
    assert_eq!((difference(&review, "KURTA"), difference(&review, "MOONJ")), (None, None));
    assert_eq!(difference(&review, "DIYA").unwrap()["unclear"], true);
    assert_eq!(difference(&review, "FABRIC").unwrap()["unclear"], true);
    let close = json!({ "count": count["id"], "note": "" });
    assert_eq!(shop.refuses("close_stock_count", close.clone()), "count_unclear");
    for (item, code, milli) in [(DIYA, "DIYA", 197_000), (FABRIC, "FABRIC", 40_000)] {
        shop.call("recount_stock_item", json!({ "count": count["id"], "item": item }));
        scan(&mut shop, &count, code, milli);
    }
    let before = payable(&shop);
    shop.call("close_stock_count", close);
    assert_eq!(payable(&shop), before, "what was owed for is not owed for again");
    assert_eq!(here(&mut shop, KURTA, "consignor:reshma"), "18");
    assert_eq!(here(&mut shop, MOONJ, "consignor:reshma"), "34");
    assert_eq!(here(&mut shop, DIYA, "mart"), "197");
    assert_eq!(here(&mut shop, FABRIC, "consignor:reshma"), "40");
    shop.must_verify();
}

#[test]
fn what_another_count_wrote_off_is_not_written_off_again() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let mine = shop.call("start_stock_count", json!({}));
    assert_eq!(shop.refuses("start_stock_count", json!({ "category": "brass" })), "count_overlaps");
    shop.call("drop_stock_count", json!({ "count": mine["id"] }));
    let brass = shop.call("start_stock_count", json!({ "category": "brass" }));
    let clay = shop.call("start_stock_count", json!({ "category": "clay" }));
    assert_eq!(shop.refuses("start_stock_count", json!({})), "count_overlaps");
    assert_eq!(shop.call("start_stock_count", json!({ "category": "brass" }))["id"], brass["id"], "gone on with");
    // Two of the same goods that were begun when that was not refused.
    let db = rusqlite::Connection::open(&shop.db).unwrap();
    db.execute("UPDATE stock_count SET category = ''", []).unwrap();
    for count in [&brass, &clay] {
        scan_all_but(&mut shop, count, &["KURTA"]);
        scan(&mut shop, count, "KURTA", 18_000);
    }
    shop.call("close_stock_count", json!({ "count": brass["id"], "note": "" }));
    let owed = payable(&shop);
    assert!(owed > 0);
    let review = shop.call("review_stock_count", json!({ "count": clay["id"] }));
    assert_eq!(review["differences"], json!([]));
    shop.call("close_stock_count", json!({ "count": clay["id"], "note": "" }));
    assert_eq!((payable(&shop), here(&mut shop, KURTA, "consignor:reshma")), (owed, "18".to_owned()));
    shop.must_verify();
}
