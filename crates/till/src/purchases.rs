//! Buying for the mart's own stock: vendors, and their invoices with the input tax and what is deducted for the tax
//! office. Not here: the arithmetic (`domain::purchase`), paying the vendor.

use crate::clock::date_text;
use crate::desk::{Desk, Writing};
use crate::fault::Stop;
use crate::masters::{DoneView, done};
use crate::packs::{TAX, fits_unit};
use crate::sign_in::Nothing;
use crate::store;
use crate::views::Money;
use domain::entry::Fact;
use domain::money::Paise;
use domain::name::Name;
use domain::purchase::{InvoiceHead, InvoiceLine, Purchase, Vendor, purchase};
use domain::quantity::Milli;
use domain::refusal::Refusal;
use domain::typed;
use domain::year::FinancialYear;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// How many purchases are listed.
const LISTED: usize = 50;

/// A purchase in a list.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct PurchaseRowView {
    pub invoice: String,
    pub vendor: Name,
    pub date: String,
    pub total: Money,
    pub owed: Money,
}

/// Vendors and the last purchases.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct PurchasesView {
    pub vendors: Vec<Vendor>,
    pub purchases: Vec<PurchaseRowView>,
    /// Business date of today.
    pub today: String,
}

/// Vendors and the last purchases.
pub fn view_purchases(desk: &mut Desk, _: Nothing) -> Result<PurchasesView, Stop> {
    listed(desk, LISTED)
}

/// Vendors and the last purchases, at most so many.
pub(crate) fn listed(desk: &Desk, most: usize) -> Result<PurchasesView, Stop> {
    let vendors = store::purchase::vendors(&desk.db)?;
    let name = |gstin: &str| {
        let found = vendors.iter().find(|vendor| vendor.gstin == gstin);
        found.map_or_else(|| Name::new(gstin, gstin), |vendor| vendor.name.clone())
    };
    let purchases = store::purchase::last(&desk.db, most)?
        .into_iter()
        .map(|row| PurchaseRowView {
            vendor: name(&row.vendor),
            invoice: row.invoice,
            date: row.invoice_date.parse().map_or(row.invoice_date, date_text),
            total: row.total.into(),
            owed: row.owed.into(),
        })
        .collect();
    Ok(PurchasesView { purchases, vendors, today: desk.today().1.to_string() })
}

/// Adds or changes a vendor. The mart is none of its own.
pub fn set_vendor(desk: &mut Desk, input: Vendor) -> Result<DoneView, Stop> {
    let vendor = Vendor { gstin: typed::code(&input.gstin), ..input };
    vendor.check()?;
    TAX.state(&vendor.gstin[..2])?;
    if vendor.gstin == desk.mart.gstin {
        return Err(Refusal::OwnGstin.into());
    }
    desk.commit(|writing| writing.append(Fact::VendorSet(vendor)))?;
    Ok(done(desk))
}

/// An invoice as it is typed; asked for twice it is taken once.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "fields of domain::purchase::InvoiceHead")]
pub struct Invoice {
    #[ts(type = "string")]
    pub id: Uuid,
    /// GSTIN.
    pub vendor: String,
    pub invoice: String,
    #[ts(type = "string")]
    pub invoice_date: Date,
    pub lines: Vec<InvoiceLine>,
    pub total_paise: Paise,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub contract_paise: Option<Paise>,
    /// Of goods that are or were here on approval.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub on_approval: bool,
}

/// What an invoice comes to, before or after it was taken.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct InvoiceView {
    pub taxable: Money,
    pub cgst: Money,
    pub sgst: Money,
    pub igst: Money,
    pub round_off: Money,
    pub total: Money,
    /// Kept back for the tax office.
    pub deducted: Money,
    pub owed: Money,
}

impl From<&Purchase> for InvoiceView {
    fn from(purchase: &Purchase) -> Self {
        Self {
            taxable: purchase.tax.taxable_paise.into(),
            cgst: purchase.tax.cgst_paise.into(),
            sgst: purchase.tax.sgst_paise.into(),
            igst: purchase.tax.igst_paise.into(),
            round_off: purchase.round_off_paise.into(),
            total: purchase.total_paise.into(),
            deducted: purchase.deducted.sum().into(),
            owed: purchase.owed().into(),
        }
    }
}

fn bought(writing: &Writing, input: &Invoice) -> Result<Purchase, Stop> {
    let vendor = store::purchase::vendor(writing.db, &input.vendor)?.ok_or_else(|| Refusal::invalid("vendor"))?;
    let mart = store::mart::mart(writing.db)?.ok_or_else(|| Refusal::invalid("mart"))?;
    let limit = mart.deducts_gst.then(|| TAX.limit("gst_tds_contract_paise", writing.business_date)).flatten();
    for line in &input.lines {
        let item = store::item::by_id(writing.db, line.item)?.ok_or(Refusal::UnknownItem)?;
        fits_unit(line.qty_milli, &item.unit)?;
    }
    let head = InvoiceHead {
        id: input.id,
        vendor: &vendor,
        invoice: &input.invoice,
        invoice_date: input.invoice_date,
        total_paise: input.total_paise,
        contract_paise: input.contract_paise,
    };
    let mut bought = purchase(&head, &input.lines, &mart.state, limit, writing.business_date)?;
    if input.on_approval {
        for (no, line) in input.lines.iter().enumerate() {
            if input.lines[..no].iter().any(|other| other.item == line.item) {
                return Err(Refusal::invalid("item_twice").into());
            }
            let item = store::item::by_id(writing.db, line.item)?.ok_or(Refusal::UnknownItem)?;
            let short = |left: Milli| Refusal::StockShort { name: item.name.hi.clone(), left: left.to_text() };
            let goods = store::stock::on_approval(writing.db, line.item, &vendor.gstin)?;
            let goods = goods.ok_or_else(|| short(Milli(0)))?;
            bought.lines[no].approved_milli = Some(goods.bought(line.qty_milli).map_err(short)?);
        }
    }
    Ok(bought)
}

/// What an invoice comes to: nothing is written.
pub fn preview_purchase(desk: &mut Desk, input: Invoice) -> Result<InvoiceView, Stop> {
    desk.previewing(|writing| Ok(InvoiceView::from(&bought(writing, &input)?)))
}

/// Takes an invoice: its goods become the mart's own stock, its tax input tax, its vendor is owed the rest.
pub fn take_purchase(desk: &mut Desk, input: Invoice) -> Result<InvoiceView, Stop> {
    if let Some(seq) = store::stock::note_of(&desk.db, input.id)? {
        return match crate::consign::entry(desk, seq)?.fact {
            Fact::Purchased(purchase) => Ok(InvoiceView::from(&purchase)),
            _ => Err(Refusal::invalid("id").into()),
        };
    }
    desk.commit(|writing| {
        let purchase = bought(writing, &input)?;
        let year = FinancialYear::of(purchase.invoice_date);
        if store::purchase::taken(writing.db, &purchase.vendor, &purchase.invoice, year)? {
            return Err(Refusal::InvoiceTaken { invoice: purchase.invoice }.into());
        }
        let view = InvoiceView::from(&purchase);
        writing.append(Fact::Purchased(purchase))?;
        Ok(view)
    })
}
