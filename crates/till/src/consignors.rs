//! Consignors as storekeeper and manager keep them: who they are, the terms with them, and where their money goes.
//! What is personal is sealed under their own key; bank details are shown masked, and change only when a second person
//! allows it after a day.

use crate::clock::date_text;
use crate::customers::{open, seal};
use crate::desk::{Desk, Writing};
use crate::fault::{Fault, Stop};
use crate::masters::{DoneView, done};
use crate::packs::{self, DISTRICTS, ICONS};
use crate::settle::two_people;
use crate::sign_in::Nothing;
use crate::store;
use crate::store::consignor::BankRow;
use crate::views::Money;
use domain::agreement::{Agreement, Owner, SupplyMode, Which};
use domain::consignor::{
    BankAnswered, BankAsked, BankDetails, CONSENT, Consignor, ConsignorForgotten, ConsignorSet, Identity,
    SealedIdentity, may_allow,
};
use domain::entry::Fact;
use domain::money::Paise;
use domain::name::Name;
use domain::operator::Role;
use domain::quantity::Milli;
use domain::refusal::Refusal;
use domain::typed;
use jiff::ToSpan;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// How long ago terms may have begun: those that held on paper before the till came.
const DAYS_BACK: i64 = 3_652;

/// How far ahead terms may begin: a year ahead is mistyped, and until it has come no others could be made.
const DAYS_AHEAD: i64 = 183;

impl Writing<'_> {
    /// Checks and writes a consignor. Who is forgotten is nobody's to change: who comes again is written down anew.
    pub(crate) fn set_consignor(&mut self, set: ConsignorSet) -> Result<(), Stop> {
        let consignor = &set.consignor;
        consignor.check()?;
        if store::consignor::exists(self.db, &consignor.id)? {
            self.known(&Owner::Consignor(consignor.id.clone()))?;
        }
        if !DISTRICTS.contains_key(&consignor.district) {
            return Err(Refusal::invalid("district").into());
        }
        // What has no glyph could never be printed on a note.
        let own = [("name", &consignor.name), ("village", &consignor.village), ("craft", &consignor.craft)];
        for (what, name) in own.into_iter().chain(consignor.members.iter().map(|member| ("members", member))) {
            for word in [&name.hi, &name.en].into_iter().flat_map(|text| text.split_whitespace()) {
                paper::shape(paper::Face::Regular, word).map_err(|_| Refusal::invalid(what))?;
            }
        }
        self.append(Fact::ConsignorSet(set))
    }

    /// Checks and writes an agreement: versions follow each other, each from a later day on, and none from so far ahead
    /// that a mistyped year would keep the next one out.
    pub(crate) fn set_agreement(&mut self, agreement: Agreement) -> Result<(), Stop> {
        agreement.check()?;
        let allowed = store::mart::mart(self.db)?.is_some_and(|mart| mart.principal_name_allowed);
        if agreement.supply_mode == SupplyMode::B && !allowed {
            return Err(Refusal::PrincipalNameOff.into());
        }
        self.known(&Owner::Consignor(agreement.consignor.clone()))?;
        let newest = store::consignor::agreements(self.db, &agreement.consignor)?.into_iter().next();
        if agreement.version != newest.as_ref().map_or(0, |newest| newest.version) + 1 {
            return Err(Refusal::invalid("version").into());
        }
        if newest.is_some_and(|newest| agreement.from <= newest.from) {
            return Err(Refusal::AgreementForDay { date: date_text(agreement.from) }.into());
        }
        let day = |days: i64| self.business_date.saturating_add(days.days());
        let (first, last) = (day(-DAYS_BACK), day(DAYS_AHEAD));
        if !(first..=last).contains(&agreement.from) {
            return Err(Refusal::AgreementFar { first: date_text(first), last: date_text(last) }.into());
        }
        for one in &agreement.commission_of {
            let there = match &one.goods {
                Which::Category(word) => ICONS.contains(&&**word),
                Which::Item(id) => store::item::by_id(self.db, *id)?.is_some(),
            };
            if !there {
                return Err(Refusal::invalid("commission_of").into());
            }
        }
        self.append(Fact::AgreementSet(agreement))
    }
}

/// A consignor in a list.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ConsignorRowView {
    #[serde(flatten)]
    pub consignor: Consignor,
    pub district_name: Name,
    /// Supply mode of the agreement of the day; none: no agreement has begun.
    pub supply_mode: Option<SupplyMode>,
    pub commission: Option<String>,
    /// Kinds of goods on hand.
    #[ts(type = "number")]
    pub kinds: i64,
    /// All that is on hand, each unit apart.
    pub here: Name,
    pub here_milli: Milli,
    /// Bank details wait for a second person.
    pub bank_waits: bool,
}

/// Consignors of the mart.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct ConsignorsView {
    pub consignors: Vec<ConsignorRowView>,
}

fn row(desk: &Desk, consignor: Consignor) -> Result<ConsignorRowView, Fault> {
    let agreement = store::consignor::agreement(&desk.db, &consignor.id, desk.today().1)?;
    let (kinds, here) = store::consignor::goods_here(&desk.db, &consignor.id)?;
    Ok(ConsignorRowView {
        district_name: crate::packs::district(&consignor.district),
        supply_mode: agreement.as_ref().map(|agreement| agreement.supply_mode),
        commission: agreement.map(|agreement| agreement.commission_bps.to_text()),
        kinds,
        here_milli: Milli(here.iter().map(|(milli, _)| milli.0).sum()),
        here: packs::sum(here),
        bank_waits: store::consignor::bank(&desk.db, &consignor.id, "asked")?.is_some(),
        consignor,
    })
}

/// Everyone whose goods are or were here.
pub fn view_consignors(desk: &mut Desk, _: Nothing) -> Result<ConsignorsView, Stop> {
    let all = store::consignor::all(&desk.db)?;
    let consignors = all.into_iter().map(|one| row(desk, one)).collect::<Result<_, _>>()?;
    Ok(ConsignorsView { consignors })
}

/// Which consignor.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct WhichConsignor {
    pub consignor: String,
}

/// Bank details as they are shown: never whole.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct BankView {
    pub holder: String,
    pub masked: String,
    pub asked_by: Name,
    pub asked_on: String,
    pub allowed_by: Option<Name>,
    /// Hours until a second person may allow it; 0: now.
    #[ts(type = "number")]
    pub hours: i64,
    /// Who is signed in typed it, so somebody else must answer.
    pub own: bool,
}

/// A version of an agreement as it is listed.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct AgreementView {
    #[serde(flatten)]
    pub agreement: Agreement,
    pub from_text: String,
    pub commission: String,
    pub fee: Money,
    /// Whether it holds today.
    pub now: bool,
}

/// One consignor with all that is kept of them.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct ConsignorView {
    pub row: ConsignorRowView,
    /// What is personal, its tax number masked; none: not given, or on a till without its key.
    pub identity: Option<Identity>,
    pub agreed_on: Option<String>,
    /// Newest first.
    pub agreements: Vec<AgreementView>,
    /// The terms of the next version as they stand when nobody changes them.
    pub next: Agreement,
    pub bank: Option<BankView>,
    pub bank_asked: Option<BankView>,
}

/// Only how it ends: others may see it.
pub(crate) fn mask(number: &str) -> String {
    number
        .get(number.len().saturating_sub(4)..)
        .filter(|_| !number.is_empty())
        .map_or_else(String::new, |end| format!("••••••{end}"))
}

pub(crate) fn identity_of(desk: &Desk, id: &str) -> Result<Option<(Identity, i64)>, Fault> {
    let kept = store::consignor::identity(&desk.db, id)?;
    Ok(kept.and_then(|(identity, at_us)| Some((open(desk, &identity.sealed)?, at_us))))
}

fn bank_view(desk: &Desk, row: Option<BankRow>, changes: bool) -> Result<Option<BankView>, Fault> {
    let Some(row) = row else { return Ok(None) };
    let details: BankDetails = open(desk, &row.sealed).unwrap_or_default();
    let name = |id: &str| {
        let at = store::mart::name_at(&desk.db, id, desk.head.seq)?;
        Ok::<_, Fault>(at.unwrap_or_else(|| Name::new(id, id)))
    };
    let hours = match may_allow(&row.asked_by, "", desk.now_us() - row.asked_us, changes) {
        Err(Refusal::BankWaits { hours }) => hours,
        _ => 0,
    };
    Ok(Some(BankView {
        holder: details.holder.clone(),
        masked: details.masked(),
        asked_by: name(&row.asked_by)?,
        asked_on: crate::clock::time_text(row.asked_us),
        allowed_by: row.answered_by.as_deref().map(name).transpose()?,
        hours,
        own: desk.operator.as_ref().is_some_and(|operator| operator.id == row.asked_by),
    }))
}

/// One consignor.
pub fn view_consignor(desk: &mut Desk, input: WhichConsignor) -> Result<ConsignorView, Stop> {
    let consignor = remembered(desk, &input.consignor)?;
    let today = desk.today().1;
    let id = consignor.id.clone();
    let identity = identity_of(desk, &id)?;
    let agreements = store::consignor::agreements(&desk.db, &id)?;
    let now = store::consignor::agreement(&desk.db, &id, today)?.map(|agreement| agreement.version);
    let next = agreements.first().map_or_else(
        || Agreement::first(&*id, today),
        |newest| Agreement {
            version: newest.version + 1,
            from: today.max(newest.from.tomorrow().unwrap_or(newest.from)),
            ..newest.clone()
        },
    );
    let (allowed, asked) =
        (store::consignor::bank(&desk.db, &id, "allowed")?, store::consignor::bank(&desk.db, &id, "asked")?);
    let changes = allowed.is_some();
    Ok(ConsignorView {
        row: row(desk, consignor)?,
        agreed_on: identity.as_ref().map(|(_, at_us)| crate::clock::time_text(*at_us)),
        identity: identity.map(|(identity, _)| Identity { pan: mask(&identity.pan), ..identity }),
        agreements: agreements
            .into_iter()
            .map(|agreement| AgreementView {
                from_text: date_text(agreement.from),
                commission: agreement.commission_bps.to_text(),
                fee: agreement.fees.sum().into(),
                now: now == Some(agreement.version),
                agreement,
            })
            .collect(),
        next,
        bank: bank_view(desk, allowed, false)?,
        bank_asked: bank_view(desk, asked, changes)?,
    })
}

fn unknown(id: &str) -> Stop {
    Refusal::UnknownConsignor { id: id.chars().take(40).collect() }.into()
}

/// A consignor by whom accounts are kept, though they be forgotten.
pub(crate) fn known(desk: &Desk, id: &str) -> Result<Consignor, Stop> {
    store::consignor::by_id(&desk.db, id)?.ok_or_else(|| unknown(id))
}

/// A consignor who is not forgotten.
pub(crate) fn remembered(desk: &Desk, id: &str) -> Result<Consignor, Stop> {
    if store::consignor::remembered(&desk.db, id)? { known(desk, id) } else { Err(unknown(id)) }
}

/// A consignor, what is personal of them, and that they agreed to its being kept.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct SetConsignor {
    pub consignor: Consignor,
    /// None: what is kept stays.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub identity: Option<Identity>,
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub consent: bool,
}

/// Adds or changes a consignor. By their mobile and their artisan's card they are known, so no two have the same.
pub fn set_consignor(desk: &mut Desk, input: SetConsignor) -> Result<ConsignorView, Stop> {
    let id = input.consignor.id.clone();
    let kept = store::consignor::identity(&desk.db, &id)?;
    let identity = match input.identity {
        None if kept.is_none() => return Err(Refusal::invalid("mobile").into()),
        None => None,
        Some(typed) => {
            let known = identity_of(desk, &id)?.map(|(identity, _)| identity);
            let typed = tidy(typed, known.as_ref());
            typed.check()?;
            if !input.consent {
                return Err(Refusal::invalid("consent").into());
            }
            Some(typed)
        }
    };
    let person = kept.map(|(identity, _)| identity.sealed.person);
    let another = |found: Option<Uuid>| -> Result<Option<String>, Fault> {
        let other = found.filter(|other| Some(*other) != person);
        let other = other.map(|other| store::consignor::of_person(&desk.db, other)).transpose()?.flatten();
        Ok(other.map(|other| other.name.hi))
    };
    let marks = match &identity {
        Some(identity) => {
            let mobile = desk.key()?.mark("consignor", &identity.mobile);
            if let Some(name) = another(store::person::by_mobile(&desk.db, &mobile)?)? {
                return Err(Refusal::MobileTaken { name }.into());
            }
            // However it is spaced and dashed, it is the same card.
            let card: String = identity.pehchan.chars().filter(|letter| letter.is_alphanumeric()).collect();
            let card = if card.is_empty() { None } else { Some(desk.key()?.mark("pehchan", &card)) };
            if let Some(card) = &card
                && let Some(name) = another(store::person::by_card(&desk.db, card)?)?
            {
                return Err(Refusal::CardTaken { name }.into());
            }
            Some((mobile, card))
        }
        None => None,
    };
    desk.commit(|writing| {
        let identity = match identity {
            None => None,
            Some(identity) => {
                let sealed = seal(writing, person, &identity)?;
                if let Some((mobile, card)) = &marks {
                    store::person::set_mobile(writing.db, sealed.person, mobile)?;
                    store::person::set_card(writing.db, sealed.person, card.as_ref())?;
                }
                Some(SealedIdentity { consent: CONSENT.to_owned(), sealed })
            }
        };
        writing.set_consignor(ConsignorSet { consignor: input.consignor, identity })
    })?;
    view_consignor(desk, WhichConsignor { consignor: id })
}

/// As typed: with spaces, in small letters; a tax number that still stands masked is the one that is kept.
fn tidy(asked: Identity, known: Option<&Identity>) -> Identity {
    let trim = |text: String| text.trim().to_owned();
    let pan = typed::code(&asked.pan);
    let kept = known.map(|known| known.pan.clone()).filter(|kept| !pan.is_empty() && mask(kept) == pan);
    Identity {
        mobile: typed::mobile(&asked.mobile),
        pehchan: trim(asked.pehchan).to_ascii_uppercase(),
        pan: kept.unwrap_or(pan),
        aadhaar_last4: typed::code(&asked.aadhaar_last4),
        category: trim(asked.category),
    }
}

/// Makes the next version of an agreement.
pub fn set_agreement(desk: &mut Desk, input: Agreement) -> Result<DoneView, Stop> {
    desk.commit(|writing| writing.set_agreement(input))?;
    Ok(done(desk))
}

/// Where a consignor's money shall go, with what must be typed twice.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct AskBank {
    pub consignor: String,
    pub details: BankDetails,
    /// The account once more; the UPI address where there is no account.
    pub again: String,
}

/// Keeps bank details until somebody else allows them. Asking again takes the place of what was asked before.
pub fn ask_bank(desk: &mut Desk, input: AskBank) -> Result<ConsignorView, Stop> {
    let consignor = remembered(desk, &input.consignor)?;
    let asked = input.details;
    let details = BankDetails {
        holder: asked.holder.trim().to_owned(),
        account: typed::code(&asked.account),
        ifsc: typed::code(&asked.ifsc),
        vpa: asked.vpa.trim().to_owned(),
    };
    details.check()?;
    let again = if details.account.is_empty() {
        input.again.trim() == details.vpa
    } else {
        typed::code(&input.again) == details.account
    };
    if !again {
        return Err(Refusal::invalid("again").into());
    }
    let person = store::consignor::identity(&desk.db, &consignor.id)?.map(|(identity, _)| identity.sealed.person);
    desk.commit(|writing| {
        let sealed = seal(writing, person, &details)?;
        writing.append(Fact::BankAsked(BankAsked { consignor: consignor.id.clone(), sealed }))
    })?;
    view_consignor(desk, WhichConsignor { consignor: consignor.id })
}

/// Whether bank details that wait are allowed, or thrown away.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct AnswerBank {
    pub consignor: String,
    pub allowed: bool,
}

/// Answers for bank details that wait: a manager or approver, who did not type them.
pub fn answer_bank(desk: &mut Desk, input: AnswerBank) -> Result<ConsignorView, Stop> {
    let consignor = known(desk, &input.consignor)?;
    let asked = store::consignor::bank(&desk.db, &consignor.id, "asked")?.ok_or(Refusal::BankChanged)?;
    if input.allowed {
        let by = desk.authority()?;
        if !matches!(by.role, Role::Manager | Role::Approver) {
            return Err(Refusal::ApprovalNeeded { role: Role::Manager.code().to_owned() }.into());
        }
        let changes = store::consignor::bank(&desk.db, &consignor.id, "allowed")?.is_some();
        may_allow(&asked.asked_by, &by.id, desk.now_us() - asked.asked_us, changes)?;
        two_people(desk, &asked.asked_by, &by.id)?;
    }
    desk.commit(|writing| {
        writing.append(Fact::BankAnswered(BankAnswered {
            consignor: consignor.id.clone(),
            asked_seq: asked.asked_seq,
            allowed: input.allowed,
        }))
    })?;
    view_consignor(desk, WhichConsignor { consignor: consignor.id })
}

/// A consignor and a photograph of them.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct PictureConsignor {
    pub consignor: String,
    /// JPEG or PNG.
    pub content_base64: String,
}

/// Gives a consignor a photograph.
pub fn picture_consignor(desk: &mut Desk, input: PictureConsignor) -> Result<ConsignorView, Stop> {
    let mut consignor = known(desk, &input.consignor)?;
    desk.commit(|writing| {
        consignor.picture = Some(crate::items::keep_picture(writing.db, &input.content_base64)?);
        writing.set_consignor(ConsignorSet { consignor, identity: None })
    })?;
    view_consignor(desk, WhichConsignor { consignor: input.consignor })
}

/// What of a consignor is not at its end yet, by the word that names it; none: nothing.
fn still_open(desk: &Desk, id: &str) -> Result<Option<&'static str>, Stop> {
    let (here, transit) = store::consignor::left_of(&desk.db, id)?;
    let brought = |(_, body): &(i64, String)| crate::draft::is_of(body, id);
    let since = desk.today().1.saturating_sub(i64::from(desk.mart.return_days_cashier).days());
    let open = [
        ("goods", here),
        ("transit", transit),
        ("draft", store::draft::all(&desk.db)?.iter().any(brought)),
        // It may find goods of theirs.
        ("count", !store::count::counts(&desk.db)?.is_empty()),
        ("settlement", store::settlement::unpaid_of(&desk.db, id)? != Paise::ZERO),
        ("due", store::due::unsettled(&desk.db, id)? != Paise::ZERO),
        ("advance", store::payout::lent_to(&desk.db, id)? != Paise::ZERO),
        ("returns", store::due::sold_since(&desk.db, id, since)?),
    ];
    Ok(open.into_iter().find_map(|(what, is_open)| is_open.then_some(what)))
}

/// Erases what is personal of a consignor, as the notice promised them: their keys go, and with them identity and bank
/// details in every entry; photographs and search words go from the file, and no list or paper names a member any more. What
/// the law has the mart keep of them stays: who they were in the entries that accounts rest on, name and village on papers. A manager's act, and only once nothing is open between them.
pub fn forget_consignor(desk: &mut Desk, input: WhichConsignor) -> Result<DoneView, Stop> {
    let consignor = remembered(desk, &input.consignor)?;
    desk.needs(Role::Manager)?;
    desk.gather()?;
    if let Some(what) = still_open(desk, &consignor.id)? {
        return Err(Refusal::ConsignorOpen { name: consignor.name.hi, what }.into());
    }
    let (id, name) = (consignor.id, consignor.name);
    desk.commit(|writing| {
        let (persons, pictures) =
            (store::consignor::persons(writing.db, &id)?, store::consignor::pictures(writing.db, &id)?);
        for mut item in store::item::of_owner(writing.db, &Owner::Consignor(id.clone()))? {
            if item.maker.as_ref() == Some(&name) {
                item.maker = None;
                writing.append(Fact::ItemSet(item))?;
            }
        }
        writing.append(Fact::ConsignorForgotten(ConsignorForgotten { consignor: id }))?;
        for person in persons {
            store::person::forget(writing.db, person)?;
        }
        for picture in pictures {
            store::picture::drop_unused(writing.db, &picture)?;
        }
        let village = &consignor.village;
        let members = consignor.members.iter().flat_map(|one| [&*one.hi, &*one.en]);
        let words = [&*name.hi, &*name.en, &*village.hi, &*village.en].into_iter().chain(members).collect::<Vec<_>>();
        Ok(store::search::forget_words(writing.db, &words)?)
    })?;
    store::empty_log(&desk.db)?;
    Ok(done(desk))
}
