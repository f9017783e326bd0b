//! The command list: every use-case of the till with its name, input, output and who may ask for it. The
//! list makes the dispatcher, the permission check and the TypeScript contract; the window, `till serve` and
//! `till call` all go through `run`.

use crate::approvals;
use crate::camera;
use crate::desk::Desk;
use crate::fault::Stop;
use crate::sign_in::Nothing;
use crate::{
    account, arrivals, artisan, bank_reply, bills, books, books_export, books_file, closing_proof, consign, consignors,
    copies, count, customers, day, draft, due, held, home, import, items, labels, lists, masters, money_moves, notes,
    passbook, pay, payout, people, printer, printing, purchases, receipt, recovery, report, returns,
};
use crate::{sell, settle, shift, sign_in, slip, statement, status, stock, transfers, trial, unsold, views};
use domain::operator::Role;
use domain::refusal::Refusal;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use ts_rs::{Config, TS, TypeVisitor};
use uuid::Uuid;

/// Who may ask for a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Before anyone is signed in.
    Anyone,
    /// Whoever is signed in.
    SignedIn,
    /// These roles.
    Roles(&'static [Role]),
}

/// Whether a command changes anything; one that only reads may run beside an open window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Looks.
    Reads,
    /// Changes the till.
    Writes,
}

/// One line of the list.
#[derive(Debug, Clone, Copy)]
pub struct Command {
    /// A verb and its object.
    pub name: &'static str,
    /// Who.
    pub access: Access,
    /// Looks or changes.
    pub effect: Effect,
    types: fn(&Config) -> (String, String),
    visit: fn(&mut Declarations),
}

const SELLERS: Access = Access::Roles(&[Role::Cashier, Role::Manager]);
const MANAGER: Access = Access::Roles(&[Role::Manager]);
const PAYERS: Access = Access::Roles(&[Role::Manager, Role::Approver]);
const STOREROOM: Access = Access::Roles(&[Role::Storekeeper, Role::Manager]);

macro_rules! commands {
    ($($name:ident: $input:ty => $output:ty, $access:expr, $effect:ident, $run:path;)*) => {
        /// Every command.
        pub const LIST: &[Command] = &[$(Command {
            name: stringify!($name),
            access: $access,
            effect: Effect::$effect,
            types: |config| (<$input as TS>::name(config), <$output as TS>::name(config)),
            visit: |found| { found.visit::<$input>(); found.visit::<$output>(); },
        }),*];

        fn dispatch(desk: &mut Desk, name: &str, input: Value) -> Result<Value, Stop> {
            match name {
                $(stringify!($name) => answer($run(desk, read::<$input>(input)?)?),)*
                _ => Err(unknown(name).into()),
            }
        }
    };
}

commands! {
    view_start: Nothing => sign_in::StartView, Access::Anyone, Reads, sign_in::view_start;
    set_language: sign_in::SetLanguage => sign_in::StartView, Access::Anyone, Writes, sign_in::set_language;
    set_look: sign_in::Look => sign_in::StartView, Access::Anyone, Writes, sign_in::set_look;
    sign_in: sign_in::SignIn => sign_in::SignedInView, Access::Anyone, Writes, sign_in::sign_in;
    sign_out: Nothing => sign_in::StartView, Access::Anyone, Writes, sign_in::sign_out;
    lock_screen: Nothing => sign_in::StartView, Access::SignedIn, Writes, people::lock_screen;
    unlock_operator: people::UnlockOperator => sign_in::StartView, Access::SignedIn, Writes, people::unlock_operator;
    view_status: Nothing => status::StatusView, Access::Anyone, Reads, status::view_status;
    accept_clock: sign_in::AcceptClock => status::StatusView, Access::Anyone, Writes, sign_in::accept_clock;
    open_shift: shift::OpenShift => views::ShiftView, SELLERS, Writes, shift::open_shift;
    view_count: domain::shift::CashCount => shift::CountView, SELLERS, Reads, shift::view_count;
    count_drawer: shift::CloseShift => shift::DrawerView, SELLERS, Writes, shift::count_drawer;
    close_shift: shift::CloseShift => shift::DrawerView, SELLERS, Writes, shift::close_shift;
    hand_over: shift::HandOver => shift::DrawerView, SELLERS, Writes, shift::hand_over;
    move_cash: shift::MoveCash => views::ShiftView, SELLERS, Writes, shift::move_cash;
    view_shift_report: day::ShiftNumber => day::ShiftReportView, SELLERS, Reads, day::view_shift_report;
    print_report: report::PaperReport => printing::PrintJobsView, SELLERS, Writes, report::print_report;
    save_report: report::PaperReport => receipt::SavedView, SELLERS, Writes, report::save_report;
    view_shifts: Nothing => day::ShiftsView, SELLERS, Reads, day::view_shifts;
    view_basket: Nothing => sell::BasketView, SELLERS, Reads, sell::view_basket;
    scan: sell::Scan => sell::BasketView, SELLERS, Writes, sell::scan;
    search: sell::Search => sell::SearchView, Access::SignedIn, Reads, sell::search;
    add_item: sell::AddItem => sell::BasketView, SELLERS, Writes, sell::add_item;
    set_quantity: sell::SetQuantity => sell::BasketView, SELLERS, Writes, sell::set_quantity;
    discount_line: sell::DiscountLine => sell::BasketView, SELLERS, Writes, sell::discount_line;
    discount_basket: sell::DiscountBasket => sell::BasketView, SELLERS, Writes, sell::discount_basket;
    price_line: sell::PriceLine => sell::BasketView, SELLERS, Writes, sell::price_line;
    write_note: sell::WriteNote => sell::BasketView, SELLERS, Writes, sell::write_note;
    undo: Nothing => sell::BasketView, SELLERS, Writes, sell::undo;
    remove_line: sell::RemoveLine => sell::BasketView, SELLERS, Writes, sell::remove_line;
    empty_basket: Nothing => sell::BasketView, SELLERS, Writes, sell::empty_basket;
    hold_basket: Nothing => sell::BasketView, SELLERS, Writes, held::hold_basket;
    recall_basket: held::RecallBasket => sell::BasketView, SELLERS, Writes, held::recall_basket;
    set_buyer: customers::SetBuyer => sell::BasketView, SELLERS, Writes, customers::set_buyer;
    clear_buyer: Nothing => sell::BasketView, SELLERS, Writes, customers::clear_buyer;
    find_customer: customers::FindCustomer => customers::FoundView, SELLERS, Writes, customers::find_customer;
    view_states: Nothing => customers::StatesView, SELLERS, Reads, customers::view_states;
    forget_customer: customers::ForgetCustomer => masters::DoneView, SELLERS, Writes, customers::forget_customer;
    preview_payment: pay::PreviewPayment => pay::PaymentView, SELLERS, Reads, pay::preview_payment;
    show_upi: pay::ShowUpi => pay::UpiView, SELLERS, Reads, pay::show_upi;
    take_payment: pay::TakePayment => pay::SaleView, SELLERS, Writes, pay::take_payment;
    view_receipt: receipt::BillNumber => receipt::ReceiptView, SELLERS, Reads, receipt::view_receipt;
    reprint_receipt: receipt::BillNumber => pay::SaleView, SELLERS, Writes, receipt::reprint_receipt;
    save_receipt: receipt::BillNumber => receipt::SavedView, SELLERS, Writes, receipt::save_receipt;
    answer_receipt: receipt::AnswerReceipt => sign_in::SignedInView, SELLERS, Writes, receipt::answer_receipt;
    view_bills: bills::FindBills => bills::BillsView, SELLERS, Reads, bills::view_bills;
    view_bill: bills::BillText => bills::BillView, SELLERS, Reads, bills::view_bill;
    view_upi_tasks: Nothing => bills::UpiTasksView, SELLERS, Reads, bills::view_upi_tasks;
    claim_upi: bills::UpiReference => bills::UpiTasksView, SELLERS, Writes, bills::claim_upi;
    finish_upi_refund: bills::UpiReference => bills::UpiTasksView, SELLERS, Writes, bills::finish_upi_refund;
    preview_return: returns::ReturnInput => returns::ReturnView, SELLERS, Reads, returns::preview_return;
    take_return: returns::ReturnInput => returns::ReturnView, SELLERS, Writes, returns::take_return;
    start_exchange: returns::ReturnInput => sell::BasketView, SELLERS, Writes, returns::start_exchange;
    drop_exchange: Nothing => sell::BasketView, SELLERS, Writes, returns::drop_exchange;
    void_sale: returns::VoidSale => bills::BillView, SELLERS, Writes, returns::void_sale;
    view_credit_note: returns::NoteNumber => returns::CreditNoteView, SELLERS, Reads, returns::view_credit_note;
    set_printer: printer::PrinterSetting => status::StatusView, MANAGER, Writes, printer::set_printer;
    view_printers: Nothing => printing::PrintersView, Access::SignedIn, Reads, printing::view_printers;
    set_route: printing::SetRoute => printing::PrintersView, MANAGER, Writes, printing::set_route;
    set_paper: printing::SetPaper => printing::PrintersView, MANAGER, Writes, printing::set_paper;
    test_print: trial::TestPrint => trial::TestPrintView, MANAGER, Writes, trial::test_print;
    view_print_jobs: Nothing => printing::PrintJobsView, Access::SignedIn, Reads, printing::view_print_jobs;
    retry_print_job: printing::JobId => printing::PrintJobsView, Access::SignedIn, Writes, printing::retry_print_job;
    drop_print_job: printing::DropPrintJob => printing::PrintJobsView, Access::SignedIn, Writes, printing::drop_print_job;
    print_document: printing::Document => printing::PrintJobsView, SELLERS, Writes, printing::print_document;
    save_document: printing::Document => receipt::SavedView, SELLERS, Writes, printing::save_document;
    make_labels: labels::MakeLabels => labels::LabelsView, STOREROOM, Writes, labels::make_labels;
    open_drawer: printing::OpenDrawer => printing::PrintJobsView, SELLERS, Writes, printing::open_drawer;
    set_copies: copies::SetCopies => status::StatusView, MANAGER, Writes, copies::set_copies;
    view_settings: Nothing => crate::settings::SettingsView, MANAGER, Reads, crate::settings::view_settings;
    set_settings: domain::mart::Mart => masters::DoneView, MANAGER, Writes, masters::set_settings;
    view_people: Nothing => people::PeopleView, MANAGER, Reads, people::view_people;
    set_operator: masters::NewOperator => masters::DoneView, MANAGER, Writes, masters::set_operator;
    recover_manager: recovery::RecoverPin => recovery::RecoveryCodeView, Access::Anyone, Writes, recovery::recover_manager;
    print_recovery_code: recovery::PrintCode => recovery::PrintedCodeView, Access::Anyone, Writes, recovery::print_recovery_code;
    make_recovery_code: Nothing => recovery::RecoveryCodeView, MANAGER, Writes, recovery::make_recovery_code;
    view_items: items::ViewItems => items::ItemsView, STOREROOM, Reads, items::view_items;
    view_item: items::WhichItem => items::ItemView, STOREROOM, Reads, items::view_item;
    view_item_choices: Nothing => items::ChoicesView, STOREROOM, Reads, items::view_item_choices;
    preview_price: domain::item::Price => items::PricePreview, STOREROOM, Reads, items::preview_price;
    open_camera: Nothing => camera::CameraView, STOREROOM, Reads, camera::open_camera;
    view_camera: camera::WhichCamera => camera::CameraView, STOREROOM, Reads, camera::view_camera;
    close_camera: camera::WhichCamera => camera::CameraView, STOREROOM, Reads, camera::close_camera;
    set_picture: items::SetPicture => items::ItemView, STOREROOM, Writes, items::set_picture;
    view_picture: items::WhichPicture => items::PictureView, Access::SignedIn, Reads, items::view_picture;
    preview_import: import::ImportFile => import::ImportView, MANAGER, Reads, import::preview_import;
    import_items: import::ImportItems => import::ImportedView, MANAGER, Writes, import::import_items;
    export_items: Nothing => import::ExportedView, STOREROOM, Reads, import::export_items;
    save_items: Nothing => receipt::SavedView, STOREROOM, Writes, lists::save_items;
    set_item: domain::item::Item => masters::DoneView, STOREROOM, Writes, masters::set_item;
    set_price: domain::item::Price => masters::DoneView, MANAGER, Writes, masters::set_price;
    view_consignors: Nothing => consignors::ConsignorsView, STOREROOM, Reads, consignors::view_consignors;
    view_consignor: consignors::WhichConsignor => consignors::ConsignorView, STOREROOM, Reads, consignors::view_consignor;
    set_consignor: consignors::SetConsignor => consignors::ConsignorView, STOREROOM, Writes, consignors::set_consignor;
    set_agreement: domain::agreement::Agreement => masters::DoneView, MANAGER, Writes, consignors::set_agreement;
    picture_consignor: consignors::PictureConsignor => consignors::ConsignorView, STOREROOM, Writes, consignors::picture_consignor;
    forget_consignor: consignors::WhichConsignor => masters::DoneView, STOREROOM, Writes, consignors::forget_consignor;
    ask_bank: consignors::AskBank => consignors::ConsignorView, STOREROOM, Writes, consignors::ask_bank;
    answer_bank: consignors::AnswerBank => consignors::ConsignorView, STOREROOM, Writes, consignors::answer_bank;
    view_drafts: Nothing => consign::DraftsView, STOREROOM, Reads, consign::view_drafts;
    start_draft: consign::StartDraft => draft::DraftView, STOREROOM, Writes, consign::start_draft;
    drop_draft: consign::GiveUp => consign::DraftsView, STOREROOM, Writes, consign::drop_draft;
    add_to_draft: consign::AddToDraft => draft::DraftView, STOREROOM, Writes, consign::add_to_draft;
    set_draft_line: consign::SetDraftLine => draft::DraftView, STOREROOM, Writes, consign::set_draft_line;
    remove_draft_line: consign::DraftLineNo => draft::DraftView, STOREROOM, Writes, consign::remove_draft_line;
    picture_draft_line: consign::PictureDraftLine => draft::DraftView, STOREROOM, Writes, consign::picture_draft_line;
    note_draft: consign::NoteDraft => draft::DraftView, STOREROOM, Writes, consign::note_draft;
    recount_draft: consign::WhichDraft => draft::DraftView, STOREROOM, Writes, consign::recount_draft;
    recount_line: consign::RecountLine => draft::DraftView, STOREROOM, Writes, consign::recount_line;
    drop_recount: consign::GiveUp => draft::DraftView, STOREROOM, Writes, consign::drop_recount;
    print_slip: slip::WhichSlip => printing::PrintJobsView, STOREROOM, Writes, slip::print_slip;
    save_slip: slip::WhichSlip => receipt::SavedView, STOREROOM, Writes, slip::save_slip;
    print_tags: slip::TagsOf => labels::LabelsView, STOREROOM, Writes, slip::print_tags;
    print_statement: account::AccountOn => printing::PrintJobsView, Access::SignedIn, Writes, account::print_statement;
    print_statements: account::AccountsOn => printing::PrintJobsView, PAYERS, Writes, account::print_statements;
    save_statement: account::AccountOn => receipt::SavedView, PAYERS, Writes, account::save_statement;
    print_commission_bill: account::AccountOn => printing::PrintJobsView, PAYERS, Writes, account::print_commission_bill;
    save_commission_bill: account::AccountOn => receipt::SavedView, PAYERS, Writes, account::save_commission_bill;
    print_voucher: account::AccountOn => printing::PrintJobsView, PAYERS, Writes, account::print_voucher;
    save_voucher: account::AccountOn => receipt::SavedView, PAYERS, Writes, account::save_voucher;
    view_passbook: passbook::ViewPassbook => passbook::PassbookView, Access::SignedIn, Writes, passbook::view_passbook;
    print_passbook: passbook::PassbookOn => printing::PrintJobsView, Access::SignedIn, Writes, passbook::print_passbook;
    save_passbook: passbook::PassbookOn => receipt::SavedView, Access::SignedIn, Writes, passbook::save_passbook;
    view_artisan: artisan::FindArtisan => artisan::ArtisanFoundView, Access::SignedIn, Writes, artisan::view_artisan;
    view_stock: stock::ViewStock => stock::StockView, STOREROOM, Reads, stock::view_stock;
    view_home: Nothing => home::HomeView, MANAGER, Writes, home::view_home;
    save_stock: lists::SaveStock => receipt::SavedView, STOREROOM, Writes, lists::save_stock;
    save_consignors: lists::SaveList => receipt::SavedView, STOREROOM, Writes, lists::save_consignors;
    save_consignments: lists::SaveList => receipt::SavedView, STOREROOM, Writes, lists::save_consignments;
    save_stock_count: lists::SaveStockCount => receipt::SavedView, STOREROOM, Writes, lists::save_stock_count;
    save_transfers: lists::SaveList => receipt::SavedView, STOREROOM, Writes, lists::save_transfers;
    save_approvals: lists::SaveList => receipt::SavedView, STOREROOM, Writes, lists::save_approvals;
    save_purchases: lists::SaveList => receipt::SavedView, STOREROOM, Writes, lists::save_purchases;
    print_transfer_tags: transfers::TransferTags => labels::LabelsView, STOREROOM, Writes, transfers::print_transfer_tags;
    view_purchases: Nothing => purchases::PurchasesView, STOREROOM, Reads, purchases::view_purchases;
    set_vendor: domain::purchase::Vendor => masters::DoneView, STOREROOM, Writes, purchases::set_vendor;
    preview_purchase: purchases::Invoice => purchases::InvoiceView, STOREROOM, Writes, purchases::preview_purchase;
    take_purchase: purchases::Invoice => purchases::InvoiceView, STOREROOM, Writes, purchases::take_purchase;
    view_approvals: Nothing => approvals::ApprovalsView, STOREROOM, Reads, approvals::view_approvals;
    take_approval: approvals::TakeApproval => approvals::ApprovalsView, STOREROOM, Writes, approvals::take_approval;
    return_approval: approvals::ReturnApproval => stock::GivenBackView, STOREROOM, Writes, approvals::return_approval;
    view_trial_balance: books::Days => books::TrialBalanceView, PAYERS, Reads, books::view_trial_balance;
    view_ledger: books::ViewLedger => books::LedgerView, PAYERS, Reads, books::view_ledger;
    view_year_end: books::WhichYear => books::YearEndView, PAYERS, Reads, books::view_year_end;
    view_closing_proof: Nothing => closing_proof::ClosingProofView, PAYERS, Writes, closing_proof::view_closing_proof;
    view_money_moves: Nothing => money_moves::MoneyMovesView, PAYERS, Reads, money_moves::view_money_moves;
    move_money: money_moves::MoveMoney => money_moves::MoneyMovesView, MANAGER, Writes, money_moves::move_money;
    take_back_money: money_moves::TakeBackMoney => money_moves::MoneyMovesView, MANAGER, Writes, money_moves::take_back_money;
    save_books: books_file::SaveBooks => receipt::SavedView, PAYERS, Writes, books_file::save_books;
    print_books: books_file::PrintBooks => printing::PrintJobsView, PAYERS, Writes, books_file::print_books;
    export_books: books_export::ExportBooks => receipt::SavedView, PAYERS, Writes, books_export::export_books;
    view_stock_item: stock::StockItem => stock::StockItemView, STOREROOM, Reads, stock::view_stock_item;
    view_piece: stock::WhichPiece => stock::PieceStoryView, STOREROOM, Reads, stock::view_piece;
    give_back: stock::GiveBack => stock::GivenBackView, STOREROOM, Writes, stock::give_back;
    preview_adjustment: stock::AdjustStock => stock::AdjustmentView, STOREROOM, Writes, stock::preview_adjustment;
    adjust_stock: stock::AdjustStock => stock::AdjustmentView, STOREROOM, Writes, stock::adjust_stock;
    view_transfers: Nothing => transfers::TransfersView, STOREROOM, Reads, transfers::view_transfers;
    view_transfer: transfers::WhichTransfer => transfers::TransferView, STOREROOM, Reads, transfers::view_transfer;
    send_transfer: transfers::SendTransfer => transfers::TransferView, STOREROOM, Writes, transfers::send_transfer;
    save_transfer: transfers::WhichTransfer => receipt::SavedView, STOREROOM, Writes, transfers::save_transfer;
    preview_transfer: arrivals::Arrival => arrivals::ArrivalView, STOREROOM, Writes, arrivals::preview_transfer;
    take_transfer: arrivals::Arrival => transfers::TransferView, STOREROOM, Writes, arrivals::take_transfer;
    preview_transfer_end: transfers::SettleTransfer => transfers::TransferView, STOREROOM, Writes, transfers::preview_transfer_end;
    settle_transfer: transfers::SettleTransfer => transfers::TransferView, STOREROOM, Writes, transfers::settle_transfer;
    preview_answer: transfers::LetterFile => transfers::AnswerView, STOREROOM, Writes, transfers::preview_answer;
    take_answer: transfers::LetterFile => transfers::TransferView, STOREROOM, Writes, transfers::take_answer;
    answer_unsold: unsold::AnswerUnsold => masters::DoneView, STOREROOM, Writes, unsold::answer_unsold;
    view_stock_counts: Nothing => count::StockCountsView, STOREROOM, Reads, count::view_stock_counts;
    start_stock_count: count::StartStockCount => count::StockCountView, STOREROOM, Writes, count::start_stock_count;
    scan_stock: count::ScanStock => count::ScannedView, STOREROOM, Writes, count::scan_stock;
    undo_stock_scan: count::WhichStockCount => count::StockCountView, STOREROOM, Writes, count::undo_stock_scan;
    recount_stock_item: count::StockCountItem => count::StockCountView, STOREROOM, Writes, count::recount_stock_item;
    drop_stock_count: count::WhichStockCount => count::StockCountsView, STOREROOM, Writes, count::drop_stock_count;
    review_stock_count: count::WhichStockCount => count::ReviewView, STOREROOM, Writes, count::review_stock_count;
    close_stock_count: count::CloseStockCount => masters::DoneView, STOREROOM, Writes, count::close_stock_count;
    view_due: due::ViewDue => due::DueView, PAYERS, Writes, due::view_due;
    preview_settlement: settle::PreviewSettlement => statement::StatementView, PAYERS, Writes, settle::preview_settlement;
    post_settlements: settle::PostSettlements => settle::SettlementsView, MANAGER, Writes, settle::post_settlements;
    withdraw_settlements: settle::WithdrawSettlements => settle::SettlementsView, PAYERS, Writes, settle::withdraw_settlements;
    approve_settlements: settle::WhichSettlements => settle::SettlementsView, PAYERS, Writes, settle::approve_settlements;
    view_settlements: settle::ViewSettlements => settle::SettlementsView, PAYERS, Reads, settle::view_settlements;
    view_settlement: settle::SettlementNumber => statement::StatementView, PAYERS, Writes, settle::view_settlement;
    view_payouts: Nothing => payout::PayoutsView, PAYERS, Reads, payout::view_payouts;
    preview_bank_file: payout::SendPayouts => payout::BankFileView, PAYERS, Reads, payout::preview_bank_file;
    send_payouts: payout::SendPayouts => payout::SentView, MANAGER, Writes, payout::send_payouts;
    show_payout_upi: payout::WhichSettlement => pay::UpiView, MANAGER, Reads, payout::show_payout_upi;
    check_bank_file: payout::WhichSent => payout::SentView, PAYERS, Reads, payout::check_bank_file;
    confirm_payout: payout::ConfirmPayout => settle::SettlementRowView, MANAGER, Writes, payout::confirm_payout;
    fail_payout: payout::FailPayout => settle::SettlementRowView, MANAGER, Writes, payout::fail_payout;
    preview_bank_reply: bank_reply::BankReply => bank_reply::ReplyView, MANAGER, Reads, bank_reply::preview_bank_reply;
    take_bank_reply: bank_reply::BankReply => bank_reply::ReplyView, MANAGER, Writes, bank_reply::take_bank_reply;
    view_advances: Nothing => payout::AdvancesView, PAYERS, Reads, payout::view_advances;
    pay_advance: payout::PayAdvance => masters::DoneView, MANAGER, Writes, payout::pay_advance;
    prove_account: payout::ProveAccount => payout::ProvenView, MANAGER, Writes, payout::prove_account;
    view_notes: consignors::WhichConsignor => notes::NotesView, STOREROOM, Reads, notes::view_notes;
    take_consignment: consign::WhichDraft => consign::TakenView, STOREROOM, Writes, consign::take_consignment;
    receive_stock: domain::entry::StockReceived => masters::DoneView, STOREROOM, Writes, masters::receive_stock;
}

/// Commands that the host answers itself, because they must work when no till can be opened.
pub const HOST_COMMANDS: &str = "  view_copies: [Nothing, CopiesView];\n  restore_copy: [RestoreCopy, StartView];\n  \
    view_set_up: [ViewSetUp, SetUpView];\n  set_up_mart: [SetUpMart, RecoveryCodeView];\n  \
    view_queues: [Nothing, QueuesView];\n  try_printer: [TryPrinter, TestPrintView];\n  set_up_demo: [Nothing, Nothing];\n";

fn unknown(name: &str) -> Refusal {
    Refusal::UnknownCommand { name: name.chars().take(40).collect() }
}

fn read<T: DeserializeOwned>(input: Value) -> Result<T, Refusal> {
    serde_json::from_value(input)
        .map_err(|error| Refusal::invalid(error.to_string().chars().take(200).collect::<String>()))
}

fn answer(output: impl Serialize) -> Result<Value, Stop> {
    serde_json::to_value(output).map_err(|error| crate::fault::Fault::Internal { cause: error.to_string() }.into())
}

/// The command of a name.
pub fn find(name: &str) -> Result<&'static Command, Refusal> {
    LIST.iter().find(|command| command.name == name).ok_or_else(|| unknown(name))
}

/// Runs a command, if who is signed in may. Any input can carry an `approval`: the PIN of someone with wider
/// limits, which hold for this one command, and whose name goes into the journal beside the operator's.
pub fn run(desk: &mut Desk, name: &str, mut input: Value) -> Result<Value, Stop> {
    permitted(desk, name)?;
    // A command that broke off in a reading left it open.
    crate::store::end_reading(&desk.db)?;
    if find(name)?.effect == Effect::Writes {
        no_aadhaar("", &input)?;
    }
    desk.approver = match input.as_object_mut().and_then(|fields| fields.remove("approval")) {
        Some(approval) => Some(sign_in::approve(desk, read(approval)?)?),
        None => None,
    };
    let answered = dispatch(desk, name, input);
    desk.approver = None;
    answered
}

/// Fields that hold what others numbered, with gaps or without: a barcode, a bank's reference, an account. Twelve digits there
/// are no Aadhaar number, though one in ten would pass for it.
const NUMBERED: [&str; 5] = ["code", "barcode", "reference", "account", "again"];

/// The same of what is written without gaps: a shop's own code of goods, a vendor's invoice. Words beside it are none.
const UNBROKEN: [&str; 6] = ["sku", "corporate_id", "number", "numbers", "invoice", "challan"];

/// Fields that hold files: nobody typed these. What a table of items says is looked at cell by cell.
const FILES: [&str; 2] = ["content_base64", "logo_base64"];

/// Fields that hold ids of the till's own.
const IDS: [&str; 14] = [
    "advance",
    "basket",
    "count",
    "device",
    "draft",
    "id",
    "item",
    "of",
    "parent",
    "person",
    "run",
    "settlement",
    "settlements",
    "transfer",
];

fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Refuses an Aadhaar number in whatever field it was typed (gst.md 8).
fn no_aadhaar(field: &str, input: &Value) -> Result<(), Refusal> {
    match input {
        Value::String(_) if NUMBERED.contains(&field) || FILES.contains(&field) => Ok(()),
        Value::String(text) if UNBROKEN.contains(&field) && !text.trim().contains(char::is_whitespace) => Ok(()),
        // The hash of a photograph.
        Value::String(text) if field == "picture" && is_hash(text) => Ok(()),
        Value::String(text) if IDS.contains(&field) && Uuid::parse_str(text).is_ok() => Ok(()),
        Value::String(text) if domain::aadhaar::found_in(text) => Err(Refusal::AadhaarNotTaken),
        Value::Array(all) => all.iter().try_for_each(|one| no_aadhaar(field, one)),
        Value::Object(fields) => fields.iter().try_for_each(|(name, value)| no_aadhaar(name, value)),
        _ => Ok(()),
    }
}

fn permitted(desk: &Desk, name: &str) -> Result<(), Stop> {
    match find(name)?.access {
        Access::Anyone => {}
        Access::SignedIn => {
            desk.signed_in()?;
        }
        Access::Roles(roles) => {
            let role = desk.signed_in()?.role;
            if !roles.contains(&role) {
                return Err(Refusal::NotAllowed { role: role.code().to_owned() }.into());
            }
        }
    }
    Ok(())
}

/// What a command may do with its input before it gets the desk: reading a large file or photograph must keep
/// nobody waiting at the counter. The command itself does not depend on it.
pub fn beforehand(name: &str, input: &mut Value) -> Result<(), Refusal> {
    match name {
        "set_picture" | "picture_draft_line" | "picture_consignor" => items::make_small(input),
        "preview_import" | "import_items" => match input.get("content_base64").and_then(Value::as_str) {
            Some(content) => crate::import_file::read_base64(content).map(|_| ()),
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

/// TypeScript declarations of every type the commands speak in, by name.
#[derive(Default)]
struct Declarations(BTreeMap<String, String>);

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Only our own types have a place to be exported to and a name; numbers, strings, lists and maps do not.
        if T::output_path().is_none() {
            T::visit_generics(self);
            return;
        }
        let config = Config::default();
        let name = T::ident(&config);
        if let Entry::Vacant(place) = self.0.entry(name) {
            place.insert(T::decl(&config));
            T::visit_dependencies(self);
        }
    }
}

/// The contract between screens and commands, as TypeScript.
pub fn contract() -> String {
    let config = Config::default();
    let mut found = Declarations::default();
    for command in LIST {
        (command.visit)(&mut found);
    }
    found.visit::<sign_in::Approval>();
    found.visit::<copies::CopiesView>();
    found.visit::<copies::RestoreCopy>();
    found.visit::<crate::set_up::ViewSetUp>();
    found.visit::<crate::set_up::SetUpView>();
    found.visit::<crate::set_up::SetUpMart>();
    found.visit::<crate::set_up::QueuesView>();
    found.visit::<trial::TryPrinter>();
    let types: Vec<String> = found.0.values().map(|declaration| format!("export {declaration}\n\n")).collect();
    let commands: Vec<String> = LIST
        .iter()
        .map(|command| {
            let (input, output) = (command.types)(&config);
            format!("  {}: [{input}, {output}];\n", command.name)
        })
        .collect();
    let (types, commands) = (types.concat(), commands.concat());
    format!(
        "// Written from crates/till/src/commands.rs by `till contract`. Never edited.\n\n{types}\
         /** Why a command did not happen. Match `code`; its words are in the locale. */\n\
         export type Refused = {{ kind: \"refusal\" | \"fault\"; code: string; params: Record<string, string | number> }};\n\n\
         /** Every command with its input and output. */\nexport type Commands = {{\n{commands}{HOST_COMMANDS}}};\n"
    )
}
