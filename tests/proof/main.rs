//! Proof that the till holds: worked examples of the law, tampering, kills, a full disk, and one flush a sale.

mod books;
mod disk;
mod flush;
mod kill;
mod kill_paying;
mod paper;
mod paying;
mod tamper;
mod vectors;
mod year;
