//! Setting a till up from its window, when there is no mart yet: the answers of the wizard become a mart, its
//! first people and a recovery code. Not here: how a mart is made (`init`).

use crate::clock::{SystemClock, WallClock};
use crate::desk::Desk;
use crate::fault::{Fault, Stop};
use crate::init::{self, MartFacts, NewMart};
use crate::items::{CodeView, districts};
use crate::masters::NewOperator;
use crate::packs::TAX;
use crate::printer::{PrinterSetting, set_printer};
use crate::recovery::{self, RecoveryCodeView};
use crate::sign_in::{SetLanguage, set_language};
use crate::spooler;
use crate::store::print_job::Route;
use crate::trial::{self, TestPrintView, TryPrinter};
use domain::mart::check_gstin;
use domain::name::{Language, Name};
use domain::refusal::Refusal;
use domain::typed;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::path::Path;
use ts_rs::TS;

/// A GSTIN as far as it is typed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said above")]
pub struct ViewSetUp {
    #[serde(default)]
    pub gstin: String,
}

/// What the wizard chooses from, and what a GSTIN says.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct SetUpView {
    pub districts: Vec<CodeView>,
    /// What of it is not right, as a refusal would name it.
    pub gstin_wrong: Option<String>,
    /// The State of its first two digits.
    pub state: Option<Name>,
}

/// Queues of the system's print service: asking takes a moment, so nothing else waits for it.
#[derive(Debug, Serialize, TS)]
#[expect(missing_docs, reason = "said above")]
pub struct QueuesView {
    pub queues: Vec<String>,
}

/// The answers of the wizard.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as on the screen")]
pub struct SetUpMart {
    pub language: Language,
    pub mart: MartFacts,
    pub operators: Vec<NewOperator>,
    pub printer: Option<PrinterSetting>,
}

fn view(input: &ViewSetUp) -> SetUpView {
    let gstin = typed::code(&input.gstin);
    SetUpView {
        districts: districts(),
        gstin_wrong: check_gstin(&gstin).err().and_then(|why| match why {
            Refusal::InvalidInput { what } => Some(what),
            _ => None,
        }),
        state: gstin.get(..2).and_then(|code| TAX.state(code).ok()).cloned(),
    }
}

/// Tries a printer, while there is no mart yet: afterwards that is a manager's to do.
fn try_printer(path: &Path, input: &TryPrinter) -> Result<TestPrintView, Stop> {
    if path.exists() {
        return Err(Refusal::MartExists.into());
    }
    let name = if input.mart.hi.trim().is_empty() { Name::new("ODOP", "ODOP") } else { input.mart.clone() };
    trial::tried(&name, &input.printer, Route::Receipt, SystemClock.now_us())
}

/// Makes the mart; its first recovery code is answered, and never again.
fn make(path: &Path, input: SetUpMart) -> Result<RecoveryCodeView, Stop> {
    if path.exists() {
        return Err(Refusal::MartExists.into());
    }
    init::init_mart(path, NewMart::of(input.mart, input.operators), &SystemClock)?;
    let mut desk = Desk::open(path, Box::new(SystemClock))?;
    set_language(&mut desk, SetLanguage { language: input.language })?;
    if let Some(printer) = input.printer {
        set_printer(&mut desk, printer)?;
    }
    let (code, fact) = recovery::make(desk.key()?)?;
    desk.commit(|writing| writing.append(fact))?;
    Ok(RecoveryCodeView { code })
}

fn read<T: DeserializeOwned>(input: Value) -> Result<T, Refusal> {
    serde_json::from_value(input)
        .map_err(|error| Refusal::invalid(error.to_string().chars().take(200).collect::<String>()))
}

fn shown(output: impl Serialize) -> Result<Value, Stop> {
    serde_json::to_value(output).map_err(|error| Fault::Internal { cause: error.to_string() }.into())
}

/// Answers the wizard's commands; none: it is another's. Only a place without a till is set up.
pub(crate) fn answer(path: &Path, name: &str, input: &Value) -> Option<Result<Value, Stop>> {
    match name {
        "view_set_up" => Some(read(input.clone()).map_err(Stop::from).and_then(|input| shown(view(&input)))),
        "set_up_mart" => {
            Some(read(input.clone()).map_err(Stop::from).and_then(|input| make(path, input)).and_then(shown))
        }
        "view_queues" => Some(shown(QueuesView { queues: spooler::queues() })),
        "try_printer" => {
            Some(read(input.clone()).map_err(Stop::from).and_then(|input| try_printer(path, &input)).and_then(shown))
        }
        "set_up_demo" => Some(if path.exists() {
            Err(Refusal::MartExists.into())
        } else {
            init::init_demo(path, &SystemClock).and_then(|()| shown(serde_json::json!({})))
        }),
        _ => None,
    }
}
