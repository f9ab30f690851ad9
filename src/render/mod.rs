//! Bytes: reports to PDF, workbooks and JSON.

pub mod figures;
pub mod findings;
mod form;
pub mod json;
mod page;
pub mod pdf;
pub mod returned;
mod ruler;
#[cfg(test)]
mod sample;
pub mod workers;
mod world;
pub mod xlsx;

pub use form::form;
