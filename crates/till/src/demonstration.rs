//! The demonstration mart in a folder of its own, for tests of what no command reaches.

use crate::clock::SystemClock;
use crate::desk::Desk;
use crate::{commands, init};
use serde_json::{Value, json};
use tempfile::TempDir;

/// The desk and the folder that it is in, which goes when it is dropped.
pub(crate) fn demonstration() -> (TempDir, Desk) {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("mart.db");
    init::init_demo(&db, &SystemClock).unwrap();
    let desk = Desk::open(&db, Box::new(SystemClock)).unwrap();
    (folder, desk)
}

/// Runs a command that is not refused.
pub(crate) fn call(desk: &mut Desk, name: &str, input: Value) -> Value {
    commands::run(desk, name, input).unwrap()
}

/// A cashier opens a shift and sells three kurtas for cash.
pub(crate) fn sells_kurtas(desk: &mut Desk) {
    call(desk, "sign_in", json!({ "operator": "sunita", "pin": "111111" }));
    call(desk, "open_shift", json!({ "float_paise": 0 }));
    let hits = call(desk, "search", json!({ "text": "kurta", "limit": 1 }));
    let basket = call(desk, "add_item", json!({ "item": hits["hits"][0]["item"], "quantity_milli": 3_000 }));
    let cash = json!([{ "kind": "cash", "given_paise": basket["due"]["paise"] }]);
    call(desk, "take_payment", json!({ "basket": basket["id"], "tenders": cash }));
}
