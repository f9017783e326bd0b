//! THE RULES of selling, GST and consignment. Values in, values out: no IO, clock, randomness, async,
//! logging or float lives here; time and ids come in as arguments.
//!
//! # Words
//! - **Mart**: one ODOP shop; has a GSTIN and a State.
//! - **Till**: one selling computer; the sole writer of its journal.
//! - **Operator**: a person signed in: cashier, storekeeper, manager or approver.
//! - **Shift**: one operator's charge of one till: float, count, difference.
//! - **Item**: a kind of thing sold. Every size or colour is an item of its own.
//! - **Owner**: whose goods they are: the mart's, a consignor's or, while they are on **approval**, a vendor's; fixed on every stock move and sale line.
//! - **Consignor**: the artisan, group or society that owns goods until they are sold.
//! - **Consignment**: one receipt of goods on sale-or-return, line by line, accepted or rejected.
//! - **Piece**: one unique, tagged object of an item.
//! - **Certificate**: what the mart vouches for of one line that was sold, signed by its till.
//! - **Agreement**: dated terms with a consignor; its **terms** are frozen on every line sold under it.
//! - **Supply mode**: in whose name consigned goods are sold. **Margin**: the mart's share, in basis points.
//! - **Due**: what a consignor is owed, line by line, since goods were sold; **held** while a customer may bring them back.
//! - **Settlement**: a consignor's statement for a period, numbered. **Payout**: its money, sent, confirmed or failed.
//!   **Passbook**: all that changed what a consignor is owed, with the balance after each.
//! - **Recovery**: what a consignor owes back for goods that came back after they were paid; carried and capped, never
//!   collected. **Advance**: money lent on goods to come, repaid out of settlements.
//! - **Office till**: the one till of a mart that settles and pays.
//! - **Account**: a place in the mart's books where what it has, owes, earns or spends is counted. **Posting**: one side of
//!   a double entry. **Money move**: money that goes from one account to another otherwise than over the counter.
//! - **Vendor**: a registered business that sells to the mart. **Purchase**: its invoice, taken into the mart's own stock.
//! - **Transfer**: goods sent to another mart of the same GST registration by a **challan**; the **parcel** is all that goes
//!   with them, the **answer** what the other mart says came, and each is a signed **letter**.
//! - **Basket**: changeable lines without a number. **Sale**: a closed, numbered fact.
//! - **Tender**: money's worth given against the due.
//! - **Bill**: the numbered tax document. **Receipt**: the printed paper.
//! - **Buyer**: who buys, as far as law and paper ask; a **customer** is a buyer who agreed to be remembered.
//! - **Void**: a sale taken back whole in its own shift. **Return**: goods back later, giving a **credit note** or, of a
//!   consignor's memo, a **sale memo return**;
//!   **refund** is the tender paid back. **Exchange**: a return and a sale in one.
//! - **Dead zone**: tax-inclusive prices for which neither rate of a threshold class is self-consistent.
//! - **Entry**, **Journal**: one fact as written; a till's append-only chain of them.
//! - **Refusal**: the rules say no. (A *fault*, something broke, is the till's word, not ours.)

pub mod aadhaar;
pub mod account;
pub mod agreement;
pub mod approval;
pub mod bank_file;
pub mod basket;
pub mod bill;
pub mod books;
pub mod buyer;
pub mod certificate;
pub mod consignment;
pub mod consignor;
pub mod customer;
pub mod due;
pub mod entry;
pub mod gst;
pub mod item;
pub mod mart;
pub mod money;
pub mod money_move;
pub mod name;
pub mod operator;
pub mod payout;
pub mod purchase;
pub mod quantity;
pub mod quote;
pub mod refusal;
pub mod returns;
pub mod sale;
pub mod settlement;
pub mod shift;
pub mod statement;
pub mod stock;
pub mod tax_pack;
pub mod tender;
pub mod transfer;
pub mod translit;
pub mod typed;
pub mod words;
pub mod year;
