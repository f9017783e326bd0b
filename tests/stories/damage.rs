//! Damage: a broken file, a newer one, a second copy of the program, and the way back to a safe copy.

use serde_json::{Value, json};
use std::io::{Seek, SeekFrom, Write};
use tests::{PIN, Shop};
use till::copies;
use till::fault::Fault;
use till::host::Host;

/// Overwrites a part of the file.
pub fn spoil(shop: &Shop) {
    let mut file = std::fs::File::options().write(true).open(&shop.db).unwrap();
    file.seek(SeekFrom::Start(100)).unwrap();
    file.write_all(&vec![0xA5; 20_000]).unwrap();
}

#[test]
fn a_damaged_file_goes_back_to_the_last_good_copy() {
    let mut shop = Shop::open();
    shop.sells(&["DIYA"]);
    shop.sells(&["KURTA"]);
    copies::make(&shop.db, tests::now_us()).expect("a copy");
    shop.sells(&["LOCK"]);
    shop.closes();
    spoil(&shop);
    let host = Host::open(&shop.db);
    let refused = host.call("view_start", json!({})).unwrap_err();
    assert_eq!((&refused["kind"], &refused["code"]), (&json!("fault"), &json!("database_damaged")));
    let offered = host.call("view_copies", json!({})).unwrap();
    let copy = &offered["copies"][0];
    assert_eq!((&copy["good"], &copy["last_bill"]), (&json!(true), &json!("LKO1A/26/T000002")));
    assert_eq!(host.call("restore_copy", json!({ "id": "../mart.db" })).unwrap_err()["code"], "unknown_copy");
    host.call("restore_copy", json!({ "id": copy["id"] })).expect("goes back");
    host.call("sign_in", json!({ "operator": "sunita", "pin": PIN })).expect("PINs are as they were");
    let basket = host.call("scan", json!({ "code": "DIYA" })).expect("sells on");
    let payment = json!({ "basket": basket["id"], "tenders": [{ "kind": "cash", "given_paise": 53_000 }] });
    let sale = host.call("take_payment", payment).expect("sells");
    assert_eq!(sale["number"], "LKO1B/26/T000001", "a new till code: no number can be on paper twice");
    drop(host);
    shop.must_verify();
    let aside = std::fs::read_dir(shop.db.parent().unwrap())
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().contains("damaged-"))
        .count();
    assert!(aside >= 1, "the damaged file is kept");
}

#[test]
fn a_database_put_back_by_hand_is_noticed() {
    let mut shop = Shop::open();
    shop.sells(&["DIYA"]);
    shop.closes();
    let old = std::fs::read(&shop.db).unwrap();
    shop.opens().unwrap();
    shop.sells(&["DIYA"]);
    shop.closes();
    for suffix in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{suffix}", shop.db.display()));
    }
    std::fs::write(&shop.db, old).unwrap();
    assert!(matches!(shop.opens(), Err(Fault::DatabaseDamaged { .. })), "its numbers would be given twice");
    assert!(!shop.verified().ok);
}

#[test]
fn a_second_copy_of_the_program_is_turned_away() {
    let mut shop = Shop::open();
    let second = Host::open(&shop.db);
    assert_eq!(second.call("view_start", json!({})).unwrap_err()["code"], "already_running");
    shop.sells(&["DIYA"]);
    shop.closes();
    assert!(second.call("view_start", json!({})).is_ok(), "once the first is gone it opens");
}

#[test]
fn a_newer_database_is_left_alone() {
    let mut shop = Shop::open();
    shop.closes();
    rusqlite::Connection::open(&shop.db).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let host = Host::open(&shop.db);
    let refused = host.call("view_start", json!({})).unwrap_err();
    assert_eq!((&refused["code"], &refused["params"]["found"]), (&json!("database_newer"), &json!(99)));
}

#[test]
fn no_mart_and_no_copy_are_said_so() {
    let folder = tempfile::tempdir().unwrap();
    let host = Host::open(&folder.path().join("mart.db"));
    assert_eq!(host.call("view_start", json!({})).unwrap_err()["code"], "no_mart");
    let none = copies::restore(&folder.path().join("mart.db"), None, tests::now_us());
    assert!(none.unwrap_err().to_json()["code"] == json!("no_good_copy"));
}

#[test]
fn copies_can_lie_in_a_folder_of_ones_choice() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(shop.refuses("set_copies", json!({ "folder": "not/absolute" })), "invalid_input");
    let status = shop.call("set_copies", json!({ "folder": folder.path() }));
    assert_eq!(status["copy_place"], json!(folder.path()));
    let copy = copies::make(&shop.db, tests::now_us()).expect("a copy");
    assert!(copy.starts_with(folder.path()));
    shop.closes();
    spoil(&shop);
    let view = copies::restore(&shop.db, None, tests::now_us()).expect("found there though the file is damaged");
    assert!(view.good);
}

#[test]
fn a_panic_in_one_command_does_not_end_the_till() {
    let shop = Shop::new();
    let Shop { db, .. } = &shop;
    let db = db.clone();
    let mut shop = shop;
    shop.closes();
    let host = Host::open(&db);
    // The deepest nonsense a screen could send: every command with every kind of JSON.
    let inputs = [Value::Null, json!([]), json!({}), json!("x"), json!(-1), json!({ "line": 4_294_967_295_u32 })];
    for command in till::commands::LIST {
        for input in &inputs {
            if let Err(stop) = host.call(command.name, input.clone()) {
                assert_eq!(stop["kind"], "refusal", "{}: {stop}", command.name);
            }
        }
    }
    assert!(host.call("view_start", json!({})).is_ok());
}
