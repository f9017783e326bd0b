//! Who buys: documents by law, place of supply, what a large bill asks for, and customers who are remembered.

use serde_json::{Value, json};
use tests::Shop;
use till::host::call_once;

const GSTIN: &str = "09AABCT1332L1ZC";

fn buys(shop: &mut Shop, buyer: Value) -> Value {
    shop.call("set_buyer", json!({ "buyer": buyer }))
}

fn pays_by_card(shop: &mut Shop) -> Value {
    let due = shop.basket()["due"]["paise"].clone();
    shop.pays(json!([{ "kind": "card", "paise": due, "reference": "000123" }]))
}

fn refused_by_card(shop: &mut Shop) -> String {
    let basket = shop.basket();
    let tenders = json!([{ "kind": "card", "paise": basket["due"]["paise"], "reference": "000123" }]);
    shop.refuses("take_payment", json!({ "basket": basket["id"], "tenders": tenders }))
}

/// The whole entry of a sale, as the journal keeps it.
fn entry(shop: &Shop, number: &str) -> Value {
    let db = rusqlite::Connection::open(&shop.db).expect("opens");
    let sql = "SELECT payload FROM journal JOIN sale USING (seq) WHERE number = ?1";
    let bytes: Vec<u8> = db.query_row(sql, [number], |row| row.get(0)).expect("the sale");
    serde_json::from_slice(&bytes).expect("an entry")
}

#[test]
fn another_state_makes_it_igst_and_says_so() {
    let mut shop = Shop::open();
    shop.scans("LOCK");
    let states = shop.call("view_states", json!({}));
    let delhi = states["states"].as_array().unwrap().iter().find(|state| state["name"]["en"] == "Delhi").unwrap();
    assert_eq!(states["own"], "09");
    let basket = buys(&mut shop, json!({ "name": "Asha Verma", "state": delhi["code"] }));
    assert_eq!(basket["cgst"]["paise"], 0);
    assert_eq!(basket["igst"]["text"], "99.15");
    assert_eq!(basket["warnings"], json!(["other_state"]));
    assert_eq!(basket["place_of_supply"]["en"], "Delhi");
    shop.restarts();
    assert_eq!(shop.basket()["buyer"]["name"], "Asha Verma", "kept with the basket");
    let number = pays_by_card(&mut shop)["number"].clone();
    let entry = entry(&shop, number.as_str().unwrap());
    assert_eq!(entry["fact"]["place_of_supply"], "07");
    assert!(!entry.to_string().contains("Asha"), "what is personal is sealed");
    assert_eq!(shop.basket()["buyer"], Value::Null);
    shop.scans("LOCK");
    buys(&mut shop, json!({ "state": "07" }));
    assert_eq!(shop.call("clear_buyer", json!({}))["igst"]["paise"], 0);
    shop.must_verify();
}

#[test]
fn a_registered_buyer_gets_two_documents_of_one_payment() {
    let mut shop = Shop::open();
    shop.scans("BANGLE");
    shop.scans("LOCK");
    assert_eq!(shop.refuses("set_buyer", json!({ "buyer": { "gstin": "09AAPFU0939F1ZZ" } })), "invalid_input");
    let own = json!({ "buyer": { "gstin": "09 aapfu 0939 f1zt", "name": "Verma Stores" } });
    assert_eq!(shop.refuses("set_buyer", own), "own_gstin", "the mart does not buy from itself");
    buys(&mut shop, json!({ "gstin": GSTIN, "name": "Verma Stores" }));
    assert_eq!(refused_by_card(&mut shop), "registered_buyer_needed", "rule 46(d) asks for an address too");
    let basket =
        buys(&mut shop, json!({ "gstin": " 09aabct1332l1zc ", "name": "Verma Stores", "address": "Aminabad" }));
    assert_eq!(basket["buyer"]["gstin"], GSTIN);
    assert_eq!(basket["buyer"]["state"], "09", "a registration names its State");
    assert_eq!(pays_by_card(&mut shop)["number"], "LKO1A/26/T000001");
    let bills = entry(&shop, "LKO1A/26/T000001")["fact"]["bills"].clone();
    assert_eq!(bills[0]["lines"], json!([1]));
    assert_eq!((&bills[1]["number"], &bills[1]["lines"]), (&json!("LKO1A/26/B000001"), &json!([0])));
    shop.must_verify();
}

#[test]
fn a_zone_is_always_another_state() {
    let mut shop = Shop::open();
    shop.scans("LOCK");
    let basket = buys(&mut shop, json!({ "gstin": GSTIN, "sez": true, "name": "Zone unit", "address": "Noida" }));
    assert_eq!((&basket["cgst"]["paise"], &basket["igst"]["text"]), (&json!(0), &json!("99.15")));
}

#[test]
fn large_bills_ask_who_buys() {
    let mut shop = Shop::open();
    shop.call("scan", json!({ "code": "DARI", "quantity_milli": 40_000 }));
    assert_eq!(refused_by_card(&mut shop), "buyer_name_needed");
    buys(&mut shop, json!({ "name": "Asha", "address": "Karol Bagh", "state": "07" }));
    pays_by_card(&mut shop);
    shop.call("scan", json!({ "code": "DARI", "quantity_milli": 140_000 }));
    let named = json!({ "name": "Asha", "address": "Aminabad", "state": "09" });
    buys(&mut shop, named.clone());
    assert_eq!(refused_by_card(&mut shop), "buyer_pan_needed");
    let mut declared = named;
    declared["declared"] = json!(true);
    buys(&mut shop, declared);
    pays_by_card(&mut shop);
    shop.must_verify();
}

#[test]
fn cash_of_one_buyer_is_counted_over_the_day() {
    let mut shop = Shop::open();
    let buyer = json!({ "name": "Asha", "address": "Aminabad", "state": "09", "mobile": "9876543210" });
    for _ in 0..2 {
        shop.call("scan", json!({ "code": "DARI", "quantity_milli": 60_000 }));
        buys(&mut shop, buyer.clone());
        shop.sells(&[]);
    }
    shop.call("scan", json!({ "code": "DARI", "quantity_milli": 16_000 }));
    buys(&mut shop, buyer);
    let basket = shop.basket();
    let tenders = json!([{ "kind": "cash", "given_paise": basket["due"]["paise"] }]);
    let payment = json!({ "basket": basket["id"], "tenders": tenders });
    assert_eq!(shop.refuses("take_payment", payment.clone()), "cash_over_limit", "88,800 twice and 23,680");
    pays_by_card(&mut shop);
    shop.must_verify();
}

#[test]
fn goods_sent_to_a_registered_buyer_are_supplied_where_they_go() {
    let mut shop = Shop::open();
    shop.scans("LOCK");
    let mut verma = json!({ "gstin": GSTIN, "name": "Verma Stores", "address": "Aminabad", "state": "07" });
    assert_eq!(buys(&mut shop, verma.clone())["igst"]["paise"], 0, "handed over at the mart");
    verma["delivery"] = json!("Aminabad\nLucknow");
    assert_eq!(shop.refuses("set_buyer", json!({ "buyer": verma })), "invalid_input");
    verma["delivery"] = json!(" 7, Karol Bagh, Delhi 110005 ");
    let basket = buys(&mut shop, verma);
    assert_eq!((&basket["cgst"]["paise"], &basket["igst"]["text"]), (&json!(0), &json!("99.15")));
    let number = pays_by_card(&mut shop)["number"].clone();
    let fact = entry(&shop, number.as_str().unwrap())["fact"].clone();
    assert_eq!(fact["place_of_supply"], "07");
    assert!(!fact.to_string().contains("Karol Bagh"), "what is personal is sealed");
    let text = shop.call("view_receipt", json!({ "number": number }))["text"].clone();
    assert!(text.as_str().unwrap().contains("माल पहुँचाने का पता: 7, Karol Bagh, Delhi 110005"), "{text}");
    shop.must_verify();
}

#[test]
fn a_bill_read_by_another_program_is_the_bill_that_was_printed() {
    let mut shop = Shop::open();
    shop.scans("LOCK");
    buys(&mut shop, json!({ "gstin": GSTIN, "name": "Verma Stores", "address": "Aminabad" }));
    let number = pays_by_card(&mut shop)["number"].clone();
    shop.scans("LOCK");
    buys(&mut shop, json!({ "name": "Asha", "state": "09" }));
    shop.call("hold_basket", json!({}));
    shop.scans("LOCK");
    buys(&mut shop, json!({ "name": "Ravi", "state": "09" }));
    let number = json!({ "number": number });
    let (shown, basket) = (shop.call("view_receipt", number.clone()), shop.basket());
    let read = |shop: &Shop, name: &str, input| call_once(&shop.db, name, input).expect("can be read");
    assert_eq!(read(&shop, "view_receipt", number.clone()), shown, "beside the till that sells");
    let read_basket = read(&shop, "view_basket", json!({}));
    assert_eq!((&read_basket["held"], &read_basket["buyer"]), (&basket["held"], &basket["buyer"]));
    assert_eq!(basket["held"].as_array().unwrap().len(), 1);
    // Without its key the till still tells what is not sealed.
    std::fs::remove_file(shop.db.with_added_extension("key")).expect("the key is a file here");
    let text = read(&shop, "view_receipt", number)["text"].to_string();
    assert!(text.contains(GSTIN) && !text.contains("Verma") && text.contains("हस्ताक्षर उपलब्ध नहीं"), "{text}");
    assert_eq!(read(&shop, "view_basket", json!({}))["held"], json!([]));
}

/// A mart that may sell in the principal's name, where Sohit's goods are sold so from today.
fn with_memos() -> Shop {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let terms = json!({ "consignor": "sohit", "version": 2, "from": "2026-11-23", "supply_mode": "B",
        "commission_bps": 2_500, "discount_bearer": "shared" });
    assert_eq!(shop.refuses("set_agreement", terms.clone()), "principal_name_off");
    shop.may_sell_in_the_principal_s_name();
    shop.call("set_agreement", terms);
    shop.signs_in("sunita");
    shop.call("open_shift", json!({ "float_paise": 200_000 }));
    shop
}

#[test]
fn nobody_sells_past_the_gst_threshold_in_their_own_name() {
    let mut shop = with_memos();
    shop.scans("SURAHI");
    let price = shop.call("view_basket", json!({}))["due"]["paise"].as_i64().unwrap();
    let most = 400_000_000 / price;
    let pays = |shop: &mut Shop, pieces: i64| {
        let basket = shop.call("set_quantity", json!({ "line": 0, "quantity_milli": pieces * 1_000 }));
        let card = json!([{ "kind": "card", "paise": basket["due"]["paise"], "reference": "4411" }]);
        shop.refuses("take_payment", json!({ "basket": basket["id"], "tenders": card }))
    };
    assert_eq!(pays(&mut shop, most + 1), "threshold_reached");
    assert_eq!(pays(&mut shop, most), "buyer_name_needed", "up to it other laws decide");
}

#[test]
fn goods_in_the_artisan_s_name_go_on_a_memo_without_gst() {
    let mut shop = with_memos();
    shop.scans("SURAHI");
    shop.scans("LOCK");
    let business = json!({ "buyer": { "gstin": GSTIN, "name": "Verma Stores" } });
    assert_eq!(shop.refuses("set_buyer", business), "memo_to_registered");
    assert_eq!(shop.refuses("set_buyer", json!({ "buyer": { "state": "07" } })), "memo_to_other_state");
    buys(&mut shop, json!({ "name": "Asha", "state": "09" }));
    let number = pays_by_card(&mut shop)["number"].clone();
    let entry = entry(&shop, number.as_str().unwrap());
    let bills = &entry["fact"]["bills"];
    assert_eq!((&bills[0]["kind"], &bills[1]["kind"]), (&json!("tax_invoice"), &json!("sale_memo")));
    assert_eq!((&bills[1]["number"], &bills[1]["principal"]), (&json!("LKO1A/26/S000001"), &json!("sohit")));
    assert_eq!(entry["fact"]["lines"][0]["tax"]["cgst_paise"], json!(null));
    shop.must_verify();
}

/// What people type of a number is read, not only what the till keeps of it.
#[test]
fn numbers_are_taken_as_people_type_them() {
    let mut shop = Shop::open();
    shop.scans("LOCK");
    let typed = json!({ "name": "Asha", "address": "Aminabad", "gstin": "09 aabct १३३२l 1zc", "pan": "aabct-1332 l",
        "mobile": "+91 98765 43210" });
    let buyer = buys(&mut shop, typed)["buyer"].clone();
    assert_eq!(
        (&buyer["gstin"], &buyer["pan"], &buyer["mobile"]),
        (&json!("09AABCT1332L1ZC"), &json!("AABCT1332L"), &json!("9876543210"))
    );
    shop.call("set_buyer", json!({ "buyer": { "name": "Asha", "mobile": "098765-43210" }, "consent": true }));
    let number = pays_by_card(&mut shop)["number"].clone();
    for mobile in ["9876543210", "०९८७६५ ४३२१०", "+91-9876543210"] {
        assert_eq!(shop.call("find_customer", json!({ "mobile": mobile }))["customer"]["buyer"]["name"], "Asha");
        let bills = shop.call("view_bills", json!({ "text": mobile, "limit": 9 }));
        assert_eq!(bills["bills"][0]["number"], number, "{mobile}");
    }
    assert_eq!(shop.call("view_bills", json!({ "text": "₹६५०", "limit": 9 }))["bills"][0]["number"], number);
    assert_eq!(shop.refuses("find_customer", json!({ "mobile": "+1 98765 43210" })), "invalid_input");
}

#[test]
fn a_customer_who_agrees_is_found_again_and_can_be_forgotten() {
    let mut shop = Shop::open();
    shop.scans("LOCK");
    let asha = json!({ "name": "Asha Verma", "mobile": "9876543210", "address": "Aminabad", "state": "09" });
    let find = json!({ "mobile": "9876543210" });
    buys(&mut shop, asha.clone());
    assert_eq!(shop.call("find_customer", find.clone())["customer"], Value::Null, "nobody asked for consent");
    assert_eq!(shop.refuses("set_buyer", json!({ "buyer": { "name": "Asha" }, "consent": true })), "invalid_input");
    shop.call("set_buyer", json!({ "buyer": asha, "consent": true }));
    let number = shop.sells(&[])["number"].clone();
    shop.restarts();
    let found = shop.call("find_customer", find.clone())["customer"].clone();
    assert_eq!((&found["buyer"]["name"], &found["bills"][0]["number"]), (&json!("Asha Verma"), &number));
    shop.scans("LOCK");
    buys(&mut shop, found["buyer"].clone());
    let person = uuid_text(&entry(&shop, number.as_str().unwrap()));
    assert_eq!(found["person"], person);
    assert_eq!(rows(&shop, "person_key"), 1);
    shop.call("forget_customer", json!({ "person": person }));
    assert_eq!(shop.call("find_customer", find)["customer"], Value::Null);
    assert_eq!(shop.basket()["buyer"], Value::Null, "nor is the open basket theirs");
    assert_eq!(shop.refuses("forget_customer", json!({ "person": person })), "invalid_input");
    assert_eq!((rows(&shop, "person_key"), rows(&shop, "bought")), (0, 0));
    shop.closes();
    for suffix in ["", "-wal", ".open", ".open-wal"] {
        let Ok(bytes) = std::fs::read(format!("{}{suffix}", shop.db.display())) else { continue };
        for secret in ["9876543210", "Asha Verma", "Aminabad"] {
            let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!found, "{secret} is in mart.db{suffix}");
        }
    }
    shop.must_verify();
}

fn uuid_text(entry: &Value) -> Value {
    entry["fact"]["buyer"]["person"]["person"].clone()
}

fn rows(shop: &Shop, table: &str) -> i64 {
    let db = rusqlite::Connection::open(&shop.db).expect("opens");
    db.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).expect("a count")
}

#[test]
fn the_series_begin_anew_on_the_first_of_april_within_a_shift() {
    let mut shop = Shop::new();
    // To 31 March 2027, 23:00, day by day as a mart that is open.
    shop.clock.pass_minutes(12 * 60);
    shop.signs_in("sunita");
    for _ in 0..16 {
        shop.clock.pass_minutes(8 * 24 * 60);
        shop.call("open_shift", json!({ "float_paise": 0 }));
        shop.call("close_shift", json!({ "counted_paise": 0 }));
    }
    shop.call("open_shift", json!({ "float_paise": 0 }));
    assert_eq!(shop.sells(&["LOCK"])["number"], "LKO1A/26/T000001");
    shop.clock.pass_minutes(120);
    assert_eq!(shop.sells(&["LOCK"])["number"], "LKO1A/27/T000001");
    assert_eq!(shop.sells(&["BANGLE"])["number"], "LKO1A/27/B000001");
    let db = rusqlite::Connection::open(&shop.db).expect("opens");
    let kept: Vec<String> = db
        .prepare("SELECT keep_until FROM sale ORDER BY seq")
        .expect("sales")
        .query_map([], |row| row.get(0))
        .expect("rows")
        .collect::<Result<_, _>>()
        .expect("dates");
    assert_eq!(kept, ["2033-12-31", "2034-12-31", "2034-12-31"]);
    shop.must_verify();
}

#[test]
fn cash_of_a_buyer_known_by_name_and_address_alone_is_counted_too() {
    let mut shop = Shop::open();
    let named = |name: &str, address: &str| json!({ "name": name, "address": address, "state": "09" });
    shop.call("scan", json!({ "code": "DARI", "quantity_milli": 120_000 }));
    buys(&mut shop, named("Ravi Kumar", "12, Aminabad, Lucknow"));
    shop.sells(&[]);
    shop.call("scan", json!({ "code": "DARI", "quantity_milli": 16_000 }));
    buys(&mut shop, named(" ravi  KUMAR", "12 Aminabad Lucknow"));
    let basket = shop.basket();
    let tenders = json!([{ "kind": "cash", "given_paise": basket["due"]["paise"] }]);
    let payment = json!({ "basket": basket["id"], "tenders": tenders });
    assert_eq!(shop.refuses("take_payment", payment), "cash_over_limit", "1,77,600 and 23,680");
    buys(&mut shop, named("Ravi Kumar", "7, Chowk, Lucknow"));
    shop.sells(&[]);
    shop.must_verify();
}
