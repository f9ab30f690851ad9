//! Bytes: reports to PDF, workbooks and JSON.

pub mod findings;
pub mod form;
pub mod xlsx;
