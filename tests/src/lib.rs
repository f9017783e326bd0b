//! The harness: a small mart in a folder of its own, asked and told in plain verbs through the same commands
//! as the screens. Not here: any assertion about a story.

pub mod payouts;
pub mod printer;

use jiff::civil::date;
use rusqlite::Connection;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, OnceLock};
use tempfile::TempDir;
use till::clock::{SystemClock, WallClock};
use till::commands;
use till::desk::Desk;
use till::fault::{Fault, Stop};
use till::{host, init, store, verify};
use uuid::Uuid;

/// PIN of every operator of the test mart.
pub const PIN: &str = "482913";

/// A clock that a test sets.
#[derive(Clone)]
pub struct TestClock(Arc<AtomicI64>);

impl TestClock {
    /// 11:00 in India on 23 November 2026.
    pub fn at_eleven() -> Self {
        Self(Arc::new(AtomicI64::new(1_795_411_800_000_000)))
    }

    /// Lets time pass, or run back.
    pub fn pass_minutes(&self, minutes: i64) {
        self.0.fetch_add(minutes * 60_000_000, Ordering::Relaxed);
    }
}

impl WallClock for TestClock {
    fn now_us(&self) -> i64 {
        // Time goes on a little with every look at it.
        self.0.fetch_add(1_000, Ordering::Relaxed)
    }
}

/// An item of the test mart: SKU, its rate class, price in paise, owner, quantity in thousandths, unit.
type Row = (&'static str, &'static str, &'static str, &'static str, i64, &'static str, i64, &'static str);

/// Goods of every kind that selling treats differently.
const GOODS: &[Row] = &[
    (
        "KURTA",
        "चिकनकारी कुर्ता",
        "Chikankari kurta",
        "62-apparel-clothing-accessories-knitted",
        219_900,
        "reshma",
        20_000,
        "PCS",
    ),
    ("DIYA", "पीतल का दीया", "Brass diya", "7418-table-kitchen-household-copper", 53_000, "mart", 200_000, "PCS"),
    (
        "SURAHI",
        "काली मिट्टी की सुराही",
        "Black pottery surahi",
        "6913-statuettes-ornamental-ceramic-blue",
        85_000,
        "sohit",
        9_000,
        "PCS",
    ),
    ("BANGLE", "काँच की चूड़ियाँ", "Glass bangles", "7018-glass-bangles", 12_000, "mart", 50_000, "SET"),
    ("LOCK", "पीतल का ताला", "Brass lock", "8301-padlocks-locks-base-metal", 65_000, "mart", 30_000, "PCS"),
    ("TOY", "लकड़ी का खिलौना", "Wooden toy", "9503-toys-wooden-metal-textile", 32_000, "mart", 25_000, "PCS"),
    ("ATTAR", "केवड़ा इत्र", "Kewra attar", "33019031-attars-fixed-oil-base", 90_000, "sohit", 15_000, "BTL"),
    ("DARI", "हाथ का क़ालीन", "Handmade carpet", "57-handmade-carpets-durries-handmade", 148_000, "mart", 8_000, "PCS"),
    ("MOONJ", "मूँज की टोकरी", "Moonj basket", "4602-basketwork-wickerwork", 27_500, "reshma", 35_000, "PCS"),
    ("FABRIC", "चिकन का कपड़ा", "Chikan fabric", "5208-woven-cotton-fabrics-cotton", 48_050, "reshma", 40_500, "MTR"),
];

/// The test mart as `till init --mart` takes it.
pub fn mart_json() -> String {
    let operator = |id: &str, role: &str| json!({ "id": id, "name": { "hi": id, "en": id }, "role": role, "pin": PIN });
    let consignor = |id: &str, hi: &str, bps: i64, bearer: &str| {
        json!({
            "id": id, "name": { "hi": hi, "en": id }, "village": { "hi": "गाँव", "en": "village" }, "district": "LKO",
            "craft": { "hi": "शिल्प", "en": "craft" },
            "agreement": { "supply_mode": "A1", "commission_bps": bps, "discount_bearer": bearer, "from": "2026-04-01" },
        })
    };
    json!({
        "mart": {
            "name": { "hi": "ओडीओपी मार्ट", "en": "ODOP Mart" }, "place": { "hi": "लखनऊ", "en": "Lucknow" },
            "address": { "hi": "हज़रतगंज, लखनऊ", "en": "Hazratganj, Lucknow" }, "phone": "0522 0000000",
            "gstin": "09AAPFU0939F1ZT", "state": "09", "district": "LKO", "till_code": "1A", "hsn_digits": 4,
            "upi": { "vpa": "odopmart.lko@sbi", "name": "ODOP Mart Lucknow", "mcc": "5947" },
        },
        "operators": [
            operator("sunita", "cashier"), operator("ramesh", "cashier"), operator("imran", "storekeeper"),
            operator("anil", "manager"), operator("kavita", "approver"),
        ],
        "consignors": [consignor("reshma", "रेशमा बेगम", 2_000, "shared"), consignor("sohit", "सोहित प्रजापति", 2_500, "mart")],
    })
    .to_string()
}

/// The files of the test mart, made once and written for each test.
fn template() -> &'static [(&'static str, Vec<u8>)] {
    static TEMPLATE: OnceLock<Vec<(&'static str, Vec<u8>)>> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let db = folder.path().join("mart.db");
        let new = serde_json::from_str(&mart_json()).expect("a mart");
        let clock = TestClock::at_eleven();
        clock.pass_minutes(-120);
        init::init_mart(&db, new, &clock).expect("set up");
        let mut shop = Shop::on(&db, clock);
        shop.signs_in("anil");
        for (place, row) in GOODS.iter().enumerate() {
            shop.stocks(place, row);
        }
        shop.call("sign_out", json!({}));
        drop(shop);
        let read = |name| (name, std::fs::read(folder.path().join(name)).expect("a file of the mart"));
        ["mart.db", "mart.db.key"].map(read).into()
    })
}

/// Copies a database with its key.
pub fn copy_mart(to: &Path) {
    for (name, bytes) in template() {
        std::fs::write(to.join(name), bytes).expect("a copy");
    }
}

/// Tries until the lock of the till is free: a program that another test starts holds a copy of it for a moment.
fn free<T>(mut open: impl FnMut() -> Result<T, Fault>) -> Result<T, Fault> {
    for _ in 0..50 {
        match open() {
            Err(Fault::AlreadyRunning) => std::thread::sleep(std::time::Duration::from_millis(20)),
            other => return other,
        }
    }
    open()
}

/// A mart with one till.
pub struct Shop {
    /// Where its database is.
    pub db: PathBuf,
    /// Its clock.
    pub clock: TestClock,
    desk: Option<Desk>,
    /// The folder of a mart that is gone with its test.
    folder: Option<TempDir>,
}

impl Shop {
    /// A fresh test mart, nobody signed in.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        copy_mart(folder.path());
        let mut shop = Self::on(&folder.path().join("mart.db"), TestClock::at_eleven());
        shop.folder = Some(folder);
        shop
    }

    /// A fresh test mart where Sunita has opened a shift with Rs 2,000.
    pub fn open() -> Self {
        let mut shop = Self::new();
        shop.signs_in("sunita");
        shop.call("open_shift", json!({ "float_paise": 200_000 }));
        shop
    }

    /// A mart of another city with nothing on its shelves, by the three letters of its bills.
    pub fn elsewhere(code: &str, change: impl Fn(&mut Value)) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let db = folder.path().join("mart.db");
        let mut mart: Value = serde_json::from_str(&mart_json()).expect("a mart");
        mart["mart"]["district"] = json!(code);
        mart["mart"]["place"] = json!({ "hi": "वाराणसी", "en": "Varanasi" });
        mart["consignors"] = json!([]);
        change(&mut mart);
        let clock = TestClock::at_eleven();
        clock.pass_minutes(-120);
        init::init_mart(&db, serde_json::from_value(mart).expect("a mart"), &clock).expect("set up");
        clock.pass_minutes(120);
        let mut shop = Self::on(&db, clock);
        shop.folder = Some(folder);
        shop
    }

    /// A mart that somebody else made, nobody signed in.
    pub fn on(db: &Path, clock: TestClock) -> Self {
        let desk = free(|| Desk::open(db, Box::new(clock.clone()))).expect("the till opens");
        Self { db: db.to_owned(), clock, desk: Some(desk), folder: None }
    }

    /// The open desk.
    pub fn desk(&mut self) -> &mut Desk {
        self.desk.as_mut().expect("the till is open")
    }

    /// Closes the till and opens it again, as after a restart.
    pub fn restarts(&mut self) {
        self.closes();
        self.opens().expect("the till opens again");
    }

    /// Closes the till.
    pub fn closes(&mut self) {
        self.desk = None;
    }

    /// Opens the till, or says why not.
    pub fn opens(&mut self) -> Result<(), Fault> {
        self.desk = Some(free(|| Desk::open(&self.db, Box::new(self.clock.clone())))?);
        Ok(())
    }

    /// Runs a command that must be done.
    pub fn call(&mut self, name: &str, input: Value) -> Value {
        commands::run(self.desk(), name, input).unwrap_or_else(|stop| panic!("{name} was stopped: {stop}"))
    }

    /// Runs a command that must be refused; answers the refusal's code.
    pub fn refuses(&mut self, name: &str, input: Value) -> String {
        match commands::run(self.desk(), name, input) {
            Err(Stop::Refusal(refusal)) => refusal.parts().0,
            Err(Stop::Fault(fault)) => panic!("{name} broke: {fault}"),
            Ok(value) => panic!("{name} was not refused: {value}"),
        }
    }

    /// The mart may sell in the principal's name from now on (supply mode B). The manager is signed in.
    pub fn may_sell_in_the_principal_s_name(&mut self) {
        let mart = store::mart::mart(&store::open_to_read(&self.db).expect("opens to read")).expect("can be read");
        let mut mart = serde_json::to_value(mart).expect("plain data");
        mart["principal_name_allowed"] = json!(true);
        self.call("set_settings", mart);
    }

    /// From today on Sohit's goods are sold in his name. The manager is signed in.
    pub fn sells_in_sohit_s_name(&mut self) {
        self.may_sell_in_the_principal_s_name();
        let terms = json!({ "consignor": "sohit", "version": 2, "from": "2026-11-23", "supply_mode": "B",
            "commission_bps": 2_000, "discount_bearer": "shared" });
        self.call("set_agreement", terms);
    }

    /// Gives the till a printer that keeps what it is sent as files in a folder, on a roll so wide. Answers the folder.
    pub fn prints_into_folder(&mut self, width_mm: u32) -> PathBuf {
        let folder = self.db.with_file_name("printed");
        self.call("set_printer", json!({ "printer": { "kind": "folder", "path": folder }, "width_mm": width_mm }));
        folder
    }

    /// Lets the till send what waits: a command as another program would run it does that.
    pub fn prints(&mut self) {
        self.closes();
        let printed = free(|| match host::call_once(&self.db, "set_language", json!({ "language": "hi" })) {
            Err(Stop::Fault(fault)) => Err(fault),
            other => Ok(other),
        });
        printed.expect("prints what waits").expect("is not refused");
        self.opens().expect("the till opens again");
    }

    /// The queue and the history of printing, as the screen shows it.
    pub fn print_jobs(&mut self) -> Vec<Value> {
        self.call("view_print_jobs", json!({}))["jobs"].as_array().expect("jobs").clone()
    }

    /// The newest payload of the journal.
    pub fn last_entry(&self) -> Value {
        let payload: Vec<u8> = Connection::open(&self.db)
            .expect("opens")
            .query_row("SELECT payload FROM journal ORDER BY seq DESC LIMIT 1", [], |row| row.get(0))
            .expect("an entry");
        serde_json::from_slice(&payload).expect("plain data")
    }

    /// Signs someone in.
    pub fn signs_in(&mut self, operator: &str) {
        self.call("sign_in", json!({ "operator": operator, "pin": PIN }));
    }

    fn stocks(&mut self, place: usize, row: &Row) {
        let (sku, hi, en, class, price, owner, quantity, unit) = *row;
        let item = Uuid::from_u128(place as u128 + 1).to_string();
        let maker = (owner != "mart").then(|| json!({ "hi": owner, "en": owner }));
        self.call(
            "set_item",
            json!({ "id": item, "sku": sku, "barcode": format!("20000000000{place:02}"), "name": { "hi": hi, "en": en },
                "maker": maker, "district": { "hi": "लखनऊ", "en": "Lucknow" }, "icon": "other",
                "hsn": class.split('-').next(), "rate_class": class, "unit": unit, "gi": false, "retired": false }),
        );
        self.call(
            "set_price",
            json!({ "item": item, "price_paise": price, "includes_tax": true, "from": "2026-11-23" }),
        );
        let owner = if owner == "mart" { json!("mart") } else { json!({ "consignor": owner }) };
        self.call("receive_stock", json!({ "owner": owner, "lines": [{ "item": item, "qty_milli": quantity }] }));
    }

    /// Scans an item.
    pub fn scans(&mut self, code: &str) -> Value {
        self.call("scan", json!({ "code": code }))
    }

    /// The open basket.
    pub fn basket(&mut self) -> Value {
        self.call("view_basket", json!({}))
    }

    /// Takes the tenders for the open basket.
    pub fn pays(&mut self, tenders: Value) -> Value {
        let basket = self.basket()["id"].clone();
        self.call("take_payment", json!({ "basket": basket, "tenders": tenders }))
    }

    /// Sells goods for exact cash; answers the bill.
    pub fn sells(&mut self, codes: &[&str]) -> Value {
        for code in codes {
            self.scans(code);
        }
        let due = self.basket()["due"]["paise"].clone();
        self.pays(json!([{ "kind": "cash", "given_paise": due }]))
    }

    /// Proves the database as `till verify` does.
    pub fn verified(&self) -> verify::Report {
        let db = store::open_to_read(&self.db).expect("opens to read");
        verify::verify(&db, Some(&self.db)).expect("can be verified")
    }

    /// Fails the test unless the database proves whole.
    pub fn must_verify(&self) {
        let report = self.verified();
        assert!(report.ok, "{:?}", report.wrong);
    }
}

impl Default for Shop {
    fn default() -> Self {
        Self::new()
    }
}

/// The program `till`: the one named by the variable `TILL`, else built now, once.
pub fn till_program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        if let Some(program) = std::env::var_os("TILL") {
            return program.into();
        }
        let built = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--package", "till", "--bin", "till", "--message-format", "json"])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .expect("cargo runs");
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        String::from_utf8_lossy(&built.stdout)
            .lines()
            .filter_map(|line| serde_json::from_str::<Value>(line).ok())
            .filter_map(|line| line["executable"].as_str().map(PathBuf::from))
            .next_back()
            .expect("cargo says where the program is")
    })
}

/// `till serve` of a database as a process of its own.
pub struct Served {
    /// The process.
    pub child: Child,
    address: String,
    token: String,
    client: reqwest::blocking::Client,
    _stdout: std::io::BufReader<ChildStdout>,
}

impl Served {
    /// Starts it and waits until it can be asked.
    pub fn start(db: &Path) -> Self {
        Self::start_in(db, &[])
    }

    /// The same on a computer of which this is said.
    pub fn start_in(db: &Path, environment: &[(&str, &Path)]) -> Self {
        use std::io::BufRead;
        let mut child = Command::new(till_program())
            .args(["--db".as_ref(), db.as_os_str(), "serve".as_ref()])
            .envs(environment.iter().copied())
            .stdout(Stdio::piped())
            .spawn()
            .expect("till serve starts");
        let mut stdout = std::io::BufReader::new(child.stdout.take().expect("its output"));
        let mut line = String::new();
        stdout.read_line(&mut line).expect("its address");
        let (address, token) = line.trim().split_once("/?token=").expect("an address with a token");
        let client = reqwest::blocking::Client::builder().no_proxy().build().expect("a client");
        Self { child, address: address.into(), token: token.into(), client, _stdout: stdout }
    }

    /// Asks a command; none when the process is gone.
    pub fn call(&self, name: &str, input: &Value) -> Option<Result<Value, Value>> {
        let answer = self
            .client
            .post(format!("{}/call/{name}", self.address))
            .bearer_auth(&self.token)
            .body(input.to_string())
            .send()
            .ok()?;
        let done = answer.status().is_success();
        let value: Value = serde_json::from_str(&answer.text().ok()?).ok()?;
        Some(if done { Ok(value) } else { Err(value) })
    }

    /// Kills it where it stands.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The words of a PDF, as poppler reads them off the paper.
pub fn read_pdf(file: &Path) -> String {
    let read = Command::new("pdftotext").args(["-raw".as_ref(), file.as_os_str(), "-".as_ref()]).output();
    let read = read.expect("pdftotext reads");
    assert!(read.status.success(), "{}: {}", file.display(), String::from_utf8_lossy(&read.stderr));
    String::from_utf8(read.stdout).expect("text")
}

/// Today, as the program sees it.
pub fn now_us() -> i64 {
    SystemClock.now_us()
}

/// The day of the test clock.
pub fn today() -> jiff::civil::Date {
    date(2026, 11, 23)
}
