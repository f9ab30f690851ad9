//! The program `bilan`.

fn main() {}
