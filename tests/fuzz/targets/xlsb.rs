#![no_main]

libfuzzer_sys::fuzz_target!(|seed: &[u8]| bilan_fuzz::read("xlsb", seed));
