//! The desk: one open till. It owns the write connection, the journal's head, the open basket and who is
//! signed in; every use-case is a function over it, and every fact goes through `commit`. Not here: the
//! use-cases themselves, threads (`host`), SQL (`store`).

use crate::camera::Camera;
use crate::clock::{LastTime, WallClock, judge};
use crate::fault::{Fault, Stop};
use crate::held::Held;
use crate::key::{DeviceKey, KeyStore, seal, unseal};
use crate::store::mart::TillRow;
use crate::store::open_basket::OpenBasket;
use crate::store::shift::OpenShift;
use crate::store::{self, apply, journal};
use crate::verify;
use domain::basket::{Basket, Named};
use domain::buyer::Buyer;
use domain::entry::{Clock, Fact, Hash, Header, Payload, chain_hash};
use domain::mart::Mart;
use domain::money::Paise;
use domain::operator::{Operator, Role};
use domain::quantity::Milli;
use domain::refusal::Refusal;
use domain::returns::ExchangeAsked;
use domain::sale::Sale;
use jiff::civil::Date;
use rusqlite::{Connection, TransactionBehavior};
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;
use std::convert::Infallible;
use std::fs::File;
use std::path::{Path, PathBuf};
use uuid::{NoContext, Timestamp, Uuid};

/// As many changes of a basket as can be undone.
const MOST_UNDO: usize = 50;

/// Where the journal ends.
#[derive(Debug, Clone, Copy)]
pub struct Head {
    /// Place of the last entry.
    pub seq: i64,
    /// Its hash.
    pub hash: Hash,
    /// When it was written.
    pub at_us: i64,
    /// Its business date.
    pub business_date: Date,
    /// Whether its clock was believed.
    pub clock: Clock,
    /// All sales so far.
    pub grand_total: Paise,
}

/// Of the open basket what is personal and what somebody allowed: it is kept sealed, so that nobody who opens the file
/// reads the one or writes the other.
#[derive(Default, PartialEq, Eq, Serialize, Deserialize)]
struct SealedPart {
    buyer: Option<Buyer>,
    approved_by: Option<String>,
    exchange: Option<ExchangeAsked>,
    /// Prices by hand: place of the line, its item, the price.
    prices: Vec<(usize, Named, Paise)>,
}

impl SealedPart {
    /// Takes it out of a basket.
    fn out_of(basket: &mut Basket<Named>) -> Self {
        let lines = basket.lines.iter_mut().enumerate();
        Self {
            prices: lines.filter_map(|(no, line)| Some((no, line.goods.clone(), line.price_paise.take()?))).collect(),
            buyer: basket.buyer.take(),
            approved_by: basket.approved_by.take(),
            exchange: basket.exchange.take(),
        }
    }

    /// Puts it back. A price whose line has moved, because one before it can no longer be sold, is the item's own again.
    fn into(self, basket: &mut Basket) {
        for (no, item, price) in self.prices {
            if let Some(line) = basket.lines.get_mut(no).filter(|line| line.goods.named() == item) {
                line.price_paise = Some(price);
            }
        }
        basket.buyer = self.buyer;
        basket.approved_by = self.approved_by;
        basket.exchange = self.exchange;
    }
}

/// One open till.
pub struct Desk {
    /// The database. Only `store` writes SQL over it.
    pub(crate) db: Connection,
    /// The second file.
    pub(crate) kept: OpenBasket,
    /// The till, its newest epoch.
    pub(crate) till: TillRow,
    /// The mart's settings.
    pub(crate) mart: Mart,
    /// Who is signed in.
    pub(crate) operator: Option<Operator>,
    /// The screen is locked: who is signed in must show their PIN again.
    pub(crate) locked: bool,
    /// Who else showed their PIN for the command that runs now.
    pub(crate) approver: Option<Operator>,
    /// The open shift.
    pub(crate) shift: Option<OpenShift>,
    /// The open basket.
    pub(crate) basket: Basket,
    /// What it was before each of the last changes, oldest first.
    pub(crate) undo: VecDeque<Basket>,
    /// The basket that was kept last: a new one is not, yet.
    kept_id: Uuid,
    /// Something lies sealed in the second file.
    sealed_kept: bool,
    /// Baskets put by, oldest first.
    pub(crate) held: Vec<Held>,
    /// What sold since the search last took note of it.
    pub(crate) sold: Vec<(Uuid, Milli)>,
    /// The last sale: shown with every basket, so that it is not read again for each.
    pub(crate) last_sale: Option<Sale>,
    /// The basket's lines were looked up at these masters: their date and the entry that last changed one.
    pub(crate) priced_on: Option<(Date, i64)>,
    /// The last entry that changed a master.
    pub(crate) masters_seq: i64,
    pub(crate) head: Head,
    pub(crate) path: PathBuf,
    /// Asked for by a use-case, done by the host's worker: a safe copy, the printer.
    pub(crate) copy_wanted: bool,
    /// The camera that somebody is about to photograph with.
    pub(crate) camera: Option<Camera>,
    key: Option<DeviceKey>,
    clock: Box<dyn WallClock>,
    /// Kept by who writes; a till opened to look has none.
    lock: Option<File>,
}

/// Takes the lock that keeps a second copy of the program from writing.
pub(crate) fn lock(db: &Path) -> Result<File, Fault> {
    let file = File::options().create(true).append(true).open(db.with_added_extension("lock"))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(std::fs::TryLockError::WouldBlock) => Err(Fault::AlreadyRunning),
        Err(std::fs::TryLockError::Error(error)) => Err(error.into()),
    }
}

impl Desk {
    /// Opens the till for selling: takes the lock, brings the schema up to date, checks that the journal ends
    /// where it was left, and loads the key.
    pub fn open(path: &Path, clock: Box<dyn WallClock>) -> Result<Self, Fault> {
        let lock = lock(path)?;
        crate::copies::finish_restore(path)?;
        if !path.exists() {
            return Err(Fault::NoMart);
        }
        let db = store::open(path)?;
        let mut desk = Self::over(db, path, clock, Some(lock))?;
        let key = DeviceKey::load(path, desk.till.device, KeyStore::parse(&desk.till.key_store))?;
        desk.key = Some(key);
        desk.unseal_kept()?;
        desk.held = crate::held::kept(&desk)?;
        Ok(desk)
    }

    /// Opens the till to look only, while another program may be selling on it.
    pub fn open_to_read(path: &Path, clock: Box<dyn WallClock>) -> Result<Self, Fault> {
        if !path.exists() {
            return Err(Fault::NoMart);
        }
        let mut desk = Self::over(store::open_to_read(path)?, path, clock, None)?;
        // What is read here is what the window shows and what is printed; without its key the till still tells the rest.
        desk.key = DeviceKey::load(path, desk.till.device, KeyStore::parse(&desk.till.key_store)).ok();
        if desk.key.is_some() {
            desk.unseal_kept()?;
            desk.held = crate::held::kept(&desk)?;
        }
        Ok(desk)
    }

    fn over(db: Connection, path: &Path, clock: Box<dyn WallClock>, lock: Option<File>) -> Result<Self, Fault> {
        let till = store::mart::epochs(&db)?.pop().ok_or(Fault::NoMart)?;
        let mart = store::mart::mart(&db)?.ok_or(Fault::NoMart)?;
        let kept = OpenBasket::open(path)?;
        verify::check_tail(&db, &kept)?;
        let head = read_head(&db)?;
        let shift = store::shift::open(&db)?;
        let operator = match kept.get("operator")? {
            Some(id) => store::mart::operator(&db, &String::from_utf8_lossy(&id))?,
            None => None,
        };
        let last = store::sale::last(&db)?;
        let voided = last.as_ref().map_or(Ok(false), |entry| store::returns::is_voided(&db, entry.seq))?;
        let last_sale = last.filter(|_| !voided).map(|entry| entry.sale().clone());
        let locked = operator.is_some() && kept.get("locked")?.is_some_and(|flag| !flag.is_empty());
        let mut desk = Self {
            locked,
            basket: Basket::new(Uuid::nil()),
            undo: VecDeque::new(),
            held: Vec::new(),
            kept_id: Uuid::nil(),
            sealed_kept: false,
            sold: Vec::new(),
            last_sale,
            priced_on: None,
            masters_seq: head.seq,
            copy_wanted: false,
            camera: None,
            key: None,
            lock,
            path: path.to_owned(),
            db,
            kept,
            till,
            mart,
            operator,
            approver: None,
            shift,
            head,
            clock,
        };
        desk.basket = desk.kept_basket()?;
        desk.kept_id = desk.basket.id;
        Ok(desk)
    }

    /// The basket that was open, unless it was sold in the moment before the program ended. What can no longer be
    /// sold is not in it, nor what nobody may write who can open the file.
    fn kept_basket(&self) -> Result<Basket, Fault> {
        let kept = self.kept.get("basket")?.and_then(|json| serde_json::from_slice::<Basket<Named>>(&json).ok());
        match kept.map(|mut basket| (SealedPart::out_of(&mut basket), basket).1) {
            Some(basket) if store::sale::by_id(&self.db, basket.id)?.is_none() => self.found_again(&basket),
            _ => Ok(Basket::new(self.new_id())),
        }
    }

    /// A basket that was put by, with its goods as they are today; what can no longer be sold is not in it.
    pub(crate) fn found_again(&self, basket: &Basket<Named>) -> Result<Basket, Fault> {
        let on = self.today().1;
        basket.with_goods(|named| crate::sell::still_sold(self, named, on))
    }

    /// Changes the open basket; the change can be undone.
    pub(crate) fn change_basket(&mut self, basket: Basket) {
        if self.undo.len() == MOST_UNDO {
            self.undo.pop_front();
        }
        self.undo.push_back(std::mem::replace(&mut self.basket, basket));
        self.keep_basket();
    }

    /// Goes on with another basket: what was done to the last one can no longer be undone.
    pub(crate) fn open_basket(&mut self, basket: Basket) {
        self.basket = basket;
        self.undo.clear();
    }

    /// Keeps the basket that began with the last sale, if that is not done: right after the sale, but not in it. Until
    /// then the kept one is known to be sold.
    pub(crate) fn keep_next_basket(&mut self) {
        if self.kept_id != self.basket.id {
            self.keep_basket();
        }
    }

    /// Keeps the open basket, without a flush. Failing to keep it must not stop the counter.
    pub(crate) fn keep_basket(&mut self) {
        self.kept_id = self.basket.id;
        let Ok(mut kept) = self.basket.with_goods(|goods| Ok::<_, Infallible>(Some(goods.named())));
        let secret = SealedPart::out_of(&mut kept);
        if let Ok(json) = serde_json::to_vec(&kept) {
            let _ = self.kept.set("basket", &json);
        }
        let sealed = (secret != SealedPart::default()).then(|| {
            let json = serde_json::to_vec(&secret).ok()?;
            seal(&self.key().ok()?.sealing(), kept.id, &json).ok()
        });
        let there = sealed.is_some();
        if there || self.sealed_kept {
            let _ = self.kept.set("sealed", &sealed.flatten().unwrap_or_default());
            self.sealed_kept = there;
        }
    }

    /// Puts what was sealed of the kept basket back into it.
    fn unseal_kept(&mut self) -> Result<(), Fault> {
        let Some(sealed) = self.kept.get("sealed")? else { return Ok(()) };
        self.sealed_kept = !sealed.is_empty();
        let json = unseal(&self.key()?.sealing(), self.basket.id, &sealed);
        if let Some(secret) = json.and_then(|json| serde_json::from_slice::<SealedPart>(&json).ok()) {
            secret.into(&mut self.basket);
        }
        Ok(())
    }

    /// Microseconds since 1970 UTC.
    pub(crate) fn now_us(&self) -> i64 {
        self.clock.now_us()
    }

    /// A new UUIDv7.
    pub(crate) fn new_id(&self) -> Uuid {
        id_at(self.now_us())
    }

    /// Whether the clock is believed now, and the business date that holds.
    pub(crate) fn today(&self) -> (Clock, Date) {
        judge(self.now_us(), self.last_time())
    }

    fn last_time(&self) -> Option<LastTime> {
        (self.head.seq > 0).then_some(LastTime {
            at_us: self.head.at_us,
            business_date: self.head.business_date,
            clock: self.head.clock,
            shift_open: self.shift.is_some(),
        })
    }

    /// `LKO1A`: the head of every number of this till.
    pub(crate) fn till_name(&self) -> String {
        format!("{}{}", self.mart.district, self.till.till_code)
    }

    /// The till's key; a till opened to look may have none.
    pub(crate) fn key(&self) -> Result<&DeviceKey, Fault> {
        self.key.as_ref().ok_or(Fault::KeyMissing)
    }

    /// Who is signed in.
    pub(crate) fn signed_in(&self) -> Result<&Operator, Refusal> {
        if self.locked {
            return Err(Refusal::ScreenLocked);
        }
        self.operator.as_ref().ok_or(Refusal::NotSignedIn)
    }

    /// Whose limits hold for the command that runs now: who approves it, else who is signed in.
    pub(crate) fn authority(&self) -> Result<&Operator, Refusal> {
        self.approver.as_ref().map_or_else(|| self.signed_in(), Ok)
    }

    /// Refuses what needs `role`, unless who is signed in or who approves has it.
    pub(crate) fn needs(&self, role: Role) -> Result<(), Refusal> {
        if self.signed_in()?.role == role || self.authority()?.role == role {
            return Ok(());
        }
        Err(Refusal::ApprovalNeeded { role: role.code().to_owned() })
    }

    /// The open shift, if it is the operator's own or the operator is a manager.
    pub(crate) fn own_shift(&self) -> Result<&OpenShift, Refusal> {
        let operator = self.signed_in()?;
        match &self.shift {
            None => Err(Refusal::NoOpenShift),
            Some(shift) if shift.operator == operator.id || operator.role == Role::Manager => Ok(shift),
            Some(shift) => Err(Refusal::ShiftOpenAlready { number: shift.number.to_string() }),
        }
    }

    /// Runs lookups as one reading: locking the file for each question would take longer than the answers.
    pub(crate) fn looking<T>(&mut self, body: impl FnOnce(&mut Self) -> Result<T, Stop>) -> Result<T, Stop> {
        store::begin_reading(&self.db)?;
        let found = body(self);
        store::end_reading(&self.db)?;
        found
    }

    /// Gathers what became due to consignors since it was last asked. A till opened only to look sees what was gathered.
    pub(crate) fn gather(&mut self) -> Result<(), Fault> {
        if self.lock.is_none() || store::due::gathered(&self.db)? >= self.head.seq {
            return Ok(());
        }
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        store::due::gather(&transaction, self.head.seq)?;
        Ok(transaction.commit()?)
    }

    /// Runs `body` in one transaction. Either everything it wrote is on the disk when this returns, or nothing is.
    pub(crate) fn commit<T>(&mut self, body: impl FnOnce(&mut Writing) -> Result<T, Stop>) -> Result<T, Stop> {
        let (out, head, masters_seq) = self.transact(true, body)?;
        self.head = head;
        self.masters_seq = masters_seq;
        // The head is kept so that a cut tail shows later; the fact is safe without it.
        self.kept.set_head(head.seq, &head.hash);
        Ok(out)
    }

    /// Runs `body` as `commit` would and keeps nothing: what a thing would do, told before it is done.
    pub(crate) fn previewing<T>(&mut self, body: impl FnOnce(&mut Writing) -> Result<T, Stop>) -> Result<T, Stop> {
        Ok(self.transact(false, body)?.0)
    }

    fn transact<T>(
        &mut self,
        keep: bool,
        body: impl FnOnce(&mut Writing) -> Result<T, Stop>,
    ) -> Result<(T, Head, i64), Stop> {
        let now_us = self.clock.now_us();
        let (clock, business_date) = judge(now_us, self.last_time());
        // A till opened to look writes nothing.
        let key = self.key.as_ref().filter(|_| self.lock.is_some()).ok_or(Fault::KeyMissing)?;
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut writing = Writing {
            db: &transaction,
            key,
            now_us,
            clock,
            business_date,
            operator: self.operator.as_ref().map(|operator| operator.id.clone()),
            approved_by: self.approver.as_ref().map(|operator| operator.id.clone()),
            shift: self.shift.as_ref().map(|shift| shift.number),
            device: self.till.device,
            epoch: self.till.epoch,
            head: self.head,
            masters_seq: self.masters_seq,
        };
        let out = body(&mut writing)?;
        let (head, masters_seq) = (writing.head, writing.masters_seq);
        if keep {
            transaction.commit()?;
        }
        Ok((out, head, masters_seq))
    }

    /// Once a second, when nothing else goes on: the second file onto the disk, what sold into the order of the
    /// search, the log into the database.
    pub fn idle(&mut self) -> Result<(), Fault> {
        self.keep_next_basket();
        self.kept.sync()?;
        let sold = std::mem::take(&mut self.sold);
        if !sold.is_empty() {
            store::search::index_sold(&mut self.db, &sold)?;
        }
        store::checkpoint(&self.db)
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.keep_next_basket();
    }
}

/// The journal's last entry as the next one needs it.
fn read_head(db: &Connection) -> Result<Head, Fault> {
    let (seq, hash) = journal::head(db)?;
    let damaged = |what: String| Fault::DatabaseDamaged { problem: format!("entry {seq}: {what}") };
    let bytes = journal::payload(db, seq)?.ok_or(Fault::NoMart)?;
    let payload: Payload = serde_json::from_slice(&bytes).map_err(|error| damaged(error.to_string()))?;
    Ok(Head {
        seq,
        hash,
        at_us: journal::at_us(db, seq)?,
        business_date: payload.business_date,
        clock: payload.clock,
        grand_total: payload.grand_total_paise,
    })
}

/// A transaction that may write facts.
pub(crate) struct Writing<'a> {
    /// The database inside the transaction.
    pub db: &'a Connection,
    /// Who is signed in.
    pub operator: Option<String>,
    /// Who else showed their PIN.
    pub approved_by: Option<String>,
    /// The open shift; a use-case that opens or closes one says so for its own entry.
    pub shift: Option<i64>,
    /// When this happens.
    pub now_us: i64,
    /// The day it belongs to.
    pub business_date: Date,
    /// Whether the clock is believed.
    pub clock: Clock,
    pub(crate) key: &'a DeviceKey,
    pub(crate) device: Uuid,
    pub(crate) epoch: i64,
    pub(crate) head: Head,
    pub(crate) masters_seq: i64,
}

/// A new UUIDv7 of a moment.
fn id_at(at_us: i64) -> Uuid {
    let at = at_us.max(0).unsigned_abs();
    Uuid::new_v7(Timestamp::from_unix(NoContext, at / 1_000_000, (at % 1_000_000) as u32 * 1_000))
}

impl Writing<'_> {
    /// A new UUIDv7.
    pub(crate) fn new_id(&self) -> Uuid {
        id_at(self.now_us)
    }

    /// Writes one entry: its payload, its link of the chain, its signature, its numbers, and what it changes.
    pub fn append(&mut self, fact: Fact) -> Result<(), Stop> {
        self.append_and_return(fact).map(drop)
    }

    /// Writes one entry as `append` does and gives back what happened, for who goes on with it.
    pub fn append_and_return(&mut self, fact: Fact) -> Result<Fact, Stop> {
        let sold = fact.sale().map_or(Paise::ZERO, |sale| sale.due_paise);
        let changes_master = matches!(
            fact,
            Fact::SettingsSet(_)
                | Fact::ItemSet(_)
                | Fact::PriceSet(_)
                | Fact::ConsignorSet(_)
                | Fact::ConsignorForgotten(_)
                | Fact::AgreementSet(_)
                // Whose goods are sold next hangs on what is here.
                | Fact::ConsignmentTaken(_)
                | Fact::Purchased(_)
                | Fact::GivenBack(_)
                | Fact::ApprovalTaken(_)
                | Fact::ApprovalReturned(_)
                | Fact::StockAdjusted(_)
                | Fact::TransferSent(_)
                | Fact::TransferSettled(_)
                | Fact::TransferTaken(_)
        );
        let header = Header {
            device: self.device,
            epoch: self.epoch,
            seq: self.head.seq + 1,
            id: self.new_id(),
            kind: fact.kind().to_owned(),
            version: fact.version(),
            at_us: self.now_us,
            serials: fact.serials(),
        };
        let payload = Payload {
            business_date: self.business_date,
            clock: self.clock,
            operator: self.operator.clone(),
            approved_by: self.approved_by.clone(),
            shift: self.shift,
            grand_total_paise: self.head.grand_total + sold,
            fact,
        };
        let bytes = serde_json::to_vec(&payload).map_err(|error| Fault::Internal { cause: error.to_string() })?;
        let hash = chain_hash(&self.head.hash, &header, &bytes);
        let row = journal::Row {
            payload: bytes,
            previous_hash: self.head.hash,
            hash,
            signature: self.key.sign(&hash).to_vec(),
            header,
        };
        journal::append(self.db, &row)?;
        apply::apply(self.db, &row.header, &payload)?;
        self.head = Head {
            seq: row.header.seq,
            hash,
            at_us: self.now_us,
            business_date: self.business_date,
            clock: self.clock,
            grand_total: payload.grand_total_paise,
        };
        if changes_master {
            self.masters_seq = row.header.seq;
        }
        Ok(payload.fact)
    }
}
