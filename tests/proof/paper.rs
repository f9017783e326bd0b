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
        let folder = shop.db.with_file_name("printed");
        let setting = json!({ "printer": { "kind": "folder", "path": folder }, "width_mm": width_mm });
        shop.call("set_printer", setting);
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
