//! The notes of a consignor: of what they brought and of what went back to them. Not here: taking goods in (`consign`),
//! giving them back (`stock`), printing a note again (`slip`).

use crate::clock::date_text;
use crate::consign::{entry, sum_of};
use crate::consignors::{WhichConsignor, known};
use crate::desk::Desk;
use crate::fault::Stop;
use crate::store;
use domain::agreement::Owner;
use domain::entry::Fact;
use domain::name::Name;
use serde::Serialize;
use ts_rs::TS;

/// Notes of what a consignor brought and took back, newest first.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct NotesView {
    pub notes: Vec<NoteRowView>,
}

/// A note of a consignor.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct NoteRowView {
    pub number: String,
    pub date: String,
    /// Goods went back by it; else they came in.
    pub given_back: bool,
    pub quantity: Name,
}

/// Every note of a consignor.
pub fn view_notes(desk: &mut Desk, input: WhichConsignor) -> Result<NotesView, Stop> {
    let owner = Owner::Consignor(known(desk, &input.consignor)?.id);
    let mut notes = Vec::new();
    for seq in store::stock::notes_of(&desk.db, &owner)? {
        let payload = entry(desk, seq)?;
        let (number, given_back, quantity) = match payload.fact {
            Fact::ConsignmentTaken(taken) => {
                (taken.number, false, sum_of(desk, taken.lines.iter().map(|line| (line.item, line.accepted_milli)))?)
            }
            Fact::GivenBack(given) => {
                (given.number, true, sum_of(desk, given.lines.iter().map(|line| (line.item, line.qty_milli)))?)
            }
            _ => continue,
        };
        let date = date_text(payload.business_date);
        notes.push(NoteRowView { number, date, given_back, quantity });
    }
    Ok(NotesView { notes })
}
