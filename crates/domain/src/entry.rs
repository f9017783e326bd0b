//! The journal's entries: what can happen, how it is written, and the chain that makes it provable.
//!
//! An entry is JSON, its bytes kept and hashed as written. Shapes are frozen from the first tag on: a
//! change is a new version of that kind plus an up-cast. Not here: storage, signing keys, time.

use crate::agreement::{Agreement, Owner};
use crate::approval::{ApprovalReturned, ApprovalTaken};
use crate::consignment::{Consignment, DraftDropped};
use crate::consignor::{BankAnswered, BankAsked, ConsignorForgotten, ConsignorSet};
use crate::customer::{CustomerForgotten, CustomerSet};
use crate::item::{Item, Price};
use crate::mart::Mart;
use crate::money::Paise;
use crate::money_move::MoneyMoved;
use crate::operator::Operator;
use crate::payout::{AccountProven, AdvancePaid, PayoutSent, PayoutsConfirmed, PayoutsFailed, VOUCHER_LETTER};
use crate::purchase::{Purchase, Vendor};
use crate::quantity::Milli;
use crate::returns::{Exchange, Return, Voided};
use crate::sale::Sale;
use crate::settlement::{ApprovedOne, SETTLEMENT_LETTER, Settlement, SettlementsApproved, Withdrawn};
use crate::shift::{CashMoved, DrawerCounted, HandedOver, ShiftClosed, ShiftOpened};
use crate::stock::{CONSIGNMENT_LETTER, GIVEN_BACK_LETTER, GivenBack, StockAdjusted, UnsoldAnswered};
use crate::transfer::{CHALLAN_LETTER, TillTrusted, TransferSent, TransferSettled, TransferTaken};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;
use uuid::Uuid;

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// The till began its journal.
    TillEnrolled(TillEnrolled),
    /// The journal goes on from a safe copy, with a new key and a new till code.
    TillRestored(TillRestored),
    /// The mart's facts and settings.
    SettingsSet(Mart),
    /// An operator was added or changed.
    OperatorSet(Operator),
    /// The mart has a new recovery code.
    RecoverySet(RecoverySet),
    /// A manager who forgot the PIN set a new one by the recovery code.
    PinRecovered(PinRecovered),
    /// An item was added or changed.
    ItemSet(Item),
    /// An item has a price from a day on.
    PriceSet(Price),
    /// A consignor was added or changed.
    ConsignorSet(ConsignorSet),
    /// A consignor is forgotten.
    ConsignorForgotten(ConsignorForgotten),
    /// Where a consignor's money shall go was typed.
    BankAsked(BankAsked),
    /// Somebody else answered for it.
    BankAnswered(BankAnswered),
    /// A version of an agreement was made.
    AgreementSet(Agreement),
    /// A customer agreed to be remembered.
    CustomerSet(CustomerSet),
    /// A customer is forgotten.
    CustomerForgotten(CustomerForgotten),
    /// Goods came in, with their owner.
    StockReceived(StockReceived),
    /// Goods came in on sale-or-return.
    ConsignmentTaken(Consignment),
    /// A sheet of intake that was counted a second time was thrown away.
    DraftDropped(DraftDropped),
    /// A vendor was added or changed.
    VendorSet(Vendor),
    /// Goods were bought for the mart's own stock.
    Purchased(Purchase),
    /// Goods of a vendor came on approval.
    ApprovalTaken(ApprovalTaken),
    /// They went back.
    ApprovalReturned(ApprovalReturned),
    /// Goods went back to their consignor.
    GivenBack(GivenBack),
    /// Stock was set right.
    StockAdjusted(StockAdjusted),
    /// A maker was told of unsold goods, or asked.
    UnsoldAnswered(UnsoldAnswered),
    /// What a consignor is due was settled.
    SettlementPosted(Settlement),
    /// A settlement was withdrawn.
    SettlementWithdrawn(Withdrawn),
    /// A second person approved settlements.
    SettlementsApproved(SettlementsApproved),
    /// Money was sent to consignors.
    PayoutSent(PayoutSent),
    /// It arrived.
    PayoutsConfirmed(PayoutsConfirmed),
    /// It did not.
    PayoutsFailed(PayoutsFailed),
    /// A consignor was lent money on goods to come.
    AdvancePaid(AdvancePaid),
    /// A rupee proved whose an account is.
    AccountProven(AccountProven),
    /// Goods were sent to another mart.
    TransferSent(TransferSent),
    /// It is known what became of them.
    TransferSettled(TransferSettled),
    /// Goods of another mart came in.
    TransferTaken(TransferTaken),
    /// The key of another mart's till is believed.
    TillTrusted(TillTrusted),
    /// Money moved otherwise than over the counter.
    MoneyMoved(MoneyMoved),
    /// A shift began.
    ShiftOpened(ShiftOpened),
    /// A shift ended.
    ShiftClosed(ShiftClosed),
    /// One operator's shift ended and the next one's began, in one step.
    ShiftHandedOver(HandedOver),
    /// The drawer was counted.
    DrawerCounted(DrawerCounted),
    /// Cash went in or out of the drawer.
    CashMoved(CashMoved),
    /// The drawer was opened without a sale.
    DrawerOpened(DrawerOpened),
    /// A sale.
    Sale(Sale),
    /// A sale was taken back whole, in its own shift.
    SaleVoided(Voided),
    /// Goods came back.
    Returned(Return),
    /// Goods came back and others went out.
    Exchanged(Exchange),
    /// The reference of a UPI payment was typed in.
    UpiClaimed(UpiClaimed),
    /// The reference of a UPI refund was typed in: the task is done.
    UpiRefunded(UpiRefunded),
    /// A receipt was printed again, as a duplicate.
    ReceiptReprinted(ReceiptReprinted),
    /// A manager answered for a clock that jumped.
    ClockChanged(ClockChanged),
    /// Wrong PINs shut an operator out for a while.
    PinRefused(PinRefused),
    /// A manager let them in again.
    OperatorUnlocked(OperatorUnlocked),
}

impl Fact {
    /// The version of this kind's shape that this program writes.
    pub fn version(&self) -> i64 {
        1
    }

    /// The kind's word, as in its JSON.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::TillEnrolled(_) => "till_enrolled",
            Self::TillRestored(_) => "till_restored",
            Self::SettingsSet(_) => "settings_set",
            Self::OperatorSet(_) => "operator_set",
            Self::RecoverySet(_) => "recovery_set",
            Self::PinRecovered(_) => "pin_recovered",
            Self::ItemSet(_) => "item_set",
            Self::PriceSet(_) => "price_set",
            Self::ConsignorSet(_) => "consignor_set",
            Self::ConsignorForgotten(_) => "consignor_forgotten",
            Self::BankAsked(_) => "bank_asked",
            Self::BankAnswered(_) => "bank_answered",
            Self::AgreementSet(_) => "agreement_set",
            Self::CustomerSet(_) => "customer_set",
            Self::CustomerForgotten(_) => "customer_forgotten",
            Self::StockReceived(_) => "stock_received",
            Self::ConsignmentTaken(_) => "consignment_taken",
            Self::DraftDropped(_) => "draft_dropped",
            Self::VendorSet(_) => "vendor_set",
            Self::Purchased(_) => "purchased",
            Self::ApprovalTaken(_) => "approval_taken",
            Self::ApprovalReturned(_) => "approval_returned",
            Self::GivenBack(_) => "given_back",
            Self::StockAdjusted(_) => "stock_adjusted",
            Self::UnsoldAnswered(_) => "unsold_answered",
            Self::SettlementPosted(_) => "settlement_posted",
            Self::SettlementWithdrawn(_) => "settlement_withdrawn",
            Self::SettlementsApproved(_) => "settlements_approved",
            Self::PayoutSent(_) => "payout_sent",
            Self::PayoutsConfirmed(_) => "payouts_confirmed",
            Self::PayoutsFailed(_) => "payouts_failed",
            Self::AdvancePaid(_) => "advance_paid",
            Self::AccountProven(_) => "account_proven",
            Self::TransferSent(_) => "transfer_sent",
            Self::TransferSettled(_) => "transfer_settled",
            Self::TransferTaken(_) => "transfer_taken",
            Self::TillTrusted(_) => "till_trusted",
            Self::MoneyMoved(_) => "money_moved",
            Self::ShiftOpened(_) => "shift_opened",
            Self::ShiftClosed(_) => "shift_closed",
            Self::ShiftHandedOver(_) => "shift_handed_over",
            Self::DrawerCounted(_) => "drawer_counted",
            Self::CashMoved(_) => "cash_moved",
            Self::DrawerOpened(_) => "drawer_opened",
            Self::Sale(_) => "sale",
            Self::SaleVoided(_) => "sale_voided",
            Self::Returned(_) => "returned",
            Self::Exchanged(_) => "exchanged",
            Self::UpiClaimed(_) => "upi_claimed",
            Self::UpiRefunded(_) => "upi_refunded",
            Self::ReceiptReprinted(_) => "receipt_reprinted",
            Self::ClockChanged(_) => "clock_changed",
            Self::PinRefused(_) => "pin_refused",
            Self::OperatorUnlocked(_) => "operator_unlocked",
        }
    }

    /// The sale it made, alone or in an exchange.
    pub fn sale(&self) -> Option<&Sale> {
        match self {
            Self::Sale(sale) => Some(sale),
            Self::Exchanged(exchange) => Some(&exchange.sale),
            _ => None,
        }
    }

    /// The return it made, alone or in an exchange.
    pub fn returned(&self) -> Option<&Return> {
        match self {
            Self::Returned(returned) => Some(returned),
            Self::Exchanged(exchange) => Some(&exchange.returned),
            _ => None,
        }
    }

    /// The documents this fact closes, in order: the letter of each one's kind, and its number.
    pub fn documents(&self) -> Vec<(char, &str)> {
        fn sold(sale: &Sale) -> impl Iterator<Item = (char, &str)> {
            sale.bills.iter().map(|bill| (bill.kind.letter(), &*bill.number))
        }
        fn back(returned: &Return) -> impl Iterator<Item = (char, &str)> {
            returned.credit_notes.iter().map(|note| (note.kind.letter(), &*note.number))
        }
        match self {
            Self::Sale(sale) => sold(sale).collect(),
            Self::Returned(returned) => back(returned).collect(),
            Self::Exchanged(exchange) => back(&exchange.returned).chain(sold(&exchange.sale)).collect(),
            Self::ConsignmentTaken(consignment) => vec![(CONSIGNMENT_LETTER, &*consignment.number)],
            Self::GivenBack(given) => vec![(GIVEN_BACK_LETTER, &*given.number)],
            Self::ApprovalReturned(given) => vec![(CHALLAN_LETTER, &*given.number)],
            Self::SettlementPosted(settlement) => vec![(SETTLEMENT_LETTER, &*settlement.number)],
            Self::SettlementsApproved(approved) => {
                approved.settlements.iter().flat_map(ApprovedOne::documents).collect()
            }
            Self::PayoutSent(sent) => {
                sent.payouts.iter().filter_map(|one| Some((VOUCHER_LETTER, &**one.voucher.as_ref()?))).collect()
            }
            Self::TransferSent(sent) => vec![(CHALLAN_LETTER, &*sent.parcel.number)],
            _ => Vec::new(),
        }
    }

    /// Numbers of the documents this fact closes, in order.
    pub fn serials(&self) -> Vec<String> {
        self.documents().into_iter().map(|(_, number)| number.to_owned()).collect()
    }
}

/// The till began: who it is and how its signatures are checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TillEnrolled {
    /// The till's own id, in every entry's header.
    pub device: Uuid,
    /// Two characters, never used again in this mart.
    pub till_code: String,
    /// Ed25519 public key, hexadecimal.
    pub public_key: String,
    /// Where the secret key is kept: `os` or `file`.
    pub key_store: String,
}

/// A new recovery code; the older one is worth nothing from here on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoverySet {
    /// Argon2id hash of the code in PHC form, peppered as PINs are.
    pub code_phc: String,
}

/// The recovery code was used: a new PIN, and a new code in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PinRecovered {
    /// Whose PIN.
    pub operator: String,
    /// Its hash.
    pub pin_phc: String,
    /// Hash of the next code.
    pub code_phc: String,
}

/// The journal was put back from a copy. Numbers printed after the copy was made may exist on paper, so
/// the series begin anew under a new till code and can never repeat one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TillRestored {
    /// Last entry the copy held.
    pub last_seq: i64,
    /// The new till code.
    pub till_code: String,
    /// The new public key, hexadecimal; it also signs this entry.
    pub public_key: String,
    /// Where the new secret key is kept.
    pub key_store: String,
}

/// Goods of one owner came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StockReceived {
    /// Whose they are.
    pub owner: Owner,
    /// What and how much.
    pub lines: Vec<StockLine>,
}

/// One item of a receipt of goods.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StockLine {
    /// Which item.
    #[ts(type = "string")]
    pub item: Uuid,
    /// How much.
    pub qty_milli: Milli,
}

/// The cash drawer was opened without a sale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawerOpened {
    /// Why, in the operator's words.
    pub reason: String,
}

/// A customer's UPI app showed its reference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UpiClaimed {
    /// Of which sale.
    pub sale: Uuid,
    /// Place of the tender in it, from 0.
    pub tender: usize,
    /// What the app showed.
    pub reference: String,
}

/// Money that came by UPI has gone back through the bank's app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UpiRefunded {
    /// Of which return, or of which voided sale.
    pub of: Uuid,
    /// Place of the refund in the return, or of the tender in the sale, from 0.
    pub refund: usize,
    /// What the bank's app showed; none: of a voided sale no money had come.
    pub reference: Option<String>,
}

/// A duplicate was printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptReprinted {
    /// Of which sale.
    pub sale: Uuid,
    /// Its number.
    pub number: String,
    /// The duplicate's count: 1, 2, 3, ...
    pub copy: i64,
}

/// The clock jumped and a manager said that it is right now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockChanged {
    /// Time of the entry before it, in microseconds since 1970 UTC.
    pub before_us: i64,
    /// Who answered for it.
    pub manager: String,
}

/// So many wrong PINs came one after the other that their operator must wait. What was typed is not kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PinRefused {
    /// Whose PIN was guessed.
    pub operator: String,
    /// Wrong ones in a row.
    pub failures: i64,
    /// How long they wait; none: until a manager unlocks them.
    pub wait_seconds: Option<i64>,
}

/// Someone shut out by wrong PINs may try again. The manager is the entry's operator or approver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OperatorUnlocked {
    /// Who.
    pub operator: String,
}

/// Whether the wall clock was believed when an entry was written. It annotates; it never gates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Clock {
    /// It ran on from the entry before.
    Ok,
    /// It had jumped, and no manager had answered for it yet.
    Jumped,
}

/// What is signed and kept: the fact and the circumstances of its writing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payload {
    /// Civil date in India at commit; never goes backwards.
    pub business_date: Date,
    /// Whether the clock was believed.
    pub clock: Clock,
    /// Who was signed in.
    pub operator: Option<String>,
    /// Who else showed their PIN, because it was beyond the operator's own limits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<String>,
    /// The open shift.
    pub shift: Option<i64>,
    /// All sales of this till since it began: a counter that only grows.
    pub grand_total_paise: Paise,
    /// What happened.
    #[serde(flatten)]
    pub fact: Fact,
}

/// What stands outside the payload, all of it inside the hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The till.
    pub device: Uuid,
    /// Grows when a till goes on from a copy.
    pub epoch: i64,
    /// 1, 2, 3, ... without a gap.
    pub seq: i64,
    /// UUIDv7, made on the till.
    pub id: Uuid,
    /// The fact's kind.
    pub kind: String,
    /// The shape's version.
    pub version: i64,
    /// Wall clock in microseconds since 1970 UTC.
    pub at_us: i64,
    /// Numbers of the documents it closes.
    pub serials: Vec<String>,
}

/// A SHA-256 link of the chain.
pub type Hash = [u8; 32];

/// What the first entry has for a previous hash.
pub const GENESIS: Hash = [0; 32];

/// The entry's hash: `SHA-256("TJS1" ‖ previous ‖ header ‖ payload)`, every field length-prefixed, so that
/// nothing stored stands outside it and no two sets of fields run together (invariant I6).
pub fn chain_hash(previous: &Hash, header: &Header, payload: &[u8]) -> Hash {
    let mut hasher = Sha256::new();
    hasher.update(b"TJS1");
    hasher.update(previous);
    let mut field = |bytes: &[u8]| {
        hasher.update((bytes.len() as u64).to_be_bytes());
        hasher.update(bytes);
    };
    field(header.device.as_bytes());
    field(&header.epoch.to_be_bytes());
    field(&header.seq.to_be_bytes());
    field(header.id.as_bytes());
    field(header.kind.as_bytes());
    field(&header.version.to_be_bytes());
    field(&header.at_us.to_be_bytes());
    field(&(header.serials.len() as u64).to_be_bytes());
    for serial in &header.serials {
        field(serial.as_bytes());
    }
    field(payload);
    hasher.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header() -> Header {
        Header {
            device: Uuid::from_u128(1),
            epoch: 1,
            seq: 7,
            id: Uuid::from_u128(2),
            kind: "sale".into(),
            version: 1,
            at_us: 1_795_000_000_000_000,
            serials: vec!["LKO1A/26/T000123".into()],
        }
    }

    #[test]
    fn every_field_is_inside_the_hash() {
        let whole = chain_hash(&GENESIS, &header(), b"{}");
        let changed: Vec<Hash> = vec![
            chain_hash(&[1; 32], &header(), b"{}"),
            chain_hash(&GENESIS, &Header { device: Uuid::from_u128(9), ..header() }, b"{}"),
            chain_hash(&GENESIS, &Header { epoch: 2, ..header() }, b"{}"),
            chain_hash(&GENESIS, &Header { seq: 8, ..header() }, b"{}"),
            chain_hash(&GENESIS, &Header { id: Uuid::from_u128(9), ..header() }, b"{}"),
            chain_hash(&GENESIS, &Header { kind: "sal".into(), ..header() }, b"{}"),
            chain_hash(&GENESIS, &Header { version: 2, ..header() }, b"{}"),
            chain_hash(&GENESIS, &Header { at_us: 0, ..header() }, b"{}"),
            chain_hash(&GENESIS, &Header { serials: vec![], ..header() }, b"{}"),
            chain_hash(&GENESIS, &Header { serials: vec!["LKO1A/26/T".into(), "000123".into()], ..header() }, b"{}"),
            chain_hash(&GENESIS, &header(), b"{} "),
        ];
        for (place, other) in changed.iter().enumerate() {
            assert_ne!(*other, whole, "change {place}");
        }
    }

    #[test]
    fn an_entry_names_its_kind_once() {
        let fact = Fact::ClockChanged(ClockChanged { before_us: 1, manager: "anil".into() });
        let json = serde_json::to_value(&fact).expect("plain data");
        assert_eq!(json["kind"], fact.kind());
        assert_eq!(serde_json::from_value::<Fact>(json).expect("reads back"), fact);
    }
}
