//! WHAT A SHOP COMPUTER DOES: the use-cases of the till over SQLite, its journal, its devices. No Tauri, and
//! no rule of selling, which are in `domain`.

pub mod bills;
pub mod clock;
pub mod commands;
pub mod copies;
pub mod customers;
pub mod day;
pub mod desk;
pub mod device;
mod document;
pub mod fault;
pub mod host;
pub mod import;
pub mod import_file;
pub mod init;
pub mod items;
pub mod key;
pub mod labels;
pub mod masters;
pub mod packs;
pub mod pay;
pub mod people;
pub mod printer;
pub mod printing;
pub mod receipt;
pub mod recovery;
pub mod returns;
pub mod sell;
pub mod serve;
pub mod set_up;
pub mod settings;
pub mod shift;
pub mod sign_in;
pub mod status;
pub mod store;
pub mod verify;
pub mod views;
