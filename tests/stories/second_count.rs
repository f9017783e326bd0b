//! A second count at intake, by somebody who does not see the first: once begun it is never lost, whatever becomes of the
//! sheet after both counts were shown.

use serde_json::{Value, json};
use tests::Shop;

/// Imran writes five kurtas and two lamps down; Anil is to count them again.
fn written(shop: &mut Shop) -> Value {
    shop.signs_in("imran");
    let draft = shop.call("start_draft", json!({ "consignor": "reshma" }));
    adds(shop, &draft, "KURTA", 5_000);
    adds(shop, &draft, "DIYA", 2_000);
    draft
}

fn adds(shop: &mut Shop, draft: &Value, code: &str, milli: i64) -> Value {
    shop.call("add_to_draft", json!({ "draft": draft["id"], "code": code, "quantity_milli": milli }))
}

fn sets(shop: &mut Shop, draft: &Value, line: usize, milli: i64) -> Value {
    let input = json!({ "draft": draft["id"], "line": line, "brought_milli": milli, "accepted_milli": milli });
    shop.call("set_draft_line", input)
}

/// Anil counts all of it again; answers the draft as it is shown then.
fn counts_again(shop: &mut Shop, draft: &Value, found: &[i64]) -> Value {
    let at = json!({ "draft": draft["id"] });
    shop.call("recount_draft", at);
    shop.signs_in("anil");
    let mut shown = Value::Null;
    for (line, milli) in found.iter().enumerate() {
        shown = shop.call("recount_line", json!({ "draft": draft["id"], "line": line, "brought_milli": milli }));
    }
    shown
}

fn takes(shop: &mut Shop, draft: &Value) -> Value {
    shop.call("take_consignment", json!({ "draft": draft["id"] }))
}

fn note(shop: &mut Shop, taken: &Value) -> String {
    let saved = shop.call("save_slip", json!({ "note": { "number": taken["number"] } }));
    tests::read_pdf(std::path::Path::new(saved["path"].as_str().unwrap()))
}

#[test]
fn a_second_count_that_was_shown_is_not_thrown_away() {
    let mut shop = Shop::new();
    let draft = written(&mut shop);
    let shown = counts_again(&mut shop, &draft, &[4_000, 2_000]);
    assert_eq!((&shown["recounted"], &shown["lines"][0]["differs"]), (&json!(true), &json!(true)));
    let drop = json!({ "draft": draft["id"], "reason": "ग़लत गिना" });
    assert_eq!(shop.refuses("drop_recount", drop), "recount_over");
    shop.restarts();
    assert_eq!(shop.refuses("take_consignment", json!({ "draft": draft["id"] })), "count_differs");
    sets(&mut shop, &draft, 0, 4_000);
    let taken = takes(&mut shop, &draft);
    let fact = shop.last_entry()["fact"].clone();
    assert_eq!(fact["counted_by"], "anil");
    let line = &fact["second_counts"][0]["lines"][0];
    assert_eq!((&line["first_milli"], &line["again_milli"]), (&json!(5_000), &json!(4_000)));
    let paper = note(&mut shop, &taken);
    assert!(paper.contains("anil: चिकनकारी कुर्ता पहले 5, फिर 4"), "{paper}");
    shop.must_verify();
}

#[test]
fn goods_that_are_added_after_a_second_count_are_counted_again_too() {
    let mut shop = Shop::new();
    let draft = written(&mut shop);
    counts_again(&mut shop, &draft, &[4_000, 2_000]);
    // More of a counted line, and one that nobody counted.
    adds(&mut shop, &draft, "DIYA", 1_000);
    let shown = adds(&mut shop, &draft, "LOCK", 1_000);
    let differs: Vec<&Value> = shown["lines"].as_array().unwrap().iter().map(|line| &line["differs"]).collect();
    assert_eq!(differs, [&json!(true), &json!(true), &json!(true)], "none of them as the second count found it");
    assert_eq!(shown["lines"][0]["again"], "4");
    sets(&mut shop, &draft, 0, 4_000);
    sets(&mut shop, &draft, 1, 2_000);
    assert_eq!(shop.refuses("take_consignment", json!({ "draft": draft["id"] })), "count_differs", "the lock");
    let shown = counts_again(&mut shop, &draft, &[4_000, 2_000, 1_000]);
    assert_eq!(shown["second_counts"][0]["found"][0]["again"], "4", "the first of them is there still");
    let taken = takes(&mut shop, &draft);
    assert_eq!(shop.last_entry()["fact"]["second_counts"].as_array().map(Vec::len), Some(2));
    let paper = note(&mut shop, &taken);
    assert!(paper.contains("पहले 5, फिर 4"), "{paper}");
    shop.must_verify();
}

#[test]
fn a_line_that_a_second_count_found_cannot_be_removed_unseen() {
    let mut shop = Shop::new();
    let draft = written(&mut shop);
    counts_again(&mut shop, &draft, &[4_000, 2_000]);
    let shown = shop.call("remove_draft_line", json!({ "draft": draft["id"], "line": 0 }));
    assert_eq!(shown["second_counts"][0]["found"][0]["gone"], true);
    assert_eq!(shop.refuses("take_consignment", json!({ "draft": draft["id"] })), "count_differs");
    shop.restarts();
    assert_eq!(shop.refuses("take_consignment", json!({ "draft": draft["id"] })), "count_differs");
    // Written down anew as it was found, it is the line that was counted.
    adds(&mut shop, &draft, "KURTA", 4_000);
    takes(&mut shop, &draft);
    shop.must_verify();

    // What the second count did not find is nobody's to add: without its line the counts agree.
    let draft = written(&mut shop);
    counts_again(&mut shop, &draft, &[0, 2_000]);
    shop.call("remove_draft_line", json!({ "draft": draft["id"], "line": 0 }));
    let taken = takes(&mut shop, &draft);
    let paper = note(&mut shop, &taken);
    assert!(paper.contains("चिकनकारी कुर्ता पहले 5, फिर 0"), "{paper}");
}

#[test]
fn a_second_count_that_was_given_up_stands_on_the_note_with_why() {
    let mut shop = Shop::new();
    let draft = written(&mut shop);
    shop.call("recount_draft", json!({ "draft": draft["id"] }));
    shop.call("recount_line", json!({ "draft": draft["id"], "line": 0, "brought_milli": 4_000 }));
    for reason in [json!({ "draft": draft["id"] }), json!({ "draft": draft["id"], "reason": "  " })] {
        assert_eq!(shop.refuses("drop_recount", reason), "invalid_input", "nobody said why");
    }
    let open = shop.call("drop_recount", json!({ "draft": draft["id"], "reason": "बिजली चली गई" }));
    assert_eq!((&open["blind"], &open["recounted"]), (&json!(false), &json!(false)));
    shop.restarts();
    let taken = takes(&mut shop, &draft);
    let fact = shop.last_entry()["fact"].clone();
    assert_eq!(fact["counted_by"], Value::Null, "nobody counted it again to the end");
    assert_eq!(fact["second_counts"][0]["given_up"], json!({ "by": "imran", "reason": "बिजली चली गई" }));
    let paper = note(&mut shop, &taken);
    assert!(paper.contains("पहले 5, फिर 4; imran ने बीच में छोड़ी: बिजली चली गई"), "{paper}");
    shop.must_verify();
}

#[test]
fn a_later_count_that_is_given_up_does_not_take_the_place_of_one_that_was_shown() {
    let mut shop = Shop::new();
    let draft = written(&mut shop);
    counts_again(&mut shop, &draft, &[4_000, 2_000]);
    shop.call("recount_draft", json!({ "draft": draft["id"] }));
    let blind = shop.call("view_drafts", json!({}))["drafts"][0].clone();
    assert_eq!(
        (&blind["second_counts"], &blind["lines"][0]["again"], &blind["recounted"]),
        (&json!([]), &Value::Null, &json!(false)),
        "whoever counts now sees nothing of before"
    );
    shop.call("drop_recount", json!({ "draft": draft["id"], "reason": "रात हो गई" }));
    assert_eq!(shop.refuses("take_consignment", json!({ "draft": draft["id"] })), "count_differs");
    // The third count finds what the first did: it holds, and the second stands on the note.
    counts_again(&mut shop, &draft, &[5_000, 2_000]);
    let taken = takes(&mut shop, &draft);
    assert_eq!(shop.last_entry()["fact"]["second_counts"].as_array().map(Vec::len), Some(3));
    let paper = note(&mut shop, &taken);
    assert!(paper.contains("पहले 5, फिर 4") && paper.contains("रात हो गई"), "{paper}");
    shop.must_verify();
}

#[test]
fn a_sheet_that_was_counted_again_is_thrown_away_with_a_reason_in_the_journal() {
    let mut shop = Shop::new();
    let draft = written(&mut shop);
    counts_again(&mut shop, &draft, &[4_000, 2_000]);
    assert_eq!(shop.refuses("drop_draft", json!({ "draft": draft["id"] })), "invalid_input");
    let drop = json!({ "draft": draft["id"], "reason": "दूसरे कारीगर का माल था" });
    assert_eq!(shop.call("drop_draft", drop)["drafts"], json!([]));
    let entry = shop.last_entry();
    assert_eq!((&entry["kind"], &entry["operator"]), (&json!("draft_dropped"), &json!("anil")));
    assert_eq!(entry["fact"]["reason"], "दूसरे कारीगर का माल था");
    assert_eq!(entry["fact"]["second_counts"][0]["lines"][0]["again_milli"], 4_000);
    shop.must_verify();
    // One that nobody counted again needs no reason.
    let draft = written(&mut shop);
    assert_eq!(shop.call("drop_draft", json!({ "draft": draft["id"] }))["drafts"], json!([]));
}

#[test]
fn a_sheet_in_metres_is_not_taken_in_pieces() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    // Cloth of which nothing is here: its unit may still change.
    let mut item = shop.call("view_item", json!({ "item": uuid::Uuid::from_u128(10) }))["item"].clone();
    let id = uuid::Uuid::now_v7().to_string();
    for (field, value) in [("id", json!(id)), ("sku", json!("TWEED")), ("barcode", json!(""))] {
        item[field] = value;
    }
    shop.call("set_item", item.clone());
    let draft = shop.call("start_draft", json!({ "consignor": "reshma" }));
    adds(&mut shop, &draft, "TWEED", 2_500);
    let changed = shop.call("view_item", json!({ "item": id }))["item"].clone();
    let mut pieces = changed.clone();
    pieces["unit"] = json!("PCS");
    shop.call("set_item", pieces);
    assert_eq!(shop.refuses("take_consignment", json!({ "draft": draft["id"] })), "quantity_whole");
    shop.call("set_item", changed);
    takes(&mut shop, &draft);
    shop.must_verify();
}

#[test]
fn what_two_counts_found_and_nobody_took_in_stands_on_the_note() {
    let mut shop = Shop::new();
    let draft = written(&mut shop);
    counts_again(&mut shop, &draft, &[5_000, 2_000]);
    shop.call("remove_draft_line", json!({ "draft": draft["id"], "line": 0 }));
    assert_eq!(shop.refuses("take_consignment", json!({ "draft": draft["id"] })), "count_differs");
    counts_again(&mut shop, &draft, &[2_000]);
    let taken = takes(&mut shop, &draft);
    let paper = note(&mut shop, &taken);
    assert!(paper.contains("पहले 5, फिर 5: जमा नहीं हुआ"), "{paper}");
}

#[test]
fn one_persons_count_is_not_gone_on_with_by_another_and_tells_nothing_of_the_first() {
    let mut shop = Shop::new();
    let draft = written(&mut shop);
    let torn = json!({ "draft": draft["id"], "line": 0, "brought_milli": 5_000, "accepted_milli": 4_000, "reason": "पाँच में एक फटा" });
    shop.call("set_draft_line", torn);
    shop.call("note_draft", json!({ "draft": draft["id"], "note": "पाँच लाए" }));
    let blind = shop.call("recount_draft", json!({ "draft": draft["id"] }));
    assert_eq!((&blind["lines"][0]["reason"], &blind["note"]), (&json!(""), &json!("")));
    let again = |line: usize| json!({ "draft": draft["id"], "line": line, "brought_milli": 2_000 });
    shop.call("recount_line", again(0));
    shop.signs_in("anil");
    assert_eq!(shop.refuses("recount_line", again(1)), "recount_of_other");
    shop.call("drop_recount", json!({ "draft": draft["id"], "reason": "इमरान घर गए" }));
    let shown = counts_again(&mut shop, &draft, &[5_000, 2_000]);
    assert_eq!(shown["lines"][0]["reason"], "पाँच में एक फटा");
    takes(&mut shop, &draft);
    let fact = shop.last_entry()["fact"].clone();
    assert_eq!((&fact["second_counts"][0]["by"], &fact["counted_by"]), (&json!("imran"), &json!("anil")));
    shop.must_verify();
}
