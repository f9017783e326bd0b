// Written from crates/till/src/commands.rs by `till contract`. Never edited.

export type AcceptClock = { manager: string, pin: string, };

export type AccountOn = { number: string, form?: Form | null, };

export type AccountState = "none" | "asked" | "allowed" | "proven";

export type AccountView = { account: string, name: Name, 
/**
 * What it holds; of what is owed, how much is owed.
 */
holds: Money, };

export type AccountsOn = { numbers: Array<string>, form?: Form | null, };

export type AddItem = { item: string, quantity_milli: Milli, };

export type AddToDraft = { draft: string, 
/**
 * Barcode, SKU or id of the item.
 */
code: string, quantity_milli: Milli, };

export type AdjustStock = { id: string, item: string, owner: string, cause: Cause, qty_milli: Milli, pieces: Array<string>, note: string, };

export type AdjustmentView = { 
/**
 * What the goods are worth to their owner.
 */
worth: Money | null, 
/**
 * The part the mart bears.
 */
borne: string | null, compensation: Money, here_after: string, };

export type AdvanceView = { consignor: string, name: Name, at: string, amount: Money, repaid: Money, left: Money, reason: string, reference: string, };

export type AdvancesView = { advances: Array<AdvanceView>, };

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
 * The mart's share of the taxable value (of the price under B).
 */
commission_bps: Bps, 
/**
 * Other shares for some goods; an item's goes before its category's.
 */
commission_of?: Array<CommissionOf>, 
/**
 * Who bears discounts.
 */
discount_bearer: DiscountBearer, 
/**
 * Taken off for each unit sold.
 */
fees?: Fees, 
/**
 * Who bears losses.
 */
loss?: LossRule, 
/**
 * When it is paid.
 */
promise?: Promise, 
/**
 * What becomes of unsold goods.
 */
ladder?: Ladder, 
/**
 * The part of the GST threshold at which the maker's turnover is warned of (gst.md 1.2).
 */
turnover_warning_bps?: Bps, };

export type AgreementView = { from_text: string, commission: string, fee: Money, 
/**
 * Whether it holds today.
 */
now: boolean, 
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
 * The mart's share of the taxable value (of the price under B).
 */
commission_bps: Bps, 
/**
 * Other shares for some goods; an item's goes before its category's.
 */
commission_of?: Array<CommissionOf>, 
/**
 * Who bears discounts.
 */
discount_bearer: DiscountBearer, 
/**
 * Taken off for each unit sold.
 */
fees?: Fees, 
/**
 * Who bears losses.
 */
loss?: LossRule, 
/**
 * When it is paid.
 */
promise?: Promise, 
/**
 * What becomes of unsold goods.
 */
ladder?: Ladder, 
/**
 * The part of the GST threshold at which the maker's turnover is warned of (gst.md 1.2).
 */
turnover_warning_bps?: Bps, };

export type AnswerBank = { consignor: string, allowed: boolean, };

export type AnswerReceipt = { number: string, came_out: boolean, };

export type AnswerUnsold = { consignor: string, item: string, step: Step, agreed?: boolean | null, how: string, };

export type AnswerView = { transfer: TransferView, signer: SignerView, note: string, };

export type Approval = { operator: string, pin: string, };

export type ApprovalRowView = { item: string, sku: string, name: Name, icon: string, picture: string | null, unit: Name, 
/**
 * GSTIN.
 */
vendor: string, vendor_name: Name, 
/**
 * On hand and theirs.
 */
here: string, here_milli: Milli, 
/**
 * Sold or lost: the invoice is due.
 */
due: string, due_milli: Milli, 
/**
 * Date of the challan of the oldest of it that is here.
 */
since: string | null, days: number | null, state: ApprovalState, };

export type ApprovalState = "fresh" | "alarm" | "over";

export type ApprovalsView = { rows: Array<ApprovalRowView>, vendors: Array<Vendor>, today: string, };

export type Arrival = { content_base64: string, counts: Array<Counted | null>, 
/**
 * What was found, in words.
 */
note: string, };

export type ArrivalLineView = { sku: string, barcode: string, name: Name, variant: string, icon: string, unit: Name, 
/**
 * This mart does not sell it yet: it would be made.
 */
new_item: boolean, price: Money | null, owner_name: Name | null, 
/**
 * This mart does not know them yet: they would be made, with their agreement.
 */
new_owner: boolean, 
/**
 * Unique pieces: their tags are scanned.
 */
unique: boolean, 
/**
 * What was sent; none: until all is counted nobody is told.
 */
sent: string | null, short: string | null, 
/**
 * Tags of pieces that did not come.
 */
missing: Array<string>, };

export type ArrivalView = { transfer: string, number: string, date: string, from: MartAddress, note: string, signer: SignerView, lines: Array<ArrivalLineView>, 
/**
 * Every line is counted.
 */
counted: boolean, 
/**
 * It was taken in before.
 */
taken: boolean, };

export type ArtisanChoiceView = { id: string, name: Name, village: Name, district: Name, picture: string | null, };

export type ArtisanFoundView = { 
/**
 * The one it means.
 */
artisan: ArtisanView | null, 
/**
 * Those it may mean.
 */
choices: Array<ArtisanChoiceView>, };

export type ArtisanGoodsView = { name: Name, 
/**
 * Key of the drawn picture.
 */
icon: string, picture: string | null, here: string, unit: Name, };

export type ArtisanView = { consignor: PayeeView, craft: Name, picture: string | null, 
/**
 * Kinds of goods that are here, and how much in all.
 */
kinds: number, here: Name, goods: Array<ArtisanGoodsView>, 
/**
 * Their share of what sold since they were last paid, and how many lines that is.
 */
sold: Money, sold_lines: number, 
/**
 * The newest first.
 */
lines: Array<StatementRowView>, 
/**
 * All that is owed to them.
 */
owed: Money, 
/**
 * Payable today, not settled.
 */
payable: Money, 
/**
 * Settled, and on its way.
 */
coming: Money, 
/**
 * Waits for the customers' time to bring goods back.
 */
held: Money, 
/**
 * To be recovered, not negative.
 */
to_recover: Money, 
/**
 * Left of advances.
 */
advance: Money, 
/**
 * By when the oldest of it was promised.
 */
promised_by: string | null, 
/**
 * Days past that; 0: not yet.
 */
late_days: number, 
/**
 * Days within which the agreement promises the money.
 */
promise_days: number, 
/**
 * When goods that are sold today would be paid.
 */
next_promise: string, last_paid: LastPaidView | null, 
/**
 * Of the newest settlement.
 */
statement: string | null, };

export type AskBank = { consignor: string, details: BankDetails, 
/**
 * The account once more; the UPI address where there is no account.
 */
again: string, };

export type BankDetails = { 
/**
 * As the bank has it.
 */
holder: string, 
/**
 * Digits, leading zeros kept; empty where there is a UPI address only.
 */
account: string, 
/**
 * Of the branch.
 */
ifsc: string, 
/**
 * UPI address; empty for none.
 */
vpa: string, };

export type BankFileView = { name: string, 
/**
 * All of it, as the bank gets it, with accounts masked.
 */
text: string, count: number, total: Money, sha256: string, };

export type BankReply = { content_base64: string, };

export type BankView = { holder: string, masked: string, asked_by: Name, asked_on: string, allowed_by: Name | null, 
/**
 * Hours until a second person may allow it; 0: now.
 */
hours: number, 
/**
 * Who is signed in typed it, so somebody else must answer.
 */
own: boolean, };

export type BarView = { 
/**
 * The day of the month, the hour, or the month.
 */
of: number, amount: Money, 
/**
 * Percent of the highest.
 */
part: number, };

export type BasketView = { id: string, lines: Array<LineView>, 
/**
 * How much of everything, each unit apart.
 */
quantity: Name, 
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
 * Goods that come back in exchange for these, by their bill.
 */
exchange: ExchangeView | null, 
/**
 * The due less what they pay for.
 */
to_pay: Money, 
/**
 * Baskets put by, oldest first.
 */
held: Array<HeldView>, 
/**
 * The line that was just changed.
 */
touched: number | null, 
/**
 * The last change can be taken back.
 */
can_undo: boolean, 
/**
 * What was written to the whole bill.
 */
note: string, 
/**
 * Who buys.
 */
buyer: Buyer | null, 
/**
 * The State the supply is made in.
 */
place_of_supply: Name, 
/**
 * Codes of what the clerk should know of the whole bill.
 */
warnings: Array<string>, last_sale: LastSaleView | null, };

export type Became = { 
/**
 * Taken in there.
 */
arrived_milli: Milli, 
/**
 * Brought back here.
 */
back_milli: Milli, 
/**
 * Tags of pieces that came back.
 */
back?: Array<string>, 
/**
 * Tags of pieces that are lost.
 */
lost?: Array<string>, };

export type BillLineView = { line: number, item: string, name: Name, category: string, maker: Name | null, consigned: boolean, unit: Name, quantity: string, amount: Money, left_milli: Milli, left: string, 
/**
 * What all that is left comes to.
 */
left_amount: Money, };

export type BillNumber = { number: string | null, };

export type BillRow = { number: string, date: string, time: string, due: Money, tenders: Array<TenderView>, state: BillState, 
/**
 * Its first goods, and how many lines more there are.
 */
first: Name, more: number, 
/**
 * A UPI payment of it has no reference yet.
 */
unclaimed: boolean, 
/**
 * Goods came back in exchange for these.
 */
exchange: boolean, };

export type BillState = "sold" | "part_returned" | "returned" | "voided";

export type BillText = { text: string, };

export type BillView = { 
/**
 * All its documents.
 */
documents: Array<string>, 
/**
 * For a return of it, which happens once for this id.
 */
return_id: string, lines: Array<BillLineView>, 
/**
 * What the customer's app showed, for each tender.
 */
claims: Array<string | null>, notes: Array<CreditNoteView>, 
/**
 * It is of the open shift and nothing has come back.
 */
voidable: boolean, 
/**
 * A return now is too late to reduce GST (CGST Act s.34(2)).
 */
late: boolean, number: string, date: string, time: string, due: Money, tenders: Array<TenderView>, state: BillState, 
/**
 * Its first goods, and how many lines more there are.
 */
first: Name, more: number, 
/**
 * A UPI payment of it has no reference yet.
 */
unclaimed: boolean, 
/**
 * Goods came back in exchange for these.
 */
exchange: boolean, };

export type BillsView = { 
/**
 * The day that is shown, when nothing is looked for.
 */
day: string, bills: Array<BillRow>, notes: Array<NoteRow>, 
/**
 * There are older ones that were not asked for.
 */
more: boolean, };

export type BooksFormat = "hledger" | "tally" | "csv";

export type BooksPage = { "page": "trial_balance", days: Days, } | { "page": "ledger", account: string, days: Days, } | { "page": "closing_proof" } | { "page": "year_end", year: WhichYear, };

export type BoughtView = { number: string, date: string, due: Money, };

export type Bps = number;

export type Buyer = { 
/**
 * Their GST registration, if they buy for a business.
 */
gstin: string | null, 
/**
 * A unit in a special economic zone: every supply to it is inter-State (IGST Act s.7(5)(b)).
 */
sez: boolean, 
/**
 * GST code of the State recorded on the bill; none: the mart's.
 */
state: string | null, 
/**
 * As printed.
 */
name: string, 
/**
 * Ten digits.
 */
mobile: string | null, 
/**
 * As printed.
 */
address: string, 
/**
 * Income-tax number, or a declaration in its place (`declared`).
 */
pan: string | null, 
/**
 * Where the goods are sent, if not to that address; as printed.
 */
delivery: string, 
/**
 * They have no PAN and signed the declaration of the Income-tax Rules.
 */
declared: boolean, };

export type CameraView = { 
/**
 * Of this opening; none when it is closed.
 */
camera: string | null, 
/**
 * The photograph, once there is one; the camera is closed then.
 */
content_base64: string | null, };

export type CashCount = { [key in Denomination]?: number };

export type CashView = { float: Money, cash_sales: Money, 
/**
 * Given back in cash, for returns and voids.
 */
cash_refunds: Money, cash_in: Money, paid_out: Money, dropped: Money, expected: Money, first_counted: Money | null, counted: Money | null, 
/**
 * Over is positive, short negative.
 */
difference: Money | null, };

export type Cause = "breakage" | "theft" | "transit" | "missing" | "found";

export type ChoicesView = { classes: Array<ClassView>, units: Array<CodeView>, districts: Array<CodeView>, 
/**
 * Registered geographical indications by the district's code.
 */
indications: { [key in string]: Array<string> }, icons: Array<string>, hsn_digits: number, 
/**
 * `2026-11-23`.
 */
today: string, };

export type ClassView = { class: string, hsn: string, description: string, rate: string, unconfirmed: boolean, };

export type ClockState = "ok" | "jumped";

export type CloseShift = { counted_paise?: Paise, count?: CashCount, };

export type CloseStockCount = { count: string, causes: Array<ExplainedItem>, note: string, };

export type ClosingProofView = { 
/**
 * `23-11-2026 18:05`.
 */
at: string, entry: number, 
/**
 * The head of its hash.
 */
hash: string, proofs: Array<ProofView>, holds: boolean, };

export type CodeView = { code: string, name: Name, };

export type CommissionOf = { 
/**
 * For which.
 */
goods: Which, 
/**
 * The mart's share.
 */
commission_bps: Bps, };

export type ConfirmPayout = { settlement: string, reference: string, 
/**
 * What the bank says it paid; only where its file did.
 */
paise?: Paise | null, };

export type ConsignmentRowView = { number: string, consignor: string, name: Name, date: string, lines: number, accepted: Name, accepted_milli: Milli, rejected: Name, rejected_milli: Milli, };

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
craft: Name, 
/**
 * How many artisans they speak for; 1 for an artisan of their own.
 */
artisans?: number, 
/**
 * Artisans they speak for, by name.
 */
members?: Array<Name>, 
/**
 * Hash of their photograph.
 */
picture?: string, 
/**
 * Their number as an authorised user of a geographical indication; empty where they have none.
 */
gi_user?: string, 
/**
 * Brings no more goods; what is here stays on sale until it is given back.
 */
left?: boolean, };

export type ConsignorRowView = { district_name: Name, 
/**
 * Supply mode of the agreement of the day; none: no agreement has begun.
 */
supply_mode: SupplyMode | null, commission: string | null, 
/**
 * Kinds of goods on hand.
 */
kinds: number, 
/**
 * All that is on hand, each unit apart.
 */
here: Name, here_milli: Milli, 
/**
 * Bank details wait for a second person.
 */
bank_waits: boolean, 
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
craft: Name, 
/**
 * How many artisans they speak for; 1 for an artisan of their own.
 */
artisans?: number, 
/**
 * Artisans they speak for, by name.
 */
members?: Array<Name>, 
/**
 * Hash of their photograph.
 */
picture?: string, 
/**
 * Their number as an authorised user of a geographical indication; empty where they have none.
 */
gi_user?: string, 
/**
 * Brings no more goods; what is here stays on sale until it is given back.
 */
left?: boolean, };

export type ConsignorView = { row: ConsignorRowView, 
/**
 * What is personal, its tax number masked; none: not given, or on a till without its key.
 */
identity: Identity | null, agreed_on: string | null, 
/**
 * Newest first.
 */
agreements: Array<AgreementView>, 
/**
 * The terms of the next version as they stand when nobody changes them.
 */
next: Agreement, bank: BankView | null, bank_asked: BankView | null, };

export type ConsignorsView = { consignors: Array<ConsignorRowView>, };

export type CopiesView = { problem: string, copies: Array<CopyView>, };

export type CopyView = { id: string, 
/**
 * `23-11-2026 10:42`.
 */
taken_at: string, last_bill: string | null, bills: number, good: boolean, };

export type CountRowView = { denomination: Denomination, 
/**
 * `500`.
 */
rupees: string, coin: boolean, pieces: number, amount: Money, };

export type CountView = { 
/**
 * Every note and coin that is counted here, largest first.
 */
rows: Array<CountRowView>, sum: Money, };

export type Counted = { 
/**
 * How much came whole; of unique pieces their number counts.
 */
came_milli: Milli, 
/**
 * Tags of unique pieces that came whole; those of other lines among them are theirs.
 */
seen?: Array<string>, };

export type CountedView = { item: string, sku: string, name: Name, icon: string, picture: string | null, unit: Name, counted: string, };

export type CreditNoteView = { number: string, against: string, kept: Money, left: Money, };

export type CustomerView = { person: string, buyer: Buyer, bills: Array<BoughtView>, };

export type Days = { from?: string, to?: string, };

export type Denomination = "note2000" | "note500" | "note200" | "note100" | "note50" | "note20" | "note10" | "coin20" | "coin10" | "coin5" | "coin2" | "coin1";

export type Device = { "kind": "network", 
/**
 * `host:port`.
 */
address: string, } | { "kind": "file", 
/**
 * Its path.
 */
path: string, } | { "kind": "system", 
/**
 * Its name there.
 */
name: string, } | { "kind": "folder", 
/**
 * Its path.
 */
path: string, };

export type DifferenceView = { item: CountedView, expected: string, 
/**
 * Less than none: missing.
 */
difference: string, missing: boolean, 
/**
 * Not scanned at all.
 */
unseen: boolean, 
/**
 * Some was sold, or came, between its first and its last scan, or the books were set right after it by another number
 * than the count's: only counting it anew tells.
 */
unclear: boolean, 
/**
 * Whose it is missing from, or found of.
 */
owners: Array<ShortView>, };

export type Digits = "latin" | "devanagari";

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

export type DiscountSumView = { approved_by: Name | null, bills: number, amount: Money, };

export type Document = { 
/**
 * Any number of its documents.
 */
number: string, 
/**
 * `receipt`, `gift`, `certificate`, `certificate_a5`, `a5` or `a4`.
 */
form: Form, };

export type DoneView = { 
/**
 * The entry it became.
 */
seq: number, };

export type DraftLineNo = { draft: string, line: number, };

export type DraftLineView = { item: string, sku: string, name: Name, icon: string, unit: Name, 
/**
 * What is shown of it: its own photograph, else the item's.
 */
picture: string | null, price: Money | null, asked: Money | null, brought_milli: Milli | null, brought: string | null, accepted_milli: Milli | null, accepted: string | null, rejected: string | null, reason: string, made_by: Name | null, pieces: Array<PieceView>, 
/**
 * What the second count found.
 */
again: string | null, differs: boolean, };

export type DraftView = { id: string, consignor: string, name: Name, village: Name, 
/**
 * Artisans one of whom may have made a line or a piece.
 */
members: Array<Name>, saved: string, lines: Array<DraftLineView>, note: string, 
/**
 * Somebody is counting again.
 */
blind: boolean, recounted: boolean, 
/**
 * Every second count that is over.
 */
second_counts: Array<SecondCountView>, 
/**
 * How much was brought and taken in all, each unit apart.
 */
brought: Name | null, accepted: Name | null, };

export type DraftsView = { drafts: Array<DraftView>, taken: Array<ConsignmentRowView>, };

export type DrawerCountView = { at: string, amount: Money, rows: Array<CountRowView>, };

export type DrawerRules = { 
/**
 * Notes of Rs 2,000 are counted. The Reserve Bank has withdrawn them, so by default they are not.
 */
notes_of_2000: boolean, 
/**
 * Most cash a cashier may pay out for one small expense.
 */
cashier_paid_out_paise: Paise, 
/**
 * Most cash a cashier may take to the safe at once; none: `CASHIER_DROP`.
 */
cashier_drop_paise?: Paise, 
/**
 * Minutes without a key until the screen asks for a PIN; 0: never.
 */
lock_minutes: number, };

export type DrawerView = { number: number, closed: boolean, sales: number, upi: Money, card: Money, float: Money, cash_sales: Money, 
/**
 * Given back in cash, for returns and voids.
 */
cash_refunds: Money, cash_in: Money, paid_out: Money, dropped: Money, expected: Money, first_counted: Money | null, counted: Money | null, 
/**
 * Over is positive, short negative.
 */
difference: Money | null, };

export type DropPrintJob = { id: number, 
/**
 * It is on paper: the doubt is over.
 */
came_out: boolean, };

export type DueDistrictView = { id: string, name: Name, artisans: number, payable: Money, };

export type DueFilter = "all" | "payable" | "overdue" | "turnover";

export type DueKind = "sale" | "return" | "void" | "loss";

export type DueRowView = { consignor: string, name: Name, village: Name, district: Name, district_id: string, craft: Name, picture: string | null, 
/**
 * Payable today, before recoveries and advances.
 */
payable: Money, 
/**
 * Lines of that.
 */
lines: number, 
/**
 * What a settlement of today would pay.
 */
net: Money, 
/**
 * Why it would not; none: it can be settled.
 */
waits: WaitsView | null, 
/**
 * Waits for the customers' time to bring goods back.
 */
held: Money, 
/**
 * To be recovered, not negative.
 */
to_recover: Money, 
/**
 * Left of advances.
 */
advance: Money, 
/**
 * Settled and not paid.
 */
unpaid: Money, 
/**
 * All that is owed: what stands in the books.
 */
owed: Money, 
/**
 * Day of the oldest line that is payable.
 */
since: string | null, 
/**
 * Days since.
 */
days: number | null, 
/**
 * The first day something was promised by.
 */
promised_by: string | null, 
/**
 * Days until that; negative: it is past.
 */
left_days: number | null, 
/**
 * Days past that; 0: not yet.
 */
overdue_days: number, account: AccountState, 
/**
 * Of the allowed account.
 */
masked: string, by_upi: boolean, 
/**
 * Of goods sold in this financial year.
 */
turnover: Money, 
/**
 * The GST threshold that is near or past; none: it is far.
 */
turnover_limit: Money | null, };

export type DueView = { 
/**
 * The oldest first.
 */
rows: Array<DueRowView>, today: string, 
/**
 * Every district with somebody to whom anything is due, by name.
 */
districts: Array<DueDistrictView>, 
/**
 * Of all rows.
 */
payable: Money, 
/**
 * What settling all who can be settled would pay, and how many those are.
 */
net: Money, can_settle: number, 
/**
 * What settling who was chosen would pay, and how many of them can be settled.
 */
chosen_net: Money, chosen: number, held: Money, to_recover: Money, unpaid: Money, overdue: number, 
/**
 * This till settles and pays.
 */
office: boolean, 
/**
 * Code of the till that does.
 */
office_till: string, };

export type EarnedView = { name: Name, village: Name, amount: Money, };

export type ExchangeView = { 
/**
 * The bill it was sold on.
 */
number: string, credit: Money, 
/**
 * Of which pays for this basket.
 */
used: Money, rest: Money, 
/**
 * Whether the rest stays a credit note; else it goes back the way it came.
 */
to_note: boolean, };

export type ExplainedItem = { item: string, cause: Cause, };

export type ExportBooks = { format: BooksFormat, days: Days, };

export type ExportedView = { path: string, items: number, };

export type FailPayout = { settlement: string, reason: string, };

export type Fees = { 
/**
 * Packing.
 */
packing_paise: Paise, 
/**
 * Bringing it here.
 */
transport_paise: Paise, 
/**
 * Keeping it: tag, shelf, cleaning.
 */
handling_paise: Paise, };

export type FiguresView = { 
/**
 * This month's income of artisans by day, each day up to today.
 */
income: Array<BarView>, income_total: Money, month: number, makers: Array<EarnedView>, 
/**
 * Today's sale by hour, over the hours a mart is open and any other that had some.
 */
hours: Array<BarView>, sold: Money, sales: number, 
/**
 * UPI payments without a reference.
 */
upi: number, upi_sum: Money, };

export type FileState = "whole" | "edited" | "gone";

export type Filter = "for_sale" | "retired" | "low" | "no_price" | "short_hsn" | "unconfirmed";

export type FindArtisan = { code: string, };

export type FindBills = { text: string, limit: number, days_ago?: number | null, };

export type FindCustomer = { mobile: string, };

export type ForgetCustomer = { person: string, };

export type Form = "receipt" | "gift" | "certificate" | "certificate_a5" | "a5" | "a4" | "passbook" | "passbook_a4" | "file" | "drawer";

export type FoundAgainView = { name: Name, stood: string, again: string, 
/**
 * It stands on no line any more.
 */
gone: boolean, };

export type FoundView = { customer: CustomerView | null, };

export type GiveBack = { id: string, consignor: string, lines: Array<GivenLine>, reason: string, };

export type GiveUp = { draft: string, 
/**
 * Needed once somebody has begun to count a second time.
 */
reason: string, };

export type GivenBackView = { number: string, };

export type GivenLine = { 
/**
 * Which.
 */
item: string, 
/**
 * How much.
 */
qty_milli: Milli, 
/**
 * By their tags, where they are unique.
 */
pieces?: Array<string>, };

export type HandOver = { counted_paise?: Paise, count?: CashCount, pin: string, to: Approval, };

export type HealthView = { status: StatusView, entries: number, 
/**
 * Of the database.
 */
megabytes: string, 
/**
 * Left on its disk; none: the system does not tell.
 */
free_gigabytes: string | null, 
/**
 * So little is left that somebody should make room before the till has to stop.
 */
nearly_full: boolean, };

export type HeldView = { id: string, 
/**
 * Who waits for it, if they said.
 */
buyer: string | null, 
/**
 * What lies on top of it.
 */
first: Name, 
/**
 * How much of everything.
 */
quantity: Name, due: Money, 
/**
 * When it was put by: `10:31`.
 */
at: string, };

export type HitView = { item: string, sku: string, name: Name, 
/**
 * Key of the drawn picture.
 */
category: string, 
/**
 * Hash of its photograph.
 */
picture: string | null, maker: Name | null, district: Name, gi: boolean, consigned: boolean, price: Money, on_hand: string, unit: Name, };

export type HomeDueView = { payable: Money, 
/**
 * To how many.
 */
artisans: number, 
/**
 * To those who were promised money by now.
 */
overdue: Money, late: number, 
/**
 * Who waits longest.
 */
oldest: Array<LateView>, };

export type HomeView = { due: HomeDueView, figures: FiguresView, health: HealthView, low: Array<ItemRowView>, low_total: number, 
/**
 * Fewer than none on hand: something was sold that never came in.
 */
negative: NeededView, 
/**
 * Makers to be told, asked, or offered their goods back, and not yet.
 */
remind: NeededView, markdown: NeededView, give_back: NeededView, 
/**
 * Sheets of intake that were begun and not taken.
 */
drafts: number, 
/**
 * Consignors whose bank details wait for a second person.
 */
banks: number, 
/**
 * Goods on approval whose six months are nearly or quite over.
 */
approvals: number, 
/**
 * Transfers of which nobody knows yet what became.
 */
on_the_way: number, 
/**
 * Counts that go on.
 */
counts: number, };

export type Identity = { 
/**
 * Ten digits; by it and the card they are known.
 */
mobile: string, 
/**
 * Number of the artisan's card of the Development Commissioner (Handicrafts), or a weaver's or Udyam number.
 */
pehchan: string, 
/**
 * Income-tax number, where they have one.
 */
pan: string, 
/**
 * The last four digits of their Aadhaar, as seen on a masked copy.
 */
aadhaar_last4: string, 
/**
 * Social category, where they wish it kept (for the programme's reports).
 */
category: string, };

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

export type Invoice = { id: string, 
/**
 * GSTIN.
 */
vendor: string, invoice: string, invoice_date: string, lines: Array<InvoiceLine>, total_paise: Paise, contract_paise?: Paise | null, 
/**
 * Of goods that are or were here on approval.
 */
on_approval?: boolean, };

export type InvoiceLine = { 
/**
 * Which item.
 */
item: string, 
/**
 * How much.
 */
qty_milli: Milli, 
/**
 * What all of it costs without tax.
 */
taxable_paise: Paise, 
/**
 * The rate the vendor charged.
 */
rate_bp: Bps, };

export type InvoiceView = { taxable: Money, cgst: Money, sgst: Money, igst: Money, round_off: Money, total: Money, 
/**
 * Kept back for the tax office.
 */
deducted: Money, owed: Money, };

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
maker?: Name | null, 
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
gi?: boolean, 
/**
 * Which indication, as it is registered; empty where nobody wrote it down.
 */
gi_name?: string, 
/**
 * The number of its application for registration; empty where nobody wrote it down.
 */
gi_number?: string, 
/**
 * What one holds, where that is not one of its unit: a jar sold by the piece holds 250 grams.
 */
net?: Net | null, 
/**
 * No longer for sale.
 */
retired?: boolean, 
/**
 * The item it is a variant of.
 */
parent?: string, 
/**
 * Which variant: size, colour. Empty when it is none.
 */
variant?: string, 
/**
 * At so much on hand or less, more is to be asked for; none: the mart's usual.
 */
reorder_milli?: Milli | null, 
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

export type JobId = { id: number, };

export type LabelCode = "bars" | "qr";

export type LabelSheet = "3x8" | "5x13";

export type LabelsOf = { 
/**
 * SKU or barcode.
 */
item: string, count: number, 
/**
 * Month and year of packing, `11-2026`; goods that are not packed have none.
 */
packed: string, 
/**
 * Month and year until which packed goods keep; empty for those that do not perish.
 */
best_before: string, };

export type LabelsView = { path: string, labels: number, sheets: number, 
/**
 * The first goods that are called handloom on a label which bears no number of that mark.
 */
unmarked: Name | null, };

export type Ladder = { 
/**
 * The maker is told.
 */
remind_days: number, 
/**
 * A lower price is agreed.
 */
markdown_days: number, 
/**
 * They are offered back.
 */
give_back_days: number, 
/**
 * The markdown that is proposed.
 */
markdown_bps: Bps, };

export type Language = "hi" | "en";

export type LastPaidView = { number: string, date: string, amount: Money, rail: Rail | null, reference: string, };

export type LastSaleView = { number: string, due: Money, change: Money, tenders: Array<TenderView>, };

export type LateView = { name: Name, village: Name, amount: Money, promised_by: string, days: number, };

export type LedgerRowView = { on: string, 
/**
 * What it was, in words.
 */
kind: Name, 
/**
 * Numbers of its documents, or what it says of itself.
 */
told: string, 
/**
 * What stands against it.
 */
counter: Array<Name>, amount: SidesView, 
/**
 * After it.
 */
balance: SidesView, 
/**
 * The journal's entry; 0: a computed row.
 */
entry: number, };

export type LedgerView = { account: string, name: Name, group: Name, from: string, to: string, opening: SidesView, rows: Array<LedgerRowView>, 
/**
 * Of all rows.
 */
total: number, moved: SidesView, closing: SidesView, };

export type LetterFile = { content_base64: string, };

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
 * The item's own price, where a manager set another.
 */
own_price: Money | null, note: string, 
/**
 * The tag of the unique piece that is sold.
 */
piece: string | null, 
/**
 * A warning's code.
 */
warning: string | null, 
/**
 * The basket asks for more of the item than is here.
 */
short: boolean, item: string, sku: string, name: Name, 
/**
 * Key of the drawn picture.
 */
category: string, 
/**
 * Hash of its photograph.
 */
picture: string | null, maker: Name | null, district: Name, gi: boolean, consigned: boolean, price: Money, on_hand: string, unit: Name, };

export type ListFile = "csv" | "pdf";

export type Look = { theme: Theme, sound: boolean, digits: Digits, };

export type LossRule = { 
/**
 * Broken, spoilt or eaten by moths in the mart.
 */
breakage_bps: Bps, 
/**
 * Stolen, or missing in a count.
 */
theft_bps: Bps, 
/**
 * Lost or broken on the way.
 */
transit_bps: Bps, };

export type MakeLabels = { items: Array<LabelsOf>, sheet: LabelSheet, code: LabelCode, 
/**
 * Labels of the first sheet that are used up already.
 */
skip: number, 
/**
 * Send it to the printer of labels as well.
 */
print: boolean, };

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
 * Where customers may complain in writing; empty where it has none.
 */
email?: string, 
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
 * The most a cashier may pay back for one bill without a manager.
 */
return_limit_cashier_paise: Paise, 
/**
 * Days after a sale in which a cashier may take back without a manager.
 */
return_days_cashier: number, 
/**
 * Goods may be sold in a consignor's own name (supply mode B): only once counsel has agreed (gst.md 1.4).
 */
principal_name_allowed: boolean, 
/**
 * Such goods may go to a buyer of another State.
 */
memo_other_state_allowed: boolean, 
/**
 * A public body that deducts GST from what it pays registered suppliers (CGST Act s.51).
 */
deducts_gst: boolean, 
/**
 * Rules of the drawer.
 */
drawer: DrawerRules, 
/**
 * Rules of paying consignors.
 */
payout?: PayoutRules, 
/**
 * A demonstration: PINs are shown and paper says so.
 */
demo: boolean, };

export type MartAddress = { 
/**
 * The three letters its bill numbers begin with: by them it is known.
 */
code: string, 
/**
 * In both scripts, with its town.
 */
name: Name, 
/**
 * As printed.
 */
address: Name, 
/**
 * Its GST registration.
 */
gstin: string, };

export type MartFacts = { name: Name, place: Name, address: Name, phone: string, email?: string, gstin: string, state: string, district: string, till_code: string, hsn_digits: number, upi: UpiPayee | null, discount_limits: DiscountLimits, drawer?: DrawerRules, };

export type Milli = number;

export type Money = { paise: Paise, text: string, rupees: string, };

export type MoneyMoveView = { id: string, on: string, from: Name, to: Name, amount: Money, reference: string, note: string, 
/**
 * It takes back another, or was taken back: neither can be taken back again.
 */
is_back: boolean, };

export type MoneyMovesView = { ways: Array<WayView>, moves: Array<MoneyMoveView>, };

export type MoveCash = { movement: Movement, paise?: Paise, count?: CashCount, reason: string, };

export type MoveMoney = { id: string, from: string, to: string, paise: Paise, reference: string, note: string, };

export type MoveView = { date: string, 
/**
 * `in`, `given`, `lost`, `transit` or `sent`.
 */
kind: string, quantity: string, owner_name: Name | null, 
/**
 * Of its note.
 */
number: string | null, 
/**
 * The note can be printed again.
 */
prints: boolean, };

export type Movement = "paid_in" | "paid_out" | "drop";

export type MovementView = { movement: Movement, at: string, amount: Money, reason: string, by: Name | null, approved_by: Name | null, rows: Array<CountRowView>, };

export type Name = { 
/**
 * In Devanagari.
 */
hi: string, 
/**
 * In Latin script.
 */
en: string, };

export type NeededView = { total: number, rows: Array<StockRowView>, };

export type Net = { 
/**
 * How much of the unit.
 */
milli: Milli, 
/**
 * GST unit code.
 */
unit: string, };

export type NewOperator = { id: string, name: Name, role: Role, pin?: string, active: boolean, limits?: OwnLimits, };

export type NoteDraft = { draft: string, note: string, };

export type NoteNumber = { number: string, };

export type NoteRow = { number: string, date: string, time: string, 
/**
 * The document it corrects.
 */
against: string, 
/**
 * It takes back a sale memo; else it is a credit note.
 */
memo: boolean, 
/**
 * What it takes off that, with tax.
 */
amount: Money, };

export type NoteRowView = { number: string, date: string, 
/**
 * Goods went back by it; else they came in.
 */
given_back: boolean, quantity: Name, };

export type NotesView = { notes: Array<NoteRowView>, };

export type Nothing = Record<symbol, never>;

export type OpenDrawer = { reason: string, };

export type OpenShift = { float_paise?: Paise, count?: CashCount, };

export type OperatorView = { id: string, name: Name, role: Role, demo_pin: string | null, };

export type OwnLimits = { 
/**
 * Largest discount, as a share of the price before it.
 */
discount_bps: Bps | null, 
/**
 * Most cash for one small expense.
 */
paid_out_paise: Paise | null, };

export type Owner = "mart" | { "consignor": string } | { "vendor": string };

export type OwnerView = { owner: string, name: Name | null, };

export type Paise = number;

export type PaperLanguages = "both" | "hi" | "en";

export type PaperReport = { number: number | null, form: Form | null, };

export type PassbookKind = "sale" | "return" | "void" | "loss" | "settled" | "withdrawn" | "sent" | "paid" | "failed" | "advance";

export type PassbookOn = { consignor: string, form?: Form | null, };

export type PassbookRowView = { kind: PassbookKind, date: string, 
/**
 * Of the bill, the credit note or the settlement; of an advance the bank's reference.
 */
number: string, 
/**
 * Of what was sold.
 */
item: Name | null, piece: string | null, quantity: string, unit: Name, cause: Cause | null, rail: Rail | null, 
/**
 * The bank's reference, or the voucher's number.
 */
reference: string, reason: string, 
/**
 * What a settlement, a payout or an advance comes to.
 */
sum: Money | null, 
/**
 * What it changes of what is owed.
 */
change: Money, 
/**
 * What is owed after it.
 */
balance: Money, };

export type PassbookView = { consignor: PayeeView, 
/**
 * Oldest first.
 */
rows: Array<PassbookRowView>, 
/**
 * What was owed before the first of them.
 */
opening: Money, 
/**
 * What is owed now.
 */
balance: Money, 
/**
 * This page, from 1; the last is the newest.
 */
page: number, pages: number, };

export type PastShiftView = { number: number, operator: Name, opened_on: string, opened_at: string, difference: Money, };

export type PayAdvance = { id: string, consignor: string, paise: Paise, reference: string, repay_bps: Bps, reason: string, };

export type PayeeView = { id: string, name: Name, village: Name, district: Name, 
/**
 * Where their money goes, never whole; empty where nothing is allowed yet.
 */
masked: string, };

export type Payer = { 
/**
 * Digits, leading zeros kept.
 */
account: string, 
/**
 * Of the branch.
 */
ifsc: string, 
/**
 * The bank's name for the mart as a customer who sends files; empty where it has none.
 */
corporate_id: string, 
/**
 * The template of its files, from `assets/bank`.
 */
template: string, };

export type PaymentView = { due: Money, remaining: Money, change: Money, 
/**
 * Notes a customer probably hands over for what remains.
 */
likely: Array<Money>, 
/**
 * Nothing remains.
 */
ready: boolean, };

export type PayoutRules = { 
/**
 * Code of the one till that settles and pays; none: the mart has one till.
 */
office_till?: string | null, 
/**
 * The most cash to one consignor in a day, never over the law's own limit; nothing: cash pays nobody.
 */
cash_paise: Paise, 
/**
 * Where bank files pay from.
 */
payer?: Payer | null, };

export type PayoutsView = { posted: Array<SettlementRowView>, approved: Array<SettlementRowView>, sent: Array<SettlementRowView>, failed: Array<SettlementRowView>, 
/**
 * What waits to be approved.
 */
to_approve: Money, 
/**
 * What is approved or failed, and waits to be sent.
 */
to_send: Money, 
/**
 * What is on its way.
 */
on_way: Money, files: Array<SentView>, templates: Array<TemplateView>, 
/**
 * The mart's account, masked; none: it has to be set first.
 */
payer: string | null, template: string | null, 
/**
 * The most cash to one consignor in a day; none: cash pays nobody.
 */
cash: Money | null, office: boolean, office_till: string, };

export type PeopleView = { people: Array<PersonView>, };

export type PersonView = { id: string, name: Name, role: Role, active: boolean, limits: OwnLimits, 
/**
 * The own discount limit as it is typed: `7.5`.
 */
discount_text: string | null, paid_out: Money | null, 
/**
 * Wrong PINs in a row.
 */
wrong_pins: number, 
/**
 * Only a manager lets them in again.
 */
shut_out: boolean, 
/**
 * The mart's last manager: stays one.
 */
last_manager: boolean, };

export type PictureConsignor = { consignor: string, 
/**
 * JPEG or PNG.
 */
content_base64: string, };

export type PictureDraftLine = { draft: string, line: number, piece?: number | null, 
/**
 * JPEG or PNG; none takes it away.
 */
content_base64: string | null, };

export type PictureView = { jpeg_base64: string, };

export type PieceRowView = { code: string, owner_name: Name | null, price: Money | null, note: string, picture: string | null, made_by: Name | null, mark: string, 
/**
 * `here`, `sold`, `broken`, `given`, `lost`, `transit` or `sent`.
 */
state: string, };

export type PieceSaid = { price_paise?: Paise | null, note: string, made_by?: Name | null, mark: string, };

export type PieceStepView = { at: string, state: string, 
/**
 * Of the note or bill.
 */
number: string | null, };

export type PieceStoryView = { piece: PieceRowView, item: string, name: Name, steps: Array<PieceStepView>, };

export type PieceView = { code: string, price: Money | null, note: string, picture: string | null, made_by: Name | null, mark: string, };

export type PostSettlements = { run: string, 
/**
 * None: everyone who can be settled.
 */
consignors?: Array<string> | null, total_paise: Paise, };

export type PreviewPayment = { tenders: Array<TenderInput>, };

export type PreviewSettlement = { consignor: string, };

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

export type PriceLine = { line: number, price_paise: Paise | null, };

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

export type PrintBooks = { page: BooksPage, };

export type PrintCode = { code: string, };

export type PrintJobView = { id: number, 
/**
 * The bill's number, `Z 3`, the file's name, or nothing.
 */
what: string, 
/**
 * It prints the report of a shift.
 */
report: boolean, form: Form, route: Route, copy: number, 
/**
 * It opened the drawer, or shall.
 */
drawer: boolean, 
/**
 * Why it was opened without a sale.
 */
reason: string, 
/**
 * `waiting`, `printing`, `printed`, `doubt`, `dropped`.
 */
state: string, attempts: number, 
/**
 * A fault's code.
 */
problem: string | null, 
/**
 * An operator's id.
 */
asked_by: string, asked_at: string, };

export type PrintJobsView = { jobs: Array<PrintJobView>, };

export type PrintedCodeView = { 
/**
 * Not, and no problem: this till has no printer that leaves nothing behind, so the screen itself must print it.
 */
printed: boolean, place: string, 
/**
 * A fault's code; its words say what to do.
 */
problem: string | null, };

export type PrinterSetting = { 
/**
 * None: receipts are shown only.
 */
printer: Device | null, 
/**
 * 80 or 58.
 */
width_mm: number, };

export type PrinterState = "ready" | "none" | "failing" | "near_end";

export type PrintersView = { receipt: PrinterSetting | null, sheet: Device | null, label: Device | null, report: Device | null, languages: PaperLanguages, logo: boolean, 
/**
 * Queues of the system's print service.
 */
queues: Array<string>, };

export type Promise = { 
/**
 * Days a sale is held before it is payable: the customer's time to bring it back.
 */
holding_days: number, 
/**
 * Days from the sale within which it is paid.
 */
payout_days: number, 
/**
 * Less than this is carried to the next payout.
 */
minimum_paise: Paise, 
/**
 * The most of one settlement that a recovery may take.
 */
recovery_bps: Bps, };

export type ProofDifferenceView = { name: Name, left: string, right: string, };

export type ProofPartView = { name: Name, amount: Money, };

export type ProofView = { key: string, left: string, right: string, holds: boolean, 
/**
 * The first that differs, and how: one's name and both figures.
 */
differs: ProofDifferenceView | null, 
/**
 * What one side is made of.
 */
parts: Array<ProofPartView>, };

export type ProveAccount = { consignor: string, reference: string, 
/**
 * The name that the bank has for the account.
 */
name_at_bank: string, };

export type ProvenView = { 
/**
 * How like the names are.
 */
like: string, account: AccountState, };

export type PurchaseRowView = { invoice: string, vendor: Name, date: string, total: Money, owed: Money, };

export type PurchasesView = { vendors: Array<Vendor>, purchases: Array<PurchaseRowView>, 
/**
 * Business date of today.
 */
today: string, };

export type QueuesView = { queues: Array<string>, };

export type Rail = "bank" | "upi" | "cash";

export type RateSumView = { 
/**
 * `5%`.
 */
rate: string, taxable: Money, cgst: Money, sgst: Money, igst: Money, };

export type RecallBasket = { basket: string | null, };

export type ReceiptQuestion = { number: string, due: Money, };

export type ReceiptView = { number: string, png_base64: string, width: number, height: number, text: string, 
/**
 * Duplicates asked for so far.
 */
copies: number, };

export type RecountLine = { draft: string, line: number, brought_milli: Milli, };

export type RecoverPin = { code: string, manager: string, pin: string, };

export type RecoveryCodeView = { code: string, };

export type RecoveryRowView = { row: StatementRowView, taken: Money, left: Money, };

export type RemoveLine = { line: number, };

export type RepaidRowView = { 
/**
 * When it was given.
 */
date: string, 
/**
 * How much it was.
 */
advance: Money, repaid: Money, left: Money, };

export type ReplyFault = "unknown_settlement" | "not_sent" | "other_amount" | "not_an_amount" | "reference_wrong" | "reference_used" | "reference_twice" | "settlement_twice" | "unknown_status" | "formula";

export type ReplyRowView = { 
/**
 * As a spreadsheet counts: the header is row 1.
 */
row: number, number: string, name: Name | null, amount: string, reference: string, 
/**
 * It arrived; else it failed.
 */
paid: boolean, 
/**
 * It was taken from an earlier reply.
 */
known: boolean, reason: string, fault: ReplyFault | null, };

export type ReplyView = { rows: Array<ReplyRowView>, paid: number, failed: number, known: number, faults: number, total_paid: Money, };

export type RestoreCopy = { id: string, };

export type ReturnApproval = { id: string, vendor: string, lines: Array<StockLine>, reason: string, };

export type ReturnInput = { id: string, number: string, lines: Array<SliceInput>, reason: string, 
/**
 * All of the money is kept as a credit note; else it goes back the way it came.
 */
to_note: boolean, };

export type ReturnView = { number: string, 
/**
 * Its credit notes; none before it happened.
 */
notes: Array<string>, refund: Money, 
/**
 * How the money goes back.
 */
ways: Array<TenderView>, 
/**
 * Too late to reduce GST (CGST Act s.34(2)).
 */
late: boolean, 
/**
 * Who is signed in needs a manager's PIN for it.
 */
approval: boolean, 
/**
 * What the mart owes the makers of what came back broken.
 */
compensation: Money, };

export type ReviewView = { id: string, 
/**
 * Items that are as the books say.
 */
right: number, differences: Array<DifferenceView>, 
/**
 * What would be owed to consignors if every difference stood.
 */
compensation: Money, };

export type Role = "cashier" | "storekeeper" | "manager" | "approver";

export type Route = "receipt" | "sheet" | "label" | "report";

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

export type RowFaultCode = "aadhaar" | "barcode_taken" | "barcode_twice" | "dead_zone" | "empty" | "formula" | "negative_price" | "no_agreement" | "not_a_date" | "not_a_number" | "not_a_price" | "not_yes_no" | "past" | "price_too_high" | "sku_twice" | "stock_of_known" | "too_long" | "unfit" | "unit_unfit" | "unknown_class" | "unknown_consignor" | "unknown_district" | "unknown_icon" | "unknown_item" | "unknown_unit" | "unprintable" | "wrong_width" | "zero_price";

export type SaleView = { number: string, due: Money, change: Money, tenders: Array<TenderView>, 
/**
 * A receipt is on its way to a printer.
 */
printing: boolean, };

export type SaveBooks = { page: BooksPage, file: ListFile, };

export type SaveList = { file: ListFile, };

export type SaveStock = { list: ViewStock, file: ListFile, };

export type SaveStockCount = { count: string, file: ListFile, };

export type SavedView = { path: string, };

export type Scan = { code: string, quantity_milli?: Milli | null, };

export type ScanStock = { count: string, code: string, quantity_milli?: Milli | null, };

export type ScannedView = { item: CountedView, scans: number, };

export type Search = { text: string, limit: number, };

export type SearchView = { hits: Array<HitView>, };

export type SecondCountView = { by: Name, 
/**
 * Why it was given up.
 */
given_up: string | null, 
/**
 * What it found otherwise than it stood, and what of it stands no more.
 */
found: Array<FoundAgainView>, };

export type SendLine = { item: string, owner: string, qty_milli: Milli, pieces?: Array<string>, };

export type SendPayouts = { id: string, rail: Rail, settlements: Array<string>, };

export type SendTransfer = { id: string, to: MartAddress, lines: Array<SendLine>, note: string, };

export type SentView = { id: string, rail: Rail, at: string, by: Name, count: number, total: Money, 
/**
 * Where the file lies.
 */
path: string | null, sha256: string | null, file: FileState | null, payouts: Array<SettlementRowView>, };

export type SeriesView = { prefix: string, first: string, last: string, count: number, };

export type SetBuyer = { buyer: Buyer, consent: boolean, };

export type SetConsignor = { consignor: Consignor, 
/**
 * None: what is kept stays.
 */
identity?: Identity | null, consent?: boolean, };

export type SetCopies = { folder: string, };

export type SetDraftLine = { draft: string, line: number, brought_milli: Milli, accepted_milli: Milli, reason: string, asked_paise?: Paise | null, 
/**
 * Each accepted one is a unique piece and gets a tag of its own.
 */
unique: boolean, 
/**
 * Who of the consignor's artisans made all of it.
 */
made_by?: Name | null, 
/**
 * What tells the pieces apart, in the order of their tags.
 */
pieces: Array<PieceSaid>, };

export type SetLanguage = { language: Language, };

export type SetPaper = { languages: PaperLanguages, 
/**
 * A PNG; empty takes it away, none leaves it as it is.
 */
logo_base64: string | null, };

export type SetPicture = { item: string, content_base64: string, };

export type SetQuantity = { line: number, quantity_milli: Milli, };

export type SetRoute = { route: Route, printer: Device | null, };

export type SetUpMart = { language: Language, mart: MartFacts, operators: Array<NewOperator>, printer: PrinterSetting | null, };

export type SetUpView = { districts: Array<CodeView>, 
/**
 * What of it is not right, as a refusal would name it.
 */
gstin_wrong: string | null, 
/**
 * The State of its first two digits.
 */
state: Name | null, };

export type SettingsView = { mart: Mart, 
/**
 * What a cashier may take to the safe at once.
 */
drop_limit_paise: Paise, till_code: string, printer: PrinterSetting | null, copies_place: string, 
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

export type SettleTransfer = { transfer: string, lines: Array<Became>, note: string, };

export type SettlementNumber = { number: string, };

export type SettlementRowView = { id: string, number: string, consignor: string, name: Name, village: Name, on: string, upto: string, net: Money, state: State, 
/**
 * When it came to that.
 */
state_on: string, posted_by: Name, 
/**
 * Who is signed in posted it, so somebody else must approve.
 */
own: boolean, approved_by: Name | null, rail: Rail | null, reference: string | null, reason: string | null, commission: string | null, credit: string | null, account: AccountState, masked: string, by_upi: boolean, };

export type SettlementsView = { 
/**
 * A page of them.
 */
rows: Array<SettlementRowView>, 
/**
 * All that were asked for, and what they pay.
 */
count: number, total: Money, more: boolean, office: boolean, };

export type ShareView = { consignor: Name, consignor_gets: Money, 
/**
 * The mart's margin or commission, without GST.
 */
mart_keeps: Money, commission: string, };

export type ShiftNumber = { number: number | null, };

export type ShiftReportView = { 
/**
 * The number of the shift, and so of its Z.
 */
number: number, 
/**
 * Closed: this is its Z. Else an X, which may be asked for again.
 */
closed: boolean, 
/**
 * `LKO1A`.
 */
till: string, operator: Name, opened_on: string, opened_at: string, closed_on: string | null, closed_at: string | null, closed_by: Name | null, handed_to: Name | null, 
/**
 * The last business date of it.
 */
business_date: string, series: Array<SeriesView>, sales: number, sold: Money, returns: number, returned: Money, voids: number, voided: Money, net: Money, 
/**
 * None: not told before the count.
 */
tenders: Array<TenderSumView> | null, rates: Array<RateSumView>, 
/**
 * Sold on memos in consignors' names, in none of the rates.
 */
memos: Money, round_off: Money, discounts: Array<DiscountSumView>, movements: Array<MovementView>, 
/**
 * None: not told before the count.
 */
cash: CashView | null, counts: Array<DrawerCountView>, reprints: number, pin_refusals: number, 
/**
 * All sales of the till since it began.
 */
grand_total: Money, 
/**
 * The last entry of the report and the first 16 digits of its hash.
 */
entry: number, hash: string, };

export type ShiftView = { number: number, operator: Name, 
/**
 * `10:42`.
 */
opened_at: string, float: Money, };

export type ShiftsView = { 
/**
 * The open one, if who is signed in may see it.
 */
open: number | null, closed: Array<PastShiftView>, };

export type ShortView = { 
/**
 * None: the mart's own.
 */
name: Name | null, lost: string, compensation: Money, };

export type ShowUpi = { paise: Paise, 
/**
 * How many UPI payments of this bill come before it.
 */
before?: number, };

export type SidesView = { debit: Money | null, credit: Money | null, };

export type SignIn = { operator: string, pin: string, };

export type SignedInView = { operator: OperatorView, shift: ShiftView | null, 
/**
 * Asked after a crash.
 */
question: ReceiptQuestion | null, };

export type SignerView = { till: string, 
/**
 * The key in groups, to compare with what the other mart says on the telephone.
 */
key: string, 
/**
 * A manager believed it before.
 */
known: boolean, };

export type SliceInput = { line: number, quantity_milli: Milli, resellable: boolean, };

export type StartDraft = { consignor: string, };

export type StartStockCount = { category: string, };

export type StartView = { mart: Name, place: Name, till_code: string, demo: boolean, language: Language, look: Look, operators: Array<OperatorView>, signed_in: SignedInView | null, 
/**
 * Who is signed in must show their PIN again.
 */
locked: boolean, 
/**
 * Minutes without a key until the screen locks; 0: never.
 */
lock_minutes: number, };

export type State = "posted" | "withdrawn" | "approved" | "sent" | "confirmed" | "failed";

export type StateView = { code: string, name: Name, };

export type StatementFiguresView = { 
/**
 * What stood to be recovered before, negative.
 */
opening: Money, sold: Money, 
/**
 * Negative.
 */
returned: Money, 
/**
 * Of what was sold, less that of what came back.
 */
commission: Money, commission_gst: Money, fees: Money, compensation: Money, earned: Money, recovered: Money, repaid: Money, net: Money, net_words: Name, 
/**
 * What stands to be recovered after, negative.
 */
closing: Money, 
/**
 * Waits for the customer's time to bring goods back.
 */
held: Money, };

export type StatementPaidView = { rail: Rail, sent_on: string, 
/**
 * The bank's reference, or the voucher's number.
 */
reference: string | null, confirmed_on: string | null, };

export type StatementRowView = { kind: DueKind, date: string, 
/**
 * Number of the bill, or of the credit note; empty where goods were lost in the mart.
 */
bill: string, 
/**
 * The bill it takes back.
 */
against: string | null, name: Name, piece: string | null, quantity: string, unit: Name, 
/**
 * What the customer paid for it.
 */
price: Money, goods: Money, commission: Money, commission_gst: Money, fees: Money, compensation: Money, share: Money, 
/**
 * Why it is compensated.
 */
cause: Cause | null, 
/**
 * By when it was promised; none where it takes back.
 */
promised_by: string | null, };

export type StatementView = { 
/**
 * None: nothing is posted yet.
 */
number: string | null, state: State | null, date: string, consignor: PayeeView, 
/**
 * When it was last settled; none: never.
 */
since: string | null, upto: string, 
/**
 * Sales, each followed by what takes it back; losses in their order.
 */
rows: Array<StatementRowView>, recoveries: Array<RecoveryRowView>, repaid: Array<RepaidRowView>, figures: StatementFiguresView, 
/**
 * What they earned in the twelve months up to it, each month's.
 */
income: Array<BarView>, 
/**
 * By when the first of it was promised.
 */
promised_by: string | null, 
/**
 * Days after the sale within which the agreement promises the money.
 */
promise_days: number, 
/**
 * Days the promise was or is missed by; 0: it is kept.
 */
late_days: number, 
/**
 * Number of the invoice of the commission.
 */
commission_bill: string | null, 
/**
 * Number of the credit note of commission that was billed before.
 */
commission_credit: string | null, posted_by: Name | null, approved_by: Name | null, paid: StatementPaidView | null, 
/**
 * Why it was withdrawn or failed.
 */
reason: string | null, };

export type StatesView = { own: string, states: Array<StateView>, };

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
 * Only a person can say whether they came out.
 */
jobs_in_doubt: number, 
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

export type Step = "remind" | "markdown" | "give_back";

export type StockCountItem = { count: string, item: string, };

export type StockCountView = { id: string, began: string, by: Name, 
/**
 * Empty: all goods.
 */
category: string, 
/**
 * What was scanned last stands first.
 */
items: Array<CountedView>, scans: number, };

export type StockCountsView = { counts: Array<StockCountView>, };

export type StockFilter = "here" | "negative" | "ageing" | "reorder" | "lost" | "all";

export type StockItem = { item: string, };

export type StockItemView = { rows: Array<StockRowView>, pieces: Array<PieceRowView>, moves: Array<MoveView>, };

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

export type StockRowView = { item: string, sku: string, barcode: string, name: Name, variant: string, icon: string, picture: string | null, unit: Name, owner: string, 
/**
 * None: the mart's own.
 */
owner_name: Name | null, received: string, sold: string, given_back: string, lost: string, 
/**
 * Promised for what is lost.
 */
owed: Money, 
/**
 * On the way to another mart, and taken in there.
 */
in_transit: string, sent: string, here: string, here_milli: Milli, 
/**
 * The item's level at which more is to be asked for.
 */
reorder: string, 
/**
 * Sold in the last 30 days, where the list is of what runs out or is saved whole.
 */
sold_lately: string | null, 
/**
 * Days since the oldest of it came.
 */
days: number | null, price: Money | null, 
/**
 * What the agreement's ladder asks to do.
 */
step: Step | null, 
/**
 * The highest step that was done, and whether they agreed.
 */
done: Step | null, agreed: boolean | null, 
/**
 * The prices that would be agreed in a markdown: the item's, and those of pieces that have their own.
 */
lower: Array<Money>, };

export type StockView = { rows: Array<StockRowView>, total: number, 
/**
 * There are more than `total`: nobody counted on.
 */
more: boolean, 
/**
 * Owners whose goods are here, for choosing one.
 */
owners: Array<OwnerView>, 
/**
 * What is promised for all that was lost, where the list is of that.
 */
owed: Money | null, };

export type SupplyMode = "A1" | "A2" | "B";

export type TagsOf = { number: string, sheet: LabelSheet, };

export type TakeApproval = { id: string, 
/**
 * GSTIN.
 */
vendor: string, challan: string, challan_date: string, lines: Array<StockLine>, };

export type TakeBackMoney = { id: string, reason: string, };

export type TakePayment = { basket: string, tenders: Array<TenderInput>, };

export type TakenView = { number: string, name: Name, accepted: Name, 
/**
 * Tags of unique pieces that were given.
 */
tags: Array<string>, };

export type TemplateView = { id: string, name: Name, needs_corporate_id: boolean, };

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

export type TenderKind = "cash" | "upi" | "card" | "credit_note" | "memo_cancelled";

export type TenderSumView = { kind: TenderKind, taken: Money, refunded: Money, };

export type TenderView = { kind: TenderKind, amount: Money, given: Money | null, reference: string | null, };

export type TestPrint = { printer: PrinterSetting | null, route: Route | null, };

export type TestPrintView = { printed: boolean, place: string, 
/**
 * A fault's code; its words say what to do.
 */
problem: string | null, 
/**
 * The printer says how it is.
 */
answers: boolean, near_end: boolean, };

export type Theme = "auto" | "light" | "dark";

export type TransferLineView = { sku: string, name: Name, icon: string, picture: string | null, unit: Name, owner_name: Name | null, quantity: string, qty_milli: Milli, value: Money, pieces: Array<string>, 
/**
 * Once it is known; of what was taken in, how much came.
 */
arrived: string | null, lost: string | null, back: string | null, 
/**
 * Owed to the owner for what was lost.
 */
compensation: Money | null, };

export type TransferRowView = { id: string, number: string, state: TransferState, date: string, mart: Name, lines: number, value: Money, };

export type TransferState = "on_the_way" | "settled" | "taken";

export type TransferTags = { transfer: string, sheet: LabelSheet, };

export type TransferView = { id: string, number: string, state: TransferState, date: string, 
/**
 * The other mart.
 */
mart: MartAddress, note: string, value: Money, lines: Array<TransferLineView>, 
/**
 * What the code on its challan says, where it was sent from here.
 */
code: string | null, };

export type TransfersView = { transfers: Array<TransferRowView>, 
/**
 * Other marts, the last first.
 */
marts: Array<MartAddress>, gstin: string, };

export type TrialBalanceView = { from: string, to: string, 
/**
 * `2026-27`.
 */
year: string, 
/**
 * The years there are books of, newest first, by the year each begins in.
 */
years: Array<number>, groups: Array<TrialGroupView>, opening: SidesView, moved: SidesView, closing: SidesView, 
/**
 * Every pair of sums is equal.
 */
balances: boolean, };

export type TrialGroupView = { name: Name, rows: Array<TrialRowView>, };

export type TrialRowView = { account: string, name: Name, opening: SidesView, 
/**
 * What it did over the days.
 */
moved: SidesView, closing: SidesView, 
/**
 * A computed line has no ledger.
 */
computed: boolean, };

export type TryPrinter = { mart: Name, printer: PrinterSetting, };

export type UnlockOperator = { operator: string, };

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

export type UpiReference = { of: string, place: number, reference: string, };

export type UpiTaskView = { number: string, date: string, time: string, of: string, place: number, amount: Money, reference: string, unsure: boolean, };

export type UpiTasksView = { 
/**
 * Payments whose reference nobody has typed, the newest first.
 */
claims: Array<UpiTaskView>, 
/**
 * Money to give back through the bank's app, the oldest first.
 */
refunds: Array<UpiTaskView>, 
/**
 * There are more of either, shown as these get done.
 */
more: boolean, };

export type UpiView = { payee: string, amount: Money, reference: string, uri: string, size: number, path: string, };

export type Vendor = { 
/**
 * Their GST registration, which is how they are known.
 */
gstin: string, 
/**
 * In both scripts.
 */
name: Name, 
/**
 * As on their invoices.
 */
address: string, };

export type ViewDue = { text: string, filter: DueFilter, 
/**
 * Id of their district; none: all districts.
 */
district?: string | null, 
/**
 * Who was chosen to be settled: told what they come to, whether the list shows them or not.
 */
chosen?: Array<string>, };

export type ViewItems = { 
/**
 * Words as at the counter; empty for all.
 */
text: string, filter: Filter, offset: number, };

export type ViewLedger = { account: string, days: Days, offset?: number, };

export type ViewPassbook = { consignor: string, page?: number | null, };

export type ViewSetUp = { gstin: string, };

export type ViewSettlements = { 
/**
 * None: in whatever state.
 */
state?: State | null, 
/**
 * None: of everyone.
 */
consignor?: string | null, 
/**
 * A part of a number, or of a consignor's name or village in either script.
 */
text?: string, offset: number, };

export type ViewStock = { 
/**
 * `mart` or `consignor:<id>`; none: of all.
 */
owner?: string | null, text: string, filter: StockFilter, offset: number, };

export type VoidSale = { number: string, reason: string, };

export type WaitsView = "nothing" | "carried" | "below_minimum" | "no_agreement";

export type WayView = { from: AccountView, to: Array<AccountView>, };

export type Which = { "category": string } | { "item": string };

export type WhichCamera = { camera: string, };

export type WhichConsignor = { consignor: string, };

export type WhichDraft = { draft: string, };

export type WhichItem = { item: string, };

export type WhichPicture = { picture: string, };

export type WhichPiece = { code: string, };

export type WhichSent = { id: string, };

export type WhichSettlement = { settlement: string, };

export type WhichSettlements = { settlements: Array<string>, };

export type WhichSlip = { "note": { number: string, } } | { "agreement": { consignor: string, version: number, } };

export type WhichStockCount = { count: string, };

export type WhichTransfer = { transfer: string, };

export type WhichYear = { year?: number, };

export type WithdrawSettlements = { settlements: Array<string>, reason: string, };

export type WriteNote = { line: number | null, note: string, };

export type YearClassView = { name: Name, rows: Array<YearRowView>, sum: Money, };

export type YearEndView = { year: string, years: Array<number>, from: string, to: string, 
/**
 * The year goes on.
 */
goes_on: boolean, income: YearClassView, expenses: YearClassView, 
/**
 * Income less expenses; a loss is negative.
 */
surplus: Money, assets: YearClassView, liabilities: YearClassView, 
/**
 * With the surplus of this year and of those before it.
 */
equity: YearClassView, 
/**
 * Liabilities and equity.
 */
owed: Money, balances: boolean, };

export type YearRowView = { account: string, name: Name, amount: Money, };

/** Why a command did not happen. Match `code`; its words are in the locale. */
export type Refused = { kind: "refusal" | "fault"; code: string; params: Record<string, string | number> };

/** Every command with its input and output. */
export type Commands = {
  view_start: [Nothing, StartView];
  set_language: [SetLanguage, StartView];
  set_look: [Look, StartView];
  sign_in: [SignIn, SignedInView];
  sign_out: [Nothing, StartView];
  lock_screen: [Nothing, StartView];
  unlock_operator: [UnlockOperator, StartView];
  view_status: [Nothing, StatusView];
  accept_clock: [AcceptClock, StatusView];
  open_shift: [OpenShift, ShiftView];
  view_count: [CashCount, CountView];
  count_drawer: [CloseShift, DrawerView];
  close_shift: [CloseShift, DrawerView];
  hand_over: [HandOver, DrawerView];
  move_cash: [MoveCash, ShiftView];
  view_shift_report: [ShiftNumber, ShiftReportView];
  print_report: [PaperReport, PrintJobsView];
  save_report: [PaperReport, SavedView];
  view_shifts: [Nothing, ShiftsView];
  view_basket: [Nothing, BasketView];
  scan: [Scan, BasketView];
  search: [Search, SearchView];
  add_item: [AddItem, BasketView];
  set_quantity: [SetQuantity, BasketView];
  discount_line: [DiscountLine, BasketView];
  discount_basket: [DiscountBasket, BasketView];
  price_line: [PriceLine, BasketView];
  write_note: [WriteNote, BasketView];
  undo: [Nothing, BasketView];
  remove_line: [RemoveLine, BasketView];
  empty_basket: [Nothing, BasketView];
  hold_basket: [Nothing, BasketView];
  recall_basket: [RecallBasket, BasketView];
  set_buyer: [SetBuyer, BasketView];
  clear_buyer: [Nothing, BasketView];
  find_customer: [FindCustomer, FoundView];
  view_states: [Nothing, StatesView];
  forget_customer: [ForgetCustomer, DoneView];
  preview_payment: [PreviewPayment, PaymentView];
  show_upi: [ShowUpi, UpiView];
  take_payment: [TakePayment, SaleView];
  view_receipt: [BillNumber, ReceiptView];
  reprint_receipt: [BillNumber, SaleView];
  save_receipt: [BillNumber, SavedView];
  answer_receipt: [AnswerReceipt, SignedInView];
  view_bills: [FindBills, BillsView];
  view_bill: [BillText, BillView];
  view_upi_tasks: [Nothing, UpiTasksView];
  claim_upi: [UpiReference, UpiTasksView];
  finish_upi_refund: [UpiReference, UpiTasksView];
  preview_return: [ReturnInput, ReturnView];
  take_return: [ReturnInput, ReturnView];
  start_exchange: [ReturnInput, BasketView];
  drop_exchange: [Nothing, BasketView];
  void_sale: [VoidSale, BillView];
  view_credit_note: [NoteNumber, CreditNoteView];
  set_printer: [PrinterSetting, StatusView];
  view_printers: [Nothing, PrintersView];
  set_route: [SetRoute, PrintersView];
  set_paper: [SetPaper, PrintersView];
  test_print: [TestPrint, TestPrintView];
  view_print_jobs: [Nothing, PrintJobsView];
  retry_print_job: [JobId, PrintJobsView];
  drop_print_job: [DropPrintJob, PrintJobsView];
  print_document: [Document, PrintJobsView];
  save_document: [Document, SavedView];
  make_labels: [MakeLabels, LabelsView];
  open_drawer: [OpenDrawer, PrintJobsView];
  set_copies: [SetCopies, StatusView];
  view_settings: [Nothing, SettingsView];
  set_settings: [Mart, DoneView];
  view_people: [Nothing, PeopleView];
  set_operator: [NewOperator, DoneView];
  recover_manager: [RecoverPin, RecoveryCodeView];
  print_recovery_code: [PrintCode, PrintedCodeView];
  make_recovery_code: [Nothing, RecoveryCodeView];
  view_items: [ViewItems, ItemsView];
  view_item: [WhichItem, ItemView];
  view_item_choices: [Nothing, ChoicesView];
  preview_price: [Price, PricePreview];
  open_camera: [Nothing, CameraView];
  view_camera: [WhichCamera, CameraView];
  close_camera: [WhichCamera, CameraView];
  set_picture: [SetPicture, ItemView];
  view_picture: [WhichPicture, PictureView];
  preview_import: [ImportFile, ImportView];
  import_items: [ImportItems, ImportedView];
  export_items: [Nothing, ExportedView];
  save_items: [Nothing, SavedView];
  set_item: [Item, DoneView];
  set_price: [Price, DoneView];
  view_consignors: [Nothing, ConsignorsView];
  view_consignor: [WhichConsignor, ConsignorView];
  set_consignor: [SetConsignor, ConsignorView];
  set_agreement: [Agreement, DoneView];
  picture_consignor: [PictureConsignor, ConsignorView];
  forget_consignor: [WhichConsignor, DoneView];
  ask_bank: [AskBank, ConsignorView];
  answer_bank: [AnswerBank, ConsignorView];
  view_drafts: [Nothing, DraftsView];
  start_draft: [StartDraft, DraftView];
  drop_draft: [GiveUp, DraftsView];
  add_to_draft: [AddToDraft, DraftView];
  set_draft_line: [SetDraftLine, DraftView];
  remove_draft_line: [DraftLineNo, DraftView];
  picture_draft_line: [PictureDraftLine, DraftView];
  note_draft: [NoteDraft, DraftView];
  recount_draft: [WhichDraft, DraftView];
  recount_line: [RecountLine, DraftView];
  drop_recount: [GiveUp, DraftView];
  print_slip: [WhichSlip, PrintJobsView];
  save_slip: [WhichSlip, SavedView];
  print_tags: [TagsOf, LabelsView];
  print_statement: [AccountOn, PrintJobsView];
  print_statements: [AccountsOn, PrintJobsView];
  save_statement: [AccountOn, SavedView];
  print_commission_bill: [AccountOn, PrintJobsView];
  save_commission_bill: [AccountOn, SavedView];
  print_voucher: [AccountOn, PrintJobsView];
  save_voucher: [AccountOn, SavedView];
  view_passbook: [ViewPassbook, PassbookView];
  print_passbook: [PassbookOn, PrintJobsView];
  save_passbook: [PassbookOn, SavedView];
  view_artisan: [FindArtisan, ArtisanFoundView];
  view_stock: [ViewStock, StockView];
  view_home: [Nothing, HomeView];
  save_stock: [SaveStock, SavedView];
  save_consignors: [SaveList, SavedView];
  save_consignments: [SaveList, SavedView];
  save_stock_count: [SaveStockCount, SavedView];
  save_transfers: [SaveList, SavedView];
  save_approvals: [SaveList, SavedView];
  save_purchases: [SaveList, SavedView];
  print_transfer_tags: [TransferTags, LabelsView];
  view_purchases: [Nothing, PurchasesView];
  set_vendor: [Vendor, DoneView];
  preview_purchase: [Invoice, InvoiceView];
  take_purchase: [Invoice, InvoiceView];
  view_approvals: [Nothing, ApprovalsView];
  take_approval: [TakeApproval, ApprovalsView];
  return_approval: [ReturnApproval, GivenBackView];
  view_trial_balance: [Days, TrialBalanceView];
  view_ledger: [ViewLedger, LedgerView];
  view_year_end: [WhichYear, YearEndView];
  view_closing_proof: [Nothing, ClosingProofView];
  view_money_moves: [Nothing, MoneyMovesView];
  move_money: [MoveMoney, MoneyMovesView];
  take_back_money: [TakeBackMoney, MoneyMovesView];
  save_books: [SaveBooks, SavedView];
  print_books: [PrintBooks, PrintJobsView];
  export_books: [ExportBooks, SavedView];
  view_stock_item: [StockItem, StockItemView];
  view_piece: [WhichPiece, PieceStoryView];
  give_back: [GiveBack, GivenBackView];
  preview_adjustment: [AdjustStock, AdjustmentView];
  adjust_stock: [AdjustStock, AdjustmentView];
  view_transfers: [Nothing, TransfersView];
  view_transfer: [WhichTransfer, TransferView];
  send_transfer: [SendTransfer, TransferView];
  save_transfer: [WhichTransfer, SavedView];
  preview_transfer: [Arrival, ArrivalView];
  take_transfer: [Arrival, TransferView];
  preview_transfer_end: [SettleTransfer, TransferView];
  settle_transfer: [SettleTransfer, TransferView];
  preview_answer: [LetterFile, AnswerView];
  take_answer: [LetterFile, TransferView];
  answer_unsold: [AnswerUnsold, DoneView];
  view_stock_counts: [Nothing, StockCountsView];
  start_stock_count: [StartStockCount, StockCountView];
  scan_stock: [ScanStock, ScannedView];
  undo_stock_scan: [WhichStockCount, StockCountView];
  recount_stock_item: [StockCountItem, StockCountView];
  drop_stock_count: [WhichStockCount, StockCountsView];
  review_stock_count: [WhichStockCount, ReviewView];
  close_stock_count: [CloseStockCount, DoneView];
  view_due: [ViewDue, DueView];
  preview_settlement: [PreviewSettlement, StatementView];
  post_settlements: [PostSettlements, SettlementsView];
  withdraw_settlements: [WithdrawSettlements, SettlementsView];
  approve_settlements: [WhichSettlements, SettlementsView];
  view_settlements: [ViewSettlements, SettlementsView];
  view_settlement: [SettlementNumber, StatementView];
  view_payouts: [Nothing, PayoutsView];
  preview_bank_file: [SendPayouts, BankFileView];
  send_payouts: [SendPayouts, SentView];
  show_payout_upi: [WhichSettlement, UpiView];
  check_bank_file: [WhichSent, SentView];
  confirm_payout: [ConfirmPayout, SettlementRowView];
  fail_payout: [FailPayout, SettlementRowView];
  preview_bank_reply: [BankReply, ReplyView];
  take_bank_reply: [BankReply, ReplyView];
  view_advances: [Nothing, AdvancesView];
  pay_advance: [PayAdvance, DoneView];
  prove_account: [ProveAccount, ProvenView];
  view_notes: [WhichConsignor, NotesView];
  take_consignment: [WhichDraft, TakenView];
  receive_stock: [StockReceived, DoneView];
  view_copies: [Nothing, CopiesView];
  restore_copy: [RestoreCopy, StartView];
  view_set_up: [ViewSetUp, SetUpView];
  set_up_mart: [SetUpMart, RecoveryCodeView];
  view_queues: [Nothing, QueuesView];
  try_printer: [TryPrinter, TestPrintView];
  set_up_demo: [Nothing, Nothing];
};
