//! Goods to other marts: sent by challan, on the way, taken in by the other mart's till once and whole, and settled.

use data_encoding::BASE64;
use serde_json::{Value, json};
use tests::{PIN, Shop};
use uuid::Uuid;

const KURTA: &str = "00000000-0000-0000-0000-000000000001";
const DIYA: &str = "00000000-0000-0000-0000-000000000002";
const MOONJ: &str = "00000000-0000-0000-0000-000000000009";
const RESHMA: &str = "consignor:reshma";

fn varanasi() -> Value {
    json!({ "code": "VNS", "name": { "hi": "ओडीओपी मार्ट, वाराणसी", "en": "ODOP Mart, Varanasi" },
        "address": { "hi": "लंका, वाराणसी", "en": "Lanka, Varanasi" }, "gstin": "09AAPFU0939F1ZT" })
}

fn row(shop: &mut Shop, item: &str, owner: &str) -> Value {
    let view = shop.call("view_stock_item", json!({ "item": item }));
    view["rows"].as_array().unwrap().iter().find(|row| row["owner"] == owner).cloned().unwrap_or_default()
}

/// Here, on the way, sent and lost of an owner's goods.
fn figures(shop: &mut Shop, item: &str, owner: &str) -> [String; 4] {
    let row = row(shop, item, owner);
    ["here", "in_transit", "sent", "lost"].map(|figure| row[figure].as_str().unwrap().to_owned())
}

fn payable(shop: &Shop) -> i64 {
    let db = rusqlite::Connection::open(&shop.db).unwrap();
    let sum = "SELECT coalesce(-sum(paise), 0) FROM posting WHERE account = 'consignor_payable:reshma'";
    db.query_row(sum, [], |row| row.get(0)).unwrap()
}

/// Two unique baskets of Reshma's: their tags.
fn two_pieces(shop: &mut Shop) -> Vec<String> {
    let draft = shop.call("start_draft", json!({ "consignor": "reshma" }));
    shop.call("add_to_draft", json!({ "draft": draft["id"], "code": "MOONJ", "quantity_milli": 2_000 }));
    let pieces = json!([{ "note": "लाल" }, { "note": "हरी", "price_paise": 30_000 }]);
    let line = json!({ "draft": draft["id"], "line": 0, "brought_milli": 2_000, "accepted_milli": 2_000, "unique": true, "pieces": pieces });
    shop.call("set_draft_line", line);
    let taken = shop.call("take_consignment", json!({ "draft": draft["id"] }));
    taken["tags"].as_array().unwrap().iter().map(|tag| tag.as_str().unwrap().to_owned()).collect()
}

/// Five kurtas and two pieces of Reshma's and ten diyas of the mart's own go to Varanasi.
fn parcel(tags: &[String]) -> Value {
    json!({ "id": Uuid::now_v7(), "to": varanasi(), "note": "UP32 AB 1234", "lines": [
        { "item": KURTA, "owner": RESHMA, "qty_milli": 5_000 },
        { "item": MOONJ, "owner": RESHMA, "qty_milli": 2_000, "pieces": tags },
        { "item": DIYA, "owner": "mart", "qty_milli": 10_000 },
    ] })
}

/// The file of a transfer, as a memory stick carries it.
fn file(shop: &mut Shop, transfer: &Value) -> String {
    let saved = shop.call("save_transfer", json!({ "transfer": transfer }));
    BASE64.encode(&std::fs::read(saved["path"].as_str().unwrap()).unwrap())
}

fn counts(kurtas: i64, tags: &[String], diyas: i64) -> Value {
    json!([{ "came_milli": kurtas }, { "came_milli": 0, "seen": tags }, { "came_milli": diyas }])
}

fn sent(shop: &mut Shop) -> (Value, Vec<String>) {
    shop.signs_in("imran");
    let tags = two_pieces(shop);
    let view = shop.call("send_transfer", parcel(&tags));
    (view["id"].clone(), tags)
}

#[test]
fn goods_go_to_another_mart_and_are_known_there_to_the_piece() {
    let (mut here, mut there) = (Shop::new(), Shop::elsewhere("VNS", |_| ()));
    here.signs_in("imran");
    let tags = two_pieces(&mut here);
    let asked = parcel(&tags);
    let view = here.call("send_transfer", asked.clone());
    assert_eq!((&view["number"], &view["state"]), (&json!("LKO1A/26/D000001"), &json!("on_the_way")));
    assert_eq!(here.call("send_transfer", asked)["number"], view["number"], "once");
    assert_eq!(figures(&mut here, KURTA, RESHMA), ["15", "5", "0", "0"]);
    assert_eq!(here.call("view_piece", json!({ "code": tags[0] }))["piece"]["state"], "transit");
    let listed = here.call("view_transfers", json!({}));
    let saved = here.call("save_transfers", json!({ "file": "csv" }))["path"].as_str().unwrap().to_owned();
    let text = std::fs::read_to_string(saved).unwrap();
    assert!(text.contains("LKO1A/26/D000001") && text.contains("ODOP Mart, Varanasi"), "{text}");
    assert_eq!((&listed["transfers"][0]["state"], &listed["marts"][0]["code"]), (&json!("on_the_way"), &json!("VNS")));
    let paper = here.call("save_slip", json!({ "note": { "number": view["number"] } }));
    let paper = tests::read_pdf(std::path::Path::new(paper["path"].as_str().unwrap()));
    for words in ["डिलीवरी चालान", "TRIPLICATE FOR CONSIGNER", "HSN 7418", "09AAPFU0939F1ZT", "UP32 AB 1234", &tags[1]]
    {
        assert!(paper.contains(words), "{words}: {paper}");
    }

    let letter = file(&mut here, &view["id"]);
    there.signs_in("imran");
    let shown = there.call("preview_transfer", json!({ "content_base64": letter }));
    assert_eq!(
        (&shown["signer"]["known"], &shown["counted"], &shown["taken"]),
        (&json!(false), &json!(false), &json!(false))
    );
    let told = |line: &Value| {
        [&line["sku"], &line["new_item"], &line["new_owner"], &line["unique"], &line["sent"]].map(Clone::clone)
    };
    assert_eq!(
        told(&shown["lines"][0]),
        [json!("KURTA"), json!(true), json!(true), json!(false), Value::Null],
        "blind"
    );
    assert_eq!(told(&shown["lines"][1])[3], json!(true));
    let all = json!({ "content_base64": letter, "counts": counts(5_000, &tags, 10_000) });
    let shown = there.call("preview_transfer", all.clone());
    assert_eq!((&shown["lines"][0]["sent"], &shown["lines"][0]["short"]), (&json!("5"), &json!("0")));
    assert_eq!(there.refuses("take_transfer", all.clone()), "approval_needed", "a key seen for the first time");
    let mut approved = all.clone();
    approved["approval"] = json!({ "operator": "anil", "pin": PIN });
    assert_eq!(there.call("take_transfer", approved)["state"], "taken");
    assert_eq!(there.call("take_transfer", all.clone())["state"], "taken");
    assert_eq!(there.call("preview_transfer", all)["taken"], true);
    assert_eq!(figures(&mut there, KURTA, RESHMA), ["5", "0", "0", "0"], "once");
    assert_eq!(figures(&mut there, DIYA, "mart"), ["10", "0", "0", "0"]);
    let piece = there.call("view_piece", json!({ "code": tags[1] }));
    assert_eq!((&piece["piece"]["note"], &piece["piece"]["price"]["paise"]), (&json!("हरी"), &json!(30_000)));
    let agreement = there.call("view_consignor", json!({ "consignor": "reshma" }))["agreements"][0].clone();
    assert_eq!((&agreement["version"], &agreement["commission_bps"]), (&json!(1), &json!(2_000)));

    // They sell there, under the maker's terms.
    there.signs_in("anil");
    there.call("open_shift", json!({ "float_paise": 0 }));
    there.scans(&tags[1]);
    let due = there.basket()["due"]["paise"].clone();
    assert_eq!(due, 30_000);
    there.pays(json!([{ "kind": "cash", "given_paise": due }]));
    assert!(payable(&there) > 0);

    // The answer comes back and settles it.
    let answer = file(&mut there, &view["id"]);
    let shown = here.call("preview_answer", json!({ "content_base64": answer }));
    assert_eq!((&shown["signer"]["till"], &shown["transfer"]["lines"][0]["arrived"]), (&json!("VNS1A"), &json!("5")));
    assert_eq!(here.refuses("take_answer", json!({ "content_base64": answer })), "approval_needed");
    let approved = json!({ "content_base64": answer, "approval": { "operator": "anil", "pin": PIN } });
    assert_eq!(here.call("take_answer", approved)["state"], "settled");
    assert_eq!(figures(&mut here, KURTA, RESHMA), ["15", "0", "5", "0"]);
    assert_eq!(here.call("view_piece", json!({ "code": tags[0] }))["piece"]["state"], "sent");
    assert_eq!(payable(&here), 0, "nothing is lost");
    assert_eq!(here.refuses("take_answer", json!({ "content_base64": answer })), "transfer_settled");
    for shop in [&here, &there] {
        shop.must_verify();
    }
}

#[test]
fn a_small_parcel_s_code_carries_its_whole_letter_and_a_large_one_s_names_it() {
    let (mut here, mut there) = (Shop::new(), Shop::elsewhere("VNS", |_| ()));
    here.signs_in("imran");
    let stock = here.call("view_stock", json!({ "filter": "here" }))["rows"].clone();
    let all = stock.as_array().unwrap().iter();
    let all: Vec<Value> =
        all.map(|row| json!({ "item": row["item"], "owner": row["owner"], "qty_milli": 1_000 })).collect();
    assert!(all.len() > 8, "{stock}");
    let large = json!({ "id": Uuid::now_v7(), "to": varanasi(), "lines": all });
    let large = here.call("send_transfer", large)["id"].clone();
    let line = json!({ "item": DIYA, "owner": "mart", "qty_milli": 2_000 });
    let small = here.call("send_transfer", json!({ "id": Uuid::now_v7(), "to": varanasi(), "lines": [line] }));
    let code = small["code"].as_str().unwrap();
    there.signs_in("anil");
    let asks =
        |code: &str| json!({ "content_base64": BASE64.encode(code.as_bytes()), "counts": [{ "came_milli": 2_000 }] });
    there.call("take_transfer", asks(code));
    assert_eq!(figures(&mut there, DIYA, "mart"), ["2", "0", "0", "0"]);
    let named = here.call("view_transfer", json!({ "transfer": large }))["code"].as_str().unwrap().to_owned();
    assert!(named.starts_with("ODOPT1|LKO1A/26/D000001|"), "{named}");
    assert_eq!(there.refuses("preview_transfer", asks(&named)), "not_a_letter");
    assert_eq!(there.refuses("preview_transfer", asks("ODOPT1|eJwDAAAAAAE")), "not_a_letter");
    let paper = here.call("save_slip", json!({ "note": { "number": small["number"] } }));
    assert!(paper["path"].is_string());
    for shop in [&here, &there] {
        shop.must_verify();
    }
}

#[test]
fn what_is_short_or_broken_on_the_way_is_owed_by_the_rule_for_the_way() {
    let (mut here, mut there) = (Shop::new(), Shop::elsewhere("VNS", |_| ()));
    let (transfer, tags) = sent(&mut here);
    let letter = file(&mut here, &transfer);
    there.signs_in("anil");
    let mut short = json!({ "content_base64": letter, "counts": counts(4_000, &tags[..1], 10_000) });
    let shown = there.call("preview_transfer", short.clone());
    assert_eq!((&shown["lines"][0]["short"], &shown["lines"][1]["missing"]), (&json!("1"), &json!([tags[1]])));
    assert_eq!(there.refuses("take_transfer", short.clone()), "invalid_input", "how was it found?");
    short["note"] = json!("एक कुर्ता फटा, हरी टोकरी नहीं थी");
    let mut foreign = short.clone();
    foreign["counts"][1]["seen"] = json!(["2200000000999"]);
    assert_eq!(there.refuses("take_transfer", foreign), "unknown_piece", "a foreign piece");
    let mut more = short.clone();
    more["counts"][0]["came_milli"] = json!(5_001);
    assert_eq!(there.refuses("take_transfer", more), "quantity_out_of_range", "more than the challan");
    let mut half = short.clone();
    half["counts"] = json!([{ "came_milli": 4_000 }]);
    assert_eq!(there.refuses("take_transfer", half), "count_goes_on", "all or nothing");
    there.call("take_transfer", short);
    assert_eq!(figures(&mut there, KURTA, RESHMA), ["4", "0", "0", "0"]);
    here.signs_in("anil");
    let answer = file(&mut there, &transfer);
    let done = here.call("take_answer", json!({ "content_base64": answer }));
    let owed: i64 =
        done["lines"].as_array().unwrap().iter().map(|line| line["compensation"]["paise"].as_i64().unwrap()).sum();
    assert!(owed > 0);
    assert_eq!(payable(&here), owed, "half of what they are worth: the agreement's rule for the way");
    assert_eq!(figures(&mut here, KURTA, RESHMA), ["15", "0", "4", "1"]);
    assert_eq!(here.call("view_piece", json!({ "code": tags[1] }))["piece"]["state"], "lost");
    let due = here.call("view_due", json!({}))["rows"][0].clone();
    assert_eq!(due["payable"]["paise"], json!(owed), "what was lost on the way is due at once");
    here.must_verify();
    // It turns up behind the seat: what was owed for it is owed no more.
    let found = json!({ "id": Uuid::now_v7(), "item": MOONJ, "owner": RESHMA, "cause": "found", "qty_milli": 1_000, "pieces": [tags[1]], "note": "गाड़ी में थी" });
    here.call("adjust_stock", found);
    assert!(payable(&here) < owed);
    assert_eq!(here.refuses("adjust_stock", json!({ "id": Uuid::now_v7(), "item": MOONJ, "owner": RESHMA, "cause": "found", "qty_milli": 1_000, "pieces": [tags[0]], "note": "x" })), "piece_gone", "that one is in Varanasi");
    for shop in [&here, &there] {
        shop.must_verify();
    }
}

#[test]
fn a_manager_says_what_became_of_goods_when_no_answer_comes() {
    let mut shop = Shop::new();
    let (transfer, tags) = sent(&mut shop);
    let lines = |back: &[String], lost: &[String]| {
        json!([{ "arrived_milli": 2_000, "back_milli": 2_000 },
            { "arrived_milli": 0, "back_milli": 1_000, "back": back, "lost": lost },
            { "arrived_milli": 10_000, "back_milli": 0 }])
    };
    let asks = |lines: Value| json!({ "transfer": transfer, "lines": lines, "note": "फ़ोन पर" });
    assert_eq!(shop.refuses("settle_transfer", asks(lines(&tags[..1], &tags[1..]))), "approval_needed");
    shop.signs_in("anil");
    assert_eq!(shop.refuses("settle_transfer", asks(lines(&[], &tags[1..]))), "pieces_mismatch");
    assert_eq!(shop.refuses("settle_transfer", asks(json!([]))), "unknown_line");
    let shown = shop.call("preview_transfer_end", asks(lines(&tags[..1], &tags[1..])));
    assert_eq!(shown["lines"][0]["lost"], "1");
    assert_eq!(figures(&mut shop, KURTA, RESHMA), ["15", "5", "0", "0"], "only shown");
    shop.call("settle_transfer", asks(lines(&tags[..1], &tags[1..])));
    assert_eq!(figures(&mut shop, KURTA, RESHMA), ["17", "0", "2", "1"]);
    assert_eq!(shop.call("view_piece", json!({ "code": tags[0] }))["piece"]["state"], "here");
    assert_eq!(shop.refuses("settle_transfer", asks(lines(&[], &[]))), "transfer_settled");
    assert_eq!(shop.refuses("view_transfer", json!({ "transfer": Uuid::now_v7() })), "unknown_transfer");
    assert_eq!(shop.call("view_transfer", json!({ "transfer": transfer }))["lines"][2]["arrived"], "10");
    shop.must_verify();
}

#[test]
fn what_cannot_go_is_refused() {
    let mut shop = Shop::new();
    shop.signs_in("imran");
    let one = |item: &str, owner: &str, milli: i64| json!([{ "item": item, "owner": owner, "qty_milli": milli }]);
    let asks = |lines: Value| json!({ "id": Uuid::now_v7(), "to": varanasi(), "lines": lines });
    assert_eq!(shop.refuses("send_transfer", asks(one(KURTA, RESHMA, 21_000))), "stock_short");
    assert_eq!(
        shop.refuses("send_transfer", asks(one(DIYA, RESHMA, 1_000))),
        "stock_short",
        "the diyas are the mart's"
    );
    assert_eq!(shop.refuses("send_transfer", asks(json!([]))), "consignment_empty");
    assert_eq!(shop.refuses("send_transfer", asks(one(KURTA, RESHMA, 0))), "quantity_out_of_range");
    let twice = json!([one(KURTA, RESHMA, 1_000)[0], one(KURTA, RESHMA, 1_000)[0]]);
    assert_eq!(shop.refuses("send_transfer", asks(twice)), "invalid_input");
    let to = |field: &str, value: Value| {
        let mut asked = asks(one(KURTA, RESHMA, 1_000));
        asked["to"][field] = value;
        asked
    };
    assert_eq!(shop.refuses("send_transfer", to("gstin", json!("27AAPFU0939F1ZV"))), "transfer_needs_invoice");
    assert_eq!(shop.refuses("send_transfer", to("gstin", json!("27AAPFU0939F1ZW"))), "invalid_input", "no GSTIN");
    assert_eq!(shop.refuses("send_transfer", to("code", json!("LKO"))), "invalid_input", "to this mart itself");
    assert_eq!(shop.refuses("send_transfer", to("name", json!({ "hi": " ", "en": "x" }))), "invalid_input");
    let (_, tags) = sent(&mut shop);
    let piece = json!([{ "item": MOONJ, "owner": RESHMA, "qty_milli": 1_000, "pieces": [tags[0]] }]);
    assert_eq!(shop.refuses("send_transfer", asks(piece.clone())), "piece_gone", "it is on the way");
    let back = json!({ "id": Uuid::now_v7(), "consignor": "reshma", "lines": [{ "item": MOONJ, "qty_milli": 1_000, "pieces": [tags[0]] }], "reason": "x" });
    assert_eq!(shop.refuses("give_back", back), "piece_gone");
    shop.must_verify();
}

#[test]
fn a_letter_that_was_changed_or_is_for_another_is_refused_and_nothing_is_taken() {
    let (mut here, mut there) = (Shop::new(), Shop::elsewhere("VNS", |_| ()));
    let (transfer, tags) = sent(&mut here);
    let letter = file(&mut here, &transfer);
    let asks = |letter: &str| json!({ "content_base64": letter, "counts": counts(5_000, &tags, 10_000) });
    let changed = |change: &dyn Fn(String) -> String| {
        let text = String::from_utf8(BASE64.decode(letter.as_bytes()).unwrap()).unwrap();
        BASE64.encode(change(text).as_bytes())
    };
    there.signs_in("anil");
    let more = changed(&|text| text.replace("\\\"qty_milli\\\":5000", "\\\"qty_milli\\\":9000"));
    assert_ne!(more, letter);
    let other_till = changed(&|text| text.replace("\"till\":\"LKO1A\"", "\"till\":\"LKO1B\""));
    for (file, code) in [
        (more, "transfer_changed"),
        (other_till, "transfer_changed"),
        (BASE64.encode(b"{}"), "not_a_letter"),
        (BASE64.encode(b"\xff\xd8\xff"), "not_a_letter"),
        ("no base64".to_owned(), "not_a_letter"),
        ("A".repeat(3_000_000), "not_a_letter"),
    ] {
        assert_eq!(there.refuses("preview_transfer", asks(&file)), code);
        assert_eq!(there.refuses("take_transfer", asks(&file)), code);
    }
    let mut agra = Shop::elsewhere("AGR", |_| ());
    agra.signs_in("anil");
    assert_eq!(agra.refuses("take_transfer", asks(&letter)), "transfer_elsewhere");
    let mut other = Shop::elsewhere("VNS", |mart| {
        mart["mart"]["gstin"] = json!("27AAPFU0939F1ZV");
        mart["mart"]["state"] = json!("27");
    });
    other.signs_in("anil");
    assert_eq!(other.refuses("take_transfer", asks(&letter)), "transfer_needs_invoice");
    assert_eq!(there.refuses("preview_answer", json!({ "content_base64": letter })), "not_a_letter");
    assert_eq!(row(&mut there, KURTA, RESHMA), Value::Null, "nothing came");
    there.call("take_transfer", asks(&letter));
    // An answer of a mart that the goods did not go to settles nothing.
    let answer = file(&mut there, &transfer);
    here.signs_in("anil");
    let forged = String::from_utf8(BASE64.decode(answer.as_bytes()).unwrap()).unwrap().replace("5000", "4000");
    assert_eq!(
        here.refuses("take_answer", json!({ "content_base64": BASE64.encode(forged.as_bytes()) })),
        "transfer_changed"
    );
    assert_eq!(here.refuses("take_answer", json!({ "content_base64": letter })), "not_a_letter");
    here.call("take_answer", json!({ "content_base64": answer }));
    for shop in [&here, &there] {
        shop.must_verify();
    }
}

#[test]
fn names_and_tags_that_are_taken_there_stay_with_whom_they_belong_to() {
    let (mut here, mut there) = (
        Shop::new(),
        Shop::elsewhere("VNS", |mart| {
            let agreement = json!({ "supply_mode": "A1", "commission_bps": 1_500, "discount_bearer": "mart", "from": "2026-04-01" });
            mart["consignors"] = json!([{ "id": "reshma", "name": { "hi": "रेशमा देवी", "en": "Reshma Devi" },
            "village": { "hi": "गाँव", "en": "village" }, "district": "LKO", "craft": { "hi": "शिल्प", "en": "craft" }, "agreement": agreement }]);
        }),
    );
    let (transfer, tags) = sent(&mut here);
    let letter = file(&mut here, &transfer);
    there.signs_in("anil");
    // Varanasi has a piece of its own under the same tag.
    let mut item = here.call("view_item", json!({ "item": MOONJ }))["item"].clone();
    let tokri = json!(Uuid::now_v7());
    for (field, value) in [("id", tokri.clone()), ("sku", json!("TOKRI")), ("barcode", json!(""))] {
        item[field] = value;
    }
    there.call("set_item", item);
    let draft = there.call("start_draft", json!({ "consignor": "reshma" }));
    there.call("add_to_draft", json!({ "draft": draft["id"], "code": "TOKRI", "quantity_milli": 1_000 }));
    let line =
        json!({ "draft": draft["id"], "line": 0, "brought_milli": 1_000, "accepted_milli": 1_000, "unique": true });
    there.call("set_draft_line", line);
    assert_eq!(there.call("take_consignment", json!({ "draft": draft["id"] }))["tags"], json!([tags[0]]));
    let all = json!({ "content_base64": letter, "counts": counts(5_000, &tags, 10_000) });
    there.call("take_transfer", all);
    let theirs = "consignor:reshma-lko";
    assert_eq!(figures(&mut there, KURTA, theirs), ["5", "0", "0", "0"], "another Reshma");
    assert_eq!(row(&mut there, KURTA, RESHMA), Value::Null, "the Reshma of Varanasi has none");
    let pieces = there.call("view_stock_item", json!({ "item": MOONJ }))["pieces"].clone();
    let pieces = pieces.as_array().unwrap();
    assert_eq!(pieces.len(), 2);
    let retagged = pieces.iter().find(|piece| piece["code"] != json!(tags[1])).unwrap();
    assert!(retagged["note"].as_str().unwrap().contains(&tags[0]), "its old tag stands in its note: {retagged}");
    let sheet = there.call("print_transfer_tags", json!({ "transfer": transfer, "sheet": "5x13" }));
    assert_eq!(sheet["labels"], 2, "a tag for each piece that came");
    assert_eq!(there.call("view_piece", json!({ "code": tags[0] }))["item"], tokri);
    there.must_verify();
}

#[test]
fn another_thing_under_the_same_code_is_told_apart_first() {
    let (mut here, mut there) = (Shop::new(), Shop::elsewhere("VNS", |_| ()));
    let (transfer, tags) = sent(&mut here);
    let letter = file(&mut here, &transfer);
    there.signs_in("anil");
    let mut item = here.call("view_item", json!({ "item": DIYA }))["item"].clone();
    for (field, value) in [
        ("id", json!(Uuid::now_v7())),
        ("name", json!({ "hi": "मिट्टी का दीया", "en": "Clay diya" })),
        ("barcode", json!("")),
    ] {
        item[field] = value;
    }
    there.call("set_item", item.clone());
    let all = json!({ "content_base64": letter, "counts": counts(5_000, &tags, 10_000) });
    assert_eq!(there.refuses("take_transfer", all.clone()), "transfer_item_differs");
    assert_eq!(row(&mut there, KURTA, RESHMA), Value::Null, "all or nothing");
    item["sku"] = json!("DIYA-M");
    item["barcode"] = json!("2100000000999");
    there.call("set_item", item);
    there.call("take_transfer", all);
    there.must_verify();
}
