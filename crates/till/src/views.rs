//! What screens are shown, where several use-cases show it alike.

use crate::clock::clock_text;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::store;
use domain::basket::Goods;
use domain::bill::{BillKind, letter_of};
use domain::money::Paise;
use domain::name::Name;
use domain::operator::{Operator, Role};
use domain::quantity::Milli;
use domain::tender::Tender;
use serde::Serialize;
use ts_rs::TS;

/// An amount, and how it is written: `text` is `2,199.00`, `rupees` is `₹2,199`.
#[derive(Debug, Clone, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct Money {
    pub paise: Paise,
    pub text: String,
    pub rupees: String,
}

impl From<Paise> for Money {
    fn from(paise: Paise) -> Self {
        Self { paise, text: paise.to_text(), rupees: paise.to_rupee_text() }
    }
}

/// Someone who can sign in. `demo_pin` is there only in a demonstration.
#[derive(Debug, Clone, Serialize, TS)]
#[expect(missing_docs, reason = "fields of domain::operator::Operator")]
pub struct OperatorView {
    pub id: String,
    pub name: Name,
    pub role: Role,
    pub demo_pin: Option<String>,
}

impl OperatorView {
    /// An operator as `desk` may show it.
    pub fn of(desk: &Desk, operator: &Operator) -> Self {
        Self {
            id: operator.id.clone(),
            name: operator.name.clone(),
            role: operator.role,
            demo_pin: desk.mart.demo.then(|| crate::init::demo_pin(&operator.id)).flatten(),
        }
    }
}

/// The open shift.
#[derive(Debug, Clone, Serialize, TS)]
#[expect(missing_docs, reason = "fields of store::shift::OpenShift")]
pub struct ShiftView {
    pub number: i32,
    pub operator: Name,
    /// `10:42`.
    pub opened_at: String,
    pub float: Money,
}

impl ShiftView {
    /// The open shift of `desk`.
    pub fn of(desk: &Desk) -> Result<Option<Self>, Fault> {
        let Some(shift) = &desk.shift else { return Ok(None) };
        let operator = store::mart::operator(&desk.db, &shift.operator)?;
        Ok(Some(Self {
            number: shift.number as i32,
            operator: operator.map(|operator| operator.name).unwrap_or_default(),
            opened_at: clock_text(shift.opened_us),
            float: shift.float_paise.into(),
        }))
    }
}

/// What was taken.
#[derive(Debug, Clone, Serialize, TS)]
#[expect(missing_docs, reason = "fields of domain::tender::Tender")]
pub struct TenderView {
    pub kind: TenderKind,
    pub amount: Money,
    pub given: Option<Money>,
    pub reference: Option<String>,
}

/// Cash, UPI, card, or money kept on what goods came back by: a credit note or, of a sale memo, what takes that back.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "said above")]
pub enum TenderKind {
    Cash,
    Upi,
    Card,
    CreditNote,
    MemoCancelled,
}

impl TenderKind {
    /// Of money kept on a document of this number.
    pub(crate) fn kept_on(number: &str) -> Self {
        if letter_of(number) == Some(BillKind::MemoCancelled.letter()) { Self::MemoCancelled } else { Self::CreditNote }
    }
}

impl From<&Tender> for TenderView {
    fn from(tender: &Tender) -> Self {
        let amount = tender.paise().into();
        match tender {
            Tender::Cash { given_paise, .. } => {
                Self { kind: TenderKind::Cash, amount, given: Some((*given_paise).into()), reference: None }
            }
            Tender::Upi { reference, .. } => {
                Self { kind: TenderKind::Upi, amount, given: None, reference: Some(reference.clone()) }
            }
            Tender::Card { reference, .. } => {
                Self { kind: TenderKind::Card, amount, given: None, reference: Some(reference.clone()) }
            }
            Tender::CreditNote { number, .. } => {
                Self { kind: TenderKind::kept_on(number), amount, given: None, reference: Some(number.clone()) }
            }
        }
    }
}

/// Goods as a search result or a line shows them.
#[derive(Debug, Clone, Serialize, TS)]
#[expect(missing_docs, reason = "fields of domain::item::Item")]
pub struct HitView {
    pub item: String,
    pub sku: String,
    pub name: Name,
    /// Key of the drawn picture.
    pub category: String,
    /// Hash of its photograph.
    pub picture: Option<String>,
    pub maker: Option<Name>,
    pub district: Name,
    pub gi: bool,
    pub consigned: bool,
    pub price: Money,
    pub on_hand: String,
    pub unit: Name,
}

impl HitView {
    /// Goods as they stand in `desk`.
    pub fn of(desk: &Desk, goods: &Goods) -> Result<Self, Fault> {
        Ok(Self::at(goods, store::item::on_hand(&desk.db, goods.item.id)?))
    }

    /// Goods of which so many are here.
    pub fn at(goods: &Goods, on_hand: Milli) -> Self {
        let item = &goods.item;
        Self {
            item: item.id.to_string(),
            sku: item.sku.clone(),
            name: item.name.clone(),
            category: item.icon.clone(),
            picture: item.picture.clone(),
            maker: item.maker.clone(),
            district: item.district.clone(),
            gi: item.gi,
            consigned: goods.owner.consignor().is_some(),
            price: goods.price_paise.into(),
            on_hand: on_hand.to_text(),
            unit: crate::packs::unit(&item.unit),
        }
    }
}
