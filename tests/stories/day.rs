//! The day's reports: X while a shift is open, Z for good, and that both agree with the books.

use domain::entry::Fact;
use proptest::prelude::*;
use serde_json::{Value, json};
use tests::{PIN, Shop};
use till::store;

fn report(shop: &mut Shop, number: Value) -> Value {
    shop.call("view_shift_report", json!({ "number": number }))
}

#[test]
fn x_any_number_of_times_then_z_for_good() {
    let mut shop = Shop::open();
    shop.sells(&["DIYA"]);
    shop.scans("KURTA");
    shop.call(
        "discount_line",
        json!({ "line": 0, "discount_paise": 22_000, "approval": { "operator": "anil", "pin": PIN } }),
    );
    let due = shop_due(&mut shop);
    shop.pays(json!([{ "kind": "card", "paise": due, "reference": "R1" }]));
    let x = report(&mut shop, Value::Null);
    assert_eq!((&x["closed"], &x["sales"]), (&json!(false), &json!(2)));
    assert_eq!(x, report(&mut shop, Value::Null), "an X changes nothing");
    let series = &x["series"][0];
    assert_eq!((&series["first"], &series["last"]), (&json!("LKO1A/26/T000001"), &json!("LKO1A/26/T000002")));
    assert_eq!(series["count"], 2);
    assert_eq!((&x["discounts"][0]["approved_by"]["en"], &x["discounts"][0]["bills"]), (&json!("anil"), &json!(1)));
    shop.call("close_shift", json!({ "counted_paise": 253_000 }));
    let z = report(&mut shop, json!(1));
    assert_eq!((&z["closed"], &z["number"], &z["till"]), (&json!(true), &json!(1), &json!("LKO1A")));
    assert_eq!(z["tenders"][2]["taken"]["text"], "1,979.00");
    assert_eq!(z["cash"]["difference"]["paise"], 0);
    let db = store::open_to_read(&shop.db).unwrap();
    let entry = z["entry"].as_i64().unwrap();
    let hash = store::journal::hash(&db, entry).unwrap().unwrap();
    let begins = format!("{:016x}", u64::from_be_bytes(hash[..8].try_into().unwrap()));
    assert_eq!(z["hash"], json!(begins), "the hash of the entry that closed it");

    // Masters change, time passes, the till restarts: the Z stays as it was.
    shop.signs_in("anil");
    shop.call(
        "set_operator",
        json!({ "id": "sunita", "name": { "hi": "सुनीता देवी", "en": "Sunita Devi" }, "role": "cashier" }),
    );
    shop.clock.pass_minutes(90);
    shop.call("open_shift", json!({ "float_paise": 0 }));
    shop.restarts();
    assert_eq!(report(&mut shop, json!(1)), z);
    let shifts = shop.call("view_shifts", json!({}));
    assert_eq!((&shifts["open"], &shifts["closed"][0]["number"]), (&json!(2), &json!(1)));
    shop.must_verify();
}

fn shop_due(shop: &mut Shop) -> i64 {
    shop.basket()["due"]["paise"].as_i64().unwrap()
}

#[test]
fn a_cashier_sees_their_own_reports_and_a_manager_all() {
    let mut shop = Shop::open();
    shop.call("close_shift", json!({ "counted_paise": 0 }));
    shop.signs_in("ramesh");
    assert_eq!(shop.refuses("view_shift_report", json!({ "number": null })), "no_open_shift");
    assert_eq!(shop.refuses("view_shift_report", json!({ "number": 1 })), "not_a_manager");
    assert_eq!(shop.refuses("view_shift_report", json!({ "number": 7 })), "unknown_shift");
    assert_eq!(shop.call("view_shifts", json!({})), json!({ "open": null, "closed": [] }));
    shop.signs_in("anil");
    assert_eq!(shop.call("view_shifts", json!({}))["closed"][0]["difference"]["paise"], -200_000);
}

#[test]
fn a_shift_closes_under_a_jumped_clock_and_across_the_financial_year() {
    let mut shop = Shop::open();
    shop.sells(&["DIYA"]);
    shop.clock.pass_minutes(-9 * 365 * 24 * 60);
    shop.sells(&["DIYA"]);
    let closed = shop.call("close_shift", json!({ "counted_paise": 306_000 }));
    assert_eq!(closed["difference"]["paise"], 0);
    let z = report(&mut shop, json!(1));
    assert_eq!((&z["series"][0]["count"], &z["business_date"]), (&json!(2), &json!("23-11-2026")));
    shop.must_verify();

    let mut shop = Shop::new();
    // 22:00 on 31 March 2027.
    shop.clock.pass_minutes(128 * 24 * 60 + 11 * 60);
    shop.call("accept_clock", json!({ "manager": "anil", "pin": PIN }));
    shop.signs_in("sunita");
    shop.call("open_shift", json!({ "float_paise": 0 }));
    assert_eq!(shop.sells(&["DIYA"])["number"], "LKO1A/26/T000001");
    shop.clock.pass_minutes(3 * 60);
    assert_eq!(shop.sells(&["DIYA"])["number"], "LKO1A/27/T000001");
    shop.call("close_shift", json!({ "counted_paise": 106_000 }));
    let z = report(&mut shop, json!(1));
    let prefixes: Vec<&str> =
        z["series"].as_array().unwrap().iter().map(|one| one["prefix"].as_str().unwrap()).collect();
    assert_eq!(prefixes, ["LKO1A/26/T", "LKO1A/27/T"], "both years' numbers stand in it");
    assert_eq!(z["business_date"], "01-04-2027");
    shop.must_verify();
}

#[derive(Debug, Clone)]
enum Step {
    Sell(usize, u8),
    Move(&'static str, i64),
    Count(i64),
    Restart,
    Close(i64),
    HandOver(i64),
}

fn any_step() -> impl Strategy<Value = Step> {
    let movement = prop_oneof![Just("drop"), Just("paid_in"), Just("paid_out")];
    prop_oneof![
        6 => (0usize..6, 0u8..3).prop_map(|(item, tender)| Step::Sell(item, tender)),
        3 => (movement, 1i64..40_000).prop_map(|(movement, paise)| Step::Move(movement, paise)),
        1 => (0i64..900_000).prop_map(Step::Count),
        1 => Just(Step::Restart),
        1 => (0i64..900_000).prop_map(Step::Close),
        1 => (0i64..900_000).prop_map(Step::HandOver),
    ]
}

fn signed_in(shop: &mut Shop) -> String {
    shop.call("view_start", json!({}))["signed_in"]["operator"]["id"].as_str().unwrap().to_owned()
}

fn live(shop: &mut Shop, step: Step) {
    match step {
        Step::Sell(item, tender) => {
            shop.scans(["KURTA", "DIYA", "SURAHI", "BANGLE", "LOCK", "ATTAR"][item]);
            let due = shop_due(shop);
            shop.pays(match tender {
                0 => json!([{ "kind": "cash", "given_paise": due + 700 }]),
                1 => json!([{ "kind": "upi", "paise": due }]),
                _ => json!([{ "kind": "card", "paise": due / 2, "reference": "R" }, { "kind": "cash", "given_paise": due }]),
            });
        }
        Step::Move(movement, paise) => {
            shop.call("move_cash", json!({ "movement": movement, "paise": paise, "reason": "x" }));
        }
        Step::Count(paise) => {
            shop.call("count_drawer", json!({ "counted_paise": paise }));
        }
        Step::Restart => shop.restarts(),
        Step::Close(paise) => {
            shop.call("close_shift", json!({ "counted_paise": paise }));
            shop.call("open_shift", json!({ "float_paise": paise / 2 }));
        }
        Step::HandOver(paise) => {
            let to = if signed_in(shop) == "sunita" { "ramesh" } else { "sunita" };
            let over = json!({ "counted_paise": paise, "pin": PIN, "to": { "operator": to, "pin": PIN } });
            shop.call("hand_over", over);
        }
    }
}

fn paise(value: &Value) -> i64 {
    value["paise"].as_i64().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn whatever_happened_the_drawer_is_empty_after_the_close_and_the_z_adds_to_the_books(
        steps in prop::collection::vec(any_step(), 1..25),
    ) {
        let mut shop = Shop::open();
        for step in steps {
            live(&mut shop, step);
        }
        shop.call("close_shift", json!({ "counted_paise": 123_400 }));
        shop.must_verify();
        let db = store::open_to_read(&shop.db).unwrap();
        let balance = |account: &str| store::sale::balance_from(&db, account, 1).unwrap().0;
        prop_assert_eq!(balance("drawer"), 0);
        shop.signs_in("anil");
        let last = shop.call("view_shifts", json!({}))["closed"][0]["number"].as_i64().unwrap();
        let (mut sold, mut net, mut cgst, mut over, mut expense, mut bills) = (0, 0, 0, 0, 0, 0);
        for number in 1..=last {
            let z = report(&mut shop, json!(number));
            let tenders: i64 = z["tenders"].as_array().unwrap().iter().map(|one| paise(&one["taken"])).sum();
            prop_assert_eq!(tenders, paise(&z["sold"]), "tenders add to the sales");
            let taxed: i64 = z["rates"].as_array().unwrap().iter()
                .map(|one| ["taxable", "cgst", "sgst", "igst"].iter().map(|part| paise(&one[part])).sum::<i64>()).sum();
            prop_assert_eq!(taxed + paise(&z["round_off"]), paise(&z["net"]), "rates add to the net");
            let cash = &z["cash"];
            let drawer = paise(&cash["float"]) + paise(&cash["cash_sales"]) - paise(&cash["cash_refunds"])
                + paise(&cash["cash_in"]) - paise(&cash["paid_out"]) - paise(&cash["dropped"]);
            prop_assert_eq!(drawer, paise(&cash["expected"]), "the drawer adds to what is expected");
            sold += z["sales"].as_i64().unwrap();
            net += paise(&z["net"]);
            over += paise(&cash["difference"]);
            expense += paise(&cash["paid_out"]);
            cgst += z["rates"].as_array().unwrap().iter().map(|one| paise(&one["cgst"])).sum::<i64>();
            bills += z["series"].as_array().unwrap().iter().map(|one| one["count"].as_i64().unwrap()).sum::<i64>();
        }
        prop_assert_eq!((sold, bills), (shop.verified().sales, shop.verified().sales));
        prop_assert_eq!(-balance("output_cgst"), cgst);
        prop_assert_eq!(-balance("cash_over_short"), over);
        prop_assert_eq!(balance("petty_expenses"), expense);
        let (head, _) = store::journal::head(&db).unwrap();
        let payload: domain::entry::Payload =
            serde_json::from_slice(&store::journal::payload(&db, head).unwrap().unwrap()).unwrap();
        prop_assert!(matches!(payload.fact, Fact::ShiftClosed(_)));
        prop_assert_eq!(payload.grand_total_paise.0, net);
    }
}
