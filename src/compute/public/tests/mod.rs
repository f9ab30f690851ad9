//! The laws of the public copy.
