//! The figures of the README, measured. Each that depends on the machine stands beside a peer measured in the
//! same run. `--sell N --db FILE` only makes N sales of ten lines, for who counts flushes from outside; `--settling`
//! measures settling alone.

mod figure;
mod settling;

use domain::money::{Bps, Paise};
use domain::name::Name;
use figure::{Figure, Times};
use paper::page::Paper;
use paper::raster::Bitmap;
use paper::receipt::{Languages, Receipt, ReceiptLine, ReceiptTender, Section, TaxRow, TenderKind};
use rusqlite::Connection;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::Instant;
use tests::{PIN, Served, copy_mart};
use till::clock::SystemClock;
use till::commands;
use till::desk::Desk;
use till::init;

const ITEMS: usize = 100_000;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let value = |name: &str| {
        arguments.iter().position(|argument| argument == name).and_then(|place| arguments.get(place + 1)).cloned()
    };
    if let Some(sales) = value("--sell") {
        let db = PathBuf::from(value("--db").expect("--sell needs --db"));
        let mut desk = open(&db);
        for _ in 0..sales.parse::<u32>().expect("a number of sales") {
            sell_ten_lines(&mut desk);
        }
        return;
    }
    if arguments.iter().any(|argument| argument == "--settling") {
        let folder = tempfile::tempdir_in(std::env::current_dir().expect("a folder")).expect("a folder on this disk");
        for figure in settling::settling(folder.path(), 1) {
            println!("{figure}");
        }
        return;
    }
    let quick = arguments.iter().any(|argument| argument == "--quick");
    let figures = measure(if quick { 10 } else { 1 });
    for figure in &figures {
        println!("{figure}");
    }
    if let Some(file) = value("--json") {
        let json: Vec<Value> = figures.iter().map(Figure::to_json).collect();
        std::fs::write(&file, serde_json::to_string_pretty(&json).expect("plain data"))
            .expect("the file can be written");
    }
    let missed = figures.iter().filter(|figure| !figure.met()).count();
    println!("{} figures, {missed} missed", figures.len());
    std::process::exit(i32::from(missed > 0));
}

fn measure(fewer: usize) -> Vec<Figure> {
    let folder = tempfile::tempdir_in(std::env::current_dir().expect("a folder")).expect("a folder on this disk");
    let mut figures = durable_sale(folder.path(), 2_000 / fewer);
    let large = folder.path().join("large");
    std::fs::create_dir(&large).expect("a folder");
    let db = make_large(&large);
    figures.extend(start(&db, 10));
    figures.extend(counter(&db, 20_000 / fewer));
    figures.extend(stockroom(&db, 5_000 / fewer));
    figures.extend(receipt(200 / fewer));
    let paying = folder.path().join("paying");
    std::fs::create_dir(&paying).expect("a folder");
    figures.extend(settling::settling(&paying, fewer));
    figures
}

fn ask(desk: &mut Desk, name: &str, input: Value) -> Value {
    commands::run(desk, name, input).unwrap_or_else(|stop| panic!("{name}: {stop}"))
}

/// Opens a test mart with a cashier signed in and a shift open.
fn open(db: &Path) -> Desk {
    let mut desk = Desk::open(db, Box::new(SystemClock)).expect("the till opens");
    ask(&mut desk, "sign_in", json!({ "operator": "sunita", "pin": PIN }));
    let _ = commands::run(&mut desk, "open_shift", json!({ "float_paise": 0 }));
    desk
}

/// Ten different lines, paid in cash; answers how long the payment took.
fn sell_ten_lines(desk: &mut Desk) -> std::time::Duration {
    let mut basket = Value::Null;
    for code in ["KURTA", "DIYA", "SURAHI", "BANGLE", "LOCK", "FABRIC", "TOY", "ATTAR", "DARI", "MOONJ"] {
        basket = ask(desk, "scan", json!({ "code": code }));
    }
    assert!(basket["lines"].as_array().is_some_and(|lines| lines.len() == 10), "ten lines");
    let payment = json!({ "basket": basket["id"], "tenders": [{ "kind": "cash", "given_paise": 2_000_000 }] });
    let begun = Instant::now();
    ask(desk, "take_payment", payment);
    begun.elapsed()
}

/// A sale beside a bare durable commit of one row on the same disk, in turn.
fn durable_sale(folder: &Path, rounds: usize) -> Vec<Figure> {
    copy_mart(folder);
    let mut desk = open(&folder.join("mart.db"));
    let bare = Connection::open(folder.join("bare.db")).expect("a database");
    bare.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(())).expect("WAL");
    bare.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 16000; CREATE TABLE row (n INTEGER) STRICT",
    )
    .expect("a table");
    let (mut sales, mut rows) = (Times::default(), Times::default());
    for round in 0..rounds {
        sales.push(sell_ten_lines(&mut desk));
        let begun = Instant::now();
        bare.execute("INSERT INTO row VALUES (?1)", [round as i64]).expect("a row");
        rows.push(begun.elapsed());
    }
    vec![
        Figure::ratio("durable sale of 10 lines over a bare one-row commit, p50", sales.at(50), rows.at(50), 2.0),
        Figure::ratio("durable sale of 10 lines over a bare one-row commit, p99", sales.at(99), rows.at(99), 2.5),
    ]
}

/// A mart with a hundred thousand items, named after real crafts.
fn make_large(folder: &Path) -> PathBuf {
    let crafts = [
        ("चिकनकारी कुर्ता", "Chikankari kurta"),
        ("पीतल का दीया", "Brass diya"),
        ("काली मिट्टी की सुराही", "Black pottery surahi"),
        ("बनारसी साड़ी", "Banarasi saree"),
        ("लकड़ी का खिलौना", "Wooden toy"),
        ("काँच की चूड़ी", "Glass bangle"),
        ("हाथ का बना काग़ज़", "Handmade paper"),
        ("चमड़े का जूता", "Leather juti"),
    ];
    let places = [("लखनऊ", "Lucknow"), ("मुरादाबाद", "Moradabad"), ("आज़मगढ़", "Azamgarh"), ("वाराणसी", "Varanasi")];
    let items: Vec<Value> = (0..ITEMS)
        .map(|n| {
            let (craft, place) = (crafts[n % crafts.len()], places[n / crafts.len() % places.len()]);
            json!({
                "sku": format!("SKU-{n:06}"), "barcode": format!("21{n:010}"),
                "name": { "hi": format!("{} {n}", craft.0), "en": format!("{} {n}", craft.1) },
                "maker": null, "district": { "hi": place.0, "en": place.1 }, "icon": "other", "hsn": "7418",
                "rate_class": "7418-table-kitchen-household-copper", "unit": "PCS", "gi": false,
                "price_paise": 10_000 + n as i64, "includes_tax": true, "owner": "mart", "qty_milli": 5_000,
            })
        })
        .collect();
    let mut mart: Value = serde_json::from_str(&tests::mart_json()).expect("the test mart");
    mart["items"] = Value::Array(items);
    let db = folder.join("mart.db");
    init::init_mart(&db, serde_json::from_value(mart).expect("a mart"), &SystemClock).expect("set up");
    db
}

/// From the start of the process until it answers, over the large mart.
fn start(db: &Path, rounds: usize) -> Vec<Figure> {
    let mut times = Times::default();
    for _ in 0..rounds {
        let begun = Instant::now();
        let served = Served::start(db);
        served.call("view_start", &json!({})).expect("answers").expect("opens");
        times.push(begun.elapsed());
    }
    vec![Figure::time("start to ready without a window, 100,000 items, p50", times.at(50), 1_000.0)]
}

/// Scanning and searching among a hundred thousand items.
fn counter(db: &Path, rounds: usize) -> Vec<Figure> {
    let mut desk = open(db);
    let mut scans = Times::default();
    for round in 0..rounds {
        if round % 10 == 0 {
            ask(&mut desk, "empty_basket", json!({}));
        }
        let code = format!("21{:010}", round * 7_919 % ITEMS);
        let begun = Instant::now();
        ask(&mut desk, "scan", json!({ "code": code }));
        scans.push(begun.elapsed());
    }
    ask(&mut desk, "empty_basket", json!({}));
    let mut searches = Times::default();
    let typed = [
        "chikankari kurta",
        "चिकनकारी",
        "cikan kurta",
        "brass diya",
        "पीतल",
        "moradabad",
        "मुरादाबाद",
        "banarasi sari",
        "बनारसी साड़ी",
        "lakdi ka khilona",
        "SKU-004217",
        "surahi azamgarh",
        "xyzzy",
        "क",
        "kaanch 77",
        "zar dozi",
        "kalanamak",
        "pital zzqq",
        "handmade paper banarsi kurta",
    ];
    for round in 0..rounds.div_ceil(100) {
        for words in typed {
            // Every key pressed asks, as the screen does.
            for (end, _) in words.char_indices().skip(1).chain([(words.len(), ' ')]) {
                let begun = Instant::now();
                ask(&mut desk, "search", json!({ "text": words[..end], "limit": 8 + round % 2 }));
                searches.push(begun.elapsed());
            }
        }
    }
    vec![
        Figure::time("scan to line, 100,000 items, p50", scans.at(50), 0.1),
        Figure::time("scan to line, 100,000 items, p99", scans.at(99), 2.0),
        Figure::time("search while typing, 100,000 items, p50", searches.at(50), 8.0),
        Figure::time("search while typing, 100,000 items, p99", searches.at(99), 8.0),
    ]
}

/// The stock of an owner among a hundred thousand items and twenty thousand unique pieces, and a count by scanner.
fn stockroom(db: &Path, scans: usize) -> Vec<Figure> {
    let mut desk = open(db);
    ask(&mut desk, "sign_in", json!({ "operator": "anil", "pin": PIN }));
    for consignment in 0..2 {
        let draft = ask(&mut desk, "start_draft", json!({ "consignor": "reshma" }))["id"].clone();
        for line in 0..50 {
            let code = format!("SKU-{:06}", consignment * 50 + line);
            ask(&mut desk, "add_to_draft", json!({ "draft": draft, "code": code, "quantity_milli": 200_000 }));
            let unique = json!({ "draft": draft, "line": line, "brought_milli": 200_000, "accepted_milli": 200_000, "unique": true });
            ask(&mut desk, "set_draft_line", unique);
        }
        let taken = ask(&mut desk, "take_consignment", json!({ "draft": draft }));
        assert_eq!(taken["tags"].as_array().map(Vec::len), Some(10_000), "pieces");
    }
    let mut lists = Times::default();
    for round in 0..40 {
        let owner = if round % 2 == 0 { "mart" } else { "consignor:reshma" };
        let begun = Instant::now();
        let list = ask(&mut desk, "view_stock", json!({ "owner": owner, "filter": "here" }));
        lists.push(begun.elapsed());
        assert!(list["rows"].as_array().is_some_and(|rows| rows.len() == 60), "a page");
    }
    let count = ask(&mut desk, "start_stock_count", json!({ "category": "" }))["id"].clone();
    let mut times = Times::default();
    for scan in 0..scans {
        let input = json!({ "count": count, "code": format!("SKU-{:06}", scan * 7 % ITEMS) });
        let begun = Instant::now();
        ask(&mut desk, "scan_stock", input);
        times.push(begun.elapsed());
    }
    let kept = ask(&mut desk, "view_stock_counts", json!({}))["counts"][0]["scans"].as_u64();
    assert_eq!(kept, Some(scans as u64), "no scan is lost");
    vec![
        Figure::time("stock of one owner, 100,000 items, 20,000 pieces, p99", lists.at(99), 50.0),
        Figure::time("a scan of a count, on the disk, p50", times.at(50), 2.0),
        Figure::time("a scan of a count, on the disk, p99", times.at(99), 2.0),
    ]
}

/// Layout and raster of a receipt of forty lines, both languages, after the first.
fn receipt(rounds: usize) -> Vec<Figure> {
    let line = |n: i64| ReceiptLine {
        name: Name::new(format!("चिकनकारी कुर्ता, सफ़ेद, नाप {n}"), format!("Chikankari kurta, white, size {n}")),
        hsn: "6204".into(),
        rate: Bps(500),
        maker: Some(Name::new("रेशमा बेगम", "Reshma Begum")),
        district: Name::new("लखनऊ", "Lucknow"),
        quantity: "1".into(),
        unit: Name::new("नग", "pc"),
        price: Paise(219_900 + n),
        amount: Paise(219_900 + n),
        discount: Paise::ZERO,
        note: String::new(),
    };
    let receipt = Receipt {
        languages: Languages::Both,
        logo: None,
        mart: Name::new("ओडीओपी मार्ट लखनऊ", "ODOP Mart Lucknow"),
        address: Name::new("हज़रतगंज, लखनऊ", "Hazratganj, Lucknow"),
        gstin: "09AAPFU0939F1ZT".into(),
        phone: "0522 0000000".into(),
        number: "LKO1A/26/T000123".into(),
        date: "23-11-2026".into(),
        time: "10:42".into(),
        operator: Name::new("सुनीता", "Sunita"),
        till: "LKO1A".into(),
        place_of_supply: Name::new("उत्तर प्रदेश", "Uttar Pradesh"),
        state_code: "09".into(),
        buyer: None,
        sections: vec![Section {
            kind: domain::bill::BillKind::TaxInvoice,
            number: "LKO1A/26/T000123".into(),
            principal: None,
            against: None,
            lines: (0..40).map(line).collect(),
            basket_discount: Paise::ZERO,
            taxable: Paise(8_377_886),
            tax: vec![TaxRow {
                rate: Bps(500),
                taxable: Paise(8_377_886),
                cgst: Paise(209_447),
                sgst: Paise(209_447),
                igst: Paise::ZERO,
            }],
            total: Paise(8_796_780),
        }],
        refund: None,
        note: String::new(),
        round_off: Paise(20),
        due: Paise(8_796_800),
        tenders: vec![ReceiptTender { kind: TenderKind::Cash, amount: Paise(8_796_800), given: None, reference: None }],
        change: Paise::ZERO,
        words: domain::words::amount_in_words(Paise(8_796_800)),
        makers: vec![Name::new("रेशमा बेगम", "Reshma Begum")],
        qr: "ODOP1|LKO1A/26/T000123|8796800|2026-11-23|00000000".into(),
        copy: None,
        practice: false,
        voided: false,
        commission: false,
        unsigned: false,
        demo: false,
    };
    let mut times = Times::default();
    for _ in 0..rounds.max(20) {
        let begun = Instant::now();
        std::hint::black_box(Bitmap::of(&receipt.pages(Paper::Mm80).expect("a page")[0]));
        times.push(begun.elapsed());
    }
    vec![Figure::time("receipt of 40 lines, layout and raster, p50", times.at(50), 10.0)]
}
