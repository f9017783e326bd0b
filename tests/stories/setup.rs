//! Setting up from the window, and a manager who forgot the PIN.

use serde_json::{Value, json};
use std::path::Path;
use tests::printer::FakePrinter;
use tests::{Shop, mart_json};
use till::host::{Host, call_once};

fn answers() -> Value {
    let mart: Value = serde_json::from_str(&mart_json()).unwrap();
    json!({ "language": "en", "mart": mart["mart"], "operators": mart["operators"],
        "printer": { "printer": null, "width_mm": 58 } })
}

#[test]
fn a_window_without_a_mart_sets_one_up_once() {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("mart.db");
    let host = Host::open(&db);
    assert_eq!(host.call("view_start", json!({})).unwrap_err()["code"], "no_mart");
    let seen = host.call("view_set_up", json!({ "gstin": "09 aapfu ०९३९f-1zt" })).unwrap();
    assert_eq!((&seen["gstin_wrong"], &seen["state"]["en"]), (&json!(null), &json!("Uttar Pradesh")));
    for (gstin, wrong) in
        [("09AAPFU0939F1ZX", "gstin_check"), ("09AAPFUO939F1ZT", "gstin_letters"), ("09AAPFU0939F1Z", "gstin_length")]
    {
        assert_eq!(host.call("view_set_up", json!({ "gstin": gstin })).unwrap()["gstin_wrong"], wrong);
    }
    let mut wrong = answers();
    wrong["mart"]["gstin"] = json!("09AAPFU0939F1ZX");
    assert_eq!(host.call("set_up_mart", wrong).unwrap_err()["code"], "invalid_input");
    for (field, wrong) in [
        ("name", json!({ "hi": "मार्ट 😀", "en": "Mart" })),
        ("address", json!({ "hi": "", "en": "" })),
        ("upi", json!({ "vpa": "x", "name": "Mart", "mcc": "5947" })),
    ] {
        let mut wrongly = answers();
        let code = if field == "name" { "no_glyph" } else { "invalid_input" };
        wrongly["mart"][field] = wrong;
        assert_eq!(host.call("set_up_mart", wrongly).unwrap_err()["code"], code, "{field}");
    }
    let mut nobody = answers();
    nobody["operators"].as_array_mut().unwrap().retain(|operator| operator["role"] != "manager");
    assert_eq!(host.call("set_up_mart", nobody).unwrap_err()["code"], "not_a_manager");
    assert!(!db.exists(), "a refused set-up leaves nothing");
    let code = host.call("set_up_mart", answers()).unwrap()["code"].clone();
    let start = host.call("view_start", json!({})).unwrap();
    assert_eq!((&start["language"], &start["demo"]), (&json!("en"), &json!(false)));
    assert_eq!(host.call("set_up_mart", answers()).unwrap_err()["code"], "mart_exists");
    assert_eq!(host.call("set_up_demo", json!({})).unwrap_err()["code"], "mart_exists");
    let recovered = json!({ "code": code, "manager": "anil", "pin": "918273" });
    host.call("recover_manager", recovered).unwrap();
    host.call("sign_in", json!({ "operator": "anil", "pin": "918273" })).unwrap();
}

/// Whether a file of the folder, or of a folder in it, holds these bytes.
fn holds(folder: &Path, bytes: &[u8]) -> bool {
    std::fs::read_dir(folder).unwrap().flatten().any(|entry| {
        let path = entry.path();
        if path.is_dir() {
            return holds(&path, bytes);
        }
        std::fs::read(&path).unwrap().windows(bytes.len()).any(|part| part == bytes)
    })
}

#[test]
fn the_recovery_code_is_printed_at_set_up_and_kept_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("mart.db");
    let (host, printer) = (Host::open(&db), FakePrinter::new());
    let mut told = answers();
    told["printer"] = printer.setting();
    let code = host.call("set_up_mart", told).unwrap()["code"].as_str().unwrap().to_owned();
    printer.is(|state| state.paper_out = true);
    let said = host.call("print_recovery_code", json!({ "code": code })).unwrap();
    assert_eq!((&said["printed"], &said["problem"]), (&json!(false), &json!("printer_paper_out")));
    printer.is(|state| state.paper_out = false);
    let said = host.call("print_recovery_code", json!({ "code": code.to_lowercase().replace('-', " ") })).unwrap();
    assert_eq!((&said["printed"], &said["problem"]), (&json!(true), &Value::Null));
    // What came out is the slip with this code, dot for dot.
    let mart: Value = serde_json::from_str(&mart_json()).unwrap();
    let name = serde_json::from_value(mart["mart"]["name"].clone()).unwrap();
    let clock = till::clock::SystemClock;
    let on = till::clock::date_text(till::clock::in_india(till::clock::WallClock::now_us(&clock)).0);
    let slip = paper::recovery::page(&name, "LKO1A", &code, &on, paper::page::Paper::Mm80).unwrap();
    assert!(slip.text().replace('\n', "-").contains(&code), "{}", slip.text());
    let dots = paper::escpos::job(&paper::raster::Bitmap::of(&slip), paper::escpos::Options::default());
    assert_eq!(printer.jobs(1), [dots]);
    // It is in no file of the till, under no spelling, and in no history.
    host.call("sign_in", json!({ "operator": "anil", "pin": tests::PIN })).unwrap();
    assert_eq!(host.call("view_print_jobs", json!({})).unwrap()["jobs"], json!([]));
    assert!(holds(folder.path(), b"recovery_set"), "the journal is among what is searched");
    for spelling in [code.clone(), code.to_lowercase(), code.replace('-', ""), code.replace('-', " ")] {
        assert!(!holds(folder.path(), spelling.as_bytes()), "the code lies in a file");
    }
    // Nobody can print, or find out, another.
    for _ in 0..4 {
        let wrong = json!({ "code": "ABCDE-FGHJK" });
        assert_eq!(host.call("print_recovery_code", wrong).unwrap_err()["code"], "recovery_code_wrong");
    }
    let right = json!({ "code": code });
    assert_eq!(host.call("print_recovery_code", json!({ "code": "x" })).unwrap_err()["code"], "pin_locked");
    assert_eq!(host.call("print_recovery_code", right).unwrap_err()["code"], "pin_locked");
    assert_eq!(printer.count(), 1);
}

#[test]
fn a_printer_is_tried_while_the_mart_is_set_up_and_not_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    let (host, printer) = (Host::open(&folder.path().join("mart.db")), FakePrinter::new());
    let tried = json!({ "mart": { "hi": "नया मार्ट", "en": "New Mart" }, "printer": printer.setting() });
    printer.is(|state| state.cover_open = true);
    assert_eq!(host.call("try_printer", tried.clone()).unwrap()["problem"], "printer_cover_open");
    printer.is(|state| state.cover_open = false);
    let said = host.call("try_printer", tried.clone()).unwrap();
    assert_eq!((&said["printed"], &said["answers"]), (&json!(true), &json!(true)));
    assert!(printer.jobs(1)[0].ends_with(b"\x1dVB\x00"), "a whole page");
    assert!(host.call("view_queues", json!({})).unwrap()["queues"].is_array());
    let nowhere = json!({ "mart": { "hi": "", "en": "" }, "printer": { "printer": null, "width_mm": 80 } });
    assert_eq!(host.call("try_printer", nowhere).unwrap_err()["code"], "no_printer");
    host.call("set_up_mart", answers()).unwrap();
    assert_eq!(host.call("try_printer", tried).unwrap_err()["code"], "mart_exists", "now a manager tries it");
}

#[test]
fn without_a_printer_of_receipts_the_screen_prints_the_code_itself() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let code = shop.call("make_recovery_code", json!({}))["code"].clone();
    let none = json!({ "printed": false, "place": "", "problem": null });
    assert_eq!(shop.call("print_recovery_code", json!({ "code": code })), none);
    // A folder would keep it.
    let printed = shop.prints_into_folder(80);
    assert_eq!(shop.call("print_recovery_code", json!({ "code": code })), none);
    assert!(!printed.exists());
}

#[test]
fn the_demonstration_is_set_up_from_the_window() {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("mart.db");
    call_once(&db, "set_up_demo", json!({})).unwrap();
    assert_eq!(call_once(&db, "view_start", json!({})).unwrap()["demo"], true);
}

#[test]
fn a_forgotten_pin_is_set_anew_by_the_recovery_code_once() {
    let mut shop = Shop::new();
    let with = |code: &Value, pin: &str| json!({ "code": code, "manager": "anil", "pin": pin });
    assert_eq!(
        shop.refuses("recover_manager", with(&json!("ABCDE"), "135791")),
        "recovery_code_wrong",
        "there is none yet"
    );
    shop.signs_in("anil");
    let code = shop.call("make_recovery_code", json!({}))["code"].clone();
    shop.call("sign_out", json!({}));
    assert_eq!(shop.refuses("recover_manager", with(&code, "1357")), "invalid_input");
    let cashier = json!({ "code": code, "manager": "sunita", "pin": "135791" });
    assert_eq!(shop.refuses("recover_manager", cashier), "not_a_manager");
    let typed = json!(code.as_str().unwrap().to_lowercase().replace('-', " "));
    let next = shop.call("recover_manager", with(&typed, "135791"))["code"].clone();
    shop.call("sign_in", json!({ "operator": "anil", "pin": "135791" }));
    assert_eq!(shop.refuses("recover_manager", with(&code, "111111")), "recovery_code_wrong", "it was used");
    assert_ne!(code, next);
    shop.must_verify();
}

#[test]
fn guessing_at_the_recovery_code_takes_ever_longer() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let code = shop.call("make_recovery_code", json!({}))["code"].clone();
    let with = |code: &Value| json!({ "code": code, "manager": "anil", "pin": "135791" });
    for _ in 0..4 {
        assert_eq!(shop.refuses("recover_manager", with(&json!("x"))), "recovery_code_wrong");
    }
    assert_eq!(shop.refuses("recover_manager", with(&json!("x"))), "pin_locked");
    assert_eq!(shop.refuses("recover_manager", with(&code)), "pin_locked", "not even the right one");
    shop.clock.pass_minutes(2);
    shop.call("recover_manager", with(&code));
    shop.must_verify();
}

#[test]
fn a_manager_sees_the_settings_and_changes_them() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let seen = shop.call("view_settings", json!({}));
    assert_eq!((&seen["hsn_short"], &seen["recovery"]), (&json!(2), &json!(false)), "{seen}");
    let mut mart = seen["mart"].clone();
    mart["hsn_digits"] = json!(6);
    mart["upi"] = Value::Null;
    for wrong in ["mart", "mart@", "mart@odop", "a b@odop.in", "मार्ट@odop.in"] {
        mart["email"] = json!(wrong);
        assert_eq!(shop.refuses("set_settings", mart.clone()), "invalid_input", "{wrong}");
    }
    mart["email"] = json!("lucknow@odop.example");
    shop.call("set_settings", mart);
    shop.call("make_recovery_code", json!({}));
    let seen = shop.call("view_settings", json!({}));
    assert!(seen["hsn_short"].as_u64() > Some(2), "six digits are asked of every item now");
    assert_eq!((&seen["recovery"], &seen["mart"]["upi"]), (&json!(true), &Value::Null));
    shop.signs_in("sunita");
    assert_eq!(shop.refuses("view_settings", json!({})), "not_allowed");
    shop.must_verify();
}
