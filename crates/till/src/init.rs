//! Setting a till up: one transaction in a new file, which gets its name only when it is whole. The
//! demonstration is the same thing with a mart that is compiled in.

use crate::clock::{WallClock, judge};
use crate::desk::{Head, Writing, lock};
use crate::fault::{Fault, Stop};
use crate::key::{DeviceKey, key_file};
use crate::masters::{NewOperator, check_mart};
use crate::packs::DISTRICTS;
use crate::printer::{Device, PrinterSetting};
use crate::store;
use domain::agreement::{Agreement, DiscountBearer, Owner, SupplyMode};
use domain::consignor::{Consignor, ConsignorSet};
use domain::entry::{Fact, GENESIS, StockLine, StockReceived, TillEnrolled};
use domain::item::{Item, Price};
use domain::mart::{DiscountLimits, DrawerRules, Mart, Payer, PayoutRules, UpiPayee};
use domain::money::{Bps, Paise};
use domain::name::Name;
use domain::operator::{Role, check_pin};
use domain::quantity::Milli;
use domain::refusal::Refusal;
use domain::typed;
use jiff::civil::Date;
use rusqlite::TransactionBehavior;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;
use ts_rs::TS;
use uuid::{NoContext, Timestamp, Uuid};

/// All that a new mart is made of.
#[derive(Deserialize)]
pub struct NewMart {
    mart: MartFacts,
    operators: Vec<NewOperator>,
    #[serde(default)]
    consignors: Vec<NewConsignor>,
    #[serde(default)]
    items: Vec<NewItem>,
}

impl NewMart {
    /// A mart with people and nothing on its shelves.
    pub(crate) fn of(mart: MartFacts, operators: Vec<NewOperator>) -> Self {
        Self { mart, operators, consignors: Vec::new(), items: Vec::new() }
    }
}

/// An item with its first price and what of it is here.
#[derive(Deserialize)]
struct NewItem {
    sku: String,
    barcode: String,
    name: Name,
    maker: Option<Name>,
    district: Name,
    icon: String,
    hsn: String,
    rate_class: String,
    unit: String,
    gi: bool,
    #[serde(default)]
    gi_name: String,
    price_paise: Paise,
    includes_tax: bool,
    owner: Owner,
    qty_milli: Milli,
}

/// What a new mart is asked about itself; the fields are those of `Mart`, with the code of its first till.
#[derive(Deserialize, TS)]
#[expect(missing_docs, reason = "fields of domain::mart::Mart")]
pub struct MartFacts {
    pub name: Name,
    pub place: Name,
    pub address: Name,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub email: String,
    pub gstin: String,
    pub state: String,
    pub district: String,
    pub till_code: String,
    #[serde(default = "six")]
    pub hsn_digits: usize,
    pub upi: Option<UpiPayee>,
    #[serde(default = "usual_limits")]
    pub discount_limits: DiscountLimits,
    #[serde(default)]
    #[ts(as = "Option<DrawerRules>", optional)]
    pub drawer: DrawerRules,
}

/// The corporation's default (notification 78/2020-CT for a turnover above Rs 5 crore).
fn six() -> usize {
    6
}

fn usual_limits() -> DiscountLimits {
    DiscountLimits { cashier_bps: Bps(500), manager_bps: Bps(2_000) }
}

#[derive(Deserialize)]
struct NewConsignor {
    id: String,
    name: Name,
    village: Name,
    district: String,
    craft: Name,
    agreement: NewAgreement,
}

#[derive(Deserialize)]
struct NewAgreement {
    supply_mode: SupplyMode,
    commission_bps: Bps,
    discount_bearer: DiscountBearer,
    from: Date,
}

#[derive(Deserialize)]
struct DemoPins {
    operators: Vec<DemoPin>,
}

#[derive(Deserialize)]
struct DemoPin {
    id: String,
    pin: String,
}

static DEMO_PINS: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let pins: DemoPins =
        serde_json::from_str(include_str!("../../../assets/catalogue/demo.json")).expect("read as demo() is");
    pins.operators.into_iter().map(|operator| (operator.id, operator.pin)).collect()
});

/// An operator's PIN in the demonstration, to be shown on its sign-in screen.
pub(crate) fn demo_pin(operator: &str) -> Option<String> {
    DEMO_PINS.get(operator).cloned()
}

#[derive(Deserialize)]
struct ItemRow {
    sku_stem: String,
    name_en: String,
    name_hi: String,
    district_code: String,
    unit_uqc: String,
    price_inr_incl_tax: i64,
    hsn: String,
    rate_class: String,
    gi: String,
    gi_verified: String,
    gi_name: String,
}

#[derive(Deserialize)]
struct StockRow {
    sku: String,
    barcode: String,
    owner: String,
    quantity_milli: Milli,
}

#[derive(Deserialize)]
struct IconRow {
    sku: String,
    icon: String,
}

fn rows<T: for<'a> Deserialize<'a>>(csv: &str) -> Vec<T> {
    csv::Reader::from_reader(csv.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .expect("a compiled-in table, read by every test that makes a demonstration")
}

/// Sets up a till for a mart of one's own.
pub fn init_mart(db: &Path, new: NewMart, clock: &dyn WallClock) -> Result<(), Stop> {
    init(db, new, false, clock)
}

/// Sets up the demonstration: ODOP Mart Lucknow with the catalogue of all districts and consigned goods.
pub fn init_demo(db: &Path, clock: &dyn WallClock) -> Result<(), Stop> {
    init(db, demo(), true, clock)
}

/// The demonstration's mart, people, consignors and goods.
fn demo() -> NewMart {
    let mut new: NewMart =
        serde_json::from_str(include_str!("../../../assets/catalogue/demo.json")).expect("read as the rows are");
    let makers: BTreeMap<&str, &Name> =
        new.consignors.iter().map(|consignor| (&*consignor.id, &consignor.name)).collect();
    let mut icons: BTreeMap<String, String> = rows::<IconRow>(include_str!("../../../assets/catalogue/icons.csv"))
        .into_iter()
        .map(|row| (row.sku, row.icon))
        .collect();
    let mut stock: BTreeMap<String, StockRow> = rows::<StockRow>(include_str!("../../../assets/catalogue/stock.csv"))
        .into_iter()
        .map(|row| (row.sku.clone(), row))
        .collect();
    let items = rows::<ItemRow>(include_str!("../../../assets/catalogue/items.csv"))
        .into_iter()
        .map(|row| {
            let here = stock.remove(&row.sku_stem).expect("every item of the catalogue has its row of stock");
            let maker = makers.get(&*here.owner).copied().cloned();
            NewItem {
                icon: icons.remove(&row.sku_stem).unwrap_or_else(|| "other".to_owned()),
                owner: if maker.is_some() { Owner::Consignor(here.owner) } else { Owner::Mart },
                sku: row.sku_stem,
                barcode: here.barcode,
                name: Name::new(row.name_hi, row.name_en),
                maker,
                district: DISTRICTS.get(&row.district_code).cloned().unwrap_or_default(),
                hsn: row.hsn,
                rate_class: row.rate_class,
                unit: row.unit_uqc,
                // Only a registered indication may be named; a claim is not one.
                gi: row.gi == "yes" && row.gi_verified == "yes",
                gi_name: row.gi_name,
                price_paise: Paise::rupees(row.price_inr_incl_tax),
                includes_tax: true,
                qty_milli: here.quantity_milli,
            }
        })
        .collect();
    new.items = items;
    new
}

/// Writes items with their first prices, then what is here of them, each owner's in one receipt of goods.
fn stock(writing: &mut Writing, items: Vec<NewItem>, new_id: &dyn Fn() -> Uuid) -> Result<(), Stop> {
    let mut received: BTreeMap<Owner, Vec<StockLine>> = BTreeMap::new();
    for new in items {
        let id = new_id();
        writing.set_item(Item {
            id,
            sku: new.sku,
            barcode: new.barcode,
            name: new.name,
            maker: new.maker,
            district: new.district,
            icon: new.icon,
            hsn: new.hsn,
            rate_class: new.rate_class,
            unit: new.unit,
            gi: new.gi,
            gi_name: new.gi_name,
            gi_number: String::new(),
            net: None,
            retired: false,
            parent: None,
            variant: String::new(),
            reorder_milli: None,
            picture: None,
        })?;
        let price = Price {
            item: id,
            price_paise: new.price_paise,
            includes_tax: new.includes_tax,
            from: writing.business_date,
        };
        writing.set_price(price)?;
        received.entry(new.owner).or_default().push(StockLine { item: id, qty_milli: new.qty_milli });
    }
    for (owner, lines) in received {
        writing.receive_stock(StockReceived { owner, lines })?;
    }
    Ok(())
}

/// A demonstration pays from an account that is nobody's, and small sums in cash.
fn demo_payout() -> PayoutRules {
    let payer = Payer {
        account: "000000123456".into(),
        ifsc: "UBIN0000000".into(),
        corporate_id: "ODOPDEMO".into(),
        template: "generic".into(),
    };
    PayoutRules { office_till: None, cash_paise: Paise::rupees(5_000), payer: Some(payer) }
}

fn init(path: &Path, new: NewMart, demo: bool, clock: &dyn WallClock) -> Result<(), Stop> {
    let facts = new.mart;
    let mart = Mart {
        name: facts.name,
        place: facts.place,
        address: facts.address,
        phone: facts.phone,
        email: facts.email,
        gstin: typed::code(&facts.gstin),
        state: facts.state,
        district: facts.district,
        hsn_digits: facts.hsn_digits,
        upi: facts.upi,
        discount_limits: facts.discount_limits,
        return_limit_cashier_paise: domain::mart::return_limit_cashier(),
        return_days_cashier: domain::mart::return_days_cashier(),
        principal_name_allowed: false,
        memo_other_state_allowed: false,
        deducts_gst: true,
        drawer: facts.drawer,
        payout: if demo { demo_payout() } else { PayoutRules::default() },
        demo,
    };
    check_mart(&mart)?;
    let code = facts.till_code.as_bytes();
    if code.len() != 2 || !code.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()) {
        return Err(Refusal::invalid("till_code").into());
    }
    if !new.operators.iter().any(|operator| operator.role == Role::Manager) {
        return Err(Refusal::NotAManager.into());
    }
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)?;
    }
    let _lock = lock(path)?;
    if path.exists() || key_file(path).exists() {
        return Err(Refusal::invalid("there_is_a_till").into());
    }
    let now_us = clock.now_us();
    let new_id = || {
        let now = now_us.max(0).unsigned_abs();
        Uuid::new_v7(Timestamp::from_unix(NoContext, now / 1_000_000, (now % 1_000_000) as u32 * 1_000))
    };
    let draft = path.with_added_extension("new");
    let _ = std::fs::remove_file(&draft);
    let mut db = store::create(&draft)?;
    let device = new_id();
    let (key, key_store) = DeviceKey::create(path, device)?;
    let made = (|| -> Result<(), Stop> {
        let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (clock, business_date) = judge(now_us, None);
        let mut writing = Writing {
            db: &transaction,
            operator: None,
            approved_by: None,
            shift: None,
            now_us,
            business_date,
            clock,
            key: &key,
            device,
            epoch: 1,
            head: Head { seq: 0, hash: GENESIS, at_us: now_us, business_date, clock, grand_total: Paise::ZERO },
            masters_seq: 0,
        };
        writing.append(Fact::TillEnrolled(TillEnrolled {
            device,
            till_code: facts.till_code,
            public_key: key.public_key(),
            key_store: key_store.code().to_owned(),
        }))?;
        writing.append(Fact::SettingsSet(mart))?;
        for operator in new.operators {
            // The demonstration shows its PINs on the screen; they are easy on purpose.
            if let Some(pin) = operator.pin.as_ref().filter(|_| !demo) {
                check_pin(pin)?;
            }
            writing.set_operator(operator)?;
        }
        for consignor in new.consignors {
            let id = consignor.id.clone();
            writing.set_consignor(ConsignorSet {
                consignor: Consignor {
                    id: consignor.id,
                    name: consignor.name,
                    village: consignor.village,
                    district: consignor.district,
                    craft: consignor.craft,
                    artisans: 1,
                    picture: None,
                    members: Vec::new(),
                    gi_user: String::new(),
                    left: false,
                },
                identity: None,
            })?;
            writing.set_agreement(Agreement {
                supply_mode: consignor.agreement.supply_mode,
                commission_bps: consignor.agreement.commission_bps,
                discount_bearer: consignor.agreement.discount_bearer,
                ..Agreement::first(id, consignor.agreement.from)
            })?;
        }
        stock(&mut writing, new.items, &new_id)?;
        if demo {
            let folder = path.with_file_name("receipts");
            let setting =
                PrinterSetting { printer: Some(Device::Folder { path: folder.display().to_string() }), width_mm: 80 };
            let json = serde_json::to_string(&setting).map_err(|error| Fault::Internal { cause: error.to_string() })?;
            store::setting::set(&transaction, "printer", &json)?;
        }
        Ok(transaction.commit()?)
    })();
    let closed = made.and_then(|()| {
        db.close().map_err(|(_, error)| Fault::from(error))?;
        std::fs::File::options().read(true).write(true).open(&draft)?.sync_all()?;
        Ok(std::fs::rename(&draft, path)?)
    });
    if closed.is_err() {
        let _ = std::fs::remove_file(&draft);
        let _ = std::fs::remove_file(key_file(path));
    }
    closed
}
