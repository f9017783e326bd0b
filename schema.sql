-- The till's database as it is today: the data dictionary. Money is in paise, quantities in thousandths of
-- the item's unit, rates in basis points, times in microseconds since 1970 UTC, dates as YYYY-MM-DD (India).
--
-- Every table is of one class:
--   journal     append-only truth; triggers refuse any change.
--   projection  can be dropped and rebuilt from the journal; `till verify` compares it row by row.
--   master      what the mart sells, who works there, whose goods; changed only by entries, so rebuilt likewise.
--   local       this computer's own affairs; never sent, never rebuilt.

-- journal: one row = one thing that happened = one transaction.
CREATE TABLE journal (
    seq           INTEGER PRIMARY KEY CHECK (seq >= 1),
    epoch         INTEGER NOT NULL CHECK (epoch >= 1),
    entry_id      BLOB    NOT NULL CHECK (length(entry_id) = 16),
    kind          TEXT    NOT NULL,
    version       INTEGER NOT NULL CHECK (version >= 1),
    at_us         INTEGER NOT NULL,
    payload       BLOB    NOT NULL,
    previous_hash BLOB    NOT NULL CHECK (length(previous_hash) = 32),
    hash          BLOB    NOT NULL CHECK (length(hash) = 32),
    signature     BLOB    NOT NULL CHECK (length(signature) = 64)
) STRICT;

CREATE TRIGGER journal_grows_by_one BEFORE INSERT ON journal
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT raise(ABORT, 'the journal grows by one'); END;
CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal
BEGIN SELECT raise(ABORT, 'the journal never changes'); END;
CREATE TRIGGER journal_never_shrinks BEFORE DELETE ON journal
BEGIN SELECT raise(ABORT, 'the journal never shrinks'); END;

-- journal: numbers of the documents an entry closed, in order.
CREATE TABLE serial (
    number TEXT    PRIMARY KEY CHECK (length(number) <= 16),
    seq    INTEGER NOT NULL REFERENCES journal (seq),
    place  INTEGER NOT NULL CHECK (place >= 0)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER serial_never_changes BEFORE UPDATE ON serial
BEGIN SELECT raise(ABORT, 'a number never changes'); END;
CREATE TRIGGER serial_never_shrinks BEFORE DELETE ON serial
BEGIN SELECT raise(ABORT, 'a number is never taken back'); END;

-- projection: this till, and the public key of each epoch of its journal.
CREATE TABLE till (
    epoch      INTEGER PRIMARY KEY,
    first_seq  INTEGER NOT NULL,
    device     TEXT    NOT NULL,
    till_code  TEXT    NOT NULL CHECK (length(till_code) = 2),
    public_key TEXT    NOT NULL CHECK (length(public_key) = 64),
    key_store  TEXT    NOT NULL CHECK (key_store IN ('os', 'file'))
) STRICT;

-- master: the mart's facts and settings as JSON of domain::mart::Mart, from which entry on: the newest hold, and the
-- duplicate of an old bill says those that it was written under.
CREATE TABLE mart (
    seq  INTEGER PRIMARY KEY,
    body TEXT    NOT NULL CHECK (json_valid(body))
) STRICT;

-- master: who may sign in. pin_phc is Argon2id, peppered with the till's secret; pin_seq is the entry that set it last.
CREATE TABLE operator (
    id      TEXT    PRIMARY KEY,
    name_hi TEXT    NOT NULL,
    name_en TEXT    NOT NULL,
    role    TEXT    NOT NULL CHECK (role IN ('cashier', 'storekeeper', 'manager', 'approver')),
    pin_phc TEXT    NOT NULL,
    pin_seq INTEGER NOT NULL,
    active  INTEGER NOT NULL CHECK (active IN (0, 1)),
    discount_bps   INTEGER CHECK (discount_bps BETWEEN 0 AND 10000),
    paid_out_paise INTEGER CHECK (paid_out_paise >= 0)
) STRICT, WITHOUT ROWID;

-- projection: what operators were called, from which entry on: a report of a past day names them as they were.
CREATE TABLE operator_name (
    operator TEXT    NOT NULL,
    seq      INTEGER NOT NULL,
    name_hi  TEXT    NOT NULL,
    name_en  TEXT    NOT NULL,
    PRIMARY KEY (operator, seq)
) STRICT, WITHOUT ROWID;

-- master: the stretched code by which a manager who forgot the PIN sets a new one; the newest only.
CREATE TABLE recovery (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    code_phc TEXT    NOT NULL
) STRICT;

-- master: the kinds of things sold.
CREATE TABLE item (
    no          INTEGER PRIMARY KEY,
    id          TEXT    NOT NULL UNIQUE,
    sku         TEXT    NOT NULL UNIQUE COLLATE NOCASE,
    barcode     TEXT    NOT NULL UNIQUE,
    name_hi     TEXT    NOT NULL,
    name_en     TEXT    NOT NULL,
    maker_hi    TEXT,
    maker_en    TEXT,
    district_hi TEXT    NOT NULL,
    district_en TEXT    NOT NULL,
    icon        TEXT    NOT NULL,
    hsn         TEXT    NOT NULL,
    rate_class  TEXT    NOT NULL,
    unit        TEXT    NOT NULL,
    gi          INTEGER NOT NULL CHECK (gi IN (0, 1)),
    retired     INTEGER NOT NULL CHECK (retired IN (0, 1)),
    parent      TEXT,
    variant     TEXT    NOT NULL,
    picture     TEXT,
    reorder_milli INTEGER CHECK (reorder_milli >= 0),
    gi_name     TEXT    NOT NULL,
    gi_number   TEXT    NOT NULL,
    net_milli   INTEGER CHECK (net_milli > 0),
    net_unit    TEXT,
    CHECK ((net_milli IS NULL) = (net_unit IS NULL))
) STRICT;

CREATE INDEX item_variants ON item (parent) WHERE parent IS NOT NULL;
CREATE INDEX item_reorder ON item (id) WHERE reorder_milli > 2000;

-- local: photographs of items, small; an item names one by its hash.
CREATE TABLE picture (
    hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
    jpeg BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- local: words of each item for searching, both scripts folded to one spelling; made from `item`. `names` is
-- what it is called, `origin` who made it, where and under which indication, `sold` how well it sells here.
CREATE VIRTUAL TABLE item_words USING fts5 (names, origin, sold, content = '', contentless_delete = 1, prefix = '1 2 3');

-- local: every word of `item_words` that is no number, against which a mistyped one is mended.
CREATE TABLE known_word (word TEXT PRIMARY KEY CHECK (word <> '')) STRICT, WITHOUT ROWID;

-- master: prices from a day on.
CREATE TABLE price (
    item         TEXT    NOT NULL,
    from_date    TEXT    NOT NULL,
    price_paise  INTEGER NOT NULL CHECK (price_paise > 0),
    includes_tax INTEGER NOT NULL CHECK (includes_tax IN (0, 1)),
    PRIMARY KEY (item, from_date)
) STRICT, WITHOUT ROWID;

CREATE INDEX price_of_amount ON price (price_paise);

-- master: artisans, groups and societies whose goods are here. identity is what is personal, sealed, as JSON of
-- domain::consignor::SealedIdentity. Of who was forgotten only what accounts must name is left.
CREATE TABLE consignor (
    id         TEXT PRIMARY KEY,
    name_hi    TEXT NOT NULL,
    name_en    TEXT NOT NULL,
    village_hi TEXT NOT NULL,
    village_en TEXT NOT NULL,
    district   TEXT NOT NULL,
    craft_hi   TEXT NOT NULL,
    craft_en   TEXT NOT NULL,
    artisans   INTEGER NOT NULL CHECK (artisans >= 1),
    members    TEXT NOT NULL CHECK (json_valid(members)),
    picture    TEXT,
    gi_user    TEXT NOT NULL,
    has_left   INTEGER NOT NULL CHECK (has_left IN (0, 1)),
    identity   TEXT CHECK (identity IS NULL OR json_valid(identity)),
    agreed_us  INTEGER CHECK ((agreed_us IS NULL) = (identity IS NULL)),
    forgotten_us INTEGER
) STRICT, WITHOUT ROWID;

-- master: where their money goes, sealed, as JSON of domain::sale::Sealed: asked for by one person and allowed by
-- another. Of each consignor at most one is asked for and one allowed; the others are past. proven_seq is the entry that
-- proved by a rupee whose account it is.
CREATE TABLE bank (
    asked_seq   INTEGER PRIMARY KEY,
    consignor   TEXT    NOT NULL,
    sealed      TEXT    NOT NULL CHECK (json_valid(sealed)),
    asked_by    TEXT    NOT NULL,
    asked_us    INTEGER NOT NULL,
    state       TEXT    NOT NULL CHECK (state IN ('asked', 'allowed', 'past')),
    answered_by TEXT,
    answered_us INTEGER CHECK ((answered_us IS NULL) = (answered_by IS NULL)),
    proven_seq  INTEGER
) STRICT;

CREATE UNIQUE INDEX bank_state ON bank (consignor, state) WHERE state <> 'past';

-- master: dated terms with them, as JSON of domain::agreement::Agreement.
CREATE TABLE agreement (
    consignor TEXT    NOT NULL,
    version   INTEGER NOT NULL CHECK (version >= 1),
    from_date TEXT    NOT NULL,
    set_seq   INTEGER NOT NULL,
    body      TEXT    NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (consignor, version),
    UNIQUE (consignor, from_date)
) STRICT, WITHOUT ROWID;

-- master: customers who agreed to be remembered, and to which notice. What is personal is sealed in the entries.
CREATE TABLE customer (
    person       TEXT    PRIMARY KEY CHECK (length(person) = 36),
    set_seq      INTEGER NOT NULL,
    notice       TEXT    NOT NULL,
    agreed_us    INTEGER NOT NULL,
    forgotten_us INTEGER
) STRICT, WITHOUT ROWID;

-- local: the key of each person named in an entry, sealed by the till; a customer is found by the keyed hash of
-- their mobile. Forgetting a person deletes the row.
CREATE TABLE person_key (
    person      TEXT PRIMARY KEY CHECK (length(person) = 36),
    sealed_key  BLOB NOT NULL,
    mobile_hash BLOB UNIQUE CHECK (length(mobile_hash) = 32),
    card_hash   BLOB UNIQUE CHECK (length(card_hash) = 32)
) STRICT, WITHOUT ROWID;

-- local: what a customer bought.
CREATE TABLE bought (
    person   TEXT    NOT NULL,
    sale_seq INTEGER NOT NULL,
    PRIMARY KEY (person, sale_seq)
) STRICT, WITHOUT ROWID;

-- local: cash taken from a buyer today, by keyed hash of mobile, PAN, or name and address; earlier days are deleted.
CREATE TABLE cash_from (
    who           BLOB    NOT NULL CHECK (length(who) = 32),
    sale_seq      INTEGER NOT NULL,
    business_date TEXT    NOT NULL,
    paise         INTEGER NOT NULL CHECK (paise > 0),
    PRIMARY KEY (who, sale_seq)
) STRICT, WITHOUT ROWID;

-- projection: goods by item and owner. On hand is what was received less what was sold, given back to the owner, lost,
-- on the way to another mart (transit_milli) and taken in there (sent_milli), and may be negative: received = sold + given
-- + lost + transit + sent + here. What a customer brings back whole is no longer sold; what comes back broken stays gone,
-- and is counted in broken_milli. What was lost and found again is no longer lost; what is found beyond that is received.
-- Goods are on the way until it is known
-- what became of them: then each is sent, lost, or here again. Of a vendor's goods on approval, given_milli counts too what
-- the mart bought of them while it was here, and invoiced_milli what was invoiced after it was gone. What another mart sends is received here when it is taken in.
CREATE TABLE stock (
    item           TEXT    NOT NULL,
    owner          TEXT    NOT NULL CHECK (owner = 'mart' OR owner LIKE 'consignor:_%' OR owner LIKE 'vendor:_%'),
    first_seq      INTEGER NOT NULL,
    received_milli INTEGER NOT NULL CHECK (received_milli >= 0),
    sold_milli     INTEGER NOT NULL CHECK (sold_milli >= 0),
    broken_milli   INTEGER NOT NULL DEFAULT 0 CHECK (broken_milli BETWEEN 0 AND sold_milli),
    given_milli    INTEGER NOT NULL DEFAULT 0 CHECK (given_milli >= 0),
    lost_milli     INTEGER NOT NULL DEFAULT 0 CHECK (lost_milli >= 0),
    transit_milli  INTEGER NOT NULL DEFAULT 0 CHECK (transit_milli >= 0),
    sent_milli     INTEGER NOT NULL DEFAULT 0 CHECK (sent_milli >= 0),
    invoiced_milli INTEGER NOT NULL DEFAULT 0 CHECK (invoiced_milli >= 0),
    owed_paise     INTEGER NOT NULL DEFAULT 0 CHECK (owed_paise >= 0),
    here_milli     INTEGER NOT NULL AS (received_milli - sold_milli - given_milli - lost_milli - transit_milli - sent_milli),
    PRIMARY KEY (item, owner)
) STRICT, WITHOUT ROWID;

CREATE INDEX stock_of_owner ON stock (owner);
CREATE INDEX stock_low ON stock (item) WHERE here_milli <= 2000;

-- projection: goods that came or went otherwise than over the counter. Keyed as lines of sales are.
CREATE TABLE stock_move (
    at            INTEGER PRIMARY KEY CHECK (at >= 0),
    seq           INTEGER NOT NULL AS (at >> 20),
    item          TEXT    NOT NULL,
    owner         TEXT    NOT NULL,
    kind          TEXT    NOT NULL CHECK (kind IN ('in', 'given', 'lost', 'transit', 'sent')),
    qty_milli     INTEGER NOT NULL CHECK (qty_milli <> 0),
    business_date TEXT    NOT NULL
) STRICT;

CREATE INDEX stock_move_of_item ON stock_move (item, owner, kind);

-- projection: unique pieces, each in one place.
CREATE TABLE piece (
    code        TEXT    PRIMARY KEY,
    item        TEXT    NOT NULL,
    owner       TEXT    NOT NULL,
    price_paise INTEGER CHECK (price_paise > 0),
    note        TEXT    NOT NULL,
    picture     TEXT,
    maker_hi    TEXT,
    maker_en    TEXT,
    mark        TEXT    NOT NULL,
    state       TEXT    NOT NULL CHECK (state IN ('here', 'sold', 'broken', 'given', 'lost', 'transit', 'sent'))
) STRICT, WITHOUT ROWID;

CREATE INDEX piece_of_item ON piece (item, state);

-- projection: what happened to each piece, by the entry and the state it left it in.
CREATE TABLE piece_move (
    code  TEXT    NOT NULL,
    seq   INTEGER NOT NULL,
    state TEXT    NOT NULL,
    PRIMARY KEY (code, seq)
) STRICT, WITHOUT ROWID;

-- projection: notes of goods that came on consignment, were bought, went back, were set right, or went to or came from another mart; the rest of each is in its entry.
CREATE TABLE stock_note (
    seq    INTEGER PRIMARY KEY,
    id     BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    kind   TEXT    NOT NULL CHECK (kind IN ('consignment', 'purchase', 'given_back', 'adjusted', 'sent', 'taken', 'approval', 'approval_returned')),
    number TEXT,
    owner  TEXT
) STRICT;

CREATE INDEX stock_note_of_owner ON stock_note (owner) WHERE owner IS NOT NULL;

-- projection: goods sent to other marts; on the way while settled_seq is null. The rest of each is in its entry.
CREATE TABLE transfer (
    seq         INTEGER PRIMARY KEY,
    settled_seq INTEGER
) STRICT;

-- master: tills of other marts whose signature a manager believes.
CREATE TABLE known_till (
    public_key TEXT    PRIMARY KEY CHECK (length(public_key) = 64),
    till       TEXT    NOT NULL,
    name_hi    TEXT    NOT NULL,
    name_en    TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

-- master: registered businesses that sell to the mart.
CREATE TABLE vendor (
    gstin   TEXT PRIMARY KEY CHECK (length(gstin) = 15),
    name_hi TEXT NOT NULL,
    name_en TEXT NOT NULL,
    address TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- projection: invoices of vendors; the rest of each is in its entry. A vendor numbers anew in each financial year (CGST
-- rule 46(b)), which is named by its first year.
CREATE TABLE purchase (
    seq           INTEGER PRIMARY KEY,
    vendor        TEXT    NOT NULL,
    invoice       TEXT    NOT NULL,
    invoice_date  TEXT    NOT NULL,
    year          INTEGER NOT NULL,
    taxable_paise INTEGER NOT NULL CHECK (taxable_paise > 0),
    total_paise   INTEGER NOT NULL CHECK (total_paise > 0),
    owed_paise    INTEGER NOT NULL,
    UNIQUE (vendor, invoice, year)
) STRICT;

-- projection: what makers of unsold goods were told or asked.
CREATE TABLE unsold_answer (
    seq       INTEGER PRIMARY KEY,
    consignor TEXT    NOT NULL,
    item      TEXT    NOT NULL,
    step      TEXT    NOT NULL CHECK (step IN ('remind', 'markdown', 'give_back')),
    agreed    INTEGER CHECK (agreed IN (0, 1)),
    how       TEXT    NOT NULL
) STRICT;

CREATE INDEX unsold_answer_of ON unsold_answer (consignor, item);

-- local: consignments being written down, as JSON; gone once they are taken or thrown away.
CREATE TABLE draft (
    id       TEXT    PRIMARY KEY CHECK (length(id) = 36),
    saved_us INTEGER NOT NULL,
    body     TEXT    NOT NULL CHECK (json_valid(body))
) STRICT, WITHOUT ROWID;

-- local: counts of the stock while they go on. began_seq is the last entry before the count.
CREATE TABLE stock_count (
    id        TEXT    PRIMARY KEY CHECK (length(id) = 36),
    operator  TEXT    NOT NULL,
    began_us  INTEGER NOT NULL,
    began_seq INTEGER NOT NULL,
    category  TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

-- local: each scan of a count. seq is the last entry it could know of: what is sold later was still there.
CREATE TABLE count_scan (
    no        INTEGER PRIMARY KEY,
    count     TEXT    NOT NULL,
    item      TEXT    NOT NULL,
    piece     TEXT,
    qty_milli INTEGER NOT NULL CHECK (qty_milli <> 0),
    seq       INTEGER NOT NULL
) STRICT;

CREATE INDEX count_scan_of_item ON count_scan (count, item);
CREATE UNIQUE INDEX count_scan_of_piece ON count_scan (count, piece) WHERE piece IS NOT NULL;

-- projection: shifts. While closed_seq is null the shift is open; at most one is.
CREATE TABLE shift (
    number         INTEGER PRIMARY KEY CHECK (number >= 1),
    operator       TEXT    NOT NULL,
    opened_seq     INTEGER NOT NULL,
    opened_us      INTEGER NOT NULL,
    float_paise    INTEGER NOT NULL CHECK (float_paise >= 0),
    closed_seq     INTEGER,
    expected_paise INTEGER,
    counted_paise  INTEGER CHECK (counted_paise >= 0),
    CHECK ((closed_seq IS NULL) = (counted_paise IS NULL))
) STRICT;

CREATE UNIQUE INDEX shift_open ON shift ((closed_seq IS NULL)) WHERE closed_seq IS NULL;

-- projection: the first entry of each business day. The date never goes back, so a day ends where the next begins.
CREATE TABLE day (
    business_date TEXT    PRIMARY KEY,
    first_seq     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- projection: sales; everything else of a sale is in its entry.
CREATE TABLE sale (
    seq           INTEGER PRIMARY KEY,
    sale_id       BLOB    NOT NULL UNIQUE CHECK (length(sale_id) = 16),
    number        TEXT    NOT NULL,
    business_date TEXT    NOT NULL,
    keep_until    TEXT    NOT NULL,
    shift         INTEGER NOT NULL,
    due_paise     INTEGER NOT NULL CHECK (due_paise >= 0),
    voided_seq    INTEGER
) STRICT;

-- projection: lines of sales with what each consignor earned; what a settlement will name. One number stands for
-- entry and line, so that a sale is written at the table's end: in an index by both, pages would be split again and again.
CREATE TABLE sale_line (
    at                    INTEGER PRIMARY KEY CHECK (at >= 0),
    seq                   INTEGER NOT NULL AS (at >> 20),
    line                  INTEGER NOT NULL AS (at & 0xFFFFF),
    item                  TEXT    NOT NULL,
    owner                 TEXT    NOT NULL,
    qty_milli             INTEGER NOT NULL CHECK (qty_milli > 0),
    taxable_paise         INTEGER NOT NULL,
    total_paise           INTEGER NOT NULL,
    consignor_share_paise INTEGER NOT NULL
) STRICT;

-- projection: UPI tenders of sales, by their place among its tenders. claimed is the reference that the customer's
-- UPI app showed.
CREATE TABLE upi_tender (
    seq       INTEGER NOT NULL,
    place     INTEGER NOT NULL CHECK (place >= 0),
    paise     INTEGER NOT NULL CHECK (paise > 0),
    reference TEXT    NOT NULL,
    claimed   TEXT,
    PRIMARY KEY (seq, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX upi_tender_to_claim ON upi_tender (seq) WHERE claimed IS NULL;
CREATE INDEX upi_tender_claimed ON upi_tender (claimed) WHERE claimed IS NOT NULL;

-- projection: returns, alone or in an exchange; everything else of a return is in its entry.
CREATE TABLE return (
    seq         INTEGER PRIMARY KEY,
    return_id   BLOB    NOT NULL UNIQUE CHECK (length(return_id) = 16),
    sale_seq    INTEGER NOT NULL,
    keep_until  TEXT    NOT NULL,
    total_paise INTEGER NOT NULL CHECK (total_paise >= 0)
) STRICT;

CREATE INDEX return_of_sale ON return (sale_seq);

-- projection: slices of sale lines that came back, with what each consignor no longer earns.
CREATE TABLE returned_line (
    seq                   INTEGER NOT NULL,
    place                 INTEGER NOT NULL CHECK (place >= 0),
    sale_seq              INTEGER NOT NULL,
    line                  INTEGER NOT NULL CHECK (line >= 0),
    item                  TEXT    NOT NULL,
    owner                 TEXT    NOT NULL,
    qty_milli             INTEGER NOT NULL CHECK (qty_milli > 0),
    taxable_paise         INTEGER NOT NULL,
    total_paise           INTEGER NOT NULL,
    consignor_share_paise INTEGER NOT NULL,
    resellable            INTEGER NOT NULL CHECK (resellable IN (0, 1)),
    PRIMARY KEY (seq, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX returned_line_of_sale ON returned_line (sale_seq, line);

-- projection: how the money of returns and voided sales went back. A UPI refund is a task until
-- done, which is its reference, or empty where no money had come.
CREATE TABLE refund (
    seq       INTEGER NOT NULL,
    place     INTEGER NOT NULL CHECK (place >= 0),
    of_id     BLOB    NOT NULL CHECK (length(of_id) = 16),
    kind      TEXT    NOT NULL CHECK (kind IN ('cash', 'upi', 'card', 'credit_note')),
    paise     INTEGER NOT NULL CHECK (paise > 0),
    reference TEXT,
    done      TEXT CHECK (done IS NULL OR kind = 'upi'),
    PRIMARY KEY (seq, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX refund_to_do ON refund (seq) WHERE kind = 'upi' AND done IS NULL;
CREATE INDEX refund_done ON refund (done) WHERE done IS NOT NULL;

-- projection: credit notes, with what each keeps for a later purchase and how much of that is spent.
CREATE TABLE credit_note (
    number     TEXT    PRIMARY KEY,
    seq        INTEGER NOT NULL,
    against    TEXT    NOT NULL,
    kept_paise INTEGER NOT NULL CHECK (kept_paise >= 0),
    used_paise INTEGER NOT NULL CHECK (used_paise BETWEEN 0 AND kept_paise)
) STRICT, WITHOUT ROWID;

CREATE INDEX credit_note_of_return ON credit_note (seq);

-- projection: money that moved otherwise than over the counter, between accounts as `posting` names them. back_seq is the
-- entry that took it back.
CREATE TABLE money_move (
    seq           INTEGER PRIMARY KEY,
    id            BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    business_date TEXT    NOT NULL,
    from_account  TEXT    NOT NULL,
    to_account    TEXT    NOT NULL,
    paise         INTEGER NOT NULL CHECK (paise > 0),
    reference     TEXT    NOT NULL,
    note          TEXT    NOT NULL,
    takes_back    BLOB    CHECK (length(takes_back) = 16),
    back_seq      INTEGER
) STRICT;

-- projection: the double entry; debits positive. The rows of an entry add to zero. Keyed as lines of sales are.
CREATE TABLE posting (
    at      INTEGER PRIMARY KEY CHECK (at >= 0),
    seq     INTEGER NOT NULL AS (at >> 20),
    account TEXT    NOT NULL,
    paise   INTEGER NOT NULL CHECK (paise <> 0)
) STRICT;

-- projection: what is due to consignors, line by line; gathered from the journal when somebody asks, never while selling. The
-- columns after the days say how the share came about (domain::due::Split); what takes back a sold line is negative, and
-- recovered_paise is what live settlements recovered of it. settlement is the entry of the live settlement that the line
-- stands in: a line is one row under its key, which has room for one settlement and no second.
CREATE TABLE due_line (
    consignor            TEXT    NOT NULL,
    at                   INTEGER NOT NULL CHECK (at >= 0),
    settlement           INTEGER,
    kind                 TEXT    NOT NULL CHECK (kind IN ('sale', 'return', 'void', 'loss')),
    takes_back           INTEGER,
    business_date        TEXT    NOT NULL,
    payable_from         TEXT    NOT NULL,
    promised_by          TEXT    NOT NULL,
    goods_paise          INTEGER NOT NULL,
    commission_paise     INTEGER NOT NULL,
    commission_gst_paise INTEGER NOT NULL,
    fees_paise           INTEGER NOT NULL,
    compensation_paise   INTEGER NOT NULL,
    share_paise          INTEGER NOT NULL AS
        (goods_paise - commission_paise - commission_gst_paise - fees_paise + compensation_paise),
    billed               INTEGER NOT NULL CHECK (billed IN (0, 1)),
    recovered_paise      INTEGER NOT NULL DEFAULT 0 CHECK (recovered_paise >= 0),
    PRIMARY KEY (consignor, at)
) STRICT, WITHOUT ROWID;

CREATE INDEX due_line_open ON due_line (consignor, at) WHERE settlement IS NULL;
CREATE INDEX due_line_taking_back ON due_line (takes_back) WHERE takes_back IS NOT NULL;

-- projection: the last entry whose lines were gathered into due_line.
CREATE TABLE gathered (
    id  INTEGER PRIMARY KEY CHECK (id = 1),
    seq INTEGER NOT NULL
) STRICT;

-- projection: value of each consignor's goods sold in a financial year (named by its first year), for the GST threshold.
CREATE TABLE turnover (
    consignor TEXT    NOT NULL,
    year      INTEGER NOT NULL,
    paise     INTEGER NOT NULL,
    PRIMARY KEY (consignor, year)
) STRICT, WITHOUT ROWID;

-- projection: settlements, and where each has come to; the rest of each is in its entry. sent_seq is the last time its
-- money was sent of as many as sendings, commission and credit the numbers of its invoice and credit note of commission,
-- said_by who last said that it failed.
CREATE TABLE settlement (
    seq           INTEGER PRIMARY KEY,
    id            BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    run           BLOB    NOT NULL CHECK (length(run) = 16),
    number        TEXT    NOT NULL UNIQUE,
    consignor     TEXT    NOT NULL,
    business_date TEXT    NOT NULL,
    upto          TEXT    NOT NULL,
    net_paise     INTEGER NOT NULL CHECK (net_paise > 0),
    state         TEXT    NOT NULL CHECK (state IN ('posted', 'withdrawn', 'approved', 'sent', 'confirmed', 'failed')),
    state_seq     INTEGER NOT NULL,
    posted_by     TEXT    NOT NULL,
    approved_seq  INTEGER,
    approved_by   TEXT,
    commission    TEXT,
    credit        TEXT,
    sendings      INTEGER NOT NULL DEFAULT 0,
    sent_seq      INTEGER,
    rail          TEXT    CHECK (rail IN ('bank', 'upi', 'cash')),
    reference     TEXT,
    reason        TEXT,
    said_by       TEXT
) STRICT;

CREATE INDEX settlement_of_consignor ON settlement (consignor);
CREATE INDEX settlement_open ON settlement (state) WHERE state NOT IN ('confirmed', 'withdrawn');

-- projection: what changed what is owed to a consignor beside the lines of due_line, or told them of their money: settlements,
-- payouts and advances, each at its entry and place, with the change (zero where only the way of the money changed).
CREATE TABLE payable_move (
    consignor TEXT    NOT NULL,
    at        INTEGER NOT NULL CHECK (at >= 0),
    paise     INTEGER NOT NULL,
    PRIMARY KEY (consignor, at)
) STRICT, WITHOUT ROWID;

-- projection: each time money was sent; the rest is in its entry.
CREATE TABLE payout (
    seq         INTEGER PRIMARY KEY,
    id          BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    rail        TEXT    NOT NULL CHECK (rail IN ('bank', 'upi', 'cash')),
    count       INTEGER NOT NULL CHECK (count > 0),
    total_paise INTEGER NOT NULL CHECK (total_paise > 0),
    file        TEXT,
    sha256      TEXT    CHECK ((sha256 IS NULL) = (file IS NULL))
) STRICT;

-- projection: references of banks, and vouchers, each used once for ever.
CREATE TABLE bank_reference (
    reference TEXT    PRIMARY KEY,
    seq       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- projection: cash paid to a consignor on a day, for the legal cap.
CREATE TABLE cash_to (
    consignor     TEXT    NOT NULL,
    business_date TEXT    NOT NULL,
    settlement    INTEGER NOT NULL,
    paise         INTEGER NOT NULL CHECK (paise > 0),
    PRIMARY KEY (consignor, business_date, settlement)
) STRICT, WITHOUT ROWID;

-- projection: money lent to consignors on goods to come.
CREATE TABLE advance (
    seq          INTEGER PRIMARY KEY,
    id           BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    consignor    TEXT    NOT NULL,
    paise        INTEGER NOT NULL CHECK (paise > 0),
    repaid_paise INTEGER NOT NULL DEFAULT 0 CHECK (repaid_paise BETWEEN 0 AND paise),
    repay_bps    INTEGER NOT NULL CHECK (repay_bps BETWEEN 1 AND 10000)
) STRICT;

CREATE INDEX advance_open ON advance (consignor) WHERE repaid_paise < paise;

-- projection: messages to consignors that wait for the centre, in the order of the journal.
CREATE TABLE maker_message (
    at        INTEGER PRIMARY KEY CHECK (at >= 0),
    consignor TEXT    NOT NULL,
    text      TEXT    NOT NULL
) STRICT;

-- local: what to print, on which paper and where, who asked for it, and what became of it. A receipt's job is written in
-- its entry's own transaction. copy 0 is the original; a job in doubt may have come out or not, which only a person knows.
-- A job with a shift prints the report of it, up to an entry. about is the number of the one document to print of an entry
-- that closed several, or, without an entry, the consignor whose passbook to print up to one.
CREATE TABLE print_job (
    id       INTEGER PRIMARY KEY,
    sale_seq INTEGER,
    shift    INTEGER,
    about    TEXT,
    upto     INTEGER CHECK ((upto IS NOT NULL) = (shift IS NOT NULL OR (about IS NOT NULL AND sale_seq IS NULL))),
    form     TEXT    NOT NULL DEFAULT 'receipt' CHECK (form IN ('receipt', 'gift', 'certificate', 'certificate_a5', 'a5', 'a4', 'passbook',
                      'passbook_a4', 'file', 'drawer')),
    route    TEXT    NOT NULL DEFAULT 'receipt' CHECK (route IN ('receipt', 'sheet', 'label', 'report')),
    file     TEXT    CHECK ((file IS NOT NULL) = (form = 'file')),
    copy     INTEGER NOT NULL CHECK (copy >= 0),
    drawer   INTEGER NOT NULL CHECK (drawer IN (0, 1)),
    state    TEXT    NOT NULL CHECK (state IN ('waiting', 'printing', 'printed', 'doubt', 'dropped')),
    attempts INTEGER NOT NULL DEFAULT 0,
    problem  TEXT,
    answered INTEGER NOT NULL DEFAULT 0 CHECK (answered IN (0, 1)),
    asked_by TEXT,
    asked_us INTEGER NOT NULL,
    done_us  INTEGER
) STRICT;

CREATE INDEX print_job_open ON print_job (state) WHERE state IN ('waiting', 'printing', 'doubt');

-- local: settings of this computer: language, printer, folder of copies, whether it was stopped properly.
CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- local: wrong PINs in a row, and until when the operator must wait.
CREATE TABLE pin_guard (
    operator        TEXT    PRIMARY KEY,
    failures        INTEGER NOT NULL,
    locked_until_us INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
