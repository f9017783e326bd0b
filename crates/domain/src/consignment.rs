//! Intake: goods a consignor brings, line by line, what of them is taken and why the rest is not. Not here: the draft
//! on the screen before it is taken, and the photographs (the till).

use crate::item::MOST_PRICE;
use crate::money::Paise;
use crate::name::Name;
use crate::quantity::Milli;
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;
use uuid::Uuid;

/// The most lines of one consignment note: two sheets of A4.
pub const MOST_LINES: usize = 60;

/// The most unique pieces of one line.
pub const MOST_PIECES: usize = 200;

/// One unique, tagged object.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Piece {
    /// On its tag; unique in the mart for ever.
    pub code: String,
    /// What it is sold for; none: the item's price.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub price_paise: Option<Paise>,
    /// What tells it from others of its kind.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub note: String,
    /// Hash of its photograph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub picture: Option<String>,
    /// Who of its consignor's artisans made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub made_by: Option<Name>,
    /// Number of its Handloom Mark or Silk Mark label.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub mark: String,
}

/// One item that was brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConsignedLine {
    /// Which.
    #[ts(type = "string")]
    pub item: Uuid,
    /// How much was brought.
    pub brought_milli: Milli,
    /// How much of it was taken.
    pub accepted_milli: Milli,
    /// Why the rest was not.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub reason: String,
    /// What the maker asks for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub asked_paise: Option<Paise>,
    /// The taken ones by their tags, where each is unique.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Piece>>")]
    pub pieces: Vec<Piece>,
    /// Hash of a photograph of what was brought.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub picture: Option<String>,
    /// Who of its consignor's artisans made all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub made_by: Option<Name>,
}

impl ConsignedLine {
    /// What was not taken.
    pub fn rejected(&self) -> Milli {
        Milli(self.brought_milli.0 - self.accepted_milli.0)
    }

    /// Refuses a line that does not add up. A reason is needed for every rejection.
    pub fn check(&self) -> Result<(), Refusal> {
        self.brought_milli.sellable()?;
        if self.accepted_milli < Milli(0) || self.accepted_milli > self.brought_milli {
            return Err(Refusal::QuantityOutOfRange { max: self.brought_milli.to_text() });
        }
        if self.rejected() > Milli(0) && self.reason.trim().is_empty() {
            return Err(Refusal::RejectionReasonMissing);
        }
        note_ok("reason", &self.reason)?;
        let price = |paise: Option<Paise>| paise.is_none_or(|paise| (Paise(1)..=MOST_PRICE).contains(&paise));
        if !price(self.asked_paise) || self.pieces.iter().any(|piece| !price(piece.price_paise)) {
            return Err(Refusal::AmountOutOfRange);
        }
        for piece in &self.pieces {
            note_ok("note", &piece.note)?;
            note_ok("mark", &piece.mark)?;
        }
        let whole = self.pieces.len() as i64 * Milli::ONE.0 == self.accepted_milli.0;
        if !self.pieces.is_empty() && (!whole || self.pieces.len() > MOST_PIECES) {
            return Err(Refusal::PiecesMismatch {
                pieces: self.pieces.len() as i64,
                taken: self.accepted_milli.to_text(),
            });
        }
        Ok(())
    }
}

fn note_ok(what: &str, text: &str) -> Result<(), Refusal> {
    if text.chars().count() > crate::basket::MOST_NOTE || text.chars().any(char::is_control) {
        return Err(Refusal::invalid(what));
    }
    Ok(())
}

/// A second count of what was brought, by somebody who did not see the first. Once begun it is never lost: it goes with
/// the consignment, or into the entry of the sheet that was thrown away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondCount {
    /// Who counted.
    pub by: String,
    /// Item by item, in the order they stood.
    pub lines: Vec<CountedAgain>,
    /// It was given up before its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given_up: Option<GivenUp>,
}

/// One item of a second count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountedAgain {
    /// Which.
    pub item: Uuid,
    /// How much stood there before.
    pub first_milli: Milli,
    /// How much was found; none: not counted yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again_milli: Option<Milli>,
}

/// Who gave a second count up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenUp {
    /// Who.
    pub by: String,
    /// Why.
    pub reason: String,
}

impl SecondCount {
    /// Somebody is still counting, so nobody is shown the first count.
    pub fn goes_on(&self) -> bool {
        self.given_up.is_none() && self.lines.iter().any(|line| line.again_milli.is_none())
    }

    /// How much of an item was found; none: it was not among what was counted.
    pub fn found(&self, item: Uuid) -> Option<Milli> {
        self.lines.iter().find(|line| line.item == item)?.again_milli
    }

    /// Items that were counted and stand on no line of these.
    pub fn gone<'a>(&'a self, lines: &'a [ConsignedLine]) -> impl Iterator<Item = &'a CountedAgain> {
        let there = |one: &&CountedAgain| {
            one.again_milli.is_some_and(|again| again > Milli(0)) && lines.iter().all(|line| line.item != one.item)
        };
        self.lines.iter().filter(there)
    }
}

/// A sheet of intake that somebody had counted a second time was thrown away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftDropped {
    /// The sheet's.
    pub id: Uuid,
    /// Whose goods.
    pub consignor: String,
    /// The second counts of it, in their order.
    pub second_counts: Vec<SecondCount>,
    /// Why.
    pub reason: String,
}

/// One receipt of goods on sale-or-return.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consignment {
    /// The draft's, so that it can be asked for twice and happen once.
    pub id: Uuid,
    /// Of its note.
    pub number: String,
    /// Whose goods.
    pub consignor: String,
    /// Version of the agreement on the day.
    pub agreement_version: i64,
    /// In the order they were written.
    pub lines: Vec<ConsignedLine>,
    /// Who counted it a second time without seeing the first count, and found what was taken in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted_by: Option<String>,
    /// Every second count of it, in their order, those that were given up too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub second_counts: Vec<SecondCount>,
    /// What was written to the whole.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Refuses lines that are no consignment: none, too many, an item or a tag twice.
pub fn check_lines(lines: &[ConsignedLine]) -> Result<(), Refusal> {
    if lines.is_empty() {
        return Err(Refusal::ConsignmentEmpty);
    }
    if lines.len() > MOST_LINES {
        return Err(Refusal::QuantityOutOfRange { max: MOST_LINES.to_string() });
    }
    let mut tags = BTreeSet::new();
    let mut items = BTreeSet::new();
    for line in lines {
        line.check()?;
        if !items.insert(line.item) {
            return Err(Refusal::invalid("item_twice"));
        }
        for piece in &line.pieces {
            if !tags.insert(&piece.code) {
                return Err(Refusal::PieceTwice { code: piece.code.clone() });
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line() -> ConsignedLine {
        ConsignedLine {
            item: Uuid::nil(),
            brought_milli: Milli(3_000),
            accepted_milli: Milli(2_000),
            reason: "रंग उड़ा है".into(),
            asked_paise: Some(Paise::rupees(500)),
            pieces: vec![],
            picture: None,
            made_by: None,
        }
    }

    fn piece(code: &str) -> Piece {
        Piece { code: code.into(), ..Piece::default() }
    }

    #[test]
    fn a_line_adds_up() {
        assert_eq!(line().check(), Ok(()));
        assert_eq!(line().rejected(), Milli(1_000));
        let more = ConsignedLine { accepted_milli: Milli(4_000), ..line() };
        assert!(matches!(more.check(), Err(Refusal::QuantityOutOfRange { .. })));
        let silent = ConsignedLine { reason: " ".into(), ..line() };
        assert_eq!(silent.check(), Err(Refusal::RejectionReasonMissing));
        let one = ConsignedLine { pieces: vec![piece("a")], ..line() };
        assert!(matches!(one.check(), Err(Refusal::PiecesMismatch { .. })));
        let both = ConsignedLine { pieces: vec![piece("a"), piece("b")], ..line() };
        assert_eq!(both.check(), Ok(()));
        let free = ConsignedLine { asked_paise: Some(Paise::ZERO), ..line() };
        assert_eq!(free.check(), Err(Refusal::AmountOutOfRange));
    }

    #[test]
    fn a_second_count_goes_on_until_its_last_line_or_until_it_is_given_up() {
        let one = |again| CountedAgain { item: Uuid::nil(), first_milli: Milli(3_000), again_milli: again };
        let mut count = SecondCount { by: "a".into(), lines: vec![one(None)], given_up: None };
        assert!(count.goes_on());
        count.given_up = Some(GivenUp { by: "a".into(), reason: "x".into() });
        assert!(!count.goes_on());
        let done = SecondCount { by: "a".into(), lines: vec![one(Some(Milli(2_000)))], given_up: None };
        assert!(!done.goes_on());
        assert_eq!((done.found(Uuid::nil()), done.found(Uuid::max())), (Some(Milli(2_000)), None));
        assert_eq!((done.gone(&[line()]).count(), done.gone(&[]).count()), (0, 1));
    }

    #[test]
    fn a_tag_or_an_item_stands_once() {
        assert_eq!(check_lines(&[]), Err(Refusal::ConsignmentEmpty));
        assert!(check_lines(&[line(), line()]).is_err());
        let twice = ConsignedLine { pieces: vec![piece("a"), piece("a")], ..line() };
        assert_eq!(check_lines(&[twice]), Err(Refusal::PieceTwice { code: "a".into() }));
    }
}
