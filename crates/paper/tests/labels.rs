//! Label sheets, read back by zbar and poppler; looked at once and kept as pictures.

use domain::money::Paise;
use domain::name::Name;
use paper::label::{CodeKind, Grid, Indication, Label, pages};
use paper::page::{Frame, Mark, Page};
use paper::pdf::{self, About};
use paper::raster::Bitmap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

const NAMES: [(&str, &str); 6] = [
    ("चिकनकारी कुर्ता, सफ़ेद · M", "Chikankari kurta, white · M"),
    ("गेहूँ के डंठल का चित्र फ़्रेम सहित (राम दरबार)", "Wheat-stalk framed picture (Ram Darbar)"),
    ("प्रिंटेड सूती बेडशीट डबल (2 तकिया कवर)", "Printed cotton bedsheet double with 2 pillow covers"),
    ("बिना सिला सूती चिकन कुर्ता (बारीक काम)", "Unstitched cotton chikan kurta, fine handwork"),
    ("पीतल का दीया", "Brass diya"),
    ("मिश्रित दाल उपहार पैक (5 x 500 ग्राम)", "Assorted pulses gift pack (5 x 500 g)"),
];

fn labels(count: usize) -> Vec<Label> {
    (0..count)
        .map(|n| Label {
            name: Name::new(NAMES[n % 6].0, NAMES[n % 6].1),
            sku: format!("LKO-CHK-{n:03}"),
            price: Paise(219_900 + n as i64 * 100_000),
            maker: (n % 2 == 0).then(|| Name::new("श्रीमती कृष्णा विश्वकर्मा", "Smt Krishna Vishwakarma")),
            district: Name::new("सिद्धार्थ नगर", "Siddharth Nagar"),
            gi: (n % 3 == 0).then(|| Indication { name: "Lucknow Chikan Craft".into(), number: "119".into() }),
            mark: if n % 4 == 0 { "HLM 0012345678".into() } else { String::new() },
            hsn: "621142".into(),
            net: if n % 6 == 4 { Name::new("250 ग्राम", "250 g") } else { Name::new("1 नग", "1 pc") },
            unit_price: (n % 6 == 4).then(|| Name::new("₹24.80 / ग्राम", "₹24.80 / g")),
            packed: if n % 2 == 0 { "NOV-2026".into() } else { String::new() },
            best_before: if n % 6 == 4 { "MAY-2027".into() } else { String::new() },
            code: format!("20000000{n:05}"),
            care: Name::new(
                "ओडीओपी मार्ट",
                "ODOP Mart Lucknow, 12 Hazratganj, Lucknow 226001, 0522-2201234, mart@odop.example",
            ),
        })
        .collect()
}

fn all(count: usize, skip: usize) -> Vec<(String, Vec<Page>)> {
    let mut made = Vec::new();
    for (grid, grid_name) in [(Grid::Large, "3x8"), (Grid::Small, "5x13")] {
        for (kind, kind_name) in [(CodeKind::Bars, "bars"), (CodeKind::Qr, "qr")] {
            let pages = pages(&labels(count), grid, kind, skip).expect("labels");
            made.push((format!("labels-{grid_name}-{kind_name}"), pages));
        }
    }
    made
}

#[test]
fn every_code_is_read_back_and_nothing_overlaps() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, pages) in all(24, 0) {
        let page = &pages[0];
        let frames: Vec<Frame> = page.marks.iter().map(Mark::frame).collect();
        for (at, frame) in frames.iter().enumerate() {
            assert!(frames[at + 1..].iter().all(|other| !frame.meets(*other)), "{name}: {:?}", page.marks[at]);
            assert!(frame.x >= 0 && frame.x + frame.width <= 1_680 && frame.y + frame.height <= 2_376, "{name}");
        }
        let file = folder.path().join("labels.png");
        fs::write(&file, Bitmap::of(page).to_png().expect("a picture")).expect("written");
        let read = Command::new("zbarimg").args(["--quiet", "--raw"]).arg(&file).output().expect("zbarimg is needed");
        let read = String::from_utf8(read.stdout).expect("text");
        for label in labels(24) {
            assert!(read.lines().any(|code| code == label.code), "{name}: {} in {read}", label.code);
        }
    }
}

#[test]
fn a_begun_sheet_is_used_up_and_a_full_one_goes_on() {
    let count = |skip: usize, labels_made: usize| {
        pages(&labels(labels_made), Grid::Large, CodeKind::Bars, skip).expect("labels").len()
    };
    assert_eq!([count(0, 24), count(0, 25), count(20, 4), count(20, 5), count(23, 26)], [1, 2, 1, 2, 3]);
    let begun = pages(&labels(1), Grid::Large, CodeKind::Bars, 5).expect("labels");
    let first = begun[0].marks[0].frame();
    assert!(first.x > 1_100 && first.y > 370, "the sixth place: {first:?}");
}

#[test]
fn the_pdf_says_what_the_labels_say() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, pages) in all(70, 0) {
        let about = About {
            title: name.clone(),
            author: "ODOP Mart".into(),
            identifier: name.clone(),
            made_at_us: 1_795_410_720_000_000,
        };
        let file = folder.path().join("labels.pdf");
        fs::write(&file, pdf::bytes(&pages, &about).expect("a PDF")).expect("written");
        let checked = Command::new("qpdf").arg("--check").arg(&file).output().expect("qpdf is needed");
        assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
        let read = Command::new("pdftotext").arg("-raw").arg(&file).arg("-").output().expect("pdftotext is needed");
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let ours: Vec<String> = pages.iter().map(Page::text).collect();
        assert_eq!(words(&String::from_utf8(read.stdout).expect("text")), words(&ours.join("\n")), "{name}");
    }
}

/// As they were when somebody last looked: `LABELS=1 cargo test -p paper --test labels` writes them anew.
#[test]
fn labels_are_as_they_were_when_last_looked_at() {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots"));
    for (name, pages) in all(12, 0) {
        let (text, picture) = (pages[0].text() + "\n", Bitmap::of(&pages[0]));
        if std::env::var_os("LABELS").is_some() {
            fs::write(folder.join(format!("{name}.txt")), &text).expect("written");
            fs::write(folder.join(format!("{name}.png")), picture.to_png().expect("a picture")).expect("written");
        }
        assert_eq!(text, fs::read_to_string(folder.join(format!("{name}.txt"))).expect("a kept text"));
        let file = fs::File::open(folder.join(format!("{name}.png"))).expect("a kept picture");
        let mut reader = png::Decoder::new(std::io::BufReader::new(file)).read_info().expect("a PNG");
        let mut kept = vec![0; reader.output_buffer_size().expect("a small picture")];
        reader.next_frame(&mut kept).expect("a PNG");
        let differing = picture.rows().flatten().zip(&kept).map(|(ours, kept)| (ours ^ !kept).count_ones());
        assert!(differing.sum::<u32>() < 50, "{name}: the picture changed");
    }
}
