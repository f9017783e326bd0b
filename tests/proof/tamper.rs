//! Tampering with the open database: every change of the journal, its numbers or a projection is found.

use rusqlite::Connection;
use serde_json::json;
use tests::Shop;

/// A day with every kind of entry that selling makes.
fn day() -> Shop {
    let mut shop = Shop::open();
    shop.sells(&["KURTA", "DIYA"]);
    shop.sells(&["BANGLE"]);
    shop.call("move_cash", json!({ "movement": "drop", "paise": 10_000, "reason": "तिजोरी" }));
    shop.sells(&["SURAHI"]);
    shop.call("close_shift", json!({ "counted_paise": 0 }));
    shop.must_verify();
    shop
}

/// Opens the file as a curious clerk would: triggers and constraints out of the way.
fn opened(shop: &Shop) -> Connection {
    let db = Connection::open(&shop.db).unwrap();
    db.execute_batch(
        "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;
         DROP TRIGGER journal_grows_by_one; DROP TRIGGER journal_never_changes; DROP TRIGGER journal_never_shrinks;
         DROP TRIGGER serial_never_changes; DROP TRIGGER serial_never_shrinks;",
    )
    .unwrap();
    db
}

fn found(shop: &Shop, what: &str) {
    let report = shop.verified();
    assert!(!report.ok && report.wrong.is_some(), "{what} was not found");
}

#[test]
fn the_journal_refuses_change_by_itself() {
    let shop = day();
    let db = Connection::open(&shop.db).unwrap();
    db.pragma_update(None, "recursive_triggers", true).unwrap();
    for sql in [
        "UPDATE journal SET kind = 'x' WHERE seq = 2",
        "DELETE FROM journal WHERE seq = 2",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 2",
        "INSERT INTO journal SELECT seq + 50, epoch, randomblob(16), kind, version, at_us, payload, previous_hash, hash,
            signature FROM journal WHERE seq = 2",
        "UPDATE serial SET number = 'x'",
        "DELETE FROM serial",
    ] {
        assert!(db.execute(sql, []).is_err(), "{sql}");
    }
    shop.must_verify();
}

/// One bit of every byte of the payload of a sale, and of every other column, a column at a time.
#[test]
fn any_flipped_bit_of_an_entry_is_found() {
    let mut shop = day();
    shop.closes();
    let db = opened(&shop);
    let (seq, payload): (i64, Vec<u8>) = db
        .query_row("SELECT seq, payload FROM journal WHERE kind = 'sale' ORDER BY seq LIMIT 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    for place in (0..payload.len()).step_by(97) {
        let mut flipped = payload.clone();
        flipped[place] ^= 1;
        db.execute("UPDATE journal SET payload = ?2 WHERE seq = ?1", (seq, &flipped)).unwrap();
        found(&shop, &format!("byte {place} of the payload"));
    }
    db.execute("UPDATE journal SET payload = ?2 WHERE seq = ?1", (seq, &payload)).unwrap();
    shop.must_verify();
    for change in [
        "epoch = epoch + 1",
        "entry_id = randomblob(16)",
        "kind = 'sold'",
        "version = 2",
        "at_us = at_us + 1",
        "previous_hash = randomblob(32)",
        "hash = randomblob(32)",
        "signature = randomblob(64)",
    ] {
        db.execute_batch("CREATE TEMP TABLE before AS SELECT * FROM journal").unwrap();
        db.execute(&format!("UPDATE journal SET {change} WHERE seq = ?1"), [seq]).unwrap();
        found(&shop, change);
        db.execute_batch("DELETE FROM journal; INSERT INTO journal SELECT * FROM temp.before; DROP TABLE temp.before")
            .unwrap();
        shop.must_verify();
    }
}

#[test]
fn deleted_swapped_and_inserted_entries_are_found() {
    let changes: &[(&str, &str)] = &[
        ("an entry taken out", "DELETE FROM journal WHERE seq = 12"),
        (
            "a sale taken out whole",
            "DELETE FROM serial WHERE number LIKE '%B000001';
            DELETE FROM journal WHERE kind = 'sale' AND seq = (SELECT min(seq) FROM sale)",
        ),
        (
            "two entries swapped",
            "UPDATE journal SET seq = 1000 WHERE seq = 12; UPDATE journal SET seq = 12 WHERE seq = 13;
            UPDATE journal SET seq = 13 WHERE seq = 1000",
        ),
        (
            "an entry put in",
            "INSERT INTO journal SELECT (SELECT max(seq) + 1 FROM journal), epoch, randomblob(16), kind,
            version, at_us, payload, hash, hash, signature FROM journal ORDER BY seq DESC LIMIT 1",
        ),
        (
            "the tail cut off",
            "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal);
            UPDATE shift SET closed_seq = NULL, expected_paise = NULL, counted_paise = NULL;
            DELETE FROM posting WHERE seq > (SELECT max(seq) FROM journal)",
        ),
        ("a number changed", "UPDATE serial SET number = 'LKO1A/26/T000009' WHERE number = 'LKO1A/26/T000002'"),
        ("a number added", "INSERT INTO serial VALUES ('LKO1A/26/T000003', 12, 0)"),
    ];
    for (what, sql) in changes {
        let mut shop = day();
        shop.closes();
        opened(&shop).execute_batch(sql).unwrap_or_else(|error| panic!("{what}: {error}"));
        found(&shop, what);
    }
}

#[test]
fn an_edited_projection_or_master_is_found() {
    let edits = [
        "UPDATE stock SET sold_milli = 0 WHERE owner = 'consignor:reshma'",
        "UPDATE sale SET due_paise = due_paise - 100",
        "UPDATE sale_line SET consignor_share_paise = consignor_share_paise + 1 WHERE owner <> 'mart'",
        "DELETE FROM sale_line WHERE line = 1",
        "INSERT INTO upi_tender (seq, place, paise, reference) VALUES (1, 0, 100, 'x')",
        "UPDATE posting SET paise = paise * 2 WHERE account = 'drawer'",
        "UPDATE shift SET counted_paise = expected_paise",
        "UPDATE price SET price_paise = 100",
        "UPDATE item SET rate_class = '7018-glass-bangles' WHERE sku = 'LOCK'",
        "UPDATE operator SET role = 'manager' WHERE id = 'sunita'",
        "UPDATE agreement SET body = json_set(body, '$.commission_bps', 9999)",
        "UPDATE mart SET body = json_set(body, '$.upi.vpa', 'me@upi')",
        "UPDATE till SET public_key = '00' || substr(public_key, 3)",
        "INSERT INTO stock (item, owner, first_seq, received_milli, sold_milli) VALUES ('x', 'mart', 1, 5, 0)",
        "DELETE FROM consignor",
    ];
    for sql in edits {
        let mut shop = day();
        shop.closes();
        assert!(opened(&shop).execute(sql, []).unwrap() > 0, "{sql} changed nothing");
        found(&shop, sql);
    }
}
