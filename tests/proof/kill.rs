//! The real process killed at random moments while it is asked random things: what it said was done is there,
//! once, and the rest of the till proves whole.

use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tests::{PIN, Served, copy_mart, till_program};
use till::{store, verify};

/// Commands asked and kills among them; ten thousand commands as the issue asks.
const COMMANDS: u32 = 10_000;
const KILLS: u32 = 200;

/// Chance that can be told again from its seed.
pub struct Dice(TestRng);

impl Dice {
    /// Says its seed.
    pub fn new() -> Self {
        let seed = std::process::id();
        println!("seed {seed}");
        let mut bytes = [0u8; 32];
        bytes[..4].copy_from_slice(&seed.to_le_bytes());
        Self(TestRng::from_seed(RngAlgorithm::ChaCha, &bytes))
    }

    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0.next_u64() % end
    }

    /// One of them.
    pub fn one_of<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len() as u64) as usize]
    }
}

/// A random thing to ask, sensible more often than not.
fn any_command(dice: &mut Dice, basket: &str) -> (&'static str, Value) {
    let item = dice.one_of(&["KURTA", "DIYA", "SURAHI", "BANGLE", "LOCK", "FABRIC", "NOTHING"]);
    let line = dice.below(3);
    match dice.below(100) {
        0..40 => ("scan", json!({ "code": item })),
        40..44 => ("set_quantity", json!({ "line": line, "quantity_milli": dice.below(4) * 1_000 })),
        44..48 => ("discount_line", json!({ "line": line, "discount_paise": dice.below(3_000) })),
        48..50 => ("remove_line", json!({ "line": line })),
        50..78 => {
            let given = 100 * (dice.below(20_000) + 1) * 100;
            ("take_payment", json!({ "basket": basket, "tenders": [{ "kind": "cash", "given_paise": given }] }))
        }
        78..84 => {
            let cash = json!({ "kind": "cash", "given_paise": 1_000_000 });
            let card = json!({ "kind": "card", "paise": dice.below(50_000), "reference": "R1" });
            ("take_payment", json!({ "basket": basket, "tenders": [card, cash] }))
        }
        84..87 => ("move_cash", json!({ "movement": "paid_in", "paise": dice.below(9_000), "reason": "छुट्टे" })),
        87..89 => ("close_shift", json!({ "counted_paise": dice.below(900_000) })),
        89..95 => ("open_shift", json!({ "float_paise": dice.below(200_000) })),
        95..96 => ("sign_in", json!({ "operator": "sunita", "pin": PIN })),
        96..98 => ("search", json!({ "text": item, "limit": 5 })),
        98..99 => ("empty_basket", json!({})),
        _ => ("view_status", json!({})),
    }
}

/// Kills a process after a while.
pub fn strike(child: u32, after: Duration) -> JoinHandle<()> {
    std::thread::spawn(move || {
        std::thread::sleep(after);
        let _ = std::process::Command::new("kill").args(["-9", &child.to_string()]).status();
    })
}

#[test]
fn ten_thousand_commands_and_two_hundred_kills() {
    let folder = tempfile::tempdir().unwrap();
    copy_mart(folder.path());
    let db = folder.path().join("mart.db");
    let mut dice = Dice::new();

    // Bills the process said were closed: number and due by basket.
    let mut acknowledged: BTreeMap<String, (String, i64)> = BTreeMap::new();
    let mut slowest_start = Duration::ZERO;
    let mut asked = 0;
    // Where it must be built first, that is no part of a start.
    till_program();
    for run in 0..=KILLS {
        let begun = Instant::now();
        let mut served = Served::start(&db);
        let ready = served.call("view_start", &json!({})).expect("answers").expect("the till opens after a kill");
        slowest_start = slowest_start.max(begun.elapsed());
        assert_eq!(ready["till_code"], "1A");
        served.call("sign_in", &json!({ "operator": "sunita", "pin": PIN })).expect("answers").expect("signs in");
        let until = if run == KILLS { COMMANDS } else { asked + (COMMANDS / KILLS) };
        // The blow falls at any microsecond of the last commands of this run.
        let blow = Duration::from_micros(dice.below(9_000));
        let child = served.child.id();
        let mut killer = None;
        while asked < until {
            asked += 1;
            if run < KILLS && until - asked == 3 {
                killer = Some(strike(child, blow));
            }
            let Some(Ok(open)) = served.call("view_basket", &json!({})) else { continue };
            let basket = open["id"].as_str().expect("a basket has an id").to_owned();
            let (name, input) = any_command(&mut dice, &basket);
            if let Some(Ok(done)) = served.call(name, &input)
                && name == "take_payment"
            {
                let bill = (done["number"].as_str().unwrap().to_owned(), done["due"]["paise"].as_i64().unwrap());
                assert!(acknowledged.insert(basket, bill).is_none(), "a basket was sold twice");
            }
        }
        if let Some(killer) = killer {
            killer.join().expect("the blow falls");
        }
        served.kill();
    }

    let open = store::open_to_read(&db).unwrap();
    let report = verify::verify(&open, Some(&db)).unwrap();
    assert!(report.ok, "{:?}", report.wrong);
    for (basket, (number, due)) in &acknowledged {
        let kept = store::sale::by_id(&open, basket.parse().unwrap()).unwrap();
        let kept = kept.unwrap_or_else(|| panic!("bill {number} was acknowledged and is lost"));
        assert_eq!((kept.sale().number(), kept.sale().due_paise.0), (&**number, *due));
    }
    // A sale may be there that nobody heard of (killed after the flush, before the answer), but at most one a kill.
    let unheard = report.sales - acknowledged.len() as i64;
    assert!((0..=i64::from(KILLS)).contains(&unheard), "{unheard} sales nobody heard of");
    assert!(acknowledged.len() > 500, "only {} sales: the test proves little", acknowledged.len());
    assert!(slowest_start < Duration::from_secs(3), "{slowest_start:?} until ready");
    println!(
        "{asked} commands, {KILLS} kills, {} acknowledged sales, {unheard} unheard, slowest start {slowest_start:?}",
        acknowledged.len()
    );
}
