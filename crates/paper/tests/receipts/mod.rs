//! Receipts to test with: facts as `domain` would have computed them, no less real than a shop's.

use domain::bill::BillKind;
use domain::money::{Bps, Paise};
use domain::name::Name;
use paper::receipt::{
    Languages, Principal, Receipt, ReceiptBuyer, ReceiptLine, ReceiptTender, Refunded, Section, Supplied, TaxRow,
    TenderKind,
};

fn line(names: (&str, &str), maker: Option<(&str, &str)>, district: (&str, &str), sold: (&str, i64)) -> ReceiptLine {
    let (quantity, price) = sold;
    let count: i64 = quantity.parse().expect("a whole quantity");
    ReceiptLine {
        name: Name::new(names.0, names.1),
        hsn: "6211".into(),
        rate: Bps(500),
        maker: maker.map(|(hi, en)| Name::new(hi, en)),
        district: Name::new(district.0, district.1),
        quantity: quantity.into(),
        unit: Name::new("नग", "pcs"),
        price: Paise(price),
        amount: Paise(price * count),
        discount: Paise::ZERO,
        note: String::new(),
    }
}

/// The bill of design/counter.md's picture: three things, two artisans, cash with change.
pub fn usual() -> Receipt {
    let mut receipt = Receipt {
        languages: Languages::Both,
        logo: None,
        mart: Name::new("ओडीओपी मार्ट लखनऊ", "ODOP Mart Lucknow"),
        address: Name::new("12, हज़रतगंज, लखनऊ 226001, उत्तर प्रदेश", "12, Hazratganj, Lucknow 226001, Uttar Pradesh"),
        gstin: "09AAACU1234F1Z5".into(),
        phone: "0522-2201234".into(),
        number: "LKO1A/26/T000123".into(),
        date: "23-11-2026".into(),
        time: "10:42".into(),
        operator: Name::new("सुनीता यादव", "Sunita Yadav"),
        till: "1A".into(),
        place_of_supply: Name::new("उत्तर प्रदेश", "Uttar Pradesh"),
        state_code: "09".into(),
        buyer: None,
        sections: vec![Section {
            kind: BillKind::TaxInvoice,
            number: "LKO1A/26/T000123".into(),
            principal: None,
            against: None,
            lines: vec![
                line(
                    ("चिकनकारी कुर्ता, सफ़ेद · M", "Chikankari kurta, white · M"),
                    Some(("रेशमा बेगम", "Reshma Begum")),
                    ("लखनऊ", "Lucknow"),
                    ("1", 219_900),
                ),
                line(("पीतल का दीया", "Brass diya"), None, ("मुरादाबाद", "Moradabad"), ("4", 53_000)),
                line(
                    ("काली मिट्टी की सुराही", "Black pottery surahi"),
                    Some(("सोहित प्रजापति", "Sohit Prajapati")),
                    ("आज़मगढ़", "Azamgarh"),
                    ("1", 85_000),
                ),
            ],
            basket_discount: Paise::ZERO,
            taxable: Paise(492_284),
            tax: vec![TaxRow {
                rate: Bps(500),
                taxable: Paise(492_284),
                cgst: Paise(12_308),
                sgst: Paise(12_308),
                igst: Paise::ZERO,
            }],
            total: Paise(516_900),
        }],
        refund: None,
        note: String::new(),
        round_off: Paise::ZERO,
        due: Paise(516_900),
        tenders: vec![ReceiptTender {
            kind: TenderKind::Cash,
            amount: Paise(516_900),
            given: Some(Paise(532_000)),
            reference: None,
        }],
        change: Paise(15_100),
        words: Name::new("पाँच हज़ार एक सौ उनहत्तर रुपये मात्र", "Rupees five thousand one hundred and sixty-nine only"),
        makers: vec![Name::new("रेशमा बेगम", "Reshma Begum"), Name::new("सोहित प्रजापति", "Sohit Prajapati")],
        // As long as a real one: serial, total, date, hash prefix, Ed25519 signature in base 64.
        qr: format!("ODOP1|LKO1A/26/T000123|516900|2026-11-23|5f1d9a3c7e20|{}", "q7Hf3kZt".repeat(11)),
        copy: None,
        practice: false,
        voided: false,
        commission: false,
        unsigned: false,
        demo: true,
    };
    receipt.sections[0].lines[1].hsn = "8306".into();
    receipt.sections[0].lines[2].hsn = "6913".into();
    receipt
}

/// Everything a receipt can say at once: discounts, three rates, to another State, split tender, a reprint in
/// practice without a signature.
pub fn fullest() -> Receipt {
    let mut receipt = usual();
    receipt.number = "LKO1A/26/M000007".into();
    let section = &mut receipt.sections[0];
    (section.kind, section.number) = (BillKind::InvoiceCumBillOfSupply, receipt.number.clone());
    section.total = Paise(456_540);
    receipt.place_of_supply = Name::new("दादरा और नगर हवेली और दमन और दीव", "Dadra and Nagar Haveli and Daman and Diu");
    receipt.state_code = "26".into();
    section.lines[0].discount = Paise(10_000);
    section.lines[0].amount = Paise(209_900);
    section.basket_discount = Paise(50_690);
    let tax = |rate, taxable, igst| TaxRow {
        rate: Bps(rate),
        taxable: Paise(taxable),
        cgst: Paise::ZERO,
        sgst: Paise::ZERO,
        igst: Paise(igst),
    };
    section.tax = vec![tax(0, 100_000, 0), tax(500, 291_943, 14_597), tax(1_800, 42_373, 7_627)];
    section.taxable = Paise(434_316);
    receipt.round_off = Paise(-40);
    receipt.due = Paise(456_500);
    receipt.words = Name::new("चार हज़ार पाँच सौ पैंसठ रुपये मात्र", "Rupees four thousand five hundred and sixty-five only");
    let tender = |kind, amount, reference: Option<&str>| ReceiptTender {
        kind,
        amount: Paise(amount),
        given: None,
        reference: reference.map(str::to_owned),
    };
    receipt.tenders = vec![
        ReceiptTender { kind: TenderKind::Cash, amount: Paise(100_000), given: Some(Paise(100_000)), reference: None },
        tender(TenderKind::Upi, 256_500, Some("019AB3C4D5E6F7")),
        tender(TenderKind::Card, 100_000, Some("RRN 632814507712")),
    ];
    receipt.change = Paise::ZERO;
    (receipt.copy, receipt.practice, receipt.unsigned) = (Some(2), true, true);
    receipt.sections[0].lines[0].note = "नाम काढ़ें: रवि".into();
    receipt.note = "शुक्रवार शाम तक देना है · give by Friday evening".into();
    receipt
}

/// One line, nothing optional.
pub fn shortest() -> Receipt {
    let mut receipt = usual();
    receipt.sections[0].lines.truncate(1);
    receipt.makers.truncate(1);
    receipt.demo = false;
    receipt
}

/// The longest names of the catalogue, over and over, `lines` of them, and the dearest amounts.
pub fn longest(lines: usize) -> Receipt {
    const NAMES: [(&str, &str); 8] = [
        ("मिश्रित दाल उपहार पैक (5 x 500 ग्राम)", "Assorted pulses gift pack (5 x 500 g)"),
        ("प्रिंटेड सूती बेडशीट डबल (2 तकिया कवर)", "Printed cotton bedsheet double with 2 pillow covers"),
        ("बिना सिला सूती चिकन कुर्ता (बारीक काम)", "Unstitched cotton chikan kurta, fine handwork"),
        ("गेहूँ के डंठल का चित्र फ़्रेम सहित (राम दरबार)", "Wheat-stalk framed picture (Ram Darbar)"),
        ("पुरुषों के चमड़े के फॉर्मल जूते", "Men's leather formal shoes"),
        ("हस्तनिर्मित चमड़े की सैंडल", "Handmade leather sandal"),
        ("मूँज घास की डलिया", "Moonj grass basket"),
        ("बनारसी कतान सिल्क साड़ी", "Banarasi katan silk sari"),
    ];
    let mut receipt = usual();
    receipt.sections[0].lines = (0..lines)
        .map(|place| {
            let maker =
                [("श्रीमती कृष्णा विश्वकर्मा", "Smt Krishna Vishwakarma"), ("रुख़साना परवीन", "Rukhsana Parveen")][place % 2];
            let mut line =
                line(NAMES[place % NAMES.len()], Some(maker), ("सिद्धार्थ नगर", "Siddharth Nagar"), ("12", 123_456_789));
            line.discount = Paise(if place % 5 == 0 { 12_300 } else { 0 });
            line
        })
        .collect();
    receipt.due = Paise::rupees(999_999_999);
    receipt
}

/// Four documents of one payment: two of a registered buyer's, and a memo in the name of each of two artisans.
pub fn several() -> Receipt {
    let mut receipt = usual();
    receipt.buyer = Some(buyer());
    let lines = std::mem::take(&mut receipt.sections[0].lines);
    let [kurta, mut diya, mut surahi] = <[ReceiptLine; 3]>::try_from(lines).expect("three lines");
    (diya.rate, surahi.rate) = (Bps(0), Bps(0));
    let mut basket = surahi.clone();
    basket.name = Name::new("मूँज घास की डलिया", "Moonj grass basket");
    (basket.hsn, basket.amount, basket.price) = ("4602".into(), Paise(27_500), Paise(27_500));
    let section = |kind, number: &str, line: ReceiptLine| Section {
        kind,
        number: number.into(),
        principal: None,
        against: None,
        basket_discount: Paise::ZERO,
        taxable: line.amount,
        tax: vec![],
        total: line.amount,
        lines: vec![line],
    };
    let mut invoice = section(BillKind::TaxInvoice, "LKO1A/26/T000123", kurta);
    invoice.taxable = Paise(209_428);
    invoice.tax = vec![TaxRow {
        rate: Bps(500),
        taxable: Paise(209_428),
        cgst: Paise(5_236),
        sgst: Paise(5_236),
        igst: Paise::ZERO,
    }];
    let supply = section(BillKind::BillOfSupply, "LKO1A/26/B000045", diya);
    let mut memo = section(BillKind::SaleMemo, "LKO1A/26/S000006", surahi);
    memo.principal = Some(principal());
    let mut other = section(BillKind::SaleMemo, "LKO1A/26/S000007", basket);
    other.principal = Some(Principal {
        name: Name::new("लक्ष्मी स्वयं सहायता समूह", "Lakshmi Self-Help Group"),
        address: Name::new("महेवा, प्रयागराज", "Mahewa, Prayagraj"),
    });
    receipt.sections = vec![invoice, supply, memo, other];
    receipt.due = Paise(544_400);
    receipt.words =
        Name::new("पाँच हज़ार चार सौ चवालीस रुपये मात्र", "Rupees five thousand four hundred and forty-four only");
    receipt.tenders[0].amount = Paise(544_400);
    receipt.tenders[0].given = Some(Paise(550_000));
    receipt.change = Paise(5_600);
    receipt
}

fn principal() -> Principal {
    Principal {
        name: Name::new("सोहित प्रजापति", "Sohit Prajapati"),
        address: Name::new("निज़ामाबाद, आज़मगढ़", "Nizamabad, Azamgarh"),
    }
}

fn buyer() -> ReceiptBuyer {
    ReceiptBuyer {
        name: "अवध क्राफ़्ट एंपोरियम Awadh Craft Emporium".into(),
        address: "18, अमीनाबाद रोड, लखनऊ 226018".into(),
        gstin: Some("09AAPFU0939F1ZT".into()),
        state: Some((Name::new("उत्तर प्रदेश", "Uttar Pradesh"), "09".into())),
        sez: false,
        delivery: "गोदाम 4, चिनहट, लखनऊ 226019".into(),
    }
}

/// A memo alone: the artisan is the heading, the mart the small print.
pub fn memo() -> Receipt {
    let mut receipt = several();
    receipt.sections = vec![receipt.sections.swap_remove(2)];
    receipt.number.clone_from(&receipt.sections[0].number);
    receipt.buyer = None;
    receipt.makers = vec![principal().name];
    receipt.due = Paise(85_000);
    receipt.words = Name::new("आठ सौ पचास रुपये मात्र", "Rupees eight hundred and fifty only");
    receipt.tenders[0] = ReceiptTender {
        kind: TenderKind::Upi,
        amount: Paise(85_000),
        given: None,
        reference: Some("019AB3C4D5E6F7".into()),
    };
    receipt.change = Paise::ZERO;
    receipt
}

/// A credit note, too late for GST, half kept for a later purchase.
pub fn note() -> Receipt {
    let mut receipt = usual();
    let section = &mut receipt.sections[0];
    (section.kind, section.number) = (BillKind::CreditNote, "LKO1A/26/C000011".into());
    section.against = Some(("LKO1A/26/T000123".into(), "23-11-2026".into()));
    section.lines.truncate(1);
    section.taxable = Paise(209_428);
    section.tax[0] =
        TaxRow { rate: Bps(500), taxable: Paise(209_428), cgst: Paise(5_236), sgst: Paise(5_236), igst: Paise::ZERO };
    section.total = Paise(219_900);
    receipt.number.clone_from(&receipt.sections[0].number);
    receipt.date = "02-12-2027".into();
    receipt.refund = Some(Refunded {
        reason: "सिलाई खुली थी".into(),
        late: true,
        supplied: Supplied {
            buyer: None,
            place: std::mem::take(&mut receipt.place_of_supply),
            state_code: std::mem::take(&mut receipt.state_code),
        },
        round_off: Paise::ZERO,
        rest: Vec::new(),
    });
    receipt.due = Paise(219_900);
    receipt.words = Name::new("दो हज़ार एक सौ निन्यानवे रुपये मात्र", "Rupees two thousand one hundred and ninety-nine only");
    receipt.tenders = vec![
        ReceiptTender { kind: TenderKind::Cash, amount: Paise(119_900), given: None, reference: None },
        ReceiptTender {
            kind: TenderKind::CreditNote,
            amount: Paise(100_000),
            given: None,
            reference: Some("LKO1A/26/C000011".into()),
        },
    ];
    receipt.change = Paise::ZERO;
    receipt.makers.clear();
    receipt
}

/// An exchange: what Delhi bought with IGST comes back from a business, other goods go out to nobody by name, and of what
/// is left a part is paid out and a part kept.
pub fn exchange() -> Receipt {
    let mut receipt = usual();
    let mut back = note();
    let mut returned = back.sections.swap_remove(0);
    (returned.number, returned.against) =
        ("LKO1A/26/C000012".into(), Some(("LKO1A/26/T000098".into(), "21-11-2026".into())));
    (returned.taxable, returned.total) = (Paise(209_428), Paise(219_899));
    returned.tax[0] =
        TaxRow { rate: Bps(500), taxable: Paise(209_428), cgst: Paise::ZERO, sgst: Paise::ZERO, igst: Paise(10_471) };
    returned.lines[0].amount = Paise(219_899);
    let out = &mut receipt.sections[0];
    out.lines = vec![out.lines.swap_remove(1)];
    (out.lines[0].quantity, out.lines[0].amount) = ("1".into(), Paise(53_000));
    (out.taxable, out.total) = (Paise(50_476), Paise(53_000));
    out.tax[0] =
        TaxRow { rate: Bps(500), taxable: Paise(50_476), cgst: Paise(1_262), sgst: Paise(1_262), igst: Paise::ZERO };
    receipt.sections.insert(0, returned);
    let tender = |kind, paise: i64, reference: Option<&str>| ReceiptTender {
        kind,
        amount: Paise(paise),
        given: None,
        reference: reference.map(str::to_owned),
    };
    receipt.refund = Some(Refunded {
        reason: "साइज़ ठीक नहीं".into(),
        late: false,
        supplied: Supplied {
            buyer: Some(ReceiptBuyer {
                name: "Delhi Craft House".into(),
                address: "7, करोल बाग़, दिल्ली 110005".into(),
                gstin: Some("07AAPFU0939F1ZX".into()),
                state: Some((Name::new("दिल्ली", "Delhi"), "07".into())),
                sez: false,
                delivery: String::new(),
            }),
            place: Name::new("दिल्ली", "Delhi"),
            state_code: "07".into(),
        },
        round_off: Paise(1),
        rest: vec![
            tender(TenderKind::Cash, 100_000, None),
            tender(TenderKind::CreditNote, 66_900, Some("LKO1A/26/C000012")),
        ],
    });
    receipt.due = Paise(53_000);
    receipt.words = Name::new("पाँच सौ तीस रुपये मात्र", "Rupees five hundred and thirty only");
    receipt.tenders = vec![tender(TenderKind::CreditNote, 53_000, Some("LKO1A/26/C000012"))];
    receipt.change = Paise::ZERO;
    receipt.makers.clear();
    receipt
}
