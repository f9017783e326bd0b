//! Goods that go to another mart of the same GST registration: the challan's parcel, what a till signs of it, what came
//! of it there, and how the sender closes it. Between two registrations it would be a supply and need a tax invoice.
//! Not here: signing and keys (the till), how a challan looks (`paper`).

use crate::agreement::{Agreement, Owner, Terms};
use crate::consignment::Piece;
use crate::consignor::Consignor;
use crate::item::Item;
use crate::mart::{Mart, check_gstin};
use crate::money::Paise;
use crate::name::Name;
use crate::quantity::Milli;
use crate::refusal::Refusal;
use crate::stock::{part_of, pieces_fit};
use jiff::civil::Date;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;
use uuid::Uuid;

/// Letter of delivery challans in their numbers.
pub const CHALLAN_LETTER: char = 'D';

/// The most lines of one challan: two sheets of A4.
pub const MOST_LINES: usize = 60;

/// The most bytes of a file from another mart.
pub const MOST_BYTES: usize = 2_000_000;

/// One end of a transfer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MartAddress {
    /// The three letters its bill numbers begin with: by them it is known.
    pub code: String,
    /// In both scripts, with its town.
    pub name: Name,
    /// As printed.
    pub address: Name,
    /// Its GST registration.
    pub gstin: String,
}

impl MartAddress {
    /// Where a mart is.
    pub fn of(mart: &Mart) -> Self {
        let whole =
            |name: &str, place: &str| if place.is_empty() { name.to_owned() } else { format!("{name}, {place}") };
        Self {
            code: mart.district.clone(),
            name: Name::new(whole(&mart.name.hi, &mart.place.hi), whole(&mart.name.en, &mart.place.en)),
            address: mart.address.clone(),
            gstin: mart.gstin.clone(),
        }
    }

    /// Refuses a place that goods cannot be sent to from `mart`: no address, this mart itself, or another registration,
    /// to which a challan is not enough (CGST Act s.25(4), s.31; rule 55 is for what is no supply).
    pub fn check(&self, mart: &Mart) -> Result<(), Refusal> {
        let filled = |name: &Name, most: usize| {
            [&name.hi, &name.en].iter().all(|text| {
                !text.trim().is_empty() && text.chars().count() <= most && !text.chars().any(char::is_control)
            })
        };
        if !filled(&self.name, 200) {
            return Err(Refusal::invalid("name"));
        }
        if !filled(&self.address, 300) {
            return Err(Refusal::invalid("address"));
        }
        check_gstin(&self.gstin)?;
        let code = self.code.len() == 3 && self.code.bytes().all(|byte| byte.is_ascii_uppercase());
        if !code || self.code == mart.district {
            return Err(Refusal::invalid("code"));
        }
        if self.gstin != mart.gstin {
            return Err(Refusal::TransferNeedsInvoice { gstin: self.gstin.clone() });
        }
        Ok(())
    }
}

/// An item as the sender knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParcelItem {
    /// Without its photograph.
    pub item: Item,
    /// Its price there, and whether GST is inside it; none: it has none.
    pub price: Option<(Paise, bool)>,
}

/// A consignor whose goods are sent, and the terms they go on under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParcelConsignor {
    /// What is public of them.
    pub consignor: Consignor,
    /// The agreement of the day.
    pub agreement: Agreement,
}

/// One owner's goods of an item: all of them pieces, or none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParcelLine {
    /// Which item.
    pub item: Uuid,
    /// Whose.
    pub owner: Owner,
    /// How much.
    pub qty_milli: Milli,
    /// By their tags, where they are unique.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pieces: Vec<Piece>,
    /// What they would be charged without tax: the challan's value.
    pub value_paise: Paise,
}

/// Everything that goes with the goods.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parcel {
    /// Made before anything was shown, so that it can be asked for twice and happen once.
    pub id: Uuid,
    /// Of its challan.
    pub number: String,
    /// The challan's date.
    pub on: Date,
    /// Who sends.
    pub from: MartAddress,
    /// To whom.
    pub to: MartAddress,
    /// Every item of the lines.
    pub items: Vec<ParcelItem>,
    /// Every consignor of the lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consignors: Vec<ParcelConsignor>,
    /// What goes.
    pub lines: Vec<ParcelLine>,
    /// Who carries it, the vehicle, why: in the operator's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Parcel {
    /// The item of a line.
    pub fn item(&self, id: Uuid) -> Option<&ParcelItem> {
        self.items.iter().find(|one| one.item.id == id)
    }

    /// The challan's value.
    pub fn value(&self) -> Paise {
        self.lines.iter().map(|line| line.value_paise).sum()
    }

    /// Refuses what no till would have sent.
    pub fn check(&self) -> Result<(), Refusal> {
        if self.lines.is_empty() {
            return Err(Refusal::ConsignmentEmpty);
        }
        if self.lines.len() > MOST_LINES {
            return Err(Refusal::QuantityOutOfRange { max: MOST_LINES.to_string() });
        }
        let (mut seen, mut tags) = (BTreeSet::new(), BTreeSet::new());
        for line in &self.lines {
            line.qty_milli.sellable()?;
            let codes: Vec<String> = line.pieces.iter().map(|piece| piece.code.clone()).collect();
            pieces_fit(&codes, line.qty_milli)?;
            let known = self.item(line.item).is_some()
                && line.owner.consignor().is_none_or(|id| self.consignors.iter().any(|one| one.consignor.id == id));
            if !known || !seen.insert((line.item, &line.owner)) {
                return Err(Refusal::invalid("item_twice"));
            }
            if let Some(code) = codes.into_iter().find(|code| !tags.insert(code.clone())) {
                return Err(Refusal::PieceTwice { code });
            }
        }
        Ok(())
    }
}

/// What one mart's till tells another's, signed: the very text that was signed, by whose key, and the signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    /// `parcel` or `answer`.
    pub kind: LetterKind,
    /// JSON, signed as it stands.
    pub said: String,
    /// The till that signed, as on its bills.
    pub till: String,
    /// Its key, hexadecimal.
    pub public_key: String,
    /// Base64 for addresses, without padding.
    pub signature: String,
}

/// What a letter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LetterKind {
    /// Goods that are sent.
    Parcel,
    /// What came of them.
    Answer,
}

impl Letter {
    /// The bytes that a signature is over.
    pub fn signed(kind: LetterKind, till: &str, said: &str) -> Vec<u8> {
        let kind = match kind {
            LetterKind::Parcel => "ODOPT1",
            LetterKind::Answer => "ODOPA1",
        };
        format!("{kind}|{till}|{said}").into_bytes()
    }

    /// What it says, if it is of that kind.
    pub fn read<T: DeserializeOwned>(&self, kind: LetterKind) -> Result<T, Refusal> {
        if self.kind != kind {
            return Err(Refusal::NotALetter);
        }
        serde_json::from_str(&self.said).map_err(|_| Refusal::NotALetter)
    }
}

/// Goods were sent to another mart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransferSent {
    /// All that goes with them.
    pub parcel: Parcel,
}

/// The key of another mart's till is believed from here on; a manager answered for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TillTrusted {
    /// The till, as on its bills.
    pub till: String,
    /// Its mart.
    pub name: Name,
    /// Its key, hexadecimal.
    pub public_key: String,
}

/// What was counted of a line where it came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Came {
    /// How much came whole.
    pub came_milli: Milli,
    /// Tags of unique pieces that did not come, or came broken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub missing: Vec<String>,
}

impl Came {
    /// Refuses a count that does not fit its line: more than was sent, or tags that are not on it.
    pub fn check(&self, line: &ParcelLine) -> Result<(), Refusal> {
        if !(Milli(0)..=line.qty_milli).contains(&self.came_milli) {
            return Err(Refusal::QuantityOutOfRange { max: line.qty_milli.to_text() });
        }
        if let Some(code) = self.missing.iter().find(|code| !line.pieces.iter().any(|piece| piece.code == **code)) {
            return Err(Refusal::UnknownPiece { code: code.chars().take(40).collect() });
        }
        let short = Milli(line.qty_milli.0 - self.came_milli.0);
        let tags: BTreeSet<&String> = self.missing.iter().collect();
        if !line.pieces.is_empty() && tags.len() as i64 * Milli::ONE.0 != short.0 {
            return Err(Refusal::PiecesMismatch { pieces: self.missing.len() as i64, taken: short.to_text() });
        }
        Ok(())
    }
}

/// What the other mart says came of a parcel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Of which.
    pub transfer: Uuid,
    /// Hash of what the parcel said.
    pub parcel_hash: String,
    /// Line by line.
    pub lines: Vec<Came>,
    /// What was found, in their words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// How a line of a parcel was taken in: the item and owner it became here, and new tags where its own were taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenLine {
    /// Place of the line in its parcel, from 0.
    pub line: usize,
    /// The item here.
    pub item: Uuid,
    /// The owner here.
    pub owner: Owner,
    /// How much came whole.
    pub came_milli: Milli,
    /// The pieces that came, under the tags they have here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pieces: Vec<Piece>,
}

/// Goods of another mart were taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransferTaken {
    /// What came with them, as it was signed.
    pub letter: Letter,
    /// The parcel's id.
    pub transfer: Uuid,
    /// The challan's number.
    pub number: String,
    /// What came in; lines of which nothing came are left out.
    pub lines: Vec<TakenLine>,
    /// The answer to the sender.
    pub answer: Answer,
}

/// What became of a line that was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettledLine {
    /// Which item.
    pub item: Uuid,
    /// Whose.
    pub owner: Owner,
    /// Taken in by the other mart.
    pub arrived_milli: Milli,
    /// Lost or broken on the way.
    pub lost_milli: Milli,
    /// Came back.
    pub back_milli: Milli,
    /// Tags of pieces that arrived.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub arrived: Vec<String>,
    /// Tags of pieces that are lost.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lost: Vec<String>,
    /// Tags of pieces that came back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub back: Vec<String>,
    /// The consignor's terms on the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<Terms>,
    /// What the mart owes the consignor for what is lost, by the agreement's rule for the way.
    #[serde(default, skip_serializing_if = "Paise::is_zero")]
    pub compensation_paise: Paise,
    /// The part of it of each of several lost pieces; where it is not told, all have the same part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub each_paise: Vec<Paise>,
}

impl SettledLine {
    /// What the mart owes for a piece that is lost.
    pub fn owed_for(&self, code: &str) -> Option<Paise> {
        part_of(code, &self.lost, &self.each_paise, self.compensation_paise)
    }
}

/// It is known what became of goods that were sent: nothing of them is on the way any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransferSettled {
    /// Of which parcel.
    pub transfer: Uuid,
    /// Line by line.
    pub lines: Vec<SettledLine>,
    /// What happened, in words.
    pub note: String,
    /// The till whose signed answer said so; none: a manager did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_by: Option<String>,
}

/// How much of a line came back and how much arrived, as a manager types it; what is left is lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Became {
    /// Taken in there.
    pub arrived_milli: Milli,
    /// Brought back here.
    pub back_milli: Milli,
    /// Tags of pieces that came back.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub back: Vec<String>,
    /// Tags of pieces that are lost.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub lost: Vec<String>,
}

impl From<&Came> for Became {
    fn from(came: &Came) -> Self {
        Self { arrived_milli: came.came_milli, back_milli: Milli(0), back: Vec::new(), lost: came.missing.clone() }
    }
}

/// The settled line of a parcel's line, before it is known what is owed for what is lost.
pub fn settled(line: &ParcelLine, became: &Became) -> Result<SettledLine, Refusal> {
    let whole = Milli(0)..=line.qty_milli;
    let gone = became.arrived_milli.0.saturating_add(became.back_milli.0);
    if !whole.contains(&became.arrived_milli) || !whole.contains(&became.back_milli) || !whole.contains(&Milli(gone)) {
        return Err(Refusal::QuantityOutOfRange { max: line.qty_milli.to_text() });
    }
    let lost_milli = Milli(line.qty_milli.0 - gone);
    let mut tags: BTreeSet<&str> = line.pieces.iter().map(|piece| piece.code.as_str()).collect();
    for code in became.back.iter().chain(&became.lost) {
        if !tags.remove(code.as_str()) {
            return Err(Refusal::UnknownPiece { code: code.chars().take(40).collect() });
        }
    }
    let arrived: Vec<String> = tags.into_iter().map(str::to_owned).collect();
    if !line.pieces.is_empty() {
        for (tags, quantity) in
            [(&arrived, became.arrived_milli), (&became.back, became.back_milli), (&became.lost, lost_milli)]
        {
            if tags.len() as i64 * Milli::ONE.0 != quantity.0 {
                return Err(Refusal::PiecesMismatch { pieces: tags.len() as i64, taken: quantity.to_text() });
            }
        }
    }
    Ok(SettledLine {
        item: line.item,
        owner: line.owner.clone(),
        arrived_milli: became.arrived_milli,
        lost_milli,
        back_milli: became.back_milli,
        arrived,
        lost: became.lost.clone(),
        back: became.back.clone(),
        terms: None,
        compensation_paise: Paise::ZERO,
        each_paise: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(pieces: usize, milli: i64) -> ParcelLine {
        let piece = |no| Piece { code: format!("p{no}"), ..Piece::default() };
        ParcelLine {
            item: Uuid::nil(),
            owner: Owner::Mart,
            qty_milli: Milli(milli),
            pieces: (0..pieces).map(piece).collect(),
            value_paise: Paise(1),
        }
    }

    fn came(milli: i64, missing: &[&str]) -> Came {
        Came { came_milli: Milli(milli), missing: missing.iter().map(|code| (*code).to_owned()).collect() }
    }

    #[test]
    fn no_more_comes_than_was_sent_and_every_missing_piece_is_named() {
        assert_eq!(came(2_500, &[]).check(&line(0, 3_000)), Ok(()));
        assert!(matches!(came(3_001, &[]).check(&line(0, 3_000)), Err(Refusal::QuantityOutOfRange { .. })));
        assert!(came(-1, &[]).check(&line(0, 3_000)).is_err());
        assert_eq!(came(2_000, &["p1"]).check(&line(3, 3_000)), Ok(()));
        assert!(matches!(came(2_000, &[]).check(&line(3, 3_000)), Err(Refusal::PiecesMismatch { .. })));
        assert!(matches!(came(1_000, &["p1", "p1"]).check(&line(3, 3_000)), Err(Refusal::PiecesMismatch { .. })));
        assert!(matches!(came(2_000, &["x"]).check(&line(3, 3_000)), Err(Refusal::UnknownPiece { .. })));
    }

    #[test]
    fn a_letter_signs_what_it_is_and_who_sends_it() {
        let signed = |kind, till, said| Letter::signed(kind, till, said);
        let one = signed(LetterKind::Parcel, "LKO1A", "{}");
        for other in [
            signed(LetterKind::Answer, "LKO1A", "{}"),
            signed(LetterKind::Parcel, "LKO1B", "{}"),
            signed(LetterKind::Parcel, "LKO1A", "{} "),
        ] {
            assert_ne!(one, other);
        }
    }

    proptest! {
        #[test]
        fn nothing_of_what_was_sent_stays_on_the_way(sent in 1i64..9_000, arrived in 0i64..9_000, back in 0i64..9_000) {
            let became = Became { arrived_milli: Milli(arrived), back_milli: Milli(back), back: vec![], lost: vec![] };
            match settled(&line(0, sent), &became) {
                Ok(done) => prop_assert_eq!(done.arrived_milli.0 + done.lost_milli.0 + done.back_milli.0, sent),
                Err(_) => prop_assert!(arrived + back > sent),
            }
        }

        #[test]
        fn each_piece_is_in_one_place(fates in prop::collection::vec(0u8..3, 1..9)) {
            let of = |fate: u8| -> Vec<String> {
                fates.iter().enumerate().filter(|(_, one)| **one == fate).map(|(no, _)| format!("p{no}")).collect()
            };
            let (back, lost) = (of(1), of(2));
            let milli = |tags: &[String]| Milli(tags.len() as i64 * 1_000);
            let became = Became { arrived_milli: milli(&of(0)), back_milli: milli(&back), back, lost };
            let done = settled(&line(fates.len(), fates.len() as i64 * 1_000), &became).unwrap();
            prop_assert_eq!((done.arrived, done.back, done.lost), (of(0), of(1), of(2)));
        }
    }
}
