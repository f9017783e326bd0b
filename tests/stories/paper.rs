//! Receipts: shown, printed, printed again, saved; and a printer that is not there.

use serde_json::json;
use tests::Shop;
use tests::printer::FakePrinter;
use till::host;

#[test]
fn a_receipt_is_shown_as_it_prints() {
    let mut shop = Shop::open();
    assert_eq!(shop.refuses("view_receipt", json!({ "number": null })), "nothing_sold_yet");
    shop.sells(&["KURTA"]);
    let shown = shop.call("view_receipt", json!({ "number": null }));
    assert_eq!((&shown["number"], &shown["width"]), (&json!("LKO1A/26/T000001"), &json!(576)));
    let text = shown["text"].as_str().unwrap();
    for said in ["चिकनकारी कुर्ता", "LKO1A/26/T000001", "2,199"] {
        assert!(text.contains(said), "{said} in {text}");
    }
    assert!(shown["png_base64"].as_str().unwrap().starts_with("iVBOR"));
    assert_eq!(shop.refuses("view_receipt", json!({ "number": "LKO1A/26/T000009" })), "unknown_bill");
}

#[test]
fn a_sale_reaches_a_network_printer_and_a_reprint_is_a_duplicate() {
    let mut shop = Shop::open();
    let printer = FakePrinter::new();
    printer.is(|state| state.silent = true);
    shop.signs_in("anil");
    shop.call("set_printer", printer.setting());
    shop.sells(&["DIYA"]);
    shop.closes();
    host::call_once(&shop.db, "set_language", json!({ "language": "hi" })).expect("prints what waits");
    let original = printer.jobs(1).remove(0);
    assert!(original.starts_with(b"\x1b@\x1bp"), "cash opens the drawer");
    shop.opens().unwrap();
    assert_eq!(shop.call("view_status", json!({}))["jobs_waiting"], 0);
    shop.closes();
    host::call_once(&shop.db, "reprint_receipt", json!({ "number": null })).expect("prints again");
    let duplicate = printer.jobs(2).remove(1);
    assert!(!duplicate.windows(2).any(|pair| pair == b"\x1bp"), "a reprint opens no drawer");
    shop.opens().unwrap();
    assert_eq!(shop.call("view_receipt", json!({ "number": null }))["copies"], 1);
    shop.must_verify();
}

#[test]
fn a_printer_that_is_not_there_fails_no_sale() {
    let mut shop = Shop::open();
    shop.signs_in("anil");
    shop.call("set_printer", json!({ "printer": { "kind": "network", "address": "127.0.0.1:9" }, "width_mm": 80 }));
    let sale = shop.sells(&["DIYA"]);
    assert_eq!(sale["printing"], true);
    shop.closes();
    host::call_once(&shop.db, "set_language", json!({ "language": "hi" })).expect("tries to print");
    shop.opens().unwrap();
    let status = shop.call("view_status", json!({}));
    assert_eq!((&status["printer"], &status["jobs_waiting"]), (&json!("failing"), &json!(1)));
    assert_eq!(status["printer_problem"], "printer_unreachable");
    assert_eq!(shop.refuses("set_printer", json!({ "printer": null, "width_mm": 90 })), "invalid_input");
    shop.must_verify();
}

#[test]
fn a_receipt_is_saved_as_pdf_and_printed_into_a_folder() {
    let mut shop = Shop::open();
    shop.signs_in("anil");
    let folder = shop.prints_into_folder(80);
    shop.sells(&["KURTA"]);
    let saved = shop.call("save_receipt", json!({ "number": null }))["path"].as_str().unwrap().to_owned();
    assert!(std::fs::read(saved).unwrap().starts_with(b"%PDF"));
    shop.closes();
    host::call_once(&shop.db, "set_language", json!({ "language": "hi" })).expect("prints what waits");
    assert!(folder.join("LKO1A-26-T000001.pdf").exists() && folder.join("LKO1A-26-T000001.escpos").exists());
}

#[test]
fn without_a_printer_receipts_are_only_shown() {
    let mut shop = Shop::open();
    assert_eq!(shop.sells(&["DIYA"])["printing"], false);
    assert_eq!(shop.call("view_status", json!({}))["printer"], "none");
}

#[test]
fn after_a_crash_the_till_asks_about_the_last_receipt() {
    let mut shop = Shop::open();
    shop.signs_in("anil");
    shop.prints_into_folder(80);
    shop.sells(&["DIYA"]);
    shop.closes();
    let question = |host: &host::Host| {
        let pin = json!({ "operator": "anil", "pin": tests::PIN });
        host.call("sign_in", pin).expect("signs in")["question"]["number"].clone()
    };
    // A run that ends properly asks nothing at the next start.
    drop(host::Host::open(&shop.db));
    let host = host::Host::open(&shop.db);
    assert_eq!(question(&host), json!(null));
    drop(host);
    let db = rusqlite::Connection::open(&shop.db).unwrap();
    db.execute("UPDATE setting SET value = 'yes' WHERE key = 'running'", []).unwrap();
    drop(db);
    let host = host::Host::open(&shop.db);
    assert_eq!(question(&host), "LKO1A/26/T000001");
    let answered = host.call("answer_receipt", json!({ "number": "LKO1A/26/T000001", "came_out": false })).unwrap();
    assert_eq!(answered["question"], json!(null));
    assert_eq!(host.call("view_receipt", json!({ "number": null })).unwrap()["copies"], 1, "it prints again");
    drop(host);
    shop.must_verify();
}

#[test]
fn a_duplicate_says_what_the_original_said() {
    let mut shop = Shop::open();
    let number = shop.sells(&["KURTA"])["number"].clone();
    let said = |shop: &mut Shop| {
        let text = shop.call("view_receipt", json!({ "number": number }))["text"].as_str().unwrap().to_owned();
        let gift = shop.call("save_document", json!({ "number": number, "form": "gift" }))["path"].clone();
        (text, tests::read_pdf(gift.as_str().unwrap().as_ref()))
    };
    let before = said(&mut shop);
    shop.signs_in("anil");
    let mut mart = shop.call("view_settings", json!({}))["mart"].clone();
    for (field, new) in [("address", json!({ "hi": "गोमती नगर", "en": "Gomti Nagar" })), ("phone", json!("0522 9"))]
    {
        mart[field] = new;
    }
    (mart["gstin"], mart["hsn_digits"]) = (json!("09AAPFU0939F2ZS"), json!(8));
    shop.call("set_settings", mart);
    let married = json!({ "id": "sunita", "name": { "hi": "सुनीता वर्मा", "en": "Sunita Verma" }, "role": "cashier",
        "active": false });
    shop.call("set_operator", married);
    assert_eq!(said(&mut shop), before);
    shop.sells(&["KURTA"]);
    let new = shop.call("view_receipt", json!({ "number": null }))["text"].as_str().unwrap().to_owned();
    assert!(new.contains("गोमती नगर") && new.contains("09AAPFU0939F2ZS"), "{new}");
    shop.must_verify();
}
