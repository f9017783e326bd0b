//! The rules of selling, GST and consignment: values in, values out. No IO, clock, randomness,
//! async, logging or float lives here.

pub mod money;
pub mod name;
