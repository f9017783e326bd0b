//! Goods are found by what clerks and customers type. Not here: what is sold first (`sell`), how spellings of one word
//! meet (`domain::translit`).

use proptest::prelude::*;
use serde_json::json;
use tests::{Shop, TestClock};
use till::init;

/// Runs something in the demonstration mart, where Sunita has signed in.
fn at_the_demonstration(told: impl FnOnce(&mut Shop)) {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("mart.db");
    let clock = TestClock::at_eleven();
    init::init_demo(&db, &clock).unwrap();
    let mut shop = Shop::on(&db, clock);
    shop.call("sign_in", json!({ "operator": "sunita", "pin": "111111" }));
    told(&mut shop);
}

/// The SKUs of the first five goods found.
fn found(shop: &mut Shop, text: &str) -> Vec<String> {
    let found = shop.call("search", json!({ "text": text, "limit": 5 }));
    found["hits"].as_array().unwrap().iter().map(|hit| hit["sku"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_is_typed_finds_what_is_wanted_among_the_first_five() {
    at_the_demonstration(|shop| {
        let table = include_str!("../vectors/search.csv").lines().filter(|line| !line.starts_with('#')).skip(1);
        let mut asked = 0;
        let missed: Vec<String> = table
            .filter_map(|line| {
                asked += 1;
                let (typed, wanted) = line.rsplit_once(',').unwrap();
                let found = found(shop, typed);
                let hit = found.iter().any(|sku| wanted.split(' ').any(|wanted| sku.starts_with(wanted)));
                (!hit).then(|| format!("{typed}: {wanted}, but {found:?}"))
            })
            .collect();
        assert!(asked > 400, "the table is read");
        assert!(missed.is_empty(), "{missed:#?}");
    });
}

#[test]
fn what_is_named_so_stands_before_what_begins_so_or_sounds_so() {
    at_the_demonstration(|shop| {
        for (typed, wanted) in [
            ("mau", "MAU-PWL"),
            ("agra", "AGR-"),
            ("khurja", "BSR-KHJ"),
            ("kurja", "BSR-KHJ"),
            ("banarsi", "VNS-SRE"),
            ("bansuri", "PBT-FLT"),
            ("basuri", "PBT-FLT"),
            ("chikan", "LKO-CHK"),
            ("nagal", "SHP-WDC"),
            ("tala", "ALG-LCK"),
            ("dari", "JNP-DRI"),
            ("terra cotta", "GKP-TRC"),
            ("hand bag", "AGR-LTH"),
        ] {
            assert_eq!(found(shop, typed)[0].get(..wanted.len()), Some(wanted), "{typed}");
        }
        assert!(found(shop, "khurja").iter().all(|sku| sku.starts_with("BSR-KHJ")), "nothing that only sounds so");
        assert_eq!(found(shop, "pital zzqqxx")[0].get(..3), Some("ALG"), "a word that means nothing asks nothing");
        assert!(found(shop, "pital 999999").is_empty(), "but a number does");
        assert!(found(shop, "qqzzqqzz").is_empty());
    });
}

#[test]
fn the_words_of_a_database_from_before_are_made_anew_when_it_is_opened() {
    let mut shop = Shop::new();
    shop.closes();
    let db = rusqlite::Connection::open(&shop.db).unwrap();
    db.execute_batch(
        "DELETE FROM item_words; DELETE FROM known_word; UPDATE setting SET value = '1' WHERE key = 'words'",
    )
    .unwrap();
    drop(db);
    shop.opens().unwrap();
    shop.signs_in("sunita");
    assert_eq!(found(&mut shop, "suarhi"), ["SURAHI"]);
}

#[test]
fn no_text_is_an_error() {
    let shop = std::cell::RefCell::new(Shop::open());
    let texts = prop_oneof![
        any::<String>(),
        "[a-zA-Z0-9 ]{0,90}",
        "[\u{900}-\u{97F} ]{0,40}",
        "([klnbdtr]{1,3}[aiu ]?){0,20}",
        "[a-d ]{0,20}[\"'()*:^+-]{0,3}(AND|OR|NOT|NEAR)?",
    ];
    proptest!(ProptestConfig::with_cases(500), |(text in texts)| {
        shop.borrow_mut().call("search", json!({ "text": text, "limit": 5 }));
    });
}
