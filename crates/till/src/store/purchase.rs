//! Vendors, and what was bought of them.

use crate::fault::Fault;
use domain::agreement::Owner;
use domain::money::Paise;
use domain::name::Name;
use domain::purchase::{Purchase, Vendor};
use domain::year::FinancialYear;
use rusqlite::{Connection, OptionalExtension, Row, params};

/// Applies a vendor.
pub(super) fn set_vendor(db: &Connection, vendor: &Vendor) -> Result<(), Fault> {
    db.execute(
        "INSERT OR REPLACE INTO vendor (gstin, name_hi, name_en, address) VALUES (?1, ?2, ?3, ?4)",
        params![vendor.gstin, vendor.name.hi, vendor.name.en, vendor.address],
    )?;
    Ok(())
}

/// Applies a purchase; its goods are applied as those of any receipt.
pub(super) fn buy(db: &Connection, seq: i64, purchase: &Purchase) -> Result<(), Fault> {
    db.execute(
        "INSERT INTO purchase (seq, vendor, invoice, invoice_date, year, taxable_paise, total_paise, owed_paise)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            seq,
            purchase.vendor,
            purchase.invoice,
            purchase.invoice_date.to_string(),
            FinancialYear::of(purchase.invoice_date).0,
            purchase.tax.taxable_paise.0,
            purchase.total_paise.0,
            purchase.owed().0
        ],
    )?;
    Ok(())
}

fn read(row: &Row) -> rusqlite::Result<Vendor> {
    Ok(Vendor { gstin: row.get(0)?, name: Name { hi: row.get(1)?, en: row.get(2)? }, address: row.get(3)? })
}

/// Every vendor, by name.
pub fn vendors(db: &Connection) -> Result<Vec<Vendor>, Fault> {
    let mut statement =
        db.prepare_cached("SELECT gstin, name_hi, name_en, address FROM vendor ORDER BY name_en, gstin")?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// One vendor.
pub fn vendor(db: &Connection, gstin: &str) -> Result<Option<Vendor>, Fault> {
    Ok(db
        .prepare_cached("SELECT gstin, name_hi, name_en, address FROM vendor WHERE gstin = ?1")?
        .query_row([gstin], read)
        .optional()?)
}

/// Whether an invoice of a vendor's financial year was taken already, however its number is spelt.
pub fn taken(db: &Connection, vendor: &str, invoice: &str, year: FinancialYear) -> Result<bool, Fault> {
    Ok(db
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM purchase WHERE vendor = ?1 AND year = ?3
                 AND upper(replace(invoice, ' ', '')) = upper(replace(?2, ' ', '')))",
        )?
        .query_row(params![vendor, invoice, year.0], |row| row.get(0))?)
}

/// Whether a challan of a vendor's financial year was taken already; its goods came in with its date.
pub fn challan_taken(db: &Connection, vendor: &Owner, challan: &str, year: FinancialYear) -> Result<bool, Fault> {
    Ok(db
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM stock_note JOIN stock_move ON at = stock_note.seq << 20
             WHERE stock_note.owner = ?1 AND stock_note.kind = 'approval'
                 AND upper(replace(number, ' ', '')) = upper(replace(?2, ' ', '')) AND business_date BETWEEN ?3 AND ?4)",
        )?
        .query_row(params![vendor.to_string(), challan, year.first().to_string(), year.last().to_string()], |row| {
            row.get(0)
        })?)
}

/// A purchase in a list.
#[derive(Debug, Clone)]
pub struct PurchaseRow {
    /// Its entry.
    pub seq: i64,
    /// The vendor's GSTIN.
    pub vendor: String,
    /// The invoice's number.
    pub invoice: String,
    /// Its date.
    pub invoice_date: String,
    /// What it comes to.
    pub total: Paise,
    /// What the vendor is owed of it.
    pub owed: Paise,
}

/// The last purchases, newest first.
pub fn last(db: &Connection, most: usize) -> Result<Vec<PurchaseRow>, Fault> {
    let mut statement = db.prepare_cached(
        "SELECT seq, vendor, invoice, invoice_date, total_paise, owed_paise FROM purchase ORDER BY seq DESC LIMIT ?1",
    )?;
    let rows = statement.query_map([most as i64], |row| {
        Ok(PurchaseRow {
            seq: row.get(0)?,
            vendor: row.get(1)?,
            invoice: row.get(2)?,
            invoice_date: row.get(3)?,
            total: Paise(row.get(4)?),
            owed: Paise(row.get(5)?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
