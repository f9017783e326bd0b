//! Goods to and from other marts of the same GST registration: sent with a challan and a signed letter, taken in by the
//! other mart's till (`arrivals`), answered, and settled. Not here: what a letter says (`domain::transfer`), how the challan
//! looks (`slip`).

use crate::clock::date_text;
use crate::consign::entry;
use crate::desk::{Desk, Writing};
use crate::device::{in_folder, write_file};
use crate::fault::{Fault, Stop};
use crate::key::signature_fits;
use crate::labels::{LabelSheet, LabelsView, Tag, labels_of_pieces};
use crate::loss::before_tax;
use crate::packs;
use crate::receipt::SavedView;
use crate::sign_in::Nothing;
use crate::slip;
use crate::stock::{parse_owner, pieces_of, said};
use crate::store;
use crate::views::Money;
use data_encoding::{BASE64, BASE64URL_NOPAD, HEXLOWER};
use domain::agreement::Owner;
use domain::bill::Series;
use domain::consignment::Piece;
use domain::entry::{Fact, Payload};
use domain::item::Item;
use domain::money::Paise;
use domain::name::Name;
use domain::operator::Role;
use domain::quantity::Milli;
use domain::refusal::Refusal;
use domain::stock::{Cause, pieces_fit};
use domain::transfer::{
    Answer, Became, CHALLAN_LETTER, Came, Letter, LetterKind, MOST_BYTES, MartAddress, Parcel, ParcelConsignor,
    ParcelItem, ParcelLine, SettledLine, TillTrusted, TransferSent, TransferSettled, TransferTaken, settled,
};
use domain::typed;
use jiff::civil::Date;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;
use uuid::Uuid;

/// How many transfers are listed.
const LISTED: usize = 50;

/// What stands before a letter in a code.
const CODE_HEAD: &str = "ODOPT1|";

/// The most of a letter that its challan's code carries whole: 157 modules across (version 35 at low error correction
/// holds 2,303 bytes), which a roll of 80 mm prints three dots wide. Beyond it a code would be too fine to read.
const MOST_IN_CODE: usize = 2_303;

/// Where a transfer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TransferState {
    /// Sent, and nobody knows yet what became of it.
    OnTheWay,
    /// Sent, and it is known.
    Settled,
    /// Taken in here.
    Taken,
}

/// A line of a transfer.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct TransferLineView {
    pub sku: String,
    pub name: Name,
    pub icon: String,
    pub picture: Option<String>,
    pub unit: Name,
    pub owner_name: Option<Name>,
    pub quantity: String,
    pub qty_milli: Milli,
    pub value: Money,
    pub pieces: Vec<String>,
    /// Once it is known; of what was taken in, how much came.
    pub arrived: Option<String>,
    pub lost: Option<String>,
    pub back: Option<String>,
    /// Owed to the owner for what was lost.
    pub compensation: Option<Money>,
}

/// A transfer with its lines.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct TransferView {
    pub id: String,
    pub number: String,
    pub state: TransferState,
    pub date: String,
    /// The other mart.
    pub mart: MartAddress,
    pub note: String,
    pub value: Money,
    pub lines: Vec<TransferLineView>,
    /// What the code on its challan says, where it was sent from here.
    pub code: Option<String>,
}

/// A transfer in a list.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct TransferRowView {
    pub id: String,
    pub number: String,
    pub state: TransferState,
    pub date: String,
    pub mart: Name,
    pub lines: u32,
    pub value: Money,
}

/// Transfers, and where goods went before.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct TransfersView {
    pub transfers: Vec<TransferRowView>,
    /// Other marts, the last first.
    pub marts: Vec<MartAddress>,
    pub gstin: String,
}

pub(crate) fn owner_name(desk: &Desk, parcel: &Parcel, owner: &Owner) -> Result<Option<Name>, Fault> {
    let Some(id) = owner.consignor() else { return Ok(None) };
    let named = parcel.consignors.iter().find(|one| one.consignor.id == id).map(|one| one.consignor.name.clone());
    Ok(match named {
        Some(name) => Some(name),
        None => store::consignor::name(&desk.db, id)?,
    })
}

/// What of a transfer its lines are told by.
enum Outcome<'a> {
    Open,
    Settled(&'a TransferSettled),
    Taken(&'a TransferTaken),
}

fn view_of(desk: &Desk, parcel: &Parcel, on: Date, outcome: &Outcome) -> Result<TransferView, Fault> {
    let mut lines = Vec::with_capacity(parcel.lines.len());
    for (no, line) in parcel.lines.iter().enumerate() {
        let Some(ParcelItem { item, .. }) = parcel.item(line.item) else { continue };
        let done = match outcome {
            Outcome::Settled(settled) => settled.lines.get(no),
            Outcome::Open | Outcome::Taken(_) => None,
        };
        let came = match outcome {
            Outcome::Taken(taken) => taken.answer.lines.get(no),
            Outcome::Open | Outcome::Settled(_) => None,
        };
        // What came in stands under the tags it has here.
        let here = match outcome {
            Outcome::Taken(taken) => taken.lines.iter().find(|taken| taken.line == no).map(|taken| &taken.pieces),
            Outcome::Open | Outcome::Settled(_) => Some(&line.pieces),
        };
        let short = |came: &Came| Milli(line.qty_milli.0 - came.came_milli.0);
        lines.push(TransferLineView {
            sku: item.sku.clone(),
            name: item.name.clone(),
            icon: item.icon.clone(),
            picture: store::item::by_id(&desk.db, item.id)?.and_then(|item| item.picture),
            unit: packs::unit(&item.unit),
            owner_name: owner_name(desk, parcel, &line.owner)?,
            quantity: line.qty_milli.to_text(),
            qty_milli: line.qty_milli,
            value: line.value_paise.into(),
            pieces: here.into_iter().flatten().map(|piece| piece.code.clone()).collect(),
            arrived: done.map(|done| done.arrived_milli).or(came.map(|came| came.came_milli)).map(Milli::to_text),
            lost: done.map(|done| done.lost_milli).or(came.map(short)).map(Milli::to_text),
            back: done.map(|done| done.back_milli.to_text()),
            compensation: done.map(|done| done.compensation_paise.into()),
        });
    }
    let (state, mart) = match outcome {
        Outcome::Open => (TransferState::OnTheWay, &parcel.to),
        Outcome::Settled(_) => (TransferState::Settled, &parcel.to),
        Outcome::Taken(_) => (TransferState::Taken, &parcel.from),
    };
    Ok(TransferView {
        id: parcel.id.to_string(),
        number: parcel.number.clone(),
        state,
        date: date_text(on),
        mart: mart.clone(),
        note: parcel.note.clone(),
        value: parcel.value().into(),
        lines,
        code: None,
    })
}

/// The transfer of the entry that sent or took it.
pub(crate) fn view_entry(desk: &Desk, seq: i64) -> Result<TransferView, Stop> {
    let Payload { business_date, fact, .. } = entry(desk, seq)?;
    match fact {
        Fact::TransferSent(TransferSent { parcel }) => {
            let done = match store::transfer::settled_seq(&desk.db, seq)? {
                Some(seq) => Some(entry(desk, seq)?.fact),
                None => None,
            };
            let outcome = match &done {
                Some(Fact::TransferSettled(settled)) => Outcome::Settled(settled),
                _ => Outcome::Open,
            };
            let code = Some(code_of(desk, &parcel)?);
            Ok(TransferView { code, ..view_of(desk, &parcel, business_date, &outcome)? })
        }
        Fact::TransferTaken(taken) => {
            let parcel: Parcel = taken.letter.read(LetterKind::Parcel)?;
            Ok(view_of(desk, &parcel, business_date, &Outcome::Taken(&taken))?)
        }
        _ => Err(Refusal::UnknownTransfer.into()),
    }
}

/// Lists transfers: all that are on the way, and the last ones.
pub fn view_transfers(desk: &mut Desk, _: Nothing) -> Result<TransfersView, Stop> {
    listed(desk, LISTED)
}

/// The same of at most so many that are no longer on the way.
pub(crate) fn listed(desk: &Desk, most: usize) -> Result<TransfersView, Stop> {
    let (mut transfers, mut marts) = (Vec::new(), Vec::<MartAddress>::new());
    for seq in store::transfer::last(&desk.db, most)? {
        let view = view_entry(desk, seq)?;
        transfers.push(TransferRowView {
            id: view.id,
            number: view.number,
            state: view.state,
            date: view.date,
            mart: view.mart.name.clone(),
            lines: view.lines.len() as u32,
            value: view.value,
        });
        if !marts.iter().any(|mart| mart.code == view.mart.code) {
            marts.push(view.mart);
        }
    }
    Ok(TransfersView { transfers, marts, gstin: desk.mart.gstin.clone() })
}

/// Which transfer.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct WhichTransfer {
    #[ts(type = "string")]
    pub transfer: Uuid,
}

pub(crate) fn seq_of(desk: &Desk, transfer: Uuid) -> Result<i64, Stop> {
    Ok(store::stock::note_of(&desk.db, transfer)?.ok_or(Refusal::UnknownTransfer)?)
}

/// One transfer with its lines.
pub fn view_transfer(desk: &mut Desk, input: WhichTransfer) -> Result<TransferView, Stop> {
    view_entry(desk, seq_of(desk, input.transfer)?)
}

/// Goods that were taken in, and the sheet their tags print on.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct TransferTags {
    #[ts(type = "string")]
    pub transfer: Uuid,
    pub sheet: LabelSheet,
}

/// Makes the tags of unique pieces that were taken in: some may have new ones here.
pub fn print_transfer_tags(desk: &mut Desk, input: TransferTags) -> Result<LabelsView, Stop> {
    let seq = seq_of(desk, input.transfer)?;
    let Fact::TransferTaken(taken) = entry(desk, seq)?.fact else { return Err(Refusal::UnknownTransfer.into()) };
    let pieces = taken.lines.iter().flat_map(|line| line.pieces.iter().map(|piece| (line.item, piece)));
    let tags: Vec<Tag> = pieces.map(|(item, piece)| Tag { item, piece: Some(piece.code.clone()) }).collect();
    labels_of_pieces(desk, &tags, input.sheet)
}

/// Goods of an owner that shall go.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "fields of domain::transfer::ParcelLine")]
pub struct SendLine {
    #[ts(type = "string")]
    pub item: Uuid,
    pub owner: String,
    pub qty_milli: Milli,
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub pieces: Vec<String>,
}

/// Goods for another mart; asked for twice they go once.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "fields of domain::transfer::Parcel")]
pub struct SendTransfer {
    #[ts(type = "string")]
    pub id: Uuid,
    pub to: MartAddress,
    pub lines: Vec<SendLine>,
    #[serde(default)]
    pub note: String,
}

/// A line that goes: only what of the owner's is here.
fn sending(writing: &Writing, parcel: &mut Parcel, line: &SendLine) -> Result<ParcelLine, Stop> {
    let owner = parse_owner(&line.owner)?;
    writing.known(&owner)?;
    let item = store::item::by_id(writing.db, line.item)?.ok_or(Refusal::UnknownItem)?;
    if matches!(owner, Owner::Vendor(_)) {
        return Err(Refusal::ApprovalGoods { name: item.name.hi }.into());
    }
    packs::fits_unit(line.qty_milli, &item.unit)?;
    pieces_fit(&line.pieces, line.qty_milli)?;
    let loose = store::stock::loose(writing.db, "here", item.id, &owner)?.max(Milli(0));
    if line.pieces.is_empty() && line.qty_milli > loose {
        return Err(Refusal::StockShort { name: item.name.hi, left: loose.to_text() }.into());
    }
    let rows = pieces_of(writing, item.id, &owner, &line.pieces)?;
    if let Some(gone) = rows.iter().find(|row| row.state != "here") {
        return Err(gone.refused().into());
    }
    if let Some(id) = owner.consignor()
        && !parcel.consignors.iter().any(|one| one.consignor.id == id)
    {
        let mut consignor = store::consignor::by_id(writing.db, id)?.ok_or_else(|| Refusal::invalid("owner"))?;
        consignor.picture = None;
        let agreement = store::consignor::agreement(writing.db, id, writing.business_date)?
            .ok_or_else(|| Refusal::NoAgreement { name: consignor.name.hi.clone() })?;
        parcel.consignors.push(ParcelConsignor { consignor, agreement });
    }
    let price = store::item::price(writing.db, item.id, writing.business_date)?;
    let (paise, includes_tax) = price.unwrap_or((Paise::ZERO, true));
    let worth =
        |price: Paise, quantity: Milli| before_tax(&item, (price, includes_tax), quantity, writing.business_date);
    let value_paise = if rows.is_empty() {
        worth(paise, line.qty_milli)?
    } else {
        rows.iter()
            .map(|row| worth(row.piece.price_paise.unwrap_or(paise), Milli::ONE))
            .sum::<Result<Paise, Refusal>>()?
    };
    if parcel.item(item.id).is_none() {
        parcel.items.push(ParcelItem { item: Item { picture: None, ..item }, price });
    }
    let pieces = rows.into_iter().map(|row| Piece { picture: None, ..row.piece }).collect();
    Ok(ParcelLine { item: line.item, owner, qty_milli: line.qty_milli, pieces, value_paise })
}

/// Sends goods to another mart: they are on the way, with a challan, and their letter lies in `transfers`.
pub fn send_transfer(desk: &mut Desk, input: SendTransfer) -> Result<TransferView, Stop> {
    if let Some(seq) = store::stock::note_of(&desk.db, input.id)? {
        return view_entry(desk, seq);
    }
    let trim = |name: &Name| Name::new(name.hi.trim(), name.en.trim());
    let to = MartAddress {
        code: input.to.code.trim().to_ascii_uppercase(),
        name: trim(&input.to.name),
        address: trim(&input.to.address),
        gstin: typed::code(&input.to.gstin),
    };
    to.check(&desk.mart)?;
    printable(&[&to.name, &to.address])?;
    let note = if input.note.trim().is_empty() { String::new() } else { said("note", &input.note)? };
    let (till_name, way, from) = (desk.till_name(), slip::way(desk)?, MartAddress::of(&desk.mart));
    desk.commit(|writing| {
        let series = Series::on(&till_name, writing.business_date, CHALLAN_LETTER);
        let number = series.number(store::sale::next_n(writing.db, &series.prefix())?);
        let mut parcel = Parcel {
            id: input.id,
            number,
            on: writing.business_date,
            from,
            to,
            items: Vec::new(),
            consignors: Vec::new(),
            lines: Vec::new(),
            note,
        };
        for line in &input.lines {
            let line = sending(writing, &mut parcel, line)?;
            parcel.lines.push(line);
        }
        parcel.check()?;
        writing.append(Fact::TransferSent(TransferSent { parcel }))?;
        slip::enqueue(writing, way)
    })?;
    let seq = seq_of(desk, input.id)?;
    view_entry(desk, seq)
}

/// What has no glyph could never be printed.
fn printable(names: &[&Name]) -> Result<(), Refusal> {
    for word in names.iter().flat_map(|name| [&name.hi, &name.en]).flat_map(|text| text.split_whitespace()) {
        paper::shape(paper::Face::Regular, word).map_err(|error| Refusal::invalid(error.to_string()))?;
    }
    Ok(())
}

/// The hash by which a challan's code and an answer name what was sent.
pub(crate) fn hash_of(said: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(said.as_bytes()))
}

/// A letter of this till.
fn sign(desk: &Desk, kind: LetterKind, said: String) -> Result<Letter, Fault> {
    let (key, till) = (desk.key()?, desk.till_name());
    let signature = BASE64URL_NOPAD.encode(&key.sign(&Letter::signed(kind, &till, &said)));
    Ok(Letter { kind, said, till, public_key: key.public_key(), signature })
}

fn json(value: &impl Serialize) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|error| Fault::Internal { cause: error.to_string() })
}

/// What the code of a parcel's challan says: the whole letter where it is short, else which letter it belongs to.
pub(crate) fn code_of(desk: &Desk, parcel: &Parcel) -> Result<String, Fault> {
    let said = json(parcel)?;
    let named = format!("{CODE_HEAD}{}|{}", parcel.number, hash_of(&said));
    // A till opened to look may have no key to sign with.
    let Ok(letter) = sign(desk, LetterKind::Parcel, said) else { return Ok(named) };
    let packed = compress_to_vec(json(&letter)?.as_bytes(), 9);
    let whole = format!("{CODE_HEAD}{}", BASE64URL_NOPAD.encode(&packed));
    Ok(if whole.len() <= MOST_IN_CODE { whole } else { named })
}

/// Saves the letter of a transfer in the folder `transfers` beside the database: of goods that were sent what the other
/// mart takes in, of goods that came the answer to their sender.
pub fn save_transfer(desk: &mut Desk, input: WhichTransfer) -> Result<SavedView, Stop> {
    let seq = seq_of(desk, input.transfer)?;
    let (letter, name) = match entry(desk, seq)?.fact {
        Fact::TransferSent(TransferSent { parcel }) => {
            (sign(desk, LetterKind::Parcel, json(&parcel)?)?, parcel.number.replace('/', "-"))
        }
        Fact::TransferTaken(taken) => {
            let name = format!("{}-answer", taken.number.replace('/', "-"));
            (sign(desk, LetterKind::Answer, json(&taken.answer)?)?, name)
        }
        _ => return Err(Refusal::UnknownTransfer.into()),
    };
    let folder = desk.path.with_file_name("transfers").display().to_string();
    let path = in_folder(&folder, &name, "json");
    write_file(&path, json(&letter)?.as_bytes())?;
    Ok(SavedView { path: path.display().to_string() })
}

/// Reads a letter as a file or as what a code says, and checks that whoever holds the key it names signed just these words.
pub(crate) fn open(content_base64: &str) -> Result<Letter, Refusal> {
    if content_base64.len() > MOST_BYTES / 3 * 4 + 8 {
        return Err(Refusal::NotALetter);
    }
    let mut bytes = BASE64.decode(content_base64.trim().as_bytes()).map_err(|_| Refusal::NotALetter)?;
    if let Some(code) = bytes.strip_prefix(CODE_HEAD.as_bytes()) {
        let packed = BASE64URL_NOPAD.decode(code.trim_ascii()).map_err(|_| Refusal::NotALetter)?;
        bytes = decompress_to_vec_with_limit(&packed, MOST_BYTES).map_err(|_| Refusal::NotALetter)?;
    }
    let letter: Letter = serde_json::from_slice(&bytes).map_err(|_| Refusal::NotALetter)?;
    let signature = BASE64URL_NOPAD.decode(letter.signature.as_bytes()).unwrap_or_default();
    let signed = Letter::signed(letter.kind, &letter.till, &letter.said);
    if !signature_fits(&letter.public_key, &signed, &signature) {
        return Err(Refusal::TransferChanged);
    }
    Ok(letter)
}

/// Who signed a letter.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct SignerView {
    pub till: String,
    /// The key in groups, to compare with what the other mart says on the telephone.
    pub key: String,
    /// A manager believed it before.
    pub known: bool,
}

pub(crate) fn signer(desk: &Desk, letter: &Letter) -> Result<SignerView, Fault> {
    let key: Vec<&str> = (0..4).filter_map(|no| letter.public_key.get(no * 4..no * 4 + 4)).collect();
    let known = store::transfer::known(&desk.db, &letter.public_key)?.is_some_and(|known| known.till == letter.till);
    Ok(SignerView { till: letter.till.clone(), key: key.join(" "), known })
}

/// Believes a letter's key from here on: a manager answers for it.
pub(crate) fn trust(writing: &mut Writing, letter: &Letter, name: &Name, known: bool) -> Result<(), Stop> {
    if known {
        return Ok(());
    }
    writing.append(Fact::TillTrusted(TillTrusted {
        till: letter.till.clone(),
        name: name.clone(),
        public_key: letter.public_key.clone(),
    }))
}

/// What became of a transfer, as a manager knows it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "fields of domain::transfer::TransferSettled")]
pub struct SettleTransfer {
    #[ts(type = "string")]
    pub transfer: Uuid,
    pub lines: Vec<Became>,
    pub note: String,
}

/// The parcel that this till sent, if it is still on the way.
fn on_the_way(desk: &Desk, transfer: Uuid) -> Result<Parcel, Stop> {
    let seq = store::transfer::sent_seq(&desk.db, transfer)?.ok_or(Refusal::UnknownTransfer)?;
    let Fact::TransferSent(TransferSent { parcel }) = entry(desk, seq)?.fact else {
        return Err(Refusal::UnknownTransfer.into());
    };
    if store::transfer::settled_seq(&desk.db, seq)?.is_some() {
        return Err(Refusal::TransferSettled { number: parcel.number }.into());
    }
    Ok(parcel)
}

/// The settled lines, with what the owners are owed for what is lost.
fn settling(writing: &Writing, parcel: &Parcel, lines: &[Became]) -> Result<Vec<SettledLine>, Stop> {
    if lines.len() != parcel.lines.len() {
        return Err(Refusal::UnknownLine.into());
    }
    let mut done = Vec::with_capacity(lines.len());
    for (line, became) in parcel.lines.iter().zip(lines) {
        let mut settled = settled(line, became)?;
        let item = store::item::by_id(writing.db, line.item)?.ok_or(Refusal::UnknownItem)?;
        for part in [settled.arrived_milli, settled.back_milli] {
            if ![Milli(0), line.qty_milli].contains(&part) {
                packs::fits_unit(part, &item.unit)?;
            }
        }
        if settled.lost_milli > Milli(0) {
            let lost = settled.lost.clone();
            let (owed, ..) = writing.adjusted(&item, &line.owner, Cause::Transit, settled.lost_milli, lost)?;
            (settled.terms, settled.compensation_paise) = (owed.terms, owed.compensation_paise);
            settled.each_paise = owed.each_paise;
        }
        done.push(settled);
    }
    Ok(done)
}

/// What settling would do: what each owner would be owed; nothing is written.
pub fn preview_transfer_end(desk: &mut Desk, input: SettleTransfer) -> Result<TransferView, Stop> {
    let parcel = on_the_way(desk, input.transfer)?;
    let lines = desk.previewing(|writing| settling(writing, &parcel, &input.lines))?;
    let settled = TransferSettled { transfer: parcel.id, lines, note: String::new(), answered_by: None };
    Ok(view_of(desk, &parcel, parcel.on, &Outcome::Settled(&settled))?)
}

/// Says what became of goods that were sent: there, back here, or lost. It is a manager's act.
pub fn settle_transfer(desk: &mut Desk, input: SettleTransfer) -> Result<TransferView, Stop> {
    desk.needs(Role::Manager)?;
    let parcel = on_the_way(desk, input.transfer)?;
    let note = said("note", &input.note)?;
    desk.commit(|writing| {
        let lines = settling(writing, &parcel, &input.lines)?;
        let settled = TransferSettled { transfer: parcel.id, lines, note, answered_by: None };
        writing.append(Fact::TransferSettled(settled))
    })?;
    let seq = seq_of(desk, parcel.id)?;
    view_entry(desk, seq)
}

/// A letter.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct LetterFile {
    pub content_base64: String,
}

/// What the other mart answered, and what taking it would do.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct AnswerView {
    pub transfer: TransferView,
    pub signer: SignerView,
    pub note: String,
}

/// The parcel that an answer is to: it must be of this very one, from a till of the mart it went to.
fn answered(desk: &Desk, letter: &Letter) -> Result<(Parcel, Answer), Stop> {
    let answer: Answer = letter.read(LetterKind::Answer)?;
    let parcel = on_the_way(desk, answer.transfer)?;
    if answer.parcel_hash != hash_of(&json(&parcel)?) || answer.lines.len() != parcel.lines.len() {
        return Err(Refusal::TransferChanged.into());
    }
    if !letter.till.starts_with(&parcel.to.code) {
        return Err(Refusal::TransferElsewhere { mart: letter.till.chars().take(20).collect() }.into());
    }
    for (line, came) in parcel.lines.iter().zip(&answer.lines) {
        came.check(line)?;
    }
    Ok((parcel, answer))
}

/// Shows what another mart's answer would settle; nothing is written.
pub fn preview_answer(desk: &mut Desk, input: LetterFile) -> Result<AnswerView, Stop> {
    let letter = open(&input.content_base64)?;
    let (parcel, answer) = answered(desk, &letter)?;
    let became: Vec<Became> = answer.lines.iter().map(Became::from).collect();
    let lines = desk.previewing(|writing| settling(writing, &parcel, &became))?;
    let settled = TransferSettled { transfer: parcel.id, lines, note: answer.note.clone(), answered_by: None };
    let transfer = view_of(desk, &parcel, parcel.on, &Outcome::Settled(&settled))?;
    Ok(AnswerView { transfer, signer: signer(desk, &letter)?, note: answer.note })
}

/// Settles a transfer by what the other mart's till signed.
pub fn take_answer(desk: &mut Desk, input: LetterFile) -> Result<TransferView, Stop> {
    let letter = open(&input.content_base64)?;
    let (parcel, answer) = answered(desk, &letter)?;
    let known = signer(desk, &letter)?.known;
    if !known {
        desk.needs(Role::Manager)?;
    }
    let became: Vec<Became> = answer.lines.iter().map(Became::from).collect();
    desk.commit(|writing| {
        trust(writing, &letter, &parcel.to.name, known)?;
        let lines = settling(writing, &parcel, &became)?;
        let answered_by = Some(letter.till.clone());
        writing.append(Fact::TransferSettled(TransferSettled {
            transfer: parcel.id,
            lines,
            note: answer.note,
            answered_by,
        }))
    })?;
    let seq = seq_of(desk, parcel.id)?;
    view_entry(desk, seq)
}
