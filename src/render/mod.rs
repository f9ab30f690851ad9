//! Bytes: reports to PDF, workbooks and JSON.

pub mod findings;
mod form;
pub mod xlsx;

pub use form::form;
