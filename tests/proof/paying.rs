//! Settling and paying over histories nobody chose: whatever is sold, brought back, lost, settled, withdrawn, paid, failed and
//! agreed anew, the books say what is owed and every statement and passbook says why.

use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tests::Shop;
use tests::payouts::kavita;
use uuid::Uuid;

#[derive(Debug, Clone)]
enum Happens {
    Sells(usize),
    TakesBack(usize, bool),
    Voids,
    Loses(usize),
    Finds(usize),
    DaysPass(i64),
    Settles(Option<usize>),
    Withdraws(usize),
    Approves,
    Sends(bool),
    Confirms(usize),
    Fails(usize),
    Lends(usize, i64),
    AgreesAnew(usize, u8),
}

const GOODS: [&[&str]; 4] = [&["KURTA"], &["MOONJ", "SURAHI"], &["SURAHI"], &["KURTA", "MOONJ", "SURAHI"]];
const WHOM: [&str; 2] = ["reshma", "sohit"];

fn any_happening() -> impl Strategy<Value = Happens> {
    prop_oneof![
        6 => (0usize..4).prop_map(Happens::Sells),
        2 => (0usize..8, any::<bool>()).prop_map(|(which, whole)| Happens::TakesBack(which, whole)),
        1 => Just(Happens::Voids),
        1 => (0usize..2).prop_map(Happens::Loses),
        1 => (0usize..2).prop_map(Happens::Finds),
        3 => (1i64..9).prop_map(Happens::DaysPass),
        4 => prop_oneof![Just(None), (0usize..2).prop_map(Some)].prop_map(Happens::Settles),
        1 => (0usize..4).prop_map(Happens::Withdraws),
        3 => Just(Happens::Approves),
        3 => any::<bool>().prop_map(Happens::Sends),
        3 => (0usize..4).prop_map(Happens::Confirms),
        1 => (0usize..4).prop_map(Happens::Fails),
        1 => (0usize..2, 1i64..90_000).prop_map(|(whom, paise)| Happens::Lends(whom, paise)),
        1 => (0usize..2, 0u8..3).prop_map(|(whom, mode)| Happens::AgreesAnew(whom, mode)),
    ]
}

/// What may be refused for what happened before, and then must change nothing.
fn tries(shop: &mut Shop, name: &str, input: Value) -> Option<Value> {
    match till::commands::run(shop.desk(), name, input) {
        Ok(view) => Some(view),
        Err(till::fault::Stop::Refusal(_)) => None,
        Err(till::fault::Stop::Fault(fault)) => panic!("{name} broke: {fault}"),
    }
}

#[derive(Default)]
struct Told {
    bills: Vec<Value>,
    settlements: Vec<Value>,
    versions: BTreeMap<&'static str, i64>,
    ids: u128,
}

fn in_state(shop: &mut Shop, state: &str) -> Vec<Value> {
    let view = shop.call("view_settlements", json!({ "state": state }));
    view["rows"].as_array().expect("rows").clone()
}

fn happens(shop: &mut Shop, told: &mut Told, what: &Happens) {
    match what {
        Happens::Sells(which) => {
            let bill = shop.sells(GOODS[*which])["number"].clone();
            told.bills.push(bill);
        }
        Happens::TakesBack(which, whole) => {
            let Some(number) = told.bills.get(told.bills.len().wrapping_sub(1 + which)).cloned() else { return };
            let bill = shop.call("view_bill", json!({ "text": number }));
            let lines: Vec<Value> = bill["lines"]
                .as_array()
                .expect("lines")
                .iter()
                .enumerate()
                .filter(|(_, line)| line["left"] == "1")
                .take(if *whole { 9 } else { 1 })
                .map(|(place, _)| json!({ "line": place, "quantity_milli": 1_000, "resellable": *whole }))
                .collect();
            if !lines.is_empty() {
                let input = json!({ "id": bill["return_id"], "number": number, "lines": lines, "reason": "x", "to_note": true });
                tries(shop, "take_return", input);
            }
        }
        Happens::Voids => {
            if let Some(number) = told.bills.last() {
                tries(shop, "void_sale", json!({ "number": number, "reason": "x" }));
            }
        }
        Happens::Loses(whom) | Happens::Finds(whom) => {
            told.ids += 1;
            let cause = if matches!(what, Happens::Loses(_)) { "theft" } else { "found" };
            let item = Uuid::from_u128(if *whom == 0 { 1 } else { 3 });
            tries(
                shop,
                "adjust_stock",
                json!({ "id": Uuid::from_u128(9_000 + told.ids), "item": item,
                "owner": format!("consignor:{}", WHOM[*whom]), "cause": cause, "qty_milli": 1_000, "note": "x" }),
            );
        }
        Happens::DaysPass(days) => shop.days_pass(*days),
        Happens::Settles(whom) => {
            let view = shop.call("view_due", json!({}));
            let total = match whom {
                Some(whom) => shop.due(WHOM[*whom])["net"]["paise"].clone(),
                None => view["net"]["paise"].clone(),
            };
            let total = if total.is_null() { json!(0) } else { total };
            let run =
                json!({ "run": Uuid::now_v7(), "consignors": whom.map(|whom| [WHOM[whom]]), "total_paise": total });
            if let Some(view) = tries(shop, "post_settlements", run) {
                told.settlements.extend(view["rows"].as_array().expect("rows").clone());
            }
        }
        Happens::Withdraws(which) => {
            if let Some(one) = told.settlements.get(told.settlements.len().wrapping_sub(1 + which)) {
                tries(shop, "withdraw_settlements", json!({ "settlements": [one["id"]], "reason": "x" }));
            }
        }
        Happens::Approves => {
            let ids: Vec<Value> = in_state(shop, "posted").iter().map(|one| one["id"].clone()).collect();
            shop.call("approve_settlements", json!({ "settlements": ids, "approval": kavita() }));
        }
        Happens::Sends(cash) => {
            let mut ids: Vec<Value> = Vec::new();
            for state in ["approved", "failed"] {
                ids.extend(in_state(shop, state).iter().map(|one| one["id"].clone()));
            }
            let rail = if *cash { "cash" } else { "bank" };
            tries(
                shop,
                "send_payouts",
                json!({ "id": Uuid::now_v7(), "rail": rail, "settlements": ids, "approval": kavita() }),
            );
        }
        Happens::Confirms(which) => {
            if let Some(one) = in_state(shop, "sent").get(*which) {
                let reference = shop.reference();
                shop.call(
                    "confirm_payout",
                    json!({ "settlement": one["id"], "reference": reference, "paise": one["net"]["paise"] }),
                );
            }
        }
        Happens::Fails(which) => {
            let state = if *which % 2 == 0 { "sent" } else { "confirmed" };
            if let Some(one) = in_state(shop, state).get(*which / 2) {
                shop.call("fail_payout", json!({ "settlement": one["id"], "reason": "x" }));
            }
        }
        Happens::Lends(whom, paise) => {
            let reference = shop.reference();
            let advance = json!({ "id": Uuid::now_v7(), "consignor": WHOM[*whom], "paise": paise, "reference": reference,
                "repay_bps": 3_000, "reason": "x", "approval": kavita() });
            shop.call("pay_advance", advance);
        }
        Happens::AgreesAnew(whom, mode) => {
            let version = told.versions.entry(WHOM[*whom]).or_insert(1);
            let from = shop.call("view_status", json!({}))["business_date"].clone();
            let mode_word = ["A1", "A2", "B"][*mode as usize];
            let agreement = json!({ "consignor": WHOM[*whom], "version": *version + 1, "from": from,
                "supply_mode": mode_word, "commission_bps": 1_500 + i64::from(*mode) * 700,
                "discount_bearer": "shared", "fees": { "packing_paise": 310 } });
            if tries(shop, "set_agreement", agreement).is_some() {
                *version += 1;
            }
        }
    }
}

/// What is always true.
fn must_hold(shop: &mut Shop) {
    for consignor in WHOM {
        let payable = shop.payable(consignor);
        let due = shop.due(consignor);
        let owed = due["owed"]["paise"].as_i64().unwrap_or_default();
        assert_eq!(owed, payable, "{consignor}: the due list says what the books say");
        // Settled and unpaid, and what no settlement names: nothing is in both, nothing in neither.
        let unpaid = shop.count(&format!(
            "SELECT coalesce(sum(net_paise), 0) FROM settlement
             WHERE consignor = '{consignor}' AND state NOT IN ('confirmed', 'withdrawn')"
        ));
        let unsettled = shop.count(&format!(
            "SELECT coalesce(sum(share_paise + recovered_paise), 0) FROM due_line
             WHERE consignor = '{consignor}' AND settlement IS NULL"
        ));
        assert_eq!(payable, unpaid + unsettled, "{consignor}: payable = unsettled + posted unpaid");
        let book = shop.call("view_passbook", json!({ "consignor": consignor }));
        assert_eq!(book["balance"]["paise"], json!(payable), "{consignor}: the passbook ends with it");
    }
    let proof = shop.call("view_closing_proof", json!({}));
    assert_eq!(proof["holds"], true, "{proof}");
    assert_eq!(shop.count("SELECT coalesce(sum(paise), 0) FROM posting"), 0, "the books balance");
    let numbers: Vec<Value> = shop.call("view_settlements", json!({}))["rows"].as_array().expect("rows").clone();
    for row in numbers {
        let told = shop.call("view_settlement", json!({ "number": row["number"] }));
        let paise = |name: &str| told["figures"][name]["paise"].as_i64().expect("an amount");
        let rows: i64 =
            told["rows"].as_array().expect("rows").iter().map(|row| row["share"]["paise"].as_i64().unwrap()).sum();
        assert_eq!(rows, paise("earned"), "its rows are its figures");
        assert_eq!(paise("opening") + paise("earned") - paise("repaid"), paise("net") + paise("closing"));
        assert_eq!(told["figures"]["net"]["paise"], row["net"]["paise"]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, max_shrink_iters: 40, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_happens_the_books_know_what_is_owed_and_statements_say_why(
        history in prop::collection::vec(any_happening(), 5..32),
    ) {
        let mut shop = Shop::that_pays();
        shop.may_sell_in_the_principal_s_name();
        let mut told = Told::default();
        for what in &history {
            happens(&mut shop, &mut told, what);
            let checked = shop.call("view_due", json!({}));
            prop_assert!(checked["rows"].is_array());
        }
        must_hold(&mut shop);
        shop.must_verify();
    }
}
