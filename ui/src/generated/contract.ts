// Written from crates/till/src/commands.rs by `till contract`. Never edited.

export type AcceptClock = { manager: string, pin: string, };

export type AddItem = { item: string, quantity_milli: Milli, };

export type Agreement = { 
/**
 * Whose.
 */
consignor: string, 
/**
 * 1, 2, 3, ... for each consignor.
 */
version: number, 
/**
 * First business date it holds.
 */
from: string, 
/**
 * In whose name goods are sold.
 */
supply_mode: SupplyMode, 
/**
 * The mart's margin on the taxable value.
 */
commission_bps: Bps, 
/**
 * Who bears discounts.
 */
discount_bearer: DiscountBearer, };

export type AnswerReceipt = { number: string, came_out: boolean, };

export type Approval = { operator: string, pin: string, };

export type BasketView = { id: string, lines: Array<LineView>, 
/**
 * Pieces in all, as written.
 */
pieces: string, 
/**
 * How many consignors' goods are in it.
 */
artisans: number, taxable: Money, 
/**
 * All discounts.
 */
discount: Money, 
/**
 * Of which on the whole bill.
 */
basket_discount: Money, cgst: Money, sgst: Money, igst: Money, round_off: Money, due: Money, 
/**
 * The line that was just changed.
 */
touched: number | null, last_sale: LastSaleView | null, };

export type BillNumber = { number: string | null, };

export type Bps = number;

export type ChoicesView = { classes: Array<ClassView>, units: Array<CodeView>, districts: Array<CodeView>, icons: Array<string>, hsn_digits: number, 
/**
 * `2026-11-23`.
 */
today: string, };

export type ClassView = { class: string, hsn: string, description: string, rate: string, unconfirmed: boolean, };

export type ClockState = "ok" | "jumped";

export type CloseShift = { counted_paise: Paise, };

export type CodeView = { code: string, name: Name, };

export type Consignor = { 
/**
 * Short and stable.
 */
id: string, 
/**
 * In both scripts.
 */
name: Name, 
/**
 * Where they live.
 */
village: Name, 
/**
 * Three-letter district code.
 */
district: string, 
/**
 * What they make.
 */
craft: Name, };

export type CopiesView = { problem: string, copies: Array<CopyView>, };

export type CopyView = { id: string, 
/**
 * `23-11-2026 10:42`.
 */
taken_at: string, last_bill: string | null, bills: number, good: boolean, };

export type Device = { "kind": "network", 
/**
 * `host:port`.
 */
address: string, } | { "kind": "file", 
/**
 * Its path.
 */
path: string, } | { "kind": "folder", 
/**
 * Its path.
 */
path: string, };

export type Direction = "in" | "out";

export type DiscountBasket = { discount_paise: Paise, };

export type DiscountBearer = "shared" | "mart" | "consignor";

export type DiscountLimits = { 
/**
 * A cashier's.
 */
cashier_bps: Bps, 
/**
 * A manager's.
 */
manager_bps: Bps, };

export type DiscountLine = { line: number, discount_paise: Paise, };

export type DoneView = { 
/**
 * The entry it became.
 */
seq: number, };

export type ExportedView = { path: string, items: number, };

export type Filter = "for_sale" | "retired" | "low" | "no_price" | "short_hsn" | "unconfirmed";

export type HitView = { item: string, sku: string, name: Name, 
/**
 * Key of the drawn picture.
 */
category: string, 
/**
 * Hash of its photograph.
 */
picture: string | null, maker: Name | null, district: Name, gi: boolean, consigned: boolean, price: Money, on_hand: string, unit: Name, };

export type ImportFile = { content_base64: string, };

export type ImportItems = { content_base64: string, seen: number, };

export type ImportRowView = { row: number, effect: RowEffect, sku: string, name: Name, 
/**
 * A new price.
 */
price: Money | null, from: string | null, };

export type ImportView = { encoding: string, 
/**
 * `,`, `;` or `tab`.
 */
delimiter: string, rows: number, added: number, changed: number, unchanged: number, 
/**
 * Rows that are refused; while there is one, nothing is taken in.
 */
refused: number, 
/**
 * What is wrong, the first of it.
 */
faults: Array<RowFault>, 
/**
 * What would change, the first of it.
 */
lines: Array<ImportRowView>, 
/**
 * The masters this was compared with.
 */
seen: number, };

export type ImportedView = { added: number, changed: number, unchanged: number, };

export type Item = { 
/**
 * Made on the till that first knew it.
 */
id: string, 
/**
 * The mart's own short code.
 */
sku: string, 
/**
 * What the scanner reads; unique among items for sale.
 */
barcode: string, 
/**
 * In both scripts.
 */
name: Name, 
/**
 * Who made it, where one maker is known.
 */
maker: Name | null, 
/**
 * The district it comes from.
 */
district: Name, 
/**
 * Class of goods for the drawn picture.
 */
icon: string, 
/**
 * Harmonised code, 2 to 8 digits.
 */
hsn: string, 
/**
 * Row of the tax pack: one HSN can have several.
 */
rate_class: string, 
/**
 * GST unit code, for example `PCS` or `MTR`.
 */
unit: string, 
/**
 * Sold under a registered geographical indication.
 */
gi: boolean, 
/**
 * No longer for sale.
 */
retired: boolean, 
/**
 * The item it is a variant of.
 */
parent?: string, 
/**
 * Which variant: size, colour. Empty when it is none.
 */
variant?: string, 
/**
 * Hash of its photograph; none: the drawn picture of its class of goods.
 */
picture?: string, };

export type ItemRowView = { id: string, sku: string, name: Name, variant: string, maker: Name | null, district: Name, category: string, picture: string | null, hsn: string, unit: Name, gi: boolean, retired: boolean, 
/**
 * Of the day; none: it cannot be sold.
 */
price: Money | null, on_hand: string, low: boolean, hsn_short: boolean, 
/**
 * The rate of its class is still to be confirmed.
 */
unconfirmed: boolean, };

export type ItemView = { item: Item, row: ItemRowView, 
/**
 * Three letters of its district, where it is one of the 75.
 */
district_code: string | null, rate_description: string, rate: string, prices: Array<PriceView>, parent: ItemRowView | null, variants: Array<ItemRowView>, 
/**
 * Whose goods are sold next.
 */
owner: Name | null, };

export type ItemsView = { items: Array<ItemRowView>, total: number, };

export type Language = "hi" | "en";

export type LastSaleView = { number: string, due: Money, change: Money, tenders: Array<TenderView>, };

export type LineView = { 
/**
 * Its place, from 0.
 */
no: number, quantity_milli: Milli, quantity: string, rate: string, 
/**
 * The line's own discount.
 */
discount: Money, 
/**
 * After its own discount, before its share of the bill's.
 */
amount: Money, 
/**
 * A warning's code.
 */
warning: string | null, item: string, sku: string, name: Name, 
/**
 * Key of the drawn picture.
 */
category: string, 
/**
 * Hash of its photograph.
 */
picture: string | null, maker: Name | null, district: Name, gi: boolean, consigned: boolean, price: Money, on_hand: string, unit: Name, };

export type Mart = { 
/**
 * In both scripts.
 */
name: Name, 
/**
 * Locality and town, short.
 */
place: Name, 
/**
 * As printed.
 */
address: Name, 
/**
 * As printed.
 */
phone: string, 
/**
 * The mart's GST registration.
 */
gstin: string, 
/**
 * GST code of its State.
 */
state: string, 
/**
 * Three letters; the head of every bill number.
 */
district: string, 
/**
 * Digits of HSN on a bill (notification 78/2020-CT).
 */
hsn_digits: number, 
/**
 * Where UPI goes; none: the mart takes no UPI.
 */
upi: UpiPayee | null, 
/**
 * What each role may give away.
 */
discount_limits: DiscountLimits, 
/**
 * A demonstration: PINs are shown and paper says so.
 */
demo: boolean, };

export type MartFacts = { name: Name, place: Name, address: Name, phone: string, gstin: string, state: string, district: string, till_code: string, hsn_digits: number, upi: UpiPayee | null, discount_limits: DiscountLimits, };

export type Milli = number;

export type Money = { paise: Paise, text: string, rupees: string, };

export type MoveCash = { direction: Direction, paise: Paise, reason: string, };

export type Name = { 
/**
 * In Devanagari.
 */
hi: string, 
/**
 * In Latin script.
 */
en: string, };

export type NewOperator = { id: string, name: Name, role: Role, pin: string, active: boolean, };

export type Nothing = Record<symbol, never>;

export type OpenShift = { float_paise: Paise, };

export type OperatorView = { id: string, name: Name, role: Role, demo_pin: string | null, };

export type Owner = "mart" | { "consignor": string };

export type Paise = number;

export type PaymentView = { due: Money, remaining: Money, change: Money, 
/**
 * Notes a customer probably hands over for what remains.
 */
likely: Array<Money>, 
/**
 * Nothing remains.
 */
ready: boolean, };

export type PictureView = { jpeg_base64: string, };

export type PreviewPayment = { tenders: Array<TenderInput>, };

export type Price = { 
/**
 * Whose price.
 */
item: string, 
/**
 * For one unit.
 */
price_paise: Paise, 
/**
 * Whether GST is inside it (a shelf price or MRP).
 */
includes_tax: boolean, 
/**
 * First business date it holds.
 */
from: string, };

export type PriceEffectView = { price: Money, includes_tax: boolean, 
/**
 * The rate that applies at this price.
 */
rate: string, taxable: Money, cgst: Money, sgst: Money, 
/**
 * What a customer of this State pays for one.
 */
total: Money, 
/**
 * Whose goods, and what of one they get under the agreement of that day.
 */
share: ShareView | null, };

export type PricePreview = { before: PriceEffectView | null, after: PriceEffectView, 
/**
 * No rate is self-consistent at it; lawful are prices up to the first bound or from the second.
 */
dead_zone: [Money, Money] | null, 
/**
 * It begins before today.
 */
past: boolean, };

export type PriceState = "past" | "now" | "coming";

export type PriceView = { from: string, price: Money, includes_tax: boolean, 
/**
 * `past`, `now` or `coming`.
 */
state: PriceState, };

export type PrinterSetting = { 
/**
 * None: receipts are shown only.
 */
printer: Device | null, 
/**
 * 80 or 58.
 */
width_mm: number, };

export type PrinterState = "ready" | "none" | "failing";

export type ReceiptQuestion = { number: string, due: Money, };

export type ReceiptView = { number: string, png_base64: string, width: number, height: number, text: string, 
/**
 * Duplicates asked for so far.
 */
copies: number, };

export type RecoverPin = { code: string, manager: string, pin: string, };

export type RecoveryCodeView = { code: string, };

export type RemoveLine = { line: number, };

export type RestoreCopy = { id: string, };

export type Role = "cashier" | "storekeeper" | "manager" | "approver";

export type RowEffect = "added" | "changed" | "unchanged";

export type RowFault = { 
/**
 * As a spreadsheet counts: the header is row 1.
 */
row: number, 
/**
 * The column's word.
 */
column: string, 
/**
 * What is wrong.
 */
code: RowFaultCode, 
/**
 * What stands there, or what it clashes with.
 */
value: string, };

export type RowFaultCode = "barcode_taken" | "barcode_twice" | "dead_zone" | "empty" | "formula" | "negative_price" | "no_agreement" | "not_a_date" | "not_a_number" | "not_a_price" | "not_yes_no" | "past" | "price_too_high" | "sku_twice" | "stock_of_known" | "too_long" | "unfit" | "unknown_class" | "unknown_consignor" | "unknown_district" | "unknown_icon" | "unknown_item" | "unknown_unit" | "unprintable" | "wrong_width" | "zero_price";

export type SaleView = { number: string, due: Money, change: Money, tenders: Array<TenderView>, 
/**
 * A receipt is on its way to a printer.
 */
printing: boolean, };

export type SavedView = { path: string, };

export type Scan = { code: string, quantity_milli?: Milli | null, };

export type Search = { text: string, limit: number, };

export type SearchView = { hits: Array<HitView>, };

export type SetCopies = { folder: string, };

export type SetLanguage = { language: Language, };

export type SetPicture = { item: string, content_base64: string, };

export type SetQuantity = { line: number, quantity_milli: Milli, };

export type SetUpMart = { language: Language, mart: MartFacts, operators: Array<NewOperator>, printer: PrinterSetting | null, };

export type SetUpView = { districts: Array<CodeView>, 
/**
 * Form and check digit are right.
 */
gstin_ok: boolean, 
/**
 * The State of its first two digits.
 */
state: Name | null, };

export type SettingsView = { mart: Mart, till_code: string, printer: PrinterSetting | null, copies_place: string, 
/**
 * Items for sale whose HSN is shorter than the mart's bills need.
 */
hsn_short: number, 
/**
 * Items for sale whose rate is still to be confirmed.
 */
unconfirmed: number, 
/**
 * There is a recovery code.
 */
recovery: boolean, };

export type ShareView = { consignor: Name, consignor_gets: Money, 
/**
 * The mart's margin or commission, without GST.
 */
mart_keeps: Money, commission: string, };

export type ShiftClosedView = { number: number, sales: number, float: Money, cash_sales: Money, upi: Money, card: Money, cash_in: Money, cash_out: Money, expected: Money, counted: Money, 
/**
 * Over is positive, short negative.
 */
difference: Money, };

export type ShiftView = { number: number, operator: Name, 
/**
 * `10:42`.
 */
opened_at: string, float: Money, };

export type ShowUpi = { paise: Paise, };

export type SignIn = { operator: string, pin: string, };

export type SignedInView = { operator: OperatorView, shift: ShiftView | null, 
/**
 * Asked after a crash.
 */
question: ReceiptQuestion | null, };

export type StartView = { mart: Name, place: Name, till_code: string, demo: boolean, language: Language, operators: Array<OperatorView>, signed_in: SignedInView | null, };

export type StatusView = { 
/**
 * Every bill is on the disk: the journal takes writes.
 */
saved: boolean, printer: PrinterState, 
/**
 * A fault's code.
 */
printer_problem: string | null, jobs_waiting: number, 
/**
 * Minutes since the last verified copy; none yet.
 */
copy_minutes: number | null, copy_place: string, 
/**
 * `os` or `file`.
 */
key_store: string, 
/**
 * `2026-11-23`.
 */
business_date: string, 
/**
 * 1 is Monday.
 */
weekday: number, 
/**
 * `10:42` in India.
 */
time: string, clock: ClockState, };

export type StockLine = { 
/**
 * Which item.
 */
item: string, 
/**
 * How much.
 */
qty_milli: Milli, };

export type StockReceived = { 
/**
 * Whose they are.
 */
owner: Owner, 
/**
 * What and how much.
 */
lines: Array<StockLine>, };

export type SupplyMode = "A1" | "A2" | "B";

export type TakePayment = { basket: string, tenders: Array<TenderInput>, };

export type TenderInput = { "kind": "cash", 
/**
 * What the customer handed over.
 */
given_paise: Paise, } | { "kind": "upi", 
/**
 * Its amount.
 */
paise: Paise, } | { "kind": "card", 
/**
 * Its amount.
 */
paise: Paise, 
/**
 * The terminal's reference.
 */
reference: string, } | { "kind": "credit_note", 
/**
 * How much of it.
 */
paise: Paise, 
/**
 * Its number.
 */
number: string, };

export type TenderKind = "cash" | "upi" | "card" | "credit_note";

export type TenderView = { kind: TenderKind, amount: Money, given: Money | null, reference: string | null, };

export type UpiPayee = { 
/**
 * Virtual payment address.
 */
vpa: string, 
/**
 * Name the customer's app shows.
 */
name: string, 
/**
 * Merchant category code, 4 digits.
 */
mcc: string, };

export type UpiView = { payee: string, amount: Money, reference: string, uri: string, size: number, path: string, };

export type ViewItems = { 
/**
 * Words as at the counter; empty for all.
 */
text: string, filter: Filter, offset: number, };

export type ViewSetUp = { gstin: string, };

export type WhichItem = { item: string, };

export type WhichPicture = { picture: string, };

/** Why a command did not happen. Match `code`; its words are in the locale. */
export type Refused = { kind: "refusal" | "fault"; code: string; params: Record<string, string | number> };

/** Every command with its input and output. */
export type Commands = {
  view_start: [Nothing, StartView];
  set_language: [SetLanguage, StartView];
  sign_in: [SignIn, SignedInView];
  sign_out: [Nothing, StartView];
  view_status: [Nothing, StatusView];
  accept_clock: [AcceptClock, StatusView];
  open_shift: [OpenShift, ShiftView];
  close_shift: [CloseShift, ShiftClosedView];
  move_cash: [MoveCash, ShiftView];
  view_basket: [Nothing, BasketView];
  scan: [Scan, BasketView];
  search: [Search, SearchView];
  add_item: [AddItem, BasketView];
  set_quantity: [SetQuantity, BasketView];
  discount_line: [DiscountLine, BasketView];
  discount_basket: [DiscountBasket, BasketView];
  remove_line: [RemoveLine, BasketView];
  empty_basket: [Nothing, BasketView];
  preview_payment: [PreviewPayment, PaymentView];
  show_upi: [ShowUpi, UpiView];
  take_payment: [TakePayment, SaleView];
  view_receipt: [BillNumber, ReceiptView];
  reprint_receipt: [BillNumber, SaleView];
  save_receipt: [BillNumber, SavedView];
  answer_receipt: [AnswerReceipt, SignedInView];
  set_printer: [PrinterSetting, StatusView];
  set_copies: [SetCopies, StatusView];
  view_settings: [Nothing, SettingsView];
  set_settings: [Mart, DoneView];
  set_operator: [NewOperator, DoneView];
  recover_manager: [RecoverPin, RecoveryCodeView];
  make_recovery_code: [Nothing, RecoveryCodeView];
  view_items: [ViewItems, ItemsView];
  view_item: [WhichItem, ItemView];
  view_item_choices: [Nothing, ChoicesView];
  preview_price: [Price, PricePreview];
  set_picture: [SetPicture, ItemView];
  view_picture: [WhichPicture, PictureView];
  preview_import: [ImportFile, ImportView];
  import_items: [ImportItems, ImportedView];
  export_items: [Nothing, ExportedView];
  set_item: [Item, DoneView];
  set_price: [Price, DoneView];
  set_consignor: [Consignor, DoneView];
  set_agreement: [Agreement, DoneView];
  receive_stock: [StockReceived, DoneView];
  view_copies: [Nothing, CopiesView];
  restore_copy: [RestoreCopy, StartView];
  view_set_up: [ViewSetUp, SetUpView];
  set_up_mart: [SetUpMart, RecoveryCodeView];
  set_up_demo: [Nothing, Nothing];
};
