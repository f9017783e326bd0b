//! Stories: each journey of the mart in plain verbs, through the same commands as the screens.

mod approvals;
mod buyers;
mod clock;
mod consign;
mod consignors;
mod damage;
mod day;
mod import;
mod items;
mod masters;
mod money;
mod office;
mod paper;
mod payout;
mod people;
mod printing;
mod purchases;
mod returns;
mod sell;
mod settle;
mod setup;
mod shift;
mod slips;
mod statements;
mod stock;
mod transfers;
