//! Receipts to test with: facts as `domain` would have computed them, no less real than a shop's.

use domain::bill::BillKind;
use domain::money::{Bps, Paise};
use domain::name::Name;
use paper::receipt::{Receipt, ReceiptLine, ReceiptTender, TaxRow, TenderKind};

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
    }
}

/// The bill of design/counter.md's picture: three things, two artisans, cash with change.
pub fn usual() -> Receipt {
    let mut receipt = Receipt {
        mart: Name::new("ओडीओपी मार्ट लखनऊ", "ODOP Mart Lucknow"),
        address: Name::new("12, हज़रतगंज, लखनऊ 226001, उत्तर प्रदेश", "12, Hazratganj, Lucknow 226001, Uttar Pradesh"),
        gstin: "09AAACU1234F1Z5".into(),
        phone: "0522-2201234".into(),
        heading: BillKind::TaxInvoice,
        number: "LKO1A/26/T000123".into(),
        date: "23-11-2026".into(),
        time: "10:42".into(),
        operator: Name::new("सुनीता यादव", "Sunita Yadav"),
        till: "1A".into(),
        place_of_supply: Name::new("उत्तर प्रदेश", "Uttar Pradesh"),
        state_code: "09".into(),
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
        unsigned: false,
        demo: true,
    };
    receipt.lines[1].hsn = "8306".into();
    receipt.lines[2].hsn = "6913".into();
    receipt
}

/// Everything a receipt can say at once: discounts, three rates, to another State, split tender, a reprint in
/// practice without a signature.
pub fn fullest() -> Receipt {
    let mut receipt = usual();
    receipt.heading = BillKind::InvoiceCumBillOfSupply;
    receipt.number = "LKO1A/26/M000007".into();
    receipt.place_of_supply = Name::new("दादरा और नगर हवेली और दमन और दीव", "Dadra and Nagar Haveli and Daman and Diu");
    receipt.state_code = "26".into();
    receipt.lines[0].discount = Paise(10_000);
    receipt.lines[0].amount = Paise(209_900);
    receipt.basket_discount = Paise(50_690);
    let tax = |rate, taxable, igst| TaxRow {
        rate: Bps(rate),
        taxable: Paise(taxable),
        cgst: Paise::ZERO,
        sgst: Paise::ZERO,
        igst: Paise(igst),
    };
    receipt.tax = vec![tax(0, 100_000, 0), tax(500, 291_943, 14_597), tax(1_800, 42_373, 7_627)];
    receipt.taxable = Paise(434_316);
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
    receipt
}

/// One line, nothing optional.
pub fn shortest() -> Receipt {
    let mut receipt = usual();
    receipt.lines.truncate(1);
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
    receipt.lines = (0..lines)
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
