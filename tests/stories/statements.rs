//! Statements, bills of commission, vouchers and passbooks, on the screen and on paper, and what an artisan is told at the
//! counter.

use rusqlite::Connection;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;
use tests::{PIN, Shop, read_pdf};
use uuid::Uuid;

const KURTA: &str = "00000000-0000-0000-0000-000000000001";
const TERMS: &str = r#"{"consignor":"sohit","version":2,"from":"2026-11-23","supply_mode":"A2","commission_bps":2500,
    "discount_bearer":"shared","fees":{"packing_paise":500,"transport_paise":0,"handling_paise":0}}"#;

/// A mart where the manager sells, settles and prints into a folder.
fn mart() -> (Shop, PathBuf) {
    let mut shop = Shop::open();
    shop.signs_in("anil");
    let folder = shop.db.with_file_name("printed");
    shop.call("set_printer", json!({ "printer": { "kind": "folder", "path": folder }, "width_mm": 80 }));
    shop.call("set_agreement", serde_json::from_str(TERMS).unwrap());
    (shop, folder)
}

fn days_pass(shop: &mut Shop, days: i64) {
    shop.clock.pass_minutes(days * 24 * 60);
    shop.call("accept_clock", json!({ "manager": "anil", "pin": PIN }));
}

fn approved(mut input: Value) -> Value {
    input["approval"] = json!({ "operator": "kavita", "pin": PIN });
    input
}

/// Brings one piece of the first line of a bill back.
fn back(shop: &mut Shop, number: &Value) {
    let bill = shop.call("view_bill", json!({ "text": number }));
    let line = json!({ "line": 0, "quantity_milli": 1_000, "resellable": true });
    let id = bill["return_id"].clone();
    let back = json!({ "id": id, "number": number, "lines": [line], "reason": "साइज़ ठीक नहीं", "to_note": false });
    shop.call("take_return", back);
}

/// Settles a consignor; answers the settlement as it is listed.
fn settles(shop: &mut Shop, who: &str) -> Value {
    let net = shop.call("preview_settlement", json!({ "consignor": who }))["figures"]["net"]["paise"].clone();
    let run = json!({ "run": Uuid::now_v7(), "consignors": [who], "total_paise": net });
    let posted = shop.call("post_settlements", run)["rows"][0].clone();
    shop.call("approve_settlements", approved(json!({ "settlements": [posted["id"]] })));
    posted
}

/// An account for money by UPI, allowed and proven.
fn account(shop: &mut Shop, who: &str, reference: &str) {
    let details = json!({ "holder": who, "account": "", "ifsc": "", "vpa": format!("{who}.k@upi") });
    shop.call("ask_bank", json!({ "consignor": who, "details": details, "again": format!("{who}.k@upi") }));
    shop.call("answer_bank", approved(json!({ "consignor": who, "allowed": true })));
    shop.call("prove_account", json!({ "consignor": who, "reference": reference, "name_at_bank": who }));
}

fn sends(shop: &mut Shop, rail: &str, settlement: &Value) {
    shop.call("send_payouts", json!({ "id": Uuid::now_v7(), "rail": rail, "settlements": [settlement["id"]] }));
}

fn paise(value: &Value) -> i64 {
    value["paise"].as_i64().unwrap_or_else(|| panic!("{value} is no amount"))
}

fn sum(rows: &Value, of: &str) -> i64 {
    rows.as_array().unwrap().iter().map(|row| paise(&row[of])).sum()
}

/// What the books say is owed.
fn payable(shop: &Shop, who: &str) -> i64 {
    let db = Connection::open(&shop.db).unwrap();
    let account = format!("consignor_payable:{who}");
    db.query_row("SELECT coalesce(-sum(paise), 0) FROM posting WHERE account = ?1", [account], |row| row.get(0))
        .unwrap()
}

/// Every page of a passbook: its rows follow from each other, and the last balance is what the books say.
fn passbook(shop: &mut Shop, who: &str) -> Vec<Value> {
    let newest = shop.call("view_passbook", json!({ "consignor": who }));
    let pages = newest["pages"].as_i64().unwrap();
    let (mut rows, mut balance) = (Vec::new(), 0);
    for page in 1..=pages {
        let view = shop.call("view_passbook", json!({ "consignor": who, "page": page }));
        assert_eq!(paise(&view["opening"]), balance, "page {page}");
        for row in view["rows"].as_array().unwrap() {
            balance += paise(&row["change"]);
            assert_eq!(paise(&row["balance"]), balance, "{row}");
            rows.push(row.clone());
        }
    }
    assert_eq!(balance, payable(shop, who), "the passbook of {who} and the books");
    assert_eq!(paise(&newest["balance"]), balance);
    rows
}

/// A statement whose rows add to its figures.
fn adds_up(statement: &Value) {
    let (rows, figures) = (&statement["rows"], &statement["figures"]);
    assert_eq!(sum(rows, "share"), paise(&figures["earned"]), "{statement}");
    for (column, figure) in [
        ("commission", "commission"),
        ("commission_gst", "commission_gst"),
        ("fees", "fees"),
        ("compensation", "compensation"),
    ] {
        assert_eq!(sum(rows, column), paise(&figures[figure]), "{column}");
    }
    assert_eq!(sum(rows, "goods"), paise(&figures["sold"]) + paise(&figures["returned"]));
    let recovered = sum(&statement["recoveries"], "taken");
    let repaid = sum(&statement["repaid"], "repaid");
    assert_eq!((recovered, repaid), (paise(&figures["recovered"]), paise(&figures["repaid"])));
    assert_eq!(paise(&figures["earned"]) - recovered - repaid, paise(&figures["net"]));
    for row in rows.as_array().unwrap() {
        let split = ["commission", "commission_gst", "fees"].map(|part| paise(&row[part])).iter().sum::<i64>();
        assert_eq!(paise(&row["goods"]) - split + paise(&row["compensation"]), paise(&row["share"]), "{row}");
    }
}

/// Sales, one that came back, one that was voided, and a breakage.
fn trades(shop: &mut Shop) -> Vec<Value> {
    let numbers: Vec<Value> = [&["KURTA", "MOONJ"][..], &["KURTA"], &["MOONJ", "SURAHI"], &["KURTA", "ATTAR"]]
        .into_iter()
        .map(|codes| shop.sells(codes)["number"].clone())
        .collect();
    back(shop, &numbers[1]);
    shop.call("void_sale", json!({ "number": numbers[3], "reason": "ग़लत चीज़" }));
    let lost = json!({ "id": Uuid::now_v7(), "item": KURTA, "owner": "consignor:reshma", "cause": "breakage",
        "qty_milli": 1_000, "note": "गिरकर फटा" });
    shop.call("adjust_stock", lost);
    numbers
}

#[test]
fn a_statement_tells_every_line_and_its_rows_add_to_its_figures() {
    let (mut shop, _) = mart();
    let numbers = trades(&mut shop);
    let early = shop.call("preview_settlement", json!({ "consignor": "reshma" }));
    assert!(paise(&early["figures"]["held"]) > 0, "the customer may still bring it back: {early}");
    assert_eq!((&early["number"], &early["state"], &early["since"]), (&Value::Null, &Value::Null, &Value::Null));
    adds_up(&early);
    days_pass(&mut shop, 8);
    let held_back = shop.sells(&["KURTA"])["number"].clone();
    let preview = shop.call("preview_settlement", json!({ "consignor": "reshma" }));
    adds_up(&preview);
    let posted = settles(&mut shop, "reshma");
    let statement = shop.call("view_settlement", json!({ "number": posted["number"] }));
    adds_up(&statement);
    assert_eq!(statement["rows"], preview["rows"], "what was shown is what was posted");
    assert_eq!(statement["figures"], preview["figures"]);
    let kinds: Vec<(&str, &str)> = statement["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["kind"].as_str().unwrap(), row["bill"].as_str().unwrap()))
        .collect();
    let number = |place: usize| numbers[place].as_str().unwrap();
    assert_eq!(
        kinds,
        [
            ("sale", number(0)),
            ("sale", number(0)),
            ("sale", number(1)),
            ("return", "LKO1A/26/C000001"),
            ("sale", number(2)),
            ("sale", number(3)),
            ("void", number(3)),
            ("loss", ""),
        ],
        "what takes back stands beside its sale"
    );
    let rows = &statement["rows"];
    assert_eq!((&rows[3]["against"], &rows[6]["against"]), (&numbers[1], &numbers[3]));
    assert_eq!((&rows[7]["cause"], &rows[0]["name"]["en"]), (&json!("breakage"), &json!("Chikankari kurta")));
    assert_eq!((&rows[0]["date"], &rows[0]["promised_by"]), (&json!("23-11-2026"), &json!("08-12-2026")));
    assert_eq!((&statement["promised_by"], &statement["promise_days"]), (&json!("08-12-2026"), &json!(15)));
    assert!(!rows.to_string().contains(held_back.as_str().unwrap()));
    assert_eq!((&statement["state"], &statement["approved_by"]["en"]), (&json!("approved"), &json!("kavita")));
    assert_eq!(statement["consignor"]["village"]["hi"], "गाँव");
    assert_eq!(paise(&posted["net"]), paise(&statement["figures"]["net"]));
    // What comes back after it was settled is taken off the next, named with its bill.
    back(&mut shop, &numbers[0]);
    days_pass(&mut shop, 8);
    let next = settles(&mut shop, "reshma");
    let next = shop.call("view_settlement", json!({ "number": next["number"] }));
    adds_up(&next);
    assert_eq!((&next["recoveries"][0]["row"]["against"], &next["since"]), (&numbers[0], &statement["upto"]));
    assert!(paise(&next["figures"]["closing"]) < 0, "no more than half of it is taken at once: {next}");
    passbook(&mut shop, "reshma");
    passbook(&mut shop, "sohit");
    shop.must_verify();
}

fn pdf(folder: &Path, number: &Value, ending: &str) -> PathBuf {
    folder.join(format!("{}{ending}", number.as_str().unwrap().replace('/', "-")))
}

fn sound(file: &Path) {
    let checked = Command::new("qpdf").arg("--check").arg(file).output().expect("qpdf checks");
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
}

#[test]
fn a_statement_prints_what_the_screen_shows_and_a_second_time_as_a_duplicate() {
    let (mut shop, folder) = mart();
    trades(&mut shop);
    days_pass(&mut shop, 8);
    let unknown = json!({ "number": "LKO1A/26/H000009" });
    assert_eq!(shop.refuses("print_statement", unknown.clone()), "unknown_bill");
    assert_eq!(shop.refuses("save_statement", unknown), "unknown_bill");
    let (reshma, sohit) = (settles(&mut shop, "reshma"), settles(&mut shop, "sohit"));
    let number = &reshma["number"];
    let view = shop.call("view_settlement", json!({ "number": number }));
    let a4 = shop.call("save_statement", json!({ "number": number }));
    let a4 = PathBuf::from(a4["path"].as_str().unwrap());
    shop.call("print_statement", json!({ "number": number }));
    shop.prints();
    let strip = pdf(&folder, number, ".pdf");
    for file in [&a4, &strip] {
        sound(file);
        let text = read_pdf(file);
        for row in view["rows"].as_array().unwrap() {
            for said in [&row["bill"], &row["date"], &row["share"]["text"], &row["name"]["hi"]] {
                assert!(text.contains(said.as_str().unwrap()), "{said} in {text}");
            }
        }
        let figures = &view["figures"];
        for said in [&figures["net"]["rupees"], &figures["net"]["text"], &figures["earned"]["text"]] {
            assert!(text.contains(said.as_str().unwrap()), "{said} in {text}");
        }
        for said in ["हिसाब पर्ची", "Statement", "रेशमा बेगम", "वापसी: चिकनकारी कुर्ता", "टूट-फूट", "मुआवज़ा", "kavita"]
        {
            assert!(text.contains(said), "{said} in {text}");
        }
        assert!(!text.contains("DUPLICATE"), "{text}");
    }
    // A whole run: what was printed before is a duplicate and stands in the journal.
    let run = json!({ "numbers": [number, sohit["number"]], "form": "receipt" });
    shop.call("print_statements", run);
    shop.prints();
    shop.prints();
    assert!(read_pdf(&pdf(&folder, number, "-1.pdf")).contains("DUPLICATE 1"));
    assert!(!read_pdf(&pdf(&folder, &sohit["number"], ".pdf")).contains("DUPLICATE"));
    assert_eq!(shop.last_entry()["fact"]["number"], *number, "the reprint is an entry");
    // From the history a third one.
    let jobs = shop.print_jobs();
    let first = jobs.iter().find(|job| job["what"] == *number && job["copy"] == 0).unwrap();
    shop.call("retry_print_job", json!({ "id": first["id"] }));
    shop.prints();
    assert!(read_pdf(&pdf(&folder, number, "-2.pdf")).contains("DUPLICATE 2"));
    assert_eq!(shop.refuses("print_statements", json!({ "numbers": [] })), "invalid_input");
    assert_eq!(shop.refuses("print_statement", json!({ "number": number, "form": "gift" })), "invalid_input");
    assert_eq!(shop.refuses("print_statement", json!({ "number": number, "form": "a4" })), "no_printer");
    shop.signs_in("sunita");
    assert_eq!(shop.refuses("print_statements", json!({ "numbers": [number] })), "not_allowed");
    shop.must_verify();
}

#[test]
fn a_long_statement_carries_its_sum_over_the_sheets() {
    let (mut shop, _) = mart();
    for _ in 0..9 {
        shop.sells(&["MOONJ", "MOONJ", "FABRIC", "KURTA"]);
    }
    days_pass(&mut shop, 8);
    let number = settles(&mut shop, "reshma")["number"].clone();
    let saved = shop.call("save_statement", json!({ "number": number, "form": "a5" }));
    let text = read_pdf(Path::new(saved["path"].as_str().unwrap()));
    assert!(text.matches("आगे ले गए").count() >= 1 && text.contains("पन्ना 2 / "), "{text}");
    let view = shop.call("view_settlement", json!({ "number": number }));
    let shares = view["rows"].as_array().unwrap().len();
    assert_eq!(shares, 27);
    assert_eq!(text.matches("LKO1A/26/T").count(), shares, "{text}");
}

#[test]
fn commission_is_billed_with_its_tax_and_credited_when_more_comes_back() {
    let (mut shop, folder) = mart();
    let first = shop.sells(&["SURAHI", "ATTAR"])["number"].clone();
    days_pass(&mut shop, 8);
    let posted = settles(&mut shop, "sohit");
    let view = shop.call("view_settlement", json!({ "number": posted["number"] }));
    adds_up(&view);
    let bill = view["commission_bill"].clone();
    assert_eq!(bill, "LKO1A/26/F000001");
    assert_eq!(shop.refuses("save_commission_bill", json!({ "number": posted["number"] })), "unknown_bill");
    let saved = shop.call("save_commission_bill", json!({ "number": bill }));
    let path = PathBuf::from(saved["path"].as_str().unwrap());
    sound(&path);
    let figures = &view["figures"];
    let half = till::views::Money::from(domain::money::Paise(paise(&figures["commission_gst"]) / 2)).text;
    let text = read_pdf(&path);
    for said in [
        "कर बीजक",
        "TAX INVOICE",
        "09AAPFU0939F1ZT",
        bill.as_str().unwrap(),
        "सोहित प्रजापति",
        "sohit",
        "गाँव",
        "996211",
        "SAC",
        "18%",
        "(9% + 9%)",
        figures["commission"]["text"].as_str().unwrap(),
        &half,
        "उत्तर प्रदेश",
        "(09)",
        "मात्र",
        posted["number"].as_str().unwrap(),
        "Reverse charge",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
    assert!(!text.contains("Bring this bill") && !text.contains("Thank you"), "{text}");
    shop.call("print_commission_bill", json!({ "number": bill }));
    shop.call("print_commission_bill", json!({ "number": bill }));
    shop.prints();
    shop.prints();
    assert!(read_pdf(&pdf(&folder, &bill, "-1.pdf")).contains("DUPLICATE 1"));
    assert!(!read_pdf(&pdf(&folder, &bill, ".pdf")).contains("DUPLICATE"));
    // It comes back after it was settled, and nothing is sold for a commission since: the commission is credited.
    let returned = shop.call("view_bill", json!({ "text": first }));
    let line = json!({ "line": 0, "quantity_milli": 1_000, "resellable": true });
    let id = returned["return_id"].clone();
    let back = json!({ "id": id, "number": first, "lines": [line], "reason": "छोटी है", "to_note": false });
    shop.call("take_return", back);
    let mut terms: Value = serde_json::from_str(TERMS).unwrap();
    (terms["version"], terms["from"], terms["supply_mode"]) = (json!(3), json!("2026-12-01"), json!("A1"));
    terms["fees"]["packing_paise"] = json!(0);
    shop.call("set_agreement", terms);
    for _ in 0..2 {
        shop.sells(&["ATTAR"]);
    }
    days_pass(&mut shop, 8);
    let next = settles(&mut shop, "sohit");
    let view = shop.call("view_settlement", json!({ "number": next["number"] }));
    adds_up(&view);
    assert_eq!(paise(&view["figures"]["closing"]), 0, "{view}");
    assert_eq!(view["commission_bill"], Value::Null, "what is sold now bills none");
    let note = view["commission_credit"].clone();
    assert_eq!(note, "LKO1A/26/G000001");
    let saved = shop.call("save_commission_bill", json!({ "number": note, "form": "receipt" }));
    let text = read_pdf(Path::new(saved["path"].as_str().unwrap()));
    let commission =
        view["recoveries"][0]["row"]["commission"]["text"].as_str().unwrap().trim_start_matches('\u{2212}');
    for said in ["क्रेडिट नोट", "CREDIT NOTE", bill.as_str().unwrap(), "01-12-2026", commission] {
        assert!(text.contains(said), "{said} in {text}");
    }
    passbook(&mut shop, "sohit");
    shop.must_verify();
}

fn pays_cash(shop: &mut Shop) {
    let db = till::store::open_to_read(&shop.db).unwrap();
    let mut mart = serde_json::to_value(till::store::mart::mart(&db).unwrap()).unwrap();
    mart["payout"]["cash_paise"] = json!(1_000_000);
    shop.call("set_settings", mart);
}

#[test]
fn a_cash_voucher_is_signed_in_two_copies() {
    let (mut shop, folder) = mart();
    pays_cash(&mut shop);
    shop.sells(&["KURTA"]);
    days_pass(&mut shop, 8);
    let posted = settles(&mut shop, "reshma");
    sends(&mut shop, "cash", &posted);
    let voucher = json!({ "number": "LKO1A/26/V000001" });
    assert_eq!(shop.refuses("print_voucher", json!({ "number": posted["number"] })), "unknown_bill");
    let saved = shop.call("save_voucher", voucher.clone());
    shop.call("print_voucher", voucher.clone());
    shop.call("print_voucher", voucher);
    shop.prints();
    shop.prints();
    let strip = folder.join("LKO1A-26-V000001.pdf");
    for file in [Path::new(saved["path"].as_str().unwrap()), &strip] {
        sound(file);
        let text = read_pdf(file);
        let net = posted["net"]["rupees"].as_str().unwrap();
        for said in ["नकद भुगतान वाउचर", "LKO1A/26/V000001", posted["number"].as_str().unwrap(), net, "मात्र", "अँगूठा"]
        {
            assert!(text.contains(said), "{said} in {text}");
        }
        assert_eq!((text.matches("कारीगर की प्रति").count(), text.matches("मार्ट की प्रति").count()), (1, 1), "{text}");
    }
    assert!(read_pdf(&folder.join("LKO1A-26-V000001-1.pdf")).contains("DUPLICATE 1"));
    shop.call("confirm_payout", json!({ "settlement": posted["id"] }));
    let rows = passbook(&mut shop, "reshma");
    assert_eq!((&rows[3]["kind"], &rows[3]["reference"]), (&json!("paid"), &json!("LKO1A/26/V000001")));
    assert_eq!(payable(&shop, "reshma"), 0);
    let artisan = shop.call("view_artisan", json!({ "code": "LKO1A/26/V000001" }));
    assert_eq!(artisan["artisan"]["last_paid"]["rail"], "cash");
    shop.must_verify();
}

#[test]
fn a_passbook_ends_at_what_the_books_say() {
    let (mut shop, folder) = mart();
    account(&mut shop, "reshma", "633012345678");
    let advance = json!({ "id": Uuid::now_v7(), "consignor": "reshma", "paise": 50_000, "reference": "633012345679",
        "repay_bps": 2_500, "reason": "धागे के लिए" });
    shop.call("pay_advance", approved(advance));
    trades(&mut shop);
    days_pass(&mut shop, 8);
    let posted = settles(&mut shop, "reshma");
    let view = shop.call("view_settlement", json!({ "number": posted["number"] }));
    adds_up(&view);
    assert_eq!(
        (&view["repaid"][0]["advance"]["paise"], &view["repaid"][0]["date"]),
        (&json!(50_000), &json!("23-11-2026"))
    );
    sends(&mut shop, "upi", &posted);
    shop.call("confirm_payout", json!({ "settlement": posted["id"], "reference": "633012345680" }));
    let sms = Connection::open(&shop.db)
        .unwrap()
        .query_row("SELECT text FROM maker_message", [], |row| row.get::<_, String>(0))
        .unwrap();
    for said in [posted["number"].as_str().unwrap(), posted["net"]["rupees"].as_str().unwrap(), "633012345680", "••••"]
    {
        assert!(sms.contains(said), "{said} in {sms}");
    }
    // The bank gives it back days later, and it is sent once more.
    shop.call("fail_payout", json!({ "settlement": posted["id"], "reason": "खाता बंद" }));
    let again = json!({ "id": Uuid::now_v7(), "rail": "upi", "settlements": [posted["id"]] });
    shop.call("send_payouts", approved(again));
    shop.call("confirm_payout", json!({ "settlement": posted["id"], "reference": "633012345681" }));
    let rows = passbook(&mut shop, "reshma");
    let kinds: Vec<&str> = rows.iter().map(|row| row["kind"].as_str().unwrap()).collect();
    let told = [
        "advance", "sale", "sale", "sale", "sale", "sale", "return", "void", "loss", "settled", "sent", "paid",
        "failed", "sent", "paid",
    ];
    assert_eq!(kinds, told);
    assert_eq!((paise(&rows[0]["change"]), &rows[0]["sum"]["paise"]), (0, &json!(50_000)), "an advance is owed apart");
    assert_eq!(paise(&rows[9]["change"]), -sum(&view["repaid"], "repaid"));
    assert_eq!(payable(&shop, "reshma"), 0);
    // A withdrawn settlement leaves its trace and changes nothing.
    shop.sells(&["KURTA"]);
    days_pass(&mut shop, 8);
    let net = shop.call("preview_settlement", json!({ "consignor": "reshma" }))["figures"]["net"]["paise"].clone();
    let run = json!({ "run": Uuid::now_v7(), "consignors": ["reshma"], "total_paise": net });
    let other = shop.call("post_settlements", run)["rows"][0].clone();
    let why = json!({ "settlements": [other["id"]], "reason": "ग़लत दिन" });
    shop.call("withdraw_settlements", why);
    let rows = passbook(&mut shop, "reshma");
    assert_eq!(rows.last().unwrap()["kind"], "withdrawn");
    assert_eq!(shop.refuses("view_passbook", json!({ "consignor": "reshma", "page": 9 })), "invalid_input");
    assert_eq!(shop.refuses("view_passbook", json!({ "consignor": "nobody" })), "unknown_consignor");

    let view = shop.call("view_passbook", json!({ "consignor": "reshma" }));
    let saved = shop.call("save_passbook", json!({ "consignor": "reshma" }));
    shop.call("print_passbook", json!({ "consignor": "reshma" }));
    let job = shop.print_jobs()[0].clone();
    assert_eq!((&job["what"], &job["form"]), (&json!("reshma"), &json!("passbook")));
    shop.prints();
    let mut strips = std::fs::read_dir(&folder).unwrap().flatten().map(|file| file.path());
    let strip = strips
        .find(|file| {
            file.to_string_lossy().contains("passbook-reshma") && file.extension().is_some_and(|end| end == "pdf")
        })
        .expect("a passbook");
    for file in [Path::new(saved["path"].as_str().unwrap()), &strip] {
        sound(file);
        let text = read_pdf(file);
        for row in view["rows"].as_array().unwrap() {
            assert!(text.contains(row["balance"]["text"].as_str().unwrap()), "{row} in {text}");
        }
        for said in ["पासबुक", "पैसा पहुँचा", "खाता बंद", "अग्रिम मिला", view["balance"]["rupees"].as_str().unwrap()]
        {
            assert!(text.contains(said), "{said} in {text}");
        }
    }
    assert_eq!(shop.refuses("save_passbook", json!({ "consignor": "reshma", "form": "gift" })), "invalid_input");
    assert_eq!(shop.refuses("print_passbook", json!({ "consignor": "reshma", "form": "a5" })), "no_printer");
    shop.must_verify();
}

#[test]
fn a_passbook_of_many_rows_turns_its_pages() {
    let (mut shop, _) = mart();
    for _ in 0..15 {
        shop.sells(&["MOONJ", "FABRIC", "KURTA"]);
    }
    let rows = passbook(&mut shop, "reshma");
    assert_eq!(rows.len(), 45);
    let newest = shop.call("view_passbook", json!({ "consignor": "reshma" }));
    assert_eq!((&newest["page"], &newest["pages"]), (&json!(2), &json!(2)));
    assert_eq!(newest["rows"].as_array().unwrap().len(), 5, "the last page is the newest");
    let saved = shop.call("save_passbook", json!({ "consignor": "reshma", "form": "receipt" }));
    let text = read_pdf(Path::new(saved["path"].as_str().unwrap()));
    assert!(text.contains("पीछे से लाए") || text.contains("Brought forward"), "{text}");
}

#[test]
fn an_artisan_is_told_how_they_stand_and_nothing_personal() {
    let (mut shop, _) = mart();
    trades(&mut shop);
    days_pass(&mut shop, 8);
    shop.sells(&["MOONJ"]);
    let posted = settles(&mut shop, "reshma");
    shop.signs_in("sunita");
    assert_eq!(shop.refuses("view_artisan", json!({ "code": "  " })), "invalid_input");
    assert_eq!(shop.refuses("view_artisan", json!({ "code": "नहीं है" })), "unknown_artisan");
    assert_eq!(shop.refuses("view_artisan", json!({ "code": "9876543210" })), "unknown_artisan");
    for code in ["reshma", "रेशमा", "  Reshma ", "LKO1A/26/H000001", "lko1a/26/h000001"] {
        let found = shop.call("view_artisan", json!({ "code": code }));
        assert_eq!(found["artisan"]["consignor"]["id"], "reshma", "{code}");
    }
    let choices = shop.call("view_artisan", json!({ "code": "गाँव" }));
    assert_eq!((choices["choices"].as_array().unwrap().len(), &choices["artisan"]), (2, &Value::Null));
    let view = shop.call("view_artisan", json!({ "code": "reshma" }))["artisan"].clone();
    assert_eq!(paise(&view["owed"]), payable(&shop, "reshma"), "all that the books say");
    assert_eq!(view["coming"]["paise"], posted["net"]["paise"]);
    assert!(paise(&view["held"]) > 0, "{view}");
    assert_eq!((&view["last_paid"], &view["statement"]), (&Value::Null, &posted["number"]));
    assert_eq!((&view["promised_by"], &view["kinds"]), (&json!("08-12-2026"), &json!(3)));
    assert!(paise(&view["sold"]) > 0 && view["lines"].as_array().unwrap().len() >= 6);
    let told = view.to_string();
    for personal in ["mobile", "pan", "aadhaar", "category", "account\""] {
        assert!(!told.contains(personal), "{personal} in {told}");
    }
    // A seller can hand them their slip.
    shop.call("print_statement", json!({ "number": posted["number"] }));
    shop.call("print_passbook", json!({ "consignor": "reshma" }));
    shop.must_verify();
}

#[test]
fn an_artisan_is_found_by_their_note_their_tag_and_their_mobile() {
    let mut shop = Shop::open();
    shop.signs_in("anil");
    let found = |shop: &mut Shop, code: &str| {
        shop.call("view_artisan", json!({ "code": code }))["artisan"]["consignor"]["id"].clone()
    };
    let draft = shop.call("start_draft", json!({ "consignor": "sohit" }))["id"].clone();
    shop.call("add_to_draft", json!({ "draft": draft, "code": "SURAHI", "quantity_milli": 2_000 }));
    shop.call(
        "set_draft_line",
        json!({ "draft": draft, "line": 0, "brought_milli": 2_000, "accepted_milli": 2_000, "unique": true }),
    );
    let taken = shop.call("take_consignment", json!({ "draft": draft }));
    let note = taken["number"].as_str().unwrap().to_owned();
    assert_eq!(found(&mut shop, &note), "sohit");
    let tag = shop.last_entry()["fact"]["lines"][0]["pieces"][0]["code"].as_str().unwrap().to_owned();
    assert_eq!(found(&mut shop, &tag), "sohit");
    let consignor = shop.call("view_consignor", json!({ "consignor": "sohit" }))["row"].clone();
    let mut set = json!({ "consent": true, "identity": { "mobile": "9876543210" } });
    let kept = ["id", "name", "village", "district", "craft"];
    set["consignor"] = kept.iter().map(|key| ((*key).to_owned(), consignor[*key].clone())).collect();
    shop.call("set_consignor", set);
    assert_eq!(found(&mut shop, "9876543210"), "sohit");
}
