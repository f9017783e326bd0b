//! The receipt as a printer would print it: decoded by a decoder nobody here wrote, equal dot for dot to what the
//! screen shows, and its codes read by zbarimg; its signature holds with the till's public key alone.

use serde_json::json;
use std::path::Path;
use std::process::Command;
use tests::Shop;
use till::{host, key, store};

/// A picture as rows of black and white.
type Dots = Vec<Vec<bool>>;

fn printed(escpos: &Path, pbm: &Path) -> Dots {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("window/decode.mjs");
    let decoded = Command::new("node").arg(script).arg(escpos).output().expect("node decodes");
    assert!(decoded.status.success(), "{}", String::from_utf8_lossy(&decoded.stderr));
    std::fs::write(pbm, &decoded.stdout).expect("a picture");
    let text = String::from_utf8(decoded.stdout).expect("a plain bitmap");
    text.lines().skip(2).map(|row| row.bytes().map(|dot| dot == b'1').collect()).collect()
}

fn shown(png_base64: &str) -> Dots {
    let bytes = data_encoding::BASE64.decode(png_base64.as_bytes()).expect("base64");
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a small picture")];
    let frame = reader.next_frame(&mut pixels).expect("one picture");
    let (width, depth) = (frame.width as usize, frame.bit_depth as usize);
    assert_eq!(frame.color_type, png::ColorType::Grayscale);
    pixels[..frame.buffer_size()]
        .chunks(frame.line_size)
        .map(|row| {
            let dot = |x: usize| (row[x * depth / 8] >> (8 - depth - x * depth % 8)) & 1 == 0;
            (0..width).map(dot).collect()
        })
        .collect()
}

#[test]
fn the_printed_receipt_is_the_one_on_the_screen_and_proves_itself() {
    for width_mm in [80, 58] {
        let mut shop = Shop::open();
        shop.signs_in("anil");
        let folder = shop.prints_into_folder(width_mm);
        shop.sells(&["KURTA", "DIYA", "SURAHI", "FABRIC"]);
        let receipt = shop.call("view_receipt", json!({ "number": null }));
        shop.closes();
        host::call_once(&shop.db, "set_language", json!({ "language": "hi" })).expect("prints what waits");

        let pbm = shop.db.with_file_name("receipt.pbm");
        let paper = printed(&folder.join("LKO1A-26-T000001.escpos"), &pbm);
        assert_eq!(paper.len(), receipt["height"].as_u64().unwrap() as usize);
        assert!(paper == shown(receipt["png_base64"].as_str().unwrap()), "{width_mm} mm: paper and screen differ");

        let read = Command::new("zbarimg").args(["--raw", "-q"]).arg(&pbm).output().expect("zbarimg reads");
        let codes = String::from_utf8(read.stdout).expect("text");
        let proof = codes.lines().find(|code| code.starts_with("ODOP1|")).expect("the QR is read");
        assert!(codes.lines().any(|code| code == "LKO1A/26/T000001"), "{width_mm} mm: no barcode in {codes}");

        let (said, signature) = proof.rsplit_once('|').expect("a signature");
        let db = store::open_to_read(&shop.db).unwrap();
        let till = store::mart::epochs(&db).unwrap().pop().unwrap();
        let signature = data_encoding::BASE64URL_NOPAD.decode(signature.as_bytes()).expect("base64");
        assert!(key::signature_fits(&till.public_key, said.as_bytes(), &signature));
        assert!(!key::signature_fits(&till.public_key, said.replace('|', "!").as_bytes(), &signature));
        let sale = store::sale::last(&db).unwrap().unwrap();
        assert!(said.starts_with(&format!("ODOP1|LKO1A/26/T000001|{}|2026-11-23|", sale.sale().due_paise.0)), "{said}");
    }
}

#[test]
fn the_printed_gift_receipt_finds_its_bill() {
    for width_mm in [80, 58] {
        let mut shop = Shop::open();
        shop.signs_in("anil");
        let folder = shop.prints_into_folder(width_mm);
        shop.sells(&["KURTA", "SURAHI"]);
        shop.call("print_document", json!({ "number": "LKO1A/26/T000001", "form": "gift" }));
        shop.prints();
        shop.prints();
        let pbm = shop.db.with_file_name("gift.pbm");
        printed(&folder.join("LKO1A-26-T000001-gift.escpos"), &pbm);
        let read = Command::new("zbarimg").args(["--raw", "-q"]).arg(&pbm).output().expect("zbarimg reads");
        let code = String::from_utf8(read.stdout).expect("text");
        assert_eq!(code.trim(), "LKO1A/26/T000001", "{width_mm} mm");
        let bill = shop.call("view_bill", json!({ "text": code }));
        assert_eq!(bill["lines"].as_array().map(Vec::len), Some(2), "what the code says opens the bill");
    }
}

/// What `till verify-certificate` says of a text, and whether it answers for it.
fn checked(words: &[&str]) -> (bool, serde_json::Value) {
    let answer = Command::new(tests::till_program()).args(words).output().expect("the till answers");
    (answer.status.success(), serde_json::from_slice(&answer.stdout).unwrap_or_default())
}

#[test]
fn a_certificate_on_paper_proves_itself_without_the_till() {
    for width_mm in [80, 58] {
        let mut shop = Shop::open();
        shop.signs_in("anil");
        let folder = shop.prints_into_folder(width_mm);
        let kurta = json!({ "item": "00000000-0000-0000-0000-000000000001" });
        let mut kurta = shop.call("view_item", kurta)["item"].clone();
        (kurta["gi"], kurta["gi_name"]) = (json!(true), json!("Lucknow Chikan Craft"));
        shop.call("set_item", kurta);
        shop.sells(&["KURTA", "DIYA", "SURAHI"]);
        let number = "LKO1A/26/T000001";
        shop.call("print_document", json!({ "number": number, "form": "certificate" }));
        shop.prints();
        shop.prints();
        let strip = std::fs::read_dir(&folder).unwrap().flatten().map(|file| file.path());
        let mut strip = strip.filter(|file| {
            file.to_string_lossy().contains("certificates") && file.extension().is_some_and(|end| end == "escpos")
        });
        let pbm = shop.db.with_file_name("certificate.pbm");
        printed(&strip.next().expect("a strip"), &pbm);
        let read = Command::new("zbarimg").args(["--raw", "-q"]).arg(&pbm).output().expect("zbarimg reads");
        let codes = String::from_utf8(read.stdout).expect("text");
        // The mart's own diya has no maker to vouch for.
        assert_eq!(codes.lines().count(), 2, "{width_mm} mm: {codes}");
        let kurta = codes.lines().find(|code| code.contains("kurta")).expect("the kurta's");

        // Without the mart's key nothing is proven: a forger's own key signs as well.
        let (genuine, told) = checked(&["verify-certificate", kurta]);
        assert!(!genuine && told["to_do"].as_str().is_some_and(|told| told.contains("--key")), "{told}");
        assert_eq!((&told["signed"], &told["known_key"], &told["genuine"]), (&json!(true), &json!(null), &json!(null)));
        let db = shop.db.display().to_string();
        assert_eq!(checked(&["--db", &db, "verify-certificate", kurta]).1["known_key"], true);
        let published = checked(&["--db", &db, "key"]).1["public_keys"][0].as_str().expect("a key").to_owned();
        let (genuine, told) = checked(&["verify-certificate", kurta, "--key", &published]);
        assert!(genuine, "{told}");
        assert_eq!(
            (&told["maker"], &told["bill"], &told["known_key"], &told["gi"]),
            (&json!("reshma"), &json!(number), &json!(true), &json!("Lucknow Chikan Craft"))
        );
        let other = "00".repeat(32);
        let (genuine, told) = checked(&["verify-certificate", kurta, "--key", &other]);
        assert!(!genuine && told["signed"] == true && told["known_key"] == false, "signed by somebody else: {told}");
        let forged = kurta.replace("reshma", "famous");
        let (genuine, told) = checked(&["verify-certificate", &forged]);
        assert!(!genuine && told["genuine"] == false && told["to_do"] == json!(null), "{told}");
        assert!(!checked(&["verify-certificate", "no certificate"]).0);
        let saved = shop.call("save_document", json!({ "number": number, "form": "certificate_a5" }));
        let text = tests::read_pdf(Path::new(saved["path"].as_str().unwrap()));
        assert!(text.contains("प्रामाणिकता प्रमाणपत्र") && text.contains("रेशमा बेगम") || text.contains("reshma"), "{text}");
    }
}

/// Goods sold, come back and settled: the statement proves itself by its code, and names the bill of what came back.
#[test]
fn a_statement_on_paper_proves_itself_without_the_till() {
    for width_mm in [80, 58] {
        let mut shop = Shop::open();
        shop.signs_in("anil");
        let folder = shop.prints_into_folder(width_mm);
        shop.sells(&["KURTA", "MOONJ"]);
        let sold = shop.sells(&["KURTA"])["number"].clone();
        let bill = shop.call("view_bill", json!({ "text": sold }));
        let line = json!({ "line": 0, "quantity_milli": 1_000, "resellable": true });
        shop.call(
            "take_return",
            json!({ "id": bill["return_id"], "number": sold, "lines": [line], "reason": "छोटा है", "to_note": false }),
        );
        shop.clock.pass_minutes(8 * 24 * 60);
        shop.call("accept_clock", json!({ "manager": "anil", "pin": tests::PIN }));
        let net = shop.call("preview_settlement", json!({ "consignor": "reshma" }))["figures"]["net"].clone();
        let run = json!({ "run": uuid::Uuid::now_v7(), "consignors": ["reshma"], "total_paise": net["paise"] });
        let number = shop.call("post_settlements", run)["rows"][0]["number"].as_str().unwrap().to_owned();
        shop.call("print_statement", json!({ "number": number }));
        for _ in 0..8 {
            shop.prints();
        }
        let pbm = shop.db.with_file_name("statement.pbm");
        printed(&folder.join(format!("{}.escpos", number.replace('/', "-"))), &pbm);
        let read = Command::new("zbarimg").args(["--raw", "-q"]).arg(&pbm).output().expect("zbarimg reads");
        let codes = String::from_utf8(read.stdout).expect("text");
        let proof = codes.lines().find(|code| code.starts_with("ODOPS1|")).expect("the QR is read");
        let (genuine, told) = checked(&["verify-statement", proof]);
        assert!(!genuine && told["signed"] == true && told["genuine"] == json!(null), "by whom is not known: {told}");
        assert_eq!((&told["number"], &told["net"], &told["lines"]), (&json!(number), &net["text"], &json!(4)));
        let db = shop.db.display().to_string();
        let (genuine, told) = checked(&["--db", &db, "verify-statement", proof]);
        assert!(genuine && told["in_journal"] == true && told["known_key"] == true, "{told}");
        assert_eq!(told["state"], "posted");
        let forged = proof.replace("|4|", "|5|");
        assert!(!checked(&["verify-statement", &forged]).0);
        assert!(!checked(&["verify-statement", proof, "--key", &"00".repeat(32)]).0);
        assert!(!checked(&["verify-statement", "no statement"]).0);
        let strip = folder.join(format!("{}.pdf", number.replace('/', "-")));
        let sound = Command::new("qpdf").arg("--check").arg(&strip).output().expect("qpdf checks");
        assert!(sound.status.success(), "{}", String::from_utf8_lossy(&sound.stdout));
        let text = tests::read_pdf(&strip);
        assert!(text.contains(sold.as_str().unwrap()) && text.contains("LKO1A/26/C000001"), "{text}");
    }
}

/// Four lines with names as they are, one of them consigned: the other mart's till needs nothing but the paper.
#[test]
fn a_challan_s_code_carries_the_whole_transfer() {
    for width_mm in [80, 58] {
        let mut shop = Shop::open();
        shop.signs_in("anil");
        let folder = shop.prints_into_folder(width_mm);
        let consignor = json!({ "id": "mahila-samooh-kakori", "district": "LKO", "artisans": 12,
            "name": { "hi": "श्री गणेश महिला स्वयं सहायता समूह", "en": "Shri Ganesh Mahila Swayam Sahayata Samooh" },
            "village": { "hi": "काकोरी ख़ास", "en": "Kakori Khas" },
            "craft": { "hi": "चिकनकारी और मुकैश", "en": "Chikankari and mukaish work" } });
        let identity = json!({ "mobile": "9876501234" });
        shop.call("set_consignor", json!({ "consignor": consignor, "identity": identity, "consent": true }));
        let terms = shop.call("view_consignor", json!({ "consignor": consignor["id"] }))["next"].clone();
        shop.call("set_agreement", terms);
        let names = [
            ("LKO-CHK-0141", "हाथ की चिकनकारी सूती कुर्ता, गुलाबी", "Hand-embroidered chikankari cotton kurta, pink"),
            ("KNJ-ITR-0023", "कन्नौज का गुलाब इत्र, 10 मिली", "Kannauj rose attar, 10 ml"),
            ("MBD-BRS-0310", "पीतल का नक़्क़ाशीदार दीपक, बड़ा", "Engraved brass oil lamp, large"),
            ("VNS-SLK-0007", "बनारसी रेशमी साड़ी, कढ़ुआ बूटा", "Banarasi silk saree, kadhua buta"),
        ];
        let like = shop.call("view_item", json!({ "item": "00000000-0000-0000-0000-000000000001" }))["item"].clone();
        let mut lines = Vec::new();
        for (place, (sku, hi, en)) in names.iter().enumerate() {
            let mut item = like.clone();
            (item["id"], item["sku"], item["barcode"]) = (json!(uuid::Uuid::now_v7()), json!(sku), json!(""));
            (item["name"], item["maker"]) = (json!({ "hi": hi, "en": en }), json!(null));
            shop.call("set_item", item.clone());
            let price = 145_000 + place * 12_300;
            shop.call(
                "set_price",
                json!({ "item": item["id"], "price_paise": price, "includes_tax": true, "from": "2026-11-23" }),
            );
            let owner = if place == 0 { json!({ "consignor": consignor["id"] }) } else { json!("mart") };
            let got = json!({ "owner": owner, "lines": [{ "item": item["id"], "qty_milli": 9_000 }] });
            shop.call("receive_stock", got);
            let owner = if place == 0 { "consignor:mahila-samooh-kakori" } else { "mart" };
            lines.push(json!({ "item": item["id"], "owner": owner, "qty_milli": 3_000 + place * 1_000 }));
        }
        let to = json!({ "code": "VNS", "name": { "hi": "ओडीओपी मार्ट, वाराणसी", "en": "ODOP Mart, Varanasi" },
            "address": { "hi": "दीनदयाल हस्तकला संकुल, बड़ा लालपुर, वाराणसी", "en": "Deendayal Hastkala Sankul, Bada Lalpur, Varanasi" },
            "gstin": "09AAPFU0939F1ZT" });
        let sent = json!({ "id": uuid::Uuid::now_v7(), "to": to, "note": "UP32 AB 1234", "lines": lines });
        let sent = shop.call("send_transfer", sent);
        let code = sent["code"].as_str().unwrap();
        assert!(!code["ODOPT1|".len()..].contains('|'), "the whole letter, not its name: {code}");
        let reads = |picture: &Path| {
            let read = Command::new("zbarimg").args(["--raw", "-q"]).arg(picture).output().expect("zbarimg reads");
            String::from_utf8(read.stdout).expect("text").lines().any(|line| line == code)
        };
        shop.prints();
        let pbm = shop.db.with_file_name("challan.pbm");
        printed(&folder.join("LKO1A-26-D000001.escpos"), &pbm);
        assert!(reads(&pbm), "{width_mm} mm: {} characters", code.len());
        let saved = shop.call("save_slip", json!({ "note": { "number": sent["number"] } }));
        let page = shop.db.with_file_name("challan");
        let arguments = ["-r", "200", "-gray", "-singlefile", "-png"];
        let drawn = Command::new("pdftoppm").args(arguments).arg(saved["path"].as_str().unwrap()).arg(&page).status();
        assert!(drawn.expect("pdftoppm draws").success());
        assert!(reads(&page.with_extension("png")), "A4: {} characters", code.len());
        let mut there = Shop::elsewhere("VNS", |_| ());
        there.signs_in("anil");
        let letter = json!({ "content_base64": data_encoding::BASE64.encode(code.as_bytes()) });
        let seen = there.call("preview_transfer", letter);
        assert_eq!(seen["lines"].as_array().map(Vec::len), Some(4), "{seen}");
    }
}

/// The PDF of a roll as poppler draws it, dot for dot: dark or not.
fn drawn(pdf: &Path, (width, height): (usize, usize)) -> Dots {
    let (across, down) = (width.to_string(), height.to_string());
    let arguments = ["-gray", "-scale-to-x", &across, "-scale-to-y", &down];
    let shown = Command::new("pdftoppm").args(arguments).arg(pdf).output().expect("pdftoppm draws").stdout;
    let head = format!("P5\n{width} {height}\n255\n");
    let shown = shown.strip_prefix(head.as_bytes()).expect("a grey picture of that size");
    shown.chunks(width).map(|row| row.iter().map(|dot| *dot < 160).collect()).collect()
}

/// Black dots of one picture that have no dark neighbour in the other.
fn strays(ours: &Dots, theirs: &Dots) -> usize {
    let dark = |x: usize, y: usize| {
        (y.saturating_sub(1)..=y + 1).any(|y| {
            theirs.get(y).is_some_and(|row| (x.saturating_sub(1)..=x + 1).any(|x| row.get(x).copied().unwrap_or(false)))
        })
    };
    let black = |(y, row): (usize, &Vec<bool>)| row.iter().enumerate().filter(|(x, dot)| **dot && !dark(*x, y)).count();
    ours.iter().enumerate().map(black).sum()
}

#[test]
fn the_printed_z_says_what_its_pdf_says() {
    for (width_mm, paper) in [(80, 640), (58, 464)] {
        let mut shop = Shop::open();
        shop.signs_in("anil");
        let folder = shop.prints_into_folder(width_mm);
        shop.sells(&["KURTA", "DIYA"]);
        shop.call("close_shift", json!({ "counted_paise": 400_000 }));
        shop.prints();
        let print = printed(&folder.join("LKO1A-Z1.escpos"), &shop.db.with_file_name("z.pbm"));
        // The PDF has the unprinted edges of the paper, and white above and below.
        let (edge, margin) = ((paper - print[0].len()) / 2, 32);
        let page = drawn(&folder.join("LKO1A-Z1.pdf"), (paper, print.len() + 2 * margin));
        let within: Dots =
            page[margin..margin + print.len()].iter().map(|row| row[edge..paper - edge].to_vec()).collect();
        let black: usize = print.iter().flatten().filter(|dot| **dot).count();
        let apart = strays(&print, &within) + strays(&within, &print);
        assert!(black > 10_000 && apart * 500 < black, "{width_mm} mm: {apart} of {black} dots differ");
        let sound = Command::new("qpdf").arg("--check").arg(folder.join("LKO1A-Z1.pdf")).output().expect("qpdf checks");
        assert!(sound.status.success(), "{}", String::from_utf8_lossy(&sound.stdout));
        let told = tests::read_pdf(&folder.join("LKO1A-Z1.pdf"));
        assert!(told.contains("Z report 1") && told.contains("2,729.00"), "{told}");
    }
}
