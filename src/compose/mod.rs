//! Laying out: figures to blocks.

pub mod workbook;
