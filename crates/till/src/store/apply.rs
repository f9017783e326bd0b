//! What each kind of entry changes in the projections and masters. The live path and a rebuild go through
//! this one function, so they cannot disagree. Not here: local tables, which no entry owns.

use crate::fault::Fault;
use crate::store::search::index_words;
use crate::store::settlement::Writer;
use crate::store::{consignor, money_move, payout, purchase, returns, stock, transfer, unsold};
use domain::bill::keep_until;
use domain::books::postings;
use domain::entry::{Fact, Header, Payload};
use domain::item::{Item, Price};
use domain::sale::Sale;
use domain::shift::{ShiftClosed, ShiftOpened};
use domain::tender::Tender;
use rusqlite::{Connection, params};

/// Applies one entry.
pub fn apply(db: &Connection, header: &Header, payload: &Payload) -> Result<(), Fault> {
    let seq = header.seq;
    db.prepare_cached("INSERT OR IGNORE INTO day (business_date, first_seq) VALUES (?1, ?2)")?
        .execute(params![payload.business_date.to_string(), seq])?;
    match &payload.fact {
        Fact::TillEnrolled(enrolled) => {
            db.execute(
                "INSERT INTO till (epoch, first_seq, device, till_code, public_key, key_store)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![
                    header.epoch,
                    seq,
                    enrolled.device.to_string(),
                    enrolled.till_code,
                    enrolled.public_key,
                    enrolled.key_store
                ],
            )?;
        }
        Fact::TillRestored(restored) => {
            db.execute(
                "INSERT INTO till (epoch, first_seq, device, till_code, public_key, key_store)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![
                    header.epoch,
                    seq,
                    header.device.to_string(),
                    restored.till_code,
                    restored.public_key,
                    restored.key_store
                ],
            )?;
        }
        Fact::SettingsSet(mart) => {
            db.execute("INSERT INTO mart (seq, body) VALUES (?1, ?2)", params![seq, json(mart)?])?;
        }
        Fact::OperatorSet(operator) => {
            db.execute(
                "INSERT INTO operator (id, name_hi, name_en, role, pin_phc, pin_seq, active, discount_bps, paid_out_paise)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?9, ?6, ?7, ?8)
                 ON CONFLICT (id) DO UPDATE SET name_hi = ?2, name_en = ?3, role = ?4, pin_phc = ?5,
                     pin_seq = CASE WHEN pin_phc = ?5 THEN pin_seq ELSE ?9 END, active = ?6, discount_bps = ?7,
                     paid_out_paise = ?8",
                params![
                    operator.id,
                    operator.name.hi,
                    operator.name.en,
                    operator.role.code(),
                    operator.pin_phc,
                    operator.active,
                    operator.limits.discount_bps.map(|bps| bps.0),
                    operator.limits.paid_out_paise.map(|paise| paise.0),
                    seq
                ],
            )?;
            db.execute(
                "INSERT INTO operator_name (operator, seq, name_hi, name_en) VALUES (?1, ?2, ?3, ?4)",
                params![operator.id, seq, operator.name.hi, operator.name.en],
            )?;
        }
        Fact::RecoverySet(set) => set_recovery(db, &set.code_phc)?,
        Fact::PinRecovered(recovered) => {
            db.execute(
                "UPDATE operator SET pin_phc = ?2, pin_seq = ?3 WHERE id = ?1",
                params![recovered.operator, recovered.pin_phc, seq],
            )?;
            set_recovery(db, &recovered.code_phc)?;
        }
        Fact::ItemSet(item) => set_item(db, item)?,
        Fact::PriceSet(price) => set_price(db, price)?,
        Fact::ConsignorSet(set) => consignor::set(db, header.at_us, set)?,
        Fact::BankAsked(asked) => {
            consignor::ask_bank(db, seq, header.at_us, payload.operator.as_deref().unwrap_or_default(), asked)?;
        }
        Fact::BankAnswered(answered) => {
            let by = payload.approved_by.as_deref().or(payload.operator.as_deref());
            consignor::answer_bank(db, header.at_us, by.unwrap_or_default(), answered)?;
        }
        Fact::ConsignorForgotten(forgotten) => consignor::forget(db, header.at_us, forgotten)?,
        Fact::AgreementSet(agreement) => consignor::set_agreement(db, seq, agreement)?,
        Fact::CustomerSet(set) => {
            db.execute(
                "INSERT INTO customer (person, set_seq, notice, agreed_us) VALUES (?1, ?4, ?2, ?3)
                 ON CONFLICT (person) DO UPDATE SET set_seq = ?4, notice = ?2, agreed_us = ?3",
                params![set.sealed.person.to_string(), set.notice, header.at_us, seq],
            )?;
        }
        Fact::CustomerForgotten(forgotten) => {
            db.execute(
                "UPDATE customer SET forgotten_us = ?2 WHERE person = ?1",
                params![forgotten.person.to_string(), header.at_us],
            )?;
        }
        Fact::StockReceived(received) => stock::receive(db, seq, payload.business_date, received)?,
        Fact::ConsignmentTaken(taken) => stock::take(db, seq, payload.business_date, taken)?,
        Fact::VendorSet(vendor) => purchase::set_vendor(db, vendor)?,
        Fact::Purchased(bought) => {
            purchase::buy(db, seq, bought)?;
            stock::buy(db, seq, payload.business_date, bought)?;
        }
        Fact::ApprovalTaken(taken) => stock::approve(db, seq, taken)?,
        Fact::ApprovalReturned(given) => stock::give_to_vendor(db, seq, payload.business_date, given)?,
        Fact::GivenBack(given) => stock::give_back(db, seq, payload.business_date, given)?,
        Fact::StockAdjusted(adjusted) => stock::adjust(db, seq, payload.business_date, adjusted)?,
        Fact::TransferSent(sent) => transfer::send(db, seq, payload.business_date, &sent.parcel)?,
        Fact::TransferSettled(settled) => transfer::settle(db, seq, payload.business_date, settled)?,
        Fact::TransferTaken(taken) => transfer::take(db, seq, payload.business_date, taken)?,
        Fact::TillTrusted(trusted) => transfer::trust(db, trusted)?,
        Fact::UnsoldAnswered(answered) => {
            unsold::answer_unsold(db, seq, answered)?;
            payout::tell(db, seq, 0, &answered.consignor, &answered.message_hi)?;
        }
        Fact::SettlementPosted(_)
        | Fact::SettlementWithdrawn(_)
        | Fact::SettlementsApproved(_)
        | Fact::PayoutSent(_)
        | Fact::PayoutsConfirmed(_)
        | Fact::PayoutsFailed(_)
        | Fact::AdvancePaid(_)
        | Fact::AccountProven(_) => {
            let operator = payload.operator.as_deref().unwrap_or_default();
            let by = payload.approved_by.as_deref().unwrap_or(operator);
            payout::apply(db, &Writer { seq, on: payload.business_date, by }, operator, &payload.fact)?;
        }
        Fact::MoneyMoved(moved) => money_move::apply(db, seq, payload.business_date, moved)?,
        Fact::ShiftOpened(opened) => open_shift(db, header, payload.operator.as_deref(), opened)?,
        Fact::ShiftClosed(closed) => close_shift(db, seq, closed)?,
        Fact::ShiftHandedOver(handed) => {
            close_shift(db, seq, &handed.closed)?;
            open_shift(db, header, Some(&handed.taken_by), &handed.opened)?;
        }
        Fact::Sale(sale) => sell(db, header, payload, sale)?,
        Fact::SaleVoided(voided) => returns::void(db, seq, voided)?,
        Fact::Returned(returned) => returns::take_back(db, seq, payload.business_date, returned)?,
        Fact::Exchanged(exchange) => {
            returns::take_back(db, seq, payload.business_date, &exchange.returned)?;
            sell(db, header, payload, &exchange.sale)?;
        }
        Fact::UpiClaimed(claimed) => returns::claim(db, claimed)?,
        Fact::UpiRefunded(refunded) => returns::refunded(db, refunded)?,
        Fact::CashMoved(_)
        | Fact::DraftDropped(_)
        | Fact::DrawerOpened(_)
        | Fact::ReceiptReprinted(_)
        | Fact::ClockChanged(_)
        | Fact::DrawerCounted(_)
        | Fact::PinRefused(_)
        | Fact::OperatorUnlocked(_) => {}
    }
    let mut post = db.prepare_cached("INSERT INTO posting (at, account, paise) VALUES (?1, ?2, ?3)")?;
    for (at, (account, paise)) in (first_at(seq)..).zip(postings(&payload.fact)) {
        post.execute(params![at, account.to_string(), paise.0])?;
    }
    Ok(())
}

/// Where the rows of an entry begin in tables that are keyed by entry and place in one number.
pub(super) fn first_at(seq: i64) -> i64 {
    seq << 20
}

fn open_shift(db: &Connection, header: &Header, operator: Option<&str>, opened: &ShiftOpened) -> Result<(), Fault> {
    db.execute(
        "INSERT INTO shift (number, operator, opened_seq, opened_us, float_paise) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![opened.number, operator, header.seq, header.at_us, opened.float_paise.0],
    )?;
    Ok(())
}

fn close_shift(db: &Connection, seq: i64, closed: &ShiftClosed) -> Result<(), Fault> {
    db.execute(
        "UPDATE shift SET closed_seq = ?2, expected_paise = ?3, counted_paise = ?4 WHERE number = ?1",
        params![closed.number, seq, closed.expected_paise.0, closed.counted_paise.0],
    )?;
    Ok(())
}

pub(super) fn json(value: &impl serde::Serialize) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|error| Fault::Internal { cause: error.to_string() })
}

fn set_recovery(db: &Connection, code_phc: &str) -> Result<(), Fault> {
    db.execute("INSERT OR REPLACE INTO recovery (id, code_phc) VALUES (1, ?1)", [code_phc])?;
    Ok(())
}

fn set_item(db: &Connection, item: &Item) -> Result<(), Fault> {
    let maker = item.maker.as_ref();
    let no: i64 = db
        .prepare_cached(
            "INSERT INTO item (id, sku, barcode, name_hi, name_en, maker_hi, maker_en, district_hi, district_en,
                 icon, hsn, rate_class, unit, gi, retired, parent, variant, picture, reorder_milli, gi_name,
                 gi_number, net_milli, net_unit)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,
                 ?21, ?22, ?23)
             ON CONFLICT (id) DO UPDATE SET sku = ?2, barcode = ?3, name_hi = ?4, name_en = ?5, maker_hi = ?6,
                 maker_en = ?7, district_hi = ?8, district_en = ?9, icon = ?10, hsn = ?11, rate_class = ?12,
                 unit = ?13, gi = ?14, retired = ?15, parent = ?16, variant = ?17, picture = ?18,
                 reorder_milli = ?19, gi_name = ?20, gi_number = ?21, net_milli = ?22, net_unit = ?23
             RETURNING no",
        )?
        .query_row(
            params![
                item.id.to_string(),
                item.sku,
                item.barcode,
                item.name.hi,
                item.name.en,
                maker.map(|name| &name.hi),
                maker.map(|name| &name.en),
                item.district.hi,
                item.district.en,
                item.icon,
                item.hsn,
                item.rate_class,
                item.unit,
                item.gi,
                item.retired,
                item.parent.map(|parent| parent.to_string()),
                item.variant,
                item.picture,
                item.reorder_milli.map(|level| level.0),
                item.gi_name,
                item.gi_number,
                item.net.as_ref().map(|net| net.milli.0),
                item.net.as_ref().map(|net| &net.unit)
            ],
            |row| row.get(0),
        )?;
    index_words(db, no, item)
}

fn set_price(db: &Connection, price: &Price) -> Result<(), Fault> {
    db.prepare_cached(
        "INSERT OR REPLACE INTO price (item, from_date, price_paise, includes_tax) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![price.item.to_string(), price.from.to_string(), price.price_paise.0, price.includes_tax])?;
    Ok(())
}

fn sell(db: &Connection, header: &Header, payload: &Payload, sale: &Sale) -> Result<(), Fault> {
    let seq = header.seq;
    db.prepare_cached(
        "INSERT INTO sale (seq, sale_id, number, business_date, keep_until, shift, due_paise)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        seq,
        sale.id.as_bytes(),
        sale.number(),
        payload.business_date.to_string(),
        keep_until(payload.business_date).to_string(),
        payload.shift,
        sale.due_paise.0
    ])?;
    let mut lines = db.prepare_cached(
        "INSERT INTO sale_line (at, item, owner, qty_milli, taxable_paise, total_paise, consignor_share_paise)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    let mut goods = db.prepare_cached(
        "INSERT INTO stock (item, owner, first_seq, received_milli, sold_milli) VALUES (?1, ?2, ?3, 0, ?4)
         ON CONFLICT (item, owner) DO UPDATE SET sold_milli = sold_milli + ?4",
    )?;
    for (at, line) in (first_at(seq)..).zip(&sale.lines) {
        let (item, owner) = (line.item.id.to_string(), line.owner.to_string());
        lines.execute(params![
            at,
            item,
            owner,
            line.qty_milli.0,
            line.tax.taxable_paise.0,
            line.tax.total().0,
            line.earned.consignor_share_paise.0
        ])?;
        goods.execute(params![item, owner, seq, line.qty_milli.0])?;
        if let Some(code) = &line.piece {
            stock::move_piece(db, seq, code, "sold")?;
        }
    }
    for (place, tender) in (0i64..).zip(&sale.tenders) {
        match tender {
            Tender::Cash { .. } | Tender::Card { .. } => {}
            Tender::Upi { paise, reference, .. } => {
                db.prepare_cached("INSERT INTO upi_tender (seq, place, paise, reference) VALUES (?1, ?2, ?3, ?4)")?
                    .execute(params![seq, place, paise.0, reference])?;
            }
            Tender::CreditNote { paise, number } => returns::spend(db, number, *paise)?,
        }
    }
    Ok(())
}
