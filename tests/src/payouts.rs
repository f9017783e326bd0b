//! Verbs of settling and paying: who is owed, posts, approves, sends, confirms. The manager Anil posts and pays, Kavita
//! approves.

use crate::{PIN, Shop};
use data_encoding::BASE64;
use rusqlite::Connection;
use serde_json::{Value, json};
use uuid::Uuid;

/// Kavita's word for what one person may not do alone.
pub fn kavita() -> Value {
    json!({ "operator": "kavita", "pin": PIN })
}

impl Shop {
    /// A mart whose consignors have accounts that a rupee proved, whose bank takes generic files, and where Anil is signed
    /// in with an open shift.
    pub fn that_pays() -> Self {
        let mut shop = Self::new();
        shop.signs_in("anil");
        shop.sets_payout(json!({ "cash_paise": 500_000, "payer": { "account": "000111222333", "ifsc": "UBIN0123456",
            "corporate_id": "ODOPUP", "template": "generic" } }));
        for (id, account) in [("reshma", "003412345678"), ("sohit", "003412345679")] {
            shop.has_account(id, account);
            shop.proves_account(id);
        }
        shop.call("open_shift", json!({ "float_paise": 200_000 }));
        shop
    }

    /// Changes the mart's rules of paying. The manager is signed in.
    pub fn sets_payout(&mut self, payout: Value) {
        let mart =
            till::store::mart::mart(&till::store::open_to_read(&self.db).expect("opens to read")).expect("can be read");
        let mut mart = serde_json::to_value(mart).expect("plain data");
        mart["payout"] = payout;
        self.call("set_settings", mart);
    }

    /// A consignor's account is typed by Imran and allowed by Anil, who stays signed in.
    pub fn has_account(&mut self, consignor: &str, account: &str) {
        self.signs_in("imran");
        self.call(
            "ask_bank",
            json!({ "consignor": consignor, "details": { "holder": consignor, "account": account, "ifsc": "PUNB0123400" },
                "again": account }),
        );
        self.signs_in("anil");
        self.call("answer_bank", json!({ "consignor": consignor, "allowed": true }));
    }

    /// A rupee proves whose the account is.
    pub fn proves_account(&mut self, consignor: &str) {
        let reference = self.reference();
        let proof = json!({ "consignor": consignor, "reference": reference, "name_at_bank": consignor });
        assert_eq!(self.call("prove_account", proof)["account"], "proven");
    }

    /// A bank's reference that was never used.
    pub fn reference(&mut self) -> String {
        let n: i64 = self.count("SELECT count(*) FROM journal");
        format!("{:012}", 600_000_000_000 + n)
    }

    /// One number out of the database.
    pub fn count(&self, sql: &str) -> i64 {
        Connection::open(&self.db).expect("opens").query_row(sql, [], |row| row.get(0)).expect("a number")
    }

    /// Lets days pass, the shift closed, and opens a shift again.
    pub fn days_pass(&mut self, days: i64) {
        let open = self.count("SELECT count(*) FROM shift WHERE closed_seq IS NULL") > 0;
        if open {
            self.call("close_shift", json!({ "counted_paise": 200_000 }));
        }
        self.clock.pass_minutes(days * 24 * 60);
        if self.call("view_status", json!({}))["clock"] == "jumped" {
            self.call("accept_clock", json!({ "manager": "anil", "pin": PIN }));
        }
        if open {
            self.call("open_shift", json!({ "float_paise": 200_000 }));
        }
    }

    /// What stands in the books as owed to a consignor, in paise.
    pub fn payable(&self, consignor: &str) -> i64 {
        -self.count(&format!(
            "SELECT coalesce(sum(paise), 0) FROM posting WHERE account = 'consignor_payable:{consignor}'"
        ))
    }

    /// One consignor's row of the due list.
    pub fn due(&mut self, consignor: &str) -> Value {
        let view = self.call("view_due", json!({}));
        view["rows"]
            .as_array()
            .expect("rows")
            .iter()
            .find(|row| row["consignor"] == consignor)
            .cloned()
            .unwrap_or_default()
    }

    /// Posts one consignor's settlement; answers its row.
    pub fn settles(&mut self, consignor: &str) -> Value {
        let total = self.due(consignor)["net"]["paise"].clone();
        let run = Uuid::now_v7();
        let input = json!({ "run": run, "consignors": [consignor], "total_paise": total });
        self.call("post_settlements", input)["rows"][0].clone()
    }

    /// Kavita approves settlements that Anil posted.
    pub fn approves(&mut self, settlements: &[&Value]) {
        let ids: Vec<&Value> = settlements.iter().map(|one| &one["id"]).collect();
        let view = self.call("approve_settlements", json!({ "settlements": ids, "approval": kavita() }));
        assert!(view["rows"].as_array().expect("rows").iter().all(|row| row["state"] == "approved"), "{view}");
    }

    /// Sends the money of settlements; answers what was sent.
    pub fn sends(&mut self, rail: &str, settlements: &[&Value]) -> Value {
        let ids: Vec<&Value> = settlements.iter().map(|one| &one["id"]).collect();
        let id = Uuid::now_v7();
        self.call("send_payouts", json!({ "id": id, "rail": rail, "settlements": ids }))
    }

    /// Confirms a payout by a reference of its bank; answers the reference.
    pub fn confirms(&mut self, settlement: &Value) -> String {
        let reference = self.reference();
        let input =
            json!({ "settlement": settlement["id"], "reference": reference, "paise": settlement["net"]["paise"] });
        let done = self.call("confirm_payout", input);
        assert_eq!(done["state"], "confirmed");
        reference
    }
}

/// A bank's reply as the screen sends it.
pub fn reply(csv: &str) -> Value {
    json!({ "content_base64": BASE64.encode(csv.as_bytes()) })
}
