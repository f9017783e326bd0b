//! What the rules say no to: a code and its parameters. The words come from the locale.

use serde::Serialize;
use serde_json::{Map, Value};

/// A rule said no; nothing was changed. Money parameters are already written out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", content = "params", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant is its code; assets/locales/*/refusals.ftl says it in words")]
pub enum Refusal {
    AadhaarNotTaken,
    AccountUnproven { name: String },
    AgreedAlready { name: String },
    AgreementForDay { date: String },
    AmountOutOfRange,
    ApprovalGoods { name: String },
    ApprovalNeeded { role: String },
    ApprovalOver { name: String, date: String },
    BankChanged,
    BankFileEdited { file: String },
    BankFileGone { file: String },
    BankWaits { hours: i64 },
    BasketChanged,
    BasketEmpty,
    BuyerNameNeeded { limit: String },
    BuyerPanNeeded { limit: String },
    CardReferenceMissing,
    CardTaken { name: String },
    CashOverLimit { limit: String },
    CashPayoutOff,
    CashPayoutOver { name: String, limit: String },
    ChallanTaken { challan: String },
    ClockNotJumped,
    ConsignmentEmpty,
    ConsignorLeft { name: String },
    CountDiffers { lines: i64 },
    CountGoesOn,
    CountOverlaps,
    CountUnclear { name: String },
    CreditNoteShort { number: String, left: String },
    CreditNoteUsed { number: String },
    DaysReversed,
    DeadZonePrice { low: String, high: String },
    DiscountOverAmount { amount: String },
    DiscountOverLimit { limit: String },
    DueChanged { total: String },
    EditedFilePaid { file: String },
    HeldFull { most: i64 },
    ImportChanged,
    ImportColumns { missing: String, unknown: String },
    ImportRefused { rows: i64 },
    ImportTooLong { limit: i64 },
    InvalidInput { what: String },
    InvoiceMismatch { total: String },
    InvoiceTaken { invoice: String },
    ItemNotForSale { name: String },
    MartExists,
    MemoToOtherState,
    MemoToRegistered,
    MixedPriceDiscount,
    MobileTaken { name: String },
    MoneyGoesElsewhere,
    MoneyOverOwed { owed: String },
    MoneyShort { left: String },
    MoneyTakenBack,
    NoAgreement { name: String },
    NoCamera,
    NoBankAccount { name: String },
    NoGoodCopy,
    NoOpenShift,
    NoPayer,
    NoPrice { name: String },
    NoPrinter,
    NoRate { class: String, date: String },
    NonCashOverDue { due: String },
    NotACsv,
    NotALetter,
    NotAManager,
    NotAPicture,
    NotAllowed { role: String },
    NotCounted { name: String },
    NotOfficeTill { office: String },
    NotSignedIn,
    NoteNotTaken { note: String },
    NothingHeld,
    NothingSoldYet,
    NothingToSettle,
    NothingToUndo,
    OneYearAtATime,
    OthersAtThisPrice { name: String, owner: String },
    OwnGstin,
    PaidOtherAmount { amount: String },
    PaidOutOverLimit { limit: String },
    PictureTooLarge { limit: String },
    PieceGone { code: String, state: String },
    PieceIsOne,
    PieceTwice { code: String },
    PiecesMismatch { pieces: i64, taken: String },
    PinLocked { seconds: i64 },
    PinNeedsManager,
    PinTrivial,
    PriceAboveMrp { mrp: String },
    PrincipalNameOff,
    QuantityOutOfRange { max: String },
    QuantityWhole { quantity: String },
    RailOverLimit { name: String, limit: String },
    RecountOver,
    RecoveryCodeWrong { left: i64 },
    ReferenceUsed { reference: String },
    ReferenceWrong { reference: String },
    RefundMismatch { refund: String },
    RegisteredBuyerNeeded,
    RejectionReasonMissing,
    ReplyRefused { rows: i64 },
    ReplyTotals { file: String, sent: String },
    ReturnEmpty,
    ReturnOverSold { left: String },
    SaleReturned { number: String },
    SaleVoided { number: String },
    ScreenLocked,
    SecondPersonNeeded,
    SecondPersonNew { hours: i64 },
    SettlementElsewhere { number: String, state: String },
    ShiftOpenAlready { number: i64 },
    StockShort { name: String, left: String },
    TenderShort { due: String, paid: String },
    ThresholdReached { name: String, limit: String },
    TooManyRows { limit: i64 },
    TransferChanged,
    TransferElsewhere { mart: String },
    TransferItemDiffers { sku: String },
    TransferNeedsInvoice { gstin: String },
    TransferSettled { number: String },
    UnitUnfit { name: String, here: String },
    UnknownArtisan { code: String },
    UnknownBarcode { code: String },
    UnknownBill { number: String },
    UnknownCommand { name: String },
    UnknownConsignor { id: String },
    UnknownCopy,
    UnknownCount,
    UnknownCreditNote { number: String },
    UnknownDraft,
    UnknownItem,
    UnknownLine,
    UnknownOperator,
    UnknownPiece { code: String },
    UnknownSettlement { number: String },
    UnknownShift { number: i64 },
    UnknownTransfer,
    UpiNotOpen,
    UpiOverLimit { limit: String },
    UpiReferenceWrong,
    VoidAfterShift { number: String },
    WithdrawLater { number: String, later: String },
    WrongPin { left: i64 },
}

impl Refusal {
    /// Bad input named by what was wrong with it.
    pub fn invalid(what: impl Into<String>) -> Self {
        Self::InvalidInput { what: what.into() }
    }

    /// The stable code and its parameters, as they cross to a screen.
    pub fn parts(&self) -> (String, Map<String, Value>) {
        let Ok(Value::Object(mut object)) = serde_json::to_value(self) else { unreachable!("an enum of plain fields") };
        let code = object.remove("code").and_then(|code| code.as_str().map(str::to_owned)).unwrap_or_default();
        let params = match object.remove("params") {
            Some(Value::Object(params)) => params,
            _ => Map::new(),
        };
        (code, params)
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (code, params) = self.parts();
        write!(out, "{code} {}", Value::Object(params))
    }
}

impl std::error::Error for Refusal {}
