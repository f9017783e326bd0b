//! Stories: each journey of the mart in plain verbs, through the same commands as the screens.

mod clock;
mod damage;
mod day;
mod masters;
mod money;
mod paper;
mod people;
mod sell;
mod shift;
