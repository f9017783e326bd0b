//! What becomes of goods beside being sold: given back to their consignor, lost, found again. For each owner and item
//! always: received = sold + given back + lost + in transit + sent + on hand. Not here: sales and returns, transfers.

use crate::agreement::{Agreement, Owner, Terms};
use crate::money::{Bps, Paise, divide_half_up};
use crate::quantity::Milli;
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Letter of consignment notes in their numbers.
pub const CONSIGNMENT_LETTER: char = 'N';
/// Letter of notes of goods given back.
pub const GIVEN_BACK_LETTER: char = 'R';

/// Why goods are fewer, or more, than the books say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// Broken, spoilt, eaten by moths.
    Breakage,
    /// Known to be stolen.
    Theft,
    /// Lost or broken on the way.
    Transit,
    /// Not there when counted, and nobody knows why.
    Missing,
    /// There though the books say it is not.
    Found,
}

impl Cause {
    /// Its word, as in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Breakage => "breakage",
            Self::Theft => "theft",
            Self::Transit => "transit",
            Self::Missing => "missing",
            Self::Found => "found",
        }
    }

    /// The part that the mart bears under an agreement; nothing where nothing is lost.
    pub fn borne(self, agreement: &Agreement) -> Bps {
        match self {
            Self::Breakage => agreement.loss.breakage_bps,
            Self::Theft | Self::Missing => agreement.loss.theft_bps,
            Self::Transit => agreement.loss.transit_bps,
            Self::Found => Bps(0),
        }
    }
}

/// One owner's goods of an item that are fewer or more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdjustedLine {
    /// Which item.
    pub item: Uuid,
    /// Whose.
    pub owner: Owner,
    /// How much is lost; negative: found.
    pub lost_milli: Milli,
    /// By their tags, where they are unique.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pieces: Vec<String>,
    /// The consignor's terms on the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<Terms>,
    /// What the mart owes the consignor for it; negative: what it owed and, because it is found, owes no more.
    #[serde(default, skip_serializing_if = "Paise::is_zero")]
    pub compensation_paise: Paise,
    /// The part of it of each of several tags that are lost; where it is not told, all have the same part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub each_paise: Vec<Paise>,
}

impl AdjustedLine {
    /// What the mart owes for a piece that this line lost.
    pub fn owed_for(&self, code: &str) -> Option<Paise> {
        part_of(code, &self.pieces, &self.each_paise, self.compensation_paise)
    }
}

/// The part of a piece in what is owed for several that were lost together.
pub fn part_of(code: &str, pieces: &[String], each: &[Paise], owed: Paise) -> Option<Paise> {
    let no = pieces.iter().position(|piece| piece == code)?;
    each.get(no).copied().or_else(|| owed.split(&vec![1; pieces.len()]).get(no).copied())
}

/// Stock was set right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StockAdjusted {
    /// Made before anything was shown, so that it can be asked for twice and happen once.
    pub id: Uuid,
    /// Why.
    pub cause: Cause,
    /// Each owner's goods.
    pub lines: Vec<AdjustedLine>,
    /// What happened, in the operator's words.
    pub note: String,
    /// The count that found it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<Uuid>,
}

/// Whose goods are fewer by `lost`, or more where it is negative: owners lose in the order given, each what they have here,
/// and the first what nobody has; what is found is the first one's.
pub fn allocate(lost: Milli, owners: &[(Owner, Milli)]) -> Vec<(Owner, Milli)> {
    let Some((first, _)) = owners.first() else { return vec![(Owner::Mart, lost)] };
    let (mut left, mut shares) = (lost, Vec::new());
    for (owner, here) in owners {
        let share = left.min(*here);
        if share > Milli(0) {
            shares.push((owner.clone(), share));
            left.0 -= share.0;
        }
    }
    if left != Milli(0) {
        match shares.iter_mut().find(|(owner, _)| owner == first) {
            Some((_, share)) => share.0 += left.0,
            None => shares.push((first.clone(), left)),
        }
    }
    shares
}

/// What the mart owes for `lost` of goods that are worth `worth` to their consignor, by the agreement's rule.
pub fn compensation(cause: Cause, agreement: &Agreement, worth: Paise) -> Paise {
    worth.at(cause.borne(agreement))
}

/// The part of what was owed for `lost` loose goods that is owed no more when `found` of them turn up: by cumulative slices,
/// so that finding all of them leaves nothing.
pub fn taken_back(owed: Paise, lost: Milli, found: Milli) -> Paise {
    if lost <= Milli(0) || found <= Milli(0) {
        return Paise::ZERO;
    }
    let found = found.min(lost);
    Paise(divide_half_up(i128::from(owed.0) * i128::from(found.0), i128::from(lost.0)))
}

/// Goods went back to their consignor, who signs for them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenBack {
    /// Made before anything was shown, so that it can be asked for twice and happen once.
    pub id: Uuid,
    /// Of its note.
    pub number: String,
    /// To whom.
    pub consignor: String,
    /// What.
    pub lines: Vec<GivenLine>,
    /// Why, in the operator's words.
    pub reason: String,
}

/// An item that went back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GivenLine {
    /// Which.
    #[ts(type = "string")]
    pub item: Uuid,
    /// How much.
    pub qty_milli: Milli,
    /// By their tags, where they are unique.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub pieces: Vec<String>,
}

/// Refuses to move a line whose tags do not make up its quantity.
pub fn pieces_fit(pieces: &[String], quantity: Milli) -> Result<(), Refusal> {
    if !pieces.is_empty() && pieces.len() as i64 * Milli::ONE.0 != quantity.0.abs() {
        return Err(Refusal::PiecesMismatch { pieces: pieces.len() as i64, taken: quantity.to_text() });
    }
    Ok(())
}

/// The steps of goods that do not sell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// The maker is told.
    Remind,
    /// A lower price is agreed.
    Markdown,
    /// They are offered back.
    GiveBack,
}

/// The step that goods of an age have come to under an agreement.
pub fn step_of(days: i32, agreement: &Agreement) -> Option<Step> {
    let ladder = agreement.ladder;
    if days >= ladder.give_back_days {
        Some(Step::GiveBack)
    } else if days >= ladder.markdown_days {
        Some(Step::Markdown)
    } else if days >= ladder.remind_days {
        Some(Step::Remind)
    } else {
        None
    }
}

/// A price after a markdown, to the whole rupee; never nothing.
pub fn marked_down(price: Paise, by: Bps) -> Paise {
    let lower = (price - price.at(by)).nearest_rupee();
    lower.max(Paise::rupees(1)).min(price)
}

/// A maker was told of unsold goods, or asked, and what they said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnsoldAnswered {
    /// Whose goods.
    pub consignor: String,
    /// Which.
    pub item: Uuid,
    /// Which step.
    pub step: Step,
    /// Whether they agreed; a reminder asks nothing.
    pub agreed: Option<bool>,
    /// How they said it: on the phone, here in person, by letter.
    pub how: String,
    /// The message to them, both scripts, as it is sent.
    pub message_hi: String,
    /// The new prices of unique pieces that have their own, where a markdown was agreed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pieces: Vec<PiecePrice>,
}

/// What a unique piece is sold for from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PiecePrice {
    /// Its tag.
    pub code: String,
    /// Its own price.
    pub price_paise: Paise,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn agreement() -> Agreement {
        Agreement::first("reshma", jiff::civil::date(2026, 4, 1))
    }

    #[test]
    fn the_agreement_says_who_bears_a_loss() {
        let owed = |cause| compensation(cause, &agreement(), Paise(80_001));
        assert_eq!(owed(Cause::Breakage), Paise(80_001));
        assert_eq!(owed(Cause::Missing), Paise(80_001));
        assert_eq!(owed(Cause::Transit), Paise(40_001));
        assert_eq!(owed(Cause::Found), Paise::ZERO);
    }

    #[test]
    fn what_is_owed_for_a_piece_is_told_or_the_same_for_all() {
        let pieces = ["a".to_owned(), "b".to_owned(), "c".to_owned()];
        let each = [Paise(700), Paise(1), Paise(300)];
        let owed = |code, each: &[Paise]| part_of(code, &pieces, each, Paise(1_001));
        assert_eq!(
            ["a", "b", "c", "d"].map(|code| owed(code, &each)),
            [Some(each[0]), Some(each[1]), Some(each[2]), None]
        );
        assert_eq!(["a", "b", "c"].map(|code| owed(code, &[])), [Some(Paise(334)), Some(Paise(334)), Some(Paise(333))]);
    }

    #[test]
    fn unsold_goods_walk_the_ladder() {
        let at = |days| step_of(days, &agreement());
        assert_eq!(
            [59, 60, 89, 90, 119, 120].map(at),
            [
                None,
                Some(Step::Remind),
                Some(Step::Remind),
                Some(Step::Markdown),
                Some(Step::Markdown),
                Some(Step::GiveBack)
            ]
        );
        assert_eq!(marked_down(Paise::rupees(999), Bps(2_000)), Paise::rupees(799));
        assert_eq!(marked_down(Paise(50), Bps(10_000)), Paise(50));
    }

    proptest! {
        #[test]
        fn a_shortage_is_shared_to_the_last_piece(lost in -50i64..200, here in prop::collection::vec(-20i64..40, 0..5)) {
            let owners: Vec<_> = here.iter().zip('a'..).map(|(here, id)| (Owner::Consignor(id.into()), Milli(*here))).collect();
            let shares = allocate(Milli(lost), &owners);
            prop_assert_eq!(shares.iter().map(|(_, share)| share.0).sum::<i64>(), lost);
            for (owner, share) in &shares[shares.len().min(1)..] {
                let here = owners.iter().find(|(one, _)| one == owner).unwrap().1;
                prop_assert!(*share <= here || owners[0].0 == *owner);
            }
        }

        #[test]
        fn finding_everything_leaves_nothing_owed(owed in 0i64..1_000_000_000, parts in prop::collection::vec(1i64..100_000, 1..8)) {
            let (mut left, mut lost) = (Paise(owed), Milli(parts.iter().sum()));
            for part in parts {
                let back = taken_back(left, lost, Milli(part));
                prop_assert!(Paise::ZERO <= back && back <= left);
                left -= back;
                lost.0 -= part;
            }
            prop_assert_eq!(left, Paise::ZERO);
        }
    }
}
