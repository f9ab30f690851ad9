//! Bytes: reports to PDF, workbooks and JSON.

pub mod findings;
pub mod form;
pub mod json;
mod page;
pub mod pdf;
mod ruler;
#[cfg(test)]
mod sample;
pub mod workers;
mod world;
mod form;
pub mod xlsx;

pub use form::form;
