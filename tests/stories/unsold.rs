//! Goods that do not sell: the ladder of the agreement, and what their makers say to each step.

use crate::stock::{KURTA, MOONJ, days_pass, row};
use serde_json::{Value, json};
use tests::Shop;
use uuid::Uuid;

#[test]
fn goods_that_do_not_sell_walk_the_ladder_with_their_maker_s_consent() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let step = |step: &str, agreed: Value| json!({ "consignor": "reshma", "item": KURTA, "step": step, "agreed": agreed, "how": "फ़ोन पर" });
    assert_eq!(shop.refuses("answer_unsold", step("remind", Value::Null)), "invalid_input", "too young");
    days_pass(&mut shop, 60);
    let ageing = shop.call("view_stock", json!({ "filter": "ageing", "owner": "consignor:reshma" }));
    assert_eq!(
        (&ageing["rows"][1]["sku"], &ageing["rows"][1]["days"], &ageing["rows"][1]["step"]),
        (&json!("KURTA"), &json!(60), &json!("remind"))
    );
    assert_eq!(shop.refuses("answer_unsold", step("markdown", json!(true))), "invalid_input", "not yet");
    assert_eq!(shop.refuses("answer_unsold", step("remind", json!(true))), "invalid_input", "a reminder asks nothing");
    shop.call("answer_unsold", step("remind", Value::Null));
    let told = shop.last_entry();
    shop.call("answer_unsold", step("remind", Value::Null));
    assert_eq!(shop.last_entry(), told, "pressed twice it is one message");
    let message = shop.last_entry()["fact"]["message_hi"].as_str().unwrap().to_owned();
    assert!(message.contains("चिकनकारी कुर्ता") && message.contains("60"), "{message}");
    days_pass(&mut shop, 30);
    shop.call("answer_unsold", step("markdown", json!(false)));
    shop.call("answer_unsold", step("markdown", json!(true)));
    let row = row(&mut shop, KURTA, "consignor:reshma");
    assert_eq!(
        (&row["price"]["text"], &row["done"], &row["agreed"]),
        (&json!("1,759.00"), &json!("markdown"), &json!(true))
    );
    days_pass(&mut shop, 30);
    shop.call("answer_unsold", step("give_back", json!(true)));
    let give = json!({ "id": Uuid::now_v7(), "consignor": "reshma", "lines": [{ "item": KURTA, "qty_milli": 20_000 }], "reason": "120 दिन" });
    shop.call("give_back", give);
    assert_eq!(shop.refuses("answer_unsold", step("give_back", json!(true))), "stock_short");
    shop.must_verify();
}

fn says_yes(item: &str, step: &str) -> Value {
    json!({ "consignor": "reshma", "item": item, "step": step, "agreed": true, "how": "फ़ोन पर" })
}

#[test]
fn a_markdown_is_agreed_once_for_the_goods_that_are_here() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    days_pass(&mut shop, 90);
    shop.call("answer_unsold", says_yes(KURTA, "markdown"));
    assert_eq!(shop.refuses("answer_unsold", says_yes(KURTA, "markdown")), "agreed_already");
    let now = row(&mut shop, KURTA, "consignor:reshma");
    assert_eq!(now["price"]["text"], "1,759.00", "lowered once");
    days_pass(&mut shop, 30);
    assert_eq!(shop.refuses("answer_unsold", says_yes(KURTA, "markdown")), "agreed_already", "nor a month later");
    // Goods that came when these were gone are others.
    let give = json!({ "id": Uuid::now_v7(), "consignor": "reshma", "lines": [{ "item": KURTA, "qty_milli": 20_000 }], "reason": "120 दिन" });
    shop.call("give_back", give);
    days_pass(&mut shop, 1);
    let new = json!({ "owner": { "consignor": "reshma" }, "lines": [{ "item": KURTA, "qty_milli": 2_000 }] });
    shop.call("receive_stock", new);
    days_pass(&mut shop, 95);
    let now = row(&mut shop, KURTA, "consignor:reshma");
    assert_eq!((&now["step"], &now["done"]), (&json!("markdown"), &Value::Null), "nobody asked about these");
    shop.call("answer_unsold", says_yes(KURTA, "markdown"));
    shop.must_verify();
}

#[test]
fn one_maker_s_word_does_not_lower_the_price_of_another_s_goods() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let line = json!([{ "item": KURTA, "qty_milli": 3_000 }]);
    shop.call("receive_stock", json!({ "owner": { "consignor": "sohit" }, "lines": line }));
    days_pass(&mut shop, 90);
    let (code, params) = match till::commands::run(shop.desk(), "answer_unsold", says_yes(KURTA, "markdown")) {
        Err(till::fault::Stop::Refusal(refusal)) => refusal.parts(),
        other => panic!("{other:?}"),
    };
    assert_eq!((code.as_str(), &params["owner"]), ("others_at_this_price", &json!("सोहित प्रजापति")));
    assert_eq!(row(&mut shop, KURTA, "consignor:sohit")["price"]["text"], "2,199.00");
    // What changes no price may be written down.
    let no = json!({ "consignor": "reshma", "item": KURTA, "step": "markdown", "agreed": false, "how": "फ़ोन पर" });
    shop.call("answer_unsold", no);
    shop.must_verify();
}

#[test]
fn a_markdown_lowers_pieces_that_have_their_own_price() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let gone = json!({ "id": Uuid::now_v7(), "consignor": "reshma", "lines": [{ "item": MOONJ, "qty_milli": 35_000 }], "reason": "x" });
    shop.call("give_back", gone);
    let draft = shop.call("start_draft", json!({ "consignor": "reshma" }));
    shop.call("add_to_draft", json!({ "draft": draft["id"], "code": "MOONJ", "quantity_milli": 2_000 }));
    let pieces = json!([{ "price_paise": 150_000 }, { "price_paise": 200_000 }]);
    let line = json!({ "draft": draft["id"], "line": 0, "brought_milli": 2_000, "accepted_milli": 2_000, "unique": true, "pieces": pieces });
    shop.call("set_draft_line", line);
    let tags = shop.call("take_consignment", json!({ "draft": draft["id"] }))["tags"].clone();
    // Another maker's goods at the item's price stay at it, for no goods of hers are sold at that.
    let other = json!({ "owner": { "consignor": "sohit" }, "lines": [{ "item": MOONJ, "qty_milli": 1_000 }] });
    shop.call("receive_stock", other);
    days_pass(&mut shop, 90);
    let lower = row(&mut shop, MOONJ, "consignor:reshma")["lower"].clone();
    let told: Vec<&str> = lower.as_array().unwrap().iter().map(|price| price["text"].as_str().unwrap()).collect();
    assert_eq!(told, ["1,200.00", "1,600.00"]);
    shop.call("answer_unsold", says_yes(MOONJ, "markdown"));
    let message = shop.last_entry()["fact"]["message_hi"].as_str().unwrap().to_owned();
    assert!(message.contains("1,200.00, 1,600.00"), "{message}");
    shop.call("open_shift", json!({ "float_paise": 0 }));
    assert_eq!(shop.scans(tags[0].as_str().unwrap())["lines"][0]["price"]["paise"], 120_000);
    assert_eq!(shop.scans(tags[1].as_str().unwrap())["lines"][1]["price"]["paise"], 160_000);
    assert_eq!(row(&mut shop, MOONJ, "consignor:sohit")["price"]["text"], "275.00");
    shop.must_verify();
}

#[test]
fn a_ladder_that_begins_after_days_shows_after_days() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let mut next = shop.call("view_consignor", json!({ "consignor": "reshma" }))["next"].clone();
    next["ladder"] = json!({ "remind_days": 5, "markdown_days": 10, "give_back_days": 20, "markdown_bps": 2_000 });
    shop.call("set_agreement", next);
    let old = |shop: &mut Shop| {
        let view = shop.call("view_stock", json!({ "filter": "ageing" }));
        let rows = view["rows"].as_array().unwrap().iter();
        rows.map(|row| row["owner"].as_str().unwrap().to_owned()).collect::<std::collections::BTreeSet<_>>()
    };
    days_pass(&mut shop, 4);
    assert_eq!(old(&mut shop).len(), 0);
    assert_eq!(shop.call("view_home", json!({}))["remind"]["total"], 0);
    days_pass(&mut shop, 1);
    assert_eq!(old(&mut shop), ["consignor:reshma".to_owned()].into(), "not Sohit's, whose ladder begins at sixty");
    assert_eq!(shop.call("view_home", json!({}))["remind"]["total"], 3);
    days_pass(&mut shop, 5);
    assert_eq!(shop.call("view_home", json!({}))["markdown"]["total"], 3);
    days_pass(&mut shop, 50);
    assert_eq!(old(&mut shop).len(), 2);
}

#[test]
fn a_late_reminder_undoes_no_agreed_markdown() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    days_pass(&mut shop, 90);
    shop.call("answer_unsold", says_yes(KURTA, "markdown"));
    let remind = json!({ "consignor": "reshma", "item": KURTA, "step": "remind", "agreed": null, "how": "फ़ोन पर" });
    assert_eq!(shop.refuses("answer_unsold", remind), "agreed_already");
    let done = |shop: &mut Shop| {
        let row = row(shop, KURTA, "consignor:reshma");
        (row["done"].clone(), row["agreed"].clone())
    };
    assert_eq!(done(&mut shop), (json!("markdown"), json!(true)));
    shop.must_verify();
    // One that was written down when that was not refused.
    let db = rusqlite::Connection::open(&shop.db).unwrap();
    db.execute(
        "INSERT INTO unsold_answer (seq, consignor, item, step, agreed, how)
         SELECT max(seq) + 1, 'reshma', ?1, 'remind', NULL, 'x' FROM unsold_answer",
        [KURTA],
    )
    .unwrap();
    assert_eq!(done(&mut shop), (json!("markdown"), json!(true)));
}
