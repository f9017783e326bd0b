//! Goods back: slices of sold lines with their frozen tax and split, the credit note they give, and how the money goes
//! back. Today's rate is never asked (CGST Act s.34: the note follows the original supply). Not here: who may take how
//! much back (the till's limits).

use crate::agreement::{Agreement, Earned, Owner, SupplyMode, Terms};
use crate::bill::BillKind;
use crate::gst::Tax;
use crate::money::{Paise, divide_half_up};
use crate::quantity::Milli;
use crate::refusal::Refusal;
use crate::sale::{Sale, SaleLine};
use crate::stock::{Cause, compensation};
use crate::tender::Tender;
use crate::year::FinancialYear;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A part of a sold line that came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnedLine {
    /// Place of the line in its sale, from 0.
    pub line: usize,
    /// Of which item.
    pub item: Uuid,
    /// Whose goods.
    pub owner: Owner,
    /// The piece it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub piece: Option<String>,
    /// The terms it was sold under.
    pub terms: Option<Terms>,
    /// How much came back.
    pub qty_milli: Milli,
    /// The slice of its value and tax.
    pub tax: Tax,
    /// The slice of what the consignor earned.
    pub earned: Earned,
    /// Whether it goes back on the shelf; what is broken does not.
    pub resellable: bool,
    /// What the mart owes the consignor for what came back broken: their share of the sale is taken back, and the
    /// agreement says who bears breakage.
    #[serde(default, skip_serializing_if = "Paise::is_zero")]
    pub compensation_paise: Paise,
}

impl ReturnedLine {
    /// What the goods were worth to their consignor in this sale: what it gave them, and the fee and the GST on the
    /// commission that were taken off it and that nobody earned.
    pub fn worth(&self) -> Paise {
        self.earned.consignor_share_paise + self.earned.fee_paise + self.earned.commission_gst_paise
    }

    /// What the mart owes for it, if it came back broken, under the agreement it was sold under.
    fn owed(&self, agreements: &[Agreement]) -> Paise {
        let sold_under = |agreement: &&Agreement| {
            self.owner.consignor() == Some(&*agreement.consignor)
                && self.terms.is_some_and(|terms| terms.agreement_version == agreement.version)
        };
        match agreements.iter().find(sold_under) {
            Some(agreement) if !self.resellable => {
                compensation(Cause::Breakage, agreement, self.worth().max(Paise::ZERO))
            }
            _ => Paise::ZERO,
        }
    }
}

/// A numbered credit note; one for each document of the sale that is touched (CGST rule 53). What comes back of a memo
/// cancels it instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreditNote {
    /// Which document: one against a memo was a credit note, too, until these had a series of their own.
    #[serde(default = "credit_note", skip_serializing_if = "is_credit_note")]
    pub kind: BillKind,
    /// Its own number.
    pub number: String,
    /// The document it corrects.
    pub against: String,
    /// Places of its lines in `Return::lines`, from 0.
    pub lines: Vec<usize>,
}

fn credit_note() -> BillKind {
    BillKind::CreditNote
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_credit_note(kind: &BillKind) -> bool {
    *kind == BillKind::CreditNote
}

/// How money goes back. Amounts of one return add to its refund.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Refund {
    /// Out of the drawer.
    Cash {
        /// Amount.
        paise: Paise,
    },
    /// Through the bank's app, to who paid: a task until its reference is typed.
    Upi {
        /// Amount.
        paise: Paise,
        /// Reference of the tender it undoes.
        reference: String,
    },
    /// On the card terminal.
    Card {
        /// Amount.
        paise: Paise,
        /// Reference of the tender it undoes.
        reference: String,
    },
    /// Kept for a later purchase under the credit note's own number.
    CreditNote {
        /// Amount.
        paise: Paise,
        /// The note that keeps it.
        number: String,
    },
}

impl Refund {
    /// What it gives back.
    pub fn paise(&self) -> Paise {
        match self {
            Self::Cash { paise }
            | Self::Upi { paise, .. }
            | Self::Card { paise, .. }
            | Self::CreditNote { paise, .. } => *paise,
        }
    }
}

/// Goods of one sale came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Return {
    /// Made before anything was shown, so that a return can be asked for twice and happen once.
    pub id: Uuid,
    /// The sale.
    pub sale: Uuid,
    /// The number it is called by.
    pub sale_number: String,
    /// The documents of this return.
    pub credit_notes: Vec<CreditNote>,
    /// What came back.
    pub lines: Vec<ReturnedLine>,
    /// Sum over the lines (its rate is of no meaning).
    pub tax: Tax,
    /// What makes the refunds of a sale come to whole rupees, and to its due when all of it is back.
    pub round_off_paise: Paise,
    /// What goes back to the customer.
    pub refund_paise: Paise,
    /// How.
    pub refunds: Vec<Refund>,
    /// Why, in the operator's words.
    pub reason: String,
    /// After 30 November of the year after the sale's: the note reduces no GST (CGST Act s.34(2)).
    pub late: bool,
}

/// A sale was taken back whole, in its own shift: its numbers stay, cancelled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voided {
    /// The sale as it was frozen: every posting is turned round.
    pub sale: Sale,
    /// Why, in the operator's words.
    pub reason: String,
}

/// Goods back and other goods out, with the difference paid or given back: one thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchange {
    /// What came back; its refund is kept as a credit note.
    pub returned: Return,
    /// What went out; the credit note is among its tenders.
    pub sale: Sale,
}

impl Exchange {
    /// How the money went back that the new goods did not use up: what they did is a tender of theirs, by the note.
    pub fn rest(&self) -> Vec<Refund> {
        let used = |tender: &Tender, note: &str| match tender {
            Tender::CreditNote { paise, number } if number == note => *paise,
            _ => Paise::ZERO,
        };
        let left = |refund: &Refund| match refund {
            Refund::CreditNote { paise, number } => {
                let used: Paise = self.sale.tenders.iter().map(|tender| used(tender, number)).sum();
                Refund::CreditNote { paise: *paise - used, number: number.clone() }
            }
            Refund::Cash { .. } | Refund::Upi { .. } | Refund::Card { .. } => refund.clone(),
        };
        self.returned.refunds.iter().map(left).filter(|refund| refund.paise() > Paise::ZERO).collect()
    }
}

/// A part of a line that is asked back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SliceAsked {
    /// Place of the line in its sale, from 0.
    pub line: usize,
    /// How much of it.
    pub qty_milli: Milli,
    /// Whether it goes back on the shelf.
    pub resellable: bool,
}

/// A return that is asked for, before it happens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnAsked {
    /// The return's.
    pub id: Uuid,
    /// The number the sale is called by.
    pub sale_number: String,
    /// What comes back; a line may stand here twice, whole and broken.
    pub lines: Vec<SliceAsked>,
    /// Why, in the operator's words.
    pub reason: String,
    /// All of the money is kept as a credit note; else it goes back the way it came.
    pub to_note: bool,
}

/// A return that waits in the basket: the payment of the goods that go out closes both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExchangeAsked {
    /// What comes back; `to_note` says where money goes that the new goods do not use up.
    pub asked: ReturnAsked,
    /// What it comes to.
    pub refund_paise: Paise,
    /// Who approved what is beyond the operator's own limits.
    pub approved_by: Option<String>,
}

/// What has come back of a sale already.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Earlier {
    /// How much of each line, in the sale's order.
    pub qty_milli: Vec<Milli>,
    /// Value and tax of all slices.
    pub total: Paise,
    /// How their money went back.
    pub refunds: Vec<Refund>,
}

/// The return of what is `asked` of `sale` after what came back `earlier`. In an exchange `spent` of the money is paid
/// for the new goods, by way of the note. `agreements` are those its lines were sold under. `number` gives the numbers
/// of each kind of notes, one after the other.
pub fn take_back(
    sale: &Sale,
    agreements: &[Agreement],
    earlier: &Earlier,
    asked: &ReturnAsked,
    spent: Paise,
    late: bool,
    mut number: impl FnMut(BillKind) -> String,
) -> Result<Return, Refusal> {
    if asked.lines.is_empty() {
        return Err(Refusal::ReturnEmpty);
    }
    let mut already = earlier.qty_milli.clone();
    already.resize(sale.lines.len(), Milli(0));
    let (mut lines, mut tax) = (Vec::new(), Tax::default());
    for one in &asked.lines {
        let (line, already) = sale.lines.get(one.line).zip(already.get_mut(one.line)).ok_or(Refusal::UnknownLine)?;
        let back = slice(one.line, line, *already, one.qty_milli)?;
        already.0 += one.qty_milli.0;
        tax.taxable_paise += back.tax.taxable_paise;
        tax.cgst_paise += back.tax.cgst_paise;
        tax.sgst_paise += back.tax.sgst_paise;
        tax.igst_paise += back.tax.igst_paise;
        let back = ReturnedLine { resellable: one.resellable, ..back };
        lines.push(ReturnedLine { compensation_paise: back.owed(agreements), ..back });
    }
    let refund_paise = refund(sale, earlier.total, tax.total());
    let mut credit_notes = Vec::new();
    for bill in &sale.bills {
        let on_bill = |(_, line): &(usize, &ReturnedLine)| bill.lines.contains(&line.line);
        let places: Vec<usize> = lines.iter().enumerate().filter(on_bill).map(|(place, _)| place).collect();
        if !places.is_empty() {
            let kind = bill.kind.back();
            credit_notes.push(CreditNote { kind, number: number(kind), against: bill.number.clone(), lines: places });
        }
    }
    // One note keeps all of the money, so that it is spent by one number.
    let keeper = credit_notes.first().map(|note| note.number.clone()).unwrap_or_default();
    let kept = if asked.to_note { refund_paise } else { spent };
    let refunds = ways(&sale.tenders, &earlier.refunds, kept, refund_paise - kept, &keeper);
    Ok(Return {
        id: asked.id,
        sale: sale.id,
        sale_number: sale.number().to_owned(),
        credit_notes,
        lines,
        round_off_paise: refund_paise - tax.total(),
        tax,
        refund_paise,
        refunds,
        reason: asked.reason.clone(),
        late,
    })
}

/// Whether a refund went back the way a tender came.
fn undoes(refund: &Refund, tender: &Tender) -> bool {
    match (refund, tender) {
        (Refund::Upi { reference, .. }, Tender::Upi { reference: paid, .. })
        | (Refund::Card { reference, .. }, Tender::Card { reference: paid, .. }) => reference == paid,
        (Refund::Cash { .. }, Tender::Cash { .. }) | (Refund::CreditNote { .. }, Tender::CreditNote { .. }) => true,
        _ => false,
    }
}

/// Divides money over the ways it came, tender by tender up to what each still covers; money that came by UPI or card
/// never goes back as cash (gst.md 5). `kept` stands on `note` before that, and so does what came from a credit note.
fn ways(tenders: &[Tender], earlier: &[Refund], kept: Paise, mut back: Paise, note: &str) -> Vec<Refund> {
    let mut gone: Vec<(&Refund, Paise)> = earlier.iter().map(|refund| (refund, refund.paise())).collect();
    let (mut ways, mut on_note) = (Vec::new(), kept);
    for tender in tenders {
        let mut covers = tender.paise();
        for (_, gone) in gone.iter_mut().filter(|(refund, _)| undoes(refund, tender)) {
            let part = covers.min(*gone);
            covers -= part;
            *gone -= part;
        }
        let paise = covers.min(back);
        if paise == Paise::ZERO {
            continue;
        }
        back -= paise;
        match tender {
            Tender::Cash { .. } => ways.push(Refund::Cash { paise }),
            Tender::Upi { reference, .. } => ways.push(Refund::Upi { paise, reference: reference.clone() }),
            Tender::Card { reference, .. } => ways.push(Refund::Card { paise, reference: reference.clone() }),
            Tender::CreditNote { .. } => on_note += paise,
        }
    }
    // Tenders cover what a sale came to, so nothing is left here; were it, it would be the customer's all the same.
    on_note += back;
    if on_note > Paise::ZERO {
        ways.insert(0, Refund::CreditNote { paise: on_note, number: note.to_owned() });
    }
    ways
}

/// `whole` divided by quantity, cumulatively: what falls to the part from `before` to `after` of `of`.
fn part(whole: Paise, before: Milli, after: Milli, of: Milli) -> Paise {
    let up_to = |quantity: Milli| Paise(divide_half_up(i128::from(whole.0) * i128::from(quantity.0), i128::from(of.0)));
    up_to(after) - up_to(before)
}

/// The slice of a line when `back` of it comes back after `already` did. Slices of a line add to the line, in whatever
/// order and size they come (gst.md 2.5: total and taxes are sliced cumulatively, the taxable value is the rest).
pub fn slice(place: usize, line: &SaleLine, already: Milli, back: Milli) -> Result<ReturnedLine, Refusal> {
    back.sellable()?;
    let left = Milli(line.qty_milli.0 - already.0);
    if back > left {
        return Err(Refusal::ReturnOverSold { left: left.to_text() });
    }
    let of = |whole: Paise| part(whole, already, Milli(already.0 + back.0), line.qty_milli);
    let total = of(line.tax.total());
    let (cgst, sgst, igst) = (of(line.tax.cgst_paise), of(line.tax.sgst_paise), of(line.tax.igst_paise));
    let tax = Tax {
        taxable_paise: total - cgst - sgst - igst,
        rate_bp: line.tax.rate_bp,
        cgst_paise: cgst,
        sgst_paise: sgst,
        igst_paise: igst,
    };
    let commission = of(line.earned.commission_paise);
    let half = of(Paise(line.earned.commission_gst_paise.0 / 2));
    let borne = of(line.earned.borne_paise);
    let fee = of(line.earned.fee_paise);
    let consignor_share_paise = match line.terms.map(|terms| terms.supply_mode) {
        None | Some(SupplyMode::A1) => of(line.earned.consignor_share_paise),
        Some(SupplyMode::A2 | SupplyMode::B) => tax.taxable_paise + borne - commission - half - half - fee,
    };
    Ok(ReturnedLine {
        line: place,
        item: line.item.id,
        owner: line.owner.clone(),
        piece: line.piece.clone(),
        terms: line.terms,
        qty_milli: back,
        tax,
        earned: Earned {
            consignor_share_paise,
            commission_paise: commission,
            commission_gst_paise: half + half,
            borne_paise: borne,
            fee_paise: fee,
        },
        resellable: true,
        compensation_paise: Paise::ZERO,
    })
}

/// What goes back for slices of `sale` that come to `total`, when `before` has come back in earlier returns: whole
/// rupees of all that is back so far, less what went back already. With the last slice that is exactly the due.
pub fn refund(sale: &Sale, before: Paise, total: Paise) -> Paise {
    let back = before + total;
    let whole = sale.due_paise - sale.round_off_paise;
    let so_far = |back: Paise| if back == whole { sale.due_paise } else { back.nearest_rupee() };
    so_far(back) - so_far(before)
}

/// Whether a note dated `on` for a sale of `sold` comes after the last day it can reduce GST: 30 November after the
/// financial year of the supply (CGST Act s.34(2)).
pub fn too_late(sold: Date, on: Date) -> bool {
    let year_ends = FinancialYear::of(sold).last().year();
    (on.year(), on.month()) > (year_ends, 11)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreement::{DiscountBearer, LossRule};
    use crate::gst::{Supply, tax_within};
    use crate::item::Item;
    use crate::money::Bps;
    use crate::tender::UpiState;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn a_note_of_before_memos_were_cancelled_reads_as_it_was_written() {
        let written = r#"{"number":"LKO1A/26/C000004","against":"LKO1A/26/S000001","lines":[0]}"#;
        let note: CreditNote = serde_json::from_str(written).expect("reads");
        assert_eq!(note.kind, BillKind::CreditNote);
        assert_eq!(serde_json::to_string(&note).expect("writes"), written);
    }

    fn line(gross: i64, qty: i64, rate: i64, mode: SupplyMode) -> SaleLine {
        let rate = if mode == SupplyMode::B { 0 } else { rate };
        let tax = tax_within(Paise(gross), Bps(rate), Supply::IntraState);
        let terms = Terms {
            agreement_version: 1,
            supply_mode: mode,
            commission_bps: Bps(2_150),
            discount_bearer: DiscountBearer::Shared,
            fee_paise: Paise(37),
        };
        SaleLine {
            item: Item::sample().into(),
            owner: Owner::Consignor("reshma".into()),
            piece: None,
            terms: Some(terms),
            qty_milli: Milli(qty),
            price_paise: Paise(gross),
            includes_tax: true,
            gross_paise: Paise(gross),
            discount_paise: Paise::ZERO,
            bill_share_paise: Paise::ZERO,
            earned: terms.earned(&tax, &tax, Milli(qty), Bps(1_800)),
            tax,
            dead_zone: false,
            own_price_paise: None,
            note: String::new(),
        }
    }

    /// TV23: sold at 12 % before 22 September 2025, returned after: the note has 12 %.
    #[test]
    fn a_return_has_the_rate_of_its_sale() {
        let sold = line(112_000, 1_000, 1_200, SupplyMode::A1);
        let back = slice(0, &sold, Milli(0), Milli(1_000)).unwrap();
        assert_eq!(back.tax, sold.tax);
        assert_eq!((back.tax.taxable_paise, back.tax.cgst_paise), (Paise(100_000), Paise(6_000)));
    }

    #[test]
    fn no_more_comes_back_than_was_sold() {
        let sold = line(30_000, 3_000, 500, SupplyMode::A1);
        assert_eq!(slice(0, &sold, Milli(2_000), Milli(1_001)), Err(Refusal::ReturnOverSold { left: "1".into() }));
        assert!(slice(0, &sold, Milli(3_000), Milli(1)).is_err());
        assert!(slice(0, &sold, Milli(0), Milli(0)).is_err());
    }

    #[test]
    fn what_comes_back_broken_is_owed_for_by_the_agreement_it_was_sold_under() {
        let agreement = |version, breakage| Agreement {
            version,
            loss: LossRule { breakage_bps: Bps(breakage), ..LossRule::default() },
            ..Agreement::first("reshma", date(2026, 4, 1))
        };
        let agreements = [agreement(2, 10_000), agreement(1, 5_000)];
        for (mode, worth) in [(SupplyMode::A1, 78_500), (SupplyMode::A2, 78_500), (SupplyMode::B, 82_425)] {
            let sold = line(105_000, 1_000, 500, mode);
            let back = slice(0, &sold, Milli(0), Milli(1_000)).unwrap();
            assert_eq!(back.worth(), Paise(worth), "the price less the mart's share, whoever bills it");
            assert_eq!(back.owed(&agreements), Paise::ZERO, "whole: nothing is lost");
            let broken = ReturnedLine { resellable: false, ..back };
            assert_eq!(broken.owed(&agreements), Paise(worth).at(Bps(5_000)), "half is the mart's to bear");
            assert_eq!(ReturnedLine { owner: Owner::Mart, terms: None, ..broken }.owed(&agreements), Paise::ZERO);
        }
    }

    #[test]
    fn notes_are_too_late_after_november_of_the_next_year() {
        assert!(!too_late(date(2026, 4, 1), date(2027, 11, 30)));
        assert!(too_late(date(2026, 4, 1), date(2027, 12, 1)));
        assert!(too_late(date(2027, 3, 31), date(2028, 1, 1)));
        assert!(!too_late(date(2027, 3, 31), date(2027, 11, 30)));
    }

    proptest! {
        #[test]
        fn money_goes_back_the_way_it_came_and_never_as_more(
            paid in (0i64..5_000, 0i64..5_000, 0i64..5_000, 0i64..5_000),
            parts in prop::collection::vec((1i64..5_000, prop_oneof![3 => Just(false), 1 => Just(true)]), 1..8),
        ) {
            let tenders = [
                Tender::Upi { paise: Paise(paid.0), reference: "u".into(), state: UpiState::Shown },
                Tender::Card { paise: Paise(paid.1), reference: "c".into() },
                Tender::Cash { paise: Paise(paid.2), given_paise: Paise(paid.2) },
                Tender::CreditNote { paise: Paise(paid.3), number: "old".into() },
            ];
            let due: Paise = tenders.iter().map(Tender::paise).sum();
            let (mut given, mut earlier) = (Paise::ZERO, Vec::new());
            for (part, to_note) in parts {
                let part = Paise(part).min(due - given);
                given += part;
                let (kept, back) = if to_note { (part, Paise::ZERO) } else { (Paise::ZERO, part) };
                let new = ways(&tenders, &earlier, kept, back, "new");
                prop_assert_eq!(new.iter().map(Refund::paise).sum::<Paise>(), part);
                let all_on_note = new.iter().all(|way| matches!(way, Refund::CreditNote { .. }));
                prop_assert!(!to_note || all_on_note);
                earlier.extend(new);
            }
            for tender in &tenders[..3] {
                let gone: Paise = earlier.iter().filter(|one| undoes(one, tender)).map(Refund::paise).sum();
                prop_assert!(gone <= tender.paise());
            }
        }

        #[test]
        fn slices_add_to_the_line(
            gross in 1i64..50_000_000,
            sizes in prop::collection::vec(1i64..5_000, 1..8),
            rate in prop_oneof![Just(0i64), Just(300), Just(500), Just(1_800)],
            mode in prop_oneof![Just(SupplyMode::A1), Just(SupplyMode::A2), Just(SupplyMode::B)],
        ) {
            let sold = line(gross, sizes.iter().sum(), rate, mode);
            let (mut already, mut tax, mut earned) = (Milli(0), Tax::default(), Earned::default());
            for size in sizes {
                let back = slice(0, &sold, already, Milli(size)).unwrap();
                already.0 += size;
                tax.taxable_paise += back.tax.taxable_paise;
                tax.cgst_paise += back.tax.cgst_paise;
                tax.sgst_paise += back.tax.sgst_paise;
                tax.igst_paise += back.tax.igst_paise;
                prop_assert_eq!(back.tax.cgst_paise, back.tax.sgst_paise);
                earned.consignor_share_paise += back.earned.consignor_share_paise;
                earned.commission_paise += back.earned.commission_paise;
                earned.commission_gst_paise += back.earned.commission_gst_paise;
                earned.borne_paise += back.earned.borne_paise;
                earned.fee_paise += back.earned.fee_paise;
            }
            prop_assert_eq!(Tax { rate_bp: sold.tax.rate_bp, ..tax }, sold.tax);
            prop_assert_eq!(earned, sold.earned);
        }
    }
}
