//! Certificates of authenticity of what a bill sold: signed by the till, checked by anyone without a network. Not here:
//! the text that is signed (`domain::certificate`), layout (`paper::slip`).

use crate::clock::date_text;
use crate::desk::Desk;
use crate::document;
use crate::fault::{Fault, Stop};
use crate::key::signature_fits;
use crate::packs::indication_of;
use crate::store;
use data_encoding::BASE64URL_NOPAD;
use domain::certificate::Certificate;
use domain::consignment::Piece;
use domain::consignor::Consignor;
use domain::name::{Language, Name};
use domain::refusal::Refusal;
use domain::sale::{Sale, SaleLine};
use jiff::civil::Date;
use paper::logo::Logo;
use paper::printable;
use paper::slip::Slip;
use paper::words::text;
use serde_json::{Value, json};
use std::io::Cursor;

fn both(key: &str) -> Name {
    Name::new(text(Language::Hi, key, &[]), text(Language::En, key, &[]))
}

/// A certificate for each line of the sale at `seq` whose maker is known: who consigned it, else the item's own maker.
/// Nothing is vouched for that the customer does not have: a voided bill, a line that came back whole.
pub(crate) fn of_sale(desk: &Desk, seq: i64, sale: &Sale, on: Date) -> Result<Vec<Slip>, Fault> {
    let mut slips = Vec::new();
    if store::returns::is_voided(&desk.db, seq)? {
        return Ok(slips);
    }
    let back = store::returns::earlier(&desk.db, seq, sale.lines.len())?.qty_milli;
    for (no, line) in sale.lines.iter().enumerate().filter(|(no, line)| back[*no] < line.qty_milli) {
        let consignor = match line.owner.consignor() {
            Some(id) => store::consignor::by_id(&desk.db, id)?,
            None => None,
        };
        let piece = match &line.piece {
            Some(code) => store::stock::piece(&desk.db, code)?.map(|row| row.piece),
            None => None,
        };
        // Of a group the artisan who made the piece is named before it.
        let maker = match (
            piece.as_ref().and_then(|piece| piece.made_by.clone()),
            consignor.as_ref().map(|consignor| consignor.name.clone()),
        ) {
            (Some(made_by), Some(group)) => {
                let both = |maker: &str, group: &str| format!("{maker}, {group}");
                Some(Name::new(both(&made_by.hi, &group.hi), both(&made_by.en, &group.en)))
            }
            (made_by, group) => made_by.or(group).or_else(|| line.item.maker.clone()),
        };
        if let Some(maker) = maker {
            slips.push(of_line(desk, sale, (no, line, piece), (maker, consignor), on)?);
        }
    }
    Ok(slips)
}

fn of_line(
    desk: &Desk,
    sale: &Sale,
    (no, line, piece): (usize, &SaleLine, Option<Piece>),
    (maker, consignor): (Name, Option<Consignor>),
    on: Date,
) -> Result<Slip, Fault> {
    let (village, craft, gi_user) =
        consignor.map_or_else(Default::default, |consignor| (consignor.village, consignor.craft, consignor.gi_user));
    // Entries of before tell no name: a district's only one is it.
    let named = Some(printable(&line.item.gi_name)).filter(|name| !name.is_empty());
    let named = named.or_else(|| indication_of(&line.item.district).map(str::to_owned));
    let gi = named.map_or_else(|| both("certificate-gi-yes"), |name| Name::new(name.clone(), name));
    let with_user = |said: &str| if gi_user.is_empty() { said.to_owned() } else { format!("{said} · {gi_user}") };
    let bill = sale.bills.iter().find(|bill| bill.lines.contains(&no)).map_or("", |bill| bill.number.as_str());
    let certificate = Certificate {
        bill: bill.to_owned(),
        line: no + 1,
        piece: line.piece.clone().unwrap_or_default(),
        mark: piece.as_ref().map(|piece| printable(&piece.mark)).unwrap_or_default(),
        item: line.item.name.en.clone(),
        maker: maker.en.clone(),
        village: village.en.clone(),
        district: line.item.district.en.clone(),
        craft: craft.en.clone(),
        gi: if line.item.gi { with_user(&gi.en) } else { String::new() },
        sold_on: on.to_string(),
        till: desk.till_name(),
    };
    let key = desk.key()?;
    let said = certificate.said(&key.public_key());
    let qr = format!("{said}|{}", BASE64URL_NOPAD.encode(&key.sign(said.as_bytes())));
    let plain = |text: &str| Name::new(text, text);
    let mut facts = vec![(both("certificate-maker"), maker)];
    for (label, value) in [("certificate-village", village), ("certificate-craft", craft)] {
        if !value.hi.is_empty() {
            facts.push((both(label), value));
        }
    }
    facts.push((both("certificate-district"), line.item.district.clone()));
    if line.item.gi {
        facts.push((both("certificate-gi"), Name::new(with_user(&gi.hi), with_user(&gi.en))));
    }
    if let Some(piece) = &line.piece {
        facts.push((both("certificate-piece"), plain(piece)));
    }
    if !certificate.mark.is_empty() {
        facts.push((both("certificate-mark"), plain(&certificate.mark)));
    }
    facts.push((both("certificate-bill"), plain(bill)));
    facts.push((both("slip-date"), plain(&date_text(on))));
    let mart = &desk.mart;
    Ok(Slip {
        name: format!("{}-certificates", sale.number()),
        languages: document::languages(desk)?,
        mart: mart.name.clone(),
        address: mart.address.clone(),
        phone: mart.phone.clone(),
        title: both("certificate"),
        subject: Some(line.item.name.clone()),
        picture: photograph(desk, line, piece.as_ref())?,
        number: String::new(),
        qr,
        facts,
        rows: Vec::new(),
        sums: Vec::new(),
        words: vec![both("certificate-what")],
        signatures: Vec::new(),
        copies: Vec::new(),
        copy: None,
        demo: mart.demo,
    })
}

/// The photograph of the piece, else of the item, for black paper.
fn photograph(desk: &Desk, line: &SaleLine, piece: Option<&Piece>) -> Result<Option<Logo>, Fault> {
    let own = piece.and_then(|piece| piece.picture.clone());
    let Some(hash) = own.or_else(|| line.item.picture.clone()) else { return Ok(None) };
    let Some(jpeg) = store::picture::get(&desk.db, &hash)? else { return Ok(None) };
    let mut png = Vec::new();
    let written = image::load_from_memory(&jpeg)
        .and_then(|picture| picture.write_to(&mut Cursor::new(&mut png), image::ImageFormat::Png));
    // A certificate without its picture is a certificate all the same.
    Ok(written.ok().and_then(|()| Logo::from_png(&png).ok()))
}

/// Whether what was signed is the mart's own: nobody can say without a key that is known to be the mart's, for whoever
/// forges a text signs it with a key of their own.
pub(crate) fn genuine(signed: bool, known_key: Option<bool>) -> Option<bool> {
    if signed { known_key } else { Some(false) }
}

/// What whoever checks has still to do.
pub(crate) fn to_do(genuine: Option<bool>) -> Option<&'static str> {
    genuine.is_none().then_some(
        "Not proven: anyone can sign with a key of their own. Check again with --key and the key that the mart has \
         published (`till --db F key` says it there), or with --db.",
    )
}

/// Checks a certificate's text without a network: whether whoever holds the key it names signed just these words, and
/// whether that key is among those that are known to be the mart's.
pub fn verify(text: &str, keys: &[String]) -> Result<Value, Stop> {
    let (certificate, key, said, signature) =
        Certificate::parse(text).ok_or_else(|| Refusal::invalid("certificate"))?;
    let signature = BASE64URL_NOPAD.decode(signature.as_bytes()).unwrap_or_default();
    let signed = signature_fits(key, said.as_bytes(), &signature);
    let known = (!keys.is_empty()).then(|| keys.iter().any(|one| one == key));
    let genuine = genuine(signed, known);
    Ok(json!({
        "genuine": genuine,
        "signed": signed,
        "known_key": known,
        "to_do": to_do(genuine),
        "public_key": key,
        "bill": certificate.bill, "line": certificate.line, "piece": certificate.piece, "mark": certificate.mark,
        "item": certificate.item,
        "maker": certificate.maker, "village": certificate.village, "district": certificate.district,
        "craft": certificate.craft, "gi": certificate.gi, "sold_on": certificate.sold_on, "till": certificate.till,
    }))
}

/// The public keys of a till, of every epoch of its journal.
pub fn keys_of(db: &rusqlite::Connection) -> Result<Vec<String>, Fault> {
    Ok(store::mart::epochs(db)?.into_iter().map(|epoch| epoch.public_key).collect())
}
