//! Printers with faults of their own, and what a person does about paper: queue, ways, test print, sheets, drawer.

use serde_json::json;
use tests::Shop;
use tests::printer::FakePrinter;

fn with(printer: &FakePrinter) -> Shop {
    let mut shop = Shop::open();
    shop.signs_in("anil");
    shop.call("set_printer", printer.setting());
    shop
}

#[test]
fn a_printer_without_paper_says_so_and_prints_when_it_has_some() {
    let printer = FakePrinter::new();
    let mut shop = with(&printer);
    printer.is(|state| state.paper_out = true);
    shop.sells(&["DIYA"]);
    shop.prints();
    let status = shop.call("view_status", json!({}));
    assert_eq!((&status["printer"], &status["printer_problem"]), (&json!("failing"), &json!("printer_paper_out")));
    assert_eq!((status["jobs_waiting"].clone(), printer.count()), (json!(1), 0), "nothing was sent");
    printer.is(|state| (state.paper_out, state.cover_open) = (false, true));
    shop.prints();
    assert_eq!(shop.call("view_status", json!({}))["printer_problem"], "printer_cover_open");
    printer.is(|state| (state.cover_open, state.near_end) = (false, true));
    shop.prints();
    let job = printer.jobs(1).remove(0);
    assert!(job.starts_with(b"\x1b@\x1bp"), "cash opens the drawer");
    let status = shop.call("view_status", json!({}));
    assert_eq!((&status["printer"], &status["jobs_waiting"]), (&json!("near_end"), &json!(0)));
    let told = &shop.print_jobs()[0];
    assert_eq!((&told["state"], &told["attempts"], &told["asked_by"]), (&json!("printed"), &json!(3), &json!("anil")));
    shop.must_verify();
}

/// Makes a printer be so, or no longer.
type Fault = fn(&mut tests::printer::State, bool);

#[test]
fn every_fault_a_printer_tells_is_told_and_nothing_is_sent_meanwhile() {
    let printer = FakePrinter::new();
    let mut shop = with(&printer);
    shop.sells(&["DIYA"]);
    let faults: [(Fault, &str); 3] = [
        (|state, on| state.paper_out = on, "printer_paper_out"),
        (|state, on| state.cover_open = on, "printer_cover_open"),
        (|state, on| state.offline = on, "printer_offline"),
    ];
    for (fault, code) in faults {
        printer.is(|state| fault(state, true));
        shop.prints();
        let status = shop.call("view_status", json!({}));
        assert_eq!((&status["printer_problem"], &status["jobs_waiting"]), (&json!(code), &json!(1)));
        let tried = shop.call("test_print", json!({}));
        assert_eq!(
            (&tried["printed"], &tried["answers"], &tried["problem"]),
            (&json!(false), &json!(true), &json!(code))
        );
        assert_eq!(printer.count(), 0, "{code}");
        printer.is(|state| fault(state, false));
    }
    shop.prints();
    let told = shop.print_jobs().remove(0);
    assert_eq!((&told["state"], &told["attempts"], &told["copy"]), (&json!("printed"), &json!(4), &json!(0)));
    assert!(whole(&printer.jobs(1)[0]), "in the end it comes out, once and whole");
}

/// Whether a job ends with the cut.
fn whole(job: &[u8]) -> bool {
    job.ends_with(b"\x1dVB\x00")
}

#[test]
fn a_printer_that_dies_in_the_middle_is_asked_about_and_never_half_trusted() {
    for silent in [false, true] {
        let printer = FakePrinter::new();
        let mut shop = with(&printer);
        printer.is(|state| (state.silent, state.dies_after) = (silent, Some(5_000)));
        shop.sells(&["DIYA", "KURTA"]);
        shop.prints();
        shop.prints();
        assert_eq!(printer.jobs(1).len(), 1, "it is not sent again by itself");
        assert!(!whole(&printer.jobs(1)[0]), "half a receipt");
        let status = shop.call("view_status", json!({}));
        assert_eq!((&status["jobs_in_doubt"], &status["jobs_waiting"]), (&json!(1), &json!(0)), "silent: {silent}");
        let told = shop.print_jobs().remove(0);
        assert_eq!((&told["state"], &told["problem"]), (&json!("doubt"), &json!("printer_stopped")));
        // It did not come out whole: what is printed now says that it is a duplicate.
        printer.is(|state| state.dies_after = None);
        shop.call("retry_print_job", json!({ "id": told["id"] }));
        shop.prints();
        assert!(printer.jobs(2).len() == 2 && whole(&printer.jobs(2)[1]));
        let told = shop.print_jobs();
        assert_eq!(told[1]["state"], "dropped", "the half is not counted as printed");
        assert_eq!((&told[0]["state"], &told[0]["copy"]), (&json!("printed"), &json!(1)));
        assert_eq!(shop.call("view_status", json!({}))["jobs_in_doubt"], 0);
        shop.must_verify();
    }
}

#[test]
fn paper_that_ends_in_the_middle_leaves_a_doubt_that_a_person_ends() {
    let printer = FakePrinter::new();
    let mut shop = with(&printer);
    printer.is(|state| state.runs_out_after = Some(5_000));
    shop.sells(&["DIYA"]);
    shop.prints();
    let told = shop.print_jobs().remove(0);
    assert_eq!((&told["state"], &told["problem"]), (&json!("doubt"), &json!("printer_paper_out")));
    let told = shop.call("drop_print_job", json!({ "id": told["id"], "came_out": true }))["jobs"][0].clone();
    assert_eq!(told["state"], "printed");
    assert_eq!(shop.refuses("drop_print_job", json!({ "id": told["id"] })), "invalid_input");
    assert_eq!(shop.refuses("retry_print_job", json!({ "id": 99 })), "invalid_input");
}

#[test]
fn a_test_print_says_what_is_wrong() {
    let printer = FakePrinter::new();
    let mut shop = with(&printer);
    let tried = shop.call("test_print", json!({}));
    assert_eq!((&tried["printed"], &tried["answers"], &tried["problem"]), (&json!(true), &json!(true), &json!(null)));
    assert!(printer.jobs(1)[0].windows(4).any(|part| part == b"\x1dv0\x00"), "a picture");
    printer.is(|state| state.cover_open = true);
    let tried = shop.call("test_print", json!({ "printer": printer.setting() }));
    assert_eq!((&tried["printed"], &tried["problem"]), (&json!(false), &json!("printer_cover_open")));
    let nowhere = json!({ "printer": { "kind": "network", "address": "127.0.0.1:9" }, "width_mm": 58 });
    assert_eq!(shop.call("test_print", json!({ "printer": nowhere }))["problem"], "printer_unreachable");
    // A way of sheets gets a page of its own, and a receipt printer is none.
    let folder = shop.db.with_file_name("sheets");
    let sheets = json!({ "printer": { "kind": "folder", "path": folder }, "width_mm": 80 });
    let tried = shop.call("test_print", json!({ "printer": sheets, "route": "sheet" }));
    assert_eq!(tried["printed"], true);
    let page = tests::read_pdf(&folder.join("test.pdf"));
    assert!(page.contains("TEST PRINT") && page.contains("A4"), "{page}");
    let roll = json!({ "printer": printer.setting(), "route": "label" });
    assert_eq!(shop.refuses("test_print", roll), "invalid_input");
    assert_eq!(shop.refuses("test_print", json!({ "route": "label" })), "no_printer");
    let option = json!({ "printer": { "kind": "system", "name": "-o" }, "width_mm": 58 });
    assert_eq!(shop.refuses("test_print", json!({ "printer": option })), "invalid_input");
}

#[test]
fn the_drawer_opens_without_a_sale_only_for_a_manager_and_with_a_reason() {
    let printer = FakePrinter::new();
    let mut shop = with(&printer);
    shop.signs_in("sunita");
    assert_eq!(shop.refuses("open_drawer", json!({ "reason": "खुले पैसे" })), "approval_needed");
    let approval = json!({ "operator": "anil", "pin": tests::PIN });
    assert_eq!(shop.refuses("open_drawer", json!({ "reason": " ", "approval": approval })), "invalid_input");
    shop.call("open_drawer", json!({ "reason": "खुले पैसे", "approval": approval }));
    shop.prints();
    assert_eq!(printer.jobs(1), [b"\x1b@\x1bp\x00\x19\xfa".to_vec()], "a pulse and no paper");
    let told = shop.print_jobs().remove(0);
    assert_eq!(
        (&told["drawer"], &told["reason"], &told["asked_by"]),
        (&json!(true), &json!("खुले पैसे"), &json!("sunita"))
    );
    shop.must_verify();
}

#[test]
fn a_drawer_does_not_open_later_by_itself() {
    let printer = FakePrinter::new();
    let mut shop = with(&printer);
    printer.is(|state| state.cover_open = true);
    shop.call("open_drawer", json!({ "reason": "गिनती" }));
    shop.prints();
    printer.is(|state| state.cover_open = false);
    shop.prints();
    assert_eq!(printer.count(), 0);
    let told = shop.print_jobs().remove(0);
    assert_eq!((&told["state"], &told["problem"]), (&json!("dropped"), &json!("printer_cover_open")));
    shop.signs_in("sunita");
    assert_eq!(shop.refuses("retry_print_job", json!({ "id": told["id"] })), "approval_needed");
    let approval = json!({ "operator": "anil", "pin": tests::PIN });
    shop.call("retry_print_job", json!({ "id": told["id"], "approval": approval }));
    shop.prints();
    assert_eq!(printer.jobs(1).len(), 1, "asked for again, it opens");
    let again = json!({ "id": told["id"], "approval": approval });
    assert_eq!(shop.refuses("retry_print_job", again), "invalid_input", "but only with a reason a second time");
}

#[test]
fn one_payment_prints_every_document_it_closed() {
    let mut shop = Shop::open();
    shop.signs_in("anil");
    let memo = |consignor: &str| {
        json!({ "consignor": consignor, "version": 2, "from": "2026-11-23", "supply_mode": "B",
            "commission_bps": 2_000, "discount_bearer": "shared" })
    };
    shop.may_sell_in_the_principal_s_name();
    shop.call("set_agreement", memo("reshma"));
    shop.call("set_agreement", memo("sohit"));
    shop.sells(&["DIYA", "BANGLE", "KURTA", "SURAHI"]);
    let told = shop.call("view_receipt", json!({ "number": null }))["text"].as_str().unwrap().to_owned();
    let numbers: Vec<&str> = told.lines().filter_map(|line| line.split_once(": LKO1A/26/")).map(|(_, n)| n).collect();
    assert_eq!(numbers, ["M000001", "S000001", "S000002"], "{told}");
    for said in ["जिनकी ओर से बिक्री: रेशमा बेगम", "गाँव, लखनऊ", "यह कर बीजक नहीं है", "रिवर्स चार्ज: नहीं"]
    {
        assert!(told.contains(said), "{said} in {told}");
    }
    assert_eq!(told.matches("कुल देय").count(), 1, "one payment: {told}");
    // Any of its numbers finds it.
    let saved = shop.call("save_document", json!({ "number": "lko1a/26/s000002", "form": "a4" }));
    assert!(saved["path"].as_str().unwrap().ends_with("LKO1A-26-M000001.a4.pdf"), "{saved}");
    shop.must_verify();
}

#[test]
fn a_gift_receipt_prints_on_the_roll_and_is_no_duplicate_of_the_bill() {
    let printer = FakePrinter::new();
    let mut shop = with(&printer);
    let number = shop.sells(&["KURTA"])["number"].clone();
    shop.prints();
    let gift = json!({ "number": number, "form": "gift" });
    let jobs = shop.call("print_document", gift.clone());
    assert_eq!((&jobs["jobs"][0]["form"], &jobs["jobs"][0]["copy"]), (&json!("gift"), &json!(0)));
    shop.prints();
    assert_eq!(printer.count(), 2, "the bill and the gift receipt");
    let sent = printer.jobs(2);
    assert!(whole(&sent[1]) && !sent[1].windows(2).any(|pair| pair == b"\x1bp"), "it opens no drawer");
    assert_eq!(shop.call("view_receipt", json!({ "number": number }))["copies"], 0);
    let id = shop.print_jobs()[0]["id"].clone();
    shop.call("retry_print_job", json!({ "id": id }));
    shop.prints();
    assert_eq!((printer.count(), shop.last_entry()["kind"].clone()), (3, json!("sale")), "again, and nothing recorded");
    let bill = shop.call("view_bill", json!({ "text": number }));
    let lines = json!([{ "line": 0, "quantity_milli": 1_000, "resellable": true }]);
    let back = json!({ "id": bill["return_id"], "number": number, "lines": lines, "reason": "रंग", "to_note": true });
    shop.call("take_return", back);
    let note = json!({ "number": "LKO1A/26/C000001", "form": "gift" });
    assert_eq!(shop.refuses("print_document", note), "invalid_input", "nobody is given a credit note");
    shop.must_verify();
}

#[test]
fn bills_go_onto_sheets_by_a_way_of_their_own() {
    let printer = FakePrinter::new();
    let mut shop = with(&printer);
    let folder = shop.db.with_file_name("sheets");
    let number = shop.sells(&["KURTA", "DIYA"])["number"].clone();
    let device = json!({ "kind": "folder", "path": folder });
    let on_sheet = json!({ "number": number, "form": "a4" });
    shop.call("set_route", json!({ "route": "sheet", "printer": device }));
    assert_eq!(shop.call("view_printers", json!({}))["sheet"], device);
    let network = json!({ "kind": "network", "address": "127.0.0.1:9" });
    assert_eq!(shop.refuses("set_route", json!({ "route": "sheet", "printer": network })), "invalid_input");
    // The receipt printer is out of paper, and the sheets go on.
    printer.is(|state| state.paper_out = true);
    shop.call("print_document", on_sheet.clone());
    shop.prints();
    shop.prints();
    let file = folder.join("LKO1A-26-T000001-1.pdf");
    assert!(std::fs::read(&file).expect("a PDF").starts_with(b"%PDF"), "a duplicate: the receipt was asked for first");
    assert_eq!(shop.call("view_status", json!({}))["jobs_waiting"], 1);
    let saved = shop.call("save_document", json!({ "number": number, "form": "a5" }));
    assert!(saved["path"].as_str().unwrap().ends_with("LKO1A-26-T000001.a5.pdf"));
    assert_eq!(shop.refuses("save_document", json!({ "number": "LKO1A/26/T000099", "form": "a4" })), "unknown_bill");
    shop.must_verify();
}

#[test]
fn paper_speaks_the_languages_it_is_told_and_shows_the_logo() {
    let mut shop = Shop::open();
    shop.signs_in("anil");
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, 16, 16);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.write_header().unwrap().write_image_data(&[90; 256]).unwrap();
    let logo = data_encoding::BASE64.encode(&file);
    let view = shop.call("set_paper", json!({ "languages": "en", "logo_base64": logo }));
    assert_eq!((&view["languages"], &view["logo"]), (&json!("en"), &json!(true)));
    shop.sells(&["DIYA"]);
    let with_logo = shop.call("view_receipt", json!({ "number": null }))["height"].as_i64().unwrap();
    shop.call("set_paper", json!({ "languages": "both", "logo_base64": "" }));
    let both = shop.call("view_receipt", json!({ "number": null }))["height"].as_i64().unwrap();
    shop.call("set_paper", json!({ "languages": "en" }));
    let alone = shop.call("view_receipt", json!({ "number": null }))["height"].as_i64().unwrap();
    assert_eq!(with_logo - alone, 16 + 6);
    assert!(alone < both, "{alone} {both}");
    assert_eq!(shop.refuses("set_paper", json!({ "languages": "en", "logo_base64": "R0lGODlh" })), "invalid_input");
}

#[test]
fn labels_are_made_as_a_sheet_and_sent_to_their_printer() {
    let mut shop = Shop::new();
    shop.signs_in("anil");
    let mut mart = shop.call("view_settings", json!({}))["mart"].clone();
    mart["email"] = json!("lucknow@odop.example");
    shop.call("set_settings", mart);
    let folder = shop.db.with_file_name("out");
    let made = json!({ "items": [{ "item": "KURTA", "count": 20 }, { "item": "2000000000001", "count": 10, "packed": "11-2026" }],
        "sheet": "3x8", "code": "bars", "skip": 3, "print": true });
    let printer = json!({ "kind": "folder", "path": folder });
    shop.call("set_route", json!({ "route": "label", "printer": printer }));
    let honey = json!({ "item": "00000000-0000-0000-0000-000000000002" });
    let mut honey = shop.call("view_item", honey)["item"].clone();
    (honey["gi"], honey["gi_name"], honey["gi_number"]) = (json!(true), json!("Some GI"), json!("119"));
    honey["net"] = json!({ "milli": 250_000, "unit": "GMS" });
    shop.call("set_item", honey);
    shop.signs_in("imran");
    let view = shop.call("make_labels", made.clone());
    assert_eq!((&view["labels"], &view["sheets"]), (&json!(30), &json!(2)));
    let text = tests::read_pdf(view["path"].as_str().unwrap().as_ref());
    for said in ["SKU KURTA", "reshma, Lucknow", "lucknow@odop.example", "packed NOV-2026", "GI 119", "Some GI"] {
        assert!(text.contains(said), "{said} in {text}");
    }
    // Of a pack the small sheet says all that is asked too: 530 rupees for 250 grams are 2.12 a gram.
    let packed = json!({ "items": [{ "item": "DIYA", "count": 1, "packed": "11/2026", "best_before": "2027-05" }], "sheet": "5x13", "code": "bars" });
    let view = shop.call("make_labels", packed);
    let text =
        tests::read_pdf(view["path"].as_str().unwrap().as_ref()).split_whitespace().collect::<Vec<_>>().join(" ");
    for said in
        ["GI 119", "शुद्ध मात्रा 250 ग्राम (₹2.12 / ग्राम)", "पैक: NOV-2026", "उपयोग: MAY-2027 तक", "lucknow@odop.example"]
    {
        assert!(text.contains(said), "{said} in {text}");
    }
    assert_eq!(view["unmarked"], json!(null));
    let mut kurta = shop.call("view_item", json!({ "item": "00000000-0000-0000-0000-000000000001" }))["item"].clone();
    kurta["name"] = json!({ "hi": "हथकरघा कुर्ता", "en": "Kurta" });
    shop.call("set_item", kurta.clone());
    shop.prints();
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1, "printed");
    assert_eq!(shop.call("make_labels", made.clone())["unmarked"], kurta["name"], "it bears no mark");
    for (change, code) in [
        (json!({ "skip": 24 }), "invalid_input"),
        (json!({ "items": [] }), "invalid_input"),
        (json!({ "items": [{ "item": "KURTA", "count": 4_000_000_000u32 }] }), "labels_over"),
        (json!({ "items": [{ "item": "NOTHING", "count": 1 }] }), "unknown_barcode"),
        (json!({ "items": [{ "item": "KURTA", "count": 1, "packed": "13-2026" }] }), "invalid_input"),
        (json!({ "items": [{ "item": "KURTA", "count": 1, "packed": "12-2026" }] }), "invalid_input"),
        (json!({ "items": [{ "item": "KURTA", "count": 1, "best_before": "12-2026" }] }), "invalid_input"),
        (
            json!({ "items": [{ "item": "KURTA", "count": 1, "packed": "10-2026", "best_before": "9/2026" }] }),
            "invalid_input",
        ),
    ] {
        let mut wrong = made.clone();
        for (key, value) in change.as_object().unwrap() {
            wrong[key] = value.clone();
        }
        assert_eq!(shop.refuses("make_labels", wrong), code);
    }
}

/// The system's print service, played by two programs of its names.
#[cfg(unix)]
#[test]
fn receipts_go_raw_to_a_queue_of_the_system() {
    use std::os::unix::fs::PermissionsExt;
    let mut shop = Shop::open();
    shop.signs_in("anil");
    let folder = shop.db.parent().unwrap().join("bin");
    std::fs::create_dir_all(&folder).unwrap();
    let got = folder.join("got");
    for (name, script) in [
        ("lpstat", "#!/bin/sh\necho thermal\n".to_owned()),
        ("lp", format!("#!/bin/sh\necho \"$@\" > {0}.args\ncat > {0}\n", got.display())),
    ] {
        std::fs::write(folder.join(name), script).unwrap();
        std::fs::set_permissions(folder.join(name), std::fs::Permissions::from_mode(0o755)).unwrap();
    }
    let setting = json!({ "printer": { "kind": "system", "name": "thermal" }, "width_mm": 80 });
    shop.call("set_printer", setting);
    shop.sells(&["DIYA"]);
    shop.closes();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    let ran = std::process::Command::new(tests::till_program())
        .env("PATH", path)
        .args(["--db".as_ref(), shop.db.as_os_str()])
        .args(["call", "set_language", "{\"language\":\"hi\"}"])
        .output()
        .unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    assert_eq!(std::fs::read_to_string(got.with_extension("args")).unwrap().trim(), "-d thermal -o raw");
    assert!(std::fs::read(got).unwrap().starts_with(b"\x1b@\x1bp"));
    shop.opens().unwrap();
    assert_eq!(shop.print_jobs()[0]["state"], "printed");
}
