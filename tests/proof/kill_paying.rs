//! The real process killed while it settles and pays: asked again for what it did not answer, it does it once; nothing is
//! settled twice, paid twice or lost.

use crate::kill::{Dice, strike};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::Duration;
use tests::payouts::kavita;
use tests::{PIN, Served, Shop, till_program};
use till::{store, verify};
use uuid::Uuid;

const KILLS: u32 = 60;
const ASKED: u32 = 24;

/// What is asked next; none where there is nothing to ask it of.
fn any_command(dice: &mut Dice, served: &Served) -> Option<(&'static str, Value)> {
    let whole = |state: &str| -> Option<Vec<Value>> {
        let view = served.call("view_settlements", &json!({ "state": state }))?.ok()?;
        Some(view["rows"].as_array()?.clone())
    };
    let rows = |state: &str| Some(whole(state)?.iter().map(|row| row["id"].clone()).collect::<Vec<Value>>());
    match dice.below(100) {
        0..40 => {
            served.call("scan", &json!({ "code": dice.one_of(&["KURTA", "MOONJ", "SURAHI"]) }))?.ok()?;
            let basket = served.call("view_basket", &json!({}))?.ok()?["id"].clone();
            let tenders = json!([{ "kind": "cash", "given_paise": 15_000_000 }]);
            Some(("take_payment", json!({ "basket": basket, "tenders": tenders })))
        }
        40..58 => {
            let net = served.call("view_due", &json!({}))?.ok()?["net"]["paise"].clone();
            (net.as_i64()? > 0).then(|| ("post_settlements", json!({ "run": Uuid::now_v7(), "total_paise": net })))
        }
        58..72 => Some(("approve_settlements", json!({ "settlements": rows("posted")?, "approval": kavita() }))),
        72..84 => {
            let mut ids = rows("approved")?;
            ids.extend(rows("failed")?);
            let input = json!({ "id": Uuid::now_v7(), "rail": "bank", "settlements": ids, "approval": kavita() });
            (!ids.is_empty()).then_some(("send_payouts", input))
        }
        84..96 => {
            let one = whole("sent")?.pop()?;
            let reference = format!("{:012}", 700_000_000_000 + dice.below(100_000_000_000));
            let paise = &one["net"]["paise"];
            Some(("confirm_payout", json!({ "settlement": one["id"], "reference": reference, "paise": paise })))
        }
        _ => Some(("fail_payout", json!({ "settlement": rows("sent")?.pop()?, "reason": "खाता बंद" }))),
    }
}

#[test]
fn sixty_kills_while_settling_and_paying() {
    let mut shop = Shop::that_pays();
    for consignor in ["reshma", "sohit"] {
        let now = json!({ "consignor": consignor, "version": 2, "from": "2026-11-24", "supply_mode": "A2", "commission_bps": 2_000,
            "discount_bearer": "shared", "promise": { "holding_days": 0, "payout_days": 5 } });
        shop.call("set_agreement", now);
    }
    shop.days_pass(1);
    shop.closes();
    let mut dice = Dice::new();
    till_program();
    let mut paid: BTreeSet<String> = BTreeSet::new();
    let mut unanswered: Option<(&'static str, Value)> = None;
    for run in 0..=KILLS {
        let mut served = Served::start(&shop.db);
        served.call("sign_in", &json!({ "operator": "anil", "pin": PIN })).expect("answers").expect("signs in");
        if let Some((name, input)) = unanswered.take() {
            // The same again: done now, or done already.
            let said = served.call(name, &input).expect("answers");
            assert!(said.is_ok() || name == "fail_payout", "{name}: {said:?}");
        }
        let killer = (run < KILLS).then(|| strike(served.child.id(), Duration::from_micros(dice.below(400_000))));
        for _ in 0..ASKED {
            let Some((name, input)) = any_command(&mut dice, &served) else { continue };
            match served.call(name, &input) {
                Some(Ok(_)) if name == "confirm_payout" => {
                    paid.insert(input["reference"].as_str().expect("a reference").to_owned());
                }
                Some(_) => {}
                None => {
                    unanswered = Some((name, input));
                    break;
                }
            }
        }
        if let Some(killer) = killer {
            killer.join().expect("the blow falls");
        }
        served.kill();
    }
    let open = store::open_to_read(&shop.db).unwrap();
    let report = verify::verify(&open, Some(&shop.db)).unwrap();
    assert!(report.ok, "{:?}", report.wrong);
    for reference in &paid {
        assert!(store::payout::is_used(&open, reference).unwrap(), "{reference} was said to be paid");
    }
    drop(open);
    shop.opens().expect("the till opens");
    shop.signs_in("anil");
    for consignor in ["reshma", "sohit"] {
        assert_eq!(shop.due(consignor)["owed"]["paise"], json!(shop.payable(consignor)), "{consignor}");
    }
    let settled = shop.count("SELECT count(*) FROM settlement");
    println!("{settled} settlements, {} paid", paid.len());
    assert!(settled > 20 && paid.len() > 5, "{settled} settlements and {} payments prove little", paid.len());
}
