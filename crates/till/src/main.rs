//! The program `till`: the same commands without a window, for support, tests and automation. It reads
//! arguments and prints; every rule is in the library.

use clap::{Parser, Subcommand};
use domain::name::Language;
use domain::quote::{QuoteInput, quote};
use domain::refusal::Refusal;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use till::books::Days;
use till::books_export::{BooksFormat, ExportBooks, export_books};
use till::clock::{SystemClock, WallClock};
use till::commands::{self, Access, Effect};
use till::desk::Desk;
use till::fault::{Fault, Stop};
use till::packs::{COMMISSION, TAX};
use till::{certificate, copies, host, init, serve, statement, store, verify};

/// A till of an ODOP Mart, without a window.
#[derive(Parser)]
#[command(name = "till", version)]
struct Arguments {
    /// The till's database.
    #[arg(long, global = true)]
    db: Option<PathBuf>,
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Set a till up: the demonstration, or a mart of one's own given as JSON or as a file of it.
    Init {
        /// ODOP Mart Lucknow, with goods.
        #[arg(long, conflicts_with = "mart", required_unless_present = "mart")]
        demo: bool,
        /// The mart, its operators and consignors.
        #[arg(long)]
        mart: Option<String>,
    },
    /// Run one command.
    Call {
        /// Its name.
        name: String,
        /// Its input.
        #[arg(default_value = "{}")]
        input: String,
    },
    /// Prove the journal, its numbers, books and projections; exit 1 and name the first thing wrong.
    Verify,
    /// Make a verified safe copy now.
    Copy,
    /// Go back to a safe copy: the last good one, or the one named.
    Restore {
        /// A copy's file name.
        #[arg(long)]
        from: Option<String>,
    },
    /// Write the books for an accountant's program, into the folder `exports` beside the database.
    Export {
        /// hledger, tally or csv.
        format: String,
        /// The first day, YYYY-MM-DD; from the beginning without it.
        #[arg(long)]
        from: Option<String>,
        /// The last day; until today without it.
        #[arg(long)]
        to: Option<String>,
    },
    /// List the commands.
    Commands,
    /// Write the contract between screens and commands as TypeScript.
    Contract,
    /// Serve the screens to a browser on this computer.
    Serve {
        /// The folder of the built UI.
        #[arg(long, default_value = "ui/dist")]
        ui: PathBuf,
        /// 0 takes any free port.
        #[arg(long, default_value_t = 0)]
        port: u16,
    },
    /// Say the till's public keys, to publish: with them anyone checks certificates and statements.
    Key,
    /// Check a certificate's QR without a network against the mart's public key: --key, or --db on the till itself.
    VerifyCertificate {
        /// The text of the QR.
        text: String,
        /// A public key that the mart has published, hexadecimal; it may have several.
        #[arg(long)]
        key: Vec<String>,
    },
    /// Check a statement's QR likewise; with --db also that the journal has it.
    VerifyStatement {
        /// The text of the QR.
        text: String,
        /// A public key that the mart has published, hexadecimal; it may have several.
        #[arg(long)]
        key: Vec<String>,
    },
    /// Price a basket, with no database.
    Quote {
        /// The basket.
        basket: String,
    },
}

/// GST code of Uttar Pradesh, where the marts are: `quote` has no mart to ask.
const UTTAR_PRADESH: &str = "09";

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok((code, output)) => {
            if let Some(output) = output {
                println!("{output}");
            }
            code
        }
        Err(stop) => {
            let mut told = stop.to_json();
            told["words"] = json!(words(&told, arguments.db.as_deref()));
            eprintln!("{told}");
            ExitCode::from(if matches!(stop, Stop::Refusal(_)) { 2 } else { 3 })
        }
    }
}

/// What stopped a command, in the words of the till's language.
fn words(told: &Value, db: Option<&Path>) -> String {
    let language = db
        .filter(|db| db.exists())
        .and_then(|db| store::open_to_read(db).ok())
        .and_then(|db| store::setting::get(&db, "language").ok().flatten())
        .map_or(Language::Hi, |code| if code == "en" { Language::En } else { Language::Hi });
    let key = format!("refusal-{}", told["code"].as_str().unwrap_or_default().replace('_', "-"));
    let said = |value: &Value| match value.as_i64() {
        Some(count) => count.into(),
        None => value.as_str().map_or_else(|| value.to_string(), str::to_owned).into(),
    };
    let params = told["params"].as_object();
    let params: Vec<_> = params.into_iter().flatten().map(|(name, value)| (&**name, said(value))).collect();
    paper::words::text(language, &key, &params)
}

type Done = (ExitCode, Option<String>);

fn run(arguments: &Arguments) -> Result<Done, Stop> {
    let db = || arguments.db.as_deref().ok_or_else(|| Refusal::invalid("db"));
    let json =
        |text: &str| serde_json::from_str::<Value>(text).map_err(|error| Refusal::invalid(format!("JSON: {error}")));
    let shown = |value: Value| Ok((ExitCode::SUCCESS, Some(value.to_string())));
    match &arguments.action {
        Action::Init { mart: Some(mart), .. } => {
            let text = if mart.trim_start().starts_with('{') { mart.clone() } else { std::fs::read_to_string(mart)? };
            let new = serde_json::from_str(&text).map_err(|error| Refusal::invalid(format!("mart: {error}")))?;
            init::init_mart(db()?, new, &SystemClock)?;
            Ok((ExitCode::SUCCESS, None))
        }
        Action::Init { mart: None, .. } => {
            init::init_demo(db()?, &SystemClock)?;
            Ok((ExitCode::SUCCESS, None))
        }
        Action::Call { name, input } => shown(host::call_once(db()?, name, json(input)?)?),
        Action::Verify => {
            let path = db()?;
            if !path.exists() {
                return Err(Fault::NoMart.into());
            }
            let report = match store::open_to_read(path).and_then(|db| verify::verify(&db, Some(path))) {
                Ok(report) => report,
                Err(Fault::DatabaseDamaged { problem }) => verify::Report::unreadable(problem),
                Err(fault) => return Err(fault.into()),
            };
            let code = if report.ok { ExitCode::SUCCESS } else { ExitCode::FAILURE };
            Ok((code, Some(serde_json::to_string(&report).map_err(internal)?)))
        }
        Action::Copy => {
            let path = db()?;
            Desk::open_to_read(path, Box::new(SystemClock))?;
            shown(json!({ "copy": copies::make(path, SystemClock.now_us())?.display().to_string() }))
        }
        Action::Restore { from } => {
            let view = copies::restore(db()?, from.as_deref(), SystemClock.now_us())?;
            shown(serde_json::to_value(view).map_err(internal)?)
        }
        Action::Export { format, from, to } => {
            let mut desk = Desk::open_to_read(db()?, Box::new(SystemClock))?;
            let day = |text: &Option<String>| {
                text.as_ref().map(|text| text.parse().map_err(|_| Refusal::invalid(text))).transpose()
            };
            let format = BooksFormat::parse(format).ok_or_else(|| Refusal::invalid(format))?;
            let days = Days { from: day(from)?, to: day(to)? };
            shown(serde_json::to_value(export_books(&mut desk, ExportBooks { format, days })?).map_err(internal)?)
        }
        Action::Commands => {
            let lines: Vec<String> = commands::LIST
                .iter()
                .map(|command| {
                    let who = match command.access {
                        Access::Anyone => "anyone".to_owned(),
                        Access::SignedIn => "signed in".to_owned(),
                        Access::Roles(roles) => roles.iter().map(|role| role.code()).collect::<Vec<_>>().join(", "),
                    };
                    let effect = match command.effect {
                        Effect::Reads => "reads",
                        Effect::Writes => "writes",
                    };
                    format!("{:18} {effect:7} {who}", command.name)
                })
                .collect();
            Ok((ExitCode::SUCCESS, Some(lines.join("\n"))))
        }
        Action::Contract => Ok((ExitCode::SUCCESS, Some(commands::contract().trim_end().to_owned()))),
        Action::Serve { ui, port } => {
            serve::serve(db()?, ui, *port, |address| println!("{address}"))?;
            Ok((ExitCode::SUCCESS, None))
        }
        Action::Key => shown(json!({ "public_keys": certificate::keys_of(&store::open_to_read(db()?)?)? })),
        Action::VerifyCertificate { text, key } => {
            let mut keys = key.clone();
            if let Some(db) = arguments.db.as_deref() {
                keys.extend(certificate::keys_of(&store::open_to_read(db)?)?);
            }
            let told = certificate::verify(text, &keys)?;
            let code = if told["genuine"] == true { ExitCode::SUCCESS } else { ExitCode::FAILURE };
            Ok((code, Some(told.to_string())))
        }
        Action::VerifyStatement { text, key } => {
            let mut keys = key.clone();
            let db = arguments.db.as_deref().map(store::open_to_read).transpose()?;
            if let Some(db) = &db {
                keys.extend(certificate::keys_of(db)?);
            }
            let told = statement::verify(text, &keys, db.as_ref())?;
            let code = if told["genuine"] == true { ExitCode::SUCCESS } else { ExitCode::FAILURE };
            Ok((code, Some(told.to_string())))
        }
        Action::Quote { basket } => {
            let input: QuoteInput =
                serde_json::from_str(basket).map_err(|error| Refusal::invalid(format!("basket: {error}")))?;
            shown(serde_json::to_value(quote(&input, UTTAR_PRADESH, COMMISSION, &TAX)?).map_err(internal)?)
        }
    }
}

fn internal(error: serde_json::Error) -> Stop {
    Fault::Internal { cause: error.to_string() }.into()
}
