//! Stories: each journey of the mart in plain verbs, through the same commands as the screens.

mod clock;
mod damage;
mod import;
mod items;
mod masters;
mod money;
mod paper;
mod people;
mod sell;
mod setup;
mod shift;
