//! Consignors: who they are, the terms with them, where their money goes; what of it nobody can read in the file.

use serde_json::{Value, json};
use tests::Shop;

const ACCOUNT: &str = "003412345678";
const MOBILE: &str = "9876543210";

fn munni() -> Value {
    json!({ "id": "munni", "name": { "hi": "मुन्नी देवी", "en": "Munni Devi" }, "village": { "hi": "कोथावां", "en": "Kothawan" },
        "district": "SLN", "craft": { "hi": "मूँज की टोकरी", "en": "moonj baskets" }, "artisans": 12 })
}

fn identity(mobile: &str) -> Value {
    json!({ "mobile": mobile, "pehchan": "up-hc-0012345", "pan": "abcpd1234e", "aadhaar_last4": "7058" })
}

fn sets(shop: &mut Shop, consignor: Value, identity: Value) -> Value {
    shop.call("set_consignor", json!({ "consignor": consignor, "identity": identity, "consent": true }))
}

fn bank(account: &str) -> Value {
    json!({ "consignor": "munni", "details": { "holder": "Munni Devi", "account": account, "ifsc": "punb0123400" }, "again": account })
}

#[test]
fn a_consignor_is_known_by_their_mobile_and_what_is_personal_is_sealed() {
    let mut shop = Shop::new();
    shop.signs_in("imran");
    assert_eq!(shop.refuses("set_consignor", json!({ "consignor": munni() })), "invalid_input", "no mobile");
    let unasked = json!({ "consignor": munni(), "identity": identity(MOBILE) });
    assert_eq!(shop.refuses("set_consignor", unasked), "invalid_input", "they did not agree");
    let wrong = |identity: Value| json!({ "consignor": munni(), "identity": identity, "consent": true });
    for (field, value) in [("mobile", "12345"), ("pan", "ABC"), ("aadhaar_last4", "70")] {
        let mut bad = identity(MOBILE);
        bad[field] = json!(value);
        assert_eq!(shop.refuses("set_consignor", wrong(bad)), "invalid_input", "{field}");
    }
    let view = sets(&mut shop, munni(), identity(MOBILE));
    assert_eq!(view["identity"]["mobile"], MOBILE);
    assert_eq!(view["identity"]["pehchan"], "UP-HC-0012345");
    assert_eq!(view["identity"]["pan"], "••••••234E", "masked");
    assert_eq!(view["row"]["artisans"], 12);

    let mut typed = identity("+91 ९८७६५-४३२१०");
    (typed["pan"], typed["aadhaar_last4"]) = (json!("abcpd 1234 e"), json!("७०५८"));
    let view = sets(&mut shop, munni(), typed);
    assert_eq!(view["identity"]["mobile"], MOBILE, "as it was typed it is the same");
    assert_eq!((&view["identity"]["pan"], &view["identity"]["aadhaar_last4"]), (&json!("••••••234E"), &json!("7058")));
    assert_eq!(shop.call("view_artisan", json!({ "code": "098765 43210" }))["artisan"]["consignor"]["id"], "munni");

    // The same mobile is the same person.
    let mut other = munni();
    other["id"] = json!("munni-2");
    let taken = json!({ "consignor": other, "identity": identity(MOBILE), "consent": true });
    assert_eq!(shop.refuses("set_consignor", taken), "mobile_taken");
    // So is the same artisan's card, however it is written.
    let mut same_card = identity("9876500000");
    same_card["pehchan"] = json!("up hc 0012345");
    let taken = json!({ "consignor": other, "identity": same_card, "consent": true });
    assert_eq!(shop.refuses("set_consignor", taken), "card_taken");
    // What still stands masked is what is kept; without an identity all of it stays.
    let mut same = identity("9876543211");
    same["pan"] = json!("••••••234E");
    sets(&mut shop, munni(), same);
    let mut renamed = munni();
    renamed["village"]["en"] = json!("Kothawan Khurd");
    let view = shop.call("set_consignor", json!({ "consignor": renamed }));
    assert_eq!(view["identity"]["mobile"], "9876543211");
    assert_eq!(view["identity"]["pan"], "••••••234E");

    let picture = data_encoding::BASE64.encode(&crate::items::png(300));
    let view = shop.call("picture_consignor", json!({ "consignor": "munni", "content_base64": picture }));
    assert_eq!(view["row"]["picture"].as_str().map(str::len), Some(64));
    assert_eq!(view["identity"]["mobile"], "9876543211", "a picture changes nothing else");
    shop.call("ask_bank", bank(ACCOUNT));
    shop.must_verify();
    shop.closes();
    for ending in ["", "-wal", ".open", ".open-wal"] {
        let file = shop.db.with_file_name(format!("mart.db{ending}"));
        let bytes = std::fs::read(file).unwrap_or_default();
        for secret in [MOBILE, "9876543211", "ABCPD1234E", "UP-HC-0012345", ACCOUNT, "PUNB0123400"] {
            let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!found, "{secret} can be read in mart.db{ending}");
        }
    }
}

#[test]
fn an_aadhaar_number_is_refused_in_every_field_of_every_command() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let aadhaar = "9999 4105 7058";
    for (command, input) in [
        (
            "set_consignor",
            json!({ "consignor": munni(), "identity": { "mobile": MOBILE, "category": aadhaar }, "consent": true }),
        ),
        (
            "set_consignor",
            json!({ "consignor": munni(), "identity": { "mobile": MOBILE, "pehchan": "999941057058" }, "consent": true }),
        ),
        ("write_note", json!({ "line": null, "note": format!("card {aadhaar}") })),
        ("note_draft", json!({ "draft": "x", "note": "९९९९ ४१०५ ७०५८" })),
        ("move_cash", json!({ "movement": "drop", "paise": 100, "reason": aadhaar })),
        (
            "set_consignor",
            json!({ "consignor": munni(), "identity": { "mobile": MOBILE, "pehchan": "AADHAAR999941057058" }, "consent": true }),
        ),
        ("start_draft", json!({ "consignor": "a999941057058" })),
        ("write_note", json!({ "line": null, "note": "Aadhaar 9999 4105 7058 2 kurta" })),
        ("write_note", json!({ "line": null, "note": "9876543210 9999.4105.7058" })),
        ("write_note", json!({ "line": null, "note": "00000000-0000-7000-8000-999941057058" })),
    ] {
        assert_eq!(shop.refuses(command, input.clone()), "aadhaar_not_taken", "{command} {input}");
    }
    // An id whose figures happen to be one is nobody's number.
    shop.call("open_shift", json!({ "float_paise": 0 }));
    let pay = json!({ "basket": "00000000-0000-7000-8000-999941057058", "tenders": [] });
    assert_eq!(shop.refuses("take_payment", pay), "basket_changed");
    // What others numbered is none: a barcode, an account, a bank's reference.
    assert_eq!(shop.refuses("scan", json!({ "code": "999941057058" })), "unknown_barcode");
}

#[test]
fn bank_details_are_typed_twice_and_allowed_by_somebody_else_a_change_after_a_day() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    sets(&mut shop, munni(), identity(MOBILE));
    let mut mistyped = bank(ACCOUNT);
    mistyped["again"] = json!("003412345679");
    assert_eq!(shop.refuses("ask_bank", mistyped), "invalid_input");
    let mut no_such = bank(ACCOUNT);
    no_such["details"]["ifsc"] = json!("PUNB1123400");
    assert_eq!(shop.refuses("ask_bank", no_such), "invalid_input");
    assert_eq!(shop.refuses("answer_bank", json!({ "consignor": "munni", "allowed": true })), "bank_changed");

    let view = shop.call("ask_bank", bank(ACCOUNT));
    assert_eq!(view["bank_asked"]["masked"], "PUNB0123400 ••••5678", "never whole");
    assert_eq!(view["bank"], Value::Null);
    let answer = json!({ "consignor": "munni", "allowed": true });
    assert_eq!(shop.refuses("answer_bank", answer.clone()), "second_person_needed", "the manager typed it");
    let by = |operator: &str| json!({ "consignor": "munni", "allowed": true, "approval": { "operator": operator, "pin": tests::PIN } });
    assert_eq!(shop.refuses("answer_bank", by("imran")), "approval_needed", "a storekeeper cannot");
    // The first details wait for nobody but the second person.
    let view = shop.call("answer_bank", by("kavita"));
    assert_eq!(view["bank"]["masked"], "PUNB0123400 ••••5678");
    assert_eq!(view["bank_asked"], Value::Null);

    // A change waits a day, and can be asked anew or thrown away.
    shop.call("ask_bank", bank("111122223333"));
    let view = shop.call("ask_bank", bank("111122224444"));
    assert_eq!(
        (&view["bank_asked"]["masked"], &view["bank_asked"]["hours"]),
        (&json!("PUNB0123400 ••••4444"), &json!(24))
    );
    shop.clock.pass_minutes(24 * 60 - 1);
    assert_eq!(shop.refuses("answer_bank", by("kavita")), "bank_waits");
    shop.clock.pass_minutes(1);
    let view = shop.call("answer_bank", by("kavita"));
    assert_eq!(view["bank"]["masked"], "PUNB0123400 ••••4444");
    shop.call("ask_bank", bank("111122225555"));
    let view = shop.call("answer_bank", json!({ "consignor": "munni", "allowed": false }));
    assert_eq!((&view["bank_asked"], &view["bank"]["masked"]), (&Value::Null, &json!("PUNB0123400 ••••4444")));
    shop.must_verify();
    shop.restarts();
    assert_eq!(shop.call("view_consignor", json!({ "consignor": "munni" }))["bank"]["masked"], "PUNB0123400 ••••4444");
}

#[test]
fn agreements_follow_each_other_day_by_day_and_their_terms_are_frozen_on_the_line() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let view = shop.call("view_consignor", json!({ "consignor": "reshma" }));
    assert_eq!(view["agreements"].as_array().map(Vec::len), Some(1));
    let mut next = view["next"].clone();
    assert_eq!((&next["version"], &next["ladder"]["remind_days"]), (&json!(2), &json!(60)));
    let first = view["agreements"][0]["from"].clone();
    next["from"] = first;
    assert_eq!(shop.refuses("set_agreement", next.clone()), "agreement_for_day");
    next["from"] = json!("2026-11-23");
    next["commission_bps"] = json!(1_000);
    next["fees"] = json!({ "packing_paise": 500, "transport_paise": 0, "handling_paise": 200 });
    next["commission_of"] = json!([{ "goods": { "category": "other" }, "commission_bps": 1_500 }]);
    let mut bad = next.clone();
    bad["ladder"]["markdown_days"] = json!(10);
    assert_eq!(shop.refuses("set_agreement", bad), "invalid_input");
    shop.call("set_agreement", next.clone());
    assert_eq!(shop.refuses("set_agreement", next), "invalid_input", "version 2 is there");
    let listed = shop.call("view_consignors", json!({}));
    let reshma = listed["consignors"].as_array().unwrap().iter().find(|one| one["id"] == "reshma").unwrap().clone();
    assert_eq!(reshma["commission"], "10%");
    assert!(reshma["kinds"].as_i64().unwrap() > 0);

    shop.call("open_shift", json!({ "float_paise": 0 }));
    shop.sells(&["KURTA"]);
    let line = shop.last_entry()["fact"]["lines"][0].clone();
    assert_eq!(line["terms"]["agreement_version"], 2);
    assert_eq!(line["terms"]["commission_bps"], 1_500, "the category's own");
    assert_eq!(line["earned"]["fee_paise"], 700);
    shop.must_verify();
}

#[test]
fn terms_begin_near_today_and_are_of_goods_that_exist() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    sets(&mut shop, munni(), identity(MOBILE));
    let terms = |from: &str, of: Value| {
        json!({ "consignor": "munni", "version": 1, "from": from, "supply_mode": "A1", "commission_bps": 2_000,
            "discount_bearer": "shared", "commission_of": of })
    };
    for far in ["0226-11-23", "2016-01-01", "2027-11-23", "9999-12-31"] {
        assert_eq!(shop.refuses("set_agreement", terms(far, json!([]))), "agreement_far", "{far}");
    }
    for goods in [json!({ "item": uuid::Uuid::nil() }), json!({ "category": "nonsense" })] {
        let of = json!([{ "goods": goods, "commission_bps": 900 }]);
        assert_eq!(shop.refuses("set_agreement", terms("2026-11-23", of)), "invalid_input", "{goods}");
    }
    let of = json!([{ "goods": { "category": "textile" }, "commission_bps": 900 },
        { "goods": { "item": "00000000-0000-0000-0000-000000000001" }, "commission_bps": 800 }]);
    shop.call("set_agreement", terms("2026-11-23", of));
    let saved = shop.call("save_slip", json!({ "agreement": { "consignor": "munni", "version": 1 } }));
    let paper = tests::read_pdf(std::path::Path::new(saved["path"].as_str().unwrap()));
    // Whose it is, by what is kept of them, and what they agreed to.
    for said in ["••••••3210", "UP-HC-0012345", "अनुबंध संख्या", "डेटा संरक्षण बोर्ड", "Data Protection Board", "मैं सहमत हूँ"]
    {
        assert!(paper.contains(said), "{said} in {paper}");
    }
    assert!(!paper.contains(MOBILE), "{paper}");
    assert!(paper.contains("कपड़ा: मार्ट का हिस्सा") && !paper.contains(" पर मार्ट का हिस्सा"), "{paper}");
    // A later version comes in time, and can follow one of the nearest future.
    for (version, from) in [(2, "2027-04-01"), (3, "2027-04-02")] {
        let mut next = terms(from, json!([]));
        next["version"] = json!(version);
        shop.call("set_agreement", next);
    }
    shop.must_verify();
}

#[test]
fn a_picture_s_hash_is_no_place_for_a_number() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let mut hidden = munni();
    hidden["picture"] = json!(format!("999941057058{}", " ".repeat(52)));
    let input = json!({ "consignor": hidden, "identity": identity(MOBILE), "consent": true });
    assert_eq!(shop.refuses("set_consignor", input), "aadhaar_not_taken");
}
