//! Judging: raw rows to typed records, all findings gathered.
