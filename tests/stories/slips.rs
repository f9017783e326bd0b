//! Paper that comes by itself: the credit note of goods that came back, the drawer that opens for cash, and what a
//! voided bill no longer prints.

use serde_json::{Value, json};
use std::path::PathBuf;
use tests::printer::FakePrinter;
use tests::{PIN, Shop, read_pdf};
use till::host::Host;

/// What a job begins with that opens the drawer.
const PULSE: &[u8] = b"\x1b@\x1bp";

/// A mart whose receipts go into a folder.
fn with_folder() -> (Shop, PathBuf) {
    let mut shop = Shop::open();
    shop.signs_in("anil");
    let folder = shop.db.with_file_name("printed");
    shop.call("set_printer", json!({ "printer": { "kind": "folder", "path": folder }, "width_mm": 80 }));
    (shop, folder)
}

fn with_printer() -> (Shop, FakePrinter) {
    let (mut shop, printer) = (Shop::open(), FakePrinter::new());
    shop.signs_in("anil");
    shop.call("set_printer", printer.setting());
    (shop, printer)
}

/// One piece of the first line of a bill back.
fn one_back(shop: &mut Shop, number: &Value, to_note: bool) -> Value {
    let bill = shop.call("view_bill", json!({ "text": number }));
    let line = json!({ "line": 0, "quantity_milli": 1_000, "resellable": true });
    json!({ "id": bill["return_id"], "number": number, "lines": [line], "reason": "साइज़ ठीक नहीं", "to_note": to_note })
}

fn pulse(job: &[u8]) -> bool {
    job.starts_with(PULSE)
}

#[test]
fn goods_that_come_back_print_their_credit_note() {
    let (mut shop, folder) = with_folder();
    let number = shop.sells(&["DIYA", "DIYA"])["number"].clone();
    let back = one_back(&mut shop, &number, false);
    shop.call("take_return", back.clone());
    shop.call("take_return", back);
    shop.prints();
    let history = shop.call("view_print_jobs", json!({}));
    let jobs = history["jobs"].as_array().unwrap();
    assert_eq!(jobs.len(), 2, "asked for twice it is one return and one note: {jobs:?}");
    assert_eq!(
        (&jobs[0]["what"], &jobs[0]["state"], &jobs[0]["copy"], &jobs[0]["drawer"]),
        (&json!("LKO1A/26/C000001"), &json!("printed"), &json!(0), &json!(true))
    );
    let paper = read_pdf(&folder.join("LKO1A-26-C000001.pdf"));
    for said in ["क्रेडिट नोट", "CREDIT NOTE", "LKO1A/26/C000001", "LKO1A/26/T000001", "530.00", "साइज़ ठीक नहीं"]
    {
        assert!(paper.contains(said), "{said} in {paper}");
    }
    assert!(!paper.contains("DUPLICATE"), "{paper}");
    shop.call("print_document", json!({ "number": "LKO1A/26/C000001", "form": "receipt" }));
    shop.prints();
    let again = read_pdf(&folder.join("LKO1A-26-C000001-1.pdf"));
    assert!(again.contains("DUPLICATE 1"), "{again}");
    shop.must_verify();
}

#[test]
fn the_drawer_opens_when_cash_goes_back_and_only_then() {
    let (mut shop, printer) = with_printer();
    let number = shop.sells(&["LOCK", "LOCK", "LOCK"])["number"].clone();
    shop.prints();
    let in_cash = one_back(&mut shop, &number, false);
    shop.call("take_return", in_cash);
    shop.prints();
    assert!(pulse(&printer.jobs(2)[1]), "cash goes back");
    let as_note = one_back(&mut shop, &number, true);
    shop.call("take_return", as_note);
    shop.prints();
    assert!(!pulse(&printer.jobs(3)[2]), "a note needs no drawer");
    // An exchange for something cheaper: nothing is paid, and the rest goes back in cash.
    let exchanged = one_back(&mut shop, &number, false);
    shop.call("start_exchange", exchanged);
    shop.scans("DIYA");
    let sale = shop.pays(json!([]));
    shop.prints();
    assert_eq!((&sale["printing"], pulse(&printer.jobs(4)[3])), (&json!(true), true), "the rest in cash");
    // One that the customer pays up by card needs no drawer.
    let number = shop.sells(&["DIYA"])["number"].clone();
    shop.prints();
    let dearer = one_back(&mut shop, &number, false);
    shop.call("start_exchange", dearer);
    shop.scans("LOCK");
    shop.pays(json!([{ "kind": "card", "paise": 12_000, "reference": "R1" }]));
    shop.prints();
    assert!(!pulse(&printer.jobs(6)[5]));
    shop.must_verify();
}

#[test]
fn a_voided_bill_prints_no_more_and_gives_its_cash_back() {
    let (mut shop, printer) = with_printer();
    printer.is(|state| state.paper_out = true);
    let number = shop.sells(&["DIYA"])["number"].clone();
    shop.prints();
    assert_eq!(shop.call("view_status", json!({}))["jobs_waiting"], 1);
    shop.call("void_sale", json!({ "number": number, "reason": "ग़लत चीज़" }));
    let jobs = shop.print_jobs();
    let told = |job: &Value| [job["state"].clone(), job["problem"].clone(), job["what"].clone(), job["form"].clone()];
    assert_eq!(told(&jobs[0]), [json!("waiting"), Value::Null, number.clone(), json!("drawer")]);
    assert_eq!(told(&jobs[1]), [json!("dropped"), json!("sale_voided"), number.clone(), json!("receipt")]);
    printer.is(|state| state.paper_out = false);
    shop.prints();
    shop.prints();
    assert_eq!(printer.jobs(1), [b"\x1b@\x1bp\x00\x19\xfa".to_vec()], "the drawer, and no receipt");
    // Nothing of a card goes back out of the drawer.
    shop.scans("TOY");
    let number = shop.pays(json!([{ "kind": "card", "paise": 32_000, "reference": "R2" }]))["number"].clone();
    shop.call("void_sale", json!({ "number": number, "reason": "ग़लत चीज़" }));
    assert_eq!(shop.call("view_status", json!({}))["jobs_waiting"], 0);
    shop.must_verify();
}

#[test]
fn a_receipt_in_doubt_is_asked_about_no_more_once_its_bill_is_voided() {
    let (mut shop, printer) = with_printer();
    printer.is(|state| state.dies_after = Some(5_000));
    let number = shop.sells(&["DIYA"])["number"].clone();
    shop.prints();
    assert_eq!(shop.call("view_status", json!({}))["jobs_in_doubt"], 1);
    shop.call("void_sale", json!({ "number": number, "reason": "ग़लत चीज़" }));
    assert_eq!(shop.call("view_status", json!({}))["jobs_in_doubt"], 0);
}

#[test]
fn a_voided_bill_says_so_on_every_paper() {
    let (mut shop, folder) = with_folder();
    let number = shop.sells(&["DIYA", "KURTA"])["number"].clone();
    shop.prints();
    let before = read_pdf(&folder.join("LKO1A-26-T000001.pdf"));
    assert!(!before.contains("VOID"), "{before}");
    shop.call("void_sale", json!({ "number": number, "reason": "ग़लत चीज़" }));
    let shown = shop.call("view_receipt", json!({ "number": number }))["text"].as_str().unwrap().to_owned();
    assert!(shown.starts_with("रद्द: यह बिल अब मान्य नहीं"), "{shown}");
    for form in ["receipt", "a5", "a4"] {
        let saved = shop.call("save_document", json!({ "number": number, "form": form }));
        let paper = read_pdf(saved["path"].as_str().unwrap().as_ref());
        assert!(
            paper.contains("रद्द: यह बिल अब मान्य नहीं") && paper.contains("VOID: this bill is cancelled"),
            "{form}: {paper}"
        );
    }
    // Asked for by hand it prints, on the narrow roll too, and says both: void, and a duplicate.
    shop.call("set_printer", json!({ "printer": { "kind": "folder", "path": folder }, "width_mm": 58 }));
    shop.call("reprint_receipt", json!({ "number": number }));
    shop.prints();
    let again = read_pdf(&folder.join("LKO1A-26-T000001-1.pdf"));
    assert!(again.contains("VOID: this bill is cancelled") && again.contains("DUPLICATE 1"), "{again}");
    shop.must_verify();
}

#[test]
fn after_a_crash_nobody_is_asked_about_a_voided_bill() {
    for voided_before in [true, false] {
        let (mut shop, _) = with_folder();
        let number = shop.sells(&["DIYA"])["number"].clone();
        let void = json!({ "number": number, "reason": "ग़लत चीज़" });
        let crashes = |shop: &mut Shop| {
            shop.closes();
            drop(Host::open(&shop.db));
            let db = rusqlite::Connection::open(&shop.db).unwrap();
            db.execute("UPDATE setting SET value = 'yes' WHERE key = 'running'", []).unwrap();
        };
        let question =
            |host: &Host| host.call("sign_in", json!({ "operator": "anil", "pin": PIN })).unwrap()["question"].clone();
        if voided_before {
            shop.call("void_sale", void);
            crashes(&mut shop);
            assert_eq!(question(&Host::open(&shop.db)), Value::Null);
        } else {
            crashes(&mut shop);
            let host = Host::open(&shop.db);
            assert_eq!(question(&host)["number"], number);
            host.call("void_sale", void).unwrap();
            assert_eq!(question(&host), Value::Null, "voided instead of answered");
        }
    }
}
