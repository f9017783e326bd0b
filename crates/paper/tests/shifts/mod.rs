//! Reports of shifts to test with, as a till reads them off its journal.

use domain::money::Paise;
use domain::name::Name;
use domain::shift::Movement;
use paper::receipt::{Languages, TenderKind};
use paper::report::{Drawer, Moved, RateSum, ShiftReport};

/// The Z of a day with everything in it: returns, a void, every tender, two rates, cash moved, a hand-over.
pub fn fullest() -> ShiftReport {
    let rate = |rate: &str, taxable, tax, igst| RateSum {
        rate: rate.into(),
        taxable: Paise(taxable),
        cgst: Paise(tax),
        sgst: Paise(tax),
        igst: Paise(igst),
    };
    let moved = |movement, at: &str, amount, reason: &str, approved_by: Option<Name>| Moved {
        movement,
        at: at.into(),
        amount: Paise(amount),
        reason: reason.into(),
        approved_by,
    };
    let anil = Name::new("अनिल वर्मा", "Anil Verma");
    ShiftReport {
        languages: Languages::Both,
        mart: Name::new("ओडीओपी मार्ट लखनऊ", "ODOP Mart Lucknow"),
        address: Name::new("12, हज़रतगंज, लखनऊ 226001, उत्तर प्रदेश", "12, Hazratganj, Lucknow 226001, Uttar Pradesh"),
        gstin: "09AAACU1234F1Z5".into(),
        till: "LKO1A".into(),
        number: 23,
        closed: true,
        operator: Name::new("सुनीता यादव", "Sunita Yadav"),
        opened: "23-11-2026 10:02".into(),
        ended: Some("23-11-2026 19:47".into()),
        closed_by: Some(Name::new("सुनीता यादव", "Sunita Yadav")),
        handed_to: Some(Name::new("रमेश कुमार", "Ramesh Kumar")),
        business_date: "23-11-2026".into(),
        series: vec![
            ("LKO1A/26/C000009".into(), "LKO1A/26/C000011".into(), 3),
            ("LKO1A/26/S000004".into(), "LKO1A/26/S000004".into(), 1),
            ("LKO1A/26/T000101".into(), "LKO1A/26/T000141".into(), 41),
        ],
        sales: (42, Paise(12_345_600)),
        returns: (3, Paise(265_000)),
        voids: (1, Paise(53_000)),
        net: Paise(12_027_600),
        tenders: Some(vec![
            (TenderKind::Cash, Paise(4_200_000), Paise(106_000)),
            (TenderKind::Upi, Paise(6_145_600), Paise(159_000)),
            (TenderKind::Card, Paise(1_900_000), Paise::ZERO),
            (TenderKind::CreditNote, Paise(100_000), Paise(53_000)),
        ]),
        rates: vec![
            rate("0%", 500_000, 0, 0),
            rate("5%", 9_000_000, 200_000, 50_000),
            rate("18%", 1_930_169, 173_715, 0),
        ],
        memos: Paise::ZERO,
        round_off: Paise(-38),
        discounts: vec![(None, 7, Paise(35_000)), (Some(anil.clone()), 1, Paise(120_000))],
        movements: vec![
            moved(Movement::PaidOut, "13:10", 12_000, "चाय और ऑटो", None),
            moved(Movement::Drop, "16:00", 3_000_000, "दिन के बीच की जमा", Some(anil.clone())),
            moved(Movement::PaidIn, "17:25", 100_000, "change from the safe", Some(anil)),
        ],
        drawer: Some(Drawer {
            float: Paise(200_000),
            cash_sales: Paise(4_200_000),
            cash_refunds: Paise(106_000),
            cash_in: Paise(100_000),
            paid_out: Paise(12_000),
            dropped: Paise(3_000_000),
            expected: Paise(1_382_000),
            first_counted: Some(Paise(1_380_000)),
            counted: Some(Paise(1_381_000)),
            difference: Some(Paise(-1_000)),
        }),
        pieces: vec![
            ("500".into(), false, 24, Paise(1_200_000)),
            ("100".into(), false, 17, Paise(170_000)),
            ("10".into(), true, 11, Paise(11_000)),
        ],
        reprints: 2,
        pin_refusals: 1,
        grand_total: Paise(98_765_432_100),
        entry: 4_711,
        hash: "5f1d9a3c7e20b846".into(),
        copy: Some(1),
    }
}

/// An X in a morning when nothing was sold, before the drawer was counted.
pub fn emptiest() -> ShiftReport {
    ShiftReport {
        closed: false,
        ended: Some("23-11-2026 10:31".into()),
        closed_by: None,
        handed_to: None,
        series: Vec::new(),
        sales: (0, Paise::ZERO),
        returns: (0, Paise::ZERO),
        voids: (0, Paise::ZERO),
        net: Paise::ZERO,
        tenders: None,
        rates: Vec::new(),
        round_off: Paise::ZERO,
        discounts: Vec::new(),
        movements: Vec::new(),
        drawer: None,
        pieces: Vec::new(),
        reprints: 0,
        pin_refusals: 0,
        copy: None,
        ..fullest()
    }
}
