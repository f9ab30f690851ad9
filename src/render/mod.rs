//! Bytes: reports to PDF, workbooks and JSON.
