//! Paper that comes by itself: the credit note of goods that came back, the drawer that opens for cash, and what a
//! voided bill no longer prints.

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use tests::printer::FakePrinter;
use tests::{PIN, Shop, read_pdf};
use till::host::Host;

/// What a job begins with that opens the drawer.
const PULSE: &[u8] = b"\x1b@\x1bp";

/// A mart whose receipts go into a folder.
fn with_folder() -> (Shop, PathBuf) {
    let mut shop = Shop::open();
    shop.signs_in("anil");
    let folder = shop.prints_into_folder(80);
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
    json!({ "id": bill["return_id"], "number": number, "lines": [line], "reason": "साइज़ ठीक नहीं ☕", "to_note": to_note })
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
    shop.pays(json!([{ "kind": "card", "paise": 12_000, "reference": "R☕1" }]));
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
    assert_eq!((&jobs[0]["reason"], &jobs[0]["report"]), (&json!("ग़लत चीज़"), &json!(false)));
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

/// A paper in one line, its minus signs as they are typed.
fn flat(file: &Path) -> String {
    read_pdf(file).replace('\u{2212}', "-").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_closed_shift_prints_its_z_and_prints_it_again_as_a_duplicate() {
    for (width_mm, form) in [(80, "receipt"), (58, "receipt"), (80, "a4")] {
        let (mut shop, folder) = with_folder();
        let setting = json!({ "printer": { "kind": "folder", "path": folder }, "width_mm": width_mm });
        shop.call("set_printer", setting.clone());
        if form == "a4" {
            shop.call("set_route", json!({ "route": "report", "printer": setting["printer"] }));
        }
        let number = shop.sells(&["DIYA", "DIYA", "KURTA"])["number"].clone();
        let back = one_back(&mut shop, &number, false);
        shop.call("take_return", back);
        shop.call("move_cash", json!({ "movement": "paid_out", "paise": 12_000, "reason": "चाय ☕ और ऑटो" }));
        shop.call("close_shift", json!({ "counted_paise": 455_000 }));
        shop.prints();
        let told = &shop.print_jobs()[0];
        assert_eq!(told["report"], true);
        assert_eq!((&told["what"], &told["form"], &told["state"]), (&json!("Z 1"), &json!(form), &json!("printed")));
        let z = flat(&folder.join("LKO1A-Z1.pdf"));
        for said in ["Z report 1", "ओडीओपी मार्ट", "LKO1A/26/T000001 – LKO1A/26/", "anil", "चाय और ऑटो"]
        {
            assert!(z.contains(said), "{said} in {z}");
        }
        for said in [
            "1 sale 3,259.00",
            "1 return -530.00",
            "Net sales 2,729.00",
            "Cash given back -530.00",
            "Expenses -120.00",
            "Cash by the books 4,609.00",
            "Cash counted 4,550.00",
            "Short -59.00",
        ] {
            assert!(z.contains(said), "{said} in {z}");
        }
        assert!(!z.contains("DUPLICATE"), "{z}");
        let view = shop.call("view_shift_report", json!({ "number": 1 }));
        assert!(z.contains(view["hash"].as_str().unwrap()), "{z}");
        shop.call("print_report", json!({ "number": 1, "form": null }));
        shop.prints();
        let again = read_pdf(&folder.join("LKO1A-Z1-1.pdf"));
        assert!(again.contains("DUPLICATE 1"), "{again}");
        shop.must_verify();
    }
}

#[test]
fn an_x_on_paper_tells_no_cash_before_the_count_and_stays_as_it_was_asked_for() {
    let (mut shop, folder) = with_folder();
    shop.call("close_shift", json!({ "counted_paise": 200_000 }));
    shop.signs_in("sunita");
    shop.call("open_shift", json!({ "float_paise": 100_000 }));
    shop.sells(&["DIYA"]);
    assert_eq!(shop.refuses("print_report", json!({ "number": 9, "form": null })), "unknown_shift");
    assert_eq!(shop.refuses("print_report", json!({ "number": null, "form": "file" })), "invalid_input");
    assert_eq!(shop.refuses("print_report", json!({ "number": null, "form": "a4" })), "no_printer");
    shop.call("print_report", json!({ "number": null, "form": null }));
    let upto = shop.call("view_shift_report", json!({ "number": null }))["entry"].as_i64().unwrap();
    // What is sold before the printer gets to it is not in it.
    shop.sells(&["KURTA"]);
    shop.prints();
    let x = flat(&folder.join(format!("LKO1A-X2-{upto}.pdf")));
    assert!(x.contains("X report") && x.contains("1 sale 530.00") && !x.contains("2,199"), "{x}");
    assert!(x.contains("Payments and cash are shown after the count.") && !x.contains("1,530.00"), "{x}");
    // A manager sees what the books expect, on paper as on the screen.
    shop.signs_in("anil");
    let saved = shop.call("save_report", json!({ "number": null, "form": "receipt" }));
    let x = flat(saved["path"].as_str().unwrap().as_ref());
    assert!(x.contains("Cash by the books 3,729.00"), "{x}");
    // Another's shift is not a cashier's to print.
    shop.signs_in("ramesh");
    assert_eq!(shop.refuses("save_report", json!({ "number": 2, "form": null })), "not_a_manager");
    shop.must_verify();
}

#[test]
fn a_shift_that_is_handed_over_prints_its_z_and_one_that_does_not_print_stays_closed() {
    let (mut shop, printer) = with_printer();
    shop.signs_in("sunita");
    printer.is(|state| state.cover_open = true);
    shop.call("hand_over", json!({ "counted_paise": 200_000, "pin": PIN, "to": { "operator": "ramesh", "pin": PIN } }));
    shop.prints();
    let told = &shop.print_jobs()[0];
    assert_eq!((&told["what"], &told["problem"]), (&json!("Z 1"), &json!("printer_cover_open")));
    shop.call("close_shift", json!({ "counted_paise": 200_000 }));
    printer.is(|state| (state.cover_open, state.dies_after) = (false, Some(5_000)));
    shop.prints();
    let told = shop.print_jobs();
    assert_eq!((&told[0]["what"], &told[1]["what"]), (&json!("Z 2"), &json!("Z 1")));
    assert_eq!((&told[1]["state"], &told[0]["state"]), (&json!("doubt"), &json!("waiting")), "one after the other");
    printer.is(|state| state.dies_after = None);
    shop.call("retry_print_job", json!({ "id": told[1]["id"] }));
    shop.prints();
    let told = shop.print_jobs();
    let said = |job: &Value| [job["what"].clone(), job["copy"].clone(), job["state"].clone()];
    assert_eq!(said(&told[0]), [json!("Z 1"), json!(1), json!("printed")], "the doubtful one is a duplicate now");
    assert_eq!(said(&told[1]), [json!("Z 2"), json!(0), json!("printed")]);
    shop.must_verify();
}

#[test]
fn nothing_is_vouched_for_that_the_customer_does_not_have() {
    let (mut shop, _) = with_folder();
    let certificate = |number: &Value| json!({ "number": number, "form": "certificate_a5" });
    let vouched = |shop: &mut Shop, number: &Value| {
        let saved = shop.call("save_document", certificate(number));
        read_pdf(Path::new(saved["path"].as_str().unwrap())).matches("LKO1A/26/T").count()
    };
    let number = shop.sells(&["KURTA", "SURAHI"])["number"].clone();
    assert_eq!(vouched(&mut shop, &number), 2);
    let back = one_back(&mut shop, &number, false);
    shop.call("take_return", back);
    assert_eq!(vouched(&mut shop, &number), 1, "the line that came back has none");
    let mut back = one_back(&mut shop, &number, false);
    back["lines"][0]["line"] = json!(1);
    shop.call("take_return", back);
    assert_eq!(shop.refuses("save_document", certificate(&number)), "invalid_input");
    let voided = shop.sells(&["KURTA"])["number"].clone();
    assert_eq!(vouched(&mut shop, &voided), 1);
    shop.call("void_sale", json!({ "number": voided, "reason": "ग़लत चीज़" }));
    assert_eq!(shop.refuses("save_document", certificate(&voided)), "invalid_input");
    assert_eq!(shop.refuses("print_document", certificate(&voided)), "no_printer");
    let strip = json!({ "number": voided, "form": "certificate" });
    assert_eq!(shop.refuses("print_document", strip), "invalid_input");
}

#[test]
fn a_certificate_whose_bill_was_voided_says_so_in_the_queue() {
    let (mut shop, _) = with_folder();
    let certificate = |number: &Value| json!({ "number": number, "form": "certificate" });
    let voided = shop.sells(&["KURTA"])["number"].clone();
    let back = shop.sells(&["KURTA"])["number"].clone();
    shop.prints();
    shop.signs_in("anil");
    for number in [&voided, &back] {
        shop.call("print_document", certificate(number));
    }
    shop.call("void_sale", json!({ "number": voided, "reason": "ग़लत चीज़" }));
    let whole = one_back(&mut shop, &back, false);
    shop.call("take_return", whole);
    shop.prints();
    // Asked for again, it is not printed either.
    let jobs = shop.print_jobs();
    let dropped = jobs.iter().find(|job| job["form"] == "certificate" && job["what"] == voided).unwrap();
    shop.call("retry_print_job", json!({ "id": dropped["id"] }));
    shop.prints();
    let jobs = shop.print_jobs();
    let problem = |number: &Value| {
        let job = jobs.iter().find(|job| job["form"] == "certificate" && job["what"] == *number).unwrap();
        (job["state"].clone(), job["problem"].clone())
    };
    assert_eq!(problem(&voided), (json!("dropped"), json!("sale_voided")));
    assert_eq!(problem(&back), (json!("dropped"), json!("nothing_left_of_bill")));
    shop.must_verify();
}
