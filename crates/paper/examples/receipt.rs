//! Writes sample receipts and reports as pictures, PDF and text, to be looked at and kept as snapshots: `cargo run -p paper --example receipt -- DIR`.
//! With `--time` it says how long a 40-line receipt takes, the first time and then. Not here: any check (`tests`).

#[path = "../tests/receipts/mod.rs"]
mod receipts;
#[path = "../tests/shifts/mod.rs"]
mod shifts;

use domain::name::Language;
use paper::page::{Page, Paper};
use paper::pdf::{self, About};
use paper::raster::Bitmap;
use paper::receipt::Receipt;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

const PAPERS: [(Paper, &str); 4] = [(Paper::Mm80, "80"), (Paper::Mm58, "58"), (Paper::A5, "a5"), (Paper::A4, "a4")];

fn main() -> Result<(), Box<dyn Error>> {
    let given: Vec<String> = std::env::args().skip(1).collect();
    if given.iter().any(|argument| argument == "--time") {
        return time();
    }
    let folder = PathBuf::from(given.first().ok_or("usage: receipt DIR | --time")?);
    fs::create_dir_all(&folder)?;
    let samples = [
        ("usual", receipts::usual()),
        ("fullest", receipts::fullest()),
        ("shortest", receipts::shortest()),
        ("longest", receipts::longest(60)),
        ("several", receipts::several()),
        ("memo", receipts::memo()),
        ("note", receipts::note()),
        ("exchange", receipts::exchange()),
    ];
    for (name, receipt) in samples {
        fs::write(folder.join(format!("{name}-hi.txt")), receipt.to_text(Language::Hi) + "\n")?;
        fs::write(folder.join(format!("{name}-en.txt")), receipt.to_text(Language::En) + "\n")?;
        for (paper, format) in PAPERS {
            let pages = receipt.pages(paper)?;
            keep(&folder, &format!("{name}-{format}"), &pages)?;
            fs::write(folder.join(format!("{name}-{format}.pdf")), pdf::bytes(&pages, &about(&receipt))?)?;
        }
    }
    for (name, report) in [("z", shifts::fullest()), ("x", shifts::emptiest())] {
        for (paper, format) in PAPERS {
            keep(&folder, &format!("{name}-{format}"), &report.pages(paper)?)?;
        }
    }
    Ok(())
}

/// The words of all pages, and a picture of each.
fn keep(folder: &Path, name: &str, pages: &[Page]) -> Result<(), Box<dyn Error>> {
    let text: Vec<String> = pages.iter().map(Page::text).collect();
    fs::write(folder.join(format!("{name}.txt")), text.join("\n\n") + "\n")?;
    for (place, page) in pages.iter().enumerate() {
        let sheet = if place == 0 { String::new() } else { format!("-{}", place + 1) };
        fs::write(folder.join(format!("{name}{sheet}.png")), Bitmap::of(page).to_png()?)?;
    }
    Ok(())
}

fn about(receipt: &Receipt) -> About {
    About {
        title: receipt.number.clone(),
        author: receipt.mart.en.clone(),
        identifier: receipt.number.clone(),
        made_at_us: 1_795_410_720_000_000,
    }
}

fn time() -> Result<(), Box<dyn Error>> {
    let receipt = receipts::longest(40);
    for (name, roll) in [("80 mm", Paper::Mm80), ("58 mm", Paper::Mm58)] {
        let started = Instant::now();
        let page = receipt.pages(roll)?.swap_remove(0);
        let laid_out = started.elapsed();
        let height = Bitmap::of(&page).height();
        println!("{name} first: layout {laid_out:?}, with raster {:?}, {height} rows", started.elapsed());
        let mut warm: Vec<_> = (0..50)
            .map(|_| {
                let started = Instant::now();
                let page = receipt.pages(roll)?.swap_remove(0);
                let laid_out = started.elapsed();
                std::hint::black_box(Bitmap::of(&page));
                Ok((started.elapsed(), laid_out))
            })
            .collect::<Result<_, paper::Unprintable>>()?;
        warm.sort_unstable();
        let pages = receipt.pages(roll)?;
        for state in ["first", "again"] {
            let started = Instant::now();
            let file = pdf::bytes(&pages, &about(&receipt))?;
            println!("{name} {state}: PDF {:?}, {} bytes", started.elapsed(), file.len());
        }
        println!("{name} again: median {:?} (layout {:?}), worst {:?}", warm[25].0, warm[25].1, warm[49].0);
    }
    Ok(())
}
