//! Counting: measures evaluated over a dataset.
