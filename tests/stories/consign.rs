//! Intake: from the first line of a draft to goods on the shelf with their owner, and what happens in between.

use serde_json::{Value, json};
use tests::Shop;

fn kurta() -> String {
    "00000000-0000-0000-0000-000000000001".to_owned()
}

fn starts(shop: &mut Shop) -> Value {
    shop.call("start_draft", json!({ "consignor": "reshma" }))
}

fn adds(shop: &mut Shop, draft: &Value, code: &str, milli: i64) -> Value {
    shop.call("add_to_draft", json!({ "draft": draft["id"], "code": code, "quantity_milli": milli }))
}

fn here(shop: &mut Shop, item: &str) -> Value {
    let view = shop.call("view_stock_item", json!({ "item": item }));
    view["rows"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["owner"] == "consignor:reshma")
        .map_or(Value::Null, |row| row["here"].clone())
}

#[test]
fn goods_are_written_down_sorted_and_taken_with_their_owner() {
    let mut shop = Shop::new();
    shop.signs_in("imran");
    assert_eq!(shop.refuses("start_draft", json!({ "consignor": "nobody" })), "unknown_consignor");
    let draft = starts(&mut shop);
    let at = json!({ "draft": draft["id"] });
    assert_eq!(shop.refuses("take_consignment", at.clone()), "consignment_empty");
    assert_eq!(
        shop.refuses("add_to_draft", json!({ "draft": draft["id"], "code": "nothing", "quantity_milli": 1_000 })),
        "unknown_barcode"
    );
    adds(&mut shop, &draft, "KURTA", 3_000);
    // Scanned again it is one line; the item's id will do as well.
    let view = adds(&mut shop, &draft, &kurta(), 2_000);
    assert_eq!((view["lines"].as_array().unwrap().len(), &view["lines"][0]["brought"]), (1, &json!("5")));
    let line = |accepted: i64, reason: &str| json!({ "draft": draft["id"], "line": 0, "brought_milli": 5_000, "accepted_milli": accepted, "reason": reason, "asked_paise": 45_000 });
    assert_eq!(shop.refuses("set_draft_line", line(6_000, "")), "quantity_out_of_range");
    assert_eq!(shop.refuses("set_draft_line", line(4_000, " ")), "rejection_reason_missing");
    let view = shop.call("set_draft_line", line(4_000, "रंग उड़ा है"));
    assert_eq!((&view["lines"][0]["rejected"], &view["accepted"]["hi"]), (&json!("1"), &json!("4 नग")));
    adds(&mut shop, &draft, "DIYA", 1_000);
    let view = shop.call("remove_draft_line", json!({ "draft": draft["id"], "line": 1 }));
    assert_eq!(view["lines"].as_array().unwrap().len(), 1);
    shop.call("note_draft", json!({ "draft": draft["id"], "note": "गाँव के शिविर से" }));

    // A power cut: the draft is where it was.
    shop.restarts();
    let drafts = shop.call("view_drafts", json!({}));
    assert_eq!(
        (&drafts["drafts"][0]["note"], &drafts["drafts"][0]["accepted"]["hi"]),
        (&json!("गाँव के शिविर से"), &json!("4 नग"))
    );

    let before: i64 = here(&mut shop, &kurta()).as_str().unwrap().parse().unwrap();
    let taken = shop.call("take_consignment", at.clone());
    assert_eq!(taken["number"], "LKO1A/26/N000001");
    assert_eq!(here(&mut shop, &kurta()), json!((before + 4).to_string()));
    // Asked for twice it happens once.
    assert_eq!(shop.call("take_consignment", at.clone())["number"], "LKO1A/26/N000001");
    assert_eq!(here(&mut shop, &kurta()), json!((before + 4).to_string()));
    let entry = shop.last_entry();
    assert_eq!((&entry["kind"], &entry["fact"]["agreement_version"]), (&json!("consignment_taken"), &json!(1)));
    assert_eq!(shop.refuses("set_draft_line", line(4_000, "x")), "unknown_draft");
    let drafts = shop.call("view_drafts", json!({}));
    assert_eq!(
        (drafts["drafts"].as_array().unwrap().len(), &drafts["taken"][0]["rejected"]["hi"]),
        (0, &json!("1 नग"))
    );
    let moves = shop.call("view_stock_item", json!({ "item": kurta() }))["moves"].clone();
    assert_eq!((&moves[0]["kind"], &moves[0]["number"]), (&json!("in"), &json!("LKO1A/26/N000001")));
    shop.must_verify();
}

#[test]
fn a_draft_can_be_thrown_away_and_who_has_no_agreement_brings_nothing() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let draft = starts(&mut shop);
    adds(&mut shop, &draft, "KURTA", 1_000);
    assert_eq!(shop.call("drop_draft", json!({ "draft": draft["id"] }))["drafts"], json!([]));
    assert_eq!(
        shop.refuses("add_to_draft", json!({ "draft": draft["id"], "code": "KURTA", "quantity_milli": 1_000 })),
        "unknown_draft"
    );
    let consignor = json!({ "id": "munni", "name": { "hi": "मुन्नी देवी", "en": "Munni Devi" },
        "village": { "hi": "गाँव", "en": "village" }, "district": "SLN", "craft": { "hi": "मूँज", "en": "moonj" } });
    shop.call(
        "set_consignor",
        json!({ "consignor": consignor, "identity": { "mobile": "9876543210" }, "consent": true }),
    );
    assert_eq!(shop.refuses("start_draft", json!({ "consignor": "munni" })), "no_agreement");
}

#[test]
fn a_second_count_is_blind_and_its_differences_are_settled_before_the_goods_are_taken() {
    let mut shop = Shop::new();
    shop.signs_in("imran");
    let draft = starts(&mut shop);
    let at = json!({ "draft": draft["id"] });
    assert_eq!(shop.refuses("recount_draft", at.clone()), "consignment_empty");
    adds(&mut shop, &draft, "KURTA", 5_000);
    adds(&mut shop, &draft, "DIYA", 2_000);
    let blind = shop.call("recount_draft", at.clone());
    assert_eq!(
        (&blind["blind"], &blind["lines"][0]["brought"], &blind["brought"]),
        (&json!(true), &Value::Null, &Value::Null)
    );
    assert_eq!(shop.refuses("take_consignment", at.clone()), "count_goes_on");
    shop.call("drop_recount", json!({ "draft": draft["id"], "reason": "बीच में ग्राहक आए" }));
    shop.call("recount_draft", at.clone());
    shop.signs_in("anil");
    let again = |line: i64, milli: i64| json!({ "draft": draft["id"], "line": line, "brought_milli": milli });
    let still = shop.call("recount_line", again(0, 4_000));
    assert_eq!(still["lines"][0]["brought"], Value::Null);
    let open = shop.call("recount_line", again(1, 2_000));
    assert_eq!(
        (&open["lines"][0]["brought"], &open["lines"][0]["again"], &open["lines"][0]["differs"]),
        (&json!("5"), &json!("4"), &json!(true))
    );
    assert_eq!(shop.refuses("take_consignment", at.clone()), "count_differs");
    assert_eq!(shop.refuses("recount_line", again(0, 5_000)), "recount_over", "both counts are shown");
    shop.call(
        "set_draft_line",
        json!({ "draft": draft["id"], "line": 0, "brought_milli": 4_000, "accepted_milli": 4_000 }),
    );
    shop.call("take_consignment", at);
    assert_eq!(shop.last_entry()["fact"]["counted_by"], "anil");
    shop.must_verify();
}

#[test]
fn unique_pieces_get_tags_are_sold_by_them_and_each_is_in_one_place() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let draft = starts(&mut shop);
    adds(&mut shop, &draft, "KURTA", 2_000);
    let unique = json!({ "draft": draft["id"], "line": 0, "brought_milli": 2_000, "accepted_milli": 2_000, "unique": true,
        "pieces": [{ "price_paise": 150_000, "note": "नीला" }, { "note": "लाल" }] });
    let view = shop.call("set_draft_line", unique);
    assert_eq!(view["lines"][0]["pieces"][1]["note"], "लाल");
    // Another line of unique pieces beside it: each has a tag of its own.
    adds(&mut shop, &draft, "MOONJ", 1_000);
    shop.call(
        "set_draft_line",
        json!({ "draft": draft["id"], "line": 1, "brought_milli": 1_000, "accepted_milli": 1_000, "unique": true }),
    );
    let tags = shop.call("take_consignment", json!({ "draft": draft["id"] }))["tags"].clone();
    assert_eq!(tags.as_array().unwrap().len(), 3);
    let (blue, red) = (tags[0].as_str().unwrap().to_owned(), tags[1].as_str().unwrap().to_owned());
    assert_eq!((blue.len(), &blue[..2]), (13, "22"));

    shop.call("open_shift", json!({ "float_paise": 0 }));
    let basket = shop.scans(&blue);
    assert_eq!(basket["lines"][0]["price"]["paise"], 150_000, "its own price");
    assert_eq!(basket["lines"][0]["piece"], json!(blue));
    assert_eq!(shop.refuses("scan", json!({ "code": blue })), "piece_twice");
    assert_eq!(shop.refuses("set_quantity", json!({ "line": 0, "quantity_milli": 2_000 })), "piece_is_one");
    // The basket comes back with the piece it had.
    shop.restarts();
    let basket = shop.basket();
    let due = basket["due"]["paise"].clone();
    shop.pays(json!([{ "kind": "cash", "given_paise": due }]));
    assert_eq!(shop.last_entry()["fact"]["lines"][0]["piece"], json!(blue));
    assert_eq!(shop.refuses("scan", json!({ "code": blue })), "piece_gone");
    let story = shop.call("view_piece", json!({ "code": blue }));
    let states: Vec<&str> =
        story["steps"].as_array().unwrap().iter().map(|step| step["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["here", "sold"]);
    assert_eq!(
        (&story["steps"][0]["number"], &story["steps"][1]["number"]),
        (&json!("LKO1A/26/N000001"), &json!("LKO1A/26/T000001"))
    );

    // Taken back whole it is here again; broken it is not.
    let back = |number: &str, resellable: bool| json!({ "id": uuid::Uuid::now_v7().to_string(), "number": number, "lines": [{ "line": 0, "quantity_milli": 1_000, "resellable": resellable }], "reason": "छोटा", "to_note": false });
    shop.call("take_return", back("LKO1A/26/T000001", true));
    assert_eq!(shop.call("view_piece", json!({ "code": blue }))["piece"]["state"], "here");
    shop.scans(&red);
    let due = shop.basket()["due"]["paise"].clone();
    shop.pays(json!([{ "kind": "cash", "given_paise": due }]));
    shop.call("void_sale", json!({ "number": "LKO1A/26/T000002", "reason": "ग़लत" }));
    assert_eq!(shop.call("view_piece", json!({ "code": red }))["piece"]["state"], "here");
    assert_eq!(shop.refuses("view_piece", json!({ "code": "2200000009999" })), "unknown_piece");
    shop.must_verify();
}

#[test]
fn a_photograph_that_is_none_or_too_large_is_refused_and_the_draft_stays() {
    let mut shop = Shop::new();
    shop.signs_in("imran");
    let draft = starts(&mut shop);
    adds(&mut shop, &draft, "KURTA", 1_000);
    let with = |content: String| json!({ "draft": draft["id"], "line": 0, "content_base64": content });
    let encode = |bytes: &[u8]| data_encoding::BASE64.encode(bytes);
    assert_eq!(shop.refuses("picture_draft_line", with(encode(b"no picture at all"))), "not_a_picture");
    assert_eq!(shop.refuses("picture_draft_line", with(encode(&vec![0xff; 50 << 20]))), "picture_too_large");
    let png = crate::items::png(900);
    let view = shop.call("picture_draft_line", with(encode(&png)));
    assert_eq!(view["lines"][0]["picture"].as_str().map(str::len), Some(64));
    assert_eq!(view["lines"][0]["brought"], "1");
    shop.call("view_picture", json!({ "picture": view["lines"][0]["picture"] }));
}

#[test]
fn what_mart_and_maker_sign_is_printed_in_two_copies_and_tags_are_made() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let note = |number: &str| json!({ "note": { "number": number } });
    assert_eq!(shop.refuses("print_slip", note("LKO1A/26/N000001")), "unknown_bill");
    let draft = starts(&mut shop);
    adds(&mut shop, &draft, "KURTA", 2_000);
    adds(&mut shop, &draft, "FABRIC", 2_500);
    let unique = json!({ "draft": draft["id"], "line": 0, "brought_milli": 2_000, "accepted_milli": 1_000, "reason": "टूटा है", "asked_paise": 45_000, "unique": true, "pieces": [{ "note": "नीला" }] });
    shop.call("set_draft_line", unique);
    let taken = shop.call("take_consignment", json!({ "draft": draft["id"] }));
    let number = taken["number"].as_str().unwrap().to_owned();
    // Without a printer nothing waits to be printed, and the note can be saved.
    assert_eq!(shop.print_jobs().len(), 0);
    assert_eq!(shop.refuses("print_slip", note(&number)), "no_printer");
    let saved = shop.call("save_slip", note(&number))["path"].as_str().unwrap().to_owned();
    let text = tests::read_pdf(std::path::Path::new(&saved));
    assert!(text.contains("दाम ₹2,199 नीला"), "the piece is sold at the item's price: {text}");
    for said in [
        "जमा पर्ची",
        &number,
        "चिकनकारी कुर्ता",
        "1 नग",
        "2.5 मीटर",
        "टूटा है",
        "नीला",
        "कारीगर की प्रति",
        "मार्ट की प्रति",
        "रेशमा बेगम",
    ] {
        assert!(text.contains(said), "{said} is not in {text}");
    }
    assert_eq!(text.matches("चिकनकारी कुर्ता").count(), 2, "once in each copy");

    shop.prints_into_folder(80);
    shop.call("print_slip", note(&number));
    shop.call("print_slip", note(&number));
    shop.prints();
    assert!(shop.print_jobs().iter().all(|job| job["state"] == "printed"));
    let copies: Vec<i64> = shop.print_jobs().iter().map(|job| job["copy"].as_i64().unwrap()).collect();
    assert_eq!(copies.iter().sum::<i64>(), 1, "the second is a duplicate: {copies:?}");
    let terms = json!({ "agreement": { "consignor": "reshma", "version": 1 } });
    shop.call("print_slip", terms.clone());
    let saved = shop.call("save_slip", terms)["path"].as_str().unwrap().to_owned();
    let text = tests::read_pdf(std::path::Path::new(&saved));
    assert!(text.contains("अनुबंध") && text.contains("20%") && text.contains("गवाह"), "{text}");
    assert_eq!(
        shop.refuses("save_slip", json!({ "agreement": { "consignor": "reshma", "version": 9 } })),
        "invalid_input"
    );

    let tags = shop.call("print_tags", json!({ "number": number, "sheet": "5x13" }));
    assert_eq!(tags["labels"], 2, "one for the piece, one for what is sold by the metre");
    let text = tests::read_pdf(std::path::Path::new(tags["path"].as_str().unwrap()));
    assert!(text.contains(taken["tags"][0].as_str().unwrap()), "{text}");
    assert_eq!(shop.refuses("print_tags", json!({ "number": "LKO1A/26/N000009", "sheet": "5x13" })), "unknown_bill");
    shop.must_verify();
}

#[test]
fn the_note_that_is_signed_tells_the_price_of_each_piece() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let draft = starts(&mut shop);
    adds(&mut shop, &draft, "KURTA", 2_000);
    let pieces = json!([{ "price_paise": 150_000, "note": "नीला", "mark": "HLM 42" }, { "price_paise": 180_000 }]);
    let line = json!({ "draft": draft["id"], "line": 0, "brought_milli": 2_000, "accepted_milli": 2_000, "unique": true, "pieces": pieces });
    shop.call("set_draft_line", line);
    let number = shop.call("take_consignment", json!({ "draft": draft["id"] }))["number"].clone();
    let saved = shop.call("save_slip", json!({ "note": { "number": number } }))["path"].as_str().unwrap().to_owned();
    let text = tests::read_pdf(std::path::Path::new(&saved));
    assert!(text.contains("दाम ₹1,500 नीला") && text.contains("दाम ₹1,800"), "{text}");
    assert!(!text.contains("2,199"), "nothing of it is sold at the item's price: {text}");
    // The number of its mark goes with the piece: onto the note, its tag, and the certificate of who buys it.
    assert!(text.contains("नीला HLM 42"), "{text}");
    let tags = shop.call("print_tags", json!({ "number": number, "sheet": "3x8" }));
    let text = tests::read_pdf(std::path::Path::new(tags["path"].as_str().unwrap()));
    assert_eq!((text.matches("Mark HLM 42").count(), text.matches("MRP ₹1,500").count()), (1, 1), "{text}");
    let pieces = shop.call("view_stock_item", json!({ "item": kurta() }))["pieces"].clone();
    let blue = pieces.as_array().unwrap().iter().find(|one| one["mark"] == "HLM 42").expect("the blue one");
    shop.call("open_shift", json!({ "float_paise": 0 }));
    let sold = shop.sells(&[blue["code"].as_str().unwrap()])["number"].clone();
    let saved = shop.call("save_document", json!({ "number": sold, "form": "certificate_a5" }));
    let text = tests::read_pdf(std::path::Path::new(saved["path"].as_str().unwrap()));
    assert!(text.contains("HLM 42"), "{text}");
    shop.must_verify();
}

#[test]
fn notes_stay_in_reach_however_much_else_is_written() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let draft = starts(&mut shop);
    adds(&mut shop, &draft, "KURTA", 2_000);
    shop.call("take_consignment", json!({ "draft": draft["id"] }));
    let give = json!({ "id": uuid::Uuid::now_v7(), "consignor": "reshma", "lines": [{ "item": kurta(), "qty_milli": 1_000 }], "reason": "x" });
    shop.call("give_back", give);
    for _ in 0..60 {
        let lost = json!({ "id": uuid::Uuid::now_v7(), "item": "00000000-0000-0000-0000-000000000002", "owner": "mart", "cause": "breakage", "qty_milli": 1_000, "note": "x" });
        shop.call("adjust_stock", lost);
    }
    assert_eq!(shop.call("view_drafts", json!({}))["taken"][0]["number"], "LKO1A/26/N000001");
    let saved = shop.call("save_consignments", json!({ "file": "csv" }))["path"].as_str().unwrap().to_owned();
    assert!(std::fs::read_to_string(saved).unwrap().contains("LKO1A/26/N000001,23-11-2026,reshma,"));
    let notes = shop.call("view_notes", json!({ "consignor": "reshma" }))["notes"].clone();
    let told =
        |no: usize| (notes[no]["number"].clone(), notes[no]["given_back"].clone(), notes[no]["quantity"]["hi"].clone());
    assert_eq!(told(0), (json!("LKO1A/26/R000001"), json!(true), json!("1 नग")));
    assert_eq!(told(1), (json!("LKO1A/26/N000001"), json!(false), json!("2 नग")));
    assert_eq!(shop.call("view_notes", json!({ "consignor": "sohit" }))["notes"], json!([]));
    // What prints on an item's sheet is what is the mart's own.
    let moves = shop.call("view_stock_item", json!({ "item": kurta() }))["moves"].clone();
    let prints: Vec<bool> = moves.as_array().unwrap().iter().map(|one| one["prints"].as_bool().unwrap()).collect();
    assert_eq!(prints, [true, true, false], "the first came by no note");
}

#[test]
fn half_of_what_is_counted_is_taken_nowhere() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let draft = starts(&mut shop);
    let half = |code: &str| json!({ "draft": draft["id"], "code": code, "quantity_milli": 1_500 });
    assert_eq!(shop.refuses("add_to_draft", half("KURTA")), "quantity_whole");
    shop.call("add_to_draft", half("FABRIC"));
    adds(&mut shop, &draft, "KURTA", 2_000);
    let line = |accepted: i64| json!({ "draft": draft["id"], "line": 1, "brought_milli": 2_000, "accepted_milli": accepted, "reason": "x" });
    assert_eq!(shop.refuses("set_draft_line", line(500)), "quantity_whole");
    shop.call("set_draft_line", line(0));
    shop.call("recount_draft", json!({ "draft": draft["id"] }));
    let again = json!({ "draft": draft["id"], "line": 1, "brought_milli": 1_500 });
    assert_eq!(shop.refuses("recount_line", again), "quantity_whole");
    let lost = json!({ "id": uuid::Uuid::now_v7(), "item": kurta(), "owner": "consignor:reshma", "cause": "theft", "qty_milli": 500, "note": "x" });
    assert_eq!(shop.refuses("adjust_stock", lost), "quantity_whole");
    let received = json!({ "owner": { "consignor": "reshma" }, "lines": [{ "item": kurta(), "qty_milli": 500 }] });
    assert_eq!(shop.refuses("receive_stock", received), "quantity_whole");
    shop.call("open_shift", json!({ "float_paise": 0 }));
    assert_eq!(shop.refuses("scan", json!({ "code": "KURTA", "quantity_milli": 500 })), "quantity_whole");
    assert_eq!(shop.refuses("add_item", json!({ "item": kurta(), "quantity_milli": 1_500 })), "quantity_whole");
    shop.call("scan", json!({ "code": "KURTA" }));
    assert_eq!(shop.refuses("set_quantity", json!({ "line": 0, "quantity_milli": 2_500 })), "quantity_whole");
    assert_eq!(shop.basket()["lines"][0]["quantity"], "1", "as it was");
    shop.call("remove_line", json!({ "line": 0 }));
    let give = json!({ "id": uuid::Uuid::now_v7(), "consignor": "reshma", "lines": [{ "item": kurta(), "qty_milli": 500 }], "reason": "x" });
    assert_eq!(shop.refuses("give_back", give), "quantity_whole");
    let count = shop.call("start_stock_count", json!({}));
    let seen = json!({ "count": count["id"], "code": "KURTA", "quantity_milli": 500 });
    assert_eq!(shop.refuses("scan_stock", seen), "quantity_whole");
    let to = json!({ "code": "VNS", "name": { "hi": "वाराणसी", "en": "Varanasi" }, "address": { "hi": "लंका", "en": "Lanka" }, "gstin": "09AAPFU0939F1ZT" });
    let lines = json!([{ "item": kurta(), "owner": "consignor:reshma", "qty_milli": 500 }]);
    let send = json!({ "id": uuid::Uuid::now_v7(), "to": to, "lines": lines });
    assert_eq!(shop.refuses("send_transfer", send), "quantity_whole");
    let id = uuid::Uuid::now_v7();
    let lines = json!([{ "item": kurta(), "owner": "consignor:reshma", "qty_milli": 2_000 }]);
    shop.call("send_transfer", json!({ "id": id, "to": to, "lines": lines }));
    let end = json!({ "transfer": id, "lines": [{ "arrived_milli": 1_500, "back_milli": 500 }], "note": "x" });
    assert_eq!(shop.refuses("settle_transfer", end), "quantity_whole");
}

#[test]
fn the_certificate_names_the_geographical_indication() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    shop.call("open_shift", json!({ "float_paise": 0 }));
    let mut certificate = |district: Value, gi_name: Value| {
        let mut item = shop.call("view_item", json!({ "item": kurta() }))["item"].clone();
        for (field, value) in [("gi", json!(true)), ("district", district), ("gi_name", gi_name)] {
            item[field] = value;
        }
        shop.call("set_item", item);
        let number = shop.sells(&["KURTA"])["number"].clone();
        let saved = shop.call("save_document", json!({ "number": number, "form": "certificate" }));
        tests::read_pdf(std::path::Path::new(saved["path"].as_str().unwrap()))
    };
    let lucknow = json!({ "hi": "लखनऊ", "en": "Lucknow" });
    let paper = certificate(lucknow.clone(), json!("Lucknow Chikan Craft"));
    assert!(paper.contains("Lucknow Chikan Craft") && !paper.contains("पंजीकृत GI"), "{paper}");
    // An entry of before tells no name: it is the district's only one, and unknown where there are two.
    let paper = certificate(lucknow, json!(""));
    assert!(paper.contains("पंजीकृत GI"), "{paper}");
    let paper = certificate(json!({ "hi": "अलीगढ़", "en": "Aligarh" }), json!(""));
    assert!(paper.contains("Aligarh Tala"), "{paper}");
}

#[test]
fn a_group_s_artisan_who_made_a_piece_is_named_with_it() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let name = |hi: &str, en: &str| json!({ "hi": hi, "en": en });
    let (shabana, noor) = (name("शबाना", "Shabana"), name("नूर", "Noor"));
    let group = |members: Value| {
        let consignor = json!({ "id": "reshma", "name": name("रेशमा बेगम", "reshma"), "village": name("गाँव", "village"),
            "district": "LKO", "craft": name("शिल्प", "craft"), "artisans": 12, "members": members });
        json!({ "consignor": consignor, "identity": { "mobile": "9876543210" }, "consent": true })
    };
    assert_eq!(shop.refuses("set_consignor", group(json!([shabana, shabana]))), "invalid_input", "twice");
    assert_eq!(shop.refuses("set_consignor", group(json!([name(" ", "x")]))), "invalid_input", "no name");
    shop.call("set_consignor", group(json!([shabana, noor])));
    let draft = shop.call("start_draft", json!({ "consignor": "reshma" }));
    assert_eq!(draft["members"], json!([shabana, noor]));
    shop.call("add_to_draft", json!({ "draft": draft["id"], "code": "MOONJ", "quantity_milli": 2_000 }));
    let mut line = json!({ "draft": draft["id"], "line": 0, "brought_milli": 2_000, "accepted_milli": 2_000, "unique": true,
        "made_by": shabana, "pieces": [{}, { "made_by": name("सलमा", "Salma") }] });
    assert_eq!(shop.refuses("set_draft_line", line.clone()), "invalid_input", "none of theirs");
    line["pieces"][1]["made_by"] = noor.clone();
    shop.call("set_draft_line", line);
    let taken = shop.call("take_consignment", json!({ "draft": draft["id"] }));
    let made_by = |shop: &mut Shop, no: usize| {
        shop.call("view_piece", json!({ "code": taken["tags"][no] }))["piece"]["made_by"].clone()
    };
    assert_eq!((made_by(&mut shop, 0), made_by(&mut shop, 1)), (shabana.clone(), noor));
    let note = shop.call("save_slip", json!({ "note": { "number": taken["number"] } }));
    let paper = tests::read_pdf(std::path::Path::new(note["path"].as_str().unwrap()));
    assert!(paper.contains("शबाना") && paper.contains("नूर"), "{paper}");
    shop.call("open_shift", json!({ "float_paise": 0 }));
    shop.scans(taken["tags"][0].as_str().unwrap());
    let due = shop.basket()["due"]["paise"].clone();
    let number = shop.pays(json!([{ "kind": "cash", "given_paise": due }]))["number"].clone();
    assert_eq!(shop.last_entry()["fact"]["lines"][0]["item"]["maker"], shabana, "the receipt names her");
    let saved = shop.call("save_document", json!({ "number": number, "form": "certificate" }));
    let paper = tests::read_pdf(std::path::Path::new(saved["path"].as_str().unwrap()));
    assert!(paper.contains("शबाना, रेशमा बेगम"), "and so does the certificate: {paper}");
    shop.must_verify();
}

/// The system's camera, played by a program of its name.
#[cfg(unix)]
#[test]
fn a_photograph_comes_from_the_system_s_camera() {
    use data_encoding::BASE64;
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;
    use std::time::{Duration, Instant};
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let draft = starts(&mut shop);
    adds(&mut shop, &draft, "KURTA", 1_000);
    shop.closes();
    let home = shop.db.with_file_name("home");
    let (bin, pictures) = (home.join("bin"), home.join("Pictures"));
    for folder in [&bin, &pictures.join("Webcam")] {
        std::fs::create_dir_all(folder).unwrap();
    }
    std::fs::write(pictures.join("Webcam/before.png"), b"of another day").unwrap();
    let png = BASE64
        .decode(b"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    std::fs::write(home.join("photo"), png.unwrap()).unwrap();
    let environment: [(&str, &Path); 3] = [("PATH", &bin), ("HOME", &home), ("XDG_CONFIG_HOME", &home)];
    let served = tests::Served::start_in(&shop.db, &environment);
    let opens = || served.call("open_camera", &json!({})).expect("it answers");
    let looks = |camera: &Value| served.call("view_camera", &json!({ "camera": camera })).expect("it answers").unwrap();
    let shut = json!({ "camera": null, "content_base64": null });
    let anil = json!({ "operator": "anil", "pin": tests::PIN });
    served.call("sign_in", &anil).expect("it answers").expect("signed in");
    assert_eq!(opens().unwrap_err()["code"], "no_camera", "no program");
    assert_eq!(looks(&json!(uuid::Uuid::now_v7())), shut);

    let program = |script: &str| {
        std::fs::write(bin.join("cheese"), format!("#!/bin/sh\n{script}")).unwrap();
        std::fs::set_permissions(bin.join("cheese"), std::fs::Permissions::from_mode(0o755)).unwrap();
    };
    // Half of it lies there a while before the rest comes.
    let home = home.display();
    program(&format!(
        "exec 3>{home}/Pictures/Webcam/now.png; /usr/bin/head -c 40 {home}/photo >&3; /bin/sleep 0.05
         /usr/bin/tail -c +41 {home}/photo >&3; echo $$ > {home}/pid; exec /bin/sleep 60"
    ));
    let photographed = |camera: &Value| {
        let begun = Instant::now();
        loop {
            let seen = looks(camera);
            if let Some(content) = seen["content_base64"].as_str() {
                break content.to_owned();
            }
            assert!(begun.elapsed() < Duration::from_secs(20) && seen["camera"] == *camera, "{seen}");
            std::thread::sleep(Duration::from_millis(200));
        }
    };
    let given_up = opens().unwrap()["camera"].clone();
    let camera = opens().unwrap()["camera"].clone();
    assert_eq!(looks(&given_up), shut, "whoever opened it last has it");
    let content = photographed(&camera);
    assert_eq!(looks(&camera), shut, "one photograph an opening");
    let pid = std::fs::read_to_string(format!("{home}/pid")).unwrap();
    assert!(!Path::new("/proc").join(pid.trim()).exists() || !cfg!(target_os = "linux"), "the camera is closed");
    let line = json!({ "draft": draft["id"], "line": 0, "piece": null, "content_base64": content });
    let shown = served.call("picture_draft_line", &line).unwrap().unwrap();
    assert!(shown["lines"][0]["picture"].is_string(), "{shown}");

    // Closed by hand without a photograph, or broken: the screen need not wait.
    for script in [&*format!(": > {home}/Pictures/Webcam/empty.png; /bin/sleep 3.2"), "exit 3"] {
        program(script);
        let camera = opens().unwrap()["camera"].clone();
        assert!(script == "exit 3" || looks(&camera)["camera"] == camera);
        std::thread::sleep(Duration::from_millis(3_600));
        assert_eq!(looks(&camera), shut, "{script}");
    }
    // One that hands over to a program which was open before: that one takes its time.
    program(&format!("(/bin/sleep 4; /bin/cp {home}/photo {home}/Pictures/Webcam/late.png) &"));
    let camera = opens().unwrap()["camera"].clone();
    photographed(&camera);
    let camera = opens().unwrap()["camera"].clone();
    served.call("close_camera", &json!({ "camera": camera })).unwrap().unwrap();
    assert_eq!(looks(&camera), shut);
}

#[test]
fn what_no_font_can_write_is_refused_where_it_is_typed() {
    let mut shop = Shop::new();
    shop.signs_in("imran");
    let draft = starts(&mut shop);
    adds(&mut shop, &draft, "KURTA", 2_000);
    let line = |reason: &str, note: &str, mark: &str| {
        json!({ "draft": draft["id"], "line": 0, "brought_milli": 2_000, "accepted_milli": 1_000, "reason": reason,
            "unique": true, "pieces": [{ "note": note, "mark": mark }] })
    };
    for (reason, note, mark) in [("टूटा 😀", "", ""), ("टूटा", "اردو", ""), ("टूटा", "", "Ж 1")]
    {
        assert_eq!(shop.refuses("set_draft_line", line(reason, note, mark)), "no_glyph", "{reason}{note}{mark}");
    }
    shop.call("set_draft_line", line("टूटा", "बड़ा", "SMOI 4411"));
    assert_eq!(shop.refuses("note_draft", json!({ "draft": draft["id"], "note": "😀 اردو" })), "no_glyph");
    let lines = json!([{ "item": kurta(), "qty_milli": 1_000 }]);
    let back = json!({ "id": uuid::Uuid::now_v7(), "consignor": "reshma", "lines": lines, "reason": "ٹوٹا" });
    assert_eq!(shop.refuses("give_back", back), "no_glyph");
}

#[test]
fn cloth_by_the_metre_gets_one_tag_and_why_there_are_none_is_said() {
    let mut shop = Shop::new();
    shop.signs_in("imran");
    let mut cloth = shop.call("view_item", json!({ "item": kurta() }))["item"].clone();
    (cloth["id"], cloth["sku"], cloth["barcode"]) = (json!(uuid::Uuid::now_v7()), json!("CLOTH"), json!(""));
    (cloth["unit"], cloth["name"]) = (json!("MTR"), json!({ "hi": "कपड़ा", "en": "Cloth" }));
    shop.call("set_item", cloth.clone());
    shop.signs_in("anil");
    let price = json!({ "item": cloth["id"], "price_paise": 20_000, "includes_tax": true, "from": "2026-11-23" });
    shop.call("set_price", price);
    let mut takes = |code: &str, milli: i64, accepted: i64| {
        let draft = starts(&mut shop);
        adds(&mut shop, &draft, code, milli);
        shop.call(
            "set_draft_line",
            json!({ "draft": draft["id"], "line": 0, "brought_milli": milli, "accepted_milli": accepted, "reason": "रंग" }),
        );
        let number = shop.call("take_consignment", json!({ "draft": draft["id"] }))["number"].clone();
        let tags = json!({ "number": number, "sheet": "5x13" });
        till::commands::run(shop.desk(), "print_tags", tags).map_err(|stop| stop.to_json()["code"].clone())
    };
    for metres in [25_000, 25_500] {
        assert_eq!(takes("CLOTH", metres, metres).expect("a tag")["labels"], 1, "{metres}");
    }
    assert_eq!(takes("KURTA", 3_000, 3_000).expect("tags")["labels"], 3);
    assert_eq!(takes("KURTA", 2_000, 0).unwrap_err(), "nothing_to_tag");
    assert_eq!(takes("KURTA", 2_500_000, 2_500_000).unwrap_err(), "labels_over");
}

#[test]
fn a_piece_and_an_item_never_have_one_code() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let unique = |shop: &mut Shop| {
        let draft = starts(shop);
        adds(shop, &draft, "KURTA", 1_000);
        let line =
            json!({ "draft": draft["id"], "line": 0, "brought_milli": 1_000, "accepted_milli": 1_000, "unique": true });
        shop.call("set_draft_line", line);
        shop.call("take_consignment", json!({ "draft": draft["id"] }))["tags"][0].as_str().unwrap().to_owned()
    };
    assert_eq!(unique(&mut shop), "2200000000019");
    let diya = shop.call("view_item", json!({ "item": "00000000-0000-0000-0000-000000000002" }))["item"].clone();
    let with = |field: &str, code: &str| {
        let mut item = diya.clone();
        item[field] = json!(code);
        item
    };
    for field in ["sku", "barcode"] {
        assert_eq!(shop.refuses("set_item", with(field, "2200000000019")), "invalid_input", "{field} of a piece");
    }
    shop.call("set_item", with("barcode", "2200000000026"));
    assert_eq!(unique(&mut shop), "2200000000033", "the next is the lamp's");
    assert_eq!(unique(&mut shop), "2200000000040");
    shop.must_verify();
}

#[test]
fn who_left_brings_nothing() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let draft = starts(&mut shop);
    adds(&mut shop, &draft, "KURTA", 1_000);
    let reshma = json!({ "id": "reshma", "name": { "hi": "रेशमा बेगम", "en": "Reshma Begum" }, "left": true,
        "village": { "hi": "गाँव", "en": "village" }, "district": "LKO", "craft": { "hi": "चिकन", "en": "chikan" } });
    let identity = json!({ "mobile": "9876543210" });
    shop.call("set_consignor", json!({ "consignor": reshma, "identity": identity, "consent": true }));
    assert_eq!(shop.refuses("start_draft", json!({ "consignor": "reshma" })), "consignor_left");
    assert_eq!(shop.refuses("take_consignment", json!({ "draft": draft["id"] })), "consignor_left", "begun before");
}
