//! What a manager sees before changing a setting: the mart's facts, this computer's printer and copies, and
//! what of the items needs a look. Not here: the changes (`masters`, `printer`, `copies`).

use crate::copies;
use crate::desk::Desk;
use crate::fault::Stop;
use crate::items::to_look_at;
use crate::printer::{self, PrinterSetting};
use crate::sign_in::Nothing;
use crate::store;
use domain::mart::{CASHIER_DROP, Mart};
use domain::money::Paise;
use serde::Serialize;
use ts_rs::TS;

/// All settings as they are.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct SettingsView {
    pub mart: Mart,
    /// What a cashier may take to the safe at once.
    pub drop_limit_paise: Paise,
    pub till_code: String,
    pub printer: Option<PrinterSetting>,
    pub copies_place: String,
    /// Items for sale whose HSN is shorter than the mart's bills need.
    pub hsn_short: u32,
    /// Items for sale whose rate is still to be confirmed.
    pub unconfirmed: u32,
    /// There is a recovery code.
    pub recovery: bool,
}

/// All settings.
pub fn view_settings(desk: &mut Desk, _: Nothing) -> Result<SettingsView, Stop> {
    let (hsn_short, unconfirmed) = to_look_at(desk)?;
    Ok(SettingsView {
        mart: desk.mart.clone(),
        drop_limit_paise: desk.mart.drawer.cashier_drop_paise.unwrap_or(CASHIER_DROP),
        till_code: desk.till.till_code.clone(),
        printer: printer::chosen(&desk.db)?,
        copies_place: copies::folder(&desk.db, &desk.path)?.display().to_string(),
        hsn_short,
        unconfirmed,
        recovery: store::mart::recovery(&desk.db)?.is_some(),
    })
}
