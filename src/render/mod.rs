//! Bytes: reports to PDF, workbooks and JSON.

pub mod docx;
pub mod figures;
pub mod findings;
mod form;
pub mod html;
pub mod ics;
mod inert;
pub mod json;
mod logo;
pub mod narrative;
mod order;
mod page;
pub mod pdf;
mod plain;
mod records;
pub mod returned;
pub mod rows;
mod ruler;
#[cfg(test)]
mod sample;
pub mod workers;
mod world;
pub mod xlsx;

pub use form::form;
