//! Slips of goods and terms: what consignment notes, notes of goods given back and agreements say, and printing them.
//! Not here: where things stand on them (`paper::slip`).

use crate::clock::date_text;
use crate::consignors;
use crate::desk::{Desk, Writing};
use crate::device::write_file;
use crate::document;
use crate::fault::{Fault, Stop};
use crate::labels::{LabelSheet, LabelsView, Tag, labels_of_pieces};
use crate::loss::before_tax;
use crate::packs;
use crate::printer;
use crate::printing::{PrintJobsView, view_print_jobs};
use crate::receipt::SavedView;
use crate::sign_in::Nothing;
use crate::store;
use crate::store::print_job::{Asked, Form, Route};
use domain::agreement::{Agreement, DiscountBearer, SupplyMode, Which};
use domain::approval::ApprovalReturned;
use domain::consignment::{ConsignedLine, Consignment, Piece, SecondCount};
use domain::entry::{Fact, Payload};
use domain::money::{Bps, Paise};
use domain::name::{Language, Name};
use domain::quantity::Milli;
use domain::refusal::Refusal;
use domain::stock::GivenBack;
use domain::transfer::{MartAddress, Parcel, TransferSent};
use jiff::civil::Date;
use paper::page::Paper;
use paper::printable;
use paper::slip::{Slip, SlipRow};
use paper::words::{Value, text};
use serde::Deserialize;
use ts_rs::TS;

fn both(key: &str, args: &[(&str, Value<'_>)]) -> Name {
    Name::new(text(Language::Hi, key, args), text(Language::En, key, args))
}

fn same(text: impl Into<String>) -> Name {
    let text = text.into();
    Name::new(text.clone(), text)
}

/// Where slips print: on sheets where there is a printer for them, else on the roll; none without any printer.
pub(crate) fn way(desk: &Desk) -> Result<Option<(Form, Route)>, Fault> {
    if printer::routed(&desk.db, Route::Sheet)?.is_some() {
        return Ok(Some((Form::A4, Route::Sheet)));
    }
    Ok(printer::chosen(&desk.db)?.map(|_| (Form::Receipt, Route::Receipt)))
}

/// Puts the slip of the entry just written into the queue, in the same transaction.
pub(crate) fn enqueue(writing: &Writing, way: Option<(Form, Route)>) -> Result<(), Stop> {
    if let Some((form, route)) = way {
        let asked = Asked { seq: Some(writing.head.seq), ..Asked::new(form, route) };
        store::print_job::ask(writing.db, &asked, writing.now_us)?;
    }
    Ok(())
}

/// The slip of an entry; none for an entry that has none.
pub(crate) fn of_entry(desk: &Desk, payload: &Payload, copy: i64) -> Result<Option<Slip>, Fault> {
    let slip = match &payload.fact {
        Fact::ConsignmentTaken(taken) => consignment(desk, payload, taken)?,
        Fact::GivenBack(given) => given_back(desk, payload, given)?,
        Fact::ApprovalReturned(given) => to_vendor(desk, payload, given)?,
        Fact::TransferSent(TransferSent { parcel }) => challan(desk, payload, parcel)?,
        Fact::AgreementSet(agreement) => agreed(desk, payload, agreement)?,
        _ => return Ok(None),
    };
    Ok(Some(Slip { copy: u32::try_from(copy).ok().filter(|copy| *copy > 0), ..slip }))
}

/// A slip that says only whose it is.
pub(crate) fn blank(desk: &Desk, payload: &Payload, title: &str, number: &str, consignor: &str) -> Result<Slip, Fault> {
    let (mart, mut facts) = (&desk.mart, Vec::new());
    if let Some(consignor) = store::consignor::by_id(&desk.db, consignor)? {
        let district = packs::district(&consignor.district);
        let at = |village: &str, district: &str| format!("{village}, {district}");
        facts.push((both("slip-consignor", &[]), consignor.name));
        let village = &consignor.village;
        let place = Name::new(at(&village.hi, &district.hi), at(&village.en, &district.en));
        facts.push((both("slip-village", &[]), place));
    }
    facts.push((both("slip-date", &[]), same(date_text(payload.business_date))));
    if let Some(operator) = &payload.operator {
        let name = store::mart::name_at(&desk.db, operator, desk.head.seq)?;
        facts.push((both("slip-taken-by", &[]), name.unwrap_or_else(|| same(operator))));
    }
    Ok(Slip {
        name: number.to_owned(),
        languages: document::languages(desk)?,
        mart: mart.name.clone(),
        address: mart.address.clone(),
        phone: mart.phone.clone(),
        title: both(title, &[]),
        subject: None,
        picture: None,
        number: number.to_owned(),
        qr: number.to_owned(),
        facts,
        rows: Vec::new(),
        sums: Vec::new(),
        words: Vec::new(),
        signatures: vec![both("slip-signature-maker", &[]), both("slip-signature-mart", &[])],
        copies: vec![both("slip-copy-maker", &[]), both("slip-copy-mart", &[])],
        copy: None,
        demo: mart.demo,
    })
}

fn noted(slip: &mut Slip, key: &str, text: &str) {
    if !text.is_empty() {
        slip.facts.push((both(key, &[]), same(printable(text))));
    }
}

/// A quantity with its unit, in the language that leads.
fn quantity(slip: &Slip, milli: Milli, unit: &str) -> String {
    slip.languages.lead(&packs::measured(milli, unit)).to_owned()
}

/// How much all of it is, each unit apart, in the language that leads.
fn summed<Code: AsRef<str>>(slip: &Slip, goods: Vec<(Milli, Code)>) -> String {
    slip.languages.lead(&packs::sum(goods)).to_owned()
}

fn lead(slip: &Slip, key: &str, args: &[(&str, Value<'_>)]) -> String {
    slip.languages.lead(&both(key, args)).to_owned()
}

fn mode(mode: SupplyMode) -> Name {
    both(
        match mode {
            SupplyMode::A1 => "slip-mode-a1",
            SupplyMode::A2 => "slip-mode-a2",
            SupplyMode::B => "slip-mode-b",
        },
        &[],
    )
}

fn consignment(desk: &Desk, payload: &Payload, taken: &Consignment) -> Result<Slip, Fault> {
    let mut slip = blank(desk, payload, "slip-consignment", &taken.number, &taken.consignor)?;
    let agreement = store::consignor::agreement(&desk.db, &taken.consignor, payload.business_date)?;
    if let Some(agreement) = &agreement {
        let mode = mode(agreement.supply_mode);
        let value = |language, mode: &str| {
            let args = [
                ("version", agreement.version.to_string().into()),
                ("mode", mode.to_owned().into()),
                ("commission", agreement.commission_bps.to_text().into()),
            ];
            text(language, "slip-terms-value", &args)
        };
        let value = Name::new(value(Language::Hi, &mode.hi), value(Language::En, &mode.en));
        slip.facts.push((both("slip-terms", &[]), value));
    }
    if let Some(counted) = &taken.counted_by {
        let name = store::mart::name_at(&desk.db, counted, desk.head.seq)?.unwrap_or_else(|| same(counted));
        slip.facts.push((both("slip-counted-by", &[]), name));
    }
    for count in &taken.second_counts {
        let told = second_count(desk, count, &taken.lines)?;
        slip.facts.extend(told.map(|told| (both("slip-second-count", &[]), told)));
    }
    noted(&mut slip, "slip-note", &taken.note);
    // Of who is forgotten no member is named any more.
    let named = store::consignor::remembered(&desk.db, &taken.consignor)?;
    let mut sum = Vec::new();
    for line in &taken.lines {
        let Some(item) = store::item::by_id(&desk.db, line.item)? else { continue };
        sum.push((line.accepted_milli, item.unit.clone()));
        let mut told = vec![item.sku.clone()];
        if let Some(asked) = line.asked_paise {
            told.push(lead(&slip, "slip-asked", &[("price", asked.to_rupee_text().into())]));
        }
        let price = store::item::price(&desk.db, item.id, payload.business_date)?.map(|(price, _)| price);
        let priced = |price: Paise| lead(&slip, "slip-price", &[("price", price.to_rupee_text().into())]);
        // Where every piece has a price of its own nothing is sold at the item's.
        if line.pieces.is_empty() || line.pieces.iter().any(|piece| piece.price_paise.is_none()) {
            told.extend(price.map(priced));
        }
        if line.rejected() > Milli(0) {
            let [brought, rejected] =
                [line.brought_milli, line.rejected()].map(|milli| quantity(&slip, milli, &item.unit));
            told.push(lead(&slip, "slip-brought", &[("quantity", brought.into())]));
            let args = [("quantity", rejected.into()), ("reason", printable(&line.reason).into())];
            told.push(lead(&slip, "slip-rejected", &args));
        }
        if let Some(made_by) = line.made_by.as_ref().filter(|_| named && line.pieces.is_empty()) {
            told.push(lead(&slip, "slip-made-by", &[("name", slip.languages.lead(made_by).to_owned().into())]));
        }
        told.extend(line.pieces.iter().map(|piece| {
            let made_by = piece.made_by.as_ref().filter(|_| named).map_or("", |name| slip.languages.lead(name));
            let price = piece.price_paise.or(price).map(priced).unwrap_or_default();
            let (note, mark) = (printable(&piece.note), printable(&piece.mark));
            format!("{} {price} {note} {mark} {made_by}", piece.code).split_whitespace().collect::<Vec<_>>().join(" ")
        }));
        let figure = quantity(&slip, line.accepted_milli, &item.unit);
        slip.rows.push(SlipRow { name: item.name, told, figure });
    }
    slip.sums.push((both("slip-accepted", &[]), summed(&slip, sum)));
    let days = agreement.map_or(0, |agreement| agreement.promise.payout_days);
    slip.words.push(both("slip-consignment-what", &[("days", days.into())]));
    Ok(slip)
}

/// What a second count found otherwise than it stood, what of it was not taken in, and why it was given up; none: it found
/// what stood.
fn second_count(desk: &Desk, count: &SecondCount, taken: &[ConsignedLine]) -> Result<Option<Name>, Fault> {
    let who = |id: &str| {
        let at = store::mart::name_at(&desk.db, id, desk.head.seq)?;
        Ok::<_, Fault>(at.unwrap_or_else(|| same(id)))
    };
    let mut told = Vec::new();
    for line in &count.lines {
        let gone = count.gone(taken).any(|one| one.item == line.item);
        let Some(again) = line.again_milli.filter(|again| *again != line.first_milli || gone) else { continue };
        let Some(item) = store::item::by_id(&desk.db, line.item)? else { continue };
        let said = |language, name: String| {
            let (first, again) = (line.first_milli.to_text(), again.to_text());
            let args = [("name", name.into()), ("first", first.into()), ("again", again.into())];
            text(language, if gone { "slip-second-count-gone" } else { "slip-second-count-found" }, &args)
        };
        told.push(Name::new(said(Language::Hi, item.name.hi), said(Language::En, item.name.en)));
    }
    if let Some(given_up) = &count.given_up {
        let name = who(&given_up.by)?;
        let said = |language, name: String| {
            let args = [("name", name.into()), ("reason", printable(&given_up.reason).into())];
            text(language, "slip-second-count-given-up", &args)
        };
        told.push(Name::new(said(Language::Hi, name.hi), said(Language::En, name.en)));
    }
    if told.is_empty() {
        return Ok(None);
    }
    let by = who(&count.by)?;
    let all = |by: &str, of: fn(&Name) -> &str| {
        let parts: Vec<&str> = told.iter().map(of).collect();
        format!("{by}: {}", parts.join("; "))
    };
    Ok(Some(Name::new(all(&by.hi, |name| &name.hi), all(&by.en, |name| &name.en))))
}

fn given_back(desk: &Desk, payload: &Payload, given: &GivenBack) -> Result<Slip, Fault> {
    let mut slip = blank(desk, payload, "slip-given-back", &given.number, &given.consignor)?;
    noted(&mut slip, "slip-reason", &given.reason);
    let mut sum = Vec::new();
    for line in &given.lines {
        let Some(item) = store::item::by_id(&desk.db, line.item)? else { continue };
        sum.push((line.qty_milli, item.unit.clone()));
        let told = [std::slice::from_ref(&item.sku), &line.pieces].concat();
        let figure = quantity(&slip, line.qty_milli, &item.unit);
        slip.rows.push(SlipRow { name: item.name, told, figure });
    }
    slip.sums.push((both("slip-returned", &[]), summed(&slip, sum)));
    slip.words.push(both("slip-given-back-what", &[]));
    Ok(slip)
}

/// CGST rule 138: goods of more than that travel with an e-way bill, whether sold or not.
fn eway(slip: &mut Slip, value: Paise, on: Date) {
    if let Some(limit) = packs::TAX.limit("eway_bill_paise", on)
        && value > limit
    {
        slip.words.push(both("slip-eway", &[("limit", limit.to_rupee_text().into())]));
    }
}

/// A delivery challan for goods on approval that go back to their vendor (CGST rule 55), in three copies.
fn to_vendor(desk: &Desk, payload: &Payload, given: &ApprovalReturned) -> Result<Slip, Fault> {
    let mut slip = blank(desk, payload, "slip-challan", &given.number, "")?;
    let state = packs::TAX.state(&desk.mart.state).cloned().unwrap_or_default();
    let at = |name: &str, address: &str, state: &str, gstin: &str| format!("{name}, {address}, {state}, GSTIN {gstin}");
    let own = MartAddress::of(&desk.mart);
    let of = |name: &str, address: &str, state: &str| at(name, address, state, &own.gstin);
    let from = Name::new(of(&own.name.hi, &own.address.hi, &state.hi), of(&own.name.en, &own.address.en, &state.en));
    slip.facts.insert(0, (both("slip-consigner", &[]), from));
    if let Some(vendor) = store::purchase::vendor(&desk.db, &given.vendor)? {
        let state = packs::TAX.state(&vendor.gstin[..2]).cloned().unwrap_or_default();
        let of = |name: &str, state: &str| at(name, &printable(&vendor.address), state, &vendor.gstin);
        let to = Name::new(of(&vendor.name.hi, &state.hi), of(&vendor.name.en, &state.en));
        slip.facts.insert(1, (both("slip-consignee", &[]), to));
        // CGST rule 55(1)(viii): where the goods leave the State.
        if vendor.gstin[..2] != *desk.mart.state {
            let place = |state: &str| format!("{state} ({})", &vendor.gstin[..2]);
            slip.facts.insert(2, (both("paper-place-of-supply", &[]), Name::new(place(&state.hi), place(&state.en))));
        }
    }
    noted(&mut slip, "slip-reason", &given.reason);
    let (mut sum, mut value) = (Vec::new(), Paise::ZERO);
    for line in &given.lines {
        let Some(item) = store::item::by_id(&desk.db, line.item)? else { continue };
        sum.push((line.qty_milli, item.unit.clone()));
        let figure = quantity(&slip, line.qty_milli, &item.unit);
        let mut told = vec![item.sku.clone(), format!("HSN {}", item.hsn)];
        if let Some(price) = store::item::price(&desk.db, item.id, payload.business_date)?
            && let Ok(worth) = before_tax(&item, price, line.qty_milli, payload.business_date)
        {
            value += worth;
            told.push(lead(&slip, "slip-value", &[("value", worth.to_rupee_text().into())]));
        }
        slip.rows.push(SlipRow { name: item.name, told, figure });
    }
    slip.sums.push((both("slip-returned", &[]), summed(&slip, sum)));
    slip.sums.push((both("slip-value-sum", &[]), value.to_rupee_text()));
    slip.words.push(both("slip-approval-what", &[]));
    eway(&mut slip, value, payload.business_date);
    slip.signatures = vec![both("slip-signature-mart", &[]), both("slip-signature-taken", &[])];
    slip.copies =
        ["slip-copy-consignee", "slip-copy-transporter", "slip-copy-consigner"].map(|key| both(key, &[])).into();
    Ok(slip)
}

/// A delivery challan for goods that go to another mart without a supply (CGST rule 55), in three copies.
fn challan(desk: &Desk, payload: &Payload, parcel: &Parcel) -> Result<Slip, Fault> {
    let mut slip = blank(desk, payload, "slip-challan", &parcel.number, "")?;
    let state = packs::TAX.state(&desk.mart.state).cloned().unwrap_or_default();
    let at = |mart: &MartAddress| {
        let of = |name: &str, address: &str, state: &str| {
            format!("{name}, {address}, {state} ({}), GSTIN {}", desk.mart.state, mart.gstin)
        };
        let (name, address) = (&mart.name, &mart.address);
        Name::new(of(&name.hi, &address.hi, &state.hi), of(&name.en, &address.en, &state.en))
    };
    slip.facts.insert(0, (both("slip-consigner", &[]), at(&parcel.from)));
    slip.facts.insert(1, (both("slip-consignee", &[]), at(&parcel.to)));
    noted(&mut slip, "slip-note", &parcel.note);
    let mut sum = Vec::new();
    for line in &parcel.lines {
        let Some(one) = parcel.item(line.item) else { continue };
        sum.push((line.qty_milli, &one.item.unit));
        let mut told = vec![one.item.sku.clone(), format!("HSN {}", one.item.hsn)];
        told.push(lead(&slip, "slip-value", &[("value", line.value_paise.to_rupee_text().into())]));
        let owner = line.owner.consignor().and_then(|id| {
            parcel.consignors.iter().find(|one| one.consignor.id == id).map(|one| one.consignor.name.clone())
        });
        told.extend(owner.map(|name| slip.languages.lead(&name).to_owned()));
        told.extend(
            line.pieces.iter().map(|piece| format!("{} {}", piece.code, printable(&piece.note)).trim().to_owned()),
        );
        let figure = quantity(&slip, line.qty_milli, &one.item.unit);
        slip.rows.push(SlipRow { name: one.item.name.clone(), told, figure });
    }
    slip.sums.push((both("slip-sent", &[]), summed(&slip, sum)));
    slip.sums.push((both("slip-value-sum", &[]), parcel.value().to_rupee_text()));
    slip.words.push(both("slip-challan-what", &[]));
    eway(&mut slip, parcel.value(), payload.business_date);
    slip.qr = crate::transfers::code_of(desk, parcel)?;
    slip.signatures = vec![both("slip-signature-mart", &[]), both("slip-signature-taken", &[])];
    slip.copies =
        ["slip-copy-consignee", "slip-copy-transporter", "slip-copy-consigner"].map(|key| both(key, &[])).into();
    Ok(slip)
}

fn agreed(desk: &Desk, payload: &Payload, agreement: &Agreement) -> Result<Slip, Fault> {
    let mut slip = blank(desk, payload, "slip-agreement", "", &agreement.consignor)?;
    let rupees = |paise: Paise| -> Value<'static> { paise.to_rupee_text().into() };
    let share = |bps: Bps| -> Value<'static> { bps.to_text().into() };
    let days = |days: i32| -> Value<'static> { days.into() };
    if let Some((identity, _)) = consignors::identity_of(desk, &agreement.consignor)? {
        noted(&mut slip, "slip-mobile", &consignors::mask(&identity.mobile));
        noted(&mut slip, "slip-pehchan", &identity.pehchan);
    }
    let mut fact = |key: &str, value: Name| slip.facts.push((both(key, &[]), value));
    fact("slip-agreement-number", same(agreement.version.to_string()));
    fact("slip-from", same(date_text(agreement.from)));
    fact("slip-mode", mode(agreement.supply_mode));
    fact("slip-share", same(agreement.commission_bps.to_text()));
    let bearer = match agreement.discount_bearer {
        DiscountBearer::Shared => "slip-bearer-shared",
        DiscountBearer::Mart => "slip-bearer-mart",
        DiscountBearer::Consignor => "slip-bearer-consignor",
    };
    fact("slip-bearer", both(bearer, &[]));
    let (fees, loss) = (agreement.fees, agreement.loss);
    if fees.sum() > Paise::ZERO {
        let args = [
            ("packing", rupees(fees.packing_paise)),
            ("transport", rupees(fees.transport_paise)),
            ("handling", rupees(fees.handling_paise)),
        ];
        fact("slip-fees", both("slip-fees-value", &args));
    }
    let args = [
        ("breakage", share(loss.breakage_bps)),
        ("theft", share(loss.theft_bps)),
        ("transit", share(loss.transit_bps)),
    ];
    fact("slip-loss", both("slip-loss-value", &args));
    let promise = agreement.promise;
    let args = [
        ("holding", days(promise.holding_days)),
        ("payout", days(promise.payout_days)),
        ("minimum", rupees(promise.minimum_paise)),
    ];
    fact("slip-promise", both("slip-promise-value", &args));
    fact("slip-recovery", both("slip-recovery-value", &[("share", share(promise.recovery_bps))]));
    let ladder = agreement.ladder;
    let args = [
        ("remind", days(ladder.remind_days)),
        ("markdown", days(ladder.markdown_days)),
        ("back", days(ladder.give_back_days)),
        ("lower", share(ladder.markdown_bps)),
    ];
    fact("slip-ladder", both("slip-ladder-value", &args));
    for one in &agreement.commission_of {
        let goods = match &one.goods {
            Which::Category(word) => both(&format!("icon-{word}"), &[]),
            Which::Item(id) => store::item::by_id(&desk.db, *id)?.map(|item| item.name).unwrap_or_default(),
        };
        let label = |language, goods: &str| text(language, "slip-share-of", &[("goods", goods.to_owned().into())]);
        let label = Name::new(label(Language::Hi, &goods.hi), label(Language::En, &goods.en));
        slip.facts.push((label, same(one.commission_bps.to_text())));
    }
    slip.name = format!("agreement-{}-{}", agreement.consignor, agreement.version);
    let words = ["slip-agreement-what", "consignor-notice", "slip-notice-agreed"];
    slip.words.extend(words.map(|key| both(key, &[])));
    slip.signatures.push(both("slip-signature-witness", &[]));
    Ok(slip)
}

/// Which slip: by its number, or a version of an agreement.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
#[expect(missing_docs, reason = "said above")]
pub enum WhichSlip {
    Note {
        number: String,
    },
    Agreement {
        consignor: String,
        #[ts(type = "number")]
        version: i64,
    },
}

fn find(desk: &Desk, which: &WhichSlip) -> Result<i64, Stop> {
    match which {
        WhichSlip::Note { number } => {
            let number: String = number.trim().to_ascii_uppercase().chars().take(20).collect();
            let found = store::stock::note_of_number(&desk.db, &number)?;
            Ok(found.ok_or(Refusal::UnknownBill { number })?)
        }
        WhichSlip::Agreement { consignor, version } => {
            let found = store::consignor::agreement_seq(&desk.db, consignor, *version)?;
            Ok(found.ok_or_else(|| Refusal::invalid("version"))?)
        }
    }
}

/// Prints a slip: a second time as a duplicate.
pub fn print_slip(desk: &mut Desk, input: WhichSlip) -> Result<PrintJobsView, Stop> {
    let seq = find(desk, &input)?;
    let (form, route) = way(desk)?.ok_or(Refusal::NoPrinter)?;
    let by = desk.signed_in()?.id.clone();
    let copy = match input {
        WhichSlip::Note { .. } if store::print_job::of_sale(&desk.db, seq)?.is_some() => {
            store::print_job::copies(&desk.db, seq)? + 1
        }
        // Every print of an agreement is signed anew.
        WhichSlip::Note { .. } | WhichSlip::Agreement { .. } => 0,
    };
    let asked = Asked { seq: Some(seq), copy, by: Some(&by), ..Asked::new(form, route) };
    store::print_job::ask(&desk.db, &asked, desk.now_us())?;
    view_print_jobs(desk, Nothing {})
}

/// Saves a slip as PDF on A4 into the folder `notes` beside the database.
pub fn save_slip(desk: &mut Desk, input: WhichSlip) -> Result<SavedView, Stop> {
    let seq = find(desk, &input)?;
    let print = document::printed(desk, seq, Form::A4, 0)?.ok_or_else(|| Refusal::invalid("number"))?;
    let at_us = store::journal::at_us(&desk.db, seq)?;
    let folder = desk.path.with_file_name("notes").display().to_string();
    let path = crate::device::in_folder(&folder, &print.name(), "a4.pdf");
    write_file(&path, &print.pdf(Paper::A4, at_us)?)?;
    Ok(SavedView { path: path.display().to_string() })
}

/// The number of a consignment note, and the sheet its tags print on.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct TagsOf {
    pub number: String,
    pub sheet: LabelSheet,
}

/// Makes the tags of what a consignment brought, one for each unique piece and each other unit that is
/// counted, one for all that is sold by measure, and sends them to the
/// printer of labels where there is one.
pub fn print_tags(desk: &mut Desk, input: TagsOf) -> Result<LabelsView, Stop> {
    let seq = find(desk, &WhichSlip::Note { number: input.number })?;
    let Fact::ConsignmentTaken(taken) = crate::consign::entry(desk, seq)?.fact else {
        return Err(Refusal::invalid("number").into());
    };
    let mut tags: Vec<Tag> = Vec::new();
    for line in &taken.lines {
        let piece = |piece: &Piece| Tag { item: line.item, piece: Some(piece.code.clone()) };
        tags.extend(line.pieces.iter().map(piece));
        if line.pieces.is_empty() {
            let item = store::item::by_id(&desk.db, line.item)?.ok_or(Refusal::UnknownItem)?;
            let count = match line.accepted_milli {
                Milli(0) => 0,
                _ if packs::by_measure(&item.unit) => 1,
                accepted => accepted.0 / Milli::ONE.0,
            };
            tags.extend((0..count).map(|_| Tag { item: line.item, piece: None }));
        }
    }
    labels_of_pieces(desk, &tags, input.sheet)
}
