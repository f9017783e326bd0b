//! Settlement: which of what is due is paid now, what is recovered of what was paid for goods that came back, and what an
//! advance takes; and how a settlement goes on until the money has arrived. Not here: how money goes (`payout`).

use crate::due::{DueKind, DueRef, Split};
use crate::money::{Bps, Paise};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Letter of settlements in their numbers.
pub const SETTLEMENT_LETTER: char = 'H';
/// Letter of invoices of commission.
pub const COMMISSION_LETTER: char = 'F';
/// Letter of credit notes of commission.
pub const COMMISSION_BACK_LETTER: char = 'G';

/// A line that is due and in no live settlement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenLine {
    /// Which.
    pub at: DueRef,
    /// Why.
    pub kind: DueKind,
    /// The sold line it takes back.
    pub takes_back: Option<DueRef>,
    /// From when it may be paid.
    pub payable_from: Date,
    /// How its share came about.
    pub split: Split,
    /// Its commission is billed to the consignor: it was sold under A2 or B.
    pub billed: bool,
    /// What live settlements recovered of it already.
    pub recovered_paise: Paise,
}

impl OpenLine {
    /// What of it still counts: the share, less what was recovered.
    pub fn left(&self) -> Paise {
        self.split.share() + self.recovered_paise
    }
}

/// A part of what was paid for goods that came back, taken off a settlement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recovered {
    /// The line that took it back.
    pub at: DueRef,
    /// How much of it is recovered here.
    pub paise: Paise,
    /// How much is left to recover.
    pub left_paise: Paise,
}

/// A part of an advance that is repaid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repaid {
    /// The advance.
    pub advance: Uuid,
    /// How much of it is repaid here.
    pub paise: Paise,
    /// How much is left to repay.
    pub left_paise: Paise,
}

/// An advance that is not repaid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenAdvance {
    /// Which.
    pub id: Uuid,
    /// What is left of it.
    pub left_paise: Paise,
    /// The most of a settlement that its repayment takes.
    pub repay_bps: Bps,
}

/// What a settlement comes to: `sold - returned ... = earned`, and
/// `opening + earned - repaid = net + closing`, where opening and closing are what stands to be recovered, negative.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Figures {
    /// Of goods that were sold.
    pub sold: Split,
    /// Of those that came back before they were settled, negative.
    pub returned: Split,
    /// For goods that were lost.
    pub compensation_paise: Paise,
    /// What stood to be recovered before, negative.
    pub opening_paise: Paise,
    /// What is recovered now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recoveries: Vec<Recovered>,
    /// What is repaid of advances.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repaid: Vec<Repaid>,
    /// What stands to be recovered after, negative.
    pub closing_paise: Paise,
    /// What is paid.
    pub net_paise: Paise,
    /// Commission, without its GST, that the mart bills for what is settled.
    #[serde(default, skip_serializing_if = "Paise::is_zero")]
    pub billed_paise: Paise,
    /// The GST on that.
    #[serde(default, skip_serializing_if = "Paise::is_zero")]
    pub billed_gst_paise: Paise,
    /// Commission that it credits, negative: of what came back after it was billed, where the last of it is recovered.
    #[serde(default, skip_serializing_if = "Paise::is_zero")]
    pub credited_paise: Paise,
    /// The GST on that.
    #[serde(default, skip_serializing_if = "Paise::is_zero")]
    pub credited_gst_paise: Paise,
}

impl Figures {
    /// What the lines come to before anything is recovered.
    pub fn earned(&self) -> Paise {
        self.sold.share() + self.returned.share() + self.compensation_paise
    }

    /// All that is recovered.
    pub fn recovered(&self) -> Paise {
        self.recoveries.iter().map(|one| one.paise).sum()
    }

    /// All that is repaid of advances.
    pub fn repaid(&self) -> Paise {
        self.repaid.iter().map(|one| one.paise).sum()
    }

    /// Whether what is paid and carried follows from the rest.
    pub fn adds_up(&self) -> bool {
        let net = self.earned() - self.recovered() - self.repaid();
        let closing = self.opening_paise + self.recovered();
        net == self.net_paise && closing == self.closing_paise
    }
}

/// What would be settled of a consignor's open lines, or is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reckoned {
    /// Lines that are paid, in their order.
    pub lines: Vec<DueRef>,
    /// What they come to.
    pub figures: Figures,
    /// Shares that wait for the customer's time to bring goods back.
    pub held_paise: Paise,
}

/// Reckons the settlement of one consignor up to a day.
///
/// A line that takes back one of the same settlement stands in it with that one. What takes back a line that was settled
/// before is recovered: the oldest first, and no more of the settlement than the agreement allows. Then advances are
/// repaid, the oldest first, each by no more than its own share of what is left.
pub fn reckon(open: &[OpenLine], advances: &[OpenAdvance], upto: Date, recovery_bps: Bps) -> Reckoned {
    let (payable, held): (Vec<&OpenLine>, Vec<&OpenLine>) = open.iter().partition(|line| line.payable_from <= upto);
    let mut reckoned = Reckoned { held_paise: held.iter().map(|line| line.left()).sum(), ..Reckoned::default() };
    let settled_here: std::collections::HashSet<DueRef> =
        payable.iter().filter(|line| line.takes_back.is_none()).map(|line| line.at).collect();
    // What was found again takes back a compensation that may have been paid long ago.
    let recovers = |line: &OpenLine| match line.takes_back {
        Some(sold) => !settled_here.contains(&sold),
        None => line.kind == DueKind::Loss && line.split.share() < Paise::ZERO,
    };
    let (owed_back, plain): (Vec<&OpenLine>, Vec<&OpenLine>) = payable.into_iter().partition(|line| recovers(line));
    let figures = &mut reckoned.figures;
    for line in plain {
        reckoned.lines.push(line.at);
        if line.billed {
            figures.billed_paise += line.split.commission_paise;
            figures.billed_gst_paise += line.split.commission_gst_paise;
        }
        match line.kind {
            DueKind::Sale => figures.sold = figures.sold + line.split,
            DueKind::Return | DueKind::Void => figures.returned = figures.returned + line.split,
            DueKind::Loss => figures.compensation_paise += line.split.compensation_paise,
        }
    }
    let earned = figures.earned();
    figures.opening_paise = owed_back.iter().map(|line| line.left()).sum();
    let mut cap = earned.max(Paise::ZERO).at(recovery_bps);
    for line in owed_back {
        let owed = -line.left();
        let paise = owed.min(cap);
        if paise > Paise::ZERO {
            cap -= paise;
            figures.recoveries.push(Recovered { at: line.at, paise, left_paise: owed - paise });
            if paise == owed && line.billed {
                figures.credited_paise += line.split.commission_paise;
                figures.credited_gst_paise += line.split.commission_gst_paise;
            }
        }
    }
    figures.closing_paise = figures.opening_paise + figures.recovered();
    let mut left = (earned - figures.recovered()).max(Paise::ZERO);
    for advance in advances {
        let paise = advance.left_paise.min(left.at(advance.repay_bps));
        if paise > Paise::ZERO {
            left -= paise;
            figures.repaid.push(Repaid { advance: advance.id, paise, left_paise: advance.left_paise - paise });
        }
    }
    figures.net_paise = earned - figures.recovered() - figures.repaid();
    reckoned
}

/// Why a consignor is not settled now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waits {
    /// Nothing is payable.
    Nothing,
    /// What is payable comes to nothing, or less: it is carried, never collected.
    Carried,
    /// Less than the agreement's minimum: it is carried.
    BelowMinimum,
}

impl Reckoned {
    /// Why this is not settled now; none: it can be.
    pub fn waits(&self, minimum: Paise) -> Option<Waits> {
        let net = self.figures.net_paise;
        if self.lines.is_empty() {
            Some(Waits::Nothing)
        } else if net <= Paise::ZERO {
            Some(Waits::Carried)
        } else if net < minimum {
            Some(Waits::BelowMinimum)
        } else {
            None
        }
    }
}

/// One consignor's statement for a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settlement {
    /// Made before anything was shown, so that a run can be posted twice and happen once.
    pub id: Uuid,
    /// The run it was posted in.
    pub run: Uuid,
    /// Its number.
    pub number: String,
    /// Whose.
    pub consignor: String,
    /// What was payable up to this day.
    pub upto: Date,
    /// Every line, in order; each stands in one live settlement.
    pub lines: Vec<DueRef>,
    /// What they come to.
    #[serde(flatten)]
    pub figures: Figures,
}

/// One settlement that is withdrawn before it was approved: its lines are due again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawn {
    /// The settlement, whole: its repayments are turned round.
    pub settlement: Settlement,
    /// Why, in the operator's words.
    pub reason: String,
}

/// A tax invoice of the mart to a consignor for the commission of one settlement, or a credit note for commission that was
/// billed before and whose goods came back (gst.md 1.3: one of each for a consignor and cycle).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommissionBill {
    /// Its number.
    pub number: String,
    /// Commission without GST; negative on a credit note.
    pub taxable_paise: Paise,
    /// CGST, as frozen on the lines.
    pub cgst_paise: Paise,
    /// SGST likewise.
    pub sgst_paise: Paise,
}

/// One settlement that is approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovedOne {
    /// Which.
    pub settlement: Uuid,
    /// The invoice of its commission; none where nothing is billed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commission: Option<CommissionBill>,
    /// The credit note of commission that was billed before; none where nothing is credited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<CommissionBill>,
}

impl ApprovedOne {
    /// Its invoice and its credit note, as far as there are any.
    pub fn bills(&self) -> impl Iterator<Item = &CommissionBill> {
        self.commission.iter().chain(&self.credit)
    }

    /// Their letters and numbers.
    pub fn documents(&self) -> impl Iterator<Item = (char, &str)> {
        let billed = self.commission.iter().map(|bill| (COMMISSION_LETTER, &*bill.number));
        billed.chain(self.credit.iter().map(|bill| (COMMISSION_BACK_LETTER, &*bill.number)))
    }
}

/// Settlements were approved by a second person, who is the entry's operator or approver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettlementsApproved {
    /// Which.
    pub settlements: Vec<ApprovedOne>,
}

/// Where a settlement has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It stands, and can be withdrawn.
    Posted,
    /// It was withdrawn.
    Withdrawn,
    /// A second person approved it.
    Approved,
    /// The money was sent.
    Sent,
    /// The money arrived.
    Confirmed,
    /// The money came back.
    Failed,
}

impl State {
    /// Its word, as in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Posted => "posted",
            Self::Withdrawn => "withdrawn",
            Self::Approved => "approved",
            Self::Sent => "sent",
            Self::Confirmed => "confirmed",
            Self::Failed => "failed",
        }
    }

    /// The state of a word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Posted, Self::Withdrawn, Self::Approved, Self::Sent, Self::Confirmed, Self::Failed]
            .into_iter()
            .find(|state| state.word() == word)
    }

    /// Whether it may go on to `next`: posted, approved, sent, confirmed or failed, sent again.
    pub fn may_become(self, next: Self) -> bool {
        match self {
            Self::Posted => matches!(next, Self::Withdrawn | Self::Approved),
            Self::Approved | Self::Failed => next == Self::Sent,
            Self::Sent => matches!(next, Self::Confirmed | Self::Failed),
            // A bank can give money back days after it reported it paid.
            Self::Confirmed => next == Self::Failed,
            Self::Withdrawn => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const DAY: Date = date(2026, 11, 23);

    fn line(seq: i64, kind: DueKind, takes_back: Option<i64>, goods: i64) -> OpenLine {
        OpenLine {
            at: DueRef(seq, 0),
            kind,
            takes_back: takes_back.map(|seq| DueRef(seq, 0)),
            payable_from: DAY,
            split: if kind == DueKind::Loss {
                Split { compensation_paise: Paise(goods), ..Split::default() }
            } else {
                Split { goods_paise: Paise(goods), ..Split::default() }
            },
            billed: false,
            recovered_paise: Paise::ZERO,
        }
    }

    #[test]
    fn a_return_of_what_was_paid_is_recovered_up_to_the_cap_and_carried() {
        let open = [line(5, DueKind::Return, Some(1), -100_000), line(6, DueKind::Sale, None, 120_000)];
        let first = reckon(&open, &[], DAY, Bps(5_000));
        assert_eq!(first.lines, [DueRef(6, 0)]);
        assert_eq!(first.figures.recovered(), Paise(60_000));
        assert_eq!(first.figures.net_paise, Paise(60_000));
        assert_eq!((first.figures.opening_paise, first.figures.closing_paise), (Paise(-100_000), Paise(-40_000)));
        let next =
            [OpenLine { recovered_paise: Paise(60_000), ..open[0].clone() }, line(7, DueKind::Sale, None, 200_000)];
        let second = reckon(&next, &[], DAY, Bps(5_000));
        assert_eq!(
            second.figures.recoveries,
            [Recovered { at: DueRef(5, 0), paise: Paise(40_000), left_paise: Paise::ZERO }]
        );
        assert_eq!(second.figures.net_paise, Paise(160_000));
    }

    #[test]
    fn a_return_before_settlement_stands_beside_its_sale() {
        let open = [line(1, DueKind::Sale, None, 100_000), line(2, DueKind::Return, Some(1), -100_000)];
        let reckoned = reckon(&open, &[], DAY, Bps(5_000));
        assert_eq!(reckoned.lines.len(), 2);
        assert_eq!(reckoned.figures.net_paise, Paise::ZERO);
        assert_eq!(reckoned.waits(Paise::ZERO), Some(Waits::Carried));
    }

    #[test]
    fn what_a_customer_may_still_bring_back_is_held() {
        let tomorrow = OpenLine { payable_from: DAY.tomorrow().expect("a day"), ..line(1, DueKind::Sale, None, 100) };
        let reckoned = reckon(&[tomorrow], &[], DAY, Bps(5_000));
        assert_eq!((reckoned.held_paise, reckoned.waits(Paise::ZERO)), (Paise(100), Some(Waits::Nothing)));
        let paid = reckon(&[line(1, DueKind::Sale, None, 100)], &[], DAY, Bps(5_000));
        assert_eq!((paid.waits(Paise(100)), paid.waits(Paise(101))), (None, Some(Waits::BelowMinimum)));
    }

    #[test]
    fn an_advance_takes_its_share_and_no_more_than_is_left_of_it() {
        let advance = |left| OpenAdvance { id: Uuid::nil(), left_paise: Paise(left), repay_bps: Bps(2_500) };
        let open = [line(1, DueKind::Sale, None, 100_000)];
        let of = |left| reckon(&open, &[advance(left)], DAY, Bps(5_000)).figures;
        assert_eq!((of(90_000).repaid(), of(90_000).net_paise), (Paise(25_000), Paise(75_000)));
        assert_eq!((of(10_000).repaid(), of(10_000).net_paise), (Paise(10_000), Paise(90_000)));
    }

    #[test]
    fn a_settlement_goes_forward_only() {
        use State::{Approved, Confirmed, Failed, Posted, Sent, Withdrawn};
        let all = [Posted, Withdrawn, Approved, Sent, Confirmed, Failed];
        let allowed = [
            (Posted, Withdrawn),
            (Posted, Approved),
            (Approved, Sent),
            (Failed, Sent),
            (Sent, Confirmed),
            (Sent, Failed),
            (Confirmed, Failed),
        ];
        for from in all {
            assert_eq!(State::parse(from.word()), Some(from));
            for to in all {
                assert_eq!(from.may_become(to), allowed.contains(&(from, to)), "{from:?} {to:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn every_paisa_is_paid_held_or_carried(
            amounts in prop::collection::vec((-50_000i64..100_000, any::<bool>(), any::<bool>()), 0..30),
            advances in prop::collection::vec((1i64..100_000, 0i64..=10_000), 0..4), cap in 0i64..=10_000,
        ) {
            let open: Vec<OpenLine> = amounts.iter().zip(1i64..).map(|((paise, held, loss), seq)| {
                let kind = match (*paise < 0, *loss) {
                    (_, true) => DueKind::Loss,
                    (true, false) => DueKind::Return,
                    (false, false) => DueKind::Sale,
                };
                // Some take back a line of today, some one that was settled long ago.
                let takes_back = (kind == DueKind::Return).then_some(if seq % 2 == 0 { seq / 2 } else { -seq });
                let payable_from = if *held { DAY.tomorrow().expect("a day") } else { DAY };
                // A part of what was settled long ago may be recovered already.
                let recovered = if takes_back.is_some_and(|sold| sold < 0) { -paise / 3 } else { 0 };
                OpenLine { payable_from, recovered_paise: Paise(recovered), ..line(seq, kind, takes_back, *paise) }
            }).collect();
            let advances: Vec<OpenAdvance> = advances
                .iter()
                .map(|(left, bps)| OpenAdvance { id: Uuid::nil(), left_paise: Paise(*left), repay_bps: Bps(*bps) })
                .collect();
            let reckoned = reckon(&open, &advances, DAY, Bps(cap));
            let figures = &reckoned.figures;
            prop_assert!(figures.adds_up());
            let all: Paise = open.iter().map(OpenLine::left).sum();
            prop_assert_eq!(all, figures.net_paise + figures.repaid() + figures.closing_paise + reckoned.held_paise);
            prop_assert!(figures.recovered() <= figures.earned().max(Paise::ZERO));
            prop_assert!(figures.net_paise >= figures.earned().min(Paise::ZERO));
        }
    }
}
