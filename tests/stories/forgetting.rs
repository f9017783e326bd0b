//! A consignor asks for their personal data to be erased: what must be over first, what goes, and what the law keeps.

use serde_json::{Value, json};
use tests::payouts::kavita;
use tests::{PIN, Shop};
use till::commands;
use till::fault::Stop;

const MOBILE: &str = "9876501234";
const ACCOUNT: &str = "777700001111";
const VASE: &str = "0197a000-0000-7000-8000-000000000001";

/// A mart that pays, to which Munni, of whom all is kept that can be, brings a vase of her own making.
fn with_munni() -> Shop {
    let mut shop = Shop::that_pays();
    let name = json!({ "hi": "मुन्नी कुम्हार", "en": "Munni Kumhar" });
    let munni = json!({ "id": "munni", "name": name, "village": { "hi": "कोथावां", "en": "Kothawan" }, "district": "SLN",
        "craft": { "hi": "मूँज", "en": "moonj" }, "artisans": 2, "members": [{ "hi": "गुलाबो", "en": "Gulabo" }],
        "gi_user": "AU/77/1" });
    let identity = json!({ "mobile": MOBILE, "pehchan": "UP-HC-77", "pan": "ABCPD1234E", "category": "OBC" });
    shop.call("set_consignor", json!({ "consignor": munni, "identity": identity, "consent": true }));
    for size in [300, 320] {
        let picture = data_encoding::BASE64.encode(&crate::items::png(size));
        shop.call("picture_consignor", json!({ "consignor": "munni", "content_base64": picture }));
    }
    shop.has_account("munni", ACCOUNT);
    let terms = json!({ "consignor": "munni", "version": 1, "from": "2026-11-23", "supply_mode": "A1", "commission_bps": 2_000,
        "discount_bearer": "shared" });
    shop.call("set_agreement", terms);
    let mut item = shop.call("view_item", json!({ "item": uuid::Uuid::from_u128(2) }))["item"].clone();
    for (field, value) in [("id", json!(VASE)), ("sku", json!("VASE")), ("barcode", json!("")), ("maker", name)] {
        item[field] = value;
    }
    shop.call("set_item", item);
    shop.call("set_price", json!({ "item": VASE, "price_paise": 100_000, "includes_tax": true, "from": "2026-11-23" }));
    shop
}

fn forgets(shop: &mut Shop) -> Result<Value, Stop> {
    commands::run(shop.desk(), "forget_consignor", json!({ "consignor": "munni" }))
}

/// What is not over yet, by the word that names it.
fn still_open(shop: &mut Shop) -> Value {
    match forgets(shop) {
        Err(Stop::Refusal(refusal)) if refusal.parts().0 == "consignor_open" => refusal.parts().1["what"].clone(),
        other => panic!("{other:?}"),
    }
}

/// Whether her vase is found by these words.
fn found(shop: &mut Shop, text: &str) -> bool {
    let hits = shop.call("search", json!({ "text": text, "limit": 10 }))["hits"].clone();
    hits.as_array().unwrap().iter().any(|hit| hit["id"] == VASE || hit["item"] == VASE)
}

/// Goods come, are sold and paid for, and the days in which they may come back pass.
fn deals(shop: &mut Shop) -> Value {
    let draft = shop.call("start_draft", json!({ "consignor": "munni" }));
    shop.call("add_to_draft", json!({ "draft": draft["id"], "code": "VASE", "quantity_milli": 2_000 }));
    assert_eq!(still_open(shop), "draft");
    let unique = json!({ "draft": draft["id"], "line": 0, "brought_milli": 2_000, "accepted_milli": 2_000, "unique": true,
        "made_by": { "hi": "गुलाबो", "en": "Gulabo" } });
    shop.call("set_draft_line", unique);
    let tags = shop.call("take_consignment", json!({ "draft": draft["id"] }))["tags"].clone();
    assert_eq!(still_open(shop), "goods");
    assert!(found(shop, "Munni") && found(shop, "कोथावां"));
    shop.sells(&[tags[0].as_str().unwrap()]);
    let back = json!({ "id": uuid::Uuid::now_v7(), "consignor": "munni", "reason": "नहीं बिका",
        "lines": [{ "item": VASE, "qty_milli": 1_000, "pieces": [tags[1]] }] });
    shop.call("give_back", back);
    assert_eq!(still_open(shop), "due");
    let count = shop.call("start_stock_count", json!({ "category": "" }));
    assert_eq!(still_open(shop), "count");
    shop.call("drop_stock_count", json!({ "count": count["id"] }));
    shop.days_pass(7);
    shop.proves_account("munni");
    let settlement = shop.settles("munni");
    assert_eq!(still_open(shop), "settlement");
    shop.approves(&[&settlement]);
    shop.sends("bank", &[&settlement]);
    shop.confirms(&settlement);
    assert_eq!(still_open(shop), "returns");
    shop.days_pass(1);
    settlement["number"].clone()
}

#[test]
fn a_consignor_who_asks_for_it_is_erased_once_nothing_is_open() {
    let mut shop = with_munni();
    let number = deals(&mut shop);
    let picture = shop.call("view_consignor", json!({ "consignor": "munni" }))["row"]["picture"].clone();
    let jpeg = shop.call("view_picture", json!({ "picture": picture }));
    assert_eq!(shop.count("SELECT count(*) FROM picture"), 2, "the earlier one too");

    // A storekeeper needs the manager for it, whose name stands in the journal.
    shop.signs_in("imran");
    let by = |approval: Value| json!({ "consignor": "munni", "approval": approval });
    assert_eq!(shop.refuses("forget_consignor", json!({ "consignor": "munni" })), "approval_needed");
    assert_eq!(shop.refuses("forget_consignor", by(kavita())), "approval_needed");
    shop.call("forget_consignor", by(json!({ "operator": "anil", "pin": PIN })));
    let entry = shop.last_entry();
    assert_eq!(
        (&entry["kind"], &entry["approved_by"], &entry["fact"]),
        (&json!("consignor_forgotten"), &json!("anil"), &json!({ "consignor": "munni" }))
    );
    shop.must_verify();

    // Nobody finds her any more, and her goods are found by no name of hers.
    shop.signs_in("anil");
    let missing = json!({ "consignor": "munni" });
    for command in ["view_consignor", "forget_consignor", "start_draft"] {
        let code = shop.refuses(command, missing.clone());
        assert!(["unknown_consignor", "consignor_left"].contains(&&*code), "{command}: {code}");
    }
    let all = shop.call("view_consignors", json!({}))["consignors"].clone();
    assert!(all.as_array().unwrap().iter().all(|one| one["id"] != "munni"), "{all}");
    for text in ["Munni", "मुन्नी", "Kothawan", MOBILE, "munni"] {
        assert_eq!(shop.refuses("view_artisan", json!({ "code": text })), "unknown_artisan", "{text}");
        assert!(!found(&mut shop, text), "{text}");
    }
    assert!(found(&mut shop, "VASE"));
    assert_eq!(shop.call("view_item", json!({ "item": VASE }))["item"]["maker"], Value::Null);
    for word in ["Munni", "कोथावां", "Kothawan"].map(domain::translit::search_key) {
        assert_eq!(shop.count(&format!("SELECT count(*) FROM known_word WHERE word = '{word}'")), 0, "{word}");
    }
    for (table, of) in [("bank", "consignor = 'munni'"), ("maker_message", "consignor = 'munni'"), ("picture", "1")] {
        assert_eq!(shop.count(&format!("SELECT count(*) FROM {table} WHERE {of}")), 0, "{table}");
    }
    let kept = "SELECT count(*) FROM person_key WHERE mobile_hash IS NOT NULL OR card_hash IS NOT NULL";
    assert_eq!(shop.count(kept), 0);
    // Who comes again is somebody new, whatever they had before.
    let mut anew = json!({ "consignor": { "id": "munni", "name": { "hi": "मुन्नी", "en": "Munni" }, "village": { "hi": "क", "en": "k" },
        "district": "SLN", "craft": { "hi": "म", "en": "m" } }, "identity": { "mobile": MOBILE }, "consent": true });
    assert_eq!(shop.refuses("set_consignor", anew.clone()), "unknown_consignor");
    anew["consignor"]["id"] = json!("munni-2");
    shop.call("set_consignor", anew);

    // What the law keeps is there: her statement with her name, without her account.
    let saved = shop.call("save_statement", json!({ "number": number, "form": "a4" }));
    let paper = tests::read_pdf(std::path::Path::new(saved["path"].as_str().unwrap()));
    assert!(paper.contains("मुन्नी कुम्हार") && !paper.contains("1111"), "{paper}");
    let ledger = shop.call("view_trial_balance", json!({}));
    assert!(!ledger.to_string().contains("\"munni\""), "accounts call her by her name: {ledger}");
    shop.must_verify();

    // A note of hers names none of those she spoke for, and what is sold though nothing is there is no goods of hers.
    let saved = shop.call("save_slip", json!({ "note": { "number": "LKO1A/26/N000001" } }));
    let paper = tests::read_pdf(std::path::Path::new(saved["path"].as_str().unwrap()));
    assert!(paper.contains("मुन्नी कुम्हार") && !paper.contains("गुलाबो"), "{paper}");
    shop.sells(&["VASE"]);
    assert_eq!(shop.last_entry()["fact"]["lines"][0]["owner"], "mart");
    shop.must_verify();

    shop.closes();
    let jpeg = data_encoding::BASE64.decode(jpeg["jpeg_base64"].as_str().unwrap().as_bytes()).unwrap();
    for suffix in ["", "-wal", ".open", ".open-wal"] {
        let Ok(bytes) = std::fs::read(format!("{}{suffix}", shop.db.display())) else { continue };
        let holds = |secret: &[u8]| bytes.windows(secret.len()).any(|window| window == secret);
        for secret in [MOBILE, ACCOUNT, "UP-HC-77", "ABCPD1234E"] {
            assert!(!holds(secret.as_bytes()), "{secret} is in mart.db{suffix}");
        }
        assert!(!holds(&jpeg[jpeg.len() / 2..][..64]), "her photograph is in mart.db{suffix}");
    }
}

#[test]
fn goods_that_come_back_late_are_reckoned_though_their_maker_is_forgotten() {
    let mut shop = with_munni();
    deals(&mut shop);
    forgets(&mut shop).expect("nothing is open");
    let bill = shop.call("view_bill", json!({ "text": "LKO1A/26/T000001" }));
    let lines = json!([{ "line": 0, "quantity_milli": 1_000, "resellable": true }]);
    shop.call("take_return", json!({ "id": bill["return_id"], "number": "LKO1A/26/T000001", "lines": lines, "reason": "टूटा", "to_note": false }));
    assert!(shop.due("munni")["owed"]["paise"].as_i64().unwrap() < 0, "the manager sees what it costs");
    shop.must_verify();
}
